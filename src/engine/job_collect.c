/* Ending a job, on the pool: how its program ended, what it left, what becomes known of it.
 *
 * Everything here can be repeated: until the job's last row is committed its directory is as its
 * program left it, objects are put under the same keys, and metrics are put once. Called by jobs.c
 * when the executor has news, and after a restart. */
#include "base/log.h"
#include "base/sys.h"
#include "base/text.h"
#include "engine/job_config.h"
#include "engine/job_outputs.h"
#include <stdio.h>
#include <string.h>

#define OUTPUTS_NAMED 10000
#define MESSAGE_MAX   1024 /* AWS: first 1 KB of the file */

/* --- what its end means --- */

/* A small text file's beginning as valid UTF-8 without trailing space; NULL: not there or empty. */
static const char *read_text(struct job_task *t, const char *path)
{
    struct err ignored = {0};
    char *text = NULL;
    size_t n = 0;

    if (job_read_file(t->box->dir, t->arena, path, MESSAGE_MAX, &text, &n, &ignored) != 0 || !text)
        return NULL;
    n = strnlen(text, n);
    for (size_t cut = 0; cut < 4 && cut <= n; cut++) /* it may have been cut within a character */
        if (utf8_valid(text, n - cut)) {
            n -= cut;
            break;
        }
    for (size_t i = 0; !utf8_valid(text, n) && i < n; i++) /* not text: what can be shown of it */
        if ((unsigned char)text[i] >= 0x80)
            text[i] = '?';
    while (n > 0 && strchr(" \t\r\n", text[n - 1]))
        n--;
    return n ? arena_strndup(t->arena, text, n) : NULL;
}

static int exit_code(const struct job_status *st)
{
    return st->cause == JOB_CAUSE_SIGNAL ? 128 + st->signal : st->exit_code;
}

static const char *algorithm_error(struct job_task *t, const struct job_status *st)
{
    const char *said = t->box->job.kind == JOB_TRAINING ? read_text(t, "output/failure") : NULL;

    return arena_printf(t->arena, "AlgorithmError: %.900s, exit code: %d",
                        said ? said : "See job logs for more information", exit_code(st));
}

/* Sets state, secondary and reason. */
static void judge(struct job_task *t, const struct job_status *st)
{
    struct arena *a = t->arena;
    long long limit = (long long)job_max_runtime_s(t->box->job.kind, t->box->job.request);

    t->state = JOB_STATE_FAILED;
    t->secondary = "Failed";
    if (st->phase == JOB_LOST) {
        t->reason = "InternalServerError: We encountered an internal error. Please try again. (The "
                    "job's supervisor has vanished.)";
        return;
    }
    switch (st->cause) {
    case JOB_CAUSE_EXIT:
        if (st->exit_code == 0) {
            t->state = JOB_STATE_COMPLETED;
            t->secondary = "Completed";
            break;
        }
        t->reason = algorithm_error(t, st);
        break;
    case JOB_CAUSE_SIGNAL:
        t->reason = algorithm_error(t, st);
        break;
    case JOB_CAUSE_STOPPED:
        t->state = JOB_STATE_STOPPED;
        t->secondary = "Stopped";
        break;
    case JOB_CAUSE_TIMEOUT:
        t->state = JOB_STATE_STOPPED;
        t->secondary = "MaxRuntimeExceeded";
        t->reason =
            arena_printf(a, "Job runtime exceeded MaxRuntimeInSeconds provided (%lld)", limit);
        break;
    case JOB_CAUSE_MEMORY:
        t->reason = "ClientError: Please use an instance type with more memory, or reduce the size "
                    "of job data processed on an instance. (Out of memory.), exit code: 137";
        break;
    case JOB_CAUSE_DISK:
        t->reason =
            "ClientError: Artifact upload failed: the disk is nearly full; the job that had "
            "written most was stopped. Free space, or lower disk_reserve.";
        break;
    case JOB_CAUSE_SETUP:
        t->reason = arena_printf(a, "InternalServerError: the job's sandbox could not be made: %s",
                                 st->message);
        break;
    case JOB_CAUSE_NEVER:
        t->reason = arena_printf(a, "InternalServerError: the job's program was never started: %s",
                                 st->message);
        break;
    }
}

static bool ran_to_an_end(const struct job_task *t)
{
    return t->state != JOB_STATE_FAILED;
}

/* --- what it left --- */

static int processing_outputs(struct job_task *t, struct job_outputs *o, struct err *err)
{
    const struct json *outputs =
        json_get(json_get(t->box->job.request, "ProcessingOutputConfig"), "Outputs");

    for (size_t i = 0; i < json_len(outputs); i++) {
        const struct json *s3 = json_get(json_at(outputs, i), "S3Output");
        const char *under = path_below_opt_ml(t->arena, json_get_str(s3, "LocalPath"));
        /* "Continuous" would have uploaded while it ran: whatever there is counts. */
        bool continuous = str_eq(json_get_str(s3, "S3UploadMode"), "Continuous");
        if (t->state != JOB_STATE_COMPLETED && !continuous)
            continue;
        if (outputs_tree(o, under, json_get_str(s3, "S3Uri"), NULL, err) != 0)
            return -1;
    }
    return 0;
}

static const char *output_uri(struct job_task *t, const char *name)
{
    const struct job *j = &t->box->job;
    const char *path = json_get_str(json_get(j->request, "OutputDataConfig"), "S3OutputPath");
    size_t n = strlen(path);

    while (n > strlen("s3://") && path[n - 1] == '/')
        n--;
    return arena_printf(t->arena, "%.*s/%s/output/%s", (int)n, path, j->name, name);
}

