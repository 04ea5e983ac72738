/* slipway serve: the composition root. It alone opens the layers, wires the one upward call (a
 * change of state wakes long polls), and closes them in the opposite order.
 *
 *   store ─► objects, series ─► engine ─► aws ─► http server ─► "listening on …" ─► signal ─► back
 *
 * Signals are blocked before the first thread starts, so that this thread alone takes them. */
#include "cli/api.h"
#include "cli/commands.h"
#include "cli/listen.h"
#include "aws/aws.h"
#include "base/fs.h"
#include "base/log.h"
#include "base/text.h"
#include "net/tls.h"
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define CONNECT_SUFFIX          ".amazonaws.com"
#define GRACE_MS                3000
#define HALT_MS                 10000 /* what running jobs have at the end of an ephemeral engine */
#define EPHEMERAL_STOP_GRACE_MS 2000

struct serving {
    struct cli *cli;
    const char *dir, *url, *upstream;
    const char *log_path; /* NULL: standard error */
    bool ephemeral;
    struct listen_address address;
    struct tls_context *tls;
    struct store *store;
    struct objects *objects;
    struct series *series;
    struct engine *engine;
    struct aws *aws;
    struct http_server *http;
};

/* --- settings that must fit each other --- */

static int check_settings(struct serving *s, struct err *err)
{
    const struct settings *set = s->cli->settings;

    if (listen_parse(s->cli->arena, settings_str(set, "listen"), &s->address, err) != 0)
        return -1;
    if (!s->address.loopback && !settings_bool(set, "tls"))
        return err_set(err, ERR_INVALID,
                       "%s is not a loopback address, so others could read what is sent there: "
                       "add --tls on (clients need DIR/tls/ca-bundle.pem), or listen on 127.0.0.1",
                       s->address.host);
    if (!s->address.loopback && !settings_bool(set, "auth"))
        return err_set(err, ERR_INVALID,
                       "--auth off lets anybody in, so it needs a loopback address; %s is none",
                       s->address.host);
    const char *account = settings_str(set, "account");
    if (strlen(account) != 12 || strspn(account, "0123456789") != 12)
        return err_set(err, ERR_INVALID, "account: \"%s\" is not 12 digits", account);
    const char *region = settings_str(set, "region");
    if (!*region || strspn(region, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen(region))
        return err_set(err, ERR_INVALID, "region: \"%s\" is not the name of a region", region);
    if (!settings_str(set, "tls_cert") != !settings_str(set, "tls_key"))
        return err_set(err, ERR_INVALID, "tls_cert and tls_key need each other");
    return 0;
}

/* An ephemeral engine's directory is its own: a new temporary one, or one that is empty or not yet
 * there, since it is removed at the end. */
static int ephemeral_dir(struct serving *s, struct err *err)
{
    struct arena *a = s->cli->arena;
    const char *tmp = getenv("TMPDIR");

    if (settings_str(s->cli->settings, "data") &&
        str_starts(settings_origin(s->cli->settings, "data"), "--")) {
        if (cli_data_dir(s->cli, &s->dir, err) != 0)
            return -1;
        if (sys->rmdir(s->dir) != 0 && errno != ENOENT)
            return err_errno(err, errno,
                             "%s: an ephemeral engine removes its directory at the "
                             "end, so it must be empty or not there",
                             s->dir);
        return 0;
    }
    char *dir = arena_printf(a, "%s/slipway-XXXXXX", tmp && *tmp == '/' ? tmp : "/tmp");
    if (!mkdtemp(dir))
        return err_errno(err, errno, "make a directory in %s", tmp && *tmp == '/' ? tmp : "/tmp");
    s->dir = dir;
    return 0;
}

static int make_dirs(struct serving *s, struct err *err)
{
    static const char *const below[] = {"", "/run", "/log", "/jobs", "/tls", NULL};

    for (size_t i = 0; below[i]; i++)
        if (fs_mkdirs(arena_printf(s->cli->arena, "%s%s", s->dir, below[i]), 0700, err) != 0)
            return -1;
    return 0;
}

/* --- the log --- */

static enum log_level log_level(const struct settings *set)
{
    static const char *const names[] = {"error", "warn", "info", "debug"};
    const char *level = settings_str(set, "log_level");

    for (int i = 0; i < 4; i++)
        if (str_eq(names[i], level))
            return (enum log_level)i;
    return LOG_INFO;
}

/* Puts the file behind standard error, where the log and what libraries say go. */
static int open_log(struct serving *s, struct err *err)
{
    const struct settings *set = s->cli->settings;

    s->log_path = settings_str(set, "log");
    if (s->log_path && *s->log_path) {
        cleanup_fd int fd = sys->open(s->log_path, O_WRONLY | O_APPEND | O_CREAT, 0600);
        if (fd < 0 || dup2(fd, STDERR_FILENO) < 0)
            return err_errno(err, errno, "open %s", s->log_path);
    } else {
        s->log_path = NULL;
    }
    log_open(STDERR_FILENO, log_level(set));
    return 0;
}

/* --- opening --- */

static void changed(void *ctx, const char *arn)
{
    const struct serving *s = ctx;

    if (s->aws)
        aws_changed(s->aws, arn);
}

static int64_t job_memory(int64_t wanted)
{
    int64_t whole = (int64_t)sysconf(_SC_PHYS_PAGES) * sysconf(_SC_PAGESIZE);

    return wanted ? wanted : whole / 10 * 9;
}

/* Jobs that have to take turns get one slot, so that those which wait are seen to wait. */
static int max_jobs(const struct serving *s)
{
    const struct settings *set = s->cli->settings;
    struct err why = {0};

    if (settings_bool(set, "sandbox") || str_eq(settings_str(set, "executor"), "dry"))
        return (int)settings_int(set, "max_jobs");
    switch (exec_off_probe(s->dir, &why)) {
    case EXEC_OFF_MOUNT:
        return (int)settings_int(set, "max_jobs");
    case EXEC_OFF_LINK:
        log_warn("jobs run one at a time, behind a link at /opt/ml: %s", why.msg);
        return 1;
    default:
        log_warn("jobs will be refused: %s", why.msg);
        return 1;
    }
}

static int open_engine(struct serving *s, struct err *err)
{
    const struct settings *set = s->cli->settings;
    int64_t stop_grace = settings_int(set, "stop_grace");

    /* what is thrown away need not wait long */
    if (s->ephemeral && str_eq(settings_origin(set, "stop_grace"), "default"))
        stop_grace = EPHEMERAL_STOP_GRACE_MS;
    const struct engine_config config = {
        .store = s->store,
        .objects = s->objects,
        .series = s->series,
        .executor = str_eq(settings_str(set, "executor"), "dry") ? &exec_dry : &exec_process,
        .data_dir = s->dir,
        .account = settings_str(set, "account"),
        .region = settings_str(set, "region"),
        .role = *settings_str(set, "role") ? settings_str(set, "role") : NULL,
        .max_jobs = max_jobs(s),
        .stop_grace_ms = stop_grace,
        .log_max_bytes = settings_int(set, "log_max"),
        .disk_reserve = settings_int(set, "disk_reserve"),
        .job_memory_bytes = job_memory(settings_int(set, "job_memory")),
        .job_cpu_milli = settings_int(set, "job_cpus") * 1000,
        .job_processes = settings_int(set, "job_processes"),
        .sandbox = settings_bool(set, "sandbox") ? SANDBOX_FULL : SANDBOX_OFF,
        .check_request = aws_check_request,
        .definition_shapes = &aws_definition_shapes,
        .changed = changed,
        .ctx = s,
    };

    return engine_open(&config, &s->engine, err);
}

static int open_store(struct serving *s, struct err *err)
{
    const struct store_module modules[] = {objects_module, engine_module, {NULL, NULL}};

    if (store_open(s->dir, modules, &s->store, err) != 0)
        return -1;
    if (objects_open(s->store, &s->objects, err) != 0)
        return -1;
    return series_open(s->dir, &s->series, err);
}

/* Where tunnels to other hosts go on: the setting, else HTTPS_PROXY, unless that is ourselves. */
static const char *upstream(struct serving *s)
{
    struct arena *a = s->cli->arena;
    const char *set = settings_str(s->cli->settings, "upstream_proxy");

    if (set)
        return *set ? proxy_address(a, set) : NULL;
    const char *url = getenv("HTTPS_PROXY");
    if (!url || !*url)
        url = getenv("https_proxy");
    const char *address = url && *url ? proxy_address(a, url) : NULL;
    const char *own = arena_printf(a, "%s:%d", s->address.host, s->address.port);
    return str_eq(address, own) ? NULL : address;
}

static int open_http(struct serving *s, struct err *err)
{
    const struct settings *set = s->cli->settings;
    const char *tls_dir = arena_printf(s->cli->arena, "%s/tls", s->dir);

    if (tls_context_create(tls_dir, settings_str(set, "tls_cert"), settings_str(set, "tls_key"),
                           &s->tls, err) != 0)
        return -1;
    s->upstream = upstream(s);
    const struct http_config config = {
        .host = s->address.host,
        .port = s->address.port,
        .tls = s->tls,
        .tls_only = settings_bool(set, "tls"),
        .connect_suffix = CONNECT_SUFFIX,
        .upstream_proxy = s->upstream,
        .app = aws_app(s->aws),
    };
    if (http_server_create(&config, &s->http, err) == 0)
        return 0;
    if (err->code == ERR_BUSY)
        return err_set(err, ERR_BUSY,
                       "port %d on %s is taken: choose another with --listen %s:PORT (0 takes a "
                       "free one), or end what holds it",
                       s->address.port, s->address.host, s->address.host);
    return -1;
}

/* What clients on this machine and jobs are told: a wildcard address is reached by loopback. */
static void find_url(struct serving *s)
{
    struct arena *a = s->cli->arena;
    bool tls = settings_bool(s->cli->settings, "tls");
    const char *host = s->address.host;

    s->address.port = http_server_port(s->http);
    if (str_eq(host, "0.0.0.0"))
        host = "127.0.0.1";
    else if (str_eq(host, "::"))
        host = "::1";
    s->url = listen_url(a, host, s->address.port, tls);
}

static int announce(struct serving *s, struct err *err)
{
    const struct settings *set = s->cli->settings;
    const struct endpoint e = {.url = s->url,
                               .region = settings_str(set, "region"),
                               .account = settings_str(set, "account"),
                               .upstream = s->upstream,
                               .pid = getpid(),
                               .pid_start = process_start(getpid()),
                               .ephemeral = s->ephemeral};

    if (endpoint_write(s->dir, &e, err) != 0)
        return -1;
    printf("listening on %s\n",
           listen_url(s->cli->arena, s->address.host, s->address.port, settings_bool(set, "tls")));
    if (s->ephemeral)
        printf("data in %s\n", s->dir);
    fflush(stdout); /* nobody may be reading: no reason to stop */
    log_info("slipway %s serves %s on %s", SLIPWAY_VERSION, s->dir, s->url);
    return 0;
}

static int open_all(struct serving *s, struct err *err)
{
    const struct settings *set = s->cli->settings;

    if (make_dirs(s, err) != 0 || open_store(s, err) != 0 || open_engine(s, err) != 0)
        return -1;
    const struct aws_config config = {.engine = s->engine,
                                      .objects = s->objects,
                                      .series = s->series,
                                      .auth_off = !settings_bool(set, "auth"),
                                      .ephemeral = s->ephemeral,
                                      .long_poll_ms = settings_int(set, "long_poll"),
                                      .version = SLIPWAY_VERSION};
    if (aws_create(&config, &s->aws, err) != 0 || open_http(s, err) != 0)
        return -1;
    find_url(s);
    aws_set_server(s->aws, s->http);
    engine_set_endpoint(s->engine, s->url);
    if (engine_start(s->engine, err) != 0 || http_server_start(s->http, err) != 0)
        return -1;
    return announce(s, err);
}

/* Takes half-built states too. */
static void close_all(struct serving *s)
{
    struct err err;

    if (s->url)
        endpoint_remove(s->dir);
    if (s->http)
        http_server_stop(s->http, GRACE_MS);
    if (s->engine && s->ephemeral && s->url && engine_halt(s->engine, HALT_MS, &err) != 0)
        log_error("stop what runs: %s", err.msg);
    engine_close(s->engine);
    http_server_destroy(s->http);
    aws_destroy(s->aws);
    tls_context_destroy(s->tls);
    if (s->series)
        series_close(s->series);
    if (s->objects)
        objects_close(s->objects);
    store_close(s->store);
    if (s->ephemeral && s->dir && fs_remove_tree(s->dir, &err) != 0)
        log_error("remove %s: %s", s->dir, err.msg);
}

/* --- running --- */

static void prepare_process(sigset_t *ret_signals)
{
    struct rlimit files;

    sigemptyset(ret_signals);
    sigaddset(ret_signals, SIGTERM);
    sigaddset(ret_signals, SIGINT);
    sigaddset(ret_signals, SIGHUP);
    sigprocmask(SIG_BLOCK, ret_signals, NULL);
    umask(022);
    /* threads are many and mostly idle: few arenas keep memory small */
    mallopt(M_ARENA_MAX, 2);
    if (getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < files.rlim_max) {
        files.rlim_cur = files.rlim_max < 65536 ? files.rlim_max : 65536;
        setrlimit(RLIMIT_NOFILE, &files);
    }
}

static void wait_for_end(struct serving *s, const sigset_t *signals)
{
    struct err err;

    for (;;) {
        int signal = sigwaitinfo(signals, NULL);
        if (signal < 0)
            continue;
        if (signal == SIGHUP && s->log_path) {
            if (open_log(s, &err) != 0)
                log_error("%s", err.msg);
            continue;
        }
        log_info("%s: ending", signal == SIGINT ? "interrupted" : "asked to end");
        break;
    }
    /* a second signal ends it at once */
    sigprocmask(SIG_UNBLOCK, signals, NULL);
}

static int run_serve(struct cli *cli)
{
    struct serving s = {.cli = cli, .ephemeral = settings_bool(cli->settings, "ephemeral")};
    sigset_t signals;
    struct err err;

    if (cli_want_args(cli, 0, 0) != CLI_OK)
        return CLI_USAGE;
    if (check_settings(&s, &err) != 0)
        return cli_usage(cli, "%s", err.msg);
    prepare_process(&signals);
    if (s.ephemeral ? ephemeral_dir(&s, &err) : cli_data_dir(cli, &s.dir, &err))
        return cli_fail(cli, &err);
    if (open_log(&s, &err) != 0 || open_all(&s, &err) != 0) {
        bool port = err.code == ERR_BUSY && s.aws && !s.http;
        cli_fail(cli, &err);
        close_all(&s);
        return port ? CLI_BUSY_PORT : CLI_FAILED;
    }
    wait_for_end(&s, &signals);
    close_all(&s);
    return CLI_OK;
}

const struct cli_command cmd_serve = {
    .name = "serve",
    .group = "the engine",
    .summary = "Run the engine in the foreground",
    .usage = "[OPTIONS]",
    .about = "Opens the data directory, takes up what was running, listens, and prints "
             "'listening on http://HOST:PORT' once it answers. SIGTERM and SIGINT end it; running "
             "jobs go on and the next engine takes them up. SIGHUP opens the log file anew.\n\n"
             "Everything that can be set here can also stand in DIR/slipway.conf ('max_jobs = 4') "
             "or in a variable (SLIPWAY_MAX_JOBS=4).",
    .settings = "*",
    .examples = "slipway serve\n"
                "slipway serve --data /srv/slipway --listen 0.0.0.0:7788 --tls on\n"
                "slipway serve --ephemeral --listen 127.0.0.1:0   # for tests",
    .exits = "    4  the address is taken",
    .run = run_serve,
};
