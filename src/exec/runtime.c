/* Turning an interpreter into what a job sees of it (see runtime.h).
 *
 * The environment (a venv, or the prefix of an installation) becomes a layer: pip inside a job
 * works and the user's own environment never changes. Requirements are cached as what pip changed
 * in such a layer: run/layers/KEY/upper, made under another name and renamed when pip has
 * succeeded, so whatever is there is whole. KEY = requirements.txt, interpreter, and the packages
 * it has. */
#include "exec/runtime.h"
#include "exec/embedded.h"
#include "exec/job_dir.h"
#include "base/digest.h"
#include "base/fs.h"
#include "base/log.h"
#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define REQUIREMENTS_MAX (1u << 20)
#define INSTALL_MAX_MS   (3600 * 1000)
#define STALE_S          (24 * 3600)
#define UNUSED_S         (60 * 24 * 3600)
#define SYSTEM_PATH      "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

extern char **environ;

struct list { /* of strings or binds, in an arena */
    const char **items;
    size_t n, cap;
};

static void list_add(struct arena *a, struct list *l, const char *item)
{
    if (l->n + 1 >= l->cap) {
        size_t cap = l->cap ? 2 * l->cap : 16;
        const char **more = arena_alloc(a, cap * sizeof(*more));
        if (l->n)
            memcpy(more, l->items, l->n * sizeof(*more));
        l->items = more;
        l->cap = cap;
    }
    l->items[l->n++] = item;
    l->items[l->n] = NULL;
}

#define BINDS_MAX 12
struct binds {
    struct job_bind *items;
    size_t n;
};

static bool is_below(const char *path, const char *dir)
{
    size_t n = strlen(dir);

    return n > 0 && strncmp(path, dir, n) == 0 && (path[n] == '/' || path[n] == '\0');
}

static void bind_add(struct arena *a, struct binds *b, const char *host, const char *inside)
{
    for (size_t i = 0; i < b->n; i++)
        if (is_below(inside, b->items[i].inside))
            return;
    if (is_below(inside, "/usr") || b->n == BINDS_MAX)
        return;
    b->items[b->n++] =
        (struct job_bind){.host = arena_strdup(a, host), .inside = arena_strdup(a, inside)};
}

/* --- the interpreter --- */

static bool is_venv(const struct runtime_info *rt)
{
    return rt->prefix && rt->base_prefix && !str_eq(rt->prefix, rt->base_prefix);
}

/* What pip writes to. */
static const char *layer_of(const struct runtime_info *rt)
{
    return str_eq(rt->prefix, "/usr") ? "/usr/local" : rt->prefix;
}

/* venv/bin/python is a link, often to a link: every station must be seen inside. */
static void bind_links(struct arena *a, struct binds *b, const struct runtime_info *rt)
{
    char at[PATH_MAX], target[PATH_MAX], next[PATH_MAX];

    snprintf(at, sizeof(at), "%s", rt->python);
    for (int hops = 0; hops < 16; hops++) {
        if (!is_below(at, layer_of(rt))) {
            /* PREFIX/bin/python: its prefix */
            char *slash = strrchr(at, '/');
            snprintf(next, sizeof(next), "%.*s", (int)(slash - at), at);
            slash = strrchr(next, '/');
            if (slash && slash != next)
                *slash = '\0';
            bind_add(a, b, next, next);
        }
        ssize_t n = readlink(at, target, sizeof(target) - 1);
        if (n <= 0)
            return;
        target[n] = '\0';
        if (target[0] == '/')
            snprintf(next, sizeof(next), "%s", target);
        else
            snprintf(next, sizeof(next), "%.*s/%.2000s", (int)(strrchr(at, '/') - at), at, target);
        memcpy(at, next, sizeof(at));
    }
}

/* --- pip, as the user has it --- */

static const char *first_file(struct arena *a, const char *const *paths)
{
    for (; *paths; paths++)
        if ((*paths)[0] == '/' && access(*paths, R_OK) == 0)
            return arena_strdup(a, *paths);
    return NULL;
}

static const char *env_or_empty(const char *name)
{
    const char *value = getenv(name);

    return value ? value : "";
}

static const char *first_env(const char *const *names)
{
    for (; *names; names++)
        if (env_or_empty(*names)[0])
            return env_or_empty(*names);
    return NULL;
}

#define NAMES(...) ((const char *const[]){__VA_ARGS__, NULL})

