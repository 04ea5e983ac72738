/* Replies of S3: errors in its XML with AWS's words, and the headers that every reply has.
 *
 * A reply to HEAD and one with status 304 never has a body. Called by all S3 files, and by the
 * front end for failures before an operation is known (s3_reply_error). */
#include "aws/s3.h"
#include "base/fs.h"
#include "base/log.h"
#include "base/text.h"
#include <string.h>

struct s3_code {
    const char *code;
    int status;
    const char *message;
};

/* Source: "Error responses" of the S3 API reference. */
static const struct s3_code s3_codes[] = {
    {"AccessControlListNotSupported", 400, "The bucket does not allow ACLs"},
    {"AccessDenied", 403, "Access Denied"},
    {"AuthorizationHeaderMalformed", 400,
     "The authorization header that you provided is not valid."},
    {"AuthorizationQueryParametersError", 400,
     "The authorization query parameters that you provided are not valid."},
    {"BadDigest", 400, "The Content-MD5 you specified did not match what we received."},
    {"BadRequest", 400, "An error occurred when parsing the HTTP request."},
    {"BucketAlreadyExists", 409,
     "The requested bucket name is not available. The bucket namespace is shared by all users of "
     "the system. Please select a different name and try again."},
    {"BucketAlreadyOwnedByYou", 409,
     "Your previous request to create the named bucket succeeded and you already own it."},
    {"BucketNotEmpty", 409, "The bucket you tried to delete is not empty"},
    {"ConditionalRequestConflict", 409,
     "The conditional request cannot succeed due to a conflicting operation against this "
     "resource."},
    {"EntityTooLarge", 400, "Your proposed upload exceeds the maximum allowed size"},
    {"EntityTooSmall", 400, "Your proposed upload is smaller than the minimum allowed size"},
    {"ExpiredToken", 400, "The provided token has expired."},
    {"IllegalLocationConstraintException", 400,
     "The unspecified location constraint is incompatible for the region specific endpoint this "
     "request was sent to."},
    {"IncompleteBody", 400,
     "You did not provide the number of bytes specified by the Content-Length HTTP header"},
    {"InternalError", 500, "We encountered an internal error. Please try again."},
    {"InvalidAccessKeyId", 403,
     "The AWS Access Key Id you provided does not exist in our records."},
    {"InvalidArgument", 400, "Invalid Argument"},
    {"InvalidBucketName", 400, "The specified bucket is not valid."},
    {"InvalidChunkSizeError", 403,
     "Only the last chunk is allowed to have a size less than 8192 bytes"},
    {"InvalidDigest", 400, "The Content-MD5 you specified was invalid."},
    {"InvalidLocationConstraint", 400, "The specified location-constraint is not valid"},
    {"InvalidPart", 400,
     "One or more of the specified parts could not be found.  The part may not have been uploaded, "
     "or the specified entity tag may not match the part's entity tag."},
    {"InvalidPartNumber", 416, "The requested partnumber is not satisfiable"},
    {"InvalidPartOrder", 400,
     "The list of parts was not in ascending order. Parts must be ordered by part number."},
    {"InvalidRange", 416, "The requested range is not satisfiable"},
    {"InvalidRequest", 400, "Invalid Request"},
    {"InvalidStorageClass", 400, "The storage class you specified is not valid"},
    {"InvalidTag", 400, "The TagKey you have provided is invalid"},
    {"InvalidURI", 400, "Couldn't parse the specified URI."},
    {"KeyTooLongError", 400, "Your key is too long"},
    {"MalformedTrailerError", 400,
     "The request contained trailing data that was not well-formed or did not conform to our "
     "published schema."},
    {"MalformedXML", 400,
     "The XML you provided was not well-formed or did not validate against our published schema"},
    {"MetadataTooLarge", 400, "Your metadata headers exceed the maximum allowed metadata size"},
    {"MethodNotAllowed", 405, "The specified method is not allowed against this resource."},
    {"MissingContentLength", 411, "You must provide the Content-Length HTTP header."},
    {"NoSuchBucket", 404, "The specified bucket does not exist"},
    {"NoSuchKey", 404, "The specified key does not exist."},
    {"NoSuchUpload", 404,
     "The specified upload does not exist. The upload ID may be invalid, or the upload may have "
     "been aborted or completed."},
    {"NoSuchVersion", 404, "The specified version does not exist."},
    {"NotImplemented", 501, "A header you provided implies functionality that is not implemented"},
    {"PreconditionFailed", 412, "At least one of the pre-conditions you specified did not hold"},
    {"RequestTimeTooSkewed", 403,
     "The difference between the request time and the current time is too large."},
    {"RequestTimeout", 400,
     "Your socket connection to the server was not read from or written to within the timeout "
     "period. Idle connections will be closed."},
    {"SignatureDoesNotMatch", 403,
     "The request signature we calculated does not match the signature you provided. Check your "
     "key and signing method."},
    {"SlowDown", 503, "Please reduce your request rate."},
    {"XAmzContentSHA256Mismatch", 400,
     "The provided 'x-amz-content-sha256' header does not match what was computed."},
};

