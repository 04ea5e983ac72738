/* A body on its way in: kept in memory while small, else a blob; hashed on the way.
 *
 * Small and middling bodies are hashed by the caller's thread. From PIPE_FROM bytes on each slow
 * algorithm gets a thread of its own, since hashing is what limits a large upload: the
 * caller fills blocks of a ring, publishes them, and writes them to the blob while the threads read
 * the same blocks. A block is filled again when every thread is through with it, so memory stays
 * at BLOCKS x BLOCK_BYTES whatever the body's size.
 *
 * One thread calls these functions for one writer; after the first object_writer_digest or a put
 * nothing may be written any more. */
#include "store/objects_impl.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define PIPE_FROM   (1 << 20)
#define BLOCK_BYTES (256 * 1024)
#define BLOCKS      4
#define SLOW_MAX    4
#define STACK_BYTES (128 * 1024)

struct hasher {
    struct object_writer *w;
    struct digest_set *set;
    enum digest_alg alg;
    uint64_t done; /* blocks read, under the lock */
    pthread_t thread;
    bool started;
};

struct object_writer {
    struct objects *o;
    unsigned algs;
    int64_t size, size_hint;
    struct digest_set *sets[DIGEST_COUNT]; /* one an algorithm: any may move to a thread */
    uint8_t results[DIGEST_COUNT][DIGEST_MAX];
    bool finished, failed;
    struct err why; /* when failed */

    char *small; /* OBJECT_INLINE bytes, while there is no blob */
    struct blob_writer *blob;

    /* The ring; block n is at n % BLOCKS. */
    char *ring;
    size_t lens[BLOCKS];
    size_t filled; /* bytes in the block that is being filled */
    uint64_t published;
    bool ended;
    pthread_mutex_t lock;
    pthread_cond_t more, room;
    struct hasher hashers[SLOW_MAX];
    int n_hashers;
};

int object_writer_create(struct objects *o, unsigned digests, int64_t size_hint,
                         struct object_writer **ret, struct err *err)
{
    struct object_writer *w = xcalloc(1, sizeof *w);

    w->o = o;
    w->algs = digests | 1u << DIGEST_MD5;
    w->size_hint = size_hint;
    pthread_mutex_init(&w->lock, NULL);
    pthread_cond_init(&w->more, NULL);
    pthread_cond_init(&w->room, NULL);
    if (size_hint > OBJECT_INLINE &&
        o->blobs->ops->create(o->blobs, size_hint, &w->blob, err) != 0) {
        object_writer_destroy(w);
        return -1;
    }
    for (int alg = 0; alg < DIGEST_COUNT; alg++) {
        if (w->algs & 1u << alg)
            w->sets[alg] = digest_set_create(1u << alg);
    }
    *ret = w;
    return 0;
}

/* The threads */

static void *hash_main(void *arg)
{
    struct hasher *h = arg;
    struct object_writer *w = h->w;

    pthread_mutex_lock(&w->lock);
    for (;;) {
        while (h->done == w->published && !w->ended)
            pthread_cond_wait(&w->more, &w->lock);
        if (h->done == w->published)
            break;
        size_t at = h->done % BLOCKS, n = w->lens[at];
        pthread_mutex_unlock(&w->lock);
        digest_set_update(h->set, w->ring + at * BLOCK_BYTES, n);
        pthread_mutex_lock(&w->lock);
        h->done++;
        pthread_cond_signal(&w->room);
    }
    pthread_mutex_unlock(&w->lock);
    return NULL;
}

static void pipe_start(struct object_writer *w)
{
    pthread_attr_t attr;

    w->ring = xmalloc(BLOCKS * BLOCK_BYTES);
    pthread_attr_init(&attr);
    pthread_attr_setstacksize(&attr, STACK_BYTES);
    for (int alg = 0; alg < DIGEST_COUNT; alg++) {
        if (!(w->algs & 1u << alg) || !digest_is_slow((enum digest_alg)alg))
            continue;
        struct hasher *h = &w->hashers[w->n_hashers];
        *h = (struct hasher){.w = w, .set = w->sets[alg], .alg = (enum digest_alg)alg};
        h->started = pthread_create(&h->thread, &attr, hash_main, h) == 0;
        if (h->started) /* else this thread goes on hashing it */
            w->n_hashers++;
    }
    pthread_attr_destroy(&attr);
}

static void pipe_end(struct object_writer *w)
{
    pthread_mutex_lock(&w->lock);
    w->ended = true;
    pthread_cond_broadcast(&w->more);
    pthread_mutex_unlock(&w->lock);
    for (int i = 0; i < w->n_hashers; i++)
        pthread_join(w->hashers[i].thread, NULL);
    free(w->ring);
    w->ring = NULL;
}

static bool is_piped(const struct object_writer *w, int alg)
{
    for (int i = 0; i < w->n_hashers; i++) {
        if ((int)w->hashers[i].alg == alg)
            return true;
    }
    return false;
}

static void hash_here(struct object_writer *w, const void *p, size_t n)
{
    for (int alg = 0; alg < DIGEST_COUNT; alg++) {
        if (w->sets[alg] && !is_piped(w, alg))
            digest_set_update(w->sets[alg], p, n);
    }
}

static bool block_is_free(const struct object_writer *w)
{
    for (int i = 0; i < w->n_hashers; i++) {
        if (w->published - w->hashers[i].done >= BLOCKS)
            return false;
    }
    return true;
}

