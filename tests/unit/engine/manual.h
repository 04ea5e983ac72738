/* A world (world.h) in which the test decides what happens when: no thread but its own, jobs that
 * have ended as soon as they are started, and pipelines of a few steps. Included once by each test
 * program. */
#pragma once
#include "world.h"
#include "engine/pipelines.h"
#include "engine/resource.h"
#include "engine/search.h"
#include <errno.h>

static bool jobs_fail; /* those that start from now on */

/* --- jobs --- */

struct brief_exec {
    struct exec base;
    struct exec_config config;
    struct map *failed; /* by directory */
};

static int brief_submit(struct exec *base, const struct job_spec *spec, struct err *err)
{
    struct brief_exec *e = (struct brief_exec *)base;

    if (sys->mkdir(spec->dir, 0700) != 0)
        return err_errno(err, errno, "mkdir %s", spec->dir);
    if (jobs_fail)
        map_set(e->failed, spec->dir, e);
    e->config.changed(e->config.ctx, spec->id);
    return 0;
}

static int brief_poll(struct exec *base, const char *dir, struct job_status *ret, struct err *err)
{
    struct brief_exec *e = (struct brief_exec *)base;

    *ret = (struct job_status){.phase = JOB_EXITED, .cause = JOB_CAUSE_EXIT};
    ret->exit_code = map_get(e->failed, dir) ? 1 : 0;
    return 0;
}

static int brief_adopt(struct exec *e, const char *id, const char *dir, struct job_status *ret,
                       struct err *err)
{
    return brief_poll(e, dir, ret, err);
}

static int brief_cancel(struct exec *e, const char *dir, enum job_cause why, struct err *err)
{
    return 0;
}

static void brief_close(struct exec *base)
{
    struct brief_exec *e = (struct brief_exec *)base;

    map_destroy(e->failed);
    free(e);
}

static int brief_open(const struct exec_config *config, struct exec **ret, struct err *err);

static const struct exec_ops exec_brief = {
    .name = "brief",
    .dry = true,
    .open = brief_open,
    .close = brief_close,
    .submit = brief_submit,
    .poll = brief_poll,
    .adopt = brief_adopt,
    .cancel = brief_cancel,
};

static int brief_open(const struct exec_config *config, struct exec **ret, struct err *err)
{
    struct brief_exec *e = xcalloc(1, sizeof(*e));

    e->base.ops = &exec_brief;
    e->base.run_dir = "/nonexistent";
    e->config = *config;
    e->failed = map_create();
    *ret = &e->base;
    return 0;
}

/* --- moments within a call: its program is linked with these instead --- */

struct moment { /* runs fn once, at the one that comes after so many */
    void (*fn)(void);
    int after;
};
static struct moment before_call, after_call, before_write, after_write, before_post;

/* The engine_call that before_call stands before; whoever goes on with it there does so once. */
static struct held {
    struct engine *engine;
    int (*fn)(struct engine *e, void *arg, struct err *err);
    void *arg;
    struct err *err;
    bool gone_on;
    int rc;
} held;

int __real_engine_call(struct engine *e, int (*fn)(struct engine *e, void *arg, struct err *err),
                       void *arg, struct err *err);
int __wrap_engine_call(struct engine *e, int (*fn)(struct engine *e, void *arg, struct err *err),
                       void *arg, struct err *err);
void __real_engine_post(struct engine *e, void (*fn)(struct engine *e, void *arg), void *arg);
void __wrap_engine_post(struct engine *e, void (*fn)(struct engine *e, void *arg), void *arg);
int __real_store_write(struct store *s, int (*fn)(struct db *db, void *arg, struct err *err),
                       void *arg, struct err *err);
int __wrap_store_write(struct store *s, int (*fn)(struct db *db, void *arg, struct err *err),
                       void *arg, struct err *err);

static void comes(struct moment *at)
{
    void (*fn)(void) = at->fn;

    if (!fn || at->after-- > 0)
        return;
    at->fn = NULL;
    fn();
}

static inline void held_goes_on(void)
{
    held.rc = __real_engine_call(held.engine, held.fn, held.arg, held.err);
    held.gone_on = true;
}

int __wrap_engine_call(struct engine *e, int (*fn)(struct engine *e, void *arg, struct err *err),
                       void *arg, struct err *err)
{
    int rc;

    if (before_call.fn && before_call.after == 0) {
        held = (struct held){.engine = e, .fn = fn, .arg = arg, .err = err};
        comes(&before_call);
        return held.gone_on ? held.rc : __real_engine_call(e, fn, arg, err);
    }
    comes(&before_call);
    rc = __real_engine_call(e, fn, arg, err);
    comes(&after_call);
    return rc;
}

/* The same for engine_post. */
static struct held_post {
    struct engine *engine;
    void (*fn)(struct engine *e, void *arg);
    void *arg;
    bool gone_on;
} held_post;

