/* CloudWatch metrics: points go into the series as they come; statistics are made when asked for.
 */
#include "aws/metric_stat.h"
#include "aws/ops.h"
#include "base/sys.h"
#include "base/text.h"
#include "engine/page.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { DATAPOINTS_MAX = 1440, DATA_MAX = 100800, LIST_MAX = 500, PUT_MAX = 150 * 1000 };

static int64_t ms_of(const struct json *v)
{
    return llround(json_num(v, 0) * 1000.0);
}

static int by_name(const void *x, const void *y)
{
    return strcmp(json_get_str(*(struct json *const *)x, "Name"),
                  json_get_str(*(struct json *const *)y, "Name"));
}

/* The canonical text of dimensions: [{"Name","Value"}] by name. */
static const char *dimensions_text(struct arena *a, const struct json *dimensions)
{
    struct buf out cleanup_buf = {0};

    if (!json_len(dimensions))
        return "[]";
    struct json *copy = json_copy(a, dimensions);
    qsort(copy->items, copy->n, sizeof *copy->items, by_name);
    buf_init(&out, 256 * 1024);
    json_write_canonical(&out, copy);
    return arena_strndup(a, out.data, out.len);
}

/* --- PutMetricData --- */

struct putting {
    struct aws_call *c;
    struct aws_fault *fault;
    const char *name_space;
    struct series_point *points;
    size_t n, cap;
};

/* CloudWatch takes numbers between -2^360 and 2^360. */
static bool in_range(double v)
{
    return fabs(v) <= ldexp(1, 360);
}

static int add_point(struct putting *p, const struct series_point *point)
{
    if (!in_range(point->sum) || !in_range(point->min) || !in_range(point->max) ||
        !in_range(point->count))
        return aws_fail(p->c, p->fault, "InvalidParameterValue",
                        "A value of the metric %s is invalid: it must be a number between -2^360 "
                        "and 2^360.",
                        point->metric);
    if (p->n == PUT_MAX)
        return aws_fail(p->c, p->fault, "InvalidParameterValue", "Too many values in one request.");
    if (p->n == p->cap) {
        size_t cap = p->cap ? 2 * p->cap : 64;
        struct series_point *more = arena_alloc(p->c->arena, cap * sizeof *more);
        if (p->n)
            memcpy(more, p->points, p->n * sizeof *more);
        p->points = more;
        p->cap = cap;
    }
    p->points[p->n++] = *point;
    return 0;
}

static int add_values(struct putting *p, const struct json *datum, struct series_point *point,
                      size_t number)
{
    const struct json *values = json_get(datum, "Values"), *counts = json_get(datum, "Counts");

    if (counts && json_len(counts) != json_len(values))
        return aws_fail(p->c, p->fault, "InvalidParameterCombination",
                        "The parameters MetricData.member.%zu.Values and "
                        "MetricData.member.%zu.Counts must be of the same size.",
                        number, number);
    for (size_t i = 0; i < json_len(values); i++) {
        double v = json_num(json_at(values, i), 0), n = json_num(json_at(counts, i), 1);
        point->sum = v * n;
        point->count = n;
        point->min = point->max = v;
        if (add_point(p, point) != 0)
            return -1;
    }
    return 0;
}

static int add_datum(struct putting *p, const struct json *datum, size_t number)
{
    const struct json *set = json_get(datum, "StatisticValues"), *value = json_get(datum, "Value");
    const struct json *at = json_get(datum, "Timestamp");
    const char *unit = json_get_str(datum, "Unit");
    struct series_point point = {
        .name_space = p->name_space,
        .metric = json_get_str(datum, "MetricName"),
        .dimensions = dimensions_text(p->c->arena, json_get(datum, "Dimensions")),
        .unit = unit ? unit : "None",
        .at_ms = at ? ms_of(at) : sys->wall_ms(),
    };
    int given = (set != NULL) + (value != NULL) + (json_get(datum, "Values") != NULL);

    if (given > 1)
        return aws_fail(p->c, p->fault, "InvalidParameterCombination",
                        "The parameters MetricData.member.%zu.Value, "
                        "MetricData.member.%zu.StatisticValues and MetricData.member.%zu.Values "
                        "are mutually exclusive and you have specified more than one.",
                        number, number, number);
    if (given == 0)
        return aws_fail(p->c, p->fault, "MissingParameter",
                        "At least one of the parameters MetricData.member.%zu.Value, "
                        "MetricData.member.%zu.StatisticValues and MetricData.member.%zu.Values "
                        "must be specified.",
                        number, number, number);
    if (!set && !value)
        return add_values(p, datum, &point, number);
    if (set) {
        point.sum = json_num(json_get(set, "Sum"), 0);
        point.count = json_num(json_get(set, "SampleCount"), 0);
        point.min = json_num(json_get(set, "Minimum"), 0);
        point.max = json_num(json_get(set, "Maximum"), 0);
    } else {
        point.sum = point.min = point.max = json_num(value, 0);
        point.count = 1;
    }
    return add_point(p, &point);
}

