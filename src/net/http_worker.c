/* The threads that run requests: workers for buffered ones, stream threads for bodies on the wire.
 *
 * Threads start on demand with small stacks and end when idle. For handlers of a few microseconds
 * as many busy workers as processors are fastest (with 64, thread switches cost twice the work
 * itself), while handlers that wait for a commit want one each. So few are woken at once; while
 * requests queue, the loop looks every now and then (http__pool_kick) and wakes more when the busy
 * ones are slow.
 *
 * A worker that has sent a reply looks for the connection's next request itself for a moment
 * ("lingers") as long as nobody waits in the queue: then a client that sends one request after the
 * other costs no thread switch by way of the loop. */
#include "base/fs.h"
#include "base/log.h"
#include "base/sys.h"
#include "net/http_internal.h"
#include "net/tls_internal.h"
#include <errno.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define STACK_BYTES   (512 * 1024) /* only what is touched is resident */
#define IDLE_S        5
#define SLOW_US       150 /* a handler that runs longer is taken to be waiting */
#define SLICE_BYTES   (8 << 20)
#define WRITE_WAIT_MS 50

/* Of those that this process may use. */
static int processors(void)
{
    cpu_set_t set;

    if (sched_getaffinity(0, sizeof(set), &set) < 0)
        return 2;
    int n = CPU_COUNT(&set);
    return n < 1 ? 1 : n > 16 ? 16 : n;
}

void http__pool_init(struct http_pool *p, struct http_server *srv, const char *name, bool streams,
                     int max_threads, int keep_idle)
{
    pthread_condattr_t attr;

    *p = (struct http_pool){.srv = srv,
                            .name = name,
                            .streams = streams,
                            .max_threads = max_threads,
                            .keep_idle = keep_idle,
                            .busy_aim = processors(),
                            .began_us = xcalloc((size_t)max_threads, sizeof(atomic_llong))};
    p->last = &p->first;
    pthread_mutex_init(&p->mutex, NULL);
    pthread_condattr_init(&attr);
    pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
    pthread_cond_init(&p->work, &attr);
    pthread_cond_init(&p->ended, &attr);
    pthread_condattr_destroy(&attr);
}

static int64_t now_us(void)
{
    struct timespec ts;

    clock_gettime(CLOCK_MONOTONIC, &ts);
    return (int64_t)ts.tv_sec * 1000000 + ts.tv_nsec / 1000;
}

/* Waits for work or for the time to go; false: go. With the mutex held. */
static bool wait_for_work(struct http_pool *p)
{
    struct timespec until;

    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += IDLE_S;
    while (!p->first && !p->closing) {
        p->idle++;
        int rc = pthread_cond_timedwait(&p->work, &p->mutex, &until);
        p->idle--;
        if (p->signalled)
            p->signalled--;
        if (rc == ETIMEDOUT && !p->first) {
            if (p->threads > p->keep_idle)
                return false;
            until.tv_sec += 3600;
        }
    }
    return !p->closing;
}

static struct http_conn *pop(struct http_pool *p)
{
    struct http_conn *c = p->first;

    p->first = c->next;
    if (!p->first)
        p->last = &p->first;
    c->next = NULL;
    p->queued--;
    atomic_fetch_sub_explicit(&p->waiting, 1, memory_order_relaxed);
    return c;
}

/* Each thread has a place in began_us: since when it has been at what it does; INT64_MAX while it
 * waits. 0: nobody's place. */
static atomic_llong *claim_place(struct http_pool *p)
{
    for (int i = 0; i < p->max_threads; i++)
        if (atomic_load_explicit(&p->began_us[i], memory_order_relaxed) == 0) {
            atomic_store_explicit(&p->began_us[i], INT64_MAX, memory_order_relaxed);
            return &p->began_us[i];
        }
    die("%s: more threads than places", p->name);
}