static inline void held_post_goes_on(void)
{
    held_post.gone_on = true;
    __real_engine_post(held_post.engine, held_post.fn, held_post.arg);
}

void __wrap_engine_post(struct engine *e, void (*fn)(struct engine *e, void *arg), void *arg)
{
    if (!before_post.fn) {
        __real_engine_post(e, fn, arg);
        return;
    }
    held_post = (struct held_post){.engine = e, .fn = fn, .arg = arg};
    comes(&before_post);
    if (!held_post.gone_on)
        __real_engine_post(e, fn, arg);
}

int __wrap_store_write(struct store *s, int (*fn)(struct db *db, void *arg, struct err *err),
                       void *arg, struct err *err)
{
    comes(&before_write);
    int rc = __real_store_write(s, fn, arg, err);
    comes(&after_write);
    return rc;
}

/* --- the world --- */

static void manual_begin(void)
{
    world_prepare(&exec_brief);
    w.manual = true;
    before_call.fn = after_call.fn = before_write.fn = after_write.fn = before_post.fn = NULL;
    jobs_fail = false;
    world_start();
}

/* Rounds and commits, but nothing of what waits for the pool. */
static void advance(void)
{
    while (engine_round(w.engine) || store_run(w.store))
        ;
}

static void settle(void)
{
    do
        advance();
    while (engine_work(w.engine, 0));
}

/* --- calls --- */

typedef int operation(struct engine *, const struct engine_who *, struct arena *,
                      const struct json *, struct json **, struct err *);

/* 0, or the error's code. */
static int call(operation *op, struct json **out, const char *fmt, ...)
{
    struct json *in = NULL, *ignored;
    struct err err = {0};
    va_list ap;

    va_start(ap, fmt);
    const char *text = arena_vprintf(w.arena, fmt, ap);
    va_end(ap);
    CHECK_OK(json_parse(w.arena, text, strlen(text), &in, &err), err);
    return op(w.engine, &w.who, w.arena, in, out ? out : &ignored, &err) == 0 ? 0 : (int)err.code;
}

#define PROCESSING                                                                                 \
    "{\"Name\":\"%s\",\"Type\":\"Processing\",\"Arguments\":{\"ProcessingResources\":{"            \
    "\"ClusterConfig\":{\"InstanceCount\":1,\"InstanceType\":\"ml.m5.large\","                     \
    "\"VolumeSizeInGB\":1}},\"AppSpecification\":{\"ImageUri\":\"i\","                             \
    "\"ContainerEntrypoint\":[\"true\"]},\"RoleArn\":\"arn:aws:iam::123456789012:role/r\"%s}%s}"

/* A step that is a job; `arguments`, `more`: further members, from a comma on. */
static inline const char *job_step(const char *name, const char *arguments, const char *more)
{
    return arena_printf(w.arena, PROCESSING, name, arguments, more);
}

/* One that has ended when it has begun. */
static inline const char *brief_step(const char *name)
{
    return arena_printf(w.arena,
                        "{\"Name\":\"%s\",\"Type\":\"Condition\",\"Arguments\":{\"Conditions\":[{"
                        "\"Type\":\"Equals\",\"LeftValue\":1,\"RightValue\":1}],\"IfSteps\":[],"
                        "\"ElseSteps\":[]}}",
                        name);
}

static const char *definition_text(const char *steps)
{
    struct json *text = json_string(
        w.arena, arena_printf(w.arena, "{\"Version\":\"2020-12-01\",\"Steps\":[%s]}", steps));

    return json_text(w.arena, text);
}

static void create(const char *pipeline, const char *steps)
{
    CHECK_INT(call(pipeline_create, NULL,
                   "{\"PipelineName\":\"%s\",\"RoleArn\":\"arn:aws:iam::123456789012:role/r\","
                   "\"PipelineDefinition\":%s}",
                   pipeline, definition_text(steps)),
              0);
}

/* Its ARN. `more`: further members, from a comma on. */
static inline const char *start(const char *pipeline, const char *more)
{
    struct json *out = NULL;

    CHECK_INT(call(execution_start, &out, "{\"PipelineName\":\"%s\"%s}", pipeline, more), 0);
    return json_get_str(out, "PipelineExecutionArn");
}

/* NULL: there is none. */
static inline const char *status(const char *execution)
{
    struct json *out = NULL;

    return call(execution_describe, &out, "{\"PipelineExecutionArn\":\"%s\"}", execution) == 0
               ? json_get_str(out, "PipelineExecutionStatus")
               : NULL;
}

static inline int64_t number(const char *sql)
{
    struct err err = {0};
    struct db *db = store_reader(w.store, &err);
    int64_t n = -1;

    CHECK(db_get_int(db, &n, &err, sql, "") >= 0);
    store_reader_done(w.store, db);
    return n;
}
