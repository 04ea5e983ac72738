/* slipway-shim: the supervisor of one job, and pid 1 of its sandbox. One static executable with
 * these roles, told apart by argv[1]:
 *
 *   run DIR    the supervisor: outlives the engine, holds the job's lock and log, writes exit.json
 *   shell DIR PID  in its place for somebody at a terminal, while process PID lives (shim_shell.c)
 *   init       pid 1 inside: starts the program, reports its true wait status, passes SIGTERM on
 *   stage DIR  only where an outer bubblewrap had to give the right to mount: goes on from there
 *   probe DIR KIND  tries to mount below DIR: an overlay ("trusted", "user", "outer") or a bind
 *                   ("mount", "mount-user"); exit status 0 when it works
 *
 *   engine ──spawn──> run ──fork──> stage ──exec──> bwrap ──clone──> init ──fork──> the program
 *             (double fork)   (namespaces, overlay, cgroup)    (pid 1 of its namespace)
 *
 * Libc only: it starts once per job and stays. All strings that it needs are in DIR/spec, which is
 * written before it starts; see shim_spec.c. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* Descriptors that the engine hands to `run`. */
enum {
    SHIM_FD_LOCK = 3, /* DIR itself, with the lock on it */
    SHIM_FD_READY = 4,
    SHIM_FD_LINK = 5, /* the right to the link at /opt/ml, where there is one */
};
/* Descriptors that `run` hands to stage, and so to init. */
enum {
    BOX_FD_SPEC = 3,
    BOX_FD_CONTROL,
    BOX_FD_REPORT,
    BOX_FD_LOG,
    BOX_FD_SECCOMP,
    BOX_FD_LINK, /* init keeps it too: whatever becomes of the supervisor */
    BOX_FD_IN,   /* io=streams, whose errors go to BOX_FD_LOG */
    BOX_FD_OUT,
    BOX_FD_END
};

struct list {
    char **items; /* NULL-ended */
    size_t n;
};

struct spec {
    char *text;
    const char *id, *mode, *overlay, *outer, *skel, *at, *bwrap, *cwd, *self, *oom_file;
    const char *link; /* where /opt/ml leads, instead of a mount and any namespace; else "" */
    const char *io;   /* of a shell: "tty" (BOX_FD_LOG is one, its own) or "streams"; else "" */
    int64_t runtime_ms, grace_ms, log_max, max_processes;
    struct list args, env, bwrap_args;
    struct list layers; /* groups of four: host, inside, over or "", its upper directory's parent */
    struct list cgroups; /* "+DIR": make it and join; "FILE=VALUE": set in the latest DIR */
};

int spec_load(int fd, struct spec *ret); /* -1 and errno */
const char *spec_env(const struct spec *s, const char *name);

/* shim_util.c */
int64_t now_wall_ms(void);
int64_t now_boot_ms(void);
uint64_t process_start_time(void); /* of this process, field 22 of /proc/self/stat */
const char *boot_id(void);         /* "" when unknown */
ssize_t read_small(const char *path, char *ret, size_t cap); /* NUL-terminated; -1 and errno */
int write_all(int fd, const void *p, size_t n);
void kill_children(void); /* SIGKILL to each; those of theirs come to a subreaper by that */
size_t json_escape(char *out, size_t cap, const char *s); /* without quotes */

/* shim_report.c */
struct pipe_in { /* a pipe read by lines or kept as text; what is beyond is dropped */
    int fd;
    size_t len;
    char text[1024];
};
struct report { /* what init said so far */
    bool standing, ended;
    int status; /* a wait status, of one that exited or was killed */
    int64_t user_ms, sys_ms, max_rss_kib;
};
bool pipe_read(struct pipe_in *in); /* what is there; true while the pipe is open */
const char *pipe_first_line(struct pipe_in *in);
void report_read(struct pipe_in *in, struct report *r);
int64_t oom_kills_in(const char *events);               /* memory.events, memory.oom_control */
uint64_t start_time_in(const char *stat);               /* /proc/PID/stat: field 22; 0: none */
size_t children_in(char *list, pid_t *ret, size_t cap); /* /proc/PID/task/TID/children */

/* shim_log.c: the job's output, with a cap and an index. */
#define LOG_TAIL_MAX (64 * 1024)
struct shim_log {
    int fd, index_fd;
    int64_t size, cap, dropped, last_ms;
    bool failed; /* a write failed: the disk is full */
    int errnum;
    size_t tail_max, tail_at, tail_len;
    char tail[LOG_TAIL_MAX];
};
void shim_log_init(struct shim_log *log, int64_t max_bytes);
void shim_log_add(struct shim_log *log, const char *p, size_t n);
void shim_log_finish(struct shim_log *log);

/* shim_box.c: the stage; never returns. `from_outer`: inside the outer bubblewrap already.
 * box_child gives a forked child the descriptors of the stage (-1: none), `setup` for what goes
 * wrong, and becomes it. */
pid_t box_fork(const struct spec *s); /* the child may be in the job's group already */
_Noreturn void box_child(const struct spec *s, const int fds[BOX_FD_END], int setup,
                         pid_t supervisor);
_Noreturn void box_stage(const struct spec *s, bool from_outer, pid_t supervisor);
int box_probe(const char *dir, const char *overlay);
int box_cgroups_make(const struct spec *s, char *ret_why, size_t cap);
void box_cgroups_remove(const struct spec *s);
void box_link_remove(const struct spec *s); /* nothing where there is none */

/* shim_init.c */
_Noreturn void init_main(void);

/* shim_shell.c: the exit code. */
int shell_main(const char *dir, pid_t starter);

/* The program's own words on its end, and what the supervisor made of them. */
struct outcome {
    const char *cause; /* as in exit.json */
    int exit_code, signal;
    int64_t started_ms, ended_ms, user_ms, sys_ms, max_rss_kib;
    int64_t log_bytes, log_dropped;
    char message[512];
};

/* shim_json.c: both files are written whole, synced, then renamed. */
int exit_reserve(void);                    /* blocks for exit.json, before anything starts */
int exit_prepare(const struct outcome *o); /* writes and syncs exit.tmp; cheap when unchanged */
int exit_publish(const struct outcome *o); /* … and renames it */
int start_publish(const struct spec *s, int64_t started_ms, int64_t deadline_boot_ms);

/* Built from seccomp_gen.c. */
extern const unsigned char seccomp_filter[];
extern const unsigned int seccomp_filter_len;
