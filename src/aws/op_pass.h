/* Operations that are one call of the engine, in and out as they are. */
#pragma once
#include "aws/ops.h"

typedef int pass_fn(struct engine *e, const struct engine_who *who, struct arena *a,
                    const struct json *in, struct json **out, struct err *err);

static inline int op_pass(pass_fn *fn, struct aws_call *c, const struct json *in, struct json **out,
                          struct aws_fault *fault)
{
    struct err err = {0};

    if (fn(c->engine, &c->who, c->arena, in, out, &err) == 0)
        return 0;
    return aws_fail_err(c, fault, &err);
}

#define OP_PASS(name, fn)                                                                          \
    int op_##name(struct aws_call *c, const struct json *in, struct json **out,                    \
                  struct aws_fault *fault)                                                         \
    {                                                                                              \
        return op_pass(fn, c, in, out, fault);                                                     \
    }
