/* Unpacking what a stranger packed. libarchive only reads; every name is checked here, and every
 * file is made below directories that were opened one by one without following links:
 *
 *   refused   an absolute path, a part "..", NUL or empty; devices, FIFOs, sockets; a link whose
 *             target leaves the tree; an entry below a link; more than MAX bytes (holes count) or
 *             entries (directories on their way count)
 *   dropped   owners, set-id bits, attributes
 *
 * A symbolic link's target may have ".." only in front, and no more than its own depth: then no
 * chain of links leads out. The same holds where a hard link brings a symbolic one elsewhere. The
 * whole runs inside TO (helper_confine.c); tests/fuzz/fuzz_unpack.c runs it without. */
#include "helper.h"
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define ENTRIES_MAX 1000000
#define DEPTH_MAX   100

/* Where to, and how much more of it. */
static int root_fd;
static int64_t bytes_left;
static long entries_left;
static const char *archive_name;

static void take_bytes(int64_t n, const char *entry)
{
    if (n > bytes_left)
        fail(HELPER_LIMIT, "entry \"%s\": the archive is larger than it may be", entry);
    bytes_left -= n;
}

static void take_entry(void)
{
    if (entries_left-- == 0)
        fail(HELPER_LIMIT, "%s: it has more entries than it may have", archive_name);
}

/* Strips "./" and trailing slashes; false when the name leaves the tree. "" for the root itself. */
static bool clean_name(const char *name, char *ret, size_t cap, int *ret_depth)
{
    size_t len = 0;
    int depth = 0;

    if (!name || name[0] == '/')
        return false;
    for (const char *p = name; *p;) {
        size_t n = strcspn(p, "/");
        if (n == 2 && p[0] == '.' && p[1] == '.')
            return false;
        if (n > 0 && !(n == 1 && p[0] == '.')) {
            if (n > 255 || len + n + 2 > cap || ++depth > DEPTH_MAX)
                return false;
            if (len)
                ret[len++] = '/';
            memcpy(ret + len, p, n);
            len += n;
        }
        p += n;
        while (*p == '/')
            p++;
    }
    ret[len] = '\0';
    *ret_depth = depth;
    return true;
}

static bool target_stays(const char *target, int depth)
{
    bool front = true;

    if (!target || !target[0] || target[0] == '/')
        return false;
    for (const char *p = target; *p;) {
        size_t n = strcspn(p, "/");
        bool up = n == 2 && p[0] == '.' && p[1] == '.';
        if (up && (!front || --depth < 0))
            return false;
        if (n > 0 && !up && !(n == 1 && p[0] == '.'))
            front = false;
        p += n;
        while (*p == '/')
            p++;
    }
    return true;
}

/* The directory that holds `name`, made if need be; *ret_last its last part. The caller closes it.
 */
