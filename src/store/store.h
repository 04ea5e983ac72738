/* The store: one metadata database with one writer, many readers, and migrations.
 *
 * Every write is a closure that runs on the writer, one at a time and in order, inside a SAVEPOINT
 * of its own: what queued while the last commit synced becomes the next transaction (group commit),
 * and whoever waits is answered after it. A closure that returns -1 undoes its own changes only.
 * The writer is a thread; while nobody else writes it is the caller of store_write itself. Readers
 * get a connection from a small pool and hold no transaction longer than they read. */
#pragma once
#include "store/db.h"

struct store;

/* Append-only: entry n brings the module's schema from version n to n + 1, in one transaction. */
struct store_module {
    const char *name;              /* "objects", "engine" … */
    const char *const *migrations; /* SQL scripts, ended by NULL */
};

/* `dir` is there. Takes DIR/lock (flock; ERR_BUSY "… is in use by another engine (pid N)"). A newer
 * schema than this program knows: ERR_UNSUPPORTED. modules ends with a NULL name. */
int store_open(const char *dir, const struct store_module *modules, struct store **ret,
               struct err *err);
/* Without the writer's thread: somebody calls store_run. For tests that decide what happens when.
 */
int store_open_manual(const char *dir, const struct store_module *modules, struct store **ret,
                      struct err *err);
bool store_run(struct store *s);   /* commits what has queued; false: nothing had */
void store_close(struct store *s); /* runs what is queued, checkpoints; takes NULL */

/* Runs fn on the writer and returns after its commit is durable (0), or -1 with the closure's own
 * error or that of the commit. Not callable from a closure. */
int store_write(struct store *s, int (*fn)(struct db *db, void *arg, struct err *err), void *arg,
                struct err *err);
/* As store_write, without waiting: `done` (may be NULL) is called on the writer thread after the
 * commit (err NULL) or after the failure. */
void store_post(struct store *s, int (*fn)(struct db *db, void *arg, struct err *err),
                void (*done)(void *arg, const struct err *err), void *arg);

struct db *store_reader(struct store *s, struct err *err); /* NULL: error */
void store_reader_done(struct store *s, struct db *db);

const char *store_dir(const struct store *s);

/* The ballast: a few MiB of disk held in DIR/ballast, so that commits go on for a while when the
 * disk is full. Given back with `hold` false (below the reserve), and by the writer itself when a
 * commit finds no space; held at opening and with `hold` true, where there is room (ERR_NO_SPACE).
 */
int store_ballast(struct store *s, bool hold, struct err *err);
