/* Files: whole reads, durable replacement, trees.
 *
 * All through the syscall table, by path, so that a test's table sees every change. */
#include "base/fs.h"
#include "base/text.h"
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>

void fd_close(int *fd)
{
    if (*fd >= 0) {
        int saved = errno;
        sys->close(*fd);
        errno = saved;
    }
    *fd = -1;
}

void mem_free(void *p)
{
    void **pointer = p;

    free(*pointer);
    *pointer = NULL;
}

static ssize_t read_retry(int fd, void *p, size_t n)
{
    ssize_t got;

    do
        got = sys->read(fd, p, n);
    while (got < 0 && errno == EINTR);
    return got;
}

int fs_read(struct arena *a, const char *path, size_t max, char **ret, size_t *ret_len,
            struct err *err)
{
    cleanup_fd int fd = sys->open(path, O_RDONLY, 0);
    struct stat st;

    if (fd < 0)
        return err_errno(err, errno, "open %s", path);
    if (sys->fstat(fd, &st) != 0)
        return err_errno(err, errno, "stat %s", path);
    if (st.st_size > 0 && (uint64_t)st.st_size > max)
        return err_set(err, ERR_LIMIT, "%s: %lld bytes, more than %zu", path, (long long)st.st_size,
                       max);

    /* files of /proc say 0; others may grow while they are read */
    size_t cap = st.st_size > 0 ? (size_t)st.st_size + 1 : 4096, len = 0;
    char *data = arena_alloc(a, cap + 1);
    for (;;) {
        ssize_t got = read_retry(fd, data + len, cap - len);
        if (got < 0)
            return err_errno(err, errno, "read %s", path);
        if (got == 0)
            break;
        len += (size_t)got;
        if (len > max)
            return err_set(err, ERR_LIMIT, "%s: more than %zu bytes", path, max);
        if (len == cap) {
            char *more = arena_alloc(a, 2 * cap + 1);
            memcpy(more, data, len);
            data = more;
            cap *= 2;
        }
    }
    data[len] = '\0';
    *ret = data;
    if (ret_len)
        *ret_len = len;
    return 0;
}

int fs_write_all(int fd, const void *p, size_t len, struct err *err)
{
    while (len > 0) {
        ssize_t put = sys->write(fd, p, len);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return err_errno(err, errno, "write");
        p = (const char *)p + put;
        len -= (size_t)put;
    }
    return 0;
}

int fs_write_new(const char *path, const void *p, size_t len, mode_t mode, struct err *err)
{
    cleanup_fd int fd = sys->open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);

    if (fd < 0)
        return err_errno(err, errno, "create %s", path);
    return fs_write_all(fd, p, len, err);
}

/* The directory that holds `path`, in the arena-free form: a buffer of PATH_MAX. */
static int parent_of(const char *path, char ret[PATH_MAX], struct err *err)
{
    const char *slash = strrchr(path, '/');
    size_t n = slash ? (size_t)(slash - path) : 0;

    if (n >= PATH_MAX)
        return err_errno(err, ENAMETOOLONG, "%.64s...", path);
    if (!slash) {
        ret[0] = '.';
        n = 1;
    } else if (n == 0) {
        ret[0] = '/';
        n = 1;
    } else {
        memcpy(ret, path, n);
    }
    ret[n] = '\0';
    return 0;
}

int fs_sync_dir(const char *path, struct err *err)
{
    cleanup_fd int fd = sys->open(path, O_RDONLY | O_DIRECTORY, 0);

    if (fd < 0)
        return err_errno(err, errno, "open %s", path);
    if (sys->fsync(fd) != 0)
        return err_errno(err, errno, "fsync %s", path);
    return 0;
}

void fs_spread_dirs(const char *path)
{
    cleanup_fd int fd = sys->open(path, O_RDONLY | O_DIRECTORY, 0);

    if (fd >= 0)
        (void)sys->spread_dirs(fd);
}

