/* The engine's thread, its queue of messages and its batches.
 *
 * Rounds: take every message, run them, hand what they recorded to the writer as one closure. One
 * closure is under way at a time; rounds that end meanwhile join the next. A commit that fails for
 * the disk's sake is tried again, in order, every RETRY_MS: memory is ahead of the database but
 * never apart from it, and effects wait. Calls that come while it is stuck are refused at once.
 * A statement that breaks a constraint is a bug and ends the program; starting again reads the
 * truth. */
#include "engine/core.h"
#include "base/log.h"
#include "base/sys.h"
#include "engine/pipelines.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define RETRY_MS 500

struct message {
    void (*fn)(struct engine *e, void *arg);
    void *arg;
    struct message *next;
};

struct timer {
    int64_t at_mono_ms;
    void (*fn)(struct engine *e, void *arg);
    void *arg;
    struct timer *next;
};

struct statement {
    const char *sql;
    struct db_value *values;
    size_t n_values;
    struct statement *next;
};

enum effect_kind { EFFECT_WRITER, EFFECT_POOL };

struct effect {
    enum effect_kind kind;
    struct engine *engine;
    void (*fn)(struct engine *e, void *arg);
    void *arg;
    struct batch *batch;
    struct effect *next;
};

/* What one or more rounds recorded. `refs`: the batch itself and each of its pool effects. */
struct batch {
    struct engine *engine;
    struct arena *arena;
    struct statement *first, **last;
    struct effect *first_effect, **last_effect;
    int refs;
};

/* --- batches --- */

static struct batch *batch_create(struct engine *e)
{
    struct arena *a = arena_create((size_t)1 << 40);
    struct batch *b = arena_zalloc(a, sizeof(*b));

    b->engine = e;
    b->arena = a;
    b->last = &b->first;
    b->last_effect = &b->first_effect;
    b->refs = 1;
    return b;
}

static void batch_unref(struct batch *b)
{
    if (__atomic_sub_fetch(&b->refs, 1, __ATOMIC_ACQ_REL) == 0)
        arena_destroy(b->arena);
}

static struct batch *batch_now(struct engine *e)
{
    if (!e->batch)
        e->batch = batch_create(e);
    return e->batch;
}

struct arena *batch_arena(struct engine *e)
{
    return batch_now(e)->arena;
}

void batch_sql(struct engine *e, const char *sql, const char *fmt, ...)
{
    struct batch *b = batch_now(e);
    struct statement *s = arena_zalloc(b->arena, sizeof(*s));
    struct db_value values[DB_PARAMS_MAX];
    va_list ap;

    va_start(ap, fmt);
    s->n_values = db_values(values, fmt, ap);
    va_end(ap);
    s->sql = sql;
    s->values = arena_memdup(b->arena, values, s->n_values * sizeof(values[0]));
    for (size_t i = 0; i < s->n_values; i++) {
        struct db_value *v = &s->values[i];
        if (v->type == 't')
            v->p = arena_strdup(b->arena, v->p);
        else if (v->type == 'b')
            v->p = arena_memdup(b->arena, v->p, v->n);
    }
    *b->last = s;
    b->last = &s->next;
}

static void batch_add(struct engine *e, enum effect_kind kind,
                      void (*fn)(struct engine *e, void *arg), void *arg)
{
    struct batch *b = batch_now(e);
    struct effect *f = arena_zalloc(b->arena, sizeof(*f));

    f->kind = kind;
    f->engine = e;
    f->fn = fn;
    f->arg = arg;
    f->batch = b;
    *b->last_effect = f;
    b->last_effect = &f->next;
}

void batch_effect(struct engine *e, void (*fn)(struct engine *e, void *arg), void *arg)
{
    batch_add(e, EFFECT_WRITER, fn, arg);
}

void batch_pool(struct engine *e, void (*fn)(struct engine *e, void *arg), void *arg)
{
    batch_add(e, EFFECT_POOL, fn, arg);
}

