/* Which of the facts that were read from a project work here, and what to do about the others. The
 * answers come from the engine's own tables. Used by cmd_check.c. */
#include "cli/check.h"
#include "cli/api.h"
#include "aws/aws.h"
#include "aws/ops.h"
#include "base/fs.h"
#include "base/text.h"
#include "engine/definition.h"
#include "engine/runtimes.h"
#include <ctype.h>
#include <string.h>

#define DEFINITION_MAX ((size_t)16 << 20)

static void add(struct check *c, enum check_verdict verdict, const struct json *fact,
                const char *what, const char *why)
{
    const char *file = json_get_str(fact, "file"), *kind = json_get_str(fact, "kind");
    const struct json *at = json_get(fact, "line");

    for (struct finding *f = c->first; f; f = f->next)
        if (str_eq(f->file, file) && str_eq(f->what, what)) {
            f->times++;
            return;
        }
    struct finding *f = arena_zalloc(c->arena, sizeof(*f));
    *f = (struct finding){.verdict = verdict,
                          .kind = kind,
                          .file = file,
                          .line = json_is(at, JSON_INT)
                                      ? arena_printf(c->arena, "%lld", (long long)at->i)
                                      : json_str(at),
                          .what = what,
                          .why = why,
                          .times = 1};
    *c->last = f;
    c->last = &f->next;
}

/* --- operations --- */

/* What boto3's S3 clients and resources have beside operations. */
static const char *const s3_methods[] = {
    "uploadfile",           "uploadfileobj", "downloadfile", "downloadfileobj", "copy",
    "generatepresignedurl", "bucket",        "object",       "buckets",         NULL};

/* Members of every boto3 client and resource that call nothing. */
static const char *const no_calls[] = {"closes",      "close", "getpaginator", "getwaiter",
                                       "canpaginate", "meta",  "exceptions",   NULL};

/* "list_objects_v2" and "ListObjectsV2" as "listobjectsv2". */
static char *folded(struct arena *a, const char *name)
{
    char *out = arena_strdup(a, name), *to = out;

    for (const char *s = name; *s; s++)
        if (*s != '_')
            *to++ = (char)tolower((unsigned char)*s);
    *to = '\0';
    return out;
}

static bool in_list(const char *const *list, const char *name)
{
    for (; *list; list++)
        if (str_eq(*list, name))
            return true;
    return false;
}

#define NAME(x) #x,
static const char *const sagemaker_here[] = {OPS_SAGEMAKER(NAME) NULL};
static const char *const logs_here[] = {OPS_LOGS(NAME) NULL};
static const char *const monitoring_here[] = {OPS_MONITORING(NAME) NULL};
static const char *const iam_here[] = {OPS_IAM(NAME) NULL};
static const char *const sts_here[] = {OPS_STS(NAME) NULL};
static const char *const s3_here[] = {OPS_S3(NAME) NULL};
#undef NAME

static const struct {
    const char *boto3; /* as boto3.client() names it */
    const char *const *operations;
} services[] = {
    {"sagemaker", sagemaker_here},
    {"logs", logs_here},
    {"cloudwatch", monitoring_here},
    {"iam", iam_here},
    {"sts", sts_here},
    {"s3", s3_here},
};
#define N_SERVICES (sizeof(services) / sizeof(services[0]))

/* 1: the operation is here; 0: it is not; -1: nor is its service. */
static int is_here(struct arena *a, const char *service, const char *name)
{
    const char *wanted = folded(a, name);

    if (in_list(no_calls, wanted) || (str_eq(service, "s3") && in_list(s3_methods, wanted)))
        return 1;
    for (size_t i = 0; i < N_SERVICES; i++) {
        if (!str_eq(services[i].boto3, service))
            continue;
        for (const char *const *o = services[i].operations; *o; o++)
            if (str_eq(folded(a, *o), wanted))
                return 1;
        return 0;
    }
    return -1;
}

