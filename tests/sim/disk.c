/* Recording: the syscall table, the names and nodes that it knows, and the log of changes. */
#include "disk.h"
#include "disk_log.h"
#include "base/err.h"
#include "base/text.h"
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FDS_MAX 1024

struct disk_log disk_log;

static char root[256];
static struct sys_ops table;
static const struct sys_ops *real;
static struct node *fds[FDS_MAX]; /* what each open descriptor is; NULL: nothing of ours */

/* --- names --- */

static struct entry *entry_find(struct node *dir, const char *name, size_t len)
{
    for (size_t i = 0; i < dir->n; i++)
        if (strlen(dir->entries[i].name) == len && memcmp(dir->entries[i].name, name, len) == 0)
            return &dir->entries[i];
    return NULL;
}

void entry_set(struct node *dir, const char *name, struct node *node)
{
    struct entry *e = entry_find(dir, name, strlen(name));

    if (e && node) {
        e->node = node;
    } else if (e) {
        *e = dir->entries[--dir->n];
    } else if (node) {
        if (dir->n == dir->cap) {
            dir->cap = dir->cap ? 2 * dir->cap : 8;
            dir->entries = xrealloc(dir->entries, dir->cap * sizeof(*dir->entries));
        }
        dir->entries[dir->n++] = (struct entry){name, node};
    }
}

/* The node at a path, or NULL; ret_dir and ret_name: where it is or would be. All NULL outside. */
static struct node *find(const char *path, struct node **ret_dir, const char **ret_name)
{
    size_t len = strlen(root);
    struct node *way[64] = {&disk_log.root}, *at = &disk_log.root;
    int depth = 0;

    *ret_dir = NULL;
    *ret_name = NULL;
    if (strncmp(path, root, len) != 0 || (path[len] && path[len] != '/'))
        return NULL;
    for (const char *p = path + len; at && *(p += strspn(p, "/"));) {
        size_t n = strcspn(p, "/");
        if (n == 2 && p[0] == '.' && p[1] == '.') {
            assert(depth > 0);
            at = way[--depth];
        } else if (n != 1 || p[0] != '.') {
            struct entry *e = entry_find(at, p, n);
            *ret_dir = p[n + strspn(p + n, "/")] ? NULL : at;
            *ret_name = p;
            assert(depth < 62);
            at = way[++depth] = e ? e->node : NULL;
        }
        p += n;
    }
    return at;
}

/* --- the log --- */

static struct change *change_add(enum change_kind kind, struct node *node)
{
    struct disk_log *l = &disk_log;

    if (l->n == l->cap) {
        l->cap = l->cap ? 2 * l->cap : 4096;
        l->changes = xrealloc(l->changes, (size_t)l->cap * sizeof(*l->changes));
    }
    l->changes[l->n] = (struct change){.kind = kind, .node = node};
    return &l->changes[l->n++];
}

static struct node *node_new(bool dir)
{
    struct node *node = xcalloc(1, sizeof(*node));

    node->dir = dir;
    node->number = disk_log.n_nodes++;
    return node;
}

/* A name comes (node) or goes (NULL). */
static void name_change(struct node *dir, const char *name, struct node *node)
{
    struct change *c = change_add(CHANGE_NAME, dir);

    c->name = xstrdup(name);
    c->child = node;
    entry_set(dir, c->name, node);
    if (node) {
        node->parent = dir;
        node->name = c->name;
    }
}

static void write_change(struct node *node, const void *p, size_t n, int64_t at)
{
    struct change *c = change_add(CHANGE_WRITE, node);

    c->at = at;
    c->len = n;
    c->data = xmalloc(n ? n : 1);
    memcpy(c->data, p, n);
}

/* --- what was synced --- */

static bool is_random(const struct node *node)
{
    size_t hex = strspn(node->name, "0123456789abcdef");

    return (node->parent->parent && str_eq(node->parent->name, "jobs")) ||
           (node->name[hex] == '\0' && (hex == 2 || hex == 32));
}

static void site_of(const struct node *node, char *ret, size_t cap)
{
    char above[128] = "", name[64];
    size_t len;

    if (!node->parent) {
        snprintf(ret, cap, ".");
        return;
    }
    bool deep = node->parent->parent != NULL;
    if (deep)
        site_of(node->parent, above, sizeof(above));
    snprintf(name, sizeof(name), "%s", is_random(node) ? "*" : node->name);
    /* NAME.12345678.tmp, which becomes NAME */
    if ((len = strlen(name)) > 13 && str_eq(name + len - 4, ".tmp") && name[len - 13] == '.')
        snprintf(name + len - 12, sizeof(name) - (len - 12), "*.tmp");
    snprintf(ret, cap, "%s%s%s", above, deep ? "/" : "", name);
}

static const char *site_note(const char *name)
{
    for (int i = 0; i < disk_log.n_sites; i++)
        if (str_eq(disk_log.sites[i], name))
            return disk_log.sites[i];
    assert(disk_log.n_sites < SITES_MAX);
    return disk_log.sites[disk_log.n_sites++] = xstrdup(name);
}

static void sync_change(struct node *node)
{
    char site[192] = "everything";

    if (node)
        site_of(node, site, sizeof(site));
    change_add(CHANGE_SYNC, node)->name = site_note(site);
}

int disk_sites(const char *const **ret)
{
    *ret = disk_log.sites;
    return disk_log.n_sites;
}

