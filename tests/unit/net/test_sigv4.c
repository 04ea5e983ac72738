/* Signature Version 4 against the examples of AWS's documentation and its published test suite. */
#include "test.h"
#include "request.h"
#include "base/text.h"
#include "net/sigv4_internal.h"

#define EMPTY "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

/* What sigv4_verify gives for this head; the message in *ret_message until the next call. */
static enum sigv4_code verify_at(const char *head, const char *body, const char *now,
                                 bool head_only, bool *ret_needs_body, const char **ret_message)
{
    static char message[8192];
    struct sigv4_options opt = {.lookup = request_lookup};
    struct sigv4_result result;
    struct err err;
    const char *why = "";
    struct http_request *r = request_make(head, body);

    CHECK(r != NULL);
    if (!r)
        return SIGV4_MISSING;
    CHECK_INT(time_parse(now, &opt.now_ms, &err), 0);
    enum sigv4_code code = sigv4_verify(r, &opt, head_only, &result, ret_needs_body, &why);
    snprintf(message, sizeof(message), "%s", why);
    *ret_message = message;
    request_end(r);
    return code;
}

static enum sigv4_code verify(const char *head, const char *body, const char *now)
{
    const char *message;
    bool needs_body;

    return verify_at(head, body, now, false, &needs_body, &message);
}

#define S3_GET                                                                                     \
    "GET /test.txt HTTP/1.1\r\nHost: examplebucket.s3.amazonaws.com\r\nRange: bytes=0-9\r\n"       \
    "x-amz-date: 20130524T000000Z\r\nx-amz-content-sha256: " EMPTY "\r\n"                          \
    "Authorization: AWS4-HMAC-SHA256 "                                                             \
    "Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"                          \
    "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature="
#define S3_GET_SIGNATURE "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"

TEST(s3_example_get_object)
{
    CHECK_INT(verify(S3_GET S3_GET_SIGNATURE, "", "20130524T000100Z"), SIGV4_OK);
    CHECK_INT(verify(S3_GET S3_GET_SIGNATURE, "body", "20130524T000100Z"), SIGV4_BODY_MISMATCH);
}

TEST(s3_example_put_object)
{
    CHECK_INT(verify("PUT /test$file.text HTTP/1.1\r\nHost: examplebucket.s3.amazonaws.com\r\n"
                     "Date: Fri, 24 May 2013 00:00:00 GMT\r\nx-amz-date: 20130524T000000Z\r\n"
                     "x-amz-storage-class: REDUCED_REDUNDANCY\r\nx-amz-content-sha256: "
                     "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072\r\n"
                     "Authorization: AWS4-HMAC-SHA256 "
                     "Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                     "SignedHeaders=date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class,"
                     "Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
                     "Welcome to Amazon S3.", "20130524T000000Z"),
              SIGV4_OK);
}

#define DOC_URL                                                                                    \
    "GET /test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F"      \
    "20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&"    \
    "X-Amz-SignedHeaders=host&X-Amz-Signature="
#define DOC_URL_SIGNATURE "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404"
#define DOC_URL_END       " HTTP/1.1\r\nHost: examplebucket.s3.amazonaws.com"

TEST(s3_example_presigned_url)
{
    const char *url = DOC_URL DOC_URL_SIGNATURE DOC_URL_END;

    CHECK_INT(verify(url, "", "20130524T000000Z"), SIGV4_OK);
    CHECK_INT(verify(url, "", "20130524T235959Z"), SIGV4_OK);
    CHECK_INT(verify(url, "", "20130525T000001Z"), SIGV4_EXPIRED);
    CHECK_INT(verify(url, "", "20130523T234000Z"), SIGV4_EXPIRED);
    CHECK_INT(verify(url, "", "20130523T235000Z"), SIGV4_OK);
    CHECK_INT(verify(DOC_URL DOC_URL_SIGNATURE "&response-content-type=a" DOC_URL_END, "",
                     "20130524T000000Z"),
              SIGV4_MISMATCH);
    CHECK_INT(verify(DOC_URL DOC_URL_SIGNATURE DOC_URL_END "\r\nx-amz-copy-source: /a/b", "",
                     "20130524T000000Z"),
              SIGV4_UNSIGNED_HEADER);
    CHECK_INT(verify(DOC_URL DOC_URL_SIGNATURE DOC_URL_END "\r\nx-amz-security-token: old", "",
                     "20130524T000000Z"),
              SIGV4_OK);
}

