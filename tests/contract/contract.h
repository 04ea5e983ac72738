/* Contracts of the seams: each file contract_<seam>.c checks what the seam's header promises, on
 * the implementation that it is linked with and named after. */
#pragma once
#include "test.h"
#include "base/fs.h"

/* A fresh directory for one test; the caller removes it with fs_remove_tree. */
static inline char *contract_dir(void)
{
    static char dir[64];

    snprintf(dir, sizeof dir, "/tmp/slipway-contract-XXXXXX");
    if (!mkdtemp(dir))
        abort();
    return dir;
}
