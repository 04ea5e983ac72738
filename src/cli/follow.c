/* Following what runs. Every round asks for the state as it is (no long poll), since the view also
 * shows time passing. Used by run, and by logs -f for the end. */
#include "cli/follow.h"
#include "cli/progress.h"
#include "cli/rerun.h"
#include "base/sys.h"
#include "base/text.h"
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#define ROUND_MS    100
#define MISSES_MAX  300 /* rounds without an engine before giving up */
#define LOG_LINES   10  /* of a failed step's log, at the end */
#define DETAIL_SIZE 240

static volatile sig_atomic_t interrupts;

static void on_interrupt(int signal)
{
    (void)signal;
    if (interrupts < 3)
        interrupts++;
}

void follow_catch(void)
{
    struct sigaction act = {.sa_handler = on_interrupt}; /* no SA_RESTART: poll() shall end */

    sigaction(SIGINT, &act, NULL);
    sigaction(SIGTERM, &act, NULL);
}

int follow_interrupts(void)
{
    return interrupts;
}

/* What is remembered of a step (or of a job that is followed by itself) between rounds. */
struct tracked {
    char *name, *status;
    char detail[DETAIL_SIZE]; /* the last log line, metrics, or what went wrong */
    struct log_cursor cursor;
    bool has_cursor, finished;
    struct tracked *next;
};

struct following {
    struct cli *cli;
    struct api *api;
    struct arena *keep; /* for cursors */
    FILE *to;
    struct thing *what;
    struct view view;
    struct tracked *steps;
    struct forecast forecast;
    bool has_forecast;
    struct progress progress; /* of executions */
    char *status;
    int asked; /* interrupts that were acted upon */
};

static struct tracked *track(struct following *f, const char *name)
{
    struct tracked **at = &f->steps;

    for (; *at; at = &(*at)->next)
        if (str_eq((*at)->name, name))
            return *at;
    *at = xcalloc(1, sizeof(**at));
    (*at)->name = xstrdup(name);
    return *at;
}

static void untrack(struct following *f)
{
    while (f->steps) {
        struct tracked *t = f->steps;
        f->steps = t->next;
        free(t->name);
        free(t->status);
        free(t);
    }
}

static void set_detail(struct tracked *t, const char *text)
{
    snprintf(t->detail, sizeof(t->detail), "%s", text ? text : "");
    t->detail[strcspn(t->detail, "\r\n")] = '\0';
}

/* The newest line of a running job that says something. */
static void read_last_line(struct following *f, struct arena *a, const struct thing *job,
                           struct tracked *t)
{
    struct log_line *lines;
    struct err ignored;
    size_t n;

    if (!t->has_cursor)
        job_lines_cursor(f->keep, job, &t->cursor);
    t->has_cursor = true;
    if (job_lines_read(f->api, f->keep, a, &t->cursor, &lines, &n, &ignored) != 0)
        return;
    while (n > 0) {
        const char *text = lines[--n].text;
        if (text[strspn(text, " \t\r")]) {
            set_detail(t, text + strspn(text, " \t"));
            return;
        }
    }
}

/* "validation:auc 0.81  train:loss 0.3" */
static void read_metrics(struct following *f, struct arena *a, struct thing job, struct tracked *t)
{
    struct json *described;
    struct err ignored;

    if (job.kind != THING_TRAINING || thing_describe(f->api, a, &job, &described, &ignored) != 0)
        return;
    const struct json *list = json_get(described, "FinalMetricDataList");
    cleanup_buf struct buf b = {0};
    buf_init(&b, 4096);
    for (size_t i = 0; i < json_len(list); i++) {
        const struct json *m = json_at(list, i);
        buf_addf(&b, "%s%s %.4g", i ? "  " : "", json_get_str(m, "MetricName"),
                 json_num(json_get(m, "Value"), 0));
    }
    if (b.len)
        set_detail(t, b.data);
}

static void update_step(struct following *f, struct arena *a, const struct step_view *s,
                        struct tracked *t)
{
    if (t->finished)
        return;
    if (s->has_job && !thing_ended(s->status) && f->view.live)
        read_last_line(f, a, &s->job, t);
    if (!thing_ended(s->status))
        return;
    t->finished = true;
    set_detail(t, s->reason);
    if (str_eq(s->status, "Succeeded") && s->has_job)
        read_metrics(f, a, s->job, t);
    if (s->outcome)
        set_detail(t, str_eq(s->outcome, "True") ? "the condition holds" : "the condition fails");
    if (str_eq(s->status, "Succeeded") && s->made && !s->has_job)
        set_detail(t, s->made);
    const char *source = s->cached_from ? s->cached_from : s->reused_from;
    if (source && strrchr(source, '/'))
        set_detail(t, arena_printf(a, "%s of execution %s%s%s",
                                   s->cached_from ? "from the cache," : "not run,",
                                   strrchr(source, '/') + 1, t->detail[0] ? "  " : "", t->detail));
}

/* A step that was not run has the times of another execution. */
static const char *took(struct arena *a, const struct step_view *s)
{
    return s->reused_from ? "-" : elapsed(a, s->started_ms, s->ended_ms);
}

