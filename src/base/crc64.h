/* CRC-64/NVME (Rocksoft) for where ISA-L is older than 2.31 and has none; private to digest.c. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CRC64NVME_POLYNOMIAL 0x9a6c9329ac4bc9b5u /* reflected */

/* The CRC of what came before (0 at the start) joined with these bytes. */
uint64_t crc64nvme(uint64_t crc, const void *p, size_t n);

/* Whether the processor helps: else it is slow beside the disk. */
bool crc64nvme_is_fast(void);
