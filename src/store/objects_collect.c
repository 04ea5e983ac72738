/* Pins, the collection of blobs that nothing names, and the reset of an ephemeral server.
 *
 * A blob without row and pin is one that is on its way in (its row comes within moments of its
 * file, an adopted one's after its job was collected), or an orphan: left by a crash, or by a pin
 * that is gone. Age tells them apart. A blob that this process itself took the last row from needs
 * no age. */
#include "base/sys.h"
#include "store/objects_impl.h"
#include <stdlib.h>
#include <string.h>

#define ORPHAN_AGE_MS (60 * 60 * 1000)
#define CHUNK         32 /* blobs looked at in one closure: other writes wait for it */

int blob_pin(struct db *db, const char *owner, const char *blob, struct err *err)
{
    int named = objects__has_row(db, blob, err);

    if (named == 0)
        named = objects__has_pin(db, blob, err);
    if (named < 0)
        return -1;
    if (named == 0)
        return err_set(err, ERR_NOT_FOUND, "blob %s is gone: its object was replaced or deleted",
                       blob);
    return db_run(db, NULL, err,
                  "INSERT INTO blob_pins (owner, blob) VALUES ($1, $2)"
                  " ON CONFLICT (owner, blob) DO NOTHING",
                  "tt", owner, blob);
}

int blob_unpin_all(struct db *db, const char *owner, struct err *err)
{
    return db_run(db, NULL, err, "DELETE FROM blob_pins WHERE owner = $1", "t", owner);
}

static void remember(struct objects *o, const char *blob)
{
    pthread_mutex_lock(&o->lock);
    map_set(o->dropped, blob, o);
    pthread_mutex_unlock(&o->lock);
}

int objects_unpin(struct objects *o, struct db *db, const char *owner, struct err *err)
{
    struct db_rows *rows cleanup_rows = NULL;
    int got;

    if (db_query(db, &rows, err, "SELECT blob FROM blob_pins WHERE owner = $1", "t", owner) != 0)
        return -1;
    while ((got = db_next(rows, err)) == 1)
        remember(o, db_text(rows, 0)); /* it had a row when it was pinned: none is on its way */
    if (got < 0)
        return -1;
    db_done(rows);
    rows = NULL;
    return blob_unpin_all(db, owner, err);
}

/* Candidates wait in a chunk, so that no transaction is long. */
struct candidate {
    char name[BLOB_NAME_MAX];
    int64_t size;
};
struct collection {
    struct objects *o;
    int64_t before_ms;
    struct object_garbage freed;
    struct candidate *items;
    size_t n;
};

/* On the writer thread, so that no pin or copy comes in between the look and the removal. */
static int collect_chunk(struct db *db, void *p, struct err *err)
{
    struct collection *c = p;

    for (size_t i = 0; i < c->n; i++) {
        const char *name = c->items[i].name;
        int row = objects__has_row(db, name, err);
        int pin = row == 0 ? objects__has_pin(db, name, err) : 0;
        if (row < 0 || pin < 0)
            return -1;
        if (row > 0 || pin > 0)
            continue;
        if (c->o->blobs->ops->remove(c->o->blobs, name, err) != 0)
            return -1;
        c->freed.n++;
        c->freed.bytes += c->items[i].size;
    }
    return 0;
}

static int flush_chunk(struct collection *c, struct err *err)
{
    if (c->n == 0)
        return 0;
    int r = store_write(c->o->s, collect_chunk, c, err);
    c->n = 0;
    return r;
}

static bool was_dropped(struct objects *o, const char *name)
{
    pthread_mutex_lock(&o->lock);
    bool found = map_get(o->dropped, name) != NULL;
    pthread_mutex_unlock(&o->lock);
    return found;
}

static int visit(void *arg, const char *name, int64_t size, int64_t mtime_ms, struct err *err)
{
    struct collection *c = arg;

    if (mtime_ms > c->before_ms && !was_dropped(c->o, name))
        return 0;
    struct candidate *item = &c->items[c->n++];
    memcpy(item->name, name, strlen(name) + 1);
    item->size = size;
    return c->n == CHUNK ? flush_chunk(c, err) : 0;
}

static int still_pinned(struct db *db, struct objects *o, struct map *ret, struct err *err)
{
    const char *name;
    void *value;

    for (size_t at = 0; map_next(o->dropped, &at, &name, &value);) {
        int pin = objects__has_pin(db, name, err);
        if (pin < 0)
            return -1;
        if (pin == 1)
            map_set(ret, name, value);
    }
    return 0;
}

