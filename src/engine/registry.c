/* Model package groups and their versions. See registry.h.
 *
 * Group rows ("ModelPackageGroup", name) count the versions that they ever gave ("LastVersion"), so
 * a number is never given twice. Package rows are ("ModelPackage", "group/version") or,
 * unversioned,
 * ("ModelPackage", name). Changes of packages emit events, so they are recorded on the engine's
 * thread; one lock keeps reading and changing together. */
#include "engine/registry.h"
#include "base/sys.h"
#include "base/text.h"
#include "engine/core.h"
#include "engine/registry_private.h"
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

void registry__lock(void)
{
    pthread_mutex_lock(&lock);
}

void registry__unlock(void)
{
    pthread_mutex_unlock(&lock);
}

char *registry_arn(struct arena *a, const struct engine_who *who, const char *type,
                   const char *name)
{
    return arena_printf(a, "arn:aws:sagemaker:%s:%s:%s/%s", who->region, who->account, type, name);
}

/* What follows "type/" in an ARN; other texts as they are. */
const char *registry_name(const char *arn_or_name, const char *type)
{
    const char *at = str_starts(arn_or_name, "arn:") ? strstr(arn_or_name, type) : NULL;

    return at && at[strlen(type)] == '/' ? at + strlen(type) + 1 : arn_or_name;
}

int registry_read(struct engine *e, const struct engine_who *who, struct arena *a, const char *kind,
                  const char *name, struct resource *ret, struct err *err)
{
    struct db *db = store_reader(engine_store(e), err);

    if (!db)
        return -1;
    int got = resource_get(db, a, who->account, who->region, kind, name, ret, err);
    store_reader_done(engine_store(e), db);
    return got;
}

int registry__there(struct engine *e, const struct engine_who *who, struct arena *a,
                    const char *kind, const char *name, struct resource *ret, struct err *err)
{
    struct err why = {0};

    if (registry_read(e, who, a, kind, name, ret, &why) == 0)
        return 1;
    if (why.code == ERR_NOT_FOUND)
        return 0;
    *err = why;
    return -1;
}

struct json *registry_user(struct arena *a, const struct engine_who *who)
{
    struct json *user = json_object(a), *identity = json_object(a);

    if (who->principal && who->principal[0])
        json_set_str(a, identity, "Arn", who->principal);
    json_set(a, user, "IamIdentity", identity);
    return user;
}

/* --- groups --- */

struct json *group_document(struct arena *a, const struct resource *r)
{
    struct json *doc = json_copy(a, r->doc);

    json_set_str(a, doc, "ModelPackageGroupArn", r->arn);
    json_set_str(a, doc, "ModelPackageGroupStatus", "Completed");
    resource_time(a, doc, "CreationTime", r->created_ms);
    return doc;
}

static int no_group(const struct engine_who *who, struct arena *a, const char *name,
                    struct err *err)
{
    return err_set(err, ERR_NOT_FOUND, "ModelPackageGroup %s does not exist.",
                   registry_arn(a, who, "model-package-group", name));
}

struct group_insert {
    const struct resource *row;
    const struct json *tags;
};

static int insert_group(struct db *db, void *arg, struct err *err)
{
    const struct group_insert *i = arg;

    if (resource_insert(db, i->row, err) != 0)
        return err->code == ERR_EXISTS
                   ? err_set(err, ERR_EXISTS, "Model Package Group already exists: %s", i->row->arn)
                   : -1;
    return tags_write(db, i->row->arn, i->tags, err);
}

int group_create(struct engine *e, const struct engine_who *who, struct arena *a,
                 const struct json *in, struct json **out, struct err *err)
{
    const char *name = json_get_str(in, "ModelPackageGroupName");
    struct resource row = {.account = who->account,
                           .region = who->region,
                           .kind = "ModelPackageGroup",
                           .name = name,
                           .arn = registry_arn(a, who, "model-package-group", name),
                           .created_ms = sys->wall_ms(),
                           .doc = json_copy(a, in)};
    struct group_insert insert = {&row, json_get(in, "Tags")};

    row.modified_ms = row.created_ms;
    json_del(row.doc, "Tags");
    json_set(a, row.doc, "CreatedBy", registry_user(a, who));
    if (store_write(engine_store(e), insert_group, &insert, err) != 0)
        return -1;
    *out = json_object(a);
    json_set_str(a, *out, "ModelPackageGroupArn", row.arn);
    return 0;
}

static int group_read(struct engine *e, const struct engine_who *who, struct arena *a,
                      const struct json *in, struct resource *ret, struct err *err)
{
    const char *name =
        registry_name(json_get_str(in, "ModelPackageGroupName"), "model-package-group");

    if (registry_read(e, who, a, "ModelPackageGroup", name, ret, err) == 0)
        return 0;
    return err->code == ERR_NOT_FOUND ? no_group(who, a, name, err) : -1;
}

