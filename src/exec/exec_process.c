/* Jobs as processes of this machine. submit runs on the caller's thread and ends when the job is
 * durably running; from then on one thread of ours waits, by epoll, for the end of each:
 *
 *   submitted here   the read end of the shim's pipe: 'R' running, 'E' exit.json is there, end
 *   adopted          a pidfd of the shim, checked against its start time
 *   neither          the lock, tried every now and then (another pid namespace, no pidfd)
 *
 * The thread only tells `changed`; what a job's state is, the directory says (job_dir.c). Threads
 * never fork here: the shim is spawned, and forks itself. */
#include "exec/exec_process.h"
#include "exec/job_dir.h"
#include "exec/opt_link.h"
#include "exec/stage.h"
#include "base/fs.h"
#include "base/log.h"
#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define LOOK_AGAIN_MS 20  /* the end is near: its pipe or process is gone, its lock not yet */
#define LOOK_LOCK_MS  250 /* nothing but the lock tells */
#define SAY_TURN_MS   60000
#define SPEC_MAX      (32u << 20)

struct watch {
    struct watch *next, **prev;
    char *id, *dir;
    int fd; /* in epoll; -1: by looking */
    bool pipe;
    int64_t look_ms; /* CLOCK_BOOTTIME of the next look; 0: none */
    int look_every_ms;
    enum job_phase phase; /* as last told */
};

/* --- watching --- */

/* Closing alone would not do: a process that is being spawned at this moment holds a copy of every
 * descriptor until its exec, and with it the registration. */
static void watch_unregister(struct process_exec *e, struct watch *w)
{
    if (w->fd >= 0)
        epoll_ctl(e->epoll_fd, EPOLL_CTL_DEL, w->fd, NULL);
    fd_close(&w->fd);
}

static void watch_free(struct process_exec *e, struct watch *w)
{
    if (w->next)
        w->next->prev = w->prev;
    *w->prev = w->next;
    watch_unregister(e, w);
    free(w->id);
    free(w->dir);
    free(w);
}

static void wake_thread(struct process_exec *e)
{
    uint64_t one = 1;

    (void)!write(e->wake_fd, &one, sizeof(one));
}

/* Takes fd over. */
static void watch_add(struct process_exec *e, const char *id, const char *dir, int fd, bool pipe,
                      enum job_phase phase)
{
    struct watch *w = xcalloc(1, sizeof(*w));

    w->id = xstrdup(id);
    w->dir = xstrdup(dir);
    w->fd = fd;
    w->pipe = pipe;
    w->phase = phase;
    if (fd < 0 || phase == JOB_STAGED) {
        w->look_every_ms = phase == JOB_STAGED ? LOOK_AGAIN_MS : LOOK_LOCK_MS;
        w->look_ms = sys->mono_ms() + w->look_every_ms;
    }
    pthread_mutex_lock(&e->lock);
    w->next = e->watches;
    w->prev = &e->watches;
    if (w->next)
        w->next->prev = &w->next;
    e->watches = w;
    if (fd >= 0) {
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = w};
        epoll_ctl(e->epoll_fd, EPOLL_CTL_ADD, fd, &event);
    }
    pthread_mutex_unlock(&e->lock);
    wake_thread(e);
}

static void tell(struct process_exec *e, const char *id)
{
    if (e->config.changed)
        e->config.changed(e->config.ctx, id);
}

/* Looks at the directory and tells of news; the watch is gone afterwards if the job has ended. */
static void watch_look(struct process_exec *e, struct watch *w)
{
    struct job_status st;
    struct err err;
    char *id = NULL;

    if (job_dir_status(w->dir, true, &st, &err) != 0) {
        st.phase = err.code == ERR_NOT_FOUND ? JOB_LOST : w->phase;
        if (err.code != ERR_NOT_FOUND)
            log_warn("job %s: %s", w->id, err.msg);
    }
    if (st.phase != w->phase)
        id = xstrdup(w->id);
    bool was_staged = w->phase == JOB_STAGED;
    w->phase = st.phase;
    if (st.phase == JOB_EXITED || st.phase == JOB_LOST) {
        if (st.phase == JOB_LOST)
            (void)cgroups_remove(&e->box.cgroups, w->id);
        pthread_mutex_lock(&e->lock);
        watch_free(e, w);
        pthread_mutex_unlock(&e->lock);
    } else if (st.phase == JOB_RUNNING && was_staged && w->fd < 0) {
        w->fd = job_dir_pidfd(w->dir);
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = w};
        if (w->fd >= 0)
            epoll_ctl(e->epoll_fd, EPOLL_CTL_ADD, w->fd, &event);
        w->look_every_ms = LOOK_LOCK_MS;
        w->look_ms = w->fd >= 0 ? 0 : sys->mono_ms() + w->look_every_ms;
    }
    if (id)
        tell(e, id);
    free(id);
}

