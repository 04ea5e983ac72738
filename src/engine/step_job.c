/* Processing and Training steps: one job each. */
#include "base/sys.h"
#include "base/text.h"
#include "engine/pipelines.h"
#include <string.h>

/* "pipelines-<execution id>-<step>-<10 random>", at most 63 characters as job names are. */
void step_job_name(struct execution *x, struct step *s)
{
    struct arena *a = x->arena;
    char random[11];

    if (s->def->ops->job_changed != step_job_changed)
        return;
    id_random(random, 10);
    char *step = arena_strndup(a, s->def->name, 63 - 10 - 12 - 12);
    for (char *c = step; *c; c++)
        if (*c == '_')
            *c = '-';
    s->job_name = arena_printf(a, "pipelines-%s-%s-%s", x->id, step, random);
}

/* Of the step's own ExperimentConfig only the display name counts. */
static void in_trial(struct arena *a, const struct execution *x, struct json *args)
{
    struct json *config = x->experiment ? json_copy(a, x->experiment) : NULL;
    const char *name =
        json_get_str(json_get(args, "ExperimentConfig"), "TrialComponentDisplayName");

    json_del(args, "ExperimentConfig");
    if (!config)
        return;
    json_set_str(a, config, "TrialComponentDisplayName", name);
    json_set(a, args, "ExperimentConfig", config);
}

/* Parameters of other types stand where hyperparameters, which are texts, belong: they become what
 * Std:Join makes of them. */
static void parameters_as_texts(struct arena *a, const struct step *s, struct json *args)
{
    const struct json *defined = json_get(s->def->arguments, "HyperParameters");
    struct json *hyper = json_get(args, "HyperParameters");

    for (size_t i = 0; json_is(hyper, JSON_OBJECT) && i < hyper->n; i++) {
        const struct json *v = hyper->items[i];
        const char *ref = json_get_str(json_get(defined, hyper->keys[i]), "Get");
        if (ref && str_starts(ref, "Parameters.") && !json_is(v, JSON_STRING))
            hyper->items[i] = json_string(a, json_text(a, v));
    }
}

static int job_step_start(struct engine *e, struct execution *x, struct step *s, struct json *args,
                          enum job_kind kind, struct err *err)
{
    bool training = kind == JOB_TRAINING;
    const char *operation = training ? "CreateTrainingJob" : "CreateProcessingJob";
    const char *member = training ? "TrainingJobName" : "ProcessingJobName";
    struct arena *a = batch_arena(e);
    struct json *recorded = NULL;

    json_set_str(a, args, member, s->job_name);
    in_trial(a, x, args);
    parameters_as_texts(a, s, args);
    if (e->config.check_request && e->config.check_request(operation, args, a, &recorded, err) != 0)
        return -1;
    struct job_order order = {.kind = kind,
                              .name = json_get_str(args, member),
                              .who = x->who,
                              .request = args,
                              .recorded = recorded,
                              .execution = x,
                              .step = s->def->index,
                              .attempt = s->attempt};
    if (job_create(e, &order, &s->job, err) != 0)
        return -1;
    struct json *arn = json_object(x->arena);
    json_set_str(x->arena, arn, "Arn", s->job->arn);
    s->metadata = json_object(x->arena);
    json_set(x->arena, s->metadata, training ? "TrainingJob" : "ProcessingJob", arn);
    step_save(e, x, s);
    return 0;
}

static void check_arguments(const struct pipeline_def *d, const struct step_def *s,
                            const char *path, struct problems *p)
{
    if (!json_is(s->arguments, JSON_OBJECT))
        problem(p, path, "expected Arguments");
}

static void check_processing(const struct pipeline_def *d, const struct step_def *s,
                             const char *path, struct problems *p)
{
    const struct json *files = json_get(s->json, "PropertyFiles");
    const struct json *outputs =
        json_get(json_get(s->arguments, "ProcessingOutputConfig"), "Outputs");

    check_arguments(d, s, path, p);
    for (size_t i = 0; i < json_len(files); i++) {
        const char *name = json_get_str(json_at(files, i), "OutputName");
        bool found = false;
        for (size_t k = 0; name && k < json_len(outputs); k++)
            found = found || str_eq(json_get_str(json_at(outputs, k), "OutputName"), name);
        if (!found)
            problem(p, path, "PropertyFiles[%zu]: the step has no output %s", i,
                    name ? name : "(OutputName is missing)");
    }
}

static int start_processing(struct engine *e, struct execution *x, struct step *s,
                            struct json *args, struct err *err)
{
    return job_step_start(e, x, s, args, JOB_PROCESSING, err);
}

static int start_training(struct engine *e, struct execution *x, struct step *s, struct json *args,
                          struct err *err)
{
    return job_step_start(e, x, s, args, JOB_TRAINING, err);
}

const struct step_ops step_processing = {
    "Processing",     check_processing,      start_processing,    step_job_stop,
    step_job_changed, "CreateProcessingJob", "ProcessingJobName", "DescribeProcessingJob"};
const struct step_ops step_training = {"Training",        check_arguments,      start_training,
                                       step_job_stop,     step_job_changed,     "CreateTrainingJob",
                                       "TrainingJobName", "DescribeTrainingJob"};
