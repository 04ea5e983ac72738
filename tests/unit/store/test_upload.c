/* Multipart uploads: ETags, the rules of parts, repeated and competing Completes. */
#include "util.h"
#include "base/text.h"

#define MIB (1 << 20)

static char *upload(struct test_store *t, const char *key)
{
    char *id = NULL;
    struct object_info info = {.meta = json_object(t->a)};

    json_set_str(t->a, (struct json *)info.meta, "content-type", "x/y");
    CHECK_OK(upload_create(t->o, t->a, "bucket", key, strlen(key), &info, &id, &t->err), t->err);
    return id;
}

static int put_part(struct test_store *t, const char *key, const char *id, int number, char fill,
                    size_t n, struct upload_part *ret)
{
    struct object_writer *w;
    char *p = malloc(n + 1);

    memset(p, fill, n);
    CHECK_OK(object_writer_create(t->o, 1u << DIGEST_CRC32, (int64_t)n, &w, &t->err), t->err);
    CHECK_OK(object_writer_write(w, p, n, &t->err), t->err);
    int r =
        upload_put_part(t->o, t->a, "bucket", key, strlen(key), id, number, w, NULL, ret, &t->err);
    object_writer_destroy(w);
    free(p);
    return r;
}

static int complete(struct test_store *t, const char *id, const struct upload_part *parts, size_t n,
                    struct object_info *ret)
{
    return upload_complete(t->o, t->a, "bucket", "k", 1, id, parts, n, NULL, ret, &t->err);
}

static const char *example(struct test_store *t, const char *name)
{
    struct json *v = NULL;
    char *text;
    size_t n;

    CHECK_OK(fs_read(t->a, VECTORS, MIB, &text, &n, &t->err), t->err);
    CHECK_OK(json_parse(t->a, text, n, &v, &t->err), t->err);
    return json_get_str(json_get(v, "multipart_etag"), name);
}

TEST(etags_of_the_examples)
{
    struct test_store t;
    struct upload_part parts[3];
    struct object_info info;

    open_objects(&t, fresh_dir());
    CHECK_OK(bucket_create(t.o, "bucket", "r", &t.err), t.err);
    char *id = upload(&t, "k");
    CHECK_OK(put_part(&t, "k", id, 1, 'a', 5 * MIB, &parts[0]), t.err);
    CHECK_OK(put_part(&t, "k", id, 3, 'b', 5 * MIB, &parts[1]), t.err); /* gaps are allowed */
    CHECK_OK(put_part(&t, "k", id, 7, 'c', 10, &parts[2]), t.err);
    CHECK_OK(complete(&t, id, parts, 3, &info), t.err);
    CHECK_STR(arena_printf(t.a, "\"%s\"", info.etag), example(&t, "etag"));
    CHECK_INT(info.size, 10 * MIB + 10);
    CHECK_STR(json_get_str(info.meta, "content-type"), "x/y");
    CHECK_INT(count_blobs(&t), 1);
    int fd;
    char c[3] = "";
    CHECK_OK(object_open(t.o, t.a, "bucket", "k", 1, &info, &fd, &t.err), t.err);
    CHECK(pread(fd, c, 1, 0) == 1 && pread(fd, c + 1, 1, 5 * MIB) == 1 &&
          pread(fd, c + 2, 1, 10 * MIB + 9) == 1);
    CHECK(memcmp(c, "abc", 3) == 0);
    close(fd);
    /* A lost answer: the same Complete again. */
    CHECK_OK(complete(&t, id, parts, 3, &info), t.err);
    CHECK_INT(info.size, 10 * MIB + 10);
    CHECK(put_part(&t, "k", id, 8, 'd', 10, &parts[2]) == -1);
    CHECK(str_starts(t.err.msg, "NoSuchUpload"));
    CHECK_INT(count_blobs(&t), 1);

    id = upload(&t, "k");
    CHECK_OK(put_part(&t, "k", id, 1, 'c', 10, &parts[0]), t.err);
    CHECK_OK(complete(&t, id, parts, 1, &info), t.err);
    CHECK_STR(arena_printf(t.a, "\"%s\"", info.etag), example(&t, "one_part_etag"));
    CHECK_INT(count_blobs(&t), 1);
    close_objects(&t, true);
}

static void refused(struct test_store *t, const char *id, const struct upload_part *parts, size_t n,
                    const char *why)
{
    CHECK(complete(t, id, parts, n, NULL) == -1);
    if (!str_starts(t->err.msg, why))
        CHECK_STR(t->err.msg, why);
}

