/* Digests: hashes and HMAC by OpenSSL, CRCs by ISA-L, hex and base64.
 *
 * The one file that includes OpenSSL's and ISA-L's headers here. A CRC's state in a digest_set is
 * the finished CRC of what came so far; where a library function wants the inverted register, the
 * inversion is at its call. OpenSSL's algorithms are fetched once: a fetch costs more than hashing
 * a short string. */
#include "base/digest.h"
#include "base/crc64.h"
#include <assert.h>
#include <limits.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <isa-l/crc.h>
#ifdef HAVE_CRC64_ROCKSOFT
#include <isa-l/crc64.h>
#endif
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name;
    size_t size;
    uint64_t polynomial; /* reflected; of the CRCs */
} algs[DIGEST_COUNT] = {
    [DIGEST_MD5] = {"MD5", 16, 0},
    [DIGEST_SHA1] = {"SHA1", 20, 0},
    [DIGEST_SHA256] = {"SHA256", 32, 0},
    [DIGEST_CRC32] = {"CRC32", 4, 0xedb88320},
    [DIGEST_CRC32C] = {"CRC32C", 4, 0x82f63b78},
    [DIGEST_CRC64NVME] = {"CRC64NVME", 8, CRC64NVME_POLYNOMIAL},
};

#define N_HASHES (DIGEST_SHA256 + 1) /* those before the CRCs */

struct digest_set {
    unsigned algs;
    EVP_MD_CTX *hashes[N_HASHES];
    uint64_t crcs[DIGEST_COUNT];
};

static EVP_MD *fetched[N_HASHES];

static void fetch_all(void)
{
    for (int i = 0; i < N_HASHES; i++) {
        /* "-fips": an ETag's MD5 is no cryptography, so a FIPS default must not forbid it */
        fetched[i] = EVP_MD_fetch(NULL, algs[i].name, "-fips");
        if (!fetched[i])
            die("OpenSSL has no %s", algs[i].name);
    }
}

static const EVP_MD *hash_alg(enum digest_alg alg)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    pthread_once(&once, fetch_all);
    return fetched[alg];
}

static void must(int ok, const char *what)
{
    if (ok != 1)
        die("OpenSSL: %s failed", what);
}

static bool is_crc(enum digest_alg alg)
{
    return algs[alg].polynomial != 0;
}

bool digest_is_slow(enum digest_alg alg)
{
#ifdef HAVE_CRC64_ROCKSOFT
    return alg < N_HASHES;
#else
    return alg < N_HASHES || (alg == DIGEST_CRC64NVME && !crc64nvme_is_fast());
#endif
}

size_t digest_size(enum digest_alg alg)
{
    return algs[alg].size;
}

const char *digest_name(enum digest_alg alg)
{
    return algs[alg].name;
}

/* The CRC of what came before joined with these bytes. */
static uint64_t crc_add(enum digest_alg alg, uint64_t crc, const uint8_t *p, size_t n)
{
    switch (alg) {
    case DIGEST_CRC32:
        return crc32_gzip_refl((uint32_t)crc, p, n);
    case DIGEST_CRC32C:
        for (crc = (uint32_t)~crc; n > 0;) {
            int part = n < INT_MAX / 2 ? (int)n : INT_MAX / 2;
            /* the parameter is not const, though nothing is written */
            crc = crc32_iscsi((unsigned char *)p, part, (unsigned)crc);
            p += part;
            n -= (size_t)part;
        }
        return (uint32_t)~crc;
    case DIGEST_CRC64NVME:
#ifdef HAVE_CRC64_ROCKSOFT
        return crc64_rocksoft_refl(crc, p, n);
#else
        return crc64nvme(crc, p, n);
#endif
    default:
        die("%s is no CRC", algs[alg].name);
    }
}

static void store_be(uint64_t value, size_t size, uint8_t *ret)
{
    for (size_t i = size; i-- > 0; value >>= 8)
        ret[i] = (uint8_t)value;
}

