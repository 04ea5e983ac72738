/* Parses and checks a pipeline definition: structure first, then references, then cycles. */
#include "engine/definition.h"
#include "base/text.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NAME_MAX_LEN 256
#define PROBLEMS_MAX 50
#define KEY_MAX_LEN  200 /* of a key in a path */

struct parse {
    struct pipeline_def *def;
    struct problems problems;
    size_t cap_steps;
};

static void print_place(struct buf *out, const struct json_place *at)
{
    if (!at->up) {
        buf_adds(out, at->name);
        return;
    }
    print_place(out, at->up);
    if (!at->name) {
        buf_addf(out, "[%zu]", at->index);
        return;
    }
    size_t len = strlen(at->name), n = len < KEY_MAX_LEN ? len : KEY_MAX_LEN;
    while (n < len && n && ((unsigned char)at->name[n] & 0xc0) == 0x80)
        n--;
    buf_addf(out, ".%.*s%s", (int)n, at->name, n < len ? "..." : "");
}

static void tell(struct problems *p, const struct json_place *at, const char *fmt, va_list ap)
{
    char text[512];

    if (p->count++ >= PROBLEMS_MAX)
        return;
    vsnprintf(text, sizeof(text), fmt, ap);
    if (p->count > 1)
        buf_adds(&p->text, "; ");
    print_place(&p->text, at);
    buf_addf(&p->text, ": %s", text);
}

void problem(struct problems *p, const char *path, const char *fmt, ...)
{
    const struct json_place at = {.name = path};
    va_list ap;

    va_start(ap, fmt);
    tell(p, &at, fmt, ap);
    va_end(ap);
}

void problem_at(struct problems *p, const struct json_place *at, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    tell(p, at, fmt, ap);
    va_end(ap);
}

static bool name_valid(const char *s)
{
    size_t n = s ? strlen(s) : 0;

    if (n == 0 || n > NAME_MAX_LEN || s[0] == '-')
        return false;
    for (size_t i = 0; i < n; i++) {
        char c = s[i];
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
              c == '-' || c == '_'))
            return false;
    }
    return true;
}

static void push_index(struct arena *a, int **items, size_t *n, size_t *cap, int index)
{
    if (*n == *cap) {
        size_t more = *cap ? *cap * 2 : 4;
        int *grown = arena_alloc(a, more * sizeof(int));
        if (*n)
            memcpy(grown, *items, *n * sizeof(int));
        *items = grown;
        *cap = more;
    }
    (*items)[(*n)++] = index;
}

/* --- parameters --- */

static int param_type_parse(const char *s, enum param_type *ret)
{
    static const char *const names[] = {"String", "Integer", "Float", "Boolean"};

    for (int i = 0; s && i < 4; i++) {
        if (strcmp(s, names[i]) == 0) {
            *ret = (enum param_type)i;
            return 0;
        }
    }
    return -1;
}

/* A value of the parameter's type from a value of any form; NULL when it does not fit. */
static struct json *param_value(struct arena *a, enum param_type type, const struct json *v)
{
    const char *s = json_str(v);
    char *end;

    switch (type) {
    case PARAM_STRING:
        return s ? json_string(a, s) : NULL;
    case PARAM_INTEGER:
        if (json_is(v, JSON_INT))
            return json_int(a, v->i);
        if (s && *s) {
            long long i = strtoll(s, &end, 10);
            return *end ? NULL : json_int(a, i);
        }
        return NULL;
    case PARAM_FLOAT:
        if (json_is(v, JSON_INT) || json_is(v, JSON_REAL))
            return json_real(a, json_num(v, 0));
        if (s && *s) {
            double r = strtod(s, &end);
            return *end || r != r || r - r != 0 ? NULL : json_real(a, r);
        }
        return NULL;
    case PARAM_BOOLEAN:
        if (json_is(v, JSON_BOOL))
            return json_bool(a, v->b);
        if (s && (str_ieq(s, "true") || str_ieq(s, "false")))
            return json_bool(a, str_ieq(s, "true"));
        return NULL;
    }
    return NULL;
}

/* A text whose number an Integer cannot hold: param_value makes it the nearest one that it can, as
 * definitions may rely on that were stored before this was refused. */
