/* Rules of S3 that need no store: conditions, ranges, hosts, presigned URLs of version 2. */
#include "aws/s3.h"
#include "base/text.h"
#include "test.h"

/* The S3 files reach the store through the engine, which is not linked here. */
struct objects *engine_objects(struct engine *e)
{
    return NULL;
}

#define AT 1356998400000 /* Tue, 01 Jan 2013 00:00:00 GMT */
static const char before[] = "Mon, 31 Dec 2012 00:00:00 GMT";
static const char same[] = "Tue, 01 Jan 2013 00:00:00 GMT";
static const char after[] = "Wed, 02 Jan 2013 00:00:00 GMT";

TEST(conditions)
{
    static const struct {
        struct s3_conditions c;
        enum s3_verdict want;
    } rows[] = {
        {{NULL, NULL, NULL, NULL}, S3_GO},
        {{.match = "\"e\""}, S3_GO},
        {{.match = "e"}, S3_GO},
        {{.match = "*"}, S3_GO},
        {{.match = "\"x\", W/\"e\""}, S3_GO},
        {{.match = "\"x\""}, S3_FAILED},
        {{.match = ""}, S3_FAILED},
        {{.match = "\"ee\""}, S3_FAILED},
        {{.match = "\"e\"", .unmodified_since = before}, S3_GO},
        {{.match = "\"x\"", .none_match = "\"e\""}, S3_FAILED},
        {{.none_match = "\"e\""}, S3_NOT_MODIFIED},
        {{.none_match = "*"}, S3_NOT_MODIFIED},
        {{.none_match = "\"x\""}, S3_GO},
        {{.none_match = "\"e\"", .modified_since = before}, S3_NOT_MODIFIED},
        {{.none_match = "\"x\"", .modified_since = after}, S3_GO},
        {{.modified_since = before}, S3_GO},
        {{.modified_since = same}, S3_NOT_MODIFIED},
        {{.modified_since = after}, S3_NOT_MODIFIED},
        {{.modified_since = "never"}, S3_GO},
        {{.unmodified_since = before}, S3_FAILED},
        {{.unmodified_since = same}, S3_GO},
        {{.unmodified_since = after}, S3_GO},
        {{.unmodified_since = "never"}, S3_GO},
        {{.unmodified_since = before, .none_match = "\"e\""}, S3_FAILED},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *which;
        CHECK_INT(s3_condition_check(&rows[i].c, "e", AT + 999, &which), rows[i].want);
        CHECK((which != NULL) == (rows[i].want != S3_GO));
    }
}

TEST(ranges)
{
    static const struct {
        const char *text;
        int64_t size;
        int want;
        int64_t first, last;
    } rows[] = {
        {"bytes=0-4", 10, 1, 0, 4},
        {"bytes=-3", 10, 1, 7, 9},
        {"bytes=-30", 10, 1, 0, 9},
        {"bytes=5-", 10, 1, 5, 9},
        {"bytes=8-99", 10, 1, 8, 9},
        {"bytes=9-9", 10, 1, 9, 9},
        {"bytes=0-99999999999999999999999999", 10, 1, 0, 9},
        {"bytes=10-", 10, -1, 0, 0},
        {"bytes=10-20", 10, -1, 0, 0},
        {"bytes=-0", 10, -1, 0, 0},
        {"bytes=0-0", 0, -1, 0, 0},
        {"bytes=-1", 0, -1, 0, 0},
        {"bytes=99999999999999999999999999-", 10, -1, 0, 0},
        {"bytes=5-2", 10, 0, 0, 0},
        {"bytes=0-1,3-4", 10, 0, 0, 0},
        {"bytes=a-b", 10, 0, 0, 0},
        {"bytes=-", 10, 0, 0, 0},
        {"bytes=", 10, 0, 0, 0},
        {"bytes=1", 10, 0, 0, 0},
        {"bytes=--1", 10, 0, 0, 0},
        {"chars=0-1", 10, 0, 0, 0},
        {"", 10, 0, 0, 0},
        {NULL, 10, 0, 0, 0},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t first = 0, last = 0;
        int got = s3_range_parse(rows[i].text, rows[i].size, &first, &last);
        if (got != rows[i].want || (got == 1 && (first != rows[i].first || last != rows[i].last)))
            printf("%s of %lld\n", rows[i].text ? rows[i].text : "(null)", (long long)rows[i].size);
        CHECK_INT(got, rows[i].want);
        CHECK(got != 1 || (first == rows[i].first && last == rows[i].last));
    }
}

