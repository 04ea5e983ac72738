/* TLS as the server's connections use it. */
#pragma once
#include "net/tls.h"
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct ssl_st;

/* The server side of one connection on a non-blocking socket. `name` (may be NULL): what the
 * certificate says when the client names nothing. The bytes pre[0, pre_len) were read already and
 * come first; they are copied. The context's certificates are made at the first call. */
struct ssl_st *tls__server_open(struct tls_context *t, int fd, const char *name, const void *pre,
                                size_t pre_len, struct err *err);
/* The client side; verifies `host` against ca_file (NULL: the system's). */
struct tls_client;
struct tls_client *tls__client_create(const char *ca_file, struct err *err);
void tls__client_destroy(struct tls_client *t);
struct ssl_st *tls__client_open(struct tls_client *t, int fd, const char *host, struct err *err);
/* What went wrong in the last handshake of this thread, for messages. */
void tls__explain(struct ssl_st *ssl, const char *what, struct err *err);

/* Puts our socket under it; bytes that were read already come first. */
int tls__attach(struct ssl_st *ssl, int fd, const void *pre, size_t pre_len);
/* The name for the certificate when the client gives none; as SSL_get_app_data. */
void tls__set_hint(struct ssl_st *ssl, const char *name);

/* 1: done; 0: again when readable (or writable: *ret_wants_write); -1: failed. */
int tls__handshake(struct ssl_st *ssl, bool *ret_wants_write);
/* As recv and send: -1 and EAGAIN when the socket would block. */
ssize_t tls__read(struct ssl_st *ssl, void *p, size_t n);
ssize_t tls__write(struct ssl_st *ssl, const void *p, size_t n);
void tls__close(struct ssl_st *ssl); /* says goodbye, does not wait for the answer */
void tls__free(struct ssl_st *ssl);
