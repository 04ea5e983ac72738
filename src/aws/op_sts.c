/* STS: who calls, and keys for a time. */
#include "aws/ops.h"
#include "base/text.h"
#include "engine/access.h"
#include "engine/iam.h"
#include <string.h>

/* "AROA…:session" for an assumed role, "AIDA…" for a user, the account's number for its root. */
static char *user_id(struct arena *a, const char *account, const char *principal)
{
    const char *role = strstr(principal, ":assumed-role/");
    char id[22];

    if (role) {
        role += strlen(":assumed-role/");
        size_t n = strcspn(role, "/");
        role_id(arena_printf(a, "arn:aws:iam::%s:role/%.*s", account, (int)n, role), "AROA", id);
        return arena_printf(a, "%s:%s", id, role[n] ? role + n + 1 : "");
    }
    if (str_ends(principal, ":root"))
        return arena_strdup(a, account);
    role_id(principal, "AIDA", id);
    return arena_strdup(a, id);
}

int op_GetCallerIdentity(struct aws_call *c, const struct json *in, struct json **out,
                         struct aws_fault *fault)
{
    *out = json_object(c->arena);
    json_set_str(c->arena, *out, "UserId", user_id(c->arena, c->who.account, c->who.principal));
    json_set_str(c->arena, *out, "Account", c->who.account);
    json_set_str(c->arena, *out, "Arn", c->who.principal);
    return 0;
}

/* Keys of the caller's project that end by themselves. */
static int session(struct aws_call *c, const char *principal, int64_t seconds, struct json **ret,
                   struct aws_fault *fault)
{
    struct access_session s;
    struct err err = {0};

    if (access_add_session(c->engine, c->arena, &c->who, principal, seconds * 1000, &s, &err) != 0)
        return aws_fail_err(c, fault, &err);
    *ret = json_object(c->arena);
    json_set_str(c->arena, *ret, "AccessKeyId", s.access_key);
    json_set_str(c->arena, *ret, "SecretAccessKey", s.secret);
    json_set_str(c->arena, *ret, "SessionToken", s.token);
    json_set_real(c->arena, *ret, "Expiration", (double)s.expires_ms / 1000.0);
    return 0;
}

int op_GetSessionToken(struct aws_call *c, const struct json *in, struct json **out,
                       struct aws_fault *fault)
{
    struct json *credentials;

    if (session(c, c->who.principal, json_get_int(in, "DurationSeconds", 12 * 3600), &credentials,
                fault) != 0)
        return -1;
    *out = json_object(c->arena);
    json_set(c->arena, *out, "Credentials", credentials);
    return 0;
}

int op_AssumeRole(struct aws_call *c, const struct json *in, struct json **out,
                  struct aws_fault *fault)
{
    const char *arn = json_get_str(in, "RoleArn"), *name = json_get_str(in, "RoleSessionName");
    const char *role = role_of_arn(&c->who, arn);
    struct json *credentials, *user = json_object(c->arena), *got, *ask = json_object(c->arena);
    struct err err = {0};

    json_set_str(c->arena, ask, "RoleName", role);
    if (!role || role_get(c->engine, &c->who, c->arena, ask, &got, &err) != 0)
        return aws_fail(c, fault, "AccessDenied",
                        "User: %s is not authorized to perform: sts:AssumeRole on resource: %s",
                        c->who.principal, arn);
    const char *principal =
        arena_printf(c->arena, "arn:aws:sts::%s:assumed-role/%s/%s", c->who.account, role, name);
    if (session(c, principal, json_get_int(in, "DurationSeconds", 3600), &credentials, fault) != 0)
        return -1;
    json_set_str(c->arena, user, "AssumedRoleId", user_id(c->arena, c->who.account, principal));
    json_set_str(c->arena, user, "Arn", principal);
    *out = json_object(c->arena);
    json_set(c->arena, *out, "Credentials", credentials);
    json_set(c->arena, *out, "AssumedRoleUser", user);
    return 0;
}
