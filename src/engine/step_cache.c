/* A cache that tells the truth: a step whose arguments, code and inputs were used before takes over
 * the outcome of the newest such success, as long as its outputs are still there, byte for byte.
 *
 *   step_go's place <- look (pool): parts and their key, the entry, its outputs
 *        hit:  Starting -> Succeeded with the source's metadata and properties
 *        miss: the step begins; when its job has succeeded and read the very contents that were
 *              looked at, it becomes an entry
 *
 * What was compared stays with the step (its column `cache`), for `slipway why`:
 *   {how: "hit" | "miss", source, why, compared, key, parts, content}
 * A fault while looking is a miss that says so: the cache may cost a run, never a result. */
#include "engine/step_cache.h"
#include "base/fs.h"
#include "base/sys.h"
#include "base/text.h"
#include "engine/execution_select.h"
#include "engine/gc.h"
#include "engine/jobs.h"
#include <string.h>
#include <sys/stat.h>

#define LOOK_ARENA       ((size_t)1 << 30)
#define CHECKPOINTS_PAGE 1000

struct look {
    struct arena *arena;
    struct engine_who who;
    const char *execution, *pipeline, *step_name; /* execution: ARN, it may be gone by then */
    int step;
    enum job_kind kind;
    struct json *args;
    int64_t expire_ms; /* 0: never */
    int64_t epoch;     /* of collections of garbage, before it looked */
    struct json *reuse, *metadata, *properties;
    bool hit;
};

struct entry { /* the newest earlier success, with this key or with any */
    const char *arn;
    struct json *outputs, *metadata, *properties;
};

static const struct json *config(const struct step *s)
{
    return json_get(s->def->json, "CacheConfig");
}

/* False: its type has no job. */
static bool kind_of(const struct step *s, enum job_kind *ret)
{
    const char *type = s->def->ops->type;

    *ret = str_eq(type, "Training") ? JOB_TRAINING : JOB_PROCESSING;
    return *ret == JOB_TRAINING || str_eq(type, "Processing");
}

bool step_cache_wanted(const struct step *s)
{
    enum job_kind kind;

    return json_get_bool(config(s), "Enabled", false) && kind_of(s, &kind);
}

/* --- looking (pool) --- */

static int entry_read(struct arena *a, struct db_rows *rows, struct entry *ret, struct err *err)
{
    struct json **const into[] = {&ret->outputs, &ret->metadata, &ret->properties};

    ret->arn = arena_strdup(a, db_text(rows, 0));
    for (int i = 0; i < 3; i++) {
        const char *text = db_text(rows, 1 + i);
        if (text && json_parse(a, text, strlen(text), into[i], err) != 0)
            return -1;
    }
    return 0;
}

/* 1: found. `key` NULL: whatever its key. */
static int entry_find(struct engine *e, struct look *l, const char *key, int64_t since,
                      struct entry *ret, struct err *err)
{
    struct db *db = store_reader(e->config.store, err);
    struct db_rows *rows = NULL;
    int got;

    *ret = (struct entry){0};
    if (!db)
        return -1;
    got = db_query(db, &rows, err,
                   "SELECT e.arn, c.outputs, s.metadata, s.properties FROM cache_entries c "
                   "JOIN shown_executions e ON e.seq = c.execution JOIN steps s ON s.execution = "
                   "c.execution AND "
                   "s.name = c.step WHERE c.account = $1 AND c.region = $2 AND c.pipeline = $3 AND "
                   "c.step = $4 AND c.ended_ms >= $5 AND c.key >= $6 AND c.key <= $7 "
                   "ORDER BY c.ended_ms DESC, c.execution DESC LIMIT 1",
                   "ttttitt", l->who.account, l->who.region, l->pipeline, l->step_name, since,
                   key ? key : "", key ? key : "g"); /* keys are hexadecimal */
    if (got == 0)
        got = db_next(rows, err);
    if (got == 1 && entry_read(l->arena, rows, ret, err) != 0)
        got = -1;
    db_done(rows);
    store_reader_done(e->config.store, db);
    return got;
}

