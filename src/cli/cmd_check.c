/* slipway check: what of a project will not work here, before anything runs.
 *
 * Python files and notebooks are read, never run, by check_driver.py in the project's interpreter;
 * it says what they ask for. Pipeline definitions (JSON) are read here. What works is decided by
 * the engine's own tables of operations, step types and runtimes, so that this page cannot promise
 * what the program does not do. */
#include "cli/api.h"
#include "cli/commands.h"
#include "cli/check.h"
#include "cli/embedded.h"
#include "base/fs.h"
#include "base/sys.h"
#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define FILES_MAX  5000
#define OUTPUT_MAX ((size_t)64 << 20)
#define FILE_MAX   ((size_t)16 << 20)

/* --- files --- */

struct files {
    char **python, **json;
    size_t n_python, n_json;
};

static bool skipped_dir(const char *name)
{
    static const char *const names[] = {
        "venv",          "env",   "node_modules", "__pycache__", "build", "dist",
        "site-packages", "tests", "test",         "htmlcov",     NULL};

    for (size_t i = 0; names[i]; i++)
        if (str_eq(names[i], name))
            return true;
    return name[0] == '.';
}

static void add_file(struct check *c, struct files *f, const char *path)
{
    bool json = str_ends(path, ".json");

    if (!json && !str_ends(path, ".py") && !str_ends(path, ".ipynb"))
        return;
    if (json ? f->n_json < FILES_MAX : f->n_python < FILES_MAX) {
        if (json)
            f->json[f->n_json++] = arena_strdup(c->arena, path);
        else
            f->python[f->n_python++] = arena_strdup(c->arena, path);
    }
}

static int compare_paths(const void *x, const void *y)
{
    return strcmp(*(char *const *)x, *(char *const *)y);
}

static int walk(struct check *c, struct files *f, const char *dir, int depth, struct err *err)
{
    DIR *d = sys->opendir(dir);
    struct dirent *e;

    if (!d)
        return err_errno(err, errno, "%s", dir);
    while ((e = sys->readdir(d))) {
        struct stat st;
        const char *path = str_eq(dir, ".") ? arena_strdup(c->arena, e->d_name)
                                            : arena_printf(c->arena, "%s/%s", dir, e->d_name);
        if (str_eq(e->d_name, ".") || str_eq(e->d_name, "..") || sys->lstat(path, &st) != 0)
            continue;
        if (S_ISREG(st.st_mode))
            add_file(c, f, path);
        else if (S_ISDIR(st.st_mode) && depth < 24 && !skipped_dir(e->d_name) &&
                 !fs_exists(arena_printf(c->arena, "%s/pyvenv.cfg", path)))
            walk(c, f, path, depth + 1, err); /* what cannot be opened is left out */
    }
    sys->closedir(d);
    return 0;
}

/* --- Python --- */

static int run_reader(struct check *c, const char *python, const struct files *f, struct buf *out,
                      struct err *err)
{
    extern char **environ;
    char **argv = arena_zalloc(c->arena, sizeof(char *) * (f->n_python + 5));
    cleanup_fd int from = -1;
    int ends[2], status;
    size_t n = 0;
    pid_t pid;

    argv[n++] = arena_strdup(c->arena, python);
    argv[n++] = "-I";
    argv[n++] = "-c";
    argv[n++] = (char *)embed_check_driver;
    for (size_t i = 0; i < f->n_python; i++)
        argv[n++] = f->python[i];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return err_errno(err, errno, "pipe");
    from = ends[0];
    const int fds[][2] = {{0, 0}, {ends[1], 1}, {2, 2}};
    const struct sys_spawn how = {
        .path = python, .argv = argv, .envp = environ, .fds = fds, .n_fds = 3};
    int rc = sys->spawn(&how, &pid), why = errno;
    sys->close(ends[1]);
    if (rc != 0)
        return err_errno(err, why, "%s", python);
    char chunk[65536];
    ssize_t got;
    while ((got = sys->read(from, chunk, sizeof(chunk))) > 0)
        buf_add(out, chunk, (size_t)got);
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return err_set(err, ERR_IO, "%s: reading the project's files failed", python);
    return 0;
}

static int check_python_files(struct check *c, const struct files *f, struct err *err)
{
    cleanup_buf struct buf out = {0};
    char *line, *rest;

    buf_init(&out, OUTPUT_MAX);
    if (f->n_python == 0)
        return 0;
    const char *python = project_python(c->arena, c->root);
    if (!python)
        return err_set(err, ERR_NOT_FOUND,
                       "there is no python3 to read the project's files with: "
                       "sudo apt-get install python3");
    if (run_reader(c, python, f, &out, err) != 0)
        return -1;
    rest = out.data;
    while ((line = strsep(&rest, "\n"))) {
        struct json *fact;
        struct err ignored;
        if (*line && json_parse(c->arena, line, strlen(line), &fact, &ignored) == 0)
            check_fact(c, fact);
    }
    return 0;
}

/* --- the report --- */

