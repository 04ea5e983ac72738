/* After a start: executions that are not terminal are built again from their rows and go on.
 *
 * Order: executions first (jobs point at them), then jobs, then, on the engine thread, whatever was
 * begun without a job is begun again; what such a step does is idempotent by a token of its own. */
#include "base/log.h"
#include "engine/pipelines.h"
#include <string.h>

static int load_step(struct execution *x, struct db_rows *rows, struct err *err)
{
    int64_t index = db_int(rows, 0);
    const char *metadata = db_text(rows, 6), *properties = db_text(rows, 7);
    const char *retry = db_text(rows, 9), *reuse = db_text(rows, 10);

    if (index < 0 || (size_t)index >= x->def->n_steps)
        return err_set(err, ERR_CORRUPT, "%s has no step %lld", x->arn, (long long)index);
    struct step *s = &x->steps[index];
    s->status = run_status_parse(db_text(rows, 1));
    s->attempt = (int)db_int(rows, 2);
    s->began = db_int(rows, 3);
    s->started_ms = db_int(rows, 4);
    s->ended_ms = db_int(rows, 5);
    s->reason = arena_strdup(x->arena, db_text(rows, 8));
    if (metadata && json_parse(x->arena, metadata, strlen(metadata), &s->metadata, err) != 0)
        return -1;
    if (properties &&
        json_parse(x->arena, properties, strlen(properties), &s->properties, err) != 0)
        return -1;
    if (retry && json_parse(x->arena, retry, strlen(retry), &s->retry, err) != 0)
        return -1;
    if (reuse && json_parse(x->arena, reuse, strlen(reuse), &s->reuse, err) != 0)
        return -1;
    s->outcome = strcmp(s->def->ops->type, "Condition") == 0 && s->metadata &&
                 strcmp(json_get_str(json_get(s->metadata, "Condition"), "Outcome"), "True") == 0;
    if (x->next_began <= s->began)
        x->next_began = s->began + 1;
    return 0;
}

static int load_steps(struct db *db, struct execution *x, struct err *err)
{
    struct db_rows *rows cleanup_rows = NULL;
    int got;

    if (db_query(
            db, &rows, err,
            "SELECT step, status, attempt, began, started_ms, COALESCE(ended_ms, 0), "
            "metadata, properties, failure_reason, retry, cache FROM steps WHERE execution = $1",
            "i", x->seq) != 0)
        return -1;
    while ((got = db_next(rows, err)) == 1)
        if (load_step(x, rows, err) != 0)
            return -1;
    return got;
}

/* What was ready at the beginning may have begun long ago: find anew who is ready. */
void execution_rebuild(struct execution *x)
{
    x->ready = NULL;
    x->ready_last = &x->ready;
    for (size_t i = 0; i < x->def->n_steps; i++) {
        struct step *s = &x->steps[i];
        if (s->blockers == 0 && s->status == RUN_NONE && !s->skipped)
            execution_ready(x, s);
    }
    for (size_t i = 0; i < x->def->n_steps; i++) {
        struct step *s = &x->steps[i];
        if (s->status == RUN_SUCCEEDED)
            step_release(x, s);
        else if (s->status == RUN_FAILED)
            x->failed = true;
        if (s->status != RUN_NONE && !run_status_ended(s->status))
            x->n_running++;
    }
}

static int load_execution(struct db *db, struct db_rows *rows, struct execution **ret,
                          struct err *err)
{
    const char *text = db_text(rows, 9), *doc_text = db_text(rows, 8);
    struct pipeline_def *def;
    struct json *doc;

    if (definition_parse(text, strlen(text), &def, err) != 0)
        return err_prefix(err, "%s", db_text(rows, 4));
    struct execution *x = *ret = execution_create(db_text(rows, 4), def);
    struct arena *a = x->arena;
    x->seq = db_int(rows, 0);
    x->who = (struct engine_who){.account = arena_strdup(a, db_text(rows, 1)),
                                 .region = arena_strdup(a, db_text(rows, 2)),
                                 .project = arena_strdup(a, db_text(rows, 10)),
                                 .access_key = arena_strdup(a, db_text(rows, 11)),
                                 .principal = "",
                                 .request_id = ""};
    x->pipeline = arena_strdup(a, db_text(rows, 3));
    x->id = arena_strdup(a, db_text(rows, 5));
    x->status = run_status_parse(db_text(rows, 6));
    x->created_ms = db_int(rows, 7);
    if (json_parse(a, doc_text, strlen(doc_text), &doc, err) != 0)
        return -1;
    x->doc = doc;
    x->params = json_get(doc, "params");
    x->pipeline_arn = json_get_str(doc, "pipeline_arn");
    struct json *experiment = json_get(doc, "experiment");
    x->experiment = json_is(experiment, JSON_OBJECT) ? experiment : NULL;
    x->untracked = !experiment;
    x->display_name = json_get_str(doc, "display_name");
    x->description = json_get_str(doc, "description");
    x->parallelism = (int)json_get_int(doc, "parallelism", 0);
    execution_select(x, json_get(doc, "selective"));
    if (load_steps(db, x, err) != 0)
        return -1;
    execution_rebuild(x);
    return 0;
}

