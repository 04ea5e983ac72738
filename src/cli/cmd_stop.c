/* slipway stop: asks executions and jobs to end. */
#include "cli/commands.h"
#include "cli/follow.h"
#include "base/text.h"

static int stop_all(struct cli *cli, struct api *api, struct err *err)
{
    struct arena *a = cli->arena;
    struct thing *all;
    size_t n;
    int count = 0;

    if (things_list(api, a, false, NULL, NULL, 100000, &all, &n, err) != 0)
        return -1;
    for (size_t i = 0; i < n; i++) {
        if (thing_ended(all[i].status) || str_eq(all[i].status, "Stopping"))
            continue;
        if (thing_stop(api, a, &all[i], err) != 0)
            return -1;
        printf("stopping %s\n", all[i].arn);
        count++;
    }
    if (count == 0)
        printf("nothing runs\n");
    return 0;
}

static int stop_one(struct cli *cli, struct api *api, const char *word, struct err *err)
{
    struct thing t;

    if (thing_find(api, cli->arena, word, &t, err) != 0 ||
        thing_describe(api, cli->arena, &t, NULL, err) != 0)
        return -1;
    if (thing_ended(t.status)) {
        printf("%s has ended already: %s\n", t.name, t.status);
        return 0;
    }
    if (thing_stop(api, cli->arena, &t, err) != 0)
        return -1;
    printf("stopping %s\n", t.arn);
    return 0;
}

static int run_stop(struct cli *cli)
{
    cleanup_api struct api *api = NULL;
    bool all = cli_flag(cli, "all");
    struct err err;

    if (cli_want_args(cli, all ? 0 : 1, all ? 0 : SIZE_MAX) != CLI_OK)
        return CLI_USAGE;
    if (api_open(cli, true, &api, &err) != 0)
        return cli_fail(cli, &err);
    if (all)
        return stop_all(cli, api, &err) == 0 ? CLI_OK : cli_fail(cli, &err);
    for (size_t i = 0; i < cli->n_args; i++)
        if (stop_one(cli, api, cli->args[i], &err) != 0)
            return cli_fail(cli, &err);
    return CLI_OK;
}

static const struct cli_option options[] = {
    {"all", 'a', NULL, "Everything that runs"},
    {NULL, 0, NULL, NULL},
};

const struct cli_command cmd_stop = {
    .name = "stop",
    .group = "run a project",
    .summary = "Stop executions and jobs",
    .usage = "EXECUTION|JOB...\n--all",
    .about = "A job gets SIGTERM, and SIGKILL when the setting stop_grace has passed. What it has "
             "written so far is kept as AWS does: a training job's model is uploaded.",
    .options = options,
    .settings = "data",
    .examples = "slipway stop flight-delays\nslipway stop --all",
    .run = run_stop,
};
