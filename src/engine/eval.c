/* The functions of a pipeline definition: Get, Std:Join, Std:JsonGet, and conditions.
 *
 * Pure: reads an execution's parameters, its steps' properties and the property files that were
 * fetched before. Paths are SageMaker's: Steps.S.A.B['key'][0].C, where ['key'] on a list finds the
 * element by its OutputName or InputName (or Name, ChannelName). */
#include "base/sys.h"
#include "base/text.h"
#include "engine/pipelines.h"
#include <stdlib.h>
#include <string.h>

struct scope {
    const struct execution *x;
    struct arena *a;
};

/* --- paths --- */

static const struct json *by_key(const struct json *v, const char *key)
{
    static const char *const names[] = {"OutputName", "InputName", "ChannelName", "Name",
                                        "MetricName"};

    if (json_is(v, JSON_OBJECT))
        return json_get(v, key);
    for (size_t i = 0; i < json_len(v); i++)
        for (size_t k = 0; k < sizeof(names) / sizeof(names[0]); k++)
            if (str_eq(json_get_str(json_at(v, i), names[k]), key))
                return json_at(v, i);
    return NULL;
}

/* Follows `.A`, `['k']`, `["k"]` and `[n]`; NULL when something is not there or cannot be read. */
static const struct json *follow(struct arena *a, const struct json *v, const char *path)
{
    while (v && *path) {
        if (*path == '.') {
            path++;
            size_t n = strcspn(path, ".[");
            v = json_is(v, JSON_OBJECT) ? json_get(v, arena_strndup(a, path, n)) : NULL;
            path += n;
        } else if (path[0] == '[' && (path[1] == '\'' || path[1] == '"')) {
            const char *end = strchr(path + 2, path[1]);
            if (!end || end[1] != ']')
                return NULL;
            v = by_key(v, arena_strndup(a, path + 2, (size_t)(end - path - 2)));
            path = end + 2;
        } else if (*path == '[') {
            char *end;
            unsigned long n = strtoul(path + 1, &end, 10);
            if (end == path + 1 || *end != ']')
                return NULL;
            v = json_at(v, n);
            path = end + 1;
        } else {
            return NULL;
        }
    }
    return v;
}

static int get_step(struct scope *s, const char *ref, const struct json **ret, struct err *err)
{
    size_t n = strcspn(ref, ".[");
    const char *name = arena_strndup(s->a, ref, n);
    const struct step_def *def = definition_step(s->x->def, name);
    const struct step *step = def ? &s->x->steps[def->index] : NULL;

    if (!step)
        return err_set(err, ERR_INVALID, "there is no step %s", name);
    if (step->skipped || step->status != RUN_SUCCEEDED)
        return err_set(err, ERR_INVALID, "Steps.%s: step %s has no outcome to read (%s)", ref, name,
                       step->skipped ? "it did not run" : run_status_text(step->status));
    *ret = follow(s->a, step->properties, ref + n);
    if (!*ret)
        return err_set(err, ERR_INVALID, "Steps.%s: step %s has no such property", ref, name);
    return 0;
}

static struct json *execution_variable(struct scope *s, const char *name)
{
    const struct execution *x = s->x;

    if (strcmp(name, "StartDateTime") == 0)
        return json_string(s->a, time_iso_ms(s->a, x->created_ms));
    if (strcmp(name, "CurrentDateTime") == 0)
        return json_string(s->a, time_iso_ms(s->a, sys->wall_ms()));
    if (strcmp(name, "PipelineName") == 0)
        return json_string(s->a, x->pipeline);
    if (strcmp(name, "PipelineArn") == 0)
        return json_string(s->a, x->pipeline_arn);
    if (strcmp(name, "PipelineExecutionId") == 0)
        return json_string(s->a, x->id);
    if (strcmp(name, "PipelineExecutionArn") == 0)
        return json_string(s->a, x->arn);
    const struct step *step = x->evaluated; /* its own job's name */
    return step && step->job_name && str_eq(name, step->def->ops->create_name)
               ? json_string(s->a, step->job_name)
               : NULL;
}

/* An execution of old has no experiment, but may ask what it would be called. */
static struct json *experiment_name(struct scope *s, const char *member)
{
    const struct execution *x = s->x;

