/* Pipelines as resources: create, update, delete, describe and list. All of it reads or writes rows
 * without the engine's thread. A pipeline's row has the definition of its latest version; see
 * pipeline_versions.c. */
#include "engine/pipelines_private.h"
#include "engine/resource.h"
#include "base/sys.h"
#include "base/text.h"
#include "engine/page.h"
#include "engine/s3_read.h"
#include <stdlib.h>
#include <string.h>

#define DEFINITION_MAX (8u << 20)

/* --- reading rows --- */

static const char *pipeline_arn(struct arena *a, const struct engine_who *who, const char *name)
{
    return arena_printf(a, "arn:aws:sagemaker:%s:%s:pipeline/%s", who->region, who->account, name);
}

/* PipelineName members take a name or an ARN. */
static const char *pipeline_name(const char *name_or_arn)
{
    const char *at = str_starts(name_or_arn, "arn:") ? strstr(name_or_arn, ":pipeline/") : NULL;

    return at ? at + strlen(":pipeline/") : name_or_arn;
}

/* An ARN of another account or region names nothing here. */
static bool names_ours(const char *name_or_arn, const char *arn)
{
    const char *given = strstr(name_or_arn, ":sagemaker:");

    return !str_starts(name_or_arn, "arn:") || (given && str_eq(given, strstr(arn, ":sagemaker:")));
}

static int row_read(struct db_rows *rows, struct arena *a, struct pipeline_row *ret,
                    struct err *err)
{
    const char *doc = db_text(rows, 6), *version_doc = db_text(rows, 9);

    *ret = (struct pipeline_row){.name = arena_strdup(a, db_text(rows, 0)),
                                 .arn = arena_strdup(a, db_text(rows, 1)),
                                 .status = arena_strdup(a, db_text(rows, 2)),
                                 .created_ms = db_int(rows, 3),
                                 .modified_ms = db_int(rows, 4),
                                 .last_run_ms = db_int(rows, 5),
                                 .definition = arena_strdup(a, db_text(rows, 7)),
                                 .version = db_int(rows, 8),
                                 .version_created_ms = db_int(rows, 10)};
    if (version_doc && json_parse(a, version_doc, strlen(version_doc), &ret->version_doc, err) != 0)
        return -1;
    return json_parse(a, doc, strlen(doc), &ret->doc, err);
}

int pipelines__load(struct engine *e, const struct engine_who *who, struct arena *a,
                    const char *name_or_arn, int64_t version, struct pipeline_row *ret,
                    struct err *err)
{
    const char *name = pipeline_name(name_or_arn), *arn = pipeline_arn(a, who, name);
    struct db_rows *rows = NULL;
    int got = -1;

    if (!names_ours(name_or_arn, arn))
        return err_set(err, ERR_NOT_FOUND, "Pipeline '%s' does not exist.", name_or_arn);
    struct db *db = store_reader(e->config.store, err);
    if (!db)
        return -1;
    if (db_query(db, &rows, err,
                 "SELECT p.name, p.arn, p.status, p.created_ms, p.modified_ms, "
                 "COALESCE(p.last_run_ms, 0), p.doc, d.text, v.version, v.doc, "
                 "COALESCE(v.created_ms, 0) FROM pipelines p "
                 "LEFT JOIN pipeline_versions v ON v.account = p.account AND "
                 "v.region = p.region AND v.pipeline = p.name AND "
                 "v.version = COALESCE(NULLIF($4, 0), p.version) "
                 "LEFT JOIN definitions d ON d.hash = v.definition "
                 "WHERE p.account = $1 AND p.region = $2 AND p.name = $3",
                 "ttti", who->account, who->region, name, version) == 0)
        got = db_next(rows, err);
    if (got == 1 && row_read(rows, a, ret, err) != 0)
        got = -1;
    db_done(rows);
    store_reader_done(e->config.store, db);
    if (got == 0)
        return err_set(err, ERR_NOT_FOUND, "Pipeline '%s' does not exist.", arn);
    if (got == 1 && !ret->definition)
        return err_set(err, ERR_NOT_FOUND, "Version %lld of pipeline '%s' does not exist.",
                       (long long)version, arn);
    return got == 1 ? 0 : -1;
}

/* --- create, update, delete --- */

