/* What registry.c, registry_list.c and models.c share. */
#pragma once
#include "engine/registry.h"
#include "engine/resource.h"

char *registry_arn(struct arena *a, const struct engine_who *who, const char *type,
                   const char *name);
const char *registry_name(const char *arn_or_name, const char *type);
int registry_read(struct engine *e, const struct engine_who *who, struct arena *a, const char *kind,
                  const char *name, struct resource *ret, struct err *err);
struct json *registry_user(struct arena *a, const struct engine_who *who);
/* 1: it is there, 0: it is not, -1. */
int registry__there(struct engine *e, const struct engine_who *who, struct arena *a,
                    const char *kind, const char *name, struct resource *ret, struct err *err);

/* What events tell of is written on the engine's thread; reading it before and writing it are kept
 * together by one lock. */
void registry__lock(void);
void registry__unlock(void);
/* (engine) A row with its tags, in this round. */
void registry__insert(struct engine *e, const struct resource *r, const struct json *tags);
void registry__remove(struct engine *e, const char *arn);
