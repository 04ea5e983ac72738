/* Condition and Fail steps: they end as soon as they begin. */
#include "engine/pipelines.h"
#include "base/text.h"
#include <string.h>

static void never_stop(struct engine *e, struct execution *x, struct step *s)
{
}

static void no_job(struct engine *e, struct execution *x, struct step *s, struct job *j)
{
}

/* Both spellings of what the published schema and the SDKs call differently are fine. */
static void check_one(const struct json *c, const char *path, struct problems *p)
{
    static const char *const compares[] = {
        "Equals",   "NotEquals",         "GreaterThan", "GreaterThanOrEqualTo",
        "LessThan", "LessThanOrEqualTo", NULL};
    const char *type = json_get_str(c, "Type");
    const struct json *inner = json_get(c, "Condition");

    for (size_t i = 0; type && compares[i]; i++)
        if (str_eq(type, compares[i])) {
            if (!json_get(c, "LeftValue") || !json_get(c, "RightValue"))
                problem(p, path, "condition %s: expected LeftValue and RightValue", type);
            return;
        }
    if (str_eq(type, "Not")) {
        check_one(inner ? inner : json_get(c, "Expression"), path, p);
    } else if (str_eq(type, "Or")) {
        const struct json *list = json_get(c, "Conditions");
        if (json_len(list) == 0)
            problem(p, path, "condition Or: expected Conditions");
        for (size_t i = 0; i < json_len(list); i++)
            check_one(json_at(list, i), path, p);
    } else if (str_eq(type, "In") || str_eq(type, "NotIn")) {
        if ((!json_get(c, "QueryValue") && !json_get(c, "Value")) ||
            (!json_get(c, "Values") && !json_get(c, "In")))
            problem(p, path, "condition %s: expected QueryValue and Values", type);
    } else {
        problem(p, path, "there is no condition of Type %s", type ? type : "(it is missing)");
    }
}

static void check_condition(const struct pipeline_def *d, const struct step_def *s,
                            const char *path, struct problems *p)
{
    const struct json *list = json_get(s->arguments, "Conditions");

    if (json_len(list) == 0)
        problem(p, path, "expected Arguments.Conditions with at least one condition");
    for (size_t i = 0; i < json_len(list); i++)
        check_one(json_at(list, i), path, p);
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
    step_succeed(e, x, s, outcome);
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

const struct step_ops step_condition = {
    "Condition", check_condition, start_condition, never_stop, no_job, NULL, NULL, NULL};
const struct step_ops step_fail_ops = {"Fail", check_fail, start_fail, never_stop,
                                       no_job, NULL,       NULL,       NULL};
