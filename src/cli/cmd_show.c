/* slipway show: one execution or job with all that is known of it: what AWS's Describe says, and
 * what only this machine can say (what was recorded but not enforced, where interpreter and
 * libraries differ from the image's, where the time went). */
#include "cli/commands.h"
#include "cli/follow.h"
#include "cli/rerun.h"
#include "cli/timeline.h"
#include "base/text.h"
#include <string.h>

#define LOG_LINES 10

static struct json *seconds(struct arena *a, int64_t ms)
{
    return ms ? json_real(a, (double)ms / 1000.0) : NULL;
}

/* --- as JSON --- */

static struct json *log_json(struct api *api, struct arena *a, const struct thing *job)
{
    struct json *list = json_array(a);
    struct log_line *lines;
    struct err ignored;
    size_t n;

    if (job_lines_tail(api, a, job, LOG_LINES, &lines, &n, &ignored) == 0)
        for (size_t i = 0; i < n; i++)
            json_push_str(a, list, lines[i].text);
    return list;
}

/* A job's own object: Describe's answer, details, and the times of its program. */
static int job_json(struct api *api, struct arena *a, struct thing *job, struct json **ret,
                    struct err *err)
{
    struct json *o = json_object(a), *described, *details;

    if (thing_describe(api, a, job, &described, err) != 0 ||
        api_job_details(api, a, thing_kind_text(job->kind), job->name, &details, err) != 0)
        return -1;
    json_set_str(a, o, "Arn", job->arn);
    json_set_str(a, o, "Name", job->name);
    json_set_str(a, o, "Kind", thing_kind_text(job->kind));
    json_set_str(a, o, "Status", job->status);
    json_set_str(a, o, "FailureReason", job->reason);
    json_set(a, o, "Created", seconds(a, job->created_ms));
    json_set(a, o, "ProgramStarted", seconds(a, job->started_ms));
    json_set(a, o, "ProgramEnded", seconds(a, job->ended_ms));
    if (job->started_ms && job->ended_ms)
        json_set_real(a, o, "ProgramSeconds", (double)(job->ended_ms - job->started_ms) / 1000.0);
    json_set(a, o, "Metrics", json_get(described, "FinalMetricDataList"));
    json_set(a, o, "Recorded", json_get(details, "recorded"));
    json_set(a, o, "Warnings", json_get(details, "warnings"));
    json_set(a, o, "Details", details);
    json_set(a, o, "Describe", described);
    if (str_eq(job->status, "Failed"))
        json_set(a, o, "LastLogLines", log_json(api, a, job));
    *ret = o;
    return 0;
}

static int step_json(struct api *api, struct arena *a, const struct thing *x, struct step_view *s,
                     struct json **ret, struct err *err)
{
    struct json *o = json_object(a), *job = NULL;

    json_set_str(a, o, "Name", s->name);
    json_set_str(a, o, "Type", s->type);
    json_set_str(a, o, "Status", s->status);
    json_set_str(a, o, "FailureReason", s->reason);
    json_set_str(a, o, "Outcome", s->outcome);
    json_set_str(a, o, "Arn", s->made);
    json_set_str(a, o, "CachedFrom", s->cached_from);
    json_set_str(a, o, "ReusedFrom", s->reused_from);
    if (str_eq(s->status, "Failed")) {
        json_set_str(a, o, "RunAgain", rerun_command(a, x, s));
        json_set_str(a, o, "Shell", shell_command(a, x, s));
    }
    json_set(a, o, "Started", seconds(a, s->started_ms));
    json_set(a, o, "Ended", seconds(a, s->ended_ms));
    if (s->has_job && job_json(api, a, &s->job, &job, err) != 0)
        return -1;
    if (s->started_ms && s->ended_ms) {
        double all = (double)(s->ended_ms - s->started_ms) / 1000.0;
        double program = json_num(json_get(job, "ProgramSeconds"), 0);
        json_set_real(a, o, "Seconds", all);
        json_set_real(a, o, "OverheadSeconds", all > program ? all - program : 0);
    }
    json_set(a, o, "Job", job);
    *ret = o;
    return 0;
}

static int execution_json(struct api *api, struct arena *a, struct thing *x, struct json **ret,
                          struct err *err)
{
    struct json *o = json_object(a), *steps = json_array(a), *params, *left_out;
    struct step_view *views;
    double program = 0;
    size_t n;

