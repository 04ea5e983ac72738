/* TLS on the same port, the client, CONNECT to names of AWS and tunnels to all others. */
#include "test.h"
#include "live.h"
#include "base/fs.h"
#include "net/client.h"
#include "net/tls_internal.h"
#include <netdb.h>

static struct live live;
static struct tls_context *tls;
static char dir[64], bundle[96];

static void make_tls(void)
{
    struct err err;

    snprintf(dir, sizeof(dir), "/tmp/net-tls-%d", (int)getpid());
    snprintf(bundle, sizeof(bundle), "%s/ca-bundle.pem", dir);
    CHECK_OK(tls_context_create(dir, NULL, NULL, &tls, &err), err);
}

static void start(bool tls_only, const char *upstream_proxy)
{
    make_tls();
    struct http_config config = {.tls = tls,
                                 .tls_only = tls_only,
                                 .connect_suffix = "amazonaws.com",
                                 .upstream_proxy = upstream_proxy,
                                 .head_timeout_ms = 500};
    live_start(&live, &config);
    live_go(&live);
}

static void end(void)
{
    struct err err;

    live_end(&live);
    tls_context_destroy(tls);
    CHECK_OK(fs_remove_tree(dir, &err), err);
}

static struct http_client *client_to(const char *scheme, const char *host, const char *ca)
{
    struct http_client *c = NULL;
    struct err err;
    char url[128];

    snprintf(url, sizeof(url), "%s://%s:%d", scheme, host, live.port);
    CHECK_OK(http_client_create(url, ca, 5000, &c, &err), err);
    return c;
}

static void call(struct http_client *c, struct arena *a, const char *method, const char *target,
                 const char *body, int status, const char *want)
{
    struct http_answer answer = {0};
    struct err err;

    CHECK_OK(http_client_call(c, a, method, target, NULL, 0, body, strlen(body), NULL, NULL, NULL,
                              &answer, &err),
             err);
    CHECK_INT(answer.status, status);
    if (want && answer.body)
        CHECK_STR(answer.body, want);
}

TEST(the_client_on_plain_connections)
{
    cleanup_arena struct arena *a = arena_create(64 << 20);

    start(false, NULL);
    struct http_client *c = client_to("http", "127.0.0.1", NULL);
    call(c, a, "GET", "/a?b", "", 200, "GET /a plain ");
    call(c, a, "POST", "/a", "body", 200, "POST /a plain body");
    call(c, a, "HEAD", "/head", "", 200, "");
    call(c, a, "GET", "/forbidden", "", 403, "forbidden");
    call(c, a, "GET", "/none", "", 204, "");
    call(c, a, "GET", "/close", "", 200, "bye");
    call(c, a, "GET", "/a", "", 200, "GET /a plain "); /* on a new connection */
    call(c, a, "GET", "/big", "", 200, NULL);
    call(c, a, "PUT", "/forbidden", "0123456789", 403, "forbidden");
    http_client_destroy(c);
    end();
}

TEST(the_client_calls_again_on_a_closed_connection)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct err err;
    struct http_answer answer;

    start(false, NULL);
    int port = live.port;
    struct http_client *c = client_to("http", "127.0.0.1", NULL);
    call(c, a, "GET", "/a", "", 200, "GET /a plain ");
    live_end(&live);
    struct http_config config = {.port = port};
    live_start(&live, &config);
    live_go(&live);
    call(c, a, "GET", "/a", "", 200, "GET /a plain ");
    end();
    CHECK_INT(
        http_client_call(c, a, "GET", "/a", NULL, 0, NULL, 0, NULL, NULL, NULL, &answer, &err), -1);
    CHECK_INT(err.code, ERR_IO);
    CHECK(str_starts(err.msg, "connect to 127.0.0.1 port "));
    http_client_destroy(c);
}

TEST(the_client_has_a_deadline)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct http_answer answer;
    struct http_client *c;
    struct err err;
    char url[64];

    start(false, NULL);
    snprintf(url, sizeof(url), "http://127.0.0.1:%d", live.port);
    CHECK_OK(http_client_create(url, NULL, 100, &c, &err), err);
    CHECK_INT(http_client_call(c, a, "GET", "/sleep?ms=400", NULL, 0, NULL, 0, NULL, NULL, NULL,
                               &answer, &err),
              -1);
    CHECK_INT(err.code, ERR_TIMEOUT);
    http_client_destroy(c);
    static const char *const bad[] = {"ftp://a",    "http://",    "http://a/b", "a:1",
                                      "http://u@h", "http://:80", "http://a:x"};
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        CHECK_INT(http_client_create(bad[i], NULL, 100, &c, &err), -1);
        CHECK_INT(err.code, ERR_INVALID);
    }
    end();
}