static const struct s3_code *code_find(const char *code)
{
    for (size_t i = 0; i < sizeof s3_codes / sizeof *s3_codes; i++)
        if (strcmp(s3_codes[i].code, code) == 0)
            return &s3_codes[i];
    return NULL;
}

static const char *reply_ids(struct arena *a, const char *request_id, struct http_response *res)
{
    const char *host_id = base64_encode(a, request_id, strlen(request_id));

    http_reply_header(res, "x-amz-request-id", request_id);
    http_reply_header(res, "x-amz-id-2", host_id);
    return host_id;
}

static void reply_error(struct arena *a, const char *request_id, bool head, const char *resource,
                        int status, const char *code, const char *message,
                        const struct s3_extra *extra, size_t n_extra, struct http_response *res)
{
    struct buf xml cleanup_buf = {0};

    buf_init(&xml, 256 * 1024);
    res->status = status;
    res->n_headers = 0;
    res->body = "";
    res->body_len = 0;
    fd_close(&res->fd);
    const char *host_id = reply_ids(a, request_id, res);
    if (status == 304)
        return;
    http_reply_header(res, "Content-Type", "application/xml");
    if (head)
        return;
    xml_head(&xml);
    buf_adds(&xml, "<Error>");
    xml_elem(&xml, "Code", code);
    xml_open(&xml, "Message");
    xml_text_safe(&xml, message, strlen(message));
    xml_close(&xml, "Message");
    for (size_t i = 0; i < n_extra; i++) {
        xml_open(&xml, extra[i].name);
        xml_text_safe(&xml, extra[i].value, strlen(extra[i].value));
        xml_close(&xml, extra[i].name);
    }
    if (resource) {
        xml_open(&xml, "Resource");
        xml_text_safe(&xml, resource, strlen(resource));
        xml_close(&xml, "Resource");
    }
    xml_elem(&xml, "RequestId", request_id);
    xml_elem(&xml, "HostId", host_id);
    buf_adds(&xml, "</Error>");
    res->body = arena_memdup(a, xml.data, xml.len);
    res->body_len = xml.len;
}

void s3_reply_error(struct arena *a, const char *request_id, const char *method,
                    const char *resource, int status, const char *code, const char *message,
                    struct http_response *res)
{
    const struct s3_code *known = code_find(code);

    if (!status)
        status = known ? known->status : 400;
    if (!message)
        message = known ? known->message : code;
    reply_error(a, request_id, method && strcmp(method, "HEAD") == 0, resource, status, code,
                message, NULL, 0, res);
}

int s3_fail_with(struct s3 *s, const char *code, const char *message, const struct s3_extra *extra,
                 size_t n_extra)
{
    const struct s3_code *known = code_find(code);

    reply_error(s->a, s->req->id, s->head, NULL, known ? known->status : 400, code,
                message ? message
                : known ? known->message
                        : code,
                extra, n_extra, s->res);
    return -1;
}

