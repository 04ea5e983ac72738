/* Reading jobs: rows as jobs, what Describe and List answer, log streams. Any thread but the
 * engine's and the writer's; job_describe and job_from_row everywhere. */
#include "base/text.h"
#include "engine/jobs.h"
#include "engine/resource.h"
#include <stdlib.h>
#include <string.h>

static int row_json(struct arena *a, const char *text, struct json **ret, struct err *err)
{
    *ret = NULL;
    return text ? json_parse(a, text, strlen(text), ret, err) : 0;
}

int job_from_row(struct arena *a, struct db_rows *rows, struct job *ret, int64_t *ret_execution,
                 struct err *err)
{
    struct json *request, *recorded;

    *ret =
        (struct job){.arena = a,
                     .seq = db_int(rows, 0),
                     .kind = str_eq(db_text(rows, 3), "processing") ? JOB_PROCESSING : JOB_TRAINING,
                     .name = arena_strdup(a, db_text(rows, 4)),
                     .arn = arena_strdup(a, db_text(rows, 5)),
                     .id = arena_strdup(a, db_text(rows, 6)),
                     .state = job_state_parse(db_text(rows, 7)),
                     .secondary = arena_strdup(a, db_text(rows, 8)),
                     .stop_wanted = db_int(rows, 9) != 0,
                     .failure_reason = arena_strdup(a, db_text(rows, 10)),
                     .created_ms = db_int(rows, 11),
                     .modified_ms = db_int(rows, 12),
                     .started_ms = db_int(rows, 13),
                     .ended_ms = db_int(rows, 14),
                     .step = (int)db_int(rows, 16),
                     .attempt = (int)db_int(rows, 17)};
    ret->who = (struct engine_who){.account = arena_strdup(a, db_text(rows, 1)),
                                   .region = arena_strdup(a, db_text(rows, 2)),
                                   .project = arena_strdup(a, db_text(rows, 18)),
                                   .access_key = arena_strdup(a, db_text(rows, 19)),
                                   .principal = ""};
    if (ret_execution)
        *ret_execution = db_int(rows, 15);
    if (row_json(a, db_text(rows, 20), &request, err) != 0 ||
        row_json(a, db_text(rows, 21), &recorded, err) != 0 ||
        row_json(a, db_text(rows, 22), &ret->transitions, err) != 0 ||
        row_json(a, db_text(rows, 23), &ret->result, err) != 0)
        return err_prefix(err, "job %s", ret->arn);
    ret->request = request;
    ret->recorded = recorded;
    return 0;
}

/* AWS's words: both come as ValidationException. */
static int not_found(enum job_kind kind, const char *name, struct err *err)
{
    if (kind == JOB_TRAINING)
        return err_set(err, ERR_NOT_FOUND, "Requested resource not found.");
    return err_set(err, ERR_NOT_FOUND, "Could not find requested job with name: %.63s", name);
}

int job_load(struct engine *e, struct arena *a, enum job_kind kind, const char *account,
             const char *region, const char *name, struct job **ret, struct err *err)
{
    struct db *db = store_reader(e->config.store, err);
    struct db_rows *rows = NULL;
    int got = -1;

    if (!db)
        return -1;
    if (db_query(db, &rows, err,
                 "SELECT " JOB_COLUMNS " FROM jobs WHERE account = $1 AND region = $2 AND "
                 "kind = $3 AND name = $4",
                 "tttt", account, region, job_kind_column(kind), name) == 0)
        got = db_next(rows, err);
    if (got == 1) {
        *ret = arena_zalloc(a, sizeof(**ret));
        got = job_from_row(a, rows, *ret, NULL, err) == 0 ? 1 : -1;
    }
    db_done(rows);
    store_reader_done(e->config.store, db);
    if (got == 0)
        return not_found(kind, name, err);
    return got == 1 ? 0 : -1;
}

/* --- Describe --- */

static void set_times_training(struct arena *a, struct json *out, const struct job *j)
{
    int64_t seconds = j->started_ms && j->ended_ms ? (j->ended_ms - j->started_ms + 999) / 1000 : 0;

    resource_time(a, out, "TrainingStartTime", j->started_ms);
    resource_time(a, out, "TrainingEndTime", j->ended_ms);
    if (seconds > 0) {
        json_set_int(a, out, "TrainingTimeInSeconds", seconds);
        json_set_int(a, out, "BillableTimeInSeconds", seconds);
    }
}

