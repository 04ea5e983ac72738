/* What a job's request must hold beyond its shape. Pure: no state, any thread. Called by
 * job_create, so for calls and for pipeline steps alike; messages name the member's path. */
#include "base/text.h"
#include "engine/jobs.h"
#include <stdio.h>
#include <string.h>

#define DEFAULT_MAX_RUNTIME_S 86400 /* as AWS: 1 day when none is given */

const char *job_name_member(enum job_kind kind)
{
    return kind == JOB_PROCESSING ? "ProcessingJobName" : "TrainingJobName";
}

const char *job_image(enum job_kind kind, const struct json *r)
{
    return kind == JOB_PROCESSING
               ? json_get_str(json_get(r, "AppSpecification"), "ImageUri")
               : json_get_str(json_get(r, "AlgorithmSpecification"), "TrainingImage");
}

int64_t job_max_runtime_s(enum job_kind kind, const struct json *r)
{
    return json_get_int(json_get(r, "StoppingCondition"), "MaxRuntimeInSeconds",
                        DEFAULT_MAX_RUNTIME_S);
}

bool job_network(enum job_kind kind, const struct json *r)
{
    const struct json *where = kind == JOB_PROCESSING ? json_get(r, "NetworkConfig") : r;

    return !json_get_bool(where, "EnableNetworkIsolation", false);
}

bool path_is_below_opt_ml(const char *path)
{
    for (const char *p = path; (p = strstr(p, "/..")) != NULL; p += 3)
        if (p[3] == '/' || p[3] == 0)
            return false;
    return str_starts(path, "/opt/ml/");
}

const char *path_below_opt_ml(struct arena *a, const char *path)
{
    if (!path_is_below_opt_ml(path))
        return NULL;
    /* The SDKs end folders with a slash at times; the executor takes plain paths only. */
    char *below = arena_strdup(a, path + strlen("/opt/ml/")), *to = below;
    for (const char *from = below; *from;) {
        size_t n = strcspn(from, "/");
        if (n && !(n == 1 && *from == '.')) {
            if (to > below)
                *to++ = '/';
            memmove(to, from, n);
            to += n;
        }
        from += n;
        from += *from == '/';
    }
    *to = 0;
    return below;
}

int s3_uri_split(struct arena *a, const char *uri, const char **ret_bucket, const char **ret_key,
                 struct err *err)
{
    const char *p = uri + strlen("s3://");

    if (!str_starts(uri, "s3://") || *p == 0 || *p == '/')
        return err_set(err, ERR_INVALID, "%.300s: not of the form s3://bucket/key", uri);
    size_t n = strcspn(p, "/");
    *ret_bucket = arena_strndup(a, p, n);
    *ret_key = p[n] ? p + n + 1 : p + n;
    return 0;
}

static int check_uri(const char *uri, const char *member, struct err *err)
{
    const char *p = uri ? uri + strlen("s3://") : NULL;

    if (!uri)
        return err_set(err, ERR_INVALID, "%s is required.", member);
    if (!str_starts(uri, "s3://") || *p == 0 || *p == '/')
        return err_set(err, ERR_INVALID,
                       "%s: \"%.300s\" is not an S3 URI of the form s3://bucket/prefix", member,
                       uri);
    return 0;
}

/* AWS's form (its service limits answer alike). */
static int check_instances(int64_t count, const char *what, struct err *err)
{
    if (count == 1)
        return 0;
    if (count < 1)
        return err_set(err, ERR_INVALID, "InstanceCount must be greater than or equal to 1.");
    return err_set(err, ERR_LIMIT,
                   "The account-level service limit 'Number of instances for a %s job' is 1 "
                   "Instances, with current utilization of 0 Instances and a request delta of %lld "
                   "Instances. Slipway runs a job on one machine: set InstanceCount to 1.",
                   what, (long long)count);
}

/* No name twice, over several lists. */
static int check_unique(const struct json *list, const char *member, const struct json *other,
                        const char *other_member, struct err *err)
{
    for (size_t i = 0; i < json_len(list); i++) {
        const char *name = json_get_str(json_at(list, i), member);
        bool twice = false;
        for (size_t k = 0; k < i; k++)
            twice |= str_eq(json_get_str(json_at(list, k), member), name);
        for (size_t k = 0; k < json_len(other); k++)
            twice |= str_eq(json_get_str(json_at(other, k), other_member), name);
        if (twice)
            return err_set(err, ERR_INVALID, "Input and Output names must be globally unique: [%s]",
                           name);
    }
    return 0;
}

/* --- processing --- */

static int check_local_path(const char *path, const char *list, size_t i, const char *what,
                            struct err *err)
{
    if (!path)
        return err_set(err, ERR_INVALID,
                       "%s.%zu.member.%s.LocalPath is required when AppManaged is false.", list,
                       i + 1, what);
    if ((!str_starts(path, "/opt/ml/processing/") && !str_eq(path, "/opt/ml/processing")) ||
        !path_is_below_opt_ml(path))
        return err_set(err, ERR_INVALID,
                       "%s.%zu.member.%s.LocalPath \"%.200s\" is invalid: it must be an absolute "
                       "path that begins with /opt/ml/processing",
                       list, i + 1, what, path);
    return 0;
}

static int check_processing_inputs(const struct json *inputs, struct err *err)
{
    char member[80];

    for (size_t i = 0; i < json_len(inputs); i++) {
        const struct json *s3 = json_get(json_at(inputs, i), "S3Input");
        if (!s3)
            return err_set(err, ERR_INVALID,
                           "ProcessingInputs.%zu.member: one of S3Input and DatasetDefinition is "
                           "required.",
                           i + 1);
        snprintf(member, sizeof(member), "ProcessingInputs.%zu.member.S3Input.S3Uri", i + 1);
        if (check_uri(json_get_str(s3, "S3Uri"), member, err) != 0 ||
            check_local_path(json_get_str(s3, "LocalPath"), "ProcessingInputs", i, "S3Input",
                             err) != 0)
            return -1;
    }
    return 0;
}

