/* DIR/spec: what the engine wants of the shim, as NUL-terminated "key=value" records, so that no
 * value needs quoting and no parser is needed. Lists are repeated keys, in order. Unknown keys are
 * passed over: a later engine may write more.
 *
 *   proto=1         mode=full|off      overlay=trusted|user|none   outer=none|userns|bwrap
 *   self=PATH       skel=DIR  at=DIR   bwrap=PATH  barg=…          cgroup=…  oom=FILE
 *   link=DIR/upper/opt/ml              (what /opt/ml leads to where nothing can be mounted)
 *   io=tty|streams                     (for `shell`, not for `run`)
 *   runtime_ms=N    grace_ms=N         log_max=N   processes=N
 *   layer=HOST layer=INSIDE layer=OVER layer=DIR   (DIR/upper, DIR/work)
 *   cwd=DIR         arg=…  arg=…       env=K=V  env=K=V
 */
#include "shim.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SPEC_MAX (64 << 20)

static int list_add(struct list *l, char *item)
{
    /* doubles at powers of two; room for the NULL at the end */
    if ((l->n & (l->n + 1)) == 0) {
        char **more = realloc(l->items, (2 * (l->n + 1) + 1) * sizeof(*more));
        if (!more)
            return -1;
        l->items = more;
    }
    l->items[l->n++] = item;
    l->items[l->n] = NULL;
    return 0;
}

static bool number_field(struct spec *s, const char *key, const char *value)
{
    const struct {
        const char *key;
        int64_t *to;
    } fields[] = {
        {"runtime_ms", &s->runtime_ms},
        {"grace_ms", &s->grace_ms},
        {"log_max", &s->log_max},
        {"processes", &s->max_processes},
    };

    for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
        if (strcmp(key, fields[i].key) == 0) {
            *fields[i].to = strtoll(value, NULL, 10);
            return true;
        }
    return false;
}

static int spec_field(struct spec *s, const char *key, char *value)
{
    const struct {
        const char *key;
        const char **to;
    } texts[] = {
        {"id", &s->id},        {"mode", &s->mode}, {"overlay", &s->overlay}, {"outer", &s->outer},
        {"skel", &s->skel},    {"cwd", &s->cwd},   {"bwrap", &s->bwrap},     {"self", &s->self},
        {"oom", &s->oom_file}, {"at", &s->at},     {"link", &s->link},       {"io", &s->io},
    };
    const struct {
        const char *key;
        struct list *to;
    } lists[] = {
        {"arg", &s->args},       {"env", &s->env},      {"barg", &s->bwrap_args},
        {"cgroup", &s->cgroups}, {"layer", &s->layers},
    };

    if (number_field(s, key, value))
        return 0;
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        if (strcmp(key, texts[i].key) == 0) {
            *texts[i].to = value;
            return 0;
        }
    for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
        if (strcmp(key, lists[i].key) == 0)
            return list_add(lists[i].to, value);
    return 0;
}

int spec_load(int fd, struct spec *ret)
{
    struct stat st;
    size_t len = 0;

    memset(ret, 0, sizeof(*ret));
    ret->id = ret->mode = ret->overlay = ret->outer = ret->skel = ret->at = ret->bwrap = "";
    ret->self = ret->oom_file = ret->link = ret->io = "";
    ret->cwd = "/";
    if (fstat(fd, &st) != 0)
        return -1;
    if (st.st_size > SPEC_MAX) {
        errno = EFBIG;
        return -1;
    }
    ret->text = malloc((size_t)st.st_size + 1);
    if (!ret->text)
        return -1;
    while (len < (size_t)st.st_size) {
        ssize_t got = pread(fd, ret->text + len, (size_t)st.st_size - len, (off_t)len);
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        len += (size_t)got;
    }
    ret->text[len] = '\0';
    for (char *p = ret->text; p < ret->text + len; p += strlen(p) + 1) {
        char *equals = strchr(p, '=');
        if (!equals)
            continue;
        *equals = '\0';
        int rc = spec_field(ret, p, equals + 1);
        *equals = '\0';
        p = equals + 1;
        if (rc != 0)
            return -1;
    }
    if (ret->args.n == 0 || !ret->mode[0]) {
        errno = EINVAL;
        return -1;
    }
    return 0;
}

const char *spec_env(const struct spec *s, const char *name)
{
    size_t n = strlen(name);

    for (size_t i = 0; i < s->env.n; i++)
        if (strncmp(s->env.items[i], name, n) == 0 && s->env.items[i][n] == '=')
            return s->env.items[i] + n + 1;
    return NULL;
}
