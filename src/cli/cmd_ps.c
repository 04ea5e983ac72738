/* slipway ps: executions and jobs, newest first. */
#include "cli/commands.h"
#include "cli/progress.h"
#include "base/text.h"
#include <stdlib.h>

#define DETAILS_MAX 200 /* beyond so many rows, what takes further calls is left out */

static struct json *thing_json(struct arena *a, const struct thing *t, const struct progress *p)
{
    struct json *v = json_object(a);

    json_set_str(a, v, "Kind", thing_kind_text(t->kind));
    json_set_str(a, v, "Arn", t->arn);
    json_set_str(a, v, "Name", t->name);
    json_set_str(a, v, "Pipeline", t->pipeline);
    json_set_str(a, v, "Status", t->status);
    json_set_str(a, v, "FailureReason", t->reason);
    if (t->created_ms)
        json_set_real(a, v, "CreationTime", (double)t->created_ms / 1000.0);
    if (t->ended_ms)
        json_set_real(a, v, "EndTime", (double)t->ended_ms / 1000.0);
    if (p)
        json_set(a, v, "Progress", progress_json(a, p));
    return v;
}

/* Summaries of executions have no end: it is asked for, a few at a time. */
static void fill_ends(struct cli *cli, struct api *api, struct thing *things, size_t n)
{
    struct err ignored;

    for (size_t i = 0; i < n; i++)
        if (things[i].kind == THING_EXECUTION && thing_ended(things[i].status))
            thing_describe(api, cli->arena, &things[i], NULL, &ignored);
}

/* Of executions; NULL for all else, and where the steps cannot be had. */
static struct progress **find_progress(struct cli *cli, struct api *api, const struct thing *things,
                                       size_t n)
{
    struct arena *a = cli->arena;
    struct progress **all = arena_zalloc(a, (n + 1) * sizeof(struct progress *));
    struct step_view *steps;
    struct forecast forecast;
    struct err ignored;
    size_t n_steps;

    for (size_t i = 0; i < n && n <= DETAILS_MAX; i++) {
        const struct thing *x = &things[i];
        if (x->kind != THING_EXECUTION ||
            thing_steps(api, a, x->arn, &steps, &n_steps, &ignored) != 0)
            continue;
        forecast_make(api, a, x, !thing_ended(x->status), &forecast);
        all[i] = arena_zalloc(a, sizeof(struct progress));
        progress_of(&forecast, x, steps, n_steps, all[i]);
    }
    return all;
}

/* "11-23 10:00": the rest is in `show`. */
static const char *short_time(struct arena *a, int64_t ms)
{
    const char *text = local_time(a, ms);

    return ms ? arena_printf(a, "%.11s", text + 5) : text;
}

static void print_table(struct cli *cli, const struct thing *things, struct progress *const *counts,
                        size_t n)
{
    static const char *const heads[] = {"KIND", "STATUS", "STARTED", "TOOK", "STEPS", "NAME", NULL};
    struct arena *a = cli->arena;
    struct out_table *t = out_table_create(a, heads);
    bool first = true;

    out_table_style(t, 1, out_status_style);
    for (size_t i = 0; i < n; i++) {
        const struct thing *x = &things[i];
        const struct progress *p = counts[i];
        const char *name = x->pipeline ? arena_printf(a, "%s  %s", x->pipeline, x->name) : x->name;
        const char *cells[] = {thing_kind_text(x->kind),
                               x->status,
                               short_time(a, x->created_ms),
                               elapsed(a, x->created_ms, x->ended_ms),
                               p ? arena_printf(a, "%d/%d", p->done, p->total) : "-",
                               name};
        out_table_row(t, cells);
    }
    out_table_print(t);
    for (size_t i = 0; i < n; i++) {
        if (!counts[i] || thing_ended(things[i].status))
            continue;
        printf("%s%s: %s\n", first ? "\n" : "", things[i].pipeline, progress_text(a, counts[i]));
        first = false;
    }
}

static void say_nothing(struct cli *cli)
{
    const char *status = cli_option(cli, "status"), *pipeline = cli->args[0];

    if (status)
        printf("nothing%s%s has the status %s\n", pipeline ? " of " : "", pipeline ? pipeline : "",
               status);
    else if (pipeline)
        printf("%s has not run yet\n", pipeline);
    else
        printf("nothing has run here yet\n");
}

static int run_ps(struct cli *cli)
{
    cleanup_api struct api *api = NULL;
    const char *text = cli_option(cli, "limit");
    bool all = cli_flag(cli, "all");
    long limit = text ? strtol(text, NULL, 10) : all ? 100000 : 20;
    struct thing *things;
    struct err err;
    size_t n;

    if (cli_want_args(cli, 0, 1) != CLI_OK)
        return CLI_USAGE;
    if (limit <= 0)
        return cli_usage(cli, "--limit %s: it is a number above 0", text);
    if (api_open(cli, true, &api, &err) != 0 ||
        things_list(api, cli->arena, all, cli_option(cli, "status"), cli->args[0], (size_t)limit,
                    &things, &n, &err) != 0)
        return cli_fail(cli, &err);
    if (n <= DETAILS_MAX)
        fill_ends(cli, api, things, n);
    struct progress **counts = find_progress(cli, api, things, n);
    if (cli_flag(cli, "json")) {
        struct json *list = json_array(cli->arena);
        for (size_t i = 0; i < n; i++)
            json_push(cli->arena, list, thing_json(cli->arena, &things[i], counts[i]));
        out_json(list);
    } else if (n == 0) {
        say_nothing(cli);
    } else {
        print_table(cli, things, counts, n);
    }
    return CLI_OK;
}

static const struct cli_option options[] = {
    {"all", 'a', NULL, "All of them, with the jobs of pipelines' steps"},
    {"limit", 'n', "N", "At most so many (default: 20)"},
    {"status", 's', "STATUS", "Only these: Executing, InProgress, Failed, Succeeded …"},
    {"json", 0, NULL, "Print a JSON array"},
    {NULL, 0, NULL, NULL},
};

const struct cli_command cmd_ps = {
    .name = "ps",
    .group = "run a project",
    .summary = "List executions and jobs",
    .usage = "[OPTIONS] [PIPELINE]",
    .about =
        "The newest first. STEPS are those that have ended, of those that there are; below the "
        "table, how far the running executions are, and the time that they have left if they "
        "go as the newest earlier one that succeeded. Jobs that belong to a step of a pipeline are "
        "in 'slipway show' of "
        "its execution, or here with --all.",
    .options = options,
    .settings = "data",
    .examples = "slipway ps\nslipway ps --status Failed --json\nslipway ps flight-delays",
    .run = run_ps,
};
