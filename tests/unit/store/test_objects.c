/* Objects: S3's semantics, against the worked examples in tests/vectors/s3.json. */
#include "util.h"
#include "base/text.h"
#include <fcntl.h>

static struct json *vectors(struct arena *a)
{
    struct err err;
    struct json *v = NULL;
    char *text;
    size_t n;

    CHECK_OK(fs_read(a, VECTORS, 1 << 20, &text, &n, &err), err);
    CHECK_OK(json_parse(a, text, n, &v, &err), err);
    return v;
}

static void put_body(struct test_store *t, const char *key, const void *p, size_t n)
{
    struct object_writer *w;

    CHECK_OK(object_writer_create(t->o, 1u << DIGEST_SHA256, (int64_t)n, &w, &t->err), t->err);
    CHECK_OK(object_writer_write(w, p, n, &t->err), t->err);
    CHECK_OK(object_put(t->o, t->a, "bucket", key, strlen(key), w, NULL, NULL, NULL, &t->err),
             t->err);
    object_writer_destroy(w);
}

static char *get_body(struct test_store *t, const char *key, int64_t *ret_size)
{
    struct object_info info;
    int fd;

    CHECK_OK(object_open(t->o, t->a, "bucket", key, strlen(key), &info, &fd, &t->err), t->err);
    *ret_size = info.size;
    char *p = arena_alloc(t->a, (size_t)info.size + 1);
    if (fd >= 0) {
        CHECK_INT(read(fd, p, (size_t)info.size + 1), info.size);
        close(fd);
    } else
        memcpy(p, info.data, (size_t)info.size);
    return p;
}

TEST(buckets)
{
    struct test_store t;
    struct bucket_info *list, info;
    size_t n;

    open_objects(&t, fresh_dir());
    CHECK_OK(bucket_create(t.o, "bbb", "us-east-1", &t.err), t.err);
    CHECK_OK(bucket_create(t.o, "aaa.with-dots", "eu-west-1", &t.err), t.err);
    CHECK(bucket_create(t.o, "bbb", "us-east-1", &t.err) == -1);
    CHECK_INT(t.err.code, ERR_EXISTS);
    static const char *const bad[] = {"ab",   "Upper", "-lead",           "trail-",
                                      "a..b", "a_b",   "1.2.3.4",         "",
                                      "a/b",  "a b",   "\xc3\xa4\xc3\xa4"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        CHECK(bucket_create(t.o, bad[i], "r", &t.err) == -1);
        CHECK_INT(t.err.code, ERR_INVALID);
    }
    CHECK_OK(bucket_list(t.o, t.a, &list, &n, &t.err), t.err);
    CHECK_INT(n, 2);
    CHECK_STR(list[0].name, "aaa.with-dots");
    CHECK_STR(list[0].region, "eu-west-1");
    CHECK_OK(bucket_get(t.o, t.a, "bbb", &info, &t.err), t.err);
    CHECK(info.created_ms > 0);
    CHECK(bucket_get(t.o, t.a, "nope", &info, &t.err) == -1);
    CHECK_INT(t.err.code, ERR_NOT_FOUND);
    CHECK(str_starts(t.err.msg, "NoSuchBucket"));
    CHECK_OK(put_text(&t, "bbb", "k", "v"), t.err);
    CHECK(bucket_delete(t.o, "bbb", &t.err) == -1);
    CHECK_INT(t.err.code, ERR_CONFLICT);
    CHECK_OK(object_delete(t.o, "bbb", "k", 1, &t.err), t.err);
    CHECK_OK(bucket_delete(t.o, "bbb", &t.err), t.err);
    CHECK(bucket_delete(t.o, "bbb", &t.err) == -1);
    CHECK_INT(t.err.code, ERR_NOT_FOUND);
    close_objects(&t, true);
}

