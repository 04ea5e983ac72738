/* slipway diff: what differs between two executions.
 *
 * Each execution becomes a list of facts, (what, step, name) -> value; facts of both are paired by
 * that key. Inputs are facts named as the request names them (InputName, channel, "code"), valued
 * by the digest of what was read, so that the same bytes under another prefix are the same.
 * Durations differ always: they count where the difference is worth a look. */
#include "cli/commands.h"
#include "cli/things.h"
#include "base/map.h"
#include "base/text.h"
#include <math.h>
#include <string.h>

#define SHORT_S      1.0 /* durations that differ by less, or by less than a quarter, are equal */
#define DIGEST_SHOWN 12
#define LABEL_MAX    30

enum fact_kind {
    FACT_PIPELINE,
    FACT_VERSION,
    FACT_PARAMETER,
    FACT_STATUS,
    FACT_RAN,
    FACT_CODE,
    FACT_INPUT,
    FACT_METRIC,
    FACT_DURATION,
    FACT_KINDS
};
static const struct {
    const char *word, *one, *many;
} kinds[FACT_KINDS] = {
    {"pipeline", "pipeline", "pipelines"},
    {"version", "definition version", "definition versions"},
    {"parameter", "parameter", "parameters"},
    {"status", "status", "statuses"},
    {"ran", "way of running", "ways of running"},
    {"code", "code", "codes"},
    {"input", "input", "inputs"},
    {"metric", "metric", "metrics"},
    {"duration", "duration", "durations"},
};

struct fact {
    enum fact_kind kind;
    const char *step, *name; /* NULL: of the whole */
    struct json *values[2];
    const char *uris[2]; /* of inputs */
    struct fact *next;
};
struct comparison {
    struct api *api;
    struct arena *arena;
    struct thing sides[2];
    struct map *by_key;
    struct fact *first, **last;
};

static struct fact *fact(struct comparison *c, enum fact_kind kind, const char *step,
                         const char *name)
{
    const char *key =
        arena_printf(c->arena, "%d\n%s\n%s", (int)kind, step ? step : "", name ? name : "");
    struct fact *f = map_get(c->by_key, key);

    if (f)
        return f;
    f = arena_zalloc(c->arena, sizeof(*f));
    *f = (struct fact){.kind = kind, .step = step, .name = name};
    map_set(c->by_key, key, f);
    *c->last = f;
    c->last = &f->next;
    return f;
}

static void add(struct comparison *c, int side, enum fact_kind kind, const char *step,
                const char *name, struct json *value)
{
    if (value)
        fact(c, kind, step, name)->values[side] = value;
}

/* --- gathering --- */

static struct json *duration(struct arena *a, int64_t started_ms, int64_t ended_ms)
{
    return started_ms && ended_ms ? json_real(a, (double)(ended_ms - started_ms) / 1000.0) : NULL;
}

/* "s3://…" of a hyperparameter, which may be JSON in a string. */
static const char *submit_directory(struct arena *a, const struct json *described)
{
    const char *s =
        json_get_str(json_get(described, "HyperParameters"), "sagemaker_submit_directory");
    struct json *v;
    struct err ignored;

    if (s && *s == '"' && json_parse(a, s, strlen(s), &v, &ignored) == 0)
        s = json_str(v);
    return s;
}

/* The name that the request gives to an input; NULL: none. */
static const char *input_name(struct arena *a, const struct json *described, const char *uri,
                              bool *ret_code)
{
    const struct json *inputs = json_get(described, "ProcessingInputs"),
                      *channels = json_get(described, "InputDataConfig");
    const char *code = submit_directory(a, described);

    *ret_code = str_eq(code, uri);
    if (*ret_code)
        return "code";
    for (size_t i = 0; i < json_len(inputs); i++) {
        const struct json *in = json_at(inputs, i), *s3 = json_get(in, "S3Input");
        const char *path = json_get_str(s3, "LocalPath"), *name = json_get_str(in, "InputName");
        if (!str_eq(json_get_str(s3, "S3Uri"), uri))
            continue;
        *ret_code = str_eq(name, "code") || str_eq(path, "/opt/ml/processing/input/code");
        return name;
    }
    for (size_t i = 0; i < json_len(channels); i++) {
        const struct json *in = json_at(channels, i);
        if (str_eq(json_get_str(json_get(json_get(in, "DataSource"), "S3DataSource"), "S3Uri"),
                   uri))
            return json_get_str(in, "ChannelName");
    }
    return NULL;
}

