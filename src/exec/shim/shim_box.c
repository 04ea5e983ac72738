/* The stage: what must happen between the supervisor and bubblewrap. Limits, then a mount namespace
 * of its own in which one overlay makes the job's root, then exec of bubblewrap, or of init itself
 * when the sandbox is off.
 *
 *   overlay:  DIR/upper  over  DIR/lower  over  skeleton
 *             the job's        inputs           /etc, mount points, links
 *
 * DIR/lower holds opt/ml/..., links to blobs that never change: a write copies up. Whatever fails
 * is said on stderr, which the supervisor keeps as the reason, and ends with status 1. */
#include "shim.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/sched.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static _Noreturn __attribute__((format(printf, 1, 2))) void fail(const char *fmt, ...)
{
    int errnum = errno;
    va_list ap;

    va_start(ap, fmt);
    vdprintf(2, fmt, ap);
    va_end(ap);
    dprintf(2, ": %s\n", strerror(errnum));
    _exit(1);
}

static int write_text(const char *path, const char *text)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);

    if (fd < 0)
        return -1;
    int rc = write(fd, text, strlen(text)) == (ssize_t)strlen(text) ? 0 : -1, saved = errno;
    close(fd);
    errno = saved;
    return rc;
}

/* --- limits --- */

int box_cgroups_make(const struct spec *s, char *ret_why, size_t cap)
{
    char path[4096];
    const char *dir = "";

    for (size_t i = 0; i < s->cgroups.n; i++) {
        const char *item = s->cgroups.items[i], *equals = strchr(item, '=');
        if (item[0] == '+') {
            dir = item + 1;
            if (mkdir(dir, 0755) != 0 && errno != EEXIST) {
                snprintf(ret_why, cap, "mkdir %s: %s", dir, strerror(errno));
                return -1;
            }
            continue;
        }
        if (!equals)
            continue;
        snprintf(path, sizeof(path), "%s/%.*s", dir, (int)(equals - item), item);
        /* "?": fine if the kernel has no such file */
        bool optional = equals[1] == '?';
        if (write_text(path, equals + 1 + optional) != 0 && !optional) {
            snprintf(ret_why, cap, "write %s to %s: %s", equals + 1, path, strerror(errno));
            return -1;
        }
    }
    return 0;
}

void box_cgroups_remove(const struct spec *s)
{
    for (size_t i = s->cgroups.n; i-- > 0;) {
        const char *item = s->cgroups.items[i];
        /* dead processes leave a group a moment after they were waited for */
        for (int tries = 0; item[0] == '+' && tries < 50; tries++) {
            if (rmdir(item + 1) == 0 || errno != EBUSY)
                break;
            usleep(2000);
        }
    }
}

/* Moving a process to a group, by `cgroup.procs`, waits for a grace period of the kernel: ten
 * milliseconds for nothing. A thread that moves itself does not wait (v1's `tasks`), nor does a
 * process that is born in its group (v2, where a group takes no single threads). */
static bool born_within;

pid_t box_fork(const struct spec *s)
{
    struct clone_args how = {.flags = CLONE_INTO_CGROUP, .exit_signal = SIGCHLD};
    char tasks[4096];

    if (s->cgroups.n == 0 || s->cgroups.items[0][0] != '+')
        return fork();
    const char *group = s->cgroups.items[0] + 1;
    snprintf(tasks, sizeof(tasks), "%s/tasks", group);
    int fd = access(tasks, F_OK) == 0 ? -1 : open(group, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return fork();
    how.cgroup = (uint64_t)fd;
    pid_t pid = (pid_t)syscall(SYS_clone3, &how, sizeof(how));
    born_within = pid == 0;
    if (pid < 0)
        pid = fork(); /* which will say better what is wrong */
    close(fd);
    return pid;
}

static int join(const char *group, char path[4096])
{
    snprintf(path, 4096, "%s/tasks", group);
    if (write_text(path, "0") == 0)
        return 0;
    if (errno != ENOENT)
        return -1;
    snprintf(path, 4096, "%s/cgroup.procs", group);
    return write_text(path, "0");
}

static void join_limits(const struct spec *s)
{
    char path[4096];

    for (size_t i = 0; i < s->cgroups.n && !born_within; i++) {
        if (s->cgroups.items[i][0] != '+' || join(s->cgroups.items[i] + 1, path) == 0)
            continue;
        /* who is at the terminal may not be able to leave the groups of that session */
        if (!s->io[0])
            fail("join %s", path);
        dprintf(2, "the limits of jobs do not hold here: join %s: %s\n", path, strerror(errno));
    }
    /* should the machine run out of memory, a job goes before the engine */
    (void)write_text("/proc/self/oom_score_adj", "500");
    struct rlimit core = {0, 0}, files;
    setrlimit(RLIMIT_CORE, &core);
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max < 65536 ? files.rlim_max : 65536;
        setrlimit(RLIMIT_NOFILE, &files);
    }
}

