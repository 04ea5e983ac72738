/* Jobs whose directories are real: staged by the executor's code, begun and ended by the
 * supervisor's, which is compiled here over the syscall table. No program runs: a job's end writes
 * what the program would have. Whoever is asked reads the directory, as in production. */
#include "world.h"
#include "base/fs.h"
#include "base/text.h"
#include "exec/job_dir.h"
#include "exec/stage.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

/* --- the supervisor's code --- */

static const char *here; /* its working directory */

static const char *path_of(const char *path)
{
    static char full[2][512];
    static int which;

    which = !which;
    snprintf(full[which], sizeof(full[0]), path[0] == '/' ? "%.0s%s" : "%s/%s", here, path);
    return full[which];
}

static int shim_open(const char *path, int flags, mode_t mode)
{
    return sys->open(path_of(path), flags, mode);
}

static int shim_rename(const char *from, const char *to)
{
    return sys->rename(path_of(from), path_of(to));
}

#define open3(path, flags, mode, ...) shim_open(path, flags, mode)
#define open(...)                     open3(__VA_ARGS__, 0, 0)
#define rename(from, to)              shim_rename(from, to)
#define close(fd)                     sys->close(fd)
#define read(fd, p, n)                sys->read(fd, p, n)
#define write(fd, p, n)               sys->write(fd, p, n)
#define pwrite(fd, p, n, at)          sys->pwrite(fd, p, n, at)
#define ftruncate(fd, len)            sys->ftruncate(fd, len)
#define fallocate(fd, how, at, len)   sys->fallocate(fd, how, at, len)
#define fsync(fd)                     sys->fsync(fd)
#define fdatasync(fd)                 sys->fdatasync(fd)
#include "exec/shim/shim_json.c"
#include "exec/shim/shim_report.c"
#include "exec/shim/shim_util.c"
#undef open
#undef rename
#undef close
#undef read
#undef write
#undef pwrite
#undef ftruncate
#undef fallocate
#undef fsync
#undef fdatasync

/* --- jobs --- */

static struct disk_job {
    char id[64], dir[256];
    int lock_fd, exit_fd;
    bool runs, trains;
} jobs[JOBS_MAX];
static int n_jobs;

int jobs_count(void)
{
    return n_jobs;
}

bool job_runs(int i)
{
    return jobs[i].runs;
}

const char *job_id(int i)
{
    return jobs[i].id;
}

void jobs_cut_off(void)
{
    n_jobs = 0;
}

/* What its program leaves: a file that stays in a row, and one that becomes a blob. */
static int leave_files(const struct disk_job *j, struct err *err)
{
    static const struct {
        const char *name;
        size_t len;
    } files[] = {{"result", 200}, {"model", 20000}};
    char dir[400], path[512], body[20000];

    snprintf(dir, sizeof(dir), "%s/upper/opt/ml/%s", j->dir,
             j->trains ? "model" : "processing/output");
    if (fs_mkdirs(dir, 0755, err) != 0)
        return -1;
    for (size_t i = 0; i < 2; i++) {
        snprintf(path, sizeof(path), "%s/%s", dir, files[i].name);
        memset(body, j->id[0], sizeof(body));
        if (stage_write(path, body, files[i].len, 0644, err) != 0)
            return -1;
    }
    return 0;
}

void job_ends(int i)
{
    struct disk_job *j = &jobs[i];
    struct job_status end = {0};
    char stop[512];
    struct err err;

    snprintf(stop, sizeof(stop), "%s/stop", j->dir);
    job_decide(&end, fs_exists(stop));
    struct outcome o = {.cause = job_cause_name(end.cause),
                        .exit_code = end.exit_code,
                        .started_ms = m->wall_ms,
                        .ended_ms = m->wall_ms};
    here = j->dir;
    exit_fd = j->exit_fd;
    exit_len = 0;
    if (end.phase == JOB_EXITED && (leave_files(j, &err) != 0 || exit_publish(&o) != 0))
        die("job %s: cannot end: %s", j->id, err.msg);
    j->runs = false;
    fd_close(&j->exit_fd);
    fd_close(&j->lock_fd);
}

static int write_spec(const char *dir, struct err *err)
{
    static const char text[] = "overlay=user"; /* what the walk over its files asks for */
    char path[512];

    snprintf(path, sizeof(path), "%s/spec", dir);
    return stage_write(path, text, sizeof(text), 0600, err);
}

int job_submit(struct exec *e, const struct job_spec *spec, struct err *err)
{
    struct disk_job *j = &jobs[n_jobs];
    struct spec start = {.id = spec->id};

    if (sys->mkdir(spec->dir, 0700) != 0)
        return err_errno(err, errno, "mkdir %s", spec->dir);
    if (n_jobs == JOBS_MAX - 6)
        die("more jobs than any plan has");
    *j = (struct disk_job){.lock_fd = sys->open(spec->dir, O_RDONLY | O_DIRECTORY, 0)};
    if (j->lock_fd < 0 || sys->flock(j->lock_fd, LOCK_EX | LOCK_NB) != 0)
        die("lock %s", spec->dir);
    snprintf(j->id, sizeof(j->id), "%s", spec->id);
    snprintf(j->dir, sizeof(j->dir), "%s", spec->dir);
    for (const char *const *env = spec->env; *env; env++)
        j->trains = j->trains || str_starts(*env, "TRAINING_JOB_NAME=");
    here = j->dir;
    if (stage_job(spec->dir, spec, true, err) != 0 || write_spec(spec->dir, err) != 0)
        return -1;
    if (exit_reserve() != 0 || start_publish(&start, m->wall_ms, 0) != 0)
        return err_errno(err, errno, "start %s", spec->dir);
    j->exit_fd = exit_fd;
    j->runs = true;
    n_jobs++;
    job_started(spec->id); /* from here on the program runs */
    return 0;
}

int job_adopt(struct exec *e, const char *id, const char *dir, struct job_status *ret,
              struct err *err)
{
    return job_dir_status(dir, true, ret, err);
}

int job_poll(struct exec *e, const char *dir, struct job_status *ret, struct err *err)
{
    return job_dir_status(dir, false, ret, err);
}

int job_cancel(struct exec *e, const char *dir, enum job_cause why, struct err *err)
{
    return exec_process.cancel(e, dir, why, err);
}
