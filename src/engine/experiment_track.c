/* Experiments of executions and jobs: whose they are, and what a component shows of its job. See
 * experiments.h.
 *
 * On the engine's thread nothing is read: rows are recorded so that they do nothing where something
 * is there already, and a component goes into a trial only if the trial is there. What a caller is
 * told about names that do not fit was looked up before, on its own thread. */
#include "base/text.h"
#include "engine/experiments.h"
#include "engine/jobs.h"
#include "engine/pipelines.h"
#include "engine/registry_private.h"
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NAME_MAX_LEN 120

/* --- PipelineExperimentConfig --- */

/* As CreateExperiment has it: letters and digits, hyphens between them. */
static bool is_name(const char *s)
{
    size_t n = s ? strlen(s) : 0;

    if (n == 0 || n > NAME_MAX_LEN || s[0] == '-' || s[n - 1] == '-')
        return false;
    for (; *s; s++)
        if (!(*s >= 'a' && *s <= 'z') && !(*s >= 'A' && *s <= 'Z') && !(*s >= '0' && *s <= '9') &&
            *s != '-')
            return false;
    return true;
}

static int eval_name(const struct execution *x, struct arena *a, const struct json *config,
                     const char *member, const char *otherwise, struct json *into, struct err *err)
{
    struct json *v = NULL;

    if (!config)
        v = json_string(a, otherwise);
    else if (!json_get(config, member))
        return err_set(err, ERR_INVALID, "PipelineExperimentConfig: expected %s", member);
    else if (eval(x, a, json_get(config, member), &v, err) != 0)
        return err_prefix(err, "PipelineExperimentConfig.%s", member);
    if (!is_name(json_str(v)))
        return err_set(err, ERR_INVALID,
                       "PipelineExperimentConfig.%s: %.200s is not a name: it must have at most %d "
                       "characters and satisfy the regular expression pattern: "
                       "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,119}",
                       member, json_text(a, v), NAME_MAX_LEN);
    json_set(a, into, member, v);
    return 0;
}

/* The SDKs write what holds without a config. */
static bool is_default(const struct json *config)
{
    const struct json *name = json_get(config, kind_experiment.name);

    return !config ||
           (json_len(name) == 1 && str_eq(json_get_str(name, "Get"), "Execution.PipelineName"));
}

int experiment_config_eval(const struct execution *x, struct arena *a, struct json **ret,
                           struct err *err)
{
    const struct json *config = json_get(x->def->json, "PipelineExperimentConfig");
    struct json *names = json_object(a);

    *ret = NULL;
    if (json_is(config, JSON_NULL) || (is_default(config) && !is_name(x->pipeline)))
        return 0;
    if (eval_name(x, a, config, kind_experiment.name, x->pipeline, names, err) != 0 ||
        eval_name(x, a, config, kind_trial.name, x->id, names, err) != 0)
        return -1;
    *ret = names;
    return 0;
}

/* ARNs of what an ExperimentConfig names; NULL: it does not. */
static const char *arn_in(struct arena *a, const struct engine_who *who, const struct json *config,
                          const struct experiment_kind *k)
{
    const char *name = json_get_str(config, k->name);

    return name ? registry_arn(a, who, k->type, name) : NULL;
}

static int look(struct engine *e, struct arena *a, const char *arn, struct resource *ret,
                struct err *err)
{
    struct db *db = store_reader(engine_store(e), err);

    if (!db)
        return -1;
    int failed = resource_get_arn(db, a, arn, ret, err);
    store_reader_done(engine_store(e), db);
    return failed;
}

int experiment_config_check(struct engine *e, const struct engine_who *who, struct arena *a,
                            const struct json *config, struct err *err)
{
    const char *arn = arn_in(a, who, config, &kind_trial);
    const char *experiment = json_get_str(config, kind_experiment.name);
    struct resource trial;
    struct err why = {0};

    if (!arn)
        return 0;
    if (look(e, a, arn, &trial, &why) != 0) {
        if (why.code == ERR_NOT_FOUND)
            return 0;
        *err = why;
        return -1;
    }
    const char *has = json_get_str(trial.doc, kind_experiment.name);
    return !experiment || str_eq(has, experiment)
               ? 0
               : err_set(err, ERR_INVALID, "Trial '%s' belongs to experiment %s and not to %s.",
                         arn, has, experiment);
}

