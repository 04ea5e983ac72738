/* GetObject and HeadObject: conditions, ranges, parts and overrides. The hot path of the store:
 * one row read, a handful of headers, the body from the row or from its file by descriptor.
 * Conditions are shared with the copies and the conditional writes.
 * Source: API reference of GetObject, RFC 9110 sections 13 and 14. */
#include "aws/s3.h"
#include "base/fs.h"
#include "base/text.h"
#include <string.h>

/* Whether a list of entity tags ("a", W/"b", bare, or *) holds this one. */
static bool etag_in(const char *list, const char *etag)
{
    size_t len = strlen(etag);

    while (*list) {
        list += strspn(list, " \t,");
        if (strncmp(list, "W/", 2) == 0)
            list += 2;
        size_t n = strcspn(list, ",");
        const char *p = list;
        list += n;
        while (n > 0 && (p[n - 1] == ' ' || p[n - 1] == '\t'))
            n--;
        if (n == 1 && *p == '*')
            return true;
        if (n >= 2 && p[0] == '"' && p[n - 1] == '"') {
            p++;
            n -= 2;
        }
        if (n == len && memcmp(p, etag, n) == 0)
            return true;
    }
    return false;
}

/* Dates of conditions have whole seconds; one that cannot be read does not count. */
static bool later_than(int64_t modified_ms, const char *date)
{
    int64_t ms;
    struct err err;
    return time_parse(date, &ms, &err) == 0 && modified_ms / 1000 > ms / 1000;
}

static bool not_later_than(int64_t modified_ms, const char *date)
{
    int64_t ms;
    struct err err;
    return time_parse(date, &ms, &err) == 0 && modified_ms / 1000 <= ms / 1000;
}

enum s3_verdict s3_condition_check(const struct s3_conditions *c, const char *etag,
                                   int64_t modified_ms, const char **ret_which)
{
    const char *which = NULL;
    enum s3_verdict verdict = S3_GO;

    if (c->match) {
        if (!etag_in(c->match, etag)) {
            which = "If-Match";
            verdict = S3_FAILED;
        }
    } else if (c->unmodified_since && later_than(modified_ms, c->unmodified_since)) {
        which = "If-Unmodified-Since";
        verdict = S3_FAILED;
    }
    if (verdict == S3_GO && c->none_match) {
        if (etag_in(c->none_match, etag)) {
            which = "If-None-Match";
            verdict = S3_NOT_MODIFIED;
        }
    } else if (verdict == S3_GO && c->modified_since &&
               not_later_than(modified_ms, c->modified_since)) {
        which = "If-Modified-Since";
        verdict = S3_NOT_MODIFIED;
    }
    if (ret_which)
        *ret_which = which;
    return verdict;
}

static bool range_number(const char **p, int64_t *ret)
{
    const char *s = *p;
    int64_t v = 0;

    if (*s < '0' || *s > '9')
        return false;
    for (; *s >= '0' && *s <= '9'; s++) {
        if (v > (INT64_MAX - 9) / 10)
            v = (INT64_MAX - 9) / 10; /* beyond any object: the same answer */
        v = v * 10 + (*s - '0');
    }
    *p = s;
    *ret = v;
    return true;
}

int s3_range_parse(const char *text, int64_t size, int64_t *ret_first, int64_t *ret_last)
{
    int64_t first, last;

    if (!text || !str_starts(text, "bytes="))
        return 0;
    text += 6;
    if (*text == '-') {
        text++;
        if (!range_number(&text, &last) || *text)
            return 0;
        if (last == 0 || size == 0)
            return -1;
        *ret_first = last < size ? size - last : 0;
        *ret_last = size - 1;
        return 1;
    }
    if (!range_number(&text, &first) || *text++ != '-')
        return 0;
    last = size - 1;
    if (*text) {
        if (!range_number(&text, &last) || *text || last < first)
            return 0;
    }
    if (first >= size)
        return -1;
    *ret_first = first;
    *ret_last = last < size ? last : size - 1;
    return 1;
}

