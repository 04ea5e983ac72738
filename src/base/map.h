/* A hash map from strings to pointers. Keys are copied; values belong to the caller. */
#pragma once
#include <stdbool.h>
#include <stddef.h>

struct map;
struct map *map_create(void);
void map_destroy(struct map *m);                     /* takes NULL */
void *map_get(const struct map *m, const char *key); /* or NULL */
/* Returns the value that was there before, or NULL. `value` is not NULL. */
void *map_set(struct map *m, const char *key, void *value);
void *map_del(struct map *m, const char *key); /* what was there, or NULL */
size_t map_len(const struct map *m);
/* Visits every entry in no order; `*cursor` starts at 0. False at the end. The map must not change.
 */
bool map_next(const struct map *m, size_t *cursor, const char **ret_key, void **ret_value);
