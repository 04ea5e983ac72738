/* Objects: buckets and keys with S3's semantics, over the metadata database and the blobs.
 *
 * Bodies of up to OBJECT_INLINE bytes live in their row, larger ones are blobs. Keys are bytes
 * (1 to 1,024), compared bytewise. A PUT is one transaction; the last writer wins; a reader sees
 * the old or the new object. The row keeps a history of versions where a bucket has versioning on
 * (columns are there; one version "null" otherwise). */
#pragma once
#include "base/digest.h"
#include "base/json.h"
#include "store/blob.h"
#include "store/store.h"

#define OBJECT_INLINE  (16 * 1024)
#define OBJECT_KEY_MAX 1024

struct objects;
extern const struct store_module objects_module; /* for store_open */

/* Blobs live in DIR/objects. */
int objects_open(struct store *s, struct objects **ret, struct err *err);
void objects_close(struct objects *o);
struct blobs *objects_blobs(struct objects *o);

struct bucket_info {
    const char *name, *region;
    int64_t created_ms;
};
/* ERR_EXISTS when it is there. ERR_INVALID: not a bucket name. */
int bucket_create(struct objects *o, const char *name, const char *region, struct err *err);
int bucket_get(struct objects *o, struct arena *a, const char *name, struct bucket_info *ret,
               struct err *err); /* ERR_NOT_FOUND */
int bucket_delete(struct objects *o, const char *name,
                  struct err *err); /* ERR_CONFLICT: not empty */
int bucket_list(struct objects *o, struct arena *a, struct bucket_info **ret, size_t *ret_n,
                struct err *err);

struct object_info {
    const char *key; /* NUL-terminated behind key_len */
    size_t key_len;
    int64_t size, modified_ms;
    const char *etag;        /* without quotes: "5eb63…" or "…-3" */
    const char *version;     /* "null" without versioning */
    const struct json *meta; /* {"content-type": …, "cache-control": …, "x-amz-meta-…": …} */
    const struct json *checksums; /* {"CRC32": "base64", …, "type": "FULL_OBJECT"|"COMPOSITE"} */
    const char *blob;             /* its blob's name, or NULL when inline */
    const void *data;             /* inline bytes (object_get only), size long */
};

/* What a write must find; unset members do not count. ERR_CONFLICT when it does not hold (412);
 * if_match on a missing key: ERR_NOT_FOUND. */
struct object_condition {
    bool if_none_match_any;
    const char *if_match; /* etag without quotes */
};

/* A body on its way in: bytes are kept in memory up to OBJECT_INLINE, then become a blob; MD5 (for
 * the ETag) and the asked-for checksums are computed on the way. */
struct object_writer;
int object_writer_create(struct objects *o, unsigned digests, int64_t size_hint,
                         struct object_writer **ret, struct err *err);
int object_writer_write(struct object_writer *w, const void *p, size_t n, struct err *err);
/* After the last byte: digests of what was written (before put, to compare with what was
 * announced). */
void object_writer_digest(struct object_writer *w, enum digest_alg alg, uint8_t ret[DIGEST_MAX]);
int64_t object_writer_size(const struct object_writer *w);
void object_writer_destroy(struct object_writer *w); /* drops what was not put; takes NULL */

/* Makes the writer's bytes the object `key` (durable when it returns). `info` gives meta and
 * checksums (may be NULL members); its etag when not the body's MD5. *ret is filled from the arena.
 */
int object_put(struct objects *o, struct arena *a, const char *bucket, const char *key,
               size_t key_len, struct object_writer *w, const struct object_info *info,
               const struct object_condition *cond, struct object_info *ret, struct err *err);
/* The same for bytes in memory. */
int object_put_bytes(struct objects *o, struct arena *a, const char *bucket, const char *key,
                     size_t key_len, const void *p, size_t n, const struct object_info *info,
                     const struct object_condition *cond, struct object_info *ret, struct err *err);
/* Several objects whose blobs were adopted already and synced: one transaction. Used by the
 * collection of a job's outputs. `key` `size` `etag` `blob` (or `data`) of each info count. */
int object_put_many(struct objects *o, const char *bucket, const struct object_info *infos,
                    size_t n, struct err *err);

/* ERR_NOT_FOUND: message "bucket" or "key" tells which is missing (err->msg starts with
 * "NoSuchBucket" or "NoSuchKey"). object_head leaves `data` NULL. */
int object_get(struct objects *o, struct arena *a, const char *bucket, const char *key,
               size_t key_len, struct object_info *ret, struct err *err);
int object_head(struct objects *o, struct arena *a, const char *bucket, const char *key,
                size_t key_len, struct object_info *ret, struct err *err);
/* object_get, and its blob opened for reading: *ret_fd is -1 when the body is inline. Somebody who
 * replaces the object at this moment removes the old blob, so opening ret->blob later may fail: the
 * descriptor stays good. */
int object_open(struct objects *o, struct arena *a, const char *bucket, const char *key,
                size_t key_len, struct object_info *ret, int *ret_fd, struct err *err);
