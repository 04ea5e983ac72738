/* See metric_stat.h. A percentile is the smallest value that at least that part of the samples does
 * not exceed; AWS does not publish how it interpolates. */
#include "aws/metric_stat.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>

int stat_parse(const char *text, struct metric_stat *ret)
{
    static const char *const names[] = {"Average", "Sum", "SampleCount", "Minimum", "Maximum"};
    char *end;

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (str_eq(names[i], text)) {
            ret->kind = (enum stat_kind)i;
            return 0;
        }
    }
    if (text[0] != 'p' || text[1] < '0' || text[1] > '9')
        return -1;
    ret->kind = STAT_PERCENTILE;
    ret->percent = strtod(text + 1, &end);
    return *end || ret->percent > 100 ? -1 : 0;
}

static int64_t bin_start(int64_t at_ms, int64_t period_ms)
{
    int64_t rest = at_ms % period_ms;

    return at_ms - (rest < 0 ? rest + period_ms : rest);
}

void stat_bins(struct arena *a, const struct series_point *points, size_t n, int64_t period_ms,
               struct stat_bin **ret, size_t *ret_n)
{
    struct stat_bin *bins = arena_alloc(a, (n + 1) * sizeof *bins);
    size_t k = 0;

    for (size_t i = 0; i < n; i++) {
        int64_t at = bin_start(points[i].at_ms, period_ms);
        if (k == 0 || bins[k - 1].at_ms != at)
            bins[k++] = (struct stat_bin){at, &points[i], 0};
        bins[k - 1].n++;
    }
    *ret = bins;
    *ret_n = k;
}

static int by_value(const void *x, const void *y)
{
    const struct series_point *s = x, *t = y;

    return s->min < t->min ? -1 : s->min > t->min;
}

static bool percentile(struct arena *a, const struct stat_bin *bin, double percent, double *ret)
{
    struct series_point *sorted = arena_memdup(a, bin->points, bin->n * sizeof *sorted);
    double total = 0, seen = 0;

    for (size_t i = 0; i < bin->n; i++) {
        if (sorted[i].min < sorted[i].max)
            return false;
        total += sorted[i].count;
    }
    qsort(sorted, bin->n, sizeof *sorted, by_value);
    for (size_t i = 0; i < bin->n; i++) {
        seen += sorted[i].count;
        *ret = sorted[i].min;
        if (seen >= total * percent / 100.0)
            break;
    }
    return bin->n > 0;
}

bool stat_of(struct arena *a, const struct stat_bin *bin, struct metric_stat stat, double *ret)
{
    double sum = 0, count = 0, min = 0, max = 0;

    if (stat.kind == STAT_PERCENTILE)
        return percentile(a, bin, stat.percent, ret);
    for (size_t i = 0; i < bin->n; i++) {
        const struct series_point *p = &bin->points[i];
        sum += p->sum;
        count += p->count;
        min = i == 0 || p->min < min ? p->min : min;
        max = i == 0 || p->max > max ? p->max : max;
    }
    switch (stat.kind) {
    case STAT_AVERAGE:
        *ret = count > 0 ? sum / count : 0;
        break;
    case STAT_SUM:
        *ret = sum;
        break;
    case STAT_COUNT:
        *ret = count;
        break;
    case STAT_MINIMUM:
        *ret = min;
        break;
    default:
        *ret = max;
        break;
    }
    return true;
}
