/* Clients: what they ask for, and what they were promised. */
#include "life.h"
#include "plan.h"
#include "world.h"
#include "base/fs.h"
#include "base/text.h"
#include "engine/access.h"
#include "engine/registry.h"
#include "store/db.h"
#include "store/objects.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- promises --- */

static int64_t now(void)
{
    return life.now ? life.now() : 1;
}

static struct promise *begins(enum promise_kind kind, const char *text, int64_t number)
{
    if (clients->n_promises == PROMISES_MAX)
        fail("more promises than any plan has");
    struct promise *p = &clients->promises[clients->n_promises++];
    *p = (struct promise){.kind = kind, .begun = now(), .number = number};
    snprintf(p->text, sizeof(p->text), "%s", text);
    return p;
}

/* A refusal is an answer, too; any other error leaves open what became of it. */
static void kept(struct promise *p, int rc, const struct err *err)
{
    p->kept = rc == 0 ? now() : 0;
    if (rc != 0 && err->code != ERR_IO && err->code != ERR_NO_SPACE && err->code != ERR_INTERNAL)
        clients->n_promises--;
}

/* --- executions --- */

static void remember(const char *arn, const char *token)
{
    for (int i = 0; i < clients->n_arns; i++)
        if (str_eq(clients->arns[i], arn))
            return;
    if (clients->n_arns == STARTS_MAX)
        fail("one token began two executions");
    snprintf(clients->tokens[clients->n_arns], sizeof(clients->tokens[0]), "%s", token);
    snprintf(clients->arns[clients->n_arns++], sizeof(clients->arns[0]), "%s", arn);
}

static void client_start(void)
{
    struct arena *a = life.arena;
    struct json *in = json_object(a), *out;
    struct err err = {0};
    const char *token = arena_printf(a, "token-%d", clients->n_arns);

    json_set_str(a, in, "PipelineName", "sim");
    json_set_str(a, in, "ClientRequestToken", token);
    if (dice(2)) {
        struct json *p = json_object(a);
        json_set_int(a, p, "MaxParallelExecutionSteps", 1 + dice(3));
        json_set(a, in, "ParallelismConfiguration", p);
    }
    struct promise *p = begins(PROMISE_START, "", 0);
    int rc = execution_start(life.engine, &life.who, a, in, &out, &err);
    if (rc == 0) {
        snprintf(p->text, sizeof(p->text), "%s", json_get_str(out, "PipelineExecutionArn"));
        remember(p->text, token);
    }
    kept(p, rc, &err);
}

static void client_again(void) /* with a token that has been used */
{
    struct json *in = json_object(life.arena), *out;
    struct err err = {0};
    int i = (int)dice((uint32_t)clients->n_arns);

    json_set_str(life.arena, in, "PipelineName", "sim");
    json_set_str(life.arena, in, "ClientRequestToken", clients->tokens[i]);
    if (execution_start(life.engine, &life.who, life.arena, in, &out, &err) == 0 &&
        !str_eq(json_get_str(out, "PipelineExecutionArn"), clients->arns[i]))
        fail("a token that began %s now begins another execution", clients->arns[i]);
}

static void client_change(void)
{
    static const struct {
        int (*call)(struct engine *, const struct engine_who *, struct arena *, const struct json *,
                    struct json **, struct err *);
        enum promise_kind kind;
    } calls[] = {{execution_stop, PROMISE_STOP},
                 {execution_retry, PROMISE_RETRY},
                 {execution_retry, PROMISE_RETRY},
                 {execution_update, PROMISE_UPDATE}};
    struct json *in = json_object(life.arena), *out, *config = json_object(life.arena);
    const char *arn = clients->arns[dice((uint32_t)clients->n_arns)];
    struct err err = {0};
    uint32_t which = dice(4), at_once = 1 + dice(4);

    json_set_str(life.arena, in, "PipelineExecutionArn", arn);
    json_set_str(life.arena, in, "ClientRequestToken",
                 arena_printf(life.arena, "r%d", clients->acts));
    json_set_int(life.arena, config, "MaxParallelExecutionSteps", at_once);
    if (which == 3)
        json_set(life.arena, in, "ParallelismConfiguration", config);
    struct promise *p = begins(calls[which].kind, arn, at_once);
    kept(p, calls[which].call(life.engine, &life.who, life.arena, in, &out, &err), &err);
}

