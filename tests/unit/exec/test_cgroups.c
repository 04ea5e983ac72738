/* Dividing a v2 group, against directories that behave like one: what the kernel refuses (giving
 * controllers on from a group with processes) is refused here too. */
#include "exec/sandbox.h"
#include "base/fs.h"
#include "base/text.h"
#include "../test.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#define PARENT "4194001" /* a number that no process has */

static char root[256], own[16];
static bool systemd, launched;
static char launcher[64]; /* /proc/PID/exe of our parent */
static struct sys_ops fake;

static const char *at(const char *name)
{
    static char path[2][PATH_MAX];
    static int i;

    i = !i;
    snprintf(path[i], sizeof(path[i]), "%s/%s", root, name);
    return path[i];
}

static void put(const char *path, const char *text)
{
    struct err err;

    CHECK_OK(fs_replace(path, text, strlen(text), 0644, &err), err);
}

/* "" if there is none */
static const char *text_of(struct arena *a, const char *path)
{
    struct err err;
    char *text;

    return fs_read(a, path, 65536, &text, NULL, &err) == 0 ? text : "";
}

/* --- the system's calls, as a cgroup file system answers them --- */

static int fake_open(const char *path, int flags, mode_t mode)
{
    if (str_eq(path, "/proc/self/mounts"))
        path = at("mounts");
    else if (str_eq(path, "/proc/self/cgroup"))
        path = at("self");
    return sys_real.open(path, flags, mode);
}

static int fake_stat(const char *path, struct stat *st)
{
    if (str_eq(path, "/run/systemd/system")) {
        errno = ENOENT;
        return systemd ? sys_real.stat("/", st) : -1;
    }
    if (launched && str_eq(path, launcher))
        return sys_real.stat("/proc/self/exe", st);
    return sys_real.stat(path, st);
}

static int fake_mkdir(const char *path, mode_t mode)
{
    char procs[PATH_MAX];

    if (sys_real.mkdir(path, mode) != 0)
        return -1;
    snprintf(procs, sizeof(procs), "%.4000s/cgroup.procs", path);
    close(open(procs, O_WRONLY | O_CREAT, 0644));
    return 0;
}

static int fake_rmdir(const char *path)
{
    char procs[PATH_MAX];
    struct stat st;

    snprintf(procs, sizeof(procs), "%.4000s/cgroup.procs", path);
    if (stat(procs, &st) == 0 && st.st_size > 0) {
        errno = EBUSY;
        return -1;
    }
    unlink(procs);
    return sys_real.rmdir(path);
}

/* Takes the process out of one list and adds it to the other. */
static void move(const char *pid, const char *to)
{
    static const char *const lists[] = {"g/cgroup.procs", "g/sup/cgroup.procs"};
    cleanup_arena struct arena *a = arena_create(1 << 20);

    for (size_t i = 0; i < 2; i++) {
        cleanup_buf struct buf out;
        buf_init(&out, 65536);
        char *text = arena_strdup(a, text_of(a, at(lists[i]))), *line;
        while ((line = strsep(&text, "\n")) != NULL)
            if (line[0] && !str_eq(line, pid))
                buf_addf(&out, "%s\n", line);
        if (str_ends(to, lists[i]) && (i == 1 || !strstr(to, "/sup/")))
            buf_addf(&out, "%s\n", pid);
        buf_addc(&out, '\0');
        if (access(at(lists[i]), F_OK) == 0)
            put(at(lists[i]), out.data);
    }
}

static ssize_t fake_write(int fd, const void *p, size_t n)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char link[64], path[PATH_MAX] = "", text[64];

    snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
    ssize_t len = readlink(link, path, sizeof(path) - 1);
    path[len < 0 ? 0 : len] = '\0';
    snprintf(text, sizeof(text), "%.*s", (int)n, (const char *)p);
    if (str_ends(path, "/cgroup.procs")) {
        move(str_eq(text, "0") ? own : text, path);
        return (ssize_t)n;
    }
    if (!str_ends(path, "/cgroup.subtree_control"))
        return sys_real.write(fd, p, n);
    if (text_of(a, at("g/cgroup.procs"))[0]) {
        errno = EBUSY;
        return -1;
    }
    const char *given = text_of(a, path);
    put(path, arena_printf(a, "%s%s ", given, text + 1));
    return (ssize_t)n;
}

