/* RetryPipelineExecution and UpdatePipelineExecution: changes of an execution that exists.
 *
 * A retry reads the ended execution on the handler's thread and gives it to the engine, which takes
 * it if no other retry came in between (the epoch tells). Steps that failed or were stopped are as
 * if they had not begun, all within one commit; those that succeeded keep their outcome. */
#include "base/sys.h"
#include "base/text.h"
#include "engine/gc.h"
#include "engine/pipelines.h"
#include <string.h>

#define TRIES 5

struct retry {
    const char *arn, *token;
    struct execution *x; /* NULL once the engine has it */
    int64_t epoch;
    int64_t parallelism; /* -1: as it was */
    bool stale;
};

static int64_t epoch_now(struct engine *e)
{
    return __atomic_load_n(&e->retries, __ATOMIC_ACQUIRE);
}

static void steps_reset(struct engine *e, struct execution *x)
{
    for (size_t i = 0; i < x->def->n_steps; i++) {
        struct step *s = &x->steps[i];
        if (s->status != RUN_FAILED && s->status != RUN_STOPPED)
            continue;
        s->retry = NULL;
        transition_step(e, x, s, RUN_NONE, NULL);
        if (s->blockers == 0)
            execution_ready(x, s);
    }
    x->failed = false;
}

static int retry_in_engine(struct engine *e, void *arg, struct err *err)
{
    struct retry *r = arg;
    struct execution *x = r->x;

    r->stale = r->epoch != epoch_now(e);
    if (r->stale)
        return err_set(err, ERR_BUSY, "%s is being retried already.", r->arn);
    if (gc_may_be_gone(e, gc_epoch(e), r->arn) ||
        map_get(e->leaving, x->pipeline_arn)) /* the epoch of retries covers the rest */
        return execution_missing(err, r->arn);
    __atomic_add_fetch(&e->retries, 1, __ATOMIC_RELEASE);
    r->x = NULL;
    if (r->parallelism >= 0)
        x->parallelism = (int)r->parallelism;
    json_set_int(x->arena, x->doc, "parallelism", x->parallelism);
    json_set_str(x->arena, x->doc, "retry_token", r->token);
    batch_sql(e, "UPDATE executions SET doc = $1 WHERE seq = $2", "ti",
              json_text(batch_arena(e), x->doc), x->seq);
    transition_execution(e, x, RUN_EXECUTING, NULL);
    execution_add(e, x);
    steps_reset(e, x);
    return 0;
}

static int may_retry(const struct execution *x, struct err *err)
{
    if (x->status != RUN_FAILED && x->status != RUN_STOPPED)
        return err_set(err, ERR_INVALID,
                       "Pipeline execution with ARN %s is in status %s: only executions in status "
                       "Failed or Stopped can be retried.",
                       x->arn, run_status_text(x->status));
    for (size_t i = 0; i < x->def->n_steps; i++)
        if (x->steps[i].status == RUN_FAILED && str_eq(x->steps[i].def->ops->type, "Fail"))
            return err_set(err, ERR_INVALID,
                           "Pipeline execution with ARN %s was ended by the Fail step %s: it "
                           "cannot be retried.",
                           x->arn, x->steps[i].def->name);
    return 0;
}

/* 1: this token has been served; 0: done; -1: error. */
static int retry_once(struct engine *e, const struct engine_who *who, struct retry *r,
                      struct err *err)
{
    int rc;

    r->stale = false;
    r->epoch = epoch_now(e);
    if (execution_read(e, r->arn, &r->x, err) != 0)
        return -1;
    if (!str_eq(r->x->who.account, who->account) || !str_eq(r->x->who.region, who->region))
        rc = execution_missing(err, r->arn);
    else if (r->token && str_eq(r->token, json_get_str(r->x->doc, "retry_token")))
        rc = 1;
    else if (may_retry(r->x, err) != 0)
        rc = -1;
    else
        rc = engine_call(e, retry_in_engine, r, err);
    if (rc != 0)
        execution_free(r->x);
    return rc;
}

