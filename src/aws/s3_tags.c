/* Tags of objects: Get-, Put- and DeleteObjectTagging, and the x-amz-tagging header of writes. They
 * are kept with the metadata in the header's form ("a=1&b=2") beside their number.
 * Source: "Categorizing your storage using tags": 10 tags, keys of 128 and values of 256
 * characters. */
#include "aws/s3.h"
#include "base/text.h"
#include <string.h>

#define TAGS_MAX 10

struct tag {
    const char *key, *value;
};

struct tag_set {
    struct tag tags[TAGS_MAX];
    int n;
};

static size_t characters(const char *utf8)
{
    size_t n = 0;

    for (; *utf8; utf8++)
        n += (*utf8 & 0xc0) != 0x80;
    return n;
}

static int tag_add(struct s3 *s, struct tag_set *set, const char *key, const char *value)
{
    if (!*key || characters(key) > 128)
        return s3_fail(s, "InvalidTag", "The TagKey you have provided is invalid");
    if (characters(value) > 256)
        return s3_fail(s, "InvalidTag", "The TagValue you have provided is invalid");
    for (int i = 0; i < set->n; i++)
        if (strcmp(set->tags[i].key, key) == 0)
            return s3_fail(s, "InvalidTag", "Cannot provide multiple Tags with the same key");
    if (set->n == TAGS_MAX)
        return s3_fail(s, "BadRequest", "Object tags cannot be greater than 10");
    set->tags[set->n++] = (struct tag){key, value};
    return 0;
}

static int unescaped(struct s3 *s, const char *p, size_t n, const char **ret)
{
    struct err err;
    size_t len;
    char *text;

    if (uri_unescape(s->a, p, n, true, &text, &len, &err) != 0 || !utf8_valid(text, len) ||
        strlen(text) != len)
        return -1;
    *ret = text;
    return 0;
}

/* "key=value&…", both escaped. */
static int tags_read(struct s3 *s, const char *text, struct tag_set *ret)
{
    *ret = (struct tag_set){.n = 0};
    for (const char *p = text; *p;) {
        size_t len = strcspn(p, "&"), key_len = strcspn(p, "&=");
        const char *key, *value = "";
        if (unescaped(s, p, key_len, &key) != 0 ||
            (key_len < len && unescaped(s, p + key_len + 1, len - key_len - 1, &value) != 0))
            return s3_fail_argument(
                s,
                "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query "
                "parameters without tag name duplicates.",
                "x-amz-tagging", text);
        if (tag_add(s, ret, key, value) != 0)
            return -1;
        p += len + (p[len] == '&');
    }
    return 0;
}

static void tags_keep(struct s3 *s, const struct tag_set *set, struct json *meta)
{
    struct buf text cleanup_buf = {0};

    buf_init(&text, 64 * 1024);
    for (int i = 0; i < set->n; i++) {
        if (i > 0)
            buf_addc(&text, '&');
        uri_escape(&text, set->tags[i].key, strlen(set->tags[i].key), false);
        buf_addc(&text, '=');
        uri_escape(&text, set->tags[i].value, strlen(set->tags[i].value), false);
    }
    json_set(s->a, meta, "x-amz-tagging", set->n ? json_string(s->a, text.data) : json_null(s->a));
    json_set(s->a, meta, "tags", set->n ? json_int(s->a, set->n) : json_null(s->a));
}

int s3_tags_header(struct s3 *s, struct json *meta)
{
    const char *text = s3_header(s, "x-amz-tagging");
    struct tag_set set;

    if (!text || !*text)
        return 0;
    if (tags_read(s, text, &set) != 0)
        return -1;
    tags_keep(s, &set, meta);
    return 0;
}

void s3_get_object_tagging(struct s3 *s)
{
    struct object_info info;
    struct tag_set set;
    struct err err;
    struct buf xml cleanup_buf = {0};

    buf_init(&xml, 64 * 1024);
    if (s3_version_check(s) != 0)
        return;
    if (object_head(s->objects, s->a, s->bucket, s->key, s->key_len, &info, &err) != 0) {
        s3_fail_err(s, &err);
        return;
    }
    const char *text = json_get_str(info.meta, "x-amz-tagging");
    if (tags_read(s, text ? text : "", &set) != 0)
        return;
    xml_head(&xml);
    buf_adds(&xml, "<Tagging xmlns=\"" S3_XMLNS "\"><TagSet>");
    for (int i = 0; i < set.n; i++) {
        xml_open(&xml, "Tag");
        xml_elem(&xml, "Key", set.tags[i].key);
        xml_elem(&xml, "Value", set.tags[i].value);
        xml_close(&xml, "Tag");
    }
    buf_adds(&xml, "</TagSet></Tagging>");
    s3_reply_xml(s, &xml);
}

static int tags_store(struct s3 *s, const struct tag_set *set)
{
    struct json *changes = json_object(s->a);
    struct err err;

    tags_keep(s, set, changes);
    return object_change_meta(s->objects, s->bucket, s->key, s->key_len, changes, &err) != 0
               ? s3_fail_err(s, &err)
               : 0;
}

void s3_put_object_tagging(struct s3 *s)
{
    struct tag_set set = {.n = 0};
    const struct xml_node *root = NULL;

    if (s3_version_check(s) != 0 || s3_body_xml(s, s->a, "Tagging", false, &root) != 0)
        return;
    const struct xml_node *list = xml_child(root, "TagSet");
    if (!list) {
        s3_fail(s, "MalformedXML", NULL);
        return;
    }
    for (const struct xml_node *t = list->child; t; t = t->next) {
        const char *key = xml_child_text(t, "Key"), *value = xml_child_text(t, "Value");
        if (strcmp(t->name, "Tag") != 0 || !key || !value) {
            s3_fail(s, "MalformedXML", NULL);
            return;
        }
        if (tag_add(s, &set, key, value) != 0)
            return;
    }
    tags_store(s, &set);
}

void s3_delete_object_tagging(struct s3 *s)
{
    struct tag_set none = {.n = 0};

    if (s3_version_check(s) == 0 && tags_store(s, &none) == 0)
        s->res->status = 204;
}
