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

    if (read_small("/proc/self/stat", text, sizeof(text)) < 0)
        return 0;
    /* the name in field 2 may hold anything: count from its closing bracket */
    const char *p = strrchr(text, ')');
    for (int field = 2; p && field < 22; field++)
        p = strchr(p + 1, ' ');
    return p ? strtoull(p + 1, NULL, 10) : 0;
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
    char text[4096], *p = text, *end;

    if (read_small("/proc/thread-self/children", text, sizeof(text)) <= 0)
        return;
    /* a space follows each: what is behind the last one was cut off and is another's number */
    char *last = strrchr(text, ' ');
    if (!last)
        return;
    last[1] = '\0';
    for (long pid; (pid = strtol(p, &end, 10)) > 0; p = end)
        kill((pid_t)pid, SIGKILL);
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
