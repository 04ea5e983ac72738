/* slipway help: the overview, one command's page, the settings. */
#include "cli/cli.h"
#include "cli/commands.h"
#include "base/text.h"

static void print_settings(void)
{
    help_wrap(stdout,
              "Settings come from flags (--max-jobs 4), variables (SLIPWAY_MAX_JOBS=4), "
              "slipway.conf in the data directory (max_jobs = 4), or the default, in this order.",
              0, 0, 80);
    putchar('\n');
    for (const struct setting *s = settings_table; s->name; s++) {
        printf("%s%s%s", out_on(stdout, OUT_BOLD), s->name, out_off(stdout));
        if (s->default_text && *s->default_text)
            printf("  (default: %s)", s->default_text);
        if (s->choices)
            printf("  one of: %s", s->choices);
        putchar('\n');
        help_wrap(stdout, s->help, 4, 0, 80);
    }
}

static int run_help(struct cli *cli)
{
    if (cli_flag(cli, "settings-markdown")) {
        help_settings_markdown();
        return CLI_OK;
    }
    if (cli_want_args(cli, 0, 1) != CLI_OK)
        return CLI_USAGE;
    if (cli->n_args == 0) {
        help_overview(stdout);
        return CLI_OK;
    }
    if (str_eq(cli->args[0], "settings")) {
        print_settings();
        return CLI_OK;
    }
    const struct cli_command *c = cli_find(cli->args[0]);
    if (!c)
        return cli_usage(cli, "there is no command \"%s\"", cli->args[0]);
    help_command(c);
    return CLI_OK;
}

static const struct cli_option options[] = {
    {"settings-markdown", 0, NULL, "Print the table of settings as Markdown (docs/settings.md)"},
    {NULL, 0, NULL, NULL},
};

const struct cli_command cmd_help = {
    .name = "help",
    .group = "about Slipway",
    .summary = "List the commands, or explain one",
    .usage = "[COMMAND | settings]",
    .options = options,
    .examples = "slipway help run\nslipway help settings",
    .run = run_help,
};
