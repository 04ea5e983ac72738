/* The executor of both programs: what they know of their jobs alike. */
#include "world.h"
#include <stdlib.h>

int jobs_running(void)
{
    int n = 0;

    for (int i = 0; i < jobs_count(); i++)
        n += job_runs(i);
    return n;
}

void job_end(int which)
{
    int i = 0;

    while (!job_runs(i) || which-- > 0)
        i++;
    job_ends(i);
}

struct sim_exec {
    struct exec base;
    struct exec_config config;
    bool told[JOBS_MAX]; /* a new engine has heard of nothing */
};

void jobs_tell(struct exec *base)
{
    struct sim_exec *e = (struct sim_exec *)base;

    for (int i = 0; i < jobs_count(); i++)
        if (!job_runs(i) && !e->told[i]) {
            e->told[i] = true;
            e->config.changed(e->config.ctx, job_id(i));
        }
}

static void sim_close(struct exec *e)
{
    free(e);
}

static int sim_open(const struct exec_config *config, struct exec **ret, struct err *err)
{
    struct sim_exec *e = xcalloc(1, sizeof(*e));

    e->base.ops = &exec_sim;
    e->base.run_dir = m->run_dir;
    e->config = *config;
    *ret = &e->base;
    return 0;
}

const struct exec_ops exec_sim = {
    .name = "sim",
    .dry = true,
    .open = sim_open,
    .close = sim_close,
    .submit = job_submit,
    .poll = job_poll,
    .adopt = job_adopt,
    .cancel = job_cancel,
};
