/* Staging costs the number of objects, not their bytes: an input is a hard link to its blob, else a
 * clone that shares the blob's blocks, else a copy. Called by submit, on the caller's thread; what
 * it leaves half done, submit removes.
 *
 * A link can fail although all is well: EMLINK (65,000 links on ext4), EXDEV (blobs on another file
 * system), EPERM (protected_hardlinks, or a file system without links), and then a copy is made. */
#include "exec/stage.h"
#include "exec/job_dir.h"
#include "base/fs.h"
#include "base/map.h"
#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#define COPY_CHUNK (1 << 20)

/* Relative, and no part of it empty, "." or "..". */
static bool path_valid(const char *path)
{
    for (const char *p = path;;) {
        size_t n = strcspn(p, "/");
        if (n == 0 || (n == 1 && p[0] == '.') || (n == 2 && p[0] == '.' && p[1] == '.') || n > 255)
            return false;
        if (p[n] == '\0')
            return true;
        p += n + 1;
    }
}

struct made { /* directories that are known to be there */
    struct map *dirs;
    char last[JOB_PATH_MAX];
};

static int make_parents(struct made *made, const char *root, const char *path, struct err *err)
{
    char dir[JOB_PATH_MAX];
    const char *slash = strrchr(path, '/');

    if (!slash)
        return 0;
    int n = snprintf(dir, sizeof(dir), "%s/%.*s", root, (int)(slash - path), path);
    if (n < 0 || n >= JOB_PATH_MAX)
        return err_set(err, ERR_INVALID, "input path \"%.64s…\" is longer than a path may be",
                       path);
    if (str_eq(dir, made->last) || map_get(made->dirs, dir))
        return 0;
    for (size_t i = strlen(root) + 1; i <= (size_t)n; i++) {
        if (dir[i] != '/' && dir[i] != '\0')
            continue;
        char saved = dir[i];
        dir[i] = '\0';
        if (!map_get(made->dirs, dir)) {
            if (sys->mkdir(dir, 0755) != 0 && errno != EEXIST)
                return err_errno(err, errno, "mkdir %s", dir);
            map_set(made->dirs, dir, made);
        }
        dir[i] = saved;
    }
    memcpy(made->last, dir, (size_t)n + 1);
    return 0;
}

static int copy_bytes(int to, int from, const char *name, struct err *err)
{
    cleanup_free char *chunk = xmalloc(COPY_CHUNK);

    for (;;) {
        ssize_t n = sys->read(from, chunk, COPY_CHUNK);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return err_errno(err, errno, "read %s", name);
        if (n == 0)
            return 0;
        if (fs_write_all(to, chunk, (size_t)n, err) != 0)
            return -1;
    }
}

int stage_copy(const char *from, const char *to, mode_t mode, struct err *err)
{
    cleanup_fd int in = sys->open(from, O_RDONLY, 0);

    if (in < 0)
        return err_errno(err, errno, "open %s", from);
    cleanup_fd int out = sys->open(to, O_WRONLY | O_CREAT | O_EXCL, mode);
    if (out < 0)
        return err_errno(err, errno, "create %s", to);
    if (sys->clone_file(out, in) == 0)
        return 0;
    if (copy_bytes(out, in, from, err) != 0)
        return err_prefix(err, "copy to %s", to);
    return 0;
}

int stage_write(const char *to, const void *data, size_t len, mode_t mode, struct err *err)
{
    cleanup_fd int fd = sys->open(to, O_WRONLY | O_CREAT | O_EXCL, mode);

    if (fd < 0)
        return err_errno(err, errno, "create %s", to);
    if (fs_write_all(fd, data, len, err) != 0)
        return err_prefix(err, "%s", to);
    return 0;
}

static bool link_may_be_copied(int errnum)
{
    return errnum == EMLINK || errnum == EXDEV || errnum == EPERM || errnum == EACCES ||
           errnum == EOPNOTSUPP || errnum == ENOSYS;
}

static int stage_one(const char *to, const struct job_input *in, bool link, struct err *err)
{
    mode_t mode = in->mode ? in->mode & 0777 : 0644;
    struct stat st;

    if (!in->source)
        return stage_write(to, in->data, in->len, mode, err);
    if (in->mode || !link) {
        if (sys->stat(in->source, &st) != 0)
            return err_errno(err, errno, "input %s", in->source);
        if (!S_ISREG(st.st_mode))
            return err_set(err, ERR_INVALID, "input %s: not a regular file", in->source);
        /* a link has its blob's mode: another one needs a file of its own */
        link = link && (st.st_mode & 07777) == mode;
    }
    if (link) {
        if (sys->link(in->source, to) == 0)
            return 0;
        if (errno == ENOTDIR)
            return err_set(err, ERR_INVALID, "input %s: a part of its path is another input's file",
                           in->path);
        if (!link_may_be_copied(errno))
            return err_errno(err, errno, "link %s to %s", in->source, to);
    }
    return stage_copy(in->source, to, mode, err);
}

