/* Private operations that concern projects, runtimes, jobs and steps, in the form of all
 * operations; own.c maps methods and paths below /_slipway/ to them. Members of input and output
 * are lower case. */
#pragma once
#include "aws/aws.h"

/* POST projects  {"root": "/abs"} -> {"id","name","root","access_key_id","secret_access_key"} */
aws_handler own_project_register;
/* GET projects   -> {"projects": [{"id","name","root","created"}]} */
aws_handler own_project_list;
/* POST runtimes  {"pattern","python","everybody": false} -> {}; of the caller's project, or of
 * everybody when asked for or when the key has no project */
aws_handler own_runtime_add;
/* DELETE runtimes {"pattern","everybody": false} -> {} */
aws_handler own_runtime_remove;
/* GET runtimes   -> {"runtimes": [{"pattern","python","project","created"}]}, in the order in which
 * they are tried; behind them the defaults for AWS's framework images */
aws_handler own_runtime_list;
/* GET job {"kind": "processing"|"training", "name"} -> what Describe does not tell: {"id","state",
 * "directory","recorded","warnings","python","version","exit_code",…} */
aws_handler own_job_details;
/* GET step {"execution": ARN, "step": NAME} -> how its outcome came about: {"execution", "step",
 * "type", "cache_config", "status", "cache": {"how","why","source","compared","key","parts",
 * "content"}, "compared_cache"}. No "status": it has not begun; no "cache": nothing was looked for;
 * "compared_cache" is the cache of the same step in the execution that it was compared with. */
aws_handler own_step_cache;
/* GET exact {"pipeline": NAME, "execution": ARN, "step": NAME} -> what has changed since of what
 * that step read: {"lost": [{"step","uri"}], "changed": [URI]}; see execution_exact. */
aws_handler own_step_exact;
