/* slipway logs: what jobs have written, through CloudWatch Logs. */
#include "cli/commands.h"
#include "cli/follow.h"
#include "base/text.h"
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#define ROUND_MS 100

struct logs {
    struct cli *cli;
    struct api *api;
    bool follow, times, json;
    long tail; /* -1: all */
    bool prefix;
};

static void print_line(struct logs *l, const char *label, const struct log_line *line)
{
    if (l->json) {
        cleanup_arena struct arena *a = arena_create((size_t)8 << 20);
        struct json *v = json_object(a);
        json_set_str(a, v, "Source", label);
        json_set_real(a, v, "Time", (double)line->at_ms / 1000.0);
        json_set_str(a, v, "Message", line->text);
        puts(json_text(a, v));
        return;
    }
    if (l->prefix)
        printf("%s%s%s | ", out_on(stdout, OUT_CYAN), label, out_off(stdout));
    if (l->times) {
        cleanup_arena struct arena *a = arena_create(4096);
        printf("%s ", time_iso_ms(a, line->at_ms));
    }
    puts(line->text);
}

/* One job's log; with `follow` until it has ended and everything is read. */
static int print_job(struct logs *l, const struct thing *job, const char *label, struct err *err)
{
    struct arena *keep = l->cli->arena;
    struct log_cursor cursor;
    struct log_line *lines;
    struct thing now = *job;
    size_t n;

    if (l->tail >= 0) {
        if (job_lines_tail(l->api, keep, job, (int)l->tail, &lines, &n, err) != 0)
            return -1;
        for (size_t i = 0; l->tail && i < n; i++)
            print_line(l, label, &lines[i]);
        if (!l->follow)
            return 0;
    }
    job_lines_cursor(keep, job, &cursor);
    for (bool first = true, ended = false;; first = false) {
        cleanup_arena struct arena *a = arena_create((size_t)64 << 20);
        bool was_ended = ended;
        if (l->follow && !ended) {
            if (thing_describe(l->api, a, &now, NULL, err) != 0)
                return -1;
            ended = thing_ended(now.status);
        }
        if (job_lines_read(l->api, keep, a, &cursor, &lines, &n, err) != 0)
            return -1;
        /* the tail was printed already */
        for (size_t i = 0; !(first && l->tail >= 0) && i < n; i++)
            print_line(l, label, &lines[i]);
        out_flush();
        if (n == 0 && (!l->follow || was_ended || follow_interrupts()))
            return 0;
        if (n == 0)
            poll(NULL, 0, ROUND_MS);
    }
}

/* All steps of an execution, or the one that is named; with `follow` also those to come. */
static int print_execution(struct logs *l, struct thing *x, const char *step, struct err *err)
{
    struct arena *a = l->cli->arena;
    size_t done = 0, n;
    struct step_view *steps;
    bool ended = false;

    l->prefix = !step;
    for (;;) {
        if (thing_describe(l->api, a, x, NULL, err) != 0)
            return -1;
        ended = thing_ended(x->status);
        if (thing_steps(l->api, a, x->arn, &steps, &n, err) != 0)
            return -1;
        for (; done < n; done++) {
            if (step && !str_eq(steps[done].name, step))
                continue;
            if (!steps[done].has_job && !thing_ended(steps[done].status) && l->follow)
                break; /* its job comes in a moment */
            if (steps[done].has_job && print_job(l, &steps[done].job, steps[done].name, err) != 0)
                return -1;
            if (step && !steps[done].has_job)
                return err_set(err, ERR_NOT_FOUND, "step %s has no job, so no log: %s", step,
                               steps[done].reason ? steps[done].reason : steps[done].status);
            if (step)
                return 0;
        }
        if (!l->follow || (ended && done == n) || follow_interrupts())
            break;
        poll(NULL, 0, ROUND_MS);
    }
    if (step)
        return err_set(err, ERR_NOT_FOUND, "execution %s of %s has no step \"%s\" so far", x->name,
                       x->pipeline, step);
    return 0;
}

/* One word may be a step of the newest execution, or a thing. */
static int print_word(struct logs *l, const char *word, const char *step, struct err *err)
{
    struct arena *a = l->cli->arena;
    struct step_view *steps;
    struct thing t;
    struct err why;
    size_t n;

    if (word && !step && thing_find(l->api, a, NULL, &t, &why) == 0 && t.kind == THING_EXECUTION &&
        thing_steps(l->api, a, t.arn, &steps, &n, &why) == 0)
        for (size_t i = 0; i < n; i++)
            if (str_eq(steps[i].name, word))
                return print_execution(l, &t, word, err);
    if (thing_find(l->api, a, word, &t, err) != 0)
        return -1;
    if (t.kind == THING_EXECUTION)
        return print_execution(l, &t, step, err);
    if (step)
        return err_set(err, ERR_INVALID, "%s is a job: it has no steps", t.name);
    return print_job(l, &t, t.name, err);
}

static int run_logs(struct cli *cli)
{
    cleanup_api struct api *api = NULL;
    struct logs l = {.cli = cli,
                     .follow = cli_flag(cli, "follow"),
                     .times = cli_flag(cli, "times"),
                     .json = cli_flag(cli, "json"),
                     .tail = -1};
    const char *tail = cli_option(cli, "tail");
    struct err err;

    if (cli_want_args(cli, 0, 2) != CLI_OK)
        return CLI_USAGE;
    if (tail) {
        char *end;
        l.tail = strtol(tail, &end, 10);
        if (end == tail || *end || l.tail < 0 || l.tail > 10000)
            return cli_usage(cli, "--tail %s: it is a number from 0 to 10000", tail);
    }
    if (api_open(cli, true, &api, &err) != 0)
        return cli_fail(cli, &err);
    l.api = api;
    if (l.follow)
        follow_catch();
    if (print_word(&l, cli->args[0], cli->n_args > 1 ? cli->args[1] : NULL, &err) != 0)
        return cli_fail(cli, &err);
    return CLI_OK;
}

static const struct cli_option options[] = {
    {"follow", 'f', NULL, "Go on until what writes has ended"},
    {"tail", 'n', "N", "Only the last N lines (and what follows, with -f)"},
    {"times", 't', NULL, "Put the time before each line"},
    {"json", 0, NULL, "Print a JSON object a line"},
    {NULL, 0, NULL, NULL},
};

const struct cli_command cmd_logs = {
    .name = "logs",
    .group = "run a project",
    .summary = "Print what a step or a job has written",
    .usage = "[-f] [STEP | JOB | EXECUTION [STEP]]",
    .about = "A step is one of the newest execution, unless an execution (or a pipeline, whose "
             "newest counts) stands before it. Without arguments: all steps of the newest "
             "execution.",
    .options = options,
    .settings = "data",
    .examples = "slipway logs Train\nslipway logs -f\nslipway logs -n 20 flight-delays Evaluate",
    .run = run_logs,
};
