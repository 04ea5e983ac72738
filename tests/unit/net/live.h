/* A server on a loopback port with a handler for every kind of reply, and raw sockets to talk to
 * it. For the live tests. */
#pragma once
#include "base/sys.h"
#include "base/text.h"
#include "net/http_internal.h"
#include "net/tls.h"
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

struct live {
    struct http_server *server;
    int port;
    atomic_int handled, admitted, stream_failed;
    atomic_llong stream_bytes;
    atomic_bool flag; /* what parked requests wait for */
    char file[64];    /* a file of 6 MiB */
};

#define LIVE_FILE (6 << 20)
#define LIVE_BIG  (6 << 20)

static inline void live_text(struct http_request *req, struct http_response *res, const char *text)
{
    http_reply_header(res, "Content-Type", "text/plain");
    res->body = arena_strdup(req->arena, text);
    res->body_len = strlen(text);
}

static inline void live_stream(struct live *l, struct http_request *req, struct http_response *res)
{
    char piece[10000];
    int64_t total = 0;
    struct err err;
    ssize_t n;

    while ((n = http_stream_read(req->stream, piece, sizeof(piece), &err)) > 0) {
        total += n;
        atomic_fetch_add(&l->stream_bytes, n);
    }
    if (n < 0) {
        atomic_fetch_add(&l->stream_failed, 1);
        res->status = err.code == ERR_TIMEOUT ? 408 : 400;
    }
    live_text(req, res, arena_printf(req->arena, "%lld", (long long)total));
}

static inline void live_park(struct live *l, struct http_request *req, struct http_response *res)
{
    const char *key = http_param(req, "key"), *ms = http_param(req, "ms");
    uint64_t seen = http_server_news(l->server);
    int64_t until = req->received_mono_ms + strtoll(ms ? ms : "5000", NULL, 10);

    bool room = req->parked || http_server_may_park(l->server);
    if (room && !atomic_load(&l->flag) && sys->mono_ms() < until) {
        res->park = true;
        res->park_key = strtoull(key ? key : "1", NULL, 10);
        res->park_seen = seen;
        res->park_until_mono_ms = until;
        return;
    }
    live_text(req, res,
              arena_printf(req->arena, "%s %d %s",
                           !room                   ? "full"
                           : atomic_load(&l->flag) ? "woken"
                                                   : "due",
                           req->parked, req->body));
}

static inline void live_file(struct live *l, struct http_request *req, struct http_response *res)
{
    const char *from = http_param(req, "from"), *len = http_param(req, "len");

    res->fd = open(l->file, O_RDONLY | O_CLOEXEC);
    res->fd_offset = from ? strtoll(from, NULL, 10) : 0;
    res->fd_length = len ? strtoll(len, NULL, 10) : LIVE_FILE;
}

static inline void live_handle(void *ctx, struct http_request *req, struct http_response *res)
{
    struct live *l = ctx;
    const char *ms;

    atomic_fetch_add(&l->handled, 1);
    if (str_eq(req->path, "/unread")) {
        res->status = 409;
        live_text(req, res, "not read");
    } else if (req->stream) {
        live_stream(l, req, res);
    } else if (str_eq(req->path, "/park")) {
        live_park(l, req, res);
    } else if (str_eq(req->path, "/file")) {
        live_file(l, req, res);
    } else if (str_eq(req->path, "/big")) {
        char *p = arena_alloc(req->arena, LIVE_BIG);
        memset(p, 'b', LIVE_BIG);
        res->body = p;
        res->body_len = LIVE_BIG;
    } else if (str_eq(req->path, "/inject")) {
        http_reply_header(res, "x-amz-meta-a", "a\r\nSet-Cookie: b");
    } else if (str_eq(req->path, "/sleep")) {
        ms = http_param(req, "ms");
        usleep((useconds_t)strtoul(ms ? ms : "0", NULL, 10) * 1000);
        live_text(req, res, "slept");
    } else if (str_eq(req->path, "/none")) {
        res->status = 204;
    } else if (str_eq(req->path, "/head")) {
        res->head_length = 12345;
    } else if (str_eq(req->path, "/close")) {
        res->close = true;
        live_text(req, res, "bye");
    } else {
        live_text(req, res,
                  arena_printf(req->arena, "%s %s %s %s", req->method, req->path,
                               req->tls ? "tls" : "plain", req->body));
    }
}

