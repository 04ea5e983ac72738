/* How jobs end: by themselves, stopped, out of time or memory, with their supervisor killed. */
#include "job_help.h"
#include "exec/job_dir.h"
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>

static char dir[PATH_MAX];

static struct job_spec shell_spec(struct fixture *f, const char *id, const char *script)
{
    static const char *argv[4];

    argv[0] = "/bin/sh";
    argv[1] = "-c";
    argv[2] = script;
    return spec_of(f, id, dir, argv);
}

/* Until the log holds the word, at most 20 s. */
static void wait_for_word(const char *word)
{
    char path[PATH_MAX + 8];

    snprintf(path, sizeof(path), "%s/log", dir);
    for (int i = 0; i < 20000; i++) {
        cleanup_arena struct arena *a = arena_create(1 << 20);
        struct err err;
        char *text;
        if (fs_read(a, path, 1 << 20, &text, NULL, &err) == 0 && strstr(text, word))
            return;
        usleep(1000);
    }
    printf("%s: never said \"%s\"\n", dir, word);
}

TEST(exit_codes_and_signals)
{
    static const struct {
        const char *id, *script;
        enum job_cause cause;
        int code, signal;
    } cases[] = {
        {"code-0", "exit 0", JOB_CAUSE_EXIT, 0, 0},
        {"code-3", "exit 3", JOB_CAUSE_EXIT, 3, 0},
        {"code-255", "exit 255", JOB_CAUSE_EXIT, 255, 0},
        {"code-137", "exit 137", JOB_CAUSE_EXIT, 137, 0},
        {"sig-11", "kill -SEGV $$", JOB_CAUSE_SIGNAL, 0, SIGSEGV},
        {"sig-9", "kill -KILL $$", JOB_CAUSE_SIGNAL, 0, SIGKILL},
        {"sig-15", "kill -TERM $$", JOB_CAUSE_SIGNAL, 0, SIGTERM},
    };
    struct fixture f;

    fixture_open(&f, &exec_process);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct job_spec spec = shell_spec(&f, cases[i].id, cases[i].script);
        struct job_status st = run_job(&f, &spec, NULL, NULL);
        CHECK_INT(st.cause, cases[i].cause);
        CHECK_INT(st.exit_code, cases[i].code);
        CHECK_INT(st.signal, cases[i].signal);
    }
    fixture_close(&f);
}

TEST(what_cannot_run)
{
    struct fixture f;
    cleanup_arena struct arena *a = arena_create(8 << 20);
    struct err err = {0};
    char *log;

    fixture_open(&f, &exec_process);
    struct job_spec spec = spec_of(&f, "no-1", dir, ARGV("/no/such/program"));
    struct job_status st = run_job(&f, &spec, a, &log);
    CHECK_INT(st.cause, JOB_CAUSE_EXIT);
    CHECK_INT(st.exit_code, 127);
    CHECK_STR(log, "slipway: cannot run /no/such/program: No such file or directory\n");
    spec = spec_of(&f, "no-2", dir, ARGV("no-such-word"));
    CHECK_INT(run_job(&f, &spec, a, &log).exit_code, 127);
    spec = spec_of(&f, "no-3", dir, ARGV("/etc/passwd"));
    CHECK_INT(run_job(&f, &spec, a, &log).exit_code, 126);
    spec = spec_of(&f, "no-4", dir, ARGV("/bin/true"));
    spec.cwd = "/no/where";
    CHECK_INT(run_job(&f, &spec, a, &log).exit_code, 126);
    CHECK_STR(log, "slipway: cannot enter /no/where: No such file or directory\n");

    spec = spec_of(&f, "no_5", dir, ARGV("/bin/true"));
    CHECK(f.exec->ops->submit(f.exec, &spec, &err) != 0);
    CHECK_INT(err.code, ERR_INVALID);
    spec = spec_of(&f, "no-6", dir, ARGV(""));
    CHECK(f.exec->ops->submit(f.exec, &spec, &err) != 0);
    CHECK_INT(err.code, ERR_INVALID);
    CHECK(!fs_exists(dir));
    struct job_input bad[] = {{.path = "../x", .data = "", .len = 0}};
    spec = spec_of(&f, "no-7", dir, ARGV("/bin/true"));
    spec.inputs = bad;
    spec.n_inputs = 1;
    CHECK(f.exec->ops->submit(f.exec, &spec, &err) != 0);
    CHECK_INT(err.code, ERR_INVALID);
    CHECK(!fs_exists(dir));
    bad[0] = (struct job_input){.path = "x", .source = "/no/such/file"};
    CHECK(f.exec->ops->submit(f.exec, &spec, &err) != 0);
    CHECK_INT(err.code, ERR_INVALID);
    CHECK(!fs_exists(dir));
    struct job_status none;
    CHECK(f.exec->ops->poll(f.exec, dir, &none, &err) != 0);
    CHECK_INT(err.code, ERR_NOT_FOUND);
    CHECK(f.exec->ops->cancel(f.exec, dir, JOB_CAUSE_STOPPED, &err) != 0);
    CHECK_INT(err.code, ERR_NOT_FOUND);
    fixture_close(&f);
}

