/* How far an execution is, and how long it may still take. Used by follow.c and ps. */
#pragma once
#include "cli/things.h"

/* What does not change while an execution runs, found out once. */
struct forecast {
    struct step_defined *defined;
    size_t n_defined;
    const struct json *selected; /* of a selective execution: [{StepName}]; else NULL */
    struct step_view *earlier;   /* of the newest earlier execution that succeeded whole */
    size_t n_earlier;            /* 0: there is none */
};
struct progress {
    int done, total, running, cached;
    int64_t left_ms; /* -1: not known */
};

/* `execution` as found; faults leave parts unknown, since nothing depends on them. `estimate`: look
 * for an earlier execution, too. */
void forecast_make(struct api *api, struct arena *a, const struct thing *execution, bool estimate,
                   struct forecast *ret);
void progress_of(const struct forecast *f, const struct thing *execution,
                 const struct step_view *steps, size_t n, struct progress *ret);
/* "2 of 6 steps done, 1 running, 1 cached, about 40 s left". */
char *progress_text(struct arena *a, const struct progress *p);
struct json *progress_json(struct arena *a, const struct progress *p);
