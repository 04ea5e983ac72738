/* A job's directory is the protocol between engines, the supervisor and time.
 *
 *   jobs/ID/            made by submit: mkdir = started at most once
 *                       its flock is held by submit, then by the supervisor until that ends
 *     spec              what the supervisor is to do (shim/shim_spec.c)
 *     lower/opt/ml/…    inputs that are files: links to blobs, or copies
 *     upper/…           inputs that are bytes, and what the job wrote; upper/opt/ml is what counts
 *     work/             the overlay's own; layerN/ what it changed of its interpreter
 *     log  log.idx      the output; {offset, ms} records; there from the first byte on
 *     stop              "stopped\n" or "disk\n": somebody wants it to end (durable); then SIGUSR1
 *     exit.tmp          room for exit.json, allocated before the start
 *     shim.json         durable before the program runs
 *     exit.json         how it ended; appears whole, last
 *
 *   lock held   shim.json  exit.json   means
 *       -           -         yes      EXITED
 *      yes          -          -       STAGED
 *      yes         yes         -       RUNNING
 *       -           -          -       never started: exit.json is written, under the lock
 *       -          yes         -       LOST: the supervisor was killed, or the machine stopped
 *
 * An exit.json that an earlier boot wrote says how the program ended, but not that its outputs had
 * reached the disk: success is then LOST too. (Failure stays failure.) */
#include "exec/job_dir.h"
#include "exec/exec_hints.h"
#include "base/fs.h"
#include "base/text.h"
#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <unistd.h>

#define SMALL_FILE_MAX 65536

static const char *const cause_names[] = {
    [JOB_CAUSE_EXIT] = "exit",       [JOB_CAUSE_SIGNAL] = "signal",
    [JOB_CAUSE_STOPPED] = "stopped", [JOB_CAUSE_TIMEOUT] = "timeout",
    [JOB_CAUSE_MEMORY] = "memory",   [JOB_CAUSE_DISK] = "disk",
    [JOB_CAUSE_SETUP] = "setup",     [JOB_CAUSE_NEVER] = "never_started",
};

const char *job_cause_name(enum job_cause cause)
{
    assert((size_t)cause < sizeof(cause_names) / sizeof(cause_names[0]));
    return cause_names[cause];
}

int job_path(char ret[JOB_PATH_MAX], const char *dir, const char *name, struct err *err)
{
    int n = snprintf(ret, JOB_PATH_MAX, "%s/%s", dir, name);

    if (n < 0 || n >= JOB_PATH_MAX)
        return err_set(err, ERR_INVALID, "%.64s…/%.64s: longer than a path may be", dir, name);
    return 0;
}

bool job_id_valid(const char *id)
{
    size_t n = id ? strlen(id) : 0;

    if (n == 0 || n > 200)
        return false;
    for (size_t i = 0; i < n; i++)
        if (!isalnum((unsigned char)id[i]) && id[i] != '-')
            return false;
    return true;
}

static const char *boot_id(struct arena *a)
{
    char *text;
    struct err err;

    if (fs_read(a, "/proc/sys/kernel/random/boot_id", 128, &text, NULL, &err) != 0)
        return "";
    text[strcspn(text, "\n")] = '\0';
    return text;
}

/* *ret NULL when it is not there. */
static int read_json(struct arena *a, const char *dir, const char *name, struct json **ret,
                     struct err *err)
{
    char path[JOB_PATH_MAX], *text;
    size_t len;
    struct err why;

    *ret = NULL;
    if (job_path(path, dir, name, err) != 0)
        return -1;
    if (fs_read(a, path, SMALL_FILE_MAX, &text, &len, &why) != 0) {
        if (why.code == ERR_NOT_FOUND)
            return 0;
        *err = why;
        return -1;
    }
    if (json_parse(a, text, len, ret, &why) != 0)
        return err_set(err, ERR_CORRUPT, "%s: %s", path, why.msg);
    return 0;
}

