/* Jobs over the real store, with an executor whose programs run when the test says so: what they
 * leave, how they end, who starts first, and what is left when the engine ends in between. */
#include "base/sys.h"
#include "engine/experiments.h"
#include "world.h"

/* --- the executor: directories are the dry one's, what they say is the test's --- */

struct program {
    char id[128], dir[512];
    struct job_status status;
    bool cancelled;
};
static struct {
    struct exec base;
    struct exec_config config;
    struct exec *dry;
    struct program programs[256];
    int n;
    int submits;
    enum err_code refuse; /* the next submit fails like this */
    pthread_mutex_t lock;
} f = {.lock = PTHREAD_MUTEX_INITIALIZER};

static struct program *program_of(const char *dir)
{
    for (int i = 0; i < f.n; i++)
        if (strcmp(f.programs[i].dir, dir) == 0)
            return &f.programs[i];
    return NULL;
}

static int fake_open(const struct exec_config *config, struct exec **ret, struct err *err);

static void fake_close(struct exec *e)
{
    f.dry->ops->close(f.dry);
}

static int fake_submit(struct exec *e, const struct job_spec *spec, struct err *err)
{
    int rc = 0;

    pthread_mutex_lock(&f.lock);
    f.submits++;
    if (f.refuse) {
        rc = err_set(err, f.refuse, "refused");
        f.refuse = ERR_NONE;
    } else if ((rc = f.dry->ops->submit(f.dry, spec, err)) == 0) {
        struct program *p = &f.programs[f.n++];
        *p = (struct program){.status = {.phase = JOB_RUNNING, .started_ms = sys->wall_ms()}};
        snprintf(p->id, sizeof(p->id), "%s", spec->id);
        snprintf(p->dir, sizeof(p->dir), "%s", spec->dir);
    }
    pthread_mutex_unlock(&f.lock);
    return rc;
}

static int fake_poll(struct exec *e, const char *dir, struct job_status *ret, struct err *err)
{
    int rc = 0;

    pthread_mutex_lock(&f.lock);
    struct program *p = program_of(dir);
    if (p)
        *ret = p->status;
    else
        rc = err_set(err, ERR_NOT_FOUND, "no job in %s", dir);
    pthread_mutex_unlock(&f.lock);
    return rc;
}

static int fake_adopt(struct exec *e, const char *id, const char *dir, struct job_status *ret,
                      struct err *err)
{
    if (fake_poll(e, dir, ret, err) != 0)
        return -1;
    if (ret->phase == JOB_EXITED && ret->cause == JOB_CAUSE_NEVER) { /* as if it were new */
        pthread_mutex_lock(&f.lock);
        program_of(dir)->dir[0] = 0;
        pthread_mutex_unlock(&f.lock);
    }
    return 0;
}

static void program_end(struct program *p, struct job_status st)
{
    char id[128];

    st.phase = JOB_EXITED;
    st.started_ms = p->status.started_ms;
    st.ended_ms = sys->wall_ms();
    pthread_mutex_lock(&f.lock);
    p->status = st;
    snprintf(id, sizeof(id), "%s", p->id);
    pthread_mutex_unlock(&f.lock);
    f.config.changed(f.config.ctx, id);
}

static int fake_cancel(struct exec *e, const char *dir, enum job_cause why, struct err *err)
{
    struct program *p = program_of(dir);

    p->cancelled = true;
    if (p->status.phase == JOB_RUNNING)
        program_end(p, (struct job_status){.cause = why, .exit_code = 143});
    return 0;
}

static const struct exec_ops fake = {.name = "fake",
                                     .open = fake_open,
                                     .close = fake_close,
                                     .submit = fake_submit,
                                     .poll = fake_poll,
                                     .adopt = fake_adopt,
                                     .cancel = fake_cancel};

static int fake_open(const struct exec_config *config, struct exec **ret, struct err *err)
{
    struct exec_config quiet = {.data_dir = config->data_dir};

    f.config = *config;
    f.base = (struct exec){.ops = &fake};
    *ret = &f.base;
    if (exec_dry.open(&quiet, &f.dry, err) != 0)
        return -1;
    f.base.run_dir = f.dry->run_dir;
    return 0;
}

/* --- helpers --- */

/* An interpreter for those who ask what it is. */
static const char *interpreter(void)
{
    static const char script[] =
        "#!/bin/sh\necho '{\"python\": \"/usr/bin/python3\", \"version\": \"3.11.2\", \"prefix\": "
        "\"/usr\", \"base_prefix\": \"/usr\", \"platlib\": \"/usr/lib\", \"purelib\": "
        "\"/usr/lib\", \"packages\": {}}'\n";
    const char *path = arena_printf(w.arena, "%s/python", w.dir);
    struct err err = {0};

    CHECK_OK(fs_replace(path, script, strlen(script), 0755, &err), err);
    return path;
}

