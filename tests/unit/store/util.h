/* What the store's tests share: a fresh directory, an arena, an error. */
#pragma once
#include "base/fs.h"
#include "store/objects.h"
#include "test.h"
#include <unistd.h>

/* A directory of this process, removed at exit. */
static inline const char *fresh_dir(void)
{
    static char root[64];
    static char dirs[64][96];
    static int n;

    if (!root[0])
        snprintf(root, sizeof root, "%s/slipway-store-XXXXXX",
                 getenv("STORE_TEST_TMP") ? getenv("STORE_TEST_TMP") : "/tmp");
    if (n == 0 && !mkdtemp(root))
        abort();
    char *dir = dirs[n % 64];
    snprintf(dir, sizeof dirs[0], "%s/%d", root, n++);
    struct err err;
    if (fs_mkdirs(dir, 0755, &err) != 0)
        abort();
    return dir;
}

static inline void remove_dir(const char *dir)
{
    struct err err;

    fs_remove_tree(dir, &err);
    char root[96];
    snprintf(root, sizeof root, "%s", dir);
    *strrchr(root, '/') = '\0';
    rmdir(root); /* with the last of them */
}

/* A store with objects in it. */
struct test_store {
    const char *dir;
    struct store *s;
    struct objects *o;
    struct arena *a;
    struct err err;
};

static inline void open_objects(struct test_store *b, const char *dir)
{
    struct store_module modules[] = {objects_module, {NULL, NULL}};

    memset(b, 0, sizeof *b);
    b->dir = dir;
    b->a = arena_create(64 << 20);
    CHECK_OK(store_open(dir, modules, &b->s, &b->err), b->err);
    if (!b->s)
        exit(1);
    CHECK_OK(objects_open(b->s, &b->o, &b->err), b->err);
    if (!b->o)
        exit(1);
}

static inline void close_objects(struct test_store *b, bool remove)
{
    objects_close(b->o);
    store_close(b->s);
    arena_destroy(b->a);
    if (remove)
        remove_dir(b->dir);
}

static inline int put_text(struct test_store *b, const char *bucket, const char *key,
                           const char *text)
{
    return object_put_bytes(b->o, b->a, bucket, key, strlen(key), text, strlen(text), NULL, NULL,
                            NULL, &b->err);
}

static inline int count_one(void *arg, const char *name, int64_t size, int64_t mtime_ms,
                            struct err *err)
{
    ++*(int64_t *)arg;
    return 0;
}

static inline int64_t count_blobs(struct test_store *b)
{
    int64_t n = 0;
    struct blobs *blobs = objects_blobs(b->o);

    CHECK_OK(blobs->ops->each(blobs, count_one, &n, &b->err), b->err);
    return n;
}
