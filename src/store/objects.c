/* Objects: schema, opening, and what all operations share.
 *
 * Tables:
 *     buckets ──< objects ── object_bodies      (a listing reads `objects` only: its rows are
 * small) └────< uploads ──< upload_parts blob_pins                                 (owner, blob) A
 * blob is alive while objects.blob, upload_parts.blob or blob_pins.blob names it. There is no count
 * that could drift: whoever deletes a row asks the three indexes. The file goes after the commit; a
 * crash in between leaves an orphan that object_collect finds. */
#include "store/objects_impl.h"
#include "base/fs.h"
#include "base/log.h"
#include "base/text.h"
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char schema_0[] =
    "CREATE TABLE buckets ("
    " id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, region TEXT NOT NULL,"
    " versioning TEXT NOT NULL DEFAULT '', created_ms INTEGER NOT NULL) STRICT;"
    "CREATE TABLE object_bodies ("
    " id INTEGER PRIMARY KEY, meta TEXT NOT NULL, checksums TEXT NOT NULL, data BLOB) STRICT;"
    "CREATE TABLE objects ("
    " bucket INTEGER NOT NULL REFERENCES buckets (id), key BLOB NOT NULL,"
    " version TEXT NOT NULL DEFAULT 'null', size INTEGER NOT NULL, modified_ms INTEGER NOT NULL,"
    " etag TEXT NOT NULL, blob TEXT, body INTEGER NOT NULL,"
    " PRIMARY KEY (bucket, key)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX objects_blob ON objects (blob) WHERE blob IS NOT NULL;"
    "CREATE TABLE uploads ("
    " id TEXT PRIMARY KEY NOT NULL, bucket INTEGER NOT NULL REFERENCES buckets (id),"
    " key BLOB NOT NULL, created_ms INTEGER NOT NULL, meta TEXT NOT NULL, checksums TEXT NOT NULL,"
    " done_etag TEXT) STRICT, WITHOUT ROWID;"
    "CREATE INDEX uploads_key ON uploads (bucket, key, id);"
    "CREATE TABLE upload_parts ("
    " upload TEXT NOT NULL REFERENCES uploads (id), number INTEGER NOT NULL,"
    " size INTEGER NOT NULL, modified_ms INTEGER NOT NULL, etag TEXT NOT NULL,"
    " checksums TEXT NOT NULL, blob TEXT NOT NULL,"
    " PRIMARY KEY (upload, number)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX upload_parts_blob ON upload_parts (blob);"
    "CREATE TABLE blob_pins ("
    " owner TEXT NOT NULL, blob TEXT NOT NULL, PRIMARY KEY (owner, blob)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX blob_pins_blob ON blob_pins (blob);";

static const char *const migrations[] = {schema_0, NULL};
const struct store_module objects_module = {"objects", migrations};

int objects_open(struct store *s, struct objects **ret, struct err *err)
{
    struct objects *o = xcalloc(1, sizeof *o);
    size_t n = strlen(store_dir(s)) + sizeof "/objects";
    cleanup_free char *dir = xmalloc(n);

    snprintf(dir, n, "%s/objects", store_dir(s));
    o->s = s;
    o->dropped = map_create();
    pthread_mutex_init(&o->lock, NULL);
    if (blobs_open(&blob_files, dir, &o->blobs, err) != 0) {
        objects_close(o);
        return -1;
    }
    *ret = o;
    return 0;
}

void objects_close(struct objects *o)
{
    if (!o)
        return;
    if (o->blobs)
        o->blobs->ops->close(o->blobs);
    pthread_mutex_destroy(&o->lock);
    map_destroy(o->dropped);
    free(o);
}

struct blobs *objects_blobs(struct objects *o)
{
    return o->blobs;
}

/* Errors that callers recognise by their first word. */

int objects__no_bucket(struct err *err, const char *bucket)
{
    return err_set(err, ERR_NOT_FOUND, "NoSuchBucket: there is no bucket \"%.64s\"", bucket);
}

