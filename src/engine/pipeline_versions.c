/* Versions of pipelines: listing them, naming them.
 *
 * Version 1 is made with the pipeline, each further one by an update that changes the definition's
 * text, both in pipelines.c. A version's definition never changes; its display name and description
 * do. Versions end with their pipeline, executions keep the number and the definition. */
#include "base/text.h"
#include "engine/page.h"
#include "engine/pipelines_private.h"
#include "engine/resource.h"
#include <string.h>

static const char *const doc_members[] = {"PipelineVersionDisplayName",
                                          "PipelineVersionDescription"};

static struct json *version_summary(struct arena *a, const char *pipeline_arn, struct db_rows *rows)
{
    struct json *s = json_object(a), *doc;
    const char *text = db_text(rows, 2);
    struct err ignored;

    json_set_str(a, s, "PipelineArn", pipeline_arn);
    json_set_int(a, s, "PipelineVersionId", db_int(rows, 0));
    resource_time(a, s, "CreationTime", db_int(rows, 1));
    if (json_parse(a, text, strlen(text), &doc, &ignored) == 0)
        for (size_t i = 0; i < sizeof(doc_members) / sizeof(doc_members[0]); i++)
            json_set(a, s, doc_members[i], json_get(doc, doc_members[i]));
    json_set_str(a, s, "LastExecutionPipelineExecutionArn", db_text(rows, 3));
    return s;
}

/* Each version with its last execution. Those of a pipeline that had the name before, and was
 * deleted, are older than this one. */
#define VERSIONS                                                                                   \
    "SELECT v.version, v.created_ms, v.doc, (SELECT x.arn FROM shown_executions x WHERE "          \
    "x.account = v.account AND x.region = v.region AND x.pipeline = v.pipeline AND "               \
    "x.version = v.version AND x.created_ms >= $7 ORDER BY x.seq DESC LIMIT 1) "                   \
    "FROM pipeline_versions v WHERE v.account = $1 AND v.region = $2 AND v.pipeline = $3 AND "     \
    "v.created_ms >= $4 AND v.created_ms <= $5 AND "

int pipeline_versions_list(struct engine *e, const struct engine_who *who, struct arena *a,
                           const struct json *in, struct json **out, struct err *err)
{
    static const char *const sql[2] = {VERSIONS "v.version < $6 ORDER BY v.version DESC",
                                       VERSIONS "v.version > $6 ORDER BY v.version"};
    bool up = str_eq(json_get_str(in, "SortOrder"), "Ascending");
    struct pipeline_row pipeline;
    struct db_rows *rows = NULL;
    struct page page;

    if (pipelines__load(e, who, a, json_get_str(in, "PipelineName"), 0, &pipeline, err) != 0 ||
        page_begin(&page, e, a, "ListPipelineVersions", in, 10, err) != 0)
        return -1;
    struct db *db = store_reader(e->config.store, err);
    if (!db)
        return -1;
    int got = db_query(db, &rows, err, sql[up], "tttiiii", who->account, who->region, pipeline.name,
                       pipelines__time(in, "CreatedAfter", 0),
                       pipelines__time(in, "CreatedBefore", INT64_MAX),
                       page_key_int(&page, up ? 0 : INT64_MAX), pipeline.created_ms);
    while (got == 0 && (got = db_next(rows, err)) == 1) {
        got = 0;
        if (!page_add_int(&page, version_summary(a, pipeline.arn, rows), db_int(rows, 0)))
            break;
    }
    db_done(rows);
    store_reader_done(e->config.store, db);
    *out = page_end(&page, "PipelineVersionSummaries");
    return got < 0 ? -1 : 0;
}

