/* What handlers ask about executions: start and stop go through the engine's thread, the rest reads
 * rows. */
#include "base/sys.h"
#include "base/text.h"
#include "engine/execution_select.h"
#include "engine/experiments.h"
#include "engine/gc.h"
#include "engine/page.h"
#include "engine/resource.h"
#include <stdlib.h>
#include <string.h>

#define TRIES 5 /* while others take away what was read */

/* --- start --- */

struct start {
    const struct engine_who *who;
    struct arena *arena;
    const struct json *in;
    const char *name, *pipeline_arn, *hash, *text, *token, *digest, *arn, *id;
    int64_t epoch, deletions; /* of what is gone, before anything was read */
    struct pipeline_def *def;
    struct json *params, *experiment; /* experiment: names, or NULL */
    int64_t parallelism, version, created_ms;
    struct selection selection; /* doc NULL: all steps */
    bool replayed, stale;
};

/* What a start asks for, whatever it is called by and however the pipeline is named. */
static const char *request_digest(struct arena *a, const struct json *in)
{
    struct json *asked = json_copy(a, in);

    json_del(asked, "ClientRequestToken");
    json_del(asked, "PipelineName");
    const char *text = json_text(a, asked);
    return digest_hex(a, DIGEST_SHA256, text, strlen(text));
}

/* The token is an execution's already. */
static int replay(struct start *st, const char *arn, const char *digest, struct err *err)
{
    if (digest && !str_eq(digest, st->digest))
        return err_set(err, ERR_CONFLICT,
                       "ClientRequestToken %s has started %s with other parameters. Another start "
                       "needs another token.",
                       st->token, arn);
    st->arn = arena_strdup(st->arena, arn);
    st->replayed = true;
    return 0;
}

static const char *start_doc(const struct start *st)
{
    struct arena *a = st->arena;
    struct json *doc = json_object(a);

    json_set_str(a, doc, "pipeline_arn", st->pipeline_arn);
    json_set(a, doc, "params", st->params);
    json_set(a, doc, "experiment", st->experiment ? st->experiment : json_null(a));
    json_set(a, doc, "given", json_get(st->in, "PipelineParameters"));
    json_set_str(a, doc, "display_name", json_get_str(st->in, "PipelineExecutionDisplayName"));
    json_set_str(a, doc, "description", json_get_str(st->in, "PipelineExecutionDescription"));
    json_set_int(a, doc, "parallelism", st->parallelism);
    json_set(a, doc, "selective", st->selection.doc);
    json_set_str(a, doc, "request", st->token ? st->digest : NULL);
    return json_text(a, doc);
}

static const char *token_key(const struct start *st)
{
    return arena_printf(st->arena, "%s %s", st->pipeline_arn, st->token);
}

/* What was read of rows that a collection of garbage may have taken meanwhile. */
static int still_there(struct engine *e, const struct start *st, struct err *err)
{
    const char *source = st->selection.source;

    if (source && gc_may_be_gone(e, st->epoch, source))
        return err_set(err, ERR_CONFLICT,
                       "SelectiveExecutionConfig: the source execution %s may be on its way out; "
                       "try again.",
                       source);
    if (gc_may_be_gone(e, st->epoch, st->hash))
        batch_sql(
            e, "INSERT INTO definitions (hash, text) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING",
            "tt", st->hash, st->text);
    return 0;
}

