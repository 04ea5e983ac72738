/* Shared by gc.c, gc_plan.c and gc_files.c alone. */
#pragma once
#include "engine/gc.h"

struct gc_execution;
struct gc_ref { /* a step of the execution names the job */
    struct gc_ref *next;
    struct gc_job *job;
};
struct gc_job {
    struct gc_job *next; /* of all, newest first */
    struct gc_job *of_x; /* the next one of its execution */
    struct gc_job *todo; /* kept, and what that means is still to be found out */
    struct gc_execution *execution;
    const char *arn, *id;
    const struct json *inputs; /* array of URIs; NULL: none, or nobody asks */
    int64_t seq, created_ms, ended_ms, bytes;
    bool ended, keep, queued, of_package;
};
struct gc_execution {
    struct gc_execution *next; /* newest first */
    const char *arn, *account, *region, *pipeline, *definition;
    struct gc_job *jobs;
    struct gc_ref *refs;
    int64_t seq, bytes;
    struct gc_count steps, entries;
    bool ended, keep;
};
struct gc_row { /* an event or a definition that goes */
    struct gc_row *next;
    int64_t seq, bytes; /* seq: of the event */
    const char *hash;   /* of the definition */
};

/* What one read found. */
struct gc_plan {
    struct engine *engine;
    struct arena *arena;
    int64_t keep;
    const struct map *only; /* nothing else may go (ARNs, hashes); NULL: whatever may */
    struct gc_execution *executions;
    struct gc_job *jobs, *todo;
    struct map *by_arn;  /* ARN -> struct gc_found */
    struct map *by_seq;  /* of executions, in decimal */
    struct map *by_id;   /* job's id -> struct gc_job */
    struct map *written; /* URI -> jobs that wrote there */
    bool has_packages;
    struct gc_row *events, *definitions;
    struct gc_count n_events, n_definitions;
};
int gc__decide(struct gc_plan *p, struct err *err);
void gc__plan_free(struct gc_plan *p);

/* --- gc_files.c --- */
struct gc_name {
    struct gc_name *next;
    const char *name;
};
/* Names of jobs' directories; to be read before the rows are: a directory follows its row. */
int gc__directories(struct engine *e, struct arena *a, struct gc_name **ret, struct err *err);
/* Bytes that go from the disk with it: what it shares with blobs is none. */
int64_t gc__tree_bytes(const char *path);
/* Layers of requirements and skeletons of roots that nobody needs. */
int gc__run_files(struct engine *e, bool plan, struct gc_report *r, struct err *err);
