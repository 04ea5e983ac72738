/* Filter patterns of terms, as CloudWatch Logs describes them for unstructured events: every plain
 * term must be there, at least one of those behind '?', none of those behind '-'; case counts; a
 * term with other than letters and digits stands in double quotes. Patterns over JSON ({…}),
 * columns ([…]) and regular expressions (%…%) are refused. */
#include "engine/logs.h"
#include <string.h>

enum { TERMS_MAX = 64 };
enum kind { TERM_ALL, TERM_ANY, TERM_NOT };

struct log_pattern {
    size_t n;
    bool any; /* there are TERM_ANY */
    struct {
        enum kind kind;
        const char *text;
    } terms[TERMS_MAX];
};

static const char *quoted(struct arena *a, const char *s, const char **ret_end)
{
    struct buf out cleanup_buf = {0};

    buf_init(&out, 4096);
    for (s++; *s && *s != '"'; s++) {
        if (*s == '\\' && s[1])
            s++;
        buf_addc(&out, *s);
    }
    *ret_end = *s ? s + 1 : NULL;
    return arena_strdup(a, out.data);
}

int log_pattern_parse(struct arena *a, const char *text, struct log_pattern **ret, struct err *err)
{
    struct log_pattern *p = arena_zalloc(a, sizeof *p);
    const char *s = text ? text : "";

    *ret = p;
    s += strspn(s, " \t");
    if (*s == '{' || *s == '[' || *s == '%')
        return err_set(err, ERR_INVALID,
                       "Invalid filter pattern: only patterns of terms are supported by Slipway");
    while (*s) {
        if (p->n == TERMS_MAX)
            return err_set(err, ERR_INVALID, "Invalid filter pattern: more than %d terms",
                           TERMS_MAX);
        enum kind kind = *s == '?' ? TERM_ANY : *s == '-' ? TERM_NOT : TERM_ALL;
        s += kind != TERM_ALL;
        const char *end = s + strcspn(s, " \t");
        const char *term = *s == '"' ? quoted(a, s, &end) : arena_strndup(a, s, (size_t)(end - s));
        if (!end || !term[0])
            return err_set(err, ERR_INVALID, "Invalid filter pattern");
        p->any |= kind == TERM_ANY;
        p->terms[p->n].kind = kind;
        p->terms[p->n++].text = term;
        s = end + strspn(end, " \t");
    }
    return 0;
}

bool log_pattern_match(const struct log_pattern *p, const char *message)
{
    bool any = !p->any;

    for (size_t i = 0; i < p->n; i++) {
        bool there = strstr(message, p->terms[i].text) != NULL;
        if (p->terms[i].kind == TERM_ANY)
            any |= there;
        else if (there == (p->terms[i].kind == TERM_NOT))
            return false;
    }
    return any;
}
