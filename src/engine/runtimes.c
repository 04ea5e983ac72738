/* Runtimes: rows of the table `runtimes`, mirrored in memory, and the defaults for AWS's framework
 * images. Called by jobs.c when a job is made, by job_stage.c before it starts (the interpreter may
 * have gone), by handlers for `slipway runtime`. */
#include "engine/runtimes.h"
#include "base/fs.h"
#include "base/sys.h"
#include "base/text.h"
#include "engine/access_private.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PATTERN_MAX 512

/* AWS's images that bring an interpreter with known libraries. `package` is the one that the tag's
 * version is of. */
static const struct framework {
    const char *repository; /* glob on the last part of the name */
    const char *package;
} frameworks[] = {
    {"sagemaker-scikit-learn*", "scikit-learn"},
    {"sagemaker-xgboost*", "xgboost"},
    {"sagemaker-base-python*", NULL},
    {"sagemaker-data-science*", NULL},
    {"sagemaker-distribution*", NULL},
    {"sagemaker-pytorch*", "torch"},
    {"sagemaker-tensorflow*", "tensorflow"},
    {"pytorch-training*", "torch"},
    {"pytorch-inference*", "torch"},
    {"tensorflow-training*", "tensorflow"},
    {"tensorflow-inference*", "tensorflow"},
    {"mxnet-training*", "mxnet"},
    {"mxnet-inference*", "mxnet"},
    {"autogluon-training*", "autogluon"},
    {"autogluon-inference*", "autogluon"},
    {"huggingface-pytorch-training*", "torch"},
    {"huggingface-pytorch-inference*", "torch"},
    {"huggingface-tensorflow-training*", "tensorflow"},
    {"huggingface-tensorflow-inference*", "tensorflow"},
};

/* AWS's images whose own programs a job would need: an interpreter alone does not stand in. */
static const struct {
    const char *repository, *what;
} absent[] = {
    {"sagemaker-spark-processing*", "the Spark cluster that this image starts is not there"},
    {"sagemaker-model-monitor-analyzer*", "this image's analyzer is not there"},
    {"sagemaker-clarify-processing*", "this image's analyzer is not there"},
    {"sagemaker-debugger-rules*", "this image's rules are not there"},
};

struct image {
    const char *registry;   /* "683313688378.dkr.ecr.us-east-1.amazonaws.com" or "" */
    const char *repository; /* the last part of the name, without tag */
    const char *named;      /* the last part, with tag */
    const char *tag;        /* "1.2-1-cpu-py3" or "" */
};

static void image_split(struct arena *a, const char *uri, struct image *ret)
{
    const char *slash = strchr(uri, '/'), *last = strrchr(uri, '/');
    const char *named = last ? last + 1 : uri;
    size_t n = strcspn(named, ":@");

    ret->registry = slash ? arena_strndup(a, uri, (size_t)(slash - uri)) : "";
    ret->named = named;
    ret->repository = arena_strndup(a, named, n);
    ret->tag = named[n] == ':' ? arena_strndup(a, named + n + 1, strcspn(named + n + 1, "@")) : "";
}

static bool pattern_matches(const char *pattern, const char *uri, const struct image *image)
{
    if (glob_match(pattern, uri))
        return true;
    return !strchr(pattern, '/') &&
           (glob_match(pattern, image->named) || glob_match(pattern, image->repository));
}

static const struct framework *framework_of(struct engine *e, const struct image *image)
{
    /* An image of the caller's own account is not AWS's, whatever it is called. */
    if (str_starts(image->registry, e->config.account))
        return NULL;
    for (size_t i = 0; i < sizeof(frameworks) / sizeof(frameworks[0]); i++)
        if (glob_match(frameworks[i].repository, image->repository))
            return &frameworks[i];
    return NULL;
}

struct json *runtime_default_patterns(struct arena *a)
{
    struct json *list = json_array(a);

