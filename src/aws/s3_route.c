/* From a request to an operation of S3: which bucket and key it names, by path or by host, and
 * which operation its method and subresource mean. What has no handler here answers NotImplemented
 * with the operation's name. Called by the front end once the signature is verified.
 *
 * Hosts: bucket.s3.amazonaws.com, bucket.s3.<region>.amazonaws.com,
 * bucket.s3-<region>.amazonaws.com (also with dualstack), bucket.localhost; with any other host the
 * path's first segment is the bucket. */
#include "aws/s3.h"
#include "base/text.h"
#include <string.h>
#include <strings.h>

struct s3_row {
    const char *method;
    const char *sub; /* the query parameter that selects it; NULL: none of them */
    const char *op;
    void (*fn)(struct s3 *s); /* NULL: answers NotImplemented */
};

static const struct s3_row service_rows[] = {
    {"GET", NULL, "ListBuckets", s3_list_buckets},
};

/* Source: the API reference's list of operations (2006-03-01). Order counts: the first row whose
 * subresource is there. */
static const struct s3_row bucket_rows[] = {
    {"GET", "location", "GetBucketLocation", s3_get_bucket_location},
    {"GET", "versioning", "GetBucketVersioning", s3_get_bucket_versioning},
    {"GET", "versions", "ListObjectVersions", s3_list_object_versions},
    {"GET", "uploads", "ListMultipartUploads", s3_list_multipart_uploads},
    {"GET", "list-type", "ListObjectsV2", s3_list_objects_v2},
    {"GET", "abac", "GetBucketAbac", NULL},
    {"GET", "accelerate", "GetBucketAccelerateConfiguration", NULL},
    {"GET", "acl", "GetBucketAcl", NULL},
    {"GET", "analytics", "GetBucketAnalyticsConfiguration", NULL},
    {"GET", "cors", "GetBucketCors", NULL},
    {"GET", "encryption", "GetBucketEncryption", NULL},
    {"GET", "intelligent-tiering", "GetBucketIntelligentTieringConfiguration", NULL},
    {"GET", "inventory", "GetBucketInventoryConfiguration", NULL},
    {"GET", "lifecycle", "GetBucketLifecycleConfiguration", NULL},
    {"GET", "logging", "GetBucketLogging", NULL},
    {"GET", "metadataConfiguration", "GetBucketMetadataConfiguration", NULL},
    {"GET", "metadataTable", "GetBucketMetadataTableConfiguration", NULL},
    {"GET", "metrics", "GetBucketMetricsConfiguration", NULL},
    {"GET", "notification", "GetBucketNotificationConfiguration", NULL},
    {"GET", "object-lock", "GetObjectLockConfiguration", NULL},
    {"GET", "ownershipControls", "GetBucketOwnershipControls", NULL},
    {"GET", "policy", "GetBucketPolicy", NULL},
    {"GET", "policyStatus", "GetBucketPolicyStatus", NULL},
    {"GET", "publicAccessBlock", "GetPublicAccessBlock", NULL},
    {"GET", "replication", "GetBucketReplication", NULL},
    {"GET", "requestPayment", "GetBucketRequestPayment", NULL},
    {"GET", "session", "CreateSession", NULL},
    {"GET", "tagging", "GetBucketTagging", NULL},
    {"GET", "website", "GetBucketWebsite", NULL},
    {"GET", NULL, "ListObjects", s3_list_objects},
    {"HEAD", NULL, "HeadBucket", s3_head_bucket},
    {"PUT", "abac", "PutBucketAbac", NULL},
    {"PUT", "accelerate", "PutBucketAccelerateConfiguration", NULL},
    {"PUT", "acl", "PutBucketAcl", NULL},
    {"PUT", "analytics", "PutBucketAnalyticsConfiguration", NULL},
    {"PUT", "cors", "PutBucketCors", NULL},
    {"PUT", "encryption", "PutBucketEncryption", NULL},
    {"PUT", "intelligent-tiering", "PutBucketIntelligentTieringConfiguration", NULL},
    {"PUT", "inventory", "PutBucketInventoryConfiguration", NULL},
    {"PUT", "lifecycle", "PutBucketLifecycleConfiguration", NULL},
    {"PUT", "logging", "PutBucketLogging", NULL},
    {"PUT", "metadataAnnotationTable", "UpdateBucketMetadataAnnotationTableConfiguration", NULL},
    {"PUT", "metadataInventoryTable", "UpdateBucketMetadataInventoryTableConfiguration", NULL},
    {"PUT", "metadataJournalTable", "UpdateBucketMetadataJournalTableConfiguration", NULL},
    {"PUT", "metrics", "PutBucketMetricsConfiguration", NULL},
    {"PUT", "notification", "PutBucketNotificationConfiguration", NULL},
    {"PUT", "object-lock", "PutObjectLockConfiguration", NULL},
    {"PUT", "ownershipControls", "PutBucketOwnershipControls", NULL},
    {"PUT", "policy", "PutBucketPolicy", NULL},
    {"PUT", "publicAccessBlock", "PutPublicAccessBlock", NULL},
    {"PUT", "replication", "PutBucketReplication", NULL},
    {"PUT", "requestPayment", "PutBucketRequestPayment", NULL},
    {"PUT", "tagging", "PutBucketTagging", NULL},
    {"PUT", "versioning", "PutBucketVersioning", NULL},
    {"PUT", "website", "PutBucketWebsite", NULL},
    {"PUT", NULL, "CreateBucket", s3_create_bucket},
    {"DELETE", "analytics", "DeleteBucketAnalyticsConfiguration", NULL},
    {"DELETE", "cors", "DeleteBucketCors", NULL},
    {"DELETE", "encryption", "DeleteBucketEncryption", NULL},
    {"DELETE", "intelligent-tiering", "DeleteBucketIntelligentTieringConfiguration", NULL},
    {"DELETE", "inventory", "DeleteBucketInventoryConfiguration", NULL},
    {"DELETE", "lifecycle", "DeleteBucketLifecycle", NULL},
    {"DELETE", "metadataConfiguration", "DeleteBucketMetadataConfiguration", NULL},
    {"DELETE", "metadataTable", "DeleteBucketMetadataTableConfiguration", NULL},
    {"DELETE", "metrics", "DeleteBucketMetricsConfiguration", NULL},
    {"DELETE", "ownershipControls", "DeleteBucketOwnershipControls", NULL},
    {"DELETE", "policy", "DeleteBucketPolicy", NULL},
    {"DELETE", "publicAccessBlock", "DeletePublicAccessBlock", NULL},
    {"DELETE", "replication", "DeleteBucketReplication", NULL},
    {"DELETE", "tagging", "DeleteBucketTagging", NULL},
    {"DELETE", "website", "DeleteBucketWebsite", NULL},
    {"DELETE", NULL, "DeleteBucket", s3_delete_bucket},
    {"POST", "delete", "DeleteObjects", s3_delete_objects},
    {"POST", "metadataConfiguration", "CreateBucketMetadataConfiguration", NULL},
    {"POST", "metadataTable", "CreateBucketMetadataTableConfiguration", NULL},
    {"POST", NULL, "PostObject", NULL},
};

