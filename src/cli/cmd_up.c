/* slipway up: the engine in the background. */
#include "cli/api.h"
#include "cli/commands.h"
#include <inttypes.h>

static int run_up(struct cli *cli)
{
    struct endpoint e;
    const char *dir;
    struct err err;
    bool started;

    if (cli_want_args(cli, 0, 0) != CLI_OK)
        return CLI_USAGE;
    if (cli_data_dir(cli, &dir, &err) != 0 || launch(cli, dir, &e, &started, &err) != 0)
        return cli_fail(cli, &err);
    if (cli_flag(cli, "json")) {
        struct json *v = json_object(cli->arena);
        json_set_str(cli->arena, v, "Endpoint", e.url);
        json_set_int(cli->arena, v, "Pid", e.pid);
        json_set_str(cli->arena, v, "DataDirectory", dir);
        json_set_bool(cli->arena, v, "Started", started);
        out_json(v);
        return CLI_OK;
    }
    printf("%s on %s (pid %" PRId64 ")\ndata in %s\n",
           started ? "the engine is up" : "the engine was up already", e.url, e.pid, dir);
    return CLI_OK;
}

static const struct cli_option options[] = {
    {"json", 0, NULL, "Print one JSON object"},
    {NULL, 0, NULL, NULL},
};

const struct cli_command cmd_up = {
    .name = "up",
    .group = "the engine",
    .summary = "Start the engine in the background",
    .usage = "[OPTIONS]",
    .about = "Starts 'slipway serve' in a session of its own and returns once it answers. When an "
             "engine runs on the data directory already, that is said and nothing else done. If "
             "the usual port is taken and none was asked for, a free one is. Its log is "
             "DIR/log/slipway.log.\n\nCommands that need the engine start it by themselves.",
    .options = options,
    .settings = "*",
    .examples = "slipway up\nslipway up --max-jobs 4 --listen 127.0.0.1:9000",
    .run = run_up,
};
