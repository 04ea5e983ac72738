/* Condition and Fail steps: they end as soon as they begin. */
#include "engine/pipelines.h"
#include <string.h>

static void never_stop(struct engine *e, struct execution *x, struct step *s)
{
}

static void no_job(struct engine *e, struct execution *x, struct step *s, struct job *j)
{
}

static void check_condition(const struct pipeline_def *d, const struct step_def *s,
                            const char *path, struct problems *p)
{
    if (json_len(json_get(s->arguments, "Conditions")) == 0)
        problem(p, path, "expected Arguments.Conditions with at least one condition");
}

static int start_condition(struct engine *e, struct execution *x, struct step *s, struct json *args,
                           struct err *err)
{
    struct json *outcome = json_object(x->arena);

    if (eval_conditions(x, batch_arena(e), json_get(s->def->arguments, "Conditions"), &s->outcome,
                        err) != 0)
        return -1;
    json_set_str(x->arena, outcome, "Outcome", s->outcome ? "True" : "False");
    s->metadata = json_object(x->arena);
    json_set(x->arena, s->metadata, "Condition", outcome);
    step_succeed(e, x, s, s->metadata);
    return 0;
}

static void check_fail(const struct pipeline_def *d, const struct step_def *s, const char *path,
                       struct problems *p)
{
}

static int start_fail(struct engine *e, struct execution *x, struct step *s, struct json *args,
                      struct err *err)
{
    const char *message = json_get_str(args, "ErrorMessage");
    struct json *fail = json_object(x->arena);

    json_set_str(x->arena, fail, "ErrorMessage", message ? message : "");
    s->metadata = json_object(x->arena);
    json_set(x->arena, s->metadata, "Fail", fail);
    step_fail(e, x, s, message && *message ? message : NULL);
    return 0;
}

const struct step_ops step_condition = {"Condition", check_condition, start_condition, never_stop,
                                        no_job};
const struct step_ops step_fail_ops = {"Fail", check_fail, start_fail, never_stop, no_job};
