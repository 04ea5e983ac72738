/* The server over loopback: requests, replies, refusals, deadlines, its start and its end. */
#include "test.h"
#include "live.h"
#include <pthread.h>

#define GET(path) "GET " path " HTTP/1.1\r\nHost: h\r\n\r\n"

static struct live live;

static void start(void)
{
    struct http_config config = {.head_timeout_ms = 400, .idle_timeout_ms = 1500};

    live_start(&live, &config);
    live.server->window_up_ms = 500;
    live.server->window_down_ms = 700;
    live_go(&live);
}

TEST(keep_alive)
{
    start();
    int fd = live_dial(live.port);
    for (int i = 0; i < 50; i++) {
        struct live_reply r = live_ask(fd, GET("/a"));
        CHECK_INT(r.status, 200);
        CHECK_STR(r.body, "GET /a plain ");
        if (i % 10 == 0)
            usleep(8000); /* past the time in which a worker looks for more */
    }
    CHECK(!strstr(live_ask(fd, GET("/a")).head, "Connection:"));
    close(fd);
    live_end(&live);
}

TEST(forms_of_replies)
{
    start();
    int fd = live_dial(live.port);
    struct live_reply r = live_ask(fd, "HEAD /a HTTP/1.1\r\nHost: h\r\n\r\n");
    CHECK_INT(r.status, 200);
    CHECK_INT(r.length, 14);
    r = live_ask(fd, "HEAD /head HTTP/1.1\r\nHost: h\r\n\r\n");
    CHECK_INT(r.length, 12345);
    r = live_ask(fd, "HEAD /file HTTP/1.1\r\nHost: h\r\n\r\n");
    CHECK_INT(r.length, LIVE_FILE);
    r = live_ask(fd, GET("/none"));
    CHECK_INT(r.status, 204);
    CHECK(!strstr(r.head, "Content-Length"));
    r = live_ask(fd, GET("/inject"));
    CHECK(strstr(r.head, "x-amz-meta-a: a  Set-Cookie: b\r\n"));
    CHECK(strstr(r.head, "\r\nDate: "));
    r = live_ask(fd, GET("/big"));
    CHECK_INT(r.got, LIVE_BIG);
    r = live_ask(fd, GET("/file"));
    CHECK(r.got == LIVE_FILE && r.sound);
    r = live_ask(fd, GET("/file?from=23&len=46"));
    CHECK(r.got == 46 && r.sound);
    r = live_ask(fd, GET("/close"));
    CHECK(strstr(r.head, "Connection: close"));
    CHECK(live_closed(fd));
    close(fd);
    live_end(&live);
}

TEST(http_1_0)
{
    start();
    int fd = live_dial(live.port);
    struct live_reply r = live_ask(fd, "GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    CHECK_INT(r.status, 200);
    CHECK(strstr(r.head, "Connection: keep-alive"));
    r = live_ask(fd, "GET /a HTTP/1.0\r\n\r\n");
    CHECK_INT(r.status, 200);
    CHECK(live_closed(fd));
    close(fd);
    live_end(&live);
}

TEST(pipelined_requests_are_answered_in_order)
{
    char all[8192] = "", want[64];

    start();
    int fd = live_dial(live.port);
    size_t n = 0;
    for (int i = 0; i < 40; i++) {
        int ms = i == 7 ? 50 : 0;
        if (i % 3)
            n += (size_t)snprintf(all + n, sizeof(all) - n,
                                  "POST /%d HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nb%02d",
                                  i, i);
        else
            n += (size_t)snprintf(all + n, sizeof(all) - n,
                                  "GET /%s?ms=%d HTTP/1.1\r\nHost: h\r\n\r\n", ms ? "sleep" : "get",
                                  ms);
    }
    live_send(fd, all);
    for (int i = 0; i < 40; i++) {
        struct live_reply r = live_receive(fd, false);
        CHECK_INT(r.status, 200);
        if (i % 3) {
            snprintf(want, sizeof(want), "POST /%d plain b%02d", i, i);
            CHECK_STR(r.body, want);
        }
    }
    close(fd);
    live_end(&live);
}

TEST(a_request_byte_by_byte)
{
    const char *text = "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nbody";

    start();
    int fd = live_dial(live.port);
    for (const char *s = text; *s; s++) {
        send(fd, s, 1, MSG_NOSIGNAL);
        usleep(500);
    }
    struct live_reply r = live_receive(fd, false);
    CHECK_STR(r.body, "POST /a plain body");
    close(fd);
    live_end(&live);
}

TEST(refusals_are_replies_and_close)
{
    static char long_line[20000], many[4096];
    static const struct {
        const char *request;
        int status;
    } rows[] = {
        {"GET / HTTP/1.1\r\nHost: h\r\nX : y\r\n\r\n", 400},
        {"GET / HTTP/1.1\n", 400},
        {"GET / HTTP/2.0\r\nHost: h\r\n\r\n", 505},
        {"PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: gzip\r\n\r\n", 501},
        {"PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
         400},
        {"CONNECT a.example:443 HTTP/1.1\r\nHost: a.example:443\r\n\r\n", 405},
        {long_line, 431},
        {many, 431},
    };

    start();
    memset(long_line, 'a', sizeof(long_line) - 1);
    memcpy(long_line, "GET /", 5);
    size_t n = (size_t)snprintf(many, sizeof(many), "GET / HTTP/1.1\r\nHost: h\r\n");
    for (int i = 0; i < 70; i++)
        n += (size_t)snprintf(many + n, sizeof(many) - n, "x%d: y\r\n", i);
    snprintf(many + n, sizeof(many) - n, "\r\n");
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        int fd = live_dial(live.port);
        struct live_reply r = live_ask(fd, rows[i].request);
        CHECK_INT(r.status, rows[i].status);
        CHECK(strstr(r.head, "Connection: close"));
        CHECK(r.got > 0);
        CHECK(live_closed(fd));
        close(fd);
    }
    CHECK_INT(atomic_load(&live.handled), 0);
    live_end(&live);
}

