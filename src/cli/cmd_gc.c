/* slipway gc: gives back the room that old executions and replaced objects take. */
#include "cli/api.h"
#include "cli/commands.h"
#include "base/text.h"
#include <errno.h>
#include <stdlib.h>

#define KEEP_DEFAULT 20

static void print_report(struct cli *cli, const struct json *report)
{
    static const char *const heads[] = {"KIND", "COUNT", "SIZE", "WHY", NULL};
    const struct json *kinds = json_get(report, "kinds"), *kept = json_get(report, "kept");
    bool plan = json_get_bool(report, "plan", false), any = false;
    struct arena *a = cli->arena;
    struct out_table *t = out_table_create(a, heads);

    for (size_t i = 0; i < json_len(kinds); i++) {
        const struct json *kind = json_at(kinds, i);
        int64_t n = json_get_int(kind, "count", 0);
        const char *cells[] = {json_get_str(kind, "kind"), arena_printf(a, "%lld", (long long)n),
                               text_bytes(a, json_get_int(kind, "bytes", 0)),
                               json_get_str(kind, "why")};
        if (n > 0)
            out_table_row(t, cells);
        any = any || n > 0;
    }
    if (any)
        out_table_print(t);
    printf("%s%s %s; kept: %lld executions, %lld jobs (%lld of them made what model packages "
           "name)\n",
           any ? "\n" : "", plan ? "would free" : "freed",
           any ? text_bytes(a, json_get_int(report, "bytes", 0)) : "nothing",
           (long long)json_get_int(kept, "executions", 0), (long long)json_get_int(kept, "jobs", 0),
           (long long)json_get_int(kept, "jobs_of_packages", 0));
}

static int run_gc(struct cli *cli)
{
    cleanup_api struct api *api = NULL;
    const char *text = cli_option(cli, "keep");
    struct json *in = json_object(cli->arena), *report;
    char *end = NULL;
    struct err err;

    if (cli_want_args(cli, 0, 0) != CLI_OK)
        return CLI_USAGE;
    errno = 0;
    long long keep = text ? strtoll(text, &end, 10) : KEEP_DEFAULT;
    if (text && (end == text || *end || errno || keep < 0))
        return cli_usage(cli, "--keep %s: it is a number, 0 or more", text);
    json_set_bool(cli->arena, in, "plan", cli_flag(cli, "plan"));
    json_set_int(cli->arena, in, "keep", keep);
    if (api_open(cli, true, &api, &err) != 0 ||
        api_own(api, cli->arena, "POST", "/_slipway/gc", in, &report, &err) != 0)
        return cli_fail(cli, &err);
    if (cli_flag(cli, "json"))
        out_json(report);
    else
        print_report(cli, report);
    return CLI_OK;
}

static const struct cli_option options[] = {
    {"plan", 0, NULL, "Say what would go and why; nothing does"},
    {"keep", 'k', "N", "Of each pipeline the last N executions (default: 20)"},
    {"json", 0, NULL, "Print a JSON object"},
    {NULL, 0, NULL, NULL},
};

const struct cli_command cmd_gc = {
    .name = "gc",
    .group = "the engine",
    .summary = "Give back the room that old executions take",
    .usage = "[OPTIONS]",
    .about =
        "Removes executions beyond the last N of their pipeline with their jobs, logs and events, "
        "jobs of no execution beyond the last N of their kind, what deleted or replaced objects "
        "have left on the disk, and installed requirements that no job has used for long. What "
        "runs stays, and so does every model package with the jobs and executions that made it. "
        "Objects are never removed. The engine goes on meanwhile.",
    .options = options,
    .settings = "data",
    .examples = "slipway gc --plan\nslipway gc --keep 5",
    .run = run_gc,
};