/* --- namespaces and the overlay --- */

static void map_ids(uid_t uid, gid_t gid)
{
    char text[64];

    snprintf(text, sizeof(text), "0 %u 1", uid);
    if (write_text("/proc/self/uid_map", text) != 0)
        fail("write /proc/self/uid_map");
    if (write_text("/proc/self/setgroups", "deny") != 0)
        fail("write /proc/self/setgroups");
    snprintf(text, sizeof(text), "0 %u 1", gid);
    if (write_text("/proc/self/gid_map", text) != 0)
        fail("write /proc/self/gid_map");
}

static void unshare_for_mounts(bool user_namespace, int more)
{
    uid_t uid = geteuid();
    gid_t gid = getegid();

    if (unshare((user_namespace ? CLONE_NEWUSER : 0) | CLONE_NEWNS | more) != 0)
        fail("a new %smount namespace", user_namespace ? "user and " : "");
    if (user_namespace)
        map_ids(uid, gid);
    if (mount(NULL, "/", NULL, MS_REC | MS_SLAVE, NULL) != 0)
        fail("make / a slave mount");
}

/* nofollow and metacopy=off keep the walk of upper over lower a plain one. volatile: the end of a
 * job must not wait until the file system has written all that anybody wrote; what is collected is
 * synced there, and a job that a power failure cut off is lost anyway. */
static const char *overlay_options(const char *kind)
{
    return strcmp(kind, "user") == 0
               ? "userxattr,volatile"
               : "redirect_dir=nofollow,metacopy=off,index=off,xino=off,volatile";
}

/* `lower` may be missing: a job without inputs from files. */
static int mount_overlay(const char *kind, const char *lower, const char *upper, const char *skel,
                         const char *at)
{
    char options[512], skel_path[64] = "";
    bool has_lower = access(lower, F_OK) == 0;

    if (skel[0]) {
        /* by descriptor: its name may hold what the option string cannot */
        int fd = open(skel, O_PATH | O_DIRECTORY | O_CLOEXEC);
        if (fd < 0)
            return -1;
        snprintf(skel_path, sizeof(skel_path), "%s/proc/self/fd/%d", has_lower ? ":" : "", fd);
    }
    snprintf(options, sizeof(options), "lowerdir=%s%s,upperdir=%s,workdir=work,%s",
             has_lower ? lower : "", skel_path, upper, overlay_options(kind));
    return mount("overlay", at, "overlay", 0, options);
}

static int make_dirs(char *path)
{
    for (char *p = path + 1;; p++) {
        if (*p != '/' && *p != '\0')
            continue;
        char saved = *p;
        *p = '\0';
        int rc = mkdir(path, 0755);
        *p = saved;
        if (rc != 0 && errno != EEXIST)
            return -1;
        if (saved == '\0')
            return 0;
    }
}

static int open_dir(const char *base, const char *name)
{
    char path[4096];

    snprintf(path, sizeof(path), "%s%s", base, name);
    int fd = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        fail("open %s", path);
    return fd;
}

/* Everything by descriptor: these are paths of the user's, with any character in them. */
static void mount_layer(const char *kind, char *const item[4], const char *root)
{
    char options[512], target[4096], over[64] = "";
    int host = open_dir(item[0], ""), upper = open_dir(item[3], "/upper");
    int work = open_dir(item[3], "/work");

    if (item[2][0])
        snprintf(over, sizeof(over), "/proc/self/fd/%d:", open_dir(item[2], "/upper"));
    snprintf(options, sizeof(options),
             "lowerdir=%s/proc/self/fd/%d,upperdir=/proc/self/fd/%d,workdir=/proc/self/fd/%d,%s",
             over, host, upper, work, overlay_options(kind));
    snprintf(target, sizeof(target), "%s%s", root, item[1]);
    if (make_dirs(target) != 0)
        fail("mkdir %s", target);
    if (mount("overlay", target, "overlay", 0, options) != 0)
        fail("mount an overlay over %s", item[1]);
}

