/* Which protocol, service and operation a request means. One port serves all services, so a request
 * tells by: its path (/_slipway/), X-Amz-Target, the service in its signature's scope, its host
 * ("sts.us-east-1.amazonaws.com", which clients reach through CONNECT), a form body. What tells
 * nothing is S3's. Called before the signature is verified: nothing here may be believed yet. */
#include "aws/dispatch.h"
#include "base/text.h"
#include <string.h>

static const struct shape_service *const services[] = {
    &shapes_sagemaker, &shapes_logs, &shapes_cloudwatch, &shapes_iam, &shapes_sts};
enum { N_SERVICES = sizeof services / sizeof *services };

const struct shape_service *route_by_name(const char *service)
{
    for (size_t i = 0; i < N_SERVICES; i++)
        if (str_eq(services[i]->name, service))
            return services[i];
    return NULL;
}

const struct shape_service *route_by_version(const char *version)
{
    for (size_t i = 0; i < N_SERVICES; i++)
        if (services[i]->query_version[0] && str_eq(services[i]->query_version, version))
            return services[i];
    return NULL;
}

static const struct shape_service *by_target(const char *prefix)
{
    for (size_t i = 0; i < N_SERVICES; i++)
        if (services[i]->target[0] && str_eq(services[i]->target, prefix))
            return services[i];
    return NULL;
}

/* Field n (from 0) of "AKID/20130524/us-east-1/s3/aws4_request", or NULL. */
static char *scope_field(struct arena *a, const char *credential, size_t len, int n)
{
    const char *s = credential, *end = credential + len;

    for (; n > 0 && s; n--) {
        s = memchr(s, '/', (size_t)(end - s));
        s = s ? s + 1 : NULL;
    }
    if (!s)
        return NULL;
    const char *stop = memchr(s, '/', (size_t)(end - s));
    return arena_strndup(a, s, (size_t)((stop ? stop : end) - s));
}

/* The service that the signature is for, or NULL. */
static char *signed_service(const struct http_request *req)
{
    const char *auth = http_header(req, "authorization"), *s;

    if (auth && (s = strstr(auth, "Credential="))) {
        s += strlen("Credential=");
        return scope_field(req->arena, s, strcspn(s, ", "), 3);
    }
    s = strstr(req->query, "X-Amz-Credential=") ? http_param(req, "X-Amz-Credential") : NULL;
    return s ? scope_field(req->arena, s, strlen(s), 3) : NULL;
}

/* "sts" of sts.us-east-1.amazonaws.com; "s3" of any host of S3's; NULL for hosts of our own. */
static char *host_service(const struct http_request *req)
{
    const char *host = req->host ? req->host : "";
    char *name = arena_strndup(req->arena, host, strcspn(host, ":"));

    if (!str_ends(name, ".amazonaws.com"))
        return NULL;
    if (str_starts(name, "s3.") || strstr(name, ".s3.") || strstr(name, ".s3-"))
        return arena_strdup(req->arena, "s3");
    return arena_strndup(req->arena, name, strcspn(name, "."));
}

static bool is_form(const struct http_request *req)
{
    const char *type = http_header(req, "content-type");

    return type && str_starts(type, "application/x-www-form-urlencoded");
}

/* The operations of REST services that clients of this workflow may try, so that the answer can
 * name them; '*' stands for one part of a path. */
static const struct {
    const char *method, *path, *operation;
} rest_names[] = {
    {"POST", "/endpoints/*/invocations", "InvokeEndpoint"},
    {"POST", "/endpoints/*/async-invocations", "InvokeEndpointAsync"},
    {"POST", "/endpoints/*/invocations-response-stream", "InvokeEndpointWithResponseStream"},
    {"PUT", "/BatchPutMetrics", "BatchPutMetrics"},
    {"POST", "/BatchGetMetrics", "BatchGetMetrics"},
    {"POST", "/schedules/*", "CreateSchedule"},
    {"PUT", "/schedules/*", "UpdateSchedule"},
    {"GET", "/schedules/*", "GetSchedule"},
    {"DELETE", "/schedules/*", "DeleteSchedule"},
    {"GET", "/schedules", "ListSchedules"},
    {"POST", "/2015-03-31/functions/*/invocations", "Invoke"},
    {"POST", "/2015-03-31/functions", "CreateFunction"},
    {"GET", "/2015-03-31/functions/*", "GetFunction"},
    {"PUT", "/2015-03-31/functions/*/code", "UpdateFunctionCode"},
};

static const char *rest_operation(const struct http_request *req)
{
    for (size_t i = 0; i < sizeof rest_names / sizeof *rest_names; i++)
        if (str_eq(rest_names[i].method, req->method) && glob_match(rest_names[i].path, req->path))
            return rest_names[i].operation;
    return arena_printf(req->arena, "%s %s", req->method, req->path);
}

static void route_target(const struct http_request *req, const char *target, struct route *ret)
{
    const char *dot = strrchr(target, '.');
    size_t n = dot ? (size_t)(dot - target) : 0;

    ret->protocol = PROTO_JSON;
    ret->shapes = by_target(arena_strndup(req->arena, target, n));
    ret->operation = dot ? dot + 1 : target;
    if (ret->shapes)
        ret->service = ret->shapes->name;
}

/* /service/GraniteServiceVersion20100801/operation/PutMetricData */
static bool route_cbor(const struct http_request *req, struct route *ret)
{
    const char *protocol = http_header(req, "smithy-protocol");
    const char *s = strstr(req->path, "/operation/");

    if (!protocol || !str_eq(protocol, "rpc-v2-cbor") || !str_starts(req->path, "/service/"))
        return false;
    ret->protocol = PROTO_CBOR;
    ret->operation = s ? s + strlen("/operation/") : "";
    return true;
}

void route_request(const struct http_request *req, struct route *ret)
{
    const char *target = http_header(req, "x-amz-target");
    char *service = signed_service(req);

    *ret = (struct route){.service = ""};
    if (str_starts(req->path, "/_slipway/")) {
        ret->protocol = PROTO_OWN;
        ret->service = "slipway";
        return;
    }
    if (!service)
        service = host_service(req);
    if (service)
        ret->service = service;
    if (target) {
        route_target(req, target, ret);
        return;
    }
    if (route_cbor(req, ret))
        return;
    if (str_eq(ret->service, "s3") || str_eq(ret->service, "s3express"))
        return; /* PROTO_S3 */
    if (is_form(req) || (str_eq(req->path, "/") && http_param(req, "Action"))) {
        ret->protocol = PROTO_QUERY;
        ret->shapes = route_by_name(ret->service);
        if (ret->shapes && !ret->shapes->query_version[0])
            ret->shapes = NULL;
        return;
    }
    if (!ret->service[0])
        return;
    ret->protocol = PROTO_REST_JSON;
    ret->operation = rest_operation(req);
}
