/* Leaving steps out of a definition: which may go, and what stays is what it was. */
#include "base/text.h"
#include "cli/without.h"
#include "test.h"

#define HEAD             "{\"Version\":\"2020-12-01\",\"Metadata\":{\"by\":\"me\"},\"Steps\":"
#define STEP(name, type) "{\"Name\":\"" name "\",\"Type\":\"" type "\"}"
#define AFTER(name, on)  "{\"Name\":\"" name "\",\"Type\":\"Processing\",\"DependsOn\":[\"" on "\"]}"
#define READS(name, ref)                                                                           \
    "{\"Name\":\"" name "\",\"Type\":\"Training\",\"Arguments\":{\"X\":[{\"Std:Join\":{\"On\":"    \
    "\"/\",\"Values\":[\"a\",{\"Get\":\"" ref "\"}]}}]}}"
#define GATE(name, args) "{\"Name\":\"" name "\",\"Type\":\"Condition\",\"Arguments\":{" args "}}"

/* What is left of these steps, or the message. */
static const char *left(struct arena *a, const char *steps, const char *names)
{
    struct json *list;
    struct err err = {0};
    const char *said;
    char *out;

    if (json_parse(a, names, strlen(names), &list, &err) != 0 ||
        without_steps(a, arena_printf(a, HEAD "%s}", steps), list, &out, &said, &err) != 0)
        return arena_strdup(a, err.msg);
    if (json_parse(a, out, strlen(out), &list, &err) != 0)
        return "not JSON";
    return arena_printf(a, "%s | %s", json_text(a, json_get(list, "Steps")), said);
}

TEST(a_leaf_goes)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);

    CHECK_STR(left(a, "[" STEP("A", "Processing") "," STEP("B", "Transform") "]", "[\"B\"]"),
              "[" STEP("A", "Processing") "] | B (Transform)");
    /* names that begin alike are not the same, wherever they stand */
    CHECK_STR(left(a,
                   "[" STEP("B", "Tuning") "," READS("A", "Steps.BB.X") "," AFTER(
                       "C", "BB") "," STEP("BB", "Processing") "]",
                   "[\"B\"]"),
              "[" READS("A", "Steps.BB.X") "," AFTER("C", "BB") "," STEP(
                  "BB", "Processing") "] | B (Tuning)");
}

TEST(what_others_need_stays)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    const char *text = left(a,
                            "[" STEP("B", "Tuning") "," AFTER("C", "B") "," READS(
                                "D", "Steps.B.Best['x'].Y") "," READS("E", "Steps.B") "]",
                            "[\"B\"]");

    CHECK(strstr(text, "--without B") && strstr(text, "depend on it: C, D, E"));
    /* … but for those that go with it */
    CHECK_STR(left(a, "[" STEP("A", "Processing") "," STEP("B", "Tuning") "," AFTER("C", "B") "]",
                   "[\"C\",\"B\"]"),
              "[" STEP("A", "Processing") "] | B (Tuning), C (Processing)");
    text = left(a, "[" STEP("A", "Processing") "," STEP("B", "Tuning") "]", "[\"b\"]");
    CHECK(strstr(text, "no such step; its steps are A, B"));
    CHECK(strstr(left(a, "[" STEP("A", "Fail") "]", "[\"A\"]"), "no step would be left"));
}

TEST(branches)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    static const char *const inner = "\"IfSteps\":[" STEP("I", "Lambda") "],\"ElseSteps\":[" GATE(
        "G2", "\"IfSteps\":[" STEP("J", "EMR") "," AFTER("K", "A") "]") "]";
    const char *steps = arena_printf(a, "[" STEP("A", "Processing") "," GATE("G", "%s") "]", inner);

    CHECK_STR(
        left(a, steps, "[\"I\",\"J\"]"),
        "[" STEP("A", "Processing") "," GATE(
            "G", "\"IfSteps\":[],\"ElseSteps\":[" GATE(
                     "G2", "\"IfSteps\":[" AFTER("K", "A") "]") "]") "] | I (Lambda), J (EMR)");
    /* a condition goes with what is in it, and what is in it needs others */
    CHECK_STR(left(a, steps, "[\"G\"]"),
              "[" STEP("A", "Processing") "] | G (Condition), I (Lambda), G2 (Condition), J (EMR), "
                                          "K (Processing)");
    CHECK(strstr(left(a, steps, "[\"A\"]"), "depend on it: K"));
    /* the condition itself reads a step */
    steps = "[" STEP("A", "Tuning") "," GATE(
        "G", "\"Conditions\":[{\"LeftValue\":{\"Get\":\"Steps.A.X\"}}],\"IfSteps\":[]") "]";
    CHECK(strstr(left(a, steps, "[\"A\"]"), "depend on it: G"));
    /* somebody outside waits for one inside */
    steps = "[" GATE("G", "\"IfSteps\":[" STEP("I", "Lambda") "]") "," AFTER("Z", "I") "]";
    CHECK(strstr(left(a, steps, "[\"G\"]"), "--without I"));
}

TEST(it_is_written_down)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct json *names = json_array(a), *out;
    struct err err = {0};
    const char *said;
    char *text;

    json_push_str(a, names, "B");
    CHECK_OK(without_steps(a, HEAD "[" STEP("A", "Processing") "," STEP("B", "EMR") "],\"P\":1.5}",
                           names, &text, &said, &err),
             err);
    CHECK_OK(json_parse(a, text, strlen(text), &out, &err), err);
    CHECK_STR(json_text(a, json_get(out, "Metadata")),
              "{\"by\":\"me\",\"SlipwayLeftOut\":[\"B\"]}");
    CHECK_STR(json_text(a, json_get(out, "P")), "1.5");
    CHECK(without_steps(a, "[1", names, &text, &said, &err) != 0 &&
          str_starts(err.msg, "--without: the definition: "));
    CHECK(without_steps(a, "[1]", names, &text, &said, &err) != 0);
}
