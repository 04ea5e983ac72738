/* What the engine's own files share: its thread, its batch, executions, steps and jobs in memory.
 *
 *   any thread --engine_post--> [queue] --> engine thread: fn(e, arg)
 *                                             | changes memory, records rows (batch_sql) and
 *                                             | effects (batch_effect, batch_pool)
 *                                             v  once per round
 *                                    store's writer: rows, commit --> effects
 *
 * Everything marked (engine) may be called on the engine thread only. Memory is ahead of the
 * database by at most what is under way; nothing outside sees it before its commit. */
#pragma once
#include "base/map.h"
#include "engine/engine.h"
#include <pthread.h>

/* --- states; `transition.c` holds the tables and is the only one that sets them --- */
enum run_status {               /* of executions and steps */
                  RUN_NONE,     /* a step that has not begun: no row is listed */
                  RUN_STARTING, /* steps only */
                  RUN_EXECUTING,
                  RUN_STOPPING,
                  RUN_STOPPED,
                  RUN_FAILED,
                  RUN_SUCCEEDED,
};
enum job_state {
    JOB_STATE_WAITING,    /* InProgress, waits for a slot */
    JOB_STATE_STARTING,   /* InProgress, being staged and started */
    JOB_STATE_ACTIVE,     /* InProgress, its program runs */
    JOB_STATE_COLLECTING, /* InProgress, its program has ended, outputs are being collected */
    JOB_STATE_STOPPING,
    JOB_STATE_COMPLETED,
    JOB_STATE_FAILED,
    JOB_STATE_STOPPED,
};
enum job_kind { JOB_PROCESSING, JOB_TRAINING };

struct execution;

/* A processing or training job: in memory while it is not terminal. */
struct job {
    struct arena *arena; /* holds everything below */
    int64_t seq;         /* row */
    enum job_kind kind;
    const char
        *id; /* "processing-<name>": its directory's name is unique for ever: "<seq36>-<random>" */
    const char *name, *arn;
    struct engine_who who;       /* account, region, project, access key of the caller */
    const struct json *request;  /* the Create… input as accepted */
    const struct json *recorded; /* paths of members that mean nothing here; array or NULL */
    enum job_state state;
    const char *secondary; /* training: Starting, Downloading, Training, Uploading, Completed … */
    struct json *transitions; /* training: SecondaryStatusTransitions */
    struct json *result;      /* what Describe adds at the end: ModelArtifacts, ExitMessage … */
    const char *failure_reason;
    int64_t created_ms, started_ms, ended_ms, modified_ms;
    bool stop_wanted;
    struct execution *execution; /* NULL: started by a call of its own */
    int step;                    /* index in the execution */
    int attempt;
    struct job *next_waiting;
    bool holds_slot;
};

/* --- the engine --- */
struct batch;
struct timer;
enum engine_seq { SEQ_EXECUTION, SEQ_JOB, SEQ_EVENT, SEQ_COUNT };
struct engine {
    struct engine_config config; /* strings are copies */
    struct exec *exec;
    struct pool *pool; /* staging, collecting, reading: what blocks */
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t wake;
    struct message *first, **last; /* posted, not yet taken */
    bool running, stopping;
    bool abandoned;         /* (engine) stopping, and the last batch cannot be written */
    bool stuck;             /* the last commit failed; atomic */
    struct batch *batch;    /* (engine) what rounds recorded and no commit has begun for */
    struct batch *flushing; /* (engine) under way to the writer */
    struct timer *timers;   /* (engine) soonest first */
    struct map *executions; /* (engine) arn -> struct execution, not terminal */
    struct map *jobs;       /* (engine) id -> struct job, not terminal */
    int slots, slots_taken;
    int64_t next_seq[SEQ_COUNT];
    uint8_t page_secret[32]; /* signs NextTokens; page.c */
    struct map *tokens;      /* (engine) pipeline's ARN and token -> struct start_token */
    struct map *leaving;     /* (engine) ARNs of pipelines whose end is not committed yet */
    int64_t retries;         /* of executions, so far; atomic */
    int64_t deletions[64];   /* of pipelines, so far, by their names' digests; atomic */
    int remains;             /* (engine) pipeline_remains.c's own */
    struct map *condemned;   /* (engine) what gc.c is about to remove; NULL: nothing */
    int64_t gc_epoch;        /* collections so far; atomic */
    bool gc_busy;            /* one is under way; atomic */
    struct execution *dirty; /* (engine) executions to look at before this round ends */
    void *jobs_private;      /* jobs.c's own */
    struct access *access;   /* access.c's own: keys, projects, runtimes */
};

