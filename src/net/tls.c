/* The TLS context of the listener: certificates by name, made when a client first asks.
 *
 * OpenSSL's machinery costs some milliseconds and megabytes, so that nothing of it is set up before
 * the first handshake; only the authority's files are made at start, since clients are told where
 * they are. */
#include "net/tls.h"
#include "base/fs.h"
#include "base/log.h"
#include "base/map.h"
#include "base/sys.h"
#include "base/text.h"
#include "net/tls_ca.h"
#include "net/tls_internal.h"
#include <arpa/inet.h>
#include <ctype.h>
#include <openssl/ssl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#define LEAVES_MAX    512
#define LEAF_FRESH_MS (180LL * 86400 * 1000)
#define BUNDLE_MAX    (64u << 20)

struct tls_context {
    char *dir, *cert_path, *key_path;
    pthread_mutex_t mutex; /* guards all below */
    SSL_CTX *ctx;          /* NULL before the first handshake */
    struct tls_ca ca;
    EVP_PKEY *leaf_key;
    struct map *leaves; /* name -> X509 */
    int64_t leaves_since_ms;
};

static const char *const system_bundles[] = {
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
};

static int append_file(struct buf *out, struct arena *a, const char *path, struct err *err)
{
    char *text;
    size_t len;

    if (fs_read(a, path, BUNDLE_MAX / 2, &text, &len, err) < 0)
        return -1;
    buf_add(out, text, len);
    if (len && text[len - 1] != '\n')
        buf_addc(out, '\n');
    return 0;
}

int tls_write_bundle(const char *dir, const char *extra_bundle, struct err *err)
{
    cleanup_arena struct arena *a = arena_create(BUNDLE_MAX);
    cleanup_buf struct buf out = {0};

    buf_init(&out, BUNDLE_MAX);
    if (append_file(&out, a, arena_printf(a, "%s/ca.pem", dir), err) < 0)
        return -1;
    for (size_t i = 0; i < sizeof(system_bundles) / sizeof(system_bundles[0]); i++) {
        if (!fs_exists(system_bundles[i]))
            continue;
        if (append_file(&out, a, system_bundles[i], err) < 0)
            return -1;
        break;
    }
    if (extra_bundle && append_file(&out, a, extra_bundle, err) < 0)
        return -1;
    if (buf_failed(&out))
        return err_set(err, ERR_LIMIT, "the certificates for %s/ca-bundle.pem exceed 64 MiB", dir);
    return fs_replace(arena_printf(a, "%s/ca-bundle.pem", dir), out.data, out.len, 0644, err);
}

static int open_own_cert(struct tls_context *t, struct err *err);

int tls_context_create(const char *dir, const char *cert, const char *key, struct tls_context **ret,
                       struct err *err)
{
    struct tls_context *t = xcalloc(1, sizeof(*t));
    char bundle[4096];
    bool made;
    int rc;

    t->dir = xstrdup(dir);
    t->cert_path = cert ? xstrdup(cert) : NULL;
    t->key_path = key ? xstrdup(key) : NULL;
    t->leaves = map_create();
    pthread_mutex_init(&t->mutex, NULL);
    rc = fs_mkdirs(dir, 0700, err);
    if (rc == 0)
        rc = tls__ca_ensure(dir, &made, err);
    snprintf(bundle, sizeof(bundle), "%s/ca-bundle.pem", dir);
    if (rc == 0 && (made || !fs_exists(bundle)))
        rc = tls_write_bundle(dir, NULL, err);
    if (rc == 0 && cert) /* what the operator gave is checked at once */
        rc = open_own_cert(t, err);
    if (rc < 0) {
        tls_context_destroy(t);
        return -1;
    }
    *ret = t;
    return 0;
}

static void drop_leaves(struct tls_context *t)
{
    size_t cursor = 0;
    const char *name;
    void *cert;

    while (map_next(t->leaves, &cursor, &name, &cert))
        X509_free(cert);
    map_destroy(t->leaves);
    t->leaves = map_create();
}

void tls_context_destroy(struct tls_context *t)
{
    if (!t)
        return;
    drop_leaves(t);
    map_destroy(t->leaves);
    SSL_CTX_free(t->ctx);
    tls__ca_free(&t->ca);
    EVP_PKEY_free(t->leaf_key);
    pthread_mutex_destroy(&t->mutex);
    free(t->dir);
    free(t->cert_path);
    free(t->key_path);
    free(t);
}

/* Names go into certificates and into the map: those of hosts only. */
static bool name_clean(const char *name)
{
    size_t n = strlen(name);

    if (!n || n > 253)
        return false;
    for (; *name; name++)
        if (!isalnum((unsigned char)*name) && !strchr("-._:*", *name))
            return false;
    return true;
}

