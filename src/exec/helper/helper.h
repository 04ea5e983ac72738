/* slipway-helper: libraries that must not live in the engine, in a process that can do nothing
 * else. It is spawned for one deed and ends:
 *
 *   pack                 stdin: NUL-ended pairs "name", "host path"; stdout: a gzip tar
 *   unpack ARCHIVE TO N  unpacks below TO, which is made, at most N bytes
 *
 * What goes wrong is one line on stderr; the exit status says of what kind it is. */
#pragma once
#include <stdint.h>

enum { HELPER_OK, HELPER_USAGE, HELPER_INVALID, HELPER_IO, HELPER_LIMIT, HELPER_NO_SPACE };

/* Says why and ends the process. fail_errno adds errno's text; a full disk is HELPER_NO_SPACE. */
_Noreturn void fail(int status, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
_Noreturn void fail_errno(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

int pack(void);
int unpack(const char *archive_path, const char *to, int64_t max_bytes);

/* What of `unpack` comes after the confinement: the archive that `fd` holds, read by `a`. `name` is
 * for messages. */
struct archive;
struct unpack_to {
    int fd; /* a directory */
    int64_t max_bytes;
    long max_entries;
};
void unpack_archive(struct archive *a, int fd, const char *name, const struct unpack_to *to);

/* helper_confine.c */
/* From here on the file system is what lies below directory `fd`, which is "/" then. */
void confine_to(int fd, const char *name);
/* From here on: no new programs, no network, no privileges. */
void confine_syscalls(void);
