/* Archives of strangers: whatever they hold, nothing of what is unpacked leads out of its directory
 * or is more than was allowed. The first byte says how the rest is meant:
 *
 *   'e'    lines "KIND PATH<tab>TARGET", from which an archive is made; kinds: f (a file, TARGET
 *          its bytes), s (with holes, TARGET its size), d, l (symbolic link), h (hard link), p, c
 *   't'    a tar whose headers' checksums are put right first
 *   other  the archive as it is, packed or not */
#include "base/buf.h"
#include "base/fs.h"
#include "exec/helper/helper.h"
#include <archive.h>
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
#define TAR_MAX     ((size_t)64 << 20)
#define BLOCK       512

static char home[64]; /* holds nothing but the directory that is unpacked to */
static jmp_buf refused;

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

/* "NNNNNN" and a blank behind it: the sum of all bytes, its own field counted as blanks. */
static void put_checksum(uint8_t header[BLOCK])
{
    char text[8];
    unsigned sum = 0;

    memset(header + 148, ' ', 8);
    for (size_t i = 0; i < BLOCK; i++)
        sum += header[i];
    snprintf(text, sizeof(text), "%06o", sum & 0777777);
    memcpy(header + 148, text, 7);
}

static void put_number(uint8_t *header, size_t at, size_t digits, unsigned long long n)
{
    for (size_t i = at + digits; i-- > at; n >>= 3)
        header[i] = (uint8_t)('0' + (n & 7));
}

static void put_text(uint8_t *header, size_t at, const char *text)
{
    memcpy(header + at, text, strnlen(text, 100));
}

static void add_blocks(struct buf *tar, const void *p, size_t n)
{
    static const char zeros[BLOCK];

    buf_add(tar, p, n);
    if (n % BLOCK)
        buf_add(tar, zeros, BLOCK - n % BLOCK);
}

/* In GNU's form. */
static void add_entry(struct buf *tar, char type, unsigned mode, const char *path,
                      const char *target, const char *bytes, unsigned long long real_size)
{
    uint8_t header[BLOCK] = {0};
    size_t n = strlen(bytes);

    if (strlen(path) > 100)
        add_entry(tar, 'L', 0, "././@LongLink", "", path, 0);
    if (strlen(target) > 100)
        add_entry(tar, 'K', 0, "././@LongLink", "", target, 0);
    put_text(header, 0, path);
    put_number(header, 100, 7, mode);
    put_number(header, 108, 7, 0);
    put_number(header, 116, 7, 0);
    put_number(header, 124, 11, n);
    put_number(header, 136, 11, mode * 1000);
    header[156] = (uint8_t)type;
    put_text(header, 157, target);
    memcpy(header + 257, "ustar  ", 8);
    if (type == 'S') {
        put_number(header, 386, 11, real_size / 2);
        put_number(header, 398, 11, n);
        put_number(header, 483, 11, real_size);
    }
    put_checksum(header);
    buf_add(tar, header, BLOCK);
    add_blocks(tar, bytes, n);
}

static void make_tar(char *lines, struct buf *tar)
{
    static const char kinds[] = "fsdlhpc", types[] = "0S52163";
    static const uint8_t zeros[2 * BLOCK];
    char *path;

    while ((path = strsep(&lines, "\n"))) {
        char *line = strsep(&path, "\t"), *target = path ? path : line + strlen(line);
        const char *kind = *line ? strchr(kinds, *line) : NULL;
        if (!kind || !line[1])
            continue;
        unsigned mode = line[1] == ' ' ? 0644 : 07000 | (uint8_t)line[1];
        bool link = *line == 'l' || *line == 'h';
        add_entry(tar, types[kind - kinds], mode, line + 2, link ? target : "",
                  *line == 'f'   ? target
                  : *line == 's' ? "abc"
                                 : "",
                  *line == 's' ? strtoull(target, NULL, 10) : 0);
    }
    buf_add(tar, zeros, sizeof(zeros));
}

/* A header every 512 bytes, but for what the one before says its data is. */
static void mend_checksums(uint8_t *tar, size_t size)
{
    for (size_t at = 0; at + BLOCK <= size;) {
        char length[13] = "";

        put_checksum(tar + at);
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
    char *copy = calloc(1, size + 1);
    const void *bytes = data;
    cleanup_buf struct buf tar;
    struct err err;

    buf_init(&tar, TAR_MAX);
    expect(fd >= 0 && copy);
    if (size)
        memcpy(copy, data + 1, size - 1);
    if (size && data[0] == 'e') {
        make_tar(copy, &tar);
        bytes = tar.data;
        size = tar.len;
    } else if (size && data[0] == 't') {
        size--;
        mend_checksums((uint8_t *)copy, size);
        bytes = copy;
    }
    expect(fs_write_all(fd, bytes, size, &err) == 0 && lseek(fd, 0, SEEK_SET) == 0);
    free(copy);
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