TEST(tls_on_the_same_port)
{
    cleanup_arena struct arena *a = arena_create(64 << 20);
    static const char *const hosts[] = {"127.0.0.1", "localhost"};

    start(false, NULL);
    for (int i = 0; i < 2; i++) {
        struct http_client *c = client_to("https", hosts[i], bundle);
        for (int j = 0; j < 5; j++)
            call(c, a, "POST", "/a", "body", 200, "POST /a tls body");
        char *large = arena_alloc(a, 3000001);
        memset(large, 'x', 3000000);
        large[3000000] = '\0';
        call(c, a, "PUT", "/s", large, 200, "3000000");
        call(c, a, "GET", "/big", "", 200, NULL);
        call(c, a, "GET", "/file", "", 200, NULL);
        call(c, a, "GET", "/park?ms=50", "", 200, "due 1 ");
        http_client_destroy(c);
    }
    struct http_client *plain = client_to("http", "127.0.0.1", NULL);
    call(plain, a, "GET", "/a", "", 200, "GET /a plain ");
    http_client_destroy(plain);
    end();
}

TEST(certificates_are_checked)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct http_answer answer;
    struct err err;
    struct stat st;
    char path[128];

    start(false, NULL);
    struct http_client *c = client_to("https", "127.0.0.1", "/etc/ssl/certs/ca-certificates.crt");
    CHECK_INT(
        http_client_call(c, a, "GET", "/a", NULL, 0, NULL, 0, NULL, NULL, NULL, &answer, &err), -1);
    CHECK(strstr(err.msg, "the certificate is refused"));
    http_client_destroy(c);
    snprintf(path, sizeof(path), "%s/ca.key", dir);
    CHECK(stat(path, &st) == 0 && (st.st_mode & 0777) == 0600);

    /* The authority stays the same over restarts. */
    cleanup_free char *first = NULL, *second = NULL;
    size_t n, m;
    char *text;
    snprintf(path, sizeof(path), "%s/ca.pem", dir);
    CHECK_OK(fs_read(a, path, 10000, &text, &n, &err), err);
    first = strdup(text);
    struct tls_context *again;
    CHECK_OK(tls_context_create(dir, NULL, NULL, &again, &err), err);
    tls_context_destroy(again);
    CHECK_OK(fs_read(a, path, 10000, &text, &m, &err), err);
    second = strdup(text);
    CHECK_STR(first, second);
    end();
}

TEST(the_bundle_holds_all)
{
    cleanup_arena struct arena *a = arena_create(64 << 20);
    struct err err;
    char extra[128], *text;
    size_t n;

    make_tls();
    snprintf(extra, sizeof(extra), "%s/extra.pem", dir);
    CHECK_OK(fs_replace(extra, "EXTRA", 5, 0644, &err), err);
    CHECK_OK(tls_write_bundle(dir, extra, &err), err);
    CHECK_OK(fs_read(a, bundle, 32 << 20, &text, &n, &err), err);
    CHECK(str_ends(text, "EXTRA\n"));
    snprintf(extra, sizeof(extra), "%s/ca.pem", dir);
    char *ca;
    CHECK_OK(fs_read(a, extra, 10000, &ca, &n, &err), err);
    CHECK(str_starts(text, ca));
    CHECK_INT(tls_write_bundle(dir, "/nonexistent", &err), -1);
    CHECK_INT(err.code, ERR_NOT_FOUND);
    tls_context_destroy(tls);
    CHECK_INT(tls_context_create(dir, extra, "/nonexistent", &tls, &err), -1);
    CHECK_INT(err.code, ERR_INVALID);
    CHECK_OK(fs_remove_tree(dir, &err), err);
}