int op_PutMetricData(struct aws_call *c, const struct json *in, struct json **out,
                     struct aws_fault *fault)
{
    struct putting p = {.c = c, .fault = fault, .name_space = json_get_str(in, "Namespace")};
    const struct json *data = json_get(in, "MetricData");
    struct err err = {0};

    if (str_starts(p.name_space, "AWS/"))
        return aws_fail(c, fault, "InvalidParameterValue",
                        "The value AWS/ for parameter Namespace is invalid.");
    if (!data)
        return aws_fail(c, fault, "MissingParameter", "The parameter MetricData is required.");
    for (size_t i = 0; i < json_len(data); i++)
        if (add_datum(&p, json_at(data, i), i + 1) != 0)
            return -1;
    if (p.n && series_put(engine_series(c->engine), p.points, p.n, &err) != 0)
        return aws_fail_err(c, fault, &err);
    return 0;
}

/* --- GetMetricStatistics --- */

static int check_period(struct aws_call *c, struct aws_fault *fault, int64_t period_s)
{
    if (period_s == 1 || period_s == 5 || period_s == 10 || period_s == 20 || period_s == 30 ||
        (period_s > 0 && period_s % 60 == 0))
        return 0;
    return aws_fail(c, fault, "InvalidParameterValue",
                    "The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60.");
}

static int check_window(struct aws_call *c, struct aws_fault *fault, const struct json *in,
                        int64_t *ret_from_ms, int64_t *ret_to_ms)
{
    *ret_from_ms = ms_of(json_get(in, "StartTime"));
    *ret_to_ms = ms_of(json_get(in, "EndTime"));
    if (*ret_from_ms < *ret_to_ms)
        return 0;
    return aws_fail(c, fault, "InvalidParameterValue",
                    "The parameter StartTime must be less than the parameter EndTime.");
}

static int parse_stats(struct aws_call *c, struct aws_fault *fault, const struct json *names,
                       bool extended, struct metric_stat **ret)
{
    *ret = arena_alloc(c->arena, (json_len(names) + 1) * sizeof **ret);
    for (size_t i = 0; i < json_len(names); i++) {
        const char *name = json_str(json_at(names, i));
        if (stat_parse(name, &(*ret)[i]) != 0 || ((*ret)[i].kind == STAT_PERCENTILE) != extended)
            return aws_fail(c, fault, "InvalidParameterValue",
                            "The value %s for parameter %s is not supported by Slipway", name,
                            extended ? "ExtendedStatistics" : "Statistics");
    }
    return 0;
}

struct statistics {
    const struct json *names, *extended_names;
    struct metric_stat *stats, *extended;
};

static struct json *datapoint(struct arena *a, const struct stat_bin *bin,
                              const struct statistics *s)
{
    struct json *v = json_object(a), *more = json_object(a);
    double value;

    json_set_real(a, v, "Timestamp", (double)bin->at_ms / 1000.0);
    for (size_t i = 0; i < json_len(s->names); i++)
        if (stat_of(a, bin, s->stats[i], &value))
            json_set_real(a, v, json_str(json_at(s->names, i)), value);
    for (size_t i = 0; i < json_len(s->extended_names); i++)
        if (stat_of(a, bin, s->extended[i], &value))
            json_set_real(a, more, json_str(json_at(s->extended_names, i)), value);
    if (json_len(more))
        json_set(a, v, "ExtendedStatistics", more);
    json_set_str(a, v, "Unit", bin->points[0].unit);
    return v;
}

int op_GetMetricStatistics(struct aws_call *c, const struct json *in, struct json **out,
                           struct aws_fault *fault)
{
    int64_t period_s = json_get_int(in, "Period", 60), from_ms, to_ms;
    struct statistics s = {.names = json_get(in, "Statistics"),
                           .extended_names = json_get(in, "ExtendedStatistics")};
    struct json *points_out = json_array(c->arena);
    struct series_point *points;
    struct stat_bin *bins;
    struct err err = {0};
    size_t n, n_bins;

