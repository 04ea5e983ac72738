/* Metrics of training jobs: MetricDefinitions over the log.
 *
 * Each definition's expression is searched in every line; its first group, read as a number, is a
 * value at the line's time. All values go to the series "/aws/sagemaker/TrainingJobs" (dimension
 * TrainingJobName), the last of each metric to FinalMetricDataList. Values are put once: a job's
 * name is unique for ever, so points that are there are this job's, from before a crash. Work is
 * bounded: a search that takes too long counts as none, lines that come after SCAN_MS_MAX are not
 * looked at, and a job has at most POINTS_MAX values. Called by job_collect.c, on the pool. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "base/log.h"
#include "base/sys.h"
#include "base/text.h"
#include "engine/jobs.h"
#include <math.h>
#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

#define NAMESPACE   "/aws/sagemaker/TrainingJobs"
#define LINES       2000
#define POINTS_MAX  100000
#define MATCH_STEPS 200000
#define SCAN_MS_MAX (5 * 60 * 1000)

struct metric {
    const char *name;
    pcre2_code *code;
    pcre2_match_data *match;
    int64_t n;                            /* values */
    double last, min, max, mean, squares; /* squares: of differences from the mean (Welford) */
    int64_t last_ms;
};

struct scan {
    struct metric *metrics;
    size_t n_metrics;
    pcre2_match_context *limits;
    struct series_point *points;
    size_t n, cap;
    const char *dimensions;
};

static void scan_free(struct scan *s)
{
    for (size_t i = 0; i < s->n_metrics; i++) {
        pcre2_match_data_free(s->metrics[i].match);
        pcre2_code_free(s->metrics[i].code);
    }
    pcre2_match_context_free(s->limits);
    free(s->points);
}

static void compile(struct scan *s, struct arena *a, const struct job *j)
{
    const struct json *list =
        json_get(json_get(j->request, "AlgorithmSpecification"), "MetricDefinitions");

    s->metrics = arena_zalloc(a, (json_len(list) + 1) * sizeof(*s->metrics));
    s->limits = pcre2_match_context_create(NULL);
    pcre2_set_match_limit(s->limits, MATCH_STEPS);
    for (size_t i = 0; i < json_len(list); i++) {
        const char *regex = json_get_str(json_at(list, i), "Regex");
        const char *name = json_get_str(json_at(list, i), "Name");
        PCRE2_UCHAR text[128];
        PCRE2_SIZE at;
        int code;
        if (!regex || !name)
            continue;
        pcre2_code *re =
            pcre2_compile((PCRE2_SPTR)regex, PCRE2_ZERO_TERMINATED, PCRE2_UTF, &code, &at, NULL);
        if (!re) {
            pcre2_get_error_message(code, text, sizeof(text));
            log_warn("job %s: metric %s: expression cannot be read: %s", j->name, name,
                     (const char *)text);
            continue;
        }
        s->metrics[s->n_metrics++] = (struct metric){
            .name = name, .code = re, .match = pcre2_match_data_create_from_pattern(re, NULL)};
    }
}

/* The first group as a number. */
static bool value_of(const struct metric *m, const char *text, double *ret)
{
    PCRE2_SIZE *at = pcre2_get_ovector_pointer(m->match);
    char number[64], *end;

    if (pcre2_get_ovector_count(m->match) < 2 || at[2] == PCRE2_UNSET)
        return false;
    size_t n = at[3] - at[2];
    if (n == 0 || n >= sizeof(number))
        return false;
    memcpy(number, text + at[2], n);
    number[n] = 0;
    *ret = strtod(number, &end);
    end += strspn(end, " ,;%");
    return end != number && *end == 0 && isfinite(*ret);
}

static void add_point(struct scan *s, struct metric *m, double v, int64_t at_ms)
{
    double before = v - m->mean;

    m->min = m->n && m->min < v ? m->min : v;
    m->max = m->n && m->max > v ? m->max : v;
    m->n++;
    m->mean += before / (double)m->n;
    m->squares += before * (v - m->mean);
    m->last = v;
    m->last_ms = at_ms;
    if (s->n == POINTS_MAX)
        return;
    if (s->n == s->cap) {
        s->cap = s->cap ? s->cap * 2 : 256;
        s->points = xrealloc(s->points, s->cap * sizeof(*s->points));
    }
    s->points[s->n++] = (struct series_point){.name_space = NAMESPACE,
                                              .metric = m->name,
                                              .dimensions = s->dimensions,
                                              .unit = "None",
                                              .at_ms = at_ms,
                                              .sum = v,
                                              .count = 1,
                                              .min = v,
                                              .max = v};
}

