/* Search expressions over documents, and filter patterns of logs. */
#include "engine/logs.h"
#include "engine/search.h"
#include "test.h"

static struct arena *arena;

static struct json *parse(const char *text)
{
    struct json *v = NULL;
    struct err err = {0};

    if (!arena)
        arena = arena_create(4 << 20);
    CHECK_OK(json_parse(arena, text, strlen(text), &v, &err), err);
    return v;
}

static const char document[] =
    "{\"Name\":\"late\",\"Version\":3,\"CreationTime\":1357000000.5,\"Tags\":{\"team\":\"ops\","
    "\"a.b\":\"dots\"},\"Metrics\":[{\"MetricName\":\"auc\",\"Value\":0.7},{\"MetricName\":"
    "\"lift\","
    "\"Value\":1.4}],\"On\":true}";

static bool matches(const char *expression)
{
    struct err err = {0};
    bool yes = false;

    CHECK_OK(search_match(arena, parse(expression), parse(document), &yes, &err), err);
    return yes;
}

#define FILTER(name, op, value)                                                                    \
    "{\"Filters\":[{\"Name\":\"" name "\",\"Operator\":\"" op "\",\"Value\":\"" value "\"}]}"

TEST(operators)
{
    CHECK(matches("{}"));
    CHECK(matches(FILTER("Name", "Equals", "late")));
    CHECK(matches("{\"Filters\":[{\"Name\":\"Name\",\"Value\":\"late\"}]}"));
    CHECK(!matches(FILTER("Name", "NotEquals", "late")));
    CHECK(matches(FILTER("Nothing", "NotEquals", "late")));
    CHECK(matches(FILTER("Name", "Contains", "at")));
    CHECK(matches(FILTER("Name", "In", "early,late")));
    CHECK(!matches(FILTER("Name", "In", "lat,ate")));
    CHECK(matches(FILTER("Version", "GreaterThan", "2")));
    CHECK(!matches(FILTER("Version", "GreaterThan", "3")));
    CHECK(matches(FILTER("Version", "LessThanOrEqualTo", "3")));
    CHECK(!matches(FILTER("Version", "GreaterThan", "many")));
    CHECK(matches(FILTER("CreationTime", "LessThan", "2013-06-01T00:00:00Z")));
    CHECK(matches(FILTER("On", "Equals", "true")));
    CHECK(matches("{\"Filters\":[{\"Name\":\"Tags.team\",\"Operator\":\"Exists\"}]}"));
    CHECK(matches("{\"Filters\":[{\"Name\":\"Tags.none\",\"Operator\":\"NotExists\"}]}"));
    CHECK(matches(FILTER("Tags.team", "Equals", "ops")));
    CHECK(matches(FILTER("Tags.a.b", "Equals", "dots")));
    CHECK(matches(FILTER("Metrics.Value", "GreaterThan", "1")));
}

TEST(nesting)
{
    CHECK(matches("{\"NestedFilters\":[{\"NestedPropertyName\":\"Metrics\",\"Filters\":[{\"Name\":"
                  "\"Metrics.MetricName\",\"Value\":\"lift\"},{\"Name\":\"Metrics.Value\","
                  "\"Operator\":\"GreaterThan\",\"Value\":\"1\"}]}]}"));
    CHECK(!matches("{\"NestedFilters\":[{\"NestedPropertyName\":\"Metrics\",\"Filters\":[{\"Name\":"
                   "\"Metrics.MetricName\",\"Value\":\"auc\"},{\"Name\":\"Metrics.Value\","
                   "\"Operator\":\"GreaterThan\",\"Value\":\"1\"}]}]}"));
    CHECK(matches("{\"Operator\":\"Or\",\"SubExpressions\":[" FILTER(
        "Name", "Equals", "x") "," FILTER("Name", "Equals", "late") "]}"));
    CHECK(!matches("{\"SubExpressions\":[" FILTER("Name", "Equals",
                                                  "x") "," FILTER("Name", "Equals", "late") "]}"));
}

TEST(a_filter_without_a_value)
{
    struct err err = {0};
    bool yes;

    CHECK_INT(search_match(arena, parse("{\"Filters\":[{\"Name\":\"Name\"}]}"), parse(document),
                           &yes, &err),
              -1);
    CHECK_INT(err.code, ERR_INVALID);
}

static bool logs_match(const char *pattern, const char *message)
{
    struct log_pattern *p;
    struct err err = {0};

    CHECK_OK(log_pattern_parse(arena, pattern, &p, &err), err);
    return log_pattern_match(p, message);
}

TEST(log_patterns)
{
    struct log_pattern *p;
    struct err err = {0};

    CHECK(logs_match(NULL, "anything"));
    CHECK(logs_match("  ", "anything"));
    CHECK(logs_match("ERROR", "an ERROR here"));
    CHECK(!logs_match("ERROR", "an error here"));
    CHECK(logs_match("a b", "b and a"));
    CHECK(!logs_match("a -b", "b and a"));
    CHECK(logs_match("?x ?b", "b and a"));
    CHECK(!logs_match("?x ?y", "b and a"));
    CHECK(logs_match("\"b and\"", "b and a"));
    CHECK(logs_match("-\"and b\" a", "b and a"));
    CHECK_INT(log_pattern_parse(arena, "{ $.x = 1 }", &p, &err), -1);
    CHECK_INT(log_pattern_parse(arena, "[a, b]", &p, &err), -1);
    CHECK_INT(log_pattern_parse(arena, "\"open", &p, &err), -1);
    CHECK_INT(log_pattern_parse(arena, "-", &p, &err), -1);
}
