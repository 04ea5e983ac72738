/* Jobs that run nowhere: an executor that keeps them in the memory of the simulated machine. */
#include "world.h"
#include "base/fs.h"
#include "base/text.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct sim_job *find(const char *dir)
{
    for (int i = 0; i < m->n_jobs; i++)
        if (str_eq(m->jobs[i].dir, dir))
            return &m->jobs[i];
    return NULL;
}

int jobs_running(void)
{
    int n = 0;

    for (int i = 0; i < m->n_jobs; i++)
        n += m->jobs[i].phase == JOB_RUNNING;
    return n;
}

void job_end(int which)
{
    struct sim_job *j = m->jobs;

    for (;; j++)
        if (j->phase == JOB_RUNNING && which-- == 0)
            break;
    job_decide(&j->end, j->cancelled);
    j->phase = j->end.phase;
}

struct sim_exec {
    struct exec base;
    struct exec_config config;
};

void jobs_tell(struct exec *base)
{
    struct sim_exec *e = (struct sim_exec *)base;

    for (int i = 0; i < m->n_jobs; i++)
        if (m->jobs[i].phase != JOB_RUNNING && !m->jobs[i].told) {
            m->jobs[i].told = true;
            e->config.changed(e->config.ctx, m->jobs[i].id);
        }
}

static int sim_submit(struct exec *e, const struct job_spec *spec, struct err *err)
{
    struct sim_job *j = find(spec->dir);

    if (chance(10))
        return err_set(err, ERR_IO, "job %s: no process for it", spec->id);
    if (sys->mkdir(spec->dir, 0700) != 0)
        return err_errno(err, errno, "mkdir %s", spec->dir);
    if (!j) {
        j = &m->jobs[m->n_jobs++];
        if (m->n_jobs > 250)
            snprintf(m->violation, sizeof(m->violation), "more jobs than any plan has");
        snprintf(j->id, sizeof(j->id), "%s", spec->id);
        snprintf(j->dir, sizeof(j->dir), "%s", spec->dir);
    }
    if (j->submitted++)
        snprintf(m->violation, sizeof(m->violation), "a job was started twice");
    j->phase = JOB_RUNNING;
    j->end = (struct job_status){.phase = JOB_RUNNING, .started_ms = m->wall_ms};
    return 0;
}

static int sim_poll(struct exec *e, const char *dir, struct job_status *ret, struct err *err)
{
    const struct sim_job *j = find(dir);

    if (j)
        *ret = j->end;
    else if (fs_exists(dir))
        *ret = (struct job_status){.phase = JOB_EXITED, .cause = JOB_CAUSE_NEVER};
    else
        return err_set(err, ERR_NOT_FOUND, "%s: no such job directory", dir);
    return 0;
}

static int sim_adopt(struct exec *e, const char *id, const char *dir, struct job_status *ret,
                     struct err *err)
{
    return sim_poll(e, dir, ret, err);
}

static int sim_cancel(struct exec *e, const char *dir, enum job_cause why, struct err *err)
{
    struct sim_job *j = find(dir);

    if (machine_refuses())
        return err_errno(err, errno, "stop %s", dir);
    if (!j)
        return err_set(err, ERR_NOT_FOUND, "%s: no such job directory", dir);
    j->cancelled = true;
    return 0;
}

static void sim_close(struct exec *e)
{
    free(e);
}

static int sim_exec_open(const struct exec_config *config, struct exec **ret, struct err *err)
{
    struct sim_exec *e = xcalloc(1, sizeof(*e));

    e->base.ops = &exec_sim;
    e->base.run_dir = "/nonexistent";
    e->config = *config;
    for (int i = 0; i < m->n_jobs; i++)
        m->jobs[i].told = false; /* a new engine has heard of nothing */
    *ret = &e->base;
    return 0;
}

const struct exec_ops exec_sim = {
    .name = "sim",
    .dry = true,
    .open = sim_exec_open,
    .close = sim_close,
    .submit = sim_submit,
    .poll = sim_poll,
    .adopt = sim_adopt,
    .cancel = sim_cancel,
};
