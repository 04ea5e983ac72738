/* The program's own log: a line each, "2013-01-02T03:04:05.678Z level [request id] text". */
#pragma once

enum log_level { LOG_ERROR, LOG_WARN, LOG_INFO, LOG_DEBUG };

void log_open(int fd, enum log_level level); /* before threads start; default: stderr, LOG_INFO */
void log_set_request(const char *id);        /* of this thread; NULL: none */
const char *log_request(void);               /* "" when none */
void log_error(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void log_warn(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void log_info(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void log_debug(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
