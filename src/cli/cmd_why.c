/* slipway why: what the cache compared for a step, part by part, with the values of both sides.
 *
 * The parts are those of the request that count (engine/cache_parts.c), S3 inputs by their content.
 * Both sides are walked together; what differs is named by its path ("HyperParameters.depth"), what
 * is equal is summed up by part. */
#include "cli/commands.h"
#include "cli/things.h"
#include "base/text.h"
#include <string.h>

#define DIGEST_SHOWN 12

struct why {
    struct api *api;
    struct arena *arena;
    struct thing execution;
    const char *step;
    struct json *told; /* the engine's answer */
    const struct json *cache, *other;
    struct json *equal, *differs;
    const char *how, *reason;
    const char *source; /* the execution that it has its result of, or was compared with */
};

/* --- asking --- */

static int ask(struct why *w, struct err *err)
{
    cleanup_buf struct buf path = {0};

    buf_init(&path, 8192);
    buf_adds(&path, "/_slipway/step?execution=");
    uri_escape(&path, w->execution.arn, strlen(w->execution.arn), false);
    buf_adds(&path, "&step=");
    uri_escape(&path, w->step, strlen(w->step), false);
    if (buf_failed(&path))
        return err_set(err, ERR_INVALID, "the step's name is too long");
    return api_own(w->api, w->arena, "GET", arena_strdup(w->arena, path.data), NULL, &w->told, err);
}

/* The refusal of a step that is not there, with what was perhaps meant. */
static int no_such_step(struct why *w, struct err *err)
{
    cleanup_buf struct buf list = {0};
    struct step_defined *steps;
    struct err ignored;
    size_t n;

    if (thing_defined(w->api, w->arena, &w->execution, &steps, &n, &ignored) != 0)
        return -1; /* the execution itself is not there: as it was said */
    const char **names = arena_zalloc(w->arena, (n + 1) * sizeof(*names));
    buf_init(&list, 1 << 20);
    for (size_t i = 0; i < n; i++) {
        if (str_eq(steps[i].name, w->step))
            return -1; /* it is there: an engine of another version does not know the question */
        names[i] = steps[i].name;
        buf_addf(&list, "%s%s", i ? ", " : "", names[i]);
    }
    const char *close = cli_closest(w->step, names);
    if (close)
        return err_set(err, ERR_NOT_FOUND, "%s has no step %s; did you mean %s?",
                       w->execution.pipeline, w->step, close);
    return err_set(err, ERR_NOT_FOUND, "%s has no step %s; its steps are %.600s",
                   w->execution.pipeline, w->step, list.data);
}

/* --- comparing --- */

static void compare(struct why *w, const char *path, const struct json *x, const struct json *y,
                    int64_t *equal);

static void differ(struct why *w, const char *path, const struct json *x, const struct json *y)
{
    struct json *d = json_object(w->arena);

    json_set_str(w->arena, d, "Part", path);
    json_set(w->arena, d, "Here", x ? json_copy(w->arena, x) : NULL);
    json_set(w->arena, d, "There", y ? json_copy(w->arena, y) : NULL);
    json_push(w->arena, w->differs, d);
}

/* What AWS's lists of objects are told apart by, or NULL. */
static const char *name_in_list(const struct json *item)
{
    static const char *const members[] = {"InputName", "ChannelName",    "OutputName",
                                          "Name",      "CollectionName", "RuleConfigurationName"};
    const char *name = NULL;

    for (size_t i = 0; i < sizeof members / sizeof *members && !name; i++)
        name = json_get_str(item, members[i]);
    return name;
}

static const struct json *partner(const struct json *item, size_t at, const struct json *list)
{
    const char *name = name_in_list(item);

    for (size_t i = 0; name && i < json_len(list); i++)
        if (str_eq(name_in_list(json_at(list, i)), name))
            return json_at(list, i);
    return name ? NULL : json_at(list, at);
}

static void compare_lists(struct why *w, const char *path, const struct json *x,
                          const struct json *y, int64_t *equal)
{
    for (int side = 0; side < 2; side++) {
        const struct json *list = side ? y : x;
        for (size_t i = 0; i < json_len(list); i++) {
            const struct json *item = json_at(list, i), *other = partner(item, i, side ? x : y);
            const char *name = name_in_list(item);
            const char *below = name ? arena_printf(w->arena, "%s[%s]", path, name)
                                     : arena_printf(w->arena, "%s[%zu]", path, i);
            if (side == 0)
                compare(w, below, item, other, equal);
            else if (!other)
                differ(w, below, NULL, item);
        }
    }
}

