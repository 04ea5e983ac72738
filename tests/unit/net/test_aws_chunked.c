/* aws-chunked bodies: the two examples of AWS's documentation, and what breaks them. */
#include "test.h"
#include "request.h"
#include "base/text.h"
#include "net/aws_chunked.h"

#define DATE 1369353600000LL /* 2013-05-24T00:00:00Z */

#define SIGNED_HEAD                                                                                \
    "PUT /examplebucket/chunkObject.txt HTTP/1.1\r\nHost: s3.amazonaws.com\r\n"                    \
    "x-amz-date: 20130524T000000Z\r\nx-amz-storage-class: REDUCED_REDUNDANCY\r\n"                  \
    "Authorization: AWS4-HMAC-SHA256 "                                                             \
    "Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"                          \
    "SignedHeaders=content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;"          \
    "x-amz-decoded-content-length;x-amz-storage-class,"                                            \
    "Signature=4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9\r\n"               \
    "x-amz-content-sha256: STREAMING-AWS4-HMAC-SHA256-PAYLOAD\r\n"                                 \
    "Content-Encoding: aws-chunked\r\nx-amz-decoded-content-length: 66560\r\n"                     \
    "Content-Length: 66824"
#define CHUNK_1 "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648"
#define CHUNK_2 "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497"
#define CHUNK_3 "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9"

#define TRAILER_HEAD                                                                               \
    "PUT /examplebucket/chunkObject.txt HTTP/1.1\r\nHost: s3.amazonaws.com\r\n"                    \
    "x-amz-date: 20130524T000000Z\r\nx-amz-storage-class: REDUCED_REDUNDANCY\r\n"                  \
    "Authorization: AWS4-HMAC-SHA256 "                                                             \
    "Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"                          \
    "SignedHeaders=content-encoding;host;x-amz-content-sha256;x-amz-date;"                         \
    "x-amz-decoded-content-length;x-amz-storage-class;x-amz-trailer,"                              \
    "Signature=106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e\r\n"               \
    "x-amz-content-sha256: STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER\r\n"                         \
    "Content-Encoding: aws-chunked\r\nx-amz-decoded-content-length: 66560\r\n"                     \
    "x-amz-trailer: x-amz-checksum-crc32c\r\nContent-Length: 66824"
#define T_CHUNK_1 "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2"
#define T_CHUNK_2 "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7"
#define T_CHUNK_3 "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992"
#define T_TRAILER "d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435"

/* The documentation's body: 64 KiB and 1 KiB of 'a', and `end`. */
static char *example_body(const char *sig1, const char *sig2, const char *end)
{
    struct buf b;

    buf_init(&b, 1 << 20);
    buf_addf(&b, "10000;chunk-signature=%s\r\n", sig1);
    for (int i = 0; i < 65536; i++)
        buf_addc(&b, 'a');
    buf_addf(&b, "\r\n400;chunk-signature=%s\r\n", sig2);
    for (int i = 0; i < 1024; i++)
        buf_addc(&b, 'a');
    buf_addf(&b, "\r\n%s", end);
    return buf_take(&b, NULL);
}

struct outcome {
    int64_t length; /* what came out; -1: a failure */
    enum err_code error;
    char code[64], trailer[64];
};

/* Reads all with pieces of this size. */
static struct outcome read_all(const char *head, const char *body, bool verified, size_t piece)
{
    struct sigv4_options opt = {.lookup = request_lookup, .now_ms = DATE};
    struct http_request *r = request_make(head, body);
    struct outcome o = {0};
    struct sigv4_result sig;
    struct aws_chunked *c;
    const char *message, *code = "";
    bool needs_body;
    char *p = malloc(piece);
    struct err err;
    ssize_t n;

    CHECK(aws_chunked_is(r));
    if (verified)
        CHECK_INT(sigv4_verify(r, &opt, true, &sig, &needs_body, &message), SIGV4_OK);
    if (aws_chunked_create(r, verified ? &sig : NULL, &c, &code, &err) < 0) {
        o.length = -1;
        o.error = err.code;
        snprintf(o.code, sizeof(o.code), "%s", code);
    } else {
        while ((n = aws_chunked_read(c, p, piece, &err)) > 0)
            o.length += n;
        if (n < 0) {
            o.length = -1;
            o.error = err.code;
            snprintf(o.code, sizeof(o.code), "%s", aws_chunked_code(c));
            CHECK_INT(aws_chunked_read(c, p, piece, &err), -1);
        }
        const char *t = aws_chunked_trailer(c, "x-amz-checksum-crc32c");
        snprintf(o.trailer, sizeof(o.trailer), "%s", t ? t : "");
    }
    request_end(r);
    free(p);
    return o;
}

