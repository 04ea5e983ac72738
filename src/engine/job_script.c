/* Script mode: the code of a training job that brings a script instead of a program.
 *
 * AWS's framework images run `train`, which fetches sagemaker_submit_directory (a tar in S3),
 * unpacks it to /opt/ml/code, installs its requirements.txt and runs sagemaker_program with the
 * hyperparameters as options. Here fetching and unpacking come before the job starts (so that a
 * hostile archive is handled by the confined helper), requirements are a layer that all jobs with
 * the same ones share (job_stage.c), and the rest is runtime/train.py inside the job. Called by
 * job_stage.c, on the pool. */
#include "engine/job_script.h"
#include "base/fs.h"
#include "base/sys.h"
#include "base/text.h"
#include "engine/code_digest.h"
#include <errno.h>
#include <limits.h>
#include <string.h>

#define CODE_BYTES_MAX ((int64_t)4 << 30)
#define CODE_DEPTH_MAX 64

/* --- the archive --- */

/* The object as a file on this machine: the blob itself, or its bytes written to scratch. */
static int fetch(struct engine *e, struct arena *a, const char *uri, const char *scratch,
                 const char **ret_path, struct object_info *ret, struct err *err)
{
    const char *bucket, *key;
    char path[4096];

    if (s3_uri_split(a, uri, &bucket, &key, err) != 0 ||
        object_get(e->config.objects, a, bucket, key, strlen(key), ret, err) != 0)
        return err_prefix(err, "ClientError: Failed to download the code %.300s", uri);
    if (ret->blob) {
        struct blobs *blobs = objects_blobs(e->config.objects);
        if (blobs->ops->path(blobs, ret->blob, path, sizeof(path), err) != 0)
            return -1;
        *ret_path = arena_strdup(a, path);
        return 0;
    }
    *ret_path = arena_printf(a, "%s/sourcedir.tar.gz", scratch);
    return fs_write_new(*ret_path, ret->data, (size_t)ret->size, 0600, err);
}

/* --- its files as inputs --- */

static int add_tree(struct job_inputs *in, const char *host, const char *path, int depth,
                    struct err *err)
{
    struct arena *a = in->arena;
    DIR *d = sys->opendir(host);
    struct dirent *entry;
    int rc = 0;

    if (!d)
        return err_errno(err, errno, "open %s", host);
    if (depth > CODE_DEPTH_MAX)
        rc = err_set(err, ERR_LIMIT, "ClientError: the code's directories are nested too deeply");
    inputs_dir(in, path);
    while (rc == 0 && (entry = sys->readdir(d)) != NULL) {
        struct stat st;
        if (str_eq(entry->d_name, ".") || str_eq(entry->d_name, ".."))
            continue;
        const char *below = arena_printf(a, "%s/%s", host, entry->d_name);
        const char *name = arena_printf(a, "%s/%s", path, entry->d_name);
        if (sys->lstat(below, &st) != 0)
            rc = err_errno(err, errno, "stat %s", below);
        else if (S_ISDIR(st.st_mode))
            rc = add_tree(in, below, name, depth + 1, err);
        else if (S_ISREG(st.st_mode))
            inputs_file(in, name, below, st.st_mode & 0111 ? 0755 : 0644);
    }
    sys->closedir(d);
    return rc;
}

const char *script_code_uri(struct arena *a, const struct json *hyperparameters)
{
    const char *uri = job_hyperparameter(a, hyperparameters, "sagemaker_submit_directory");

    /* else the code is in a channel, or train.py finds it */
    return uri && str_starts(uri, "s3://") ? uri : NULL;
}

/* holds: what is in it, as far as that is known. */
static const char *digest_of(struct arena *a, const struct object_info *info, const char *holds)
{
    return holds ? holds : arena_printf(a, "%s %lld", info->etag, (long long)info->size);
}

int script_code_digest(struct engine *e, struct arena *a, const char *uri, const char **ret,
                       struct err *err)
{
    struct object_info info;
    const char *bucket, *key;
    char path[PATH_MAX];

    if (s3_uri_split(a, uri, &bucket, &key, err) != 0 ||
        object_get(e->config.objects, a, bucket, key, strlen(key), &info, err) != 0)
        return -1;
    struct blobs *blobs = objects_blobs(e->config.objects);
    if (info.blob && blobs->ops->path(blobs, info.blob, path, sizeof(path), err) != 0)
        return -1;
    *ret = digest_of(a, &info, code_digest(e, a, &info, info.blob ? path : NULL));
    return 0;
}

int job_code(struct engine *e, const struct job *j, const char *scratch, struct job_inputs *in,
             const char **ret_requirements, struct err *err)
{
    const char *uri = script_code_uri(in->arena, json_get(j->request, "HyperParameters"));
    const char *code = arena_printf(in->arena, "%s/code", scratch), *archive;
    struct object_info info;
    struct stat st;

    *ret_requirements = NULL;
    if (!uri)
        return 0;
    if (fs_mkdirs(scratch, 0700, err) != 0 ||
        fetch(e, in->arena, uri, scratch, &archive, &info, err) != 0)
        return -1;
    if (archive_unpack(e->exec, archive, code, CODE_BYTES_MAX, err) != 0)
        return err_prefix(err, "ClientError: Failed to unpack the code %.300s", uri);
    json_set_str(in->arena, in->digests, uri,
                 digest_of(in->arena, &info, code_digest_unpacked(in->arena, info.etag, code)));
    const char *requirements = arena_printf(in->arena, "%s/requirements.txt", code);
    /* links are no part of the code that the job gets, wherever they lead */
    if (sys->lstat(requirements, &st) == 0 && S_ISREG(st.st_mode))
        *ret_requirements = requirements;
    return add_tree(in, code, "code", 0, err);
}
