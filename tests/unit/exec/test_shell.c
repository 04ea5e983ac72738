/* Shells: submitted and not started, run by whoever has the terminal, removed when nobody is in. */
#include "job_help.h"
#include "exec/job_dir.h"
#include <poll.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <termios.h>

static char dir[PATH_MAX];
static const struct job_shell streams = {.rc = "# rc\n", .run = "#!/bin/sh\necho ran \"$@\"\n"};
static const struct job_shell terminal = {.terminal = true, .rc = "", .run = ""};

static void submit(struct fixture *f, const char *id, const struct job_shell *shell,
                   const char *script)
{
    const char *argv[] = {"/bin/sh", "-c", script, NULL};
    struct err err = {0};

    struct job_spec spec = spec_of(f, id, dir, argv);
    spec.env = ARGV("WORD=given");
    spec.shell = shell;
    CHECK_OK(f->exec->ops->submit(f->exec, &spec, &err), err);
}

static void close_one(int *fd)
{
    close(*fd);
    *fd = -1;
}

/* A process that runs the shell on these descriptors and exits with its code; its pid. */
static pid_t start(int in, int out, int errors, bool controlling)
{
    struct err err = {0};
    int code = 99;

    fflush(NULL);
    pid_t pid = fork();
    if (pid != 0)
        return pid;
    if (controlling) {
        setsid();
        ioctl(in, TIOCSCTTY, 0);
    }
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    signal(SIGINT, SIG_IGN); /* as the command does */
    dup2(in, 0);
    dup2(out, 1);
    dup2(errors, 2);
    close_range(3, ~0U, 0);
    struct shell_place place;
    if (shell_find(dir, &place, &err) != 0 || shell_run(&place, &code, &err) != 0)
        dprintf(2, "%s\n", err.msg);
    _exit(code);
}