int group_ensure(struct engine *e, const struct engine_who *who, struct arena *a,
                 const struct json *package, struct err *err)
{
    const char *group = json_get_str(package, "ModelPackageGroupName");
    struct json *in = json_object(a), *out;
    struct resource r;
    struct err why = {0};

    if (!group)
        return 0;
    group = registry_name(group, "model-package-group");
    int there = registry__there(e, who, a, "ModelPackageGroup", group, &r, err);
    if (there != 0)
        return there < 0 ? -1 : 0;
    json_set_str(a, in, "ModelPackageGroupName", group);
    if (group_create(e, who, a, in, &out, &why) == 0 || why.code == ERR_EXISTS)
        return 0;
    *err = why;
    return -1;
}

int group_describe(struct engine *e, const struct engine_who *who, struct arena *a,
                   const struct json *in, struct json **out, struct err *err)
{
    struct resource r;

    if (group_read(e, who, a, in, &r, err) != 0)
        return -1;
    *out = group_document(a, &r);
    return 0;
}

static int remove_group(struct db *db, void *arg, struct err *err)
{
    const struct resource *r = arg;
    int64_t there;
    int got = db_get_int(db, &there, err,
                         "SELECT 1 FROM resources WHERE account = $1 AND region = $2 AND "
                         "kind = 'ModelPackage' AND name >= $3 || '/' AND name < $3 || '0' LIMIT 1",
                         "ttt", r->account, r->region, r->name);

    if (got < 0)
        return -1;
    if (got == 1)
        return err_set(err, ERR_CONFLICT,
                       "Model Package Group %s still contains model packages. Delete them first.",
                       r->arn);
    return resource_remove(db, r->arn, err);
}

int group_delete(struct engine *e, const struct engine_who *who, struct arena *a,
                 const struct json *in, struct json **out, struct err *err)
{
    struct resource r;

    registry__lock();
    int failed = group_read(e, who, a, in, &r, err) != 0 ||
                 store_write(engine_store(e), remove_group, &r, err) != 0;
    registry__unlock();
    *out = json_object(a);
    return failed ? -1 : 0;
}

/* --- packages --- */

struct json *package_document(struct arena *a, const struct resource *r)
{
    struct json *doc = json_copy(a, r->doc), *details = json_object(a);

    json_set_str(a, doc, "ModelPackageArn", r->arn);
    json_set_str(a, doc, "ModelPackageStatus", "Completed");
    json_set(a, details, "ValidationStatuses", json_array(a));
    json_set(a, details, "ImageScanStatuses", json_array(a));
    json_set(a, doc, "ModelPackageStatusDetails", details);
    resource_time(a, doc, "CreationTime", r->created_ms);
    if (r->modified_ms != r->created_ms)
        resource_time(a, doc, "LastModifiedTime", r->modified_ms);
    return doc;
}

/* A new or changed package on its way to the engine's thread. */
struct package_write {
    struct resource row;
    const struct engine_who *who;
    const struct resource *group; /* its counter has moved; NULL: unversioned or an update */
    const char *token;
    const struct json *tags;
    bool update;
    const struct json *updated; /* names of the members that the update gives; NULL: it is new */
};

void registry__insert(struct engine *e, const struct resource *r, const struct json *tags)
{
    batch_sql(e,
              "INSERT INTO resources (account, region, kind, name, arn, status, seq, created_ms, "
              "modified_ms, doc) VALUES ($1, $2, $3, $4, $5, $6, "
              "(SELECT COALESCE(MAX(seq), 0) + 1 FROM resources), $7, $8, $9)",
              "ttttttiit", r->account, r->region, r->kind, r->name, r->arn, r->status,
              r->created_ms, r->modified_ms, json_text(batch_arena(e), r->doc));
    for (size_t i = 0; i < json_len(tags); i++) {
        const struct json *tag = json_at(tags, i);
        batch_sql(e,
                  "INSERT INTO tags (arn, key, value) VALUES ($1, $2, $3) "
                  "ON CONFLICT (arn, key) DO UPDATE SET value = excluded.value",
                  "ttt", r->arn, json_get_str(tag, "Key"), json_get_str(tag, "Value"));
    }
}

void registry__remove(struct engine *e, const char *arn)
{
    batch_sql(e, "DELETE FROM tags WHERE arn = $1", "t", arn);
    batch_sql(e, "DELETE FROM resources WHERE arn = $1", "t", arn);
}

static void update_row(struct engine *e, const struct resource *r)
{
    batch_sql(e, "UPDATE resources SET doc = $1, status = $2, modified_ms = $3 WHERE arn = $4",
              "ttit", json_text(batch_arena(e), r->doc), r->status, r->modified_ms, r->arn);
}