static const struct s3_row object_rows[] = {
    {"GET", "acl", "GetObjectAcl", NULL},
    {"GET", "annotation", "GetObjectAnnotation", NULL},
    {"GET", "attributes", "GetObjectAttributes", NULL},
    {"GET", "legal-hold", "GetObjectLegalHold", NULL},
    {"GET", "retention", "GetObjectRetention", NULL},
    {"GET", "tagging", "GetObjectTagging", s3_get_object_tagging},
    {"GET", "torrent", "GetObjectTorrent", NULL},
    {"GET", "uploadId", "ListParts", s3_list_parts},
    {"GET", NULL, "GetObject", s3_get_object},
    {"HEAD", NULL, "HeadObject", s3_get_object},
    {"PUT", "acl", "PutObjectAcl", NULL},
    {"PUT", "annotation", "PutObjectAnnotation", NULL},
    {"PUT", "encryption", "UpdateObjectEncryption", NULL},
    {"PUT", "legal-hold", "PutObjectLegalHold", NULL},
    {"PUT", "renameObject", "RenameObject", NULL},
    {"PUT", "retention", "PutObjectRetention", NULL},
    {"PUT", "tagging", "PutObjectTagging", s3_put_object_tagging},
    {"PUT", "uploadId", "UploadPart", s3_upload_part},
    {"PUT", NULL, "PutObject", s3_put_object},
    {"POST", "uploads", "CreateMultipartUpload", s3_create_multipart_upload},
    {"POST", "uploadId", "CompleteMultipartUpload", s3_complete_multipart_upload},
    {"POST", "restore", "RestoreObject", NULL},
    {"POST", "select", "SelectObjectContent", NULL},
    {"DELETE", "annotation", "DeleteObjectAnnotation", NULL},
    {"DELETE", "tagging", "DeleteObjectTagging", s3_delete_object_tagging},
    {"DELETE", "uploadId", "AbortMultipartUpload", s3_abort_multipart_upload},
    {"DELETE", NULL, "DeleteObject", s3_delete_object},
};