static const char *component_name(struct arena *a, enum job_kind kind, const char *job)
{
    return arena_printf(a, "%s-aws-%s-job", job, job_kind_column(kind));
}

/* The component's name is the user's own already. */
static int check_component(struct engine *e, struct arena *a, const struct job_order *o,
                           struct err *err)
{
    const char *name = component_name(a, o->kind, o->name);
    const char *arn = registry_arn(a, &o->who, kind_component.type, name);
    struct resource r;
    struct err why = {0};

    if (look(e, a, arn, &r, &why) == 0)
        return json_get(r.doc, "Source")
                   ? 0
                   : err_set(err, ERR_INVALID,
                             "Trial component '%s' exists and is not of a job: the job's own could "
                             "not have its name. Delete it or name the job otherwise.",
                             arn);
    if (why.code == ERR_NOT_FOUND)
        return 0;
    *err = why;
    return -1;
}

int experiment_check_job(struct engine *e, struct arena *a, const struct job_order *o,
                         struct err *err)
{
    const struct experiment_kind *const kinds[] = {&kind_experiment, &kind_trial};
    const struct json *config = json_get(o->request, "ExperimentConfig");
    const struct engine_who *who = &o->who;
    struct resource r;

    for (size_t i = 0; i < 2; i++) {
        const char *arn = arn_in(a, who, config, kinds[i]);
        struct err why = {0};
        if (!arn || look(e, a, arn, &r, &why) == 0)
            continue;
        if (why.code == ERR_NOT_FOUND)
            return experiment_missing(err, kinds[i], arn);
        *err = why;
        return -1;
    }
    if (experiment_config_check(e, who, a, config, err) != 0)
        return -1;
    return config ? check_component(e, a, o, err) : 0;
}

/* --- recording (engine) --- */

/* Nothing when the name is taken, or when `within`, unless NULL, is not there. */
static void record(struct engine *e, const struct engine_who *who, const struct experiment_kind *k,
                   const char *name, const char *arn, int64_t now_ms, const struct json *doc,
                   const char *within)
{
    batch_sql(e,
              "INSERT INTO resources (account, region, kind, name, arn, seq, created_ms, "
              "modified_ms, doc) SELECT $1, $2, $3, $4, $5, "
              "(SELECT COALESCE(MAX(seq), 0) + 1 FROM resources), $6, $6, $7 "
              "WHERE $8 IS NULL OR EXISTS (SELECT 1 FROM resources WHERE arn = $8) "
              "ON CONFLICT DO NOTHING",
              "tttttitt", who->account, who->region, k->kind, name, arn, now_ms,
              json_text(batch_arena(e), doc), within);
}

static struct json *new_doc(struct arena *a, const struct engine_who *who, const char *source,
                            const char *source_type)
{
    struct json *doc = json_object(a), *from = json_object(a);

    json_set_str(a, from, "SourceArn", source);
    json_set_str(a, from, "SourceType", source_type);
    json_set(a, doc, "Source", from);
    json_set(a, doc, "CreatedBy", registry_user(a, who));
    json_set(a, doc, "LastModifiedBy", registry_user(a, who));
    return doc;
}

/* A trial has one experiment for ever, whoever was first. One that has been deleted meanwhile gets
 * none. */
static void record_trial(struct engine *e, const struct engine_who *who, const char *name,
                         const char *experiment, int64_t now_ms, const char *source,
                         const char *source_type)
{
    struct arena *a = batch_arena(e);
    struct json *doc = new_doc(a, who, source, source_type);
    const char *arn = registry_arn(a, who, kind_trial.type, name);
    const char *within = registry_arn(a, who, kind_experiment.type, experiment);

    json_set_str(a, doc, kind_experiment.name, experiment);
    record(e, who, &kind_trial, name, arn, now_ms, doc, within);
    batch_sql(e,
              "INSERT INTO experiment_members (parent, child) SELECT r.arn, $2 FROM resources r "
              "WHERE r.arn = $1 AND NOT EXISTS (SELECT 1 FROM experiment_members "
              "WHERE child = $2) ON CONFLICT DO NOTHING",
              "tt", within, arn);
}

