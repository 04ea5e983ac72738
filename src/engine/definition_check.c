/* What AWS refuses of a definition before anything runs: requests that cannot be made of a step's
 * arguments, properties that there will not be, values where others belong, steps that can never
 * both run. Judged when a pipeline is created or updated, over a definition whose structure is
 * known; definition.c calls it. */
#include "base/text.h"
#include "engine/definition.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

struct judge {
    const struct pipeline_def *d;
    const struct step_def *s;
    const struct definition_shapes *shapes;
    struct arena *a;
    struct problems *p;
    const char *path; /* of the step's arguments */
};

static const char *const kind_names[] = {
    [VALUE_TEXT] = "String",     [VALUE_INTEGER] = "Integer", [VALUE_NUMBER] = "Float",
    [VALUE_BOOLEAN] = "Boolean", [VALUE_WHOLE] = "Structure",
};

/* --- what a reference gives --- */

/* The lists of a request whose elements a property names, and the member that does. */
static const struct {
    const char *path, *list[2], *name;
} named_lists[] = {
    {".ProcessingOutputConfig.Outputs", {"ProcessingOutputConfig", "Outputs"}, "OutputName"},
    {".ProcessingInputs", {"ProcessingInputs", NULL}, "InputName"},
    {".InputDataConfig", {"InputDataConfig", NULL}, "ChannelName"},
};

/* Whether the list has what "['key']" or "[n]" at the beginning of `at` asks for. */
static bool has_element(const struct json *list, const char *name, const char *at)
{
    if (at[0] != '[')
        return true;
    if (at[1] != '\'' && at[1] != '"')
        return strtoul(at + 1, NULL, 10) < json_len(list);
    size_t n = strcspn(at + 2, "'\"");
    for (size_t i = 0; i < json_len(list); i++) {
        const struct json *v = json_get(json_at(list, i), name);
        if (!json_str(v)) /* a function: who knows */
            return true;
        if (strlen(v->s) == n && memcmp(v->s, at + 2, n) == 0)
            return true;
    }
    return false;
}

static bool is_requested(const struct step_def *on, const char *property)
{
    for (size_t i = 0; i < sizeof(named_lists) / sizeof(named_lists[0]); i++) {
        size_t n = strlen(named_lists[i].path);
        if (strncmp(property, named_lists[i].path, n) != 0)
            continue;
        const struct json *list = json_get(on->arguments, named_lists[i].list[0]);
        if (named_lists[i].list[1])
            list = json_get(list, named_lists[i].list[1]);
        return has_element(list, named_lists[i].name, property + n);
    }
    return true;
}

/* NULL where the reference itself is unsound, which was told. */
static const struct step_def *step_of(const struct judge *j, const char *ref,
                                      const char **ret_property)
{
    size_t n = strcspn(ref, ".[");

    *ret_property = ref + n;
    return definition_step(j->d, arena_strndup(j->a, ref, n));
}

/* at: where what is wrong with the reference is told; NULL: nowhere. */
static enum value_kind property_kind(const struct judge *j, const char *ref,
                                     const struct json_place *at)
{
    enum value_kind kind = VALUE_ANY;
    const char *property;
    const struct step_def *on = step_of(j, ref, &property);
    bool known = true;

    if (!on || !on->ops || str_starts(property, ".PropertyFiles."))
        return VALUE_ANY;
    if (!*property)
        known = false;
    else if (str_eq(on->ops->type, "Condition"))
        known = str_eq(property, ".Outcome");
    else if (!on->ops->describe)
        known = false;
    else if (j->shapes)
        known = j->shapes->property(on->ops->describe, property, &kind) == 0;
    if (!known && at)
        problem_at(j->p, at, "step %s (%s) has no property \"%s\"", on->name, on->ops->type,
                   *property ? property + 1 : "");
    else if (at && !is_requested(on, property))
        problem_at(j->p, at, "step %s has no \"%s\" in its Arguments", on->name, property + 1);
    return kind;
}

static enum value_kind param_kind(const struct judge *j, const char *name)
{
    static const enum value_kind kinds[] = {
        [PARAM_STRING] = VALUE_TEXT,
        [PARAM_INTEGER] = VALUE_INTEGER,
        [PARAM_FLOAT] = VALUE_NUMBER,
        [PARAM_BOOLEAN] = VALUE_BOOLEAN,
    };

    for (size_t i = 0; i < j->d->n_params; i++)
        if (str_eq(j->d->params[i].name, name))
            return kinds[j->d->params[i].type];
    return VALUE_ANY;
}

