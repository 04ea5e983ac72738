/* An executor that runs nothing: it stages a job as the real one does, so that inputs, paths and
 * environments are checked, and then says that it ended with 0. `changed` comes from a thread of
 * its own, as from the real one. */
#include "exec/exec_dry.h"
#include "exec/job_dir.h"
#include "exec/stage.h"
#include "base/fs.h"
#include "base/log.h"
#include "base/pool.h"
#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct news {
    struct dry_exec *e;
    char id[256];
};

static void news_tell(void *arg)
{
    struct news *n = arg;

    if (n->e->config.changed)
        n->e->config.changed(n->e->config.ctx, n->id);
    free(n);
}

static int dry_stage(const struct job_spec *spec, struct err *err)
{
    char path[JOB_PATH_MAX];
    struct job_status st = {.phase = JOB_EXITED, .cause = JOB_CAUSE_EXIT};

    if (!spec->argv || !spec->argv[0] || !spec->argv[0][0])
        return err_set(err, ERR_INVALID, "job %s: no program to run", spec->id);
    if (stage_job(spec->dir, spec, true, err) != 0)
        return -1;
    /* as an overlay: the walk shows lower's files as inputs */
    if (job_path(path, spec->dir, "spec", err) != 0)
        return -1;
    if (stage_write(path, "overlay=user", sizeof("overlay=user"), 0600, err) != 0)
        return -1;
    st.started_ms = st.ended_ms = sys->wall_ms();
    return job_dir_write_exit(spec->dir, &st, err);
}

static int dry_submit(struct exec *base, const struct job_spec *spec, struct err *err)
{
    struct dry_exec *e = (struct dry_exec *)base;
    struct err why;

    if (!job_id_valid(spec->id) || !spec->dir || spec->dir[0] != '/' || strlen(spec->dir) > 3800)
        return err_set(err, ERR_INVALID, "job \"%.64s\": its id or its directory is not one",
                       spec->id ? spec->id : "");
    if (sys->mkdir(spec->dir, 0700) != 0)
        return err_errno(err, errno, "mkdir %s", spec->dir);
    if (dry_stage(spec, err) != 0) {
        if (fs_remove_tree(spec->dir, &why) != 0)
            log_warn("job %s: %s", spec->id, why.msg);
        return -1;
    }
    struct news *n = xcalloc(1, sizeof(*n));
    n->e = e;
    snprintf(n->id, sizeof(n->id), "%s", spec->id);
    if (pool_submit(e->pool, news_tell, n, &why) != 0) {
        log_warn("job %s: %s", spec->id, why.msg);
        free(n);
    }
    return 0;
}

static int dry_poll(struct exec *base, const char *dir, struct job_status *ret, struct err *err)
{
    (void)base;
    return job_dir_status(dir, false, ret, err);
}

static int dry_adopt(struct exec *base, const char *id, const char *dir, struct job_status *ret,
                     struct err *err)
{
    (void)base;
    (void)id;
    return job_dir_status(dir, true, ret, err);
}

static int dry_cancel(struct exec *base, const char *dir, enum job_cause why, struct err *err)
{
    struct job_status st;

    (void)base;
    (void)why;
    /* whatever it was, it has ended */
    return job_dir_status(dir, true, &st, err);
}

static void dry_close(struct exec *base)
{
    struct dry_exec *e = (struct dry_exec *)base;

    if (!e)
        return;
    pool_destroy(e->pool);
    free(e);
}

static int dry_open(const struct exec_config *config, struct exec **ret, struct err *err)
{
    struct dry_exec *e = xcalloc(1, sizeof(*e));

    (void)err;
    e->base.ops = &exec_dry;
    e->config = *config;
    snprintf(e->run_dir, sizeof(e->run_dir), "%.4000s/run", config->data_dir);
    e->base.run_dir = e->run_dir;
    e->pool = pool_create("dry", 1, 100000, 0);
    *ret = &e->base;
    return 0;
}

const struct exec_ops exec_dry = {
    .name = "dry",
    .dry = true,
    .open = dry_open,
    .close = dry_close,
    .submit = dry_submit,
    .poll = dry_poll,
    .adopt = dry_adopt,
    .cancel = dry_cancel,
};
