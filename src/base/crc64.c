/* CRC-64/NVME by tables, 16 bytes a step, and where the processor multiplies polynomials, 64.
 *
 * tables[k][b] is the CRC register after byte b and k zero bytes, starting from 0; the XOR of
 * sixteen look-ups is the register after sixteen bytes. 32 KiB, made on first use.
 *
 * Folding: sixteen bytes are a polynomial lo * x^64 + hi. What they add to the CRC of what lies n
 * bits further on is that times x^n, of which any remainder by the polynomial will do: two products
 * of 64 by 64 bits, XORed into the sixteen bytes that lie there. Four such chains run side by side;
 * what is left at the end are sixteen bytes with the CRC of all. */
#include "base/crc64.h"
#include <endian.h>
#include <pthread.h>
#include <string.h>
#ifdef __x86_64__
#include <immintrin.h>
#endif

#define STRIDE 16
#define LANES  4

static uint64_t tables[STRIDE][256];
static uint64_t by_lanes[2], by_one[2]; /* what lo and hi are multiplied with, to fold */
static bool can_multiply;

/* x^n modulo the polynomial, reflected: bit 63 is x^0. */
static uint64_t power(int n)
{
    uint64_t p = 1ull << 63;

    for (; n > 0; n--)
        p = p & 1 ? p >> 1 ^ CRC64NVME_POLYNOMIAL : p >> 1;
    return p;
}

/* The product of two reflected numbers comes out one place too high, hence the - 1. */
static void make_factors(uint64_t ret[2], int bits)
{
    ret[0] = power(bits + 64 - 1);
    ret[1] = power(bits - 1);
}

static void make_tables(void)
{
    for (unsigned b = 0; b < 256; b++) {
        uint64_t crc = b;
        for (int bit = 0; bit < 8; bit++)
            crc = crc & 1 ? crc >> 1 ^ CRC64NVME_POLYNOMIAL : crc >> 1;
        tables[0][b] = crc;
    }
    for (int k = 1; k < STRIDE; k++)
        for (unsigned b = 0; b < 256; b++)
            tables[k][b] = tables[k - 1][b] >> 8 ^ tables[0][tables[k - 1][b] & 255];
    make_factors(by_lanes, 8 * STRIDE * LANES);
    make_factors(by_one, 8 * STRIDE);
#ifdef __x86_64__
    can_multiply = __builtin_cpu_supports("pclmul");
#endif
}

static void prepare(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    pthread_once(&once, make_tables);
}

bool crc64nvme_is_fast(void)
{
    prepare();
    return can_multiply;
}

static uint64_t eight(const uint64_t table[][256], uint64_t word)
{
    uint64_t crc = 0;

    for (int i = 0; i < 8; i++)
        crc ^= table[7 - i][word >> 8 * i & 255];
    return crc;
}

/* The register after these bytes. */
static uint64_t add(uint64_t crc, const uint8_t *bytes, size_t n)
{
    for (; n >= STRIDE; n -= STRIDE, bytes += STRIDE) {
        uint64_t words[2];
        memcpy(words, bytes, sizeof(words));
        crc = eight(tables + 8, crc ^ le64toh(words[0])) ^ eight(tables, le64toh(words[1]));
    }
    for (; n > 0; n--)
        crc = crc >> 8 ^ tables[0][(crc ^ *bytes++) & 255];
    return crc;
}

#ifdef __x86_64__
typedef __m128i lane;

static lane load(const uint8_t *p)
{
    return _mm_loadu_si128((const lane *)p);
}

__attribute__((target("pclmul"))) static lane fold(lane l, lane factors, lane onto)
{
    lane lo = _mm_clmulepi64_si128(l, factors, 0x00), hi = _mm_clmulepi64_si128(l, factors, 0x11);

    return _mm_xor_si128(_mm_xor_si128(lo, hi), onto);
}

/* The register after all whole strides, of which there are at least LANES. */
__attribute__((target("pclmul"))) static uint64_t add_folding(uint64_t crc, const uint8_t *bytes,
                                                              size_t n)
{
    lane factors = load((const uint8_t *)by_lanes), lanes[LANES];
    uint8_t left[STRIDE];

    for (int i = 0; i < LANES; i++)
        lanes[i] = load(bytes + STRIDE * i);
    lanes[0] = _mm_xor_si128(lanes[0], _mm_cvtsi64_si128((long long)crc));
    bytes += sizeof(lanes);
    n -= sizeof(lanes);
    for (; n >= sizeof(lanes); n -= sizeof(lanes), bytes += sizeof(lanes))
        for (int i = 0; i < LANES; i++)
            lanes[i] = fold(lanes[i], factors, load(bytes + STRIDE * i));
    factors = load((const uint8_t *)by_one);
    for (int i = 1; i < LANES; i++)
        lanes[0] = fold(lanes[0], factors, lanes[i]);
    for (; n >= STRIDE; n -= STRIDE, bytes += STRIDE)
        lanes[0] = fold(lanes[0], factors, load(bytes));
    _mm_storeu_si128((lane *)left, lanes[0]);
    return add(0, left, sizeof(left));
}
#else
static uint64_t add_folding(uint64_t crc, const uint8_t *bytes, size_t n)
{
    return add(crc, bytes, n - n % STRIDE);
}
#endif

uint64_t crc64nvme(uint64_t crc, const void *p, size_t n)
{
    const uint8_t *bytes = p;

    prepare();
    crc = ~crc;
    if (can_multiply && n >= STRIDE * LANES) {
        crc = add_folding(crc, bytes, n);
        bytes += n - n % STRIDE;
        n %= STRIDE;
    }
    return ~add(crc, bytes, n);
}
