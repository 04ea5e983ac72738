/* ClientRequestTokens of executions that were started since the engine's start: their rows may not
 * be there yet when the same token comes again. Those of earlier starts are in the rows alone.
 * Engine thread. */
#include "engine/core.h"
#include <stdlib.h>
#include <string.h>

void tokens_add(struct engine *e, const char *key, const char *arn, const char *digest)
{
    size_t n = strlen(arn) + 1;
    struct start_token *t = xmalloc(sizeof(*t) + n);

    memcpy(t->arn, arn, n);
    memcpy(t->digest, digest, sizeof(t->digest));
    map_set(e->tokens, key, t);
}

void tokens_drop(struct engine *e, bool (*gone)(const void *ctx, const char *arn), const void *ctx)
{
    struct map *kept = map_create();
    const char *key;
    void *p;

    for (size_t at = 0; map_next(e->tokens, &at, &key, &p);) {
        struct start_token *t = p;
        if (gone(ctx, t->arn))
            free(t);
        else
            map_set(kept, key, t);
    }
    map_destroy(e->tokens);
    e->tokens = kept;
}

bool tokens_all(const void *ctx, const char *arn)
{
    return true;
}