TEST(signed_chunks_of_the_documentation)
{
    char *body = example_body(CHUNK_1, CHUNK_2, "0;chunk-signature=" CHUNK_3 "\r\n\r\n");
    static const size_t pieces[] = {100, 1000, 65536, 100000};

    CHECK_INT(strlen(body), 66824);
    for (size_t i = 0; i < 4; i++) {
        struct outcome o = read_all(SIGNED_HEAD, body, true, pieces[i]);
        CHECK_INT(o.length, 66560);
    }
    body[100] = 'b';
    struct outcome o = read_all(SIGNED_HEAD, body, true, 4096);
    CHECK_INT(o.length, -1);
    CHECK_INT(o.error, ERR_DENIED);
    CHECK_STR(o.code, "SignatureDoesNotMatch");
    CHECK_INT(read_all(SIGNED_HEAD, body, false, 4096).length, 66560);
    free(body);
}

TEST(signed_trailers_of_the_documentation)
{
    const char *end = "0;chunk-signature=" T_CHUNK_3 "\r\nx-amz-checksum-crc32c:sOO8/Q==\r\n"
                      "x-amz-trailer-signature:" T_TRAILER "\r\n\r\n";
    char *body = example_body(T_CHUNK_1, T_CHUNK_2, end);
    struct outcome o = read_all(TRAILER_HEAD, body, true, 4096);

    CHECK_INT(o.length, 66560);
    CHECK_STR(o.trailer, "sOO8/Q==");
    char *value = strstr(body, "sOO8");
    value[0] = 'S';
    o = read_all(TRAILER_HEAD, body, true, 4096);
    CHECK_INT(o.error, ERR_DENIED);
    free(body);

    body =
        example_body(T_CHUNK_1, T_CHUNK_2,
                     "0;chunk-signature=" T_CHUNK_3 "\r\nx-amz-checksum-crc32c:sOO8/Q==\r\n\r\n");
    o = read_all(TRAILER_HEAD, body, true, 4096);
    CHECK_INT(o.error, ERR_DENIED); /* the trailer's signature is missing */
    free(body);
}

TEST(a_missing_or_false_signature)
{
    char *body = example_body(CHUNK_2, CHUNK_1, "0;chunk-signature=" CHUNK_3 "\r\n\r\n");
    CHECK_INT(read_all(SIGNED_HEAD, body, true, 4096).error, ERR_DENIED);
    free(body);
    body = example_body(CHUNK_1, CHUNK_2, "0\r\n\r\n");
    CHECK_INT(read_all(SIGNED_HEAD, body, true, 4096).error, ERR_DENIED);
    free(body);
    body = example_body(CHUNK_1, CHUNK_2, "0;chunk-signature=" CHUNK_2 "\r\n\r\n");
    CHECK_INT(read_all(SIGNED_HEAD, body, true, 4096).error, ERR_DENIED);
    free(body);
    body = example_body(CHUNK_1, CHUNK_2, ""); /* cut before the last chunk */
    struct outcome o = read_all(SIGNED_HEAD, body, true, 4096);
    CHECK_INT(o.error, ERR_INVALID);
    CHECK_STR(o.code, "IncompleteBody");
    free(body);
}

#define PLAIN                                                                                      \
    "PUT /b/k HTTP/1.1\r\nHost: h\r\nContent-Encoding: aws-chunked\r\n"                            \
    "x-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER\r\n"                                 \
    "x-amz-decoded-content-length: 5\r\nx-amz-trailer: x-amz-checksum-crc32c"