TEST(a_presigned_url_with_an_escaped_key_and_a_port)
{
    CHECK_INT(verify("PUT /data/a%20b%2Bc.csv?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="
                     "AK%2F20260101%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20260101T000000Z&"
                     "X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature="
                     "819f9b36d3a5cc3bd1c711ccfb18c6cacb1fb8e7e4a60967d2efb066071fd53b HTTP/1.1\r\n"
                     "Host: 127.0.0.1:9000",
                     "any body", "20260101T000030Z"),
              SIGV4_OK);
}

TEST(presigning_gives_the_documented_url)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct sigv4_identity who = {"AKIAIOSFODNN7EXAMPLE", S3_EXAMPLE_SECRET, NULL};
    int64_t now;
    struct err err;

    CHECK_OK(time_parse("20130524T000000Z", &now, &err), err);
    char *query = sigv4_presign(a, &who, "us-east-1", "s3", "GET", "examplebucket.s3.amazonaws.com",
                                "/test.txt", 86400, now);
    char *line = arena_printf(a, "GET /test.txt?%s%s", query, DOC_URL_END);
    CHECK_STR(line, DOC_URL DOC_URL_SIGNATURE DOC_URL_END);
}

#define SUITE(request, headers, signed_headers, signature)                                         \
    request " HTTP/1.1\r\nHost: example.amazonaws.com\r\n" headers                                 \
            "X-Amz-Date: 20150830T123600Z\r\nAuthorization: AWS4-HMAC-SHA256 "                     \
            "Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "                     \
            "SignedHeaders=" signed_headers ", Signature=" signature

TEST(the_published_suite)
{
    static const char *const heads[] = {
        SUITE("GET /", "", "host;x-amz-date",
              "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        SUITE("GET /./", "", "host;x-amz-date",
              "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        SUITE("GET //", "", "host;x-amz-date",
              "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        SUITE("GET /example/..", "", "host;x-amz-date",
              "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        SUITE("GET /example1/example2/../..", "", "host;x-amz-date",
              "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        SUITE("GET /?Param2=value2&Param1=value1", "", "host;x-amz-date",
              "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"),
        SUITE("POST /", "", "host;x-amz-date",
              "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
        SUITE("GET /", "My-Header1: value1\r\nMy-Header2: \"a   b   c\"\r\n",
              "host;my-header1;my-header2;x-amz-date",
              "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"),
        SUITE("GET /", "My-Header1: value2\r\nMy-Header1: value2\r\nMy-Header1: value1\r\n",
              "host;my-header1;x-amz-date",
              "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea"),
    };
    for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
        enum sigv4_code code = verify(heads[i], "", "20150830T123600Z");
        if (code != SIGV4_OK)
            printf("row %zu\n", i);
        CHECK_INT(code, SIGV4_OK);
    }
}

TEST(signing_gives_the_published_signature)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct sigv4_identity who = {"AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", NULL};
    struct http_header host = {"Host", "example.amazonaws.com"};
    const char *auth, *date;

    sigv4_sign(a, &who, "us-east-1", "service", "GET", "/", "Param2=value2&Param1=value1", &host, 1,
               EMPTY, time_from_civil(2015, 8, 30, 12, 36, 0), &auth, &date);
    CHECK_STR(date, "20150830T123600Z");
    CHECK_STR(auth, "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/"
                    "aws4_request, SignedHeaders=host;x-amz-date, Signature="
                    "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500");
}

