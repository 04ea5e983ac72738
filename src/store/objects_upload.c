/* Multipart uploads: parts are blobs of their own until the upload is completed.
 *
 *     uploads row ──(complete)──► done_etag set, parts gone ──(an hour later, collect)──► gone
 *          └──────(abort)───────► gone
 * Completing joins the parts outside the writer thread; the transaction at its end proves that they
 * are still the same. A row that is done answers a repeated Complete, since a client that lost the
 * first answer asks again. */
#include "base/fs.h"
#include "base/text.h"
#include "store/objects_impl.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PART_MIN (5 << 20)
#define PART_MAX 10000

static int no_upload(struct err *err, const char *id)
{
    return err_set(err, ERR_NOT_FOUND, "NoSuchUpload: there is no upload \"%.64s\"", id);
}

/* Create */

struct upload_arg {
    const char *bucket, *key, *id;
    size_t key_len;
    const char *meta, *checksums;
    struct drop_list *drops;
};

static int create_row(struct db *db, void *p, struct err *err)
{
    struct upload_arg *arg = p;
    int64_t bucket;

    if (objects__bucket_id(db, arg->bucket, &bucket, err) != 0)
        return -1;
    return db_run(db, NULL, err,
                  "INSERT INTO uploads (id, bucket, key, created_ms, meta, checksums)"
                  " VALUES ($1, $2, $3, $4, $5, $6)",
                  "tibitt", arg->id, bucket, arg->key, arg->key_len, sys->wall_ms(), arg->meta,
                  arg->checksums);
}

int upload_create(struct objects *o, struct arena *a, const char *bucket, const char *key,
                  size_t key_len, const struct object_info *info, char **ret_id, struct err *err)
{
    char *id = arena_alloc(a, 33);
    struct upload_arg arg = {.bucket = bucket,
                             .key = key,
                             .key_len = key_len,
                             .id = id,
                             .meta = objects__json(a, info ? info->meta : NULL),
                             .checksums = objects__json(a, info ? info->checksums : NULL)};

    if (objects__check_key(key, key_len, err) != 0)
        return -1;
    id_random(id, 32);
    if (store_write(o->s, create_row, &arg, err) != 0)
        return -1;
    *ret_id = id;
    return 0;
}

/* 1 and its row, 0 when there is no such upload of this key, -1. Texts last until the next call. */
static int find_upload(struct db *db, const char *bucket, const char *key, size_t key_len,
                       const char *id, struct db_rows **ret, struct err *err)
{
    if (db_query(db, ret, err,
                 "SELECT u.meta, u.checksums, u.done_etag FROM uploads u"
                 " JOIN buckets b ON b.id = u.bucket"
                 " WHERE u.id = $1 AND b.name = $2 AND u.key = $3",
                 "ttb", id, bucket, key, key_len) != 0)
        return -1;
    return db_next(*ret, err);
}

/* It is there and still takes parts. */
static int need_open(struct db *db, const char *bucket, const char *key, size_t key_len,
                     const char *id, struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;
    int got = find_upload(db, bucket, key, key_len, id, &rows, err);

    if (got < 0)
        return -1;
    return got == 1 && db_is_null(rows, 2) ? 0 : no_upload(err, id);
}

/* Parts */

struct part_arg {
    struct upload_arg at;
    struct upload_part *part;
    const char *blob;
};

static int put_part_row(struct db *db, void *p, struct err *err)
{
    struct part_arg *arg = p;
    struct upload_part *part = arg->part;

    if (need_open(db, arg->at.bucket, arg->at.key, arg->at.key_len, arg->at.id, err) != 0)
        return -1;
    {
        cleanup_rows struct db_rows *rows = NULL;
        if (db_query(db, &rows, err,
                     "SELECT blob FROM upload_parts WHERE upload = $1 AND number = $2", "ti",
                     arg->at.id, (int64_t)part->number) != 0)
            return -1;
        int got = db_next(rows, err);
        if (got < 0)
            return -1;
        if (got == 1)
            objects__drop(arg->at.drops, db_text(rows, 0));
    }
    part->modified_ms = sys->wall_ms();
    if (db_run(db, NULL, err,
               "INSERT INTO upload_parts (upload, number, size, modified_ms, etag, checksums, blob)"
               " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (upload, number) DO UPDATE SET"
               " size = excluded.size, modified_ms = excluded.modified_ms, etag = excluded.etag,"
               " checksums = excluded.checksums, blob = excluded.blob",
               "tiiittt", arg->at.id, (int64_t)part->number, part->size, part->modified_ms,
               part->etag, arg->at.checksums, arg->blob) != 0)
        return -1;
    return objects__settle(db, arg->at.drops, err);
}

