/* Removing what gc_plan.c found, while the engine runs.
 *
 *   decide -> condemn (engine) -> decide again -> events -> executions and jobs, each with all that
 *   is theirs in one commit, then their directories -> definitions -> release (engine) -> blobs ->
 *   layers, skeletons
 *
 * Whoever names an old row from the engine's thread (a retry, a hit of the cache, a selective
 * execution) has read it before on another one. Once its name is condemned it is refused there;
 * what was recorded earlier is committed when condemning returns, so that the second decision sees
 * it; what was read earlier and arrives after the release is told by the epoch.
 *
 * Commits are small. Rows go before what they name, files after the commit that forgets them: a
 * crash leaves directories and blobs without rows, which the next one finds. */
#include "base/fs.h"
#include "base/log.h"
#include "base/sys.h"
#include "base/text.h"
#include "engine/experiments.h"
#include "engine/gc_private.h"
#include "engine/jobs.h"
#include "engine/pipelines.h"
#include <stdlib.h>
#include <string.h>

#define PLAN_BYTES ((size_t)1 << 40)
#define ROWS_MAX   200 /* about, in one commit */

const char *gc_kind_name(enum gc_kind kind)
{
    static const char *const names[GC_KINDS] = {
        [GC_EVENTS] = "events",
        [GC_CACHE_ENTRIES] = "cache entries",
        [GC_STEPS] = "steps",
        [GC_JOBS] = "jobs",
        [GC_EXECUTIONS] = "executions",
        [GC_DIRECTORIES] = "job directories",
        [GC_DEFINITIONS] = "definitions",
        [GC_BLOBS] = "blobs",
        [GC_LAYERS] = "requirement layers",
        [GC_SKELETONS] = "skeletons",
    };

    return names[kind];
}

const char *gc_kind_why(enum gc_kind kind)
{
    static const char *const reasons[GC_KINDS] = {
        [GC_EVENTS] = "of executions and jobs that go",
        [GC_CACHE_ENTRIES] = "of executions that go",
        [GC_STEPS] = "of executions that go",
        [GC_JOBS] = "of executions that go, or older than the last ones of their kind",
        [GC_EXECUTIONS] = "older than the last ones of their pipeline, or it was deleted",
        [GC_DIRECTORIES] = "logs and manifests of jobs that go",
        [GC_DEFINITIONS] = "no pipeline, version or execution has them",
        [GC_BLOBS] = "bytes of deleted or replaced objects that no kept job was given",
        [GC_LAYERS] = "no job has used them for 60 days",
        [GC_SKELETONS] = "of an earlier boot of the machine",
    };

    return reasons[kind];
}

static void count(struct gc_report *r, enum gc_kind kind, int64_t n, int64_t bytes)
{
    r->kinds[kind].n += n;
    r->kinds[kind].bytes += bytes;
}

/* --- what others may still name --- */

int64_t gc_epoch(struct engine *e)
{
    return __atomic_load_n(&e->gc_epoch, __ATOMIC_ACQUIRE);
}

bool gc_may_be_gone(struct engine *e, int64_t epoch, const char *name)
{
    return epoch != gc_epoch(e) || (e->condemned && map_get(e->condemned, name));
}

static int condemn(struct engine *e, void *arg, struct err *err)
{
    e->condemned = arg;
    return 0;
}

static bool is_gone(const void *gone, const char *arn)
{
    return map_get(gone, arn) != NULL;
}

/* Rows are gone: who has read them reads again. */
static void outdate_reads(struct engine *e)
{
    __atomic_add_fetch(&e->gc_epoch, 1, __ATOMIC_RELEASE);
    __atomic_add_fetch(&e->retries, 1, __ATOMIC_RELEASE);
}

struct release {
    struct map *condemned, *gone;
};

static void release(struct engine *e, void *arg)
{
    struct release *r = arg;

    tokens_drop(e, is_gone, r->gone); /* they start new ones */
    e->condemned = NULL;
    outdate_reads(e);
    map_destroy(r->condemned);
    map_destroy(r->gone);
    free(r);
}

/* (engine) Comes behind the release, which cannot fail. */
static int released(struct engine *e, void *arg, struct err *err)
{
    return 0;
}

/* --- one collection --- */

struct gc {
    struct engine *engine;
    struct gc_report *report;
    struct gc_plan *plan;
    struct gc_name *directories; /* that there were before the rows were read */
    struct map *gone;            /* ARNs of executions whose rows are gone */
};

