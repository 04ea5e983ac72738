/* Files that the program carries: the shim, the helper, the Python of runtime/. Private to exec/.
 */
#pragma once
#include "exec/exec.h"
#include <limits.h>

/* Writes them below `run_dir` where they are not yet there, whole or not at all. */
int embedded_shim(const char *run_dir, char ret[PATH_MAX], struct err *err);
int embedded_helper(const char *run_dir, char ret[PATH_MAX], struct err *err);
/* The directory of the runtime's files. */
int embedded_runtime(const char *run_dir, char ret[PATH_MAX], struct err *err);
/* Changes whenever one of the runtime's files or the shim does. */
const char *embedded_digest(void);