TEST(stop_lets_it_clean_up)
{
    struct fixture f;
    cleanup_arena struct arena *a = arena_create(8 << 20);
    struct err err = {0};
    char *text;
    size_t n;

    fixture_open(&f, &exec_process);
    struct job_spec spec = shell_spec(
        &f, "stop-1",
        "trap 'echo saved >/opt/ml/saved; exit 0' TERM; echo up; while :; do sleep 0.02; done");
    CHECK_OK(f.exec->ops->submit(f.exec, &spec, &err), err);
    wait_for_word("up");
    CHECK_OK(f.exec->ops->cancel(f.exec, dir, JOB_CAUSE_STOPPED, &err), err);
    CHECK_OK(f.exec->ops->cancel(f.exec, dir, JOB_CAUSE_STOPPED, &err), err);
    struct job_status st = wait_ended(&f, dir);
    CHECK_INT(st.cause, JOB_CAUSE_STOPPED);
    CHECK_INT(st.exit_code, 0);
    CHECK_OK(job_read_file(dir, a, "saved", 10, &text, &n, &err), err);
    CHECK_STR(text, "saved\n");
    CHECK_OK(f.exec->ops->cancel(f.exec, dir, JOB_CAUSE_STOPPED, &err), err);
    fixture_close(&f);
}

TEST(stop_kills_after_the_grace)
{
    struct fixture f;
    struct err err = {0};

    fixture_open(&f, &exec_process);
    struct job_spec spec =
        shell_spec(&f, "stop-2", "trap '' TERM; echo up; while :; do sleep 0.02; done");
    spec.stop_grace_ms = 300;
    CHECK_OK(f.exec->ops->submit(f.exec, &spec, &err), err);
    wait_for_word("up");
    int64_t t0 = sys->mono_ms();
    CHECK_OK(f.exec->ops->cancel(f.exec, dir, JOB_CAUSE_DISK, &err), err);
    struct job_status st = wait_ended(&f, dir);
    int64_t took = sys->mono_ms() - t0;
    CHECK_INT(st.cause, JOB_CAUSE_DISK);
    CHECK_INT(st.signal, SIGKILL);
    CHECK(took >= 290);
    fixture_close(&f);
}

TEST(runs_out_of_time)
{
    struct fixture f;
    struct err err = {0};

    fixture_open(&f, &exec_process);
    struct job_spec spec = shell_spec(&f, "time-1", "sleep 100");
    spec.max_runtime_ms = 300;
    CHECK_OK(f.exec->ops->submit(f.exec, &spec, &err), err);
    struct job_status st = wait_ended(&f, dir);
    CHECK_INT(st.cause, JOB_CAUSE_TIMEOUT);
    CHECK_INT(st.signal, SIGTERM);
    spec = shell_spec(&f, "time-2", "trap '' TERM; while :; do sleep 0.05; done");
    spec.max_runtime_ms = 200;
    spec.stop_grace_ms = 200;
    CHECK_OK(f.exec->ops->submit(f.exec, &spec, &err), err);
    st = wait_ended(&f, dir);
    CHECK_INT(st.cause, JOB_CAUSE_TIMEOUT);
    CHECK_INT(st.signal, SIGKILL);
    fixture_close(&f);
}

