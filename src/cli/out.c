/* Text for people: colour only where it is wanted, columns that fit, quiet ends of pipes. Used by
 * every command. */
#include "cli/cli.h"
#include "base/text.h"
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

bool out_is_terminal(FILE *to)
{
    return isatty(fileno(to)) == 1;
}

bool out_colour(FILE *to)
{
    const char *no = getenv("NO_COLOR"), *term = getenv("TERM");

    return out_is_terminal(to) && (!no || !*no) && term && !str_eq(term, "dumb");
}

static int out_size(FILE *to, bool rows)
{
    struct winsize w;
    const char *text = getenv(rows ? "LINES" : "COLUMNS");

    if (out_is_terminal(to) && ioctl(fileno(to), TIOCGWINSZ, &w) == 0) {
        int n = rows ? w.ws_row : w.ws_col;
        if (n > 0)
            return n;
    }
    if (out_is_terminal(to) && text) {
        long n = strtol(text, NULL, 10);
        if (n > 0 && n < 10000)
            return (int)n;
    }
    return rows ? 24 : 80;
}

int out_width(FILE *to)
{
    return out_size(to, false);
}

int out_height(FILE *to)
{
    return out_size(to, true);
}

const char *out_on(FILE *to, enum out_style style)
{
    static const char *const codes[] = {"",         "\033[1m",  "\033[2m", "\033[31m",
                                        "\033[32m", "\033[33m", "\033[36m"};

    return out_colour(to) ? codes[style] : "";
}

const char *out_off(FILE *to)
{
    return out_colour(to) ? "\033[0m" : "";
}

enum out_style out_status_style(const char *status)
{
    static const struct {
        const char *status;
        enum out_style style;
    } rows[] = {
        {"Succeeded", OUT_GREEN}, {"Completed", OUT_GREEN}, {"Failed", OUT_RED},
        {"Stopped", OUT_YELLOW},  {"Stopping", OUT_YELLOW}, {"Executing", OUT_CYAN},
        {"Starting", OUT_CYAN},   {"InProgress", OUT_CYAN}, {NULL, OUT_PLAIN},
    };

    for (size_t i = 0; rows[i].status; i++)
        if (str_eq(rows[i].status, status))
            return rows[i].style;
    return OUT_PLAIN;
}

/* The next character of valid or invalid UTF-8: its bytes and columns. Wide ranges are those of
 * East Asian text and pictures, which terminals give two columns. */
static size_t utf8_next(const char *s, int *ret_columns)
{
    const unsigned char *p = (const unsigned char *)s;
    size_t n = *p < 0x80 ? 1 : *p >= 0xf0 ? 4 : *p >= 0xe0 ? 3 : *p >= 0xc0 ? 2 : 1;
    uint32_t c = n == 1 ? *p : *p & (0xffu >> (n + 1));

    for (size_t i = 1; i < n; i++) {
        if ((p[i] & 0xc0) != 0x80) {
            *ret_columns = 1;
            return 1;
        }
        c = c << 6 | (p[i] & 0x3f);
    }
    bool wide = (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) ||
                (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) ||
                (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60) || c >= 0x1f300;
    bool none = (c >= 0x300 && c <= 0x36f) || (c >= 0x200b && c <= 0x200f) || c == 0xfe0f;
    *ret_columns = none ? 0 : wide ? 2 : 1;
    return n;
}

int text_columns(const char *s)
{
    int total = 0, columns;

    while (*s) {
        s += utf8_next(s, &columns);
        total += columns;
    }
    return total;
}

/* A character of n bytes that a terminal may take for an order. */
static bool is_control(const char *s, size_t n)
{
    return (unsigned char)*s < 0x20 || *s == 0x7f || (n == 1 && (*s & 0x80)) ||
           (n == 2 && (unsigned char)s[0] == 0xc2 && (unsigned char)s[1] < 0xa0);
}

