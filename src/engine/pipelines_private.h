/* What pipelines.c and pipeline_versions.c share. */
#pragma once
#include "engine/pipelines.h"

struct pipeline_row {
    const char *name, *arn, *status, *definition;
    int64_t created_ms, modified_ms, last_run_ms;
    struct json *doc;
    int64_t version; /* the one that was asked for, whose definition this is */
    int64_t version_created_ms;
    struct json *version_doc;
};

/* By name or ARN, with the definition of that version (0: the latest). ERR_NOT_FOUND names what is
 * missing. */
int pipelines__load(struct engine *e, const struct engine_who *who, struct arena *a,
                    const char *name_or_arn, int64_t version, struct pipeline_row *ret,
                    struct err *err);
/* A time member (seconds) as wall ms, or `otherwise`. */
int64_t pipelines__time(const struct json *in, const char *name, int64_t otherwise);