static int write_durable(const char *path, const void *p, size_t len, mode_t mode, struct err *err)
{
    cleanup_fd int fd = sys->open(path, O_WRONLY | O_CREAT | O_EXCL, mode);

    if (fd < 0)
        return err_errno(err, errno, "create %s", path);
    if (fs_write_all(fd, p, len, err) != 0)
        return err_prefix(err, "%s", path);
    if (sys->fdatasync(fd) != 0)
        return err_errno(err, errno, "fdatasync %s", path);
    return 0;
}

int fs_replace(const char *path, const void *p, size_t len, mode_t mode, struct err *err)
{
    char dir[PATH_MAX], temporary[PATH_MAX], id[9];

    if (parent_of(path, dir, err) != 0)
        return -1;
    id_random(id, sizeof(id) - 1);
    int n = snprintf(temporary, sizeof(temporary), "%s.%s.tmp", path, id);
    if (n < 0 || (size_t)n >= sizeof(temporary))
        return err_errno(err, ENAMETOOLONG, "%.64s...", path);

    if (write_durable(temporary, p, len, mode, err) != 0) {
        sys->unlink(temporary);
        return -1;
    }
    if (sys->rename(temporary, path) != 0) {
        int errnum = errno;
        sys->unlink(temporary);
        return err_errno(err, errnum, "rename %s to %s", temporary, path);
    }
    return fs_sync_dir(dir, err);
}

int fs_mkdirs(const char *path, mode_t mode, struct err *err)
{
    char part[PATH_MAX];
    size_t len = strlen(path);
    struct stat st;

    if (len >= sizeof(part))
        return err_errno(err, ENAMETOOLONG, "%.64s...", path);
    for (size_t i = 1; i <= len; i++) {
        if (path[i] != '/' && path[i] != '\0')
            continue;
        memcpy(part, path, i);
        part[i] = '\0';
        if (sys->mkdir(part, mode) == 0)
            continue;
        int errnum = errno;
        /* a read-only or closed parent may answer so for a directory that is there */
        if (sys->stat(part, &st) != 0)
            return err_errno(err, errnum, "mkdir %s", part);
        if (!S_ISDIR(st.st_mode))
            return err_errno(err, ENOTDIR, "mkdir %s", part);
    }
    return 0;
}

/* --- removing a tree -------------------------------------------------------------------------
 *
 * A hostile job may leave a tree deeper than PATH_MAX or the descriptor limit allow, and
 * directories without write permission. So: below a bounded depth and length a directory is renamed
 * to the top of the tree, where a later pass finds it; a directory that refuses is given mode 0700
 * once. */
#define REMOVE_MAX_DEPTH 32
#define REMOVE_MAX_PATH  3500

struct remove {
    const char *root;
    bool progress;
    char path[PATH_MAX + 256];
};

static int remove_dir(struct remove *r, size_t len, int depth, struct err *err);

static bool make_writable(const char *dir)
{
    struct stat st;

    /* not through the table: a mode that recovery never looks at */
    return sys->lstat(dir, &st) == 0 && S_ISDIR(st.st_mode) && (st.st_mode & 0700) != 0700 &&
           chmod(dir, 0700) == 0;
}

static int hoist(struct remove *r, struct err *err)
{
    char to[PATH_MAX], id[13];

    id_random(id, sizeof(id) - 1);
    int n = snprintf(to, sizeof(to), "%s/%s", r->root, id);
    if (n < 0 || (size_t)n >= sizeof(to))
        return err_errno(err, ENAMETOOLONG, "%.64s...", r->root);
    if (sys->rename(r->path, to) == 0)
        return 0;
    int errnum = errno;
    if ((errnum == EACCES || errnum == EPERM) && make_writable(r->path) &&
        sys->rename(r->path, to) == 0)
        return 0;
    return err_errno(err, errnum, "rename %s to %s", r->path, to);
}

