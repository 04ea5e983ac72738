/* The contract of blob_ops, on the implementation named by -DBLOBS. */
#include "contract.h"
#include "base/buf.h"
#include "base/text.h"
#include "store/blob.h"
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static char where[128];
static char *dir;
static struct err err;

static struct blobs *open_store(void)
{
    struct blobs *b = NULL;

    CHECK_OK(blobs_open(&BLOBS, where, &b, &err), err);
    if (!b)
        exit(1);
    return b;
}

static struct blobs *fresh(void)
{
    dir = contract_dir();
    snprintf(where, sizeof where, "%s/objects", dir);
    return open_store();
}

static void finish(struct blobs *b)
{
    b->ops->close(b);
    CHECK_OK(fs_remove_tree(dir, &err), err);
}

static void put_hint(struct blobs *b, const char *text, int64_t hint, bool sync,
                     char ret[BLOB_NAME_MAX])
{
    struct blob_writer *w;

    CHECK_OK(b->ops->create(b, hint, &w, &err), err);
    CHECK_OK(b->ops->write(w, text, strlen(text), &err), err);
    CHECK_OK(b->ops->commit(w, sync, ret, &err), err);
}

static void put(struct blobs *b, const char *text, bool sync, char ret[BLOB_NAME_MAX])
{
    put_hint(b, text, (int64_t)strlen(text), sync, ret);
}

static void check_text(struct blobs *b, const char *name, const char *want)
{
    char text[4096];
    int fd = -1;

    CHECK_OK(b->ops->open_read(b, name, &fd, &err), err);
    ssize_t n = read(fd, text, sizeof text - 1);
    close(fd);
    text[n > 0 ? n : 0] = '\0';
    CHECK_STR(text, want);
}

struct seen {
    int n;
    int64_t bytes;
    char last[BLOB_NAME_MAX];
};

static int see(void *arg, const char *name, int64_t size, int64_t mtime_ms, struct err *e)
{
    struct seen *s = arg;

    s->n++;
    s->bytes += size;
    CHECK(strlen(name) < BLOB_NAME_MAX);
    CHECK(sys->wall_ms() - mtime_ms < 60000); /* its age here, whatever the file's own mtime */
    snprintf(s->last, sizeof s->last, "%s", name);
    return 0;
}

static struct seen see_all(struct blobs *b)
{
    struct seen s = {0};

    CHECK_OK(b->ops->each(b, see, &s, &err), err);
    return s;
}

TEST(every_member_is_needed)
{
    struct blobs *b;

    for (size_t i = 0; i < sizeof BLOBS / sizeof(void *); i++) {
        struct blob_ops broken = BLOBS;
        memset((char *)&broken + i * sizeof(void *), 0, sizeof(void *));
        CHECK(blobs_open(&broken, "/nowhere", &b, &err) == -1);
        CHECK_INT(err.code, ERR_INTERNAL);
    }
}

TEST(write_read_remove)
{
    struct blobs *b = fresh();
    char one[BLOB_NAME_MAX], two[BLOB_NAME_MAX];
    int fd;

    put(b, "first", true, one);
    put(b, "", false, two);
    CHECK(strcmp(one, two) != 0);
    CHECK_OK(b->ops->sync_all(b, &err), err);
    check_text(b, one, "first");
    check_text(b, two, "");
    struct seen s = see_all(b);
    CHECK(s.n == 2 && s.bytes == 5);
    b->ops->close(b);
    b = open_store(); /* it outlives the process */
    check_text(b, one, "first");
    CHECK_OK(b->ops->remove(b, one, &err), err);
    CHECK_OK(b->ops->remove(b, one, &err), err); /* fine if not there */
    CHECK(b->ops->open_read(b, one, &fd, &err) == -1);
    CHECK_INT(err.code, ERR_NOT_FOUND);
    CHECK_INT(see_all(b).n, 1);
    finish(b);
}

TEST(an_open_blob_survives_its_removal)
{
    struct blobs *b = fresh();
    char name[BLOB_NAME_MAX], text[8] = "";
    int fd;

    put(b, "gone", true, name);
    CHECK_OK(b->ops->open_read(b, name, &fd, &err), err);
    CHECK_OK(b->ops->remove(b, name, &err), err);
    CHECK(read(fd, text, 4) == 4 && strcmp(text, "gone") == 0);
    close(fd);
    finish(b);
}

TEST(what_was_not_committed_is_not_there)
{
    struct blobs *b = fresh();
    struct blob_writer *w;

    CHECK_OK(b->ops->create(b, -1, &w, &err), err);
    CHECK_OK(b->ops->write(w, "x", 1, &err), err);
    CHECK_INT(see_all(b).n, 0);
    b->ops->abort(w);
    b->ops->abort(NULL);
    CHECK_INT(see_all(b).n, 0);
    finish(b);
}

