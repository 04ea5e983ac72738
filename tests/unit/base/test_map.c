/* The hash map, against a plain array. */
#include "base/map.h"
#include "test.h"

#define N_KEYS 3000

static char values[N_KEYS];
static unsigned long rng = 12345;

static unsigned next_random(unsigned below)
{
    rng = rng * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(rng >> 33) % below;
}

TEST(map_holds_what_was_set)
{
    struct map *m = map_create();
    int x, y;

    CHECK(map_get(m, "a") == NULL);
    CHECK(map_del(m, "a") == NULL);
    CHECK(map_set(m, "a", &x) == NULL);
    CHECK(map_set(m, "", &y) == NULL);
    CHECK(map_get(m, "a") == &x);
    CHECK(map_get(m, "") == &y);
    CHECK(map_set(m, "a", &y) == &x);
    CHECK_INT(map_len(m), 2);
    CHECK(map_del(m, "a") == &y);
    CHECK(map_get(m, "a") == NULL);
    CHECK_INT(map_len(m), 1);
    map_destroy(m);
    map_destroy(NULL);
}

TEST(map_copies_its_keys)
{
    struct map *m = map_create();
    char key[] = "key one that is longer than eight bytes";
    int x;

    map_set(m, key, &x);
    key[0] = 'X';
    CHECK(map_get(m, key) == NULL);
    CHECK(map_get(m, "key one that is longer than eight bytes") == &x);
    map_destroy(m);
}

TEST(map_agrees_with_an_array)
{
    struct map *m = map_create();
    bool there[N_KEYS] = {false};
    size_t len = 0;

    for (int round = 0; round < 60000; round++) {
        unsigned k = next_random(N_KEYS);
        char key[32];
        snprintf(key, sizeof(key), "k%u", k);
        if (next_random(3)) {
            CHECK(map_set(m, key, &values[k]) == (there[k] ? &values[k] : NULL));
            len += !there[k];
            there[k] = true;
        } else {
            CHECK(map_del(m, key) == (there[k] ? &values[k] : NULL));
            len -= there[k];
            there[k] = false;
        }
    }
    CHECK_INT(map_len(m), len);
    for (unsigned k = 0; k < N_KEYS; k++) {
        char key[32];
        snprintf(key, sizeof(key), "k%u", k);
        CHECK(map_get(m, key) == (there[k] ? &values[k] : NULL));
    }

    size_t cursor = 0, seen = 0;
    const char *key;
    void *value;
    while (map_next(m, &cursor, &key, &value)) {
        CHECK(map_get(m, key) == value);
        seen++;
    }
    CHECK_INT(seen, len);
    map_destroy(m);
}
