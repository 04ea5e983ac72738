/* What a job left below /opt/ml, without mounting anything: upper laid over lower by the kernel's
 * own rules (Documentation/filesystems/overlayfs.rst):
 *
 *   a character device 0:0 in upper            removes the name            (whiteout)
 *   "y" in the opaque attribute of a directory  hides what lower has in it  (opaque)
 *   a directory in both                         is merged; anything else in upper wins
 *
 * The tree is a job's, so hostile: links are never followed, directories are opened below the one
 * that was just read, depth and length are bounded. Called after the job's last process is dead.
 * Entries are ordered as whole paths are, bytewise, which is S3's order. */
#include "exec/job_dir.h"
#include "base/fs.h"
#include "base/text.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>

#define WALK_DEPTH_MAX 256
#define WALK_DIR_MAX   2000000 /* entries of one directory */

struct entry {
    char *name; /* a directory's ends in '/', for the order */
    bool upper; /* where it was found; for directories: whether upper has one */
    bool lower;
    bool is_dir, whiteout;
    int64_t size;
    mode_t mode;
};

struct entries {
    struct entry *items;
    size_t n, cap;
};

struct walk {
    enum overlay overlay;
    char upper[JOB_PATH_MAX], lower[JOB_PATH_MAX], path[JOB_PATH_MAX];
    int (*fn)(void *arg, const struct job_file *f, struct err *err);
    void *arg;
};

static void entries_free(struct entries *list)
{
    for (size_t i = 0; i < list->n; i++)
        free(list->items[i].name);
    free(list->items);
}

static int entry_order(const void *x, const void *y)
{
    const struct entry *ex = x, *ey = y;
    int order = strcmp(ex->name, ey->name);

    return order ? order : ey->upper - ex->upper; /* upper's first */
}

static bool is_opaque(enum overlay overlay, const char *path)
{
    const char *name =
        overlay == OVERLAY_TRUSTED ? "trusted.overlay.opaque" : "user.overlay.opaque";
    char value = 0;

    return overlay != OVERLAY_NONE && lgetxattr(path, name, &value, 1) == 1 && value == 'y';
}

static int entry_add(struct entries *list, const char *name, const struct stat *st, bool upper,
                     struct err *err)
{
    if (list->n == WALK_DIR_MAX)
        return err_set(err, ERR_LIMIT, "a directory of more than %d entries", WALK_DIR_MAX);
    if (list->n == list->cap) {
        list->cap = list->cap ? 2 * list->cap : 32;
        list->items = xrealloc(list->items, list->cap * sizeof(*list->items));
    }
    struct entry *e = &list->items[list->n++];
    size_t n = strlen(name);
    memset(e, 0, sizeof(*e));
    e->is_dir = S_ISDIR(st->st_mode);
    e->whiteout = upper && S_ISCHR(st->st_mode) && st->st_rdev == 0;
    e->upper = upper;
    e->lower = !upper;
    e->size = st->st_size;
    e->mode = st->st_mode;
    e->name = xmalloc(n + 2);
    memcpy(e->name, name, n + 1);
    if (e->is_dir)
        memcpy(e->name + n, "/", 2);
    return 0;
}

/* A job may have taken its own rights away. */
static DIR *open_dir(const char *path)
{
    DIR *dir = sys->opendir(path);

    if (!dir && errno == EACCES && chmod(path, 0700) == 0)
        dir = sys->opendir(path);
    return dir;
}

