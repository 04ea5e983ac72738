/* Log groups and streams. See logs.h. */
#include "engine/logs.h"
#include "base/sys.h"
#include "base/text.h"
#include "engine/page.h"
#include "engine/resource.h"
#include <string.h>

/* --- names --- */

static char *group_arn(struct arena *a, const struct engine_who *who, const char *group)
{
    return arena_printf(a, "arn:aws:logs:%s:%s:log-group:%s", who->region, who->account, group);
}

int log_group_name(struct arena *a, const struct json *in, const char **ret, struct err *err)
{
    const char *name = json_get_str(in, "logGroupName");
    const char *id = json_get_str(in, "logGroupIdentifier");

    if (!name == !id)
        return err_set(err, ERR_INVALID,
                       "Exactly one of logGroupName and logGroupIdentifier must be given.");
    if (id && str_starts(id, "arn:")) {
        const char *at = strstr(id, ":log-group:");
        id = at ? at + strlen(":log-group:") : id;
        id = arena_strndup(a, id, strcspn(id, ":"));
    }
    *ret = name ? name : id;
    return 0;
}

static int no_group(struct err *err)
{
    return err_set(err, ERR_NOT_FOUND, "The specified log group does not exist.");
}

static int no_stream(struct err *err)
{
    return err_set(err, ERR_NOT_FOUND, "The specified log stream does not exist.");
}

static int find_group(struct db *db, const struct engine_who *who, const char *group,
                      int64_t *ret_id, struct err *err)
{
    int got = db_get_int(db, ret_id, err,
                         "SELECT id FROM log_groups WHERE account = $1 AND region = $2 AND "
                         "name = $3",
                         "ttt", who->account, who->region, group);

    return got < 0 ? -1 : got == 0 ? no_group(err) : 0;
}

/* Writes into jobs' groups come from jobs. */
static int not_jobs(const char *group, struct err *err)
{
    enum job_kind kind;

    if (job_kind_of_group(group, &kind) != 0)
        return 0;
    return err_set(err, ERR_INVALID, "The log group %s belongs to the jobs: it cannot be changed.",
                   group);
}

/* --- groups --- */

struct change {
    const struct engine_who *who;
    const struct json *in;
    const char *group, *stream, *arn;
};

static int create_group(struct db *db, void *arg, struct err *err)
{
    struct change *c = arg;
    struct json *tags;
    const struct json *given = json_get(c->in, "tags");

    if (db_run(db, NULL, err,
               "INSERT INTO log_groups (id, account, region, name, created_ms, class) VALUES "
               "((SELECT COALESCE(MAX(id), 0) + 1 FROM log_groups), $1, $2, $3, $4, $5)",
               "tttit", c->who->account, c->who->region, c->group, sys->wall_ms(),
               json_get_str(c->in, "logGroupClass")) != 0)
        return err->code == ERR_EXISTS
                   ? err_set(err, ERR_EXISTS, "The specified log group already exists")
                   : -1;
    cleanup_arena struct arena *a = arena_create(1 << 20);
    tags = json_array(a);
    for (size_t i = 0; i < json_len(given); i++) {
        struct json *tag = json_object(a);
        json_set_str(a, tag, "Key", given->keys[i]);
        json_set(a, tag, "Value", given->items[i]);
        json_push(a, tags, tag);
    }
    return tags_write(db, c->arn, tags, err);
}

int log_group_create(struct engine *e, const struct engine_who *who, struct arena *a,
                     const struct json *in, struct json **out, struct err *err)
{
    struct change c = {.who = who, .in = in, .group = json_get_str(in, "logGroupName")};
    enum job_kind kind;

    *out = json_object(a);
    if (job_kind_of_group(c.group, &kind) == 0)
        return err_set(err, ERR_EXISTS, "The specified log group already exists");
    c.arn = group_arn(a, who, c.group);
    return store_write(engine_store(e), create_group, &c, err);
}