    for (size_t i = 0; i < sizeof(frameworks) / sizeof(frameworks[0]); i++)
        json_push_str(a, list, frameworks[i].repository);
    return list;
}

static const char *reason_absent(const struct image *image)
{
    for (size_t i = 0; i < sizeof(absent) / sizeof(absent[0]); i++)
        if (glob_match(absent[i].repository, image->repository))
            return absent[i].what;
    return NULL;
}

/* --- resolving --- */

static bool resolve_row(struct access *x, struct arena *a, const char *project, const char *uri,
                        const struct image *image, struct runtime_choice *ret)
{
    bool found = false;

    pthread_rwlock_rdlock(&x->lock);
    for (const struct runtime_entry *r = x->runtimes; r && !found; r = r->next)
        if (str_eq(r->project, project) && pattern_matches(r->pattern, uri, image)) {
            ret->python = arena_strdup(a, r->python);
            ret->pattern = arena_strdup(a, r->pattern);
            ret->by_default = false;
            found = true;
        }
    pthread_rwlock_unlock(&x->lock);
    return found;
}

int runtime_resolve(struct engine *e, struct arena *a, const char *project, const char *uri,
                    struct runtime_choice *ret, struct err *err)
{
    struct image image;
    struct project p;

    image_split(a, uri, &image);
    if (*project && resolve_row(e->access, a, project, uri, &image, ret))
        return 0;
    if (resolve_row(e->access, a, "", uri, &image, ret))
        return 0;
    const char *why = reason_absent(&image);
    if (why)
        return err_set(err, ERR_UNSUPPORTED,
                       "image %s: %s. Map the image to an interpreter of this machine that does "
                       "its work: slipway runtime add '%s' PYTHON",
                       uri, why, image.repository);
    const struct framework *f = framework_of(e, &image);
    if (!f)
        return err_set(err, ERR_UNSUPPORTED,
                       "image %s: no runtime is known for it. Map it to an interpreter of this "
                       "machine: slipway runtime add '%s' PYTHON, or use one of AWS's framework "
                       "images, which run with the project's .venv",
                       uri, image.repository);
    if (!*project || !project_find(e, a, project, &p))
        return err_set(err, ERR_UNSUPPORTED,
                       "image %s: the caller's access key belongs to no project, so there is no "
                       ".venv to run it with. Call with a project's key (slipway env, in the "
                       "project's directory, which has a .venv), or map the image: slipway runtime "
                       "add '%s' PYTHON",
                       uri, image.repository);
    ret->python = arena_printf(a, "%s/.venv/bin/python", str_eq(p.root, "/") ? "" : p.root);
    ret->pattern = f->repository;
    ret->by_default = true;
    return 0;
}

int runtime_check(struct arena *a, const char *uri, const struct runtime_choice *choice,
                  struct err *err)
{
    struct stat st;
    struct image image;

    if (sys->stat(choice->python, &st) == 0 && S_ISREG(st.st_mode) &&
        access(choice->python, X_OK) == 0)
        return 0;
    image_split(a, uri, &image);
    if (choice->by_default)
        return err_set(err, ERR_NOT_FOUND,
                       "image %s runs with the project's interpreter %s, which is not there. Make "
                       "it (python3 -m venv .venv in the project, then install its requirements), "
                       "or map the image: slipway runtime add '%s' PYTHON",
                       uri, choice->python, image.repository);
    return err_set(err, ERR_NOT_FOUND,
                   "image %s is mapped (%s) to the interpreter %s, which is not there. Map it "
                   "again: slipway runtime add '%s' PYTHON, or remove the mapping and make a .venv "
                   "in the project",
                   uri, choice->pattern, choice->python, choice->pattern);
}

/* --- how the interpreter differs from the image's --- */