static void compare(struct why *w, const char *path, const struct json *x, const struct json *y,
                    int64_t *equal)
{
    if (!x || !y || x->type != y->type || (x->type != JSON_OBJECT && x->type != JSON_ARRAY)) {
        if (x && y && json_equal(x, y))
            ++*equal;
        else
            differ(w, path, x, y);
        return;
    }
    if (x->type == JSON_ARRAY) {
        compare_lists(w, path, x, y, equal);
        return;
    }
    for (size_t i = 0; i < json_len(x); i++)
        compare(w, arena_printf(w->arena, "%s.%s", path, x->keys[i]), x->items[i],
                json_get(y, x->keys[i]), equal);
    for (size_t i = 0; i < json_len(y); i++)
        if (!json_get(x, y->keys[i]))
            differ(w, arena_printf(w->arena, "%s.%s", path, y->keys[i]), NULL, y->items[i]);
}

static void compare_parts(struct why *w)
{
    const struct json *here = json_get(w->cache, "parts"), *there = json_get(w->other, "parts");

    if (!here || !there)
        return;
    for (size_t i = 0; i < json_len(here); i++) {
        size_t before = json_len(w->differs);
        int64_t equal = 0;
        compare(w, here->keys[i], here->items[i], json_get(there, here->keys[i]), &equal);
        if (json_len(w->differs) > before)
            continue;
        struct json *e = json_object(w->arena);
        json_set_str(w->arena, e, "Part", here->keys[i]);
        json_set_int(w->arena, e, "Values", equal);
        json_push(w->arena, w->equal, e);
    }
    for (size_t i = 0; i < json_len(there); i++)
        if (!json_get(here, there->keys[i]))
            differ(w, there->keys[i], NULL, there->items[i]);
}

/* --- what it means --- */

/* Why nothing was looked for. */
static const char *no_look(const struct why *w)
{
    const struct json *config = json_get(w->told, "cache_config");
    const char *type = json_get_str(w->told, "type");

    if (!config)
        return "it has no CacheConfig, so it runs every time";
    if (!json_get_bool(config, "Enabled", false))
        return "its CacheConfig is not enabled, so it runs every time";
    if (!str_eq(type, "Processing") && !str_eq(type, "Training"))
        return arena_printf(w->arena, "steps of type %s are not cached here", type);
    if (!json_get_str(w->told, "status"))
        return thing_ended(w->execution.status) ? "it never began in this execution"
                                                : "it has not begun";
    return "it has not been looked at: its arguments were not known, or it began before there was "
           "a cache";
}

static void judge(struct why *w)
{
    const char *how = json_get_str(w->cache, "how");

    w->how = how ? how : "none";
    w->reason = json_get_str(w->cache, "why");
    w->source = json_get_str(w->cache, "source");
    if (str_eq(how, "selective")) {
        w->reason = "it was not selected: its result is that of another execution";
    } else if (str_eq(how, "hit")) {
        w->reason = "equal parts, and the outputs are still there";
    } else if (!how) {
        w->reason = no_look(w);
    } else {
        w->source = json_get_str(w->cache, "compared");
    }
    compare_parts(w);
}

/* --- telling --- */

static void print_json(const struct why *w)
{
    struct arena *a = w->arena;
    struct json *o = json_object(a);

    json_set_str(a, o, "Execution", w->execution.arn);
    json_set_str(a, o, "Pipeline", w->execution.pipeline);
    json_set_str(a, o, "Step", w->step);
    json_set_str(a, o, "Type", json_get_str(w->told, "type"));
    json_set_str(a, o, "Status", json_get_str(w->told, "status"));
    json_set_str(a, o, "How", w->how);
    json_set_str(a, o, "Why", w->reason);
    json_set_str(a, o, "ComparedWith", w->source);
    json_set(a, o, "Equal", w->equal);
    json_set(a, o, "Differs", w->differs);
    json_set(a, o, "Cache", json_get(w->told, "cache"));
    json_set(a, o, "ComparedCache", json_get(w->told, "compared_cache"));
    out_json(o);
}

/* A digest of S3 objects as the URI it stands for and its beginning; other values as they are. */
static const char *value_text(struct arena *a, const struct json *v, const struct json *cache)
{
    const struct json *content = json_get(cache, "content");
    const char *s = json_str(v);

    if (!v)
        return "(not there)";
    if (!s)
        return json_text(a, v);
    for (size_t i = 0; i < json_len(content); i++)
        if (str_eq(json_str(content->items[i]), s))
            return arena_printf(a, "%.*s…  %s", DIGEST_SHOWN, s, content->keys[i]);
    return *s ? s : "\"\"";
}

static void print_value(struct arena *a, const char *head, const char *text)
{
    int width = out_is_terminal(stdout) ? out_width(stdout) - 10 : 1 << 20;

    printf("    %-5s %s\n", head, text_fit(a, text, width > 20 ? width : 20));
}