TEST(etags_and_digests)
{
    struct test_store t;
    static const enum digest_alg algs[] = {DIGEST_CRC32, DIGEST_CRC32C, DIGEST_CRC64NVME,
                                           DIGEST_SHA1, DIGEST_SHA256};

    open_objects(&t, fresh_dir());
    CHECK_OK(bucket_create(t.o, "bucket", "r", &t.err), t.err);
    struct json *table = json_get(vectors(t.a), "etag_and_checksums");
    CHECK(json_len(table) >= 3);
    for (size_t i = 0; i < json_len(table); i++) {
        const char *text = table->keys[i];
        struct json *want = table->items[i];
        struct object_writer *w;
        struct object_info info;
        uint8_t d[DIGEST_MAX];
        CHECK_OK(object_writer_create(t.o, (1u << DIGEST_COUNT) - 1, -1, &w, &t.err), t.err);
        CHECK_OK(object_writer_write(w, text, strlen(text), &t.err), t.err);
        for (size_t k = 0; k < 5; k++) {
            object_writer_digest(w, algs[k], d);
            CHECK_STR(base64_encode(t.a, d, digest_size(algs[k])),
                      json_get_str(want, digest_name(algs[k])));
        }
        CHECK_OK(object_put(t.o, t.a, "bucket", "k", 1, w, NULL, NULL, &info, &t.err), t.err);
        object_writer_destroy(w);
        CHECK_STR(arena_printf(t.a, "\"%s\"", info.etag), json_get_str(want, "ETag"));
        CHECK_OK(object_put_bytes(t.o, t.a, "bucket", "k2", 2, text, strlen(text), NULL, NULL,
                                  &info, &t.err),
                 t.err);
        CHECK_STR(arena_printf(t.a, "\"%s\"", info.etag), json_get_str(want, "ETag"));
    }
    close_objects(&t, true);
}

TEST(sizes_around_every_bound)
{
    struct test_store t;
    static const size_t sizes[] = {0,       1,       16383,        16384,   16385,
                                   262143,  262144,  1048575,      1048576, 1048577,
                                   1310719, 4 << 20, (9 << 20) + 7};

    open_objects(&t, fresh_dir());
    CHECK_OK(bucket_create(t.o, "bucket", "r", &t.err), t.err);
    char *p = malloc((9 << 20) + 7);
    for (size_t i = 0; i < (9 << 20) + 7; i++)
        p[i] = (char)(i * 2654435761u >> 13);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        for (int how = 0; how < 3; how++) { /* at once with its size, unknown size, in odd pieces */
            const size_t n = sizes[i];
            struct object_writer *w;
            struct object_info info;
            uint8_t want[DIGEST_MAX], got[DIGEST_MAX];
            char etag[33];
            int64_t size;
            CHECK_OK(object_writer_create(t.o, 1u << DIGEST_SHA256 | 1u << DIGEST_CRC32,
                                          how == 0 ? (int64_t)n : -1, &w, &t.err),
                     t.err);
            for (size_t at = 0; at < n;) {
                size_t part = how < 2 ? n : 70001;
                part = part > n - at ? n - at : part;
                CHECK_OK(object_writer_write(w, p + at, part, &t.err), t.err);
                at += part;
            }
            CHECK_INT(object_writer_size(w), n);
            object_writer_digest(w, DIGEST_SHA256, got);
            digest_bytes(DIGEST_SHA256, p, n, want);
            CHECK(memcmp(got, want, 32) == 0);
            object_writer_digest(w, DIGEST_CRC32, got);
            digest_bytes(DIGEST_CRC32, p, n, want);
            CHECK(memcmp(got, want, 4) == 0);
            CHECK_OK(object_put(t.o, t.a, "bucket", "k", 1, w, NULL, NULL, &info, &t.err), t.err);
            object_writer_destroy(w);
            digest_bytes(DIGEST_MD5, p, n, want);
            hex_encode(want, 16, etag);
            CHECK_STR(info.etag, etag);
            const char *body = get_body(&t, "k", &size);
            CHECK_INT(size, n);
            CHECK(size == (int64_t)n && memcmp(body, p, n) == 0);
            CHECK(count_blobs(&t) <= 1); /* the replaced one is gone */
        }
    }
    /* Dropped writers leave nothing. */
    struct object_writer *w;
    CHECK_OK(object_writer_create(t.o, 0, 4 << 20, &w, &t.err), t.err);
    CHECK_OK(object_writer_write(w, p, 3 << 20, &t.err), t.err);
    object_writer_destroy(w);
    CHECK_OK(object_delete(t.o, "bucket", "k", 1, &t.err), t.err);
    CHECK_INT(count_blobs(&t), 0);
    object_writer_destroy(NULL);
    free(p);
    close_objects(&t, true);
}

