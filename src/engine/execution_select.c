/* An execution of some steps only: SelectiveExecutionConfig.
 *
 * The selected steps run; of their ancestors those that succeeded in the source execution lend
 * their outcome (USE_REUSE: listed, with the source named), all else is left out. Refused are
 * selections that are not connected or leave out a step between two selected ones, and those that
 * read what no source has. Which steps do what follows from the definition and two names, which the
 * row keeps, so that a restart finds the same. Source: the developer guide's "Selective execution".
 */
#include "engine/execution_select.h"
#include "base/text.h"
#include "engine/jobs.h"
#include "engine/registry.h"
#include <stdlib.h>
#include <string.h>

/* --- the selection on an execution in memory --- */

static void spread(const struct pipeline_def *d, bool *marked, bool up)
{
    int *todo = xcalloc(d->n_steps + 1, sizeof(*todo));
    size_t n = 0;

    for (size_t i = 0; i < d->n_steps; i++)
        if (marked[i])
            todo[n++] = (int)i;
    while (n > 0) {
        const struct step_def *s = &d->steps[todo[--n]];
        size_t count = up ? s->n_deps : s->n_dependents;
        for (size_t i = 0; i < count; i++) {
            int other = up ? s->deps[i] : s->dependents[i];
            if (!marked[other]) {
                marked[other] = true;
                todo[n++] = other;
            }
        }
    }
    free(todo);
}

static bool is_selected(const struct json *names, const char *name)
{
    for (size_t i = 0; i < json_len(names); i++)
        if (str_eq(json_str(json_at(names, i)), name))
            return true;
    return false;
}

void execution_select(struct execution *x, const struct json *selective)
{
    const struct json *names = json_get(selective, "steps"),
                      *reused = json_get(selective, "reused");

    x->selective = names != NULL;
    if (!names)
        return;
    for (size_t i = 0; i < x->def->n_steps; i++) {
        struct step *s = &x->steps[i];
        s->use = is_selected(names, s->def->name)    ? USE_RUN
                 : is_selected(reused, s->def->name) ? USE_REUSE
                                                     : USE_LEAVE;
        s->skipped = s->use == USE_LEAVE;
    }
    for (size_t i = 0; i < x->def->n_steps; i++)
        for (size_t k = 0; x->steps[i].skipped && k < x->steps[i].def->n_dependents; k++)
            x->steps[x->steps[i].def->dependents[k]].blockers--;
}

void execution_lend(struct engine *e, struct execution *x, const struct selection *sel)
{
    for (size_t i = 0; i < x->def->n_steps; i++) {
        struct step *s = &x->steps[i];
        const struct lent *from = &sel->lent[i];
        if (s->use != USE_REUSE)
            continue;
        s->status = RUN_SUCCEEDED;
        s->began = x->next_began++;
        s->started_ms = from->started_ms;
        s->ended_ms = from->ended_ms;
        s->attempt = from->attempt;
        s->metadata = json_copy(x->arena, from->metadata);
        if (from->properties && s->def->referenced)
            s->properties = json_copy(x->arena, from->properties);
        s->outcome = str_eq(json_get_str(json_get(s->metadata, "Condition"), "Outcome"), "True");
        s->reuse = json_object(x->arena);
        json_set_str(x->arena, s->reuse, "how", "selective");
        json_set_str(x->arena, s->reuse, "source", sel->source);
        step_save(e, x, s);
    }
    execution_rebuild(x);
}

/* --- checking it --- */

static int selected_marks(const struct pipeline_def *d, const struct json *config, bool *ret,
                          struct err *err)
{
    const struct json *list = json_get(config, "SelectedSteps");

    if (json_len(list) == 0)
        return err_set(err, ERR_INVALID, "SelectiveExecutionConfig: SelectedSteps is empty.");
    for (size_t i = 0; i < json_len(list); i++) {
        const char *name = json_get_str(json_at(list, i), "StepName");
        const struct step_def *s = name ? definition_step(d, name) : NULL;
        if (!s)
            return err_set(err, ERR_INVALID,
                           "SelectiveExecutionConfig: the pipeline has no step %s.",
                           name ? name : "(StepName is missing)");
        if (ret[s->index])
            return err_set(err, ERR_INVALID, "SelectiveExecutionConfig: step %s is selected twice.",
                           name);
        ret[s->index] = true;
    }
    return 0;
}

