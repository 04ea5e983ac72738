/* What may go: decided in one read, in memory.
 *
 * Roots are what runs, the last `keep` of each pipeline and kind, the newest row of all (numbers
 * are given on from it) and what model packages name. From there on: an execution keeps its jobs
 * and those that its steps name (a hit of the cache names another one's), a job keeps its
 * execution, a job behind a package keeps those that wrote what it read. All else goes.
 *
 * Which job wrote an object is found by URI: the last one that ended before the package was made
 * (or the reading job was created) of those that write to the URI or above it. */
#include "base/text.h"
#include "engine/gc_private.h"
#include "engine/jobs.h"
#include <stdio.h>
#include <string.h>

#define SCRATCH_BYTES ((size_t)64 << 20)
#define DEPTH_MAX     64

struct gc_found { /* behind an ARN: one of them */
    struct gc_execution *execution;
    struct gc_job *job;
};
struct writer { /* of a URI */
    struct writer *next;
    struct gc_job *job;
};

/* --- marking --- */

static bool may_go(const struct gc_plan *p, const char *name)
{
    return !p->only || map_get(p->only, name);
}

static void keep_job(struct gc_plan *p, struct gc_job *j, bool of_package)
{
    if (!j || (j->keep && (j->of_package || !of_package)))
        return;
    j->of_package = j->of_package || of_package;
    j->keep = true;
    if (j->queued)
        return;
    j->queued = true;
    j->todo = p->todo;
    p->todo = j;
}

static void keep_execution(struct gc_plan *p, struct gc_execution *x)
{
    if (!x || x->keep)
        return;
    x->keep = true;
    for (struct gc_job *j = x->jobs; j; j = j->of_x)
        keep_job(p, j, false);
    for (struct gc_ref *r = x->refs; r; r = r->next)
        keep_job(p, r->job, false);
}

/* The last one that ended by then; else the first one ever (the clock may have been set back). */
static struct gc_job *last_writer(const struct writer *w, int64_t by_ms)
{
    struct gc_job *best = NULL;

    for (; w; w = w->next) {
        struct gc_job *j = w->job;
        bool in_time = j->ended_ms <= by_ms;
        if (!best || (in_time && (best->ended_ms > by_ms || j->ended_ms > best->ended_ms)) ||
            (!in_time && j->ended_ms < best->ended_ms))
            best = j;
    }
    return best;
}

static void keep_writers(struct gc_plan *p, struct arena *a, const char *uri, int64_t by_ms)
{
    char *at = arena_strdup(a, uri);

    for (size_t n = strlen(at); n > strlen("s3://"); n--) {
        if (at[n] && at[n] != '/')
            continue;
        at[n] = 0;
        const struct writer *w = map_get(p->written, at);
        if (w)
            keep_job(p, last_writer(w, by_ms), true);
    }
}

static void spread(struct gc_plan *p)
{
    cleanup_arena struct arena *a = arena_create(SCRATCH_BYTES);

    while (p->todo) {
        struct gc_job *j = p->todo;
        p->todo = j->todo;
        j->queued = false;
        keep_execution(p, j->execution);
        for (size_t i = 0; j->of_package && i < json_len(j->inputs); i++)
            keep_writers(p, a, json_str(json_at(j->inputs, i)), j->created_ms);
        arena_reset(a);
    }
}

/* --- rows: executions, jobs, steps --- */

/* Counts what has this key; true: it is among the first `keep`. */
static bool among_last(struct gc_plan *p, struct map *counts, const char *key)
{
    int64_t *n = map_get(counts, key);

    if (!n) {
        n = arena_zalloc(p->arena, sizeof(*n));
        map_set(counts, key, n);
    }
    return (*n)++ < p->keep;
}

static void found(struct gc_plan *p, const char *arn, struct gc_execution *x, struct gc_job *j)
{
    struct gc_found *f = arena_alloc(p->arena, sizeof(*f));

    *f = (struct gc_found){x, j};
    map_set(p->by_arn, arn, f);
}