/* The version's last execution, as a record of Search names it. */
static int add_last_execution(struct engine *e, const struct engine_who *who, struct arena *a,
                              const struct pipeline_row *p, struct json *record, struct err *err)
{
    struct db *db = store_reader(e->config.store, err);
    struct db_rows *rows = NULL;
    struct json *doc;
    int got = -1;

    if (!db)
        return -1;
    if (db_query(
            db, &rows, err,
            "SELECT arn, status, doc FROM shown_executions WHERE account = $1 AND region = $2 AND "
            "pipeline = $3 AND version = $4 AND created_ms >= $5 ORDER BY seq DESC LIMIT 1",
            "tttii", who->account, who->region, p->name, p->version, p->created_ms) == 0)
        got = db_next(rows, err);
    if (got == 1) {
        const char *text = db_text(rows, 2);
        json_set_str(a, record, "LastExecutedPipelineExecutionArn", db_text(rows, 0));
        json_set_str(a, record, "LastExecutedPipelineExecutionStatus", db_text(rows, 1));
        if (json_parse(a, text, strlen(text), &doc, err) != 0)
            got = -1;
        else
            json_set_str(a, record, "LastExecutedPipelineExecutionDisplayName",
                         json_get_str(doc, "display_name"));
    }
    db_done(rows);
    store_reader_done(e->config.store, db);
    return got < 0 ? -1 : 0;
}

int pipeline_version_record(struct engine *e, const struct engine_who *who, struct arena *a,
                            const char *pipeline, int64_t version, struct json **out,
                            struct err *err)
{
    struct pipeline_row p;

    if (pipelines__load(e, who, a, pipeline, version, &p, err) != 0)
        return -1;
    *out = json_object(a);
    json_set_str(a, *out, "PipelineArn", p.arn);
    json_set_int(a, *out, "PipelineVersionId", p.version);
    for (size_t i = 0; i < sizeof(doc_members) / sizeof(doc_members[0]); i++)
        json_set(a, *out, doc_members[i], json_get(p.version_doc, doc_members[i]));
    resource_time(a, *out, "CreationTime", p.version_created_ms);
    json_set(a, *out, "CreatedBy", json_object(a));
    json_set(a, *out, "LastModifiedBy", json_object(a));
    return add_last_execution(e, who, a, &p, *out, err);
}

struct version_write {
    const struct engine_who *who;
    struct arena *arena;
    const struct json *in;
    const struct pipeline_row *pipeline;
};

static int update_in_store(struct db *db, void *arg, struct err *err)
{
    struct version_write *w = arg;
    const struct pipeline_row *p = w->pipeline;
    struct json *doc;
    char *had;
    int got =
        db_get_text(db, w->arena, &had, err,
                    "SELECT doc FROM pipeline_versions WHERE account = $1 AND region = $2 AND "
                    "pipeline = $3 AND version = $4",
                    "ttti", w->who->account, w->who->region, p->name, p->version);

    if (got < 0)
        return -1;
    if (got == 0) /* deleted just now */
        return err_set(err, ERR_NOT_FOUND, "Pipeline '%s' does not exist.", p->arn);
    if (json_parse(w->arena, had, strlen(had), &doc, err) != 0)
        return -1;
    for (size_t i = 0; i < sizeof(doc_members) / sizeof(doc_members[0]); i++)
        json_set(w->arena, doc, doc_members[i], json_get(w->in, doc_members[i]));
    return db_run(db, NULL, err,
                  "UPDATE pipeline_versions SET doc = $1 WHERE account = $2 AND region = $3 AND "
                  "pipeline = $4 AND version = $5",
                  "tttti", json_text(w->arena, doc), w->who->account, w->who->region, p->name,
                  p->version);
}

int pipeline_version_update(struct engine *e, const struct engine_who *who, struct arena *a,
                            const struct json *in, struct json **out, struct err *err)
{
    struct pipeline_row pipeline;
    struct version_write w = {.who = who, .arena = a, .in = in, .pipeline = &pipeline};

    if (pipelines__load(e, who, a, json_get_str(in, "PipelineArn"),
                        json_get_int(in, "PipelineVersionId", 0), &pipeline, err) != 0 ||
        store_write(e->config.store, update_in_store, &w, err) != 0)
        return -1;
    *out = json_object(a);
    json_set_str(a, *out, "PipelineArn", pipeline.arn);
    json_set_int(a, *out, "PipelineVersionId", pipeline.version);
    return 0;
}
