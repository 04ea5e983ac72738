/* What the files of the HTTP server share. Not for other folders.
 *
 * A connection belongs to one thread at a time: to the loop (http_server.c) while it waits, to a
 * worker or stream thread while a request runs. It is handed over through queues only; the loop
 * alone makes and frees connections. The life of one:
 *
 *     HEAD ─► BODY ─► READY ─► SEND ─► HEAD …      buffered requests
 *       │              ▲ ╰► PARKED ─► RESUME ─╮    long polls
 *       │              ╰──────────────────────╯
 *       ├─► STREAM ─► SEND                         bodies that are read by the handler
 *       ├─► HANDSHAKE ─► HEAD                      first byte 0x16
 *       ├─► CONNECT ─► TUNNEL                      or, for names that end here, HEAD again
 *       ╰─► SEND ─► DRAIN ─► CLOSE                 refusals while the peer still sends  */
#pragma once
#include "net/http.h"
#include "net/http_chunked.h"
#include "net/http_parse.h"
#include <pthread.h>
#include <stdatomic.h>

struct ssl_st;
struct http_conn;

#define HTTP_IN_MAX       (HTTP_HEAD_MAX + 2)
#define HTTP_ARENA_BUDGET (64u << 20)

enum http_conn_state {
    CONN_HEAD,
    CONN_BODY,
    CONN_READY,
    CONN_STREAM,
    CONN_HANDSHAKE,
    CONN_CONNECT,
    CONN_SEND,
    CONN_PARKED,
    CONN_RESUME,
    CONN_TUNNEL,
    CONN_DRAIN,
    CONN_CLOSE,
};

/* What epoll points to: a connection, or the far side of its tunnel. */
enum http_source { SOURCE_LISTENER, SOURCE_WAKE, SOURCE_CONN, SOURCE_UPSTREAM };

/* How much came or went since `start_ms`: what the minimum rate is judged by. */
struct http_window {
    int64_t start_ms, bytes;
};

struct http_stream {
    struct http_conn *conn;
    int64_t left; /* of Content-Length; -1: chunked */
    struct http_chunked chunked;
    bool owes_continue; /* "100 Continue" is still to be sent */
    bool ended, failed;
    int64_t waited_ms, window_bytes;
};

/* One request and its reply; lives in the request's arena. */
struct http_exchange {
    struct http_head head;
    struct http_request req;
    struct http_response res;
    struct http_stream stream;
    size_t body_got;
    struct http_window window;
    /* What is still to be sent: head, then body or file. */
    const char *out, *body;
    size_t out_len, body_len;
    int fd;
    int64_t fd_offset, fd_left;
    bool close_after;
    enum http_conn_state after; /* HEAD, DRAIN or CLOSE once all is sent */
};

/* What is kept of a parked request. */
struct http_kept {
    size_t head_len, body_len;
    int times;
    int64_t received_ms, received_mono_ms;
    uint64_t key, seen;
    int64_t until_ms;
    char bytes[]; /* head, body, NUL */
};

struct http_side;

struct http_conn {
    enum http_source source; /* first: epoll's pointer is read as this */
    int fd;
    struct http_server *srv;
    enum http_conn_state state;
    struct ssl_st *ssl;
    char *tls_name; /* of CONNECT: what the certificate must say when the client does not */
    bool sniffed;   /* TLS or not is known */
    bool tls;
    bool tls_wants_write;
    bool blocked;   /* the socket has no more, or takes no more, for now */
    bool away;      /* with a worker; the loop's own note */
    bool shut;      /* DRAIN: the write side is shut */
    uint32_t armed; /* events that epoll knows */
    /* Input: in[0, in_pos) is used (the head stays there while its request runs). */
    char *in;
    size_t in_len, in_cap, in_pos, scan;
    size_t head_len;
    int64_t head_deadline_ms; /* 0: no byte of it yet */
    int64_t deadline_ms;      /* the loop's */
    size_t heap_at;           /* SIZE_MAX: not in the heap */
    struct arena *arena;
    struct http_exchange *x; /* in the arena; NULL between requests */
    struct http_kept *kept;
    struct http_conn *park_next, **park_link;
    struct http_side *tunnel;
    struct http_conn *next; /* in a queue */
    struct http_conn *all_next, **all_link;
    char id[37];
    char peer[46];
};

/* A queue of connections and the threads that serve it, started on demand. */
struct http_pool {
    struct http_server *srv;
    const char *name;
    bool streams;
    pthread_mutex_t mutex;
    pthread_cond_t work, ended;
    struct http_conn *first, **last;
    int queued, threads, idle, signalled, max_threads, keep_idle;
    int busy_aim;           /* so many at work are enough while handlers are quick */
    atomic_llong *began_us; /* a place for each thread */
    bool closing;
    atomic_int waiting; /* = queued, read without the mutex */
    atomic_int lingering;
};

struct http_timer {
    int64_t at_ms;
    struct http_conn *conn;
};

struct http_timers {
    struct http_timer *heap;
    size_t n, cap;
};

#define HTTP_PARK_SLOTS 1024
#define HTTP_WOKEN_MAX  1024

struct http_park {
    pthread_mutex_t mutex;
    uint64_t news;
    uint64_t slot_news[HTTP_PARK_SLOTS];
    uint32_t slot_count[HTTP_PARK_SLOTS];
    /* Keys that were woken; past the bound all are. */
    uint64_t woken[HTTP_WOKEN_MAX];
    size_t n_woken;
    bool all_woken;
    struct http_conn **slots; /* the loop's alone; made at the first parking */
    atomic_llong n;
};

