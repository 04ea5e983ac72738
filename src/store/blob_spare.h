/* Names of blobs: their fan-out directories, and names made in advance. Private to blob_files.c. */
#pragma once
#include "base/err.h"
#include <limits.h>
#include <stdbool.h>

#define BLOB_ID_LEN 32

struct spares;

int spares_open(const char *dir, struct spares **ret, struct err *err);
void spares_close(struct spares *s); /* removes those not taken; takes NULL */
/* An empty file DIR/<2 hex>/<id> whose name is durable already. Only spares_give ends its being
 * unfinished. */
int spares_take(struct spares *s, char ret_id[BLOB_ID_LEN + 1], struct err *err);
/* The file has its content, or is gone. */
void spares_give(struct spares *s, const char *id);
/* Is it one that nobody finished yet? */
bool spares_has(struct spares *s, const char *id);
/* Makes the directory of this id, durably; its path. */
int spares__need_dir(struct spares *s, const char *id, char ret_path[PATH_MAX], struct err *err);
int spares__new_id(char ret_id[BLOB_ID_LEN + 1], struct err *err);