struct digest_set *digest_set_create(unsigned which)
{
    struct digest_set *d = xcalloc(1, sizeof(*d));

    assert(which < 1u << DIGEST_COUNT);
    d->algs = which;
    for (int i = 0; i < N_HASHES; i++) {
        if (!(which & 1u << i))
            continue;
        d->hashes[i] = EVP_MD_CTX_new();
        if (!d->hashes[i])
            die("out of memory");
        must(EVP_DigestInit_ex2(d->hashes[i], hash_alg((enum digest_alg)i), NULL), "DigestInit");
    }
    return d;
}

void digest_set_destroy(struct digest_set *d)
{
    if (!d)
        return;
    for (int i = 0; i < N_HASHES; i++)
        EVP_MD_CTX_free(d->hashes[i]);
    free(d);
}

void digest_set__cleanup(struct digest_set **d)
{
    digest_set_destroy(*d);
    *d = NULL;
}

unsigned digest_set_algs(const struct digest_set *d)
{
    return d->algs;
}

void digest_set_update(struct digest_set *d, const void *p, size_t n)
{
    if (n == 0)
        return;
    for (int i = 0; i < DIGEST_COUNT; i++) {
        if (!(d->algs & 1u << i))
            continue;
        if (is_crc((enum digest_alg)i))
            d->crcs[i] = crc_add((enum digest_alg)i, d->crcs[i], p, n);
        else
            must(EVP_DigestUpdate(d->hashes[i], p, n), "DigestUpdate");
    }
}

void digest_set_final(struct digest_set *d, enum digest_alg alg, uint8_t ret[DIGEST_MAX])
{
    unsigned char out[EVP_MAX_MD_SIZE];

    assert(d->algs & 1u << alg);
    if (is_crc(alg)) {
        store_be(d->crcs[alg], algs[alg].size, ret);
        return;
    }
    must(EVP_DigestFinal_ex(d->hashes[alg], out, NULL), "DigestFinal");
    memcpy(ret, out, algs[alg].size);
}

void digest_bytes(enum digest_alg alg, const void *p, size_t n, uint8_t ret[DIGEST_MAX])
{
    unsigned char out[EVP_MAX_MD_SIZE];

    if (is_crc(alg)) {
        store_be(n ? crc_add(alg, 0, p, n) : 0, algs[alg].size, ret);
        return;
    }
    must(EVP_Digest(n ? p : "", n, out, NULL, hash_alg(alg), NULL), "Digest");
    memcpy(ret, out, algs[alg].size);
}

const char *digest_hex(struct arena *a, enum digest_alg alg, const void *p, size_t n)
{
    char *hex = arena_alloc(a, 2 * DIGEST_MAX + 1);
    uint8_t bytes[DIGEST_MAX];

    digest_bytes(alg, p, n, bytes);
    hex_encode(bytes, digest_size(alg), hex);
    return hex;
}

/* --- joining CRCs ------------------------------------------------------------------------------
 *
 * A CRC is a polynomial modulo P over GF(2), here reflected: the highest bit is x^0. Appending n
 * zero bits multiplies it by x^n; the initial and final inversions of the two parts cancel. So
 * crc(A B) = crc(A) * x^(8 |B|) + crc(B). */

static uint64_t poly_multiply(uint64_t x, uint64_t y, uint64_t polynomial, uint64_t one)
{
    uint64_t product = 0;

    for (uint64_t bit = one; bit; bit >>= 1) {
        if (x & bit)
            product ^= y;
        y = y & 1 ? y >> 1 ^ polynomial : y >> 1;
    }
    return product;
}

