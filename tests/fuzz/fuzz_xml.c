/* Any bytes as XML: refused, or a tree whose elements and texts, written again, parse to the same.
 */
#include "aws/xml.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool so)
{
    if (!so)
        abort();
}

static void write_node(struct buf *out, const struct xml_node *node)
{
    xml_open(out, node->name);
    xml_text(out, node->text, node->text_len);
    for (const struct xml_node *c = node->child; c; c = c->next)
        write_node(out, c);
    xml_close(out, node->name);
}

static bool same(const struct xml_node *x, const struct xml_node *y)
{
    for (; x && y; x = x->next, y = y->next) {
        if (strcmp(x->name, y->name) != 0 || x->text_len != y->text_len ||
            memcmp(x->text, y->text, x->text_len) != 0 || !same(x->child, y->child))
            return false;
    }
    return x == y; /* both at their end */
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cleanup_arena struct arena *a = arena_create((size_t)256 << 20);
    struct xml_node *root = NULL, *again = NULL;
    struct err err = {0};
    struct buf text cleanup_buf;

    buf_init(&text, (size_t)64 << 20);
    /* Text of any bytes is written so that nothing of it is markup. */
    xml_text(&text, (const char *)data, size);
    expect(!buf_failed(&text) && !memchr(text.data, '<', text.len));
    buf_clear(&text);
    /* And the safe way, so that it can be read, whatever it is. */
    xml_open(&text, "r");
    xml_text_safe(&text, (const char *)data, size);
    xml_close(&text, "r");
    expect(xml_parse(a, text.data, text.len, &root, &err) == 0 || err.code == ERR_LIMIT);
    root = NULL;
    buf_clear(&text);

    if (xml_parse(a, (const char *)data, size, &root, &err) != 0) {
        expect((err.code == ERR_INVALID || err.code == ERR_LIMIT) && err.msg[0] && !root);
        return 0;
    }
    xml_head(&text);
    write_node(&text, root);
    expect(!buf_failed(&text));
    expect(xml_parse(a, text.data, text.len, &again, &err) == 0);
    expect(same(root, again));
    return 0;
}
