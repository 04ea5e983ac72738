/* Making a server and accepting its connections. */
#include "base/log.h"
#include "base/sys.h"
#include "base/text.h"
#include "net/http_internal.h"
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#define UNSENT_MAX (256 * 1024) /* of the kernel's memory for a reply that is not fetched */

/* As many descriptors as the system lets us have; gives the limit. */
static int64_t raise_descriptor_limit(void)
{
    struct rlimit rl;

    if (getrlimit(RLIMIT_NOFILE, &rl) < 0)
        return 1024;
    if (rl.rlim_cur < rl.rlim_max) {
        struct rlimit more = {rl.rlim_max, rl.rlim_max};
        if (setrlimit(RLIMIT_NOFILE, &more) == 0)
            rl = more;
    }
    return rl.rlim_cur > 1 << 20 ? 1 << 20 : (int64_t)rl.rlim_cur;
}

static int bind_to(struct http_server *s, const struct addrinfo *ai, struct err *err)
{
    struct sockaddr_storage at;
    socklen_t len = sizeof(at);
    int one = 1, port = s->cfg.port;

    s->listen_fd = socket(ai->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (s->listen_fd < 0)
        return err_errno(err, errno, "listen on %s: socket", s->host);
    setsockopt(s->listen_fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof(one));
    if (bind(s->listen_fd, ai->ai_addr, ai->ai_addrlen) < 0 || listen(s->listen_fd, 4096) < 0) {
        if (errno == EADDRINUSE)
            return err_set(err, ERR_BUSY,
                           "listen on %s port %d: another program listens there already", s->host,
                           port);
        return err_errno(err, errno, "listen on %s port %d", s->host, port);
    }
    if (getsockname(s->listen_fd, (struct sockaddr *)&at, &len) < 0)
        return err_errno(err, errno, "listen on %s: getsockname", s->host);
    s->port = ntohs(at.ss_family == AF_INET6 ? ((struct sockaddr_in6 *)&at)->sin6_port
                                             : ((struct sockaddr_in *)&at)->sin_port);
    return 0;
}

static int open_listener(struct http_server *s, struct err *err)
{
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE}, *ai;
    char port[16];

    snprintf(port, sizeof(port), "%d", s->cfg.port);
    int rc = getaddrinfo(s->host, port, &hints, &ai);
    if (rc)
        return err_set(err, ERR_INVALID, "listen on %s: %s", s->host, gai_strerror(rc));
    rc = bind_to(s, ai, err);
    freeaddrinfo(ai);
    return rc;
}

static int open_epoll(struct http_server *s, struct err *err)
{
    s->epoll_fd = epoll_create1(EPOLL_CLOEXEC);
    s->wake_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    if (s->epoll_fd < 0 || s->wake_fd < 0)
        return err_errno(err, errno, "open the HTTP server's epoll");
    s->listener_source = SOURCE_LISTENER;
    s->wake_source = SOURCE_WAKE;
    struct epoll_event on_listen = {.events = EPOLLIN, .data.ptr = &s->listener_source};
    struct epoll_event on_wake = {.events = EPOLLIN, .data.ptr = &s->wake_source};
    if (epoll_ctl(s->epoll_fd, EPOLL_CTL_ADD, s->listen_fd, &on_listen) < 0 ||
        epoll_ctl(s->epoll_fd, EPOLL_CTL_ADD, s->wake_fd, &on_wake) < 0)
        return err_errno(err, errno, "watch the HTTP server's sockets");
    return 0;
}

static void set_defaults(struct http_server *s)
{
    struct http_config *c = &s->cfg;
    int64_t limit = raise_descriptor_limit();

    if (!c->workers)
        c->workers = 64;
    if (!c->streams)
        c->streams = 128;
    if (!c->head_timeout_ms)
        c->head_timeout_ms = 10000;
    if (!c->idle_timeout_ms)
        c->idle_timeout_ms = 120000;
    if (!c->min_bytes_per_s)
        c->min_bytes_per_s = 1024;
    if (!c->max_connections)
        c->max_connections = limit > 1024 ? (int)(limit - 512) : (int)(limit / 2);
    s->window_up_ms = 10000;
    s->window_down_ms = 60000; /* readers pause for good reasons; waiting costs little here */
    s->drain_ms = 5000;
    s->linger_ms = 3;
    s->connect_ms = 10000;
}

