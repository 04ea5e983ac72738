/* Retry policies: a step whose fault a policy names begins again after a pause.
 *
 * The first policy that lists the fault counts it: its n-th retry comes IntervalSeconds *
 * BackoffRate^n after the failure, at most MaxAttempts of them, none later than ExpireAfterMin
 * after the step's beginning. A step that waits is Starting, has no job and keeps its place among
 * the running ones; its counts and the moment it begins again are in its row, so that a restart
 * neither forgets nor hastens it. Engine thread. Source: the developer guide's "Retry policy". */
#include "base/sys.h"
#include "base/text.h"
#include "engine/pipelines.h"
#include <math.h>
#include <stdio.h>
#include <string.h>

#define DEFAULT_INTERVAL_S 1
#define DEFAULT_BACKOFF    2.0
#define DEFAULT_ATTEMPTS   5
#define ATTEMPTS_MAX       20
#define EXPIRE_MAX_MIN     14400
#define PAUSE_MAX_MS       (EXPIRE_MAX_MIN * 60000.0)

static const char *const fault_names[] = {
    [FAULT_SERVICE] = "Step.SERVICE_FAULT",
    [FAULT_THROTTLING] = "Step.THROTTLING",
    [FAULT_JOB_INTERNAL] = "SageMaker.JOB_INTERNAL_ERROR",
    [FAULT_CAPACITY] = "SageMaker.CAPACITY_ERROR",
    [FAULT_LIMIT] = "SageMaker.RESOURCE_LIMIT",
};
#define N_FAULTS (sizeof(fault_names) / sizeof(fault_names[0]))

enum step_fault step_fault_of_err(const struct err *err)
{
    switch (err->code) {
    case ERR_LIMIT:
        return FAULT_LIMIT;
    case ERR_BUSY:
        return FAULT_THROTTLING;
    case ERR_INTERNAL:
    case ERR_IO:
    case ERR_NO_SPACE:
    case ERR_TIMEOUT:
    case ERR_CORRUPT:
        return FAULT_SERVICE;
    default:
        return FAULT_CLIENT;
    }
}

enum step_fault step_fault_of_job(const char *reason)
{
    if (reason && str_starts(reason, "InternalServerError"))
        return FAULT_JOB_INTERNAL;
    if (reason && str_starts(reason, "CapacityError"))
        return FAULT_CAPACITY;
    if (reason && str_starts(reason, "ResourceLimitExceeded"))
        return FAULT_LIMIT;
    return FAULT_CLIENT;
}

/* --- the definition's part --- */

static int fault_parse(const char *name)
{
    for (size_t i = 1; name && i < N_FAULTS; i++)
        if (str_eq(fault_names[i], name))
            return (int)i;
    return -1;
}

static void check_exceptions(const struct json *types, const char *path, struct problems *p)
{
    size_t n = json_is(types, JSON_ARRAY) ? json_len(types) : json_str(types) ? 1 : 0;

    if (n == 0)
        problem(p, path, "expected ExceptionType, a list of exceptions to retry on");
    for (size_t i = 0; i < n; i++) {
        const char *name = json_str(json_is(types, JSON_ARRAY) ? json_at(types, i) : types);
        if (fault_parse(name) < 0)
            problem(p, path,
                    "ExceptionType \"%s\" is none of Step.SERVICE_FAULT, Step.THROTTLING, "
                    "SageMaker.JOB_INTERNAL_ERROR, SageMaker.CAPACITY_ERROR, "
                    "SageMaker.RESOURCE_LIMIT",
                    name ? name : "(not a string)");
    }
}

static void check_range(const struct json *policy, const char *member, double least, double most,
                        const char *path, struct problems *p)
{
    const struct json *v = json_get(policy, member);
    bool number = json_is(v, JSON_INT) || json_is(v, JSON_REAL);

    if (v && !json_is(v, JSON_NULL) &&
        (!number || !(json_num(v, 0) >= least) || !(json_num(v, 0) <= most)))
        problem(p, path, "%s: expected a number from %g to %g", member, least, most);
}

static bool is_set(const struct json *policy, const char *member)
{
    const struct json *v = json_get(policy, member);

    return v && !json_is(v, JSON_NULL);
}

void step_retry_check(const struct json *policies, const char *step_path, struct problems *p)
{
    char path[256];

    if (policies && !json_is(policies, JSON_NULL) && !json_is(policies, JSON_ARRAY))
        problem(p, step_path, "RetryPolicies: expected an array");
    for (size_t i = 0; json_is(policies, JSON_ARRAY) && i < json_len(policies); i++) {
        const struct json *policy = json_at(policies, i);
        snprintf(path, sizeof(path), "%.200s.RetryPolicies[%zu]", step_path, i);
        check_exceptions(json_get(policy, "ExceptionType"), path, p);
        check_range(policy, "IntervalSeconds", 0, EXPIRE_MAX_MIN * 60.0, path, p);
        check_range(policy, "BackoffRate", 0, 1000, path, p);
        check_range(policy, "MaxAttempts", 1, ATTEMPTS_MAX, path, p);
        check_range(policy, "ExpireAfterMin", 1, EXPIRE_MAX_MIN, path, p);
        if (is_set(policy, "MaxAttempts") && is_set(policy, "ExpireAfterMin"))
            problem(p, path, "MaxAttempts and ExpireAfterMin exclude each other");
    }
}

