/* Decoding of chunked bodies: see http_chunked.h. Called by http_stream.c and the client; fuzzed by
 * tests/fuzz/fuzz_chunked.c. */
#include "net/http_chunked.h"

#define LINE_MAX_CHARS  512  /* an extension or a trailer */
#define LINES_MAX_CHARS 8192 /* of all of a body together */

static int hex_digit(unsigned char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

static enum http_chunked_state step_size(struct http_chunked *c, unsigned char ch)
{
    int v = hex_digit(ch);

    if (v >= 0) {
        if (++c->digits > 15)
            return CHUNKED_BAD;
        c->left = c->left * 16 + (uint64_t)v;
        return CHUNKED_SIZE;
    }
    if (!c->digits)
        return CHUNKED_BAD;
    if (ch == '\r')
        return CHUNKED_SIZE_LF;
    return ch == ';' ? CHUNKED_EXT : CHUNKED_BAD;
}

/* Characters of extensions and trailers: bounded, none of them a control. */
static bool line_char(struct http_chunked *c, unsigned char ch)
{
    return (ch >= 0x20 || ch == '\t') && ch != 0x7f && ++c->line <= LINE_MAX_CHARS &&
           ++c->line_total <= LINES_MAX_CHARS;
}

static enum http_chunked_state step(struct http_chunked *c, unsigned char ch)
{
    switch (c->state) {
    case CHUNKED_SIZE:
        return step_size(c, ch);
    case CHUNKED_EXT:
        if (ch == '\r')
            return CHUNKED_SIZE_LF;
        return line_char(c, ch) ? CHUNKED_EXT : CHUNKED_BAD;
    case CHUNKED_SIZE_LF:
        c->line = c->digits = 0;
        if (ch != '\n')
            return CHUNKED_BAD;
        return c->left ? CHUNKED_DATA : CHUNKED_TRAILER;
    case CHUNKED_DATA_CR:
        return ch == '\r' ? CHUNKED_DATA_LF : CHUNKED_BAD;
    case CHUNKED_DATA_LF:
        return ch == '\n' ? CHUNKED_SIZE : CHUNKED_BAD;
    case CHUNKED_TRAILER:
        if (ch == '\r')
            return CHUNKED_TRAILER_LF;
        return line_char(c, ch) ? CHUNKED_TRAILER : CHUNKED_BAD;
    case CHUNKED_TRAILER_LF: {
        bool empty = c->line == 0;
        c->line = 0;
        if (ch != '\n')
            return CHUNKED_BAD;
        return empty ? CHUNKED_END : CHUNKED_TRAILER;
    }
    default:
        return CHUNKED_BAD;
    }
}

int http_chunked_next(struct http_chunked *c, const char *p, size_t n, size_t *ret_taken,
                      const char **ret_data, size_t *ret_len)
{
    size_t i = 0;

    *ret_data = NULL;
    *ret_len = 0;
    while (i < n && c->state != CHUNKED_END && c->state != CHUNKED_BAD) {
        if (c->state == CHUNKED_DATA) {
            size_t take = n - i < c->left ? n - i : (size_t)c->left;
            *ret_data = p + i;
            *ret_len = take;
            http_chunked_skip(c, take);
            i += take;
            break;
        }
        c->state = step(c, (unsigned char)p[i++]);
    }
    *ret_taken = i;
    return c->state == CHUNKED_BAD ? -1 : 0;
}

uint64_t http_chunked_raw(const struct http_chunked *c)
{
    return c->state == CHUNKED_DATA ? c->left : 0;
}

void http_chunked_skip(struct http_chunked *c, uint64_t n)
{
    c->left -= n;
    if (!c->left)
        c->state = CHUNKED_DATA_CR;
}
