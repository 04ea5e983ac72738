/* Load from outside: one signed request, sent again and again over keep-alive connections.
 *
 *     bench_http ENDPOINT ACCESS_KEY SECRET REGION CONNECTIONS SECONDS SERVICE METHOD PATH
 * [HEADER…]
 *
 * The body comes from standard input (none for GET and HEAD); "%d" in PATH or body becomes the
 * connection's number, "%i" in PATH a new one for each request. Prints one line: requests a second,
 * p50 and p99 in microseconds, and the number of answers that were not 2xx (the first of which goes
 * to stderr). */
#include "base/digest.h"
#include "base/sys.h"
#include "base/text.h"
#include "net/sigv4.h"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define SAMPLES     200000
#define BATCH_BYTES (64u << 20) /* of requests that are made ahead */

static struct {
    const char *host, *access_key, *secret, *region, *service, *method, *path, *body;
    char *const *headers;
    int n_headers, port, connections;
    double seconds;
} job;

struct worker {
    pthread_t thread;
    int number;
    long done, failed;
    double spent_s;
    unsigned *took_us;
    size_t n_took;
};

static double now_s(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int dial(void)
{
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)job.port)};
    int fd = socket(AF_INET, SOCK_STREAM, 0), one = 1;

    inet_pton(AF_INET, job.host, &to.sin_addr);
    if (fd < 0 || connect(fd, (struct sockaddr *)&to, sizeof(to)) != 0)
        die("cannot connect to %s:%d", job.host, job.port);
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
    return fd;
}

static char *with_number(struct arena *a, const char *text, int number)
{
    const char *at = strstr(text, "%d");

    at = at ? at : strstr(text, "%i");
    if (!at)
        return arena_strdup(a, text);
    return arena_printf(a, "%.*s%d%s", (int)(at - text), text, number, at + 2);
}

/* The whole request as it goes over the wire. */
static struct buf request(struct arena *a, int number)
{
    const char *path = with_number(a, job.path, number), *authorization, *date;
    const char *body = with_number(a, job.body, number);
    struct http_header headers[20];
    uint8_t sha[DIGEST_MAX];
    char hash[65];
    size_t n = 0;
    struct buf out;

    digest_bytes(DIGEST_SHA256, body, strlen(body), sha);
    hex_encode(sha, 32, hash);
    headers[n++] = (struct http_header){"host", arena_printf(a, "%s:%d", job.host, job.port)};
    for (int i = 0; i < job.n_headers; i++) {
        const char *colon = strchr(job.headers[i], ':');
        headers[n++] = (struct http_header){
            arena_strndup(a, job.headers[i], (size_t)(colon - job.headers[i])), colon + 1};
    }
    headers[n++] = (struct http_header){"x-amz-content-sha256", hash};
    const char *query = strchr(path, '?');
    const char *bare = query ? arena_strndup(a, path, (size_t)(query - path)) : path;
    sigv4_sign(a, &(struct sigv4_identity){job.access_key, job.secret, NULL}, job.region,
               job.service, job.method, bare, query ? query + 1 : "", headers, n, hash,
               sys->wall_ms(), &authorization, &date);
    buf_init(&out, 64 << 20);
    buf_addf(&out, "%s %s HTTP/1.1\r\n", job.method, path);
    for (size_t i = 0; i < n; i++)
        buf_addf(&out, "%s: %s\r\n", headers[i].name, headers[i].value);
    buf_addf(&out, "x-amz-date: %s\r\nauthorization: %s\r\ncontent-length: %zu\r\n\r\n", date,
             authorization, strlen(body));
    buf_adds(&out, body);
    return out;
}

/* Reads one answer; true for 2xx. */
static bool answer(int fd, char *in, size_t cap)
{
    size_t len = 0, need = 0;
    bool head = strcmp(job.method, "HEAD") == 0;

    for (;;) {
        ssize_t n = read(fd, in + len, cap - 1 - len);
        if (n <= 0)
            die("the connection was closed");
        len += (size_t)n;
        in[len] = 0;
        char *end = need ? NULL : strstr(in, "\r\n\r\n");
        if (end) {
            char *length = strcasestr(in, "content-length:");
            need = (size_t)(end + 4 - in);
            if (length && length < end && !head)
                need += strtoul(length + 15, NULL, 10);
        }
        if (need && len >= need)
            return strncmp(in + 9, "2", 1) == 0;
    }
}

