/* The transfer coding "chunked" (RFC 9112, 7.1), decoded without copying. Pure.
 *
 *     SIZE ─ hex digits, extension ─ CRLF ─► DATA ─ CRLF ─► SIZE …
 *     SIZE 0 ─► TRAILERS ─ empty line ─► END
 *
 * Strict: lines end in CRLF, sizes have at most 15 digits, extensions are short and are ignored,
 * trailers are checked and dropped. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum http_chunked_state {
    CHUNKED_SIZE,
    CHUNKED_EXT,
    CHUNKED_SIZE_LF,
    CHUNKED_DATA,
    CHUNKED_DATA_CR,
    CHUNKED_DATA_LF,
    CHUNKED_TRAILER,
    CHUNKED_TRAILER_LF,
    CHUNKED_END,
    CHUNKED_BAD
};

struct http_chunked { /* all zero at first */
    enum http_chunked_state state;
    uint64_t left;       /* of the chunk's data */
    unsigned digits;     /* of the size so far */
    unsigned line;       /* characters of this extension or trailer line */
    unsigned line_total; /* of all of them */
};

/* Takes bytes from p; *ret_taken says how many were used up, *ret_data and *ret_len the span of
 * decoded data among them (one span a call; NULL and 0: none). Ends at a span, at the end of the
 * input or of the body. 0, or -1 when the coding is broken. */
int http_chunked_next(struct http_chunked *c, const char *p, size_t n, size_t *ret_taken,
                      const char **ret_data, size_t *ret_len);

/* How much data may be read from the wire past the decoder; tell it with http_chunked_skip. */
uint64_t http_chunked_raw(const struct http_chunked *c);
void http_chunked_skip(struct http_chunked *c, uint64_t n);