static int delete_group(struct db *db, void *arg, struct err *err)
{
    struct change *c = arg;
    int64_t id;

    if (find_group(db, c->who, c->group, &id, err) != 0 ||
        db_run(db, NULL, err,
               "DELETE FROM log_events WHERE stream IN (SELECT id FROM log_streams WHERE "
               "log_group = $1)",
               "i", id) != 0 ||
        db_run(db, NULL, err, "DELETE FROM log_streams WHERE log_group = $1", "i", id) != 0 ||
        db_run(db, NULL, err, "DELETE FROM tags WHERE arn = $1", "t", c->arn) != 0)
        return -1;
    return db_run(db, NULL, err, "DELETE FROM log_groups WHERE id = $1", "i", id);
}

int log_group_delete(struct engine *e, const struct engine_who *who, struct arena *a,
                     const struct json *in, struct json **out, struct err *err)
{
    struct change c = {.who = who, .group = json_get_str(in, "logGroupName")};

    *out = json_object(a);
    if (not_jobs(c.group, err) != 0)
        return -1;
    c.arn = group_arn(a, who, c.group);
    return store_write(engine_store(e), delete_group, &c, err);
}

static struct json *group_json(struct arena *a, const struct engine_who *who, const char *name,
                               int64_t created_ms, int64_t bytes, const char *class)
{
    struct json *g = json_object(a);
    const char *arn = group_arn(a, who, name);

    json_set_str(a, g, "logGroupName", name);
    json_set_int(a, g, "creationTime", created_ms);
    json_set_int(a, g, "metricFilterCount", 0);
    json_set_str(a, g, "arn", arena_printf(a, "%s:*", arn));
    json_set_str(a, g, "logGroupArn", arn);
    json_set_int(a, g, "storedBytes", bytes);
    json_set_str(a, g, "logGroupClass", class ? class : "STANDARD");
    return g;
}

struct group_listing {
    struct engine *e;
    const struct engine_who *who;
    struct page *page;
    const char *prefix, *pattern;
    bool full;
};

static bool wanted(const struct group_listing *l, const char *name)
{
    if (l->prefix && !str_starts(name, l->prefix))
        return false;
    if (l->pattern && !strcasestr(name, l->pattern))
        return false;
    return !l->page->key || strcmp(name, l->page->key) > 0;
}

/* The jobs' groups whose names come before `before` (NULL: all), once there is a stream. */
static int add_job_groups(struct group_listing *l, const char *after, const char *before,
                          struct err *err)
{
    struct arena *a = l->page->arena;
    enum job_kind kinds[] = {JOB_PROCESSING, JOB_TRAINING}; /* in the order of their names */

    for (size_t i = 0; i < 2 && !l->full; i++) {
        const char *name = job_log_group(kinds[i]);
        struct job_stream *streams;
        size_t n;
        if (!wanted(l, name) || (after && strcmp(name, after) <= 0) ||
            (before && strcmp(name, before) >= 0))
            continue;
        if (job_streams(l->e, a, kinds[i], l->who->account, l->who->region, NULL, NULL, false,
                        false, 1, &streams, &n, err) != 0)
            return -1;
        if (n &&
            !page_add(l->page, group_json(a, l->who, name, streams[0].created_ms, 0, NULL), name))
            l->full = true;
    }
    return 0;
}

static int add_groups(struct group_listing *l, struct db *db, struct err *err)
{
    struct db_rows *rows cleanup_rows = NULL;
    struct arena *a = l->page->arena;
    const char *last = NULL;
    int got = 1;

    if (db_query(db, &rows, err,
                 "SELECT g.name, g.created_ms, g.class, CAST(COALESCE((SELECT SUM(s.bytes) FROM "
                 "log_streams s WHERE s.log_group = g.id), 0) AS BIGINT) FROM log_groups g "
                 "WHERE g.account = $1 AND g.region = $2 AND g.name > $3 ORDER BY g.name",
                 "ttt", l->who->account, l->who->region, l->page->key ? l->page->key : "") != 0)
        return -1;
    while (!l->full && (got = db_next(rows, err)) == 1) {
        const char *name = arena_strdup(a, db_text(rows, 0));
        if (!wanted(l, name))
            continue;
        if (add_job_groups(l, last, name, err) != 0)
            return -1;
        if (!l->full && !page_add(l->page,
                                  group_json(a, l->who, name, db_int(rows, 1), db_int(rows, 3),
                                             db_text(rows, 2)),
                                  name))
            l->full = true;
        last = name;
    }
    if (got < 0)
        return -1;
    return l->full ? 0 : add_job_groups(l, last, NULL, err);
}