static bool overflows(enum param_type type, const struct json *v)
{
    if (type != PARAM_INTEGER || !json_str(v))
        return false;
    errno = 0;
    strtoll(v->s, NULL, 10);
    return errno == ERANGE;
}

/* The values may be texts, as those of a start are. */
static bool in_enum(struct arena *a, const struct param_def *p, const struct json *v)
{
    if (!p->values)
        return true;
    for (size_t i = 0; i < json_len(p->values); i++) {
        const struct json *one = param_value(a, p->type, json_at(p->values, i));
        if (one && json_equal(one, v))
            return true;
    }
    return false;
}

static void parse_params(struct parse *ps)
{
    struct pipeline_def *d = ps->def;
    const struct json *list = json_get(d->json, "Parameters");
    static const char *const type_names = "String, Integer, Float or Boolean";

    if (!list || json_is(list, JSON_NULL))
        return;
    if (!json_is(list, JSON_ARRAY)) {
        problem(&ps->problems, "$.Parameters", "expected an array");
        return;
    }
    d->params = arena_zalloc(d->arena, (json_len(list) + 1) * sizeof(d->params[0]));
    for (size_t i = 0; i < json_len(list); i++) {
        const struct json *j = json_at(list, i);
        struct param_def *p = &d->params[d->n_params];
        char path[64];
        snprintf(path, sizeof(path), "$.Parameters[%zu]", i);
        p->name = json_get_str(j, "Name");
        if (!p->name || !*p->name) {
            problem(&ps->problems, path, "expected a Name");
            continue;
        }
        if (param_type_parse(json_get_str(j, "Type"), &p->type) != 0) {
            problem(&ps->problems, path, "parameter %s: expected Type %s", p->name, type_names);
            continue;
        }
        for (size_t k = 0; k < d->n_params; k++)
            if (strcmp(d->params[k].name, p->name) == 0)
                problem(&ps->problems, path, "duplicate parameter %s", p->name);
        const struct json *v = json_get(j, "DefaultValue"), *values = json_get(j, "EnumValues");
        p->values = json_is(values, JSON_ARRAY) ? values : NULL;
        if (v && !json_is(v, JSON_NULL)) {
            p->otherwise = param_value(d->arena, p->type, v);
            if (!p->otherwise)
                problem(&ps->problems, path, "parameter %s: the DefaultValue is not of its Type",
                        p->name);
            else if (!in_enum(d->arena, p, p->otherwise))
                problem(&ps->problems, path, "parameter %s: the DefaultValue is not in EnumValues",
                        p->name);
        }
        d->n_params++;
    }
}

int definition_params(const struct pipeline_def *d, const struct json *given, struct arena *a,
                      struct json **ret, struct err *err)
{
    struct json *out = json_object(a);

    for (size_t i = 0; i < json_len(given); i++) {
        const char *name = json_get_str(json_at(given, i), "Name");
        bool known = false;
        for (size_t k = 0; name && k < d->n_params; k++)
            known = known || strcmp(d->params[k].name, name) == 0;
        if (!known)
            return err_set(err, ERR_INVALID, "Unknown parameters [%s] provided",
                           name ? name : "(without a name)");
        for (size_t k = 0; k < i; k++)
            if (str_eq(json_get_str(json_at(given, k), "Name"), name))
                return err_set(err, ERR_INVALID, "Parameter %s is given twice", name);
    }
    for (size_t k = 0; k < d->n_params; k++) {
        const struct param_def *p = &d->params[k];
        const struct json *v = NULL;
        for (size_t i = 0; i < json_len(given); i++)
            if (str_eq(json_get_str(json_at(given, i), "Name"), p->name))
                v = json_get(json_at(given, i), "Value");
        struct json *typed = v && !overflows(p->type, v) ? param_value(a, p->type, v) : NULL;
        static const char *const names[] = {"String", "Integer", "Float", "Boolean"};
        if (v && !typed)
            return err_set(err, ERR_INVALID, "Parameter %s: \"%s\" is not of type %s", p->name,
                           json_str(v) ? json_str(v) : "", names[p->type]);
        if (typed && !in_enum(a, p, typed))
            return err_set(err, ERR_INVALID, "Parameter %s: \"%s\" is not one of its EnumValues",
                           p->name, json_str(v) ? json_str(v) : "");
        if (!typed && !p->otherwise)
            return err_set(err, ERR_INVALID,
                           "Parameter %s has no default value and no value was given", p->name);
        json_set(a, out, p->name, typed ? typed : json_copy(a, p->otherwise));
    }
    *ret = out;
    return 0;
}