/* Signs with sigv4_sign and puts the result into a head. */
static char *signed_head(struct arena *a, const char *key, const char *service, const char *method,
                         const char *path, const char *query, const char *body, const char *date)
{
    struct sigv4_identity who = {key, "SK", NULL};
    struct http_header headers[2] = {{"Host", "127.0.0.1:7777"}, {"X-Amz-Target", "SageMaker.X"}};
    const char *auth, *amz_date;
    struct err err;
    int64_t now;
    char hash[65];

    CHECK_OK(time_parse(date, &now, &err), err);
    sigv4__sha256_hex(body, strlen(body), hash);
    sigv4_sign(a, &who, "eu-west-1", service, method, path, query, headers, 2, hash, now, &auth,
               &amz_date);
    return arena_printf(a,
                        "%s %s%s%s HTTP/1.1\r\nHost: 127.0.0.1:7777\r\nX-Amz-Target: SageMaker.X"
                        "\r\nX-Amz-Date: %s\r\nAuthorization: %s",
                        method, path, *query ? "?" : "", query, amz_date, auth);
}

TEST(a_json_request_needs_its_body)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    const char *body = "{\"PipelineName\":\"p\"}", *message;
    bool needs_body = false;
    char *head = signed_head(a, "AK", "sagemaker", "POST", "/", "", body, "20260101T000000Z");

    CHECK_INT(verify_at(head, body, "20260101T000000Z", true, &needs_body, &message), SIGV4_OK);
    CHECK(needs_body);
    CHECK_INT(verify_at(head, body, "20260101T000000Z", false, &needs_body, &message), SIGV4_OK);
    CHECK(!needs_body);
    CHECK_INT(verify_at(head, "{}", "20260101T000000Z", false, &needs_body, &message),
              SIGV4_MISMATCH);
    CHECK(str_starts(message, "The request signature we calculated does not match the signature "
                              "you provided. Check your AWS Secret Access Key and signing method. "
                              "Consult the service documentation for details.\n\nThe Canonical "
                              "String for this request should have been\n'POST\n/\n\n"));
}

TEST(paths_of_other_services_are_escaped_twice)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char *head = signed_head(a, "AK", "sagemaker", "POST", "/endpoints/a%20b//c/./invocations",
                             "x=%2F&a+b=~", "1,2", "20260101T000000Z");

    CHECK_STR(sigv4__canonical_path(a, "/endpoints/a%20b//c/./invocations", false, 0),
              "/endpoints/a%2520b/c/invocations");
    CHECK_STR(sigv4__canonical_path(a, "/a%20b//c/./d", true, 0), "/a%20b//c/./d");
    CHECK_STR(sigv4__canonical_path(a, "/a(b)/%7e%2f", true, 0), "/a%28b%29/~/");
    CHECK_INT(verify(head, "1,2", "20260101T000000Z"), SIGV4_OK);
}

TEST(queries)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);

    CHECK_STR(sigv4__canonical_query(a, "b=2&a=1&&c", NULL, 0), "a=1&b=2&c=");
    CHECK_STR(sigv4__canonical_query(a, "a=%7e&a=A&a=%2f+", NULL, 0), "a=%2F%20&a=A&a=~");
    CHECK_STR(sigv4__canonical_query(a, "a=+", NULL, SIGV4_PLUS_BYTE), "a=%2B");
    CHECK_STR(sigv4__canonical_query(a, "a=b=c&a-b=&a=", NULL, 0), "a=&a=b%3Dc&a-b=");
    CHECK_STR(sigv4__canonical_query(a, "X-Amz-Signature=1&a", "X-Amz-Signature", 0), "a=");
    CHECK_STR(sigv4__canonical_query(a, "", NULL, 0), "");
}

TEST(the_clock)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    const char *message;
    bool needs;
    char *head = signed_head(a, "AK", "sagemaker", "POST", "/", "", "{}", "20260101T000000Z");

    CHECK_INT(verify(head, "{}", "20260101T001500Z"), SIGV4_OK);
    CHECK_INT(verify(head, "{}", "20251231T234500Z"), SIGV4_OK);
    CHECK_INT(verify_at(head, "{}", "20260101T001501Z", false, &needs, &message), SIGV4_SKEW);
    CHECK_STR(message, "Signature expired: 20260101T000000Z is now earlier than 20260101T000001Z "
                       "(20260101T001501Z - 15 min.)");
    CHECK_INT(verify_at(head, "{}", "20251231T234459Z", false, &needs, &message), SIGV4_SKEW);
    CHECK_STR(message, "Signature not yet current: 20260101T000000Z is still later than "
                       "20251231T235959Z (20251231T234459Z + 15 min.)");
    CHECK_INT(verify_at(S3_GET S3_GET_SIGNATURE, "", "20130524T010000Z", false, &needs, &message),
              SIGV4_SKEW);
    CHECK_STR(message,
              "The difference between the request time and the current time is too large.");
}