void experiment_record_execution(struct engine *e, const struct execution *x)
{
    const char *name = json_get_str(x->experiment, kind_experiment.name);
    struct arena *a = batch_arena(e);

    if (!name)
        return;
    record(e, &x->who, &kind_experiment, name, registry_arn(a, &x->who, kind_experiment.type, name),
           x->created_ms, new_doc(a, &x->who, x->pipeline_arn, "SageMakerPipeline"), NULL);
    record_trial(e, &x->who, json_get_str(x->experiment, kind_trial.name), name, x->created_ms,
                 x->arn, "SageMakerPipelineExecution");
}

const char *experiment_source(struct arena *a, const char *job_arn)
{
    char *s = arena_strdup(a, job_arn);

    for (char *c = s; *c; c++)
        *c = (char)tolower((unsigned char)*c);
    return s;
}

/* A name that gc has freed names a new job: its component takes the old one's place. One of that
 * name that no job made stays. */
static void forget_old(struct engine *e, const char *arn, const char *source)
{
#define OF_A_JOB " AND EXISTS (SELECT 1 FROM experiment_members WHERE parent = $2 AND child = $1)"
    batch_sql(e, "DELETE FROM tags WHERE arn = $1" OF_A_JOB, "tt", arn, source);
    batch_sql(e, "DELETE FROM resources WHERE arn = $1" OF_A_JOB, "tt", arn, source);
    batch_sql(e, "DELETE FROM experiment_members WHERE child = $1" OF_A_JOB, "tt", arn, source);
#undef OF_A_JOB
}

void experiment_record_job(struct engine *e, const struct job *j)
{
    const struct json *config = json_get(j->request, "ExperimentConfig");
    const char *experiment = json_get_str(config, kind_experiment.name);
    const char *trial = json_get_str(config, kind_trial.name);
    bool training = j->kind == JOB_TRAINING;
    const char *type = training ? "SageMakerTrainingJob" : "SageMakerProcessingJob";
    struct arena *a = batch_arena(e);

    if (!config)
        return;
    const char *name = component_name(a, j->kind, j->name);
    const char *arn = registry_arn(a, &j->who, kind_component.type, name);
    const char *source_arn = experiment_source(a, j->arn);
    struct json *doc = new_doc(a, &j->who, j->arn, type);
    json_set(a, doc, "DisplayName", json_get(config, "TrialComponentDisplayName"));
    forget_old(e, arn, source_arn);
    record(e, &j->who, &kind_component, name, arn, j->created_ms, doc, NULL);
    batch_sql(e,
              "INSERT INTO experiment_members (parent, child) VALUES ($1, $2) "
              "ON CONFLICT DO NOTHING",
              "tt", source_arn, arn);
    if (!trial && experiment) { /* AWS: "If not specified, a new trial is created" */
        trial = name;
        record_trial(e, &j->who, trial, experiment, j->created_ms, j->arn, type);
    }
    if (trial)
        batch_sql(e,
                  "INSERT INTO experiment_members (parent, child) SELECT r.arn, $2 FROM "
                  "resources r WHERE r.arn = $1 ON CONFLICT DO NOTHING",
                  "tt", registry_arn(a, &j->who, kind_trial.type, trial), arn);
}

/* --- what a component shows of its job --- */

static void add_value(struct arena *a, struct json *map, const char *key, const char *value,
                      const char *media_type)
{
    struct json *artifact = json_object(a);

    if (!key || !value || !value[0])
        return;
    json_set_str(a, artifact, "MediaType", media_type);
    json_set_str(a, artifact, "Value", value);
    json_set(a, map, key, artifact);
}

static void add_number(struct arena *a, struct json *map, const char *key, double v)
{
    struct json *value = json_object(a);

    json_set_real(a, value, "NumberValue", v);
    json_set(a, map, key, value);
}

static void add_text(struct arena *a, struct json *map, const char *key, const char *text)
{
    struct json *value = json_object(a);

    json_set_str(a, value, "StringValue", text);
    json_set(a, map, key, value);
}

/* Hyperparameters are texts: those that are numbers become ones. */
static void add_hyperparameter(struct arena *a, struct json *map, const char *key, const char *text)
{
    char *end;
    double v = strtod(text, &end);

    if (text[0] && !*end && isfinite(v) && !strpbrk(text, "xX") && !isspace((unsigned char)text[0]))
        add_number(a, map, key, v);
    else
        add_text(a, map, key, text);
}

