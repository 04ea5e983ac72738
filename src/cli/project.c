/* Which project a directory belongs to. Going up from it, the nearest folder with a .venv wins,
 * then the nearest with a file that Python projects have at their root, then git's root. A
 * source_dir with a requirements.txt of its own lies below a .venv, so that comes first. */
#include "cli/api.h"
#include "base/fs.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool has(struct arena *a, const char *dir, const char *name)
{
    return fs_exists(arena_printf(a, "%s/%s", dir, name));
}

static bool has_any(struct arena *a, const char *dir)
{
    static const char *const names[] = {"pyproject.toml", "requirements.txt", "requirements.in",
                                        "setup.py",       "setup.cfg",        NULL};

    for (size_t i = 0; names[i]; i++)
        if (has(a, dir, names[i]))
            return true;
    return false;
}

const char *project_root(struct arena *a, const char *from)
{
    char *real = realpath(from, NULL), *home = getenv("HOME");
    const char *marked = NULL;

    if (!real)
        return NULL;
    char *dir = arena_strdup(a, real);
    free(real);
    /* the home directory and above belong to no project, unless that is where one stands */
    for (bool first = true; dir[0] == '/' && dir[1]; first = false) {
        if (!first && home && str_eq(dir, home))
            break;
        if (has(a, dir, ".venv/bin/python"))
            return dir;
        if (!marked && has_any(a, dir))
            marked = arena_strdup(a, dir);
        if (has(a, dir, ".git"))
            return marked ? marked : dir;
        *strrchr(dir, '/') = '\0';
    }
    return marked;
}

const char *project_python(struct arena *a, const char *root)
{
    const char *venv = getenv("VIRTUAL_ENV"), *path = getenv("PATH");

    if (root && has(a, root, ".venv/bin/python"))
        return arena_printf(a, "%s/.venv/bin/python", root);
    if (venv && *venv == '/' && has(a, venv, "bin/python"))
        return arena_printf(a, "%s/bin/python", venv);
    while (path && *path) {
        size_t n = strcspn(path, ":");
        const char *file = arena_printf(a, "%.*s/python3", (int)n, path);
        if (n && access(file, X_OK) == 0)
            return file;
        path += n + (path[n] == ':');
    }
    return NULL;
}
