/* The production syscall table, and the fault points of test builds.
 *
 * Members are the C library's functions wherever the signatures allow. Descriptors are always
 * opened close-on-exec: what a child gets, it gets from sys_spawn.fds. */
#include "base/sys.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

static int real_open(const char *path, int flags, mode_t mode)
{
    return open(path, flags | O_CLOEXEC, mode);
}

static int real_openat(int dir, const char *path, int flags, mode_t mode)
{
    return openat(dir, path, flags | O_CLOEXEC, mode);
}

static int real_clone_file(int to, int from)
{
    return ioctl(to, FICLONE, from);
}

static int real_spread_dirs(int dir)
{
    int flags;

    if (ioctl(dir, FS_IOC_GETFLAGS, &flags) != 0)
        return -1;
    flags |= FS_TOPDIR_FL;
    return ioctl(dir, FS_IOC_SETFLAGS, &flags);
}

static ssize_t real_copy_range(int to, int from, off_t from_at, size_t n)
{
    return copy_file_range(from, &from_at, to, NULL, n, 0);
}

static int64_t clock_ms(clockid_t clock)
{
    struct timespec ts;

    clock_gettime(clock, &ts);
    return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

static int64_t real_wall_ms(void)
{
    return clock_ms(CLOCK_REALTIME);
}

static int64_t real_mono_ms(void)
{
    return clock_ms(CLOCK_BOOTTIME);
}

static int real_random(void *p, size_t n)
{
    while (n > 0) {
        ssize_t got = getrandom(p, n, 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        p = (char *)p + got;
        n -= (size_t)got;
    }
    return 0;
}

/* The child's descriptors: each of ours goes to a number above all that are named, then from there
 * to its own, so that no move overwrites what a later one needs; everything else is closed. */
static int spawn_fd_actions(posix_spawn_file_actions_t *fa, const struct sys_spawn *how)
{
    int top = 2, last = -1, rc = 0;

    for (size_t i = 0; i < how->n_fds; i++) {
        if (how->fds[i][0] > top)
            top = how->fds[i][0];
        if (how->fds[i][1] > top)
            top = how->fds[i][1];
        if (how->fds[i][1] > last)
            last = how->fds[i][1];
    }
    for (size_t i = 0; i < how->n_fds && rc == 0; i++)
        rc = posix_spawn_file_actions_adddup2(fa, how->fds[i][0], top + 1 + (int)i);
    for (size_t i = 0; i < how->n_fds && rc == 0; i++)
        rc = posix_spawn_file_actions_adddup2(fa, top + 1 + (int)i, how->fds[i][1]);
    for (int fd = 0; fd < last && rc == 0; fd++) {
        bool wanted = false;
        for (size_t i = 0; i < how->n_fds; i++)
            wanted = wanted || how->fds[i][1] == fd;
        if (!wanted)
            rc = posix_spawn_file_actions_addclose(fa, fd);
    }
    if (rc == 0)
        rc = posix_spawn_file_actions_addclosefrom_np(fa, last + 1);
    return rc;
}

static int spawn_attributes(posix_spawnattr_t *attr, const struct sys_spawn *how)
{
    short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
    sigset_t none, all;
    int rc;

    if (how->new_session)
        flags |= POSIX_SPAWN_SETSID;
    sigemptyset(&none);
    sigfillset(&all);
    rc = posix_spawnattr_setsigmask(attr, &none);
    if (rc == 0)
        rc = posix_spawnattr_setsigdefault(attr, &all);
    if (rc == 0)
        rc = posix_spawnattr_setflags(attr, flags);
    return rc;
}

#define SPAWN_TRIES 200

static int real_spawn(const struct sys_spawn *how, pid_t *ret_pid)
{
    static char *const no_environment[] = {NULL};
    char *const *envp = how->envp ? how->envp : no_environment;
    posix_spawn_file_actions_t fa;
    posix_spawnattr_t attr;
    int rc = posix_spawn_file_actions_init(&fa);

    if (rc == 0) {
        rc = posix_spawnattr_init(&attr);
        if (rc != 0)
            posix_spawn_file_actions_destroy(&fa);
    }
    if (rc != 0) {
        errno = rc;
        return -1;
    }
    rc = spawn_fd_actions(&fa, how);
    if (rc == 0 && how->cwd)
        rc = posix_spawn_file_actions_addchdir_np(&fa, how->cwd);
    if (rc == 0)
        rc = spawn_attributes(&attr, how);
    /* An executable that this process has just written may still be open for writing in a child
     * that another thread spawned meanwhile, until that child's own exec: a moment. */
    for (int tries = 0; rc == 0 && tries < SPAWN_TRIES; tries++) {
        int done = (strchr(how->path, '/') ? posix_spawn : posix_spawnp)(ret_pid, how->path, &fa,
                                                                         &attr, how->argv, envp);
        if (done == 0)
            break;
        if (done != ETXTBSY || tries + 1 == SPAWN_TRIES)
            rc = done;
        else
            nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    }
    posix_spawnattr_destroy(&attr);
    posix_spawn_file_actions_destroy(&fa);
    errno = rc;
    return rc ? -1 : 0;
}

const struct sys_ops sys_real = {
    .open = real_open,
    .openat = real_openat,
    .close = close,
    .read = read,
    .pread = pread,
    .write = write,
    .pwrite = pwrite,
    .ftruncate = ftruncate,
    .fallocate = fallocate,
    .fstat = fstat,
    .stat = stat,
    .lstat = lstat,
    .mkdir = mkdir,
    .rmdir = rmdir,
    .link = link,
    .symlink = symlink,
    .rename = rename,
    .unlink = unlink,
    .opendir = opendir,
    .readdir = readdir,
    .closedir = closedir,
    .flock = flock,
    .fdatasync = fdatasync,
    .fsync = fsync,
    .syncfs = syncfs,
    .clone_file = real_clone_file,
    .spread_dirs = real_spread_dirs,
    .copy_range = real_copy_range,
    .wall_ms = real_wall_ms,
    .mono_ms = real_mono_ms,
    .random = real_random,
    .spawn = real_spawn,
};

const struct sys_ops *sys = &sys_real;

#ifdef SLIPWAY_FAULT_POINTS
#include "base/err.h"
#include <pthread.h>
#include <stdlib.h>

/* SLIPWAY_FAULT=name:n ends the process at the n-th hit of that name, SLIPWAY_FAULT=n at the n-th
 * of all. SLIPWAY_FAULT_COUNT=file appends a line "name:n" at each hit, at once, so the list
 * survives any end of the process and each of its lines is a value for SLIPWAY_FAULT. */
static struct {
    pthread_mutex_t lock;
    bool ready;
    const char *name; /* NULL: any */
    size_t name_len;
    long at; /* 0: never */
    int count_fd;
    long total;
    size_t n;
    struct {
        const char *name;
        long hits;
    } seen[256];
} fault = {.lock = PTHREAD_MUTEX_INITIALIZER, .count_fd = -1};

static void fault_setup(void)
{
    const char *spec = getenv("SLIPWAY_FAULT"), *file = getenv("SLIPWAY_FAULT_COUNT");

    fault.ready = true;
    if (file && *file) {
        fault.count_fd = open(file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
        if (fault.count_fd < 0)
            die("open %s: %s", file, strerror(errno));
    }
    if (!spec || !*spec)
        return;
    const char *colon = strrchr(spec, ':'), *number = colon ? colon + 1 : spec;
    char *end;
    fault.at = strtol(number, &end, 10);
    if (end == number || *end || fault.at < 1)
        die("SLIPWAY_FAULT=%s: expected name:n or n", spec);
    if (colon) {
        fault.name = spec;
        fault.name_len = (size_t)(colon - spec);
    }
}

static long fault_hit(const char *name)
{
    for (size_t i = 0; i < fault.n; i++)
        if (strcmp(fault.seen[i].name, name) == 0)
            return ++fault.seen[i].hits;
    if (fault.n == sizeof(fault.seen) / sizeof(fault.seen[0]))
        die("more than %zu names of fault points", fault.n);
    fault.seen[fault.n].name = name;
    fault.seen[fault.n].hits = 1;
    fault.n++;
    return 1;
}

void fault_point(const char *name)
{
    int saved = errno;

    pthread_mutex_lock(&fault.lock);
    if (!fault.ready)
        fault_setup();
    long nth = fault_hit(name);
    fault.total++;
    if (fault.count_fd >= 0)
        dprintf(fault.count_fd, "%s:%ld\n", name, nth);
    bool named = fault.name && strlen(name) == fault.name_len &&
                 memcmp(name, fault.name, fault.name_len) == 0;
    if (fault.at && (fault.name ? named && nth == fault.at : fault.total == fault.at))
        kill(getpid(), SIGKILL);
    pthread_mutex_unlock(&fault.lock);
    errno = saved;
}
#endif
