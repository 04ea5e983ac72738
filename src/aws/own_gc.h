/* POST /_slipway/gc {"plan": false, "keep": 20}: see engine/gc.h. Answers {"plan", "keep", "bytes",
 * "kinds": [{"kind", "count", "bytes", "why"}], "kept": {"executions", "jobs",
 * "jobs_of_packages"}}; a plan tells what would go. */
#pragma once
#include "aws/aws.h"

aws_handler own_gc;
