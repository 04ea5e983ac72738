/* /_slipway/gc: called through own.c. */
#include "aws/own_gc.h"
#include "aws/dispatch.h"
#include "engine/access.h"
#include "engine/gc.h"

#define KEEP     20
#define KEEP_MAX 1000000000

static struct json *kinds_json(struct arena *a, const struct gc_report *r, int64_t *ret_bytes)
{
    struct json *list = json_array(a);

    *ret_bytes = 0;
    for (int i = 0; i < GC_KINDS; i++) {
        struct json *one = json_object(a);
        json_set_str(a, one, "kind", gc_kind_name((enum gc_kind)i));
        json_set_int(a, one, "count", r->kinds[i].n);
        json_set_int(a, one, "bytes", r->kinds[i].bytes);
        json_set_str(a, one, "why", gc_kind_why((enum gc_kind)i));
        json_push(a, list, one);
        *ret_bytes += r->kinds[i].bytes;
    }
    return list;
}

int own_gc(struct aws_call *c, const struct json *in, struct json **out, struct aws_fault *fault)
{
    const struct json *given = json_get(in, "keep");
    int64_t keep = json_get_int(in, "keep", KEEP), bytes;
    bool plan = json_get_bool(in, "plan", false);
    struct arena *a = c->arena;
    struct gc_report report;
    struct err err = {0};

    if (access_is_job(c->engine, c->who.access_key))
        return aws_fail(c, fault, "AccessDeniedException", "A job may not collect garbage.");
    if ((given && !json_is(given, JSON_INT)) || keep < 0 || keep > KEEP_MAX)
        return aws_fail(c, fault, "ValidationException",
                        "keep: a whole number between 0 and %d is expected", KEEP_MAX);
    if (json_get(in, "plan") && !json_is(json_get(in, "plan"), JSON_BOOL))
        return aws_fail(c, fault, "ValidationException", "plan: true or false is expected");
    if (engine_gc(c->engine, plan, keep, &report, &err) != 0)
        return aws_fail_err(c, fault, &err);
    *out = json_object(a);
    json_set_bool(a, *out, "plan", plan);
    json_set_int(a, *out, "keep", keep);
    json_set(a, *out, "kinds", kinds_json(a, &report, &bytes));
    json_set_int(a, *out, "bytes", bytes);
    struct json *kept = json_object(a);
    json_set_int(a, kept, "executions", report.executions_kept);
    json_set_int(a, kept, "jobs", report.jobs_kept);
    json_set_int(a, kept, "jobs_of_packages", report.jobs_of_packages);
    json_set(a, *out, "kept", kept);
    return 0;
}