/* --- a pipeline that is deleted and made anew --- */

static int create(const char *pipeline, const char *definition, struct err *err)
{
    struct json *in = json_object(life.arena), *out;

    json_set_str(life.arena, in, "PipelineName", pipeline);
    json_set_str(life.arena, in, "RoleArn", "arn:aws:iam::123456789012:role/r");
    json_set_str(life.arena, in, "PipelineDefinition", definition);
    struct promise *p = begins(PROMISE_PIPELINE, pipeline, 0);
    int rc = pipeline_create(life.engine, &life.who, life.arena, in, &out, err);
    kept(p, rc, err);
    return rc;
}

/* Was this execution begun before its pipeline was deleted, as somebody has been told? */
static bool is_removed(const char *arn, const struct promise *before)
{
    bool begun = false;

    for (const struct promise *q = clients->promises; q < before; q++)
        if (q->kind == PROMISE_BRIEF && str_eq(q->text, arn))
            begun = true;
        else if (q->kind == PROMISE_REMOVE && q->kept && begun)
            return true;
    return false;
}

static void brief_start(const struct json *pipeline)
{
    struct json *out;
    struct err err = {0};
    struct promise *p = begins(PROMISE_BRIEF, "", 0);
    int rc = execution_start(life.engine, &life.who, life.arena, pipeline, &out, &err);

    if (rc == 0) {
        const char *arn = json_get_str(out, "PipelineExecutionArn");
        if (is_removed(arn, p))
            fail("a token begins %s again, whose pipeline was deleted", arn);
        snprintf(p->text, sizeof(p->text), "%s", arn);
    }
    kept(p, rc, &err);
}

static void brief_list(const struct json *pipeline)
{
    const struct promise *end = clients->promises + clients->n_promises;
    struct json *out;
    struct err err = {0};

    if (execution_list(life.engine, &life.who, life.arena, pipeline, &out, &err) != 0)
        return;
    const struct json *list = json_get(out, "PipelineExecutionSummaries");
    for (size_t i = 0; i < json_len(list); i++)
        if (is_removed(json_get_str(json_at(list, i), "PipelineExecutionArn"), end))
            fail("a new pipeline has an execution of the deleted one");
}

/* A token or two for all its executions: a deleted one's, or this one's again. */
static void brief_act(void)
{
    struct json *in = json_object(life.arena), *out;
    struct err err = {0};

    json_set_str(life.arena, in, "PipelineName", "brief");
    if (pipeline_describe(life.engine, &life.who, life.arena, in, &out, &err) != 0) {
        create("brief", plan_brief(life.arena, life.files), &err);
        return;
    }
    brief_list(in);
    if (chance(500)) {
        json_set_str(life.arena, in, "ClientRequestToken", dice(3) ? "always" : "at times");
        brief_start(in);
        return;
    }
    struct promise *p = begins(PROMISE_REMOVE, "brief", 0);
    kept(p, pipeline_delete(life.engine, &life.who, life.arena, in, &out, &err), &err);
}

/* Several at once: what is deleted is not removed yet when the next ones come. */
static void client_brief(void)
{
    for (int n = 1 + (int)dice(4); n > 0; n--)
        brief_act();
}

/* --- objects and versions --- */

static void fill(char *body, int64_t n, const char *key)
{
    size_t len = strlen(key);

    for (int64_t i = 0; i < n; i++)
        body[i] = key[(size_t)i % len];
}