/* What the collection has removed need not be remembered. */
static int forget_dropped(struct db *db, void *p, struct err *err)
{
    struct objects *o = p;
    struct map *pinned = map_create();

    pthread_mutex_lock(&o->lock);
    int r = still_pinned(db, o, pinned, err);
    struct map *old = r == 0 ? o->dropped : pinned;
    if (r == 0)
        o->dropped = pinned;
    pthread_mutex_unlock(&o->lock);
    map_destroy(old);
    return r;
}

static int forget_uploads(struct db *db, void *arg, struct err *err)
{
    return db_run(db, NULL, err,
                  "DELETE FROM uploads WHERE done_etag IS NOT NULL AND created_ms < $1", "i",
                  *(int64_t *)arg);
}

int object_collect_garbage(struct objects *o, struct object_garbage *ret, struct err *err)
{
    struct collection c = {.o = o, .before_ms = sys->wall_ms() - ORPHAN_AGE_MS};

    c.items = xmalloc(CHUNK * sizeof *c.items);
    int r = o->blobs->ops->each(o->blobs, visit, &c, err);
    if (r == 0)
        r = flush_chunk(&c, err);
    free(c.items);
    *ret = c.freed;
    if (r == 0)
        r = store_write(o->s, forget_dropped, o, err);
    if (r == 0)
        r = store_write(o->s, forget_uploads, &c.before_ms, err);
    return r;
}

int object_collect(struct objects *o, int64_t *ret_freed_bytes, struct err *err)
{
    struct object_garbage freed;
    int r = object_collect_garbage(o, &freed, err);

    if (ret_freed_bytes)
        *ret_freed_bytes = freed.bytes;
    return r;
}

/* Looking only */

struct look {
    struct objects *o;
    struct db *db;
    int64_t before_ms;
    bool (*gone)(void *arg, const char *owner);
    void *arg;
    struct object_garbage found;
};

/* Counts the pins of a blob: 1 when one stays, 0, -1. */
static int pin_stays(struct look *l, const char *name, size_t *ret_going, struct err *err)
{
    struct db_rows *rows cleanup_rows = NULL;
    int got;

    *ret_going = 0;
    if (db_query(l->db, &rows, err, "SELECT owner FROM blob_pins WHERE blob = $1", "t", name) != 0)
        return -1;
    while ((got = db_next(rows, err)) == 1) {
        if (!l->gone(l->arg, db_text(rows, 0)))
            return 1;
        (*ret_going)++;
    }
    return got;
}

static int look_at(void *arg, const char *name, int64_t size, int64_t mtime_ms, struct err *err)
{
    struct look *l = arg;
    size_t going = 0;
    int row = objects__has_row(l->db, name, err);
    int stays = row == 0 ? pin_stays(l, name, &going, err) : 0;

    if (row < 0 || stays < 0)
        return -1;
    if (row > 0 || stays > 0 || (going == 0 && mtime_ms > l->before_ms && !was_dropped(l->o, name)))
        return 0;
    l->found.n++;
    l->found.bytes += size;
    return 0;
}

int object_garbage(struct objects *o, bool (*gone)(void *arg, const char *owner), void *arg,
                   struct object_garbage *ret, struct err *err)
{
    struct look l = {.o = o, .before_ms = sys->wall_ms() - ORPHAN_AGE_MS, .gone = gone, .arg = arg};

    l.db = store_reader(o->s, err);
    if (!l.db)
        return -1;
    int r = o->blobs->ops->each(o->blobs, look_at, &l, err);
    store_reader_done(o->s, l.db);
    *ret = l.found;
    return r;
}

/* Reset */

static int reset_rows(struct db *db, void *arg, struct err *err)
{
    return db_script(db,
                     "DELETE FROM blob_pins; DELETE FROM upload_parts; DELETE FROM uploads;"
                     "DELETE FROM objects; DELETE FROM object_bodies; DELETE FROM buckets;",
                     err);
}

static int remove_visited(void *arg, const char *name, int64_t size, int64_t mtime_ms,
                          struct err *err)
{
    struct objects *o = arg;

    return o->blobs->ops->remove(o->blobs, name, err);
}

int objects_reset(struct objects *o, struct err *err)
{
    if (store_write(o->s, reset_rows, NULL, err) != 0)
        return -1;
    return o->blobs->ops->each(o->blobs, remove_visited, o, err);
}
