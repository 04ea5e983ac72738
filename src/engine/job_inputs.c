/* Inputs from S3: which objects, under which names, from which bytes.
 *
 * SageMaker's naming: with the prefix "a/b" the key "a/b/c.csv" becomes "c.csv", "a/b" itself
 * becomes "b", and "a/bc/d" (which the prefix matches too) becomes "bc/d". A key that ends in '/'
 * is a folder. Two keys that cannot both be files ("a" beside "a/b") fail the job with AWS's words.
 *
 * Order: list, pin (durable), look whether each blob is still there; only then may it be linked: an
 * object deleted between list and pin may have taken its blob along, and the listing is done again.
 */
#include "engine/job_inputs.h"
#include "base/digest.h"
#include "base/fs.h"
#include "base/sys.h"
#include "base/text.h"
#include "engine/code_digest.h"
#include <limits.h>
#include <string.h>

#define PAGE     1000
#define GONE_MAX 4 /* names in a message */

void inputs_begin(struct job_inputs *in, struct engine *e, struct arena *a)
{
    *in = (struct job_inputs){.engine = e, .arena = a, .paths = map_create()};
    in->pins = json_array(a);
    in->manifest = json_array(a);
    in->digests = json_object(a);
    in->cap_dirs = 16;
    in->dirs = arena_zalloc(a, in->cap_dirs * sizeof(*in->dirs));
}

void inputs_end(struct job_inputs *in)
{
    map_destroy(in->paths);
    in->paths = NULL;
}

static struct job_input *input_add(struct job_inputs *in, const char *path)
{
    if (in->n == in->cap) {
        size_t cap = in->cap ? in->cap * 2 : 64;
        struct job_input *items = arena_alloc(in->arena, cap * sizeof(*items));
        if (in->n)
            memcpy(items, in->items, in->n * sizeof(*items));
        in->items = items;
        in->cap = cap;
    }
    in->items[in->n] = (struct job_input){.path = path};
    return &in->items[in->n++];
}

void inputs_dir(struct job_inputs *in, const char *path)
{
    if (!path || !*path)
        return;
    if (in->n_dirs + 1 == in->cap_dirs) {
        const char **dirs = arena_zalloc(in->arena, in->cap_dirs * 2 * sizeof(*dirs));
        memcpy(dirs, in->dirs, in->n_dirs * sizeof(*dirs));
        in->dirs = dirs;
        in->cap_dirs *= 2;
    }
    in->dirs[in->n_dirs++] = path;
    in->dirs[in->n_dirs] = NULL;
}

void inputs_bytes(struct job_inputs *in, const char *path, const void *p, size_t n)
{
    struct job_input *i = input_add(in, path);

    i->data = p;
    i->len = n;
}

void inputs_file(struct job_inputs *in, const char *path, const char *source, mode_t mode)
{
    struct job_input *i = input_add(in, path);

    i->source = source;
    i->mode = mode;
}

void inputs_json(struct job_inputs *in, const char *path, const struct json *v)
{
    const char *text = json_text(in->arena, v);

    inputs_bytes(in, path, text, strlen(text));
}

/* --- names --- */

const char *input_file_name(struct arena *a, const char *prefix, const char *key)
{
    size_t n = strlen(prefix);
    const char *rest = key + n, *slash;

    if (n == 0 || prefix[n - 1] == '/') {
        /* what is behind the folder */
    } else if (*rest == '/') {
        rest++;
    } else {
        slash = strrchr(prefix, '/');
        rest = slash ? key + (slash + 1 - prefix) : key;
    }
    return *rest && key[strlen(key) - 1] != '/' ? arena_strdup(a, rest) : NULL;
}

/* Collapses "//"; false when it cannot be a file's name here. */
static bool path_clean(char *path)
{
    char *out = path;

    for (const char *p = path; *p;) {
        size_t n = strcspn(p, "/");
        if (n > NAME_MAX || (n == 1 && p[0] == '.') || (n == 2 && p[0] == '.' && p[1] == '.'))
            return false;
        if (n) {
            if (out != path)
                *out++ = '/';
            memmove(out, p, n);
            out += n;
        }
        p += n;
        p += strspn(p, "/");
    }
    *out = 0;
    return out != path && out - path < PATH_MAX - 256;
}

static char is_file, is_folder; /* what a path in `paths` is */

