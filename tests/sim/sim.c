/* The simulator: the real engine over the real store, on a machine whose clock, disk and jobs are
 * simulated, in one thread whose every choice comes from a seed.
 *
 *   sim SEEDS [FIRST]      runs so many seeds; prints those that failed
 *   sim =SEED              runs one again, exactly
 *
 * A plan: a random pipeline, clients that start, stop, retry and widen executions, jobs that end in
 * all the ways that jobs end, a full disk, a clock that is set, and kills at writing calls. Then
 * the faults cease, and what must hold is checked. An engine is a process: a kill ends it, and the
 * next one goes on with the same disk. */
#include "plan.h"
#include "world.h"
#include "base/fs.h"
#include "base/log.h"
#include "base/text.h"
#include "engine/pipelines.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define ACTIONS_MAX 6000 /* of a plan: beyond, something goes round in circles */
#define CLIENT_ACTS 12
#define STARTS_MAX  3
#define KILLS_MAX   4
#define EDGES_FROM  1000 /* seeds from which on each change of a status must have come */

static struct {
    char dir[64];
    uint64_t seed;
    struct store *store;
    struct objects *objects;
    struct series *series;
    struct engine *engine;
    struct arena *arena; /* of the plan: what clients know */
    struct engine_who who;
} w;

/* What clients know and have done; like the machine, it outlives the engine. */
static struct clients {
    char arns[STARTS_MAX][256]; /* acknowledged */
    char tokens[STARTS_MAX][32];
    int n_arns, acts, kills, actions;
    bool began; /* the pipeline is there */
    bool calm;  /* the end: no more faults */
} * c;

static _Noreturn void fail(const char *fmt, ...)
{
    va_list ap;

    printf("seed %llu: ", (unsigned long long)w.seed);
    va_start(ap, fmt);
    vprintf(fmt, ap);
    va_end(ap);
    printf("\n");
    fflush(stdout);
    _exit(1);
}

static void must(int rc, const struct err *err, const char *what)
{
    if (rc != 0)
        fail("%s: %s", what, err->msg);
}

/* --- the process --- */

static void time_passes(void *ctx)
{
    int64_t at = engine_next_timer(w.engine);

    m->full_in_100 = 0;
    if (at < 0)
        fail("a call waits for what nobody does");
    if (at > m->mono_ms) {
        m->wall_ms += at - m->mono_ms;
        m->mono_ms = at;
    }
}

static void process_start(void)
{
    struct store_module modules[3] = {objects_module, engine_module, {0}};
    struct err err = {0};

    must(store_open_manual(w.dir, modules, &w.store, &err), &err, "open the store");
    must(objects_open(w.store, &w.objects, &err), &err, "open the objects");
    struct engine_config config = {.store = w.store,
                                   .objects = w.objects,
                                   .executor = &exec_sim,
                                   .data_dir = w.dir,
                                   .account = "123456789012",
                                   .region = "us-east-1",
                                   .endpoint = "http://127.0.0.1:1",
                                   .max_jobs = 2,
                                   .manual = true,
                                   .stalled = time_passes};
    must(engine_open(&config, &w.engine, &err), &err, "open the engine");
    must(engine_start(w.engine, &err), &err, "start the engine");
}

static void process_stop(void)
{
    engine_close(w.engine);
    objects_close(w.objects);
    store_close(w.store);
}

/* --- clients --- */

static void remember(const char *arn, const char *token)
{
    for (int i = 0; i < c->n_arns; i++)
        if (str_eq(c->arns[i], arn))
            return;
    if (c->n_arns == STARTS_MAX)
        fail("one token began two executions");
    snprintf(c->tokens[c->n_arns], sizeof(c->tokens[0]), "%s", token);
    snprintf(c->arns[c->n_arns++], sizeof(c->arns[0]), "%s", arn);
}