static void watch_event(struct process_exec *e, struct watch *w)
{
    char waste[16];

    if (w->pipe && sys->read(w->fd, waste, sizeof(waste)) > 0) {
        watch_look(e, w);
        return;
    }
    /* its process is gone; whether the lock is free already, only a look can tell */
    watch_unregister(e, w);
    w->look_every_ms = LOOK_AGAIN_MS;
    w->look_ms = sys->mono_ms() + LOOK_AGAIN_MS;
    watch_look(e, w);
}

/* Looks at those whose time has come; ms until the next, -1: none. */
static int look_due(struct process_exec *e)
{
    int64_t now = sys->mono_ms(), next = -1;
    struct watch *w, *following;

    pthread_mutex_lock(&e->lock);
    w = e->watches;
    pthread_mutex_unlock(&e->lock);
    /* others only put watches before the first, and only this thread takes any away */
    for (; w; w = following) {
        following = w->next;
        if (!w->look_ms)
            continue;
        if (w->look_ms <= now) {
            w->look_ms = now + w->look_every_ms;
            next = next < 0 || next > w->look_every_ms ? w->look_every_ms : next;
            watch_look(e, w);
        } else if (next < 0 || w->look_ms - now < next) {
            next = w->look_ms - now;
        }
    }
    return (int)next;
}

static void *watch_thread(void *arg)
{
    struct process_exec *e = arg;
    struct epoll_event events[64];

    box_probe_overlay(&e->box); /* the first job would wait for it */
    for (;;) {
        int timeout_ms = look_due(e);
        int n = epoll_wait(e->epoll_fd, events, 64, timeout_ms);
        for (int i = 0; i < n; i++) {
            uint64_t count;
            if (events[i].data.ptr)
                watch_event(e, events[i].data.ptr);
            else
                (void)!read(e->wake_fd, &count, sizeof(count));
        }
        pthread_mutex_lock(&e->lock);
        bool closing = e->closing;
        pthread_mutex_unlock(&e->lock);
        if (closing)
            return NULL;
    }
}

/* --- submitting --- */

static int write_spec(struct process_exec *e, const struct job_spec *spec, struct err *err)
{
    char path[JOB_PATH_MAX];
    cleanup_buf struct buf text = {0};

    buf_init(&text, SPEC_MAX);
    if (box_write_spec(&e->box, spec, &text, err) != 0 ||
        job_path(path, spec->dir, "spec", err) != 0)
        return -1;
    return stage_write(path, text.data, text.len, 0600, err);
}

/* The sandbox has /root and /tmp in its skeleton; without one they lie here. */
static int make_private_dirs(const struct job_spec *spec, struct err *err)
{
    static const char *const parts[] = {"upper/root", "upper/tmp"};
    char path[JOB_PATH_MAX];

    for (size_t i = 0; spec->sandbox == SANDBOX_OFF && i < 2; i++)
        if (job_path(path, spec->dir, parts[i], err) != 0 || fs_mkdirs(path, 0700, err) != 0)
            return -1;
    return 0;
}

static int write_text(const char *dir, const char *name, const char *text, mode_t mode,
                      struct err *err)
{
    char path[JOB_PATH_MAX];

    if (job_path(path, dir, name, err) != 0)
        return -1;
    return stage_write(path, text, strlen(text), mode, err);
}

static int write_shell(const struct job_spec *spec, struct err *err)
{
    char home[JOB_PATH_MAX], dir[JOB_PATH_MAX];

    if (job_path(home, spec->dir, "upper/root", err) != 0 || fs_mkdirs(home, 0700, err) != 0 ||
        job_path(dir, home, SHELL_DIR, err) != 0 || fs_mkdirs(dir, 0700, err) != 0)
        return -1;
    if (write_text(dir, "rc", spec->shell->rc, 0600, err) != 0)
        return -1;
    return write_text(dir, "run", spec->shell->run, 0700, err);
}

static int stage(struct process_exec *e, const struct job_spec *spec, struct err *err)
{
    char work[JOB_PATH_MAX];
    bool overlay = e->box.overlay != OVERLAY_NONE;

    if (stage_job(spec->dir, spec, overlay, err) != 0 || make_private_dirs(spec, err) != 0 ||
        job_path(work, spec->dir, "work", err) != 0)
        return -1;
    if (overlay && sys->mkdir(work, 0700) != 0)
        return err_errno(err, errno, "mkdir %s", work);
    if (spec->shell && write_shell(spec, err) != 0)
        return -1;
    return write_spec(e, spec, err);
}

