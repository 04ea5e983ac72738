/* Executions and jobs as the command line sees them: found by what people type, described alike.
 * All through the public API. */
#pragma once
#include "cli/api.h"

enum thing_kind { THING_EXECUTION, THING_PROCESSING, THING_TRAINING };

struct thing {
    enum thing_kind kind;
    const char *arn;
    const char *name;     /* a job's name, an execution's id */
    const char *pipeline; /* executions only */
    const char *status;
    const char *reason;                       /* why it failed, or NULL */
    int64_t created_ms, started_ms, ended_ms; /* 0: not yet, or not known */
};

const char *thing_kind_text(enum thing_kind kind); /* "execution", "processing", "training" */
bool thing_ended(const char *status);
/* The exit code that says how it ended: Succeeded and Completed 0, Stopped 3, else 1. */
int thing_exit(const char *status);

/* The newest `max` executions and jobs, newest first; jobs of executions too when `steps`.
 * `status` and `pipeline` (NULL: any) filter. */
int things_list(struct api *api, struct arena *a, bool steps, const char *status,
                const char *pipeline, size_t max, struct thing **ret, size_t *ret_n,
                struct err *err);
/* By ARN, by name (a job's, a pipeline's: its newest execution), by execution id or an unambiguous
 * beginning of one; NULL: the newest execution, or the newest job when there is none.
 * ERR_NOT_FOUND, ERR_INVALID (ambiguous) name what was tried. */
int thing_find(struct api *api, struct arena *a, const char *word, struct thing *ret,
               struct err *err);
/* From an ARN alone; ERR_INVALID when it is none of these. */
int thing_from_arn(struct arena *a, const char *arn, struct thing *ret, struct err *err);
/* Fills status, reason and times anew; *ret_described (may be NULL) is the whole answer. */
int thing_describe(struct api *api, struct arena *a, struct thing *t, struct json **ret_described,
                   struct err *err);

/* thing_find for what has to be an execution. */
int thing_find_execution(struct api *api, struct arena *a, const char *word, struct thing *ret,
                         struct err *err);
/* The parameters of an execution: {name: value}. */
int thing_parameters(struct api *api, struct arena *a, const struct thing *execution,
                     struct json **ret, struct err *err);

/* --- steps, as the definition of an execution has them, branches too --- */
struct step_defined {
    const char *name, *type;
    const char *parent; /* the condition whose branch it is in, or NULL */
    bool in_else;
};
int thing_defined(struct api *api, struct arena *a, const struct thing *execution,
                  struct step_defined **ret, size_t *ret_n, struct err *err);
/* Names of steps that --without left out of the definition; *ret NULL: none. */
int thing_left_out(struct api *api, struct arena *a, const struct thing *execution,
                   struct json **ret, struct err *err);

/* --- steps --- */
struct step_view {
    const char *name, *type, *status, *reason;
    const char *outcome; /* of a condition: "True", "False" */
    const char *made;    /* ARN of what it made or runs, or NULL */
    struct thing job;    /* kind and arn, when `made` is a job */
    bool has_job;
    const char *cached_from; /* ARN of the execution whose outcome a cache hit gave it, or NULL */
    const char *reused_from; /* … of which it was taken, since it was not selected; or NULL */
    int64_t started_ms, ended_ms;
};
/* In the order in which they began. */
int thing_steps(struct api *api, struct arena *a, const char *execution_arn, struct step_view **ret,
                size_t *ret_n, struct err *err);

/* --- a job's log --- */
struct log_cursor {
    const char *group, *prefix; /* "<job>/" */
    const char *stream;         /* NULL until it is there */
    const char *token;          /* where the next read goes on */
};
struct log_line {
    int64_t at_ms;
    const char *text;
};
void job_lines_cursor(struct arena *a, const struct thing *job, struct log_cursor *ret);
/* New lines since the last call, at most some thousands; none is no error. The cursor's strings
 * live in `keep`, the lines in `a`. */
int job_lines_read(struct api *api, struct arena *keep, struct arena *a, struct log_cursor *c,
                   struct log_line **ret, size_t *ret_n, struct err *err);
/* The last n lines, oldest first. */
int job_lines_tail(struct api *api, struct arena *a, const struct thing *job, int n,
                   struct log_line **ret, size_t *ret_n, struct err *err);

/* --- times --- */
int64_t json_ms(const struct json *v); /* AWS's seconds as ms; 0: none */
/* "0.8 s", "1 min 04 s": from start to end, or to now. "-" when it has not started. */
char *elapsed(struct arena *a, int64_t started_ms, int64_t ended_ms);
char *local_time(struct arena *a, int64_t ms); /* "2013-01-02 03:04:05" of this zone; "-" for 0 */
