/* Clocks, small files and JSON strings for the shim. */
#include "shim.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static int64_t clock_now_ms(clockid_t clock)
{
    struct timespec ts;

    clock_gettime(clock, &ts);
    return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

int64_t now_wall_ms(void)
{
    return clock_now_ms(CLOCK_REALTIME);
}

int64_t now_boot_ms(void)
{
    return clock_now_ms(CLOCK_BOOTTIME);
}

ssize_t read_small(const char *path, char *ret, size_t cap)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    size_t len = 0;

    if (fd < 0)
        return -1;
    while (len < cap - 1) {
        ssize_t got = read(fd, ret + len, cap - 1 - len);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            int saved = errno;
            close(fd);
            errno = saved;
            return -1;
        }
        if (got == 0)
            break;
        len += (size_t)got;
    }
    close(fd);
    ret[len] = '\0';
    return (ssize_t)len;
}

uint64_t process_start_time(void)
{
    char text[1024];

    return read_small("/proc/self/stat", text, sizeof(text)) < 0 ? 0 : start_time_in(text);
}

const char *boot_id(void)
{
    static char id[64];

    if (!id[0] && read_small("/proc/sys/kernel/random/boot_id", id, sizeof(id)) > 0)
        id[strcspn(id, "\n")] = '\0';
    return id;
}

void kill_children(void)
{
    char text[4096];
    pid_t pids[sizeof(text) / 2];

    if (read_small("/proc/thread-self/children", text, sizeof(text)) <= 0)
        return;
    size_t n = children_in(text, pids, sizeof(pids) / sizeof(pids[0]));
    for (size_t i = 0; i < n; i++)
        kill(pids[i], SIGKILL);
}

int write_all(int fd, const void *p, size_t n)
{
    while (n > 0) {
        ssize_t put = write(fd, p, n);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return -1;
        p = (const char *)p + put;
        n -= (size_t)put;
    }
    return 0;
}

size_t json_escape(char *out, size_t cap, const char *s)
{
    size_t n = 0;

    for (; *s && n + 7 < cap; s++) {
        unsigned char c = (unsigned char)*s;
        if (c == '"' || c == '\\') {
            out[n++] = '\\';
            out[n++] = (char)c;
        } else if (c < 0x20 || c >= 0x7f) {
            /* what other programs say may be in any encoding: keep the JSON valid */
            n += (size_t)snprintf(out + n, cap - n, "\\u%04x", c == '\n' ? ' ' : c);
        } else {
            out[n++] = (char)c;
        }
    }
    out[n] = '\0';
    return n;
}
