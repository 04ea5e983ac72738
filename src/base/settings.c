/* Settings: the values that a table of struct setting describes.
 *
 * A value knows its rank (default, file, environment, flag); one of lower rank never replaces one
 * of higher, so the sources may be read in any order: the file's place comes from a flag. */
#include "base/settings.h"
#include "base/fs.h"
#include "base/text.h"
#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum rank { RANK_DEFAULT, RANK_FILE, RANK_ENV, RANK_FLAG };

struct value {
    char *text; /* NULL: unset */
    char *origin;
    int64_t number; /* BOOL too */
    enum rank rank;
};

struct settings {
    const struct setting *table;
    struct value *values;
    size_t n;
};

#define FILE_MAX_BYTES ((size_t)1 << 20)
#define ENV_PREFIX     "SLIPWAY_"

struct unit {
    const char *name;
    int64_t factor;
};

static const struct unit sizes[] = {{"", 1},
                                    {"b", 1},
                                    {"k", 1 << 10},
                                    {"kib", 1 << 10},
                                    {"kb", 1000},
                                    {"m", 1 << 20},
                                    {"mib", 1 << 20},
                                    {"mb", 1000000},
                                    {"g", 1 << 30},
                                    {"gib", 1 << 30},
                                    {"gb", 1000000000},
                                    {"t", 1ll << 40},
                                    {"tib", 1ll << 40},
                                    {"tb", 1000000000000},
                                    {NULL, 0}};

static const struct unit durations[] = {{"ms", 1},       {"s", 1000},    {"sec", 1000},
                                        {"m", 60000},    {"min", 60000}, {"h", 3600000},
                                        {"d", 86400000}, {NULL, 0}};

/* "12", "12 MiB": a whole number and one of the units. */
static bool parse_number(const char *text, const struct unit *units, int64_t *ret)
{
    char *end;

    if (!isdigit((unsigned char)text[0]) && text[0] != '-')
        return false;
    errno = 0;
    long long n = strtoll(text, &end, 10);
    if (errno || end == text)
        return false;
    while (*end == ' ')
        end++;
    if (!units) {
        *ret = n;
        return *end == '\0';
    }
    if (n == 0 && *end == '\0') {
        *ret = 0;
        return true;
    }
    for (; units->name; units++)
        if (str_ieq(units->name, end))
            return !__builtin_mul_overflow((int64_t)n, units->factor, ret);
    return false;
}

static bool parse_bool(const char *text, int64_t *ret)
{
    static const char *const yes[] = {"on", "true", "yes", "1"}, *const no[] = {"off", "false",
                                                                                "no", "0"};

    for (size_t i = 0; i < sizeof(yes) / sizeof(yes[0]); i++) {
        if (str_ieq(text, yes[i]) || str_ieq(text, no[i])) {
            *ret = str_ieq(text, yes[i]);
            return true;
        }
    }
    return false;
}

static bool is_choice(const char *choices, const char *text)
{
    size_t len = strlen(text);

    for (const char *s = choices; *s;) {
        size_t n = strcspn(s, " ");
        if (n == len && n > 0 && memcmp(s, text, n) == 0)
            return true;
        s += n;
        s += strspn(s, " ");
    }
    return false;
}

static const char *expected(enum setting_type type)
{
    switch (type) {
    case SETTING_INT:
        return "a whole number";
    case SETTING_BOOL:
        return "on or off";
    case SETTING_SIZE:
        return "a size such as 512, 64 KiB or 2 GiB";
    case SETTING_DURATION:
        return "a duration such as 500ms, 30s, 5min, 2h or 1d";
    default:
        return "text";
    }
}

/* Reads `text` as this setting's type; the message says what was expected. */
static int parse_value(const struct setting *def, const char *text, int64_t *ret, struct err *err)
{
    bool ok = true;

    *ret = 0;
    if (def->type == SETTING_INT)
        ok = parse_number(text, NULL, ret);
    else if (def->type == SETTING_BOOL)
        ok = parse_bool(text, ret);
    else if (def->type == SETTING_SIZE)
        ok = parse_number(text, sizes, ret);
    else if (def->type == SETTING_DURATION)
        ok = parse_number(text, durations, ret);
    if (!ok)
        return err_set(err, ERR_INVALID, "%s: \"%s\" is not %s", def->name, text,
                       expected(def->type));
    if (def->choices && !is_choice(def->choices, text))
        return err_set(err, ERR_INVALID, "%s: \"%s\" is not one of: %s", def->name, text,
                       def->choices);
    bool numeric =
        def->type == SETTING_INT || def->type == SETTING_SIZE || def->type == SETTING_DURATION;
    if (numeric && (def->min || def->max) && (*ret < def->min || *ret > def->max))
        return err_set(err, ERR_INVALID, "%s: \"%s\" is not between %" PRId64 " and %" PRId64 "%s",
                       def->name, text, def->min, def->max,
                       def->type == SETTING_SIZE       ? " bytes"
                       : def->type == SETTING_DURATION ? " ms"
                                                       : "");
    return 0;
}

static struct value *value_of(const struct settings *s, const char *name)
{
    for (size_t i = 0; i < s->n; i++)
        if (strcmp(s->table[i].name, name) == 0)
            return &s->values[i];
    return NULL;
}

static struct value *must_value(const struct settings *s, const char *name)
{
    struct value *v = value_of(s, name);

