/* Power cuts: what was acknowledged survives the loss of everything that was not synced.
 *
 * A child runs the store under a syscall table that keeps, beside the real directory, what the disk
 * would hold: a file's bytes as of its last sync, a directory's entries as of its last sync. At a
 * chosen call it dies. The parent then builds a directory from that (each file and each directory
 * either as synced or as it stood, by coin) and looks for everything that was acknowledged. */
#include "util.h"
#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/wait.h>

static struct sys_ops power;
static char shadow[128]; /* <inode>.data and <inode>.list */
static int calls_left;

static void tick(void)
{
    if (calls_left-- == 0)
        _exit(9);
}

static void copy_file(int from, const char *to)
{
    static char block[1 << 20];
    char tmp[300];
    off_t at = 0;
    ssize_t n;

    snprintf(tmp, sizeof tmp, "%s.tmp", to);
    int out = open(tmp, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0644);
    while ((n = pread(from, block, sizeof block, at)) > 0) {
        if (write(out, block, (size_t)n) != n)
            abort();
        at += n;
    }
    close(out);
    if (rename(tmp, to) != 0)
        abort();
}

static void shadow_path(char ret[256], ino_t ino, const char *what)
{
    snprintf(ret, 256, "%s/%llu.%s", shadow, (unsigned long long)ino, what);
}

