/* Listings of experiments, trials and trial components, and what Search adds to them. See
 * experiments.h. */
#include "base/text.h"
#include "engine/experiments.h"
#include "engine/page.h"
#include "engine/registry_private.h"
#include <string.h>

struct listing {
    struct page page;
    struct resource_filter filter;
    const char *experiment; /* trials: of this one only; or NULL */
    bool by_name;
};

/* Items are empty until the rows are read: a component needs its job's row. */
struct found {
    struct resource row;
    struct json *item;
    struct found *next;
};
struct gathering {
    struct listing *l;
    struct found *first, **last;
};

static bool visit(void *arg, struct resource *r)
{
    struct gathering *g = arg;
    struct listing *l = g->l;
    struct json *item = json_object(l->page.arena);

    if (!resource_filter_match(&l->filter, r->name, r->created_ms, r->modified_ms) ||
        (l->experiment && !str_eq(l->experiment, json_get_str(r->doc, kind_experiment.name))))
        return true;
    if (!(l->by_name ? page_add(&l->page, item, r->name) : page_add_int(&l->page, item, r->seq)))
        return false;
    struct found *f = arena_alloc(l->page.arena, sizeof(*f));
    *f = (struct found){.row = *r, .item = item};
    *g->last = f;
    g->last = &f->next;
    return true;
}

/* A summary: members of the document, Source under the name that summaries have for it. */
static int summarise(struct db *db, struct arena *a, const struct experiment_kind *k,
                     const struct resource *r, struct json *item, struct err *err)
{
    static const char *const members[] = {"DisplayName",    "Status",          "StartTime",
                                          "EndTime",        "CreatedBy",       "CreationTime",
                                          "LastModifiedBy", "LastModifiedTime"};
    struct json *doc;

    if (experiment_document(db, a, k, r, &doc, err) != 0)
        return -1;
    json_set_str(a, item, k->name, r->name);
    json_set_str(a, item, k->arn, r->arn);
    json_set(a, item, arena_printf(a, "%sSource", k->kind), json_get(doc, "Source"));
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        json_set(a, item, members[i], json_get(doc, members[i]));
    return 0;
}

/* `relative`: an ARN, or NULL for all. */
static int list_rows(struct db *db, const struct engine_who *who, const struct experiment_kind *k,
                     const char *relative, bool descending, struct listing *l, struct err *err)
{
    enum resource_order order = l->by_name ? RESOURCE_BY_NAME : RESOURCE_BY_SEQ;
    struct arena *a = l->page.arena;
    struct gathering g = {.l = l, .last = &g.first};

    if (relative ? resource_each_related(db, a, relative, k->kind, order, descending, l->page.key,
                                         visit, &g, err)
                 : resource_each(db, a, who->account, who->region, k->kind, order, descending, NULL,
                                 l->page.key, visit, &g, err))
        return -1;
    for (struct found *f = g.first; f; f = f->next)
        if (summarise(db, a, k, &f->row, f->item, err) != 0)
            return -1;
    return 0;
}

/* Filters that name something: it must be there. */
static int relative_check(struct db *db, struct arena *a, const struct experiment_kind *k,
                          const char *arn, struct err *err)
{
    struct resource r;
    struct err why = {0};

    if (!k || resource_get_arn(db, a, arn, &r, &why) == 0)
        return 0;
    if (why.code == ERR_NOT_FOUND)
        return experiment_missing(err, k, arn);
    *err = why;
    return -1;
}

static int list(struct engine *e, const struct engine_who *who, struct arena *a,
                const char *operation, const struct experiment_kind *k,
                const struct experiment_kind *relative_kind, const char *relative,
                const struct json *in, struct listing *l, struct json **out, struct err *err)
{
    l->by_name = str_eq(json_get_str(in, "SortBy"), "Name");
    resource_filter_read(&l->filter, in);
    if (page_begin(&l->page, e, a, operation, in, 10, err) != 0)
        return -1;
    struct db *db = store_reader(engine_store(e), err);
    if (!db)
        return -1;
    int failed = relative_check(db, a, relative_kind, relative, err) != 0 ||
                 list_rows(db, who, k, relative,
                           !str_eq(json_get_str(in, "SortOrder"), "Ascending"), l, err) != 0;
    store_reader_done(engine_store(e), db);
    if (failed)
        return -1;
    *out = page_end(&l->page, arena_printf(a, "%sSummaries", k->kind));
    return 0;
}

