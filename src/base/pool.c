/* A bounded pool of threads for work that blocks.
 *
 * Invariants, under the lock: n_tasks tasks lie in the ring from `first`; `busy` threads run one;
 * busy + n_tasks never exceeds max_threads + max_queued. Threads take no signals, so those go to
 * the thread that expects them. */
#include "base/pool.h"
#include "base/log.h"
#include <assert.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct task {
    void (*fn)(void *arg);
    void *arg;
};

struct pool {
    pthread_mutex_t lock;
    pthread_cond_t more;
    pthread_t *threads;
    int n_threads, max_threads, busy;
    struct task *ring;
    int first, n_tasks, capacity;
    int stack_kib;
    bool ending;
    char name[16]; /* a thread's name holds 15 characters */
};

static void *run_thread(void *arg)
{
    struct pool *p = arg;

    pthread_setname_np(pthread_self(), p->name);
    pthread_mutex_lock(&p->lock);
    for (;;) {
        while (p->n_tasks == 0 && !p->ending)
            pthread_cond_wait(&p->more, &p->lock);
        if (p->n_tasks == 0)
            break;
        struct task t = p->ring[p->first];
        p->first = (p->first + 1) % p->capacity;
        p->n_tasks--;
        p->busy++;
        pthread_mutex_unlock(&p->lock);
        t.fn(t.arg);
        log_set_request(NULL);
        pthread_mutex_lock(&p->lock);
        p->busy--;
    }
    pthread_mutex_unlock(&p->lock);
    return NULL;
}

struct pool *pool_create(const char *name, int max_threads, int max_queued, int stack_kib)
{
    assert(max_threads >= 0 && max_queued >= 0 && stack_kib >= 0);
    struct pool *p = xcalloc(1, sizeof(*p));

    snprintf(p->name, sizeof(p->name), "%s", name);
    pthread_mutex_init(&p->lock, NULL);
    pthread_cond_init(&p->more, NULL);
    p->max_threads = max_threads;
    p->capacity = max_threads + max_queued;
    p->stack_kib = stack_kib;
    p->threads = xcalloc((size_t)max_threads + 1, sizeof(*p->threads));
    p->ring = xcalloc((size_t)p->capacity, sizeof(*p->ring));
    return p;
}

void pool_destroy(struct pool *p)
{
    if (!p)
        return;
    pthread_mutex_lock(&p->lock);
    p->ending = true;
    pthread_cond_broadcast(&p->more);
    pthread_mutex_unlock(&p->lock);
    while (p->max_threads == 0 && pool_run(p, 0))
        ;
    for (int i = 0; i < p->n_threads; i++)
        pthread_join(p->threads[i], NULL);
    pthread_cond_destroy(&p->more);
    pthread_mutex_destroy(&p->lock);
    free(p->threads);
    free(p->ring);
    free(p);
}

static int start_thread(struct pool *p, struct err *err)
{
    pthread_attr_t attr;
    sigset_t all, before;
    int rc = pthread_attr_init(&attr);

    if (rc == 0) {
        sigfillset(&all);
        if (p->stack_kib)
            rc = pthread_attr_setstacksize(&attr, (size_t)p->stack_kib * 1024);
        pthread_sigmask(SIG_SETMASK, &all, &before);
        if (rc == 0)
            rc = pthread_create(&p->threads[p->n_threads], &attr, run_thread, p);
        pthread_sigmask(SIG_SETMASK, &before, NULL);
        pthread_attr_destroy(&attr);
    }
    if (rc != 0)
        return err_errno(err, rc, "start a thread of the pool %s", p->name);
    p->n_threads++;
    return 0;
}

int pool_submit(struct pool *p, void (*fn)(void *arg), void *arg, struct err *err)
{
    int rc = 0;

    pthread_mutex_lock(&p->lock);
    if (p->busy + p->n_tasks >= p->capacity) {
        rc = err_set(err, ERR_BUSY, "the pool %s has %d tasks running and %d waiting", p->name,
                     p->busy, p->n_tasks);
    } else if (p->busy + p->n_tasks >= p->n_threads && p->n_threads < p->max_threads) {
        struct err refused;
        rc = start_thread(p, &refused);
        if (rc != 0 && p->n_threads > 0)
            rc = 0; /* those that are there will come to it */
        else if (rc != 0)
            *err = refused;
    }
    if (rc == 0) {
        p->ring[(p->first + p->n_tasks) % p->capacity] = (struct task){fn, arg};
        p->n_tasks++;
        pthread_cond_signal(&p->more);
    }
    pthread_mutex_unlock(&p->lock);
    return rc;
}

bool pool_run(struct pool *p, int n)
{
    struct task t;

    pthread_mutex_lock(&p->lock);
    bool there = n < p->n_tasks;
    if (there) {
        t = p->ring[(p->first + n) % p->capacity];
        for (int i = n; i > 0; i--)
            p->ring[(p->first + i) % p->capacity] = p->ring[(p->first + i - 1) % p->capacity];
        p->first = (p->first + 1) % p->capacity;
        p->n_tasks--;
    }
    pthread_mutex_unlock(&p->lock);
    if (there)
        t.fn(t.arg);
    return there;
}

int pool_load(struct pool *p)
{
    pthread_mutex_lock(&p->lock);
    int load = p->busy + p->n_tasks;
    pthread_mutex_unlock(&p->lock);
    return load;
}