static int start_in_engine(struct engine *e, void *arg, struct err *err)
{
    struct start *st = arg;
    const struct start_token *had = st->token ? map_get(e->tokens, token_key(st)) : NULL;
    const struct engine_who *who = st->who;

    if (had)
        return replay(st, had->arn, had->digest, err);
    if (map_get(e->leaving, st->pipeline_arn))
        return err_set(err, ERR_NOT_FOUND, "Pipeline '%s' does not exist.", st->pipeline_arn);
    st->stale = st->deletions != pipeline_deletions(e, st->name);
    if (st->stale) /* the pipeline may be gone */
        return err_set(err, ERR_BUSY, "%s is being changed.", st->pipeline_arn);
    if (still_there(e, st, err) != 0)
        return -1;
    struct execution *x = execution_create(st->arn, st->def);
    struct arena *a = x->arena;
    x->seq = engine_next_seq(e, SEQ_EXECUTION);
    x->id = arena_strdup(a, st->id);
    x->pipeline = arena_strdup(a, st->name);
    x->pipeline_arn = arena_strdup(a, st->pipeline_arn);
    x->display_name = arena_strdup(a, json_get_str(st->in, "PipelineExecutionDisplayName"));
    x->description = arena_strdup(a, json_get_str(st->in, "PipelineExecutionDescription"));
    x->who = engine_who_copy(a, who);
    x->who.principal = ""; /* its row has none: the same before and after a restart */
    x->params = json_copy(a, st->params);
    x->parallelism = (int)st->parallelism;
    x->experiment = st->experiment ? json_copy(a, st->experiment) : NULL;
    x->created_ms = st->created_ms;
    remains_free_token(e, who, st->name, st->token);
    batch_sql(
        e,
        "INSERT INTO executions (seq, account, region, pipeline, arn, id, status, definition, "
        "token, created_ms, modified_ms, project, access_key, doc, version) VALUES ($1, $2, $3, "
        "$4, $5, $6, 'Executing', $7, $8, $9, $9, $10, $11, $12, $13)",
        "itttttttittti", x->seq, who->account, who->region, st->name, st->arn, st->id, st->hash,
        st->token, x->created_ms, x->who.project, x->who.access_key, start_doc(st), st->version);
    batch_sql(e, "UPDATE pipelines SET last_run_ms = $1 WHERE arn = $2", "it", x->created_ms,
              st->pipeline_arn);
    experiment_record_execution(e, x);
    transition_execution(e, x, RUN_EXECUTING, NULL);
    if (st->token)
        tokens_add(e, token_key(st), st->arn, st->digest);
    execution_select(x, st->selection.doc);
    if (st->selection.doc)
        execution_lend(e, x, &st->selection);
    execution_add(e, x);
    return 0;
}

/* Sets st->replayed when this token has started an execution before. */
static int find_token(struct engine *e, struct start *st, struct err *err)
{
    struct db *db = store_reader(e->config.store, err);
    struct db_rows *rows = NULL;
    int got = -1;

    if (!db)
        return -1;
    if (db_query(db, &rows, err,
                 "SELECT arn, doc FROM shown_executions WHERE account = $1 AND region = $2 AND "
                 "pipeline = $3 AND token = $4",
                 "tttt", st->who->account, st->who->region, st->name, st->token) == 0)
        got = db_next(rows, err);
    if (got == 1) {
        const char *text = db_text(rows, 1);
        struct json *doc;
        if (json_parse(st->arena, text, strlen(text), &doc, err) != 0 ||
            replay(st, db_text(rows, 0), json_get_str(doc, "request"), err) != 0)
            got = -1;
    }
    db_done(rows);
    store_reader_done(e->config.store, db);
    return got < 0 ? -1 : 0;
}

static int select_steps(struct engine *e, struct start *st, struct err *err)
{
    const struct json *config = json_get(st->in, "SelectiveExecutionConfig");

    return config ? selection_make(e, st->who, st->arena, st->def, st->pipeline_arn, config,
                                   &st->selection, err)
                  : 0;
}

/* Whose names depend on the execution, which is not there yet. */
static int name_experiment(struct engine *e, struct start *st, struct err *err)
{
    struct arena *a = st->arena;
    const struct execution x = {.def = st->def,
                                .arn = st->arn,
                                .id = st->id,
                                .pipeline = st->name,
                                .pipeline_arn = st->pipeline_arn,
                                .created_ms = st->created_ms,
                                .params = st->params,
                                .steps = arena_zalloc(a, st->def->n_steps * sizeof(struct step))};

    return experiment_config_eval(&x, a, &st->experiment, err) != 0
               ? -1
               : experiment_config_check(e, st->who, a, st->experiment, err);
}

