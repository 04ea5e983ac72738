/* Which steps an execution runs, and whose outcomes it takes over: execution_select.c. Shared by
 * the files on executions alone. */
#pragma once
#include "engine/pipelines.h"

struct lent { /* the outcome of a step in the source execution */
    bool there;
    int attempt;
    int64_t started_ms, ended_ms;
    struct json *metadata, *properties;
};

struct selection {
    const char *source, *pipeline_arn; /* ARNs; source: NULL when none was named */
    struct lent *lent;                 /* by the index of the definition's steps */
    struct json *doc;                  /* what the row keeps: {config, steps, reused} */
};

/* Reads and checks a SelectiveExecutionConfig (any thread that may block). ERR_INVALID,
 * ERR_NOT_FOUND. */
int selection_make(struct engine *e, const struct engine_who *who, struct arena *a,
                   const struct pipeline_def *d, const char *pipeline_arn,
                   const struct json *config, struct selection *ret, struct err *err);
/* What others read of a step that succeeded, from the jobs and models that its metadata names: its
 * row keeps properties only where its own execution read them (any thread that may block). */
int step_properties(struct engine *e, const struct engine_who *who, struct arena *a,
                    const struct json *metadata, struct json **ret, struct err *err);
/* The job that a step's metadata names (any thread that may block). 1; 0: it names none. */
int step_job(struct engine *e, const struct engine_who *who, struct arena *a,
             const struct json *metadata, struct job **ret, struct err *err);
/* (engine) Gives a new execution, on which execution_select has been called, what was lent. */
void execution_lend(struct engine *e, struct execution *x, const struct selection *sel);