/* The definition's text, from the request or from S3, checked. */
static int definition_of(struct engine *e, struct arena *a, const struct json *in, const char **ret,
                         struct err *err)
{
    const struct json *at = json_get(in, "PipelineDefinitionS3Location");
    const char *text = json_get_str(in, "PipelineDefinition");

    if (!text && at) {
        char *bytes;
        size_t len;
        if (s3_read_object(e, a, json_get_str(at, "Bucket"), json_get_str(at, "ObjectKey"),
                           DEFINITION_MAX, &bytes, &len, err) != 0)
            return err_prefix(err, "PipelineDefinitionS3Location");
        text = bytes;
    }
    *ret = text;
    if (!text)
        return 0;
    return definition_check(text, strlen(text), e->config.definition_shapes, a, err);
}

const char *pipeline_hash(struct arena *a, const char *text)
{
    return digest_hex(a, DIGEST_SHA256, text, strlen(text));
}

static const char *const doc_members[] = {"PipelineDisplayName", "PipelineDescription", "RoleArn",
                                          "ParallelismConfiguration"};

struct pipeline_write {
    const struct engine_who *who;
    struct arena *arena;
    const struct json *in;
    const char *name, *arn, *text, *hash, *doc;
    int64_t now_ms;
    int64_t version; /* of the definition that the pipeline has afterwards */
    bool replayed;   /* the same token and definition again: nothing was written */
};

static int write_definition(struct db *db, const struct pipeline_write *w, struct err *err)
{
    if (db_run(db, NULL, err,
               "INSERT INTO definitions (hash, text) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING",
               "tt", w->hash, w->text) != 0)
        return -1;
    return db_run(db, NULL, err,
                  "INSERT INTO pipeline_versions (account, region, pipeline, version, definition, "
                  "created_ms, doc) VALUES ($1, $2, $3, $4, $5, $6, '{}')",
                  "tttiti", w->who->account, w->who->region, w->name, w->version, w->hash,
                  w->now_ms);
}

static int create_in_store(struct db *db, void *arg, struct err *err)
{
    struct pipeline_write *w = arg;
    const char *token = json_get_str(w->in, "ClientRequestToken");
    char *had = NULL;
    int got = db_get_text(
        db, w->arena, &had, err,
        "SELECT COALESCE(p.token, '') || ' ' || v.definition FROM pipelines p JOIN "
        "pipeline_versions v ON v.account = p.account AND v.region = p.region AND "
        "v.pipeline = p.name AND v.version = 1 WHERE p.account = $1 AND p.region = $2 AND "
        "p.name = $3",
        "ttt", w->who->account, w->who->region, w->name);

    if (got < 0)
        return -1;
    if (got == 1) {
        w->replayed = token && str_eq(had, arena_printf(w->arena, "%s %s", token, w->hash));
        return w->replayed
                   ? 0
                   : err_set(err, ERR_INVALID,
                             "Pipeline names must be unique within an AWS account and region. "
                             "Pipeline with name (%s) already exists.",
                             w->name);
    }
    w->version = 1;
    if (write_definition(db, w, err) != 0 ||
        tags_write(db, w->arn, json_get(w->in, "Tags"), err) != 0)
        return -1;
    return db_run(
        db, NULL, err,
        "INSERT INTO pipelines (account, region, name, arn, seq, status, created_ms, "
        "modified_ms, token, definition, version, doc) VALUES ($1, $2, $3, $4, "
        "(SELECT COALESCE(MAX(seq), 0) + 1 FROM pipelines), 'Active', $5, $5, $6, $7, $8, $9)",
        "ttttittit", w->who->account, w->who->region, w->name, w->arn, w->now_ms, token, w->hash,
        w->version, w->doc);
}

static struct json *arn_answer(struct arena *a, const char *member, const char *arn)
{
    struct json *out = json_object(a);

    json_set_str(a, out, member, arn);
    return out;
}

