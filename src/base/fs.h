/* Files: whole reads, durable atomic replacement, trees. All through the syscall table. */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include "base/sys.h"

/* The whole file, NUL-terminated; ERR_LIMIT when it is larger than `max` bytes. */
int fs_read(struct arena *a, const char *path, size_t max, char **ret, size_t *ret_len,
            struct err *err);
/* Replaces `path` by these bytes so that a crash leaves the old or the new content, never a part:
 * temporary file, fdatasync, rename, fsync of the directory. */
int fs_replace(const char *path, const void *p, size_t len, mode_t mode, struct err *err);
/* A new file, or the bytes of one that is there; a crash may leave a part. */
int fs_write_new(const char *path, const void *p, size_t len, mode_t mode, struct err *err);
int fs_write_all(int fd, const void *p, size_t len, struct err *err);
int fs_mkdirs(const char *path, mode_t mode, struct err *err); /* also parents; fine if there */
int fs_sync_dir(const char *path, struct err *err);
/* A hint to the file system, where it takes one: directories made in this one have nothing to do
 * with each other, so they need not lie together. */
void fs_spread_dirs(const char *path);
int fs_remove_tree(const char *path, struct err *err); /* fine if not there; never follows links */
bool fs_exists(const char *path);
/* Free bytes of the file system that holds `path` for an unprivileged writer; -1 when unknown. */
int64_t fs_free_bytes(const char *path);

void fd_close(int *fd); /* closes and sets -1; takes -1 */
#define cleanup_fd __attribute__((cleanup(fd_close)))
void mem_free(void *p); /* for cleanup_free: p is a pointer to the pointer */
#define cleanup_free __attribute__((cleanup(mem_free)))
