/* /_slipway/: projects, runtimes, and what Describe does not tell of a job. Called through own.c,
 * with the command line's credentials like any other call. */
#include "aws/own_project.h"
#include "base/text.h"
#include "engine/jobs.h"

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
