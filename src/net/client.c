/* The client: one kept connection, one call at a time, for the command line. */
#include "net/client.h"
#include "base/digest.h"
#include "base/sys.h"
#include "base/text.h"
#include "net/http_chunked.h"
#include "net/http_parse.h"
#include "net/sigv4_internal.h"
#include "net/tls_internal.h"
#include <errno.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define BODY_MAX (64u << 20)

struct http_client {
    char *host, *port, *host_field; /* host_field: as the Host header says it */
    bool https;
    char *ca_file;
    int64_t timeout_ms;
    int fd;
    struct tls_client *tls;
    struct ssl_st *ssl;
    struct buf in; /* read, not used yet */
};

static char *copy(const char *s, size_t n)
{
    char *text = xmalloc(n + 1);

    memcpy(text, s, n);
    text[n] = '\0';
    return text;
}

/* Splits "http://host[:port][/]". */
static int read_endpoint(struct http_client *c, const char *endpoint, struct err *err)
{
    const char *s = endpoint, *end, *colon;

    c->https = str_starts(s, "https://");
    if (!c->https && !str_starts(s, "http://"))
        return err_set(err, ERR_INVALID, "the endpoint %s is no http or https URL", endpoint);
    s += c->https ? 8 : 7;
    size_t n = strcspn(s, "/");
    if (!n || (s[n] && s[n + 1]) || memchr(s, '@', n))
        return err_set(err, ERR_INVALID, "the endpoint %s is more than a host and a port",
                       endpoint);
    end = s + n;
    c->host_field = copy(s, n);
    colon = memrchr(s, ':', n);
    if (colon && memchr(colon, ']', (size_t)(end - colon)))
        colon = NULL; /* inside [::1] */
    c->port = colon ? copy(colon + 1, (size_t)(end - colon - 1)) : xstrdup(c->https ? "443" : "80");
    if (colon)
        end = colon;
    if (*s == '[' && end[-1] == ']') {
        s++;
        end--;
    }
    c->host = copy(s, (size_t)(end - s));
    if (!*c->host || !*c->port || strspn(c->port, "0123456789") != strlen(c->port))
        return err_set(err, ERR_INVALID, "the endpoint %s has no valid host and port", endpoint);
    return 0;
}

int http_client_create(const char *endpoint, const char *ca_file, int64_t timeout_ms,
                       struct http_client **ret, struct err *err)
{
    struct http_client *c = xcalloc(1, sizeof(*c));

    c->fd = -1;
    c->timeout_ms = timeout_ms;
    c->ca_file = ca_file ? xstrdup(ca_file) : NULL;
    buf_init(&c->in, BODY_MAX + 4 * HTTP_HEAD_MAX);
    if (read_endpoint(c, endpoint, err) < 0) {
        http_client_destroy(c);
        return -1;
    }
    *ret = c;
    return 0;
}

static void hang_up(struct http_client *c)
{
    if (c->ssl) {
        tls__close(c->ssl);
        tls__free(c->ssl);
    }
    c->ssl = NULL;
    if (c->fd >= 0)
        close(c->fd);
    c->fd = -1;
    buf_clear(&c->in);
}

void http_client_destroy(struct http_client *c)
{
    if (!c)
        return;
    hang_up(c);
    tls__client_destroy(c->tls);
    buf_free(&c->in);
    free(c->host);
    free(c->port);
    free(c->host_field);
    free(c->ca_file);
    free(c);
}

static int await(struct http_client *c, short events, int64_t by_ms, struct err *err)
{
    struct pollfd pfd = {.fd = c->fd, .events = events};
    int64_t left;

    while ((left = by_ms - sys->mono_ms()) > 0) {
        int rc = poll(&pfd, 1, left > INT32_MAX ? INT32_MAX : (int)left);
        if (rc > 0)
            return 0;
        if (rc < 0 && errno != EINTR) /* a signal is no answer, and no lack of one */
            return err_errno(err, errno, "poll");
    }
    return err_set(err, ERR_TIMEOUT, "%s port %s did not answer within %lld ms", c->host, c->port,
                   (long long)c->timeout_ms);
}

static int connect_one(struct http_client *c, const struct addrinfo *ai, int64_t by_ms,
                       struct err *err)
{
    int one = 1, error = 0;
    socklen_t len = sizeof(error);

