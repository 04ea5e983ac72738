/* What the simulator runs, and what must hold afterwards. */
#pragma once
#include "base/arena.h"

/* A pipeline of some random steps; `files`: its jobs have inputs and outputs. */
char *plan_pipeline(struct arena *a, bool files);
/* One that often ends as soon as it begins. */
char *plan_brief(struct arena *a, bool files);
/* Prints which changes of a status are allowed and never came, over all seeds; how many. */
int check_edges(void);
/* NULL, or what does not hold in the data directory of an engine that was closed. */
const char *check_all(struct arena *a, const char *dir);
