/* Pid 1 of the job's pid namespace: starts the program once the supervisor says so, reports how it
 * really ended (a shell-like 128+n would hide signals), and passes SIGTERM on. When it exits, the
 * kernel kills whatever the program left behind. (Without any namespace it is the first process of
 * the job all the same, and the supervisor kills what is left.)
 *
 * Control, one byte each: 'G' go, 'T' SIGTERM to the program, 'I' SIGINT to its group; its end: the
 * supervisor is gone. Report, a line each: "S" the sandbox stands; "X status user_ms sys_ms
 * max_rss_kib". */
#include "shim.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* With the host's network come its abstract Unix sockets, behind which desktops have services that
 * trust whoever has their user's id. Landlock can keep them out since Linux 6.12; without it a job
 * on a shared network reaches them. */
static void hide_abstract_sockets(void)
{
    const struct {
        uint64_t fs, net, scoped;
    } rules = {.scoped = 1}; /* LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET */
    long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, 1);

    if (abi < 6)
        return;
    int fd = (int)syscall(SYS_landlock_create_ruleset, &rules, sizeof(rules), 0);
    if (fd < 0)
        return;
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    (void)syscall(SYS_landlock_restrict_self, fd, 0);
    close(fd);
}

/* Standard input, output and errors; the control and report descriptors close at exec. */
static void program_streams(const struct spec *s)
{
    bool streams = strcmp(s->io, "streams") == 0, tty = strcmp(s->io, "tty") == 0;
    int null = open("/dev/null", O_RDWR);

    if (tty) {
        /* the sandbox is a session of its own without a terminal: this one becomes its */
        setsid();
        ioctl(BOX_FD_LOG, TIOCSCTTY, 0);
    }
    dup2(streams ? BOX_FD_IN : tty || null < 0 ? BOX_FD_LOG : null, 0);
    dup2(streams ? BOX_FD_OUT : BOX_FD_LOG, 1);
    dup2(BOX_FD_LOG, 2);
    if (streams)
        setpgid(0, 0); /* what it starts is in it: Ctrl-C is for all of that */
    if (null > 2)
        close(null);
}

/* The program's own process, until exec. What goes wrong is said in its log. */
static _Noreturn void run_program(const struct spec *s)
{
    const char *path = spec_env(s, "PATH");

    program_streams(s);
    if (chdir(s->cwd) != 0) {
        dprintf(2, "slipway: cannot enter %s: %s\n", s->cwd, strerror(errno));
        _exit(126);
    }
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (path)
        setenv("PATH", path, 1);
    if (s->link[0])
        prctl(PR_SET_PDEATHSIG, SIGKILL); /* no pid namespace does it */
    if (s->max_processes > 0 && !s->link[0]) {
        /* counts within the job's user namespace: without one, whatever else its user runs would
         * count too; root is exempt, for it there are cgroups */
        struct rlimit processes = {(rlim_t)s->max_processes + 2, (rlim_t)s->max_processes + 2};
        setrlimit(RLIMIT_NPROC, &processes);
    }
    if (strcmp(s->mode, "off") != 0)
        hide_abstract_sockets();
    execvpe(s->args.items[0], s->args.items, s->env.items);
    int why = errno;
    dprintf(2, "slipway: cannot run %s: %s\n", s->args.items[0], strerror(why));
    _exit(why == ENOENT ? 127 : 126);
}

static int64_t timeval_ms(struct timeval tv)
{
    return (int64_t)tv.tv_sec * 1000 + tv.tv_usec / 1000;
}

static _Noreturn void report_exit(int status)
{
    struct rusage ru;
    char line[128];

    getrusage(RUSAGE_CHILDREN, &ru);
    int n = snprintf(line, sizeof(line), "X %d %lld %lld %ld\n", status,
                     (long long)timeval_ms(ru.ru_utime), (long long)timeval_ms(ru.ru_stime),
                     ru.ru_maxrss);
    write_all(BOX_FD_REPORT, line, (size_t)n);
    _exit(0);
}

/* Reaps everything; ends with the program. */
static void reap(pid_t program)
{
    for (;;) {
        int status;
        pid_t pid = waitpid(-1, &status, WNOHANG);
        if (pid <= 0)
            return;
        if (pid == program)
            report_exit(status);
    }
}

/* With the namespaces the rest of the job is gone too. Without them it is ours by now, and the link
 * must not lead to this job while anything of the next one runs. */
static _Noreturn void supervisor_gone(const struct spec *s)
{
    if (s->link[0]) {
        do
            kill_children();
        while (waitpid(-1, NULL, 0) > 0 || errno == EINTR);
        box_link_remove(s);
    }
    _exit(1);
}

static _Noreturn void init_loop(const struct spec *s, int signals, pid_t program)
{
    struct pollfd fds[2] = {{.fd = BOX_FD_CONTROL, .events = POLLIN},
                            {.fd = signals, .events = POLLIN}};

    for (;;) {
        if (poll(fds, 2, -1) < 0 && errno != EINTR)
            _exit(1);
        if (fds[1].revents) {
            struct signalfd_siginfo info;
            while (read(signals, &info, sizeof(info)) > 0)
                ;
            reap(program);
        }
        if (fds[0].revents) {
            char byte;
            ssize_t got = read(BOX_FD_CONTROL, &byte, 1);
            if (got == 0)
                supervisor_gone(s);
            if (got == 1 && byte == 'T')
                kill(program, SIGTERM);
            if (got == 1 && byte == 'I' && kill(-program, SIGINT) != 0)
                kill(program, SIGINT); /* it has not made its group yet */
        }
    }
}

_Noreturn void init_main(void)
{
    struct spec s;
    sigset_t chld;
    char byte = 0;

    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_DUMPABLE, 0);
    prctl(PR_SET_NAME, "slipway-init");
    for (int fd = BOX_FD_SPEC; fd < BOX_FD_END; fd++)
        fcntl(fd, F_SETFD, FD_CLOEXEC);
    if (spec_load(BOX_FD_SPEC, &s) != 0) {
        dprintf(2, "read spec: %s\n", strerror(errno));
        _exit(1);
    }
    if (s.link[0]) {
        /* the supervisor's end is the control pipe's: whatever is left then comes to us */
        prctl(PR_SET_CHILD_SUBREAPER, 1);
        prctl(PR_SET_PDEATHSIG, 0);
    }
    sigemptyset(&chld);
    sigaddset(&chld, SIGCHLD);
    sigprocmask(SIG_BLOCK, &chld, NULL);
    int signals = signalfd(-1, &chld, SFD_CLOEXEC | SFD_NONBLOCK);
    if (signals < 0 || write_all(BOX_FD_REPORT, "S\n", 2) != 0)
        _exit(1);
    while (read(BOX_FD_CONTROL, &byte, 1) < 0 && errno == EINTR)
        ;
    if (byte != 'G')
        supervisor_gone(&s);

    pid_t program = fork();
    if (program < 0) {
        dprintf(BOX_FD_LOG, "slipway: fork: %s\n", strerror(errno));
        report_exit(126 << 8);
    }
    if (program == 0)
        run_program(&s);
    close(BOX_FD_LOG);
    if (strcmp(s.io, "streams") == 0) {
        close(BOX_FD_IN);
        close(BOX_FD_OUT);
    }
    init_loop(&s, signals, program);
}
