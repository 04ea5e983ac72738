/* Listings of a bucket: ListObjectsV2, ListObjects and ListObjectVersions, one page each, straight
 * from the store's own seek.
 * Source: API reference of ListObjectsV2 and ListObjects. */
#include "aws/s3.h"
#include "base/text.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct s3_listing {
    struct object_list what;
    int max;
    bool url;
    struct object_page page;
};

void s3_xml_key(struct buf *out, const char *name, const char *s, size_t n, bool url)
{
    xml_open(out, name);
    if (url)
        uri_escape(out, s, n, true);
    else
        xml_text(out, s, n);
    xml_close(out, name);
}

int s3_encoding(struct s3 *s, bool *ret_url)
{
    const char *type = s3_param_get(s, "encoding-type");

    *ret_url = type && str_ieq(type, "url");
    if (type && *type && !*ret_url)
        return s3_fail_argument(s, "Invalid Encoding Method specified in Request", "encoding-type",
                                type);
    return 0;
}

int s3_param_int(struct s3 *s, const char *name, int otherwise, int most, int *ret)
{
    const char *text = s3_param_get(s, name);
    char *end;

    *ret = otherwise;
    if (!text || !*text)
        return 0;
    errno = 0;
    long v = strtol(text, &end, 10);
    if (*end || errno || v > INT32_MAX || v < INT32_MIN || *text == ' ' || *text == '+')
        return s3_fail_argument(
            s, arena_printf(s->a, "Provided %s not an integer or within integer range", name), name,
            text);
    if (v < 0)
        return s3_fail_argument(
            s, arena_printf(s->a, "Argument %s must be an integer between 0 and 2147483647", name),
            name, text);
    *ret = v > most ? (strcmp(name, "partNumber") == 0 ? 0 : most) : (int)v;
    return 0;
}

static void list_behind(struct s3_listing *l, const char *after, size_t len)
{
    l->what.after = after;
    l->what.after_len = len;
}

static int list_prepare(struct s3 *s, struct s3_listing *ret)
{
    const struct s3_param *prefix = s3_param_find(s, "prefix");
    const struct s3_param *delimiter = s3_param_find(s, "delimiter");

    *ret = (struct s3_listing){.what = {.prefix = "", .delimiter = "", .after = ""}};
    if (prefix) {
        ret->what.prefix = prefix->value;
        ret->what.prefix_len = prefix->value_len;
    }
    if (delimiter) {
        ret->what.delimiter = delimiter->value;
        ret->what.delimiter_len = delimiter->value_len;
    }
    return s3_encoding(s, &ret->url) != 0 ||
                   s3_param_int(s, "max-keys", S3_LIST_MAX, S3_LIST_MAX, &ret->max) != 0
               ? -1
               : 0;
}

/* A page of no keys still says whether there are any. */
static int list_run(struct s3 *s, struct s3_listing *l)
{
    struct err err;

    l->what.max = l->max > 0 ? l->max : 1;
    if (object_list(s->objects, s->a, s->bucket, &l->what, &l->page, &err) != 0)
        return s3_fail_err(s, &err);
    if (l->max == 0) {
        l->page.truncated = l->page.n_items + l->page.n_prefixes > 0;
        l->page.n_items = l->page.n_prefixes = 0;
        l->page.next = NULL;
    }
    return 0;
}

static void list_contents(struct s3 *s, struct buf *xml, const struct s3_listing *l, bool owner,
                          const char *element)
{
    bool versions = strcmp(element, "Version") == 0;

    for (size_t i = 0; i < l->page.n_items; i++) {
        const struct object_info *o = &l->page.items[i];
        xml_open(xml, element);
        s3_xml_key(xml, "Key", o->key, o->key_len, l->url);
        if (versions)
            buf_adds(xml, "<VersionId>null</VersionId><IsLatest>true</IsLatest>");
        xml_elem(xml, "LastModified", time_iso_ms(s->a, o->modified_ms));
        buf_adds(xml, "<ETag>&quot;");
        buf_adds(xml, o->etag);
        buf_adds(xml, "&quot;</ETag><Size>");
        buf_addf(xml, "%lld", (long long)o->size);
        buf_adds(xml, "</Size>");
        if (owner)
            s3_xml_owner(s, xml, "Owner");
        buf_adds(xml, "<StorageClass>STANDARD</StorageClass>");
        xml_close(xml, element);
    }
}

static void list_prefixes(struct buf *xml, const struct s3_listing *l)
{
    for (size_t i = 0; i < l->page.n_prefixes; i++) {
        xml_open(xml, "CommonPrefixes");
        s3_xml_key(xml, "Prefix", l->page.prefixes[i], l->page.prefix_lens[i], l->url);
        xml_close(xml, "CommonPrefixes");
    }
}