int s3_write_condition(struct s3 *s, struct object_condition *ret)
{
    const char *none = http_header(s->req, "if-none-match"),
               *match = http_header(s->req, "if-match");

    *ret = (struct object_condition){0};
    if (none && strcmp(none, "*") != 0)
        return s3_fail_header(s, "If-None-Match");
    if (none && match)
        return s3_fail_header(s, "If-Match");
    ret->if_none_match_any = none != NULL;
    if (match) {
        size_t n = strlen(match);
        if (strcmp(match, "*") == 0)
            return s3_fail_header(s, "If-Match");
        if (n >= 2 && match[0] == '"' && match[n - 1] == '"')
            match = arena_strndup(s->a, match + 1, n - 2);
        ret->if_match = match;
    }
    return 0;
}

int s3_version_check(struct s3 *s)
{
    const char *version = s3_param_get(s, "versionId");

    if (!version || strcmp(version, "null") == 0)
        return 0;
    return s3_fail_argument(s, "Invalid version id specified", "versionId", version);
}

static int get_conditions(struct s3 *s, const struct object_info *info)
{
    const struct http_request *req = s->req;
    const struct s3_conditions c = {
        .match = http_header(req, "if-match"),
        .none_match = http_header(req, "if-none-match"),
        .modified_since = http_header(req, "if-modified-since"),
        .unmodified_since = http_header(req, "if-unmodified-since"),
    };
    const char *which;

    switch (s3_condition_check(&c, info->etag, info->modified_ms, &which)) {
    case S3_GO:
        return 0;
    case S3_NOT_MODIFIED:
        fd_close(&s->res->fd);
        s->res->status = 304;
        s3_set(s, "ETag", s3_quoted(s, info->etag));
        s3_set(s, "Last-Modified", time_rfc822(s->a, info->modified_ms));
        return -1;
    default: {
        struct s3_extra extra = {"Condition", which};
        return s3_fail_with(s, "PreconditionFailed", NULL, &extra, 1);
    }
    }
}

/* Characters of an override that a header can carry: ISO 8859-1 without controls. */
static const char *override_value(struct s3 *s, const char *utf8)
{
    char *out = arena_alloc(s->a, strlen(utf8) + 1), *p = out;

    for (; *utf8; utf8++) {
        unsigned char c = (unsigned char)*utf8;
        if (c < 0x20 || c == 0x7f || c > 0xc3)
            return NULL;
        if (c >= 0xc2)
            c = (unsigned char)(c << 6 | (*++utf8 & 0x3f));
        *p++ = (char)c;
    }
    *p = 0;
    return out;
}

/* The object's own headers, with ?response-… in the place of six of them. */
static int get_headers(struct s3 *s, const struct object_info *info)
{
    static const char *const names[] = {"content-type",     "content-encoding",
                                        "content-language", "content-disposition",
                                        "cache-control",    "expires"};
    const struct json *meta = info->meta;
    struct json *changed = NULL;

    for (size_t i = 0; s->n_params && i < sizeof names / sizeof *names; i++) {
        char name[40] = "response-";
        memcpy(name + 9, names[i], strlen(names[i]) + 1);
        const struct s3_param *p = s3_param_find(s, name);
        if (!p)
            continue;
        const char *value = strlen(p->value) == p->value_len ? override_value(s, p->value) : NULL;
        if (!value)
            return s3_fail_argument(s, "Header value cannot be represented using ISO-8859-1.",
                                    arena_strdup(s->a, name), p->value);
        if (!changed)
            changed = meta ? json_copy(s->a, meta) : json_object(s->a);
        json_del(changed, names[i]);
        s3_set(s, names[i], value);
        if (i == 0)
            json_set_bool(s->a, changed, "typed", true);
    }
    meta = changed ? changed : meta;
    s3_meta_headers(s, meta);
    if (!json_get(meta, "typed") && !json_get(meta, "content-type"))
        s3_set(s, "Content-Type", S3_CONTENT_TYPE);
    return 0;
}

static int get_range_outside(struct s3 *s, const struct object_info *info, const char *range)
{
    struct s3_extra extra[] = {
        {"RangeRequested", range},
        {"ActualObjectSize", arena_printf(s->a, "%lld", (long long)info->size)},
    };
    return s3_fail_with(s, "InvalidRange", NULL, extra, 2);
}

/* ?partNumber: an object that came in parts remembers their sizes in its checksums' column, as
 * "parts" and "part_size" (all but the last are alike) or "part_sizes". */