    if (!x->untracked)
        return json_get(x->experiment, member);
    if (strcmp(member, "ExperimentName") == 0)
        return json_string(s->a, x->pipeline);
    return strcmp(member, "TrialName") == 0 ? json_string(s->a, x->id) : NULL;
}

static int get(struct scope *s, const char *ref, const struct json **ret, struct err *err)
{
    *ret = NULL;
    if (str_starts(ref, "Parameters."))
        *ret = json_get(s->x->params, ref + 11);
    else if (str_starts(ref, "Execution."))
        *ret = execution_variable(s, ref + 10);
    else if (str_starts(ref, "Steps."))
        return get_step(s, ref + 6, ret, err);
    else if (str_starts(ref, "PipelineExperimentConfig."))
        *ret = experiment_name(s, strchr(ref, '.') + 1);
    return *ret ? 0 : err_set(err, ERR_INVALID, "\"%s\" cannot be read", ref);
}

/* --- functions --- */

static int eval_any(struct scope *s, const struct json *in, const struct json **ret,
                    struct err *err);

/* A scalar as Join prints it. */
static int add_text(struct buf *out, const struct json *v, struct err *err)
{
    if (json_is(v, JSON_STRING))
        buf_add(out, v->s, v->s_len);
    else if (json_is(v, JSON_BOOL) || json_is(v, JSON_INT) || json_is(v, JSON_REAL))
        json_write(out, v);
    else
        return err_set(err, ERR_INVALID, "Std:Join: a value is neither text, number nor boolean");
    return 0;
}

static int join(struct scope *s, const struct json *f, const struct json **ret, struct err *err)
{
    const struct json *values = json_get(f, "Values");
    const char *on = json_get_str(f, "On");
    struct buf out cleanup_buf = {0};

    buf_init(&out, 1 << 20);
    for (size_t i = 0; i < json_len(values); i++) {
        const struct json *v;
        if (eval_any(s, json_at(values, i), &v, err) != 0)
            return -1;
        if (i && on)
            buf_adds(&out, on);
        if (add_text(&out, v, err) != 0)
            return -1;
    }
    if (buf_failed(&out))
        return err_set(err, ERR_INVALID, "Std:Join: the result is larger than 1 MiB");
    *ret = json_stringn(s->a, out.data, out.len);
    return 0;
}

/* The S3 URI of a property file: its step's output and the file's path below it. */
static int property_file_uri(struct scope *s, const char *ref, char **ret, struct err *err)
{
    const char *at = str_starts(ref, "Steps.") ? strstr(ref, ".PropertyFiles.") : NULL;
    if (!at)
        return err_set(err, ERR_INVALID, "Std:JsonGet: \"%s\" is not a property file", ref);
    const char *step = arena_strndup(s->a, ref + 6, (size_t)(at - ref - 6));
    const char *file = at + strlen(".PropertyFiles.");
    const struct step_def *def = definition_step(s->x->def, step);
    const struct json *files = def ? json_get(def->json, "PropertyFiles") : NULL;

    for (size_t i = 0; i < json_len(files); i++) {
        const struct json *f = json_at(files, i);
        const char *output = json_get_str(f, "OutputName"), *path = json_get_str(f, "FilePath");
        const struct json *uri;
        if (!str_eq(json_get_str(f, "PropertyFileName"), file) || !output || !path)
            continue;
        const char *where = arena_printf(
            s->a, "%s.ProcessingOutputConfig.Outputs['%s'].S3Output.S3Uri", step, output);
        if (get_step(s, where, &uri, err) != 0)
            return -1;
        const char *base = json_str(uri) ? json_str(uri) : "";
        *ret = arena_printf(s->a, "%s%s%s", base, str_ends(base, "/") ? "" : "/", path);
        return 0;
    }
    return err_set(err, ERR_INVALID, "Std:JsonGet: step %s has no property file %s", step, file);
}