TEST(rules)
{
    struct test_store t;
    struct upload_part p[3], bad[3];

    open_objects(&t, fresh_dir());
    CHECK_OK(bucket_create(t.o, "bucket", "r", &t.err), t.err);
    char *id = upload(&t, "k");
    CHECK(put_part(&t, "k", id, 0, 'a', 10, &p[0]) == -1);
    CHECK(put_part(&t, "k", id, 10001, 'a', 10, &p[0]) == -1);
    CHECK(put_part(&t, "other", id, 1, 'a', 10, &p[0]) == -1);
    CHECK(str_starts(t.err.msg, "NoSuchUpload"));
    CHECK_INT(count_blobs(&t), 0);
    CHECK_OK(put_part(&t, "k", id, 1, 'x', 6 * MIB, &p[0]), t.err);
    CHECK_OK(put_part(&t, "k", id, 1, 'a', 5 * MIB, &p[0]), t.err); /* the last one wins */
    CHECK_OK(put_part(&t, "k", id, 2, 'b', 5 * MIB - 1, &p[1]), t.err);
    CHECK_OK(put_part(&t, "k", id, 3, 'c', 1, &p[2]), t.err);
    CHECK_INT(count_blobs(&t), 3);
    refused(&t, id, p, 3, "EntityTooSmall");
    refused(&t, id, p, 0, "MalformedXML");
    refused(&t, "nope", p, 3, "NoSuchUpload");
    bad[0] = p[1];
    bad[1] = p[0];
    refused(&t, id, bad, 2, "InvalidPartOrder");
    bad[1] = p[1];
    refused(&t, id, bad, 2, "InvalidPartOrder");
    bad[0] = p[0];
    bad[0].etag = p[1].etag;
    refused(&t, id, bad, 2, "InvalidPart:");
    bad[0] = p[0];
    bad[0].number = 9;
    refused(&t, id, bad, 1, "InvalidPart:");
    struct object_condition cond = {.if_match = "x"};
    CHECK(upload_complete(t.o, t.a, "bucket", "k", 1, id, p, 1, &cond, NULL, &t.err) == -1);
    CHECK_INT(t.err.code, ERR_NOT_FOUND);
    /* Two Completes of one upload with different parts: the second is too late. */
    CHECK_OK(complete(&t, id, p, 2, NULL), t.err);
    CHECK_INT(count_blobs(&t), 1);
    close_objects(&t, true);
}

TEST(listing_and_aborting)
{
    struct test_store t;
    struct upload_part part, *parts;
    struct upload_info *list;
    size_t n;
    bool more;

    open_objects(&t, fresh_dir());
    CHECK_OK(bucket_create(t.o, "bucket", "r", &t.err), t.err);
    char *b = upload(&t, "b/1"), *a = upload(&t, "a");
    CHECK_OK(upload_list(t.o, t.a, "bucket", "", &list, &n, &t.err), t.err);
    CHECK_INT(n, 2);
    CHECK_STR(list[0].id, a);
    CHECK_STR(list[1].key, "b/1");
    CHECK_OK(upload_list(t.o, t.a, "bucket", "b/", &list, &n, &t.err), t.err);
    CHECK_INT(n, 1);
    for (int i = 1; i <= 5; i++)
        CHECK_OK(put_part(&t, "a", a, i * 2, 'x', (size_t)i * 100, &part), t.err);
    CHECK_OK(upload_parts(t.o, t.a, "bucket", "a", 1, a, 0, 3, &parts, &n, &more, &t.err), t.err);
    CHECK(n == 3 && more && parts[2].number == 6 && parts[2].size == 300);
    CHECK_OK(upload_parts(t.o, t.a, "bucket", "a", 1, a, 6, 3, &parts, &n, &more, &t.err), t.err);
    CHECK(n == 2 && !more && parts[1].number == 10);
    CHECK_INT(count_blobs(&t), 5);
    CHECK_OK(upload_abort(t.o, "bucket", "a", 1, a, &t.err), t.err);
    CHECK(upload_abort(t.o, "bucket", "a", 1, a, &t.err) == -1);
    CHECK(str_starts(t.err.msg, "NoSuchUpload"));
    CHECK_INT(count_blobs(&t), 0);
    CHECK(upload_parts(t.o, t.a, "bucket", "a", 1, a, 0, 3, &parts, &n, &more, &t.err) == -1);
    /* A bucket takes its unfinished uploads along. */
    CHECK_OK(put_part(&t, "b/1", b, 1, 'x', 100, &part), t.err);
    CHECK_OK(bucket_delete(t.o, "bucket", &t.err), t.err);
    CHECK_INT(count_blobs(&t), 0);
    CHECK(upload_create(t.o, t.a, "bucket", "k", 1, NULL, &a, &t.err) == -1);
    CHECK(str_starts(t.err.msg, "NoSuchBucket"));
    close_objects(&t, true);
}
