/* The supervisor of one job (see shim.h). Its order of deeds is the protocol:
 *
 *   lock and DIR are there (the engine made them) -> room for exit.json -> sandbox starts, waits
 *   -> shim.json durable -> engine told 'R' -> program goes -> … -> last process dead
 *   -> exit.json -> engine told 'E' -> lock free (this process ends)
 *
 * A `stop` file, written durably by the engine, ends the job also when it came before the start;
 * SIGUSR1 says that it may have come; should that be lost, a look every few seconds finds it. */
#include "shim.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

#define DISK_GRACE_MS 5000
#define LOOK_MS       10000

struct shim {
    struct spec spec;
    struct shim_log log;
    struct outcome outcome;
    struct pipe_in report_in, setup;
    struct report report;
    int spec_fd, control_fd, log_fd, signal_fd, timer_fd;
    pid_t self, stage; /* stage: 0 once reaped */
    bool children, killed;
    const char *stop_cause;       /* NULL: nobody wanted it to end */
    int64_t deadline_ms, kill_ms; /* CLOCK_BOOTTIME; 0: none */
};

static struct shim shim;

/* Before the engine was told 'R': nothing runs, it may remove the directory. */
static _Noreturn void refuse(struct shim *s, const char *what)
{
    char line[512];
    int n = snprintf(line, sizeof(line), "F%d %s", errno, what);

    if (s->stage > 0)
        kill(s->stage, SIGKILL);
    while (waitpid(-1, NULL, 0) > 0 || errno == EINTR)
        ;
    box_link_remove(&s->spec);
    box_cgroups_remove(&s->spec);
    write_all(SHIM_FD_READY, line, (size_t)n);
    _exit(1);
}

static void timer_arm(struct shim *s)
{
    int64_t at = s->kill_ms && !s->killed ? s->kill_ms : s->stop_cause ? 0 : s->deadline_ms;
    if (!s->stop_cause && (at == 0 || at > now_boot_ms() + LOOK_MS))
        at = now_boot_ms() + LOOK_MS;
    struct itimerspec t = {.it_value = {at / 1000, at % 1000 * 1000000}};

    timerfd_settime(s->timer_fd, TFD_TIMER_ABSTIME, &t, NULL);
}

static void kill_box(struct shim *s)
{
    s->killed = true;
    if (s->stage > 0)
        kill(s->stage, SIGKILL); /* --die-with-parent takes the pid namespace along */
    /* once that is armed; until then its first process ends with the pipe */
    if (s->control_fd >= 0)
        close(s->control_fd);
    s->control_fd = -1;
    timer_arm(s);
}

static void stop_job(struct shim *s, const char *cause, int64_t grace_ms)
{
    if (s->stop_cause || s->report.ended)
        return;
    s->stop_cause = cause;
    if (!s->report.standing || write(s->control_fd, "T", 1) != 1) {
        kill_box(s);
        return;
    }
    s->kill_ms = now_boot_ms() + (grace_ms > 0 ? grace_ms : 1);
    timer_arm(s);
}

static void look_for_stop(struct shim *s)
{
    char text[32];

    if (read_small("stop", text, sizeof(text)) <= 0)
        return;
    if (strncmp(text, "disk", 4) == 0)
        stop_job(s, "disk", s->spec.grace_ms < DISK_GRACE_MS ? s->spec.grace_ms : DISK_GRACE_MS);
    else
        stop_job(s, "stopped", s->spec.grace_ms);
}

/* --- starting --- */

static void start_box(struct shim *s)
{
    int control[2], report[2], setup[2], log[2];

    if (pipe2(control, O_CLOEXEC) != 0 || pipe2(report, O_CLOEXEC) != 0 ||
        pipe2(setup, O_CLOEXEC) != 0 || pipe2(log, O_CLOEXEC) != 0)
        refuse(s, "pipe");
    s->self = getpid();
    s->stage = box_fork(&s->spec);
    if (s->stage < 0)
        refuse(s, "fork");
    if (s->stage == 0) {
        const int fds[BOX_FD_END] = {[BOX_FD_SPEC] = s->spec_fd,
                                     [BOX_FD_CONTROL] = control[0],
                                     [BOX_FD_REPORT] = report[1],
                                     [BOX_FD_LOG] = log[1],
                                     [BOX_FD_SECCOMP] = -1,
                                     [BOX_FD_LINK] = s->spec.link[0] ? SHIM_FD_LINK : -1,
                                     [BOX_FD_IN] = -1,
                                     [BOX_FD_OUT] = -1};
        box_child(&s->spec, fds, setup[1], s->self);
    }
    s->children = true;
    close(control[0]);
    close(report[1]);
    close(setup[1]);
    close(log[1]);
    s->control_fd = control[1];
    s->report_in.fd = report[0];
    s->setup.fd = setup[0];
    s->log_fd = log[0];
    /* a user's pipes are counted by what they might hold */
    fcntl(s->control_fd, F_SETPIPE_SZ, 4096);
    fcntl(s->report_in.fd, F_SETPIPE_SZ, 4096);
    fcntl(s->setup.fd, F_SETPIPE_SZ, 4096);
    fcntl(s->control_fd, F_SETFL, O_NONBLOCK);
    fcntl(s->report_in.fd, F_SETFL, O_NONBLOCK);
    fcntl(s->setup.fd, F_SETFL, O_NONBLOCK);
    fcntl(s->log_fd, F_SETFL, O_NONBLOCK);
}