static struct gc_execution *execution_of(const struct gc_plan *p, int64_t seq)
{
    char key[24];

    snprintf(key, sizeof(key), "%lld", (long long)seq);
    return map_get(p->by_seq, key);
}

/* Counters for those that are there: executions of a deleted pipeline are history of nothing. */
static int read_pipelines(struct gc_plan *p, struct db *db, struct map *counts, struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;
    int got;

    if (db_query(db, &rows, err, "SELECT account, region, name FROM pipelines", "") != 0)
        return -1;
    while ((got = db_next(rows, err)) == 1) {
        const char *key = arena_printf(p->arena, "%s/%s/%s", db_text(rows, 0), db_text(rows, 1),
                                       db_text(rows, 2));
        map_set(counts, key, arena_zalloc(p->arena, sizeof(int64_t)));
    }
    return got;
}

static int read_executions(struct gc_plan *p, struct db *db, struct map *counts, struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;
    struct gc_execution **last = &p->executions;
    struct arena *a = p->arena;
    int got;

    if (db_query(db, &rows, err,
                 "SELECT seq, account, region, pipeline, arn, status, definition, "
                 "LENGTH(doc) + LENGTH(arn) FROM shown_executions ORDER BY seq DESC",
                 "") != 0)
        return -1;
    while ((got = db_next(rows, err)) == 1) {
        struct gc_execution *x = arena_zalloc(a, sizeof(*x));
        x->seq = db_int(rows, 0);
        x->account = arena_strdup(a, db_text(rows, 1));
        x->region = arena_strdup(a, db_text(rows, 2));
        x->pipeline = arena_strdup(a, db_text(rows, 3));
        x->arn = arena_strdup(a, db_text(rows, 4));
        x->ended = run_status_ended(run_status_parse(db_text(rows, 5)));
        x->definition = arena_strdup(a, db_text(rows, 6));
        x->bytes = db_int(rows, 7);
        *last = x;
        last = &x->next;
        found(p, x->arn, x, NULL);
        map_set(p->by_seq, arena_printf(a, "%lld", (long long)x->seq), x);
        const char *key = arena_printf(a, "%s/%s/%s", x->account, x->region, x->pipeline);
        bool last_ones = map_get(counts, key) && among_last(p, counts, key);
        if (last_ones || !x->ended || x == p->executions || !may_go(p, x->arn))
            keep_execution(p, x);
    }
    return got;
}

static void add_writer(struct gc_plan *p, struct gc_job *j, const char *uri)
{
    struct writer *w = arena_alloc(p->arena, sizeof(*w));
    char *at = uri ? arena_strdup(p->arena, uri) : NULL;

    if (!at)
        return;
    for (size_t n = strlen(at); n > strlen("s3://") && at[n - 1] == '/'; n--)
        at[n - 1] = 0;
    w->job = j;
    w->next = map_get(p->written, at);
    map_set(p->written, at, w);
}

/* What packages may name of it, and what it was given. `a` is for the while. */
static void job_uris(struct gc_plan *p, struct arena *a, struct gc_job *j, bool training,
                     const char *name, const struct json *request)
{
    const char *path = json_get_str(json_get(request, "OutputDataConfig"), "S3OutputPath");
    const struct json *outputs = json_get(json_get(request, "ProcessingOutputConfig"), "Outputs");
    const struct json *inputs =
        json_get(request, training ? "InputDataConfig" : "ProcessingInputs");
    struct json *uris = json_array(p->arena);

    for (size_t i = 0; i < json_len(outputs); i++)
        add_writer(p, j, json_get_str(json_get(json_at(outputs, i), "S3Output"), "S3Uri"));
    if (path)
        add_writer(p, j, arena_printf(a, "%s%s%s", path, str_ends(path, "/") ? "" : "/", name));
    add_writer(p, j, json_get_str(json_get(request, "CheckpointConfig"), "S3Uri"));
    for (size_t i = 0; i < json_len(inputs); i++) {
        const struct json *one = json_at(inputs, i);
        const struct json *s3 = training ? json_get(json_get(one, "DataSource"), "S3DataSource")
                                         : json_get(one, "S3Input");
        if (json_get_str(s3, "S3Uri"))
            json_push_str(p->arena, uris, json_get_str(s3, "S3Uri"));
    }
    j->inputs = uris;
}

