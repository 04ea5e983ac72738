/* Bodies over loopback: streamed, chunked, sent as files, and by clients that are slow on purpose.
 */
#include "test.h"
#include "live.h"
#include <pthread.h>

static struct live live;

static void start(int streams)
{
    struct http_config config = {.head_timeout_ms = 400, .streams = streams};

    live_start(&live, &config);
    live.server->window_up_ms = 500;
    live.server->window_down_ms = 600;
    live_go(&live);
}

static void send_bytes(int fd, size_t n)
{
    static char zeros[65536];

    while (n) {
        size_t take = n < sizeof(zeros) ? n : sizeof(zeros);
        ssize_t put = send(fd, zeros, take, MSG_NOSIGNAL);
        if (put <= 0)
            return;
        n -= (size_t)put;
    }
}

TEST(streams_of_a_known_length)
{
    start(0);
    int fd = live_dial(live.port);
    for (int i = 0; i < 3; i++) {
        live_send(fd, "PUT /s HTTP/1.1\r\nHost: h\r\nContent-Length: 5000000\r\n\r\n");
        send_bytes(fd, 5000000);
        struct live_reply r = live_receive(fd, false);
        CHECK_INT(r.status, 200);
        CHECK_STR(r.body, "5000000");
    }
    /* The largest body that is buffered, and the first that is not. */
    live_send(fd, "PUT /a HTTP/1.1\r\nHost: h\r\nContent-Length: 1048576\r\n\r\n");
    send_bytes(fd, HTTP_BUFFERED);
    CHECK_STR(live_receive(fd, false).body, "PUT /a plain ");
    live_send(fd, "PUT /a HTTP/1.1\r\nHost: h\r\nContent-Length: 1048577\r\n\r\n");
    send_bytes(fd, HTTP_BUFFERED + 1);
    CHECK_STR(live_receive(fd, false).body, "1048577");
    CHECK_INT(live_ask(fd, "GET /a HTTP/1.1\r\nHost: h\r\n\r\n").status, 200);
    close(fd);
    live_end(&live);
}

TEST(chunked_streams)
{
    start(0);
    int fd = live_dial(live.port);
    struct live_reply r =
        live_ask(fd, "PUT /s HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n"
                     "\r\n5\r\nhello\r\n0\r\n\r\nGET /a HTTP/1.1\r\nHost: h\r\n\r\n");
    CHECK_STR(r.body, "5");
    CHECK_STR(live_receive(fd, false).body, "GET /a plain "); /* what was pipelined behind it */
    live_send(fd, "PUT /s HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 20; i++) {
        live_send(fd, "30d40;x=y\r\n");
        send_bytes(fd, 200000);
        live_send(fd, "\r\n");
    }
    live_send(fd, "0\r\nx-trailer: y\r\n\r\n");
    CHECK_STR(live_receive(fd, false).body, "4000000");
    r = live_ask(fd, "PUT /s HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nfive\r\n");
    CHECK_INT(r.status, 400);
    CHECK(live_closed(fd));
    close(fd);
    live_end(&live);
}

TEST(a_stream_continues_only_when_read)
{
    start(0);
    int fd = live_dial(live.port);
    live_send(fd, "PUT /s HTTP/1.1\r\nHost: h\r\nContent-Length: 2000000\r\n"
                  "Expect: 100-continue\r\n\r\n");
    CHECK_INT(live_receive(fd, true).status, 100);
    send_bytes(fd, 2000000);
    CHECK_STR(live_receive(fd, false).body, "2000000");
    live_send(fd, "PUT /unread HTTP/1.1\r\nHost: h\r\nContent-Length: 2000000\r\n"
                  "Expect: 100-continue\r\n\r\n");
    struct live_reply r = live_receive(fd, false);
    CHECK_INT(r.status, 409);
    CHECK(strstr(r.head, "Connection: close"));
    CHECK(live_closed(fd));
    close(fd);
    live_end(&live);
}

TEST(an_early_reply_reaches_a_client_that_still_sends)
{
    start(0);
    int fd = live_dial(live.port);
    live_send(fd, "PUT /unread HTTP/1.1\r\nHost: h\r\nContent-Length: 30000000\r\n\r\n");
    send_bytes(fd, 30000000);
    CHECK_INT(live_receive(fd, false).status, 409);
    close(fd);
    live_end(&live);
}