/* The elements that AWS adds about what was named. */
int s3_fail(struct s3 *s, const char *code, const char *message)
{
    struct s3_extra extra = {NULL, NULL};

    if (strcmp(code, "NoSuchKey") == 0 && s->key)
        extra = (struct s3_extra){"Key", s->key};
    else if (s->bucket && (strcmp(code, "NoSuchBucket") == 0 || strstr(code, "Bucket")))
        extra = (struct s3_extra){"BucketName", s->bucket};
    else if (strcmp(code, "NoSuchUpload") == 0 && s3_param_get(s, "uploadId"))
        extra = (struct s3_extra){"UploadId", s3_param_get(s, "uploadId")};
    return s3_fail_with(s, code, message, &extra, extra.name ? 1 : 0);
}

int s3_fail_argument(struct s3 *s, const char *message, const char *name, const char *value)
{
    struct s3_extra extra[] = {{"ArgumentName", name}, {"ArgumentValue", value ? value : ""}};
    return s3_fail_with(s, "InvalidArgument", message, extra, value ? 2 : 1);
}

int s3_fail_header(struct s3 *s, const char *header)
{
    struct s3_extra extra = {"Header", header};
    return s3_fail_with(s, "NotImplemented", NULL, &extra, 1);
}

int s3_fail_operation(struct s3 *s)
{
    return s3_fail(s, "NotImplemented",
                   arena_printf(s->a, "The operation %s is not implemented.", s->op));
}

/* The store's messages of expected failures begin with S3's code. */
int s3_fail_err(struct s3 *s, const struct err *err)
{
    static const char *const expected[] = {
        "NoSuchBucket",     "NoSuchKey",   "NoSuchUpload",
        "InvalidPartOrder", "InvalidPart", "EntityTooSmall",
    };

    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        size_t n = strlen(expected[i]);
        if (strncmp(err->msg, expected[i], n) == 0 &&
            (err->msg[n] == 0 || strchr(": ", err->msg[n])))
            return s3_fail(s, expected[i], NULL);
    }
    if (err->code == ERR_CONFLICT) {
        struct s3_extra extra = {"Condition",
                                 s3_header(s, "if-none-match") ? "If-None-Match" : "If-Match"};
        return s3_fail_with(s, "PreconditionFailed", NULL, &extra, 1);
    }
    if (err->code == ERR_BUSY || err->code == ERR_LIMIT)
        return s3_fail(s, "SlowDown", NULL);
    log_error("%s: %s", s->op, err->msg);
    return s3_fail(s, "InternalError",
                   err->code == ERR_NO_SPACE ? "The disk of this server is full." : NULL);
}

void s3_reply_begin(struct s3 *s)
{
    reply_ids(s->a, s->req->id, s->res);
}

void s3_set(struct s3 *s, const char *name, const char *value)
{
    if (value)
        http_reply_header(s->res, name, value);
}

void s3_reply_xml(struct s3 *s, const struct buf *xml)
{
    if (buf_failed(xml)) {
        log_error("%s: a reply of more than %zu bytes", s->op, xml->max);
        s3_fail(s, "InternalError", NULL);
        return;
    }
    s3_set(s, "Content-Type", "application/xml");
    s->res->body = arena_memdup(s->a, xml->data, xml->len);
    s->res->body_len = xml->len;
}

char *s3_quoted(struct s3 *s, const char *etag)
{
    size_t n = strlen(etag);
    char *q = arena_alloc(s->a, n + 3);

    q[0] = '"';
    memcpy(q + 1, etag, n);
    q[n + 1] = '"';
    q[n + 2] = 0;
    return q;
}

const char *s3_owner_id(struct s3 *s)
{
    uint8_t hash[DIGEST_MAX];
    char *hex = arena_alloc(s->a, 65);
    const char *text = arena_printf(s->a, "canonical user of %s", s->call->who.account);

    digest_bytes(DIGEST_SHA256, text, strlen(text), hash);
    hex_encode(hash, 32, hex);
    return hex;
}

void s3_xml_owner(struct s3 *s, struct buf *out, const char *element)
{
    xml_open(out, element);
    xml_elem(out, "ID", s3_owner_id(s));
    xml_elem(out, "DisplayName", s->call->who.account);
    xml_close(out, element);
}