static int read_job(struct gc_plan *p, struct arena *scratch, struct db_rows *rows,
                    struct gc_job **ret, struct err *err)
{
    struct arena *a = p->arena;
    struct gc_job *j = *ret = arena_zalloc(a, sizeof(*j));
    enum job_state state = job_state_parse(db_text(rows, 6));
    bool training = str_eq(db_text(rows, 3), "training");
    const char *text = db_text(rows, 10);
    struct json *request;

    j->seq = db_int(rows, 0);
    j->arn = arena_strdup(a, db_text(rows, 4));
    j->id = arena_strdup(a, db_text(rows, 5));
    j->ended = job_state_ended(state);
    j->execution = execution_of(p, db_int(rows, 7));
    j->created_ms = db_int(rows, 8);
    j->ended_ms = db_int(rows, 9);
    j->bytes = db_int(rows, 11);
    if (j->execution) {
        j->of_x = j->execution->jobs;
        j->execution->jobs = j;
    }
    found(p, j->arn, NULL, j);
    map_set(p->by_id, j->id, j);
    /* A processing job leaves what it wrote only when it has completed. */
    if (!p->has_packages ||
        (state != JOB_STATE_COMPLETED && !(training && state == JOB_STATE_STOPPED)))
        return 0;
    if (json_parse(scratch, text, strlen(text), &request, err) != 0)
        return err_prefix(err, "job %s", j->arn);
    job_uris(p, scratch, j, training, db_text(rows, 12), request);
    arena_reset(scratch);
    return 0;
}

static int read_jobs(struct gc_plan *p, struct db *db, struct map *counts, struct err *err)
{
    cleanup_arena struct arena *scratch = arena_create(SCRATCH_BYTES);
    cleanup_rows struct db_rows *rows = NULL;
    struct gc_job **last = &p->jobs;
    int got;

    if (db_query(db, &rows, err,
                 "SELECT seq, account, region, kind, arn, id, state, COALESCE(execution, 0), "
                 "created_ms, COALESCE(ended_ms, 0), request, LENGTH(request) + "
                 "LENGTH(COALESCE(result, '')) + LENGTH(COALESCE(transitions, '')), name "
                 "FROM jobs ORDER BY seq DESC",
                 "") != 0)
        return -1;
    while ((got = db_next(rows, err)) == 1) {
        struct gc_job *j;
        if (read_job(p, scratch, rows, &j, err) != 0)
            return -1;
        *last = j;
        last = &j->next;
        bool alone = !j->execution; /* or it was of a deleted pipeline */
        const char *key =
            arena_printf(scratch, "%s/%s %s", db_text(rows, 1), db_text(rows, 2), db_text(rows, 3));
        if ((alone && among_last(p, counts, key)) || !j->ended || j == p->jobs ||
            !may_go(p, j->arn) || (j->execution && j->execution->keep))
            keep_job(p, j, false);
    }
    return got;
}

/* A kept execution keeps what its steps name; a step that registered a package keeps its execution
 * while the package is there. */
static void add_step(struct gc_plan *p, struct gc_execution *x, const struct json *metadata,
                     const struct map *packages)
{
    const char *package = json_get_str(json_get(metadata, "RegisterModel"), "Arn");
    const char *arn = json_get_str(json_get(metadata, "ProcessingJob"), "Arn");

    if (!arn)
        arn = json_get_str(json_get(metadata, "TrainingJob"), "Arn");
    const struct gc_found *f = arn ? map_get(p->by_arn, arn) : NULL;
    if (f && f->job && f->job->execution != x) {
        struct gc_ref *r = arena_alloc(p->arena, sizeof(*r));
        *r = (struct gc_ref){x->refs, f->job};
        x->refs = r;
        if (x->keep)
            keep_job(p, f->job, false);
    }
    if (package && map_get(packages, package))
        keep_execution(p, x);
}

