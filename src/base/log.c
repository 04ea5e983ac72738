/* The program's own log: one write(2) a line, so that lines of threads do not mix.
 *
 * Text may come from requests, so control characters are escaped: a line is a line. A log that
 * cannot be written is not an error of anybody. */
#include "base/log.h"
#include "base/sys.h"
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static int log_fd = STDERR_FILENO;
static enum log_level log_max = LOG_INFO;
static _Thread_local char request_id[64];

void log_open(int fd, enum log_level level)
{
    log_fd = fd;
    log_max = level;
}

void log_set_request(const char *id)
{
    snprintf(request_id, sizeof(request_id), "%s", id ? id : "");
}

const char *log_request(void)
{
    return request_id;
}

static size_t log_head(char *line, size_t size, enum log_level level)
{
    static const char *const names[] = {"error", "warn", "info", "debug"};
    int64_t ms = sys->wall_ms();
    time_t s = (time_t)(ms / 1000);
    struct tm t;

    gmtime_r(&s, &t);
    int n = snprintf(line, size, "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ %s ", t.tm_year + 1900,
                     t.tm_mon + 1, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, (int)(ms % 1000),
                     names[level]);
    if (request_id[0])
        n += snprintf(line + n, size - (size_t)n, "[request %s] ", request_id);
    return (size_t)n;
}

__attribute__((format(printf, 2, 0))) static void log_line(enum log_level level, const char *fmt,
                                                           va_list ap)
{
    char text[2048], line[4096];
    int saved = errno;

    if (level > log_max)
        return;
    if (vsnprintf(text, sizeof(text), fmt, ap) < 0)
        return;
    size_t len = log_head(line, sizeof(line), level);
    for (const char *s = text; *s && len < sizeof(line) - 5; s++) {
        unsigned char c = (unsigned char)*s;
        if (c >= 0x20 && c != 0x7f)
            line[len++] = *s;
        else if (c == '\n')
            len += (size_t)snprintf(line + len, sizeof(line) - len, "\\n");
        else
            len += (size_t)snprintf(line + len, sizeof(line) - len, "\\x%02x", c);
    }
    line[len++] = '\n';
    if (write(log_fd, line, len) < 0)
        errno = saved;
    errno = saved;
}

#define LOG_FUNCTION(name, level)                                                                  \
    void name(const char *fmt, ...)                                                                \
    {                                                                                              \
        va_list ap;                                                                                \
                                                                                                   \
        va_start(ap, fmt);                                                                         \
        log_line(level, fmt, ap);                                                                  \
        va_end(ap);                                                                                \
    }

LOG_FUNCTION(log_error, LOG_ERROR)
LOG_FUNCTION(log_warn, LOG_WARN)
LOG_FUNCTION(log_info, LOG_INFO)
LOG_FUNCTION(log_debug, LOG_DEBUG)
