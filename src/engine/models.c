/* Models: what CreateModel keeps. Events tell of them, so they are written on the engine's thread.
 * See registry.h. */
#include "base/sys.h"
#include "base/text.h"
#include "engine/core.h"
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

struct model_write {
    struct resource row;
    const struct engine_who *who;
    const struct json *tags;
};

static int insert_in_engine(struct engine *e, void *arg, struct err *err)
{
    const struct model_write *w = arg;

    registry__insert(e, &w->row, w->tags);
    event_model(e, w->who, &w->row, w->tags);
    return 0;
}

static int create_locked(struct engine *e, struct arena *a, struct model_write *w, struct err *err)
{
    struct resource had;
    int there = registry__there(e, w->who, a, "Model", w->row.name, &had, err);

    if (there != 0)
        return there < 0 ? -1
                         : err_set(err, ERR_EXISTS, "Cannot create already existing model \"%s\".",
                                   w->row.arn);
    return engine_call(e, insert_in_engine, w, err);
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
    int64_t now_ms = sys->wall_ms();
    struct model_write w = {.who = who,
                            .tags = json_get(in, "Tags"),
                            .row = {.account = who->account,
                                    .region = who->region,
                                    .kind = "Model",
                                    .name = name,
                                    .arn = registry_arn(a, who, "model", name),
                                    .created_ms = now_ms,
                                    .modified_ms = now_ms,
                                    .doc = json_copy(a, in)}};

    if (check(e, who, a, in, err) != 0)
        return -1;
    json_del(w.row.doc, "Tags");
    registry__lock();
    int failed = create_locked(e, a, &w, err);
    registry__unlock();
    if (failed)
        return -1;
    *out = json_object(a);
    json_set_str(a, *out, "ModelArn", w.row.arn);
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

static int remove_in_engine(struct engine *e, void *arg, struct err *err)
{
    const struct model_write *w = arg;

    registry__remove(e, w->row.arn);
    event_model(e, w->who, &w->row, NULL);
    return 0;
}

int model_delete(struct engine *e, const struct engine_who *who, struct arena *a,
                 const struct json *in, struct json **out, struct err *err)
{
    struct model_write w = {.who = who};

    *out = json_object(a);
    registry__lock();
    int failed = model_read(e, who, a, in, &w.row, err) != 0 ||
                 engine_call(e, remove_in_engine, &w, err) != 0;
    registry__unlock();
    return failed ? -1 : 0;
}