/* --- the group: processes in it, whether systemd runs and has delegated it --- */

static bool group_make(const char *procs, bool with_systemd, bool delegated)
{
    const char *base = getenv("SLIPWAY_TEST_TMP");
    char mounts[512];

    snprintf(root, sizeof(root), "%.200s/slipway-cgroups-XXXXXX", base ? base : "/tmp");
    CHECK(mkdtemp(root) != NULL);
    snprintf(mounts, sizeof(mounts), "cgroup2 %s cgroup2 rw 0 0\n", root);
    put(at("mounts"), mounts);
    put(at("self"), "0::/g\n");
    CHECK(mkdir(at("g"), 0755) == 0);
    put(at("g/cgroup.controllers"), "cpuset cpu memory pids\n");
    put(at("g/cgroup.subtree_control"), "");
    put(at("cgroup.controllers"), "cpuset cpu memory pids\n");
    snprintf(own, sizeof(own), "%d", getpid());
    put(at("g/cgroup.procs"), procs);
    systemd = with_systemd;
    fake = sys_real;
    fake.open = fake_open;
    fake.stat = fake_stat;
    fake.mkdir = fake_mkdir;
    fake.rmdir = fake_rmdir;
    fake.write = fake_write;
    if (delegated && setxattr(at("g"), "user.delegate", "1", 1, 0) != 0) {
        printf("skipped: no extended attributes in %s\n", root);
        return false;
    }
    return true;
}

static void find(struct cgroups *c, bool join)
{
    memset(c, 0, sizeof(*c));
    sys = &fake;
    cgroups_find(c, join);
    sys = &sys_real;
}

static void group_remove(void)
{
    struct err err;

    CHECK_OK(fs_remove_tree(root, &err), err);
}

static const char *with_parent(struct arena *a)
{
    return arena_printf(a, PARENT "\n%d\n", getpid());
}

TEST(a_delegated_group_is_divided_with_all_in_it)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct cgroups c;

    if (group_make(with_parent(a), true, true)) {
        find(&c, false);
        CHECK(c.v2 && c.memory[0] && c.pids[0] && c.cpu[0]);
        CHECK(!fs_exists(at("g/sup"))); /* only looked */
        find(&c, true);
        CHECK(c.v2);
        CHECK_STR(c.memory, at("g"));
        CHECK_STR(c.pids, at("g"));
        CHECK_STR(c.cpu, at("g"));
        CHECK_STR(c.lack, "");
        CHECK_STR(text_of(a, at("g/cgroup.procs")), "");
        CHECK(strstr(text_of(a, at("g/sup/cgroup.procs")), PARENT) != NULL);
        CHECK(strstr(text_of(a, at("g/sup/cgroup.procs")), own) != NULL);
    }
    group_remove();
}

TEST(a_divided_group_is_found_from_its_sup)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct cgroups c;

    if (group_make(with_parent(a), true, true)) {
        find(&c, true);
        put(at("self"), "0::/g/sup\n");
        for (int join = 0; join < 2; join++) {
            find(&c, join);
            CHECK_STR(c.memory, at("g"));
            CHECK_STR(c.lack, "");
        }
        CHECK(!fs_exists(at("g/sup/sup")));
    }
    group_remove();
}

TEST(systemd_keeps_what_it_did_not_delegate)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char alone[32];
    struct cgroups c;

    snprintf(alone, sizeof(alone), "%d\n", getpid());
    group_make(alone, true, false);
    for (int join = 0; geteuid() == 0 && join < 2; join++) {
        find(&c, join);
        CHECK(!c.v2 && !c.memory[0]);
        CHECK(strstr(c.lack, "-p Delegate=yes slipway up") != NULL);
        CHECK(strstr(c.lack, "--user") == NULL);
        CHECK(!fs_exists(at("g/sup")));
        CHECK_STR(text_of(a, at("g/cgroup.procs")), alone);
    }
    if (geteuid() != 0) { /* a user's manager says nothing about it */
        find(&c, true);
        CHECK_STR(c.memory, at("g"));
    }
    group_remove();
}