    c->fd = socket(ai->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (c->fd < 0)
        return err_errno(err, errno, "connect to %s port %s", c->host, c->port);
    if (connect(c->fd, ai->ai_addr, ai->ai_addrlen) < 0) {
        error = errno;
        if (error == EINPROGRESS) {
            if (await(c, POLLOUT, by_ms, err) < 0) {
                hang_up(c);
                return -1;
            }
            getsockopt(c->fd, SOL_SOCKET, SO_ERROR, &error, &len);
        }
    }
    if (error) {
        hang_up(c);
        err_errno(err, error, "connect to %s port %s", c->host, c->port);
        err->code = ERR_IO;
        return -1;
    }
    setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
    return 0;
}

static int shake_hands(struct http_client *c, int64_t by_ms, struct err *err)
{
    bool wants_write = false;
    char what[512];
    int rc;

    if (!c->tls && !(c->tls = tls__client_create(c->ca_file, err)))
        return -1;
    c->ssl = tls__client_open(c->tls, c->fd, c->host, err);
    if (!c->ssl)
        return -1;
    while ((rc = tls__handshake(c->ssl, &wants_write)) == 0)
        if (await(c, wants_write ? POLLOUT : POLLIN, by_ms, err) < 0)
            return -1;
    if (rc < 0) {
        snprintf(what, sizeof(what), "connect to https://%s:%s", c->host, c->port);
        tls__explain(c->ssl, what, err);
        return -1;
    }
    return 0;
}

static int dial(struct http_client *c, int64_t by_ms, struct err *err)
{
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *list;
    int rc = getaddrinfo(c->host, c->port, &hints, &list);

    if (rc)
        return err_set(err, ERR_IO, "connect to %s: %s", c->host, gai_strerror(rc));
    rc = -1;
    for (struct addrinfo *ai = list; ai && rc < 0; ai = ai->ai_next)
        rc = connect_one(c, ai, by_ms, err);
    freeaddrinfo(list);
    if (rc == 0 && c->https && shake_hands(c, by_ms, err) < 0) {
        hang_up(c);
        rc = -1;
    }
    return rc;
}

static int send_all(struct http_client *c, const char *p, size_t n, int64_t by_ms, struct err *err)
{
    while (n) {
        ssize_t put = c->ssl ? tls__write(c->ssl, p, n) : send(c->fd, p, n, MSG_NOSIGNAL);
        if (put > 0) {
            p += put;
            n -= (size_t)put;
        } else if (errno == EAGAIN) {
            if (await(c, POLLOUT, by_ms, err) < 0)
                return -1;
        } else if (errno != EINTR) {
            return err_errno(err, errno, "send to %s port %s", c->host, c->port);
        }
    }
    return 0;
}

/* Reads some more into c->in: > 0, 0 at the end, -1. */
static int fill(struct http_client *c, int64_t by_ms, struct err *err)
{
    char piece[16384];

    for (;;) {
        ssize_t n =
            c->ssl ? tls__read(c->ssl, piece, sizeof(piece)) : recv(c->fd, piece, sizeof(piece), 0);
        if (n == 0)
            return 0;
        if (n > 0) {
            buf_add(&c->in, piece, (size_t)n);
            if (buf_failed(&c->in))
                return err_set(err, ERR_LIMIT, "the answer exceeds 64 MiB");
            return 1;
        }
        if (errno == EAGAIN && await(c, POLLIN, by_ms, err) < 0)
            return -1;
        if (errno != EAGAIN && errno != EINTR)
            return errno == ECONNRESET || errno == EPIPE
                       ? 0
                       : err_errno(err, errno, "receive from %s", c->host);
    }
}

static int cut_short(const struct http_client *c, struct err *err)
{
    return err_set(err, ERR_IO, "%s port %s closed the connection within its answer", c->host,
                   c->port);
}

static int read_chunked(struct http_client *c, struct arena *a, int64_t by_ms,
                        struct http_answer *ret, struct err *err)
{
    struct http_chunked decoder = {0};
    cleanup_buf struct buf body = {0};

    buf_init(&body, BODY_MAX);
    while (decoder.state != CHUNKED_END) {
        size_t taken, len;
        const char *data;
        if (!c->in.len) {
            int rc = fill(c, by_ms, err);
            if (rc <= 0)
                return rc < 0 ? -1 : cut_short(c, err);
        }
        if (http_chunked_next(&decoder, c->in.data, c->in.len, &taken, &data, &len) < 0)
            return err_set(err, ERR_IO, "%s sent a malformed answer", c->host);
        if (data)
            buf_add(&body, data, len);
        buf_consume(&c->in, taken);
    }
    if (buf_failed(&body))
        return err_set(err, ERR_LIMIT, "the answer exceeds 64 MiB");
    ret->body = arena_strndup(a, body.data, body.len);
    ret->body_len = body.len;
    return 0;
}

static int read_plain(struct http_client *c, struct arena *a, int64_t length, int64_t by_ms,
                      struct http_answer *ret, struct err *err)
{
    if (length > BODY_MAX)
        return err_set(err, ERR_LIMIT, "the answer exceeds 64 MiB");
    while (length < 0 || c->in.len < (size_t)length) {
        int rc = fill(c, by_ms, err);
        if (rc < 0)
            return -1;
        if (rc == 0 && length >= 0)
            return cut_short(c, err);
        if (rc == 0)
            break;
    }
    ret->body_len = length < 0 ? c->in.len : (size_t)length;
    char *body = arena_alloc(a, ret->body_len + 1);
    memcpy(body, c->in.data, ret->body_len);
    body[ret->body_len] = '\0';
    ret->body = body;
    buf_consume(&c->in, ret->body_len);
    return 0;
}

/* ERR_CANCELLED: the connection ended before the first byte of an answer. */
static int read_head(struct http_client *c, struct arena *a, int64_t by_ms, int *ret_status,
                     struct http_head *ret, struct err *err)
{
    struct http_fault fault;
    size_t scan = 0, end;

