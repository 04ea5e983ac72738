/* The head parser against a table of requests, most of them hostile. */
#include "test.h"
#include "net/http_parse.h"

struct row {
    const char *what, *head;
    int status; /* 0: accepted */
    size_t len; /* 0: strlen */
};

#define H "Host: a\r\n"

static const struct row rows[] = {
    {"plain", "GET / HTTP/1.1\r\n" H "\r\n", 0, 0},
    {"a CRLF before it", "\r\nGET / HTTP/1.1\r\n" H "\r\n", 0, 0},
    {"1.0 without Host", "GET / HTTP/1.0\r\n\r\n", 0, 0},
    {"blanks around a value", "GET / HTTP/1.1\r\nHost: \t a \t\r\n\r\n", 0, 0},
    {"UTF-8 in a value", "GET / HTTP/1.1\r\n" H "x-amz-meta-a: \xc3\xa4\r\n\r\n", 0, 0},
    {"absolute form", "GET http://a/b?c HTTP/1.1\r\n" H "\r\n", 0, 0},
    {"absolute form, port 80", "GET http://a:80/b?c HTTP/1.1\r\n" H "\r\n", 0, 0},
    {"Expect", "PUT / HTTP/1.1\r\n" H "Expect: 100-Continue\r\nContent-Length: 1\r\n\r\n", 0, 0},
    {"chunked", "PUT / HTTP/1.1\r\n" H "Transfer-Encoding: Chunked\r\n\r\n", 0, 0},
    {"CONNECT", "CONNECT a.example:443 HTTP/1.1\r\nHost: a.example:443\r\n\r\n", 0, 0},
    {"bare LF ends", "GET / HTTP/1.1\n" H "\n", 400, 0},
    {"bare LF in the fields", "GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n", 400, 0},
    {"bare CR in a value", "GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n", 400, 0},
    {"bare CR in the line", "GET /\r HTTP/1.1\r\n" H "\r\n", 400, 0},
    {"NUL in a value", "GET / HTTP/1.1\r\nHost: a\0b\r\n\r\n", 400, 30},
    {"NUL in the target", "GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n", 400, 29},
    {"BEL in a value", "GET / HTTP/1.1\r\n" H "X: a\ab\r\n\r\n", 400, 0},
    {"DEL in a value", "GET / HTTP/1.1\r\n" H "X: a\x7f\r\n\r\n", 400, 0},
    {"space before the colon", "GET / HTTP/1.1\r\n" H "X : a\r\n\r\n", 400, 0},
    {"tab before the colon", "GET / HTTP/1.1\r\n" H "X\t: a\r\n\r\n", 400, 0},
    {"no colon", "GET / HTTP/1.1\r\n" H "X\r\n\r\n", 400, 0},
    {"no name", "GET / HTTP/1.1\r\n" H ": a\r\n\r\n", 400, 0},
    {"a name with a slash", "GET / HTTP/1.1\r\n" H "a/b: a\r\n\r\n", 400, 0},
    {"a folded field", "GET / HTTP/1.1\r\n" H "X: a\r\n b\r\n\r\n", 400, 0},
    {"a fold at once", "GET / HTTP/1.1\r\n X: a\r\n" H "\r\n", 400, 0},
    {"no Host", "GET / HTTP/1.1\r\n\r\n", 400, 0},
    {"two Hosts", "GET / HTTP/1.1\r\n" H H "\r\n", 400, 0},
    {"a Host with a slash", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400, 0},
    {"a Host with a user", "GET / HTTP/1.1\r\nHost: u@a\r\n\r\n", 400, 0},
    {"another absolute host", "GET http://b/ HTTP/1.1\r\n" H "\r\n", 400, 0},
    {"absolute with a user", "GET http://u@a/ HTTP/1.1\r\n" H "\r\n", 400, 0},
    {"absolute without a host", "GET http:///x HTTP/1.1\r\n" H "\r\n", 400, 0},
    {"another scheme", "GET ftp://a/ HTTP/1.1\r\n" H "\r\n", 400, 0},
    {"no path at all", "GET a HTTP/1.1\r\n" H "\r\n", 400, 0},
    {"a fragment", "GET /#a HTTP/1.1\r\n" H "\r\n", 400, 0},
    {"a raw umlaut", "GET /\xc3\xa4 HTTP/1.1\r\n" H "\r\n", 400, 0},
    {"two spaces", "GET  / HTTP/1.1\r\n" H "\r\n", 400, 0},
    {"a space in the target", "GET /a b HTTP/1.1\r\n" H "\r\n", 400, 0},
    {"a tab between", "GET\t/ HTTP/1.1\r\n" H "\r\n", 400, 0},
    {"a space behind", "GET / HTTP/1.1 \r\n" H "\r\n", 400, 0},
    {"a method with a brace", "G{T / HTTP/1.1\r\n" H "\r\n", 400, 0},
    {"no method", " / HTTP/1.1\r\n" H "\r\n", 400, 0},
    {"HTTP/0.9 by omission", "GET /\r\n\r\n", 400, 0},
    {"HTTP/0.9", "GET / HTTP/0.9\r\n" H "\r\n", 505, 0},
    {"HTTP/2.0", "GET / HTTP/2.0\r\n" H "\r\n", 505, 0},
    {"HTTP/1.2", "GET / HTTP/1.2\r\n" H "\r\n", 505, 0},
    {"the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\n", 505, 0},
    {"http/1.1", "GET / http/1.1\r\n" H "\r\n", 400, 0},
    {"HTTP/1.10", "GET / HTTP/1.10\r\n" H "\r\n", 400, 0},
    {"OPTIONS *", "OPTIONS * HTTP/1.1\r\n" H "\r\n", 501, 0},
    {"CL and TE", "PUT / HTTP/1.1\r\n" H "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
     400, 0},
    {"TE and CL", "PUT / HTTP/1.1\r\n" H "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n",
     400, 0},
    {"two lengths", "PUT / HTTP/1.1\r\n" H "Content-Length: 1\r\nContent-Length: 2\r\n\r\n", 400,
     0},
    {"one length twice", "PUT / HTTP/1.1\r\n" H "Content-Length: 1\r\nContent-Length: 1\r\n\r\n",
     400, 0},
    {"a list of lengths", "PUT / HTTP/1.1\r\n" H "Content-Length: 1, 1\r\n\r\n", 400, 0},
    {"+1", "PUT / HTTP/1.1\r\n" H "Content-Length: +1\r\n\r\n", 400, 0},
    {"-1", "PUT / HTTP/1.1\r\n" H "Content-Length: -1\r\n\r\n", 400, 0},
    {"0x1", "PUT / HTTP/1.1\r\n" H "Content-Length: 0x1\r\n\r\n", 400, 0},
    {"1e3", "PUT / HTTP/1.1\r\n" H "Content-Length: 1e3\r\n\r\n", 400, 0},
    {"no digits", "PUT / HTTP/1.1\r\n" H "Content-Length:\r\n\r\n", 400, 0},
    {"2^64", "PUT / HTTP/1.1\r\n" H "Content-Length: 18446744073709551616\r\n\r\n", 400, 0},
    {"2^63", "PUT / HTTP/1.1\r\n" H "Content-Length: 9223372036854775808\r\n\r\n", 400, 0},
    {"gzip", "PUT / HTTP/1.1\r\n" H "Transfer-Encoding: gzip\r\n\r\n", 501, 0},
    {"gzip, chunked", "PUT / HTTP/1.1\r\n" H "Transfer-Encoding: gzip, chunked\r\n\r\n", 501, 0},
    {"chunked, identity", "PUT / HTTP/1.1\r\n" H "Transfer-Encoding: chunked, identity\r\n\r\n",
     501, 0},
    {"xchunked", "PUT / HTTP/1.1\r\n" H "Transfer-Encoding: xchunked\r\n\r\n", 501, 0},
    {"chunked twice", "PUT / HTTP/1.1\r\n" H "Transfer-Encoding: chunked, chunked\r\n\r\n", 400, 0},
    {"chunked in two fields",
     "PUT / HTTP/1.1\r\n" H "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", 400,
     0},
    {"an empty coding", "PUT / HTTP/1.1\r\n" H "Transfer-Encoding:\r\n\r\n", 400, 0},
    {"chunked in 1.0", "PUT / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400, 0},
    {"another Expect", "PUT / HTTP/1.1\r\n" H "Expect: 200-ok\r\n\r\n", 417, 0},
    {"CONNECT without port", "CONNECT a.example HTTP/1.1\r\n" H "\r\n", 400, 0},
    {"CONNECT to a path", "CONNECT /a:1 HTTP/1.1\r\n" H "\r\n", 400, 0},
    {"CONNECT with a user", "CONNECT u@a:443 HTTP/1.1\r\n" H "\r\n", 400, 0},
    {"CONNECT to port x", "CONNECT a:x HTTP/1.1\r\n" H "\r\n", 400, 0},
};

TEST(the_table_of_requests)
{
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        const struct row *r = &rows[i];
        size_t n = r->len ? r->len : strlen(r->head), scan = 0;
        cleanup_arena struct arena *a = arena_create(1 << 20);
        struct http_fault f = {0};
        struct http_head h;
        size_t end = http_head_end(r->head, n, &scan);
        int status = 0;
        if (!end)
            status = -1;
        else if (http_parse_head(a, r->head, end, &h, &f) < 0)
            status = f.status;
        if (status != r->status) {
            printf("%s: got %d (%s), want %d\n", r->what, status, f.message ? f.message : "",
                   r->status);
            CHECK(!"the row above");
        }
    }
}

