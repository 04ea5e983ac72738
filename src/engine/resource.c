/* Rows of declarative resources. See resource.h. */
#include "engine/resource.h"
#include "base/text.h"
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define COLUMNS "account, region, kind, name, arn, status, seq, created_ms, modified_ms, doc"

void resource_time(struct arena *a, struct json *doc, const char *member, int64_t wall_ms)
{
    if (wall_ms)
        json_set_real(a, doc, member, (double)wall_ms / 1000.0);
}

int resource_insert(struct db *db, const struct resource *r, struct err *err)
{
    cleanup_arena struct arena *a = arena_create((size_t)64 << 20);

    return db_run(db, NULL, err,
                  "INSERT INTO resources (account, region, kind, name, arn, status, seq, "
                  "created_ms, modified_ms, doc) VALUES ($1, $2, $3, $4, $5, $6, "
                  "(SELECT COALESCE(MAX(seq), 0) + 1 FROM resources), $7, $8, $9)",
                  "ttttttiit", r->account, r->region, r->kind, r->name, r->arn, r->status,
                  r->created_ms, r->modified_ms, json_text(a, r->doc));
}

static int read_row(struct db_rows *rows, struct arena *a, struct resource *ret, struct err *err)
{
    const char *doc = db_text(rows, 9);

    *ret = (struct resource){
        .account = arena_strdup(a, db_text(rows, 0)),
        .region = arena_strdup(a, db_text(rows, 1)),
        .kind = arena_strdup(a, db_text(rows, 2)),
        .name = arena_strdup(a, db_text(rows, 3)),
        .arn = arena_strdup(a, db_text(rows, 4)),
        .status = arena_strdup(a, db_text(rows, 5)),
        .seq = db_int(rows, 6),
        .created_ms = db_int(rows, 7),
        .modified_ms = db_int(rows, 8),
    };
    if (json_parse(a, doc, strlen(doc), &ret->doc, err) != 0) {
        err->code = ERR_CORRUPT;
        return err_prefix(err, "%s", ret->arn);
    }
    return 0;
}

int resource_get(struct db *db, struct arena *a, const char *account, const char *region,
                 const char *kind, const char *name, struct resource *ret, struct err *err)
{
    struct db_rows *rows cleanup_rows = NULL;

    if (db_query(db, &rows, err,
                 "SELECT " COLUMNS " FROM resources WHERE account = $1 AND region = $2 AND "
                 "kind = $3 AND name = $4",
                 "tttt", account, region, kind, name) != 0)
        return -1;
    int got = db_next(rows, err);
    if (got == 0)
        return err_set(err, ERR_NOT_FOUND, "%s %s", kind, name);
    return got < 0 ? -1 : read_row(rows, a, ret, err);
}

int resource_get_arn(struct db *db, struct arena *a, const char *arn, struct resource *ret,
                     struct err *err)
{
    struct db_rows *rows cleanup_rows = NULL;

    if (db_query(db, &rows, err, "SELECT " COLUMNS " FROM resources WHERE arn = $1", "t", arn) != 0)
        return -1;
    int got = db_next(rows, err);
    if (got == 0)
        return err_set(err, ERR_NOT_FOUND, "%s", arn);
    return got < 0 ? -1 : read_row(rows, a, ret, err);
}

int resource_save(struct db *db, const struct resource *r, struct err *err)
{
    cleanup_arena struct arena *a = arena_create((size_t)64 << 20);

    return db_run(db, NULL, err,
                  "UPDATE resources SET doc = $1, status = $2, modified_ms = $3 WHERE arn = $4",
                  "ttit", json_text(a, r->doc), r->status, r->modified_ms, r->arn);
}

int resource_remove(struct db *db, const char *arn, struct err *err)
{
    if (db_run(db, NULL, err, "DELETE FROM tags WHERE arn = $1", "t", arn) != 0)
        return -1;
    return db_run(db, NULL, err, "DELETE FROM resources WHERE arn = $1", "t", arn);
}

/* --- listings --- */

static int64_t time_of(const struct json *in, const char *member, const char *or_member)
{
    const struct json *v = json_get(in, member);

    if (!v && or_member)
        v = json_get(in, or_member);
    return v ? llround(json_num(v, 0) * 1000.0) : 0;
}

void resource_filter_read(struct resource_filter *ret, const struct json *in)
{
    *ret = (struct resource_filter){
        .name_contains = json_get_str(in, "NameContains"),
        .created_after_ms = time_of(in, "CreationTimeAfter", "CreatedAfter"),
        .created_before_ms = time_of(in, "CreationTimeBefore", "CreatedBefore"),
        .modified_after_ms = time_of(in, "LastModifiedTimeAfter", NULL),
        .modified_before_ms = time_of(in, "LastModifiedTimeBefore", NULL),
    };
}

