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
#include "life.h"
#include "plan.h"
#include "world.h"
#include "base/fs.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define KILLS_MAX  4
#define EDGES_FROM 1000 /* seeds from which on each change of a status must have come */

void life_disturb(void)
{
    if (chance(6) && clients->kills < KILLS_MAX && m->dies_in == 0)
        m->dies_in = 1 + dice(25);
    if (chance(4))
        m->full_in_100 = m->full_in_100 ? 0 : 30;
    if (chance(2))
        m->wall_ms += (int64_t)dice(7200000) - 3600000;
}

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
        printf("seed %llu: ended by signal %d\n", (unsigned long long)life.seed, WTERMSIG(status));
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void live(void)
{
    sys = machine_sys();
    life_begin();
    if (!clients->began)
        client_begin();
    life_live();
    const char *broken = promises_check(INT64_MAX);
    if (broken)
        fail("%s", broken);
    life_end();
}

static void check(void)
{
    struct arena *a = arena_create((size_t)1 << 30);
    const char *wrong = m->violation[0] ? m->violation : check_all(a, life.dir);

    if (wrong)
        fail("%s", wrong);
    arena_destroy(a);
}

static bool seed_passes(uint64_t seed)
{
    struct err err;
    int rc;

    life.seed = seed;
    snprintf(life.dir, sizeof(life.dir), "/dev/shm/slipway-sim-%d-%llu", (int)getpid(),
             (unsigned long long)seed);
    if (mkdir(life.dir, 0700) != 0)
        fail("mkdir %s", life.dir);
    memset(clients, 0, sizeof(*clients));
    machine_reset(m, seed);
    while ((rc = in_process(live)) == KILLED) {
        clients->kills++;
        m->kills++;
        m->dies_in = m->full_in_100 = 0;
    }
    bool passes = rc == 0 && in_process(check) == 0;
    fs_remove_tree(life.dir, &err);
    return passes;
}

int main(int argc, char **argv)
{
    const char *what = argc > 1 ? argv[1] : "100";
    uint64_t first = argc > 2 ? strtoull(argv[2], NULL, 10) : 1, failed = 0;

    m = mmap(NULL, sizeof(*m) + sizeof(*clients), PROT_READ | PROT_WRITE,
             MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (m == MAP_FAILED)
        die("memory");
    clients = (struct clients *)(m + 1);
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