/* The leading number of a tag: "1.2-1-cpu-py3" gives "1.2". */
static char *tag_version(struct arena *a, const char *tag)
{
    size_t n = strspn(tag, "0123456789.");

    while (n > 0 && tag[n - 1] == '.')
        n--;
    return n ? arena_strndup(a, tag, n) : NULL;
}

/* Whether `have` begins with the numbers of `want`: "1.2.1" with "1.2". */
static bool version_fits(const char *have, const char *want)
{
    size_t n = strlen(want);

    return strncmp(have, want, n) == 0 && (have[n] < '0' || have[n] > '9');
}

/* "py310" gives "3.10", "py3" gives "3". */
static char *tag_python(struct arena *a, const char *tag)
{
    for (const char *p = tag; (p = strstr(p, "py")) != NULL; p += 2) {
        size_t n = strspn(p + 2, "0123456789");
        if ((p != tag && p[-1] != '-') || n == 0)
            continue;
        return n == 1 ? arena_strndup(a, p + 2, 1)
                      : arena_printf(a, "%c.%.*s", p[2], (int)n - 1, p + 3);
    }
    return NULL;
}

void runtime_warnings(struct arena *a, const char *uri, const struct runtime_info *info,
                      struct json *warnings)
{
    struct image image;
    const char *package = NULL;

    image_split(a, uri, &image);
    for (size_t i = 0; i < sizeof(frameworks) / sizeof(frameworks[0]) && !package; i++)
        if (glob_match(frameworks[i].repository, image.repository))
            package = frameworks[i].package;
    const char *want_python = tag_python(a, image.tag), *want = tag_version(a, image.tag);
    if (want_python && info->version && !version_fits(info->version, want_python))
        json_push_str(
            a, warnings,
            arena_printf(a, "Python is %s here, %s in the image", info->version, want_python));
    if (!package || !want)
        return;
    const char *have = json_get_str(info->packages, package);
    if (!have)
        json_push_str(a, warnings,
                      arena_printf(a, "%s is not installed here, %s in the image", package, want));
    else if (!version_fits(have, want))
        json_push_str(a, warnings,
                      arena_printf(a, "%s is %s here, %s in the image", package, have, want));
}

/* --- the table --- */

static void entry_free(struct runtime_entry *r)
{
    free(r->project);
    free(r->pattern);
    free(r->python);
    free(r);
}

void runtimes__free(struct access *x)
{
    for (struct runtime_entry *r = x->runtimes, *next; r; r = next) {
        next = r->next;
        entry_free(r);
    }
    x->runtimes = NULL;
}

static void entry_put(struct access *x, const char *project, const char *pattern,
                      const char *python, int64_t created_ms)
{
    struct runtime_entry *r = xcalloc(1, sizeof(*r));

    r->project = xstrdup(project);
    r->pattern = xstrdup(pattern);
    r->python = xstrdup(python);
    r->created_ms = created_ms;
    r->next = x->runtimes;
    x->runtimes = r;
}

static bool entry_del(struct access *x, const char *project, const char *pattern)
{
    for (struct runtime_entry **at = &x->runtimes; *at; at = &(*at)->next) {
        struct runtime_entry *r = *at;
        if (!str_eq(r->project, project) || !str_eq(r->pattern, pattern))
            continue;
        *at = r->next;
        entry_free(r);
        return true;
    }
    return false;
}

int runtimes_load(struct engine *e, struct err *err)
{
    struct db *db = store_reader(e->config.store, err);
    struct db_rows *rows = NULL;
    int got = -1;

    if (!db)
        return -1;
    if (db_query(db, &rows, err,
                 "SELECT project, pattern, python, created_ms FROM runtimes "
                 "ORDER BY created_ms, pattern",
                 "") == 0)
        while ((got = db_next(rows, err)) == 1)
            entry_put(e->access, db_text(rows, 0), db_text(rows, 1), db_text(rows, 2),
                      db_int(rows, 3));
    db_done(rows);
    store_reader_done(e->config.store, db);
    return got;
}