static void begin(void)
{
    struct err err = {0};
    struct bucket_info bucket;

    f.n = f.submits = 0;
    f.refuse = ERR_NONE;
    world_begin(&fake);
    CHECK_OK(runtime_add(w.engine, "", "*", interpreter(), &err), err);
    CHECK_OK(bucket_create(w.objects, "bucket", "us-east-1", &err), err);
    CHECK_OK(bucket_get(w.objects, w.arena, "bucket", &bucket, &err), err);
}

static void put(const char *key, const char *text)
{
    struct object_info info;
    struct err err = {0};

    CHECK_OK(object_put_bytes(w.objects, w.arena, "bucket", key, strlen(key), text, strlen(text),
                              NULL, NULL, &info, &err),
             err);
}

static const char *got(const char *key, int64_t *ret_size)
{
    struct object_info info;
    struct err err = {0};

    if (object_get(w.objects, w.arena, "bucket", key, strlen(key), &info, &err) != 0)
        return NULL;
    if (ret_size)
        *ret_size = info.size;
    return info.data ? arena_strndup(w.arena, info.data, (size_t)info.size) : "(blob)";
}

static struct json *processing(const char *name)
{
    static const char text[] =
        "{\"RoleArn\":\"arn:aws:iam::123456789012:role/r\",\"AppSpecification\":{\"ImageUri\":"
        "\"x/y:1\",\"ContainerEntrypoint\":[\"true\"]},\"ProcessingResources\":{\"ClusterConfig\":"
        "{\"InstanceCount\":1,\"InstanceType\":\"ml.m5.large\",\"VolumeSizeInGB\":1}},"
        "\"ProcessingOutputConfig\":{\"Outputs\":[{\"OutputName\":\"o\",\"S3Output\":{\"S3Uri\":"
        "\"s3://bucket/out\",\"LocalPath\":\"/opt/ml/processing/out\",\"S3UploadMode\":"
        "\"EndOfJob\"}}]},\"Tags\":[{\"Key\":\"k\",\"Value\":\"v\"}]}";
    struct err err = {0};
    struct json *r = NULL;

    CHECK_OK(json_parse(w.arena, text, strlen(text), &r, &err), err);
    json_set_str(w.arena, r, "ProcessingJobName", name);
    return r;
}

static void add_input(struct json *r, const char *name, const char *uri, const char *path)
{
    struct json *input = json_object(w.arena), *s3 = json_object(w.arena);

    if (!json_get(r, "ProcessingInputs"))
        json_set(w.arena, r, "ProcessingInputs", json_array(w.arena));
    json_set_str(w.arena, s3, "S3Uri", uri);
    json_set_str(w.arena, s3, "LocalPath", path);
    json_set_str(w.arena, s3, "S3DataType", "S3Prefix");
    json_set_str(w.arena, input, "InputName", name);
    json_set(w.arena, input, "S3Input", s3);
    json_push(w.arena, json_get(r, "ProcessingInputs"), input);
}

static struct json *training(const char *name)
{
    static const char text[] =
        "{\"RoleArn\":\"arn:aws:iam::123456789012:role/r\",\"AlgorithmSpecification\":{"
        "\"TrainingImage\":\"x/y:1\",\"TrainingInputMode\":\"File\",\"ContainerEntrypoint\":["
        "\"true\"],\"MetricDefinitions\":[{\"Name\":\"auc\",\"Regex\":\"auc=([0-9.]+)\"},{\"Name\":"
        "\"never\",\"Regex\":\"never=([0-9.]+)\"}]},\"OutputDataConfig\":{\"S3OutputPath\":"
        "\"s3://bucket/models/\",\"CompressionType\":\"NONE\"},\"ResourceConfig\":{"
        "\"InstanceCount\":1,\"InstanceType\":\"ml.m5.large\",\"VolumeSizeInGB\":1},"
        "\"StoppingCondition\":{\"MaxRuntimeInSeconds\":60}}";
    struct err err = {0};
    struct json *r = NULL;

    CHECK_OK(json_parse(w.arena, text, strlen(text), &r, &err), err);
    json_set_str(w.arena, r, "TrainingJobName", name);
    return r;
}

static int submit(enum job_kind kind, const char *name, const struct json *r, struct err *err)
{
    struct job_order order = {.kind = kind, .name = name, .who = w.who, .request = r};
    const char *arn;

    return job_submit(w.engine, w.arena, &order, &arn, err);
}

static struct job *load(enum job_kind kind, const char *name)
{
    struct err err = {0};
    struct job *j = NULL;

    CHECK_OK(job_load(w.engine, w.arena, kind, "123456789012", "us-east-1", name, &j, &err), err);
    return j;
}