static void effect_in_pool(void *arg)
{
    struct effect *f = arg;

    f->fn(f->engine, f->arg);
    batch_unref(f->batch);
}

static void batch_release(struct batch *b)
{
    struct effect *next;

    for (struct effect *f = b->first_effect; f; f = next) {
        struct err err = {0};
        next = f->next;
        if (f->kind == EFFECT_WRITER) {
            f->fn(f->engine, f->arg);
            continue;
        }
        __atomic_add_fetch(&b->refs, 1, __ATOMIC_ACQ_REL);
        if (pool_submit(b->engine->pool, effect_in_pool, f, &err) != 0)
            die("engine: %s", err.msg); /* its queue has no bound that jobs can reach */
    }
    batch_unref(b);
}

/* On the writer thread. */
static int batch_commit(struct db *db, void *arg, struct err *err)
{
    struct batch *b = arg;

    for (struct statement *s = b->first; s; s = s->next) {
        struct err own = {0};
        if (db_run_values(db, NULL, &own, s->sql, s->values, s->n_values) == 0)
            continue;
        if (own.code != ERR_NO_SPACE && own.code != ERR_IO)
            die("engine: %s: %s", s->sql, own.msg);
        *err = own;
        return -1;
    }
    fault_point("engine.commit.before");
    return 0;
}

static void flush(struct engine *e);

static void flush_again(struct engine *e, void *arg)
{
    struct batch *b = arg;

    e->flushing = b;
    flush(e);
}

static void retry_later(struct engine *e, void *arg)
{
    if (__atomic_load_n(&e->stopping, __ATOMIC_RELAXED)) {
        log_error("engine: stops without having written its last state; the next start finds out");
        batch_unref(arg);
        e->flushing = NULL;
        e->abandoned = true;
        return;
    }
    engine_timer(e, sys->mono_ms() + RETRY_MS, flush_again, arg);
}

static void flush_done(struct engine *e, void *arg)
{
    e->flushing = NULL; /* the next round's end flushes what has gathered */
}

/* On the writer thread, after the commit. */
static void batch_done(void *arg, const struct err *err)
{
    struct batch *b = arg;
    struct engine *e = b->engine;

    if (err) {
        if (!__atomic_exchange_n(&e->stuck, true, __ATOMIC_RELAXED))
            log_error("engine: cannot write its state: %s; trying again", err->msg);
        engine_post(e, retry_later, b);
        return;
    }
    fault_point("engine.commit.after");
    if (__atomic_exchange_n(&e->stuck, false, __ATOMIC_RELAXED))
        log_info("engine: can write its state again");
    batch_release(b);
    engine_post(e, flush_done, NULL); /* last: an engine that stops waits for it, then is gone */
}

static void flush(struct engine *e)
{
    store_post(e->config.store, batch_commit, batch_done, e->flushing);
}

/* Ends a round: what was recorded goes to the writer unless another batch is under way. */
static void round_end(struct engine *e)
{
    struct batch *b = e->batch;

    if (!b || e->flushing)
        return;
    e->batch = NULL;
    if (!b->first) {
        batch_release(b);
        return;
    }
    e->flushing = b;
    flush(e);
}

struct engine_who engine_who_copy(struct arena *a, const struct engine_who *w)
{
    return (struct engine_who){.account = arena_strdup(a, w->account),
                               .region = arena_strdup(a, w->region),
                               .access_key = arena_strdup(a, w->access_key ? w->access_key : ""),
                               .project = arena_strdup(a, w->project ? w->project : ""),
                               .principal = arena_strdup(a, w->principal ? w->principal : ""),
                               .request_id = arena_strdup(a, w->request_id)};
}

/* --- messages, timers, the thread --- */

void engine_post(struct engine *e, void (*fn)(struct engine *e, void *arg), void *arg)
{
    struct message *m = xmalloc(sizeof(*m));

    *m = (struct message){fn, arg, NULL};
    pthread_mutex_lock(&e->lock);
    *e->last = m;
    e->last = &m->next;
    pthread_cond_signal(&e->wake);
    pthread_mutex_unlock(&e->lock);
}

