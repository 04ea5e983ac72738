/* The model registry: model package groups, their versions, and models. In and out are as the
 * operations have them; functions block until their change is durable, so they may not be called on
 * the engine's or the writer's thread. They serve the handlers and the pipeline steps alike.
 *
 * Errors: ERR_NOT_FOUND, ERR_EXISTS (with AWS's messages, which the SDKs match), ERR_INVALID,
 * ERR_CONFLICT. */
#pragma once
#include "engine/engine.h"

int group_create(struct engine *e, const struct engine_who *who, struct arena *a,
                 const struct json *in, struct json **out, struct err *err);
/* Makes the group that CreateModelPackage's input names, when there is none: what a pipeline's
 * RegisterModel step does. Nothing for unversioned packages. */
int group_ensure(struct engine *e, const struct engine_who *who, struct arena *a,
                 const struct json *package, struct err *err);
int group_describe(struct engine *e, const struct engine_who *who, struct arena *a,
                   const struct json *in, struct json **out, struct err *err);
int group_delete(struct engine *e, const struct engine_who *who, struct arena *a,
                 const struct json *in, struct json **out, struct err *err);
int group_list(struct engine *e, const struct engine_who *who, struct arena *a,
               const struct json *in, struct json **out, struct err *err);

/* With a ClientToken that was used before in this group: the package that it made then. */
int package_create(struct engine *e, const struct engine_who *who, struct arena *a,
                   const struct json *in, struct json **out, struct err *err);
/* By name (unversioned packages) or ARN. */
int package_describe(struct engine *e, const struct engine_who *who, struct arena *a,
                     const struct json *in, struct json **out, struct err *err);
int package_update(struct engine *e, const struct engine_who *who, struct arena *a,
                   const struct json *in, struct json **out, struct err *err);
int package_delete(struct engine *e, const struct engine_who *who, struct arena *a,
                   const struct json *in, struct json **out, struct err *err);
int package_list(struct engine *e, const struct engine_who *who, struct arena *a,
                 const struct json *in, struct json **out, struct err *err);

int model_create(struct engine *e, const struct engine_who *who, struct arena *a,
                 const struct json *in, struct json **out, struct err *err);
int model_describe(struct engine *e, const struct engine_who *who, struct arena *a,
                   const struct json *in, struct json **out, struct err *err);
int model_delete(struct engine *e, const struct engine_who *who, struct arena *a,
                 const struct json *in, struct json **out, struct err *err);
int model_list(struct engine *e, const struct engine_who *who, struct arena *a,
               const struct json *in, struct json **out, struct err *err);

/* --- what the files of the registry share --- */
struct resource;
struct page;
/* What Describe answers for a row. */
struct json *group_document(struct arena *a, const struct resource *r);
struct json *package_document(struct arena *a, const struct resource *r);
struct json *model_document(struct arena *a, const struct resource *r);
/* A page of a kind by SortBy (Name, CreationTime) and SortOrder; `summary` gives an item, or NULL
 * for a row that is not wanted. */
int registry_list(struct engine *e, const struct engine_who *who, struct arena *a,
                  const char *operation, const char *kind, const char *prefix,
                  const struct json *in, const char *member, bool descending_otherwise,
                  struct json *(*summary)(void *arg, struct arena *a, const struct resource *r),
                  void *arg, struct json **out, struct err *err);
