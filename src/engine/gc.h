/* Garbage: what may go to give the disk its room back, and its removal while the engine runs.
 *
 * Kept are: what runs, the last N executions of each pipeline, the last N jobs of each kind that
 * belong to no execution, the jobs that wrote what registered model packages name and the
 * executions around them. Objects are the users' own and are never touched. See
 * docs/decisions/garbage.md. */
#pragma once
#include "engine/core.h"

enum gc_kind { /* in the order in which they go */
               GC_EVENTS,
               GC_CACHE_ENTRIES,
               GC_STEPS,
               GC_JOBS,
               GC_EXECUTIONS,
               GC_DIRECTORIES,
               GC_DEFINITIONS,
               GC_BLOBS,
               GC_LAYERS,
               GC_SKELETONS,
               GC_KINDS,
};
struct gc_count {
    int64_t n, bytes; /* bytes of rows: of their texts, about */
};
struct gc_report {
    struct gc_count kinds[GC_KINDS];
    int64_t executions_kept, jobs_kept, jobs_of_packages;
};
const char *gc_kind_name(enum gc_kind kind); /* "job directories" … */
const char *gc_kind_why(enum gc_kind kind);

/* Finds what may go and, unless `plan`, removes it. `keep`: N above, 0 or more. ERR_BUSY: another
 * one is under way. Any thread but the engine's and the writer's. */
int engine_gc(struct engine *e, bool plan, int64_t keep, struct gc_report *ret, struct err *err);

/* --- for those who read rows on one thread and name them from the engine's --- */

/* Changes when a collection has taken rows: to be asked before they are read. Any thread. */
int64_t gc_epoch(struct engine *e);
/* (engine) The row of this ARN (or hash of a definition), read since `epoch`, is about to go or may
 * be gone: it must not be named. */
bool gc_may_be_gone(struct engine *e, int64_t epoch, const char *name);
