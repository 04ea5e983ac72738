/* Whole small objects, for those who need a text: blocks, so never on the thread of the engine. */
#include "engine/s3_read.h"
#include "base/fs.h"
#include "engine/jobs.h"
#include <string.h>

static int read_whole(int fd, char *to, size_t size, struct err *err)
{
    size_t at = 0;

    while (at < size) {
        ssize_t n = sys->pread(fd, to + at, size - at, (off_t)at);
        if (n <= 0)
            return err_set(err, ERR_IO, "its stored bytes cannot be read");
        at += (size_t)n;
    }
    return 0;
}

int s3_read_object(struct engine *e, struct arena *a, const char *bucket, const char *key,
                   size_t max, char **ret, size_t *ret_len, struct err *err)
{
    struct object_info info;
    int fd cleanup_fd = -1;

    if (object_open(engine_objects(e), a, bucket, key, strlen(key), &info, &fd, err) != 0)
        return err_prefix(err, "s3://%s/%s", bucket, key);
    if ((uint64_t)info.size > max)
        return err_set(err, ERR_LIMIT, "s3://%s/%s has %lld bytes; at most %zu are read here",
                       bucket, key, (long long)info.size, max);
    *ret_len = (size_t)info.size;
    *ret = arena_alloc(a, *ret_len + 1);
    (*ret)[*ret_len] = 0;
    if (fd >= 0)
        return read_whole(fd, *ret, *ret_len, err) == 0
                   ? 0
                   : err_prefix(err, "s3://%s/%s", bucket, key);
    memcpy(*ret, info.data, *ret_len);
    return 0;
}

int s3_read_uri(struct engine *e, struct arena *a, const char *uri, size_t max, char **ret,
                size_t *ret_len, struct err *err)
{
    const char *bucket, *key;

    if (s3_uri_split(a, uri, &bucket, &key, err) != 0)
        return -1;
    return s3_read_object(e, a, bucket, key, max, ret, ret_len, err);
}
