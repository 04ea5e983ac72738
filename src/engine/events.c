/* EventBridge's events, as the services that AWS documents send them: what `detail` holds and how
 * it writes times. Each is recorded in the round that makes the change, by transition.c,
 * registry.c and models.c. Source: "Events that Amazon SageMaker sends to Amazon EventBridge".
 * Engine thread. */
#include "base/sys.h"
#include "base/text.h"
#include "engine/pipelines.h"
#include "engine/registry.h"
#include "engine/resource.h"
#include <ctype.h>
#include <math.h>
#include <string.h>

static void record(struct engine *e, const struct engine_who *who, const char *detail_type,
                   const char *arn, const struct json *detail)
{
    batch_sql(e,
              "INSERT INTO events (seq, at_ms, account, region, detail_type, arn, request_id, "
              "detail) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
              "iitttttt", engine_next_seq(e, SEQ_EVENT), sys->wall_ms(), who->account, who->region,
              detail_type, arn, who->request_id ? who->request_id : "",
              json_text(batch_arena(e), detail));
}

/* --- pipelines: members begin with a small letter, times are texts --- */

static void set_time(struct arena *a, struct json *o, const char *member, int64_t wall_ms)
{
    if (wall_ms)
        json_set_str(a, o, member, time_iso_s(a, wall_ms));
}

static void set_status(struct arena *a, struct json *o, const char *member, enum run_status s)
{
    if (s != RUN_NONE)
        json_set_str(a, o, member, run_status_text(s));
}

void event_execution(struct engine *e, const struct execution *x, enum run_status previous,
                     int64_t ended_ms)
{
    struct arena *a = batch_arena(e);
    struct json *detail = json_object(a);

    json_set_str(a, detail, "pipelineExecutionDisplayName", x->display_name);
    set_status(a, detail, "currentPipelineExecutionStatus", x->status);
    set_status(a, detail, "previousPipelineExecutionStatus", previous);
    set_time(a, detail, "executionStartTime", x->created_ms);
    set_time(a, detail, "executionEndTime", ended_ms);
    json_set_str(a, detail, "pipelineExecutionDescription", x->description);
    json_set_str(a, detail, "pipelineArn", x->pipeline_arn);
    json_set_str(a, detail, "pipelineExecutionArn", x->arn);
    record(e, &x->who, "SageMaker Model Building Pipeline Execution Status Change", x->arn, detail);
}

/* {"ProcessingJob": {"Arn": …}} as {"processingJob": {"arn": …}}. */
static struct json *small_letters(struct arena *a, const struct json *v)
{
    if (!json_is(v, JSON_OBJECT))
        return json_copy(a, v);
    struct json *out = json_object(a);
    for (size_t i = 0; i < v->n; i++) {
        char *key = arena_strdup(a, v->keys[i]);
        key[0] = (char)tolower((unsigned char)key[0]);
        json_set(a, out, key, small_letters(a, v->items[i]));
    }
    return out;
}

void event_step(struct engine *e, const struct execution *x, const struct step *s,
                enum run_status previous)
{
    struct arena *a = batch_arena(e);
    struct json *detail = json_object(a);

    json_set(a, detail, "metadata", s->metadata ? small_letters(a, s->metadata) : json_object(a));
    set_time(a, detail, "stepStartTime", s->started_ms);
    set_time(a, detail, "stepEndTime", s->ended_ms);
    json_set_str(a, detail, "stepName", s->def->name);
    json_set_str(a, detail, "stepType", s->def->ops->type);
    set_status(a, detail, "previousStepStatus", previous);
    set_status(a, detail, "currentStepStatus", s->status);
    json_set_str(a, detail, "failureReason", s->reason);
    if (str_eq(json_get_str(s->reuse, "how"), "hit")) {
        struct json *hit = json_object(a);
        json_set_str(a, hit, "sourcePipelineExecutionArn", json_get_str(s->reuse, "source"));
        json_set(a, detail, "cacheHitResult", hit);
    }
    json_set_str(a, detail, "pipelineArn", x->pipeline_arn);
    json_set_str(a, detail, "pipelineExecutionArn", x->arn);
    record(e, &x->who, "SageMaker Model Building Pipeline Execution Step Status Change", x->arn,
           detail);
}

/* --- jobs: what Describe answers, times in milliseconds --- */

static void times_in_ms(struct arena *a, struct json *o)
{
    struct json *transitions = json_get(o, "SecondaryStatusTransitions");

    for (size_t i = 0; i < o->n; i++)
        if (str_ends(o->keys[i], "Time") && json_is(o->items[i], JSON_REAL))
            o->items[i] = json_int(a, llround(o->items[i]->r * 1000.0));
    for (size_t i = 0; i < json_len(transitions); i++)
        times_in_ms(a, transitions->items[i]);
}

void event_job(struct engine *e, const struct job *j)
{
    struct arena *a = batch_arena(e);
    struct json *detail = job_describe(j, a);

    times_in_ms(a, detail);
    record(e, &j->who,
           j->kind == JOB_TRAINING ? "SageMaker Training Job State Change"
                                   : "SageMaker Processing Job State Change",
           j->arn, detail);
}

/* --- model packages: what Describe answers, times as texts --- */

void event_package(struct engine *e, const struct engine_who *who, const struct resource *r,
                   const struct json *updated)
{
    struct arena *a = batch_arena(e);
    struct json *detail = package_document(a, r);

    json_del(detail, "CreationTime");
    json_del(detail, "LastModifiedTime");
    set_time(a, detail, "CreationTime", r->created_ms);
    set_time(a, detail, "LastModifiedTime", r->modified_ms);
    json_set(a, detail, "UpdatedModelPackageFields", updated ? json_copy(a, updated) : NULL);
    record(e, who, "SageMaker Model Package State Change", r->arn, detail);
}

/* --- models: those members that EventBridge's schema of the event has, times in milliseconds; one
 * that is gone has no tags, and nothing else tells it --- */

void event_model(struct engine *e, const struct engine_who *who, const struct resource *r,
                 const struct json *tags)
{
    static const char *const members[] = {"ModelName", "PrimaryContainer", "Containers",
                                          "ExecutionRoleArn"};
    struct arena *a = batch_arena(e);
    struct json *detail = json_object(a), *by_key = json_object(a);

    for (size_t i = 0; i < sizeof(members) / sizeof(members[0]); i++)
        if (json_get(r->doc, members[i]))
            json_set(a, detail, members[i], json_copy(a, json_get(r->doc, members[i])));
    json_set_int(a, detail, "CreationTime", r->created_ms);
    json_set_str(a, detail, "ModelArn", r->arn);
    for (size_t i = 0; i < json_len(tags); i++)
        json_set_str(a, by_key, json_get_str(json_at(tags, i), "Key"),
                     json_get_str(json_at(tags, i), "Value"));
    json_set(a, detail, "Tags", by_key);
    record(e, who, "SageMaker Model State Change", r->arn, detail);
}
