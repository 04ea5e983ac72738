/* Log groups, streams and events, as CloudWatch Logs has them.
 *
 * Groups that users make are rows; their events too. The groups of jobs
 * ("/aws/sagemaker/ProcessingJobs" …) are views on the jobs' log files, alive from the first line.
 * In and out are as the operations have them; errors are ERR_NOT_FOUND, ERR_EXISTS, ERR_INVALID.
 * Not on the engine's or the writer's thread. */
#pragma once
#include "engine/jobs.h"

int log_group_create(struct engine *e, const struct engine_who *who, struct arena *a,
                     const struct json *in, struct json **out, struct err *err);
int log_group_delete(struct engine *e, const struct engine_who *who, struct arena *a,
                     const struct json *in, struct json **out, struct err *err);
int log_group_list(struct engine *e, const struct engine_who *who, struct arena *a,
                   const struct json *in, struct json **out, struct err *err);
int log_stream_create(struct engine *e, const struct engine_who *who, struct arena *a,
                      const struct json *in, struct json **out, struct err *err);
int log_stream_delete(struct engine *e, const struct engine_who *who, struct arena *a,
                      const struct json *in, struct json **out, struct err *err);
int log_stream_list(struct engine *e, const struct engine_who *who, struct arena *a,
                    const struct json *in, struct json **out, struct err *err);
int log_put(struct engine *e, const struct engine_who *who, struct arena *a, const struct json *in,
            struct json **out, struct err *err);
int log_get(struct engine *e, const struct engine_who *who, struct arena *a, const struct json *in,
            struct json **out, struct err *err);
int log_filter(struct engine *e, const struct engine_who *who, struct arena *a,
               const struct json *in, struct json **out, struct err *err);

/* --- what the files of the logs share --- */

/* A stream, whatever holds it. */
struct log_stream {
    bool job;
    const char *name;
    struct job_stream of_job;                                  /* job */
    int64_t id;                                                /* row, if not of a job */
    int64_t created_ms, first_ms, last_ms, ingested_ms, bytes; /* 0: never */
};
/* A place between two events: a byte offset and 0, or an event's time and its number. */
struct log_place {
    int64_t a, b;
};
struct log_event {
    int64_t at_ms, ingested_ms;
    const char *text;
    struct log_place at, next; /* of the event itself, and behind it */
};

/* The group's name from logGroupName or logGroupIdentifier (a name or an ARN). ERR_INVALID. */
int log_group_name(struct arena *a, const struct json *in, const char **ret, struct err *err);
/* ERR_NOT_FOUND. `db` is a reader. */
int log_stream_find(struct engine *e, struct db *db, struct arena *a, const struct engine_who *who,
                    const char *group, const char *name, struct log_stream *ret, struct err *err);
/* Streams by name from a prefix (NULL: all) behind `after`; at most max. ERR_NOT_FOUND: no such
 * group. */
int log_streams(struct engine *e, struct db *db, struct arena *a, const struct engine_who *who,
                const char *group, const char *prefix, const char *after, int max,
                struct log_stream **ret, size_t *ret_n, struct err *err);
/* Events from a place on, at most max or about 1 MiB, oldest first. */
int log_read(struct db *db, struct arena *a, const struct log_stream *s, struct log_place from,
             int max, struct log_event **ret, size_t *ret_n, struct log_place *ret_next,
             struct err *err);
/* The last events before a place, oldest first. */
int log_read_back(struct db *db, struct arena *a, const struct log_stream *s,
                  struct log_place before, int max, struct log_event **ret, size_t *ret_n,
                  struct err *err);

/* --- log_pattern.c: filter patterns of terms ("ERROR", "\"two words\"", "-not", "?any ?of") --- */
struct log_pattern;
/* `text` NULL or "": matches everything. ERR_INVALID: JSON and column patterns are not here. */
int log_pattern_parse(struct arena *a, const char *text, struct log_pattern **ret, struct err *err);
bool log_pattern_match(const struct log_pattern *p, const char *message);
