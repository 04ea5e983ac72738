/* IAM: roles and their policies, which are kept and not enforced. */
#include "aws/op_pass.h"
#include "engine/iam.h"

/* ERR_CORRUPT stands for a policy that is no JSON. */
static int pass(pass_fn *fn, struct aws_call *c, const struct json *in, struct json **out,
                struct aws_fault *fault)
{
    struct err err = {0};

    if (fn(c->engine, &c->who, c->arena, in, out, &err) == 0)
        return 0;
    if (err.code == ERR_CORRUPT)
        return aws_fail(c, fault, "MalformedPolicyDocument", "%s", err.msg);
    return aws_fail_err(c, fault, &err);
}

int op_CreateRole(struct aws_call *c, const struct json *in, struct json **out,
                  struct aws_fault *fault)
{
    return pass(role_create, c, in, out, fault);
}

int op_PutRolePolicy(struct aws_call *c, const struct json *in, struct json **out,
                     struct aws_fault *fault)
{
    return pass(role_policy_put, c, in, out, fault);
}

int op_UpdateAssumeRolePolicy(struct aws_call *c, const struct json *in, struct json **out,
                              struct aws_fault *fault)
{
    return pass(role_trust, c, in, out, fault);
}

OP_PASS(AttachRolePolicy, role_attach)
OP_PASS(DeleteRole, role_delete)
OP_PASS(DeleteRolePolicy, role_policy_delete)
OP_PASS(DetachRolePolicy, role_detach)
OP_PASS(GetRole, role_get)
OP_PASS(GetRolePolicy, role_policy_get)
OP_PASS(ListAttachedRolePolicies, role_attached_list)
OP_PASS(ListRolePolicies, role_policy_list)
OP_PASS(ListRoles, role_list)
OP_PASS(SimulatePrincipalPolicy, role_simulate)
