/* Text: comparing, UTF-8, URIs, times, globs, ids. */
#include "base/text.h"
#include "base/json.h"
#include "test.h"
#include <ctype.h>

TEST(strings_compare)
{
    CHECK(str_eq(NULL, NULL) && !str_eq(NULL, "") && str_eq("a", "a") && !str_eq("a", "A"));
    CHECK(str_starts("abc", "ab") && str_starts("abc", "") && !str_starts("ab", "abc"));
    CHECK(!str_starts(NULL, "") && !str_ends(NULL, ""));
    CHECK(str_ends("abc", "bc") && str_ends("abc", "") && !str_ends("bc", "abc"));
    CHECK(str_ieq("Content-MD5", "content-md5") && !str_ieq("a", "ab") && !str_ieq("@", "`"));
    CHECK(str_ieq(NULL, NULL) && !str_ieq(NULL, ""));
}

TEST(utf8_is_checked_strictly)
{
    static const char *const good[] = {"",
                                       "abc",
                                       "\xc2\x80",
                                       "\xdf\xbf",
                                       "\xe0\xa0\x80",
                                       "\xed\x9f\xbf",
                                       "\xee\x80\x80",
                                       "\xf0\x90\x80\x80",
                                       "\xf4\x8f\xbf\xbf"};
    static const char *const bad[] = {"\x80",
                                      "\xc0\x80",
                                      "\xc1\xbf",
                                      "\xe0\x9f\xbf",
                                      "\xed\xa0\x80",
                                      "\xf0\x8f\xbf\xbf",
                                      "\xf4\x90\x80\x80",
                                      "\xf5\x80\x80\x80",
                                      "\xff",
                                      "a\xc3",
                                      "\xe2\x82",
                                      "\xe2\x28\xa1"};

    for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
        CHECK(utf8_valid(good[i], strlen(good[i])));
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
        CHECK(!utf8_valid(bad[i], strlen(bad[i])));
}

TEST(uris_escape_as_sigv4_does)
{
    struct buf b cleanup_buf;

    buf_init(&b, 1000);
    uri_escape(&b, "a b/\xc3\xa9~-._+=%\0", 14, true);
    CHECK_STR(b.data, "a%20b/%C3%A9~-._%2B%3D%25%00");
    buf_clear(&b);
    uri_escape(&b, "a/b", 3, false);
    CHECK_STR(b.data, "a%2Fb");
}

TEST(uris_unescape)
{
    cleanup_arena struct arena *a = arena_create(10000);
    struct err err = {0};
    char *out;
    size_t len;

    CHECK_OK(uri_unescape(a, "a%20b+c%2f%00x", 14, false, &out, &len, &err), err);
    CHECK_INT(len, 8);
    CHECK(memcmp(out, "a b+c/\0x", 9) == 0);
    CHECK_OK(uri_unescape(a, "a+b", 3, true, &out, NULL, &err), err);
    CHECK_STR(out, "a b");
    CHECK_INT(uri_unescape(a, "a%2", 3, false, &out, &len, &err), -1);
    CHECK_INT(err.code, ERR_INVALID);
    CHECK_INT(uri_unescape(a, "%", 1, false, &out, &len, &err), -1);
    CHECK_INT(uri_unescape(a, "%zz", 3, false, &out, &len, &err), -1);
}

#define T0 1357095845678LL /* 2013-01-02T03:04:05.678Z */

TEST(times_are_written)
{
    cleanup_arena struct arena *a = arena_create(10000);

    CHECK_INT(time_from_civil(2013, 1, 2, 3, 4, 5), T0 - 678);
    CHECK_STR(time_iso_ms(a, T0), "2013-01-02T03:04:05.678Z");
    CHECK_STR(time_iso_s(a, T0), "2013-01-02T03:04:05Z");
    CHECK_STR(time_rfc822(a, T0), "Wed, 02 Jan 2013 03:04:05 GMT");
    CHECK_STR(time_basic(a, T0), "20130102T030405Z");
    CHECK_STR(time_iso_ms(a, 0), "1970-01-01T00:00:00.000Z");
    CHECK_STR(time_iso_ms(a, -1), "1969-12-31T23:59:59.999Z");
    CHECK_STR(time_iso_ms(a, INT64_MAX), "9999-12-31T23:59:59.999Z");
    CHECK_STR(time_iso_ms(a, INT64_MIN), "0001-01-01T00:00:00.000Z");
}