/* Notes the path and its folders; false when it clashes with what is there. */
static bool path_take(struct map *paths, const char *path)
{
    char folder[PATH_MAX];

    for (const char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
        memcpy(folder, path, (size_t)(slash - path));
        folder[slash - path] = 0;
        void *there = map_get(paths, folder);
        if (there == &is_file)
            return false;
        if (!there)
            map_set(paths, folder, &is_folder);
    }
    if (map_get(paths, path))
        return false;
    map_set(paths, path, &is_file);
    return true;
}

/* --- objects --- */

static int blob_host_path(struct job_inputs *in, const char *blob, const char **ret,
                          struct err *err)
{
    struct blobs *blobs = objects_blobs(in->engine->config.objects);
    char path[PATH_MAX];

    if (blobs->ops->path(blobs, blob, path, sizeof(path), err) != 0)
        return -1;
    *ret = arena_strdup(in->arena, path);
    return 0;
}

static int add_object(struct job_inputs *in, const char *bucket, const struct object_info *o,
                      const char *path, struct err *err)
{
    struct arena *a = in->arena;
    struct object_info full = *o;
    struct job_input *i;

    if (!o->blob && !o->data && o->size > 0 &&
        object_get(in->engine->config.objects, a, bucket, o->key, o->key_len, &full, err) != 0)
        return -1;
    i = input_add(in, path);
    if (full.blob) {
        if (blob_host_path(in, full.blob, &i->source, err) != 0)
            return -1;
        json_push_str(a, in->pins, full.blob);
    } else {
        i->data = full.data ? full.data : "";
        i->len = (size_t)full.size;
    }
    struct json *row = json_object(a);
    json_set_str(a, row, "path", path);
    json_set_str(a, row, "bucket", bucket);
    json_set_str(a, row, "key", full.key);
    json_set_str(a, row, "version", full.version);
    json_set_str(a, row, "etag", full.etag);
    json_set_int(a, row, "size", full.size);
    json_set_str(a, row, "blob", full.blob);
    if (code_archive_is(full.key))
        json_set_str(a, row, "holds", code_digest(in->engine, a, &full, i->source));
    json_push(a, in->manifest, row);
    return 0;
}

static int add_key(struct job_inputs *in, const char *bucket, const char *prefix,
                   const struct object_info *o, const char *under, struct err *err)
{
    struct arena *a = in->arena;
    const char *name = input_file_name(a, prefix, o->key);

    if (!name)
        return 0;
    char *path = arena_printf(a, "%s/%s", under, name);
    if (!path_clean(path))
        return err_set(err, ERR_INVALID,
                       "ClientError: Failed to download data. Cannot download s3://%s/%.512s, its "
                       "key cannot be the name of a file.",
                       bucket, o->key);
    if (!path_take(in->paths, path))
        return err_set(err, ERR_INVALID,
                       "ClientError: Failed to download data. Cannot download s3://%s/%.512s, a "
                       "previously downloaded file/folder clashes with it. Please check your s3 "
                       "objects and ensure that there is no object that is both a folder as well "
                       "as a file.",
                       bucket, o->key);
    return add_object(in, bucket, o, path, err);
}

static int nothing_there(struct err *err, struct engine *e, const char *uri, const char *bucket,
                         const char *role)
{
    return err_set(err, ERR_INVALID,
                   "ClientError: No S3 objects found under S3 URL \"%.400s\" given in input data "
                   "source. Please ensure that the bucket exists in the selected region (%s), that "
                   "objects exist under that S3 prefix, and that the role \"%.128s\" has "
                   "\"s3:ListBucket\" permissions on bucket \"%.64s\".",
                   uri, e->config.region, role, bucket);
}

static int one_page(struct job_inputs *in, const char *bucket, const char *prefix,
                    const char *under, struct object_list *what, bool *ret_more, size_t *ret_n,
                    struct err *err)
{
    struct object_page page;

    if (object_list(in->engine->config.objects, in->arena, bucket, what, &page, err) != 0)
        return -1;
    for (size_t i = 0; i < page.n_items; i++)
        if (add_key(in, bucket, prefix, &page.items[i], under, err) != 0)
            return -1;
    *ret_n += page.n_items;
    *ret_more = page.truncated;
    what->after = page.next;
    what->after_len = page.next_len;
    return 0;
}

