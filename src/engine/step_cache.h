/* The cache of steps: step_cache.c decides, cache_parts.c says what has to be equal. Shared by the
 * files on executions alone. */
#pragma once
#include "engine/pipelines.h"

/* (engine) The step's definition asks for it. */
bool step_cache_wanted(const struct step *s);
/* (engine) Looks for an earlier success on the pool; then the step has ended, or step_go begins it
 * with the same arguments. */
void step_cache_look(struct engine *e, struct execution *x, struct step *s,
                     const struct json *args);
/* (engine) Its job has succeeded: from now on it may stand for others, if it read what was looked
 * at. */
void step_cache_record(struct engine *e, struct execution *x, struct step *s, const struct job *j);

/* Of the outputs that a job noted, the URI of the first that is gone or has changed; NULL: none
 * (any thread that may block). */
const char *step_cache_lost(struct engine *e, struct arena *a, const struct json *outputs);

/* --- cache_parts.c: pure, but for reading the store (pool) --- */
struct cache_parts {
    struct json *parts;   /* name -> value, S3 inputs by content */
    struct json *content; /* S3 URI -> digest of names and contents */
    const char *key;      /* digest of parts */
};
int cache_parts_make(struct engine *e, struct arena *a, enum job_kind kind, const char *project,
                     const struct json *args, struct cache_parts *ret, struct err *err);
