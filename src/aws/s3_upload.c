/* Multipart uploads: begin, parts (sent or copied), abort, and the two listings. Completion is in
 * s3_complete.c. An upload remembers the checksum that its object is to have as
 * {"algorithm": …, "type": …, "asked": bool}; each part keeps that checksum of its bytes.
 * Source: API reference; "Checking object integrity" for the types of checksums. */
#include "aws/s3.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>

static void writer_free(struct object_writer **w)
{
    object_writer_destroy(*w);
}
#define cleanup_writer __attribute__((cleanup(writer_free)))

/* The checksum that the upload is to have, from x-amz-checksum-algorithm and -type. */
static int create_checksums(struct s3 *s, struct json **ret)
{
    const char *name = s3_header(s, "x-amz-checksum-algorithm");
    const char *type = s3_header(s, "x-amz-checksum-type");
    int alg = name ? s3_checksum_alg(name) : (int)DIGEST_CRC64NVME;

    if (alg < 0)
        return s3_fail(s, "InvalidRequest",
                       "Checksum algorithm provided is unsupported. Please try again with any of "
                       "the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]");
    if (type && !name)
        return s3_fail(s, "InvalidRequest",
                       "The x-amz-checksum-type header can only be used with the "
                       "x-amz-checksum-algorithm header.");
    if (!type)
        type = alg == DIGEST_CRC64NVME ? "FULL_OBJECT" : "COMPOSITE";
    bool full = strcmp(type, "FULL_OBJECT") == 0;
    if (!full && strcmp(type, "COMPOSITE") != 0)
        return s3_fail(s, "InvalidRequest", "Value for x-amz-checksum-type header is invalid.");
    if (full ? alg == DIGEST_SHA1 || alg == DIGEST_SHA256 : alg == DIGEST_CRC64NVME)
        return s3_fail(
            s, "InvalidRequest",
            arena_printf(s->a,
                         "The %s checksum type cannot be used with the %s checksum algorithm.",
                         type, s3_checksum_header((enum digest_alg)alg) + 15));
    *ret = json_object(s->a);
    json_set_str(s->a, *ret, "algorithm", digest_name((enum digest_alg)alg));
    json_set_str(s->a, *ret, "type", type);
    json_set_bool(s->a, *ret, "asked", name != NULL);
    return 0;
}

void s3_create_multipart_upload(struct s3 *s)
{
    struct object_info info = {0};
    struct json *meta, *checksums = NULL;
    struct err err;
    char *id;
    struct buf xml cleanup_buf = {0};

    buf_init(&xml, 64 * 1024);
    if (s3_meta_read(s, &meta) != 0 || create_checksums(s, &checksums) != 0)
        return;
    info.meta = meta;
    info.checksums = checksums;
    if (upload_create(s->objects, s->a, s->bucket, s->key, s->key_len, &info, &id, &err) != 0) {
        s3_fail_err(s, &err);
        return;
    }
    if (json_get_bool(checksums, "asked", false)) {
        s3_set(s, "x-amz-checksum-algorithm", json_get_str(checksums, "algorithm"));
        s3_set(s, "x-amz-checksum-type", json_get_str(checksums, "type"));
    }
    s3_meta_echo(s, meta);
    xml_head(&xml);
    buf_adds(&xml, "<InitiateMultipartUploadResult xmlns=\"" S3_XMLNS "\">");
    xml_elem(&xml, "Bucket", s->bucket);
    s3_xml_key(&xml, "Key", s->key, s->key_len, false);
    xml_elem(&xml, "UploadId", id);
    xml_close(&xml, "InitiateMultipartUploadResult");
    s3_reply_xml(s, &xml);
}

static int part_number(struct s3 *s, int *ret)
{
    const char *text = s3_param_get(s, "partNumber");

    if (!text || !*text || strspn(text, "0123456789") != strlen(text) || strlen(text) > 6)
        *ret = 0;
    else
        *ret = (int)strtol(text, NULL, 10);
    if (*ret < 1 || *ret > S3_PARTS_MAX)
        return s3_fail_argument(s, "Part number must be an integer between 1 and 10000, inclusive",
                                "partNumber", text);
    return 0;
}

