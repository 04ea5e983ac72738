/* Pipelines and their executions: what handlers call, and what the engine's files share.
 *
 * Handlers' functions (pipeline_*, execution_start …) block until their change is durable; those
 * that read use the database. Functions marked (engine) belong to the engine thread. */
#pragma once
#include "engine/core.h"
#include "engine/definition.h"

/* --- pipelines.c: for handlers --- */
/* `in` is the operation's input, `out` its output (member names as AWS has them). */
int pipeline_create(struct engine *e, const struct engine_who *who, struct arena *a,
                    const struct json *in, struct json **out, struct err *err);
int pipeline_update(struct engine *e, const struct engine_who *who, struct arena *a,
                    const struct json *in, struct json **out, struct err *err);
int pipeline_delete(struct engine *e, const struct engine_who *who, struct arena *a,
                    const struct json *in, struct json **out, struct err *err);
int pipeline_describe(struct engine *e, const struct engine_who *who, struct arena *a,
                      const struct json *in, struct json **out, struct err *err);
int pipeline_list(struct engine *e, const struct engine_who *who, struct arena *a,
                  const struct json *in, struct json **out, struct err *err);
int pipeline_versions_list(struct engine *e, const struct engine_who *who, struct arena *a,
                           const struct json *in, struct json **out, struct err *err);
int pipeline_version_update(struct engine *e, const struct engine_who *who, struct arena *a,
                            const struct json *in, struct json **out, struct err *err);
/* Changes when this pipeline (or, seldom, another one) has been deleted: to be asked before its
 * rows are read. Any thread. */
int64_t pipeline_deletions(struct engine *e, const char *name_or_arn);
/* As a record of Search has it. ERR_NOT_FOUND. */
int pipeline_version_record(struct engine *e, const struct engine_who *who, struct arena *a,
                            const char *pipeline, int64_t version, struct json **out,
                            struct err *err);
/* The name under which a definition's text is kept. */
const char *pipeline_hash(struct arena *a, const char *text);
int execution_start(struct engine *e, const struct engine_who *who, struct arena *a,
                    const struct json *in, struct json **out, struct err *err);
int execution_retry(struct engine *e, const struct engine_who *who, struct arena *a,
                    const struct json *in, struct json **out, struct err *err);
int execution_update(struct engine *e, const struct engine_who *who, struct arena *a,
                     const struct json *in, struct json **out, struct err *err);
int execution_stop(struct engine *e, const struct engine_who *who, struct arena *a,
                   const struct json *in, struct json **out, struct err *err);
/* {"pipeline", "execution": ARN, "step"} -> what that step alone would not read as the execution
 * had it: {"lost": [{"step", "uri"}], what a step before it left; "changed": [URI], what else it
 * read}. Errors are those of the start. */
int execution_exact(struct engine *e, const struct engine_who *who, struct arena *a,
                    const struct json *in, struct json **out, struct err *err);
int execution_describe(struct engine *e, const struct engine_who *who, struct arena *a,
                       const struct json *in, struct json **out, struct err *err);
int execution_definition(struct engine *e, const struct engine_who *who, struct arena *a,
                         const struct json *in, struct json **out, struct err *err);
int execution_list(struct engine *e, const struct engine_who *who, struct arena *a,
                   const struct json *in, struct json **out, struct err *err);
int execution_steps(struct engine *e, const struct engine_who *who, struct arena *a,
                    const struct json *in, struct json **out, struct err *err);
int execution_parameters(struct engine *e, const struct engine_who *who, struct arena *a,
                         const struct json *in, struct json **out, struct err *err);

/* --- what the files on executions share --- */
struct execution_row {
    int64_t seq, created_ms, modified_ms, ended_ms, version;
    const char *arn, *pipeline, *status, *failure_reason, *definition, *stop_token;
    struct json *doc;
};
int execution_missing(struct err *err, const char *arn); /* sets ERR_NOT_FOUND; -1 */
/* By the input's PipelineExecutionArn. ERR_NOT_FOUND. */
int execution_load(struct engine *e, const struct engine_who *who, struct arena *a,
                   const struct json *in, struct execution_row *ret, struct err *err);

