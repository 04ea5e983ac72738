/* Putting a job's inputs below its directory. Private to exec/. */
#pragma once
#include "exec/exec.h"

/* Puts spec's inputs and directories below `dir`, a job's, which is there. Inputs that are files go
 * to lower/opt/ml as hard links where `overlay` (nothing can write through them then), and without
 * one to both lower and, as the job's own, upper; the rest goes to upper/opt/ml. ERR_INVALID for a
 * path that leaves the tree or is named twice. */
int stage_job(const char *dir, const struct job_spec *spec, bool overlay, struct err *err);
/* A file that is not there yet. */
int stage_write(const char *to, const void *data, size_t len, mode_t mode, struct err *err);
/* A copy that shares blocks where the file system can. */
int stage_copy(const char *from, const char *to, mode_t mode, struct err *err);