/* CloudWatch Logs begins its names with small letters. */
static struct json *end_page(struct page *page, const char *member)
{
    struct json *out = page_end(page, member);
    const char *token = json_get_str(out, "NextToken");

    json_set_str(page->arena, out, "nextToken", token);
    return out;
}

int log_group_list(struct engine *e, const struct engine_who *who, struct arena *a,
                   const struct json *in, struct json **out, struct err *err)
{
    struct page page;
    struct group_listing l = {.e = e,
                              .who = who,
                              .page = &page,
                              .prefix = json_get_str(in, "logGroupNamePrefix"),
                              .pattern = json_get_str(in, "logGroupNamePattern")};

    if (l.prefix && l.pattern)
        return err_set(err, ERR_INVALID,
                       "LogGroup name prefix and LogGroup name pattern are mutually exclusive "
                       "parameters.");
    if (page_begin(&page, e, a, "DescribeLogGroups", in, 50, err) != 0)
        return -1;
    page.max = json_get_int(in, "limit", 50);
    struct db *db = store_reader(engine_store(e), err);
    if (!db)
        return -1;
    int failed = add_groups(&l, db, err);
    store_reader_done(engine_store(e), db);
    if (failed)
        return -1;
    *out = end_page(&page, "logGroups");
    return 0;
}

/* --- streams --- */

static int create_stream(struct db *db, void *arg, struct err *err)
{
    struct change *c = arg;
    int64_t id;

    if (find_group(db, c->who, c->group, &id, err) != 0)
        return -1;
    if (db_run(db, NULL, err,
               "INSERT INTO log_streams (id, log_group, name, created_ms, bytes, events) VALUES "
               "((SELECT COALESCE(MAX(id), 0) + 1 FROM log_streams), $1, $2, $3, 0, 0)",
               "iti", id, c->stream, sys->wall_ms()) == 0)
        return 0;
    return err->code == ERR_EXISTS
               ? err_set(err, ERR_EXISTS, "The specified log stream already exists")
               : -1;
}

int log_stream_create(struct engine *e, const struct engine_who *who, struct arena *a,
                      const struct json *in, struct json **out, struct err *err)
{
    struct change c = {.who = who,
                       .group = json_get_str(in, "logGroupName"),
                       .stream = json_get_str(in, "logStreamName")};

    *out = json_object(a);
    if (not_jobs(c.group, err) != 0)
        return -1;
    return store_write(engine_store(e), create_stream, &c, err);
}

static int delete_stream(struct db *db, void *arg, struct err *err)
{
    struct change *c = arg;
    int64_t group, id;

    if (find_group(db, c->who, c->group, &group, err) != 0)
        return -1;
    int got =
        db_get_int(db, &id, err, "SELECT id FROM log_streams WHERE log_group = $1 AND name = $2",
                   "it", group, c->stream);
    if (got <= 0)
        return got < 0 ? -1 : no_stream(err);
    if (db_run(db, NULL, err, "DELETE FROM log_events WHERE stream = $1", "i", id) != 0)
        return -1;
    return db_run(db, NULL, err, "DELETE FROM log_streams WHERE id = $1", "i", id);
}

int log_stream_delete(struct engine *e, const struct engine_who *who, struct arena *a,
                      const struct json *in, struct json **out, struct err *err)
{
    struct change c = {.who = who,
                       .group = json_get_str(in, "logGroupName"),
                       .stream = json_get_str(in, "logStreamName")};

    *out = json_object(a);
    if (not_jobs(c.group, err) != 0)
        return -1;
    return store_write(engine_store(e), delete_stream, &c, err);
}