TEST(fork_bomb)
{
    struct fixture f;
    cleanup_arena struct arena *a = arena_create(64 << 20);
    struct exec_report report;
    struct err err = {0};

    exec_probe(a, &report);
    if (geteuid() == 0 && !report.cgroup_pids) {
        printf("skipped: root's processes are limited by cgroups only, and there are none\n");
        return;
    }
    fixture_open(&f, &exec_process);
    struct job_spec spec = shell_spec(&f, "bomb-1", "b() { b | b & }; b 2>/dev/null; sleep 100");
    spec.max_processes = 100;
    spec.max_runtime_ms = 1500;
    spec.stop_grace_ms = 200;
    CHECK_OK(f.exec->ops->submit(f.exec, &spec, &err), err);
    struct job_status st = wait_ended(&f, dir);
    CHECK_INT(st.phase, JOB_EXITED);
    spec = shell_spec(&f, "bomb-2", "exit 0");
    CHECK_INT(run_job(&f, &spec, a, NULL).exit_code, 0);
    fixture_close(&f);
}

TEST(out_of_memory)
{
    struct fixture f;
    cleanup_arena struct arena *a = arena_create(64 << 20);
    struct exec_report report;

    exec_probe(a, &report);
    if (!report.cgroup_memory) {
        printf("skipped: %s\n", report.cgroup_lack);
        return;
    }
    fixture_open(&f, &exec_process);
    struct job_spec spec =
        spec_of(&f, "mem-1", dir, ARGV("/usr/bin/python3", "-c", "x = bytearray(300 << 20)"));
    spec.memory_bytes = 100 << 20;
    spec.cpu_milli = 1000;
    struct job_status st = run_job(&f, &spec, a, NULL);
    CHECK_INT(st.cause, JOB_CAUSE_MEMORY);
    spec = spec_of(&f, "mem-2", dir, ARGV("/usr/bin/python3", "-c", "x = bytearray(50 << 20)"));
    spec.memory_bytes = 200 << 20;
    st = run_job(&f, &spec, a, NULL);
    CHECK_INT(st.cause, JOB_CAUSE_EXIT);
    CHECK_INT(st.exit_code, 0);
    CHECK(st.max_rss_kib > 50 << 10);
    fixture_close(&f);
}

static pid_t shim_pid(void)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char path[PATH_MAX + 16], *text;
    struct json *doc;
    struct err err = {0};
    size_t n;

    snprintf(path, sizeof(path), "%s/shim.json", dir);
    CHECK_OK(fs_read(a, path, 4096, &text, &n, &err), err);
    CHECK_OK(json_parse(a, text, n, &doc, &err), err);
    return (pid_t)json_get_int(doc, "pid", 0);
}

TEST(lost_when_the_supervisor_is_killed)
{
    struct fixture f;
    struct err err = {0};

    fixture_open(&f, &exec_process);
    struct job_spec spec = shell_spec(&f, "lost-1", "echo up; sleep 98771");
    CHECK_OK(f.exec->ops->submit(f.exec, &spec, &err), err);
    wait_for_word("up");
    int before = f.changes;
    kill(shim_pid(), SIGKILL);
    struct job_status st = wait_ended(&f, dir);
    CHECK_INT(st.phase, JOB_LOST);
    for (int i = 0; i < 2000 && (f.changes == before || system_has_process("sleep", "98771")); i++)
        usleep(1000);
    CHECK(f.changes > before);
    CHECK_INT(system_has_process("sleep", "98771"), 0);
    fixture_close(&f);
}

