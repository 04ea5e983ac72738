/* shim.json and exit.json: the two files of a job's directory that decide what happened.
 *
 * Both appear by rename of a synced file, so a reader sees a whole one or none. exit.json's blocks
 * are allocated before the program starts: a full disk cannot keep a job from having ended. */
#include "shim.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define EXIT_ROOM 4096

static int exit_fd = -1;
static char exit_text[EXIT_ROOM];
static size_t exit_len;

static int sync_here(const char *dir)
{
    int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return -1;
    int rc = fsync(fd), saved = errno;
    close(fd);
    errno = saved;
    return rc;
}

int exit_reserve(void)
{
    exit_fd = open("exit.tmp", O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (exit_fd < 0)
        return -1;
    if (fallocate(exit_fd, 0, 0, EXIT_ROOM) == 0)
        return 0;
    if (errno != EOPNOTSUPP && errno != ENOSYS)
        return -1;
    memset(exit_text, ' ', sizeof(exit_text));
    return pwrite(exit_fd, exit_text, EXIT_ROOM, 0) == EXIT_ROOM ? 0 : -1;
}

static size_t exit_format(const struct outcome *o, char *out, size_t cap)
{
    char message[3072];

    json_escape(message, sizeof(message), o->message);
    int n = snprintf(out, cap,
                     "{\"proto\":1,\"cause\":\"%s\",\"exit_code\":%d,\"signal\":%d,"
                     "\"started_ms\":%lld,\"ended_ms\":%lld,\"user_ms\":%lld,\"sys_ms\":%lld,"
                     "\"max_rss_kib\":%lld,\"log_bytes\":%lld,\"log_dropped\":%lld,"
                     "\"boot_id\":\"%s\",\"message\":\"%s\"}\n",
                     o->cause, o->exit_code, o->signal, (long long)o->started_ms,
                     (long long)o->ended_ms, (long long)o->user_ms, (long long)o->sys_ms,
                     (long long)o->max_rss_kib, (long long)o->log_bytes, (long long)o->log_dropped,
                     boot_id(), message);
    return n < 0 ? 0 : (size_t)n < cap ? (size_t)n : cap - 1;
}

int exit_prepare(const struct outcome *o)
{
    char text[EXIT_ROOM];
    size_t n = exit_format(o, text, sizeof(text));

    if (n == exit_len && memcmp(text, exit_text, n) == 0)
        return 0;
    if (pwrite(exit_fd, text, n, 0) != (ssize_t)n || ftruncate(exit_fd, (off_t)n) != 0 ||
        fdatasync(exit_fd) != 0)
        return -1;
    memcpy(exit_text, text, n);
    exit_len = n;
    return 0;
}

int exit_publish(const struct outcome *o)
{
    if (exit_prepare(o) != 0)
        return -1;
    return rename("exit.tmp", "exit.json");
}

int start_publish(const struct spec *s, int64_t started_ms, int64_t deadline_boot_ms)
{
    char text[1024];
    int64_t deadline_wall = deadline_boot_ms ? started_ms + (deadline_boot_ms - now_boot_ms()) : 0;
    int n = snprintf(text, sizeof(text),
                     "{\"proto\":1,\"id\":\"%s\",\"pid\":%d,\"start_time\":%llu,\"boot_id\":\"%s\","
                     "\"started_ms\":%lld,\"deadline_boot_ms\":%lld,\"deadline_wall_ms\":%lld}\n",
                     s->id, (int)getpid(), (unsigned long long)process_start_time(), boot_id(),
                     (long long)started_ms, (long long)deadline_boot_ms, (long long)deadline_wall);

    if (n < 0 || (size_t)n >= sizeof(text)) {
        errno = ENAMETOOLONG;
        return -1;
    }
    int fd = open("shim.tmp", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0)
        return -1;
    if (write_all(fd, text, (size_t)n) != 0 || fdatasync(fd) != 0) {
        int saved = errno;
        close(fd);
        errno = saved;
        return -1;
    }
    close(fd);
    if (rename("shim.tmp", "shim.json") != 0)
        return -1;
    /* also the directory's own entry: a job that ran must not look as if it had never been made */
    return sync_here(".") != 0 || sync_here("..") != 0 ? -1 : 0;
}
