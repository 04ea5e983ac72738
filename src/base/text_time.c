/* Times as text, always UTC: the forms that the AWS protocols write, and those that clients send.
 *
 * Years 1 to 9999 only, since the forms have four digits. */
#include "base/text.h"
#include <stdio.h>
#include <string.h>
#include <time.h>

static const char days[] = "SunMonTueWedThuFriSat";
static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

#define WALL_MIN_MS (-62135596800000LL) /* 0001-01-01 */
#define WALL_MAX_MS 253402300799999LL   /* the end of 9999 */

/* Splits into fields and milliseconds; what the forms cannot show is moved to their ends. */
static int split(int64_t wall_ms, struct tm *ret)
{
    if (wall_ms < WALL_MIN_MS)
        wall_ms = WALL_MIN_MS;
    if (wall_ms > WALL_MAX_MS)
        wall_ms = WALL_MAX_MS;
    int64_t ms = wall_ms % 1000;
    if (ms < 0)
        ms += 1000;
    time_t s = (time_t)((wall_ms - ms) / 1000);
    gmtime_r(&s, ret);
    return (int)ms;
}

char *time_iso_ms(struct arena *a, int64_t wall_ms)
{
    struct tm t;
    int ms = split(wall_ms, &t);

    return arena_printf(a, "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", t.tm_year + 1900, t.tm_mon + 1,
                        t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, ms);
}

char *time_iso_s(struct arena *a, int64_t wall_ms)
{
    struct tm t;

    split(wall_ms, &t);
    return arena_printf(a, "%04d-%02d-%02dT%02d:%02d:%02dZ", t.tm_year + 1900, t.tm_mon + 1,
                        t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec);
}

char *time_rfc822(struct arena *a, int64_t wall_ms)
{
    struct tm t;

    split(wall_ms, &t);
    return arena_printf(a, "%.3s, %02d %.3s %04d %02d:%02d:%02d GMT", days + 3 * t.tm_wday,
                        t.tm_mday, months + 3 * t.tm_mon, t.tm_year + 1900, t.tm_hour, t.tm_min,
                        t.tm_sec);
}

char *time_basic(struct arena *a, int64_t wall_ms)
{
    struct tm t;

    split(wall_ms, &t);
    return arena_printf(a, "%04d%02d%02dT%02d%02d%02dZ", t.tm_year + 1900, t.tm_mon + 1, t.tm_mday,
                        t.tm_hour, t.tm_min, t.tm_sec);
}

int64_t time_from_civil(int year, int month, int day, int hour, int min, int sec)
{
    struct tm t = {.tm_year = year - 1900,
                   .tm_mon = month - 1,
                   .tm_mday = day,
                   .tm_hour = hour,
                   .tm_min = min,
                   .tm_sec = sec};

    return (int64_t)timegm(&t) * 1000;
}

/* --- parsing ---------------------------------------------------------------------------------- */

struct civil {
    int year, month, day, hour, min, sec, ms;
    int zone_min; /* east of UTC */
};

/* Reads exactly n digits. */
static bool digits(const char **s, int n, int *ret)
{
    int value = 0;

    for (int i = 0; i < n; i++) {
        char c = (*s)[i];
        if (c < '0' || c > '9')
            return false;
        value = value * 10 + (c - '0');
    }
    *s += n;
    *ret = value;
    return true;
}

static bool skip(const char **s, char c)
{
    if (**s != c)
        return false;
    (*s)++;
    return true;
}

/* ".678": what is finer than milliseconds is dropped. */
static bool fraction(const char **s, int *ret_ms)
{
    int scale = 100, n = 0;

    *ret_ms = 0;
    for (; **s >= '0' && **s <= '9'; (*s)++, n++) {
        *ret_ms += (**s - '0') * scale;
        scale /= 10;
    }
    return n > 0;
}

