/* What a job may have left, as a tree made of lines "KIND LAYER PATH<tab>TEXT" below a job's root:
 *
 *   KIND   f (a file, TEXT its bytes)  d  l (a symbolic link to TEXT)  h (a hard link to the path
 *          TEXT)  p (FIFO)  w (whiteout)  o (an opaque directory)  s (a file of TEXT bytes, empty)
 *   LAYER  u or l (upper, lower)
 *
 * The first byte is the overlay's kind ('t', 'u', else none), the first line what is asked for. The
 * oracle looks each name up by the kernel's rules, on its own. */
#include "exec/job_dir.h"
#include "base/fs.h"
#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define LINES_MAX 200

static char home[64], job[80];
static int layers[2]; /* upper, lower */
static enum overlay overlay;
static char under[JOB_PATH_MAX], last[JOB_PATH_MAX];
static size_t seen, there;

static void expect(bool so)
{
    if (!so)
        abort();
}

static void remove_home(void)
{
    struct err err;

    fs_remove_tree(home, &err);
}

/* A host file beside the job that a link may lead to: it must never be given. */
static void make_home(void)
{
    char path[128];
    struct err err;

    if (!home[0]) {
        snprintf(home, sizeof(home), "/dev/shm/slipway-fuzz-XXXXXX");
        expect(mkdtemp(home) != NULL);
        atexit(remove_home);
        snprintf(path, sizeof(path), "%s/host/ml/d", home);
        expect(fs_mkdirs(path, 0700, &err) == 0);
        snprintf(path, sizeof(path), "%s/host/ml/d/f", home);
        expect(fs_replace(path, "secret", 6, 0600, &err) == 0);
    }
    snprintf(job, sizeof(job), "%s/job", home);
    for (int i = 0; i < 2; i++) {
        snprintf(path, sizeof(path), "%s/%s", job, i ? "lower" : "upper");
        expect(fs_mkdirs(path, 0700, &err) == 0);
        layers[i] = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        expect(layers[i] >= 0);
    }
    static const char *const kinds[] = {"none", "trusted", "user"};
    snprintf(path, sizeof(path), "%s/spec", job);
    char spec[64];
    int n = snprintf(spec, sizeof(spec), "proto=1%coverlay=%s", 0, kinds[overlay]);
    expect(fs_replace(path, spec, (size_t)n + 1, 0600, &err) == 0);
}

/* --- making the tree --- */

/* The directory that holds the path's last part, made if need be; never through a link. */
static int parent_of(int root, char *path, char **ret_name)
{
    int fd = dup(root);
    char *part;

    *ret_name = NULL;
    while (fd >= 0 && (part = strsep(&path, "/")) != NULL) {
        if (!part[0] || str_eq(part, ".") || str_eq(part, "..") || strlen(part) > NAME_MAX)
            break;
        if (!path) {
            *ret_name = part;
            return fd;
        }
        (void)mkdirat(fd, part, 0755);
        int next = openat(fd, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        close(fd);
        fd = next;
    }
    if (fd >= 0)
        close(fd);
    return -1;
}

static void make_file(int at, const char *name, const char *text, off_t size)
{
    int fd = openat(at, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);

    if (fd < 0)
        return;
    expect(write(fd, text, strlen(text)) == (ssize_t)strlen(text));
    if (size)
        expect(ftruncate(fd, size) == 0);
    close(fd);
}

static void make_opaque(int at, const char *name)
{
    const char *mark =
        overlay == OVERLAY_TRUSTED ? "trusted.overlay.opaque" : "user.overlay.opaque";

    (void)mkdirat(at, name, 0755);
    int fd = openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd >= 0)
        (void)fsetxattr(fd, mark, "y", 1, 0);
    if (fd >= 0)
        close(fd);
}

static void make_link(int root, int at, const char *name, char *target)
{
    char *from;
    int dir = parent_of(root, target, &from);

    if (dir >= 0) {
        (void)linkat(dir, from, at, name, 0);
        close(dir);
    }
}

static void make_entry(char *line)
{
    char *text = line, *path = strsep(&text, "\t"), *name, none[] = "";
    bool lower = strlen(path) > 3 && path[2] == 'l';

    if (strlen(path) < 5 || (lower && strchr("wo", path[0]))) /* those are a job's only */
        return;
    int root = layers[lower], at = parent_of(root, path + 4, &name);
    if (at < 0)
        return;
    text = text ? text : none;
    if (path[0] == 'f')
        make_file(at, name, text, 0);
    else if (path[0] == 's')
        make_file(at, name, "", (off_t)(strtoul(text, NULL, 10) % (1 << 20)));
    else if (path[0] == 'd')
        (void)mkdirat(at, name, 0755);
    else if (path[0] == 'l')
        (void)symlinkat(text, at, name);
    else if (path[0] == 'h')
        make_link(root, at, name, text);
    else if (path[0] == 'p')
        (void)mkfifoat(at, name, 0644);
    else if (path[0] == 'w')
        (void)mknodat(at, name, S_IFCHR | 0600, makedev(0, 0));
    else if (path[0] == 'o')
        make_opaque(at, name);
    close(at);
}

/* --- what should be seen --- */

static bool opaque(int fd)
{
    const char *mark =
        overlay == OVERLAY_TRUSTED ? "trusted.overlay.opaque" : "user.overlay.opaque";
    char y = 0;

    return overlay != OVERLAY_NONE && fd >= 0 && fgetxattr(fd, mark, &y, 1) == 1 && y == 'y';
}