static int get_part(struct s3 *s, const struct object_info *info, int64_t *ret_first,
                    int64_t *ret_last, int64_t *ret_parts)
{
    int64_t parts = json_get_int(info->checksums, "parts", 0);
    int64_t size = json_get_int(info->checksums, "part_size", 0);
    const struct json *sizes = json_get(info->checksums, "part_sizes");
    int number;

    if (s3_param_int(s, "partNumber", 0, S3_PARTS_MAX, &number) != 0)
        return -1;
    if (number < 1)
        return s3_fail_argument(s, "Part number must be an integer between 1 and 10000, inclusive",
                                "partNumber", s3_param_get(s, "partNumber"));
    *ret_parts = parts;
    if (number > (parts ? parts : 1)) {
        struct s3_extra extra[] = {
            {"PartNumberRequested", s3_param_get(s, "partNumber")},
            {"ActualPartCount", arena_printf(s->a, "%lld", (long long)(parts ? parts : 1))}};
        return s3_fail_with(s, "InvalidPartNumber", NULL, extra, 2);
    }
    *ret_first = 0;
    *ret_last = info->size - 1;
    if (parts && sizes) {
        for (int i = 0; i < number - 1; i++)
            *ret_first += (int64_t)json_num(json_at(sizes, (size_t)i), 0);
        *ret_last = *ret_first + (int64_t)json_num(json_at(sizes, (size_t)number - 1), 0) - 1;
    } else if (parts) {
        *ret_first = (number - 1) * size;
        if (number < parts)
            *ret_last = *ret_first + size - 1;
    }
    return 0;
}

static int get_extent(struct s3 *s, const struct object_info *info, int64_t *ret_first,
                      int64_t *ret_last)
{
    const char *range = http_header(s->req, "range");
    int64_t parts = 0;
    int found = 0;

    *ret_first = 0;
    *ret_last = info->size - 1;
    if (s->n_params && s3_param_find(s, "partNumber")) {
        if (range)
            return s3_fail(s, "InvalidRequest",
                           "Cannot specify both Range header and partNumber query parameter");
        if (get_part(s, info, ret_first, ret_last, &parts) != 0)
            return -1;
        if (parts)
            s3_set(s, "x-amz-mp-parts-count", arena_printf(s->a, "%lld", (long long)parts));
        found = info->size > 0;
    } else if (range) {
        found = s3_range_parse(range, info->size, ret_first, ret_last);
        if (found < 0)
            return get_range_outside(s, info, range);
    }
    if (found) {
        s->res->status = 206;
        s3_set(s, "Content-Range",
               arena_printf(s->a, "bytes %lld-%lld/%lld", (long long)*ret_first,
                            (long long)*ret_last, (long long)info->size));
    }
    return 0;
}

static void get_body(struct s3 *s, const struct object_info *info, int64_t first, int64_t length)
{
    if (s->head) {
        s->res->head_length = length;
    } else if (info->blob) {
        s->res->fd_offset = first;
        s->res->fd_length = length;
    } else {
        s->res->body = (const char *)info->data + first;
        s->res->body_len = (size_t)length;
    }
}

/* Of a large object res->fd is its file from here on; error replies close it. */
static int get_open(struct s3 *s, struct object_info *ret)
{
    struct err err;
    int rc = s->head ? object_head(s->objects, s->a, s->bucket, s->key, s->key_len, ret, &err)
                     : object_open(s->objects, s->a, s->bucket, s->key, s->key_len, ret,
                                   &s->res->fd, &err);
    return rc != 0 ? s3_fail_err(s, &err) : 0;
}

void s3_get_object(struct s3 *s)
{
    struct object_info info;
    int64_t first, last;

    if (s->n_params && s3_version_check(s) != 0)
        return;
    if (http_header(s->req, "x-amz-server-side-encryption-customer-algorithm")) {
        s3_fail_header(s, "x-amz-server-side-encryption-customer-algorithm");
        return;
    }
    if (get_open(s, &info) != 0)
        return;
    if (get_conditions(s, &info) != 0 || get_extent(s, &info, &first, &last) != 0)
        return;
    s3_set(s, "Last-Modified", time_rfc822(s->a, info.modified_ms));
    s3_set(s, "ETag", s3_quoted(s, info.etag));
    s3_set(s, "Accept-Ranges", "bytes");
    if (get_headers(s, &info) != 0)
        return;
    const char *mode = http_header(s->req, "x-amz-checksum-mode");
    if (mode && str_ieq(mode, "ENABLED") && s->res->status == 200)
        s3_checksums_headers(s, info.checksums);
    get_body(s, &info, first, last - first + 1);
}
