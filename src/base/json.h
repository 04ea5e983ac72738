/* JSON: a tree in an arena, a strict parser and a writer with shortest round-trip numbers.
 *
 * Parsing is jansson's (only json.c includes it): duplicate keys, NUL in strings, invalid UTF-8 and
 * nesting deeper than 128 are refused. Members keep their order. Strings are NUL-terminated UTF-8.
 * Getters take NULL and values of any type and answer "not there" for what does not fit, so that
 * chains need no checks. */
#pragma once
#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include <stdint.h>

enum json_type { JSON_NULL, JSON_BOOL, JSON_INT, JSON_REAL, JSON_STRING, JSON_ARRAY, JSON_OBJECT };

struct json {
    enum json_type type;
    union {
        bool b;
        int64_t i;
        double r;
        struct {
            const char *s;
            size_t s_len;
        };
        struct {
            struct json **items; /* JSON_ARRAY */
            const char **keys;   /* JSON_OBJECT: keys[n] names items[n] */
            size_t n, cap;
        };
    };
};

#define JSON_MAX_DEPTH 128

/* `text` may be at most `INT32_MAX` bytes. The message gives line and column. ERR_INVALID only. */
int json_parse(struct arena *a, const char *text, size_t len, struct json **ret, struct err *err);
/* What users' programs write, as most readers take it: the last of equal keys counts. A whole
 * number beyond 64 bits is rounded, and then all of the text's are reals. */
int json_parse_loose(struct arena *a, const char *text, size_t len, struct json **ret,
                     struct err *err);

/* Compact text, appended. json_text gives it in the arena. */
void json_write(struct buf *out, const struct json *v);
char *json_text(struct arena *a, const struct json *v);
/* Two-space indented, for people. */
void json_write_pretty(struct buf *out, const struct json *v);
/* Compact with keys in byte order: equal values give equal text. */
void json_write_canonical(struct buf *out, const struct json *v);
/* A quoted JSON string. */
void json_write_string(struct buf *out, const char *s, size_t len);

/* Reading. */
struct json *json_get(const struct json *object, const char *key);    /* or NULL */
struct json *json_at(const struct json *array, size_t n);             /* or NULL */
size_t json_len(const struct json *array_or_object);                  /* 0 for others */
const char *json_str(const struct json *v);                           /* or NULL */
const char *json_get_str(const struct json *object, const char *key); /* or NULL */
int64_t json_get_int(const struct json *object, const char *key, int64_t otherwise);
double json_num(const struct json *v, double otherwise); /* INT or REAL */
bool json_get_bool(const struct json *object, const char *key, bool otherwise);
bool json_is(const struct json *v, enum json_type type);     /* takes NULL: false */
bool json_equal(const struct json *x, const struct json *y); /* 1 and 1.0 are equal */

/* Making. Strings are copied into the arena. json_set replaces a member of the same name; a NULL
 * value (or string) sets nothing, so optional members need no `if`. */
struct json *json_null(struct arena *a);
struct json *json_bool(struct arena *a, bool b);
struct json *json_int(struct arena *a, int64_t i);
struct json *json_real(struct arena *a, double r);
struct json *json_string(struct arena *a, const char *s);
struct json *json_stringn(struct arena *a, const char *s, size_t len);
struct json *json_stringf(struct arena *a, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
struct json *json_array(struct arena *a);
struct json *json_object(struct arena *a);
void json_push(struct arena *a, struct json *array, struct json *v);
void json_push_str(struct arena *a, struct json *array, const char *s);
void json_set(struct arena *a, struct json *object, const char *key, struct json *v);
void json_set_str(struct arena *a, struct json *object, const char *key, const char *s);
void json_set_int(struct arena *a, struct json *object, const char *key, int64_t i);
void json_set_real(struct arena *a, struct json *object, const char *key, double r);
void json_set_bool(struct arena *a, struct json *object, const char *key, bool b);
void json_del(struct json *object, const char *key);
struct json *json_copy(struct arena *a, const struct json *v); /* deep */
