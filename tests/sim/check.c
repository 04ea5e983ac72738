/* What must hold in a data directory, whatever happened to the engines on it. */
#include "plan.h"
#include "world.h"
#include "base/text.h"
#include "engine/pipelines.h"
#include "store/db.h"
#include <stdio.h>

static const char *const never[][2] = {
    {"an execution has not ended",
     "SELECT COUNT(*) FROM executions WHERE status NOT IN ('Succeeded', 'Failed', 'Stopped')"},
    {"a step has not ended", "SELECT COUNT(*) FROM steps WHERE status NOT IN ('Succeeded', "
                             "'Failed', 'Stopped', '')"},
    {"a job has not ended",
     "SELECT COUNT(*) FROM jobs WHERE state NOT IN ('Completed', 'Failed', 'Stopped')"},
    {"two jobs of one attempt",
     "SELECT COUNT(*) FROM (SELECT 1 AS n FROM jobs WHERE execution IS NOT NULL GROUP BY "
     "execution, step, attempt HAVING COUNT(*) > 1) t"},
    {"a pipeline was deleted and something of it is left",
     "SELECT (SELECT COUNT(*) FROM deleted_pipelines) + (SELECT COUNT(*) FROM executions e WHERE "
     "NOT EXISTS (SELECT 1 FROM pipelines p WHERE p.name = e.pipeline)) + (SELECT COUNT(*) FROM "
     "steps WHERE execution NOT IN (SELECT seq FROM executions)) + (SELECT COUNT(*) FROM jobs "
     "WHERE execution NOT IN (SELECT seq FROM executions)) + (SELECT COUNT(*) FROM cache_entries "
     "WHERE execution NOT IN (SELECT seq FROM executions))"},
    {"an execution succeeded with a step that did not",
     "SELECT COUNT(*) FROM executions e JOIN steps s ON s.execution = e.seq WHERE "
     "e.status = 'Succeeded' AND s.status <> 'Succeeded'"},
    {"an execution failed although no step did",
     "SELECT COUNT(*) FROM executions e WHERE e.status = 'Failed' AND NOT EXISTS (SELECT 1 FROM "
     "steps s WHERE s.execution = e.seq AND s.status = 'Failed')"},
    {"a step succeeded without its job",
     "SELECT COUNT(*) FROM steps s WHERE s.type IN ('Processing', 'Training') AND "
     "s.status = 'Succeeded' AND COALESCE(s.cache, '') NOT LIKE '%\"how\":\"hit\"%' AND NOT EXISTS "
     "(SELECT 1 FROM jobs j "
     "WHERE j.execution = s.execution AND j.step = s.step AND j.attempt = s.attempt AND "
     "j.state = 'Completed')"},
    {"a step succeeded without its outputs",
     "SELECT COUNT(*) FROM steps s JOIN executions e ON e.seq = s.execution WHERE s.type = "
     "'Processing' AND s.status = 'Succeeded' AND COALESCE(s.cache, '') NOT LIKE "
     "'%\"how\":\"hit\"%' AND EXISTS (SELECT 1 FROM buckets) AND (SELECT COUNT(*) FROM objects o "
     "WHERE o.key IN (CAST('out/' || e.id || '/' || s.name || '/model' AS BLOB), "
     "CAST('out/' || e.id || '/' || s.name || '/result' AS BLOB))) <> 2"},
    {"a step succeeded without its model",
     "SELECT COUNT(*) FROM steps s JOIN executions e ON e.seq = s.execution WHERE s.type = "
     "'Training' AND s.status = 'Succeeded' AND COALESCE(s.cache, '') NOT LIKE "
     "'%\"how\":\"hit\"%' AND EXISTS (SELECT 1 FROM buckets) AND (SELECT COUNT(*) FROM objects o "
     "WHERE CAST(o.key AS TEXT) LIKE 'out/' || e.id || '/' || s.name || '/%/model.tar.gz') <> 1"},
    {"a job of an attempt that no step knows",
     "SELECT COUNT(*) FROM jobs j WHERE j.execution IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
     "steps s WHERE s.execution = j.execution AND s.step = j.step AND s.attempt >= j.attempt)"},
    {"one token, two executions",
     "SELECT COUNT(*) FROM (SELECT 1 AS n FROM executions GROUP BY pipeline, token HAVING "
     "COUNT(*) > 1) t"},
    {"a cache entry without a success",
     "SELECT COUNT(*) FROM cache_entries c WHERE NOT EXISTS (SELECT 1 FROM steps s WHERE "
     "s.execution = c.execution AND s.name = c.step AND s.status = 'Succeeded')"},
    {"a step registered two versions, or none",
     "SELECT COUNT(*) FROM steps s WHERE s.type = 'RegisterModel' AND s.status = 'Succeeded' AND "
     "(SELECT COUNT(*) FROM resources r WHERE r.kind = 'ModelPackage' AND s.metadata LIKE '%' || "
     "r.arn || '\"%') <> 1"},
    /* a step that was stopped while it registered may not have begun again since */
    {"a version that no step registered",
     "SELECT COUNT(*) FROM resources r WHERE r.kind = 'ModelPackage' AND r.arn LIKE "
     "'%/sim/%' AND NOT EXISTS (SELECT 1 FROM steps s WHERE s.metadata LIKE '%' || r.arn || "
     "'\"%') AND NOT EXISTS (SELECT 1 FROM steps s WHERE s.type = 'RegisterModel' AND "
     "s.attempt > 0 AND s.status <> 'Succeeded')"},
    {"an execution without its event",
     "SELECT COUNT(*) FROM executions e WHERE NOT EXISTS (SELECT 1 FROM events v WHERE "
     "v.arn = e.arn AND v.detail LIKE '%\"currentPipelineExecutionStatus\":\"' || e.status || "
     "'\"%')"},
    {"an execution without its experiment and trial",
     "SELECT COUNT(*) FROM executions e WHERE NOT EXISTS (SELECT 1 FROM experiment_members m JOIN "
     "resources x ON x.arn = m.parent JOIN resources t ON t.arn = m.child WHERE "
     "x.kind = 'Experiment' AND x.name = e.pipeline AND t.kind = 'Trial' AND t.name = e.id)"},
    {"a job without its component in its execution's trial",
     "SELECT COUNT(*) FROM jobs j JOIN executions e ON e.seq = j.execution WHERE 1 <> (SELECT "
     "COUNT(*) FROM experiment_members m JOIN resources t ON t.arn = m.parent JOIN resources c ON "
     "c.arn = m.child WHERE t.kind = 'Trial' AND t.name = e.id AND c.kind = 'TrialComponent' AND "
     "c.name = j.name || '-aws-' || j.kind || '-job')"},
    {"a component or a trial too many",
     "SELECT COUNT(*) FROM (SELECT 1 AS n WHERE (SELECT COUNT(*) FROM resources WHERE "
     "kind = 'TrialComponent') <> (SELECT COUNT(*) FROM jobs) OR (SELECT COUNT(*) FROM "
     "experiment_members m JOIN resources t ON t.arn = m.child AND t.kind = 'Trial' JOIN "
     "resources x ON x.arn = m.parent WHERE x.name = 'sim') <> (SELECT COUNT(*) FROM executions "
     "WHERE pipeline = 'sim')) t"},
};

