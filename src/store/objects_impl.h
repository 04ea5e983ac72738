/* What the files objects_*.c share; private to this folder. */
#pragma once
#include "base/map.h"
#include "store/objects.h"
#include <pthread.h>

struct objects {
    struct store *s;
    struct blobs *blobs;
    pthread_mutex_t lock;
    /* Names of blobs that lost their last row to this process but are still pinned, or could not be
     * removed: object_collect need not wait an hour for them. Under the lock. */
    struct map *dropped;
};

/* Blobs that a transaction takes rows from. What no row names any more is removed after the commit:
 *     objects__drop (any number), objects__settle (last, in the transaction), objects__remove. */
struct drop_list {
    struct drop {
        char name[BLOB_NAME_MAX];
        bool pinned;
    } * items;
    size_t n, cap;
    bool settled;
};
void drop_list_free(struct drop_list *d);
#define cleanup_drops __attribute__((cleanup(drop_list_free)))
void objects__drop(struct drop_list *d, const char *blob); /* takes NULL */
int objects__settle(struct db *db, struct drop_list *d, struct err *err);
void objects__remove(struct objects *o, const struct drop_list *d);
/* Removes a blob (NULL: none) whose row was not written for this reason. */
void objects__undo_blob(struct objects *o, const char *blob, const struct err *why);
/* 1 when a row names it, 0, -1. */
int objects__has_row(struct db *db, const char *blob, struct err *err);
int objects__has_pin(struct db *db, const char *blob, struct err *err);

int objects__no_bucket(struct err *err, const char *bucket);
int objects__no_key(struct err *err, const char *key, size_t key_len);
int objects__check_key(const char *key, size_t key_len, struct err *err);
/* Its number; ERR_NOT_FOUND "NoSuchBucket…". */
int objects__bucket_id(struct db *db, const char *bucket, int64_t *ret, struct err *err);

/* A body at rest: as bytes or as a blob. */
struct object_body {
    const void *data; /* NULL: see blob */
    const char *blob;
    int64_t size;
};

/* A row about to be written. Texts of JSON, as they are stored. */
struct object_row {
    const char *key;
    size_t key_len;
    struct object_body body;
    const char *etag, *meta, *checksums;
    int64_t modified_ms;
};
/* Within a transaction: puts the row, and collects the blob that it replaces. */
int objects__put_row(struct db *db, const char *bucket, const struct object_row *row,
                     const struct object_condition *cond, struct drop_list *drops, struct err *err);
/* A copy with a NUL behind it; keys may hold NULs themselves. */
char *objects__bytes(struct arena *a, const char *p, size_t n);
/* Compact text of meta or checksums; "{}" for NULL. */
const char *objects__json(struct arena *a, const struct json *v);
int objects__parse(struct arena *a, const char *text, const struct json **ret, struct err *err);

/* Closes the writer's stream: what it holds as a body at rest (a blob is durable then and belongs
 * to the caller). `as_blob`: also a small one becomes a blob. */
int objects__finish(struct object_writer *w, bool as_blob, struct object_body *ret,
                    char ret_name[BLOB_NAME_MAX], struct err *err);
void objects__md5_hex(struct object_writer *w, char ret[33]);