const struct s3_param *s3_param_find(const struct s3 *s, const char *name)
{
    for (size_t i = 0; i < s->n_params; i++)
        if (strcmp(s->params[i].name, name) == 0)
            return &s->params[i];
    return NULL;
}

const char *s3_param_get(const struct s3 *s, const char *name)
{
    const struct s3_param *p = s3_param_find(s, name);
    return p ? p->value : NULL;
}

const char *s3_header(const struct s3 *s, const char *name)
{
    const char *value = http_header(s->req, name);

    if (value || !s->presigned || !str_starts(name, "x-amz-"))
        return value;
    for (size_t i = 0; i < s->n_params; i++)
        if (str_ieq(s->params[i].name, name))
            return s->params[i].value;
    return NULL;
}

static int route_params(struct s3 *s)
{
    const char *q = s->req->query;
    size_t n = 1;
    struct err err;

    if (!*q)
        return 0;
    for (const char *p = q; *p; p++)
        n += *p == '&';
    s->params = arena_alloc(s->a, n * sizeof *s->params);
    while (*q) {
        size_t len = strcspn(q, "&"), name_len = strcspn(q, "&=");
        struct s3_param *p = &s->params[s->n_params];
        char *name, *value = "";
        size_t got;
        p->value_len = 0;
        if (uri_unescape(s->a, q, name_len, true, &name, &got, &err) != 0 ||
            (name_len < len && uri_unescape(s->a, q + name_len + 1, len - name_len - 1, true,
                                            &value, &p->value_len, &err) != 0))
            return s3_fail(s, "InvalidURI", NULL);
        /* a name that ends early here would be another one where signatures are verified */
        if (!utf8_valid(value, p->value_len) || memchr(name, 0, got))
            return s3_fail(s, "InvalidURI", NULL);
        p->name = name;
        p->value = value;
        if (*name)
            s->n_params++;
        q += len + (q[len] == '&');
    }
    return 0;
}

size_t s3_host_bucket(const char *host)
{
    size_t n = strcspn(host, ":");

    if (n > 10 && strncasecmp(host + n - 10, ".localhost", 10) == 0) {
        n -= 10;
        if (n > 3 && strncmp(host + n - 3, ".s3", 3) == 0) /* bucket.s3.localhost */
            n -= 3;
        return n == 2 && strncmp(host, "s3", 2) == 0 ? 0 : n;
    }
    if (n <= 14 || strncasecmp(host + n - 14, ".amazonaws.com", 14) != 0)
        return 0;
    /* The last label "s3" or "s3-…" is where the service's own name starts. */
    for (size_t i = n - 14; i-- > 0;) {
        if (strncmp(host + i, ".s3.", 4) == 0 || strncmp(host + i, ".s3-", 4) == 0)
            return i;
    }
    return 0;
}

