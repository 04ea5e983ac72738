/* Statistics of metric points over periods, as CloudWatch gives them. Numbers only. */
#pragma once
#include "store/series.h"

enum stat_kind { STAT_AVERAGE, STAT_SUM, STAT_COUNT, STAT_MINIMUM, STAT_MAXIMUM, STAT_PERCENTILE };
struct metric_stat {
    enum stat_kind kind;
    double percent; /* of STAT_PERCENTILE */
};
/* "Average", "p99.9" …; -1: not one of these. */
int stat_parse(const char *text, struct metric_stat *ret);

struct stat_bin {
    int64_t at_ms; /* start of the period */
    const struct series_point *points;
    size_t n;
};
/* Cuts points (oldest first) into periods that begin at multiples of period_ms. */
void stat_bins(struct arena *a, const struct series_point *points, size_t n, int64_t period_ms,
               struct stat_bin **ret, size_t *ret_n);
/* False: not to be had (a percentile of statistic sets). */
bool stat_of(struct arena *a, const struct stat_bin *bin, struct metric_stat stat, double *ret);
