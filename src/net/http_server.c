/* The server's loop: one thread that owns every connection that waits, for its first byte, the rest
 * of a head or body, room to send, news (parked) or its end, and their deadlines. */
#include "base/log.h"
#include "base/sys.h"
#include "net/http_internal.h"
#include "net/tls_internal.h"
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#define EVENTS_MAX 256
#define KICK_NS    200000

void http__poke(struct http_server *srv)
{
    uint64_t one = 1;

    if (write(srv->wake_fd, &one, sizeof(one)) < 0 && errno != EAGAIN)
        log_error("wake the loop: %s", strerror(errno));
}

void http__give_back(struct http_conn *c)
{
    struct http_server *srv = c->srv;

    pthread_mutex_lock(&srv->back_mutex);
    bool first = !srv->back;
    c->next = NULL;
    *srv->back_last = c;
    srv->back_last = &c->next;
    pthread_mutex_unlock(&srv->back_mutex);
    if (first)
        http__poke(srv);
}

static void drop(struct http_conn *c)
{
    struct http_server *srv = c->srv;

    http__timer_remove(c);
    http__park_remove(c);
    *c->all_link = c->all_next;
    if (c->all_next)
        c->all_next->all_link = c->all_link;
    close(c->fd);
    c->fd = -1;
    c->away = true; /* events of this round that still name it are ignored */
    c->next = srv->dead;
    srv->dead = c;
    srv->n_conns--;
    atomic_fetch_sub_explicit(&srv->c_connections, 1, memory_order_relaxed);
}

static void bury(struct http_server *srv)
{
    while (srv->dead) {
        struct http_conn *c = srv->dead;
        srv->dead = c->next;
        http__conn_free(c);
    }
}

static void await(struct http_conn *c, uint32_t events, int64_t until_ms)
{
    http__timer_set(c, until_ms);
    if (c->armed == events)
        return;
    struct epoll_event ev = {.events = events | EPOLLONESHOT, .data.ptr = c};
    if (epoll_ctl(c->srv->epoll_fd, EPOLL_CTL_MOD, c->fd, &ev) < 0)
        die("epoll_ctl: %s", strerror(errno));
    c->armed = events;
}

/* True: nobody takes it, the state is another. */
static bool hand_over(struct http_conn *c)
{
    bool streams = c->state == CONN_STREAM || c->state == CONN_CONNECT;

    c->away = true;
    if (http__pool_push(streams ? &c->srv->streams : &c->srv->workers, c, streams) == 0)
        return false;
    c->away = false;
    http__reply_refuse(c, 503, "SlowDown", "Please reduce your request rate.");
    return true;
}

/* What an idle connection need not keep. */
static void slim(struct http_conn *c)
{
    arena_destroy(c->arena);
    c->arena = NULL;
    c->x = NULL;
    if (!c->in_len) {
        free(c->in);
        c->in = NULL;
        c->in_cap = 0;
    }
}

static bool watch_head(struct http_conn *c)
{
    slim(c);
    if (c->srv->stopping && !c->in_len) {
        c->state = CONN_CLOSE;
        return true;
    }
    int64_t until = c->head_deadline_ms;
    if (!until)
        until = sys->mono_ms() + c->srv->cfg.idle_timeout_ms;
    await(c, EPOLLIN, until);
    return false;
}

static void watch_drain(struct http_conn *c)
{
    if (!c->shut) {
        slim(c);
        if (c->ssl)
            tls__close(c->ssl);
        shutdown(c->fd, SHUT_WR);
        c->shut = true;
        c->head_deadline_ms = sys->mono_ms() + c->srv->drain_ms;
    }
    for (int i = 0; i < 64; i++) {
        ssize_t n = recv(c->fd, NULL, 1 << 20, MSG_TRUNC | MSG_DONTWAIT);
        if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR)) {
            drop(c);
            return;
        }
        if (n < 0)
            break;
    }
    await(c, EPOLLIN, c->head_deadline_ms);
}

static bool watch_send(struct http_conn *c)
{
    if (c->blocked) {
        await(c, EPOLLOUT, c->x->window.start_ms + c->srv->window_down_ms);
        return false;
    }
    if (http__send_heavy(c))
        return hand_over(c);
    http__send(c, INT64_MAX);
    return true;
}

static bool watch_parked(struct http_conn *c)
{
    if (c->srv->stopping || (!c->park_link && !http__park_add(c))) {
        http__park_remove(c);
        c->state = CONN_RESUME;
        return true;
    }
    slim(c);
    await(c, EPOLLRDHUP, c->kept->until_ms);
    return false;
}