/* --- an execution in memory, while it is not terminal --- */
enum step_fault {               /* what retry policies tell apart */
                  FAULT_CLIENT, /* the user's own: none covers it */
                  FAULT_SERVICE,
                  FAULT_THROTTLING,
                  FAULT_JOB_INTERNAL,
                  FAULT_CAPACITY,
                  FAULT_LIMIT,
};

enum step_use {            /* by an execution of some steps only */
                USE_RUN,   /* it runs */
                USE_REUSE, /* its outcome in another execution serves */
                USE_LEAVE, /* it does not run, and nobody asks for its outcome */
};

struct step {
    const struct step_def *def;
    enum run_status status;
    enum step_use use;
    int attempt;
    int blockers;  /* dependencies that have not ended */
    bool skipped;  /* in a branch that was not taken, or behind one */
    bool outcome;  /* of a condition */
    int64_t began; /* order of beginning */
    int64_t started_ms, ended_ms;
    const char *reason;
    struct json *metadata;   /* as ListPipelineExecutionSteps gives it */
    struct json *properties; /* what others read of it */
    struct json *retry;      /* {counts: {policy: n}, at_ms, pause_ms}: step_retry.c */
    int64_t retry_at_ms;     /* CLOCK_MONOTONIC at which it begins again; 0: it does not wait */
    struct json *reuse;      /* whose outcome it has: {how, source} */
    const char *job_name;    /* of the job that it makes next */
    struct job *job;
    struct step *next_ready;
};

struct execution {
    struct arena *arena;
    struct pipeline_def *def;
    int64_t seq;
    const char *arn, *id, *pipeline, *pipeline_arn;
    const char *display_name, *description; /* or NULL */
    struct engine_who who;
    enum run_status status;
    int64_t created_ms;
    struct json *params;
    struct json *experiment; /* {ExperimentName, TrialName}, or NULL */
    bool untracked;          /* it was started before executions had experiments */
    struct json *doc;        /* as its row has it; NULL: it was started since */
    int parallelism;         /* 0: no bound */
    struct step *steps;
    const struct step *evaluated; /* whose arguments are; NULL: nobody's */
    struct step *ready, **ready_last;
    int n_running; /* steps that began and have not ended */
    int64_t next_began;
    bool failed;
    bool selective;    /* runs some steps only, and runs them whatever the cache has */
    struct map *files; /* S3 URI -> struct json of a property file */
    bool dirty;
    struct execution *next_dirty;
};

/* --- recover.c (engine) --- */
/* Reads an execution with its steps as the rows have them; it is not known to the engine yet, so
 * any thread may. ERR_NOT_FOUND. */
int execution_read(struct engine *e, const char *arn, struct execution **ret, struct err *err);
/* Finds who is ready, runs, or failed, from the steps' states. */
void execution_rebuild(struct execution *x);
int executions_recover(struct engine *e, struct err *err); /* before jobs_recover */
void executions_recovered(struct engine *e, void *arg);    /* first message, after jobs_recover */

/* --- pipeline_remains.c: executions of pipelines that were deleted --- */
struct execution_key {
    const char *account, *region, *pipeline, *arn;
    int64_t seq;
};
/* (engine) There may be some: removes them beside the work. */
void remains_remove(struct engine *e);
/* All of them, now. Any thread that may block. */
int remains_finish(struct engine *e, struct err *err);
/* (engine) None of them has this token any more; NULL: nothing. */
void remains_free_token(struct engine *e, const struct engine_who *who, const char *pipeline,
                        const char *token);
/* In a closure of the store: all rows of an ended execution but its jobs; adds how many. */
int execution_rows_remove(struct db *db, const struct execution_key *x, int64_t *n,
                          struct err *err);