int upload_put_part(struct objects *o, struct arena *a, const char *bucket, const char *key,
                    size_t key_len, const char *id, int number, struct object_writer *w,
                    const struct json *checksums, struct upload_part *ret, struct err *err)
{
    cleanup_drops struct drop_list drops = {0};
    char name[BLOB_NAME_MAX], md5[33];
    struct object_body body;

    if (number < 1 || number > PART_MAX)
        return err_set(err, ERR_INVALID, "InvalidArgument: part numbers are 1 to %d, not %d",
                       PART_MAX, number);
    if (objects__finish(w, true, &body, name, err) != 0)
        return -1;
    objects__md5_hex(w, md5);
    *ret = (struct upload_part){
        .number = number, .size = body.size, .etag = arena_strdup(a, md5), .checksums = checksums};
    struct part_arg arg = {.at = {.bucket = bucket,
                                  .key = key,
                                  .key_len = key_len,
                                  .id = id,
                                  .checksums = objects__json(a, checksums),
                                  .drops = &drops},
                           .part = ret,
                           .blob = name};
    if (store_write(o->s, put_part_row, &arg, err) != 0) {
        objects__undo_blob(o, name, err);
        return -1;
    }
    objects__remove(o, &drops);
    return 0;
}

struct stored_part {
    struct upload_part part;
    char blob[BLOB_NAME_MAX];
};

static int read_parts(struct db *db, struct arena *a, const char *id, int after, size_t max,
                      struct stored_part **ret, size_t *ret_n, struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;
    size_t n = 0, cap = 32;
    struct stored_part *list = arena_alloc(a, cap * sizeof *list);
    int got;

    if (db_query(db, &rows, err,
                 "SELECT number, size, modified_ms, etag, checksums, blob FROM upload_parts"
                 " WHERE upload = $1 AND number > $2 ORDER BY number",
                 "ti", id, (int64_t)after) != 0)
        return -1;
    while (n < max && (got = db_next(rows, err)) != 0) {
        if (got < 0)
            return -1;
        if (n == cap) {
            struct stored_part *more = arena_alloc(a, 2 * cap * sizeof *list);
            memcpy(more, list, n * sizeof *list);
            list = more;
            cap *= 2;
        }
        struct stored_part *s = &list[n++];
        s->part = (struct upload_part){.number = (int)db_int(rows, 0),
                                       .size = db_int(rows, 1),
                                       .modified_ms = db_int(rows, 2),
                                       .etag = arena_strdup(a, db_text(rows, 3))};
        if (objects__parse(a, db_text(rows, 4), &s->part.checksums, err) != 0)
            return -1;
        snprintf(s->blob, sizeof s->blob, "%s", db_text(rows, 5));
    }
    *ret = list;
    *ret_n = n;
    return 0;
}

int upload_parts(struct objects *o, struct arena *a, const char *bucket, const char *key,
                 size_t key_len, const char *id, int after, int max, struct upload_part **ret,
                 size_t *ret_n, bool *ret_truncated, struct err *err)
{
    struct db *db = store_reader(o->s, err);
    struct stored_part *list;
    size_t n;

    if (!db)
        return -1;
    int r = need_open(db, bucket, key, key_len, id, err);
    if (r == 0)
        r = read_parts(db, a, id, after, (size_t)max + 1, &list, &n, err);
    store_reader_done(o->s, db);
    if (r != 0)
        return -1;
    *ret_truncated = n > (size_t)max;
    *ret_n = *ret_truncated ? (size_t)max : n;
    *ret = arena_alloc(a, *ret_n * sizeof **ret + 1);
    for (size_t i = 0; i < *ret_n; i++)
        (*ret)[i] = list[i].part;
    return 0;
}

