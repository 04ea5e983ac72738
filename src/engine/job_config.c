/* The container contract's files and environment.
 *
 * Source: AWS documentation "Build your own processing container", "How Amazon SageMaker provides
 * training information", and what the SDKs' own scripts in a container read (environment.py of SDK
 * v3 wants current_host, hosts, network_interface_name and current_instance_type). */
#include "engine/job_config.h"
#include "base/fs.h"
#include "base/text.h"
#include <stdio.h>
#include <string.h>

#define HOST "algo-1"

/* --- files --- */

static struct json *hosts_of(struct arena *a)
{
    struct json *hosts = json_array(a);

    json_push_str(a, hosts, HOST);
    return hosts;
}

static void copy_members(struct arena *a, struct json *to, const struct json *from,
                         const char *const *names)
{
    for (; *names; names++)
        json_set(a, to, *names, json_get(from, *names));
}

static void processing_files(struct job_inputs *in, const struct job *j)
{
    static const char *const members[] = {"ProcessingInputs",    "ProcessingOutputConfig",
                                          "ProcessingResources", "StoppingCondition",
                                          "AppSpecification",    "Environment",
                                          "NetworkConfig",       "RoleArn",
                                          "ExperimentConfig",    NULL};
    struct arena *a = in->arena;
    struct json *config = json_object(a), *resources = json_object(a);
    const struct json *outputs =
        json_get(json_get(j->request, "ProcessingOutputConfig"), "Outputs");

    json_set_str(a, config, "ProcessingJobArn", j->arn);
    json_set_str(a, config, "ProcessingJobName", j->name);
    copy_members(a, config, j->request, members);
    inputs_json(in, "config/processingjobconfig.json", config);
    json_set_str(a, resources, "current_host", HOST);
    json_set(a, resources, "hosts", hosts_of(a));
    inputs_json(in, "config/resourceconfig.json", resources);
    inputs_dir(in, "output");
    inputs_dir(in, "processing");
    for (size_t i = 0; i < json_len(outputs); i++) {
        const struct json *s3 = json_get(json_at(outputs, i), "S3Output");
        inputs_dir(in, path_below_opt_ml(a, json_get_str(s3, "LocalPath")));
    }
}

static struct json *channel_config(struct arena *a, const struct job *j, const struct json *channel)
{
    const char *mode = json_get_str(channel, "InputMode");
    const char *distribution = json_get_str(
        json_get(json_get(channel, "DataSource"), "S3DataSource"), "S3DataDistributionType");
    struct json *c = json_object(a);

    if (!mode)
        mode = json_get_str(json_get(j->request, "AlgorithmSpecification"), "TrainingInputMode");
    json_set_str(a, c, "ContentType", json_get_str(channel, "ContentType"));
    json_set_str(a, c, "TrainingInputMode", mode ? mode : "File");
    json_set_str(a, c, "S3DistributionType", distribution ? distribution : "FullyReplicated");
    json_set_str(a, c, "RecordWrapperType", "None");
    return c;
}

static struct json *resource_config(struct arena *a, const struct job *j)
{
    const char *type = json_get_str(json_get(j->request, "ResourceConfig"), "InstanceType");
    struct json *r = json_object(a), *group = json_object(a), *groups = json_array(a);

    json_set_str(a, group, "instance_group_name", "homogeneousCluster");
    json_set_str(a, group, "instance_type", type ? type : "ml.m5.xlarge");
    json_set(a, group, "hosts", hosts_of(a));
    json_push(a, groups, group);
    json_set_str(a, r, "current_host", HOST);
    json_set_str(a, r, "current_instance_type", type ? type : "ml.m5.xlarge");
    json_set_str(a, r, "current_group_name", "homogeneousCluster");
    json_set(a, r, "hosts", hosts_of(a));
    json_set(a, r, "instance_groups", groups);
    json_set_str(a, r, "network_interface_name", "lo"); /* one host: what it has for sure */
    json_set_str(a, r, "topology", NULL);
    return r;
}

static void training_files(struct job_inputs *in, const struct job *j)
{
    struct arena *a = in->arena;
    const struct json *channels = json_get(j->request, "InputDataConfig");
    const struct json *metrics =
        json_get(json_get(j->request, "AlgorithmSpecification"), "MetricDefinitions");
    struct json *hyper = json_get(j->request, "HyperParameters"), *data = json_object(a);
    struct json *init = json_object(a), *job = json_copy(a, j->request);

    for (size_t i = 0; i < json_len(channels); i++) {
        const struct json *c = json_at(channels, i);
        json_set(a, data, json_get_str(c, "ChannelName"), channel_config(a, j, c));
    }
    json_set_str(a, init, "inputMode", "File");
    json_del(job, "Tags");
    json_set_str(a, job, "TrainingJobArn", j->arn);
    inputs_json(in, "input/config/hyperparameters.json", hyper ? hyper : json_object(a));
    inputs_json(in, "input/config/inputdataconfig.json", data);
    inputs_json(in, "input/config/resourceconfig.json", resource_config(a, j));
    inputs_json(in, "input/config/init-config.json", init);
    inputs_json(in, "input/config/metric-definition-regex.json", metrics ? metrics : json_array(a));
    inputs_json(in, "input/config/trainingjobconfig.json", job);
    inputs_json(in, "input/config/upstreamoutputdataconfig.json", json_array(a));
    inputs_dir(in, "model");
    inputs_dir(in, "code");
    inputs_dir(in, "input/data");
    inputs_dir(in, "output/data");
    inputs_dir(in, "output/metrics/sagemaker");
    const char *checkpoints = job_checkpoint_path(in->arena, j);
    inputs_dir(in, checkpoints ? checkpoints : "checkpoints");
}