static bool is_whole(struct engine *e, struct arena *a, const struct json *output)
{
    const char *key = json_get_str(output, "key");
    struct object_info info;
    struct err ignored;
    struct stat st;
    int fd = -1;

    if (!key || object_open(e->config.objects, a, json_get_str(output, "bucket"), key, strlen(key),
                            &info, &fd, &ignored) != 0)
        return false;
    bool same = str_eq(info.etag, json_get_str(output, "etag")) &&
                info.size == json_get_int(output, "size", -1) &&
                (fd < 0 || (sys->fstat(fd, &st) == 0 && st.st_size == info.size));
    fd_close(&fd);
    return same;
}

const char *step_cache_lost(struct engine *e, struct arena *a, const struct json *outputs)
{
    for (size_t i = 0; i < json_len(outputs); i++) {
        const struct json *o = json_at(outputs, i);
        if (!is_whole(e, a, o))
            return arena_printf(a, "s3://%s/%s", json_get_str(o, "bucket"), json_get_str(o, "key"));
    }
    return NULL;
}

static bool is_left(const struct json *outputs, const char *bucket, const struct object_info *o)
{
    for (size_t i = 0; i < json_len(outputs); i++) {
        const struct json *left = json_at(outputs, i);
        if (str_eq(json_get_str(left, "key"), o->key) &&
            str_eq(json_get_str(left, "bucket"), bucket) &&
            str_eq(json_get_str(left, "etag"), o->etag))
            return true;
    }
    return false;
}

/* A training goes on from checkpoints, and leaves all of them again: those of others, put there
 * since, are input that its success did not have. *ret NULL: none. */
static int find_checkpoint(struct engine *e, const struct look *l, const struct json *outputs,
                           const char **ret, struct err *err)
{
    const char *uri = json_get_str(json_get(l->args, "CheckpointConfig"), "S3Uri");
    const char *bucket, *prefix;
    struct object_page page = {.truncated = uri != NULL};

    *ret = NULL;
    if (uri && s3_uri_split(l->arena, uri, &bucket, &prefix, err) != 0)
        return -1;
    while (page.truncated && !*ret) {
        const struct object_list what = {.prefix = prefix,
                                         .prefix_len = strlen(prefix),
                                         .after = page.next,
                                         .after_len = page.next_len,
                                         .max = CHECKPOINTS_PAGE};
        if (object_list(e->config.objects, l->arena, bucket, &what, &page, err) != 0)
            return -1;
        for (size_t i = 0; i < page.n_items && !*ret; i++)
            if (page.items[i].key[page.items[i].key_len - 1] != '/' &&
                !is_left(outputs, bucket, &page.items[i]))
                *ret = arena_printf(l->arena, "s3://%s/%s", bucket, page.items[i].key);
    }
    return 0;
}

/* Why there is no hit: another key, or the same one that is too old, or nothing at all. */
static int explain_miss(struct engine *e, struct look *l, const char *key, int64_t since,
                        struct err *err)
{
    struct entry other;
    const char *why = "an equal success is older than ExpireAfter allows";

    int got = since ? entry_find(e, l, key, 0, &other, err) : 0;
    if (got == 0) {
        why = "what the step is given differs";
        got = entry_find(e, l, NULL, 0, &other, err);
    }
    if (got == 1)
        json_set_str(l->arena, l->reuse, "compared", other.arn);
    json_set_str(l->arena, l->reuse, "why", got == 1 ? why : "no earlier success");
    return got < 0 ? -1 : 0;
}

static int look_for(struct engine *e, struct look *l, struct err *err)
{
    struct arena *a = l->arena;
    struct cache_parts parts;
    struct entry found;
    int64_t since = l->expire_ms ? sys->wall_ms() - l->expire_ms : 0;

    if (cache_parts_make(e, a, l->kind, l->who.project, l->args, &parts, err) != 0)
        return -1;
    json_set_str(a, l->reuse, "key", parts.key);
    json_set(a, l->reuse, "parts", parts.parts);
    json_set(a, l->reuse, "content", parts.content);
    int got = entry_find(e, l, parts.key, since, &found, err);
    if (got < 0)
        return -1;
    if (got == 0)
        return explain_miss(e, l, parts.key, since, err);
    json_set_str(a, l->reuse, "compared", found.arn);
    const char *lost = step_cache_lost(e, a, found.outputs);
    if (lost) {
        json_set_str(a, l->reuse, "why",
                     arena_printf(a, "its output %s is gone or has changed", lost));
        return 0;
    }
    if (find_checkpoint(e, l, found.outputs, &lost, err) != 0)
        return -1;
    if (lost) {
        json_set_str(a, l->reuse, "why",
                     arena_printf(a, "the checkpoint %s is not as it left any", lost));
        return 0;
    }
    l->metadata = found.metadata;
    l->properties = found.properties;
    if (!l->properties && step_properties(e, &l->who, a, found.metadata, &l->properties, err) != 0)
        return -1;
    json_set_str(a, l->reuse, "source", found.arn);
    l->hit = true;
    return 0;
}

