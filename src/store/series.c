/* Metrics over time, in a database of their own: metrics.db.
 *
 * Losing the newest points to a power cut is acceptable, so commits do not wait for the disk. Two
 * connections, one that writes and one that reads, each under a lock; both are opened when first
 * used, since many runs never touch a metric. */
#include "store/series.h"
#include "base/text.h"
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct connection {
    pthread_mutex_t lock;
    struct db *db; /* NULL before the first use */
};

struct series {
    char *path;
    struct connection write, read;
};

/* `n` tells points of one moment apart and keeps the order in which they came. */
static const char schema[] =
    "PRAGMA synchronous=NORMAL; PRAGMA cache_size=-512; PRAGMA journal_size_limit=1048576;"
    "CREATE TABLE IF NOT EXISTS series ("
    " id INTEGER PRIMARY KEY, name_space TEXT NOT NULL, metric TEXT NOT NULL,"
    " dimensions TEXT NOT NULL, UNIQUE (name_space, metric, dimensions)) STRICT;"
    "CREATE TABLE IF NOT EXISTS points ("
    " series INTEGER NOT NULL, at_ms INTEGER NOT NULL, n INTEGER NOT NULL, unit TEXT NOT NULL,"
    " sum REAL NOT NULL, count REAL NOT NULL, min REAL NOT NULL, max REAL NOT NULL,"
    " PRIMARY KEY (series, at_ms, n)) STRICT, WITHOUT ROWID;";

int series_open(const char *dir, struct series **ret, struct err *err)
{
    struct series *s = xcalloc(1, sizeof *s);
    size_t n = strlen(dir) + sizeof "/metrics.db";

    s->path = xmalloc(n);
    snprintf(s->path, n, "%s/metrics.db", dir);
    pthread_mutex_init(&s->write.lock, NULL);
    pthread_mutex_init(&s->read.lock, NULL);
    *ret = s;
    return 0;
}

void series_close(struct series *s)
{
    if (!s)
        return;
    db_close(s->read.db);
    db_close(s->write.db);
    pthread_mutex_destroy(&s->write.lock);
    pthread_mutex_destroy(&s->read.lock);
    free(s->path);
    free(s);
}

static int open_writer(struct series *s, struct err *err)
{
    struct db *db;

    if (s->write.db)
        return 0;
    if (db_open(&db_sqlite, s->path, true, &db, err) != 0)
        return -1;
    if (db_script(db, schema, err) != 0) {
        db_close(db);
        return err_prefix(err, "%s", s->path);
    }
    s->write.db = db;
    return 0;
}

/* Holds the connection until the caller unlocks it. */
static struct db *lock_writer(struct series *s, struct err *err)
{
    pthread_mutex_lock(&s->write.lock);
    if (open_writer(s, err) == 0)
        return s->write.db;
    pthread_mutex_unlock(&s->write.lock);
    return NULL;
}

static struct db *lock_reader(struct series *s, struct err *err)
{
    pthread_mutex_lock(&s->read.lock);
    if (!s->read.db) {
        struct db *writer = lock_writer(s, err); /* makes the file and its tables */
        if (writer)
            pthread_mutex_unlock(&s->write.lock);
        if (!writer || db_open(&db_sqlite, s->path, false, &s->read.db, err) != 0) {
            pthread_mutex_unlock(&s->read.lock);
            return NULL;
        }
    }
    return s->read.db;
}

/* Writing */

static int series_id(struct db *db, const struct series_point *p, int64_t *ret, struct err *err)
{
    int got = db_get_int(
        db, ret, err,
        "SELECT id FROM series WHERE name_space = $1 AND metric = $2 AND dimensions = $3", "ttt",
        p->name_space, p->metric, p->dimensions);

    if (got != 0)
        return got < 0 ? -1 : 0;
    got = db_get_int(db, ret, err,
                     "INSERT INTO series (name_space, metric, dimensions) VALUES ($1, $2, $3)"
                     " RETURNING id",
                     "ttt", p->name_space, p->metric, p->dimensions);
    return got == 1 ? 0 : -1;
}

static int put_point(struct db *db, const struct series_point *p, struct err *err)
{
    int64_t id;

    if (series_id(db, p, &id, err) != 0)
        return -1;
    return db_run(db, NULL, err,
                  "INSERT INTO points (series, at_ms, n, unit, sum, count, min, max)"
                  " SELECT $1, $2, coalesce(max(n), 0) + 1, $3, $4, $5, $6, $7 FROM points"
                  " WHERE series = $1 AND at_ms = $2",
                  "iitrrrr", id, p->at_ms, p->unit ? p->unit : "None", p->sum, p->count, p->min,
                  p->max);
}

static int put_all(struct db *db, const struct series_point *points, size_t n, struct err *err)
{
    for (size_t i = 0; i < n; i++) {
        if (put_point(db, &points[i], err) != 0)
            return -1;
    }
    return db_run(db, NULL, err, "COMMIT", "");
}

