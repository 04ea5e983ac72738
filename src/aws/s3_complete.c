/* CompleteMultipartUpload: the client's list of parts against what was sent, the checksum of the
 * whole from those of the parts, and the object.
 *
 *     FULL_OBJECT: the parts' CRCs joined          COMPOSITE: digest(d1 d2 … dN) "-N"
 *
 * The sizes of the parts stay with the object's checksums for GET ?partNumber. */
#include "aws/s3.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>

struct s3_complete {
    struct s3 *s;
    struct arena *a; /* of its own: ten thousand parts are more than a request usually needs */
    struct upload_part *named; /* by the client */
    size_t n;
    struct upload_part *sent;
    size_t n_sent;
    const struct json *upload; /* {"algorithm": …, "type": …} */
    enum digest_alg alg;
    bool composite, asked;
    int64_t size;
};

static int part_read(struct s3_complete *c, const struct xml_node *node, struct upload_part *ret)
{
    const struct xml_node *number = xml_child(node, "PartNumber"), *etag = xml_child(node, "ETag");
    char *end;

    if (!number || !etag)
        return s3_fail(c->s, "MalformedXML", NULL);
    const char *text = xml_trimmed(c->a, number), *tag = xml_trimmed(c->a, etag);
    long v = strtol(text, &end, 10);
    if (!*text || *end || v < 1 || v > S3_PARTS_MAX)
        return s3_fail_argument(c->s, "PartNumber must be >= 1 and <= 10000", "PartNumber", text);
    size_t n = strlen(tag);
    if (n >= 2 && tag[0] == '"' && tag[n - 1] == '"')
        tag = arena_strndup(c->a, tag + 1, n - 2);
    struct json *sums = json_object(c->a);
    for (int alg = 0; alg < DIGEST_COUNT; alg++) {
        const char *element = s3_checksum_element((enum digest_alg)alg);
        const struct xml_node *sum = element ? xml_child(node, element) : NULL;
        if (sum)
            json_set_str(c->a, sums, digest_name((enum digest_alg)alg), xml_trimmed(c->a, sum));
    }
    *ret = (struct upload_part){.number = (int)v, .etag = tag, .checksums = sums};
    return 0;
}

static int parts_read(struct s3_complete *c)
{
    const struct xml_node *root;
    size_t n = 0;

    if (s3_body_xml(c->s, c->a, "CompleteMultipartUpload", false, &root) != 0)
        return -1;
    for (const struct xml_node *p = root->child; p; p = p->next)
        n += strcmp(p->name, "Part") == 0;
    if (n == 0 || n > S3_PARTS_MAX)
        return s3_fail(c->s, "MalformedXML", NULL);
    c->named = arena_zalloc(c->a, n * sizeof *c->named);
    for (const struct xml_node *p = root->child; p; p = p->next) {
        if (strcmp(p->name, "Part") != 0)
            continue;
        if (part_read(c, p, &c->named[c->n]) != 0)
            return -1;
        if (c->n > 0 && c->named[c->n].number <= c->named[c->n - 1].number)
            return s3_fail(c->s, "InvalidPartOrder", NULL);
        c->n++;
    }
    return 0;
}

static const struct upload_part *part_sent(const struct s3_complete *c, int number)
{
    size_t from = 0, to = c->n_sent;

    while (from < to) {
        size_t mid = from + (to - from) / 2;
        if (c->sent[mid].number < number)
            from = mid + 1;
        else
            to = mid;
    }
    return from < c->n_sent && c->sent[from].number == number ? &c->sent[from] : NULL;
}