static int code_of(pid_t pid)
{
    int status = 0;

    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

/* Reads until the word has come, at most 20 s; what came, which the next call overwrites. */
static const char *read_until(int fd, const char *word)
{
    static char text[65536];
    size_t len = 0;

    while (len < sizeof(text) - 1) {
        struct pollfd p = {.fd = fd, .events = POLLIN};
        ssize_t n = poll(&p, 1, 20000) > 0 ? read(fd, text + len, sizeof(text) - 1 - len) : -1;
        if (n <= 0)
            break;
        len += (size_t)n;
        text[len] = '\0';
        if (strstr(text, word))
            return text;
    }
    text[len] = '\0';
    printf("never came: \"%s\", but \"%s\"\n", word, text);
    CHECK(!"it came");
    return text;
}

/* Runs it with this input; its code, and all that it wrote. */
static int run(const char *input, char *ret, size_t cap)
{
    int in[2], out[2];
    size_t len = 0;
    ssize_t n;

    CHECK(pipe2(in, O_CLOEXEC) == 0 && pipe2(out, O_CLOEXEC) == 0);
    pid_t pid = start(in[0], out[1], out[1], false);
    close(in[0]);
    close(out[1]);
    CHECK(write(in[1], input, strlen(input)) == (ssize_t)strlen(input));
    close(in[1]);
    while (len < cap - 1 && (n = read(out[0], ret + len, cap - 1 - len)) > 0)
        len += (size_t)n;
    ret[len] = '\0';
    close(out[0]);
    return code_of(pid);
}

TEST(on_the_callers_streams)
{
    struct fixture f;
    struct err err = {0};
    struct job_status st;
    char out[4096];

    fixture_open(&f, &exec_process);
    submit(
        &f, "shell-1", &streams,
        "pwd; echo $WORD; cat; echo no >&2; $HOME/.slipway/run x; cat $HOME/.slipway/rc; exit 7");
    CHECK_OK(f.exec->ops->poll(f.exec, dir, &st, &err), err);
    CHECK_INT(st.phase, JOB_STAGED); /* nothing began it */
    CHECK_INT(run("in\n", out, sizeof(out)), 7);
    CHECK_STR(out, "/\ngiven\nin\nno\nran x\n# rc\n");
    CHECK_OK(shell_remove(f.exec, "shell-1", dir, 60000, &err), err);
    CHECK(!fs_exists(dir));
    CHECK_OK(shell_remove(f.exec, "shell-1", dir, 60000, &err), err); /* fine */
    CHECK(run("", out, sizeof(out)) != 0);
    CHECK(strstr(out, "cannot reach it"));
    submit(&f, "shell-2", &streams, "kill -SEGV $$");
    CHECK_INT(run("", out, sizeof(out)), 128 + SIGSEGV);
    submit(&f, "shell-3", &streams, "(setsid sleep 98763 >/dev/null 2>&1 &) ; exit 0");
    CHECK_INT(run("", out, sizeof(out)), 0);
    CHECK_INT(system_has_process("sleep", "98763"), 0);
    fixture_close(&f);
}

/* What it says where it must not run. */
static const char *refused(void)
{
    static struct err err;
    struct shell_place place;

    CHECK(shell_find(dir, &place, &err) != 0);
    CHECK(place.dir < 0 && place.program < 0);
    return err.msg;
}

TEST(only_what_is_ours_alone_is_run)
{
    struct fixture f;
    struct err err = {0};
    struct shell_place place;
    char spec[PATH_MAX + 8], shim[PATH_MAX], moved[PATH_MAX + 8];

    fixture_open(&f, &exec_process);
    submit(&f, "shell-1", &streams, "true");
    CHECK(job_dir_spec(dir, "self", shim));
    snprintf(spec, sizeof(spec), "%s/spec", dir);
    snprintf(moved, sizeof(moved), "%s-moved", dir);
    const char *const paths[] = {dir, spec, shim};
    for (size_t i = 0; i < 3; i++) {
        struct stat st;
        CHECK(stat(paths[i], &st) == 0);
        CHECK(chmod(paths[i], st.st_mode | 020) == 0);
        CHECK(strstr(refused(), "other users can change") && strstr(refused(), paths[i]));
        CHECK(chmod(paths[i], st.st_mode) == 0);
        if (geteuid() == 0) {
            CHECK(chown(paths[i], 65534, (gid_t)-1) == 0);
            CHECK(strstr(refused(), "another user (id 65534)"));
            CHECK(chown(paths[i], 0, (gid_t)-1) == 0);
        }
        CHECK(rename(paths[i], moved) == 0 && symlink(moved, paths[i]) == 0);
        refused();
        CHECK(unlink(paths[i]) == 0 && rename(moved, paths[i]) == 0);
    }
    CHECK_OK(shell_find(dir, &place, &err), err);
    shell_leave(&place);
    fixture_close(&f);
}

TEST(one_at_a_time_in_each)
{
    struct fixture f;
    struct err err = {0};
    int in[2], out[2];
    char text[4096];

    fixture_open(&f, &exec_process);
    submit(&f, "shell-1", &streams, "echo up; cat");
    /* nobody was in it, so somebody may be on the way, whom a look does not keep out */
    int lock = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    CHECK(flock(lock, LOCK_EX | LOCK_NB) == 0);
    CHECK(shell_remove(f.exec, "shell-1", dir, 60000, &err) != 0);
    CHECK(strstr(err.msg, "just been made"));
    close(lock);
    CHECK(shell_remove(f.exec, "shell-1", dir, 60000, &err) != 0);
    CHECK_INT(err.code, ERR_BUSY);
    CHECK(pipe2(in, O_CLOEXEC) == 0 && pipe2(out, O_CLOEXEC) == 0);
    pid_t pid = start(in[0], out[1], out[1], false);
    close_one(&in[0]);
    close_one(&out[1]);
    read_until(out[0], "up");
    CHECK_INT(run("", text, sizeof(text)), 1);
    CHECK(strstr(text, "Resource temporarily unavailable"));
    CHECK(shell_remove(f.exec, "shell-1", dir, 0, &err) != 0);
    CHECK_INT(err.code, ERR_BUSY);
    close(in[1]);
    CHECK_INT(code_of(pid), 0);
    close(out[0]);
    CHECK_OK(shell_remove(f.exec, "shell-1", dir, 60000, &err), err);
    /* what nobody ever came for, and what an engine left that died over it */
    submit(&f, "shell-2", &streams, "true");
    CHECK_OK(shell_remove(f.exec, "shell-2", dir, 0, &err), err);
    CHECK(mkdir(dir, 0700) == 0);
    CHECK(shell_remove(f.exec, "shell-2", dir, 60000, &err) != 0);
    const struct timespec old[2] = {{1000, 0}, {1000, 0}};
    CHECK(utimensat(AT_FDCWD, dir, old, 0) == 0);
    CHECK_OK(shell_remove(f.exec, "shell-2", dir, 60000, &err), err);
    /* a job is none, whoever asks */
    struct job_spec job = spec_of(&f, "job-1", dir, ARGV("/bin/true"));
    run_job(&f, &job, NULL, NULL);
    do /* its supervisor keeps the lock for a moment */
        CHECK_INT(run("", text, sizeof(text)), 1);
    while (strstr(text, "temporarily unavailable"));
    CHECK(strstr(text, "a job's directory"));
    fixture_close(&f);
}

/* A terminal for a shell to be run on. */
static int open_terminal(int *ret_user)
{
    int fd = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);

    CHECK(fd >= 0 && unlockpt(fd) == 0);
    *ret_user = ioctl(fd, TIOCGPTPEER, O_RDWR | O_NOCTTY | O_CLOEXEC);
    CHECK(*ret_user >= 0);
    return fd;
}

static bool is_raw(int fd)
{
    struct termios t;

    return tcgetattr(fd, &t) == 0 && !(t.c_lflag & ICANON);
}

