/* The production syscall table: clocks, randomness, and what a spawned process gets. */
#include "base/sys.h"
#include "base/text.h"
#include "test.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

TEST(every_member_is_there)
{
    void *const *members = (void *const *)&sys_real;

    for (size_t i = 0; i < sizeof(sys_real) / sizeof(*members); i++)
        CHECK(members[i] != NULL);
    CHECK(sys == &sys_real);
}

TEST(clocks_and_randomness)
{
    uint8_t x[300] = {0}, y[300] = {0};
    int64_t before = sys->mono_ms();

    CHECK(sys->wall_ms() > time_from_civil(2020, 1, 1, 0, 0, 0));
    CHECK(sys->mono_ms() >= before);
    CHECK_INT(sys->random(x, sizeof(x)), 0);
    CHECK_INT(sys->random(y, sizeof(y)), 0);
    CHECK(memcmp(x, y, sizeof(x)) != 0);
}

TEST(descriptors_close_on_exec)
{
    int fd = sys->open("/", O_RDONLY | O_DIRECTORY, 0);
    int sub = sys->openat(fd, "tmp", O_RDONLY | O_DIRECTORY, 0);

    CHECK(fcntl(fd, F_GETFD) & FD_CLOEXEC);
    CHECK(fcntl(sub, F_GETFD) & FD_CLOEXEC);
    sys->close(fd);
    sys->close(sub);
}

/* Runs a shell script with `out` as its stdout and gives what it wrote. */
static const char *run(struct sys_spawn how, const char *script, int (*more)[2], size_t n_more)
{
    static char text[4096];
    char *argv[] = {"sh", "-c", (char *)script, NULL};
    int out[2], fds[8][2], status = -1;
    pid_t pid = 0;
    size_t len = 0;
    ssize_t got;

    CHECK_INT(pipe(out), 0);
    fds[0][0] = out[1];
    fds[0][1] = 1;
    for (size_t i = 0; i < n_more; i++)
        memcpy(fds[i + 1], more[i], sizeof(fds[0]));
    how.path = how.path ? how.path : "/bin/sh";
    how.argv = argv;
    how.fds = (const int(*)[2])fds;
    how.n_fds = n_more + 1;
    CHECK_INT(sys->spawn(&how, &pid), 0);
    close(out[1]);
    while ((got = read(out[0], text + len, sizeof(text) - 1 - len)) > 0)
        len += (size_t)got;
    text[len] = '\0';
    close(out[0]);
    CHECK_INT(waitpid(pid, &status, 0), pid);
    CHECK_INT(status, 0);
    return text;
}

TEST(children_get_only_the_named_descriptors)
{
    int leak = dup(0), three = open("/dev/null", O_RDWR), four = open("/dev/zero", O_RDWR);
    int swap[][2] = {{three, four}, {four, three}, {three, 40}, {four, 0}};
    char want[200];

    CHECK(leak >= 0 && three >= 0 && four >= 0);
    /* the loop's own directory descriptor does not resolve once it is listed */
    const char *list = "for f in /proc/$$/fd/*; do t=$(readlink $f) && echo ${f##*/}=$t; done | "
                       "grep -v pipe: | sort -V";
    snprintf(want, sizeof(want), "0=/dev/zero\n%d=/dev/zero\n%d=/dev/null\n40=/dev/null\n", three,
             four);
    CHECK_STR(run((struct sys_spawn){.envp = environ}, list, swap, 4), want);
    close(leak);
    close(three);
    close(four);
}

TEST(children_get_no_signal_state)
{
    sigset_t all, before;
    /* by the shell itself: it blocks signals for a moment whenever it forks */
    const char *show = "while read -r l; do case $l in Sig*) echo \"$l\";; esac; done "
                       "</proc/$$/status";

    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, &before);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGUSR1, SIG_IGN);
    const char *text = run((struct sys_spawn){.envp = environ}, show, NULL, 0);
    signal(SIGPIPE, SIG_DFL);
    signal(SIGUSR1, SIG_DFL);
    sigprocmask(SIG_SETMASK, &before, NULL);
    /* glibc has its two internal signals, 32 and 33, ignored */
    CHECK(strstr(text, "SigBlk:\t0000000000000000\n") != NULL);
    const char *ignored = strstr(text, "SigIgn:\t");
    CHECK(ignored && (strtoull(ignored + 8, NULL, 16) & 0x7fffffff) == 0);
}

TEST(children_get_directory_session_and_environment)
{
    char *const envp[] = {"PATH=/usr/bin:/bin", "ONE=1", NULL};
    char *const none[] = {NULL};

    CHECK_STR(run((struct sys_spawn){.cwd = "/usr", .envp = envp}, "pwd; echo $ONE", NULL, 0),
              "/usr\n1\n");
    CHECK_STR(run((struct sys_spawn){.new_session = true, .envp = envp},
                  "set -- $(cat /proc/$$/stat); [ $6 = $$ ] && echo leader", NULL, 0),
              "leader\n");
    CHECK_STR(run((struct sys_spawn){.path = "sh", .envp = none}, "echo [$HOME]", NULL, 0), "[]\n");
}

TEST(spawn_says_what_is_wrong)
{
    char *argv[] = {"x", NULL};
    struct sys_spawn how = {.path = "/nowhere/x", .argv = argv, .envp = environ};
    pid_t pid;

    errno = 0;
    CHECK_INT(sys->spawn(&how, &pid), -1);
    CHECK_INT(errno, ENOENT);
    how.path = "/bin/sh";
    how.cwd = "/nowhere";
    CHECK_INT(sys->spawn(&how, &pid), -1);
    CHECK_INT(errno, ENOENT);
    how.cwd = NULL;
    how.fds = (const int[][2]){{9999, 1}};
    how.n_fds = 1;
    CHECK_INT(sys->spawn(&how, &pid), -1);
    CHECK_INT(errno, EBADF);
}