    if (check_period(c, fault, period_s) != 0 ||
        check_window(c, fault, in, &from_ms, &to_ms) != 0 ||
        parse_stats(c, fault, s.names, false, &s.stats) != 0 ||
        parse_stats(c, fault, s.extended_names, true, &s.extended) != 0)
        return -1;
    if (!s.names && !s.extended_names)
        return aws_fail(c, fault, "MissingParameter",
                        "At least one of the parameters Statistics and ExtendedStatistics must be "
                        "specified.");
    int64_t most = (to_ms - from_ms + period_s * 1000 - 1) / (period_s * 1000);
    if (most > DATAPOINTS_MAX)
        return aws_fail(c, fault, "InvalidParameterCombination",
                        "You have requested up to %lld datapoints, which exceeds the limit of "
                        "1440. You may reduce the datapoints requested by increasing Period, or "
                        "decreasing the time range.",
                        (long long)most);
    if (series_get(engine_series(c->engine), c->arena, json_get_str(in, "Namespace"),
                   json_get_str(in, "MetricName"),
                   dimensions_text(c->arena, json_get(in, "Dimensions")), json_get_str(in, "Unit"),
                   from_ms, to_ms, &points, &n, &err) != 0)
        return aws_fail_err(c, fault, &err);
    stat_bins(c->arena, points, n, period_s * 1000, &bins, &n_bins);
    for (size_t i = 0; i < n_bins; i++)
        json_push(c->arena, points_out, datapoint(c->arena, &bins[i], &s));
    *out = json_object(c->arena);
    json_set_str(c->arena, *out, "Label", json_get_str(in, "MetricName"));
    json_set(c->arena, *out, "Datapoints", points_out);
    return 0;
}

/* --- GetMetricData --- */

struct data {
    struct aws_call *c;
    struct aws_fault *fault;
    int64_t from_ms, to_ms;
    bool descending;
    int64_t skip, left; /* datapoints of earlier pages; that this page may still have */
    bool more;
    struct json *results;
};

static void add_result(struct data *d, const struct json *query, const struct stat_bin *bins,
                       size_t n, struct metric_stat stat)
{
    struct arena *a = d->c->arena;
    struct json *result = json_object(a), *times = json_array(a), *values = json_array(a);
    const char *label = json_get_str(query, "Label");
    double value;

    for (size_t i = 0; i < n; i++) {
        const struct stat_bin *bin = &bins[d->descending ? n - 1 - i : i];
        if (!stat_of(a, bin, stat, &value))
            continue;
        if (d->skip > 0) {
            d->skip--;
            continue;
        }
        if (d->left == 0) {
            d->more = true;
            break;
        }
        d->left--;
        json_push(a, times, json_real(a, (double)bin->at_ms / 1000.0));
        json_push(a, values, json_real(a, value));
    }
    const struct json *metric = json_get(json_get(query, "MetricStat"), "Metric");
    json_set_str(a, result, "Id", json_get_str(query, "Id"));
    json_set_str(a, result, "Label", label ? label : json_get_str(metric, "MetricName"));
    json_set(a, result, "Timestamps", times);
    json_set(a, result, "Values", values);
    json_set_str(a, result, "StatusCode", d->more ? "PartialData" : "Complete");
    json_push(a, d->results, result);
}

static int run_query(struct data *d, const struct json *query)
{
    const struct json *ms = json_get(query, "MetricStat"), *metric = json_get(ms, "Metric");
    int64_t period_s = json_get_int(ms, "Period", 60);
    const char *name_space = json_get_str(metric, "Namespace");
    const char *name = json_get_str(metric, "MetricName");
    struct series_point *points;
    struct stat_bin *bins;
    struct err err = {0};
    struct metric_stat stat;
    size_t n, n_bins;

    if (!ms || !name_space || !name)
        return aws_fail(d->c, d->fault, "ValidationError",
                        "Every query needs a MetricStat with the Namespace and the MetricName of "
                        "its Metric.");
    if (check_period(d->c, d->fault, period_s) != 0)
        return -1;
    if (stat_parse(json_get_str(ms, "Stat"), &stat) != 0)
        return aws_fail(d->c, d->fault, "InvalidParameterValue",
                        "The value %s for parameter MetricDataQueries.member.Stat is not supported "
                        "by Slipway",
                        json_get_str(ms, "Stat"));
    if (series_get(engine_series(d->c->engine), d->c->arena, name_space, name,
                   dimensions_text(d->c->arena, json_get(metric, "Dimensions")),
                   json_get_str(ms, "Unit"), d->from_ms, d->to_ms, &points, &n, &err) != 0)
        return aws_fail_err(d->c, d->fault, &err);
    stat_bins(d->c->arena, points, n, period_s * 1000, &bins, &n_bins);
    if (json_get_bool(query, "ReturnData", true))
        add_result(d, query, bins, n_bins, stat);
    return 0;
}

