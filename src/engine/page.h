/* One page of a listing, and the NextToken that leads to the next.
 *
 * A token is the last key given, with a MAC over (operation, filter, key): a token of another call,
 * or one that somebody made, is refused. Keys, not offsets: what is added meanwhile shifts nothing.
 */
#pragma once
#include "engine/engine.h"

struct page {
    struct engine *engine;
    struct arena *arena;
    const char *operation, *filter;
    const char *key; /* the last key of the page before, or NULL */
    int64_t max;
    struct json *items;
    const char *last;
    bool more;
};

/* Reads MaxResults and NextToken of `in` (also maxResults, nextToken). ERR_INVALID for a bad token.
 */
int page_begin(struct page *p, struct engine *e, struct arena *a, const char *operation,
               const struct json *in, int64_t max_otherwise, struct err *err);
/* False: the page is full, `item` was not added and the caller stops. */
bool page_add(struct page *p, struct json *item, const char *key);
bool page_add_int(struct page *p, struct json *item, int64_t key);
/* {member: items, NextToken}. */
struct json *page_end(struct page *p, const char *member);
int64_t page_key_int(const struct page *p, int64_t otherwise);
