/* What this machine lacks for running jobs, for `doctor` and for the message of a job that could
 * not get its sandbox. Looks, and tries the sandbox for real on a directory of its own; changes
 * nothing that stays. */
#include "exec/exec_hints.h"
#include "exec/job_dir.h"
#include "exec/opt_link.h"
#include "exec/sandbox.h"
#include "base/fs.h"
#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static bool file_says(const char *path, const char *value)
{
    cleanup_arena struct arena *a = arena_create(4096);
    struct err err;
    char *text;

    return fs_read(a, path, 4096, &text, NULL, &err) == 0 &&
           strncmp(text, value, strlen(value)) == 0;
}

static bool apparmor_restricts(void)
{
    return file_says("/proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1");
}

/* The profile that AppArmor holds us to: its own rules count then, and not what the unconfined may.
 */
static bool confined_by(char *ret, size_t cap)
{
    cleanup_arena struct arena *a = arena_create(4096);
    struct err err;
    char *text, *mode;

    if (fs_read(a, "/proc/self/attr/current", 2048, &text, NULL, &err) != 0 ||
        !(mode = strstr(text, " (enforce)")))
        return false;
    snprintf(ret, cap, "%.*s", (int)(mode - text), text);
    return true;
}

/* The profile that `./dev` writes: the form of Ubuntu's own for programs that need namespaces. */
static const char apparmor_command[] =
    "printf 'abi <abi/4.0>,\\ninclude <tunables/global>\\n"
    "profile bwrap-slipway /usr/bin/bwrap flags=(unconfined) {\\n  userns,\\n}\\n' | "
    "sudo tee /etc/apparmor.d/bwrap-slipway && "
    "sudo apparmor_parser -r /etc/apparmor.d/bwrap-slipway";

/* A refusal that has no other cause here. Short: the reason of a job's failure holds it too. */
static void refused_hint(const char *said, const char *profile, char *ret, size_t cap)
{
    const char *opens = strstr(said, "mount proc") ? " --security-opt systempaths=unconfined" : "";

    if (profile[0])
        snprintf(ret, cap,
                 "let AppArmor's profile \"%.60s\" allow \"userns,\"; in a container: "
                 "--security-opt seccomp=unconfined --security-opt apparmor=unconfined%s --cap-add "
                 "SYS_ADMIN",
                 profile, opens);
    else
        snprintf(ret, cap,
                 "in a container, start it with --security-opt seccomp=unconfined --security-opt "
                 "apparmor=unconfined%s --cap-add SYS_ADMIN, or run slipway outside",
                 opens);
}

bool exec_namespace_hint(const char *said, char *ret, size_t cap)
{
    char profile[256] = "";
    bool confined = confined_by(profile, sizeof(profile));

    if (file_says("/proc/sys/user/max_user_namespaces", "0"))
        snprintf(ret, cap, "allow user namespaces: sudo sysctl -w user.max_user_namespaces=15000");
    else if (file_says("/proc/sys/kernel/unprivileged_userns_clone", "0"))
        snprintf(ret, cap,
                 "allow user namespaces: sudo sysctl -w kernel.unprivileged_userns_clone=1");
    else if (apparmor_restricts() && !confined && !strstr(said, "mount proc"))
        snprintf(ret, cap,
                 "let AppArmor allow bubblewrap user namespaces: `slipway doctor` prints the "
                 "command");
    else if (strstr(said, "Operation not permitted") || strstr(said, "Permission denied") ||
             strstr(said, "No permissions")) /* as bubblewrap says it */
        refused_hint(said, profile, ret, cap);
    else
        return false;
    return true;
}

void exec_sandbox_hint(const char *said, char *ret, size_t cap)
{
    if (strstr(said, "not installed"))
        snprintf(ret, cap, "install it: sudo apt-get install bubblewrap");
    else if (!exec_namespace_hint(said, ret, cap))
        snprintf(ret, cap, "`slipway doctor` looks closer; --sandbox off runs jobs without one");
    else if (strstr(ret, "in a container"))
        snprintf(ret + strlen(ret), cap - strlen(ret), " or with --sandbox off");
}

