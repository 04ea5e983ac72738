/* JSON trees and their parser.
 *
 * The one file that includes jansson, whose names clash with ours: they are renamed while its
 * header is read, and the library is built with hidden symbols, so that libjansson's calls inside
 * itself never find ours. jansson's tree is copied into the arena and dropped. What it may allocate
 * on the way is bounded, since "{}" costs it a hundred times its text. */
#include "base/json.h"
#include "base/text.h"
#include <assert.h>
#include <malloc.h>
#include <math.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define json_type    jansson_type
#define JSON_OBJECT  JANSSON_OBJECT
#define JSON_ARRAY   JANSSON_ARRAY
#define JSON_STRING  JANSSON_STRING
#define JSON_INTEGER JANSSON_INTEGER
#define JSON_REAL    JANSSON_REAL
#define JSON_TRUE    JANSSON_TRUE
#define JSON_FALSE   JANSSON_FALSE
#define JSON_NULL    JANSSON_NULL
#define json_object  jansson_object
#define json_array   jansson_array
#define json_string  jansson_string
#define json_stringn jansson_stringn
#define json_integer jansson_integer
#define json_real    jansson_real
#define json_null    jansson_null
#define json_equal   jansson_equal
#define json_copy    jansson_copy
#include <jansson.h>
#undef json_type
#undef JSON_OBJECT
#undef JSON_ARRAY
#undef JSON_STRING
#undef JSON_INTEGER
#undef JSON_REAL
#undef JSON_TRUE
#undef JSON_FALSE
#undef JSON_NULL
#undef json_object
#undef json_array
#undef json_string
#undef json_stringn
#undef json_integer
#undef json_real
#undef json_null
#undef json_equal
#undef json_copy
#undef json_boolean

/* --- parsing ---------------------------------------------------------------------------------- */

/* What one parse may hold at a time, beside a multiple of its text. */
#define PARSE_MEMORY   ((size_t)64 << 20)
#define PARSE_MULTIPLE 16

static _Thread_local size_t parse_left;

static void *parse_malloc(size_t size)
{
    void *p = size > parse_left ? NULL : malloc(size);
    size_t got = p ? malloc_usable_size(p) : 0;

    parse_left = got < parse_left ? parse_left - got : 0;
    return p;
}

static void parse_free(void *p)
{
    parse_left += p ? malloc_usable_size(p) : 0;
    free(p);
}

static void parse_setup(void)
{
    json_set_alloc_funcs(parse_malloc, parse_free);
    json_object_seed(0);
}

/* Refuses nesting past JSON_MAX_DEPTH before the recursive parser sees it. Text that is no JSON may
 * pass; that is the parser's to refuse, and its depth is bounded all the same. */
static int check_depth(const char *text, size_t len, struct err *err)
{
    size_t line = 1, line_start = 0;
    int depth = 0;

    for (size_t i = 0; i < len; i++) {
        switch (text[i]) {
        case '"':
            for (i++; i < len && text[i] != '"' && text[i] != '\n'; i++)
                if (text[i] == '\\')
                    i++;
            if (i < len && text[i] == '\n')
                return 0; /* refused by the parser, right there */
            break;
        case '\n':
            line++;
            line_start = i + 1;
            break;
        case '[':
        case '{':
            if (++depth > JSON_MAX_DEPTH)
                return err_set(err, ERR_INVALID,
                               "line %zu column %zu: nested deeper than %d levels", line,
                               i - line_start + 1, JSON_MAX_DEPTH);
            break;
        case ']':
        case '}':
            depth--;
            break;
        }
    }
    return 0;
}

static struct json *convert(struct arena *a, json_t *j);

static struct json *convert_object(struct arena *a, json_t *j)
{
    struct json *v = json_object(a);
    const char *key;
    json_t *item;

