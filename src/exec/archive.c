/* Archives, through the helper executable: what it says on stderr becomes the error's message. A
 * deed costs one spawn; nothing of an archive is looked at in this process. One may take many
 * minutes: it is given up when the executor ends. */
#include "exec/embedded.h"
#include "exec/helper/helper.h"
#include "exec/job_dir.h"
#include "base/fs.h"
#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define LOOK_MS 100 /* how often a wait looks whether the executor ends */

struct helper_run {
    struct exec *exec;
    pid_t pid;
    int in, out; /* its stdin, its stderr; -1: closed */
};

/* `to`: its stdout, or -1. */
static int helper_start(struct exec *e, const char *const *args, int to, struct helper_run *ret,
                        struct err *err)
{
    char path[PATH_MAX], *envp[] = {NULL};
    const char *argv[6] = {"slipway-helper"};
    cleanup_fd int in = -1, out = -1, null = sys->open("/dev/null", O_RDWR, 0);
    int p[2];

    *ret = (struct helper_run){.exec = e, .in = -1, .out = -1};
    for (int i = 0; args[i]; i++)
        argv[i + 1] = args[i];
    if (fs_mkdirs(e->run_dir, 0700, err) != 0 || embedded_helper(e->run_dir, path, err) != 0)
        return -1;
    /* a socket, since writing to a pipe whose reader died would raise a signal */
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, p) != 0)
        return err_errno(err, errno, "socketpair");
    ret->in = p[0];
    in = p[1];
    if (pipe2(p, O_CLOEXEC) != 0) {
        int rc = err_errno(err, errno, "pipe");
        fd_close(&ret->in);
        return rc;
    }
    ret->out = p[0];
    out = p[1];
    const int fds[][2] = {{in, 0}, {to < 0 ? null : to, 1}, {out, 2}};
    struct sys_spawn how = {
        .path = path, .argv = (char *const *)argv, .envp = envp, .fds = fds, .n_fds = 3};
    if (sys->spawn(&how, &ret->pid) != 0) {
        int rc = err_errno(err, errno, "spawn %s", path);
        fd_close(&ret->in);
        fd_close(&ret->out);
        return rc;
    }
    return 0;
}

/* Until fd can be read or written without waiting. */
static int helper_wait(const struct helper_run *run, int fd, short events, struct err *err)
{
    struct pollfd p = {.fd = fd, .events = events};

    while (poll(&p, 1, LOOK_MS) <= 0)
        if (exec_ending(run->exec))
            return err_set(err, ERR_CANCELLED, "the engine ends");
    return 0;
}

/* `done` < 0: *err says already why nothing more was given to it. */
static int helper_end(struct helper_run *run, int done, struct err *err)
{
    static const enum err_code codes[] = {
        [HELPER_OK] = ERR_NONE, [HELPER_USAGE] = ERR_INTERNAL, [HELPER_INVALID] = ERR_INVALID,
        [HELPER_IO] = ERR_IO,   [HELPER_LIMIT] = ERR_LIMIT,    [HELPER_NO_SPACE] = ERR_NO_SPACE};
    char text[900];
    size_t len = 0;
    int status;

    fd_close(&run->in);
    while (done >= 0 && len < sizeof(text) - 1) {
        if ((done = helper_wait(run, run->out, POLLIN, err)) != 0)
            break;
        ssize_t n = sys->read(run->out, text + len, sizeof(text) - 1 - len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break;
        len += (size_t)n;
    }
    text[len] = '\0';
    text[strcspn(text, "\n")] = '\0';
    fd_close(&run->out);
    if (done < 0)
        kill(run->pid, SIGKILL);
    while (waitpid(run->pid, &status, 0) < 0 && errno == EINTR)
        ;
    if (done < 0)
        return -1;
    if (WIFSIGNALED(status))
        return err_set(err, ERR_INVALID, "the archive helper was killed by signal %d",
                       WTERMSIG(status));
    int code = WEXITSTATUS(status);
    if (code == HELPER_OK)
        return 0;
    bool known = (size_t)code < sizeof(codes) / sizeof(codes[0]);
    return err_set(err, known ? codes[code] : ERR_INTERNAL, "%s",
                   text[0] ? text : "the archive helper failed without a word");
}

static int send_word(const struct helper_run *run, const char *word, struct err *err)
{
    size_t left = strlen(word) + 1;

    while (left > 0) {
        if (helper_wait(run, run->in, POLLOUT, err) != 0)
            return -1;
        ssize_t n = send(run->in, word, left, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (n < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (n < 0)
            return err_errno(err, errno, "pack");
        word += n;
        left -= (size_t)n;
    }
    return 0;
}

struct packing {
    const struct helper_run *run;
    bool helper_gone; /* then its own words say why */
};

static int pack_one(void *arg, const struct job_file *f, struct err *err)
{
    struct packing *p = arg;

    if (send_word(p->run, f->path, err) == 0 && send_word(p->run, f->host, err) == 0)
        return 0;
    p->helper_gone = err->code != ERR_CANCELLED;
    return -1;
}

int archive_pack(struct exec *e, const char *dir, const char *under, const char *out_path,
                 struct err *err)
{
    const char *args[] = {"pack", NULL};
    struct helper_run run;
    struct err ignored;

    /* An engine that died may have left a helper that still writes: it keeps the file that it was
     * given, and this one is another. */
    sys->unlink(out_path);
    cleanup_fd int to = sys->open(out_path, O_WRONLY | O_CREAT | O_EXCL, 0644);
    if (to < 0)
        return err_errno(err, errno, "create %s", out_path);
    if (helper_start(e, args, to, &run, err) != 0) {
        sys->unlink(out_path);
        return -1;
    }
    struct packing packing = {.run = &run};
    int done = job_walk(dir, under, pack_one, &packing, err);
    int rc = helper_end(&run, packing.helper_gone ? 0 : done, err);
    if (rc != 0)
        fs_remove_tree(out_path, &ignored);
    return rc;
}

int archive_unpack(struct exec *e, const char *archive, const char *to, int64_t max_bytes,
                   struct err *err)
{
    char max[32];
    const char *args[] = {"unpack", archive, to, max, NULL};
    struct helper_run run;
    struct err ignored;

    snprintf(max, sizeof(max), "%lld", (long long)max_bytes);
    if (helper_start(e, args, -1, &run, err) != 0)
        return -1;
    int rc = helper_end(&run, 0, err);
    if (rc != 0)
        fs_remove_tree(to, &ignored);
    return rc;
}