static int json_get_uri(struct scope *s, const struct json *f, char **ret, struct err *err)
{
    const char *ref = json_get_str(json_get(f, "PropertyFile"), "Get");
    const struct json *uri;

    if (ref)
        return property_file_uri(s, ref, ret, err);
    if (!json_get(f, "S3Uri"))
        return err_set(err, ERR_INVALID, "Std:JsonGet: expected PropertyFile or S3Uri");
    if (eval_any(s, json_get(f, "S3Uri"), &uri, err) != 0)
        return -1;
    *ret = arena_strdup(s->a, json_str(uri) ? json_str(uri) : "");
    return 0;
}

static int json_get_value(struct scope *s, const struct json *f, const struct json **ret,
                          struct err *err)
{
    const char *path = json_get_str(f, "Path");
    char *uri;

    if (!path)
        return err_set(err, ERR_INVALID, "Std:JsonGet: expected a Path");
    if (json_get_uri(s, f, &uri, err) != 0)
        return -1;
    const struct json *file = s->x->files ? map_get(s->x->files, uri) : NULL;
    if (!file)
        return err_set(err, ERR_INVALID, "Std:JsonGet: %s was not read", uri);
    *ret = follow(s->a, file, path[0] == '[' ? path : arena_printf(s->a, ".%s", path));
    if (!*ret)
        return err_set(err, ERR_INVALID, "Std:JsonGet: there is no \"%s\" in %s", path, uri);
    return 0;
}

static int eval_members(struct scope *s, const struct json *in, const struct json **ret,
                        struct err *err)
{
    bool object = json_is(in, JSON_OBJECT);
    struct json *out = object ? json_object(s->a) : json_array(s->a);

    for (size_t i = 0; i < in->n; i++) {
        const struct json *v;
        if (eval_any(s, in->items[i], &v, err) != 0)
            return -1;
        if (object && !json_is(v, JSON_NULL)) /* the SDKs send null for "not set" */
            json_set(s->a, out, in->keys[i], (struct json *)v);
        else if (!object)
            json_push(s->a, out, (struct json *)v);
    }
    *ret = out;
    return 0;
}

static int eval_any(struct scope *s, const struct json *in, const struct json **ret,
                    struct err *err)
{
    if (!json_is(in, JSON_OBJECT) && !json_is(in, JSON_ARRAY)) {
        *ret = in;
        return 0;
    }
    if (json_is(in, JSON_OBJECT) && in->n == 1) {
        const struct json *f = in->items[0];
        if (strcmp(in->keys[0], "Get") == 0 && json_str(f))
            return get(s, json_str(f), ret, err);
        if (strcmp(in->keys[0], "Std:Join") == 0)
            return join(s, f, ret, err);
        if (strcmp(in->keys[0], "Std:JsonGet") == 0)
            return json_get_value(s, f, ret, err);
    }
    return eval_members(s, in, ret, err);
}

int eval(const struct execution *x, struct arena *a, const struct json *in, struct json **ret,
         struct err *err)
{
    struct scope s = {x, a};
    const struct json *v;

    if (eval_any(&s, in, &v, err) != 0)
        return -1;
    *ret = json_copy(a, v);
    return 0;
}

static int find_files(struct scope *s, const struct json *in, struct json *uris, struct err *err)
{
    if (!json_is(in, JSON_OBJECT) && !json_is(in, JSON_ARRAY))
        return 0;
    for (size_t i = 0; i < in->n; i++) {
        if (json_is(in, JSON_OBJECT) && strcmp(in->keys[i], "Std:JsonGet") == 0) {
            char *uri;
            if (json_get_uri(s, in->items[i], &uri, err) != 0)
                return -1;
            json_push_str(s->a, uris, uri);
        } else if (json_is(in, JSON_OBJECT) &&
                   (strcmp(in->keys[i], "IfSteps") == 0 || strcmp(in->keys[i], "ElseSteps") == 0)) {
            continue; /* steps of their own */
        } else if (find_files(s, in->items[i], uris, err) != 0) {
            return -1;
        }
    }
    return 0;
}

int eval_files(const struct execution *x, struct arena *a, const struct json *in, struct json **ret,
               struct err *err)
{
    struct scope s = {x, a};

    *ret = json_array(a);
    return find_files(&s, in, *ret, err);
}

/* --- conditions --- */

