/* Script mode: what a framework image's `train` does with a user's script. Pool. */
#pragma once
#include "engine/job_config.h"

/* Unpacks sagemaker_submit_directory into inputs below code/. `scratch` is a directory, made if
 * need be, that holds files which the inputs name until the job is submitted; the caller removes
 * it. *ret_requirements: the code's requirements.txt on this machine, or NULL. A failure's message
 * is the job's FailureReason. */
/* sagemaker_submit_directory of these HyperParameters; NULL: no script mode. */
const char *script_code_uri(struct arena *a, const struct json *hyperparameters);
/* Digest of the archive that it names. */
int script_code_digest(struct engine *e, struct arena *a, const char *uri, const char **ret,
                       struct err *err);
int job_code(struct engine *e, const struct job *j, const char *scratch, struct job_inputs *in,
             const char **ret_requirements, struct err *err);
