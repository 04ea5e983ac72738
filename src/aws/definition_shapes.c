/* What the engine asks of AWS's shapes when it judges a definition (engine/definition.h): the
 * requests that steps will make, and the answers whose parts other steps read. */
#include "aws/aws.h"
#include "aws/shape.h"
#include "engine/definition.h"

static enum value_kind kind_of(enum shape_type type)
{
    static const enum value_kind kinds[] = {
        [SHAPE_STRING] = VALUE_TEXT,      [SHAPE_INTEGER] = VALUE_INTEGER,
        [SHAPE_LONG] = VALUE_INTEGER,     [SHAPE_FLOAT] = VALUE_NUMBER,
        [SHAPE_DOUBLE] = VALUE_NUMBER,    [SHAPE_BOOLEAN] = VALUE_BOOLEAN,
        [SHAPE_TIMESTAMP] = VALUE_NUMBER, [SHAPE_BLOB] = VALUE_TEXT,
        [SHAPE_LIST] = VALUE_WHOLE,       [SHAPE_MAP] = VALUE_WHOLE,
        [SHAPE_STRUCTURE] = VALUE_WHOLE,
    };

    return kinds[type];
}

struct asker {
    bool (*function)(void *ctx, const struct json *v, enum value_kind wanted, const char *path);
    void (*fault)(void *ctx, const char *path, const char *what);
    void *ctx;
};

static bool function(void *ctx, const struct json *v, enum shape_type wanted, const char *path)
{
    const struct asker *q = ctx;

    return q->function(q->ctx, v, kind_of(wanted), path);
}

static void fault(void *ctx, const char *path, const char *what)
{
    const struct asker *q = ctx;

    q->fault(q->ctx, path, what);
}

static void check(const char *operation, const struct json *request, struct arena *a,
                  bool (*judge)(void *ctx, const struct json *v, enum value_kind wanted,
                                const char *path),
                  void (*tell)(void *ctx, const char *path, const char *what), void *ctx)
{
    const struct shape_operation *op = shape_operation(&shapes_sagemaker, operation);
    struct asker q = {judge, tell, ctx};
    const struct shape_template t = {&q, function, fault};

    shape_check_template(&shapes_sagemaker, op->input, a, request, &t);
}

static int property(const char *operation, const char *path, enum value_kind *ret)
{
    const struct shape_operation *op = shape_operation(&shapes_sagemaker, operation);
    enum shape_type type;

    if (shape_at(&shapes_sagemaker, op->output, path, &type) != 0)
        return -1;
    *ret = kind_of(type);
    return 0;
}

const struct definition_shapes aws_definition_shapes = {check, property};