static struct job *until(enum job_kind kind, const char *name, enum job_state state)
{
    struct job *j = NULL;

    for (int i = 0; i < 1000; i++) {
        j = load(kind, name);
        if (!j || j->state == state || job_state_ended(j->state))
            break;
        nanosleep(&(struct timespec){.tv_nsec = 5000000}, NULL);
    }
    if (j)
        CHECK_STR(job_state_column(j->state), job_state_column(state));
    return j;
}

static struct program *running(enum job_kind kind, const char *name)
{
    struct job *j = until(kind, name, JOB_STATE_ACTIVE);

    for (int i = 0; i < f.n; i++)
        if (j && strcmp(f.programs[i].id, j->id) == 0)
            return &f.programs[i];
    CHECK(!"its program runs");
    return NULL;
}

/* A file as the program would write it. */
static void writes(const struct program *p, const char *path, const void *data, size_t n)
{
    struct err err = {0};
    char *full = arena_printf(w.arena, "%s/upper/opt/ml/%s", p->dir, path);
    char *dir = arena_strdup(w.arena, full);

    *strrchr(dir, '/') = 0;
    CHECK_OK(fs_mkdirs(dir, 0755, &err), err);
    CHECK_OK(fs_replace(full, data, n, 0600, &err), err);
}

static int count(const char *sql)
{
    struct err err = {0};
    struct db *db = store_reader(w.store, &err);
    int64_t n = -1;

    CHECK_INT(db_get_int(db, &n, &err, sql, ""), 1);
    store_reader_done(w.store, db);
    return (int)n;
}

/* --- processing --- */

TEST(outputs_become_objects)
{
    static char big[100000];
    struct err err = {0};
    struct json *r, *d;
    int64_t size = 0;

    begin();
    memset(big, 'x', sizeof(big));
    put("in/a.csv", "1,2");
    put("in/sub/b.csv", "3");
    r = processing("p");
    add_input(r, "data", "s3://bucket/in", "/opt/ml/processing/in");
    CHECK_OK(submit(JOB_PROCESSING, "p", r, &err), err);
    struct program *p = running(JOB_PROCESSING, "p");
    CHECK_INT(count("SELECT COUNT(*) FROM access_keys WHERE kind = 'job'"), 1);
    CHECK_INT(count("SELECT COUNT(*) FROM tags"), 1);
    writes(p, "processing/out/small.json", "{}", 2);
    writes(p, "processing/out/deep/big.bin", big, sizeof(big));
    writes(p, "output/message", "all went well \n", 15);
    program_end(p, (struct job_status){.cause = JOB_CAUSE_EXIT});
    d = job_describe(until(JOB_PROCESSING, "p", JOB_STATE_COMPLETED), w.arena);
    CHECK_STR(json_get_str(d, "ProcessingJobStatus"), "Completed");
    CHECK_STR(json_get_str(d, "ExitMessage"), "all went well");
    CHECK(json_get(d, "Tags") == NULL && json_get(d, "_exit_code") == NULL);
    CHECK(json_num(json_get(d, "ProcessingEndTime"), 0) >=
          json_num(json_get(d, "ProcessingStartTime"), 1e30));
    CHECK_STR(got("out/small.json", NULL), "{}");
    CHECK_STR(got("out/deep/big.bin", &size), "(blob)");
    CHECK_INT(size, sizeof(big));
    CHECK_INT(count("SELECT COUNT(*) FROM access_keys WHERE kind = 'job'"), 0);
    world_end();
}

TEST(failed_jobs_say_why)
{
    struct err err = {0};
    struct job *j;

    begin();
    CHECK_OK(submit(JOB_PROCESSING, "p", processing("p"), &err), err);
    struct program *p = running(JOB_PROCESSING, "p");
    writes(p, "processing/out/half.json", "{", 1);
    program_end(p, (struct job_status){.cause = JOB_CAUSE_EXIT, .exit_code = 3});
    j = until(JOB_PROCESSING, "p", JOB_STATE_FAILED);
    CHECK_STR(j->failure_reason, "AlgorithmError: See job logs for more information, exit code: 3");
    CHECK(got("out/half.json", NULL) == NULL);

    CHECK_OK(submit(JOB_TRAINING, "t", training("t"), &err), err);
    p = running(JOB_TRAINING, "t");
    writes(p, "output/failure", "ValueError: no\n", 15);
    program_end(p, (struct job_status){.cause = JOB_CAUSE_SIGNAL, .signal = 11});
    j = until(JOB_TRAINING, "t", JOB_STATE_FAILED);
    CHECK_STR(j->failure_reason, "AlgorithmError: ValueError: no, exit code: 139");

    CHECK_OK(submit(JOB_PROCESSING, "m", processing("m"), &err), err);
    program_end(running(JOB_PROCESSING, "m"), (struct job_status){.cause = JOB_CAUSE_MEMORY});
    j = until(JOB_PROCESSING, "m", JOB_STATE_FAILED);
    CHECK(str_starts(j->failure_reason, "ClientError: Please use an instance type with more"));
    world_end();
}

