/* A server with a handler that does nothing: what HTTP alone costs, for wrk and the benchmarks.
 * static_server PORT [TLSDIR]; prints the port. GET /file?PATH sends a file, POST reads the body.
 */
#include "base/text.h"
#include "net/http.h"
#include "net/tls.h"
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void read_body(struct http_request *req, struct http_response *res)
{
    size_t total = 0, size = 256 * 1024;
    char *piece = arena_alloc(req->arena, size);
    struct err err;
    ssize_t n;

    while ((n = http_stream_read(req->stream, piece, size, &err)) > 0)
        total += (size_t)n;
    if (n < 0)
        res->status = 400;
    res->body = arena_printf(req->arena, "%zu\n", total);
    res->body_len = strlen(res->body);
}

static void handle(void *ctx, struct http_request *req, struct http_response *res)
{
    static const char body[] = "{\"PipelineName\":\"flights\",\"PipelineStatus\":\"Active\"}";
    struct stat st;

    if (req->stream) {
        read_body(req, res);
        return;
    }
    if (str_eq(req->path, "/slow")) /* as if it waited for a commit */
        usleep(300);
    if (str_eq(req->path, "/file")) {
        res->fd = open(req->query, O_RDONLY | O_CLOEXEC);
        if (res->fd >= 0 && fstat(res->fd, &st) == 0) {
            res->fd_length = st.st_size;
            return;
        }
        res->status = 404;
    }
    http_reply_header(res, "Content-Type", "application/x-amz-json-1.1");
    http_reply_header(res, "x-amzn-RequestId", req->id);
    res->body = body;
    res->body_len = sizeof(body) - 1;
}

int main(int argc, char **argv)
{
    struct http_config config = {.host = "127.0.0.1", .app = {.handle = handle}};
    struct http_server *server;
    struct err err;
    sigset_t set;
    int sig;

    config.port = argc > 1 ? (int)strtol(argv[1], NULL, 10) : 0;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigprocmask(SIG_BLOCK, &set, NULL);
    if ((argc > 2 && tls_context_create(argv[2], NULL, NULL, &config.tls, &err) < 0) ||
        http_server_create(&config, &server, &err) < 0 || http_server_start(server, &err) < 0) {
        fprintf(stderr, "%s\n", err.msg);
        return 1;
    }
    printf("%d\n", http_server_port(server));
    fflush(stdout);
    sigwait(&set, &sig);
    http_server_stop(server, 1000);
    http_server_destroy(server);
    tls_context_destroy(config.tls);
    return 0;
}
