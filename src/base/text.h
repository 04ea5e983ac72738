/* Small text work: URI escapes, times, globs, ids. */
#pragma once
#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include <stdint.h>

bool str_eq(const char *x, const char *y); /* takes NULL: equal only to NULL */
bool str_starts(const char *s, const char *prefix);
bool str_ends(const char *s, const char *suffix);
bool str_ieq(const char *x, const char *y); /* ASCII case folded */
bool utf8_valid(const char *s, size_t n);

/* Percent escapes of everything but A-Z a-z 0-9 - . _ ~ (and '/' when keep_slash), as SigV4 and S3
 * do it. */
void uri_escape(struct buf *out, const char *s, size_t n, bool keep_slash);
/* In place of escapes the bytes; `plus_is_space` as in forms. ERR_INVALID on a broken escape. The
 * result may hold any byte, so its length counts. */
int uri_unescape(struct arena *a, const char *s, size_t n, bool plus_is_space, char **ret,
                 size_t *ret_len, struct err *err);

/* "2013-01-02T03:04:05.678Z"; "…05Z"; "Wed, 02 Jan 2013 03:04:05 GMT"; "20130102T030405Z". */
char *time_iso_ms(struct arena *a, int64_t wall_ms);
char *time_iso_s(struct arena *a, int64_t wall_ms);
char *time_rfc822(struct arena *a, int64_t wall_ms);
char *time_basic(struct arena *a, int64_t wall_ms);
/* ISO 8601 with or without zone (then UTC), fractions, basic form, or RFC 822. */
int time_parse(const char *s, int64_t *ret_wall_ms, struct err *err);
int64_t time_from_civil(int year, int month, int day, int hour, int min, int sec); /* wall ms */

/* `*` matches any run, `?` one character. */
bool glob_match(const char *pattern, const char *s);

/* n lower-case base-36 characters from the syscall table's randomness; ret has n + 1 bytes. */
void id_random(char *ret, size_t n);
/* "12.3 KiB", "4 bytes" and "1 h 02 min", "3.2 s", "45 ms". */
char *text_bytes(struct arena *a, int64_t n);
/* A word as a shell reads it: in quotes where it needs them. */
const char *text_shell_word(struct arena *a, const char *s);
char *text_duration(struct arena *a, int64_t ms);
