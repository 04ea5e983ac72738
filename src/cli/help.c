/* The help: an overview in groups, one page a command, and the settings as Markdown, all made from
 * the tables that parse. Called by main.c, args.c and cmd_help.c. */
#include "cli/cli.h"
#include "base/text.h"
#include <ctype.h>
#include <inttypes.h>
#include <string.h>

#define HELP_WIDTH 80

const struct cli_command *cli_find(const char *name)
{
    for (size_t i = 0; cli_commands[i]; i++)
        if (str_eq(cli_commands[i]->name, name))
            return cli_commands[i];
    return NULL;
}

void help_wrap(FILE *to, const char *text, int indent, int at, int width)
{
    int column = at;

    while (*text) {
        if (*text == '\n') {
            fputc('\n', to);
            text++;
            column = 0;
            continue;
        }
        size_t n = strcspn(text, " \n");
        cleanup_arena struct arena *a = arena_create(1 << 16);
        int w = text_columns(arena_strndup(a, text, n));
        bool first = column <= indent;
        if (!first && column + 1 + w > width) {
            fputc('\n', to);
            column = 0;
            first = true;
        }
        if (column < indent) {
            fprintf(to, "%*s", indent - column, "");
            column = indent;
        }
        fprintf(to, "%s%.*s", first ? "" : " ", (int)n, text);
        column += w + !first;
        text += n;
        text += strspn(text, " ");
    }
    fputc('\n', to);
}

void help_overview(FILE *to)
{
    const char *group = NULL;

    fprintf(to, "usage: slipway COMMAND [OPTIONS] [ARGUMENTS]\n\n");
    help_wrap(
        to,
        "Slipway runs SageMaker projects, unmodified, on this machine. These are its commands:", 0,
        0, HELP_WIDTH);
    for (size_t i = 0; cli_commands[i]; i++) {
        const struct cli_command *c = cli_commands[i];
        if (!c->group)
            continue;
        if (!str_eq(group, c->group))
            fprintf(to, "\n%s%s%s\n", out_on(to, OUT_BOLD), c->group, out_off(to));
        group = c->group;
        fprintf(to, "   %-9s %s\n", c->name, c->summary);
    }
    fputc('\n', to);
    help_wrap(to,
              "'slipway COMMAND --help' explains one of them, 'slipway help settings' what can be "
              "set and where.",
              0, 0, HELP_WIDTH);
}

/* "  -f, --follow            Text…", the text wrapped behind column 26. */
static void print_option(char letter, const char *name, const char *value, const char *help)
{
    char head[128], flag[64];

    snprintf(flag, sizeof(flag), "%s", name);
    for (char *c = flag; *c; c++)
        if (*c == '_')
            *c = '-';
    int n = letter ? snprintf(head, sizeof(head), "  -%c, --%s", letter, flag)
                   : snprintf(head, sizeof(head), "      --%s", flag);
    if (value && n > 0 && (size_t)n < sizeof(head))
        n += snprintf(head + n, sizeof(head) - (size_t)n, " %s", value);
    fputs(head, stdout);
    if (n > 24) {
        putchar('\n');
        n = 0;
    }
    help_wrap(stdout, help, 26, n, HELP_WIDTH);
}

static const char *value_word(const struct setting *s)
{
    switch (s->type) {
    case SETTING_INT:
        return "N";
    case SETTING_BOOL:
        return "on|off";
    case SETTING_SIZE:
        return "SIZE";
    case SETTING_DURATION:
        return "TIME";
    default:
        return str_eq(s->name, "data") ? "DIR" : str_eq(s->name, "listen") ? "HOST:PORT" : "TEXT";
    }
}

static void print_setting(const struct setting *s)
{
    cleanup_arena struct arena *a = arena_create(1 << 16);
    const char *value = value_word(s), *help = s->help;

    if (s->choices) {
        char *choices = arena_strdup(a, s->choices);
        for (char *c = choices; *c; c++)
            if (*c == ' ')
                *c = '|';
        value = choices;
    }
    if (s->default_text && *s->default_text)
        help = arena_printf(a, "%s (default: %s)", s->help, s->default_text);
    print_option(0, s->name, value, help);
}

static void print_heading(const char *text)
{
    printf("\n%s%s%s\n", out_on(stdout, OUT_BOLD), text, out_off(stdout));
}

/* Indents every line of `lines`. */
static void print_lines(const char *lines)
{
    while (lines && *lines) {
        size_t n = strcspn(lines, "\n");
        printf("%s%.*s\n", n ? "    " : "", (int)n, lines);
        lines += n + (lines[n] == '\n');
    }
}

void help_command(const struct cli_command *c)
{
    printf("slipway %s: %s\n\n", c->name, c->summary);
    for (const char *u = c->usage; u && *u;) {
        size_t n = strcspn(u, "\n");
        printf("%s slipway %s %.*s\n", u == c->usage ? "usage:" : "      ", c->name, (int)n, u);
        u += n + (u[n] == '\n');
    }
    if (c->about) {
        putchar('\n');
        help_wrap(stdout, c->about, 0, 0, HELP_WIDTH);
    }
    print_heading("Options");
    for (const struct cli_option *o = c->options; o && o->name; o++)
        print_option(o->letter, o->name, o->value, o->help);
    for (const struct setting *s = settings_table; s->name; s++)
        if (cli_has_setting(c, s->name))
            print_setting(s);
    print_option('h', "help", NULL, "Show this help");
    if (c->examples) {
        print_heading("Examples");
        print_lines(c->examples);
    }
    print_heading("Exit codes");
    printf("    0  it worked\n    1  it did not, and a message says why\n"
           "    2  the command line or a setting is wrong\n");
    if (c->exits)
        printf("%s\n", c->exits);
}

/* --- settings --- */

static const char *type_word(const struct setting *s)
{
    static const char *const words[] = {[SETTING_STRING] = "text",
                                        [SETTING_INT] = "whole number",
                                        [SETTING_BOOL] = "on or off",
                                        [SETTING_SIZE] = "size",
                                        [SETTING_DURATION] = "duration"};

    return words[s->type];
}

void help_settings_markdown(void)
{
    printf("# Settings\n\n<!-- Generated by `slipway help --settings-markdown`; do not edit. -->\n"
           "\nA value comes from, in this order: a flag (`--max-jobs 4`), a variable\n"
           "(`SLIPWAY_MAX_JOBS=4`), the file `slipway.conf` in the data directory\n"
           "(`max_jobs = 4`, `#` begins a comment), the default. Sizes: `512`, `64 KiB`,\n"
           "`2 GiB`. Durations: `500ms`, `30s`, `5min`, `2h`, `1d`. Most settings mean something\n"
           "to `slipway serve` (and to what starts it, such as `slipway up`) only.\n\n"
           "| setting | flag | variable | type | default | meaning |\n|---|---|---|---|---|---|\n");
    for (const struct setting *s = settings_table; s->name; s++) {
        printf("| `%s` | `--", s->name);
        for (const char *c = s->name; *c; c++)
            putchar(*c == '_' ? '-' : *c);
        printf("` | `SLIPWAY_");
        for (const char *c = s->name; *c; c++)
            putchar(toupper((unsigned char)*c));
        if (s->choices)
            printf("` | one of `%s` | ", s->choices);
        else
            printf("` | %s | ", type_word(s));
        if (s->default_text && *s->default_text)
            printf("`%s`", s->default_text);
        printf(" | %s |\n", s->help);
    }
}
