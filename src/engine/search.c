/* Search: finds by looking at every resource of the kind, each in memory of its own, and keeps only
 * what sorts it; the page's documents are read again. */
#include "engine/search.h"
#include "base/text.h"
#include "engine/core.h"
#include "engine/experiments.h"
#include "engine/page.h"
#include "engine/pipelines.h"
#include "engine/registry_private.h"
#include <stdlib.h>
#include <string.h>

struct candidate {
    const char *key;  /* what load takes */
    const char *text; /* of the member that sorts */
    double number;
    int64_t seq;
};

struct kind {
    const char *name;   /* of the resource */
    const char *member; /* of the record */
    const char *keys;   /* SELECT key, seq … of (account, region) */
    int (*load)(struct engine *e, const struct engine_who *who, struct arena *a, const char *key,
                struct json **ret, struct err *err);
};

static int load_package(struct engine *e, const struct engine_who *who, struct arena *a,
                        const char *key, struct json **ret, struct err *err)
{
    struct json *in = json_object(a);

    json_set_str(a, in, "ModelPackageName", key);
    return package_describe(e, who, a, in, ret, err);
}

static int load_group(struct engine *e, const struct engine_who *who, struct arena *a,
                      const char *key, struct json **ret, struct err *err)
{
    struct json *in = json_object(a);

    json_set_str(a, in, "ModelPackageGroupName", key);
    return group_describe(e, who, a, in, ret, err);
}

static int load_pipeline(struct engine *e, const struct engine_who *who, struct arena *a,
                         const char *key, struct json **ret, struct err *err)
{
    struct json *in = json_object(a);

    json_set_str(a, in, "PipelineName", key);
    return pipeline_describe(e, who, a, in, ret, err);
}

static int load_execution(struct engine *e, const struct engine_who *who, struct arena *a,
                          const char *key, struct json **ret, struct err *err)
{
    struct json *in = json_object(a), *given;

    json_set_str(a, in, "PipelineExecutionArn", key);
    if (execution_describe(e, who, a, in, ret, err) != 0 ||
        execution_parameters(e, who, a, in, &given, err) != 0)
        return -1;
    json_set(a, *ret, "PipelineParameters", json_get(given, "PipelineParameters"));
    return 0;
}

/* key: "<pipeline>/<version>" */
static int load_version(struct engine *e, const struct engine_who *who, struct arena *a,
                        const char *key, struct json **ret, struct err *err)
{
    const char *slash = strchr(key, '/');

    return pipeline_version_record(e, who, a, arena_strndup(a, key, (size_t)(slash - key)),
                                   strtoll(slash + 1, NULL, 10), ret, err);
}

static int load_training(struct engine *e, const struct engine_who *who, struct arena *a,
                         const char *key, struct json **ret, struct err *err)
{
    struct job *j;

    if (job_load(e, a, JOB_TRAINING, who->account, who->region, key, &j, err) != 0)
        return -1;
    *ret = job_describe(j, a);
    return 0;
}

static int load_experiment(struct engine *e, const struct engine_who *who, struct arena *a,
                           const char *key, struct json **ret, struct err *err)
{
    struct json *in = json_object(a);

    json_set_str(a, in, "ExperimentName", key);
    return experiment_describe(e, who, a, in, ret, err);
}

#define RESOURCES(kind)                                                                            \
    "SELECT arn, seq FROM resources WHERE account = $1 AND region = $2 AND kind = '" kind "'"

#define NAMES(kind)                                                                                \
    "SELECT name, seq FROM resources WHERE account = $1 AND region = $2 AND kind = '" kind "'"

static const struct kind kinds[] = {
    {"Experiment", "Experiment", NAMES("Experiment"), load_experiment},
    {"ExperimentTrial", "Trial", NAMES("Trial"), trial_found},
    {"ExperimentTrialComponent", "TrialComponent", NAMES("TrialComponent"), component_found},
    {"ModelPackage", "ModelPackage", RESOURCES("ModelPackage"), load_package},
    {"ModelPackageGroup", "ModelPackageGroup", RESOURCES("ModelPackageGroup"), load_group},
    {"Pipeline", "Pipeline", "SELECT name, seq FROM pipelines WHERE account = $1 AND region = $2",
     load_pipeline},
    {"PipelineExecution", "PipelineExecution",
     "SELECT arn, seq FROM shown_executions WHERE account = $1 AND region = $2", load_execution},
    {"PipelineVersion", "PipelineVersion",
     "SELECT v.pipeline || '/' || v.version, p.seq * 1000000 + v.version FROM pipeline_versions v "
     "JOIN pipelines p ON p.account = v.account AND p.region = v.region AND p.name = v.pipeline "
     "WHERE v.account = $1 AND v.region = $2",
     load_version},
    {"TrainingJob", "TrainingJob",
     "SELECT name, seq FROM jobs WHERE account = $1 AND region = $2 AND kind = 'training'",
     load_training},
};

struct searching {
    struct engine *e;
    const struct engine_who *who;
    struct arena *a;
    const struct kind *kind;
    const struct json *expression;
    const char *sort_by;
    struct candidate *found;
    size_t n;
};

/* With its tags, as a record has it. */
static int load(struct searching *s, struct arena *a, const char *key, struct json **ret,
                struct err *err)
{
    struct json *tags;
    const char *arn;

