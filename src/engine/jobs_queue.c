/* Who may start: slots, fairness, and the disk.
 *
 * Jobs of one execution start in the order in which they were made; between executions (and the
 * projects whose jobs belong to none) the one that holds fewest slots is next, then the one that
 * has waited longest for its turn. While the disk is below its reserve no job starts; at half of it
 * the running job that has written most is stopped. Called by jobs.c on the engine thread. */
#include "base/fs.h"
#include "base/log.h"
#include "base/sys.h"
#include "base/text.h"
#include "engine/jobs_private.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define WATCH_MS 1000

struct job_group {
    char *key;
    struct job *first, **last; /* waiting */
    int held;                  /* slots */
    int64_t turn;              /* when it was last given one */
    struct job_group *next;
};

const char *job_kind_column(enum job_kind kind)
{
    return kind == JOB_PROCESSING ? "processing" : "training";
}

bool jobs_run_programs(struct engine *e)
{
    return !e->config.executor->dry;
}

void jobs__open(struct engine *e)
{
    struct jobs *all = xcalloc(1, sizeof(*all));

    all->names[0] = map_create();
    all->names[1] = map_create();
    all->names_since_ms = sys->mono_ms();
    e->jobs_private = all;
    if (e->slots <= 0) {
        long cpus = sysconf(_SC_NPROCESSORS_ONLN);
        e->slots = cpus > 0 ? (int)cpus : 1;
    }
}

void jobs__close(struct engine *e)
{
    struct jobs *all = jobs__of(e);

    for (struct job_group *g = all->groups, *next; g; g = next) {
        next = g->next;
        free(g->key);
        free(g);
    }
    map_destroy(all->names[0]);
    map_destroy(all->names[1]);
    free(all);
    e->jobs_private = NULL;
}

/* --- groups --- */

static struct job_group *group_of(struct engine *e, struct job_box *b)
{
    struct jobs *all = jobs__of(e);
    const struct job *j = &b->job;
    struct job_group *g;

    if (b->group)
        return b->group;
    const char *key = j->execution
                          ? arena_printf(j->arena, "x%lld", (long long)execution_seq(j->execution))
                          : arena_printf(j->arena, "p%s", j->who.project);
    for (g = all->groups; g; g = g->next)
        if (str_eq(g->key, key))
            break;
    if (!g) {
        g = xcalloc(1, sizeof(*g));
        g->key = xstrdup(key);
        g->last = &g->first;
        g->next = all->groups;
        all->groups = g;
    }
    b->group = g;
    return g;
}

static void group_drop_if_idle(struct engine *e, struct job_group *g)
{
    if (g->first || g->held)
        return;
    for (struct job_group **at = &jobs__of(e)->groups; *at; at = &(*at)->next)
        if (*at == g) {
            *at = g->next;
            free(g->key);
            free(g);
            return;
        }
}

void jobs__queue(struct engine *e, struct job_box *b)
{
    struct job_group *g = group_of(e, b);

    b->job.next_waiting = NULL;
    *g->last = &b->job;
    g->last = &b->job.next_waiting;
}

void jobs__unqueue(struct engine *e, struct job_box *b)
{
    struct job_group *g = b->group;

    if (!g || b->job.holds_slot)
        return;
    for (struct job **at = &g->first; *at; at = &(*at)->next_waiting) {
        if (*at != &b->job)
            continue;
        *at = b->job.next_waiting;
        if (!*at)
            g->last = at;
        b->group = NULL;
        group_drop_if_idle(e, g);
        return;
    }
}

void jobs__hold(struct engine *e, struct job_box *b)
{
    struct job_group *g = group_of(e, b);

    b->job.holds_slot = true;
    g->held++;
    g->turn = ++jobs__of(e)->turns;
    e->slots_taken++;
}

void jobs__release(struct engine *e, struct job_box *b)
{
    struct job_group *g = b->group;

    if (!b->job.holds_slot)
        return;
    b->job.holds_slot = false;
    e->slots_taken--;
    g->held--;
    b->group = NULL;
    group_drop_if_idle(e, g);
}

static struct job_group *next_group(const struct jobs *all)
{
    struct job_group *best = NULL;

    for (struct job_group *g = all->groups; g; g = g->next) {
        if (!g->first)
            continue;
        if (!best || g->held < best->held || (g->held == best->held && g->turn < best->turn))
            best = g;
    }
    return best;
}

