/* The sandbox as an allow-list: bubblewrap's arguments, inside the spec that the shim reads.
 *
 *   /               overlay: the job's own writes over its inputs over a skeleton (/etc, links)
 *   /usr            read-only, the host's; /bin, /lib … as on the host
 *   /opt/ml         inputs and outputs        /opt/slipway   init and the Python runners
 *   /root, /tmp     private, writable, on the disk that the engine counts
 *   /dev            the harmless devices and a /dev/shm; GPUs where there are any
 *   /proc           of its own pid namespace
 *   binds           the runtime's venv and base prefix, as the caller names them
 *
 * Inside, the user is root of a user namespace without any capability: images for SageMaker run as
 * root, and outside it is whoever runs the engine. The current directory is "/" unless the spec
 * says otherwise; it is writable, as in a container. */
#include "exec/sandbox.h"
#include "exec/embedded.h"
#include "exec/opt_link.h"
#include "base/fs.h"
#include "base/log.h"
#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define SPEC_MAX     (32u << 20)
#define DEFAULT_PATH "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
#define LAYERS_MAX   3 /* job_sweep knows them by name */
#define INIT_INSIDE  "/opt/slipway/init"

static const char *const overlay_names[] = {
    [OVERLAY_NONE] = "none", [OVERLAY_TRUSTED] = "trusted", [OVERLAY_USER] = "user"};
static const char *const outer_names[] = {
    [OUTER_NONE] = "none", [OUTER_USERNS] = "userns", [OUTER_BWRAP] = "bwrap"};

static void find_bwrap(struct box *b)
{
    static const char *const places[] = {"/usr/bin/bwrap", "/usr/local/bin/bwrap", "/bin/bwrap"};
    const char *named = getenv("SLIPWAY_BWRAP");

    if (named) {
        if (named[0] == '/')
            snprintf(b->bwrap, sizeof(b->bwrap), "%s", named);
        return;
    }
    for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
        if (access(places[i], X_OK) == 0) {
            snprintf(b->bwrap, sizeof(b->bwrap), "%s", places[i]);
            return;
        }
}

int box_open(struct box *b, const char *data_dir, bool join, struct err *err)
{
    memset(b, 0, sizeof(*b));
    pthread_mutex_init(&b->lock, NULL);
    int n = snprintf(b->run_dir, sizeof(b->run_dir), "%s/run", data_dir);
    if (n < 0 || n >= PATH_MAX - 128)
        return err_set(err, ERR_INVALID, "%.64s…: longer than a path may be", data_dir);
    if (fs_mkdirs(b->run_dir, 0700, err) != 0 || embedded_shim(b->run_dir, b->shim, err) != 0)
        return -1;
    snprintf(b->mount_at, sizeof(b->mount_at), "%.4000s/root", b->run_dir);
    if (fs_mkdirs(b->mount_at, 0755, err) != 0)
        return -1;
    find_bwrap(b);
    cgroups_find(&b->cgroups, join);
    return 0;
}

void box_close(struct box *b)
{
    pthread_mutex_destroy(&b->lock);
}

/* --- which overlay --- */

/* Runs the shim's probe; what it says on stderr goes to `why`. */
static bool probe_run(const char *const *argv, char *why, size_t cap)
{
    char *envp[] = {NULL};
    int p[2], status = -1;
    size_t len = 0;
    pid_t pid;

    if (pipe2(p, O_CLOEXEC) != 0)
        return false;
    cleanup_fd int null = sys->open("/dev/null", O_RDWR, 0);
    const int fds[][2] = {{null, 0}, {null, 1}, {p[1], 2}};
    struct sys_spawn how = {
        .path = argv[0], .argv = (char *const *)argv, .envp = envp, .fds = fds, .n_fds = 3};
    int rc = sys->spawn(&how, &pid);
    if (rc != 0)
        snprintf(why, cap, "run %s: %s", argv[0], strerror(errno));
    fd_close(&p[1]);
    while (rc == 0 && len < cap - 1) {
        ssize_t n = sys->read(p[0], why + len, cap - 1 - len);
        if (n <= 0 && !(n < 0 && errno == EINTR))
            break;
        len += n > 0 ? (size_t)n : 0;
    }
    fd_close(&p[0]);
    if (rc != 0)
        return false;
    why[len] = '\0';
    why[strcspn(why, "\n")] = '\0';
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    return status == 0;
}

