/* Starting a job, on the pool: its directory is adopted when it is there, else everything is
 * gathered and submitted. Can be repeated after a crash at any point:
 *
 *   before submit            nothing but pins: done again
 *   in submit                the directory says "never started" once its lock is free: it is
 * removed and made again after submit             the directory is adopted
 *
 * Reads of the job only what never changes. Called by jobs.c through the pool. */
#include "base/fs.h"
#include "base/log.h"
#include "base/sys.h"
#include "base/text.h"
#include "engine/job_config.h"
#include "engine/job_script.h"
#include "engine/job_small.h"
#include "exec/runtime.h"
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define STAGE_TRIES    3
#define ADOPT_WAIT_MS  10000
#define ADOPT_LOOK_MS  5
#define INTERNAL_FAULT "InternalServerError: We encountered an internal error. Please try again. "

const char *job_dir(struct engine *e, struct arena *a, const char *id)
{
    return arena_printf(a, "%s/jobs/%s", e->config.data_dir, id);
}

/* --- an earlier attempt's directory --- */

enum adopted { ADOPT_NONE, ADOPT_STARTED, ADOPT_FAILED };

static enum adopted failed(struct job_task *t, const char *what, const struct err *err)
{
    t->stage = STAGE_FAILED;
    t->reason = arena_printf(t->arena, "%s%s", what, err->msg);
    return ADOPT_FAILED;
}

/* A supervisor that was spawned a moment before the engine died says soon that it runs. */
static int settle(struct job_task *t, struct job_status *st, struct err *err)
{
    struct exec *x = t->engine->exec;
    struct timespec pause = {0, ADOPT_LOOK_MS * 1000000L};
    int64_t until = sys->mono_ms() + ADOPT_WAIT_MS;

    while (st->phase == JOB_STAGED && sys->mono_ms() < until) {
        nanosleep(&pause, NULL);
        if (x->ops->adopt(x, t->box->job.id, t->box->dir, st, err) != 0)
            return -1;
    }
    return 0;
}

static enum adopted adopt(struct job_task *t)
{
    struct exec *x = t->engine->exec;
    const struct job_box *b = t->box;
    struct job_status st = {0};
    struct err err = {0};

    if (x->ops->adopt(x, b->job.id, b->dir, &st, &err) != 0) {
        if (err.code == ERR_NOT_FOUND && !t->adopt_only)
            return ADOPT_NONE;
        return failed(t, INTERNAL_FAULT, &err);
    }
    if (settle(t, &st, &err) != 0)
        return failed(t, INTERNAL_FAULT, &err);
    if (st.phase == JOB_EXITED && st.cause == JOB_CAUSE_NEVER && !t->adopt_only) {
        fault_point("job.readopt");
        if (fs_remove_tree(b->dir, &err) != 0)
            return failed(t, INTERNAL_FAULT, &err);
        return ADOPT_NONE;
    }
    t->stage = STAGE_STARTED;
    t->started_ms = st.started_ms;
    return ADOPT_STARTED;
}

/* --- gathering --- */

struct stage {
    struct job_task *task;
    struct engine *engine;
    const struct job *job;
    struct arena *arena;
    struct job_inputs in;
    struct runtime_info runtime;
    struct runtime_use use;
    bool has_runtime;
    bool vanished;            /* a file went away before it was linked */
    const char *requirements; /* of the code of script mode; NULL: none */
    const char *scratch;      /* what is made on the way; gone after the submit */
    bool again;               /* nothing is to be remembered of it */
    const struct json *had;   /* again: what the job was given, NULL: not known */
    struct json *env;
    struct job_spec spec;
};