static void print_parts(const struct why *w)
{
    struct arena *a = w->arena;
    cleanup_buf struct buf b = {0};
    int width = out_width(stdout);

    for (size_t i = 0; i < json_len(w->differs); i++) {
        const struct json *d = json_at(w->differs, i);
        printf("%s  %s%s%s\n", i ? "" : "\ndiffers\n", out_on(stdout, OUT_YELLOW),
               json_get_str(d, "Part"), out_off(stdout));
        print_value(a, "here", value_text(a, json_get(d, "Here"), w->cache));
        print_value(a, "there", value_text(a, json_get(d, "There"), w->other));
    }
    buf_init(&b, 1 << 20);
    for (size_t i = 0; i < json_len(w->equal); i++) {
        const struct json *e = json_at(w->equal, i);
        int64_t n = json_get_int(e, "Values", 0);
        buf_addf(&b, "%s%s (%lld %s)", i ? ", " : "", json_get_str(e, "Part"), (long long)n,
                 n == 1 ? "value" : "values");
    }
    if (!b.len)
        return;
    printf("\nequal\n");
    help_wrap(stdout, b.data, 2, 0, width < 40 ? 40 : width);
}

static void print_text(struct why *w)
{
    static const struct {
        const char *how, *text;
        enum out_style style;
    } heads[] = {{"hit", "taken from the cache", OUT_GREEN},
                 {"miss", "not taken from the cache", OUT_YELLOW},
                 {"selective", "taken from another execution", OUT_GREEN},
                 {"none", "no cache", OUT_DIM}};
    struct arena *a = w->arena;
    struct thing other;
    struct err ignored;
    int width = out_width(stdout);
    size_t h = 0;

    while (h < 3 && !str_eq(heads[h].how, w->how))
        h++;
    printf("%s%s%s of %s, execution %s: %s%s%s\n", out_on(stdout, OUT_BOLD), w->step,
           out_off(stdout), w->execution.pipeline, w->execution.name,
           out_on(stdout, heads[h].style), heads[h].text, out_off(stdout));
    help_wrap(stdout, w->reason ? w->reason : "", 0, 0, width < 40 ? 40 : width);
    if (!w->source || thing_from_arn(a, w->source, &other, &ignored) != 0)
        return;
    bool there = thing_describe(w->api, a, &other, NULL, &ignored) == 0;
    printf("%s execution %s (%s)\n", str_eq(w->how, "miss") ? "compared with" : "its result is of",
           other.name, there ? local_time(a, other.created_ms) : "which is gone");
    if (!w->other && !str_eq(w->how, "selective"))
        printf("what that one was given is not known any more\n");
    print_parts(w);
}

static int why(struct cli *cli, struct api *api, struct err *err)
{
    struct arena *a = cli->arena;
    struct why w = {.api = api,
                    .arena = a,
                    .step = cli->args[1],
                    .equal = json_array(a),
                    .differs = json_array(a)};

    if (thing_find_execution(api, a, cli->args[0], &w.execution, err) != 0 ||
        thing_describe(api, a, &w.execution, NULL, err) != 0)
        return -1;
    if (ask(&w, err) != 0)
        return err->code == ERR_NOT_FOUND ? no_such_step(&w, err) : -1;
    w.cache = json_get(w.told, "cache");
    w.other = json_get(w.told, "compared_cache");
    judge(&w);
    if (cli_flag(cli, "json"))
        print_json(&w);
    else
        print_text(&w);
    return 0;
}

static int run_why(struct cli *cli)
{
    cleanup_api struct api *api = NULL;
    struct err err;

    if (cli_want_args(cli, 2, 2) != CLI_OK)
        return CLI_USAGE;
    if (api_open(cli, true, &api, &err) != 0 || why(cli, api, &err) != 0)
        return cli_fail(cli, &err);
    return CLI_OK;
}

static const struct cli_option options[] = {
    {"json", 0, NULL, "Print one JSON object, with all that was compared on both sides"},
    {NULL, 0, NULL, NULL},
};

const struct cli_command cmd_why = {
    .name = "why",
    .group = "run a project",
    .summary = "Say why a step was taken from the cache, or why not",
    .usage = "[--json] EXECUTION|PIPELINE STEP",
    .about = "Compares what the step was given with what it was given in the execution that its "
             "result was taken from, or, where nothing equal was found, in its newest earlier "
             "success: the request's parts, the contents of S3 inputs and code, interpreter and "
             "packages. 'here' is the execution that was asked about.\n\n"
             "The execution is an ARN, an id or the beginning of one, or a pipeline's name (its "
             "newest).",
    .options = options,
    .settings = "data",
    .examples = "slipway why flight-delays Train\n"
                "slipway why 1a2b3c Train --json | jq .Differs",
    .run = run_why,
};
