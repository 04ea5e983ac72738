/* Objects: many deletions in one transaction, and changes of what an object says about itself. */
#include "store/objects_impl.h"
#include <string.h>

struct edit_arg {
    const char *bucket;
    const struct object_info *keys; /* key and key_len count */
    size_t n;
    const struct json *changes;
    struct drop_list *drops;
};

/* 1 and its body's row, 0 when there is no such key, -1. */
static int find_body(struct db *db, int64_t bucket, const struct object_info *key, int64_t *ret,
                     struct drop_list *drops, struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;

    if (db_query(db, &rows, err, "SELECT body, blob FROM objects WHERE bucket = $1 AND key = $2",
                 "ib", bucket, key->key, key->key_len) != 0)
        return -1;
    int got = db_next(rows, err);
    if (got == 1) {
        *ret = db_int(rows, 0);
        if (drops)
            objects__drop(drops, db_text(rows, 1));
    }
    return got;
}

static int delete_rows(struct db *db, void *p, struct err *err)
{
    struct edit_arg *arg = p;
    int64_t bucket, body;

    if (objects__bucket_id(db, arg->bucket, &bucket, err) != 0)
        return -1;
    for (size_t i = 0; i < arg->n; i++) {
        const struct object_info *key = &arg->keys[i];
        int got = find_body(db, bucket, key, &body, arg->drops, err);
        if (got < 0)
            return -1;
        if (got == 1 &&
            (db_run(db, NULL, err, "DELETE FROM objects WHERE bucket = $1 AND key = $2", "ib",
                    bucket, key->key, key->key_len) != 0 ||
             db_run(db, NULL, err, "DELETE FROM object_bodies WHERE id = $1", "i", body) != 0))
            return -1;
    }
    return objects__settle(db, arg->drops, err);
}

int object_delete_many(struct objects *o, const char *bucket, const struct object_info *keys,
                       size_t n, struct err *err)
{
    cleanup_drops struct drop_list drops = {0};
    struct edit_arg arg = {.bucket = bucket, .keys = keys, .n = n, .drops = &drops};

    if (store_write(o->s, delete_rows, &arg, err) != 0)
        return -1;
    objects__remove(o, &drops);
    return 0;
}

static int change_meta(struct db *db, void *p, struct err *err)
{
    struct edit_arg *arg = p;
    cleanup_arena struct arena *a = arena_create(1 << 20);
    const struct json *old;
    int64_t bucket, body = 0;
    char *text;

    if (objects__bucket_id(db, arg->bucket, &bucket, err) != 0)
        return -1;
    int got = find_body(db, bucket, arg->keys, &body, NULL, err);
    if (got <= 0)
        return got == 0 ? objects__no_key(err, arg->keys->key, arg->keys->key_len) : -1;
    if (db_get_text(db, a, &text, err, "SELECT meta FROM object_bodies WHERE id = $1", "i", body) !=
            1 ||
        objects__parse(a, text, &old, err) != 0)
        return -1;
    struct json *meta = json_copy(a, old);
    for (size_t i = 0; i < json_len(arg->changes); i++) {
        json_del(meta, arg->changes->keys[i]);
        if (!json_is(arg->changes->items[i], JSON_NULL))
            json_set(a, meta, arg->changes->keys[i], arg->changes->items[i]);
    }
    return db_run(db, NULL, err, "UPDATE object_bodies SET meta = $1 WHERE id = $2", "ti",
                  objects__json(a, meta), body);
}

int object_change_meta(struct objects *o, const char *bucket, const char *key, size_t key_len,
                       const struct json *changes, struct err *err)
{
    struct object_info info = {.key = key, .key_len = key_len};
    struct edit_arg arg = {.bucket = bucket, .keys = &info, .n = 1, .changes = changes};

    return store_write(o->s, change_meta, &arg, err);
}