static int find_runtime(struct stage *s, struct err *err)
{
    struct job_task *t = s->task;
    const struct job_box *b = t->box;
    const char *image = job_image(s->job->kind, s->job->request);
    struct runtime_choice choice = {b->python, b->image_pattern, b->python_by_default};
    struct json *warnings = json_array(s->arena);

    if (!jobs_run_programs(s->engine))
        return 0;
    if (!b->python &&
        runtime_resolve(s->engine, s->arena, s->job->who.project, image, &choice, err) != 0)
        return err_prefix(err, "ClientError");
    if (runtime_check(s->arena, image, &choice, err) != 0)
        return err_prefix(err, "ClientError");
    if (runtime_probe(s->engine->exec, s->arena, choice.python, &s->runtime, err) != 0)
        return err_prefix(err, "ClientError: image %s: interpreter %s", image, choice.python);
    s->has_runtime = true;
    runtime_warnings(s->arena, image, &s->runtime, warnings);
    t->result = json_object(s->arena);
    json_set_str(s->arena, t->result, "_python", choice.python);
    json_set_str(s->arena, t->result, "_version", s->runtime.version);
    json_set_str(s->arena, t->result, "_pattern", choice.pattern);
    if (json_len(warnings))
        json_set(s->arena, t->result, "_warnings", warnings);
    return 0;
}

static int processing_inputs(struct stage *s, struct err *err)
{
    const struct json *inputs = json_get(s->job->request, "ProcessingInputs");
    const char *role = json_get_str(s->job->request, "RoleArn");

    for (size_t i = 0; i < json_len(inputs); i++) {
        const struct json *s3 = json_get(json_at(inputs, i), "S3Input");
        const char *under = path_below_opt_ml(s->arena, json_get_str(s3, "LocalPath"));
        if (inputs_s3(&s->in, json_get_str(s3, "S3Uri"), under, false, role ? role : "", err) != 0)
            return -1;
    }
    return 0;
}

static int training_inputs(struct stage *s, struct err *err)
{
    const struct json *channels = json_get(s->job->request, "InputDataConfig");
    const struct json *checkpoints = json_get(s->job->request, "CheckpointConfig");
    const char *role = json_get_str(s->job->request, "RoleArn");

    for (size_t i = 0; i < json_len(channels); i++) {
        const struct json *c = json_at(channels, i);
        const struct json *s3 = json_get(json_get(c, "DataSource"), "S3DataSource");
        const char *under = arena_printf(s->arena, "input/data/%s", json_get_str(c, "ChannelName"));
        if (inputs_s3(&s->in, json_get_str(s3, "S3Uri"), under, false, role ? role : "", err) != 0)
            return -1;
    }
    if (!checkpoints)
        return 0;
    return inputs_s3(&s->in, json_get_str(checkpoints, "S3Uri"),
                     job_checkpoint_path(s->arena, s->job), true, role ? role : "", err);
}

static int gather(struct stage *s, struct err *err)
{
    inputs_begin(&s->in, s->engine, s->arena);
    if (s->had && inputs_again(&s->in, s->had, err) != 0)
        return -1;
    if ((s->job->kind == JOB_PROCESSING ? processing_inputs(s, err) : training_inputs(s, err)) != 0)
        return -1;
    small_share(&s->in);
    if (s->has_runtime && !job_given_argv(s->arena, s->job) &&
        job_code(s->engine, s->job, s->scratch, &s->in, &s->requirements, err) != 0)
        return -1;
    job_config_files(&s->in, s->job);
    fault_point("job.listed");
    if (s->again)
        return 0;
    return inputs_pin(&s->in, s->job->id, err);
}

/* Again when an object was deleted between the listing and the pin. */
static int gather_inputs(struct stage *s, struct err *err)
{
    for (int i = 1;; i++) {
        struct err own = {0};
        int rc = gather(s, &own);
        inputs_end(&s->in);
        if (rc == 0)
            return 0;
        if (own.code != ERR_NOT_FOUND || i == STAGE_TRIES) {
            *err = own;
            return -1;
        }
    }
}

/* --- script mode --- */

static bool is_cancelled(const struct job_task *t)
{
    return __atomic_load_n(&t->box->cancel_wanted, __ATOMIC_RELAXED);
}

static bool cancelled(void *ctx)
{
    return is_cancelled(ctx);
}

static bool is_script(const struct stage *s)
{
    return s->has_runtime && !s->spec.argv;
}

