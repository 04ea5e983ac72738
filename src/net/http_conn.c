/* Reading requests from a connection: bytes, then a head, then a buffered body.
 *
 * The same code runs on the loop thread (connections that waited) and on workers (the next request
 * right behind a reply); it never blocks. What it decides is left in c->state. */
#include "base/err.h"
#include "base/log.h"
#include "base/sys.h"
#include "base/text.h"
#include "net/http_internal.h"
#include "net/tls_internal.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct http_conn *http__conn_create(struct http_server *srv, int fd, const char *peer)
{
    struct http_conn *c = xcalloc(1, sizeof(*c));

    c->source = SOURCE_CONN;
    c->fd = fd;
    c->srv = srv;
    c->state = CONN_HEAD;
    c->blocked = true;
    c->heap_at = SIZE_MAX;
    snprintf(c->peer, sizeof(c->peer), "%s", peer);
    return c;
}

void http__conn_free(struct http_conn *c)
{
    if (c->x && c->x->fd >= 0)
        close(c->x->fd);
    if (c->ssl)
        tls__free(c->ssl);
    if (c->fd >= 0)
        close(c->fd);
    http__tunnel_free(c);
    arena_destroy(c->arena);
    free(c->tls_name);
    free(c->kept);
    free(c->in);
    free(c);
}

/* Random (version 4) UUIDs; randomness is fetched for sixteen at a time. */
void http__uuid(char ret[37])
{
    static _Thread_local uint8_t pool[256];
    static _Thread_local size_t left;
    static const char digits[] = "0123456789abcdef";

    if (!left) {
        if (sys->random(pool, sizeof(pool)) < 0)
            die("no randomness: %s", strerror(errno));
        left = sizeof(pool);
    }
    uint8_t *b = pool + sizeof(pool) - left;
    left -= 16;
    b[6] = (uint8_t)((b[6] & 0x0f) | 0x40);
    b[8] = (uint8_t)((b[8] & 0x3f) | 0x80);
    for (int i = 0; i < 16; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            *ret++ = '-';
        *ret++ = digits[b[i] >> 4];
        *ret++ = digits[b[i] & 15];
    }
    *ret = '\0';
}

ssize_t http__conn_recv(struct http_conn *c, void *p, size_t n)
{
    ssize_t got;

    if (c->ssl)
        return tls__read(c->ssl, p, n);
    do {
        got = recv(c->fd, p, n, 0);
    } while (got < 0 && errno == EINTR);
    return got;
}

ssize_t http__conn_write(struct http_conn *c, const void *p, size_t n)
{
    ssize_t put;

    if (c->ssl)
        return tls__write(c->ssl, p, n);
    do {
        put = send(c->fd, p, n, MSG_NOSIGNAL);
    } while (put < 0 && errno == EINTR);
    return put;
}

ssize_t http__conn_fill(struct http_conn *c)
{
    if (c->in_len == c->in_cap) {
        if (c->in_cap >= HTTP_IN_MAX)
            return 0;
        c->in_cap = c->in_cap ? HTTP_IN_MAX : 4096;
        c->in = xrealloc(c->in, c->in_cap);
    }
    ssize_t n = http__conn_recv(c, c->in + c->in_len, c->in_cap - c->in_len);
    if (n > 0)
        c->in_len += (size_t)n;
    return n;
}

struct http_exchange *http__conn_exchange(struct http_conn *c)
{
    if (!c->arena)
        c->arena = arena_create(HTTP_ARENA_BUDGET);
    if (!c->x) {
        c->x = arena_zalloc(c->arena, sizeof(*c->x));
        c->x->fd = -1;
        c->x->out = c->x->body = "";
        http__reply_init(&c->x->res);
        if (!c->id[0])
            http__uuid(c->id);
    }
    return c->x;
}

void http__conn_finish(struct http_conn *c)
{
    if (c->x && c->x->fd >= 0)
        close(c->x->fd);
    c->x = NULL;
    c->id[0] = '\0';
    free(c->kept);
    c->kept = NULL;
    if (c->arena)
        arena_reset(c->arena);
    if (c->in_pos) {
        memmove(c->in, c->in + c->in_pos, c->in_len - c->in_pos);
        c->in_len -= c->in_pos;
        c->in_pos = 0;
    }
    c->scan = 0;
    c->head_len = 0;
    c->head_deadline_ms = c->in_len ? sys->mono_ms() + c->srv->cfg.head_timeout_ms : 0;
}

