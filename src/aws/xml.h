/* XML: a writer that escapes, and a strict parser of small request bodies.
 *
 * The parser builds a tree in an arena. A document type (so every entity declaration), nesting,
 * node count and size past their bounds, and anything that is not well-formed are refused. Only
 * elements and their text are kept; a namespace prefix is dropped from names. */
#pragma once
#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include <stdint.h>

#define XML_MAX_DEPTH 16
#define XML_MAX_NODES 200000
#define XML_MAX_BYTES (16 * 1024 * 1024)

struct xml_node {
    const char *name;
    const char *text; /* the element's own character data; "" when none */
    size_t text_len;
    struct xml_node *child, *next; /* first child; next sibling */
};

/* ERR_INVALID with line and column, or ERR_LIMIT. */
int xml_parse(struct arena *a, const char *text, size_t len, struct xml_node **ret,
              struct err *err);
/* The first child of that name, or NULL; takes NULL. */
const struct xml_node *xml_child(const struct xml_node *node, const char *name);
/* Its text, or NULL. */
const char *xml_child_text(const struct xml_node *node, const char *name);
/* The text without white space at both ends. */
const char *xml_trimmed(struct arena *a, const struct xml_node *node);

/* Writing. Bytes that XML 1.0 cannot carry become character references ("&#x1;"), as S3 writes
 * them; xml_text_safe puts U+FFFD in their place and in that of what is no UTF-8, so that whatever
 * it is given can be read. */
void xml_head(struct buf *out); /* <?xml version="1.0" encoding="UTF-8"?>\n */
void xml_text(struct buf *out, const char *s, size_t n);
void xml_text_safe(struct buf *out, const char *s, size_t n);
void xml_elem(struct buf *out, const char *name, const char *text); /* NULL text: nothing at all */
void xml_elem_int(struct buf *out, const char *name, int64_t v);
void xml_elem_bool(struct buf *out, const char *name, bool v);
void xml_open(struct buf *out, const char *name);
void xml_close(struct buf *out, const char *name);