static void remove_directory(struct gc *g, const char *id)
{
    cleanup_arena struct arena *a = arena_create(4096);
    const char *dir = job_dir(g->engine, a, id);
    struct err err = {0};

    if (!fs_exists(dir))
        return;
    int64_t bytes = gc__tree_bytes(dir);
    fault_point("gc.directory");
    if (fs_remove_tree(dir, &err) != 0)
        log_warn("gc: %s", err.msg);
    else
        count(g->report, GC_DIRECTORIES, 1, bytes);
}

/* --- events --- */

struct event_chunk {
    const struct gc_row *first;
    int n;
};

static int remove_events(struct db *db, void *arg, struct err *err)
{
    struct event_chunk *c = arg;
    const struct gc_row *row = c->first;

    for (int i = 0; i < c->n; i++, row = row->next)
        if (db_run(db, NULL, err, "DELETE FROM events WHERE seq = $1", "i", row->seq) != 0)
            return -1;
    return 0;
}

static int collect_events(struct gc *g, struct err *err)
{
    const struct gc_row *row = g->plan->events;

    while (row) {
        struct event_chunk c = {.first = row};
        for (; row && c.n < ROWS_MAX; row = row->next)
            c.n++;
        if (store_write(g->engine->config.store, remove_events, &c, err) != 0)
            return -1;
        fault_point("gc.events");
    }
    count(g->report, GC_EVENTS, g->plan->n_events.n, g->plan->n_events.bytes);
    return 0;
}

/* --- executions and jobs --- */

/* One commit: whole executions, or jobs that belong to none. */
struct row_chunk {
    struct gc *gc;
    struct gc_execution *first_x, *end_x;
    struct gc_job *first_j, *end_j;
};

static bool goes_alone(const struct gc_job *j)
{
    return !j->keep && !j->execution;
}

static int remove_job(struct db *db, struct gc *g, const struct gc_job *j, struct err *err)
{
    if (objects_unpin(g->engine->config.objects, db, j->id, err) != 0 ||
        component_keep(db, j->arn, err) != 0 ||
        db_run(db, NULL, err, "DELETE FROM tags WHERE arn = $1", "t", j->arn) != 0)
        return -1;
    return db_run(db, NULL, err, "DELETE FROM jobs WHERE seq = $1 AND arn = $2", "it", j->seq,
                  j->arn);
}

static int remove_execution(struct db *db, struct gc *g, const struct gc_execution *x,
                            struct err *err)
{
    const struct execution_key key = {x->account, x->region, x->pipeline, x->arn, x->seq};
    int64_t runs, n = 0;
    int got = db_get_int(db, &runs, err,
                         "SELECT 1 FROM executions WHERE seq = $1 AND status IN ('Executing', "
                         "'Stopping')",
                         "i", x->seq);

    if (got != 0)
        return got < 0 ? -1 : err_set(err, ERR_INTERNAL, "gc: %s was condemned and runs", x->arn);
    for (const struct gc_job *j = x->jobs; j; j = j->of_x)
        if (remove_job(db, g, j, err) != 0)
            return -1;
    return execution_rows_remove(db, &key, &n, err);
}

static int remove_rows(struct db *db, void *arg, struct err *err)
{
    struct row_chunk *c = arg;

    for (struct gc_execution *x = c->first_x; x != c->end_x; x = x->next)
        if (!x->keep && remove_execution(db, c->gc, x, err) != 0)
            return -1;
    for (struct gc_job *j = c->first_j; j != c->end_j; j = j->next)
        if (goes_alone(j) && remove_job(db, c->gc, j, err) != 0)
            return -1;
    return 0;
}

static void count_job(struct gc *g, const struct gc_job *j)
{
    count(g->report, GC_JOBS, 1, j->bytes);
    remove_directory(g, j->id);
}

static void count_execution(struct gc *g, const struct gc_execution *x)
{
    struct gc_report *r = g->report;

    map_set(g->gone, x->arn, g);
    count(r, GC_EXECUTIONS, 1, x->bytes);
    count(r, GC_STEPS, x->steps.n, x->steps.bytes);
    count(r, GC_CACHE_ENTRIES, x->entries.n, x->entries.bytes);
    for (const struct gc_job *j = x->jobs; j; j = j->of_x)
        count_job(g, j);
}

static int collect_chunk(struct gc *g, struct row_chunk *c, struct err *err)
{
    if (store_write(g->engine->config.store, remove_rows, c, err) != 0)
        return -1;
    fault_point("gc.rows");
    for (struct gc_execution *x = c->first_x; x != c->end_x; x = x->next)
        if (!x->keep)
            count_execution(g, x);
    for (struct gc_job *j = c->first_j; j != c->end_j; j = j->next)
        if (goes_alone(j))
            count_job(g, j);
    return 0;
}