/* The disk now holds this file, or this directory's entries, as they are. */
static void keep(int fd)
{
    struct stat st;
    char path[256], line[400], tmp[300];

    if (fstat(fd, &st) != 0)
        abort();
    if (!S_ISDIR(st.st_mode)) {
        char self[64];
        snprintf(self, sizeof self, "/proc/self/fd/%d", fd);
        int in = open(self, O_RDONLY | O_CLOEXEC); /* fd may be for writing only */
        shadow_path(path, st.st_ino, "data");
        copy_file(in, path);
        close(in);
        return;
    }
    shadow_path(path, st.st_ino, "list");
    snprintf(tmp, sizeof tmp, "%s.tmp", path);
    int out = open(tmp, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0644);
    DIR *d = fdopendir(openat(fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    for (struct dirent *e; (e = readdir(d));) {
        if (str_eq(e->d_name, ".") || str_eq(e->d_name, ".."))
            continue;
        int n = snprintf(line, sizeof line, "%llu %d %s\n", (unsigned long long)e->d_ino,
                         e->d_type == DT_DIR, e->d_name);
        if (write(out, line, (size_t)n) != n)
            abort();
    }
    closedir(d);
    close(out);
    if (rename(tmp, path) != 0)
        abort();
}

/* A new file's inode may be that of one which is gone: what the disk held of that is gone too. */
static void forget(const struct stat *st)
{
    char path[256];

    shadow_path(path, st->st_ino, S_ISDIR(st->st_mode) ? "list" : "data");
    unlink(path);
}

static int power_open(const char *path, int flags, mode_t mode)
{
    struct stat st;

    tick();
    bool is_new = flags & O_CREAT && stat(path, &st) != 0;
    int fd = sys_real.open(path, flags, mode);
    if (is_new && fd >= 0 && fstat(fd, &st) == 0)
        forget(&st);
    return fd;
}

static int power_mkdir(const char *path, mode_t mode)
{
    struct stat st;

    tick();
    int r = sys_real.mkdir(path, mode);
    if (r == 0 && stat(path, &st) == 0)
        forget(&st);
    return r;
}

static int power_sync(int fd)
{
    tick();
    keep(fd);
    tick(); /* done, and nobody knows yet */
    return 0;
}

static ssize_t power_write(int fd, const void *p, size_t n)
{
    tick();
    return sys_real.write(fd, p, n);
}

static ssize_t power_pwrite(int fd, const void *p, size_t n, off_t at)
{
    tick();
    return sys_real.pwrite(fd, p, n, at);
}

static int power_ftruncate(int fd, off_t len)
{
    tick();
    return sys_real.ftruncate(fd, len);
}

static int power_rename(const char *from, const char *to)
{
    tick();
    return sys_real.rename(from, to);
}

static int power_unlink(const char *path)
{
    tick();
    return sys_real.unlink(path);
}

static void power_on(int calls)
{
    power = sys_real;
    power.open = power_open;
    power.mkdir = power_mkdir;
    power.fdatasync = power_sync;
    power.fsync = power_sync;
    power.write = power_write;
    power.pwrite = power_pwrite;
    power.ftruncate = power_ftruncate;
    power.rename = power_rename;
    power.unlink = power_unlink;
    calls_left = calls;
    sys = &power;
}

/* After the cut */

static unsigned dice;

static bool coin(void)
{
    dice = dice * 1103515245 + 12345;
    return dice >> 16 & 1;
}

/* Builds `to`; `from` is the directory as it stood, or NULL when it is not there any more. */
static void rebuild(const char *from, ino_t ino, bool honest, const char *to);

static void rebuild_entry(const char *from, ino_t ino, bool is_dir, bool honest, const char *name,
                          const char *to)
{
    char now[512], path[512], kept[256];
    struct stat st;

    snprintf(now, sizeof now, "%s/%s", from, name);
    snprintf(path, sizeof path, "%s/%s", to, name);
    bool stands = lstat(now, &st) == 0 && st.st_ino == ino;
    if (is_dir) {
        rebuild(now, ino, honest, path);
        return;
    }
    shadow_path(kept, ino, "data");
    int in = -1;
    if (stands && !honest && coin())
        in = open(now, O_RDONLY | O_CLOEXEC);
    if (in < 0)
        in = open(kept, O_RDONLY | O_CLOEXEC); /* fails when never synced: an empty file */
    copy_file(in, path);
    if (in >= 0)
        close(in);
}

static void rebuild(const char *from, ino_t ino, bool honest, const char *to)
{
    char kept[256], line[400];
    struct stat st;

    if (mkdir(to, 0755) != 0)
        abort();
    if (!honest && coin() && stat(from, &st) == 0 && st.st_ino == ino) {
        DIR *d = opendir(from);
        for (struct dirent *e; d && (e = readdir(d));) {
            if (!str_eq(e->d_name, ".") && !str_eq(e->d_name, ".."))
                rebuild_entry(from, e->d_ino, e->d_type == DT_DIR, honest, e->d_name, to);
        }
        closedir(d);
        return;
    }
    shadow_path(kept, ino, "list");
    FILE *f = fopen(kept, "re");
    while (f && fgets(line, sizeof line, f)) {
        char *end;
        ino_t entry = (ino_t)strtoull(line, &end, 10);
        bool is_dir = strtol(end, &end, 10) == 1;
        char *name = end + 1;
        name[strcspn(name, "\n")] = '\0';
        rebuild_entry(from, entry, is_dir, honest, name, to);
    }
    if (f)
        fclose(f);
}

struct ack {
    int number;
    bool large, deleted;
};

static void child_main(const char *dir, int first, int calls, int out)
{
    struct test_store t;
    char *body = malloc(40000);
    struct object_writer *w;

    power_on(calls);
    open_objects(&t, dir);
    bucket_create(t.o, "bucket", "r", &t.err);
    for (int i = first;; i++) {
        struct ack ack = {.number = i, .large = i % 3 != 0};
        size_t n = ack.large ? 40000 : 500;
        char key[32];
        snprintf(key, sizeof key, "key-%d", i);
        memset(body, i & 0xff, n);
        /* Known sizes and unknown ones take different ways into the store. */
        if (object_writer_create(t.o, 0, i % 2 ? (int64_t)n : -1, &w, &t.err) != 0 ||
            object_writer_write(w, body, n, &t.err) != 0 ||
            object_put(t.o, t.a, "bucket", key, strlen(key), w, NULL, NULL, NULL, &t.err) != 0)
            _exit(3);
        object_writer_destroy(w);
        if (write(out, &ack, sizeof ack) != sizeof ack)
            _exit(4);
        if (i % 7 == 6) {
            snprintf(key, sizeof key, "key-%d", i - 3);
            if (object_delete(t.o, "bucket", key, strlen(key), &t.err) != 0)
                _exit(5);
            ack = (struct ack){.number = i - 3, .deleted = true};
            if (write(out, &ack, sizeof ack) != sizeof ack)
                _exit(6);
        }
        arena_reset(t.a);
    }
}

static void check_one(struct test_store *t, const struct ack *ack, bool may_be_deleted)
{
    static unsigned char body[40001];
    struct object_info info;
    char key[32];
    int fd;

    snprintf(key, sizeof key, "key-%d", ack->number);
    int r = object_open(t->o, t->a, "bucket", key, strlen(key), &info, &fd, &t->err);
    if (ack->deleted) {
        CHECK(r == -1 && t->err.code == ERR_NOT_FOUND);
        return;
    }
    if (r != 0 && may_be_deleted && t->err.code == ERR_NOT_FOUND)
        return;
    CHECK_OK(r, t->err);
    if (r != 0)
        return;
    ssize_t n = info.size;
    if (fd >= 0) {
        n = read(fd, body, sizeof body);
        close(fd);
    } else
        memcpy(body, info.data, (size_t)info.size);
    CHECK_INT(n, ack->large ? 40000 : 500);
    for (ssize_t i = 0; i < n; i++) {
        if (body[i] != (ack->number & 0xff)) {
            CHECK(!"the body is whole");
            break;
        }
    }
}

static void cut(int round, int calls)
{
    const char *base = fresh_dir();
    static struct ack acks[4096];
    char dir[128], after[128];
    size_t n = 0;
    int fds[2], status;
    struct stat st;

    snprintf(dir, sizeof dir, "%s/data", base);
    snprintf(after, sizeof after, "%s/after", base);
    snprintf(shadow, sizeof shadow, "%s/disk", base);
    if (mkdir(dir, 0755) != 0 || mkdir(shadow, 0755) != 0 || pipe(fds) != 0)
        abort();
    pid_t pid = fork();
    if (pid == 0) {
        close(fds[0]);
        child_main(dir, 0, calls, fds[1]);
    }
    close(fds[1]);
    while (n < 4096 && read(fds[0], &acks[n], sizeof *acks) == sizeof *acks)
        n++;
    close(fds[0]);
    waitpid(pid, &status, 0);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 9);

    dice = (unsigned)round * 2654435761u;
    if (stat(dir, &st) != 0)
        abort();
    rebuild(dir, st.st_ino, round % 3 == 0, after);
    struct test_store t;
    open_objects(&t, after);
    for (size_t i = 0; i < n; i++) {
        bool deleted_later = false;
        for (size_t k = i + 1; k < n; k++)
            deleted_later |= acks[k].deleted && acks[k].number == acks[i].number;
        /* The deletion that was under way may have happened. */
        if (!deleted_later)
            check_one(&t, &acks[i], true);
    }
    /* At most one acknowledged object can be hit by a deletion that was not acknowledged. */
    int missing = 0;
    for (size_t i = 0; i < n; i++) {
        struct object_info info;
        char key[32];
        bool deleted_later = acks[i].deleted;
        for (size_t k = i + 1; k < n; k++)
            deleted_later |= acks[k].deleted && acks[k].number == acks[i].number;
        snprintf(key, sizeof key, "key-%d", acks[i].number);
        if (!deleted_later && object_head(t.o, t.a, "bucket", key, strlen(key), &info, &t.err) != 0)
            missing++;
    }
    CHECK(missing <= 1);
    bucket_create(t.o, "bucket", "r", &t.err); /* fine if there */
    CHECK_OK(put_text(&t, "bucket", "afterwards", "x"), t.err);
    close_objects(&t, false);
    CHECK_OK(fs_remove_tree(base, &t.err), t.err);
}

TEST(power_cuts)
{
    const char *rounds = getenv("STORE_TEST_ROUNDS");
    int n = rounds ? (int)strtol(rounds, NULL, 10) : 40;

    for (int i = 0; i < n; i++)
        cut(i, 20 + i * 37 % 1500);
    char root[96];
    const char *dir = fresh_dir();
    snprintf(root, sizeof root, "%s", dir);
    remove_dir(root);
}
