/* slipway shell: a prompt where a step's program ran.
 *
 *   engine: directory with the step's inputs, code, environment   (POST /_slipway/shell)
 *   here:   the sandbox around it, in the foreground              (shell_run, exec/shell.c)
 *   engine: directory and key go                                  (DELETE; else it finds them)
 *
 * The sandbox is made by this process's child, since only that has the terminal. So it has to be
 * the machine and the user of the engine. */
#include "cli/commands.h"
#include "cli/rerun.h"
#include "base/text.h"
#include "exec/exec.h"
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

struct shell {
    struct cli *cli;
    struct api *api;
    struct thing execution, job;
    struct step_view step; /* name NULL: a job of no execution was named */
    struct json *told;     /* the engine's answer */
    char **command;        /* NULL: a shell */
    bool terminal;
    const char *dir;
};

/* --- which job --- */

static int no_such_step(struct shell *s, const char *name, struct err *err)
{
    struct arena *a = s->cli->arena;
    cleanup_buf struct buf list = {0};
    struct step_defined *steps;
    size_t n;

    if (thing_defined(s->api, a, &s->execution, &steps, &n, err) != 0)
        return -1;
    const char **names = arena_zalloc(a, (n + 1) * sizeof(*names));
    buf_init(&list, 1 << 20);
    for (size_t i = 0; i < n; i++) {
        if (str_eq(steps[i].name, name))
            return err_set(err, ERR_INVALID,
                           "step %s has not begun in execution %s, so nobody knows yet with what: "
                           "its inputs are told by the steps before it",
                           name, s->execution.name);
        names[i] = steps[i].name;
        buf_addf(&list, "%s%s", i ? ", " : "", names[i]);
    }
    const char *close = cli_closest(name, names);
    if (close)
        return err_set(err, ERR_NOT_FOUND, "%s has no step %s; did you mean %s?",
                       s->execution.pipeline, name, close);
    return err_set(err, ERR_NOT_FOUND, "%s has no step %s; its steps are %.600s",
                   s->execution.pipeline, name, list.data ? list.data : "");
}

static int find_step(struct shell *s, const char *name, struct err *err)
{
    struct arena *a = s->cli->arena;
    struct step_view *steps;
    size_t n, i = 0;

    if (thing_steps(s->api, a, s->execution.arn, &steps, &n, err) != 0)
        return -1;
    while (i < n && !str_eq(steps[i].name, name))
        i++;
    if (i == n)
        return no_such_step(s, name, err);
    s->step = steps[i];
    s->job = steps[i].job;
    if (steps[i].has_job)
        return 0;
    if (!str_eq(steps[i].type, "Processing") && !str_eq(steps[i].type, "Training"))
        return err_set(
            err, ERR_INVALID,
            "%s is a step of Type %s: it runs no program, so there is nothing to go into", name,
            steps[i].type);
    return err_set(err, ERR_INVALID, "step %s (%s) never had a job%s%s", name, steps[i].status,
                   steps[i].reason ? ": " : "", steps[i].reason ? steps[i].reason : "");
}

static int find_job(struct shell *s, const char *word, const char *step, struct err *err)
{
    struct thing found;

    if (thing_find(s->api, s->cli->arena, word, &found, err) != 0)
        return -1;
    if (found.kind != THING_EXECUTION && step)
        return err_set(err, ERR_INVALID, "%s is a %s job: it has no steps", found.name,
                       thing_kind_text(found.kind));
    if (found.kind == THING_EXECUTION && !step)
        return err_set(err, ERR_INVALID, "%s is an execution: name one of its steps, too",
                       found.name);
    s->execution = s->job = found;
    if (step && find_step(s, step, err) != 0)
        return -1;
    return thing_describe(s->api, s->cli->arena, &s->job, NULL, err);
}

/* --- opening --- */

static const char *label(const struct shell *s)
{
    return s->step.name ? s->step.name : s->job.name;
}

static int open_shell(struct shell *s, struct err *err)
{
    struct arena *a = s->cli->arena;
    struct json *in = json_object(a), *command = json_array(a);

    for (char **word = s->command; word && *word; word++)
        json_push_str(a, command, *word);
    json_set_str(a, in, "kind", thing_kind_text(s->job.kind));
    json_set_str(a, in, "name", s->job.name);
    json_set_str(a, in, "label", label(s));
    json_set(a, in, "command", command);
    json_set_bool(a, in, "terminal", s->terminal);
    json_set_str(a, in, "term", getenv("TERM"));
    if (api_own(s->api, a, "POST", "/_slipway/shell", in, &s->told, err) != 0)
        return -1;
    const char *id = json_get_str(s->told, "id");
    if (!id || strchr(id, '/'))
        return err_set(err, ERR_IO, "the engine's answer has no id");
    s->dir = arena_printf(a, "%s/shells/%s", s->api->data_dir, id);
    return 0;
}

static void close_shell(struct shell *s)
{
    struct arena *a = s->cli->arena;
    struct json *in = json_object(a), *out;
    struct err err = {0};

    json_set_str(a, in, "id", json_get_str(s->told, "id"));
    /* it may have been started anew meanwhile, or be gone: then the next one finds what is left */
    if (api_reconnect(s->api, &err) == 0)
        (void)api_own(s->api, a, "DELETE", "/_slipway/shell", in, &out, &err);
}