    if (s->kind->load(s->e, s->who, a, key, ret, err) != 0)
        return -1;
    arn = json_get_str(*ret, arena_printf(a, "%sArn", s->kind->member));
    if (!arn)
        return 0;
    struct db *db = store_reader(engine_store(s->e), err);
    if (!db)
        return -1;
    int failed = tags_read(db, a, arn, &tags, err);
    store_reader_done(engine_store(s->e), db);
    if (!failed && json_len(tags))
        json_set(a, *ret, "Tags", tags);
    return failed;
}

static int list_keys(struct searching *s, struct err *err)
{
    struct db_rows *rows cleanup_rows = NULL;
    struct db *db = store_reader(engine_store(s->e), err);
    size_t cap = 0;
    int got = -1;

    if (!db)
        return -1;
    if (db_query(db, &rows, err, s->kind->keys, "tt", s->who->account, s->who->region) == 0) {
        while ((got = db_next(rows, err)) == 1 && !arena_over(s->a)) {
            if (s->n == cap) {
                struct candidate *more = arena_alloc(s->a, (cap ? 2 * cap : 64) * sizeof *more);
                if (s->n)
                    memcpy(more, s->found, s->n * sizeof *more);
                s->found = more;
                cap = cap ? 2 * cap : 64;
            }
            s->found[s->n++] = (struct candidate){.key = arena_strdup(s->a, db_text(rows, 0)),
                                                  .seq = db_int(rows, 1)};
        }
    }
    db_done(rows);
    rows = NULL;
    store_reader_done(engine_store(s->e), db);
    return got < 0 ? -1 : 0;
}

/* Expressions name tags by their keys ("Tags.team"): the document with an object of them. */
static struct json *for_matching(struct arena *a, struct json *document)
{
    const struct json *tags = json_get(document, "Tags");
    struct json *copy, *by_key;

    if (!tags)
        return document;
    copy = json_copy(a, document);
    by_key = json_object(a);
    for (size_t i = 0; i < json_len(tags); i++)
        json_set(a, by_key, json_get_str(json_at(tags, i), "Key"),
                 json_get(json_at(tags, i), "Value"));
    json_set(a, copy, "Tags", by_key);
    return copy;
}

/* Keeps the candidates that match. What vanished meanwhile does not. */
static int sieve(struct searching *s, struct err *err)
{
    cleanup_arena struct arena *scratch = arena_create((size_t)64 << 20);
    size_t kept = 0;

    for (size_t i = 0; i < s->n; i++) {
        struct candidate c = s->found[i];
        struct json *document;
        struct err why = {0};
        bool match;
        arena_reset(scratch);
        if (load(s, scratch, c.key, &document, &why) != 0) {
            if (why.code == ERR_NOT_FOUND)
                continue;
            *err = why;
            return -1;
        }
        if (search_match(scratch, s->expression, for_matching(scratch, document), &match, err) != 0)
            return -1;
        if (!match)
            continue;
        const struct json *v = search_value(scratch, document, s->sort_by);
        if (!v && str_eq(s->sort_by, "LastModifiedTime"))
            v = json_get(document, "CreationTime");
        c.number = json_num(v, 0);
        c.text = json_str(v) ? arena_strdup(s->a, json_str(v)) : "";
        s->found[kept++] = c;
    }
    s->n = kept;
    return 0;
}

static int in_order(const void *x, const void *y)
{
    const struct candidate *c = x, *d = y;
    int order = strcmp(c->text, d->text);

    if (c->number != d->number)
        return c->number < d->number ? -1 : 1;
    if (order != 0)
        return order;
    return c->seq < d->seq ? -1 : c->seq > d->seq;
}

static int add_page(struct searching *s, struct page *page, bool descending, struct err *err)
{
    for (size_t i = (size_t)page_key_int(page, 0); i < s->n; i++) {
        const struct candidate *c = &s->found[descending ? s->n - 1 - i : i];
        struct json *record = json_object(s->a), *document = NULL;
        struct err why = {0};
        if (load(s, s->a, c->key, &document, &why) != 0) {
            if (why.code == ERR_NOT_FOUND)
                continue;
            *err = why;
            return -1;
        }
        json_set(s->a, record, s->kind->member, document);
        if (!page_add_int(page, record, (int64_t)i + 1))
            break;
    }
    return 0;
}

int search(struct engine *e, const struct engine_who *who, struct arena *a, const struct json *in,
           struct json **out, struct err *err)
{
    const char *resource = json_get_str(in, "Resource"), *by = json_get_str(in, "SortBy");
    struct searching s = {.e = e,
                          .who = who,
                          .a = a,
                          .expression = json_get(in, "SearchExpression"),
                          .sort_by = by ? by : "LastModifiedTime"};
    struct page page;

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_eq(kinds[i].name, resource))
            s.kind = &kinds[i];
    if (!s.kind)
        return err_set(err, ERR_UNSUPPORTED, "Resource: the value '%s' is not supported by Slipway",
                       resource);
    if (page_begin(&page, e, a, "Search", in, 10, err) != 0 || list_keys(&s, err) != 0 ||
        sieve(&s, err) != 0)
        return -1;
    if (s.n)
        qsort(s.found, s.n, sizeof *s.found, in_order);
    if (add_page(&s, &page, !str_eq(json_get_str(in, "SortOrder"), "Ascending"), err) != 0)
        return -1;
    *out = page_end(&page, "Results");
    return 0;
}