static int start_new(struct engine *e, struct start *st, const char *text, struct err *err)
{
    struct arena *a = st->arena;
    char id[13];

    if (definition_parse(text, strlen(text), &st->def, err) != 0)
        return -1;
    id_random(id, 12);
    st->id = arena_strdup(a, id);
    st->arn = arena_printf(a, "%s/execution/%s", st->pipeline_arn, id);
    st->text = text;
    st->hash = pipeline_hash(a, text);
    st->created_ms = sys->wall_ms();
    int rc = -1;
    if (definition_params(st->def, json_get(st->in, "PipelineParameters"), a, &st->params, err) ==
            0 &&
        name_experiment(e, st, err) == 0 && select_steps(e, st, err) == 0)
        rc = engine_call(e, start_in_engine, st, err);
    if (rc != 0 || st->replayed)
        definition_free(st->def);
    return rc;
}

static int start_once(struct engine *e, struct start *st, struct err *err)
{
    struct json *pipeline;

    st->stale = false;
    st->epoch = gc_epoch(e);
    st->deletions = pipeline_deletions(e, json_get_str(st->in, "PipelineName"));
    if (pipeline_describe(e, st->who, st->arena, st->in, &pipeline, err) != 0)
        return -1;
    st->name = json_get_str(pipeline, "PipelineName");
    st->pipeline_arn = json_get_str(pipeline, "PipelineArn");
    st->version = json_get_int(pipeline, "PipelineVersionId", 1);
    const struct json *setting = json_get(st->in, "ParallelismConfiguration");
    if (!setting)
        setting = json_get(pipeline, "ParallelismConfiguration");
    st->parallelism = json_get_int(setting, "MaxParallelExecutionSteps", 0);
    if (st->token && find_token(e, st, err) != 0)
        return -1;
    return st->replayed ? 0 : start_new(e, st, json_get_str(pipeline, "PipelineDefinition"), err);
}

int execution_start(struct engine *e, const struct engine_who *who, struct arena *a,
                    const struct json *in, struct json **out, struct err *err)
{
    struct start st = {.who = who,
                       .arena = a,
                       .in = in,
                       .token = json_get_str(in, "ClientRequestToken"),
                       .digest = request_digest(a, in)};
    struct err own = {0};
    int rc = -1;

    for (int i = 0; i < TRIES && rc != 0; i++) {
        rc = start_once(e, &st, &own);
        if (rc != 0 && !st.stale)
            break;
    }
    if (rc != 0) {
        *err = own;
        return -1;
    }
    *out = json_object(a);
    json_set_str(a, *out, "PipelineExecutionArn", st.arn);
    return 0;
}

/* --- reading --- */

int execution_missing(struct err *err, const char *arn)
{
    return err_set(err, ERR_NOT_FOUND, "Pipeline execution '%s' does not exist.", arn);
}

int execution_load(struct engine *e, const struct engine_who *who, struct arena *a,
                   const struct json *in, struct execution_row *ret, struct err *err)
{
    const char *arn = json_get_str(in, "PipelineExecutionArn");
    struct db *db = store_reader(e->config.store, err);
    struct db_rows *rows = NULL;
    int got = -1;

    if (!db)
        return -1;
    if (db_query(db, &rows, err,
                 "SELECT e.seq, e.created_ms, e.modified_ms, e.status, e.failure_reason, e.doc, "
                 "e.pipeline, d.text, COALESCE(e.ended_ms, 0), e.version, e.stop_token FROM "
                 "shown_executions e JOIN definitions d ON d.hash = e.definition WHERE "
                 "e.arn = $1 AND e.account = $2 AND e.region = $3",
                 "ttt", arn, who->account, who->region) == 0)
        got = db_next(rows, err);
    if (got == 1) {
        const char *doc = db_text(rows, 5);
        *ret = (struct execution_row){.seq = db_int(rows, 0),
                                      .created_ms = db_int(rows, 1),
                                      .modified_ms = db_int(rows, 2),
                                      .ended_ms = db_int(rows, 8),
                                      .version = db_int(rows, 9),
                                      .arn = arn,
                                      .status = arena_strdup(a, db_text(rows, 3)),
                                      .failure_reason = arena_strdup(a, db_text(rows, 4)),
                                      .pipeline = arena_strdup(a, db_text(rows, 6)),
                                      .definition = arena_strdup(a, db_text(rows, 7)),
                                      .stop_token = arena_strdup(a, db_text(rows, 10))};
        if (json_parse(a, doc, strlen(doc), &ret->doc, err) != 0)
            got = -1;
    }
    db_done(rows);
    store_reader_done(e->config.store, db);
    if (got == 0)
        return execution_missing(err, arn);
    return got == 1 ? 0 : -1;
}

