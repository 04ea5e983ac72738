/* Files: reading, durable replacement under faults, trees. */
#include "base/fs.h"
#include "base/text.h"
#include "test.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <unistd.h>

static char *scratch(struct arena *a)
{
    char *path = arena_strdup(a, "/tmp/slipway-fs-XXXXXX");

    CHECK(mkdtemp(path) != NULL);
    return path;
}

static void make_file(const char *path)
{
    int fd = open(path, O_WRONLY | O_CREAT, 0600);

    CHECK(fd >= 0);
    close(fd);
}

TEST(files_are_read_whole)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char *dir = scratch(a), *path = arena_printf(a, "%s/f", dir), *text;
    struct err err = {0};
    size_t len;

    CHECK_INT(fs_read(a, path, 10, &text, &len, &err), -1);
    CHECK_INT(err.code, ERR_NOT_FOUND);
    CHECK(strstr(err.msg, path) != NULL);
    CHECK_OK(fs_replace(path, "0123456789", 10, 0640, &err), err);
    CHECK_OK(fs_read(a, path, 10, &text, &len, &err), err);
    CHECK_STR(text, "0123456789");
    CHECK_INT(len, 10);
    CHECK_INT(fs_read(a, path, 9, &text, &len, &err), -1);
    CHECK_INT(err.code, ERR_LIMIT);
    CHECK_OK(fs_replace(path, "", 0, 0640, &err), err);
    CHECK_OK(fs_read(a, path, 9, &text, &len, &err), err);
    CHECK_STR(text, "");
    /* its size is said to be 0 */
    CHECK_OK(fs_read(a, "/proc/self/status", 100000, &text, &len, &err), err);
    CHECK(str_starts(text, "Name:"));
    CHECK_INT(fs_read(a, "/proc/self/status", 10, &text, &len, &err), -1);
    CHECK_INT(err.code, ERR_LIMIT);
    CHECK_OK(fs_remove_tree(dir, &err), err);
    CHECK(!fs_exists(dir));
}

static int fail_at, n_calls;

static int fail_fdatasync(int fd)
{
    if (++n_calls == fail_at) {
        errno = EIO;
        return -1;
    }
    return fdatasync(fd);
}

static int fail_fsync(int fd)
{
    return ++n_calls == fail_at ? errno = EIO, -1 : fsync(fd);
}

static int fail_rename(const char *from, const char *to)
{
    return ++n_calls == fail_at ? errno = EIO, -1 : rename(from, to);
}

static ssize_t short_write(int fd, const void *p, size_t n)
{
    if (++n_calls == fail_at) {
        errno = ENOSPC;
        return -1;
    }
    return write(fd, p, n > 3 ? 3 : n);
}

TEST(replacing_leaves_the_old_or_the_new)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char *dir = scratch(a), *path = arena_printf(a, "%s/f", dir), *text;
    struct sys_ops ops = sys_real;
    struct err err = {0};
    int failures = 0;

    ops.fdatasync = fail_fdatasync;
    ops.fsync = fail_fsync;
    ops.rename = fail_rename;
    ops.write = short_write;
    CHECK_OK(fs_replace(path, "old text", 8, 0600, &err), err);
    for (fail_at = 1; fail_at < 20; fail_at++) {
        sys = &ops;
        n_calls = 0;
        int rc = fs_replace(path, "new text", 8, 0600, &err);
        sys = &sys_real;
        CHECK_OK(fs_read(a, path, 100, &text, NULL, &err), err);
        CHECK(str_eq(text, "old text") || str_eq(text, "new text"));
        if (rc == 0) {
            CHECK_STR(text, "new text");
            break;
        }
        failures++;
        CHECK_OK(fs_replace(path, "old text", 8, 0600, &err), err);
    }
    CHECK_INT(failures, 6); /* three writes, fdatasync, rename, fsync */
    unlink(path);
    CHECK_INT(rmdir(dir), 0); /* no temporary file is left */
}

TEST(directories_are_made)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char *dir = scratch(a);
    struct err err = {0};

    CHECK_OK(fs_mkdirs(arena_printf(a, "%s/a//b/c/", dir), 0700, &err), err);
    CHECK_OK(fs_mkdirs(arena_printf(a, "%s/a/b/c", dir), 0700, &err), err);
    CHECK(fs_exists(arena_printf(a, "%s/a/b/c", dir)));
    make_file(arena_printf(a, "%s/f", dir));
    CHECK_INT(fs_mkdirs(arena_printf(a, "%s/f/x", dir), 0700, &err), -1);
    CHECK_INT(fs_mkdirs(arena_printf(a, "%s/f", dir), 0700, &err), -1);
    CHECK(strstr(err.msg, "Not a directory") != NULL);
    CHECK_OK(fs_mkdirs("/", 0700, &err), err);
    CHECK_OK(fs_sync_dir(dir, &err), err);
    CHECK(fs_free_bytes(dir) > 0);
    CHECK_INT(fs_free_bytes("/nowhere"), -1);
    CHECK_OK(fs_remove_tree(dir, &err), err);
}

TEST(trees_are_removed_without_following_links)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char *dir = scratch(a), *outside = scratch(a);
    char *kept = arena_printf(a, "%s/kept", outside);
    struct err err = {0};

    make_file(kept);
    CHECK_OK(fs_mkdirs(arena_printf(a, "%s/a/b", dir), 0700, &err), err);
    CHECK_INT(symlink(outside, arena_printf(a, "%s/a/link", dir)), 0);
    CHECK_INT(symlink("nowhere", arena_printf(a, "%s/dangling", dir)), 0);
    for (int i = 0; i < 2000; i++)
        make_file(arena_printf(a, "%s/a/b/%d", dir, i));
    CHECK_INT(chmod(arena_printf(a, "%s/a/b", dir), 0500), 0);
    CHECK_INT(chmod(arena_printf(a, "%s/a", dir), 0), 0);
    CHECK_OK(fs_remove_tree(dir, &err), err);
    CHECK(!fs_exists(dir));
    CHECK(fs_exists(kept));
    CHECK_OK(fs_remove_tree(dir, &err), err);

    char *link = arena_printf(a, "%s/self", outside);
    CHECK_INT(symlink(outside, link), 0);
    CHECK_OK(fs_remove_tree(link, &err), err);
    CHECK(fs_exists(kept));
    CHECK_OK(fs_remove_tree(outside, &err), err);
    CHECK_INT(fs_remove_tree("", &err), -1);
}

TEST(trees_deeper_than_any_path_are_removed)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char *dir = scratch(a), here[PATH_MAX], name[201];
    struct err err = {0};

    CHECK(getcwd(here, sizeof(here)) != NULL);
    CHECK_INT(chdir(dir), 0);
    memset(name, 'n', 200);
    name[200] = '\0';
    for (int i = 0; i < 2000; i++) {
        make_file("file");
        CHECK_INT(mkdir(i % 2 ? name : "d", 0700), 0);
        CHECK_INT(chdir(i % 2 ? name : "d"), 0);
    }
    CHECK_INT(chdir(here), 0);
    CHECK_OK(fs_remove_tree(dir, &err), err);
    CHECK(!fs_exists(dir));
}