TEST(unsigned_bodies)
{
    static const struct {
        const char *body, *code; /* code NULL: fine */
    } rows[] = {
        {"5\r\nhello\r\n0\r\nx-amz-checksum-crc32c:abc=\r\n\r\n", NULL},
        {"2\r\nhe\r\n3\r\nllo\r\n0\r\nX-Amz-Checksum-Crc32c: abc=  \r\n\r\n", NULL},
        {"5;x=y\r\nhello\r\n0;x\r\nx-amz-checksum-crc32c:abc=\r\n\r\n", NULL},
        {"5\r\nhello\r\n0\r\nx-amz-checksum-crc32c:abc=\n\r\n\r\n", "InvalidRequest"},
        {"5\r\nhello\r\n0\r\n\r\n", "MalformedTrailerError"},
        {"5\r\nhello\r\n0\r\nx-amz-checksum-sha1:abc=\r\n\r\n", "MalformedTrailerError"},
        {"5\r\nhello\r\n0\r\nno colon\r\n\r\n", "MalformedTrailerError"},
        {"5\r\nhello\r\n0\r\nx-amz-checksum-crc32c:a\r\nx-amz-checksum-crc32c:b\r\n\r\n",
         "MalformedTrailerError"},
        {"4\r\nhell\r\n0\r\nx-amz-checksum-crc32c:abc=\r\n\r\n", "IncompleteBody"},
        {"6\r\nhello!\r\n0\r\nx-amz-checksum-crc32c:abc=\r\n\r\n", "IncompleteBody"},
        {"5\r\nhello\r\n0\r\nx-amz-checksum-crc32c:abc=\r\n", "IncompleteBody"},
        {"5\r\nhell", "IncompleteBody"},
        {"5\r\n", "IncompleteBody"},
        {"", "IncompleteBody"},
        {"5\r\nhello", "IncompleteBody"},
        {"5\r\nhelloX\r\n0\r\n\r\n", "InvalidChunkSizeError"},
        {"x\r\nhello\r\n", "InvalidChunkSizeError"},
        {"5 \r\nhello\r\n", "InvalidChunkSizeError"},
        {"5\nhello\r\n", "InvalidChunkSizeError"},
        {"ffffffffffffffff\r\n", "InvalidChunkSizeError"},
        {"fffffffffffffff\r\n", "IncompleteBody"},
        {"5\r\nhello\r\n0\r\nx-amz-checksum-crc32c:abc=\r\n\r\nmore", "InvalidRequest"},
    };
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct outcome o = read_all(PLAIN, rows[i].body, false, 3);
        bool fine = rows[i].code ? o.length == -1 && str_eq(o.code, rows[i].code)
                                 : o.length == 5 && str_eq(o.trailer, "abc=");
        if (!fine) {
            printf("row %zu: got %lld %s\n", i, (long long)o.length, o.code);
            CHECK(!"the row above");
        }
    }
}

TEST(heads_that_do_not_fit)
{
    struct outcome o =
        read_all("PUT / HTTP/1.1\r\nHost: h\r\nContent-Encoding: aws-chunked", "", false, 10);
    CHECK_STR(o.code, "MissingContentLength");
    o = read_all("PUT / HTTP/1.1\r\nHost: h\r\nx-amz-decoded-content-length: 1x\r\n"
                 "x-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER",
                 "", false, 10);
    CHECK_STR(o.code, "MissingContentLength");
    o = read_all("PUT / HTTP/1.1\r\nHost: h\r\nx-amz-decoded-content-length: 1\r\n"
                 "x-amz-content-sha256: STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD",
                 "", false, 10);
    CHECK_STR(o.code, "InvalidArgument");
}

TEST(the_coding_is_not_stored)
{
    struct http_request *r;

    r = request_make("PUT / HTTP/1.1\r\nHost: h\r\nContent-Encoding: aws-chunked", "");
    CHECK(!aws_chunked_content_encoding(r));
    request_end(r);
    r = request_make("PUT / HTTP/1.1\r\nHost: h\r\nContent-Encoding: gzip , AWS-Chunked, br", "");
    CHECK_STR(aws_chunked_content_encoding(r), "gzip,br");
    request_end(r);
    r = request_make("PUT / HTTP/1.1\r\nHost: h\r\nContent-Encoding: gzip", "");
    CHECK_STR(aws_chunked_content_encoding(r), "gzip");
    CHECK(!aws_chunked_is(r));
    request_end(r);
}