TEST(names_that_are_none)
{
    struct blobs *b = fresh();
    static const char *const bad[] = {"",
                                      "..",
                                      "../../etc/passwd",
                                      "/etc/passwd",
                                      "ab/../../x",
                                      "ab/0123456789abcdef0123456789abcdeg"};
    int fd;
    char path[160];

    snprintf(path, sizeof path, "%s/out", dir);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        CHECK(b->ops->open_read(b, bad[i], &fd, &err) == -1);
        CHECK(b->ops->remove(b, bad[i], &err) == -1);
        CHECK(b->ops->link_to(b, bad[i], path, &err) == -1);
    }
    finish(b);
}

static void make_file(const char *path, const char *text, mode_t mode)
{
    CHECK_OK(fs_replace(path, text, strlen(text), mode, &err), err);
}

TEST(adopting_files)
{
    struct blobs *b = fresh();
    char path[160], other[160], name[BLOB_NAME_MAX];
    struct stat st;
    int fd;

    snprintf(path, sizeof path, "%s/out", dir);
    snprintf(other, sizeof other, "%s/other", dir);
    make_file(path, "output", 0600);
    struct timespec old[2] = {{.tv_sec = 1}, {.tv_sec = 1}};
    CHECK_INT(utimensat(AT_FDCWD, path, old, 0), 0);
    CHECK_OK(b->ops->adopt(b, path, name, &err), err);
    CHECK_OK(b->ops->sync_all(b, &err), err);
    CHECK(!fs_exists(path));
    check_text(b, name, "output");
    CHECK_INT(see_all(b).n, 1); /* and checks its age */
    CHECK_OK(b->ops->open_read(b, name, &fd, &err), err);
    CHECK(fstat(fd, &st) == 0 && (st.st_mode & 07777) == 0644);
    close(fd);

    /* A second name must not reach the blob. */
    make_file(path, "shared", 0644);
    CHECK_INT(link(path, other), 0);
    CHECK_OK(b->ops->adopt(b, path, name, &err), err);
    fd = open(other, O_WRONLY | O_TRUNC);
    CHECK(write(fd, "changed", 7) == 7);
    close(fd);
    check_text(b, name, "shared");

    /* Only files. */
    CHECK_INT(symlink("/etc/passwd", path), 0);
    CHECK(b->ops->adopt(b, path, name, &err) == -1);
    CHECK_INT(unlink(path), 0);
    CHECK_INT(mkfifo(path, 0600), 0);
    CHECK(b->ops->adopt(b, path, name, &err) == -1);
    CHECK(b->ops->adopt(b, dir, name, &err) == -1);
    CHECK(b->ops->adopt(b, "/nowhere/x", name, &err) == -1);
    CHECK_INT(err.code, ERR_NOT_FOUND);
    CHECK_INT(see_all(b).n, 2);
    finish(b);
}

TEST(sharing_files)
{
    struct blobs *b = fresh();
    char path[160], name[BLOB_NAME_MAX], where_it_is[4096], text[16] = "";

    snprintf(path, sizeof path, "%s/out", dir);
    make_file(path, "output", 0600);
    CHECK_OK(b->ops->share(b, path, name, &err), err);
    CHECK(fs_exists(path));
    check_text(b, name, "output");
    CHECK_OK(b->ops->path(b, name, where_it_is, sizeof where_it_is, &err), err);
    int fd = open(where_it_is, O_RDONLY);
    CHECK(read(fd, text, sizeof text) == 6);
    close(fd);
    CHECK(b->ops->path(b, name, where_it_is, 10, &err) == -1);
    CHECK_INT(unlink(path), 0);
    check_text(b, name, "output");
    finish(b);
}

static struct sys_ops no_links;

static int refuse_link(const char *from, const char *to)
{
    errno = EMLINK;
    return -1;
}

static int refuse_clone(int to, int from)
{
    errno = EOPNOTSUPP;
    return -1;
}

static ssize_t refuse_copy(int to, int from, off_t from_at, size_t n)
{
    errno = EXDEV;
    return -1;
}

