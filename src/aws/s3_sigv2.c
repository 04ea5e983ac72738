/* Presigned URLs of Signature Version 2. boto3 makes these whenever its endpoint is not AWS's own
 * and no signature version is configured, so generate_presigned_url depends on them. Only the query
 * form is there; requests with a V2 Authorization header are refused.
 *
 *     Signature = base64(HMAC-SHA1(secret, Method \n Content-MD5 \n Content-Type \n Expires \n
 *                                          x-amz- headers  resource))
 *
 * Source: "Signing and authenticating REST requests" of the S3 developer guide. Called by the front
 * end in the place of sigv4_verify; on the loop thread, so nothing here blocks. */
#include "aws/s3.h"
#include "base/text.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* Subresources and overrides that are part of the resource, in byte order. */
static const char *const signed_params[] = {
    "accelerate",
    "acl",
    "analytics",
    "cors",
    "defaultObjectAcl",
    "delete",
    "inventory",
    "lifecycle",
    "location",
    "logging",
    "metrics",
    "notification",
    "object-lock",
    "partNumber",
    "policy",
    "replication",
    "requestPayment",
    "response-cache-control",
    "response-content-disposition",
    "response-content-encoding",
    "response-content-language",
    "response-content-type",
    "response-expires",
    "restore",
    "select",
    "select-type",
    "storageClass",
    "tagging",
    "torrent",
    "uploadId",
    "uploads",
    "versionId",
    "versioning",
    "versions",
    "website",
};

bool s3_sigv2_is(const struct http_request *req)
{
    return strstr(req->query, "AWSAccessKeyId=") && http_param(req, "Signature") &&
           http_param(req, "Expires");
}

static void hmac_sha1(const char *key, const char *text, size_t n, uint8_t ret[DIGEST_MAX])
{
    uint8_t block[64] = {0}, inner[DIGEST_MAX];

    if (strlen(key) > sizeof block)
        digest_bytes(DIGEST_SHA1, key, strlen(key), block);
    else
        memcpy(block, key, strlen(key));
    for (size_t i = 0; i < sizeof block; i++)
        block[i] ^= 0x36;
    {
        cleanup_digest struct digest_set *d = digest_set_create(1u << DIGEST_SHA1);
        digest_set_update(d, block, sizeof block);
        digest_set_update(d, text, n);
        digest_set_final(d, DIGEST_SHA1, inner);
    }
    for (size_t i = 0; i < sizeof block; i++)
        block[i] ^= 0x36 ^ 0x5c;
    cleanup_digest struct digest_set *d = digest_set_create(1u << DIGEST_SHA1);
    digest_set_update(d, block, sizeof block);
    digest_set_update(d, inner, digest_size(DIGEST_SHA1));
    digest_set_final(d, DIGEST_SHA1, ret);
}

struct pair {
    const char *name, *value;
};

static int pair_compare(const void *x, const void *y)
{
    return strcmp(((const struct pair *)x)->name, ((const struct pair *)y)->name);
}

static void pair_add(struct arena *a, struct pair *pairs, size_t *n, const char *name,
                     const char *value)
{
    for (size_t i = 0; i < *n; i++) {
        if (strcmp(pairs[i].name, name) == 0) {
            pairs[i].value = arena_printf(a, "%s,%s", pairs[i].value, value);
            return;
        }
    }
    pairs[(*n)++] = (struct pair){name, value};
}

/* The name of a parameter as s3_header will see it, whatever its case and escapes; NULL: it cannot
 * be read. */
static char *param_name(struct arena *a, const char *s, size_t n)
{
    struct err err;
    char *name;
    size_t len;

    if (uri_unescape(a, s, n, true, &name, &len, &err) != 0)
        return NULL;
    for (char *p = name; *p; p++)
        *p = *p >= 'A' && *p <= 'Z' ? (char)(*p + 32) : *p;
    return name;
}