/* --- steps --- */

static void parse_steps(struct parse *ps, const struct json *list, const char *path, int parent,
                        bool in_else);

/* Where step `index` is, for messages. */
static const char *step_path(struct parse *ps, const char *list_path, size_t i)
{
    return ps->problems.count >= PROBLEMS_MAX /* nothing more is told */
               ? list_path
               : arena_printf(ps->def->arena, "%s[%zu]", list_path, i);
}

static struct step_def *add_step(struct parse *ps)
{
    struct pipeline_def *d = ps->def;

    if (d->n_steps == ps->cap_steps) {
        size_t cap = ps->cap_steps ? ps->cap_steps * 2 : 64;
        struct step_def *grown = arena_zalloc(d->arena, cap * sizeof(*grown));
        if (d->n_steps)
            memcpy(grown, d->steps, d->n_steps * sizeof(*grown));
        d->steps = grown;
        ps->cap_steps = cap;
    }
    struct step_def *s = &d->steps[d->n_steps];
    s->index = (int)d->n_steps++;
    return s;
}

static void check_cache(const struct json *config, const char *path, struct problems *p)
{
    const struct json *enabled = json_get(config, "Enabled");
    const struct json *expire = json_get(config, "ExpireAfter");

    if (!config || json_is(config, JSON_NULL))
        return;
    if (!json_is(enabled, JSON_BOOL))
        problem(p, path, "CacheConfig.Enabled: expected true or false");
    if (expire && !json_is(expire, JSON_NULL) &&
        (!json_str(expire) || cache_duration_ms(json_str(expire)) < 0))
        problem(p, path, "CacheConfig.ExpireAfter: expected a duration, as \"P30D\" or \"T12H\"");
}

static void parse_step(struct parse *ps, const struct json *j, const char *path, int parent,
                       bool in_else)
{
    struct pipeline_def *d = ps->def;
    const char *name = json_get_str(j, "Name"), *type = json_get_str(j, "Type");

    if (!json_is(j, JSON_OBJECT) || !name_valid(name)) {
        problem(&ps->problems, path,
                "expected a step with a Name of 1 to 256 letters, digits, - and _");
        return;
    }
    const struct step_ops *ops = type ? step_ops_find(type) : NULL;
    if (!type)
        problem(&ps->problems, path, "step %s: expected a Type", name);
    else if (!ops)
        problem(&ps->problems, path,
                "step %s: steps of Type %s are not supported here; 'slipway run --without %s' runs "
                "the pipeline without it",
                name, type, name);
    struct step_def *s = add_step(ps);
    int index = s->index;
    step_retry_check(json_get(j, "RetryPolicies"), path, &ps->problems);
    check_cache(json_get(j, "CacheConfig"), path, &ps->problems);
    s->name = name;
    s->path = path;
    s->ops = ops;
    s->json = j;
    s->arguments = json_get(j, "Arguments");
    s->parent = parent;
    s->in_else = in_else;
    if (parent >= 0) {
        struct step_def *c = &d->steps[parent];
        push_index(d->arena, &c->branch, &c->n_branch, &c->cap_branch, index);
    }
    if (str_eq(type, "Condition")) {
        const struct json *args = s->arguments;
        parse_steps(ps, json_get(args, "IfSteps"),
                    arena_printf(d->arena, "%s.Arguments.IfSteps", path), index, false);
        parse_steps(ps, json_get(args, "ElseSteps"),
                    arena_printf(d->arena, "%s.Arguments.ElseSteps", path), index, true);
    }
}

