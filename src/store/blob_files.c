/* Blobs as files: DIR/<2 hex>/<32 hex>.
 *
 * A large one is written under DIR/tmp; its durable commit is data, rename, directory, each synced
 * before the next. What DIR/tmp holds when the store opens was never finished. A small one gets a
 * name that is durable already (blob_spare.c), so that its commit is one sync of its data. Either
 * way commit returns only when both name and data would survive a power cut.
 * Called through `blob_files` only; one process at a time (the data directory's lock). */
#include "base/fs.h"
#include "store/blob.h"
#include "store/blob_spare.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NAME_LEN    35        /* "ab/" and 32 hex digits */
#define FLUSH_BYTES (8 << 20) /* written back in steps, so that the last sync is short */
#define SMALL_BYTES (1 << 20) /* up to here the name costs more than the data */
#define COPY_BYTES  (256 * 1024)
#define COPY_STEP   (16 << 20)

struct blob_files {
    struct blobs blobs;
    char *dir;
    struct spares *spares;
};

struct blob_writer {
    struct blob_files *b;
    int fd;
    int64_t size, flushed, expected; /* expected: of a small one, when it is known; else 0 */
    bool named;                      /* written where it will stay */
    char id[BLOB_ID_LEN + 1];
    char path[PATH_MAX];
};

int blobs_open(const struct blob_ops *ops, const char *where, struct blobs **ret, struct err *err)
{
    if (!ops->name || !ops->open || !ops->close || !ops->create || !ops->write || !ops->append ||
        !ops->commit || !ops->abort || !ops->sync_all || !ops->open_read || !ops->adopt ||
        !ops->share || !ops->path || !ops->link_to || !ops->remove || !ops->each)
        return err_set(err, ERR_INTERNAL, "blob store %s lacks a function",
                       ops->name ? ops->name : "(unnamed)");
    return ops->open(where, ret, err);
}

static int path_of(char ret[PATH_MAX], const struct blob_files *b, const char *name,
                   struct err *err)
{
    if (snprintf(ret, PATH_MAX, "%s/%s", b->dir, name) >= PATH_MAX)
        return err_errno(err, ENAMETOOLONG, "%s/%s", b->dir, name);
    return 0;
}

static bool is_hex(const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!((s[i] >= '0' && s[i] <= '9') || (s[i] >= 'a' && s[i] <= 'f')))
            return false;
    }
    return true;
}

static bool is_name(const char *name)
{
    return strlen(name) == NAME_LEN && name[2] == '/' && is_hex(name, 2) && is_hex(name + 3, 32);
}

/* The path of a blob that a row names. */
static int blob_path(char ret[PATH_MAX], const struct blob_files *b, const char *name,
                     struct err *err)
{
    if (!is_name(name))
        return err_set(err, ERR_CORRUPT, "\"%.64s\" is no name of a blob", name);
    return path_of(ret, b, name, err);
}

static int unlink_each(const char *dir, struct err *err)
{
    DIR *d = sys->opendir(dir);
    struct dirent *e;
    char path[PATH_MAX];

    if (!d)
        return err_errno(err, errno, "open %s", dir);
    while ((e = sys->readdir(d))) {
        if (e->d_name[0] != '.' && snprintf(path, sizeof path, "%s/%s", dir, e->d_name) < PATH_MAX)
            sys->unlink(path);
    }
    sys->closedir(d);
    return 0;
}

static void files_close(struct blobs *blobs)
{
    struct blob_files *b = (struct blob_files *)blobs;

    if (!b)
        return;
    spares_close(b->spares);
    free(b->dir);
    free(b);
}

/* The entry of DIR in the directory that holds it. */
static int sync_entry(const char *dir, struct err *err)
{
    char above[PATH_MAX];

    if (snprintf(above, sizeof above, "%s/..", dir) >= PATH_MAX)
        return err_errno(err, ENAMETOOLONG, "%s", dir);
    return fs_sync_dir(above, err);
}

static int files_open(const char *where, struct blobs **ret, struct err *err)
{
    struct blob_files *b = xcalloc(1, sizeof *b);
    char tmp[PATH_MAX];

    b->blobs.ops = &blob_files;
    b->dir = xstrdup(where);
    if (path_of(tmp, b, "tmp", err) != 0 || fs_mkdirs(tmp, 0755, err) != 0 ||
        sync_entry(where, err) != 0 || unlink_each(tmp, err) != 0 ||
        spares_open(where, &b->spares, err) != 0) {
        files_close(&b->blobs);
        return -1;
    }
    *ret = &b->blobs;
    return 0;
}

