/* Putting a job's inputs below its directory. Private to exec/. */
#pragma once
#include "exec/exec.h"

/* Places spec's inputs below `root`, which is there. `link`: hard links to the sources are fine,
 * since nothing can write through them; else every file is the job's own. ERR_INVALID for a path
 * that leaves the tree or is named twice. */
int stage_inputs(const char *root, const struct job_spec *spec, bool link, struct err *err);
/* Makes spec's directories below `root`. */
int stage_dirs(const char *root, const struct job_spec *spec, struct err *err);
/* A copy that shares blocks where the file system can. */
int stage_copy(const char *from, const char *to, mode_t mode, struct err *err);
