/* One writer with group commit, a pool of readers, the lock of the data directory.
 *
 * The life of a write:
 *     store_write: queue ──► writer: BEGIN, (SAVEPOINT, fn, RELEASE)…, COMMIT ──► wake the caller
 * What queues while a COMMIT syncs is the next transaction, so its cost is shared by all who wait.
 * Whoever has `busy` is the writer: its thread, or, while nobody else writes, a caller that runs
 * its own closure, which saves two changes of threads, a quarter of a lone write's time. A closure
 * runs once. When a transaction is lost as a whole (disk full, I/O error), everything in it fails
 * with that error and nothing of it is retried here. */
#include "store/store.h"
#include "base/fs.h"
#include "base/log.h"
#include "store/migrate.h"
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#define BATCH_MAX        256 /* closures in one transaction */
#define READERS_IDLE     8   /* connections kept for the next reader */
#define IDLE_MS          100 /* without writes for so long: empty the log */
#define IDLE_RETRY_MS    5000
#define BALLAST_BYTES    (8 << 20)
#define LOCK_PATIENCE_MS 2000

struct write_job {
    int (*fn)(struct db *db, void *arg, struct err *err);
    void (*done)(void *arg, const struct err *err);
    void *arg;
    struct err *err; /* where an error goes */
    bool failed;
    bool posted; /* on the heap, nobody waits */
    sem_t ready; /* of those who wait */
    struct write_job *next;
};
struct posted_job {
    struct write_job job;
    struct err err;
};

struct store {
    char *dir;
    int lock_fd;

    struct db *writer; /* of whoever has `busy` */
    pthread_t thread;
    bool started;
    pthread_mutex_t lock; /* for all up to `stop` */
    pthread_cond_t wake;  /* of the thread */
    struct write_job *first, **last;
    bool busy;       /* somebody uses the connection */
    bool log_used;   /* there is something to move into the database */
    uint64_t writes; /* by callers on their own */
    bool crowded;    /* the thread's last transaction was for several */
    bool doubt;      /* the last commit failed: see begin */
    bool stop;
    bool manual; /* no thread: whoever calls store_run is it */

    pthread_mutex_t readers_lock;
    struct db *idle[READERS_IDLE];
    int n_idle;

    pthread_mutex_t ballast_lock;
};

static _Thread_local const struct store *writing; /* this thread is that store's writer */

static char *path_in(const struct store *s, const char *name)
{
    size_t n = strlen(s->dir) + strlen(name) + 2;
    char *path = xmalloc(n);

    snprintf(path, n, "%s/%s", s->dir, name);
    return path;
}

/* Answers */

static void answer(struct write_job *job)
{
    if (!job->posted) {
        sem_post(&job->ready); /* the caller's stack may be gone from here on */
        return;
    }
    if (job->done)
        job->done(job->arg, job->failed ? job->err : NULL);
    free(job);
}

static void answer_all(struct write_job *first)
{
    while (first) {
        struct write_job *next = first->next;
        answer(first);
        first = next;
    }
}

/* The whole transaction is lost: whoever has no error of its own gets this one. */
static void fail_all(struct write_job *first, const struct err *err)
{
    for (struct write_job *j = first; j; j = j->next) {
        if (!j->failed)
            *j->err = *err;
        j->failed = true;
    }
}

/* Transactions */

static void run_closure(struct store *s, struct write_job *job)
{
    int rows = s->writer->open_rows;

    job->failed = job->fn(s->writer, job->arg, job->err) != 0;
    if (s->writer->open_rows != rows)
        log_error("store: a write left %d results open", s->writer->open_rows - rows);
}

/* In a savepoint, so that a failure undoes this closure only. -1: the transaction is lost. */
static int run_guarded(struct store *s, struct write_job *job, struct err *err)
{
    if (db_run(s->writer, NULL, err, "SAVEPOINT closure", "") != 0)
        return -1;
    run_closure(s, job);
    /* A full disk or an I/O error takes the transaction with it: then there is no savepoint. */
    if (job->failed && db_run(s->writer, NULL, err, "ROLLBACK TO SAVEPOINT closure", "") != 0) {
        *err = *job->err;
        return -1;
    }
    return db_run(s->writer, NULL, err, "RELEASE SAVEPOINT closure", "");
}

/* A commit that failed may lie in the log all the same, and after a crash it would count. So
 * nothing is answered until something lies over it, and a transaction that changes nothing, as
 * when somebody asks for what was there before, writes nothing: it gets a row to change. */
