/* A program in a job's sandbox for somebody at a terminal: `shell DIR PID`. Takes the place of the
 * supervisor: the same stage and init, but nothing is kept of it and nothing outlives it.
 *
 *   lock and DIR/spec -> sandbox stands -> (terminal raw) -> program goes -> … -> last process dead
 *   -> terminal as it was -> lock free (this process ends, with the program's exit code)
 *
 * io=tty:      user's terminal, raw <--bytes--> pty <-- controlling terminal of the program
 *              The program never has the user's own terminal, so it cannot type into it; keys,
 *              signals and the window's size go through the pty's line discipline.
 * io=streams:  the caller's three descriptors, handed through; SIGINT is passed on.
 *
 * Whoever started this waits for it; should that process die, everything ends. The engine removes
 * DIR once the lock is free. */
#include "shim.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

struct shell {
    struct spec spec;
    int spec_fd, control_fd, report_fd, setup_fd, signal_fd;
    int master, slave; /* -1 with io=streams */
    pid_t self;
    bool children, standing, reported, killed, raw, input_ended;
    int status, end_signal;
    struct termios before;
    size_t n_keys, keys_at; /* read from the terminal, not yet written to the pty */
    char keys[4096];
};

static struct shell shell;

static _Noreturn void refuse(const char *what)
{
    dprintf(2, "slipway: %s: %s\n", what, strerror(errno));
    _exit(1);
}

/* --- starting --- */

static void copy_size(struct shell *s)
{
    struct winsize size;

    if (s->master >= 0 && ioctl(0, TIOCGWINSZ, &size) == 0)
        (void)ioctl(s->master, TIOCSWINSZ, &size);
}

