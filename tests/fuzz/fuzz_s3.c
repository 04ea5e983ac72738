/* Any requests (with a line "---" between them) as S3's, on buckets that hold a little of
 * everything: paths, queries, ranges, conditions, dates, tags, copy sources, checksums, XML. Its
 * answer is what HTTP can carry and XML that can be read. After requests that changed something the
 * buckets are made anew. In the text of a request UPLOAD stands for the id of an upload that is
 * open. */
#include "aws/s3.h"
#include "base/fs.h"
#include "base/text.h"
#include "net/http_internal.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char dir[64];
static const struct engine_who who = {"123456789012", "us-east-1", "AK", "", "arn:p", "r"};
static const char between[] = "\n---\n";
static struct store *store;
static struct objects *objects;
static char upload_id[256];

struct objects *engine_objects(struct engine *e)
{
    return objects;
}

static void expect(bool so)
{
    if (!so)
        abort();
}

/* --- what is there --- */

static void put(struct arena *a, const char *key, size_t size, const char *meta)
{
    struct object_info info = {0};
    struct json *v;
    struct err err;
    char *bytes = arena_zalloc(a, size + 1);

    memset(bytes, 'x', size);
    expect(json_parse(a, meta, strlen(meta), &v, &err) == 0);
    info.meta = v;
    expect(object_put_bytes(objects, a, "bkt", key, strlen(key), bytes, size, &info, NULL, NULL,
                            &err) == 0);
}

static void put_part(struct arena *a, const char *key, const char *id, int number)
{
    struct object_writer *w;
    struct upload_part part;
    struct err err;

    expect(object_writer_create(objects, 1u << DIGEST_MD5, 5, &w, &err) == 0);
    expect(object_writer_write(w, "part", 4, &err) == 0);
    expect(upload_put_part(objects, a, "bkt", key, strlen(key), id, number, w, NULL, &part, &err) ==
           0);
    object_writer_destroy(w);
    if (number == 2) /* the one of an object that came in parts */
        expect(upload_complete(objects, a, "bkt", key, strlen(key), id, &part, 1, NULL,
                               &(struct object_info){0}, &err) == 0);
}

static void fill(void)
{
    cleanup_arena struct arena *a = arena_create((size_t)16 << 20);
    const struct object_info none = {0};
    struct err err;
    char *id;

    expect(objects_reset(objects, &err) == 0);
    expect(bucket_create(objects, "bkt", "us-east-1", &err) == 0);
    expect(bucket_create(objects, "empty", "us-east-1", &err) == 0);
    put(a, "k", 10, "{\"content-type\":\"text/plain\",\"x-amz-meta-a\":\"k\xc3\xa4se\"}");
    put(a, "d/e/f", 3, "{\"x-amz-tagging\":\"a=1&b=2\",\"tags\":2}");
    put(a, "d/", 0, "{}");
    put(a, "large", OBJECT_INLINE + 1, "{\"x-amz-storage-class\":\"GLACIER\"}");
    put(a, "odd \xc3\xa4&<\x01", 1, "{}");
    expect(upload_create(objects, a, "bkt", "m", 1, &none, &id, &err) == 0);
    put_part(a, "m", id, 2);
    expect(upload_create(objects, a, "bkt", "u", 1, &none, &id, &err) == 0);
    put_part(a, "u", id, 1);
    expect(strlen(id) < sizeof(upload_id));
    memcpy(upload_id, id, strlen(id) + 1);
}

static void end(void)
{
    struct err err;

    objects_close(objects);
    store_close(store);
    fs_remove_tree(dir, &err);
}

static void begin(void)
{
    const struct store_module modules[] = {objects_module, {NULL, NULL}};
    struct err err;

    if (dir[0])
        return;
    snprintf(dir, sizeof(dir), "/dev/shm/slipway-fuzz-XXXXXX");
    expect(mkdtemp(dir) != NULL && store_open(dir, modules, &store, &err) == 0);
    expect(objects_open(store, &objects, &err) == 0);
    atexit(end);
    fill();
}

/* --- a request --- */

static char *with_upload(struct arena *a, const uint8_t *data, size_t size, size_t *ret_n)
{
    char *text = arena_zalloc(a, size + sizeof(upload_id) + 1);
    const char *at = memmem(data, size, "UPLOAD", 6);
    size_t front = at ? (size_t)((const uint8_t *)at - data) : size, n = strlen(upload_id);

    memcpy(text, data, front);
    *ret_n = size;
    if (at) {
        memcpy(text + front, upload_id, n);
        memcpy(text + front + n, at + 6, size - front - 6);
        *ret_n = size - 6 + n;
    }
    return text;
}

