/* See reset.h. */
#include "engine/reset.h"
#include "engine/core.h"
#include "engine/jobs.h"

enum { HALT_MS = 30 * 1000 };

static int forget_rows(struct db *db, void *arg, struct err *err)
{
    static const char *const tables[] = {
        "DELETE FROM steps",
        "DELETE FROM executions",
        "DELETE FROM jobs",
        "DELETE FROM pipelines",
        "DELETE FROM definitions",
        "DELETE FROM resources",
        "DELETE FROM tags",
        "DELETE FROM events",
        "DELETE FROM log_events",
        "DELETE FROM log_streams",
        "DELETE FROM log_groups",
        "DELETE FROM pipeline_versions",
        "DELETE FROM cache_entries",
        "DELETE FROM experiment_members",
        "DELETE FROM deleted_pipelines",
    };

    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (db_run(db, NULL, err, tables[i], "") != 0)
            return -1;
    return 0;
}

/* (engine) Tokens of executions and names of jobs that are gone must not stand in the way of new
 * ones. */
static int forget_tokens(struct engine *e, void *arg, struct err *err)
{
    tokens_drop(e, tokens_all, NULL);
    jobs_forget_names(e);
    return 0;
}

int engine_reset(struct engine *e, struct err *err)
{
    if (engine_halt(e, HALT_MS, err) != 0 || engine_call(e, forget_tokens, NULL, err) != 0 ||
        store_write(engine_store(e), forget_rows, NULL, err) != 0 ||
        objects_reset(engine_objects(e), err) != 0)
        return -1;
    return series_reset(engine_series(e), err);
}
