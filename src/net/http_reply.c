/* Making replies: the status line and the fields that are the server's own, and refusals. */
#include "base/log.h"
#include "base/sys.h"
#include "base/text.h"
#include "net/http_internal.h"
#include <stdio.h>
#include <string.h>

void http__reply_init(struct http_response *res)
{
    res->status = 200;
    res->n_headers = 0;
    res->body = "";
    res->body_len = 0;
    res->fd = -1;
    res->fd_offset = res->fd_length = 0;
    res->head_length = -1;
    res->close = res->park = false;
    res->park_key = res->park_seen = 0;
    res->park_until_mono_ms = 0;
}

void http_reply_header(struct http_response *res, const char *name, const char *value)
{
    if (!value)
        return;
    if (res->n_headers == HTTP_REPLY_HEADERS_MAX) {
        log_error("a reply has too many header fields; %s is left out", name);
        return;
    }
    res->headers[res->n_headers++] = (struct http_header){name, value};
}

static const char *reason(int status)
{
    static const struct {
        int status;
        const char *text;
    } table[] = {
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {206, "Partial Content"},
        {301, "Moved Permanently"},
        {302, "Found"},
        {303, "See Other"},
        {304, "Not Modified"},
        {307, "Temporary Redirect"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {411, "Length Required"},
        {412, "Precondition Failed"},
        {413, "Content Too Large"},
        {415, "Unsupported Media Type"},
        {416, "Range Not Satisfiable"},
        {417, "Expectation Failed"},
        {424, "Failed Dependency"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {502, "Bad Gateway"},
        {503, "Service Unavailable"},
        {504, "Gateway Timeout"},
        {505, "HTTP Version Not Supported"},
        {507, "Insufficient Storage"},
    };
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
        if (table[i].status == status)
            return table[i].text;
    return "Status";
}

/* The value of Date, made once a second and thread. */
static const char *date_now(void)
{
    static _Thread_local int64_t of_s = -1;
    static _Thread_local char text[32];
    int64_t now_s = sys->wall_ms() / 1000;

    if (now_s != of_s) {
        cleanup_arena struct arena *a = arena_create(4096);
        snprintf(text, sizeof(text), "%s", time_rfc822(a, now_s * 1000));
        of_s = now_s;
    }
    return text;
}

static char *put(char *to, const char *s)
{
    size_t n = strlen(s);

    memcpy(to, s, n);
    return to + n;
}

/* As put, and no control character gets through: a stored value cannot end a line. */
static char *put_clean(char *to, const char *s)
{
    for (; *s; s++) {
        unsigned char ch = (unsigned char)*s;
        *to++ = (ch < 0x20 && ch != '\t') || ch == 0x7f ? ' ' : (char)ch;
    }
    return to;
}

static char *put_number(char *to, int64_t v)
{
    char digits[24];
    size_t n = 0;

    do {
        digits[n++] = (char)('0' + v % 10);
        v /= 10;
    } while (v);
    while (n)
        *to++ = digits[--n];
    return to;
}

static size_t head_bound(const struct http_response *res)
{
    size_t n = 256;

    for (size_t i = 0; i < res->n_headers; i++)
        n += strlen(res->headers[i].name) + strlen(res->headers[i].value) + 4;
    return n;
}

/* Status line and fields; `length` -1: no Content-Length. */
static char *put_head(char *to, const struct http_exchange *x, int64_t length)
{
    const struct http_response *res = &x->res;

    to = put(to, "HTTP/1.1 ");
    to = put_number(to, res->status);
    *to++ = ' ';
    to = put(to, reason(res->status));
    to = put(to, "\r\nServer: Slipway\r\nDate: ");
    to = put(to, date_now());
    if (length >= 0)
        to = put_number(put(to, "\r\nContent-Length: "), length);
    if (x->close_after)
        to = put(to, "\r\nConnection: close");
    else if (x->head.minor == 0)
        to = put(to, "\r\nConnection: keep-alive");
    for (size_t i = 0; i < res->n_headers; i++) {
        to = put_clean(put(to, "\r\n"), res->headers[i].name);
        to = put_clean(put(to, ": "), res->headers[i].value);
    }
    return put(to, "\r\n\r\n");
}

void http__reply_start(struct http_conn *c)
{
    struct http_exchange *x = c->x;
    struct http_response *res = &x->res;
    bool head_only = x->req.method && str_eq(x->req.method, "HEAD");
    bool bare = res->status < 200 || res->status == 204 || res->status == 304;
    int64_t length = res->fd >= 0 ? res->fd_length : (int64_t)res->body_len;

    if (res->close || !x->head.keep_alive || atomic_load(&c->srv->stopping) ||
        (x->req.stream && !http__stream_ended(x->req.stream)))
        x->close_after = true;
    if (head_only && res->head_length >= 0)
        length = res->head_length;
    x->fd = res->fd;
    x->fd_offset = res->fd_offset;
    if (!head_only && !bare) {
        x->fd_left = res->fd >= 0 ? res->fd_length : 0;
        x->body = res->body;
        x->body_len = res->fd >= 0 ? 0 : res->body_len;
    }
    /* Small bodies follow their head in one write, and in one TLS record. */
    size_t bound = head_bound(res), joined = x->body_len <= 8192 ? x->body_len : 0;
    char *out = arena_alloc(c->arena, bound + joined);
    char *end = put_head(out, x, bare ? -1 : length);
    if (joined) {
        memcpy(end, x->body, joined);
        end += joined;
        x->body_len = 0;
    }
    x->out = out;
    x->out_len = (size_t)(end - out);
    x->after = x->close_after ? CONN_DRAIN : CONN_HEAD;
    x->window = (struct http_window){sys->mono_ms(), 0};
    c->state = CONN_SEND;
    c->blocked = false;
}

void http__reply_refuse(struct http_conn *c, int status, const char *code, const char *message)
{
    struct http_exchange *x = http__conn_exchange(c);
    const struct http_app *app = &c->srv->cfg.app;

    http__reply_init(&x->res);
    x->res.status = status;
    if (app->refuse) {
        app->refuse(app->ctx, x->req.method ? &x->req : NULL, &x->res, code, message);
        x->res.status = status;
    }
    if (!x->res.body_len && !app->refuse) {
        x->res.body = arena_printf(c->arena, "%s: %s\n", code, message);
        x->res.body_len = strlen(x->res.body);
        http_reply_header(&x->res, "Content-Type", "text/plain");
    }
    x->close_after = true;
    atomic_fetch_add_explicit(&c->srv->c_refused, 1, memory_order_relaxed);
    http__reply_start(c);
}

void http__reply_raw(struct http_conn *c, const char *text, enum http_conn_state after)
{
    struct http_exchange *x = http__conn_exchange(c);

    x->out = text;
    x->out_len = strlen(text);
    x->body_len = 0;
    x->after = after;
    x->window = (struct http_window){sys->mono_ms(), 0};
    c->state = CONN_SEND;
    c->blocked = false;
}
