/* slipway exec: one command in the environment that `slipway env` prints. */
#include "cli/api.h"
#include "cli/commands.h"
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static int run_exec(struct cli *cli)
{
    cleanup_api struct api *api = NULL;
    struct env_var *vars;
    struct err err;

    if (cli->n_args == 0)
        return cli_usage(cli, "it needs a command to run");
    if (api_open(cli, true, &api, &err) != 0 || api_project(api, NULL, &err) != 0 ||
        environment_make(cli, api, &vars, &err) != 0)
        return cli_fail(cli, &err);
    char **envp = environment_merge(cli->arena, vars);
    signal(SIGPIPE, SIG_DFL);
    execvpe(cli->args[0], cli->args, envp);
    int code = errno == ENOENT ? 127 : 126;
    err_errno(&err, errno, "%s", cli->args[0]);
    cli_fail(cli, &err);
    return code;
}

const struct cli_command cmd_exec = {
    .name = "exec",
    .group = "your own scripts and tools",
    .summary = "Run one command with those variables",
    .usage = "[--data DIR] -- COMMAND [ARGUMENTS]",
    .about = "Starts the engine when it does not run, then becomes the command, with the variables "
             "of 'slipway env' added to its environment.",
    .settings = "data",
    .examples = "slipway exec -- python pipeline.py\n"
                "slipway exec -- aws s3 ls",
    .exits = "  126  the command cannot be run\n  127  there is no such command\n"
             "    *  otherwise the command's own",
    .rest = true,
    .run = run_exec,
};
