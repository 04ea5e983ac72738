/* Migrations: append-only scripts per module, run in one transaction when a store opens.
 *
 * The table schema_versions holds how many scripts of each module have run. A database that knows
 * more (a longer list, or a module that this program lacks) belongs to a newer program: refused,
 * since what it means by its rows cannot be known here. Called by store_open. */
#include "store/migrate.h"
#include "base/sys.h"
#include "base/text.h"

static int64_t script_count(const struct store_module *m)
{
    int64_t n = 0;

    while (m->migrations[n])
        n++;
    return n;
}

static int refuse_newer(struct db *db, const struct store_module *modules, struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;
    int got;

    if (db_query(db, &rows, err, "SELECT module, version FROM schema_versions ORDER BY module",
                 "") != 0)
        return -1;
    while ((got = db_next(rows, err)) == 1) {
        const struct store_module *m = modules;
        const char *name = db_text(rows, 0);
        while (m->name && !str_eq(m->name, name))
            m++;
        int64_t known = m->name ? script_count(m) : 0;
        if (db_int(rows, 1) > known)
            return err_set(err, ERR_UNSUPPORTED,
                           "the database was written by a newer version of this program "
                           "(schema of \"%s\" is %lld, known here: %lld)",
                           name, (long long)db_int(rows, 1), (long long)known);
    }
    return got;
}

static int migrate_module(struct db *db, const struct store_module *m, struct err *err)
{
    const int64_t known = script_count(m);
    int64_t version = 0;

    if (db_get_int(db, &version, err, "SELECT version FROM schema_versions WHERE module = $1", "t",
                   m->name) < 0)
        return -1;
    if (version == known)
        return 0;
    for (int64_t n = version; n < known; n++) {
        fault_point("store.migrate.script");
        if (db_script(db, m->migrations[n], err) != 0)
            return err_prefix(err, "migration %lld of \"%s\"", (long long)n, m->name);
    }
    return db_run(db, NULL, err,
                  "INSERT INTO schema_versions (module, version) VALUES ($1, $2)"
                  " ON CONFLICT (module) DO UPDATE SET version = excluded.version",
                  "ti", m->name, known);
}

static int migrate_all(struct db *db, const struct store_module *modules, struct err *err)
{
    if (db_script(db,
                  "CREATE TABLE IF NOT EXISTS schema_versions ("
                  " module TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL) STRICT;"
                  "CREATE TABLE IF NOT EXISTS failed_commits ("
                  " id INTEGER PRIMARY KEY, n INTEGER NOT NULL) STRICT",
                  err) != 0 ||
        refuse_newer(db, modules, err) != 0)
        return -1;
    for (const struct store_module *m = modules; m->name; m++) {
        if (migrate_module(db, m, err) != 0)
            return -1;
    }
    return 0;
}

int migrate_run(struct db *db, const struct store_module *modules, struct err *err)
{
    struct err ignored;

    if (db_script(db, "BEGIN", err) != 0)
        return -1;
    if (migrate_all(db, modules, err) != 0) {
        db_script(db, "ROLLBACK", &ignored);
        return -1;
    }
    fault_point("store.migrate.before");
    if (db_script(db, "COMMIT", err) != 0) {
        db_script(db, "ROLLBACK", &ignored);
        return -1;
    }
    return 0;
}
