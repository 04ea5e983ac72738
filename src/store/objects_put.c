/* Objects: putting, deleting, copying. Each is one transaction on the writer thread.
 *
 * A blob is durable before the transaction that names it; if that fails the blob is removed again.
 */
#include "base/sys.h"
#include "base/text.h"
#include "store/objects_impl.h"
#include <string.h>

/* The row that is there, if any. */
struct present {
    int64_t bucket;
    bool there;
    int64_t body;
    char etag[128];
    char blob[BLOB_NAME_MAX];
};

static void copy_text(char *to, size_t size, const char *text)
{
    size_t n = text ? strnlen(text, size - 1) : 0;

    memcpy(to, text ? text : "", n);
    to[n] = '\0';
}

static int look(struct db *db, const char *bucket, const char *key, size_t key_len,
                struct present *ret, struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;

    if (db_query(db, &rows, err,
                 "SELECT b.id, o.body, o.etag, o.blob FROM buckets b"
                 " LEFT JOIN objects o ON o.bucket = b.id AND o.key = $2 WHERE b.name = $1",
                 "tb", bucket, key, key_len) != 0)
        return -1;
    int got = db_next(rows, err);
    if (got <= 0)
        return got == 0 ? objects__no_bucket(err, bucket) : -1;
    ret->bucket = db_int(rows, 0);
    ret->there = !db_is_null(rows, 1);
    ret->body = db_int(rows, 1);
    copy_text(ret->etag, sizeof ret->etag, db_text(rows, 2));
    copy_text(ret->blob, sizeof ret->blob, db_text(rows, 3));
    return 0;
}

static int check_condition(const struct object_condition *cond, const struct present *now,
                           const struct object_row *row, struct err *err)
{
    if (!cond)
        return 0;
    if (cond->if_none_match_any && now->there)
        return err_set(err, ERR_CONFLICT, "PreconditionFailed: the key is there already");
    if (cond->if_match && !now->there)
        return objects__no_key(err, row->key, row->key_len);
    if (cond->if_match && !str_eq(cond->if_match, now->etag))
        return err_set(err, ERR_CONFLICT, "PreconditionFailed: the ETag is \"%s\", not \"%.64s\"",
                       now->etag, cond->if_match);
    return 0;
}

static int insert_row(struct db *db, int64_t bucket, const struct object_row *row, struct err *err)
{
    int64_t body;

    if (db_get_int(db, &body, err,
                   "INSERT INTO object_bodies (meta, checksums, data) VALUES ($1, $2, $3)"
                   " RETURNING id",
                   "ttb", row->meta, row->checksums, row->body.data, (size_t)row->body.size) < 0)
        return -1;
    return db_run(db, NULL, err,
                  "INSERT INTO objects (bucket, key, size, modified_ms, etag, blob, body)"
                  " VALUES ($1, $2, $3, $4, $5, $6, $7)",
                  "ibiitti", bucket, row->key, row->key_len, row->body.size, row->modified_ms,
                  row->etag, row->body.blob, body);
}

static int update_row(struct db *db, const struct present *now, const struct object_row *row,
                      struct err *err)
{
    if (db_run(db, NULL, err,
               "UPDATE object_bodies SET meta = $1, checksums = $2, data = $3 WHERE id = $4",
               "ttbi", row->meta, row->checksums, row->body.data, (size_t)row->body.size,
               now->body) != 0)
        return -1;
    return db_run(db, NULL, err,
                  "UPDATE objects SET size = $1, modified_ms = $2, etag = $3, blob = $4"
                  " WHERE bucket = $5 AND key = $6",
                  "iittib", row->body.size, row->modified_ms, row->etag, row->body.blob,
                  now->bucket, row->key, row->key_len);
}

int objects__put_row(struct db *db, const char *bucket, const struct object_row *row,
                     const struct object_condition *cond, struct drop_list *drops, struct err *err)
{
    struct present now;

    if (look(db, bucket, row->key, row->key_len, &now, err) != 0 ||
        check_condition(cond, &now, row, err) != 0)
        return -1;
    if (!now.there)
        return insert_row(db, now.bucket, row, err);
    if (now.blob[0] && !str_eq(now.blob, row->body.blob))
        objects__drop(drops, now.blob);
    return update_row(db, &now, row, err);
}

/* Put */

struct put_arg {
    const char *bucket;
    struct object_row *rows;
    size_t n;
    const struct object_condition *cond;
    struct drop_list drops;
};

static int put_rows(struct db *db, void *p, struct err *err)
{
    struct put_arg *arg = p;
    const int64_t now_ms = sys->wall_ms();

    for (size_t i = 0; i < arg->n; i++) {
        arg->rows[i].modified_ms = now_ms;
        if (objects__put_row(db, arg->bucket, &arg->rows[i], arg->cond, &arg->drops, err) != 0)
            return -1;
    }
    return objects__settle(db, &arg->drops, err);
}

