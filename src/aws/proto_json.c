/* AWS's JSON protocol, versions 1.0 and 1.1 (and, for errors only, REST-JSON and CBOR, whose
 * operations are not here). */
#include "aws/dispatch.h"
#include "base/text.h"
#include <string.h>

int json_body_parse(struct aws_call *c, const char *body, size_t len, struct json **ret,
                    struct aws_fault *fault)
{
    struct err err;

    if (len == 0) {
        *ret = json_object(c->arena);
        return 0;
    }
    if (json_parse(c->arena, body, len, ret, &err) != 0)
        return aws_fail(c, fault, "SerializationException", "%s", err.msg);
    return 0;
}

/* The version that the client spoke. */
static const char *content_type(const struct http_request *req, const struct route *r)
{
    const char *type = http_header(req, "content-type");

    if (type && str_starts(type, "application/x-amz-json-1.0"))
        return "application/x-amz-json-1.0";
    if (r->protocol == PROTO_REST_JSON)
        return "application/json";
    return "application/x-amz-json-1.1";
}

static void set_body(struct arena *a, const struct buf *text, struct http_response *res)
{
    res->body = arena_memdup(a, text->data, text->len);
    res->body_len = text->len;
}

void json_reply(struct aws_call *c, const struct route *r, const struct json *out,
                struct http_response *res)
{
    struct buf text cleanup_buf = {0};

    buf_init(&text, AWS_REPLY_MAX);
    http_reply_header(res, "Content-Type", content_type(c->req, r));
    if (!out)
        return; /* operations without an output answer nothing */
    json_write(&text, out);
    if (buf_failed(&text)) {
        struct aws_fault fault = {"InternalFailure", "The answer is too large.", 500};
        json_reply_fault(c->arena, c->req, r, &fault, res);
        return;
    }
    set_body(c->arena, &text, res);
}

/* For Query-compatible services the old code goes into a header: "Code;Sender". */
void json_reply_fault(struct arena *a, const struct http_request *req, const struct route *r,
                      const struct aws_fault *fault, struct http_response *res)
{
    const char *name = error_json_name(r->service, fault->code);
    struct json *body = json_object(a);
    struct buf text cleanup_buf = {0};

    buf_init(&text, 1024 * 1024);
    json_set_str(a, body, "__type", name);
    json_set_str(a, body, "message", fault->message);
    json_write(&text, body);
    res->n_headers = 0;
    http_reply_header(res, "Content-Type", content_type(req, r));
    if (r->protocol == PROTO_REST_JSON)
        http_reply_header(res, "x-amzn-ErrorType", name);
    if (r->shapes && r->shapes->target[0] && r->shapes->query_version[0])
        http_reply_header(
            res, "x-amzn-query-error",
            arena_printf(a, "%s;%s", fault->code, res->status >= 500 ? "Receiver" : "Sender"));
    set_body(a, &text, res);
}

/* A CBOR text string (RFC 8949, major type 3). */
static void cbor_text(struct buf *out, const char *s)
{
    size_t n = strlen(s);

    if (n < 24) {
        buf_addc(out, (char)(0x60 | n));
    } else if (n < 256) {
        buf_addc(out, 0x78);
        buf_addc(out, (char)n);
    } else {
        n = n > 0xffff ? 0xffff : n;
        buf_addc(out, 0x79);
        buf_addc(out, (char)(n >> 8));
        buf_addc(out, (char)(n & 0xff));
    }
    buf_add(out, s, n);
}

void cbor_reply_fault(struct arena *a, const struct aws_fault *fault, struct http_response *res)
{
    struct buf text cleanup_buf = {0};

    buf_init(&text, 256 * 1024);
    buf_addc(&text, (char)0xa2); /* a map of two */
    cbor_text(&text, "__type");
    cbor_text(&text, fault->code);
    cbor_text(&text, "message");
    cbor_text(&text, fault->message);
    http_reply_header(res, "Content-Type", "application/cbor");
    http_reply_header(res, "smithy-protocol", "rpc-v2-cbor");
    set_body(a, &text, res);
}
