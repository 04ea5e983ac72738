/* Access keys and projects: rows of access_keys and projects, mirrored in memory.
 *
 * Invariants: a key is in memory only after its row is durable, except a job's, whose row is part
 * of the round that starts the job. The engine's own key in DIR/credentials is the one in the
 * database; if they differ the file is written again. Called by the front end for every request
 * (access_find), by jobs.c for jobs, by handlers for projects. */
#include "engine/access.h"
#include "base/digest.h"
#include "base/fs.h"
#include "base/log.h"
#include "base/sys.h"
#include "base/text.h"
#include "engine/access_private.h"
#include <ctype.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CREDENTIALS_MAX 4096

struct key {
    char *access_key, *secret, *project, *principal;
    bool is_job;
    int64_t expires_ms; /* wall; 0: never */
};

static unsigned shard_of(const char *text)
{
    unsigned h = 2166136261u;

    while (*text)
        h = (h ^ (unsigned char)*text++) * 16777619u;
    return h % KEY_SHARDS;
}

static void key_free(struct key *k)
{
    if (!k)
        return;
    free(k->access_key);
    free(k->secret);
    free(k->project);
    free(k->principal);
    free(k);
}

static void key_put_until(struct access *x, const char *access_key, const char *secret,
                          const char *project, const char *principal, bool is_job,
                          int64_t expires_ms)
{
    struct shard *s = &x->shards[shard_of(access_key)];
    struct key *k = xcalloc(1, sizeof(*k));

    k->access_key = xstrdup(access_key);
    k->secret = xstrdup(secret);
    k->project = xstrdup(project);
    k->principal = xstrdup(principal);
    k->is_job = is_job;
    k->expires_ms = expires_ms;
    pthread_rwlock_wrlock(&s->lock);
    key_free(map_set(s->map, access_key, k));
    pthread_rwlock_unlock(&s->lock);
}

static void key_put(struct access *x, const char *access_key, const char *secret,
                    const char *project, const char *principal, bool is_job)
{
    key_put_until(x, access_key, secret, project, principal, is_job, 0);
}

static void key_drop(struct access *x, const char *access_key)
{
    struct shard *s = &x->shards[shard_of(access_key)];

    pthread_rwlock_wrlock(&s->lock);
    key_free(map_del(s->map, access_key));
    pthread_rwlock_unlock(&s->lock);
}

/* --- making keys and names --- */

static void make_access_key(char ret[21])
{
    char random[17];

    id_random(random, 16);
    for (int i = 0; i < 16; i++)
        random[i] = (char)toupper((unsigned char)random[i]);
    snprintf(ret, 21, "AKIA%s", random);
}

static void make_secret(char ret[41])
{
    id_random(ret, 40);
}

/* What may stand in the name of an IAM user or session; never empty. */
static char *safe_name(struct arena *a, const char *text, size_t max)
{
    char *out = arena_strdup(a, text);
    size_t n = 0;

    for (const char *p = text; *p && n < max; p++)
        out[n++] = isalnum((unsigned char)*p) || strchr("_.-", *p) ? *p : '-';
    out[n] = 0;
    return n ? out : arena_strdup(a, "project");
}

static const char *role_name(const char *role)
{
    const char *slash = strrchr(role, '/');

    return slash ? slash + 1 : role;
}

static char *principal_of(struct engine *e, struct arena *a, const char *name)
{
    const struct engine_config *c = &e->config;

    if (c->role && *c->role)
        return arena_printf(a, "arn:aws:sts::%s:assumed-role/%s/%s", c->account, role_name(c->role),
                            name);
    return arena_printf(a, "arn:aws:iam::%s:user/%s", c->account, name);
}

/* --- finding --- */

int access_find(struct engine *e, struct arena *a, const char *access_key, const char **ret_secret,
                struct engine_who *ret_who)
{
    struct access *x = e->access;
    struct shard *s = &x->shards[shard_of(access_key)];
    const struct key *k;

    pthread_rwlock_rdlock(&s->lock);
    k = map_get(s->map, access_key);
    if (k && k->expires_ms && k->expires_ms <= sys->wall_ms())
        k = NULL;
    if (k && ret_secret)
        *ret_secret = arena_strdup(a, k->secret);
    if (k && ret_who)
        *ret_who = (struct engine_who){.account = e->config.account,
                                       .region = e->config.region,
                                       .access_key = arena_strdup(a, k->access_key),
                                       .project = arena_strdup(a, k->project),
                                       .principal = arena_strdup(a, k->principal)};
    pthread_rwlock_unlock(&s->lock);
    return k ? 0 : -1;
}