static void client_start(void)
{
    struct arena *a = w.arena;
    struct json *in = json_object(a), *out;
    struct err err = {0};
    const char *token = arena_printf(a, "token-%d", c->n_arns);

    json_set_str(a, in, "PipelineName", "sim");
    json_set_str(a, in, "ClientRequestToken", token);
    if (dice(2)) {
        struct json *p = json_object(a);
        json_set_int(a, p, "MaxParallelExecutionSteps", 1 + dice(3));
        json_set(a, in, "ParallelismConfiguration", p);
    }
    if (execution_start(w.engine, &w.who, a, in, &out, &err) == 0)
        remember(json_get_str(out, "PipelineExecutionArn"), token);
}

static void client_again(void) /* with a token that has been used */
{
    struct json *in = json_object(w.arena), *out;
    struct err err = {0};
    int i = (int)dice((uint32_t)c->n_arns);

    json_set_str(w.arena, in, "PipelineName", "sim");
    json_set_str(w.arena, in, "ClientRequestToken", c->tokens[i]);
    if (execution_start(w.engine, &w.who, w.arena, in, &out, &err) == 0 &&
        !str_eq(json_get_str(out, "PipelineExecutionArn"), c->arns[i]))
        fail("a token that began %s now begins another execution", c->arns[i]);
}

static void client_change(void)
{
    static int (*const calls[])(struct engine *, const struct engine_who *, struct arena *,
                                const struct json *, struct json **, struct err *) = {
        execution_stop, execution_retry, execution_retry, execution_update};
    struct json *in = json_object(w.arena), *out, *p = json_object(w.arena);
    struct err err = {0};
    uint32_t which = dice(4);

    json_set_str(w.arena, in, "PipelineExecutionArn", c->arns[dice((uint32_t)c->n_arns)]);
    json_set_str(w.arena, in, "ClientRequestToken", arena_printf(w.arena, "r%u", dice(1000)));
    json_set_int(w.arena, p, "MaxParallelExecutionSteps", 1 + dice(4));
    if (which == 3)
        json_set(w.arena, in, "ParallelismConfiguration", p);
    (void)calls[which](w.engine, &w.who, w.arena, in, &out, &err);
}

static void client_acts(void)
{
    c->acts++;
    if (c->n_arns == 0 || (c->n_arns < STARTS_MAX && chance(250)))
        client_start();
    else if (chance(150))
        client_again();
    else
        client_change();
}

/* --- the plan --- */

static void disturb(void)
{
    if (c->calm)
        return;
    if (chance(6) && c->kills < KILLS_MAX && m->dies_in == 0)
        m->dies_in = 1 + dice(60);
    if (chance(4))
        m->full_in_100 = m->full_in_100 ? 0 : 30;
    if (chance(2))
        m->wall_ms += (int64_t)dice(7200000) - 3600000;
}

static bool act(void)
{
    int running = jobs_running();

    disturb();
    switch (dice(8)) {
    case 0:
        if (!c->calm && c->acts < CLIENT_ACTS && chance(300))
            client_acts();
        return true;
    case 1:
        if (running && chance(400))
            job_end((int)dice((uint32_t)running));
        return true;
    case 2:
        jobs_tell(engine_executor(w.engine));
        return true;
    case 3:
    case 4:
        return engine_work(w.engine, (int)dice(3)) || engine_work(w.engine, 0);
    case 5:
        return store_run(w.store);
    default:
        return engine_round(w.engine);
    }
}

/* Nothing is left to do at this moment: what is next? False: all is over. */
static bool go_on(void)
{
    int running = jobs_running();

    jobs_tell(engine_executor(w.engine));
    if (engine_round(w.engine) || store_run(w.store) || engine_work(w.engine, 0))
        return true;
    if (!c->calm && c->acts < CLIENT_ACTS) {
        client_acts();
        return true;
    }
    if (running) {
        job_end((int)dice((uint32_t)running));
        return true;
    }
    int64_t at = engine_next_timer(w.engine);
    if (at < 0)
        return false;
    if (at > m->mono_ms) {
        m->wall_ms += at - m->mono_ms;
        m->mono_ms = at;
    }
    return true;
}