/* From the first one every other is reached over selected steps. */
static bool is_connected(const struct pipeline_def *d, const bool *selected)
{
    bool *seen = xcalloc(d->n_steps + 1, sizeof(*seen));
    bool all = true, grown = true;

    for (size_t i = 0; i < d->n_steps; i++)
        if (selected[i]) {
            seen[i] = true;
            break;
        }
    while (grown) {
        grown = false;
        for (size_t i = 0; i < d->n_steps; i++)
            for (size_t k = 0; selected[i] && k < d->steps[i].n_deps; k++) {
                int other = d->steps[i].deps[k];
                if (selected[other] && seen[i] != seen[other])
                    seen[i] = seen[other] = grown = true;
            }
    }
    for (size_t i = 0; i < d->n_steps; i++)
        all = all && seen[i] == selected[i];
    free(seen);
    return all;
}

static int check_shape(const struct pipeline_def *d, const bool *selected, const bool *above,
                       struct err *err)
{
    bool *below = xcalloc(d->n_steps + 1, sizeof(*below));
    int rc = 0;

    memcpy(below, selected, d->n_steps * sizeof(*below));
    spread(d, below, false);
    for (size_t i = 0; i < d->n_steps && rc == 0; i++)
        if (!selected[i] && above[i] && below[i])
            rc = err_set(err, ERR_INVALID,
                         "SelectiveExecutionConfig: step %s lies between selected steps and has to "
                         "be selected too.",
                         d->steps[i].name);
    free(below);
    if (rc == 0 && !is_connected(d, selected))
        return err_set(err, ERR_INVALID,
                       "SelectiveExecutionConfig: the selected steps are not connected with each "
                       "other.");
    return rc;
}

/* --- what the source has --- */

static const char *name_of_arn(const char *arn)
{
    const char *slash = arn ? strchr(arn, '/') : NULL;

    return slash ? slash + 1 : "";
}

int step_job(struct engine *e, const struct engine_who *who, struct arena *a,
             const struct json *metadata, struct job **ret, struct err *err)
{
    const char *processing = json_get_str(json_get(metadata, "ProcessingJob"), "Arn");
    const char *training = json_get_str(json_get(metadata, "TrainingJob"), "Arn");

    if (!processing && !training)
        return 0;
    return job_load(e, a, training ? JOB_TRAINING : JOB_PROCESSING, who->account, who->region,
                    name_of_arn(training ? training : processing), ret, err) == 0
               ? 1
               : -1;
}

int step_properties(struct engine *e, const struct engine_who *who, struct arena *a,
                    const struct json *metadata, struct json **ret, struct err *err)
{
    const char *package = json_get_str(json_get(metadata, "RegisterModel"), "Arn");
    const char *model = json_get_str(json_get(metadata, "Model"), "Arn");
    struct json *in = json_object(a);
    struct job *j;

    int got = step_job(e, who, a, metadata, &j, err);
    if (got < 0)
        return -1;
    if (got == 1) {
        *ret = job_describe(j, a);
        return 0;
    }
    if (package) {
        json_set_str(a, in, "ModelPackageName", package);
        return package_describe(e, who, a, in, ret, err);
    }
    if (model) {
        json_set_str(a, in, "ModelName", name_of_arn(model));
        return model_describe(e, who, a, in, ret, err);
    }
    return 0;
}

static int read_lent(struct engine *e, const struct engine_who *who, struct arena *a,
                     const struct step *s, struct lent *ret, struct err *err)
{
    *ret = (struct lent){.there = true,
                         .attempt = s->attempt,
                         .started_ms = s->started_ms,
                         .ended_ms = s->ended_ms,
                         .metadata = json_copy(a, s->metadata)};
    if (s->properties)
        ret->properties = json_copy(a, s->properties);
    else if (step_properties(e, who, a, s->metadata, &ret->properties, err) != 0)
        return -1;
    return 0;
}

