/* What the S3 files share: one request on its way through them.
 *
 *   s3_handle (s3_route.c): host + path -> bucket, key; method + subresource -> operation
 *       --> s3_bucket.c s3_list.c s3_object.c s3_get.c s3_copy.c s3_delete.c s3_upload.c
 *   helpers: s3_reply.c (errors, headers), s3_body.c (bodies in), s3_checksum.c, s3_meta.c
 *
 * An operation fills s->res and returns; helpers that fail have filled it with the error already
 * and return -1, so that operations only pass that on. */
#pragma once
#include "aws/aws.h"
#include "aws/xml.h"

#define S3_META_MAX     2048
#define S3_PUT_MAX      ((int64_t)5 << 30)
#define S3_COPY_MAX     ((int64_t)5 << 30)
#define S3_PARTS_MAX    10000
#define S3_LIST_MAX     1000
#define S3_XMLNS        "http://s3.amazonaws.com/doc/2006-03-01/"
#define S3_CONTENT_TYPE "binary/octet-stream"

struct s3_param {
    const char *name, *value; /* unescaped; value "" when there is no '=' */
    size_t value_len;
};

struct s3 {
    struct aws_call *call;
    struct arena *a;
    const struct http_request *req;
    struct http_response *res;
    const struct sigv4_result *auth; /* NULL: authentication is off */
    struct objects *objects;
    const char *op;     /* "PutObject" */
    const char *bucket; /* NULL: none named */
    const char *key;    /* NULL: none named; may hold any byte */
    size_t key_len;
    bool head, presigned;
    bool sums_of_whole; /* x-amz-checksum-… is not about this request's body */
    struct s3_param *params;
    size_t n_params;
};

/* ---- s3_route.c */
const struct s3_param *s3_param_find(const struct s3 *s, const char *name); /* or NULL */
const char *s3_param_get(const struct s3 *s, const char *name);             /* or NULL */
/* A header; of a presigned request also the query parameter of that name (x-amz-… only). */
const char *s3_header(const struct s3 *s, const char *name);

/* How many bytes of a host's name are a bucket's ("bucket.s3.eu-west-1.amazonaws.com"); 0: none. */
size_t s3_host_bucket(const char *host);

/* ---- s3_sigv2.c: for the front end, which has to try it before sigv4_verify. */
bool s3_sigv2_is(const struct http_request *req);
enum sigv4_code s3_sigv2_verify(const struct http_request *req, const struct sigv4_options *opt,
                                struct sigv4_result *ret, const char **ret_message);

/* ---- s3_reply.c */
struct s3_extra {
    const char *name, *value;
};
/* Error replies; message NULL: AWS's usual one for the code. All return -1. */
int s3_fail(struct s3 *s, const char *code, const char *message);
int s3_fail_with(struct s3 *s, const char *code, const char *message, const struct s3_extra *extra,
                 size_t n_extra);
int s3_fail_argument(struct s3 *s, const char *message, const char *name, const char *value);
int s3_fail_header(struct s3 *s, const char *header); /* NotImplemented, AWS's words */
int s3_fail_operation(struct s3 *s);                  /* NotImplemented, names s->op */
int s3_fail_err(struct s3 *s, const struct err *err); /* of the store */
void s3_reply_begin(struct s3 *s); /* the headers of every reply; errors start afresh */
void s3_set(struct s3 *s, const char *name, const char *value); /* a header; NULL: nothing */
void s3_reply_xml(struct s3 *s, const struct buf *xml);
char *s3_quoted(struct s3 *s, const char *etag);
/* The canonical user id that stands for the account. */
const char *s3_owner_id(struct s3 *s);
void s3_xml_owner(struct s3 *s, struct buf *out, const char *element);

/* ---- s3_checksum.c */
struct s3_checksums {
    unsigned algs;        /* what to compute beside MD5 (bits of digest_alg) */
    enum digest_alg alg;  /* the one that the reply names and the object keeps */
    bool announced;       /* the client named it (else it is the default) */
    const char *expected; /* its base64; NULL: comes as a trailer, or not at all */
    const char *trailer;  /* name of the trailer that brings it, or NULL */
    uint8_t md5[16];      /* Content-MD5 */
    bool has_md5;
    const char *sha256; /* the signed payload hash, 64 hex digits, or NULL */
};
/* "crc32" or "CRC32"; -1 for what is not computed here. */
int s3_checksum_alg(const char *name);
const char *s3_checksum_header(enum digest_alg alg);  /* "x-amz-checksum-crc32" */
const char *s3_checksum_element(enum digest_alg alg); /* "ChecksumCRC32" */
/* What the request's headers announce about its body. */
int s3_checksums_read(struct s3 *s, struct s3_checksums *ret);
/* Compares with `digest` (of the whole body); gives {"CRC32": …, "type": "FULL_OBJECT"}.
 * `trailer_value`: what came as sums->trailer. */
int s3_checksums_verify(struct s3 *s, const struct s3_checksums *sums, const char *trailer_value,
                        void (*digest)(void *ctx, enum digest_alg alg, uint8_t ret[DIGEST_MAX]),
                        void *ctx, struct json **ret);
