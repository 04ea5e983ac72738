/* Executions over the real store with an executor that runs nothing: order, branches, failures,
 * stops, and what is left after the engine was closed in between. */
#include "../test.h"
#include "base/fs.h"
#include "base/text.h"
#include "engine/jobs.h"
#include "engine/pipelines.h"
#include <time.h>
#include <unistd.h>

static struct {
    char dir[64];
    struct store *store;
    struct objects *objects;
    struct series *series;
    struct engine *engine;
    struct arena *arena;
    struct engine_who who;
} w;

static void open_world(void)
{
    static const struct store_module *const modules[] = {&objects_module, &engine_module};
    struct store_module list[3] = {*modules[0], *modules[1], {0}};
    struct err err = {0};

    CHECK_OK(store_open(w.dir, list, &w.store, &err), err);
    CHECK_OK(objects_open(w.store, &w.objects, &err), err);
    CHECK_OK(series_open(w.dir, &w.series, &err), err);
    struct engine_config config = {.store = w.store,
                                   .objects = w.objects,
                                   .series = w.series,
                                   .executor = &exec_dry,
                                   .data_dir = w.dir,
                                   .account = "123456789012",
                                   .region = "us-east-1",
                                   .endpoint = "http://127.0.0.1:1",
                                   .max_jobs = 4};
    CHECK_OK(engine_open(&config, &w.engine, &err), err);
    CHECK_OK(engine_start(w.engine, &err), err);
}

static void close_world(void)
{
    engine_close(w.engine);
    series_close(w.series);
    objects_close(w.objects);
    store_close(w.store);
}

static void setup(void)
{
    struct err err = {0};

    snprintf(w.dir, sizeof(w.dir), "/tmp/slipway-execution-XXXXXX");
    CHECK(mkdtemp(w.dir) != NULL);
    w.arena = arena_create(64 << 20);
    w.who = (struct engine_who){.account = "123456789012",
                                .region = "us-east-1",
                                .access_key = "AKIATEST",
                                .project = "",
                                .principal = "",
                                .request_id = "r"};
    open_world();
    CHECK_OK(bucket_create(w.objects, "bucket", "us-east-1", &err), err);
}

static void teardown(void)
{
    struct err err = {0};

    close_world();
    arena_destroy(w.arena);
    CHECK_OK(fs_remove_tree(w.dir, &err), err);
}

static struct json *parsed(const char *text)
{
    struct json *v = NULL;
    struct err err = {0};

    CHECK_OK(json_parse(w.arena, text, strlen(text), &v, &err), err);
    return v;
}

/* A processing step that runs `true`. */
static char *step(const char *name, const char *more)
{
    return arena_printf(
        w.arena,
        "{\"Name\":\"%s\",\"Type\":\"Processing\",\"Arguments\":{\"ProcessingResources\":{"
        "\"ClusterConfig\":{\"InstanceCount\":1,\"InstanceType\":\"ml.m5.large\","
        "\"VolumeSizeInGB\":1}},\"AppSpecification\":{\"ImageUri\":"
        "\"683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3\","
        "\"ContainerEntrypoint\":[\"true\"]},\"RoleArn\":\"arn:aws:iam::123456789012:role/r\"}%s}",
        name, more);
}

static const char *start(const char *pipeline, const char *steps, const char *params)
{
    struct err err = {0};
    struct json *in = json_object(w.arena), *out = NULL;

    json_set_str(w.arena, in, "PipelineName", pipeline);
    json_set_str(w.arena, in, "RoleArn", "arn:aws:iam::123456789012:role/r");
    json_set_str(w.arena, in, "PipelineDefinition",
                 arena_printf(w.arena,
                              "{\"Version\":\"2020-12-01\",\"Parameters\":[{\"Name\":\"P\","
                              "\"Type\":\"Integer\",\"DefaultValue\":1}],\"Steps\":[%s]}",
                              steps));
    CHECK_OK(pipeline_create(w.engine, &w.who, w.arena, in, &out, &err), err);
    in = json_object(w.arena);
    json_set_str(w.arena, in, "PipelineName", pipeline);
    if (params)
        json_set(w.arena, in, "PipelineParameters", parsed(params));
    CHECK_OK(execution_start(w.engine, &w.who, w.arena, in, &out, &err), err);
    return json_get_str(out, "PipelineExecutionArn");
}

