/* kill -9 of the engine at any moment of a submit or a stop: a later one finds every job once. The
 * killed engine is this program again, as a process of its own. In builds with fault points each is
 * tried; in all builds, moments at random. */
#include "job_help.h"
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

extern char **environ;

static char dir[PATH_MAX], count_path[PATH_MAX];

/* A job that leaves one line where the test can count them. */
static struct job_spec counting_spec(struct fixture *f, const char *id, struct job_bind *bind,
                                     const char *seconds)
{
    static char script[256], shared[1300];

    snprintf(shared, sizeof(shared), "%.1000s/shared-%.200s", f->data, id);
    mkdir(shared, 0755);
    snprintf(script, sizeof(script), "echo ran >>/shared/count; sleep %s", seconds);
    *bind = (struct job_bind){.host = shared, .inside = "/shared", .writable = true};
    static const char *argv[4];
    argv[0] = "/bin/sh";
    argv[1] = "-c";
    argv[2] = script;
    struct job_spec spec = spec_of(f, id, dir, argv);
    spec.binds = bind;
    spec.n_binds = 1;
    snprintf(count_path, sizeof(count_path), "%s/count", shared);
    return spec;
}

/* The engine that gets killed: submits, and stops when it is told to. */
static void child_main(const char *data)
{
    struct fixture f = {0};
    struct job_bind bind;
    struct err err = {0};
    bool stop = getenv("SLIPWAY_TEST_STOP");

    snprintf(f.data, sizeof(f.data), "%s", data);
    fixture_open_at(&f, &exec_process);
    struct job_spec spec =
        counting_spec(&f, getenv("SLIPWAY_TEST_JOB"), &bind, stop ? "1000" : "0.05");
    if (f.exec->ops->submit(f.exec, &spec, &err) != 0) {
        printf("submit: %s\n", err.msg);
        exit(1);
    }
    if (stop && f.exec->ops->cancel(f.exec, dir, JOB_CAUSE_STOPPED, &err) != 0)
        printf("cancel: %s\n", err.msg);
    for (;;)
        pause();
}

__attribute__((constructor)) static void maybe_child(void)
{
    const char *data = getenv("SLIPWAY_TEST_CHILD");

    if (data) {
        child_main(data);
        exit(0);
    }
}

static pid_t start_child(struct fixture *f, const char *id, const char *fault,
                         const char *count_file, bool stop)
{
    char child[PATH_MAX + 32], job[128], point[128], count[PATH_MAX + 32];
    char *argv[] = {"test_crash", NULL}, *envp[8];
    int n = 0;
    pid_t pid = -1;

    snprintf(child, sizeof(child), "SLIPWAY_TEST_CHILD=%s", f->data);
    envp[n++] = child;
    snprintf(job, sizeof(job), "SLIPWAY_TEST_JOB=%s", id);
    envp[n++] = job;
    if (fault) {
        snprintf(point, sizeof(point), "SLIPWAY_FAULT=%s", fault);
        envp[n++] = point;
    }
    if (count_file) {
        snprintf(count, sizeof(count), "SLIPWAY_FAULT_COUNT=%s", count_file);
        envp[n++] = count;
    }
    if (stop)
        envp[n++] = "SLIPWAY_TEST_STOP=1";
    envp[n++] = "ASAN_OPTIONS=detect_leaks=0";
    envp[n] = NULL;
    CHECK_INT(posix_spawn(&pid, "/proc/self/exe", NULL, NULL, argv, envp), 0);
    return pid;
}

static int lines_in(const char *path)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct err err;
    char *text;
    int n = 0;

    if (!fs_exists(path) || fs_read(a, path, 1 << 20, &text, NULL, &err) != 0)
        return 0;
    for (; *text; text++)
        n += *text == '\n';
    return n;
}

