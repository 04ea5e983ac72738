/* The Query protocol's answers: XML by the output shape, and its error form. */
#include "aws/dispatch.h"
#include "aws/xml.h"
#include "base/text.h"
#include <math.h>
#include <string.h>

static void write_value(struct buf *out, struct arena *a, const struct shape_service *s,
                        uint16_t shape, const char *name, const struct json *v);

static void write_members(struct buf *out, struct arena *a, const struct shape_service *s,
                          const struct shape_row *r, const struct json *v)
{
    for (uint32_t i = 0; i < r->n; i++) {
        const struct shape_member *m = &s->members[r->first + i];
        const struct json *inner = json_get(v, shape_string(s, m->name));
        if (inner && inner->type != JSON_NULL)
            write_value(out, a, s, m->shape, shape_string(s, m->wire ? m->wire : m->name), inner);
    }
}

static void write_list(struct buf *out, struct arena *a, const struct shape_service *s,
                       const struct shape_row *r, const char *name, const struct json *v)
{
    bool flat = r->flags & SHAPE_FLATTENED;
    const char *item = flat ? name : r->item_name ? shape_string(s, r->item_name) : "member";

    if (!flat)
        xml_open(out, name);
    for (size_t i = 0; i < v->n; i++)
        write_value(out, a, s, r->element, item, v->items[i]);
    if (!flat)
        xml_close(out, name);
}

static void write_map(struct buf *out, struct arena *a, const struct shape_service *s,
                      const struct shape_row *r, const char *name, const struct json *v)
{
    xml_open(out, name);
    for (size_t i = 0; i < v->n; i++) {
        xml_open(out, "entry");
        xml_elem(out, "key", v->keys[i]);
        write_value(out, a, s, r->element, "value", v->items[i]);
        xml_close(out, "entry");
    }
    xml_close(out, name);
}

static void write_value(struct buf *out, struct arena *a, const struct shape_service *s,
                        uint16_t shape, const char *name, const struct json *v)
{
    const struct shape_row *r = &s->rows[shape];

    if (r->type == SHAPE_LIST) {
        write_list(out, a, s, r, name, v);
        return;
    }
    if (r->type == SHAPE_MAP) {
        write_map(out, a, s, r, name, v);
        return;
    }
    xml_open(out, name);
    if (r->type == SHAPE_STRUCTURE) {
        write_members(out, a, s, r, v);
    } else if (r->type == SHAPE_TIMESTAMP) {
        int64_t ms = llround(json_num(v, 0) * 1000.0);
        buf_adds(out, ms % 1000 ? time_iso_ms(a, ms) : time_iso_s(a, ms));
    } else if (json_is(v, JSON_STRING)) {
        xml_text_safe(out, v->s, v->s_len);
    } else {
        json_write(out, v);
    }
    xml_close(out, name);
}

static void open_root(struct buf *out, const char *name, const char *xmlns)
{
    buf_addf(out, "<%s", name);
    if (xmlns[0])
        buf_addf(out, " xmlns=\"%s\"", xmlns);
    buf_addc(out, '>');
}

static void set_body(struct arena *a, const struct buf *text, struct http_response *res)
{
    http_reply_header(res, "Content-Type", "text/xml");
    res->body = arena_memdup(a, text->data, text->len);
    res->body_len = text->len;
}

void query_reply(struct aws_call *c, const struct route *r, const struct shape_operation *op,
                 const struct json *out, struct http_response *res)
{
    const struct shape_service *s = r->shapes;
    const char *name = arena_printf(c->arena, "%sResponse", c->operation);
    const char *wrapper = shape_string(s, op->wrapper);
    struct buf text cleanup_buf = {0};

    buf_init(&text, AWS_REPLY_MAX);
    open_root(&text, name, s->xmlns);
    if (out && op->output != SHAPE_NONE) {
        if (wrapper[0])
            xml_open(&text, wrapper);
        write_members(&text, c->arena, s, &s->rows[op->output], out);
        if (wrapper[0])
            xml_close(&text, wrapper);
    }
    xml_open(&text, "ResponseMetadata");
    xml_elem(&text, "RequestId", c->req->id);
    xml_close(&text, "ResponseMetadata");
    xml_close(&text, name);
    if (buf_failed(&text)) {
        struct aws_fault fault = {"InternalFailure", "The answer is too large.", 500};
        res->status = 500;
        query_reply_fault(c->arena, c->req, r, &fault, res);
        return;
    }
    set_body(c->arena, &text, res);
}

void query_reply_fault(struct arena *a, const struct http_request *req, const struct route *r,
                       const struct aws_fault *fault, struct http_response *res)
{
    struct buf text cleanup_buf = {0};

    buf_init(&text, 1024 * 1024);
    open_root(&text, "ErrorResponse", r->shapes ? r->shapes->xmlns : "");
    xml_open(&text, "Error");
    xml_elem(&text, "Type", res->status >= 500 ? "Receiver" : "Sender");
    xml_elem(&text, "Code", fault->code);
    xml_open(&text, "Message");
    xml_text_safe(&text, fault->message, strlen(fault->message));
    xml_close(&text, "Message");
    xml_close(&text, "Error");
    xml_elem(&text, "RequestId", req ? req->id : "");
    xml_close(&text, "ErrorResponse");
    res->n_headers = 0;
    set_body(a, &text, res);
}
