/* Stopping everything that runs: for an ephemeral server's end and its reset. */
#include "base/sys.h"
#include "engine/pipelines.h"
#include <time.h>

static int stop_all(struct engine *e, void *arg, struct err *err)
{
    struct job **alone = arena_alloc(batch_arena(e), (map_len(e->jobs) + 1) * sizeof(*alone));
    const char *key;
    size_t n = 0;
    void *p;

    for (size_t at = 0; map_next(e->executions, &at, &key, &p);)
        execution_want_stop(e, p);
    /* A job that waits ends at once and leaves the map: first list, then stop. */
    for (size_t at = 0; map_next(e->jobs, &at, &key, &p);)
        if (!((struct job *)p)->execution)
            alone[n++] = p;
    for (size_t i = 0; i < n; i++)
        job_stop(e, alone[i]);
    return 0;
}

static int count_all(struct engine *e, void *arg, struct err *err)
{
    *(size_t *)arg = map_len(e->executions) + map_len(e->jobs);
    return 0;
}

int engine_halt(struct engine *e, int64_t timeout_ms, struct err *err)
{
    int64_t until = sys->mono_ms() + timeout_ms;
    size_t left = 1;

    if (engine_call(e, stop_all, NULL, err) != 0)
        return -1;
    while (left > 0) {
        if (engine_call(e, count_all, &left, err) != 0)
            return -1;
        if (left > 0 && sys->mono_ms() > until)
            return err_set(err, ERR_TIMEOUT, "%zu executions and jobs have not ended in time",
                           left);
        if (left > 0)
            nanosleep(&(struct timespec){.tv_nsec = 10 * 1000 * 1000}, NULL);
    }
    return 0;
}