int execution_describe(struct engine *e, const struct engine_who *who, struct arena *a,
                       const struct json *in, struct json **out, struct err *err)
{
    struct execution_row row;
    int64_t parallelism;

    if (execution_load(e, who, a, in, &row, err) != 0)
        return -1;
    *out = json_object(a);
    json_set_str(a, *out, "PipelineArn", json_get_str(row.doc, "pipeline_arn"));
    json_set_str(a, *out, "PipelineExecutionArn", row.arn);
    json_set_str(a, *out, "PipelineExecutionDisplayName", json_get_str(row.doc, "display_name"));
    json_set_str(a, *out, "PipelineExecutionStatus", row.status);
    json_set_str(a, *out, "PipelineExecutionDescription", json_get_str(row.doc, "description"));
    json_set(a, *out, "PipelineExperimentConfig", json_get(row.doc, "experiment"));
    json_set_str(a, *out, "FailureReason", row.failure_reason);
    resource_time(a, *out, "CreationTime", row.created_ms);
    resource_time(a, *out, "LastModifiedTime", row.modified_ms);
    json_set(a, *out, "CreatedBy", json_object(a));
    json_set(a, *out, "LastModifiedBy", json_object(a));
    json_set_int(a, *out, "PipelineVersionId", row.version);
    parallelism = json_get_int(row.doc, "parallelism", 0);
    if (parallelism) {
        struct json *p = json_object(a);
        json_set_int(a, p, "MaxParallelExecutionSteps", parallelism);
        json_set(a, *out, "ParallelismConfiguration", p);
    }
    json_set(a, *out, "SelectiveExecutionConfig",
             json_get(json_get(row.doc, "selective"), "config"));
    return 0;
}

int execution_definition(struct engine *e, const struct engine_who *who, struct arena *a,
                         const struct json *in, struct json **out, struct err *err)
{
    struct execution_row row;

    if (execution_load(e, who, a, in, &row, err) != 0)
        return -1;
    *out = json_object(a);
    json_set_str(a, *out, "PipelineDefinition", row.definition);
    resource_time(a, *out, "CreationTime", row.created_ms);
    return 0;
}

int execution_parameters(struct engine *e, const struct engine_who *who, struct arena *a,
                         const struct json *in, struct json **out, struct err *err)
{
    struct execution_row row;
    struct page page;

    if (execution_load(e, who, a, in, &row, err) != 0 ||
        page_begin(&page, e, a, "ListPipelineParametersForExecution", in, 50, err) != 0)
        return -1;
    const struct json *params = json_get(row.doc, "params");
    int64_t from = page_key_int(&page, -1) + 1;
    for (int64_t i = from; i < (int64_t)json_len(params); i++) {
        const struct json *v = params->items[i];
        struct json *p = json_object(a);
        json_set_str(a, p, "Name", params->keys[i]);
        json_set_str(a, p, "Value", json_str(v) ? json_str(v) : json_text(a, v));
        if (!page_add_int(&page, p, i))
            break;
    }
    *out = page_end(&page, "PipelineParameters");
    return 0;
}

static struct json *execution_summary(struct arena *a, struct db_rows *rows)
{
    struct json *s = json_object(a), *doc;
    const char *text = db_text(rows, 4);
    struct err ignored;