TEST(adopted_by_a_later_engine)
{
    struct fixture f;
    struct err err = {0};
    struct job_status st;

    fixture_open(&f, &exec_process);
    struct job_spec spec = shell_spec(&f, "adopt-1", "echo up; sleep 4; exit 6");
    CHECK_OK(f.exec->ops->submit(f.exec, &spec, &err), err);
    f.exec->ops->close(f.exec);
    fixture_open_at(&f, &exec_process);
    CHECK_OK(f.exec->ops->adopt(f.exec, "adopt-1", dir, &st, &err), err);
    CHECK_INT(st.phase, JOB_RUNNING);
    CHECK(st.started_ms > 0);
    for (int i = 0; i < 30000 && f.changes == 0; i++)
        usleep(1000);
    CHECK_INT(f.changes, 1);
    CHECK_OK(f.exec->ops->poll(f.exec, dir, &st, &err), err);
    CHECK_INT(st.phase, JOB_EXITED);
    CHECK_INT(st.exit_code, 6);
    fixture_close(&f);
}

TEST(stopped_by_a_later_engine)
{
    struct fixture f;
    struct err err = {0};
    struct job_status st;

    fixture_open(&f, &exec_process);
    struct job_spec spec = shell_spec(&f, "adopt-2", "echo up; sleep 1000");
    CHECK_OK(f.exec->ops->submit(f.exec, &spec, &err), err);
    wait_for_word("up");
    f.exec->ops->close(f.exec);
    fixture_open_at(&f, &exec_process);
    CHECK_OK(f.exec->ops->cancel(f.exec, dir, JOB_CAUSE_STOPPED, &err), err);
    CHECK_OK(f.exec->ops->adopt(f.exec, "adopt-2", dir, &st, &err), err);
    st = wait_ended(&f, dir);
    CHECK_INT(st.cause, JOB_CAUSE_STOPPED);
    fixture_close(&f);
}

/* What an engine leaves that was killed between mkdir and the supervisor's start. */
TEST(never_started)
{
    struct fixture f;
    struct err err = {0};
    struct job_status st;

    fixture_open(&f, &exec_process);
    snprintf(dir, sizeof(dir), "%.1000s/jobs/never-1", f.data);
    CHECK_INT(mkdir(dir, 0700), 0);
    CHECK_OK(f.exec->ops->poll(f.exec, dir, &st, &err), err);
    CHECK_INT(st.phase, JOB_STAGED);
    CHECK_OK(f.exec->ops->adopt(f.exec, "never-1", dir, &st, &err), err);
    CHECK_INT(st.phase, JOB_EXITED);
    CHECK_INT(st.cause, JOB_CAUSE_NEVER);
    CHECK_OK(f.exec->ops->poll(f.exec, dir, &st, &err), err);
    CHECK_INT(st.cause, JOB_CAUSE_NEVER);
    CHECK_OK(f.exec->ops->adopt(f.exec, "never-1", dir, &st, &err), err);
    CHECK_INT(st.cause, JOB_CAUSE_NEVER);
    fixture_close(&f);
}

