/* A Gantt chart in text:
 *
 *     flight-delays  1a2b3c4d5e6f  Executing  1 min 04 s
 *               0 s                   32.0 s             1 min 04 s
 *     Prepare   ▒                                          2 ms  cached
 *     Train     █████████████████████                    30.1 s
 *     Evaluate                       ██████████████████▶ 33.9 s  Executing
 *
 * One line a step in the order of beginning, the whole width being the time from the execution's
 * start to its end or to now. Every step has at least one cell. Called by cmd_show.c. */
#include "cli/timeline.h"
#include "base/sys.h"
#include "base/text.h"

#define NAME_MAX_COLUMNS 24
#define BAR_MIN          10

struct chart {
    struct arena *arena;
    const struct step_view *steps;
    size_t n;
    int64_t from_ms, to_ms; /* what the bars' whole width stands for */
    int name, bar, note;    /* columns */
    bool cached, reused, running;
};

/* Text behind the bar: "33.9 s  Executing". */
static const char *note(struct arena *a, const struct step_view *s)
{
    const char *mark = s->cached_from                    ? "cached"
                       : s->reused_from                  ? "reused"
                       : !str_eq(s->status, "Succeeded") ? s->status
                                                         : "";

    return arena_printf(a, "%10s%s%s", s->reused_from ? "" : elapsed(a, s->started_ms, s->ended_ms),
                        *mark ? "  " : "", mark);
}

static void measure(struct chart *c)
{
    int width = out_width(stdout);

    for (size_t i = 0; i < c->n; i++) {
        const struct step_view *s = &c->steps[i];
        int name = text_columns(s->name), wide = text_columns(note(c->arena, s));
        c->name = name > c->name ? name : c->name;
        c->note = wide > c->note ? wide : c->note;
        c->cached = c->cached || s->cached_from;
        c->reused = c->reused || (s->reused_from && !s->cached_from);
        c->running = c->running || !thing_ended(s->status);
    }
    c->name = c->name > NAME_MAX_COLUMNS ? NAME_MAX_COLUMNS : c->name;
    c->bar = width - c->name - c->note - 4;
    if (c->bar < BAR_MIN)
        c->bar = BAR_MIN;
}

/* The cell in which a moment lies. */
static int cell(const struct chart *c, int64_t ms)
{
    int64_t all = c->to_ms - c->from_ms, at = (ms - c->from_ms) * c->bar / all;

    return at < 0 ? 0 : at >= c->bar ? c->bar - 1 : (int)at;
}

static void print_axis(const struct chart *c)
{
    struct arena *a = c->arena;
    int64_t all = c->to_ms - c->from_ms;
    const char *half = text_duration(a, all / 2), *end = text_duration(a, all);
    int middle = c->bar / 2 - text_columns(half) / 2, last = c->bar - text_columns(end);

    printf("%s%*s0", out_on(stdout, OUT_DIM), c->name + 2, "");
    int column = 1;
    if (middle > column && middle + text_columns(half) < last) {
        printf("%*s%s", middle - column, "", half);
        column = middle + text_columns(half);
    }
    printf("%*s%s%s\n", last > column ? last - column : 1, "", end, out_off(stdout));
}

static void print_bar(const struct chart *c, const struct step_view *s)
{
    bool runs = !thing_ended(s->status);
    int first = cell(c, s->started_ms ? s->started_ms : c->to_ms), column;
    int last = cell(c, s->ended_ms ? s->ended_ms : c->to_ms);
    const char *fill = s->cached_from ? "▒" : str_eq(s->status, "Starting") ? "░" : "█";

    if (s->reused_from) {
        /* its times are those of the other execution */
        struct thing other;
        struct err ignored;
        bool known = thing_from_arn(c->arena, s->reused_from, &other, &ignored) == 0;
        const char *text =
            text_fit(c->arena,
                     arena_printf(c->arena, "· of execution %s", known ? other.name : "?"), c->bar);
        printf("%s%*s", text, c->bar - text_columns(text), "");
        return;
    }
    printf("%*s%s", first, "", out_on(stdout, out_status_style(s->status)));
    for (column = first; column <= last; column++)
        fputs(runs && column == last ? "▶" : fill, stdout);
    printf("%s%*s", out_off(stdout), c->bar - column, "");
}

static void print_legend(const struct chart *c)
{
    if (!c->cached && !c->reused && !c->running)
        return;
    printf("%s%*s█ ran%s%s%s%s\n", out_on(stdout, OUT_DIM), c->name + 2, "",
           c->cached ? "   ▒ from the cache" : "", c->reused ? "   · not run" : "",
           c->running ? "   ░ starts   ▶ goes on" : "", out_off(stdout));
}

static void print_head(struct arena *a, const struct thing *x)
{
    const char *took = elapsed(a, x->created_ms, x->ended_ms), *pipeline = x->pipeline;
    int rest = text_columns(x->name) + text_columns(x->status) + text_columns(took) + 6;

    if (out_is_terminal(stdout))
        pipeline = text_fit(a, pipeline, out_width(stdout) > rest ? out_width(stdout) - rest : 1);
    printf("%s%s%s  %s  %s%s%s  %s\n", out_on(stdout, OUT_BOLD), pipeline, out_off(stdout), x->name,
           out_on(stdout, out_status_style(x->status)), x->status, out_off(stdout), took);
}

static void print_chart(struct chart *c, const struct thing *x)
{
    struct arena *a = c->arena;

    print_head(a, x);
    if (c->n == 0) {
        printf("no step has begun yet\n");
        return;
    }
    measure(c);
    print_axis(c);
    for (size_t i = 0; i < c->n; i++) {
        const char *name = text_fit(a, c->steps[i].name, c->name);
        printf("%s%*s", name, c->name - text_columns(name) + 2, "");
        print_bar(c, &c->steps[i]);
        printf("  %s\n", note(a, &c->steps[i]));
    }
    print_legend(c);
}

int timeline_print(struct api *api, struct arena *a, struct thing *execution, struct err *err)
{
    struct step_view *steps;
    struct chart c = {.arena = a};

    /* the execution first: steps that have ended since are drawn to its end, not beyond */
    if (thing_describe(api, a, execution, NULL, err) != 0 ||
        thing_steps(api, a, execution->arn, &steps, &c.n, err) != 0)
        return -1;
    c.steps = steps;
    c.from_ms = execution->created_ms;
    c.to_ms = thing_ended(execution->status) ? execution->ended_ms : sys->wall_ms();
    if (c.to_ms <= c.from_ms)
        c.to_ms = c.from_ms + 1;
    print_chart(&c, execution);
    return 0;
}