bool access_is_job(struct engine *e, const char *access_key)
{
    struct shard *s = &e->access->shards[shard_of(access_key)];
    const struct key *k;
    bool is_job;

    pthread_rwlock_rdlock(&s->lock);
    k = map_get(s->map, access_key);
    is_job = k && k->is_job;
    pthread_rwlock_unlock(&s->lock);
    return is_job;
}

/* --- the engine's own key --- */

static char *credentials_path(struct arena *a, const char *data_dir)
{
    return arena_printf(a, "%s/credentials", data_dir);
}

/* The value behind "name =", or NULL. */
static char *ini_value(struct arena *a, const char *text, const char *name)
{
    size_t n = strlen(name);

    for (const char *line = text; line; line = strchr(line, '\n')) {
        line += strspn(line, " \t\r\n");
        if (strncmp(line, name, n) != 0)
            continue;
        const char *p = line + n + strspn(line + n, " \t");
        if (*p != '=')
            continue;
        p += 1 + strspn(p + 1, " \t");
        return arena_strndup(a, p, strcspn(p, " \t\r\n"));
    }
    return NULL;
}

int access_read_credentials(struct arena *a, const char *data_dir, const char **ret_access_key,
                            const char **ret_secret, struct err *err)
{
    char *text, *path = credentials_path(a, data_dir);

    if (fs_read(a, path, CREDENTIALS_MAX, &text, NULL, err) != 0)
        return -1;
    *ret_access_key = ini_value(a, text, "aws_access_key_id");
    *ret_secret = ini_value(a, text, "aws_secret_access_key");
    if (!*ret_access_key || !*ret_secret)
        return err_set(err, ERR_CORRUPT, "%s: has no access key", path);
    return 0;
}

static int write_credentials(struct engine *e, struct arena *a, const char *access_key,
                             const char *secret, struct err *err)
{
    const char *have_key, *have_secret;
    struct err ignored = {0};

    if (access_read_credentials(a, e->config.data_dir, &have_key, &have_secret, &ignored) == 0 &&
        str_eq(have_key, access_key) && str_eq(have_secret, secret))
        return 0;
    char *text = arena_printf(a,
                              "# Made by slipway: the key of this data directory's engine. It is "
                              "valid nowhere else.\n[default]\naws_access_key_id = %s\n"
                              "aws_secret_access_key = %s\n",
                              access_key, secret);
    return fs_replace(credentials_path(a, e->config.data_dir), text, strlen(text), 0600, err);
}

struct key_insert {
    const char *access_key, *secret, *kind, *project, *principal;
    int64_t now_ms;
};

static int key_insert(struct db *db, void *arg, struct err *err)
{
    const struct key_insert *k = arg;

    return db_run(db, NULL, err,
                  "INSERT INTO access_keys (access_key, secret, kind, project, job, principal, "
                  "created_ms) VALUES ($1, $2, $3, $4, NULL, $5, $6)",
                  "ttttti", k->access_key, k->secret, k->kind, k->project, k->principal, k->now_ms);
}

static int own_key(struct engine *e, struct arena *a, struct err *err)
{
    struct access *x = e->access;
    char access_key[21], secret[41];

    if (!x->own_key) {
        make_access_key(access_key);
        make_secret(secret);
        struct key_insert k = {access_key, secret, "engine", "", NULL, sys->wall_ms()};
        if (store_write(e->config.store, key_insert, &k, err) != 0)
            return -1;
        x->own_key = xstrdup(access_key);
        key_put(x, access_key, secret, "", principal_of(e, a, "slipway"), false);
    }
    fault_point("access.own_key");
    const char *found;
    if (access_find(e, a, x->own_key, &found, NULL) != 0)
        return err_set(err, ERR_INTERNAL, "the engine's own access key is not in memory");
    return write_credentials(e, a, x->own_key, found, err);
}

/* --- loading --- */

static struct project_row *project_by_id(struct access *x, const char *id)
{
    for (struct project_row *p = x->projects; p; p = p->next)
        if (str_eq(p->id, id))
            return p;
    return NULL;
}

static struct project_row *project_by_root(struct access *x, const char *root)
{
    for (struct project_row *p = x->projects; p; p = p->next)
        if (str_eq(p->root, root))
            return p;
    return NULL;
}

static void project_remember(struct access *x, const char *id, const char *name, const char *root,
                             int64_t created_ms)
{
    struct project_row *p = xcalloc(1, sizeof(*p)), **at = &x->projects;

    p->id = xstrdup(id);
    p->name = xstrdup(name);
    p->root = xstrdup(root);
    p->created_ms = created_ms;
    while (*at)
        at = &(*at)->next;
    *at = p;
}