    v->cap = json_object_size(j);
    v->items = arena_alloc(a, v->cap * sizeof(v->items[0]));
    v->keys = arena_alloc(a, v->cap * sizeof(v->keys[0]));
    json_object_foreach(j, key, item)
    {
        v->keys[v->n] = arena_strdup(a, key);
        v->items[v->n] = convert(a, item);
        if (!v->items[v->n])
            return NULL;
        v->n++;
    }
    return v;
}

static struct json *convert_array(struct arena *a, json_t *j)
{
    struct json *v = json_array(a);

    v->cap = json_array_size(j);
    v->items = arena_alloc(a, v->cap * sizeof(v->items[0]));
    for (size_t i = 0; i < v->cap; i++) {
        v->items[i] = convert(a, json_array_get(j, i));
        if (!v->items[i])
            return NULL;
        v->n++;
    }
    return v;
}

/* NULL once the arena is over its budget. */
static struct json *convert(struct arena *a, json_t *j)
{
    if (arena_over(a))
        return NULL;
    switch (json_typeof(j)) {
    case JANSSON_OBJECT:
        return convert_object(a, j);
    case JANSSON_ARRAY:
        return convert_array(a, j);
    case JANSSON_STRING:
        return json_stringn(a, json_string_value(j), json_string_length(j));
    case JANSSON_INTEGER:
        return json_int(a, json_integer_value(j));
    case JANSSON_REAL:
        return json_real(a, json_real_value(j));
    case JANSSON_TRUE:
        return json_bool(a, true);
    case JANSSON_FALSE:
        return json_bool(a, false);
    case JANSSON_NULL:
        break;
    }
    return json_null(a);
}

static int parse(struct arena *a, const char *text, size_t len, size_t flags, struct json **ret,
                 bool *ret_overflow, struct err *err)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    json_error_t e;

    if (len > INT32_MAX)
        return err_set(err, ERR_INVALID, "%zu bytes are too many", len);
    if (check_depth(text, len, err) != 0)
        return -1;
    pthread_once(&once, parse_setup);
    parse_left = PARSE_MEMORY + PARSE_MULTIPLE * len;
    json_t *tree = json_loadb(text, len, flags | JSON_DECODE_ANY, &e);
    *ret_overflow = !tree && json_error_code(&e) == json_error_numeric_overflow;
    if (!tree) {
        /* jansson leaves the text empty when an allocation fails */
        if (!e.text[0] || json_error_code(&e) == json_error_out_of_memory)
            return err_set(err, ERR_INVALID, "too many values");
        return err_set(err, ERR_INVALID, "line %d column %d: %s", e.line > 0 ? e.line : 1,
                       e.column > 0 ? e.column : 0, e.text);
    }
    struct json *v = convert(a, tree);
    json_decref(tree);
    if (!v)
        return err_set(err, ERR_INVALID, "too many values for one request");
    *ret = v;
    return 0;
}

int json_parse(struct arena *a, const char *text, size_t len, struct json **ret, struct err *err)
{
    bool ignored = false;

    return parse(a, text, len, JSON_REJECT_DUPLICATES, ret, &ignored, err);
}

int json_parse_loose(struct arena *a, const char *text, size_t len, struct json **ret,
                     struct err *err)
{
    struct err own = {0};
    bool overflow = false;
    int rc = parse(a, text, len, 0, ret, &overflow, &own);

    if (rc != 0 && overflow)
        rc = parse(a, text, len, JSON_DECODE_INT_AS_REAL, ret, &overflow, &own);
    if (rc != 0)
        *err = own;
    return rc;
}

/* --- reading ---------------------------------------------------------------------------------- */

bool json_is(const struct json *v, enum json_type type)
{
    return v && v->type == type;
}

static bool find_key(const struct json *object, const char *key, size_t *ret)
{
    for (size_t i = 0; i < object->n; i++)
        if (strcmp(object->keys[i], key) == 0) {
            *ret = i;
            return true;
        }
    return false;
}

struct json *json_get(const struct json *object, const char *key)
{
    size_t i;

    return json_is(object, JSON_OBJECT) && find_key(object, key, &i) ? object->items[i] : NULL;
}