/* The supervisor's first word. On failure nothing runs. */
static int await_running(int fd, const char *id, struct err *err)
{
    char text[512];
    size_t len = 0;

    while (len < sizeof(text) - 1) {
        ssize_t n = sys->read(fd, text + len, len ? sizeof(text) - 1 - len : 1);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break;
        len += (size_t)n;
        if (text[0] == 'R')
            return 0;
    }
    text[len] = '\0';
    if (text[0] != 'F')
        return err_set(err, ERR_IO, "job %s: its supervisor ended before the start", id);
    char *what;
    long errnum = strtol(text + 1, &what, 10);
    int rc = err_errno(err, (int)errnum, "job %s:%s", id, what);
    if (err->code != ERR_NO_SPACE)
        err->code = ERR_IO;
    return rc;
}

/* `link_fd`: the right to the link at /opt/ml, or -1. */
static int spawn_shim(struct process_exec *e, const struct job_spec *spec, int lock_fd, int link_fd,
                      int *ret_fd, struct err *err)
{
    const char *argv[] = {"slipway-shim", "run", spec->dir, NULL};
    char *envp[] = {NULL};
    int p[2];
    pid_t pid;

    if (pipe2(p, O_CLOEXEC) != 0)
        return err_errno(err, errno, "pipe");
    const int fds[][2] = {{e->null_fd, 0}, {e->null_fd, 1}, {e->null_fd, 2},
                          {lock_fd, 3},    {p[1], 4},       {link_fd, 5}};
    struct sys_spawn how = {.path = e->box.shim,
                            .argv = (char *const *)argv,
                            .envp = envp,
                            .fds = fds,
                            .n_fds = sizeof(fds) / sizeof(fds[0]) - (link_fd < 0),
                            .new_session = true};
    int rc = sys->spawn(&how, &pid), errnum = errno;
    fd_close(&p[1]);
    if (rc != 0) {
        fd_close(&p[0]);
        return err_errno(err, errnum, "spawn %s", e->box.shim);
    }
    fault_point("exec.spawned");
    rc = await_running(p[0], spec->id, err);
    while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
        ;
    if (rc != 0) {
        fd_close(&p[0]);
        return -1;
    }
    fcntl(p[0], F_SETFL, O_NONBLOCK);
    *ret_fd = p[0];
    return 0;
}

static int take_lock(const char *dir, int *ret_fd, struct err *err)
{
    int fd = sys->open(dir, O_RDONLY | O_DIRECTORY, 0);

    if (fd < 0)
        return err_errno(err, errno, "open %s", dir);
    if (sys->flock(fd, LOCK_EX | LOCK_NB) != 0) {
        int errnum = errno;
        fd_close(&fd);
        return err_errno(err, errnum, "lock %s", dir);
    }
    *ret_fd = fd;
    return 0;
}

/* Takes a job's turn at /opt/ml; when it has to go on waiting, that is said now and then. */
static int take_turn(struct process_exec *e, const struct job_spec *spec, int *ret_fd,
                     struct err *err)
{
    if (opt_link_take(&e->box, ret_fd, err) == 0)
        return 0;
    pthread_mutex_lock(&e->lock);
    bool say = err->code == ERR_NO_SPACE && sys->mono_ms() >= e->say_turn_ms;
    if (say)
        e->say_turn_ms = sys->mono_ms() + SAY_TURN_MS;
    pthread_mutex_unlock(&e->lock);
    if (say)
        log_info("job %s waits for its turn: %s", spec->id, err->msg);
    return -1;
}

static int process_submit(struct exec *base, const struct job_spec *spec, struct err *err)
{
    struct process_exec *e = (struct process_exec *)base;
    cleanup_fd int lock_fd = -1, link_fd = -1;
    int ready_fd = -1;

    if (!job_id_valid(spec->id) || !spec->dir || spec->dir[0] != '/' || strlen(spec->dir) > 3800)
        return err_set(err, ERR_INVALID, "job \"%.64s\": its id or its directory is not one",
                       spec->id ? spec->id : "");
    box_probe_overlay(&e->box);
    bool linked = spec->sandbox == SANDBOX_OFF && !e->box.mounts;
    if (linked && spec->shell)
        return err_set(
            err, ERR_UNSUPPORTED,
            "without a sandbox and without mounts all jobs share the one /opt/ml of this "
            "machine, in turns: a shell would keep them waiting");
    fault_point("exec.begin");
    if (sys->mkdir(spec->dir, 0700) != 0)
        return err_errno(err, errno, "mkdir %s", spec->dir);
    fault_point("exec.made");
    if (take_lock(spec->dir, &lock_fd, err) != 0 ||
        (linked && take_turn(e, spec, &link_fd, err) != 0) || stage(e, spec, err) != 0)
        goto undo;
    fault_point("exec.staged");
    if (spec->shell)
        return 0;
    if (linked && opt_link_make(&e->box, spec->dir, err) != 0)
        goto undo;
    fault_point("exec.linked");
    if (spawn_shim(e, spec, lock_fd, link_fd, &ready_fd, err) != 0)
        goto undo;
    fault_point("exec.running");
    watch_add(e, spec->id, spec->dir, ready_fd, true, JOB_RUNNING);
    return 0;
undo:;
    struct err why;
    if (link_fd >= 0)
        opt_link_remove(spec->dir);
    if (fs_remove_tree(spec->dir, &why) != 0)
        log_warn("job %s: %s", spec->id, why.msg);
    return -1;
}