static void parse_steps(struct parse *ps, const struct json *list, const char *path, int parent,
                        bool in_else)
{
    if (!list || json_is(list, JSON_NULL))
        return;
    if (!json_is(list, JSON_ARRAY)) {
        problem(&ps->problems, path, "expected an array of steps");
        return;
    }
    for (size_t i = 0; i < json_len(list); i++)
        parse_step(ps, json_at(list, i), step_path(ps, path, i), parent, in_else);
}

/* --- references --- */

static void add_dep(struct parse *ps, struct step_def *s, int on)
{
    struct pipeline_def *d = ps->def;
    struct step_def *other = &d->steps[on];

    for (size_t i = 0; i < s->n_deps; i++)
        if (s->deps[i] == on)
            return;
    push_index(d->arena, &s->deps, &s->n_deps, &s->cap_deps, on);
    push_index(d->arena, &other->dependents, &other->n_dependents, &other->cap_dependents,
               s->index);
}

static struct step_def *find(struct parse *ps, const char *name, size_t len)
{
    char *key = strndup(name, len);
    struct step_def *s = map_get(ps->def->by_name, key);

    free(key);
    return s;
}

static bool param_exists(const struct pipeline_def *d, const char *name)
{
    for (size_t i = 0; i < d->n_params; i++)
        if (strcmp(d->params[i].name, name) == 0)
            return true;
    return false;
}

/* "Steps.S.PropertyFiles.F": whether the step declares F. Other references: true. */
static bool has_property_file(const struct step_def *on, const char *ref)
{
    const char *at = strstr(ref, ".PropertyFiles.");
    const struct json *files = json_get(on->json, "PropertyFiles");

    for (size_t i = 0; at && i < json_len(files); i++)
        if (str_eq(json_get_str(json_at(files, i), "PropertyFileName"),
                   at + strlen(".PropertyFiles.")))
            return true;
    return !at;
}

static void check_get(struct parse *ps, struct step_def *s, const char *ref,
                      const struct json_place *at)
{
    static const char *const variables[] = {
        "StartDateTime",       "CurrentDateTime",      "PipelineName",    "PipelineArn",
        "PipelineExecutionId", "PipelineExecutionArn", "TrainingJobName", "ProcessingJobName"};

    if (str_starts(ref, "Parameters.")) {
        if (!param_exists(ps->def, ref + 11))
            problem_at(&ps->problems, at, "there is no parameter %s", ref + 11);
    } else if (str_starts(ref, "Execution.")) {
        for (size_t i = 0; i < sizeof(variables) / sizeof(variables[0]); i++)
            if (strcmp(ref + 10, variables[i]) == 0)
                return;
        problem_at(&ps->problems, at, "there is no execution variable %s", ref + 10);
    } else if (str_starts(ref, "Steps.")) {
        size_t n = strcspn(ref + 6, ".[");
        struct step_def *on = find(ps, ref + 6, n);
        if (!on) {
            problem_at(&ps->problems, at, "there is no step %.*s", (int)n, ref + 6);
        } else if (s && on != s) {
            if (!has_property_file(on, ref))
                problem_at(&ps->problems, at, "step %s has no property file as in \"%s\"", on->name,
                           ref);
            on->referenced = true;
            add_dep(ps, s, on->index);
        } else {
            problem_at(&ps->problems, at, "a step cannot refer to itself");
        }
    } else if (!str_starts(ref, "PipelineExperimentConfig.")) {
        problem_at(&ps->problems, at, "cannot read \"%s\"", ref);
    }
}

static void check_refs(struct parse *ps, struct step_def *s, const struct json *v,
                       const struct json_place *at)
{
    struct json_place below = {.up = at};

    if (json_is(v, JSON_ARRAY)) {
        for (below.index = 0; below.index < v->n; below.index++)
            check_refs(ps, s, v->items[below.index], &below);
        return;
    }
    if (!json_is(v, JSON_OBJECT))
        return;
    const char *ref = json_len(v) == 1 ? json_get_str(v, "Get") : NULL;
    if (ref) {
        check_get(ps, s, ref, at);
        return;
    }
    if (json_len(v) == 1 && str_starts(v->keys[0], "Std:") && !json_get(v, "Std:Join") &&
        !json_get(v, "Std:JsonGet"))
        problem_at(&ps->problems, at, "there is no function %s", v->keys[0]);
    if (s && json_get(v, "Std:JsonGet"))
        s->fetches = true;
    for (size_t i = 0; i < v->n; i++) {
        /* A branch's steps have references of their own. */
        if (s && v == s->arguments && str_eq(s->ops ? s->ops->type : NULL, "Condition") &&
            (strcmp(v->keys[i], "IfSteps") == 0 || strcmp(v->keys[i], "ElseSteps") == 0))
            continue;
        below.name = v->keys[i];
        check_refs(ps, s, v->items[i], &below);
    }
}