static int read_source(struct engine *e, const struct engine_who *who, struct arena *a,
                       const struct pipeline_def *d, const bool *above, struct selection *sel,
                       struct err *err)
{
    struct execution *x;
    int rc = 0;

    if (execution_read(e, sel->source, &x, err) != 0)
        return -1;
    if (!str_eq(x->pipeline_arn, sel->pipeline_arn))
        rc = err_set(err, ERR_INVALID,
                     "SelectiveExecutionConfig: SourcePipelineExecutionArn %s is an execution of "
                     "another pipeline.",
                     sel->source);
    else if (!run_status_ended(x->status))
        rc = err_set(err, ERR_INVALID,
                     "SelectiveExecutionConfig: the source execution %s has not ended.",
                     sel->source);
    for (size_t i = 0; i < d->n_steps && rc == 0; i++) {
        const struct step_def *had = above[i] ? definition_step(x->def, d->steps[i].name) : NULL;
        if (had && x->steps[had->index].status == RUN_SUCCEEDED)
            rc = read_lent(e, who, a, &x->steps[had->index], &sel->lent[i], err);
    }
    execution_free(x);
    return rc;
}

/* Every step that a selected one reads is selected or lent. */
static int check_reads(const struct pipeline_def *d, const bool *selected,
                       const struct selection *sel, struct err *err)
{
    for (size_t i = 0; i < d->n_steps; i++)
        for (size_t k = 0; selected[i] && k < d->steps[i].n_deps; k++) {
            const struct step_def *on = &d->steps[d->steps[i].deps[k]];
            if (!on->referenced || selected[on->index] || sel->lent[on->index].there)
                continue;
            if (!sel->source)
                return err_set(err, ERR_INVALID,
                               "SelectiveExecutionConfig: SourcePipelineExecutionArn is required, "
                               "because step %s depends on step %s, which is not selected.",
                               d->steps[i].name, on->name);
            return err_set(err, ERR_INVALID,
                           "SelectiveExecutionConfig: step %s depends on step %s, which is not "
                           "selected and did not succeed in %s.",
                           d->steps[i].name, on->name, sel->source);
        }
    return 0;
}

static struct json *names(struct arena *a, const struct pipeline_def *d, const bool *selected,
                          const struct selection *sel, bool reused)
{
    struct json *list = json_array(a);

    for (size_t i = 0; i < d->n_steps; i++)
        if (reused ? sel->lent[i].there && !selected[i] : selected[i])
            json_push_str(a, list, d->steps[i].name);
    return list;
}

int selection_make(struct engine *e, const struct engine_who *who, struct arena *a,
                   const struct pipeline_def *d, const char *pipeline_arn,
                   const struct json *config, struct selection *ret, struct err *err)
{
    bool *selected = arena_zalloc(a, d->n_steps + 1), *above = arena_zalloc(a, d->n_steps + 1);

    *ret = (struct selection){.source = json_get_str(config, "SourcePipelineExecutionArn"),
                              .pipeline_arn = pipeline_arn,
                              .lent = arena_zalloc(a, (d->n_steps + 1) * sizeof(struct lent))};
    if (selected_marks(d, config, selected, err) != 0)
        return -1;
    memcpy(above, selected, d->n_steps);
    spread(d, above, true);
    if (check_shape(d, selected, above, err) != 0 ||
        (ret->source && read_source(e, who, a, d, above, ret, err) != 0) ||
        check_reads(d, selected, ret, err) != 0)
        return -1;
    ret->doc = json_object(a);
    json_set(a, ret->doc, "config", json_copy(a, config));
    json_set(a, ret->doc, "steps", names(a, d, selected, ret, false));
    json_set(a, ret->doc, "reused", names(a, d, selected, ret, true));
    return 0;
}