static void add_inputs(struct comparison *c, int side, const char *step,
                       const struct json *described, const struct json *inputs)
{
    for (size_t i = 0; i < json_len(inputs); i++) {
        bool code;
        const char *name = input_name(c->arena, described, inputs->keys[i], &code);
        struct fact *f =
            fact(c, code ? FACT_CODE : FACT_INPUT, step, name ? name : inputs->keys[i]);
        f->values[side] = inputs->items[i];
        f->uris[side] = inputs->keys[i];
    }
}

/* A job that is gone has no inputs and metrics any more: that is no fault. */
static int add_job(struct comparison *c, int side, const struct step_view *s, struct err *err)
{
    struct arena *a = c->arena;
    struct json *described, *details;
    struct thing job = s->job;
    struct err why;

    if (thing_describe(c->api, a, &job, &described, &why) != 0 ||
        api_job_details(c->api, a, thing_kind_text(job.kind), job.name, &details, &why) != 0) {
        if (why.code == ERR_NOT_FOUND)
            return 0;
        *err = why;
        return -1;
    }
    add_inputs(c, side, s->name, described, json_get(details, "inputs"));
    const struct json *metrics = json_get(described, "FinalMetricDataList");
    for (size_t i = 0; i < json_len(metrics); i++)
        add(c, side, FACT_METRIC, s->name, json_get_str(json_at(metrics, i), "MetricName"),
            json_get(json_at(metrics, i), "Value"));
    return 0;
}

static int add_step(struct comparison *c, int side, const struct step_view *s, struct err *err)
{
    struct arena *a = c->arena;
    const char *ran = s->cached_from ? "cached" : s->reused_from ? "reused" : "ran";

    add(c, side, FACT_STATUS, s->name, NULL, json_string(a, s->status));
    add(c, side, FACT_RAN, s->name, NULL, json_string(a, ran));
    if (s->has_job && add_job(c, side, s, err) != 0)
        return -1;
    if (!s->cached_from && !s->reused_from)
        add(c, side, FACT_DURATION, s->name, NULL, duration(a, s->started_ms, s->ended_ms));
    return 0;
}

static int gather(struct comparison *c, int side, struct err *err)
{
    struct arena *a = c->arena;
    struct thing *x = &c->sides[side];
    struct json *described, *params;
    struct step_view *steps;
    size_t n;

    if (thing_describe(c->api, a, x, &described, err) != 0 ||
        thing_parameters(c->api, a, x, &params, err) != 0 ||
        thing_steps(c->api, a, x->arn, &steps, &n, err) != 0)
        return -1;
    add(c, side, FACT_PIPELINE, NULL, NULL, json_string(a, x->pipeline));
    add(c, side, FACT_VERSION, NULL, NULL, json_get(described, "PipelineVersionId"));
    add(c, side, FACT_STATUS, NULL, NULL, json_string(a, x->status));
    add(c, side, FACT_DURATION, NULL, NULL, duration(a, x->created_ms, x->ended_ms));
    for (size_t i = 0; i < json_len(params); i++)
        add(c, side, FACT_PARAMETER, NULL, params->keys[i], params->items[i]);
    for (size_t i = 0; i < n; i++)
        if (add_step(c, side, &steps[i], err) != 0)
            return -1;
    return 0;
}

/* --- comparing --- */

static bool is_equal(const struct fact *f)
{
    const struct json *x = f->values[0], *y = f->values[1];

    if (!x || !y)
        return f->kind == FACT_DURATION; /* it did not run, or runs: its status says so */
    if (f->kind != FACT_DURATION)
        return json_equal(x, y);
    double p = json_num(x, 0), q = json_num(y, 0), longer = p > q ? p : q;
    return fabs(p - q) < SHORT_S || fabs(p - q) < longer / 4;
}

