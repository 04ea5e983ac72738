/* DIR/log and DIR/log.idx.
 *
 * The log is the job's bytes, unchanged. The index is a row of 16-byte records {offset, wall ms},
 * both little-endian int64: from that offset on, bytes were read at that time. Past the cap nothing
 * more is written while the job runs, yet the pipe is drained for ever; at the end one line says
 * how much was dropped, and the last bytes follow it, since that is where a traceback is. */
#include "shim.h"
#include <endian.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void shim_log_init(struct shim_log *log, int64_t max_bytes)
{
    log->size = log->dropped = 0;
    log->last_ms = -1;
    log->failed = false;
    log->tail_at = log->tail_len = 0;
    log->tail_max = 0;
    log->cap = INT64_MAX;
    if (max_bytes > 0) {
        log->tail_max = (size_t)(max_bytes / 4 < LOG_TAIL_MAX ? max_bytes / 4 : LOG_TAIL_MAX);
        log->cap = max_bytes - (int64_t)log->tail_max;
    }
    log->fd = log->index_fd = -1;
}

/* At the first byte: most short jobs say nothing, and a file costs as much as a fork. */
static bool log_open(struct shim_log *log)
{
    if (log->fd < 0)
        log->fd = open("log", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (log->index_fd < 0)
        log->index_fd = open("log.idx", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    return log->fd >= 0;
}

static void log_write(struct shim_log *log, const char *p, size_t n)
{
    int64_t now = now_wall_ms();

    if (!log_open(log)) {
        log->failed = true;
        log->errnum = errno;
        log->dropped += (int64_t)n;
        return;
    }
    if (now != log->last_ms) {
        uint64_t record[2] = {htole64((uint64_t)log->size), htole64((uint64_t)now)};
        if (write(log->index_fd, record, sizeof(record)) == (ssize_t)sizeof(record))
            log->last_ms = now;
    }
    while (n > 0) {
        ssize_t put = write(log->fd, p, n);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0) {
            log->failed = true;
            log->errnum = errno;
            log->dropped += (int64_t)n;
            return;
        }
        p += put;
        n -= (size_t)put;
        log->size += put;
    }
}

static void tail_add(struct shim_log *log, const char *p, size_t n)
{
    log->dropped += (int64_t)n;
    if (log->tail_max == 0)
        return;
    if (n > log->tail_max) {
        p += n - log->tail_max;
        n = log->tail_max;
    }
    while (n > 0) {
        size_t part = log->tail_max - log->tail_at;
        if (part > n)
            part = n;
        memcpy(log->tail + log->tail_at, p, part);
        log->tail_at = (log->tail_at + part) % log->tail_max;
        log->tail_len = log->tail_len + part > log->tail_max ? log->tail_max : log->tail_len + part;
        p += part;
        n -= part;
    }
}

void shim_log_add(struct shim_log *log, const char *p, size_t n)
{
    if (log->failed || log->dropped > 0) {
        tail_add(log, p, n);
        return;
    }
    int64_t room = log->cap - log->size;
    size_t now = (int64_t)n > room ? (size_t)room : n;
    log_write(log, p, now);
    if (now < n)
        tail_add(log, p + now, n - now);
}

/* What the ring holds, from the first whole line on, when there is one. */
static size_t tail_take(struct shim_log *log, char *out)
{
    size_t start = (log->tail_at + log->tail_max - log->tail_len) % log->tail_max;
    for (size_t i = 0; i < log->tail_len; i++)
        out[i] = log->tail[(start + i) % log->tail_max];
    char *newline = (int64_t)log->tail_len < log->dropped ? memchr(out, '\n', log->tail_len) : NULL;
    if (!newline || newline + 1 == out + log->tail_len)
        return log->tail_len;
    size_t skip = (size_t)(newline + 1 - out);
    memmove(out, out + skip, log->tail_len - skip);
    return log->tail_len - skip;
}

void shim_log_finish(struct shim_log *log)
{
    static char tail[LOG_TAIL_MAX];
    char line[256];

    if (log->dropped == 0)
        return;
    bool full = log->failed;
    log->failed = false;
    size_t n = log->tail_max ? tail_take(log, tail) : 0;
    log->dropped -= (int64_t)n;
    int len = snprintf(
        line, sizeof(line), "\n[slipway] %lld bytes of output were dropped here: %s%s\n",
        (long long)log->dropped, full ? strerror(log->errnum) : "the job's log is at its limit",
        n ? "; its last bytes follow" : "");
    log_write(log, line, (size_t)len);
    if (n)
        log_write(log, tail, n);
}