TEST(conditions)
{
    struct test_store t;
    struct object_info info;
    struct object_condition none = {.if_none_match_any = true};

    open_objects(&t, fresh_dir());
    CHECK_OK(bucket_create(t.o, "bucket", "r", &t.err), t.err);
#define PUT(text, cond)                                                                            \
    object_put_bytes(t.o, t.a, "bucket", "k", 1, text, strlen(text), NULL, cond, &info, &t.err)
    struct object_condition match = {.if_match = "x"};
    CHECK(PUT("1", &match) == -1);
    CHECK_INT(t.err.code, ERR_NOT_FOUND);
    CHECK(str_starts(t.err.msg, "NoSuchKey"));
    CHECK_OK(PUT("1", &none), t.err);
    CHECK(PUT("2", &none) == -1);
    CHECK_INT(t.err.code, ERR_CONFLICT);
    CHECK(PUT("2", &match) == -1);
    CHECK_INT(t.err.code, ERR_CONFLICT);
    match.if_match = info.etag;
    CHECK_OK(PUT("2", &match), t.err);
    CHECK(PUT("3", &match) == -1);
    CHECK_OK(object_get(t.o, t.a, "bucket", "k", 1, &info, &t.err), t.err);
    CHECK(info.size == 1 && memcmp(info.data, "2", 1) == 0);
    /* A refused put of a large body leaves no blob. */
    char *big = calloc(1, 100000);
    CHECK(object_put_bytes(t.o, t.a, "bucket", "k", 1, big, 100000, NULL, &none, &info, &t.err) ==
          -1);
    CHECK_INT(count_blobs(&t), 0);
    free(big);
    CHECK(object_put_bytes(t.o, t.a, "nope", "k", 1, "", 0, NULL, NULL, &info, &t.err) == -1);
    CHECK(str_starts(t.err.msg, "NoSuchBucket"));
    close_objects(&t, true);
#undef PUT
}

TEST(meta_and_checksums_come_back)
{
    struct test_store t;
    struct object_info info = {0}, got;

    open_objects(&t, fresh_dir());
    CHECK_OK(bucket_create(t.o, "bucket", "r", &t.err), t.err);
    struct json *meta = json_object(t.a), *sums = json_object(t.a);
    json_set_str(t.a, meta, "content-type", "text/plain");
    json_set_str(t.a, meta, "x-amz-meta-\xc3\xa4", "\xe2\x82\xac \"quoted\"");
    json_set_str(t.a, sums, "CRC32", "DUoRhQ==");
    info.meta = meta;
    info.checksums = sums;
    info.etag = "given-2";
    CHECK_OK(
        object_put_bytes(t.o, t.a, "bucket", "k", 1, "hello world", 11, &info, NULL, &got, &t.err),
        t.err);
    CHECK_STR(got.etag, "given-2");
    CHECK_OK(object_head(t.o, t.a, "bucket", "k", 1, &got, &t.err), t.err);
    CHECK(json_equal(got.meta, meta) && json_equal(got.checksums, sums));
    CHECK_STR(got.etag, "given-2");
    CHECK_STR(got.version, "null");
    CHECK(!got.data && !got.blob);
    CHECK_OK(object_get(t.o, t.a, "bucket", "k", 1, &got, &t.err), t.err);
    CHECK(got.size == 11 && memcmp(got.data, "hello world", 11) == 0);
    CHECK(object_get(t.o, t.a, "bucket", "kk", 2, &got, &t.err) == -1);
    CHECK(str_starts(t.err.msg, "NoSuchKey"));
    CHECK(object_get(t.o, t.a, "buckeu", "kk", 2, &got, &t.err) == -1);
    CHECK(str_starts(t.err.msg, "NoSuchBucket"));
    CHECK_OK(object_delete(t.o, "bucket", "kk", 2, &t.err), t.err); /* as on S3 */
    close_objects(&t, true);
}