static void describe_training(struct arena *a, struct json *out, const struct job *j)
{
    json_set_str(a, out, "TrainingJobName", j->name);
    json_set_str(a, out, "TrainingJobArn", j->arn);
    json_set_str(a, out, "TrainingJobStatus", job_state_text(j->state));
    json_set_str(a, out, "SecondaryStatus", j->secondary);
    json_set(a, out, "SecondaryStatusTransitions",
             j->transitions ? json_copy(a, j->transitions) : json_array(a));
    set_times_training(a, out, j);
    if (!json_get(out, "ModelArtifacts")) { /* a required member of the answer */
        struct json *none = json_object(a);
        json_set_str(a, none, "S3ModelArtifacts", "");
        json_set(a, out, "ModelArtifacts", none);
    }
    const struct json *output = json_get(out, "OutputDataConfig");
    if (output && !json_get(output, "KmsKeyId")) { /* SDK v2's attach() takes it for granted */
        struct json *whole = json_copy(a, output);
        json_set_str(a, whole, "KmsKeyId", "");
        json_set(a, out, "OutputDataConfig", whole);
    }
    if (!json_get(out, "StoppingCondition")) {
        struct json *stop = json_object(a);
        json_set_int(a, stop, "MaxRuntimeInSeconds", job_max_runtime_s(j->kind, j->request));
        json_set(a, out, "StoppingCondition", stop);
    }
    if (!json_get(out, "EnableNetworkIsolation"))
        json_set_bool(a, out, "EnableNetworkIsolation", false);
    if (!json_get(out, "EnableInterContainerTrafficEncryption"))
        json_set_bool(a, out, "EnableInterContainerTrafficEncryption", false);
    if (!json_get(out, "EnableManagedSpotTraining"))
        json_set_bool(a, out, "EnableManagedSpotTraining", false);
}

static void describe_processing(struct arena *a, struct json *out, const struct job *j)
{
    json_set_str(a, out, "ProcessingJobName", j->name);
    json_set_str(a, out, "ProcessingJobArn", j->arn);
    json_set_str(a, out, "ProcessingJobStatus", job_state_text(j->state));
    resource_time(a, out, "ProcessingStartTime", j->started_ms);
    resource_time(a, out, "ProcessingEndTime", j->ended_ms);
    if (!json_get(out, "StoppingCondition")) {
        struct json *stop = json_object(a);
        json_set_int(a, stop, "MaxRuntimeInSeconds", job_max_runtime_s(j->kind, j->request));
        json_set(a, out, "StoppingCondition", stop);
    }
}

struct json *job_describe(const struct job *j, struct arena *a)
{
    struct json *out = json_copy(a, j->request);

    json_del(out, "Tags");
    json_del(out, "SessionChainingConfig");
    /* Members of the result that begin with '_' are our own: see job_details. */
    for (size_t i = 0; i < json_len(j->result); i++)
        if (j->result->keys[i][0] != '_')
            json_set(a, out, j->result->keys[i], json_copy(a, j->result->items[i]));
    if (j->kind == JOB_TRAINING)
        describe_training(a, out, j);
    else
        describe_processing(a, out, j);
    json_set_str(a, out, "FailureReason", j->failure_reason);
    resource_time(a, out, "CreationTime", j->created_ms);
    resource_time(a, out, "LastModifiedTime", j->modified_ms);
    return out;
}

struct json *job_details(struct engine *e, struct arena *a, const struct job *j)
{
    struct json *out = json_object(a);

    json_set_str(a, out, "id", j->id);
    json_set_str(a, out, "state", job_state_column(j->state));
    json_set_str(a, out, "directory", job_dir(e, a, j->id));
    json_set_str(a, out, "project", j->who.project);
    json_set(a, out, "recorded", j->recorded ? json_copy(a, j->recorded) : json_array(a));
    if (!json_get(j->result, "_warnings"))
        json_set(a, out, "warnings", json_array(a));
    for (size_t i = 0; i < json_len(j->result); i++)
        if (j->result->keys[i][0] == '_')
            json_set(a, out, j->result->keys[i] + 1, json_copy(a, j->result->items[i]));
    if (j->state == JOB_STATE_WAITING)
        json_set_str(a, out, "waiting",
                     jobs_disk_low(e) ? "for space on the disk" : "for a free slot");
    return out;
}

/* --- List --- */

/* Pages continue behind (the sorted value, seq) of the last row: "<seq>:<value>". */
struct cursor {
    int64_t seq;
    const char *value;
};

static int cursor_read(const char *text, struct cursor *ret, struct err *err)
{
    char *end;

    ret->seq = strtoll(text, &end, 10);
    if (end == text || *end != ':')
        return err_set(err, ERR_INVALID, "The token provided is not valid.");
    ret->value = end + 1;
    return 0;
}

/* Statements are cached by address: one literal for each order. $4 name, $5 status, $6-$9 times,
 * $10 cursor's value, $11 cursor's seq (0: none), $12 limit. LOWER: LIKE alone tells capitals from
 * small letters in PostgreSQL and not in SQLite. */
