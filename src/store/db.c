/* The driver seam's small helpers: what every query needs, written once for all drivers.
 *
 * Nothing here knows SQLite. Callers: everything that stores rows. */
#include "store/db.h"
#include <string.h>

static const char *missing_member(const struct db_driver *d)
{
    if (!d->name)
        return "name";
    if (!d->open || !d->close)
        return "open or close";
    if (!d->script || !d->query || !d->next || !d->done)
        return "script, query, next or done";
    if (!d->col_int || !d->col_real || !d->col_text || !d->col_blob || !d->col_null)
        return "a column's getter";
    if (!d->changes || !d->maintain)
        return "changes or maintain";
    return NULL;
}

int db_open(const struct db_driver *driver, const char *where, bool writable, struct db **ret,
            struct err *err)
{
    const char *missing = missing_member(driver);

    if (missing)
        return err_set(err, ERR_INTERNAL, "database driver %s lacks %s",
                       driver->name ? driver->name : "(unnamed)", missing);
    return driver->open(where, writable, ret, err);
}

void db_close(struct db *db)
{
    if (db)
        db->driver->close(db);
}

int db_script(struct db *db, const char *sql, struct err *err)
{
    return db->driver->script(db, sql, err);
}

size_t db_values(struct db_value ret[DB_PARAMS_MAX], const char *fmt, va_list ap)
{
    size_t n = 0;

    for (; fmt && fmt[n]; n++) {
        if (n == DB_PARAMS_MAX)
            die("a statement with more than %d parameters", DB_PARAMS_MAX);
        struct db_value *v = &ret[n];
        v->type = fmt[n];
        switch (fmt[n]) {
        case 'i':
            v->i = va_arg(ap, int64_t);
            break;
        case 'r':
            v->r = va_arg(ap, double);
            break;
        case 't':
            v->p = va_arg(ap, const char *);
            v->n = 0;
            break;
        case 'b':
            v->p = va_arg(ap, const void *);
            v->n = va_arg(ap, size_t);
            break;
        default:
            die("'%c' is no letter of a parameter", fmt[n]);
        }
    }
    return n;
}

static int query_values(struct db *db, struct db_rows **ret, struct err *err, const char *sql,
                        const struct db_value *params, size_t n)
{
    if (db->driver->query(db, sql, params, n, ret, err) != 0)
        return -1;
    db->open_rows++;
    return 0;
}

static int query_va(struct db *db, struct db_rows **ret, struct err *err, const char *sql,
                    const char *fmt, va_list ap)
{
    struct db_value params[DB_PARAMS_MAX];

    return query_values(db, ret, err, sql, params, db_values(params, fmt, ap));
}

int db_query(struct db *db, struct db_rows **ret, struct err *err, const char *sql, const char *fmt,
             ...)
{
    va_list ap;

    va_start(ap, fmt);
    int r = query_va(db, ret, err, sql, fmt, ap);
    va_end(ap);
    return r;
}

int db_next(struct db_rows *rows, struct err *err)
{
    return rows->db->driver->next(rows, err);
}

void db_done(struct db_rows *rows)
{
    if (!rows)
        return;
    struct db *db = rows->db;
    db->driver->done(rows);
    db->open_rows--;
}

void db_rows__cleanup(struct db_rows **rows)
{
    db_done(*rows);
}

int64_t db_int(struct db_rows *rows, int col)
{
    return rows->db->driver->col_int(rows, col);
}

double db_real(struct db_rows *rows, int col)
{
    return rows->db->driver->col_real(rows, col);
}

const char *db_text(struct db_rows *rows, int col)
{
    return rows->db->driver->col_text(rows, col);
}

const void *db_blob(struct db_rows *rows, int col, size_t *ret_len)
{
    return rows->db->driver->col_blob(rows, col, ret_len);
}

bool db_is_null(struct db_rows *rows, int col)
{
    return rows->db->driver->col_null(rows, col);
}

int db_run_values(struct db *db, int64_t *ret_changes, struct err *err, const char *sql,
                  const struct db_value *params, size_t n_params)
{
    struct db_rows *rows;
    int r;

    if (query_values(db, &rows, err, sql, params, n_params) != 0)
        return -1;
    do {
        r = db_next(rows, err);
    } while (r == 1);
    if (r == 0 && ret_changes)
        *ret_changes = db->driver->changes(db);
    db_done(rows);
    return r;
}

int db_run(struct db *db, int64_t *ret_changes, struct err *err, const char *sql, const char *fmt,
           ...)
{
    struct db_value params[DB_PARAMS_MAX];
    va_list ap;

    va_start(ap, fmt);
    size_t n = db_values(params, fmt, ap);
    va_end(ap);
    return db_run_values(db, ret_changes, err, sql, params, n);
}

int db_get_int(struct db *db, int64_t *ret, struct err *err, const char *sql, const char *fmt, ...)
{
    struct db_rows *rows;
    va_list ap;
    int r;

    va_start(ap, fmt);
    r = query_va(db, &rows, err, sql, fmt, ap);
    va_end(ap);
    if (r != 0)
        return -1;
    r = db_next(rows, err);
    if (r == 1)
        *ret = db_int(rows, 0);
    db_done(rows);
    return r;
}

int db_get_text(struct db *db, struct arena *a, char **ret, struct err *err, const char *sql,
                const char *fmt, ...)
{
    struct db_rows *rows;
    va_list ap;
    int r;

    va_start(ap, fmt);
    r = query_va(db, &rows, err, sql, fmt, ap);
    va_end(ap);
    if (r != 0)
        return -1;
    r = db_next(rows, err);
    if (r == 1)
        *ret = arena_strdup(a, db_text(rows, 0));
    db_done(rows);
    return r;
}