/* --- functions --- */

static bool is_function(const struct json *v)
{
    return json_is(v, JSON_OBJECT) && v->n == 1 &&
           (json_get_str(v, "Get") || str_starts(v->keys[0], "Std:"));
}

static enum value_kind function_kind(const struct judge *j, const struct json *v)
{
    const char *ref = json_get_str(v, "Get");

    if (!ref)
        return json_get(v, "Std:Join") ? VALUE_TEXT : VALUE_ANY;
    if (str_starts(ref, "Parameters."))
        return param_kind(j, ref + 11);
    return str_starts(ref, "Steps.") ? property_kind(j, ref + 6, NULL) : VALUE_TEXT;
}

static bool fits(enum value_kind kind, enum value_kind wanted)
{
    return kind == wanted || kind == VALUE_ANY || wanted == VALUE_ANY ||
           (kind == VALUE_INTEGER && wanted == VALUE_NUMBER);
}

/* A hyperparameter is text: the SDKs put parameters of every type there, which become it. */
static bool becomes_text(const struct json *v, const char *path)
{
    const char *ref = json_get_str(v, "Get");

    return ref && str_starts(ref, "Parameters.") && str_starts(path, ".HyperParameters.");
}

static bool judge_function(void *ctx, const struct json *v, enum value_kind wanted,
                           const char *path)
{
    const struct judge *j = ctx;

    if (!is_function(v))
        return false;
    enum value_kind kind = function_kind(j, v);
    if (!fits(kind, wanted) && !becomes_text(v, path))
        problem(j->p, arena_printf(j->a, "%s%s", j->path, path),
                "Cannot assign property reference [%s] to argument of type [%s]: it is a %s",
                json_get_str(v, "Get") ? json_get_str(v, "Get") : v->keys[0], kind_names[wanted],
                kind_names[kind]);
    return true;
}

static void judge_form(const struct judge *j, const struct json *v, const struct json_place *at)
{
    const struct json *join = json_get(v, "Std:Join"), *file = json_get(v, "Std:JsonGet");

    if (join && !json_is(json_get(join, "Values"), JSON_ARRAY))
        problem_at(j->p, at, "Std:Join: expected Values, an array");
    if (join && json_get(join, "On") && !json_get_str(join, "On"))
        problem_at(j->p, at, "Std:Join: expected On, a string");
    if (file && !json_get_str(file, "Path"))
        problem_at(j->p, at, "Std:JsonGet: expected Path, a string");
    const char *ref = json_get_str(json_get(file, "PropertyFile"), "Get");
    if (file && !json_get(file, "S3Uri") &&
        !(ref && str_starts(ref, "Steps.") && strstr(ref, ".PropertyFiles.")))
        problem_at(
            j->p, at,
            "Std:JsonGet: expected PropertyFile, {\"Get\": \"Steps.NAME.PropertyFiles.FILE\"}, "
            "or S3Uri");
}

/* Without a config there are names, too; with null there are none. */
static void judge_experiment(const struct judge *j, const char *member, const struct json_place *at)
{
    const struct json *config = json_get(j->d->json, "PipelineExperimentConfig");

    if (!str_eq(member, "ExperimentName") && !str_eq(member, "TrialName"))
        problem_at(j->p, at, "PipelineExperimentConfig has ExperimentName and TrialName, no %s",
                   member);
    else if (json_is(config, JSON_NULL))
        problem_at(j->p, at, "PipelineExperimentConfig is null: there is no %s to read", member);
}

/* Every function below `v`, wherever it stands; a condition's branches are steps of their own. */
static void judge_references(const struct judge *j, const struct json *v,
                             const struct json_place *at)
{
    struct json_place below = {.up = at};
    const char *ref = json_is(v, JSON_OBJECT) && v->n == 1 ? json_get_str(v, "Get") : NULL;
    bool branches = v == j->s->arguments && j->s->n_branch > 0;

    if (ref && str_starts(ref, "Steps."))
        property_kind(j, ref + 6, at);
    if (ref && str_starts(ref, "PipelineExperimentConfig."))
        judge_experiment(j, strchr(ref, '.') + 1, at);
    if (ref && str_starts(ref, "Execution.") && str_ends(ref, "JobName") && j->s->ops &&
        !str_eq(ref + 10, j->s->ops->create_name))
        problem_at(j->p, at, "%s: a %s step makes no such job", ref, j->s->ops->type);
    if (ref || (!json_is(v, JSON_OBJECT) && !json_is(v, JSON_ARRAY)))
        return;
    if (is_function(v))
        judge_form(j, v, at);
    for (size_t i = 0; i < v->n; i++) {
        below.name = json_is(v, JSON_OBJECT) ? v->keys[i] : NULL;
        below.index = i;
        if (!branches || (!str_eq(below.name, "IfSteps") && !str_eq(below.name, "ElseSteps")))
            judge_references(j, v->items[i], &below);
    }
}

