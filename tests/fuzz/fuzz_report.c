/* What the shim's supervisor reads. The first byte says what the rest is:
 *
 *   'r' the report pipe: a byte (of each piece), what init says, piece by piece
 *   's' what bubblewrap complains about
 *   'm' memory.events or memory.oom_control    'p' /proc/PID/stat    'c' …/children
 *   'i' bubblewrap's --info-fd */
#include "exec/shim/shim.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool so)
{
    if (!so)
        abort();
}

static void make_pipe(int ret[2])
{
    expect(pipe2(ret, O_CLOEXEC | O_NONBLOCK) == 0);
}

static void put(int fd, const uint8_t *p, size_t n)
{
    expect(write(fd, p, n) == (ssize_t)n);
}

static void check_report(const struct report *r, const struct report *before)
{
    expect(r->standing >= before->standing && r->ended >= before->ended);
    expect(!r->ended || WIFEXITED(r->status) || WIFSIGNALED(r->status));
    expect(r->user_ms >= 0 && r->sys_ms >= 0 && r->max_rss_kib >= 0);
    if (before->ended) /* nothing that comes later changes how it ended */
        expect(memcmp(r, before, sizeof(*r)) == 0);
}

static void fuzz_report(const uint8_t *data, size_t size)
{
    size_t piece = size ? (size_t)data[0] + 1 : 1;
    struct report r = {0};
    int p[2];

    make_pipe(p);
    struct pipe_in in = {.fd = p[0]};
    for (size_t at = 1; at < size; at += piece) {
        struct report before = r;
        put(p[1], data + at, size - at < piece ? size - at : piece);
        report_read(&in, &r);
        check_report(&r, &before);
        expect(in.fd >= 0 && in.len < sizeof(in.text));
    }
    close(p[1]);
    report_read(&in, &r);
    expect(in.fd < 0);
}

/* Numbers of its own, written as init writes them, are what is read. */
static void fuzz_honest(const uint8_t *data, size_t size)
{
    static const char stands[] = "S\n";
    int64_t n[3] = {0};
    struct report r = {0};
    char line[128];
    int p[2];

    memcpy(n, data, size < sizeof(n) ? size : sizeof(n));
    for (int i = 0; i < 3; i++)
        n[i] &= INT64_MAX;
    int status = size % 2 ? (int)(n[0] % 256) << 8 : (int)(n[0] % 126) + 1;
    make_pipe(p);
    struct pipe_in in = {.fd = p[0]};
    int len = snprintf(line, sizeof(line), "%sX %d %lld %lld %lld\n", stands, status,
                       (long long)n[0], (long long)n[1], (long long)n[2]);
    put(p[1], (const uint8_t *)line, (size_t)len);
    close(p[1]);
    report_read(&in, &r);
    expect(r.standing && r.ended && r.status == status);
    expect(r.user_ms == n[0] && r.sys_ms == n[1] && r.max_rss_kib == n[2]);
}

static void fuzz_setup(const uint8_t *data, size_t size)
{
    int p[2];

    make_pipe(p);
    struct pipe_in in = {.fd = p[0]};
    put(p[1], data, size);
    expect(pipe_read(&in));
    close(p[1]);
    expect(!pipe_read(&in) && in.len < sizeof(in.text));
    const char *line = pipe_first_line(&in);
    expect(strlen(line) <= size && !strchr(line, '\n'));
}

static void fuzz_children(char *text)
{
    size_t len = strlen(text), n;
    pid_t pids[64];

    n = children_in(text, pids, 64);
    expect(n <= 64 && 2 * n <= len);
    for (size_t i = 0; i < n; i++) /* 0 and below would be groups, and everybody */
        expect(pids[i] > 0);
}

static void fuzz_stat(const char *text)
{
    const char *name = strrchr(text, ')');

    expect(name || start_time_in(text) == 0);
    if (name) /* whatever the name is */
        expect(start_time_in(text) == start_time_in(name));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2 || size > 60000) /* a pipe holds that much */
        return 0;
    char *text = calloc(1, size);
    expect(text != NULL);
    memcpy(text, data + 1, size - 1);
    if (data[0] == 'r') {
        fuzz_report(data + 1, size - 1);
        fuzz_honest(data + 1, size - 1);
    } else if (data[0] == 's') {
        fuzz_setup(data + 1, size - 1);
    } else if (data[0] == 'm') {
        expect(strstr(text, "oom_kill ") || oom_kills_in(text) == 0);
    } else if (data[0] == 'p') {
        fuzz_stat(text);
    } else if (data[0] == 'c') {
        fuzz_children(text);
    }
    free(text);
    return 0;
}
