/* Operations on buckets themselves. */
#include "aws/s3.h"
#include "base/text.h"
#include <string.h>

void s3_list_buckets(struct s3 *s)
{
    struct bucket_info *buckets;
    size_t n;
    struct err err;
    const char *prefix = s3_param_get(s, "prefix"), *after = s3_param_get(s, "continuation-token");
    const char *region = s3_param_get(s, "bucket-region"), *last = NULL;
    int max, given = 0;
    struct buf xml cleanup_buf = {0};

    buf_init(&xml, 16 * 1024 * 1024);
    if (s3_param_int(s, "max-buckets", 10000, 10000, &max) != 0)
        return;
    if (bucket_list(s->objects, s->a, &buckets, &n, &err) != 0) {
        s3_fail_err(s, &err);
        return;
    }
    xml_head(&xml);
    buf_adds(&xml, "<ListAllMyBucketsResult xmlns=\"" S3_XMLNS "\">");
    s3_xml_owner(s, &xml, "Owner");
    xml_open(&xml, "Buckets");
    for (size_t i = 0; i < n; i++) {
        if ((prefix && !str_starts(buckets[i].name, prefix)) ||
            (after && strcmp(buckets[i].name, after) <= 0) ||
            (region && strcmp(buckets[i].region, region) != 0))
            continue;
        if (given++ == max) {
            last = buckets[i - 1].name;
            break;
        }
        xml_open(&xml, "Bucket");
        xml_elem(&xml, "Name", buckets[i].name);
        xml_elem(&xml, "CreationDate", time_iso_ms(s->a, buckets[i].created_ms));
        xml_elem(&xml, "BucketRegion", buckets[i].region);
        xml_close(&xml, "Bucket");
    }
    xml_close(&xml, "Buckets");
    xml_elem(&xml, "Prefix", prefix);
    xml_elem(&xml, "ContinuationToken", last);
    xml_close(&xml, "ListAllMyBucketsResult");
    s3_reply_xml(s, &xml);
}

static bool is_region(const char *s)
{
    size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-");
    return n >= 2 && n <= 30 && s[n] == 0;
}

/* The region that the request wants its bucket in, by the rules of AWS's regional endpoints. */
static int create_region(struct s3 *s, const char **ret)
{
    const char *here = s->call->who.region, *wanted = NULL;
    const struct xml_node *config;

    if (s3_body_xml(s, s->a, "CreateBucketConfiguration", true, &config) != 0)
        return -1;
    for (const struct xml_node *c = config ? config->child : NULL; c; c = c->next)
        if (strcmp(c->name, "LocationConstraint") != 0)
            return s3_fail(s, "NotImplemented",
                           arena_printf(s->a, "CreateBucket with %s is not implemented.", c->name));
    const struct xml_node *constraint = xml_child(config, "LocationConstraint");
    if (constraint)
        wanted = xml_trimmed(s->a, constraint);
    if (wanted && strcmp(wanted, "EU") == 0)
        wanted = "eu-west-1";
    if (wanted && !*wanted)
        wanted = NULL;
    if (wanted && (!is_region(wanted) || strcmp(wanted, "us-east-1") == 0)) {
        struct s3_extra extra = {"LocationConstraint", wanted};
        return s3_fail_with(s, "InvalidLocationConstraint", NULL, &extra, 1);
    }
    if (strcmp(here, "us-east-1") != 0 && (!wanted || strcmp(wanted, here) != 0))
        return s3_fail(s, "IllegalLocationConstraintException",
                       arena_printf(s->a,
                                    "The %s location constraint is incompatible for the region "
                                    "specific endpoint this request was sent to.",
                                    wanted ? wanted : "unspecified"));
    *ret = wanted ? wanted : here;
    return 0;
}

/* What AWS keeps for names of its own, beyond the general form. */
static bool is_reserved(const char *name)
{
    static const char *const starts[] = {"xn--", "sthree-", "amzn-s3-demo-"};
    static const char *const ends[] = {"-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"};

    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (str_starts(name, starts[i]))
            return true;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(name, ends[i]))
            return true;
    return false;
}