/* Where `slipway env` has been, HTTPS_PROXY names an engine, maybe one that is gone, and another
 * variable what was set before. */
static const char *users_proxy(void)
{
    const char *before = getenv("SLIPWAY_UPSTREAM_PROXY");

    if (before && !env_or_empty("PIP_PROXY")[0])
        return *before ? before : NULL;
    return first_env(NAMES("PIP_PROXY", "HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy",
                           "ALL_PROXY", "all_proxy"));
}

static void pip_config(struct arena *a, struct binds *b, struct list *env)
{
    const char *home = env_or_empty("HOME"), *xdg = getenv("XDG_CONFIG_HOME");
    const char *user = first_file(a, NAMES(env_or_empty("PIP_CONFIG_FILE"),
                                           arena_printf(a, "%s/pip/pip.conf", xdg ? xdg : "-"),
                                           arena_printf(a, "%s/.config/pip/pip.conf", home),
                                           arena_printf(a, "%s/.pip/pip.conf", home)));
    const char *ca =
        first_file(a, NAMES(env_or_empty("PIP_CERT"), env_or_empty("REQUESTS_CA_BUNDLE"),
                            env_or_empty("CURL_CA_BUNDLE"), env_or_empty("SSL_CERT_FILE")));
    const char *proxy = users_proxy();

    /* only pip reads these: a proxy for all would stand between the job and the engine */
    for (char **e = environ; *e; e++)
        if (str_starts(*e, "PIP_") && !str_starts(*e, "PIP_CONFIG_FILE=") &&
            !str_starts(*e, "PIP_CERT=") && !str_starts(*e, "PIP_PROXY=") &&
            !str_starts(*e, "PIP_REQUIRE_VIRTUALENV=") && !str_starts(*e, "PIP_CACHE_DIR="))
            list_add(a, env, arena_strdup(a, *e));
    if (access("/etc/pip.conf", R_OK) == 0)
        bind_add(a, b, "/etc/pip.conf", "/etc/pip.conf");
    if (user && !str_eq(user, "/etc/pip.conf"))
        bind_add(a, b, user, "/root/.config/pip/pip.conf");
    if (ca) {
        bind_add(a, b, ca, "/opt/slipway/ca.pem");
        list_add(a, env, "PIP_CERT=/opt/slipway/ca.pem");
    }
    if (proxy)
        list_add(a, env, arena_printf(a, "PIP_PROXY=%s", proxy));
    list_add(a, env, "PIP_NO_INPUT=1");
    list_add(a, env, "PIP_DISABLE_PIP_VERSION_CHECK=1");
    list_add(a, env, "PIP_ROOT_USER_ACTION=ignore");
}

int runtime_use(struct exec *e, struct arena *a, const struct runtime_info *rt,
                enum job_sandbox sandbox, struct runtime_use *ret, struct err *err)
{
    struct binds binds = {.items = arena_zalloc(a, BINDS_MAX * sizeof(struct job_bind))};
    struct list env = {0};
    char scripts[PATH_MAX] = "/opt/slipway";

    memset(ret, 0, sizeof(*ret));
    if (!rt->prefix || !rt->base_prefix || !rt->python)
        return err_set(err, ERR_INVALID, "a runtime without interpreter or prefix");
    if (sandbox == SANDBOX_OFF && embedded_runtime(e->run_dir, scripts, err) != 0)
        return -1;
    const char *layer = layer_of(rt);
    ret->n_layers = 1;
    ret->layers = arena_zalloc(a, sizeof(*ret->layers));
    ret->layers[0] =
        (struct job_layer){.host = arena_strdup(a, layer), .inside = arena_strdup(a, layer)};
    if (!is_below(rt->base_prefix, layer))
        bind_add(a, &binds, rt->base_prefix, rt->base_prefix);
    bind_links(a, &binds, rt);
    list_add(a, &env, arena_printf(a, "PATH=%s/bin:" SYSTEM_PATH, rt->prefix));
    if (is_venv(rt))
        list_add(a, &env, arena_printf(a, "VIRTUAL_ENV=%s", rt->prefix));
    /* as AWS's images have it: output arrives while the job runs */
    list_add(a, &env, "PYTHONUNBUFFERED=TRUE");
    list_add(a, &env, "PYTHONDONTWRITEBYTECODE=TRUE");
    list_add(a, &env, "PYTHONIOENCODING=UTF-8");
    list_add(a, &env, "LANG=C.UTF-8");
    if (str_eq(layer, "/usr/local"))
        list_add(a, &env, "PIP_BREAK_SYSTEM_PACKAGES=1");
    pip_config(a, &binds, &env);
    const char **argv = arena_zalloc(a, 5 * sizeof(*argv));
    argv[0] = arena_strdup(a, rt->python);
    argv[1] = "-I";
    argv[2] = "-S";
    argv[3] = arena_printf(a, "%s/train.py", scripts);
    ret->train_argv = argv;
    ret->binds = binds.items;
    ret->n_binds = binds.n;
    ret->env = env.items;
    return 0;
}