static bool probe_dir_make(const char *dir)
{
    static const char *const parts[] = {"lower/d", "upper", "work", "merged"};
    char path[PATH_MAX + 32];
    struct err err;

    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        snprintf(path, sizeof(path), "%s/%s", dir, parts[i]);
        if (fs_mkdirs(path, 0755, &err) != 0)
            return false;
    }
    snprintf(path, sizeof(path), "%s/lower/d/f", dir);
    cleanup_fd int fd = sys->open(path, O_WRONLY | O_CREAT, 0644);
    return fd >= 0;
}

static bool probe(struct box *b, enum overlay overlay, enum outer outer)
{
    char dir[PATH_MAX], id[9];
    struct err err;

    id_random(id, 8);
    snprintf(dir, sizeof(dir), "%.4000s/probe-%s", b->run_dir, id);
    const char *kind = outer == OUTER_BWRAP      ? "outer"
                       : overlay != OVERLAY_NONE ? overlay_names[overlay]
                       : outer == OUTER_USERNS   ? "mount-user"
                                                 : "mount";
    const char *direct[] = {b->shim, "probe", dir, kind, NULL};
    const char *outside[] = {b->bwrap, "--unshare-user", "--uid", "0",      "--gid",
                             "0",      "--cap-add",      "ALL",   "--bind", "/",
                             "/",      "--dev-bind",     "/dev",  "/dev",   "--die-with-parent",
                             "--",     b->shim,          "probe", dir,      kind,
                             NULL};
    bool ok = probe_dir_make(dir) && probe_run(outer == OUTER_BWRAP ? outside : direct,
                                               b->overlay_lack, sizeof(b->overlay_lack));
    if (fs_remove_tree(dir, &err) != 0)
        log_warn("%s", err.msg);
    if (ok) {
        b->overlay = overlay;
        b->outer = outer;
        b->mounts = true;
        if (overlay != OVERLAY_NONE)
            b->overlay_lack[0] = '\0';
    }
    return ok;
}

/* In the first user namespace root mounts overlays as such, with trusted.* attributes. */
static bool is_real_root(void)
{
    cleanup_arena struct arena *a = arena_create(4096);
    struct err err;
    char *map;

    return geteuid() == 0 && fs_read(a, "/proc/self/uid_map", 4096, &map, NULL, &err) == 0 &&
           strstr(map, "4294967295");
}

void box_probe_overlay(struct box *b)
{
    pthread_mutex_lock(&b->lock);
    if (!b->probed) {
        bool found = (is_real_root() && probe(b, OVERLAY_TRUSTED, OUTER_NONE)) ||
                     probe(b, OVERLAY_USER, OUTER_USERNS) ||
                     (b->bwrap[0] && probe(b, OVERLAY_USER, OUTER_BWRAP));
        if (!found) {
            if (!b->quiet)
                log_warn("no overlay here, so the inputs of jobs are copied: %s", b->overlay_lack);
            (void)(probe(b, OVERLAY_NONE, OUTER_NONE) || probe(b, OVERLAY_NONE, OUTER_USERNS));
        }
        b->probed = true;
    }
    pthread_mutex_unlock(&b->lock);
}

/* --- the spec --- */

static void put(struct buf *out, const char *key, const char *value)
{
    buf_adds(out, key);
    buf_addc(out, '=');
    buf_add(out, value, strlen(value) + 1);
}

static void put_int(struct buf *out, const char *key, int64_t value)
{
    char text[32];

    snprintf(text, sizeof(text), "%lld", (long long)value);
    put(out, key, text);
}

static void put_bargs(struct buf *out, const char *const *args)
{
    for (; *args; args++)
        put(out, "barg", *args);
}

#define BARGS(out, ...) put_bargs(out, (const char *const[]){__VA_ARGS__, NULL})

/* /bin and its like: links into /usr are in the skeleton, real directories are shown. */
static void put_root_dirs(struct buf *out, bool skeleton_mounted)
{
    char path[64], target[PATH_MAX];

    for (const char *const *name = box_root_links; *name; name++) {
        struct stat st;
        snprintf(path, sizeof(path), "/%s", *name);
        if (sys->lstat(path, &st) != 0)
            continue;
        if (S_ISDIR(st.st_mode)) {
            BARGS(out, "--ro-bind", path, path);
        } else if (S_ISLNK(st.st_mode) && !skeleton_mounted) {
            ssize_t n = readlink(path, target, sizeof(target) - 1);
            if (n > 0) {
                target[n] = '\0';
                BARGS(out, "--symlink", target, path);
            }
        }
    }
}