void engine_timer(struct engine *e, int64_t at_mono_ms, void (*fn)(struct engine *e, void *arg),
                  void *arg)
{
    struct timer *t = xmalloc(sizeof(*t)), **at = &e->timers;

    while (*at && (*at)->at_mono_ms <= at_mono_ms)
        at = &(*at)->next;
    *t = (struct timer){at_mono_ms, fn, arg, *at};
    *at = t;
}

static void run_timers(struct engine *e)
{
    while (e->timers && e->timers->at_mono_ms <= sys->mono_ms()) {
        struct timer *t = e->timers;
        e->timers = t->next;
        t->fn(e, t->arg);
        free(t);
    }
}

/* Waits for a message, the next timer, or the end; gives the messages. */
static struct message *take_messages(struct engine *e, bool *ret_stop)
{
    struct message *m;

    pthread_mutex_lock(&e->lock);
    while (!e->first && !(e->stopping && !e->flushing)) {
        if (!e->timers) {
            pthread_cond_wait(&e->wake, &e->lock);
            continue;
        }
        int64_t left = e->timers->at_mono_ms - sys->mono_ms();
        if (left <= 0)
            break;
        struct timespec until;
        clock_gettime(CLOCK_MONOTONIC, &until);
        until.tv_sec += left / 1000;
        until.tv_nsec += left % 1000 * 1000000;
        if (until.tv_nsec >= 1000000000) {
            until.tv_sec++;
            until.tv_nsec -= 1000000000;
        }
        if (pthread_cond_timedwait(&e->wake, &e->lock, &until) == ETIMEDOUT)
            break;
    }
    m = e->first;
    e->first = NULL;
    e->last = &e->first;
    *ret_stop = e->stopping;
    pthread_mutex_unlock(&e->lock);
    return m;
}

static void run_round(struct engine *e, struct message *m)
{
    run_timers(e);
    while (m) {
        struct message *next = m->next;
        m->fn(e, m->arg);
        free(m);
        m = next;
    }
    executions_advance(e);
    round_end(e);
}

static void *engine_thread(void *arg)
{
    struct engine *e = arg;
    bool stop;

    pthread_setname_np(pthread_self(), "engine");
    do {
        struct message *m = take_messages(e, &stop);
        run_round(e, m);
    } while (!stop || ((e->flushing || e->batch) && !e->abandoned));
    return NULL;
}

bool engine_round(struct engine *e)
{
    struct message *m = e->first;
    bool due = e->timers && e->timers->at_mono_ms <= sys->mono_ms();

    if (!m && !due && (!e->batch || e->flushing))
        return false;
    e->first = NULL;
    e->last = &e->first;
    run_round(e, m);
    return true;
}

bool engine_work(struct engine *e, int n)
{
    return pool_run(e->pool, n);
}

int64_t engine_next_timer(const struct engine *e)
{
    return e->timers ? e->timers->at_mono_ms : -1;
}

/* --- calls from handlers --- */

struct waiter {
    int (*fn)(struct engine *e, void *arg, struct err *err);
    void *arg;
    struct err *err;
    int rc;
    bool done;
    pthread_mutex_t lock;
    pthread_cond_t wake;
};

static void waiter_answer(struct engine *e, void *arg)
{
    struct waiter *w = arg;

    pthread_mutex_lock(&w->lock);
    w->done = true;
    pthread_cond_signal(&w->wake);
    pthread_mutex_unlock(&w->lock);
}

static void waiter_run(struct engine *e, void *arg)
{
    struct waiter *w = arg;

    if (__atomic_load_n(&e->stuck, __ATOMIC_RELAXED))
        w->rc = err_set(w->err, ERR_NO_SPACE, "the engine cannot write its state: disk full?");
    else
        w->rc = w->fn(e, w->arg, w->err);
    if (w->rc != 0)
        waiter_answer(e, w);
    else
        batch_effect(e, waiter_answer, w);
}

