/* Sweeping: what a job needed to run goes once it has ended; its log, its end and its manifest
 * stay.
 *
 * Removing takes the disk longer than making, and on some file systems what was just removed slows
 * down what is made next. So the directories wait until no job has ended for a while, or they are
 * many, or the disk is short of room. What an engine that died left waiting, the next one finds:
 * a directory that still has its spec. */
#include "engine/jobs_private.h"
#include "base/fs.h"
#include "base/log.h"
#include "base/sys.h"
#include "base/text.h"
#include "engine/code_digest.h"
#include "engine/job_small.h"
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#define QUIET_MS 1000
#define WAIT_MAX 1024
#define TRIM_MIN 100 /* jobs: what fewer leave unused in memory is not worth looking for */

struct waiting { /* the directory of one ended job */
    struct waiting *next;
    const char *dir;
};

struct sweep {
    struct job_task task; /* first */
    struct waiting *first;
    int n;
};

/* --- of jobs that have just ended --- */

static void sweep(struct engine *e, void *arg)
{
    struct sweep *s = arg;
    struct err err = {0};

    for (struct waiting *w = s->first; w; w = w->next) {
        fault_point("job.sweep");
        if (job_sweep(w->dir, &err) != 0 && err.code != ERR_NOT_FOUND)
            log_warn("%s: %s", w->dir, err.msg);
    }
    if (s->n >= TRIM_MIN)
        malloc_trim(0);
    jobs__report(&s->task);
}

void jobs__sweep_now(struct engine *e)
{
    struct jobs *all = jobs__of(e);

    if (all->sweep)
        batch_pool(e, sweep, all->sweep);
    all->sweep = NULL;
}

static void look(struct engine *e, void *arg)
{
    struct jobs *all = jobs__of(e);
    int64_t quiet_at = all->swept_last_ms + QUIET_MS;

    all->sweep_planned = quiet_at > sys->mono_ms();
    if (all->sweep_planned)
        engine_timer(e, quiet_at, look, NULL);
    else
        jobs__sweep_now(e);
}

void jobs__sweep(struct engine *e, const char *dir)
{
    struct jobs *all = jobs__of(e);

    if (!all->sweep)
        all->sweep = (struct sweep *)jobs__task(e, NULL, NULL, sizeof(*all->sweep));
    struct arena *a = all->sweep->task.arena;
    struct waiting *w = arena_alloc(a, sizeof(*w));
    *w = (struct waiting){all->sweep->first, arena_strdup(a, dir)};
    all->sweep->first = w;
    all->swept_last_ms = sys->mono_ms();
    if (++all->sweep->n >= WAIT_MAX || jobs_disk_low(e))
        jobs__sweep_now(e);
    if (!all->sweep_planned)
        engine_timer(e, all->swept_last_ms + QUIET_MS, look, NULL);
    all->sweep_planned = true;
}

/* --- what an engine that died left --- */

struct old {
    struct job_task task; /* first */
    struct map *alive;    /* ids of jobs that had not ended when this began */
    int64_t before_seq;   /* younger jobs are none of its business */
};

/* Whether a job of this id may still need what is its own. */
static bool is_alive(const struct old *o, const char *id)
{
    return strtoll(id, NULL, 36) >= o->before_seq || map_get(o->alive, id);
}

static void sweep_jobs(struct engine *e, struct old *o)
{
    struct arena *a = o->task.arena;
    char *jobs = arena_printf(a, "%s/jobs", e->config.data_dir);
    DIR *d = sys->opendir(jobs);
    struct dirent *entry;

    while (d && (entry = sys->readdir(d)) != NULL) {
        struct err err = {0};
        char *dir = arena_printf(a, "%s/%s", jobs, entry->d_name);
        if (entry->d_name[0] == '.' || is_alive(o, entry->d_name) ||
            !fs_exists(arena_printf(a, "%s/spec", dir)))
            continue;
        if (job_sweep(dir, &err) != 0)
            log_warn("%s: %s", dir, err.msg);
    }
    if (d)
        sys->closedir(d);
}

static void sweep_code(struct engine *e, struct old *o)
{
    struct arena *a = o->task.arena;
    char *run = arena_printf(a, "%s/run", e->config.data_dir);
    DIR *d = sys->opendir(run);
    struct dirent *entry;

    while (d && (entry = sys->readdir(d)) != NULL) {
        struct err err = {0};
        if (str_starts(entry->d_name, "code-") && !is_alive(o, entry->d_name + 5) &&
            fs_remove_tree(arena_printf(a, "%s/%s", run, entry->d_name), &err) != 0)
            log_warn("%s", err.msg);
    }
    if (d)
        sys->closedir(d);
}

static void sweep_old(struct engine *e, void *arg)
{
    struct old *o = arg;

    sweep_jobs(e, o);
    sweep_code(e, o);
    code_digest_sweep(e, o->task.arena);
    small_tidy(e);
    map_destroy(o->alive);
    o->alive = NULL;
    jobs__report(&o->task);
}

void jobs__sweep_old(struct engine *e)
{
    struct job_task *t = jobs__task(e, NULL, NULL, sizeof(struct old));
    struct old *o = (struct old *)t;
    size_t cursor = 0;
    const char *id;
    void *value;

    o->before_seq = e->next_seq[SEQ_JOB];
    o->alive = map_create();
    while (map_next(e->jobs, &cursor, &id, &value))
        map_set(o->alive, id, value);
    batch_pool(e, sweep_old, o);
}