/* Waits for the end and gives its status. */
static const char *ended(const char *arn)
{
    struct json *in = json_object(w.arena), *out = NULL;
    struct err err = {0};

    json_set_str(w.arena, in, "PipelineExecutionArn", arn);
    for (int i = 0; i < 3000; i++) {
        CHECK_OK(execution_describe(w.engine, &w.who, w.arena, in, &out, &err), err);
        const char *status = json_get_str(out, "PipelineExecutionStatus");
        if (!str_eq(status, "Executing") && !str_eq(status, "Stopping"))
            return status;
        nanosleep(&(struct timespec){.tv_nsec = 5000000}, NULL);
    }
    return "it did not end";
}

/* "A:Succeeded B:Failed", oldest first. */
static const char *steps_of(const char *arn)
{
    struct json *in = json_object(w.arena), *out = NULL;
    struct err err = {0};
    const char *text = "";

    json_set_str(w.arena, in, "PipelineExecutionArn", arn);
    json_set_str(w.arena, in, "SortOrder", "Ascending");
    json_set_int(w.arena, in, "MaxResults", 100);
    CHECK_OK(execution_steps(w.engine, &w.who, w.arena, in, &out, &err), err);
    const struct json *list = json_get(out, "PipelineExecutionSteps");
    for (size_t i = 0; i < json_len(list); i++)
        text = arena_printf(w.arena, "%s%s%s:%s", text, i ? " " : "",
                            json_get_str(json_at(list, i), "StepName"),
                            json_get_str(json_at(list, i), "StepStatus"));
    return text;
}

TEST(a_chain_runs_in_its_order)
{
    setup();
    const char *arn = start("chain",
                            arena_printf(w.arena, "%s,%s,%s", step("C", ",\"DependsOn\":[\"B\"]"),
                                         step("B", ",\"DependsOn\":[\"A\"]"), step("A", "")),
                            NULL);
    CHECK_STR(ended(arn), "Succeeded");
    CHECK_STR(steps_of(arn), "A:Succeeded B:Succeeded C:Succeeded");
    teardown();
}

#define CHOICE                                                                                     \
    "{\"Name\":\"If\",\"Type\":\"Condition\",\"Arguments\":{\"Conditions\":[{\"Type\":"            \
    "\"Equals\",\"LeftValue\":{\"Get\":\"Parameters.P\"},\"RightValue\":1}],\"IfSteps\":[%s],"     \
    "\"ElseSteps\":[{\"Name\":\"No\",\"Type\":\"Fail\",\"Arguments\":{\"ErrorMessage\":"           \
    "{\"Std:Join\":{\"On\":\" \",\"Values\":[\"P is\",{\"Get\":\"Parameters.P\"}]}}}}]}}"

TEST(a_condition_takes_one_branch)
{
    setup();
    const char *steps = arena_printf(w.arena, CHOICE, step("Yes", ""));
    const char *arn = start("yes", steps, NULL);
    CHECK_STR(ended(arn), "Succeeded");
    CHECK_STR(steps_of(arn), "If:Succeeded Yes:Succeeded");
    arn = start("no", steps, "[{\"Name\":\"P\",\"Value\":\"2\"}]");
    CHECK_STR(ended(arn), "Failed");
    CHECK_STR(steps_of(arn), "If:Succeeded No:Failed");
    teardown();
}