enum stage_pick { PICK_FILES, PICK_BYTES, PICK_ALL };

static int stage_inputs(const char *root, const struct job_spec *spec, enum stage_pick pick,
                        bool link, struct err *err)
{
    struct made made = {.dirs = map_create()};
    char to[JOB_PATH_MAX];
    int rc = 0;

    for (size_t i = 0; i < spec->n_inputs && rc == 0; i++) {
        const struct job_input *in = &spec->inputs[i];
        if (pick != PICK_ALL && (pick == PICK_FILES) != (in->source != NULL))
            continue;
        if (make_parents(&made, root, in->path, err) != 0 || job_path(to, root, in->path, err) != 0)
            rc = -1;
        else
            rc = stage_one(to, in, link, err);
        if (rc != 0 && (err->code == ERR_EXISTS || err->code == ERR_NOT_FOUND))
            err->code = ERR_INVALID; /* of the inputs, not of the job */
    }
    map_destroy(made.dirs);
    return rc;
}

static int stage_dirs(const char *root, const struct job_spec *spec, struct err *err)
{
    struct made made = {.dirs = map_create()};
    char to[JOB_PATH_MAX];
    int rc = 0;

    for (const char *const *dir = spec->dirs; dir && *dir && rc == 0; dir++) {
        int n = snprintf(to, sizeof(to), "%s/.", *dir);
        if (n < 0 || n >= JOB_PATH_MAX)
            rc = err_set(err, ERR_INVALID, "%.64s…: longer than a path may be", *dir);
        else
            rc = make_parents(&made, root, to, err);
    }
    map_destroy(made.dirs);
    return rc;
}

static int make_root(const char *dir, const char *layer, char ret[JOB_PATH_MAX], struct err *err)
{
    static const char *const parts[] = {"", "/opt", "/opt/ml"};

    for (size_t i = 0; i < 3; i++) {
        snprintf(ret, JOB_PATH_MAX, "%.3900s/%s%s", dir, layer, parts[i]);
        if (sys->mkdir(ret, 0755) != 0 && errno != EEXIST)
            return err_errno(err, errno, "mkdir %s", ret);
    }
    return 0;
}

static int check_paths(const struct job_spec *spec, bool *ret_files, bool *ret_bytes,
                       struct err *err)
{
    *ret_files = false;
    *ret_bytes = spec->dirs && spec->dirs[0];
    for (size_t i = 0; i < spec->n_inputs; i++) {
        const char *path = spec->inputs[i].path;
        if (!path || !path_valid(path))
            return err_set(err, ERR_INVALID, "input path \"%.200s\" does not stay below /opt/ml",
                           path ? path : "");
        *ret_files = *ret_files || spec->inputs[i].source;
        *ret_bytes = *ret_bytes || !spec->inputs[i].source;
    }
    for (const char *const *dir = spec->dirs; dir && *dir; dir++)
        if (!path_valid(*dir))
            return err_set(err, ERR_INVALID, "directory \"%.200s\" does not stay below /opt/ml",
                           *dir);
    return 0;
}

int stage_job(const char *dir, const struct job_spec *spec, bool overlay, struct err *err)
{
    char root[JOB_PATH_MAX];
    bool files, bytes;

    if (check_paths(spec, &files, &bytes, err) != 0)
        return -1;
    /* every file here costs as much as a fork: only what is needed */
    if (files && (make_root(dir, "lower", root, err) != 0 ||
                  stage_inputs(root, spec, PICK_FILES, true, err) != 0))
        return -1;
    if (overlay && !bytes && spec->sandbox == SANDBOX_FULL)
        return job_path(root, dir, "upper", err) != 0 ? -1
               : sys->mkdir(root, 0755) != 0          ? err_errno(err, errno, "mkdir %s", root)
                                                      : 0;
    if (make_root(dir, "upper", root, err) != 0 ||
        stage_inputs(root, spec, overlay ? PICK_BYTES : PICK_ALL, false, err) != 0)
        return -1;
    return stage_dirs(root, spec, err);
}