static const char *upload_id(struct s3 *s)
{
    return s3_param_get(s, "uploadId");
}

static int find_upload(struct s3 *s, struct object_info *ret)
{
    struct err err;

    return upload_get(s->objects, s->a, s->bucket, s->key, s->key_len, upload_id(s), ret, &err) != 0
               ? s3_fail_err(s, &err)
               : 0;
}

/* A part announces the algorithm that its upload was begun with, or none where the object's own
 * checksum can do without (FULL_OBJECT). */
static int part_algorithm(struct s3 *s, const struct json *upload, const struct s3_checksums *sums,
                          enum digest_alg *ret)
{
    const char *name = json_get_str(upload, "algorithm");
    int alg = name ? s3_checksum_alg(name) : (int)DIGEST_CRC64NVME;
    bool composite = str_eq(json_get_str(upload, "type"), "COMPOSITE");

    *ret = alg < 0 ? DIGEST_CRC64NVME : (enum digest_alg)alg;
    if (!json_get_bool(upload, "asked", false) || !sums ||
        (sums->announced ? sums->alg == *ret : !composite))
        return 0;
    return s3_fail(
        s, "InvalidRequest",
        arena_printf(s->a,
                     "Checksum Type mismatch occurred, expected checksum Type: %s, actual checksum "
                     "Type: %s",
                     s3_checksum_header(*ret) + 15,
                     sums->announced ? s3_checksum_header(sums->alg) + 15 : "null"));
}

static void part_keep(struct s3 *s, struct json *checksums, struct object_writer *w,
                      enum digest_alg alg)
{
    uint8_t bytes[DIGEST_MAX];

    if (json_get(checksums, digest_name(alg)))
        return;
    object_writer_digest(w, alg, bytes);
    json_set_str(s->a, checksums, digest_name(alg), base64_encode(s->a, bytes, digest_size(alg)));
}

void s3_upload_part(struct s3 *s)
{
    struct object_writer *w cleanup_writer = NULL;
    struct object_info upload;
    struct upload_part made;
    struct s3_checksums sums;
    struct json *checksums;
    struct s3_body body;
    enum digest_alg alg;
    struct err err;
    int number;

    if (part_number(s, &number) != 0 || s3_meta_refuse(s) != 0 ||
        s3_checksums_read(s, &sums) != 0 || s3_body_open(s, S3_PUT_MAX, &body) != 0 ||
        find_upload(s, &upload) != 0 || part_algorithm(s, upload.checksums, &sums, &alg) != 0 ||
        s3_body_store(&body, &sums, 1u << alg, &w, &checksums) != 0)
        return;
    struct json *kept = json_copy(s->a, checksums);
    part_keep(s, kept, w, alg);
    if (upload_put_part(s->objects, s->a, s->bucket, s->key, s->key_len, upload_id(s), number, w,
                        kept, &made, &err) != 0) {
        s3_fail_err(s, &err);
        return;
    }
    s3_set(s, "ETag", s3_quoted(s, made.etag));
    json_del(checksums, "type");
    s3_checksums_headers(s, checksums);
    s3_meta_echo(s, upload.meta);
}

static int copy_range(struct s3 *s, int64_t size, int64_t *ret_first, int64_t *ret_length)
{
    const char *text = s3_header(s, "x-amz-copy-source-range");
    int64_t first, last;

    *ret_first = 0;
    *ret_length = size;
    if (!text)
        return 0;
    const char *dash = str_starts(text, "bytes=") ? strchr(text, '-') : NULL;
    if (!dash || dash == text + 6 || !dash[1])
        return s3_fail_argument(s,
                                "The x-amz-copy-source-range value must be of the form "
                                "bytes=first-last where first and last are the zero-based offsets "
                                "of the first and last bytes to copy",
                                "x-amz-copy-source-range", text);
    int found = s3_range_parse(text, size, &first, &last);
    if (found != 1 || strtoll(dash + 1, NULL, 10) >= size)
        return s3_fail_argument(
            s,
            arena_printf(s->a, "Range specified is not valid for source object of size: %lld",
                         (long long)size),
            "x-amz-copy-source-range", text);
    *ret_first = first;
    *ret_length = last - first + 1;
    return 0;
}