/* The x-amz- headers, also those that travel as parameters, in order. */
static void add_headers(struct buf *out, const struct http_request *req)
{
    struct pair *pairs = arena_alloc(req->arena, 2 * HTTP_HEADERS_MAX * sizeof *pairs);
    struct err err;
    size_t n = 0;

    for (size_t i = 0; i < req->n_headers && n < HTTP_HEADERS_MAX; i++)
        if (str_starts(req->headers[i].name, "x-amz-"))
            pair_add(req->arena, pairs, &n, req->headers[i].name, req->headers[i].value);
    for (const char *q = req->query; *q && n < HTTP_HEADERS_MAX;) {
        size_t len = strcspn(q, "&"), name_len = strcspn(q, "&="), got;
        char *value = "", *name = param_name(req->arena, q, name_len);
        if (name && str_starts(name, "x-amz-") &&
            (name_len == len || uri_unescape(req->arena, q + name_len + 1, len - name_len - 1, true,
                                             &value, &got, &err) == 0))
            pair_add(req->arena, pairs, &n, name, value);
        q += len + (q[len] == '&');
    }
    qsort(pairs, n, sizeof *pairs, pair_compare);
    for (size_t i = 0; i < n; i++)
        buf_addf(out, "%s:%s\n", pairs[i].name, pairs[i].value);
}

static void add_resource(struct buf *out, const struct http_request *req)
{
    size_t in_host = req->host ? s3_host_bucket(req->host) : 0;
    char sep = '?';

    if (in_host) {
        buf_addc(out, '/');
        buf_add(out, req->host, in_host);
    }
    buf_adds(out, req->path);
    for (size_t i = 0; i < sizeof signed_params / sizeof *signed_params; i++) {
        const char *value = http_param(req, signed_params[i]);
        if (!value)
            continue;
        buf_addc(out, sep);
        buf_adds(out, signed_params[i]);
        if (*value)
            buf_addf(out, "=%s", value);
        sep = '&';
    }
}

static const char *header_or_param(const struct http_request *req, const char *name)
{
    const char *value = http_header(req, name);

    if (!value)
        value = http_param(req, name);
    return value ? value : "";
}

enum sigv4_code s3_sigv2_verify(const struct http_request *req, const struct sigv4_options *opt,
                                struct sigv4_result *ret, const char **ret_message)
{
    const char *key = http_param(req, "AWSAccessKeyId"), *expires = http_param(req, "Expires");
    struct sigv4_identity who;
    uint8_t mac[DIGEST_MAX];
    char *end;
    struct buf text cleanup_buf = {0};

    buf_init(&text, 64 * 1024);
    if (!key || opt->lookup(opt->ctx, req->arena, key, &who) != 0)
        return SIGV4_UNKNOWN_KEY;
    errno = 0;
    long long expires_s = strtoll(expires, &end, 10);
    if (errno || !*expires || *end) {
        *ret_message = "Invalid date (should be seconds since epoch)";
        return SIGV4_MALFORMED;
    }
    buf_addf(&text, "%s\n%s\n%s\n%s\n", req->method, header_or_param(req, "content-md5"),
             header_or_param(req, "content-type"), expires);
    add_headers(&text, req);
    add_resource(&text, req);
    hmac_sha1(who.secret_key, text.data, text.len, mac);
    const char *got = http_param(req, "Signature");
    const char *want = base64_encode(req->arena, mac, digest_size(DIGEST_SHA1));
    if (buf_failed(&text) || strlen(got) != strlen(want) || !bytes_equal(got, want, strlen(want)))
        return SIGV4_MISMATCH;
    if (opt->now_ms / 1000 > expires_s)
        return SIGV4_EXPIRED;
    *ret = (struct sigv4_result){.access_key = who.access_key,
                                 .service = "s3",
                                 .payload_hash = "UNSIGNED-PAYLOAD",
                                 .presigned = true};
    return SIGV4_OK;
}