static void prepare(struct shim *s)
{
    sigset_t mask;
    char why[400];

    if (fchdir(SHIM_FD_LOCK) != 0)
        refuse(s, "enter the job's directory");
    s->spec_fd = open("spec", O_RDONLY | O_CLOEXEC);
    if (s->spec_fd < 0 || spec_load(s->spec_fd, &s->spec) != 0)
        refuse(s, "read the job's spec");
    if (exit_reserve() != 0)
        refuse(s, "room for exit.json");
    shim_log_init(&s->log, s->spec.log_max);
    sigemptyset(&mask);
    sigaddset(&mask, SIGUSR1);
    sigaddset(&mask, SIGCHLD);
    sigprocmask(SIG_BLOCK, &mask, NULL);
    s->signal_fd = signalfd(-1, &mask, SFD_CLOEXEC | SFD_NONBLOCK);
    s->timer_fd = timerfd_create(CLOCK_BOOTTIME, TFD_CLOEXEC | TFD_NONBLOCK);
    if (s->signal_fd < 0 || s->timer_fd < 0)
        refuse(s, "signalfd");
    if (box_cgroups_make(&s->spec, why, sizeof(why)) != 0)
        refuse(s, why);
}

static void start(struct shim *s)
{
    prepare(s);
    /* whoever found the lock free has said that this job never started: then it does not */
    if (access("exit.json", F_OK) == 0) {
        box_link_remove(&s->spec);
        _exit(1);
    }
    start_box(s); /* it waits for 'G': the sandbox is made while shim.json reaches the disk */
    s->outcome.started_ms = now_wall_ms();
    if (s->spec.runtime_ms > 0)
        s->deadline_ms = now_boot_ms() + s->spec.runtime_ms;
    if (start_publish(&s->spec, s->outcome.started_ms, s->deadline_ms) != 0)
        refuse(s, "write shim.json");
    write_all(SHIM_FD_READY, "R", 1);
    look_for_stop(s);
    if (!s->stop_cause)
        (void)!write(s->control_fd, "G", 1);
    timer_arm(s);
}

/* --- running --- */

static void read_report(struct shim *s)
{
    struct outcome *o = &s->outcome;
    bool ended = s->report.ended;

    report_read(&s->report_in, &s->report);
    if (ended || !s->report.ended)
        return;
    o->user_ms = s->report.user_ms;
    o->sys_ms = s->report.sys_ms;
    o->max_rss_kib = s->report.max_rss_kib;
    o->ended_ms = now_wall_ms();
}

/* A few chunks at a time, so that an endless log cannot starve the rest. */
static void read_log(struct shim *s)
{
    static char chunk[65536];

    for (int i = 0; i < 4 && s->log_fd >= 0; i++) {
        ssize_t got = read(s->log_fd, chunk, sizeof(chunk));
        if (got > 0) {
            shim_log_add(&s->log, chunk, (size_t)got);
        } else if (got == 0 || (errno != EAGAIN && errno != EINTR)) {
            close(s->log_fd);
            s->log_fd = -1;
        } else {
            return;
        }
    }
}

static void reap(struct shim *s)
{
    for (;;) {
        pid_t pid = waitpid(-1, NULL, WNOHANG);
        if (pid == s->stage)
            s->stage = 0;
        if (pid < 0 && errno == ECHILD)
            s->children = false;
        if (pid <= 0)
            break;
    }
    /* What was left when a box was killed while it was being made did not know yet with whom to
     * die, and what a program leaves behind that had no pid namespace never will: both are ours by
     * now. */
    bool abandoned = s->killed || (s->spec.link[0] && s->stage == 0);
    if (abandoned && s->children)
        kill_children();
}

static void on_timer(struct shim *s)
{
    int64_t now = now_boot_ms();

    if (s->kill_ms && now >= s->kill_ms)
        kill_box(s);
    else if (!s->stop_cause && s->deadline_ms && now >= s->deadline_ms)
        stop_job(s, "timeout", s->spec.grace_ms);
    else
        look_for_stop(s);
    timer_arm(s);
}

static void on_signals(struct shim *s)
{
    struct signalfd_siginfo info;

    while (read(s->signal_fd, &info, sizeof(info)) > 0)
        if (info.ssi_signo == SIGUSR1)
            look_for_stop(s);
    reap(s);
}

