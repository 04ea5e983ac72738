/* Metrics: numbers over time, in metrics.db (synchronous=NORMAL: a power cut may lose the newest).
 */
#pragma once
#include "base/json.h"
#include "store/db.h"

struct series;
struct series_point {
    const char *name_space, *metric;
    const char
        *dimensions;  /* canonical JSON of [{"Name","Value"}] sorted by Name; "[]" when none */
    const char *unit; /* "None" … */
    int64_t at_ms;
    double sum, count, min, max; /* a statistic set; a plain value v is {v, 1, v, v} */
};
int series_open(const char *dir, struct series **ret, struct err *err);
void series_close(struct series *s);
int series_put(struct series *s, const struct series_point *points, size_t n, struct err *err);
/* Points of one metric in [from, to), oldest first. `unit` NULL: any. */
int series_get(struct series *s, struct arena *a, const char *name_space, const char *metric,
               const char *dimensions, const char *unit, int64_t from_ms, int64_t to_ms,
               struct series_point **ret, size_t *ret_n, struct err *err);
struct series_id {
    const char *name_space, *metric, *dimensions;
};
/* Distinct metrics, ordered, behind `after` (NULL: from the start). Filters may be NULL. */
int series_list(struct series *s, struct arena *a, const char *name_space, const char *metric,
                const struct series_id *after, int max, struct series_id **ret, size_t *ret_n,
                struct err *err);
int series_reset(struct series *s, struct err *err);