static void status_from_exit(struct arena *a, const struct json *exit, struct job_status *ret)
{
    const char *cause = json_get_str(exit, "cause"), *message = json_get_str(exit, "message");
    const char *boot = json_get_str(exit, "boot_id");

    ret->phase = JOB_EXITED;
    ret->cause = JOB_CAUSE_EXIT;
    for (size_t i = 0; i < sizeof(cause_names) / sizeof(cause_names[0]); i++)
        if (str_eq(cause, cause_names[i]))
            ret->cause = (enum job_cause)i;
    ret->exit_code = (int)json_get_int(exit, "exit_code", 0);
    ret->signal = (int)json_get_int(exit, "signal", 0);
    ret->started_ms = json_get_int(exit, "started_ms", 0);
    ret->ended_ms = json_get_int(exit, "ended_ms", 0);
    ret->user_ms = json_get_int(exit, "user_ms", 0);
    ret->sys_ms = json_get_int(exit, "sys_ms", 0);
    ret->max_rss_kib = json_get_int(exit, "max_rss_kib", 0);
    snprintf(ret->message, sizeof(ret->message), "%s", message ? message : "");
    if (ret->cause == JOB_CAUSE_SETUP) {
        char hint[170];
        exec_sandbox_hint(ret->message, hint, sizeof(hint));
        snprintf(ret->message, sizeof(ret->message), "%.80s; %s", message ? message : "", hint);
    }
    if (ret->cause == JOB_CAUSE_EXIT && ret->exit_code == 0 && boot && boot[0] &&
        !str_eq(boot, boot_id(a)))
        ret->phase = JOB_LOST;
}

int job_dir_write_exit(const char *dir, const struct job_status *st, struct err *err)
{
    char path[JOB_PATH_MAX];
    cleanup_buf struct buf text = {0};

    buf_init(&text, 8192);
    buf_addf(&text,
             "{\"proto\":1,\"cause\":\"%s\",\"exit_code\":%d,\"signal\":%d,\"started_ms\":%lld,"
             "\"ended_ms\":%lld,\"user_ms\":0,\"sys_ms\":0,\"max_rss_kib\":0,\"message\":",
             job_cause_name(st->cause), st->exit_code, st->signal, (long long)st->started_ms,
             (long long)st->ended_ms);
    json_write_string(&text, st->message, strlen(st->message));
    buf_adds(&text, "}\n");
    if (job_path(path, dir, "exit.json", err) != 0)
        return -1;
    return fs_replace(path, text.data, text.len, 0600, err);
}

static int write_never_started(const char *dir, struct job_status *ret, struct err *err)
{
    memset(ret, 0, sizeof(*ret));
    ret->phase = JOB_EXITED;
    ret->cause = JOB_CAUSE_NEVER;
    ret->ended_ms = sys->wall_ms();
    snprintf(ret->message, sizeof(ret->message), "the engine ended before it could start this job");
    return job_dir_write_exit(dir, ret, err);
}

static bool is_there(const char *dir, const char *name)
{
    char path[JOB_PATH_MAX];
    struct err ignored;

    return job_path(path, dir, name, &ignored) == 0 && fs_exists(path);
}

/* Nobody holds the lock but this function, which holds it on `fd`. */
static int status_unlocked(struct arena *a, const char *dir, int fd, bool recover,
                           struct job_status *ret, struct err *err)
{
    struct json *doc;

    /* the supervisor may have finished between the first look and the lock */
    if (read_json(a, dir, "exit.json", &doc, err) != 0)
        return -1;
    if (doc) {
        status_from_exit(a, doc, ret);
        return 0;
    }
    if (is_there(dir, "shim.json")) {
        ret->phase = JOB_LOST;
        return 0;
    }
    ret->phase = JOB_STAGED;
    if (!recover || sys->flock(fd, LOCK_EX | LOCK_NB) != 0)
        return 0;
    /* the change from shared to exclusive is not atomic: look once more */
    if (is_there(dir, "shim.json") || is_there(dir, "exit.json"))
        return 0;
    return write_never_started(dir, ret, err);
}