struct http_server {
    struct http_config cfg;
    char *host, *connect_suffix, *upstream_proxy;
    enum http_source listener_source, wake_source;
    int listen_fd, epoll_fd, wake_fd, port;
    int64_t window_up_ms, window_down_ms, drain_ms, linger_ms, connect_ms;
    pthread_t thread;
    bool started;
    atomic_bool stopping;
    int64_t stop_by_ms;
    struct http_conn *all, *dead;
    int64_t n_conns;
    int64_t accept_again_ms; /* after EMFILE; 0: accepting */
    struct http_timers timers;
    struct http_pool workers, streams;
    struct http_park park;
    pthread_mutex_t back_mutex; /* connections that threads hand back */
    struct http_conn *back, **back_last;
    atomic_llong c_connections, c_requests, c_refused;
};

/* http_conn.c: reading. */
struct http_conn *http__conn_create(struct http_server *srv, int fd, const char *peer);
void http__conn_free(struct http_conn *c); /* the loop, once nobody else knows it */
/* Reads and goes on as far as it can without blocking; the new state is in c->state. */
void http__conn_read(struct http_conn *c);
/* Worker: a parked request runs again, out of c->kept; the state becomes READY or SEND. */
void http__conn_revive(struct http_conn *c);
/* Takes the exchange away and makes room for the next. */
void http__conn_finish(struct http_conn *c);
struct http_exchange *http__conn_exchange(struct http_conn *c);
/* recv and send on the plain socket or TLS: bytes, 0 at the end, -1 and errno. */
ssize_t http__conn_recv(struct http_conn *c, void *p, size_t n);
ssize_t http__conn_write(struct http_conn *c, const void *p, size_t n);
/* Grows and refills `in` behind in_len: bytes, 0 at the end or when it is full, -1 and errno. */
ssize_t http__conn_fill(struct http_conn *c);
void http__uuid(char ret[37]);
void http__run_deferred(struct http_request *req);

/* http_reply.c: making replies. */
void http__reply_init(struct http_response *res);
/* Turns x->res into what is to be sent; the state becomes SEND. */
void http__reply_start(struct http_conn *c);
/* A fault that the server found itself. Always closes afterwards. */
void http__reply_refuse(struct http_conn *c, int status, const char *code, const char *message);
/* Bytes as they are (interim and CONNECT replies). */
void http__reply_raw(struct http_conn *c, const char *text, enum http_conn_state after);

/* http_send.c: sends until done (state as x->after says), until the socket is full (state SEND,
 * c->blocked) or until about `budget` bytes went (state SEND). */
void http__send(struct http_conn *c, int64_t budget);
bool http__send_heavy(const struct http_conn *c); /* work that the loop leaves to workers */

/* http_stream.c */
void http__stream_init(struct http_conn *c);
bool http__stream_ended(struct http_stream *s);

/* http_worker.c */
void http__pool_init(struct http_pool *p, struct http_server *srv, const char *name, bool streams,
                     int max_threads, int keep_idle);
/* 0, or -1 when every thread is busy and `bounded`. */
int http__pool_push(struct http_pool *p, struct http_conn *c, bool bounded);
void http__pool_close(struct http_pool *p); /* waits until no thread is left */
/* The loop, while connections queue: wakes more threads when the busy ones are slow. */
void http__pool_kick(struct http_pool *p);
void http__worker_serve(struct http_pool *p, struct http_conn *c, atomic_llong *began);

/* http_server.c */
void http__give_back(struct http_conn *c); /* any thread: to the loop */
void http__poke(struct http_server *srv);
void http__conn_resume(struct http_conn *c); /* the loop: a parked one runs again */
void http__conn_watch(struct http_conn *c);  /* the loop: goes on with whatever the state asks */

/* http_listen.c */
void http__accept(struct http_server *srv);
void http__accept_again(struct http_server *srv, int64_t now_ms);

/* http_park.c: the loop's side. */
bool http__park_add(struct http_conn *c); /* false: there are news already, run it again */
void http__park_remove(struct http_conn *c);
void http__park_run_woken(struct http_server *srv);
void http__park_keep(struct http_conn *c); /* worker: makes c->kept out of the exchange */

/* http_timer.c */
void http__timer_set(struct http_conn *c, int64_t at_ms);
void http__timer_remove(struct http_conn *c);
/* A connection whose deadline has passed, taken out; NULL: none. */
struct http_conn *http__timer_due(struct http_server *srv, int64_t now_ms);
int64_t http__timer_next(const struct http_server *srv); /* INT64_MAX: none */

/* http_connect.c */
/* "host:port", "[v6]:port" into its parts; false: no port. */
bool http__split_authority(struct arena *a, const char *authority, char **ret_host,
                           char **ret_port);
void http__connect_begin(struct http_conn *c); /* after the head of a CONNECT */
void http__connect_run(struct http_conn *c);   /* stream thread: resolve, connect, answer */

/* http_tunnel.c: the loop. */
struct http_side *http__tunnel_create(struct http_conn *c, int fd);
void http__tunnel_free(struct http_conn *c);
int http__tunnel_start(struct http_conn *c); /* 0, or -1: close it */
int http__tunnel_event(struct http_conn *c);
struct http_conn *http__tunnel_conn(void *source);