/* Complete */

struct complete_arg {
    struct upload_arg at;
    const struct object_condition *cond;
    const struct stored_part **parts; /* those that were joined, in order */
    size_t n;
    struct object_row row;
    char etag[48];
    char blob[BLOB_NAME_MAX];
    bool own_blob; /* joined into a blob of its own */
};

static const struct stored_part *part_by_number(const struct stored_part *list, size_t n,
                                                int number)
{
    size_t low = 0, high = n;

    while (low < high) {
        size_t mid = (low + high) / 2;
        if (list[mid].part.number == number)
            return &list[mid];
        if (list[mid].part.number < number)
            low = mid + 1;
        else
            high = mid;
    }
    return NULL;
}

/* Compares what the client named with what is there. */
static int choose_parts(struct arena *a, const struct upload_part *wanted, size_t n,
                        const struct stored_part *list, size_t n_list, struct complete_arg *arg,
                        struct err *err)
{
    if (n == 0)
        return err_set(err, ERR_INVALID, "MalformedXML: an upload is completed from parts");
    arg->parts = arena_alloc(a, n * sizeof *arg->parts);
    arg->n = n;
    for (size_t i = 1; i < n; i++) {
        if (wanted[i].number <= wanted[i - 1].number)
            return err_set(err, ERR_INVALID, "InvalidPartOrder: part %d is named behind part %d",
                           wanted[i].number, wanted[i - 1].number);
    }
    for (size_t i = 0; i < n; i++) {
        const struct stored_part *s = part_by_number(list, n_list, wanted[i].number);
        if (!s || !str_eq(s->part.etag, wanted[i].etag))
            return err_set(err, ERR_INVALID, "InvalidPart: part %d is not there with this ETag",
                           wanted[i].number);
        arg->parts[i] = s;
    }
    for (size_t i = 0; i + 1 < n; i++) {
        if (arg->parts[i]->part.size < PART_MIN)
            return err_set(err, ERR_INVALID,
                           "EntityTooSmall: part %d has %lld bytes; all but the last have %d",
                           wanted[i].number, (long long)arg->parts[i]->part.size, PART_MIN);
    }
    return 0;
}

/* MD5 over the parts' binary MD5s, and their number. */
static void joined_etag(const struct complete_arg *arg, char ret[48])
{
    cleanup_digest struct digest_set *set = digest_set_create(1u << DIGEST_MD5);
    uint8_t md5[DIGEST_MAX];
    char hex[33];

    for (size_t i = 0; i < arg->n; i++) {
        if (hex_decode(arg->parts[i]->part.etag, 32, md5) != 0)
            die("the ETag of a part is no MD5");
        digest_set_update(set, md5, 16);
    }
    digest_set_final(set, DIGEST_MD5, md5);
    hex_encode(md5, 16, hex);
    snprintf(ret, 48, "%s-%zu", hex, arg->n);
}

static int join_parts(struct objects *o, struct complete_arg *arg, struct err *err)
{
    struct blob_writer *w;
    int r = 0;

    for (size_t i = 0; i < arg->n; i++)
        arg->row.body.size += arg->parts[i]->part.size;
    arg->row.body.blob = arg->blob;
    if (arg->n == 1) { /* it is the object already */
        memcpy(arg->blob, arg->parts[0]->blob, sizeof arg->blob);
        return 0;
    }
    if (o->blobs->ops->create(o->blobs, arg->row.body.size, &w, err) != 0)
        return -1;
    for (size_t i = 0; r == 0 && i < arg->n; i++)
        r = o->blobs->ops->append(w, arg->parts[i]->blob, err);
    if (r != 0) {
        o->blobs->ops->abort(w);
        return -1;
    }
    if (o->blobs->ops->commit(w, true, arg->blob, err) != 0)
        return -1;
    arg->own_blob = true;
    return 0;
}