struct json *json_at(const struct json *array, size_t n)
{
    return json_is(array, JSON_ARRAY) && n < array->n ? array->items[n] : NULL;
}

size_t json_len(const struct json *v)
{
    return json_is(v, JSON_ARRAY) || json_is(v, JSON_OBJECT) ? v->n : 0;
}

const char *json_str(const struct json *v)
{
    return json_is(v, JSON_STRING) ? v->s : NULL;
}

const char *json_get_str(const struct json *object, const char *key)
{
    return json_str(json_get(object, key));
}

/* True when r is a whole number that an int64_t holds. */
static bool real_as_int(double r, int64_t *ret)
{
    if (!(r >= -0x1p63 && r < 0x1p63) || r != trunc(r))
        return false;
    *ret = (int64_t)r;
    return true;
}

int64_t json_get_int(const struct json *object, const char *key, int64_t otherwise)
{
    const struct json *v = json_get(object, key);
    int64_t i;

    if (json_is(v, JSON_INT))
        return v->i;
    return json_is(v, JSON_REAL) && real_as_int(v->r, &i) ? i : otherwise;
}

double json_num(const struct json *v, double otherwise)
{
    if (json_is(v, JSON_INT))
        return (double)v->i;
    return json_is(v, JSON_REAL) ? v->r : otherwise;
}

bool json_get_bool(const struct json *object, const char *key, bool otherwise)
{
    const struct json *v = json_get(object, key);

    return json_is(v, JSON_BOOL) ? v->b : otherwise;
}

static bool numbers_equal(const struct json *x, const struct json *y)
{
    int64_t i;

    if (x->type == y->type)
        return x->type == JSON_INT ? x->i == y->i : x->r == y->r;
    if (x->type == JSON_REAL)
        return real_as_int(x->r, &i) && i == y->i;
    return real_as_int(y->r, &i) && i == x->i;
}

static bool is_number(const struct json *v)
{
    return v->type == JSON_INT || v->type == JSON_REAL;
}

static bool objects_equal(const struct json *x, const struct json *y)
{
    if (x->n != y->n)
        return false;
    for (size_t i = 0; i < x->n; i++) {
        const struct json *other =
            str_eq(x->keys[i], y->keys[i]) ? y->items[i] : json_get(y, x->keys[i]);
        if (!other || !json_equal(x->items[i], other))
            return false;
    }
    return true;
}

bool json_equal(const struct json *x, const struct json *y)
{
    if (!x || !y)
        return x == y;
    if (is_number(x) && is_number(y))
        return numbers_equal(x, y);
    if (x->type != y->type)
        return false;
    switch (x->type) {
    case JSON_BOOL:
        return x->b == y->b;
    case JSON_STRING:
        return x->s_len == y->s_len && memcmp(x->s, y->s, x->s_len) == 0;
    case JSON_ARRAY:
        if (x->n != y->n)
            return false;
        for (size_t i = 0; i < x->n; i++)
            if (!json_equal(x->items[i], y->items[i]))
                return false;
        return true;
    case JSON_OBJECT:
        return objects_equal(x, y);
    default:
        return true;
    }
}

/* --- making ----------------------------------------------------------------------------------- */

static struct json *make(struct arena *a, enum json_type type)
{
    struct json *v = arena_zalloc(a, sizeof(*v));

    v->type = type;
    return v;
}

struct json *json_null(struct arena *a)
{
    return make(a, JSON_NULL);
}

struct json *json_bool(struct arena *a, bool b)
{
    struct json *v = make(a, JSON_BOOL);

    v->b = b;
    return v;
}

struct json *json_int(struct arena *a, int64_t i)
{
    struct json *v = make(a, JSON_INT);

    v->i = i;
    return v;
}

struct json *json_real(struct arena *a, double r)
{
    struct json *v = make(a, JSON_REAL);

    v->r = r;
    return v;
}

struct json *json_stringn(struct arena *a, const char *s, size_t len)
{
    if (!s)
        return NULL;
    struct json *v = make(a, JSON_STRING);
    char *copy = arena_alloc(a, len + 1);

