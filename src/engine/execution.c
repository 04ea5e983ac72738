/* An execution: which step begins when, and how it ends.
 *
 * Each step counts its blockers; whoever ends releases its dependents, so the whole costs one visit
 * per edge. A condition skips the branch that it did not take, and what waits for a skipped step is
 * skipped too. After a failure nothing new begins; what runs may finish; then the execution is
 * Failed. */
#include "engine/pipelines.h"
#include "engine/s3_read.h"
#include "engine/step_cache.h"
#include <string.h>

#define PROPERTY_FILE_MAX (16u << 20)
#define BACKLOG           64

/* --- readiness --- */

void execution_touch(struct engine *e, struct execution *x)
{
    if (x->dirty)
        return;
    x->dirty = true;
    x->next_dirty = e->dirty;
    e->dirty = x;
}

void execution_ready(struct execution *x, struct step *s)
{
    s->next_ready = NULL;
    *x->ready_last = s;
    x->ready_last = &s->next_ready;
}

static bool takes_away(const struct step *s, const struct step *dependent)
{
    bool in_branch = dependent->def->parent == s->def->index;

    /* whoever chooses the steps to run has chosen the branch */
    return s->skipped || (in_branch && s->use == USE_RUN && dependent->def->in_else == s->outcome);
}

void step_release(struct execution *x, struct step *first)
{
    struct step *todo = first; /* a list, not recursion: chains of skipped steps may be long */

    first->next_ready = NULL;
    while (todo) {
        struct step *s = todo;
        todo = s->next_ready;
        for (size_t i = 0; i < s->def->n_dependents; i++) {
            struct step *d = &x->steps[s->def->dependents[i]];
            if (d->skipped)
                continue;
            d->blockers--;
            if (takes_away(s, d)) {
                d->skipped = true;
                d->next_ready = todo;
                todo = d;
            } else if (d->blockers == 0 && d->status == RUN_NONE) {
                execution_ready(x, d);
            }
        }
    }
}

/* --- beginning a step --- */

void step_go(struct engine *e, struct execution *x, struct step *s, struct json *args)
{
    struct err err = {0};

    if (x->status == RUN_STOPPING)
        step_stopped(e, x, s);
    else if (s->def->ops->start(e, x, s, args, &err) != 0)
        step_fault(e, x, s, step_fault_of_err(&err), err.msg);
}

static void step_start(struct engine *e, struct execution *x, struct step *s)
{
    struct err err = {0};
    struct json *args = NULL;
    /* A condition's arguments hold its branches, which are steps of their own. */
    bool whole = strcmp(s->def->ops->type, "Condition") != 0;

    x->evaluated = s;
    if (x->status == RUN_STOPPING)
        step_stopped(e, x, s);
    else if (whole && eval(x, batch_arena(e), s->def->arguments, &args, &err) != 0)
        step_fault(e, x, s, step_fault_of_err(&err), err.msg);
    else if (!x->selective && step_cache_wanted(s))
        step_cache_look(e, x, s, args);
    else
        step_go(e, x, s, args);
}

/* Property files that a step's arguments read, on their way from the object store. */
struct fetch {
    struct arena *arena;
    const char *execution; /* ARN: the execution may be gone when the answer comes */
    int step;
    struct json *uris;
    struct json **files;
    struct err err;
};

static int fetch_one(struct engine *e, struct arena *a, const char *uri, struct json **ret,
                     struct err *err)
{
    char *text;
    size_t len;

    if (s3_read_uri(e, a, uri, PROPERTY_FILE_MAX, &text, &len, err) != 0)
        return err_prefix(err, "Std:JsonGet");
    if (json_parse_loose(a, text, len, ret, err) != 0)
        return err_prefix(err, "Std:JsonGet: %s is not JSON", uri);
    return 0;
}