static int read_steps(struct gc_plan *p, struct db *db, const struct map *packages, struct err *err)
{
    cleanup_arena struct arena *scratch = arena_create(SCRATCH_BYTES);
    cleanup_rows struct db_rows *rows = NULL;
    struct json *metadata;
    int got;

    if (db_query(db, &rows, err,
                 "SELECT execution, metadata, LENGTH(COALESCE(metadata, '')) + "
                 "LENGTH(COALESCE(properties, '')) + LENGTH(COALESCE(cache, '')) FROM steps",
                 "") != 0)
        return -1;
    while ((got = db_next(rows, err)) == 1) {
        struct gc_execution *x = execution_of(p, db_int(rows, 0));
        const char *text = db_text(rows, 1);
        if (!x)
            continue;
        x->steps.n++;
        x->steps.bytes += db_int(rows, 2);
        if (!text)
            continue;
        if (json_parse(scratch, text, strlen(text), &metadata, err) != 0)
            return err_prefix(err, "a step of %s", x->arn);
        add_step(p, x, metadata, packages);
        arena_reset(scratch);
    }
    return got;
}

static int read_entries(struct gc_plan *p, struct db *db, struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;
    int got;

    if (db_query(db, &rows, err,
                 "SELECT execution, LENGTH(outputs) + LENGTH(key) FROM cache_entries", "") != 0)
        return -1;
    while ((got = db_next(rows, err)) == 1) {
        struct gc_execution *x = execution_of(p, db_int(rows, 0));
        if (!x)
            continue;
        x->entries.n++;
        x->entries.bytes += db_int(rows, 1);
    }
    return got;
}

/* --- packages --- */

static int read_packages(struct gc_plan *p, struct db *db, struct map *ret, struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;
    int got;

    if (db_query(db, &rows, err, "SELECT arn FROM resources WHERE kind = 'ModelPackage'", "") != 0)
        return -1;
    while ((got = db_next(rows, err)) == 1)
        map_set(ret, db_text(rows, 0), p);
    p->has_packages = map_len(ret) > 0;
    return got;
}

/* Whatever a package's document names: URIs by who wrote there, ARNs as they are. */
static void keep_named(struct gc_plan *p, struct arena *a, const struct json *v, int64_t by_ms,
                       int depth)
{
    const char *s = json_str(v);

    if (s && str_starts(s, "s3://"))
        keep_writers(p, a, s, by_ms);
    if (s && str_starts(s, "arn:")) {
        const struct gc_found *f = map_get(p->by_arn, s);
        keep_execution(p, f ? f->execution : NULL);
        keep_job(p, f ? f->job : NULL, true);
    }
    for (size_t i = 0; depth < DEPTH_MAX && i < json_len(v); i++)
        keep_named(p, a, v->items[i], by_ms, depth + 1);
}

static int keep_lineage(struct gc_plan *p, struct db *db, struct err *err)
{
    cleanup_arena struct arena *scratch = arena_create(SCRATCH_BYTES);
    cleanup_rows struct db_rows *rows = NULL;
    struct json *doc;
    int got;

    if (db_query(db, &rows, err,
                 "SELECT created_ms, doc FROM resources WHERE kind = 'ModelPackage'", "") != 0)
        return -1;
    while ((got = db_next(rows, err)) == 1) {
        const char *text = db_text(rows, 1);
        if (json_parse(scratch, text, strlen(text), &doc, err) != 0)
            return err_prefix(err, "a model package");
        keep_named(p, scratch, doc, db_int(rows, 0), 0);
        arena_reset(scratch);
    }
    return got;
}

/* --- events and definitions --- */

static bool is_of_run(const char *arn)
{
    return strstr(arn, ":processing-job/") || strstr(arn, ":training-job/") ||
           (strstr(arn, ":pipeline/") && strstr(arn, "/execution/"));
}