    json_set_str(a, s, "PipelineExecutionArn", db_text(rows, 1));
    resource_time(a, s, "StartTime", db_int(rows, 2));
    json_set_str(a, s, "PipelineExecutionStatus", db_text(rows, 3));
    json_set_str(a, s, "PipelineExecutionFailureReason", db_text(rows, 5));
    if (json_parse(a, text, strlen(text), &doc, &ignored) == 0) {
        json_set_str(a, s, "PipelineExecutionDisplayName", json_get_str(doc, "display_name"));
        json_set_str(a, s, "PipelineExecutionDescription", json_get_str(doc, "description"));
    }
    return s;
}

int execution_list(struct engine *e, const struct engine_who *who, struct arena *a,
                   const struct json *in, struct json **out, struct err *err)
{
    static const char *const sql[2] = {
        "SELECT seq, arn, created_ms, status, doc, failure_reason FROM shown_executions "
        "WHERE account = $1 AND region = $2 AND pipeline = $3 AND created_ms >= $4 AND "
        "created_ms <= $5 AND seq < $6 ORDER BY seq DESC",
        "SELECT seq, arn, created_ms, status, doc, failure_reason FROM shown_executions "
        "WHERE account = $1 AND region = $2 AND pipeline = $3 AND created_ms >= $4 AND "
        "created_ms <= $5 AND seq > $6 ORDER BY seq"};
    bool up = str_eq(json_get_str(in, "SortOrder"), "Ascending");
    struct json *pipeline;
    struct db_rows *rows = NULL;
    struct page page;

    if (pipeline_describe(e, who, a, in, &pipeline, err) != 0 ||
        page_begin(&page, e, a, "ListPipelineExecutions", in, 10, err) != 0)
        return -1;
    struct db *db = store_reader(e->config.store, err);
    if (!db)
        return -1;
    const struct json *after = json_get(in, "CreatedAfter"),
                      *before = json_get(in, "CreatedBefore");
    int got = db_query(db, &rows, err, sql[up], "tttiii", who->account, who->region,
                       json_get_str(pipeline, "PipelineName"),
                       after ? (int64_t)(json_num(after, 0) * 1000) : (int64_t)0,
                       before ? (int64_t)(json_num(before, 0) * 1000) : INT64_MAX,
                       page_key_int(&page, up ? -1 : INT64_MAX));
    while (got == 0 && (got = db_next(rows, err)) == 1) {
        got = 0;
        if (!page_add_int(&page, execution_summary(a, rows), db_int(rows, 0)))
            break;
    }
    db_done(rows);
    store_reader_done(e->config.store, db);
    *out = page_end(&page, "PipelineExecutionSummaries");
    return got < 0 ? -1 : 0;
}

/* --- steps --- */

static void set_reuse(struct arena *a, struct json *summary, const char *text)
{
    struct json *reuse, *result = json_object(a);
    struct err ignored;

    if (json_parse(a, text, strlen(text), &reuse, &ignored) != 0)
        return;
    json_set_str(a, result, "SourcePipelineExecutionArn", json_get_str(reuse, "source"));
    if (str_eq(json_get_str(reuse, "how"), "selective"))
        json_set(a, summary, "SelectiveExecutionResult", result);
    else if (str_eq(json_get_str(reuse, "how"), "hit"))
        json_set(a, summary, "CacheHitResult", result);
}

/* How people call the step, which most definitions leave out: then nothing is parsed. */
static int definition_of(const struct execution_row *row, struct pipeline_def **ret,
                         struct err *err)
{
    *ret = NULL;
    if (!strstr(row->definition, "\"DisplayName\"") && !strstr(row->definition, "\"Description\""))
        return 0;
    return definition_parse(row->definition, strlen(row->definition), ret, err);
}

static void set_words(struct arena *a, struct json *summary, const struct pipeline_def *d)
{
    const struct step_def *s = d ? definition_step(d, json_get_str(summary, "StepName")) : NULL;

    if (!s)
        return;
    json_set_str(a, summary, "StepDisplayName", json_get_str(s->json, "DisplayName"));
    json_set_str(a, summary, "StepDescription", json_get_str(s->json, "Description"));
}