static struct json *counts(struct comparison *c)
{
    struct json *o = json_object(c->arena);

    for (int k = 0; k < FACT_KINDS; k++) {
        int64_t n = 0;
        for (const struct fact *f = c->first; f; f = f->next)
            n += (int)f->kind == k && is_equal(f) && f->values[0] && f->values[1];
        if (n)
            json_set_int(c->arena, o, kinds[k].word, n);
    }
    return o;
}

/* --- telling --- */

static struct json *fact_json(struct arena *a, const struct fact *f)
{
    struct json *o = json_object(a), *values = json_array(a), *uris = json_array(a);

    json_set_str(a, o, "What", kinds[f->kind].word);
    json_set_str(a, o, "Step", f->step);
    json_set_str(a, o, "Name", f->name);
    for (int i = 0; i < 2; i++) {
        json_push(a, values, f->values[i] ? f->values[i] : json_null(a));
        json_push(a, uris, f->uris[i] ? json_string(a, f->uris[i]) : json_null(a));
    }
    json_set(a, o, "Values", values);
    if (f->uris[0] || f->uris[1])
        json_set(a, o, "Uris", uris);
    return o;
}

static void print_json(struct comparison *c)
{
    struct arena *a = c->arena;
    struct json *o = json_object(a), *both = json_array(a), *list = json_array(a);

    for (int i = 0; i < 2; i++)
        json_push_str(a, both, c->sides[i].arn);
    for (const struct fact *f = c->first; f; f = f->next)
        if (!is_equal(f))
            json_push(a, list, fact_json(a, f));
    json_set(a, o, "Executions", both);
    json_set(a, o, "Differences", list);
    json_set(a, o, "Equal", counts(c));
    out_json(o);
}

static const char *value_text(struct arena *a, const struct fact *f, int side)
{
    const struct json *v = f->values[side];
    const char *s = json_str(v);

    if (!v)
        return "-";
    if (f->kind == FACT_DURATION)
        return text_duration(a, (int64_t)(json_num(v, 0) * 1000 + 0.5));
    if (f->kind == FACT_METRIC)
        return arena_printf(a, "%.6g", json_num(v, 0));
    if (s && (f->kind == FACT_CODE || f->kind == FACT_INPUT) && strlen(s) > DIGEST_SHOWN)
        return arena_printf(a, "%.*s…", DIGEST_SHOWN, s);
    return s ? s : json_text(a, v);
}

/* Three columns, cut to the width. */
static void print_row(struct arena *a, const char *label, const char *x, const char *y)
{
    int width = out_width(stdout), column = (width - LABEL_MAX - 4) / 2;
    const char *const cells[] = {label, x, y};
    const int widths[] = {LABEL_MAX, column > 16 ? column : 16, column > 16 ? column : 16};

    for (int i = 0; i < 3; i++) {
        const char *text = text_fit(a, cells[i], widths[i]);
        int pad = i < 2 ? widths[i] - text_columns(text) + 2 : 0;
        printf("%s%*s", text, pad, "");
    }
    putchar('\n');
}

static void print_fact(struct comparison *c, const struct fact *f)
{
    struct arena *a = c->arena;
    const char *label = f->kind == FACT_DURATION ? "took" : kinds[f->kind].word;

    if (f->kind == FACT_RAN)
        label = "cached or not";
    if (f->name && !str_eq(f->name, label))
        label = arena_printf(a, "%s %s", label, f->name);
    print_row(a, arena_printf(a, "%s%s", f->step ? "  " : "", label), value_text(a, f, 0),
              value_text(a, f, 1));
    /* the same name, but another place: worth a line */
    if (f->uris[0] && f->uris[1] && !str_eq(f->uris[0], f->uris[1]))
        for (int i = 0; i < 2; i++)
            printf("    %s\n", f->uris[i]);
}

