/* TLS over our sockets: a BIO that never raises SIGPIPE and that can begin with bytes read earlier,
 * reads and writes in the manner of recv and send, and the client's side. */
#include "base/sys.h"
#include "net/tls_ca.h"
#include "net/tls_internal.h"
#include <arpa/inet.h>
#include <errno.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

struct wire {
    int fd;
    char *pre; /* what was read before TLS was known of; comes first */
    size_t pre_len, pre_pos;
    char *hint; /* the name for the certificate */
    bool eof;
};

static int wire_read(BIO *bio, char *p, int n)
{
    struct wire *w = BIO_get_data(bio);
    ssize_t got;

    BIO_clear_retry_flags(bio);
    if (w->pre_pos < w->pre_len) {
        size_t left = w->pre_len - w->pre_pos;
        size_t take = left < (size_t)n ? left : (size_t)n;
        memcpy(p, w->pre + w->pre_pos, take);
        w->pre_pos += take;
        return (int)take;
    }
    do {
        got = recv(w->fd, p, (size_t)n, 0);
    } while (got < 0 && errno == EINTR);
    if (got < 0 && errno == EAGAIN)
        BIO_set_retry_read(bio);
    w->eof = w->eof || got == 0;
    return (int)got;
}

static int wire_write(BIO *bio, const char *p, int n)
{
    struct wire *w = BIO_get_data(bio);
    ssize_t put;

    BIO_clear_retry_flags(bio);
    do {
        put = send(w->fd, p, (size_t)n, MSG_NOSIGNAL);
    } while (put < 0 && errno == EINTR);
    if (put < 0 && errno == EAGAIN)
        BIO_set_retry_write(bio);
    return (int)put;
}

static long wire_ctrl(BIO *bio, int cmd, long num, void *ptr)
{
    struct wire *w = BIO_get_data(bio);

    if (cmd == BIO_CTRL_FLUSH)
        return 1;
    if (cmd == BIO_CTRL_EOF)
        return w->eof;
    return 0;
}

static int wire_destroy(BIO *bio)
{
    struct wire *w = BIO_get_data(bio);

    if (w) {
        free(w->pre);
        free(w->hint);
        free(w);
    }
    BIO_set_data(bio, NULL);
    return 1;
}

static BIO_METHOD *wire_method;
static pthread_once_t wire_once = PTHREAD_ONCE_INIT;

static void make_method(void)
{
    wire_method = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "slipway socket");
    if (!wire_method)
        die("no memory");
    BIO_meth_set_read(wire_method, wire_read);
    BIO_meth_set_write(wire_method, wire_write);
    BIO_meth_set_ctrl(wire_method, wire_ctrl);
    BIO_meth_set_destroy(wire_method, wire_destroy);
}

int tls__attach(struct ssl_st *ssl, int fd, const void *pre, size_t pre_len)
{
    pthread_once(&wire_once, make_method);
    BIO *bio = BIO_new(wire_method);
    if (!bio)
        return -1;
    struct wire *w = xcalloc(1, sizeof(*w));
    w->fd = fd;
    if (pre_len) {
        w->pre = xmalloc(pre_len);
        memcpy(w->pre, pre, pre_len);
        w->pre_len = pre_len;
    }
    BIO_set_data(bio, w);
    BIO_set_init(bio, 1);
    SSL_set_bio(ssl, bio, bio);
    return 0;
}

void tls__set_hint(struct ssl_st *ssl, const char *name)
{
    struct wire *w = BIO_get_data(SSL_get_rbio(ssl));

    free(w->hint);
    w->hint = xstrdup(name);
    SSL_set_app_data(ssl, w->hint);
}

int tls__handshake(struct ssl_st *ssl, bool *ret_wants_write)
{
    ERR_clear_error();
    int rc = SSL_do_handshake(ssl);
    if (rc == 1)
        return 1;
    int why = SSL_get_error(ssl, rc);
    *ret_wants_write = why == SSL_ERROR_WANT_WRITE;
    return why == SSL_ERROR_WANT_READ || why == SSL_ERROR_WANT_WRITE ? 0 : -1;
}

/* What errno says for a call that gave rc. */
static ssize_t outcome(SSL *ssl, int rc, bool reading)
{
    switch (SSL_get_error(ssl, rc)) {
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
        errno = EAGAIN;
        return -1;
    case SSL_ERROR_ZERO_RETURN:
        if (reading)
            return 0;
        errno = EPIPE;
        return -1;
    default:
        errno = EPIPE;
        return -1;
    }
}

ssize_t tls__read(struct ssl_st *ssl, void *p, size_t n)
{
    ERR_clear_error();
    int rc = SSL_read(ssl, p, n > INT32_MAX ? INT32_MAX : (int)n);
    return rc > 0 ? rc : outcome(ssl, rc, true);
}

ssize_t tls__write(struct ssl_st *ssl, const void *p, size_t n)
{
    ERR_clear_error();
    if (!n)
        return 0;
    int rc = SSL_write(ssl, p, n > INT32_MAX ? INT32_MAX : (int)n);
    return rc > 0 ? rc : outcome(ssl, rc, false);
}

void tls__close(struct ssl_st *ssl)
{
    ERR_clear_error();
    if (!SSL_in_init(ssl))
        SSL_shutdown(ssl);
    ERR_clear_error();
}

void tls__free(struct ssl_st *ssl)
{
    SSL_free(ssl);
}

void tls__explain(struct ssl_st *ssl, const char *what, struct err *err)
{
    long verdict = SSL_get_verify_result(ssl);

    if (verdict != X509_V_OK) {
        err_set(err, ERR_DENIED, "%s: the certificate is refused: %s", what,
                X509_verify_cert_error_string(verdict));
        ERR_clear_error();
        return;
    }
    tls__fail(err, what);
    err->code = ERR_IO;
}

struct tls_client {
    SSL_CTX *ctx;
};

struct tls_client *tls__client_create(const char *ca_file, struct err *err)
{
    SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
    int rc = 1;

    if (!ctx) {
        tls__fail(err, "set up TLS");
        return NULL;
    }
    SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION);
    SSL_CTX_set_mode(ctx, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, NULL);
    rc = ca_file ? SSL_CTX_load_verify_locations(ctx, ca_file, NULL)
                 : SSL_CTX_set_default_verify_paths(ctx);
    if (rc != 1) {
        SSL_CTX_free(ctx);
        tls__fail(err, ca_file ? ca_file : "read the system's certificates");
        return NULL;
    }
    struct tls_client *t = xcalloc(1, sizeof(*t));
    t->ctx = ctx;
    return t;
}

void tls__client_destroy(struct tls_client *t)
{
    if (!t)
        return;
    SSL_CTX_free(t->ctx);
    free(t);
}

struct ssl_st *tls__client_open(struct tls_client *t, int fd, const char *host, struct err *err)
{
    unsigned char addr[16];
    bool is_address = inet_pton(AF_INET, host, addr) == 1 || inet_pton(AF_INET6, host, addr) == 1;
    SSL *ssl = SSL_new(t->ctx);

    if (!ssl || tls__attach(ssl, fd, NULL, 0) < 0 ||
        (is_address ? X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), host)
                    : SSL_set1_host(ssl, host)) != 1 ||
        (!is_address && SSL_set_tlsext_host_name(ssl, host) != 1)) {
        SSL_free(ssl);
        tls__fail(err, "set up a TLS connection");
        return NULL;
    }
    SSL_set_connect_state(ssl);
    return ssl;
}