TEST(odd_keys)
{
    struct test_store t;
    struct object_page page;
    struct object_list all = {.max = 1000};
    char longest[OBJECT_KEY_MAX + 2];
    struct {
        const char *p;
        size_t n;
    } keys[] = {{"\0", 1},  {"\0\0", 2}, {"\x01", 1}, {"..", 2},       {"../x", 4},    {"/", 1},
                {"//", 2},  {"a", 1},    {"a\0b", 3}, {"a b", 3},      {"a/", 2},      {"a/b", 3},
                {"a\n", 2}, {"\x7f", 1}, {"\xff", 1}, {"\xff\xff", 2}, {longest, 1024}};
    const size_t n = sizeof keys / sizeof *keys;

    memset(longest, 0xff, sizeof longest);
    open_objects(&t, fresh_dir());
    CHECK_OK(bucket_create(t.o, "bucket", "r", &t.err), t.err);
    for (size_t i = 0; i < n; i++)
        CHECK_OK(object_put_bytes(t.o, t.a, "bucket", keys[i].p, keys[i].n, &i, sizeof i, NULL,
                                  NULL, NULL, &t.err),
                 t.err);
    for (size_t i = 0; i < n; i++) {
        struct object_info info;
        CHECK_OK(object_get(t.o, t.a, "bucket", keys[i].p, keys[i].n, &info, &t.err), t.err);
        CHECK(memcmp(info.data, &i, sizeof i) == 0);
        CHECK(info.key_len == keys[i].n && memcmp(info.key, keys[i].p, keys[i].n) == 0);
    }
    CHECK_OK(object_list(t.o, t.a, "bucket", &all, &page, &t.err), t.err);
    CHECK_INT(page.n_items, n);
    for (size_t i = 1; i < page.n_items; i++) {
        size_t x = page.items[i - 1].key_len, y = page.items[i].key_len;
        int c = memcmp(page.items[i - 1].key, page.items[i].key, x < y ? x : y);
        CHECK(c < 0 || (c == 0 && x < y));
    }
    /* Page by page, with every delimiter of one byte. */
    for (int d = 0; d < 256; d++) {
        char delimiter = (char)d;
        struct object_list one = {.delimiter = &delimiter, .delimiter_len = 1, .max = 1};
        size_t pages = 0, whole;
        all.delimiter = &delimiter;
        all.delimiter_len = 1;
        CHECK_OK(object_list(t.o, t.a, "bucket", &all, &page, &t.err), t.err);
        whole = page.n_items + page.n_prefixes;
        do {
            CHECK_OK(object_list(t.o, t.a, "bucket", &one, &page, &t.err), t.err);
            pages += page.n_items + page.n_prefixes;
            one.after = page.next;
            one.after_len = page.next_len;
        } while (page.truncated && pages < 100);
        CHECK_INT(pages, whole);
    }
    CHECK(object_put_bytes(t.o, t.a, "bucket", longest, 1025, "", 0, NULL, NULL, NULL, &t.err) ==
          -1);
    CHECK_INT(t.err.code, ERR_INVALID);
    CHECK(object_put_bytes(t.o, t.a, "bucket", "", 0, "", 0, NULL, NULL, NULL, &t.err) == -1);
    close_objects(&t, true);
}

static void check_names(struct arena *a, const struct json *want, size_t n, const char *what,
                        const char *(*name)(const struct object_page *, size_t),
                        const struct object_page *page)
{
    if (json_len(want) != n)
        CHECK_STR(arena_printf(a, "%zu %s", n, what),
                  arena_printf(a, "%zu %s", json_len(want), what));
    for (size_t i = 0; i < n && i < json_len(want); i++)
        CHECK_STR(name(page, i), json_str(json_at(want, i)));
}

