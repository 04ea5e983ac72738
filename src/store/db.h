/* SQL, through a driver seam. Queries are written once, in the subset that SQLite and PostgreSQL
 * share: $1 parameters, ON CONFLICT, RETURNING.
 *
 * A `struct db` is one connection, used by one thread at a time. Statements are prepared once per
 * connection and cached by the address of their text: pass string literals (or text that lives as
 * long as the connection). */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include <stdarg.h>
#include <stdint.h>

struct db;
struct db_rows;

/* A bound parameter. */
struct db_value {
    char type; /* 'i', 'r', 't', 'b' as below; 't' with NULL: SQL NULL */
    union {
        int64_t i;
        double r;
        struct {
            const void *p;
            size_t n; /* of 'b'; text ends with NUL */
        };
    };
};
#define DB_PARAMS_MAX 32

/* The driver. All members are there. */
struct db_driver {
    const char *name;
    int (*open)(const char *where, bool writable, struct db **ret, struct err *err);
    void (*close)(struct db *db);
    int (*script)(struct db *db, const char *sql,
                  struct err *err); /* many statements, no results */
    int (*query)(struct db *db, const char *sql, const struct db_value *params, size_t n_params,
                 struct db_rows **ret, struct err *err);
    int (*next)(struct db_rows *rows, struct err *err); /* 1 a row, 0 the end, -1 */
    void (*done)(struct db_rows *rows);                 /* takes NULL */
    int64_t (*col_int)(struct db_rows *rows, int col);
    double (*col_real)(struct db_rows *rows, int col);
    const char *(*col_text)(struct db_rows *rows, int col); /* NULL for SQL NULL; until next() */
    const void *(*col_blob)(struct db_rows *rows, int col, size_t *ret_len);
    bool (*col_null)(struct db_rows *rows, int col);
    int64_t (*changes)(struct db *db); /* rows changed by the last statement */
    /* Housekeeping between transactions, for the connection that writes: moves what the log holds
     * into the database, when there is much of it, or any while `idle`. 1 when some is left, 0, -1.
     */
    int (*maintain)(struct db *db, bool idle, struct err *err);
};
extern const struct db_driver db_sqlite;

/* Opens a connection after a check that no member of the driver is missing. */
int db_open(const struct db_driver *driver, const char *where, bool writable, struct db **ret,
            struct err *err);
void db_close(struct db *db); /* takes NULL */
int db_script(struct db *db, const char *sql, struct err *err);

struct db {
    const struct db_driver *driver;
    int open_rows; /* results not done yet: such a connection goes back to no pool */
};
struct db_rows {
    struct db *db;
};

/* Everywhere below `fmt` has one letter a parameter, in the order of $1, $2 …:
 *   i int64_t   r double   t const char * (NULL: SQL NULL)   b const void *, size_t
 *
 * A SELECT (or anything with RETURNING):
 *     struct db_rows *rows;
 *     if (db_query(db, &rows, err, "SELECT a FROM t WHERE k = $1", "t", key) != 0) return -1;
 *     while ((got = db_next(rows, err)) == 1) … db_text(rows, 0) …
 *     db_done(rows);                                                                       */
int db_query(struct db *db, struct db_rows **ret, struct err *err, const char *sql, const char *fmt,
             ...);
int db_next(struct db_rows *rows, struct err *err);
void db_done(struct db_rows *rows);
int64_t db_int(struct db_rows *rows, int col);
double db_real(struct db_rows *rows, int col);
const char *db_text(struct db_rows *rows, int col);
const void *db_blob(struct db_rows *rows, int col, size_t *ret_len);
bool db_is_null(struct db_rows *rows, int col);
void db_rows__cleanup(struct db_rows **rows);
#define cleanup_rows __attribute__((cleanup(db_rows__cleanup)))

/* A statement without results. ERR_EXISTS for a violated unique or primary key. Gives the number of
 * rows it changed in *ret_changes (may be NULL). */
int db_run(struct db *db, int64_t *ret_changes, struct err *err, const char *sql, const char *fmt,
           ...);
/* The same with the values in an array: for statements that were recorded to run later. */
int db_run_values(struct db *db, int64_t *ret_changes, struct err *err, const char *sql,
                  const struct db_value *params, size_t n_params);
/* Turns fmt and arguments into values (texts and blobs are not copied); returns how many. */
size_t db_values(struct db_value ret[DB_PARAMS_MAX], const char *fmt, va_list ap);
/* First column of the first row; 1 found, 0 no row, -1. */
int db_get_int(struct db *db, int64_t *ret, struct err *err, const char *sql, const char *fmt, ...);
int db_get_text(struct db *db, struct arena *a, char **ret, struct err *err, const char *sql,
                const char *fmt, ...);
