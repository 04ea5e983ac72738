/* A pipeline definition (version 2020-12-01), parsed and checked.
 *
 * Steps of all depths lie in one array; a condition's branches know it as their parent. What a step
 * waits for = its DependsOn, the steps whose properties it reads, and its parent. The definition is
 * immutable after definition_parse. Source: the published schema and what the SDKs emit. */
#pragma once
#include "base/json.h"
#include "base/map.h"

struct step_ops;
struct problems;

struct step_def {
    const char *name;
    const char *path; /* "$.Steps[0]" */
    const struct step_ops *ops;
    const struct json *json; /* the whole step */
    const struct json *arguments;
    int index;
    int parent; /* the condition whose branch it is in, or -1 */
    bool in_else;
    int *deps; /* what it waits for, without doubles */
    size_t n_deps, cap_deps;
    int *dependents; /* who waits for it */
    size_t n_dependents, cap_dependents;
    int *branch; /* of a condition: the steps directly in it, both branches */
    size_t n_branch, cap_branch;
    bool referenced; /* another step reads its properties */
    bool fetches;    /* it has Std:JsonGet in it */
};

enum param_type { PARAM_STRING, PARAM_INTEGER, PARAM_FLOAT, PARAM_BOOLEAN };

struct param_def {
    const char *name;
    enum param_type type;
    const struct json *otherwise; /* DefaultValue, or NULL */
    const struct json *values;    /* EnumValues, or NULL */
};

struct pipeline_def {
    struct arena *arena;
    const struct json *json;
    struct param_def *params;
    size_t n_params;
    struct step_def *steps;
    size_t n_steps;
    struct map *by_name; /* name -> struct step_def */
};

/* What a value is, or has to be. */
enum value_kind {
    VALUE_TEXT,
    VALUE_INTEGER,
    VALUE_NUMBER,
    VALUE_BOOLEAN,
    VALUE_WHOLE, /* a list, map or structure */
    VALUE_ANY,   /* known when it is read */
};

/* What AWS's requests and answers look like; the layer that knows fills it in. */
struct definition_shapes {
    /* Tells of all that is wrong with a request whose values may be functions. `function` judges
     * one of these, where a `wanted` belongs; false: it is none. Paths: ".A.B[0]". */
    void (*request)(const char *operation, const struct json *request, struct arena *a,
                    bool (*function)(void *ctx, const struct json *v, enum value_kind wanted,
                                     const char *path),
                    void (*fault)(void *ctx, const char *path, const char *what), void *ctx);
    /* The kind of what is at ".A['k'][0]" of an operation's answer. -1: there is no such thing. */
    int (*property)(const char *operation, const char *path, enum value_kind *ret);
};

/* What is to be stored is judged in full: every fault at once, each with its JSON path.
 * ERR_INVALID. shapes NULL: requests and properties are not looked at. */
int definition_check(const char *text, size_t len, const struct definition_shapes *shapes,
                     struct arena *a, struct err *err);
/* Of a step whose references are sound (definition_check.c). */
void definition_check_step(const struct pipeline_def *d, const struct step_def *s,
                           const struct definition_shapes *shapes, struct problems *p);
/* One that was stored. What an execution relies on is checked again; what was stored by an older
 * Slipway, which judged less, still works. */
int definition_parse(const char *text, size_t len, struct pipeline_def **ret, struct err *err);
void definition_free(struct pipeline_def *d); /* takes NULL */
const struct step_def *definition_step(const struct pipeline_def *d,
                                       const char *name); /* or NULL */

/* The parameters of one execution as typed values: defaults, then `given` ([{Name, Value}], values
 * are strings). ERR_INVALID names the parameter. */
int definition_params(const struct pipeline_def *d, const struct json *given, struct arena *a,
                      struct json **ret, struct err *err);

/* Faults found, in a text of their own. */
struct problems {
    struct buf text;
    int count;
};
void problem(struct problems *p, const char *path, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* Where a value is. A path is as long as the keys above it, which users choose: it is made only of
 * what is told, and long keys are cut. */
struct json_place {
    const struct json_place *up; /* NULL: `name` is the path so far */
    const char *name;            /* of a member; NULL: element `index` */
    size_t index;
};
void problem_at(struct problems *p, const struct json_place *at, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* Of a step's RetryPolicies (step_retry.c). */
void step_retry_check(const struct json *policies, const char *step_path, struct problems *p);

/* "p30d", "PT12H", "30d" …; -1: not a duration (cache_parts.c). */
int64_t cache_duration_ms(const char *text);

/* What a step type can do; one file and one row each. All members are there. */
struct engine;
struct execution;
struct step;
struct job;
struct step_ops {
    const char *type; /* "Processing" */
    /* What the type demands of its definition. */
    void (*check)(const struct pipeline_def *d, const struct step_def *s, const char *path,
                  struct problems *p);
    /* (engine) Begins it with its arguments evaluated. It may end at once (step_succeed, step_fail)
     * or later. -1: the step fails with this message. */
    int (*start)(struct engine *e, struct execution *x, struct step *s, struct json *args,
                 struct err *err);
    /* (engine) Asks it to end; it does so later. */
    void (*stop)(struct engine *e, struct execution *x, struct step *s);
    /* (engine) Its job has a new state; types without jobs are never called. */
    void (*job_changed)(struct engine *e, struct execution *x, struct step *s, struct job *j);
    /* The request that its arguments are, less the member that names what is made, and the
     * operation whose answer its properties are. NULL: none. */
    const char *create, *create_name, *describe;
};
const struct step_ops *step_ops_find(const char *type); /* or NULL */
