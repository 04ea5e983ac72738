/* One step of a pipeline run alone, on what an earlier execution gave it. */
#pragma once
#include "cli/things.h"

struct rerun {
    const char *step;
    struct thing source;        /* the execution whose inputs and parameters it gets */
    struct json *parameters;    /* [{Name, Value}] as StartPipelineExecution wants them */
    const struct json *changed; /* URIs that it read there and that have other contents now */
    const char *left_out; /* parameters of the source that the pipeline has no more, or NULL */
};

/* `from`: an execution as people write it, NULL: the pipeline's newest that has ended. `given`:
 * {name: value}, which win over the source's. ERR_NOT_FOUND, ERR_INVALID. */
int rerun_prepare(struct api *api, struct arena *a, const char *pipeline, const char *step,
                  const char *from, const struct json *given, struct rerun *ret, struct err *err);
/* Whether the step would read what it had there; fills in `changed`. ERR_INVALID when what a step
 * before it left is gone. */
int rerun_check(struct api *api, struct arena *a, const char *pipeline, struct rerun *r,
                struct err *err);
/* Adds what makes StartPipelineExecution's request a run of that step alone. */
void rerun_fill(struct arena *a, const struct rerun *r, struct json *request);
/* "slipway run PIPELINE --step NAME --from EXECUTION", for a shell; NULL for steps that run nothing
 * (Fail, Condition). */
const char *rerun_command(struct arena *a, const struct thing *execution,
                          const struct step_view *s);
/* "slipway shell EXECUTION STEP", or "slipway shell JOB" where a job is followed by itself; NULL
 * for steps without a job. */
const char *shell_command(struct arena *a, const struct thing *what, const struct step_view *s);