/* A sandbox as jobs have it, without their directory. NULL: it stands. */
static const char *try_bwrap(struct arena *a, const char *bwrap)
{
    const char *argv[] = {bwrap,
                          "--unshare-user",
                          "--unshare-all",
                          "--uid",
                          "0",
                          "--gid",
                          "0",
                          "--die-with-parent",
                          "--new-session",
                          "--as-pid-1",
                          "--cap-drop",
                          "ALL",
                          "--ro-bind",
                          "/",
                          "/",
                          "--proc",
                          "/proc",
                          "--dev",
                          "/dev",
                          "--",
                          "/bin/true",
                          NULL};
    char *envp[] = {NULL}, *text = arena_zalloc(a, 512);
    int p[2], status = 0;
    size_t len = 0;
    pid_t pid;

    if (pipe2(p, O_CLOEXEC) != 0)
        return arena_printf(a, "pipe: %s", strerror(errno));
    cleanup_fd int in = p[0], out = p[1], null = sys->open("/dev/null", O_RDWR, 0);
    const int fds[][2] = {{null, 0}, {null, 1}, {out, 2}};
    struct sys_spawn how = {
        .path = bwrap, .argv = (char *const *)argv, .envp = envp, .fds = fds, .n_fds = 3};
    if (sys->spawn(&how, &pid) != 0)
        return arena_printf(a, "run %s: %s", bwrap, strerror(errno));
    fd_close(&out);
    for (ssize_t n; len < 511 && (n = sys->read(in, text + len, 511 - len)) > 0;)
        len += (size_t)n;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    text[strcspn(text, "\n")] = '\0';
    return status == 0 ? NULL : text[0] ? text : "bubblewrap ended without a word";
}

static void probe_sandbox(struct arena *a, const struct box *b, struct exec_report *ret)
{
    char hint[512];
    const char *lack = b->bwrap[0] ? try_bwrap(a, b->bwrap) : "bubblewrap is not installed";

    ret->sandbox = lack == NULL;
    if (!lack)
        return;
    exec_sandbox_hint(lack, hint, sizeof(hint));
    if (str_starts(hint, "let AppArmor allow"))
        ret->sandbox_lack = arena_printf(a, "%s; let AppArmor allow bubblewrap user namespaces: %s",
                                         lack, apparmor_command);
    else
        ret->sandbox_lack = arena_printf(a, "%s; %s", lack, hint);
}

static enum exec_off off_of(const struct box *b, struct err *ret_why)
{
    if (b->mounts)
        return EXEC_OFF_MOUNT;
    if (opt_link_check(b, ret_why) != 0)
        return EXEC_OFF_NONE;
    err_set(ret_why, ERR_UNSUPPORTED, "this machine gives no mount namespace: %s", b->overlay_lack);
    return EXEC_OFF_LINK;
}

enum exec_off exec_off_probe(const char *data_dir, struct err *ret_why)
{
    struct box *b = xcalloc(1, sizeof(*b));
    enum exec_off off = EXEC_OFF_NONE;

    if (box_open(b, data_dir, false, ret_why) == 0) {
        b->quiet = true;
        box_probe_overlay(b);
        off = off_of(b, ret_why);
        box_close(b);
    }
    free(b);
    return off;
}

void exec_probe(struct arena *a, struct exec_report *ret)
{
    struct box *b = xcalloc(1, sizeof(*b));
    const char *tmp = getenv("TMPDIR");
    char dir[256];
    struct err err;

    memset(ret, 0, sizeof(*ret));
    ret->off = EXEC_OFF_NONE;
    snprintf(dir, sizeof(dir), "%.200s/slipway-probe-XXXXXX", tmp && tmp[0] == '/' ? tmp : "/tmp");
    if (!mkdtemp(dir)) {
        ret->sandbox_lack = arena_printf(a, "make a directory in %s: %s", dir, strerror(errno));
    } else if (box_open(b, dir, false, &err) != 0) {
        ret->sandbox_lack = arena_strdup(a, err.msg);
    } else {
        b->quiet = true;
        probe_sandbox(a, b, ret);
        box_probe_overlay(b);
        ret->overlay = b->overlay != OVERLAY_NONE;
        ret->off = off_of(b, &err);
        if (ret->off != EXEC_OFF_MOUNT)
            ret->off_lack = arena_strdup(a, err.msg);
        ret->cgroup_memory = b->cgroups.memory[0];
        ret->cgroup_cpu = b->cgroups.cpu[0];
        ret->cgroup_pids = b->cgroups.pids[0];
        if (b->cgroups.lack[0])
            ret->cgroup_lack = arena_strdup(a, b->cgroups.lack);
        box_close(b);
    }
    (void)fs_remove_tree(dir, &err);
    free(b);
}
