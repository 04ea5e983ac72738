/* What registry.c, registry_list.c and models.c share. */
#pragma once
#include "engine/registry.h"
#include "engine/resource.h"

struct registry_insert {
    const struct resource *row;
    const struct json *tags;
};

char *registry_arn(struct arena *a, const struct engine_who *who, const char *type,
                   const char *name);
const char *registry_name(const char *arn_or_name, const char *type);
int registry_read(struct engine *e, const struct engine_who *who, struct arena *a, const char *kind,
                  const char *name, struct resource *ret, struct err *err);
struct json *registry_user(struct arena *a, const struct engine_who *who);