/* Facts of the whole first, then step by step in the order in which they are known. */
static int print_differences(struct comparison *c)
{
    const char **done = arena_alloc(c->arena, (map_len(c->by_key) + 1) * sizeof(*done));
    size_t n_done = 0;
    int n = 0;

    for (const struct fact *f = c->first; f; f = f->next)
        if (!f->step && !is_equal(f)) {
            print_fact(c, f);
            n++;
        }
    for (const struct fact *f = c->first; f; f = f->next) {
        bool seen = !f->step || is_equal(f);
        for (size_t i = 0; i < n_done && !seen; i++)
            seen = str_eq(done[i], f->step);
        if (seen)
            continue;
        done[n_done++] = f->step;
        printf("%s%s%s\n", out_on(stdout, OUT_BOLD), f->step, out_off(stdout));
        for (const struct fact *g = f; g; g = g->next)
            if (str_eq(g->step, f->step) && !is_equal(g)) {
                print_fact(c, g);
                n++;
            }
    }
    return n;
}

static void print_text(struct comparison *c)
{
    struct arena *a = c->arena;
    const struct json *equal = counts(c);
    cleanup_buf struct buf b = {0};
    int width = out_width(stdout);

    print_row(a, "execution", c->sides[0].name, c->sides[1].name);
    print_row(a, "started", local_time(a, c->sides[0].created_ms),
              local_time(a, c->sides[1].created_ms));
    if (print_differences(c) == 0)
        printf("nothing differs\n");
    buf_init(&b, 4096);
    for (size_t i = 0; i < json_len(equal); i++) {
        int64_t n = json_get_int(equal, equal->keys[i], 0);
        for (int k = 0; k < FACT_KINDS; k++)
            if (str_eq(kinds[k].word, equal->keys[i]))
                buf_addf(&b, "%s%lld %s", i ? ", " : "", (long long)n,
                         n == 1 ? kinds[k].one : kinds[k].many);
    }
    if (b.len)
        help_wrap(stdout, arena_printf(a, "equal: %s", b.data), 0, 0, width < 40 ? 40 : width);
}

static int diff(struct cli *cli, struct comparison *c, struct err *err)
{
    for (int i = 0; i < 2; i++)
        if (thing_find_execution(c->api, c->arena, cli->args[i], &c->sides[i], err) != 0 ||
            gather(c, i, err) != 0)
            return -1;
    if (cli_flag(cli, "json"))
        print_json(c);
    else
        print_text(c);
    return 0;
}

static int run_diff(struct cli *cli)
{
    cleanup_api struct api *api = NULL;
    struct comparison c = {.arena = cli->arena, .last = &c.first};
    struct err err;

    if (cli_want_args(cli, 2, 2) != CLI_OK)
        return CLI_USAGE;
    if (api_open(cli, true, &api, &err) != 0)
        return cli_fail(cli, &err);
    c.api = api;
    c.by_key = map_create();
    int rc = diff(cli, &c, &err);
    map_destroy(c.by_key);
    return rc == 0 ? CLI_OK : cli_fail(cli, &err);
}

static const struct cli_option options[] = {
    {"json", 0, NULL, "Print one JSON object: Executions, Differences, Equal (how many)"},
    {NULL, 0, NULL, NULL},
};

const struct cli_command cmd_diff = {
    .name = "diff",
    .group = "run a project",
    .summary = "Say what differs between two executions",
    .usage = "[--json] EXECUTION EXECUTION",
    .about = "Parameters, the definition's version, and of each step: status, whether it ran or "
             "was taken from elsewhere, the contents of code and inputs, final metrics, and how "
             "long it took where that differs by a second and a quarter. What is equal is only "
             "counted. Inputs are compared by what was read, not by where it lay.\n\n"
             "An execution is an ARN, an id or the beginning of one, or a pipeline's name (its "
             "newest).",
    .options = options,
    .settings = "data",
    .examples = "slipway diff 1a2b3c 9f8e7d\nslipway diff 1a2b3c flight-delays --json",
    .run = run_diff,
};
