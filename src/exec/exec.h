/* Running one program somewhere: the job as a directory, its supervisor, and what it leaves.
 *
 * A job is a directory; the directory is the protocol (docs/decisions/job-directory.md). Its states
 * as seen here:
 *
 *   (no directory) --submit--> JOB_STAGED --shim.json durable--> JOB_RUNNING --exit.json-->
 * JOB_EXITED
 *                                   \-------- lock free, no shim.json --------> JOB_EXITED
 * {never_started} JOB_RUNNING, lock free, no exit.json ----> JOB_LOST
 *
 * mkdir of the directory = started at most once. Nothing here knows pipelines or S3: inputs are
 * files that the caller names, outputs are files that the caller walks. */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include <limits.h>
#include <stdint.h>
#include <sys/types.h>

enum job_phase { JOB_STAGED, JOB_RUNNING, JOB_EXITED, JOB_LOST };

enum job_cause {                    /* why an exited job ended */
                 JOB_CAUSE_EXIT,    /* by itself: exit_code */
                 JOB_CAUSE_SIGNAL,  /* killed by a signal that nobody here sent: signal */
                 JOB_CAUSE_STOPPED, /* after exec_ops.cancel */
                 JOB_CAUSE_TIMEOUT, /* max_runtime_ms */
                 JOB_CAUSE_MEMORY,  /* out of its memory limit */
                 JOB_CAUSE_DISK,    /* stopped for the disk's sake */
                 JOB_CAUSE_SETUP, /* the sandbox could not be made: message says why and what to do
                                   */
                 JOB_CAUSE_NEVER, /* it never started */
};

struct job_status {
    enum job_phase phase;
    enum job_cause cause;
    int exit_code, signal;
    int64_t started_ms, ended_ms; /* wall */
    int64_t user_ms, sys_ms, max_rss_kib;
    char message[256]; /* for SETUP and NEVER */
};

/* A file below /opt/ml: a host file (linked, else copied) or bytes. */
struct job_input {
    const char *path;   /* "processing/input/code/prepare.py" */
    const char *source; /* absolute host path of an immutable file, or NULL: data */
    const void *data;
    size_t len;
    mode_t mode; /* 0: 0644 */
};

struct job_bind {
    const char *host, *inside;
    bool writable;
};

/* A host directory that the job may change for itself (an interpreter's environment: pip works,
 * and the host's stays as it is). Read-only where the machine gives no overlay. */
struct job_layer {
    const char *host, *inside;
    const char *over; /* the `keep` of an earlier job, laid over host; NULL: none */
    const char *keep; /* a directory, which is made, for what the job changes; NULL: it is lost */
};

enum job_sandbox { SANDBOX_FULL, SANDBOX_OFF };

/* Makes a job one for somebody at a terminal: submit puts its directory together and starts
 * nothing. shell_run begins it, shell_remove ends it; nothing else knows it. */
struct job_shell {
    bool terminal; /* the program gets one of its own; else the three streams of whoever runs it */
    /* The texts of two files in HOME/SHELL_DIR: what a shell reads first, and an executable. */
    const char *rc, *run;
};
#define SHELL_DIR ".slipway"

struct job_spec {
    const char *id;  /* [A-Za-z0-9-]+ */
    const char *dir; /* absolute; its parent is there */
    const char *const
        *argv; /* NULL-ended; argv[0] absolute inside, or searched in the job's PATH */
    const char *const
        *env; /* "K=V", NULL-ended: the whole environment but HOME, TMPDIR and PATH defaults */
    const char *cwd; /* inside; NULL: "/" … see sandbox.c */
    const struct job_input *inputs;
    size_t n_inputs;
    const char *const *dirs;      /* directories below /opt/ml that must be there, NULL-ended */
    const struct job_bind *binds; /* beyond what the sandbox gives: the runtime's venv, its base */
    size_t n_binds;
    const struct job_layer *layers;
    size_t n_layers;
    const char *const *hosts; /* names for the generated /etc/hosts ("algo-1"), NULL-ended */
    bool network;
    enum job_sandbox sandbox;
    int64_t max_runtime_ms; /* 0: no limit; kept by the supervisor, across engine restarts */
    int64_t stop_grace_ms;  /* SIGTERM to SIGKILL */
    int64_t log_max_bytes;  /* per job; what is beyond is dropped, and a line says so */
    int64_t memory_bytes, cpu_milli, max_processes; /* 0: no limit; need delegated cgroups */
    const struct job_shell *shell;                  /* NULL: a job */
};
/* Where HOME is inside, unless the environment names another one. */
void job_home(const struct job_spec *spec, char ret[PATH_MAX]);

