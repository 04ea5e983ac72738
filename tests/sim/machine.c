#include "world.h"
#include "base/fs.h"
#include "base/text.h"
#include "exec/job_dir.h"
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct machine *m;

uint32_t dice(uint32_t sides)
{
    m->rng ^= m->rng << 13;
    m->rng ^= m->rng >> 7;
    m->rng ^= m->rng << 17;
    return (uint32_t)((m->rng >> 11) % sides);
}

bool chance(int in_1000)
{
    return (int)dice(1000) < in_1000;
}

void machine_reset(struct machine *shared, uint64_t seed)
{
    m = shared;
    memset(m, 0, offsetof(struct machine, taken));
    m->violation[0] = '\0';
    m->rng = seed * 0x9e3779b97f4a7c15u + 0x2545f4914f6cdd1du;
    for (int i = 0; i < 8; i++)
        dice(2);
    m->wall_ms = 1800000000000 + (int64_t)dice(1000000);
    m->mono_ms = 1000;
}

/* --- the disk: 0: go on --- */

static int refused(void)
{
    if (m->dies_in > 0 && --m->dies_in == 0)
        _exit(KILLED); /* kill -9: it does nothing more, and what it wrote stays */
    if (m->full_in_100 && (int)dice(100) < m->full_in_100) {
        errno = dice(4) ? ENOSPC : EIO;
        return -1;
    }
    return 0;
}

static int sim_open(const char *path, int flags, mode_t mode)
{
    return (flags & O_CREAT) && refused() ? -1 : sys_real.open(path, flags, mode);
}

static ssize_t sim_write(int fd, const void *p, size_t n)
{
    return refused() ? -1 : sys_real.write(fd, p, n);
}

static ssize_t sim_pwrite(int fd, const void *p, size_t n, off_t at)
{
    return refused() ? -1 : sys_real.pwrite(fd, p, n, at);
}

static int sim_fdatasync(int fd)
{
    return refused();
}

static int sim_mkdir(const char *path, mode_t mode)
{
    return refused() ? -1 : sys_real.mkdir(path, mode);
}

static int sim_rename(const char *from, const char *to)
{
    return refused() ? -1 : sys_real.rename(from, to);
}

static int sim_fallocate(int fd, int mode, off_t at, off_t len)
{
    return 0; /* the ballast: no memory for it */
}

static int64_t sim_wall(void)
{
    return m->wall_ms;
}

static int64_t sim_mono(void)
{
    return m->mono_ms;
}

static int sim_random(void *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        ((unsigned char *)p)[i] = (unsigned char)dice(256);
    return 0;
}

const struct sys_ops *machine_sys(void)
{
    static struct sys_ops machine_table;

    machine_table = sys_real;
    machine_table.open = sim_open;
    machine_table.write = sim_write;
    machine_table.pwrite = sim_pwrite;
    machine_table.fallocate = sim_fallocate;
    machine_table.fdatasync = sim_fdatasync;
    machine_table.fsync = sim_fdatasync;
    machine_table.syncfs = sim_fdatasync;
    machine_table.mkdir = sim_mkdir;
    machine_table.rename = sim_rename;
    machine_table.wall_ms = sim_wall;
    machine_table.mono_ms = sim_mono;
    machine_table.random = sim_random;
    return &machine_table;
}

/* --- jobs --- */

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
    uint32_t how = dice(100);
    j->end.ended_ms = m->wall_ms;
    j->phase = how < 8 ? JOB_LOST : JOB_EXITED;
    j->end.cause = j->cancelled && how < 90 ? JOB_CAUSE_STOPPED
                   : how < 12               ? JOB_CAUSE_SETUP
                   : how < 16               ? JOB_CAUSE_MEMORY
                                            : JOB_CAUSE_EXIT;
    j->end.exit_code = j->end.cause == JOB_CAUSE_EXIT && how < 25 ? 1 : 0;
    j->end.phase = j->phase;
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

    if (refused())
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
