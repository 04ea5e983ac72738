/* CONNECT: clients whose HTTPS_PROXY is this server. Names of AWS end here, in TLS with a
 * certificate for that name; all else is tunnelled, so that the client's other traffic works. */
#include "base/digest.h"
#include "base/fs.h"
#include "base/sys.h"
#include "base/text.h"
#include "net/http_internal.h"
#include <errno.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define PROXY_REPLY_MAX 8192

static const char established[] = "HTTP/1.1 200 Connection established\r\n\r\n";

bool http__split_authority(struct arena *a, const char *authority, char **ret_host, char **ret_port)
{
    const char *colon = strrchr(authority, ':');

    if (!colon || colon == authority)
        return false;
    const char *from = authority, *to = colon;
    if (*from == '[' && to[-1] == ']') {
        from++;
        to--;
    }
    *ret_host = arena_strndup(a, from, (size_t)(to - from));
    *ret_port = arena_strdup(a, colon + 1);
    return true;
}

static bool ends_here(const struct http_server *srv, const char *host)
{
    size_t n = strlen(host), m = strlen(srv->connect_suffix);

    return n >= m && str_ieq(host + n - m, srv->connect_suffix) &&
           (n == m || host[n - m - 1] == '.');
}

static bool from_this_machine(const char *peer)
{
    return str_starts(peer, "127.") || str_eq(peer, "::1") || str_starts(peer, "::ffff:127.");
}

void http__connect_begin(struct http_conn *c)
{
    struct http_server *srv = c->srv;
    char *host, *port;

    if (!srv->connect_suffix || !srv->cfg.tls || c->tls_name) {
        http__reply_refuse(c, 405, "MethodNotAllowed",
                           "The specified method is not allowed against this resource.");
    } else if (c->x->head.chunked || c->x->head.content_length > 0) {
        http__reply_refuse(c, 400, "BadRequest", "CONNECT has no body.");
    } else if (!http__split_authority(c->arena, c->x->head.host, &host, &port)) {
        http__reply_refuse(c, 400, "BadRequest", "CONNECT needs a host and a port.");
    } else if (ends_here(srv, host)) {
        c->tls_name = xstrdup(host);
        c->sniffed = false;
        http__reply_raw(c, established, CONN_HEAD);
    } else if (!from_this_machine(c->peer)) {
        http__reply_refuse(c, 403, "AccessDenied", "Only this machine's programs may tunnel here.");
    } else {
        c->state = CONN_CONNECT;
        c->blocked = false;
    }
}

/* Waits for one of these events until the deadline; false: it passed. */
static bool wait_for(int fd, short events, int64_t by_ms)
{
    struct pollfd pfd = {.fd = fd, .events = events};
    int64_t left = by_ms - sys->mono_ms();

    return left > 0 && poll(&pfd, 1, (int)left) > 0;
}

static int connect_one(const struct addrinfo *ai, int64_t by_ms)
{
    int fd = socket(ai->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    int one = 1, error = 0;
    socklen_t len = sizeof(error);

    if (fd < 0)
        return -1;
    if (connect(fd, ai->ai_addr, ai->ai_addrlen) < 0) {
        error = errno;
        if (error == EINPROGRESS) {
            error = ETIMEDOUT;
            if (wait_for(fd, POLLOUT, by_ms))
                getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &len);
        }
    }
    if (error) {
        close(fd);
        errno = error;
        return -1;
    }
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
    setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &one, sizeof(one));
    return fd;
}

/* A descriptor, or -1 with the reason. */
static int connect_to(struct http_conn *c, const char *host, const char *port, int64_t by_ms,
                      struct err *err)
{
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_ADDRCONFIG}, *list;
    int fd = -1, rc = getaddrinfo(host, port, &hints, &list);

    if (rc == EAI_ADDRFAMILY || rc == EAI_NONAME) { /* a machine with loopback only */
        hints.ai_flags = 0;
        rc = getaddrinfo(host, port, &hints, &list);
    }
    if (rc)
        return err_set(err, ERR_NOT_FOUND, "resolve %s: %s", host, gai_strerror(rc));
    for (struct addrinfo *ai = list; ai && fd < 0; ai = ai->ai_next)
        fd = connect_one(ai, by_ms);
    if (fd < 0)
        err_errno(err, errno, "connect to %s port %s", host, port);
    freeaddrinfo(list);
    return fd;
}