/* r->path names an entry of a directory at `depth`. */
static int remove_entry(struct remove *r, size_t dir_len, size_t len, int depth, struct err *err)
{
    int rc = sys->unlink(r->path), errnum = errno;
    struct stat st;

    if (rc != 0 && errnum == EACCES) {
        r->path[dir_len] = '\0';
        bool again = make_writable(r->path);
        r->path[dir_len] = '/';
        if (again) {
            rc = sys->unlink(r->path);
            errnum = errno;
        }
    }
    if (rc == 0 || errnum == ENOENT) {
        r->progress = true;
        return 0;
    }
    if (sys->lstat(r->path, &st) != 0 || !S_ISDIR(st.st_mode))
        return err_errno(err, errnum, "unlink %s", r->path);
    if (sys->rmdir(r->path) == 0) {
        r->progress = true;
        return 0;
    }
    if (depth < REMOVE_MAX_DEPTH && len < REMOVE_MAX_PATH)
        return remove_dir(r, len, depth + 1, err);
    r->progress = true;
    return hoist(r, err);
}

static int remove_content(struct remove *r, DIR *dir, size_t len, int depth, struct err *err)
{
    for (;;) {
        errno = 0;
        struct dirent *e = sys->readdir(dir);
        if (!e && errno)
            return err_errno(err, errno, "read %.*s", (int)len, r->path);
        if (!e)
            return 0;
        if (str_eq(e->d_name, ".") || str_eq(e->d_name, ".."))
            continue;
        size_t n = strlen(e->d_name);
        if (len + 1 + n >= sizeof(r->path))
            return err_errno(err, ENAMETOOLONG, "%.64s...", r->path);
        r->path[len] = '/';
        memcpy(r->path + len + 1, e->d_name, n + 1);
        if (remove_entry(r, len, len + 1 + n, depth, err) != 0)
            return -1;
        r->path[len] = '\0';
    }
}

static int remove_dir(struct remove *r, size_t len, int depth, struct err *err)
{
    do {
        DIR *dir = sys->opendir(r->path);
        if (!dir && errno == EACCES && make_writable(r->path))
            dir = sys->opendir(r->path);
        if (!dir)
            return errno == ENOENT ? 0 : err_errno(err, errno, "open %s", r->path);
        r->progress = false;
        int rc = remove_content(r, dir, len, depth, err);
        sys->closedir(dir);
        if (rc != 0)
            return -1;
        r->path[len] = '\0';
        if (sys->rmdir(r->path) == 0 || errno == ENOENT) {
            r->progress = true;
            return 0;
        }
        /* hoisted directories arrived, or readdir skipped some: once more, as long as it helps */
    } while ((errno == ENOTEMPTY || errno == EEXIST) && r->progress);
    return err_errno(err, errno, "rmdir %s", r->path);
}

int fs_remove_tree(const char *path, struct err *err)
{
    size_t len = strlen(path);
    struct stat st;

    if (len == 0 || len >= REMOVE_MAX_PATH)
        return err_errno(err, len ? ENAMETOOLONG : ENOENT, "remove \"%.64s\"", path);
    if (sys->lstat(path, &st) != 0)
        return errno == ENOENT ? 0 : err_errno(err, errno, "stat %s", path);
    if (!S_ISDIR(st.st_mode)) {
        if (sys->unlink(path) != 0 && errno != ENOENT)
            return err_errno(err, errno, "unlink %s", path);
        return 0;
    }
    struct remove *r = xmalloc(sizeof(*r));
    r->root = path;
    memcpy(r->path, path, len + 1);
    int rc = remove_dir(r, len, 0, err);
    free(r);
    return rc;
}

bool fs_exists(const char *path)
{
    struct stat st;

    return sys->stat(path, &st) == 0;
}

int64_t fs_free_bytes(const char *path)
{
    struct statvfs st;

    if (statvfs(path, &st) != 0)
        return -1;
    return (int64_t)st.f_bavail * (int64_t)st.f_frsize;
}
