/* Limits for jobs, where this machine lets us have them.
 *
 * v1: as root, a group below our own in each controller. v2: our own group must be ours to divide;
 * we and what else is there move into GROUP/sup and let jobs live beside it (GROUP/job-ID), since a
 * group with processes of its own cannot give controllers to its children. The shim makes the
 * groups and removes them.
 */
#include "exec/sandbox.h"
#include "base/fs.h"
#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

static bool write_text(const char *dir, const char *file, const char *text)
{
    char path[PATH_MAX + 64];

    snprintf(path, sizeof(path), "%.4000s/%s", dir, file);
    cleanup_fd int fd = sys->open(path, O_WRONLY, 0);
    return fd >= 0 && sys->write(fd, text, strlen(text)) == (ssize_t)strlen(text);
}

static bool file_has_word(struct arena *a, const char *dir, const char *file, const char *word)
{
    char path[PATH_MAX + 64], *text;
    struct err err;

    snprintf(path, sizeof(path), "%.4000s/%s", dir, file);
    if (fs_read(a, path, 65536, &text, NULL, &err) != 0)
        return false;
    return cgroup_has_word(text, word);
}

static bool mount_point(struct arena *a, const char *controller, char ret[PATH_MAX])
{
    struct err err;
    char *text;

    return fs_read(a, "/proc/self/mounts", 1 << 20, &text, NULL, &err) == 0 &&
           cgroup_mount_in(text, controller, ret);
}

static bool own_group(struct arena *a, const char *controller, char ret[PATH_MAX])
{
    char at[PATH_MAX], *text;
    struct err err;

    return mount_point(a, controller, at) &&
           fs_read(a, "/proc/self/cgroup", 65536, &text, NULL, &err) == 0 &&
           cgroup_own_in(text, controller, at, ret);
}

static bool v1_usable(struct arena *a, const char *controller, const char *file, char ret[PATH_MAX])
{
    char probe[PATH_MAX], id[9], path[PATH_MAX + 64];

    if (!own_group(a, controller, ret))
        return false;
    id_random(id, 8);
    snprintf(probe, sizeof(probe), "%.4000s/slipway-probe-%s", ret, id);
    bool ok = sys->mkdir(probe, 0755) == 0;
    if (ok) {
        snprintf(path, sizeof(path), "%.4000s/%s", probe, file);
        ok = access(path, W_OK) == 0;
        sys->rmdir(probe);
    }
    if (!ok)
        ret[0] = '\0';
    return ok;
}

/* What the system's systemd writes on a group that it leaves to whoever runs there (Delegate=yes);
 * the second is for root's eyes. A user's own manager writes none. */
static bool v2_delegated(const char *group)
{
    static const char *const marks[] = {"user.delegate", "trusted.delegate"};
    char value[2];

    for (size_t i = 0; i < 2; i++)
        if (getxattr(group, marks[i], value, sizeof(value)) == 1 && value[0] == '1')
            return true;
    return false;
}

/* The system's systemd takes controllers back from groups that it did not delegate, at the next
 * daemon-reload: jobs would lose their limits, and later ones could not start. */
static bool v2_forbidden(bool whole)
{
    struct stat st;

    return !whole && geteuid() == 0 && sys->stat("/run/systemd/system", &st) == 0;
}

/* The `slipway up` that waits for us to be ready. */
static bool is_launcher(const char *pid)
{
    struct stat ours, theirs;
    char path[64];

    snprintf(path, sizeof(path), "/proc/%.20s/exe", pid);
    return strtol(pid, NULL, 10) == getppid() && sys->stat(path, &theirs) == 0 &&
           sys->stat("/proc/self/exe", &ours) == 0 && ours.st_dev == theirs.st_dev &&
           ours.st_ino == theirs.st_ino;
}

/* Divided by an engine before us whose place we inherited? Then the group is the one above. */
static void v2_above_sup(char group[PATH_MAX])
{
    if (str_ends(group, "/sup"))
        group[strlen(group) - strlen("/sup")] = '\0';
}

/* Moves what started us, and of a group that is wholly ours every process, such as the user's
 * shell; "0" is one that we cannot see. */
static void v2_move(struct arena *a, const char *from, const char *to, bool whole)
{
    char path[PATH_MAX + 64], *text;
    struct err err;

    snprintf(path, sizeof(path), "%.4000s/cgroup.procs", from);
    if (fs_read(a, path, 1 << 20, &text, NULL, &err) != 0)
        return;
    for (char *pid; (pid = strsep(&text, "\n")) != NULL;)
        if (pid[0] && !str_eq(pid, "0") && (whole || is_launcher(pid)))
            (void)write_text(to, "cgroup.procs", pid);
}