int execution_retry(struct engine *e, const struct engine_who *who, struct arena *a,
                    const struct json *in, struct json **out, struct err *err)
{
    const struct json *setting = json_get(in, "ParallelismConfiguration");
    struct retry r = {.arn = json_get_str(in, "PipelineExecutionArn"),
                      .token = json_get_str(in, "ClientRequestToken"),
                      .parallelism = json_get_int(setting, "MaxParallelExecutionSteps", -1)};
    int rc = -1;

    for (int i = 0; i < TRIES; i++) {
        struct err own = {0};
        rc = retry_once(e, who, &r, &own);
        if (rc < 0)
            *err = own;
        if (rc >= 0 || !r.stale)
            break;
    }
    if (rc < 0)
        return -1;
    *out = json_object(a);
    json_set_str(a, *out, "PipelineExecutionArn", r.arn);
    return 0;
}

/* --- update --- */

struct update {
    struct arena *arena;
    const struct json *in;
    const char *arn;
    int64_t parallelism, now_ms;
};

static void set_members(struct arena *a, struct json *doc, const struct update *u)
{
    static const char *const members[][2] = {{"PipelineExecutionDisplayName", "display_name"},
                                             {"PipelineExecutionDescription", "description"}};

    for (size_t i = 0; i < 2; i++)
        json_set_str(a, doc, members[i][1], json_get_str(u->in, members[i][0]));
    if (u->parallelism >= 0)
        json_set_int(a, doc, "parallelism", u->parallelism);
}

static int update_in_store(struct db *db, void *arg, struct err *err)
{
    struct update *u = arg;
    struct json *doc;
    char *text;

    int got = db_get_text(db, u->arena, &text, err,
                          "SELECT doc FROM shown_executions WHERE arn = $1", "t", u->arn);
    if (got == 0)
        return execution_missing(err, u->arn);
    if (got < 0 || json_parse(u->arena, text, strlen(text), &doc, err) != 0)
        return -1;
    set_members(u->arena, doc, u);
    return db_run(db, NULL, err, "UPDATE executions SET doc = $1, modified_ms = $2 WHERE arn = $3",
                  "tit", json_text(u->arena, doc), u->now_ms, u->arn);
}

static int update_in_engine(struct engine *e, void *arg, struct err *err)
{
    const struct update *u = arg;
    struct execution *x = map_get(e->executions, u->arn);

    const char *name = json_get_str(u->in, "PipelineExecutionDisplayName");
    const char *description = json_get_str(u->in, "PipelineExecutionDescription");

    /* A retry that read the row before this change must not write it back: one that comes now reads
     * again, and after one that came first the row is written once more. */
    __atomic_add_fetch(&e->retries, 1, __ATOMIC_RELEASE);
    if (!x)
        return 0;
    if (name)
        x->display_name = arena_strdup(x->arena, name);
    if (description)
        x->description = arena_strdup(x->arena, description);
    if (u->parallelism >= 0) {
        x->parallelism = (int)u->parallelism;
        execution_touch(e, x);
    }
    if (x->doc) {
        set_members(x->arena, x->doc, u);
        batch_sql(e, "UPDATE executions SET doc = $1 WHERE seq = $2", "ti",
                  json_text(batch_arena(e), x->doc), x->seq);
    }
    return 0;
}

int execution_update(struct engine *e, const struct engine_who *who, struct arena *a,
                     const struct json *in, struct json **out, struct err *err)
{
    const struct json *setting = json_get(in, "ParallelismConfiguration");
    struct execution_row row;

    if (execution_load(e, who, a, in, &row, err) != 0)
        return -1;
    struct update u = {.arena = a,
                       .in = in,
                       .arn = row.arn,
                       .parallelism = json_get_int(setting, "MaxParallelExecutionSteps", -1),
                       .now_ms = sys->wall_ms()};
    if (store_write(e->config.store, update_in_store, &u, err) != 0 ||
        engine_call(e, update_in_engine, &u, err) != 0)
        return -1;
    *out = json_object(a);
    json_set_str(a, *out, "PipelineExecutionArn", row.arn);
    return 0;
}