TEST(hosts)
{
    static const struct {
        const char *host, *bucket;
    } rows[] = {
        {"localhost", ""},
        {"localhost:9000", ""},
        {"127.0.0.1:9000", ""},
        {"b.localhost", "b"},
        {"a.b.localhost:9000", "a.b"},
        {"b.s3.localhost:9000", "b"},
        {"s3.localhost", ""},
        {"example.com", ""},
        {"s3.amazonaws.com", ""},
        {"s3.eu-west-1.amazonaws.com", ""},
        {"s3-eu-west-1.amazonaws.com", ""},
        {"b.s3.amazonaws.com", "b"},
        {"b.s3.amazonaws.com:443", "b"},
        {"b.s3.eu-west-1.amazonaws.com", "b"},
        {"b.s3-eu-west-1.amazonaws.com", "b"},
        {"b.s3.dualstack.eu-west-1.amazonaws.com", "b"},
        {"my.s3.b.s3.eu-west-1.amazonaws.com", "my.s3.b"},
        {"sts.eu-west-1.amazonaws.com", ""},
        {".amazonaws.com", ""},
        {"", ""},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t n = s3_host_bucket(rows[i].host);
        if (n != strlen(rows[i].bucket))
            printf("%s\n", rows[i].host);
        CHECK_INT(n, strlen(rows[i].bucket));
        CHECK(memcmp(rows[i].host, rows[i].bucket, n) == 0);
    }
}

TEST(checksum_names)
{
    CHECK_INT(s3_checksum_alg("crc32"), DIGEST_CRC32);
    CHECK_INT(s3_checksum_alg("CRC64NVME"), DIGEST_CRC64NVME);
    CHECK_INT(s3_checksum_alg("md5"), -1);
    CHECK_INT(s3_checksum_alg(""), -1);
    CHECK_STR(s3_checksum_header(DIGEST_SHA256), "x-amz-checksum-sha256");
    CHECK_STR(s3_checksum_element(DIGEST_SHA1), "ChecksumSHA1");
    CHECK(s3_checksum_header(DIGEST_MD5) == NULL);
}

static int lookup(void *ctx, struct arena *a, const char *key, struct sigv4_identity *ret)
{
    *ret = (struct sigv4_identity){key, "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", NULL};
    return strcmp(key, "AKIAIOSFODNN7EXAMPLE") == 0 ? 0 : -1;
}

/* Source: "Signing and authenticating REST requests" of the S3 guide, its query string example. */
TEST(presigned_version_2)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    static const char signed_query[] = "AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE"
                                       "&Signature=NpgCjnDzrM%2BWFzoENXmpNDUsSn8%3D"
                                       "&Expires=1175139620";
    struct http_request req = {
        .arena = a,
        .method = "GET",
        .path = "/johnsmith/photos/puppy.jpg",
        .host = "localhost:9000",
        .query = signed_query,
    };
    struct sigv4_options opt = {.lookup = lookup, .now_ms = 1175139600000};
    struct sigv4_result got;
    const char *message = NULL;

    CHECK(s3_sigv2_is(&req));
    CHECK_INT(s3_sigv2_verify(&req, &opt, &got, &message), SIGV4_OK);
    CHECK_STR(got.access_key, "AKIAIOSFODNN7EXAMPLE");
    CHECK(got.presigned);
    req.path = "/photos/puppy.jpg"; /* the same, addressed by host */
    req.host = "johnsmith.s3.amazonaws.com";
    CHECK_INT(s3_sigv2_verify(&req, &opt, &got, &message), SIGV4_OK);
    opt.now_ms = 1175139621000;
    CHECK_INT(s3_sigv2_verify(&req, &opt, &got, &message), SIGV4_EXPIRED);
    req.path = "/photos/kitten.jpg";
    CHECK_INT(s3_sigv2_verify(&req, &opt, &got, &message), SIGV4_MISMATCH);
    /* what is looked at as a header is signed, in whatever way it is written */
    req.path = "/photos/puppy.jpg";
    opt.now_ms = 1175139600000;
    req.query = arena_printf(a, "%s&max-keys=1", signed_query);
    CHECK_INT(s3_sigv2_verify(&req, &opt, &got, &message), SIGV4_OK);
    static const char *const added[] = {"x-amz-acl=private",
                                        "X-Amz-Copy-Source=%2Fb%2Fk",
                                        "%58-amz-copy-source=b/k",
                                        "x%2damz-meta-a",
                                        "uploadId=1",
                                        "%75ploadId=1"};
    for (size_t i = 0; i < sizeof added / sizeof *added; i++) {
        req.query = arena_printf(a, "%s&%s", signed_query, added[i]);
        CHECK_INT(s3_sigv2_verify(&req, &opt, &got, &message), SIGV4_MISMATCH);
    }
    req.query = "AWSAccessKeyId=other&Signature=x&Expires=1175139620";
    CHECK_INT(s3_sigv2_verify(&req, &opt, &got, &message), SIGV4_UNKNOWN_KEY);
    req.query = "AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Signature=x&Expires=soon";
    CHECK_INT(s3_sigv2_verify(&req, &opt, &got, &message), SIGV4_MALFORMED);
    req.query = "X-Amz-Signature=x&Expires=1";
    CHECK(!s3_sigv2_is(&req));
}
