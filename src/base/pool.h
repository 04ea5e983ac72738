/* A bounded pool of threads for work that blocks. Threads start on demand and stay. */
#pragma once
#include "base/err.h"
#include <stdbool.h>
#include <stddef.h>

struct pool;
/* `stack_kib` 0: the system's default. `max_threads` 0: no thread at all, somebody calls pool_run.
 */
struct pool *pool_create(const char *name, int max_threads, int max_queued, int stack_kib);
void pool_destroy(struct pool *p); /* finishes what is queued, joins; takes NULL */
/* ERR_BUSY when max_queued are waiting. */
int pool_submit(struct pool *p, void (*fn)(void *arg), void *arg, struct err *err);
int pool_load(struct pool *p); /* running + queued */
/* Runs the n-th of the queued tasks here and now; false when there are fewer. */
bool pool_run(struct pool *p, int n);
