/* Which protocol, service and operation a request means; and that every operation that the tables
 * know has a handler, and the other way round. */
#include "aws/dispatch.h"
#include "aws/ops.h"
#include "test.h"

static struct arena *arena;

static struct route route(const char *method, const char *target, const char *host,
                          const char *auth, const char *name, const char *value)
{
    struct http_header headers[3];
    struct route r;
    size_t n = 0;

    if (!arena)
        arena = arena_create(1 << 20);
    if (auth)
        headers[n++] = (struct http_header){"authorization", auth};
    if (name)
        headers[n++] = (struct http_header){name, value};
    const char *mark = strchr(target, '?');
    struct http_request req = {.arena = arena,
                               .id = "id",
                               .method = method,
                               .target = target,
                               .path = mark ? arena_strndup(arena, target, (size_t)(mark - target))
                                            : target,
                               .query = mark ? mark + 1 : "",
                               .host = host,
                               .headers = headers,
                               .n_headers = n,
                               .body = ""};
    route_request(&req, &r);
    return r;
}

#define AUTH(service)                                                                              \
    "AWS4-HMAC-SHA256 Credential=AK/20130102/us-east-1/" service "/aws4_request, x"
#define FORM "content-type", "application/x-www-form-urlencoded; charset=utf-8"

TEST(json)
{
    struct route r =
        route("POST", "/", "h", AUTH("sagemaker"), "x-amz-target", "SageMaker.ListModels");
    CHECK_INT(r.protocol, PROTO_JSON);
    CHECK(r.shapes == &shapes_sagemaker);
    CHECK_STR(r.operation, "ListModels");
    r = route("POST", "/", "h", AUTH("events"), "x-amz-target", "AWSEvents.ListRules");
    CHECK_INT(r.protocol, PROTO_JSON);
    CHECK(r.shapes == NULL);
    CHECK_STR(r.operation, "ListRules");
    CHECK_STR(r.service, "events");
    r = route("POST", "/", "h", NULL, "x-amz-target", "nonsense");
    CHECK_INT(r.protocol, PROTO_JSON);
    CHECK_STR(r.operation, "nonsense");
}

TEST(query)
{
    struct route r = route("POST", "/", "h", AUTH("sts"), FORM);
    CHECK_INT(r.protocol, PROTO_QUERY);
    CHECK(r.shapes == &shapes_sts);
    r = route("POST", "/", "sts.eu-west-1.amazonaws.com", NULL, FORM);
    CHECK_INT(r.protocol, PROTO_QUERY);
    CHECK(r.shapes == &shapes_sts);
    r = route("GET", "/?Action=GetCallerIdentity&Version=2011-06-15", "h", NULL, NULL, NULL);
    CHECK_INT(r.protocol, PROTO_QUERY);
    r = route("POST", "/", "h", AUTH("sns"), FORM);
    CHECK_INT(r.protocol, PROTO_QUERY);
    CHECK(r.shapes == NULL);
    /* SageMaker has no Query form */
    r = route("POST", "/", "h", AUTH("sagemaker"), FORM);
    CHECK(r.shapes == NULL);
}

TEST(s3_and_the_rest)
{
    CHECK_INT(route("GET", "/", "h", AUTH("s3"), NULL, NULL).protocol, PROTO_S3);
    CHECK_INT(route("POST", "/b?delete", "h", AUTH("s3"), FORM).protocol, PROTO_S3);
    CHECK_INT(route("GET", "/b/k?X-Amz-Credential=AK%2F20130102%2Fus-east-1%2Fs3%2Faws4_request",
                    "h", NULL, NULL, NULL)
                  .protocol,
              PROTO_S3);
    CHECK_INT(route("GET", "/", "sm-pysdk-t-us-east-1.s3.us-east-1.amazonaws.com", NULL, NULL, NULL)
                  .protocol,
              PROTO_S3);
    CHECK_INT(route("GET", "/_slipway/status", "h", AUTH("slipway"), NULL, NULL).protocol,
              PROTO_OWN);
    struct route r = route("POST", "/endpoints/e/invocations", "h", AUTH("sagemaker"), NULL, NULL);
    CHECK_INT(r.protocol, PROTO_REST_JSON);
    CHECK_STR(r.operation, "InvokeEndpoint");
    r = route("GET", "/2015-03-31/layers", "h", AUTH("lambda"), NULL, NULL);
    CHECK_STR(r.operation, "GET /2015-03-31/layers");
    r = route("POST", "/service/GraniteServiceVersion20100801/operation/PutMetricData", "h",
              AUTH("monitoring"), "smithy-protocol", "rpc-v2-cbor");
    CHECK_INT(r.protocol, PROTO_CBOR);
    CHECK_STR(r.operation, "PutMetricData");
}

