/* Growing byte buffers with a maximum.
 *
 * Invariants: data[len] is NUL; len <= max; cap counts the bytes allocated, 0 while data points to
 * the shared empty string, which nobody writes to. Once `failed`, the content no longer changes
 * until buf_clear(). */
#include "base/buf.h"
#include "base/err.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char empty[1];

void buf_init(struct buf *b, size_t max)
{
    *b = (struct buf){.data = empty, .max = max < PTRDIFF_MAX ? max : PTRDIFF_MAX - 1};
}

void buf_free(struct buf *b)
{
    if (b->cap)
        free(b->data);
    *b = (struct buf){.data = empty, .max = b->max};
}

void buf_clear(struct buf *b)
{
    b->len = 0;
    b->failed = false;
    if (b->cap)
        b->data[0] = '\0';
}

bool buf_failed(const struct buf *b)
{
    return b->failed;
}

/* Makes room for n more bytes and the NUL; false when the maximum forbids it. */
static bool make_room(struct buf *b, size_t n)
{
    if (b->failed)
        return false;
    if (n > b->max - b->len) {
        b->failed = true;
        return false;
    }
    size_t need = b->len + n + 1;
    if (need <= b->cap)
        return true;

    size_t cap = b->cap ? b->cap + b->cap / 2 : 128;
    if (cap < need)
        cap = need;
    if (cap > b->max + 1)
        cap = b->max + 1;
    b->data = xrealloc(b->cap ? b->data : NULL, cap);
    b->cap = cap;
    b->data[b->len] = '\0';
    return true;
}

void buf_add(struct buf *b, const void *p, size_t n)
{
    if (n == 0 || !make_room(b, n))
        return;
    memcpy(b->data + b->len, p, n);
    b->len += n;
    b->data[b->len] = '\0';
}

void buf_adds(struct buf *b, const char *s)
{
    buf_add(b, s, strlen(s));
}

void buf_addc(struct buf *b, char c)
{
    buf_add(b, &c, 1);
}

void buf_addf(struct buf *b, const char *fmt, ...)
{
    char small[256];
    va_list ap;

    va_start(ap, fmt);
    int n = vsnprintf(small, sizeof(small), fmt, ap);
    va_end(ap);
    if (n < 0)
        die("vsnprintf refused the format \"%s\"", fmt);
    if ((size_t)n < sizeof(small)) {
        buf_add(b, small, (size_t)n);
        return;
    }
    if (!make_room(b, (size_t)n))
        return;
    va_start(ap, fmt);
    vsnprintf(b->data + b->len, (size_t)n + 1, fmt, ap);
    va_end(ap);
    b->len += (size_t)n;
}

void buf_consume(struct buf *b, size_t n)
{
    if (n > b->len)
        die("a buffer of %zu bytes was to lose %zu", b->len, n);
    if (n == 0)
        return;
    b->len -= n;
    memmove(b->data, b->data + n, b->len + 1);
}

char *buf_take(struct buf *b, size_t *ret_len)
{
    char *data = b->cap ? b->data : xcalloc(1, 1);

    if (ret_len)
        *ret_len = b->len;
    *b = (struct buf){.data = empty, .max = b->max};
    return data;
}
