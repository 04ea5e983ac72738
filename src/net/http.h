/* HTTP/1.1 as the layers above see it: requests, replies and the server.
 *
 * One loop thread owns every idle, half-sent or parked connection. A request whose head is complete
 * and whose body is at most HTTP_BUFFERED bytes goes to a worker thread, which calls `handle`
 * with the body in memory. Larger bodies (and those of unknown length) are read by the handler from
 * `req->stream` on a thread of its own; past the limit of those the server answers 503 SlowDown.
 * Before a body is read (and before "100 Continue" is sent) `admit` may refuse the request. */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include <stdint.h>
#include <sys/types.h>

#define HTTP_HEAD_MAX          (16 * 1024)
#define HTTP_HEADERS_MAX       64
#define HTTP_BUFFERED          (1024 * 1024)
#define HTTP_REPLY_HEADERS_MAX 96 /* a stored object may bring as many as a request can */

struct http_header {
    const char *name; /* lower case */
    const char *value;
};

struct http_stream; /* a body that is still on the wire */

struct http_request {
    struct arena *arena; /* lives until the reply is sent */
    const char *id;      /* the request id: a UUID */
    const char *method, *target;
    const char *path;  /* of the target, still escaped, begins with '/' */
    const char *query; /* behind '?', still escaped; "" when none */
    const char *host;
    struct http_header *headers;
    size_t n_headers;
    int64_t content_length; /* -1 when the body is chunked */
    const char *body;       /* buffered; "" when streamed or none */
    size_t body_len;
    struct http_stream *stream; /* NULL when buffered */
    const char *peer;           /* "127.0.0.1" */
    bool tls;                   /* came over TLS (or through CONNECT, which ends in TLS here) */
    void *user;                 /* admit may leave something for handle */
    int parked;                 /* how often this request was parked before */
    /* When the head was complete; the same after parking. Signatures are judged by the first,
     * long polls count from the second. */
    int64_t received_ms, received_mono_ms;
    struct http_deferred *deferred;
};

/* Calls fn(arg) when `handle` has returned: for what the arena cannot free. */
void http_defer(struct http_request *req, void (*fn)(void *arg), void *arg);

/* The value, or NULL; several fields of one name are joined by ", ". */
const char *http_header(const struct http_request *req, const char *name);
/* Unescaped query parameter, or NULL; "" when there is no '='. */
const char *http_param(const struct http_request *req, const char *name);

/* Reads the next bytes of a streamed body (transfer coding removed): > 0, 0 at the end, -1. Blocks;
 * a peer below the minimum rate gives ERR_TIMEOUT, a closed connection ERR_IO. */
ssize_t http_stream_read(struct http_stream *s, void *p, size_t n, struct err *err);

struct http_response {
    int status; /* 200 unless set */
    struct http_header headers[HTTP_REPLY_HEADERS_MAX];
    size_t n_headers;
    /* The body: bytes in the request's arena, or a range of a file (the server closes fd). */
    const char *body;
    size_t body_len;
    int fd; /* -1: none */
    int64_t fd_offset, fd_length;
    int64_t head_length; /* HEAD only: the Content-Length to announce; -1: body_len */
    bool close;          /* close the connection after this reply */
    /* Park: keep the request without a thread; `handle` is called again when park_key is woken or
     * at the deadline. Only head and body are kept: the arena is new then, and `admit` is called
     * again before `handle`. A streamed request cannot be parked. */
    bool park;
    uint64_t park_key;
    uint64_t park_seen; /* http_server_news() from before the handler looked at the state */
    int64_t park_until_mono_ms;
};

/* Name and value must live as long as the request's arena. Content-Length, Date, Connection and
 * Server are the server's. */
void http_reply_header(struct http_response *res, const char *name, const char *value);

struct http_server;

struct http_app {
    void *ctx;
    /* After the head, before the body; on the loop thread or a worker: microseconds, nothing that
     * blocks. 0: go on; -1: `res` holds the refusal. May be NULL. */
    int (*admit)(void *ctx, struct http_request *req, struct http_response *res);
    /* On a worker or stream thread. */
    void (*handle)(void *ctx, struct http_request *req, struct http_response *res);
    /* A body of its own form for errors that the server itself finds (400, 408, 413, 431, 501,
     * 503): fills body and Content-Type of `res`. May be NULL: text/plain. */
    void (*refuse)(void *ctx, struct http_request *req_or_null, struct http_response *res,
                   const char *code, const char *message);
};

struct http_config {
    const char *host;                         /* "127.0.0.1", "::1", "0.0.0.0" */
    int port;                                 /* 0: any free one */
    int workers;                              /* 0: default (64 at most, started on demand) */
    int streams;                              /* 0: default 128 */
    int64_t head_timeout_ms, idle_timeout_ms; /* 0: defaults 10 s, 120 s */
    int64_t min_bytes_per_s;                  /* 0: default 1,024, judged over 10 s */
    int max_connections;                      /* 0: from the descriptor limit */
    struct tls_context *tls; /* TLS is accepted on the same port (first byte 0x16); NULL: no TLS */
    bool tls_only;           /* plain text is refused: the rule for other than loopback addresses */
    /* CONNECT to a name that ends in `connect_suffix` ends here, in TLS with a certificate for that
     * name; to all else the bytes are tunnelled (through `upstream_proxy`, "host:port", if set).
     * connect_suffix NULL: CONNECT answers 405. */
    const char *connect_suffix;
    const char *upstream_proxy;
    struct http_app app;
};

/* Binds and listens; ERR_BUSY names the port when it is taken. Serving begins with
 * http_server_start and ends with http_server_stop (which lets running handlers finish for at most
 * grace_ms, then closes). */
int http_server_create(const struct http_config *config, struct http_server **ret, struct err *err);
int http_server_port(const struct http_server *s);
int http_server_start(struct http_server *s, struct err *err);
void http_server_stop(struct http_server *s, int64_t grace_ms);
void http_server_destroy(struct http_server *s);
/* Runs the parked requests of this key again. Any thread; cheap when none is parked. To lose no
 * news a handler reads http_server_news() before it looks at the state and parks with the value in
 * res->park_seen; a wake since then runs it again at once. What is parked must not keep others out:
 * past seven eighths of the connections there may be, handlers answer instead. */
void http_server_wake(struct http_server *s, uint64_t key);
uint64_t http_server_news(struct http_server *s);
bool http_server_may_park(struct http_server *s);

/* Counters for `slipway ps` and the tests. */
struct http_counts {
    int64_t connections, requests, parked, refused;
};
void http_server_counts(struct http_server *s, struct http_counts *ret);