char *text_plain(struct arena *a, const char *s)
{
    char *out = arena_alloc(a, strlen(s) + 1), *p = out;
    int columns;

    for (size_t n; *s; s += n) {
        n = utf8_next(s, &columns);
        if (is_control(s, n) && *s != '\n' && *s != '\t') {
            *p++ = ' ';
        } else {
            memcpy(p, s, n);
            p += n;
        }
    }
    *p = '\0';
    return out;
}

char *text_fit(struct arena *a, const char *s, int width)
{
    cleanup_buf struct buf b = {0};
    int used = 0, columns;
    bool whole = text_columns(s) <= width;

    buf_init(&b, 1 << 20);
    while (*s) {
        size_t n = utf8_next(s, &columns);
        if (!whole && used + columns > width - 1) {
            if (width > 0)
                buf_adds(&b, "…");
            break;
        }
        if (is_control(s, n))
            buf_addc(&b, ' ');
        else
            buf_add(&b, s, n);
        used += columns;
        s += n;
    }
    return arena_strdup(a, b.data);
}

void out_json(const struct json *v)
{
    cleanup_buf struct buf b = {0};

    buf_init(&b, (size_t)1 << 30);
    json_write_pretty(&b, v);
    fwrite(b.data, 1, b.len, stdout);
    if (b.len == 0 || b.data[b.len - 1] != '\n')
        putchar('\n');
}

void out_flush(void)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return;
    if (errno == EPIPE) {
        signal(SIGPIPE, SIG_DFL);
        raise(SIGPIPE);
    }
    fprintf(stderr, "slipway: standard output: %s\n", strerror(errno));
    _exit(CLI_FAILED);
}

/* --- tables --- */

#define COLUMNS_MAX 12

struct out_row {
    const char *cells[COLUMNS_MAX];
    struct out_row *next;
};
struct out_table {
    struct arena *arena;
    const char *heads[COLUMNS_MAX];
    int widths[COLUMNS_MAX];
    enum out_style (*styles[COLUMNS_MAX])(const char *);
    size_t n;
    struct out_row *first, **last;
};

struct out_table *out_table_create(struct arena *a, const char *const *heads)
{
    struct out_table *t = arena_zalloc(a, sizeof(*t));

    t->arena = a;
    t->last = &t->first;
    for (; heads[t->n] && t->n < COLUMNS_MAX; t->n++) {
        t->heads[t->n] = heads[t->n];
        t->widths[t->n] = text_columns(heads[t->n]);
    }
    return t;
}

void out_table_row(struct out_table *t, const char *const *cells)
{
    struct out_row *r = arena_zalloc(t->arena, sizeof(*r));

    for (size_t i = 0; i < t->n; i++) {
        r->cells[i] = arena_strdup(t->arena, cells[i] ? cells[i] : "-");
        int w = text_columns(r->cells[i]);
        if (w > t->widths[i])
            t->widths[i] = w;
    }
    *t->last = r;
    t->last = &r->next;
}

void out_table_style(struct out_table *t, size_t column, enum out_style (*style)(const char *))
{
    t->styles[column] = style;
}

static void print_cells(struct out_table *t, const char *const *cells, bool head)
{
    int room = out_is_terminal(stdout) ? out_width(stdout) : 1 << 20;

    for (size_t i = 0; i < t->n && room > 0; i++) {
        int width = i + 1 < t->n ? t->widths[i] : room;
        if (width > room)
            width = room;
        const char *text = text_fit(t->arena, cells[i], width);
        enum out_style style = head ? OUT_BOLD : t->styles[i] ? t->styles[i](cells[i]) : OUT_PLAIN;
        printf("%s%s%s", out_on(stdout, style), text, out_off(stdout));
        int pad = width - text_columns(text) + (room > width + 2 ? 2 : 0);
        if (i + 1 < t->n && pad > 0)
            printf("%*s", pad, "");
        room -= width + 2;
    }
    putchar('\n');
}

void out_table_print(struct out_table *t)
{
    print_cells(t, t->heads, true);
    for (const struct out_row *r = t->first; r; r = r->next)
        print_cells(t, r->cells, false);
}
