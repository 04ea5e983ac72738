/* What keeps a hostile archive to itself. Below TO: chroot, as root or in a user namespace of our
 * own, else Landlock. Then a list of the few system calls that reading an archive and writing files
 * needs; all others fail. */
#include "helper.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

static int chroot_to(int fd)
{
    return fchdir(fd) == 0 && chroot(".") == 0 && chdir("/") == 0 ? 0 : -1;
}

/* What was allowed to root must not come back. */
static void drop_capabilities(void)
{
    struct __user_cap_header_struct head = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct none[2];

    memset(none, 0, sizeof(none));
    for (int cap = 0; cap < 64; cap++)
        prctl(PR_CAPBSET_DROP, cap, 0, 0, 0);
    syscall(SYS_capset, &head, none);
}

static int landlock_to(int fd)
{
    const uint64_t all =
        LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_READ_FILE |
        LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_REMOVE_DIR |
        LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
        LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK |
        LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;
    struct landlock_ruleset_attr rules = {.handled_access_fs = all};
    struct landlock_path_beneath_attr below = {
        .allowed_access = all & ~(uint64_t)LANDLOCK_ACCESS_FS_EXECUTE, .parent_fd = fd};
    int set = (int)syscall(SYS_landlock_create_ruleset, &rules, sizeof(rules), 0);

    if (set < 0)
        return -1;
    int rc = syscall(SYS_landlock_add_rule, set, LANDLOCK_RULE_PATH_BENEATH, &below, 0) == 0 &&
                     syscall(SYS_landlock_restrict_self, set, 0) == 0
                 ? 0
                 : -1;
    close(set);
    return rc;
}

static int map_self(uid_t uid, gid_t gid)
{
    char text[64];
    const struct {
        const char *path;
        unsigned id;
    } maps[] = {{"/proc/self/uid_map", uid}, {"/proc/self/gid_map", gid}};

    int fd = open("/proc/self/setgroups", O_WRONLY | O_CLOEXEC);
    if (fd >= 0) {
        (void)!write(fd, "deny", 4);
        close(fd);
    }
    for (int i = 0; i < 2; i++) {
        int n = snprintf(text, sizeof(text), "%u %u 1", maps[i].id, maps[i].id);
        fd = open(maps[i].path, O_WRONLY | O_CLOEXEC);
        if (fd < 0 || write(fd, text, (size_t)n) != n)
            return -1;
        close(fd);
    }
    return 0;
}

void confine_to(int fd, const char *name)
{
    uid_t uid = geteuid();
    gid_t gid = getegid();
    bool done = chroot_to(fd) == 0;

    if (!done && landlock_to(fd) == 0)
        done = fchdir(fd) == 0;
    if (!done && unshare(CLONE_NEWUSER) == 0)
        done = map_self(uid, gid) == 0 && chroot_to(fd) == 0;
    if (!done)
        fail(HELPER_IO,
             "%s: this machine gives neither chroot nor Landlock nor user namespaces, and archives "
             "are not unpacked without",
             name);
    drop_capabilities();
}

/* clang-format off */
static const char *const allowed[] = {
    "access", "brk", "chdir", "clock_gettime", "clock_nanosleep", "close", "dup", "exit",
    "exit_group", "faccessat", "faccessat2", "fadvise64", "fchmod", "fchmodat", "fcntl",
    "fdatasync", "fstat", "fstatfs", "fsync", "ftruncate", "futex", "futimesat", "getcwd",
    "getdents64", "getegid", "geteuid", "getgid", "getpid", "getrandom", "gettid", "gettimeofday",
    "getuid", "linkat", "lseek", "lstat", "madvise", "mkdir", "mkdirat", "mmap", "mprotect",
    "mremap", "munmap", "newfstatat", "open", "openat", "poll", "pread64", "prlimit64",
    "pwrite64", "read", "readlink", "readlinkat", "readv", "renameat", "renameat2",
    "restart_syscall", "rseq", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sched_yield",
    "stat", "statx", "symlinkat", "sysinfo", "time", "umask", "unlink", "unlinkat", "utimensat",
    "write", "writev", "fstatat64", "fstat64", "fcntl64", "_llseek", "mmap2", "ugetrlimit",
    "clock_gettime64", "utimensat_time64",
};
/* clang-format on */

void confine_syscalls(void)
{
    scmp_filter_ctx ctx = seccomp_init(SCMP_ACT_ERRNO(EPERM));

    if (!ctx)
        fail(HELPER_IO, "seccomp: no memory");
    for (size_t i = 0; i < sizeof(allowed) / sizeof(allowed[0]); i++) {
        int nr = seccomp_syscall_resolve_name(allowed[i]);
        if (nr != __NR_SCMP_ERROR)
            (void)seccomp_rule_add(ctx, SCMP_ACT_ALLOW, nr, 0);
    }
    int rc = seccomp_load(ctx);
    seccomp_release(ctx);
    if (rc != 0)
        fail(HELPER_IO, "seccomp: %s", strerror(-rc));
}
