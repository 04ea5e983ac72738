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

int shell_run(const char *dir, int *ret_code, struct err *err)
{
    char shim[JOB_PATH_MAX], self[16];
    const char *argv[] = {"slipway-shim", "shell", dir, self, NULL};
    char *envp[] = {NULL};
    const int fds[][2] = {{0, 0}, {1, 1}, {2, 2}};
    int status;
    pid_t pid;

    /* the one that the engine wrote down: what waits inside is of the same build */
    if (!job_dir_spec(dir, "self", shim))
        return err_set(err, ERR_NOT_FOUND, "%s: it has been removed meanwhile", dir);
    snprintf(self, sizeof(self), "%d", (int)getpid());
    const struct sys_spawn how = {
        .path = shim, .argv = (char *const *)argv, .envp = envp, .fds = fds, .n_fds = 3};
    if (sys->spawn(&how, &pid) != 0)
        return err_errno(err, errno, "run %s", shim);
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