TEST(streams_are_bounded)
{
    int fds[4];

    start(3);
    live.server->window_up_ms = 5000;
    for (int i = 0; i < 3; i++) {
        fds[i] = live_dial(live.port);
        live_send(fds[i], "PUT /s HTTP/1.1\r\nHost: h\r\nContent-Length: 2000000\r\n\r\nx");
    }
    while (atomic_load(&live.stream_bytes) < 3)
        usleep(1000);
    fds[3] = live_dial(live.port);
    live_send(fds[3], "PUT /s HTTP/1.1\r\nHost: h\r\nContent-Length: 2000000\r\n\r\n");
    struct live_reply r = live_receive(fds[3], false);
    CHECK_INT(r.status, 503);
    CHECK(str_starts(r.body, "SlowDown"));
    for (int i = 0; i < 4; i++)
        close(fds[i]);
    live_end(&live);
    CHECK_INT(atomic_load(&live.stream_failed), 3);
}

TEST(slow_uploads_end)
{
    start(0);
    int small = live_dial(live.port), large = live_dial(live.port);
    int64_t began = sys->mono_ms();
    live_send(small, "PUT /a HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n");
    live_send(large, "PUT /s HTTP/1.1\r\nHost: h\r\nContent-Length: 2000000\r\n\r\n");
    for (int i = 0; i < 8; i++) {
        send(small, "x", 1, MSG_NOSIGNAL);
        send(large, "x", 1, MSG_NOSIGNAL);
        usleep(50000);
    }
    CHECK_INT(live_receive(small, false).status, 408);
    CHECK_INT(live_receive(large, false).status, 408);
    int64_t took = sys->mono_ms() - began;
    CHECK(took >= 450 && took < 2000);
    close(small);
    close(large);
    live_end(&live);
}

TEST(steady_uploads_go_on)
{
    start(0);
    int fd = live_dial(live.port), large = live_dial(live.port);
    live_send(fd, "PUT /a HTTP/1.1\r\nHost: h\r\nContent-Length: 4000\r\n\r\n");
    live_send(large, "PUT /s HTTP/1.1\r\nHost: h\r\nContent-Length: 2000000\r\n\r\n");
    for (int i = 0; i < 20; i++) {
        send_bytes(fd, 200);
        send_bytes(large, 100000);
        usleep(70000); /* 1.4 s in all: almost three windows */
    }
    CHECK_INT(live_receive(fd, false).status, 200);
    CHECK_STR(live_receive(large, false).body, "2000000");
    close(fd);
    close(large);
    live_end(&live);
}

TEST(slow_downloads_end_and_steady_ones_do_not)
{
    int size = 4096;
    static const char *const asks[] = {"GET /big HTTP/1.1\r\nHost: h\r\n\r\n",
                                       "GET /file HTTP/1.1\r\nHost: h\r\n\r\n"};

    start(0);
    for (int i = 0; i < 2; i++) {
        int slow = live_dial(live.port);
        setsockopt(slow, SOL_SOCKET, SO_RCVBUF, &size, sizeof(size));
        live_send(slow, asks[i]);
        usleep(2000000);
        struct http_counts counts;
        http_server_counts(live.server, &counts);
        CHECK_INT(counts.connections, 0);
        close(slow);
    }
    int steady = live_dial(live.port);
    live_send(steady, asks[1]);
    char piece[65536];
    size_t total = 0;
    for (int i = 0; i < 12; i++) {
        ssize_t n = recv(steady, piece, sizeof(piece), 0);
        total += n > 0 ? (size_t)n : 0;
        usleep(100000);
    }
    for (;;) {
        ssize_t n = recv(steady, piece, sizeof(piece), 0);
        total += n > 0 ? (size_t)n : 0;
        if (n <= 0 || total > LIVE_FILE)
            break;
    }
    CHECK(total > LIVE_FILE);
    close(steady);
    live_end(&live);
}

#define CRAWLERS 200