/* An isolated job must not get from the network what its image would not have. */
static int install_requirements(struct stage *s, struct err *err)
{
    struct err own = {0};
    const char *over = NULL;

    if (!s->requirements || !s->spec.network)
        return 0;
    if (runtime_requirements(s->engine->exec, s->arena, &s->runtime, s->requirements, cancelled,
                             s->task, &over, &own) != 0) {
        if (own.code == ERR_INVALID)
            return err_set(err, ERR_INVALID, "AlgorithmError: %.980s, exit code: 1", own.msg);
        *err = own;
        return -1;
    }
    if (over) {
        s->use.layers[0].over = over;
        json_set_str(s->arena, s->env, "SLIPWAY_REQUIREMENTS", "done");
    }
    return 0;
}

/* --- the order for the executor --- */

static void add_binds(struct stage *s)
{
    const char *bundle = s->spec.network ? job_ca_bundle(s->engine, s->arena) : NULL;
    struct job_bind *binds = arena_zalloc(s->arena, (s->use.n_binds + 1) * sizeof(*binds));
    size_t n = s->use.n_binds;

    if (n)
        memcpy(binds, s->use.binds, n * sizeof(*binds));
    if (bundle)
        binds[n++] = (struct job_bind){.host = bundle, .inside = bundle};
    s->spec.binds = binds;
    s->spec.n_binds = n;
}

static int make_spec(struct stage *s, struct err *err)
{
    static const char *const hosts[] = {"algo-1", NULL};
    static const char *const nothing[] = {"train", NULL}; /* where no program runs */
    const struct engine_config *c = &s->engine->config;
    const struct job *j = s->job;

    s->spec = (struct job_spec){.id = j->id,
                                .dir = s->task->box->dir,
                                .argv = job_given_argv(s->arena, j),
                                .hosts = hosts,
                                .network = job_network(j->kind, j->request),
                                .sandbox = c->sandbox,
                                .max_runtime_ms = job_max_runtime_s(j->kind, j->request) * 1000,
                                .stop_grace_ms = c->stop_grace_ms,
                                .log_max_bytes = c->log_max_bytes,
                                .memory_bytes = c->job_memory_bytes,
                                .cpu_milli = c->job_cpu_milli,
                                .max_processes = c->job_processes};
    if (s->spec.argv && !*s->spec.argv[0])
        return err_set(err, ERR_INVALID,
                       "ClientError: ContainerEntrypoint begins with an empty string: it names no "
                       "program");
    if (s->has_runtime &&
        runtime_use(s->engine->exec, s->arena, &s->runtime, c->sandbox, &s->use, err) != 0)
        return -1;
    s->env = json_object(s->arena);
    job_environment(s->engine, s->arena, j, s->use.env, s->env);
    if (is_script(s)) {
        if (install_requirements(s, err) != 0)
            return -1;
        s->spec.argv = s->use.train_argv;
    }
    if (!s->spec.argv)
        s->spec.argv = nothing;
    s->spec.env = job_env_list(s->arena, s->env);
    add_binds(s);
    s->spec.layers = s->use.layers;
    s->spec.n_layers = s->use.n_layers;
    s->spec.inputs = s->in.items;
    s->spec.n_inputs = s->in.n;
    s->spec.dirs = s->in.dirs;
    return 0;
}

/* What the job was given, for those who look later. Losing it with the machine's power is fine: the
 * pins are in the database. */
static void write_manifest(struct stage *s)
{
    struct err err = {0};
    const char *text = json_text(s->arena, s->in.manifest);
    const char *path = arena_printf(s->arena, "%s/manifest.json", s->task->box->dir);
    cleanup_fd int fd = sys->open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);

    if (fd < 0 || fs_write_all(fd, text, strlen(text), &err) != 0)
        log_warn("job %s: its manifest could not be written", s->job->name);
}

static bool disk_is_low(struct engine *e)
{
    int64_t room = e->config.disk_reserve > 0 ? fs_free_bytes(e->config.data_dir) : -1;

    return room >= 0 && room < e->config.disk_reserve;
}

