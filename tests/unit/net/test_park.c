/* Parked requests: woken, due, lost news, clients that go away, many at once. */
#include "test.h"
#include "live.h"

static struct live live;

static void start(void)
{
    struct http_config config = {.host = "127.0.0.1"};

    live_start(&live, &config);
    live_go(&live);
}

static int64_t parked(void)
{
    struct http_counts counts;

    http_server_counts(live.server, &counts);
    return counts.parked;
}

static void await_parked(int64_t n)
{
    for (int i = 0; i < 3000 && parked() != n; i++)
        usleep(1000);
    CHECK_INT(parked(), n);
}

static const char ask[] = "POST /park?key=7 HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nbody";

TEST(woken_by_their_key)
{
    start();
    int fd = live_dial(live.port);
    for (int i = 0; i < 3; i++) {
        atomic_store(&live.flag, false);
        live_send(fd, ask);
        await_parked(1);
        http_server_wake(live.server, 8); /* another's news */
        usleep(20000);
        CHECK_INT(parked(), 1);
        atomic_store(&live.flag, true);
        http_server_wake(live.server, 7);
        struct live_reply r = live_receive(fd, false);
        CHECK_STR(r.body, "woken 1 body");
    }
    CHECK_INT(live_ask(fd, "GET /a HTTP/1.1\r\nHost: h\r\n\r\n").status, 200);
    CHECK_INT(atomic_load(&live.admitted), 7);
    close(fd);
    live_end(&live);
}

TEST(woken_without_news_they_park_again)
{
    start();
    int fd = live_dial(live.port);
    live_send(fd, ask);
    for (int i = 0; i < 5; i++) {
        await_parked(1);
        http_server_wake(live.server, 7);
        while (atomic_load(&live.handled) < i + 2)
            usleep(1000);
    }
    await_parked(1);
    atomic_store(&live.flag, true);
    http_server_wake(live.server, 7);
    CHECK_STR(live_receive(fd, false).body, "woken 6 body");
    close(fd);
    live_end(&live);
}

TEST(due_at_their_time)
{
    start();
    int fd = live_dial(live.port);
    int64_t began = sys->mono_ms();
    struct live_reply r = live_ask(fd, "GET /park?ms=150 HTTP/1.1\r\nHost: h\r\n\r\n");
    int64_t took = sys->mono_ms() - began;
    CHECK_STR(r.body, "due 1 ");
    CHECK(took >= 149 && took < 1000);
    close(fd);
    live_end(&live);
}

TEST(what_is_pipelined_behind_waits)
{
    start();
    int fd = live_dial(live.port);
    live_send(fd, "GET /park?key=3 HTTP/1.1\r\nHost: h\r\n\r\nGET /a HTTP/1.1\r\nHost: h\r\n\r\n");
    await_parked(1);
    atomic_store(&live.flag, true);
    http_server_wake(live.server, 3);
    CHECK_STR(live_receive(fd, false).body, "woken 1 ");
    CHECK_STR(live_receive(fd, false).body, "GET /a plain ");
    close(fd);
    live_end(&live);
}

TEST(dropped_when_the_client_goes)
{
    start();
    for (int i = 0; i < 10; i++) {
        int fd = live_dial(live.port);
        live_send(fd, ask);
        await_parked(1);
        close(fd);
        await_parked(0);
    }
    CHECK_INT(atomic_load(&live.handled), 10);
    live_end(&live);
}

/* The state changes again and again between a handler's look and its parking. */
TEST(no_news_is_lost)
{
    start();
    int fd = live_dial(live.port);
    for (int i = 0; i < 300; i++) {
        atomic_store(&live.flag, false);
        live_send(fd, ask);
        if (i % 3)
            usleep((useconds_t)(i % 50) * 10);
        atomic_store(&live.flag, true);
        http_server_wake(live.server, 7);
        struct live_reply r = live_receive(fd, false);
        CHECK(str_starts(r.body, "woken"));
    }
    close(fd);
    live_end(&live);
}

#define MANY 2000

TEST(many_parked_at_once)
{
    static int fds[MANY];
    char text[128];

    start();
    for (int i = 0; i < MANY; i++) {
        fds[i] = live_dial(live.port);
        snprintf(text, sizeof(text), "GET /park?key=%d&ms=60000 HTTP/1.1\r\nHost: h\r\n\r\n", i);
        live_send(fds[i], text);
    }
    await_parked(MANY);
    atomic_store(&live.flag, true);
    for (int i = 0; i < MANY; i++)
        http_server_wake(live.server, (uint64_t)i);
    for (int i = 0; i < MANY; i++) {
        CHECK_STR(live_receive(fds[i], false).body, "woken 1 ");
        close(fds[i]);
    }
    CHECK_INT(parked(), 0);
    live_end(&live);
}

/* Who may not park is answered, and there is room for more connections. */
TEST(unparked_beyond_the_bound)
{
    struct http_config config = {.host = "127.0.0.1", .max_connections = 16};
    int fds[14];

    live_start(&live, &config);
    live_go(&live);
    for (int i = 0; i < 14; i++) {
        fds[i] = live_dial(live.port);
        live_send(fds[i], ask);
        await_parked(i + 1);
    }
    CHECK(!http_server_may_park(live.server));
    int fd = live_dial(live.port);
    CHECK_STR(live_ask(fd, ask).body, "full 0 body");
    close(fd);
    close(fds[0]);
    await_parked(13);
    CHECK(http_server_may_park(live.server));
    for (int i = 1; i < 14; i++)
        close(fds[i]);
    live_end(&live);
}

/* Clients that poll once a minute find their connection again. */
TEST(connections_are_kept_beyond_a_minute)
{
    start();
    CHECK(live.server->cfg.idle_timeout_ms >= 75 * 1000);
    live_end(&live);
}

TEST(stop_answers_them)
{
    start();
    int fd = live_dial(live.port);
    live_send(fd, ask);
    await_parked(1);
    http_server_stop(live.server, 2000);
    struct live_reply r = live_receive(fd, false);
    CHECK_INT(r.status, 503);
    close(fd);
    live_end(&live);
}
