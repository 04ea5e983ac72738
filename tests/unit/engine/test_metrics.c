/* Metrics that a training job's log says, and how long they may take to find. */
#include "../test.h"
#include "base/fs.h"
#include "base/text.h"
#include "engine/jobs.h"
#include <unistd.h>

static char dir[64];
static struct engine engine;
static int looks;
static struct json *statistics; /* of the last ones */

static int64_t clock_leaps(void)
{
    return (int64_t)looks++ * 60 * 1000; /* a minute each time that somebody looks */
}

static struct json *metrics_of(struct arena *a, const char *name, const char *definitions,
                               const char *log)
{
    struct job j = {.arena = a, .kind = JOB_TRAINING, .name = name};
    struct json *request = json_object(a), *algorithm = json_object(a), *v = NULL, *final = NULL;
    char path[80];
    struct err err = {0};

    CHECK_OK(json_parse(a, definitions, strlen(definitions), &v, &err), err);
    json_set(a, algorithm, "MetricDefinitions", v);
    json_set(a, request, "AlgorithmSpecification", algorithm);
    j.request = request;
    snprintf(path, sizeof(path), "%s/log", dir);
    CHECK_OK(fs_replace(path, log, strlen(log), 0600, &err), err);
    CHECK_OK(job_metrics(&engine, a, &j, dir, &final, &statistics, &err), err);
    return final;
}

static void begin(void)
{
    struct err err = {0};

    snprintf(dir, sizeof(dir), "/tmp/slipway-metrics-XXXXXX");
    CHECK(mkdtemp(dir) != NULL);
    CHECK_OK(series_open(dir, &engine.config.series, &err), err);
}

static void end(void)
{
    struct err err = {0};

    series_close(engine.config.series);
    CHECK_OK(fs_remove_tree(dir, &err), err);
}

TEST(the_last_value_counts)
{
    cleanup_arena struct arena *a = arena_create(8 << 20);

    begin();
    const struct json *got =
        metrics_of(a, "n",
                   "[{\"Name\":\"auc\",\"Regex\":\"auc=([0-9.]+)\"},{\"Name\":\"no\",\"Regex\":"
                   "\"(\"},{\"Name\":\"loss\",\"Regex\":\"loss: (\\\\S+)\"}]",
                   "auc=0.5\nauc=0.75 loss: 1e-1%\nloss: nan\n");
    CHECK_INT(json_len(got), 2);
    CHECK_STR(json_get_str(json_at(got, 0), "MetricName"), "auc");
    CHECK(json_num(json_get(json_at(got, 0), "Value"), 0) == 0.75);
    CHECK(json_num(json_get(json_at(got, 1), "Value"), 0) == 0.1);
    end();
}

TEST(all_values_have_statistics)
{
    cleanup_arena struct arena *a = arena_create(8 << 20);

    begin();
    metrics_of(a, "s",
               "[{\"Name\":\"a\",\"Regex\":\"a=(\\\\S+)\"},{\"Name\":\"b\",\"Regex\":"
               "\"b=(\\\\S+)\"},{\"Name\":\"c\",\"Regex\":\"c=(\\\\S+)\"}]",
               "a=-4\na=1\na=3\nb=1e308\nb=-1e308\n");
    const struct json *of = json_get(statistics, "a");
    CHECK_INT(json_get_int(of, "Count", 0), 3);
    CHECK(json_num(json_get(of, "Min"), 0) == -4);
    CHECK(json_num(json_get(of, "Max"), 0) == 3);
    CHECK(json_num(json_get(of, "Avg"), 1) == 0);
    CHECK(json_num(json_get(of, "StdDev"), 0) > 3.605 &&
          json_num(json_get(of, "StdDev"), 0) < 3.606);
    of = json_get(statistics, "b");
    CHECK(json_num(json_get(of, "Min"), 0) == -1e308);
    CHECK(!json_get(of, "Avg") && !json_get(of, "StdDev")); /* too large on the way */
    CHECK(!json_get(statistics, "c"));
    end();
}

/* Each line may be slow by a bit less than what makes a search give up. */
TEST(an_expression_that_is_slow_on_every_line)
{
    cleanup_arena struct arena *a = arena_create(8 << 20);
    struct sys_ops leaping = sys_real;
    cleanup_buf struct buf log;

    begin();
    buf_init(&log, 1 << 20);
    for (int i = 0; i < 1000; i++)
        buf_addf(&log, "step=%d\n", i);
    leaping.mono_ms = clock_leaps;
    sys = &leaping;
    const struct json *got =
        metrics_of(a, "slow", "[{\"Name\":\"step\",\"Regex\":\"step=([0-9]+)\"}]", log.data);
    sys = &sys_real;
    CHECK_INT(json_len(got), 1);
    CHECK(json_num(json_get(json_at(got, 0), "Value"), 0) < 10);
    CHECK(looks < 10);
    end();
}
