/* slipway run: starts what a file describes, and follows it to its end.
 *
 *   FILE.py   --> the project's interpreter with run_driver.py --> events on a pipe: ARNs
 *   FILE.json --> CreatePipeline or UpdatePipeline, StartPipelineExecution
 *   PIPELINE  --> StartPipelineExecution
 *
 * With --step the driver only brings the pipeline up to date and names it; the start is made here.
 * The driver decides what a Python file means (see there). Its events come while it runs, so that
 * what it started is known even if the user interrupts it. */
#include "cli/api.h"
#include "cli/commands.h"
#include "cli/embedded.h"
#include "cli/follow.h"
#include "cli/rerun.h"
#include "cli/without.h"
#include "base/fs.h"
#include "base/sys.h"
#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define STARTED_MAX    256
#define EVENTS_MAX     ((size_t)32 << 20) /* a definition may be among them */
#define DEFINITION_MAX ((size_t)16 << 20)
#define EVENT_FD       3
#define ANSWER_FD      4
#define SETTLE_MS      400 /* a script that ends so soon after its start leaves the terminal to us */

struct run {
    struct cli *cli;
    struct api *api;
    struct json *parameters; /* {name: value} */
    struct thing started[STARTED_MAX];
    size_t n_started;
    const char *fault;    /* what the driver says is wrong */
    const char *pipeline; /* what the driver made for us to start */
    struct rerun rerun;   /* of --step */
    struct json *without; /* names of steps that are left out */
    const char *left_out; /* … and what that was, once it is known; else NULL */
    double sdk_seconds;
    pid_t pid;          /* the interpreter; 0: none */
    int events;         /* its events; -1: closed */
    struct buf pending; /* … of which one is not whole yet */
    int answers;        /* to them; -1: none are wanted */
    int status;         /* of the interpreter, when it has ended */
    FILE *to;
};

static int read_parameters(struct run *r)
{
    struct cli *cli = r->cli;

    r->parameters = json_object(cli->arena);
    for (size_t i = 0; i < cli->n_values; i++) {
        if (!str_eq(cli->values[i].option->name, "parameter"))
            continue;
        const char *text = cli->values[i].text, *equals = strchr(text, '=');
        if (!equals || equals == text)
            return cli_usage(cli, "-p %s: it is written NAME=VALUE", text);
        json_set_str(cli->arena, r->parameters,
                     arena_strndup(cli->arena, text, (size_t)(equals - text)), equals + 1);
    }
    return CLI_OK;
}

static void read_without(struct run *r)
{
    r->without = json_array(r->cli->arena);
    for (size_t i = 0; i < r->cli->n_values; i++)
        if (str_eq(r->cli->values[i].option->name, "without"))
            json_push_str(r->cli->arena, r->without, r->cli->values[i].text);
}

/* The definition as it is uploaded. What is left out of it is said, once. */
static int leave_out(struct run *r, char **text, struct err *err)
{
    const char *said;

    if (json_len(r->without) == 0)
        return 0;
    if (without_steps(r->cli->arena, *text, r->without, text, &said, err) != 0)
        return -1;
    if (!r->left_out)
        fprintf(stderr, "%sleft out, as --without says: %s%s\n", out_on(stderr, OUT_DIM), said,
                out_off(stderr));
    r->left_out = said;
    return 0;
}

/* The role that the callers of this engine have; one of that account when they have none. */
static const char *role_arn(struct run *r)
{
    struct arena *a = r->cli->arena;
    const char *xml, *s;
    struct err ignored;

    if (api_query(r->api, a, "sts", "Action=GetCallerIdentity&Version=2011-06-15", &xml,
                  &ignored) == 0 &&
        (s = strstr(xml, ":assumed-role/")))
        return arena_printf(a, "arn:aws:iam::%s:role/%.*s", r->api->endpoint.account,
                            (int)strcspn(s + strlen(":assumed-role/"), "/<"),
                            s + strlen(":assumed-role/"));
    return arena_printf(a, "arn:aws:iam::%s:role/SlipwayExecutionRole", r->api->endpoint.account);
}

/* --- a definition --- */

