/* IAM roles. See iam.h. A role's document keeps beside Describe's members "Policies" (inline, by
 * name) and "Attached" (ARNs). Deleted roles are rows of status "Deleted". */
#include "engine/iam.h"
#include "base/digest.h"
#include "base/sys.h"
#include "base/text.h"
#include "engine/page.h"
#include "engine/resource.h"
#include <string.h>

static const char sagemaker_trust[] =
    "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":"
    "\"sagemaker.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}";

void role_id(const char *arn, const char *prefix, char ret[22])
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    uint8_t hash[DIGEST_MAX];

    digest_bytes(DIGEST_SHA256, arn, strlen(arn), hash);
    memcpy(ret, prefix, 4);
    for (int i = 0; i < 17; i++)
        ret[4 + i] = digits[hash[i] % 32];
    ret[21] = 0;
}

const char *role_of_arn(const struct engine_who *who, const char *arn)
{
    static const char head[] = "arn:aws:iam::";
    size_t n = strlen(head), k = strlen(who->account);
    const char *name = strrchr(arn, '/');

    if (strncmp(arn, head, n) != 0 || strncmp(arn + n, who->account, k) != 0 ||
        !str_starts(arn + n + k, ":role/") || !name || !name[1])
        return NULL;
    return name + 1;
}

static int no_role(const char *name, struct err *err)
{
    return err_set(err, ERR_NOT_FOUND, "The role with name %s cannot be found.", name);
}

/* A role that nobody made here. */
static void imagine(struct arena *a, const struct engine_who *who, const char *name,
                    struct resource *ret)
{
    char id[22];

    *ret = (struct resource){.account = who->account,
                             .region = "",
                             .kind = "Role",
                             .name = name,
                             .arn = arena_printf(a, "arn:aws:iam::%s:role/%s", who->account, name),
                             .created_ms = time_from_civil(2020, 1, 1, 0, 0, 0),
                             .doc = json_object(a)};
    role_id(ret->arn, "AROA", id);
    json_set_str(a, ret->doc, "Path", "/");
    json_set_str(a, ret->doc, "RoleName", name);
    json_set_str(a, ret->doc, "RoleId", id);
    json_set_str(a, ret->doc, "AssumeRolePolicyDocument", sagemaker_trust);
    json_set_str(a, ret->doc, "Description",
                 "Taken as there: Slipway assumes the roles that a project names.");
    json_set_int(a, ret->doc, "MaxSessionDuration", 3600);
}

/* The role as it is, was made, or is taken to be. *ret_row: whether there is a row. */
static int find(struct db *db, struct arena *a, const struct engine_who *who, const char *name,
                struct resource *ret, bool *ret_row, struct err *err)
{
    struct err why = {0};

    *ret_row = true;
    if (resource_get(db, a, who->account, "", "Role", name, ret, &why) == 0)
        return str_eq(ret->status, "Deleted") ? no_role(name, err) : 0;
    if (why.code != ERR_NOT_FOUND) {
        *err = why;
        return -1;
    }
    *ret_row = false;
    imagine(a, who, name, ret);
    return 0;
}

static int read_role(struct engine *e, struct arena *a, const struct engine_who *who,
                     const char *name, struct resource *ret, struct err *err)
{
    struct db *db = store_reader(engine_store(e), err);
    bool row;

    if (!db)
        return -1;
    int got = find(db, a, who, name, ret, &row, err);
    store_reader_done(engine_store(e), db);
    return got;
}

/* --- documents --- */

/* IAM answers policies percent-encoded. */
static char *encoded(struct arena *a, const char *text)
{
    struct buf out cleanup_buf = {0};

    buf_init(&out, 1024 * 1024);
    uri_escape(&out, text, strlen(text), false);
    return arena_strdup(a, out.data);
}

static struct json *role_json(struct arena *a, const struct resource *r)
{
    struct json *doc = json_copy(a, r->doc);

    json_set_str(a, doc, "Arn", r->arn);
    json_set_real(a, doc, "CreateDate", (double)r->created_ms / 1000.0);
    json_set_str(a, doc, "AssumeRolePolicyDocument",
                 encoded(a, json_get_str(doc, "AssumeRolePolicyDocument")));
    return doc;
}

static int check_policy(struct arena *a, const char *text, struct err *err)
{
    struct json *policy;

    if (json_parse(a, text, strlen(text), &policy, err) != 0 || !json_is(policy, JSON_OBJECT))
        return err_set(err, ERR_CORRUPT, "This policy contains invalid Json");
    return 0;
}

/* --- changes: one closure that reads, lets `apply` change the document, and writes --- */

