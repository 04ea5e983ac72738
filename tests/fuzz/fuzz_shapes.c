/* JSON against the shape of an operation that the first bytes choose: checked, and pruned. */
#include "aws/shape.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct shape_service *const all[] = {&shapes_sagemaker, &shapes_logs,
                                                      &shapes_cloudwatch, &shapes_iam, &shapes_sts};
    if (size < 2)
        return 0;
    const struct shape_service *s = all[data[0] % 5];
    const struct shape_operation *op = &s->operations[data[1] % s->n_operations];
    cleanup_arena struct arena *a = arena_create((size_t)64 << 20);
    struct json *in, *out = NULL, *recorded;
    struct shape_fault fault = {0};
    struct err err;

    if (json_parse(a, (const char *)data + 2, size - 2, &in, &err) != 0)
        return 0;
    if (shape_check(s, op->input, a, in, &out, &recorded, &fault) != 0) {
        if (!fault.code || !fault.message)
            abort();
    } else {
        /* what was accepted is accepted again, unchanged */
        struct json *again;
        if (shape_check(s, op->input, a, out, &again, &recorded, &fault) != 0 ||
            !json_equal(out, again))
            abort();
    }
    if (op->output != SHAPE_NONE)
        shape_prune(s, op->output, a, in);
    return 0;
}
