/* Counting steps: those of the definition, less the branches that were not taken and what a
 * selection leaves out. A condition that is not decided counts with both branches.
 *
 * The time left comes from the newest earlier execution of the pipeline that succeeded whole: its
 * timeline is laid beside this one. The point where this execution stands there is that of the step
 * that is farthest behind; what the earlier one had left from there on is the estimate. */
#include "cli/progress.h"
#include "base/sys.h"
#include "base/text.h"

#define SEARCH_MAX 30 /* executions that are looked at for one to compare with */
#define DEPTH_MAX  64

/* --- once --- */

static bool is_whole(struct api *api, struct arena *a, struct thing *x)
{
    struct json *described;
    struct err ignored;

    return thing_describe(api, a, x, &described, &ignored) == 0 &&
           !json_get(described, "SelectiveExecutionConfig");
}

static void find_earlier(struct api *api, struct arena *a, const struct thing *execution,
                         struct forecast *f)
{
    struct thing *all;
    struct err ignored;
    size_t n;

    if (things_list(api, a, false, NULL, execution->pipeline, SEARCH_MAX, &all, &n, &ignored) != 0)
        return;
    bool before = false; /* behind it in the list are the earlier ones */
    for (size_t i = 0; i < n; i++) {
        if (before && str_eq(all[i].status, "Succeeded") && is_whole(api, a, &all[i])) {
            if (thing_steps(api, a, all[i].arn, &f->earlier, &f->n_earlier, &ignored) != 0)
                f->n_earlier = 0;
            return;
        }
        before = before || str_eq(all[i].arn, execution->arn);
    }
}

void forecast_make(struct api *api, struct arena *a, const struct thing *execution, bool estimate,
                   struct forecast *ret)
{
    struct thing now = *execution;
    struct json *described;
    struct err ignored;

    *ret = (struct forecast){0};
    if (thing_defined(api, a, execution, &ret->defined, &ret->n_defined, &ignored) != 0)
        return;
    if (thing_describe(api, a, &now, &described, &ignored) == 0)
        ret->selected = json_get(json_get(described, "SelectiveExecutionConfig"), "SelectedSteps");
    if (estimate)
        find_earlier(api, a, execution, ret);
}

/* --- every time --- */

static const struct step_view *find_step(const struct step_view *steps, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq(steps[i].name, name))
            return &steps[i];
    return NULL;
}

static const struct step_defined *find_defined(const struct forecast *f, const char *name)
{
    for (size_t i = 0; i < f->n_defined; i++)
        if (str_eq(f->defined[i].name, name))
            return &f->defined[i];
    return NULL;
}

static bool is_selected(const struct forecast *f, const char *name)
{
    for (size_t i = 0; i < json_len(f->selected); i++)
        if (str_eq(json_get_str(json_at(f->selected, i), "StepName"), name))
            return true;
    return false;
}

/* Whether a step that has not begun may still do so. */
static bool may_come(const struct forecast *f, const struct step_defined *d,
                     const struct step_view *steps, size_t n)
{
    if (f->selected)
        return is_selected(f, d->name);
    for (int depth = 0; d && d->parent && depth < DEPTH_MAX; depth++) {
        const struct step_view *condition = find_step(steps, n, d->parent);
        const char *outcome = condition ? condition->outcome : NULL;
        if (outcome && str_eq(outcome, "True") == d->in_else)
            return false;
        d = find_defined(f, d->parent);
    }
    return true;
}

/* How far before the end of the earlier execution this one stands. */
static int64_t time_left(const struct forecast *f, const struct step_view *steps, size_t n)
{
    int64_t now = sys->wall_ms(), point = INT64_MAX, end = 0;

    for (size_t i = 0; i < f->n_earlier; i++) {
        const struct step_view *had = &f->earlier[i], *s = find_step(steps, n, had->name);
        const struct step_defined *d = find_defined(f, had->name);
        if (!d || !had->started_ms || !had->ended_ms || (s && thing_ended(s->status)) ||
            (!s && !may_come(f, d, steps, n)))
            continue;
        int64_t at = had->started_ms, took = had->ended_ms - had->started_ms;
        if (s && s->started_ms && now > s->started_ms)
            at += now - s->started_ms < took ? now - s->started_ms : took;
        point = at < point ? at : point;
        end = had->ended_ms > end ? had->ended_ms : end;
    }
    return point == INT64_MAX ? -1 : end > point ? end - point : 0;
}

void progress_of(const struct forecast *f, const struct thing *execution,
                 const struct step_view *steps, size_t n, struct progress *ret)
{
    *ret = (struct progress){.total = (int)n, .left_ms = -1};
    for (size_t i = 0; i < n; i++) {
        ret->done += thing_ended(steps[i].status);
        ret->running += !thing_ended(steps[i].status);
        ret->cached += steps[i].cached_from != NULL;
    }
    if (thing_ended(execution->status) && str_eq(execution->status, "Succeeded"))
        return; /* what has not begun will not */
    for (size_t i = 0; i < f->n_defined; i++)
        ret->total +=
            !find_step(steps, n, f->defined[i].name) && may_come(f, &f->defined[i], steps, n);
    if (str_eq(execution->status, "Executing"))
        ret->left_ms = time_left(f, steps, n);
}

/* --- telling --- */

char *progress_text(struct arena *a, const struct progress *p)
{
    cleanup_buf struct buf b = {0};

    buf_init(&b, 512);
    buf_addf(&b, "%d of %d %s done", p->done, p->total, p->total == 1 ? "step" : "steps");
    if (p->running)
        buf_addf(&b, ", %d running", p->running);
    if (p->cached)
        buf_addf(&b, ", %d cached", p->cached);
    if (p->left_ms >= 0) {
        int64_t s = (p->left_ms + 500) / 1000;
        if (s > 0)
            buf_addf(&b, ", about %s left",
                     s < 60 ? arena_printf(a, "%d s", (int)s) : text_duration(a, s * 1000));
        else
            buf_adds(&b, p->left_ms > 0 ? ", less than a second left" : ", any moment now");
    }
    return arena_strdup(a, b.data);
}

struct json *progress_json(struct arena *a, const struct progress *p)
{
    struct json *o = json_object(a);

    json_set_int(a, o, "Done", p->done);
    json_set_int(a, o, "Total", p->total);
    json_set_int(a, o, "Running", p->running);
    json_set_int(a, o, "Cached", p->cached);
    if (p->left_ms >= 0)
        json_set_real(a, o, "SecondsLeft", (double)p->left_ms / 1000.0);
    return o;
}