/* --- requests --- */

static void request_fault(void *ctx, const char *path, const char *what)
{
    const struct judge *j = ctx;

    struct buf at cleanup_buf = {0};

    buf_init(&at, 128 * 1024);
    buf_addf(&at, "%s%s", j->path, path);
    problem(j->p, at.data, "%s", what);
}

static void judge_request(struct judge *j)
{
    const struct step_ops *ops = j->s->ops;

    if (!ops->create || !j->shapes || !json_is(j->s->arguments, JSON_OBJECT))
        return;
    struct json *request = json_copy(j->a, j->s->arguments);
    if (ops->create_name) /* the step's run gives it one */
        json_set_str(j->a, request, ops->create_name, "name");
    j->shapes->request(ops->create, request, j->a, judge_function, request_fault, j);
}

/* --- the step --- */

/* The condition that has one of them in each branch, or NULL. */
static const struct step_def *parted(const struct pipeline_def *d, const struct step_def *x,
                                     const struct step_def *y)
{
    for (const struct step_def *i = x; i->parent >= 0; i = &d->steps[i->parent])
        for (const struct step_def *k = y; k->parent >= 0; k = &d->steps[k->parent])
            if (i->parent == k->parent && i->in_else != k->in_else)
                return &d->steps[i->parent];
    return NULL;
}

static void judge_order(const struct judge *j)
{
    const struct step_def *s = j->s;
    const struct json *on = json_get(s->json, "DependsOn");

    if (on && !json_is(on, JSON_NULL) && !json_is(on, JSON_ARRAY))
        problem(j->p, arena_printf(j->a, "%s.DependsOn", s->path),
                "expected an array of names of steps");
    for (size_t i = 0; i < s->n_deps; i++) {
        const struct step_def *other = &j->d->steps[s->deps[i]], *c = parted(j->d, s, other);
        if (c)
            problem(j->p, s->path,
                    "step %s cannot depend on step %s, which is in the other branch of %s: never "
                    "do both run",
                    s->name, other->name, c->name);
        else if (other->ops && str_eq(other->ops->type, "Fail"))
            problem(j->p, s->path, "%s can not depends on FailStep", s->name);
    }
}

static void judge_files(const struct judge *j)
{
    static const char *const members[] = {"PropertyFileName", "OutputName", "FilePath"};
    const struct json *files = json_get(j->s->json, "PropertyFiles");
    const struct json_place step = {.name = j->s->path};
    const struct json_place list = {.up = &step, .name = "PropertyFiles"};
    struct json_place at = {.up = &list};

    for (; at.index < json_len(files); at.index++)
        for (size_t k = 0; k < 3; k++)
            if (!json_get_str(json_at(files, at.index), members[k]))
                problem_at(j->p, &at, "expected %s, a string", members[k]);
}

/* The rest of them step_retry_check judges, of stored definitions, too. */
static void judge_retries(const struct judge *j)
{
    const struct json *policies = json_get(j->s->json, "RetryPolicies");

    for (size_t i = 0; i < json_len(policies); i++) {
        const struct json *most = json_get(json_at(policies, i), "MaxAttempts");
        if (json_is(most, JSON_REAL) && json_num(most, 0) != floor(json_num(most, 0)))
            problem(j->p, arena_printf(j->a, "%s.RetryPolicies[%zu]", j->s->path, i),
                    "MaxAttempts: expected a whole number");
    }
}

void definition_check_step(const struct pipeline_def *d, const struct step_def *s,
                           const struct definition_shapes *shapes, struct problems *p)
{
    cleanup_arena struct arena *a = arena_create((size_t)1 << 30);
    struct judge j = {.d = d,
                      .s = s,
                      .shapes = shapes,
                      .a = a,
                      .p = p,
                      .path = arena_printf(a, "%s.Arguments", s->path)};

    judge_order(&j);
    judge_files(&j);
    judge_retries(&j);
    const struct json_place arguments = {.name = j.path};
    judge_references(&j, s->arguments, &arguments);
    if (s->ops)
        judge_request(&j);
}
