/* DeleteObjects: up to 1,000 keys in one call, each with an answer of its own. */
#include "aws/s3.h"
#include "base/log.h"
#include "base/text.h"
#include <string.h>

static void delete_error(struct buf *xml, const struct xml_node *key, const char *code,
                         const char *message)
{
    xml_open(xml, "Error");
    xml_open(xml, "Key");
    xml_text(xml, key->text, key->text_len);
    xml_close(xml, "Key");
    xml_elem(xml, "Code", code);
    xml_elem(xml, "Message", message);
    xml_close(xml, "Error");
}

static void delete_one(struct s3 *s, struct buf *xml, const struct xml_node *object, bool quiet)
{
    const struct xml_node *key = xml_child(object, "Key");
    const char *version = xml_child_text(object, "VersionId");
    struct err err;

    if (version && *version && strcmp(version, "null") != 0) {
        delete_error(xml, key, "NoSuchVersion", "The specified version does not exist.");
        return;
    }
    if (xml_child(object, "ETag") || xml_child(object, "LastModifiedTime") ||
        xml_child(object, "Size")) {
        delete_error(xml, key, "NotImplemented",
                     "DeleteObjects with a condition is not implemented.");
        return;
    }
    if (object_delete(s->objects, s->bucket, key->text, key->text_len, &err) != 0) {
        log_error("%s: %s", s->op, err.msg);
        delete_error(xml, key, "InternalError",
                     "We encountered an internal error. Please try again.");
        return;
    }
    if (quiet)
        return;
    xml_open(xml, "Deleted");
    xml_open(xml, "Key");
    xml_text(xml, key->text, key->text_len);
    xml_close(xml, "Key");
    xml_elem(xml, "VersionId", version && *version ? version : NULL);
    xml_close(xml, "Deleted");
}

/* All or nothing as to the form: 1 to 1,000 objects, each with a key. */
static int delete_check(struct s3 *s, const struct xml_node *root)
{
    size_t n = 0;

    for (const struct xml_node *o = root->child; o; o = o->next) {
        if (strcmp(o->name, "Object") != 0)
            continue;
        const struct xml_node *key = xml_child(o, "Key");
        if (!key || key->text_len == 0 || ++n > 1000)
            return s3_fail(s, "MalformedXML", NULL);
        if (key->text_len > OBJECT_KEY_MAX)
            return s3_fail(s, "KeyTooLongError", NULL);
    }
    return n ? 0 : s3_fail(s, "MalformedXML", NULL);
}

void s3_delete_objects(struct s3 *s)
{
    cleanup_arena struct arena *a = arena_create(64 * 1024 * 1024);
    const struct xml_node *root;
    struct bucket_info bucket;
    struct err err;
    struct buf xml cleanup_buf;

    buf_init(&xml, 16 * 1024 * 1024);
    if (s3_body_xml(s, a, "Delete", false, &root) != 0 || delete_check(s, root) != 0)
        return;
    if (bucket_get(s->objects, s->a, s->bucket, &bucket, &err) != 0) {
        if (err.code == ERR_NOT_FOUND)
            s3_fail(s, "NoSuchBucket", NULL);
        else
            s3_fail_err(s, &err);
        return;
    }
    const char *quiet = xml_child_text(root, "Quiet");
    xml_head(&xml);
    buf_adds(&xml, "<DeleteResult xmlns=\"" S3_XMLNS "\">");
    for (const struct xml_node *o = root->child; o; o = o->next)
        if (strcmp(o->name, "Object") == 0)
            delete_one(s, &xml, o, quiet && str_ieq(quiet, "true"));
    xml_close(&xml, "DeleteResult");
    s3_reply_xml(s, &xml);
}