static const char *check_rows(struct arena *a, struct db *db)
{
    for (size_t i = 0; i < sizeof(never) / sizeof(never[0]); i++) {
        struct err err = {0};
        int64_t n = 0;
        if (db_get_int(db, &n, &err, never[i][1], "") < 0)
            return arena_printf(a, "%s: %s", never[i][0], err.msg);
        if (n)
            return never[i][0];
    }
    return NULL;
}

/* Which changes of a status there were, from their events. */
static const char *note_edges(struct arena *a, struct db *db)
{
    static const char sql[] =
        "SELECT DISTINCT json_extract(detail, '$.previousStepStatus'), "
        "json_extract(detail, '$.currentStepStatus'), "
        "json_extract(detail, '$.previousPipelineExecutionStatus'), "
        "json_extract(detail, '$.currentPipelineExecutionStatus') FROM events "
        "WHERE detail LIKE '%currentStepStatus%' OR detail LIKE '%currentPipelineExecution%'";
    struct db_rows *rows cleanup_rows = NULL;
    struct err err = {0};
    int got;

    if (db_query(db, &rows, &err, sql, "") != 0)
        return arena_strdup(a, err.msg);
    while ((got = db_next(rows, &err)) == 1) {
        bool step = db_text(rows, 1) != NULL;
        const char *from = db_text(rows, step ? 0 : 2), *to = db_text(rows, step ? 1 : 3);
        m->taken[step][run_status_parse(from ? from : "")][run_status_parse(to)] = true;
    }
    return got < 0 ? arena_strdup(a, err.msg) : NULL;
}

int check_edges(void)
{
    int missing = 0;

    for (int step = 0; step < 2; step++)
        for (int from = RUN_NONE; from <= RUN_SUCCEEDED; from++)
            /* going back to the beginning is no event */
            for (int to = RUN_STARTING; to <= RUN_SUCCEEDED; to++)
                if ((step ? step_may_become : execution_may_become)(from, to) !=
                    m->taken[step][from][to]) {
                    printf("%s: from \"%s\" to %s: %s\n", step ? "step" : "execution",
                           run_status_text(from), run_status_text(to),
                           m->taken[step][from][to] ? "not allowed" : "never taken");
                    missing++;
                }
    return missing;
}

const char *check_all(struct arena *a, const char *dir)
{
    const char *wrong;
    struct err err = {0};
    struct db *db;
    char *sound = NULL;

    if (db_open(&db_sqlite, arena_printf(a, "%s/meta.db", dir), true, &db, &err) != 0)
        return arena_strdup(a, err.msg);
    wrong = check_rows(a, db);
    if (!wrong && (db_get_text(db, a, &sound, &err, "PRAGMA integrity_check", "") != 1 ||
                   !str_eq(sound, "ok")))
        wrong = arena_printf(a, "the database: %s", sound ? sound : err.msg);
    if (!wrong)
        wrong = note_edges(a, db);
    db_close(db);
    return wrong;
}