static int parse(struct arena *a, const char *text, struct http_head *ret)
{
    struct http_fault f;
    size_t scan = 0, end = http_head_end(text, strlen(text), &scan);

    return end ? http_parse_head(a, text, end, ret, &f) : -2;
}

TEST(parts_of_a_request)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct http_head h;

    CHECK_INT(
        parse(a,
              "POST /a%20b/c?x=1&y=%2F HTTP/1.1\r\nHOST: h:80\r\nX-Amz-Target: SageMaker.A\r\n"
              "Content-Length: 12\r\nx-a:  1\r\nX-A: 2  \r\n\r\n",
              &h),
        0);
    CHECK_STR(h.method, "POST");
    CHECK_STR(h.target, "/a%20b/c?x=1&y=%2F");
    CHECK_STR(h.path, "/a%20b/c");
    CHECK_STR(h.query, "x=1&y=%2F");
    CHECK_STR(h.host, "h:80");
    CHECK_INT(h.content_length, 12);
    CHECK_INT(h.n_headers, 5);
    CHECK_STR(h.headers[1].name, "x-amz-target");
    CHECK_STR(http__find_header(a, h.headers, h.n_headers, "x-a"), "1, 2");
    CHECK(!http__find_header(a, h.headers, h.n_headers, "x-b"));
    CHECK(h.keep_alive && !h.chunked && !h.expect_continue && !h.connect);
}

