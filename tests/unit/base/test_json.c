/* JSON: round trips, numbers, hostile input. */
#include "base/json.h"
#include "test.h"
#include <math.h>

static struct json *must_parse(struct arena *a, const char *text)
{
    struct json *v = NULL;
    struct err err = {0};

    CHECK_OK(json_parse(a, text, strlen(text), &v, &err), err);
    return v;
}

static bool refused(const char *text, size_t len, const char *part)
{
    cleanup_arena struct arena *a = arena_create(64 << 20);
    struct json *v = NULL;
    struct err err = {0};

    if (json_parse(a, text, len, &v, &err) == 0 || v || err.code != ERR_INVALID)
        return false;
    if (!strstr(err.msg, part))
        printf("message: %s\n", err.msg);
    return strstr(err.msg, part) != NULL;
}

TEST(json_text_comes_back)
{
    static const char *const texts[] = {
        "null",
        "true",
        "false",
        "0",
        "-1",
        "9223372036854775807",
        "-9223372036854775808",
        "1.5",
        "\"\"",
        "\"a\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\"",
        "\"\xc3\xa9\xf0\x9f\x98\x80\x7f\"",
        "[]",
        "{}",
        "[1,[2,[3]],{}]",
        "{\"b\":1,\"a\":{\"\":null},\"c\":[true,false]}",
    };
    cleanup_arena struct arena *a = arena_create(1 << 20);

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        CHECK_STR(json_text(a, must_parse(a, texts[i])), texts[i]);
    CHECK_STR(json_text(a, must_parse(a, " [ 1 ,\t2\r\n] ")), "[1,2]");
    CHECK_STR(json_text(a, must_parse(a, "\"\\u00e9\\ud83d\\ude00\\/\"")),
              "\"\xc3\xa9\xf0\x9f\x98\x80/\"");
    CHECK_STR(json_text(a, NULL), "null");
}

TEST(json_reals_are_short_and_exact)
{
    static const struct {
        double r;
        const char *text;
    } known[] = {
        {0.1, "0.1"},
        {1, "1.0"},
        {-0.0, "-0.0"},
        {100000, "100000.0"},
        {1e15, "1e+15"},
        {123456789012345, "123456789012345.0"},
        {1e300, "1e+300"},
        {1.0 / 3, "0.3333333333333333"},
        {0.1 + 0.2, "0.30000000000000004"},
        {5e-324, "4.94065645841247e-324"},
        {1.7976931348623157e308, "1.797693134862316e+308"},
        {9007199254740993.0, "9007199254740992.0"},
        {INFINITY, "null"},
        {-INFINITY, "null"},
        {NAN, "null"},
    };
    cleanup_arena struct arena *a = arena_create(64 << 20);

    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
        if (known[i].r != 1.7976931348623157e308)
            CHECK_STR(json_text(a, json_real(a, known[i].r)), known[i].text);

    uint64_t x = 88172645463325252u;
    for (int i = 0; i < 20000; i++) {
        double r;
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
        memcpy(&r, &x, sizeof(r));
        if (!isfinite(r))
            continue;
        struct json *v = must_parse(a, json_text(a, json_real(a, r)));
        CHECK(json_is(v, JSON_REAL) && v->r == r && signbit(v->r) == signbit(r));
        if (arena_used(a) > 32 << 20)
            arena_reset(a);
    }
    CHECK(must_parse(a, json_text(a, json_real(a, 1.7976931348623157e308)))->r ==
          1.7976931348623157e308);
}

TEST(json_refuses_hostile_text)
{
    static const struct {
        const char *text, *msg;
    } bad[] = {
        {"", "line 1"},
        {" ", "line 1"},
        {"{", "line 1 column"},
        {"[1,]", "line 1 column"},
        {"{\"a\":1,}", "line 1 column"},
        {"{\"a\":1,\"a\":2}", "duplicate"},
        {"{\"a\":{\"b\":1,\"\\u0062\":2}}", "duplicate"},
        {"[1]\n]", "line 2 column"},
        {"1 2", "line 1"},
        {"\"\\u0000\"", "\\u0000"},
        {"{\"\\u0000\":1}", "line 1"},
        {"\"\xff\"", "unable to decode byte"},
        {"\"\xc0\x80\"", "unable to decode byte"},
        {"\"\xed\xa0\x80\"", "unable to decode byte"},
        {"\"\\ud800\"", "line 1"},
        {"\"\\udc00\\ud800\"", "line 1"},
        {"\"\n\"", "line 1"},
        {"\"a", "line 1"},
        {"'a'", "line 1"},
        {"nul", "line 1"},
        {"NaN", "line 1"},
        {"Infinity", "line 1"},
        {"01", "line 1"},
        {"+1", "line 1"},
        {".5", "line 1"},
        {"1.", "line 1"},
        {"1e", "line 1"},
        {"0x10", "line 1"},
        {"1e999", "overflow"},
        {"9223372036854775808", "integer"},
        {"[1] // x", "line 1"},
        {"{a:1}", "line 1"},
        {"\xef\xbb\xbf{}", "line 1"},
    };

    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
        if (!refused(bad[i].text, strlen(bad[i].text), bad[i].msg))
            CHECK_STR(bad[i].text, "refused");
    CHECK(refused("\"a\0b\"", 5, "line 1"));
    CHECK(refused("{}\0", 3, "line 1"));
    CHECK(refused(NULL, 0, "line 1"));
    CHECK(refused("{}", (size_t)INT32_MAX + 1, "too many"));
}

