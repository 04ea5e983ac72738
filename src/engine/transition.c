/* The one place where a status changes.
 *
 *   execution  (none) -> Executing -> Stopping -> Stopped
 *              Executing -> Failed | Succeeded
 *              Failed, Stopped -> Executing                          (RetryPipelineExecution)
 *   step       (none) -> Starting -> Executing
 *              Starting, Executing -> Stopping
 *              Starting, Executing, Stopping -> Succeeded | Failed
 *              Stopping -> Stopped
 *              Starting, Executing -> Starting                       (a retry policy)
 *              Failed, Stopped -> (none)                             (RetryPipelineExecution)
 *
 *   job  Waiting -> Starting -> Active -> Collecting -> Completed | Failed | Stopped
 *        each of the first four may become Stopping; Waiting, Starting, Active, Stopping may end
 *        directly; Stopping may become Collecting (its outputs are uploaded all the same).
 *
 * Each change records its row and its event in the same round, so they commit together. */
#include "base/log.h"
#include "base/sys.h"
#include "engine/pipelines.h"
#include <string.h>

#define BIT(x) (1u << (x))

#define RUN_ENDS (BIT(RUN_FAILED) | BIT(RUN_SUCCEEDED))

static const unsigned execution_edges[] = {
    [RUN_NONE] = BIT(RUN_EXECUTING),   [RUN_EXECUTING] = BIT(RUN_STOPPING) | RUN_ENDS,
    [RUN_STOPPING] = BIT(RUN_STOPPED), [RUN_STOPPED] = BIT(RUN_EXECUTING),
    [RUN_FAILED] = BIT(RUN_EXECUTING), [RUN_SUCCEEDED] = 0,
};

static const unsigned step_edges[] = {
    [RUN_NONE] = BIT(RUN_STARTING),
    [RUN_STARTING] = BIT(RUN_STARTING) | BIT(RUN_EXECUTING) | BIT(RUN_STOPPING) | RUN_ENDS,
    [RUN_EXECUTING] = BIT(RUN_STARTING) | BIT(RUN_STOPPING) | RUN_ENDS,
    [RUN_STOPPING] = BIT(RUN_STOPPED) | RUN_ENDS,
    [RUN_STOPPED] = BIT(RUN_NONE),
    [RUN_FAILED] = BIT(RUN_NONE),
    [RUN_SUCCEEDED] = 0,
};

#define JOB_ENDS (BIT(JOB_STATE_COMPLETED) | BIT(JOB_STATE_FAILED) | BIT(JOB_STATE_STOPPED))

static const unsigned job_edges[] = {
    [JOB_STATE_WAITING] = BIT(JOB_STATE_STARTING) | BIT(JOB_STATE_STOPPING) | JOB_ENDS,
    [JOB_STATE_STARTING] =
        BIT(JOB_STATE_ACTIVE) | BIT(JOB_STATE_COLLECTING) | BIT(JOB_STATE_STOPPING) | JOB_ENDS,
    [JOB_STATE_ACTIVE] = BIT(JOB_STATE_COLLECTING) | BIT(JOB_STATE_STOPPING) | JOB_ENDS,
    [JOB_STATE_COLLECTING] = BIT(JOB_STATE_STOPPING) | JOB_ENDS,
    [JOB_STATE_STOPPING] = BIT(JOB_STATE_COLLECTING) | JOB_ENDS,
    [JOB_STATE_COMPLETED] = 0,
    [JOB_STATE_FAILED] = 0,
    [JOB_STATE_STOPPED] = 0,
};

static const char *const run_texts[] = {
    [RUN_NONE] = "",
    [RUN_STARTING] = "Starting",
    [RUN_EXECUTING] = "Executing",
    [RUN_STOPPING] = "Stopping",
    [RUN_STOPPED] = "Stopped",
    [RUN_FAILED] = "Failed",
    [RUN_SUCCEEDED] = "Succeeded",
};

static const struct {
    const char *column, *text;
} job_texts[] = {
    [JOB_STATE_WAITING] = {"Waiting", "InProgress"},
    [JOB_STATE_STARTING] = {"Starting", "InProgress"},
    [JOB_STATE_ACTIVE] = {"Active", "InProgress"},
    [JOB_STATE_COLLECTING] = {"Collecting", "InProgress"},
    [JOB_STATE_STOPPING] = {"Stopping", "Stopping"},
    [JOB_STATE_COMPLETED] = {"Completed", "Completed"},
    [JOB_STATE_FAILED] = {"Failed", "Failed"},
    [JOB_STATE_STOPPED] = {"Stopped", "Stopped"},
};

bool execution_may_become(enum run_status from, enum run_status to)
{
    return execution_edges[from] & BIT(to);
}

bool step_may_become(enum run_status from, enum run_status to)
{
    return step_edges[from] & BIT(to);
}

const char *run_status_text(enum run_status s)
{
    return run_texts[s];
}

enum run_status run_status_parse(const char *text)
{
    for (int i = RUN_NONE; i <= RUN_SUCCEEDED; i++)
        if (strcmp(run_texts[i], text) == 0)
            return (enum run_status)i;
    die("a stored status cannot be read: \"%s\"", text);
}

bool run_status_ended(enum run_status s)
{
    return s >= RUN_STOPPED;
}

const char *job_state_text(enum job_state s)
{
    return job_texts[s].text;
}

const char *job_state_column(enum job_state s)
{
    return job_texts[s].column;
}

