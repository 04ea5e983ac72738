/* Jobs without sandbox where nothing can be mounted: one at a time behind the link /opt/ml, whoever
 * is killed, and never over what is somebody else's. */
#include "job_help.h"
#include "apart.h"
#include "base/sys.h"
#include "exec/job_dir.h"
#include <signal.h>
#include <spawn.h>
#include <sys/file.h>
#include <sys/wait.h>

#define LINK "/opt/ml"

static char dir[PATH_MAX], nap[32];

static struct job_spec off_spec(struct fixture *f, const char *id, const char *script)
{
    static __thread const char *argv[4];

    argv[0] = "/bin/sh";
    argv[1] = "-c";
    argv[2] = script;
    struct job_spec spec = spec_of(f, id, dir, argv);
    spec.sandbox = SANDBOX_OFF;
    static const char *env[] = {nap, NULL};
    snprintf(nap, sizeof(nap), "NAP=1%08d", getpid());
    spec.env = env;
    return spec;
}

/* "" when there is no link. */
static const char *link_leads(void)
{
    static char target[PATH_MAX];
    ssize_t n = readlink(LINK, target, sizeof(target) - 1);

    target[n > 0 ? n : 0] = '\0';
    return target;
}

static bool link_is_there(void)
{
    struct stat st;

    return lstat(LINK, &st) == 0;
}

static void until_said(const char *word)
{
    char path[PATH_MAX + 8];

    snprintf(path, sizeof(path), "%s/log", dir);
    for (int i = 0; i < 20000; i++, usleep(1000)) {
        cleanup_arena struct arena *a = arena_create(1 << 20);
        struct err err;
        char *text;
        if (fs_read(a, path, 1 << 20, &text, NULL, &err) == 0 && strstr(text, word))
            return;
    }
    printf("%s: never said \"%s\"\n", dir, word);
    test_failed_checks++;
}

/* How many of the processes that sleep for $NAP seconds are left: the same test may run beside. */
static int sleeping(void)
{
    return system_has_process("sleep", nap + strlen("NAP="));
}

static void until_none_sleeps(void)
{
    for (int i = 0; i < 10000 && sleeping() > 0; i++)
        usleep(1000);
    CHECK_INT(sleeping(), 0);
}

/* That another job runs, and that nothing stays of it. */
static void next_job_runs(struct fixture *f, const char *id)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char *log;
    struct job_spec spec = off_spec(f, id, "readlink " LINK "; cat " LINK "/input/b");
    struct job_input input = {.path = "input/b", .data = "two", .len = 3};

    spec.inputs = &input;
    spec.n_inputs = 1;
    struct job_status st = run_job(f, &spec, a, &log);
    CHECK_INT(st.cause, JOB_CAUSE_EXIT);
    CHECK_INT(st.exit_code, 0);
    char want[PATH_MAX + 32];
    snprintf(want, sizeof(want), "%.2000s/upper/opt/ml\ntwo", dir);
    CHECK_STR(log, want);
    CHECK(!link_is_there());
}

static int count_own(void *arg, const struct job_file *file, struct err *err)
{
    *(int *)arg += !file->from_input;
    return 0;
}

TEST(behind_the_link)
{
    struct fixture f;
    cleanup_arena struct arena *a = arena_create(8 << 20);
    struct err err = {0};
    char blob[PATH_MAX], want[PATH_MAX + 64], *log, *text;
    size_t n;
    int own = 0;

    fixture_open(&f, &exec_process);
    snprintf(blob, sizeof(blob), "%.1000s/blob", f.data);
    CHECK_OK(fs_replace(blob, "in", 2, 0644, &err), err);
    struct job_input inputs[] = {{.path = "input/a", .source = blob},
                                 {.path = "input/b", .data = "two", .len = 3}};
    struct job_spec spec = off_spec(&f, "off-1",
                                    "readlink /opt/ml; (setsid sleep $NAP &); cd /opt/ml; "
                                    "cat input/*; echo x >>input/a; echo out >model/o; "
                                    "test -d $HOME && test -d $TMPDIR");
    spec.inputs = inputs;
    spec.n_inputs = 2;
    spec.dirs = ARGV("model");
    struct job_status st = run_job(&f, &spec, a, &log);
    CHECK_INT(st.cause, JOB_CAUSE_EXIT);
    CHECK_INT(st.exit_code, 0);
    snprintf(want, sizeof(want), "%.2000s/upper/opt/ml\nintwo", dir);
    CHECK_STR(log, want);
    CHECK_INT(sleeping(), 0);
    CHECK(!link_is_there());
    CHECK_OK(job_read_file(dir, a, "model/o", 10, &text, &n, &err), err);
    CHECK_STR(text, "out\n");
    CHECK_OK(fs_read(a, blob, 10, &text, &n, &err), err);
    CHECK_STR(text, "in");
    CHECK_OK(job_walk(dir, "", count_own, &own, &err), err);
    CHECK_INT(own, 2 + 1); /* o, a as it was changed; b is bytes, not from a file */
    fixture_close(&f);
}

