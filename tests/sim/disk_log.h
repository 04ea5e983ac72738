/* The log of a recorded disk: shared by disk.c, which writes it, and disk_view.c, which reads it.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SITES_MAX 64

struct entry {
    const char *name;
    struct node *node;
};

/* A file or directory, whatever its names. */
struct node {
    int number;
    bool dir;
    struct entry *entries; /* of a directory, as they stand at the end of the log */
    size_t n, cap;
    struct node *parent; /* the latest name */
    const char *name;
};
void entry_set(struct node *dir, const char *name, struct node *node); /* NULL: no entry */

enum change_kind { CHANGE_WRITE, CHANGE_SIZE, CHANGE_NAME, CHANGE_SYNC };

struct change {
    enum change_kind kind;
    struct node *node; /* of a sync NULL: everything */
    int64_t at;        /* of a write: where; of a size: the size */
    size_t len;        /* of a write */
    unsigned char *data;
    const char *name;   /* of a name: which; of a sync: of what */
    const char *gone;   /* of a name: the one that it had before, in the same directory */
    struct node *child; /* of a name: its node; NULL: it goes */
};

struct disk_log {
    struct node root;
    int n_nodes;
    struct change *changes;
    int64_t n, cap;
    const char *sites[SITES_MAX];
    int n_sites;
};
extern struct disk_log disk_log;