static int read_layer(struct entries *list, char *path, bool upper, struct err *err)
{
    size_t len = strlen(path);
    struct stat st;
    DIR *dir = open_dir(path);
    int rc = 0;

    if (!dir)
        return errno == ENOENT || errno == ENOTDIR ? 0 : err_errno(err, errno, "open %s", path);
    while (rc == 0) {
        errno = 0;
        struct dirent *e = sys->readdir(dir);
        if (!e && errno)
            rc = err_errno(err, errno, "read %s", path);
        if (!e)
            break;
        if (str_eq(e->d_name, ".") || str_eq(e->d_name, ".."))
            continue;
        if (len + strlen(e->d_name) + 3 > JOB_PATH_MAX) {
            rc = err_set(err, ERR_LIMIT, "%.200s…: a path longer than a path may be", path);
            break;
        }
        snprintf(path + len, JOB_PATH_MAX - len, "/%s", e->d_name);
        if (sys->lstat(path, &st) == 0)
            rc = entry_add(list, e->d_name, &st, upper, err);
        path[len] = '\0';
    }
    path[len] = '\0';
    sys->closedir(dir);
    return rc;
}

/* The same name in both layers, whatever its kind: upper decides. Sorted by name without the
 * slash this time, so that a file and a directory of one name meet. */
static int name_order(const void *x, const void *y)
{
    const struct entry *ex = x, *ey = y;
    size_t nx = strlen(ex->name) - ex->is_dir, ny = strlen(ey->name) - ey->is_dir;
    int order = memcmp(ex->name, ey->name, nx < ny ? nx : ny);

    if (order == 0)
        order = nx < ny ? -1 : nx > ny;
    return order ? order : ey->upper - ex->upper;
}

static void merge(struct entries *list)
{
    size_t out = 0;

    qsort(list->items, list->n, sizeof(*list->items), name_order);
    for (size_t i = 0; i < list->n; i++) {
        struct entry *e = &list->items[i];
        struct entry *last = out ? &list->items[out - 1] : NULL;
        bool same = last && last->upper && !e->upper &&
                    strlen(last->name) - last->is_dir == strlen(e->name) - e->is_dir &&
                    strncmp(last->name, e->name, strlen(e->name) - e->is_dir) == 0;
        if (!same) {
            list->items[out++] = *e;
            continue;
        }
        last->lower = last->is_dir && e->is_dir;
        free(e->name);
    }
    list->n = out;
    if (out)
        qsort(list->items, out, sizeof(*list->items), entry_order);
}

static int walk_dir(struct walk *w, bool upper, bool lower, int depth, struct err *err);

static int join(char *path, size_t len, const char *name, struct err *err)
{
    int n = snprintf(path + len, JOB_PATH_MAX - len, "%s%s", len ? "/" : "", name);

    if (n < 0 || (size_t)n >= JOB_PATH_MAX - len)
        return err_set(err, ERR_LIMIT, "%.200s…: a path longer than a path may be", path);
    size_t end = strlen(path);
    if (end && path[end - 1] == '/')
        path[end - 1] = '\0';
    return 0;
}

static int walk_entry(struct walk *w, const struct entry *e, int depth, struct err *err)
{
    size_t up = strlen(w->upper), low = strlen(w->lower), at = strlen(w->path);
    int rc = 0;

    if (e->whiteout || (!e->is_dir && !S_ISREG(e->mode)))
        return 0;
    if (join(w->upper, up, e->name, err) != 0 || join(w->lower, low, e->name, err) != 0 ||
        join(w->path, at, e->name, err) != 0) {
        rc = -1;
    } else if (e->is_dir) {
        rc = walk_dir(w, e->upper, e->lower, depth + 1, err);
    } else {
        /* a container's root reads its own files whatever their mode */
        if (e->upper && !(e->mode & S_IRUSR))
            (void)chmod(w->upper, (e->mode & 07777) | S_IRUSR);
        struct job_file f = {.path = w->path,
                             .host = e->upper ? w->upper : w->lower,
                             .size = e->size,
                             .mode = e->mode,
                             .from_input = !e->upper};
        rc = w->fn(w->arg, &f, err);
    }
    w->upper[up] = w->lower[low] = w->path[at] = '\0';
    return rc;
}