void s3_upload_part_copy(struct s3 *s)
{
    struct object_writer *w cleanup_writer = NULL;
    struct s3_source src cleanup_source = {.fd = -1};
    struct object_info upload;
    struct upload_part made;
    struct json *checksums = json_object(s->a);
    enum digest_alg alg;
    int64_t first, length;
    struct err err;
    int number;
    struct buf xml cleanup_buf = {0};

    buf_init(&xml, 16 * 1024);
    if (part_number(s, &number) != 0 || s3_meta_refuse(s) != 0 || find_upload(s, &upload) != 0 ||
        part_algorithm(s, upload.checksums, NULL, &alg) != 0 || s3_copy_source(s, &src) != 0 ||
        copy_range(s, src.info.size, &first, &length) != 0)
        return;
    if (length > S3_COPY_MAX) {
        s3_fail(s, "InvalidRequest",
                "The specified copy source is larger than the maximum allowable size for a copy "
                "source: 5368709120");
        return;
    }
    if (object_writer_create(s->objects, 1u << alg, length, &w, &err) != 0) {
        s3_fail_err(s, &err);
        return;
    }
    if (s3_copy_bytes(s, &src, first, length, w) != 0)
        return;
    part_keep(s, checksums, w, alg);
    if (upload_put_part(s->objects, s->a, s->bucket, s->key, s->key_len, upload_id(s), number, w,
                        checksums, &made, &err) != 0) {
        s3_fail_err(s, &err);
        return;
    }
    xml_head(&xml);
    buf_adds(&xml, "<CopyPartResult xmlns=\"" S3_XMLNS "\">");
    xml_elem(&xml, "LastModified", time_iso_ms(s->a, made.modified_ms));
    xml_elem(&xml, "ETag", s3_quoted(s, made.etag));
    if (json_get_bool(upload.checksums, "asked", false))
        s3_checksums_xml(&xml, checksums, false);
    xml_close(&xml, "CopyPartResult");
    s3_reply_xml(s, &xml);
}

void s3_abort_multipart_upload(struct s3 *s)
{
    struct err err;

    if (upload_abort(s->objects, s->bucket, s->key, s->key_len, upload_id(s), &err) != 0)
        s3_fail_err(s, &err);
    else
        s->res->status = 204;
}

static void parts_owner(struct s3 *s, struct buf *xml)
{
    s3_xml_owner(s, xml, "Initiator");
    s3_xml_owner(s, xml, "Owner");
    xml_elem(xml, "StorageClass", "STANDARD");
}

void s3_list_parts(struct s3 *s)
{
    cleanup_arena struct arena *a = arena_create(64 * 1024 * 1024);
    struct object_info upload;
    struct upload_part *parts;
    int after, max;
    size_t n;
    bool truncated, url;
    struct err err;
    struct buf xml cleanup_buf = {0};

    buf_init(&xml, 16 * 1024 * 1024);
    if (s3_meta_refuse(s) != 0 ||
        s3_param_int(s, "part-number-marker", 0, S3_PARTS_MAX, &after) != 0 ||
        s3_param_int(s, "max-parts", 1000, 1000, &max) != 0 || s3_encoding(s, &url) != 0 ||
        find_upload(s, &upload) != 0)
        return;
    if (upload_parts(s->objects, a, s->bucket, s->key, s->key_len, upload_id(s), after, max, &parts,
                     &n, &truncated, &err) != 0) {
        s3_fail_err(s, &err);
        return;
    }
    xml_head(&xml);
    buf_adds(&xml, "<ListPartsResult xmlns=\"" S3_XMLNS "\">");
    xml_elem(&xml, "Bucket", s->bucket);
    s3_xml_key(&xml, "Key", s->key, s->key_len, url);
    xml_elem(&xml, "UploadId", upload_id(s));
    xml_elem_int(&xml, "PartNumberMarker", after);
    xml_elem_int(&xml, "NextPartNumberMarker", n ? parts[n - 1].number : after);
    xml_elem_int(&xml, "MaxParts", max);
    xml_elem_bool(&xml, "IsTruncated", truncated);
    parts_owner(s, &xml);
    if (json_get_bool(upload.checksums, "asked", false)) {
        xml_elem(&xml, "ChecksumAlgorithm", json_get_str(upload.checksums, "algorithm"));
        xml_elem(&xml, "ChecksumType", json_get_str(upload.checksums, "type"));
    }
    for (size_t i = 0; i < n; i++) {
        xml_open(&xml, "Part");
        xml_elem_int(&xml, "PartNumber", parts[i].number);
        xml_elem(&xml, "LastModified", time_iso_ms(a, parts[i].modified_ms));
        buf_addf(&xml, "<ETag>&quot;%s&quot;</ETag>", parts[i].etag);
        xml_elem_int(&xml, "Size", parts[i].size);
        s3_checksums_xml(&xml, parts[i].checksums, false);
        xml_close(&xml, "Part");
    }
    xml_close(&xml, "ListPartsResult");
    s3_reply_xml(s, &xml);
}