/* --- requirements --- */

/* Lines that name other files make the file more than its own bytes. */
bool runtime_stands_alone(const char *text)
{
    for (const char *p = text; *p;) {
        size_t n = strcspn(p, "\n"), skip = strspn(p, " \t");
        const char *line = p + (skip < n ? skip : n);
        if (line[0] == '.' || line[0] == '/' || str_starts(line, "-e") || str_starts(line, "-r") ||
            str_starts(line, "-c") || str_starts(line, "--req") || str_starts(line, "--con") ||
            str_starts(line, "--edit") || str_starts(line, "--find-links") ||
            str_starts(line, "-f") || memmem(line, n - (size_t)(line - p), "file:", 5))
            return false;
        p += n;
        p += *p == '\n';
    }
    return true;
}

static void layer_key(const struct runtime_info *rt, const char *text, size_t len,
                      char ret[2 * DIGEST_MAX + 1])
{
    cleanup_buf struct buf key = {0};
    uint8_t digest[DIGEST_MAX];

    buf_init(&key, 32u << 20);
    buf_addf(&key, "%s\n%s\n%s\n", rt->python, rt->version, rt->base_prefix);
    if (rt->packages)
        json_write_canonical(&key, rt->packages);
    buf_addc(&key, '\n');
    buf_add(&key, text, len);
    digest_bytes(DIGEST_SHA256, key.data, key.len, digest);
    hex_encode(digest, 20, ret);
}

/* What engines left behind that ended while pip ran, and what no job has used for long. */
static void remove_stale(const char *layers)
{
    char path[PATH_MAX];
    struct stat st;
    struct err err;
    DIR *dir = sys->opendir(layers);

    if (!dir)
        return;
    for (struct dirent *e = sys->readdir(dir); e; e = sys->readdir(dir)) {
        time_t age = str_starts(e->d_name, "tmp-") ? STALE_S : UNUSED_S;
        if (e->d_name[0] != '.' && job_path(path, layers, e->d_name, &err) == 0 &&
            sys->stat(path, &st) == 0 && st.st_mtim.tv_sec + age < time(NULL) &&
            fs_remove_tree(path, &err) != 0)
            log_warn("%s", err.msg);
    }
    sys->closedir(dir);
}

static int await_install(struct exec *e, const char *dir, bool (*cancelled)(void *ctx), void *ctx,
                         struct job_status *ret, struct err *err)
{
    int wait_us = 2000;

    for (bool stopped = false;;) {
        if (e->ops->poll(e, dir, ret, err) != 0)
            return -1;
        if (ret->phase == JOB_EXITED || ret->phase == JOB_LOST)
            return stopped
                       ? err_set(err, ERR_CANCELLED, "stopped while requirements were installed")
                       : 0;
        if (!stopped && (exec_ending(e) || (cancelled && cancelled(ctx)))) {
            stopped = true;
            if (e->ops->cancel(e, dir, JOB_CAUSE_STOPPED, err) != 0)
                return -1;
        }
        usleep((useconds_t)wait_us);
        wait_us = wait_us < 50000 ? wait_us * 2 : wait_us;
    }
}

/* The end of pip's output, which says what was wrong. */
static int install_failed(struct arena *a, const char *dir, const struct job_status *st,
                          struct err *err)
{
    char path[PATH_MAX], *text = (char *)"";
    struct err ignored;
    size_t len = 0;

    if (job_path(path, dir, "log", err) != 0)
        return -1;
    (void)fs_read(a, path, 64u << 20, &text, &len, &ignored);
    const char *tail = len > 600 ? text + len - 600 : text;
    const char *error = strstr(tail, "ERROR:");
    return err_set(err, ERR_INVALID,
                   "InstallRequirementsError:\nExitCode %d\nErrorMessage \"%s%s\"", st->exit_code,
                   st->message, error ? error : tail);
}