static struct json *step_summary(struct arena *a, struct db_rows *rows,
                                 const struct pipeline_def *d)
{
    struct json *s = json_object(a), *metadata;
    const char *text = db_text(rows, 6), *reuse = db_text(rows, 8);
    struct err ignored;

    json_set_str(a, s, "StepName", db_text(rows, 1));
    resource_time(a, s, "StartTime", db_int(rows, 3));
    resource_time(a, s, "EndTime", db_int(rows, 4));
    json_set_str(a, s, "StepStatus", db_text(rows, 2));
    json_set_str(a, s, "FailureReason", db_text(rows, 5));
    json_set_int(a, s, "AttemptCount", db_int(rows, 7));
    set_words(a, s, d);
    if (text && json_parse(a, text, strlen(text), &metadata, &ignored) == 0)
        json_set(a, s, "Metadata", metadata);
    if (reuse)
        set_reuse(a, s, reuse);
    return s;
}

int execution_steps(struct engine *e, const struct engine_who *who, struct arena *a,
                    const struct json *in, struct json **out, struct err *err)
{
    static const char *const sql[2] = {
        "SELECT began, name, status, started_ms, COALESCE(ended_ms, 0), failure_reason, metadata, "
        "attempt, cache FROM steps WHERE execution = $1 AND began < $2 AND status <> '' "
        "ORDER BY began DESC",
        "SELECT began, name, status, started_ms, COALESCE(ended_ms, 0), failure_reason, metadata, "
        "attempt, cache FROM steps WHERE execution = $1 AND began > $2 AND status <> '' "
        "ORDER BY began"};
    bool up = str_eq(json_get_str(in, "SortOrder"), "Ascending");
    struct execution_row row;
    struct db_rows *rows = NULL;
    struct page page;

    if (!json_get(in, "PipelineExecutionArn"))
        return err_set(err, ERR_INVALID, "PipelineExecutionArn is required.");
    if (execution_load(e, who, a, in, &row, err) != 0 ||
        page_begin(&page, e, a, "ListPipelineExecutionSteps", in, 10, err) != 0)
        return -1;
    struct db *db = store_reader(e->config.store, err);
    struct pipeline_def *def = NULL;
    if (!db || definition_of(&row, &def, err) != 0) {
        store_reader_done(e->config.store, db);
        return -1;
    }
    int got =
        db_query(db, &rows, err, sql[up], "ii", row.seq, page_key_int(&page, up ? -1 : INT64_MAX));
    while (got == 0 && (got = db_next(rows, err)) == 1) {
        got = 0;
        if (!page_add_int(&page, step_summary(a, rows, def), db_int(rows, 0)))
            break;
    }
    db_done(rows);
    store_reader_done(e->config.store, db);
    definition_free(def);
    *out = page_end(&page, "PipelineExecutionSteps");
    return got < 0 ? -1 : 0;
}

/* --- stop --- */

struct stop {
    const char *arn, *token;
};

static int stop_in_engine(struct engine *e, void *arg, struct err *err)
{
    const struct stop *s = arg;
    struct execution *x = map_get(e->executions, s->arn);

    if (!x)
        return err_set(err, ERR_INVALID,
                       "Pipeline execution with ARN %s has already ended: only an execution in "
                       "status Executing can be stopped.",
                       s->arn);
    execution_want_stop(e, x); /* fine when it is stopping already */
    if (s->token)
        batch_sql(e, "UPDATE executions SET stop_token = $1 WHERE seq = $2", "ti", s->token,
                  x->seq);
    return 0;
}

/* Who asks again with the same token has been served, though the execution may have ended since. */
int execution_stop(struct engine *e, const struct engine_who *who, struct arena *a,
                   const struct json *in, struct json **out, struct err *err)
{
    struct stop stop = {.token = json_get_str(in, "ClientRequestToken")};
    struct execution_row row;
    struct err own = {0};

    if (execution_load(e, who, a, in, &row, err) != 0)
        return -1;
    stop.arn = row.arn;
    if (engine_call(e, stop_in_engine, &stop, &own) != 0 &&
        !(own.code == ERR_INVALID && stop.token && str_eq(stop.token, row.stop_token))) {
        *err = own;
        return -1;
    }
    *out = json_object(a);
    json_set_str(a, *out, "PipelineExecutionArn", row.arn);
    return 0;
}
