/* Any bytes as JSON: refused, or a tree whose texts parse to an equal tree. */
#include "base/json.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool so)
{
    if (!so)
        abort();
}

/* What was written must parse, and be what it was. */
static void comes_back(struct arena *a, const struct json *v, const struct buf *text)
{
    struct json *again = NULL;
    struct err err = {0};

    expect(!buf_failed(text));
    expect(json_parse(a, text->data, text->len, &again, &err) == 0);
    expect(json_equal(v, again));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cleanup_arena struct arena *a = arena_create((size_t)256 << 20);
    struct buf text cleanup_buf;
    struct json *v = NULL;
    struct err err = {0};

    buf_init(&text, (size_t)64 << 20);
    /* strings of any bytes must be written as valid JSON */
    json_write_string(&text, (const char *)data, size);
    if (!memchr(data, 0, size))
        expect(json_parse(a, text.data, text.len, &v, &err) == 0);
    v = NULL;

    if (json_parse(a, (const char *)data, size, &v, &err) != 0) {
        expect(err.code == ERR_INVALID && err.msg[0] && !v);
        return 0;
    }
    buf_clear(&text);
    json_write(&text, v);
    comes_back(a, v, &text);
    buf_clear(&text);
    json_write_pretty(&text, v);
    comes_back(a, v, &text);
    buf_clear(&text);
    json_write_canonical(&text, v);
    comes_back(a, v, &text);
    expect(json_equal(v, json_copy(a, v)));
    if (json_len(v) && json_is(v, JSON_OBJECT)) {
        expect(json_get(v, v->keys[0]) == v->items[0]);
        json_del(v, v->keys[0]);
    }
    return 0;
}
