/* A shell in what a job had: `slipway shell`.
 *
 *   handler                                    whoever has the terminal
 *   key (committed) -> directory staged -----> shell_run: lock, sandbox, program, end
 *                                    <-------- job_shell_close: directory and key go
 *
 *   shells/shell-XXXXXXXXXX/     as a job's (exec/job_dir.c), never started by the engine
 *   shells/shell-XXXXXXXXXX-code its archive of code, while it is being staged
 *
 * No row tells of a shell: its directory and its key's row are all there is. It is no job: it takes
 * no slot, changes nobody's status, and nothing of it is collected. Whoever ran it closes it; a
 * look every few seconds, while there are any, finds those whose terminal or machine died: nobody
 * has the lock. A key without a directory is dropped at the next start. The engine may come and go
 * meanwhile.
 */
#include "engine/job_shell.h"
#include "base/fs.h"
#include "base/log.h"
#include "base/sys.h"
#include "base/text.h"
#include "engine/jobs_private.h"
#include <string.h>
#include <unistd.h>

#define ARENA_BYTES  ((size_t)1 << 30)
#define MANIFEST_MAX ((size_t)256 << 20)
#define LOOK_MS      3000
#define FAILED_MS    60000 /* after one that could not be removed, which is said each time */
#define UNUSED_MS    60000 /* made, and nobody came */
#define CODE         "-code"

static char *shells_dir(struct engine *e, struct arena *a)
{
    return arena_printf(a, "%s/shells", e->config.data_dir);
}

/* --- what is left is removed --- */

struct look {
    struct job_task task; /* first */
    int64_t shells;       /* opened when it began */
    bool left, failed;
    struct json *gone; /* ids */
};

static void watch_in(struct engine *e, int64_t ms);

static void look_done(struct engine *e, struct job_task *t)
{
    struct look *l = (struct look *)t;
    struct jobs *all = jobs__of(e);

    for (size_t i = 0; i < json_len(l->gone); i++)
        access_drop_job(e, json_str(json_at(l->gone, i)));
    all->shells_watched = false;
    if (l->left || l->shells != all->shells)
        watch_in(e, l->failed ? FAILED_MS : LOOK_MS);
}

static void look(struct engine *e, void *arg)
{
    struct look *l = arg;
    struct arena *a = l->task.arena;
    char *dir = shells_dir(e, a);
    DIR *d = sys->opendir(dir);
    struct dirent *entry;

    l->gone = json_array(a);
    while (d && (entry = sys->readdir(d)) != NULL) {
        struct err err = {0};
        const char *id = entry->d_name;
        if (!str_starts(id, SHELL_ID) || str_ends(id, CODE))
            continue;
        if (shell_remove(e->exec, id, arena_printf(a, "%s/%s", dir, id), UNUSED_MS, &err) == 0) {
            json_push_str(a, l->gone, id);
            continue;
        }
        l->left = true;
        if (err.code == ERR_BUSY)
            continue;
        l->failed = true;
        log_warn("%s", err.msg);
    }
    if (d)
        sys->closedir(d);
    jobs__report(&l->task);
}

static void look_start(struct engine *e, void *arg)
{
    struct look *l = (struct look *)jobs__task(e, NULL, look_done, sizeof(*l));

    (void)arg;
    l->shells = jobs__of(e)->shells;
    batch_pool(e, look, l);
}

static void watch_in(struct engine *e, int64_t ms)
{
    struct jobs *all = jobs__of(e);

    if (!all->shells_watched)
        engine_timer(e, sys->mono_ms() + ms, look_start, NULL);
    all->shells_watched = true;
}

static void watch(struct engine *e)
{
    watch_in(e, LOOK_MS);
}

void jobs__shells_old(struct engine *e)
{
    cleanup_arena struct arena *a = arena_create((size_t)16 << 20);
    struct json *keys = access_jobs(e, a, SHELL_ID);
    char *dir = shells_dir(e, a);
    DIR *d = sys->opendir(dir);
    struct dirent *entry;
    struct err err = {0};

    for (size_t i = 0; i < json_len(keys); i++) {
        const char *id = json_str(json_at(keys, i));
        if (!fs_exists(arena_printf(a, "%s/%s", dir, id)))
            access_drop_job(e, id);
    }
    while (d && (entry = sys->readdir(d)) != NULL) {
        if (!str_starts(entry->d_name, SHELL_ID))
            continue;
        if (!str_ends(entry->d_name, CODE))
            watch(e);
        else if (fs_remove_tree(arena_printf(a, "%s/%s", dir, entry->d_name), &err) != 0)
            log_warn("%s", err.msg);
    }
    if (d)
        sys->closedir(d);
}

