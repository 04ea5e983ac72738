/* Reading a command line by the command's row: options, settings as flags, arguments.
 *
 * Options may stand anywhere before "--"; a command with `rest` (exec) ends them at its first
 * argument. Called by main.c only. */
#include "cli/cli.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>

int cli_usage(const struct cli *cli, const char *fmt, ...)
{
    va_list ap;

    fprintf(stderr, "slipway %s: ", cli->command->name);
    va_start(ap, fmt);
    vfprintf(stderr, fmt, ap);
    va_end(ap);
    fprintf(stderr, "\n'slipway %s --help' shows how it is used.\n", cli->command->name);
    return CLI_USAGE;
}

int cli_fail(const struct cli *cli, const struct err *err)
{
    fflush(stdout);
    fprintf(stderr, "%sslipway %s: %s%s\n", out_on(stderr, OUT_RED), cli->command->name,
            out_off(stderr), text_plain(cli->arena, err->msg));
    return CLI_FAILED;
}

int cli_want_args(const struct cli *cli, size_t min, size_t max)
{
    if (cli->n_args < min)
        return cli_usage(cli, cli->n_args ? "an argument is missing" : "it needs an argument");
    if (cli->n_args > max)
        return cli_usage(cli, "\"%s\": one argument too many", cli->args[max]);
    return CLI_OK;
}

/* Damerau's distance (optimal string alignment), for short words. */
static int distance(const char *x, const char *y)
{
    enum { MAX = 32 };
    int d[MAX + 1][MAX + 1];
    int n = (int)strlen(x), m = (int)strlen(y);

    if (n > MAX || m > MAX)
        return MAX;
    for (int i = 0; i <= n; i++)
        d[i][0] = i;
    for (int j = 0; j <= m; j++)
        d[0][j] = j;
    for (int i = 1; i <= n; i++) {
        for (int j = 1; j <= m; j++) {
            int best = d[i - 1][j - 1] + (x[i - 1] != y[j - 1]);
            if (d[i - 1][j] + 1 < best)
                best = d[i - 1][j] + 1;
            if (d[i][j - 1] + 1 < best)
                best = d[i][j - 1] + 1;
            if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1] &&
                d[i - 2][j - 2] + 1 < best)
                best = d[i - 2][j - 2] + 1;
            d[i][j] = best;
        }
    }
    return d[n][m];
}

const char *cli_closest(const char *word, const char *const *names)
{
    const char *best = NULL;
    int least = strlen(word) <= 3 ? 2 : 3; /* at most one or two slips */

    for (; *names; names++) {
        int d = distance(word, *names);
        if (strlen(word) >= 2 && str_starts(*names, word))
            d = 1;
        if (d < least) {
            least = d;
            best = *names;
        }
    }
    return best;
}

static const struct cli_option common[] = {
    {"help", 'h', NULL, "Show this help"},
    {NULL, 0, NULL, NULL},
};

static const struct cli_option *find_in(const struct cli_option *o, const char *name, size_t len,
                                        char letter)
{
    for (; o && o->name; o++)
        if (name ? strlen(o->name) == len && memcmp(o->name, name, len) == 0
                 : o->letter && o->letter == letter)
            return o;
    return NULL;
}

static const struct cli_option *find_option(const struct cli *cli, const char *name, size_t len,
                                            char letter)
{
    const struct cli_option *o = find_in(cli->command->options, name, len, letter);

    return o ? o : find_in(common, name, len, letter);
}

/* "max-jobs" as the table has it: "max_jobs"; NULL when it is no flag of this command. */
static const struct setting *find_setting(const struct cli *cli, const char *name, size_t len)
{
    char *key = arena_strndup(cli->arena, name, len);

    for (char *c = key; *c; c++) {
        if (*c == '_')
            return NULL;
        if (*c == '-')
            *c = '_';
    }
    const struct setting *s = settings_find(cli->settings, key);
    return s && cli_has_setting(cli->command, s->name) ? s : NULL;
}

