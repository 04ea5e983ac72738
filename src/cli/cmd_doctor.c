/* slipway doctor: what this machine lacks for running jobs, and the command that mends it. */
#include "cli/api.h"
#include "cli/commands.h"
#include "cli/listen.h"
#include "base/fs.h"
#include "base/sys.h"
#include "base/text.h"
#include "exec/exec.h"
#include <errno.h>
#include <netinet/in.h>
#include <arpa/inet.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/utsname.h>
#include <unistd.h>

enum verdict { GOOD, NOTE, BAD };

struct doctor {
    struct cli *cli;
    struct arena *arena;
    struct json *findings;
    bool bad;
};

static void found(struct doctor *d, enum verdict verdict, const char *what, const char *text,
                  const char *fix)
{
    static const char *const words[] = {"ok", "note", "missing"};
    static const enum out_style styles[] = {OUT_GREEN, OUT_YELLOW, OUT_RED};
    struct json *o = json_object(d->arena);

    d->bad = d->bad || verdict == BAD;
    json_set_str(d->arena, o, "Check", what);
    json_set_str(d->arena, o, "Verdict", words[verdict]);
    json_set_str(d->arena, o, "Text", text);
    json_set_str(d->arena, o, "Fix", fix);
    json_push(d->arena, d->findings, o);
    if (cli_flag(d->cli, "json"))
        return;
    int at = printf("%-9s ", what);
    printf("%s%-8s%s", out_on(stdout, styles[verdict]), words[verdict], out_off(stdout));
    help_wrap(stdout, text, at + 8, at + 8, 80);
    if (fix)
        help_wrap(stdout, arena_printf(d->arena, "mend it: %s", fix), at + 8, 0, 80);
}

static void check_sandbox(struct doctor *d)
{
    struct exec_report r;

    exec_probe(d->arena, &r);
    if (r.sandbox)
        found(d, GOOD, "sandbox", "jobs can be kept apart with bubblewrap", NULL);
    else
        found(d, BAD, "sandbox", r.sandbox_lack ? r.sandbox_lack : "no sandbox can be made", NULL);
    if (r.overlay)
        found(d, GOOD, "staging", "inputs are mounted, not copied", NULL);
    else
        found(d, NOTE, "staging",
              "this kernel gives no overlay mounts to this user: inputs are "
              "copied, which takes time and space",
              NULL);
    if (r.off == EXEC_OFF_MOUNT)
        found(d, GOOD, "off", "with --sandbox off, too, each job has an /opt/ml of its own", NULL);
    else if (r.off == EXEC_OFF_LINK)
        found(
            d, NOTE, "off",
            arena_printf(d->arena,
                         "with --sandbox off jobs run one at a time, behind a link at /opt/ml; %s",
                         r.off_lack),
            NULL);
    else
        found(d, NOTE, "off",
              arena_printf(d->arena, "with --sandbox off jobs are refused: %s",
                           r.off_lack ? r.off_lack : "not tried"),
              NULL);
    if (r.cgroup_memory && r.cgroup_cpu && r.cgroup_pids)
        found(d, GOOD, "limits", "memory, CPU and processes of jobs can be limited", NULL);
    else
        found(d, NOTE, "limits",
              r.cgroup_lack ? r.cgroup_lack
                            : "cgroups are not delegated here: jobs run without limits",
              NULL);
}

static void check_python(struct doctor *d)
{
    char here[4096];
    const char *root = getcwd(here, sizeof(here)) ? project_root(d->arena, here) : NULL;
    const char *python = project_python(d->arena, root);

    if (!python)
        found(d, BAD, "python", "there is no python3 in PATH and no .venv",
              "sudo apt-get install python3 python3-venv");
    else if (!root)
        found(d, NOTE, "python",
              arena_printf(d->arena,
                           "%s; you are in no project (no .venv, pyproject.toml, "
                           "requirements.txt or git root above)",
                           python),
              NULL);
    else if (!str_starts(python, root))
        found(d, NOTE, "python",
              arena_printf(d->arena, "the project %s has no .venv, which AWS's images run with",
                           root),
              arena_printf(d->arena,
                           "cd %s && python3 -m venv .venv && .venv/bin/pip install -r "
                           "requirements.txt",
                           root));
    else
        found(d, GOOD, "python", python, NULL);
}

