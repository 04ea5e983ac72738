/* What the supervisor is told by others: init's report and bubblewrap's complaints, by pipes, and
 * the kernel's files about processes. Where a job has no sandbox it may reach its init, so a report
 * is taken as it is defined or not at all. */
#include "shim.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

bool pipe_read(struct pipe_in *in)
{
    char waste[1024];

    for (;;) {
        size_t room = sizeof(in->text) - 1 - in->len;
        ssize_t got = read(in->fd, room ? in->text + in->len : waste, room ? room : sizeof(waste));
        if (got > 0 && room)
            in->len += (size_t)got;
        else if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
            break;
        else if (got < 0)
            return true;
    }
    close(in->fd);
    in->fd = -1;
    return false;
}

const char *pipe_first_line(struct pipe_in *in)
{
    in->text[in->len] = '\0';
    in->text[strcspn(in->text, "\n")] = '\0';
    return in->text;
}

static bool take_number(char **p, int64_t max, int64_t *ret)
{
    char *end;

    if (**p != ' ')
        return false;
    errno = 0;
    long long n = strtoll(*p + 1, &end, 10);
    if (end == *p + 1 || errno || n < 0 || n > max)
        return false;
    *p = end;
    *ret = n;
    return true;
}

static void take_line(struct report *r, char *line)
{
    struct report said = {.standing = r->standing, .ended = true};
    char *p = line + 1;
    int64_t status;

    if (strcmp(line, "S") == 0)
        r->standing = true;
    else if (line[0] == 'X' && take_number(&p, INT_MAX, &status) &&
             take_number(&p, INT64_MAX, &said.user_ms) &&
             take_number(&p, INT64_MAX, &said.sys_ms) &&
             take_number(&p, INT64_MAX, &said.max_rss_kib) && !*p) {
        said.status = (int)status;
        if (WIFEXITED(said.status) || WIFSIGNALED(said.status))
            *r = said;
    }
}

void report_read(struct pipe_in *in, struct report *r)
{
    pipe_read(in);
    for (;;) {
        char *end = memchr(in->text, '\n', in->len);
        if (!end)
            return;
        *end = '\0';
        if (!r->ended) /* it ends once */
            take_line(r, in->text);
        size_t used = (size_t)(end + 1 - in->text);
        memmove(in->text, end + 1, in->len - used);
        in->len -= used;
    }
}

int64_t oom_kills_in(const char *events)
{
    /* v2's memory.events has lines of words that end like it, v1's memory.oom_control such as begin
     * so */
    for (const char *line = events; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (strncmp(line, "oom_kill ", strlen("oom_kill ")) == 0)
            return strtoll(line + strlen("oom_kill "), NULL, 10);
    }
    return 0;
}

uint64_t start_time_in(const char *stat)
{
    /* the name in field 2 may hold anything: count from its closing bracket */
    const char *p = strrchr(stat, ')');

    for (int field = 2; p && field < 22; field++)
        p = strchr(p + 1, ' ');
    return p ? strtoull(p + 1, NULL, 10) : 0;
}

size_t children_in(char *list, pid_t *ret, size_t cap)
{
    /* a space follows each: what is behind the last one was cut off and is another's number */
    char *last = strrchr(list, ' '), *end;
    size_t n = 0;

    if (!last)
        return 0;
    last[1] = '\0';
    for (long pid; n < cap && (pid = strtol(list, &end, 10)) > 0 && pid <= INT_MAX; list = end)
        ret[n++] = (pid_t)pid;
    return n;
}