int job_dir_status(const char *dir, bool recover, struct job_status *ret, struct err *err)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct json *doc;

    memset(ret, 0, sizeof(*ret));
    if (read_json(a, dir, "exit.json", &doc, err) != 0)
        return -1;
    if (doc) {
        status_from_exit(a, doc, ret);
        return 0;
    }
    if (!fs_exists(dir))
        return err_set(err, ERR_NOT_FOUND, "%s: no such job directory", dir);
    if (read_json(a, dir, "shim.json", &doc, err) != 0)
        return -1;
    ret->started_ms = json_get_int(doc, "started_ms", 0);

    cleanup_fd int fd = sys->open(dir, O_RDONLY | O_DIRECTORY, 0);
    if (fd < 0)
        return err_errno(err, errno, "open %s", dir);
    /* shared: two that look at once must not take each other for the supervisor */
    if (sys->flock(fd, LOCK_SH | LOCK_NB) == 0)
        return status_unlocked(a, dir, fd, recover, ret, err);
    if (errno != EWOULDBLOCK)
        return err_errno(err, errno, "flock %s", dir);
    ret->phase = doc ? JOB_RUNNING : JOB_STAGED;
    return 0;
}

/* Field 22 of /proc/PID/stat; 0 when there is none. */
static uint64_t start_time_of(struct arena *a, int64_t pid)
{
    char path[64], *text;
    struct err err;

    snprintf(path, sizeof(path), "/proc/%lld/stat", (long long)pid);
    if (fs_read(a, path, 4096, &text, NULL, &err) != 0)
        return 0;
    const char *p = strrchr(text, ')');
    for (int field = 2; p && field < 22; field++)
        p = strchr(p + 1, ' ');
    return p ? strtoull(p + 1, NULL, 10) : 0;
}

int job_dir_pidfd(const char *dir)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct json *doc;
    struct err err;

    if (read_json(a, dir, "shim.json", &doc, &err) != 0 || !doc)
        return -1;
    int64_t pid = json_get_int(doc, "pid", 0);
    if (pid <= 0 || pid > INT32_MAX || !str_eq(json_get_str(doc, "boot_id"), boot_id(a)))
        return -1;
    int fd = (int)syscall(SYS_pidfd_open, (pid_t)pid, 0);
    /* looked up after the pidfd was taken: from here on the number cannot change hands */
    if (fd >= 0 && start_time_of(a, pid) != (uint64_t)json_get_int(doc, "start_time", 0))
        fd_close(&fd);
    return fd;
}

bool job_dir_spec_in(int fd, const char *key, char ret[JOB_PATH_MAX])
{
    char head[4 * JOB_PATH_MAX];
    size_t n = strlen(key);
    ssize_t got = fd < 0 ? -1 : sys->read(fd, head, sizeof(head) - 1);
    if (got <= 0)
        return false;
    head[got] = '\0';
    for (char *p = head; p < head + got; p += strlen(p) + 1)
        if (strncmp(p, key, n) == 0 && p[n] == '=') {
            snprintf(ret, JOB_PATH_MAX, "%s", p + n + 1);
            return true;
        }
    return false;
}

bool job_dir_spec(const char *dir, const char *key, char ret[JOB_PATH_MAX])
{
    char path[JOB_PATH_MAX];
    struct err err;

    if (job_path(path, dir, "spec", &err) != 0)
        return false;
    cleanup_fd int fd = sys->open(path, O_RDONLY, 0);
    return job_dir_spec_in(fd, key, ret);
}

enum overlay job_dir_overlay(const char *dir)
{
    char text[JOB_PATH_MAX];

    if (!job_dir_spec(dir, "overlay", text))
        return OVERLAY_NONE;
    return str_eq(text, "trusted") ? OVERLAY_TRUSTED
           : str_eq(text, "user")  ? OVERLAY_USER
                                   : OVERLAY_NONE;
}
