/* The table of operations. */
#include "aws/ops.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>

struct row {
    const char *name;
    aws_handler *handler;
};

/* Each list is in the order of its names. */
#define ROW(name) {#name, op_##name},
static const struct row sagemaker[] = {OPS_SAGEMAKER(ROW)};
static const struct row logs[] = {OPS_LOGS(ROW)};
static const struct row monitoring[] = {OPS_MONITORING(ROW)};
static const struct row iam[] = {OPS_IAM(ROW)};
static const struct row sts[] = {OPS_STS(ROW)};

static const struct {
    const char *service;
    const struct row *rows;
    size_t n;
} tables[] = {
    {"sagemaker", sagemaker, sizeof sagemaker / sizeof *sagemaker},
    {"logs", logs, sizeof logs / sizeof *logs},
    {"monitoring", monitoring, sizeof monitoring / sizeof *monitoring},
    {"iam", iam, sizeof iam / sizeof *iam},
    {"sts", sts, sizeof sts / sizeof *sts},
};

static int by_name(const void *key, const void *row)
{
    return strcmp(key, ((const struct row *)row)->name);
}

aws_handler *ops_find(const char *service, const char *operation)
{
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        if (!str_eq(tables[i].service, service))
            continue;
        const struct row *row =
            bsearch(operation, tables[i].rows, tables[i].n, sizeof *row, by_name);
        return row ? row->handler : NULL;
    }
    return NULL;
}
