/* The life of jobs, on the engine thread: created, queued, started, stopped, ended, recovered.
 *
 * Invariants
 *   - e->jobs holds exactly the jobs that have not ended; memory follows `transition_job` only.
 *   - A job's program is started by one stage task at a time, and its directory's mkdir makes it at
 *     most once; every task can be repeated after a crash (recover: see jobs_recover).
 *   - One main task (stage or collect) a job; cancelling runs beside it.
 *   - What blocks is in job_stage.c and job_collect.c, on the pool; jobs_queue.c decides who is
 * next. Called by handlers through job_call.c, by pipeline steps, and by the executor's news. */
#include "engine/jobs_private.h"
#include "base/fs.h"
#include "base/log.h"
#include "base/sys.h"
#include "base/text.h"
#include "engine/experiments.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NAMES_KEPT_MS (2 * 60 * 1000)
#define RETRY_MS      2000
#define COLLECT_SAY_MS                                                                             \
    20 /* a collection that is over sooner is said together with the job's end                     \
        */
#define JOB_ARENA_BYTES ((size_t)1 << 30)

struct jobs *jobs__of(struct engine *e)
{
    return e->jobs_private;
}

static struct job_box *box_find(struct engine *e, const char *id)
{
    return map_get(e->jobs, id);
}

/* --- tasks --- */

static void task_reported(struct engine *e, void *arg);

struct job_task *jobs__task(struct engine *e, struct job_box *b,
                            void (*done)(struct engine *e, struct job_task *t), size_t size)
{
    struct jobs *all = jobs__of(e);
    struct arena *a = arena_create(JOB_ARENA_BYTES);
    struct job_task *t = arena_zalloc(a, size);

    t->engine = e;
    t->box = b;
    t->arena = a;
    t->done = done;
    t->stop_wanted = b && b->job.stop_wanted;
    t->at = &all->tasks;
    t->next = all->tasks;
    if (t->next)
        t->next->at = &t->next;
    all->tasks = t;
    if (b)
        b->tasks++;
    return t;
}

void jobs__report(struct job_task *t)
{
    engine_post(t->engine, task_reported, t);
}

static void box_free_if_done(struct job_box *b)
{
    if (b->ended && b->tasks == 0)
        arena_destroy(b->job.arena);
}

static void task_reported(struct engine *e, void *arg)
{
    struct job_task *t = arg;
    struct job_box *b = t->box;

    *t->at = t->next;
    if (t->next)
        t->next->at = t->at;
    if (b)
        b->tasks--;
    if (t->done)
        t->done(e, t);
    if (b)
        box_free_if_done(b);
    arena_destroy(t->arena);
}

/* --- changing a job's state --- */

static const char *status_message(const char *secondary)
{
    static const char *const messages[][2] = {
        {"Starting", "Preparing the instances for training"},
        {"Downloading", "Downloading input data"},
        {"Training", "Training image download completed. Training in progress."},
        {"Uploading", "Uploading generated training model"},
        {"Stopping", "Stopping the training job"},
        {"Stopped", "Training job stopped"},
        {"Completed", "Training job completed"},
        {"Failed", "Training job failed"},
        {"MaxRuntimeExceeded", "Training job runtime exceeded MaxRuntimeInSeconds provided"},
    };

    for (size_t i = 0; i < sizeof(messages) / sizeof(messages[0]); i++)
        if (str_eq(messages[i][0], secondary))
            return messages[i][1];
    return secondary;
}

static void note_secondary(struct job *j, const char *secondary)
{
    double now = (double)sys->wall_ms() / 1000.0;
    struct json *last, *t;

    if (!j->transitions)
        j->transitions = json_array(j->arena);
    last = json_at(j->transitions, json_len(j->transitions) - 1);
    if (last && str_eq(json_get_str(last, "Status"), secondary))
        return;
    if (last)
        json_set_real(j->arena, last, "EndTime", now);
    t = json_object(j->arena);
    json_set_str(j->arena, t, "Status", secondary);
    json_set_real(j->arena, t, "StartTime", now);
    if (j->ended_ms)
        json_set_real(j->arena, t, "EndTime", now);
    json_set_str(j->arena, t, "StatusMessage", status_message(secondary));
    json_push(j->arena, j->transitions, t);
}