static int run_install(struct exec *e, struct arena *a, const struct runtime_info *rt,
                       const char *base, const char *requirements, bool (*cancelled)(void *ctx),
                       void *ctx, struct err *err)
{
    struct runtime_use use;
    struct job_status st;
    char id[16] = "deps-", cache[PATH_MAX];

    if (runtime_use(e, a, rt, SANDBOX_FULL, &use, err) != 0)
        return -1;
    id_random(id + 5, 8);
    use.layers[0].keep = arena_printf(a, "%s/keep", base);
    snprintf(cache, sizeof(cache), "%.4000s/pip-cache", e->run_dir);
    if (fs_mkdirs(cache, 0700, err) != 0)
        return -1;
    struct job_bind *binds = arena_zalloc(a, (use.n_binds + 1) * sizeof(*binds));
    memcpy(binds, use.binds, use.n_binds * sizeof(*binds));
    binds[use.n_binds] =
        (struct job_bind){.host = cache, .inside = "/root/.cache/pip", .writable = true};
    const struct job_input input = {.path = "requirements.txt", .source = requirements};
    const char *dir = arena_printf(a, "%s/job", base);
    const char *argv[] = {rt->python, "-m", "pip", "install", "-r", "/opt/ml/requirements.txt",
                          NULL};
    struct job_spec spec = {.id = id,
                            .dir = dir,
                            .argv = argv,
                            .env = use.env,
                            .inputs = &input,
                            .n_inputs = 1,
                            .binds = binds,
                            .n_binds = use.n_binds + 1,
                            .layers = use.layers,
                            .n_layers = use.n_layers,
                            .network = true,
                            .max_runtime_ms = INSTALL_MAX_MS,
                            .stop_grace_ms = 5000,
                            .log_max_bytes = 16 << 20};
    if (e->ops->submit(e, &spec, err) != 0 || await_install(e, dir, cancelled, ctx, &st, err) != 0)
        return -1;
    if (st.phase == JOB_EXITED && st.cause == JOB_CAUSE_EXIT && st.exit_code == 0)
        return 0;
    return install_failed(a, dir, &st, err);
}

int runtime_requirements(struct exec *e, struct arena *a, const struct runtime_info *rt,
                         const char *requirements, bool (*cancelled)(void *ctx), void *ctx,
                         const char **ret_over, struct err *err)
{
    char key[2 * DIGEST_MAX + 1], id[9], *text;
    struct err ignored;
    size_t len;

    *ret_over = NULL;
    if (fs_read(a, requirements, REQUIREMENTS_MAX, &text, &len, err) != 0)
        return -1;
    if (e->ops != &exec_process || !runtime_stands_alone(text))
        return 0;
    layer_key(rt, text, len, key);
    const char *layers = arena_printf(a, "%s/layers", e->run_dir);
    const char *final = arena_printf(a, "%s/%s", layers, key);
    if (fs_exists(final)) {
        utimensat(AT_FDCWD, final, NULL, 0); /* used: remove_stale */
        *ret_over = final;
        return 0;
    }
    id_random(id, 8);
    const char *base = arena_printf(a, "%s/tmp-%s", layers, id);
    remove_stale(layers);
    if (fs_mkdirs(base, 0700, err) != 0)
        return -1;
    int rc = run_install(e, a, rt, base, requirements, cancelled, ctx, err);
    if (rc != 0 && err->code == ERR_UNSUPPORTED)
        rc = 0; /* no overlay: train.py does what it can */
    else if (rc == 0) {
        /* a cache that outlives this boot: whole on disk before it has its name */
        cleanup_fd int fd = sys->open(base, O_RDONLY | O_DIRECTORY, 0);
        const char *keep = arena_printf(a, "%s/keep", base);
        if (fd < 0 || sys->syncfs(fd) != 0)
            rc = err_errno(err, errno, "sync %s", base);
        /* another job may have been faster: then its layer serves */
        else if (sys->rename(keep, final) != 0 && !fs_exists(final))
            rc = err_errno(err, errno, "rename %s to %s", keep, final);
        else
            *ret_over = final;
    }
    if (fs_remove_tree(base, &ignored) != 0)
        log_warn("%s", ignored.msg);
    return rc;
}