/* A part as named must be the part as sent; of a composite checksum it must say its own. */
static int part_match(struct s3_complete *c, const struct upload_part *named,
                      const struct upload_part *sent)
{
    struct s3_extra extra[] = {
        {"UploadId", s3_param_get(c->s, "uploadId")},
        {"PartNumber", arena_printf(c->s->a, "%d", named->number)},
        {"ETag", named->etag},
    };

    if (!sent || strcmp(sent->etag, named->etag) != 0)
        return s3_fail_with(c->s, "InvalidPart", NULL, extra, 3);
    for (size_t i = 0; i < json_len(named->checksums); i++) {
        const char *have = json_get_str(sent->checksums, named->checksums->keys[i]);
        if (!have || !str_eq(have, json_str(named->checksums->items[i])))
            return s3_fail_with(c->s, "InvalidPart", NULL, extra, 3);
    }
    if (c->asked && c->composite && !json_get(named->checksums, digest_name(c->alg)))
        return s3_fail(
            c->s, "InvalidRequest",
            arena_printf(c->s->a,
                         "The upload was created using a %s checksum. The complete request must "
                         "include the checksum for each part. It was missing for part %d in the "
                         "request.",
                         s3_checksum_header(c->alg) + 15, named->number));
    return 0;
}

static int parts_match(struct s3_complete *c)
{
    for (size_t i = 0; i < c->n; i++) {
        const struct upload_part *sent = part_sent(c, c->named[i].number);
        if (part_match(c, &c->named[i], sent) != 0)
            return -1;
        c->named[i].size = sent->size;
        c->named[i].checksums = sent->checksums;
        c->size += sent->size;
    }
    const char *size = s3_header(c->s, "x-amz-mp-object-size");
    if (size && strtoll(size, NULL, 10) != c->size)
        return s3_fail(c->s, "InvalidRequest",
                       "The provided 'x-amz-mp-object-size' header value does not match what was "
                       "computed.");
    return 0;
}

static uint64_t crc_of(const uint8_t *p, size_t n)
{
    uint64_t v = 0;

    for (size_t i = 0; i < n; i++)
        v = v << 8 | p[i];
    return v;
}

/* NULL when a part lacks the checksum (sent before this upload's algorithm was kept). */
static const char *whole_checksum(struct s3_complete *c)
{
    size_t width = digest_size(c->alg), n;
    uint8_t *all = arena_alloc(c->a, c->n * width), *bytes, got[DIGEST_MAX];
    uint64_t crc = 0;

    for (size_t i = 0; i < c->n; i++) {
        const char *text = json_get_str(c->named[i].checksums, digest_name(c->alg));
        if (!text || base64_decode(c->a, text, strlen(text), &bytes, &n) != 0 || n != width)
            return NULL;
        memcpy(all + i * width, bytes, width);
        if (!c->composite) {
            uint64_t next = crc_of(bytes, width);
            crc = i == 0 ? next : digest_crc_combine(c->alg, crc, next, (uint64_t)c->named[i].size);
        }
    }
    if (c->composite) {
        digest_bytes(c->alg, all, c->n * width, got);
        return arena_printf(c->s->a, "%s-%zu", base64_encode(c->a, got, width), c->n);
    }
    for (size_t i = 0; i < width; i++)
        got[i] = (uint8_t)(crc >> 8 * (width - 1 - i));
    return base64_encode(c->s->a, got, width);
}

/* The header of this request that names the checksum of the whole, if any, must agree. */
static int whole_expected(struct s3_complete *c, const char *value)
{
    const char *type = s3_header(c->s, "x-amz-checksum-type");
    const char *expected = s3_header(c->s, s3_checksum_header(c->alg));

    if (type && !str_eq(type, json_get_str(c->upload, "type")))
        return s3_fail(
            c->s, "InvalidRequest",
            arena_printf(c->s->a,
                         "The upload was created using the %s checksum mode. The complete request "
                         "must use the same checksum mode.",
                         json_get_str(c->upload, "type")));
    if (!expected || !value || strcmp(expected, value) == 0 ||
        (c->composite && strncmp(expected, value, strlen(expected)) == 0 &&
         value[strlen(expected)] == '-'))
        return 0;
    return s3_fail(c->s, "BadDigest",
                   arena_printf(c->s->a,
                                "The %s you specified did not match the calculated checksum.",
                                digest_name(c->alg)));
}

/* {"CRC32": …, "type": …, "parts": N, "part_size" | "part_sizes": …} */
static struct json *whole_make(struct s3_complete *c, const char *value)
{
    struct arena *a = c->a;
    struct json *made = json_copy(a, c->upload); /* a failed completion may be tried again */
    bool uniform = true;