/* The parts that were joined are still those of the upload; all of them lose their rows. */
static int take_parts(struct db *db, struct complete_arg *arg, struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;
    size_t same = 0;
    int got;

    if (db_query(db, &rows, err,
                 "DELETE FROM upload_parts WHERE upload = $1 RETURNING number, blob", "t",
                 arg->at.id) != 0)
        return -1;
    while ((got = db_next(rows, err)) == 1) {
        for (size_t i = 0; i < arg->n; i++) {
            if (arg->parts[i]->part.number == db_int(rows, 0))
                same += str_eq(arg->parts[i]->blob, db_text(rows, 1));
        }
        objects__drop(arg->at.drops, db_text(rows, 1));
    }
    if (got < 0)
        return -1;
    if (same != arg->n)
        return err_set(err, ERR_INVALID, "InvalidPart: a part was replaced meanwhile");
    return 0;
}

static int complete_rows(struct db *db, void *p, struct err *err)
{
    struct complete_arg *arg = p;

    if (need_open(db, arg->at.bucket, arg->at.key, arg->at.key_len, arg->at.id, err) != 0 ||
        take_parts(db, arg, err) != 0)
        return -1;
    arg->row.modified_ms = sys->wall_ms();
    if (objects__put_row(db, arg->at.bucket, &arg->row, arg->cond, arg->at.drops, err) != 0 ||
        db_run(db, NULL, err, "UPDATE uploads SET done_etag = $1, created_ms = $2 WHERE id = $3",
               "tit", arg->row.etag, arg->row.modified_ms, arg->at.id) != 0)
        return -1;
    return objects__settle(db, arg->at.drops, err);
}

/* What the upload is made of: 0 to go on, 1 when it is done already, -1. */
static int load(struct objects *o, struct arena *a, struct complete_arg *arg,
                struct stored_part **ret, size_t *ret_n, struct err *err)
{
    struct db *db = store_reader(o->s, err);
    struct db_rows *rows = NULL;
    int r = -1;

    if (!db)
        return -1;
    int got = find_upload(db, arg->at.bucket, arg->at.key, arg->at.key_len, arg->at.id, &rows, err);
    if (got == 0)
        no_upload(err, arg->at.id);
    if (got == 1) {
        arg->row.meta = arena_strdup(a, db_text(rows, 0));
        arg->row.checksums = arena_strdup(a, db_text(rows, 1));
        arg->row.etag = arena_strdup(a, db_text(rows, 2));
        r = arg->row.etag ? 1 : 0;
    }
    db_done(rows);
    if (r == 0)
        r = read_parts(db, a, arg->at.id, 0, SIZE_MAX, ret, ret_n, err);
    store_reader_done(o->s, db);
    return r;
}

static int complete(struct objects *o, struct arena *a, struct complete_arg *arg,
                    const struct upload_part *parts, size_t n, const struct stored_part *list,
                    size_t n_list, struct err *err)
{
    if (choose_parts(a, parts, n, list, n_list, arg, err) != 0)
        return -1;
    joined_etag(arg, arg->etag);
    arg->row.etag = arg->etag;
    if (join_parts(o, arg, err) != 0)
        return -1;
    fault_point("objects.complete.before");
    if (store_write(o->s, complete_rows, arg, err) != 0) {
        objects__undo_blob(o, arg->own_blob ? arg->blob : NULL, err);
        return -1;
    }
    objects__remove(o, arg->at.drops);
    return 0;
}

/* The answer to a repeated Complete: the object, while it is still the one that was made. */
static int completed_before(struct objects *o, struct arena *a, const struct complete_arg *arg,
                            struct object_info *ret, struct err *err)
{
    struct object_info info;

    if (object_head(o, a, arg->at.bucket, arg->at.key, arg->at.key_len, &info, err) != 0 ||
        !str_eq(info.etag, arg->row.etag))
        return no_upload(err, arg->at.id);
    if (ret)
        *ret = info;
    return 0;
}