/* Gives the filled block to the threads and writes it. */
static int pipe_publish(struct object_writer *w, struct err *err)
{
    size_t at = w->published % BLOCKS, n = w->filled;

    if (n == 0)
        return 0;
    pthread_mutex_lock(&w->lock);
    w->lens[at] = n;
    w->published++;
    pthread_cond_broadcast(&w->more);
    pthread_mutex_unlock(&w->lock);
    w->filled = 0;
    hash_here(w, w->ring + at * BLOCK_BYTES, n);
    int r = w->o->blobs->ops->write(w->blob, w->ring + at * BLOCK_BYTES, n, err);
    /* The next block to fill must be out of every thread's hands. */
    pthread_mutex_lock(&w->lock);
    while (!block_is_free(w))
        pthread_cond_wait(&w->room, &w->lock);
    pthread_mutex_unlock(&w->lock);
    return r;
}

static int pipe_write(struct object_writer *w, const char *p, size_t n, struct err *err)
{
    while (n > 0) {
        size_t part = BLOCK_BYTES - w->filled;
        if (part > n)
            part = n;
        memcpy(w->ring + (w->published % BLOCKS) * BLOCK_BYTES + w->filled, p, part);
        w->filled += part;
        p += part;
        n -= part;
        if (w->filled == BLOCK_BYTES && pipe_publish(w, err) != 0)
            return -1;
    }
    return 0;
}

/* Writing */

static int to_blob(struct object_writer *w, struct err *err)
{
    if (w->o->blobs->ops->create(w->o->blobs, w->size_hint, &w->blob, err) != 0)
        return -1;
    if (w->small && w->o->blobs->ops->write(w->blob, w->small, (size_t)w->size, err) != 0)
        return -1;
    free(w->small);
    w->small = NULL;
    return 0;
}

static int write_some(struct object_writer *w, const void *p, size_t n, struct err *err)
{
    if (!w->blob && w->size + (int64_t)n <= OBJECT_INLINE) {
        if (!w->small)
            w->small = xmalloc(OBJECT_INLINE);
        memcpy(w->small + w->size, p, n);
        hash_here(w, p, n);
        return 0;
    }
    if (!w->blob && to_blob(w, err) != 0)
        return -1;
    if (!w->ring && (w->size + (int64_t)n >= PIPE_FROM || w->size_hint >= PIPE_FROM))
        pipe_start(w);
    if (w->ring)
        return pipe_write(w, p, n, err);
    /* first the write: the disk works at it while this thread hashes */
    int r = w->o->blobs->ops->write(w->blob, p, n, err);
    hash_here(w, p, n);
    return r;
}

int object_writer_write(struct object_writer *w, const void *p, size_t n, struct err *err)
{
    assert(!w->finished);
    if (n == 0)
        return 0;
    if (write_some(w, p, n, err) != 0) {
        w->failed = true;
        w->why = *err;
        return -1;
    }
    w->size += (int64_t)n;
    return 0;
}

/* The end */

static void end_stream(struct object_writer *w)
{
    if (w->finished)
        return;
    w->finished = true;
    if (w->ring) {
        if (pipe_publish(w, &w->why) != 0)
            w->failed = true;
        pipe_end(w);
    }
    for (int alg = 0; alg < DIGEST_COUNT; alg++) {
        if (w->sets[alg])
            digest_set_final(w->sets[alg], (enum digest_alg)alg, w->results[alg]);
    }
}

void object_writer_digest(struct object_writer *w, enum digest_alg alg, uint8_t ret[DIGEST_MAX])
{
    assert(w->algs & 1u << alg);
    end_stream(w);
    memcpy(ret, w->results[alg], DIGEST_MAX);
}

int64_t object_writer_size(const struct object_writer *w)
{
    return w->size;
}

void object_writer_destroy(struct object_writer *w)
{
    if (!w)
        return;
    if (w->ring)
        pipe_end(w);
    if (w->blob)
        w->o->blobs->ops->abort(w->blob);
    for (int alg = 0; alg < DIGEST_COUNT; alg++)
        digest_set_destroy(w->sets[alg]);
    pthread_mutex_destroy(&w->lock);
    pthread_cond_destroy(&w->more);
    pthread_cond_destroy(&w->room);
    free(w->small);
    free(w);
}

void objects__md5_hex(struct object_writer *w, char ret[33])
{
    uint8_t md5[DIGEST_MAX];

    object_writer_digest(w, DIGEST_MD5, md5);
    hex_encode(md5, digest_size(DIGEST_MD5), ret);
}

int objects__finish(struct object_writer *w, bool as_blob, struct object_body *ret,
                    char ret_name[BLOB_NAME_MAX], struct err *err)
{
    end_stream(w);
    if (w->failed) {
        *err = w->why;
        return -1;
    }
    *ret = (struct object_body){.size = w->size};
    if (!as_blob && w->size <= OBJECT_INLINE && !w->blob) {
        ret->data = w->small ? w->small : "";
        return 0;
    }
    if (!w->blob) {
        w->size_hint = w->size;
        if (to_blob(w, err) != 0)
            return -1;
    }
    struct blob_writer *blob = w->blob;
    w->blob = NULL; /* commit frees it, also on failure */
    if (w->o->blobs->ops->commit(blob, true, ret_name, err) != 0)
        return -1;
    ret->blob = ret_name;
    return 0;
}