static void mount_layers(const struct spec *s, const char *root)
{
    for (size_t i = 0; i + 3 < s->layers.n; i += 4)
        mount_layer(s->overlay, s->layers.items + i, root);
}

int box_probe(const char *dir, const char *overlay)
{
    bool plain = strncmp(overlay, "mount", 5) == 0;

    if (chdir(dir) != 0)
        fail("enter %s", dir);
    if (strcmp(overlay, "outer") != 0)
        unshare_for_mounts(strcmp(overlay, "user") == 0 || strcmp(overlay, "mount-user") == 0, 0);
    if (plain) {
        if (mount("lower", "merged", NULL, MS_BIND, NULL) != 0)
            fail("bind a directory");
        return 0;
    }
    if (mount_overlay(strcmp(overlay, "trusted") == 0 ? "trusted" : "user", "lower", "upper", "",
                      "merged") != 0)
        fail("mount an overlay");
    /* as jobs do: change what lies below, remove a directory and make it again */
    if (chmod("merged/d/f", 0600) != 0)
        fail("copy up");
    if (unlink("merged/d/f") != 0 || rmdir("merged/d") != 0 || mkdir("merged/d", 0755) != 0)
        fail("make an opaque directory");
    return 0;
}

/* --- off: no sandbox but for /opt/ml --- */

void box_link_remove(const struct spec *s)
{
    char target[4096];
    ssize_t n = s->link[0] ? readlink("/opt/ml", target, sizeof(target) - 1) : -1;

    if (n <= 0)
        return;
    target[n] = '\0';
    if (strcmp(target, s->link) == 0)
        (void)unlink("/opt/ml");
}

/* Nothing can be mounted: the engine has made /opt/ml a link to upper/opt/ml, and init does the
 * rest without a namespace around it. */
static _Noreturn void run_linked(const struct spec *s)
{
    char *argv[] = {"slipway-init", "init", NULL}, *envp[] = {NULL};

    setsid();
    execve(s->self, argv, envp);
    fail("run %s", s->self);
}

/* /opt/ml may not be there and / not writable, or be the link of a job that has no namespace: then
 * /opt becomes a tmpfs with the same directories and links. */
static void make_opt_ml(void)
{
    char from[4096], to[4096], target[4096];
    struct stat st;

    if (mkdir("/opt/ml", 0755) == 0 ||
        (errno == EEXIST && lstat("/opt/ml", &st) == 0 && S_ISDIR(st.st_mode)))
        return;
    int old = open("/opt", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (old < 0)
        fail("open /opt");
    DIR *d = fdopendir(dup(old));
    if (!d || mount("tmpfs", "/opt", "tmpfs", 0, "mode=0755") != 0)
        fail("mount over /opt");
    for (struct dirent *e = readdir(d); e; e = readdir(d)) {
        if (e->d_name[0] == '.' || strcmp(e->d_name, "ml") == 0)
            continue;
        snprintf(from, sizeof(from), "/proc/self/fd/%d/%s", old, e->d_name);
        snprintf(to, sizeof(to), "/opt/%s", e->d_name);
        ssize_t n = readlink(from, target, sizeof(target) - 1);
        if (n > 0) {
            target[n] = '\0';
            (void)!symlink(target, to);
        } else if (mkdir(to, 0755) == 0 && mount(from, to, NULL, MS_BIND | MS_REC, NULL) != 0)
            rmdir(to);
    }
    closedir(d);
    if (mkdir("/opt/ml", 0755) != 0)
        fail("mkdir /opt/ml");
}

static _Noreturn void run_unsandboxed(const struct spec *s)
{
    char *argv[] = {"slipway-init", "init", NULL}, *envp[] = {NULL};

    make_opt_ml();
    mount_layers(s, "");
    /* nothing below: then no overlay is needed either */
    if (strcmp(s->overlay, "none") == 0 || access("lower", F_OK) != 0) {
        if (mount("upper/opt/ml", "/opt/ml", NULL, MS_BIND, NULL) != 0)
            fail("mount over /opt/ml");
    } else if (mount_overlay(s->overlay, "lower/opt/ml", "upper/opt/ml", "", "/opt/ml") != 0) {
        fail("mount an overlay at /opt/ml");
    }
    pid_t pid = fork(); /* the first in the new pid namespace */
    if (pid < 0)
        fail("fork");
    if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        (void)mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL);
        setsid();
        execve(s->self, argv, envp);
        fail("run %s", s->self);
    }
    close(BOX_FD_REPORT);
    close(BOX_FD_LOG);
    int status;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    _exit(0);
}