enum job_state job_state_parse(const char *column)
{
    for (int i = JOB_STATE_WAITING; i <= JOB_STATE_STOPPED; i++)
        if (strcmp(job_texts[i].column, column) == 0)
            return (enum job_state)i;
    die("a stored job state cannot be read: \"%s\"", column);
}

bool job_state_ended(enum job_state s)
{
    return s >= JOB_STATE_COMPLETED;
}

/* After the commit: those who watch this ARN look again. */
struct news {
    const char *arn;
};

static void tell(struct engine *e, void *arg)
{
    struct news *n = arg;

    e->config.changed(e->config.ctx, n->arn);
}

static void tell_later(struct engine *e, const char *arn)
{
    if (!e->config.changed)
        return;
    struct news *n = arena_zalloc(batch_arena(e), sizeof(*n));
    n->arn = arena_strdup(batch_arena(e), arn);
    batch_effect(e, tell, n);
}

/* --- executions and steps --- */

static void must(bool allowed, const char *what, const char *from, const char *to)
{
    if (!allowed)
        die("%s: no way from %s to %s", what, from, to);
}

void transition_execution(struct engine *e, struct execution *x, enum run_status to,
                          const char *reason)
{
    enum run_status previous = x->status;
    int64_t now = sys->wall_ms(), ended_ms = run_status_ended(to) ? now : 0;

    must(execution_may_become(previous, to), x->arn, run_texts[previous], run_texts[to]);
    if (previous != RUN_NONE) /* its first row comes with the call that starts it */
        batch_sql(e,
                  "UPDATE executions SET status = $1, modified_ms = $2, ended_ms = NULLIF($3, 0), "
                  "failure_reason = $4 WHERE seq = $5",
                  "tiiti", run_texts[to], now, ended_ms, reason, x->seq);
    x->status = to;
    event_execution(e, x, previous, ended_ms);
    tell_later(e, x->arn);
}

void step_save(struct engine *e, struct execution *x, struct step *s)
{
    struct arena *a = batch_arena(e);

    batch_sql(e,
              "INSERT INTO steps (execution, step, name, type, status, attempt, began, started_ms, "
              "ended_ms, failure_reason, metadata, properties, retry, cache) "
              "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULLIF($9, 0), $10, $11, $12, $13, $14) "
              "ON CONFLICT (execution, step) DO UPDATE SET status = excluded.status, "
              "attempt = excluded.attempt, began = excluded.began, "
              "started_ms = excluded.started_ms, ended_ms = excluded.ended_ms, "
              "failure_reason = excluded.failure_reason, metadata = excluded.metadata, "
              "properties = excluded.properties, retry = excluded.retry, cache = excluded.cache",
              "iittt"
              "iiii"
              "ttttt",
              x->seq, (int64_t)s->def->index, s->def->name, s->def->ops->type, run_texts[s->status],
              (int64_t)s->attempt, s->began, s->started_ms, s->ended_ms, s->reason,
              s->metadata ? json_text(a, s->metadata) : NULL,
              s->properties ? json_text(a, s->properties) : NULL,
              s->retry ? json_text(a, s->retry) : NULL, s->reuse ? json_text(a, s->reuse) : NULL);
}

void transition_step(struct engine *e, struct execution *x, struct step *s, enum run_status to,
                     const char *reason)
{
    enum run_status previous = s->status;
    int64_t now = sys->wall_ms();

    must(step_may_become(previous, to), s->def->name, run_texts[previous], run_texts[to]);
    if (previous == RUN_NONE) {
        s->started_ms = now;
        s->ended_ms = 0;
        s->began = x->next_began++;
        x->n_running++;
    }
    if (run_status_ended(to)) {
        s->ended_ms = now;
        x->n_running--;
    }
    s->reason = arena_strdup(x->arena, reason);
    s->status = to;
    step_save(e, x, s);
    if (to == RUN_NONE)
        return; /* not a state that anybody sees: it begins at once, or when it may */
    event_step(e, x, s, previous);
    tell_later(e, x->arn);
    execution_touch(e, x);
}

/* --- jobs --- */

void transition_job(struct engine *e, struct job *j, enum job_state to, const char *secondary,
                    const char *reason)
{
    struct arena *a = batch_arena(e);

    must(job_edges[j->state] & BIT(to), j->arn, job_texts[j->state].column, job_texts[to].column);
    j->state = to;
    j->modified_ms = sys->wall_ms();
    if (secondary)
        j->secondary = arena_strdup(j->arena, secondary);
    if (reason)
        j->failure_reason = arena_strdup(j->arena, reason);
    if (job_state_ended(to) && !j->ended_ms)
        j->ended_ms = j->modified_ms;
    batch_sql(e,
              "UPDATE jobs SET state = $1, secondary = $2, stop_wanted = $3, failure_reason = $4, "
              "modified_ms = $5, started_ms = NULLIF($6, 0), ended_ms = NULLIF($7, 0), "
              "transitions = $8, result = $9 WHERE seq = $10",
              "ttitiiitti", job_texts[to].column, j->secondary, (int64_t)j->stop_wanted,
              j->failure_reason, j->modified_ms, j->started_ms, j->ended_ms,
              j->transitions ? json_text(a, j->transitions) : NULL,
              j->result ? json_text(a, j->result) : NULL, j->seq);
    event_job(e, j);
    tell_later(e, j->arn);
    if (j->execution)
        execution_job_changed(e, j);
}
