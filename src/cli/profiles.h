/* Profiles in AWS's files: whose names a user's files have, and files of ours with the same names.
 * Used by environment.c. */
#pragma once
#include "base/buf.h"
#include "base/map.h"
#include "net/sigv4.h"

/* The profiles that the text of a config or a credentials file names, as keys; cuts up `text`. */
void profiles_read(char *text, bool config, struct map *names);
/* Left out: a name that some reader of the files would take for another, or stumble over. */
void profiles_add(struct map *names, const char *name);
/* A config and a credentials file in which all of them mean this region and these keys; look at
 * buf_failed. */
void profiles_write(struct arena *a, const struct map *names, const char *region,
                    const struct sigv4_identity *who, struct buf *config, struct buf *keys);
