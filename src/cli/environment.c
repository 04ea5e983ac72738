/* What a client needs so that an unmodified script reaches the engine, and nothing of the user's
 * own set-up is lost or changed: variables, and the files below DIR/run that they point at.
 *
 * STS is asked at https://sts.REGION.amazonaws.com whatever AWS_ENDPOINT_URL says, and clients
 * before botocore 1.31 ask every service so: HTTPS_PROXY leads these to the engine, which ends what
 * goes to *.amazonaws.com (AWS_CA_BUNDLE trusts its certificates) and tunnels all else unread,
 * through the proxy that was set before. Profiles that scripts name resolve to the engine's keys;
 * only their names are read from the user's files. Used by env, exec and run. */
#include "cli/api.h"
#include "cli/listen.h"
#include "cli/profiles.h"
#include "base/fs.h"
#include "base/map.h"
#include "base/text.h"
#include "net/tls.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define VARS_MAX   96
#define CONFIG_MAX ((size_t)4 << 20)
#define BUNDLE_MAX ((size_t)32 << 20)

extern char **environ;

struct environment {
    struct arena *arena;
    struct api *api;
    const char *dir; /* DIR/run/clients/PROJECT */
    struct env_var *vars;
    size_t n;
};

static void set_var(struct environment *e, const char *name, const char *value)
{
    if (e->n < VARS_MAX - 1)
        e->vars[e->n++] = (struct env_var){name, value};
}

static const char *env_of(const char *name)
{
    const char *value = getenv(name);

    return value && *value ? value : NULL;
}

static int write_if_changed(struct arena *a, const char *path, const char *text, mode_t mode,
                            struct err *err)
{
    struct err ignored;
    char *old;

    if (fs_read(a, path, CONFIG_MAX, &old, NULL, &ignored) == 0 && str_eq(old, text))
        return 0;
    return fs_replace(path, text, strlen(text), mode, err);
}

/* --- profiles --- */

static void read_profiles(struct arena *a, const char *path, bool config, struct map *names)
{
    struct err ignored;
    char *text;

    if (fs_read(a, path, CONFIG_MAX, &text, NULL, &ignored) == 0)
        profiles_read(text, config, names);
}

static struct map *all_profiles(struct arena *a)
{
    struct map *names = map_create();
    const char *home = env_of("HOME"), *s;

    profiles_add(names, "default");
    if (home) {
        read_profiles(a, arena_printf(a, "%s/.aws/config", home), true, names);
        read_profiles(a, arena_printf(a, "%s/.aws/credentials", home), false, names);
    }
    if ((s = env_of("AWS_CONFIG_FILE")))
        read_profiles(a, s, true, names);
    if ((s = env_of("AWS_SHARED_CREDENTIALS_FILE")))
        read_profiles(a, s, false, names);
    if ((s = env_of("AWS_PROFILE")))
        profiles_add(names, s);
    if ((s = env_of("AWS_DEFAULT_PROFILE")))
        profiles_add(names, s);
    return names;
}

static int write_profiles(struct environment *e, struct err *err)
{
    struct arena *a = e->arena;
    const struct sigv4_identity *who = e->api->project.access_key ? &e->api->project : &e->api->own;
    cleanup_buf struct buf config, keys;
    struct map *names = all_profiles(a);

    buf_init(&config, CONFIG_MAX);
    buf_init(&keys, CONFIG_MAX);
    profiles_write(a, names, e->api->endpoint.region, who, &config, &keys);
    map_destroy(names);
    if (buf_failed(&config) || buf_failed(&keys))
        return err_set(err, ERR_LIMIT, "the files of AWS_PROFILE name too many profiles");
    const char *config_path = arena_printf(a, "%s/config", e->dir);
    const char *keys_path = arena_printf(a, "%s/credentials", e->dir);
    if (write_if_changed(a, config_path, config.data, 0600, err) != 0 ||
        write_if_changed(a, keys_path, keys.data, 0600, err) != 0)
        return -1;
    set_var(e, "AWS_CONFIG_FILE", config_path);
    set_var(e, "AWS_SHARED_CREDENTIALS_FILE", keys_path);
    return 0;
}

/* --- TLS and proxies --- */

