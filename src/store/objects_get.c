/* Objects: finding one, and listing many. Readers only; no transaction outlives a call.
 *
 * A delimiter listing walks the keys in byte order and, behind each common prefix it gives, seeks
 * to the first key that cannot begin with it: what lies between costs nothing. */
#include "store/objects_impl.h"
#include <string.h>

static int info_of(struct arena *a, struct db_rows *rows, const char *key, size_t key_len,
                   bool with_data, struct object_info *ret, struct err *err)
{
    size_t n = 0;

    *ret = (struct object_info){
        .key = objects__bytes(a, key, key_len),
        .key_len = key_len,
        .size = db_int(rows, 1),
        .modified_ms = db_int(rows, 2),
        .etag = arena_strdup(a, db_text(rows, 3)),
        .blob = arena_strdup(a, db_text(rows, 4)),
        .version = arena_strdup(a, db_text(rows, 5)),
    };
    if (with_data && !ret->blob) {
        const void *data = db_blob(rows, 8, &n);
        ret->data = arena_memdup(a, data ? data : "", n ? n : 1);
    }
    if (objects__parse(a, db_text(rows, 6), &ret->meta, err) != 0 ||
        objects__parse(a, db_text(rows, 7), &ret->checksums, err) != 0)
        return -1;
    return 0;
}

static int get_in(struct db *db, struct arena *a, const char *bucket, const char *key,
                  size_t key_len, bool with_data, struct object_info *ret, struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;
    const char *sql =
        with_data ? "SELECT o.body, o.size, o.modified_ms, o.etag, o.blob, o.version, d.meta,"
                    " d.checksums, d.data FROM buckets b"
                    " LEFT JOIN objects o ON o.bucket = b.id AND o.key = $2"
                    " LEFT JOIN object_bodies d ON d.id = o.body WHERE b.name = $1"
                  : "SELECT o.body, o.size, o.modified_ms, o.etag, o.blob, o.version, d.meta,"
                    " d.checksums FROM buckets b"
                    " LEFT JOIN objects o ON o.bucket = b.id AND o.key = $2"
                    " LEFT JOIN object_bodies d ON d.id = o.body WHERE b.name = $1";

    if (db_query(db, &rows, err, sql, "tb", bucket, key, key_len) != 0)
        return -1;
    int got = db_next(rows, err);
    if (got < 0)
        return -1;
    if (got == 0)
        return objects__no_bucket(err, bucket);
    if (db_is_null(rows, 0))
        return objects__no_key(err, key, key_len);
    return info_of(a, rows, key, key_len, with_data, ret, err);
}

static int get(struct objects *o, struct arena *a, const char *bucket, const char *key,
               size_t key_len, bool with_data, struct object_info *ret, struct err *err)
{
    struct db *db = store_reader(o->s, err);

    if (!db)
        return -1;
    int r = get_in(db, a, bucket, key, key_len, with_data, ret, err);
    store_reader_done(o->s, db);
    return r;
}

int object_get(struct objects *o, struct arena *a, const char *bucket, const char *key,
               size_t key_len, struct object_info *ret, struct err *err)
{
    return get(o, a, bucket, key, key_len, true, ret, err);
}

int object_head(struct objects *o, struct arena *a, const char *bucket, const char *key,
                size_t key_len, struct object_info *ret, struct err *err)
{
    return get(o, a, bucket, key, key_len, false, ret, err);
}

int object_open(struct objects *o, struct arena *a, const char *bucket, const char *key,
                size_t key_len, struct object_info *ret, int *ret_fd, struct err *err)
{
    for (int attempt = 0;; attempt++) {
        struct err why = {0};
        *ret_fd = -1;
        if (get(o, a, bucket, key, key_len, true, ret, err) != 0)
            return -1;
        if (!ret->blob || o->blobs->ops->open_read(o->blobs, ret->blob, ret_fd, &why) == 0)
            return 0;
        /* Overwritten between the row and the file: the row says something new by now. */
        if (why.code == ERR_NOT_FOUND && attempt < 10)
            continue;
        *err = why;
        if (why.code == ERR_NOT_FOUND)
            err->code = ERR_CORRUPT;
        return -1;
    }
}
