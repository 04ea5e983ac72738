/* The open executor that runs nothing, for the other files of exec/. Private to exec/. */
#pragma once
#include "exec/exec.h"
#include <limits.h>

struct pool;

struct dry_exec {
    struct exec base; /* first */
    struct exec_config config;
    struct pool *pool;
    char run_dir[PATH_MAX];
};