/* What AWS allows in a pipeline's name, made of the file's. */
static const char *pipeline_name(struct run *r, const char *path)
{
    const char *given = cli_option(r->cli, "pipeline"), *slash = strrchr(path, '/');
    char *name = arena_strdup(r->cli->arena, given ? given : slash ? slash + 1 : path);

    if (given)
        return name;
    if (str_ends(name, ".json"))
        name[strlen(name) - strlen(".json")] = '\0';
    for (char *c = name; *c; c++)
        if (!((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9')))
            *c = '-';
    return *name == '-' || !*name ? "pipeline" : name;
}

static int put_pipeline(struct run *r, const char *name, const char *definition, struct err *err)
{
    struct arena *a = r->cli->arena;
    struct json *in = json_object(a), *out;
    char token[33];

    id_random(token, 32);
    json_set_str(a, in, "PipelineName", name);
    json_set_str(a, in, "PipelineDefinition", definition);
    json_set_str(a, in, "RoleArn", role_arn(r));
    struct json *create = json_copy(a, in);
    json_set_str(a, create, "ClientRequestToken", token);
    if (api_call(r->api, a, "sagemaker", "CreatePipeline", create, &out, err) == 0)
        return 0;
    if (!strstr(err->msg, "already exist"))
        return -1;
    return api_call(r->api, a, "sagemaker", "UpdatePipeline", in, &out, err);
}

static void set_parameters(struct run *r, struct json *in)
{
    struct arena *a = r->cli->arena;
    struct json *list = json_array(a);

    for (size_t i = 0; i < json_len(r->parameters); i++) {
        struct json *p = json_object(a);
        json_set_str(a, p, "Name", r->parameters->keys[i]);
        json_set(a, p, "Value", r->parameters->items[i]);
        json_push(a, list, p);
    }
    if (json_len(list))
        json_set(a, in, "PipelineParameters", list);
}

/* A source that has not what the step needs is no fault of the request: another may have it. */
static int hint_source(struct run *r, struct err *err)
{
    struct err said = *err;

    if (!r->rerun.step || cli_option(r->cli, "from") || !strstr(said.msg, "did not succeed in"))
        return -1;
    return err_set(err, said.code, "%s; --from EXECUTION takes another one", said.msg);
}

/* Makes `in` a run of one step, and says on what. */
static int select_step(struct run *r, const char *pipeline, struct json *in, struct err *err)
{
    struct arena *a = r->cli->arena;
    struct rerun *rerun = &r->rerun;

    if (rerun_prepare(r->api, a, pipeline, cli_option(r->cli, "step"), cli_option(r->cli, "from"),
                      r->parameters, rerun, err) != 0)
        return -1;
    if (rerun_check(r->api, a, pipeline, rerun, err) != 0)
        return hint_source(r, err);
    rerun_fill(a, rerun, in);
    fprintf(stderr, "%s%s alone, on what execution %s had (%s, %s)%s\n", out_on(stderr, OUT_DIM),
            rerun->step, rerun->source.name, rerun->source.status,
            local_time(a, rerun->source.created_ms), out_off(stderr));
    if (rerun->left_out)
        fprintf(stderr, "%sleft out, the pipeline has no such parameters now: %s%s\n",
                out_on(stderr, OUT_DIM), rerun->left_out, out_off(stderr));
    for (size_t i = 0; i < json_len(rerun->changed); i++)
        fprintf(stderr, "%schanged since, the step reads what is there now: %s%s\n",
                out_on(stderr, OUT_DIM), json_str(json_at(rerun->changed, i)), out_off(stderr));
    return 0;
}

static int start_pipeline(struct run *r, const char *given, struct err *err)
{
    struct arena *a = r->cli->arena;
    const char *slash = strrchr(given, '/'),
               *name = slash ? slash + 1 : given; /* it may be an ARN */
    struct json *in = json_object(a), *out;
    char token[33];

    id_random(token, 32);
    json_set_str(a, in, "PipelineName", name);
    json_set_str(a, in, "ClientRequestToken", token);
    if (!cli_option(r->cli, "step"))
        set_parameters(r, in);
    else if (select_step(r, name, in, err) != 0)
        return -1;
    if (api_call(r->api, a, "sagemaker", "StartPipelineExecution", in, &out, err) != 0)
        return hint_source(r, err);
    const char *arn = json_get_str(out, "PipelineExecutionArn");
    if (!arn)
        return err_set(err, ERR_IO, "StartPipelineExecution: the answer has no ARN");
    return thing_from_arn(a, arn, &r->started[r->n_started++], err);
}

static int run_definition(struct run *r, const char *path, struct err *err)
{
    const char *name = pipeline_name(r, path);
    char *text;

    if (fs_read(r->cli->arena, path, DEFINITION_MAX, &text, NULL, err) != 0 ||
        leave_out(r, &text, err) != 0)
        return -1;
    return put_pipeline(r, name, text, err) == 0 ? start_pipeline(r, name, err) : -1;
}

/* --- a Python file --- */

static int spawn_driver(struct run *r, const char *path, struct err *err)
{
    struct arena *a = r->cli->arena;
    const char *python = project_python(a, r->api->project_root);
    struct json *options = json_object(a);
    bool without = json_len(r->without) > 0;
    struct env_var *vars;
    int ends[2], answers[2];

    if (!python)
        return err_set(err, ERR_NOT_FOUND,
                       "there is no Python: make the project's environment with "
                       "'python3 -m venv .venv', and install its requirements there");
    if (environment_make(r->cli, r->api, &vars, err) != 0)
        return -1;
    json_set_int(a, options, "fd", EVENT_FD);
    json_set(a, options, "parameters", r->parameters);
    json_set_str(a, options, "role", role_arn(r));
    json_set_str(a, options, "region", r->api->endpoint.region);
    json_set_bool(a, options, "quiet", !cli_flag(r->cli, "verbose"));
    json_set_bool(a, options, "hold", cli_flag(r->cli, "step"));
    json_set_bool(a, options, "without", without);
    json_set_int(a, options, "answers", ANSWER_FD);
    json_set(a, options, "pipeline",
             cli_option(r->cli, "pipeline") ? json_string(a, cli_option(r->cli, "pipeline"))
                                            : json_null(a));
    if (pipe2(ends, O_CLOEXEC) != 0 || pipe2(answers, O_CLOEXEC) != 0)
        return err_errno(err, errno, "pipe");
    char **argv = arena_zalloc(a, sizeof(char *) * (r->cli->n_args + 6));
    size_t n = 0;
    argv[n++] = arena_strdup(a, python);
    argv[n++] = "-c";
    argv[n++] = (char *)embed_run_driver;
    argv[n++] = arena_strdup(a, path);
    argv[n++] = json_text(a, options);
    for (size_t i = 1; i < r->cli->n_args; i++)
        argv[n++] = r->cli->args[i];
    /* with --json standard output is ours alone */
    int out = cli_flag(r->cli, "json") ? 2 : 1;
    const int fds[][2] = {{0, 0}, {out, 1}, {2, 2}, {ends[1], EVENT_FD}, {answers[0], ANSWER_FD}};
    const struct sys_spawn how = {
        .path = python, .argv = argv, .envp = environment_merge(a, vars), .fds = fds, .n_fds = 5};
    if (out_is_terminal(stderr))
        fprintf(stderr, "%sloading %s with %s%s\n", out_on(stderr, OUT_DIM), path, python,
                out_off(stderr));
    int rc = sys->spawn(&how, &r->pid), why = errno;
    sys->close(ends[1]);
    sys->close(answers[0]);
    if (rc != 0) {
        sys->close(ends[0]);
        sys->close(answers[1]);
        return err_errno(err, why, "%s", python);
    }
    r->events = ends[0];
    r->answers = answers[1];
    return 0;
}

/* The driver waits for the definition that it may upload; without one it ends. */
static void answer_definition(struct run *r, const char *given)
{
    struct arena *a = r->cli->arena;
    struct json *answer = json_object(a);
    struct err err, ignored;
    char *text = arena_strdup(a, given);

    if (leave_out(r, &text, &err) == 0)
        json_set_str(a, answer, "definition", text);
    else
        r->fault = arena_strdup(a, err.msg);
    const char *line = arena_printf(a, "%s\n", json_text(a, answer));
    (void)fs_write_all(r->answers, line, strlen(line), &ignored);
}

static void take_event(struct run *r, const char *line, size_t len)
{
    struct arena *a = r->cli->arena;
    struct json *v;
    struct err ignored;

    if (json_parse(a, line, len, &v, &ignored) != 0)
        return;
    const char *arn = json_get_str(v, "started"), *fault = json_get_str(v, "fault");
    if (json_get(v, "ready"))
        r->sdk_seconds = json_num(json_get(json_get(v, "ready"), "seconds"), 0);
    if (fault)
        r->fault = fault;
    if (json_get_str(v, "definition"))
        answer_definition(r, json_get_str(v, "definition"));
    if (json_get_str(v, "pipeline"))
        r->pipeline = json_get_str(v, "pipeline");
    if (arn && r->n_started < STARTED_MAX &&
        thing_from_arn(a, arn, &r->started[r->n_started], &ignored) == 0)
        r->n_started++;
}

/* Reads events for at most `wait_ms` (-1: until something comes). */
static void pump(struct run *r, int wait_ms)
{
    struct buf *pending = &r->pending;
    struct pollfd p = {.fd = r->events, .events = POLLIN};
    char chunk[65536];

    if (r->events < 0 || poll(&p, 1, wait_ms) <= 0)
        return;
    ssize_t got = sys->read(r->events, chunk, sizeof(chunk));
    if (got <= 0) {
        if (got < 0 && errno == EINTR)
            return;
        fd_close(&r->events);
        return;
    }
    buf_add(pending, chunk, (size_t)got);
    char *end;
    while (pending->len && (end = memchr(pending->data, '\n', pending->len))) {
        size_t n = (size_t)(end - pending->data);
        take_event(r, pending->data, n);
        buf_consume(pending, n + 1);
    }
}

static bool ended(struct run *r)
{
    if (r->pid && waitpid(r->pid, &r->status, WNOHANG) == r->pid)
        r->pid = 0;
    return r->pid == 0;
}

/* Until it has ended, or has started something and goes on for longer than a moment. */
static int run_python(struct run *r, const char *path, struct err *err)
{
    int64_t since = 0;

    if (spawn_driver(r, path, err) != 0)
        return -1;
    while (!ended(r) && follow_interrupts() == 0) {
        pump(r, 50);
        if (r->n_started && !since)
            since = sys->mono_ms();
        if (since && sys->mono_ms() - since > SETTLE_MS)
            break;
        if (r->events < 0 && r->pid)
            poll(NULL, 0, 20);
    }
    while (r->events >= 0 && r->pid == 0)
        pump(r, 0);
    if (follow_interrupts() && r->pid)
        kill(r->pid, SIGTERM);
    if (r->fault)
        return err_set(err, ERR_INVALID, "%s: %s", path, r->fault);
    if (r->n_started == 0 && follow_interrupts())
        return err_set(err, ERR_CANCELLED, "interrupted before anything was started");
    if (r->pipeline)
        return start_pipeline(r, r->pipeline, err);
    if (r->n_started == 0 && r->pid == 0 && r->status != 0)
        return err_set(err, ERR_INVALID, "%s ended with %s %d before anything was started", path,
                       WIFSIGNALED(r->status) ? "signal" : "exit code",
                       WIFSIGNALED(r->status) ? WTERMSIG(r->status) : WEXITSTATUS(r->status));
    if (r->n_started == 0)
        return err_set(err, ERR_INVALID, "%s started nothing", path);
    return 0;
}

/* --- the end --- */

static void print_json(struct run *r, int64_t began_ms)
{
    struct arena *a = r->cli->arena;
    struct json *all = json_array(a), *out = json_object(a);

    for (size_t i = 0; i < r->n_started; i++) {
        struct json *t = json_object(a);
        json_set_str(a, t, "Arn", r->started[i].arn);
        json_set_str(a, t, "Kind", thing_kind_text(r->started[i].kind));
        json_set_str(a, t, "Status", r->started[i].status);
        json_push(a, all, t);
    }
    json_set(a, out, "Started", all);
    json_set_str(a, out, "Step", r->rerun.step);
    json_set_str(a, out, "From", r->rerun.source.arn);
    if (json_len(r->rerun.changed))
        json_set(a, out, "Changed", json_copy(a, r->rerun.changed));
    if (r->left_out)
        json_set(a, out, "LeftOut", r->without);
    json_set_real(a, out, "SdkSeconds", r->sdk_seconds);
    json_set_real(a, out, "Seconds", (double)(sys->mono_ms() - began_ms) / 1000.0);
    out_json(out);
}

/* Follows each in turn; what a script starts later comes behind. */
static int follow_all(struct run *r)
{
    int worst = CLI_OK;

    for (size_t i = 0;; i++) {
        while (i == r->n_started && !ended(r) && follow_interrupts() == 0)
            pump(r, 50);
        while (r->events >= 0 && r->pid == 0)
            pump(r, 0);
        if (i == r->n_started)
            break;
        int rc = follow(r->cli, r->api, &r->started[i], r->to, r->pid != 0);
        if (rc != CLI_OK && (worst == CLI_OK || rc == CLI_FAILED))
            worst = rc;
        if (rc == 130)
            return rc;
        pump(r, 0);
    }
    if (r->fault) { /* of what it went on to do */
        struct err err;
        err_set(&err, ERR_INVALID, "%s: %s", r->cli->args[0], r->fault);
        return cli_fail(r->cli, &err);
    }
    /* the script's own failure counts, once all that it started has ended well */
    return worst == CLI_OK && r->pid == 0 && r->status != 0 ? CLI_FAILED : worst;
}

static int run_detached(struct run *r)
{
    for (size_t i = 0; i < r->n_started && !cli_flag(r->cli, "json"); i++)
        printf("%s\n", r->started[i].arn);
    while (r->pid && !ended(r))
        if (r->events >= 0)
            pump(r, 50);
        else
            poll(NULL, 0, 20);
    return CLI_OK;
}

enum target { TARGET_NONE, TARGET_PYTHON, TARGET_DEFINITION, TARGET_PIPELINE };

/* Names of pipelines have neither '.' nor '/'. */
static enum target target_of(const char *word)
{
    if (str_ends(word, ".py"))
        return TARGET_PYTHON;
    if (str_ends(word, ".json"))
        return TARGET_DEFINITION;
    return word[strcspn(word, "./:")] ? TARGET_NONE : TARGET_PIPELINE;
}

static int start_target(struct run *r, const char *word, struct err *err)
{
    switch (target_of(word)) {
    case TARGET_DEFINITION:
        return run_definition(r, word, err);
    case TARGET_PIPELINE:
        return start_pipeline(r, word, err);
    default:
        return run_python(r, word, err);
    }
}

static int run_target(struct run *r, const char *word)
{
    int64_t began = sys->mono_ms();
    struct err err;
    int rc;

    if (start_target(r, word, &err) != 0) {
        cli_fail(r->cli, &err);
        return err.code == ERR_CANCELLED ? 130 : CLI_FAILED;
    }
    rc = cli_flag(r->cli, "detach") ? run_detached(r) : follow_all(r);
    if (cli_flag(r->cli, "json"))
        print_json(r, began);
    return rc;
}

static int check_words(struct run *r)
{
    struct cli *cli = r->cli;

    if (cli_want_args(cli, 1, SIZE_MAX) != CLI_OK)
        return CLI_USAGE;
    const char *word = cli->args[0];
    enum target target = target_of(word);
    if (target == TARGET_NONE)
        return cli_usage(cli,
                         "%s: it is a Python file (.py), a pipeline definition (.json), or the "
                         "name of a pipeline",
                         word);
    if (target != TARGET_PYTHON && cli_want_args(cli, 1, 1) != CLI_OK)
        return CLI_USAGE;
    if (target == TARGET_PIPELINE && cli_option(cli, "pipeline"))
        return cli_usage(cli, "--pipeline is for files; %s names a pipeline already", word);
    if (target == TARGET_PIPELINE && cli_option(cli, "without"))
        return cli_usage(cli,
                         "--without is for files: %s is a pipeline that is there already, with all "
                         "its steps",
                         word);
    if (cli_option(cli, "from") && !cli_option(cli, "step"))
        return cli_usage(cli, "--from is for --step NAME: it says whose inputs the step gets");
    read_without(r);
    return read_parameters(r);
}

static int run_run(struct cli *cli)
{
    cleanup_api struct api *api = NULL;
    struct run r = {
        .cli = cli, .events = -1, .answers = -1, .to = cli_flag(cli, "json") ? stderr : stdout};
    struct err err;

    if (check_words(&r) != CLI_OK)
        return CLI_USAGE;
    const char *path = cli->args[0];
    if (target_of(path) != TARGET_PIPELINE && access(path, R_OK) != 0) {
        err_errno(&err, errno, "%s", path);
        return cli_fail(cli, &err);
    }
    const char *slash = strrchr(path, '/');
    const char *dir = slash ? arena_printf(cli->arena, "%.*s/", (int)(slash - path), path) : ".";
    if (api_open(cli, true, &api, &err) != 0 || api_project(api, dir, &err) != 0)
        return cli_fail(cli, &err);
    r.api = api;
    follow_catch();
    buf_init(&r.pending, EVENTS_MAX);
    int rc = run_target(&r, path);
    buf_free(&r.pending);
    return rc;
}

static const struct cli_option options[] = {
    {"parameter", 'p', "NAME=VALUE", "A parameter of the execution; may be given several times"},
    {"pipeline", 0, "NAME", "Which of several pipelines in the file; the name for a definition"},
    {"step", 0, "NAME", "Run this step alone, on what an earlier execution gave it"},
    {"from", 0, "EXECUTION", "Which one, for --step (default: the pipeline's newest that ended)"},
    {"without", 0, "STEP", "Leave out a step that no other needs; may be given several times"},
    {"verbose", 'v', NULL, "Show what the SDKs log about themselves"},
    {"detach", 'd', NULL, "Do not follow: print the ARN and return"},
    {"json", 0, NULL, "Print what was started, and how it ended, as one JSON object"},
    {NULL, 0, NULL, NULL},
};

const struct cli_command cmd_run = {
    .name = "run",
    .group = "run a project",
    .summary = "Run a pipeline or a script, and follow it to its end",
    .usage = "[-p NAME=VALUE]... FILE.py [-- ARGUMENTS]\n"
             "[-p NAME=VALUE]... DEFINITION.json | PIPELINE\n"
             "--step NAME [--from EXECUTION] [-p N=V]... FILE | PIPELINE\n"
             "--without STEP... FILE.py | DEFINITION.json",
    .about =
        "A Python file with a get_pipeline() or a module-level Pipeline is loaded with the "
        "project's interpreter (.venv), its pipeline created or updated, and started. Any other "
        "Python file is run as a script, and what it starts is followed: executions, training "
        "and processing jobs. A definition in JSON becomes a pipeline of the file's name. A "
        "pipeline "
        "that is there already is started by its name.\n\n"
        "With --step one step runs alone, as a new job: with the parameters of an earlier "
        "execution (-p changes some) and with what the steps before it had made there. The "
        "pipeline is brought up to date from the file first, so that a step is changed and tried "
        "again without what comes before it. It is refused when something else lies there by now; "
        "what else the step reads and has changed since is named.\n\n"
        "With --without a step is left out of the definition before that is uploaded, so that a "
        "pipeline with a step of a type that is not here runs without it. A condition goes with "
        "its branches. A step that others depend on is refused.\n\n"
        "The engine is started when it does not run. Ctrl-C stops the execution and waits for its "
        "end; a second one stops waiting.",
    .options = options,
    .settings = "data",
    .examples = "slipway run pipeline.py\n"
                "slipway run -p MinLiftRatio=3 pipeline.py\n"
                "slipway run train.py -- --epochs 3\n"
                "slipway run definition.json\n"
                "slipway run pipeline.py --step Train -p Epochs=1\n"
                "slipway run pipeline.py --without Deploy\n"
                "slipway run flight-delays --step Train --from 1a2b3c4d5e6f",
    .exits = "    3  it was stopped\n  130  interrupted before its end was known",
    .run = run_run,
};
