/* /_slipway/: projects, runtimes, and what AWS's answers do not tell of a job or a step. Called
 * through own.c, with the command line's credentials like any other call. */
#include "aws/own_project.h"
#include "base/text.h"
#include "engine/jobs.h"
#include "engine/pipelines.h"
#include <string.h>

static int need(struct aws_call *c, const struct json *in, const char *member, const char **ret,
                struct aws_fault *fault)
{
    *ret = json_get_str(in, member);
    if (*ret)
        return 0;
    return aws_fail(c, fault, "ValidationException", "%s: a string is required", member);
}

static int fail(struct aws_call *c, struct aws_fault *fault, const struct err *err)
{
    if (err->code == ERR_NOT_FOUND)
        return aws_fail(c, fault, "ResourceNotFound", "%s", err->msg);
    return aws_fail_err(c, fault, err);
}

static struct json *project_json(struct arena *a, const struct project *p, bool secrets)
{
    struct json *o = json_object(a);

    json_set_str(a, o, "id", p->id);
    json_set_str(a, o, "name", p->name);
    json_set_str(a, o, "root", p->root);
    json_set_real(a, o, "created", (double)p->created_ms / 1000.0);
    if (secrets) {
        json_set_str(a, o, "access_key_id", p->access_key);
        json_set_str(a, o, "secret_access_key", p->secret);
    }
    return o;
}

/* A job must not make itself keys or runtimes of others. */
static int no_job(struct aws_call *c, struct aws_fault *fault)
{
    if (!access_is_job(c->engine, c->who.access_key))
        return 0;
    return aws_fail(c, fault, "AccessDeniedException",
                    "%s is the key of a running job: it may not change projects and runtimes",
                    c->who.access_key);
}

int own_project_register(struct aws_call *c, const struct json *in, struct json **out,
                         struct aws_fault *fault)
{
    struct err err = {0};
    struct project p;
    const char *root;

    if (no_job(c, fault) != 0 || need(c, in, "root", &root, fault) != 0)
        return -1;
    if (project_register(c->engine, c->arena, root, &p, &err) != 0)
        return fail(c, fault, &err);
    *out = project_json(c->arena, &p, true);
    return 0;
}

int own_project_list(struct aws_call *c, const struct json *in, struct json **out,
                     struct aws_fault *fault)
{
    struct json *list = json_array(c->arena);
    struct project *all;
    size_t n;

    project_list(c->engine, c->arena, &all, &n);
    for (size_t i = 0; i < n; i++)
        json_push(c->arena, list, project_json(c->arena, &all[i], false));
    *out = json_object(c->arena);
    json_set(c->arena, *out, "projects", list);
    return 0;
}

static const char *whose(struct aws_call *c, const struct json *in)
{
    return json_get_bool(in, "everybody", false) ? "" : c->who.project;
}

int own_runtime_add(struct aws_call *c, const struct json *in, struct json **out,
                    struct aws_fault *fault)
{
    const char *pattern, *python;
    struct err err = {0};

    if (no_job(c, fault) != 0 || need(c, in, "pattern", &pattern, fault) != 0 ||
        need(c, in, "python", &python, fault) != 0)
        return -1;
    if (runtime_add(c->engine, whose(c, in), pattern, python, &err) != 0)
        return fail(c, fault, &err);
    *out = json_object(c->arena);
    return 0;
}

int own_runtime_remove(struct aws_call *c, const struct json *in, struct json **out,
                       struct aws_fault *fault)
{
    const char *pattern;
    struct err err = {0};

    if (no_job(c, fault) != 0 || need(c, in, "pattern", &pattern, fault) != 0)
        return -1;
    if (runtime_remove(c->engine, whose(c, in), pattern, &err) != 0)
        return fail(c, fault, &err);
    *out = json_object(c->arena);
    return 0;
}

int own_runtime_list(struct aws_call *c, const struct json *in, struct json **out,
                     struct aws_fault *fault)
{
    struct arena *a = c->arena;
    struct json *list = json_array(a);
    struct runtime_row *rows;
    struct project p;
    size_t n;

    runtime_list(c->engine, a, c->who.project, &rows, &n);
    for (size_t i = 0; i < n; i++) {
        struct json *o = json_object(a);
        json_set_str(a, o, "pattern", rows[i].pattern);
        json_set_str(a, o, "python", rows[i].python);
        json_set_str(a, o, "project", rows[i].project);
        json_set_real(a, o, "created", (double)rows[i].created_ms / 1000.0);
        json_push(a, list, o);
    }
    *out = json_object(a);
    json_set(a, *out, "runtimes", list);
    if (*c->who.project && project_find(c->engine, a, c->who.project, &p))
        json_set_str(a, *out, "default_python", arena_printf(a, "%s/.venv/bin/python", p.root));
    json_set(a, *out, "default_patterns", runtime_default_patterns(a));
    return 0;
}

