/* The directory of a job: names, state, recovery. Private to exec/; see job_dir.c for the drawing.
 */
#pragma once
#include "exec/exec.h"
#include "base/buf.h"
#include <limits.h>

#define JOB_PATH_MAX PATH_MAX

/* DIR/name; -1 and ERR_INVALID when too long. */
int job_path(char ret[JOB_PATH_MAX], const char *dir, const char *name, struct err *err);

bool job_id_valid(const char *id);

/* What the directory says. `recover`: nobody is submitting it now, so a free lock without shim.json
 * means that it never started, which is then written down. */
int job_dir_status(const char *dir, bool recover, struct job_status *ret, struct err *err);

/* Writes exit.json in the name of a job that has no supervisor. */
int job_dir_write_exit(const char *dir, const struct job_status *st, struct err *err);

/* The supervisor as shim.json names it: a pidfd, or -1 when it is gone or cannot be told. */
int job_dir_pidfd(const char *dir);

enum overlay { OVERLAY_NONE, OVERLAY_TRUSTED, OVERLAY_USER };
/* What the spec says of a key that stands in its head (up to "link"); false: nothing. */
bool job_dir_spec_in(int fd, const char *key, char ret[JOB_PATH_MAX]); /* fd: of the spec */
bool job_dir_spec(const char *dir, const char *key, char ret[JOB_PATH_MAX]);
/* How the job's root was put together; OVERLAY_NONE also when the spec cannot be read. */
enum overlay job_dir_overlay(const char *dir);

const char *job_cause_name(enum job_cause cause);