int engine_call(struct engine *e, int (*fn)(struct engine *e, void *arg, struct err *err),
                void *arg, struct err *err)
{
    struct waiter w = {.fn = fn,
                       .arg = arg,
                       .err = err,
                       .lock = PTHREAD_MUTEX_INITIALIZER,
                       .wake = PTHREAD_COND_INITIALIZER};

    engine_post(e, waiter_run, &w);
    while (e->config.manual && !w.done)
        if (!engine_round(e) && !store_run(e->config.store))
            e->config.stalled(e->config.ctx);
    pthread_mutex_lock(&w.lock);
    while (!w.done)
        pthread_cond_wait(&w.wake, &w.lock);
    pthread_mutex_unlock(&w.lock);
    return w.rc;
}

/* --- open and close --- */

static int seq_load(struct engine *e, struct err *err)
{
    static const struct {
        enum engine_seq which;
        const char *sql;
    } tables[] = {
        {SEQ_EXECUTION, "SELECT COALESCE(MAX(n), 0) FROM (SELECT MAX(seq) AS n FROM "
                        "executions UNION ALL SELECT MAX(newest) FROM deleted_pipelines) t"},
        {SEQ_JOB, "SELECT COALESCE(MAX(seq), 0) FROM jobs"},
        {SEQ_EVENT, "SELECT COALESCE(MAX(seq), 0) FROM events"},
    };
    struct db *db = store_reader(e->config.store, err);
    int rc = db ? 0 : -1;

    for (size_t i = 0; rc == 0 && i < sizeof(tables) / sizeof(tables[0]); i++) {
        if (db_get_int(db, &e->next_seq[tables[i].which], err, tables[i].sql, "") < 0)
            rc = -1;
        e->next_seq[tables[i].which]++;
    }
    if (db)
        store_reader_done(e->config.store, db);
    return rc;
}

/* Made once per data directory. */
static int secret_in_store(struct db *db, void *arg, struct err *err)
{
    struct engine *e = arg;
    struct db_rows *rows cleanup_rows = NULL;
    size_t n = 0;

    sys->random(e->page_secret, sizeof(e->page_secret));
    if (db_run(
            db, NULL, err,
            "INSERT INTO secrets (name, value) VALUES ('page', $1) ON CONFLICT (name) DO NOTHING",
            "b", e->page_secret, sizeof(e->page_secret)) != 0 ||
        db_query(db, &rows, err, "SELECT value FROM secrets WHERE name = 'page'", "") != 0 ||
        db_next(rows, err) != 1)
        return -1;
    const void *p = db_blob(rows, 0, &n);
    if (n != sizeof(e->page_secret))
        return err_set(err, ERR_CORRUPT, "the secret \"page\" has %zu bytes", n);
    memcpy(e->page_secret, p, n);
    return 0;
}

int64_t engine_next_seq(struct engine *e, enum engine_seq which)
{
    return e->next_seq[which]++;
}

static void job_changed(void *ctx, const char *job_id)
{
    struct engine *e = ctx;

    engine_post(e, jobs_exec_changed, xstrdup(job_id));
}

static char *dup_or_null(const char *s)
{
    return s ? xstrdup(s) : NULL;
}