int64_t disk_synced(const char *site, int64_t at)
{
    while (--at >= 0) {
        const struct change *c = &disk_log.changes[at];
        if (c->kind == CHANGE_SYNC && str_eq(c->name, site))
            break;
    }
    return at;
}

/* --- the table --- */

static struct node *node_of(int fd)
{
    return fd >= 0 && fd < FDS_MAX ? fds[fd] : NULL;
}

static int disk_open(const char *path, int flags, mode_t mode)
{
    struct node *dir, *node;
    const char *name;
    int fd = real->open(path, flags, mode);

    if (fd < 0)
        return fd;
    assert(fd < FDS_MAX);
    node = find(path, &dir, &name);
    if (!node && dir && flags & O_CREAT)
        name_change(dir, name, node = node_new(false));
    else if (node && flags & O_TRUNC)
        change_add(CHANGE_SIZE, node);
    fds[fd] = node;
    return fd;
}

static int disk_openat(int at, const char *path, int flags, mode_t mode)
{
    int fd = real->openat(at, path, flags, mode);

    assert(!(flags & (O_CREAT | O_TRUNC)));
    if (fd >= 0 && fd < FDS_MAX)
        fds[fd] = NULL;
    return fd;
}

static int disk_close(int fd)
{
    if (fd >= 0 && fd < FDS_MAX)
        fds[fd] = NULL;
    return real->close(fd);
}

static ssize_t disk_write(int fd, const void *p, size_t n)
{
    struct node *node = node_of(fd);
    ssize_t put = real->write(fd, p, n);

    if (node && put > 0)
        write_change(node, p, (size_t)put, lseek(fd, 0, SEEK_CUR) - put);
    return put;
}

static ssize_t disk_pwrite(int fd, const void *p, size_t n, off_t at)
{
    struct node *node = node_of(fd);
    ssize_t put = real->pwrite(fd, p, n, at);

    if (node && put > 0)
        write_change(node, p, (size_t)put, at);
    return put;
}

static int disk_ftruncate(int fd, off_t len)
{
    struct node *node = node_of(fd);
    int rc = real->ftruncate(fd, len);

    if (node && rc == 0)
        change_add(CHANGE_SIZE, node)->at = len;
    return rc;
}

static int disk_mkdir(const char *path, mode_t mode)
{
    struct node *dir;
    const char *name;
    int rc = real->mkdir(path, mode);

    if (rc == 0 && !find(path, &dir, &name) && dir)
        name_change(dir, name, node_new(true));
    return rc;
}

static int disk_gone(int rc, const char *path)
{
    struct node *dir;
    const char *name;

    if (rc == 0 && find(path, &dir, &name))
        name_change(dir, name, NULL);
    return rc;
}

static int disk_rmdir(const char *path)
{
    return disk_gone(real->rmdir(path), path);
}

static int disk_unlink(const char *path)
{
    return disk_gone(real->unlink(path), path);
}

static int disk_link(const char *from, const char *to)
{
    struct node *dir, *node;
    const char *name;
    int rc = real->link(from, to);

    node = find(from, &dir, &name);
    if (rc == 0 && node && !find(to, &dir, &name) && dir)
        name_change(dir, name, node);
    return rc;
}

static int disk_symlink(const char *target, const char *path)
{
    die("the recorded disk has no links by name: %s", path);
}

static int disk_rename(const char *from, const char *to)
{
    struct node *from_dir, *to_dir, *node;
    const char *from_name, *to_name;
    int rc = real->rename(from, to);

    node = find(from, &from_dir, &from_name);
    if (rc != 0 || !node)
        return rc;
    find(to, &to_dir, &to_name);
    from_name = xstrdup(from_name);
    name_change(to_dir, to_name, node);
    if (from_dir == to_dir) { /* one change */
        disk_log.changes[disk_log.n - 1].gone = from_name;
        entry_set(from_dir, from_name, NULL);
    } else {
        name_change(from_dir, from_name, NULL);
    }
    return rc;
}

static int disk_sync(int fd)
{
    int rc = real->fsync(fd);

    if (rc == 0 && node_of(fd))
        sync_change(node_of(fd));
    return rc;
}

static int disk_syncfs(int fd)
{
    int rc = real->syncfs(fd);

    if (rc == 0)
        sync_change(NULL);
    return rc;
}

static int disk_clone_file(int to, int from)
{
    errno = EOPNOTSUPP;
    return -1;
}

static ssize_t disk_copy_range(int to, int from, off_t at, size_t n)
{
    errno = EXDEV;
    return -1;
}

void disk_record(const char *path)
{
    snprintf(root, sizeof(root), "%s", path);
    disk_log.root.dir = true;
    disk_log.n_nodes = 1;
}

int64_t disk_len(void)
{
    return disk_log.n;
}

const struct sys_ops *disk_sys(const struct sys_ops *below)
{
    real = below;
    table = *below;
    table.open = disk_open;
    table.openat = disk_openat;
    table.close = disk_close;
    table.write = disk_write;
    table.pwrite = disk_pwrite;
    table.ftruncate = disk_ftruncate;
    table.mkdir = disk_mkdir;
    table.rmdir = disk_rmdir;
    table.unlink = disk_unlink;
    table.link = disk_link;
    table.symlink = disk_symlink;
    table.rename = disk_rename;
    table.fdatasync = disk_sync;
    table.fsync = disk_sync;
    table.syncfs = disk_syncfs;
    table.clone_file = disk_clone_file;
    table.copy_range = disk_copy_range;
    return &table;
}
