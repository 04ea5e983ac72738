/* The contract of exec_ops (src/exec/exec.h), on each of its implementations, and the directories
 * that engines of earlier protocols left (tests/contract/jobs). */
#include "../unit/exec/job_help.h"
#include "exec/job_dir.h"

static char dir[PATH_MAX];

static void wait_changes(struct fixture *f, int n)
{
    pthread_mutex_lock(&f->lock);
    for (int i = 0; i < 100 && f->changes < n; i++) {
        struct timespec until;
        clock_gettime(CLOCK_REALTIME, &until);
        until.tv_sec += 1;
        pthread_cond_timedwait(&f->cond, &f->lock, &until);
    }
    CHECK(f->changes >= n);
    pthread_mutex_unlock(&f->lock);
}

static void members_are_there(const struct exec_ops *ops)
{
    CHECK(ops->name && ops->open && ops->close && ops->submit && ops->poll && ops->adopt &&
          ops->cancel);
}

static void runs_once(const struct exec_ops *ops)
{
    struct fixture f;
    struct err err = {0};
    struct job_status st;

    fixture_open(&f, ops);
    CHECK(f.exec->ops == ops);
    struct job_spec spec = spec_of(&f, "once-1", dir, ARGV("/bin/true"));
    CHECK_OK(ops->submit(f.exec, &spec, &err), err);
    wait_changes(&f, 1);
    st = wait_ended(&f, dir);
    CHECK_INT(st.phase, JOB_EXITED);
    CHECK_INT(st.cause, JOB_CAUSE_EXIT);
    CHECK_INT(st.exit_code, 0);
    CHECK(st.started_ms > 0 && st.ended_ms >= st.started_ms);
    CHECK(ops->submit(f.exec, &spec, &err) != 0);
    CHECK_INT(err.code, ERR_EXISTS);
    /* it can be adopted again and again, and stopped when there is nothing to stop */
    CHECK_OK(ops->adopt(f.exec, "once-1", dir, &st, &err), err);
    CHECK_INT(st.phase, JOB_EXITED);
    CHECK_OK(ops->cancel(f.exec, dir, JOB_CAUSE_STOPPED, &err), err);
    CHECK_OK(ops->poll(f.exec, dir, &st, &err), err);
    CHECK_INT(st.cause, JOB_CAUSE_EXIT);
    fixture_close(&f);
}

static void stages_inputs(const struct exec_ops *ops)
{
    struct fixture f;
    struct err err = {0};
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char blob[PATH_MAX], *text;
    size_t n;

    fixture_open(&f, ops);
    snprintf(blob, sizeof(blob), "%.1000s/blob", f.data);
    CHECK_OK(fs_replace(blob, "12345", 5, 0644, &err), err);
    struct job_input inputs[] = {{.path = "input/data/a", .source = blob},
                                 {.path = "input/config/b.json", .data = "{}", .len = 2}};
    struct job_spec spec = spec_of(&f, "in-1", dir, ARGV("/bin/true"));
    spec.inputs = inputs;
    spec.n_inputs = 2;
    spec.dirs = ARGV("output/data", "model");
    CHECK_OK(ops->submit(f.exec, &spec, &err), err);
    wait_ended(&f, dir);
    CHECK_OK(job_read_file(dir, a, "input/data/a", 100, &text, &n, &err), err);
    CHECK_STR(text, "12345");
    CHECK_OK(job_read_file(dir, a, "input/config/b.json", 100, &text, &n, &err), err);
    CHECK_STR(text, "{}");
    CHECK_OK(job_sweep(dir, &err), err);
    CHECK_OK(job_sweep(dir, &err), err);
    fixture_close(&f);
}

static void refuses(const struct exec_ops *ops)
{
    struct job_input bad[] = {{.path = "a/../../b", .data = "", .len = 0},
                              {.path = "/etc/x", .data = "", .len = 0},
                              {.path = "", .data = "", .len = 0},
                              {.path = "a//b", .data = "", .len = 0},
                              {.path = "x", .source = "/no/such/blob"}};
    struct fixture f;
    struct err err = {0};
    struct job_status st;

    fixture_open(&f, ops);
    struct job_spec spec = spec_of(&f, "bad-1", dir, ARGV("/bin/true"));
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        spec.inputs = &bad[i];
        spec.n_inputs = 1;
        CHECK(ops->submit(f.exec, &spec, &err) != 0);
        CHECK_INT(err.code, ERR_INVALID);
        CHECK(!fs_exists(dir));
    }
    spec.n_inputs = 0;
    spec.dirs = ARGV("../out");
    CHECK(ops->submit(f.exec, &spec, &err) != 0);
    CHECK_INT(err.code, ERR_INVALID);
    spec.dirs = NULL;
    spec.id = "a b";
    CHECK(ops->submit(f.exec, &spec, &err) != 0);
    CHECK_INT(err.code, ERR_INVALID);
    spec.id = "bad-1";
    spec.argv = ARGV("");
    CHECK(ops->submit(f.exec, &spec, &err) != 0);
    CHECK_INT(err.code, ERR_INVALID);
    CHECK(!fs_exists(dir));
    CHECK(ops->poll(f.exec, dir, &st, &err) != 0);
    CHECK_INT(err.code, ERR_NOT_FOUND);
    CHECK(ops->adopt(f.exec, "bad-1", dir, &st, &err) != 0);
    CHECK_INT(err.code, ERR_NOT_FOUND);
    CHECK(ops->cancel(f.exec, dir, JOB_CAUSE_STOPPED, &err) != 0);
    CHECK_INT(err.code, ERR_NOT_FOUND);
    fixture_close(&f);
}

struct submitter {
    struct fixture *f;
    int won, exists;
};

