/* slipway version: what this binary is. */
#include "cli/cli.h"
#include "cli/commands.h"
#include <sys/utsname.h>

static int run_version(struct cli *cli)
{
    struct utsname u;
    bool known = uname(&u) == 0;

    if (cli_want_args(cli, 0, 0) != CLI_OK)
        return CLI_USAGE;
    if (!cli_flag(cli, "json")) {
        printf("slipway %s\n", SLIPWAY_VERSION);
        return CLI_OK;
    }
    struct json *v = json_object(cli->arena);
    json_set_str(cli->arena, v, "Version", SLIPWAY_VERSION);
    json_set_str(cli->arena, v, "Compiler", __VERSION__);
    if (known) {
        json_set_str(cli->arena, v, "Machine", u.machine);
        json_set_str(cli->arena, v, "Kernel", u.release);
    }
    out_json(v);
    return CLI_OK;
}

static const struct cli_option options[] = {
    {"json", 0, NULL, "Print one JSON object"},
    {NULL, 0, NULL, NULL},
};

const struct cli_command cmd_version = {
    .name = "version",
    .group = "about Slipway",
    .summary = "Say which version this is",
    .usage = "[--json]",
    .options = options,
    .run = run_version,
};