static int put(const char *key, int64_t n, struct err *err)
{
    cleanup_free char *body = xmalloc((size_t)n + 1);
    struct object_writer *w;
    int rc;

    fill(body, n, key);
    /* known sizes and unknown ones take different ways into the store */
    if (object_writer_create(life.objects, 0, n % 2 ? n : -1, &w, err) != 0)
        return -1;
    rc = object_writer_write(w, body, (size_t)n, err) != 0
             ? -1
             : object_put(life.objects, life.arena, "sim", key, strlen(key), w, NULL, NULL, NULL,
                          err);
    object_writer_destroy(w);
    return rc;
}

/* The same in a multipart upload of one part. */
static int upload(const char *key, int64_t n, struct err *err)
{
    cleanup_free char *body = xmalloc((size_t)n + 1);
    struct arena *a = life.arena;
    struct object_info info = {0}, done;
    struct object_writer *w;
    struct upload_part part;
    size_t len = strlen(key);
    char *id;

    fill(body, n, key);
    if (upload_create(life.objects, a, "sim", key, len, &info, &id, err) != 0 ||
        object_writer_create(life.objects, 0, n, &w, err) != 0)
        return -1;
    int rc = object_writer_write(w, body, (size_t)n, err) != 0
                 ? -1
                 : upload_put_part(life.objects, a, "sim", key, len, id, 1, w, NULL, &part, err);
    object_writer_destroy(w);
    return rc != 0
               ? -1
               : upload_complete(life.objects, a, "sim", key, len, id, &part, 1, NULL, &done, err);
}

static void client_put(void)
{
    static const int64_t sizes[] = {300, 301, 20000, 20001, 70000, 70001};
    const char *key = arena_printf(life.arena, "key-%d", clients->n_promises);
    int64_t n = sizes[dice(6)];
    struct promise *p = begins(PROMISE_PUT, key, n);
    struct err err = {0};

    kept(p, (dice(3) ? put : upload)(key, n, &err), &err);
}

static void client_delete(void)
{
    struct err err = {0};

    for (int i = 0; i < clients->n_promises; i++) {
        struct promise *had = &clients->promises[i];
        if (had->kind != PROMISE_PUT || !had->kept || had->deleted || dice(2))
            continue;
        struct promise *p = begins(PROMISE_DELETE, had->text, 0);
        had->deleted = true;
        kept(p, object_delete(life.objects, "sim", p->text, strlen(p->text), &err), &err);
        return;
    }
}

static void client_package(void)
{
    static const char text[] =
        "{\"ModelPackageGroupName\":\"by-hand\",\"InferenceSpecification\":{\"Containers\":[{"
        "\"Image\":\"i\"}],\"SupportedContentTypes\":[\"text/csv\"],"
        "\"SupportedResponseMIMETypes\":[\"text/csv\"]}}";
    struct json *in, *out;
    struct err err = {0};
    struct promise *p = begins(PROMISE_PACKAGE, "", 0);

    if (json_parse(life.arena, text, sizeof(text) - 1, &in, &err) != 0)
        fail("%s", err.msg);
    int rc = group_ensure(life.engine, &life.who, life.arena, in, &err) != 0
                 ? -1
                 : package_create(life.engine, &life.who, life.arena, in, &out, &err);
    if (rc == 0)
        snprintf(p->text, sizeof(p->text), "%s", json_get_str(out, "ModelPackageArn"));
    kept(p, rc, &err);
}

void client_begin(void)
{
    const char *key, *secret;
    struct err err = {0};

    if (access_read_credentials(life.arena, life.dir, &key, &secret, &err) != 0)
        fail("%s", err.msg);
    struct promise *p = begins(PROMISE_KEY, key, 0);
    p->begun = 0; /* with the engine */
    kept(p, 0, NULL);
    if (life.files && (bucket_create(life.objects, "sim", "us-east-1", &err) != 0 ||
                       put("in/small", 400, &err) != 0 || put("in/large", 30000, &err) != 0))
        fail("the bucket: %s", err.msg);
    if (create("sim", plan_pipeline(life.arena, life.files), &err) != 0)
        fail("create: %s", err.msg);
    clients->began = true;
}