/* Writing */

static int open_new(struct blob_files *b, struct blob_writer *w, struct err *err)
{
    char name[BLOB_NAME_MAX];

    if ((w->named ? spares_take(b->spares, w->id, err) : spares__new_id(w->id, err)) != 0)
        return -1;
    snprintf(name, sizeof name, w->named ? "%.2s/%s" : "tmp/%.0s%s", w->id, w->id);
    if (path_of(w->path, b, name, err) != 0)
        return -1;
    w->fd = sys->open(w->path, O_WRONLY | O_CLOEXEC | (w->named ? 0 : O_CREAT | O_EXCL), 0644);
    /* Whatever the umask: jobs of any user read what is linked for them. */
    if (w->fd >= 0 && fchmod(w->fd, 0644) == 0)
        return 0;
    err_errno(err, errno, "create %s", w->path);
    fd_close(&w->fd);
    sys->unlink(w->path);
    if (w->named)
        spares_give(b->spares, w->id);
    return -1;
}

static int files_create(struct blobs *blobs, int64_t size_hint, struct blob_writer **ret,
                        struct err *err)
{
    struct blob_files *b = (struct blob_files *)blobs;

    if (size_hint > 0) { /* rather now than after filling what is left */
        int64_t room = fs_free_bytes(b->dir);
        if (room >= 0 && room < size_hint)
            return err_set(err, ERR_NO_SPACE, "%s: %lld bytes do not fit into the %lld left",
                           b->dir, (long long)size_hint, (long long)room);
    }
    struct blob_writer *w = xcalloc(1, sizeof *w);
    w->b = b;
    w->fd = -1;
    w->named = size_hint > 0 && size_hint <= SMALL_BYTES;
    w->expected = w->named ? size_hint : 0;
    if (open_new(b, w, err) != 0) {
        free(w);
        return -1;
    }
    *ret = w;
    return 0;
}

/* Only a hint to the kernel, so not of the syscall table: durability comes from the fdatasync in
 * commit, which then has little left to do. */
static void start_writeback(struct blob_writer *w)
{
    if (w->size - w->flushed < FLUSH_BYTES && w->size != w->expected)
        return;
    sync_file_range(w->fd, w->flushed, w->size - w->flushed, SYNC_FILE_RANGE_WRITE);
    w->flushed = w->size;
}

static int files_write(struct blob_writer *w, const void *p, size_t n, struct err *err)
{
    if (fs_write_all(w->fd, p, n, err) != 0)
        return err_prefix(err, "%s", w->path);
    w->size += (int64_t)n;
    start_writeback(w);
    return 0;
}

static void files_abort(struct blob_writer *w)
{
    if (!w)
        return;
    fd_close(&w->fd);
    sys->unlink(w->path);
    if (w->named)
        spares_give(w->b->spares, w->id);
    free(w);
}

static int move_in(struct blob_files *b, const char *from, const char *id, bool sync,
                   char ret_name[BLOB_NAME_MAX], struct err *err)
{
    char dir[PATH_MAX], to[PATH_MAX];

    snprintf(ret_name, BLOB_NAME_MAX, "%.2s/%s", id, id);
    if (spares__need_dir(b->spares, id, dir, err) != 0 || path_of(to, b, ret_name, err) != 0)
        return -1;
    fault_point("blob.rename.before");
    if (sys->rename(from, to) != 0)
        return err_errno(err, errno, "rename %s to %s", from, to);
    fault_point("blob.rename.after");
    if (sync && fs_sync_dir(dir, err) != 0) {
        sys->unlink(to);
        return -1;
    }
    return 0;
}

static int files_commit(struct blob_writer *w, bool sync, char ret_name[BLOB_NAME_MAX],
                        struct err *err)
{
    fault_point("blob.sync.before");
    if (sync && sys->fdatasync(w->fd) != 0) {
        err_errno(err, errno, "sync %s", w->path);
        files_abort(w);
        return -1;
    }
    fault_point("blob.sync.after");
    if (w->named) {
        snprintf(ret_name, BLOB_NAME_MAX, "%.2s/%s", w->id, w->id);
        spares_give(w->b->spares, w->id);
    } else if (move_in(w->b, w->path, w->id, sync, ret_name, err) != 0) {
        files_abort(w);
        return -1;
    }
    fd_close(&w->fd);
    free(w);
    return 0;
}

