/* Small text work: comparing, UTF-8, URI escapes, globs, ids, figures for people. Times are in
 * text_time.c. */
#include "base/text.h"
#include "base/digest.h"
#include "base/sys.h"
#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

bool str_eq(const char *x, const char *y)
{
    return x && y ? strcmp(x, y) == 0 : x == y;
}

bool str_starts(const char *s, const char *prefix)
{
    return s && strncmp(s, prefix, strlen(prefix)) == 0;
}

bool str_ends(const char *s, const char *suffix)
{
    size_t n = s ? strlen(s) : 0, m = strlen(suffix);

    return s && n >= m && memcmp(s + n - m, suffix, m) == 0;
}

static unsigned char ascii_lower(char c)
{
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

bool str_ieq(const char *x, const char *y)
{
    if (!x || !y)
        return x == y;
    while (*x && ascii_lower(*x) == ascii_lower(*y)) {
        x++;
        y++;
    }
    return *x == *y;
}

bool utf8_valid(const char *s, size_t n)
{
    const unsigned char *p = (const unsigned char *)s, *end = p + n;

    while (p < end) {
        unsigned char c = *p++;
        if (c < 0x80)
            continue;
        /* the second byte's range shuts out overlong forms, surrogates and what is past U+10FFFF */
        unsigned char low = c == 0xe0 ? 0xa0 : c == 0xf0 ? 0x90 : 0x80;
        unsigned char high = c == 0xed ? 0x9f : c == 0xf4 ? 0x8f : 0xbf;
        int more = c >= 0xc2 && c <= 0xdf   ? 1
                   : c >= 0xe0 && c <= 0xef ? 2
                   : c >= 0xf0 && c <= 0xf4 ? 3
                                            : 0;
        if (more == 0 || end - p < more)
            return false;
        for (int i = 0; i < more; i++, p++) {
            if (*p < low || *p > high)
                return false;
            low = 0x80;
            high = 0xbf;
        }
    }
    return true;
}

static bool uri_unreserved(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

void uri_escape(struct buf *out, const char *s, size_t n, bool keep_slash)
{
    static const char digits[] = "0123456789ABCDEF";

    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s[i];
        if (uri_unreserved(s[i]) || (keep_slash && c == '/'))
            buf_addc(out, s[i]);
        else
            buf_add(out, (char[]){'%', digits[c >> 4], digits[c & 15]}, 3);
    }
}

int uri_unescape(struct arena *a, const char *s, size_t n, bool plus_is_space, char **ret,
                 size_t *ret_len, struct err *err)
{
    char *out = arena_alloc(a, n + 1);
    size_t len = 0;

    for (size_t i = 0; i < n; i++) {
        uint8_t byte;
        if (s[i] == '%') {
            if (n - i < 3 || hex_decode(s + i + 1, 2, &byte) != 0)
                return err_set(err, ERR_INVALID, "a broken %%-escape at byte %zu", i);
            out[len++] = (char)byte;
            i += 2;
        } else {
            out[len++] = plus_is_space && s[i] == '+' ? ' ' : s[i];
        }
    }
    out[len] = '\0';
    *ret = out;
    if (ret_len)
        *ret_len = len;
    return 0;
}

/* One character further: continuation bytes belong to the one before. */
static const char *next_char(const char *s)
{
    s++;
    while (((unsigned char)*s & 0xc0) == 0x80)
        s++;
    return s;
}

bool glob_match(const char *pattern, const char *s)
{
    const char *star = NULL, *retry = NULL;

    /* on a mismatch only the last star need take one character more */
    while (*s) {
        if (*pattern == '*') {
            star = ++pattern;
            retry = s;
        } else if (*pattern == '?') {
            pattern++;
            s = next_char(s);
        } else if (*pattern == *s) {
            pattern++;
            s++;
        } else if (star) {
            pattern = star;
            s = retry = next_char(retry);
        } else {
            return false;
        }
    }
    while (*pattern == '*')
        pattern++;
    return *pattern == '\0';
}

void id_random(char *ret, size_t n)
{
    static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    uint8_t bytes[64];
    size_t len = 0;

    while (len < n) {
        if (sys->random(bytes, sizeof(bytes)) != 0)
            die("no randomness: %s", strerror(errno));
        for (size_t i = 0; i < sizeof(bytes) && len < n; i++)
            if (bytes[i] < 252) /* 7 times 36: each digit equally likely */
                ret[len++] = digits[bytes[i] % 36];
    }
    ret[n] = '\0';
}

char *text_bytes(struct arena *a, int64_t n)
{
    static const char *const units[] = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    double size = (double)n / 1024;
    size_t unit = 0;

    if (n > -1024 && n < 1024)
        return arena_printf(a, n == 1 ? "%" PRId64 " byte" : "%" PRId64 " bytes", n);
    /* 1023.95 would print as 1024.0 */
    while ((size >= 1023.95 || size <= -1023.95) && unit + 1 < sizeof(units) / sizeof(units[0])) {
        size /= 1024;
        unit++;
    }
    return arena_printf(a, "%.1f %s", size, units[unit]);
}

char *text_duration(struct arena *a, int64_t ms)
{
    if (ms < 0)
        ms = 0;
    if (ms < 1000)
        return arena_printf(a, "%" PRId64 " ms", ms);
    if (ms < 59950)
        return arena_printf(a, "%.1f s", (double)ms / 1000);
    int64_t s = ms / 1000 + (ms % 1000 >= 500);
    if (s < 3600)
        return arena_printf(a, "%" PRId64 " min %02d s", s / 60, (int)(s % 60));
    return arena_printf(a, "%" PRId64 " h %02d min", s / 3600, (int)(s / 60 % 60));
}

const char *text_shell_word(struct arena *a, const char *s)
{
    bool plain = *s != '\0';
    size_t n = 3;

    for (const char *c = s; *c; c++) {
        plain = plain && (isalnum((unsigned char)*c) || strchr("-_.:/=,+@", *c));
        n += *c == '\'' ? 4 : 1;
    }
    if (plain)
        return s;
    char *out = arena_alloc(a, n), *p = out;
    *p++ = '\'';
    for (const char *c = s; *c; c++) {
        if (*c == '\'') {
            memcpy(p, "'\\''", 4);
            p += 4;
        } else {
            *p++ = *c;
        }
    }
    *p++ = '\'';
    *p = '\0';
    return out;
}
