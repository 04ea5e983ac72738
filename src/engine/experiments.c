/* Experiments, trials and trial components as resources. See experiments.h.
 *
 * Messages that SDKs match are AWS's; a name that is taken is a ValidationException there. */
#include "engine/experiments.h"
#include "base/sys.h"
#include "base/text.h"
#include "engine/registry_private.h"
#include <string.h>

const struct experiment_kind kind_experiment = {"Experiment", "experiment", "ExperimentName",
                                                "ExperimentArn"};
const struct experiment_kind kind_trial = {"Trial", "experiment-trial", "TrialName", "TrialArn"};
const struct experiment_kind kind_component = {"TrialComponent", "experiment-trial-component",
                                               "TrialComponentName", "TrialComponentArn"};

/* The most that a component has of each. */
static const struct {
    const char *member, *to_remove;
    size_t max;
} maps[] = {
    {"Parameters", "ParametersToRemove", 300},
    {"InputArtifacts", "InputArtifactsToRemove", 60},
    {"OutputArtifacts", "OutputArtifactsToRemove", 60},
};

int experiment_missing(struct err *err, const struct experiment_kind *k, const char *arn)
{
    return err_set(err, ERR_NOT_FOUND, "%s '%s' does not exist.", k->kind, arn);
}

int experiment_link(struct db *db, const char *parent, const char *child, struct err *err)
{
    return db_run(db, NULL, err,
                  "INSERT INTO experiment_members (parent, child) VALUES ($1, $2) "
                  "ON CONFLICT (parent, child) DO NOTHING",
                  "tt", parent, child);
}

int experiment_document(struct db *db, struct arena *a, const struct experiment_kind *k,
                        const struct resource *r, struct json **ret, struct err *err)
{
    if (k == &kind_component) {
        if (component_document(db, a, r, ret, err) != 0)
            return -1;
    } else {
        *ret = json_copy(a, r->doc);
        resource_time(a, *ret, "LastModifiedTime", r->modified_ms);
    }
    json_set_str(a, *ret, k->name, r->name);
    json_set_str(a, *ret, k->arn, r->arn);
    resource_time(a, *ret, "CreationTime", r->created_ms);
    if (!json_get(*ret, "DisplayName"))
        json_set_str(a, *ret, "DisplayName", r->name);
    return 0;
}

/* --- one change of one of them, on the writer --- */

struct change {
    const struct experiment_kind *kind;
    const struct engine_who *who;
    struct arena *arena;
    const struct json *in;
    const char *name, *arn;
    int64_t now_ms;
};

static struct change change_of(const struct experiment_kind *k, const struct engine_who *who,
                               struct arena *a, const struct json *in)
{
    const char *name = json_get_str(in, k->name);

    return (struct change){.kind = k,
                           .who = who,
                           .arena = a,
                           .in = in,
                           .name = name,
                           .arn = registry_arn(a, who, k->type, name),
                           .now_ms = sys->wall_ms()};
}

/* Makes the change; the answer is its ARN. */
static int apply(struct engine *e, struct change *c,
                 int (*fn)(struct db *db, void *arg, struct err *err), struct json **out,
                 struct err *err)
{
    if (store_write(engine_store(e), fn, c, err) != 0)
        return -1;
    *out = json_object(c->arena);
    json_set_str(c->arena, *out, c->kind->arn, c->arn);
    return 0;
}

static int find(struct db *db, const struct change *c, struct resource *ret, struct err *err)
{
    struct err why = {0};

    if (resource_get_arn(db, c->arena, c->arn, ret, &why) == 0)
        return 0;
    if (why.code == ERR_NOT_FOUND)
        return experiment_missing(err, c->kind, c->arn);
    *err = why;
    return -1;
}

static int is_there(struct db *db, const char *arn, struct err *err)
{
    int64_t there;

    return db_get_int(db, &there, err, "SELECT 1 FROM resources WHERE arn = $1", "t", arn);
}

/* --- create --- */