/* --- opening --- */

struct opening {
    struct engine *engine;
    const struct shell_order *order;
    struct arena *arena;
    struct job_box box; /* the job with the shell's id and directory */
    struct job_task task;
    struct job_spec spec;
    struct job_shell shell;
    struct json *had; /* the job's manifest; NULL: it has none */
    const char *command;
    size_t files;
};

static const char *words(struct arena *a, const char *const *argv)
{
    cleanup_buf struct buf b = {0};

    buf_init(&b, (size_t)1 << 24);
    for (size_t i = 0; argv[i]; i++)
        buf_addf(&b, "%s%s", i ? " " : "", text_shell_word(a, argv[i]));
    return arena_strdup(a, b.data ? b.data : "");
}

/* Bash is what people know; the sandbox shows this machine's /usr. */
static const char *find_bash(void)
{
    static const char *const places[] = {"/usr/bin/bash", "/bin/bash"};

    for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
        if (access(places[i], X_OK) == 0)
            return places[i];
    return NULL;
}

/* The job's environment, with `run` behind all else in PATH. */
static const char *const *shell_env(struct opening *o, const char *dir)
{
    struct arena *a = o->arena;
    const char *const *had = o->spec.env;
    size_t n = 0, at = 0;

    while (had[n])
        n++;
    const char **env = arena_zalloc(a, (n + 3) * sizeof(*env));
    for (; had[at]; at++)
        env[at] = str_starts(had[at], "PATH=") ? arena_printf(a, "%s:%s", had[at], dir) : had[at];
    if (o->order->terminal)
        env[at++] = arena_printf(a, "TERM=%s", o->order->term ? o->order->term : "dumb");
    if (o->order->terminal && !o->order->argv)
        env[at++] = arena_printf(a, "ENV=%s/rc", dir); /* for a plain sh */
    return env;
}

static void dress(struct opening *o)
{
    struct arena *a = o->arena;
    const char *bash = find_bash(), **argv = arena_zalloc(a, 4 * sizeof(*argv));
    char home[PATH_MAX];

    job_home(&o->spec, home);
    const char *dir = arena_printf(a, "%s/" SHELL_DIR, home);
    o->command = words(a, o->spec.argv);
    o->shell = (struct job_shell){
        .terminal = o->order->terminal,
        .rc = arena_printf(a, "PS1=%s\n%s",
                           text_shell_word(a, arena_printf(a, "(%s) %s", o->order->label,
                                                           bash ? "\\w\\$ " : "$ ")),
                           bash ? "history -s run\n" : ""),
        .run = arena_printf(a, "#!/bin/sh\ncd %s && exec %s \"$@\"\n",
                            text_shell_word(a, o->spec.cwd ? o->spec.cwd : "/"), o->command)};
    argv[0] = bash ? bash : "/bin/sh";
    argv[1] = bash ? "--rcfile" : NULL;
    argv[2] = bash ? arena_printf(a, "%s/rc", dir) : NULL;
    o->spec.env = shell_env(o, dir);
    o->spec.argv = o->order->argv ? o->order->argv : argv;
    o->spec.max_runtime_ms = 0;
    o->spec.shell = &o->shell;
}

/* What the job was started with; NULL when that was nothing, or it never came so far. */
static int read_manifest(struct opening *o, const char *job_id, struct err *err)
{
    const char *path =
        arena_printf(o->arena, "%s/manifest.json", job_dir(o->engine, o->arena, job_id));
    struct err own = {0};
    char *text;
    size_t n;

    if (fs_read(o->arena, path, MANIFEST_MAX, &text, &n, &own) == 0)
        return json_parse(o->arena, text, n, &o->had, err);
    if (own.code == ERR_NOT_FOUND)
        return 0;
    *err = own;
    return -1;
}