int experiment_list(struct engine *e, const struct engine_who *who, struct arena *a,
                    const struct json *in, struct json **out, struct err *err)
{
    struct listing l = {0};

    return list(e, who, a, "ListExperiments", &kind_experiment, NULL, NULL, in, &l, out, err);
}

/* The ARN of what `in` names, or NULL. */
static const char *arn_of(struct arena *a, const struct engine_who *who,
                          const struct experiment_kind *k, const struct json *in)
{
    const char *name = json_get_str(in, k->name);

    return name ? registry_arn(a, who, k->type, name) : NULL;
}

int trial_list(struct engine *e, const struct engine_who *who, struct arena *a,
               const struct json *in, struct json **out, struct err *err)
{
    const char *component = arn_of(a, who, &kind_component, in);
    const char *experiment = arn_of(a, who, &kind_experiment, in);
    struct listing l = {.experiment = json_get_str(in, kind_experiment.name)};

    return component ? list(e, who, a, "ListTrials", &kind_trial, &kind_component, component, in,
                            &l, out, err)
                     : list(e, who, a, "ListTrials", &kind_trial,
                            experiment ? &kind_experiment : NULL, experiment, in, &l, out, err);
}

int component_list(struct engine *e, const struct engine_who *who, struct arena *a,
                   const struct json *in, struct json **out, struct err *err)
{
    const char *experiment = arn_of(a, who, &kind_experiment, in);
    const char *trial = arn_of(a, who, &kind_trial, in);
    const char *source = json_get_str(in, "SourceArn");
    struct listing l = {0};

    if (!!experiment + !!trial + !!source > 1)
        return err_set(err, ERR_INVALID,
                       "Only one of ExperimentName, TrialName and SourceArn can be specified.");
    if (source)
        source = experiment_source(a, source);
    return list(e, who, a, "ListTrialComponents", &kind_component,
                experiment ? &kind_experiment
                : trial    ? &kind_trial
                           : NULL,
                experiment ? experiment
                : trial    ? trial
                           : source,
                in, &l, out, err);
}

/* --- Search --- */

/* Summaries of the relatives of a kind, all of them. */
static int relatives(struct engine *e, struct arena *a, const struct engine_who *who,
                     const char *arn, const struct experiment_kind *k, struct json **ret,
                     struct err *err)
{
    struct listing l = {0};

    if (page_begin(&l.page, e, a, "Search", json_object(a), INT64_MAX, err) != 0)
        return -1;
    struct db *db = store_reader(engine_store(e), err);
    if (!db)
        return -1;
    int failed = list_rows(db, who, k, arn, false, &l, err);
    store_reader_done(engine_store(e), db);
    *ret = l.page.items;
    return failed;
}

static struct json *named(struct arena *a, const struct experiment_kind *k, const char *name)
{
    struct json *in = json_object(a);

    json_set_str(a, in, k->name, name);
    return in;
}

int trial_found(struct engine *e, const struct engine_who *who, struct arena *a, const char *key,
                struct json **ret, struct err *err)
{
    struct json *components;

    if (trial_describe(e, who, a, named(a, &kind_trial, key), ret, err) != 0 ||
        relatives(e, a, who, json_get_str(*ret, kind_trial.arn), &kind_component, &components,
                  err) != 0)
        return -1;
    json_set(a, *ret, "TrialComponentSummaries", components);
    return 0;
}

int component_found(struct engine *e, const struct engine_who *who, struct arena *a,
                    const char *key, struct json **ret, struct err *err)
{
    struct json *trials, *parents = json_array(a);

    if (component_describe(e, who, a, named(a, &kind_component, key), ret, err) != 0 ||
        relatives(e, a, who, json_get_str(*ret, kind_component.arn), &kind_trial, &trials, err) !=
            0)
        return -1;
    for (size_t i = 0; i < json_len(trials); i++) {
        const char *name = json_get_str(json_at(trials, i), kind_trial.name);
        struct json *trial, *parent = named(a, &kind_trial, name);
        struct err why = {0};
        if (trial_describe(e, who, a, parent, &trial, &why) != 0)
            continue; /* deleted meanwhile */
        json_set(a, parent, kind_experiment.name, json_get(trial, kind_experiment.name));
        json_push(a, parents, parent);
    }
    json_set(a, *ret, "Parents", parents);
    return 0;
}
