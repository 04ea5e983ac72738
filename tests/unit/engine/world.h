/* An engine on a fresh data directory, for tests of jobs: with the executor given, on buckets and
 * objects that the test puts. Included once by each test program. */
#pragma once
#include "../test.h"
#include "base/fs.h"
#include "base/text.h"
#include "engine/jobs.h"
#include <time.h>
#include <unistd.h>

struct world {
    char dir[64];
    const struct exec_ops *executor;
    int max_jobs;
    int64_t disk_reserve;
    bool manual; /* see manual.h */
    const char *role;
    struct store *store;
    struct objects *objects;
    struct series *series;
    struct engine *engine;
    struct arena *arena;
    struct engine_who who;
};
static struct world w;

static void world_stalled(void *ctx)
{
    printf("a call waits for what nobody does\n");
    abort();
}

static void world_start(void)
{
    struct store_module modules[3] = {objects_module, engine_module, {0}};
    struct err err = {0};

    CHECK_OK((w.manual ? store_open_manual : store_open)(w.dir, modules, &w.store, &err), err);
    CHECK_OK(objects_open(w.store, &w.objects, &err), err);
    CHECK_OK(series_open(w.dir, &w.series, &err), err);
    struct engine_config config = {.store = w.store,
                                   .objects = w.objects,
                                   .series = w.series,
                                   .executor = w.executor,
                                   .data_dir = w.dir,
                                   .account = "123456789012",
                                   .region = "us-east-1",
                                   .role = w.role,
                                   .endpoint = "http://127.0.0.1:1",
                                   .max_jobs = w.max_jobs,
                                   .stop_grace_ms = 1000,
                                   .log_max_bytes = 1 << 20,
                                   .disk_reserve = w.disk_reserve,
                                   .manual = w.manual,
                                   .stalled = world_stalled};
    CHECK_OK(engine_open(&config, &w.engine, &err), err);
    CHECK_OK(engine_start(w.engine, &err), err);
}

static void world_stop(void)
{
    engine_close(w.engine);
    series_close(w.series);
    objects_close(w.objects);
    store_close(w.store);
}

static void world_prepare(const struct exec_ops *executor)
{
    memset(&w, 0, sizeof(w));
    snprintf(w.dir, sizeof(w.dir), "/tmp/slipway-test-XXXXXX");
    CHECK(mkdtemp(w.dir) != NULL);
    w.executor = executor;
    w.max_jobs = 4;
    w.arena = arena_create((size_t)256 << 20);
    w.who = (struct engine_who){.account = "123456789012",
                                .region = "us-east-1",
                                .access_key = "AKIATEST",
                                .project = "",
                                .principal = "",
                                .request_id = "r"};
}

static inline void world_begin(const struct exec_ops *executor)
{
    world_prepare(executor);
    world_start();
}

static void world_end(void)
{
    struct err err = {0};

    world_stop();
    arena_destroy(w.arena);
    CHECK_OK(fs_remove_tree(w.dir, &err), err);
}