uint64_t digest_crc_combine(enum digest_alg alg, uint64_t crc1, uint64_t crc2, uint64_t len2)
{
    assert(is_crc(alg));
    uint64_t polynomial = algs[alg].polynomial, one = 1ull << (8 * algs[alg].size - 1);
    uint64_t power = one >> 8, shift = one; /* x^8, and x^(8 len2) as it grows */

    for (; len2; len2 >>= 1) {
        if (len2 & 1)
            shift = poly_multiply(shift, power, polynomial, one);
        power = poly_multiply(power, power, polynomial, one);
    }
    return poly_multiply(crc1, shift, polynomial, one) ^ crc2;
}

/* --- HMAC, comparing, hex, base64 ------------------------------------------------------------- */

void hmac_sha256(const void *key, size_t key_len, const void *p, size_t n, uint8_t ret[32])
{
    assert(key_len <= INT_MAX);
    if (!HMAC(hash_alg(DIGEST_SHA256), key_len ? key : "", (int)key_len, n ? p : (const void *)"",
              n, ret, NULL))
        die("OpenSSL: HMAC failed");
}

bool bytes_equal(const void *x, const void *y, size_t n)
{
    return n == 0 || CRYPTO_memcmp(x, y, n) == 0;
}

void hex_encode(const void *p, size_t n, char *ret)
{
    static const char digits[] = "0123456789abcdef";
    const uint8_t *bytes = p;

    for (size_t i = 0; i < n; i++) {
        ret[2 * i] = digits[bytes[i] >> 4];
        ret[2 * i + 1] = digits[bytes[i] & 15];
    }
    ret[2 * n] = '\0';
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

int hex_decode(const char *s, size_t n, uint8_t *ret)
{
    if (n % 2)
        return -1;
    for (size_t i = 0; i < n; i += 2) {
        int high = hex_digit(s[i]), low = hex_digit(s[i + 1]);
        if (high < 0 || low < 0)
            return -1;
        ret[i / 2] = (uint8_t)(high << 4 | low);
    }
    return 0;
}

static const char base64_digits[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

char *base64_encode(struct arena *a, const void *p, size_t n)
{
    const uint8_t *bytes = p;
    char *text = arena_alloc(a, (n + 2) / 3 * 4 + 1), *out = text;

    for (size_t i = 0; i < n; i += 3) {
        size_t have = n - i < 3 ? n - i : 3;
        uint32_t group = (uint32_t)bytes[i] << 16;
        group |= have > 1 ? (uint32_t)bytes[i + 1] << 8 : 0;
        group |= have > 2 ? bytes[i + 2] : 0;
        *out++ = base64_digits[group >> 18];
        *out++ = base64_digits[group >> 12 & 63];
        *out++ = have > 1 ? base64_digits[group >> 6 & 63] : '=';
        *out++ = have > 2 ? base64_digits[group & 63] : '=';
    }
    *out = '\0';
    return text;
}

static int base64_digit(char c)
{
    const char *at = c ? strchr(base64_digits, c) : NULL;

    return at ? (int)(at - base64_digits) : -1;
}

/* Strict: padded to groups of four, nothing but digits, no stray bits in the last group. */
int base64_decode(struct arena *a, const char *s, size_t n, uint8_t **ret, size_t *ret_len)
{
    if (n % 4)
        return -1;
    uint8_t *out = arena_alloc(a, n / 4 * 3 + 1);
    size_t len = 0;
    size_t padding = n && s[n - 1] == '=' ? (s[n - 2] == '=' ? 2 : 1) : 0;

    for (size_t i = 0; i < n; i += 4) {
        size_t pad = i + 4 == n ? padding : 0;
        uint32_t group = 0;
        for (size_t j = 0; j < 4; j++) {
            int digit = j + pad >= 4 ? 0 : base64_digit(s[i + j]);
            if (digit < 0)
                return -1;
            group = group << 6 | (uint32_t)digit;
        }
        if (pad && group & (pad == 2 ? 0xffff : 0xff))
            return -1;
        for (size_t j = 0; j + pad < 3; j++)
            out[len++] = (uint8_t)(group >> (16 - 8 * j));
    }
    out[len] = 0;
    *ret = out;
    *ret_len = len;
    return 0;
}