struct change {
    struct arena *arena;
    const struct engine_who *who;
    const struct json *in;
    const char *name;
    int (*apply)(struct change *c, struct resource *r, struct err *err);
};

static int change(struct db *db, void *arg, struct err *err)
{
    struct change *c = arg;
    struct resource r;
    bool row;

    if (find(db, c->arena, c->who, c->name, &r, &row, err) != 0 || c->apply(c, &r, err) != 0)
        return -1;
    r.modified_ms = sys->wall_ms();
    return row ? resource_save(db, &r, err) : resource_insert(db, &r, err);
}

static int run(struct engine *e, const struct engine_who *who, struct arena *a,
               const struct json *in, struct json **out,
               int (*apply)(struct change *c, struct resource *r, struct err *err), struct err *err)
{
    struct change c = {a, who, in, json_get_str(in, "RoleName"), apply};

    *out = json_object(a);
    return store_write(engine_store(e), change, &c, err);
}

/* The inner object or array of that name, made when it is not there. */
static struct json *inner(struct arena *a, struct json *doc, const char *name, bool list)
{
    if (!json_get(doc, name))
        json_set(a, doc, name, list ? json_array(a) : json_object(a));
    return json_get(doc, name);
}

static int apply_trust(struct change *c, struct resource *r, struct err *err)
{
    json_set(c->arena, r->doc, "AssumeRolePolicyDocument", json_get(c->in, "PolicyDocument"));
    return 0;
}

int role_trust(struct engine *e, const struct engine_who *who, struct arena *a,
               const struct json *in, struct json **out, struct err *err)
{
    if (check_policy(a, json_get_str(in, "PolicyDocument"), err) != 0)
        return -1;
    return run(e, who, a, in, out, apply_trust, err);
}

static int apply_put(struct change *c, struct resource *r, struct err *err)
{
    json_set(c->arena, inner(c->arena, r->doc, "Policies", false),
             json_get_str(c->in, "PolicyName"), json_get(c->in, "PolicyDocument"));
    return 0;
}

int role_policy_put(struct engine *e, const struct engine_who *who, struct arena *a,
                    const struct json *in, struct json **out, struct err *err)
{
    if (check_policy(a, json_get_str(in, "PolicyDocument"), err) != 0)
        return -1;
    return run(e, who, a, in, out, apply_put, err);
}

static int no_policy(const char *name, struct err *err)
{
    return err_set(err, ERR_NOT_FOUND, "The role policy with name %s cannot be found.", name);
}

static int apply_unput(struct change *c, struct resource *r, struct err *err)
{
    const char *name = json_get_str(c->in, "PolicyName");

    if (!json_get(json_get(r->doc, "Policies"), name))
        return no_policy(name, err);
    json_del(json_get(r->doc, "Policies"), name);
    return 0;
}

int role_policy_delete(struct engine *e, const struct engine_who *who, struct arena *a,
                       const struct json *in, struct json **out, struct err *err)
{
    return run(e, who, a, in, out, apply_unput, err);
}

static int apply_attach(struct change *c, struct resource *r, struct err *err)
{
    struct json *attached = inner(c->arena, r->doc, "Attached", true);
    const char *arn = json_get_str(c->in, "PolicyArn");

    for (size_t i = 0; i < json_len(attached); i++)
        if (str_eq(json_str(json_at(attached, i)), arn))
            return 0;
    json_push_str(c->arena, attached, arn);
    return 0;
}

int role_attach(struct engine *e, const struct engine_who *who, struct arena *a,
                const struct json *in, struct json **out, struct err *err)
{
    return run(e, who, a, in, out, apply_attach, err);
}

static int apply_detach(struct change *c, struct resource *r, struct err *err)
{
    struct json *attached = inner(c->arena, r->doc, "Attached", true), *left;
    const char *arn = json_get_str(c->in, "PolicyArn");

    left = json_array(c->arena);
    for (size_t i = 0; i < json_len(attached); i++)
        if (!str_eq(json_str(json_at(attached, i)), arn))
            json_push(c->arena, left, json_at(attached, i));
    if (json_len(left) == json_len(attached))
        return err_set(err, ERR_NOT_FOUND, "Policy %s was not found.", arn);
    json_set(c->arena, r->doc, "Attached", left);
    return 0;
}

int role_detach(struct engine *e, const struct engine_who *who, struct arena *a,
                const struct json *in, struct json **out, struct err *err)
{
    return run(e, who, a, in, out, apply_detach, err);
}

/* --- create, get, delete --- */

