/* IAM roles, as far as clients ask for them. Policies are kept and shown; nothing here enforces
 * them.
 *
 * Every role ARN of this account is taken as there, with a trust of sagemaker.amazonaws.com: a
 * project's code names roles that its account has, and the SDKs look them up before every job. Such
 * a role becomes a row when something about it is changed; a role that was deleted stays away. In
 * and out are as the operations have them. Not on the engine's or the writer's thread. */
#pragma once
#include "engine/engine.h"

int role_create(struct engine *e, const struct engine_who *who, struct arena *a,
                const struct json *in, struct json **out, struct err *err);
int role_get(struct engine *e, const struct engine_who *who, struct arena *a, const struct json *in,
             struct json **out, struct err *err);
int role_delete(struct engine *e, const struct engine_who *who, struct arena *a,
                const struct json *in, struct json **out, struct err *err);
int role_list(struct engine *e, const struct engine_who *who, struct arena *a,
              const struct json *in, struct json **out, struct err *err);
int role_trust(struct engine *e, const struct engine_who *who, struct arena *a,
               const struct json *in, struct json **out, struct err *err);
int role_policy_put(struct engine *e, const struct engine_who *who, struct arena *a,
                    const struct json *in, struct json **out, struct err *err);
int role_policy_get(struct engine *e, const struct engine_who *who, struct arena *a,
                    const struct json *in, struct json **out, struct err *err);
int role_policy_delete(struct engine *e, const struct engine_who *who, struct arena *a,
                       const struct json *in, struct json **out, struct err *err);
int role_policy_list(struct engine *e, const struct engine_who *who, struct arena *a,
                     const struct json *in, struct json **out, struct err *err);
int role_attach(struct engine *e, const struct engine_who *who, struct arena *a,
                const struct json *in, struct json **out, struct err *err);
int role_detach(struct engine *e, const struct engine_who *who, struct arena *a,
                const struct json *in, struct json **out, struct err *err);
int role_attached_list(struct engine *e, const struct engine_who *who, struct arena *a,
                       const struct json *in, struct json **out, struct err *err);
/* SimulatePrincipalPolicy: everything is allowed, as everything is here. */
int role_simulate(struct engine *e, const struct engine_who *who, struct arena *a,
                  const struct json *in, struct json **out, struct err *err);

/* The name of a role of this account from its ARN; NULL: another account's, or no role's. */
const char *role_of_arn(const struct engine_who *who, const char *arn);
/* "AROA…" of a role, always the same. `ret` has 22 bytes. */
void role_id(const char *arn, const char *prefix, char ret[22]);
