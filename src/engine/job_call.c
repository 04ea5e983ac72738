/* Jobs for handlers: what blocks comes first, then one call on the engine thread. */
#include "base/text.h"
#include "engine/experiments.h"
#include "engine/jobs_private.h"
#include <stdlib.h>
#include <string.h>

static int name_is_free(struct engine *e, struct arena *a, const struct job_order *o,
                        struct err *err)
{
    struct db *db = store_reader(e->config.store, err);
    int64_t seq;
    int got;

    if (!db)
        return -1;
    got = db_get_int(db, &seq, err,
                     "SELECT seq FROM jobs WHERE account = $1 AND region = $2 AND kind = $3 AND "
                     "name = $4",
                     "tttt", o->who.account, o->who.region, job_kind_column(o->kind), o->name);
    store_reader_done(e->config.store, db);
    if (got == 1)
        return jobs__taken(err, jobs__arn(a, o->kind, o->who.account, o->who.region, o->name));
    return got;
}

int job_precheck(struct engine *e, struct arena *a, const struct job_order *o, struct err *err)
{
    struct runtime_choice choice;
    const char *image = job_image(o->kind, o->request);

    if (job_check(o->kind, o->request, err) != 0 || name_is_free(e, a, o, err) != 0)
        return -1;
    if (!jobs_run_programs(e))
        return 0;
    if (runtime_resolve(e, a, o->who.project, image, &choice, err) == 0 &&
        runtime_check(a, image, &choice, err) == 0)
        return 0;
    if (err->code == ERR_UNSUPPORTED || err->code == ERR_NOT_FOUND)
        err->code = ERR_INVALID; /* to the caller it is the request's fault */
    return -1;
}

struct create_call {
    const struct job_order *order;
    struct arena *arena; /* the handler's, which waits */
    const char *arn;
};

static int create(struct engine *e, void *arg, struct err *err)
{
    struct create_call *c = arg;
    struct job *j;

    if (job_create(e, c->order, &j, err) != 0)
        return -1;
    c->arn = arena_strdup(c->arena, j->arn);
    return 0;
}

int job_submit(struct engine *e, struct arena *a, const struct job_order *order,
               const char **ret_arn, struct err *err)
{
    struct create_call call = {.order = order, .arena = a};

    if (job_precheck(e, a, order, err) != 0 || experiment_check_job(e, a, order, err) != 0 ||
        engine_call(e, create, &call, err) != 0)
        return -1;
    *ret_arn = call.arn;
    return 0;
}

struct stop_call {
    const char *id;
};

static int stop(struct engine *e, void *arg, struct err *err)
{
    struct stop_call *c = arg;
    struct job *j = map_get(e->jobs, c->id);

    if (j)
        job_stop(e, j);
    return 0;
}

int job_request_stop(struct engine *e, struct arena *a, enum job_kind kind,
                     const struct engine_who *who, const char *name, struct err *err)
{
    struct job *j;

    if (job_load(e, a, kind, who->account, who->region, name, &j, err) != 0)
        return -1;
    if (job_state_ended(j->state))
        return err_set(
            err, ERR_INVALID, "The request was rejected because the %s job is in status %s.",
            kind == JOB_PROCESSING ? "processing" : "training", job_state_text(j->state));
    struct stop_call call = {j->id};
    return engine_call(e, stop, &call, err);
}
