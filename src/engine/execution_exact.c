/* Whether a step that runs alone would read what the source execution had: `slipway run --step`
 * promises that. SelectiveExecutionConfig itself, as AWS has it, reads whatever lies under the same
 * URIs by now, and a later execution may have written there.
 *
 * What a step has read is known by the digests that its job noted; of a step that never began, what
 * those before it have left is looked at. Called by a handler, may block. */
#include "base/text.h"
#include "engine/execution_select.h"
#include "engine/job_inputs.h"
#include "engine/job_script.h"
#include "engine/step_cache.h"
#include <string.h>

struct exact {
    struct engine *engine;
    const struct engine_who *who;
    struct arena *arena;
    const struct pipeline_def *def;
    const struct step_def *step;
    struct selection selection;
    const struct json *read, *hyperparameters; /* read: URI -> digest; NULL: it never began */
    struct json *lost, *changed;
};

/* --- what the step has read --- */

static int content_now(const struct exact *x, const char *uri, const char **ret, struct err *err)
{
    const char *code = script_code_uri(x->arena, x->hyperparameters);
    struct job_inputs in;

    if (code && str_eq(code, uri))
        return script_code_digest(x->engine, x->arena, uri, ret, err);
    inputs_begin(&in, x->engine, x->arena);
    int rc = inputs_s3(&in, uri, "i", true, "", err);
    *ret = json_get_str(in.digests, uri);
    inputs_end(&in);
    return rc;
}

/* 1; 0: there is none, or it is gone by now. */
static int job_of(const struct exact *x, const struct json *metadata, struct job **ret,
                  struct err *err)
{
    struct err own = {0};
    int got = step_job(x->engine, x->who, x->arena, metadata, ret, &own);

    if (got < 0 && own.code == ERR_NOT_FOUND)
        return 0;
    if (got < 0)
        *err = own;
    return got;
}

static int find_read(struct exact *x, struct err *err)
{
    struct execution *source;
    struct job *j;
    int got = 0;

    if (execution_read(x->engine, x->selection.source, &source, err) != 0)
        return -1;
    const struct step_def *had = definition_step(source->def, x->step->name);
    const struct step *s = had ? &source->steps[had->index] : NULL;
    if (s && s->metadata)
        got = job_of(x, s->metadata, &j, err);
    if (got == 1) {
        const struct json *looked_at = json_get(s->reuse, "content");
        x->read = looked_at ? json_copy(x->arena, looked_at) : json_get(j->result, "_inputs");
        x->hyperparameters = json_get(j->request, "HyperParameters");
    }
    execution_free(source);
    return got < 0 ? -1 : 0;
}

/* --- what those before it have left --- */

static bool has_below(struct arena *a, const struct json *outputs, const char *uri)
{
    const char *bucket, *prefix;
    struct err ignored;

    if (s3_uri_split(a, uri, &bucket, &prefix, &ignored) != 0)
        return false;
    for (size_t i = 0; i < json_len(outputs); i++) {
        const struct json *o = json_at(outputs, i);
        if (str_eq(json_get_str(o, "bucket"), bucket) && str_starts(json_get_str(o, "key"), prefix))
            return true;
    }
    return false;
}

static void add_lost(struct exact *x, const struct step_def *s, const char *uri)
{
    struct json *one = json_object(x->arena);

    json_set_str(x->arena, one, "step", s->name);
    json_set_str(x->arena, one, "uri", uri);
    json_push(x->arena, x->lost, one);
}

/* Of a step that the selected one reads; uri: what is asked for, NULL: all that it left. 1: lost.
 */
static int look_at(struct exact *x, const struct step_def *on, const char *uri, struct err *err)
{
    struct job *j;
    int got = job_of(x, x->selection.lent[on->index].metadata, &j, err);

    if (got <= 0)
        return got;
    const struct json *outputs = json_get(j->result, "_outputs");
    if (!uri)
        uri = step_cache_lost(x->engine, x->arena, outputs);
    else if (!has_below(x->arena, outputs, uri))
        uri = NULL;
    if (uri)
        add_lost(x, on, uri);
    return uri != NULL;
}

/* 1: a step that lends has made what is there no more. */
static int look_at_lenders(struct exact *x, const char *uri, struct err *err)
{
    int lost = 0;

    for (size_t i = 0; i < x->step->n_deps && lost == 0; i++) {
        const struct step_def *on = &x->def->steps[x->step->deps[i]];
        if (on->referenced && x->selection.lent[on->index].there)
            lost = look_at(x, on, uri, err);
    }
    return lost;
}

static int compare(struct exact *x, struct err *err)
{
    if (!x->read)
        return look_at_lenders(x, NULL, err) < 0 ? -1 : 0;
    for (size_t i = 0; i < json_len(x->read); i++) {
        const char *uri = x->read->keys[i], *now = NULL;
        struct err gone = {0};
        if (content_now(x, uri, &now, &gone) == 0 && str_eq(now, json_str(x->read->items[i])))
            continue;
        int lost = look_at_lenders(x, uri, err);
        if (lost < 0)
            return -1;
        if (!lost)
            json_push_str(x->arena, x->changed, uri);
    }
    return 0;
}

static int select_one(struct exact *x, const struct json *in, const char *pipeline_arn,
                      struct err *err)
{
    struct arena *a = x->arena;
    struct json *config = json_object(a), *list = json_array(a), *one = json_object(a);

    json_set(a, one, "StepName", json_get(in, "step"));
    json_push(a, list, one);
    json_set(a, config, "SelectedSteps", list);
    json_set(a, config, "SourcePipelineExecutionArn", json_get(in, "execution"));
    if (selection_make(x->engine, x->who, a, x->def, pipeline_arn, config, &x->selection, err) != 0)
        return -1;
    x->step = definition_step(x->def, json_get_str(in, "step"));
    return 0;
}

int execution_exact(struct engine *e, const struct engine_who *who, struct arena *a,
                    const struct json *in, struct json **out, struct err *err)
{
    struct exact x = {.engine = e, .who = who, .arena = a};
    struct json *ask = json_object(a), *pipeline;
    struct pipeline_def *def;

    json_set(a, ask, "PipelineName", json_get(in, "pipeline"));
    if (pipeline_describe(e, who, a, ask, &pipeline, err) != 0)
        return -1;
    const char *text = json_get_str(pipeline, "PipelineDefinition");
    if (definition_parse(text, strlen(text), &def, err) != 0)
        return -1;
    x.def = def;
    x.lost = json_array(a);
    x.changed = json_array(a);
    int rc = select_one(&x, in, json_get_str(pipeline, "PipelineArn"), err) != 0 ||
                     find_read(&x, err) != 0 || compare(&x, err) != 0
                 ? -1
                 : 0;
    definition_free(def);
    *out = json_object(a);
    json_set(a, *out, "lost", x.lost);
    json_set(a, *out, "changed", x.changed);
    return rc;
}