/* Headers of a reply, elements of a result, from stored checksums; takes NULL. */
void s3_checksums_headers(struct s3 *s, const struct json *checksums);
void s3_checksums_xml(struct buf *out, const struct json *checksums, bool type);

/* ---- s3_meta.c */
/* The request's headers that an object keeps, by their names; fails for those not honoured here. */
int s3_meta_read(struct s3 *s, struct json **ret);
void s3_meta_headers(struct s3 *s, const struct json *meta);
/* Headers about encryption and the like that replies to writes repeat. */
void s3_meta_echo(struct s3 *s, const struct json *meta);
/* Headers that S3 knows and that change what a write means, but are not honoured here. */
int s3_meta_refuse(struct s3 *s);

/* ---- s3_tags.c: x-amz-tagging, into the metadata. */
int s3_tags_header(struct s3 *s, struct json *meta);

/* ---- s3_body.c */
struct aws_chunked;
struct s3_body {
    struct s3 *s;
    struct aws_chunked *chunked; /* NULL: the body as it is */
    int64_t length;              /* decoded */
    size_t at;                   /* of a buffered body: what was read */
};
/* Looks at the announced length: MissingContentLength, EntityTooLarge past `max`. */
int s3_body_open(struct s3 *s, int64_t max, struct s3_body *ret);
/* The body into an object writer, verified; *ret_checksums is what the object keeps. The caller
 * destroys the writer. `more` are further digests that the caller wants to ask the writer for. */
int s3_body_store(struct s3_body *body, const struct s3_checksums *sums, unsigned more,
                  struct object_writer **ret, struct json **ret_checksums);
/* The whole body as verified XML with that root element; MalformedXML otherwise. Tree and text are
 * in `a`. *ret is NULL when the body is empty and may be. */
int s3_body_xml(struct s3 *s, struct arena *a, const char *root, bool may_be_empty,
                const struct xml_node **ret);

/* ---- s3_get.c */
struct s3_conditions {
    const char *match, *none_match, *modified_since, *unmodified_since;
};
enum s3_verdict { S3_GO, S3_NOT_MODIFIED, S3_FAILED };
/* `ret_which` (may be NULL) names the condition that did not hold. */
enum s3_verdict s3_condition_check(const struct s3_conditions *c, const char *etag,
                                   int64_t modified_ms, const char **ret_which);
/* "bytes=a-b" against a size: 0 none (or not understood), 1 *ret_first..*ret_last, -1 outside. */
int s3_range_parse(const char *text, int64_t size, int64_t *ret_first, int64_t *ret_last);
/* Conditions of a write, from If-Match and If-None-Match. */
int s3_write_condition(struct s3 *s, struct object_condition *ret);
int s3_version_check(struct s3 *s); /* ?versionId: only "null" is there */

/* ---- s3_copy.c */
struct s3_source {
    const char *bucket, *key;
    size_t key_len;
    struct object_info info;
    int fd; /* its file, -1 when its bytes are in info.data; start with -1, see cleanup_source */
};
void s3_source_close(struct s3_source *src);
#define cleanup_source __attribute__((cleanup(s3_source_close)))
/* x-amz-copy-source: found, its conditions hold. */
int s3_copy_source(struct s3 *s, struct s3_source *ret);
/* A range of the source's bytes into an object writer. */
int s3_copy_bytes(struct s3 *s, const struct s3_source *src, int64_t from, int64_t length,
                  struct object_writer *w);

/* ---- s3_list.c */
/* An element whose text is escaped when the request asks for encoding-type=url. */
void s3_xml_key(struct buf *out, const char *name, const char *s, size_t n, bool url);
int s3_encoding(struct s3 *s, bool *ret_url);
int s3_param_int(struct s3 *s, const char *name, int otherwise, int most, int *ret);

/* ---- operations */
void s3_list_buckets(struct s3 *s);
void s3_create_bucket(struct s3 *s);
void s3_head_bucket(struct s3 *s);
void s3_delete_bucket(struct s3 *s);
void s3_get_bucket_location(struct s3 *s);
void s3_get_bucket_versioning(struct s3 *s);
void s3_list_objects(struct s3 *s);
void s3_list_objects_v2(struct s3 *s);
void s3_list_object_versions(struct s3 *s);
void s3_put_object(struct s3 *s);
void s3_get_object(struct s3 *s); /* and HeadObject */
void s3_copy_object(struct s3 *s);
void s3_delete_object(struct s3 *s);
void s3_delete_objects(struct s3 *s);
void s3_get_object_tagging(struct s3 *s);
void s3_put_object_tagging(struct s3 *s);
void s3_delete_object_tagging(struct s3 *s);
void s3_create_multipart_upload(struct s3 *s);
void s3_upload_part(struct s3 *s);
void s3_upload_part_copy(struct s3 *s);
void s3_complete_multipart_upload(struct s3 *s);
void s3_abort_multipart_upload(struct s3 *s);
void s3_list_parts(struct s3 *s);
void s3_list_multipart_uploads(struct s3 *s);