TEST(slow_heads_end)
{
    start();
    int half = live_dial(live.port), silent = live_dial(live.port);
    int64_t began = sys->mono_ms();
    live_send(half, "GET / HT");
    struct live_reply r = live_receive(half, false);
    int64_t took = sys->mono_ms() - began;
    CHECK_INT(r.status, 408);
    CHECK(took >= 350 && took < 1500);
    CHECK(live_closed(half));
    CHECK(live_closed(silent)); /* after the idle time, without a word */
    took = sys->mono_ms() - began;
    CHECK(took >= 1400 && took < 3500);
    close(half);
    close(silent);

    /* One byte every now and then does not help. */
    int drip = live_dial(live.port);
    began = sys->mono_ms();
    for (int i = 0; i < 40; i++) {
        if (send(drip, "G", 1, MSG_NOSIGNAL) != 1)
            break;
        usleep(40000);
        if (sys->mono_ms() - began > 1000)
            break;
    }
    CHECK_INT(live_receive(drip, false).status, 408);
    close(drip);
    live_end(&live);
}

TEST(admit_refuses_before_the_body)
{
    start();
    int fd = live_dial(live.port);
    struct live_reply r =
        live_ask(fd, "PUT /forbidden HTTP/1.1\r\nHost: h\r\nContent-Length: 500000"
                     "\r\nExpect: 100-continue\r\n\r\n");
    CHECK_INT(r.status, 403);
    CHECK_STR(r.body, "forbidden");
    CHECK(live_closed(fd));
    close(fd);

    /* Without a body, or with one that is there, the connection lives on. */
    fd = live_dial(live.port);
    CHECK_INT(live_ask(fd, GET("/forbidden")).status, 403);
    r = live_ask(fd, "POST /forbidden HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nbody");
    CHECK_INT(r.status, 403);
    CHECK_INT(live_ask(fd, GET("/a")).status, 200);
    close(fd);
    CHECK_INT(atomic_load(&live.handled), 1);
    live_end(&live);
}

