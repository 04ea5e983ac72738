/* Any bytes as the small forms: times, URI escapes, base64, hex, globs, settings by
 * file, variable and flag. */
#include "base/digest.h"
#include "base/fs.h"
#include "base/settings.h"
#include "base/text.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct setting table[] = {
    {"a", SETTING_INT, "1", NULL, 0, 9, ""},       {"b", SETTING_SIZE, NULL, NULL, 0, 0, ""},
    {"c", SETTING_DURATION, NULL, NULL, 0, 0, ""}, {"d", SETTING_STRING, NULL, "x yy", 0, 0, ""},
    {"e", SETTING_BOOL, NULL, NULL, 0, 0, ""},     {NULL, 0, NULL, NULL, 0, 0, NULL},
};

static void expect(bool so)
{
    if (!so)
        abort();
}

static void fuzz_time(struct arena *a, const char *text)
{
    struct err err = {0};
    int64_t ms, again;

    if (time_parse(text, &ms, &err) != 0) {
        expect(err.code == ERR_INVALID);
        return;
    }
    /* a zone may move the first and the last day out of the years that have four digits */
    if (ms < time_from_civil(1, 1, 1, 0, 0, 0) || ms >= time_from_civil(10000, 1, 1, 0, 0, 0))
        return;
    expect(time_parse(time_iso_ms(a, ms), &again, &err) == 0 && again == ms);
    int64_t second = ms - ((ms % 1000) + 1000) % 1000;
    expect(time_parse(time_rfc822(a, ms), &again, &err) == 0 && again == second);
    expect(time_parse(time_basic(a, ms), &again, &err) == 0 && again == second);
}

static void fuzz_escapes(struct arena *a, const char *data, size_t size)
{
    struct buf escaped cleanup_buf;
    struct err err = {0};
    uint8_t *bytes;
    char *plain;
    size_t len;

    buf_init(&escaped, (size_t)64 << 20);
    uri_escape(&escaped, data, size, size % 2);
    expect(uri_unescape(a, escaped.data, escaped.len, size % 3 == 0, &plain, &len, &err) == 0);
    expect(len == size && memcmp(plain, data, size) == 0);
    if (uri_unescape(a, data, size, true, &plain, &len, &err) == 0)
        expect(len <= size);
    char *text = base64_encode(a, data, size);
    expect(base64_decode(a, text, strlen(text), &bytes, &len) == 0 && len == size);
    expect(memcmp(bytes, data, size) == 0);
    if (base64_decode(a, data, size, &bytes, &len) == 0) {
        text = base64_encode(a, bytes, len);
        expect(strlen(text) == size && memcmp(text, data, size) == 0);
    }
    bytes = arena_alloc(a, size / 2 + 1);
    if (hex_decode(data, size, bytes) == 0)
        expect(size % 2 == 0);
}

/* Each line as a variable, and as the value of every flag. */
static void fuzz_values(struct settings *s, struct arena *a, char *text)
{
    struct err err = {0};
    char *line;

    while ((line = strsep(&text, "\n"))) {
        char *const envp[] = {line, arena_printf(a, "SLIPWAY_%s", line), NULL};
        if (settings_load_env(s, envp, &err) != 0)
            expect(err.code == ERR_INVALID && err.msg[0]);
        for (const struct setting *t = table; t->name; t++) {
            if (settings_set(s, t->name, line, "flag", &err) != 0)
                expect(err.code == ERR_INVALID && err.msg[0]);
            else
                expect(str_eq(settings_str(s, t->name), line));
            expect(settings_find(s, t->name) == t && *settings_origin(s, t->name));
        }
    }
    settings_bool(s, "e");
}

static void fuzz_settings(struct arena *a, const uint8_t *data, size_t size, char *text)
{
    struct settings *s = settings_create(table);
    struct err err = {0};
    char path[64];
    int fd = memfd_create("settings", MFD_CLOEXEC);

    expect(fd >= 0 && fs_write_all(fd, data, size, &err) == 0);
    snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
    if (settings_load_file(s, path, &err) != 0)
        expect(err.code == ERR_INVALID && err.msg[0]);
    expect(settings_int(s, "a") >= 0 && settings_int(s, "a") <= 9);
    fuzz_values(s, a, text);
    expect(settings_int(s, "a") >= 0 && settings_int(s, "a") <= 9);
    close(fd);
    settings_destroy(s);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 16384)
        return 0;
    cleanup_arena struct arena *a = arena_create((size_t)8 << 20);
    char *text = arena_strndup(a, (const char *)data, size);
    char *tail = strchr(text, '\n');

    expect(!utf8_valid((const char *)data, size) || utf8_valid(text, strlen(text)));
    fuzz_time(a, text);
    fuzz_escapes(a, (const char *)data, size);
    fuzz_settings(a, data, size, arena_strdup(a, text));
    if (tail) {
        *tail++ = '\0';
        glob_match(text, tail);
        glob_match(tail, text);
    }
    expect(glob_match(text, text) || strpbrk(text, "*?"));
    return 0;
}