TEST(linking)
{
    struct blobs *b = fresh();
    char path[160], name[BLOB_NAME_MAX], *text;
    size_t n;
    cleanup_arena struct arena *a = arena_create(100000);

    put(b, "input", true, name);
    for (int how = 0; how < 2; how++) { /* linked; copied where there can be no more links */
        if (how == 1) {
            no_links = sys_real;
            no_links.link = refuse_link;
            no_links.clone_file = refuse_clone;
            no_links.copy_range = refuse_copy;
            sys = &no_links;
        }
        snprintf(path, sizeof path, "%s/in-%d", dir, how);
        CHECK_OK(b->ops->link_to(b, name, path, &err), err);
        CHECK_OK(fs_read(a, path, 100, &text, &n, &err), err);
        CHECK_STR(text, "input");
        CHECK_INT(unlink(path), 0);
        check_text(b, name, "input");
    }
    sys = &sys_real;
    make_file(path, "there", 0644);
    CHECK(b->ops->link_to(b, name, path, &err) == -1);
    CHECK_INT(err.code, ERR_EXISTS);
    finish(b);
}

TEST(appending_blobs)
{
    struct blobs *b = fresh();
    char one[BLOB_NAME_MAX], two[BLOB_NAME_MAX], joined[BLOB_NAME_MAX];
    struct blob_writer *w;

    put(b, "first ", true, one);
    put(b, "second", true, two);
    for (int how = 0; how < 2; how++) {
        if (how == 1) {
            no_links = sys_real;
            no_links.copy_range = refuse_copy;
            sys = &no_links;
        }
        CHECK_OK(b->ops->create(b, -1, &w, &err), err);
        CHECK_OK(b->ops->write(w, "> ", 2, &err), err);
        CHECK_OK(b->ops->append(w, one, &err), err);
        CHECK_OK(b->ops->append(w, two, &err), err);
        CHECK_OK(b->ops->write(w, " <", 2, &err), err);
        CHECK_OK(b->ops->commit(w, true, joined, &err), err);
        check_text(b, joined, "> first second <");
    }
    sys = &sys_real;
    CHECK_OK(b->ops->remove(b, one, &err), err);
    CHECK_OK(b->ops->create(b, -1, &w, &err), err);
    CHECK(b->ops->append(w, one, &err) == -1);
    b->ops->abort(w);
    finish(b);
}

/* A durable commit, as the system calls show it. */
static struct sys_ops watched;
static struct buf calls;

static int see_fdatasync(int fd)
{
    buf_adds(&calls, "data ");
    return sys_real.fdatasync(fd);
}

static int see_rename(const char *from, const char *to)
{
    buf_adds(&calls, "rename ");
    return sys_real.rename(from, to);
}

static int see_fsync(int fd)
{
    struct stat st;

    buf_adds(&calls, fstat(fd, &st) == 0 && S_ISDIR(st.st_mode) ? "dir " : "file ");
    return sys_real.fsync(fd);
}

/* When commit returns, data and name are durable; which of them is first is the implementation's.
 */
TEST(a_durable_commit_syncs_data_and_name)
{
    struct blobs *b = fresh();
    char name[BLOB_NAME_MAX];

    buf_init(&calls, 1000);
    watched = sys_real;
    watched.fdatasync = see_fdatasync;
    watched.rename = see_rename;
    watched.fsync = see_fsync;
    sys = &watched;
    put_hint(b, "text", -1, true, name);
    CHECK(strstr(calls.data, "data ") && strstr(calls.data, "dir "));
    if (strstr(calls.data, "rename ")) {
        CHECK(str_starts(calls.data, "data ") && str_ends(calls.data, "rename dir "));
    }
    buf_clear(&calls);
    put(b, "text", true, name); /* the first small one */
    CHECK(strstr(calls.data, "data ") && strstr(calls.data, "dir "));
    sys = &sys_real;
    buf_free(&calls);
    finish(b);
}

/* Many at a time, of all sizes: names differ, contents are theirs. */
TEST(many_at_a_time)
{
    struct blobs *b = fresh();
    struct blob_writer *w[40];
    char names[40][BLOB_NAME_MAX], text[16];

    for (int i = 0; i < 40; i++) {
        CHECK_OK(b->ops->create(b, i % 3 ? i : -1, &w[i], &err), err);
        snprintf(text, sizeof text, "%d", i);
        CHECK_OK(b->ops->write(w[i], text, strlen(text), &err), err);
    }
    CHECK_INT(see_all(b).n, 0);
    for (int i = 0; i < 40; i++) {
        if (i % 5 == 0)
            b->ops->abort(w[i]);
        else
            CHECK_OK(b->ops->commit(w[i], i % 2, names[i], &err), err);
    }
    CHECK_INT(see_all(b).n, 32);
    for (int i = 0; i < 40; i++) {
        snprintf(text, sizeof text, "%d", i);
        if (i % 5)
            check_text(b, names[i], text);
    }
    b->ops->close(b);
    b = open_store();
    CHECK_INT(see_all(b).n, 32);
    finish(b);
}