void client_acts(void)
{
    static void (*const others[])(void) = {client_put, client_put, client_delete, client_package};

    clients->acts++;
    if (clients->n_arns == 0 || (clients->n_arns < STARTS_MAX && chance(250)))
        client_start();
    else if (chance(150))
        client_again();
    else if (chance(250))
        client_brief();
    else if (life.files && chance(500))
        others[dice(4)]();
    else
        client_change();
}

/* --- keeping them --- */

static int64_t count(struct db *db, const char *sql, const char *text)
{
    struct err err = {0};
    int64_t n = -1;

    if (db_get_int(db, &n, &err, sql, "t", text) < 0)
        fail("%s: %s", sql, err.msg);
    return n;
}

/* Was something of this kind asked for after p, before the cut? */
static bool asked_later(const struct promise *p, enum promise_kind kind, int64_t cut)
{
    for (const struct promise *q = p + 1; q < clients->promises + clients->n_promises; q++)
        if (q->kind == kind && q->begun <= cut && str_eq(q->text, p->text))
            return true;
    return false;
}

static bool is_any_later(const struct promise *p, enum promise_kind kind, int64_t cut)
{
    for (const struct promise *q = p + 1; q < clients->promises + clients->n_promises; q++)
        if (q->kind == kind && q->begun <= cut)
            return true;
    return false;
}

static int64_t retries_kept(const struct promise *of, int64_t cut)
{
    int64_t n = 0;

    for (const struct promise *q = clients->promises; q <= of; q++)
        n += q->kind == PROMISE_RETRY && q->kept && q->kept <= cut && str_eq(q->text, of->text);
    return n;
}

/* NULL: it is not there, or of another size. */
static const void *object_body(const char *key, int64_t size)
{
    char *body = arena_alloc(life.arena, (size_t)size + 1);
    struct object_info info;
    struct err err = {0};
    cleanup_fd int fd = -1;

    if (object_open(life.objects, life.arena, "sim", key, strlen(key), &info, &fd, &err) != 0 ||
        info.size != size)
        return NULL;
    if (fd < 0)
        return info.data;
    return sys->pread(fd, body, (size_t)size + 1, 0) == size ? body : NULL;
}

static bool object_is_whole(const char *key, int64_t size)
{
    cleanup_free char *want = xmalloc((size_t)size + 1);
    const void *have = object_body(key, size);

    fill(want, size, key);
    return have && memcmp(have, want, (size_t)size) == 0;
}

/* None of those that were begun before is left. */
static bool is_all_removed(struct db *db, const struct promise *p)
{
    for (const struct promise *q = clients->promises; q < p; q++)
        if (q->kind == PROMISE_BRIEF && q->text[0] &&
            count(db, "SELECT COUNT(*) FROM executions WHERE arn = $1", q->text) != 0)
            return false;
    return true;
}

