/* The SQLite driver: connections, cached statements, errors in our words.
 *
 * A connection belongs to one thread at a time (opened without SQLite's mutexes). Statements are
 * cached by the address of their text; one that is in use gets a twin that lives until done(). */
#include "base/text.h"
#include "store/db.h"
#include "store/vfs.h"
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CACHE_SLOTS 128
/* Pages in the log from which on the writer stops to move them into the database. */
#define CHECKPOINT_PAGES 1000

struct stmt {
    struct db_rows rows; /* first: a struct db_rows * is a struct stmt * */
    const char *sql;
    sqlite3_stmt *st;
    int n_params;
    bool in_order; /* $1 is parameter 1, and so on */
    bool busy, ended, cached;
    struct stmt *next;
};

struct db_lite {
    struct db db;
    sqlite3 *h;
    int log_pages;   /* in the log after the last commit */
    int tried_pages; /* as many were there when it was last to be emptied */
    struct stmt *cache[CACHE_SLOTS];
};

static int fail(sqlite3 *h, int rc, struct err *err, const char *sql)
{
    enum err_code code = ERR_IO;

    switch (rc & 0xff) {
    case SQLITE_CONSTRAINT:
        code = rc == SQLITE_CONSTRAINT_UNIQUE || rc == SQLITE_CONSTRAINT_PRIMARYKEY ||
                       rc == SQLITE_CONSTRAINT_ROWID
                   ? ERR_EXISTS
                   : ERR_INVALID;
        break;
    case SQLITE_FULL:
        code = ERR_NO_SPACE;
        break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        code = ERR_BUSY;
        break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        code = ERR_CORRUPT;
        break;
    case SQLITE_INTERRUPT:
        code = ERR_CANCELLED;
        break;
    case SQLITE_TOOBIG:
        code = ERR_LIMIT;
        break;
    case SQLITE_NOMEM:
        die("out of memory in SQLite");
    case SQLITE_ERROR:
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
    case SQLITE_MISMATCH:
        code = ERR_INTERNAL;
        break;
    default:
        break;
    }
    /* The handle may have no error of its own yet (a failed open), or an older one. */
    const char *what =
        h && sqlite3_errcode(h) != SQLITE_OK ? sqlite3_errmsg(h) : sqlite3_errstr(rc);
    int sys_errno = h && (code == ERR_IO || code == ERR_NO_SPACE) ? sqlite3_system_errno(h) : 0;
    return err_set(err, code, "database: %s%s%s (%d) at: %.160s", what, sys_errno ? ": " : "",
                   sys_errno ? strerror(sys_errno) : "", rc, sql);
}

static void stmt_free(struct stmt *s)
{
    sqlite3_finalize(s->st);
    free(s);
}

static void lite_close(struct db *db)
{
    struct db_lite *l = (struct db_lite *)db;

    for (size_t i = 0; i < CACHE_SLOTS; i++) {
        while (l->cache[i]) {
            struct stmt *s = l->cache[i];
            l->cache[i] = s->next;
            stmt_free(s);
        }
    }
    sqlite3_close_v2(l->h);
    free(l);
}

static int lite_script(struct db *db, const char *sql, struct err *err)
{
    struct db_lite *l = (struct db_lite *)db;
    int rc = sqlite3_exec(l->h, sql, NULL, NULL, NULL);

    return rc == SQLITE_OK ? 0 : fail(l->h, rc, err, sql);
}

static int count_log_pages(void *arg, sqlite3 *h, const char *name, int pages)
{
    struct db_lite *l = arg;

    l->log_pages = pages;
    if (pages < l->tried_pages) /* it begins anew */
        l->tried_pages = 0;
    return SQLITE_OK;
}

/* WAL with FULL: a commit is one append and one fdatasync. The log keeps its file between
 * checkpoints, because overwriting costs half of appending. Memory is bounded per connection. */
static const char WRITER_SETUP[] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                                   "PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;"
                                   "PRAGMA cache_size=-2048; PRAGMA journal_size_limit=8388608";