TEST(bad_inputs_fail_the_job)
{
    struct err err = {0};
    struct json *r;
    struct job *j;

    begin();
    put("clash/a", "file");
    put("clash/a/b", "file below it");
    put("dots/../x", "out");
    r = processing("none");
    add_input(r, "data", "s3://bucket/nothing", "/opt/ml/processing/in");
    CHECK_OK(submit(JOB_PROCESSING, "none", r, &err), err);
    j = until(JOB_PROCESSING, "none", JOB_STATE_FAILED);
    CHECK(str_starts(j->failure_reason,
                     "ClientError: No S3 objects found under S3 URL \"s3://bucket/nothing\""));
    r = processing("clash");
    add_input(r, "data", "s3://bucket/clash", "/opt/ml/processing/in");
    CHECK_OK(submit(JOB_PROCESSING, "clash", r, &err), err);
    j = until(JOB_PROCESSING, "clash", JOB_STATE_FAILED);
    CHECK(strstr(j->failure_reason, "a previously downloaded file/folder clashes with it"));
    r = processing("dots");
    add_input(r, "data", "s3://bucket/dots", "/opt/ml/processing/in");
    CHECK_OK(submit(JOB_PROCESSING, "dots", r, &err), err);
    j = until(JOB_PROCESSING, "dots", JOB_STATE_FAILED);
    CHECK(strstr(j->failure_reason, "cannot be the name of a file"));
    r = processing("bucket");
    add_input(r, "data", "s3://bucket-that-is-not/x", "/opt/ml/processing/in");
    CHECK_OK(submit(JOB_PROCESSING, "bucket", r, &err), err);
    j = until(JOB_PROCESSING, "bucket", JOB_STATE_FAILED);
    CHECK(strstr(j->failure_reason, "No S3 objects found"));
    CHECK_INT(f.submits, 0);
    world_end();
}

TEST(many_small_inputs_are_shared)
{
    struct err err = {0};
    struct json *r;
    struct stat st;
    char name[32], *text;
    size_t n;

    begin();
    for (int i = 0; i < 100; i++) {
        snprintf(name, sizeof(name), "many/%d.txt", i);
        put(name, arena_printf(w.arena, "text %d", i % 90)); /* some are the same */
    }
    for (int run = 0; run < 2; run++) {
        snprintf(name, sizeof(name), "p%d", run);
        r = processing(name);
        add_input(r, "data", "s3://bucket/many", "/opt/ml/processing/in");
        CHECK_OK(submit(JOB_PROCESSING, name, r, &err), err);
        struct program *p = running(JOB_PROCESSING, name);
        for (int i = 0; i < 100; i += 33) {
            char *path = arena_printf(w.arena, "%s/lower/opt/ml/processing/in/%d.txt", p->dir, i);
            CHECK_OK(fs_read(w.arena, path, 100, &text, &n, &err), err);
            CHECK_STR(text, arena_printf(w.arena, "text %d", i % 90));
            CHECK_INT(stat(path, &st), 0);
            CHECK(st.st_nlink > 1);
        }
        program_end(p, (struct job_status){.cause = JOB_CAUSE_EXIT});
        until(JOB_PROCESSING, name, JOB_STATE_COMPLETED);
    }
    world_end();
}

TEST(missing_output_bucket_fails_the_job)
{
    struct err err = {0};
    struct json *r;

    begin();
    r = processing("p");
    json_set_str(w.arena,
                 json_get(json_at(json_get(json_get(r, "ProcessingOutputConfig"), "Outputs"), 0),
                          "S3Output"),
                 "S3Uri", "s3://bucket-that-is-not/x");
    CHECK_OK(submit(JOB_PROCESSING, "p", r, &err), err);
    program_end(running(JOB_PROCESSING, "p"), (struct job_status){.cause = JOB_CAUSE_EXIT});
    struct job *j = until(JOB_PROCESSING, "p", JOB_STATE_FAILED);
    CHECK(strstr(j->failure_reason, "NoSuchBucket"));
    world_end();
}

TEST(names_are_unique_for_ever)
{
    struct err err = {0};

    begin();
    CHECK_OK(submit(JOB_PROCESSING, "p", processing("p"), &err), err);
    CHECK_INT(submit(JOB_PROCESSING, "p", processing("p"), &err), -1);
    CHECK_INT(err.code, ERR_EXISTS);
    CHECK(str_starts(err.msg, "Job name must be unique within an AWS account and region"));
    program_end(running(JOB_PROCESSING, "p"), (struct job_status){.cause = JOB_CAUSE_EXIT});
    until(JOB_PROCESSING, "p", JOB_STATE_COMPLETED);
    CHECK_INT(submit(JOB_PROCESSING, "p", processing("p"), &err), -1);
    world_stop();
    world_start();
    CHECK_INT(submit(JOB_PROCESSING, "p", processing("p"), &err), -1);
    CHECK_INT(err.code, ERR_EXISTS);
    CHECK_OK(submit(JOB_TRAINING, "p", training("p"), &err), err); /* of another kind */
    world_end();
}