static struct json *parameters_of(struct arena *a, const struct job *j)
{
    const struct json *cluster =
        j->kind == JOB_TRAINING
            ? json_get(j->request, "ResourceConfig")
            : json_get(json_get(j->request, "ProcessingResources"), "ClusterConfig");
    const struct json *hyper = json_get(j->request, "HyperParameters");
    struct json *map = json_object(a);

    for (size_t i = 0; i < json_len(hyper); i++)
        if (json_str(hyper->items[i]))
            add_hyperparameter(a, map, hyper->keys[i], json_str(hyper->items[i]));
    add_number(a, map, "SageMaker.InstanceCount",
               (double)json_get_int(cluster, "InstanceCount", 1));
    if (json_get_str(cluster, "InstanceType"))
        add_text(a, map, "SageMaker.InstanceType", json_get_str(cluster, "InstanceType"));
    if (json_get(cluster, "VolumeSizeInGB"))
        add_number(a, map, "SageMaker.VolumeSizeInGB",
                   json_num(json_get(cluster, "VolumeSizeInGB"), 0));
    return map;
}

static struct json *inputs_of(struct arena *a, const struct job *j)
{
    const struct json *channels = json_get(j->request, "InputDataConfig");
    const struct json *inputs = json_get(j->request, "ProcessingInputs");
    struct json *map = json_object(a);

    add_value(a, map, "SageMaker.ImageUri", job_image(j->kind, j->request), NULL);
    for (size_t i = 0; i < json_len(channels); i++) {
        const struct json *c = json_at(channels, i);
        const struct json *s3 = json_get(json_get(c, "DataSource"), "S3DataSource");
        add_value(a, map, json_get_str(c, "ChannelName"), json_get_str(s3, "S3Uri"),
                  json_get_str(c, "ContentType"));
    }
    for (size_t i = 0; i < json_len(inputs); i++) {
        const struct json *in = json_at(inputs, i);
        add_value(a, map, json_get_str(in, "InputName"),
                  json_get_str(json_get(in, "S3Input"), "S3Uri"), NULL);
    }
    return map;
}

static struct json *outputs_of(struct arena *a, const struct job *j)
{
    const struct json *outputs =
        json_get(json_get(j->request, "ProcessingOutputConfig"), "Outputs");
    struct json *map = json_object(a);

    add_value(a, map, "SageMaker.ModelArtifact",
              json_get_str(json_get(j->result, "ModelArtifacts"), "S3ModelArtifacts"), NULL);
    for (size_t i = 0; i < json_len(outputs); i++) {
        const struct json *o = json_at(outputs, i);
        add_value(a, map, json_get_str(o, "OutputName"),
                  json_get_str(json_get(o, "S3Output"), "S3Uri"), NULL);
    }
    return map;
}

static struct json *metrics_of(struct arena *a, const struct job *j)
{
    const struct json *final = json_get(j->result, "FinalMetricDataList");
    const struct json *statistics = json_get(j->result, "_metrics");
    struct json *list = json_array(a);

    for (size_t i = 0; i < json_len(final); i++) {
        const struct json *last = json_at(final, i);
        const char *name = json_get_str(last, "MetricName");
        const struct json *more = json_get(statistics, name);
        struct json *m = more ? json_copy(a, more) : json_object(a);
        json_set_str(a, m, "MetricName", name);
        json_set(a, m, "Last", json_get(last, "Value"));
        json_set(a, m, "TimeStamp", json_get(last, "Timestamp"));
        json_set_str(a, m, "SourceArn", j->arn);
        json_push(a, list, m);
    }
    return list;
}

static struct json *status_of(struct arena *a, const struct job *j)
{
    const char *status = job_state_text(j->state), *reason = j->failure_reason;
    const char *said = json_get_str(j->result, "ExitMessage");
    struct json *s = json_object(a);

    json_set_str(a, s, "PrimaryStatus", status);
    json_set_str(a, s, "Message",
                 j->kind == JOB_TRAINING
                     ? arena_printf(a, "Status: %s, secondary status: %s, failure reason: %s.",
                                    status, j->secondary, reason ? reason : "")
                     : arena_printf(a, "Status: %s, exit message: %s, failure reason: %s", status,
                                    said && said[0] ? said : "null", reason ? reason : "null"));
    return s;
}

