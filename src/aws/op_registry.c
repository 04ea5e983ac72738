/* SageMaker's registry: model package groups, packages, models, tags.
 *
 * For these SageMaker says ValidationException where other services have codes of their own; its
 * SDKs match the messages ("does not exist", "already exists", "Could not find"). */
#include "aws/op_pass.h"
#include "engine/registry.h"
#include "engine/resource.h"

static int pass(pass_fn *fn, struct aws_call *c, const struct json *in, struct json **out,
                struct aws_fault *fault)
{
    struct err err = {0};

    if (fn(c->engine, &c->who, c->arena, in, out, &err) == 0)
        return 0;
    if (err.code == ERR_NOT_FOUND || err.code == ERR_EXISTS)
        err.code = ERR_INVALID;
    return aws_fail_err(c, fault, &err);
}

#define REGISTRY(name, fn)                                                                         \
    int op_##name(struct aws_call *c, const struct json *in, struct json **out,                    \
                  struct aws_fault *fault)                                                         \
    {                                                                                              \
        return pass(fn, c, in, out, fault);                                                        \
    }

REGISTRY(AddTags, tags_add)
REGISTRY(CreateModel, model_create)
REGISTRY(CreateModelPackage, package_create)
REGISTRY(CreateModelPackageGroup, group_create)
REGISTRY(DeleteModel, model_delete)
REGISTRY(DeleteModelPackage, package_delete)
REGISTRY(DeleteModelPackageGroup, group_delete)
REGISTRY(DeleteTags, tags_remove)
REGISTRY(DescribeModel, model_describe)
REGISTRY(DescribeModelPackage, package_describe)
REGISTRY(DescribeModelPackageGroup, group_describe)
REGISTRY(ListModelPackageGroups, group_list)
REGISTRY(ListModelPackages, package_list)
REGISTRY(ListModels, model_list)
REGISTRY(ListTags, tags_list)
REGISTRY(UpdateModelPackage, package_update)
