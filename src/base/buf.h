/* A growing byte buffer with a mandatory maximum.
 *
 * Appending past the maximum sets `failed` and appends nothing from then on: write freely, check
 * once with buf_failed() at the end. The content is always NUL-terminated behind `len`. */
#pragma once
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct buf {
    char *data; /* never NULL after buf_init */
    size_t len, cap, max;
    bool failed;
};

void buf_init(struct buf *b, size_t max);
void buf_free(struct buf *b);
void buf_clear(struct buf *b); /* len = 0, failed = false; keeps the memory */
bool buf_failed(const struct buf *b);

void buf_add(struct buf *b, const void *p, size_t n);
void buf_adds(struct buf *b, const char *s);
void buf_addc(struct buf *b, char c);
void buf_addf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Drops the first n bytes. */
void buf_consume(struct buf *b, size_t n);
/* Gives the memory away (free() it) and leaves an empty buffer. */
char *buf_take(struct buf *b, size_t *ret_len);

#define cleanup_buf __attribute__((cleanup(buf_free)))