static bool is_kept(struct db *db, const struct promise *p, int64_t cut)
{
    const char *key, *secret;
    struct err err = {0};
    struct object_info info;

    switch (p->kind) {
    case PROMISE_KEY:
        return access_read_credentials(life.arena, life.dir, &key, &secret, &err) == 0 &&
               str_eq(key, p->text);
    case PROMISE_PIPELINE:
        return asked_later(p, PROMISE_REMOVE, cut) ||
               count(db, "SELECT COUNT(*) FROM pipelines WHERE name = $1", p->text) == 1;
    case PROMISE_REMOVE:
        return is_all_removed(db, p) &&
               (asked_later(p, PROMISE_PIPELINE, cut) ||
                count(db, "SELECT COUNT(*) FROM pipelines WHERE name = $1", p->text) == 0);
    case PROMISE_BRIEF:
        if (is_any_later(p, PROMISE_REMOVE, cut))
            return true;
        /* fall through */
    case PROMISE_START:
        return count(db, "SELECT COUNT(*) FROM executions WHERE arn = $1", p->text) == 1;
    case PROMISE_STOP:
        return asked_later(p, PROMISE_RETRY, cut) ||
               count(db, "SELECT COUNT(*) FROM executions WHERE arn = $1 AND status = 'Stopped'",
                     p->text) == 1;
    case PROMISE_RETRY:
        return count(db,
                     "SELECT COUNT(*) FROM events WHERE arn = $1 AND detail LIKE "
                     "'%\"currentPipelineExecutionStatus\":\"Executing\"%'",
                     p->text) > retries_kept(p, cut);
    case PROMISE_UPDATE:
        return asked_later(p, PROMISE_UPDATE, cut) ||
               count(db,
                     arena_printf(life.arena,
                                  "SELECT COUNT(*) FROM executions WHERE arn = $1 AND doc LIKE "
                                  "'%%\"parallelism\":%lld%%'",
                                  (long long)p->number),
                     p->text) == 1;
    case PROMISE_PUT:
        return asked_later(p, PROMISE_DELETE, cut) || object_is_whole(p->text, p->number);
    case PROMISE_DELETE:
        return object_head(life.objects, life.arena, "sim", p->text, strlen(p->text), &info,
                           &err) != 0;
    case PROMISE_PACKAGE:
        return count(db, "SELECT COUNT(*) FROM resources WHERE arn = $1", p->text) == 1;
    default:
        return false;
    }
}

static const char *const kind_names[PROMISE_KINDS] = {"the engine's key",
                                                      "CreatePipeline",
                                                      "StartPipelineExecution",
                                                      "StartPipelineExecution (brief)",
                                                      "DeletePipeline",
                                                      "StopPipelineExecution",
                                                      "RetryPipelineExecution",
                                                      "UpdatePipelineExecution",
                                                      "PutObject",
                                                      "DeleteObject",
                                                      "CreateModelPackage"};

const char *promise_name(enum promise_kind kind)
{
    return kind_names[kind];
}

/* Whatever is listed can be read, and is what its ETag says. */
static const char *objects_check(struct db *db)
{
    struct db_rows *rows cleanup_rows = NULL;
    struct err err = {0};
    int got;

    if (db_query(db, &rows, &err, "SELECT CAST(key AS TEXT), size, etag FROM objects", "") != 0)
        return arena_strdup(life.arena, err.msg);
    while ((got = db_next(rows, &err)) == 1) {
        const char *key = db_text(rows, 0);
        const void *body = object_body(key, db_int(rows, 1));
        if (!body)
            return arena_printf(life.arena, "%s is listed and is not there", key);
        const char *md5 = digest_hex(life.arena, DIGEST_MD5, body, (size_t)db_int(rows, 1));
        if (!strchr(db_text(rows, 2), '-') && !str_eq(md5, db_text(rows, 2)))
            return arena_printf(life.arena, "%s is not what was put", key);
    }
    return got < 0 ? arena_strdup(life.arena, err.msg) : NULL;
}

const char *promises_check(int64_t cut)
{
    const char *broken = NULL;
    struct err err = {0};
    struct db *db = store_reader(life.store, &err);

    if (!db)
        return arena_strdup(life.arena, err.msg);
    for (int i = 0; i < clients->n_promises && !broken; i++) {
        const struct promise *p = &clients->promises[i];
        if (p->kept && p->kept <= cut && !is_kept(db, p, cut))
            broken = arena_printf(life.arena, "%s was acknowledged and is not so: %s",
                                  promise_name(p->kind), p->text);
    }
    if (!broken)
        broken = objects_check(db);
    store_reader_done(life.store, db);
    return broken;
}