static int files_sync_all(struct blobs *blobs, struct err *err)
{
    struct blob_files *b = (struct blob_files *)blobs;
    cleanup_fd int fd = sys->open(b->dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

    if (fd < 0)
        return err_errno(err, errno, "open %s", b->dir);
    if (sys->syncfs(fd) != 0)
        return err_errno(err, errno, "sync the file system of %s", b->dir);
    return 0;
}

/* Reading, linking, removing */

static int files_open_read(struct blobs *blobs, const char *name, int *ret_fd, struct err *err)
{
    char path[PATH_MAX];

    if (blob_path(path, (struct blob_files *)blobs, name, err) != 0)
        return -1;
    int fd = sys->open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0);
    if (fd < 0)
        return err_errno(err, errno, "open %s", path);
    *ret_fd = fd;
    return 0;
}

/* The kernel's own copy, as far as it goes. Gives how far. */
static off_t copy_in_kernel(int to, int from)
{
    off_t at = 0;

    for (;;) {
        ssize_t n = sys->copy_range(to, from, at, COPY_STEP);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0) /* the end; or what the copy below tries again and reports */
            return at;
        at += n;
    }
}

static int copy_bytes(int to, int from, struct err *err)
{
    cleanup_free char *block = xmalloc(COPY_BYTES);
    for (off_t at = copy_in_kernel(to, from);;) {
        ssize_t n = sys->pread(from, block, COPY_BYTES, at);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return err_errno(err, errno, "read");
        if (n == 0)
            return 0;
        if (fs_write_all(to, block, (size_t)n, err) != 0)
            return -1;
        at += n;
    }
}

static int files_append(struct blob_writer *w, const char *name, struct err *err)
{
    cleanup_fd int from = -1;
    struct stat st;

    if (files_open_read(&w->b->blobs, name, &from, err) != 0)
        return -1;
    if (sys->fstat(from, &st) != 0)
        return err_errno(err, errno, "stat blob %s", name);
    if (copy_bytes(w->fd, from, err) != 0)
        return err_prefix(err, "append blob %s to %s", name, w->path);
    w->size += st.st_size;
    start_writeback(w);
    return 0;
}

static int adopt_copy(struct blob_files *b, int from, const char *path,
                      char ret_name[BLOB_NAME_MAX], struct err *err)
{
    struct blob_writer *w;
    struct stat st;

    if (sys->fstat(from, &st) != 0)
        return err_errno(err, errno, "stat %s", path);
    if (files_create(&b->blobs, st.st_size, &w, err) != 0)
        return -1;
    if (sys->clone_file(w->fd, from) != 0 && copy_bytes(w->fd, from, err) != 0) {
        files_abort(w);
        return err_prefix(err, "copy %s", path);
    }
    return files_commit(w, false, ret_name, err);
}

/* Opens a file that is to become a blob. *ret_own: nobody else can have it open for writing by
 * another name or as another user, so its inode may be the blob. */
static int open_incoming(const char *path, bool *ret_own, struct err *err)
{
    int fd = sys->open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);
    struct stat st;
    int failed = 0;

    if (fd < 0)
        return err_errno(err, errno, "open %s", path);
    if (sys->fstat(fd, &st) != 0)
        failed = err_errno(err, errno, "stat %s", path);
    else if (!S_ISREG(st.st_mode))
        failed = err_set(err, ERR_INVALID, "%s is no regular file", path);
    else if ((*ret_own = st.st_nlink == 1 && st.st_uid == geteuid()) &&
             (st.st_mode & 07777) != 0644 && fchmod(fd, 0644) != 0)
        failed = err_errno(err, errno, "chmod %s", path);
    if (failed)
        fd_close(&fd);
    return failed ? -1 : fd;
}

static int files_adopt(struct blobs *blobs, const char *path, char ret_name[BLOB_NAME_MAX],
                       struct err *err)
{
    struct blob_files *b = (struct blob_files *)blobs;
    struct err moved = {0};
    bool own;
    char id[BLOB_ID_LEN + 1];
    cleanup_fd int fd = open_incoming(path, &own, err);

    if (fd < 0)
        return -1;
    if (own) {
        if (spares__new_id(id, err) != 0)
            return -1;
        if (move_in(b, path, id, false, ret_name, &moved) == 0)
            return 0;
    }
    /* Somebody else's, one with another name, or on another file system. */
    if (adopt_copy(b, fd, path, ret_name, err) != 0)
        return -1;
    sys->unlink(path);
    return 0;
}

static int files_share(struct blobs *blobs, const char *path, char ret_name[BLOB_NAME_MAX],
                       struct err *err)
{
    struct blob_files *b = (struct blob_files *)blobs;
    char id[BLOB_ID_LEN + 1], dir[PATH_MAX], to[PATH_MAX];
    bool own;
    cleanup_fd int fd = open_incoming(path, &own, err);

