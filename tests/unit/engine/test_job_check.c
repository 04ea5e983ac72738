/* What a job's request must hold; how objects become files' names. */
#include "../test.h"
#include "base/text.h"
#include "engine/job_inputs.h"
#include "engine/jobs.h"

static struct json *parse(struct arena *a, const char *text)
{
    struct err err = {0};
    struct json *v = NULL;

    CHECK_OK(json_parse(a, text, strlen(text), &v, &err), err);
    return v;
}

static const char processing[] =
    "{'ProcessingJobName':'j','RoleArn':'arn:aws:iam::123456789012:role/r',"
    "'AppSpecification':{'ImageUri':'x/y:1','ContainerEntrypoint':['python3','a.py']},"
    "'ProcessingResources':{'ClusterConfig':{'InstanceCount':1}},"
    "'ProcessingInputs':[{'InputName':'in','S3Input':{'S3Uri':'s3://b/p',"
    "'LocalPath':'/opt/ml/processing/in'}}],"
    "'ProcessingOutputConfig':{'Outputs':[{'OutputName':'out','S3Output':{'S3Uri':'s3://b/o',"
    "'LocalPath':'/opt/ml/processing/out'}}]}}";
static const char training[] =
    "{'TrainingJobName':'t','HyperParameters':{'sagemaker_program':'\\\"a.py\\\"'},"
    "'AlgorithmSpecification':{'TrainingImage':'x/y:1','TrainingInputMode':'File'},"
    "'InputDataConfig':[{'ChannelName':'train','DataSource':{'S3DataSource':{'S3Uri':"
    "'s3://b/p'}}}],'OutputDataConfig':{'S3OutputPath':'s3://b/o'},"
    "'ResourceConfig':{'InstanceCount':1,'InstanceType':'ml.m5.large'}}";

/* The request with single quotes as double ones and `from` replaced by `to`. */
static struct json *request(struct arena *a, const char *text, const char *from, const char *to)
{
    const char *at = from ? strstr(text, from) : NULL;
    char *out = arena_strdup(a, text);