static const char READER_SETUP[] = "PRAGMA query_only=ON; PRAGMA temp_store=MEMORY;"
                                   "PRAGMA cache_size=-1024; PRAGMA mmap_size=1073741824";

static int lite_open(const char *where, bool writable, struct db **ret, struct err *err)
{
    struct db_lite *l = xcalloc(1, sizeof *l);
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE | (writable ? SQLITE_OPEN_CREATE : 0);

    l->db.driver = &db_sqlite;
    int rc = sqlite3_open_v2(where, &l->h, flags, vfs_name());
    if (rc == SQLITE_OK) {
        sqlite3_extended_result_codes(l->h, 1);
        sqlite3_busy_timeout(l->h, 5000);
        if (writable)
            sqlite3_wal_hook(l->h, count_log_pages, l); /* also ends automatic checkpoints */
        rc = sqlite3_exec(l->h, writable ? WRITER_SETUP : READER_SETUP, NULL, NULL, NULL);
    }
    if (rc != SQLITE_OK) {
        fail(l->h, rc, err, "open");
        err_prefix(err, "%s", where);
        lite_close(&l->db);
        return -1;
    }
    *ret = &l->db;
    return 0;
}

static struct stmt *stmt_prepare(struct db_lite *l, const char *sql, bool cached, struct err *err)
{
    struct stmt *s = xcalloc(1, sizeof *s);
    const char *tail;
    int rc =
        sqlite3_prepare_v3(l->h, sql, -1, cached ? SQLITE_PREPARE_PERSISTENT : 0, &s->st, &tail);

    if (rc != SQLITE_OK || !s->st) {
        if (rc == SQLITE_OK)
            err_set(err, ERR_INTERNAL, "empty statement");
        else
            fail(l->h, rc, err, sql);
        free(s);
        return NULL;
    }
    s->rows.db = &l->db;
    s->sql = sql;
    s->cached = cached;
    s->n_params = sqlite3_bind_parameter_count(s->st);
    s->in_order = true;
    for (int i = 1; i <= s->n_params; i++) {
        char name[16];
        snprintf(name, sizeof name, "$%d", i);
        if (!str_eq(sqlite3_bind_parameter_name(s->st, i), name))
            s->in_order = false;
    }
    return s;
}

static struct stmt *stmt_get(struct db_lite *l, const char *sql, struct err *err)
{
    struct stmt **slot = &l->cache[((uintptr_t)sql * 0x9E3779B97F4A7C15u) >> 57];

    _Static_assert(CACHE_SLOTS == 128, "the hash gives seven bits");
    for (struct stmt *s = *slot; s; s = s->next) {
        if (s->sql == sql)
            return s->busy ? stmt_prepare(l, sql, false, err) : s;
    }
    struct stmt *s = stmt_prepare(l, sql, true, err);
    if (s) {
        s->next = *slot;
        *slot = s;
    }
    return s;
}

static int bind_one(struct stmt *s, int at, const struct db_value *v)
{
    switch (v->type) {
    case 'i':
        return sqlite3_bind_int64(s->st, at, v->i);
    case 'r':
        return sqlite3_bind_double(s->st, at, v->r);
    case 't':
        return v->p ? sqlite3_bind_text64(s->st, at, v->p, strlen(v->p), SQLITE_TRANSIENT,
                                          SQLITE_UTF8)
                    : sqlite3_bind_null(s->st, at);
    case 'b':
        if (!v->p)
            return sqlite3_bind_null(s->st, at);
        return v->n ? sqlite3_bind_blob64(s->st, at, v->p, v->n, SQLITE_TRANSIENT)
                    : sqlite3_bind_zeroblob(s->st, at, 0);
    default:
        return SQLITE_MISUSE;
    }
}

static void lite_done(struct db_rows *rows)
{
    struct stmt *s = (struct stmt *)rows;

    if (!s)
        return;
    if (!s->cached) {
        stmt_free(s);
        return;
    }
    sqlite3_reset(s->st);
    sqlite3_clear_bindings(s->st); /* frees the copies of large values */
    s->busy = false;
}

