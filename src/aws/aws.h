/* The wire: one port for every service. A request becomes a call (protocol, service, operation,
 * input as JSON), the call an answer in the form of its protocol.
 *
 *   http_request --route--> S3 (REST-XML)          --> aws/s3_*.c
 *                     |---> X-Amz-Target (JSON)     --\
 *                     |---> form body (Query)       ----> table of operations --> aws/op_*.c -->
 * engine
 *                     '---> /_slipway/…             --> aws/own.c
 *
 * Signatures are verified before anything else is looked at. */
#pragma once
#include "engine/engine.h"
#include "net/http.h"
#include "net/sigv4.h"
#include "store/objects.h"

struct aws; /* the open front end */

struct aws_config {
    struct engine *engine;
    struct objects *objects;
    struct series *series;
    bool auth_off;  /* any credentials; loopback only (the caller has checked) */
    bool ephemeral; /* POST /_slipway/reset is there */
    /* How long a Describe of something that has not ended may be kept until it has; 0: never. */
    int64_t long_poll_ms;
    const char *version; /* of the program, for /_slipway/status */
};
int aws_create(const struct aws_config *config, struct aws **ret, struct err *err);
void aws_destroy(struct aws *a);
/* For http_config.app. */
struct http_app aws_app(struct aws *a);
/* The server that carries the app, once it exists: long polls park there. */
void aws_set_server(struct aws *a, struct http_server *s);
/* For engine_config.changed, ctx = the struct aws: wakes long polls on that ARN. */
void aws_changed(void *ctx, const char *arn);
/* For engine_config.check_request: a SageMaker request that a step makes. */
int aws_check_request(const char *operation, const struct json *request, struct arena *a,
                      struct json **ret_recorded, struct err *err);

/* For engine_config.definition_shapes. */
extern const struct definition_shapes aws_definition_shapes;

/* One call of an operation. */
struct aws_call {
    struct aws *aws;
    struct engine *engine;
    const struct http_request *req;
    struct arena *arena;
    struct engine_who who; /* account, region, access key, project: from the credentials */
    const char *service, *operation;
    const struct json *recorded; /* paths of input members that mean nothing here; an array */
};

/* An error as AWS words it. `status` 0: taken from the code's row in the table of error codes. */
struct aws_fault {
    const char *code; /* "ValidationException" */
    const char *message;
    int status;
};
/* Fills the fault and returns -1. */
int aws_fail(struct aws_call *c, struct aws_fault *fault, const char *code, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
/* From an error of the layers below: ERR_INVALID ValidationException, ERR_NOT_FOUND per service,
 * ERR_LIMIT ResourceLimitExceeded, ERR_CONFLICT ConflictException, ERR_EXISTS ResourceInUse,
 * ERR_NO_SPACE and the rest InternalFailure 500 with the text in the log. */
int aws_fail_err(struct aws_call *c, struct aws_fault *fault, const struct err *err);

/* `in` was checked against the operation's shape: required members are there, types fit. *out is an
 * object with the output shape's member names. Timestamps are numbers of seconds (wall ms /
 * 1000.0); each protocol writes them in its own form. */
typedef int aws_handler(struct aws_call *c, const struct json *in, struct json **out,
                        struct aws_fault *fault);

/* S3 does its own protocol work. `auth` is the verified signature. */
void s3_handle(struct aws_call *c, const struct sigv4_result *auth, struct http_response *res);
/* An error reply in S3's form (also for failures before s3_handle: signatures, framing). */
void s3_reply_error(struct arena *a, const char *request_id, const char *method,
                    const char *resource, int status, const char *code, const char *message,
                    struct http_response *res);
