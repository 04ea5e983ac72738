/* Experiments, their trials, and trial components: what SageMaker keeps to compare runs.
 *
 *   Experiment <- Trial <-> TrialComponent <- job      experiment_members: (parent, child), ARNs;
 *                                                      a job's ARN in small letters
 *
 * All three are declarative resources. A pipeline's execution makes its experiment and trial in the
 * commit that makes the execution, a job its component in the commit that makes the job, so none is
 * there twice or alone. A component's row holds only what users set: the rest is read from the
 * job's row while there is one, and becomes the component's own when the job is forgotten (gc). */
#pragma once
#include "engine/core.h"
#include "engine/resource.h"

/* --- for handlers; in and out as the operations have them --- */
typedef int experiment_call(struct engine *e, const struct engine_who *who, struct arena *a,
                            const struct json *in, struct json **out, struct err *err);
experiment_call experiment_create, experiment_update, experiment_describe, experiment_delete,
    experiment_list;
experiment_call trial_create, trial_update, trial_describe, trial_delete, trial_list;
experiment_call component_create, component_update, component_describe, component_delete,
    component_list, component_associate, component_disassociate;
/* What Search shows beyond Describe: a trial's components, a component's trials. `key`: a name. */
int trial_found(struct engine *e, const struct engine_who *who, struct arena *a, const char *key,
                struct json **ret, struct err *err);
int component_found(struct engine *e, const struct engine_who *who, struct arena *a,
                    const char *key, struct json **ret, struct err *err);

/* --- experiment_track.c: executions and jobs --- */
/* The definition's PipelineExperimentConfig evaluated, {ExperimentName, TrialName}; *ret is NULL
 * when it is null. Absent it is what the SDKs give: the pipeline's name and the execution's id;
 * NULL where the pipeline's name is too long for an experiment, as long as the user named none.
 * ERR_INVALID: a name breaks the rule for names. */
int experiment_config_eval(const struct execution *x, struct arena *a, struct json **ret,
                           struct err *err);
/* A trial of that name belongs to another experiment: ERR_INVALID. `config` may be NULL. */
int experiment_config_check(struct engine *e, const struct engine_who *who, struct arena *a,
                            const struct json *config, struct err *err);
/* (engine) In the commit of a new execution: what is not there yet. */
void experiment_record_execution(struct engine *e, const struct execution *x);
/* Of a job that is created by a call: what its ExperimentConfig names is there, and its component's
 * name is nobody else's. ERR_NOT_FOUND, ERR_INVALID. */
struct job_order;
int experiment_check_job(struct engine *e, struct arena *a, const struct job_order *o,
                         struct err *err);
/* (engine) In the commit of a new job with an ExperimentConfig: its component. */
void experiment_record_job(struct engine *e, const struct job *j);

/* --- between the files --- */
struct experiment_kind {
    const char *kind, *type; /* of rows; in ARNs */
    const char *name, *arn;  /* members */
};
extern const struct experiment_kind kind_experiment, kind_trial, kind_component;
int experiment_missing(struct err *err, const struct experiment_kind *k, const char *arn); /* -1 */
/* What Describe answers; a component's job is read by `db`. */
int experiment_document(struct db *db, struct arena *a, const struct experiment_kind *k,
                        const struct resource *r, struct json **ret, struct err *err);
int experiment_link(struct db *db, const char *parent, const char *child, struct err *err);
/* A job's ARN as experiment_members has it. */
const char *experiment_source(struct arena *a, const char *job_arn);
/* (writer) A job is about to be forgotten: its component keeps what it shows of it. */
int component_keep(struct db *db, const char *job_arn, struct err *err);
/* Adds what the component's job, if any, says to a copy of its row's document. */
int component_document(struct db *db, struct arena *a, const struct resource *r, struct json **ret,
                       struct err *err);
