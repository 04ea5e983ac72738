/* The store: group commit, savepoints, readers, migrations, the lock, faults of the disk. */
#include "util.h"
#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/wait.h>

static const char *const notes_v1[] = {
    "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT", NULL};
static const struct store_module notes[] = {{"notes", notes_v1}, {NULL, NULL}};

static int add_note(struct db *db, void *arg, struct err *err)
{
    return db_run(db, NULL, err, "INSERT INTO notes (text) VALUES ($1)", "t", (const char *)arg);
}

static int add_then_fail(struct db *db, void *arg, struct err *err)
{
    if (add_note(db, arg, err) != 0)
        return -1;
    return err_set(err, ERR_CONFLICT, "no %s", (const char *)arg);
}

static int64_t count_notes(struct store *s)
{
    struct err err;
    int64_t n = -1;
    struct db *db = store_reader(s, &err);

    CHECK_INT(db_get_int(db, &n, &err, "SELECT count(*) FROM notes", ""), 1);
    store_reader_done(s, db);
    return n;
}

static struct store *open_notes(const char *dir)
{
    struct store *s = NULL;
    struct err err;

    CHECK_OK(store_open(dir, notes, &s, &err), err);
    if (!s)
        exit(1);
    return s;
}

TEST(write_read_reopen)
{
    const char *dir = fresh_dir();
    struct store *s = open_notes(dir);
    struct err err;

    CHECK_OK(store_write(s, add_note, "one", &err), err);
    CHECK_INT(count_notes(s), 1);
    CHECK(store_write(s, add_note, "one", &err) == -1);
    CHECK_INT(err.code, ERR_EXISTS);
    CHECK(store_write(s, add_then_fail, "two", &err) == -1);
    CHECK_STR(err.msg, "no two");
    CHECK_INT(count_notes(s), 1);
    CHECK_STR(store_dir(s), dir);
    store_close(s);
    char path[128];
    snprintf(path, sizeof path, "%s/meta.db-wal", dir);
    CHECK(!fs_exists(path)); /* a stopped store is whole in meta.db */
    s = open_notes(dir);
    CHECK_INT(count_notes(s), 1);
    store_close(s);
    store_close(NULL);
    remove_dir(dir);
}

/* What queues while the writer is busy becomes one transaction; a failure undoes itself only. */
static atomic_int gate, at_gate;

static int wait_at_gate(struct db *db, void *arg, struct err *err)
{
    atomic_store(&at_gate, 1);
    while (!atomic_load(&gate))
        usleep(1000);
    return 0;
}

static atomic_int posted_ok, posted_failed;

static void posted(void *arg, const struct err *err)
{
    atomic_fetch_add(err ? &posted_failed : &posted_ok, 1);
}

static int fail_on_writer(struct db *db, void *arg, struct err *err)
{
    return err_set(err, ERR_CONFLICT, "wanted");
}

TEST(group_commit_isolates_failures)
{
    const char *dir = fresh_dir();
    struct store *s = open_notes(dir);
    static const char *const texts[] = {"a", "b", "c", "d", "e", "f"};

    atomic_store(&gate, 0);
    atomic_store(&at_gate, 0);
    store_post(s, wait_at_gate, posted, NULL);
    while (!atomic_load(&at_gate))
        usleep(1000);
    for (int i = 0; i < 6; i++) {
        store_post(s, add_note, posted, (void *)texts[i]);
        store_post(s, add_then_fail, posted, "x");
        store_post(s, add_note, posted, (void *)texts[0]); /* a second "a" is refused */
        store_post(s, fail_on_writer, NULL, NULL);
    }
    atomic_store(&gate, 1);
    store_close(s); /* runs what is queued */
    CHECK_INT(atomic_load(&posted_ok), 7);
    CHECK_INT(atomic_load(&posted_failed), 12);
    s = open_notes(dir);
    CHECK_INT(count_notes(s), 6);
    store_close(s);
    remove_dir(dir);
}

struct many {
    struct store *s;
    int first, n;
};

static void *write_many(void *arg)
{
    struct many *m = arg;
    struct err err;
    char text[32];

    for (int i = 0; i < m->n; i++) {
        snprintf(text, sizeof text, "note %d", m->first + i);
        CHECK_OK(store_write(m->s, add_note, text, &err), err);
        struct db *db = store_reader(m->s, &err);
        int64_t one;
        /* Read after write, from any connection. */
        CHECK_INT(db_get_int(db, &one, &err, "SELECT 1 FROM notes WHERE text = $1", "t", text), 1);
        store_reader_done(m->s, db);
    }
    return NULL;
}

