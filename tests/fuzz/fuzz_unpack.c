/* Archives of strangers: whatever they hold, nothing of what is unpacked leads out of its directory
 * or is more than was allowed. The first byte says how the rest is meant:
 *
 *   'e'    lines "KIND PATH<tab>TARGET", from which an archive is made; kinds: f (a file, TARGET
 *          its bytes), s (with holes, TARGET its size), d, l (symbolic link), h (hard link), p, c
 *   't'    a tar whose headers' checksums are put right first
 *   other  the archive as it is, packed or not */
#include "base/fs.h"
#include "exec/helper/helper.h"
#include <archive.h>
#include <archive_entry.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define BYTES_MAX   ((int64_t)1 << 20)
#define ENTRIES_MAX 300
#define TAR_MAX     ((size_t)1 << 20)
#define BLOCK       512
#define HOLES_MAX   ((int64_t)2 << 20)

static char home[64]; /* holds nothing but the directory that is unpacked to */
static jmp_buf refused;
static const char zeros[HOLES_MAX];

static void expect(bool so)
{
    if (!so)
        abort();
}

/* What the helper does with these ends its process. */
void fail(int status, const char *fmt, ...)
{
    expect(status != HELPER_OK && status != HELPER_USAGE);
    longjmp(refused, status);
}

void fail_errno(const char *fmt, ...)
{
    longjmp(refused, HELPER_IO);
}

void confine_to(int fd, const char *name)
{
}
void confine_syscalls(void)
{
}

static void remove_home(void)
{
    struct err err;

    fs_remove_tree(home, &err);
}