/* --- beginning again --- */

static bool lists(const struct json *policy, enum step_fault fault)
{
    const struct json *types = json_get(policy, "ExceptionType");

    if (json_str(types))
        return fault_parse(json_str(types)) == (int)fault;
    for (size_t i = 0; i < json_len(types); i++)
        if (fault_parse(json_str(json_at(types, i))) == (int)fault)
            return true;
    return false;
}

static const struct json *policy_for(const struct step *s, enum step_fault fault, size_t *ret_index)
{
    const struct json *policies = json_get(s->def->json, "RetryPolicies");

    for (*ret_index = 0; *ret_index < json_len(policies); ++*ret_index)
        if (lists(json_at(policies, *ret_index), fault))
            return json_at(policies, *ret_index);
    return NULL;
}

/* ms until its next retry, -1 when the policy allows none. */
static int64_t pause_ms(const struct json *policy, const struct step *s, int64_t retries)
{
    bool expires = is_set(policy, "ExpireAfterMin");
    double interval = json_num(json_get(policy, "IntervalSeconds"), DEFAULT_INTERVAL_S);
    double rate = json_num(json_get(policy, "BackoffRate"), DEFAULT_BACKOFF);
    double pause = interval * pow(rate, (double)retries) * 1000.0;

    if (pause > PAUSE_MAX_MS)
        pause = PAUSE_MAX_MS;
    if (!expires)
        return retries < (int64_t)json_num(json_get(policy, "MaxAttempts"), DEFAULT_ATTEMPTS)
                   ? (int64_t)pause
                   : -1;
    double end = (double)s->started_ms + json_num(json_get(policy, "ExpireAfterMin"), 0) * 60000.0;
    return (double)sys->wall_ms() + pause <= end ? (int64_t)pause : -1;
}

static void look(struct engine *e, void *arg);

static void wait_for(struct engine *e, struct step *s, int64_t ms)
{
    s->retry_at_ms = sys->mono_ms() + ms;
    engine_timer(e, s->retry_at_ms, look, NULL);
}

bool step_retry(struct engine *e, struct execution *x, struct step *s, enum step_fault fault,
                const char *reason)
{
    size_t index;
    const struct json *policy = policy_for(s, fault, &index);
    char key[24];

    if (!policy || x->status != RUN_EXECUTING || x->failed)
        return false;
    snprintf(key, sizeof(key), "%zu", index);
    struct json *counts = json_get(s->retry, "counts");
    int64_t retries = json_get_int(counts, key, 0), pause = pause_ms(policy, s, retries);
    if (pause < 0)
        return false;
    if (!s->retry) {
        s->retry = json_object(x->arena);
        counts = json_object(x->arena);
        json_set(x->arena, s->retry, "counts", counts);
    }
    json_set_int(x->arena, counts, key, retries + 1);
    json_set_int(x->arena, s->retry, "at_ms", sys->wall_ms() + pause);
    json_set_int(x->arena, s->retry, "pause_ms", pause);
    s->job = NULL;
    transition_step(e, x, s, RUN_STARTING, reason);
    wait_for(e, s, pause);
    return true;
}

static void again(struct engine *e, struct execution *x, struct step *s)
{
    s->retry_at_ms = 0;
    s->attempt++;
    json_set_int(x->arena, s->retry, "at_ms", 0);
    step_save(e, x, s);
    step_begin(e, x, s);
}

/* Whose time has come; a timer tells of some step of some execution. */
static void look(struct engine *e, void *arg)
{
    const char *arn;
    void *p;
    int64_t now = sys->mono_ms();

    for (size_t at = 0; map_next(e->executions, &at, &arn, &p);) {
        struct execution *x = p;
        for (size_t i = 0; i < x->def->n_steps; i++)
            if (x->steps[i].retry_at_ms && x->steps[i].retry_at_ms <= now)
                again(e, x, &x->steps[i]);
    }
}

bool step_retry_recover(struct engine *e, struct execution *x, struct step *s)
{
    int64_t at = json_get_int(s->retry, "at_ms", 0), pause = json_get_int(s->retry, "pause_ms", 0);

    if (!at)
        return false;
    /* the clock may have been set meanwhile: never longer than the pause itself */
    int64_t left = at - sys->wall_ms();
    wait_for(e, s, left < 0 ? 0 : left > pause ? pause : left);
    return true;
}