static int unknown_option(const struct cli *cli, const char *word)
{
    const char *names[64];
    size_t n = 0;

    names[n++] = "help";
    for (const struct cli_option *o = cli->command->options; o && o->name && n < 60; o++)
        names[n++] = o->name;
    for (const struct setting *s = settings_table; s->name && n < 60; s++) {
        if (!cli_has_setting(cli->command, s->name))
            continue;
        char *flag = arena_strdup(cli->arena, s->name);
        for (char *c = flag; *c; c++)
            if (*c == '_')
                *c = '-';
        names[n++] = flag;
    }
    names[n] = NULL;
    const char *bare = word + strspn(word, "-");
    const char *close = cli_closest(arena_strndup(cli->arena, bare, strcspn(bare, "=")), names);
    if (close)
        return cli_usage(cli, "there is no option %s; did you mean --%s?", word, close);
    return cli_usage(cli, "there is no option %s", word);
}

static void add_value(struct cli *cli, const struct cli_option *o, const char *text)
{
    cli->values[cli->n_values].option = o;
    cli->values[cli->n_values++].text = text;
}

static bool is_on_off(const char *s)
{
    static const char *const words[] = {"on", "off", "true", "false", "yes", "no", NULL};

    for (size_t i = 0; s && words[i]; i++)
        if (str_ieq(s, words[i]))
            return true;
    return false;
}

/* "--name", "--name=value", "--name value". */
static int parse_long(struct cli *cli, char **argv, int *i)
{
    const char *word = argv[*i], *name = word + 2;
    size_t len = strcspn(name, "=");
    const char *value = name[len] == '=' ? name + len + 1 : NULL;
    const struct cli_option *o = find_option(cli, name, len, 0);
    const struct setting *s = o ? NULL : find_setting(cli, name, len);
    struct err err;

    if (!o && !s)
        return unknown_option(cli, word);
    if (o && !o->value) {
        if (value)
            return cli_usage(cli, "--%s takes no value", o->name);
        add_value(cli, o, "");
        return CLI_OK;
    }
    if (!value && s && s->type == SETTING_BOOL && !is_on_off(argv[*i + 1]))
        value = "on";
    if (!value) {
        if (!argv[*i + 1])
            return cli_usage(cli, "%s needs a value", word);
        value = argv[++*i];
    }
    if (o) {
        add_value(cli, o, value);
        return CLI_OK;
    }
    if (settings_set(cli->settings, s->name, value,
                     arena_printf(cli->arena, "--%.*s", (int)len, name), &err) != 0)
        return cli_usage(cli, "%s", err.msg);
    return CLI_OK;
}

/* "-f", "-fj", "-pX=1", "-p X=1". */
static int parse_short(struct cli *cli, char **argv, int *i)
{
    for (const char *c = argv[*i] + 1; *c; c++) {
        const struct cli_option *o = find_option(cli, NULL, 0, *c);
        if (!o)
            return unknown_option(cli, argv[*i]);
        if (!o->value) {
            add_value(cli, o, "");
            continue;
        }
        if (!c[1] && !argv[*i + 1])
            return cli_usage(cli, "-%c needs a value", *c);
        add_value(cli, o, c[1] ? c + 1 : argv[++*i]);
        break;
    }
    return CLI_OK;
}

int cli_parse(struct cli *cli, int argc, char **argv, bool *ret_done)
{
    bool only_args = false, behind = false;
    int rc = CLI_OK;

    cli->args = arena_zalloc(cli->arena, sizeof(char *) * (size_t)(argc + 1));
    /* "-abc" may hold as many flags as letters */
    size_t n = 1;
    for (int i = 0; i < argc; i++)
        n += strlen(argv[i]) + 1;
    cli->values = arena_zalloc(cli->arena, sizeof(*cli->values) * n);
    for (int i = 0; i < argc && rc == CLI_OK; i++) {
        if (only_args || argv[i][0] != '-' || !argv[i][1]) {
            cli->n_rest += behind;
            only_args = only_args || cli->command->rest;
            cli->args[cli->n_args++] = argv[i];
        } else if (str_eq(argv[i], "--")) {
            only_args = behind = true;
        } else if (argv[i][1] == '-') {
            rc = parse_long(cli, argv, &i);
        } else {
            rc = parse_short(cli, argv, &i);
        }
    }
    if (rc == CLI_OK && cli_flag(cli, "help")) {
        help_command(cli->command);
        *ret_done = true;
    }
    return rc;
}

const char *cli_option(const struct cli *cli, const char *name)
{
    const char *text = NULL;

    for (size_t i = 0; i < cli->n_values; i++)
        if (str_eq(cli->values[i].option->name, name))
            text = cli->values[i].text;
    return text;
}

bool cli_flag(const struct cli *cli, const char *name)
{
    return cli_option(cli, name) != NULL;
}
