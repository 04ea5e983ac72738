/* Any calls, through the whole front end into an engine that runs nothing (the dry executor):
 * routes, protocols, shapes, operations. Calls stand in the input with a line "---" between them,
 * each as
 *
 *   METHOD PATH HTTP/1.1 …   a request with its head and body
 *   TARGET<newline>JSON      what X-Amz-Target says, and the body
 *   FORM                     of the Query protocol
 *
 * An answer is what its protocol can carry, and never that something went wrong inside. */
#include "aws/aws.h"
#include "aws/xml.h"
#include "base/fs.h"
#include "base/log.h"
#include "base/sys.h"
#include "base/text.h"
#include "engine/reset.h"
#include "net/http_internal.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define JSON_TYPE "application/x-amz-json-1.1"
#define FORM_TYPE "application/x-www-form-urlencoded"

static const char between[] = "\n---\n";
static char dir[64];
static struct store *store;
static struct objects *objects;
static struct series *series;
static struct engine *engine;
static struct aws *aws;
static struct sys_ops ours;

static void expect(bool so)
{
    if (!so)
        abort();
}

/* So that events of the corpus stay young. */
static int64_t wall_ms(void)
{
    return 1700000060000;
}

static void end(void)
{
    struct err err;

    aws_destroy(aws);
    engine_close(engine);
    series_close(series);
    objects_close(objects);
    store_close(store);
    fs_remove_tree(dir, &err);
}

static void begin(void)
{
    const struct store_module modules[] = {objects_module, engine_module, {NULL, NULL}};
    struct err err;

    if (dir[0])
        return;
    log_open(2, LOG_ERROR);
    ours = sys_real;
    ours.wall_ms = wall_ms;
    sys = &ours;
    snprintf(dir, sizeof(dir), "/dev/shm/slipway-fuzz-XXXXXX");
    expect(mkdtemp(dir) != NULL && store_open(dir, modules, &store, &err) == 0);
    expect(objects_open(store, &objects, &err) == 0 && series_open(dir, &series, &err) == 0);
    const struct engine_config config = {.store = store,
                                         .objects = objects,
                                         .series = series,
                                         .executor = &exec_dry,
                                         .data_dir = dir,
                                         .account = "123456789012",
                                         .region = "us-east-1",
                                         .role = "slipway",
                                         .endpoint = "http://127.0.0.1:1",
                                         .max_jobs = 2,
                                         .stop_grace_ms = 1000,
                                         .log_max_bytes = 1 << 20,
                                         .check_request = aws_check_request};
    expect(engine_open(&config, &engine, &err) == 0 && engine_start(engine, &err) == 0);
    const struct aws_config front = {
        .engine = engine, .objects = objects, .series = series, .auth_off = true, .version = "v"};
    expect(aws_create(&front, &aws, &err) == 0);
    atexit(end);
}

/* --- a call --- */

static bool is_token(const char *s)
{
    const char *p = s;

    for (; *p; p++)
        if (*p <= ' ' || *p >= 0x7f || strchr("()<>@,;:\\\"/[]?={}", *p))
            return false;
    return p > s;
}

static void check_answer(const struct http_request *req, const struct http_response *res)
{
    const char *type = "";
    struct xml_node *root;
    struct json *v;
    struct err err;

    expect(res->status >= 200 && res->status < 600 && res->status != 500 && !res->park);
    expect(!arena_over(req->arena));
    for (size_t i = 0; i < res->n_headers; i++) {
        expect(is_token(res->headers[i].name) && res->headers[i].value);
        if (str_eq(res->headers[i].name, "Content-Type"))
            type = res->headers[i].value;
    }
    if (res->body_len && str_starts(type, "application/x-amz-json"))
        expect(json_parse(req->arena, res->body, res->body_len, &v, &err) == 0);
    if (res->body_len && str_eq(type, "text/xml"))
        expect(xml_parse(req->arena, res->body, res->body_len, &root, &err) == 0 ||
               err.code == ERR_LIMIT);
}