static int load_projects(struct engine *e, struct db *db, struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;
    int got;

    if (db_query(db, &rows, err,
                 "SELECT id, name, root, created_ms FROM projects ORDER BY created_ms, id",
                 "") != 0)
        return -1;
    while ((got = db_next(rows, err)) == 1)
        project_remember(e->access, db_text(rows, 0), db_text(rows, 1), db_text(rows, 2),
                         db_int(rows, 3));
    return got;
}

static int load_keys(struct engine *e, struct arena *a, struct db *db, struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;
    struct access *x = e->access;
    int got;

    if (db_query(db, &rows, err,
                 "SELECT access_key, secret, kind, project, job, principal, expires_ms "
                 "FROM access_keys WHERE expires_ms IS NULL OR expires_ms > $1",
                 "i", sys->wall_ms()) != 0)
        return -1;
    while ((got = db_next(rows, err)) == 1) {
        const char *access_key = db_text(rows, 0), *kind = db_text(rows, 2);
        const char *project = db_text(rows, 3), *job = db_text(rows, 4);
        const char *principal = db_text(rows, 5);
        if (str_ends(kind, "session")) {
            key_put_until(x, access_key, db_text(rows, 1), project, principal ? principal : "",
                          str_starts(kind, "job"), db_int(rows, 6));
            continue;
        }
        if (str_eq(kind, "engine")) {
            free(x->own_key);
            x->own_key = xstrdup(access_key);
            principal = principal_of(e, a, "slipway");
        } else if (str_eq(kind, "project")) {
            struct project_row *p = project_by_id(x, project);
            if (p && !p->access_key)
                p->access_key = xstrdup(access_key);
            principal = principal_of(e, a, safe_name(a, p ? p->name : project, 48));
        } else if (job) {
            free(map_set(x->jobs, job, xstrdup(access_key)));
        }
        key_put(x, access_key, db_text(rows, 1), project, principal ? principal : "", job != NULL);
    }
    return got;
}

int access_open(struct engine *e, struct err *err)
{
    cleanup_arena struct arena *a = arena_create((size_t)64 << 20);
    struct access *x = xcalloc(1, sizeof(*x));
    struct db *db;
    int rc;

    e->access = x;
    for (int i = 0; i < KEY_SHARDS; i++) {
        pthread_rwlock_init(&x->shards[i].lock, NULL);
        x->shards[i].map = map_create();
    }
    pthread_rwlock_init(&x->lock, NULL);
    pthread_mutex_init(&x->making, NULL);
    x->jobs = map_create();
    db = store_reader(e->config.store, err);
    if (!db)
        return -1;
    rc = load_projects(e, db, err) == 0 && load_keys(e, a, db, err) == 0 ? 0 : -1;
    store_reader_done(e->config.store, db);
    if (rc != 0 || runtimes_load(e, err) != 0)
        return -1;
    return own_key(e, a, err);
}

static void map_free_all(struct map *m, void (*destroy)(void *value))
{
    size_t cursor = 0;
    void *value;

    while (map_next(m, &cursor, NULL, &value))
        destroy(value);
    map_destroy(m);
}

static void key_free_void(void *k)
{
    key_free(k);
}

void access_close(struct engine *e)
{
    struct access *x = e->access;

    if (!x)
        return;
    for (int i = 0; i < KEY_SHARDS; i++) {
        map_free_all(x->shards[i].map, key_free_void);
        pthread_rwlock_destroy(&x->shards[i].lock);
    }
    map_free_all(x->jobs, free);
    for (struct project_row *p = x->projects, *next; p; p = next) {
        next = p->next;
        free(p->id);
        free(p->name);
        free(p->root);
        free(p->access_key);
        free(p);
    }
    runtimes__free(x);
    pthread_rwlock_destroy(&x->lock);
    pthread_mutex_destroy(&x->making);
    free(x->own_key);
    free(x);
    e->access = NULL;
}

/* --- projects --- */

/* Under the lock. */
static void project_fill(struct access *x, struct arena *a, const struct project_row *p,
                         struct project *ret)
{
    *ret = (struct project){.id = arena_strdup(a, p->id),
                            .name = arena_strdup(a, p->name),
                            .root = arena_strdup(a, p->root),
                            .access_key = arena_strdup(a, p->access_key),
                            .created_ms = p->created_ms};
}