static void check_operation(struct check *c, const struct json *fact, const char *name)
{
    const char *service = json_get_str(fact, "service"), *via = json_get_str(fact, "via");
    int here = is_here(c->arena, service ? service : "", name);

    if (here == 1) {
        c->fine++;
        return;
    }
    const char *what = via ? arena_printf(c->arena, "%s calls %s:%s", via, service, name)
                           : arena_printf(c->arena, "%s:%s", service, name);
    add(c, CHECK_NO, fact, what,
        here == 0 ? "the service is here, this operation is not: the call fails"
                  : "this service is not here: the call fails. Guard it, or run that part on AWS");
}

/* --- images --- */

static const struct {
    const char *pattern, *why;
} images_not[] = {
    {"sagemaker-spark*", "the Spark cluster that this image starts is not there; map it to an "
                         "interpreter with pyspark: slipway runtime add"},
    {"sagemaker-model-monitor*", "this image's analyzer is not there"},
    {"sagemaker-clarify*", "this image's analyzer is not there"},
    {"sagemaker-debugger*", "this image's rules are not there"},
};

static void check_image(struct check *c, const struct json *fact, const char *name)
{
    const char *slash = strrchr(name, '/'), *last = slash ? slash + 1 : name;
    const char *what = arena_printf(c->arena, "image %s", name);

    const struct json *here = runtime_default_patterns(c->arena);
    for (size_t i = 0; i < json_len(here); i++)
        if (glob_match(json_str(json_at(here, i)), last)) {
            c->fine++;
            return;
        }
    for (size_t i = 0; i < sizeof(images_not) / sizeof(images_not[0]); i++)
        if (glob_match(images_not[i].pattern, last)) {
            add(c, CHECK_NO, fact, what, images_not[i].why);
            return;
        }
    bool builtin = !slash && !strchr(last, ':');
    add(c, CHECK_NO, fact, what,
        builtin ? "an algorithm that AWS ships as a closed image: train with a framework instead"
                : arena_printf(c->arena,
                               "an image of your own: say which interpreter stands for it, "
                               "slipway runtime add '%.*s*' .venv/bin/python (then it is fine)",
                               (int)strcspn(last, ":@"), last));
}

/* --- the other kinds --- */

static void check_step(struct check *c, const struct json *fact, const char *type)
{
    if (step_ops_find(type))
        c->fine++;
    else
        add(c, CHECK_NO, fact, arena_printf(c->arena, "step type %s", type),
            "a pipeline with such a step is refused when it is created; 'slipway run --without "
            "STEP' leaves it out");
}

void check_fact(struct check *c, const struct json *fact)
{
    const char *kind = json_get_str(fact, "kind"), *name = json_get_str(fact, "name");
    struct arena *a = c->arena;

    if (!kind || !name || !json_get_str(fact, "file"))
        return;
    if (str_eq(kind, "operation"))
        check_operation(c, fact, name);
    else if (str_eq(kind, "step"))
        check_step(c, fact, name);
    else if (str_eq(kind, "image"))
        check_image(c, fact, name);
    else if (str_eq(kind, "instances"))
        add(c, CHECK_NO, fact, arena_printf(a, "%s instances for one job", name),
            "one machine runs it: a job with more than one instance is refused "
            "(ResourceLimitExceeded)");
    else if (str_eq(kind, "secret"))
        add(c, CHECK_NO, fact, arena_printf(a, "the secret %s", name),
            "secrets and parameters of AWS are not here: pass the value in a variable");
    else if (str_eq(kind, "bucket"))
        add(c, CHECK_NOTE, fact, arena_printf(a, "bucket %s", name),
            arena_printf(a,
                         "it is not here until it is made and its data copied: slipway exec -- "
                         "aws s3 mb s3://%s",
                         name));
    else if (str_eq(kind, "fault"))
        add(c, CHECK_NOTE, fact, name, "it was left out");
    else if (str_eq(name, "local mode"))
        add(c, CHECK_NOTE, fact, name, "it runs containers by itself: Slipway is not asked");
    else
        add(c, CHECK_NOTE, fact, name, "accepted and kept, not done here: every step runs once");
}

/* --- definitions --- */

struct place {
    const char *file, *step;
};