static int send_all(int fd, const char *p, size_t n, int64_t by_ms)
{
    while (n) {
        ssize_t put = send(fd, p, n, MSG_NOSIGNAL);
        if (put > 0) {
            p += put;
            n -= (size_t)put;
        } else if (errno != EAGAIN || !wait_for(fd, POLLOUT, by_ms)) {
            return -1;
        }
    }
    return 0;
}

/* Reads the proxy's answer byte by byte, since what follows it belongs to the tunnel. */
static int read_proxy_reply(struct http_conn *c, int fd, int64_t by_ms, struct err *err)
{
    char *text = arena_alloc(c->arena, PROXY_REPLY_MAX + 1);
    struct http_head head;
    struct http_fault fault;
    size_t n = 0, scan = 0;
    int status;

    while (!http_head_end(text, n, &scan)) {
        ssize_t got = n < PROXY_REPLY_MAX ? recv(fd, text + n, 1, 0) : 0;
        if (got > 0)
            n++;
        else if (got == 0 || errno != EAGAIN || !wait_for(fd, POLLIN, by_ms))
            return err_set(err, ERR_IO, "the proxy %s gave no answer", c->srv->upstream_proxy);
    }
    if (http_parse_reply_head(c->arena, text, n, &status, &head, &fault) < 0)
        return err_set(err, ERR_IO, "the proxy %s gave an answer that cannot be read",
                       c->srv->upstream_proxy);
    if (status != 200)
        return err_set(err, ERR_IO, "the proxy %s answered %d", c->srv->upstream_proxy, status);
    return 0;
}

/* By way of the upstream proxy: "[user:password@]host:port". */
static int connect_by_proxy(struct http_conn *c, int64_t by_ms, struct err *err)
{
    const char *proxy = c->srv->upstream_proxy, *at = strrchr(proxy, '@'), *auth = "";
    const char *target = c->x->head.host;
    char *host, *port;

    if (at) {
        size_t n = (size_t)(at - proxy), len;
        char *user;
        if (uri_unescape(c->arena, proxy, n, false, &user, &len, err) < 0)
            return -1;
        auth = arena_printf(c->arena, "Proxy-Authorization: Basic %s\r\n",
                            base64_encode(c->arena, user, len));
    }
    if (!http__split_authority(c->arena, at ? at + 1 : proxy, &host, &port))
        return err_set(err, ERR_INVALID, "the upstream proxy has no port");
    int fd = connect_to(c, host, port, by_ms, err);
    if (fd < 0)
        return -1;
    char *head =
        arena_printf(c->arena, "CONNECT %s HTTP/1.1\r\nHost: %s\r\n%s\r\n", target, target, auth);
    if (send_all(fd, head, strlen(head), by_ms) < 0)
        err_errno(err, errno, "ask the proxy %s", host);
    else if (read_proxy_reply(c, fd, by_ms, err) == 0)
        return fd;
    close(fd);
    return -1;
}

void http__connect_run(struct http_conn *c)
{
    int64_t by_ms = sys->mono_ms() + c->srv->connect_ms;
    char *host, *port;
    struct err err;
    int fd = -1;

    if (c->srv->upstream_proxy)
        fd = connect_by_proxy(c, by_ms, &err);
    else if (http__split_authority(c->arena, c->x->head.host, &host, &port))
        fd = connect_to(c, host, port, by_ms, &err);
    if (fd < 0) {
        http__reply_refuse(c, 502, "BadGateway", arena_strdup(c->arena, err.msg));
        return;
    }
    c->tunnel = http__tunnel_create(c, fd);
    http__reply_raw(c, established, CONN_TUNNEL);
}
