/* What the files of the front end share: from a request to an operation and back.
 *
 *   aws.c     admit, handle, refuse: the order of things
 *   route.c   which protocol, service and operation a request means
 *   auth.c    whose request it is
 *   errors.c  AWS's codes, their statuses, and what they are called in each protocol
 *   proto_json.c, proto_query.c, query_form.c   bodies in, answers out
 *   body.c    bodies into memory
 *   ops.c     the table of operations; op_*.c the operations
 *   own.c     /_slipway/…
 *   wait.c    long polls */
#pragma once
#include "aws/aws.h"
#include "aws/shape.h"
#include <pthread.h>

#define AWS_BODY_MAX  (8 * 1024 * 1024) /* of a request that is not S3's */
#define AWS_REPLY_MAX (16 * 1024 * 1024)

enum protocol { PROTO_S3, PROTO_JSON, PROTO_QUERY, PROTO_REST_JSON, PROTO_CBOR, PROTO_OWN };

struct route {
    enum protocol protocol;
    const char *service;                /* as signed for, or as named; "" when unknown */
    const struct shape_service *shapes; /* NULL: this service is not here */
    const char *operation;              /* NULL: known once the body is read (Query) */
};

struct aws {
    struct aws_config config;
    struct http_server *server;
    pthread_mutex_t lock; /* guards `polls` */
    struct poll {
        uint64_t key, state; /* who asked for what; what they got */
        int64_t at_ms;
    } polls[4096];
};

/* What admit leaves for handle. */
struct aws_request {
    struct route route;
    struct sigv4_result auth;
    struct engine_who who;
    bool verified;   /* nothing is left to verify here (S3 verifies its bodies itself) */
    bool hash_known; /* the head carried the body's hash */
};

/* --- route.c --- */
void route_request(const struct http_request *req, struct route *ret);
/* The service of a Query request that names none otherwise, by its Version; NULL: unknown. */
const struct shape_service *route_by_version(const char *version);
const struct shape_service *route_by_name(const char *service); /* or NULL */

/* --- auth.c --- */
/* 0, or -1 with the fault. `head_only`: the body is not there yet; *r->verified tells whether it is
 * needed. */
int auth_check(struct aws *aws, const struct http_request *req, struct aws_request *r,
               bool head_only, struct aws_fault *fault);

/* --- errors.c --- */
int error_status(const char *code);
/* The code of a request that breaks its shape. */
const char *error_validation(const char *service);
/* The code of a body that cannot be read. */
const char *error_serialization(enum protocol p);
/* A CloudWatch code as its JSON form names it. */
const char *error_json_name(const char *service, const char *code);

/* --- proto_json.c --- */
int json_body_parse(struct aws_call *c, const char *body, size_t len, struct json **ret,
                    struct aws_fault *fault);
void json_reply(struct aws_call *c, const struct route *r, const struct json *out,
                struct http_response *res);
void json_reply_fault(struct arena *a, const struct http_request *req, const struct route *r,
                      const struct aws_fault *fault, struct http_response *res);
void cbor_reply_fault(struct arena *a, const struct aws_fault *fault, struct http_response *res);

/* --- query_form.c --- */
/* A form's parameters as JSON of the input shape. Parameters that the shape does not know are left
 * out; values that do not fit stay strings, so that shape_check finds them. ERR_INVALID. */
int query_form(struct arena *a, const struct shape_service *s, uint16_t shape, const char *body,
               size_t len, struct json **ret, struct err *err);
/* One parameter by its name, unescaped; NULL when it is not there. */
const char *query_param(struct arena *a, const char *body, size_t len, const char *name);

/* --- proto_query.c --- */
void query_reply(struct aws_call *c, const struct route *r, const struct shape_operation *op,
                 const struct json *out, struct http_response *res);
void query_reply_fault(struct arena *a, const struct http_request *req, const struct route *r,
                       const struct aws_fault *fault, struct http_response *res);

/* --- wait.c --- */
void wait_open(struct aws *aws);
void wait_close(struct aws *aws);
/* Whether to keep a Describe call until there is news of what it describes: fills `res` to park.
 * `news` is http_server_news() from before the operation looked. */
bool wait_park(struct aws_call *c, const struct json *out, uint64_t news,
               struct http_response *res);

/* --- own.c --- */
void own_handle(struct aws_call *c, struct http_response *res);

/* --- aws.c --- */
/* An answer in the protocol of the route, with its request id. */
void aws_reply_fault(struct arena *a, const struct http_request *req, const struct route *r,
                     const struct aws_fault *fault, struct http_response *res);

/* --- body.c --- */
int body_read(struct http_request *req, struct err *err);   /* ERR_LIMIT, or those of the stream */
int body_unpack(struct http_request *req, struct err *err); /* ERR_INVALID, ERR_LIMIT */