static void check_step(struct parse *ps, struct step_def *s)
{
    const char *path = s->path;
    const struct json *on = json_get(s->json, "DependsOn");
    const struct json_place step = {.name = path}, depends = {.up = &step, .name = "DependsOn"};
    const struct json_place arguments = {.up = &step, .name = "Arguments"};

    if (s->parent >= 0)
        add_dep(ps, s, s->parent);
    for (size_t i = 0; i < json_len(on); i++) {
        const char *name = json_str(json_at(on, i));
        const struct json_place at = {.up = &depends, .index = i};
        struct step_def *other = name ? map_get(ps->def->by_name, name) : NULL;
        if (!other)
            problem_at(&ps->problems, &at, "there is no step %s",
                       name ? name : "(expected its name, a string)");
        else if (str_eq(other->ops ? other->ops->type : NULL, "Fail"))
            problem_at(&ps->problems, &at, "%s can not depends on FailStep", s->name);
        else if (other == s)
            problem(&ps->problems, path, "step %s cannot depend on itself", s->name);
        else
            add_dep(ps, s, other->index);
    }
    check_refs(ps, s, s->arguments, &arguments);
    if (s->ops)
        s->ops->check(ps->def, s, path, &ps->problems);
}

/* Kahn's algorithm; what remains is on a cycle or behind one. */
static void check_cycles(struct parse *ps)
{
    struct pipeline_def *d = ps->def;
    size_t *left = arena_zalloc(d->arena, (d->n_steps + 1) * sizeof(*left));
    int *queue = arena_alloc(d->arena, (d->n_steps + 1) * sizeof(*queue));
    size_t head = 0, tail = 0;

    for (size_t i = 0; i < d->n_steps; i++) {
        left[i] = d->steps[i].n_deps;
        if (left[i] == 0)
            queue[tail++] = (int)i;
    }
    while (head < tail) {
        const struct step_def *s = &d->steps[queue[head++]];
        for (size_t i = 0; i < s->n_dependents; i++)
            if (--left[s->dependents[i]] == 0)
                queue[tail++] = s->dependents[i];
    }
    for (size_t i = 0; i < d->n_steps && tail < d->n_steps; i++) {
        if (left[i] > 0) {
            problem(&ps->problems, "$.Steps", "step %s is on a cycle of dependencies or behind one",
                    d->steps[i].name);
            return;
        }
    }
}

static void parse_all(struct parse *ps)
{
    struct pipeline_def *d = ps->def;
    const char *version = json_get_str(d->json, "Version");

    if (!str_eq(version, "2020-12-01"))
        problem(&ps->problems, "$.Version", "expected \"2020-12-01\"");
    parse_params(ps);
    if (json_len(json_get(d->json, "Steps")) == 0)
        problem(&ps->problems, "$.Steps", "expected at least one step");
    parse_steps(ps, json_get(d->json, "Steps"), "$.Steps", -1, false);
    d->by_name = map_create();
    for (size_t i = 0; i < d->n_steps; i++)
        if (map_set(d->by_name, d->steps[i].name, &d->steps[i]))
            problem(&ps->problems, "$.Steps", "duplicate step name %s", d->steps[i].name);
    if (ps->problems.count == 0 || d->n_steps > 0)
        for (size_t i = 0; i < d->n_steps; i++)
            check_step(ps, &d->steps[i]);
    check_cycles(ps);
    const struct json_place experiment = {.name = "$.PipelineExperimentConfig"};
    check_refs(ps, NULL, json_get(d->json, "PipelineExperimentConfig"), &experiment);
}