static void move(struct engine *e, struct job_box *b, enum job_state to, const char *secondary,
                 const char *reason)
{
    if (b->job.kind == JOB_TRAINING)
        note_secondary(&b->job, secondary);
    transition_job(e, &b->job, to, b->job.kind == JOB_TRAINING ? secondary : NULL, reason);
}

static void result_add(struct job *j, const struct json *more)
{
    if (!more)
        return;
    if (!j->result)
        j->result = json_object(j->arena);
    for (size_t i = 0; i < more->n; i++)
        json_set(j->arena, j->result, more->keys[i], json_copy(j->arena, more->items[i]));
}

/* The job has ended: in this round its last row and its key's; later its directory is swept. The
 * caller may still look at the box: it goes with a task of its own. */
static void end(struct engine *e, struct job_box *b, enum job_state state, const char *secondary,
                const char *reason)
{
    struct job *j = &b->job;

    if (!j->ended_ms)
        j->ended_ms = sys->wall_ms();
    access_drop_job(e, j->id);
    jobs__unqueue(e, b);
    jobs__release(e, b);
    move(e, b, state, secondary, reason);
    j->execution = NULL;
    map_del(e->jobs, j->id);
    b->ended = true;
    b->main_task = true; /* none will start again */
    jobs__sweep(e, b->dir);
    jobs__report(jobs__task(e, b, NULL, sizeof(struct job_task)));
    jobs__admit(e);
}

/* --- starting --- */

static void collect_start(struct engine *e, struct job_box *b);
static void stage_done(struct engine *e, struct job_task *t);

static void stage_start(struct engine *e, struct job_box *b)
{
    struct job_task *t = jobs__task(e, b, stage_done, sizeof(*t));

    b->main_task = true;
    t->adopt_only = b->job.state == JOB_STATE_ACTIVE;
    batch_pool(e, job_stage, t);
}

/* From the queue: it has a slot. */
void jobs__start(struct engine *e, struct job_box *b)
{
    access_add_job(e, &b->job);
    move(e, b, JOB_STATE_STARTING, "Downloading", NULL);
    stage_start(e, b);
}

static void cancel(struct engine *e, void *arg)
{
    struct job_task *t = arg;
    struct err err = {0};

    fault_point("job.cancel");
    if (e->exec->ops->cancel(e->exec, t->box->dir, t->cause, &err) != 0)
        log_error("job %s: stop: %s", t->box->job.name, err.msg);
    jobs__report(t);
}

static void cancel_start(struct engine *e, struct job_box *b, enum job_cause cause)
{
    struct job_task *t = jobs__task(e, b, NULL, sizeof(*t));

    t->cause = cause;
    batch_pool(e, cancel, t);
}

/* Looks again, after what was in the way may have gone. */
static void again(struct engine *e, struct job_task *t)
{
    struct job_box *b = t->box;

    if (b->ended || b->main_task)
        return;
    if (b->job.state == JOB_STATE_STARTING)
        stage_start(e, b);
    else if (b->job.state != JOB_STATE_WAITING)
        collect_start(e, b);
}

static void again_later(struct engine *e, struct job_box *b)
{
    engine_timer(e, sys->mono_ms() + RETRY_MS, task_reported,
                 jobs__task(e, b, again, sizeof(struct job_task)));
}

static void stage_started(struct engine *e, struct job_box *b, struct job_task *t)
{
    struct job *j = &b->job;

    if (t->started_ms)
        j->started_ms = t->started_ms;
    if (j->state == JOB_STATE_STARTING)
        move(e, b, JOB_STATE_ACTIVE, "Training", NULL);
    else if (j->state == JOB_STATE_STOPPING)
        cancel_start(e, b, JOB_CAUSE_STOPPED);
    collect_start(e, b); /* it may have ended before anybody listened */
}