static const char *item_name(const struct object_page *p, size_t i)
{
    return p->items[i].key;
}

static const char *prefix_name(const struct object_page *p, size_t i)
{
    return p->prefixes[i];
}

TEST(list_v2_examples)
{
    struct test_store t;

    open_objects(&t, fresh_dir());
    CHECK_OK(bucket_create(t.o, "bucket", "r", &t.err), t.err);
    CHECK_OK(bucket_create(t.o, "bucket2", "r", &t.err), t.err);
    CHECK_OK(put_text(&t, "bucket2", "a/1", ""), t.err);
    struct json *v = json_get(vectors(t.a), "list_v2");
    struct json *keys = json_get(v, "keys_utf8_order"), *cases = json_get(v, "cases");
    CHECK(json_len(cases) > 5);
    for (size_t i = json_len(keys); i > 0; i--)
        CHECK_OK(put_text(&t, "bucket", json_str(json_at(keys, i - 1)), "x"), t.err);
    for (size_t i = 0; i < json_len(cases); i++) {
        const struct json *c = json_at(cases, i);
        struct object_page page;
        struct object_list l = {.prefix = json_get_str(c, "prefix"),
                                .delimiter = json_get_str(c, "delimiter"),
                                .after = json_get_str(c, "start_after"),
                                .max = (int)json_get_int(c, "max_keys", 1000)};
        l.prefix_len = strlen(l.prefix);
        l.delimiter_len = l.delimiter ? strlen(l.delimiter) : 0;
        l.after_len = strlen(l.after);
        CHECK_OK(object_list(t.o, t.a, "bucket", &l, &page, &t.err), t.err);
        check_names(t.a, json_get(c, "Contents"), page.n_items, "keys", item_name, &page);
        check_names(t.a, json_get(c, "CommonPrefixes"), page.n_prefixes, "prefixes", prefix_name,
                    &page);
        CHECK_INT(page.truncated, json_get_bool(c, "IsTruncated", false));
    }
    close_objects(&t, true);
}

TEST(listing_against_a_plain_model)
{
    struct test_store t;
    char keys[400][8];
    unsigned seed = 7;

    open_objects(&t, fresh_dir());
    CHECK_OK(bucket_create(t.o, "bucket", "r", &t.err), t.err);
    for (int i = 0; i < 400; i++) {
        int n = 1 + (int)((seed = seed * 1103515245 + 12345) >> 16) % 6;
        for (int k = 0; k < n; k++)
            keys[i][k] = "a/b0"[((seed = seed * 1103515245 + 12345) >> 16) % 4];
        keys[i][n] = '\0';
        CHECK_OK(put_text(&t, "bucket", keys[i], "x"), t.err);
    }
    qsort(keys, 400, sizeof keys[0], (int (*)(const void *, const void *))strcmp);
    static const char *const prefixes[] = {"", "a", "a/", "/", "0", "b//"};
    static const char *const delimiters[] = {"", "/", "b", "/0"};
    for (size_t p = 0; p < 6; p++) {
        for (size_t d = 0; d < 4; d++) {
            for (int max = 1; max < 9; max += 2) {
                struct object_list l = {.prefix = prefixes[p],
                                        .prefix_len = strlen(prefixes[p]),
                                        .delimiter = delimiters[d],
                                        .delimiter_len = strlen(delimiters[d]),
                                        .max = max};
                struct object_page page = {.truncated = true};
                size_t at_item = 0, at_prefix = 0;
                char last[8] = "";
                /* What one walk over all keys gives must come in this order, page by page. */
                for (int i = 0; i < 400; i++) {
                    char expect[8];
                    if (!str_starts(keys[i], prefixes[p]))
                        continue;
                    memcpy(expect, keys[i], 8);
                    char *hit =
                        *delimiters[d] ? strstr(expect + strlen(prefixes[p]), delimiters[d]) : NULL;
                    if (hit)
                        hit[strlen(delimiters[d])] = '\0';
                    if (strcmp(expect, last) == 0 && (hit || i > 0))
                        continue;
                    memcpy(last, expect, 8);
                    if (at_item == page.n_items && at_prefix == page.n_prefixes) {
                        CHECK(page.truncated);
                        CHECK_OK(object_list(t.o, t.a, "bucket", &l, &page, &t.err), t.err);
                        at_item = at_prefix = 0;
                        l.after = page.next;
                        l.after_len = page.next_len;
                    }
                    if (hit) {
                        CHECK(at_prefix < page.n_prefixes);
                        if (at_prefix < page.n_prefixes)
                            CHECK_STR(page.prefixes[at_prefix++], expect);
                    } else {
                        CHECK(at_item < page.n_items);
                        if (at_item < page.n_items)
                            CHECK_STR(page.items[at_item++].key, expect);
                    }
                }
                CHECK(last[0] == '\0' || !page.truncated);
            }
        }
    }
    close_objects(&t, true);
}