TEST(hostile_credentials)
{
    CHECK_INT(route("GET", "/", "h", "AWS4-HMAC-SHA256 Credential=", NULL, NULL).protocol,
              PROTO_S3);
    CHECK_INT(route("GET", "/", "h", "Credential=////", NULL, NULL).protocol, PROTO_S3);
    CHECK_INT(route("GET", "/", "", "Credential=a/b/c", NULL, NULL).protocol, PROTO_S3);
    CHECK_INT(route("GET", "/?X-Amz-Credential=%zz", "h", NULL, NULL, NULL).protocol, PROTO_S3);
}

TEST(every_operation_has_a_handler)
{
    static const struct shape_service *const all[] = {&shapes_sagemaker, &shapes_logs,
                                                      &shapes_cloudwatch, &shapes_iam, &shapes_sts};
    size_t n = 0;

    for (size_t i = 0; i < 5; i++) {
        for (size_t o = 0; o < all[i]->n_operations; o++) {
            const char *name = shape_string(all[i], all[i]->operations[o].name);
            n++;
            if (!ops_find(all[i]->name, name)) {
                printf("%s.%s has no handler\n", all[i]->name, name);
                CHECK(false);
            }
        }
    }
#define ONE(name) +1
    CHECK_INT(n, 0 OPS_SAGEMAKER(ONE) OPS_LOGS(ONE) OPS_MONITORING(ONE) OPS_IAM(ONE) OPS_STS(ONE));
    CHECK(ops_find("sagemaker", "CreateEndpoint") == NULL);
    CHECK(ops_find("nowhere", "ListModels") == NULL);
}

TEST(errors_have_their_statuses)
{
    CHECK_INT(error_status("NoSuchEntity"), 404);
    CHECK_INT(error_status("ValidationException"), 400);
    CHECK_INT(error_status("InternalFailure"), 500);
    CHECK_STR(error_validation("logs"), "InvalidParameterException");
    CHECK_STR(error_validation("iam"), "ValidationError");
    CHECK_STR(error_json_name("monitoring", "InvalidParameterValue"),
              "InvalidParameterValueException");
    CHECK_STR(error_json_name("sagemaker", "ResourceInUse"), "ResourceInUse");
}

TEST(faults_in_every_protocol)
{
    const struct aws_fault fault = {"ValidationException", "a < b & \"c\"", 0};
    struct http_request req = {.arena = arena, .id = "the-id", .method = "GET", .path = "/"};
    struct http_response res = {.fd = -1};
    struct route r = {.protocol = PROTO_JSON, .service = "sagemaker", .shapes = &shapes_sagemaker};

    aws_reply_fault(arena, &req, &r, &fault, &res);
    CHECK_INT(res.status, 400);
    CHECK(
        strstr(res.body, "{\"__type\":\"ValidationException\",\"message\":\"a < b & \\\"c\\\"\"}"));
    r = (struct route){.protocol = PROTO_QUERY, .service = "sts", .shapes = &shapes_sts};
    aws_reply_fault(arena, &req, &r, &fault, &res);
    CHECK(strstr(res.body, "<Code>ValidationException</Code><Message>a &lt; b &amp; "));
    CHECK(strstr(res.body, "<RequestId>the-id</RequestId>"));
    r = (struct route){.protocol = PROTO_CBOR, .service = "monitoring"};
    aws_reply_fault(arena, &req, &r, &fault, &res);
    CHECK_INT((unsigned char)res.body[0], 0xa2);
    CHECK(memcmp(res.body + 1, "\x66__type\x73ValidationException\x67message", 35) == 0);
    r = (struct route){.protocol = PROTO_S3, .service = "s3"};
    aws_reply_fault(arena, &req, &r, &fault, &res);
    CHECK(strstr(res.body, "<Error><Code>ValidationException</Code>"));
}