TEST(without_systemd_only_a_group_of_our_own)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char alone[32];
    struct cgroups c;

    snprintf(alone, sizeof(alone), "%d\n", getpid());
    group_make(alone, false, false);
    find(&c, true);
    CHECK_STR(c.memory, at("g"));
    CHECK_STR(text_of(a, at("g/sup/cgroup.procs")), alone);
    group_remove();

    /* with others in it: all as it was */
    group_make(with_parent(a), false, false);
    find(&c, true);
    CHECK(!c.v2 && !c.memory[0]);
    CHECK(!fs_exists(at("g/sup")));
    CHECK_STR(text_of(a, at("g/cgroup.procs")), with_parent(a));
    group_remove();
}

TEST(what_started_us_comes_along)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char both[64];
    struct cgroups c;

    snprintf(launcher, sizeof(launcher), "/proc/%d/exe", getppid());
    snprintf(both, sizeof(both), "%d\n%d\n", getppid(), getpid());
    for (int i = 0; i < 2; i++) {
        launched = i == 0; /* else it is another program: a shell */
        group_make(both, false, false);
        find(&c, false);
        CHECK((c.memory[0] != '\0') == launched);
        find(&c, true);
        CHECK((c.memory[0] != '\0') == launched);
        CHECK((text_of(a, at("g/cgroup.procs"))[0] == '\0') == launched);
        CHECK(fs_exists(at("g/sup")) == launched);
        group_remove();
    }
    launched = false;
}

TEST(a_group_goes_once_nothing_is_in_it)
{
    struct cgroups c = {.v2 = true};

    group_make("", false, false);
    snprintf(c.memory, sizeof(c.memory), "%s", at("g"));
    sys = &fake;
    CHECK(sys->mkdir(at("g/slipway-x"), 0755) == 0);
    put(at("g/slipway-x/cgroup.procs"), PARENT "\n");
    CHECK(!cgroups_remove(&c, "x"));
    put(at("g/slipway-x/cgroup.procs"), "");
    CHECK(cgroups_remove(&c, "x"));
    CHECK(!fs_exists(at("g/slipway-x")));
    CHECK(cgroups_remove(&c, "x")); /* there is none */
    sys = &sys_real;
    group_remove();
}

TEST(a_service_that_was_not_divided)
{
    const struct {
        const char *groups, *unit;
    } cases[] = {
        {"0::/user.slice/user@1000.service/app.slice/slipway.service\n", "slipway.service"},
        {"1:name=systemd:/y.service\n0::/system.slice/x.service\n", "x.service"},
        /* the controllers are v1's */
        {"4:memory:/x.service\n1:name=systemd:/\n0::/system.slice/x.service\n", NULL},
        {"0::/system.slice/x.service\n3:pids,memory:/system.slice/x.service\n", NULL},
        {"0::/system.slice/slipway.service/sup\n", NULL},
        {"0::/user.slice/user@1000.service/app.slice/run-1.scope\n", NULL},
        {"0::/\n", NULL},
    };
    char unit[NAME_MAX + 1], text[128];

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        snprintf(text, sizeof(text), "%s", cases[i].groups);
        bool found = cgroup_service_in(text, unit);
        CHECK(found == (cases[i].unit != NULL));
        if (found)
            CHECK_STR(unit, cases[i].unit);
    }
}

TEST(a_group_outside_of_the_mount_is_not_ours)
{
    char path[PATH_MAX], outside[] = "0::/../../other\n", inside[] = "0::/..x\n";

    CHECK(!cgroup_own_in(outside, "cgroup2", "/cg", path));
    CHECK(cgroup_own_in(inside, "cgroup2", "/cg", path));
    CHECK_STR(path, "/cg/..x");
    char mounts[] = "c /a\\040b cgroup2 rw 0 0\n";
    CHECK(cgroup_mount_in(mounts, "cgroup2", path));
    CHECK_STR(path, "/a b");
}

TEST(controllers_that_were_taken_back_are_handed_on_again)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    cleanup_buf struct buf out;
    struct job_spec spec = {.id = "1-a", .memory_bytes = 1 << 20};
    char alone[32];
    struct cgroups c;

    buf_init(&out, 65536);
    snprintf(alone, sizeof(alone), "%d\n", getpid());
    group_make(alone, false, false);
    find(&c, true);
    put(at("g/cgroup.subtree_control"), "");
    sys = &fake;
    cgroups_spec(&c, &spec, &out);
    sys = &sys_real;
    CHECK_STR(text_of(a, at("g/cgroup.subtree_control")), "memory pids cpu ");
    CHECK(memmem(out.data, out.len, "cgroup=memory.max=1048576", 26) != NULL);
    group_remove();
}