static int64_t rows_of(const struct gc_execution *x)
{
    int64_t n = 1 + x->steps.n + x->entries.n;

    for (const struct gc_job *j = x->jobs; j; j = j->of_x)
        n++;
    return n;
}

static int collect_executions(struct gc *g, struct err *err)
{
    struct gc_execution *x = g->plan->executions;

    while (x) {
        struct row_chunk c = {.gc = g, .first_x = x};
        for (int64_t n = 0; x && n < ROWS_MAX; x = x->next)
            n += x->keep ? 0 : rows_of(x);
        c.end_x = x;
        if (collect_chunk(g, &c, err) != 0)
            return -1;
    }
    return 0;
}

static int collect_jobs(struct gc *g, struct err *err)
{
    struct gc_job *j = g->plan->jobs;

    while (j) {
        struct row_chunk c = {.gc = g, .first_j = j};
        for (int n = 0; j && n < ROWS_MAX; j = j->next)
            n += goes_alone(j);
        c.end_j = j;
        if (collect_chunk(g, &c, err) != 0)
            return -1;
    }
    return 0;
}

/* Whose rows an earlier collection has removed before it was ended. */
static bool is_orphan(const struct gc_plan *p, const char *id)
{
    return !map_get(p->by_id, id);
}

static void collect_orphans(struct gc *g)
{
    for (struct gc_name *d = g->directories; d; d = d->next)
        if (is_orphan(g->plan, d->name))
            remove_directory(g, d->name);
}

/* --- definitions --- */

struct definition_call {
    const struct gc_row *row;
    int64_t removed;
};

static int remove_definition(struct db *db, void *arg, struct err *err)
{
    struct definition_call *c = arg;

    return db_run(db, &c->removed, err,
                  "DELETE FROM definitions WHERE hash = $1 AND NOT EXISTS (SELECT 1 FROM "
                  "executions WHERE definition = $1) AND NOT EXISTS (SELECT 1 FROM pipelines "
                  "WHERE definition = $1) AND NOT EXISTS (SELECT 1 FROM pipeline_versions WHERE "
                  "definition = $1)",
                  "t", c->row->hash);
}

static int collect_definitions(struct gc *g, struct err *err)
{
    for (const struct gc_row *row = g->plan->definitions; row; row = row->next) {
        struct definition_call c = {.row = row};
        if (store_write(g->engine->config.store, remove_definition, &c, err) != 0)
            return -1;
        fault_point("gc.definition");
        if (c.removed)
            count(g->report, GC_DEFINITIONS, 1, row->bytes);
    }
    return 0;
}

/* --- blobs --- */

static bool pins_go(void *arg, const char *owner)
{
    const struct gc_job *j = map_get(((const struct gc_plan *)arg)->by_id, owner);

    return j && !j->keep;
}

static int plan_blobs(struct gc *g, struct err *err)
{
    struct object_garbage found;

    if (object_garbage(g->engine->config.objects, pins_go, g->plan, &found, err) != 0)
        return -1;
    count(g->report, GC_BLOBS, found.n, found.bytes);
    return 0;
}

static int collect_blobs(struct gc *g, struct err *err)
{
    struct object_garbage freed;

    fault_point("gc.blobs");
    if (object_collect_garbage(g->engine->config.objects, &freed, err) != 0)
        return -1;
    count(g->report, GC_BLOBS, freed.n, freed.bytes);
    return 0;
}

/* --- the whole --- */

static int decide(struct engine *e, int64_t keep, const struct map *only, struct gc_plan *ret,
                  struct err *err)
{
    *ret = (struct gc_plan){
        .engine = e, .arena = arena_create(PLAN_BYTES), .keep = keep, .only = only};
    return gc__decide(ret, err);
}

static void count_kept(const struct gc_plan *p, struct gc_report *r)
{
    for (const struct gc_execution *x = p->executions; x; x = x->next)
        r->executions_kept += x->keep;
    for (const struct gc_job *j = p->jobs; j; j = j->next) {
        r->jobs_kept += j->keep;
        r->jobs_of_packages += j->of_package;
    }
}

