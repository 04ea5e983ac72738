/* What a job left, on its way into the object store. Pool.
 *
 *     outputs_begin; outputs_tree / outputs_file …; outputs_put; outputs_end
 * Nothing is in the store before outputs_put, and all of a bucket is after it: one transaction
 * each. Can be repeated after a crash: the job's own files stay until its directory is swept. */
#pragma once
#include "engine/jobs.h"

struct job_outputs {
    struct engine *engine;
    struct arena *arena;
    const char *dir; /* of the job */
    const bool *given_up;
    struct object_info *infos;
    const char **buckets; /* of each */
    size_t n, cap;
    bool has_blobs;
    size_t n_bytes; /* of inline data, in the arena */
};

/* given_up: atomic; once it is true nothing more is read. */
void outputs_begin(struct job_outputs *o, struct engine *e, struct arena *a, const char *dir,
                   const bool *given_up);
/* Every file below /opt/ml/<under> as URI/<path>; nothing there is fine. *ret_n (may be NULL). */
int outputs_tree(struct job_outputs *o, const char *under, const char *uri, size_t *ret_n,
                 struct err *err);
/* /opt/ml/<under> packed as the one object URI; nothing there: nothing is made, *ret_made false. */
int outputs_packed(struct job_outputs *o, const char *under, const char *name, const char *uri,
                   bool *ret_made, struct err *err);
/* [{bucket, key, etag, size}] of what outputs_put will put. */
struct json *outputs_named(const struct job_outputs *o);
int outputs_put(struct job_outputs *o, struct err *err);