/* --- the whole --- */

_Noreturn void box_child(const struct spec *s, const int fds[BOX_FD_END], int setup,
                         pid_t supervisor)
{
    int high[BOX_FD_END];
    sigset_t none;

    for (int i = BOX_FD_SPEC; i < BOX_FD_END; i++)
        high[i] = fds[i] < 0 ? -1 : fcntl(fds[i], F_DUPFD, 64);
    int err_fd = fcntl(setup, F_DUPFD, 64), null = open("/dev/null", O_RDWR);
    dup2(null, 0);
    dup2(err_fd, 1);
    dup2(err_fd, 2);
    for (int i = BOX_FD_SPEC; i < BOX_FD_END; i++)
        if (high[i] < 0)
            close(i);
        else
            dup2(high[i], i);
    close_range(BOX_FD_END, ~0U, 0);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    for (int sig = 1; sig < 32; sig++)
        signal(sig, SIG_DFL);
    box_stage(s, false, supervisor);
}

/* Where the machine lets only bubblewrap make user namespaces, one bubblewrap gives the right to
 * mount and this goes on inside it. */
static _Noreturn void enter_outer(const struct spec *s)
{
    char cwd[4096];

    if (!getcwd(cwd, sizeof(cwd)))
        fail("getcwd");
    char *argv[] = {(char *)s->bwrap,
                    "--unshare-user",
                    "--uid",
                    "0",
                    "--gid",
                    "0",
                    "--cap-add",
                    "ALL",
                    "--bind",
                    "/",
                    "/",
                    "--dev-bind",
                    "/dev",
                    "/dev",
                    "--die-with-parent",
                    "--",
                    (char *)s->self,
                    "stage",
                    cwd,
                    NULL};
    char *envp[] = {NULL};
    execve(s->bwrap, argv, envp);
    fail("run %s", s->bwrap);
}

static void seccomp_to_fd(void)
{
    int fd = memfd_create("seccomp", MFD_CLOEXEC);

    if (fd < 0 || write_all(fd, seccomp_filter, seccomp_filter_len) != 0 ||
        lseek(fd, 0, SEEK_SET) != 0)
        fail("seccomp filter");
    if (fd != BOX_FD_SECCOMP) {
        dup2(fd, BOX_FD_SECCOMP);
        close(fd);
    } else {
        fcntl(fd, F_SETFD, 0);
    }
}

static _Noreturn void run_bwrap(const struct spec *s)
{
    char **argv = calloc(s->bwrap_args.n + 2, sizeof(*argv)), *envp[] = {NULL};

    if (!argv)
        fail("memory");
    if (!s->bwrap[0]) {
        dprintf(2, "bubblewrap is not installed\n");
        _exit(1);
    }
    argv[0] = (char *)s->bwrap;
    memcpy(argv + 1, s->bwrap_args.items, s->bwrap_args.n * sizeof(*argv));
    seccomp_to_fd();
    /* an empty environment: the job's own LD_PRELOAD must not reach a program outside */
    execve(s->bwrap, argv, envp);
    fail("run %s", s->bwrap);
}

_Noreturn void box_stage(const struct spec *s, bool from_outer, pid_t supervisor)
{
    bool off = strcmp(s->mode, "off") == 0, overlay = strcmp(s->overlay, "none") != 0;

    if (!from_outer) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != supervisor)
            _exit(1); /* it died before that */
        join_limits(s);
        if (s->link[0])
            run_linked(s);
        if (strcmp(s->outer, "bwrap") == 0)
            enter_outer(s);
    }
    if (overlay || off)
        unshare_for_mounts(!from_outer && strcmp(s->outer, "userns") == 0, off ? CLONE_NEWPID : 0);
    if (off)
        run_unsandboxed(s);
    if (overlay && mount_overlay(s->overlay, "lower", "upper", s->skel, s->at) != 0)
        fail("mount the job's overlay");
    mount_layers(s, s->at);
    run_bwrap(s);
}
