/* Request bodies on their way in: plain or aws-chunked, buffered or streamed, checked against what
 * the request announced about them. Memory stays flat: a streamed body passes through one block.
 * Called by the operations that take a body. */
#include "aws/s3.h"
#include "base/fs.h"
#include "net/aws_chunked.h"
#include <string.h>

#define BLOCK (256 * 1024)

static int body_too_large(struct s3 *s, int64_t length, int64_t max)
{
    struct s3_extra extra[] = {
        {"ProposedSize", arena_printf(s->a, "%lld", (long long)length)},
        {"MaxSizeAllowed", arena_printf(s->a, "%lld", (long long)max)},
    };
    return s3_fail_with(s, "EntityTooLarge", NULL, extra, 2);
}

int s3_body_open(struct s3 *s, int64_t max, struct s3_body *ret)
{
    struct http_request *req = (struct http_request *)s->req;
    const char *code = NULL;
    struct err err;

    *ret = (struct s3_body){.s = s};
    if (aws_chunked_is(req)) {
        if (aws_chunked_create(req, s->auth, &ret->chunked, &code, &err) != 0)
            return s3_fail(s, code ? code : "InvalidRequest", code ? NULL : err.msg);
        ret->length = aws_chunked_length(ret->chunked);
    } else if (req->content_length < 0) {
        return s3_fail_header(s, "Transfer-Encoding");
    } else if (!http_header(req, "content-length")) {
        return s3_fail(s, "MissingContentLength", NULL);
    } else {
        ret->length = req->content_length;
    }
    return ret->length > max ? body_too_large(s, ret->length, max) : 0;
}

/* The error that a body which cannot be read to its end means. */
static int body_fail(struct s3_body *b, const struct err *err)
{
    const char *code = b->chunked ? aws_chunked_code(b->chunked) : NULL;

    if (!code)
        code = err->code == ERR_TIMEOUT ? "RequestTimeout" : "IncompleteBody";
    return s3_fail(b->s, code, NULL);
}

/* The next bytes: a view of the buffered body, or read into `block`. 0 at the end; -1: replied. */
static ssize_t body_next(struct s3_body *b, char *block, const char **ret)
{
    const struct http_request *req = b->s->req;
    struct err err;
    ssize_t n;

    if (!b->chunked && !req->stream) {
        n = (ssize_t)(req->body_len - b->at);
        *ret = req->body + b->at;
        b->at = req->body_len;
        return n;
    }
    *ret = block;
    n = b->chunked ? aws_chunked_read(b->chunked, block, BLOCK, &err)
                   : http_stream_read(req->stream, block, BLOCK, &err);
    return n < 0 ? body_fail(b, &err) : n;
}

static bool body_needs_block(const struct s3_body *b)
{
    return b->chunked || b->s->req->stream;
}

static const char *body_trailer(struct s3_body *b, const struct s3_checksums *sums)
{
    return b->chunked && sums->trailer ? aws_chunked_trailer(b->chunked, sums->trailer) : NULL;
}

static int body_pump(struct s3_body *b, struct object_writer *w)
{
    cleanup_free char *block = body_needs_block(b) ? xmalloc(BLOCK) : NULL;
    const char *p;
    ssize_t n;
    struct err err;

    while ((n = body_next(b, block, &p)) > 0)
        if (object_writer_write(w, p, (size_t)n, &err) != 0)
            return s3_fail_err(b->s, &err);
    if (n == 0 && object_writer_size(w) != b->length)
        return s3_fail(b->s, "IncompleteBody", NULL);
    return (int)n;
}

static void writer_digest(void *ctx, enum digest_alg alg, uint8_t ret[DIGEST_MAX])
{
    object_writer_digest(ctx, alg, ret);
}

int s3_body_store(struct s3_body *body, const struct s3_checksums *sums, unsigned more,
                  struct object_writer **ret, struct json **ret_checksums)
{
    struct s3 *s = body->s;
    struct err err;

    if (object_writer_create(s->objects, sums->algs | more, body->length, ret, &err) != 0)
        return s3_fail_err(s, &err);
    if (body_pump(body, *ret) != 0)
        return -1;
    return s3_checksums_verify(s, sums, body_trailer(body, sums), writer_digest, *ret,
                               ret_checksums);
}

struct body_bytes {
    const char *p;
    size_t n;
};

static void bytes_digest(void *ctx, enum digest_alg alg, uint8_t ret[DIGEST_MAX])
{
    struct body_bytes *b = ctx;
    digest_bytes(alg, b->p, b->n, ret);
}

/* The whole body in memory, verified. */
static int body_read(struct s3 *s, struct arena *a, size_t max, struct body_bytes *ret)
{
    struct s3_checksums sums;
    struct s3_body body;
    struct json *ignored;
    const char *p;
    ssize_t n;
    struct buf all cleanup_buf = {0};

    buf_init(&all, max);
    if (!http_header(s->req, "content-length") && s->req->content_length == 0) {
        *ret = (struct body_bytes){"", 0}; /* none, as when the header says 0 */
        return 0;
    }
    if (s3_checksums_read(s, &sums) != 0 || s3_body_open(s, (int64_t)max, &body) != 0)
        return -1;
    cleanup_free char *block = body_needs_block(&body) ? xmalloc(BLOCK) : NULL;
    while ((n = body_next(&body, block, &p)) > 0) {
        if (block)
            buf_add(&all, p, (size_t)n);
        else
            *ret = (struct body_bytes){p, (size_t)n};
    }
    if (n < 0)
        return -1;
    if (block)
        *ret = (struct body_bytes){arena_strndup(a, all.data, all.len), all.len};
    else if (body.length == 0)
        *ret = (struct body_bytes){"", 0};
    if (buf_failed(&all) || (int64_t)ret->n != body.length)
        return s3_fail(s, "IncompleteBody", NULL);
    return s3_checksums_verify(s, &sums, body_trailer(&body, &sums), bytes_digest, ret, &ignored);
}

int s3_body_xml(struct s3 *s, struct arena *a, const char *root, bool may_be_empty,
                const struct xml_node **ret)
{
    struct body_bytes bytes;
    struct xml_node *node;
    struct err err;

    *ret = NULL;
    if (body_read(s, a, XML_MAX_BYTES, &bytes) != 0)
        return -1;
    if (bytes.n == 0 && may_be_empty)
        return 0;
    if (xml_parse(a, bytes.p, bytes.n, &node, &err) != 0 || strcmp(node->name, root) != 0)
        return s3_fail(s, "MalformedXML", NULL);
    *ret = node;
    return 0;
}