/* What an engine does that starts again: adopt what is there, submit what never started. */
static void recover(struct fixture *f, const char *id, const char *moment, bool stopped)
{
    char again[64];
    struct job_bind bind;
    struct job_status st;
    struct err err = {0};
    struct job_spec spec = counting_spec(f, id, &bind, "0.05");

    fixture_open_at(f, &exec_process);
    if (f->exec->ops->adopt(f->exec, id, dir, &st, &err) != 0) {
        CHECK_INT(err.code, ERR_NOT_FOUND);
        CHECK_INT(lines_in(count_path), 0);
        CHECK_OK(f->exec->ops->submit(f->exec, &spec, &err), err);
        stopped = false;
    }
    if (stopped)
        CHECK_OK(f->exec->ops->cancel(f->exec, dir, JOB_CAUSE_STOPPED, &err), err);
    st = wait_ended(f, dir);
    CHECK_INT(st.phase, JOB_EXITED);
    if (st.cause == JOB_CAUSE_NEVER) {
        CHECK_INT(lines_in(count_path), 0);
        snprintf(again, sizeof(again), "%s-again", id);
        spec = counting_spec(f, again, &bind, "0.05");
        CHECK_OK(f->exec->ops->submit(f->exec, &spec, &err), err);
        st = wait_ended(f, dir);
        stopped = false;
    }
    CHECK_INT(st.phase, JOB_EXITED);
    CHECK_INT(st.cause, stopped ? JOB_CAUSE_STOPPED : JOB_CAUSE_EXIT);
    /* one that was stopped may have been so before its program went */
    int ran = lines_in(count_path);
    CHECK(ran == 1 || (stopped && ran == 0));
    if (test_failed_checks)
        printf("  at %s: ran %d times, cause %d\n", moment, ran, st.cause);
    f->exec->ops->close(f->exec);
}

static void at_random_moments(bool stop, int rounds, unsigned span_us)
{
    struct fixture f;
    struct err err = {0};
    unsigned seed = 12345;

    fixture_open(&f, &exec_process);
    f.exec->ops->close(f.exec);
    for (int i = 0; i < rounds && !test_failed_checks; i++) {
        char moment[64], id[32];
        seed = seed * 1103515245 + 12345;
        unsigned us = seed / 65536 % span_us;
        snprintf(id, sizeof(id), "crash-%d", i);
        pid_t pid = start_child(&f, id, NULL, NULL, stop);
        usleep(us);
        kill(pid, SIGKILL);
        waitpid(pid, NULL, 0);
        snprintf(moment, sizeof(moment), "%u us", us);
        recover(&f, id, moment, stop);
    }
    CHECK_OK(fs_remove_tree(f.data, &err), err);
}

TEST(killed_while_submitting)
{
    at_random_moments(false, 30, 60000);
}

TEST(killed_while_stopping)
{
    at_random_moments(true, 20, 80000);
}

#ifdef SLIPWAY_FAULT_POINTS
/* Every point that a whole submit and stop passes, and each in turn the last one. */
TEST(killed_at_every_fault_point)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct fixture f;
    char list[1100], id[32], *text = NULL, *line;
    struct err err = {0};
    int points = 0;

    fixture_open(&f, &exec_process);
    f.exec->ops->close(f.exec);
    snprintf(list, sizeof(list), "%.1000s/points", f.data);
    pid_t pid = start_child(&f, "all", NULL, list, true);
    for (int i = 0; i < 10000; i++, usleep(1000))
        if (fs_exists(list) && fs_read(a, list, 65536, &text, NULL, &err) == 0 &&
            strstr(text, "exec.cancelled"))
            break;
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
    recover(&f, "all", "the end", true);
    while (text && (line = strsep(&text, "\n")) != NULL && line[0]) {
        snprintf(id, sizeof(id), "point-%d", points++);
        pid = start_child(&f, id, line, NULL, true);
        int status = 0;
        waitpid(pid, &status, 0);
        CHECK(WIFSIGNALED(status));
        recover(&f, id, line, true);
    }
    CHECK(points >= 6);
    CHECK_OK(fs_remove_tree(f.data, &err), err);
}
#endif
