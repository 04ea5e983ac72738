/* What a job finds below /opt/ml when it starts: files from S3 and bytes of our own. Pool. */
#pragma once
#include "engine/jobs.h"

struct job_inputs {
    struct engine *engine;
    struct arena *arena;
    struct job_input *items; /* as job_spec wants them */
    size_t n, cap;
    const char **dirs; /* NULL-ended when inputs_end was called */
    size_t n_dirs, cap_dirs;
    struct map *paths;     /* what is taken: below /opt/ml */
    struct json *pins;     /* names of blobs */
    struct json *digests;  /* S3 URI -> digest of the names and contents that it stood for */
    struct json *manifest; /* [{"path","bucket","key","etag","size","blob","holds"}] */
    bool given;            /* inputs_again brought the files: inputs_s3 makes directories alone */
};

void inputs_begin(struct job_inputs *in, struct engine *e, struct arena *a);
void inputs_end(struct job_inputs *in); /* frees what is not the arena's; items stay */
void inputs_dir(struct job_inputs *in, const char *path);
void inputs_bytes(struct job_inputs *in, const char *path, const void *p, size_t n);
/* A file of this machine that nobody changes until the job is submitted. */
void inputs_file(struct job_inputs *in, const char *path, const char *source, mode_t mode);
void inputs_json(struct job_inputs *in, const char *path, const struct json *v);
/* The files of an earlier job's manifest, as they were: ERR_INVALID names those that are gone. */
int inputs_again(struct job_inputs *in, const struct json *manifest, struct err *err);
/* Every object below an S3 URI as files below `under` (relative to /opt/ml), named as SageMaker
 * names them. A failure's message is the job's FailureReason. `may_be_empty`: nothing there is
 * fine. */
int inputs_s3(struct job_inputs *in, const char *uri, const char *under, bool may_be_empty,
              const char *role, struct err *err);
/* Pins the blobs that were found, for `owner`; ERR_NOT_FOUND when one has gone since: begin again.
 */
int inputs_pin(struct job_inputs *in, const char *owner, struct err *err);
/* The path of a file relative to where a prefix was put; NULL: the key is none (a folder's marker).
 * Pure; ret is in the arena. */
const char *input_file_name(struct arena *a, const char *prefix, const char *key);