int pipeline_create(struct engine *e, const struct engine_who *who, struct arena *a,
                    const struct json *in, struct json **out, struct err *err)
{
    struct pipeline_write w = {.who = who, .arena = a, .in = in, .now_ms = sys->wall_ms()};
    struct json *doc = json_object(a);

    if (definition_of(e, a, in, &w.text, err) != 0)
        return -1;
    if (!w.text)
        return err_set(err, ERR_INVALID,
                       "Either PipelineDefinition or PipelineDefinitionS3Location is required.");
    for (size_t i = 0; i < sizeof(doc_members) / sizeof(doc_members[0]); i++)
        json_set(a, doc, doc_members[i], json_get(in, doc_members[i]));
    w.name = json_get_str(in, "PipelineName");
    w.arn = pipeline_arn(a, who, w.name);
    w.hash = pipeline_hash(a, w.text);
    w.doc = json_text(a, doc);
    if (store_write(e->config.store, create_in_store, &w, err) != 0)
        return -1;
    *out = arn_answer(a, "PipelineArn", w.arn);
    return 0;
}

static int update_in_store(struct db *db, void *arg, struct err *err)
{
    struct pipeline_write *w = arg;
    struct db_rows *rows = NULL;
    struct json *doc = NULL;
    const char *hash = NULL;
    int got = -1;

    if (db_query(db, &rows, err,
                 "SELECT doc, definition, version FROM pipelines WHERE account = $1 AND "
                 "region = $2 AND name = $3",
                 "ttt", w->who->account, w->who->region, w->name) == 0 &&
        (got = db_next(rows, err)) == 1) {
        const char *had = db_text(rows, 0);
        hash = arena_strdup(w->arena, db_text(rows, 1));
        w->version = db_int(rows, 2);
        if (json_parse(w->arena, had, strlen(had), &doc, err) != 0)
            got = -1;
    }
    db_done(rows);
    if (got <= 0)
        return got < 0 ? -1 : err_set(err, ERR_NOT_FOUND, "Pipeline '%s' does not exist.", w->arn);
    for (size_t i = 0; i < sizeof(doc_members) / sizeof(doc_members[0]); i++)
        json_set(w->arena, doc, doc_members[i], json_get(w->in, doc_members[i]));
    if (w->text && !str_eq(w->hash, hash)) { /* what stays the same makes no version */
        hash = w->hash;
        w->version++;
        if (write_definition(db, w, err) != 0)
            return -1;
    }
    return db_run(db, NULL, err,
                  "UPDATE pipelines SET doc = $1, modified_ms = $2, definition = $3, version = $4 "
                  "WHERE account = $5 AND region = $6 AND name = $7",
                  "titittt", json_text(w->arena, doc), w->now_ms, hash, w->version, w->who->account,
                  w->who->region, w->name);
}

int pipeline_update(struct engine *e, const struct engine_who *who, struct arena *a,
                    const struct json *in, struct json **out, struct err *err)
{
    struct pipeline_write w = {.who = who, .arena = a, .in = in, .now_ms = sys->wall_ms()};

    w.name = pipeline_name(json_get_str(in, "PipelineName"));
    w.arn = pipeline_arn(a, who, w.name);
    if (definition_of(e, a, in, &w.text, err) != 0)
        return -1;
    w.hash = w.text ? pipeline_hash(a, w.text) : NULL;
    if (store_write(e->config.store, update_in_store, &w, err) != 0)
        return -1;
    *out = arn_answer(a, "PipelineArn", w.arn);
    json_set_int(a, *out, "PipelineVersionId", w.version);
    return 0;
}

/* On the engine's thread, since executions may be starting: those of the pipeline that are not over
 * are in memory. With it go its executions, as AWS says; their jobs and models stay. */

static bool is_of_pipeline(const void *ctx, const char *execution)
{
    size_t n = strlen(ctx);

    return strncmp(execution, ctx, n) == 0 && execution[n] == '/';
}

static int64_t count_running(struct engine *e, const char *pipeline_arn)
{
    int64_t n = 0;
    const char *arn;
    void *x;

    for (size_t at = 0; map_next(e->executions, &at, &arn, &x);)
        n += is_of_pipeline(pipeline_arn, arn);
    return n;
}

static int64_t *deletions_of(struct engine *e, const char *name_or_arn)
{
    uint32_t h = 2166136261u; /* FNV-1a */

    for (const char *c = pipeline_name(name_or_arn); *c; c++)
        h = (h ^ (unsigned char)*c) * 16777619u;
    return &e->deletions[(h ^ h >> 16) % (sizeof(e->deletions) / sizeof(e->deletions[0]))];
}

