/* Runtimes: what an image URI means on this machine.
 *
 * A runtime maps a pattern on image URIs to an interpreter. Order: the project's own patterns
 * (newest first), those of everybody (project ""), then the defaults, which map AWS's framework
 * images to ROOT/.venv/bin/python of the caller's project. A pattern is a glob on the whole URI,
 * or, when it has no '/', on what follows the last '/' with or without the tag. */
#pragma once
#include "engine/core.h"
#include "exec/exec.h"

struct runtime_row {
    const char *project, *pattern, *python;
    int64_t created_ms;
};
struct runtime_choice {
    const char *python;  /* absolute path of the interpreter */
    const char *pattern; /* what matched */
    bool by_default;     /* the project's .venv */
};

int runtimes_load(struct engine *e, struct err *err); /* by access_open */

/* From memory, any thread. ERR_UNSUPPORTED: nothing maps; the message names the image and the ways
 * out. Does not look whether the interpreter is there. */
int runtime_resolve(struct engine *e, struct arena *a, const char *project, const char *image,
                    struct runtime_choice *ret, struct err *err);
/* Looks: ERR_NOT_FOUND names the image, what is missing and the ways out. May block. */
int runtime_check(struct arena *a, const char *image, const struct runtime_choice *choice,
                  struct err *err);
/* How the interpreter differs from what the image would bring: sentences pushed to an array. */
void runtime_warnings(struct arena *a, const char *image, const struct runtime_info *info,
                      struct json *warnings);

/* For handlers; durable when they return. A pattern that is there is replaced. ERR_INVALID. */
int runtime_add(struct engine *e, const char *project, const char *pattern, const char *python,
                struct err *err);
int runtime_remove(struct engine *e, const char *project, const char *pattern, struct err *err);
/* The project's and everybody's, in the order in which they are tried. From memory. */
void runtime_list(struct engine *e, struct arena *a, const char *project, struct runtime_row **ret,
                  size_t *ret_n);
/* Globs on the last part of an image's name that the project's .venv runs. */
struct json *runtime_default_patterns(struct arena *a);