TEST(links_of_jobs_that_are_over_are_replaced)
{
    struct fixture f;
    char old[PATH_MAX];
    struct err err = {0};

    fixture_open(&f, &exec_process);
    CHECK_INT(symlink("/nowhere/jobs/x/upper/opt/ml", LINK), 0);
    next_job_runs(&f, "after-dangling");
    snprintf(old, sizeof(old), "%.1000s/jobs/old/upper/opt/ml", f.data);
    CHECK_OK(fs_mkdirs(old, 0755, &err), err);
    CHECK_INT(symlink(old, LINK), 0);
    next_job_runs(&f, "after-another");
    CHECK(fs_exists(old));
    fixture_close(&f);
}

/* The refusal says what is in the way and what to do; nothing of the job stays. */
static void is_refused(struct fixture *f, const char *id, const char *cause, const char *fix)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct exec_report report;
    struct err err = {0}, why = {0};
    struct job_spec spec = off_spec(f, id, "true");

    CHECK(f->exec->ops->submit(f->exec, &spec, &err) != 0);
    CHECK_INT(err.code, ERR_UNSUPPORTED);
    CHECK(!fs_exists(dir));
    exec_probe(a, &report);
    CHECK_INT(report.off, EXEC_OFF_NONE);
    CHECK_INT(exec_off_probe(f->data, &why), EXEC_OFF_NONE);
    const char *const said[] = {err.msg, report.off_lack, why.msg};
    for (size_t i = 0; i < 3; i++) {
        CHECK(said[i] && strstr(said[i], cause));
        CHECK(said[i] && strstr(said[i], fix));
        CHECK(said[i] && strstr(said[i], "no mount namespace (a new "));
        CHECK(said[i] && strstr(said[i], "sysctl -w user.max_user_namespaces="));
        if (test_failed_checks)
            printf("  %s\n", said[i] ? said[i] : "(nothing)");
    }
}

TEST(what_is_somebody_elses_stays)
{
    struct fixture f;
    struct err err = {0};
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char home[PATH_MAX], *text;

    fixture_open(&f, &exec_process);
    CHECK_INT(mkdir(LINK, 0755), 0);
    CHECK_OK(fs_replace(LINK "/mine", "m", 1, 0644, &err), err);
    is_refused(&f, "dir-1", "/opt/ml is there", "sudo mv /opt/ml");
    CHECK_OK(fs_read(a, LINK "/mine", 10, &text, NULL, &err), err);
    CHECK_STR(text, "m");
    CHECK_INT(unlink(LINK "/mine"), 0);
    is_refused(&f, "dir-2", "/opt/ml is there", "sudo mv /opt/ml"); /* an empty one, too */
    CHECK_INT(rmdir(LINK), 0);

    snprintf(home, sizeof(home), "%.1000s/mine", f.data);
    CHECK_INT(mkdir(home, 0755), 0);
    CHECK_INT(symlink(home, LINK), 0);
    is_refused(&f, "link-1", "/opt/ml is there", "sudo mv /opt/ml");
    CHECK_STR(link_leads(), home);
    CHECK_INT(unlink(LINK), 0);
    CHECK_OK(fs_replace(LINK, "m", 1, 0644, &err), err);
    is_refused(&f, "file-1", "/opt/ml is there", "sudo mv /opt/ml");
    CHECK_INT(unlink(LINK), 0);
    next_job_runs(&f, "free-1");
    fixture_close(&f);
}

TEST(an_opt_that_cannot_be_written)
{
    struct fixture f;
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct exec_report report;
    struct err why = {0};

    fixture_open(&f, &exec_process);
    CHECK_INT(chmod("/opt", 0555), 0);
    is_refused(&f, "closed-1", "write to /opt: Permission denied", "as a user who may");
    CHECK_INT(chmod("/opt", 0755), 0);
    exec_probe(a, &report);
    CHECK_INT(report.off, EXEC_OFF_LINK);
    CHECK(!report.sandbox && !report.overlay);
    CHECK(report.off_lack && strstr(report.off_lack, "no mount namespace: a new "));
    CHECK_INT(exec_off_probe(f.data, &why), EXEC_OFF_LINK);
    next_job_runs(&f, "open-1");
    fixture_close(&f);
}