TEST(times_are_read)
{
    static const struct {
        const char *text;
        int64_t want;
    } good[] = {
        {"2013-01-02T03:04:05.678Z", T0},
        {"2013-01-02T03:04:05.6789123Z", T0},
        {"2013-01-02T03:04:05.6Z", T0 - 78},
        {"2013-01-02T03:04:05Z", T0 - 678},
        {"2013-01-02T03:04:05", T0 - 678},
        {"2013-01-02 03:04:05", T0 - 678},
        {"2013-01-02T04:04:05+01:00", T0 - 678},
        {"2013-01-01T21:34:05-0530", T0 - 678},
        {"2013-01-02T05:04:05+02", T0 - 678},
        {"20130102T030405Z", T0 - 678},
        {"2013-01-02T03:04Z", T0 - 5678},
        {"2013-01-02", T0 - 11045678},
        {"20130102", T0 - 11045678},
        {"Wed, 02 Jan 2013 03:04:05 GMT", T0 - 678},
        {"Wed, 2 Jan 2013 03:04:05 GMT", T0 - 678},
        {"02 Jan 2013 04:04:05 +0100", T0 - 678},
        {"2000-02-29T00:00:00Z", 951782400000},
        {"1969-12-31T23:59:59.999Z", -1},
    };
    static const char *const bad[] = {"",
                                      "x",
                                      "2013",
                                      "2013-1-2",
                                      "2013-02-29",
                                      "1900-02-29",
                                      "2013-13-01",
                                      "2013-00-01",
                                      "2013-01-00",
                                      "2013-01-02T24:00:00Z",
                                      "2013-01-02T03:60:00Z",
                                      "2013-01-02T03:04:05.Z",
                                      "2013-01-02T03:04:05X",
                                      "2013-01-02T03:04:05Zx",
                                      "2013-01-02T03:04:05+25:00",
                                      "2013-0102",
                                      "0000-01-01",
                                      "Wed, 02 Foo 2013 03:04:05 GMT",
                                      "Wed, 02 Jan 2013 03:04:05",
                                      "Wed, 02 Jan 2013 03:04:05 PST",
                                      "Wed,",
                                      "1357095845"};
    struct err err = {0};
    int64_t ms;

    for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
        ms = 0;
        CHECK_OK(time_parse(good[i].text, &ms, &err), err);
        CHECK_INT(ms, good[i].want);
    }
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        err.code = ERR_NONE;
        if (time_parse(bad[i], &ms, &err) == 0)
            CHECK_STR(bad[i], "refused");
        CHECK_INT(err.code, ERR_INVALID);
    }
}

TEST(globs_match)
{
    CHECK(glob_match("*", "") && glob_match("*", "abc") && glob_match("", ""));
    CHECK(!glob_match("", "a") && !glob_match("?", "") && glob_match("?", "a"));
    CHECK(glob_match("a*c", "abbc") && !glob_match("a*c", "abbd") && glob_match("a*", "a"));
    CHECK(glob_match("*.com/*:1.?", "x.com/y.com/z:1.2"));
    CHECK(glob_match("?", "\xc3\xa9") && glob_match("a?b", "a\xe2\x82\xac"
                                                           "b"));
    CHECK(!glob_match("??", "\xc3\xa9"));
    CHECK(glob_match("*ab*ab*ab", "abababab") && !glob_match("a**b", "ac"));
    /* quadratic at worst, never exponential */
    char s[5001];
    memset(s, 'a', 5000);
    s[5000] = '\0';
    CHECK(!glob_match("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b", s));
}

TEST(ids_are_of_their_alphabet)
{
    char id[201], other[201];

    id_random(id, 200);
    id_random(other, 200);
    CHECK_INT(strlen(id), 200);
    for (const char *c = id; *c; c++)
        CHECK(isdigit((unsigned char)*c) || islower((unsigned char)*c));
    CHECK(strcmp(id, other) != 0);
    id_random(id, 0);
    CHECK_STR(id, "");
}

TEST(figures_for_people)
{
    cleanup_arena struct arena *a = arena_create(10000);

    CHECK_STR(text_bytes(a, 0), "0 bytes");
    CHECK_STR(text_bytes(a, 1), "1 byte");
    CHECK_STR(text_bytes(a, 1023), "1023 bytes");
    CHECK_STR(text_bytes(a, 1024), "1.0 KiB");
    CHECK_STR(text_bytes(a, 12595), "12.3 KiB");
    CHECK_STR(text_bytes(a, 1048575), "1.0 MiB");
    CHECK_STR(text_bytes(a, INT64_MAX), "8.0 EiB");
    CHECK_STR(text_duration(a, 45), "45 ms");
    CHECK_STR(text_duration(a, 3200), "3.2 s");
    CHECK_STR(text_duration(a, 59999), "1 min 00 s");
    CHECK_STR(text_duration(a, 65000), "1 min 05 s");
    CHECK_STR(text_duration(a, 3720000), "1 h 02 min");
    CHECK_STR(text_duration(a, 360000000), "100 h 00 min");
}

TEST(shell_words)
{
    static const char *const rows[][2] = {{"plain-1_x.y:/=,+@", "plain-1_x.y:/=,+@"},
                                          {"", "''"},
                                          {"a b", "'a b'"},
                                          {"$(x)", "'$(x)'"},
                                          {"it's", "'it'\\''s'"},
                                          {"'", "''\\'''"}};
    cleanup_arena struct arena *a = arena_create(1 << 16);

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
        CHECK_STR(text_shell_word(a, rows[i][0]), rows[i][1]);
}
