/* The decoder of chunked bodies: whole, in pieces, and broken. */
#include "test.h"
#include "net/http_chunked.h"

/* Decodes with `piece` bytes at a time; -1: refused, -2: not at its end. */
static int decode(const char *text, size_t n, size_t piece, char *ret, size_t *ret_used)
{
    struct http_chunked c = {0};
    size_t at = 0, out = 0;

    while (at < n && c.state != CHUNKED_END) {
        size_t take = n - at < piece ? n - at : piece, taken, len;
        const char *data;
        if (http_chunked_next(&c, text + at, take, &taken, &data, &len) < 0)
            return -1;
        if (len)
            memcpy(ret + out, data, len);
        out += len;
        at += taken;
    }
    ret[out] = '\0';
    *ret_used = at;
    return c.state == CHUNKED_END ? (int)out : -2;
}

TEST(bodies_in_pieces_of_every_size)
{
    const char *text = "5\r\nhello\r\n1;name=value\r\n,\r\n00006\r\n world\r\nA\r\n0123456789\r\n"
                       "0\r\nx-trailer: a\r\n\r\nGET /";
    char out[64];
    size_t used;

    for (size_t piece = 1; piece <= strlen(text); piece++) {
        CHECK_INT(decode(text, strlen(text), piece, out, &used), 22);
        CHECK_STR(out, "hello, world0123456789");
        CHECK_STR(text + used, "GET /");
    }
}

TEST(an_empty_body)
{
    char out[8];
    size_t used;

    CHECK_INT(decode("0\r\n\r\n", 5, 9, out, &used), 0);
    CHECK_INT(decode("0\r\n", 3, 9, out, &used), -2);
}

TEST(broken_bodies)
{
    static const char *const table[] = {
        "\r\n",
        "g\r\n",
        " 5\r\nhello\r\n0\r\n\r\n",
        "5 \r\nhello\r\n0\r\n\r\n",
        "0x5\r\nhello\r\n0\r\n\r\n",
        "-1\r\n",
        "+5\r\nhello\r\n",
        "5\nhello\r\n0\r\n\r\n",
        "5\r\nhello\n0\r\n\r\n",
        "5\r\nhello0\r\n\r\n",
        "5\r\nhello!\r\n0\r\n\r\n",
        "5\r\rhello\r\n",
        ";x\r\n",
        "5;a\nb\r\nhello\r\n",
        "5;\x01\r\nhello\r\n",
        "0\r\nx: \x01\r\n\r\n",
        "0\r\n\rx",
        "1000000000000000\r\n",
        "fffffffffffffffff\r\n",
    };
    char out[64];
    size_t used;

    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        if (decode(table[i], strlen(table[i]), 64, out, &used) != -1) {
            printf("row %zu\n", i);
            CHECK(!"refused");
        }
    }
}

TEST(long_lines_are_refused)
{
    char text[20000] = "0\r\n", out[8];
    size_t used, n = 3;

    memset(text + n, 'x', 600);
    CHECK_INT(decode(text, n + 600, 4096, out, &used), -1);
    for (int i = 0; i < 40; i++, n += 302) {
        memset(text + n, 'x', 300);
        memcpy(text + n + 300, "\r\n", 2);
    }
    CHECK_INT(decode(text, n, 4096, out, &used), -1);
}

TEST(reading_past_the_decoder)
{
    struct http_chunked c = {0};
    const char *data;
    size_t taken, len;

    CHECK_INT(http_chunked_next(&c, "a\r\n", 3, &taken, &data, &len), 0);
    CHECK_INT(http_chunked_raw(&c), 10);
    http_chunked_skip(&c, 4);
    CHECK_INT(http_chunked_raw(&c), 6);
    http_chunked_skip(&c, 6);
    CHECK_INT(http_chunked_raw(&c), 0);
    CHECK_INT(http_chunked_next(&c, "\r\n0\r\n\r\n", 7, &taken, &data, &len), 0);
    CHECK_INT(c.state, CHUNKED_END);
}