struct rival {
    struct fixture *f;
    char dir[PATH_MAX];
    int rc;
    struct err err;
};

static void *submit_rival(void *arg)
{
    struct rival *r = arg;
    struct job_spec spec = spec_of(r->f, "rival", r->dir, ARGV("/bin/sh", "-c", "sleep 0.2"));

    spec.sandbox = SANDBOX_OFF;
    r->rc = r->f->exec->ops->submit(r->f->exec, &spec, &r->err);
    return NULL;
}

/* Two engines: each has directories of its own, and they meet at /opt. */
TEST(two_engines_take_turns)
{
    struct fixture f, g;
    static struct rival r;
    struct err err = {0};
    pthread_t thread;

    fixture_open(&f, &exec_process);
    fixture_open(&g, &exec_process);
    r = (struct rival){.f = &g};
    struct job_spec spec = off_spec(&f, "turn-1", "sleep 0.7; test -d " LINK);
    CHECK_OK(f.exec->ops->submit(f.exec, &spec, &err), err);
    pthread_create(&thread, NULL, submit_rival, &r);
    pthread_join(thread, NULL);
    CHECK_OK(r.rc, r.err);
    struct job_status second = wait_ended(&g, r.dir), first = wait_ended(&f, dir);
    CHECK_INT(first.exit_code + second.exit_code, 0);
    CHECK_INT(first.cause, JOB_CAUSE_EXIT);
    CHECK_INT(second.cause, JOB_CAUSE_EXIT);
    CHECK(second.started_ms >= first.ended_ms);
    CHECK(!link_is_there());
    fixture_close(&f);
    fixture_close(&g);
}

TEST(a_link_in_use_is_not_taken)
{
    struct fixture f, g;
    struct err err = {0};
    char leads[PATH_MAX], first[PATH_MAX];

    fixture_open(&f, &exec_process);
    fixture_open(&g, &exec_process);
    struct job_spec spec = off_spec(&f, "long-1", "echo on; sleep 1000");
    CHECK_OK(f.exec->ops->submit(f.exec, &spec, &err), err);
    until_said("on");
    snprintf(first, sizeof(first), "%s", dir);
    snprintf(leads, sizeof(leads), "%.2000s/upper/opt/ml", dir);
    CHECK_STR(link_leads(), leads);
    spec = off_spec(&g, "late-1", "true");
    CHECK(g.exec->ops->submit(g.exec, &spec, &err) != 0);
    CHECK_INT(err.code, ERR_NO_SPACE);
    CHECK(strstr(err.msg, leads));
    CHECK(!fs_exists(dir));
    CHECK_STR(link_leads(), leads);
    /* taken away by hand, it still is not free for others */
    CHECK_INT(unlink(LINK), 0);
    CHECK(g.exec->ops->submit(g.exec, &spec, &err) != 0);
    CHECK_INT(err.code, ERR_NO_SPACE);
    CHECK_OK(f.exec->ops->cancel(f.exec, first, JOB_CAUSE_STOPPED, &err), err);
    CHECK_INT(wait_ended(&f, first).cause, JOB_CAUSE_STOPPED);
    next_job_runs(&g, "late-2");
    fixture_close(&f);
    fixture_close(&g);
}

TEST(stopped_with_all_it_started)
{
    struct fixture f;
    struct err err = {0};

    fixture_open(&f, &exec_process);
    struct job_spec spec =
        off_spec(&f, "stop-1",
                 "trap '' TERM; for i in 1 2 3; do (setsid sh -c 'trap \"\" TERM; sleep $NAP; "
                 "sleep $NAP' &); done; echo on; sleep $NAP; sleep $NAP");
    spec.stop_grace_ms = 200;
    CHECK_OK(f.exec->ops->submit(f.exec, &spec, &err), err);
    until_said("on");
    CHECK(link_is_there());
    CHECK_OK(f.exec->ops->cancel(f.exec, dir, JOB_CAUSE_STOPPED, &err), err);
    CHECK_INT(wait_ended(&f, dir).cause, JOB_CAUSE_STOPPED);
    CHECK_INT(sleeping(), 0);
    CHECK(!link_is_there());
    spec = off_spec(&f, "late-1", "sleep $NAP");
    spec.max_runtime_ms = 100;
    spec.stop_grace_ms = 100;
    CHECK_INT(run_job(&f, &spec, NULL, NULL).cause, JOB_CAUSE_TIMEOUT);
    CHECK(!link_is_there());
    fixture_close(&f);
}

