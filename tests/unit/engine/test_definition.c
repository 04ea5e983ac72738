/* Definitions: what is accepted, what is refused and in which words, and what waits for what. */
#include "../test.h"
#include "engine/pipelines.h"

#define HEAD "{\"Version\":\"2020-12-01\",\"Metadata\":{},"

static int parse(const char *text, struct pipeline_def **ret, struct err *err)
{
    return definition_parse(text, strlen(text), ret, err);
}

static void refused(const char *text, const char *words)
{
    struct pipeline_def *d = NULL;
    struct err err = {0};

    CHECK_INT(parse(text, &d, &err), -1);
    CHECK_INT(err.code, ERR_INVALID);
    if (!strstr(err.msg, words))
        CHECK_STR(err.msg, words);
}

#define STEP(name, more) "{\"Name\":\"" name "\",\"Type\":\"Processing\",\"Arguments\":{}" more "}"

TEST(a_step_waits_for_what_it_names_and_what_it_reads)
{
    struct pipeline_def *d = NULL;
    struct err err = {0};

    CHECK_OK(parse(HEAD "\"Steps\":[" STEP("A", "") "," STEP(
                       "B", ",\"DependsOn\":[\"A\"]") ","
                                                      "{\"Name\":\"C\",\"Type\":\"Training\","
                                                      "\"Arguments\":{\"X\":"
                                                      "{\"Get\":\"Steps.B.ProcessingJobArn\"}}}]}",
                   &d, &err),
             err);
    CHECK_INT(d->n_steps, 3);
    CHECK_INT(definition_step(d, "B")->n_deps, 1);
    CHECK_INT(definition_step(d, "C")->deps[0], 1);
    CHECK(definition_step(d, "B")->referenced);
    CHECK(!definition_step(d, "A")->referenced);
    definition_free(d);
}

TEST(branches_wait_for_their_condition)
{
    struct pipeline_def *d = NULL;
    struct err err = {0};

    CHECK_OK(parse(HEAD "\"Steps\":[{\"Name\":\"If\",\"Type\":\"Condition\",\"Arguments\":{"
                        "\"Conditions\":[{\"Type\":\"Equals\",\"LeftValue\":1,\"RightValue\":1}],"
                        "\"IfSteps\":[" STEP("Yes", "") "],\"ElseSteps\":[" STEP("No", "") "]}}]}",
                   &d, &err),
             err);
    CHECK_INT(d->n_steps, 3);
    CHECK_INT(definition_step(d, "Yes")->parent, 0);
    CHECK(!definition_step(d, "Yes")->in_else);
    CHECK(definition_step(d, "No")->in_else);
    CHECK_INT(definition_step(d, "No")->n_deps, 1);
    definition_free(d);
}

TEST(faults_are_named_with_their_place)
{
    refused("[]", "expected a JSON object");
    refused("{", "Invalid pipeline definition");
    refused("{\"Version\":\"2021-01-01\",\"Steps\":[" STEP("A", "") "]}", "$.Version");
    refused(HEAD "\"Steps\":[]}", "at least one step");
    refused(HEAD "\"Steps\":[" STEP("A", "") "," STEP("A", "") "]}", "duplicate step name A");
    refused(HEAD "\"Steps\":[" STEP("A", ",\"DependsOn\":[\"Z\"]") "]}", "there is no step Z");
    refused(HEAD "\"Steps\":[" STEP("A b", "") "]}", "$.Steps[0]");
    refused(HEAD "\"Steps\":[{\"Name\":\"A\",\"Type\":\"Nope\"}]}", "Type Nope");
    refused(HEAD "\"Steps\":[{\"Name\":\"A\",\"Type\":\"Processing\",\"Arguments\":{\"X\":[{"
                 "\"Get\":\"Parameters.P\"}]}}]}",
            "$.Steps[0].Arguments.X[0]: there is no parameter P");
    refused(HEAD "\"Parameters\":[{\"Name\":\"P\",\"Type\":\"Integer\",\"DefaultValue\":\"x\"}],"
                 "\"Steps\":[" STEP("A", "") "]}",
            "not of its Type");
}

TEST(every_fault_is_told_at_once)
{
    refused(
        HEAD "\"Steps\":[" STEP("A", ",\"DependsOn\":[\"Y\"]") "," STEP(
            "B", ",\"DependsOn\":[\"Z\"]") "]}",
        "$.Steps[0].DependsOn[0]: there is no step Y; $.Steps[1].DependsOn[0]: there is no step Z");
}

#define LONG_KEY 400000

/* Paths are as long as the keys in them: one for each of many values under a long key is more than
 * there is room for. */
TEST(what_is_under_a_long_key_costs_no_path)
{
    struct arena *a = arena_create(1 << 20);
    struct err err = {0};
    struct buf text cleanup_buf = {0};

    buf_init(&text, 4 << 20);
    buf_adds(&text, HEAD "\"Steps\":[{\"Name\":\"A\",\"Type\":\"Training\",\"Arguments\":{\"");
    for (int i = 0; i < LONG_KEY; i++)
        buf_addc(&text, 'k');
    buf_adds(&text, "\":[");
    for (int i = 0; i < 200000; i++)
        buf_adds(&text, "0,");
    buf_adds(&text, "0]}}]}");
    CHECK_OK(definition_check(text.data, text.len, NULL, a, &err), err);

    buf_clear(&text);
    buf_adds(&text, HEAD "\"Steps\":[{\"Name\":\"A\",\"Type\":\"Training\",\"Arguments\":{\"");
    for (int i = 0; i < LONG_KEY; i++)
        buf_addc(&text, 'k');
    buf_adds(&text, "\":[0,{\"Get\":\"Parameters.Gone\"}]}}]}");
    CHECK_INT(definition_check(text.data, text.len, NULL, a, &err), -1);
    CHECK(strstr(err.msg, "kkk...[1]: there is no parameter Gone") != NULL);
    arena_destroy(a);
}

