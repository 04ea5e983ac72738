/* Listings of the registry: groups, packages, models. */
#include "base/text.h"
#include "engine/page.h"
#include "engine/registry_private.h"
#include <string.h>

struct listing {
    struct page page;
    struct resource_filter filter;
    bool by_name;
    struct json *(*summary)(void *arg, struct arena *a, const struct resource *r);
    void *arg;
};

static bool visit(void *arg, struct resource *r)
{
    struct listing *l = arg;

    if (!resource_filter_match(&l->filter, r->name, r->created_ms, r->modified_ms))
        return true;
    struct json *item = l->summary(l->arg, l->page.arena, r);
    if (!item)
        return true;
    return l->by_name ? page_add(&l->page, item, r->name) : page_add_int(&l->page, item, r->seq);
}

int registry_list(struct engine *e, const struct engine_who *who, struct arena *a,
                  const char *operation, const char *kind, const char *prefix,
                  const struct json *in, const char *member, bool descending_otherwise,
                  struct json *(*summary)(void *arg, struct arena *a, const struct resource *r),
                  void *arg, struct json **out, struct err *err)
{
    const char *order = json_get_str(in, "SortOrder");
    struct listing l = {
        .by_name = str_eq(json_get_str(in, "SortBy"), "Name"), .summary = summary, .arg = arg};

    if (page_begin(&l.page, e, a, operation, in, 100, err) != 0)
        return -1;
    resource_filter_read(&l.filter, in);
    struct db *db = store_reader(engine_store(e), err);
    if (!db)
        return -1;
    int failed = resource_each(db, a, who->account, who->region, kind,
                               l.by_name ? RESOURCE_BY_NAME : RESOURCE_BY_SEQ,
                               order ? str_eq(order, "Descending") : descending_otherwise, prefix,
                               l.page.key, visit, &l, err);
    store_reader_done(engine_store(e), db);
    if (failed)
        return -1;
    *out = page_end(&l.page, member);
    return 0;
}

/* The members of `from` that are named. */
static struct json *pick(struct arena *a, const struct json *from, const char *const *names)
{
    struct json *out = json_object(a);

    for (; *names; names++)
        json_set(a, out, *names, json_get(from, *names));
    return out;
}

static struct json *group_summary(void *arg, struct arena *a, const struct resource *r)
{
    static const char *const names[] = {"ModelPackageGroupName",        "ModelPackageGroupArn",
                                        "ModelPackageGroupDescription", "CreationTime",
                                        "ModelPackageGroupStatus",      NULL};

    return pick(a, group_document(a, r), names);
}

int group_list(struct engine *e, const struct engine_who *who, struct arena *a,
               const struct json *in, struct json **out, struct err *err)
{
    return registry_list(e, who, a, "ListModelPackageGroups", "ModelPackageGroup", NULL, in,
                         "ModelPackageGroupSummaryList", true, group_summary, NULL, out, err);
}

struct package_filter {
    const char *group, *approval;
    bool versioned, unversioned;
};

static struct json *package_summary(void *arg, struct arena *a, const struct resource *r)
{
    static const char *const names[] = {"ModelPackageName",
                                        "ModelPackageGroupName",
                                        "ModelPackageVersion",
                                        "ModelPackageArn",
                                        "ModelPackageDescription",
                                        "CreationTime",
                                        "ModelPackageStatus",
                                        "ModelApprovalStatus",
                                        "ModelLifeCycle",
                                        "ModelPackageRegistrationType",
                                        NULL};
    const struct package_filter *f = arg;
    const char *group = json_get_str(r->doc, "ModelPackageGroupName");

    if (group ? !f->versioned : !f->unversioned)
        return NULL;
    if (f->group && !str_eq(f->group, group))
        return NULL;
    if (f->approval && !str_eq(f->approval, json_get_str(r->doc, "ModelApprovalStatus")))
        return NULL;
    return pick(a, package_document(a, r), names);
}

int package_list(struct engine *e, const struct engine_who *who, struct arena *a,
                 const struct json *in, struct json **out, struct err *err)
{
    const char *type = json_get_str(in, "ModelPackageType");
    const char *group = json_get_str(in, "ModelPackageGroupName");
    struct package_filter f = {.approval = json_get_str(in, "ModelApprovalStatus")};

    if (group)
        f.group = registry_name(group, "model-package-group");
    f.versioned = group || str_eq(type, "Versioned") || str_eq(type, "Both");
    f.unversioned = !group && !str_eq(type, "Versioned");
    return registry_list(e, who, a, "ListModelPackages", "ModelPackage", NULL, in,
                         "ModelPackageSummaryList", true, package_summary, &f, out, err);
}

static struct json *model_summary(void *arg, struct arena *a, const struct resource *r)
{
    static const char *const names[] = {"ModelName", "ModelArn", "CreationTime", NULL};

    return pick(a, model_document(a, r), names);
}

int model_list(struct engine *e, const struct engine_who *who, struct arena *a,
               const struct json *in, struct json **out, struct err *err)
{
    return registry_list(e, who, a, "ListModels", "Model", NULL, in, "Models", true, model_summary,
                         NULL, out, err);
}