static int check_processing_outputs(const struct json *outputs, struct err *err)
{
    char member[96];

    for (size_t i = 0; i < json_len(outputs); i++) {
        const struct json *s3 = json_get(json_at(outputs, i), "S3Output");
        if (!s3)
            return err_set(err, ERR_INVALID,
                           "ProcessingOutputConfig.Outputs.%zu.member.S3Output is required.",
                           i + 1);
        snprintf(member, sizeof(member), "ProcessingOutputConfig.Outputs.%zu.member.S3Output.S3Uri",
                 i + 1);
        if (check_uri(json_get_str(s3, "S3Uri"), member, err) != 0 ||
            check_local_path(json_get_str(s3, "LocalPath"), "ProcessingOutputConfig.Outputs", i,
                             "S3Output", err) != 0)
            return -1;
    }
    return 0;
}

static int check_processing(const struct json *r, struct err *err)
{
    const struct json *cluster = json_get(json_get(r, "ProcessingResources"), "ClusterConfig");
    const struct json *inputs = json_get(r, "ProcessingInputs");
    const struct json *outputs = json_get(json_get(r, "ProcessingOutputConfig"), "Outputs");

    if (!job_image(JOB_PROCESSING, r))
        return err_set(err, ERR_INVALID, "AppSpecification.ImageUri is required.");
    if (check_instances(json_get_int(cluster, "InstanceCount", 1), "processing", err) != 0 ||
        check_unique(inputs, "InputName", NULL, NULL, err) != 0 ||
        check_unique(outputs, "OutputName", inputs, "InputName", err) != 0 ||
        check_processing_inputs(inputs, err) != 0 || check_processing_outputs(outputs, err) != 0)
        return -1;
    if (json_len(json_get(json_get(r, "AppSpecification"), "ContainerEntrypoint")) == 0)
        return err_set(err, ERR_INVALID,
                       "AppSpecification.ContainerEntrypoint is required here: the image %s is "
                       "mapped to an interpreter of this machine, so its own entrypoint is not "
                       "known.",
                       job_image(JOB_PROCESSING, r));
    return 0;
}

/* --- training --- */

static int check_channels(const struct json *channels, struct err *err)
{
    char member[96];

    for (size_t i = 0; i < json_len(channels); i++) {
        const struct json *c = json_at(channels, i);
        const char *name = json_get_str(c, "ChannelName");
        const struct json *s3 = json_get(json_get(c, "DataSource"), "S3DataSource");
        if (str_eq(name, ".") || str_eq(name, ".."))
            return err_set(err, ERR_INVALID,
                           "InputDataConfig.%zu.member.ChannelName: \"%s\" is "
                           "not a name",
                           i + 1, name);
        for (size_t k = 0; k < i; k++)
            if (str_eq(json_get_str(json_at(channels, k), "ChannelName"), name))
                return err_set(err, ERR_INVALID,
                               "Channel names must be unique. Duplicate channel name: %s", name);
        snprintf(member, sizeof(member), "InputDataConfig.%zu.member.DataSource.S3DataSource.S3Uri",
                 i + 1);
        if (check_uri(json_get_str(s3, "S3Uri"), member, err) != 0)
            return -1;
    }
    return 0;
}

static int check_entry(const struct json *r, struct err *err)
{
    const struct json *spec = json_get(r, "AlgorithmSpecification");

    if (json_len(json_get(spec, "ContainerEntrypoint")) > 0 ||
        json_get_str(json_get(r, "HyperParameters"), "sagemaker_program"))
        return 0;
    return err_set(
        err, ERR_INVALID,
        "AlgorithmSpecification: the image %s is mapped to an interpreter of this "
        "machine, so its own training program is not known. Give the script (entry_point "
        "of the SDK: hyperparameters sagemaker_program and sagemaker_submit_directory) "
        "or ContainerEntrypoint.",
        job_image(JOB_TRAINING, r));
}

static int check_training(const struct json *r, struct err *err)
{
    const struct json *output = json_get(r, "OutputDataConfig");
    const struct json *checkpoints = json_get(r, "CheckpointConfig");
    const char *path = json_get_str(checkpoints, "LocalPath");

    if (!job_image(JOB_TRAINING, r))
        return err_set(err, ERR_INVALID, "AlgorithmSpecification.TrainingImage is required.");
    if (!json_get(r, "ResourceConfig"))
        return err_set(err, ERR_INVALID, "ResourceConfig is required.");
    if (check_instances(json_get_int(json_get(r, "ResourceConfig"), "InstanceCount", 1), "training",
                        err) != 0 ||
        check_channels(json_get(r, "InputDataConfig"), err) != 0 ||
        check_uri(json_get_str(output, "S3OutputPath"), "OutputDataConfig.S3OutputPath", err) != 0)
        return -1;
    if (checkpoints &&
        check_uri(json_get_str(checkpoints, "S3Uri"), "CheckpointConfig.S3Uri", err) != 0)
        return -1;
    if (path && !path_is_below_opt_ml(path))
        return err_set(err, ERR_INVALID,
                       "CheckpointConfig.LocalPath \"%.200s\": only paths below /opt/ml are kept "
                       "here",
                       path);
    return check_entry(r, err);
}

int job_check(enum job_kind kind, const struct json *request, struct err *err)
{
    return kind == JOB_PROCESSING ? check_processing(request, err) : check_training(request, err);
}
