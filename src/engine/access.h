/* Who may call: access keys and the projects they belong to.
 *
 * Every key is in memory (and in the database): finding one costs a look into a sharded map and
 * neither SQL nor a lock that others hold for long. Kinds of keys: the engine's own
 * (DIR/credentials), one a project (which selects its runtimes), one a running job. */
#pragma once
#include "engine/core.h"

/* Loads the keys; at the first start makes the engine's own and writes DIR/credentials (an AWS
 * shared credentials file, mode 0600). */
int access_open(struct engine *e, struct err *err);
void access_close(struct engine *e); /* fine when it was not opened */

/* Any thread. Fills the secret and everything of `ret_who` but request_id, from the arena; either
 * may be NULL. -1: no such key. */
int access_find(struct engine *e, struct arena *a, const char *access_key, const char **ret_secret,
                struct engine_who *ret_who);

/* The engine's own key as DIR/credentials has it: for the command line, which has no engine. */
int access_read_credentials(struct arena *a, const char *data_dir, const char **ret_access_key,
                            const char **ret_secret, struct err *err);

struct project {
    const char *id, *name;
    const char *root; /* absolute: its runtimes are looked for below it */
    const char *access_key, *secret;
    int64_t created_ms;
};
/* The project of this directory, made when it is new (durable then). ERR_INVALID: not absolute. Not
 * on the engine or writer thread. */
int project_register(struct engine *e, struct arena *a, const char *root, struct project *ret,
                     struct err *err);
/* All of them, oldest first. From memory, any thread. */
void project_list(struct engine *e, struct arena *a, struct project **ret, size_t *ret_n);
/* From memory, any thread. False: no such project. */
bool project_find(struct engine *e, struct arena *a, const char *id, struct project *ret);

struct access_session {
    const char *access_key, *secret;
    const char *token; /* clients send it back; it is not looked at */
    int64_t expires_ms;
};
/* A key for a time, of the caller's project and with what the caller may do, that calls as
 * `principal`. Durable then. Not on the engine or writer thread. */
int access_add_session(struct engine *e, struct arena *a, const struct engine_who *who,
                       const char *principal, int64_t life_ms, struct access_session *ret,
                       struct err *err);

/* (engine) A key for a job that is about to start, recorded in this round; known at once. */
void access_add_job(struct engine *e, const struct job *j);
/* (engine) Forgets the key of the job with this id, in this round. */
void access_drop_job(struct engine *e, const char *job_id);
/* Any thread: the ids of jobs with keys that begin so. */
struct json *access_jobs(struct engine *e, struct arena *a, const char *prefix);
/* Any thread: the key of a running job. -1: it has none. */
int access_of_job(struct engine *e, struct arena *a, const char *job_id,
                  const char **ret_access_key, const char **ret_secret);
/* Whether this key is a running job's: it may call as its role does, not change who may call. */
bool access_is_job(struct engine *e, const char *access_key);