/* Fine if not there (as S3). */
int object_delete(struct objects *o, const char *bucket, const char *key, size_t key_len,
                  struct err *err);
/* Many keys in one transaction; `key` and `key_len` of each count. */
int object_delete_many(struct objects *o, const char *bucket, const struct object_info *keys,
                       size_t n, struct err *err);
/* Sets these members of an object's meta (null removes one) and nothing else: neither its bytes nor
 * its time of change. */
int object_change_meta(struct objects *o, const char *bucket, const char *key, size_t key_len,
                       const struct json *changes, struct err *err);
/* Shares the blob: costs no bytes. `info` NULL: keep the source's meta; its
 * checksums NULL: keep the source's. */
int object_copy(struct objects *o, struct arena *a, const char *from_bucket, const char *from_key,
                size_t from_key_len, const char *bucket, const char *key, size_t key_len,
                const struct object_info *info, struct object_info *ret, struct err *err);

struct object_list {
    const char *prefix;
    size_t prefix_len;
    const char *delimiter;
    size_t delimiter_len; /* 0: none */
    const char *after;    /* start behind this key (or behind this common prefix) */
    size_t after_len;
    int max; /* keys + prefixes */
};
struct object_page {
    struct object_info *items; /* without data, meta and checksums */
    size_t n_items;
    const char **prefixes;
    size_t *prefix_lens;
    size_t n_prefixes;
    bool truncated;
    const char *next; /* the last key or prefix given: `after` of the next page */
    size_t next_len;
};
/* Seeks past each common prefix: a page costs its own length, whatever the bucket holds. */
int object_list(struct objects *o, struct arena *a, const char *bucket,
                const struct object_list *what, struct object_page *ret, struct err *err);

/* Multipart uploads. */
struct upload_part {
    int number;
    int64_t size, modified_ms;
    const char *etag;
    const struct json *checksums;
};
int upload_create(struct objects *o, struct arena *a, const char *bucket, const char *key,
                  size_t key_len, const struct object_info *info, char **ret_id, struct err *err);
int upload_put_part(struct objects *o, struct arena *a, const char *bucket, const char *key,
                    size_t key_len, const char *id, int number, struct object_writer *w,
                    const struct json *checksums, struct upload_part *ret, struct err *err);
/* `parts` as the client named them: ERR_INVALID with a message that starts with "InvalidPart",
 * "InvalidPartOrder" or "EntityTooSmall"; ERR_NOT_FOUND "NoSuchUpload". Parts are joined without
 * copying where the file system can, else copied. */
int upload_complete(struct objects *o, struct arena *a, const char *bucket, const char *key,
                    size_t key_len, const char *id, const struct upload_part *parts, size_t n,
                    const struct object_condition *cond, struct object_info *ret, struct err *err);
/* What the upload was begun with: meta and checksums; etag is NULL until it is completed.
 * ERR_NOT_FOUND "NoSuchUpload". */
int upload_get(struct objects *o, struct arena *a, const char *bucket, const char *key,
               size_t key_len, const char *id, struct object_info *ret, struct err *err);
/* Replaces the upload's checksums: the object gets them from there when it is completed. */
int upload_set_checksums(struct objects *o, const char *bucket, const char *key, size_t key_len,
                         const char *id, const struct json *checksums, struct err *err);
int upload_abort(struct objects *o, const char *bucket, const char *key, size_t key_len,
                 const char *id, struct err *err);
int upload_parts(struct objects *o, struct arena *a, const char *bucket, const char *key,
                 size_t key_len, const char *id, int after, int max, struct upload_part **ret,
                 size_t *ret_n, bool *ret_truncated, struct err *err);
struct upload_info {
    const char *key;
    size_t key_len;
    const char *id;
    int64_t created_ms;
};
int upload_list(struct objects *o, struct arena *a, const char *bucket, const char *prefix,
                struct upload_info **ret, size_t *ret_n, struct err *err);

/* Pins keep a blob alive while a job's manifest names it; object_collect removes blobs that neither
 * a row nor a pin names and that are older than an hour (or were named by a row that this process
 * deleted). */
int blob_pin(struct db *db, const char *owner, const char *blob, struct err *err);
int blob_unpin_all(struct db *db, const char *owner, struct err *err);
/* blob_unpin_all, and the next collection need not wait for those blobs to be an hour old. */
int objects_unpin(struct objects *o, struct db *db, const char *owner, struct err *err);
int object_collect(struct objects *o, int64_t *ret_freed_bytes, struct err *err);
struct object_garbage { /* blobs */
    int64_t n, bytes;
};
int object_collect_garbage(struct objects *o, struct object_garbage *ret, struct err *err);
/* What a collection would remove if the pins of those owners were gone. Not on the writer thread.
 */
int object_garbage(struct objects *o, bool (*gone)(void *arg, const char *owner), void *arg,
                   struct object_garbage *ret, struct err *err);
/* Empties everything (POST /_slipway/reset of an ephemeral server). */
int objects_reset(struct objects *o, struct err *err);