static void fetched(struct engine *e, void *arg)
{
    struct fetch *f = arg;
    struct execution *x = map_get(e->executions, f->execution);
    struct step *s = x ? &x->steps[f->step] : NULL;

    for (size_t i = 0; s && !f->err.code && i < json_len(f->uris); i++)
        map_set(x->files, json_str(json_at(f->uris, i)), json_copy(x->arena, f->files[i]));
    if (s && f->err.code)
        step_fault(e, x, s, step_fault_of_err(&f->err), f->err.msg);
    else if (s)
        step_start(e, x, s);
    arena_destroy(f->arena);
}

static void fetch(struct engine *e, void *arg)
{
    struct fetch *f = arg;

    for (size_t i = 0; i < json_len(f->uris); i++)
        if (fetch_one(e, f->arena, json_str(json_at(f->uris, i)), &f->files[i], &f->err) != 0)
            break;
    engine_post(e, fetched, f);
}

static void step_fetch(struct engine *e, struct execution *x, struct step *s)
{
    struct arena *a = arena_create((size_t)1 << 30);
    struct fetch *f = arena_zalloc(a, sizeof(*f));
    struct err err = {0};

    f->arena = a;
    f->execution = arena_strdup(a, x->arn);
    f->step = s->def->index;
    x->evaluated = s;
    if (eval_files(x, a, s->def->arguments, &f->uris, &err) != 0) {
        step_fail(e, x, s, err.msg);
        arena_destroy(a);
        return;
    }
    f->files = arena_zalloc(a, (json_len(f->uris) + 1) * sizeof(struct json *));
    batch_pool(e, fetch, f);
}

void step_begin(struct engine *e, struct execution *x, struct step *s)
{
    step_job_name(x, s);
    if (s->def->fetches)
        step_fetch(e, x, s);
    else
        step_start(e, x, s);
}

/* --- ending a step --- */

void step_executing(struct engine *e, struct execution *x, struct step *s)
{
    if (s->status == RUN_STARTING)
        transition_step(e, x, s, RUN_EXECUTING, NULL);
}

void step_succeed(struct engine *e, struct execution *x, struct step *s,
                  const struct json *properties)
{
    s->job = NULL;
    if (properties && s->def->referenced)
        s->properties = json_copy(x->arena, properties);
    transition_step(e, x, s, RUN_SUCCEEDED, NULL);
    step_release(x, s);
}

void step_fail(struct engine *e, struct execution *x, struct step *s, const char *reason)
{
    s->job = NULL;
    x->failed = true;
    transition_step(e, x, s, RUN_FAILED, reason);
}

void step_fault(struct engine *e, struct execution *x, struct step *s, enum step_fault fault,
                const char *reason)
{
    if (!step_retry(e, x, s, fault, reason))
        step_fail(e, x, s, reason);
}

void step_stopped(struct engine *e, struct execution *x, struct step *s)
{
    s->job = NULL;
    s->retry_at_ms = 0;
    transition_step(e, x, s, RUN_STOPPED, NULL);
}

void step_job_changed(struct engine *e, struct execution *x, struct step *s, struct job *j)
{
    switch (j->state) {
    case JOB_STATE_WAITING:
    case JOB_STATE_STARTING:
    case JOB_STATE_STOPPING:
        break;
    case JOB_STATE_ACTIVE:
    case JOB_STATE_COLLECTING:
        step_executing(e, x, s);
        break;
    case JOB_STATE_COMPLETED:
        step_cache_record(e, x, s, j);
        step_succeed(e, x, s, s->def->referenced ? job_describe(j, batch_arena(e)) : NULL);
        break;
    case JOB_STATE_STOPPED:
        if (x->status == RUN_STOPPING)
            step_stopped(e, x, s);
        else
            step_fail(e, x, s, j->failure_reason ? j->failure_reason : "The job was stopped.");
        break;
    case JOB_STATE_FAILED:
        step_fault(e, x, s, step_fault_of_job(j->failure_reason),
                   j->failure_reason ? j->failure_reason : "The job failed.");
        break;
    }
}

void step_job_stop(struct engine *e, struct execution *x, struct step *s)
{
    if (s->job)
        job_stop(e, s->job);
}