bool resource_filter_match(const struct resource_filter *f, const char *name, int64_t created_ms,
                           int64_t modified_ms)
{
    if (f->name_contains && !strcasestr(name, f->name_contains))
        return false;
    if (f->created_after_ms && created_ms < f->created_after_ms)
        return false;
    if (f->created_before_ms && created_ms > f->created_before_ms)
        return false;
    if (f->modified_after_ms && modified_ms < f->modified_after_ms)
        return false;
    return !f->modified_before_ms || modified_ms <= f->modified_before_ms;
}

#define OF_KIND "SELECT " COLUMNS " FROM resources WHERE account = $1 AND region = $2 AND kind = $3"

static int open_by_seq(struct db *db, struct db_rows **rows, const char *account,
                       const char *region, const char *kind, bool descending, const char *after,
                       struct err *err)
{
    int64_t seq = after ? strtoll(after, NULL, 10) : descending ? INT64_MAX : 0;

    if (descending)
        return db_query(db, rows, err, OF_KIND " AND seq < $4 ORDER BY seq DESC", "ttti", account,
                        region, kind, seq);
    return db_query(db, rows, err, OF_KIND " AND seq > $4 ORDER BY seq", "ttti", account, region,
                    kind, seq);
}

/* Names between a prefix and the first text behind all that begin with it. */
static int open_by_name(struct db *db, struct arena *a, struct db_rows **rows, const char *account,
                        const char *region, const char *kind, bool descending, const char *prefix,
                        const char *after, struct err *err)
{
    char *end = arena_strdup(a, prefix && prefix[0] ? prefix : "\xf7");

    if (prefix && prefix[0])
        end[strlen(end) - 1]++;
    if (descending)
        return db_query(db, rows, err, OF_KIND " AND name >= $4 AND name < $5 ORDER BY name DESC",
                        "ttttt", account, region, kind, prefix ? prefix : "", after ? after : end);
    if (after)
        return db_query(db, rows, err, OF_KIND " AND name > $4 AND name < $5 ORDER BY name",
                        "ttttt", account, region, kind, after, end);
    return db_query(db, rows, err, OF_KIND " AND name >= $4 AND name < $5 ORDER BY name", "ttttt",
                    account, region, kind, prefix ? prefix : "", end);
}

/* Calls fn for the rows, and is done with them. */
static int visit_rows(struct db_rows *opened, struct arena *a,
                      bool (*fn)(void *arg, struct resource *r), void *arg, struct err *err)
{
    struct db_rows *rows cleanup_rows = opened;
    struct resource r;
    int got;

    while ((got = db_next(rows, err)) == 1) {
        if (read_row(rows, a, &r, err) != 0)
            return -1;
        if (!fn(arg, &r))
            return 0;
    }
    return got;
}

int resource_each(struct db *db, struct arena *a, const char *account, const char *region,
                  const char *kind, enum resource_order order, bool descending, const char *prefix,
                  const char *after, bool (*fn)(void *arg, struct resource *r), void *arg,
                  struct err *err)
{
    struct db_rows *rows;

    if (order == RESOURCE_BY_SEQ
            ? open_by_seq(db, &rows, account, region, kind, descending, after, err)
            : open_by_name(db, a, &rows, account, region, kind, descending, prefix, after, err))
        return -1;
    return visit_rows(rows, a, fn, arg, err);
}

/* Kinds tell the directions apart: what has a trial among its children is an experiment. */
#define RELATED                                                                                    \
    "SELECT " COLUMNS " FROM resources WHERE kind = $2 AND arn IN ("                               \
    "SELECT child FROM experiment_members WHERE parent = $1 UNION "                                \
    "SELECT parent FROM experiment_members WHERE child = $1 UNION "                                \
    "SELECT c.child FROM experiment_members t JOIN experiment_members c ON c.parent = t.child "    \
    "WHERE t.parent = $1)"

int resource_each_related(struct db *db, struct arena *a, const char *arn, const char *kind,
                          enum resource_order order, bool descending, const char *after,
                          bool (*fn)(void *arg, struct resource *r), void *arg, struct err *err)
{
    int64_t seq = after ? strtoll(after, NULL, 10) : descending ? INT64_MAX : 0;
    struct db_rows *rows;
    int failed;

    if (order == RESOURCE_BY_SEQ)
        failed = descending ? db_query(db, &rows, err, RELATED " AND seq < $3 ORDER BY seq DESC",
                                       "tti", arn, kind, seq)
                            : db_query(db, &rows, err, RELATED " AND seq > $3 ORDER BY seq", "tti",
                                       arn, kind, seq);
    else
        failed = descending ? db_query(db, &rows, err, RELATED " AND name < $3 ORDER BY name DESC",
                                       "ttt", arn, kind, after ? after : "\xf7")
                            : db_query(db, &rows, err, RELATED " AND name > $3 ORDER BY name",
                                       "ttt", arn, kind, after ? after : "");
    return failed ? -1 : visit_rows(rows, a, fn, arg, err);
}