static int create_unchecked(struct engine *e, void *arg, struct err *err)
{
    struct job *j;

    return job_create(e, arg, &j, err);
}

/* The experiment was there when the call looked, and has been deleted since. */
TEST(no_trial_is_made_in_an_experiment_that_is_gone)
{
    struct json *r, *config, *out = NULL, *in;
    struct err err = {0};

    begin();
    r = processing("p");
    config = json_object(w.arena);
    json_set_str(w.arena, config, "ExperimentName", "gone");
    json_set(w.arena, r, "ExperimentConfig", config);
    struct job_order order = {.kind = JOB_PROCESSING, .name = "p", .who = w.who, .request = r};
    CHECK_OK(engine_call(w.engine, create_unchecked, &order, &err), err);
    in = json_object(w.arena);
    json_set_str(w.arena, in, "TrialName", "p-aws-processing-job");
    CHECK_INT(trial_describe(w.engine, &w.who, w.arena, in, &out, &err), -1);
    CHECK_INT(err.code, ERR_NOT_FOUND);
    in = json_object(w.arena);
    json_set_str(w.arena, in, "TrialComponentName", "p-aws-processing-job");
    CHECK_OK(component_describe(w.engine, &w.who, w.arena, in, &out, &err), err);
    program_end(running(JOB_PROCESSING, "p"), (struct job_status){.cause = JOB_CAUSE_EXIT});
    until(JOB_PROCESSING, "p", JOB_STATE_COMPLETED);
    world_end();
}

/* --- training --- */

TEST(training_uploads_its_model_and_metrics)
{
    struct series_point *points;
    struct err err = {0};
    size_t n = 0;

    begin();
    CHECK_OK(submit(JOB_TRAINING, "t", training("t"), &err), err);
    struct program *p = running(JOB_TRAINING, "t");
    struct json *d = job_describe(load(JOB_TRAINING, "t"), w.arena);
    CHECK_STR(json_get_str(d, "SecondaryStatus"), "Training");
    CHECK_STR(json_get_str(json_get(d, "ModelArtifacts"), "S3ModelArtifacts"), "");
    writes(p, "model/model.bin", "m", 1);
    writes(p, "output/data/plot.txt", "p", 1);
    CHECK_OK(fs_replace(arena_printf(w.arena, "%s/log", p->dir), "auc=0.5\nx\nauc=0.75 b\n", 20,
                        0644, &err),
             err);
    program_end(p, (struct job_status){.cause = JOB_CAUSE_EXIT});
    d = job_describe(until(JOB_TRAINING, "t", JOB_STATE_COMPLETED), w.arena);
    CHECK_STR(json_get_str(json_get(d, "ModelArtifacts"), "S3ModelArtifacts"),
              "s3://bucket/models/t/output/model/");
    CHECK_STR(got("models/t/output/model/model.bin", NULL), "m");
    CHECK_STR(got("models/t/output/data/plot.txt", NULL), "p");
    const struct json *metrics = json_get(d, "FinalMetricDataList");
    CHECK_INT(json_len(metrics), 1);
    CHECK_STR(json_get_str(json_at(metrics, 0), "MetricName"), "auc");
    CHECK(json_num(json_get(json_at(metrics, 0), "Value"), 0) == 0.75);
    CHECK_OK(series_get(w.series, w.arena, "/aws/sagemaker/TrainingJobs", "auc",
                        "[{\"Name\":\"TrainingJobName\",\"Value\":\"t\"}]", NULL, 0, INT64_MAX,
                        &points, &n, &err),
             err);
    CHECK_INT(n, 2);
    const struct json *t = json_get(d, "SecondaryStatusTransitions");
    static const char *const want[] = {"Starting", "Downloading", "Training", "Uploading",
                                       "Completed"};
    CHECK_INT(json_len(t), 5);
    for (size_t i = 0; i < 5; i++) {
        CHECK_STR(json_get_str(json_at(t, i), "Status"), want[i]);
        CHECK(json_get(json_at(t, i), "EndTime") != NULL);
    }
    CHECK(json_get_int(d, "BillableTimeInSeconds", 0) >= 1);
    world_end();
}