void execution_job_changed(struct engine *e, struct job *j)
{
    struct execution *x = j->execution;
    struct step *s = &x->steps[j->step];

    if (!run_status_ended(s->status))
        s->def->ops->job_changed(e, x, s, j);
}

/* --- the whole --- */

void execution_want_stop(struct engine *e, struct execution *x)
{
    if (x->status != RUN_EXECUTING)
        return;
    transition_execution(e, x, RUN_STOPPING, NULL);
    for (size_t i = 0; i < x->def->n_steps; i++) {
        struct step *s = &x->steps[i];
        if (s->status != RUN_STARTING && s->status != RUN_EXECUTING)
            continue;
        transition_step(e, x, s, RUN_STOPPING, NULL);
        if (s->retry_at_ms)
            step_stopped(e, x, s);
        else
            s->def->ops->stop(e, x, s);
    }
    execution_touch(e, x);
}

void execution_free(struct execution *x)
{
    if (!x)
        return;
    map_destroy(x->files);
    definition_free(x->def);
    arena_destroy(x->arena);
}

/* Without a bound of its own an execution begins what the machine has slots for and some more: a
 * step that waits for a slot costs memory, one that has not begun does not. */
static bool may_begin(const struct engine *e, const struct execution *x)
{
    int most = x->parallelism ? x->parallelism : e->slots + BACKLOG;

    return x->ready && x->status == RUN_EXECUTING && !x->failed && x->n_running < most;
}

/* True when it has ended. */
static bool execution_advance(struct engine *e, struct execution *x)
{
    while (may_begin(e, x)) {
        struct step *s = x->ready;
        x->ready = s->next_ready;
        if (!x->ready)
            x->ready_last = &x->ready;
        s->attempt++;
        transition_step(e, x, s, RUN_STARTING, NULL);
        step_begin(e, x, s);
    }
    if (x->n_running > 0)
        return false;
    if (x->status == RUN_STOPPING)
        transition_execution(e, x, RUN_STOPPED, NULL);
    else if (x->failed)
        transition_execution(e, x, RUN_FAILED, "Step failure: One or multiple steps failed.");
    else
        transition_execution(e, x, RUN_SUCCEEDED, NULL);
    return true;
}

void executions_advance(struct engine *e)
{
    while (e->dirty) {
        struct execution *x = e->dirty;
        e->dirty = x->next_dirty;
        if (execution_advance(e, x)) {
            /* A step that ended at once may have put it on the list again. */
            if (e->dirty == x)
                e->dirty = x->next_dirty;
            map_del(e->executions, x->arn);
            execution_free(x);
        } else {
            x->dirty = false;
        }
    }
}

void executions_forget(struct engine *e)
{
    const char *arn;
    void *x;

    for (size_t at = 0; map_next(e->executions, &at, &arn, &x);)
        execution_free(x);
}

struct execution *execution_create(const char *arn, struct pipeline_def *def)
{
    struct arena *a = arena_create((size_t)1 << 32);
    struct execution *x = arena_zalloc(a, sizeof(*x));

    x->arena = a;
    x->def = def;
    x->arn = arena_strdup(a, arn);
    x->steps = arena_zalloc(a, def->n_steps * sizeof(x->steps[0]));
    x->ready_last = &x->ready;
    x->files = map_create();
    for (size_t i = 0; i < def->n_steps; i++) {
        x->steps[i].def = &def->steps[i];
        x->steps[i].blockers = (int)def->steps[i].n_deps;
        if (x->steps[i].blockers == 0)
            execution_ready(x, &x->steps[i]);
    }
    return x;
}

void execution_add(struct engine *e, struct execution *x)
{
    map_set(e->executions, x->arn, x);
    execution_touch(e, x);
}

int64_t execution_seq(const struct execution *x)
{
    return x->seq;
}

struct execution *execution_by_seq(struct engine *e, int64_t seq)
{
    const char *arn;
    void *x;

    for (size_t at = 0; map_next(e->executions, &at, &arn, &x);)
        if (((struct execution *)x)->seq == seq)
            return x;
    return NULL;
}
