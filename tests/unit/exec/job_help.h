/* What the tests of exec/ share: an executor on a directory of its own, and waiting for jobs. */
#pragma once
#include "exec/exec.h"
#include "base/fs.h"
#include "base/text.h"
#include "../test.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

struct fixture {
    struct exec *exec;
    char data[PATH_MAX];
    pthread_mutex_t lock;
    pthread_cond_t cond;
    _Atomic int changes;
};

static inline void fixture_changed(void *ctx, const char *job_id)
{
    struct fixture *f = ctx;

    (void)job_id;
    pthread_mutex_lock(&f->lock);
    f->changes++;
    pthread_cond_broadcast(&f->cond);
    pthread_mutex_unlock(&f->lock);
}

static inline void fixture_open_at(struct fixture *f, const struct exec_ops *ops)
{
    struct exec_config config = {.data_dir = f->data, .changed = fixture_changed, .ctx = f};
    struct err err = {0};

    pthread_mutex_init(&f->lock, NULL);
    pthread_cond_init(&f->cond, NULL);
    f->changes = 0;
    if (ops->open(&config, &f->exec, &err) != 0) {
        printf("open: %s\n", err.msg);
        exit(1);
    }
}

static inline void fixture_open(struct fixture *f, const struct exec_ops *ops)
{
    char jobs[PATH_MAX];
    const char *base = getenv("SLIPWAY_TEST_TMP");

    memset(f, 0, sizeof(*f));
    snprintf(f->data, 1000, "%s/slipway-exec-XXXXXX", base ? base : "/tmp");
    if (!mkdtemp(f->data)) {
        perror("mkdtemp");
        exit(1);
    }
    snprintf(jobs, sizeof(jobs), "%.1000s/jobs", f->data);
    mkdir(jobs, 0700);
    fixture_open_at(f, ops);
}

static inline void fixture_close(struct fixture *f)
{
    struct err err;

    f->exec->ops->close(f->exec);
    if (fs_remove_tree(f->data, &err) != 0)
        printf("remove: %s\n", err.msg);
}

/* A spec with what every job needs; `dir` must live as long. */
static inline struct job_spec spec_of(struct fixture *f, const char *id, char dir[PATH_MAX],
                                      const char *const *argv)
{
    snprintf(dir, PATH_MAX, "%.1000s/jobs/%.200s", f->data, id);
    return (struct job_spec){.id = id,
                             .dir = dir,
                             .argv = argv,
                             .network = true,
                             .stop_grace_ms = 2000,
                             .log_max_bytes = 1 << 20,
                             .max_processes = 200};
}

/* Waits until it has ended, at most 30 s. */
static inline struct job_status wait_ended(struct fixture *f, const char *dir)
{
    struct job_status st = {0};
    struct err err = {0};

    for (int i = 0; i < 30000; i++) {
        if (f->exec->ops->poll(f->exec, dir, &st, &err) != 0) {
            printf("poll %s: %s\n", dir, err.msg);
            return st;
        }
        if (st.phase == JOB_EXITED || st.phase == JOB_LOST)
            return st;
        usleep(1000);
    }
    printf("%s: still in phase %d\n", dir, st.phase);
    return st;
}

/* Submits, waits, gives the whole log. */
static inline struct job_status run_job(struct fixture *f, const struct job_spec *spec,
                                        struct arena *a, char **ret_log)
{
    char path[PATH_MAX];
    struct err err = {0};
    struct job_status st = {.phase = JOB_LOST};

    if (ret_log)
        *ret_log = (char *)"";
    if (f->exec->ops->submit(f->exec, spec, &err) != 0) {
        printf("submit %s: %s\n", spec->id, err.msg);
        return st;
    }
    st = wait_ended(f, spec->dir);
    snprintf(path, sizeof(path), "%.2000s/log", spec->dir);
    if (ret_log && fs_exists(path) && fs_read(a, path, 64 << 20, ret_log, NULL, &err) != 0)
        printf("log: %s\n", err.msg);
    if (st.message[0])
        printf("message: %s\n", st.message);
    return st;
}

/* How many processes have this name and an argument that begins so. */
static inline int system_has_process(const char *name, const char *argument)
{
    DIR *dir = opendir("/proc");
    int found = 0;

    for (struct dirent *e = dir ? readdir(dir) : NULL; e; e = readdir(dir)) {
        char path[300], text[4096];
        snprintf(path, sizeof(path), "/proc/%s/cmdline", e->d_name);
        int fd = open(path, O_RDONLY | O_CLOEXEC);
        ssize_t n = fd < 0 ? -1 : read(fd, text, sizeof(text) - 1);
        if (fd >= 0)
            close(fd);
        if (n <= 0)
            continue;
        text[n] = '\0';
        const char *second = text + strlen(text) + 1;
        found += str_ends(text, name) && second < text + n &&
                 strncmp(second, argument, strlen(argument)) == 0;
    }
    if (dir)
        closedir(dir);
    return found;
}

#define ARGV(...) ((const char *const[]){__VA_ARGS__, NULL})