static int walk_dir(struct walk *w, bool upper, bool lower, int depth, struct err *err)
{
    struct entries list = {0};
    int rc = 0;

    if (depth > WALK_DEPTH_MAX)
        return err_set(err, ERR_LIMIT, "%.200s…: more than %d directories deep", w->path,
                       WALK_DEPTH_MAX);
    if (upper && is_opaque(w->overlay, w->upper))
        lower = false;
    if (upper)
        rc = read_layer(&list, w->upper, true, err);
    if (rc == 0 && lower)
        rc = read_layer(&list, w->lower, false, err);
    if (rc == 0 && list.n)
        merge(&list);
    for (size_t i = 0; i < list.n && rc == 0; i++)
        rc = walk_entry(w, &list.items[i], depth, err);
    entries_free(&list);
    return rc;
}

/* Goes down by `under`; both layers are followed only as long as they are directories. */
static int descend(struct walk *w, const char *under, bool *ret_upper, bool *ret_lower,
                   struct err *err)
{
    struct stat st;

    for (const char *p = under; *p;) {
        char name[NAME_MAX + 1];
        size_t n = strcspn(p, "/");
        if (n == 0) {
            p++;
            continue;
        }
        if (n > NAME_MAX || (n == 2 && p[0] == '.' && p[1] == '.') || (n == 1 && p[0] == '.'))
            return err_set(err, ERR_INVALID, "\"%.200s\" does not stay below /opt/ml", under);
        memcpy(name, p, n);
        name[n] = '\0';
        p += n;
        if (*ret_upper && is_opaque(w->overlay, w->upper))
            *ret_lower = false;
        if (join(w->upper, strlen(w->upper), name, err) != 0 ||
            join(w->lower, strlen(w->lower), name, err) != 0)
            return -1;
        bool in_upper = *ret_upper && sys->lstat(w->upper, &st) == 0;
        *ret_upper = in_upper && S_ISDIR(st.st_mode);
        if (in_upper && !*ret_upper)
            *ret_lower = false; /* a whiteout, or a file in its place */
        *ret_lower = *ret_lower && sys->lstat(w->lower, &st) == 0 && S_ISDIR(st.st_mode);
    }
    return 0;
}

/* From the job's root, every directory of which is a job's to replace, /opt/ml too. */
static int enter(struct walk *w, const char *dir, const char *under, bool *ret_upper,
                 bool *ret_lower, struct err *err)
{
    w->overlay = job_dir_overlay(dir);
    *ret_upper = *ret_lower = true;
    return job_path(w->upper, dir, "upper", err) != 0 ||
                   job_path(w->lower, dir, "lower", err) != 0 ||
                   descend(w, "opt/ml", ret_upper, ret_lower, err) != 0 ||
                   descend(w, under, ret_upper, ret_lower, err) != 0
               ? -1
               : 0;
}

/* Without an overlay the inputs were copied into upper; one that still has its bytes is unchanged.
 */
struct copied {
    int (*fn)(void *arg, const struct job_file *f, struct err *err);
    void *arg;
    char lower[JOB_PATH_MAX];
};

static bool same_bytes(const char *x, const char *y)
{
    cleanup_fd int fx = sys->open(x, O_RDONLY | O_NOFOLLOW | O_NONBLOCK, 0);
    cleanup_fd int fy = sys->open(y, O_RDONLY | O_NOFOLLOW | O_NONBLOCK, 0);
    cleanup_free char *bx = xmalloc(65536), *by = xmalloc(65536);
    struct stat sx, sy;

    if (fx < 0 || fy < 0 || sys->fstat(fx, &sx) != 0 || sys->fstat(fy, &sy) != 0 ||
        sx.st_size != sy.st_size || !S_ISREG(sy.st_mode))
        return false;
    for (off_t at = 0; at < sx.st_size;) {
        ssize_t nx = sys->pread(fx, bx, 65536, at), ny = sys->pread(fy, by, 65536, at);
        if (nx <= 0 || nx != ny || memcmp(bx, by, (size_t)nx) != 0)
            return false;
        at += nx;
    }
    return true;
}