static int create(struct db *db, void *arg, struct err *err)
{
    struct resource *r = arg, had;
    cleanup_arena struct arena *a = arena_create((size_t)16 << 20);
    struct err why = {0};

    if (resource_get(db, a, r->account, "", "Role", r->name, &had, &why) == 0) {
        if (!str_eq(had.status, "Deleted"))
            return err_set(err, ERR_EXISTS, "Role with name %s already exists.", r->name);
        if (resource_remove(db, had.arn, err) != 0)
            return -1;
    } else if (why.code != ERR_NOT_FOUND) {
        *err = why;
        return -1;
    }
    if (resource_insert(db, r, err) != 0)
        return -1;
    return tags_write(db, r->arn, json_get(r->doc, "Tags"), err);
}

int role_create(struct engine *e, const struct engine_who *who, struct arena *a,
                const struct json *in, struct json **out, struct err *err)
{
    const char *path = json_get_str(in, "Path"),
               *boundary = json_get_str(in, "PermissionsBoundary");
    struct resource r;
    char id[22];

    if (check_policy(a, json_get_str(in, "AssumeRolePolicyDocument"), err) != 0)
        return -1;
    imagine(a, who, json_get_str(in, "RoleName"), &r);
    path = path ? path : "/";
    r.arn = arena_printf(a, "arn:aws:iam::%s:role%s%s", who->account, path, r.name);
    r.created_ms = r.modified_ms = sys->wall_ms();
    r.doc = json_copy(a, in);
    role_id(r.arn, "AROA", id);
    json_set_str(a, r.doc, "Path", path);
    json_set_str(a, r.doc, "RoleId", id);
    if (!json_get(r.doc, "MaxSessionDuration"))
        json_set_int(a, r.doc, "MaxSessionDuration", 3600);
    if (boundary) {
        struct json *b = json_object(a);
        json_set_str(a, b, "PermissionsBoundaryType", "Policy");
        json_set_str(a, b, "PermissionsBoundaryArn", boundary);
        json_set(a, r.doc, "PermissionsBoundary", b);
    }
    if (store_write(engine_store(e), create, &r, err) != 0)
        return -1;
    *out = json_object(a);
    json_set(a, *out, "Role", role_json(a, &r));
    return 0;
}

int role_get(struct engine *e, const struct engine_who *who, struct arena *a, const struct json *in,
             struct json **out, struct err *err)
{
    struct resource r;

    if (read_role(e, a, who, json_get_str(in, "RoleName"), &r, err) != 0)
        return -1;
    *out = json_object(a);
    json_set(a, *out, "Role", role_json(a, &r));
    return 0;
}

static int apply_delete(struct change *c, struct resource *r, struct err *err)
{
    if (json_len(json_get(r->doc, "Policies")) || json_len(json_get(r->doc, "Attached")))
        return err_set(err, ERR_CONFLICT, "Cannot delete entity, must %s policies first.",
                       json_len(json_get(r->doc, "Attached")) ? "detach all" : "delete");
    r->status = "Deleted";
    return 0;
}

int role_delete(struct engine *e, const struct engine_who *who, struct arena *a,
                const struct json *in, struct json **out, struct err *err)
{
    return run(e, who, a, in, out, apply_delete, err);
}

/* --- listings: IAM says Marker, MaxItems, IsTruncated --- */

static int begin_page(struct page *page, struct engine *e, struct arena *a, const char *operation,
                      const struct json *in, struct err *err)
{
    struct json *copy = json_copy(a, in);

    json_set(a, copy, "NextToken", json_get(in, "Marker"));
    json_set(a, copy, "MaxResults", json_get(in, "MaxItems"));
    json_del(copy, "Marker");
    json_del(copy, "MaxItems");
    return page_begin(page, e, a, operation, copy, 100, err);
}

static struct json *finish_page(struct page *page, const char *member)
{
    struct json *out = page_end(page, member);
    struct json *token = json_get(out, "NextToken");

    json_set(page->arena, out, "Marker", token);
    json_set_bool(page->arena, out, "IsTruncated", token != NULL);
    return out;
}

struct role_listing {
    struct page page;
    const char *path;
};

static bool visit(void *arg, struct resource *r)
{
    struct role_listing *l = arg;

    if (str_eq(r->status, "Deleted") ||
        (l->path && !str_starts(json_get_str(r->doc, "Path"), l->path)))
        return true;
    return page_add(&l->page, role_json(l->page.arena, r), r->name);
}

int role_list(struct engine *e, const struct engine_who *who, struct arena *a,
              const struct json *in, struct json **out, struct err *err)
{
    struct role_listing l = {.path = json_get_str(in, "PathPrefix")};

    if (begin_page(&l.page, e, a, "ListRoles", in, err) != 0)
        return -1;
    struct db *db = store_reader(engine_store(e), err);
    if (!db)
        return -1;
    int failed = resource_each(db, a, who->account, "", "Role", RESOURCE_BY_NAME, false, NULL,
                               l.page.key, visit, &l, err);
    store_reader_done(engine_store(e), db);
    if (failed)
        return -1;
    *out = finish_page(&l.page, "Roles");
    return 0;
}