static void *thread_main(void *arg)
{
    struct http_pool *p = arg;

    pthread_setname_np(pthread_self(), p->name);
    pthread_mutex_lock(&p->mutex);
    atomic_llong *place = claim_place(p);
    while (wait_for_work(p)) {
        struct http_conn *c = pop(p);
        pthread_mutex_unlock(&p->mutex);
        atomic_store_explicit(place, now_us(), memory_order_relaxed);
        http__worker_serve(p, c, place);
        atomic_store_explicit(place, INT64_MAX, memory_order_relaxed);
        pthread_mutex_lock(&p->mutex);
    }
    atomic_store_explicit(place, 0, memory_order_relaxed);
    p->threads--;
    pthread_cond_broadcast(&p->ended);
    pthread_mutex_unlock(&p->mutex);
    return NULL;
}

/* All signals stay with the threads that expect them. */
static int start_thread(struct http_pool *p)
{
    pthread_attr_t attr;
    pthread_t thread;
    sigset_t all, before;

    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pthread_attr_init(&attr);
    pthread_attr_setstacksize(&attr, STACK_BYTES);
    pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
    int rc = pthread_create(&thread, &attr, thread_main, p);
    pthread_attr_destroy(&attr);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return rc;
}

/* One more thread goes to work; false: there is none to be had. With the mutex held. */
static bool wake_one(struct http_pool *p)
{
    if (p->idle > p->signalled) {
        p->signalled++;
        pthread_cond_signal(&p->work);
        return true;
    }
    if (p->threads >= p->max_threads)
        return false;
    int rc = start_thread(p);
    if (rc) {
        log_warn("start a thread of %s: %s", p->name, strerror(rc));
        return false;
    }
    p->threads++;
    return true;
}

static int busy(struct http_pool *p)
{
    return p->threads - p->idle + p->signalled -
           atomic_load_explicit(&p->lingering, memory_order_relaxed);
}

int http__pool_push(struct http_pool *p, struct http_conn *c, bool bounded)
{
    pthread_mutex_lock(&p->mutex);
    bool woken = (bounded || busy(p) < p->busy_aim) && wake_one(p);
    bool full = !woken && (bounded || !p->threads);
    if (!full) {
        c->next = NULL;
        *p->last = c;
        p->last = &c->next;
        p->queued++;
        atomic_fetch_add_explicit(&p->waiting, 1, memory_order_relaxed);
    }
    pthread_mutex_unlock(&p->mutex);
    return full ? -1 : 0;
}

void http__pool_kick(struct http_pool *p)
{
    if (!atomic_load_explicit(&p->waiting, memory_order_relaxed))
        return;
    int64_t slow_since = now_us() - SLOW_US;
    int slow = 0;
    for (int i = 0; i < p->max_threads; i++) {
        long long began = atomic_load_explicit(&p->began_us[i], memory_order_relaxed);
        slow += began && began < slow_since;
    }
    pthread_mutex_lock(&p->mutex);
    int more = p->busy_aim - (busy(p) - slow);
    /* When all are slow their number doubles, so that many writers soon share one commit. */
    if (more >= p->busy_aim && slow > more)
        more = slow;
    for (; more > 0 && p->queued > p->signalled && wake_one(p); more--)
        ;
    pthread_mutex_unlock(&p->mutex);
}

void http__pool_close(struct http_pool *p)
{
    pthread_mutex_lock(&p->mutex);
    p->closing = true;
    pthread_cond_broadcast(&p->work);
    while (p->threads)
        pthread_cond_wait(&p->ended, &p->mutex);
    pthread_mutex_unlock(&p->mutex);
    pthread_cond_destroy(&p->work);
    pthread_cond_destroy(&p->ended);
    pthread_mutex_destroy(&p->mutex);
    free(p->began_us);
}

