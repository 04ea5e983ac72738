/* The functions of a definition over an execution made by hand. */
#include "../test.h"
#include "engine/pipelines.h"

static struct arena *arena;
static struct execution *x;

static struct json *parsed(const char *text)
{
    struct json *v = NULL;
    struct err err = {0};

    CHECK_OK(json_parse(arena, text, strlen(text), &v, &err), err);
    return v;
}

static void setup(void)
{
    static const char def[] =
        "{\"Version\":\"2020-12-01\",\"Parameters\":[{\"Name\":\"N\",\"Type\":\"Integer\","
        "\"DefaultValue\":3}],\"Steps\":[{\"Name\":\"P\",\"Type\":\"Processing\",\"Arguments\":{"
        "\"ProcessingOutputConfig\":{\"Outputs\":[{\"OutputName\":\"o\"}]}},\"PropertyFiles\":[{"
        "\"PropertyFileName\":\"R\",\"OutputName\":\"o\",\"FilePath\":\"r.json\"}]},"
        "{\"Name\":\"Q\",\"Type\":\"Processing\",\"Arguments\":{}}]}";
    struct err err = {0};

    arena = arena_create(1 << 20);
    x = arena_zalloc(arena, sizeof(*x));
    CHECK_OK(definition_parse(def, strlen(def), &x->def, &err), err);
    x->arena = arena;
    x->arn = "arn:aws:sagemaker:us-east-1:123456789012:pipeline/p/execution/abc";
    x->pipeline = "p";
    x->id = "abc";
    x->created_ms = 1357095845678;
    x->params = parsed("{\"N\":3}");
    x->files = map_create();
    x->steps = arena_zalloc(arena, 2 * sizeof(struct step));
    for (int i = 0; i < 2; i++)
        x->steps[i].def = &x->def->steps[i];
    x->steps[0].status = RUN_SUCCEEDED;
    x->steps[0].properties = parsed(
        "{\"ProcessingOutputConfig\":{\"Outputs\":[{\"OutputName\":\"o\",\"S3Output\":{\"S3Uri\":"
        "\"s3://b/o\"}}]}}");
}

static void teardown(void)
{
    map_destroy(x->files);
    definition_free(x->def);
    arena_destroy(arena);
}

static void gives(const char *in, const char *want)
{
    struct json *v = NULL;
    struct err err = {0};

    CHECK_OK(eval(x, arena, parsed(in), &v, &err), err);
    if (v)
        CHECK_STR(json_text(arena, v), want);
}

static void fails(const char *in, const char *words)
{
    struct json *v = NULL;
    struct err err = {0};

    CHECK_INT(eval(x, arena, parsed(in), &v, &err), -1);
    if (!strstr(err.msg, words))
        CHECK_STR(err.msg, words);
}

TEST(get_reads_parameters_variables_and_properties)
{
    setup();
    gives("{\"Get\":\"Parameters.N\"}", "3");
    gives("{\"a\":[{\"Get\":\"Execution.PipelineExecutionId\"}],\"n\":null}", "{\"a\":[\"abc\"]}");
    gives("{\"Get\":\"Execution.StartDateTime\"}", "\"2013-01-02T03:04:05.678Z\"");
    gives("{\"Get\":\"Steps.P.ProcessingOutputConfig.Outputs['o'].S3Output.S3Uri\"}",
          "\"s3://b/o\"");
    gives("{\"Get\":\"Steps.P.ProcessingOutputConfig.Outputs[0].OutputName\"}", "\"o\"");
    fails("{\"Get\":\"Steps.P.ProcessingOutputConfig.Outputs['z'].S3Output\"}", "no such property");
    fails("{\"Get\":\"Steps.P.ProcessingOutputConfig.Outputs['o\"}", "no such property");
    fails("{\"Get\":\"Steps.Q.ProcessingJobArn\"}", "no outcome to read");
    fails("{\"Get\":\"Parameters.Z\"}", "cannot be read");
    teardown();
}

TEST(join_prints_scalars_and_nests)
{
    setup();
    gives("{\"Std:Join\":{\"On\":\"/\",\"Values\":[\"s3:/\",\"b\",{\"Std:Join\":{\"On\":\"\","
          "\"Values\":[{\"Get\":\"Parameters.N\"}]}},1.2,true]}}",
          "\"s3://b/3/1.2/true\"");
    fails("{\"Std:Join\":{\"On\":\"/\",\"Values\":[[1]]}}", "neither text");
    teardown();
}

TEST(json_get_reads_the_files_that_were_fetched)
{
    struct json *uris = NULL;
    struct err err = {0};
    const char *f = "{\"Std:JsonGet\":{\"PropertyFile\":{\"Get\":\"Steps.P.PropertyFiles.R\"},"
                    "\"Path\":\"a.b[1]\"}}";

    setup();
    CHECK_OK(eval_files(x, arena, parsed(f), &uris, &err), err);
    CHECK_STR(json_text(arena, uris), "[\"s3://b/o/r.json\"]");
    fails(f, "was not read");
    map_set(x->files, "s3://b/o/r.json", parsed("{\"a\":{\"b\":[1,2.5]}}"));
    gives(f, "2.5");
    fails("{\"Std:JsonGet\":{\"PropertyFile\":{\"Get\":\"Steps.P.PropertyFiles.R\"},\"Path\":"
          "\"a.z\"}}",
          "there is no \"a.z\"");
    teardown();
}

static void holds(const char *list, bool want)
{
    struct err err = {0};
    bool got = !want;

    CHECK_OK(eval_conditions(x, arena, parsed(list), &got, &err), err);
    CHECK_INT(got, want);
}

TEST(conditions_compare_and_combine)
{
    struct err err = {0};
    bool got;

    setup();
    holds("[{\"Type\":\"GreaterThanOrEqualTo\",\"LeftValue\":{\"Get\":\"Parameters.N\"},"
          "\"RightValue\":3.0}]",
          true);
    holds("[{\"Type\":\"LessThan\",\"LeftValue\":\"a\",\"RightValue\":\"b\"},"
          "{\"Type\":\"Equals\",\"LeftValue\":true,\"RightValue\":false}]",
          false);
    holds("[{\"Type\":\"Not\",\"Condition\":{\"Type\":\"In\",\"QueryValue\":1,\"Values\":[2,3]}}]",
          true);
    holds("[{\"Type\":\"In\",\"Value\":2,\"In\":[2,3]}]", true);
    holds(
        "[{\"Type\":\"Or\",\"Conditions\":[{\"Type\":\"Equals\",\"LeftValue\":1,\"RightValue\":2},"
        "{\"Type\":\"Equals\",\"LeftValue\":2,\"RightValue\":2}]}]",
        true);
    CHECK_INT(eval_conditions(
                  x, arena, parsed("[{\"Type\":\"Equals\",\"LeftValue\":1,\"RightValue\":\"1\"}]"),
                  &got, &err),
              -1);
    CHECK(strstr(err.msg, "different types") != NULL);
    teardown();
}
