/* Outputs: files below /opt/ml become objects.
 *
 * A file is read once, for its MD5; a small one is kept as bytes, a larger one's inode is shared
 * with the blob store (its processes are dead, its directory is swept after the job's end). One
 * sync for all, then one transaction a bucket. Called by job_collect.c. */
#include "engine/job_outputs.h"
#include "base/digest.h"
#include "base/fs.h"
#include "base/sys.h"
#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>

#define READ_BYTES (256 * 1024)

void outputs_begin(struct job_outputs *o, struct engine *e, struct arena *a, const char *dir,
                   const bool *given_up)
{
    *o = (struct job_outputs){.engine = e, .arena = a, .dir = dir, .given_up = given_up};
}

static struct object_info *info_add(struct job_outputs *o, const char *bucket)
{
    if (o->n == o->cap) {
        size_t cap = o->cap ? o->cap * 2 : 64;
        struct object_info *infos = arena_alloc(o->arena, cap * sizeof(*infos));
        const char **buckets = arena_alloc(o->arena, cap * sizeof(*buckets));
        if (o->n) {
            memcpy(infos, o->infos, o->n * sizeof(*infos));
            memcpy(buckets, o->buckets, o->n * sizeof(*buckets));
        }
        o->infos = infos;
        o->buckets = buckets;
        o->cap = cap;
    }
    o->buckets[o->n] = bucket;
    o->infos[o->n] = (struct object_info){.version = "null"};
    return &o->infos[o->n++];
}

static const char *hex_md5(struct arena *a, const uint8_t md5[DIGEST_MAX])
{
    char *hex = arena_alloc(a, 33);

    hex_encode(md5, 16, hex);
    return hex;
}

static int read_small(struct job_outputs *o, int fd, const char *path, struct object_info *info,
                      struct err *err)
{
    char *data = arena_alloc(o->arena, OBJECT_INLINE + 1);
    uint8_t md5[DIGEST_MAX];
    size_t n = 0;
    ssize_t got;

    while ((got = sys->read(fd, data + n, OBJECT_INLINE + 1 - n)) > 0)
        n += (size_t)got;
    if (got < 0)
        return err_errno(err, errno, "read %s", path);
    if (n > OBJECT_INLINE)
        return err_set(err, ERR_INTERNAL, "%s grows while it is read", path);
    digest_bytes(DIGEST_MD5, data, n, md5);
    info->data = data;
    info->size = (int64_t)n;
    info->etag = hex_md5(o->arena, md5);
    return 0;
}

/* Reading what a job left may take many minutes; the next engine begins anew. */
static int given_up(const struct job_outputs *o, struct err *err)
{
    if (__atomic_load_n(o->given_up, __ATOMIC_RELAXED))
        return err_set(err, ERR_CANCELLED, "the job was stopped");
    return exec_ending(o->engine->exec) ? err_set(err, ERR_CANCELLED, "the engine ends") : 0;
}

static int hash_large(struct job_outputs *o, int fd, const char *path, struct object_info *info,
                      struct err *err)
{
    cleanup_digest struct digest_set *set = digest_set_create(1u << DIGEST_MD5);
    cleanup_free char *chunk = xmalloc(READ_BYTES);
    uint8_t md5[DIGEST_MAX];
    ssize_t got;

    info->size = 0;
    while ((got = sys->read(fd, chunk, READ_BYTES)) > 0) {
        if (given_up(o, err) != 0)
            return -1;
        digest_set_update(set, chunk, (size_t)got);
        info->size += got;
    }
    if (got < 0)
        return err_errno(err, errno, "read %s", path);
    digest_set_final(set, DIGEST_MD5, md5);
    info->etag = hex_md5(o->arena, md5);
    return 0;
}

/* `move`: the file is ours alone and may leave its place. */
static int add_file(struct job_outputs *o, const char *bucket, const char *key, const char *path,
                    bool move, struct err *err)
{
    struct blobs *blobs = objects_blobs(o->engine->config.objects);
    cleanup_fd int fd = sys->open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);
    struct stat st;
    char name[BLOB_NAME_MAX];

    if (given_up(o, err) != 0)
        return -1;
    if (fd < 0)
        return err_errno(err, errno, "open %s", path);
    if (sys->fstat(fd, &st) != 0)
        return err_errno(err, errno, "stat %s", path);
    struct object_info *info = info_add(o, bucket);
    info->key = key;
    info->key_len = strlen(key);
    info->modified_ms = sys->wall_ms();
    if (st.st_size <= OBJECT_INLINE)
        return read_small(o, fd, path, info, err);
    if (hash_large(o, fd, path, info, err) != 0)
        return -1;
    if ((move ? blobs->ops->adopt : blobs->ops->share)(blobs, path, name, err) != 0)
        return -1;
    info->blob = arena_strdup(o->arena, name);
    o->has_blobs = true;
    return 0;
}

/* --- trees --- */

struct tree {
    struct job_outputs *outputs;
    const char *bucket, *prefix;
    size_t n;
};

