/* See code_digest.h. The helper unpacks the archive into a directory of run/, whose files are
 * hashed in the order of their names; what was found is remembered by the archive's ETag. */
#include "engine/code_digest.h"
#include "base/digest.h"
#include "base/fs.h"
#include "base/log.h"
#include "base/sys.h"
#include "base/text.h"
#include "engine/jobs.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ARCHIVE_MAX   ((int64_t)64 << 20)
#define UNPACKED_MAX  ((int64_t)512 << 20)
#define ENTRIES_MAX   20000
#define DEPTH_MAX     64
#define REMEMBERED    256
#define SCRATCH       "digest-"
#define SCRATCH_ARENA ((size_t)256 << 20)

bool code_archive_is(const char *key)
{
    const char *slash = strrchr(key, '/');

    return str_eq(slash ? slash + 1 : key, "sourcedir.tar.gz");
}

/* --- what was found before --- */

static struct {
    char etag[80], digest[65];
} memory[REMEMBERED];
static size_t memory_next;
static pthread_mutex_t memory_lock = PTHREAD_MUTEX_INITIALIZER;

static const char *recall(struct arena *a, const char *etag)
{
    const char *found = NULL;

    pthread_mutex_lock(&memory_lock);
    for (size_t i = 0; i < REMEMBERED && !found; i++)
        if (strcmp(memory[i].etag, etag) == 0)
            found = arena_strdup(a, memory[i].digest);
    pthread_mutex_unlock(&memory_lock);
    return found;
}

static void remember(const char *etag, const char *digest)
{
    pthread_mutex_lock(&memory_lock);
    snprintf(memory[memory_next].etag, sizeof(memory[0].etag), "%s", etag);
    snprintf(memory[memory_next].digest, sizeof(memory[0].digest), "%s", digest);
    memory_next = (memory_next + 1) % REMEMBERED;
    pthread_mutex_unlock(&memory_lock);
}

/* --- hashing --- */

struct tree {
    struct digest_set *set;
    struct arena *arena;
    size_t n; /* entries so far */
};

static int by_text(const void *x, const void *y)
{
    return strcmp(*(const char *const *)x, *(const char *const *)y);
}

static int names_in(struct tree *t, const char *dir, const char ***ret, size_t *ret_n,
                    struct err *err)
{
    DIR *d = sys->opendir(dir);
    const char **names = NULL;
    struct dirent *entry;
    size_t n = 0, cap = 0;

    if (!d)
        return err_errno(err, errno, "open %s", dir);
    while (t->n <= ENTRIES_MAX && (entry = sys->readdir(d)) != NULL) {
        if (str_eq(entry->d_name, ".") || str_eq(entry->d_name, ".."))
            continue;
        if (n == cap) {
            const char **grown = arena_alloc(t->arena, (cap + 16) * 2 * sizeof(*grown));
            if (n)
                memcpy(grown, names, n * sizeof(*grown));
            cap = (cap + 16) * 2;
            names = grown;
        }
        names[n++] = arena_strdup(t->arena, entry->d_name);
        t->n++;
    }
    sys->closedir(d);
    if (n)
        qsort(names, n, sizeof(*names), by_text);
    *ret = names;
    *ret_n = n;
    return t->n <= ENTRIES_MAX ? 0 : err_set(err, ERR_LIMIT, "%s: too many files", dir);
}

static int add_bytes(struct tree *t, const char *path, struct err *err)
{
    cleanup_fd int fd = sys->open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC, 0);
    char chunk[65536];
    ssize_t n = -1;

    while (fd >= 0 && (n = sys->read(fd, chunk, sizeof(chunk))) > 0)
        digest_set_update(t->set, chunk, (size_t)n);
    return n == 0 ? 0 : err_errno(err, errno, "read %s", path);
}

static int add_tree(struct tree *t, const char *dir, const char *under, int depth, struct err *err);