TEST(absolute_form_gives_path_and_host)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct http_head h;

    CHECK_INT(parse(a, "GET http://A.example?x HTTP/1.1\r\nHost: a.EXAMPLE:80\r\n\r\n", &h), 0);
    CHECK_STR(h.path, "/");
    CHECK_STR(h.query, "x");
    CHECK_STR(h.host, "A.example");
}

TEST(persistence)
{
    static const struct {
        const char *head;
        bool keep;
    } table[] = {
        {"GET / HTTP/1.1\r\nHost: a\r\n\r\n", true},
        {"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", false},
        {"GET / HTTP/1.1\r\nHost: a\r\nConnection: x, Close\r\n\r\n", false},
        {"GET / HTTP/1.0\r\n\r\n", false},
        {"GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", true},
    };
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        cleanup_arena struct arena *a = arena_create(1 << 20);
        struct http_head h;
        CHECK_INT(parse(a, table[i].head, &h), 0);
        CHECK_INT(h.keep_alive, table[i].keep);
    }
}

TEST(the_head_is_found_however_it_arrives)
{
    const char *text = "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\nrest";
    size_t scan = 0, n = strlen(text);

    for (size_t i = 0; i < n - 4; i++)
        CHECK_INT(http_head_end(text, i, &scan), 0);
    CHECK_INT(http_head_end(text, n - 4, &scan), n - 4);
    scan = 0;
    CHECK_INT(http_head_end(text, n, &scan), n - 4);
    scan = 0;
    CHECK_INT(http_head_end("GET / HTTP/1.1\nHost", 19, &scan), 15);
}

TEST(bounds)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct http_fault f;
    struct http_head h;
    char head[HTTP_HEAD_MAX + 512];
    size_t n;

    n = (size_t)snprintf(head, sizeof(head), "GET / HTTP/1.1\r\nHost: a\r\n");
    for (int i = 0; i < HTTP_HEADERS_MAX - 1; i++)
        n += (size_t)snprintf(head + n, sizeof(head) - n, "x%d: y\r\n", i);
    size_t full = n;
    n += (size_t)snprintf(head + n, sizeof(head) - n, "\r\n");
    CHECK_INT(http_parse_head(a, head, n, &h, &f), 0);
    CHECK_INT(h.n_headers, HTTP_HEADERS_MAX);
    n = full + (size_t)snprintf(head + full, sizeof(head) - full, "z: y\r\n\r\n");
    CHECK_INT(http_parse_head(a, head, n, &h, &f), -1);
    CHECK_INT(f.status, 431);

    memset(head, 'a', sizeof(head));
    memcpy(head, "GET /", 5);
    memcpy(head + sizeof(head) - 24, " HTTP/1.1\r\nHost: a\r\n\r\n", 22);
    CHECK_INT(http_parse_head(a, head, sizeof(head) - 2, &h, &f), -1);
    CHECK_INT(f.status, 431);
}

TEST(replies)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct http_fault f;
    struct http_head h;
    int status = 0;
    const char *ok = "HTTP/1.1 404 Not Found\r\nContent-Length: 3\r\n\r\n";

    CHECK_INT(http_parse_reply_head(a, ok, strlen(ok), &status, &h, &f), 0);
    CHECK_INT(status, 404);
    CHECK_INT(h.content_length, 3);
    static const char twice[] = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n";
    static const char *const broken[] = {"HTTP/2.0 200 OK\r\n\r\n",
                                         "HTTP/1.1 20 OK\r\n\r\n",
                                         "HTTP/1.1\r\n\r\n",
                                         "",
                                         "\r\n\r\n",
                                         twice};
    for (size_t i = 0; i < sizeof(broken) / sizeof(broken[0]); i++)
        CHECK_INT(http_parse_reply_head(a, broken[i], strlen(broken[i]), &status, &h, &f), -1);
}