/* "Z", "+01:00", "+0100", "+01", or nothing for UTC; to the end of the text. */
static bool zone(const char **s, int *ret_min)
{
    int hour, min = 0, sign;

    *ret_min = 0;
    if (**s == '\0')
        return true;
    if (skip(s, 'Z') || skip(s, 'z'))
        return **s == '\0';
    if (**s != '+' && **s != '-')
        return false;
    sign = *(*s)++ == '-' ? -1 : 1;
    if (!digits(s, 2, &hour))
        return false;
    if (**s) {
        skip(s, ':');
        if (!digits(s, 2, &min))
            return false;
    }
    *ret_min = sign * (hour * 60 + min);
    return **s == '\0' && hour < 24 && min < 60;
}

/* "2013-01-02", "2013-01-02T03:04[:05[.678]][zone]" and the same without separators. */
static bool parse_iso(const char *s, struct civil *c)
{
    if (!digits(&s, 4, &c->year))
        return false;
    bool extended = skip(&s, '-');
    if (!digits(&s, 2, &c->month) || (extended && !skip(&s, '-')) || !digits(&s, 2, &c->day))
        return false;
    if (*s == '\0')
        return true;
    if (!skip(&s, 'T') && !skip(&s, 't') && !skip(&s, ' '))
        return false;
    if (!digits(&s, 2, &c->hour) || (extended && !skip(&s, ':')) || !digits(&s, 2, &c->min))
        return false;
    if (extended ? skip(&s, ':') : *s >= '0' && *s <= '9') {
        if (!digits(&s, 2, &c->sec))
            return false;
        if ((skip(&s, '.') || skip(&s, ',')) && !fraction(&s, &c->ms))
            return false;
    }
    return zone(&s, &c->zone_min);
}

/* "[Wed, ]2 Jan 2013 03:04:05 GMT", or with +0100. */
static bool parse_rfc822(const char *s, struct civil *c)
{
    const char *comma = strchr(s, ',');

    if (comma) {
        s = comma + 1;
        while (*s == ' ')
            s++;
    }
    if (!(s[0] && s[1] == ' ' ? digits(&s, 1, &c->day) : digits(&s, 2, &c->day)) || !skip(&s, ' '))
        return false;
    for (int i = 0; i < 12; i++)
        if (strncmp(s, months + 3 * (size_t)i, 3) == 0)
            c->month = i + 1;
    if (c->month == 0)
        return false;
    s += 3;
    if (!skip(&s, ' ') || !digits(&s, 4, &c->year) || !skip(&s, ' ') || !digits(&s, 2, &c->hour) ||
        !skip(&s, ':') || !digits(&s, 2, &c->min))
        return false;
    if (skip(&s, ':') && !digits(&s, 2, &c->sec))
        return false;
    if (!skip(&s, ' '))
        return false;
    if (strcmp(s, "GMT") == 0 || strcmp(s, "UTC") == 0 || strcmp(s, "UT") == 0)
        return true;
    return *s && zone(&s, &c->zone_min);
}

static bool in_range(const struct civil *c)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    if (c->year < 1 || c->month < 1 || c->month > 12 || c->day < 1)
        return false;
    bool leap = c->year % 4 == 0 && (c->year % 100 != 0 || c->year % 400 == 0);
    if (c->day > lengths[c->month - 1] + (c->month == 2 && leap))
        return false;
    /* 60: a leap second, which counts as the second after */
    return c->hour < 24 && c->min < 60 && c->sec <= 60;
}

int time_parse(const char *s, int64_t *ret_wall_ms, struct err *err)
{
    struct civil c = {0};

    if (!parse_iso(s, &c)) {
        c = (struct civil){0};
        if (!parse_rfc822(s, &c))
            return err_set(err, ERR_INVALID, "\"%.64s\" is not a time", s);
    }
    if (!in_range(&c))
        return err_set(err, ERR_INVALID, "\"%.64s\" is not a time that exists", s);
    *ret_wall_ms = time_from_civil(c.year, c.month, c.day, c.hour, c.min, c.sec) + c.ms -
                   (int64_t)c.zone_min * 60000;
    return 0;
}