TEST(stopped_training_keeps_what_it_made)
{
    struct err err = {0};
    struct job *j;

    begin();
    CHECK_OK(submit(JOB_TRAINING, "t", training("t"), &err), err);
    writes(running(JOB_TRAINING, "t"), "model/model.bin", "m", 1);
    CHECK_OK(job_request_stop(w.engine, w.arena, JOB_TRAINING, &w.who, "t", &err), err);
    j = until(JOB_TRAINING, "t", JOB_STATE_STOPPED);
    CHECK_STR(j->secondary, "Stopped");
    CHECK_STR(got("models/t/output/model/model.bin", NULL), "m");
    CHECK_INT(job_request_stop(w.engine, w.arena, JOB_TRAINING, &w.who, "t", &err), -1);
    CHECK_STR(err.msg, "The request was rejected because the training job is in status Stopped.");
    CHECK_OK(submit(JOB_TRAINING, "u", training("u"), &err), err);
    program_end(running(JOB_TRAINING, "u"), (struct job_status){.cause = JOB_CAUSE_TIMEOUT});
    j = until(JOB_TRAINING, "u", JOB_STATE_STOPPED);
    CHECK_STR(j->secondary, "MaxRuntimeExceeded");
    CHECK_INT(job_request_stop(w.engine, w.arena, JOB_TRAINING, &w.who, "no", &err), -1);
    CHECK_INT(err.code, ERR_NOT_FOUND);
    world_end();
}

/* --- who starts --- */

TEST(slots_are_shared_fairly)
{
    struct err err = {0};
    static const char *const names[] = {"a1", "a2", "a3", "b1"};

    w.max_jobs = 0;
    begin();
    world_stop();
    w.max_jobs = 1;
    world_start();
    for (int i = 0; i < 4; i++) {
        w.who.project = names[i][0] == 'a' ? "a" : "b";
        CHECK_OK(submit(JOB_PROCESSING, names[i], processing(names[i]), &err), err);
    }
    static const char *const order[] = {"a1", "b1", "a2", "a3"};
    for (int i = 0; i < 4; i++) {
        struct program *p = running(JOB_PROCESSING, order[i]);
        CHECK_INT(f.n, i + 1);
        if (i == 0) {
            CHECK_STR(job_state_column(load(JOB_PROCESSING, "b1")->state), "Waiting");
            CHECK_STR(job_state_text(load(JOB_PROCESSING, "b1")->state), "InProgress");
            CHECK_STR(
                json_get_str(job_details(w.engine, w.arena, load(JOB_PROCESSING, "b1")), "waiting"),
                "for a free slot");
        }
        if (i == 2) { /* one that waits is stopped at once */
            CHECK_OK(job_request_stop(w.engine, w.arena, JOB_PROCESSING, &w.who, "a3", &err), err);
            until(JOB_PROCESSING, "a3", JOB_STATE_STOPPED);
            program_end(p, (struct job_status){.cause = JOB_CAUSE_EXIT});
            until(JOB_PROCESSING, order[i], JOB_STATE_COMPLETED);
            break;
        }
        program_end(p, (struct job_status){.cause = JOB_CAUSE_EXIT});
        until(JOB_PROCESSING, order[i], JOB_STATE_COMPLETED);
    }
    CHECK_INT(w.engine->slots_taken, 0);
    world_end();
}

TEST(no_job_starts_on_a_full_disk)
{
    struct err err = {0};

    begin();
    world_stop();
    w.disk_reserve = INT64_MAX / 4;
    world_start();
    CHECK_OK(submit(JOB_PROCESSING, "p", processing("p"), &err), err);
    nanosleep(&(struct timespec){.tv_nsec = 300000000}, NULL);
    CHECK_STR(job_state_text(load(JOB_PROCESSING, "p")->state), "InProgress");
    CHECK_INT(f.submits, 0);
    CHECK_OK(job_request_stop(w.engine, w.arena, JOB_PROCESSING, &w.who, "p", &err), err);
    until(JOB_PROCESSING, "p", JOB_STATE_STOPPED);
    CHECK_OK(submit(JOB_PROCESSING, "q", processing("q"), &err), err);
    world_stop();
    w.disk_reserve = 0;
    world_start();
    program_end(running(JOB_PROCESSING, "q"), (struct job_status){.cause = JOB_CAUSE_EXIT});
    until(JOB_PROCESSING, "q", JOB_STATE_COMPLETED);
    world_end();
}

TEST(failed_submits_are_told_or_tried_again)
{
    struct err err = {0};

    begin();
    f.refuse = ERR_IO;
    CHECK_OK(submit(JOB_PROCESSING, "p", processing("p"), &err), err);
    struct job *j = until(JOB_PROCESSING, "p", JOB_STATE_FAILED);
    CHECK(str_starts(j->failure_reason, "InternalServerError: "));
    f.refuse = ERR_NO_SPACE;
    CHECK_OK(submit(JOB_PROCESSING, "q", processing("q"), &err), err);
    program_end(running(JOB_PROCESSING, "q"), (struct job_status){.cause = JOB_CAUSE_EXIT});
    until(JOB_PROCESSING, "q", JOB_STATE_COMPLETED);
    world_end();
}

