/* Tags of anything that has an ARN. See resource.h. */
#include "base/text.h"
#include "engine/page.h"
#include "engine/resource.h"
#include <string.h>

enum { TAGS_MAX = 50 };

int tags_read(struct db *db, struct arena *a, const char *arn, struct json **ret, struct err *err)
{
    struct db_rows *rows cleanup_rows = NULL;
    int got;

    *ret = json_array(a);
    if (db_query(db, &rows, err, "SELECT key, value FROM tags WHERE arn = $1 ORDER BY key", "t",
                 arn) != 0)
        return -1;
    while ((got = db_next(rows, err)) == 1) {
        struct json *tag = json_object(a);
        json_set_str(a, tag, "Key", db_text(rows, 0));
        json_set_str(a, tag, "Value", db_text(rows, 1));
        json_push(a, *ret, tag);
    }
    return got;
}

int tags_write(struct db *db, const char *arn, const struct json *tags, struct err *err)
{
    int64_t n;

    for (size_t i = 0; i < json_len(tags); i++) {
        const struct json *tag = json_at(tags, i);
        const char *value = json_get_str(tag, "Value");
        if (db_run(db, NULL, err,
                   "INSERT INTO tags (arn, key, value) VALUES ($1, $2, $3) "
                   "ON CONFLICT (arn, key) DO UPDATE SET value = excluded.value",
                   "ttt", arn, json_get_str(tag, "Key"), value ? value : "") != 0)
            return -1;
    }
    if (json_len(tags) == 0)
        return 0;
    if (db_get_int(db, &n, err, "SELECT COUNT(*) FROM tags WHERE arn = $1", "t", arn) < 0)
        return -1;
    if (n > TAGS_MAX)
        return err_set(err, ERR_INVALID, "A resource can have at most %d tags; %s would have %lld",
                       TAGS_MAX, arn, (long long)n);
    return 0;
}

int tags_delete(struct db *db, const char *arn, const struct json *keys, struct err *err)
{
    for (size_t i = 0; i < json_len(keys); i++)
        if (db_run(db, NULL, err, "DELETE FROM tags WHERE arn = $1 AND key = $2", "tt", arn,
                   json_str(json_at(keys, i))) != 0)
            return -1;
    return 0;
}

/* Anything of this account that has the ARN may have tags. */
static int must_exist(struct db *db, const char *arn, struct err *err)
{
    int64_t there;
    int got = db_get_int(db, &there, err,
                         "SELECT 1 FROM resources WHERE arn = $1 UNION ALL "
                         "SELECT 1 FROM pipelines WHERE arn = $1 UNION ALL "
                         "SELECT 1 FROM shown_executions WHERE arn = $1 UNION ALL "
                         "SELECT 1 FROM jobs WHERE arn = $1",
                         "t", arn);

    if (got == 0)
        return err_set(err, ERR_NOT_FOUND, "Could not find resource \"%s\".", arn);
    return got < 0 ? -1 : 0;
}

struct change {
    struct arena *arena;
    const char *arn;
    const struct json *add, *drop;
    struct json *result;
};

static int apply(struct db *db, void *arg, struct err *err)
{
    struct change *c = arg;

    if (must_exist(db, c->arn, err) != 0 || tags_write(db, c->arn, c->add, err) != 0 ||
        tags_delete(db, c->arn, c->drop, err) != 0)
        return -1;
    return tags_read(db, c->arena, c->arn, &c->result, err);
}

int tags_add(struct engine *e, const struct engine_who *who, struct arena *a, const struct json *in,
             struct json **out, struct err *err)
{
    struct change c = {
        .arena = a, .arn = json_get_str(in, "ResourceArn"), .add = json_get(in, "Tags")};

    if (store_write(engine_store(e), apply, &c, err) != 0)
        return -1;
    *out = json_object(a);
    json_set(a, *out, "Tags", c.result);
    return 0;
}

int tags_remove(struct engine *e, const struct engine_who *who, struct arena *a,
                const struct json *in, struct json **out, struct err *err)
{
    struct change c = {
        .arena = a, .arn = json_get_str(in, "ResourceArn"), .drop = json_get(in, "TagKeys")};

    *out = json_object(a);
    return store_write(engine_store(e), apply, &c, err);
}

int tags_list(struct engine *e, const struct engine_who *who, struct arena *a,
              const struct json *in, struct json **out, struct err *err)
{
    const char *arn = json_get_str(in, "ResourceArn");
    struct json *tags = NULL;
    struct page page;

    if (page_begin(&page, e, a, "ListTags", in, 50, err) != 0)
        return -1;
    struct db *db = store_reader(engine_store(e), err);
    if (!db)
        return -1;
    int failed = must_exist(db, arn, err) != 0 || tags_read(db, a, arn, &tags, err) != 0;
    store_reader_done(engine_store(e), db);
    if (failed)
        return -1;
    for (size_t i = 0; i < json_len(tags); i++) {
        const char *key = json_get_str(json_at(tags, i), "Key");
        if (page.key && strcmp(key, page.key) <= 0)
            continue;
        if (!page_add(&page, json_at(tags, i), key))
            break;
    }
    *out = page_end(&page, "Tags");
    return 0;
}