int own_job_details(struct aws_call *c, const struct json *in, struct json **out,
                    struct aws_fault *fault)
{
    const char *kind, *name;
    struct err err = {0};
    struct job *j;

    if (need(c, in, "kind", &kind, fault) != 0 || need(c, in, "name", &name, fault) != 0)
        return -1;
    if (job_load(c->engine, c->arena, str_eq(kind, "training") ? JOB_TRAINING : JOB_PROCESSING,
                 c->who.account, c->who.region, name, &j, &err) != 0)
        return fail(c, fault, &err);
    *out = job_details(c->engine, c->arena, j);
    return 0;
}

/* --- steps --- */

/* What lies in a step's columns: 1, 0 when it has no row. */
static int read_step(struct aws_call *c, const char *execution, const char *step,
                     const char **ret_status, struct json **ret_cache, struct err *err)
{
    struct store *store = engine_store(c->engine);
    struct db *db = store_reader(store, err);
    struct db_rows *rows = NULL;

    if (!db)
        return -1;
    int got = db_query(db, &rows, err,
                       "SELECT s.status, s.cache FROM steps s JOIN shown_executions e ON "
                       "e.seq = s.execution WHERE e.arn = $1 AND e.account = $2 AND "
                       "e.region = $3 AND s.name = $4",
                       "tttt", execution, c->who.account, c->who.region, step);
    if (got == 0)
        got = db_next(rows, err);
    if (got == 1) {
        const char *text = db_text(rows, 1);
        *ret_status = arena_strdup(c->arena, db_text(rows, 0));
        if (text && json_parse(c->arena, text, strlen(text), ret_cache, err) != 0)
            got = -1;
    }
    db_done(rows);
    store_reader_done(store, db);
    return got;
}

/* What the definition that the execution has says of the step. */
static int define_step(struct aws_call *c, const char *execution, const char *step,
                       struct json *out, struct err *err)
{
    struct arena *a = c->arena;
    struct json *in = json_object(a);
    struct execution_row row;
    struct pipeline_def *def;

    json_set_str(a, in, "PipelineExecutionArn", execution);
    if (execution_load(c->engine, &c->who, a, in, &row, err) != 0 ||
        definition_parse(row.definition, strlen(row.definition), &def, err) != 0)
        return -1;
    const struct step_def *s = definition_step(def, step);
    if (s) {
        const struct json *config = json_get(s->json, "CacheConfig");
        json_set_str(a, out, "execution", row.arn);
        json_set_str(a, out, "step", s->name);
        json_set_str(a, out, "type", s->ops->type);
        json_set(a, out, "cache_config", config ? json_copy(a, config) : NULL);
    }
    definition_free(def);
    return s ? 0
             : err_set(err, ERR_NOT_FOUND, "The pipeline of %s has no step %s.", execution, step);
}

int own_step_cache(struct aws_call *c, const struct json *in, struct json **out,
                   struct aws_fault *fault)
{
    const char *execution, *step, *status = NULL, *ignored;
    struct json *cache = NULL, *other = NULL;
    struct err err = {0};

    if (need(c, in, "execution", &execution, fault) != 0 || need(c, in, "step", &step, fault) != 0)
        return -1;
    *out = json_object(c->arena);
    if (define_step(c, execution, step, *out, &err) != 0 ||
        read_step(c, execution, step, &status, &cache, &err) < 0)
        return fail(c, fault, &err);
    json_set_str(c->arena, *out, "status", status && *status ? status : NULL);
    json_set(c->arena, *out, "cache", cache);
    const char *compared = json_get_str(cache, "compared");
    if (compared && read_step(c, compared, step, &ignored, &other, &err) < 0)
        return fail(c, fault, &err);
    json_set(c->arena, *out, "compared_cache", other);
    return 0;
}

int own_step_exact(struct aws_call *c, const struct json *in, struct json **out,
                   struct aws_fault *fault)
{
    const char *ignored;
    struct err err = {0};

    if (need(c, in, "pipeline", &ignored, fault) != 0 ||
        need(c, in, "execution", &ignored, fault) != 0 || need(c, in, "step", &ignored, fault) != 0)
        return -1;
    return execution_exact(c->engine, &c->who, c->arena, in, out, &err) == 0 ? 0
                                                                             : fail(c, fault, &err);
}