static int begin(struct store *s, struct err *err)
{
    if (db_run(s->writer, NULL, err, "BEGIN", "") != 0)
        return -1;
    return !s->doubt ? 0
                     : db_run(s->writer, NULL, err,
                              "INSERT INTO failed_commits (id, n) VALUES (1, 1) ON CONFLICT (id) "
                              "DO UPDATE SET n = failed_commits.n + 1",
                              "");
}

static int commit(struct store *s, struct err *err)
{
    s->doubt = db_run(s->writer, NULL, err, "COMMIT", "") != 0;
    return s->doubt ? err_prefix(err, "commit") : 0;
}

static int run_transaction(struct store *s, struct write_job *first, struct err *err)
{
    if (begin(s, err) != 0)
        return -1;
    if (!first->next) {
        run_closure(s, first);
        if (first->failed) {
            *err = *first->err;
            return -1;
        }
    } else {
        for (struct write_job *j = first; j; j = j->next) {
            if (run_guarded(s, j, err) != 0)
                return -1;
        }
    }
    fault_point("store.commit.before");
    if (commit(s, err) != 0)
        return -1;
    fault_point("store.commit.after");
    return 0;
}

static void run_batch(struct store *s, struct write_job *first)
{
    struct err err = {0}, ignored;

    if (run_transaction(s, first, &err) != 0) {
        db_run(s->writer, NULL, &ignored, "ROLLBACK", "");
        fail_all(first, &err);
        if (err.code == ERR_NO_SPACE && store_ballast(s, false, &ignored) == 0)
            log_warn("the disk is full: gave back the ballast of %s", s->dir);
    }
}

/* Takes what has queued, up to a bound. */
static struct write_job *take_batch(struct store *s)
{
    struct write_job *first = s->first, *end = first;

    s->crowded = first->next != NULL;
    for (int n = 1; n < BATCH_MAX && end->next; n++)
        end = end->next;
    s->first = end->next;
    end->next = NULL;
    if (!s->first)
        s->last = &s->first;
    return first;
}

/* True when the time has passed without a call. */
static bool wait_ms(struct store *s, int64_t ms)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    t.tv_nsec += (ms % 1000) * 1000000;
    t.tv_sec += ms / 1000 + t.tv_nsec / 1000000000;
    t.tv_nsec %= 1000000000;
    return pthread_cond_timedwait(&s->wake, &s->lock, &t) == ETIMEDOUT;
}

static bool maintain(struct store *s, bool idle)
{
    struct err err = {0};
    int r = s->writer->driver->maintain(s->writer, idle, &err);

    if (r < 0)
        log_warn("store: %s", err.msg);
    return r != 0;
}

/* With the lock held: gives it up while it works as the writer. `batch` NULL: only maintenance. */
static void work(struct store *s, struct write_job *batch, bool idle)
{
    s->busy = true;
    pthread_mutex_unlock(&s->lock);
    if (batch) {
        run_batch(s, batch);
        answer_all(batch);
    }
    bool left = maintain(s, idle);
    pthread_mutex_lock(&s->lock);
    s->busy = false;
    s->log_used = left;
}

static void *writer_main(void *arg)
{
    struct store *s = arg;
    int64_t pause_ms = IDLE_MS;

    writing = s;
    pthread_mutex_lock(&s->lock);
    work(s, NULL, false);
    while (!s->stop || s->first || s->busy) {
        uint64_t writes = s->writes;
        if (s->first && !s->busy) {
            work(s, take_batch(s), false);
            pause_ms = IDLE_MS;
        } else if (!s->log_used)
            pthread_cond_wait(&s->wake, &s->lock);
        else if (wait_ms(s, pause_ms) && !s->busy && !s->first) {
            bool idle = s->writes == writes;
            work(s, NULL, idle);
            /* What stays in the log although idle is held there by a long read. */
            pause_ms = idle ? IDLE_RETRY_MS : IDLE_MS;
        }
    }
    pthread_mutex_unlock(&s->lock);
    return NULL;
}

bool store_run(struct store *s)
{
    writing = s;
    pthread_mutex_lock(&s->lock);
    bool any = s->first != NULL;
    if (any)
        work(s, take_batch(s), false);
    pthread_mutex_unlock(&s->lock);
    writing = NULL;
    return any;
}

/* The queue's other end */

static void enqueue(struct store *s, struct write_job *job)
{
    pthread_mutex_lock(&s->lock);
    /* A busy writer looks at the queue when it has done. */
    bool wake = !s->first && !s->busy;
    *s->last = job;
    s->last = &job->next;
    pthread_mutex_unlock(&s->lock);
    if (wake)
        pthread_cond_signal(&s->wake);
}

