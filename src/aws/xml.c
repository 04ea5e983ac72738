/* XML in and out, for the protocols that speak it. libexpat reads; its entities stay shut: a
 * document type ends the parse before a single declaration counts. Called by the S3 files. */
#include "aws/xml.h"
#include "base/text.h"
#include <ctype.h>
#include <expat.h>
#include <string.h>

/* expat 2.9 has the counters in 64 bits and deprecates those that were there before */
#if XML_MAJOR_VERSION > 2 || (XML_MAJOR_VERSION == 2 && XML_MINOR_VERSION >= 9)
#define xml_line   XML_GetCurrentLineNumber64
#define xml_column XML_GetCurrentColumnNumber64
#else
#define xml_line   XML_GetCurrentLineNumber
#define xml_column XML_GetCurrentColumnNumber
#endif

struct xml_build {
    struct arena *arena;
    XML_Parser parser;
    struct xml_node *open[XML_MAX_DEPTH]; /* the path from the root */
    struct xml_node *last[XML_MAX_DEPTH]; /* the last child of each */
    struct buf text[XML_MAX_DEPTH];       /* the character data of each */
    struct xml_node *root;
    size_t depth, nodes;
    enum err_code code;
    const char *fault;
};

static void xml_stop(struct xml_build *b, enum err_code code, const char *fault)
{
    if (!b->fault) {
        b->code = code;
        b->fault = fault;
    }
    XML_StopParser(b->parser, XML_FALSE);
}

static void XMLCALL on_doctype(void *ctx, const XML_Char *name, const XML_Char *system_id,
                               const XML_Char *public_id, int has_internal)
{
    xml_stop(ctx, ERR_INVALID, "a document type is not allowed");
}

static void XMLCALL on_start(void *ctx, const XML_Char *name, const XML_Char **attributes)
{
    struct xml_build *b = ctx;

    if (b->fault)
        return;
    if (b->depth == XML_MAX_DEPTH) {
        xml_stop(b, ERR_LIMIT, "elements are nested too deep");
        return;
    }
    if (++b->nodes > XML_MAX_NODES) {
        xml_stop(b, ERR_LIMIT, "too many elements");
        return;
    }
    const char *colon = strrchr(name, ':');
    if (colon && !isalpha((unsigned char)colon[1]) && colon[1] != '_') {
        xml_stop(b, ERR_INVALID, "not a name behind a prefix");
        return;
    }
    struct xml_node *node = arena_zalloc(b->arena, sizeof *node);
    node->name = arena_strdup(b->arena, colon ? colon + 1 : name);
    node->text = "";
    if (b->depth == 0)
        b->root = node;
    else if (b->last[b->depth - 1])
        b->last[b->depth - 1]->next = node;
    else
        b->open[b->depth - 1]->child = node;
    if (b->depth > 0)
        b->last[b->depth - 1] = node;
    b->open[b->depth] = node;
    b->last[b->depth] = NULL;
    buf_clear(&b->text[b->depth]);
    b->depth++;
}

static void XMLCALL on_end(void *ctx, const XML_Char *name)
{
    struct xml_build *b = ctx;

    if (b->fault || b->depth == 0)
        return;
    b->depth--;
    struct buf *text = &b->text[b->depth];
    if (text->len) {
        b->open[b->depth]->text = arena_strndup(b->arena, text->data, text->len);
        b->open[b->depth]->text_len = text->len;
    }
}

static void XMLCALL on_text(void *ctx, const XML_Char *s, int n)
{
    struct xml_build *b = ctx;

    if (!b->fault && b->depth > 0)
        buf_add(&b->text[b->depth - 1], s, (size_t)n);
}

int xml_parse(struct arena *a, const char *text, size_t len, struct xml_node **ret, struct err *err)
{
    struct xml_build b = {.arena = a};

    if (len > XML_MAX_BYTES)
        return err_set(err, ERR_LIMIT, "XML of more than %d bytes", XML_MAX_BYTES);
    b.parser = XML_ParserCreate("UTF-8");
    if (!b.parser)
        die("out of memory");
    for (size_t i = 0; i < XML_MAX_DEPTH; i++)
        buf_init(&b.text[i], XML_MAX_BYTES);
    XML_SetUserData(b.parser, &b);
    XML_SetElementHandler(b.parser, on_start, on_end);
    XML_SetCharacterDataHandler(b.parser, on_text);
    XML_SetStartDoctypeDeclHandler(b.parser, on_doctype);
    int rc = 0;
    if (XML_Parse(b.parser, text, (int)len, XML_TRUE) != XML_STATUS_OK || b.fault) {
        const char *why = b.fault ? b.fault : XML_ErrorString(XML_GetErrorCode(b.parser));
        rc = err_set(err, b.fault ? b.code : ERR_INVALID, "XML line %lu, column %lu: %s",
                     (unsigned long)xml_line(b.parser), (unsigned long)xml_column(b.parser), why);
    } else {
        *ret = b.root;
    }
    for (size_t i = 0; i < XML_MAX_DEPTH; i++)
        buf_free(&b.text[i]);
    XML_ParserFree(b.parser);
    return rc;
}