TEST(a_copy_shares_its_blob)
{
    struct test_store t;
    struct object_info info, copy;
    char *big = malloc(100000);

    memset(big, 'x', 100000);
    open_objects(&t, fresh_dir());
    CHECK_OK(bucket_create(t.o, "bucket", "r", &t.err), t.err);
    put_body(&t, "big", big, 100000);
    CHECK_OK(put_text(&t, "bucket", "small", "hello"), t.err);
    CHECK_OK(
        object_copy(t.o, t.a, "bucket", "small", 5, "bucket", "small2", 6, NULL, &copy, &t.err),
        t.err);
    CHECK_STR(copy.etag, "5d41402abc4b2a76b9719d911017c592");
    CHECK_OK(object_get(t.o, t.a, "bucket", "small2", 6, &copy, &t.err), t.err);
    CHECK(copy.size == 5 && memcmp(copy.data, "hello", 5) == 0);
    CHECK_OK(object_copy(t.o, t.a, "bucket", "big", 3, "bucket", "big2", 4, NULL, &copy, &t.err),
             t.err);
    CHECK_OK(object_head(t.o, t.a, "bucket", "big", 3, &info, &t.err), t.err);
    CHECK_STR(copy.blob, info.blob);
    CHECK_INT(count_blobs(&t), 1);
    /* Onto itself, with new metadata: the blob stays. */
    struct object_info meta = {.meta = json_object(t.a)};
    CHECK_OK(object_copy(t.o, t.a, "bucket", "big", 3, "bucket", "big", 3, &meta, &copy, &t.err),
             t.err);
    CHECK_INT(count_blobs(&t), 1);
    CHECK_OK(object_delete(t.o, "bucket", "big", 3, &t.err), t.err);
    CHECK_INT(count_blobs(&t), 1);
    CHECK_OK(put_text(&t, "bucket", "big2", "now small"), t.err);
    CHECK_INT(count_blobs(&t), 0);
    CHECK(object_copy(t.o, t.a, "bucket", "big", 3, "bucket", "x", 1, NULL, &copy, &t.err) == -1);
    CHECK(str_starts(t.err.msg, "NoSuchKey"));
    CHECK(object_copy(t.o, t.a, "nope", "big", 3, "bucket", "x", 1, NULL, &copy, &t.err) == -1);
    CHECK(str_starts(t.err.msg, "NoSuchBucket"));
    free(big);
    close_objects(&t, true);
}

struct pin_arg {
    const char *owner, *blob;
};

static int pin(struct db *db, void *p, struct err *err)
{
    struct pin_arg *arg = p;

    return arg->blob ? blob_pin(db, arg->owner, arg->blob, err)
                     : blob_unpin_all(db, arg->owner, err);
}

