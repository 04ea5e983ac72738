/* Shapes: what is accepted, what AWS's words for the rest are, marks, pruning. */
#include "aws/shape.h"
#include "test.h"

static struct arena *arena;
static struct json *out, *recorded;
static struct shape_fault fault;

static int check(const struct shape_service *s, const char *operation, const char *text)
{
    struct json *in;
    struct err err = {0};

    if (!arena)
        arena = arena_create(8 << 20);
    fault = (struct shape_fault){0};
    CHECK_OK(json_parse(arena, text, strlen(text), &in, &err), err);
    const struct shape_operation *op = shape_operation(s, operation);
    CHECK(op != NULL);
    return shape_check(s, op->input, arena, in, &out, &recorded, &fault);
}

#define PROCESSING(extra)                                                                          \
    "{\"ProcessingJobName\":\"a\",\"RoleArn\":\"arn:aws:iam::123456789012:role/x\","               \
    "\"AppSpecification\":{\"ImageUri\":\"img\"},\"ProcessingResources\":{\"ClusterConfig\":"      \
    "{\"InstanceCount\":1,\"InstanceType\":\"ml.m5.large\",\"VolumeSizeInGB\":30}}" extra "}"

TEST(accepts_and_drops_what_is_unknown)
{
    CHECK_INT(check(&shapes_sagemaker, "CreateProcessingJob",
                    PROCESSING(",\"Nonsense\":1,\"Environment\":null")),
              0);
    CHECK(json_get(out, "Nonsense") == NULL);
    CHECK(json_get(out, "Environment") == NULL);
    CHECK_STR(json_get_str(out, "ProcessingJobName"), "a");
    CHECK_STR(json_text(arena, recorded), "[\"ProcessingResources.ClusterConfig.InstanceType\","
                                          "\"ProcessingResources.ClusterConfig.VolumeSizeInGB\"]");
}

TEST(pattern)
{
    CHECK_INT(check(&shapes_sagemaker, "DescribeModel", "{\"ModelName\":\"a_b\"}"), -1);
    CHECK_STR(fault.code, "ValidationException");
    CHECK_STR(fault.message,
              "1 validation error detected: Value 'a_b' at 'modelName' failed to satisfy "
              "constraint: Member must satisfy regular expression pattern: "
              "[a-zA-Z0-9]([\\-a-zA-Z0-9]*[a-zA-Z0-9])?");
    CHECK_INT(check(&shapes_sagemaker, "DescribeModel", "{\"ModelName\":\"a-b\\n\"}"), -1);
    CHECK_INT(check(&shapes_sagemaker, "DescribeModel", "{\"ModelName\":\"a-b\"}"), 0);
}

TEST(missing_members)
{
    CHECK_INT(check(&shapes_sagemaker, "CreatePipeline", "{\"PipelineName\":\"p\"}"), -1);
    CHECK_STR(fault.message,
              "2 validation errors detected: Value null at 'clientRequestToken' failed to satisfy "
              "constraint: Member must not be null; Value null at 'roleArn' failed to satisfy "
              "constraint: Member must not be null");
}

TEST(several_faults_of_one_value)
{
    char name[65] = {0}, text[200];
    memset(name, '_', 64);
    snprintf(text, sizeof text, "{\"ModelName\":\"%s\"}", name);
    CHECK_INT(check(&shapes_sagemaker, "DescribeModel", text), -1);
    CHECK(strstr(fault.message, "2 validation errors detected: ") == fault.message);
    CHECK(strstr(fault.message, "Member must have length less than or equal to 63; Value '____"));
}

TEST(enums_ranges_lists_maps)
{
    CHECK_INT(check(&shapes_sagemaker, "ListModels", "{\"SortOrder\":\"Up\"}"), -1);
    CHECK_STR(fault.message, "1 validation error detected: Value 'Up' at 'sortOrder' failed to "
                             "satisfy constraint: Member must satisfy enum value set: [Ascending, "
                             "Descending]");
    CHECK_INT(check(&shapes_sagemaker, "ListModels", "{\"MaxResults\":0}"), -1);
    CHECK(strstr(fault.message, "Value '0' at 'maxResults' failed to satisfy constraint: Member "
                                "must have value greater than or equal to 1"));
    CHECK_INT(check(&shapes_sagemaker, "DeleteTags",
                    "{\"ResourceArn\":\"arn:aws:sagemaker:us-east-1:123456789012:model/m\","
                    "\"TagKeys\":[]}"),
              -1);
    CHECK(strstr(fault.message, "Value '[]' at 'tagKeys' failed to satisfy constraint: Member must "
                                "have length greater than or equal to 1"));
    CHECK_INT(check(&shapes_sagemaker, "AddTags",
                    "{\"ResourceArn\":\"arn:aws:sagemaker:us-east-1:123456789012:model/m\","
                    "\"Tags\":[{\"Key\":\"a\",\"Value\":\"b\"},{\"Key\":\"\",\"Value\":\"x\"}]}"),
              -1);
    CHECK(strstr(fault.message, "Value '' at 'tags.2.member.key' failed"));
    CHECK_INT(check(&shapes_sagemaker, "CreateProcessingJob",
                    PROCESSING(",\"Environment\":{\"a b\":\"x\"}")),
              -1);
    CHECK(strstr(fault.message,
                 "Value '{a b=x}' at 'environment' failed to satisfy constraint: Map keys must "
                 "satisfy constraint: [Member must have length less than or equal to 256, Member "
                 "must have length greater than or equal to 0, Member must satisfy regular "
                 "expression pattern: [a-zA-Z_][a-zA-Z0-9_]*]"));
}

