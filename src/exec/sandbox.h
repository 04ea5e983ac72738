/* What a job may see, as bubblewrap's arguments and the shim's spec. Private to exec/. */
#pragma once
#include "exec/exec.h"
#include "exec/job_dir.h"
#include "base/buf.h"
#include <pthread.h>
#include <sys/stat.h>

enum outer { OUTER_NONE, OUTER_USERNS, OUTER_BWRAP }; /* where the right to mount comes from */

struct cgroups {
    /* below which jobs get groups of their own; "" = that limit cannot be had */
    char memory[PATH_MAX], cpu[PATH_MAX], pids[PATH_MAX];
    bool v2;
    char lack[256];
};

struct box { /* the machine and the data directory, looked at once */
    char run_dir[PATH_MAX], shim[PATH_MAX], bwrap[PATH_MAX];
    char mount_at[PATH_MAX]; /* one for all: each job mounts in a namespace of its own */
    pthread_mutex_t lock;    /* of the next four */
    char skel[PATH_MAX];     /* the last one, and what it was made from */
    uint64_t skel_key, sources;
    int64_t sources_ms;
    bool probed, mounts; /* mounts: a mount namespace can be had, if not an overlay */
    bool quiet;          /* of what is lacking: it is told elsewhere */
    enum overlay overlay;
    enum outer outer;
    char overlay_lack[256];
    struct cgroups cgroups;
};

/* `join`: this process may move itself within its cgroup, so that jobs get groups beside it. */
int box_open(struct box *b, const char *data_dir, bool join, struct err *err);
void box_close(struct box *b);
/* Which overlay this machine gives; asked of the kernel once. */
void box_probe_overlay(struct box *b);
/* The spec file's content. */
int box_write_spec(struct box *b, const struct job_spec *spec, struct buf *out, struct err *err);

/* sandbox_skel.c: a read-only layer with the directories, links and /etc files that every job
 * sees and the mount points of this one; ret is its path. ret_copied: which of spec's binds are
 * part of it as they are, one each. */
int box_skeleton(struct box *b, const struct job_spec *spec, char ret[PATH_MAX], bool *ret_copied,
                 struct err *err);
extern const char *const box_root_links[]; /* "bin", "lib" …: links on this host, or directories */

/* cgroups.c */
void cgroups_find(struct cgroups *c, bool join);
/* What a killed supervisor left. False: something still is in one of them. */
bool cgroups_remove(const struct cgroups *c, const char *id);
void cgroups_spec(const struct cgroups *c, const struct job_spec *spec, struct buf *out);

/* cgroup_text.c: what the kernel says of them. Takes the text apart. `controller`: v1's "memory" …,
 * or "cgroup2". */
bool cgroup_mount_in(char *mounts, const char *controller, char ret[PATH_MAX]);
/* Our group's directory below the mount `at`; false when it lies outside of it. */
bool cgroup_own_in(char *groups, const char *controller, const char *at, char ret[PATH_MAX]);
/* systemd's service whose own group it is; one that was divided for jobs is not,
 * nor is any where memory is one of v1's controllers. */
bool cgroup_service_in(char *groups, char ret[NAME_MAX + 1]);
bool cgroup_has_word(char *text, const char *word); /* cgroup.controllers … */
