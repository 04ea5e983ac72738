/* Many threads on few keys: whoever reads sees one whole version; no blob is lost or left behind.
 */
#include "util.h"
#include "base/text.h"
#include <pthread.h>

#define THREADS 6
#define KEYS    5

struct worker {
    struct test_store *t;
    unsigned seed;
    int ops;
    int read, missing;
};

static unsigned roll(struct worker *w, unsigned n)
{
    w->seed = w->seed * 1103515245 + 12345;
    return (w->seed >> 16) % n;
}

static void read_one(struct worker *w, struct arena *a, const char *key)
{
    struct object_info info;
    uint8_t md5[DIGEST_MAX];
    char hex[33];
    struct err err;
    int fd;

    if (object_open(w->t->o, a, "bucket", key, strlen(key), &info, &fd, &err) != 0) {
        CHECK_INT(err.code, ERR_NOT_FOUND);
        w->missing++;
        return;
    }
    const void *body = info.data;
    if (fd >= 0) {
        char *p = arena_alloc(a, (size_t)info.size + 1);
        CHECK_INT(pread(fd, p, (size_t)info.size + 1, 0), info.size);
        close(fd);
        body = p;
    }
    digest_bytes(DIGEST_MD5, body, (size_t)info.size, md5);
    hex_encode(md5, 16, hex);
    CHECK_STR(info.etag, hex);
    w->read++;
}

static void write_one(struct worker *w, struct arena *a, const char *key)
{
    static const size_t sizes[] = {10, 16384, 16385, 50000, 1200000};
    size_t n = sizes[roll(w, 5)];
    char *p = arena_alloc(a, n);
    struct err err;

    memset(p, (int)roll(w, 256), n);
    CHECK_OK(object_put_bytes(w->t->o, a, "bucket", key, strlen(key), p, n, NULL, NULL, NULL, &err),
             err);
}

static void upload_one(struct worker *w, struct arena *a, const char *key)
{
    struct object_writer *body;
    struct upload_part part;
    struct err err;
    char *id;

    CHECK_OK(upload_create(w->t->o, a, "bucket", key, strlen(key), NULL, &id, &err), err);
    CHECK_OK(object_writer_create(w->t->o, 0, -1, &body, &err), err);
    CHECK_OK(object_writer_write(body, id, 32, &err), err);
    CHECK_OK(
        upload_put_part(w->t->o, a, "bucket", key, strlen(key), id, 1, body, NULL, &part, &err),
        err);
    object_writer_destroy(body);
    CHECK_OK(upload_abort(w->t->o, "bucket", key, strlen(key), id, &err), err);
}

static void *work(void *arg)
{
    struct worker *w = arg;
    struct err err;

    for (int i = 0; i < w->ops; i++) {
        struct arena *a = arena_create(64 << 20);
        char key[8], other[8];
        int64_t freed;
        snprintf(key, sizeof key, "k%u", roll(w, KEYS));
        snprintf(other, sizeof other, "k%u", roll(w, KEYS));
        switch (roll(w, 10)) {
        case 0:
        case 1:
        case 2:
            write_one(w, a, key);
            break;
        case 3:
            CHECK_OK(object_delete(w->t->o, "bucket", key, strlen(key), &err), err);
            break;
        case 4:
            if (object_copy(w->t->o, a, "bucket", key, strlen(key), "bucket", other, strlen(other),
                            NULL, NULL, &err) != 0)
                CHECK_INT(err.code, ERR_NOT_FOUND);
            break;
        case 5:
            upload_one(w, a, key);
            break;
        case 6:
            if (i % 8 == 0)
                CHECK_OK(object_collect(w->t->o, &freed, &err), err);
            break;
        default:
            read_one(w, a, key);
        }
        arena_destroy(a);
    }
    return NULL;
}

TEST(many_threads_on_few_keys)
{
    struct test_store t;
    struct worker w[THREADS];
    pthread_t threads[THREADS];
    struct object_page page;
    struct object_list all = {.max = 1000};
    int64_t blobs = 0;
    int read = 0;

    open_objects(&t, fresh_dir());
    CHECK_OK(bucket_create(t.o, "bucket", "r", &t.err), t.err);
    for (int i = 0; i < THREADS; i++) {
        w[i] = (struct worker){.t = &t, .seed = (unsigned)i * 77 + 1, .ops = 150};
        pthread_create(&threads[i], NULL, work, &w[i]);
    }
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        read += w[i].read;
    }
    CHECK(read > 50);
    /* As many files as different blobs are named. */
    CHECK_OK(object_list(t.o, t.a, "bucket", &all, &page, &t.err), t.err);
    for (size_t i = 0; i < page.n_items; i++) {
        bool again = page.items[i].blob == NULL;
        for (size_t k = 0; k < i && !again; k++)
            again = str_eq(page.items[i].blob, page.items[k].blob);
        blobs += !again;
    }
    CHECK_INT(count_blobs(&t), blobs);
    close_objects(&t, true);
}
