/* Schema versions of the modules that share one database. */
#pragma once
#include "store/store.h"

/* Brings every module's schema to what this program knows: all of it or nothing. ERR_UNSUPPORTED
 * when the database was written by a newer program. `db` is the connection that writes. */
int migrate_run(struct db *db, const struct store_module *modules, struct err *err);
