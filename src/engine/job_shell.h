/* Shells: what a job had, put together once more for somebody at a terminal. */
#pragma once
#include "engine/jobs.h"

#define SHELL_ID "shell-" /* ids of shells begin so, and no job's */

struct shell_order {
    enum job_kind kind;
    const char *job;         /* its name */
    const char *label;       /* what the prompt shows */
    const char *const *argv; /* NULL-ended; NULL: a shell */
    bool terminal;
    const char *term; /* TERM of the terminal, or NULL */
};

/* For handlers; may take as long as pip does. A directory that waits for shell_run, for a minute:
 * {"id", "command", "shell", "python", "version", "files", "anew"}. ERR_NOT_FOUND: no such job.
 * ERR_INVALID: what it had is gone. ERR_UNSUPPORTED. */
int job_shell_open(struct engine *e, const struct engine_who *who, const struct shell_order *order,
                   struct arena *a, struct json **ret, struct err *err);
/* For handlers: it is over. ERR_BUSY: it is not. */
int job_shell_close(struct engine *e, const char *id, struct err *err);
