/* Search expressions: filters, nested filters, sub-expressions. See search.h. A path that leads
 * through a list means any of its elements; numbers compare as numbers, times as times, the rest as
 * text. */
#include "base/text.h"
#include "engine/search.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

struct filter {
    struct arena *arena;
    const char *name, *operator, * value;
};

/* -1, 0, 1; a number or a time in `v` compares with what `text` means as one. */
static int compare(const struct json *v, const char *text)
{
    struct err ignored;
    int64_t ms;
    char *end;

    if (v->type == JSON_STRING)
        return strcmp(v->s, text);
    if (v->type == JSON_BOOL)
        return strcmp(v->b ? "true" : "false", text);
    double number = strtod(text, &end), have = json_num(v, NAN);
    if (*end || !*text)
        number = time_parse(text, &ms, &ignored) == 0 ? (double)ms / 1000.0 : NAN;
    return have < number ? -1 : have > number ? 1 : have == number ? 0 : -2;
}

static bool in_list(struct arena *a, const struct json *v, const char *list)
{
    while (*list) {
        size_t n = strcspn(list, ",");
        if (compare(v, arena_strndup(a, list, n)) == 0)
            return true;
        list += n + (list[n] == ',');
    }
    return false;
}

static bool holds(const struct filter *f, const struct json *v)
{
    const char *op = f->operator;

    if (str_eq(op, "Exists"))
        return true;
    if (str_eq(op, "Contains"))
        return json_is(v, JSON_STRING) && strstr(v->s, f->value);
    if (str_eq(op, "In"))
        return in_list(f->arena, v, f->value);
    int order = compare(v, f->value);
    if (str_eq(op, "Equals"))
        return order == 0;
    if (order < -1)
        return false;
    if (str_eq(op, "GreaterThan"))
        return order > 0;
    if (str_eq(op, "GreaterThanOrEqualTo"))
        return order >= 0;
    if (str_eq(op, "LessThan"))
        return order < 0;
    return str_eq(op, "LessThanOrEqualTo") && order <= 0;
}

/* Whether any value at the path satisfies f. */
static bool any(const struct filter *f, const struct json *v, const char *path)
{
    if (json_is(v, JSON_ARRAY)) {
        for (size_t i = 0; i < v->n; i++)
            if (any(f, v->items[i], path))
                return true;
        return false;
    }
    if (!v || v->type == JSON_NULL)
        return false;
    if (!path[0])
        return v->type != JSON_OBJECT && holds(f, v);
    /* A key may hold dots itself: the longest that fits counts. */
    for (size_t n = strlen(path); n > 0; n--) {
        if (path[n] != 0 && path[n] != '.')
            continue;
        const struct json *inner = json_get(v, arena_strndup(f->arena, path, n));
        if (inner)
            return path[n] || json_is(inner, JSON_ARRAY) || !json_is(inner, JSON_OBJECT)
                       ? any(f, inner, path[n] ? path + n + 1 : "")
                       : str_eq(f->operator, "Exists");
    }
    return false;
}

static int match_filter(struct arena *a, const struct json *filter, const struct json *document,
                        const char *prefix, bool *ret, struct err *err)
{
    struct filter f = {a, json_get_str(filter, "Name"), json_get_str(filter, "Operator"),
                       json_get_str(filter, "Value")};
    size_t n = prefix ? strlen(prefix) : 0;
    bool there = false;

    if (!f.operator)
        f.operator= "Equals";
    if (n && strncmp(f.name, prefix, n) == 0 && f.name[n] == '.')
        f.name += n + 1;
    if (!f.value && !str_eq(f.operator, "Exists") && !str_eq(f.operator, "NotExists"))
        return err_set(err, ERR_INVALID, "Filter %s: the operator %s needs a Value", f.name,
                       f.operator);
    if (str_eq(f.operator, "NotExists") || str_eq(f.operator, "NotEquals")) {
        there = true;
        f.operator= f.operator[3] == 'E' && f.operator[4] == 'x' ? "Exists" : "Equals";
    }
    *ret = any(&f, document, f.name) != there;
    return 0;
}

/* All filters must hold for one element of the list. */
static int match_nested(struct arena *a, const struct json *nested, const struct json *document,
                        bool *ret, struct err *err)
{
    const char *name = json_get_str(nested, "NestedPropertyName");
    const struct json *filters = json_get(nested, "Filters");
    const struct json *list = search_value(a, document, name);

    *ret = false;
    for (size_t i = 0; i < json_len(list) && !*ret && json_is(list, JSON_ARRAY); i++) {
        bool all = true;
        for (size_t k = 0; k < json_len(filters) && all; k++)
            if (match_filter(a, json_at(filters, k), json_at(list, i), name, &all, err) != 0)
                return -1;
        *ret = all;
    }
    return 0;
}

/* One condition's verdict joins the others'; true: no need to look further. */
static bool join(bool or, bool holds_here, bool *verdict)
{
    *verdict = holds_here;
    return holds_here == or ;
}

int search_match(struct arena *a, const struct json *expression, const struct json *document,
                 bool *ret, struct err *err)
{
    const struct json *filters = json_get(expression, "Filters");
    const struct json *nested = json_get(expression, "NestedFilters");
    const struct json *inner = json_get(expression, "SubExpressions");
    bool or = str_eq(json_get_str(expression, "Operator"), "Or"), one;

    *ret = true;
    for (size_t i = 0; i < json_len(filters); i++) {
        if (match_filter(a, json_at(filters, i), document, NULL, &one, err) != 0)
            return -1;
        if (join(or, one, ret))
            return 0;
    }
    for (size_t i = 0; i < json_len(nested); i++) {
        if (match_nested(a, json_at(nested, i), document, &one, err) != 0)
            return -1;
        if (join(or, one, ret))
            return 0;
    }
    for (size_t i = 0; i < json_len(inner); i++) {
        if (search_match(a, json_at(inner, i), document, &one, err) != 0)
            return -1;
        if (join(or, one, ret))
            return 0;
    }
    return 0;
}

const struct json *search_value(struct arena *a, const struct json *document, const char *path)
{
    const struct json *v = document;

    while (v && *path) {
        size_t n = strcspn(path, ".");
        if (json_is(v, JSON_ARRAY))
            v = json_at(v, 0);
        v = json_get(v, arena_strndup(a, path, n));
        path += n + (path[n] == '.');
    }
    return v;
}