    if (fd < 0)
        return -1;
    if (own) {
        if (spares__new_id(id, err) != 0)
            return -1;
        snprintf(ret_name, BLOB_NAME_MAX, "%.2s/%s", id, id);
        if (spares__need_dir(b->spares, id, dir, err) != 0 || path_of(to, b, ret_name, err) != 0)
            return -1;
        if (sys->link(path, to) == 0)
            return 0;
    }
    return adopt_copy(b, fd, path, ret_name, err);
}

static int files_path(struct blobs *blobs, const char *name, char *ret, size_t size,
                      struct err *err)
{
    char path[PATH_MAX];

    if (blob_path(path, (struct blob_files *)blobs, name, err) != 0)
        return -1;
    if (snprintf(ret, size, "%s", path) >= (int)size)
        return err_errno(err, ENAMETOOLONG, "%s", path);
    return 0;
}

static int files_link_to(struct blobs *blobs, const char *name, const char *path, struct err *err)
{
    char from[PATH_MAX];

    if (blob_path(from, (struct blob_files *)blobs, name, err) != 0)
        return -1;
    if (sys->link(from, path) == 0)
        return 0;
    if (errno != EMLINK && errno != EXDEV && errno != EPERM && errno != EOPNOTSUPP)
        return err_errno(err, errno, "link %s to %s", from, path);
    cleanup_fd int in = sys->open(from, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0);
    if (in < 0)
        return err_errno(err, errno, "open %s", from);
    cleanup_fd int out = sys->open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (out < 0)
        return err_errno(err, errno, "create %s", path);
    if (sys->clone_file(out, in) != 0 && copy_bytes(out, in, err) != 0) {
        sys->unlink(path);
        return err_prefix(err, "copy %s to %s", from, path);
    }
    return 0;
}

static int files_remove(struct blobs *blobs, const char *name, struct err *err)
{
    char path[PATH_MAX];

    if (blob_path(path, (struct blob_files *)blobs, name, err) != 0)
        return -1;
    fault_point("blob.remove.before");
    if (sys->unlink(path) != 0 && errno != ENOENT)
        return err_errno(err, errno, "remove %s", path);
    return 0;
}

/* Age counts from the moment a file came here (its ctime): an adopted file brings an mtime of its
 * own. */
static int visit_dir(struct blob_files *b, unsigned n,
                     int (*fn)(void *arg, const char *name, int64_t size, int64_t mtime_ms,
                               struct err *err),
                     void *arg, struct err *err)
{
    char dir[PATH_MAX], path[PATH_MAX], name[BLOB_NAME_MAX];
    struct dirent *e;
    struct stat st;
    int r = 0;

    snprintf(name, sizeof name, "%02x", n);
    if (path_of(dir, b, name, err) != 0)
        return -1;
    DIR *d = sys->opendir(dir);
    if (!d)
        return errno == ENOENT ? 0 : err_errno(err, errno, "open %s", dir);
    while (r == 0 && (e = sys->readdir(d))) {
        if (strlen(e->d_name) != BLOB_ID_LEN || !is_hex(e->d_name, BLOB_ID_LEN) ||
            spares_has(b->spares, e->d_name))
            continue;
        snprintf(name, sizeof name, "%02x/%.32s", n, e->d_name);
        if (path_of(path, b, name, err) != 0)
            r = -1;
        else if (sys->lstat(path, &st) == 0)
            r = fn(arg, name, st.st_size, st.st_ctim.tv_sec * 1000 + st.st_ctim.tv_nsec / 1000000,
                   err);
    }
    sys->closedir(d);
    return r;
}

static int files_each(struct blobs *blobs,
                      int (*fn)(void *arg, const char *name, int64_t size, int64_t mtime_ms,
                                struct err *err),
                      void *arg, struct err *err)
{
    for (unsigned n = 0; n < 256; n++) {
        if (visit_dir((struct blob_files *)blobs, n, fn, arg, err) != 0)
            return -1;
    }
    return 0;
}

const struct blob_ops blob_files = {
    .name = "files",
    .open = files_open,
    .close = files_close,
    .create = files_create,
    .write = files_write,
    .append = files_append,
    .commit = files_commit,
    .abort = files_abort,
    .sync_all = files_sync_all,
    .open_read = files_open_read,
    .adopt = files_adopt,
    .share = files_share,
    .path = files_path,
    .link_to = files_link_to,
    .remove = files_remove,
    .each = files_each,
};
