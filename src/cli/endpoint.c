/* DIR/run/endpoint: where the engine of a data directory listens. Written by serve once it answers,
 * removed when it ends; after a crash it stays, so readers check that the process is still the one
 * that wrote it. */
#include "cli/api.h"
#include "base/fs.h"
#include "base/sys.h"
#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ENDPOINT_MAX (16 * 1024)

int64_t process_start(int64_t pid)
{
    cleanup_arena struct arena *a = arena_create(1 << 16);
    char *text, *s;
    struct err err;

    if (fs_read(a, arena_printf(a, "/proc/%" PRId64 "/stat", pid), 4096, &text, NULL, &err) != 0)
        return -1;
    s = strrchr(text, ')'); /* the name in parentheses may hold anything */
    if (!s || s[1] != ' ' || s[2] == 'Z' || s[2] == 'X')
        return -1;
    for (int field = 2; field < 22 && s; field++) /* field 22: starttime */
        s = strchr(s + 1, ' ');
    return s ? strtoll(s + 1, NULL, 10) : -1;
}

/* Whole or not at all, but not durable: after a power cut there is no such engine. */
static int replace_file(struct arena *a, const char *path, const char *text, struct err *err)
{
    const char *temporary = arena_printf(a, "%s.new", path);
    cleanup_fd int fd = sys->open(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0600);

    if (fd < 0)
        return err_errno(err, errno, "open %s", temporary);
    if (fs_write_all(fd, text, strlen(text), err) != 0)
        return err_prefix(err, "write %s", temporary);
    if (sys->rename(temporary, path) != 0)
        return err_errno(err, errno, "rename %s", path);
    return 0;
}

int endpoint_write(const char *dir, const struct endpoint *e, struct err *err)
{
    cleanup_arena struct arena *a = arena_create(1 << 16);
    struct json *v = json_object(a);

    json_set_str(a, v, "url", e->url);
    json_set_int(a, v, "pid", e->pid);
    json_set_int(a, v, "pid_start", e->pid_start);
    json_set_str(a, v, "region", e->region);
    json_set_str(a, v, "account", e->account);
    json_set_str(a, v, "upstream", e->upstream);
    json_set_bool(a, v, "ephemeral", e->ephemeral);
    json_set_str(a, v, "version", SLIPWAY_VERSION);
    return replace_file(a, arena_printf(a, "%s/run/endpoint", dir), json_text(a, v), err);
}

void endpoint_remove(const char *dir)
{
    cleanup_arena struct arena *a = arena_create(1 << 16);

    sys->unlink(arena_printf(a, "%s/run/endpoint", dir));
}

int endpoint_read(struct arena *a, const char *dir, struct endpoint *ret, struct err *err)
{
    const char *path = arena_printf(a, "%s/run/endpoint", dir);
    struct json *v;
    struct err why;
    char *text;
    size_t len;

    if (fs_read(a, path, ENDPOINT_MAX, &text, &len, &why) != 0 ||
        json_parse(a, text, len, &v, &why) != 0)
        return err_set(err, ERR_NOT_FOUND, "no engine runs on %s", dir);
    *ret = (struct endpoint){.url = json_get_str(v, "url"),
                             .region = json_get_str(v, "region"),
                             .account = json_get_str(v, "account"),
                             .upstream = json_get_str(v, "upstream"),
                             .pid = json_get_int(v, "pid", 0),
                             .pid_start = json_get_int(v, "pid_start", 0),
                             .ephemeral = json_get_bool(v, "ephemeral", false)};
    if (!ret->url || !ret->region || !ret->account || ret->pid <= 0 ||
        process_start(ret->pid) != ret->pid_start)
        return err_set(err, ERR_NOT_FOUND, "no engine runs on %s", dir);
    return 0;
}