static pid_t supervisor_of(const char *job)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char path[PATH_MAX + 16], *text;
    struct err err = {0};

    snprintf(path, sizeof(path), "%s/shim.json", job);
    CHECK_OK(fs_read(a, path, 65536, &text, NULL, &err), err);
    const char *at = strstr(text, "\"pid\":");
    return at ? (pid_t)strtol(at + 6, NULL, 10) : -1;
}

static pid_t child_of(pid_t pid)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char path[64], *text;
    struct err err = {0};

    snprintf(path, sizeof(path), "/proc/%d/task/%d/children", pid, pid);
    CHECK_OK(fs_read(a, path, 4096, &text, NULL, &err), err);
    return (pid_t)strtol(text, NULL, 10);
}

static const char daemons[] = "for i in 1 2 3; do (setsid sh -c 'sleep $NAP; sleep $NAP' &); "
                              "done; echo on; sleep $NAP; sleep $NAP";

/* Init has the link, too: nothing of the job is left when the next one gets it. */
TEST(supervisor_killed)
{
    struct fixture f;
    struct err err = {0};

    fixture_open(&f, &exec_process);
    struct job_spec spec = off_spec(&f, "lost-1", daemons);
    CHECK_OK(f.exec->ops->submit(f.exec, &spec, &err), err);
    until_said("on");
    pid_t shim = supervisor_of(dir);
    CHECK(shim > 1 && kill(shim, SIGKILL) == 0);
    CHECK_INT(wait_ended(&f, dir).phase, JOB_LOST);
    /* the lock tells when all are gone: no waiting here */
    next_job_runs(&f, "after-lost");
    CHECK_INT(sleeping(), 0);
    fixture_close(&f);
}

TEST(supervisor_and_init_killed)
{
    struct fixture f;
    struct err err = {0};

    fixture_open(&f, &exec_process);
    struct job_spec spec = off_spec(&f, "both-1", "echo on; exec sleep $NAP");
    CHECK_OK(f.exec->ops->submit(f.exec, &spec, &err), err);
    until_said("on");
    pid_t shim = supervisor_of(dir), init = child_of(shim);
    CHECK(shim > 1 && init > 1 && kill(shim, SIGSTOP) == 0);
    CHECK(kill(init, SIGKILL) == 0 && kill(shim, SIGKILL) == 0);
    CHECK_INT(wait_ended(&f, dir).phase, JOB_LOST);
    until_none_sleeps();
    CHECK(link_is_there()); /* stale: nobody was left to remove it */
    next_job_runs(&f, "after-both");
    fixture_close(&f);
}

TEST(init_killed)
{
    struct fixture f;
    struct err err = {0};

    fixture_open(&f, &exec_process);
    struct job_spec spec = off_spec(&f, "init-1", daemons);
    CHECK_OK(f.exec->ops->submit(f.exec, &spec, &err), err);
    until_said("on");
    CHECK_INT(kill(child_of(supervisor_of(dir)), SIGKILL), 0);
    struct job_status st = wait_ended(&f, dir);
    CHECK_INT(st.cause, JOB_CAUSE_SIGNAL);
    CHECK_INT(sleeping(), 0);
    CHECK(!link_is_there());
    fixture_close(&f);
}

TEST(engine_gone_and_back)
{
    struct fixture f;
    struct err err = {0};
    struct job_status st;

    fixture_open(&f, &exec_process);
    struct job_spec spec =
        off_spec(&f, "stay-1", "echo on; while ! test -e " LINK "/go; do sleep 0.01; done");
    CHECK_OK(f.exec->ops->submit(f.exec, &spec, &err), err);
    until_said("on");
    f.exec->ops->close(f.exec);
    fixture_open_at(&f, &exec_process);
    CHECK_OK(f.exec->ops->adopt(f.exec, "stay-1", dir, &st, &err), err);
    CHECK_INT(st.phase, JOB_RUNNING);
    CHECK(link_is_there());
    CHECK_OK(fs_replace(LINK "/go", "", 0, 0644, &err), err);
    st = wait_ended(&f, dir);
    CHECK_INT(st.cause, JOB_CAUSE_EXIT);
    CHECK_INT(st.exit_code, 0);
    CHECK(!link_is_there());
    fixture_close(&f);
}