static int load(struct opening *o, const struct engine_who *who, struct err *err)
{
    struct engine *e = o->engine;
    struct arena *a = o->arena;
    char random[11];
    struct job *j;

    if (job_load(e, a, o->order->kind, who->account, who->region, o->order->job, &j, err) != 0 ||
        read_manifest(o, j->id, err) != 0)
        return -1;
    const char *python = json_get_str(j->result, "_python");
    id_random(random, 10);
    o->box = (struct job_box){.job = *j};
    o->box.job.id = arena_printf(a, SHELL_ID "%s", random);
    o->box.dir = arena_printf(a, "%s/%s", shells_dir(e, a), o->box.job.id);
    if (python && access(python, X_OK) == 0) { /* else what the image means by now */
        o->box.python = python;
        o->box.image_pattern = json_get_str(j->result, "_pattern");
    }
    o->task = (struct job_task){.engine = e, .box = &o->box, .arena = a};
    return fs_mkdirs(shells_dir(e, a), 0700, err);
}

static int add_key(struct engine *e, void *arg, struct err *err)
{
    (void)err;
    access_add_job(e, arg);
    return 0;
}

static int drop_key(struct engine *e, void *arg, struct err *err)
{
    (void)err;
    access_drop_job(e, arg);
    return 0;
}

static void opened(struct engine *e, void *arg)
{
    (void)arg;
    jobs__of(e)->shells++;
    watch(e);
}

static int stage(struct opening *o, struct err *err)
{
    const char *scratch = arena_printf(o->arena, "%s" CODE, o->box.dir);
    struct exec *x = o->engine->exec;
    struct err why = {0};
    int rc = -1;

    if (job_stage_again(&o->task, scratch, o->had, &o->spec, &o->files, err) == 0) {
        dress(o);
        rc = x->ops->submit(x, &o->spec, err);
    }
    if (fs_remove_tree(scratch, &why) != 0)
        log_warn("%s", why.msg);
    return rc;
}

static struct json *tell(const struct opening *o, struct arena *a)
{
    struct json *out = json_object(a);

    json_set_str(a, out, "id", o->box.job.id);
    json_set_str(a, out, "command", o->command);
    json_set_str(a, out, "shell", o->spec.argv[0]);
    json_set_str(a, out, "python", json_get_str(o->task.result, "_python"));
    json_set_str(a, out, "version", json_get_str(o->task.result, "_version"));
    json_set_int(a, out, "files", (int64_t)o->files);
    /* one that started without a manifest was given nothing */
    json_set_bool(a, out, "anew", !o->had && !o->box.job.started_ms);
    return out;
}

int job_shell_open(struct engine *e, const struct engine_who *who, const struct shell_order *order,
                   struct arena *a, struct json **ret, struct err *err)
{
    cleanup_arena struct arena *own = arena_create(ARENA_BYTES);
    struct opening *o = arena_zalloc(own, sizeof(*o));
    struct err ignored = {0};

    *o = (struct opening){.engine = e, .order = order, .arena = own};
    if (!jobs_run_programs(e))
        return err_set(err, ERR_UNSUPPORTED,
                       "this engine runs no programs (--executor dry), so there is no sandbox");
    if (load(o, who, err) != 0 || engine_call(e, add_key, &o->box.job, err) != 0)
        return -1;
    fault_point("shell.key");
    if (stage(o, err) != 0) {
        (void)engine_call(e, drop_key, (void *)o->box.job.id, &ignored);
        return -1;
    }
    fault_point("shell.staged");
    engine_post(e, opened, NULL);
    *ret = tell(o, a);
    return 0;
}

int job_shell_close(struct engine *e, const char *id, struct err *err)
{
    cleanup_arena struct arena *a = arena_create(1 << 16);

    if (!str_starts(id, SHELL_ID) || strlen(id) > 64 || strchr(id, '/'))
        return err_set(err, ERR_INVALID, "%.64s: not a shell", id);
    if (shell_remove(e->exec, id, arena_printf(a, "%s/%s", shells_dir(e, a), id), 0, err) != 0)
        return -1;
    fault_point("shell.removed");
    return engine_call(e, drop_key, (void *)id, err);
}