static void plan_rows(struct gc *g)
{
    const struct gc_plan *p = g->plan;
    struct gc_report *r = g->report;

    count(r, GC_EVENTS, p->n_events.n, p->n_events.bytes);
    count(r, GC_DEFINITIONS, p->n_definitions.n, p->n_definitions.bytes);
    for (const struct gc_execution *x = p->executions; x; x = x->next) {
        if (x->keep)
            continue;
        count(r, GC_EXECUTIONS, 1, x->bytes);
        count(r, GC_STEPS, x->steps.n, x->steps.bytes);
        count(r, GC_CACHE_ENTRIES, x->entries.n, x->entries.bytes);
    }
    for (const struct gc_job *j = p->jobs; j; j = j->next)
        if (!j->keep)
            count(r, GC_JOBS, 1, j->bytes);
}

static void plan_directories(struct gc *g)
{
    cleanup_arena struct arena *a = arena_create(4096);

    for (struct gc_name *d = g->directories; d; d = d->next) {
        const struct gc_job *j = map_get(g->plan->by_id, d->name);
        if (j && j->keep)
            continue;
        count(g->report, GC_DIRECTORIES, 1, gc__tree_bytes(job_dir(g->engine, a, d->name)));
        arena_reset(a);
    }
}

static int plan_only(struct gc *g, struct err *err)
{
    plan_rows(g);
    plan_directories(g);
    if (plan_blobs(g, err) != 0)
        return -1;
    return gc__run_files(g->engine, true, g->report, err);
}

static struct map *names_of(const struct gc_plan *p)
{
    struct map *names = map_create();

    for (struct gc_execution *x = p->executions; x; x = x->next)
        if (!x->keep)
            map_set(names, x->arn, x);
    for (struct gc_job *j = p->jobs; j; j = j->next)
        if (!j->keep)
            map_set(names, j->arn, j);
    for (struct gc_row *row = p->definitions; row; row = row->next)
        map_set(names, row->hash, row);
    return names;
}

static int collect_rows(struct gc *g, const struct map *condemned, struct err *err)
{
    int64_t keep = g->plan->keep;

    gc__plan_free(g->plan); /* its map of names holds copies of them */
    if (decide(g->engine, keep, condemned, g->plan, err) != 0)
        return -1;
    count_kept(g->plan, g->report);
    fault_point("gc.decided");
    if (collect_events(g, err) != 0 || collect_executions(g, err) != 0 ||
        collect_jobs(g, err) != 0 || collect_definitions(g, err) != 0)
        return -1;
    collect_orphans(g);
    return 0;
}

/* The names stay condemned until the engine's thread has let go of them. */
static int condemn_and_collect(struct gc *g, struct err *err)
{
    struct engine *e = g->engine;
    struct map *condemned = names_of(g->plan);
    struct err ignored;

    if (engine_call(e, condemn, condemned, err) != 0) {
        map_destroy(condemned);
        return -1;
    }
    g->gone = map_create();
    int rc = collect_rows(g, condemned, err);
    struct release *r = xmalloc(sizeof(*r));
    *r = (struct release){condemned, g->gone};
    engine_post(e, release, r);
    engine_call(e, released, NULL, &ignored);
    return rc;
}

static int collect(struct gc *g, struct err *err)
{
    if (condemn_and_collect(g, err) != 0 || collect_blobs(g, err) != 0)
        return -1;
    return gc__run_files(g->engine, false, g->report, err);
}

static void tell(const struct gc_report *r)
{
    int64_t n = 0, bytes = 0;

    for (int i = 0; i < GC_KINDS; i++) {
        n += r->kinds[i].n;
        bytes += r->kinds[i].bytes;
    }
    log_info("gc: %lld things of %lld bytes are gone", (long long)n, (long long)bytes);
}

int engine_gc(struct engine *e, bool plan, int64_t keep, struct gc_report *ret, struct err *err)
{
    cleanup_arena struct arena *a = arena_create(PLAN_BYTES);
    struct gc_plan found = {0};
    struct gc g = {.engine = e, .report = ret, .plan = &found};
    int rc = -1;

    *ret = (struct gc_report){0};
    if (__atomic_exchange_n(&e->gc_busy, true, __ATOMIC_ACQ_REL))
        return err_set(err, ERR_BUSY, "a collection of garbage is under way already");
    if (remains_finish(e, err) == 0 && gc__directories(e, a, &g.directories, err) == 0 &&
        decide(e, keep, NULL, &found, err) == 0) {
        if (plan) {
            count_kept(&found, ret);
            rc = plan_only(&g, err);
        } else if ((rc = collect(&g, err)) == 0) {
            tell(ret);
        }
    }
    gc__plan_free(&found);
    __atomic_store_n(&e->gc_busy, false, __ATOMIC_RELEASE);
    return rc;
}
