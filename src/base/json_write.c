/* Writing JSON: compact, pretty, canonical.
 *
 * Whatever the tree holds, the text is valid JSON: bytes that are no UTF-8 become U+FFFD, numbers
 * that JSON has not (infinities, NaN) become null. Reals take the shortest of 15, 16 or 17 digits
 * that reads back as the same double. Numbers rely on the "C" locale, which nobody here changes. */
#include "base/json.h"
#include "base/text.h"
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct style {
    bool pretty, sorted;
};

static void write_real(struct buf *out, double r)
{
    char text[40];

    if (!isfinite(r)) {
        buf_adds(out, "null");
        return;
    }
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(text, sizeof(text), "%.*g", digits, r);
        if (strtod(text, NULL) == r)
            break;
    }
    buf_adds(out, text);
    if (!strpbrk(text, ".e"))
        buf_adds(out, ".0");
}

static void write_escape(struct buf *out, unsigned char c)
{
    static const char letters[] = "\b\f\n\r\t\"\\", names[] = "bfnrt\"\\";
    const char *at = c ? strchr(letters, c) : NULL;

    if (at)
        buf_addf(out, "\\%c", names[at - letters]);
    else
        buf_addf(out, "\\u%04x", c);
}

/* The length of the UTF-8 character at s, 0 when there is none. */
static size_t utf8_char(const char *s, size_t n)
{
    for (size_t len = 2; len <= 4 && len <= n; len++)
        if (utf8_valid(s, len))
            return len;
    return 0;
}

void json_write_string(struct buf *out, const char *s, size_t len)
{
    size_t plain = 0; /* from here on nothing needed a change */

    buf_addc(out, '"');
    for (size_t i = 0; i < len;) {
        unsigned char c = (unsigned char)s[i];
        if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
            i++;
            continue;
        }
        size_t n = c >= 0x80 ? utf8_char(s + i, len - i) : 0;
        if (n) {
            i += n;
            continue;
        }
        buf_add(out, s + plain, i - plain);
        if (c >= 0x80)
            buf_adds(out, "\xef\xbf\xbd");
        else
            write_escape(out, c);
        plain = ++i;
    }
    buf_add(out, s + plain, len - plain);
    buf_addc(out, '"');
}

static void write_break(struct buf *out, const struct style *style, int depth)
{
    if (!style->pretty)
        return;
    buf_addc(out, '\n');
    for (int i = 0; i < depth; i++)
        buf_adds(out, "  ");
}

struct member {
    const char *key;
    const struct json *value;
};

static int compare_members(const void *x, const void *y)
{
    return strcmp(((const struct member *)x)->key, ((const struct member *)y)->key);
}

static void write_value(struct buf *out, const struct json *v, const struct style *style,
                        int depth);

static void write_member(struct buf *out, const char *key, const struct json *value,
                         const struct style *style, int depth, bool first)
{
    if (!first)
        buf_addc(out, ',');
    write_break(out, style, depth);
    if (key) {
        json_write_string(out, key, strlen(key));
        buf_adds(out, style->pretty ? ": " : ":");
    }
    write_value(out, value, style, depth);
}

static void write_sorted(struct buf *out, const struct json *v, const struct style *style,
                         int depth)
{
    struct member *members = xcalloc(v->n, sizeof(*members));

    for (size_t i = 0; i < v->n; i++)
        members[i] = (struct member){v->keys[i], v->items[i]};
    qsort(members, v->n, sizeof(*members), compare_members);
    for (size_t i = 0; i < v->n; i++)
        write_member(out, members[i].key, members[i].value, style, depth, i == 0);
    free(members);
}

static void write_container(struct buf *out, const struct json *v, const struct style *style,
                            int depth)
{
    bool object = v->type == JSON_OBJECT;

    buf_addc(out, object ? '{' : '[');
    if (object && style->sorted)
        write_sorted(out, v, style, depth + 1);
    else
        for (size_t i = 0; i < v->n; i++)
            write_member(out, object ? v->keys[i] : NULL, v->items[i], style, depth + 1, i == 0);
    if (v->n)
        write_break(out, style, depth);
    buf_addc(out, object ? '}' : ']');
}

static void write_value(struct buf *out, const struct json *v, const struct style *style, int depth)
{
    switch (v ? v->type : JSON_NULL) {
    case JSON_NULL:
        buf_adds(out, "null");
        break;
    case JSON_BOOL:
        buf_adds(out, v->b ? "true" : "false");
        break;
    case JSON_INT:
        buf_addf(out, "%" PRId64, v->i);
        break;
    case JSON_REAL:
        write_real(out, v->r);
        break;
    case JSON_STRING:
        json_write_string(out, v->s, v->s_len);
        break;
    case JSON_ARRAY:
    case JSON_OBJECT:
        write_container(out, v, style, depth);
        break;
    }
}

void json_write(struct buf *out, const struct json *v)
{
    write_value(out, v, &(struct style){.pretty = false}, 0);
}

void json_write_pretty(struct buf *out, const struct json *v)
{
    write_value(out, v, &(struct style){.pretty = true}, 0);
}

void json_write_canonical(struct buf *out, const struct json *v)
{
    write_value(out, v, &(struct style){.sorted = true}, 0);
}

char *json_text(struct arena *a, const struct json *v)
{
    struct buf out cleanup_buf = {0};

    buf_init(&out, SIZE_MAX);
    json_write(&out, v);
    return arena_memdup(a, out.data, out.len + 1);
}
