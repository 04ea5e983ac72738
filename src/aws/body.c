/* Bodies of requests that are not S3's: into memory, bounded, and unpacked (PutMetricData sends
 * gzip when it is long). The signature covers the packed bytes, so unpacking comes after it. */
#include "aws/dispatch.h"
#include "base/text.h"
#define ZLIB_CONST
#include <zlib.h>

int body_read(struct http_request *req, struct err *err)
{
    struct buf all cleanup_buf = {0};
    char part[16 * 1024];
    ssize_t got;

    if (!req->stream)
        return 0;
    if (req->content_length > AWS_BODY_MAX)
        return err_set(err, ERR_LIMIT, "The body is longer than %d bytes", AWS_BODY_MAX);
    buf_init(&all, AWS_BODY_MAX);
    while ((got = http_stream_read(req->stream, part, sizeof part, err)) > 0) {
        buf_add(&all, part, (size_t)got);
        if (buf_failed(&all))
            return err_set(err, ERR_LIMIT, "The body is longer than %d bytes", AWS_BODY_MAX);
    }
    if (got < 0)
        return -1;
    req->body = arena_strndup(req->arena, all.data, all.len);
    req->body_len = all.len;
    return 0;
}

static int inflate_all(const char *in, size_t len, struct buf *out, struct err *err)
{
    z_stream z = {.next_in = (const Bytef *)in, .avail_in = (uInt)len};
    unsigned char part[16 * 1024];
    int state;

    if (inflateInit2(&z, 16 + MAX_WBITS) != Z_OK) /* gzip only */
        return err_set(err, ERR_INTERNAL, "zlib: %s", z.msg ? z.msg : "cannot start");
    do {
        z.next_out = part;
        z.avail_out = sizeof part;
        state = inflate(&z, Z_NO_FLUSH);
        buf_add(out, part, sizeof part - z.avail_out);
    } while (state == Z_OK && !buf_failed(out));
    inflateEnd(&z);
    if (buf_failed(out))
        return err_set(err, ERR_LIMIT, "The unpacked body is longer than %d bytes", AWS_BODY_MAX);
    if (state != Z_STREAM_END)
        return err_set(err, ERR_INVALID, "The body is not a whole gzip stream");
    return 0;
}

int body_unpack(struct http_request *req, struct err *err)
{
    const char *coding = http_header(req, "content-encoding");
    struct buf out cleanup_buf = {0};

    buf_init(&out, AWS_BODY_MAX);
    if (!coding || str_ieq(coding, "identity"))
        return 0;
    if (!str_ieq(coding, "gzip"))
        return err_set(err, ERR_INVALID, "The content encoding %s is not supported", coding);
    if (inflate_all(req->body, req->body_len, &out, err) != 0)
        return -1;
    req->body = arena_strndup(req->arena, out.data, out.len);
    req->body_len = out.len;
    return 0;
}
