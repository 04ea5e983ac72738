/* The command line: what its files share.
 *
 * A command is one row (struct cli_command) in a file of its own; main.c lists them. The row makes
 * parsing, --help and the docs, so that none of them can disagree. Commands talk to the engine
 * through its public API only (api.h); `serve` alone opens the layers below, and `shell` runs the
 * sandbox that the engine has made ready. */
#pragma once
#include "base/json.h"
#include "base/settings.h"
#include <stdio.h>

/* Exit codes, the same for every command. */
enum {
    CLI_OK = 0,
    CLI_FAILED = 1,   /* what was asked for did not work, or what was followed failed */
    CLI_USAGE = 2,    /* the command line or a setting is wrong */
    CLI_STOPPED = 3,  /* what was followed was stopped */
    CLI_BUSY_PORT = 4 /* serve: the address is taken */
};

struct cli_option {
    const char *name;  /* "json" */
    char letter;       /* 'j', or 0 */
    const char *value; /* what stands in the help for its value; NULL: a flag */
    const char *help;
};

struct cli;
struct cli_command {
    const char *name;
    const char *group;                /* heading in `slipway help`; NULL: hidden */
    const char *summary;              /* one line there */
    const char *usage;                /* behind "slipway NAME" */
    const char *about;                /* paragraphs, wrapped by the help */
    const struct cli_option *options; /* ended by a NULL name; may be NULL */
    const char *settings; /* names of the settings that are flags here; "*": all of them */
    const char *examples; /* lines, may be NULL */
    const char *exits;    /* lines beyond the common ones, may be NULL */
    bool rest;            /* options end at the first argument (exec) */
    int (*run)(struct cli *cli);
};
extern const struct cli_command *const cli_commands[]; /* ended by NULL; main.c */
extern const struct setting settings_table[];

struct cli_value {
    const struct cli_option *option;
    const char *text; /* "" for a flag */
};
struct cli {
    const struct cli_command *command;
    struct arena *arena;
    struct settings *settings;
    char **args; /* without options, NULL-ended */
    size_t n_args;
    size_t n_rest;            /* … of which so many stood behind "--" */
    struct cli_value *values; /* options in their order */
    size_t n_values;
};

/* --- args.c --- */
/* Fills `cli` from the words behind the command's name. CLI_OK, or an exit code after a message
 * (or after the help was printed: *ret_done). */
int cli_parse(struct cli *cli, int argc, char **argv, bool *ret_done);
/* The last value of an option, or NULL. Flags give "". */
const char *cli_option(const struct cli *cli, const char *name);
bool cli_flag(const struct cli *cli, const char *name);
/* Prints "slipway NAME: message" and where help is; returns CLI_USAGE. */
int cli_usage(const struct cli *cli, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Prints "slipway NAME: message"; returns CLI_FAILED. */
int cli_fail(const struct cli *cli, const struct err *err);
/* At most / at least so many arguments; CLI_OK or CLI_USAGE after a message. */
int cli_want_args(const struct cli *cli, size_t min, size_t max);
/* The closest of `names` (NULL-ended) to a mistyped word, or NULL. */
const char *cli_closest(const char *word, const char *const *names);

/* --- help.c --- */
void help_overview(FILE *to);
void help_command(const struct cli_command *c);
void help_settings_markdown(void);
/* Wraps `text` to the width with this indent; the first line starts at column `at`. */
void help_wrap(FILE *to, const char *text, int indent, int at, int width);
const struct cli_command *cli_find(const char *name);

/* --- settings_table.c --- */
/* Flags are set by cli_parse; this adds the environment and DIR/slipway.conf. */
int cli_load_settings(struct cli *cli, struct err *err);
/* The data directory, absolute, from the arena. */
int cli_data_dir(const struct cli *cli, const char **ret, struct err *err);
bool cli_has_setting(const struct cli_command *c, const char *name);

/* --- out.c --- */
enum out_style { OUT_PLAIN, OUT_BOLD, OUT_DIM, OUT_RED, OUT_GREEN, OUT_YELLOW, OUT_CYAN };
bool out_is_terminal(FILE *to);
bool out_colour(FILE *to);                          /* a terminal, and NO_COLOR is unset */
int out_width(FILE *to);                            /* columns; 80 when it is no terminal */
int out_height(FILE *to);                           /* rows; 24 when it is no terminal */
const char *out_on(FILE *to, enum out_style style); /* "" without colour */
const char *out_off(FILE *to);
enum out_style out_status_style(const char *status); /* of AWS's status words */
/* Columns that `s` takes on a terminal (UTF-8; control characters count as one). */
int text_columns(const char *s);
/* `s` with control characters replaced, but for newlines and tabs: for what jobs and errors say. */
char *text_plain(struct arena *a, const char *s);
/* One line of `s`, cut to `width` columns with "…", control characters replaced. */
char *text_fit(struct arena *a, const char *s, int width);
void out_json(const struct json *v); /* indented, to stdout */
/* Flushes stdout; a closed pipe ends the program quietly, another fault with a message. */
void out_flush(void);

/* Rows of cells, printed in columns; what is too long for the width is cut in the last column. */
struct out_table;
struct out_table *out_table_create(struct arena *a, const char *const *heads); /* NULL-ended */
void out_table_row(struct out_table *t, const char *const *cells);
void out_table_style(struct out_table *t, size_t column, enum out_style (*style)(const char *));
void out_table_print(struct out_table *t);
