/* Tunnels: bytes between a client and the host that it named in CONNECT, moved by the loop.
 *
 * Each direction holds at most one read's worth of bytes, and only while the receiver is full. An
 * end of one side is passed on; the tunnel ends when both have ended. */
#include "base/sys.h"
#include "net/http_internal.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define PIECE 32768
#define TURNS 16

struct lane {
    char *held; /* read, not sent yet; NULL: none */
    size_t at, len;
    bool ended;  /* no more comes in */
    bool passed; /* and that has been passed on */
};

struct http_side {
    enum http_source source; /* first: epoll's pointer is read as this */
    struct http_conn *conn;
    int fd;
    bool watched;
    struct lane up, down;
};

struct http_side *http__tunnel_create(struct http_conn *c, int fd)
{
    struct http_side *t = xcalloc(1, sizeof(*t));

    t->source = SOURCE_UPSTREAM;
    t->conn = c;
    t->fd = fd;
    return t;
}

void http__tunnel_free(struct http_conn *c)
{
    struct http_side *t = c->tunnel;

    if (!t)
        return;
    close(t->fd);
    free(t->up.held);
    free(t->down.held);
    free(t);
    c->tunnel = NULL;
}

struct http_conn *http__tunnel_conn(void *source)
{
    return ((struct http_side *)source)->conn;
}

/* `up` is from the client to the far side. */
static ssize_t receive(struct http_side *t, bool up, void *p, size_t n)
{
    return up ? http__conn_recv(t->conn, p, n) : recv(t->fd, p, n, 0);
}

static ssize_t transmit(struct http_side *t, bool up, const void *p, size_t n)
{
    return up ? send(t->fd, p, n, MSG_NOSIGNAL) : http__conn_write(t->conn, p, n);
}

static void hold(struct lane *l, const char *p, size_t n)
{
    l->held = xmalloc(n);
    memcpy(l->held, p, n);
    l->at = 0;
    l->len = n;
}

/* Sends what is held; false: the receiver is full or gone (errno). */
static bool flush(struct http_side *t, struct lane *l, bool up)
{
    while (l->at < l->len) {
        ssize_t n = transmit(t, up, l->held + l->at, l->len - l->at);
        if (n < 0)
            return false;
        l->at += (size_t)n;
    }
    free(l->held);
    l->held = NULL;
    l->at = l->len = 0;
    return true;
}

/* Moves what can be moved; -1: one side is gone. */
static int pump(struct http_side *t, struct lane *l, bool up)
{
    char piece[PIECE];
    int turns = t->conn->ssl ? 4096 : TURNS; /* what TLS holds already raises no event */

    if (l->held && !flush(t, l, up))
        return errno == EAGAIN ? 0 : -1;
    while (!l->ended && turns-- > 0) {
        ssize_t n = receive(t, up, piece, sizeof(piece));
        if (n < 0)
            return errno == EAGAIN || errno == EINTR ? 0 : -1;
        if (n == 0) {
            l->ended = true;
            break;
        }
        ssize_t put = transmit(t, up, piece, (size_t)n);
        if (put < 0 && errno != EAGAIN)
            return -1;
        put = put < 0 ? 0 : put;
        if (put < n)
            hold(l, piece + put, (size_t)(n - put));
        if (l->held && !flush(t, l, up))
            return errno == EAGAIN ? 0 : -1;
    }
    if (l->ended && !l->passed) {
        l->passed = true;
        shutdown(up ? t->fd : t->conn->fd, SHUT_WR);
    }
    return 0;
}

static uint32_t wants(const struct lane *in, const struct lane *out)
{
    return (!in->ended && !in->held ? (uint32_t)EPOLLIN : 0) | (out->held ? (uint32_t)EPOLLOUT : 0);
}

static int watch(struct http_side *t)
{
    struct http_conn *c = t->conn;
    struct epoll_event near = {.events = wants(&t->up, &t->down) | EPOLLONESHOT, .data.ptr = c};
    struct epoll_event far = {.events = wants(&t->down, &t->up) | EPOLLONESHOT, .data.ptr = t};

    if (epoll_ctl(c->srv->epoll_fd, EPOLL_CTL_MOD, c->fd, &near) < 0 ||
        epoll_ctl(c->srv->epoll_fd, t->watched ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, t->fd, &far) < 0)
        return -1;
    t->watched = true;
    c->armed = near.events & ~(uint32_t)EPOLLONESHOT;
    return 0;
}

int http__tunnel_event(struct http_conn *c)
{
    struct http_side *t = c->tunnel;

    if (pump(t, &t->up, true) < 0 || pump(t, &t->down, false) < 0)
        return -1;
    if (t->up.passed && t->down.passed)
        return -1;
    return watch(t);
}

int http__tunnel_start(struct http_conn *c)
{
    struct http_side *t = c->tunnel;
    int one = 1;

    setsockopt(c->fd, SOL_SOCKET, SO_KEEPALIVE, &one, sizeof(one));
    if (c->in_len)
        hold(&t->up, c->in, c->in_len);
    free(c->in);
    c->in = NULL;
    c->in_len = c->in_cap = 0;
    arena_destroy(c->arena);
    c->arena = NULL;
    http__timer_set(c, INT64_MAX);
    return http__tunnel_event(c);
}