static bool v2_hand_on(struct arena *a, const char *group)
{
    static const char *const controllers[] = {"memory", "pids", "cpu"};
    bool any = false;
    char text[16];

    for (size_t i = 0; i < 3; i++) {
        snprintf(text, sizeof(text), "+%s", controllers[i]);
        if (file_has_word(a, group, "cgroup.subtree_control", controllers[i]))
            any = true;
        else if (file_has_word(a, group, "cgroup.controllers", controllers[i]))
            any = write_text(group, "cgroup.subtree_control", text) || any;
    }
    return any;
}

/* Joins GROUP/sup and hands the controllers on; false leaves us where we were. Others in the group
 * would prevent that: they come along where the group is ours to divide, and only there. */
static bool v2_divide(struct arena *a, const char *group)
{
    bool whole = v2_delegated(group), handed = false;
    char sup[PATH_MAX];

    if (v2_forbidden(whole))
        return false;
    snprintf(sup, sizeof(sup), "%.4000s/sup", group);
    bool made = sys->mkdir(sup, 0755) == 0;
    if (!made && errno != EEXIST)
        return false;
    if (!write_text(sup, "cgroup.procs", "0")) {
        sys->rmdir(sup);
        return false;
    }
    /* again, when one was forked while we moved the others */
    for (int tries = 0; !handed && tries < 10; tries++) {
        v2_move(a, group, sup, whole);
        handed = v2_hand_on(a, group);
    }
    if (handed)
        return true;
    (void)write_text(group, "cgroup.procs", "0");
    if (made)
        v2_move(a, sup, group, whole);
    sys->rmdir(sup);
    return false;
}

/* Only looks whether v2_divide would do. */
static void v2_look(struct arena *a, struct cgroups *c, const char *group)
{
    char path[PATH_MAX + 64], *text;
    struct err err;

    snprintf(path, sizeof(path), "%.4000s/cgroup.procs", group);
    if (fs_read(a, path, 1 << 20, &text, NULL, &err) != 0 || access(path, W_OK) != 0)
        return;
    bool whole = v2_delegated(group);
    if (v2_forbidden(whole))
        return;
    for (char *line; !whole && (line = strsep(&text, "\n")) != NULL;)
        if (line[0] && strtol(line, NULL, 10) != getpid() && !is_launcher(line))
            return;
    c->v2 = true;
    if (file_has_word(a, group, "cgroup.controllers", "memory"))
        snprintf(c->memory, sizeof(c->memory), "%s", group);
    if (file_has_word(a, group, "cgroup.controllers", "pids"))
        snprintf(c->pids, sizeof(c->pids), "%s", group);
    if (file_has_word(a, group, "cgroup.controllers", "cpu"))
        snprintf(c->cpu, sizeof(c->cpu), "%s", group);
}

static void v2_find(struct arena *a, struct cgroups *c, bool join)
{
    char group[PATH_MAX];

    if (!own_group(a, "cgroup2", group))
        return;
    v2_above_sup(group);
    if (!file_has_word(a, group, "cgroup.controllers", "memory"))
        return;
    if (!join) {
        v2_look(a, c, group);
        return;
    }
    if (!v2_divide(a, group))
        return;
    c->v2 = true;
    if (file_has_word(a, group, "cgroup.subtree_control", "memory"))
        memcpy(c->memory, group, sizeof(group));
    if (file_has_word(a, group, "cgroup.subtree_control", "pids"))
        memcpy(c->pids, group, sizeof(group));
    if (file_has_word(a, group, "cgroup.subtree_control", "cpu"))
        memcpy(c->cpu, group, sizeof(group));
}

/* Being root is enough on v1 only: on v2 somebody's group must have been given away. */
static void say_lack(struct arena *a, struct cgroups *c)
{
    char at[PATH_MAX];
    bool root = geteuid() == 0;
    const char *fix =
        !mount_point(a, "cgroup2", at) || !file_has_word(a, at, "cgroup.controllers", "memory")
            ? "start it as root, where the controllers can be written"
        : root ? "start it with `systemd-run --scope -p Delegate=yes slipway up`, "
                 "or with Delegate=yes in its unit"
               : "start it with `systemd-run --user --scope -p Delegate=yes slipway up`, "
                 "or with Delegate=yes in its unit";

    snprintf(c->lack, sizeof(c->lack),
             "no limits on a job's%s%s%s: no cgroup is delegated to this process; %s",
             c->memory[0] ? "" : " memory", c->cpu[0] ? "" : " cpu", c->pids[0] ? "" : " processes",
             fix);
}

