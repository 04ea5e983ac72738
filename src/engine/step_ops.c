/* The step types that are here. A new one is one file and one row. */
#include "engine/pipelines.h"
#include <string.h>

static const struct step_ops *const table[] = {&step_processing, &step_training, &step_condition,
                                               &step_fail_ops,   &step_register, &step_model};

const struct step_ops *step_ops_find(const char *type)
{
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
        if (strcmp(table[i]->type, type) == 0)
            return table[i];
    return NULL;
}