static void of_job(const struct job_stream *j, struct log_stream *ret)
{
    *ret = (struct log_stream){.job = true,
                               .name = j->name,
                               .of_job = *j,
                               .created_ms = j->created_ms,
                               .first_ms = j->last_ms ? j->created_ms : 0,
                               .last_ms = j->last_ms,
                               .ingested_ms = j->last_ms,
                               .bytes = j->log_bytes};
}

#define STREAM_COLUMNS "id, name, created_ms, first_ms, last_ms, ingested_ms, bytes"

static void of_row(struct db_rows *rows, struct arena *a, struct log_stream *ret)
{
    *ret = (struct log_stream){.id = db_int(rows, 0),
                               .name = arena_strdup(a, db_text(rows, 1)),
                               .created_ms = db_int(rows, 2),
                               .first_ms = db_int(rows, 3),
                               .last_ms = db_int(rows, 4),
                               .ingested_ms = db_int(rows, 5),
                               .bytes = db_int(rows, 6)};
}

int log_stream_find(struct engine *e, struct db *db, struct arena *a, const struct engine_who *who,
                    const char *group, const char *name, struct log_stream *ret, struct err *err)
{
    struct db_rows *rows cleanup_rows = NULL;
    struct job_stream j;
    enum job_kind kind;
    int64_t id;

    if (job_kind_of_group(group, &kind) == 0) {
        if (job_stream_find(e, a, kind, who->account, who->region, name, &j, err) != 0)
            return err->code == ERR_NOT_FOUND ? no_stream(err) : -1;
        of_job(&j, ret);
        return 0;
    }
    if (find_group(db, who, group, &id, err) != 0 ||
        db_query(db, &rows, err,
                 "SELECT " STREAM_COLUMNS " FROM log_streams WHERE log_group = $1 AND name = $2",
                 "it", id, name) != 0)
        return -1;
    int got = db_next(rows, err);
    if (got <= 0)
        return got < 0 ? -1 : no_stream(err);
    of_row(rows, a, ret);
    return 0;
}

static int job_group_streams(struct engine *e, struct arena *a, const struct engine_who *who,
                             enum job_kind kind, const char *prefix, const char *after,
                             bool by_time, bool descending, int max, struct log_stream **ret,
                             size_t *ret_n, struct err *err)
{
    struct job_stream *jobs;

    if (job_streams(e, a, kind, who->account, who->region, prefix, after, by_time, descending, max,
                    &jobs, ret_n, err) != 0)
        return -1;
    *ret = arena_alloc(a, (*ret_n + 1) * sizeof **ret);
    for (size_t i = 0; i < *ret_n; i++)
        of_job(&jobs[i], &(*ret)[i]);
    return 0;
}

static int own_group_streams(struct db *db, struct arena *a, int64_t group, const char *prefix,
                             const char *after, bool by_time, bool descending, int max,
                             struct log_stream **ret, size_t *ret_n, struct err *err)
{
    struct db_rows *rows cleanup_rows = NULL;
    const char *sql;
    int got = 1;

    /* `after` is a stream's name; by time, those behind it are found by its last event. */
    if (by_time)
        sql = descending ? "SELECT " STREAM_COLUMNS " FROM log_streams WHERE log_group = $1 AND "
                           "($2 = '' OR (COALESCE(last_ms, 0), name) < (SELECT "
                           "COALESCE(last_ms, 0), name FROM log_streams WHERE log_group = $1 AND "
                           "name = $2)) ORDER BY COALESCE(last_ms, 0) DESC, name DESC"
                         : "SELECT " STREAM_COLUMNS " FROM log_streams WHERE log_group = $1 AND "
                           "($2 = '' OR (COALESCE(last_ms, 0), name) > (SELECT "
                           "COALESCE(last_ms, 0), name FROM log_streams WHERE log_group = $1 AND "
                           "name = $2)) ORDER BY COALESCE(last_ms, 0), name";
    else
        sql = descending ? "SELECT " STREAM_COLUMNS " FROM log_streams WHERE log_group = $1 AND "
                           "($2 = '' OR name < $2) ORDER BY name DESC"
                         : "SELECT " STREAM_COLUMNS " FROM log_streams WHERE log_group = $1 AND "
                           "name > $2 ORDER BY name";
    if (db_query(db, &rows, err, sql, "it", group, after ? after : "") != 0)
        return -1;
    *ret_n = 0;
    *ret = arena_alloc(a, ((size_t)max + 1) * sizeof **ret);
    while (*ret_n < (size_t)max && (got = db_next(rows, err)) == 1)
        if (!prefix || str_starts(db_text(rows, 1), prefix))
            of_row(rows, a, &(*ret)[(*ret_n)++]);
    return got < 0 ? -1 : 0;
}