static void stage_done(struct engine *e, struct job_task *t)
{
    struct job_box *b = t->box;

    b->main_task = false;
    result_add(&b->job, t->result);
    if (t->stage == STAGE_STARTED) {
        stage_started(e, b, t);
        return;
    }
    if (b->job.state == JOB_STATE_STOPPING) {
        end(e, b, JOB_STATE_STOPPED, "Stopped", NULL);
        return;
    }
    switch (t->stage) {
    case STAGE_FAILED:
        end(e, b, JOB_STATE_FAILED, "Failed", t->reason);
        break;
    case STAGE_WAIT:
        jobs__disk_watch(e);
        again_later(e, b);
        break;
    default: /* cancelled, though nobody stopped it: the engine ends */
        again_later(e, b);
    }
}

/* --- ending --- */

static void say_collecting(struct engine *e, struct job_box *b)
{
    if (b->job.state == JOB_STATE_ACTIVE)
        move(e, b, JOB_STATE_COLLECTING, "Uploading", NULL);
}

static void collect_done(struct engine *e, struct job_task *t)
{
    struct job_box *b = t->box;
    struct job *j = &b->job;

    b->main_task = false;
    if (t->collect == COLLECT_RUNNING) {
        if (b->news)
            collect_start(e, b);
        return;
    }
    if (t->collect == COLLECT_RETRY) {
        again_later(e, b);
        return;
    }
    if (t->started_ms)
        j->started_ms = t->started_ms;
    say_collecting(e, b);
    j->ended_ms = sys->wall_ms();
    result_add(j, t->result);
    end(e, b, t->state, t->secondary, t->reason);
}

static void collect_start(struct engine *e, struct job_box *b)
{
    b->news = false;
    b->main_task = true;
    batch_pool(e, job_collect, jobs__task(e, b, collect_done, sizeof(struct job_task)));
}

struct collecting {
    int64_t started_ms;
    char id[];
};

static void collecting_long(struct engine *e, struct job_task *t)
{
    if (!t->box->ended)
        say_collecting(e, t->box);
}

static void collecting(struct engine *e, void *arg)
{
    struct collecting *c = arg;
    struct job_box *b = box_find(e, c->id);

    if (b) {
        if (c->started_ms)
            b->job.started_ms = c->started_ms;
        b->collecting = true;
        jobs__release(e, b);
        jobs__admit(e);
        engine_timer(e, sys->mono_ms() + COLLECT_SAY_MS, task_reported,
                     jobs__task(e, b, collecting_long, sizeof(struct job_task)));
    }
    free(c);
}

void job_collecting(struct engine *e, const char *id, int64_t started_ms)
{
    struct collecting *c = xmalloc(sizeof(*c) + strlen(id) + 1);

    c->started_ms = started_ms;
    memcpy(c->id, id, strlen(id) + 1);
    engine_post(e, collecting, c);
}

void jobs_exec_changed(struct engine *e, void *arg)
{
    struct job_box *b = box_find(e, arg);

    free(arg);
    if (!b)
        return;
    if (b->main_task)
        b->news = true;
    else if (b->job.state != JOB_STATE_WAITING && b->job.state != JOB_STATE_STARTING)
        collect_start(e, b);
}

/* --- creating --- */

static const char *name_key(struct arena *a, const struct job_order *o)
{
    return arena_printf(a, "%d/%s/%s/%s", o->kind, o->who.account, o->who.region, o->name);
}

/* Names of the last minutes: what a handler's look into the database may have missed. */
static bool name_is_new(struct engine *e, const struct job_order *o)
{
    struct jobs *all = jobs__of(e);
    const char *key = name_key(batch_arena(e), o);
    int64_t now = sys->mono_ms();

    if (now - all->names_since_ms > NAMES_KEPT_MS) {
        map_destroy(all->names[1]);
        all->names[1] = all->names[0];
        all->names[0] = map_create();
        all->names_since_ms = now;
    }
    return !map_get(all->names[0], key) && !map_get(all->names[1], key);
}