void jobs__admit(struct engine *e)
{
    struct jobs *all = jobs__of(e);
    struct job_group *g;

    if (all->admitting) /* what starts may end at once and come back here */
        return;
    all->admitting = true;
    if (map_len(e->jobs) > 0)
        jobs__disk_watch(e);
    while (e->slots_taken < e->slots && !jobs_disk_low(e) && (g = next_group(all)) != NULL) {
        struct job_box *b = (struct job_box *)g->first;
        g->first = b->job.next_waiting;
        if (!g->first)
            g->last = &g->first;
        jobs__hold(e, b);
        jobs__start(e, b);
    }
    all->admitting = false;
}

/* --- the disk --- */

bool jobs_disk_low(struct engine *e)
{
    return __atomic_load_n(&jobs__of(e)->disk_low, __ATOMIC_RELAXED);
}

struct watched {
    const char *id, *dir;
};
struct watch {
    struct job_task task; /* first */
    struct watched *jobs;
    size_t n;
    int64_t free_bytes;
};

static int add_size(void *arg, const struct job_file *f, struct err *err)
{
    int64_t *total = arg;

    if (!f->from_input)
        *total += f->size;
    return 0;
}

static int64_t written_by(const char *dir)
{
    char *log = NULL;
    struct err ignored = {0};
    struct stat st;
    int64_t total = 0;

    job_walk(dir, "", add_size, &total, &ignored);
    if (asprintf(&log, "%s/log", dir) > 0 && sys->stat(log, &st) == 0)
        total += st.st_size;
    free(log);
    return total;
}

static void stop_largest(struct engine *e, struct watch *w)
{
    int64_t most = -1;
    struct err err = {0};
    const struct watched *largest = NULL;

    for (size_t i = 0; i < w->n; i++) {
        int64_t size = written_by(w->jobs[i].dir);
        if (size > most) {
            most = size;
            largest = &w->jobs[i];
        }
    }
    if (!largest)
        return;
    log_warn("disk: %lld bytes free, below half of the reserve: job %s (%lld bytes) is stopped",
             (long long)w->free_bytes, largest->id, (long long)most);
    if (e->exec->ops->cancel(e->exec, largest->dir, JOB_CAUSE_DISK, &err) != 0)
        log_error("job %s: %s", largest->id, err.msg);
}

static void watch_look(struct engine *e, void *arg)
{
    struct watch *w = arg;
    struct jobs *all = jobs__of(e);

    w->free_bytes = fs_free_bytes(e->config.data_dir);
    bool low = w->free_bytes >= 0 && w->free_bytes < e->config.disk_reserve;
    if (low != __atomic_exchange_n(&all->disk_low, low, __ATOMIC_RELAXED)) {
        if (low)
            log_warn("disk: %lld bytes free, below the reserve of %lld: no job starts",
                     (long long)w->free_bytes, (long long)e->config.disk_reserve);
        else
            log_info("disk: above its reserve again: jobs start");
    }
    if (low && w->free_bytes < e->config.disk_reserve / 2)
        stop_largest(e, w);
    jobs__report(&w->task);
}

static void watch_again(struct engine *e, void *arg)
{
    jobs__of(e)->watching = false;
    jobs__admit(e); /* watches on while there are jobs */
}

static void watch_done(struct engine *e, struct job_task *t)
{
    if (jobs_disk_low(e))
        jobs__sweep_now(e);
    engine_timer(e, sys->mono_ms() + WATCH_MS, watch_again, NULL);
}

void jobs__disk_watch(struct engine *e)
{
    struct jobs *all = jobs__of(e);
    struct job_task *t;
    struct watch *w;
    size_t cursor = 0;
    void *value;

    if (all->watching || e->config.disk_reserve <= 0)
        return;
    all->watching = true;
    t = jobs__task(e, NULL, watch_done, sizeof(*w));
    w = (struct watch *)t;
    w->jobs = arena_alloc(t->arena, (map_len(e->jobs) + 1) * sizeof(*w->jobs));
    while (map_next(e->jobs, &cursor, NULL, &value)) {
        struct job_box *b = value;
        if (b->job.state == JOB_STATE_ACTIVE)
            w->jobs[w->n++] =
                (struct watched){arena_strdup(t->arena, b->job.id), arena_strdup(t->arena, b->dir)};
    }
    batch_pool(e, watch_look, w);
}