/* Runs the closure here and now if nobody else writes. Not while many do: a transaction for one
 * between those for all would cost as much as they. */
static bool write_alone(struct store *s, struct write_job *job)
{
    pthread_mutex_lock(&s->lock);
    bool alone = !s->busy && !s->first && !s->crowded && !s->stop;
    if (alone)
        s->busy = true;
    pthread_mutex_unlock(&s->lock);
    if (!alone)
        return false;

    writing = s;
    run_batch(s, job);
    /* now and then: the thread finds no moment for it beside a caller who goes on and on, and a log
     * that grows is appended to, which takes twice as long as overwriting */
    bool left = maintain(s, false);
    writing = NULL;

    pthread_mutex_lock(&s->lock);
    bool wake = s->first || s->stop || (left && !s->log_used);
    s->busy = false;
    s->log_used = left;
    s->writes++;
    pthread_mutex_unlock(&s->lock);
    if (wake)
        pthread_cond_signal(&s->wake);
    return true;
}

int store_write(struct store *s, int (*fn)(struct db *db, void *arg, struct err *err), void *arg,
                struct err *err)
{
    struct write_job job = {.fn = fn, .arg = arg, .err = err};

    assert(writing != s); /* it would wait for itself */
    while (s->manual && store_run(s))
        ;
    if (!write_alone(s, &job)) {
        sem_init(&job.ready, 0, 0);
        enqueue(s, &job);
        while (sem_wait(&job.ready) != 0 && errno == EINTR)
            ;
        sem_destroy(&job.ready);
    }
    return job.failed ? -1 : 0;
}

void store_post(struct store *s, int (*fn)(struct db *db, void *arg, struct err *err),
                void (*done)(void *arg, const struct err *err), void *arg)
{
    struct posted_job *p = xcalloc(1, sizeof *p);

    p->job = (struct write_job){.fn = fn, .done = done, .arg = arg, .err = &p->err, .posted = true};
    enqueue(s, &p->job);
}

/* Readers */

static int open_meta(const struct store *s, bool writable, struct db **ret, struct err *err)
{
    char *path = path_in(s, "meta.db");
    int r = db_open(&db_sqlite, path, writable, ret, err);

    free(path);
    return r;
}

struct db *store_reader(struct store *s, struct err *err)
{
    struct db *db = NULL;

    pthread_mutex_lock(&s->readers_lock);
    if (s->n_idle > 0)
        db = s->idle[--s->n_idle];
    pthread_mutex_unlock(&s->readers_lock);
    if (!db && open_meta(s, false, &db, err) != 0)
        return NULL;
    return db;
}

void store_reader_done(struct store *s, struct db *db)
{
    if (!db)
        return;
    if (db->open_rows != 0)
        log_error("store: a reader left %d results open", db->open_rows);
    else {
        pthread_mutex_lock(&s->readers_lock);
        if (s->n_idle < READERS_IDLE) {
            s->idle[s->n_idle++] = db;
            db = NULL;
        }
        pthread_mutex_unlock(&s->readers_lock);
    }
    db_close(db);
}

/* Ballast */

static int ballast_take(const char *path, struct err *err)
{
    cleanup_fd int fd = sys->open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

    if (fd < 0 || sys->fallocate(fd, 0, 0, BALLAST_BYTES) != 0) {
        int e = errno;
        if (fd >= 0)
            sys->unlink(path);
        return err_errno(err, e, "ballast %s", path);
    }
    return 0;
}

int store_ballast(struct store *s, bool hold, struct err *err)
{
    cleanup_free char *path = path_in(s, "ballast");
    struct stat st;
    int r = 0;

    pthread_mutex_lock(&s->ballast_lock);
    if (!hold) {
        if (sys->unlink(path) != 0)
            r = err_errno(err, errno, "remove %s", path);
    } else if (sys->stat(path, &st) != 0 || st.st_blocks * 512 < BALLAST_BYTES) {
        int64_t room = fs_free_bytes(s->dir);
        r = room >= 0 && room < 4 * (int64_t)BALLAST_BYTES
                ? err_set(err, ERR_NO_SPACE, "%s: no room for the ballast", s->dir)
                : ballast_take(path, err);
    }
    pthread_mutex_unlock(&s->ballast_lock);
    return r;
}

/* Opening and closing */

static int not_writable(const struct store *s, struct err *err)
{
    return err_set(err, ERR_IO, "%s is not writable: %s", s->dir, strerror(errno));
}

