/* Parsing of heads: see http_parse.h. Works on a copy in the arena, which it cuts into strings, so
 * that the request outlives the connection's buffer. Fuzzed by tests/fuzz/fuzz_http.c. */
#include "net/http_parse.h"
#include "base/text.h"
#include <string.h>

static int fault(struct http_fault *f, int status, const char *code, const char *message)
{
    f->status = status;
    f->code = code;
    f->message = message;
    return -1;
}

static int bad(struct http_fault *f, const char *message)
{
    return fault(f, 400, "BadRequest", message);
}

size_t http_head_end(const char *p, size_t n, size_t *scan)
{
    size_t start = n >= 2 && p[0] == '\r' && p[1] == '\n' ? 2 : 0;
    size_t i = *scan < start ? start : *scan;

    while (i < n) {
        const char *lf = memchr(p + i, '\n', n - i);
        if (!lf)
            break;
        size_t at = (size_t)(lf - p);
        if (at == 0 || p[at - 1] != '\r')
            return at + 1; /* a bare LF: the parser refuses it */
        if (at == start + 1 || (at >= start + 3 && p[at - 2] == '\n'))
            return at + 1;
        i = at + 1;
    }
    *scan = i;
    return 0;
}

/* tchar of RFC 9110, 5.6.2. */
static bool is_token_char(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c && strchr("!#$%&'*+-.^_`|~", c));
}

static char *skip_token(char *s)
{
    while (is_token_char((unsigned char)*s))
        s++;
    return s;
}

static bool value_clean(const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s[i];
        if ((c < 0x20 && c != '\t') || c == 0x7f)
            return false;
    }
    return true;
}

/* "example.org:80", "[::1]:80". What a Host field may hold. */
static bool host_clean(const char *s)
{
    for (; *s; s++)
        if (!(is_token_char((unsigned char)*s) || strchr(":[]()=;,", *s)))
            return false;
    return true;
}

/* One line: ends with CRLF, no other CR, no NUL. Gives the start of the next and cuts the CRLF. */
static char *cut_line(char *line, char *end)
{
    char *lf = memchr(line, '\n', (size_t)(end - line));

    if (!lf || lf == line || lf[-1] != '\r')
        return NULL;
    if (memchr(line, '\r', (size_t)(lf - 1 - line)) || memchr(line, 0, (size_t)(lf - line)))
        return NULL;
    lf[-1] = '\0';
    return lf + 1;
}

static int parse_version(const char *s, int *ret_minor, struct http_fault *f)
{
    if (str_eq(s, "HTTP/1.1"))
        *ret_minor = 1;
    else if (str_eq(s, "HTTP/1.0"))
        *ret_minor = 0;
    else if (strlen(s) == 8 && !strncmp(s, "HTTP/", 5) && s[5] >= '0' && s[5] <= '9' &&
             s[6] == '.' && s[7] >= '0' && s[7] <= '9')
        return fault(f, 505, "HTTPVersionNotSupported", "Only HTTP/1.1 and HTTP/1.0 are spoken.");
    else
        return bad(f, "The request line has no valid HTTP version.");
    return 0;
}

/* absolute-form: "http://host[:port][/path][?query]". The authority takes the place of Host. */
static int parse_absolute(struct arena *a, struct http_head *h, struct http_fault *f)
{
    const char *p = strstr(h->target, "://");
    size_t n = p ? (size_t)(p - h->target) : 0;

    if (!((n == 4 && !strncasecmp(h->target, "http", 4)) ||
          (n == 5 && !strncasecmp(h->target, "https", 5))))
        return bad(f, "The request target is neither a path nor an http URI.");
    p += 3;
    size_t len = strcspn(p, "/?");
    if (!len || memchr(p, '@', len))
        return bad(f, "The request target's authority is not valid.");
    h->host = arena_strndup(a, p, len);
    if (!host_clean(h->host))
        return bad(f, "The request target's authority is not valid.");
    p += len;
    h->path = *p == '/' ? p : arena_printf(a, "/%s", p);
    return 0;
}

static int parse_target(struct arena *a, struct http_head *h, struct http_fault *f)
{
    for (const char *s = h->target; *s; s++)
        if ((unsigned char)*s <= 0x20 || (unsigned char)*s >= 0x7f || *s == '#')
            return bad(f, "The request target holds a character that must be escaped.");
    h->query = "";
    if (h->connect) {
        const char *colon = strrchr(h->target, ':');
        if (!colon || colon == h->target || !colon[1] ||
            strspn(colon + 1, "0123456789") != strlen(colon + 1) || strlen(colon + 1) > 5 ||
            strchr(h->target, '/') || strchr(h->target, '@') || !host_clean(h->target))
            return bad(f, "CONNECT needs a host and a port.");
        h->path = "";
        h->host = h->target;
        return 0;
    }
    if (h->target[0] == '*' && !h->target[1])
        return fault(f, 501, "NotImplemented", "The request target * is not supported.");
    h->path = h->target;
    if (h->target[0] != '/' && parse_absolute(a, h, f) < 0)
        return -1;
    const char *mark = strchr(h->path, '?');
    if (mark) {
        h->query = mark + 1;
        h->path = arena_strndup(a, h->path, (size_t)(mark - h->path));
    }
    return 0;
}