static void print_finding(struct check *c, const struct finding *f)
{
    const char *place = f->line ? arena_printf(c->arena, "%s:%s", f->file, f->line) : f->file;
    enum out_style style = f->verdict == CHECK_NO ? OUT_RED : OUT_YELLOW;

    printf("%s%s%s %s%s%s %s", out_on(stdout, OUT_DIM), place, out_off(stdout),
           out_on(stdout, style), f->verdict == CHECK_NO ? "not here:" : "note:", out_off(stdout),
           f->what);
    if (f->times > 1)
        printf(" (%d times)", f->times);
    putchar('\n');
    if (f->why)
        help_wrap(stdout, f->why, 4, 0, out_width(stdout) < 80 ? 80 : out_width(stdout));
}

static void print_report(struct check *c, size_t n_files)
{
    int missing = 0, notes = 0;

    for (int pass = CHECK_NO; pass <= CHECK_NOTE; pass++)
        for (const struct finding *f = c->first; f; f = f->next) {
            if ((int)f->verdict != pass)
                continue;
            print_finding(c, f);
            missing += pass == CHECK_NO;
            notes += pass == CHECK_NOTE;
        }
    printf("%s%zu file%s read: %d thing%s will not work here, %d to know, %d fine.\n",
           missing + notes ? "\n" : "", n_files, n_files == 1 ? "" : "s", missing,
           missing == 1 ? "" : "s", notes, c->fine);
}

static void print_json(struct check *c, size_t n_files)
{
    static const char *const verdicts[] = {"not here", "note"};
    struct arena *a = c->arena;
    struct json *out = json_object(a), *list = json_array(a);

    for (const struct finding *f = c->first; f; f = f->next) {
        struct json *o = json_object(a);
        json_set_str(a, o, "File", f->file);
        json_set_str(a, o, "Line", f->line);
        json_set_str(a, o, "Kind", f->kind);
        json_set_str(a, o, "What", f->what);
        json_set_str(a, o, "Verdict", verdicts[f->verdict]);
        json_set_str(a, o, "Why", f->why);
        json_set_int(a, o, "Times", f->times);
        json_push(a, list, o);
    }
    json_set_int(a, out, "Files", (int64_t)n_files);
    json_set_int(a, out, "Fine", c->fine);
    json_set(a, out, "Findings", list);
    out_json(out);
}

static int check_paths(struct check *c, struct files *f, struct err *err)
{
    char *here[] = {".", NULL};
    char **paths = c->cli->n_args ? c->cli->args : here;

    f->python = arena_alloc(c->arena, sizeof(char *) * FILES_MAX);
    f->json = arena_alloc(c->arena, sizeof(char *) * FILES_MAX);
    for (; *paths; paths++) {
        struct stat st;
        if (sys->stat(*paths, &st) != 0)
            return err_errno(err, errno, "%s", *paths);
        char *path = arena_strdup(c->arena, *paths);
        while (strlen(path) > 1 && str_ends(path, "/"))
            path[strlen(path) - 1] = '\0';
        if (S_ISDIR(st.st_mode) ? walk(c, f, path, 0, err) : (add_file(c, f, path), 0))
            return -1;
        if (!S_ISDIR(st.st_mode) && c->cli->n_args == 1 && f->n_python + f->n_json == 0)
            return err_set(err, ERR_INVALID, "%s: neither .py nor .ipynb nor .json: it is not read",
                           path);
        if (!c->root)
            c->root = project_root(c->arena, S_ISDIR(st.st_mode) ? path : ".");
    }
    qsort(f->python, f->n_python, sizeof(char *), compare_paths);
    qsort(f->json, f->n_json, sizeof(char *), compare_paths);
    return 0;
}

static enum check_named how_named(struct cli *cli, const char *path)
{
    for (size_t i = 0; i < cli->n_args; i++)
        if (str_eq(cli->args[i], path))
            return cli->n_args == 1 ? CHECK_ALONE : CHECK_NAMED;
    return CHECK_FOUND;
}

static int run_check(struct cli *cli)
{
    struct check c = {.cli = cli, .arena = cli->arena};
    struct files f = {0};
    struct err err;
    size_t n;

    c.last = &c.first;
    if (check_paths(&c, &f, &err) != 0 || check_python_files(&c, &f, &err) != 0)
        return cli_fail(cli, &err);
    n = f.n_python;
    for (size_t i = 0; i < f.n_json; i++)
        n += check_definition(&c, f.json[i], how_named(cli, f.json[i]));
    check_buckets(&c);
    bool missing = false;
    for (const struct finding *x = c.first; x; x = x->next)
        missing = missing || x->verdict == CHECK_NO;
    if (cli_flag(cli, "json"))
        print_json(&c, n);
    else
        print_report(&c, n);
    return missing ? CLI_FAILED : CLI_OK;
}

static const struct cli_option options[] = {
    {"json", 0, NULL, "Print one JSON object"},
    {NULL, 0, NULL, NULL},
};

const struct cli_command cmd_check = {
    .name = "check",
    .group = "run a project",
    .summary = "List what of a project will not work here, running nothing",
    .usage = "[PATH...]",
    .about = "Reads Python files, notebooks and pipeline definitions below PATH (default: where "
             "you are), and lists with file and line the steps, AWS operations and images that are "
             "not here, the buckets whose data must be copied first, the secrets, and what runs "
             "differently. Nothing of the project is imported or run; what the code computes "
             "(a client made in another module, an image's name in a variable) is not seen.",
    .options = options,
    .settings = "data",
    .examples = "slipway check\nslipway check pipelines/ notebooks/train.ipynb\n"
                "slipway check --json definition.json",
    .exits = "    1  also where something will not work here",
    .run = run_check,
};