static bool is_token(const char *s)
{
    const char *p = s;

    for (; *p; p++)
        if (*p <= ' ' || *p >= 0x7f || strchr("()<>@,;:\\\"/[]?={}", *p))
            return false;
    return p > s;
}

/* Keys may hold what XML 1.0 has no words for; AWS writes "&#x1;" then, which is asked for here. */
static void check_xml(struct arena *a, const char *body, size_t n)
{
    char *text = arena_memdup(a, body, n), *ref = text;
    struct xml_node *root;
    struct err err;

    while ((ref = memmem(ref, n - (size_t)(ref - text), "&#x", 3)))
        *ref = '_';
    for (ref = text; (ref = memmem(ref, n - (size_t)(ref - text), "\xef\xbf", 2)); ref += 2)
        ref[2] = '\xbd'; /* nor has it U+FFFE and U+FFFF */
    expect(xml_parse(a, text, n, &root, &err) == 0);
}

static void check_answer(const struct http_request *req, const struct http_response *res)
{
    bool head = str_eq(req->method, "HEAD"), xml = false;

    expect(res->status >= 200 && res->status < 600 && !res->park);
    for (size_t i = 0; i < res->n_headers; i++) {
        expect(is_token(res->headers[i].name) && res->headers[i].value);
        xml |= str_eq(res->headers[i].name, "Content-Type") &&
               str_eq(res->headers[i].value, "application/xml") && str_starts(res->body, "<?xml");
    }
    expect(res->fd < 0 || (res->fd_offset >= 0 && res->fd_length >= 0));
    expect(!head || res->body_len == 0 || res->status >= 300);
    if (xml && !head && !arena_over(req->arena))
        check_xml(req->arena, res->body, res->body_len);
}

static int lookup(void *ctx, struct arena *a, const char *key, struct sigv4_identity *ret)
{
    *ret = (struct sigv4_identity){key, "secret", NULL};
    return *key == 'A' ? 0 : -1;
}

/* Presigned by version 2, which comes first; nobody guesses a signature. */
static void check_signature(const struct http_request *req)
{
    const struct sigv4_options opt = {.lookup = lookup, .now_ms = req->received_ms};
    struct sigv4_result got;
    const char *message = NULL;

    if (s3_sigv2_is(req))
        expect(s3_sigv2_verify(req, &opt, &got, &message) != SIGV4_OK);
}

/* True when it may have changed something. */
static bool run(const uint8_t *data, size_t size)
{
    cleanup_arena struct arena *a = arena_create((size_t)256 << 20);
    struct http_request req = {.arena = a, .id = "r", .peer = "127.0.0.1", .body = ""};
    struct aws_call call = {.req = &req, .arena = a, .service = "s3", .who = who};
    struct http_response res;
    struct http_fault fault;
    struct http_head head;
    size_t n, scan = 0, head_len;

    const char *text = with_upload(a, data, size, &n);
    head_len = http_head_end(text, n, &scan);
    if (!head_len || http_parse_head(a, text, head_len, &head, &fault) != 0 || head.connect)
        return false;
    req.method = head.method;
    req.target = head.target;
    req.path = head.path;
    req.query = head.query;
    req.host = head.host;
    req.headers = head.headers;
    req.n_headers = head.n_headers;
    req.body = text + head_len;
    req.body_len = n - head_len;
    req.content_length = head.chunked ? -1 : (int64_t)req.body_len;
    req.received_ms = 1369353600000;
    check_signature(&req);
    http__reply_init(&res);
    s3_handle(&call, NULL, &res);
    check_answer(&req, &res);
    http__run_deferred(&req);
    fd_close(&res.fd);
    return res.status < 300 && !str_eq(req.method, "GET") && !str_eq(req.method, "HEAD");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bool changed = false;

    begin();
    for (const uint8_t *next; size; size -= (size_t)(next - data), data = next) {
        const uint8_t *line = memmem(data, size, between, strlen(between));
        changed |= run(data, line ? (size_t)(line - data) : size);
        next = line ? line + strlen(between) : data + size;
    }
    if (changed)
        fill();
    return 0;
}