static int training_artifact(struct job_task *t, struct job_outputs *o, const char *under,
                             const char *tar, const char *folder, const char **ret_uri,
                             struct err *err)
{
    const struct json *config = json_get(t->box->job.request, "OutputDataConfig");
    bool made;

    if (str_eq(json_get_str(config, "CompressionType"), "NONE")) {
        *ret_uri = output_uri(t, folder);
        return outputs_tree(o, under, *ret_uri, NULL, err);
    }
    *ret_uri = output_uri(t, tar);
    return outputs_packed(o, under, tar, *ret_uri, &made, err);
}

static int training_outputs(struct job_task *t, struct job_outputs *o, struct err *err)
{
    const struct json *request = t->box->job.request;
    const struct json *checkpoints = json_get(request, "CheckpointConfig");
    const char *uri;

    if (ran_to_an_end(t)) {
        if (training_artifact(t, o, "model", "model.tar.gz", "model/", &uri, err) != 0)
            return -1;
        struct json *artifacts = json_object(t->arena);
        json_set_str(t->arena, artifacts, "S3ModelArtifacts", uri);
        json_set(t->arena, t->result, "ModelArtifacts", artifacts);
    }
    if (training_artifact(t, o, "output/data", "output.tar.gz", "data/", &uri, err) != 0)
        return -1;
    if (!checkpoints)
        return 0;
    return outputs_tree(o, job_checkpoint_path(t->arena, &t->box->job),
                        json_get_str(checkpoints, "S3Uri"), NULL, err);
}

static void metrics(struct job_task *t)
{
    struct err err = {0};
    struct json *final = NULL, *statistics = NULL;

    if (job_metrics(t->engine, t->arena, &t->box->job, t->box->dir, &final, &statistics, &err) != 0)
        log_warn("job %s: metrics: %s", t->box->job.name, err.msg);
    if (!json_len(final))
        return;
    json_set(t->arena, t->result, "FinalMetricDataList", final);
    json_set(t->arena, t->result, "_metrics", statistics);
}

static int gather(struct job_task *t, struct err *err)
{
    struct job_outputs o;
    int rc;

    outputs_begin(&o, t->engine, t->arena, t->box->dir, &t->box->give_up);
    if (t->box->job.kind == JOB_PROCESSING) {
        json_set_str(t->arena, t->result, "ExitMessage", read_text(t, "output/message"));
        rc = processing_outputs(t, &o, err);
    } else {
        metrics(t);
        rc = training_outputs(t, &o, err);
    }
    fault_point("job.gathered");
    if (rc == 0 && o.n <= OUTPUTS_NAMED)
        json_set(t->arena, t->result, "_outputs", outputs_named(&o));
    return rc == 0 ? outputs_put(&o, err) : -1;
}

/* The program ran (or nothing did); whatever it left becomes objects. */
static void finish(struct job_task *t, const struct job_status *st)
{
    struct err err = {0};

    t->result = json_object(t->arena);
    json_set_int(t->arena, t->result, "_exit_code", exit_code(st));
    if (st->signal)
        json_set_int(t->arena, t->result, "_signal", st->signal);
    json_set_int(t->arena, t->result, "_user_ms", st->user_ms);
    json_set_int(t->arena, t->result, "_sys_ms", st->sys_ms);
    json_set_int(t->arena, t->result, "_max_rss_kib", st->max_rss_kib);
    judge(t, st);
    t->collect = COLLECT_ENDED;
    if (st->phase == JOB_LOST || st->cause == JOB_CAUSE_SETUP || st->cause == JOB_CAUSE_NEVER ||
        gather(t, &err) == 0)
        return;
    if (err.code == ERR_CANCELLED && exec_ending(t->engine->exec)) {
        t->collect = COLLECT_RUNNING; /* the next engine finds its end as this one did */
        return;
    }
    if (err.code == ERR_CANCELLED) {
        t->state = JOB_STATE_STOPPED;
        t->secondary = "Stopped";
        return;
    }
    if (err.code == ERR_NO_SPACE) {
        log_warn("job %s: its outputs do not fit: %s; trying again", t->box->job.name, err.msg);
        t->collect = COLLECT_RETRY;
        return;
    }
    if (t->state == JOB_STATE_FAILED) { /* the first fault is the one to tell */
        log_warn("job %s: outputs of a failed job: %s", t->box->job.name, err.msg);
        return;
    }
    t->state = JOB_STATE_FAILED;
    t->secondary = "Failed";
    t->reason =
        arena_printf(t->arena, "%s%.900s",
                     str_starts(err.msg, "ClientError") ? "" : "InternalServerError: ", err.msg);
}

void job_collect(struct engine *e, void *task)
{
    struct job_task *t = task;
    struct job_status st = {0};
    struct err err = {0};

    t->collect = COLLECT_RUNNING;
    if (e->exec->ops->poll(e->exec, t->box->dir, &st, &err) != 0) {
        log_error("job %s: %s", t->box->job.name, err.msg);
        st.phase = err.code == ERR_NOT_FOUND ? JOB_LOST : JOB_RUNNING;
    }
    if (st.phase == JOB_EXITED || st.phase == JOB_LOST) {
        t->started_ms = st.started_ms;
        fault_point("job.collect");
        job_collecting(e, t->box->job.id, st.started_ms);
        finish(t, &st);
    } else if (err.code != ERR_NONE) {
        t->collect = COLLECT_RETRY;
    }
    jobs__report(t);
}
