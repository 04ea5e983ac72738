/* Shared by jobs.c, jobs_queue.c, jobs_sweep.c and job_shell.c alone: the jobs in memory and who
 * may start. Engine thread. */
#pragma once
#include "engine/jobs.h"

struct jobs {
    struct job_task *tasks; /* under way */
    struct map *names[2];   /* of jobs made in the last minutes: newer, older */
    int64_t names_since_ms;
    struct job_group *groups; /* of jobs that wait or hold a slot */
    int64_t turns;            /* counts admissions */
    bool watching;            /* a disk watch is under way or planned */
    bool disk_low;            /* atomic */
    bool admitting;
    struct sweep *sweep; /* directories of ended jobs that wait for it; NULL: none */
    bool sweep_planned;
    int64_t swept_last_ms; /* when the last one came */
    int64_t shells;        /* opened so far */
    bool shells_watched;   /* a look at them is planned or under way */
};

/* jobs.c */
struct jobs *jobs__of(struct engine *e);
/* `size` at least sizeof(struct job_task): what is behind it belongs to the task. b may be NULL. */
struct job_task *jobs__task(struct engine *e, struct job_box *b,
                            void (*done)(struct engine *e, struct job_task *t), size_t size);
void jobs__start(struct engine *e, struct job_box *b);
char *jobs__arn(struct arena *a, enum job_kind kind, const char *account, const char *region,
                const char *name);
int jobs__taken(struct err *err, const char *arn);

/* jobs_queue.c */
void jobs__open(struct engine *e);
void jobs__close(struct engine *e);
void jobs__queue(struct engine *e, struct job_box *b);   /* waits for a slot */
void jobs__unqueue(struct engine *e, struct job_box *b); /* fine if it does not wait */
void jobs__hold(struct engine *e, struct job_box *b); /* takes a slot, over the limit if need be */
void jobs__release(struct engine *e, struct job_box *b); /* fine if it holds none */
void jobs__admit(struct engine *e);                      /* starts who may */
void jobs__disk_watch(struct engine *e);

/* jobs_sweep.c */
void jobs__sweep(struct engine *e, const char *dir); /* after this round's commit, soon */
void jobs__sweep_now(struct engine *e);
void jobs__sweep_old(struct engine *e); /* directories that a crash left unswept */

/* job_shell.c: at the start, what earlier engines opened. */
void jobs__shells_old(struct engine *e);
