/* The one table of settings: it makes flags, SLIPWAY_… variables, slipway.conf, the help and the
 * docs. Read by every command; most settings mean something to `serve` only. */
#include "cli/cli.h"
#include "base/fs.h"
#include "base/text.h"
#include <errno.h>
#include <limits.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const struct setting settings_table[] = {
    {"data", SETTING_STRING, NULL, NULL, 0, 0,
     "The directory that holds everything ($XDG_DATA_HOME/slipway, or ~/.local/share/slipway)"},
    {"listen", SETTING_STRING, "127.0.0.1:7788", NULL, 0, 0,
     "The address to listen on, HOST:PORT; port 0 takes a free one. Other than loopback needs tls"},
    {"account", SETTING_STRING, "123456789012", NULL, 0, 0,
     "The AWS account that resources belong to, 12 digits"},
    {"region", SETTING_STRING, "us-east-1", NULL, 0, 0,
     "The AWS region that clients and jobs are told"},
    {"role", SETTING_STRING, "SlipwayExecutionRole", NULL, 0, 0,
     "The role that callers are said to have assumed (a name or an ARN), which is what "
     "get_execution_role() finds; empty: callers are users"},
    {"max_jobs", SETTING_INT, "0", NULL, 0, 4096,
     "How many jobs run at once; 0: as many as there are CPUs"},
    {"executor", SETTING_STRING, "process", "process dry", 0, 0,
     "How jobs run: process on this machine; dry checks them and lets them complete at once "
     "without running anything"},
    {"sandbox", SETTING_BOOL, "on", NULL, 0, 0,
     "Whether jobs run in a sandbox; off still gives each its own /opt/ml, one at a time where "
     "nothing can be mounted"},
    {"auth", SETTING_BOOL, "on", NULL, 0, 0,
     "Whether requests need valid credentials; off accepts any, on loopback only"},
    {"ephemeral", SETTING_BOOL, "off", NULL, 0, 0,
     "Keep everything in a temporary directory that is gone at exit, with what still runs"},
    {"stop_grace", SETTING_DURATION, "120s", NULL, 0, 86400000,
     "What a stopped job has between SIGTERM and SIGKILL"},
    {"log_max", SETTING_SIZE, "256 MiB", NULL, 4096, 1ll << 40,
     "How much of one job's output is kept; what is beyond is dropped, and a line says so"},
    {"job_memory", SETTING_SIZE, "0", NULL, 0, 1ll << 50,
     "The memory that one job may use, where the machine delegates cgroups; 0: nine tenths of the "
     "machine's"},
    {"job_cpus", SETTING_INT, "0", NULL, 0, 4096,
     "How many CPUs one job may keep busy, where the machine delegates cgroups; 0: all"},
    {"job_processes", SETTING_INT, "4096", NULL, 0, 4194304,
     "How many processes and threads one job may have; 0: no limit"},
    {"long_poll", SETTING_DURATION, "20s", NULL, 0, 20000,
     "How long a Describe call that repeats itself may wait for news; 0: not at all"},
    {"disk_reserve", SETTING_SIZE, "256 MiB", NULL, 0, 1ll << 50,
     "Below this much free disk no job starts; at half of it the largest job is stopped"},
    {"tls", SETTING_BOOL, "off", NULL, 0, 0,
     "Announce https and refuse plain text; loopback takes both on the same port otherwise"},
    {"tls_cert", SETTING_STRING, NULL, NULL, 0, 0,
     "PEM file with the listener's certificate; unset: one of the engine's own authority"},
    {"tls_key", SETTING_STRING, NULL, NULL, 0, 0, "PEM file with its private key"},
    {"upstream_proxy", SETTING_STRING, NULL, NULL, 0, 0,
     "HOST:PORT of the proxy for tunnels to other hosts; unset: that of HTTPS_PROXY when the "
     "engine starts"},
    {"autostart", SETTING_BOOL, "on", NULL, 0, 0,
     "Whether commands that need the engine start it when it does not run"},
    {"log", SETTING_STRING, NULL, NULL, 0, 0,
     "File for the engine's own log, opened anew at SIGHUP; unset: standard error"},
    {"log_level", SETTING_STRING, "info", "error warn info debug", 0, 0,
     "How much the engine logs"},
    {NULL, SETTING_STRING, NULL, NULL, 0, 0, NULL},
};

bool cli_has_setting(const struct cli_command *c, const char *name)
{
    size_t len = strlen(name);

    if (!c->settings)
        return false;
    if (str_eq(c->settings, "*"))
        return true;
    for (const char *s = c->settings; *s;) {
        size_t n = strcspn(s, " ");
        if (n == len && memcmp(s, name, n) == 0)
            return true;
        s += n + strspn(s + n, " ");
    }
    return false;
}

static const char *home_dir(void)
{
    const char *home = getenv("HOME");

    if (home && *home == '/')
        return home;
    const struct passwd *pw = getpwuid(getuid());
    return pw && pw->pw_dir && *pw->pw_dir == '/' ? pw->pw_dir : NULL;
}

static int default_data_dir(struct arena *a, const char **ret, struct err *err)
{
    const char *xdg = getenv("XDG_DATA_HOME");

    if (xdg && *xdg == '/') {
        *ret = arena_printf(a, "%s/slipway", xdg);
        return 0;
    }
    const char *home = home_dir();
    if (!home)
        return err_set(err, ERR_INVALID,
                       "no home directory is known: name a data directory with --data DIR");
    *ret = arena_printf(a, "%s/.local/share/slipway", home);
    return 0;
}

int cli_data_dir(const struct cli *cli, const char **ret, struct err *err)
{
    struct arena *a = cli->arena;
    const char *text = settings_str(cli->settings, "data");
    char here[PATH_MAX];

    if (!text || !*text)
        return default_data_dir(a, ret, err);
    if (*text != '/') {
        if (!getcwd(here, sizeof(here)))
            return err_errno(err, errno, "the current directory");
        text = arena_printf(a, "%s/%s", here, text);
    }
    /* one spelling for one directory: links and dots resolved where it is there already */
    char *real = realpath(text, NULL);
    *ret = real ? arena_strdup(a, real) : text;
    free(real);
    return 0;
}

int cli_load_settings(struct cli *cli, struct err *err)
{
    extern char **environ;
    const char *dir;

    if (settings_load_env(cli->settings, environ, err) != 0 || cli_data_dir(cli, &dir, err) != 0)
        return -1;
    return settings_load_file(cli->settings, arena_printf(cli->arena, "%s/slipway.conf", dir), err);
}
