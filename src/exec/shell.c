/* A job's directory for somebody at a terminal: begun by whoever has the terminal, removed by the
 * engine. Its lock (flock on the directory) says that somebody is in it: `shim shell` takes it,
 * makes a file `begun`, and ends when nothing of it runs any more. So there is nothing to recover.
 */
#include "exec/exec_process.h"
#include "exec/job_dir.h"
#include "base/fs.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#define GROUP_TRIES 50

/* Another user's files are not ours to run, not even for root; nor is what others can change. */
static int check_own(int fd, mode_t type, const char *path, struct err *err)
{
    struct stat st;

    if (sys->fstat(fd, &st) != 0)
        return err_errno(err, errno, "look at %s", path);
    if (st.st_uid != geteuid())
        return err_set(err, ERR_DENIED,
                       "the engine runs as another user (id %u): open the shell as that one (%s)",
                       (unsigned)st.st_uid, path);
    if ((st.st_mode & S_IFMT) != type)
        return err_set(err, ERR_DENIED,
                       "%s is a link or something else that no engine makes: look who put it there",
                       path);
    if (st.st_mode & (S_IWGRP | S_IWOTH))
        return err_set(err, ERR_DENIED,
                       "other users can change %s, so nothing in it is run: chmod go-w it, and "
                       "look whether it is as it was",
                       path);
    return 0;
}

static int open_dir(const char *dir, struct err *err)
{
    int fd = sys->open(dir, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, 0);

    if (fd >= 0)
        return fd;
    if (errno == ENOTDIR || errno == ELOOP)
        return err_set(err, ERR_DENIED,
                       "%s is a link or something else that no engine makes: look who put it there",
                       dir);
    return err_errno(err, errno,
                     "the engine has put the step together where this command cannot reach it (a "
                     "shell has to be opened on the engine's machine): %s",
                     dir);
}

/* The program that the engine wrote down: what waits inside is of the same build. */
static int open_program(int dir_fd, const char *dir, struct err *err)
{
    char path[JOB_PATH_MAX], program[JOB_PATH_MAX];

    if (job_path(path, dir, "spec", err) != 0)
        return -1;
    cleanup_fd int spec = sys->openat(dir_fd, "spec", O_RDONLY | O_NOFOLLOW | O_NONBLOCK, 0);
    if (spec < 0)
        return err_errno(err, errno, "open %s", path);
    if (check_own(spec, S_IFREG, path, err) != 0)
        return -1;
    if (!job_dir_spec_in(spec, "self", program))
        return err_set(err, ERR_CORRUPT, "%s names no program: open the shell again", path);
    int fd = sys->open(program, O_PATH | O_NOFOLLOW, 0);
    if (fd < 0)
        return err_errno(err, errno, "open %s", program);
    if (check_own(fd, S_IFREG, program, err) != 0)
        fd_close(&fd);
    return fd;
}

int shell_find(const char *dir, struct shell_place *ret, struct err *err)
{
    *ret = (struct shell_place){.dir = open_dir(dir, err), .program = -1};
    if (ret->dir >= 0 && check_own(ret->dir, S_IFDIR, dir, err) == 0)
        ret->program = open_program(ret->dir, dir, err);
    if (ret->program >= 0)
        return 0;
    shell_leave(ret);
    return -1;
}

void shell_leave(struct shell_place *p)
{
    fd_close(&p->dir);
    fd_close(&p->program);
}

int shell_run(const struct shell_place *place, int *ret_code, struct err *err)
{
    char self[16];
    const char *argv[] = {"slipway-shim", "shell", "/proc/self/fd/3", self, NULL};
    char *envp[] = {NULL};
    const int fds[][2] = {{0, 0}, {1, 1}, {2, 2}, {place->dir, 3}, {place->program, 4}};
    const struct sys_spawn how = {.path = "/proc/self/fd/4",
                                  .argv = (char *const *)argv,
                                  .envp = envp,
                                  .fds = fds,
                                  .n_fds = sizeof(fds) / sizeof(fds[0])};
    int status;
    pid_t pid;

    snprintf(self, sizeof(self), "%d", (int)getpid());
    if (sys->spawn(&how, &pid) != 0)
        return err_errno(err, errno, "run the engine's slipway-shim");
    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR)
            return err_errno(err, errno, "wait for the shell");
    *ret_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return 0;
}

/* Whether nobody comes any more. */
static bool is_over(const char *dir, int64_t unused_ms)
{
    char path[JOB_PATH_MAX];
    struct err ignored;
    struct stat st;

    if (unused_ms == 0 || (job_path(path, dir, "begun", &ignored) == 0 && fs_exists(path)))
        return true;
    return sys->stat(dir, &st) != 0 ||
           sys->wall_ms() - (int64_t)st.st_mtim.tv_sec * 1000 >= unused_ms;
}

/* What was in it dies a little after a killed shim's lock is free. */
static bool remove_groups(struct exec *e, const char *id)
{
    bool gone = e->ops != &exec_process;

    for (int tries = 0; !gone && tries < GROUP_TRIES; tries++) {
        if (tries > 0)
            usleep(2000);
        gone = cgroups_remove(&((struct process_exec *)e)->box.cgroups, id);
    }
    return gone;
}

int shell_remove(struct exec *e, const char *id, const char *dir, int64_t unused_ms,
                 struct err *err)
{
    cleanup_fd int fd = sys->open(dir, O_RDONLY | O_DIRECTORY, 0);

    if (fd < 0)
        return errno == ENOENT ? 0 : err_errno(err, errno, "open %s", dir);
    /* first without the lock, which would turn away whoever comes just now */
    if (!is_over(dir, unused_ms))
        return err_set(err, ERR_BUSY, "%s: it has just been made", dir);
    if (sys->flock(fd, LOCK_EX | LOCK_NB) != 0)
        return err_set(err, ERR_BUSY, "%s: somebody is in it", dir);
    if (!is_over(dir, unused_ms))
        return err_set(err, ERR_BUSY, "%s: it has just been made", dir);
    if (!remove_groups(e, id))
        return err_set(err, ERR_BUSY, "%s: what ran in it has not ended yet", dir);
    return fs_remove_tree(dir, err);
}
