/* RegisterModel and Model steps: one call to the registry, made on a thread that may block.
 *
 * Idempotent across restarts: the call carries a token (or a name) that belongs to this attempt of
 * this step, so a call repeated after a crash finds what the first one made. */
#include "base/digest.h"
#include "base/text.h"
#include "engine/pipelines.h"
#include "engine/registry.h"
#include <string.h>

struct registration {
    struct arena *arena;
    struct engine_who who;
    const char *execution; /* ARN: it may be gone when the answer comes */
    int step;
    bool model; /* CreateModel, else CreateModelPackage */
    struct json *request, *answer, *described;
    struct err err;
};

static void registered(struct engine *e, void *arg)
{
    struct registration *r = arg;
    struct execution *x = map_get(e->executions, r->execution);
    struct step *s = x ? &x->steps[r->step] : NULL;

    if (s && r->err.code) {
        step_fault(e, x, s, step_fault_of_err(&r->err), r->err.msg);
    } else if (s) {
        const char *member = r->model ? "ModelArn" : "ModelPackageArn";
        struct json *arn = json_object(x->arena);
        json_set_str(x->arena, arn, "Arn", json_get_str(r->answer, member));
        s->metadata = json_object(x->arena);
        json_set(x->arena, s->metadata, r->model ? "Model" : "RegisterModel", arn);
        step_succeed(e, x, s, r->described);
    }
    arena_destroy(r->arena);
}

static void call(struct engine *e, void *arg)
{
    struct registration *r = arg;
    struct arena *a = r->arena;
    struct json *name = json_object(a);

    if (r->model) {
        if (model_create(e, &r->who, a, r->request, &r->answer, &r->err) == 0 ||
            r->err.code == ERR_EXISTS) {
            r->err.code = ERR_NONE;
            json_set(a, name, "ModelName", json_get(r->request, "ModelName"));
            if (model_describe(e, &r->who, a, name, &r->described, &r->err) == 0)
                r->answer = r->described;
        }
    } else if (group_ensure(e, &r->who, a, r->request, &r->err) == 0 &&
               package_create(e, &r->who, a, r->request, &r->answer, &r->err) == 0) {
        json_set(a, name, "ModelPackageName", json_get(r->answer, "ModelPackageArn"));
        if (package_describe(e, &r->who, a, name, &r->described, &r->err) != 0)
            r->described = NULL;
    }
    engine_post(e, registered, r);
}

/* The same for the same request of a step, whichever attempt makes it: what an attempt registered
 * that was cut off or stopped, the next one finds. */
static const char *client_token(struct arena *a, const struct execution *x, const struct step *s,
                                const struct json *args)
{
    const char *text = json_text(a, args);

    return arena_printf(a, "%s-%d-%.16s", x->id, s->def->index,
                        digest_hex(a, DIGEST_SHA256, text, strlen(text)));
}

/* A package says which execution made it, as on AWS; what the definition says of that stays. */
static void add_origin(struct arena *a, const struct execution *x, struct json *args)
{
    struct json *properties = json_get(args, "MetadataProperties");

    if (!properties || json_is(properties, JSON_NULL)) {
        properties = json_object(a);
        json_set(a, args, "MetadataProperties", properties);
    }
    if (json_is(properties, JSON_OBJECT) && !json_get(properties, "GeneratedBy"))
        json_set_str(a, properties, "GeneratedBy", x->arn);
}

static int start(struct engine *e, struct execution *x, struct step *s, struct json *args,
                 bool model, struct err *err)
{
    const char *operation = model ? "CreateModel" : "CreateModelPackage";
    struct json *recorded;

    if (model)
        json_set_str(
            batch_arena(e), args, "ModelName",
            arena_printf(batch_arena(e), "pipelines-%s-%.24s-%d", x->id, s->def->name, s->attempt));
    else
        json_set_str(batch_arena(e), args, "ClientToken", client_token(batch_arena(e), x, s, args));
    if (!model)
        add_origin(batch_arena(e), x, args);
    if (e->config.check_request &&
        e->config.check_request(operation, args, batch_arena(e), &recorded, err) != 0)
        return -1;
    struct arena *a = arena_create((size_t)1 << 30);
    struct registration *r = arena_zalloc(a, sizeof(*r));
    r->arena = a;
    r->who = engine_who_copy(a, &x->who);
    r->execution = arena_strdup(a, x->arn);
    r->step = s->def->index;
    r->model = model;
    r->request = json_copy(a, args);
    step_executing(e, x, s);
    batch_pool(e, call, r);
    return 0;
}

static int start_register(struct engine *e, struct execution *x, struct step *s, struct json *args,
                          struct err *err)
{
    return start(e, x, s, args, false, err);
}

static int start_model(struct engine *e, struct execution *x, struct step *s, struct json *args,
                       struct err *err)
{
    return start(e, x, s, args, true, err);
}

static void check(const struct pipeline_def *d, const struct step_def *s, const char *path,
                  struct problems *p)
{
    if (!json_is(s->arguments, JSON_OBJECT))
        problem(p, path, "expected Arguments");
}

static void soon_over(struct engine *e, struct execution *x, struct step *s)
{
}

static void no_job(struct engine *e, struct execution *x, struct step *s, struct job *j)
{
}

const struct step_ops step_register = {
    "RegisterModel",      check, start_register,        soon_over, no_job,
    "CreateModelPackage", NULL,  "DescribeModelPackage"};
const struct step_ops step_model = {"Model", check,         start_model, soon_over,
                                    no_job,  "CreateModel", "ModelName", "DescribeModel"};