/* --- showing --- */

static void say_change(struct following *f, struct arena *a, const struct step_view *s,
                       struct tracked *t)
{
    if (str_eq(t->status, s->status))
        return;
    free(t->status);
    t->status = xstrdup(s->status);
    if (f->view.live)
        return;
    bool ended = thing_ended(s->status), of_execution = f->what->kind == THING_EXECUTION;
    fprintf(f->to, "%-20s %s%-10s%s %9s%s%s%s%s%s\n", s->name,
            out_on(f->to, out_status_style(s->status)), s->status, out_off(f->to),
            ended ? took(a, s) : "", t->finished && t->detail[0] ? "  " : "",
            t->finished ? text_plain(a, t->detail) : "", ended && of_execution ? "  (" : "",
            ended && of_execution ? progress_text(a, &f->progress) : "",
            ended && of_execution ? ")" : "");
    fflush(f->to);
}

static int name_width(const struct step_view *steps, size_t n)
{
    int width = 8;

    for (size_t i = 0; i < n; i++) {
        int w = text_columns(steps[i].name);
        width = w > width ? w : width;
    }
    return width > 28 ? 28 : width;
}

static char *step_line(struct arena *a, const struct step_view *s, const struct tracked *t,
                       int width)
{
    const char *name = text_fit(a, s->name, width);

    return arena_printf(a, "  %s%*s  %-9s %9s  %s", name, width - text_columns(name), "", s->status,
                        took(a, s), t->detail);
}

static char *head_line(struct following *f, struct arena *a)
{
    const struct thing *w = f->what;
    const char *so_far = elapsed(a, w->created_ms, thing_ended(w->status) ? w->ended_ms : 0);

    return arena_printf(a, "%s%s%s  %s  %s", w->pipeline ? w->pipeline : "",
                        w->pipeline ? "  " : "", w->name, w->status, so_far);
}

/* What does not fit on the screen is left out from the top: those are the oldest. */
static void draw(struct following *f, struct arena *a, const struct step_view *steps, size_t n)
{
    size_t room = (size_t)out_height(f->to), left_out = 0, at = 0;
    char **lines = arena_alloc(a, (n + 3) * sizeof(*lines));
    enum out_style *styles = arena_zalloc(a, (n + 3) * sizeof(*styles));
    int width = name_width(steps, n);

    room = room > 5 ? room - 4 : 1;
    if (n > room)
        left_out = n - room;
    styles[at] = OUT_BOLD;
    lines[at++] = head_line(f, a);
    if (f->what->kind == THING_EXECUTION) {
        styles[at] = OUT_DIM;
        lines[at++] = arena_printf(a, "  %s", progress_text(a, &f->progress));
    }
    if (left_out) {
        styles[at] = OUT_DIM;
        lines[at++] = arena_printf(a, "  … %zu steps before", left_out);
    }
    for (size_t i = left_out; i < n; i++) {
        styles[at] = out_status_style(steps[i].status);
        lines[at++] = step_line(a, &steps[i], track(f, steps[i].name), width);
    }
    view_draw(&f->view, a, lines, styles, at);
}

/* A job that is followed by itself looks like an execution of one step. */
static int look(struct following *f, struct arena *a, struct step_view **ret, size_t *ret_n,
                struct err *err)
{
    struct thing *w = f->what;

    /* the execution first: once it has ended, no step changes any more */
    if (thing_describe(f->api, a, w, NULL, err) != 0)
        return -1;
    if (w->kind == THING_EXECUTION)
        return thing_steps(f->api, a, w->arn, ret, ret_n, err);
    *ret = arena_zalloc(a, sizeof(**ret));
    *ret_n = 1;
    **ret = (struct step_view){.name = w->name,
                               .status = w->status,
                               .reason = w->reason,
                               .made = w->arn,
                               .job = *w,
                               .has_job = true,
                               .started_ms = w->started_ms ? w->started_ms : w->created_ms,
                               .ended_ms = w->ended_ms};
    return 0;
}

static void count_steps(struct following *f, const struct step_view *steps, size_t n)
{
    if (f->what->kind != THING_EXECUTION)
        return;
    if (!f->has_forecast)
        forecast_make(f->api, f->keep, f->what, true, &f->forecast);
    f->has_forecast = true;
    progress_of(&f->forecast, f->what, steps, n, &f->progress);
}

static int round_once(struct following *f, struct arena *a, struct err *err)
{
    struct step_view *steps;
    size_t n;

    if (look(f, a, &steps, &n, err) != 0)
        return -1;
    free(f->status);
    f->status = xstrdup(f->what->status);
    f->what->status = f->status; /* the answer is gone after this round */
    count_steps(f, steps, n);
    for (size_t i = 0; i < n; i++) {
        struct tracked *t = track(f, steps[i].name);
        update_step(f, a, &steps[i], t);
        say_change(f, a, &steps[i], t);
    }
    if (f->view.live)
        draw(f, a, steps, n);
    return 0;
}

/* --- the end --- */

