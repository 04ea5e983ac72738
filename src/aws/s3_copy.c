/* CopyObject, and what UploadPartCopy shares with it: the source, its conditions, its bytes.
 * A copy shares the source's blob: it costs no bytes and keeps the entity tag.
 * Source: API reference of CopyObject. */
#include "aws/s3.h"
#include "base/fs.h"
#include "base/text.h"
#include <string.h>

#define BLOCK (256 * 1024)

/* "[/]bucket/key[?versionId=null]", the key escaped. */
static int source_parse(struct s3 *s, struct s3_source *ret)
{
    static const char bad[] =
        "Copy Source must mention the source bucket and key: sourcebucket/sourcekey";
    const char *text = s3_header(s, "x-amz-copy-source");
    const char *p = text + (*text == '/'), *version = strstr(p, "?versionId=");
    size_t len = version ? (size_t)(version - p) : strlen(p), n;
    char *name;
    struct err err;

    if (str_starts(p, "arn:"))
        return s3_fail_header(s, "x-amz-copy-source");
    if (version && strcmp(version, "?versionId=null") != 0)
        return s3_fail_argument(s, "Invalid version id specified", "x-amz-copy-source",
                                version + 11);
    /* Some clients escape the slash behind the bucket too. */
    if (uri_unescape(s->a, p, len, false, &name, &n, &err) != 0)
        return s3_fail_argument(s, bad, "x-amz-copy-source", text);
    if (n && *name == '/' && name == p)
        name++, n--;
    const char *slash = memchr(name, '/', n);
    if (!slash || slash == name || slash == name + n - 1 ||
        memchr(name, 0, (size_t)(slash - name)) || !utf8_valid(name, n) ||
        name + n - slash - 1 > OBJECT_KEY_MAX)
        return s3_fail_argument(s, bad, "x-amz-copy-source", text);
    ret->bucket = arena_strndup(s->a, name, (size_t)(slash - name));
    ret->key = slash + 1;
    ret->key_len = (size_t)(name + n - slash - 1);
    return 0;
}

static int source_missing(struct s3 *s, const struct s3_source *src, const struct err *err)
{
    struct s3_extra extra = {"Key", src->key};

    if (str_starts(err->msg, "NoSuchBucket")) {
        extra = (struct s3_extra){"BucketName", src->bucket};
        return s3_fail_with(s, "NoSuchBucket", NULL, &extra, 1);
    }
    if (str_starts(err->msg, "NoSuchKey"))
        return s3_fail_with(s, "NoSuchKey", NULL, &extra, 1);
    return s3_fail_err(s, err);
}

void s3_source_close(struct s3_source *src)
{
    fd_close(&src->fd);
}

int s3_copy_source(struct s3 *s, struct s3_source *ret)
{
    const struct s3_conditions c = {
        .match = s3_header(s, "x-amz-copy-source-if-match"),
        .none_match = s3_header(s, "x-amz-copy-source-if-none-match"),
        .modified_since = s3_header(s, "x-amz-copy-source-if-modified-since"),
        .unmodified_since = s3_header(s, "x-amz-copy-source-if-unmodified-since"),
    };
    const char *owner = s3_header(s, "x-amz-source-expected-bucket-owner"), *which;
    struct err err;

    if (source_parse(s, ret) != 0)
        return -1;
    if (owner && strcmp(owner, s->call->who.account) != 0)
        return s3_fail(s, "AccessDenied", NULL);
    if (object_open(s->objects, s->a, ret->bucket, ret->key, ret->key_len, &ret->info, &ret->fd,
                    &err) != 0)
        return source_missing(s, ret, &err);
    if (s3_condition_check(&c, ret->info.etag, ret->info.modified_ms, &which) != S3_GO) {
        struct s3_extra extra = {"Condition", arena_printf(s->a, "x-amz-copy-source-%s", which)};
        return s3_fail_with(s, "PreconditionFailed", NULL, &extra, 1);
    }
    return 0;
}

typedef int copy_sink(void *ctx, const void *p, size_t n, struct err *err);

static int copy_each(struct s3 *s, const struct s3_source *src, int64_t from, int64_t length,
                     copy_sink *sink, void *ctx)
{
    struct err err;

    if (src->fd < 0)
        return sink(ctx, (const char *)src->info.data + from, (size_t)length, &err) == 0
                   ? 0
                   : s3_fail_err(s, &err);
    cleanup_free char *block = xmalloc(BLOCK);
    while (length > 0) {
        ssize_t n = sys->pread(src->fd, block, length < BLOCK ? (size_t)length : BLOCK, from);
        if (n <= 0) {
            err_set(&err, ERR_CORRUPT, "blob %s is shorter than its object", src->info.blob);
            return s3_fail_err(s, &err);
        }
        if (sink(ctx, block, (size_t)n, &err) != 0)
            return s3_fail_err(s, &err);
        from += n;
        length -= n;
    }
    return 0;
}

static int sink_writer(void *ctx, const void *p, size_t n, struct err *err)
{
    return object_writer_write(ctx, p, n, err);
}

int s3_copy_bytes(struct s3 *s, const struct s3_source *src, int64_t from, int64_t length,
                  struct object_writer *w)
{
    return copy_each(s, src, from, length, sink_writer, w);
}

static int sink_digest(void *ctx, const void *p, size_t n, struct err *err)
{
    digest_set_update(ctx, p, n);
    return 0;
}

