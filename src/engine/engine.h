/* The engine: the domain's state and the one thread that changes it.
 *
 * Handlers post messages; the engine thread applies them to what it holds in memory, collects the
 * rows to write and the effects to let loose (spawns, replies), and hands one batch to the store's
 * writer; effects follow the commit. Reading calls never come here: they read the database.
 * A commit that the disk refuses is tried again until it succeeds; calls that come meanwhile get an
 * error. */
#pragma once
#include "base/json.h"
#include "base/pool.h"
#include "exec/exec.h"
#include "store/objects.h"
#include "store/series.h"
#include "store/store.h"

struct engine;

/* Who calls: everything a resource's key or a job's surroundings need. */
struct engine_who {
    const char *account, *region;
    const char *access_key;
    const char *project;   /* the project's id, or "" for the engine's own key */
    const char *principal; /* ARN that GetCallerIdentity answers */
    const char *request_id;
};

struct engine_config {
    struct store *store;
    struct objects *objects;
    struct series *series;
    const struct exec_ops *executor;
    const char *data_dir, *account, *region;
    const char *role;     /* ARN or name of the role that keys assume; NULL: they are users */
    const char *endpoint; /* what jobs get as AWS_ENDPOINT_URL; may be set later */
    int max_jobs;         /* slots; 0: online CPUs */
    int64_t stop_grace_ms, log_max_bytes, disk_reserve;
    /* Of each job, where the machine delegates cgroups; 0: no limit. */
    int64_t job_memory_bytes, job_cpu_milli, job_processes;
    enum job_sandbox sandbox;
    /* Checks a request that a step makes against its operation's shape, as a call would be.
     * *ret_recorded: the members that mean nothing here (array of paths). */
    int (*check_request)(const char *operation, const struct json *request, struct arena *a,
                         struct json **ret_recorded, struct err *err);
    /* What definitions are judged by; NULL: requests and properties are not looked at. */
    const struct definition_shapes *definition_shapes;
    /* The state behind an ARN changed (after the commit; any thread). May be NULL. */
    void (*changed)(void *ctx, const char *arn);
    void *ctx;
    /* No thread of its own and none of the pool's: somebody calls engine_round, engine_work and
     * store_run, on one thread, over a store that was opened so too. For tests that decide what
     * happens when. stalled: a call waits, and only time or a mended disk can help. */
    bool manual;
    void (*stalled)(void *ctx);
};

extern const struct store_module engine_module; /* schema, for store_open */

int engine_open(const struct engine_config *config, struct engine **ret, struct err *err);
/* Adopts what was running, starts the thread. */
int engine_start(struct engine *e, struct err *err);
/* (manual) One round: false when there was nothing to do. */
bool engine_round(struct engine *e);
/* (manual) Runs the n-th piece of work that waits for the pool; false when there are fewer. */
bool engine_work(struct engine *e, int n);
struct exec *engine_executor(struct engine *e);
/* (manual) When the next timer is due (sys->mono_ms); -1: there is none. */
int64_t engine_next_timer(const struct engine *e);
void engine_set_endpoint(struct engine *e, const char *url);
void engine_close(struct engine *e); /* jobs go on under their supervisors; takes NULL */
/* Stops every execution and job and waits for their end. ERR_TIMEOUT. */
int engine_halt(struct engine *e, int64_t timeout_ms, struct err *err);

struct store *engine_store(struct engine *e);
struct objects *engine_objects(struct engine *e);
struct series *engine_series(struct engine *e);
const struct engine_config *engine_settings(struct engine *e);