static void call(struct worker *w, int fd, const struct buf *out, char *in, size_t cap)
{
    double before = now_s();

    if (write(fd, out->data, out->len) != (ssize_t)out->len)
        die("the request could not be sent");
    if (!answer(fd, in, cap) && w->failed++ == 0)
        fprintf(stderr, "%.500s\n", in);
    if (w->n_took < SAMPLES)
        w->took_us[w->n_took++] = (unsigned)((now_s() - before) * 1e6);
    w->done++;
}

/* Requests are made ahead, since a server that waits for its client falls asleep in between: one
 * for all, or a batch of them where each wants a number of its own. */
static void *work(void *arg)
{
    struct worker *w = arg;
    bool new_each = strstr(job.path, "%i") != NULL;
    size_t n = new_each ? BATCH_BYTES / (size_t)job.connections / (strlen(job.body) + 1024) + 1 : 1,
           cap = 4 << 20;
    struct buf *out = xcalloc(n, sizeof(*out));
    char *in = xmalloc(cap);
    int fd = dial();
    double spent = 0;

    for (size_t made = 0; spent < job.seconds;) {
        for (size_t i = 0; i < n && (new_each || !made); i++) {
            struct arena *a = arena_create(64 << 20);
            buf_free(&out[i]);
            out[i] = request(a, w->number + (int)(made + i) * job.connections);
            arena_destroy(a);
        }
        made += n;
        double start = now_s();
        for (size_t i = 0; i < n && spent + now_s() - start < job.seconds; i++)
            call(w, fd, &out[i], in, cap);
        spent += now_s() - start;
    }
    close(fd);
    for (size_t i = 0; i < n; i++)
        buf_free(&out[i]);
    free(out);
    free(in);
    w->spent_s = spent;
    return NULL;
}

static int by_time(const void *x, const void *y)
{
    unsigned a = *(const unsigned *)x, b = *(const unsigned *)y;

    return a < b ? -1 : a > b;
}

static char *standard_input(void)
{
    struct buf b;
    char part[65536];
    size_t n;

    buf_init(&b, 64 << 20);
    while ((n = fread(part, 1, sizeof(part), stdin)) > 0)
        buf_add(&b, part, n);
    return b.data;
}

int main(int argc, char **argv)
{
    if (argc < 10)
        die("usage: bench_http ENDPOINT KEY SECRET REGION CONNECTIONS SECONDS SERVICE METHOD PATH");
    char *host = xstrdup(strstr(argv[1], "//") + 2), *colon = strrchr(host, ':');
    *colon = 0;
    job.host = host;
    job.port = (int)strtol(colon + 1, NULL, 10);
    job.access_key = argv[2];
    job.secret = argv[3];
    job.region = argv[4];
    job.connections = (int)strtol(argv[5], NULL, 10);
    job.seconds = strtod(argv[6], NULL);
    job.service = argv[7];
    job.method = argv[8];
    job.path = argv[9];
    job.headers = argv + 10;
    job.n_headers = argc - 10;
    bool bare = strcmp(job.method, "GET") == 0 || strcmp(job.method, "HEAD") == 0;
    job.body = bare ? "" : standard_input();

    struct worker *workers = xcalloc((size_t)job.connections, sizeof(*workers));
    unsigned *all = xmalloc((size_t)job.connections * SAMPLES * sizeof(*all));
    size_t n = 0;
    long failed = 0;
    double rate = 0;
    for (int i = 0; i < job.connections; i++) {
        workers[i].number = i;
        workers[i].took_us = xmalloc(SAMPLES * sizeof(unsigned));
        pthread_create(&workers[i].thread, NULL, work, &workers[i]);
    }
    for (int i = 0; i < job.connections; i++) {
        pthread_join(workers[i].thread, NULL);
        memcpy(all + n, workers[i].took_us, workers[i].n_took * sizeof(*all));
        n += workers[i].n_took;
        rate += (double)workers[i].done / workers[i].spent_s;
        failed += workers[i].failed;
    }
    qsort(all, n, sizeof(*all), by_time);
    printf("%.0f %u %u %ld\n", rate, n ? all[n / 2] : 0, n ? all[n * 99 / 100] : 0, failed);
    return failed != 0;
}
