/* What the simulator runs, and what must hold afterwards. */
#pragma once
#include "base/arena.h"

/* A pipeline of some random steps. */
char *plan_pipeline(struct arena *a);
/* NULL, or what does not hold in the data directory of an engine that was closed. */
/* Prints which changes of a status are allowed and never came, over all seeds; how many. */
int check_edges(void);
const char *check_all(struct arena *a, const char *dir, const char *const *arns, int n_arns);
