/* Declarative resources: rows with a document, for everything that is only kept and shown (models,
 * model packages and their groups, roles, log groups). And tags, of anything that has an ARN.
 *
 * `doc` holds what Describe returns, less what lives in columns; members that the output shape does
 * not know are for the engine's own use and never leave it. A kind's rows are named uniquely within
 * (account, region). Functions with a `struct db` belong into a closure of store_write or to a
 * reader. */
#pragma once
#include "engine/engine.h"

struct resource {
    const char *account, *region, *kind, *name, *arn;
    const char *status; /* or NULL */
    int64_t seq;        /* given by resource_insert; greater than of all that were made before */
    int64_t created_ms, modified_ms;
    struct json *doc;
};

/* ERR_EXISTS. */
int resource_insert(struct db *db, const struct resource *r, struct err *err);
/* ERR_NOT_FOUND (message: "KIND NAME"). Strings and doc are in the arena. */
int resource_get(struct db *db, struct arena *a, const char *account, const char *region,
                 const char *kind, const char *name, struct resource *ret, struct err *err);
int resource_get_arn(struct db *db, struct arena *a, const char *arn, struct resource *ret,
                     struct err *err);
/* Writes doc, status and modified_ms. */
int resource_save(struct db *db, const struct resource *r, struct err *err);
/* With its tags. Fine if not there. */
int resource_remove(struct db *db, const char *arn, struct err *err);

/* The first three of a listing's parameters, as most operations have them. */
struct resource_filter {
    const char *name_contains;                     /* ASCII case folded; NULL: any */
    int64_t created_after_ms, created_before_ms;   /* 0: any */
    int64_t modified_after_ms, modified_before_ms; /* 0: any */
};
/* Reads NameContains, CreationTimeAfter/Before (CreatedAfter/Before), LastModifiedTimeAfter/Before.
 */
void resource_filter_read(struct resource_filter *ret, const struct json *in);
bool resource_filter_match(const struct resource_filter *f, const char *name, int64_t created_ms,
                           int64_t modified_ms);

enum resource_order { RESOURCE_BY_SEQ, RESOURCE_BY_NAME };
/* Rows of a kind in that order, behind `after` (a seq or a name; NULL: from the start), until fn
 * says false. `prefix` (by name only; NULL: all) bounds names to those that begin with it. */
int resource_each(struct db *db, struct arena *a, const char *account, const char *region,
                  const char *kind, enum resource_order order, bool descending, const char *prefix,
                  const char *after, bool (*fn)(void *arg, struct resource *r), void *arg,
                  struct err *err);
/* The same for the rows that experiment_members relates to an ARN: children, parents and, of an
 * experiment, its trials' components. */
int resource_each_related(struct db *db, struct arena *a, const char *arn, const char *kind,
                          enum resource_order order, bool descending, const char *after,
                          bool (*fn)(void *arg, struct resource *r), void *arg, struct err *err);

/* Sets a member to a time as AWS's documents have it: seconds. 0: not set. */
void resource_time(struct arena *a, struct json *doc, const char *member, int64_t wall_ms);

/* [{"Key", "Value"}], ordered by key. */
int tags_read(struct db *db, struct arena *a, const char *arn, struct json **ret, struct err *err);
/* Adds or replaces; ERR_INVALID past 50. `tags` NULL: nothing. */
int tags_write(struct db *db, const char *arn, const struct json *tags, struct err *err);
int tags_delete(struct db *db, const char *arn, const struct json *keys, struct err *err);

/* For handlers (any thread but the engine's and the writer's); in and out as the operations have
 * them. ERR_NOT_FOUND: nothing has that ARN. */
int tags_add(struct engine *e, const struct engine_who *who, struct arena *a, const struct json *in,
             struct json **out, struct err *err);
int tags_remove(struct engine *e, const struct engine_who *who, struct arena *a,
                const struct json *in, struct json **out, struct err *err);
int tags_list(struct engine *e, const struct engine_who *who, struct arena *a,
              const struct json *in, struct json **out, struct err *err);