TEST(hundred_continue)
{
    start();
    int fd = live_dial(live.port);
    live_send(fd,
              "PUT /a HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
    CHECK_INT(live_receive(fd, true).status, 100);
    CHECK_INT(atomic_load(&live.handled), 0);
    struct live_reply r = live_ask(fd, "body");
    CHECK_STR(r.body, "PUT /a plain body");

    /* Also where the body is there, or empty: some clients are confused by its absence. */
    live_send(fd, "PUT /a HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nExpect: 100-continue\r\n"
                  "\r\nbody");
    CHECK_INT(live_receive(fd, true).status, 100);
    CHECK_STR(live_receive(fd, false).body, "PUT /a plain body");
    live_send(fd,
              "PUT /a HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\nExpect: 100-continue\r\n\r\n");
    CHECK_INT(live_receive(fd, true).status, 100);
    CHECK_STR(live_receive(fd, false).body, "PUT /a plain ");
    /* Who is refused instead is not kept. */
    r = live_ask(fd, "PUT /forbidden HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n"
                     "Expect: 100-continue\r\n\r\n");
    CHECK_INT(r.status, 403);
    CHECK(live_closed(fd));
    close(fd);
    live_end(&live);
}

static void *ask_slowly(void *arg)
{
    int fd = live_dial(live.port);
    struct live_reply r = live_ask(fd, GET("/sleep?ms=300"));

    *(int *)arg = strstr(r.head, "Connection: close") ? r.status : -r.status;
    close(fd);
    return NULL;
}

TEST(stop_waits_for_what_runs)
{
    pthread_t thread;
    int status = 0;

    start();
    int idle = live_dial(live.port);
    CHECK_INT(live_ask(idle, GET("/a")).status, 200);
    pthread_create(&thread, NULL, ask_slowly, &status);
    usleep(100000);
    int64_t began = sys->mono_ms();
    http_server_stop(live.server, 5000);
    int64_t took = sys->mono_ms() - began;
    CHECK(took >= 100 && took < 2000);
    pthread_join(thread, NULL);
    CHECK_INT(status, 200);
    CHECK(live_closed(idle));
    close(idle);
    live_end(&live);
}

TEST(stop_ends_after_its_grace)
{
    pthread_t thread;
    int status = 0;

    start();
    pthread_create(&thread, NULL, ask_slowly, &status);
    usleep(50000);
    int64_t began = sys->mono_ms();
    http_server_stop(live.server, 50);
    CHECK(sys->mono_ms() - began < 200);
    pthread_join(thread, NULL);
    CHECK_INT(status, 0);
    live_end(&live); /* waits for the handler itself */
}

TEST(a_taken_port_is_named)
{
    struct http_config config = {.host = "127.0.0.1"};
    struct http_server *second;
    struct err err;

    start();
    config.port = live.port;
    CHECK_INT(http_server_create(&config, &second, &err), -1);
    CHECK_INT(err.code, ERR_BUSY);
    char want[64];
    snprintf(want, sizeof(want), "listen on 127.0.0.1 port %d: ", live.port);
    CHECK(str_starts(err.msg, want));
    config.host = "not a host";
    CHECK_INT(http_server_create(&config, &second, &err), -1);
    CHECK_INT(err.code, ERR_INVALID);
    live_end(&live);
}

TEST(too_many_connections_are_told)
{
    struct http_config config = {.max_connections = 3};
    int fds[4];

    live_start(&live, &config);
    live_go(&live);
    for (int i = 0; i < 3; i++) {
        fds[i] = live_dial(live.port);
        CHECK_INT(live_ask(fds[i], GET("/a")).status, 200);
    }
    fds[3] = live_dial(live.port);
    CHECK_INT(live_receive(fds[3], false).status, 503);
    for (int i = 0; i < 4; i++)
        close(fds[i]);
    live_end(&live);
}

static void *hammer(void *arg)
{
    for (int i = 0; i < 20; i++) {
        int fd = live_dial(live.port);
        for (int j = 0; j < 20; j++)
            if (live_ask(fd, GET("/a")).status != 200)
                atomic_fetch_add((atomic_int *)arg, 1);
        close(fd);
    }
    return NULL;
}

TEST(many_clients_at_once)
{
    pthread_t threads[12];
    atomic_int failed = 0;
    struct http_counts counts;

    start();
    for (int i = 0; i < 12; i++)
        pthread_create(&threads[i], NULL, hammer, &failed);
    for (int i = 0; i < 12; i++)
        pthread_join(threads[i], NULL);
    CHECK_INT(atomic_load(&failed), 0);
    CHECK_INT(atomic_load(&live.handled), 12 * 20 * 20);
    usleep(20000);
    http_server_counts(live.server, &counts);
    CHECK_INT(counts.requests, 12 * 20 * 20);
    CHECK_INT(counts.connections, 0);
    live_end(&live);
}

TEST(ids_are_uuids)
{
    char x[37], y[37];

    http__uuid(x);
    http__uuid(y);
    CHECK(strcmp(x, y) != 0);
    CHECK(x[8] == '-' && x[13] == '-' && x[14] == '4' && strchr("89ab", x[19]) && strlen(x) == 36);
}