static inline int live_admit(void *ctx, struct http_request *req, struct http_response *res)
{
    struct live *l = ctx;

    atomic_fetch_add(&l->admitted, 1);
    if (!str_starts(req->path, "/forbidden"))
        return 0;
    res->status = 403;
    live_text(req, res, "forbidden");
    return -1;
}

static inline void live_start(struct live *l, struct http_config *config)
{
    struct err err;

    memset(l, 0, sizeof(*l));
    snprintf(l->file, sizeof(l->file), "/tmp/net-test-%d", (int)getpid());
    char pattern[23 * 1024];
    for (size_t i = 0; i < sizeof(pattern); i++)
        pattern[i] = (char)('a' + i % 23);
    FILE *f = fopen(l->file, "w");
    for (size_t n = 0; n < LIVE_FILE; n += sizeof(pattern))
        fwrite(pattern, 1, sizeof(pattern), f);
    fclose(f);
    if (!config->host)
        config->host = "127.0.0.1";
    config->app = (struct http_app){.ctx = l, .admit = live_admit, .handle = live_handle};
    if (http_server_create(config, &l->server, &err) < 0)
        die("%s", err.msg);
    l->port = http_server_port(l->server);
}

static inline void live_go(struct live *l)
{
    struct err err;

    if (http_server_start(l->server, &err) < 0)
        die("%s", err.msg);
}

static inline void live_end(struct live *l)
{
    http_server_stop(l->server, 500);
    http_server_destroy(l->server);
    unlink(l->file);
}

/* A blocking socket to it that gives up after five seconds. */
static inline int live_dial(int port)
{
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    struct timeval tv = {.tv_sec = 5};
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &tv, sizeof(tv));
    setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &tv, sizeof(tv));
    if (connect(fd, (struct sockaddr *)&at, sizeof(at)) < 0)
        die("connect: %s", strerror(errno));
    return fd;
}

static inline void live_send(int fd, const char *text)
{
    size_t n = strlen(text);

    while (n) {
        ssize_t put = send(fd, text, n, MSG_NOSIGNAL);
        if (put <= 0)
            return;
        text += put;
        n -= (size_t)put;
    }
}

/* One reply: its head and, by Content-Length, its body. Static memory; status 0: the connection
 * ended or nothing came in time. */
struct live_reply {
    int status;
    char head[4096];
    size_t length, got;
    char *body; /* the first 64 KiB of it */
    bool sound; /* of a /file reply: every byte is the right one */
};

static inline struct live_reply live_receive(int fd, bool head_only)
{
    static _Thread_local char body[65536 + 1];
    struct live_reply r = {.body = body, .sound = true};
    size_t n = 0;

    body[0] = '\0';
    while (n < sizeof(r.head) - 1) {
        if (recv(fd, r.head + n, 1, 0) != 1)
            return r;
        r.head[++n] = '\0';
        if (n >= 4 && !memcmp(r.head + n - 4, "\r\n\r\n", 4))
            break;
    }
    r.status = (int)strtol(r.head + 9, NULL, 10);
    const char *length = strstr(r.head, "Content-Length: ");
    r.length = length ? strtoull(length + 16, NULL, 10) : 0;
    while (!head_only && r.got < r.length) {
        char piece[16384];
        size_t want = r.length - r.got < sizeof(piece) ? r.length - r.got : sizeof(piece);
        ssize_t got = recv(fd, piece, want, 0);
        if (got <= 0) {
            r.status = 0;
            return r;
        }
        for (ssize_t i = 0; i < got; i++, r.got++) {
            r.sound = r.sound && piece[i] == (char)('a' + r.got % 23);
            if (r.got < 65536)
                body[r.got] = piece[i];
        }
    }
    body[r.got < 65536 ? r.got : 65536] = '\0';
    return r;
}

static inline struct live_reply live_ask(int fd, const char *request)
{
    live_send(fd, request);
    return live_receive(fd, !strncmp(request, "HEAD", 4));
}

/* True when the other side has closed. */
static inline bool live_closed(int fd)
{
    char c;
    return recv(fd, &c, 1, 0) <= 0 && errno != EAGAIN;
}