static void run_handler(struct http_conn *c)
{
    struct http_exchange *x = c->x;
    const struct http_app *app = &c->srv->cfg.app;

    log_set_request(c->id);
    app->handle(app->ctx, &x->req, &x->res);
    http__run_deferred(&x->req);
    log_set_request(NULL);
    if (arena_over(c->arena) || (x->res.park && x->req.stream)) {
        fd_close(&x->res.fd);
        log_error("request %s: %s", c->id,
                  x->res.park ? "a streamed request was parked" : "more memory than a request may");
        http__reply_refuse(c, 500, "InternalFailure",
                           "The request needs more than the server gives.");
    } else if (x->res.park && atomic_load(&c->srv->stopping)) {
        http__reply_refuse(c, 503, "ServiceUnavailable", "The server is shutting down.");
    } else if (x->res.park) {
        http__park_keep(c);
    } else {
        http__reply_start(c);
    }
}

/* Waits a moment for the peer, unless somebody else needs this thread. */
static bool linger(struct http_pool *p, struct http_conn *c, short events, int64_t wait_ms,
                   atomic_llong *began)
{
    struct pollfd pfd = {.fd = c->fd, .events = events};

    if (p->streams || atomic_load_explicit(&p->waiting, memory_order_relaxed) ||
        atomic_load_explicit(&p->srv->stopping, memory_order_relaxed))
        return false;
    if (atomic_fetch_add_explicit(&p->lingering, 1, memory_order_relaxed) >= p->busy_aim) {
        atomic_fetch_sub_explicit(&p->lingering, 1, memory_order_relaxed);
        return false;
    }
    atomic_store_explicit(began, INT64_MAX, memory_order_relaxed);
    int n = poll(&pfd, 1, (int)wait_ms);
    atomic_store_explicit(began, now_us(), memory_order_relaxed);
    atomic_fetch_sub_explicit(&p->lingering, 1, memory_order_relaxed);
    return n > 0;
}

static void shake_hands(struct http_conn *c)
{
    struct err err;

    if (!c->ssl) {
        c->ssl = tls__server_open(c->srv->cfg.tls, c->fd, c->tls_name, c->in, c->in_len, &err);
        if (!c->ssl) {
            log_error("%s", err.msg);
            c->state = CONN_CLOSE;
            return;
        }
        c->in_len = c->in_pos = 0;
    }
    int rc = tls__handshake(c->ssl, &c->tls_wants_write);
    if (rc < 0) {
        c->state = CONN_CLOSE;
    } else if (rc == 0) {
        c->blocked = true;
    } else {
        c->tls = true;
        c->head_deadline_ms = 0;
        c->blocked = false;
        c->state = CONN_HEAD;
    }
}

/* One step of what this thread may do for the connection; false: the loop goes on with it. */
static bool step(struct http_pool *p, struct http_conn *c, atomic_llong *began)
{
    switch (c->state) {
    case CONN_READY:
        atomic_store_explicit(began, now_us(), memory_order_relaxed);
        run_handler(c);
        return true;
    case CONN_RESUME:
        http__conn_revive(c);
        return true;
    case CONN_HANDSHAKE:
        shake_hands(c);
        return !c->blocked;
    case CONN_STREAM:
    case CONN_CONNECT:
        if (!p->streams)
            return false;
        if (c->state == CONN_STREAM)
            run_handler(c);
        else
            http__connect_run(c);
        return true;
    case CONN_SEND:
        http__send(c, SLICE_BYTES);
        if (c->state != CONN_SEND)
            return true;
        if (c->blocked)
            return http__send_heavy(c) && linger(p, c, POLLOUT, WRITE_WAIT_MS, began);
        return !p->streams && !atomic_load_explicit(&p->waiting, memory_order_relaxed);
    case CONN_HEAD:
    case CONN_BODY:
        /* Right behind a reply nothing is there yet, save on TLS or when requests are pipelined. */
        if (c->blocked || c->ssl || c->in_len) {
            http__conn_read(c);
            if (!c->blocked)
                return true;
        }
        c->blocked = true;
        return linger(p, c, POLLIN, p->srv->linger_ms, began);
    default:
        return false;
    }
}

void http__worker_serve(struct http_pool *p, struct http_conn *c, atomic_llong *began)
{
    while (step(p, c, began))
        ;
    http__give_back(c);
}
