/* Addresses as people write them. */
#include "base/text.h"
#include "cli/listen.h"
#include "test.h"

TEST(addresses)
{
    static const struct {
        const char *text, *url; /* NULL: refused */
        bool loopback;
    } rows[] = {
        {"127.0.0.1:7788", "http://127.0.0.1:7788", true},
        {"80", "http://127.0.0.1:80", true},
        {":0", "http://127.0.0.1:0", true},
        {"localhost:80", "http://127.0.0.1:80", true},
        {"[::1]:80", "http://[::1]:80", true},
        {"127.1:80", "http://127.1:80", true},
        {"127.example.com:80", "http://127.example.com:80", false},
        {"127.0.0.1.example.com:80", "http://127.0.0.1.example.com:80", false},
        {"[::]:80", "http://[::]:80", false},
        {"0.0.0.0:80", "http://0.0.0.0:80", false},
        {"::1:80", NULL, false},
        {"a:65536", NULL, false},
        {"a:-1", NULL, false},
        {"a:+1", NULL, false},
        {"a:8x", NULL, false},
        {"a:", NULL, false},
        {"", NULL, false},
    };

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        cleanup_arena struct arena *a = arena_create(1 << 16);
        struct listen_address got;
        struct err err = {0};
        int rc = listen_parse(a, rows[i].text, &got, &err);
        if ((rc == 0) != (rows[i].url != NULL))
            printf("  \"%s\"\n", rows[i].text);
        CHECK_INT(rc, rows[i].url ? 0 : -1);
        if (rc != 0 || !rows[i].url)
            continue;
        CHECK_STR(listen_url(a, got.host, got.port, false), rows[i].url);
        CHECK_INT(got.loopback, rows[i].loopback);
    }
}

TEST(proxies)
{
    static const struct {
        const char *url, *want;
    } rows[] = {
        {"http://proxy:3128/", "proxy:3128"},
        {"proxy:3128", "proxy:3128"},
        {"http://proxy", "proxy:80"},
        {"https://proxy/x?y", "proxy:443"},
        {"http://me:p%40ss@proxy", "me:p%40ss@proxy:80"},
        {"http://[fe80::1]", "[fe80::1]:80"},
        {"http://me@[fe80::1]:1", "me@[fe80::1]:1"},
        {"http:///x", NULL},
        {"", NULL},
    };

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        cleanup_arena struct arena *a = arena_create(1 << 16);
        const char *got = proxy_address(a, rows[i].url);
        CHECK_STR(got ? got : "-", rows[i].want ? rows[i].want : "-");
    }
}