/* Who holds the lock says so in the file; 0: nobody yet. */
static long lock_holder(const struct store *s)
{
    char text[32] = "";
    ssize_t n = sys->pread(s->lock_fd, text, sizeof text - 1, 0);

    return n > 0 ? strtol(text, NULL, 10) : 0;
}

/* A child that a killed engine had begun to spawn holds its lock until it execs: a moment's
 * patience with a holder who is dead. */
static int lock_patiently(const struct store *s)
{
    int64_t until = sys->mono_ms() + LOCK_PATIENCE_MS;

    while (sys->flock(s->lock_fd, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK)
            return -1;
        long holder = lock_holder(s);
        bool dead = holder > 0 && kill((pid_t)holder, 0) != 0 && errno == ESRCH;
        if (!dead || sys->mono_ms() > until) {
            errno = EWOULDBLOCK;
            return -1;
        }
        poll(NULL, 0, 5);
    }
    return 0;
}

static int take_lock(struct store *s, struct err *err)
{
    cleanup_free char *path = path_in(s, "lock");
    char text[32] = "";

    s->lock_fd = sys->open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (s->lock_fd < 0)
        return errno == EACCES || errno == EPERM || errno == EROFS
                   ? not_writable(s, err)
                   : err_errno(err, errno, "open %s", path);
    if (lock_patiently(s) != 0)
        return errno == EWOULDBLOCK
                   ? err_set(err, ERR_BUSY, "%s is in use by another engine (pid %ld)", s->dir,
                             lock_holder(s))
                   : err_errno(err, errno, "lock %s", path);
    int n = snprintf(text, sizeof text, "%d\n", (int)getpid());
    if (sys->ftruncate(s->lock_fd, 0) != 0 || sys->pwrite(s->lock_fd, text, (size_t)n, 0) != n)
        return errno == EROFS ? not_writable(s, err) : err_errno(err, errno, "write %s", path);
    return 0;
}

static int open_all(struct store *s, const struct store_module *modules, bool manual,
                    struct err *err)
{
    struct err ignored;

    if (take_lock(s, err) != 0 || open_meta(s, true, &s->writer, err) != 0)
        return -1;
    if (migrate_run(s->writer, modules, err) != 0)
        return err_prefix(err, "%s/meta.db", s->dir);
    store_ballast(s, true, &ignored); /* where there is no room commits do without */
    s->manual = manual;
    if (manual)
        return 0;
    s->busy = true; /* until the thread has looked at what an earlier process left in the log */
    int e = pthread_create(&s->thread, NULL, writer_main, s);
    if (e != 0)
        return err_errno(err, e, "start the writer thread");
    s->started = true;
    return 0;
}

static int open_store(const char *dir, const struct store_module *modules, bool manual,
                      struct store **ret, struct err *err)
{
    struct store *s = xcalloc(1, sizeof *s);
    pthread_condattr_t monotonic;

    s->dir = xstrdup(dir);
    s->lock_fd = -1;
    s->last = &s->first;
    pthread_mutex_init(&s->lock, NULL);
    pthread_mutex_init(&s->readers_lock, NULL);
    pthread_mutex_init(&s->ballast_lock, NULL);
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_cond_init(&s->wake, &monotonic);
    pthread_condattr_destroy(&monotonic);
    if (open_all(s, modules, manual, err) != 0) {
        store_close(s);
        return -1;
    }
    *ret = s;
    return 0;
}

int store_open(const char *dir, const struct store_module *modules, struct store **ret,
               struct err *err)
{
    return open_store(dir, modules, false, ret, err);
}

int store_open_manual(const char *dir, const struct store_module *modules, struct store **ret,
                      struct err *err)
{
    return open_store(dir, modules, true, ret, err);
}

void store_close(struct store *s)
{
    if (!s)
        return;
    if (s->started) {
        pthread_mutex_lock(&s->lock);
        s->stop = true;
        pthread_mutex_unlock(&s->lock);
        pthread_cond_signal(&s->wake);
        pthread_join(s->thread, NULL);
    }
    while (s->manual && store_run(s))
        ;
    while (s->n_idle > 0)
        db_close(s->idle[--s->n_idle]);
    db_close(s->writer); /* the last connection: moves the log into the database */
    fd_close(&s->lock_fd);
    pthread_mutex_destroy(&s->lock);
    pthread_mutex_destroy(&s->readers_lock);
    pthread_mutex_destroy(&s->ballast_lock);
    pthread_cond_destroy(&s->wake);
    free(s->dir);
    free(s);
}

const char *store_dir(const struct store *s)
{
    return s->dir;
}