    if (thing_describe(api, a, x, NULL, err) != 0 ||
        thing_parameters(api, a, x, &params, err) != 0 ||
        thing_left_out(api, a, x, &left_out, err) != 0 ||
        thing_steps(api, a, x->arn, &views, &n, err) != 0)
        return -1;
    for (size_t i = 0; i < n; i++) {
        struct json *s;
        if (step_json(api, a, x, &views[i], &s, err) != 0)
            return -1;
        program += json_num(json_get(json_get(s, "Job"), "ProgramSeconds"), 0);
        json_push(a, steps, s);
    }
    json_set_str(a, o, "Arn", x->arn);
    json_set_str(a, o, "Name", x->name);
    json_set_str(a, o, "Kind", "execution");
    json_set_str(a, o, "Pipeline", x->pipeline);
    json_set_str(a, o, "Status", x->status);
    json_set_str(a, o, "FailureReason", x->reason);
    json_set(a, o, "Created", seconds(a, x->created_ms));
    json_set(a, o, "Ended", seconds(a, x->ended_ms));
    if (x->created_ms && x->ended_ms)
        json_set_real(a, o, "Seconds", (double)(x->ended_ms - x->created_ms) / 1000.0);
    json_set_real(a, o, "ProgramSeconds", program);
    json_set(a, o, "Parameters", params);
    json_set(a, o, "LeftOut", left_out);
    json_set(a, o, "Steps", steps);
    *ret = o;
    return 0;
}

/* --- for people: from the same object --- */

static int64_t ms_of(const struct json *o, const char *member)
{
    return json_ms(json_get(o, member));
}

static void print_field(const char *name, const char *text)
{
    if (text && *text)
        printf("%-11s %s\n", name, text);
}

static void print_wrapped(struct arena *a, const char *head, const char *text)
{
    int at = printf("%-11s ", head), width = out_width(stdout);

    help_wrap(stdout, text_plain(a, text), at, at, width < 40 ? 40 : width);
}

/* "recorded, not enforced here: A, B" without the members that every job has in common twice. */
static void print_notes(struct arena *a, const struct json *job)
{
    const struct json *recorded = json_get(job, "Recorded"), *warnings = json_get(job, "Warnings");
    cleanup_buf struct buf b = {0};

    buf_init(&b, 1 << 20);
    for (size_t i = 0; i < json_len(recorded); i++)
        buf_addf(&b, "%s%s", i ? ", " : "", json_str(json_at(recorded, i)));
    if (b.len)
        print_wrapped(a, "", arena_printf(a, "recorded, not enforced here: %s", b.data));
    for (size_t i = 0; i < json_len(warnings); i++)
        print_wrapped(a, "", arena_printf(a, "differs: %s", json_str(json_at(warnings, i))));
}

static void print_metrics(struct arena *a, const struct json *job)
{
    const struct json *list = json_get(job, "Metrics");
    cleanup_buf struct buf b = {0};

    buf_init(&b, 1 << 16);
    for (size_t i = 0; i < json_len(list); i++)
        buf_addf(&b, "%s%s %.6g", i ? "   " : "", json_get_str(json_at(list, i), "MetricName"),
                 json_num(json_get(json_at(list, i), "Value"), 0));
    if (b.len)
        print_wrapped(a, "", b.data);
}

static void print_failure(struct arena *a, const struct json *o, const struct json *job)
{
    const char *reason = json_get_str(o, "FailureReason");
    const struct json *lines = json_get(job, "LastLogLines");

    if (reason)
        print_wrapped(a, "", arena_printf(a, "failed: %s", reason));
    for (size_t i = 0; i < json_len(lines); i++)
        printf("            %s%s%s\n", out_on(stdout, OUT_DIM),
               text_fit(a, json_str(json_at(lines, i)), 4000), out_off(stdout));
}

static void print_job(struct arena *a, const struct json *o)
{
    const struct json *details = json_get(o, "Details");

    print_field(json_get_str(o, "Kind"), json_get_str(o, "Name"));
    printf("%-11s %s%s%s\n", "status", out_on(stdout, out_status_style(json_get_str(o, "Status"))),
           json_get_str(o, "Status"), out_off(stdout));
    print_field("", json_get_str(details, "waiting"));
    print_field("arn", json_get_str(o, "Arn"));
    print_field("created", local_time(a, ms_of(o, "Created")));
    print_field("program", elapsed(a, ms_of(o, "ProgramStarted"), ms_of(o, "ProgramEnded")));
    print_field("python", json_get_str(details, "python"));
    print_field("directory", json_get_str(details, "directory"));
    print_failure(a, o, o);
    print_metrics(a, o);
    print_notes(a, o);
}