#define COLUMNS                                                                                    \
    "SELECT e.seq, e.account, e.region, e.pipeline, e.arn, e.id, e.status, e.created_ms, e.doc, "  \
    "d.text, e.project, e.access_key FROM shown_executions e JOIN definitions d ON "               \
    "d.hash = e.definition "

int execution_read(struct engine *e, const char *arn, struct execution **ret, struct err *err)
{
    struct db *db = store_reader(e->config.store, err);
    struct db_rows *rows = NULL;
    int got = -1;

    *ret = NULL;
    if (!db)
        return -1;
    if (db_query(db, &rows, err, COLUMNS "WHERE e.arn = $1", "t", arn) == 0)
        got = db_next(rows, err);
    if (got == 1 && load_execution(db, rows, ret, err) != 0) {
        execution_free(*ret);
        got = -1;
    }
    db_done(rows);
    store_reader_done(e->config.store, db);
    if (got == 0)
        return execution_missing(err, arn);
    return got == 1 ? 0 : -1;
}

/* One that cannot be read must not keep all the others from going on. Its jobs run to their ends
 * as if they had been created by a call. */
static void give_up(struct engine *e, struct db_rows *rows, const char *reason)
{
    struct arena *a = batch_arena(e);
    struct execution x = {.seq = db_int(rows, 0),
                          .arn = arena_strdup(a, db_text(rows, 4)),
                          .id = arena_strdup(a, db_text(rows, 5)),
                          .pipeline = arena_strdup(a, db_text(rows, 3)),
                          .status = run_status_parse(db_text(rows, 6)),
                          .created_ms = db_int(rows, 7)};

    x.who = (struct engine_who){.account = arena_strdup(a, db_text(rows, 1)),
                                .region = arena_strdup(a, db_text(rows, 2)),
                                .project = "",
                                .access_key = "",
                                .principal = "",
                                .request_id = ""};
    const char *end = strstr(x.arn, "/execution/");
    x.pipeline_arn = end ? arena_strndup(a, x.arn, (size_t)(end - x.arn)) : NULL;
    reason = arena_printf(a, "The execution could not be read when the engine started: %s", reason);
    log_error("%s: %s", x.arn, reason);
    batch_sql(e,
              "UPDATE steps SET status = 'Failed', failure_reason = $1, ended_ms = started_ms "
              "WHERE execution = $2 AND status IN ('Starting', 'Executing', 'Stopping')",
              "ti", reason, x.seq);
    transition_execution(e, &x, x.status == RUN_STOPPING ? RUN_STOPPED : RUN_FAILED, reason);
}

int executions_recover(struct engine *e, struct err *err)
{
    struct db *db = store_reader(e->config.store, err);
    struct db_rows *rows = NULL;
    int got = -1;

    if (!db)
        return -1;
    if (db_query(db, &rows, err,
                 COLUMNS "WHERE e.status IN ('Executing', 'Stopping') ORDER BY e.seq", "") == 0)
        while ((got = db_next(rows, err)) == 1) {
            struct execution *x = NULL;
            struct err why = {0};
            if (load_execution(db, rows, &x, &why) == 0) {
                execution_add(e, x);
                continue;
            }
            execution_free(x);
            if (why.code != ERR_INVALID && why.code != ERR_CORRUPT) { /* the store's own */
                *err = why;
                got = -1;
                break;
            }
            give_up(e, rows, why.msg);
        }
    db_done(rows);
    store_reader_done(e->config.store, db);
    return got;
}

static void attach_jobs(struct engine *e)
{
    const char *id;
    void *p;

    for (size_t at = 0; map_next(e->jobs, &at, &id, &p);) {
        struct job *j = p;
        if (j->execution)
            j->execution->steps[j->step].job = j;
    }
}

void executions_recovered(struct engine *e, void *arg)
{
    const char *arn;
    void *p;

    attach_jobs(e);
    for (size_t at = 0; map_next(e->executions, &at, &arn, &p);) {
        struct execution *x = p;
        for (size_t i = 0; i < x->def->n_steps; i++) {
            struct step *s = &x->steps[i];
            if (s->status == RUN_NONE || run_status_ended(s->status) || s->job)
                continue;
            if (x->status == RUN_STOPPING)
                step_stopped(e, x, s);
            else if (!step_retry_recover(e, x, s))
                step_begin(e, x, s);
        }
    }
}
