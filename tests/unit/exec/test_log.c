/* The job's output: lines, times, caps, and what is not text. */
#include "job_help.h"

static char dir[PATH_MAX];

static struct job_line *read_all(struct arena *a, int64_t offset, int max, bool ended, size_t *n,
                                 int64_t *next)
{
    struct job_line *lines = NULL;
    struct err err = {0};

    CHECK_OK(job_log_read(dir, a, offset, max, ended, &lines, n, next, &err), err);
    return lines;
}

static void write_file(const char *name, const void *p, size_t len)
{
    char path[PATH_MAX + 16];
    struct err err = {0};

    snprintf(path, sizeof(path), "%s/%s", dir, name);
    CHECK_OK(fs_replace(path, p, len, 0600, &err), err);
}

static void fake_dir(void)
{
    snprintf(dir, sizeof(dir), "/tmp/slipway-log-XXXXXX");
    CHECK(mkdtemp(dir) != NULL);
}

static void fake_end(void)
{
    struct err err;
    fs_remove_tree(dir, &err);
}

TEST(lines_and_their_times)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    int64_t index[] = {0, 1000, 4, 2000, 9, 3000};
    size_t n;
    int64_t next;

    fake_dir();
    CHECK(read_all(a, 0, 10, false, &n, &next) == NULL);
    CHECK_INT(n, 0);
    write_file("log", "one\ntwo3\nfour\nrest", 18);
    write_file("log.idx", index, sizeof(index));
    struct job_line *l = read_all(a, 0, 10, false, &n, &next);
    CHECK_INT(n, 3);
    CHECK_STR(l[0].text, "one");
    CHECK_INT(l[0].at_ms, 1000);
    CHECK_STR(l[1].text, "two3");
    CHECK_INT(l[1].at_ms, 2000);
    CHECK_INT(l[1].offset, 4);
    CHECK_INT(l[2].at_ms, 3000);
    CHECK_INT(next, 14);
    l = read_all(a, next, 10, false, &n, &next);
    CHECK_INT(n, 0);
    CHECK_INT(next, 14);
    l = read_all(a, next, 10, true, &n, &next);
    CHECK_INT(n, 1);
    CHECK_STR(l[0].text, "rest");
    CHECK_INT(next, 18);
    l = read_all(a, 0, 1, true, &n, &next);
    CHECK_INT(n, 1);
    CHECK_INT(next, 4);
    fake_end();
}

TEST(what_is_not_utf8)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    size_t n;
    int64_t next;

    fake_dir();
    write_file("log", "a\xff\xc3\xa9\0z\n\xf0\x9f\n", 10);
    struct job_line *l = read_all(a, 0, 10, true, &n, &next);
    CHECK_INT(n, 2);
    CHECK_STR(l[0].text, "a\xef\xbf\xbd\xc3\xa9\xef\xbf\xbdz");
    CHECK_INT(l[0].at_ms, 0);
    CHECK_STR(l[1].text, "\xef\xbf\xbd\xef\xbf\xbd");
    fake_end();
}

TEST(endless_lines_come_in_pieces)
{
    cleanup_arena struct arena *a = arena_create(64 << 20);
    size_t n, len = 700000, seen = 0;
    char *text = xmalloc(len);
    int64_t next = 0;

    fake_dir();
    for (size_t i = 0; i < len; i++)
        text[i] = "\xe2\x82\xac"[i % 3];
    write_file("log", text, len / 3 * 3);
    struct job_line *l = read_all(a, 0, 100, false, &n, &next);
    CHECK_INT(n, 2);
    for (size_t i = 0; i < n; i++) {
        CHECK(l[i].len <= 256 << 10 && utf8_valid(l[i].text, l[i].len));
        seen += l[i].len;
    }
    l = read_all(a, next, 100, true, &n, &next);
    CHECK_INT(n, 1);
    CHECK_INT(seen + l[0].len, len / 3 * 3);
    free(text);
    fake_end();
}

TEST(arrives_while_the_job_runs)
{
    struct fixture f;
    cleanup_arena struct arena *a = arena_create(8 << 20);
    struct err err = {0};
    size_t n = 0;
    int64_t next;

    fixture_open(&f, &exec_process);
    struct job_spec spec =
        spec_of(&f, "live-1", dir, ARGV("/bin/sh", "-c", "echo first; sleep 0.4; echo second"));
    CHECK_OK(f.exec->ops->submit(f.exec, &spec, &err), err);
    struct job_line *l = NULL;
    for (int i = 0; i < 3000 && n == 0; i++, usleep(1000))
        l = read_all(a, 0, 10, false, &n, &next);
    CHECK_INT(n, 1);
    CHECK_STR(l[0].text, "first");
    int64_t at = l[0].at_ms;
    CHECK(at > 1600000000000);
    wait_ended(&f, dir);
    l = read_all(a, next, 10, true, &n, &next);
    CHECK_INT(n, 1);
    CHECK_STR(l[0].text, "second");
    CHECK(l[0].at_ms >= at + 300);
    fixture_close(&f);
}

TEST(endless_output_is_capped)
{
    struct fixture f;
    cleanup_arena struct arena *a = arena_create(64 << 20);
    char *log;

    fixture_open(&f, &exec_process);
    struct job_spec spec = spec_of(
        &f, "endless-1", dir,
        ARGV("/bin/sh", "-c", "yes 0123456789 | head -c 50000000; echo; echo the end >&2; exit 7"));
    spec.log_max_bytes = 1 << 20;
    struct job_status st = run_job(&f, &spec, a, &log);
    CHECK_INT(st.exit_code, 7);
    size_t len = strlen(log);
    CHECK(len <= (1 << 20) + 300);
    CHECK(len > 1000000);
    const char *said = strstr(log, "[slipway] ");
    CHECK(said != NULL);
    CHECK(said &&
          strstr(said, " bytes of output were dropped here: the job's log is at its limit"));
    CHECK(said && !strstr(said + 1, "[slipway]"));
    CHECK(str_ends(log, "the end\n"));
    fixture_close(&f);
}

TEST(binary_output)
{
    struct fixture f;
    cleanup_arena struct arena *a = arena_create(64 << 20);
    size_t n, total = 0;
    int64_t next = 0;

    fixture_open(&f, &exec_process);
    struct job_spec spec =
        spec_of(&f, "binary-1", dir, ARGV("/usr/bin/head", "-c", "300000", "/dev/urandom"));
    CHECK_INT(run_job(&f, &spec, NULL, NULL).exit_code, 0);
    for (;;) {
        int64_t at = next;
        struct job_line *l = read_all(a, at, 1000, true, &n, &next);
        for (size_t i = 0; i < n; i++)
            CHECK(utf8_valid(l[i].text, l[i].len));
        total += n;
        if (n == 0)
            break;
        CHECK(next > at);
    }
    CHECK_INT(next, 300000);
    CHECK(total > 100);
    fixture_close(&f);
}