const struct xml_node *xml_child(const struct xml_node *node, const char *name)
{
    for (const struct xml_node *c = node ? node->child : NULL; c; c = c->next)
        if (strcmp(c->name, name) == 0)
            return c;
    return NULL;
}

const char *xml_child_text(const struct xml_node *node, const char *name)
{
    const struct xml_node *c = xml_child(node, name);
    return c ? c->text : NULL;
}

const char *xml_trimmed(struct arena *a, const struct xml_node *node)
{
    const char *white = " \t\r\n";
    const char *s = node->text + strspn(node->text, white);
    size_t n = strlen(s);

    while (n > 0 && strchr(white, s[n - 1]))
        n--;
    return arena_strndup(a, s, n);
}

void xml_head(struct buf *out)
{
    buf_adds(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
}

static void xml_text_as(struct buf *out, const char *s, size_t n, bool safe)
{
    size_t from = 0;

    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s[i];
        const char *ref = NULL;
        char number[8];
        if (c == '&') {
            ref = "&amp;";
        } else if (c == '<') {
            ref = "&lt;";
        } else if (c == '>') {
            ref = "&gt;";
        } else if (c == '"') {
            ref = "&quot;";
        } else if (c == '\r') {
            ref = "&#13;";
        } else if (c < 0x20 && c != '\t' && c != '\n') {
            static const char hex[] = "0123456789abcdef";
            if (safe) {
                ref = "\xef\xbf\xbd";
            } else if (c < 0x10) {
                memcpy(number, (char[]){'&', '#', 'x', hex[c], ';', 0}, 6);
                ref = number;
            } else {
                memcpy(number, (char[]){'&', '#', 'x', '1', hex[c & 15], ';', 0}, 7);
                ref = number;
            }
        }
        if (!ref)
            continue;
        buf_add(out, s + from, i - from);
        buf_adds(out, ref);
        from = i + 1;
    }
    buf_add(out, s + from, n - from);
}

void xml_text(struct buf *out, const char *s, size_t n)
{
    xml_text_as(out, s, n, false);
}

/* Bytes of the character at s, as UTF-8 and as XML have it; 0: it is none. */
static size_t character(const char *s, size_t n)
{
    unsigned char c = (unsigned char)*s;
    size_t len = c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;

    if (len > n || !utf8_valid(s, len))
        return 0;
    return len == 3 && memcmp(s, "\xef\xbf", 2) == 0 && (unsigned char)s[2] >= 0xbe ? 0 : len;
}

void xml_text_safe(struct buf *out, const char *s, size_t n)
{
    size_t from = 0, len;

    for (size_t i = 0; i < n; i += len) {
        len = character(s + i, n - i);
        if (len)
            continue;
        xml_text_as(out, s + from, i - from, true);
        buf_adds(out, "\xef\xbf\xbd");
        len = 1;
        from = i + 1;
    }
    xml_text_as(out, s + from, n - from, true);
}

void xml_open(struct buf *out, const char *name)
{
    buf_addc(out, '<');
    buf_adds(out, name);
    buf_addc(out, '>');
}

void xml_close(struct buf *out, const char *name)
{
    buf_adds(out, "</");
    buf_adds(out, name);
    buf_addc(out, '>');
}

void xml_elem(struct buf *out, const char *name, const char *text)
{
    if (!text)
        return;
    xml_open(out, name);
    xml_text(out, text, strlen(text));
    xml_close(out, name);
}

void xml_elem_int(struct buf *out, const char *name, int64_t v)
{
    xml_open(out, name);
    buf_addf(out, "%lld", (long long)v);
    xml_close(out, name);
}

void xml_elem_bool(struct buf *out, const char *name, bool v)
{
    xml_elem(out, name, v ? "true" : "false");
}
