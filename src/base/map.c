/* A hash map from strings to pointers: open addressing, linear probing, deletion by moving back.
 *
 * Invariants: the capacity is a power of two and at most three quarters full; between an entry and
 * the slot its hash names there is no empty slot. Keys may come from hostile requests, so the hash
 * is keyed (SipHash-1-3) with the syscall table's randomness. */
#include "base/map.h"
#include "base/err.h"
#include "base/sys.h"
#include <assert.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct slot {
    char *key; /* NULL: empty */
    void *value;
    uint64_t hash;
};

struct map {
    struct slot *slots;
    size_t cap, len;
    uint64_t seed[2];
};

static uint64_t rotate(uint64_t x, int by)
{
    return x << by | x >> (64 - by);
}

static void sip_round(uint64_t v[4])
{
    v[0] += v[1];
    v[2] += v[3];
    v[1] = rotate(v[1], 13) ^ v[0];
    v[3] = rotate(v[3], 16) ^ v[2];
    v[0] = rotate(v[0], 32);
    v[2] += v[1];
    v[0] += v[3];
    v[1] = rotate(v[1], 17) ^ v[2];
    v[3] = rotate(v[3], 21) ^ v[0];
    v[2] = rotate(v[2], 32);
}

static uint64_t hash_key(const struct map *m, const char *key)
{
    /* "somepseudorandomlygeneratedbytes", the constants of the SipHash paper */
    uint64_t v[4] = {m->seed[0] ^ 0x736f6d6570736575, m->seed[1] ^ 0x646f72616e646f6d,
                     m->seed[0] ^ 0x6c7967656e657261, m->seed[1] ^ 0x7465646279746573};
    size_t len = strlen(key), left = len;
    uint64_t word;

    for (; left >= 8; left -= 8, key += 8) {
        memcpy(&word, key, 8);
        v[3] ^= word;
        sip_round(v);
        v[0] ^= word;
    }
    word = 0;
    memcpy(&word, key, left);
    word |= (uint64_t)len << 56;
    v[3] ^= word;
    sip_round(v);
    v[0] ^= word;
    v[2] ^= 0xff;
    for (int i = 0; i < 3; i++)
        sip_round(v);
    return v[0] ^ v[1] ^ v[2] ^ v[3];
}

struct map *map_create(void)
{
    struct map *m = xcalloc(1, sizeof(*m));

    if (sys->random(m->seed, sizeof(m->seed)) != 0)
        die("no randomness: %s", strerror(errno));
    m->cap = 16;
    m->slots = xcalloc(m->cap, sizeof(*m->slots));
    return m;
}

void map_destroy(struct map *m)
{
    if (!m)
        return;
    for (size_t i = 0; i < m->cap; i++)
        free(m->slots[i].key);
    free(m->slots);
    free(m);
}

/* The slot of this key, or the empty one where it belongs. */
static size_t find(const struct map *m, const char *key, uint64_t hash)
{
    size_t i = hash & (m->cap - 1);

    while (m->slots[i].key && (m->slots[i].hash != hash || strcmp(m->slots[i].key, key) != 0))
        i = (i + 1) & (m->cap - 1);
    return i;
}

void *map_get(const struct map *m, const char *key)
{
    return m->slots[find(m, key, hash_key(m, key))].value;
}

static void grow(struct map *m)
{
    struct slot *old = m->slots;
    size_t old_cap = m->cap;

    m->cap *= 2;
    m->slots = xcalloc(m->cap, sizeof(*m->slots));
    for (size_t i = 0; i < old_cap; i++)
        if (old[i].key)
            m->slots[find(m, old[i].key, old[i].hash)] = old[i];
    free(old);
}

void *map_set(struct map *m, const char *key, void *value)
{
    assert(value);
    uint64_t hash = hash_key(m, key);
    struct slot *s = &m->slots[find(m, key, hash)];

    if (s->key) {
        void *before = s->value;
        s->value = value;
        return before;
    }
    if ((m->len + 1) * 4 > m->cap * 3) {
        grow(m);
        s = &m->slots[find(m, key, hash)];
    }
    *s = (struct slot){xstrdup(key), value, hash};
    m->len++;
    return NULL;
}

void *map_del(struct map *m, const char *key)
{
    size_t mask = m->cap - 1, hole = find(m, key, hash_key(m, key));
    void *before = m->slots[hole].value;

    if (!m->slots[hole].key)
        return NULL;
    free(m->slots[hole].key);
    m->len--;
    for (size_t i = (hole + 1) & mask; m->slots[i].key; i = (i + 1) & mask) {
        size_t home = m->slots[i].hash & mask;
        /* may it move to the hole? only if its home is not between the hole and itself */
        if (((i - home) & mask) >= ((i - hole) & mask)) {
            m->slots[hole] = m->slots[i];
            hole = i;
        }
    }
    m->slots[hole] = (struct slot){0};
    return before;
}

size_t map_len(const struct map *m)
{
    return m->len;
}

bool map_next(const struct map *m, size_t *cursor, const char **ret_key, void **ret_value)
{
    for (; *cursor < m->cap; (*cursor)++) {
        const struct slot *s = &m->slots[*cursor];
        if (!s->key)
            continue;
        if (ret_key)
            *ret_key = s->key;
        if (ret_value)
            *ret_value = s->value;
        (*cursor)++;
        return true;
    }
    return false;
}