TEST(many_writers_and_readers)
{
    const char *dir = fresh_dir();
    struct store *s = open_notes(dir);
    pthread_t threads[16];
    struct many many[16];

    for (int i = 0; i < 16; i++) {
        many[i] = (struct many){s, i * 1000, 50};
        pthread_create(&threads[i], NULL, write_many, &many[i]);
    }
    for (int i = 0; i < 16; i++)
        pthread_join(threads[i], NULL);
    CHECK_INT(count_notes(s), 800);
    store_close(s);
    remove_dir(dir);
}

/* More than the cache holds: pages go to the log before the commit, are read back from there and
 * changed once more. The end of the closure decides whether any of it ever was. */
enum { LARGE_NOTES = 3000, LARGE_TEXT = 3000 };

static int add_many(struct db *db, void *arg, struct err *err)
{
    char text[LARGE_TEXT + 1];
    int64_t n = 0;

    memset(text, 'x', LARGE_TEXT);
    text[LARGE_TEXT] = '\0';
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < LARGE_NOTES; i++) {
            char key[16];
            snprintf(key, sizeof(key), "%d-%d-", round, i);
            memcpy(text, key, strlen(key));
            if (db_run(db, NULL, err,
                       "INSERT INTO notes (id, text) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE "
                       "SET text = excluded.text",
                       "it", (int64_t)(i * 7919 % LARGE_NOTES), text) != 0)
                return -1;
        }
    if (db_get_int(db, &n, err, "SELECT count(*) FROM notes WHERE text LIKE '1-%'", "") != 1)
        return -1;
    CHECK_INT(n, LARGE_NOTES);
    return arg ? err_set(err, ERR_CONFLICT, "undone") : 0;
}

TEST(a_transaction_larger_than_the_cache)
{
    const char *dir = fresh_dir();
    struct store *s = open_notes(dir);
    struct err err;

    CHECK_OK(store_write(s, add_note, "before", &err), err);
    CHECK(store_write(s, add_many, "undo it", &err) == -1);
    CHECK_INT(count_notes(s), 1);
    CHECK_OK(store_write(s, add_note, "between", &err), err);
    CHECK_INT(count_notes(s), 2);
    CHECK_OK(store_write(s, add_many, NULL, &err), err);
    CHECK_INT(count_notes(s), LARGE_NOTES);
    store_close(s);
    s = open_notes(dir);
    CHECK_INT(count_notes(s), LARGE_NOTES);
    store_close(s);
    remove_dir(dir);
}

TEST(migrations)
{
    const char *dir = fresh_dir();
    struct store *s;
    struct err err;
    static const char *const v2[] = {
        "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT",
        "ALTER TABLE notes ADD COLUMN tag TEXT NOT NULL DEFAULT 'none';"
        "CREATE TABLE tags (name TEXT PRIMARY KEY NOT NULL) STRICT",
        NULL};
    static const char *const broken[] = {
        "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT",
        "ALTER TABLE notes ADD COLUMN tag TEXT NOT NULL DEFAULT 'none'; CREATE TABLE x (y NOTYPE) "
        "STRICT",
        NULL};
    static const char *const other[] = {"CREATE TABLE other (id INTEGER PRIMARY KEY) STRICT", NULL};

    s = open_notes(dir);
    CHECK_OK(store_write(s, add_note, "old", &err), err);
    store_close(s);
    /* A migration that fails leaves everything as it was, the other module's too. */
    struct store_module modules[] = {{"other", other}, {"notes", broken}, {NULL, NULL}};
    CHECK(store_open(dir, modules, &s, &err) == -1);
    CHECK(strstr(err.msg, "migration 1 of \"notes\"") != NULL);
    s = open_notes(dir);
    CHECK_INT(count_notes(s), 1);
    store_close(s);
    modules[1].migrations = v2;
    CHECK_OK(store_open(dir, modules, &s, &err), err);
    struct db *db = store_reader(s, &err);
    cleanup_arena struct arena *a = arena_create(1000);
    char *tag = NULL;
    CHECK_INT(db_get_text(db, a, &tag, &err, "SELECT tag FROM notes", ""), 1);
    CHECK_STR(tag, "none");
    store_reader_done(s, db);
    store_close(s);
    /* An older program refuses what it does not know, and says so. */
    CHECK(store_open(dir, notes, &s, &err) == -1);
    CHECK_INT(err.code, ERR_UNSUPPORTED);
    CHECK(strstr(err.msg, "newer version") != NULL);
    CHECK_OK(store_open(dir, modules, &s, &err), err);
    store_close(s);
    remove_dir(dir);
}

