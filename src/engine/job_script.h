/* Script mode: what a framework image's `train` does with a user's script. Pool. */
#pragma once
#include "engine/job_config.h"

/* Unpacks sagemaker_submit_directory into inputs below code/, prepares its requirements, and fills
 * argv, cwd, binds and environment. `scratch` holds files that the inputs name until the job is
 * submitted (removed by the caller). A failure's message is the job's FailureReason. */
int job_script(struct engine *e, const struct job *j, const struct runtime_info *runtime,
               const char *scratch, struct job_inputs *in, struct json *env, struct job_spec *spec,
               struct err *err);