static int insert(struct db *db, void *arg, struct err *err)
{
    struct change *c = arg;
    struct arena *a = c->arena;
    const char *experiment = c->kind == &kind_trial
                                 ? registry_arn(a, c->who, kind_experiment.type,
                                                json_get_str(c->in, kind_experiment.name))
                                 : NULL;
    struct resource row = {.account = c->who->account,
                           .region = c->who->region,
                           .kind = c->kind->kind,
                           .name = c->name,
                           .arn = c->arn,
                           .created_ms = c->now_ms,
                           .modified_ms = c->now_ms,
                           .doc = json_copy(a, c->in)};

    json_del(row.doc, "Tags");
    json_set(a, row.doc, "CreatedBy", registry_user(a, c->who));
    json_set(a, row.doc, "LastModifiedBy", registry_user(a, c->who));
    int there = experiment ? is_there(db, experiment, err) : 1;
    if (there <= 0)
        return there < 0 ? -1 : experiment_missing(err, &kind_experiment, experiment);
    if (resource_insert(db, &row, err) != 0)
        return err->code == ERR_EXISTS
                   ? err_set(err, ERR_INVALID,
                             "%s names must be unique within an AWS account and region. %s with "
                             "name (%s) already exists.",
                             c->kind->kind, c->kind->kind, c->name)
                   : -1;
    if (experiment && experiment_link(db, experiment, c->arn, err) != 0)
        return -1;
    return tags_write(db, c->arn, json_get(c->in, "Tags"), err);
}

static int create(const struct experiment_kind *k, struct engine *e, const struct engine_who *who,
                  struct arena *a, const struct json *in, struct json **out, struct err *err)
{
    struct change c = change_of(k, who, a, in);

    return apply(e, &c, insert, out, err);
}

/* --- update --- */

/* What is removed stays as null while there is a job, which may have it, too. */
static int merge_map(struct arena *a, struct json *doc, const struct json *in, size_t which,
                     const char *arn, struct err *err)
{
    const struct json *add = json_get(in, maps[which].member);
    const struct json *drop = json_get(in, maps[which].to_remove);
    bool has_job = json_get(doc, "Source") && !json_get(doc, "JobForgotten");
    struct json *own = json_get(doc, maps[which].member);

    if (!add && !drop)
        return 0;
    if (!own)
        own = json_object(a);
    json_set(a, doc, maps[which].member, own);
    for (size_t i = 0; i < json_len(drop); i++) {
        json_del(own, json_str(json_at(drop, i)));
        if (has_job)
            json_set(a, own, json_str(json_at(drop, i)), json_null(a));
    }
    for (size_t i = 0; add && i < json_len(add); i++)
        json_set(a, own, add->keys[i], add->items[i]);
    if (json_len(own) > maps[which].max)
        return err_set(err, ERR_INVALID, "TrialComponent '%s' can have at most %zu %s.", arn,
                       maps[which].max, maps[which].member);
    return 0;
}

static int update(struct db *db, void *arg, struct err *err)
{
    static const char *const plain[] = {"DisplayName", "Description"};
    static const char *const own[] = {"Status", "StartTime", "EndTime"};
    struct change *c = arg;
    struct resource r;

    if (find(db, c, &r, err) != 0)
        return -1;
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        json_set(c->arena, r.doc, plain[i], json_get(c->in, plain[i]));
    /* A job's component follows the job, whatever a tracker that runs in it writes back. */
    for (size_t i = 0; !json_get(r.doc, "Source") && i < sizeof own / sizeof *own; i++)
        json_set(c->arena, r.doc, own[i], json_get(c->in, own[i]));
    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++)
        if (merge_map(c->arena, r.doc, c->in, i, c->arn, err) != 0)
            return -1;
    json_set(c->arena, r.doc, "LastModifiedBy", registry_user(c->arena, c->who));
    r.modified_ms = c->now_ms;
    return resource_save(db, &r, err);
}

static int change(const struct experiment_kind *k, struct engine *e, const struct engine_who *who,
                  struct arena *a, const struct json *in, struct json **out, struct err *err)
{
    struct change c = change_of(k, who, a, in);

    return apply(e, &c, update, out, err);
}

/* --- describe --- */

static int describe(const struct experiment_kind *k, struct engine *e, const struct engine_who *who,
                    struct arena *a, const struct json *in, struct json **out, struct err *err)
{
    const char *name = registry_name(json_get_str(in, k->name), k->type);
    struct db *db = store_reader(engine_store(e), err);
    struct resource r;

    if (!db)
        return -1;
    int failed = resource_get(db, a, who->account, who->region, k->kind, name, &r, err);
    if (failed && err->code == ERR_NOT_FOUND)
        experiment_missing(err, k, registry_arn(a, who, k->type, name));
    failed = failed || experiment_document(db, a, k, &r, out, err) != 0;
    store_reader_done(engine_store(e), db);
    return failed ? -1 : 0;
}

/* --- delete --- */

/* 1: an experiment that has trials, a trial that has components, a component that is in a trial. */
static int is_linked(struct db *db, const struct change *c, struct err *err)
{
    int64_t there;

    if (c->kind == &kind_component)
        return db_get_int(db, &there, err,
                          "SELECT 1 FROM experiment_members m JOIN resources r ON r.arn = m.parent "
                          "WHERE m.child = $1 LIMIT 1",
                          "t", c->arn);
    return db_get_int(db, &there, err, "SELECT 1 FROM experiment_members WHERE parent = $1 LIMIT 1",
                      "t", c->arn);
}

