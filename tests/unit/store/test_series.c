/* Metrics over time. */
#include "store/series.h"
#include "util.h"

TEST(points_come_back_in_order)
{
    const char *dir = fresh_dir();
    struct series *s;
    struct err err;
    struct series_point *got;
    struct series_id *ids;
    size_t n;
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct series_point p[] = {
        {"NS", "loss", "[]", "None", 3000, 0.1, 1, 0.1, 0.1},
        {"NS", "loss", "[]", "None", 1000, 0.5, 1, 0.5, 0.5},
        {"NS", "loss", "[]", "None", 1000, 0.25, 1, 0.25, 0.25},
        {"NS", "loss", "[{\"Name\":\"Host\",\"Value\":\"algo-1\"}]", "None", 1000, 9, 2, 4, 5},
        {"NS", "auc", "[]", NULL, 1000, 0.9, 1, 0.9, 0.9},
        {"AWS/X", "calls", "[]", "Count", 2000, 7, 1, 7, 7},
    };

    CHECK_OK(series_open(dir, &s, &err), err);
    CHECK_OK(series_list(s, a, NULL, NULL, NULL, 10, &ids, &n, &err), err);
    CHECK_INT(n, 0);
    CHECK_OK(series_put(s, p, 6, &err), err);
    CHECK_OK(series_get(s, a, "NS", "loss", "[]", NULL, 0, 3001, &got, &n, &err), err);
    CHECK_INT(n, 3);
    CHECK(got[0].sum == 0.5 && got[1].sum == 0.25 && got[2].sum == 0.1);
    CHECK_OK(series_get(s, a, "NS", "loss", "[]", "None", 1000, 3000, &got, &n, &err), err);
    CHECK_INT(n, 2);
    CHECK_OK(series_get(s, a, "NS", "loss", "[]", "Seconds", 0, 9000, &got, &n, &err), err);
    CHECK_INT(n, 0);
    CHECK_OK(series_get(s, a, "NS", "loss", p[3].dimensions, NULL, 0, 9000, &got, &n, &err), err);
    CHECK(n == 1 && got[0].count == 2 && got[0].min == 4 && got[0].max == 5);
    CHECK_STR(got[0].unit, "None");

    CHECK_OK(series_list(s, a, NULL, NULL, NULL, 10, &ids, &n, &err), err);
    CHECK_INT(n, 4);
    CHECK_STR(ids[0].name_space, "AWS/X");
    CHECK_OK(series_list(s, a, "NS", NULL, NULL, 10, &ids, &n, &err), err);
    CHECK_INT(n, 3);
    CHECK_STR(ids[0].metric, "auc");
    CHECK_OK(series_list(s, a, NULL, "loss", NULL, 10, &ids, &n, &err), err);
    CHECK_INT(n, 2);
    CHECK_OK(series_list(s, a, "NS", "loss", NULL, 1, &ids, &n, &err), err);
    CHECK_INT(n, 1);
    CHECK_OK(series_list(s, a, "NS", "loss", &ids[0], 10, &ids, &n, &err), err);
    CHECK_INT(n, 1);
    CHECK_STR(ids[0].dimensions, p[3].dimensions);
    series_close(s);

    CHECK_OK(series_open(dir, &s, &err), err);
    CHECK_OK(series_get(s, a, "AWS/X", "calls", "[]", NULL, 0, 9000, &got, &n, &err), err);
    CHECK(n == 1 && got[0].sum == 7);
    CHECK_OK(series_reset(s, &err), err);
    CHECK_OK(series_list(s, a, NULL, NULL, NULL, 10, &ids, &n, &err), err);
    CHECK_INT(n, 0);
    series_close(s);
    series_close(NULL);
    remove_dir(dir);
}
