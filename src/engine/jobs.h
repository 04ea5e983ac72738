/* Jobs: what jobs.c and job_*.c share, and what handlers call beyond core.h.
 *
 *   engine thread (jobs.c)                     pool (job_stage.c, job_collect.c)
 *   create -> queue -> Starting ---- task ---> stage: inputs, pins, directory, submit
 *                      Active   <--- post ----
 *   executor's news ---------------- task ---> collect: poll, outputs to objects, metrics
 *                      ended    <--- post ----
 *
 * A task reads only what never changes of a job (kind, id, name, arn, who, request, created_ms);
 * what it found comes back in the task. A job is freed when it has ended and no task of it is under
 * way. */
#pragma once
#include "engine/access.h"
#include "engine/core.h"
#include "engine/page.h"
#include "engine/runtimes.h"
#include "store/objects.h"

/* --- for handlers: any thread but the engine's and the writer's --- */

/* What needs the database or the file system and so cannot be done by job_create: is the name taken
 * (ERR_EXISTS), is the interpreter there (ERR_INVALID). */
int job_precheck(struct engine *e, struct arena *a, const struct job_order *order, struct err *err);
/* job_precheck, then job_create on the engine thread; durable when it returns. */
int job_submit(struct engine *e, struct arena *a, const struct job_order *order,
               const char **ret_arn, struct err *err);
/* Asks a job to stop. ERR_NOT_FOUND; ERR_INVALID when it has ended. */
int job_request_stop(struct engine *e, struct arena *a, enum job_kind kind,
                     const struct engine_who *who, const char *name, struct err *err);

struct job_filter {
    const char *name_contains, *status; /* NULL: any */
    int64_t created_after_ms, created_before_ms, modified_after_ms, modified_before_ms; /* 0: any */
    const char *sort_by; /* "Name", "CreationTime" (default), "Status" */
    bool ascending;
};
/* Adds summaries as List…Jobs has them to the page. */
int job_list(struct engine *e, enum job_kind kind, const struct engine_who *who,
             const struct job_filter *filter, struct page *p, struct err *err);
/* What `slipway show` tells beyond Describe: recorded members, warnings, runtime, directory. */
struct json *job_details(struct engine *e, struct arena *a, const struct job *j);

/* (engine) Names may be used again: their jobs are gone from the database. */
void jobs_forget_names(struct engine *e);

/* --- log streams of jobs: "<job>/algo-1-<epoch>" in "/aws/sagemaker/ProcessingJobs" … --- */
struct job_stream {
    const char *name;   /* "<job>/algo-1-1385190000" */
    const char *dir;    /* for job_log_read */
    int64_t created_ms; /* when the program started */
    int64_t ended_ms;   /* 0: it may still write */
    int64_t log_bytes;  /* size of the log now */
    int64_t last_ms;    /* when it was last written; 0: never */
};
/* The kind that a log group holds; -1: not a job's group. */
int job_kind_of_group(const char *log_group, enum job_kind *ret);
const char *job_log_group(enum job_kind kind);
/* Streams whose name begins with `prefix` (NULL: all), ordered by name, or by last event when
 * `by_time`; behind `after` (a stream's name, or NULL); at most max. */
int job_streams(struct engine *e, struct arena *a, enum job_kind kind, const char *account,
                const char *region, const char *prefix, const char *after, bool by_time,
                bool descending, int max, struct job_stream **ret, size_t *ret_n, struct err *err);
/* One by its exact name. ERR_NOT_FOUND. */
int job_stream_find(struct engine *e, struct arena *a, enum job_kind kind, const char *account,
                    const char *region, const char *name, struct job_stream *ret, struct err *err);

/* --- job_check.c: pure --- */
int job_check(enum job_kind kind, const struct json *request, struct err *err);
/* "s3://bucket/key…": bucket in the arena, the key behind it ("" when none). */
int s3_uri_split(struct arena *a, const char *uri, const char **ret_bucket, const char **ret_key,
                 struct err *err);
