/* Digests, checksums, HMAC, hex and base64. Only digest.c includes OpenSSL's and ISA-L's headers.
 *
 * A digest_set computes several at once over one stream of bytes. */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include <stdint.h>

enum digest_alg {
    DIGEST_MD5,
    DIGEST_SHA1,
    DIGEST_SHA256,
    DIGEST_CRC32,
    DIGEST_CRC32C,
    DIGEST_CRC64NVME,
    DIGEST_COUNT
};
#define DIGEST_MAX 32 /* bytes of the longest */

size_t digest_size(enum digest_alg alg);
bool digest_is_slow(enum digest_alg alg);     /* a large upload waits for it */
const char *digest_name(enum digest_alg alg); /* "MD5", "SHA256", "CRC64NVME" … */

struct digest_set; /* algorithms as bits: 1u << DIGEST_MD5 */
struct digest_set *digest_set_create(unsigned algs);
void digest_set_destroy(struct digest_set *d); /* takes NULL */
void digest_set_update(struct digest_set *d, const void *p, size_t n);
/* Big-endian bytes, as S3 prints them; call once per algorithm, after the last update. */
void digest_set_final(struct digest_set *d, enum digest_alg alg, uint8_t ret[DIGEST_MAX]);
unsigned digest_set_algs(const struct digest_set *d);
void digest_set__cleanup(struct digest_set **d);
#define cleanup_digest __attribute__((cleanup(digest_set__cleanup)))

void digest_bytes(enum digest_alg alg, const void *p, size_t n, uint8_t ret[DIGEST_MAX]);
const char *digest_hex(struct arena *a, enum digest_alg alg, const void *p, size_t n);
/* Joins the CRC of a first part with that of a second part of len2 bytes; CRC algorithms only. */
uint64_t digest_crc_combine(enum digest_alg alg, uint64_t crc1, uint64_t crc2, uint64_t len2);
void hmac_sha256(const void *key, size_t key_len, const void *p, size_t n, uint8_t ret[32]);
bool bytes_equal(const void *x, const void *y, size_t n); /* in constant time */

void hex_encode(const void *p, size_t n, char *ret);   /* 2n + 1 bytes */
int hex_decode(const char *s, size_t n, uint8_t *ret); /* n even; -1 if not hex */
char *base64_encode(struct arena *a, const void *p, size_t n);
int base64_decode(struct arena *a, const char *s, size_t n, uint8_t **ret, size_t *ret_len);
