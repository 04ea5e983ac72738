/* Log streams of jobs: a job whose program was started has one, "<job>/algo-1-<epoch>". They are
 * derived from the rows of jobs; the text is in the job's directory (job_log_read). Called by the
 * operations of CloudWatch Logs. */
#include "base/sys.h"
#include "base/text.h"
#include "engine/jobs.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HOST_PART "/algo-1-"

const char *job_log_group(enum job_kind kind)
{
    return kind == JOB_PROCESSING ? "/aws/sagemaker/ProcessingJobs" : "/aws/sagemaker/TrainingJobs";
}

int job_kind_of_group(const char *log_group, enum job_kind *ret)
{
    for (int kind = JOB_PROCESSING; kind <= JOB_TRAINING; kind++)
        if (str_eq(log_group, job_log_group((enum job_kind)kind))) {
            *ret = (enum job_kind)kind;
            return 0;
        }
    return -1;
}

/* Columns: name, id, started_ms, ended_ms (0: not yet). */
static void stream_fill(struct engine *e, struct arena *a, struct db_rows *rows,
                        struct job_stream *ret)
{
    struct stat st;

    *ret = (struct job_stream){.dir = job_dir(e, a, db_text(rows, 1)),
                               .created_ms = db_int(rows, 2),
                               .ended_ms = db_int(rows, 3)};
    ret->name = arena_printf(a, "%s" HOST_PART "%lld", db_text(rows, 0),
                             (long long)(ret->created_ms / 1000));
    if (sys->stat(arena_printf(a, "%s/log", ret->dir), &st) == 0) {
        ret->log_bytes = st.st_size;
        if (st.st_size > 0)
            ret->last_ms = (int64_t)st.st_mtim.tv_sec * 1000 + st.st_mtim.tv_nsec / 1000000;
    }
}

static int by_name(const void *x, const void *y)
{
    return strcmp(((const struct job_stream *)x)->name, ((const struct job_stream *)y)->name);
}

static int by_time_then_name(const void *x, const void *y)
{
    const struct job_stream *p = x, *q = y;

    return p->last_ms != q->last_ms ? (p->last_ms > q->last_ms) - (p->last_ms < q->last_ms)
                                    : by_name(x, y);
}

static void reverse(struct job_stream *s, size_t n)
{
    for (size_t i = 0; i < n / 2; i++) {
        struct job_stream t = s[i];
        s[i] = s[n - 1 - i];
        s[n - 1 - i] = t;
    }
}

/* The rows whose job's name can begin a stream's name with this prefix. */
static int query(struct db *db, struct db_rows **ret, struct arena *a, enum job_kind kind,
                 const char *account, const char *region, const char *prefix, struct err *err)
{
    const char *slash = prefix ? strchr(prefix, '/') : NULL;

    if (slash) /* the usual question: one job's */
        return db_query(db, ret, err,
                        "SELECT name, id, started_ms, COALESCE(ended_ms, 0) FROM jobs WHERE "
                        "account = $1 AND region = $2 AND kind = $3 AND name = $4 AND "
                        "started_ms IS NOT NULL",
                        "tttt", account, region, job_kind_column(kind),
                        arena_strndup(a, prefix, (size_t)(slash - prefix)));
    return db_query(db, ret, err,
                    "SELECT name, id, started_ms, COALESCE(ended_ms, 0) FROM jobs WHERE "
                    "account = $1 AND region = $2 AND kind = $3 AND name >= $4 AND "
                    "started_ms IS NOT NULL ORDER BY name",
                    "tttt", account, region, job_kind_column(kind), prefix ? prefix : "");
}

static int read_all(struct engine *e, struct arena *a, struct db_rows *rows, const char *prefix,
                    struct job_stream **ret, size_t *ret_n, struct err *err)
{
    size_t cap = 64, n = 0;
    struct job_stream *all = arena_alloc(a, cap * sizeof(*all));
    int got;

    while ((got = db_next(rows, err)) == 1) {
        if (prefix && !strchr(prefix, '/') && !str_starts(db_text(rows, 0), prefix))
            break; /* in order of names: none behind it begins with the prefix */
        if (n == cap) {
            struct job_stream *more = arena_alloc(a, 2 * cap * sizeof(*all));
            memcpy(more, all, n * sizeof(*all));
            all = more;
            cap *= 2;
        }
        stream_fill(e, a, rows, &all[n]);
        if (!prefix || str_starts(all[n].name, prefix))
            n++;
    }
    *ret = all;
    *ret_n = n;
    return got < 0 ? -1 : 0;
}

int job_streams(struct engine *e, struct arena *a, enum job_kind kind, const char *account,
                const char *region, const char *prefix, const char *after, bool by_time,
                bool descending, int max, struct job_stream **ret, size_t *ret_n, struct err *err)
{
    struct db *db = store_reader(e->config.store, err);
    struct db_rows *rows = NULL;
    struct job_stream *all = NULL;
    size_t n = 0, from = 0;
    int rc = -1;

    if (!db)
        return -1;
    if (query(db, &rows, a, kind, account, region, prefix, err) == 0)
        rc = read_all(e, a, rows, prefix, &all, &n, err);
    db_done(rows);
    store_reader_done(e->config.store, db);
    if (rc != 0)
        return -1;
    qsort(all, n, sizeof(*all), by_time ? by_time_then_name : by_name);
    if (descending)
        reverse(all, n);
    for (size_t i = 0; after && i < n; i++)
        if (str_eq(all[i].name, after))
            from = i + 1;
    *ret = all + from;
    *ret_n = n - from < (size_t)max ? n - from : (size_t)max;
    return 0;
}

int job_stream_find(struct engine *e, struct arena *a, enum job_kind kind, const char *account,
                    const char *region, const char *name, struct job_stream *ret, struct err *err)
{
    struct job_stream *found;
    size_t n = 0;

    if (strchr(name, '/') &&
        job_streams(e, a, kind, account, region, name, NULL, false, false, 1, &found, &n, err) != 0)
        return -1;
    if (n == 0 || !str_eq(found[0].name, name))
        return err_set(err, ERR_NOT_FOUND, "The specified log stream does not exist.");
    *ret = found[0];
    return 0;
}