struct row_change {
    const char *project, *pattern, *python;
    int64_t now_ms, changed;
};

static int row_put(struct db *db, void *arg, struct err *err)
{
    struct row_change *c = arg;

    return db_run(db, NULL, err,
                  "INSERT INTO runtimes (project, pattern, python, created_ms, doc) VALUES "
                  "($1, $2, $3, $4, '{}') ON CONFLICT (project, pattern) DO UPDATE SET "
                  "python = excluded.python, created_ms = excluded.created_ms",
                  "ttti", c->project, c->pattern, c->python, c->now_ms);
}

static int row_del(struct db *db, void *arg, struct err *err)
{
    struct row_change *c = arg;

    return db_run(db, &c->changed, err, "DELETE FROM runtimes WHERE project = $1 AND pattern = $2",
                  "tt", c->project, c->pattern);
}

int runtime_add(struct engine *e, const char *project, const char *pattern, const char *python,
                struct err *err)
{
    struct access *x = e->access;
    struct row_change c = {project, pattern, python, sys->wall_ms(), 0};
    struct stat st;

    if (!*pattern || strlen(pattern) > PATTERN_MAX)
        return err_set(err, ERR_INVALID, "pattern: 1 to %d characters", PATTERN_MAX);
    if (python[0] != '/')
        return err_set(err, ERR_INVALID, "interpreter \"%.200s\": not an absolute path", python);
    if (sys->stat(python, &st) != 0)
        return err_set(err, ERR_INVALID, "interpreter %.200s: %s", python, strerror(errno));
    if (!S_ISREG(st.st_mode) || access(python, X_OK) != 0)
        return err_set(err, ERR_INVALID, "interpreter %.200s: not an executable file", python);
    pthread_mutex_lock(&x->making);
    int rc = store_write(e->config.store, row_put, &c, err);
    if (rc == 0) {
        pthread_rwlock_wrlock(&x->lock);
        entry_del(x, project, pattern);
        entry_put(x, project, pattern, python, c.now_ms);
        pthread_rwlock_unlock(&x->lock);
    }
    pthread_mutex_unlock(&x->making);
    return rc;
}

int runtime_remove(struct engine *e, const char *project, const char *pattern, struct err *err)
{
    struct access *x = e->access;
    struct row_change c = {project, pattern, NULL, 0, 0};

    pthread_mutex_lock(&x->making);
    int rc = store_write(e->config.store, row_del, &c, err);
    if (rc == 0) {
        pthread_rwlock_wrlock(&x->lock);
        entry_del(x, project, pattern);
        pthread_rwlock_unlock(&x->lock);
    }
    pthread_mutex_unlock(&x->making);
    if (rc == 0 && c.changed == 0)
        return err_set(err, ERR_NOT_FOUND, "no runtime is mapped to \"%.200s\"", pattern);
    return rc;
}

/* Under the lock. */
static void list_of(struct access *x, struct arena *a, const char *project,
                    struct runtime_row *rows, size_t *n)
{
    for (const struct runtime_entry *r = x->runtimes; r; r = r->next)
        if (str_eq(r->project, project))
            rows[(*n)++] =
                (struct runtime_row){arena_strdup(a, r->project), arena_strdup(a, r->pattern),
                                     arena_strdup(a, r->python), r->created_ms};
}

void runtime_list(struct engine *e, struct arena *a, const char *project, struct runtime_row **ret,
                  size_t *ret_n)
{
    struct access *x = e->access;
    size_t n = 0;

    pthread_rwlock_rdlock(&x->lock);
    for (const struct runtime_entry *r = x->runtimes; r; r = r->next)
        n++;
    *ret = arena_zalloc(a, (n + 1) * sizeof(**ret));
    *ret_n = 0;
    if (*project)
        list_of(x, a, project, *ret, ret_n);
    list_of(x, a, "", *ret, ret_n);
    pthread_rwlock_unlock(&x->lock);
}