static int parse_request_line(struct arena *a, char *line, struct http_head *h,
                              struct http_fault *f)
{
    char *end = skip_token(line);

    if (end == line || *end != ' ')
        return bad(f, "The request line has no valid method.");
    *end = '\0';
    h->method = line;
    h->target = end + 1;
    end = strchr(h->target, ' ');
    if (!end || end == h->target)
        return bad(f, "The request line has no valid HTTP version.");
    *end = '\0';
    if (parse_version(end + 1, &h->minor, f) < 0)
        return -1;
    h->connect = str_eq(h->method, "CONNECT");
    return parse_target(a, h, f);
}

static int parse_field(char *line, struct http_header *ret, struct http_fault *f)
{
    if (*line == ' ' || *line == '\t')
        return bad(f, "A header field is folded over two lines.");
    char *end = skip_token(line);
    if (end == line || *end != ':')
        return bad(f, "A header field has no valid name.");
    for (char *s = line; s < end; s++)
        if (*s >= 'A' && *s <= 'Z')
            *s += 'a' - 'A';
    *end = '\0';
    char *value = end + 1;
    value += strspn(value, " \t");
    size_t n = strlen(value);
    while (n && (value[n - 1] == ' ' || value[n - 1] == '\t'))
        n--;
    value[n] = '\0';
    if (!value_clean(value, n))
        return bad(f, "A header field holds a control character.");
    ret->name = line;
    ret->value = value;
    return 0;
}

static int parse_fields(struct arena *a, char *line, char *end, struct http_head *h,
                        struct http_fault *f)
{
    struct http_header fields[HTTP_HEADERS_MAX];
    size_t n = 0;

    for (;;) {
        char *next = cut_line(line, end);
        if (!next)
            return bad(f, "A line of the head does not end in CR LF, or holds CR or NUL.");
        if (!*line) {
            if (next != end)
                return bad(f, "The head does not end at its empty line.");
            break;
        }
        if (n == HTTP_HEADERS_MAX)
            return fault(f, 431, "RequestHeaderSectionTooLarge",
                         "Your request has more than 64 header fields.");
        if (parse_field(line, &fields[n], f) < 0)
            return -1;
        n++;
        line = next;
    }
    h->headers = arena_memdup(a, fields, n * sizeof(fields[0]));
    h->n_headers = n;
    return 0;
}

static int parse_length(const char *s, int64_t *ret, struct http_fault *f)
{
    int64_t v = 0;

    if (!*s || strlen(s) > 18)
        return bad(f, "Content-Length is not a valid number.");
    for (; *s; s++) {
        if (*s < '0' || *s > '9')
            return bad(f, "Content-Length is not a valid number.");
        v = v * 10 + (*s - '0');
    }
    *ret = v;
    return 0;
}

/* Transfer-Encoding: exactly "chunked", once. */
static int parse_codings(const char *value, struct http_head *h, struct http_fault *f)
{
    const char *s = value;

    for (;;) {
        s += strspn(s, " \t");
        size_t n = strcspn(s, ",");
        size_t len = n;
        while (len && (s[len - 1] == ' ' || s[len - 1] == '\t'))
            len--;
        if (!len)
            return bad(f, "Transfer-Encoding is not valid.");
        if (len != 7 || strncasecmp(s, "chunked", 7))
            return fault(f, 501, "NotImplemented",
                         "A header you provided implies functionality that is not implemented: "
                         "Transfer-Encoding.");
        if (h->chunked)
            return bad(f, "Transfer-Encoding names chunked twice.");
        h->chunked = true;
        if (!s[n])
            return 0;
        s += n + 1;
    }
}

bool http__list_has(const char *list, const char *token)
{
    size_t want = strlen(token);

    for (const char *s = list; *s;) {
        s += strspn(s, " \t,");
        size_t n = strcspn(s, ","), len = n;
        while (len && (s[len - 1] == ' ' || s[len - 1] == '\t'))
            len--;
        if (len == want && !strncasecmp(s, token, want))
            return true;
        s += n;
    }
    return false;
}

