/* Any request for a job that its shape lets through, and any log under any metric definitions. The
 * first byte says which:
 *
 *   'P' 'T'  JSON of CreateProcessingJob, CreateTrainingJob: it is refused with a message, or what
 *            is made of it (paths, files, command) is what the executor takes
 *   'M'      a line of JSON, [{"Name", "Regex"}], and the log
 *   'K'      an S3 URI and a key: names of files
 *   'R'      a requirements.txt */
#include "aws/shape.h"
#include "base/fs.h"
#include "base/text.h"
#include "engine/job_config.h"
#include "exec/runtime.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char dir[64];
static struct engine engine;

static void expect(bool so)
{
    if (!so)
        abort();
}

static void end(void)
{
    struct err err;

    series_close(engine.config.series);
    fs_remove_tree(dir, &err);
}

static void begin(void)
{
    struct err err;

    if (dir[0])
        return;
    snprintf(dir, sizeof(dir), "/dev/shm/slipway-fuzz-XXXXXX");
    expect(mkdtemp(dir) != NULL && series_open(dir, &engine.config.series, &err) == 0);
    engine.config.data_dir = dir;
    engine.config.region = "r";
    atexit(end);
}

/* Relative, and no part of it empty, "." or "..". */
static void check_path(const char *path)
{
    for (const char *p = path;; p++) {
        size_t n = strcspn(p, "/");
        expect(n > 0 && !(n == 1 && *p == '.') && !(n == 2 && p[0] == '.' && p[1] == '.'));
        p += n;
        if (!*p)
            return;
    }
}

/* --- requests --- */

static struct json *checked(struct arena *a, const char *operation, const struct json *in)
{
    const struct shape_operation *op = shape_operation(&shapes_sagemaker, operation);
    struct shape_fault fault = {0};
    struct json *out;

    return shape_check(&shapes_sagemaker, op->input, a, in, &out, NULL, &fault) == 0 ? out : NULL;
}

static void check_uri(struct arena *a, const char *uri)
{
    const char *bucket, *key;
    struct err err = {0};

    if (!uri)
        return;
    expect(s3_uri_split(a, uri, &bucket, &key, &err) == 0);
    expect(*bucket && !strchr(bucket, '/') && str_ends(uri, key));
}

static void check_uris(struct arena *a, const struct json *v)
{
    check_uri(a, json_get_str(json_get(v, "S3Input"), "S3Uri"));
    check_uri(a, json_get_str(json_get(v, "S3Output"), "S3Uri"));
    for (size_t i = 0; i < json_len(v); i++)
        if (json_len(v->items[i]))
            check_uris(a, v->items[i]);
}

static void check_files(struct arena *a, const struct job *j)
{
    struct job_inputs in;
    struct json *v;
    struct err err;

    inputs_begin(&in, &engine, a);
    job_config_files(&in, j);
    inputs_end(&in);
    expect(in.n > 0);
    for (size_t i = 0; i < in.n; i++) {
        check_path(in.items[i].path);
        expect(json_parse(a, in.items[i].data, in.items[i].len, &v, &err) == 0);
    }
    for (const char **d = in.dirs; *d; d++)
        check_path(*d);
}

static void fuzz_request(struct arena *a, enum job_kind kind, const char *text)
{
    struct job j = {.arena = a, .kind = kind, .name = "n", .arn = "arn:n", .id = "i"};
    struct json *v;
    struct err err = {0};

    if (json_parse(a, text, strlen(text), &v, &err) != 0)
        return;
    j.request = checked(a, kind == JOB_PROCESSING ? "CreateProcessingJob" : "CreateTrainingJob", v);
    if (!j.request)
        return;
    if (job_check(kind, j.request, &err) != 0) {
        expect((err.code == ERR_INVALID || err.code == ERR_LIMIT) && err.msg[0]);
        return;
    }
    expect(job_image(kind, j.request) && job_max_runtime_s(kind, j.request) > 0);
    job_network(kind, j.request);
    check_uris(a, j.request);
    check_files(a, &j);
    const char *const *argv = job_given_argv(a, &j);
    const char *program =
        job_hyperparameter(a, json_get(j.request, "HyperParameters"), "sagemaker_program");
    expect(argv ? argv[0] != NULL : kind == JOB_TRAINING && program);
    const char *const *env = job_env_list(a, json_get(j.request, "Environment"));
    for (; *env; env++)
        expect(strchr(*env, '=') != NULL);
}