static void scan_line(struct scan *s, const struct job_line *line)
{
    double v;

    for (size_t i = 0; i < s->n_metrics; i++) {
        struct metric *m = &s->metrics[i];
        int rc = pcre2_match(m->code, (PCRE2_SPTR)line->text, line->len, 0, PCRE2_NO_UTF_CHECK,
                             m->match, s->limits);
        if (rc >= 1 && value_of(m, line->text, &v))
            add_point(s, m, v, line->at_ms);
    }
}

static int scan_log(struct scan *s, const char *dir, struct err *err)
{
    cleanup_arena struct arena *a = arena_create((size_t)64 << 20);
    struct job_line *lines;
    int64_t offset = 0, next, until_ms = sys->mono_ms() + SCAN_MS_MAX;
    size_t n;

    for (;;) {
        arena_reset(a);
        if (job_log_read(dir, a, offset, LINES, true, &lines, &n, &next, err) != 0)
            return -1;
        for (size_t i = 0; i < n; i++) {
            if (sys->mono_ms() > until_ms) {
                log_warn("%s: its metrics take too long to find; the rest of the log is not "
                         "searched",
                         dir);
                return 0;
            }
            scan_line(s, &lines[i]);
        }
        if (n == 0 || next == offset)
            return 0;
        offset = next;
    }
}

static int put_once(struct engine *e, struct arena *a, struct scan *s, struct err *err)
{
    struct series_point *there;
    size_t n = 0;

    if (s->n == 0)
        return 0;
    if (series_get(e->config.series, a, NAMESPACE, s->points[0].metric, s->dimensions, NULL, 0,
                   INT64_MAX, &there, &n, err) != 0)
        return -1;
    return n ? 0 : series_put(e->config.series, s->points, s->n, err);
}

static struct json *last_of(struct arena *a, const struct metric *from)
{
    struct json *m = json_object(a);
    int64_t whole_s = from->last_ms / 1000;

    json_set_str(a, m, "MetricName", from->name);
    json_set_real(a, m, "Value", from->last);
    json_set_real(a, m, "Timestamp", (double)whole_s);
    return m;
}

/* Without what is too large for a number. */
static struct json *statistics_of(struct arena *a, const struct metric *from)
{
    double variance = from->n > 1 ? from->squares / (double)(from->n - 1) : 0;
    struct json *m = json_object(a);

    json_set_int(a, m, "Count", from->n);
    json_set_real(a, m, "Min", from->min);
    json_set_real(a, m, "Max", from->max);
    if (isfinite(from->mean))
        json_set_real(a, m, "Avg", from->mean);
    if (isfinite(variance))
        json_set_real(a, m, "StdDev", sqrt(variance));
    return m;
}

int job_metrics(struct engine *e, struct arena *a, const struct job *j, const char *dir,
                struct json **ret_final, struct json **ret_statistics, struct err *err)
{
    struct scan s = {0};
    struct json *dimension = json_object(a), *dimensions = json_array(a), *final = json_array(a);
    struct json *statistics = json_object(a);

    json_set_str(a, dimension, "Name", "TrainingJobName");
    json_set_str(a, dimension, "Value", j->name);
    json_push(a, dimensions, dimension);
    s.dimensions = json_text(a, dimensions);
    compile(&s, a, j);
    int rc = s.n_metrics ? scan_log(&s, dir, err) : 0;
    for (size_t i = 0; i < s.n_metrics; i++) {
        if (!s.metrics[i].n)
            continue;
        json_push(a, final, last_of(a, &s.metrics[i]));
        json_set(a, statistics, s.metrics[i].name, statistics_of(a, &s.metrics[i]));
    }
    if (rc == 0)
        rc = put_once(e, a, &s, err);
    scan_free(&s);
    *ret_final = final;
    *ret_statistics = statistics;
    return rc;
}
