/* Shared by access.c and runtimes.c alone: what the engine holds in memory of keys, projects and
 * runtimes. */
#pragma once
#include "engine/access.h"
#include "engine/runtimes.h"

#define KEY_SHARDS 16

struct shard {
    pthread_rwlock_t lock;
    struct map *map; /* access key -> struct key */
};

struct project_row {
    char *id, *name, *root, *access_key;
    int64_t created_ms;
    struct project_row *next;
};

struct runtime_entry {
    char *project, *pattern, *python;
    int64_t created_ms;
    struct runtime_entry *next;
};

struct access {
    struct shard shards[KEY_SHARDS];
    pthread_mutex_t making;         /* one project or runtime is made at a time */
    pthread_rwlock_t lock;          /* of all below */
    struct project_row *projects;   /* oldest first */
    struct runtime_entry *runtimes; /* newest first */
    struct map *jobs;               /* job id -> its access key */
    char *own_key;                  /* set by access_open alone */
};

void runtimes__free(struct access *x);
