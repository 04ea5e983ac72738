/* The threads that run requests: workers for buffered ones, stream threads for bodies on the wire.
 *
 * Threads start on demand with small stacks and end when idle. A worker that has sent a reply looks
 * for the connection's next request itself for a moment ("lingers") as long as nobody waits in the
 * queue: then a client that sends one request after the other costs no thread switch by way of the
 * loop. */
#include "base/fs.h"
#include "base/log.h"
#include "base/sys.h"
#include "net/http_internal.h"
#include "net/tls_internal.h"
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define STACK_BYTES   (256 * 1024)
#define IDLE_S        5
#define SLICE_BYTES   (8 << 20)
#define WRITE_WAIT_MS 50

void http__pool_init(struct http_pool *p, struct http_server *srv, const char *name, bool streams,
                     int max_threads, int keep_idle)
{
    pthread_condattr_t attr;

    *p = (struct http_pool){.srv = srv,
                            .name = name,
                            .streams = streams,
                            .max_threads = max_threads,
                            .keep_idle = keep_idle};
    p->last = &p->first;
    pthread_mutex_init(&p->mutex, NULL);
    pthread_condattr_init(&attr);
    pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
    pthread_cond_init(&p->work, &attr);
    pthread_cond_init(&p->ended, &attr);
    pthread_condattr_destroy(&attr);
}

/* The next connection, or NULL: the thread is not needed any more. Called with the mutex held. */
static struct http_conn *take(struct http_pool *p)
{
    struct timespec until;

    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += IDLE_S;
    while (!p->first && !p->closing) {
        p->idle++;
        int rc = pthread_cond_timedwait(&p->work, &p->mutex, &until);
        p->idle--;
        if (rc == ETIMEDOUT && !p->first) {
            if (p->threads > p->keep_idle)
                return NULL;
            clock_gettime(CLOCK_MONOTONIC, &until);
            until.tv_sec += 3600;
        }
    }
    struct http_conn *c = p->closing ? NULL : p->first;
    if (c) {
        p->first = c->next;
        if (!p->first)
            p->last = &p->first;
        c->next = NULL;
        p->queued--;
        atomic_fetch_sub_explicit(&p->waiting, 1, memory_order_relaxed);
    }
    return c;
}

static void *thread_main(void *arg)
{
    struct http_pool *p = arg;
    struct http_conn *c;

    pthread_setname_np(pthread_self(), p->name);
    pthread_mutex_lock(&p->mutex);
    while ((c = take(p))) {
        pthread_mutex_unlock(&p->mutex);
        http__worker_serve(p, c);
        pthread_mutex_lock(&p->mutex);
    }
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

int http__pool_push(struct http_pool *p, struct http_conn *c, bool bounded)
{
    bool spare, full;

    pthread_mutex_lock(&p->mutex);
    spare = p->queued < p->idle;
    if (!spare && p->threads < p->max_threads) {
        int rc = start_thread(p);
        if (rc)
            log_warn("start a thread of %s: %s", p->name, strerror(rc));
        else
            p->threads++;
        spare = rc == 0;
    }
    full = !spare && (bounded || !p->threads);
    if (!full) {
        c->next = NULL;
        *p->last = c;
        p->last = &c->next;
        p->queued++;
        atomic_fetch_add_explicit(&p->waiting, 1, memory_order_relaxed);
        if (p->idle)
            pthread_cond_signal(&p->work);
    }
    pthread_mutex_unlock(&p->mutex);
    return full ? -1 : 0;
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
    } else if (x->res.park) {
        http__park_keep(c);
    } else {
        http__reply_start(c);
    }
}

/* Waits a moment for the peer, unless somebody else needs this thread. */
static bool linger(struct http_pool *p, struct http_conn *c, short events, int64_t wait_ms)
{
    struct pollfd pfd = {.fd = c->fd, .events = events};

    if (p->streams || atomic_load_explicit(&p->waiting, memory_order_relaxed) ||
        atomic_load_explicit(&p->srv->stopping, memory_order_relaxed))
        return false;
    if (atomic_fetch_add_explicit(&p->lingering, 1, memory_order_relaxed) >=
        p->max_threads * 3 / 4) {
        atomic_fetch_sub_explicit(&p->lingering, 1, memory_order_relaxed);
        return false;
    }
    int n = poll(&pfd, 1, (int)wait_ms);
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
static bool step(struct http_pool *p, struct http_conn *c)
{
    switch (c->state) {
    case CONN_READY:
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
            return http__send_heavy(c) && linger(p, c, POLLOUT, WRITE_WAIT_MS);
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
        return linger(p, c, POLLIN, p->srv->linger_ms);
    default:
        return false;
    }
}

void http__worker_serve(struct http_pool *p, struct http_conn *c)
{
    while (step(p, c))
        ;
    http__give_back(c);
}
