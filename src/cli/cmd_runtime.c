/* slipway runtime: which interpreter of this machine stands for which image. */
#include "cli/api.h"
#include "cli/commands.h"
#include "base/text.h"
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PATH "/_slipway/runtimes"

/* Absolute, links kept: a venv's python is a link that means something. */
static int interpreter(struct arena *a, const char *text, const char **ret, struct err *err)
{
    char here[PATH_MAX];

    if (!getcwd(here, sizeof(here)))
        return err_errno(err, errno, "the current directory");
    *ret = *text == '/' ? text : arena_printf(a, "%s/%s", here, text);
    if (access(arena_printf(a, "%s/bin/python", *ret), X_OK) == 0)
        *ret = arena_printf(a, "%s/bin/python", *ret); /* a venv was named */
    if (access(*ret, X_OK) != 0)
        return err_errno(err, errno, "%s", *ret);
    return 0;
}

static int add(struct cli *cli, struct api *api, struct err *err)
{
    struct json *in = json_object(cli->arena), *out;
    const char *python;

    if (interpreter(cli->arena, cli->args[2], &python, err) != 0)
        return -1;
    json_set_str(cli->arena, in, "pattern", cli->args[1]);
    json_set_str(cli->arena, in, "python", python);
    json_set_bool(cli->arena, in, "everybody", cli_flag(cli, "everybody"));
    if (api_own(api, cli->arena, "POST", PATH, in, &out, err) != 0)
        return -1;
    printf("images %s run with %s\n", cli->args[1], python);
    return 0;
}

static int forget(struct cli *cli, struct api *api, struct err *err)
{
    struct json *in = json_object(cli->arena), *out;

    json_set_str(cli->arena, in, "pattern", cli->args[1]);
    json_set_bool(cli->arena, in, "everybody", cli_flag(cli, "everybody"));
    if (api_own(api, cli->arena, "DELETE", PATH, in, &out, err) != 0)
        return -1;
    printf("images %s have no interpreter of their own any more\n", cli->args[1]);
    return 0;
}

static void print_list(struct cli *cli, const struct json *out)
{
    static const char *const heads[] = {"IMAGE", "FOR", "PYTHON", NULL};
    const struct json *own = json_get(out, "runtimes"), *names = json_get(out, "default_patterns");
    const char *python = json_get_str(out, "default_python");
    struct out_table *t = out_table_create(cli->arena, heads);

    for (size_t i = 0; i < json_len(own); i++) {
        const struct json *r = json_at(own, i);
        const char *project = json_get_str(r, "project");
        const char *cells[] = {json_get_str(r, "pattern"),
                               project && *project ? "this project" : "everybody",
                               json_get_str(r, "python")};
        out_table_row(t, cells);
    }
    for (size_t i = 0; i < json_len(names); i++) {
        const char *cells[] = {json_str(json_at(names, i)), "default",
                               python ? python : "the .venv of the caller's project"};
        out_table_row(t, cells);
    }
    out_table_print(t);
}

static int list(struct cli *cli, struct api *api, struct err *err)
{
    struct json *out;

    if (api_own(api, cli->arena, "GET", PATH, NULL, &out, err) != 0)
        return -1;
    if (cli_flag(cli, "json"))
        out_json(out);
    else
        print_list(cli, out);
    return 0;
}

static const struct {
    const char *verb;
    size_t words;
    int (*run)(struct cli *cli, struct api *api, struct err *err);
} verbs[] = {{"add", 3, add}, {"list", 1, list}, {"remove", 2, forget}};

static int run_runtime(struct cli *cli)
{
    cleanup_api struct api *api = NULL;
    const char *verb = cli->n_args ? cli->args[0] : "list";
    struct err err;
    size_t i = 0;

    while (i < 3 && !str_eq(verbs[i].verb, verb))
        i++;
    if (i == 3)
        return cli_usage(cli, "\"%s\": it is add, list or remove", verb);
    if (cli->n_args && cli->n_args != verbs[i].words)
        return cli_usage(cli, "%s: it is written '%s'", verb,
                         i == 0   ? "runtime add IMAGE PYTHON"
                         : i == 1 ? "runtime list"
                                  : "runtime remove IMAGE");
    if (api_open(cli, true, &api, &err) != 0 || api_project(api, NULL, &err) != 0 ||
        verbs[i].run(cli, api, &err) != 0)
        return cli_fail(cli, &err);
    return CLI_OK;
}

static const struct cli_option options[] = {
    {"everybody", 0, NULL, "For every project of the engine, not only the one you are in"},
    {"json", 0, NULL, "list: print one JSON object"},
    {NULL, 0, NULL, NULL},
};

const struct cli_command cmd_runtime = {
    .name = "runtime",
    .group = "your own scripts and tools",
    .summary = "Map container images to interpreters of this machine",
    .usage = "add IMAGE PYTHON\nlist\nremove IMAGE",
    .about = "IMAGE is a pattern: '*' stands for anything; without a '/' it is compared with the "
             "image's name and tag only. PYTHON is an interpreter, or the directory of a venv. "
             "AWS's framework images need nothing: they run with the project's .venv.",
    .options = options,
    .settings = "data",
    .examples = "slipway runtime add 'my-image*' .venv/bin/python\n"
                "slipway runtime add '*.dkr.ecr.*.amazonaws.com/team/train:*' /opt/team/venv\n"
                "slipway runtime list",
    .run = run_runtime,
};