int role_policy_get(struct engine *e, const struct engine_who *who, struct arena *a,
                    const struct json *in, struct json **out, struct err *err)
{
    const char *name = json_get_str(in, "PolicyName");
    struct resource r;

    if (read_role(e, a, who, json_get_str(in, "RoleName"), &r, err) != 0)
        return -1;
    const char *text = json_get_str(json_get(r.doc, "Policies"), name);
    if (!text)
        return no_policy(name, err);
    *out = json_object(a);
    json_set_str(a, *out, "RoleName", r.name);
    json_set_str(a, *out, "PolicyName", name);
    json_set_str(a, *out, "PolicyDocument", encoded(a, text));
    return 0;
}

/* A page over what is in memory: item i has key i + 1. */
static void page_items(struct page *page, const struct json *items)
{
    for (size_t i = (size_t)page_key_int(page, 0); i < json_len(items); i++)
        if (!page_add_int(page, json_at(items, i), (int64_t)i + 1))
            return;
}

int role_policy_list(struct engine *e, const struct engine_who *who, struct arena *a,
                     const struct json *in, struct json **out, struct err *err)
{
    struct json *names = json_array(a), *policies;
    struct resource r;
    struct page page;

    if (begin_page(&page, e, a, "ListRolePolicies", in, err) != 0 ||
        read_role(e, a, who, json_get_str(in, "RoleName"), &r, err) != 0)
        return -1;
    policies = json_get(r.doc, "Policies");
    for (size_t i = 0; i < json_len(policies); i++)
        json_push_str(a, names, policies->keys[i]);
    page_items(&page, names);
    *out = finish_page(&page, "PolicyNames");
    return 0;
}

int role_attached_list(struct engine *e, const struct engine_who *who, struct arena *a,
                       const struct json *in, struct json **out, struct err *err)
{
    struct json *items = json_array(a), *attached;
    struct resource r;
    struct page page;

    if (begin_page(&page, e, a, "ListAttachedRolePolicies", in, err) != 0 ||
        read_role(e, a, who, json_get_str(in, "RoleName"), &r, err) != 0)
        return -1;
    attached = json_get(r.doc, "Attached");
    for (size_t i = 0; i < json_len(attached); i++) {
        struct json *item = json_object(a);
        const char *arn = json_str(json_at(attached, i)), *name = strrchr(arn, '/');
        json_set_str(a, item, "PolicyName", name ? name + 1 : arn);
        json_set_str(a, item, "PolicyArn", arn);
        json_push(a, items, item);
    }
    page_items(&page, items);
    *out = finish_page(&page, "AttachedPolicies");
    return 0;
}

static struct json *allowed(struct arena *a, const char *action, const char *resource)
{
    struct json *v = json_object(a);

    json_set_str(a, v, "EvalActionName", action);
    json_set_str(a, v, "EvalResourceName", resource);
    json_set_str(a, v, "EvalDecision", "allowed");
    json_set(a, v, "MatchedStatements", json_array(a));
    json_set(a, v, "MissingContextValues", json_array(a));
    return v;
}

int role_simulate(struct engine *e, const struct engine_who *who, struct arena *a,
                  const struct json *in, struct json **out, struct err *err)
{
    const struct json *actions = json_get(in, "ActionNames"), *on = json_get(in, "ResourceArns");
    const char *source = json_get_str(in, "PolicySourceArn");
    struct json *items = json_array(a);
    struct resource r;
    struct page page;

    if (!str_starts(source, arena_printf(a, "arn:aws:iam::%s:", who->account)))
        return err_set(err, ERR_INVALID, "Invalid Entity Arn: %s", source);
    if (role_of_arn(who, source) && read_role(e, a, who, role_of_arn(who, source), &r, err) != 0)
        return -1;
    if (json_len(actions) * (json_len(on) + 1) > 10000)
        return err_set(err, ERR_INVALID, "Too many actions and resources in one request");
    if (begin_page(&page, e, a, "SimulatePrincipalPolicy", in, err) != 0)
        return -1;
    for (size_t i = 0; i < json_len(actions); i++)
        for (size_t k = 0; k < (json_len(on) ? json_len(on) : 1); k++)
            json_push(a, items,
                      allowed(a, json_str(json_at(actions, i)),
                              json_len(on) ? json_str(json_at(on, k)) : "*"));
    page_items(&page, items);
    *out = finish_page(&page, "EvaluationResults");
    return 0;
}