static int copied_file(void *arg, const struct job_file *f, struct err *err)
{
    struct copied *c = arg;
    char path[JOB_PATH_MAX];
    struct job_file file = *f;

    if (job_path(path, c->lower, f->path, err) != 0)
        return -1;
    file.from_input = fs_exists(path) && same_bytes(path, f->host);
    return c->fn(c->arg, &file, err);
}

int job_walk(const char *dir, const char *under,
             int (*fn)(void *arg, const struct job_file *f, struct err *err), void *arg,
             struct err *err)
{
    struct walk *w = xcalloc(1, sizeof(*w));
    struct copied *c = xcalloc(1, sizeof(*c));
    bool upper, lower;

    w->fn = fn;
    w->arg = arg;
    int rc = enter(w, dir, under, &upper, &lower, err);
    if (rc == 0 && w->overlay == OVERLAY_NONE) {
        memcpy(c->lower, w->lower, sizeof(c->lower));
        c->fn = fn;
        c->arg = arg;
        w->fn = copied_file;
        w->arg = c;
        lower = false;
    }
    if (rc == 0 && (upper || lower))
        rc = walk_dir(w, upper, lower, 0, err);
    free(c);
    free(w);
    return rc;
}

/* --- one small file --- */

static int find_file(struct walk *w, const char *dir, const char *path, char ret[JOB_PATH_MAX],
                     bool *ret_found, struct err *err)
{
    char under[JOB_PATH_MAX];
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    bool upper, lower;
    struct stat st;

    *ret_found = false;
    snprintf(under, sizeof(under), "%.*s", slash ? (int)(slash - path) : 0, path);
    if (enter(w, dir, under, &upper, &lower, err) != 0)
        return -1;
    if (upper && is_opaque(w->overlay, w->upper))
        lower = false;
    if (upper) {
        if (job_path(ret, w->upper, name, err) != 0)
            return -1;
        if (sys->lstat(ret, &st) == 0) {
            *ret_found = S_ISREG(st.st_mode);
            return 0;
        }
    }
    if (!lower || w->overlay == OVERLAY_NONE)
        return 0;
    if (job_path(ret, w->lower, name, err) != 0)
        return -1;
    *ret_found = sys->lstat(ret, &st) == 0 && S_ISREG(st.st_mode);
    return 0;
}

int job_read_file(const char *dir, struct arena *a, const char *path, size_t max, char **ret,
                  size_t *ret_len, struct err *err)
{
    struct walk *w = xcalloc(1, sizeof(*w));
    char host[JOB_PATH_MAX];
    bool found = false;

    *ret = NULL;
    *ret_len = 0;
    int rc = find_file(w, dir, path, host, &found, err);
    free(w);
    if (rc != 0 || !found)
        return rc;
    cleanup_fd int fd = sys->open(host, O_RDONLY | O_NOFOLLOW | O_NONBLOCK, 0);
    if (fd < 0)
        return errno == ENOENT || errno == EACCES ? 0 : err_errno(err, errno, "open %s", host);
    char *text = arena_alloc(a, max + 1);
    size_t n = 0;
    while (n < max) {
        ssize_t got = sys->read(fd, text + n, max - n);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return err_errno(err, errno, "read %s", host);
        if (got == 0)
            break;
        n += (size_t)got;
    }
    text[n] = '\0';
    *ret = text;
    *ret_len = n;
    return 0;
}

int job_sweep(const char *dir, struct err *err)
{
    static const char *const parts[] = {"lower",  "upper",  "work", "layer0",
                                        "layer1", "layer2", "spec"};
    char path[JOB_PATH_MAX];

    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
        if (job_path(path, dir, parts[i], err) != 0 || fs_remove_tree(path, err) != 0)
            return -1;
    return 0;
}
