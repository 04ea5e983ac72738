/* The simulated machine: a clock, a disk that fails on purpose, and jobs. It lies in memory that
 * processes share, so that it outlives an engine that is killed. One seed decides everything. */
#pragma once
#include "base/err.h"
#include "base/sys.h"
#include "exec/exec.h"

#define JOBS_MAX 256

struct sim_job { /* jobs_memory.c's */
    char id[64], dir[256];
    enum job_phase phase; /* RUNNING, EXITED, LOST */
    struct job_status end;
    int submitted;
    bool cancelled;
};

#define KILLED 77 /* how a process that was killed exits */

struct machine {
    uint64_t rng;
    int64_t wall_ms, mono_ms;
    /* the disk */
    int64_t dies_in;     /* writing calls until the process is killed; 0: it is not */
    int full_in_100;     /* how often a writing call finds no room */
    const char *boot_id; /* a file with that of this boot; NULL: the real one's */
    const char *run_dir; /* of the executor */
    /* jobs */
    struct sim_job jobs[JOBS_MAX];
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

int jobs_running(void);
void job_end(int which);        /* the which-th of those that run ends somehow */
void jobs_tell(struct exec *e); /* the executor speaks of what has ended */

/* jobs_memory.c: jobs that have no files. jobs_disk.c: with all that the real executor and the
 * supervisor write, by their code. A program links one of them. */
int jobs_count(void); /* those that were started, by number from here on */
bool job_runs(int i);
const char *job_id(int i);
void job_ends(int i);
int job_submit(struct exec *e, const struct job_spec *spec, struct err *err);
int job_poll(struct exec *e, const char *dir, struct job_status *ret, struct err *err);
int job_adopt(struct exec *e, const char *id, const char *dir, struct job_status *ret,
              struct err *err);
int job_cancel(struct exec *e, const char *dir, enum job_cause why, struct err *err);
void jobs_cut_off(void);          /* of jobs_disk.c: the machine was switched off */
void job_started(const char *id); /* jobs_disk.c says so to its program */
/* How a job ends, by the dice. */
void job_decide(struct job_status *end, bool cancelled);
