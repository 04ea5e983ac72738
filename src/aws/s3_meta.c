/* The headers that an object keeps and gives back, and those of S3 that this store does not
 * honour, which are refused rather than ignored. Called by the operations that write objects.
 *
 * Kept as {"content-type": …, "x-amz-meta-…": …}: names in lower case, values as sent. Bytes beyond
 * ASCII are read as ISO 8859-1 and given back in RFC 2047's form, as on AWS. */
#include "aws/s3.h"
#include "base/text.h"
#include "net/aws_chunked.h"
#include <string.h>

/* Kept and given back by GET and HEAD. Encryption and storage class are recorded: the bytes lie
 * unencrypted in the data directory, all in one class. */
static const char *const kept[] = {
    "cache-control",
    "content-disposition",
    "content-language",
    "expires",
    "x-amz-server-side-encryption",
    "x-amz-server-side-encryption-aws-kms-key-id",
    "x-amz-server-side-encryption-bucket-key-enabled",
    "x-amz-website-redirect-location",
};

static const char *const storage_classes[] = {
    "STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING",
    "GLACIER",  "DEEP_ARCHIVE",       "GLACIER_IR",
};

static bool is_one_of(const char *s, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(s, list[i]) == 0)
            return true;
    return false;
}

static bool is_ascii(const char *s)
{
    for (; *s; s++)
        if ((unsigned char)*s >= 0x80)
            return false;
    return true;
}

static const char *from_latin1(struct arena *a, const char *s)
{
    if (is_ascii(s))
        return s;
    char *out = arena_alloc(a, 2 * strlen(s) + 1), *p = out;
    for (; *s; s++) {
        unsigned char c = (unsigned char)*s;
        if (c < 0x80) {
            *p++ = (char)c;
        } else {
            *p++ = (char)(0xc0 | c >> 6);
            *p++ = (char)(0x80 | (c & 0x3f));
        }
    }
    *p = 0;
    return out;
}

/* The name of a header, as it is given back. */
static bool is_token(const char *s)
{
    return !s[strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                        "!#$%&'*+-.^_`|~")];
}

static int read_user(struct s3 *s, struct json *meta)
{
    size_t size = 0;

    for (size_t i = 0; i < s->req->n_headers; i++) {
        const char *name = s->req->headers[i].name, *value = s->req->headers[i].value;
        if (!str_starts(name, "x-amz-meta-"))
            continue;
        const char *before = json_get_str(meta, name);
        size += strlen(value) + (before ? 1 : strlen(name) - strlen("x-amz-meta-"));
        value = from_latin1(s->a, value);
        json_set_str(s->a, meta, name, before ? arena_printf(s->a, "%s,%s", before, value) : value);
    }
    for (size_t i = 0; s->presigned && i < s->n_params; i++) {
        const struct s3_param *p = &s->params[i];
        if (str_starts(p->name, "x-amz-meta-") && !json_get(meta, p->name) && is_ascii(p->value)) {
            if (!is_token(p->name))
                return s3_fail_argument(s, "Metadata is named as headers are.", p->name, p->value);
            size += p->value_len + strlen(p->name) - strlen("x-amz-meta-");
            json_set_str(s->a, meta, p->name, p->value);
        }
    }
    if (size > S3_META_MAX) {
        struct s3_extra extra[] = {{"Size", arena_printf(s->a, "%zu", size)},
                                   {"MaxSizeAllowed", "2048"}};
        return s3_fail_with(s, "MetadataTooLarge", NULL, extra, 2);
    }
    return 0;
}