    while (!(end = http_head_end(c->in.data, c->in.len, &scan))) {
        if (c->in.len > 4 * HTTP_HEAD_MAX)
            return err_set(err, ERR_IO, "%s sent a malformed answer", c->host);
        int rc = fill(c, by_ms, err);
        if (rc < 0)
            return -1;
        if (rc == 0 && !c->in.len)
            return err_set(err, ERR_CANCELLED, "%s port %s closed the connection without an answer",
                           c->host, c->port);
        if (rc == 0)
            return cut_short(c, err);
    }
    if (http_parse_reply_head(a, c->in.data, end, ret_status, ret, &fault) < 0)
        return err_set(err, ERR_IO, "%s sent a malformed answer: %s", c->host, fault.message);
    buf_consume(&c->in, end);
    return 0;
}

static int receive(struct http_client *c, struct arena *a, const char *method, int64_t by_ms,
                   struct http_answer *ret, struct err *err)
{
    struct http_head head;
    int rc;

    do {
        if (read_head(c, a, by_ms, &ret->status, &head, err) < 0)
            return -1;
    } while (ret->status >= 100 && ret->status < 200);
    ret->headers = head.headers;
    ret->n_headers = head.n_headers;
    ret->body = "";
    ret->body_len = 0;
    if (str_eq(method, "HEAD") || ret->status == 204 || ret->status == 304)
        rc = 0;
    else if (head.chunked)
        rc = read_chunked(c, a, by_ms, ret, err);
    else
        rc = read_plain(c, a, head.content_length, by_ms, ret, err);
    if (rc < 0 || !head.keep_alive || (!head.chunked && head.content_length < 0))
        hang_up(c);
    return rc;
}

/* The request's head. */
static char *make_head(struct http_client *c, struct arena *a, const char *method,
                       const char *target, const struct http_header *headers, size_t n_headers,
                       const void *body, size_t body_len, const struct sigv4_identity *who,
                       const char *region, const char *service)
{
    struct http_header *all = arena_alloc(a, (n_headers + 2) * sizeof(all[0]));
    const char *auth = NULL, *date = NULL;
    cleanup_buf struct buf out = {0};
    char hash[65];
    size_t n = 0;

    buf_init(&out, 256 * 1024);
    buf_addf(&out, "%s %s HTTP/1.1\r\n", method, target);
    all[n++] = (struct http_header){"Host", c->host_field};
    for (size_t i = 0; i < n_headers; i++)
        all[n++] = headers[i];
    if (who) {
        size_t path = strcspn(target, "?");
        sigv4__sha256_hex(body, body_len, hash);
        if (sigv4__is_s3(service))
            all[n++] = (struct http_header){"X-Amz-Content-Sha256", hash};
        sigv4_sign(a, who, region, service, method, arena_strndup(a, target, path),
                   target[path] ? target + path + 1 : "", all, n, hash, sys->wall_ms(), &auth,
                   &date);
    }
    for (size_t i = 0; i < n; i++)
        buf_addf(&out, "%s: %s\r\n", all[i].name, all[i].value);
    if (auth)
        buf_addf(&out, "X-Amz-Date: %s\r\nAuthorization: %s\r\n", date, auth);
    if (body_len || !(str_eq(method, "GET") || str_eq(method, "HEAD")))
        buf_addf(&out, "Content-Length: %zu\r\n", body_len);
    buf_adds(&out, "\r\n");
    return buf_failed(&out) ? NULL : arena_strndup(a, out.data, out.len);
}

int http_client_call(struct http_client *c, struct arena *a, const char *method, const char *target,
                     const struct http_header *headers, size_t n_headers, const void *body,
                     size_t body_len, const struct sigv4_identity *who, const char *region,
                     const char *service, struct http_answer *ret, struct err *err)
{
    int64_t by_ms = sys->mono_ms() + c->timeout_ms;

    if (body_len > BODY_MAX)
        return err_set(err, ERR_LIMIT, "the request's body exceeds 64 MiB");
    char *head =
        make_head(c, a, method, target, headers, n_headers, body, body_len, who, region, service);
    if (!head)
        return err_set(err, ERR_LIMIT, "the request's head exceeds 256 KiB");
    for (;;) {
        bool kept = c->fd >= 0;
        struct err why = {0};
        if (!kept && dial(c, by_ms, err) < 0)
            return -1;
        int rc = send_all(c, head, strlen(head), by_ms, &why);
        if (rc == 0)
            rc = send_all(c, body, body_len, by_ms, &why);
        /* A refusal may be there although not all could be sent. */
        if (rc == 0 || why.code == ERR_IO)
            rc = receive(c, a, method, by_ms, ret, &why);
        if (rc == 0)
            return 0;
        hang_up(c);
        if (!kept || why.code != ERR_CANCELLED) {
            if (why.code == ERR_CANCELLED)
                why.code = ERR_IO;
            *err = why;
            return -1;
        }
    }
}