static void put_gpus(struct buf *out)
{
    glob_t found;

    if (glob("/dev/nvidia*", 0, NULL, &found) != 0)
        return;
    for (size_t i = 0; i < found.gl_pathc; i++)
        BARGS(out, "--dev-bind-try", found.gl_pathv[i], found.gl_pathv[i]);
    globfree(&found);
}

/* What lies in /usr or in the skeleton is there already. */
static bool bind_is_needless(const struct box *b, const struct job_bind *bind, bool copied)
{
    if (b->overlay != OVERLAY_NONE && copied)
        return true;
    return !bind->writable && str_eq(bind->host, bind->inside) &&
           (str_starts(bind->inside, "/usr/") || str_eq(bind->inside, "/usr"));
}

static void put_bwrap(struct box *b, const struct job_spec *spec, const char *skel,
                      const bool *copied, struct buf *out)
{
    char path[PATH_MAX];

    BARGS(out, "--unshare-user", "--unshare-all");
    if (spec->network)
        BARGS(out, "--share-net");
    BARGS(out, "--uid", "0", "--gid", "0", "--die-with-parent", "--new-session", "--as-pid-1",
          "--cap-drop", "ALL", "--seccomp", "7");
    if (spec->hosts && spec->hosts[0])
        BARGS(out, "--hostname", spec->hosts[0]);
    snprintf(path, sizeof(path), "%.4000s/upper", spec->dir);
    BARGS(out, "--bind", b->overlay == OVERLAY_NONE ? path : b->mount_at, "/", "--ro-bind", "/usr",
          "/usr");
    put_root_dirs(out, b->overlay != OVERLAY_NONE);
    if (b->overlay == OVERLAY_NONE) {
        snprintf(path, sizeof(path), "%.4000s/etc", skel);
        BARGS(out, "--ro-bind", path, "/etc");
        snprintf(path, sizeof(path), "%.4000s/opt/slipway", skel);
        BARGS(out, "--ro-bind", path, "/opt/slipway", "--dir", "/root", "--dir", "/tmp");
    }
    /* read-only, since root needs no capability to write /proc/sys/kernel/core_pattern: bubblewrap
     * covers /proc/sys only where the directory itself is writable */
    BARGS(out, "--proc", "/proc", "--remount-ro", "/proc", "--dev", "/dev");
    put_gpus(out);
    for (size_t i = 0; i < spec->n_layers && b->overlay == OVERLAY_NONE; i++)
        BARGS(out, "--ro-bind", spec->layers[i].host, spec->layers[i].inside);
    for (size_t i = 0; i < spec->n_binds; i++)
        if (!bind_is_needless(b, &spec->binds[i], copied[i]))
            BARGS(out, spec->binds[i].writable ? "--bind" : "--ro-bind", spec->binds[i].host,
                  spec->binds[i].inside);
    BARGS(out, "--chdir", "/", "--", INIT_INSIDE, "init");
}

/* Makes the directories that a layer writes to. */
static int layer_dirs(const struct job_spec *spec, size_t i, char ret[PATH_MAX], struct err *err)
{
    static const char *const parts[] = {"/upper", "/work"};
    const char *keep = spec->layers[i].keep;
    char path[PATH_MAX];

    if (keep)
        snprintf(ret, PATH_MAX, "%.4000s", keep);
    else
        snprintf(ret, PATH_MAX, "%.4000s/layer%zu", spec->dir, i);
    for (int part = 0; part < 2; part++) {
        snprintf(path, sizeof(path), "%.4000s%s", ret, parts[part]);
        if (fs_mkdirs(path, 0755, err) != 0)
            return -1;
    }
    return 0;
}

static int put_layers(struct box *b, const struct job_spec *spec, struct buf *out, struct err *err)
{
    char dir[PATH_MAX];

    if (spec->n_layers > LAYERS_MAX)
        return err_set(err, ERR_LIMIT, "job %s: more than %d layers", spec->id, LAYERS_MAX);
    for (size_t i = 0; i < spec->n_layers; i++) {
        const struct job_layer *layer = &spec->layers[i];
        if (b->overlay == OVERLAY_NONE && (layer->over || layer->keep))
            return err_set(err, ERR_UNSUPPORTED, "no overlay can be mounted here: %s",
                           b->overlay_lack);
        if (b->overlay == OVERLAY_NONE)
            continue;
        if (layer_dirs(spec, i, dir, err) != 0)
            return -1;
        put(out, "layer", layer->host);
        put(out, "layer", layer->inside);
        put(out, "layer", layer->over ? layer->over : "");
        put(out, "layer", dir);
    }
    return 0;
}

