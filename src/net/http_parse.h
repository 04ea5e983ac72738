/* The head of an HTTP/1.1 request, parsed strictly (RFC 9112): whatever two programs could read
 * differently is refused. Pure functions; the server and the client's reader call them. */
#pragma once
#include "net/http.h"

/* Why a request is refused: an HTTP status, a code in AWS's manner and a sentence. */
struct http_fault {
    int status;
    const char *code, *message;
};

struct http_head {
    const char *method, *target, *path, *query, *host;
    struct http_header *headers;
    size_t n_headers;
    int minor;              /* of the version: 0 or 1 */
    int64_t content_length; /* -1: no such field */
    bool chunked;
    bool keep_alive;
    bool expect_continue;
    bool connect; /* CONNECT: `host` is the authority, path and query are "" */
};

/* Looks for the end of the head from *scan on (0 at first; it keeps the place between calls).
 * > 0: the head's length, blank line included; also when a line breaks the rules, since parsing
 * then says how. 0: more is needed. A single CRLF before the head belongs to it (RFC 9112, 2.2). */
size_t http_head_end(const char *p, size_t n, size_t *scan);

/* Parses the n bytes that http_head_end found. Strings are copied into the arena. */
int http_parse_head(struct arena *a, const char *p, size_t n, struct http_head *ret,
                    struct http_fault *ret_fault);

/* The head of a reply, for the client: "HTTP/1.1 200 OK" and fields. 0 or -1. */
int http_parse_reply_head(struct arena *a, const char *p, size_t n, int *ret_status,
                          struct http_head *ret, struct http_fault *ret_fault);

/* A field's name in lower case is looked up in `headers`; repeated ones are joined by ", ". */
const char *http__find_header(struct arena *a, const struct http_header *headers, size_t n,
                              const char *name);

/* True when a comma-separated list holds this token, case folded. */
bool http__list_has(const char *list, const char *token);