static void submit(struct stage *s)
{
    struct job_task *t = s->task;
    struct exec *x = s->engine->exec;
    struct job_status st = {0};
    struct err err = {0};

    fault_point("job.submit.before");
    if (x->ops->submit(x, &s->spec, &err) != 0) {
        s->vanished = err.code == ERR_NOT_FOUND;
        if (err.code == ERR_NO_SPACE)
            t->stage = STAGE_WAIT;
        else if (err.code != ERR_EXISTS || adopt(t) != ADOPT_STARTED)
            failed(t, INTERNAL_FAULT, &err);
        return;
    }
    fault_point("job.submit.after");
    t->stage = STAGE_STARTED;
    if (x->ops->poll(x, t->box->dir, &st, &err) == 0)
        t->started_ms = st.started_ms;
    else
        t->started_ms = sys->wall_ms();
}

static void gather_and_submit(struct stage *s)
{
    struct job_task *t = s->task;
    struct err err = {0};

    if (find_runtime(s, &err) != 0 || gather_inputs(s, &err) != 0 || make_spec(s, &err) != 0) {
        if (err.code == ERR_NO_SPACE)
            t->stage = STAGE_WAIT;
        else if (err.code == ERR_CANCELLED)
            t->stage = STAGE_CANCELLED;
        else
            failed(t, strstr(err.msg, "Error: ") ? "" : INTERNAL_FAULT, &err);
        return;
    }
    if (is_cancelled(t)) {
        t->stage = STAGE_CANCELLED;
        return;
    }
    if (!t->result)
        t->result = json_object(t->arena);
    json_set(t->arena, t->result, "_inputs", s->in.digests);
    submit(s);
    if (t->stage == STAGE_STARTED && json_len(s->in.manifest))
        write_manifest(s);
}

static void stage_fresh(struct job_task *t)
{
    struct stage s = {.task = t, .engine = t->engine, .job = &t->box->job, .arena = t->arena};
    struct err err = {0};

    s.scratch = arena_printf(s.arena, "%s/run/code-%s", t->engine->config.data_dir, s.job->id);
    gather_and_submit(&s);
    if (s.vanished) {
        s.vanished = false;
        gather_and_submit(&s);
    }
    if (fs_remove_tree(s.scratch, &err) != 0)
        log_warn("job %s: %s", s.job->name, err.msg);
}

/* --- once more, for job_shell.c --- */

/* Prefixes and archives that were looked up anew are what they were then. */
static int check_digests(struct stage *s, struct err *err)
{
    const struct json *then = json_get(s->job->result, "_inputs"), *now = s->in.digests;

    for (size_t i = 0; i < json_len(now); i++) {
        const char *digest = json_get_str(then, now->keys[i]);
        if (digest && !str_eq(digest, json_str(now->items[i])))
            return err_set(err, ERR_INVALID,
                           "what the job was given is not there any more, it was replaced since: "
                           "%.400s",
                           now->keys[i]);
    }
    return 0;
}

int job_stage_again(struct job_task *t, const char *scratch, const struct json *had,
                    struct job_spec *ret, size_t *ret_files, struct err *err)
{
    struct stage s = {.task = t,
                      .engine = t->engine,
                      .job = &t->box->job,
                      .arena = t->arena,
                      .scratch = scratch,
                      .again = true,
                      .had = had};

    if (disk_is_low(t->engine))
        return err_set(err, ERR_NO_SPACE, "the disk is below its reserve: no room for a sandbox");
    if (find_runtime(&s, err) != 0 || gather_inputs(&s, err) != 0 || check_digests(&s, err) != 0 ||
        make_spec(&s, err) != 0)
        return -1;
    *ret = s.spec;
    *ret_files = json_len(s.in.manifest);
    return 0;
}

void job_stage(struct engine *e, void *task)
{
    struct job_task *t = task;
    enum adopted found = ADOPT_NONE;

    fault_point("job.stage");
    if (t->adopt_only || fs_exists(t->box->dir))
        found = adopt(t);
    if (found == ADOPT_NONE) {
        if (is_cancelled(t))
            t->stage = STAGE_CANCELLED;
        else if (disk_is_low(e))
            t->stage = STAGE_WAIT;
        else
            stage_fresh(t);
    }
    jobs__report(t);
}