static int put(struct objects *o, struct put_arg *arg, struct err *err)
{
    int r = store_write(o->s, put_rows, arg, err);

    if (r == 0)
        objects__remove(o, &arg->drops);
    drop_list_free(&arg->drops);
    return r;
}

static void fill_info(struct arena *a, const struct object_row *row, const struct object_info *info,
                      struct object_info *ret)
{
    if (!ret)
        return;
    *ret = (struct object_info){
        .key = objects__bytes(a, row->key, row->key_len),
        .key_len = row->key_len,
        .size = row->body.size,
        .modified_ms = row->modified_ms,
        .etag = arena_strdup(a, row->etag),
        .version = "null",
        .meta = info ? info->meta : NULL,
        .checksums = info ? info->checksums : NULL,
        .blob = arena_strdup(a, row->body.blob),
    };
}

static int put_one(struct objects *o, struct arena *a, const char *bucket, struct object_row *row,
                   const struct object_info *info, const struct object_condition *cond,
                   struct object_info *ret, struct err *err)
{
    struct put_arg arg = {.bucket = bucket, .rows = row, .n = 1, .cond = cond};

    row->meta = objects__json(a, info ? info->meta : NULL);
    row->checksums = objects__json(a, info ? info->checksums : NULL);
    if (info && info->etag)
        row->etag = info->etag;
    fault_point("objects.put.before");
    if (put(o, &arg, err) != 0)
        return -1;
    fill_info(a, row, info, ret);
    return 0;
}

int object_put(struct objects *o, struct arena *a, const char *bucket, const char *key,
               size_t key_len, struct object_writer *w, const struct object_info *info,
               const struct object_condition *cond, struct object_info *ret, struct err *err)
{
    struct object_row row = {.key = key, .key_len = key_len};
    char name[BLOB_NAME_MAX], md5[33];

    if (objects__check_key(key, key_len, err) != 0 ||
        objects__finish(w, false, &row.body, name, err) != 0)
        return -1;
    objects__md5_hex(w, md5);
    row.etag = md5;
    if (put_one(o, a, bucket, &row, info, cond, ret, err) != 0) {
        objects__undo_blob(o, row.body.blob, err);
        return -1;
    }
    return 0;
}

static int put_large_bytes(struct objects *o, struct arena *a, const char *bucket, const char *key,
                           size_t key_len, const void *p, size_t n, const struct object_info *info,
                           const struct object_condition *cond, struct object_info *ret,
                           struct err *err)
{
    struct object_writer *w;

    if (object_writer_create(o, 0, (int64_t)n, &w, err) != 0)
        return -1;
    int r = object_writer_write(w, p, n, err);
    if (r == 0)
        r = object_put(o, a, bucket, key, key_len, w, info, cond, ret, err);
    object_writer_destroy(w);
    return r;
}

int object_put_bytes(struct objects *o, struct arena *a, const char *bucket, const char *key,
                     size_t key_len, const void *p, size_t n, const struct object_info *info,
                     const struct object_condition *cond, struct object_info *ret, struct err *err)
{
    uint8_t md5[DIGEST_MAX];
    char etag[33];

    if (n > OBJECT_INLINE)
        return put_large_bytes(o, a, bucket, key, key_len, p, n, info, cond, ret, err);
    if (objects__check_key(key, key_len, err) != 0)
        return -1;
    digest_bytes(DIGEST_MD5, p, n, md5);
    hex_encode(md5, digest_size(DIGEST_MD5), etag);
    struct object_row row = {.key = key,
                             .key_len = key_len,
                             .body = {.data = n ? p : "", .size = (int64_t)n},
                             .etag = etag};
    return put_one(o, a, bucket, &row, info, cond, ret, err);
}

int object_put_many(struct objects *o, const char *bucket, const struct object_info *infos,
                    size_t n, struct err *err)
{
    cleanup_arena struct arena *a = arena_create(64 << 20);
    struct object_row *rows = arena_alloc(a, n * sizeof *rows + 1);
    struct put_arg arg = {.bucket = bucket, .rows = rows, .n = n};

    for (size_t i = 0; i < n; i++) {
        const struct object_info *info = &infos[i];
        if (objects__check_key(info->key, info->key_len, err) != 0)
            return -1;
        if (!info->etag || (!info->blob && !info->data) ||
            (!info->blob && info->size > OBJECT_INLINE))
            return err_set(err, ERR_INVALID, "object %zu has no ETag or no body", i);
        rows[i] = (struct object_row){
            .key = info->key,
            .key_len = info->key_len,
            .body = {.data = info->blob ? NULL : info->data,
                     .blob = info->blob,
                     .size = info->size},
            .etag = info->etag,
            .meta = objects__json(a, info->meta),
            .checksums = objects__json(a, info->checksums),
        };
    }
    fault_point("objects.put_many.before");
    return put(o, &arg, err);
}