/* The checksums that the copy keeps: the source's, unless another algorithm is asked for. */
static int copy_checksums(struct s3 *s, const struct s3_source *src, const struct json **ret)
{
    const char *name = s3_header(s, "x-amz-checksum-algorithm");
    uint8_t bytes[DIGEST_MAX];

    *ret = src->info.checksums;
    if (!name)
        return 0;
    int alg = s3_checksum_alg(name);
    if (alg < 0)
        return s3_fail(s, "InvalidRequest",
                       "Checksum algorithm provided is unsupported. Please try again with any of "
                       "the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]");
    if (json_get(src->info.checksums, digest_name((enum digest_alg)alg)) &&
        str_eq(json_get_str(src->info.checksums, "type"), "FULL_OBJECT"))
        return 0;
    cleanup_digest struct digest_set *d = digest_set_create(1u << alg);
    if (copy_each(s, src, 0, src->info.size, sink_digest, d) != 0)
        return -1;
    digest_set_final(d, (enum digest_alg)alg, bytes);
    struct json *made = json_object(s->a);
    json_set_str(s->a, made, digest_name((enum digest_alg)alg),
                 base64_encode(s->a, bytes, digest_size((enum digest_alg)alg)));
    json_set_str(s->a, made, "type", "FULL_OBJECT");
    *ret = made;
    return 0;
}

/* Headers that are not part of the metadata which MetadataDirective is about. */
static bool is_system(const char *name)
{
    return str_starts(name, "x-amz-server-side-encryption") ||
           str_eq(name, "x-amz-storage-class") || str_eq(name, "x-amz-website-redirect-location");
}

static bool is_tag(const char *name)
{
    return str_eq(name, "x-amz-tagging") || str_eq(name, "tags");
}

static int directive(struct s3 *s, const char *header, bool *ret_replace)
{
    const char *text = s3_header(s, header);

    *ret_replace = text && strcmp(text, "REPLACE") == 0;
    if (text && !*ret_replace && strcmp(text, "COPY") != 0)
        return s3_fail_argument(s, "Unknown metadata directive.", header, text);
    return 0;
}

/* What the copy keeps: metadata and tags from the source or the request, the rest from the
 * request. */
static int copy_meta(struct s3 *s, const struct s3_source *src, const struct json **ret)
{
    bool meta_replaced, tags_replaced, changed = false;
    const struct json *meta = src->info.meta;
    struct json *mine = NULL, *made = json_object(s->a);

    if (directive(s, "x-amz-metadata-directive", &meta_replaced) != 0 ||
        directive(s, "x-amz-tagging-directive", &tags_replaced) != 0 || s3_meta_read(s, &mine) != 0)
        return -1;
    for (size_t i = 0; meta && i < meta->n; i++) {
        const char *name = meta->keys[i];
        if (!is_system(name) && !(is_tag(name) ? tags_replaced : meta_replaced))
            json_set(s->a, made, name, meta->items[i]);
    }
    for (size_t i = 0; mine && i < mine->n; i++) {
        const char *name = mine->keys[i];
        if (is_system(name) || (is_tag(name) ? tags_replaced : meta_replaced))
            json_set(s->a, made, name, mine->items[i]);
        changed |= is_system(name);
    }
    changed |= s3_header(s, "x-amz-storage-class") != NULL;
    if (!changed && !meta_replaced && strcmp(src->bucket, s->bucket) == 0 &&
        src->key_len == s->key_len && memcmp(src->key, s->key, s->key_len) == 0)
        return s3_fail(s, "InvalidRequest",
                       "This copy request is illegal because it is trying to copy an object to "
                       "itself without changing the object's metadata, storage class, website "
                       "redirect location or encryption attributes.");
    *ret = made;
    return 0;
}

void s3_copy_object(struct s3 *s)
{
    struct s3_source src cleanup_source = {.fd = -1};
    struct object_info info, made;
    struct err err;
    struct buf xml cleanup_buf = {0};

    buf_init(&xml, 16 * 1024);
    if (http_header(s->req, "if-match") || http_header(s->req, "if-none-match")) {
        s3_fail_header(s, http_header(s->req, "if-match") ? "If-Match" : "If-None-Match");
        return;
    }
    if (s3_copy_source(s, &src) != 0)
        return;
    if (src.info.size > S3_COPY_MAX) {
        s3_fail(s, "InvalidRequest",
                "The specified copy source is larger than the maximum allowable size for a copy "
                "source: 5368709120");
        return;
    }
    info = src.info;
    if (copy_meta(s, &src, &info.meta) != 0 || copy_checksums(s, &src, &info.checksums) != 0)
        return;
    if (object_copy(s->objects, s->a, src.bucket, src.key, src.key_len, s->bucket, s->key,
                    s->key_len, &info, &made, &err) != 0) {
        s3_fail_err(s, &err);
        return;
    }
    s3_meta_echo(s, info.meta);
    xml_head(&xml);
    buf_adds(&xml, "<CopyObjectResult xmlns=\"" S3_XMLNS "\">");
    xml_elem(&xml, "LastModified", time_iso_ms(s->a, made.modified_ms));
    xml_elem(&xml, "ETag", s3_quoted(s, made.etag));
    s3_checksums_xml(&xml, info.checksums, true);
    xml_close(&xml, "CopyObjectResult");
    s3_reply_xml(s, &xml);
}
