/* The Query protocol's forms, and statistics of metric points. */
#include "aws/dispatch.h"
#include "aws/metric_stat.h"
#include "test.h"

static struct arena *arena;

static const char *form(const struct shape_service *s, const char *operation, const char *body)
{
    struct err err = {0};
    struct json *in = NULL;

    if (!arena)
        arena = arena_create(16 << 20);
    if (query_form(arena, s, shape_operation(s, operation)->input, body, strlen(body), &in, &err) !=
        0)
        return arena_strdup(arena, err.msg);
    return json_text(arena, in);
}

TEST(scalars_lists_structures)
{
    CHECK_STR(form(&shapes_sts, "GetSessionToken", "Action=GetSessionToken&DurationSeconds=900"),
              "{\"DurationSeconds\":900}");
    CHECK_STR(form(&shapes_sts, "GetSessionToken", "DurationSeconds=soon"),
              "{\"DurationSeconds\":\"soon\"}");
    CHECK_STR(form(&shapes_iam, "SimulatePrincipalPolicy",
                   "ActionNames.member.10=j&ActionNames.member.2=b&ActionNames.member.1=a%20b+c"),
              "{\"ActionNames\":[\"a b c\",\"b\",\"j\"]}");
    CHECK_STR(
        form(&shapes_cloudwatch, "PutMetricData",
             "Namespace=n&MetricData.member.2.MetricName=y&MetricData.member.1.MetricName=x"
             "&MetricData.member.1.Value=1.5&MetricData.member.1.Dimensions.member.1.Name=d"
             "&MetricData.member.1.Dimensions.member.1.Value=e&MetricData.member.2.Value=-2"),
        "{\"Namespace\":\"n\",\"MetricData\":[{\"MetricName\":\"x\",\"Dimensions\":[{\"Name\":"
        "\"d\",\"Value\":\"e\"}],\"Value\":1.5},{\"MetricName\":\"y\",\"Value\":-2}]}");
    CHECK_STR(form(&shapes_cloudwatch, "GetMetricStatistics", "Statistics=&Nonsense.1.2=x&=y&&"),
              "{\"Statistics\":[]}");
}

TEST(numbers_that_are_none_stay_text)
{
    CHECK_STR(form(&shapes_cloudwatch, "PutMetricData",
                   "MetricData.member.1.Value=nan&MetricData.member.2.Value=0x10"
                   "&MetricData.member.3.Value=1e999&MetricData.member.4.Value=1e3"),
              "{\"MetricData\":[{\"Value\":\"nan\"},{\"Value\":\"0x10\"},{\"Value\":\"1e999\"},"
              "{\"Value\":1000.0}]}");
}

TEST(hostile_forms)
{
    static char deep[4000], many[120000];

    CHECK(strstr(form(&shapes_sts, "GetCallerIdentity", "a=%zz"), "escape") != NULL);
    CHECK(strstr(form(&shapes_iam, "GetRole", "RoleName=%ff"), "UTF-8") != NULL);
    CHECK(strstr(form(&shapes_iam, "GetRole", "RoleName=a%00b"), "UTF-8") != NULL);
    for (size_t i = 0; i + 2 < sizeof deep; i += 2)
        memcpy(deep + i, "a.", 2);
    CHECK(strstr(form(&shapes_iam, "GetRole", deep), "parts") != NULL);
    for (size_t i = 0; i + 4 < sizeof many; i += 4)
        memcpy(many + i, "a=b&", 4);
    CHECK(strstr(form(&shapes_iam, "GetRole", many), "parameters") != NULL);
}

TEST(one_parameter)
{
    const char *body = "Action=Get%52ole&Version=2010-05-08&Actions=x";
    CHECK_STR(query_param(arena, body, strlen(body), "Action"), "GetRole");
    CHECK_STR(query_param(arena, body, strlen(body), "Version"), "2010-05-08");
    CHECK(query_param(arena, body, strlen(body), "Act") == NULL);
}

static struct series_point point(int64_t at_s, double v, double n)
{
    return (struct series_point){
        .at_ms = at_s * 1000, .sum = v * n, .count = n, .min = v, .max = v, .unit = "None"};
}

static double value(const struct stat_bin *bin, const char *name)
{
    struct metric_stat stat;
    double v = -1;

    CHECK_INT(stat_parse(name, &stat), 0);
    CHECK(stat_of(arena, bin, stat, &v));
    return v;
}

TEST(statistics)
{
    const struct series_point points[] = {point(59, 9, 1), point(60, 1, 1), point(61, 2, 2),
                                          point(119, 5, 1), point(120, 7, 1)};
    struct metric_stat stat;
    struct stat_bin *bins;
    size_t n;

    stat_bins(arena, points, 5, 60000, &bins, &n);
    CHECK_INT(n, 3);
    CHECK_INT(bins[0].at_ms, 0);
    CHECK_INT(bins[1].at_ms, 60000);
    CHECK(value(&bins[1], "Average") == 2.5);
    CHECK(value(&bins[1], "Sum") == 10);
    CHECK(value(&bins[1], "SampleCount") == 4);
    CHECK(value(&bins[1], "Minimum") == 1);
    CHECK(value(&bins[1], "Maximum") == 5);
    CHECK(value(&bins[1], "p50") == 2);
    CHECK(value(&bins[1], "p99.9") == 5);
    CHECK(value(&bins[1], "p0") == 1);
    CHECK_INT(stat_parse("tm90", &stat), -1);
    CHECK_INT(stat_parse("p101", &stat), -1);
    CHECK_INT(stat_parse("", &stat), -1);
    const struct series_point set = {.at_ms = 0, .sum = 3, .count = 2, .min = 1, .max = 2};
    double v;
    stat_bins(arena, &set, 1, 60000, &bins, &n);
    CHECK_INT(stat_parse("p50", &stat), 0);
    CHECK(!stat_of(arena, &bins[0], stat, &v));
}