static void check_enum(struct parse *ps, enum param_type type, const struct json *values,
                       const char *path)
{
    if (!values || json_is(values, JSON_NULL))
        return;
    if (!json_is(values, JSON_ARRAY))
        problem(&ps->problems, path, "EnumValues: expected an array");
    for (size_t i = 0; json_is(values, JSON_ARRAY) && i < json_len(values); i++)
        if (overflows(type, json_at(values, i)) ||
            !param_value(ps->def->arena, type, json_at(values, i)))
            problem(&ps->problems, path, "EnumValues[%zu] is not of the parameter's Type", i);
}

static void check_params(struct parse *ps)
{
    const struct json *list = json_get(ps->def->json, "Parameters");
    enum param_type type;
    char path[64];

    for (size_t i = 0; i < json_len(list); i++) {
        const struct json *j = json_at(list, i);
        if (param_type_parse(json_get_str(j, "Type"), &type) != 0)
            continue;
        snprintf(path, sizeof(path), "$.Parameters[%zu]", i);
        if (overflows(type, json_get(j, "DefaultValue")))
            problem(&ps->problems, path, "parameter %s: the DefaultValue is not of its Type",
                    json_get_str(j, "Name") ? json_get_str(j, "Name") : "");
        snprintf(path, sizeof(path), "$.Parameters[%zu].EnumValues", i);
        check_enum(ps, type, json_get(j, "EnumValues"), path);
    }
}

static void check_all(struct parse *ps, const struct definition_shapes *shapes)
{
    struct pipeline_def *d = ps->def;

    check_params(ps);
    for (size_t i = 0; i < d->n_steps; i++)
        definition_check_step(d, &d->steps[i], shapes, &ps->problems);
}

/* message: where the text is kept that is too long for *err; NULL: it is cut. */
static int refuse(struct arena *message, const char *problems, struct err *err)
{
    static const char head[] = "Invalid pipeline definition";

    return message
               ? err_set_whole(err, ERR_INVALID, arena_printf(message, "%s: %s", head, problems))
               : err_set(err, ERR_INVALID, "%s: %s", head, problems);
}

static int parse_text(const char *text, size_t len, bool full,
                      const struct definition_shapes *shapes, struct arena *message,
                      struct pipeline_def **ret, struct err *err)
{
    struct arena *a = arena_create((size_t)1 << 30);
    struct parse ps = {.def = arena_zalloc(a, sizeof(*ps.def))};
    struct json *j;
    int rc = 0;

    ps.def->arena = a;
    buf_init(&ps.problems.text, 64 * 1024);
    if (json_parse(a, text, len, &j, err) != 0) {
        rc = err_prefix(err, "Invalid pipeline definition");
    } else if (!json_is(j, JSON_OBJECT)) {
        rc = err_set(err, ERR_INVALID, "Invalid pipeline definition: expected a JSON object");
    } else {
        ps.def->json = j;
        parse_all(&ps);
        if (full)
            check_all(&ps, shapes);
        if (ps.problems.count > PROBLEMS_MAX)
            buf_addf(&ps.problems.text, "; and %d more", ps.problems.count - PROBLEMS_MAX);
        if (ps.problems.count)
            rc = refuse(message, ps.problems.text.data, err);
    }
    buf_free(&ps.problems.text);
    if (rc == 0)
        *ret = ps.def;
    else
        definition_free(ps.def);
    return rc;
}

int definition_parse(const char *text, size_t len, struct pipeline_def **ret, struct err *err)
{
    return parse_text(text, len, false, NULL, NULL, ret, err);
}

int definition_check(const char *text, size_t len, const struct definition_shapes *shapes,
                     struct arena *a, struct err *err)
{
    struct pipeline_def *d;

    if (parse_text(text, len, true, shapes, a, &d, err) != 0)
        return -1;
    definition_free(d);
    return 0;
}

void definition_free(struct pipeline_def *d)
{
    if (!d)
        return;
    map_destroy(d->by_name);
    arena_destroy(d->arena);
}

const struct step_def *definition_step(const struct pipeline_def *d, const char *name)
{
    return map_get(d->by_name, name);
}