    if (value) {
        json_set_str(a, made, digest_name(c->alg), value);
        json_set_str(a, made, "type", c->composite ? "COMPOSITE" : "FULL_OBJECT");
    }
    json_set_int(a, made, "parts", (int64_t)c->n);
    for (size_t i = 0; i + 1 < c->n; i++)
        uniform &= c->named[i].size == c->named[0].size;
    if (uniform) {
        json_set_int(a, made, "part_size", c->named[0].size);
        return made;
    }
    struct json *sizes = json_array(a);
    for (size_t i = 0; i < c->n; i++)
        json_push(a, sizes, json_int(a, c->named[i].size));
    json_set(a, made, "part_sizes", sizes);
    return made;
}

/* Checks the parts and their checksums, and stores what follows for the whole. Nothing to do for an
 * upload that was completed before: the store answers a repeated request itself. */
static int complete_checksums(struct s3_complete *c)
{
    struct s3 *s = c->s;
    const char *id = s3_param_get(s, "uploadId");
    struct object_info upload;
    struct err err;
    bool truncated;

    if (upload_get(s->objects, c->a, s->bucket, s->key, s->key_len, id, &upload, &err) != 0)
        return s3_fail_err(s, &err);
    if (upload.etag)
        return 0;
    if (upload_parts(s->objects, c->a, s->bucket, s->key, s->key_len, id, 0, S3_PARTS_MAX, &c->sent,
                     &c->n_sent, &truncated, &err) != 0)
        return s3_fail_err(s, &err);
    const char *name = json_get_str(upload.checksums, "algorithm");
    int alg = name ? s3_checksum_alg(name) : -1;
    c->upload = upload.checksums;
    c->alg = alg < 0 ? DIGEST_CRC64NVME : (enum digest_alg)alg;
    c->composite = str_eq(json_get_str(upload.checksums, "type"), "COMPOSITE");
    c->asked = json_get_bool(upload.checksums, "asked", false);
    if (parts_match(c) != 0)
        return -1;
    const char *value = whole_checksum(c);
    if (whole_expected(c, value) != 0)
        return -1;
    return upload_set_checksums(s->objects, s->bucket, s->key, s->key_len, id, whole_make(c, value),
                                &err) != 0
               ? s3_fail_err(s, &err)
               : 0;
}

static void complete_reply(struct s3 *s, const struct object_info *made)
{
    struct buf xml cleanup_buf, path cleanup_buf;

    buf_init(&xml, 64 * 1024);
    buf_init(&path, 16 * 1024);
    uri_escape(&path, s->key, s->key_len, true);
    xml_head(&xml);
    buf_adds(&xml, "<CompleteMultipartUploadResult xmlns=\"" S3_XMLNS "\">");
    xml_elem(&xml, "Location",
             arena_printf(s->a, "%s://%s/%s/%s", s->req->tls ? "https" : "http",
                          s->req->host ? s->req->host : "", s->bucket, path.data));
    xml_elem(&xml, "Bucket", s->bucket);
    s3_xml_key(&xml, "Key", s->key, s->key_len, false);
    xml_elem(&xml, "ETag", s3_quoted(s, made->etag));
    s3_checksums_xml(&xml, made->checksums, true);
    xml_close(&xml, "CompleteMultipartUploadResult");
    s3_reply_xml(s, &xml);
}

void s3_complete_multipart_upload(struct s3 *s)
{
    cleanup_arena struct arena *a = arena_create(64 * 1024 * 1024);
    struct s3_complete c = {.s = s, .a = a};
    struct object_condition cond;
    struct object_info made;
    struct err err;

    s->sums_of_whole = true;
    if (s3_write_condition(s, &cond) != 0 || parts_read(&c) != 0 || complete_checksums(&c) != 0)
        return;
    if (upload_complete(s->objects, s->a, s->bucket, s->key, s->key_len,
                        s3_param_get(s, "uploadId"), c.named, c.n, &cond, &made, &err) != 0) {
        s3_fail_err(s, &err);
        return;
    }
    complete_reply(s, &made);
}