static int no_spawn(const struct sys_spawn *how, pid_t *ret_pid)
{
    errno = EAGAIN;
    return -1;
}

static int no_unlink(const char *path)
{
    if (strcmp(path, LINK) != 0)
        return sys_real.unlink(path);
    errno = EPERM; /* a sticky /opt, and the link is another user's */
    return -1;
}

static int symlink_errnum;

static int no_symlink(const char *target, const char *path)
{
    errno = symlink_errnum;
    return -1;
}

TEST(a_submit_that_fails_leaves_nothing)
{
    struct fixture f;
    struct err err = {0};
    struct sys_ops failing = sys_real;

    fixture_open(&f, &exec_process);
    next_job_runs(&f, "first"); /* the machine has been looked at */
    struct job_spec spec = off_spec(&f, "fails-1", "true");
    failing.spawn = no_spawn;
    sys = &failing;
    CHECK(f.exec->ops->submit(f.exec, &spec, &err) != 0);
    CHECK_INT(err.code, ERR_IO);
    failing = sys_real;
    failing.symlink = no_symlink;
    symlink_errnum = EROFS;
    CHECK(!link_is_there() && !fs_exists(dir));
    CHECK(f.exec->ops->submit(f.exec, &spec, &err) != 0);
    CHECK_INT(err.code, ERR_UNSUPPORTED);
    CHECK(strstr(err.msg, "Read-only file system"));
    symlink_errnum = ENOSPC;
    CHECK(f.exec->ops->submit(f.exec, &spec, &err) != 0);
    CHECK_INT(err.code, ERR_NO_SPACE);
    CHECK(!link_is_there() && !fs_exists(dir));
    failing = sys_real;
    failing.unlink = no_unlink;
    CHECK_INT(symlink("/nowhere/jobs/x/upper/opt/ml", LINK), 0);
    CHECK(f.exec->ops->submit(f.exec, &spec, &err) != 0);
    CHECK_INT(err.code, ERR_UNSUPPORTED);
    CHECK(strstr(err.msg, "Operation not permitted: sudo rm /opt/ml"));
    CHECK_STR(link_leads(), "/nowhere/jobs/x/upper/opt/ml");
    sys = &sys_real;
    CHECK_INT(unlink(LINK), 0);
    CHECK(!fs_exists(dir));
    next_job_runs(&f, "last");
    fixture_close(&f);
}

/* What pip installs must not change the interpreter's own environment. */
TEST(packages_lie_with_the_job)
{
    struct fixture f;
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char want[2 * PATH_MAX], *log;

    fixture_open(&f, &exec_process);
    struct job_spec spec = off_spec(&f, "pip-1", "echo $PIP_TARGET:$PYTHONPATH");
    run_job(&f, &spec, a, &log);
    snprintf(want, sizeof(want), "%.2000s/upper/root/packages:%.2000s/upper/root/packages\n", dir,
             dir);
    CHECK_STR(log, want);
    spec = off_spec(&f, "pip-2", "echo $PYTHONPATH");
    spec.env = ARGV("PYTHONPATH=/given", "X=1");
    run_job(&f, &spec, a, &log);
    snprintf(want, sizeof(want), "%.2000s/upper/root/packages:/given\n", dir);
    CHECK_STR(log, want);
    spec = off_spec(&f, "pip-3", "echo $PIP_TARGET:$PYTHONPATH");
    spec.env = ARGV("PIP_TARGET=/mine");
    run_job(&f, &spec, a, &log);
    CHECK_STR(log, "/mine:\n");
    fixture_close(&f);
}

/* --- the engine killed while it submits: this program again, as a process of its own --- */

static void engine_main(const char *data)
{
    struct fixture f = {0};
    struct err err = {0};

    snprintf(f.data, sizeof(f.data), "%s", data);
    fixture_open_at(&f, &exec_process);
    struct job_spec spec =
        off_spec(&f, getenv("SLIPWAY_TEST_JOB"), "echo ran >>" LINK "/count; sleep 0.05");
    if (f.exec->ops->submit(f.exec, &spec, &err) != 0)
        printf("submit: %s\n", err.msg);
    for (;;)
        pause();
}

__attribute__((constructor)) static void begin(int argc, char **argv)
{
    apart(argv, false);
    if (getenv("SLIPWAY_TEST_CHILD")) {
        engine_main(getenv("SLIPWAY_TEST_CHILD"));
        exit(0);
    }
}