/* 200 clients that send or fetch a byte at a time, beside one that just asks. */
TEST(crawling_clients_do_not_disturb)
{
    int fds[CRAWLERS], size = 2048;
    int64_t worst_ms = 0;

    struct http_config config = {.streams = 32};
    live_start(&live, &config);
    live.server->window_up_ms = 2000;
    live_go(&live);
    for (int i = 0; i < CRAWLERS; i++) {
        fds[i] = live_dial(live.port);
        if (i % 4 == 0)
            live_send(fds[i], "PUT /s HTTP/1.1\r\nHost: h\r\nContent-Length: 9000000\r\n\r\n");
        else if (i % 4 == 1)
            live_send(fds[i], "PUT /a HTTP/1.1\r\nHost: h\r\nContent-Length: 900000\r\n\r\n");
        else if (i % 4 == 2)
            live_send(fds[i], "GET / HTTP/1.1\r\nHost: h\r\nX: ");
        else {
            setsockopt(fds[i], SOL_SOCKET, SO_RCVBUF, &size, sizeof(size));
            live_send(fds[i], "GET /file HTTP/1.1\r\nHost: h\r\n\r\n");
        }
    }
    int fd = live_dial(live.port);
    for (int round = 0; round < 20; round++) {
        for (int i = 0; i < CRAWLERS; i++) {
            char c;
            if (i % 4 == 3)
                recv(fds[i], &c, 1, MSG_DONTWAIT);
            else
                send(fds[i], "x", 1, MSG_NOSIGNAL);
        }
        for (int i = 0; i < 20; i++) {
            int64_t began = sys->mono_ms();
            CHECK_INT(live_ask(fd, "GET /a HTTP/1.1\r\nHost: h\r\n\r\n").status, 200);
            int64_t took = sys->mono_ms() - began;
            worst_ms = took > worst_ms ? took : worst_ms;
        }
        usleep(20000);
    }
    CHECK(worst_ms < 500);
    for (int i = 0; i < CRAWLERS; i++)
        close(fds[i]);
    close(fd);
    live_end(&live);
}

static void *fetch(void *arg)
{
    int fd = live_dial(live.port);

    for (int i = 0; i < 5; i++) {
        struct live_reply r = live_ask(fd, "GET /file HTTP/1.1\r\nHost: h\r\n\r\n");
        if (r.got != LIVE_FILE || !r.sound)
            atomic_fetch_add((atomic_int *)arg, 1);
    }
    close(fd);
    return NULL;
}

TEST(many_files_at_once)
{
    pthread_t threads[8];
    atomic_int failed = 0;

    start(0);
    for (int i = 0; i < 8; i++)
        pthread_create(&threads[i], NULL, fetch, &failed);
    for (int i = 0; i < 8; i++)
        pthread_join(threads[i], NULL);
    CHECK_INT(atomic_load(&failed), 0);
    live_end(&live);
}

TEST(clients_that_go_away_within)
{
    start(0);
    for (int i = 0; i < 20; i++) {
        int fd = live_dial(live.port);
        struct linger now = {1, 0};
        if (i % 2)
            setsockopt(fd, SOL_SOCKET, SO_LINGER, &now, sizeof(now)); /* RST instead of FIN */
        if (i % 5 == 0)
            live_send(fd, "PUT /s HTTP/1.1\r\nHost: h\r\nContent-Length: 2000000\r\n\r\nabc");
        else if (i % 5 == 1)
            live_send(fd, "PUT /a HTTP/1.1\r\nHost: h\r\nContent-Length: 2000\r\n\r\nabc");
        else if (i % 5 == 2)
            live_send(fd, "GET /big HTTP/1.1\r\nHost: h\r\n\r\n");
        else if (i % 5 == 3)
            live_send(fd, "GET /file HTTP/1.1\r\nHost: h\r\n\r\n");
        else
            live_send(fd, "GET /sle");
        usleep(i * 500);
        close(fd);
    }
    struct http_counts counts = {.connections = 1};
    for (int i = 0; i < 300 && counts.connections; i++) {
        usleep(10000);
        http_server_counts(live.server, &counts);
    }
    CHECK_INT(counts.connections, 0);
    live_end(&live);
}
