#include "life.h"
#include "plan.h"
#include "world.h"
#include "base/text.h"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define ACTIONS_MAX 6000 /* of a plan: beyond, something goes round in circles */
#define CLIENT_ACTS 16
#define FAILURE_MAX 512

struct life life;
struct clients *clients;

_Noreturn void fail(const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    if (life.failure) {
        vsnprintf(life.failure, FAILURE_MAX, fmt, ap);
    } else {
        printf("seed %llu: ", (unsigned long long)life.seed);
        vprintf(fmt, ap);
        printf("\n");
        fflush(stdout);
    }
    va_end(ap);
    _exit(1);
}

static void must(int rc, const struct err *err, const char *what)
{
    if (rc != 0)
        fail("%s: %s", what, err->msg);
}

static void time_goes_to(int64_t mono_ms)
{
    if (mono_ms > m->mono_ms) {
        m->wall_ms += mono_ms - m->mono_ms;
        m->mono_ms = mono_ms;
    }
}

/* A call waits: only time can bring it on. */
static void time_passes(void *ctx)
{
    int64_t at = engine_next_timer(life.engine);

    m->full_in_100 = 0;
    if (at < 0)
        fail("a call waits for what nobody does");
    time_goes_to(at);
}

void life_begin(void)
{
    struct store_module modules[3] = {objects_module, engine_module, {0}};
    struct err err = {0};

    life.arena = arena_create((size_t)1 << 30);
    life.who = (struct engine_who){"123456789012", "us-east-1", "AKIATEST", "", "", "r"};
    must(store_open_manual(life.dir, modules, &life.store, &err), &err, "open the store");
    must(objects_open(life.store, &life.objects, &err), &err, "open the objects");
    struct engine_config config = {.store = life.store,
                                   .objects = life.objects,
                                   .executor = &exec_sim,
                                   .data_dir = life.dir,
                                   .account = "123456789012",
                                   .region = "us-east-1",
                                   .endpoint = "http://127.0.0.1:1",
                                   .max_jobs = 2,
                                   .manual = true,
                                   .stalled = time_passes};
    must(engine_open(&config, &life.engine, &err), &err, "open the engine");
    must(engine_start(life.engine, &err), &err, "start the engine");
}

void life_end(void)
{
    engine_close(life.engine);
    objects_close(life.objects);
    store_close(life.store);
    arena_destroy(life.arena);
}

static bool act(void)
{
    int running = jobs_running();

    if (!clients->calm)
        life_disturb();
    switch (dice(8)) {
    case 0:
        if (!clients->calm && clients->acts < CLIENT_ACTS && chance(300))
            client_acts();
        return true;
    case 1:
        if (running && chance(400))
            job_end((int)dice((uint32_t)running));
        return true;
    case 2:
        jobs_tell(engine_executor(life.engine));
        return true;
    case 3:
    case 4:
        return engine_work(life.engine, (int)dice(3)) || engine_work(life.engine, 0);
    case 5:
        return store_run(life.store);
    default:
        return engine_round(life.engine);
    }
}

/* Nothing is left to do at this moment: what is next? False: all is over. */
static bool go_on(void)
{
    int running = jobs_running();

    jobs_tell(engine_executor(life.engine));
    if (engine_round(life.engine) || store_run(life.store) || engine_work(life.engine, 0))
        return true;
    if (!clients->calm && clients->acts < CLIENT_ACTS) {
        client_acts();
        return true;
    }
    if (running) {
        job_end((int)dice((uint32_t)running));
        return true;
    }
    int64_t at = engine_next_timer(life.engine);
    if (at < 0)
        return false;
    time_goes_to(at);
    return true;
}

void life_live(void)
{
    for (;;) {
        if (clients->actions++ > ACTIONS_MAX) {
            if (clients->calm)
                fail("it does not come to an end");
            clients->calm = true;
            clients->actions = 0;
        }
        bool acted = !(clients->calm && life.files) && act();
        if (acted || go_on())
            continue;
        if (clients->calm)
            break;
        clients->calm = true; /* the faults cease; whatever is under way must end */
        m->dies_in = 0;
        m->full_in_100 = 0;
    }
}