static bool admitted(struct http_conn *c)
{
    const struct http_app *app = &c->srv->cfg.app;

    if (!app->admit)
        return true;
    log_set_request(c->id);
    int rc = app->admit(app->ctx, &c->x->req, &c->x->res);
    log_set_request(NULL);
    return rc == 0;
}

/* A request is there and its head is sound: fills x->req and asks the application. */
static bool open_request(struct http_conn *c, const char *head, size_t n,
                         const struct http_kept *kept)
{
    struct http_exchange *x = http__conn_exchange(c);
    struct http_request *r = &x->req;
    struct http_fault f;

    if (http_parse_head(c->arena, head, n, &x->head, &f) < 0) {
        http__reply_refuse(c, f.status, f.code, f.message);
        return false;
    }
    r->arena = c->arena;
    r->id = c->id;
    r->method = x->head.method;
    r->target = x->head.target;
    r->path = x->head.path;
    r->query = x->head.query;
    r->host = x->head.host;
    r->headers = x->head.headers;
    r->n_headers = x->head.n_headers;
    r->content_length = x->head.chunked ? -1 : x->head.content_length;
    if (!x->head.chunked && r->content_length < 0)
        r->content_length = 0;
    r->body = "";
    r->peer = c->peer;
    r->tls = c->tls;
    r->parked = kept ? kept->times : 0;
    r->received_ms = kept ? kept->received_ms : sys->wall_ms();
    r->received_mono_ms = kept ? kept->received_mono_ms : sys->mono_ms();
    if (x->head.connect) {
        http__connect_begin(c);
        return false;
    }
    if (admitted(c))
        return true;
    atomic_fetch_add_explicit(&c->srv->c_refused, 1, memory_order_relaxed);
    /* A body that is here already is skipped; one that is not costs the connection, and so does a
     * client that waits (see say_continue). */
    if (!kept && r->content_length >= 0 && !x->head.expect_continue &&
        c->in_len - c->in_pos >= (size_t)r->content_length)
        c->in_pos += (size_t)r->content_length;
    else if (!kept)
        x->close_after = true;
    http__reply_start(c);
    return false;
}

/* Said even where the body is here already or empty, and a client that got another answer instead
 * loses its connection: botocore (1.29 for one) takes the status line of such an answer for that of
 * the next one on the same connection. RFC 9110, 10.1.1, permits to leave it out. */
static void say_continue(struct http_conn *c)
{
    static const char go_on[] = "HTTP/1.1 100 Continue\r\n\r\n";

    if (c->x->head.expect_continue &&
        http__conn_write(c, go_on, sizeof(go_on) - 1) != sizeof(go_on) - 1)
        c->state = CONN_CLOSE;
}

static void begin_body(struct http_conn *c)
{
    struct http_exchange *x = c->x;
    size_t have = c->in_len - c->in_pos;
    int64_t length = x->req.content_length;

    if (length < 0 || length > HTTP_BUFFERED) {
        http__stream_init(c);
        c->state = CONN_STREAM;
        return;
    }
    c->state = CONN_READY;
    if (!length) {
        say_continue(c);
        return;
    }
    char *body = arena_alloc(c->arena, (size_t)length + 1);
    body[length] = '\0';
    x->req.body = body;
    x->req.body_len = (size_t)length;
    x->body_got = have < (size_t)length ? have : (size_t)length;
    memcpy(body, c->in + c->in_pos, x->body_got);
    c->in_pos += x->body_got;
    if (x->body_got < (size_t)length) {
        c->state = CONN_BODY;
        x->window.start_ms = x->req.received_mono_ms;
    }
    say_continue(c);
}