/* Delete */

struct delete_arg {
    const char *bucket, *key;
    size_t key_len;
    struct drop_list *drops;
};

static int delete_row(struct db *db, void *p, struct err *err)
{
    struct delete_arg *arg = p;
    struct present now;

    if (look(db, arg->bucket, arg->key, arg->key_len, &now, err) != 0)
        return -1;
    if (!now.there)
        return 0;
    if (db_run(db, NULL, err, "DELETE FROM objects WHERE bucket = $1 AND key = $2", "ib",
               now.bucket, arg->key, arg->key_len) != 0 ||
        db_run(db, NULL, err, "DELETE FROM object_bodies WHERE id = $1", "i", now.body) != 0)
        return -1;
    objects__drop(arg->drops, now.blob[0] ? now.blob : NULL);
    return objects__settle(db, arg->drops, err);
}

int object_delete(struct objects *o, const char *bucket, const char *key, size_t key_len,
                  struct err *err)
{
    cleanup_drops struct drop_list drops = {0};
    struct delete_arg arg = {bucket, key, key_len, &drops};

    if (store_write(o->s, delete_row, &arg, err) != 0)
        return -1;
    fault_point("objects.delete.after");
    objects__remove(o, &drops);
    return 0;
}

/* Copy */

struct copy_arg {
    struct arena *a;
    const char *from_bucket, *from_key;
    size_t from_key_len;
    const char *bucket;
    struct object_row row;
    const struct object_info *info;
    struct drop_list *drops;
};

static int read_source(struct db *db, struct copy_arg *arg, struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;
    struct object_row *row = &arg->row;
    size_t n;

    if (db_query(db, &rows, err,
                 "SELECT o.size, o.etag, o.blob, d.meta, d.checksums, d.data FROM buckets b"
                 " JOIN objects o ON o.bucket = b.id JOIN object_bodies d ON d.id = o.body"
                 " WHERE b.name = $1 AND o.key = $2",
                 "tb", arg->from_bucket, arg->from_key, arg->from_key_len) != 0)
        return -1;
    int got = db_next(rows, err);
    if (got <= 0)
        return got == 0 ? objects__no_key(err, arg->from_key, arg->from_key_len) : -1;
    row->body.size = db_int(rows, 0);
    row->etag = arena_strdup(arg->a, db_text(rows, 1));
    row->body.blob = arena_strdup(arg->a, db_text(rows, 2));
    row->meta =
        arg->info ? objects__json(arg->a, arg->info->meta) : arena_strdup(arg->a, db_text(rows, 3));
    row->checksums = arg->info && arg->info->checksums ? objects__json(arg->a, arg->info->checksums)
                                                       : arena_strdup(arg->a, db_text(rows, 4));
    const void *data = db_blob(rows, 5, &n);
    row->body.data = data ? arena_memdup(arg->a, data, n ? n : 1) : NULL;
    return 0;
}

static int copy_row(struct db *db, void *p, struct err *err)
{
    struct copy_arg *arg = p;
    int64_t id;

    if (objects__bucket_id(db, arg->from_bucket, &id, err) != 0 || read_source(db, arg, err) != 0)
        return -1;
    arg->row.modified_ms = sys->wall_ms();
    if (objects__put_row(db, arg->bucket, &arg->row, NULL, arg->drops, err) != 0)
        return -1;
    return objects__settle(db, arg->drops, err);
}

int object_copy(struct objects *o, struct arena *a, const char *from_bucket, const char *from_key,
                size_t from_key_len, const char *bucket, const char *key, size_t key_len,
                const struct object_info *info, struct object_info *ret, struct err *err)
{
    cleanup_drops struct drop_list drops = {0};
    struct copy_arg arg = {.a = a,
                           .from_bucket = from_bucket,
                           .from_key = from_key,
                           .from_key_len = from_key_len,
                           .bucket = bucket,
                           .row = {.key = key, .key_len = key_len},
                           .info = info,
                           .drops = &drops};
    struct object_info got = {0};

    if (objects__check_key(key, key_len, err) != 0 || store_write(o->s, copy_row, &arg, err) != 0)
        return -1;
    objects__remove(o, &drops);
    if (objects__parse(a, arg.row.meta, &got.meta, err) != 0 ||
        objects__parse(a, arg.row.checksums, &got.checksums, err) != 0)
        return -1;
    fill_info(a, &arg.row, &got, ret);
    return 0;
}
