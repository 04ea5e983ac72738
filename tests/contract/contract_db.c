/* The contract of db_driver, on the driver named by -DDRIVER. */
#include "contract.h"
#include "base/text.h"
#include "store/db.h"

static char where[128];
static char *dir;

static struct db *open_db(bool writable)
{
    struct db *db = NULL;
    struct err err;

    CHECK_OK(db_open(&DRIVER, where, writable, &db, &err), err);
    if (!db)
        exit(1);
    return db;
}

static struct db *fresh(const char *script)
{
    struct err err;

    dir = contract_dir();
    snprintf(where, sizeof where, "%s/x.db", dir);
    struct db *db = open_db(true);
    CHECK_OK(db_script(db, script, &err), err);
    return db;
}

static void finish(struct db *db)
{
    struct err err;

    CHECK_INT(db->open_rows, 0);
    db_close(db);
    CHECK_OK(fs_remove_tree(dir, &err), err);
}

TEST(every_member_is_needed)
{
    struct err err;
    struct db *db;
    const size_t first = offsetof(struct db_driver, open) / sizeof(void *);

    for (size_t i = first; i < sizeof DRIVER / sizeof(void *); i++) {
        struct db_driver broken = DRIVER;
        memset((char *)&broken + i * sizeof(void *), 0, sizeof(void *));
        CHECK(db_open(&broken, "/nowhere", true, &db, &err) == -1);
        CHECK_INT(err.code, ERR_INTERNAL);
    }
    db_close(NULL);
    db_done(NULL);
}

TEST(types_come_back)
{
    struct db *db = fresh("CREATE TABLE t (i INTEGER, r REAL, x TEXT, b " BLOB_TYPE ")");
    struct err err;
    struct db_rows *rows;
    size_t n;

    CHECK_OK(db_run(db, NULL, &err, "INSERT INTO t (i, r, x, b) VALUES ($1, $2, $3, $4)", "irtb",
                    INT64_MIN, 0.1, "t\xc3\xa4xt", "\0\xff", (size_t)2),
             err);
    CHECK_OK(db_run(db, NULL, &err, "INSERT INTO t (i, r, x, b) VALUES ($1, $2, $3, $4)", "irtb",
                    INT64_MAX, -1e300, (const char *)NULL, (const void *)NULL, (size_t)0),
             err);
    CHECK_OK(db_run(db, NULL, &err, "INSERT INTO t (i, r, x, b) VALUES (0, 0, $1, $2)", "tb", "",
                    "", (size_t)0),
             err);
    CHECK_OK(db_query(db, &rows, &err, "SELECT i, r, x, b FROM t ORDER BY i", ""), err);
    CHECK_INT(db_next(rows, &err), 1);
    CHECK(db_int(rows, 0) == INT64_MIN && db_real(rows, 1) == 0.1);
    CHECK_STR(db_text(rows, 2), "t\xc3\xa4xt");
    const void *p = db_blob(rows, 3, &n);
    CHECK(n == 2 && memcmp(p, "\0\xff", 2) == 0);
    CHECK_INT(db_next(rows, &err), 1);
    CHECK(!db_is_null(rows, 2) && strcmp(db_text(rows, 2), "") == 0);
    p = db_blob(rows, 3, &n);
    CHECK(!db_is_null(rows, 3) && n == 0 && p != NULL);
    CHECK_INT(db_next(rows, &err), 1);
    CHECK(db_int(rows, 0) == INT64_MAX && db_real(rows, 1) == -1e300);
    CHECK(db_is_null(rows, 2) && db_text(rows, 2) == NULL);
    p = db_blob(rows, 3, &n);
    CHECK(db_is_null(rows, 3) && p == NULL);
    CHECK_INT(db_next(rows, &err), 0);
    CHECK_INT(db_next(rows, &err), 0); /* and it does not begin anew */
    db_done(rows);
    finish(db);
}