static void looked(struct engine *e, void *arg);

static void look(struct engine *e, void *arg)
{
    struct look *l = arg;
    struct err err = {0};

    fault_point("cache.look");
    if (look_for(e, l, &err) != 0)
        json_set_str(l->arena, l->reuse, "why", err.msg);
    json_set_str(l->arena, l->reuse, "how", l->hit ? "hit" : "miss");
    engine_post(e, looked, l);
}

/* --- before and after (engine) --- */

static void drop_lost(struct engine *e, struct look *l)
{
    if (!l->hit || !gc_may_be_gone(e, l->epoch, json_get_str(l->reuse, "source")))
        return;
    l->hit = false;
    json_del(l->reuse, "source");
    json_set_str(l->arena, l->reuse, "how", "miss");
    json_set_str(l->arena, l->reuse, "why", "the earlier success was being removed");
}

static void looked(struct engine *e, void *arg)
{
    struct look *l = arg;
    struct execution *x = map_get(e->executions, l->execution);
    struct step *s = x ? &x->steps[l->step] : NULL;

    drop_lost(e, l);
    if (s) {
        s->reuse = json_copy(x->arena, l->reuse);
        if (l->hit && x->status == RUN_EXECUTING) {
            s->metadata = json_copy(x->arena, l->metadata);
            step_succeed(e, x, s, l->properties);
        } else {
            step_go(e, x, s, json_copy(batch_arena(e), l->args));
        }
    }
    arena_destroy(l->arena);
}

void step_cache_look(struct engine *e, struct execution *x, struct step *s, const struct json *args)
{
    struct arena *a = arena_create(LOOK_ARENA);
    struct look *l = arena_zalloc(a, sizeof(*l));
    const char *expire = json_get_str(config(s), "ExpireAfter");

    l->arena = a;
    l->who = engine_who_copy(a, &x->who);
    l->execution = arena_strdup(a, x->arn);
    l->pipeline = arena_strdup(a, x->pipeline);
    l->step_name = arena_strdup(a, s->def->name);
    l->step = s->def->index;
    (void)kind_of(s, &l->kind);
    l->args = json_copy(a, args);
    l->expire_ms = expire ? cache_duration_ms(expire) : 0;
    l->reuse = json_object(a);
    l->epoch = gc_epoch(e);
    batch_pool(e, look, l);
}

/* What the job read is what was looked at: an input that changed in between makes no entry. */
static bool read_the_same(const struct json *content, const struct json *inputs)
{
    for (size_t i = 0; i < json_len(content); i++)
        if (!str_eq(json_str(content->items[i]), json_get_str(inputs, content->keys[i])))
            return false;
    return true;
}

void step_cache_record(struct engine *e, struct execution *x, struct step *s, const struct job *j)
{
    const char *key = json_get_str(s->reuse, "key");
    const struct json *outputs = json_get(j->result, "_outputs");

    if (!key || !outputs ||
        !read_the_same(json_get(s->reuse, "content"), json_get(j->result, "_inputs")))
        return;
    batch_sql(e,
              "INSERT INTO cache_entries (account, region, pipeline, step, execution, key, "
              "ended_ms, outputs) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (account, "
              "region, pipeline, step, execution) DO UPDATE SET key = excluded.key, "
              "ended_ms = excluded.ended_ms, outputs = excluded.outputs",
              "ttttitit", x->who.account, x->who.region, x->pipeline, s->def->name, x->seq, key,
              sys->wall_ms(), json_text(batch_arena(e), outputs));
}
