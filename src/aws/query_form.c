/* The Query protocol's parameters: "MetricData.member.1.Dimensions.member.2.Name=x" in a form, to
 * JSON of the operation's input shape. Parameters are sorted so that equal beginnings are
 * neighbours (a dot orders before everything), which makes the tree in one pass. */
#include "aws/dispatch.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>

enum { MAX_PARAMS = 20000, MAX_PARTS = 24 };

struct param {
    const char *name, *value;
    size_t value_len;
};

struct node {
    const char *name;
    const char *value; /* NULL: only inner ones */
    size_t value_len;
    struct node *child, *last, *next;
};

static int order(const void *x, const void *y)
{
    const unsigned char *s = (const unsigned char *)((const struct param *)x)->name;
    const unsigned char *t = (const unsigned char *)((const struct param *)y)->name;

    while (*s && *s == *t) {
        s++;
        t++;
    }
    int a = *s == '.' ? 1 : *s, b = *t == '.' ? 1 : *t;
    return a - b;
}

/* Splits "a=b&c=d". */
static int split(struct arena *a, const char *body, size_t len, struct param **ret, size_t *ret_n,
                 struct err *err)
{
    const char *end = body + len;
    struct param *params;
    size_t n = 1, k = 0, unused;

    for (const char *s = body; s < end; s++)
        n += *s == '&';
    if (n > MAX_PARAMS)
        return err_set(err, ERR_INVALID, "more than %d parameters", MAX_PARAMS);
    params = arena_alloc(a, n * sizeof *params);
    for (const char *s = body; s < end;) {
        const char *stop = memchr(s, '&', (size_t)(end - s));
        stop = stop ? stop : end;
        const char *eq = memchr(s, '=', (size_t)(stop - s));
        const char *name_end = eq ? eq : stop;
        char *name, *value = "";
        struct param *p = &params[k];
        p->value_len = 0;
        if (uri_unescape(a, s, (size_t)(name_end - s), true, &name, &unused, err) != 0)
            return -1;
        if (eq &&
            uri_unescape(a, eq + 1, (size_t)(stop - eq - 1), true, &value, &p->value_len, err) != 0)
            return -1;
        if (strlen(name) != unused || strlen(value) != p->value_len ||
            !utf8_valid(value, p->value_len) || !utf8_valid(name, unused))
            return err_set(err, ERR_INVALID, "a parameter is not UTF-8 text");
        p->name = name;
        p->value = value;
        k += name[0] != 0;
        s = stop + 1;
    }
    *ret = params;
    *ret_n = k;
    return 0;
}

static struct node *inner(struct arena *a, struct node *n, const char *name, size_t len)
{
    if (n->last && strncmp(n->last->name, name, len) == 0 && n->last->name[len] == 0)
        return n->last;
    struct node *c = arena_zalloc(a, sizeof *c);
    c->name = arena_strndup(a, name, len);
    if (n->last)
        n->last->next = c;
    else
        n->child = c;
    return n->last = c;
}

static int grow(struct arena *a, struct node *root, const struct param *p, struct err *err)
{
    const char *s = p->name;
    struct node *n = root;

    for (int parts = 0;; parts++) {
        size_t len = strcspn(s, ".");
        if (parts == MAX_PARTS)
            return err_set(err, ERR_INVALID, "a parameter's name has more than %d parts",
                           MAX_PARTS);
        n = inner(a, n, s, len);
        if (!s[len])
            break;
        s += len + 1;
    }
    if (!n->value) { /* of several, the first counts */
        n->value = p->value;
        n->value_len = p->value_len;
    }
    return 0;
}

static const struct node *find(const struct node *n, const char *name)
{
    for (const struct node *c = n->child; c; c = c->next)
        if (str_eq(c->name, name))
            return c;
    return NULL;
}

/* --- the tree by its shape --- */

static struct json *convert(struct arena *a, const struct shape_service *s, uint16_t shape,
                            const struct node *n);

struct numbered {
    long number;
    const struct node *node;
};

static int by_number(const void *x, const void *y)
{
    const struct numbered *s = x, *t = y;

    return s->number < t->number ? -1 : s->number > t->number;
}

/* Children that are named by numbers, in their order. */
static struct numbered *numbered(struct arena *a, const struct node *n, size_t *ret_n)
{
    struct numbered *all;
    size_t k = 0;

    for (const struct node *c = n->child; c; c = c->next)
        k++;
    all = arena_alloc(a, (k + 1) * sizeof *all);
    k = 0;
    for (const struct node *c = n->child; c; c = c->next) {
        char *end;
        long number = strtol(c->name, &end, 10);
        if (end != c->name && !*end && number >= 0)
            all[k++] = (struct numbered){number, c};
    }
    qsort(all, k, sizeof *all, by_number);
    *ret_n = k;
    return all;
}