/* The certificate for a name; with the mutex held. */
static X509 *leaf_for(struct tls_context *t, const char *name, struct err *err)
{
    int64_t now = sys->mono_ms();

    if (map_len(t->leaves) >= LEAVES_MAX || now - t->leaves_since_ms > LEAF_FRESH_MS) {
        drop_leaves(t);
        t->leaves_since_ms = now;
    }
    X509 *cert = map_get(t->leaves, name);
    if (cert)
        return cert;
    const char *names[4] = {name, "localhost", "127.0.0.1", "::1"};
    bool local = str_eq(name, "localhost") || str_eq(name, "127.0.0.1") || str_eq(name, "::1");
    cert = tls__leaf_create(&t->ca, t->leaf_key, names, local ? 4 : 1, err);
    if (cert)
        map_set(t->leaves, name, cert);
    return cert;
}

/* The address that the client connected to: what it checks when it names none. */
static void local_address(int fd, char *ret, size_t size)
{
    struct sockaddr_storage at;
    socklen_t len = sizeof(at);
    struct sockaddr_in *v4 = (struct sockaddr_in *)&at;
    struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)&at;

    snprintf(ret, size, "localhost");
    if (getsockname(fd, (struct sockaddr *)&at, &len) < 0)
        return;
    if (at.ss_family == AF_INET)
        inet_ntop(AF_INET, &v4->sin_addr, ret, (socklen_t)size);
    else if (at.ss_family == AF_INET6)
        inet_ntop(AF_INET6, &v6->sin6_addr, ret, (socklen_t)size);
}

/* During the handshake: picks the certificate. */
static int on_certificate(SSL *ssl, void *arg)
{
    struct tls_context *t = arg;
    const char *hint = SSL_get_app_data(ssl);
    const char *name = SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name);
    char lower[256];
    struct err err;

    if (t->cert_path)
        return 1;
    if (!name)
        name = hint;
    if (!name || !name_clean(name))
        return 0;
    size_t n = 0;
    for (; name[n]; n++)
        lower[n] = (char)tolower((unsigned char)name[n]);
    lower[n] = '\0';
    pthread_mutex_lock(&t->mutex);
    X509 *cert = leaf_for(t, lower, &err);
    int rc =
        cert && SSL_use_certificate(ssl, cert) == 1 && SSL_use_PrivateKey(ssl, t->leaf_key) == 1;
    pthread_mutex_unlock(&t->mutex);
    if (!cert)
        log_error("certificate for %s: %s", lower, err.msg);
    return rc;
}

static SSL_CTX *server_ctx(struct tls_context *t, struct err *err)
{
    SSL_CTX *ctx = SSL_CTX_new(TLS_server_method());

    if (!ctx) {
        tls__fail(err, "set up TLS");
        return NULL;
    }
    SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION);
    SSL_CTX_set_mode(ctx, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                              SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_options(ctx, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                                 SSL_OP_IGNORE_UNEXPECTED_EOF);
    SSL_CTX_set_session_cache_mode(ctx, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_cert_cb(ctx, on_certificate, t);
    return ctx;
}

static int open_own_cert(struct tls_context *t, struct err *err)
{
    SSL_CTX *ctx = server_ctx(t, err);

    if (!ctx)
        return -1;
    if (SSL_CTX_use_certificate_chain_file(ctx, t->cert_path) == 1 &&
        SSL_CTX_use_PrivateKey_file(ctx, t->key_path ? t->key_path : t->cert_path,
                                    SSL_FILETYPE_PEM) == 1 &&
        SSL_CTX_check_private_key(ctx) == 1) {
        t->ctx = ctx;
        return 0;
    }
    SSL_CTX_free(ctx);
    char what[4200];
    snprintf(what, sizeof(what), "read the certificate %s and its key", t->cert_path);
    tls__fail(err, what);
    err->code = ERR_INVALID;
    return -1;
}

static int open_ca(struct tls_context *t, struct err *err)
{
    SSL_CTX *ctx;

    if (tls__ca_load(t->dir, &t->ca, err) < 0 || !(t->leaf_key = tls__key_create(err)) ||
        !(ctx = server_ctx(t, err))) {
        tls__ca_free(&t->ca);
        EVP_PKEY_free(t->leaf_key);
        t->leaf_key = NULL;
        return -1;
    }
    t->leaves_since_ms = sys->mono_ms();
    t->ctx = ctx;
    return 0;
}

struct ssl_st *tls__server_open(struct tls_context *t, int fd, const char *name, const void *pre,
                                size_t pre_len, struct err *err)
{
    char address[INET6_ADDRSTRLEN];

    pthread_mutex_lock(&t->mutex);
    int rc = t->ctx ? 0 : open_ca(t, err);
    pthread_mutex_unlock(&t->mutex);
    if (rc < 0)
        return NULL;
    SSL *ssl = SSL_new(t->ctx);
    if (!ssl || tls__attach(ssl, fd, pre, pre_len) < 0) {
        SSL_free(ssl);
        tls__fail(err, "set up a TLS connection");
        return NULL;
    }
    if (!name) {
        local_address(fd, address, sizeof(address));
        name = address;
    }
    tls__set_hint(ssl, name);
    SSL_set_accept_state(ssl);
    return ssl;
}