/* --- engines come and go --- */

TEST(running_jobs_are_adopted)
{
    struct err err = {0};

    begin();
    CHECK_OK(submit(JOB_PROCESSING, "p", processing("p"), &err), err);
    CHECK_OK(submit(JOB_PROCESSING, "q", processing("q"), &err), err);
    CHECK_OK(submit(JOB_PROCESSING, "s", processing("s"), &err), err);
    struct program *p = running(JOB_PROCESSING, "p"), *q = running(JOB_PROCESSING, "q");
    running(JOB_PROCESSING, "s");
    world_stop();
    writes(p, "processing/out/p.txt", "p", 1);
    p->status = (struct job_status){.phase = JOB_EXITED, .started_ms = p->status.started_ms};
    world_start();
    until(JOB_PROCESSING, "p", JOB_STATE_COMPLETED); /* had ended meanwhile */
    CHECK_STR(got("out/p.txt", NULL), "p");
    CHECK_STR(job_state_column(load(JOB_PROCESSING, "q")->state), "Active");
    writes(q, "processing/out/q.txt", "q", 1);
    program_end(q, (struct job_status){.cause = JOB_CAUSE_EXIT});
    until(JOB_PROCESSING, "q", JOB_STATE_COMPLETED);
    CHECK_STR(got("out/q.txt", NULL), "q");
    CHECK_OK(job_request_stop(w.engine, w.arena, JOB_PROCESSING, &w.who, "s", &err), err);
    until(JOB_PROCESSING, "s", JOB_STATE_STOPPED);
    CHECK_INT(f.submits, 3);
    world_end();
}

TEST(vanished_jobs_fail)
{
    struct err err = {0};

    begin();
    CHECK_OK(submit(JOB_PROCESSING, "p", processing("p"), &err), err);
    CHECK_OK(submit(JOB_PROCESSING, "q", processing("q"), &err), err);
    struct program *p = running(JOB_PROCESSING, "p"), *q = running(JOB_PROCESSING, "q");
    world_stop();
    p->status.phase = JOB_LOST;
    q->dir[0] = 0; /* somebody removed its directory */
    world_start();
    struct job *j = until(JOB_PROCESSING, "p", JOB_STATE_FAILED);
    CHECK(strstr(j->failure_reason, "supervisor has vanished"));
    until(JOB_PROCESSING, "q", JOB_STATE_FAILED);
    CHECK_INT(f.submits, 2); /* neither ran twice */
    world_end();
}

static int set_starting(struct db *db, void *arg, struct err *err)
{
    return db_run(db, NULL, err, "UPDATE jobs SET state = 'Starting', started_ms = NULL", "");
}

/* As the engine leaves it when it dies before it could write down that jobs run. */
static void forget_that_they_run(void)
{
    struct store_module modules[3] = {objects_module, engine_module, {0}};
    struct err err = {0};

    CHECK_OK(store_open(w.dir, modules, &w.store, &err), err);
    CHECK_OK(store_write(w.store, set_starting, NULL, &err), err);
    store_close(w.store);
}

TEST(started_is_started_once)
{
    struct err err = {0};
    struct program *p, *q;

    begin();
    CHECK_OK(submit(JOB_PROCESSING, "p", processing("p"), &err), err);
    CHECK_OK(submit(JOB_PROCESSING, "q", processing("q"), &err), err);
    p = running(JOB_PROCESSING, "p");
    q = running(JOB_PROCESSING, "q");
    world_stop();
    forget_that_they_run();
    p->status = (struct job_status){.phase = JOB_EXITED, .cause = JOB_CAUSE_NEVER};
    world_start();
    until(JOB_PROCESSING, "p", JOB_STATE_ACTIVE); /* never ran: a new directory */
    until(JOB_PROCESSING, "q", JOB_STATE_ACTIVE); /* runs: adopted */
    CHECK_INT(f.submits, 3);
    program_end(&f.programs[2], (struct job_status){.cause = JOB_CAUSE_EXIT});
    program_end(q, (struct job_status){.cause = JOB_CAUSE_EXIT});
    until(JOB_PROCESSING, "p", JOB_STATE_COMPLETED);
    until(JOB_PROCESSING, "q", JOB_STATE_COMPLETED);
    world_end();
}

/* --- reading --- */

static struct json *list(struct job_filter filter, int max, const char *token, char **ret_token)
{
    struct json *in = json_object(w.arena);
    struct err err = {0};
    struct page page;

