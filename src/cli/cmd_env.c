/* slipway env: the variables that lead unmodified clients to the engine, in several spellings. */
#include "cli/api.h"
#include "cli/commands.h"
#include "base/text.h"
#include <string.h>

/* 'text' with every ' as '\''. */
static void print_sh(const struct env_var *v)
{
    if (!v->value) {
        printf("unset %s\n", v->name);
        return;
    }
    printf("export %s='", v->name);
    for (const char *c = v->value; *c; c++)
        if (*c == '\'')
            fputs("'\\''", stdout);
        else
            putchar(*c);
    puts("'");
}

static void print_fish(const struct env_var *v)
{
    if (!v->value) {
        printf("set -e %s\n", v->name);
        return;
    }
    printf("set -gx %s '", v->name);
    for (const char *c = v->value; *c; c++) {
        if (*c == '\'' || *c == '\\')
            putchar('\\');
        putchar(*c);
    }
    puts("'");
}

static void print_dotenv(const struct env_var *v)
{
    if (!v->value)
        return;
    if (v->value[strcspn(v->value, " \t#\"'\\$`")] == '\0') {
        printf("%s=%s\n", v->name, v->value);
        return;
    }
    printf("%s=\"", v->name);
    for (const char *c = v->value; *c; c++) {
        if (strchr("\"\\$`", *c))
            putchar('\\');
        putchar(*c);
    }
    puts("\"");
}

/* A line of $GITHUB_ENV: taken as it is to the end of the line. */
static void print_github(const struct env_var *v)
{
    if (v->value)
        printf("%s=%s\n", v->name, v->value);
}

static void print_json(struct arena *a, const struct env_var *vars)
{
    struct json *o = json_object(a);

    for (; vars->name; vars++)
        json_set_str(a, o, vars->name, vars->value);
    out_json(o);
}

static const struct {
    const char *name;
    void (*print)(const struct env_var *v); /* NULL: json */
} formats[] = {{"sh", print_sh},
               {"fish", print_fish},
               {"json", NULL},
               {"dotenv", print_dotenv},
               {"github-actions", print_github}};
#define N_FORMATS (sizeof(formats) / sizeof(formats[0]))

static int run_env(struct cli *cli)
{
    const char *format = cli_option(cli, "format");
    cleanup_api struct api *api = NULL;
    struct env_var *vars;
    struct err err;
    size_t i = 0;

    if (cli_want_args(cli, 0, 0) != CLI_OK)
        return CLI_USAGE;
    if (!format)
        format = cli_flag(cli, "json") ? "json" : "sh";
    while (i < N_FORMATS && !str_eq(formats[i].name, format))
        i++;
    if (i == N_FORMATS)
        return cli_usage(cli, "--format %s: it is one of sh, fish, json, dotenv, github-actions",
                         format);
    if (api_open(cli, true, &api, &err) != 0 ||
        api_project(api, cli_option(cli, "project"), &err) != 0 ||
        environment_make(cli, api, &vars, &err) != 0)
        return cli_fail(cli, &err);
    if (!formats[i].print)
        print_json(cli->arena, vars);
    for (; formats[i].print && vars->name; vars++)
        formats[i].print(vars);
    return CLI_OK;
}

static const struct cli_option options[] = {
    {"format", 'f', "FORMAT", "sh (the default), fish, json, dotenv or github-actions"},
    {"json", 0, NULL, "The same as --format json"},
    {"project", 0, "DIR", "The project whose key to give (default: where you are)"},
    {NULL, 0, NULL, NULL},
};

const struct cli_command cmd_env = {
    .name = "env",
    .group = "your own scripts and tools",
    .summary = "Print the variables that lead AWS clients to the engine",
    .usage = "[--format FORMAT]",
    .about =
        "Starts the engine when it does not run, and prints what a shell needs so that boto3, the "
        "AWS CLI and the SageMaker SDK work with it, scripts unchanged. The access key is that of "
        "the project you are in, which decides the interpreter that its jobs run with.\n\n"
        "HTTPS_PROXY leads to the engine because the SDK asks STS at its public address whatever "
        "AWS_ENDPOINT_URL says: what goes to *.amazonaws.com ends there, all else is tunnelled "
        "unread, through the proxy that was set before if there was one. Your profiles' names "
        "resolve to the engine's key; ~/.aws is not changed.\n\n"
        "A leftover AWS_SESSION_TOKEN is unset where the format can say so (sh, fish); the engine "
        "ignores it anyway.",
    .options = options,
    .settings = "data listen region account role max_jobs executor sandbox",
    .examples = "eval \"$(slipway env)\"\n"
                "slipway env --format fish | source\n"
                "slipway env --format github-actions >> \"$GITHUB_ENV\"",
    .run = run_env,
};