int objects__no_key(struct err *err, const char *key, size_t key_len)
{
    return err_set(err, ERR_NOT_FOUND, "NoSuchKey: there is no key \"%.*s\"",
                   (int)(key_len < 512 ? key_len : 512), key);
}

int objects__check_key(const char *key, size_t key_len, struct err *err)
{
    if (key_len == 0 || key_len > OBJECT_KEY_MAX)
        return err_set(err, ERR_INVALID, "a key has 1 to %d bytes, not %zu", OBJECT_KEY_MAX,
                       key_len);
    return 0;
}

char *objects__bytes(struct arena *a, const char *p, size_t n)
{
    char *copy = arena_alloc(a, n + 1);

    memcpy(copy, p, n);
    copy[n] = '\0';
    return copy;
}

const char *objects__json(struct arena *a, const struct json *v)
{
    return v ? json_text(a, v) : "{}";
}

int objects__parse(struct arena *a, const char *text, const struct json **ret, struct err *err)
{
    struct json *v;

    if (json_parse(a, text, strlen(text), &v, err) != 0) {
        err->code = ERR_CORRUPT;
        return err_prefix(err, "stored metadata");
    }
    *ret = v;
    return 0;
}

/* Blobs that lost a row */

void drop_list_free(struct drop_list *d)
{
    free(d->items);
    d->items = NULL;
}

void objects__drop(struct drop_list *d, const char *blob)
{
    if (!blob)
        return;
    if (d->n == d->cap) {
        d->cap = d->cap ? d->cap * 2 : 4;
        d->items = xrealloc(d->items, d->cap * sizeof *d->items);
    }
    struct drop *item = &d->items[d->n++];
    item->pinned = false;
    snprintf(item->name, sizeof item->name, "%s", blob);
}

int objects__has_row(struct db *db, const char *blob, struct err *err)
{
    int64_t one;

    return db_get_int(db, &one, err,
                      "SELECT 1 FROM objects WHERE blob = $1"
                      " UNION ALL SELECT 1 FROM upload_parts WHERE blob = $1 LIMIT 1",
                      "t", blob);
}

int objects__has_pin(struct db *db, const char *blob, struct err *err)
{
    int64_t one;

    return db_get_int(db, &one, err, "SELECT 1 FROM blob_pins WHERE blob = $1 LIMIT 1", "t", blob);
}

int objects__settle(struct db *db, struct drop_list *d, struct err *err)
{
    size_t kept = 0;

    for (size_t i = 0; i < d->n; i++) {
        int row = objects__has_row(db, d->items[i].name, err);
        int pin = row == 0 ? objects__has_pin(db, d->items[i].name, err) : 0;
        if (row < 0 || pin < 0)
            return -1;
        if (row == 0) {
            d->items[kept] = d->items[i];
            d->items[kept++].pinned = pin == 1;
        }
    }
    d->n = kept;
    d->settled = true;
    return 0;
}

static void remember_dropped(struct objects *o, const char *name)
{
    pthread_mutex_lock(&o->lock);
    map_set(o->dropped, name, o);
    pthread_mutex_unlock(&o->lock);
}

void objects__remove(struct objects *o, const struct drop_list *d)
{
    struct err err = {0};

    assert(d->settled || d->n == 0);
    for (size_t i = 0; i < d->n; i++) {
        if (!d->items[i].pinned && o->blobs->ops->remove(o->blobs, d->items[i].name, &err) == 0)
            continue;
        if (!d->items[i].pinned)
            log_warn("store: %s", err.msg);
        remember_dropped(o, d->items[i].name);
    }
}

/* After an I/O error the row may yet be in the log and come back with it after a crash: then its
 * blob must be there, and the collection finds out later. */
void objects__undo_blob(struct objects *o, const char *blob, const struct err *why)
{
    struct err ignored;

    if (blob && why->code != ERR_IO)
        o->blobs->ops->remove(o->blobs, blob, &ignored);
}