    json_set_int(w.arena, in, "MaxResults", max);
    json_set_str(w.arena, in, "NextToken", token);
    CHECK_OK(page_begin(&page, w.engine, w.arena, "ListProcessingJobs", in, 10, &err), err);
    CHECK_OK(job_list(w.engine, JOB_PROCESSING, &w.who, &filter, &page, &err), err);
    struct json *out = page_end(&page, "ProcessingJobSummaries");
    if (ret_token)
        *ret_token = (char *)json_get_str(out, "NextToken");
    return json_get(out, "ProcessingJobSummaries");
}

static const char *name_at(const struct json *l, size_t i)
{
    return json_get_str(json_at(l, i), "ProcessingJobName");
}

TEST(jobs_are_listed)
{
    static const char *const names[] = {"b", "a-1", "c", "a_2x"};
    struct err err = {0};
    char *token;

    begin();
    for (int i = 0; i < 4; i++) {
        CHECK_OK(submit(JOB_PROCESSING, names[i], processing(names[i]), &err), err);
        program_end(running(JOB_PROCESSING, names[i]),
                    (struct job_status){.cause = JOB_CAUSE_EXIT, .exit_code = i == 2});
        until(JOB_PROCESSING, names[i], i == 2 ? JOB_STATE_FAILED : JOB_STATE_COMPLETED);
    }
    struct json *l = list((struct job_filter){0}, 3, NULL, &token);
    CHECK_INT(json_len(l), 3);
    CHECK_STR(name_at(l, 0), "a_2x"); /* newest first */
    CHECK(token != NULL);
    l = list((struct job_filter){0}, 3, token, &token);
    CHECK_INT(json_len(l), 1);
    CHECK_STR(name_at(l, 0), "b");
    CHECK(token == NULL);
    l = list((struct job_filter){.sort_by = "Name", .ascending = true}, 2, NULL, &token);
    CHECK_STR(name_at(l, 0), "a-1");
    CHECK_STR(name_at(l, 1), "a_2x");
    l = list((struct job_filter){.sort_by = "Name", .ascending = true}, 2, token, &token);
    CHECK_STR(name_at(l, 0), "b");
    CHECK_STR(name_at(l, 1), "c");
    l = list((struct job_filter){.name_contains = "_2"}, 10, NULL, NULL);
    CHECK_INT(json_len(l), 1);
    l = list((struct job_filter){.status = "Failed"}, 10, NULL, NULL);
    CHECK_INT(json_len(l), 1);
    CHECK_STR(name_at(l, 0), "c");
    CHECK_STR(json_get_str(json_at(l, 0), "FailureReason"),
              "AlgorithmError: See job logs for more information, exit code: 1");
    l = list((struct job_filter){.created_after_ms = sys->wall_ms() + 1000}, 10, NULL, NULL);
    CHECK_INT(json_len(l), 0);
    l = list((struct job_filter){.sort_by = "Status"}, 10, NULL, NULL);
    CHECK_STR(name_at(l, 0), "c");
    world_end();
}

TEST(logs_are_found_by_stream)
{
    struct job_stream *s, one;
    struct err err = {0};
    enum job_kind kind;
    size_t n = 0;

    begin();
    CHECK_OK(submit(JOB_PROCESSING, "p", processing("p"), &err), err);
    CHECK_OK(submit(JOB_PROCESSING, "p-2", processing("p-2"), &err), err);
    running(JOB_PROCESSING, "p");
    running(JOB_PROCESSING, "p-2");
    CHECK_INT(job_kind_of_group("/aws/sagemaker/ProcessingJobs", &kind), 0);
    CHECK_INT(kind, JOB_PROCESSING);
    CHECK_INT(job_kind_of_group("/aws/sagemaker/Endpoints", &kind), -1);
    CHECK_OK(job_streams(w.engine, w.arena, JOB_PROCESSING, "123456789012", "us-east-1", "p/", NULL,
                         false, false, 10, &s, &n, &err),
             err);
    CHECK_INT(n, 1);
    CHECK(n == 1 && str_starts(s[0].name, "p/algo-1-"));
    CHECK_OK(job_stream_find(w.engine, w.arena, JOB_PROCESSING, "123456789012", "us-east-1",
                             s[0].name, &one, &err),
             err);
    CHECK_STR(one.dir, s[0].dir);
    CHECK_OK(job_streams(w.engine, w.arena, JOB_PROCESSING, "123456789012", "us-east-1", "p", NULL,
                         false, true, 10, &s, &n, &err),
             err);
    CHECK_INT(n, 2);
    CHECK(n == 2 && str_starts(s[0].name, "p/"));
    CHECK_INT(job_stream_find(w.engine, w.arena, JOB_PROCESSING, "123456789012", "us-east-1",
                              "p/algo-1-1", &one, &err),
              -1);
    CHECK_INT(err.code, ERR_NOT_FOUND);
    world_end();
}