static void print_last_lines(struct following *f, struct arena *a, const struct thing *job)
{
    struct log_line *lines;
    struct err ignored;
    size_t n;

    if (job_lines_tail(f->api, a, job, LOG_LINES, &lines, &n, &ignored) != 0)
        return;
    for (size_t i = 0; i < n; i++)
        fprintf(f->to, "  %s%s%s\n", out_on(f->to, OUT_DIM), text_fit(a, lines[i].text, 4000),
                out_off(f->to));
}

/* Each failed step: why, the end of its log, how to try it again by itself or to look into it. */
static void print_failures(struct following *f, struct arena *a, const struct step_view *steps,
                           size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!str_eq(steps[i].status, "Failed"))
            continue;
        fprintf(f->to, "\n%s%s%s failed: %s\n", out_on(f->to, OUT_RED), steps[i].name,
                out_off(f->to),
                steps[i].reason ? text_plain(a, steps[i].reason) : "no reason was given");
        if (steps[i].has_job)
            print_last_lines(f, a, &steps[i].job);
        const char *again = rerun_command(a, f->what, &steps[i]);
        const char *inside = shell_command(a, f->what, &steps[i]);
        if (again)
            fprintf(f->to, "again, alone: %s\n", again);
        if (inside)
            fprintf(f->to, "a shell in it: %s\n", inside);
    }
}

static void print_end(struct following *f, struct arena *a)
{
    struct thing *w = f->what;
    struct step_view *steps;
    struct err ignored;
    size_t n;

    if (str_eq(w->status, "Failed") && look(f, a, &steps, &n, &ignored) == 0)
        print_failures(f, a, steps, n);
    fprintf(f->to, "\n%s%s%s%s%s in %s", w->pipeline ? w->pipeline : w->name,
            w->pipeline ? ": " : " ", out_on(f->to, out_status_style(w->status)), w->status,
            out_off(f->to), elapsed(a, w->created_ms, w->ended_ms));
    if (f->progress.cached)
        fprintf(f->to, ", %d of %d steps from the cache", f->progress.cached, f->progress.total);
    fputc('\n', f->to);
    if (w->reason)
        fprintf(f->to, "%s\n", text_plain(a, w->reason));
    fprintf(f->to, "%s\n", w->arn);
    fflush(f->to);
}

/* True when there is nothing more to wait for. */
static bool act_on_interrupt(struct following *f, struct arena *a)
{
    struct err err;

    if (interrupts <= f->asked)
        return false;
    f->asked = interrupts;
    if (f->asked > 1) {
        view_close(&f->view);
        fprintf(stderr, "\nslipway: not waiting any longer; 'slipway show %s' tells how it ends\n",
                f->what->name);
        return true;
    }
    if (!f->view.live)
        fprintf(stderr, "slipway: stopping %s; once more to stop waiting for it\n", f->what->name);
    if (thing_stop(f->api, a, f->what, &err) != 0)
        fprintf(stderr, "slipway: stop %s: %s\n", f->what->name, text_plain(a, err.msg));
    return false;
}

int thing_stop(struct api *api, struct arena *a, const struct thing *t, struct err *err)
{
    static const char *const operations[] = {"StopPipelineExecution", "StopProcessingJob",
                                             "StopTrainingJob"};
    static const char *const members[] = {"PipelineExecutionArn", "ProcessingJobName",
                                          "TrainingJobName"};
    struct json *in = json_object(a), *out;
    char token[33];

    json_set_str(a, in, members[t->kind], t->kind == THING_EXECUTION ? t->arn : t->name);
    if (t->kind == THING_EXECUTION) {
        id_random(token, 32);
        json_set_str(a, in, "ClientRequestToken", token);
    }
    struct thing now = *t;
    if (api_call(api, a, "sagemaker", operations[t->kind], in, &out, err) == 0)
        return 0;
    struct err ignored;
    if (thing_describe(api, a, &now, NULL, &ignored) == 0 && thing_ended(now.status))
        return 0;
    return -1;
}

int follow(struct cli *cli, struct api *api, struct thing *what, FILE *to, bool plain)
{
    struct following f = {.cli = cli, .api = api, .keep = cli->arena, .to = to, .what = what};
    int misses = 0, rc = CLI_FAILED;
    struct err err, again;

    view_open(&f.view, to, plain);
    for (;;) {
        cleanup_arena struct arena *a = arena_create((size_t)64 << 20);
        if (round_once(&f, a, &err) == 0) {
            misses = 0;
        } else if (++misses > MISSES_MAX || err.code == ERR_NOT_FOUND) {
            view_close(&f.view);
            rc = cli_fail(cli, &err);
            break;
        } else {
            api_reconnect(api, &again); /* an engine that crashed is started again by others */
        }
        if (what->status && thing_ended(what->status)) {
            view_close(&f.view);
            print_end(&f, a);
            rc = thing_exit(what->status);
            break;
        }
        if (act_on_interrupt(&f, a)) {
            rc = 130;
            break;
        }
        poll(NULL, 0, ROUND_MS);
    }
    what->status = f.status ? arena_strdup(cli->arena, f.status) : NULL;
    what->reason = NULL;
    free(f.status);
    untrack(&f);
    return rc;
}