int engine_open(const struct engine_config *config, struct engine **ret, struct err *err)
{
    struct engine *e = xcalloc(1, sizeof(*e));
    pthread_condattr_t attr;

    e->config = *config;
    e->config.data_dir = dup_or_null(config->data_dir);
    e->config.account = dup_or_null(config->account);
    e->config.region = dup_or_null(config->region);
    e->config.role = dup_or_null(config->role);
    e->config.endpoint = dup_or_null(config->endpoint);
    e->last = &e->first;
    e->executions = map_create();
    e->jobs = map_create();
    e->tokens = map_create();
    e->leaving = map_create();
    e->slots = config->max_jobs;
    e->pool = pool_create("work", config->manual ? 0 : 16, 1 << 20, 0);
    pthread_mutex_init(&e->lock, NULL);
    pthread_condattr_init(&attr);
    pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
    pthread_cond_init(&e->wake, &attr);
    pthread_condattr_destroy(&attr);
    struct exec_config ec = {.data_dir = e->config.data_dir, .changed = job_changed, .ctx = e};
    if (config->executor->open(&ec, &e->exec, err) != 0 || seq_load(e, err) != 0 ||
        store_write(config->store, secret_in_store, e, err) != 0) {
        engine_close(e);
        return -1;
    }
    *ret = e;
    return 0;
}

/* What a crash left behind: bodies that no row names. Once per start, beside the work. */
static void collect_orphans(void *arg)
{
    struct engine *e = arg;
    struct err err = {0};
    int64_t freed = 0;

    if (object_collect(e->config.objects, &freed, &err) != 0)
        log_warn("objects: cannot collect what nothing names: %s", err.msg);
    else if (freed > 0)
        log_info("objects: freed %lld bytes that nothing named", (long long)freed);
}

int engine_start(struct engine *e, struct err *err)
{
    /* The thread does not run yet, so this one may act as it. */
    if (executions_recover(e, err) != 0 || jobs_recover(e, err) != 0)
        return -1;
    remains_remove(e);
    if (!e->config.manual) {
        if (pthread_create(&e->thread, NULL, engine_thread, e) != 0)
            return err_set(err, ERR_INTERNAL, "cannot start the engine's thread");
        e->running = true;
    }
    engine_post(e, executions_recovered, NULL);
    return pool_submit(e->pool, collect_orphans, e, err);
}

/* What was posted after the last round is heard, for those who own what it carries, but not
 * written: the next start finds it out anew. */
static void hear_out(struct engine *e)
{
    while (e->first) {
        struct message *m = e->first;
        e->first = m->next;
        if (!e->first)
            e->last = &e->first;
        m->fn(e, m->arg);
        free(m);
    }
    for (struct timer *t = e->timers, *next; t; t = next) {
        next = t->next;
        free(t);
    }
    if (e->batch)
        batch_unref(e->batch);
}

void engine_close(struct engine *e)
{
    if (!e)
        return;
    if (e->running) {
        __atomic_store_n(&e->exec->ending, true, __ATOMIC_RELAXED);
        pthread_mutex_lock(&e->lock);
        e->stopping = true;
        pthread_cond_signal(&e->wake);
        pthread_mutex_unlock(&e->lock);
        pthread_join(e->thread, NULL);
    }
    pool_destroy(e->pool); /* its tasks use the executor and post what they found */
    if (e->exec)
        e->exec->ops->close(e->exec);
    hear_out(e);
    executions_forget(e);
    jobs_forget(e);
    map_destroy(e->executions);
    map_destroy(e->jobs);
    tokens_drop(e, tokens_all, NULL);
    map_destroy(e->tokens);
    map_destroy(e->leaving);
    free((char *)e->config.data_dir);
    free((char *)e->config.account);
    free((char *)e->config.region);
    free((char *)e->config.role);
    free((char *)e->config.endpoint);
    pthread_mutex_destroy(&e->lock);
    pthread_cond_destroy(&e->wake);
    free(e);
}

void engine_set_endpoint(struct engine *e, const char *url)
{
    free((char *)e->config.endpoint);
    e->config.endpoint = xstrdup(url);
}

struct store *engine_store(struct engine *e)
{
    return e->config.store;
}

struct objects *engine_objects(struct engine *e)
{
    return e->config.objects;
}

struct series *engine_series(struct engine *e)
{
    return e->config.series;
}

const struct engine_config *engine_settings(struct engine *e)
{
    return &e->config;
}

struct exec *engine_executor(struct engine *e)
{
    return e->exec;
}
