/* What a request announces about its body, and whether that holds: Content-MD5, the signed SHA-256,
 * and S3's checksums in a header or a trailer. An object without an announced checksum gets
 * CRC64NVME, as on AWS. Called by s3_body.c and the operations that name checksums.
 * Source: "Checking object integrity in Amazon S3". */
#include "aws/s3.h"
#include "base/text.h"
#include "net/aws_chunked.h"
#include <string.h>

static const struct {
    enum digest_alg alg;
    const char *name, *header, *element;
} algs[] = {
    {DIGEST_CRC32, "CRC32", "x-amz-checksum-crc32", "ChecksumCRC32"},
    {DIGEST_CRC32C, "CRC32C", "x-amz-checksum-crc32c", "ChecksumCRC32C"},
    {DIGEST_CRC64NVME, "CRC64NVME", "x-amz-checksum-crc64nvme", "ChecksumCRC64NVME"},
    {DIGEST_SHA1, "SHA1", "x-amz-checksum-sha1", "ChecksumSHA1"},
    {DIGEST_SHA256, "SHA256", "x-amz-checksum-sha256", "ChecksumSHA256"},
};
#define N_ALGS (sizeof algs / sizeof *algs)

int s3_checksum_alg(const char *name)
{
    for (size_t i = 0; i < N_ALGS; i++)
        if (str_ieq(algs[i].name, name))
            return (int)algs[i].alg;
    return -1;
}

const char *s3_checksum_header(enum digest_alg alg)
{
    for (size_t i = 0; i < N_ALGS; i++)
        if (algs[i].alg == alg)
            return algs[i].header;
    return NULL;
}

const char *s3_checksum_element(enum digest_alg alg)
{
    for (size_t i = 0; i < N_ALGS; i++)
        if (algs[i].alg == alg)
            return algs[i].element;
    return NULL;
}

static int checksum_bad_value(struct s3 *s, const char *header)
{
    return s3_fail(s, "InvalidRequest",
                   arena_printf(s->a, "Value for %s header is invalid.", header));
}

static bool checksum_is_value(struct arena *a, enum digest_alg alg, const char *text)
{
    uint8_t *bytes;
    size_t n;
    return base64_decode(a, text, strlen(text), &bytes, &n) == 0 && n == digest_size(alg);
}

static int read_md5(struct s3 *s, struct s3_checksums *ret)
{
    const char *text = http_header(s->req, "content-md5");
    uint8_t *bytes;
    size_t n;

    if (!text)
        return 0;
    if (base64_decode(s->a, text, strlen(text), &bytes, &n) != 0 || n != 16) {
        struct s3_extra extra = {"Content-MD5", text};
        return s3_fail_with(s, "InvalidDigest", NULL, &extra, 1);
    }
    memcpy(ret->md5, bytes, 16);
    ret->has_md5 = true;
    return 0;
}

static int read_sha256(struct s3 *s, struct s3_checksums *ret)
{
    const char *hash =
        s->auth ? s->auth->payload_hash : http_header(s->req, "x-amz-content-sha256");
    uint8_t bytes[32];

    if (!hash || strncmp(hash, "UNSIGNED", 8) == 0 || strncmp(hash, "STREAMING", 9) == 0)
        return 0;
    if (strlen(hash) != 64 || hex_decode(hash, 64, bytes) != 0)
        return s3_fail_argument(
            s,
            "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, "
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, "
            "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD, "
            "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER or a valid sha256 value.",
            "x-amz-content-sha256", hash);
    ret->sha256 = hash;
    ret->algs |= 1u << DIGEST_SHA256;
    return 0;
}

/* A header named x-amz-checksum-…, which must be one of those known and the only one. */
static int read_value(struct s3 *s, struct s3_checksums *ret)
{
    for (size_t i = 0; !s->sums_of_whole && i < s->req->n_headers; i++) {
        const char *name = s->req->headers[i].name;
        if (!str_starts(name, "x-amz-checksum-") || str_eq(name, "x-amz-checksum-mode") ||
            str_eq(name, "x-amz-checksum-algorithm") || str_eq(name, "x-amz-checksum-type"))
            continue;
        int alg = s3_checksum_alg(name + strlen("x-amz-checksum-"));
        if (alg < 0)
            return s3_fail_header(s, name);
        if (ret->announced)
            return s3_fail(s, "InvalidRequest",
                           "Expecting a single x-amz-checksum- header. Multiple checksum Types are "
                           "not allowed.");
        if (!checksum_is_value(s->a, (enum digest_alg)alg, s->req->headers[i].value))
            return checksum_bad_value(s, name);
        ret->alg = (enum digest_alg)alg;
        ret->announced = true;
        ret->expected = s->req->headers[i].value;
    }
    return 0;
}