static bool env_has(const struct job_spec *spec, const char *name)
{
    size_t n = strlen(name);

    for (const char *const *e = spec->env; e && *e; e++)
        if (strncmp(*e, name, n) == 0 && (*e)[n] == '=')
            return true;
    return false;
}

/* Without a layer over the interpreter and without a sandbox, pip would write to the user's own. */
static bool packages_apart(const struct box *b, const struct job_spec *spec)
{
    return spec->sandbox == SANDBOX_OFF && b->overlay == OVERLAY_NONE &&
           !env_has(spec, "PIP_TARGET");
}

void job_home(const struct job_spec *spec, char ret[PATH_MAX])
{
    bool off = spec->sandbox == SANDBOX_OFF;

    snprintf(ret, PATH_MAX, "%.4000s%s", off ? spec->dir : "", off ? "/upper/root" : "/root");
}

static void put_env(const struct box *b, const struct job_spec *spec, struct buf *out)
{
    char text[PATH_MAX + 64], packages[PATH_MAX + 32], home[PATH_MAX];
    bool off = spec->sandbox == SANDBOX_OFF, apart = packages_apart(b, spec);

    if (!env_has(spec, "PATH"))
        put(out, "env", "PATH=" DEFAULT_PATH);
    if (!env_has(spec, "HOME")) {
        job_home(spec, home);
        snprintf(text, sizeof(text), "HOME=%s", home);
        put(out, "env", text);
    }
    if (!env_has(spec, "TMPDIR")) {
        snprintf(text, sizeof(text), "TMPDIR=%s%s", off ? spec->dir : "",
                 off ? "/upper/tmp" : "/tmp");
        put(out, "env", text);
    }
    snprintf(packages, sizeof(packages), "%s/upper/root/packages", spec->dir);
    if (apart) {
        snprintf(text, sizeof(text), "PIP_TARGET=%s", packages);
        put(out, "env", text);
    }
    if (apart && !env_has(spec, "PYTHONPATH")) {
        snprintf(text, sizeof(text), "PYTHONPATH=%s", packages);
        put(out, "env", text);
    }
    for (const char *const *e = spec->env; e && *e; e++) {
        if (apart && str_starts(*e, "PYTHONPATH=")) {
            buf_addf(out, "env=PYTHONPATH=%s:%s", packages, *e + strlen("PYTHONPATH="));
            buf_addc(out, '\0');
        } else {
            put(out, "env", *e);
        }
    }
}

int box_write_spec(struct box *b, const struct job_spec *spec, struct buf *out, struct err *err)
{
    char skel[PATH_MAX] = "", link[PATH_MAX] = "";
    cleanup_free bool *copied = xcalloc(spec->n_binds + 1, sizeof(*copied));
    bool off = spec->sandbox == SANDBOX_OFF;

    if (!spec->argv || !spec->argv[0] || !spec->argv[0][0])
        return err_set(err, ERR_INVALID, "job %s: no program to run", spec->id);
    if (!off && box_skeleton(b, spec, skel, copied, err) != 0)
        return -1;
    if (off && !b->mounts && !opt_link_target(spec->dir, link))
        return err_set(err, ERR_INVALID, "%.64s…: longer than a path may be", spec->dir);
    /* overlay first: job_dir_overlay reads only the head */
    put(out, "proto", "1");
    put(out, "overlay", overlay_names[b->overlay]);
    put(out, "outer", outer_names[b->outer]);
    put(out, "mode", off ? "off" : "full");
    put(out, "id", spec->id);
    put(out, "self", b->shim);
    put(out, "skel", skel);
    put(out, "at", b->mount_at);
    put(out, "link", link);
    put(out, "io", !spec->shell ? "" : spec->shell->terminal ? "tty" : "streams");
    put(out, "bwrap", b->bwrap);
    put_int(out, "runtime_ms", spec->max_runtime_ms);
    put_int(out, "grace_ms", spec->stop_grace_ms);
    put_int(out, "log_max", spec->log_max_bytes);
    put_int(out, "processes", spec->max_processes);
    put(out, "cwd", spec->cwd ? spec->cwd : "/");
    cgroups_spec(&b->cgroups, spec, out);
    if (put_layers(b, spec, out, err) != 0)
        return -1;
    if (!off)
        put_bwrap(b, spec, skel, copied, out);
    for (const char *const *arg = spec->argv; *arg; arg++)
        put(out, "arg", *arg);
    put_env(b, spec, out);
    if (buf_failed(out))
        return err_set(err, ERR_LIMIT, "job %s: arguments and environment beyond %u bytes",
                       spec->id, SPEC_MAX);
    return 0;
}