void jobs_forget_names(struct engine *e)
{
    struct jobs *all = jobs__of(e);

    for (int i = 0; i < 2; i++) {
        map_destroy(all->names[i]);
        all->names[i] = map_create();
    }
}

char *jobs__arn(struct arena *a, enum job_kind kind, const char *account, const char *region,
                const char *name)
{
    return arena_printf(a, "arn:aws:sagemaker:%s:%s:%s/%s", region, account,
                        kind == JOB_PROCESSING ? "processing-job" : "training-job", name);
}

int jobs__taken(struct err *err, const char *arn)
{
    return err_set(err, ERR_EXISTS,
                   "Job name must be unique within an AWS account and region, and a job with this "
                   "name already exists (%s)",
                   arn);
}

static const char *make_id(struct arena *a, int64_t seq)
{
    char digits[16], random[9];
    int n = sizeof(digits) - 1;

    digits[n] = 0;
    do
        digits[--n] = "0123456789abcdefghijklmnopqrstuvwxyz"[seq % 36];
    while ((seq /= 36) > 0);
    id_random(random, 8);
    return arena_printf(a, "%s-%s", digits + n, random);
}

static void record_tags(struct engine *e, const struct job *j)
{
    const struct json *tags = json_get(j->request, "Tags");

    for (size_t i = 0; i < json_len(tags); i++)
        batch_sql(e,
                  "INSERT INTO tags (arn, key, value) VALUES ($1, $2, $3) ON CONFLICT (arn, key) "
                  "DO UPDATE SET value = excluded.value",
                  "ttt", j->arn, json_get_str(json_at(tags, i), "Key"),
                  json_get_str(json_at(tags, i), "Value"));
}

static void record(struct engine *e, const struct job *j)
{
    struct arena *a = batch_arena(e);

    batch_sql(e,
              "INSERT INTO jobs (seq, account, region, kind, name, arn, id, state, secondary, "
              "stop_wanted, created_ms, modified_ms, execution, step, attempt, project, "
              "access_key, request, recorded, transitions) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, "
              "$9, 0, $10, $10, NULLIF($11, 0), $12, $13, $14, $15, $16, $17, $18)",
              "ittttttttiiiittttt", j->seq, j->who.account, j->who.region, job_kind_column(j->kind),
              j->name, j->arn, j->id, job_state_column(j->state), j->secondary, j->created_ms,
              j->execution ? execution_seq(j->execution) : (int64_t)0, (int64_t)j->step,
              (int64_t)j->attempt, j->who.project, j->who.access_key, json_text(a, j->request),
              j->recorded ? json_text(a, j->recorded) : NULL,
              j->transitions ? json_text(a, j->transitions) : NULL);
    record_tags(e, j);
    experiment_record_job(e, j);
}

/* Fills what follows from the rest; the runtime may be missing when `err` says so. */
static int box_prepare(struct engine *e, struct job_box *b, struct err *err)
{
    struct job *j = &b->job;
    struct runtime_choice choice;

    b->dir = job_dir(e, j->arena, j->id);
    if (!jobs_run_programs(e))
        return 0;
    if (runtime_resolve(e, j->arena, j->who.project, job_image(j->kind, j->request), &choice,
                        err) != 0)
        return -1;
    b->python = choice.python;
    b->image_pattern = choice.pattern;
    b->python_by_default = choice.by_default;
    return 0;
}

static struct job_box *box_create(struct engine *e, const struct job_order *o)
{
    struct arena *a = arena_create(JOB_ARENA_BYTES);
    struct job_box *b = arena_zalloc(a, sizeof(*b));
    struct job *j = &b->job;