struct exec; /* an open executor */

struct exec_config {
    const char *data_dir; /* holds jobs/ and run/ */
    /* A job may have changed its phase; called on the executor's own thread, must not block. */
    void (*changed)(void *ctx, const char *job_id);
    void *ctx;
};

struct exec_ops {
    const char *name;
    bool dry; /* no program runs, so an image needs no interpreter */
    int (*open)(const struct exec_config *config, struct exec **ret, struct err *err);
    void (*close)(struct exec *e); /* running jobs go on */
    /* Stages and starts; blocks until the job is durably RUNNING (or has already ended).
     * ERR_EXISTS: the directory is there: it was submitted before; adopt it. All else: nothing was
     * started, the directory is gone again. ERR_NO_SPACE: no room at present, on the disk or, where
     * jobs without sandbox take turns, at /opt/ml: try again later. */
    int (*submit)(struct exec *e, const struct job_spec *spec, struct err *err);
    /* What the directory says now. ERR_NOT_FOUND: no such directory. */
    int (*poll)(struct exec *e, const char *dir, struct job_status *ret, struct err *err);
    /* Watches a job of an earlier engine (any proto): `changed` will be called. */
    int (*adopt)(struct exec *e, const char *id, const char *dir, struct job_status *ret,
                 struct err *err);
    /* SIGTERM, and SIGKILL after the grace; durable: also when this engine dies right after. Fine
     * if it has ended. `why`: JOB_CAUSE_STOPPED or JOB_CAUSE_DISK. */
    int (*cancel)(struct exec *e, const char *dir, enum job_cause why, struct err *err);
};
extern const struct exec_ops exec_process; /* on this machine, sandboxed */
extern const struct exec_ops exec_dry;     /* runs nothing: every job has exited 0 at once */
struct exec {
    const struct exec_ops *ops;
    const char *run_dir; /* where it keeps what it carries: executables, scripts, layers */
    bool ending;         /* atomic; set before close: archives and installs give up */
};
static inline bool exec_ending(const struct exec *e)
{
    return __atomic_load_n(&e->ending, __ATOMIC_RELAXED);
}

/* --- shells: shell.c --- */
/* What was submitted as a shell, and the program that runs it: found to be this user's and nobody
 * else's to change. Open, so that nothing takes their place. */
struct shell_place {
    int dir, program;
};
int shell_find(const char *dir, struct shell_place *ret, struct err *err);
void shell_leave(struct shell_place *p);
#define cleanup_shell_place __attribute__((cleanup(shell_leave)))
/* Runs it on this process's terminal or streams, and waits for its end. It ends with this process,
 * too. *ret_code: its program's exit code. For whoever has the terminal: no engine is needed. */
int shell_run(const struct shell_place *place, int *ret_code, struct err *err);
/* Removes what is not in use: nobody is in it, and somebody was, or `unused_ms` have gone by since
 * it was made. ERR_BUSY: it is, or what ran in it is still dying. Fine when it is not there. */
int shell_remove(struct exec *e, const char *id, const char *dir, int64_t unused_ms,
                 struct err *err);

/* --- logs: DIR/log, append-only; lines with times by DIR/log.idx --- */
struct job_line {
    int64_t at_ms;    /* when it was read from the job */
    int64_t offset;   /* of its first byte */
    const char *text; /* without the newline; invalid UTF-8 replaced by U+FFFD; at most 256 KiB */
    size_t len;
};
/* Lines from byte `offset` on (a line's start): at most max lines or 1 MiB. ret_next: where the
 * next call goes on; an unfinished last line is given only when `ended`. */