static int step(int fd, const char *name)
{
    return fd < 0 ? -1 : openat(fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

/* The regular file that /opt/ml/PATH is: 0 in upper, 1 in lower, -1: none. */
static int find(const char *path)
{
    char whole[JOB_PATH_MAX + 16], *rest = whole, *part;
    int up = dup(layers[0]), low = overlay == OVERLAY_NONE ? -1 : dup(layers[1]), found = -1;
    struct stat st;

    snprintf(whole, sizeof(whole), "opt/ml/%s", path);
    while ((part = strsep(&rest, "/")) != NULL) {
        if (!part[0])
            continue;
        bool in_upper = up >= 0 && fstatat(up, part, &st, AT_SYMLINK_NOFOLLOW) == 0;
        bool hidden = opaque(up) || (in_upper && (!rest || !S_ISDIR(st.st_mode)));
        if (!rest && in_upper)
            found = S_ISREG(st.st_mode) ? 0 : -1;
        else if (!rest && !hidden && low >= 0 && fstatat(low, part, &st, AT_SYMLINK_NOFOLLOW) == 0)
            found = S_ISREG(st.st_mode) ? 1 : -1;
        int next_up = rest ? step(up, part) : -1, next_low = rest && !hidden ? step(low, part) : -1;
        fd_close(&up);
        fd_close(&low);
        up = next_up;
        low = next_low;
    }
    return found;
}

static int count(const char *path, const struct stat *st, int type, struct FTW *at)
{
    char below[JOB_PATH_MAX];
    size_t skip = strlen(job) + strlen("/upper/opt/ml/");

    if (type != FTW_F || !S_ISREG(st->st_mode) || strlen(path) <= skip)
        return 0;
    snprintf(below, sizeof(below), "%s", path + skip);
    size_t n = strlen(under);
    if (n && (strncmp(below, under, n) != 0 || below[n] != '/'))
        return 0;
    int layer = find(below);
    there += layer == (path[strlen(job) + 1] == 'l');
    return 0;
}

static void count_all(void)
{
    char path[128];

    there = 0;
    for (int i = 0; i < (overlay == OVERLAY_NONE ? 1 : 2); i++) {
        snprintf(path, sizeof(path), "%s/%s/opt/ml", job, i ? "lower" : "upper");
        struct open_how how = {.flags = O_PATH | O_CLOEXEC | O_DIRECTORY,
                               .resolve = RESOLVE_NO_SYMLINKS};
        int fd = (int)syscall(SYS_openat2, AT_FDCWD, path, &how, sizeof(how));
        if (fd >= 0)
            expect(nftw(path, count, 20, FTW_PHYS) == 0);
        fd_close(&fd);
    }
}

/* --- what is seen --- */

static int file_seen(void *arg, const struct job_file *f, struct err *err)
{
    char path[JOB_PATH_MAX];
    struct open_how how = {.flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC,
                           .resolve = RESOLVE_NO_SYMLINKS};
    struct stat st;

    expect(str_starts(f->host, job) && str_ends(f->host, f->path));
    expect(seen == 0 || strcmp(last, f->path) < 0);
    snprintf(last, sizeof(last), "%s", f->path);
    int fd = (int)syscall(SYS_openat2, AT_FDCWD, f->host, &how, sizeof(how));
    expect(fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode));
    expect(st.st_size == f->size && st.st_mode == f->mode);
    close(fd);
    expect(snprintf(path, sizeof(path), "%s%s%s", under, under[0] ? "/" : "", f->path) > 0);
    int layer = find(path);
    expect(layer >= 0 && str_starts(f->host + strlen(job), layer ? "/lower/" : "/upper/"));
    expect(overlay == OVERLAY_NONE || f->from_input == (layer == 1));
    seen++;

    size_t len;
    char *text;
    expect(job_read_file(job, arg, path, 100, &text, &len, err) == 0 && text);
    expect(len == (size_t)(f->size < 100 ? f->size : 100));
    return 0;
}

/* As it is asked for by callers: no empty parts. */
static bool plain(const char *path)
{
    return !strstr(path, "//") && path[0] != '/' && !str_ends(path, "/") && strlen(path) < 1000;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cleanup_arena struct arena *a = arena_create((size_t)64 << 20);
    struct err err = {0};
    size_t len;
    char *text, *line;

    if (size == 0)
        return 0;
    overlay = data[0] == 't' ? OVERLAY_TRUSTED : data[0] == 'u' ? OVERLAY_USER : OVERLAY_NONE;
    char *lines = arena_strndup(a, (const char *)data + 1, size - 1);
    make_home();
    line = strsep(&lines, "\n");
    snprintf(under, sizeof(under), "%.2000s", line);
    for (int i = 0; i < LINES_MAX && (line = strsep(&lines, "\n")) != NULL; i++)
        make_entry(line);
    seen = 0;
    if (job_walk(job, under, file_seen, a, &err) == 0) {
        count_all();
        expect(!plain(under) || seen == there);
    } else {
        expect(err.code == ERR_INVALID || err.code == ERR_LIMIT);
    }
    if (job_read_file(job, a, under, 100, &text, &len, &err) == 0 && text && plain(under))
        expect(find(under) >= 0);
    expect(job_sweep(job, &err) == 0);
    close(layers[0]);
    close(layers[1]);
    return 0;
}
