/* model.tar.gz and its like: the files that the engine names, in its order. */
#include "helper.h"
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK (1 << 20)

/* The next NUL-ended word of stdin into *word; false at the end. */
static int next_word(char **word, size_t *cap)
{
    ssize_t n = getdelim(word, cap, '\0', stdin);

    if (n < 0 && ferror(stdin))
        fail_errno("read the list of files");
    return n > 0;
}

static void check(struct archive *a, int rc, const char *name)
{
    if (rc >= ARCHIVE_WARN)
        return;
    errno = archive_errno(a);
    if (errno == ENOSPC || errno == EDQUOT)
        fail_errno("pack %s", name);
    fail(HELPER_IO, "pack %s: %s", name, archive_error_string(a));
}

static void pack_file(struct archive *a, struct archive_entry *entry, const char *name,
                      const char *host, char *chunk)
{
    struct stat st;
    int fd = open(host, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);

    if (fd < 0 || fstat(fd, &st) != 0)
        fail_errno("open %s", host);
    if (!S_ISREG(st.st_mode))
        fail(HELPER_INVALID, "%s: not a regular file", host);
    archive_entry_clear(entry);
    archive_entry_set_pathname(entry, name);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, st.st_mode & 0777);
    archive_entry_set_size(entry, st.st_size);
    archive_entry_set_mtime(entry, st.st_mtim.tv_sec, 0);
    archive_entry_set_uname(entry, "root");
    archive_entry_set_gname(entry, "root");
    check(a, archive_write_header(a, entry), name);
    for (off_t left = st.st_size; left > 0;) {
        ssize_t n = read(fd, chunk, left < CHUNK ? (size_t)left : CHUNK);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            fail_errno("read %s", host);
        if (n == 0)
            fail(HELPER_IO, "%s: it shrank while it was packed", host);
        if (archive_write_data(a, chunk, (size_t)n) != n)
            check(a, ARCHIVE_FATAL, name);
        left -= n;
    }
    close(fd);
}

int pack(void)
{
    struct archive *a = archive_write_new();
    struct archive_entry *entry = archive_entry_new();
    char *chunk = malloc(CHUNK), *name = NULL, *host = NULL;
    size_t name_cap = 0, host_cap = 0;

    if (!a || !entry || !chunk)
        fail(HELPER_IO, "no memory");
    confine_syscalls();
    archive_write_add_filter_gzip(a);
    /* equal files give equal bytes; and models hardly get smaller by trying harder */
    archive_write_set_options(a, "gzip:!timestamp,gzip:compression-level=1");
    archive_write_set_format_pax_restricted(a);
    check(a, archive_write_open_fd(a, STDOUT_FILENO), "the archive");
    while (next_word(&name, &name_cap)) {
        if (!next_word(&host, &host_cap))
            fail(HELPER_INVALID, "%s: named without its file", name);
        pack_file(a, entry, name, host, chunk);
    }
    check(a, archive_write_close(a), "the archive");
    archive_write_free(a);
    archive_entry_free(entry);
    if (close(STDOUT_FILENO) != 0)
        fail_errno("close the archive");
    return HELPER_OK;
}
