/* Addresses as people write them. Used by serve, and by env for proxies. */
#include "cli/listen.h"
#include "base/text.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static bool parse_port(const char *text, int *ret)
{
    char *end;

    errno = 0;
    long n = strtol(text, &end, 10);
    if (end == text || *end || errno || n < 0 || n > 65535 || *text == '+' || *text == '-')
        return false;
    *ret = (int)n;
    return true;
}

int listen_parse(struct arena *a, const char *text, struct listen_address *ret, struct err *err)
{
    const char *colon = strrchr(text, ':'), *port = colon ? colon + 1 : text;
    size_t n = colon ? (size_t)(colon - text) : 0;

    if (*text == '[' && n > 2 && text[n - 1] == ']')
        ret->host = arena_strndup(a, text + 1, n - 2);
    else
        ret->host = arena_strndup(a, text, n);
    if (!parse_port(port, &ret->port))
        return err_set(err, ERR_INVALID,
                       "listen: \"%s\" is not HOST:PORT with a port from 0 to 65535", text);
    if (*text != '[' && strchr(ret->host, ':'))
        return err_set(err, ERR_INVALID, "listen: write an IPv6 address as [%s]:%d", ret->host,
                       ret->port);
    if (!*ret->host || str_eq(ret->host, "localhost"))
        ret->host = "127.0.0.1";
    /* a name that only begins like one of its addresses may mean any machine */
    ret->loopback =
        (str_starts(ret->host, "127.") && !ret->host[strspn(ret->host, "0123456789.")]) ||
        str_eq(ret->host, "::1");
    return 0;
}

char *listen_url(struct arena *a, const char *host, int port, bool tls)
{
    bool six = strchr(host, ':') != NULL;

    return arena_printf(a, "%s://%s%s%s:%d", tls ? "https" : "http", six ? "[" : "", host,
                        six ? "]" : "", port);
}

char *proxy_address(struct arena *a, const char *url)
{
    const char *s = strstr(url, "://");

    s = s ? s + 3 : url;
    size_t n = strcspn(s, "/?#");
    if (n == 0)
        return NULL;
    char *address = arena_strndup(a, s, n);
    const char *at = strrchr(address, '@'), *host = at ? at + 1 : address;
    const char *behind = *host == '[' ? strchr(host, ']') : host;
    if (behind && strchr(behind, ':'))
        return address;
    return arena_printf(a, "%s:%d", address, str_starts(url, "https:") ? 443 : 80);
}
