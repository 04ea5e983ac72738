/* What `slipway check` knows: facts that were read from files, and which of them work here. */
#pragma once
#include "cli/cli.h"

enum check_verdict { CHECK_NO, CHECK_NOTE };

struct finding {
    enum check_verdict verdict;
    const char *kind, *file;
    const char *line; /* "12", "cell 3, line 2", a step's name; or NULL */
    const char *what, *why;
    int times; /* the same in the same file */
    struct finding *next;
};
struct check {
    struct cli *cli;
    struct arena *arena;
    const char *root; /* the project's, or NULL */
    struct finding *first, **last;
    int fine;
};

/* One fact of check_driver.py: {"file","line","kind","name",…}. */
void check_fact(struct check *c, const struct json *fact);
/* How a file came to be looked at: among others in a directory; by its name, maybe a shell's
 * pattern; by its name and nothing else. */
enum check_named { CHECK_FOUND, CHECK_NAMED, CHECK_ALONE };
/* A JSON file: 1 if it is a pipeline definition, else 0. What is not JSON is one when it was named,
 * anything is when it is alone: then a finding says what is wrong. */
size_t check_definition(struct check *c, const char *path, enum check_named named);
/* Takes back findings of buckets that the engine has, if it runs. */
void check_buckets(struct check *c);
