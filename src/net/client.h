/* A small HTTP/1.1 client for the command line and for jobs' helpers: one connection, kept alive.
 */
#pragma once
#include "net/sigv4.h"

struct http_client;
struct http_answer {
    int status;
    struct http_header *headers;
    size_t n_headers;
    const char *body;
    size_t body_len;
};
/* `endpoint`: "http://127.0.0.1:7777" (https too, verified against `ca_file`). */
int http_client_create(const char *endpoint, const char *ca_file, int64_t timeout_ms,
                       struct http_client **ret, struct err *err);
void http_client_destroy(struct http_client *c);
/* Signs when `who` is not NULL. Body at most 64 MiB each way, in the arena. ERR_IO "connect …"
 * when nobody answers, ERR_TIMEOUT when nothing came in time. Reconnects once if the kept
 * connection was closed. */
int http_client_call(struct http_client *c, struct arena *a, const char *method, const char *target,
                     const struct http_header *headers, size_t n_headers, const void *body,
                     size_t body_len, const struct sigv4_identity *who, const char *region,
                     const char *service, struct http_answer *ret, struct err *err);