/* Does what the state asks; true: the state is another now. After false the connection is not
 * touched any more: it waits, is another thread's, or is gone. */
static bool watch_step(struct http_conn *c)
{
    switch (c->state) {
    case CONN_HEAD:
    case CONN_BODY:
        if (!c->blocked) {
            http__conn_read(c);
            return true;
        }
        if (c->state == CONN_HEAD)
            return watch_head(c);
        await(c, EPOLLIN, c->x->window.start_ms + c->srv->window_up_ms);
        return false;
    case CONN_SEND:
        return watch_send(c);
    case CONN_HANDSHAKE:
        if (!c->blocked)
            return hand_over(c);
        await(c, c->tls_wants_write ? EPOLLOUT : EPOLLIN, c->head_deadline_ms);
        return false;
    case CONN_PARKED:
        return watch_parked(c);
    case CONN_READY:
    case CONN_RESUME:
    case CONN_STREAM:
    case CONN_CONNECT:
        return hand_over(c);
    case CONN_TUNNEL:
        if (http__tunnel_start(c) < 0)
            drop(c);
        return false;
    case CONN_DRAIN:
        watch_drain(c);
        return false;
    case CONN_CLOSE:
        drop(c);
        return false;
    }
    return false;
}

void http__conn_watch(struct http_conn *c)
{
    while (watch_step(c))
        ;
}

void http__conn_resume(struct http_conn *c)
{
    http__park_remove(c);
    c->state = CONN_RESUME;
    http__conn_watch(c);
}

static void on_event(struct http_conn *c, uint32_t events)
{
    if (c->away) {
        if (c->fd >= 0)
            c->armed = 0;
        return;
    }
    c->armed = 0;
    if (c->state == CONN_TUNNEL) {
        if (http__tunnel_event(c) < 0)
            drop(c);
        return;
    }
    if (c->state == CONN_PARKED || (events & EPOLLERR))
        c->state = CONN_CLOSE; /* the client went away */
    c->blocked = false;
    http__conn_watch(c);
}

/* Less than the minimum rate since the window began; if not, a new one begins. */
static bool too_slow(struct http_conn *c, int64_t window_ms)
{
    struct http_window *w = &c->x->window;

    if (w->bytes * 1000 < c->srv->cfg.min_bytes_per_s * window_ms)
        return true;
    *w = (struct http_window){sys->mono_ms(), 0};
    return false;
}

static void on_deadline(struct http_conn *c)
{
    switch (c->state) {
    case CONN_HEAD:
        if (c->in_len)
            http__reply_refuse(c, 408, "RequestTimeout",
                               "Your socket connection to the server was not read from or written "
                               "to within the timeout period.");
        else
            c->state = CONN_CLOSE;
        break;
    case CONN_BODY:
        if (too_slow(c, c->srv->window_up_ms))
            http__reply_refuse(c, 408, "RequestTimeout",
                               "Your socket connection to the server was not read from or written "
                               "to within the timeout period.");
        break;
    case CONN_SEND:
        if (too_slow(c, c->srv->window_down_ms))
            c->state = CONN_CLOSE;
        break;
    case CONN_PARKED:
        http__conn_resume(c);
        return;
    default:
        c->state = CONN_CLOSE;
        break;
    }
    http__conn_watch(c);
}

static void take_back(struct http_server *srv)
{
    pthread_mutex_lock(&srv->back_mutex);
    struct http_conn *c = srv->back;
    srv->back = NULL;
    srv->back_last = &srv->back;
    pthread_mutex_unlock(&srv->back_mutex);
    while (c) {
        struct http_conn *next = c->next;
        c->next = NULL;
        c->away = false;
        http__conn_watch(c);
        c = next;
    }
}

/* No new connections; idle ones close, parked ones run a last time, the rest may finish. */
static void begin_stop(struct http_server *srv)
{
    struct http_conn *next;

    close(srv->listen_fd);
    srv->listen_fd = -1;
    for (struct http_conn *c = srv->all; c; c = next) {
        next = c->all_next;
        if (c->away || c->state == CONN_SEND)
            continue;
        if (c->state == CONN_PARKED) {
            http__conn_resume(c);
        } else {
            c->state = CONN_CLOSE;
            http__conn_watch(c);
        }
    }
}