int64_t pipeline_deletions(struct engine *e, const char *name_or_arn)
{
    return __atomic_load_n(deletions_of(e, name_or_arn), __ATOMIC_ACQUIRE);
}

static void left(struct engine *e, void *arg)
{
    map_del(e->leaving, arg);
    __atomic_add_fetch(deletions_of(e, arg), 1, __ATOMIC_RELEASE);
    __atomic_add_fetch(&e->retries, 1, __ATOMIC_RELEASE);
    remains_remove(e);
    free(arg);
}

/* After the commit, and before the answer: who starts it again comes behind this. */
static void leave(struct engine *e, void *arg)
{
    engine_post(e, left, xstrdup(arg));
}

static int delete_in_engine(struct engine *e, void *arg, struct err *err)
{
    const struct pipeline_write *w = arg;
    const struct engine_who *who = w->who;
    int64_t running = count_running(e, w->arn);

    if (running > 0)
        return err_set(err, ERR_CONFLICT,
                       "Pipeline '%s' has %lld executions in progress; stop them first.", w->arn,
                       (long long)running);
    batch_sql(e, "DELETE FROM pipelines WHERE account = $1 AND region = $2 AND name = $3", "ttt",
              who->account, who->region, w->name);
    batch_sql(e,
              "DELETE FROM pipeline_versions WHERE account = $1 AND region = $2 AND pipeline = $3",
              "ttt", who->account, who->region, w->name);
    batch_sql(e,
              "INSERT INTO deleted_pipelines (account, region, pipeline, newest) VALUES ($1, $2, "
              "$3, $4) ON CONFLICT (account, region, pipeline) DO UPDATE SET "
              "newest = excluded.newest",
              "ttti", who->account, who->region, w->name, e->next_seq[SEQ_EXECUTION] - 1);
    batch_sql(e, "DELETE FROM tags WHERE arn = $1", "t", w->arn);
    tokens_drop(e, is_of_pipeline, w->arn);
    map_set(e->leaving, w->arn, e);
    batch_effect(e, leave, arena_strdup(batch_arena(e), w->arn));
    return 0;
}

int pipeline_delete(struct engine *e, const struct engine_who *who, struct arena *a,
                    const struct json *in, struct json **out, struct err *err)
{
    struct pipeline_write w = {.who = who, .arena = a, .in = in};
    struct pipeline_row row;

    if (pipelines__load(e, who, a, json_get_str(in, "PipelineName"), 0, &row, err) != 0)
        return -1;
    w.name = row.name;
    w.arn = row.arn;
    if (engine_call(e, delete_in_engine, &w, err) != 0)
        return -1;
    *out = arn_answer(a, "PipelineArn", w.arn);
    return 0;
}

/* --- describe, list --- */

int pipeline_describe(struct engine *e, const struct engine_who *who, struct arena *a,
                      const struct json *in, struct json **out, struct err *err)
{
    struct pipeline_row row;

    if (pipelines__load(e, who, a, json_get_str(in, "PipelineName"),
                        json_get_int(in, "PipelineVersionId", 0), &row, err) != 0)
        return -1;
    *out = json_object(a);
    json_set_str(a, *out, "PipelineArn", row.arn);
    json_set_str(a, *out, "PipelineName", row.name);
    json_set_str(a, *out, "PipelineStatus", row.status);
    json_set_str(a, *out, "PipelineDefinition", row.definition);
    for (size_t i = 0; i < sizeof(doc_members) / sizeof(doc_members[0]); i++)
        json_set(a, *out, doc_members[i], json_get(row.doc, doc_members[i]));
    resource_time(a, *out, "CreationTime", row.created_ms);
    resource_time(a, *out, "LastModifiedTime", row.modified_ms);
    resource_time(a, *out, "LastRunTime", row.last_run_ms);
    json_set(a, *out, "CreatedBy", json_object(a));
    json_set(a, *out, "LastModifiedBy", json_object(a));
    json_set_int(a, *out, "PipelineVersionId", row.version); /* for the engine's own use */
    json_set(a, *out, "PipelineVersionDisplayName",
             json_get(row.version_doc, "PipelineVersionDisplayName"));
    json_set(a, *out, "PipelineVersionDescription",
             json_get(row.version_doc, "PipelineVersionDescription"));
    return 0;
}

