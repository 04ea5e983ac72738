/* /_slipway/: what has no AWS operation. JSON in and out, signed like all else, errors as in AWS's
 * JSON protocol. A GET takes its input from the query, or from a body. */
#include "aws/dispatch.h"
#include "aws/own_gc.h"
#include "aws/own_project.h"
#include "aws/own_shell.h"
#include "base/text.h"
#include "engine/access.h"
#include "engine/reset.h"
#include <string.h>

static int get_status(struct aws_call *c, const struct json *in, struct json **out,
                      struct aws_fault *fault)
{
    static const struct {
        const char *name, *sql;
    } counts[] = {
        {"executions", "SELECT COUNT(*) FROM shown_executions"},
        {"running_executions",
         "SELECT COUNT(*) FROM shown_executions WHERE status IN ('Executing', 'Stopping')"},
        {"jobs", "SELECT COUNT(*) FROM jobs"},
        {"running_jobs", "SELECT COUNT(*) FROM jobs WHERE ended_ms IS NULL"},
        {"pipelines", "SELECT COUNT(*) FROM pipelines"},
        {"model_packages", "SELECT COUNT(*) FROM resources WHERE kind = 'ModelPackage'"},
    };
    const struct aws_config *config = &c->aws->config;
    struct store *store = engine_store(c->engine);
    struct err err = {0};
    int64_t n;

    *out = json_object(c->arena);
    json_set_str(c->arena, *out, "version", config->version);
    json_set_bool(c->arena, *out, "ephemeral", config->ephemeral);
    json_set_bool(c->arena, *out, "auth", !config->auth_off);
    json_set_str(c->arena, *out, "account", c->who.account);
    json_set_str(c->arena, *out, "region", engine_settings(c->engine)->region);
    struct db *db = store_reader(store, &err);
    if (!db)
        return aws_fail_err(c, fault, &err);
    int got = 0;
    for (size_t i = 0; i < sizeof counts / sizeof *counts && got >= 0; i++)
        if ((got = db_get_int(db, &n, &err, counts[i].sql, "")) == 1)
            json_set_int(c->arena, *out, counts[i].name, n);
    store_reader_done(store, db);
    if (got < 0)
        return aws_fail_err(c, fault, &err);
    if (c->aws->server) {
        struct http_counts http;
        http_server_counts(c->aws->server, &http);
        json_set_int(c->arena, *out, "connections", http.connections);
        json_set_int(c->arena, *out, "requests", http.requests);
        json_set_int(c->arena, *out, "parked", http.parked);
    }
    return 0;
}

static int post_reset(struct aws_call *c, const struct json *in, struct json **out,
                      struct aws_fault *fault)
{
    struct err err = {0};

    if (!c->aws->config.ephemeral)
        return aws_fail(c, fault, "AccessDeniedException",
                        "Only an engine that was started with --ephemeral can be reset.");
    if (access_is_job(c->engine, c->who.access_key))
        return aws_fail(c, fault, "AccessDeniedException", "A job may not reset the engine.");
    if (engine_reset(c->engine, &err) != 0)
        return aws_fail_err(c, fault, &err);
    *out = json_object(c->arena);
    return 0;
}

static const struct {
    const char *method, *path;
    aws_handler *handler;
} rows[] = {
    {"GET", "/_slipway/status", get_status},
    {"POST", "/_slipway/reset", post_reset},
    {"POST", "/_slipway/gc", own_gc},
    {"GET", "/_slipway/projects", own_project_list},
    {"POST", "/_slipway/projects", own_project_register},
    {"GET", "/_slipway/runtimes", own_runtime_list},
    {"POST", "/_slipway/runtimes", own_runtime_add},
    {"DELETE", "/_slipway/runtimes", own_runtime_remove},
    {"GET", "/_slipway/job", own_job_details},
    {"GET", "/_slipway/step", own_step_cache},
    {"GET", "/_slipway/exact", own_step_exact},
    {"POST", "/_slipway/shell", own_shell_open},
    {"DELETE", "/_slipway/shell", own_shell_close},
};

/* "kind=training&name=x" as {"kind": "training", "name": "x"}; true and false are booleans. */
static struct json *query_input(struct aws_call *c)
{
    struct json *in = json_object(c->arena);
    const char *s = c->req->query;

    while (*s) {
        size_t n = strcspn(s, "&"), k = strcspn(s, "=&");
        char *name = arena_strndup(c->arena, s, k);
        const char *value = http_param(c->req, name);
        if (str_eq(value, "true") || str_eq(value, "false"))
            json_set_bool(c->arena, in, name, value[0] == 't');
        else
            json_set_str(c->arena, in, name, value);
        s += n + (s[n] == '&');
    }
    return in;
}

void own_handle(struct aws_call *c, struct http_response *res)
{
    struct route route = {.protocol = PROTO_OWN, .service = "slipway"};
    struct aws_fault fault = {0};
    aws_handler *handler = NULL;
    struct json *in, *out = NULL;
    int failed;

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (str_eq(rows[i].method, c->req->method) && str_eq(rows[i].path, c->req->path))
            handler = rows[i].handler;
    c->service = "sagemaker"; /* whose codes errors have */
    c->operation = c->req->path;
    if (!handler)
        failed = aws_fail(c, &fault, "UnknownOperationException", "%s %s is not here",
                          c->req->method, c->req->path);
    else if (c->req->body_len == 0)
        failed = handler(c, query_input(c), &out, &fault);
    else
        failed = json_body_parse(c, c->req->body, c->req->body_len, &in, &fault) != 0 ||
                 handler(c, in, &out, &fault) != 0;
    if (failed) {
        aws_reply_fault(c->arena, c->req, &route, &fault, res);
        return;
    }
    json_reply(c, &route, out, res);
    http_reply_header(res, "x-amzn-RequestId", c->req->id);
}
