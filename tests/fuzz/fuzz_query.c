/* Forms of the Query protocol against the shape of an operation that the first bytes choose. */
#include "aws/dispatch.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct shape_service *const all[] = {&shapes_cloudwatch, &shapes_iam, &shapes_sts};

    if (size < 2)
        return 0;
    const struct shape_service *s = all[data[0] % 3];
    const struct shape_operation *op = &s->operations[data[1] % s->n_operations];
    cleanup_arena struct arena *a = arena_create((size_t)64 << 20);
    struct shape_fault fault = {0};
    struct json *in, *out;
    struct err err;

    query_param(a, (const char *)data + 2, size - 2, "Action");
    if (query_form(a, s, op->input, (const char *)data + 2, size - 2, &in, &err) != 0)
        return 0;
    if (shape_check(s, op->input, a, in, &out, NULL, &fault) != 0 && !fault.message)
        abort();
    return 0;
}
