/* The kernel's texts on mounts and cgroups, whose names users choose. The first byte says what the
 * rest is:
 *
 *   'm' /proc/self/mounts    'g' /proc/self/cgroup, and 's' of any process
 *   'w' a word, a newline, a list of words */
#include "exec/sandbox.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool so)
{
    if (!so)
        abort();
}

/* For each controller a copy, since the text is taken apart. */
static const char *const controllers[] = {"cgroup2", "memory", "pids", "cpu"};

static void fuzz_mounts(struct arena *a, const char *text)
{
    for (size_t i = 0; i < 4; i++) {
        char at[PATH_MAX] = "";
        bool v2 = i == 0;
        if (!cgroup_mount_in(arena_strdup(a, text), controllers[i], at))
            continue;
        expect(at[0] == '/' && strlen(at) <= strlen(text));
        expect(strstr(text, v2 ? " cgroup2 " : " cgroup ") != NULL);
        expect(v2 || strstr(text, controllers[i]));
    }
}

static void fuzz_groups(struct arena *a, const char *text)
{
    for (size_t i = 0; i < 4; i++) {
        char group[PATH_MAX] = "";
        if (!cgroup_own_in(arena_strdup(a, text), controllers[i], "/cg", group))
            continue;
        expect(str_starts(group, "/cg") && (!group[3] || group[3] == '/'));
        expect(!str_starts(group, "/cg/../") && !str_eq(group, "/cg/.."));
        expect(strstr(text, group + 3) && !strchr(group, '\n'));
        expect(strlen(group) + strlen("/slipway-probe-12345678/memory.limit_in_bytes") < PATH_MAX);
    }
}

static void fuzz_service(struct arena *a, const char *text)
{
    char unit[NAME_MAX + 1];

    if (!cgroup_service_in(arena_strdup(a, text), unit))
        return;
    expect(str_ends(unit, ".service") && !strpbrk(unit, "/\n"));
    expect(strstr(text, arena_printf(a, "/%s", unit)) != NULL);
}

static void fuzz_words(struct arena *a, char *text)
{
    char *word = strsep(&text, "\n");

    if (!text || !word[0] || strpbrk(word, " \n"))
        return;
    bool there = strstr(text, word) != NULL;
    expect(there || !cgroup_has_word(arena_strdup(a, text), word));
    expect(cgroup_has_word(arena_printf(a, "%s %s\n", text, word), word));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cleanup_arena struct arena *a = arena_create((size_t)16 << 20);

    if (size == 0)
        return 0;
    char *text = arena_strndup(a, (const char *)data + 1, size - 1);
    if (data[0] == 'm')
        fuzz_mounts(a, text);
    else if (data[0] == 'g')
        fuzz_groups(a, text);
    else if (data[0] == 's')
        fuzz_service(a, text);
    else if (data[0] == 'w')
        fuzz_words(a, text);
    return 0;
}