TEST(keys_and_tokens)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    const char *message, *now = "20260101T000000Z";
    bool needs;
    char *head = signed_head(a, "NOBODY", "sagemaker", "POST", "/", "", "{}", now);

    CHECK_INT(verify_at(head, "{}", now, false, &needs, &message), SIGV4_UNKNOWN_KEY);
    CHECK_STR(message, "The security token included in the request is invalid.");
    head = signed_head(a, "AK", "sagemaker", "POST", "/", "", "{}", now);
    CHECK_INT(verify(arena_printf(a, "%s\r\nX-Amz-Security-Token: left over", head), "{}", now),
              SIGV4_OK);
    head = signed_head(a, "WITHTOKEN", "sagemaker", "POST", "/", "", "{}", now);
    CHECK_INT(verify(head, "{}", now), SIGV4_UNKNOWN_KEY);
    CHECK_INT(verify(arena_printf(a, "%s\r\nX-Amz-Security-Token: other-tok", head), "{}", now),
              SIGV4_UNKNOWN_KEY);
    CHECK_INT(verify(arena_printf(a, "%s\r\nX-Amz-Security-Token: the-token", head), "{}", now),
              SIGV4_OK);
    CHECK_INT(verify(arena_printf(a, "%s\r\nX-Amz-Meta: x", head), "{}", now), SIGV4_UNKNOWN_KEY);
    head = signed_head(a, "AK", "sagemaker", "POST", "/", "", "{}", now);
    CHECK_INT(verify(arena_printf(a, "%s\r\nX-Amz-Meta: x", head), "{}", now),
              SIGV4_UNSIGNED_HEADER);
}

#define AUTH(text)                                                                                 \
    "GET / HTTP/1.1\r\nHost: a\r\nX-Amz-Date: 20260101T000000Z\r\nAuthorization: " text
#define SIG  "0000000000000000000000000000000000000000000000000000000000000000"
#define CRED "Credential=AK/20260101/r/sagemaker/aws4_request"