int s3_meta_refuse(struct s3 *s)
{
    static const char *const refused[] = {
        "x-amz-server-side-encryption-customer-algorithm",
        "x-amz-server-side-encryption-customer-key",
        "x-amz-server-side-encryption-context",
        "x-amz-write-offset-bytes",
        "x-amz-copy-source-server-side-encryption-customer-algorithm",
        "x-amz-object-lock-event-hold",
        "x-amz-object-lock-event-hold-duration-days",
        "x-amz-object-lock-event-hold-duration-years",
    };

    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        if (s3_header(s, refused[i]))
            return s3_fail_header(s, refused[i]);
    if (s3_header(s, "x-amz-object-lock-mode") || s3_header(s, "x-amz-object-lock-legal-hold") ||
        s3_header(s, "x-amz-object-lock-retain-until-date"))
        return s3_fail(s, "InvalidRequest", "Bucket is missing Object Lock Configuration");
    return 0;
}

/* Buckets here are as new ones on AWS: their owner owns every object, and ACLs are off. */
static int check_acl(struct s3 *s)
{
    const char *acl = s3_header(s, "x-amz-acl");

    if ((acl && strcmp(acl, "bucket-owner-full-control") != 0) ||
        s3_header(s, "x-amz-grant-read") || s3_header(s, "x-amz-grant-full-control") ||
        s3_header(s, "x-amz-grant-read-acp") || s3_header(s, "x-amz-grant-write-acp"))
        return s3_fail(s, "AccessControlListNotSupported", NULL);
    return 0;
}

int s3_meta_read(struct s3 *s, struct json **ret)
{
    struct json *meta = json_object(s->a);
    const char *type = http_header(s->req, "content-type");
    const char *class = s3_header(s, "x-amz-storage-class");
    const char *sse = s3_header(s, "x-amz-server-side-encryption");

    if (s3_meta_refuse(s) != 0 || check_acl(s) != 0)
        return -1;
    if (type && *type)
        json_set_str(s->a, meta, "content-type", from_latin1(s->a, type));
    const char *encoding = aws_chunked_content_encoding(s->req);
    if (encoding && *encoding)
        json_set_str(s->a, meta, "content-encoding", from_latin1(s->a, encoding));
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
        const char *value = s3_header(s, kept[i]);
        if (value)
            json_set_str(s->a, meta, kept[i], from_latin1(s->a, value));
    }
    if (class &&
        !is_one_of(class, storage_classes, sizeof storage_classes / sizeof *storage_classes)) {
        struct s3_extra extra = {"StorageClassRequested", class};
        return s3_fail_with(s, "InvalidStorageClass", NULL, &extra, 1);
    }
    if (class && strcmp(class, "STANDARD") != 0)
        json_set_str(s->a, meta, "x-amz-storage-class", class);
    if (sse && strcmp(sse, "AES256") != 0 && strcmp(sse, "aws:kms") != 0 &&
        strcmp(sse, "aws:kms:dsse") != 0)
        return s3_fail_argument(s, "The encryption method specified is not supported",
                                "x-amz-server-side-encryption", sse);
    if (s3_tags_header(s, meta) != 0 || read_user(s, meta) != 0)
        return -1;
    *ret = json_len(meta) ? meta : NULL;
    return 0;
}

static const char *to_header(struct s3 *s, const char *value)
{
    if (is_ascii(value))
        return value;
    return arena_printf(s->a, "=?UTF-8?B?%s?=", base64_encode(s->a, value, strlen(value)));
}

void s3_meta_headers(struct s3 *s, const struct json *meta)
{
    for (size_t i = 0; i < json_len(meta); i++) {
        const char *name = meta->keys[i], *value = json_str(meta->items[i]);
        if (!value || strcmp(name, "x-amz-tagging") == 0)
            continue;
        s3_set(s, name, to_header(s, value));
    }
    if (json_get(meta, "tags"))
        s3_set(s, "x-amz-tagging-count",
               arena_printf(s->a, "%lld", (long long)json_get_int(meta, "tags", 0)));
}

void s3_meta_echo(struct s3 *s, const struct json *meta)
{
    for (size_t i = 0; i < json_len(meta); i++)
        if (str_starts(meta->keys[i], "x-amz-server-side-encryption"))
            s3_set(s, meta->keys[i], json_str(meta->items[i]));
}
