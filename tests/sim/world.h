/* The simulated machine: a clock, a disk that fails on purpose, and jobs that run nowhere. It lies
 * in memory that processes share, so that it outlives an engine that is killed. One seed decides
 * everything. */
#pragma once
#include "base/err.h"
#include "base/sys.h"
#include "exec/exec.h"

struct sim_job {
    char id[64], dir[256];
    enum job_phase phase; /* RUNNING, EXITED, LOST */
    struct job_status end;
    int submitted;
    bool cancelled, told;
};

#define KILLED 77 /* how a process that was killed exits */

struct machine {
    uint64_t rng;
    int64_t wall_ms, mono_ms;
    /* the disk */
    int64_t dies_in; /* writing calls until the process is killed; 0: it is not */
    int full_in_100; /* how often a writing call finds no room */
    /* jobs */
    struct sim_job jobs[256];
    int n_jobs;
    /* over all seeds: [step] [from] [to], by enum run_status */
    bool taken[2][8][8];
    int64_t kills;
    char violation[64]; /* of what must always hold; "": none */
};
extern struct machine *m;
const struct sys_ops *machine_sys(void);
extern const struct exec_ops exec_sim;

void machine_reset(struct machine *shared, uint64_t seed);
uint32_t dice(uint32_t sides); /* 0 … sides - 1 */
bool chance(int in_1000);

int jobs_running(void);
void job_end(int which);        /* the which-th of those that run ends somehow */
void jobs_tell(struct exec *e); /* the executor speaks of what has ended */