static int write_package(struct engine *e, void *arg, struct err *err)
{
    struct package_write *w = arg;
    struct arena *a = batch_arena(e);

    if (w->update)
        update_row(e, &w->row);
    else
        registry__insert(e, &w->row, w->tags);
    if (w->group)
        update_row(e, w->group);
    if (w->token) {
        struct resource token = w->row;
        token.kind = "ModelPackageToken";
        token.name = w->token;
        token.arn = arena_printf(a, "token:%s:%s:%s", w->row.account, w->row.region, w->token);
        token.doc = json_object(a);
        json_set_str(a, token.doc, "Arn", w->row.arn);
        registry__insert(e, &token, NULL);
    }
    event_package(e, w->who, &w->row, w->updated);
    return 0;
}

/* What CreateModelPackage keeps of its input. */
static struct json *package_new(struct arena *a, const struct engine_who *who,
                                const struct json *in, bool versioned)
{
    struct json *doc = json_copy(a, in);

    json_del(doc, "Tags");
    json_del(doc, "ClientToken");
    json_set(a, doc, "CreatedBy", registry_user(a, who));
    if (!json_get(doc, "CertifyForMarketplace"))
        json_set_bool(a, doc, "CertifyForMarketplace", false);
    if (versioned && !json_get(doc, "ModelApprovalStatus"))
        json_set_str(a, doc, "ModelApprovalStatus", "PendingManualApproval");
    return doc;
}

/* The version's row; *group is read and its counter moved. */
static int version_row(struct engine *e, const struct engine_who *who, struct arena *a,
                       const struct json *in, struct resource *row, struct resource *group,
                       struct err *err)
{
    if (group_read(e, who, a, in, group, err) != 0)
        return -1;
    int64_t version = json_get_int(group->doc, "LastVersion", 0) + 1;
    json_set_int(a, group->doc, "LastVersion", version);
    row->doc = package_new(a, who, in, true);
    row->name = arena_printf(a, "%s/%lld", group->name, (long long)version);
    json_set_str(a, row->doc, "ModelPackageGroupName", group->name);
    json_set_int(a, row->doc, "ModelPackageVersion", version);
    return 0;
}

static int create_locked(struct engine *e, const struct engine_who *who, struct arena *a,
                         const struct json *in, const char **ret_arn, struct err *err)
{
    const char *name = json_get_str(in, "ModelPackageName");
    struct package_write w = {
        .who = who, .token = json_get_str(in, "ClientToken"), .tags = json_get(in, "Tags")};
    struct resource group, had;
    int there = w.token ? registry__there(e, who, a, "ModelPackageToken", w.token, &had, err) : 0;

    if (there < 0)
        return -1;
    if (there) {
        *ret_arn = json_get_str(had.doc, "Arn");
        return 0;
    }
    w.row = (struct resource){.account = who->account,
                              .region = who->region,
                              .kind = "ModelPackage",
                              .name = name,
                              .created_ms = sys->wall_ms()};
    if (name) {
        w.row.doc = package_new(a, who, in, false);
    } else {
        if (version_row(e, who, a, in, &w.row, &group, err) != 0)
            return -1;
        w.group = &group;
    }
    w.row.modified_ms = w.row.created_ms;
    w.row.arn = registry_arn(a, who, "model-package", w.row.name);
    there = name ? registry__there(e, who, a, "ModelPackage", name, &had, err) : 0;
    if (there != 0)
        return there < 0 ? -1
                         : err_set(err, ERR_EXISTS, "ModelPackage already exists: %s", had.arn);
    *ret_arn = w.row.arn;
    return engine_call(e, write_package, &w, err);
}

int package_create(struct engine *e, const struct engine_who *who, struct arena *a,
                   const struct json *in, struct json **out, struct err *err)
{
    bool name = json_get(in, "ModelPackageName"), group = json_get(in, "ModelPackageGroupName");
    const char *arn = NULL;

    if (name && group)
        return err_set(err, ERR_INVALID,
                       "Both ModelPackageName and ModelPackageGroupName are provided in the input. "
                       "Cannot determine which one to use.");
    if (!name && !group)
        return err_set(err, ERR_INVALID, "Missing ARN.");
    if (!json_get(in, "InferenceSpecification") && !json_get(in, "SourceUri") &&
        !json_get(in, "SourceAlgorithmSpecification") && !json_get(in, "ModelCard"))
        return err_set(err, ERR_INVALID,
                       "An InferenceSpecification, a SourceAlgorithmSpecification or a SourceUri "
                       "is needed to create a model package.");
    registry__lock();
    int failed = create_locked(e, who, a, in, &arn, err);
    registry__unlock();
    if (failed)
        return -1;
    *out = json_object(a);
    json_set_str(a, *out, "ModelPackageArn", arn);
    return 0;
}