/* The first byte says whether TLS is spoken. False: not known yet, or no plain request follows. */
static bool sniff(struct http_conn *c)
{
    unsigned char first;

    if (c->in_len) {
        first = (unsigned char)c->in[0];
    } else {
        ssize_t n = recv(c->fd, &first, 1, MSG_PEEK);
        if (n <= 0) {
            c->blocked = n < 0 && (errno == EAGAIN || errno == EINTR);
            c->state = c->blocked ? CONN_HEAD : CONN_CLOSE;
            return false;
        }
    }
    c->sniffed = true;
    if (first != 0x16) {
        if (!c->srv->cfg.tls_only)
            return true;
        http__reply_refuse(c, 400, "BadRequest", "This port speaks TLS only: use https.");
        return false;
    }
    c->head_deadline_ms = sys->mono_ms() + c->srv->cfg.head_timeout_ms;
    c->blocked = false;
    c->state = c->srv->cfg.tls ? CONN_HANDSHAKE : CONN_CLOSE;
    return false;
}

static void read_head(struct http_conn *c)
{
    if (!c->sniffed && !sniff(c))
        return;
    size_t end = c->in_len ? http_head_end(c->in, c->in_len, &c->scan) : 0;
    if (end || c->in_len >= HTTP_IN_MAX) {
        if (!end)
            end = c->in_len; /* too long: the parser says so */
        c->head_len = c->in_pos = end;
        c->head_deadline_ms = 0;
        atomic_fetch_add_explicit(&c->srv->c_requests, 1, memory_order_relaxed);
        if (end > HTTP_HEAD_MAX) {
            http__reply_refuse(
                c, 431, "RequestHeaderSectionTooLarge",
                "Your request header section exceeds the maximum allowed size of 16 KiB.");
            return;
        }
        if (open_request(c, c->in, end, NULL))
            begin_body(c);
        return;
    }
    ssize_t n = http__conn_fill(c);
    if (n > 0) {
        if (!c->head_deadline_ms)
            c->head_deadline_ms = sys->mono_ms() + c->srv->cfg.head_timeout_ms;
        return;
    }
    c->blocked = n < 0 && errno == EAGAIN;
    if (!c->blocked)
        c->state = CONN_CLOSE;
}

static void read_body(struct http_conn *c)
{
    struct http_exchange *x = c->x;
    char *body = (char *)x->req.body;
    ssize_t n = http__conn_recv(c, body + x->body_got, x->req.body_len - x->body_got);

    if (n > 0) {
        x->body_got += (size_t)n;
        x->window.bytes += n;
        if (x->body_got == x->req.body_len)
            c->state = CONN_READY;
        return;
    }
    c->blocked = n < 0 && errno == EAGAIN;
    if (!c->blocked)
        c->state = CONN_CLOSE;
}

void http__conn_read(struct http_conn *c)
{
    c->blocked = false;
    while (!c->blocked) {
        if (c->state == CONN_HEAD)
            read_head(c);
        else if (c->state == CONN_BODY)
            read_body(c);
        else
            return;
    }
}

void http__conn_revive(struct http_conn *c)
{
    struct http_kept *k = c->kept;

    if (!open_request(c, k->bytes, k->head_len, k))
        return;
    c->x->req.body = k->bytes + k->head_len;
    c->x->req.body_len = k->body_len;
    c->state = CONN_READY;
}

struct http_deferred {
    void (*fn)(void *arg);
    void *arg;
    struct http_deferred *next;
};

void http_defer(struct http_request *req, void (*fn)(void *arg), void *arg)
{
    struct http_deferred *d = arena_alloc(req->arena, sizeof(*d));

    *d = (struct http_deferred){fn, arg, req->deferred};
    req->deferred = d;
}

void http__run_deferred(struct http_request *req)
{
    struct http_deferred *d = req->deferred;

    req->deferred = NULL;
    for (; d; d = d->next)
        d->fn(d->arg);
}

const char *http_header(const struct http_request *req, const char *name)
{
    return http__find_header(req->arena, req->headers, req->n_headers, name);
}

const char *http_param(const struct http_request *req, const char *name)
{
    const char *s = req->query;
    struct err err;

    while (*s) {
        size_t n = strcspn(s, "&"), name_len = strcspn(s, "=&"), len;
        char *text;
        if (name_len <= n && uri_unescape(req->arena, s, name_len, true, &text, &len, &err) == 0 &&
            len == strlen(name) && !memcmp(text, name, len)) {
            if (name_len == n)
                return "";
            if (uri_unescape(req->arena, s + name_len + 1, n - name_len - 1, true, &text, &len,
                             &err) < 0)
                return NULL;
            return text;
        }
        s += n + (s[n] == '&');
    }
    return NULL;
}
