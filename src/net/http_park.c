/* Parked requests: long polls that cost no thread, only their head and body.
 *
 * A wake notes the key and when it came; the loop runs what waits for it. Slots are picked by the
 * key's hash, `slot_news` holds the last wake of each: a request whose handler looked at the state
 * before that (park_seen) is run again instead of being parked, so no news is lost. */
#include "base/sys.h"
#include "net/http_internal.h"
#include <stdlib.h>
#include <string.h>

static size_t slot_of(uint64_t key)
{
    return (size_t)((key * 0x9e3779b97f4a7c15u) >> 54);
}

_Static_assert(HTTP_PARK_SLOTS == 1 << 10, "slot_of gives ten bits");

uint64_t http_server_news(struct http_server *s)
{
    pthread_mutex_lock(&s->park.mutex);
    uint64_t news = s->park.news;
    pthread_mutex_unlock(&s->park.mutex);
    return news;
}

bool http_server_may_park(struct http_server *s)
{
    int64_t most = s->cfg.max_connections - s->cfg.max_connections / 8;

    return atomic_load(&s->park.n) < most;
}

void http_server_wake(struct http_server *s, uint64_t key)
{
    struct http_park *p = &s->park;
    size_t slot = slot_of(key);

    pthread_mutex_lock(&p->mutex);
    p->slot_news[slot] = ++p->news;
    bool some = p->slot_count[slot] > 0;
    bool first = some && !p->n_woken && !p->all_woken;
    if (some && p->n_woken < HTTP_WOKEN_MAX)
        p->woken[p->n_woken++] = key;
    else if (some)
        p->all_woken = true;
    pthread_mutex_unlock(&p->mutex);
    if (first)
        http__poke(s);
}

void http__park_keep(struct http_conn *c)
{
    const struct http_request *r = &c->x->req;
    const struct http_response *res = &c->x->res;
    struct http_kept *k = c->kept;

    if (!k) {
        k = xmalloc(sizeof(*k) + c->head_len + r->body_len + 1);
        k->times = 0;
        k->head_len = c->head_len;
        k->body_len = r->body_len;
        k->received_ms = r->received_ms;
        k->received_mono_ms = r->received_mono_ms;
        memcpy(k->bytes, c->in, c->head_len);
        memcpy(k->bytes + c->head_len, r->body, r->body_len);
        k->bytes[c->head_len + r->body_len] = '\0';
        c->kept = k;
        /* What the peer sent behind this request stays. */
        memmove(c->in, c->in + c->in_pos, c->in_len - c->in_pos);
        c->in_len -= c->in_pos;
        c->in_pos = 0;
    }
    k->times++;
    k->key = res->park_key;
    k->seen = res->park_seen;
    k->until_ms = res->park_until_mono_ms;
    c->x = NULL;
    arena_destroy(c->arena);
    c->arena = NULL;
    c->blocked = false;
    c->state = CONN_PARKED;
}

bool http__park_add(struct http_conn *c)
{
    struct http_park *p = &c->srv->park;
    size_t slot = slot_of(c->kept->key);

    if (!p->slots)
        p->slots = xcalloc(HTTP_PARK_SLOTS, sizeof(p->slots[0]));
    pthread_mutex_lock(&p->mutex);
    bool quiet = p->slot_news[slot] <= c->kept->seen;
    if (quiet)
        p->slot_count[slot]++;
    pthread_mutex_unlock(&p->mutex);
    if (!quiet)
        return false;
    c->park_next = p->slots[slot];
    if (c->park_next)
        c->park_next->park_link = &c->park_next;
    c->park_link = &p->slots[slot];
    p->slots[slot] = c;
    atomic_fetch_add(&p->n, 1);
    return true;
}

void http__park_remove(struct http_conn *c)
{
    struct http_park *p = &c->srv->park;

    if (!c->park_link)
        return;
    *c->park_link = c->park_next;
    if (c->park_next)
        c->park_next->park_link = c->park_link;
    c->park_link = NULL;
    pthread_mutex_lock(&p->mutex);
    p->slot_count[slot_of(c->kept->key)]--;
    pthread_mutex_unlock(&p->mutex);
    atomic_fetch_sub(&p->n, 1);
}

static void run_slot(struct http_server *srv, size_t slot, const uint64_t *key)
{
    struct http_conn *next;

    for (struct http_conn *c = srv->park.slots[slot]; c; c = next) {
        next = c->park_next;
        if (!key || c->kept->key == *key)
            http__conn_resume(c);
    }
}

void http__park_run_woken(struct http_server *srv)
{
    struct http_park *p = &srv->park;
    uint64_t keys[HTTP_WOKEN_MAX];

    pthread_mutex_lock(&p->mutex);
    size_t n = p->n_woken;
    bool all = p->all_woken;
    memcpy(keys, p->woken, n * sizeof(keys[0]));
    p->n_woken = 0;
    p->all_woken = false;
    pthread_mutex_unlock(&p->mutex);
    if (!p->slots)
        return;
    if (all)
        for (size_t i = 0; i < HTTP_PARK_SLOTS; i++)
            run_slot(srv, i, NULL);
    else
        for (size_t i = 0; i < n; i++)
            run_slot(srv, slot_of(keys[i]), &keys[i]);
}