static int streams(struct engine *e, struct db *db, struct arena *a, const struct engine_who *who,
                   const char *group, const char *prefix, const char *after, bool by_time,
                   bool descending, int max, struct log_stream **ret, size_t *ret_n,
                   struct err *err)
{
    enum job_kind kind;
    int64_t id;

    if (job_kind_of_group(group, &kind) == 0)
        return job_group_streams(e, a, who, kind, prefix, after, by_time, descending, max, ret,
                                 ret_n, err);
    if (find_group(db, who, group, &id, err) != 0)
        return -1;
    return own_group_streams(db, a, id, prefix, after, by_time, descending, max, ret, ret_n, err);
}

int log_streams(struct engine *e, struct db *db, struct arena *a, const struct engine_who *who,
                const char *group, const char *prefix, const char *after, int max,
                struct log_stream **ret, size_t *ret_n, struct err *err)
{
    return streams(e, db, a, who, group, prefix, after, false, false, max, ret, ret_n, err);
}

static struct json *stream_json(struct arena *a, const struct engine_who *who, const char *group,
                                const struct log_stream *s)
{
    struct json *v = json_object(a);

    json_set_str(a, v, "logStreamName", s->name);
    json_set_int(a, v, "creationTime", s->created_ms);
    if (s->last_ms) {
        json_set_int(a, v, "firstEventTimestamp", s->first_ms);
        json_set_int(a, v, "lastEventTimestamp", s->last_ms);
        json_set_int(a, v, "lastIngestionTime", s->ingested_ms);
    }
    json_set_str(a, v, "uploadSequenceToken", "1");
    json_set_str(a, v, "arn",
                 arena_printf(a, "%s:log-stream:%s", group_arn(a, who, group), s->name));
    json_set_int(a, v, "storedBytes", 0); /* AWS has given 0 since 2019 */
    return v;
}

int log_stream_list(struct engine *e, const struct engine_who *who, struct arena *a,
                    const struct json *in, struct json **out, struct err *err)
{
    const char *prefix = json_get_str(in, "logStreamNamePrefix"), *group;
    bool by_time = str_eq(json_get_str(in, "orderBy"), "LastEventTime");
    struct log_stream *found;
    struct page page;
    size_t n;

    if (by_time && prefix)
        return err_set(err, ERR_INVALID,
                       "Cannot order by LastEventTime with a logStreamNamePrefix.");
    if (log_group_name(a, in, &group, err) != 0 ||
        page_begin(&page, e, a, "DescribeLogStreams", in, 50, err) != 0)
        return -1;
    page.max = json_get_int(in, "limit", 50);
    struct db *db = store_reader(engine_store(e), err);
    if (!db)
        return -1;
    int failed =
        streams(e, db, a, who, group, prefix, page.key, by_time,
                json_get_bool(in, "descending", false), (int)page.max + 1, &found, &n, err);
    store_reader_done(engine_store(e), db);
    if (failed)
        return -1;
    for (size_t i = 0; i < n; i++)
        if (!page_add(&page, stream_json(a, who, group, &found[i]), found[i].name))
            break;
    *out = end_page(&page, "logStreams");
    return 0;
}