static void print_step(struct arena *a, const struct json *s)
{
    const struct json *job = json_get(s, "Job");
    const char *status = json_get_str(s, "Status"), *outcome = json_get_str(s, "Outcome");
    double overhead = json_num(json_get(s, "OverheadSeconds"), -1);

    printf("\n%s%s%s  %s%s%s  %s", out_on(stdout, OUT_BOLD), json_get_str(s, "Name"),
           out_off(stdout), out_on(stdout, out_status_style(status)), status, out_off(stdout),
           elapsed(a, ms_of(s, "Started"), ms_of(s, "Ended")));
    if (job && overhead >= 0)
        printf("  (program %s, around it %s)",
               elapsed(a, ms_of(job, "ProgramStarted"), ms_of(job, "ProgramEnded")),
               text_duration(a, (int64_t)(overhead * 1000)));
    putchar('\n');
    if (outcome)
        print_field("", str_eq(outcome, "True") ? "the condition holds" : "the condition fails");
    print_field("", json_get_str(s, "Arn"));
    print_field("cached", json_get_str(s, "CachedFrom"));
    print_field("not run", json_get_str(s, "ReusedFrom"));
    print_failure(a, s, job);
    print_field("again", json_get_str(s, "RunAgain"));
    print_field("shell", json_get_str(s, "Shell"));
    print_metrics(a, job);
    print_notes(a, job);
}

static void print_execution(struct arena *a, const struct json *o)
{
    const struct json *params = json_get(o, "Parameters"), *steps = json_get(o, "Steps");
    const struct json *left_out = json_get(o, "LeftOut");
    const char *status = json_get_str(o, "Status");

    print_field("pipeline", json_get_str(o, "Pipeline"));
    print_field("execution", json_get_str(o, "Name"));
    printf("%-11s %s%s%s\n", "status", out_on(stdout, out_status_style(status)), status,
           out_off(stdout));
    if (json_get_str(o, "FailureReason"))
        print_wrapped(a, "", json_get_str(o, "FailureReason"));
    print_field("arn", json_get_str(o, "Arn"));
    print_field("started", local_time(a, ms_of(o, "Created")));
    print_field("took", elapsed(a, ms_of(o, "Created"), ms_of(o, "Ended")));
    for (size_t i = 0; i < json_len(params); i++)
        printf("%-11s %s = %s\n", i ? "" : "parameters", params->keys[i],
               json_str(params->items[i]));
    for (size_t i = 0; i < json_len(left_out); i++)
        printf("%-11s %s (run --without)\n", i ? "" : "left out", json_str(json_at(left_out, i)));
    for (size_t i = 0; i < json_len(steps); i++)
        print_step(a, json_at(steps, i));
}

static int show(struct cli *cli, struct api *api, const char *word, struct err *err)
{
    struct arena *a = cli->arena;
    struct json *o;
    struct thing t;

    if (thing_find(api, a, word, &t, err) != 0)
        return -1;
    if (cli_flag(cli, "timeline")) {
        if (t.kind != THING_EXECUTION)
            return err_set(err, ERR_INVALID, "%s is a %s job: only executions have a timeline",
                           t.name, thing_kind_text(t.kind));
        return timeline_print(api, a, &t, err);
    }
    if (t.kind == THING_EXECUTION ? execution_json(api, a, &t, &o, err)
                                  : job_json(api, a, &t, &o, err))
        return -1;
    if (cli_flag(cli, "json"))
        out_json(o);
    else if (t.kind == THING_EXECUTION)
        print_execution(a, o);
    else
        print_job(a, o);
    return 0;
}

static int run_show(struct cli *cli)
{
    cleanup_api struct api *api = NULL;
    struct err err;

    if (cli_want_args(cli, 0, 1) != CLI_OK)
        return CLI_USAGE;
    if (cli_flag(cli, "timeline") && cli_flag(cli, "json"))
        return cli_usage(cli, "--timeline is a drawing; with --json every step has its times");
    if (api_open(cli, true, &api, &err) != 0 || show(cli, api, cli->args[0], &err) != 0)
        return cli_fail(cli, &err);
    return CLI_OK;
}

static const struct cli_option options[] = {
    {"timeline", 't', NULL, "Draw an execution's steps over time"},
    {"json", 0, NULL, "Print one JSON object with everything, Describe's answers too"},
    {NULL, 0, NULL, NULL},
};

const struct cli_command cmd_show = {
    .name = "show",
    .group = "run a project",
    .summary = "Show an execution or a job: steps, times, failures",
    .usage = "[--timeline | --json] [EXECUTION|PIPELINE|JOB]",
    .about = "What it is: an ARN, a job's name, a pipeline's name (its newest execution), an "
             "execution's id, or the beginning of one. Without: the newest execution.\n\n"
             "'recorded, not enforced here' lists members of the request that mean nothing on one "
             "machine; 'differs' says where the interpreter or a library is another than in the "
             "image.",
    .options = options,
    .settings = "data",
    .examples = "slipway show\nslipway show flight-delays\nslipway show --timeline\nslipway show "
                "--json | jq .Steps",
    .run = run_show,
};