static int make_home(void)
{
    char path[80];

    if (!home[0]) {
        snprintf(home, sizeof(home), "/dev/shm/slipway-fuzz-XXXXXX");
        expect(mkdtemp(home) != NULL && rmdir(home) == 0);
        atexit(remove_home);
        umask(022);
    }
    snprintf(path, sizeof(path), "%s/to", home);
    expect(mkdir(home, 0700) == 0 && mkdir(path, 0755) == 0);
    return open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/* --- the archive --- */

static void set_kind(struct archive_entry *e, char kind, const char *target)
{
    static const struct {
        char kind;
        unsigned type;
    } types[] = {{'d', AE_IFDIR}, {'l', AE_IFLNK}, {'p', AE_IFIFO}, {'c', AE_IFCHR}};

    archive_entry_set_filetype(e, AE_IFREG);
    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
        if (types[i].kind == kind)
            archive_entry_set_filetype(e, types[i].type);
    archive_entry_set_size(e, 0);
    if (kind == 'l')
        archive_entry_set_symlink(e, target);
    if (kind == 'h')
        archive_entry_set_hardlink(e, target);
    if (kind == 'f')
        archive_entry_set_size(e, (int64_t)strlen(target));
    if (kind == 's') { /* three bytes that are none, in the middle */
        int64_t length = strtoll(target, NULL, 10);
        length = length < 8 ? 8 : length;
        archive_entry_set_size(e, length);
        archive_entry_sparse_add_entry(e, length / 2, 3);
    }
}

static void add_entry(struct archive *a, struct archive_entry *e, char *line)
{
    char *tab = strchr(line, '\t'), *target = tab ? tab + 1 : line + strlen(line), kind = line[0];

    if (tab)
        *tab = '\0';
    if (!kind || !line[1])
        return;
    archive_entry_clear(e);
    archive_entry_set_pathname(e, line + 2);
    archive_entry_set_perm(e, (mode_t)(line[1] == ' ' ? 0644 : 07000 | line[1]));
    archive_entry_set_mtime(e, line[1] * 1000, 0);
    set_kind(e, kind, target);
    if (archive_write_header(a, e) < ARCHIVE_WARN || kind == 'h')
        return;
    if (kind == 'f')
        archive_write_data(a, target, strlen(target));
    else if (kind == 's' && archive_entry_size(e) <= HOLES_MAX) /* it leaves the holes out */
        archive_write_data(a, zeros, (size_t)archive_entry_size(e));
}

static size_t make_tar(char *lines, char *tar)
{
    struct archive *a = archive_write_new();
    struct archive_entry *e = archive_entry_new();
    size_t used = 0;
    char *line;

    archive_write_set_format_pax(a);
    archive_write_open_memory(a, tar, TAR_MAX, &used);
    while ((line = strsep(&lines, "\n")))
        add_entry(a, e, line);
    archive_write_close(a);
    archive_entry_free(e);
    archive_write_free(a);
    return used;
}

/* A header every 512 bytes, but for what the one before says its data is. */
static void mend_checksums(uint8_t *tar, size_t size)
{
    for (size_t at = 0; at + BLOCK <= size;) {
        char length[13] = "", sum_text[8];
        unsigned sum = 0;

        memset(tar + at + 148, ' ', 8);
        for (size_t i = 0; i < BLOCK; i++)
            sum += tar[at + i];
        snprintf(sum_text, sizeof(sum_text), "%06o", sum & 0777777);
        memcpy(tar + at + 148, sum_text, 7);
        memcpy(length, tar + at + 124, 12);
        unsigned long long n = strtoull(length, NULL, 8);
        at += BLOCK;
        if (n < size)
            at += (n + BLOCK - 1) / BLOCK * BLOCK;
    }
}

static int archive_of(const uint8_t *data, size_t size)
{
    int fd = memfd_create("archive", MFD_CLOEXEC);
    char *copy = calloc(1, size + 1), *tar = NULL;
    const void *bytes = data;
    struct err err;

    expect(fd >= 0 && copy);
    if (size)
        memcpy(copy, data + 1, size - 1);
    if (size && data[0] == 'e') {
        tar = malloc(TAR_MAX);
        size = make_tar(copy, tar);
        bytes = tar;
    } else if (size && data[0] == 't') {
        size--;
        mend_checksums((uint8_t *)copy, size);
        bytes = copy;
    }
    expect(fs_write_all(fd, bytes, size, &err) == 0 && lseek(fd, 0, SEEK_SET) == 0);
    free(copy);
    free(tar);
    return fd;
}

/* --- what was unpacked --- */

struct sum {
    int64_t bytes;
    long entries;
};

/* By any name, the kernel must not be led out of the tree. */
static void check_stays(int root, const char *path)
{
    struct open_how how = {.flags = O_PATH | O_CLOEXEC, .resolve = RESOLVE_BENEATH};
    int fd = (int)syscall(SYS_openat2, root, path, &how, sizeof(how));

    expect(fd >= 0 || errno != EXDEV);
    if (fd >= 0)
        close(fd);
}

static void check_tree(int root, const char *path, struct sum *sum)
{
    int fd = openat(root, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
    struct dirent *d;
    struct stat st;

    expect(dir != NULL);
    while ((d = readdir(dir))) {
        char below[40000];
        if (strcmp(d->d_name, ".") == 0 || strcmp(d->d_name, "..") == 0)
            continue;
        snprintf(below, sizeof(below), "%s/%s", path, d->d_name);
        expect(fstatat(fd, d->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0);
        expect(S_ISREG(st.st_mode) || S_ISDIR(st.st_mode) || S_ISLNK(st.st_mode));
        expect(S_ISLNK(st.st_mode) || (st.st_mode & 07022) == 0);
        sum->entries++;
        sum->bytes += S_ISREG(st.st_mode) ? st.st_size / (int64_t)st.st_nlink : 0;
        if (strlen(below) < PATH_MAX)
            check_stays(root, below);
        if (S_ISDIR(st.st_mode) && strlen(below) < PATH_MAX)
            check_tree(root, below, sum);
    }
    closedir(dir);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct archive *a = archive_read_new();
    struct sum sum = {0};
    struct err err;
    char path[80];

    int fd = archive_of(data, size), to = make_home();
    expect(to > fd);
    const struct unpack_to where = {to, BYTES_MAX, ENTRIES_MAX};
    if (setjmp(refused) == 0)
        unpack_archive(a, fd, "archive", &where);
    archive_read_free(a);
    close_range((unsigned)to + 1, ~0U, 0); /* what it had open when it was refused */
    check_tree(to, ".", &sum);
    expect(sum.bytes <= BYTES_MAX && sum.entries <= ENTRIES_MAX);
    close(to);
    close(fd);
    snprintf(path, sizeof(path), "%s/to", home);
    expect(fs_remove_tree(path, &err) == 0);
    expect(rmdir(home) == 0); /* nothing was made beside it */
    return 0;
}
