/* Garbage on the disk: directories of jobs by name, how large a tree is, and what lies in run/.
 *
 * Layers of installed requirements are touched by each job that uses them (exec/runtime.c); one
 * that was not for long is moved aside before it is removed, so that nobody finds half of it. A
 * skeleton holds its boot's id (exec/sandbox_skel.c): those of earlier boots serve nobody. */
#include "base/fs.h"
#include "base/log.h"
#include "base/sys.h"
#include "base/text.h"
#include "engine/gc_private.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>

#define UNUSED_MS ((int64_t)60 * 24 * 3600 * 1000)
#define STALE_MS  ((int64_t)24 * 3600 * 1000) /* of what an engine left that died over it */
#define PATH_LEN  4096
#define DEPTH_MAX 64
#define BOOT_LEN  8

/* "<base 36>-<8 characters>": see make_id in jobs.c. */
static bool is_job_id(const char *name)
{
    size_t n = strspn(name, "0123456789abcdefghijklmnopqrstuvwxyz");

    return n > 0 && name[n] == '-' && strlen(name + n + 1) == 8;
}

int gc__directories(struct engine *e, struct arena *a, struct gc_name **ret, struct err *err)
{
    const char *jobs = arena_printf(a, "%s/jobs", e->config.data_dir);
    struct dirent *entry;
    DIR *d = sys->opendir(jobs);

    *ret = NULL;
    if (!d)
        return errno == ENOENT ? 0 : err_errno(err, errno, "open %s", jobs);
    while ((entry = sys->readdir(d)) != NULL) {
        if (!is_job_id(entry->d_name))
            continue;
        struct gc_name *name = arena_alloc(a, sizeof(*name));
        *name = (struct gc_name){*ret, arena_strdup(a, entry->d_name)};
        *ret = name;
    }
    sys->closedir(d);
    return 0;
}

static int64_t bytes_at(char path[PATH_LEN], size_t len, int depth)
{
    struct dirent *entry;
    struct stat st;
    int64_t total;
    DIR *d;

    if (sys->lstat(path, &st) != 0 || (!S_ISDIR(st.st_mode) && st.st_nlink > 1))
        return 0;
    total = (int64_t)st.st_blocks * 512;
    d = S_ISDIR(st.st_mode) && depth < DEPTH_MAX ? sys->opendir(path) : NULL;
    while (d && (entry = sys->readdir(d)) != NULL) {
        size_t room = PATH_LEN - len;
        if (str_eq(entry->d_name, ".") || str_eq(entry->d_name, "..") ||
            (size_t)snprintf(path + len, room, "/%s", entry->d_name) >= room)
            continue;
        total += bytes_at(path, strlen(path), depth + 1);
    }
    path[len] = 0;
    if (d)
        sys->closedir(d);
    return total;
}

int64_t gc__tree_bytes(const char *root)
{
    char path[PATH_LEN];

    if (strlen(root) >= sizeof(path))
        return 0;
    memcpy(path, root, strlen(root) + 1);
    return bytes_at(path, strlen(path), 0);
}

/* --- run/ --- */

struct run {
    struct arena *arena;
    struct gc_report *report;
    bool plan;
    int64_t now_ms;
    char boot[BOOT_LEN + 1];
};

static int64_t age_ms(const struct run *r, const char *path)
{
    struct stat st;

    if (sys->lstat(path, &st) != 0)
        return -1;
    return r->now_ms - ((int64_t)st.st_mtim.tv_sec * 1000 + st.st_mtim.tv_nsec / 1000000);
}

static bool layer_goes(const struct run *r, const char *path, const char *name)
{
    return age_ms(r, path) > (str_starts(name, "tmp-") ? STALE_MS : UNUSED_MS);
}

static bool skeleton_goes(const struct run *r, const char *path, const char *name)
{
    if (!str_starts(name, "skel-"))
        return false;
    return !str_starts(name + 5, r->boot) ||
           (str_starts(name + 5 + BOOT_LEN, "-tmp-") && age_ms(r, path) > STALE_MS);
}

static void remove_one(struct run *r, enum gc_kind kind, const char *dir, const char *path)
{
    int64_t bytes = gc__tree_bytes(path);
    char id[9];
    struct err err = {0};

    if (!r->plan) {
        id_random(id, 8);
        const char *aside = arena_printf(
            r->arena, kind == GC_LAYERS ? "%s/tmp-%s" : "%s/skel-00000000-%s", dir, id);
        fault_point("gc.run");
        if (sys->rename(path, aside) != 0)
            err_errno(&err, errno, "rename %s to %s", path, aside);
        else if (kind == GC_LAYERS && !layer_goes(r, aside, strrchr(path, '/') + 1)) {
            (void)sys->rename(aside, path); /* a job came for it meanwhile */
            return;
        } else {
            fs_remove_tree(aside, &err);
        }
    }
    if (err.code) {
        log_warn("gc: %s", err.msg);
        return;
    }
    r->report->kinds[kind].n++;
    r->report->kinds[kind].bytes += bytes;
}

static int each_of(struct run *r, const char *dir, enum gc_kind kind,
                   bool (*goes)(const struct run *r, const char *path, const char *name),
                   struct err *err)
{
    struct gc_name *first = NULL;
    struct dirent *entry;
    DIR *d = sys->opendir(dir);

    if (!d)
        return errno == ENOENT ? 0 : err_errno(err, errno, "open %s", dir);
    while ((entry = sys->readdir(d)) != NULL) {
        const char *path = arena_printf(r->arena, "%s/%s", dir, entry->d_name);
        if (entry->d_name[0] == '.' || !goes(r, path, entry->d_name))
            continue;
        struct gc_name *name = arena_alloc(r->arena, sizeof(*name));
        *name = (struct gc_name){first, path};
        first = name;
    }
    sys->closedir(d);
    for (; first; first = first->next)
        remove_one(r, kind, dir, first->name);
    return 0;
}

int gc__run_files(struct engine *e, bool plan, struct gc_report *report, struct err *err)
{
    cleanup_arena struct arena *a = arena_create((size_t)64 << 20);
    struct run r = {.arena = a, .report = report, .plan = plan, .now_ms = sys->wall_ms()};
    const char *run = arena_printf(a, "%s/run", e->config.data_dir);
    char *boot;
    size_t n;

    if (fs_read(a, "/proc/sys/kernel/random/boot_id", 256, &boot, &n, err) != 0)
        return -1;
    snprintf(r.boot, sizeof(r.boot), "%.8s", boot);
    if (each_of(&r, arena_printf(a, "%s/layers", run), GC_LAYERS, layer_goes, err) != 0)
        return -1;
    return each_of(&r, run, GC_SKELETONS, skeleton_goes, err);
}