int upload_complete(struct objects *o, struct arena *a, const char *bucket, const char *key,
                    size_t key_len, const char *id, const struct upload_part *parts, size_t n,
                    const struct object_condition *cond, struct object_info *ret, struct err *err)
{
    cleanup_drops struct drop_list drops = {0};
    struct complete_arg arg = {
        .at = {.bucket = bucket, .key = key, .key_len = key_len, .id = id, .drops = &drops},
        .cond = cond,
        .row = {.key = key, .key_len = key_len},
    };
    struct stored_part *list = NULL;
    size_t n_list = 0;

    int r = load(o, a, &arg, &list, &n_list, err);
    if (r == 1)
        return completed_before(o, a, &arg, ret, err);
    if (r != 0 || complete(o, a, &arg, parts, n, list, n_list, err) != 0)
        return -1;
    if (!ret)
        return 0;
    *ret = (struct object_info){.key = objects__bytes(a, key, key_len),
                                .key_len = key_len,
                                .size = arg.row.body.size,
                                .modified_ms = arg.row.modified_ms,
                                .etag = arena_strdup(a, arg.etag),
                                .version = "null",
                                .blob = arena_strdup(a, arg.blob)};
    if (objects__parse(a, arg.row.meta, &ret->meta, err) != 0)
        return -1;
    return objects__parse(a, arg.row.checksums, &ret->checksums, err);
}

/* Abort */

static int abort_rows(struct db *db, void *p, struct err *err)
{
    struct upload_arg *arg = p;

    if (need_open(db, arg->bucket, arg->key, arg->key_len, arg->id, err) != 0)
        return -1;
    {
        cleanup_rows struct db_rows *rows = NULL;
        int got;
        if (db_query(db, &rows, err, "DELETE FROM upload_parts WHERE upload = $1 RETURNING blob",
                     "t", arg->id) != 0)
            return -1;
        while ((got = db_next(rows, err)) == 1)
            objects__drop(arg->drops, db_text(rows, 0));
        if (got < 0)
            return -1;
    }
    if (db_run(db, NULL, err, "DELETE FROM uploads WHERE id = $1", "t", arg->id) != 0)
        return -1;
    return objects__settle(db, arg->drops, err);
}

int upload_abort(struct objects *o, const char *bucket, const char *key, size_t key_len,
                 const char *id, struct err *err)
{
    cleanup_drops struct drop_list drops = {0};
    struct upload_arg arg = {
        .bucket = bucket, .key = key, .key_len = key_len, .id = id, .drops = &drops};

    if (store_write(o->s, abort_rows, &arg, err) != 0)
        return -1;
    objects__remove(o, &drops);
    return 0;
}

/* List */

static int list_in(struct db *db, struct arena *a, const char *bucket, const char *prefix,
                   struct upload_info **ret, size_t *ret_n, struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;
    const size_t prefix_len = prefix ? strlen(prefix) : 0;
    size_t n = 0, cap = 16;
    struct upload_info *list = arena_alloc(a, cap * sizeof *list);
    int64_t id;
    int got;

    if (objects__bucket_id(db, bucket, &id, err) != 0 ||
        db_query(db, &rows, err,
                 "SELECT key, id, created_ms FROM uploads WHERE bucket = $1 AND key >= $2"
                 " AND done_etag IS NULL ORDER BY key, id",
                 "ib", id, prefix ? prefix : "", prefix_len) != 0)
        return -1;
    while ((got = db_next(rows, err)) == 1) {
        size_t len;
        const char *key = db_blob(rows, 0, &len);
        if (len < prefix_len || memcmp(key, prefix ? prefix : "", prefix_len) != 0)
            break;
        if (n == cap) {
            struct upload_info *more = arena_alloc(a, 2 * cap * sizeof *list);
            memcpy(more, list, n * sizeof *list);
            list = more;
            cap *= 2;
        }
        list[n++] = (struct upload_info){.key = objects__bytes(a, key, len),
                                         .key_len = len,
                                         .id = arena_strdup(a, db_text(rows, 1)),
                                         .created_ms = db_int(rows, 2)};
    }
    *ret = list;
    *ret_n = n;
    return got < 0 ? -1 : 0;
}

int upload_list(struct objects *o, struct arena *a, const char *bucket, const char *prefix,
                struct upload_info **ret, size_t *ret_n, struct err *err)
{
    struct db *db = store_reader(o->s, err);

    if (!db)
        return -1;
    int r = list_in(db, a, bucket, prefix, ret, ret_n, err);
    store_reader_done(o->s, db);
    return r;
}