TEST(parameters_by_number)
{
    struct db *db = fresh("CREATE TABLE t (a INTEGER, b INTEGER)");
    struct err err;
    int64_t got = 0;

    CHECK_OK(db_run(db, NULL, &err, "INSERT INTO t (b, a) VALUES ($2, $1)", "ii", (int64_t)1,
                    (int64_t)2),
             err);
    CHECK_INT(db_get_int(db, &got, &err, "SELECT a * 10 + b FROM t WHERE b = $1 OR a = $1", "i",
                         (int64_t)2),
              1);
    CHECK_INT(got, 12);
    CHECK_INT(db_get_int(db, &got, &err, "SELECT a FROM t WHERE b > $1", "i", (int64_t)9), 0);
    /* Too few, too many. */
    CHECK(db_run(db, NULL, &err, "DELETE FROM t WHERE a = $1 AND b = $2", "i", (int64_t)1) == -1);
    CHECK(db_run(db, NULL, &err, "DELETE FROM t WHERE a = $1", "ii", (int64_t)1, (int64_t)2) == -1);
    struct db_value v[2] = {{.type = 'i', .i = 5}, {.type = 'i', .i = 6}};
    CHECK_OK(db_run_values(db, NULL, &err, "INSERT INTO t (a, b) VALUES ($1, $2)", v, 2), err);
    finish(db);
}

TEST(errors_have_codes)
{
    struct db *db = fresh("CREATE TABLE t (k INTEGER PRIMARY KEY, u TEXT UNIQUE, n TEXT NOT NULL)");
    struct err err;
    int64_t changes = -1;

    CHECK_OK(db_run(db, &changes, &err, "INSERT INTO t (k, u, n) VALUES (1, 'u', 'n')", ""), err);
    CHECK_INT(changes, 1);
    CHECK(db_run(db, NULL, &err, "INSERT INTO t (k, u, n) VALUES (1, 'v', 'n')", "") == -1);
    CHECK_INT(err.code, ERR_EXISTS);
    CHECK(db_run(db, NULL, &err, "INSERT INTO t (k, u, n) VALUES (2, 'u', 'n')", "") == -1);
    CHECK_INT(err.code, ERR_EXISTS);
    CHECK(db_run(db, NULL, &err, "INSERT INTO t (k, u, n) VALUES (2, 'v', NULL)", "") == -1);
    CHECK_INT(err.code, ERR_INVALID);
    CHECK(db_run(db, NULL, &err, "SELECT nonsense FROM nowhere", "") == -1);
    CHECK_INT(err.code, ERR_INTERNAL);
    CHECK_OK(db_run(db, &changes, &err,
                    "INSERT INTO t (k, u, n) VALUES (1, 'x', 'n') ON CONFLICT (k) DO NOTHING", ""),
             err);
    CHECK_INT(changes, 0);
    CHECK_OK(db_run(db, &changes, &err, "UPDATE t SET n = 'm' WHERE k > 0", ""), err);
    CHECK_INT(changes, 1);
    finish(db);
}

TEST(returning_and_nesting)
{
    struct db *db = fresh("CREATE TABLE t (k INTEGER PRIMARY KEY, v INTEGER)");
    static const char select[] = "SELECT k FROM t ORDER BY k";
    struct err err;
    struct db_rows *outer, *inner;
    int64_t sum = 0, k = 0;

    for (int64_t i = 1; i <= 3; i++)
        CHECK_INT(
            db_get_int(db, &k, &err, "INSERT INTO t (k, v) VALUES ($1, $1) RETURNING k", "i", i),
            1);
    CHECK_INT(k, 3);
    /* One statement in use twice at a time. */
    CHECK_OK(db_query(db, &outer, &err, select, ""), err);
    while (db_next(outer, &err) == 1) {
        CHECK_OK(db_query(db, &inner, &err, select, ""), err);
        while (db_next(inner, &err) == 1)
            sum += db_int(outer, 0) * db_int(inner, 0);
        db_done(inner);
    }
    db_done(outer);
    CHECK_INT(sum, 36);
    finish(db);
}

