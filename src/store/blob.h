/* Blobs: immutable files of bytes, named by the metadata that refers to them.
 *
 * A blob is written to a temporary name, made durable (data, then rename, then directory) and only
 * then may a row name it. Names are ours ("<2 hex>/<32 hex>"), never a user's key. Mode 0644, so
 * that jobs of any user can read what is linked for them; nobody writes a blob again. */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include <stdint.h>

struct blobs; /* one store of blobs */
struct blob_writer;
#define BLOB_NAME_MAX 48

struct blob_ops {
    const char *name;
    int (*open)(const char *where, struct blobs **ret, struct err *err);
    void (*close)(struct blobs *b);
    int (*create)(struct blobs *b, int64_t size_hint, struct blob_writer **ret, struct err *err);
    int (*write)(struct blob_writer *w, const void *p, size_t n, struct err *err);
    /* Writes the content of another blob; shares its blocks where the file system can. */
    int (*append)(struct blob_writer *w, const char *name, struct err *err);
    /* Makes it durable, gives its name and frees the writer (also on failure). `sync` false: the
     * caller syncs many at once with sync_all before any row names them. */
    int (*commit)(struct blob_writer *w, bool sync, char ret_name[BLOB_NAME_MAX], struct err *err);
    void (*abort)(struct blob_writer *w); /* takes NULL */
    int (*sync_all)(struct blobs *b, struct err *err);
    int (*open_read)(struct blobs *b, const char *name, int *ret_fd, struct err *err);
    /* Takes a finished file into the store (rename on the same file system, else a copy); not yet
     * durable, see sync_all. */
    int (*adopt)(struct blobs *b, const char *path, char ret_name[BLOB_NAME_MAX], struct err *err);
    /* As adopt, and the file stays where it is, under both names: can be done again after a crash.
     * The caller sees to it that nobody writes it and removes it soon. */
    int (*share)(struct blobs *b, const char *path, char ret_name[BLOB_NAME_MAX], struct err *err);
    /* Where it is on this machine, for somebody who links or copies it. */
    int (*path)(struct blobs *b, const char *name, char *ret, size_t size, struct err *err);
    /* The blob under another path: hard link, else reflink, else copy; the result must not be
     * written through. */
    int (*link_to)(struct blobs *b, const char *name, const char *path, struct err *err);
    int (*remove)(struct blobs *b, const char *name, struct err *err); /* fine if not there */
    int (*each)(struct blobs *b,
                int (*fn)(void *arg, const char *name, int64_t size, int64_t mtime_ms,
                          struct err *err),
                void *arg, struct err *err);
};
struct blobs {
    const struct blob_ops *ops;
};
/* Opens a store after a check that no member of `ops` is missing. */
int blobs_open(const struct blob_ops *ops, const char *where, struct blobs **ret, struct err *err);
extern const struct blob_ops blob_files;