static void check_disk(struct doctor *d, const char *dir)
{
    const char *at = dir;
    int64_t reserve = settings_int(d->cli->settings, "disk_reserve");

    while (!fs_exists(at) && strrchr(at, '/') > at)
        at = arena_strndup(d->arena, at, (size_t)(strrchr(at, '/') - at));
    int64_t free_bytes = fs_free_bytes(at);
    const char *text =
        arena_printf(d->arena, "%s free for %s, %s of them in reserve",
                     text_bytes(d->arena, free_bytes), dir, text_bytes(d->arena, reserve));
    if (free_bytes < 0)
        found(d, NOTE, "disk", arena_printf(d->arena, "the free space of %s is not known", at),
              NULL);
    else
        found(d, free_bytes > reserve ? GOOD : BAD, "disk", text,
              free_bytes > reserve ? NULL : "make space, or set --data or --disk-reserve");
    if (fs_exists(dir) && access(dir, W_OK) != 0)
        found(d, BAD, "data",
              arena_printf(d->arena, "%s cannot be written: %s", dir, strerror(errno)),
              "choose another with --data DIR");
}

static bool port_free(const struct listen_address *l)
{
    struct sockaddr_in in = {.sin_family = AF_INET, .sin_port = htons((uint16_t)l->port)};
    int one = 1;

    if (inet_pton(AF_INET, l->host, &in.sin_addr) != 1)
        return true;
    cleanup_fd int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof(one));
    return fd < 0 || bind(fd, (const struct sockaddr *)&in, sizeof(in)) == 0;
}

static void check_service(struct doctor *d, const char *unit)
{
    if (unit)
        found(d, NOTE, "service",
              arena_printf(d->arena,
                           "jobs are in %s without limits of their own: when one runs out of "
                           "memory, systemd ends the engine and every job",
                           unit),
              arena_printf(d->arena,
                           "add Delegate=yes and OOMPolicy=continue to the [Service] of %s, then "
                           "daemon-reload and restart it",
                           unit));
}

static void check_engine(struct doctor *d, const char *dir)
{
    struct listen_address l;
    struct endpoint e;
    struct err err;

    if (endpoint_read(d->arena, dir, &e, &err) == 0) {
        found(d, GOOD, "engine", arena_printf(d->arena, "runs on %s", e.url), NULL);
        check_service(d, exec_undivided_service(d->arena, e.pid));
        return;
    }
    if (listen_parse(d->arena, settings_str(d->cli->settings, "listen"), &l, &err) != 0)
        found(d, BAD, "engine", err.msg, NULL);
    else if (l.port && !port_free(&l))
        found(d, NOTE, "engine",
              arena_printf(d->arena,
                           "does not run; port %d is taken, so 'slipway up' takes "
                           "another",
                           l.port),
              NULL);
    else
        found(d, GOOD, "engine", "does not run; commands that need it start it", NULL);
}

static int run_doctor(struct cli *cli)
{
    struct doctor d = {.cli = cli, .arena = cli->arena, .findings = json_array(cli->arena)};
    const char *dir;
    struct err err;
    struct utsname u;

    if (cli_want_args(cli, 0, 0) != CLI_OK)
        return CLI_USAGE;
    if (cli_data_dir(cli, &dir, &err) != 0)
        return cli_fail(cli, &err);
    if (uname(&u) == 0)
        found(&d, GOOD, "system",
              arena_printf(cli->arena, "Linux %s, %s, %ld CPUs, %s", u.release, u.machine,
                           sysconf(_SC_NPROCESSORS_ONLN), getuid() ? "an ordinary user" : "root"),
              NULL);
    check_sandbox(&d);
    check_python(&d);
    check_disk(&d, dir);
    check_engine(&d, dir);
    if (cli_flag(cli, "json"))
        out_json(d.findings);
    return d.bad ? CLI_FAILED : CLI_OK;
}

static const struct cli_option options[] = {
    {"json", 0, NULL, "Print a JSON array"},
    {NULL, 0, NULL, NULL},
};

const struct cli_command cmd_doctor = {
    .name = "doctor",
    .group = "the engine",
    .summary = "Say what this machine lacks for running jobs, and the fix",
    .usage = "[--json]",
    .about = "Looks at the sandbox, the limits, Python and the project's .venv, the disk and the "
             "engine. What is only a note slows things down or loosens them; what is missing keeps "
             "jobs from running.",
    .options = options,
    .settings = "data listen disk_reserve",
    .examples = "slipway doctor",
    .exits = "    1  also where something is missing",
    .run = run_doctor,
};
