/* Any head as a signed request: its claim is read and verified, whatever it says. The canonical
 * forms stay as they are when they are made again. */
#include "base/text.h"
#include "net/http_parse.h"
#include "net/sigv4_internal.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool so)
{
    if (!so)
        abort();
}

static int lookup(void *ctx, struct arena *a, const char *access_key, struct sigv4_identity *ret)
{
    if (access_key[0] == 'N')
        return -1;
    *ret = (struct sigv4_identity){access_key, "secret", access_key[0] == 'T' ? "token" : NULL};
    return 0;
}

static void check_canonical(struct arena *a, const char *path, const char *query)
{
    struct err err;
    char *text;
    size_t len;

    for (unsigned how = 0; how < 4; how++) {
        char *once = sigv4__canonical_query(a, query, NULL, how);
        expect(str_eq(once, sigv4__canonical_query(a, once, NULL, how)));
        sigv4__canonical_path(a, path, true, how);
        sigv4__canonical_path(a, path, false, how);
    }
    if (uri_unescape(a, path, strlen(path), false, &text, &len, &err) == 0) {
        char *once = sigv4__canonical_path(a, path, true, 0);
        expect(str_eq(once, sigv4__canonical_path(a, once, true, 0)));
    }
}

/* What we sign ourselves is accepted, for whatever path, query and headers. */
static void check_signed(const struct http_request *like, int64_t now_ms)
{
    struct sigv4_options opt = {.lookup = lookup, .now_ms = now_ms};
    struct sigv4_identity who = {"AK", "secret", NULL};
    struct arena *a = like->arena;
    struct http_request req = *like;
    struct http_header headers[4] = {{"host", "h"}, {"x-amz-target", like->method}};
    struct sigv4_result result;
    const char *message;
    bool needs_body;
    char hash[65];

    sigv4__sha256_hex("", 0, hash);
    sigv4_sign(a, &who, "r", "sagemaker", req.method, req.path, req.query, headers, 2, hash, now_ms,
               &headers[2].value, &headers[3].value);
    headers[2].name = "authorization";
    headers[3].name = "x-amz-date";
    req.headers = headers;
    req.n_headers = 4;
    if (!http_param(&req, "X-Amz-Algorithm"))
        expect(sigv4_verify(&req, &opt, false, &result, &needs_body, &message) == SIGV4_OK);
    req.query = sigv4_presign(a, &who, "r", "s3", req.method, "h", req.path, 60, now_ms);
    req.n_headers = 1;
    expect(sigv4_verify(&req, &opt, false, &result, &needs_body, &message) == SIGV4_OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cleanup_arena struct arena *a = arena_create(64 << 20);
    struct http_request req = {.arena = a, .body = "", .peer = "127.0.0.1"};
    struct sigv4_options opt = {.lookup = lookup, .now_ms = 1369353600000LL};
    struct sigv4_result result;
    struct http_fault fault;
    struct http_head head;
    const char *message;
    bool needs_body;

    if (http_parse_head(a, (const char *)data, size, &head, &fault) < 0)
        return 0;
    req.method = head.method;
    req.path = head.path;
    req.query = head.query;
    req.headers = head.headers;
    req.n_headers = head.n_headers;
    req.content_length = head.content_length;
    for (int head_only = 0; head_only < 2; head_only++) {
        enum sigv4_code code = sigv4_verify(&req, &opt, head_only, &result, &needs_body, &message);
        expect(message != NULL && (code == SIGV4_OK || *message));
        expect(code != SIGV4_OK || result.access_key);
    }
    check_canonical(a, req.path, req.query);
    if (!head.connect)
        check_signed(&req, opt.now_ms);
    return 0;
}