static bool is_number(const struct json *v)
{
    return json_is(v, JSON_INT) || json_is(v, JSON_REAL);
}

static int compare(const char *type, const struct json *l, const struct json *r, bool *ret,
                   struct err *err)
{
    int order;

    if (is_number(l) && is_number(r)) {
        double x = json_num(l, 0), y = json_num(r, 0);
        order = x < y ? -1 : x > y;
    } else if (json_is(l, JSON_STRING) && json_is(r, JSON_STRING)) {
        order = strcmp(l->s, r->s);
    } else if (json_is(l, JSON_BOOL) && json_is(r, JSON_BOOL)) {
        order = (int)l->b - (int)r->b;
    } else {
        return err_set(err, ERR_INVALID, "Condition %s: the two values are of different types",
                       type);
    }
    if (strcmp(type, "Equals") == 0)
        *ret = order == 0;
    else if (strcmp(type, "GreaterThan") == 0)
        *ret = order > 0;
    else if (strcmp(type, "GreaterThanOrEqualTo") == 0)
        *ret = order >= 0;
    else if (strcmp(type, "LessThan") == 0)
        *ret = order < 0;
    else if (strcmp(type, "LessThanOrEqualTo") == 0)
        *ret = order <= 0;
    else
        return err_set(err, ERR_INVALID, "Condition: there is no type %s", type);
    return 0;
}

static int condition(struct scope *s, const struct json *c, bool *ret, struct err *err);

static int condition_in(struct scope *s, const struct json *c, bool *ret, struct err *err)
{
    const struct json *query = json_get(c, "QueryValue"), *values = json_get(c, "Values");
    const struct json *v, *one;

    if (!query) /* the published schema's spelling */
        query = json_get(c, "Value");
    if (!values)
        values = json_get(c, "In");
    if (eval_any(s, query, &v, err) != 0)
        return -1;
    *ret = false;
    for (size_t i = 0; i < json_len(values); i++) {
        if (eval_any(s, json_at(values, i), &one, err) != 0)
            return -1;
        *ret = *ret || json_equal(v, one);
    }
    return 0;
}

static int condition_or(struct scope *s, const struct json *c, bool *ret, struct err *err)
{
    const struct json *list = json_get(c, "Conditions");

    *ret = false;
    for (size_t i = 0; i < json_len(list); i++) {
        bool one;
        if (condition(s, json_at(list, i), &one, err) != 0)
            return -1;
        *ret = *ret || one;
    }
    return 0;
}

static int condition(struct scope *s, const struct json *c, bool *ret, struct err *err)
{
    const char *type = json_get_str(c, "Type");
    const struct json *l, *r;

    if (str_eq(type, "Not")) {
        if (condition(
                s, json_get(c, "Condition") ? json_get(c, "Condition") : json_get(c, "Expression"),
                ret, err) != 0)
            return -1;
        *ret = !*ret;
        return 0;
    }
    if (str_eq(type, "Or"))
        return condition_or(s, c, ret, err);
    if (str_eq(type, "In") || str_eq(type, "NotIn")) {
        if (condition_in(s, c, ret, err) != 0)
            return -1;
        *ret = *ret == str_eq(type, "In");
        return 0;
    }
    if (!type || !json_get(c, "LeftValue") || !json_get(c, "RightValue"))
        return err_set(err, ERR_INVALID, "Condition: expected Type, LeftValue and RightValue");
    if (eval_any(s, json_get(c, "LeftValue"), &l, err) != 0 ||
        eval_any(s, json_get(c, "RightValue"), &r, err) != 0)
        return -1;
    if (str_eq(type, "NotEquals")) {
        if (compare("Equals", l, r, ret, err) != 0)
            return -1;
        *ret = !*ret;
        return 0;
    }
    return compare(type, l, r, ret, err);
}

int eval_conditions(const struct execution *x, struct arena *a, const struct json *list, bool *ret,
                    struct err *err)
{
    struct scope s = {x, a};

    *ret = true;
    for (size_t i = 0; i < json_len(list); i++) {
        bool one;
        if (condition(&s, json_at(list, i), &one, err) != 0)
            return -1;
        *ret = *ret && one;
    }
    return 0;
}