static void run_plan(void)
{
    process_start();
    if (!c->began) {
        struct json *in = json_object(w.arena), *out;
        struct err err = {0};
        json_set_str(w.arena, in, "PipelineName", "sim");
        json_set_str(w.arena, in, "RoleArn", "arn:aws:iam::123456789012:role/r");
        json_set_str(w.arena, in, "PipelineDefinition", plan_pipeline(w.arena));
        must(pipeline_create(w.engine, &w.who, w.arena, in, &out, &err), &err, "create");
        c->began = true;
    }
    for (;;) {
        if (c->actions++ > ACTIONS_MAX) {
            if (c->calm)
                fail("it does not come to an end");
            c->calm = true;
            c->actions = 0;
        }
        bool acted = act();
        if (acted || go_on())
            continue;
        if (c->calm)
            break;
        c->calm = true; /* the faults cease; whatever is under way must end */
        m->dies_in = 0;
        m->full_in_100 = 0;
    }
    process_stop();
}

/* --- many --- */

/* Runs fn in a process of its own; its exit code, or -1 with the signal said. */
static int in_process(void (*fn)(void))
{
    int status;

    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        fn();
        fflush(stdout);
        _exit(0);
    }
    if (pid < 0 || waitpid(pid, &status, 0) != pid)
        fail("fork");
    if (WIFSIGNALED(status))
        printf("seed %llu: ended by signal %d\n", (unsigned long long)w.seed, WTERMSIG(status));
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void live(void)
{
    w.arena = arena_create((size_t)1 << 30);
    w.who = (struct engine_who){"123456789012", "us-east-1", "AKIATEST", "", "", "r"};
    sys = machine_sys();
    run_plan();
}

static void check(void)
{
    struct arena *a = arena_create((size_t)1 << 30);
    const char *arns[STARTS_MAX];

    for (int i = 0; i < c->n_arns; i++)
        arns[i] = c->arns[i];
    const char *wrong = m->violation[0] ? m->violation : check_all(a, w.dir, arns, c->n_arns);
    if (wrong)
        fail("%s", wrong);
    arena_destroy(a);
}

static bool seed_passes(uint64_t seed)
{
    struct err err;
    int rc;

    w.seed = seed;
    snprintf(w.dir, sizeof(w.dir), "/dev/shm/slipway-sim-%d-%llu", (int)getpid(),
             (unsigned long long)seed);
    if (mkdir(w.dir, 0700) != 0)
        fail("mkdir %s", w.dir);
    memset(c, 0, sizeof(*c));
    machine_reset(m, seed);
    while ((rc = in_process(live)) == KILLED) {
        c->kills++;
        m->kills++;
        m->dies_in = m->full_in_100 = 0;
    }
    bool passes = rc == 0 && in_process(check) == 0;
    fs_remove_tree(w.dir, &err);
    return passes;
}

int main(int argc, char **argv)
{
    const char *what = argc > 1 ? argv[1] : "100";
    uint64_t first = argc > 2 ? strtoull(argv[2], NULL, 10) : 1, failed = 0;

    m = mmap(NULL, sizeof(*m) + sizeof(*c), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1,
             0);
    if (m == MAP_FAILED)
        die("memory");
    c = (struct clients *)(m + 1);
    if (what[0] == '=')
        return seed_passes(strtoull(what + 1, NULL, 10)) ? 0 : 1;
    dup2(open("/dev/null", O_WRONLY), 2); /* what engines log */
    uint64_t n = strtoull(what, NULL, 10);
    for (uint64_t seed = first; seed < first + n && failed < 20; seed++)
        failed += !seed_passes(seed);
    printf("%lld kills\n", (long long)m->kills);
    if (n >= EDGES_FROM)
        failed += (uint64_t)check_edges();
    printf("%llu seeds, %llu of them failed\n", (unsigned long long)n, (unsigned long long)failed);
    return failed ? 1 : 0;
}
