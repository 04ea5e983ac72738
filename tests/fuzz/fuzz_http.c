/* Any bytes as the head of a request and of a reply. What is accepted holds what the parser
 * promises, however the bytes came in. */
#include "net/http_internal.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool so)
{
    if (!so)
        abort();
}

static void clean(const char *s)
{
    expect(s != NULL);
    for (; *s; s++)
        expect((unsigned char)*s >= 0x20 || *s == '\t');
}

/* The end found at once and piece by piece is the same. */
static size_t find_end(const char *p, size_t n)
{
    size_t scan = 0, whole = http_head_end(p, n, &scan), end = 0;

    scan = 0;
    for (size_t i = 0; i <= n && !end; i += 1 + i / 7)
        end = http_head_end(p, i, &scan);
    if (!end)
        end = http_head_end(p, n, &scan);
    expect(end == whole && end <= n);
    return end;
}

/* What CONNECT names: never a host that the rest of its text does not say. */
static void check_authority(struct arena *a, const char *text)
{
    char *host, *port;

    if (!http__split_authority(a, text, &host, &port))
        return;
    expect(strstr(text, host) && strlen(host) + strlen(port) < strlen(text));
    expect(!strchr(port, ':') && !strcmp(text + strlen(text) - strlen(port), port));
}

static void check_request(struct arena *a, const struct http_head *h)
{
    expect(h->n_headers <= HTTP_HEADERS_MAX && h->content_length >= -1);
    expect(!h->chunked || (h->content_length < 0 && h->minor == 1));
    clean(h->method);
    clean(h->target);
    clean(h->host);
    clean(h->query);
    expect(h->connect ? !*h->path : *h->path == '/');
    check_authority(a, h->host);
    for (size_t i = 0; i < h->n_headers; i++) {
        clean(h->headers[i].name);
        clean(h->headers[i].value);
        expect(!strpbrk(h->headers[i].name, " \t:ABCDEFGHIJKLMNOPQRSTUVWXYZ"));
        expect(http__find_header(a, h->headers, h->n_headers, h->headers[i].name) != NULL);
        http__list_has(h->headers[i].value, "close");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cleanup_arena struct arena *a = arena_create(64 << 20);
    const char *p = (const char *)data;
    struct http_fault fault = {0};
    struct http_head head;
    int status;
    size_t end = find_end(p, size);

    if (!end)
        end = size;
    if (http_parse_head(a, p, end, &head, &fault) == 0)
        check_request(a, &head);
    else
        expect(fault.status >= 400 && fault.status < 600 && fault.code && fault.message);
    if (http_parse_reply_head(a, p, end, &status, &head, &fault) == 0)
        expect(status >= 0 && status <= 999);
    return 0;
}
