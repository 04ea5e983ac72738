/* Deadlines of connections: a binary heap that only the loop thread touches.
 *
 * Pushing a deadline back, the usual case, leaves the heap as it is; the entry is corrected when it
 * comes up. A connection is in the heap at most once. */
#include "net/http_internal.h"
#include <stdlib.h>

static void place(struct http_timers *t, size_t i, struct http_timer entry)
{
    t->heap[i] = entry;
    entry.conn->heap_at = i;
}

static void sift_up(struct http_timers *t, size_t i, struct http_timer entry)
{
    while (i > 0 && t->heap[(i - 1) / 2].at_ms > entry.at_ms) {
        place(t, i, t->heap[(i - 1) / 2]);
        i = (i - 1) / 2;
    }
    place(t, i, entry);
}

static void sift_down(struct http_timers *t, size_t i, struct http_timer entry)
{
    for (;;) {
        size_t kid = 2 * i + 1;
        if (kid >= t->n)
            break;
        if (kid + 1 < t->n && t->heap[kid + 1].at_ms < t->heap[kid].at_ms)
            kid++;
        if (t->heap[kid].at_ms >= entry.at_ms)
            break;
        place(t, i, t->heap[kid]);
        i = kid;
    }
    place(t, i, entry);
}

void http__timer_set(struct http_conn *c, int64_t at_ms)
{
    struct http_timers *t = &c->srv->timers;

    c->deadline_ms = at_ms;
    if (c->heap_at != SIZE_MAX) {
        if (at_ms < t->heap[c->heap_at].at_ms)
            sift_up(t, c->heap_at, (struct http_timer){at_ms, c});
        return;
    }
    if (t->n == t->cap) {
        t->cap = t->cap ? t->cap * 2 : 64;
        t->heap = xrealloc(t->heap, t->cap * sizeof(t->heap[0]));
    }
    sift_up(t, t->n++, (struct http_timer){at_ms, c});
}

void http__timer_remove(struct http_conn *c)
{
    struct http_timers *t = &c->srv->timers;
    size_t i = c->heap_at;

    if (i == SIZE_MAX)
        return;
    c->heap_at = SIZE_MAX;
    struct http_timer moved = t->heap[--t->n];
    if (i == t->n)
        return;
    if (i > 0 && t->heap[(i - 1) / 2].at_ms > moved.at_ms)
        sift_up(t, i, moved);
    else
        sift_down(t, i, moved);
}

struct http_conn *http__timer_due(struct http_server *srv, int64_t now_ms)
{
    struct http_timers *t = &srv->timers;

    while (t->n && t->heap[0].at_ms <= now_ms) {
        struct http_conn *c = t->heap[0].conn;
        if (!c->away && c->deadline_ms > now_ms) {
            sift_down(t, 0, (struct http_timer){c->deadline_ms, c});
            continue;
        }
        http__timer_remove(c);
        if (!c->away)
            return c;
    }
    return NULL;
}

int64_t http__timer_next(const struct http_server *srv)
{
    return srv->timers.n ? srv->timers.heap[0].at_ms : INT64_MAX;
}