static int read_trailer(struct s3 *s, struct s3_checksums *ret)
{
    const char *name = http_header(s->req, "x-amz-trailer");

    if (!name)
        return 0;
    int alg = str_starts(name, "x-amz-checksum-") ? s3_checksum_alg(name + 15) : -1;
    if (alg < 0)
        return s3_fail(s, "InvalidRequest",
                       "The value specified in the x-amz-trailer header is not supported");
    if (ret->announced)
        return s3_fail(s, "InvalidRequest",
                       "Expecting a single x-amz-checksum- header. Multiple checksum Types are not "
                       "allowed.");
    ret->alg = (enum digest_alg)alg;
    ret->announced = true;
    ret->trailer = s3_checksum_header(ret->alg);
    return 0;
}

int s3_checksums_read(struct s3 *s, struct s3_checksums *ret)
{
    const char *sdk = s3_header(s, "x-amz-sdk-checksum-algorithm");

    *ret = (struct s3_checksums){.alg = DIGEST_CRC64NVME};
    if (read_md5(s, ret) != 0 || read_sha256(s, ret) != 0 || read_value(s, ret) != 0 ||
        read_trailer(s, ret) != 0)
        return -1;
    if (sdk && !ret->announced)
        return s3_fail(s, "InvalidRequest",
                       "x-amz-sdk-checksum-algorithm specified, but no corresponding "
                       "x-amz-checksum-* or x-amz-trailer headers were found.");
    if (sdk && s3_checksum_alg(sdk) != (int)ret->alg)
        return s3_fail(s, "InvalidRequest",
                       "Value for x-amz-sdk-checksum-algorithm header is invalid.");
    ret->algs |= 1u << ret->alg;
    return 0;
}

static int verify_md5(struct s3 *s, const struct s3_checksums *sums, const uint8_t *got)
{
    if (memcmp(sums->md5, got, 16) == 0)
        return 0;
    struct s3_extra extra[] = {{"ExpectedDigest", base64_encode(s->a, sums->md5, 16)},
                               {"CalculatedDigest", base64_encode(s->a, got, 16)}};
    return s3_fail_with(s, "BadDigest", NULL, extra, 2);
}

static int verify_sha256(struct s3 *s, const struct s3_checksums *sums, const uint8_t *got)
{
    char hex[65];

    hex_encode(got, 32, hex);
    if (str_ieq(hex, sums->sha256))
        return 0;
    struct s3_extra extra[] = {{"ClientComputedContentSHA256", sums->sha256},
                               {"S3ComputedContentSHA256", hex}};
    return s3_fail_with(s, "XAmzContentSHA256Mismatch", NULL, extra, 2);
}

int s3_checksums_verify(struct s3 *s, const struct s3_checksums *sums, const char *trailer_value,
                        void (*digest)(void *ctx, enum digest_alg alg, uint8_t ret[DIGEST_MAX]),
                        void *ctx, struct json **ret)
{
    const char *expected = sums->trailer ? trailer_value : sums->expected;
    uint8_t got[DIGEST_MAX], sha256[DIGEST_MAX];

    if (sums->has_md5) {
        digest(ctx, DIGEST_MD5, got);
        if (verify_md5(s, sums, got) != 0)
            return -1;
    }
    digest(ctx, sums->alg, got);
    if (sums->sha256) {
        if (sums->alg != DIGEST_SHA256)
            digest(ctx, DIGEST_SHA256, sha256);
        if (verify_sha256(s, sums, sums->alg == DIGEST_SHA256 ? got : sha256) != 0)
            return -1;
    }
    if (sums->trailer && !trailer_value)
        return s3_fail(s, "MalformedTrailerError", NULL);
    const char *value = base64_encode(s->a, got, digest_size(sums->alg));
    if (sums->trailer && !checksum_is_value(s->a, sums->alg, trailer_value))
        return checksum_bad_value(s, sums->trailer);
    if (expected && strcmp(expected, value) != 0)
        return s3_fail(s, "BadDigest",
                       arena_printf(s->a,
                                    "The %s you specified did not match the calculated checksum.",
                                    digest_name(sums->alg)));
    *ret = json_object(s->a);
    json_set_str(s->a, *ret, digest_name(sums->alg), value);
    json_set_str(s->a, *ret, "type", "FULL_OBJECT");
    return 0;
}

void s3_checksums_headers(struct s3 *s, const struct json *checksums)
{
    bool any = false;

    if (!checksums)
        return;
    for (size_t i = 0; i < N_ALGS; i++) {
        const char *value = json_get_str(checksums, algs[i].name);
        any |= value != NULL;
        s3_set(s, algs[i].header, value);
    }
    if (any)
        s3_set(s, "x-amz-checksum-type", json_get_str(checksums, "type"));
}

void s3_checksums_xml(struct buf *out, const struct json *checksums, bool type)
{
    bool any = false;

    for (size_t i = 0; i < N_ALGS; i++) {
        const char *value = json_get_str(checksums, algs[i].name);
        any |= value != NULL;
        xml_elem(out, algs[i].element, value);
    }
    if (any && type)
        xml_elem(out, "ChecksumType", json_get_str(checksums, "type"));
}