/* True when the bundle holds all that the user's own file holds. */
static bool bundle_has(struct arena *a, const char *bundle, const char *users)
{
    char *all, *some;
    size_t n_all, n_some;
    struct err ignored;

    return fs_read(a, bundle, BUNDLE_MAX, &all, &n_all, &ignored) == 0 &&
           fs_read(a, users, BUNDLE_MAX, &some, &n_some, &ignored) == 0 &&
           memmem(all, n_all, some, n_some) != NULL;
}

static int set_bundle(struct environment *e, struct err *err)
{
    struct arena *a = e->arena;
    const char *dir = arena_printf(a, "%s/tls", e->api->data_dir);
    const char *bundle = arena_printf(a, "%s/ca-bundle.pem", dir);
    const char *users = env_of("AWS_CA_BUNDLE");

    if (!users || str_ends(users, "/tls/ca-bundle.pem"))
        users = env_of("REQUESTS_CA_BUNDLE");
    if (users && !fs_exists(users))
        users = NULL;
    bool stale = users ? !bundle_has(a, bundle, users) : !fs_exists(bundle);
    if (stale && tls_write_bundle(dir, users, err) != 0)
        return -1;
    set_var(e, "AWS_CA_BUNDLE", bundle);
    return 0;
}

/* True for an entry of NO_PROXY that would lead AWS's names past the engine. */
static bool hides_aws(const char *entry, size_t n)
{
    static const char suffix[] = "amazonaws.com";
    size_t len = sizeof(suffix) - 1;

    return (n == 1 && *entry == '*') || (n >= len && memcmp(entry + n - len, suffix, len) == 0);
}

static char *no_proxy(struct arena *a, const char *engine_host)
{
    const char *lists[] = {env_of("NO_PROXY"), env_of("no_proxy")};
    const char *own[] = {engine_host, "127.0.0.1", "localhost", "::1"};
    struct map *seen = map_create();
    cleanup_buf struct buf b = {0};

    buf_init(&b, 1 << 16);
    for (int i = 0; i < 2; i++) {
        for (const char *s = lists[i]; s && *s;) {
            s += strspn(s, ", ");
            size_t n = strcspn(s, ", ");
            const char *entry = arena_strndup(a, s, n);
            if (n && !hides_aws(s, n) && !map_set(seen, entry, ""))
                buf_addf(&b, "%s%s", b.len ? "," : "", entry);
            s += n;
        }
    }
    for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
        if (!map_set(seen, own[i], ""))
            buf_addf(&b, "%s%s", b.len ? "," : "", own[i]);
    map_destroy(seen);
    return arena_strdup(a, b.data);
}

/* The proxy that was there before ours: remembered in a variable, since the shell's HTTPS_PROXY is
 * ours from then on. "" when there was none. */
static const char *earlier_proxy(struct arena *a)
{
    const char *kept = getenv("SLIPWAY_UPSTREAM_PROXY");
    const char *url = env_of("HTTPS_PROXY") ? env_of("HTTPS_PROXY") : env_of("https_proxy");

    if (kept)
        return kept;
    const char *address = url ? proxy_address(a, url) : NULL;
    return address ? address : "";
}

static void set_proxies(struct environment *e)
{
    struct arena *a = e->arena;
    const char *url = e->api->endpoint.url, *host = strstr(url, "://") + 3;
    size_t n = *host == '[' ? strcspn(++host, "]") : strcspn(host, ":");
    const char *skip = no_proxy(a, arena_strndup(a, host, n));
    const char *before = earlier_proxy(a), *now = e->api->endpoint.upstream;

    if (*before && !str_eq(before, now))
        fprintf(stderr,
                "slipway: the engine was not started with the proxy %s that is set here, so other "
                "hosts are reached %s%s; 'slipway down' and again mends it\n",
                strrchr(before, '@') ? strrchr(before, '@') + 1 : before,
                now ? "through " : "directly",
                !now                ? ""
                : strrchr(now, '@') ? strrchr(now, '@') + 1
                                    : now);
    set_var(e, "HTTPS_PROXY", url);
    set_var(e, "https_proxy", url);
    set_var(e, "NO_PROXY", skip);
    set_var(e, "no_proxy", skip);
    set_var(e, "SLIPWAY_UPSTREAM_PROXY", before);
}

/* --- the SageMaker SDK's settings --- */

/* The SDK merges an administrator's file and the user's. Ours takes the place of one that the user
 * does not have, so that theirs still counts. */