/* A file system of 4 MiB for everything: the job fills it, and still ends as it should. */
TEST(fills_the_disk)
{
    struct fixture f;
    char base[] = "/tmp/slipway-full-XXXXXX";
    cleanup_arena struct arena *a = arena_create(8 << 20);
    struct err err = {0};
    char *text = NULL;
    size_t n;

    if (geteuid() != 0) {
        printf("skipped: only root mounts a small file system\n");
        return;
    }
    CHECK(mkdtemp(base) != NULL);
    CHECK_INT(unshare(CLONE_NEWNS), 0);
    CHECK_INT(mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL), 0);
    CHECK_INT(mount("tmpfs", base, "tmpfs", 0, "size=4m"), 0);
    setenv("SLIPWAY_TEST_TMP", base, 1);
    fixture_open(&f, &exec_process);
    struct job_spec spec =
        shell_spec(&f, "fill-1",
                   "echo begin; cat /dev/zero >/opt/ml/zero; echo full; yes >&2 | head -c 2000000");
    spec.max_runtime_ms = 2000;
    spec.log_max_bytes = 0;
    CHECK_OK(f.exec->ops->submit(f.exec, &spec, &err), err);
    struct job_status st = wait_ended(&f, dir);
    CHECK_INT(st.phase, JOB_EXITED);
    CHECK(st.ended_ms > 0);
    struct job_spec more = shell_spec(&f, "fill-2", "exit 0");
    CHECK(f.exec->ops->submit(f.exec, &more, &err) != 0);
    CHECK_INT(err.code, ERR_NO_SPACE);
    CHECK(!fs_exists(dir));
    snprintf(dir, sizeof(dir), "%.1000s/jobs/fill-1", f.data);
    CHECK_OK(job_sweep(dir, &err), err);
    CHECK_OK(job_read_file(dir, a, "zero", 1, &text, &n, &err), err);
    CHECK(text == NULL);
    more = shell_spec(&f, "fill-3", "exit 0");
    CHECK_OK(f.exec->ops->submit(f.exec, &more, &err), err);
    CHECK_INT(wait_ended(&f, dir).exit_code, 0);
    fixture_close(&f);
    unsetenv("SLIPWAY_TEST_TMP");
    /* a supervisor that has told of the end is still leaving */
    for (int i = 0; umount(base) != 0 && i < 5000; i++)
        usleep(1000);
    CHECK_INT(rmdir(base), 0);
}

TEST(without_bubblewrap)
{
    struct fixture f;

    setenv("SLIPWAY_BWRAP", "", 1);
    fixture_open(&f, &exec_process);
    unsetenv("SLIPWAY_BWRAP");
    struct job_spec spec = shell_spec(&f, "nobox-1", "echo ran");
    CHECK_OK(f.exec->ops->submit(f.exec, &spec, &(struct err){0}), (struct err){.msg = "submit"});
    struct job_status st = wait_ended(&f, dir);
    CHECK_INT(st.cause, JOB_CAUSE_SETUP);
    CHECK_STR(st.message,
              "bubblewrap is not installed; install it: sudo apt-get install bubblewrap");
    char path[PATH_MAX + 8];
    snprintf(path, sizeof(path), "%s/log", dir);
    CHECK(!fs_exists(path));
    fixture_close(&f);
}

TEST(sandbox_off)
{
    struct fixture f;
    cleanup_arena struct arena *a = arena_create(8 << 20);
    struct err err = {0};
    char blob[PATH_MAX], *log, *text;
    size_t n;

    fixture_open(&f, &exec_process);
    snprintf(blob, sizeof(blob), "%.1000s/blob", f.data);
    CHECK_OK(fs_replace(blob, "in", 2, 0644, &err), err);
    struct job_input inputs[] = {{.path = "input/a", .source = blob},
                                 {.path = "input/b", .data = "two", .len = 3}};
    struct job_spec spec = shell_spec(&f, "off-1",
                                      "(setsid sleep 98781 &); cd /opt/ml; cat input/*; echo x "
                                      ">>input/a; echo out >o; test -d $HOME");
    spec.sandbox = SANDBOX_OFF;
    spec.inputs = inputs;
    spec.n_inputs = 2;
    struct job_status st = run_job(&f, &spec, a, &log);
    CHECK_INT(st.cause, JOB_CAUSE_EXIT);
    CHECK_INT(st.exit_code, 0);
    CHECK_STR(log, "intwo");
    CHECK_INT(system_has_process("sleep", "98781"), 0);
    CHECK_OK(job_read_file(dir, a, "o", 10, &text, &n, &err), err);
    CHECK_STR(text, "out\n");
    CHECK_OK(fs_read(a, blob, 10, &text, &n, &err), err);
    CHECK_STR(text, "in");
    fixture_close(&f);
}
