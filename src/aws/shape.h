/* Request and response shapes: constant tables made by tools/gen-shapes, and what walks them.
 *
 * A table holds, for one service, the operations that exist here and every shape they reach.
 * Strings are offsets into one pool (0: none), so that the tables need no relocations and stay on
 * disk until a page of them is touched. Shapes that only answers reach carry no constraints. */
#pragma once
#include "base/json.h"

enum shape_type {
    SHAPE_STRING,
    SHAPE_INTEGER,
    SHAPE_LONG,
    SHAPE_FLOAT,
    SHAPE_DOUBLE,
    SHAPE_BOOLEAN,
    SHAPE_TIMESTAMP,
    SHAPE_BLOB,
    SHAPE_LIST,
    SHAPE_MAP,
    SHAPE_STRUCTURE,
};

enum shape_flag {
    SHAPE_HAS_MIN = 1,
    SHAPE_HAS_MAX = 2,
    SHAPE_HAS_ENUM = 4,
    SHAPE_FLATTENED = 8,
    SHAPE_UNION = 16,
};

/* What an input member means here (model/marks). INHERIT: as the member it is in. */
enum shape_mark { MARK_INHERIT, MARK_HONOURED, MARK_RECORDED, MARK_REFUSED };

struct shape_row {
    uint8_t type, flags;
    uint16_t n;            /* members of a structure, values of an enum */
    uint32_t first;        /* its first member; the pool offset of its first value */
    uint16_t element, key; /* of a list; of a map: value and key */
    uint32_t pattern;      /* a Java regular expression */
    uint32_t item_name;    /* XML name of a list's element (0: "member") */
    int64_t min, max;
};

struct shape_member {
    uint32_t name;
    uint32_t wire;   /* another name on the wire (Query and XML), or 0 */
    uint32_t except; /* values, as JSON texts with a NUL behind each and one more at the end, to
                        which the mark does not apply; or 0 */
    uint16_t shape;
    uint8_t required, mark;
};

#define SHAPE_NONE 0xffff

struct shape_operation {
    uint32_t name, wrapper; /* wrapper: the element around a Query answer */
    uint16_t input, output; /* rows, or SHAPE_NONE */
};

struct shape_service {
    const char *name;          /* as in signature scopes: "sagemaker" */
    const char *target;        /* prefix of X-Amz-Target before the dot; "" when not JSON */
    const char *json_version;  /* "1.1"; "" when not JSON */
    const char *query_version; /* "2011-06-15"; "" when not Query */
    const char *xmlns;
    const char *pool;
    const struct shape_row *rows;
    const struct shape_member *members;
    const struct shape_operation *operations; /* in the order of their names */
    size_t n_rows, n_operations;
};

extern const struct shape_service shapes_sagemaker, shapes_logs, shapes_cloudwatch, shapes_iam,
    shapes_sts;

static inline const char *shape_string(const struct shape_service *s, uint32_t offset)
{
    return s->pool + offset;
}

/* By its exact name; NULL when it does not exist here. */
const struct shape_operation *shape_operation(const struct shape_service *s, const char *name);

/* What a check found wrong; `code` NULL: nothing. */
struct shape_fault {
    const char *code; /* "SerializationException", "ValidationException" */
    const char *message;
};

/* Checks `in` against row `shape`. On 0 *ret is `in` without unknown members and without nulls
 * (what AWS keeps), and *ret_recorded the dotted paths of members that mean nothing here (an array,
 * empty when none; may be NULL). On -1 *fault is AWS's answer: a wrong JSON type
 * SerializationException broken constraints      ValidationException "N validation errors detected:
 * …" a refused member        ValidationException that names it */
int shape_check(const struct shape_service *s, uint16_t shape, struct arena *a,
                const struct json *in, struct json **ret, struct json **ret_recorded,
                struct shape_fault *fault);

/* Of a request whose values may be functions of a pipeline definition. */
struct shape_template {
    void *ctx;
    /* True: `v` is a function; whether it fits where a `wanted` belongs was judged. */
    bool (*function)(void *ctx, const struct json *v, enum shape_type wanted, const char *path);
    void (*fault)(void *ctx, const char *path, const char *what);
};
/* Tells of everything that is wrong with `in`, wrong JSON types too; marks are not judged. Paths
 * look like ".A.B[0]". */
void shape_check_template(const struct shape_service *s, uint16_t shape, struct arena *a,
                          const struct json *in, const struct shape_template *t);

/* What is at ".A['key'].B[0]" of row `shape`, where ['key'] may stand for an element of a list,
 * too. -1: there can be no such thing. */
int shape_at(const struct shape_service *s, uint16_t shape, const char *path, enum shape_type *ret);

/* A copy of `v` with only what row `shape` knows: for answers made of stored documents. */
struct json *shape_prune(const struct shape_service *s, uint16_t shape, struct arena *a,
                         const struct json *v);

/* Whether all of the text matches a Java regular expression of a model. Compiled once and kept;
 * steps are bounded: a match that would take longer counts as none. An expression that does not
 * compile is a bug in the tables and ends the program (a test compiles all of them). */
bool shape_matches(const char *pattern, const char *text, size_t len);