static int package_read(struct engine *e, const struct engine_who *who, struct arena *a,
                        const char *arn_or_name, struct resource *ret, struct err *err)
{
    const char *name = registry_name(arn_or_name, "model-package");

    if (registry_read(e, who, a, "ModelPackage", name, ret, err) == 0)
        return 0;
    if (err->code != ERR_NOT_FOUND)
        return -1;
    return err_set(err, ERR_NOT_FOUND, "ModelPackage %s does not exist.",
                   registry_arn(a, who, "model-package", name));
}

int package_describe(struct engine *e, const struct engine_who *who, struct arena *a,
                     const struct json *in, struct json **out, struct err *err)
{
    struct resource r;

    if (package_read(e, who, a, json_get_str(in, "ModelPackageName"), &r, err) != 0)
        return -1;
    *out = package_document(a, &r);
    if (str_eq(json_get_str(in, "IncludedData"), "MetadataOnly"))
        json_del(json_get(*out, "ModelCard"), "ModelCardContent");
    return 0;
}

/* Members that UpdateModelPackage replaces as they are. */
static const char *const replaced[] = {"ModelApprovalStatus", "ModelPackageRegistrationType",
                                       "ApprovalDescription", "InferenceSpecification",
                                       "SourceUri",           "ModelCard",
                                       "ModelLifeCycle"};

static void merge(struct arena *a, struct json *doc, const struct json *in)
{
    const struct json *add = json_get(in, "CustomerMetadataProperties");
    const struct json *drop = json_get(in, "CustomerMetadataPropertiesToRemove");
    const struct json *more = json_get(in, "AdditionalInferenceSpecificationsToAdd");

    for (size_t i = 0; i < sizeof replaced / sizeof *replaced; i++)
        json_set(a, doc, replaced[i], json_get(in, replaced[i]));
    if (add && !json_get(doc, "CustomerMetadataProperties"))
        json_set(a, doc, "CustomerMetadataProperties", json_object(a));
    struct json *properties = json_get(doc, "CustomerMetadataProperties");
    for (size_t i = 0; i < json_len(add); i++)
        json_set(a, properties, add->keys[i], add->items[i]);
    for (size_t i = 0; i < json_len(drop); i++)
        json_del(properties, json_str(json_at(drop, i)));
    if (more && !json_get(doc, "AdditionalInferenceSpecifications"))
        json_set(a, doc, "AdditionalInferenceSpecifications", json_array(a));
    for (size_t i = 0; i < json_len(more); i++)
        json_push(a, json_get(doc, "AdditionalInferenceSpecifications"), json_at(more, i));
}

/* As the event of the update names them. */
static struct json *updated_fields(struct arena *a, const struct json *in)
{
    struct json *names = json_array(a);

    for (size_t i = 0; i < sizeof replaced / sizeof *replaced; i++)
        if (json_get(in, replaced[i]))
            json_push_str(a, names, replaced[i]);
    if (json_get(in, "CustomerMetadataProperties") ||
        json_get(in, "CustomerMetadataPropertiesToRemove"))
        json_push_str(a, names, "CustomerMetadataProperties");
    if (json_get(in, "AdditionalInferenceSpecificationsToAdd"))
        json_push_str(a, names, "AdditionalInferenceSpecifications");
    return names;
}

int package_update(struct engine *e, const struct engine_who *who, struct arena *a,
                   const struct json *in, struct json **out, struct err *err)
{
    struct package_write w = {.who = who, .update = true};

    registry__lock();
    int failed = package_read(e, who, a, json_get_str(in, "ModelPackageArn"), &w.row, err);
    if (!failed) {
        merge(a, w.row.doc, in);
        w.updated = updated_fields(a, in);
        json_set(a, w.row.doc, "LastModifiedBy", registry_user(a, who));
        w.row.modified_ms = sys->wall_ms();
        failed = engine_call(e, write_package, &w, err);
    }
    registry__unlock();
    if (failed)
        return -1;
    *out = json_object(a);
    json_set_str(a, *out, "ModelPackageArn", w.row.arn);
    return 0;
}

static int remove_row(struct db *db, void *arg, struct err *err)
{
    return resource_remove(db, ((const struct resource *)arg)->arn, err);
}

int package_delete(struct engine *e, const struct engine_who *who, struct arena *a,
                   const struct json *in, struct json **out, struct err *err)
{
    struct resource r;

    registry__lock();
    int failed = package_read(e, who, a, json_get_str(in, "ModelPackageName"), &r, err) != 0 ||
                 store_write(engine_store(e), remove_row, &r, err) != 0;
    registry__unlock();
    *out = json_object(a);
    return failed ? -1 : 0;
}