TEST(pins_and_collection)
{
    struct test_store t;
    struct object_info info;
    char *big = calloc(1, 100000);
    int64_t freed;

    open_objects(&t, fresh_dir());
    CHECK_OK(bucket_create(t.o, "bucket", "r", &t.err), t.err);
    put_body(&t, "big", big, 100000);
    CHECK_OK(object_head(t.o, t.a, "bucket", "big", 3, &info, &t.err), t.err);
    struct pin_arg arg = {"job-1", info.blob};
    CHECK_OK(store_write(t.s, pin, &arg, &t.err), t.err);
    CHECK_OK(store_write(t.s, pin, &arg, &t.err), t.err); /* twice is once */
    CHECK_OK(object_delete(t.o, "bucket", "big", 3, &t.err), t.err);
    CHECK_INT(count_blobs(&t), 1);
    CHECK_OK(object_collect(t.o, &freed, &t.err), t.err);
    CHECK_INT(freed, 0);
    struct pin_arg none = {"job-1", NULL};
    CHECK_OK(store_write(t.s, pin, &none, &t.err), t.err);
    CHECK_INT(count_blobs(&t), 1);
    CHECK_OK(object_collect(t.o, &freed, &t.err), t.err);
    CHECK_INT(freed, 100000);
    CHECK_INT(count_blobs(&t), 0);
    CHECK(store_write(t.s, pin, &arg, &t.err) == -1); /* too late */
    CHECK_INT(t.err.code, ERR_NOT_FOUND);
    /* A young orphan might still get its row. */
    struct blob_writer *w;
    char name[BLOB_NAME_MAX];
    struct blobs *blobs = objects_blobs(t.o);
    CHECK_OK(blobs->ops->create(blobs, -1, &w, &t.err), t.err);
    CHECK_OK(blobs->ops->commit(w, true, name, &t.err), t.err);
    CHECK_OK(object_collect(t.o, &freed, &t.err), t.err);
    CHECK_INT(count_blobs(&t), 1);
    CHECK_OK(objects_reset(t.o, &t.err), t.err);
    CHECK_INT(count_blobs(&t), 0);
    CHECK(bucket_delete(t.o, "bucket", &t.err) == -1);
    CHECK_INT(t.err.code, ERR_NOT_FOUND);
    free(big);
    close_objects(&t, true);
}

TEST(many_at_once)
{
    struct test_store t;
    struct object_info infos[50], got;
    struct blobs *blobs;

    open_objects(&t, fresh_dir());
    blobs = objects_blobs(t.o);
    CHECK_OK(bucket_create(t.o, "bucket", "r", &t.err), t.err);
    for (int i = 0; i < 50; i++) {
        char path[128], *name = arena_alloc(t.a, BLOB_NAME_MAX);
        snprintf(path, sizeof path, "%s/out-%d", t.dir, i);
        CHECK_OK(fs_replace(path, "content", 7, 0600, &t.err), t.err);
        CHECK_OK(blobs->ops->adopt(blobs, path, name, &t.err), t.err);
        CHECK(!fs_exists(path));
        infos[i] = (struct object_info){.key = arena_printf(t.a, "out/%02d", i),
                                        .key_len = 6,
                                        .size = 7,
                                        .etag = "9a0364b9e99bb480dd25e1f0284c8555",
                                        .blob = name};
    }
    CHECK_OK(blobs->ops->sync_all(blobs, &t.err), t.err);
    CHECK_OK(object_put_many(t.o, "bucket", infos, 50, &t.err), t.err);
    CHECK_OK(object_head(t.o, t.a, "bucket", "out/49", 6, &got, &t.err), t.err);
    CHECK_INT(got.size, 7);
    CHECK_INT(count_blobs(&t), 50);
    /* All or none. */
    infos[7].etag = NULL;
    CHECK(object_put_many(t.o, "bucket", infos, 50, &t.err) == -1);
    CHECK(object_put_many(t.o, "nope", infos, 5, &t.err) == -1);
    CHECK_OK(object_put_many(t.o, "bucket", infos, 0, &t.err), t.err);
    close_objects(&t, true);
}
