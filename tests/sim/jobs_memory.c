/* Jobs that run nowhere: an executor that keeps them in the memory of the simulated machine. */
#include "world.h"
#include "base/fs.h"
#include "base/text.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>

static struct sim_job *find(const char *dir)
{
    for (int i = 0; i < m->n_jobs; i++)
        if (str_eq(m->jobs[i].dir, dir))
            return &m->jobs[i];
    return NULL;
}

int jobs_count(void)
{
    return m->n_jobs;
}

bool job_runs(int i)
{
    return m->jobs[i].phase == JOB_RUNNING;
}

const char *job_id(int i)
{
    return m->jobs[i].id;
}

void job_ends(int i)
{
    struct sim_job *j = &m->jobs[i];

    job_decide(&j->end, j->cancelled);
    j->phase = j->end.phase;
}

int job_submit(struct exec *e, const struct job_spec *spec, struct err *err)
{
    struct sim_job *j = find(spec->dir);

    if (chance(10))
        return err_set(err, ERR_IO, "job %s: no process for it", spec->id);
    if (sys->mkdir(spec->dir, 0700) != 0)
        return err_errno(err, errno, "mkdir %s", spec->dir);
    if (!j) {
        j = &m->jobs[m->n_jobs++];
        if (m->n_jobs > JOBS_MAX - 6)
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

int job_poll(struct exec *e, const char *dir, struct job_status *ret, struct err *err)
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

int job_adopt(struct exec *e, const char *id, const char *dir, struct job_status *ret,
              struct err *err)
{
    return job_poll(e, dir, ret, err);
}

int job_cancel(struct exec *e, const char *dir, enum job_cause why, struct err *err)
{
    struct sim_job *j = find(dir);

    if (machine_refuses())
        return err_errno(err, errno, "stop %s", dir);
    if (!j)
        return err_set(err, ERR_NOT_FOUND, "%s: no such job directory", dir);
    j->cancelled = true;
    return 0;
}
