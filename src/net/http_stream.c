/* Bodies that the handler reads from the wire itself, on a stream thread: blocking reads with a
 * minimum rate. Only the time that is spent waiting for the peer counts against it. */
#include "base/sys.h"
#include "net/http_internal.h"
#include <errno.h>
#include <poll.h>
#include <string.h>

void http__stream_init(struct http_conn *c)
{
    struct http_stream *s = &c->x->stream;

    *s = (struct http_stream){.conn = c, .left = c->x->req.content_length};
    s->owes_continue = c->x->head.expect_continue;
    c->x->req.stream = s;
}

bool http__stream_ended(struct http_stream *s)
{
    return s->ended && !s->failed;
}

static int fail(struct http_stream *s, struct err *err, enum err_code code, const char *message)
{
    s->failed = true;
    return err_set(err, code, "%s", message);
}

/* Waits until the peer sent something; judges its rate. */
static int await(struct http_stream *s, struct err *err)
{
    struct http_server *srv = s->conn->srv;
    struct pollfd pfd = {.fd = s->conn->fd, .events = POLLIN};
    int64_t before = sys->mono_ms();
    int64_t left = srv->window_up_ms - s->waited_ms;

    poll(&pfd, 1, left > 0 ? (int)left : 0);
    s->waited_ms += sys->mono_ms() - before;
    if (s->waited_ms < srv->window_up_ms)
        return 0;
    if (s->window_bytes * 1000 < srv->cfg.min_bytes_per_s * srv->window_up_ms)
        return fail(s, err, ERR_TIMEOUT, "the body came in too slowly");
    s->waited_ms = s->window_bytes = 0;
    return 0;
}

/* Receives at least one byte; 0: the peer closed. */
static ssize_t receive(struct http_stream *s, void *p, size_t n, struct err *err)
{
    for (;;) {
        ssize_t got = http__conn_recv(s->conn, p, n);
        if (got > 0) {
            s->window_bytes += got;
            return got;
        }
        if (got == 0 || errno != EAGAIN)
            return fail(s, err, ERR_IO, "the peer closed the connection within the body");
        if (await(s, err) < 0)
            return -1;
    }
}

static void copy_in(struct http_conn *c, void *p, size_t n)
{
    memcpy(p, c->in + c->in_pos, n);
    c->in_pos += n;
}

static ssize_t read_plain(struct http_stream *s, void *p, size_t n, struct err *err)
{
    struct http_conn *c = s->conn;
    size_t have = c->in_len - c->in_pos;

    if ((int64_t)n > s->left)
        n = (size_t)s->left;
    ssize_t got;
    if (have) {
        got = (ssize_t)(have < n ? have : n);
        copy_in(c, p, (size_t)got);
    } else {
        got = receive(s, p, n, err);
        if (got < 0)
            return -1;
    }
    s->left -= got;
    s->ended = s->left == 0;
    return got;
}

/* Refills the connection's buffer; the head in it is not needed any more. */
static int refill(struct http_stream *s, struct err *err)
{
    struct http_conn *c = s->conn;

    c->in_pos = c->in_len = 0;
    if (!c->in_cap) {
        c->in_cap = HTTP_IN_MAX;
        c->in = xmalloc(c->in_cap);
    }
    ssize_t got = receive(s, c->in, c->in_cap, err);
    if (got < 0)
        return -1;
    c->in_len = (size_t)got;
    return 0;
}

static ssize_t read_chunked(struct http_stream *s, char *p, size_t n, struct err *err)
{
    struct http_conn *c = s->conn;

    for (;;) {
        size_t have = c->in_len - c->in_pos, taken, len;
        const char *data;
        uint64_t raw = http_chunked_raw(&s->chunked);
        if (!have && raw) { /* straight into the caller's memory */
            ssize_t got = receive(s, p, raw < n ? (size_t)raw : n, err);
            if (got > 0)
                http_chunked_skip(&s->chunked, (uint64_t)got);
            return got;
        }
        if (!have && refill(s, err) < 0)
            return -1;
        have = c->in_len - c->in_pos;
        /* Data beyond n must stay: the decoder is shown no more than fits, and single bytes of what
         * lies between the chunks. */
        if (!raw)
            have = 1;
        else if (have > n)
            have = n;
        if (http_chunked_next(&s->chunked, c->in + c->in_pos, have, &taken, &data, &len) < 0)
            return fail(s, err, ERR_INVALID, "the chunked body is malformed");
        if (data)
            memcpy(p, data, len);
        c->in_pos += taken;
        if (data)
            return (ssize_t)len;
        if (s->chunked.state == CHUNKED_END) {
            s->ended = true;
            return 0;
        }
    }
}

ssize_t http_stream_read(struct http_stream *s, void *p, size_t n, struct err *err)
{
    static const char go_on[] = "HTTP/1.1 100 Continue\r\n\r\n";

    if (s->failed)
        return err_set(err, ERR_IO, "the body cannot be read any further");
    if (s->ended || !n)
        return 0;
    if (s->owes_continue) {
        s->owes_continue = false;
        if (http__conn_write(s->conn, go_on, sizeof(go_on) - 1) != sizeof(go_on) - 1)
            return fail(s, err, ERR_IO, "the peer closed the connection within the body");
    }
    return s->left >= 0 ? read_plain(s, p, n, err) : read_chunked(s, p, n, err);
}