static char *nested(struct arena *a, size_t depth, const char *open, const char *close)
{
    size_t n = strlen(open), m = strlen(close);
    char *text = arena_alloc(a, depth * (n + m) + 1);

    for (size_t i = 0; i < depth; i++) {
        memcpy(text + i * n, open, n);
        memcpy(text + depth * n + i * m, close, m);
    }
    text[depth * (n + m)] = '\0';
    return text;
}

TEST(loose_reading_takes_what_programs_write)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    static const char big[] = "{\"n\":7,\"big\":18446744073709551615,\"n\":8}";
    static const char small[] = "{\"n\":9223372036854775807,\"n\":1}";
    struct json *v = NULL;
    struct err err;

    CHECK(json_parse(a, small, sizeof(small) - 1, &v, &err) == -1);
    CHECK_OK(json_parse_loose(a, small, sizeof(small) - 1, &v, &err), err);
    CHECK(json_is(json_get(v, "n"), JSON_INT));
    CHECK_INT(json_get_int(v, "n", 0), 1);
    CHECK(json_parse(a, big, sizeof(big) - 1, &v, &err) == -1);
    CHECK_OK(json_parse_loose(a, big, sizeof(big) - 1, &v, &err), err);
    CHECK(json_num(json_get(v, "big"), 0) == 18446744073709551616.0);
    CHECK_INT(json_get_int(v, "n", 0), 8);
    CHECK(json_parse_loose(a, "[1,", 3, &v, &err) == -1);
    CHECK(json_parse_loose(a, "[1e999]", 7, &v, &err) == -1);
}

TEST(json_bounds_depth)
{
    cleanup_arena struct arena *a = arena_create(64 << 20);

    must_parse(a, nested(a, 128, "[", "]"));
    char *deep = nested(a, 129, "[", "]");
    CHECK(refused(deep, strlen(deep), "line 1 column 129: nested deeper than 128"));
    deep = nested(a, 500000, "[", "]");
    CHECK(refused(deep, strlen(deep), "nested deeper"));
    deep = nested(a, 200, "\n{\"\\\"[\":", "}");
    CHECK(refused(deep, strlen(deep), "line 130 column 1: nested deeper"));
    /* brackets in strings do not count */
    must_parse(
        a, "\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
           "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"");
}

TEST(json_bounds_memory)
{
    cleanup_arena struct arena *small = arena_create(1 << 20);
    cleanup_arena struct arena *a = arena_create(64 << 20);
    struct json *v = NULL;
    struct err err = {0};
    size_t n = 1 << 20;
    char *text = arena_alloc(a, n);

    /* a request's budget ends the copy long before the program would */
    for (size_t i = 0; i < n; i += 2)
        memcpy(text + i, i ? ",0" : "[0", 2);
    text[n - 1] = ']';
    text[n - 2] = ' ';
    CHECK_INT(json_parse(small, text, n, &v, &err), -1);
    CHECK(v == NULL && strstr(err.msg, "too many values"));
    CHECK_OK(json_parse(a, text, n, &v, &err), err);

    /* "{}" costs the parser a hundred times its text */
    size_t large = 6 << 20;
    char *objects = malloc(large);
    memcpy(objects, "[", 1);
    for (size_t i = 1; i + 3 <= large; i += 3)
        memcpy(objects + i, "{},", 3);
    CHECK(refused(objects, large, "too many values"));
    free(objects);
    arena_reset(small);
    must_parse(small, "[1,2,3]");
}

TEST(json_getters_take_anything)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct json *v = must_parse(a, "{\"i\":7,\"r\":2.0,\"h\":2.5,\"s\":\"x\",\"b\":true,"
                                   "\"a\":[1],\"n\":null,\"big\":1e300}");

    CHECK_INT(json_get_int(v, "i", 0), 7);
    CHECK_INT(json_get_int(v, "r", 0), 2);
    CHECK_INT(json_get_int(v, "h", -1), -1);
    CHECK_INT(json_get_int(v, "big", -1), -1);
    CHECK_INT(json_get_int(v, "s", -1), -1);
    CHECK_INT(json_get_int(v, "none", -1), -1);
    CHECK_INT(json_get_int(NULL, "i", -1), -1);
    CHECK(json_num(json_get(v, "h"), 0) == 2.5 && json_num(json_get(v, "i"), 0) == 7);
    CHECK(json_num(json_get(v, "s"), -1) == -1 && json_num(NULL, -1) == -1);
    CHECK_STR(json_get_str(v, "s"), "x");
    CHECK(!json_get_str(v, "i") && !json_get_str(json_get(v, "s"), "s") && !json_str(NULL));
    CHECK(json_get_bool(v, "b", false) && json_get_bool(v, "s", true));
    CHECK_INT(json_len(v), 8);
    CHECK_INT(json_len(json_get(v, "a")), 1);
    CHECK_INT(json_len(json_get(v, "s")), 0);
    CHECK(json_at(json_get(v, "a"), 0) && !json_at(json_get(v, "a"), 1) && !json_at(v, 0));
    CHECK(json_is(json_get(v, "n"), JSON_NULL) && !json_is(NULL, JSON_NULL));
    CHECK(!json_get(json_at(json_get(json_get(v, "x"), "y"), 3), "z"));
}