/* Orders (key, id) as the listing does. */
static int upload_compare(const struct upload_info *u, const struct s3_param *key, const char *id)
{
    size_t n = u->key_len < key->value_len ? u->key_len : key->value_len;
    int c = memcmp(u->key, key->value, n);

    if (c == 0 && u->key_len != key->value_len)
        c = u->key_len < key->value_len ? -1 : 1;
    if (c == 0)
        c = id && *id ? strcmp(u->id, id) : -1; /* without an id the whole key is passed */
    return c;
}

void s3_list_multipart_uploads(struct s3 *s)
{
    cleanup_arena struct arena *a = arena_create(64 * 1024 * 1024);
    const char *prefix = s3_param_get(s, "prefix"), *id = s3_param_get(s, "upload-id-marker");
    const struct s3_param *marker = s3_param_find(s, "key-marker");
    const struct upload_info *last = NULL;
    struct upload_info *uploads;
    bool url, truncated = false;
    int max, given = 0;
    size_t n;
    struct err err;
    struct buf items cleanup_buf, xml cleanup_buf;

    buf_init(&items, 16 * 1024 * 1024);
    buf_init(&xml, 16 * 1024 * 1024);
    if (s3_param_get(s, "delimiter") && *s3_param_get(s, "delimiter")) {
        s3_fail(s, "NotImplemented", "ListMultipartUploads with a delimiter is not implemented.");
        return;
    }
    if (s3_encoding(s, &url) != 0 || s3_param_int(s, "max-uploads", 1000, 1000, &max) != 0)
        return;
    if (upload_list(s->objects, a, s->bucket, prefix ? prefix : "", &uploads, &n, &err) != 0) {
        s3_fail_err(s, &err);
        return;
    }
    for (size_t i = 0; i < n && !truncated; i++) {
        const struct upload_info *u = &uploads[i];
        if (marker && marker->value_len && upload_compare(u, marker, id) <= 0)
            continue;
        truncated = given == max;
        if (truncated)
            break;
        given++;
        last = u;
        xml_open(&items, "Upload");
        s3_xml_key(&items, "Key", u->key, u->key_len, url);
        xml_elem(&items, "UploadId", u->id);
        parts_owner(s, &items);
        xml_elem(&items, "Initiated", time_iso_ms(a, u->created_ms));
        xml_close(&items, "Upload");
    }
    xml_head(&xml);
    buf_adds(&xml, "<ListMultipartUploadsResult xmlns=\"" S3_XMLNS "\">");
    xml_elem(&xml, "Bucket", s->bucket);
    s3_xml_key(&xml, "KeyMarker", marker ? marker->value : "", marker ? marker->value_len : 0, url);
    xml_elem(&xml, "UploadIdMarker", id ? id : "");
    if (truncated && last) {
        s3_xml_key(&xml, "NextKeyMarker", last->key, last->key_len, url);
        xml_elem(&xml, "NextUploadIdMarker", last->id);
    }
    if (prefix)
        s3_xml_key(&xml, "Prefix", prefix, strlen(prefix), url);
    if (url)
        xml_elem(&xml, "EncodingType", "url");
    xml_elem_int(&xml, "MaxUploads", max);
    xml_elem_bool(&xml, "IsTruncated", truncated);
    buf_add(&xml, items.data, items.len);
    xml_close(&xml, "ListMultipartUploadsResult");
    s3_reply_xml(s, &xml);
}