/* As many faults as there is room for, each far down. */
TEST(faults_without_end_cost_no_path_each)
{
    struct arena *a = arena_create(1 << 20);
    struct err err = {0};
    struct buf text cleanup_buf = {0};

    buf_init(&text, 8 << 20);
    buf_adds(&text, HEAD "\"Steps\":[");
    for (int i = 0; i < 40; i++)
        buf_addf(&text, "{\"Name\":\"C%d\",\"Type\":\"Condition\",\"Arguments\":{\"IfSteps\":[", i);
    buf_adds(&text, "{\"Name\":\"A\",\"Type\":\"Training\",\"Arguments\":{},\"DependsOn\":[0");
    for (int i = 0; i < 1000000; i++)
        buf_adds(&text, ",0");
    buf_adds(&text, "],\"PropertyFiles\":[0");
    for (int i = 0; i < 500000; i++)
        buf_adds(&text, ",0");
    buf_adds(&text, "]},0");
    for (int i = 0; i < 1000000; i++)
        buf_adds(&text, ",0");
    for (int i = 0; i < 40; i++)
        buf_adds(&text, "]}}");
    buf_adds(&text, "]}");
    CHECK_INT(definition_check(text.data, text.len, NULL, a, &err), -1);
    CHECK(strstr(err.msg, "expected a step with a Name") != NULL);
    arena_destroy(a);
}

TEST(cycles_are_refused)
{
    refused(HEAD "\"Steps\":[" STEP("A", ",\"DependsOn\":[\"B\"]") "," STEP(
                "B", ",\"DependsOn\":[\"A\"]") "]}",
            "cycle");
    refused(HEAD "\"Steps\":[" STEP("A", ",\"DependsOn\":[\"A\"]") "]}", "itself");
}

TEST(parameters_take_their_types_from_strings)
{
    struct arena *a = arena_create(1 << 20);
    struct pipeline_def *d = NULL;
    struct err err = {0};
    struct json *given, *params;

    CHECK_OK(parse(HEAD "\"Parameters\":[{\"Name\":\"I\",\"Type\":\"Integer\",\"DefaultValue\":1},"
                        "{\"Name\":\"F\",\"Type\":\"Float\",\"DefaultValue\":1.5},"
                        "{\"Name\":\"B\",\"Type\":\"Boolean\"},"
                        "{\"Name\":\"S\",\"Type\":\"String\",\"DefaultValue\":\"a\","
                        "\"EnumValues\":[\"a\",\"b\"]}],\"Steps\":[" STEP("A", "") "]}",
                   &d, &err),
             err);
    const char *text = "[{\"Name\":\"I\",\"Value\":\"7\"},{\"Name\":\"B\",\"Value\":\"True\"}]";
    CHECK_OK(json_parse(a, text, strlen(text), &given, &err), err);
    CHECK_OK(definition_params(d, given, a, &params, &err), err);
    CHECK_STR(json_text(a, params), "{\"I\":7,\"F\":1.5,\"B\":true,\"S\":\"a\"}");
    text = "[{\"Name\":\"I\",\"Value\":\"seven\"},{\"Name\":\"B\",\"Value\":\"True\"}]";
    CHECK_OK(json_parse(a, text, strlen(text), &given, &err), err);
    CHECK_INT(definition_params(d, given, a, &params, &err), -1);
    CHECK_INT(definition_params(d, NULL, a, &params, &err), -1);
    CHECK(strstr(err.msg, "Parameter B has no default value") != NULL);
    definition_free(d);
    arena_destroy(a);
}

/* What was stored before it was refused has to run on. */
TEST(an_integer_too_large_is_refused_only_where_it_is_new)
{
    static const char text[] =
        HEAD "\"Parameters\":[{\"Name\":\"I\",\"Type\":\"Integer\","
             "\"DefaultValue\":\"99999999999999999999\"}],\"Steps\":[" STEP("A", "") "]}";
    static const char given[] = "[{\"Name\":\"I\",\"Value\":\"99999999999999999999\"}]";
    struct arena *a = arena_create(1 << 20);
    struct pipeline_def *d = NULL;
    struct err err = {0};
    struct json *value, *params;

    CHECK_OK(parse(text, &d, &err), err);
    CHECK_OK(definition_params(d, NULL, a, &params, &err), err);
    CHECK(json_get_int(params, "I", 0) == INT64_MAX);
    CHECK_OK(json_parse(a, given, strlen(given), &value, &err), err);
    CHECK_INT(definition_params(d, value, a, &params, &err), -1);
    definition_free(d);
    CHECK_INT(definition_check(text, strlen(text), NULL, a, &err), -1);
    CHECK(strstr(err.msg, "the DefaultValue is not of its Type") != NULL);
    arena_destroy(a);
}