    j->arena = a;
    j->kind = o->kind;
    j->name = arena_strdup(a, o->name);
    j->who = engine_who_copy(a, &o->who);
    j->arn = jobs__arn(a, o->kind, j->who.account, j->who.region, o->name);
    j->request = json_copy(a, o->request);
    j->recorded = o->recorded && json_len(o->recorded) ? json_copy(a, o->recorded) : NULL;
    j->execution = o->execution;
    j->step = o->step;
    j->attempt = o->attempt;
    j->created_ms = j->modified_ms = sys->wall_ms();
    j->state = JOB_STATE_WAITING;
    if (j->kind == JOB_TRAINING) {
        j->secondary = "Starting";
        note_secondary(j, j->secondary);
    }
    return b;
}

/* A job that could not start at once says so. */
static void record_waiting(struct engine *e, struct job *j)
{
    struct json *first = json_at(j->transitions, 0);

    if (!first)
        return;
    json_set_str(j->arena, first, "StatusMessage",
                 jobs_disk_low(e) ? "Waiting for space on the disk" : "Waiting for a free slot");
    batch_sql(e, "UPDATE jobs SET transitions = $1 WHERE seq = $2", "ti",
              json_text(batch_arena(e), j->transitions), j->seq);
}

int job_create(struct engine *e, const struct job_order *order, struct job **ret, struct err *err)
{
    struct job_box *b;
    struct job *j;

    if (job_check(order->kind, order->request, err) != 0)
        return -1;
    if (!name_is_new(e, order))
        return jobs__taken(err, jobs__arn(batch_arena(e), order->kind, order->who.account,
                                          order->who.region, order->name));
    b = box_create(e, order);
    j = &b->job;
    j->id = "";
    if (box_prepare(e, b, err) != 0) {
        arena_destroy(j->arena);
        if (err->code == ERR_UNSUPPORTED)
            err->code = ERR_INVALID; /* to the caller it is the request's fault */
        return -1;
    }
    j->seq = engine_next_seq(e, SEQ_JOB);
    j->id = make_id(j->arena, j->seq);
    b->dir = job_dir(e, j->arena, j->id);
    map_set(jobs__of(e)->names[0], name_key(batch_arena(e), order), b);
    map_set(e->jobs, j->id, b);
    record(e, j);
    fault_point("job.created");
    jobs__queue(e, b);
    if (ret)
        *ret = j;
    jobs__admit(e);
    if (j->state == JOB_STATE_WAITING)
        record_waiting(e, j);
    return 0;
}

/* --- stopping --- */

void job_stop(struct engine *e, struct job *j)
{
    struct job_box *b = (struct job_box *)j;
    bool collecting = b->collecting || j->state == JOB_STATE_COLLECTING;

    /* a stopped training has a model, too */
    if (b->ended || j->stop_wanted || (collecting && j->kind == JOB_TRAINING))
        return;
    j->stop_wanted = true;
    if (collecting) {
        __atomic_store_n(&b->give_up, true, __ATOMIC_RELAXED);
        move(e, b, JOB_STATE_STOPPING, "Stopping", NULL);
        return;
    }
    switch (j->state) {
    case JOB_STATE_WAITING:
        end(e, b, JOB_STATE_STOPPED, "Stopped", NULL);
        break;
    case JOB_STATE_STARTING: /* the stage task reports, then it ends or is cancelled */
        __atomic_store_n(&b->cancel_wanted, true, __ATOMIC_RELAXED);
        move(e, b, JOB_STATE_STOPPING, "Stopping", NULL);
        if (!b->main_task) /* it waits for the disk */
            end(e, b, JOB_STATE_STOPPED, "Stopped", NULL);
        break;
    case JOB_STATE_ACTIVE:
        move(e, b, JOB_STATE_STOPPING, "Stopping", NULL);
        cancel_start(e, b, JOB_CAUSE_STOPPED);
        break;
    default:
        break;
    }
}

/* --- recovering --- */

static void resume(struct engine *e, struct job_box *b)
{
    struct job *j = &b->job;

    switch (j->state) {
    case JOB_STATE_WAITING:
        jobs__queue(e, b);
        return;
    case JOB_STATE_STARTING:
        access_add_job(e, j); /* fine if it has one */
        jobs__hold(e, b);
        stage_start(e, b);
        return;
    case JOB_STATE_STOPPING:
        b->cancel_wanted = true;
        jobs__hold(e, b);
        stage_start(e, b);
        return;
    case JOB_STATE_ACTIVE:
        jobs__hold(e, b);
        stage_start(e, b);
        return;
    default:
        collect_start(e, b);
    }
}