/* "TARGET\nJSON", or a form. */
static void short_request(struct http_request *req, const char *text, size_t n)
{
    const char *line = memchr(text, '\n', n);
    struct http_header *h = arena_zalloc(req->arena, 2 * sizeof(*h));

    req->headers = h;
    req->n_headers = 1;
    req->method = "POST";
    req->path = req->target = "/";
    h[0] = (struct http_header){"content-type", FORM_TYPE};
    req->body = text;
    if (line) {
        h[0].value = JSON_TYPE;
        h[1].name = "x-amz-target";
        h[1].value = arena_strndup(req->arena, text, (size_t)(line - text));
        req->n_headers = 2;
        req->body = line + 1;
    }
    req->body_len = n - (size_t)(req->body - text);
}

/* False: it is none that the server would hand on. */
static bool whole_request(struct http_request *req, const char *text, size_t n, size_t head_len)
{
    struct http_fault fault;
    struct http_head head;

    if (http_parse_head(req->arena, text, head_len, &head, &fault) != 0 || head.connect)
        return false;
    req->method = head.method;
    req->target = head.target;
    req->path = head.path;
    req->query = head.query;
    req->host = head.host;
    req->headers = head.headers;
    req->n_headers = head.n_headers;
    req->body = text + head_len;
    req->body_len = n - head_len;
    return true;
}

/* By the name of its operation, which is in the first line: it changes nothing. */
static bool only_reads(const char *text)
{
    static const char *const verbs[] = {".Describe", ".List",      ".Get",        ".Search",
                                        ".Filter",   "Action=Get", "Action=List", "GET /"};
    size_t n = strcspn(text, "\r\n");

    for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++)
        if (memmem(text, n, verbs[i], strlen(verbs[i])))
            return true;
    return false;
}

/* True when it may have changed something. */
static bool run(const uint8_t *data, size_t size)
{
    cleanup_arena struct arena *a = arena_create(HTTP_ARENA_BUDGET);
    struct http_request req = {
        .arena = a, .id = "r", .peer = "127.0.0.1", .query = "", .host = "localhost"};
    const struct http_app app = aws_app(aws);
    struct http_response res;
    size_t scan = 0;
    char *text = arena_zalloc(a, size + 1);

    memcpy(text, data, size);
    if (!memmem(text, strcspn(text, "\n"), " HTTP/", 6))
        short_request(&req, text, size);
    else if (!whole_request(&req, text, size, http_head_end(text, size, &scan)))
        return false;
    if (str_eq(req.path, "/_slipway/runtimes") && str_eq(req.method, "POST"))
        return false; /* it would run whatever program it names */
    req.content_length = (int64_t)req.body_len;
    req.received_ms = sys->wall_ms();
    req.received_mono_ms = sys->mono_ms();
    http__reply_init(&res);
    if (app.admit(app.ctx, &req, &res) == 0)
        app.handle(app.ctx, &req, &res);
    check_answer(&req, &res);
    http__run_deferred(&req);
    fd_close(&res.fd);
    return res.status < 300 && !only_reads(text);
}

/* The engine's threads have memory of their own under way, which looks like a leak of each input:
 * they are looked for at the end only. */
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    static char flag[] = "-detect_leaks=0";
    static char *all[64];

    for (int i = 0; i < *argc && i < 62; i++)
        all[i] = (*argv)[i];
    all[(*argc)++] = flag;
    *argv = all;
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bool changed = false;
    struct err err;

    begin();
    for (const uint8_t *next; size; size -= (size_t)(next - data), data = next) {
        const uint8_t *line = memmem(data, size, between, strlen(between));
        changed |= run(data, line ? (size_t)(line - data) : size);
        next = line ? line + strlen(between) : data + size;
    }
    expect(!changed || engine_reset(engine, &err) == 0);
    return 0;
}
