/* Requests out of text, for tests without a server. */
#pragma once
#include "net/http_internal.h"
#include "net/sigv4.h"
#include <string.h>

/* `text` is the head, without its empty line; NULL when it is refused. Free with request_end. */
static inline struct http_request *request_make(const char *text, const char *body)
{
    struct arena *a = arena_create(8 << 20);
    struct http_request *r = arena_zalloc(a, sizeof(*r));
    char *head = arena_printf(a, "%s\r\n\r\n", text);
    struct http_head h;
    struct http_fault f;

    if (http_parse_head(a, head, strlen(head), &h, &f) < 0) {
        arena_destroy(a);
        return NULL;
    }
    r->arena = a;
    r->id = "test";
    r->method = h.method;
    r->target = h.target;
    r->path = h.path;
    r->query = h.query;
    r->host = h.host;
    r->headers = h.headers;
    r->n_headers = h.n_headers;
    r->body = body;
    r->body_len = strlen(body);
    r->content_length = (int64_t)r->body_len;
    r->peer = "127.0.0.1";
    return r;
}

static inline void request_end(struct http_request *r)
{
    if (!r)
        return;
    http__run_deferred(r);
    arena_destroy(r->arena);
}

#define S3_EXAMPLE_SECRET "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"

/* Knows the keys of AWS's documentation. */
static inline int request_lookup(void *ctx, struct arena *a, const char *access_key,
                                 struct sigv4_identity *ret)
{
    if (!strcmp(access_key, "AKIAIOSFODNN7EXAMPLE"))
        *ret = (struct sigv4_identity){access_key, S3_EXAMPLE_SECRET, NULL};
    else if (!strcmp(access_key, "AKIDEXAMPLE"))
        *ret =
            (struct sigv4_identity){access_key, "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", NULL};
    else if (!strcmp(access_key, "AK"))
        *ret = (struct sigv4_identity){access_key, "SK", NULL};
    else if (!strcmp(access_key, "WITHTOKEN"))
        *ret = (struct sigv4_identity){access_key, "SK", "the-token"};
    else
        return -1;
    return 0;
}