int http_server_create(const struct http_config *config, struct http_server **ret, struct err *err)
{
    struct http_server *s = xcalloc(1, sizeof(*s));

    s->cfg = *config;
    s->host = xstrdup(config->host);
    if (config->connect_suffix)
        s->connect_suffix = xstrdup(config->connect_suffix[0] == '.' ? config->connect_suffix + 1
                                                                     : config->connect_suffix);
    if (config->upstream_proxy)
        s->upstream_proxy = xstrdup(config->upstream_proxy);
    s->listen_fd = s->epoll_fd = s->wake_fd = -1;
    s->back_last = &s->back;
    pthread_mutex_init(&s->back_mutex, NULL);
    pthread_mutex_init(&s->park.mutex, NULL);
    set_defaults(s);
    http__pool_init(&s->workers, s, "http-worker", false, s->cfg.workers, 1);
    http__pool_init(&s->streams, s, "http-stream", true, s->cfg.streams, 0);
    if (open_listener(s, err) < 0 || open_epoll(s, err) < 0) {
        http_server_destroy(s);
        return -1;
    }
    *ret = s;
    return 0;
}

int http_server_port(const struct http_server *s)
{
    return s->port;
}

static void peer_name(const struct sockaddr_storage *at, char *ret, size_t size)
{
    const void *addr = at->ss_family == AF_INET6
                           ? (const void *)&((const struct sockaddr_in6 *)at)->sin6_addr
                           : (const void *)&((const struct sockaddr_in *)at)->sin_addr;

    if (!inet_ntop(at->ss_family, addr, ret, (socklen_t)size))
        snprintf(ret, size, "?");
}

static void add_conn(struct http_server *srv, int fd, const struct sockaddr_storage *at)
{
    char peer[INET6_ADDRSTRLEN];
    int one = 1, unsent = UNSENT_MAX;

    if (srv->n_conns >= srv->cfg.max_connections) {
        static const char full[] = "HTTP/1.1 503 Service Unavailable\r\nServer: Slipway\r\n"
                                   "Content-Length: 0\r\nConnection: close\r\n\r\n";
        if (send(fd, full, sizeof(full) - 1, MSG_NOSIGNAL | MSG_DONTWAIT) < 0)
            log_debug("refuse a connection: %s", strerror(errno));
        atomic_fetch_add_explicit(&srv->c_refused, 1, memory_order_relaxed);
        close(fd);
        return;
    }
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
    setsockopt(fd, IPPROTO_TCP, TCP_NOTSENT_LOWAT, &unsent, sizeof(unsent));
    peer_name(at, peer, sizeof(peer));
    struct http_conn *c = http__conn_create(srv, fd, peer);
    struct epoll_event ev = {.events = EPOLLIN | EPOLLONESHOT, .data.ptr = c};
    if (epoll_ctl(srv->epoll_fd, EPOLL_CTL_ADD, fd, &ev) < 0) {
        log_warn("watch a connection: %s", strerror(errno));
        http__conn_free(c);
        return;
    }
    c->armed = EPOLLIN;
    c->all_next = srv->all;
    c->all_link = &srv->all;
    if (srv->all)
        srv->all->all_link = &c->all_next;
    srv->all = c;
    srv->n_conns++;
    atomic_fetch_add_explicit(&srv->c_connections, 1, memory_order_relaxed);
    http__timer_set(c, sys->mono_ms() + srv->cfg.idle_timeout_ms);
}

static void watch_listener(struct http_server *srv, uint32_t events)
{
    struct epoll_event ev = {.events = events, .data.ptr = &srv->listener_source};

    if (epoll_ctl(srv->epoll_fd, EPOLL_CTL_MOD, srv->listen_fd, &ev) < 0)
        die("epoll_ctl: %s", strerror(errno));
}

void http__accept(struct http_server *srv)
{
    for (int i = 0; i < 64 && srv->listen_fd >= 0; i++) {
        struct sockaddr_storage at;
        socklen_t len = sizeof(at);
        int fd =
            accept4(srv->listen_fd, (struct sockaddr *)&at, &len, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd >= 0) {
            add_conn(srv, fd, &at);
        } else if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
            log_warn("accept a connection: %s", strerror(errno));
            srv->accept_again_ms = sys->mono_ms() + 100;
            watch_listener(srv, 0);
            return;
        } else if (errno == EAGAIN) {
            return;
        }
    }
}

void http__accept_again(struct http_server *srv, int64_t now_ms)
{
    if (!srv->accept_again_ms || now_ms < srv->accept_again_ms || srv->listen_fd < 0)
        return;
    srv->accept_again_ms = 0;
    watch_listener(srv, EPOLLIN);
}

void http_server_counts(struct http_server *s, struct http_counts *ret)
{
    ret->connections = atomic_load(&s->c_connections);
    ret->requests = atomic_load(&s->c_requests);
    ret->parked = atomic_load(&s->park.n);
    ret->refused = atomic_load(&s->c_refused);
}
