/* The kernel's texts about cgroups: /proc/self/mounts, /proc/self/cgroup, and the lists of words in
 * the groups' own files. Reading them is cgroups.c's. */
#include "exec/sandbox.h"
#include "base/text.h"
#include <stdio.h>
#include <string.h>

#define GROUP_MAX 3800 /* leaves room for what lies in it, and for its jobs' groups */

static bool list_has(char *list, const char *word)
{
    for (char *p; (p = strsep(&list, ",")) != NULL;)
        if (str_eq(p, word))
            return true;
    return false;
}

/* Blanks, tabs, newlines and backslashes stand as \ooo there. */
static void unescape(char *s)
{
    char *out = s;

    for (; *s; s++) {
        if (s[0] == '\\' && s[1] >= '0' && s[1] <= '3' && s[2] >= '0' && s[2] <= '7' &&
            s[3] >= '0' && s[3] <= '7' && (s[1] | s[2] | s[3]) != '0') {
            *out++ = (char)((s[1] - '0') << 6 | (s[2] - '0') << 3 | (s[3] - '0'));
            s += 3;
        } else {
            *out++ = *s;
        }
    }
    *out = '\0';
}

bool cgroup_mount_in(char *mounts, const char *controller, char ret[PATH_MAX])
{
    bool v2 = str_eq(controller, "cgroup2");

    for (char *line; (line = strsep(&mounts, "\n")) != NULL;) {
        char *source = strsep(&line, " "), *at = strsep(&line, " "), *type = strsep(&line, " ");
        char *options = strsep(&line, " ");
        if (!source || !at || !type || !options || !str_eq(type, v2 ? "cgroup2" : "cgroup") ||
            (!v2 && !list_has(options, controller)))
            continue;
        unescape(at);
        if (at[0] == '/' && strlen(at) < PATH_MAX) {
            memcpy(ret, at, strlen(at) + 1);
            return true;
        }
    }
    return false;
}

/* "/../x" is what a group outside of our cgroup namespace looks like. */
static bool climbs(const char *path)
{
    return str_starts(path, "/../") || str_eq(path, "/..");
}

bool cgroup_own_in(char *groups, const char *controller, const char *at, char ret[PATH_MAX])
{
    bool v2 = str_eq(controller, "cgroup2");

    for (char *line; (line = strsep(&groups, "\n")) != NULL;) {
        char *number = strsep(&line, ":"), *names = strsep(&line, ":"), *path = line;
        if (!number || !names || !path ||
            !(v2 ? str_eq(number, "0") && !names[0] : list_has(names, controller)))
            continue;
        const char *below = str_eq(path, "/") ? "" : path;
        int n = snprintf(ret, PATH_MAX, "%s%s", at, below);
        if (path[0] == '/' && !climbs(path) && n > 0 && n < GROUP_MAX)
            return true;
        ret[0] = '\0';
        return false;
    }
    return false;
}

bool cgroup_service_in(char *groups, char ret[NAME_MAX + 1])
{
    bool found = false;

    for (char *line; (line = strsep(&groups, "\n")) != NULL;) {
        char *number = strsep(&line, ":"), *names = strsep(&line, ":"), *path = line;
        if (!number || !names || !path)
            continue;
        bool v2 = str_eq(number, "0") && !names[0] && path[0] == '/';
        if (!v2 && list_has(names, "memory"))
            return false; /* limits are v1's here, where the service's group does not count */
        const char *last = v2 ? strrchr(path, '/') + 1 : "";
        if (!str_ends(last, ".service") || strlen(last) > NAME_MAX)
            continue;
        memcpy(ret, last, strlen(last) + 1);
        found = true;
    }
    return found;
}

bool cgroup_has_word(char *text, const char *word)
{
    for (char *p; (p = strsep(&text, " \n")) != NULL;)
        if (str_eq(p, word))
            return true;
    return false;
}
