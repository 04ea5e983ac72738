/* Arenas: a list of blocks, each twice the size of the one before, up to a bound.
 *
 * Invariants: `newest` is the block being filled; `used` counts what callers asked for, rounded to
 * 16 bytes, over all blocks. Not thread-safe: an arena belongs to one request. Under
 * AddressSanitizer what was not handed out is poisoned, with a gap behind each allocation, so that
 * overruns show. */
#include "base/arena.h"
#include "base/err.h"
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ASAN 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define ARENA_ASAN 1
#endif

#ifdef ARENA_ASAN
#include <sanitizer/asan_interface.h>
#define ARENA_GAP            16
#define arena_poison(p, n)   ASAN_POISON_MEMORY_REGION(p, n)
#define arena_unpoison(p, n) ASAN_UNPOISON_MEMORY_REGION(p, n)
#else
#define ARENA_GAP            0
#define arena_poison(p, n)   ((void)0)
#define arena_unpoison(p, n) ((void)0)
#endif

#define ARENA_FIRST_BLOCK ((size_t)4096)
#define ARENA_LAST_BLOCK  ((size_t)1 << 20)
#define ARENA_ALIGN       ((size_t)16)

struct arena_block {
    struct arena_block *older;
    size_t size, filled;
    _Alignas(16) char data[];
};

struct arena {
    struct arena_block *newest;
    size_t budget, used, next_block;
    bool over;
};

static void add_block(struct arena *a, size_t at_least)
{
    size_t size = a->next_block;

    if (size - sizeof(struct arena_block) < at_least)
        size = at_least + sizeof(struct arena_block);
    else if (a->next_block < ARENA_LAST_BLOCK)
        a->next_block *= 2;

    struct arena_block *b = xmalloc(size);
    b->size = size - sizeof(*b);
    b->filled = 0;
    b->older = a->newest;
    arena_poison(b->data, b->size);
    a->newest = b;
}

static void free_block(struct arena_block *b)
{
    arena_unpoison(b->data, b->size);
    free(b);
}

struct arena *arena_create(size_t budget)
{
    assert(budget > 0);
    struct arena *a = xcalloc(1, sizeof(*a));

    a->budget = budget;
    a->next_block = ARENA_FIRST_BLOCK;
    add_block(a, 0);
    return a;
}

void arena_destroy(struct arena *a)
{
    if (!a)
        return;
    for (struct arena_block *b = a->newest, *older; b; b = older) {
        older = b->older;
        free_block(b);
    }
    free(a);
}

void arena_reset(struct arena *a)
{
    while (a->newest->older) {
        struct arena_block *b = a->newest;
        a->newest = b->older;
        free_block(b);
    }
    arena_poison(a->newest->data, a->newest->size);
    a->newest->filled = 0;
    a->next_block = 2 * ARENA_FIRST_BLOCK;
    a->used = 0;
    a->over = false;
}

bool arena_over(const struct arena *a)
{
    return a->over;
}

size_t arena_used(const struct arena *a)
{
    return a->used;
}

void *arena_alloc(struct arena *a, size_t size)
{
    if (size > PTRDIFF_MAX - 4096)
        die("an arena was asked for %zu bytes", size);
    size_t need = size ? (size + ARENA_ALIGN - 1) & ~(ARENA_ALIGN - 1) : ARENA_ALIGN;

    a->used += need;
    if (a->used > a->budget) {
        a->over = true;
        if (a->used / 8 >= a->budget)
            die("an arena of %zu bytes took %zu: a bound on its input is missing", a->budget,
                a->used);
    }
    if (a->newest->size - a->newest->filled < need + ARENA_GAP)
        add_block(a, need + ARENA_GAP);

    void *p = a->newest->data + a->newest->filled;
    a->newest->filled += need + ARENA_GAP;
    arena_unpoison(p, size);
    return p;
}

void *arena_zalloc(struct arena *a, size_t size)
{
    return memset(arena_alloc(a, size), 0, size);
}

void *arena_memdup(struct arena *a, const void *p, size_t size)
{
    void *copy = arena_alloc(a, size);

    if (size)
        memcpy(copy, p, size);
    return copy;
}

char *arena_strdup(struct arena *a, const char *s)
{
    return s ? arena_memdup(a, s, strlen(s) + 1) : NULL;
}

char *arena_strndup(struct arena *a, const char *s, size_t n)
{
    size_t len = strnlen(s, n);
    char *copy = arena_alloc(a, len + 1);

    memcpy(copy, s, len);
    copy[len] = '\0';
    return copy;
}

char *arena_vprintf(struct arena *a, const char *fmt, va_list ap)
{
    char small[256];
    va_list again;

    va_copy(again, ap);
    int n = vsnprintf(small, sizeof(small), fmt, again);
    va_end(again);
    if (n < 0)
        die("vsnprintf refused the format \"%s\"", fmt);
    if ((size_t)n < sizeof(small))
        return arena_memdup(a, small, (size_t)n + 1);

    char *s = arena_alloc(a, (size_t)n + 1);
    vsnprintf(s, (size_t)n + 1, fmt, ap);
    return s;
}

char *arena_printf(struct arena *a, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    char *s = arena_vprintf(a, fmt, ap);
    va_end(ap);
    return s;
}

void arena__cleanup(struct arena **a)
{
    arena_destroy(*a);
    *a = NULL;
}