TEST(wrong_types)
{
    CHECK_INT(check(&shapes_sagemaker, "DescribeModel", "{\"ModelName\":7}"), -1);
    CHECK_STR(fault.code, "SerializationException");
    CHECK_STR(fault.message, "NUMBER_VALUE can not be converted to a String");
    CHECK_INT(check(&shapes_sagemaker, "DescribeModel", "{\"ModelName\":{}}"), -1);
    CHECK_STR(fault.message, "Start of structure or map found where not expected.");
    CHECK_INT(check(&shapes_sagemaker, "ListModels", "{\"MaxResults\":\"7\"}"), -1);
    CHECK_STR(fault.code, "SerializationException");
    CHECK_INT(check(&shapes_sagemaker, "DescribeModel", "[]"), -1);
    CHECK_STR(fault.code, "SerializationException");
    CHECK_INT(check(&shapes_sagemaker, "AddTags", "{\"Tags\":{\"a\":\"b\"}}"), -1);
    CHECK_STR(fault.code, "SerializationException");
}

TEST(marks)
{
    CHECK_INT(check(&shapes_sagemaker, "CreateProcessingJob",
                    PROCESSING(",\"ProcessingInputs\":[{\"InputName\":\"i\",\"DatasetDefinition\":"
                               "{\"LocalPath\":\"/opt/ml/processing/x\"}}]")),
              -1);
    CHECK_STR(fault.message, "ProcessingInputs.DatasetDefinition is not supported by Slipway");
    CHECK_INT(
        check(&shapes_sagemaker, "CreateProcessingJob",
              PROCESSING(",\"ProcessingInputs\":[{\"InputName\":\"i\",\"AppManaged\":false,"
                         "\"S3Input\":{\"S3Uri\":\"s3://b/k\",\"LocalPath\":\"/opt/ml/processing/"
                         "x\",\"S3DataType\":\"S3Prefix\",\"S3InputMode\":\"Pipe\"}}]")),
        -1);
    CHECK_STR(fault.message, "ProcessingInputs.S3Input.S3InputMode: the value 'Pipe' is not "
                             "supported by Slipway");
    CHECK_INT(check(&shapes_sagemaker, "CreateProcessingJob",
                    PROCESSING(",\"NetworkConfig\":{\"EnableNetworkIsolation\":true,"
                               "\"EnableInterContainerTrafficEncryption\":false,\"VpcConfig\":"
                               "{\"SecurityGroupIds\":[\"sg-1\"],\"Subnets\":[\"s-1\"]}}")),
              0);
    CHECK(strstr(json_text(arena, recorded), "\"NetworkConfig.VpcConfig\"]"));
}

TEST(timestamps_become_seconds)
{
    CHECK_INT(check(&shapes_cloudwatch, "GetMetricStatistics",
                    "{\"Namespace\":\"n\",\"MetricName\":\"m\",\"StartTime\":\"1970-01-01T00:00:01Z"
                    "\",\"EndTime\":5.5,\"Period\":60}"),
              0);
    CHECK(json_num(json_get(out, "StartTime"), 0) == 1.0);
    CHECK(json_num(json_get(out, "EndTime"), 0) == 5.5);
}

TEST(every_pattern_compiles)
{
    static const struct shape_service *const all[] = {&shapes_sagemaker, &shapes_logs,
                                                      &shapes_cloudwatch, &shapes_iam, &shapes_sts};
    for (size_t i = 0; i < 5; i++)
        for (size_t r = 0; r < all[i]->n_rows; r++)
            if (all[i]->rows[r].pattern)
                shape_matches(shape_string(all[i], all[i]->rows[r].pattern), "x", 1);
}

TEST(a_hostile_value_ends_soon)
{
    char text[40001];
    memset(text, 'a', sizeof text - 1);
    text[40000] = 0;
    CHECK(!shape_matches("(a*)*b", text, 40000));
    CHECK(shape_matches("[\\p{L}\\p{N}]*", text, 40000));
    CHECK(shape_matches("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]*", "h\xc3\xa9\t", 4));
}

TEST(every_operation_survives_odd_input)
{
    static const struct shape_service *const all[] = {&shapes_sagemaker, &shapes_logs,
                                                      &shapes_cloudwatch, &shapes_iam, &shapes_sts};
    struct err err = {0};
    struct json *odd;

    CHECK_OK(json_parse(arena, "{}", 2, &odd, &err), err);
    for (size_t i = 0; i < 5; i++) {
        for (size_t o = 0; o < all[i]->n_operations; o++) {
            const struct shape_operation *op = &all[i]->operations[o];
            CHECK(shape_operation(all[i], shape_string(all[i], op->name)) == op);
            shape_check(all[i], op->input, arena, odd, &out, &recorded, &fault);
            CHECK(json_is(shape_prune(all[i], op->output, arena, odd), JSON_OBJECT));
        }
        CHECK(shape_operation(all[i], "Nonsense") == NULL);
    }
}