void job_config_files(struct job_inputs *in, const struct job *j)
{
    if (j->kind == JOB_PROCESSING)
        processing_files(in, j);
    else
        training_files(in, j);
}

const char *job_checkpoint_path(struct arena *a, const struct job *j)
{
    const struct json *c =
        j->kind == JOB_TRAINING ? json_get(j->request, "CheckpointConfig") : NULL;
    const char *path = json_get_str(c, "LocalPath");

    if (!c)
        return NULL;
    return path ? path_below_opt_ml(a, path) : "checkpoints";
}

/* --- environment --- */

static void add_request(struct arena *a, const struct job *j, struct json *env)
{
    const struct json *given = json_get(j->request, "Environment");

    for (size_t i = 0; i < json_len(given); i++)
        if (json_str(given->items[i]))
            json_set_str(a, env, given->keys[i], json_str(given->items[i]));
}

/* Both SDKs ask STS at its own https address, whatever AWS_ENDPOINT_URL says: the engine's port is
 * the proxy for that (it tunnels what is not AWS's), and its authority is in the bundle. */
static void add_proxy(struct engine *e, struct arena *a, struct json *env)
{
    const char *bundle = job_ca_bundle(e, a), *skip = "127.0.0.1,localhost,::1";

    if (!bundle)
        return;
    json_set_str(a, env, "AWS_CA_BUNDLE", bundle);
    json_set_str(a, env, "HTTPS_PROXY", e->config.endpoint);
    json_set_str(a, env, "https_proxy", e->config.endpoint);
    const char *host = strstr(e->config.endpoint, "://");
    if (host)
        skip = arena_printf(a, "%s,%.*s", skip, (int)strcspn(host + 3, ":/"), host + 3);
    json_set_str(a, env, "NO_PROXY", skip);
    json_set_str(a, env, "no_proxy", skip);
}

const char *job_ca_bundle(struct engine *e, struct arena *a)
{
    const char *path = arena_printf(a, "%s/tls/ca-bundle.pem", e->config.data_dir);

    return fs_exists(path) ? path : NULL;
}

static void add_access(struct engine *e, struct arena *a, const struct job *j, struct json *env)
{
    const char *access_key, *secret;

    json_set_str(a, env, "AWS_REGION", j->who.region);
    json_set_str(a, env, "AWS_DEFAULT_REGION", j->who.region);
    if (!job_network(j->kind, j->request) || !e->config.endpoint)
        return;
    if (access_of_job(e, a, j->id, &access_key, &secret) != 0)
        return;
    json_set_str(a, env, "AWS_ENDPOINT_URL", e->config.endpoint);
    json_set_str(a, env, "S3_ENDPOINT_URL", e->config.endpoint); /* sagemaker-training reads it */
    json_set_str(a, env, "AWS_ACCESS_KEY_ID", access_key);
    json_set_str(a, env, "AWS_SECRET_ACCESS_KEY", secret);
    json_set_str(a, env, "AWS_EC2_METADATA_DISABLED",
                 "true"); /* else a lookup that takes seconds */
    add_proxy(e, a, env);
}

static void add_runtime(struct arena *a, const char *const *runtime, struct json *env)
{
    for (; runtime && *runtime; runtime++) {
        const char *equals = strchr(*runtime, '=');
        if (equals)
            json_set_str(a, env, arena_strndup(a, *runtime, (size_t)(equals - *runtime)),
                         equals + 1);
    }
}

void job_environment(struct engine *e, struct arena *a, const struct job *j,
                     const char *const *runtime, struct json *env)
{
    bool training = j->kind == JOB_TRAINING;

    add_runtime(a, runtime, env);
    add_access(e, a, j, env);
    json_set_str(a, env, training ? "TRAINING_JOB_NAME" : "PROCESSING_JOB_NAME", j->name);
    json_set_str(a, env, training ? "TRAINING_JOB_ARN" : "PROCESSING_JOB_ARN", j->arn);
    add_request(a, j, env);
}

const char *const *job_env_list(struct arena *a, const struct json *env)
{
    const char **list = arena_zalloc(a, (json_len(env) + 1) * sizeof(*list));

    for (size_t i = 0; i < json_len(env); i++)
        list[i] = arena_printf(a, "%s=%s", env->keys[i], json_str(env->items[i]));
    return list;
}

/* --- the command --- */

const char *const *job_given_argv(struct arena *a, const struct job *j)
{
    const struct json *spec = json_get(
        j->request, j->kind == JOB_PROCESSING ? "AppSpecification" : "AlgorithmSpecification");
    const struct json *entry = json_get(spec, "ContainerEntrypoint");
    const struct json *arguments = json_get(spec, "ContainerArguments");
    const char **argv =
        arena_zalloc(a, (json_len(entry) + json_len(arguments) + 1) * sizeof(*argv));
    size_t n = 0;

    if (json_len(entry) == 0)
        return NULL;
    for (size_t i = 0; i < json_len(entry); i++)
        argv[n++] = json_str(json_at(entry, i));
    for (size_t i = 0; i < json_len(arguments); i++)
        argv[n++] = json_str(json_at(arguments, i));
    return argv;
}

const char *job_hyperparameter(struct arena *a, const struct json *params, const char *name)
{
    const char *text = json_get_str(params, name);
    struct err ignored = {0};
    struct json *v;

    if (!text)
        return NULL;
    /* The SDKs send JSON texts; a plain string is taken as it is. */
    if (json_parse(a, text, strlen(text), &v, &ignored) == 0 && json_str(v))
        return json_str(v);
    return text;
}