/* What users set goes before what the job says; null: it was removed. */
static void lay_over(struct arena *a, struct json *doc, const char *member, struct json *below)
{
    const struct json *own = json_get(doc, member);
    struct json *map = below ? below : json_object(a);

    for (size_t i = 0; i < json_len(own); i++) {
        if (json_is(own->items[i], JSON_NULL))
            json_del(map, own->keys[i]);
        else
            json_set(a, map, own->keys[i], own->items[i]);
    }
    json_set(a, doc, member, map);
}

/* `j` NULL: the component has no job, or keeps by itself what that one said. */
static void complete(struct arena *a, struct json *doc, const struct job *j)
{
    lay_over(a, doc, "Parameters", j ? parameters_of(a, j) : NULL);
    lay_over(a, doc, "InputArtifacts", j ? inputs_of(a, j) : NULL);
    lay_over(a, doc, "OutputArtifacts", j ? outputs_of(a, j) : NULL);
    if (!j)
        return;
    json_set(a, doc, "Status", status_of(a, j));
    resource_time(a, doc, "StartTime", j->started_ms);
    resource_time(a, doc, "EndTime", j->ended_ms);
    json_set(a, doc, "Metrics", metrics_of(a, j));
}

static int64_t last_of(const struct resource *r, const struct job *j)
{
    return j->modified_ms > r->modified_ms ? j->modified_ms : r->modified_ms;
}

/* 1: found. */
static int job_of(struct db *db, struct arena *a, const struct json *doc, struct job *ret,
                  struct err *err)
{
    const char *arn = json_get_str(json_get(doc, "Source"), "SourceArn");
    cleanup_rows struct db_rows *rows = NULL;

    if (!arn || json_get(doc, "JobForgotten"))
        return 0;
    if (db_query(db, &rows, err, "SELECT " JOB_COLUMNS " FROM jobs WHERE arn = $1", "t", arn) != 0)
        return -1;
    int got = db_next(rows, err);
    return got == 1 && job_from_row(a, rows, ret, NULL, err) != 0 ? -1 : got;
}

int component_document(struct db *db, struct arena *a, const struct resource *r, struct json **ret,
                       struct err *err)
{
    struct job j;
    int got = job_of(db, a, r->doc, &j, err);

    if (got < 0)
        return -1;
    *ret = json_copy(a, r->doc);
    complete(a, *ret, got ? &j : NULL);
    resource_time(a, *ret, "LastModifiedTime", got ? last_of(r, &j) : r->modified_ms);
    return 0;
}

/* --- when a job is forgotten --- */

static int keep_one(struct db *db, struct arena *a, const char *arn, const char *job_arn,
                    struct err *err)
{
    struct resource r;
    struct job j;

    if (resource_get_arn(db, a, arn, &r, err) != 0)
        return -1;
    int got = job_of(db, a, r.doc, &j, err);
    if (got <= 0 || !str_eq(j.arn, job_arn))
        return got < 0 ? -1 : 0;
    complete(a, r.doc, &j);
    json_set_bool(a, r.doc, "JobForgotten", true);
    r.modified_ms = last_of(&r, &j);
    return resource_save(db, &r, err);
}

static int components_of(struct db *db, struct arena *a, const char *job_arn, struct json **ret,
                         struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;
    int got;

    *ret = json_array(a);
    if (db_query(db, &rows, err, "SELECT child FROM experiment_members WHERE parent = $1", "t",
                 experiment_source(a, job_arn)) != 0)
        return -1;
    while ((got = db_next(rows, err)) == 1)
        json_push_str(a, *ret, db_text(rows, 0));
    return got;
}

int component_keep(struct db *db, const char *job_arn, struct err *err)
{
    cleanup_arena struct arena *a = arena_create((size_t)64 << 20);
    struct json *components;

    if (components_of(db, a, job_arn, &components, err) != 0)
        return -1;
    for (size_t i = 0; i < json_len(components); i++)
        if (keep_one(db, a, json_str(json_at(components, i)), job_arn, err) != 0)
            return -1;
    return 0;
}