void s3_create_bucket(struct s3 *s)
{
    const char *region = NULL, *acl = s3_header(s, "x-amz-acl");
    struct err err;

    if (acl && strcmp(acl, "private") != 0) {
        s3_fail(s, "InvalidBucketAclWithObjectOwnership",
                "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting");
        return;
    }
    if (s3_header(s, "x-amz-bucket-object-lock-enabled") &&
        !str_ieq(s3_header(s, "x-amz-bucket-object-lock-enabled"), "false")) {
        s3_fail_header(s, "x-amz-bucket-object-lock-enabled");
        return;
    }
    if (is_reserved(s->bucket)) {
        s3_fail(s, "InvalidBucketName", NULL);
        return;
    }
    if (create_region(s, &region) != 0)
        return;
    if (bucket_create(s->objects, s->bucket, region, &err) != 0) {
        if (err.code == ERR_INVALID) {
            s3_fail(s, "InvalidBucketName", NULL);
            return;
        }
        if (err.code != ERR_EXISTS) {
            s3_fail_err(s, &err);
            return;
        }
        /* us-east-1 answers a repeated creation as it did the first; the others do not. */
        if (strcmp(s->call->who.region, "us-east-1") != 0) {
            s3_fail(s, "BucketAlreadyOwnedByYou", NULL);
            return;
        }
    }
    s3_set(s, "Location", arena_printf(s->a, "/%s", s->bucket));
}

static int find_bucket(struct s3 *s, struct bucket_info *ret)
{
    struct err err;

    if (bucket_get(s->objects, s->a, s->bucket, ret, &err) == 0)
        return 0;
    return err.code == ERR_NOT_FOUND ? s3_fail(s, "NoSuchBucket", NULL) : s3_fail_err(s, &err);
}

void s3_head_bucket(struct s3 *s)
{
    struct bucket_info info;

    if (find_bucket(s, &info) != 0)
        return;
    s3_set(s, "x-amz-bucket-region", info.region);
    s3_set(s, "x-amz-access-point-alias", "false");
    s3_set(s, "Content-Type", "application/xml");
}

void s3_delete_bucket(struct s3 *s)
{
    struct err err;

    if (bucket_delete(s->objects, s->bucket, &err) == 0)
        s->res->status = 204;
    else if (err.code == ERR_NOT_FOUND)
        s3_fail(s, "NoSuchBucket", NULL);
    else if (err.code == ERR_CONFLICT)
        s3_fail(s, "BucketNotEmpty", NULL);
    else
        s3_fail_err(s, &err);
}

void s3_get_bucket_location(struct s3 *s)
{
    struct bucket_info info;
    struct buf xml cleanup_buf = {0};

    buf_init(&xml, 4096);
    if (find_bucket(s, &info) != 0)
        return;
    xml_head(&xml);
    if (strcmp(info.region, "us-east-1") == 0) {
        buf_adds(&xml, "<LocationConstraint xmlns=\"" S3_XMLNS "\"/>");
    } else {
        buf_adds(&xml, "<LocationConstraint xmlns=\"" S3_XMLNS "\">");
        xml_text(&xml, info.region, strlen(info.region));
        xml_close(&xml, "LocationConstraint");
    }
    s3_reply_xml(s, &xml);
}

/* Versioning was never enabled on any bucket here: AWS answers that with an empty element. */
void s3_get_bucket_versioning(struct s3 *s)
{
    struct bucket_info info;
    struct buf xml cleanup_buf = {0};

    buf_init(&xml, 4096);
    if (find_bucket(s, &info) != 0)
        return;
    xml_head(&xml);
    buf_adds(&xml, "<VersioningConfiguration xmlns=\"" S3_XMLNS "\"/>");
    s3_reply_xml(s, &xml);
}
