/* Lines on a terminal that are redrawn in place. A line never wraps when it is drawn; when the
 * window has been made narrower since, the rows that the old lines take now are counted. The cursor
 * is hidden meanwhile, and back at every end that a program can see. */
#include "cli/follow.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int hidden_fd = -1;

static void show_cursor(void)
{
    static const char show[] = "\033[?25h";

    if (hidden_fd >= 0 && write(hidden_fd, show, sizeof(show) - 1) > 0)
        hidden_fd = -1;
}

void view_open(struct view *v, FILE *to, bool plain)
{
    static bool registered;
    const char *term = getenv("TERM");

    *v = (struct view){.to = to};
    v->live = !plain && out_is_terminal(to) && term && !str_eq(term, "dumb");
    if (!v->live)
        return;
    if (!registered)
        atexit(show_cursor);
    registered = true;
    hidden_fd = fileno(to);
    fputs("\033[?25l", to);
}

static int rows_on_screen(const struct view *v, int width)
{
    int rows = 0;

    for (size_t i = 0; i < v->n; i++)
        rows += v->widths[i] <= width ? 1 : (v->widths[i] + width - 1) / width;
    return rows;
}

void view_draw(struct view *v, struct arena *a, char *const *lines, const enum out_style *styles,
               size_t n)
{
    int width = out_width(v->to), rows = rows_on_screen(v, width);
    cleanup_buf struct buf b = {0};

    if (!v->live)
        return;
    if (v->cap < n) {
        v->cap = n * 2;
        v->widths = xrealloc(v->widths, v->cap * sizeof(int));
    }
    buf_init(&b, 1 << 20);
    if (rows > 0)
        buf_addf(&b, "\r\033[%dA", rows);
    for (size_t i = 0; i < n; i++) {
        const char *text = text_fit(a, lines[i], width - 1);
        v->widths[i] = text_columns(text);
        buf_addf(&b, "%s%s%s\033[K\n", out_on(v->to, styles[i]), text, out_off(v->to));
    }
    buf_adds(&b, "\033[J");
    v->n = n;
    fwrite(b.data, 1, b.len, v->to);
    fflush(v->to);
}

void view_close(struct view *v)
{
    if (v->live) {
        fflush(v->to);
        show_cursor();
    }
    free(v->widths);
    *v = (struct view){.to = v->to};
}