TEST(one_engine_a_directory)
{
    const char *dir = fresh_dir();
    struct store *s = open_notes(dir), *second = NULL;
    struct err err;
    char pid[32];

    snprintf(pid, sizeof pid, "(pid %d)", (int)getpid());
    CHECK(store_open(dir, notes, &second, &err) == -1);
    CHECK_INT(err.code, ERR_BUSY);
    CHECK(strstr(err.msg, pid) != NULL && strstr(err.msg, "in use by another engine") != NULL);
    store_close(s);
    s = open_notes(dir);
    store_close(s);
    remove_dir(dir);
}

TEST(not_a_database)
{
    const char *dir = fresh_dir();
    struct store *s;
    struct err err;
    char path[128], junk[8192];

    memset(junk, 'j', sizeof junk);
    snprintf(path, sizeof path, "%s/meta.db", dir);
    CHECK_OK(fs_replace(path, junk, sizeof junk, 0600, &err), err);
    CHECK(store_open(dir, notes, &s, &err) == -1);
    CHECK_INT(err.code, ERR_CORRUPT);
    CHECK(strstr(err.msg, path) != NULL);
    snprintf(path, sizeof path, "%s/none", dir);
    CHECK(store_open(path, notes, &s, &err) == -1);
    CHECK_INT(err.code, ERR_NOT_FOUND);
    remove_dir(dir);
}

/* A disk that fails on order. */
static struct sys_ops faulty;
static atomic_int writes_left = -1; /* pwrites and fdatasyncs until they fail; -1: never */
static atomic_int fault_errno;

static bool disk_fails(void)
{
    int left = atomic_load(&writes_left);

    if (left < 0)
        return false;
    if (left > 0) {
        atomic_store(&writes_left, left - 1);
        return false;
    }
    errno = atomic_load(&fault_errno);
    return true;
}

static ssize_t faulty_pwrite(int fd, const void *p, size_t n, off_t at)
{
    return disk_fails() ? -1 : sys_real.pwrite(fd, p, n, at);
}

static ssize_t faulty_write(int fd, const void *p, size_t n)
{
    return disk_fails() ? -1 : sys_real.write(fd, p, n);
}

static int faulty_fdatasync(int fd)
{
    return disk_fails() ? -1 : sys_real.fdatasync(fd);
}

static int faulty_open(const char *path, int flags, mode_t mode)
{
    if (atomic_load(&fault_errno) == EROFS && (flags & O_ACCMODE) != O_RDONLY) {
        errno = EROFS;
        return -1;
    }
    return sys_real.open(path, flags, mode);
}

static void fault_setup(int e)
{
    faulty = sys_real;
    faulty.pwrite = faulty_pwrite;
    faulty.write = faulty_write;
    faulty.fdatasync = faulty_fdatasync;
    faulty.open = faulty_open;
    atomic_store(&writes_left, -1);
    atomic_store(&fault_errno, e);
    sys = &faulty;
}

TEST(a_read_only_directory)
{
    const char *dir = fresh_dir();
    struct store *s;
    struct err err;

    fault_setup(EROFS);
    CHECK(store_open(dir, notes, &s, &err) == -1);
    sys = &sys_real;
    CHECK_INT(err.code, ERR_IO);
    CHECK(strstr(err.msg, "is not writable") != NULL);
    remove_dir(dir);
}

static int64_t integrity(const char *dir)
{
    struct err err;
    struct db *db;
    char path[128], *text = NULL;
    cleanup_arena struct arena *a = arena_create(1000);

    snprintf(path, sizeof path, "%s/meta.db", dir);
    CHECK_OK(db_open(&db_sqlite, path, true, &db, &err), err);
    CHECK_INT(db_get_text(db, a, &text, &err, "PRAGMA integrity_check", ""), 1);
    db_close(db);
    return text && strcmp(text, "ok") == 0;
}

