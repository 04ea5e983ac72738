/* What `slipway run --step` asks for: a selective execution with the parameters of its source, so
 * that the step gets the very arguments it had. Used by cmd_run.c; follow.c and cmd_show.c print
 * the commands that do it, or that go into a failed step's sandbox. */
#include "cli/rerun.h"
#include "base/text.h"
#include <string.h>

#define SEARCH_MAX 200 /* executions that are looked through for one that has ended */

static int newest_ended(struct api *api, struct arena *a, const char *pipeline, struct thing *ret,
                        struct err *err)
{
    struct thing *all;
    size_t n;

    if (things_list(api, a, false, NULL, pipeline, SEARCH_MAX, &all, &n, err) != 0)
        return -1;
    for (size_t i = 0; i < n; i++)
        if (thing_ended(all[i].status)) {
            *ret = all[i];
            return 0;
        }
    return err_set(err, ERR_NOT_FOUND,
                   "no execution of %s has ended yet: a step runs alone on what an earlier one had",
                   pipeline);
}

static int find_source(struct api *api, struct arena *a, const char *pipeline, const char *from,
                       struct thing *ret, struct err *err)
{
    if (!from)
        return newest_ended(api, a, pipeline, ret, err);
    if (thing_find(api, a, from, ret, err) != 0)
        return -1;
    if (ret->kind != THING_EXECUTION)
        return err_set(err, ERR_INVALID, "--from %s: that is a job, not an execution", from);
    if (!str_ieq(ret->pipeline, pipeline))
        return err_set(err, ERR_INVALID, "--from %s: that is an execution of %s, not of %s", from,
                       ret->pipeline, pipeline);
    if (thing_describe(api, a, ret, NULL, err) != 0)
        return -1;
    if (!thing_ended(ret->status))
        return err_set(err, ERR_INVALID, "--from %s: that execution has not ended (%s)", from,
                       ret->status);
    return 0;
}

/* The names of the parameters that the pipeline takes now. */
static int parameters_now(struct api *api, struct arena *a, const char *pipeline, struct json **ret,
                          struct err *err)
{
    struct json *in = json_object(a), *out, *definition;

    *ret = json_object(a);
    json_set_str(a, in, "PipelineName", pipeline);
    if (api_call(api, a, "sagemaker", "DescribePipeline", in, &out, err) != 0)
        return -1;
    const char *text = json_get_str(out, "PipelineDefinition");
    if (!text || json_parse(a, text, strlen(text), &definition, err) != 0)
        return text ? -1 : err_set(err, ERR_IO, "DescribePipeline: the answer has no definition");
    const struct json *list = json_get(definition, "Parameters");
    for (size_t i = 0; i < json_len(list); i++) {
        const char *name = json_get_str(json_at(list, i), "Name");
        if (name)
            json_set_bool(a, *ret, name, true);
    }
    return 0;
}

static void push(struct arena *a, struct json *list, const char *name, struct json *value)
{
    struct json *p = json_object(a);

    json_set_str(a, p, "Name", name);
    json_set(a, p, "Value", value);
    json_push(a, list, p);
}

int rerun_prepare(struct api *api, struct arena *a, const char *pipeline, const char *step,
                  const char *from, const struct json *given, struct rerun *ret, struct err *err)
{
    struct json *had, *now;

    *ret = (struct rerun){.step = step, .parameters = json_array(a)};
    if (parameters_now(api, a, pipeline, &now, err) != 0 ||
        find_source(api, a, pipeline, from, &ret->source, err) != 0 ||
        thing_parameters(api, a, &ret->source, &had, err) != 0)
        return -1;
    for (size_t i = 0; i < json_len(had); i++) {
        if (json_get(given, had->keys[i]))
            continue;
        if (json_get(now, had->keys[i]))
            push(a, ret->parameters, had->keys[i], had->items[i]);
        else
            ret->left_out = arena_printf(a, "%s%s%s", ret->left_out ? ret->left_out : "",
                                         ret->left_out ? ", " : "", had->keys[i]);
    }
    for (size_t i = 0; i < json_len(given); i++)
        push(a, ret->parameters, given->keys[i], given->items[i]);
    return 0;
}

int rerun_check(struct api *api, struct arena *a, const char *pipeline, struct rerun *r,
                struct err *err)
{
    const char *const members[][2] = {
        {"pipeline", pipeline}, {"&execution", r->source.arn}, {"&step", r->step}};
    cleanup_buf struct buf path = {0};
    struct json *out;

    buf_init(&path, 8192);
    buf_adds(&path, "/_slipway/exact?");
    for (size_t i = 0; i < 3; i++) {
        buf_addf(&path, "%s=", members[i][0]);
        uri_escape(&path, members[i][1], strlen(members[i][1]), false);
    }
    if (buf_failed(&path))
        return err_set(err, ERR_INVALID, "the step's name is too long");
    if (api_own(api, a, "GET", arena_strdup(a, path.data), NULL, &out, err) != 0)
        return -1;
    r->changed = json_get(out, "changed");
    const struct json *lost = json_at(json_get(out, "lost"), 0);
    if (!lost)
        return 0;
    return err_set(err, ERR_INVALID,
                   "what step %s left in execution %s is not there any more, it was replaced or "
                   "deleted since: %.400s; another execution (--from) may still have what it left",
                   json_get_str(lost, "step"), r->source.name, json_get_str(lost, "uri"));
}

void rerun_fill(struct arena *a, const struct rerun *r, struct json *request)
{
    struct json *config = json_object(a), *steps = json_array(a), *step = json_object(a);

    json_set_str(a, step, "StepName", r->step);
    json_push(a, steps, step);
    json_set_str(a, config, "SourcePipelineExecutionArn", r->source.arn);
    json_set(a, config, "SelectedSteps", steps);
    json_set(a, request, "SelectiveExecutionConfig", config);
    if (json_len(r->parameters))
        json_set(a, request, "PipelineParameters", r->parameters);
}

const char *rerun_command(struct arena *a, const struct thing *execution, const struct step_view *s)
{
    if (execution->kind != THING_EXECUTION || str_eq(s->type, "Fail") ||
        str_eq(s->type, "Condition"))
        return NULL;
    return arena_printf(a, "slipway run %s --step %s --from %s",
                        text_shell_word(a, execution->pipeline), text_shell_word(a, s->name),
                        text_shell_word(a, execution->name));
}

const char *shell_command(struct arena *a, const struct thing *what, const struct step_view *s)
{
    if (!s->has_job)
        return NULL;
    if (what->kind != THING_EXECUTION)
        return arena_printf(a, "slipway shell %s", text_shell_word(a, what->name));
    return arena_printf(a, "slipway shell %s %s", text_shell_word(a, what->name),
                        text_shell_word(a, s->name));
}