bool project_find(struct engine *e, struct arena *a, const char *id, struct project *ret)
{
    struct access *x = e->access;

    pthread_rwlock_rdlock(&x->lock);
    const struct project_row *p = project_by_id(x, id);
    if (p)
        project_fill(x, a, p, ret);
    pthread_rwlock_unlock(&x->lock);
    if (p && ret->access_key)
        access_find(e, a, ret->access_key, &ret->secret, NULL);
    return p != NULL;
}

void project_list(struct engine *e, struct arena *a, struct project **ret, size_t *ret_n)
{
    struct access *x = e->access;
    size_t n = 0, i = 0;

    pthread_rwlock_rdlock(&x->lock);
    for (struct project_row *p = x->projects; p; p = p->next)
        n++;
    *ret = arena_zalloc(a, (n ? n : 1) * sizeof(**ret));
    *ret_n = n;
    for (struct project_row *p = x->projects; p; p = p->next)
        project_fill(x, a, p, &(*ret)[i++]);
    pthread_rwlock_unlock(&x->lock);
    for (i = 0; i < n; i++)
        if ((*ret)[i].access_key)
            access_find(e, a, (*ret)[i].access_key, &(*ret)[i].secret, NULL);
}

struct project_insert {
    const struct project *p;
};

static int project_insert(struct db *db, void *arg, struct err *err)
{
    const struct project *p = ((struct project_insert *)arg)->p;
    struct key_insert k = {p->access_key, p->secret, "project", p->id, NULL, p->created_ms};

    if (db_run(db, NULL, err,
               "INSERT INTO projects (id, name, root, created_ms, doc) VALUES ($1, $2, $3, $4, "
               "'{}')",
               "ttti", p->id, p->name, p->root, p->created_ms) != 0)
        return -1;
    return key_insert(db, &k, err);
}

static int project_make(struct engine *e, struct arena *a, const char *root, struct project *ret,
                        struct err *err)
{
    struct access *x = e->access;
    const char *base = strrchr(root, '/') + 1;
    char random[7], access_key[21], secret[41];

    id_random(random, 6);
    make_access_key(access_key);
    make_secret(secret);
    *ret = (struct project){.name = safe_name(a, *base ? base : "root", 48),
                            .root = arena_strdup(a, root),
                            .access_key = arena_strdup(a, access_key),
                            .secret = arena_strdup(a, secret),
                            .created_ms = sys->wall_ms()};
    ret->id = arena_printf(a, "%s-%s", ret->name, random);
    struct project_insert insert = {ret};
    if (store_write(e->config.store, project_insert, &insert, err) != 0)
        return err_prefix(err, "register project %s", root);
    fault_point("access.project");
    key_put(x, access_key, secret, ret->id, principal_of(e, a, ret->name), false);
    pthread_rwlock_wrlock(&x->lock);
    project_remember(x, ret->id, ret->name, ret->root, ret->created_ms);
    project_by_id(x, ret->id)->access_key = xstrdup(access_key);
    pthread_rwlock_unlock(&x->lock);
    return 0;
}

int project_register(struct engine *e, struct arena *a, const char *root, struct project *ret,
                     struct err *err)
{
    struct access *x = e->access;
    const char *id = NULL;
    int rc = 0;

    if (root[0] != '/' || strlen(root) >= PATH_MAX)
        return err_set(err, ERR_INVALID, "project root \"%.200s\": not an absolute path", root);
    char *clean = arena_strdup(a, root);
    for (size_t n = strlen(clean); n > 1 && clean[n - 1] == '/'; n--)
        clean[n - 1] = 0;
    pthread_mutex_lock(&x->making);
    pthread_rwlock_rdlock(&x->lock);
    const struct project_row *p = project_by_root(x, clean);
    if (p)
        id = arena_strdup(a, p->id);
    pthread_rwlock_unlock(&x->lock);
    if (id)
        project_find(e, a, id, ret);
    else
        rc = project_make(e, a, clean, ret, err);
    pthread_mutex_unlock(&x->making);
    return rc;
}

/* --- keys for a time --- */

/* Drops what has expired of one shard, so that sessions do not pile up. */
static void sweep(struct shard *s, int64_t now_ms)
{
    struct key *old[64];
    const char *name;
    size_t n = 0;
    void *p;

    pthread_rwlock_wrlock(&s->lock);
    for (size_t at = 0; n < 64 && map_next(s->map, &at, &name, &p);) {
        struct key *k = p;
        if (k->expires_ms && k->expires_ms <= now_ms)
            old[n++] = k;
    }
    for (size_t i = 0; i < n; i++)
        key_free(map_del(s->map, old[i]->access_key));
    pthread_rwlock_unlock(&s->lock);
}