/* The caller of something, with strings of the arena's (any thread). */
struct engine_who engine_who_copy(struct arena *a, const struct engine_who *w);

/* (engine) */
int64_t engine_next_seq(struct engine *e, enum engine_seq which);
/* (engine) Runs fn(e, arg) once the clock (sys->mono_ms) has reached at_mono_ms. */
void engine_timer(struct engine *e, int64_t at_mono_ms, void (*fn)(struct engine *e, void *arg),
                  void *arg);

/* Runs fn(e, arg) on the engine thread, soon. Any thread. */
void engine_post(struct engine *e, void (*fn)(struct engine *e, void *arg), void *arg);

/* For handlers: runs fn on the engine thread and returns after the commit of what it recorded: 0,
 * or -1 with fn's error or the commit's. fn returning -1 must have changed nothing. */
int engine_call(struct engine *e, int (*fn)(struct engine *e, void *arg, struct err *err),
                void *arg, struct err *err);

/* (engine) Memory that lives until this round's effects have run. */
struct arena *batch_arena(struct engine *e);
/* (engine) Records a statement (a literal) with copies of its values. */
void batch_sql(struct engine *e, const char *sql, const char *fmt, ...);
/* (engine) After this round's commit, on the writer thread: short, never blocks. Not called when
 * the commit fails. */
void batch_effect(struct engine *e, void (*fn)(struct engine *e, void *arg), void *arg);
/* (engine) After this round's commit: fn(e, arg) on a thread of the pool, may block. */
void batch_pool(struct engine *e, void (*fn)(struct engine *e, void *arg), void *arg);

/* (engine) The only ways to change a status; each records the row and its event. `reason` may be
 * NULL. They assert that the edge is in the table. */
void transition_job(struct engine *e, struct job *j, enum job_state to, const char *secondary,
                    const char *reason);
const char *job_state_text(enum job_state s); /* "InProgress", "Completed" … */
enum job_state job_state_parse(const char *column);
const char *job_state_column(enum job_state s); /* "Waiting", "Starting" …: as stored */
const char *run_status_text(enum run_status s);
enum run_status run_status_parse(const char *text);
bool job_state_ended(enum job_state s);
bool run_status_ended(enum run_status s);

/* --- events.c (engine): event rows (EventBridge's detail types) in this round --- */
void event_job(struct engine *e, const struct job *j);
/* updated: names of members (array), or NULL: it is new. */
struct resource;
void event_package(struct engine *e, const struct engine_who *who, const struct resource *r,
                   const struct json *updated);
/* It was created with these tags (array), or deleted. */
void event_model(struct engine *e, const struct engine_who *who, const struct resource *r,
                 const struct json *tags);

/* --- tokens.c (engine) --- */
struct start_token {
    char digest[65]; /* of the request, to know another one by */
    char arn[];
};
void tokens_add(struct engine *e, const char *key, const char *arn, const char *digest);
void tokens_drop(struct engine *e, bool (*gone)(const void *ctx, const char *arn), const void *ctx);
bool tokens_all(const void *ctx, const char *arn); /* for tokens_drop */

/* --- jobs.c --- */
struct job_order {
    enum job_kind kind;
    const char *name;
    struct engine_who who;
    const struct json *request;
    const struct json *recorded;
    struct execution *execution;
    int step, attempt;
};
/* (engine) Checks what shapes cannot (the image maps to a runtime, one instance, paths below
 * /opt/ml, names unique: ERR_EXISTS), makes the row and puts the job in the queue. */
int job_create(struct engine *e, const struct job_order *order, struct job **ret, struct err *err);
/* (engine) Fine when it is stopping or has ended. */
void job_stop(struct engine *e, struct job *j);
/* (engine) The executor's news: arg is the job's id, to be freed. */
void jobs_exec_changed(struct engine *e, void *arg);
void jobs_forget(struct engine *e); /* frees what is in memory; the thread has ended */
/* (engine) At the start: loads what is not terminal and takes it up again. */
int jobs_recover(struct engine *e, struct err *err);
/* (engine) What Describe…Job answers for it now. */
struct json *job_describe(const struct job *j, struct arena *a);

/* Reads one from the database, in memory or not (any thread). ERR_NOT_FOUND. The arena owns it. */
int job_load(struct engine *e, struct arena *a, enum job_kind kind, const char *account,
             const char *region, const char *name, struct job **ret, struct err *err);

/* --- execution.c (pipelines.h has the rest) --- */
/* (engine) A job of a step changed its state. */
void execution_job_changed(struct engine *e, struct job *j);
struct execution *execution_by_seq(struct engine *e, int64_t seq); /* (engine) or NULL */
int64_t execution_seq(const struct execution *x);
