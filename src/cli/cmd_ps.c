/* slipway ps: executions and jobs, newest first. */
#include "cli/commands.h"
#include "cli/things.h"
#include "base/text.h"
#include <stdlib.h>

static struct json *thing_json(struct arena *a, const struct thing *t)
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

static void print_table(struct cli *cli, const struct thing *things, size_t n)
{
    static const char *const heads[] = {"KIND", "STATUS", "STARTED", "TOOK", "NAME", NULL};
    struct arena *a = cli->arena;
    struct out_table *t = out_table_create(a, heads);

    out_table_style(t, 1, out_status_style);
    for (size_t i = 0; i < n; i++) {
        const struct thing *x = &things[i];
        const char *name = x->pipeline ? arena_printf(a, "%s  %s", x->pipeline, x->name) : x->name;
        const char *cells[] = {thing_kind_text(x->kind), x->status, local_time(a, x->created_ms),
                               elapsed(a, x->created_ms, x->ended_ms), name};
        out_table_row(t, cells);
    }
    out_table_print(t);
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
    if (n <= 200)
        fill_ends(cli, api, things, n);
    if (cli_flag(cli, "json")) {
        struct json *list = json_array(cli->arena);
        for (size_t i = 0; i < n; i++)
            json_push(cli->arena, list, thing_json(cli->arena, &things[i]));
        out_json(list);
    } else if (n == 0) {
        printf("nothing has run here yet\n");
    } else {
        print_table(cli, things, n);
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
    .about = "The newest first. Jobs that belong to a step of a pipeline are in 'slipway show' of "
             "its execution, or here with --all.",
    .options = options,
    .settings = "data",
    .examples = "slipway ps\nslipway ps --status Failed --json\nslipway ps flight-delays",
    .run = run_ps,
};
