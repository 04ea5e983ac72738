/* The front end: the order of things for every request.
 *
 *   admit   (loop thread or worker, head only): route, verify the signature as far as the head goes
 *   handle  (worker thread): the body, the rest of the verification, then S3, /_slipway/ or the
 *           operation: parse -> shape_check -> handler -> prune -> write
 *   refuse  (for the server's own errors): a body in the protocol's form
 *
 * The composition root opens one of these and gives aws_app() to the HTTP server. */
#include "aws/dispatch.h"
#include "aws/ops.h"
#include "base/log.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>

int aws_create(const struct aws_config *config, struct aws **ret, struct err *err)
{
    struct aws *aws = xcalloc(1, sizeof *aws);

    aws->config = *config;
    wait_open(aws);
    *ret = aws;
    return 0;
}

void aws_destroy(struct aws *aws)
{
    if (!aws)
        return;
    wait_close(aws);
    free(aws);
}

void aws_set_server(struct aws *aws, struct http_server *s)
{
    aws->server = s;
}

int aws_check_request(const char *operation, const struct json *request, struct arena *a,
                      struct json **ret_recorded, struct err *err)
{
    const struct shape_operation *op = shape_operation(&shapes_sagemaker, operation);
    struct shape_fault fault;
    struct json *pruned;

    if (!op)
        return err_set(err, ERR_UNSUPPORTED, "%s is not there", operation);
    if (shape_check(&shapes_sagemaker, op->input, a, request, &pruned, ret_recorded, &fault) != 0)
        return err_set(err, ERR_INVALID, "%s", fault.message);
    return 0;
}

/* --- answers --- */

void aws_reply_fault(struct arena *a, const struct http_request *req, const struct route *r,
                     const struct aws_fault *fault, struct http_response *res)
{
    res->status = fault->status ? fault->status : error_status(fault->code);
    switch (r->protocol) {
    case PROTO_S3:
        s3_reply_error(a, req ? req->id : "", req ? req->method : "GET", req ? req->path : "/",
                       res->status, fault->code, fault->message, res);
        return; /* with headers of its own */
    case PROTO_QUERY:
        query_reply_fault(a, req, r, fault, res);
        break;
    case PROTO_CBOR:
        res->n_headers = 0;
        cbor_reply_fault(a, fault, res);
        break;
    default:
        json_reply_fault(a, req, r, fault, res);
        break;
    }
    if (req)
        http_reply_header(res, "x-amzn-RequestId", req->id);
}

/* --- operations --- */

/* "UnknownOperationException" and its kin: nothing pretends to be there. */
static void unknown_operation(struct http_request *req, const struct route *r,
                              const char *operation, const char *version, struct http_response *res)
{
    struct aws_fault fault = {.code = "UnknownOperationException", .status = 400};

    if (r->protocol == PROTO_QUERY) {
        fault.code = "InvalidAction";
        fault.message = arena_printf(req->arena, "Could not find operation %s for version %s",
                                     operation, version ? version : "NO_VERSION_SPECIFIED");
    } else {
        fault.message =
            arena_printf(req->arena, "The operation %s%s%s is not here",
                         r->service[0] ? r->service : "", r->service[0] ? "." : "", operation);
    }
    aws_reply_fault(req->arena, req, r, &fault, res);
}

static int read_input(struct aws_call *c, const struct route *r, const struct shape_operation *op,
                      struct json **ret, struct aws_fault *fault)
{
    const struct http_request *req = c->req;
    struct json *recorded, *in;
    struct shape_fault wrong;
    struct err err;

    if (r->protocol == PROTO_JSON) {
        if (json_body_parse(c, req->body, req->body_len, &in, fault) != 0)
            return -1;
    } else {
        bool form = req->body_len > 0;
        if (query_form(c->arena, r->shapes, op->input, form ? req->body : req->query,
                       form ? req->body_len : strlen(req->query), &in, &err) != 0)
            return aws_fail(c, fault, "MalformedQueryString", "%s", err.msg);
    }
    if (shape_check(r->shapes, op->input, c->arena, in, ret, &recorded, &wrong) != 0) {
        bool types = str_eq(wrong.code, "SerializationException");
        return aws_fail(c, fault,
                        types ? error_serialization(r->protocol) : error_validation(c->service),
                        "%s", wrong.message);
    }
    c->recorded = recorded;
    return 0;
}

