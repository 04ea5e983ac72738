/* Addresses: what --listen and proxies' URLs mean. */
#pragma once
#include "base/arena.h"
#include "base/err.h"

struct listen_address {
    const char *host; /* without brackets */
    int port;
    bool loopback;
};
/* "127.0.0.1:7788", "[::1]:0", "localhost:80", ":80" (loopback), "80". ERR_INVALID. */
int listen_parse(struct arena *a, const char *text, struct listen_address *ret, struct err *err);
/* "http://127.0.0.1:7788", "https://[::1]:7788". */
char *listen_url(struct arena *a, const char *host, int port, bool tls);
/* "host:port" of a proxy's URL ("http://user:password@proxy:3128/", "proxy:3128"); NULL: none. A
 * name and password stay in front of it. */
char *proxy_address(struct arena *a, const char *url);