static int open_parent(char *name, const char **ret_last, const char *entry)
{
    int dir = fcntl(root_fd, F_DUPFD_CLOEXEC, 0);

    if (dir < 0)
        fail_errno("dup");
    for (char *slash; (slash = strchr(name, '/')) != NULL; name = slash + 1) {
        *slash = '\0';
        if (mkdirat(dir, name, 0755) == 0)
            take_entry();
        else if (errno != EEXIST)
            fail_errno("mkdir %s", entry);
        int next = openat(dir, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (next < 0 && (errno == ELOOP || errno == ENOTDIR))
            fail(HELPER_INVALID, "entry \"%s\": a part of its path is not a directory", entry);
        if (next < 0)
            fail_errno("open %s", entry);
        close(dir);
        dir = next;
        *slash = '/';
    }
    *ret_last = name;
    return dir;
}

static void unpack_file(struct archive *a, struct archive_entry *e, int dir, const char *last,
                        const char *entry)
{
    const void *block;
    size_t size;
    la_int64_t at, end = 0;
    int rc;
    mode_t mode = (archive_entry_perm(e) & 0777) | 0600;

    /* a later entry of the same name replaces the earlier one, as tar does */
    if (unlinkat(dir, last, 0) != 0 && errno != ENOENT)
        fail(HELPER_INVALID, "entry \"%s\": its name is taken by a directory", entry);
    int fd = openat(dir, last, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    if (fd < 0)
        fail_errno("create %s", entry);
    while ((rc = archive_read_data_block(a, &block, &size, &at)) == ARCHIVE_OK) {
        if (size == 0)
            continue;
        take_bytes(at > end ? at - end : 0, entry); /* a hole: free here, not where it is copied */
        take_bytes((int64_t)size, entry);
        end = at + (la_int64_t)size > end ? at + (la_int64_t)size : end;
        for (size_t done = 0; done < size;) {
            ssize_t n = pwrite(fd, (const char *)block + done, size - done, at + (off_t)done);
            if (n < 0 && errno == EINTR)
                continue;
            if (n < 0)
                fail_errno("write %s", entry);
            done += (size_t)n;
        }
    }
    if (rc != ARCHIVE_EOF)
        fail(HELPER_INVALID, "entry \"%s\": %s", entry, archive_error_string(a));
    if (archive_entry_size_is_set(e) && archive_entry_size(e) > end) { /* a hole at the end */
        take_bytes(archive_entry_size(e) - end, entry);
        if (ftruncate(fd, archive_entry_size(e)) != 0)
            fail_errno("write %s", entry);
    }
    if (archive_entry_mtime_is_set(e)) {
        struct timespec times[2] = {{.tv_nsec = UTIME_OMIT}, {.tv_sec = archive_entry_mtime(e)}};
        (void)futimens(fd, times);
    }
    close(fd);
}

/* Where links between directories are refused (Landlock does): a copy. */
static void copy_link(int from, const char *name, int dir, const char *last, const char *entry)
{
    static char chunk[65536];
    struct stat st;
    ssize_t n;
    int in = openat(from, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);

    if (in < 0 || fstat(in, &st) != 0 || !S_ISREG(st.st_mode))
        fail(HELPER_INVALID, "entry \"%s\": a link to what is no file", entry);
    int out =
        openat(dir, last, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, st.st_mode & 0777);
    if (out < 0)
        fail_errno("create %s", entry);
    while ((n = read(in, chunk, sizeof(chunk))) > 0) {
        take_bytes(n, entry);
        if (write(out, chunk, (size_t)n) != n)
            fail_errno("write %s", entry);
    }
    if (n < 0)
        fail_errno("read %s", entry);
    close(in);
    close(out);
}

/* A symbolic link that gets a second name is judged from there, too. */
static bool linked_stays(int from, const char *name, int depth)
{
    char target[4096];
    ssize_t n = readlinkat(from, name, target, sizeof(target) - 1);

    if (n < 0)
        return true; /* it is none */
    target[n] = '\0';
    return target_stays(target, depth - 1);
}

static void unpack_hardlink(struct archive_entry *e, int dir, const char *last, int depth,
                            const char *entry)
{
    char target[4096];
    const char *target_last;
    int target_depth;

    if (!clean_name(archive_entry_hardlink(e), target, sizeof(target), &target_depth) ||
        target_depth == 0)
        fail(HELPER_INVALID, "entry \"%s\": a link out of the archive", entry);
    int from = open_parent(target, &target_last, entry);
    if (!linked_stays(from, target_last, depth))
        fail(HELPER_INVALID, "entry \"%s\": a link out of the archive", entry);
    if (unlinkat(dir, last, 0) != 0 && errno != ENOENT)
        fail(HELPER_INVALID, "entry \"%s\": its name is taken by a directory", entry);
    if (linkat(from, target_last, dir, last, 0) != 0) {
        if (errno == ENOENT)
            fail(HELPER_INVALID, "entry \"%s\": a link to what is not there", entry);
        copy_link(from, target_last, dir, last, entry);
    }
    close(from);
}

static void unpack_symlink(struct archive_entry *e, int dir, const char *last, int depth,
                           const char *entry)
{
    const char *target = archive_entry_symlink(e);

    if (!target_stays(target, depth - 1))
        fail(HELPER_INVALID, "entry \"%s\": a link out of the archive", entry);
    if (unlinkat(dir, last, 0) != 0 && errno != ENOENT)
        fail(HELPER_INVALID, "entry \"%s\": its name is taken by a directory", entry);
    if (symlinkat(target, dir, last) != 0)
        fail_errno("symlink %s", entry);
}

static void unpack_dir(int dir, const char *last, const char *entry)
{
    struct stat st;

    if (mkdirat(dir, last, 0755) == 0)
        return;
    if (errno != EEXIST || fstatat(dir, last, &st, AT_SYMLINK_NOFOLLOW) != 0 ||
        !S_ISDIR(st.st_mode))
        fail(HELPER_INVALID, "entry \"%s\": its name is taken by a file", entry);
}

static void unpack_entry(struct archive *a, struct archive_entry *e)
{
    const char *given = archive_entry_pathname(e), *last;
    char name[4096], entry[512];
    int depth;

    snprintf(entry, sizeof(entry), "%s", given ? given : "(a name that is no text)");
    for (char *p = entry; *p; p++)
        if ((unsigned char)*p < 0x20)
            *p = '?';
    if (!clean_name(given, name, sizeof(name), &depth))
        fail(HELPER_INVALID, "entry \"%s\": its path leaves the archive or is too long", entry);
    if (depth == 0)
        return;
    int dir = open_parent(name, &last, entry);
    if (archive_entry_hardlink(e))
        unpack_hardlink(e, dir, last, depth, entry);
    else if (archive_entry_filetype(e) == AE_IFREG)
        unpack_file(a, e, dir, last, entry);
    else if (archive_entry_filetype(e) == AE_IFDIR)
        unpack_dir(dir, last, entry);
    else if (archive_entry_filetype(e) == AE_IFLNK)
        unpack_symlink(e, dir, last, depth, entry);
    else
        fail(HELPER_INVALID, "entry \"%s\": a device, FIFO or socket", entry);
    close(dir);
}

void unpack_archive(struct archive *a, int fd, const char *name, const struct unpack_to *to)
{
    struct archive_entry *entry;
    int rc;

    root_fd = to->fd;
    bytes_left = to->max_bytes;
    entries_left = to->max_entries;
    archive_name = name;
    /* "all" would include filters that run other programs */
    archive_read_support_filter_gzip(a);
    archive_read_support_filter_bzip2(a);
    archive_read_support_filter_xz(a);
    archive_read_support_filter_lzma(a);
    archive_read_support_filter_zstd(a);
    archive_read_support_filter_lz4(a);
    archive_read_support_filter_compress(a);
    archive_read_support_format_tar(a);
    archive_read_support_format_gnutar(a);
    archive_read_support_format_empty(a);
    if (archive_read_open_fd(a, fd, 1 << 20) != ARCHIVE_OK)
        fail(HELPER_INVALID, "%s: %s", name, archive_error_string(a));
    while ((rc = archive_read_next_header(a, &entry)) != ARCHIVE_EOF) {
        if (rc < ARCHIVE_WARN)
            fail(HELPER_INVALID, "%s: %s", name, archive_error_string(a));
        take_entry();
        unpack_entry(a, entry);
    }
}

int unpack(const char *archive_path, const char *to, int64_t max_bytes)
{
    int fd = open(archive_path, O_RDONLY | O_CLOEXEC);

    if (fd < 0)
        fail_errno("open %s", archive_path);
    if (mkdir(to, 0755) != 0 && errno != EEXIST)
        fail_errno("mkdir %s", to);
    int dir = open(to, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (dir < 0)
        fail_errno("open %s", to);
    struct rlimit size = {(rlim_t)max_bytes + 1, (rlim_t)max_bytes + 1};
    setrlimit(RLIMIT_FSIZE, &size);
    confine_to(dir, archive_path);
    confine_syscalls();

    struct archive *a = archive_read_new();
    if (!a)
        fail(HELPER_IO, "no memory");
    const struct unpack_to where = {dir, max_bytes, ENTRIES_MAX};
    unpack_archive(a, fd, archive_path, &where);
    archive_read_free(a);
    return HELPER_OK;
}