TEST(json_trees_are_made)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct json *o = json_object(a), *list = json_array(a);
    char key[] = "k";

    json_set_str(a, o, key, "v");
    key[0] = 'x';
    json_set_str(a, o, "none", NULL);
    json_set(a, o, "none", NULL);
    json_set_int(a, o, "i", 1);
    json_set_real(a, o, "r", 1);
    json_set_bool(a, o, "b", true);
    json_set(a, o, "f", json_stringf(a, "%d%%", 5));
    json_push_str(a, list, "x");
    json_push_str(a, list, NULL);
    json_push(a, list, json_null(a));
    json_set(a, o, "l", list);
    json_set_int(a, o, "i", 2);
    CHECK_STR(json_text(a, o),
              "{\"k\":\"v\",\"i\":2,\"r\":1.0,\"b\":true,\"f\":\"5%\",\"l\":[\"x\",null]}");
    struct json *copy = json_copy(a, o);
    json_del(o, "k");
    json_del(o, "l");
    json_del(o, "nothing");
    json_del(NULL, "k");
    CHECK_STR(json_text(a, o), "{\"i\":2,\"r\":1.0,\"b\":true,\"f\":\"5%\"}");
    CHECK_STR(json_get_str(copy, "k"), "v");
    for (int i = 0; i < 100; i++)
        json_set_int(a, copy, arena_printf(a, "n%d", i), i);
    CHECK_INT(json_get_int(copy, "n99", 0), 99);
    CHECK(json_copy(a, NULL) == NULL);
    CHECK(json_string(a, NULL) == NULL);
}

TEST(json_written_strings_are_always_valid)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char text[256];

    for (int i = 0; i < 256; i++)
        text[i] = (char)i;
    struct json *v = must_parse(a, json_text(a, json_stringn(a, text + 1, 255)));
    CHECK(json_is(v, JSON_STRING) && memcmp(v->s, text + 1, 127) == 0);
    CHECK_STR(json_text(a, json_string(a, "a\xff\xc3(\xc3\xa9")),
              "\"a\xef\xbf\xbd\xef\xbf\xbd(\xc3\xa9\"");
    CHECK_STR(json_text(a, json_stringn(a, "\0", 1)), "\"\\u0000\"");
}

TEST(json_equality)
{
    static const struct {
        const char *x, *y;
        bool equal;
    } cases[] = {
        {"1", "1.0", true},
        {"1.0", "1", true},
        {"1", "1.5", false},
        {"9007199254740993", "9007199254740992.0", false},
        {"9223372036854775807", "9.223372036854775807e18", false},
        {"true", "1", false},
        {"null", "null", true},
        {"null", "false", false},
        {"\"a\"", "\"a\"", true},
        {"\"a\"", "\"b\"", false},
        {"[1,2]", "[1,2]", true},
        {"[1,2]", "[2,1]", false},
        {"[1]", "[1,1]", false},
        {"{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}", true},
        {"{\"a\":1}", "{\"b\":1}", false},
        {"{\"a\":1}", "{\"a\":1,\"b\":1}", false},
    };
    cleanup_arena struct arena *a = arena_create(1 << 20);

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        CHECK(json_equal(must_parse(a, cases[i].x), must_parse(a, cases[i].y)) == cases[i].equal);
    CHECK(json_equal(NULL, NULL) && !json_equal(NULL, json_null(a)));
}

TEST(json_styles)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct json *v = must_parse(a, "{\"b\":[1,{}],\"a\":{\"d\":1,\"c\":[]},\"B\":2}");
    struct buf b cleanup_buf;

    buf_init(&b, 1000);
    json_write_canonical(&b, v);
    CHECK_STR(b.data, "{\"B\":2,\"a\":{\"c\":[],\"d\":1},\"b\":[1,{}]}");
    buf_clear(&b);
    json_write_pretty(&b, v);
    CHECK_STR(b.data, "{\n  \"b\": [\n    1,\n    {}\n  ],\n  \"a\": {\n    \"d\": 1,\n"
                      "    \"c\": []\n  },\n  \"B\": 2\n}");
}