    if (!v)
        die("there is no setting %s", name);
    return v;
}

const struct setting *settings_find(const struct settings *s, const char *name)
{
    const struct value *v = value_of(s, name);

    return v ? &s->table[v - s->values] : NULL;
}

static int set_ranked(struct settings *s, const char *name, const char *text, const char *origin,
                      enum rank rank, struct err *err)
{
    const struct setting *def = settings_find(s, name);
    int64_t number;

    if (!def)
        return err_set(err, ERR_INVALID, "%s: there is no setting \"%s\"", origin, name);
    if (parse_value(def, text, &number, err) != 0)
        return err_prefix(err, "%s", origin);
    struct value *v = value_of(s, name);
    if (v->text && rank < v->rank)
        return 0;
    free(v->text);
    free(v->origin);
    *v = (struct value){xstrdup(text), xstrdup(origin), number, rank};
    return 0;
}

struct settings *settings_create(const struct setting *table)
{
    struct settings *s = xcalloc(1, sizeof(*s));
    struct err err;

    s->table = table;
    while (table[s->n].name)
        s->n++;
    s->values = xcalloc(s->n, sizeof(*s->values));
    for (size_t i = 0; i < s->n; i++)
        if (table[i].default_text &&
            set_ranked(s, table[i].name, table[i].default_text, "default", RANK_DEFAULT, &err) != 0)
            die("%s", err.msg);
    return s;
}

void settings_destroy(struct settings *s)
{
    if (!s)
        return;
    for (size_t i = 0; i < s->n; i++) {
        free(s->values[i].text);
        free(s->values[i].origin);
    }
    free(s->values);
    free(s);
}

int settings_set(struct settings *s, const char *name, const char *text, const char *origin,
                 struct err *err)
{
    return set_ranked(s, name, text, origin, RANK_FLAG, err);
}

/* Cuts spaces at both ends, in place. */
static char *trim(char *s)
{
    char *end = s + strlen(s);

    while (isspace((unsigned char)*s))
        s++;
    while (end > s && isspace((unsigned char)end[-1]))
        end--;
    *end = '\0';
    return s;
}

/* "name = value # comment"; a '#' inside a word belongs to it. */
static int load_line(struct settings *s, char *line, const char *origin, struct err *err)
{
    for (char *c = line; *c; c++)
        if (*c == '#' && (c == line || isspace((unsigned char)c[-1]))) {
            *c = '\0';
            break;
        }
    char *name = trim(line), *equals = strchr(name, '=');
    if (*name == '\0')
        return 0;
    if (!equals)
        return err_set(err, ERR_INVALID, "%s: expected \"name = value\", found \"%.64s\"", origin,
                       name);
    *equals = '\0';
    return set_ranked(s, trim(name), trim(equals + 1), origin, RANK_FILE, err);
}

int settings_load_file(struct settings *s, const char *path, struct err *err)
{
    cleanup_arena struct arena *a = arena_create(8 * FILE_MAX_BYTES);
    struct err why;
    char *text, *line;
    size_t len;
    int n = 0;

    if (fs_read(a, path, FILE_MAX_BYTES, &text, &len, &why) != 0) {
        if (why.code == ERR_NOT_FOUND)
            return 0;
        *err = why;
        return -1;
    }
    if (memchr(text, '\0', len))
        return err_set(err, ERR_INVALID, "%s: a NUL byte", path);
    while ((line = strsep(&text, "\n"))) {
        char origin[512];
        snprintf(origin, sizeof(origin), "%s:%d", path, ++n);
        if (load_line(s, line, origin, err) != 0)
            return -1;
    }
    return 0;
}

/* True when `entry` is SLIPWAY_NAME=…; the value is behind the '='. */
static bool env_entry(const char *entry, const char *name, const char **ret_text)
{
    if (!str_starts(entry, ENV_PREFIX))
        return false;
    entry += strlen(ENV_PREFIX);
    for (; *name; name++, entry++)
        if (*entry != toupper((unsigned char)*name))
            return false;
    *ret_text = entry + 1;
    return *entry == '=';
}

int settings_load_env(struct settings *s, char *const *envp, struct err *err)
{
    for (; envp && *envp; envp++) {
        for (size_t i = 0; i < s->n; i++) {
            const char *text;
            char origin[128];
            if (!env_entry(*envp, s->table[i].name, &text))
                continue;
            snprintf(origin, sizeof(origin), "%.*s", (int)(text - 1 - *envp), *envp);
            if (set_ranked(s, s->table[i].name, text, origin, RANK_ENV, err) != 0)
                return -1;
        }
    }
    return 0;
}

const char *settings_str(const struct settings *s, const char *name)
{
    return must_value(s, name)->text;
}

int64_t settings_int(const struct settings *s, const char *name)
{
    const struct value *v = must_value(s, name);
    enum setting_type type = s->table[v - s->values].type;

    assert(type != SETTING_STRING && type != SETTING_BOOL);
    return v->number;
}

bool settings_bool(const struct settings *s, const char *name)
{
    const struct value *v = must_value(s, name);

    assert(s->table[v - s->values].type == SETTING_BOOL);
    return v->number != 0;
}

const char *settings_origin(const struct settings *s, const char *name)
{
    const struct value *v = must_value(s, name);

    return v->origin ? v->origin : "default";
}
