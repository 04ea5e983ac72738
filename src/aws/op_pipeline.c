/* Pipelines and executions: each operation is one call of the engine. */
#include "aws/ops.h"
#include "engine/pipelines.h"

typedef int engine_fn(struct engine *e, const struct engine_who *who, struct arena *a,
                      const struct json *in, struct json **out, struct err *err);

static int pass(engine_fn *fn, struct aws_call *c, const struct json *in, struct json **out,
                struct aws_fault *fault)
{
    struct err err = {0};

    if (fn(c->engine, &c->who, c->arena, in, out, &err) == 0)
        return 0;
    if (err.code == ERR_NOT_FOUND)
        return aws_fail(c, fault, "ResourceNotFound", "%s", err.msg);
    return aws_fail_err(c, fault, &err);
}

#define OPERATION(name, fn)                                                                        \
    int op_##name(struct aws_call *c, const struct json *in, struct json **out,                    \
                  struct aws_fault *fault)                                                         \
    {                                                                                              \
        return pass(fn, c, in, out, fault);                                                        \
    }

OPERATION(CreatePipeline, pipeline_create)
OPERATION(UpdatePipeline, pipeline_update)
OPERATION(DeletePipeline, pipeline_delete)
OPERATION(DescribePipeline, pipeline_describe)
OPERATION(ListPipelines, pipeline_list)
OPERATION(ListPipelineVersions, pipeline_versions_list)
OPERATION(UpdatePipelineVersion, pipeline_version_update)
OPERATION(StartPipelineExecution, execution_start)
OPERATION(StopPipelineExecution, execution_stop)
OPERATION(RetryPipelineExecution, execution_retry)
OPERATION(UpdatePipelineExecution, execution_update)
OPERATION(DescribePipelineExecution, execution_describe)
OPERATION(DescribePipelineDefinitionForExecution, execution_definition)
OPERATION(ListPipelineExecutions, execution_list)
OPERATION(ListPipelineExecutionSteps, execution_steps)
OPERATION(ListPipelineParametersForExecution, execution_parameters)