/* --- what is said --- */

static void say(const char *text)
{
    fprintf(stderr, "%s%s%s\n", out_on(stderr, OUT_DIM), text, out_off(stderr));
}

/* What is not as one would expect, and so is said to scripts, too. */
static void print_notes(struct shell *s)
{
    if (!thing_ended(s->job.status))
        say(arena_printf(s->cli->arena,
                         "%s still runs (%s): this is a sandbox of its own with the same inputs",
                         label(s), s->job.status));
    if (json_get_bool(s->told, "anew", false))
        say("its job never got its inputs: these are what S3 has now");
}

static void print_banner(struct shell *s)
{
    struct arena *a = s->cli->arena;
    const char *reason = s->job.reason ? s->job.reason : s->step.reason;
    int64_t files = json_get_int(s->told, "files", 0);

    fprintf(stderr, "%s%s%s%s%s: %s%s%s%s%s\n", out_on(stderr, OUT_BOLD), label(s), out_off(stderr),
            s->step.name ? " of " : "",
            s->step.name
                ? arena_printf(a, "%s, execution %s", s->execution.pipeline, s->execution.name)
                : "",
            out_on(stderr, out_status_style(s->job.status)), s->job.status, out_off(stderr),
            reason ? ": " : "", reason ? text_fit(a, reason, 300) : "");
    print_notes(s);
    say(arena_printf(a, "%lld file%s of its inputs below /opt/ml; Python %s, %s", (long long)files,
                     files == 1 ? "" : "s", json_get_str(s->told, "version"),
                     json_get_str(s->told, "python")));
    fprintf(stderr, "run%s runs its command: %s%s\n", out_on(stderr, OUT_DIM),
            text_fit(a, json_get_str(s->told, "command"), 400), out_off(stderr));
    say("what is changed here is lost at the end (exit), nothing is uploaded, and the step stays "
        "as it is");
}

/* --- the whole --- */

/* The terminal is then as those want it. */
static bool others_in_front(int fd)
{
    pid_t front = tcgetpgrp(fd);

    return front > 0 && front != getpgrp();
}

static int go(struct shell *s, int *ret_code, struct err *err)
{
    cleanup_shell_place struct shell_place place;
    struct termios before;

    if (shell_find(s->dir, &place, err) != 0)
        return -1;
    int saved = tcgetattr(0, &before) == 0 ? 0 : tcgetattr(2, &before) == 0 ? 2 : -1;
    if (s->command || !s->terminal)
        print_notes(s);
    else
        print_banner(s);
    fflush(NULL);
    /* keys that mean the program inside reach whoever passes them on */
    signal(SIGINT, SIG_IGN);
    signal(SIGQUIT, SIG_IGN);
    int rc = shell_run(&place, ret_code, err);
    signal(SIGTTOU, SIG_IGN); /* they may come between the look and the change */
    if (saved >= 0 && !others_in_front(saved))
        tcsetattr(saved, TCSADRAIN, &before);
    return rc;
}

/* Words before "--" name the step, those behind it are the command. */
static int read_words(struct cli *cli, struct shell *s)
{
    size_t named = cli->n_args - cli->n_rest;

    if (named < 1 || named > 2)
        return cli_usage(cli, "it wants an execution and a step, or a job");
    s->command = cli->n_rest ? cli->args + named : NULL;
    s->terminal = isatty(0) && isatty(1);
    return CLI_OK;
}

static int run_shell(struct cli *cli)
{
    cleanup_api struct api *api = NULL;
    struct shell s = {.cli = cli};
    struct err err;
    int code = CLI_FAILED;

    if (read_words(cli, &s) != CLI_OK)
        return CLI_USAGE;
    const char *step = cli->n_args - cli->n_rest == 2 ? cli->args[1] : NULL;
    if (api_open(cli, true, &api, &err) != 0)
        return cli_fail(cli, &err);
    s.api = api;
    if (find_job(&s, cli->args[0], step, &err) != 0 || open_shell(&s, &err) != 0)
        return cli_fail(cli, &err);
    int rc = go(&s, &code, &err);
    close_shell(&s);
    return rc == 0 ? code : cli_fail(cli, &err);
}

const struct cli_command cmd_shell = {
    .name = "shell",
    .group = "run a project",
    .summary = "Open a shell where a step ran, with what it had",
    .usage = "EXECUTION STEP [-- COMMAND [ARGUMENTS]]\nJOB [-- COMMAND [ARGUMENTS]]",
    .about =
        "A fresh sandbox with the very inputs, code, environment and interpreter that the step's "
        "job had, and a prompt in it: 'run' runs the step's own command. With a command behind "
        "'--' that runs there instead of a shell. It works for processing and training steps "
        "however they ended; one that still runs is left alone.\n\n"
        "What is changed in it is lost at the end. Nothing is uploaded, and the execution stays as "
        "it is. The limits are those of jobs, but for the time. It has an access key of its own, "
        "as jobs have, which ends with it.\n\n"
        "It has to be on the engine's machine and as its user.",
    .settings = "data",
    .examples = "slipway shell flight-delays Train\n"
                "slipway shell 1a2b3c Prepare -- ls -l /opt/ml/processing/input\n"
                "slipway shell 1a2b3c Train -- run",
    .exits = "    *  otherwise the exit code of the shell or command",
    .run = run_shell,
};
