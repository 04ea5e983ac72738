/* The executables and scripts inside the executable (embed.sh makes the symbols). A file's name
 * holds the hash of its content: engines of several builds can share a data directory, and a job
 * keeps the shim that it started with. */
#include "exec/embedded.h"
#include "base/fs.h"
#include "base/log.h"
#include "base/text.h"
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#define OLD_MS (24 * 3600 * 1000)

#define EMBEDDED(name)                                                                             \
    extern const unsigned char embed_##name[], embed_##name##_end[];                               \
    extern const char embed_##name##_hash[]
EMBEDDED(shim);
EMBEDDED(helper);
EMBEDDED(train);
EMBEDDED(probe);

#define FILE_ROW(id, file, mode)                                                                   \
    {                                                                                              \
        file, embed_##id, embed_##id##_end, embed_##id##_hash, mode                                \
    }
static const struct embedded {
    const char *file;
    const unsigned char *start, *end;
    const char *hash;
    mode_t mode;
} runtime_files[] = {
    FILE_ROW(train, "train.py", 0644),
    FILE_ROW(probe, "probe.py", 0644),
};
#define N_RUNTIME (sizeof(runtime_files) / sizeof(runtime_files[0]))

static int write_file(const char *path, const struct embedded *e, struct err *err)
{
    if (fs_exists(path))
        return 0;
    return fs_replace(path, e->start, (size_t)(e->end - e->start), e->mode, err);
}

/* Those of other builds. What runs keeps its file; a day covers what is just being started. */
static void remove_old(const char *run_dir, const char *file, const char *keep)
{
    char path[PATH_MAX], prefix[64];
    struct stat st;
    struct err err;
    DIR *dir = sys->opendir(run_dir);

    if (!dir)
        return;
    snprintf(prefix, sizeof(prefix), "%s-", file);
    for (struct dirent *e = sys->readdir(dir); e; e = sys->readdir(dir)) {
        snprintf(path, sizeof(path), "%.3800s/%s", run_dir, e->d_name);
        if (str_starts(e->d_name, prefix) && !str_eq(path, keep) && sys->lstat(path, &st) == 0 &&
            st.st_mtim.tv_sec * 1000 + OLD_MS < sys->wall_ms() && fs_remove_tree(path, &err) != 0)
            log_warn("%s", err.msg);
    }
    sys->closedir(dir);
}

static int write_hashed(const char *run_dir, const struct embedded *e, char ret[PATH_MAX],
                        struct err *err)
{
    int n = snprintf(ret, PATH_MAX, "%s/%s-%s", run_dir, e->file, e->hash);

    if (n < 0 || n >= PATH_MAX)
        return err_set(err, ERR_INVALID, "%.64s…: longer than a path may be", run_dir);
    if (fs_exists(ret))
        return 0;
    remove_old(run_dir, e->file, ret);
    return write_file(ret, e, err);
}

int embedded_shim(const char *run_dir, char ret[PATH_MAX], struct err *err)
{
    static const struct embedded shim = FILE_ROW(shim, "shim", 0755);
    return write_hashed(run_dir, &shim, ret, err);
}

int embedded_helper(const char *run_dir, char ret[PATH_MAX], struct err *err)
{
    static const struct embedded helper = FILE_ROW(helper, "helper", 0755);
    return write_hashed(run_dir, &helper, ret, err);
}

static char all_digest[16 * (N_RUNTIME + 1)];

static void make_digest(void)
{
    size_t n = 0;

    for (size_t i = 0; i < N_RUNTIME; i++)
        n +=
            (size_t)snprintf(all_digest + n, sizeof(all_digest) - n, "%.4s", runtime_files[i].hash);
    snprintf(all_digest + n, sizeof(all_digest) - n, "%.4s", embed_shim_hash);
}

const char *embedded_digest(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    pthread_once(&once, make_digest);
    return all_digest;
}

int embedded_runtime(const char *run_dir, char ret[PATH_MAX], struct err *err)
{
    char path[PATH_MAX];
    int n = snprintf(ret, PATH_MAX, "%s/runtime-%s", run_dir, embedded_digest());

    if (n < 0 || n >= PATH_MAX - 64)
        return err_set(err, ERR_INVALID, "%.64s…: longer than a path may be", run_dir);
    if (!fs_exists(ret))
        remove_old(run_dir, "runtime", ret);
    if (fs_mkdirs(ret, 0755, err) != 0)
        return -1;
    for (size_t i = 0; i < N_RUNTIME; i++) {
        snprintf(path, sizeof(path), "%s/%.60s", ret, runtime_files[i].file);
        if (write_file(path, &runtime_files[i], err) != 0)
            return -1;
    }
    return 0;
}