/* --- metrics --- */

static void fuzz_metrics(struct arena *a, const char *text, size_t len)
{
    static int times;
    const char *log = memchr(text, '\n', len);
    struct json *v, *in = json_object(a), *algorithm = json_object(a), *final, *statistics;
    struct err err = {0};
    char path[80];

    if (!log || json_parse(a, text, (size_t)(log - text), &v, &err) != 0)
        return;
    /* as its shape lets it through */
    json_set_str(a, algorithm, "TrainingInputMode", "File");
    json_set(a, algorithm, "MetricDefinitions", v);
    expect(json_parse(a, "{}", 2, &in, &err) == 0);
    json_set_str(a, in, "TrainingJobName", "n");
    json_set_str(a, in, "RoleArn", "arn:aws:iam::123456789012:role/r");
    json_set(a, in, "AlgorithmSpecification", algorithm);
    json_set(a, in, "OutputDataConfig", json_object(a));
    json_set_str(a, json_get(in, "OutputDataConfig"), "S3OutputPath", "s3://b/k");
    json_set(a, in, "StoppingCondition", json_object(a));
    struct job j = {.arena = a,
                    .kind = JOB_TRAINING,
                    .name = arena_printf(a, "n%d", ++times),
                    .request = checked(a, "CreateTrainingJob", in)};
    if (!j.request)
        return;
    snprintf(path, sizeof(path), "%s/log", dir);
    expect(fs_replace(path, log + 1, len - (size_t)(log + 1 - text), 0600, &err) == 0);
    expect(job_metrics(&engine, a, &j, dir, &final, &statistics, &err) == 0);
    expect(json_len(final) <= json_len(v));
    for (size_t i = 0; i < json_len(final); i++)
        expect(*json_get_str(json_at(final, i), "MetricName"));
    if (times % 256 == 0)
        expect(series_reset(engine.config.series, &err) == 0);
}

/* --- keys --- */

static void fuzz_key(struct arena *a, const char *uri, const char *rest)
{
    const char *bucket, *prefix, *name;
    struct err err = {0};

    const char *below = path_below_opt_ml(a, arena_printf(a, "/opt/ml/%s", rest));
    if (below && *below)
        check_path(below);
    if (s3_uri_split(a, uri, &bucket, &prefix, &err) != 0) {
        expect(err.code == ERR_INVALID && err.msg[0]);
        return;
    }
    const char *key = arena_printf(a, "%s%s", prefix, rest);
    name = input_file_name(a, prefix, key);
    expect(!name || (*name && str_ends(key, name)));
}

/* A line that names a file is one wherever it stands, and any other is none. */
static void fuzz_requirements(struct arena *a, const char *text)
{
    static const char *const others[] = {"-r x", "\t--constraint x", "./x.whl", "x @ file:///x"};
    bool alone = runtime_stands_alone(text);

    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
        expect(!runtime_stands_alone(arena_printf(a, "%s\n%s", text, others[i])));
        expect(!runtime_stands_alone(arena_printf(a, "%s\n%s", others[i], text)));
    }
    expect(runtime_stands_alone(arena_printf(a, "%s\n# x\n\nx==1 # -r", text)) == alone);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cleanup_arena struct arena *a = arena_create((size_t)64 << 20);

    if (size == 0)
        return 0;
    begin();
    char *text = arena_zalloc(a, size), *line;
    memcpy(text, data + 1, size - 1);
    if (data[0] == 'P' || data[0] == 'T') {
        fuzz_request(a, data[0] == 'P' ? JOB_PROCESSING : JOB_TRAINING, text);
    } else if (data[0] == 'M') {
        fuzz_metrics(a, text, size - 1);
    } else if (data[0] == 'R') {
        fuzz_requirements(a, text);
    } else {
        line = strsep(&text, "\n");
        fuzz_key(a, line, text ? text : "");
    }
    return 0;
}