static int route_names(struct s3 *s)
{
    const char *path = s->req->path + (*s->req->path == '/');
    size_t in_host = s->req->host ? s3_host_bucket(s->req->host) : 0;
    struct err err;
    char *name;
    size_t n;

    if (in_host) {
        name = arena_strndup(s->a, s->req->host, in_host);
        for (char *p = name; *p; p++)
            *p = *p >= 'A' && *p <= 'Z' ? (char)(*p + 32) : *p;
        s->bucket = name;
    } else {
        size_t len = strcspn(path, "/");
        if (len == 0)
            return *path ? s3_fail(s, "InvalidBucketName", NULL) : 0;
        if (uri_unescape(s->a, path, len, false, &name, &n, &err) != 0 || memchr(name, 0, n))
            return s3_fail(s, "InvalidURI", NULL);
        s->bucket = name;
        path += len + (path[len] == '/');
    }
    if (!*path)
        return 0;
    if (uri_unescape(s->a, path, strlen(path), false, &name, &n, &err) != 0 || !utf8_valid(name, n))
        return s3_fail(s, "InvalidURI", NULL);
    s->key = name;
    s->key_len = n;
    if (n > OBJECT_KEY_MAX) {
        struct s3_extra extra[] = {{"Size", arena_printf(s->a, "%zu", n)},
                                   {"MaxSizeAllowed", "1024"}};
        return s3_fail_with(s, "KeyTooLongError", NULL, extra, 2);
    }
    return 0;
}

/* The bucket's owner must be whom the client expects; conditions that nobody here looks at must not
 * be overlooked. */
static int route_owner(struct s3 *s)
{
    static const char *const conditions[] = {"x-amz-if-match-last-modified-time",
                                             "x-amz-if-match-size",
                                             "x-amz-if-match-initiated-time"};

    for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++)
        if (s3_header(s, conditions[i]))
            return s3_fail_header(s, conditions[i]);
    const char *owner = s->bucket ? s3_header(s, "x-amz-expected-bucket-owner") : NULL;

    if (owner && strcmp(owner, s->call->who.account) != 0)
        return s3_fail(s, "AccessDenied", NULL);
    return 0;
}

static const struct s3_row *route_find(struct s3 *s, const struct s3_row *rows, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(rows[i].method, s->req->method) == 0 &&
            (!rows[i].sub || s3_param_find(s, rows[i].sub)))
            return &rows[i];
    return NULL;
}

static const struct s3_row *route_row(struct s3 *s)
{
    if (!s->bucket)
        return route_find(s, service_rows, sizeof service_rows / sizeof *service_rows);
    if (!s->key)
        return route_find(s, bucket_rows, sizeof bucket_rows / sizeof *bucket_rows);
    return route_find(s, object_rows, sizeof object_rows / sizeof *object_rows);
}

/* The two operations that a header tells from their siblings. */
static void route_copies(struct s3 *s, void (**fn)(struct s3 *))
{
    if (!s3_header(s, "x-amz-copy-source"))
        return;
    if (*fn == s3_put_object) {
        *fn = s3_copy_object;
        s->op = "CopyObject";
    } else if (*fn == s3_upload_part) {
        *fn = s3_upload_part_copy;
        s->op = "UploadPartCopy";
    }
}

void s3_handle(struct aws_call *c, const struct sigv4_result *auth, struct http_response *res)
{
    struct s3 s = {
        .call = c,
        .a = c->arena,
        .req = c->req,
        .res = res,
        .auth = auth,
        .objects = engine_objects(c->engine),
        .op = "S3",
        .head = strcmp(c->req->method, "HEAD") == 0,
    };

    s3_reply_begin(&s);
    if (route_params(&s) != 0)
        return;
    s.presigned = s.n_params && (s3_param_find(&s, "X-Amz-Signature") || s3_sigv2_is(s.req));
    if (route_names(&s) != 0 || route_owner(&s) != 0)
        return;
    const struct s3_row *row = route_row(&s);
    if (!row) {
        struct s3_extra extra[] = {{"Method", c->req->method},
                                   {"ResourceType", s.key      ? "OBJECT"
                                                    : s.bucket ? "BUCKET"
                                                               : "SERVICE"}};
        s3_fail_with(&s, "MethodNotAllowed", NULL, extra, 2);
        return;
    }
    void (*fn)(struct s3 *) = row->fn;
    s.op = row->op;
    route_copies(&s, &fn);
    c->operation = s.op;
    if (!fn)
        s3_fail_operation(&s);
    else
        fn(&s);
    if (arena_over(s.a) && strcmp(c->req->method, "GET") == 0)
        s3_fail(&s, "InvalidRequest", "The request or its reply is too large.");
}