static int drop(struct db *db, void *arg, struct err *err)
{
    struct change *c = arg;
    struct resource r;

    if (find(db, c, &r, err) != 0)
        return -1;
    int linked = is_linked(db, c, err);
    if (linked != 0)
        return linked < 0 ? -1
                          : err_set(err, ERR_INVALID,
                                    "%s '%s' is linked to 1 or more %s and cannot be deleted.",
                                    c->kind->kind, c->arn,
                                    c->kind == &kind_trial ? "trial components" : "trials");
    if (db_run(db, NULL, err, "DELETE FROM experiment_members WHERE child = $1", "t", c->arn) != 0)
        return -1;
    return resource_remove(db, c->arn, err);
}

static int remove_one(const struct experiment_kind *k, struct engine *e,
                      const struct engine_who *who, struct arena *a, const struct json *in,
                      struct json **out, struct err *err)
{
    struct change c = change_of(k, who, a, in);

    return apply(e, &c, drop, out, err);
}

#define EXPERIMENT_CALL(name, fn, kind)                                                            \
    int name(struct engine *e, const struct engine_who *who, struct arena *a,                      \
             const struct json *in, struct json **out, struct err *err)                            \
    {                                                                                              \
        return fn(&(kind), e, who, a, in, out, err);                                               \
    }

EXPERIMENT_CALL(experiment_create, create, kind_experiment)
EXPERIMENT_CALL(experiment_update, change, kind_experiment)
EXPERIMENT_CALL(experiment_describe, describe, kind_experiment)
EXPERIMENT_CALL(experiment_delete, remove_one, kind_experiment)
EXPERIMENT_CALL(trial_create, create, kind_trial)
EXPERIMENT_CALL(trial_update, change, kind_trial)
EXPERIMENT_CALL(trial_describe, describe, kind_trial)
EXPERIMENT_CALL(trial_delete, remove_one, kind_trial)
EXPERIMENT_CALL(component_create, create, kind_component)
EXPERIMENT_CALL(component_update, change, kind_component)
EXPERIMENT_CALL(component_describe, describe, kind_component)
EXPERIMENT_CALL(component_delete, remove_one, kind_component)

/* --- components in trials --- */

static int ends_are_there(struct db *db, struct change *c, const char *trial, struct err *err)
{
    int there = is_there(db, trial, err);

    if (there <= 0)
        return there < 0 ? -1 : experiment_missing(err, &kind_trial, trial);
    there = is_there(db, c->arn, err);
    if (there <= 0)
        return there < 0 ? -1 : experiment_missing(err, c->kind, c->arn);
    return 0;
}

static const char *trial_arn(const struct change *c)
{
    return registry_arn(c->arena, c->who, kind_trial.type, json_get_str(c->in, kind_trial.name));
}

static int associate(struct db *db, void *arg, struct err *err)
{
    struct change *c = arg;
    const char *trial = trial_arn(c);

    if (ends_are_there(db, c, trial, err) != 0)
        return -1;
    return experiment_link(db, trial, c->arn, err);
}

static int disassociate(struct db *db, void *arg, struct err *err)
{
    struct change *c = arg;
    const char *trial = trial_arn(c);
    int64_t n;

    if (ends_are_there(db, c, trial, err) != 0 ||
        db_run(db, &n, err, "DELETE FROM experiment_members WHERE parent = $1 AND child = $2", "tt",
               trial, c->arn) != 0)
        return -1;
    return n ? 0
             : err_set(err, ERR_NOT_FOUND, "TrialComponent '%s' is not linked to Trial '%s'.",
                       c->arn, trial);
}

static int between(struct engine *e, const struct engine_who *who, struct arena *a,
                   const struct json *in, int (*fn)(struct db *db, void *arg, struct err *err),
                   struct json **out, struct err *err)
{
    struct change c = change_of(&kind_component, who, a, in);

    if (apply(e, &c, fn, out, err) != 0)
        return -1;
    json_set_str(a, *out, kind_trial.arn, trial_arn(&c));
    return 0;
}

int component_associate(struct engine *e, const struct engine_who *who, struct arena *a,
                        const struct json *in, struct json **out, struct err *err)
{
    return between(e, who, a, in, associate, out, err);
}

int component_disassociate(struct engine *e, const struct engine_who *who, struct arena *a,
                           const struct json *in, struct json **out, struct err *err)
{
    return between(e, who, a, in, disassociate, out, err);
}