/* Content-Length and Transfer-Encoding: the fields that two readers must never see differently. */
static int parse_framing(struct http_head *h, struct http_fault *f)
{
    h->content_length = -1;
    for (size_t i = 0; i < h->n_headers; i++) {
        const struct http_header *x = &h->headers[i];
        if (str_eq(x->name, "content-length")) {
            if (h->content_length >= 0)
                return bad(f, "Content-Length is given twice.");
            if (parse_length(x->value, &h->content_length, f) < 0)
                return -1;
        } else if (str_eq(x->name, "transfer-encoding")) {
            if (parse_codings(x->value, h, f) < 0)
                return -1;
        } else if (str_eq(x->name, "connection")) {
            if (http__list_has(x->value, "close"))
                h->keep_alive = false;
            else if (h->minor == 0 && http__list_has(x->value, "keep-alive"))
                h->keep_alive = true;
        }
    }
    if (h->chunked && h->content_length >= 0)
        return bad(f, "Content-Length and Transfer-Encoding exclude each other.");
    if (h->chunked && h->minor == 0)
        return bad(f, "HTTP/1.0 has no Transfer-Encoding.");
    return 0;
}

/* "a.example" and "a.example:80" name the same. */
static bool same_host(const char *x, const char *y)
{
    size_t n = strlen(x), m = strlen(y);

    if (n > 3 && !strcmp(x + n - 3, ":80"))
        n -= 3;
    if (m > 3 && !strcmp(y + m - 3, ":80"))
        m -= 3;
    return n == m && !strncasecmp(x, y, n);
}

static int parse_host(struct http_head *h, struct http_fault *f)
{
    const char *host = NULL;

    for (size_t i = 0; i < h->n_headers; i++) {
        if (!str_eq(h->headers[i].name, "host"))
            continue;
        if (host)
            return bad(f, "Host is given twice.");
        host = h->headers[i].value;
        if (!host_clean(host))
            return bad(f, "Host is not valid.");
    }
    if (!host && h->minor == 1)
        return bad(f, "Host is missing.");
    if (!h->host)
        h->host = host ? host : "";
    else if (host && !h->connect && !same_host(h->host, host))
        return bad(f, "Host and the request target name different hosts.");
    return 0;
}

static int parse_expect(struct http_head *h, struct http_fault *f)
{
    for (size_t i = 0; i < h->n_headers; i++) {
        if (!str_eq(h->headers[i].name, "expect"))
            continue;
        if (!str_ieq(h->headers[i].value, "100-continue"))
            return fault(f, 417, "ExpectationFailed", "Only Expect: 100-continue is understood.");
        h->expect_continue = h->minor == 1;
    }
    return 0;
}

int http_parse_head(struct arena *a, const char *p, size_t n, struct http_head *ret,
                    struct http_fault *ret_fault)
{
    memset(ret, 0, sizeof(*ret));
    if (n > HTTP_HEAD_MAX + 2)
        return fault(ret_fault, 431, "RequestHeaderSectionTooLarge",
                     "Your request header section exceeds the maximum allowed size of 16 KiB.");
    if (n >= 2 && p[0] == '\r' && p[1] == '\n') {
        p += 2;
        n -= 2;
    }
    char *line = arena_strndup(a, "", 0);
    if (n) {
        line = arena_alloc(a, n + 1);
        memcpy(line, p, n);
        line[n] = '\0';
    }
    char *end = line + n, *next = cut_line(line, end);
    if (!next)
        return bad(ret_fault, "The request line does not end in CR LF, or holds CR or NUL.");
    if (parse_request_line(a, line, ret, ret_fault) < 0)
        return -1;
    ret->keep_alive = ret->minor == 1;
    if (parse_fields(a, next, end, ret, ret_fault) < 0 || parse_framing(ret, ret_fault) < 0 ||
        parse_host(ret, ret_fault) < 0)
        return -1;
    return parse_expect(ret, ret_fault);
}

int http_parse_reply_head(struct arena *a, const char *p, size_t n, int *ret_status,
                          struct http_head *ret, struct http_fault *ret_fault)
{
    memset(ret, 0, sizeof(*ret));
    char *line = arena_alloc(a, n + 1);
    memcpy(line, p, n);
    line[n] = '\0';
    char *end = line + n, *next = cut_line(line, end);
    if (!next || next - line < 14 || strncmp(line, "HTTP/1.", 7) ||
        (line[7] != '0' && line[7] != '1') || line[8] != ' ')
        return bad(ret_fault, "The status line is not valid.");
    for (int i = 9; i < 12; i++)
        if (line[i] < '0' || line[i] > '9')
            return bad(ret_fault, "The status line is not valid.");
    *ret_status = (line[9] - '0') * 100 + (line[10] - '0') * 10 + (line[11] - '0');
    ret->minor = line[7] - '0';
    ret->keep_alive = ret->minor == 1;
    if (parse_fields(a, next, end, ret, ret_fault) < 0)
        return -1;
    return parse_framing(ret, ret_fault);
}

const char *http__find_header(struct arena *a, const struct http_header *headers, size_t n,
                              const char *name)
{
    const char *found = NULL;

    for (size_t i = 0; i < n; i++) {
        if (strcmp(headers[i].name, name))
            continue;
        found = found ? arena_printf(a, "%s, %s", found, headers[i].value) : headers[i].value;
    }
    return found;
}