static void disk_fault(int e, enum err_code code)
{
    const char *dir = fresh_dir();
    struct store *s;
    struct err err;
    char text[32], ballast[128];
    int kept = 0;

    snprintf(ballast, sizeof ballast, "%s/ballast", dir);
    fault_setup(e);
    s = open_notes(dir);
    CHECK(fs_exists(ballast));
    for (int i = 0; i < 60; i++) {
        snprintf(text, sizeof text, "note %d", i);
        atomic_store(&writes_left, i % 6);
        int r = store_write(s, add_note, text, &err);
        atomic_store(&writes_left, -1);
        if (r == 0)
            kept++;
        else {
            CHECK_INT(err.code, code);
            if (e == ENOSPC)
                CHECK(!fs_exists(ballast));
        }
        /* What failed is not there; the connection goes on. */
        CHECK_INT(count_notes(s), kept);
        snprintf(text, sizeof text, "between %d", i);
        CHECK_OK(store_write(s, add_note, text, &err), err);
        kept++;
    }
    CHECK(kept > 60 && kept < 120);
    sys = &sys_real;
    store_close(s);
    CHECK(integrity(dir));
    s = open_notes(dir);
    CHECK_INT(count_notes(s), kept);
    CHECK(fs_exists(ballast));
    CHECK_OK(store_ballast(s, false, &err), err);
    CHECK(!fs_exists(ballast));
    CHECK_OK(store_ballast(s, true, &err), err);
    CHECK_OK(store_ballast(s, true, &err), err);
    store_close(s);
    remove_dir(dir);
}

TEST(a_full_disk)
{
    disk_fault(ENOSPC, ERR_NO_SPACE);
}

TEST(a_failing_disk)
{
    disk_fault(EIO, ERR_IO);
}

/* A batch that is lost as a whole: everybody in it hears so. */
TEST(a_full_disk_fails_the_whole_batch)
{
    const char *dir = fresh_dir();
    struct store *s;
    static const char *const texts[] = {"a", "b", "c", "d", "e", "f"};

    fault_setup(ENOSPC);
    s = open_notes(dir);
    atomic_store(&posted_ok, 0);
    atomic_store(&posted_failed, 0);
    atomic_store(&gate, 0);
    atomic_store(&at_gate, 0);
    store_post(s, wait_at_gate, posted, NULL);
    while (!atomic_load(&at_gate))
        usleep(1000);
    for (int i = 0; i < 6; i++)
        store_post(s, add_note, posted, (void *)texts[i]);
    atomic_store(&writes_left, 0);
    atomic_store(&gate, 1);
    while (atomic_load(&posted_ok) + atomic_load(&posted_failed) < 7)
        usleep(1000);
    atomic_store(&writes_left, -1);
    CHECK_INT(atomic_load(&posted_failed), 6);
    CHECK_INT(count_notes(s), 0);
    sys = &sys_real;
    store_close(s);
    remove_dir(dir);
}

static const char *const words_v1[] = {
    "CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL) STRICT", NULL};
static const struct store_module words[] = {{"words", words_v1}, {NULL, NULL}};

static int set_word(struct db *db, void *arg, struct err *err)
{
    return db_run(db, NULL, err,
                  "INSERT INTO words (id, word) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET "
                  "word = excluded.word",
                  "t", (const char *)arg);
}

static bool set_words(struct store *s)
{
    struct err err;

    if (store_write(s, set_word, "first", &err) != 0)
        return false;
    atomic_store(&writes_left, 1); /* the write succeeds, the sync does not */
    int rc = store_write(s, set_word, "other", &err);
    atomic_store(&writes_left, -1);
    return rc != 0 && store_write(s, set_word, "first", &err) == 0;
}

/* A commit whose sync failed lies in the log, and would count again after a kill; the next one,
 * even if it changes nothing, must not be answered before it lies over that. */
TEST(what_failed_does_not_come_back)
{
    const char *dir = fresh_dir();
    struct store *s;
    struct err err;
    char *text = NULL;
    int status;

    fault_setup(EIO);
    pid_t pid = fork();
    if (pid == 0)
        _exit(store_open(dir, words, &s, &err) == 0 && set_words(s) ? 0 : 1);
    CHECK(waitpid(pid, &status, 0) == pid && WIFEXITED(status) && WEXITSTATUS(status) == 0);
    sys = &sys_real;
    CHECK_OK(store_open(dir, words, &s, &err), err);
    struct db *db = store_reader(s, &err);
    cleanup_arena struct arena *a = arena_create(1000);
    CHECK_INT(db_get_text(db, a, &text, &err, "SELECT word FROM words", ""), 1);
    CHECK_STR(text, "first");
    store_reader_done(s, db);
    store_close(s);
    remove_dir(dir);
}

