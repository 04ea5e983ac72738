/* What a job's program is told: its configuration files, its environment, its command. Pool. */
#pragma once
#include "engine/job_inputs.h"

/* The files below /opt/ml/config (processing) or /opt/ml/input/config (training), and the
 * directories that the container contract promises. */
void job_config_files(struct job_inputs *in, const struct job *j);

/* Everything but HOME and TMPDIR. `runtime` ("K=V", NULL-ended) comes first and may be NULL; what
 * the request says comes last and wins. */
void job_environment(struct engine *e, struct arena *a, const struct job *j,
                     const char *const *runtime, struct json *env);
/* The authorities that a job trusts for AWS's names: a file that it must see at this path; or NULL.
 */
const char *job_ca_bundle(struct engine *e, struct arena *a);
/* {"K": "V"} as "K=V", NULL-ended. */
const char *const *job_env_list(struct arena *a, const struct json *env);
/* ContainerEntrypoint and ContainerArguments; NULL when there is no entrypoint. */
const char *const *job_given_argv(struct arena *a, const struct job *j);

/* A hyperparameter of script mode, decoded from its JSON text ("\"train.py\""); NULL: not there. */
const char *job_hyperparameter(struct arena *a, const struct json *params, const char *name);
/* Where CheckpointConfig puts its files, relative to /opt/ml; NULL: none configured. */
const char *job_checkpoint_path(struct arena *a, const struct job *j);
