/* DeleteObjects: up to 1,000 keys in one call and one transaction, each with an answer of its own.
 */
#include "aws/s3.h"
#include "base/text.h"
#include <string.h>

#define DELETE_MAX 1000

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

/* What this store cannot do for one of the objects is said of that one. */
static bool delete_refused(struct buf *xml, const struct xml_node *object)
{
    const struct xml_node *key = xml_child(object, "Key");
    const char *version = xml_child_text(object, "VersionId");

    if (version && *version && strcmp(version, "null") != 0) {
        delete_error(xml, key, "NoSuchVersion", "The specified version does not exist.");
        return true;
    }
    if (xml_child(object, "ETag") || xml_child(object, "LastModifiedTime") ||
        xml_child(object, "Size")) {
        delete_error(xml, key, "NotImplemented",
                     "DeleteObjects with a condition is not implemented.");
        return true;
    }
    return false;
}

static void delete_done(struct buf *xml, const struct xml_node *object)
{
    const struct xml_node *key = xml_child(object, "Key");
    const char *version = xml_child_text(object, "VersionId");

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
        if (!key || key->text_len == 0 || ++n > DELETE_MAX)
            return s3_fail(s, "MalformedXML", NULL);
        if (key->text_len > OBJECT_KEY_MAX)
            return s3_fail(s, "KeyTooLongError", NULL);
    }
    return n ? 0 : s3_fail(s, "MalformedXML", NULL);
}

void s3_delete_objects(struct s3 *s)
{
    cleanup_arena struct arena *a = arena_create(64 * 1024 * 1024);
    struct object_info *keys = arena_alloc(a, DELETE_MAX * sizeof *keys);
    const struct xml_node *root = NULL;
    struct err err;
    size_t n = 0;
    struct buf xml cleanup_buf = {0};

    buf_init(&xml, 16 * 1024 * 1024);
    if (s3_body_xml(s, a, "Delete", false, &root) != 0 || delete_check(s, root) != 0)
        return;
    const char *quiet = xml_child_text(root, "Quiet");
    xml_head(&xml);
    buf_adds(&xml, "<DeleteResult xmlns=\"" S3_XMLNS "\">");
    for (const struct xml_node *o = root->child; o; o = o->next) {
        if (strcmp(o->name, "Object") != 0 || delete_refused(&xml, o))
            continue;
        const struct xml_node *key = xml_child(o, "Key");
        keys[n++] = (struct object_info){.key = key->text, .key_len = key->text_len};
        if (!quiet || !str_ieq(quiet, "true"))
            delete_done(&xml, o);
    }
    if (object_delete_many(s->objects, s->bucket, keys, n, &err) != 0) {
        s3_fail_err(s, &err);
        return;
    }
    xml_close(&xml, "DeleteResult");
    s3_reply_xml(s, &xml);
}
