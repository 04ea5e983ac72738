/* JSON against the shapes of an operation, named by the first line: checked as a request and as one
 * of a pipeline definition, looked into by a path (its member _path), and pruned. */
#include "aws/shape.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct shape_operation *operation_of(const char *name,
                                                  const struct shape_service **ret)
{
    static const struct shape_service *const all[] = {&shapes_sagemaker, &shapes_logs,
                                                      &shapes_cloudwatch, &shapes_iam, &shapes_sts};
    for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
        const struct shape_operation *op = shape_operation(all[i], name);
        if (op) {
            *ret = all[i];
            return op;
        }
    }
    return NULL;
}

static void fuzz_request(const struct shape_service *s, uint16_t shape, struct arena *a,
                         const struct json *in)
{
    struct json *out = NULL, *again, *recorded;
    struct shape_fault fault = {0};

    if (shape_check(s, shape, a, in, &out, &recorded, &fault) != 0) {
        if (!fault.code || !fault.message)
            abort();
        return;
    }
    /* what was accepted is accepted again, unchanged */
    if (shape_check(s, shape, a, out, &again, &recorded, &fault) != 0 || !json_equal(out, again))
        abort();
}

static bool is_function(void *ctx, const struct json *v, enum shape_type wanted, const char *path)
{
    return json_get(v, "Get") != NULL;
}

static void count_fault(void *ctx, const char *path, const char *what)
{
    if (!path || !what[0])
        abort();
    ++*(int *)ctx;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const uint8_t *end = memchr(data, '\n', size < 64 ? size : 64);
    cleanup_arena struct arena *a = arena_create((size_t)64 << 20);
    const struct shape_service *s;
    const struct shape_operation *op =
        end ? operation_of(arena_strndup(a, (const char *)data, (size_t)(end - data)), &s) : NULL;
    enum shape_type type;
    struct json *in;
    struct err err;
    int faults = 0;

    if (!op || json_parse(a, (const char *)end + 1, size - (size_t)(end + 1 - data), &in, &err))
        return 0;
    fuzz_request(s, op->input, a, in);
    const struct shape_template t = {&faults, is_function, count_fault};
    shape_check_template(s, op->input, a, in, &t);
    if (op->output == SHAPE_NONE)
        return 0;
    shape_prune(s, op->output, a, in);
    if (json_get_str(in, "_path"))
        (void)shape_at(s, op->output, json_get_str(in, "_path"), &type);
    return 0;
}