TEST(what_waits_for_an_untaken_step_is_skipped)
{
    setup();
    const char *arn =
        start("skip",
              arena_printf(w.arena, "%s,%s,%s", step("A", ""),
                           arena_printf(w.arena,
                                        "{\"Name\":\"If\",\"Type\":\"Condition\",\"Arguments\":{"
                                        "\"Conditions\":[{\"Type\":\"Equals\",\"LeftValue\":1,"
                                        "\"RightValue\":2}],\"IfSteps\":[%s],\"ElseSteps\":[]}}",
                                        step("Yes", "")),
                           step("After", ",\"DependsOn\":[\"Yes\",\"A\"]")),
              NULL);
    CHECK_STR(ended(arn), "Succeeded");
    CHECK(strstr(steps_of(arn), "After") == NULL);
    teardown();
}

TEST(one_token_starts_one_execution)
{
    struct json *in, *first, *second;
    struct err err = {0};

    setup();
    start("token", step("A", ""), NULL);
    in = parsed("{\"PipelineName\":\"token\",\"ClientRequestToken\":"
                "\"0123456789012345678901234567890123\"}");
    CHECK_OK(execution_start(w.engine, &w.who, w.arena, in, &first, &err), err);
    CHECK_OK(execution_start(w.engine, &w.who, w.arena, in, &second, &err), err);
    CHECK_STR(json_get_str(second, "PipelineExecutionArn"),
              json_get_str(first, "PipelineExecutionArn"));
    CHECK_STR(ended(json_get_str(first, "PipelineExecutionArn")), "Succeeded");
    close_world();
    open_world();
    CHECK_OK(execution_start(w.engine, &w.who, w.arena, in, &second, &err), err);
    CHECK_STR(json_get_str(second, "PipelineExecutionArn"),
              json_get_str(first, "PipelineExecutionArn"));
    teardown();
}

TEST(executions_go_on_after_a_restart)
{
    setup();
    struct buf steps cleanup_buf;
    buf_init(&steps, 1 << 20);
    for (int i = 0; i < 60; i++)
        buf_addf(&steps, "%s%s", i ? "," : "",
                 step(arena_printf(w.arena, "S%d", i),
                      i ? arena_printf(w.arena, ",\"DependsOn\":[\"S%d\"]", i - 1) : ""));
    const char *arn = start("long", steps.data, NULL);
    for (int i = 0; i < 5; i++) {
        close_world();
        open_world();
    }
    CHECK_STR(ended(arn), "Succeeded");
    struct db *db = store_reader(w.store, &(struct err){0});
    int64_t jobs = 0;
    struct err err = {0};
    CHECK_INT(db_get_int(db, &jobs, &err, "SELECT COUNT(*) FROM jobs", ""), 1);
    CHECK_INT(jobs, 60);
    store_reader_done(w.store, db);
    teardown();
}

TEST(pages_lead_on_and_tokens_cannot_be_made)
{
    struct json *out = NULL;
    struct err err = {0};

    setup();
    for (int i = 0; i < 5; i++)
        start(arena_printf(w.arena, "p%d", i), step("A", ""), NULL);
    CHECK_OK(pipeline_list(w.engine, &w.who, w.arena, parsed("{\"MaxResults\":3}"), &out, &err),
             err);
    CHECK_INT(json_len(json_get(out, "PipelineSummaries")), 3);
    const char *token = json_get_str(out, "NextToken");
    CHECK(token != NULL);
    struct json *in = parsed("{\"MaxResults\":3}");
    json_set_str(w.arena, in, "NextToken", token);
    CHECK_OK(pipeline_list(w.engine, &w.who, w.arena, in, &out, &err), err);
    CHECK_INT(json_len(json_get(out, "PipelineSummaries")), 2);
    CHECK(json_get(out, "NextToken") == NULL);
    json_set_str(w.arena, in, "NextToken", "AAAA");
    CHECK_INT(pipeline_list(w.engine, &w.who, w.arena, in, &out, &err), -1);
    CHECK_INT(err.code, ERR_INVALID);
    teardown();
}
