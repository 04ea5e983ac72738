/* Multipart uploads: what one was begun with, and the checksums that its object is to get. */
#include "store/objects_impl.h"

static int no_upload(struct err *err, const char *id)
{
    return err_set(err, ERR_NOT_FOUND, "NoSuchUpload: there is no upload \"%.64s\"", id);
}

static int read_info(struct db *db, struct arena *a, const char *bucket, const char *key,
                     size_t key_len, const char *id, struct object_info *ret, struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;
    int64_t bucket_id;

    if (objects__bucket_id(db, bucket, &bucket_id, err) != 0 ||
        db_query(db, &rows, err,
                 "SELECT meta, checksums, done_etag, created_ms FROM uploads"
                 " WHERE id = $1 AND bucket = $2 AND key = $3",
                 "tib", id, bucket_id, key, key_len) != 0)
        return -1;
    int got = db_next(rows, err);
    if (got <= 0)
        return got == 0 ? no_upload(err, id) : -1;
    *ret = (struct object_info){.key = objects__bytes(a, key, key_len),
                                .key_len = key_len,
                                .etag = arena_strdup(a, db_text(rows, 2)),
                                .modified_ms = db_int(rows, 3),
                                .version = "null"};
    if (objects__parse(a, db_text(rows, 0), &ret->meta, err) != 0)
        return -1;
    return objects__parse(a, db_text(rows, 1), &ret->checksums, err);
}

int upload_get(struct objects *o, struct arena *a, const char *bucket, const char *key,
               size_t key_len, const char *id, struct object_info *ret, struct err *err)
{
    struct db *db = store_reader(o->s, err);

    if (!db)
        return -1;
    int r = read_info(db, a, bucket, key, key_len, id, ret, err);
    store_reader_done(o->s, db);
    return r;
}

struct checksums_arg {
    const char *bucket, *key, *id, *checksums;
    size_t key_len;
};

static int set_checksums(struct db *db, void *p, struct err *err)
{
    struct checksums_arg *arg = p;
    int64_t bucket_id, changed;

    if (objects__bucket_id(db, arg->bucket, &bucket_id, err) != 0 ||
        db_run(db, &changed, err,
               "UPDATE uploads SET checksums = $1"
               " WHERE id = $2 AND bucket = $3 AND key = $4 AND done_etag IS NULL",
               "ttib", arg->checksums, arg->id, bucket_id, arg->key, arg->key_len) != 0)
        return -1;
    return changed == 1 ? 0 : no_upload(err, arg->id);
}

int upload_set_checksums(struct objects *o, const char *bucket, const char *key, size_t key_len,
                         const char *id, const struct json *checksums, struct err *err)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct checksums_arg arg = {.bucket = bucket,
                                .key = key,
                                .key_len = key_len,
                                .id = id,
                                .checksums = objects__json(a, checksums)};

    return store_write(o->s, set_checksums, &arg, err);
}