static void run_operation(struct aws_call *c, const struct route *r, struct http_response *res)
{
    const struct shape_operation *op = shape_operation(r->shapes, c->operation);
    aws_handler *handler = ops_find(r->shapes->name, c->operation);
    uint64_t news = c->aws->server ? http_server_news(c->aws->server) : 0;
    struct aws_fault fault = {0};
    struct json *in, *out = NULL;

    if (read_input(c, r, op, &in, &fault) != 0 || handler(c, in, &out, &fault) != 0) {
        aws_reply_fault(c->arena, c->req, r, &fault, res);
        return;
    }
    if (op->output == SHAPE_NONE)
        out = NULL;
    else
        out = shape_prune(r->shapes, op->output, c->arena, out ? out : json_object(c->arena));
    if (out && wait_park(c, out, news, res))
        return;
    if (r->protocol == PROTO_JSON)
        json_reply(c, r, out, res);
    else
        query_reply(c, r, op, out, res);
    http_reply_header(res, "x-amzn-RequestId", c->req->id);
}

/* --- the app --- */

static void query_route(struct http_request *req, struct route *r, const char **ret_version)
{
    bool form = req->body_len > 0;
    const char *text = form ? req->body : req->query;
    size_t len = form ? req->body_len : strlen(req->query);

    *ret_version = query_param(req->arena, text, len, "Version");
    r->operation = query_param(req->arena, text, len, "Action");
    if (!r->service[0] && *ret_version) {
        r->shapes = route_by_version(*ret_version);
        r->service = r->shapes ? r->shapes->name : "";
    }
}

static void dispatch(struct aws *aws, struct http_request *req, struct aws_request *r,
                     struct http_response *res)
{
    struct aws_call call = {.aws = aws,
                            .engine = aws->config.engine,
                            .req = req,
                            .arena = req->arena,
                            .who = r->who,
                            .service = r->route.service,
                            .operation = r->route.operation};
    const char *version = NULL;

    if (r->route.protocol == PROTO_S3) {
        s3_handle(&call, aws->config.auth_off ? NULL : &r->auth, res);
        return;
    }
    if (r->route.protocol == PROTO_OWN) {
        own_handle(&call, res);
        return;
    }
    if (r->route.protocol == PROTO_QUERY) {
        query_route(req, &r->route, &version);
        if (!r->route.operation) {
            struct aws_fault fault = {"MissingAction",
                                      "The request must contain the parameter "
                                      "Action.",
                                      400};
            aws_reply_fault(req->arena, req, &r->route, &fault, res);
            return;
        }
        call.service = r->route.service;
        call.operation = r->route.operation;
    }
    if (!r->route.shapes || r->route.protocol == PROTO_CBOR ||
        !shape_operation(r->route.shapes, call.operation) ||
        !ops_find(r->route.shapes->name, call.operation))
        unknown_operation(req, &r->route, call.operation, version, res);
    else
        run_operation(&call, &r->route, res);
}

static int app_admit(void *ctx, struct http_request *req, struct http_response *res)
{
    struct aws_request *r = arena_zalloc(req->arena, sizeof *r);
    struct aws_fault fault = {0};

    route_request(req, &r->route);
    req->user = r;
    if (auth_check(ctx, req, r, true, &fault) == 0)
        return 0;
    aws_reply_fault(req->arena, req, &r->route, &fault, res);
    return -1;
}

static void app_handle(void *ctx, struct http_request *req, struct http_response *res)
{
    struct aws_request *r = req->user;
    struct aws_fault fault = {0};
    struct err err;

    log_set_request(req->id);
    if (r->route.protocol != PROTO_S3 && body_read(req, &err) != 0) {
        bool late = err.code == ERR_TIMEOUT;
        fault.code = err.code == ERR_LIMIT ? "RequestEntityTooLarge"
                     : late                ? "RequestTimeout"
                                           : "BadRequest";
        fault.message = arena_strdup(req->arena, err.msg);
        aws_reply_fault(req->arena, req, &r->route, &fault, res);
        res->close = true;
    } else if (!r->verified && auth_check(ctx, req, r, false, &fault) != 0) {
        aws_reply_fault(req->arena, req, &r->route, &fault, res);
    } else if (r->route.protocol != PROTO_S3 && body_unpack(req, &err) != 0) {
        fault.code = error_serialization(r->route.protocol);
        fault.message = arena_strdup(req->arena, err.msg);
        aws_reply_fault(req->arena, req, &r->route, &fault, res);
    } else {
        dispatch(ctx, req, r, res);
    }
    if (arena_over(req->arena) && !res->park)
        log_warn("a request took more memory than it may: %s %s", req->method, req->path);
    log_set_request(NULL);
}

static void app_refuse(void *ctx, struct http_request *req, struct http_response *res,
                       const char *code, const char *message)
{
    struct route r = {.protocol = PROTO_S3, .service = ""};
    struct aws_fault fault = {code, message, res->status};

    if (!req)
        return; /* no arena to write an answer in */
    route_request(req, &r);
    aws_reply_fault(req->arena, req, &r, &fault, res);
}

struct http_app aws_app(struct aws *aws)
{
    return (struct http_app){
        .ctx = aws, .admit = app_admit, .handle = app_handle, .refuse = app_refuse};
}
