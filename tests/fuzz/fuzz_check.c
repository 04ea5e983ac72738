/* What `slipway check` reads of a project: any file as a pipeline definition, any lines as facts.
 * The first byte says which: 'd' or 'f'. Whatever it finds can be told. */
#include "base/fs.h"
#include "base/text.h"
#include "cli/api.h"
#include "cli/check.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* There is no engine to ask for its buckets. */
int api_open(struct cli *cli, bool start, struct api **ret, struct err *err)
{
    return err_set(err, ERR_NOT_FOUND, "none");
}

int api_get(struct api *api, struct arena *a, const char *service, const char *target,
            const char **ret_body, struct err *err)
{
    return err_set(err, ERR_NOT_FOUND, "none");
}

void api__cleanup(struct api **api)
{
}

static void expect(bool so)
{
    if (!so)
        abort();
}

static void read_definition(struct check *c, const uint8_t *data, size_t size)
{
    int fd = memfd_create("definition", MFD_CLOEXEC);
    const char *path = arena_printf(c->arena, "/proc/self/fd/%d", fd);
    struct err err;

    expect(fd >= 0 && fs_write_all(fd, data, size, &err) == 0);
    size_t n = check_definition(c, path, CHECK_FOUND);
    expect(n == 1 || (n == 0 && !c->first && !c->fine));
    expect(check_definition(c, path, CHECK_ALONE) == 1);
    close(fd);
}

static void read_facts(struct check *c, char *text)
{
    struct json *fact;
    struct err err;
    char *line;

    while ((line = strsep(&text, "\n")))
        if (json_parse(c->arena, line, strlen(line), &fact, &err) == 0)
            check_fact(c, fact);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cleanup_arena struct arena *a = arena_create((size_t)256 << 20);
    struct check c = {.arena = a, .last = &c.first};
    int n = 0;

    if (size == 0)
        return 0;
    if (data[0] == 'd')
        read_definition(&c, data + 1, size - 1);
    else
        read_facts(&c, arena_strndup(a, (const char *)data + 1, size - 1));
    check_buckets(&c);
    for (const struct finding *f = c.first; f; f = f->next, n++) {
        expect(f->file && f->what && f->times > 0);
        expect(f->verdict == CHECK_NOTE || (f->why && *f->why));
    }
    expect(n == 0 || c.last != &c.first);
    return 0;
}
