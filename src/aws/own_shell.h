/* Private operations for `slipway shell`; own.c maps methods and paths below /_slipway/ to them. */
#pragma once
#include "aws/aws.h"

/* POST shell {"kind": "processing"|"training", "name": JOB, "label": "Train", "command": […],
 * "terminal": true, "term": "xterm"} -> {"id","command","shell","python","version","files","anew"}:
 * a directory shells/ID that waits for somebody of this machine to begin it; without "command" it
 * is for a shell. "anew": what the job was given is not known, so it is what S3 has now. */
aws_handler own_shell_open;
/* DELETE shell {"id"} -> {}: it is over. */
aws_handler own_shell_close;