static pid_t start_engine(struct fixture *f, const char *id, const char *fault)
{
    char data[PATH_MAX + 32], job[128], point[128];
    char *argv[] = {"test_link", NULL},
         *envp[] = {data, job, "SLIPWAY_TEST_APART=1", "ASAN_OPTIONS=detect_leaks=0", point, NULL};
    pid_t pid = -1;

    snprintf(data, sizeof(data), "SLIPWAY_TEST_CHILD=%s", f->data);
    snprintf(job, sizeof(job), "SLIPWAY_TEST_JOB=%s", id);
    snprintf(point, sizeof(point), "SLIPWAY_FAULT=%s", fault ? fault : "none:1");
    CHECK_INT(posix_spawn(&pid, "/proc/self/exe", NULL, NULL, argv, envp), 0);
    return pid;
}

/* What the next engine does. The job ran once or never, and the link is the next one's. */
static void recover(struct fixture *f, const char *id, const char *moment)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct job_status st;
    struct err err = {0};
    char after[64], *text = NULL;
    size_t n;

    fixture_open_at(f, &exec_process);
    snprintf(dir, sizeof(dir), "%.1000s/jobs/%s", f->data, id);
    if (f->exec->ops->adopt(f->exec, id, dir, &st, &err) == 0) {
        st = wait_ended(f, dir);
        CHECK_INT(st.phase, JOB_EXITED);
        CHECK_OK(job_read_file(dir, a, "count", 100, &text, &n, &err), err);
    } else {
        CHECK_INT(err.code, ERR_NOT_FOUND);
        st.cause = JOB_CAUSE_NEVER;
    }
    if (st.cause == JOB_CAUSE_NEVER)
        CHECK(text == NULL);
    else
        CHECK_STR(text, "ran\n");
    snprintf(after, sizeof(after), "%s-after", id);
    next_job_runs(f, after);
    if (test_failed_checks)
        printf("  at %s: cause %d\n", moment, st.cause);
    f->exec->ops->close(f->exec);
}

TEST(engine_killed_while_submitting)
{
    struct fixture f;
    struct err err = {0};
    unsigned seed = 4711;

    fixture_open(&f, &exec_process);
    f.exec->ops->close(f.exec);
    for (int i = 0; i < 25 && !test_failed_checks; i++) {
        char moment[32], id[32];
        seed = seed * 1103515245 + 12345;
        unsigned us = 15000 + seed / 65536 % 60000;
        snprintf(id, sizeof(id), "crash-%d", i);
        snprintf(moment, sizeof(moment), "%u us", us);
        pid_t pid = start_engine(&f, id, NULL);
        usleep(us);
        kill(pid, SIGKILL);
        waitpid(pid, NULL, 0);
        recover(&f, id, moment);
    }
    CHECK_OK(fs_remove_tree(f.data, &err), err);
}

#ifdef SLIPWAY_FAULT_POINTS
TEST(engine_killed_at_every_fault_point)
{
    static const char *const points[] = {"exec.begin:1",  "exec.made:1",    "exec.staged:1",
                                         "exec.linked:1", "exec.spawned:1", "exec.running:1"};
    struct fixture f;
    struct err err = {0};

    fixture_open(&f, &exec_process);
    f.exec->ops->close(f.exec);
    for (size_t i = 0; i < sizeof(points) / sizeof(points[0]); i++) {
        char id[32];
        int status = 0;
        snprintf(id, sizeof(id), "point-%zu", i);
        waitpid(start_engine(&f, id, points[i]), &status, 0);
        CHECK(WIFSIGNALED(status));
        CHECK(strcmp(points[i], "exec.linked:1") != 0 || link_is_there());
        recover(&f, id, points[i]);
    }
    CHECK_OK(fs_remove_tree(f.data, &err), err);
}
#endif

TEST(a_shell_takes_no_turn)
{
    static const struct job_shell streams = {.rc = "", .run = ""};
    struct fixture f;
    struct err err = {0};

    fixture_open(&f, &exec_process);
    struct job_spec spec = off_spec(&f, "shell-1", "true");
    spec.shell = &streams;
    CHECK(f.exec->ops->submit(f.exec, &spec, &err) != 0);
    CHECK_INT(err.code, ERR_UNSUPPORTED);
    CHECK(strstr(err.msg, "a shell would keep them waiting") && !fs_exists(dir));
    CHECK(!link_is_there());
    fixture_close(&f);
}
