/* Models: what CreateModel keeps. See registry.h. */
#include "base/sys.h"
#include "base/text.h"
#include "engine/registry_private.h"

struct json *model_document(struct arena *a, const struct resource *r)
{
    struct json *doc = json_copy(a, r->doc);

    json_set_str(a, doc, "ModelArn", r->arn);
    resource_time(a, doc, "CreationTime", r->created_ms);
    if (!json_get(doc, "EnableNetworkIsolation"))
        json_set_bool(a, doc, "EnableNetworkIsolation", false);
    return doc;
}

static int insert(struct db *db, void *arg, struct err *err)
{
    const struct registry_insert *i = arg;

    if (resource_insert(db, i->row, err) != 0)
        return err->code == ERR_EXISTS
                   ? err_set(err, ERR_EXISTS, "Cannot create already existing model \"%s\".",
                             i->row->arn)
                   : -1;
    return tags_write(db, i->row->arn, i->tags, err);
}

/* A container names what it runs: an image, or a package that does. */
static int check_container(struct engine *e, const struct engine_who *who, struct arena *a,
                           const struct json *c, struct err *err)
{
    const char *package = json_get_str(c, "ModelPackageName");
    struct json *in = json_object(a), *out;

    if (!package && !json_get(c, "Image"))
        return err_set(err, ERR_INVALID, "A container needs an Image or a ModelPackageName.");
    if (!package)
        return 0;
    json_set_str(a, in, "ModelPackageName", package);
    if (package_describe(e, who, a, in, &out, err) == 0)
        return 0;
    if (err->code == ERR_NOT_FOUND)
        err->code = ERR_INVALID;
    return -1;
}

static int check(struct engine *e, const struct engine_who *who, struct arena *a,
                 const struct json *in, struct err *err)
{
    const struct json *primary = json_get(in, "PrimaryContainer");
    const struct json *containers = json_get(in, "Containers");

    if (!primary == !json_len(containers))
        return err_set(err, ERR_INVALID,
                       "A model has either a PrimaryContainer or Containers, and not both.");
    if (primary)
        return check_container(e, who, a, primary, err);
    for (size_t i = 0; i < json_len(containers); i++)
        if (check_container(e, who, a, json_at(containers, i), err) != 0)
            return -1;
    return 0;
}

int model_create(struct engine *e, const struct engine_who *who, struct arena *a,
                 const struct json *in, struct json **out, struct err *err)
{
    const char *name = json_get_str(in, "ModelName");
    struct resource row = {.account = who->account,
                           .region = who->region,
                           .kind = "Model",
                           .name = name,
                           .arn = registry_arn(a, who, "model", name),
                           .created_ms = sys->wall_ms(),
                           .doc = json_copy(a, in)};
    struct registry_insert i = {&row, json_get(in, "Tags")};

    if (check(e, who, a, in, err) != 0)
        return -1;
    row.modified_ms = row.created_ms;
    json_del(row.doc, "Tags");
    if (store_write(engine_store(e), insert, &i, err) != 0)
        return -1;
    *out = json_object(a);
    json_set_str(a, *out, "ModelArn", row.arn);
    return 0;
}

static int model_read(struct engine *e, const struct engine_who *who, struct arena *a,
                      const struct json *in, struct resource *ret, struct err *err)
{
    const char *name = json_get_str(in, "ModelName");

    if (registry_read(e, who, a, "Model", name, ret, err) == 0)
        return 0;
    if (err->code != ERR_NOT_FOUND)
        return -1;
    return err_set(err, ERR_NOT_FOUND, "Could not find model \"%s\".",
                   registry_arn(a, who, "model", name));
}

int model_describe(struct engine *e, const struct engine_who *who, struct arena *a,
                   const struct json *in, struct json **out, struct err *err)
{
    struct resource r;

    if (model_read(e, who, a, in, &r, err) != 0)
        return -1;
    *out = model_document(a, &r);
    return 0;
}

static int remove_row(struct db *db, void *arg, struct err *err)
{
    return resource_remove(db, ((const struct resource *)arg)->arn, err);
}

int model_delete(struct engine *e, const struct engine_who *who, struct arena *a,
                 const struct json *in, struct json **out, struct err *err)
{
    struct resource r;

    *out = json_object(a);
    if (model_read(e, who, a, in, &r, err) != 0)
        return -1;
    return store_write(engine_store(e), remove_row, &r, err);
}