static struct json *convert_list(struct arena *a, const struct shape_service *s,
                                 const struct shape_row *r, const struct node *n)
{
    const char *item = r->item_name ? shape_string(s, r->item_name) : "member";
    const struct node *items = r->flags & SHAPE_FLATTENED ? n : find(n, item);
    struct json *out = json_array(a);
    size_t k;

    if (!items)
        return out;
    struct numbered *all = numbered(a, items, &k);
    for (size_t i = 0; i < k; i++)
        json_push(a, out, convert(a, s, r->element, all[i].node));
    return out;
}

static struct json *convert_map(struct arena *a, const struct shape_service *s,
                                const struct shape_row *r, const struct node *n)
{
    const struct node *items = r->flags & SHAPE_FLATTENED ? n : find(n, "entry");
    struct json *out = json_object(a);
    size_t k;

    if (!items)
        return out;
    struct numbered *all = numbered(a, items, &k);
    for (size_t i = 0; i < k; i++) {
        const struct node *key = find(all[i].node, "key"), *value = find(all[i].node, "value");
        if (key && key->value && value)
            json_set(a, out, key->value, convert(a, s, r->element, value));
    }
    return out;
}

static struct json *convert_structure(struct arena *a, const struct shape_service *s,
                                      const struct shape_row *r, const struct node *n)
{
    struct json *out = json_object(a);

    for (uint32_t i = 0; i < r->n; i++) {
        const struct shape_member *m = &s->members[r->first + i];
        const struct node *c = find(n, shape_string(s, m->wire ? m->wire : m->name));
        if (c)
            json_set(a, out, shape_string(s, m->name), convert(a, s, m->shape, c));
    }
    return out;
}

/* A number when the text is one, else the text as it is. */
static struct json *convert_number(struct arena *a, const struct node *n, bool whole)
{
    const char *text = n->value;
    char *end;
    long long i = strtoll(text, &end, 10);

    if (*text && !*end && (*text == '-' || (*text >= '0' && *text <= '9')) && i > INT64_MIN &&
        i < INT64_MAX)
        return json_int(a, i);
    double d = strtod(text, &end);
    if (whole || !*text || *end || strpbrk(text, "xXnN ") || d - d != 0)
        return json_stringn(a, text, n->value_len);
    return json_real(a, d);
}

static struct json *convert(struct arena *a, const struct shape_service *s, uint16_t shape,
                            const struct node *n)
{
    const struct shape_row *r = &s->rows[shape];

    if (r->type == SHAPE_LIST)
        return convert_list(a, s, r, n);
    if (r->type == SHAPE_MAP)
        return convert_map(a, s, r, n);
    if (r->type == SHAPE_STRUCTURE)
        return convert_structure(a, s, r, n);
    if (!n->value)
        return json_null(a);
    if (r->type == SHAPE_INTEGER || r->type == SHAPE_LONG)
        return convert_number(a, n, true);
    if (r->type == SHAPE_FLOAT || r->type == SHAPE_DOUBLE)
        return convert_number(a, n, false);
    if (r->type == SHAPE_BOOLEAN && (str_ieq(n->value, "true") || str_ieq(n->value, "false")))
        return json_bool(a, str_ieq(n->value, "true"));
    return json_stringn(a, n->value, n->value_len);
}

int query_form(struct arena *a, const struct shape_service *s, uint16_t shape, const char *body,
               size_t len, struct json **ret, struct err *err)
{
    struct node root = {0};
    struct param *params = NULL;
    size_t n = 0;

    if (split(a, body, len, &params, &n, err) != 0)
        return -1;
    qsort(params, n, sizeof *params, order);
    for (size_t i = 0; i < n; i++)
        if (grow(a, &root, &params[i], err) != 0)
            return -1;
    *ret = shape == SHAPE_NONE ? json_object(a) : convert_structure(a, s, &s->rows[shape], &root);
    return 0;
}

const char *query_param(struct arena *a, const char *body, size_t len, const char *name)
{
    size_t n = strlen(name);
    struct err err;

    for (const char *s = body, *end = body + len; s < end;) {
        const char *stop = memchr(s, '&', (size_t)(end - s));
        size_t whole = (size_t)((stop ? stop : end) - s), value_len;
        char *value;
        if (whole > n && memcmp(s, name, n) == 0 && s[n] == '=') {
            if (uri_unescape(a, s + n + 1, whole - n - 1, true, &value, &value_len, &err) != 0 ||
                strlen(value) != value_len || !utf8_valid(value, value_len))
                return NULL;
            return value;
        }
        s += whole + 1;
    }
    return NULL;
}