TEST(a_full_disk_refuses_a_large_object)
{
    struct test_store t;
    struct object_writer *w;
    char *big = calloc(1, 3 << 20);

    fault_setup(ENOSPC);
    open_objects(&t, fresh_dir());
    CHECK_OK(bucket_create(t.o, "bucket", "r", &t.err), t.err);
    for (int fail_at = 0; fail_at < 8; fail_at++) {
        CHECK_OK(object_writer_create(t.o, 0, -1, &w, &t.err), t.err);
        atomic_store(&writes_left, fail_at);
        int r = object_writer_write(w, big, 3 << 20, &t.err);
        if (r == 0)
            r = object_put(t.o, t.a, "bucket", "k", 1, w, NULL, NULL, NULL, &t.err);
        atomic_store(&writes_left, -1);
        CHECK(r == -1);
        CHECK_INT(t.err.code, ERR_NO_SPACE);
        object_writer_destroy(w);
        CHECK_INT(count_blobs(&t), 0);
    }
    CHECK_OK(object_put_bytes(t.o, t.a, "bucket", "k", 1, big, 3 << 20, NULL, NULL, NULL, &t.err),
             t.err);
    sys = &sys_real;
    free(big);
    close_objects(&t, true);
}

/* kill -9: what was acknowledged is there, and nothing is broken. The child writes small and large
 * objects and notes which ones it was told are durable. */
struct ack {
    int number;
    int large;
};

static void child_main(const char *dir, int round, int out)
{
    struct test_store t;
    char *big = malloc(100000);

    open_objects(&t, dir);
    bucket_create(t.o, "bucket", "r", &t.err);
    for (int i = 0;; i++) {
        char key[32];
        struct ack ack = {round * 100000 + i, i % 3 == 0};
        snprintf(key, sizeof key, "key-%d", ack.number);
        memset(big, ack.number & 0xff, 100000);
        if (object_put_bytes(t.o, t.a, "bucket", key, strlen(key), big, ack.large ? 100000 : 1000,
                             NULL, NULL, NULL, &t.err) != 0)
            _exit(3);
        if (write(out, &ack, sizeof ack) != sizeof ack)
            _exit(4);
        arena_reset(t.a);
    }
}

static void check_acked(struct test_store *t, const struct ack *ack)
{
    char key[32];
    struct object_info info;
    static unsigned char body[100001];
    int fd = -1;

    snprintf(key, sizeof key, "key-%d", ack->number);
    CHECK_OK(object_open(t->o, t->a, "bucket", key, strlen(key), &info, &fd, &t->err), t->err);
    ssize_t n = info.size;
    if (fd >= 0) {
        n = read(fd, body, sizeof body);
        close(fd);
    } else
        memcpy(body, info.data, (size_t)info.size);
    CHECK_INT(n, ack->large ? 100000 : 1000);
    CHECK(body[0] == (ack->number & 0xff) && body[n - 1] == (ack->number & 0xff));
}

TEST(kill_nine)
{
    const char *dir = fresh_dir();
    struct ack *acks = malloc(200000 * sizeof *acks);
    size_t n = 0;

    for (int round = 0; round < 24; round++) {
        int fds[2];
        size_t before = n;
        CHECK_INT(pipe(fds), 0);
        pid_t pid = fork();
        if (pid == 0) {
            close(fds[0]);
            child_main(dir, round, fds[1]);
        }
        close(fds[1]);
        /* Die a little later each round, at least after one write. */
        int wanted = 1 + round * 7 % 97;
        while (n - before < (size_t)wanted && read(fds[0], &acks[n], sizeof *acks) == sizeof *acks)
            n++;
        kill(pid, SIGKILL);
        int status;
        waitpid(pid, &status, 0);
        CHECK(WIFSIGNALED(status));
        while (read(fds[0], &acks[n], sizeof *acks) == sizeof *acks)
            n++;
        close(fds[0]);

        struct test_store t;
        open_objects(&t, dir);
        for (size_t i = round % 4 == 3 ? 0 : before; i < n; i++)
            check_acked(&t, &acks[i]);
        close_objects(&t, false);
        CHECK(integrity(dir));
    }
    CHECK(n > 24);
    free(acks);
    remove_dir(dir);
}
