/* Any bytes as a chunked body and as an aws-chunked one: pieces of every size decode to the same.
 */
#include "net/aws_chunked.h"
#include "net/http_chunked.h"
#include "net/http_internal.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool so)
{
    if (!so)
        abort();
}

/* Decodes into out (as large as the input); the length, or -1 when refused. */
static int64_t decode(const char *p, size_t n, size_t piece, char *out, bool *ret_ended)
{
    struct http_chunked c = {0};
    size_t at = 0, len = 0;

    while (at < n && c.state != CHUNKED_END) {
        size_t take = n - at < piece ? n - at : piece, taken, got;
        const char *data;
        if (http_chunked_next(&c, p + at, take, &taken, &data, &got) < 0)
            return -1;
        expect(taken <= take && got <= taken && taken > 0);
        if (got)
            memcpy(out + len, data, got);
        len += got;
        at += taken;
    }
    *ret_ended = c.state == CHUNKED_END;
    return (int64_t)len;
}

/* mode 0: unsigned, 1: with a trailer, 2: signed (which the input cannot be). */
static int64_t decode_aws(const char *p, size_t n, size_t piece, int mode, char *out)
{
    struct sigv4_result sig = {.amz_date = "20130524T000000Z",
                               .scope = "20130524/r/s3/aws4_request"};
    struct http_header headers[] = {
        {"x-amz-decoded-content-length", "5"},
        {"x-amz-content-sha256",
         mode == 2 ? "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" : "STREAMING-UNSIGNED-PAYLOAD-TRAILER"},
        {"x-amz-trailer", "x-amz-checksum-crc32"}};
    cleanup_arena struct arena *a = arena_create(16 << 20);
    struct http_request req = {
        .arena = a, .headers = headers, .n_headers = mode == 1 ? 3 : 2, .body = p, .body_len = n};
    struct aws_chunked *c;
    struct err err;
    int64_t len = 0;
    ssize_t got;

    expect(aws_chunked_create(&req, mode == 2 ? &sig : NULL, &c, NULL, &err) == 0);
    while ((got = aws_chunked_read(c, out + len, piece, &err)) > 0) {
        len += got;
        expect(len <= 5);
    }
    expect(got < 0 ? *aws_chunked_code(c) != '\0' : len == 5);
    http__run_deferred(&req);
    return got < 0 ? -1 : len;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *p = (const char *)data;
    char *x = malloc(size + 8), *y = malloc(size + 8);
    bool x_ended = false, y_ended = false;

    int64_t n = decode(p, size, size + 1, x, &x_ended), m = decode(p, size, 1, y, &y_ended);
    expect(n == m && x_ended == y_ended && (n <= 0 || !memcmp(x, y, (size_t)n)));
    m = decode(p, size, 7, y, &y_ended);
    expect(n == m && x_ended == y_ended && (n <= 0 || !memcmp(x, y, (size_t)n)));
    for (int mode = 0; mode < 3; mode++) {
        n = decode_aws(p, size, 8, mode, x);
        m = decode_aws(p, size, 1, mode, y);
        expect(mode != 2 || n < 0);
        expect(n == m && (n <= 0 || !memcmp(x, y, (size_t)n)));
    }
    free(x);
    free(y);
    return 0;
}