int op_GetMetricData(struct aws_call *c, const struct json *in, struct json **out,
                     struct aws_fault *fault)
{
    const struct json *queries = json_get(in, "MetricDataQueries");
    int64_t max = json_get_int(in, "MaxDatapoints", DATA_MAX);
    struct data d = {.c = c, .fault = fault, .results = json_array(c->arena)};
    struct err err = {0};
    struct page page;

    if (check_window(c, fault, in, &d.from_ms, &d.to_ms) != 0)
        return -1;
    if (page_begin(&page, c->engine, c->arena, "GetMetricData", in, 0, &err) != 0)
        return aws_fail(c, fault, "InvalidNextToken", "%s", err.msg);
    int64_t begun = page_key_int(&page, 0);
    d.skip = begun;
    d.left = max > 0 && max < DATA_MAX ? max : DATA_MAX;
    max = d.left;
    d.descending = !str_eq(json_get_str(in, "ScanBy"), "TimestampAscending");
    for (size_t i = 0; i < json_len(queries) && !d.more; i++)
        if (run_query(&d, json_at(queries, i)) != 0)
            return -1;
    page.more = d.more;
    begun += max;
    page.last = arena_printf(c->arena, "%lld", (long long)begun);
    *out = page_end(&page, "Messages");
    json_set(c->arena, *out, "MetricDataResults", d.results);
    return 0;
}

/* --- ListMetrics --- */

static bool has_dimensions(const struct json *dimensions, const struct json *wanted)
{
    for (size_t i = 0; i < json_len(wanted); i++) {
        const char *name = json_get_str(json_at(wanted, i), "Name");
        const char *value = json_get_str(json_at(wanted, i), "Value");
        bool there = false;
        for (size_t k = 0; k < json_len(dimensions) && !there; k++) {
            const struct json *d = json_at(dimensions, k);
            there = str_eq(json_get_str(d, "Name"), name) &&
                    (!value || str_eq(json_get_str(d, "Value"), value));
        }
        if (!there)
            return false;
    }
    return true;
}

/* A token's key: the last metric, as a JSON array of its three names. */
static int read_key(struct arena *a, const char *key, struct series_id *ret)
{
    struct json *v;
    struct err err;

    if (json_parse(a, key, strlen(key), &v, &err) != 0 || json_len(v) != 3)
        return -1;
    *ret = (struct series_id){json_str(json_at(v, 0)), json_str(json_at(v, 1)),
                              json_str(json_at(v, 2))};
    return 0;
}

static bool list_page(struct page *page, struct arena *a, const struct series_id *ids, size_t n,
                      const struct json *wanted)
{
    struct err err;

    for (size_t i = 0; i < n; i++) {
        struct json *metric = json_object(a), *key = json_array(a), *dimensions;
        if (json_parse(a, ids[i].dimensions, strlen(ids[i].dimensions), &dimensions, &err) != 0 ||
            !has_dimensions(dimensions, wanted))
            continue;
        json_push_str(a, key, ids[i].name_space);
        json_push_str(a, key, ids[i].metric);
        json_push_str(a, key, ids[i].dimensions);
        json_set_str(a, metric, "Namespace", ids[i].name_space);
        json_set_str(a, metric, "MetricName", ids[i].metric);
        json_set(a, metric, "Dimensions", dimensions);
        if (!page_add(page, metric, json_text(a, key)))
            return false;
    }
    return true;
}

int op_ListMetrics(struct aws_call *c, const struct json *in, struct json **out,
                   struct aws_fault *fault)
{
    struct series_id *ids, after;
    struct err err = {0};
    struct page page;
    size_t n;

    if (page_begin(&page, c->engine, c->arena, "ListMetrics", in, LIST_MAX, &err) != 0)
        return aws_fail(c, fault, "InvalidParameterValue", "%s", err.msg);
    page.max = LIST_MAX;
    bool behind = page.key && read_key(c->arena, page.key, &after) == 0;
    do {
        if (series_list(engine_series(c->engine), c->arena, json_get_str(in, "Namespace"),
                        json_get_str(in, "MetricName"), behind ? &after : NULL, LIST_MAX + 1, &ids,
                        &n, &err) != 0)
            return aws_fail_err(c, fault, &err);
        if (!list_page(&page, c->arena, ids, n, json_get(in, "Dimensions")))
            break;
        if (n)
            after = ids[n - 1];
        behind = true;
    } while (n > LIST_MAX);
    *out = page_end(&page, "Metrics");
    return 0;
}
