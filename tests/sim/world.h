/* The simulated machine: a clock, a disk that fails on purpose, and jobs. It lies in memory that
 * processes share, so that it outlives an engine that is killed. One seed decides everything. */
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
    int64_t dies_in;     /* writing calls until the process is killed; 0: it is not */
    int full_in_100;     /* how often a writing call finds no room */
    const char *boot_id; /* a file with that of this boot; NULL: the real one's */
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
/* A writing call: it may be the last one of this process, or find no room (errno is set). */
bool machine_refuses(void);

/* jobs_memory.c: jobs that have no files. jobs_disk.c: with all that the real executor and the
 * supervisor write, by their code. A program links one of them. */
int jobs_running(void);
void job_end(int which);          /* the which-th of those that run ends somehow */
void jobs_tell(struct exec *e);   /* the executor speaks of what has ended */
void jobs_cut_off(void);          /* of jobs_disk.c: the machine was switched off */
void job_started(const char *id); /* jobs_disk.c says so to its program */
/* How a job ends, by the dice. */
void job_decide(struct job_status *end, bool cancelled);