static void *submit_same(void *arg)
{
    struct submitter *s = arg;
    char own[PATH_MAX];
    struct err err = {0};
    struct job_spec spec = spec_of(s->f, "race-1", own, ARGV("/bin/true"));

    if (s->f->exec->ops->submit(s->f->exec, &spec, &err) == 0)
        s->won = 1;
    else
        s->exists = err.code == ERR_EXISTS;
    return NULL;
}

static void starts_once_for_many(const struct exec_ops *ops)
{
    struct fixture f;
    struct submitter s[6] = {0};
    pthread_t threads[6];
    int won = 0, exists = 0;

    fixture_open(&f, ops);
    for (int i = 0; i < 6; i++) {
        s[i].f = &f;
        pthread_create(&threads[i], NULL, submit_same, &s[i]);
    }
    for (int i = 0; i < 6; i++) {
        pthread_join(threads[i], NULL);
        won += s[i].won;
        exists += s[i].exists;
    }
    CHECK_INT(won, 1);
    CHECK_INT(exists, 5);
    snprintf(dir, sizeof(dir), "%.1000s/jobs/race-1", f.data);
    CHECK_INT(wait_ended(&f, dir).exit_code, 0);
    fixture_close(&f);
}

#define CONTRACT(ops)                                                                              \
    TEST(ops##_members)                                                                            \
    {                                                                                              \
        members_are_there(&ops);                                                                   \
    }                                                                                              \
    TEST(ops##_runs_once)                                                                          \
    {                                                                                              \
        runs_once(&ops);                                                                           \
    }                                                                                              \
    TEST(ops##_stages_inputs)                                                                      \
    {                                                                                              \
        stages_inputs(&ops);                                                                       \
    }                                                                                              \
    TEST(ops##_refuses)                                                                            \
    {                                                                                              \
        refuses(&ops);                                                                             \
    }                                                                                              \
    TEST(ops##_starts_once_for_many)                                                               \
    {                                                                                              \
        starts_once_for_many(&ops);                                                                \
    }

CONTRACT(exec_process)
CONTRACT(exec_dry)

/* --- recorded directories, protocol 1 --- */

static void copy_file(const char *from, const char *to)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct err err = {0};
    char *text;
    size_t n;

    CHECK_OK(fs_read(a, from, 1 << 20, &text, &n, &err), err);
    CHECK_OK(fs_replace(to, text, n, 0600, &err), err);
}

static void copy_recorded(struct fixture *f, const char *name)
{
    char from[PATH_MAX], source[PATH_MAX + 300], target[PATH_MAX + 300];

    snprintf(from, sizeof(from), "%s/%s", JOBS_DIR, name);
    snprintf(dir, sizeof(dir), "%.1000s/jobs/%.200s", f->data, name);
    CHECK_INT(mkdir(dir, 0700), 0);
    DIR *d = opendir(from);
    CHECK(d != NULL);
    for (struct dirent *e = d ? readdir(d) : NULL; e; e = readdir(d)) {
        if (e->d_name[0] == '.')
            continue;
        snprintf(source, sizeof(source), "%s/%s", from, e->d_name);
        snprintf(target, sizeof(target), "%s/%s", dir, e->d_name);
        copy_file(source, target);
    }
    if (d)
        closedir(d);
}

TEST(recorded_directories)
{
    static const struct {
        const char *name;
        enum job_phase phase;
        enum job_cause cause;
        int code, signal;
    } cases[] = {
        /* another boot's success: nobody knows whether its outputs reached the disk */
        {"p1-success", JOB_LOST, JOB_CAUSE_EXIT, 0, 0},
        {"p1-failure", JOB_EXITED, JOB_CAUSE_EXIT, 3, 0},
        {"p1-signal", JOB_EXITED, JOB_CAUSE_SIGNAL, 0, 11},
        {"p1-stopped", JOB_EXITED, JOB_CAUSE_STOPPED, 0, 15},
        {"p1-timeout", JOB_EXITED, JOB_CAUSE_TIMEOUT, 0, 15},
        {"p1-setup", JOB_EXITED, JOB_CAUSE_SETUP, 0, 0},
        {"p1-running", JOB_LOST, JOB_CAUSE_EXIT, 0, 0},
        {"p1-staged", JOB_EXITED, JOB_CAUSE_NEVER, 0, 0},
    };
    struct fixture f;
    struct err err = {0};
    struct job_status st;

    fixture_open(&f, &exec_process);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        copy_recorded(&f, cases[i].name);
        CHECK_OK(f.exec->ops->adopt(f.exec, cases[i].name, dir, &st, &err), err);
        CHECK_INT(st.phase, cases[i].phase);
        CHECK_INT(st.cause, cases[i].cause);
        CHECK_INT(st.exit_code, cases[i].code);
        CHECK_INT(st.signal, cases[i].signal);
        if (st.phase != cases[i].phase || st.cause != cases[i].cause)
            printf("  %s\n", cases[i].name);
    }
    fixture_close(&f);
}

TEST(recorded_log)
{
    struct fixture f;
    struct err err = {0};
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct job_line *lines;
    size_t n;
    int64_t next;

    fixture_open(&f, &exec_dry);
    copy_recorded(&f, "p1-failure");
    CHECK_OK(job_log_read(dir, a, 0, 100, true, &lines, &n, &next, &err), err);
    CHECK_INT(n, 2);
    if (n == 2) {
        CHECK_STR(lines[0].text, "out");
        CHECK_STR(lines[1].text, "err");
        CHECK(lines[0].at_ms > 1700000000000 && lines[1].at_ms > lines[0].at_ms);
    }
    fixture_close(&f);
}
