/* The thread pool and the log. */
#include "base/log.h"
#include "base/pool.h"
#include "test.h"
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

static atomic_int done;
static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;

static void count(void *arg)
{
    (void)arg;
    atomic_fetch_add(&done, 1);
}

static void wait_at_gate(void *arg)
{
    (void)arg;
    pthread_mutex_lock(&gate);
    pthread_mutex_unlock(&gate);
    atomic_fetch_add(&done, 1);
}

TEST(pool_runs_everything_before_it_ends)
{
    struct pool *p = pool_create("count", 4, 1000, 128);
    struct err err;

    done = 0;
    for (int i = 0; i < 1000; i++)
        CHECK_OK(pool_submit(p, count, NULL, &err), err);
    pool_destroy(p);
    CHECK_INT(done, 1000);
    pool_destroy(NULL);
    pool_destroy(pool_create("unused", 1, 0, 0));
}

TEST(pool_refuses_what_it_cannot_queue)
{
    struct pool *p = pool_create("a name that is cut", 2, 3, 0);
    struct err err = {0};

    done = 0;
    pthread_mutex_lock(&gate);
    for (int i = 0; i < 5; i++)
        CHECK_OK(pool_submit(p, wait_at_gate, NULL, &err), err);
    CHECK_INT(pool_load(p), 5);
    CHECK_INT(pool_submit(p, wait_at_gate, NULL, &err), -1);
    CHECK_INT(err.code, ERR_BUSY);
    pthread_mutex_unlock(&gate);
    while (pool_load(p) > 0)
        usleep(1000);
    CHECK_OK(pool_submit(p, wait_at_gate, NULL, &err), err);
    pool_destroy(p);
    CHECK_INT(done, 6);
}

static sigset_t seen_mask;

static void look_at_mask(void *arg)
{
    (void)arg;
    pthread_sigmask(SIG_SETMASK, NULL, &seen_mask);
}

TEST(pool_threads_take_no_signals)
{
    struct pool *p = pool_create("signals", 1, 0, 0);
    struct err err;
    sigset_t own;

    CHECK_OK(pool_submit(p, look_at_mask, NULL, &err), err);
    pool_destroy(p);
    CHECK(sigismember(&seen_mask, SIGTERM) == 1);
    pthread_sigmask(SIG_SETMASK, NULL, &own);
    CHECK(sigismember(&own, SIGTERM) == 0);
}

TEST(log_writes_one_line_each)
{
    char text[1000];
    int fds[2];

    CHECK_INT(pipe(fds), 0);
    log_open(fds[1], LOG_INFO);
    log_debug("not shown");
    log_set_request("r-1");
    CHECK_STR(log_request(), "r-1");
    log_warn("two\nlines %d\x1b", 1);
    log_set_request(NULL);
    CHECK_STR(log_request(), "");
    log_error("plain");
    log_open(STDERR_FILENO, LOG_INFO);
    close(fds[1]);
    ssize_t n = read(fds[0], text, sizeof(text) - 1);
    close(fds[0]);
    CHECK(n > 0);
    text[n > 0 ? n : 0] = '\0';
    char *second = strchr(text, '\n');
    CHECK(second != NULL && strlen(text) > 25);
    if (!second)
        return;
    *second++ = '\0';
    CHECK_STR(text + 25, "warn [request r-1] two\\nlines 1\\x1b");
    CHECK(text[4] == '-' && text[10] == 'T' && text[23] == 'Z');
    CHECK_STR(second + 25, "error plain\n");
}