void cgroups_find(struct cgroups *c, bool join)
{
    cleanup_arena struct arena *a = arena_create(8 << 20);

    v2_find(a, c, join);
    if (!c->v2) {
        v1_usable(a, "memory", "memory.limit_in_bytes", c->memory);
        v1_usable(a, "pids", "pids.max", c->pids);
        v1_usable(a, "cpu", "cpu.cfs_quota_us", c->cpu);
    }
    if (!c->memory[0] || !c->pids[0] || !c->cpu[0])
        say_lack(a, c);
}

bool cgroups_remove(const struct cgroups *c, const char *id)
{
    const char *const bases[] = {c->memory, c->pids, c->cpu};
    bool gone = true;
    char path[PATH_MAX];

    for (size_t i = 0; i < 3; i++)
        if (bases[i][0]) {
            snprintf(path, sizeof(path), "%.3800s/slipway-%.200s", bases[i], id);
            gone = (sys->rmdir(path) == 0 || errno != EBUSY) && gone;
        }
    return gone;
}

static void put_group(struct buf *out, const char *base, const char *id)
{
    buf_addf(out, "cgroup=+%s/slipway-%s", base, id);
    buf_addc(out, '\0');
}

static void put_value(struct buf *out, const char *file, const char *optional, int64_t value)
{
    buf_addf(out, "cgroup=%s=%s%lld", file, optional, (long long)value);
    buf_addc(out, '\0');
}

static void put_memory(const struct cgroups *c, const struct job_spec *spec, struct buf *out)
{
    put_value(out, c->v2 ? "memory.max" : "memory.limit_in_bytes", "", spec->memory_bytes);
    if (c->v2)
        put_value(out, "memory.swap.max", "?", 0);
    else
        put_value(out, "memory.memsw.limit_in_bytes", "?", spec->memory_bytes);
    buf_addf(out, "oom=%s/slipway-%s/%s", c->memory, spec->id,
             c->v2 ? "memory.events" : "memory.oom_control");
    buf_addc(out, '\0');
}

static void put_cpu(const struct cgroups *c, const struct job_spec *spec, struct buf *out)
{
    /* quota in each period of 100 ms */
    if (c->v2) {
        buf_addf(out, "cgroup=cpu.max=%lld 100000", (long long)spec->cpu_milli * 100);
        buf_addc(out, '\0');
    } else {
        put_value(out, "cpu.cfs_period_us", "", 100000);
        put_value(out, "cpu.cfs_quota_us", "", spec->cpu_milli * 100);
    }
}

void cgroups_spec(const struct cgroups *c, const struct job_spec *spec, struct buf *out)
{
    bool memory = spec->memory_bytes > 0 && c->memory[0];
    bool pids = spec->max_processes > 0 && c->pids[0], cpu = spec->cpu_milli > 0 && c->cpu[0];

    if (c->v2 && (memory || pids || cpu)) {
        /* a user's manager may have taken them back: it does not say what it delegated */
        cleanup_arena struct arena *a = arena_create(1 << 20);
        (void)v2_hand_on(a, c->memory[0] ? c->memory : c->pids[0] ? c->pids : c->cpu);
        put_group(out, c->memory[0] ? c->memory : c->pids[0] ? c->pids : c->cpu, spec->id);
    }
    if (memory) {
        if (!c->v2)
            put_group(out, c->memory, spec->id);
        put_memory(c, spec, out);
    }
    if (pids) {
        if (!c->v2)
            put_group(out, c->pids, spec->id);
        /* bubblewrap and init are in the group too */
        put_value(out, "pids.max", "", spec->max_processes + 3);
    }
    if (cpu) {
        if (!c->v2)
            put_group(out, c->cpu, spec->id);
        put_cpu(c, spec, out);
    }
}

const char *exec_undivided_service(struct arena *a, int64_t pid)
{
    char *text, *unit = arena_alloc(a, NAME_MAX + 1);
    struct err err;

    return fs_read(a, arena_printf(a, "/proc/%lld/cgroup", (long long)pid), 65536, &text, NULL,
                   &err) == 0 &&
                   cgroup_service_in(text, unit)
               ? unit
               : NULL;
}