static void list_frame(struct s3 *s, struct buf *xml, const struct s3_listing *l,
                       const char *element)
{
    xml_head(xml);
    buf_addf(xml, "<%s xmlns=\"" S3_XMLNS "\">", element);
    xml_elem(xml, "Name", s->bucket);
    s3_xml_key(xml, "Prefix", l->what.prefix, l->what.prefix_len, l->url);
    if (l->what.delimiter_len)
        s3_xml_key(xml, "Delimiter", l->what.delimiter, l->what.delimiter_len, l->url);
    xml_elem_int(xml, "MaxKeys", l->max);
    if (l->url)
        xml_elem(xml, "EncodingType", "url");
    xml_elem_bool(xml, "IsTruncated", l->page.truncated);
}

/* A continuation token is "1" and the key that the last page ended with, in base64. */
static const char *token_make(struct s3 *s, const char *key, size_t len)
{
    char *raw = arena_alloc(s->a, len + 1);

    raw[0] = '1';
    memcpy(raw + 1, key, len);
    return base64_encode(s->a, raw, len + 1);
}

static int token_read(struct s3 *s, const char *token, const char **ret, size_t *ret_len)
{
    uint8_t *raw;
    size_t n;

    if (base64_decode(s->a, token, strlen(token), &raw, &n) != 0 || n < 2 || raw[0] != '1')
        return s3_fail_argument(s, "The continuation token provided is incorrect",
                                "continuation-token", NULL);
    *ret = (const char *)raw + 1;
    *ret_len = n - 1;
    return 0;
}

void s3_list_objects_v2(struct s3 *s)
{
    const char *token = s3_param_get(s, "continuation-token"), *type = s3_param_get(s, "list-type");
    const struct s3_param *start = s3_param_find(s, "start-after");
    const char *fetch_owner = s3_param_get(s, "fetch-owner");
    struct s3_listing l;
    struct buf xml cleanup_buf = {0};

    buf_init(&xml, 16 * 1024 * 1024);
    if (strcmp(type, "2") != 0) {
        s3_fail_argument(s, "Invalid List Type specified in Request", "list-type", type);
        return;
    }
    if (list_prepare(s, &l) != 0)
        return;
    if (token) {
        const char *key = NULL;
        size_t len = 0;
        if (token_read(s, token, &key, &len) != 0)
            return;
        list_behind(&l, key, len);
    } else if (start) {
        list_behind(&l, start->value, start->value_len);
    }
    if (list_run(s, &l) != 0)
        return;
    list_frame(s, &xml, &l, "ListBucketResult");
    xml_elem_int(&xml, "KeyCount", (int64_t)(l.page.n_items + l.page.n_prefixes));
    xml_elem(&xml, "ContinuationToken", token);
    if (start)
        s3_xml_key(&xml, "StartAfter", start->value, start->value_len, l.url);
    if (l.page.truncated && l.page.next)
        xml_elem(&xml, "NextContinuationToken", token_make(s, l.page.next, l.page.next_len));
    list_contents(s, &xml, &l, fetch_owner && str_ieq(fetch_owner, "true"), "Contents");
    list_prefixes(&xml, &l);
    xml_close(&xml, "ListBucketResult");
    s3_reply_xml(s, &xml);
}

void s3_list_objects(struct s3 *s)
{
    const struct s3_param *marker = s3_param_find(s, "marker");
    struct s3_listing l;
    struct buf xml cleanup_buf = {0};

    buf_init(&xml, 16 * 1024 * 1024);
    if (list_prepare(s, &l) != 0)
        return;
    if (marker)
        list_behind(&l, marker->value, marker->value_len);
    if (list_run(s, &l) != 0)
        return;
    list_frame(s, &xml, &l, "ListBucketResult");
    s3_xml_key(&xml, "Marker", marker ? marker->value : "", marker ? marker->value_len : 0, l.url);
    if (l.page.truncated && l.page.next && l.what.delimiter_len)
        s3_xml_key(&xml, "NextMarker", l.page.next, l.page.next_len, l.url);
    list_contents(s, &xml, &l, true, "Contents");
    list_prefixes(&xml, &l);
    xml_close(&xml, "ListBucketResult");
    s3_reply_xml(s, &xml);
}

/* Without versioning every object has the one version "null". */
void s3_list_object_versions(struct s3 *s)
{
    const struct s3_param *marker = s3_param_find(s, "key-marker");
    const char *version = s3_param_get(s, "version-id-marker");
    struct s3_listing l;
    struct buf xml cleanup_buf = {0};

    buf_init(&xml, 16 * 1024 * 1024);
    if (list_prepare(s, &l) != 0)
        return;
    if (marker)
        list_behind(&l, marker->value, marker->value_len);
    if (list_run(s, &l) != 0)
        return;
    list_frame(s, &xml, &l, "ListVersionsResult");
    s3_xml_key(&xml, "KeyMarker", marker ? marker->value : "", marker ? marker->value_len : 0,
               l.url);
    xml_elem(&xml, "VersionIdMarker", version ? version : "");
    if (l.page.truncated && l.page.next) {
        s3_xml_key(&xml, "NextKeyMarker", l.page.next, l.page.next_len, l.url);
        xml_elem(&xml, "NextVersionIdMarker", "null");
    }
    list_contents(s, &xml, &l, true, "Version");
    list_prefixes(&xml, &l);
    xml_close(&xml, "ListVersionsResult");
    s3_reply_xml(s, &xml);
}