const char *job_image(enum job_kind kind, const struct json *request);
const char *job_kind_column(enum job_kind kind); /* as stored: "processing" */
const char *job_name_member(enum job_kind kind); /* "ProcessingJobName" */
int64_t job_max_runtime_s(enum job_kind kind, const struct json *request);
bool job_network(enum job_kind kind, const struct json *request);
/* False: outside /opt/ml, or with ".." in it. */
bool path_is_below_opt_ml(const char *path);
/* The path below /opt/ml that an absolute path names, without empty parts; NULL: not below. */
const char *path_below_opt_ml(struct arena *a, const char *path);

/* --- between jobs.c and the tasks --- */
struct job_group;

struct job_box { /* a job in the engine's memory */
    struct job job;
    const char *dir;
    const char *python; /* NULL: the executor needs none */
    const char *image_pattern;
    bool python_by_default;
    struct job_group *group;
    int tasks;          /* under way */
    bool main_task;     /* one of stage or collect is */
    bool news;          /* the executor spoke meanwhile */
    bool collecting;    /* its program has ended */
    bool ended;         /* out of e->jobs */
    bool cancel_wanted; /* atomic: tells a staging task to give up */
    bool give_up;       /* atomic: the same to one that collects */
};

enum stage_outcome {
    STAGE_STARTED,   /* its program runs, or has ended already */
    STAGE_FAILED,    /* reason */
    STAGE_WAIT,      /* the disk is below its reserve; nothing was started */
    STAGE_CANCELLED, /* cancel_wanted was seen, or the engine ends; nothing was started */
};
enum collect_outcome {
    COLLECT_RUNNING, /* its program has not ended, or the engine ends */
    COLLECT_ENDED,   /* state, secondary, reason, result */
    COLLECT_RETRY,   /* the disk is full: again later */
};

struct job_task {
    struct engine *engine;
    struct job_box *box;
    struct arena *arena;                                /* of what the task found */
    struct job_task *next, **at;                        /* all that are under way */
    void (*done)(struct engine *e, struct job_task *t); /* on the engine thread; or NULL */
    /* for both: what the job said of itself */
    int64_t started_ms, ended_ms;
    struct json *result; /* members to add to the job's result, or NULL */
    const char *reason;
    /* stage */
    bool adopt_only; /* in: it was started before; its directory must be there */
    enum stage_outcome stage;
    /* collect */
    bool stop_wanted; /* in */
    enum collect_outcome collect;
    enum job_state state;
    const char *secondary;
    /* cancel */
    int cause;
};

void jobs__report(struct job_task *t);        /* any thread: the task is done */
void job_stage(struct engine *e, void *task); /* pool */
/* What a job that has been staged would be started with, for the box's directory and id; `had`: the
 * manifest that it had, or NULL. Files below `scratch`, which the caller removes after the submit.
 * May block for long. */
int job_stage_again(struct job_task *t, const char *scratch, const struct json *had,
                    struct job_spec *ret, size_t *ret_files, struct err *err);
void job_collect(struct engine *e, void *task); /* pool */
/* Any thread: the job's program has ended, its outputs are being collected. */
void job_collecting(struct engine *e, const char *id, int64_t started_ms);
bool jobs_run_programs(struct engine *e); /* any thread; false: the dry executor */
bool jobs_disk_low(struct engine *e);     /* any thread: below the reserve now */

/* --- job_metrics.c (pool) --- */
/* Runs MetricDefinitions over the job's log: FinalMetricDataList and, by metric's name, {Count,
 * Min, Max, Avg, StdDev} in the arena, points to series. */
int job_metrics(struct engine *e, struct arena *a, const struct job *j, const char *dir,
                struct json **ret_final, struct json **ret_statistics, struct err *err);

/* --- job_describe.c --- */
/* A row of `SELECT <JOB_COLUMNS> FROM jobs` as a job in the arena. */
#define JOB_COLUMNS                                                                                \
    "seq, account, region, kind, name, arn, id, state, secondary, stop_wanted, failure_reason, "   \
    "created_ms, modified_ms, COALESCE(started_ms, 0), COALESCE(ended_ms, 0), "                    \
    "COALESCE(execution, 0), COALESCE(step, 0), COALESCE(attempt, 0), project, access_key, "       \
    "request, recorded, transitions, result"
int job_from_row(struct arena *a, struct db_rows *rows, struct job *ret, int64_t *ret_execution,
                 struct err *err);
const char *job_dir(struct engine *e, struct arena *a, const char *id);
