/* A disk that remembers: every change that goes through its syscall table, in order, so that it can
 * be shown as a power cut after any of them would have left it.
 *
 * Nothing counts as written until it is synced, as POSIX has it and no more: a file's bytes by a
 * sync of the file, a directory's entries by a sync of the directory. What was not synced at the
 * cut is lost, or there, or there in part: any of a file's writes without those before it, a write
 * up to any sector, any of a directory's changes. A change of one directory by one call is whole
 * or not at all. */
#pragma once
#include "base/sys.h"

#define SECTOR 512

/* From here on, what happens below `root`, an empty directory. One per process. */
void disk_record(const char *root);
/* Over a table that does the work. */
const struct sys_ops *disk_sys(const struct sys_ops *below);
int64_t disk_len(void); /* changes and syncs so far: the cuts are 0 … disk_len() */

/* The kinds of things that were synced: "objects/[*]/[*]", "jobs/[*]", without the brackets. */
int disk_sites(const char *const **ret);
/* Where the last sync of such a thing before `at` stands; -1: nowhere. */
int64_t disk_synced(const char *site, int64_t at);

/* The disk at some cut. */
struct view;
/* As if syncs of `unsynced` (of disk_sites, or NULL) were not there. */
struct view *view_create(const char *unsynced);
void view_destroy(struct view *v);
void view_advance(struct view *v, int64_t cut); /* forward only */

enum loss { LOSS_ALL, LOSS_NONE, LOSS_PART };
/* Decides what the cut left of what was not synced, LOSS_PART by the seed. The image's hash. */
uint64_t view_image(struct view *v, enum loss loss, uint64_t seed);
void view_write(struct view *v, const char *to); /* makes `to`, a directory, that image */