TEST(on_a_terminal_of_its_own)
{
    struct fixture f;
    struct winsize size = {.ws_row = 11, .ws_col = 77};
    struct stat st;
    char ours[64];
    int user, fd = open_terminal(&user);

    fixture_open(&f, &exec_process);
    CHECK(fstat(user, &st) == 0);
    snprintf(ours, sizeof(ours), "%lx:", (unsigned long)st.st_rdev);
    ioctl(fd, TIOCSWINSZ, &size);
    submit(&f, "shell-1", &terminal,
           "python3 -c \"import os; print('%x:' % os.fstat(0).st_rdev)\"; stty size; "
           "echo tty >/dev/tty; trap 'echo hit' INT; sleep 1000; echo; echo got; "
           "stty size; read x; exit 5");
    pid_t pid = start(user, user, user, true);
    const char *text = read_until(fd, "tty\r\n");
    CHECK(!strstr(text, ours)); /* it has another one than the user */
    CHECK(strstr(text, "11 77\r\n"));
    CHECK(is_raw(user));
    usleep(300000); /* it sleeps */
    CHECK(write(fd, "\x03", 1) == 1);
    size.ws_row = 12;
    ioctl(fd, TIOCSWINSZ, &size);
    text = read_until(fd, " 77\r\n");
    CHECK(strstr(text, "hit") && strstr(text, "got"));
    CHECK(write(fd, "\r", 1) == 1);
    CHECK_INT(code_of(pid), 5);
    CHECK(!is_raw(user));
    close(user);
    close(fd);
    fixture_close(&f);
}

TEST(a_terminal_that_does_not_block_gets_everything)
{
    struct fixture f;
    int user, fd = open_terminal(&user), lines = 0;

    fixture_open(&f, &exec_process);
    fcntl(user, F_SETFL, O_NONBLOCK);
    submit(&f, "shell-1", &terminal, "seq 8000; echo end; read x; exit 5");
    pid_t pid = start(user, user, user, true);
    usleep(500000); /* more than the terminal holds has come */
    for (const char *p = read_until(fd, "end\r\n"); (p = strchr(p, '\n')) != NULL; p++)
        lines++;
    CHECK_INT(lines, 8001);
    CHECK(write(fd, "\r", 1) == 1);
    CHECK_INT(code_of(pid), 5);
    close(user);
    close(fd);
    fixture_close(&f);
}

TEST(an_interrupt_reaches_all_that_it_runs)
{
    struct fixture f;
    int out[2], null = open("/dev/null", O_RDONLY | O_CLOEXEC);

    fixture_open(&f, &exec_process);
    submit(&f, "shell-1", &streams,
           "trap : INT; sh -c 'trap \"echo caught; exit 5\" INT; echo up; "
           "for i in $(seq 100); do sleep 0.1; done; echo never'; echo then; exit 6");
    CHECK(pipe2(out, O_CLOEXEC) == 0);
    pid_t pid = start(null, out[1], out[1], true);
    close(out[1]);
    read_until(out[0], "up");
    kill(-pid, SIGINT);
    const char *text = read_until(out[0], "then\n");
    CHECK(strstr(text, "caught\n") && !strstr(text, "never"));
    CHECK_INT(code_of(pid), 6);
    close(out[0]);
    close(null);
    fixture_close(&f);
}

TEST(it_ends_with_whoever_runs_it)
{
    struct fixture f;
    struct err err = {0};
    int user, fd = open_terminal(&user), rc = -1;

    fixture_open(&f, &exec_process);
    submit(&f, "shell-1", &terminal, "echo up; exec sleep 98764");
    pid_t pid = start(user, user, user, true);
    read_until(fd, "up");
    CHECK(is_raw(user));
    kill(pid, SIGKILL);
    CHECK_INT(code_of(pid), -SIGKILL);
    for (int i = 0; i < 20000 && rc != 0; i++) {
        usleep(1000);
        rc = shell_remove(f.exec, "shell-1", dir, 60000, &err);
    }
    CHECK_OK(rc, err);
    CHECK_INT(system_has_process("sleep", "98764"), 0);
    CHECK(!is_raw(user));
    close(user);
    close(fd);
    fixture_close(&f);
}

TEST(a_sandbox_that_cannot_be_made_says_why)
{
    struct fixture f;
    char out[4096], path[PATH_MAX];

    setenv("SLIPWAY_BWRAP", "/bin/false", 1);
    fixture_open(&f, &exec_process);
    unsetenv("SLIPWAY_BWRAP");
    submit(&f, "shell-1", &streams, "echo up");
    CHECK_INT(run("", out, sizeof(out)), 1);
    CHECK(strstr(out, "the sandbox could not be made") && !strstr(out, "up"));
    snprintf(path, sizeof(path), "%.1000s/spec", dir);
    CHECK(truncate(path, 10) == 0);
    CHECK(run("", out, sizeof(out)) != 0);
    fixture_close(&f);
}
