/* PutObject and DeleteObject. */
#include "aws/s3.h"
#include <string.h>

/* Before a large body is read: what the head alone can refuse. */
static int put_early(struct s3 *s, const struct object_condition *cond)
{
    struct object_info info;
    struct bucket_info bucket;
    struct err err;

    if (!s->req->stream)
        return 0;
    if (bucket_get(s->objects, s->a, s->bucket, &bucket, &err) != 0)
        return err.code == ERR_NOT_FOUND ? s3_fail(s, "NoSuchBucket", NULL) : s3_fail_err(s, &err);
    if (!cond->if_none_match_any && !cond->if_match)
        return 0;
    int rc = object_head(s->objects, s->a, s->bucket, s->key, s->key_len, &info, &err);
    if (rc != 0 && cond->if_match)
        return s3_fail_err(s, &err);
    if (rc == 0 &&
        (cond->if_none_match_any || (cond->if_match && strcmp(cond->if_match, info.etag) != 0))) {
        err_set(&err, ERR_CONFLICT, "the condition does not hold");
        return s3_fail_err(s, &err);
    }
    return 0;
}

static void writer_free(struct object_writer **w)
{
    object_writer_destroy(*w);
}

void s3_put_object(struct s3 *s)
{
    struct object_writer *w __attribute__((cleanup(writer_free))) = NULL;
    struct object_info info = {0}, made;
    struct object_condition cond;
    struct s3_checksums sums;
    struct json *meta, *checksums;
    struct s3_body body;
    struct err err;

    if (s3_meta_read(s, &meta) != 0 || s3_write_condition(s, &cond) != 0 ||
        s3_checksums_read(s, &sums) != 0 || s3_body_open(s, S3_PUT_MAX, &body) != 0 ||
        put_early(s, &cond) != 0 || s3_body_store(&body, &sums, 0, &w, &checksums) != 0)
        return;
    info.meta = meta;
    info.checksums = checksums;
    if (object_put(s->objects, s->a, s->bucket, s->key, s->key_len, w, &info, &cond, &made, &err) !=
        0) {
        s3_fail_err(s, &err);
        return;
    }
    s3_set(s, "ETag", s3_quoted(s, made.etag));
    s3_checksums_headers(s, checksums);
    s3_meta_echo(s, meta);
}

void s3_delete_object(struct s3 *s)
{
    struct err err;

    if (s3_version_check(s) != 0)
        return;
    if (http_header(s->req, "if-match")) {
        s3_fail_header(s, "If-Match");
        return;
    }
    if (object_delete(s->objects, s->bucket, s->key, s->key_len, &err) != 0)
        s3_fail_err(s, &err);
    else
        s->res->status = 204;
}