static int64_t oom_kills(const struct shim *s)
{
    char text[512];

    if (!s->spec.oom_file[0] || read_small(s->spec.oom_file, text, sizeof(text)) <= 0)
        return 0;
    return oom_kills_in(text);
}

static void judge(struct shim *s)
{
    struct outcome *o = &s->outcome;
    bool bad = !s->report.ended || s->report.status != 0;

    o->exit_code =
        s->report.ended && WIFEXITED(s->report.status) ? WEXITSTATUS(s->report.status) : 0;
    o->signal = !s->report.ended                ? SIGKILL
                : WIFSIGNALED(s->report.status) ? WTERMSIG(s->report.status)
                                                : 0;
    o->log_bytes = s->log.size;
    o->log_dropped = s->log.dropped;
    if (!o->ended_ms)
        o->ended_ms = now_wall_ms();
    if (s->stop_cause) {
        o->cause = s->stop_cause;
    } else if (bad && oom_kills(s) > 0) {
        o->cause = "memory";
    } else if (!s->report.standing) {
        o->cause = "setup";
        o->signal = 0;
        const char *why = pipe_first_line(&s->setup);
        snprintf(o->message, sizeof(o->message), "%.500s",
                 why[0] ? why : "the sandbox ended before it stood");
    } else {
        o->cause = o->signal ? "signal" : "exit";
    }
}

static void loop(struct shim *s)
{
    while (s->children) {
        struct pollfd fds[] = {
            {.fd = s->signal_fd, .events = POLLIN},    {.fd = s->timer_fd, .events = POLLIN},
            {.fd = s->report_in.fd, .events = POLLIN}, {.fd = s->setup.fd, .events = POLLIN},
            {.fd = s->log_fd, .events = POLLIN},
        };
        uint64_t waste;
        if (poll(fds, sizeof(fds) / sizeof(fds[0]), -1) < 0)
            continue;
        if (fds[4].revents)
            read_log(s);
        if (fds[3].revents)
            pipe_read(&s->setup);
        if (fds[2].revents) {
            read_report(s);
            if (s->report.ended) {
                /* the namespace is still being taken down: use the time */
                judge(s);
                (void)exit_prepare(&s->outcome);
            }
        }
        if (fds[1].revents && read(s->timer_fd, &waste, sizeof(waste)) > 0)
            on_timer(s);
        if (fds[0].revents)
            on_signals(s);
    }
}

/* Everything is dead; the pipes hold their last bytes. */
static void finish(struct shim *s)
{
    if (s->report_in.fd >= 0)
        read_report(s);
    if (s->setup.fd >= 0)
        pipe_read(&s->setup);
    for (int tries = 0; s->log_fd >= 0 && tries < 100000; tries++) {
        struct pollfd fd = {.fd = s->log_fd, .events = POLLIN};
        if (poll(&fd, 1, 200) <= 0)
            break;
        read_log(s);
    }
    shim_log_finish(&s->log);
    judge(s);
    box_link_remove(&s->spec);
    while (exit_publish(&s->outcome) != 0)
        sleep(1); /* an I/O error: as long as this lives, the job is at least not lost */
    write_all(SHIM_FD_READY, "E", 1);
    int dir = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (dir >= 0)
        fsync(dir);
    box_cgroups_remove(&s->spec);
}

static int run(void)
{
    /* a child of nobody: the engine reaps the first process at once */
    pid_t pid = fork();
    if (pid != 0)
        return pid < 0 ? 1 : 0;
    setsid();
    umask(022);
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    prctl(PR_SET_NAME, "slipway-shim");
    for (int sig = 1; sig < 32; sig++)
        if (sig == SIGHUP || sig == SIGINT || sig == SIGTERM || sig == SIGPIPE || sig == SIGQUIT)
            signal(sig, SIG_IGN);
    fcntl(SHIM_FD_LOCK, F_SETFD, FD_CLOEXEC);
    fcntl(SHIM_FD_READY, F_SETFD, FD_CLOEXEC);
    fcntl(SHIM_FD_LINK, F_SETFD, FD_CLOEXEC);
    fcntl(SHIM_FD_READY, F_SETFL, O_WRONLY | O_NONBLOCK);
    start(&shim);
    loop(&shim);
    finish(&shim);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "run") == 0)
        return run();
    if (argc == 4 && strcmp(argv[1], "shell") == 0)
        return shell_main(argv[2], (pid_t)strtol(argv[3], NULL, 10));
    if (argc == 2 && strcmp(argv[1], "init") == 0)
        init_main();
    if (argc == 3 && strcmp(argv[1], "stage") == 0) {
        static struct spec spec;
        if (chdir(argv[2]) != 0 || spec_load(BOX_FD_SPEC, &spec) != 0)
            return 1;
        box_stage(&spec, true, 0);
    }
    if (argc == 4 && strcmp(argv[1], "probe") == 0)
        return box_probe(argv[2], argv[3]);
    return 2;
}
