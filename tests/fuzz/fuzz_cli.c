/* Any bytes as the AWS files of a user, and as addresses: files of ours say the same names to whom
 * reads them, line by line; an address that was read is read again from its URL. */
#include "base/text.h"
#include "cli/listen.h"
#include "cli/profiles.h"
#include "net/client.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool so)
{
    if (!so)
        abort();
}

static void check_names(struct arena *a, const char *file, bool config, const struct map *names)
{
    struct map *again = map_create();
    size_t cursor = 0;
    const char *name;
    void *value;

    profiles_read(arena_strdup(a, file), config, again);
    expect(map_len(again) == map_len(names));
    while (map_next(again, &cursor, &name, &value))
        expect(map_get(names, name) != NULL);
    map_destroy(again);
}

/* A section or an assignment each, and no line that only some readers would end there. */
static void check_lines(const char *file, size_t n_names, size_t lines_each)
{
    static const char *const begins[] = {
        "[", "region = ", "aws_access_key_id = ", "aws_secret_access_key = "};
    size_t lines = 0;

    expect(utf8_valid(file, strlen(file)) && !strpbrk(file, "\r\v\f\x1c\x1d\x1e\x7f"));
    for (const char *s = file; *s; lines++) {
        bool known = false;
        for (size_t i = 0; i < sizeof(begins) / sizeof(begins[0]); i++)
            known |= str_starts(s, begins[i]);
        s += strcspn(s, "\n");
        expect(known && *s == '\n' && (lines % lines_each || s[-1] == ']'));
        s++;
    }
    expect(lines == n_names * lines_each);
}

static void fuzz_profiles(struct arena *a, const char *text, bool config)
{
    const struct sigv4_identity who = {"AK", "secret", NULL};
    struct buf files[2] = {0};
    struct map *names = map_create();

    buf_init(&files[0], (size_t)64 << 20);
    buf_init(&files[1], (size_t)64 << 20);
    profiles_read(arena_strdup(a, text), config, names);
    profiles_add(names, text); /* as AWS_PROFILE */
    profiles_write(a, names, "r", &who, &files[0], &files[1]);
    expect(!buf_failed(&files[0]) && !buf_failed(&files[1]));
    check_names(a, files[0].data, true, names);
    check_names(a, files[1].data, false, names);
    check_lines(files[0].data, map_len(names), 2);
    check_lines(files[1].data, map_len(names), 3);
    map_destroy(names);
    buf_free(&files[0]);
    buf_free(&files[1]);
}

static void fuzz_addresses(struct arena *a, const char *text)
{
    struct listen_address at, again;
    struct err err = {0};
    const char *proxy = proxy_address(a, text);
    struct http_client *client;

    if (http_client_create(text, NULL, 1, &client, &err) == 0)
        http_client_destroy(client);
    else
        expect(err.code == ERR_INVALID && err.msg[0]);

    if (proxy)
        expect(*proxy && !strpbrk(proxy, "/?#") && strchr(proxy, ':'));
    if (listen_parse(a, text, &at, &err) != 0) {
        expect(err.code == ERR_INVALID && err.msg[0]);
        return;
    }
    expect(at.host[0] && at.port >= 0 && at.port <= 65535);
    expect(!at.loopback || !at.host[strspn(at.host, "0123456789.:")]);
    const char *url = listen_url(a, at.host, at.port, strlen(text) % 2);
    expect(listen_parse(a, strstr(url, "://") + 3, &again, &err) == 0);
    expect(str_eq(again.host, at.host) && again.port == at.port && again.loopback == at.loopback);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cleanup_arena struct arena *a = arena_create((size_t)16 << 20);

    if (size == 0)
        return 0;
    const char *text = arena_strndup(a, (const char *)data + 1, size - 1);
    fuzz_profiles(a, text, data[0] == 'c');
    fuzz_addresses(a, text);
    return 0;
}