static int set_sdk_config(struct environment *e, struct err *err)
{
    struct arena *a = e->arena;
    const char *path = arena_printf(a, "%s/run/sagemaker-config.yaml", e->api->data_dir);
    const char *xdg = env_of("XDG_CONFIG_HOME"), *home = env_of("HOME");
    const char *own = env_of("SAGEMAKER_USER_CONFIG_OVERRIDE");
    const char *usual = xdg    ? arena_printf(a, "%s/sagemaker/config.yaml", xdg)
                        : home ? arena_printf(a, "%s/.config/sagemaker/config.yaml", home)
                               : "";
    bool users = own ? !str_ends(own, "/run/sagemaker-config.yaml") : fs_exists(usual);

    if (write_if_changed(a, path,
                         "# Made by slipway for the clients of its engine.\n"
                         "SchemaVersion: '1.0'\n"
                         "SageMaker:\n"
                         "  PythonSDK:\n"
                         "    Modules:\n"
                         "      TelemetryOptOut: true\n",
                         0644, err) != 0)
        return -1;
    if (!users)
        set_var(e, "SAGEMAKER_USER_CONFIG_OVERRIDE", path);
    else if (!env_of("SAGEMAKER_ADMIN_CONFIG_OVERRIDE"))
        set_var(e, "SAGEMAKER_ADMIN_CONFIG_OVERRIDE", path);
    return 0;
}

/* --- what would lead elsewhere --- */

static void unset_others(struct environment *e)
{
    static const char *const names[] = {"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
                                        "AWS_USE_FIPS_ENDPOINT", "AWS_USE_DUALSTACK_ENDPOINT",
                                        "AWS_CREDENTIAL_EXPIRATION", NULL};

    set_var(e, "AWS_SESSION_TOKEN", NULL);
    set_var(e, "AWS_SECURITY_TOKEN", NULL);
    for (size_t i = 0; names[i]; i++)
        if (getenv(names[i]))
            set_var(e, names[i], NULL);
    for (char **p = environ; *p; p++)
        if (str_starts(*p, "AWS_ENDPOINT_URL_"))
            set_var(e, arena_strndup(e->arena, *p, strcspn(*p, "=")), NULL);
}

int environment_make(struct cli *cli, struct api *api, struct env_var **ret, struct err *err)
{
    struct arena *a = cli->arena;
    struct environment e = {.arena = a, .api = api};
    const struct sigv4_identity *who = api->project.access_key ? &api->project : &api->own;

    e.vars = arena_zalloc(a, sizeof(struct env_var) * VARS_MAX);
    e.dir = arena_printf(a, "%s/run/clients/%s", api->data_dir,
                         *api->project_id ? api->project_id : "engine");
    if (fs_mkdirs(e.dir, 0700, err) != 0)
        return -1;
    set_var(&e, "AWS_ENDPOINT_URL", api->endpoint.url);
    set_var(&e, "AWS_ACCESS_KEY_ID", who->access_key);
    set_var(&e, "AWS_SECRET_ACCESS_KEY", who->secret_key);
    set_var(&e, "AWS_DEFAULT_REGION", api->endpoint.region);
    set_var(&e, "AWS_REGION", api->endpoint.region);
    if (write_profiles(&e, err) != 0 || set_bundle(&e, err) != 0 || set_sdk_config(&e, err) != 0)
        return -1;
    set_proxies(&e);
    set_var(&e, "SLIPWAY_DATA", api->data_dir);
    unset_others(&e);
    *ret = e.vars;
    return 0;
}

static bool is_named(const char *entry, const struct env_var *vars)
{
    size_t n = strcspn(entry, "=");

    for (; vars->name; vars++)
        if (strlen(vars->name) == n && memcmp(vars->name, entry, n) == 0)
            return true;
    return false;
}

char **environment_merge(struct arena *a, const struct env_var *vars)
{
    size_t n = 0, at = 0;

    for (char **p = environ; *p; p++)
        n++;
    for (const struct env_var *v = vars; v->name; v++)
        n++;
    char **all = arena_zalloc(a, sizeof(char *) * (n + 1));
    for (char **p = environ; *p; p++)
        if (!is_named(*p, vars))
            all[at++] = *p;
    for (const struct env_var *v = vars; v->name; v++)
        if (v->value)
            all[at++] = arena_printf(a, "%s=%s", v->name, v->value);
    return all;
}
