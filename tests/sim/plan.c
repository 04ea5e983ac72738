#include "plan.h"
#include "world.h"
#include "base/buf.h"

static void policies(struct arena *a, struct buf *out)
{
    static const char *const faults[] = {"SageMaker.JOB_INTERNAL_ERROR", "Step.SERVICE_FAULT"};

    buf_addf(out, ",\"RetryPolicies\":[{\"ExceptionType\":[\"%s\"],\"IntervalSeconds\":%u,",
             faults[dice(4) == 0], dice(3) * 300);
    if (dice(3))
        buf_addf(out, "\"MaxAttempts\":%u}]", 1 + dice(3));
    else
        buf_addf(out, "\"ExpireAfterMin\":%u}]", 1 + dice(30));
}

static void depends(struct buf *out, int before)
{
    int n = 0;

    buf_adds(out, ",\"DependsOn\":[");
    for (int i = 0; i < before; i++)
        if (dice(3) == 0)
            buf_addf(out, "%s\"S%d\"", n++ ? "," : "", i);
    buf_adds(out, "]");
}

static void files_of(struct buf *out, const char *name)
{
    buf_addf(
        out,
        ",\"ProcessingInputs\":[{\"InputName\":\"in\",\"S3Input\":{\"S3Uri\":\"s3://sim/in\","
        "\"LocalPath\":\"/opt/ml/processing/input\",\"S3DataType\":\"S3Prefix\","
        "\"S3InputMode\":\"File\"}}],\"ProcessingOutputConfig\":{\"Outputs\":[{\"OutputName\":"
        "\"out\",\"S3Output\":{\"S3Uri\":{\"Std:Join\":{\"On\":\"/\",\"Values\":[\"s3://sim/out\","
        "{\"Get\":\"Execution.PipelineExecutionId\"},\"%s\"]}},\"LocalPath\":"
        "\"/opt/ml/processing/output\",\"S3UploadMode\":\"EndOfJob\"}}]}",
        name);
}

static void processing(struct arena *a, struct buf *out, const char *name, bool files)
{
    buf_addf(out,
             "{\"Name\":\"%s\",\"Type\":\"Processing\",\"Arguments\":{\"ProcessingResources\":{"
             "\"ClusterConfig\":{\"InstanceCount\":1,\"InstanceType\":\"ml.m5.large\","
             "\"VolumeSizeInGB\":1}},\"AppSpecification\":{\"ImageUri\":\"i\","
             "\"ContainerEntrypoint\":[\"true\"]},\"RoleArn\":"
             "\"arn:aws:iam::123456789012:role/r\"",
             name);
    if (files)
        files_of(out, name);
    buf_adds(out, "}");
    if (dice(2))
        policies(a, out);
    if (dice(4) == 0)
        buf_adds(out, ",\"CacheConfig\":{\"Enabled\":true}");
}

static void training(struct arena *a, struct buf *out, const char *name, bool files)
{
    buf_addf(out,
             "{\"Name\":\"%s\",\"Type\":\"Training\",\"Arguments\":{\"AlgorithmSpecification\":{"
             "\"TrainingImage\":\"i\",\"TrainingInputMode\":\"File\",\"ContainerEntrypoint\":["
             "\"true\"]},\"ResourceConfig\":{\"InstanceCount\":1,\"InstanceType\":"
             "\"ml.m5.large\",\"VolumeSizeInGB\":1},\"StoppingCondition\":{"
             "\"MaxRuntimeInSeconds\":600},\"RoleArn\":\"arn:aws:iam::123456789012:role/r\","
             "\"OutputDataConfig\":{\"S3OutputPath\":{\"Std:Join\":{\"On\":\"/\",\"Values\":["
             "\"s3://sim/out\",{\"Get\":\"Execution.PipelineExecutionId\"},\"%s\"]}}}",
             name, name);
    if (files)
        buf_adds(out,
                 ",\"InputDataConfig\":[{\"ChannelName\":\"in\",\"DataSource\":{"
                 "\"S3DataSource\":{\"S3DataType\":\"S3Prefix\",\"S3Uri\":\"s3://sim/in\"}}}]");
    buf_adds(out, "}");
    if (dice(2))
        policies(a, out);
    if (dice(4) == 0)
        buf_adds(out, ",\"CacheConfig\":{\"Enabled\":true}");
}

static void registration(struct buf *out, const char *name)
{
    buf_addf(
        out,
        "{\"Name\":\"%s\",\"Type\":\"RegisterModel\",\"Arguments\":{\"ModelPackageGroupName\":"
        "\"sim\",\"InferenceSpecification\":{\"Containers\":[{\"Image\":\"i\"}],"
        "\"SupportedContentTypes\":[\"text/csv\"],\"SupportedResponseMIMETypes\":[\"text/csv\"]"
        "}}",
        name);
}

static void condition(struct arena *a, struct buf *out, int i, bool files)
{
    buf_addf(out,
             "{\"Name\":\"S%d\",\"Type\":\"Condition\",\"Arguments\":{\"Conditions\":[{\"Type\":"
             "\"Equals\",\"LeftValue\":%u,\"RightValue\":1}],\"IfSteps\":[",
             i, dice(2));
    processing(a, out, arena_printf(a, "S%d-if", i), files);
    buf_adds(out, "}],\"ElseSteps\":[");
    if (dice(3) == 0)
        buf_addf(out,
                 "{\"Name\":\"S%d-no\",\"Type\":\"Fail\",\"Arguments\":{\"ErrorMessage\":\"no\"}",
                 i);
    else
        processing(a, out, arena_printf(a, "S%d-else", i), files);
    buf_adds(out, "}]}");
}

char *plan_pipeline(struct arena *a, bool files)
{
    struct buf out cleanup_buf = {0};
    int n = 1 + (int)dice(7);

    buf_init(&out, 1 << 20);
    buf_adds(&out, "{\"Version\":\"2020-12-01\",\"Steps\":[");
    for (int i = 0; i < n; i++) {
        buf_adds(&out, i ? "," : "");
        uint32_t what = dice(8);
        if (what == 0)
            condition(a, &out, i, files);
        else if (what == 1)
            registration(&out, arena_printf(a, "S%d", i));
        else if (what < 4)
            training(a, &out, arena_printf(a, "S%d", i), files);
        else
            processing(a, &out, arena_printf(a, "S%d", i), files);
        depends(&out, i);
        buf_adds(&out, "}");
    }
    buf_adds(&out, "]}");
    return arena_strdup(a, out.data);
}

char *plan_brief(struct arena *a, bool files)
{
    struct buf out cleanup_buf = {0};

    buf_init(&out, 1 << 20);
    buf_adds(&out, "{\"Version\":\"2020-12-01\",\"Steps\":[{\"Name\":\"If\",\"Type\":"
                   "\"Condition\",\"Arguments\":{\"Conditions\":[{\"Type\":\"Equals\","
                   "\"LeftValue\":1,\"RightValue\":1}],\"IfSteps\":[");
    if (dice(3) == 0) {
        processing(a, &out, "Then", files);
        buf_adds(&out, "}");
    }
    buf_adds(&out, "],\"ElseSteps\":[]}}]}");
    return arena_strdup(a, out.data);
}
