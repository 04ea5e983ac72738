/* How a job uses a runtime: an interpreter of this machine in the place of a container image.
 *
 *   struct runtime_info rt;  struct runtime_use use;
 *   runtime_probe(e, a, "/home/u/p/.venv/bin/python", &rt, err);
 *   runtime_use(e, a, &rt, SANDBOX_FULL, &use, err);
 *   spec.layers, spec.binds     = use.layers, use.binds
 *   spec.env                    = use.env, then what the request says (a later value wins)
 *   spec.argv, script mode      = use.train_argv; code unpacked below /opt/ml/code
 *   spec.argv, anything else    = the request's own: "python3" is the runtime's, by PATH
 *
 * A requirements.txt is installed by train.py inside the job, as AWS does it, unless
 * runtime_requirements was asked before and gave a layer. */
#pragma once
#include "exec/exec.h"

struct runtime_use {
    const char *const *train_argv; /* NULL-ended, whole: script mode takes no arguments */
    struct job_layer *layers;      /* its environment, which the job may change for itself */
    size_t n_layers;
    const struct job_bind *binds; /* the interpreter it is based on; pip's configuration and CA */
    size_t n_binds;
    const char *const *env; /* "K=V", NULL-ended: PATH, VIRTUAL_ENV, PIP_… and Python's defaults */
};

int runtime_use(struct exec *e, struct arena *a, const struct runtime_info *rt,
                enum job_sandbox sandbox, struct runtime_use *ret, struct err *err);

/* Installs a requirements.txt over the runtime once and for all jobs that have the same file and
 * runtime: a job of its own, awaited here (call it where blocking is fine). *ret_over is for
 * use.layers[0].over, together with SLIPWAY_REQUIREMENTS=done in the environment; NULL: this file
 * cannot be cached (it names local files), or nothing can be installed here; train.py does it then.
 * ERR_INVALID: pip failed; the message holds its last words. `cancelled` may be NULL. */
int runtime_requirements(struct exec *e, struct arena *a, const struct runtime_info *rt,
                         const char *requirements, bool (*cancelled)(void *ctx), void *ctx,
                         const char **ret_over, struct err *err);
/* Whether what a requirements.txt asks for is in its own text: else it cannot be cached. Pure. */
bool runtime_stands_alone(const char *text);
