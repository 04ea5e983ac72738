/* Starting the engine in the background: this program again, as `serve`, in a session of its own.
 *
 * Its standard output is a pipe until the line "listening on …" comes; its errors go to
 * DIR/log/slipway.log, and what it said there is the message when it ends instead. Two commands may
 * start one at the same time: the directory's lock lets one win, the other finds its endpoint. */
#include "cli/api.h"
#include "base/fs.h"
#include "base/sys.h"
#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define READY_TIMEOUT_MS 60000
#define RIVAL_TIMEOUT_MS 5000
#define WORDS_MAX        64

extern char **environ;

struct launched {
    pid_t pid;
    int out;         /* its standard output */
    off_t log_start; /* where its words begin in the log */
    const char *log;
};

/* `serve` with the settings that came from flags. */
static char **serve_words(struct cli *cli, const char *dir, const char *log, const char *listen)
{
    struct arena *a = cli->arena;
    char **words = arena_zalloc(a, sizeof(char *) * WORDS_MAX);
    size_t n = 0;

    words[n++] = "slipway";
    words[n++] = "serve";
    words[n++] = arena_printf(a, "--data=%s", dir);
    words[n++] = arena_printf(a, "--log=%s", log);
    if (listen)
        words[n++] = arena_printf(a, "--listen=%s", listen);
    for (const struct setting *s = settings_table; s->name && n < WORDS_MAX - 1; s++) {
        const char *origin = settings_origin(cli->settings, s->name);
        if (!str_starts(origin, "--") || str_eq(s->name, "data") || str_eq(s->name, "log") ||
            (listen && str_eq(s->name, "listen")))
            continue;
        words[n++] = arena_printf(a, "%s=%s", origin, settings_str(cli->settings, s->name));
    }
    return words;
}

static int open_log(const char *path, struct launched *l, struct err *err)
{
    struct stat st;
    int fd = sys->open(path, O_WRONLY | O_APPEND | O_CREAT, 0600);

    if (fd < 0)
        return err_errno(err, errno, "open %s", path);
    l->log_start = sys->fstat(fd, &st) == 0 ? st.st_size : 0;
    l->log = path;
    return fd;
}

static int spawn_serve(struct cli *cli, const char *dir, const char *listen, struct launched *l,
                       struct err *err)
{
    struct arena *a = cli->arena;
    const char *log_dir = arena_printf(a, "%s/log", dir);
    const char *log = arena_printf(a, "%s/slipway.log", log_dir);
    cleanup_fd int null = -1, out = -1, log_fd = -1;
    int ends[2];

    if (fs_mkdirs(dir, 0700, err) != 0 || fs_mkdirs(log_dir, 0700, err) != 0)
        return -1;
    log_fd = open_log(log, l, err);
    if (log_fd < 0)
        return -1;
    null = sys->open("/dev/null", O_RDONLY, 0);
    if (null < 0)
        return err_errno(err, errno, "open /dev/null");
    if (pipe2(ends, O_CLOEXEC) != 0)
        return err_errno(err, errno, "pipe");
    out = ends[1];
    l->out = ends[0];
    const int fds[][2] = {{null, 0}, {out, 1}, {log_fd, 2}};
    const struct sys_spawn how = {.path = "/proc/self/exe",
                                  .argv = serve_words(cli, dir, log, listen),
                                  .envp = environ,
                                  .fds = fds,
                                  .n_fds = 3,
                                  .cwd = "/",
                                  .new_session = true};
    if (sys->spawn(&how, &l->pid) != 0) {
        int why = errno;
        fd_close(&l->out);
        return err_errno(err, why, "start the engine");
    }
    return 0;
}

/* Reads its standard output until it is ready (0), ends (-1) or says nothing for too long (-1). */
static int wait_ready(struct launched *l)
{
    int64_t until = sys->mono_ms() + READY_TIMEOUT_MS;
    char text[512];
    size_t n = 0;

    while (sys->mono_ms() < until && n < sizeof(text) - 1) {
        struct pollfd p = {.fd = l->out, .events = POLLIN};
        if (poll(&p, 1, 100) <= 0)
            continue;
        ssize_t got = sys->read(l->out, text + n, sizeof(text) - 1 - n);
        if (got <= 0)
            return -1;
        n += (size_t)got;
        text[n] = '\0';
        if (strstr(text, "listening on ") && strchr(text, '\n'))
            return 0;
    }
    return -1;
}

/* What it wrote to its log since it was started, from the last lines. */
static const char *last_words(struct arena *a, const struct launched *l)
{
    struct err ignored;
    size_t len;
    char *text;

    if (fs_read(a, l->log, (size_t)256 << 20, &text, &len, &ignored) != 0 ||
        (off_t)len <= l->log_start)
        return "it ended without a word";
    char *s = text + l->log_start;
    len -= (size_t)l->log_start;
    while (len && s[len - 1] == '\n')
        s[--len] = '\0';
    if (len > 700)
        s += len - 700;
    return str_starts(s, "slipway serve: ") ? s + strlen("slipway serve: ") : s;
}

/* 0: ready; else its exit code, or -1 when it had to be ended. */
static int await(struct launched *l)
{
    int status = 0;
    bool ready = wait_ready(l) == 0;

    fd_close(&l->out);
    if (ready)
        return 0;
    for (int i = 0; i < 20; i++) {
        if (waitpid(l->pid, &status, WNOHANG) == l->pid)
            return WIFEXITED(status) && WEXITSTATUS(status) ? WEXITSTATUS(status) : -1;
        poll(NULL, 0, 50);
    }
    kill(l->pid, SIGTERM);
    return -1;
}

/* Another command may have been faster. */
static int await_rival(struct arena *a, const char *dir, struct endpoint *ret)
{
    int64_t until = sys->mono_ms() + RIVAL_TIMEOUT_MS;
    struct err ignored;

    do {
        if (endpoint_read(a, dir, ret, &ignored) == 0)
            return 0;
        poll(NULL, 0, 20);
    } while (sys->mono_ms() < until);
    return -1;
}

int launch(struct cli *cli, const char *dir, struct endpoint *ret, bool *ret_started,
           struct err *err)
{
    struct arena *a = cli->arena;
    struct launched l;
    struct err why;

    *ret_started = false;
    if (endpoint_read(a, dir, ret, &why) == 0)
        return 0;
    if (settings_bool(cli->settings, "ephemeral"))
        return err_set(err, ERR_INVALID,
                       "an ephemeral engine is for the foreground: use "
                       "'slipway serve --ephemeral'");
    bool any_port = str_eq(settings_origin(cli->settings, "listen"), "default");
    if (spawn_serve(cli, dir, NULL, &l, err) != 0)
        return -1;
    int rc = await(&l);
    if (rc == CLI_BUSY_PORT && any_port) {
        /* the engine of another data directory has the usual port */
        if (spawn_serve(cli, dir, "127.0.0.1:0", &l, err) != 0)
            return -1;
        rc = await(&l);
    }
    if (rc != 0) {
        const char *words = last_words(a, &l);
        if (strstr(words, "in use by another engine") && await_rival(a, dir, ret) == 0)
            return 0;
        return err_set(err, ERR_IO, "the engine did not start: %s (its log: %s)", words, l.log);
    }
    *ret_started = true;
    return endpoint_read(a, dir, ret, err);
}
