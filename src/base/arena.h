/* An arena: memory for one request, freed in one call.
 *
 * Blocks grow from 4 KiB; nothing is freed before the arena. `budget` bounds what one request may
 * take: past it allocations still succeed (so that straight-line code need not check each), but
 * arena_over() turns true and stays so; whoever owns the request checks it before it answers.
 * Past eight times the budget the program ends, since a bound on the input was missing. */
#pragma once
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct arena;

struct arena *arena_create(size_t budget);
void arena_destroy(struct arena *a); /* takes NULL */
void arena_reset(struct arena *a);   /* empties it, keeps the first block */
bool arena_over(const struct arena *a);
size_t arena_used(const struct arena *a);

void *arena_alloc(struct arena *a, size_t size);  /* aligned to 16; not cleared */
void *arena_zalloc(struct arena *a, size_t size); /* cleared */
void *arena_memdup(struct arena *a, const void *p, size_t size);
char *arena_strdup(struct arena *a, const char *s); /* takes NULL, gives NULL */
char *arena_strndup(struct arena *a, const char *s, size_t n);
char *arena_printf(struct arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *a, const char *fmt, va_list ap);

void arena__cleanup(struct arena **a);
#define cleanup_arena __attribute__((cleanup(arena__cleanup)))