static int read_events(struct gc_plan *p, struct db *db, struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;
    int got;

    if (db_query(db, &rows, err,
                 "SELECT seq, arn, LENGTH(detail) + LENGTH(arn) FROM events "
                 "WHERE seq < (SELECT MAX(seq) FROM events) ORDER BY seq",
                 "") != 0)
        return -1;
    while ((got = db_next(rows, err)) == 1) {
        const char *arn = db_text(rows, 1);
        const struct gc_found *f = map_get(p->by_arn, arn);
        bool kept = f ? (f->execution ? f->execution->keep : f->job->keep) : !is_of_run(arn);
        if (kept)
            continue;
        struct gc_row *row = arena_zalloc(p->arena, sizeof(*row));
        row->seq = db_int(rows, 0);
        row->next = p->events;
        p->events = row;
        p->n_events.n++;
        p->n_events.bytes += db_int(rows, 2);
    }
    return got;
}

static int read_used(struct gc_plan *p, struct db *db, struct map *ret, struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;
    int got;

    for (struct gc_execution *x = p->executions; x; x = x->next)
        if (x->keep)
            map_set(ret, x->definition, x);
    if (db_query(db, &rows, err,
                 "SELECT definition FROM pipelines UNION SELECT definition FROM pipeline_versions",
                 "") != 0)
        return -1;
    while ((got = db_next(rows, err)) == 1)
        map_set(ret, db_text(rows, 0), p);
    return got;
}

static int read_unused(struct gc_plan *p, struct db *db, const struct map *used, struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;
    int got;

    if (db_query(db, &rows, err, "SELECT hash, LENGTH(text) FROM definitions", "") != 0)
        return -1;
    while ((got = db_next(rows, err)) == 1) {
        const char *hash = db_text(rows, 0);
        if (map_get(used, hash) || !may_go(p, hash))
            continue;
        struct gc_row *row = arena_zalloc(p->arena, sizeof(*row));
        row->hash = arena_strdup(p->arena, hash);
        row->bytes = db_int(rows, 1);
        row->next = p->definitions;
        p->definitions = row;
        p->n_definitions.n++;
        p->n_definitions.bytes += db_int(rows, 1);
    }
    return got;
}

static int read_definitions(struct gc_plan *p, struct db *db, struct err *err)
{
    struct map *used = map_create();
    int rc = read_used(p, db, used, err) != 0 ? -1 : read_unused(p, db, used, err);

    map_destroy(used);
    return rc;
}

/* --- the whole --- */

static int read_all(struct gc_plan *p, struct db *db, struct map *counts, struct map *packages,
                    struct err *err)
{
    if (read_packages(p, db, packages, err) != 0 || read_pipelines(p, db, counts, err) != 0 ||
        read_executions(p, db, counts, err) != 0 || read_jobs(p, db, counts, err) != 0 ||
        read_steps(p, db, packages, err) != 0 || read_entries(p, db, err) != 0 ||
        keep_lineage(p, db, err) != 0)
        return -1;
    spread(p);
    return read_events(p, db, err) != 0 ? -1 : read_definitions(p, db, err);
}

int gc__decide(struct gc_plan *p, struct err *err)
{
    struct db *db = store_reader(p->engine->config.store, err);
    struct map *counts, *packages;
    struct err ignored;
    int rc;

    if (!db)
        return -1;
    counts = map_create();
    packages = map_create();
    p->by_arn = map_create();
    p->by_seq = map_create();
    p->by_id = map_create();
    p->written = map_create();
    rc = db_run(db, NULL, err, "BEGIN", ""); /* one state of the database for all of it */
    if (rc == 0) {
        rc = read_all(p, db, counts, packages, err);
        db_run(db, NULL, &ignored, "COMMIT", "");
    }
    store_reader_done(p->engine->config.store, db);
    map_destroy(counts);
    map_destroy(packages);
    return rc;
}

void gc__plan_free(struct gc_plan *p)
{
    map_destroy(p->by_arn);
    map_destroy(p->by_seq);
    map_destroy(p->by_id);
    map_destroy(p->written);
    arena_destroy(p->arena);
    *p = (struct gc_plan){0};
}
