/* CRC-64/NVME by tables, 16 bytes a step.
 *
 * tables[k][b] is the CRC register after byte b and k zero bytes, starting from 0; the XOR of
 * sixteen look-ups is the register after sixteen bytes. 32 KiB, made on first use. */
#include "base/crc64.h"
#include <endian.h>
#include <pthread.h>
#include <string.h>

#define STRIDE 16

static uint64_t tables[STRIDE][256];

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
}

static uint64_t eight(const uint64_t table[][256], uint64_t word)
{
    uint64_t crc = 0;

    for (int i = 0; i < 8; i++)
        crc ^= table[7 - i][word >> 8 * i & 255];
    return crc;
}

uint64_t crc64nvme(uint64_t crc, const void *p, size_t n)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    const uint8_t *bytes = p;

    pthread_once(&once, make_tables);
    crc = ~crc;
    for (; n >= STRIDE; n -= STRIDE, bytes += STRIDE) {
        uint64_t words[2];
        memcpy(words, bytes, sizeof(words));
        crc = eight(tables + 8, crc ^ le64toh(words[0])) ^ eight(tables, le64toh(words[1]));
    }
    for (; n > 0; n--)
        crc = crc >> 8 ^ tables[0][(crc ^ *bytes++) & 255];
    return ~crc;
}