int series_put(struct series *s, const struct series_point *points, size_t n, struct err *err)
{
    struct db *db = lock_writer(s, err);
    struct err ignored;

    if (!db)
        return -1;
    int r = db_run(db, NULL, err, "BEGIN", "");
    if (r == 0) {
        r = put_all(db, points, n, err);
        if (r != 0)
            db_run(db, NULL, &ignored, "ROLLBACK", "");
    }
    db->driver->maintain(db, false, &ignored);
    pthread_mutex_unlock(&s->write.lock);
    return r;
}

/* Reading */

static int get_in(struct db *db, struct arena *a, const struct series_point *like, int64_t from_ms,
                  int64_t to_ms, struct series_point **ret, size_t *ret_n, struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;
    size_t n = 0, cap = 64;
    struct series_point *list = arena_alloc(a, cap * sizeof *list);
    int got;

    if (db_query(db, &rows, err,
                 "SELECT p.at_ms, p.unit, p.sum, p.count, p.min, p.max FROM series s"
                 " JOIN points p ON p.series = s.id"
                 " WHERE s.name_space = $1 AND s.metric = $2 AND s.dimensions = $3"
                 " AND p.at_ms >= $4 AND p.at_ms < $5 ORDER BY p.at_ms, p.n",
                 "tttii", like->name_space, like->metric, like->dimensions, from_ms, to_ms) != 0)
        return -1;
    while ((got = db_next(rows, err)) == 1) {
        if (like->unit && !str_eq(like->unit, db_text(rows, 1)))
            continue;
        if (n == cap) {
            struct series_point *more = arena_alloc(a, 2 * cap * sizeof *list);
            memcpy(more, list, n * sizeof *list);
            list = more;
            cap *= 2;
        }
        struct series_point *p = &list[n++];
        *p = *like;
        p->at_ms = db_int(rows, 0);
        /* Points of one metric mostly share their unit. */
        p->unit = n > 1 && str_eq(list[n - 2].unit, db_text(rows, 1))
                      ? list[n - 2].unit
                      : arena_strdup(a, db_text(rows, 1));
        p->sum = db_real(rows, 2);
        p->count = db_real(rows, 3);
        p->min = db_real(rows, 4);
        p->max = db_real(rows, 5);
    }
    *ret = list;
    *ret_n = n;
    return got;
}

int series_get(struct series *s, struct arena *a, const char *name_space, const char *metric,
               const char *dimensions, const char *unit, int64_t from_ms, int64_t to_ms,
               struct series_point **ret, size_t *ret_n, struct err *err)
{
    struct series_point like = {.name_space = arena_strdup(a, name_space),
                                .metric = arena_strdup(a, metric),
                                .dimensions = arena_strdup(a, dimensions),
                                .unit = unit};
    struct db *db = lock_reader(s, err);

    if (!db)
        return -1;
    int r = get_in(db, a, &like, from_ms, to_ms, ret, ret_n, err);
    pthread_mutex_unlock(&s->read.lock);
    return r;
}

static int list_in(struct db *db, struct arena *a, const char *name_space, const char *metric,
                   const struct series_id *after, int max, struct series_id **ret, size_t *ret_n,
                   struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;
    struct series_id *list = arena_alloc(a, (size_t)max * sizeof *list + 1);
    const char *from[3] = {name_space ? name_space : "", name_space && metric ? metric : "", ""};
    size_t n = 0;
    int got = 0;

    if (after) {
        from[0] = after->name_space;
        from[1] = after->metric;
        from[2] = after->dimensions;
    }
    if (db_query(db, &rows, err,
                 "SELECT name_space, metric, dimensions FROM series"
                 " WHERE (name_space, metric, dimensions) > ($1, $2, $3)"
                 " ORDER BY name_space, metric, dimensions",
                 "ttt", from[0], from[1], from[2]) != 0)
        return -1;
    while (n < (size_t)max && (got = db_next(rows, err)) == 1) {
        if (name_space && !str_eq(name_space, db_text(rows, 0)))
            break; /* behind the name space: nothing more of it */
        if (metric && !str_eq(metric, db_text(rows, 1)))
            continue;
        list[n++] = (struct series_id){.name_space = arena_strdup(a, db_text(rows, 0)),
                                       .metric = arena_strdup(a, db_text(rows, 1)),
                                       .dimensions = arena_strdup(a, db_text(rows, 2))};
    }
    *ret = list;
    *ret_n = n;
    return got < 0 ? -1 : 0;
}

int series_list(struct series *s, struct arena *a, const char *name_space, const char *metric,
                const struct series_id *after, int max, struct series_id **ret, size_t *ret_n,
                struct err *err)
{
    struct db *db = lock_reader(s, err);

    if (!db)
        return -1;
    int r = list_in(db, a, name_space, metric, after, max, ret, ret_n, err);
    pthread_mutex_unlock(&s->read.lock);
    return r;
}

int series_reset(struct series *s, struct err *err)
{
    struct db *db = lock_writer(s, err);
    struct err ignored;

    if (!db)
        return -1;
    int r = db_script(db, "BEGIN; DELETE FROM points; DELETE FROM series; COMMIT", err);
    if (r != 0)
        db_script(db, "ROLLBACK", &ignored);
    pthread_mutex_unlock(&s->write.lock);
    return r;
}