#define LIST(sort, compare, order)                                                                 \
    "SELECT " JOB_COLUMNS ", " sort " FROM jobs WHERE account = $1 AND region = $2 AND "           \
    "kind = $3 AND ($4 IS NULL OR LOWER(name) LIKE LOWER($4) ESCAPE '!') AND "                     \
    "($5 IS NULL OR CASE state "                                                                   \
    "WHEN 'Completed' THEN 'Completed' WHEN 'Failed' THEN 'Failed' WHEN 'Stopped' THEN 'Stopped' " \
    "WHEN 'Stopping' THEN 'Stopping' ELSE 'InProgress' END = $5) AND "                             \
    "($6 = 0 OR created_ms > $6) AND ($7 = 0 OR created_ms < $7) AND "                             \
    "($8 = 0 OR modified_ms > $8) AND ($9 = 0 OR modified_ms < $9) AND "                           \
    "($11 = 0 OR " sort " " compare " $10 OR (" sort " = $10 AND seq " compare " $11)) "           \
    "ORDER BY " order " LIMIT $12"

static const struct {
    const char *sort_by;
    const char *descending, *ascending;
} orders[] = {
    {"CreationTime", LIST("''", "<", "seq DESC"), LIST("''", ">", "seq")},
    {"Name", LIST("name", "<", "name DESC, seq DESC"), LIST("name", ">", "name, seq")},
    {"Status", LIST("state", "<", "state DESC, seq DESC"), LIST("state", ">", "state, seq")},
};

static struct json *summary(struct arena *a, const struct job *j)
{
    struct json *s = json_object(a);
    bool training = j->kind == JOB_TRAINING;

    json_set_str(a, s, training ? "TrainingJobName" : "ProcessingJobName", j->name);
    json_set_str(a, s, training ? "TrainingJobArn" : "ProcessingJobArn", j->arn);
    json_set_str(a, s, training ? "TrainingJobStatus" : "ProcessingJobStatus",
                 job_state_text(j->state));
    resource_time(a, s, training ? "TrainingEndTime" : "ProcessingEndTime", j->ended_ms);
    resource_time(a, s, "CreationTime", j->created_ms);
    resource_time(a, s, "LastModifiedTime", j->modified_ms);
    if (training) {
        json_set_str(a, s, "SecondaryStatus", j->secondary);
    } else {
        json_set_str(a, s, "FailureReason", j->failure_reason);
        json_set_str(a, s, "ExitMessage", json_get_str(j->result, "ExitMessage"));
    }
    return s;
}

/* A LIKE pattern for "contains". */
static char *like(struct arena *a, const char *text)
{
    cleanup_buf struct buf out = {0};

    buf_init(&out, 1 << 16);
    buf_addc(&out, '%');
    for (; *text; text++) {
        if (strchr("%_!", *text))
            buf_addc(&out, '!');
        buf_addc(&out, *text);
    }
    buf_addc(&out, '%');
    return arena_strdup(a, out.data);
}

static const char *list_sql(const struct job_filter *f)
{
    for (size_t i = 1; i < sizeof(orders) / sizeof(orders[0]); i++)
        if (str_eq(f->sort_by, orders[i].sort_by))
            return f->ascending ? orders[i].ascending : orders[i].descending;
    return f->ascending ? orders[0].ascending : orders[0].descending;
}

static int list_rows(struct page *p, struct db_rows *rows, struct err *err)
{
    struct arena *a = p->arena;
    struct job j;
    int got;

    while ((got = db_next(rows, err)) == 1) {
        if (job_from_row(a, rows, &j, NULL, err) != 0)
            return -1;
        if (!page_add(p, summary(a, &j),
                      arena_printf(a, "%lld:%s", (long long)j.seq, db_text(rows, 24))))
            return 0;
    }
    return got;
}

int job_list(struct engine *e, enum job_kind kind, const struct engine_who *who,
             const struct job_filter *f, struct page *p, struct err *err)
{
    struct cursor c = {0, ""};
    struct db_rows *rows = NULL;
    struct db *db;
    int rc = -1;

    if (p->key && cursor_read(p->key, &c, err) != 0)
        return -1;
    db = store_reader(e->config.store, err);
    if (!db)
        return -1;
    if (db_query(db, &rows, err, list_sql(f), "tttttiiiitii", who->account, who->region,
                 job_kind_column(kind), f->name_contains ? like(p->arena, f->name_contains) : NULL,
                 f->status, f->created_after_ms, f->created_before_ms, f->modified_after_ms,
                 f->modified_before_ms, c.value, c.seq, p->max + 1) == 0)
        rc = list_rows(p, rows, err);
    db_done(rows);
    store_reader_done(e->config.store, db);
    return rc;
}
