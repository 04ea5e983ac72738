/* What deleted pipelines leave: their executions, removed beside the work.
 *
 * A deletion writes one row, however many executions there are. From that commit on nobody finds
 * them who reads shown_executions, which is everybody who reads for others; a new pipeline of the
 * same name has younger ones. Here their rows go, some in each commit, the oldest first, and with
 * the last of them the row that says so: after a crash the next start goes on. One piece of work is
 * under way at a time, begun by the engine's thread. */
#include "base/log.h"
#include "base/sys.h"
#include "base/text.h"
#include "engine/pipelines.h"

#define ROWS_MAX    200 /* about, in one commit */
#define PIECE_BYTES ((size_t)1 << 30)
#define AGAIN_MS    5000

enum { REMAINS_NONE, REMAINS_GO, REMAINS_GO_AGAIN };

/* --- rows --- */

int execution_rows_remove(struct db *db, const struct execution_key *x, int64_t *n, struct err *err)
{
    int64_t entries, steps, tags;

    /* by the names of its steps: the key of an entry begins with them */
    if (db_run(db, &entries, err,
               "DELETE FROM cache_entries WHERE account = $1 AND region = $2 AND pipeline = $3 "
               "AND execution = $4 AND step IN (SELECT name FROM steps WHERE execution = $4)",
               "ttti", x->account, x->region, x->pipeline, x->seq) != 0 ||
        db_run(db, &steps, err, "DELETE FROM steps WHERE execution = $1", "i", x->seq) != 0 ||
        db_run(db, &tags, err, "DELETE FROM tags WHERE arn = $1", "t", x->arn) != 0 ||
        db_run(db, NULL, err, "DELETE FROM executions WHERE seq = $1", "i", x->seq) != 0)
        return -1;
    *n += entries + steps + tags + 1;
    return 0;
}

struct piece {
    struct arena *arena;
    struct execution_key of; /* the deleted pipeline; seq: of its newest execution */
    struct execution_key *list;
    int n;
    bool more;
};

/* 1: there is a deleted pipeline. */
static int read_pipeline(struct db *db, struct piece *p, struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;
    int got;

    if (db_query(db, &rows, err,
                 "SELECT account, region, pipeline, newest FROM deleted_pipelines LIMIT 1",
                 "") != 0)
        return -1;
    if ((got = db_next(rows, err)) == 1)
        p->of = (struct execution_key){.account = arena_strdup(p->arena, db_text(rows, 0)),
                                       .region = arena_strdup(p->arena, db_text(rows, 1)),
                                       .pipeline = arena_strdup(p->arena, db_text(rows, 2)),
                                       .seq = db_int(rows, 3)};
    return got;
}

static int read_executions(struct db *db, struct piece *p, struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;
    int got;

    p->list = arena_alloc(p->arena, ROWS_MAX * sizeof(p->list[0]));
    if (db_query(db, &rows, err,
                 "SELECT seq, arn FROM executions WHERE account = $1 AND region = $2 AND "
                 "pipeline = $3 AND seq <= $4 ORDER BY seq LIMIT $5",
                 "tttii", p->of.account, p->of.region, p->of.pipeline, p->of.seq,
                 (int64_t)ROWS_MAX) != 0)
        return -1;
    while ((got = db_next(rows, err)) == 1) {
        p->list[p->n] = p->of;
        p->list[p->n].seq = db_int(rows, 0);
        p->list[p->n++].arn = arena_strdup(p->arena, db_text(rows, 1));
    }
    return got;
}

/* Their jobs stay, as if a call of its own had created each. */
static int leave_jobs(struct db *db, const struct execution_key *x, int64_t *n, struct err *err)
{
    int64_t jobs;

    if (db_run(db, &jobs, err,
               "UPDATE jobs SET execution = NULL, step = NULL, attempt = NULL WHERE execution = $1",
               "i", x->seq) != 0)
        return -1;
    *n += jobs;
    return 0;
}

static int remove_piece(struct db *db, void *arg, struct err *err)
{
    struct piece *p = arg;
    int64_t removed = 0;
    int i = 0, got = read_pipeline(db, p, err);

    p->more = got == 1;
    if (got <= 0 || read_executions(db, p, err) != 0)
        return got == 0 ? 0 : -1;
    for (; i < p->n && removed < ROWS_MAX; i++)
        if (leave_jobs(db, &p->list[i], &removed, err) != 0 ||
            execution_rows_remove(db, &p->list[i], &removed, err) != 0)
            return -1;
    if (i < p->n || p->n == ROWS_MAX)
        return 0;
    return db_run(db, NULL, err,
                  "DELETE FROM deleted_pipelines WHERE account = $1 AND region = $2 AND "
                  "pipeline = $3",
                  "ttt", p->of.account, p->of.region, p->of.pipeline);
}

int remains_finish(struct engine *e, struct err *err)
{
    cleanup_arena struct arena *a = arena_create(PIECE_BYTES);
    struct piece p = {.more = true};

    for (; p.more; arena_reset(a)) {
        p = (struct piece){.arena = a};
        if (store_write(e->config.store, remove_piece, &p, err) != 0)
            return -1;
    }
    return 0;
}

/* --- piece after piece --- */

static void go(struct engine *e);

static void more(struct engine *e, void *arg)
{
    go(e);
}

static void over(struct engine *e, void *arg)
{
    bool again = e->remains == REMAINS_GO_AGAIN; /* deleted after the last look */

    e->remains = REMAINS_NONE;
    if (again)
        remains_remove(e);
}

static void later(struct engine *e, void *arg)
{
    engine_timer(e, sys->mono_ms() + AGAIN_MS, more, NULL);
}

static void work(struct engine *e, void *arg)
{
    cleanup_arena struct arena *a = arena_create(PIECE_BYTES);
    struct piece p = {.arena = a};
    struct err err = {0};

    fault_point("remains.before");
    if (store_write(e->config.store, remove_piece, &p, &err) != 0) {
        log_warn("executions of deleted pipelines stay for now: %s", err.msg);
        engine_post(e, later, NULL);
        return;
    }
    fault_point("remains.after");
    engine_post(e, p.more ? more : over, NULL);
}

static void go(struct engine *e)
{
    batch_pool(e, work, NULL);
}

void remains_remove(struct engine *e)
{
    if (e->remains != REMAINS_NONE) {
        e->remains = REMAINS_GO_AGAIN;
        return;
    }
    e->remains = REMAINS_GO;
    go(e);
}

void remains_free_token(struct engine *e, const struct engine_who *who, const char *pipeline,
                        const char *token)
{
    if (token && e->remains != REMAINS_NONE)
        batch_sql(e,
                  "UPDATE executions SET token = NULL WHERE account = $1 AND region = $2 AND "
                  "pipeline = $3 AND token = $4 AND seq <= (SELECT newest FROM deleted_pipelines "
                  "WHERE account = $1 AND region = $2 AND pipeline = $3)",
                  "tttt", who->account, who->region, pipeline, token);
}
