/* Small objects as whole texts: definitions, property files. */
#pragma once
#include "engine/engine.h"

/* The object's bytes, NUL-terminated, in the arena; ERR_LIMIT beyond `max`. Blocks. */
int s3_read_object(struct engine *e, struct arena *a, const char *bucket, const char *key,
                   size_t max, char **ret, size_t *ret_len, struct err *err);
/* The same for "s3://bucket/key". */
int s3_read_uri(struct engine *e, struct arena *a, const char *uri, size_t max, char **ret,
                size_t *ret_len, struct err *err);