int job_log_read(const char *dir, struct arena *a, int64_t offset, int max, bool ended,
                 struct job_line **ret, size_t *ret_n, int64_t *ret_next, struct err *err);

/* --- what a job left below /opt/ml: the merged view of upper over lower, without mounting --- */
struct job_file {
    const char *path; /* relative to the directory asked for */
    const char *host; /* where it is on this machine */
    int64_t size;
    mode_t mode;
    bool from_input; /* unchanged, as it was staged */
};
/* Every regular file below /opt/ml/<under>, in path order; links and special files are skipped.
 * Nothing there: no calls, 0. fn returning -1 ends the walk with its error. */
int job_walk(const char *dir, const char *under,
             int (*fn)(void *arg, const struct job_file *f, struct err *err), void *arg,
             struct err *err);
/* A small file's first bytes (/opt/ml/output/failure …); *ret NULL when it is not there. */
int job_read_file(const char *dir, struct arena *a, const char *path, size_t max, char **ret,
                  size_t *ret_len, struct err *err);
/* Removes lower/ (links to blobs), upper/ (its files were collected), keeps log and *.json. */
int job_sweep(const char *dir, struct err *err);

/* --- archives, by the helper executable, which is confined: a hostile archive harms itself only
 * --- */
/* Packs what is below /opt/ml/<under> into out_path (gzip tar, for model.tar.gz), in the place of
 * what is there. */
int archive_pack(struct exec *e, const char *dir, const char *under, const char *out_path,
                 struct err *err);
/* Unpacks a tar (any compression libarchive reads) below `to`, which is made: `..`, absolute paths,
 * links out of it and devices are refused (ERR_INVALID names the entry); at most max_bytes. */
int archive_unpack(struct exec *e, const char *archive, const char *to, int64_t max_bytes,
                   struct err *err);

/* --- runtimes: an interpreter on this machine --- */
struct runtime_info {
    const char *python;               /* as given: "/home/u/p/.venv/bin/python" */
    const char *version;              /* "3.11.7" */
    const char *prefix, *base_prefix; /* sys.prefix, sys.base_prefix */
    const char *platlib, *purelib;
    const struct json *packages; /* {"scikit-learn": "1.9.1", …} */
};
/* Asks the interpreter (cached by path, size and mtime in run/). ERR_INVALID: it does not run. */
int runtime_probe(struct exec *e, struct arena *a, const char *python, struct runtime_info *ret,
                  struct err *err);

/* What is at /opt/ml for a job without sandbox. */
enum exec_off {
    EXEC_OFF_MOUNT, /* its own directory, in a mount namespace of its own */
    EXEC_OFF_LINK,  /* a link to its directory, so such jobs run one at a time */
    EXEC_OFF_NONE,  /* nothing, so they are refused */
};

/* What this machine lacks for running jobs; NULL text: nothing. */
struct exec_report {
    bool sandbox;             /* a bubblewrap sandbox can be made */
    const char *sandbox_lack; /* what is missing and the command that mends it */
    bool overlay;             /* else inputs are copied */
    enum exec_off off;        /* what jobs without sandbox get */
    const char *off_lack;     /* why it is no more than that; NULL: it is a mount */
    bool cgroup_memory, cgroup_cpu, cgroup_pids;
    const char *cgroup_lack;
};
void exec_probe(struct arena *a, struct exec_report *ret);
/* systemd's service in which this process and its jobs are without limits, so that it ends all of
 * them when one runs out of memory; NULL: it is in none. */
const char *exec_undivided_service(struct arena *a, int64_t pid);
/* Only the one thing; data_dir as in exec_config. ret_why is set unless it is EXEC_OFF_MOUNT. Where
 * it is not, more slots than one would have jobs wait for each other half started. */
enum exec_off exec_off_probe(const char *data_dir, struct err *ret_why);