static void definition_fact(struct check *c, const struct place *at, const char *kind,
                            const char *name)
{
    struct json *fact = json_object(c->arena);

    json_set_str(c->arena, fact, "file", at->file);
    json_set_str(c->arena, fact, "line", at->step);
    json_set_str(c->arena, fact, "kind", kind);
    json_set_str(c->arena, fact, "name", name);
    check_fact(c, fact);
}

/* Everything below a step's arguments that says image, bucket or count. */
static void walk_arguments(struct check *c, const struct place *at, const struct json *v,
                           const char *key)
{
    const char *text = json_str(v);

    if (text && str_starts(text, "s3://")) {
        size_t n = strcspn(text + 5, "/");
        if (n)
            definition_fact(c, at, "bucket", arena_strndup(c->arena, text + 5, n));
    }
    if (text && (str_eq(key, "ImageUri") || str_eq(key, "TrainingImage") || str_eq(key, "Image")))
        definition_fact(c, at, "image", text);
    if (json_is(v, JSON_INT) && str_eq(key, "InstanceCount") && v->i > 1)
        definition_fact(c, at, "instances", arena_printf(c->arena, "%lld", (long long)v->i));
    for (size_t i = 0; i < json_len(v); i++)
        walk_arguments(c, at, v->items[i], json_is(v, JSON_OBJECT) ? v->keys[i] : key);
}

static void walk_steps(struct check *c, const char *file, const struct json *steps, int depth)
{
    for (size_t i = 0; i < json_len(steps) && depth < 16; i++) {
        const struct json *s = json_at(steps, i), *args = json_get(s, "Arguments");
        const char *type = json_get_str(s, "Type"), *name = json_get_str(s, "Name");
        struct place at = {file, name ? name : "?"};
        if (!type)
            continue;
        definition_fact(c, &at, "step", type);
        if (str_eq(type, "Condition")) {
            walk_steps(c, file, json_get(args, "IfSteps"), depth + 1);
            walk_steps(c, file, json_get(args, "ElseSteps"), depth + 1);
        } else {
            walk_arguments(c, &at, args, "");
        }
    }
}

size_t check_definition(struct check *c, const char *path, enum check_named named)
{
    struct json *v = NULL;
    struct err err = {0};
    size_t len;
    char *text;

    if (fs_read(c->arena, path, DEFINITION_MAX, &text, &len, &err) != 0 ||
        json_parse(c->arena, text, len, &v, &err) != 0)
        v = NULL;
    bool is_one = json_get_str(v, "Version") && json_is(json_get(v, "Steps"), JSON_ARRAY);
    if (!is_one && named != CHECK_ALONE && (named == CHECK_FOUND || v))
        return 0;
    struct place at = {path, NULL};
    if (is_one)
        walk_steps(c, path, json_get(v, "Steps"), 0);
    /* what is wrong with it beyond types that are not here */
    if (!is_one || definition_check(text, len, &aws_definition_shapes, c->arena, &err) != 0) {
        struct json *fact = json_object(c->arena);
        json_set_str(c->arena, fact, "file", at.file);
        json_set_str(c->arena, fact, "kind", "definition");
        add(c, CHECK_NO, fact, "the pipeline definition",
            is_one || !v ? arena_strdup(c->arena, err.whole ? err.whole : err.msg)
                         : "it has no Version and Steps: not a pipeline definition");
    }
    return 1;
}

/* --- buckets --- */

void check_buckets(struct check *c)
{
    cleanup_api struct api *api = NULL;
    struct err ignored;
    const char *xml;
    bool any = false;

    for (const struct finding *f = c->first; f; f = f->next)
        any = any || str_eq(f->kind, "bucket");
    if (!any || api_open(c->cli, false, &api, &ignored) != 0 ||
        api_get(api, c->arena, "s3", "/", &xml, &ignored) != 0)
        return;
    c->last = &c->first;
    for (struct finding *f = c->first; f; f = f->next) {
        const char *name = str_starts(f->what, "bucket ") ? f->what + strlen("bucket ") : "";
        bool has = str_eq(f->kind, "bucket") &&
                   strstr(xml, arena_printf(c->arena, "<Name>%s</Name>", name));
        if (has) {
            c->fine += f->times;
            continue;
        }
        *c->last = f;
        c->last = &f->next;
    }
    *c->last = NULL;
}