TEST(transactions_and_savepoints)
{
    struct db *db = fresh("CREATE TABLE t (k INTEGER PRIMARY KEY)");
    struct db *reader = open_db(false);
    struct err err;
    int64_t n = -1;

    CHECK_OK(db_run(db, NULL, &err, "BEGIN", ""), err);
    CHECK_OK(db_run(db, NULL, &err, "INSERT INTO t (k) VALUES (1)", ""), err);
    CHECK_OK(db_run(db, NULL, &err, "SAVEPOINT closure", ""), err);
    CHECK_OK(db_run(db, NULL, &err, "INSERT INTO t (k) VALUES (2)", ""), err);
    CHECK_OK(db_run(db, NULL, &err, "ROLLBACK TO SAVEPOINT closure", ""), err);
    CHECK_OK(db_run(db, NULL, &err, "RELEASE SAVEPOINT closure", ""), err);
    CHECK_INT(db_get_int(reader, &n, &err, "SELECT count(*) FROM t", ""), 1);
    CHECK_INT(n, 0); /* nothing before the commit */
    CHECK_OK(db_run(db, NULL, &err, "COMMIT", ""), err);
    CHECK_INT(db_get_int(reader, &n, &err, "SELECT count(*) FROM t", ""), 1);
    CHECK_INT(n, 1);
    CHECK(db_run(reader, NULL, &err, "INSERT INTO t (k) VALUES (9)", "") == -1);
    CHECK_OK(db_run(db, NULL, &err, "BEGIN", ""), err);
    CHECK_OK(db_run(db, NULL, &err, "INSERT INTO t (k) VALUES (3)", ""), err);
    CHECK_OK(db_run(db, NULL, &err, "ROLLBACK", ""), err);
    CHECK(db->driver->maintain(db, true, &err) == 0);
    CHECK_INT(db_get_int(reader, &n, &err, "SELECT count(*) FROM t", ""), 1);
    CHECK_INT(n, 1);
    db_close(reader);
    db_close(db);
    db = open_db(true);
    CHECK_INT(db_get_int(db, &n, &err, "SELECT count(*) FROM t", ""), 1);
    CHECK_INT(n, 1);
    finish(db);
}

TEST(a_reader_keeps_its_view)
{
    struct db *db = fresh("CREATE TABLE t (k INTEGER PRIMARY KEY)");
    struct db *reader = open_db(false);
    struct err err;
    int64_t n;

    CHECK_OK(db_run(reader, NULL, &err, "BEGIN", ""), err);
    CHECK_INT(db_get_int(reader, &n, &err, "SELECT count(*) FROM t", ""), 1);
    CHECK_OK(db_run(db, NULL, &err, "INSERT INTO t (k) VALUES (1)", ""), err);
    CHECK(db->driver->maintain(db, true, &err) >= 0); /* what the reader sees must stay */
    CHECK_INT(db_get_int(reader, &n, &err, "SELECT count(*) FROM t", ""), 1);
    CHECK_INT(n, 0);
    CHECK_OK(db_run(reader, NULL, &err, "COMMIT", ""), err);
    CHECK_INT(db_get_int(reader, &n, &err, "SELECT count(*) FROM t", ""), 1);
    CHECK_INT(n, 1);
    db_close(reader);
    finish(db);
}

TEST(bytes_compare_as_bytes)
{
    struct db *db = fresh("CREATE TABLE t (k " BLOB_TYPE " PRIMARY KEY)");
    struct err err;
    struct db_rows *rows;
    static const struct {
        const char *p;
        size_t n;
    } keys[] = {{"", 0},    {"\0", 1}, {"\0\0", 2}, {"A", 1},    {"a", 1},
                {"a\0", 2}, {"a/", 2}, {"\x7f", 1}, {"\x80", 1}, {"\xff", 1}};
    const size_t n_keys = sizeof keys / sizeof *keys;
    size_t at = 0, n;

    for (size_t i = n_keys; i > 0; i--)
        CHECK_OK(db_run(db, NULL, &err, "INSERT INTO t (k) VALUES ($1)", "b", keys[i - 1].p,
                        keys[i - 1].n),
                 err);
    CHECK_OK(
        db_query(db, &rows, &err, "SELECT k FROM t WHERE k >= $1 ORDER BY k", "b", "", (size_t)0),
        err);
    while (db_next(rows, &err) == 1) {
        const void *p = db_blob(rows, 0, &n);
        CHECK(at < n_keys && n == keys[at].n && memcmp(p, keys[at].p, n) == 0);
        at++;
    }
    CHECK_INT(at, n_keys);
    db_done(rows);
    finish(db);
}