/* Of the objects from the manifest's row `from` on, which lie below `under`. */
static const char *digest_rows(struct job_inputs *in, size_t from, const char *under)
{
    cleanup_digest struct digest_set *set = digest_set_create(1u << DIGEST_SHA256);
    uint8_t sha[DIGEST_MAX];
    char *hex = arena_alloc(in->arena, 65);

    for (size_t i = from; i < json_len(in->manifest); i++) {
        const struct json *row = json_at(in->manifest, i);
        const char *name = json_get_str(row, "path") + strlen(under) + 1;
        const char *holds = json_get_str(row, "holds"),
                   *what = holds ? holds
                                 : arena_printf(in->arena, "%s %lld", json_get_str(row, "etag"),
                                                (long long)json_get_int(row, "size", 0));
        digest_set_update(set, name, strlen(name) + 1);
        digest_set_update(set, what, strlen(what) + 1);
    }
    digest_set_final(set, DIGEST_SHA256, sha);
    hex_encode(sha, 32, hex);
    return hex;
}

int inputs_s3(struct job_inputs *in, const char *uri, const char *under, bool may_be_empty,
              const char *role, struct err *err)
{
    size_t from = json_len(in->manifest);
    const char *bucket, *prefix;
    struct err own = {0};
    bool more = true;
    size_t n = 0;

    inputs_dir(in, under);
    if (in->given)
        return 0;
    if (s3_uri_split(in->arena, uri, &bucket, &prefix, err) != 0)
        return -1;
    struct object_list what = {.prefix = prefix, .prefix_len = strlen(prefix), .max = PAGE};
    while (more)
        if (one_page(in, bucket, prefix, under, &what, &more, &n, &own) != 0) {
            if (own.code != ERR_NOT_FOUND || !str_starts(own.msg, "NoSuchBucket")) {
                *err = own;
                return -1;
            }
            break;
        }
    if (n == 0 && !may_be_empty)
        return nothing_there(err, in->engine, uri, bucket, role);
    json_set_str(in->arena, in->digests, uri, digest_rows(in, from, under));
    return 0;
}

/* --- what an earlier job had --- */

/* A blob is as it was or gone: the job has it pinned. What lay in a row may have been replaced. */
static bool add_again(struct job_inputs *in, const struct json *row)
{
    const char *path = json_get_str(row, "path"), *blob = json_get_str(row, "blob"), *host;
    const char *bucket = json_get_str(row, "bucket"), *key = json_get_str(row, "key");
    struct object_info now;
    struct err ignored = {0};

    if (blob) {
        if (blob_host_path(in, blob, &host, &ignored) != 0 || !fs_exists(host))
            return false;
        inputs_file(in, path, host, 0);
        json_push(in->arena, in->manifest, json_copy(in->arena, row));
        return true;
    }
    return object_get(in->engine->config.objects, in->arena, bucket, key, strlen(key), &now,
                      &ignored) == 0 &&
           str_eq(now.etag, json_get_str(row, "etag")) &&
           now.size == json_get_int(row, "size", -1) &&
           add_object(in, bucket, &now, path, &ignored) == 0;
}

int inputs_again(struct job_inputs *in, const struct json *manifest, struct err *err)
{
    cleanup_buf struct buf gone = {0};
    size_t n = 0;

    in->given = true;
    buf_init(&gone, 1 << 16);
    for (size_t i = 0; i < json_len(manifest); i++) {
        const struct json *row = json_at(manifest, i);
        if (add_again(in, row) || n++ >= GONE_MAX)
            continue;
        buf_addf(&gone, "%ss3://%s/%.200s", n > 1 ? ", " : "", json_get_str(row, "bucket"),
                 json_get_str(row, "key"));
    }
    if (n == 0)
        return 0;
    if (n > GONE_MAX)
        buf_addf(&gone, " and %zu more", n - GONE_MAX);
    return err_set(err, ERR_INVALID,
                   "what the job was given is not there any more, it was replaced or deleted "
                   "since: %s",
                   gone.data);
}

/* --- pins --- */

struct pin_call {
    const char *owner;
    const struct json *pins;
};

static int pin_all(struct db *db, void *arg, struct err *err)
{
    const struct pin_call *c = arg;

    for (size_t i = 0; i < json_len(c->pins); i++)
        if (blob_pin(db, c->owner, json_str(json_at(c->pins, i)), err) != 0)
            return -1;
    return 0;
}

int inputs_pin(struct job_inputs *in, const char *owner, struct err *err)
{
    struct pin_call call = {owner, in->pins};

    if (json_len(in->pins) == 0)
        return 0;
    if (store_write(in->engine->config.store, pin_all, &call, err) != 0)
        return -1;
    fault_point("job.pinned");
    return 0;
}
