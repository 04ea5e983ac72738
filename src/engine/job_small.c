/* The cache of small inputs: run/small-<boot>/<2 hex>/<62 hex>, named by the SHA-256 of the
 * content.
 *
 * Objects of up to OBJECT_INLINE bytes are rows; a job that reads ten thousand of them would make
 * ten thousand files, and remove them at its end. Here the first job makes them and later ones link
 * them, as they do with blobs. A file appears by rename, so it is whole for this boot; the name
 * holds the boot's id because nothing here is synced. Nobody writes such a file again: jobs see it
 * below an overlay, or get a copy. */
#include "engine/job_small.h"
#include "base/digest.h"
#include "base/fs.h"
#include "base/log.h"
#include "base/sys.h"
#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#define MANY      64     /* inputs; below, files of their own cost nothing */
#define FILES_MAX 200000 /* in the cache, looked at when an engine starts */

static const char *cache_dir(struct engine *e, struct arena *a)
{
    struct err ignored = {0};
    char *boot;
    size_t n;

    if (fs_read(a, "/proc/sys/kernel/random/boot_id", 256, &boot, &n, &ignored) != 0)
        return NULL;
    boot[strcspn(boot, "\n")] = 0;
    return arena_printf(a, "%s/run/small-%s", e->config.data_dir, boot);
}

static bool make_file(const char *dir, const char *path, const void *p, size_t n)
{
    struct err err = {0};
    char random[13], temporary[4096];

    id_random(random, 12);
    if (snprintf(temporary, sizeof(temporary), "%s/tmp-%s", dir, random) >= (int)sizeof(temporary))
        return false;
    cleanup_fd int fd = sys->open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (fd < 0)
        return false;
    if (fs_write_all(fd, p, n, &err) == 0 && sys->rename(temporary, path) == 0)
        return true;
    sys->unlink(temporary);
    return false;
}

static bool share(struct arena *a, const char *cache, struct job_input *i)
{
    struct stat st;
    const char *hex = digest_hex(a, DIGEST_SHA256, i->data, i->len);
    struct err err = {0};

    const char *path = arena_printf(a, "%s/%.2s/%s", cache, hex, hex + 2);
    if (sys->stat(path, &st) != 0) {
        const char *dir = arena_printf(a, "%s/%.2s", cache, hex);
        if (!make_file(dir, path, i->data, i->len) &&
            (fs_mkdirs(dir, 0700, &err) != 0 || !make_file(dir, path, i->data, i->len)))
            return false;
    } else if (st.st_size != (off_t)i->len || !S_ISREG(st.st_mode)) {
        return false;
    }
    i->source = path;
    i->data = NULL;
    i->len = 0;
    return true;
}

void small_share(struct job_inputs *in)
{
    size_t n = 0;
    const char *cache;

    for (size_t i = 0; i < in->n; i++)
        n += in->items[i].data != NULL;
    if (n < MANY || !jobs_run_programs(in->engine))
        return;
    cache = cache_dir(in->engine, in->arena);
    for (size_t i = 0; cache && i < in->n; i++)
        if (in->items[i].data && !share(in->arena, cache, &in->items[i]))
            return; /* the disk, most likely: staging will say it */
}

/* --- tidying --- */

static int64_t count_files(struct arena *a, const char *cache)
{
    DIR *d = sys->opendir(cache);
    struct dirent *entry;
    int64_t n = 0;

    while (d && (entry = sys->readdir(d)) != NULL) {
        DIR *below = entry->d_name[0] == '.'
                         ? NULL
                         : sys->opendir(arena_printf(a, "%s/%s", cache, entry->d_name));
        while (below && sys->readdir(below))
            n++;
        if (below)
            sys->closedir(below);
    }
    if (d)
        sys->closedir(d);
    return n;
}

void small_tidy(struct engine *e)
{
    cleanup_arena struct arena *a = arena_create((size_t)64 << 20);
    const char *run = arena_printf(a, "%s/run", e->config.data_dir);
    const char *now = cache_dir(e, a);
    DIR *d = sys->opendir(run);
    struct dirent *entry;
    char random[9];

    id_random(random, 8);
    /* Out of the way in one step: a job that is being staged makes a new one. */
    if (now && count_files(a, now) > FILES_MAX)
        (void)sys->rename(now, arena_printf(a, "%s/small-old-%s", run, random));
    while (d && (entry = sys->readdir(d)) != NULL) {
        struct err err = {0};
        const char *path = arena_printf(a, "%s/%s", run, entry->d_name);
        if (str_starts(entry->d_name, "small-") && !str_eq(path, now) &&
            fs_remove_tree(path, &err) != 0)
            log_warn("%s", err.msg);
    }
    if (d)
        sys->closedir(d);
}