/* --- execution.c (engine) --- */
void executions_advance(struct engine *e);                   /* at each round's end */
void executions_forget(struct engine *e);                    /* frees what is in memory */
void execution_touch(struct engine *e, struct execution *x); /* look at it this round */
/* With its steps at RUN_NONE; the row is recorded by the caller (any thread). Owns def. */
struct execution *execution_create(const char *arn, struct pipeline_def *def);
void execution_free(struct execution *x);                  /* takes NULL */
void execution_add(struct engine *e, struct execution *x); /* from here on it advances */
void execution_ready(struct execution *x, struct step *s); /* nothing is in its way */
/* execution_select.c: which steps it runs, as its row keeps it (NULL: all) */
void execution_select(struct execution *x, const struct json *selective);
void execution_want_stop(struct engine *e, struct execution *x);

/* Starts it with these arguments, which have been evaluated. */
void step_go(struct engine *e, struct execution *x, struct step *s, struct json *args);

/* How steps end. `properties` may be NULL; it is copied when somebody reads it. */
void step_executing(struct engine *e, struct execution *x, struct step *s);
void step_succeed(struct engine *e, struct execution *x, struct step *s,
                  const struct json *properties);
void step_fail(struct engine *e, struct execution *x, struct step *s, const char *reason);
void step_stopped(struct engine *e, struct execution *x, struct step *s);
/* As step_fail, unless a retry policy covers the fault. */
void step_fault(struct engine *e, struct execution *x, struct step *s, enum step_fault fault,
                const char *reason);
/* Writes what is in memory of a step (metadata) in this round. */
void step_save(struct engine *e, struct execution *x, struct step *s);
/* Begins it (again): reads the files that its arguments need, then evaluates and starts it. */
void step_begin(struct engine *e, struct execution *x, struct step *s);
/* `s` has succeeded or is skipped: its dependents have one blocker less. */
void step_release(struct execution *x, struct step *s);
/* Its job's news, for types whose step is one job. */
void step_job_changed(struct engine *e, struct execution *x, struct step *s, struct job *j);
void step_job_stop(struct engine *e, struct execution *x, struct step *s);
/* Before its arguments are evaluated, which may hold the name. Nothing for other types. */
void step_job_name(struct execution *x, struct step *s);

/* --- step_retry.c --- */
enum step_fault step_fault_of_err(const struct err *err);
enum step_fault step_fault_of_job(const char *failure_reason);
/* True: the step waits and will begin again. */
bool step_retry(struct engine *e, struct execution *x, struct step *s, enum step_fault fault,
                const char *reason);
/* After a start: true when it goes on waiting. */
bool step_retry_recover(struct engine *e, struct execution *x, struct step *s);

/* --- step_*.c: the types that are here; step_ops.c lists them --- */
extern const struct step_ops step_processing, step_training, step_condition, step_fail_ops,
    step_register, step_model;

/* --- transition.c (engine): the only ways to change a status --- */
bool execution_may_become(enum run_status from, enum run_status to);
bool step_may_become(enum run_status from, enum run_status to);
void transition_execution(struct engine *e, struct execution *x, enum run_status to,
                          const char *reason);
void transition_step(struct engine *e, struct execution *x, struct step *s, enum run_status to,
                     const char *reason);

/* --- events.c (engine) --- */
void event_execution(struct engine *e, const struct execution *x, enum run_status previous,
                     int64_t ended_ms);
void event_step(struct engine *e, const struct execution *x, const struct step *s,
                enum run_status previous);

/* --- eval.c --- */
/* Replaces every function in `in` by its value. ERR_INVALID says which cannot be read. */
int eval(const struct execution *x, struct arena *a, const struct json *in, struct json **ret,
         struct err *err);
/* The S3 URIs of the files that JsonGets in `in` read (array of strings, without doubles). */
int eval_files(const struct execution *x, struct arena *a, const struct json *in, struct json **ret,
               struct err *err);
/* A condition list (all must hold). */
int eval_conditions(const struct execution *x, struct arena *a, const struct json *list, bool *ret,
                    struct err *err);