struct session_insert {
    const struct access_session *session;
    const char *kind, *project, *principal;
    int64_t now_ms;
};

static int session_insert(struct db *db, void *arg, struct err *err)
{
    const struct session_insert *i = arg;

    if (db_run(db, NULL, err, "DELETE FROM access_keys WHERE expires_ms <= $1", "i", i->now_ms) !=
        0)
        return -1;
    return db_run(db, NULL, err,
                  "INSERT INTO access_keys (access_key, secret, kind, project, job, principal, "
                  "created_ms, expires_ms) VALUES ($1, $2, $3, $4, NULL, $5, $6, $7)",
                  "tttttii", i->session->access_key, i->session->secret, i->kind, i->project,
                  i->principal, i->now_ms, i->session->expires_ms);
}

int access_add_session(struct engine *e, struct arena *a, const struct engine_who *who,
                       const char *principal, int64_t life_ms, struct access_session *ret,
                       struct err *err)
{
    bool is_job = access_is_job(e, who->access_key);
    char access_key[21], secret[41], token[121];
    struct session_insert i = {ret, is_job ? "job-session" : "session", who->project, principal,
                               sys->wall_ms()};

    make_access_key(access_key);
    memcpy(access_key, "ASIA", 4);
    make_secret(secret);
    id_random(token, 120);
    *ret = (struct access_session){arena_strdup(a, access_key), arena_strdup(a, secret),
                                   arena_strdup(a, token), i.now_ms + life_ms};
    if (store_write(e->config.store, session_insert, &i, err) != 0)
        return -1;
    sweep(&e->access->shards[shard_of(access_key)], i.now_ms);
    key_put_until(e->access, access_key, secret, who->project, principal, is_job, ret->expires_ms);
    return 0;
}

/* --- keys of jobs --- */

static char *job_principal(struct engine *e, struct arena *a, const struct job *j)
{
    const char *role = json_get_str(j->request, "RoleArn");

    if (!role)
        return principal_of(e, a, "SageMaker");
    return arena_printf(a, "arn:aws:sts::%s:assumed-role/%s/SageMaker", e->config.account,
                        role_name(role));
}

void access_add_job(struct engine *e, const struct job *j)
{
    struct access *x = e->access;
    char access_key[21], secret[41];

    pthread_rwlock_rdlock(&x->lock);
    bool has = map_get(x->jobs, j->id) != NULL;
    pthread_rwlock_unlock(&x->lock);
    if (has)
        return;
    make_access_key(access_key);
    make_secret(secret);
    char *principal = job_principal(e, batch_arena(e), j);
    batch_sql(e,
              "INSERT INTO access_keys (access_key, secret, kind, project, job, principal, "
              "created_ms) VALUES ($1, $2, 'job', $3, $4, $5, $6)",
              "ttttti", access_key, secret, j->who.project, j->id, principal, sys->wall_ms());
    key_put(x, access_key, secret, j->who.project, principal, true);
    pthread_rwlock_wrlock(&x->lock);
    free(map_set(x->jobs, j->id, xstrdup(access_key)));
    pthread_rwlock_unlock(&x->lock);
}

void access_drop_job(struct engine *e, const char *job_id)
{
    struct access *x = e->access;

    pthread_rwlock_wrlock(&x->lock);
    char *access_key = map_del(x->jobs, job_id);
    pthread_rwlock_unlock(&x->lock);
    if (!access_key)
        return;
    key_drop(x, access_key);
    batch_sql(e, "DELETE FROM access_keys WHERE access_key = $1", "t", access_key);
    free(access_key);
}

struct json *access_jobs(struct engine *e, struct arena *a, const char *prefix)
{
    struct json *ids = json_array(a);
    const char *id;
    size_t at = 0;
    void *value;

    pthread_rwlock_rdlock(&e->access->lock);
    while (map_next(e->access->jobs, &at, &id, &value))
        if (str_starts(id, prefix))
            json_push_str(a, ids, id);
    pthread_rwlock_unlock(&e->access->lock);
    return ids;
}

int access_of_job(struct engine *e, struct arena *a, const char *job_id,
                  const char **ret_access_key, const char **ret_secret)
{
    struct access *x = e->access;

    pthread_rwlock_rdlock(&x->lock);
    const char *k = map_get(x->jobs, job_id);
    *ret_access_key = arena_strdup(a, k);
    pthread_rwlock_unlock(&x->lock);
    return *ret_access_key ? access_find(e, a, *ret_access_key, ret_secret, NULL) : -1;
}
