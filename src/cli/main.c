/* slipway: finds the command and runs it. The table below is all that this file knows. */
#include "cli/cli.h"
#include "cli/commands.h"
#include "base/text.h"
#include <signal.h>
#include <string.h>
#include <unistd.h>

const struct cli_command *const cli_commands[] = {
    &cmd_run,   &cmd_check, &cmd_ps,     &cmd_show, &cmd_why,     &cmd_diff, &cmd_logs,
    &cmd_shell, &cmd_stop,  &cmd_env,    &cmd_exec, &cmd_runtime, &cmd_up,   &cmd_down,
    &cmd_serve, &cmd_gc,    &cmd_doctor, &cmd_help, &cmd_version, NULL,
};

static int unknown_command(const char *word)
{
    const char *names[32];
    size_t n = 0;

    for (; cli_commands[n] && n < 31; n++)
        names[n] = cli_commands[n]->name;
    names[n] = NULL;
    const char *close = cli_closest(word, names);
    fprintf(stderr, "slipway: there is no command \"%s\"", word);
    if (close)
        fprintf(stderr, "; did you mean '%s'?\n", close);
    else
        fprintf(stderr, "; 'slipway help' lists them\n");
    return CLI_USAGE;
}

static int run_command(const struct cli_command *c, int argc, char **argv)
{
    cleanup_arena struct arena *a = arena_create((size_t)512 << 20);
    struct cli cli = {.command = c, .arena = a, .settings = settings_create(settings_table)};
    struct err err;
    bool done = false;
    int rc = cli_parse(&cli, argc, argv, &done);

    if (rc == CLI_OK && !done && cli_load_settings(&cli, &err) != 0)
        rc = cli_usage(&cli, "%s", err.msg);
    if (rc == CLI_OK && !done)
        rc = c->run(&cli);
    settings_destroy(cli.settings);
    return rc;
}

int main(int argc, char **argv)
{
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is found by out_flush() */
    const char *name = argc > 1 ? argv[1] : "";
    int rc;

    if (!*name) {
        help_overview(stderr);
        return CLI_USAGE;
    }
    if (str_eq(name, "--help") || str_eq(name, "-h"))
        name = "help";
    if (str_eq(name, "--version") || str_eq(name, "-V"))
        name = "version";
    const struct cli_command *c = cli_find(name);
    rc = c ? run_command(c, argc - 2, argv + 2) : unknown_command(name);
    out_flush();
    return rc;
}