TEST(plain_text_is_refused_where_tls_is_the_rule)
{
    start(true, NULL);
    int fd = live_dial(live.port);
    struct live_reply r = live_ask(fd, "GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    CHECK_INT(r.status, 400);
    CHECK(strstr(r.body, "TLS"));
    close(fd);
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct http_client *c = client_to("https", "127.0.0.1", bundle);
    call(c, a, "GET", "/a", "", 200, "GET /a tls ");
    http_client_destroy(c);
    end();
}

TEST(handshakes_have_a_deadline)
{
    start(false, NULL);
    int fd = live_dial(live.port);
    send(fd, "\x16\x03\x01", 3, MSG_NOSIGNAL);
    int64_t began = sys->mono_ms();
    CHECK(live_closed(fd));
    CHECK(sys->mono_ms() - began < 2000);
    close(fd);
    fd = live_dial(live.port);
    live_send(fd, "\x16 this is no handshake at all, is it?");
    char junk[64];
    while (recv(fd, junk, sizeof(junk), 0) > 0)
        ;
    close(fd);
    int fine = live_dial(live.port);
    CHECK_INT(live_ask(fine, "GET /a HTTP/1.1\r\nHost: h\r\n\r\n").status, 200);
    close(fine);
    end();
}

/* TLS over this socket to `name`; the answer to one GET /a, in static memory. */
static const char *ask_tls(int fd, const char *name)
{
    static char answer[4096];
    struct err err;
    bool wants_write;
    size_t n = 0;

    answer[0] = '\0';
    struct tls_client *t = tls__client_create(bundle, &err);
    struct ssl_st *ssl = t ? tls__client_open(t, fd, name, &err) : NULL;
    if (ssl && tls__handshake(ssl, &wants_write) == 1) {
        static const char ask[] = "GET /a HTTP/1.1\r\nHost: sts\r\nConnection: close\r\n\r\n";
        CHECK_INT(tls__write(ssl, ask, sizeof(ask) - 1), sizeof(ask) - 1);
        ssize_t got;
        while ((got = tls__read(ssl, answer + n, sizeof(answer) - 1 - n)) > 0)
            n += (size_t)got;
        answer[n] = '\0';
    } else if (ssl) {
        tls__explain(ssl, name, &err);
        snprintf(answer, sizeof(answer), "%s", err.msg);
    }
    if (ssl)
        tls__free(ssl);
    tls__client_destroy(t);
    return answer;
}

TEST(connect_to_aws_ends_here)
{
    static const char *const names[] = {"sts.eu-west-1.amazonaws.com", "foo.amazonaws.com",
                                        "FOO.AmazonAWS.com"};

    start(false, NULL);
    for (int i = 0; i < 3; i++) {
        char text[256];
        int fd = live_dial(live.port);
        snprintf(text, sizeof(text), "CONNECT %s:443 HTTP/1.1\r\nHost: %s:443\r\n\r\n", names[i],
                 names[i]);
        live_send(fd, text);
        struct live_reply r = live_receive(fd, true);
        CHECK_INT(r.status, 200);
        CHECK(!strstr(r.head, "Content-Length"));
        const char *answer = ask_tls(fd, names[i]);
        CHECK(str_starts(answer, "HTTP/1.1 200 OK\r\n"));
        CHECK(strstr(answer, "GET /a tls "));
        close(fd);
    }
    /* Another name is none of ours, nor is a second CONNECT within. */
    int fd = live_dial(live.port);
    live_send(fd, "CONNECT a.amazonaws.com:443 HTTP/1.1\r\nHost: a.amazonaws.com:443\r\n\r\n");
    CHECK_INT(live_receive(fd, true).status, 200);
    CHECK_INT(live_ask(fd, "CONNECT b.amazonaws.com:443 HTTP/1.1\r\nHost: b.amazonaws.com:443\r\n"
                           "\r\n")
                  .status,
              405);
    close(fd);
    end();
}

/* Another server of ours stands for the rest of the world. */
TEST(all_else_is_tunnelled)
{
    struct live world;
    struct http_config config = {.host = "127.0.0.1"};
    char text[256];

    live_start(&world, &config);
    live_go(&world);
    start(false, NULL);
    int fd = live_dial(live.port);
    /* The first request goes out together with CONNECT. */
    snprintf(text, sizeof(text),
             "CONNECT 127.0.0.1:%d HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n"
             "GET /first HTTP/1.1\r\nHost: h\r\n\r\n",
             world.port, world.port);
    live_send(fd, text);
    CHECK_INT(live_receive(fd, true).status, 200);
    CHECK_STR(live_receive(fd, false).body, "GET /first plain ");
    struct live_reply r = live_ask(fd, "GET /file HTTP/1.1\r\nHost: h\r\n\r\n");
    CHECK(r.got == LIVE_FILE && r.sound);
    r = live_ask(fd, "POST /b HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nok");
    CHECK_STR(r.body, "POST /b plain ok");
    r = live_ask(fd, "GET /close HTTP/1.1\r\nHost: h\r\n\r\n");
    CHECK_INT(r.status, 200);
    CHECK(live_closed(fd));
    close(fd);

    /* A client that reads slowly while the far side sends. */
    fd = live_dial(live.port);
    snprintf(text, sizeof(text), "CONNECT localhost:%d HTTP/1.1\r\nHost: localhost:%d\r\n\r\n",
             world.port, world.port);
    live_send(fd, text);
    CHECK_INT(live_receive(fd, true).status, 200);
    live_send(fd, "GET /big HTTP/1.1\r\nHost: h\r\n\r\n");
    usleep(200000);
    CHECK_INT(live_receive(fd, false).got, LIVE_BIG);
    close(fd);

    fd = live_dial(live.port);
    r = live_ask(fd, "CONNECT 127.0.0.1:1 HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n");
    CHECK_INT(r.status, 502);
    close(fd);
    fd = live_dial(live.port);
    r = live_ask(fd, "CONNECT xamazonaws.com.invalid:1 HTTP/1.1\r\nHost: x:1\r\n\r\n");
    CHECK_INT(r.status, 502);
    close(fd);
    end();
    live_end(&world);
}

TEST(tunnels_through_another_proxy)
{
    struct live world;
    struct http_config config = {.host = "127.0.0.1"};
    char text[256], proxy[64];

    live_start(&world, &config);
    live_go(&world);
    make_tls();
    struct live outer;
    struct http_config outer_config = {.tls = tls, .connect_suffix = "amazonaws.com"};
    live_start(&outer, &outer_config);
    live_go(&outer);
    snprintf(proxy, sizeof(proxy), "user:pass%%20word@127.0.0.1:%d", outer.port);
    struct http_config inner = {
        .tls = tls, .connect_suffix = ".amazonaws.com", .upstream_proxy = proxy};
    live_start(&live, &inner);
    live_go(&live);
    int fd = live_dial(live.port);
    snprintf(text, sizeof(text), "CONNECT 127.0.0.1:%d HTTP/1.1\r\nHost: x:1\r\n\r\n", world.port);
    live_send(fd, text);
    CHECK_INT(live_receive(fd, true).status, 200);
    CHECK_STR(live_ask(fd, "GET /x HTTP/1.1\r\nHost: h\r\n\r\n").body, "GET /x plain ");
    close(fd);
    fd = live_dial(live.port);
    live_send(fd, "CONNECT 127.0.0.1:1 HTTP/1.1\r\nHost: x:1\r\n\r\n");
    struct live_reply r = live_receive(fd, false);
    CHECK_INT(r.status, 502);
    CHECK(strstr(r.body, "answered 502"));
    close(fd);
    live_end(&live);
    live_end(&outer);
    live_end(&world);
    tls_context_destroy(tls);
    struct err err;
    CHECK_OK(fs_remove_tree(dir, &err), err);
}

TEST(stop_with_open_tunnels_and_tls)
{
    struct live world;
    struct http_config config = {.host = "127.0.0.1"};
    char text[128];

    live_start(&world, &config);
    live_go(&world);
    start(false, NULL);
    int fd = live_dial(live.port);
    snprintf(text, sizeof(text), "CONNECT 127.0.0.1:%d HTTP/1.1\r\nHost: x:1\r\n\r\n", world.port);
    live_send(fd, text);
    CHECK_INT(live_receive(fd, true).status, 200);
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct http_client *c = client_to("https", "127.0.0.1", bundle);
    call(c, a, "GET", "/a", "", 200, "GET /a tls ");
    end();
    CHECK(live_closed(fd));
    close(fd);
    http_client_destroy(c);
    live_end(&world);
}