    memcpy(copy, s, len);
    copy[len] = '\0';
    v->s = copy;
    v->s_len = len;
    return v;
}

struct json *json_string(struct arena *a, const char *s)
{
    return s ? json_stringn(a, s, strlen(s)) : NULL;
}

struct json *json_stringf(struct arena *a, const char *fmt, ...)
{
    struct json *v = make(a, JSON_STRING);
    va_list ap;

    va_start(ap, fmt);
    v->s = arena_vprintf(a, fmt, ap);
    va_end(ap);
    v->s_len = strlen(v->s);
    return v;
}

struct json *json_array(struct arena *a)
{
    return make(a, JSON_ARRAY);
}

struct json *json_object(struct arena *a)
{
    return make(a, JSON_OBJECT);
}

static void grow(struct arena *a, struct json *v)
{
    if (v->n < v->cap)
        return;
    size_t cap = v->cap ? 2 * v->cap : 8;
    struct json **items = arena_alloc(a, cap * sizeof(items[0]));

    if (v->n)
        memcpy(items, v->items, v->n * sizeof(items[0]));
    v->items = items;
    if (v->type == JSON_OBJECT) {
        const char **keys = arena_alloc(a, cap * sizeof(keys[0]));
        if (v->n)
            memcpy(keys, v->keys, v->n * sizeof(keys[0]));
        v->keys = keys;
    }
    v->cap = cap;
}

void json_push(struct arena *a, struct json *array, struct json *v)
{
    assert(json_is(array, JSON_ARRAY));
    if (!v)
        return;
    grow(a, array);
    array->items[array->n++] = v;
}

void json_push_str(struct arena *a, struct json *array, const char *s)
{
    json_push(a, array, json_string(a, s));
}

void json_set(struct arena *a, struct json *object, const char *key, struct json *v)
{
    size_t i;

    assert(json_is(object, JSON_OBJECT));
    if (!v)
        return;
    if (find_key(object, key, &i)) {
        object->items[i] = v;
        return;
    }
    grow(a, object);
    object->keys[object->n] = arena_strdup(a, key);
    object->items[object->n++] = v;
}

void json_set_str(struct arena *a, struct json *object, const char *key, const char *s)
{
    json_set(a, object, key, json_string(a, s));
}

void json_set_int(struct arena *a, struct json *object, const char *key, int64_t i)
{
    json_set(a, object, key, json_int(a, i));
}

void json_set_real(struct arena *a, struct json *object, const char *key, double r)
{
    json_set(a, object, key, json_real(a, r));
}

void json_set_bool(struct arena *a, struct json *object, const char *key, bool b)
{
    json_set(a, object, key, json_bool(a, b));
}

void json_del(struct json *object, const char *key)
{
    size_t i;

    if (!json_is(object, JSON_OBJECT) || !find_key(object, key, &i))
        return;
    object->n--;
    memmove(object->items + i, object->items + i + 1, (object->n - i) * sizeof(object->items[0]));
    memmove(object->keys + i, object->keys + i + 1, (object->n - i) * sizeof(object->keys[0]));
}

struct json *json_copy(struct arena *a, const struct json *v)
{
    if (!v)
        return NULL;
    struct json *copy = arena_memdup(a, v, sizeof(*v));

    if (v->type == JSON_STRING) {
        copy->s = arena_memdup(a, v->s, v->s_len + 1);
    } else if (v->type == JSON_ARRAY || v->type == JSON_OBJECT) {
        copy->cap = v->n;
        copy->items = arena_alloc(a, v->n * sizeof(v->items[0]));
        for (size_t i = 0; i < v->n; i++)
            copy->items[i] = json_copy(a, v->items[i]);
    }
    if (v->type == JSON_OBJECT) {
        copy->keys = arena_alloc(a, v->n * sizeof(v->keys[0]));
        for (size_t i = 0; i < v->n; i++)
            copy->keys[i] = arena_strdup(a, v->keys[i]);
    }
    return copy;
}