static int load_one(struct engine *e, struct db_rows *rows, struct err *err)
{
    struct arena *a = arena_create(JOB_ARENA_BYTES);
    struct job_box *b = arena_zalloc(a, sizeof(*b));
    struct err ignored = {0};
    int64_t execution;

    b->job.arena = a;
    if (job_from_row(a, rows, &b->job, &execution, err) != 0) {
        arena_destroy(a);
        return -1;
    }
    if (execution)
        b->job.execution = execution_by_seq(e, execution);
    b->dir = job_dir(e, a, b->job.id);
    box_prepare(e, b, &ignored); /* the mapping may have gone: staging says so */
    map_set(e->jobs, b->job.id, b);
    return 0;
}

static int load_all(struct engine *e, struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;
    struct db *db = store_reader(e->config.store, err);
    int got = -1;

    if (!db)
        return -1;
    if (db_query(db, &rows, err,
                 "SELECT " JOB_COLUMNS " FROM jobs WHERE state IN ('Waiting', 'Starting', "
                 "'Active', 'Collecting', 'Stopping') ORDER BY seq",
                 "") == 0)
        while ((got = db_next(rows, err)) == 1)
            if (load_one(e, rows, err) != 0) {
                got = -1;
                break;
            }
    db_done(rows);
    rows = NULL;
    store_reader_done(e->config.store, db);
    return got;
}

static int by_seq(const void *x, const void *y)
{
    const struct job_box *const *p = x, *const *q = y;

    return ((*p)->job.seq > (*q)->job.seq) - ((*p)->job.seq < (*q)->job.seq);
}

/* ext4 looks for a new file's inode beside its directory, past all that were removed there in the
 * last minutes where it has no journal: an ended job is 25 of them. Spread over the disk, jobs keep
 * out of each other's way, and of what others remove. */
static int make_dir(struct engine *e, struct err *err)
{
    char *dir = NULL;
    int rc;

    if (asprintf(&dir, "%s/jobs", e->config.data_dir) < 0)
        die("out of memory");
    rc = fs_mkdirs(dir, 0700, err);
    if (rc == 0)
        fs_spread_dirs(dir);
    free(dir);
    /* or the directories of all jobs could be gone, and each look as if it had never been made */
    return rc != 0 ? -1 : fs_sync_dir(e->config.data_dir, err);
}

int jobs_recover(struct engine *e, struct err *err)
{
    size_t n = 0, cursor = 0;
    void *value;

    jobs__open(e);
    if (make_dir(e, err) != 0 || access_open(e, err) != 0 || load_all(e, err) != 0)
        return -1;
    struct job_box **all = xcalloc(map_len(e->jobs) + 1, sizeof(struct job_box *));
    while (map_next(e->jobs, &cursor, NULL, &value))
        all[n++] = value;
    qsort(all, n, sizeof(struct job_box *), by_seq);
    for (size_t i = 0; i < n; i++)
        resume(e, all[i]);
    free(all);
    jobs__sweep_old(e);
    jobs__shells_old(e);
    jobs__admit(e);
    return 0;
}

void jobs_forget(struct engine *e)
{
    struct jobs *all = jobs__of(e);
    size_t cursor = 0;
    void *value;

    if (!all)
        return;
    while (all->tasks) { /* reported to a thread that has ended, or never begun */
        struct job_task *t = all->tasks;
        all->tasks = t->next;
        if (t->box && --t->box->tasks == 0 && t->box->ended)
            arena_destroy(t->box->job.arena);
        arena_destroy(t->arena);
    }
    while (map_next(e->jobs, &cursor, NULL, &value))
        arena_destroy(((struct job_box *)value)->job.arena);
    jobs__close(e);
    access_close(e);
}