static struct json *pipeline_summary(struct arena *a, struct db_rows *rows)
{
    struct json *s = json_object(a), *doc;
    const char *text = db_text(rows, 5);
    struct err ignored;

    json_set_str(a, s, "PipelineArn", db_text(rows, 1));
    json_set_str(a, s, "PipelineName", db_text(rows, 0));
    if (json_parse(a, text, strlen(text), &doc, &ignored) == 0)
        for (size_t i = 0; i < 3; i++)
            json_set(a, s, doc_members[i], json_get(doc, doc_members[i]));
    resource_time(a, s, "CreationTime", db_int(rows, 2));
    resource_time(a, s, "LastModifiedTime", db_int(rows, 3));
    resource_time(a, s, "LastExecutionTime", db_int(rows, 4));
    return s;
}

int64_t pipelines__time(const struct json *in, const char *name, int64_t otherwise)
{
    const struct json *v = json_get(in, name);

    return v ? (int64_t)(json_num(v, 0) * 1000.0) : otherwise;
}

int pipeline_list(struct engine *e, const struct engine_who *who, struct arena *a,
                  const struct json *in, struct json **out, struct err *err)
{
    /* The order is part of a statement's text; rows of one account are numbered as they came. */
    static const char *const sql[2][2] = {
        {"SELECT name, arn, created_ms, modified_ms, COALESCE(last_run_ms, 0), doc, seq "
         "FROM pipelines WHERE account = $1 AND region = $2 AND created_ms >= $3 AND "
         "created_ms <= $4 AND seq < $5 ORDER BY seq DESC",
         "SELECT name, arn, created_ms, modified_ms, COALESCE(last_run_ms, 0), doc, seq "
         "FROM pipelines WHERE account = $1 AND region = $2 AND created_ms >= $3 AND "
         "created_ms <= $4 AND seq > $5 ORDER BY seq"},
        {"SELECT name, arn, created_ms, modified_ms, COALESCE(last_run_ms, 0), doc, seq "
         "FROM pipelines WHERE account = $1 AND region = $2 AND created_ms >= $3 AND "
         "created_ms <= $4 AND name < $5 ORDER BY name DESC",
         "SELECT name, arn, created_ms, modified_ms, COALESCE(last_run_ms, 0), doc, seq "
         "FROM pipelines WHERE account = $1 AND region = $2 AND created_ms >= $3 AND "
         "created_ms <= $4 AND name > $5 ORDER BY name"}};
    const char *prefix = json_get_str(in, "PipelineNamePrefix");
    bool by_name = str_eq(json_get_str(in, "SortBy"), "Name");
    bool up = str_eq(json_get_str(in, "SortOrder"), "Ascending");
    struct db_rows *rows = NULL;
    struct page page;
    int got;

    if (page_begin(&page, e, a, "ListPipelines", in, 10, err) != 0)
        return -1;
    struct db *db = store_reader(e->config.store, err);
    if (!db)
        return -1;
    int64_t from = pipelines__time(in, "CreatedAfter", 0);
    int64_t to = pipelines__time(in, "CreatedBefore", INT64_MAX);
    if (by_name)
        got = db_query(db, &rows, err, sql[1][up], "ttiit", who->account, who->region, from, to,
                       page.key ? page.key
                       : up     ? ""
                                : "\x7f");
    else
        got = db_query(db, &rows, err, sql[0][up], "ttiii", who->account, who->region, from, to,
                       page_key_int(&page, up ? -1 : INT64_MAX));
    while (got == 0 && (got = db_next(rows, err)) == 1) {
        const char *name = arena_strdup(a, db_text(rows, 0));
        int64_t seq = db_int(rows, 6);
        got = 0;
        if (prefix && !str_starts(name, prefix))
            continue;
        struct json *item = pipeline_summary(a, rows);
        if (by_name ? !page_add(&page, item, name) : !page_add_int(&page, item, seq))
            break;
    }
    db_done(rows);
    store_reader_done(e->config.store, db);
    *out = page_end(&page, "PipelineSummaries");
    return got < 0 ? -1 : 0;
}