static int lite_query(struct db *db, const char *sql, const struct db_value *params,
                      size_t n_params, struct db_rows **ret, struct err *err)
{
    struct db_lite *l = (struct db_lite *)db;
    struct stmt *s = stmt_get(l, sql, err);
    int rc = SQLITE_OK;

    if (!s)
        return -1;
    for (int n = 1; n <= (int)n_params && rc == SQLITE_OK; n++) {
        int at = n;
        if (!s->in_order) {
            char name[16];
            snprintf(name, sizeof name, "$%d", n);
            at = sqlite3_bind_parameter_index(s->st, name);
        }
        rc = bind_one(s, at, &params[n - 1]);
    }
    if (rc == SQLITE_OK && (int)n_params != s->n_params)
        rc = SQLITE_RANGE;
    s->busy = true;
    s->ended = false;
    if (rc != SQLITE_OK) {
        lite_done(&s->rows);
        return fail(NULL, rc, err, sql);
    }
    *ret = &s->rows;
    return 0;
}

static int lite_next(struct db_rows *rows, struct err *err)
{
    struct stmt *s = (struct stmt *)rows;

    if (s->ended) /* another step would begin anew */
        return 0;
    int rc = sqlite3_step(s->st);
    if (rc == SQLITE_ROW)
        return 1;
    s->ended = true;
    return rc == SQLITE_DONE ? 0 : fail(sqlite3_db_handle(s->st), rc, err, s->sql);
}

static int64_t lite_int(struct db_rows *rows, int col)
{
    return sqlite3_column_int64(((struct stmt *)rows)->st, col);
}

static double lite_real(struct db_rows *rows, int col)
{
    return sqlite3_column_double(((struct stmt *)rows)->st, col);
}

static const char *lite_text(struct db_rows *rows, int col)
{
    return (const char *)sqlite3_column_text(((struct stmt *)rows)->st, col);
}

static const void *lite_blob(struct db_rows *rows, int col, size_t *ret_len)
{
    sqlite3_stmt *st = ((struct stmt *)rows)->st;
    const void *p = sqlite3_column_blob(st, col);

    *ret_len = (size_t)sqlite3_column_bytes(st, col);
    /* An empty blob is there, though SQLite gives no address for it. */
    return p || sqlite3_column_type(st, col) == SQLITE_NULL ? p : "";
}

static bool lite_null(struct db_rows *rows, int col)
{
    return sqlite3_column_type(((struct stmt *)rows)->st, col) == SQLITE_NULL;
}

static int64_t lite_changes(struct db *db)
{
    return sqlite3_changes64(((struct db_lite *)db)->h);
}

static int lite_maintain(struct db *db, bool idle, struct err *err)
{
    struct db_lite *l = (struct db_lite *)db;
    int in_log = 0, moved = 0;

    if (l->log_pages == 0 || (!idle && l->log_pages - l->tried_pages < CHECKPOINT_PAGES))
        return l->log_pages > 0;
    l->tried_pages = l->log_pages; /* what a reader holds back is not tried again at each commit */
    /* Passive: takes what no reader still needs, and waits for nobody. */
    int rc = sqlite3_wal_checkpoint_v2(l->h, NULL, SQLITE_CHECKPOINT_PASSIVE, &in_log, &moved);
    if (rc != SQLITE_OK && rc != SQLITE_BUSY)
        return fail(l->h, rc, err, "checkpoint");
    if (rc == SQLITE_OK && moved >= in_log)
        l->log_pages = l->tried_pages = 0;
    return l->log_pages > 0;
}

const struct db_driver db_sqlite = {
    .name = "sqlite",
    .open = lite_open,
    .close = lite_close,
    .script = lite_script,
    .query = lite_query,
    .next = lite_next,
    .done = lite_done,
    .col_int = lite_int,
    .col_real = lite_real,
    .col_text = lite_text,
    .col_blob = lite_blob,
    .col_null = lite_null,
    .changes = lite_changes,
    .maintain = lite_maintain,
};
