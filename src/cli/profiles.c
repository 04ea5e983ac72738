/* Names of profiles: "[profile x]" of a config file, "[x]" of a credentials file, both in quotes
 * when they hold spaces. One name that cannot be read would make the whole file one that botocore
 * refuses, so what is written is checked: UTF-8 without control characters, quotes only inside.
 * Fuzzed by tests/fuzz/fuzz_cli.c. */
#include "cli/profiles.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>

/* NULL: another section, or none. */
static char *profile_name(char *line, bool config)
{
    if (*line != '[')
        return NULL;
    size_t n = strcspn(++line, "]");
    if (line[n] != ']')
        return NULL;
    line[n] = '\0';
    char *name = line + strspn(line, " \t");
    if (config && !str_eq(name, "default")) {
        if (!str_starts(name, "profile") || !strchr(" \t", name[strlen("profile")]))
            return NULL;
        name += strlen("profile");
        name += strspn(name, " \t");
    }
    for (n = strlen(name); n && strchr(" \t", name[n - 1]);)
        name[--n] = '\0';
    if (n >= 2 && (*name == '"' || *name == '\'') && name[n - 1] == *name) {
        name[n - 1] = '\0';
        name++;
    }
    return name;
}

void profiles_add(struct map *names, const char *name)
{
    size_t n = strlen(name);

    if (n == 0 || *name == ' ' || name[n - 1] == ' ' || *name == '\'' || !utf8_valid(name, n) ||
        strpbrk(name, "\"\\[]"))
        return;
    for (const char *p = name; *p; p++)
        if ((unsigned char)*p < 0x20 || *p == 0x7f)
            return;
    map_set(names, name, "");
}

void profiles_read(char *text, bool config, struct map *names)
{
    char *line;

    while ((line = strsep(&text, "\n"))) {
        const char *name = profile_name(line, config);
        if (name)
            profiles_add(names, name);
    }
}

static int compare_names(const void *x, const void *y)
{
    return strcmp(*(const char *const *)x, *(const char *const *)y);
}

void profiles_write(struct arena *a, const struct map *names, const char *region,
                    const struct sigv4_identity *who, struct buf *config, struct buf *keys)
{
    const char **sorted = arena_alloc(a, sizeof(char *) * (map_len(names) + 1)), *name;
    size_t cursor = 0, n = 0;
    void *value;

    while (map_next(names, &cursor, &name, &value))
        sorted[n++] = name;
    qsort(sorted, n, sizeof(char *), compare_names);
    for (size_t i = 0; i < n; i++) {
        bool plain = str_eq(sorted[i], "default"), quote = strpbrk(sorted[i], " '") != NULL;
        buf_addf(config, "[%s%s%s%s]\nregion = %s\n", plain ? "" : "profile ", quote ? "\"" : "",
                 sorted[i], quote ? "\"" : "", region);
        buf_addf(keys, "[%s]\naws_access_key_id = %s\naws_secret_access_key = %s\n", sorted[i],
                 who->access_key, who->secret_key);
    }
}