static int wait_ms(struct http_server *srv, int64_t now_ms)
{
    int64_t at = http__timer_next(srv);

    if (srv->stopping && srv->stop_by_ms < at)
        at = srv->stop_by_ms;
    if (srv->accept_again_ms && srv->accept_again_ms < at)
        at = srv->accept_again_ms;
    if (at == INT64_MAX)
        return -1;
    return at <= now_ms ? 0 : at - now_ms > 60000 ? 60000 : (int)(at - now_ms);
}

static void on_source(struct http_server *srv, const struct epoll_event *ev)
{
    enum http_source *source = ev->data.ptr;
    uint64_t count;

    switch (*source) {
    case SOURCE_LISTENER:
        http__accept(srv);
        break;
    case SOURCE_WAKE:
        if (read(srv->wake_fd, &count, sizeof(count)) < 0 && errno != EAGAIN)
            log_error("read the loop's eventfd: %s", strerror(errno));
        break;
    case SOURCE_CONN:
        on_event((struct http_conn *)(void *)source, ev->events);
        break;
    case SOURCE_UPSTREAM: {
        struct http_conn *c = http__tunnel_conn(source);
        if (!c->away && http__tunnel_event(c) < 0)
            drop(c);
        break;
    }
    }
}

/* While requests queue it waits no longer than KICK_NS, then sees to more threads. */
static int wait_events(struct http_server *srv, struct epoll_event *events)
{
    int ms = wait_ms(srv, sys->mono_ms()), n;

    if (ms != 0 && atomic_load_explicit(&srv->workers.waiting, memory_order_relaxed)) {
        struct timespec soon = {.tv_nsec = KICK_NS};
        n = epoll_pwait2(srv->epoll_fd, events, EVENTS_MAX, &soon, NULL);
        if (n < 0 && errno != EINTR) /* not there before Linux 5.11 */
            n = epoll_wait(srv->epoll_fd, events, EVENTS_MAX, 1);
        http__pool_kick(&srv->workers);
    } else {
        n = epoll_wait(srv->epoll_fd, events, EVENTS_MAX, ms);
    }
    if (n < 0 && errno != EINTR)
        die("epoll_wait: %s", strerror(errno));
    return n;
}

static void *loop_main(void *arg)
{
    struct http_server *srv = arg;
    struct epoll_event events[EVENTS_MAX];
    bool stop_begun = false;

    pthread_setname_np(pthread_self(), "http-loop");
    for (;;) {
        int n = wait_events(srv, events);
        for (int i = 0; i < n; i++)
            on_source(srv, &events[i]);
        take_back(srv);
        http__park_run_woken(srv);
        int64_t now = sys->mono_ms();
        struct http_conn *due;
        while ((due = http__timer_due(srv, now)))
            on_deadline(due);
        http__accept_again(srv, now);
        if (srv->stopping && !stop_begun) {
            stop_begun = true;
            begin_stop(srv);
        }
        bury(srv);
        if (srv->stopping && (!srv->n_conns || now >= srv->stop_by_ms))
            break;
    }
    for (struct http_conn *c = srv->all; c; c = c->all_next)
        shutdown(c->fd, SHUT_RDWR);
    return NULL;
}

int http_server_start(struct http_server *s, struct err *err)
{
    sigset_t all, before;

    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int rc = pthread_create(&s->thread, NULL, loop_main, s);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (rc)
        return err_errno(err, rc, "start the HTTP server's thread");
    s->started = true;
    return 0;
}

void http_server_stop(struct http_server *s, int64_t grace_ms)
{
    if (!s->started)
        return;
    s->stop_by_ms = sys->mono_ms() + grace_ms;
    atomic_store(&s->stopping, true);
    http__poke(s);
    pthread_join(s->thread, NULL);
    s->started = false;
}

void http_server_destroy(struct http_server *s)
{
    struct http_conn *next;

    if (!s)
        return;
    http_server_stop(s, 0);
    http__pool_close(&s->workers);
    http__pool_close(&s->streams);
    bury(s);
    for (struct http_conn *c = s->all; c; c = next) {
        next = c->all_next;
        http__conn_free(c);
    }
    if (s->listen_fd >= 0)
        close(s->listen_fd);
    if (s->epoll_fd >= 0)
        close(s->epoll_fd);
    if (s->wake_fd >= 0)
        close(s->wake_fd);
    free(s->timers.heap);
    free(s->park.slots);
    pthread_mutex_destroy(&s->park.mutex);
    pthread_mutex_destroy(&s->back_mutex);
    free(s->host);
    free(s->connect_suffix);
    free(s->upstream_proxy);
    free(s);
}