static void make_terminal(struct shell *s)
{
    s->master = s->slave = -1;
    if (strcmp(s->spec.io, "tty") != 0)
        return;
    if (tcgetattr(0, &s->before) != 0)
        refuse("the terminal");
    s->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (s->master < 0 || unlockpt(s->master) != 0)
        refuse("a terminal of its own");
    s->slave = ioctl(s->master, TIOCGPTPEER, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (s->slave < 0)
        refuse("a terminal of its own");
    tcsetattr(s->slave, TCSANOW, &s->before);
    fcntl(s->master, F_SETFL, O_NONBLOCK);
    copy_size(s);
}

static void open_directory(struct shell *s, const char *dir)
{
    int lock = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (lock < 0 || flock(lock, LOCK_EX | LOCK_NB) != 0 || fchdir(lock) != 0)
        refuse("the shell's directory");
    /* whoever has the lock may remove the directory: then nothing is left in it */
    s->spec_fd = open("spec", O_RDONLY | O_CLOEXEC);
    if (s->spec_fd < 0 || spec_load(s->spec_fd, &s->spec) != 0)
        refuse("read the shell's spec");
    if (!s->spec.io[0]) {
        errno = EINVAL;
        refuse("this is a job's directory");
    }
    int begun = open("begun", O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (begun < 0)
        refuse("write to the shell's directory");
    close(begun);
}

static void take_signals(struct shell *s)
{
    static const int taken[] = {SIGCHLD, SIGWINCH, SIGINT, SIGQUIT, SIGTERM, SIGHUP};
    sigset_t mask;

    sigemptyset(&mask);
    for (size_t i = 0; i < sizeof(taken) / sizeof(taken[0]); i++)
        sigaddset(&mask, taken[i]);
    sigprocmask(SIG_BLOCK, &mask, NULL);
    signal(SIGPIPE, SIG_IGN);
    s->signal_fd = signalfd(-1, &mask, SFD_CLOEXEC | SFD_NONBLOCK);
    if (s->signal_fd < 0)
        refuse("signalfd");
}

static void start_box(struct shell *s)
{
    int control[2], report[2], setup[2];
    char why[400];

    if (box_cgroups_make(&s->spec, why, sizeof(why)) != 0) {
        dprintf(2, "slipway: the limits of jobs do not hold here: %s\n", why);
        s->spec.cgroups.n = 0;
    }
    if (pipe2(control, O_CLOEXEC) != 0 || pipe2(report, O_CLOEXEC) != 0 ||
        pipe2(setup, O_CLOEXEC) != 0)
        refuse("pipe");
    s->self = getpid();
    pid_t pid = box_fork(&s->spec);
    if (pid < 0)
        refuse("fork");
    if (pid == 0) {
        bool tty = s->slave >= 0;
        const int fds[BOX_FD_END] = {[BOX_FD_SPEC] = s->spec_fd,  [BOX_FD_CONTROL] = control[0],
                                     [BOX_FD_REPORT] = report[1], [BOX_FD_LOG] = tty ? s->slave : 2,
                                     [BOX_FD_SECCOMP] = -1,       [BOX_FD_LINK] = -1,
                                     [BOX_FD_IN] = tty ? -1 : 0,  [BOX_FD_OUT] = tty ? -1 : 1};
        setsid(); /* keys that the terminal turns into signals are for this process alone */
        box_child(&s->spec, fds, setup[1], s->self);
    }
    s->children = true;
    close(control[0]);
    close(report[1]);
    close(setup[1]);
    if (s->slave >= 0)
        close(s->slave);
    s->control_fd = control[1];
    s->report_fd = report[0];
    s->setup_fd = setup[0];
    fcntl(s->control_fd, F_SETFL, O_NONBLOCK);
    fcntl(s->report_fd, F_SETFL, O_NONBLOCK);
    fcntl(s->setup_fd, F_SETFL, O_NONBLOCK);
}

/* --- running --- */

/* With the pipe goes init, and with that whatever is inside; what was not that far yet is killed.
 */
static void kill_box(struct shell *s, int sig)
{
    s->killed = true;
    s->end_signal = sig;
    if (s->control_fd >= 0)
        close(s->control_fd);
    s->control_fd = -1;
    kill_children();
}

static void go(struct shell *s)
{
    struct termios raw = s->before;

    s->standing = true;
    if (s->master >= 0) {
        cfmakeraw(&raw);
        s->raw = tcsetattr(0, TCSADRAIN, &raw) == 0;
    }
    if (s->control_fd >= 0)
        (void)!write(s->control_fd, "G", 1);
}

static void read_report(struct shell *s)
{
    char text[256];
    ssize_t n = read(s->report_fd, text, sizeof(text) - 1);

    if (n <= 0) {
        if (n == 0 || (errno != EAGAIN && errno != EINTR)) {
            close(s->report_fd);
            s->report_fd = -1;
        }
        return;
    }
    text[n] = '\0';
    for (char *line = text; *line; line += strcspn(line, "\n") + 1) {
        if (line[0] == 'S')
            go(s);
        else if (line[0] == 'X')
            s->status = (int)strtol(line + 1, NULL, 10), s->reported = true;
        if (!strchr(line, '\n'))
            break;
    }
}

/* What the stage, bubblewrap or init have to say, while the terminal is still the user's. */
static void read_setup(struct shell *s)
{
    char text[1024];
    ssize_t n = read(s->setup_fd, text, sizeof(text));

    if (n > 0)
        dprintf(2, "%sslipway: %.*s", s->raw ? "\r" : "", (int)n, text);
    else if (n == 0 || (errno != EAGAIN && errno != EINTR)) {
        close(s->setup_fd);
        s->setup_fd = -1;
    }
}

static void read_keys(struct shell *s)
{
    ssize_t n = read(0, s->keys, sizeof(s->keys));

    if (n > 0) {
        s->n_keys = (size_t)n;
        s->keys_at = 0;
    } else if (n == 0 || (errno != EAGAIN && errno != EINTR)) {
        s->input_ended = true; /* the window was closed */
        kill_box(s, SIGHUP);
    }
}

static void write_keys(struct shell *s)
{
    ssize_t n = write(s->master, s->keys + s->keys_at, s->n_keys - s->keys_at);

    if (n > 0)
        s->keys_at += (size_t)n;
    if (s->keys_at == s->n_keys || (n < 0 && errno != EAGAIN && errno != EINTR))
        s->n_keys = s->keys_at = 0;
}

/* Waits where the terminal takes nothing at present, also when somebody made it non-blocking. */
static bool show(const char *text, size_t n)
{
    while (n > 0) {
        struct pollfd fd = {.fd = 1, .events = POLLOUT};
        ssize_t put = write(1, text, n);
        if (put < 0 && errno == EAGAIN)
            poll(&fd, 1, -1);
        else if (put < 0 && errno != EINTR)
            return false;
        text += put > 0 ? put : 0;
        n -= put > 0 ? (size_t)put : 0;
    }
    return true;
}

/* False when nothing is there at present, or nothing will ever come again. */
static bool show_output(struct shell *s)
{
    char text[16384];
    ssize_t n = read(s->master, text, sizeof(text));

    return n > 0 && show(text, (size_t)n);
}

static void on_signals(struct shell *s)
{
    struct signalfd_siginfo info;
    pid_t pid;

    while (read(s->signal_fd, &info, sizeof(info)) > 0) {
        int sig = (int)info.ssi_signo;
        if (sig == SIGWINCH)
            copy_size(s);
        else if (sig == SIGINT && s->standing && s->master < 0 && s->control_fd >= 0)
            (void)!write(s->control_fd, "I", 1);
        else if (sig != SIGCHLD)
            kill_box(s, sig);
    }
    while ((pid = waitpid(-1, NULL, WNOHANG)) > 0)
        ;
    s->children = !(pid < 0 && errno == ECHILD);
    if (s->killed && s->children)
        kill_children();
}

static void loop(struct shell *s)
{
    while (s->children) {
        bool tty = s->raw && !s->input_ended;
        short wanted = s->n_keys ? POLLIN | POLLOUT : POLLIN;
        struct pollfd fds[] = {
            {.fd = s->signal_fd, .events = POLLIN},
            {.fd = s->report_fd, .events = POLLIN},
            {.fd = s->setup_fd, .events = POLLIN},
            {.fd = s->raw ? s->master : -1, .events = wanted},
            {.fd = tty && !s->n_keys ? 0 : -1, .events = POLLIN},
        };
        if (poll(fds, sizeof(fds) / sizeof(fds[0]), -1) < 0)
            continue;
        if (fds[2].revents)
            read_setup(s);
        if (fds[1].revents)
            read_report(s);
        if (fds[4].revents)
            read_keys(s);
        if (fds[3].revents & POLLOUT)
            write_keys(s);
        if (fds[3].revents & (POLLIN | POLLHUP) && !show_output(s) && fds[3].revents & POLLHUP) {
            close(s->master); /* nobody has it open any more: the end is near */
            s->master = -1;
        }
        if (fds[0].revents)
            on_signals(s);
    }
}

static int finish(struct shell *s)
{
    while (s->master >= 0 && show_output(s))
        ;
    signal(SIGTTOU, SIG_IGN); /* given back also from the background */
    if (s->raw)
        tcsetattr(0, TCSADRAIN, &s->before);
    s->raw = false;
    while (s->setup_fd >= 0 && !s->standing) /* nobody holds its other end */
        read_setup(s);
    if (s->report_fd >= 0)
        read_report(s);
    box_cgroups_remove(&s->spec);
    if (s->reported)
        return WIFEXITED(s->status) ? WEXITSTATUS(s->status) : 128 + WTERMSIG(s->status);
    if (s->killed)
        return 128 + s->end_signal;
    dprintf(2, "slipway: %s\n",
            s->standing ? "the sandbox was killed" : "the sandbox could not be made");
    return s->standing ? 128 + SIGKILL : 1;
}

int shell_main(const char *dir, pid_t starter)
{
    struct shell *s = &shell;

    umask(022);
    prctl(PR_SET_NAME, "slipway-shell");
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    take_signals(s);
    prctl(PR_SET_PDEATHSIG, SIGHUP);
    if (getppid() != starter)
        return 128 + SIGHUP; /* it died before that */
    open_directory(s, dir);
    make_terminal(s);
    start_box(s);
    loop(s);
    return finish(s);
}