TEST(claims_that_cannot_be_read)
{
    static const struct {
        const char *head;
        enum sigv4_code code;
        const char *message; /* begins so */
    } rows[] = {
        {"GET / HTTP/1.1\r\nHost: a", SIGV4_MISSING, "Missing Authentication Token"},
        {AUTH("Basic YTpi"), SIGV4_MALFORMED, "The authorization mechanism you have provided"},
        {AUTH("AWS AK:abc="), SIGV4_MALFORMED, "The authorization mechanism you have provided"},
        {AUTH("AWS4-HMAC-SHA256"), SIGV4_MALFORMED, "The authorization mechanism you"},
        {AUTH("AWS4-HMAC-SHA256 x"), SIGV4_MALFORMED,
         "Authorization header requires 'Credential' parameter. Authorization header requires "
         "'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. "},
        {AUTH("AWS4-HMAC-SHA256 " CRED ", Signature=" SIG), SIGV4_MALFORMED,
         "Authorization header requires 'SignedHeaders' parameter. "},
        {AUTH("AWS4-HMAC-SHA256 Credential=AK/20260101/r, SignedHeaders=host, Signature=" SIG),
         SIGV4_MALFORMED, "Credential must have exactly 5 slash-delimited elements"},
        {AUTH("AWS4-HMAC-SHA256 Credential=AK/20260101/r/s/aws3, SignedHeaders=host, "
              "Signature=" SIG),
         SIGV4_MALFORMED, "Credential should be scoped with a valid terminator: 'aws4_request'"},
        {AUTH("AWS4-HMAC-SHA256 Credential=AK/20260102/r/s/aws4_request, SignedHeaders=host, "
              "Signature=" SIG),
         SIGV4_MALFORMED, "Date in Credential scope does not match YYYYMMDD from ISO-8601"},
        {AUTH("AWS4-HMAC-SHA256 Credential=AK/2026010/r/s/aws4_request, SignedHeaders=host, "
              "Signature=" SIG),
         SIGV4_MALFORMED, "The Credential"},
        {AUTH("AWS4-HMAC-SHA256 " CRED ", SignedHeaders=x-amz-date, Signature=" SIG),
         SIGV4_MALFORMED, "'Host' must be a 'SignedHeader'"},
        {AUTH("AWS4-HMAC-SHA256 " CRED ", SignedHeaders=host, Signature=abc"), SIGV4_MALFORMED,
         "The signature is not"},
        {AUTH("AWS4-HMAC-SHA256 " CRED ", SignedHeaders=host, Signature=" SIG), SIGV4_MISMATCH,
         "The request signature we calculated"},
        {"GET / HTTP/1.1\r\nHost: a\r\nAuthorization: AWS4-HMAC-SHA256 " CRED
         ", SignedHeaders=host, Signature=" SIG,
         SIGV4_MALFORMED, "Authorization header requires existence of either a 'X-Amz-Date'"},
        {"GET / HTTP/1.1\r\nHost: a\r\nX-Amz-Date: yesterday\r\nAuthorization: "
         "AWS4-HMAC-SHA256 " CRED ", SignedHeaders=host, Signature=" SIG,
         SIGV4_MALFORMED, "Date must be in ISO-8601 'basic format'"},
        {"GET /?X-Amz-Algorithm=AWS4-HMAC-SHA256 HTTP/1.1\r\nHost: a", SIGV4_MALFORMED,
         "Query-string authentication version 4 requires the X-Amz-Algorithm"},
        {"GET /?X-Amz-Algorithm=x HTTP/1.1\r\nHost: a", SIGV4_MALFORMED, "X-Amz-Algorithm only"},
        {"GET /?X-Amz-Algorithm=x HTTP/1.1\r\nHost: a\r\nAuthorization: y", SIGV4_MALFORMED,
         "Only one auth mechanism allowed"},
    };
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        const char *message = "";
        bool needs;
        enum sigv4_code code =
            verify_at(rows[i].head, "", "20260101T000000Z", false, &needs, &message);
        if (code != rows[i].code || !str_starts(message, rows[i].message)) {
            printf("row %zu: got %d \"%s\"\n", i, code, message);
            CHECK(!"the row above");
        }
    }
}

#define URL(expires)                                                                               \
    "GET /?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AK%2F20260101%2Fr%2Fs3%2F"            \
    "aws4_request&X-Amz-Date=20260101T000000Z&X-Amz-SignedHeaders=host&X-Amz-Signature=" SIG       \
    "&X-Amz-Expires=" expires " HTTP/1.1\r\nHost: a"

TEST(expiry_bounds)
{
    const char *now = "20260101T000000Z", *message;
    bool needs;

    CHECK_INT(verify_at(URL("604801"), "", now, false, &needs, &message), SIGV4_MALFORMED);
    CHECK(str_starts(message, "X-Amz-Expires must be less than a week"));
    CHECK_INT(verify_at(URL("-1"), "", now, false, &needs, &message), SIGV4_MALFORMED);
    CHECK_STR(message, "X-Amz-Expires must be non-negative");
    CHECK_INT(verify_at(URL("1h"), "", now, false, &needs, &message), SIGV4_MALFORMED);
    CHECK_STR(message, "X-Amz-Expires should be a number");
    CHECK_INT(verify_at(URL("604800"), "", now, false, &needs, &message), SIGV4_MISMATCH);
}

TEST(s3_needs_the_hash_header)
{
    const char *now = "20260101T000000Z", *message;
    bool needs;

    CHECK_INT(verify_at(AUTH("AWS4-HMAC-SHA256 Credential=AK/20260101/r/s3/aws4_request, "
                             "SignedHeaders=host, Signature=" SIG),
                        "", now, false, &needs, &message),
              SIGV4_MALFORMED);
    CHECK_STR(message, "Missing required header for this request: x-amz-content-sha256");
}