/* --- the rest of the seam --- */

static int process_poll(struct exec *base, const char *dir, struct job_status *ret, struct err *err)
{
    (void)base;
    return job_dir_status(dir, false, ret, err);
}

static int process_adopt(struct exec *base, const char *id, const char *dir, struct job_status *ret,
                         struct err *err)
{
    struct process_exec *e = (struct process_exec *)base;

    if (job_dir_status(dir, true, ret, err) != 0)
        return -1;
    if (ret->phase == JOB_STAGED || ret->phase == JOB_RUNNING)
        watch_add(e, id, dir, ret->phase == JOB_RUNNING ? job_dir_pidfd(dir) : -1, false,
                  ret->phase);
    return 0;
}

static int process_cancel(struct exec *base, const char *dir, enum job_cause why, struct err *err)
{
    const char *text = why == JOB_CAUSE_DISK ? "disk\n" : "stopped\n";
    char path[JOB_PATH_MAX];

    (void)base;
    if (!fs_exists(dir))
        return err_set(err, ERR_NOT_FOUND, "%s: no such job directory", dir);
    if (job_path(path, dir, "exit.json", err) != 0)
        return -1;
    if (fs_exists(path))
        return 0;
    if (job_path(path, dir, "stop", err) != 0)
        return -1;
    if (!fs_exists(path) && fs_replace(path, text, strlen(text), 0600, err) != 0)
        return -1;
    fault_point("exec.cancelled");
    /* nobody to tell: it has not started, and will look, or has ended */
    cleanup_fd int fd = job_dir_pidfd(dir);
    if (fd >= 0)
        (void)syscall(SYS_pidfd_send_signal, fd, SIGUSR1, NULL, 0);
    return 0;
}

static void process_close(struct exec *base)
{
    struct process_exec *e = (struct process_exec *)base;

    if (!e)
        return;
    pthread_mutex_lock(&e->lock);
    e->closing = true;
    pthread_mutex_unlock(&e->lock);
    if (e->thread_runs) {
        wake_thread(e);
        pthread_join(e->thread, NULL);
    }
    for (struct watch *w = e->watches, *next; w; w = next) {
        next = w->next;
        watch_free(e, w);
    }
    fd_close(&e->epoll_fd);
    fd_close(&e->wake_fd);
    fd_close(&e->null_fd);
    box_close(&e->box);
    pthread_mutex_destroy(&e->lock);
    free(e);
}

static int process_open(const struct exec_config *config, struct exec **ret, struct err *err)
{
    struct process_exec *e = xcalloc(1, sizeof(*e));
    struct epoll_event event = {.events = EPOLLIN};

    e->base.ops = &exec_process;
    e->config = *config;
    pthread_mutex_init(&e->lock, NULL);
    e->epoll_fd = epoll_create1(EPOLL_CLOEXEC);
    e->wake_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    e->null_fd = sys->open("/dev/null", O_RDWR, 0);
    if (e->epoll_fd < 0 || e->wake_fd < 0 || e->null_fd < 0) {
        err_errno(err, errno, "open the executor");
        process_close(&e->base);
        return -1;
    }
    if (box_open(&e->box, config->data_dir, true, err) != 0) {
        process_close(&e->base);
        return -1;
    }
    if (e->box.cgroups.lack[0])
        log_warn("%s", e->box.cgroups.lack);
    e->base.run_dir = e->box.run_dir;
    epoll_ctl(e->epoll_fd, EPOLL_CTL_ADD, e->wake_fd, &event);
    int rc = pthread_create(&e->thread, NULL, watch_thread, e);
    if (rc != 0) {
        process_close(&e->base);
        return err_errno(err, rc, "start the executor's thread");
    }
    e->thread_runs = true;
    *ret = &e->base;
    return 0;
}

const struct exec_ops exec_process = {
    .name = "process",
    .open = process_open,
    .close = process_close,
    .submit = process_submit,
    .poll = process_poll,
    .adopt = process_adopt,
    .cancel = process_cancel,
};
