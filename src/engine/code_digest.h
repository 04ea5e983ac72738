/* What an archive of code holds, as a digest. The SDKs pack the same folder anew at every upsert
 * and upload it under the same name, and each archive has other times in it: its own bytes tell
 * nothing. Pool. */
#pragma once
#include "engine/core.h"
#include "store/objects.h"

/* The SDKs' name of such archives. */
bool code_archive_is(const char *key);
/* Digest of the files' names, bytes and whether they can be executed. NULL where that cannot be
 * said (it is no archive, holds links, is too large): then its bytes count. `blob_path`: its file,
 * NULL: info->data has the bytes. */
const char *code_digest(struct engine *e, struct arena *a, const struct object_info *info,
                        const char *blob_path);
/* The same of an archive that lies unpacked in `dir`. */
const char *code_digest_unpacked(struct arena *a, const char *etag, const char *dir);
/* Removes what engines that were killed have left. */
void code_digest_sweep(struct engine *e, struct arena *a);