static int add_entry(struct tree *t, const char *path, const char *name, int depth, struct err *err)
{
    struct stat st;

    if (sys->lstat(path, &st) != 0)
        return err_errno(err, errno, "stat %s", path);
    bool is_dir = S_ISDIR(st.st_mode);
    if (!is_dir && !S_ISREG(st.st_mode))
        return err_set(err, ERR_INVALID, "%s: neither file nor directory", path);
    const char *what = is_dir ? "d"
                              : arena_printf(t->arena, "%c %lld", st.st_mode & 0111 ? 'x' : 'f',
                                             (long long)st.st_size);
    digest_set_update(t->set, name, strlen(name) + 1);
    digest_set_update(t->set, what, strlen(what) + 1);
    return is_dir ? add_tree(t, path, name, depth + 1, err) : add_bytes(t, path, err);
}

static int add_tree(struct tree *t, const char *dir, const char *under, int depth, struct err *err)
{
    const char **names = NULL;
    size_t n = 0;

    if (depth > DEPTH_MAX)
        return err_set(err, ERR_LIMIT, "%s: too deep", dir);
    if (names_in(t, dir, &names, &n, err) != 0)
        return -1;
    for (size_t i = 0; i < n; i++)
        if (add_entry(t, arena_printf(t->arena, "%s/%s", dir, names[i]),
                      arena_printf(t->arena, "%s/%s", under, names[i]), depth, err) != 0)
            return -1;
    return 0;
}

const char *code_digest_unpacked(struct arena *a, const char *etag, const char *dir)
{
    cleanup_arena struct arena *own = arena_create(SCRATCH_ARENA);
    cleanup_digest struct digest_set *set = digest_set_create(1u << DIGEST_SHA256);
    struct tree t = {.set = set, .arena = own};
    const char *had = recall(a, etag);
    uint8_t sha[DIGEST_MAX];
    struct err ignored;
    char hex[65];

    if (had || add_tree(&t, dir, "", 0, &ignored) != 0)
        return had;
    digest_set_final(set, DIGEST_SHA256, sha);
    hex_encode(sha, 32, hex);
    remember(etag, hex);
    return arena_strdup(a, hex);
}

/* --- unpacking --- */

static const char *scratch_dir(struct engine *e, struct arena *a)
{
    static unsigned next;

    return arena_printf(a, "%s/run/" SCRATCH "%d-%u", e->config.data_dir, (int)getpid(),
                        __atomic_add_fetch(&next, 1, __ATOMIC_RELAXED));
}

static int unpack(struct engine *e, const char *scratch, const struct object_info *info,
                  const char *archive, const char *code, struct err *err)
{
    char own[PATH_MAX];

    if (fs_mkdirs(scratch, 0700, err) != 0)
        return -1;
    if (!archive) {
        snprintf(own, sizeof(own), "%s/archive", scratch);
        archive = own;
        if (fs_write_new(own, info->data, (size_t)info->size, 0600, err) != 0)
            return -1;
    }
    return archive_unpack(e->exec, archive, code, UNPACKED_MAX, err);
}

const char *code_digest(struct engine *e, struct arena *a, const struct object_info *info,
                        const char *blob_path)
{
    const char *scratch = scratch_dir(e, a), *code = arena_printf(a, "%s/code", scratch);
    const char *ret = recall(a, info->etag);
    struct err err = {0};

    if (ret || !jobs_run_programs(e) || info->size > ARCHIVE_MAX || (!blob_path && !info->data))
        return ret;
    if (unpack(e, scratch, info, blob_path, code, &err) == 0)
        ret = code_digest_unpacked(a, info->etag, code);
    if (fs_remove_tree(scratch, &err) != 0)
        log_warn("%s", err.msg);
    return ret;
}

void code_digest_sweep(struct engine *e, struct arena *a)
{
    const char *own = arena_printf(a, SCRATCH "%d-", (int)getpid());
    const char *run = arena_printf(a, "%s/run", e->config.data_dir);
    DIR *d = sys->opendir(run);
    struct dirent *entry;

    while (d && (entry = sys->readdir(d)) != NULL) {
        struct err err = {0};
        if (str_starts(entry->d_name, SCRATCH) && !str_starts(entry->d_name, own) &&
            fs_remove_tree(arena_printf(a, "%s/%s", run, entry->d_name), &err) != 0)
            log_warn("%s", err.msg);
    }
    if (d)
        sys->closedir(d);
}
