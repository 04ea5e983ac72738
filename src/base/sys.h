/* The syscall table: the only door to files, clocks, randomness and new processes.
 *
 * Production has one table, sys_real; tests install others that fail, cut the power or keep time of
 * their own. Every member follows its system call: -1 and errno on error. Code above base/ calls
 * `sys->open(...)`, never open(2), for anything whose loss or order matters to recovery. Sockets,
 * epoll and memory stay outside: no state lives there. */
#pragma once
#include <dirent.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/types.h>

struct sys_spawn {
    const char *path; /* absolute, or searched in PATH when it has no slash */
    char *const *argv;
    char *const *envp;
    const int (*fds)[2]; /* pairs {ours, theirs}: the only descriptors the child gets */
    size_t n_fds;
    const char *cwd; /* NULL: as ours */
    bool new_session;
};

struct sys_ops {
    int (*open)(const char *path, int flags, mode_t mode);
    int (*openat)(int dir, const char *path, int flags, mode_t mode);
    int (*close)(int fd);
    ssize_t (*read)(int fd, void *p, size_t n);
    ssize_t (*pread)(int fd, void *p, size_t n, off_t at);
    ssize_t (*write)(int fd, const void *p, size_t n);
    ssize_t (*pwrite)(int fd, const void *p, size_t n, off_t at);
    int (*ftruncate)(int fd, off_t len);
    int (*fallocate)(int fd, int mode, off_t at, off_t len);
    int (*fstat)(int fd, struct stat *st);
    int (*stat)(const char *path, struct stat *st);
    int (*lstat)(const char *path, struct stat *st);
    int (*mkdir)(const char *path, mode_t mode);
    int (*rmdir)(const char *path);
    int (*link)(const char *from, const char *to);
    int (*symlink)(const char *target, const char *path);
    int (*rename)(const char *from, const char *to);
    int (*unlink)(const char *path);
    DIR *(*opendir)(const char *path);
    struct dirent *(*readdir)(DIR *dir);
    int (*closedir)(DIR *dir);
    int (*flock)(int fd, int op);
    int (*fdatasync)(int fd);
    int (*fsync)(int fd); /* directories too */
    int (*syncfs)(int fd);
    int (*clone_file)(int to, int from); /* FICLONE: shares the blocks, or fails */
    int (*spread_dirs)(int dir);         /* FS_TOPDIR_FL, or fails */
    /* copy_file_range: from there to where `to` stands, sharing blocks where that can be. */
    ssize_t (*copy_range)(int to, int from, off_t from_at, size_t n);
    int64_t (*wall_ms)(void); /* since 1970 UTC; may step */
    int64_t (*mono_ms)(void); /* CLOCK_BOOTTIME: never steps back, counts suspend */
    int (*random)(void *p, size_t n);
    int (*spawn)(const struct sys_spawn *how, pid_t *ret_pid); /* posix_spawn; errno on -1 */
};

extern const struct sys_ops sys_real;
extern const struct sys_ops *sys; /* &sys_real until a test says otherwise */

/* A named point in the code at which a test build may end the process (SLIPWAY_FAULT=name:n, or
 * n alone counting over all names). Nothing in other builds. */
#ifdef SLIPWAY_FAULT_POINTS
void fault_point(const char *name);
#else
#define fault_point(name) ((void)0)
#endif