static int tree_file(void *arg, const struct job_file *f, struct err *err)
{
    struct tree *t = arg;
    struct arena *a = t->outputs->arena;
    const char *key =
        *t->prefix ? arena_printf(a, "%s/%s", t->prefix, f->path) : arena_strdup(a, f->path);

    t->n++;
    if (strlen(key) > OBJECT_KEY_MAX || !utf8_valid(key, strlen(key)))
        return err_set(
            err, ERR_INVALID,
            "ClientError: Failed to upload %.512s: s3://%s cannot hold an object of that "
            "name",
            f->path, t->bucket);
    return add_file(t->outputs, t->bucket, key, f->host, false, err);
}

/* Bucket and key without trailing slashes; the bucket must be there. */
static int split(struct job_outputs *o, const char *uri, const char **ret_bucket,
                 const char **ret_key, struct err *err)
{
    struct bucket_info info;
    struct err own = {0};
    const char *key;

    if (s3_uri_split(o->arena, uri, ret_bucket, &key, err) != 0)
        return err_prefix(err, "ClientError: Failed to upload output");
    if (bucket_get(o->engine->config.objects, o->arena, *ret_bucket, &info, &own) != 0) {
        if (own.code != ERR_NOT_FOUND) {
            *err = own;
            return -1;
        }
        return err_set(err, ERR_INVALID,
                       "ClientError: Failed to upload output to %s: NoSuchBucket: The specified "
                       "bucket does not exist",
                       uri);
    }
    char *clean = arena_strdup(o->arena, key);
    for (size_t n = strlen(clean); n > 0 && clean[n - 1] == '/'; n--)
        clean[n - 1] = 0;
    *ret_key = clean;
    return 0;
}

/* Names longer or deeper than is looked at are the job's fault. */
static int walk_failed(struct err *err)
{
    return err->code == ERR_LIMIT ? err_prefix(err, "ClientError: Failed to upload output") : -1;
}

int outputs_tree(struct job_outputs *o, const char *under, const char *uri, size_t *ret_n,
                 struct err *err)
{
    struct tree t = {.outputs = o};

    if (split(o, uri, &t.bucket, &t.prefix, err) != 0)
        return -1;
    if (job_walk(o->dir, under, tree_file, &t, err) != 0)
        return walk_failed(err);
    if (ret_n)
        *ret_n = t.n;
    return 0;
}

/* --- archives --- */

static int found_one(void *arg, const struct job_file *f, struct err *err)
{
    *(bool *)arg = true;
    return err_set(err, ERR_CANCELLED, "enough");
}

int outputs_packed(struct job_outputs *o, const char *under, const char *name, const char *uri,
                   bool *ret_made, struct err *err)
{
    struct err own = {0};
    const char *bucket, *key;

    *ret_made = false;
    if (job_walk(o->dir, under, found_one, ret_made, &own) != 0 && own.code != ERR_CANCELLED) {
        *err = own;
        return walk_failed(err);
    }
    if (!*ret_made)
        return 0;
    if (split(o, uri, &bucket, &key, err) != 0)
        return -1;
    const char *path = arena_printf(o->arena, "%s/%s", o->dir, name);
    if (archive_pack(o->engine->exec, o->dir, under, path, err) != 0)
        return walk_failed(err);
    fault_point("job.packed");
    return add_file(o, bucket, key, path, true, err);
}

/* --- into the store --- */

struct json *outputs_named(const struct job_outputs *o)
{
    struct json *list = json_array(o->arena);

    for (size_t i = 0; i < o->n; i++) {
        struct json *one = json_object(o->arena);
        json_set_str(o->arena, one, "bucket", o->buckets[i]);
        json_set_str(o->arena, one, "key", o->infos[i].key);
        json_set_str(o->arena, one, "etag", o->infos[i].etag);
        json_set_int(o->arena, one, "size", o->infos[i].size);
        json_push(o->arena, list, one);
    }
    return list;
}

int outputs_put(struct job_outputs *o, struct err *err)
{
    struct blobs *blobs = objects_blobs(o->engine->config.objects);
    struct object_info *some = arena_alloc(o->arena, (o->n + 1) * sizeof(*some));

    if (o->has_blobs && blobs->ops->sync_all(blobs, err) != 0)
        return -1;
    fault_point("job.synced");
    for (size_t i = 0; i < o->n; i++) {
        const char *bucket = o->buckets[i];
        size_t n = 0;
        if (!bucket)
            continue; /* put with an earlier one of its bucket */
        for (size_t k = i; k < o->n; k++)
            if (str_eq(o->buckets[k], bucket)) {
                some[n++] = o->infos[k];
                o->buckets[k] = NULL;
            }
        if (object_put_many(o->engine->config.objects, bucket, some, n, err) != 0)
            return err_prefix(err, "ClientError: Failed to upload output to s3://%s", bucket);
        fault_point("job.put");
    }
    return 0;
}