    if (from) {
        CHECK(at != NULL);
        out = arena_printf(a, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
    }
    for (char *p = out; *p; p++)
        if (*p == '\'')
            *p = '"';
    return parse(a, out);
}

static void refused(enum job_kind kind, const char *from, const char *to, enum err_code code,
                    const char *says)
{
    struct arena *a = arena_create(1 << 20);
    struct err err = {0};
    const char *text = kind == JOB_PROCESSING ? processing : training;

    CHECK_INT(job_check(kind, request(a, text, from, to), &err), -1);
    CHECK_INT(err.code, code);
    if (!strstr(err.msg, says))
        CHECK_STR(err.msg, says);
    arena_destroy(a);
}

TEST(good_requests_pass)
{
    struct arena *a = arena_create(1 << 20);
    struct err err = {0};

    CHECK_OK(job_check(JOB_PROCESSING, request(a, processing, NULL, NULL), &err), err);
    CHECK_OK(job_check(JOB_TRAINING, request(a, training, NULL, NULL), &err), err);
    arena_destroy(a);
}

TEST(bad_processing_requests_are_refused)
{
    refused(JOB_PROCESSING, "'InstanceCount':1", "'InstanceCount':2", ERR_LIMIT,
            "The account-level service limit");
    refused(JOB_PROCESSING, "'OutputName':'out'", "'OutputName':'in'", ERR_INVALID,
            "Input and Output names must be globally unique: [in]");
    refused(JOB_PROCESSING, "/opt/ml/processing/in", "/opt/ml/model", ERR_INVALID,
            "ProcessingInputs.1.member.S3Input.LocalPath");
    refused(JOB_PROCESSING, "/opt/ml/processing/in", "/opt/ml/processing/../../etc", ERR_INVALID,
            "ProcessingInputs.1.member.S3Input.LocalPath");
    refused(JOB_PROCESSING, "/opt/ml/processing/out", "/opt/ml/processingout", ERR_INVALID,
            "ProcessingOutputConfig.Outputs.1.member.S3Output.LocalPath");
    refused(JOB_PROCESSING, "s3://b/p", "https://b/p", ERR_INVALID,
            "ProcessingInputs.1.member.S3Input.S3Uri");
    refused(JOB_PROCESSING, "s3://b/o", "s3:///o", ERR_INVALID,
            "ProcessingOutputConfig.Outputs.1.member.S3Output.S3Uri");
    refused(JOB_PROCESSING, ",'ContainerEntrypoint':['python3','a.py']", "", ERR_INVALID,
            "AppSpecification.ContainerEntrypoint is required here");
    refused(JOB_PROCESSING, "'ImageUri':'x/y:1',", "", ERR_INVALID, "AppSpecification.ImageUri");
    refused(JOB_PROCESSING, "'LocalPath':'/opt/ml/processing/in'", "'S3DataType':'S3Prefix'",
            ERR_INVALID, "LocalPath is required");
}

TEST(bad_training_requests_are_refused)
{
    refused(JOB_TRAINING, "'InstanceCount':1", "'InstanceCount':4", ERR_LIMIT,
            "a request delta of 4");
    refused(JOB_TRAINING, "'InstanceCount':1", "'InstanceCount':0", ERR_INVALID, "InstanceCount");
    refused(JOB_TRAINING, "s3://b/o", "file:///tmp", ERR_INVALID, "OutputDataConfig.S3OutputPath");
    refused(JOB_TRAINING, "'ChannelName':'train'", "'ChannelName':'..'", ERR_INVALID,
            "InputDataConfig.1.member.ChannelName");
    refused(JOB_TRAINING, "'sagemaker_program'", "'other'", ERR_INVALID,
            "own training program is not known");
    refused(JOB_TRAINING, "'TrainingImage':'x/y:1',", "", ERR_INVALID,
            "AlgorithmSpecification.TrainingImage");
    refused(JOB_TRAINING, "'OutputDataConfig'",
            "'CheckpointConfig':{'S3Uri':'s3://b/c','LocalPath':'/tmp/c'},'OutputDataConfig'",
            ERR_INVALID, "CheckpointConfig.LocalPath");
}

TEST(keys_become_names_as_sagemaker_has_them)
{
    static const struct {
        const char *prefix, *key, *name;
    } rows[] = {
        {"", "a/b.csv", "a/b.csv"},
        {"data/", "data/a.csv", "a.csv"},
        {"data", "data/a.csv", "a.csv"},
        {"data", "data/s/a.csv", "s/a.csv"},
        {"data", "data2/a.csv", "data2/a.csv"},
        {"x/data", "x/data2/a.csv", "data2/a.csv"},
        {"x/a.csv", "x/a.csv", "a.csv"},
        {"a.csv", "a.csv", "a.csv"},
        {"x/a", "x/a.csv", "a.csv"},
        {"data/", "data/", NULL},
        {"data", "data/", NULL},
        {"data/", "data/sub/", NULL},
    };
    struct arena *a = arena_create(1 << 20);

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        const char *name = input_file_name(a, rows[i].prefix, rows[i].key);
        if (rows[i].name)
            CHECK_STR(name, rows[i].name);
        else
            CHECK(name == NULL);
    }
    arena_destroy(a);
}

TEST(uris_are_split)
{
    struct arena *a = arena_create(1 << 20);
    struct err err = {0};
    const char *bucket, *key;

    CHECK_OK(s3_uri_split(a, "s3://b/k/l", &bucket, &key, &err), err);
    CHECK_STR(bucket, "b");
    CHECK_STR(key, "k/l");
    CHECK_OK(s3_uri_split(a, "s3://b", &bucket, &key, &err), err);
    CHECK_STR(key, "");
    CHECK_INT(s3_uri_split(a, "s3://", &bucket, &key, &err), -1);
    CHECK_INT(s3_uri_split(a, "http://b/k", &bucket, &key, &err), -1);
    CHECK(path_below_opt_ml(a, "/opt/ml/a/../b") == NULL);
    CHECK(path_below_opt_ml(a, "/opt/ml/a/..") == NULL);
    CHECK(path_below_opt_ml(a, "/opt/mla") == NULL);
    CHECK_STR(path_below_opt_ml(a, "/opt/ml/a/..b"), "a/..b");
    CHECK_STR(path_below_opt_ml(a, "/opt/ml/a//b/"), "a/b");
    CHECK_STR(path_below_opt_ml(a, "/opt/ml/./a/././b/.c/."), "a/b/.c");
    CHECK_STR(path_below_opt_ml(a, "/opt/ml/."), "");
    arena_destroy(a);
}
