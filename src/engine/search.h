/* Search: resources by an expression over what Describe answers for them. In and out are as the
 * operation has them. Not on the engine's or the writer's thread. */
#pragma once
#include "engine/engine.h"

/* ERR_UNSUPPORTED: a kind of resource that is not here. ERR_INVALID: the expression. */
int search(struct engine *e, const struct engine_who *who, struct arena *a, const struct json *in,
           struct json **out, struct err *err);

/* --- search_match.c: pure --- */
/* Whether a document satisfies an expression (NULL: always). */
int search_match(struct arena *a, const struct json *expression, const struct json *document,
                 bool *ret, struct err *err);
/* The value at "A.B.C" of a document, the first one where lists are on the way; or NULL. */
const struct json *search_value(struct arena *a, const struct json *document, const char *path);
