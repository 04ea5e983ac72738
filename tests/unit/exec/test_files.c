/* Files into a job and out of it: staging, the merged view, sweeping. */
#include "job_help.h"
#include "exec/job_dir.h"
#include <time.h>

static char dir[PATH_MAX];

struct seen {
    struct buf text;
};

static int see(void *arg, const struct job_file *f, struct err *err)
{
    struct seen *s = arg;
    struct stat st;

    (void)err;
    CHECK(lstat(f->host, &st) == 0 && S_ISREG(st.st_mode) && st.st_size == f->size);
    buf_addf(&s->text, "%s %lld%s\n", f->path, (long long)f->size, f->from_input ? " input" : "");
    return 0;
}

static void check_walk(const char *under, const char *want)
{
    struct seen s;
    struct err err = {0};

    buf_init(&s.text, 1 << 20);
    CHECK_OK(job_walk(dir, under, see, &s, &err), err);
    CHECK_STR(s.text.data, want);
    buf_free(&s.text);
}

TEST(merged_view)
{
    struct fixture f;
    char blob[PATH_MAX];
    struct err err = {0};
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char *text;
    size_t n;

    fixture_open(&f, &exec_process);
    snprintf(blob, sizeof(blob), "%.1000s/blob", f.data);
    CHECK_OK(fs_replace(blob, "12345", 5, 0644, &err), err);
    struct job_input inputs[] = {
        {.path = "in/keep", .source = blob},         {.path = "in/change", .source = blob},
        {.path = "in/remove", .source = blob},       {.path = "in/d/x", .source = blob},
        {.path = "in/d/y", .source = blob},          {.path = "in/gone/x", .source = blob},
        {.path = "in/again/x", .source = blob},      {.path = "in/again/y", .source = blob},
        {.path = "in/tofile/x", .source = blob},     {.path = "in/todir", .source = blob},
        {.path = "in/mode", .source = blob},         {.path = "in/a", .source = blob},
        {.path = "in/bytes", .data = "b", .len = 1},
    };
    struct job_spec spec = spec_of(
        &f, "walk-1", dir,
        ARGV(
            "/bin/sh", "-ec",
            "cd /opt/ml/in; echo more >>change; rm remove; rm -r gone; rm -r again; mkdir again;"
            "echo n >again/n; rm -r tofile; echo f >tofile; rm todir; mkdir todir; echo g >todir/g;"
            "chmod 000 mode; ln -s keep link; mkfifo fifo; mkdir a.b a-b; echo 1 >a.b/f;"
            "echo 2 >a-b/f; mkdir closed; echo c >closed/c; chmod 000 closed/c closed;"
            "mv d e; ln keep hard; echo x > /opt/ml/top; rm -f /opt/ml/in/d/x"));
    spec.inputs = inputs;
    spec.n_inputs = sizeof(inputs) / sizeof(inputs[0]);
    struct job_status st = run_job(&f, &spec, a, &text);
    CHECK_INT(st.exit_code, 0);
    if (st.exit_code)
        printf("%s", text);
    check_walk("in", "a 5 input\na-b/f 2\na.b/f 2\nagain/n 2\nbytes 1\nchange 10\nclosed/c 2\n"
                     "e/x 5\ne/y 5\nhard 5\nkeep 5\nmode 5\ntodir/g 2\ntofile 2\n");
    check_walk("in/again", "n 2\n");
    check_walk("in/gone", "");
    check_walk("in/tofile", "");
    check_walk("nowhere", "");
    check_walk("in/d", "");
    struct seen s;
    CHECK(job_walk(dir, "../..", see, &s, &err) != 0);
    CHECK_INT(err.code, ERR_INVALID);
    CHECK_OK(job_read_file(dir, a, "top", 1, &text, &n, &err), err);
    CHECK_STR(text, "x");
    CHECK_OK(job_read_file(dir, a, "in/a", 100, &text, &n, &err), err);
    CHECK_STR(text, "12345");
    CHECK_OK(job_read_file(dir, a, "in/remove", 100, &text, &n, &err), err);
    CHECK(text == NULL);
    CHECK_OK(job_read_file(dir, a, "in/link", 100, &text, &n, &err), err);
    CHECK(text == NULL);
    CHECK_OK(job_read_file(dir, a, "in/again/x", 100, &text, &n, &err), err);
    CHECK(text == NULL);

    CHECK_OK(job_sweep(dir, &err), err);
    check_walk("in", "");
    CHECK_OK(f.exec->ops->poll(f.exec, dir, &st, &err), err);
    CHECK_INT(st.phase, JOB_EXITED);
    fixture_close(&f);
}

/* Names of any bytes, deep trees, many entries: nothing crashes, whatever the answer. */
TEST(hostile_outputs)
{
    struct fixture f;
    struct err err = {0};
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char *log;

    fixture_open(&f, &exec_process);
    struct job_spec spec = spec_of(
        &f, "hostile-1", dir,
        ARGV("/usr/bin/python3", "-c",
             "import os\n"
             "os.makedirs('/opt/ml/deep'); os.chdir('/opt/ml/deep')\n"
             "for i in range(600):\n"
             "    os.mkdir('d' * 100); os.chdir('d' * 100)\n"
             "open('end', 'w').write('x')\n"
             "os.makedirs('/opt/ml/odd')\n"
             "for n in (b'\\xff\\xfe', b'a\\nb', b' ', b'-rf', b'\"', b'x' * 255):\n"
             "    open(b'/opt/ml/odd/' + n, 'w').write('x')\n"
             "os.symlink('/etc', '/opt/ml/odd/etc'); os.symlink('..', '/opt/ml/odd/up')\n"));
    CHECK_INT(run_job(&f, &spec, a, &log).exit_code, 0);
    struct seen s;
    buf_init(&s.text, 1 << 20);
    CHECK(job_walk(dir, "deep", see, &s, &err) != 0);
    CHECK_INT(err.code, ERR_LIMIT);
    CHECK_OK(job_walk(dir, "odd", see, &s, &err), err);
    CHECK(!strstr(s.text.data, "passwd"));
    CHECK(strstr(s.text.data, "\xff\xfe 1\n"));
    buf_free(&s.text);
    CHECK_OK(job_sweep(dir, &err), err);
    fixture_close(&f);
}

TEST(stages_ten_thousand_objects)
{
    struct fixture f;
    char blob[PATH_MAX];
    struct err err = {0};
    struct job_input *inputs = xcalloc(10000, sizeof(*inputs));
    cleanup_arena struct arena *a = arena_create(8 << 20);
    struct timespec t0, t1;

    fixture_open(&f, &exec_process);
    snprintf(blob, sizeof(blob), "%.1000s/blob", f.data);
    CHECK_OK(fs_replace(blob, "12345", 5, 0644, &err), err);
    for (int i = 0; i < 10000; i++)
        inputs[i] = (struct job_input){
            .path = arena_printf(a, "input/data/train/part-%02d/f%05d", i / 500, i),
            .source = blob};
    struct job_spec spec =
        spec_of(&f, "many-1", dir, ARGV("/bin/sh", "-c", "find /opt/ml/input -type f | wc -l"));
    spec.inputs = inputs;
    spec.n_inputs = 10000;
    char *log;
    clock_gettime(CLOCK_MONOTONIC, &t0);
    CHECK_OK(f.exec->ops->submit(f.exec, &spec, &err), err);
    clock_gettime(CLOCK_MONOTONIC, &t1);
    printf("# 10,000 objects staged in %.0f ms\n",
           (t1.tv_sec - t0.tv_sec) * 1e3 + (t1.tv_nsec - t0.tv_nsec) / 1e6);
    wait_ended(&f, dir);
    char path[PATH_MAX + 8];
    snprintf(path, sizeof(path), "%s/log", dir);
    CHECK_OK(fs_read(a, path, 100, &log, NULL, &err), err);
    CHECK_STR(log, "10000\n");
    struct stat st;
    CHECK(stat(blob, &st) == 0 && st.st_nlink == 10001);
    CHECK_OK(job_sweep(dir, &err), err);
    free(inputs);
    fixture_close(&f);
}

/* A file system's refusals, by a table of system calls that has them. */
static int link_errno;
static int refusing_link(const char *from, const char *to)
{
    (void)from;
    (void)to;
    errno = link_errno;
    return -1;
}

TEST(copies_where_links_are_refused)
{
    static const int errnos[] = {EMLINK, EXDEV, EPERM};
    struct sys_ops refusing = sys_real;
    struct fixture f;
    char blob[PATH_MAX], id[32];
    struct err err = {0};
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char *log;

    fixture_open(&f, &exec_process);
    snprintf(blob, sizeof(blob), "%.1000s/blob", f.data);
    CHECK_OK(fs_replace(blob, "12345", 5, 0644, &err), err);
    refusing.link = refusing_link;
    for (size_t i = 0; i < 3; i++) {
        struct job_input inputs[] = {{.path = "in/a", .source = blob}};
        link_errno = errnos[i];
        snprintf(id, sizeof(id), "copy-%zu", i);
        struct job_spec spec =
            spec_of(&f, id, dir, ARGV("/bin/sh", "-c", "cat /opt/ml/in/a; echo 6 >>/opt/ml/in/a"));
        spec.inputs = inputs;
        spec.n_inputs = 1;
        sys = &refusing;
        CHECK_STR((run_job(&f, &spec, a, &log), log), "12345");
        sys = &sys_real;
        check_walk("in", "a 7\n");
    }
    struct stat st;
    CHECK(stat(blob, &st) == 0 && st.st_nlink == 1 && st.st_size == 5);
    fixture_close(&f);
}

TEST(modes_and_duplicates)
{
    struct fixture f;
    char blob[PATH_MAX];
    struct err err = {0};
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char *log;

    fixture_open(&f, &exec_process);
    snprintf(blob, sizeof(blob), "%.1000s/blob", f.data);
    CHECK_OK(fs_replace(blob, "echo ran", 8, 0644, &err), err);
    struct job_input inputs[] = {{.path = "run.sh", .source = blob, .mode = 0755},
                                 {.path = "run.sh", .source = blob}};
    struct job_spec spec =
        spec_of(&f, "mode-1", dir, ARGV("/bin/sh", "-c", "[ -x /opt/ml/run.sh ]"));
    spec.inputs = inputs;
    spec.n_inputs = 1;
    CHECK_INT(run_job(&f, &spec, a, &log).exit_code, 0);
    spec = spec_of(&f, "mode-2", dir, ARGV("/bin/true"));
    spec.inputs = inputs;
    spec.n_inputs = 2;
    CHECK(f.exec->ops->submit(f.exec, &spec, &err) != 0);
    CHECK_INT(err.code, ERR_INVALID);
    CHECK(!fs_exists(dir));
    inputs[1].path = "run.sh/below";
    CHECK(f.exec->ops->submit(f.exec, &spec, &err) != 0);
    CHECK_INT(err.code, ERR_INVALID);
    CHECK(!fs_exists(dir));
    fixture_close(&f);
}

static const char *full_name;
static int full_open(const char *path, int flags, mode_t mode)
{
    if (strstr(path, full_name) && (flags & O_CREAT)) {
        errno = ENOSPC;
        return -1;
    }
    return sys_real.open(path, flags, mode);
}

TEST(a_full_disk_starts_nothing)
{
    struct sys_ops full = sys_real;
    struct fixture f;
    struct err err = {0};

    fixture_open(&f, &exec_process);
    full.open = full_open;
    full_name = "/spec";
    struct job_spec spec = spec_of(&f, "full-1", dir, ARGV("/bin/true"));
    sys = &full;
    CHECK(f.exec->ops->submit(f.exec, &spec, &err) != 0);
    sys = &sys_real;
    CHECK_INT(err.code, ERR_NO_SPACE);
    CHECK(!fs_exists(dir));
    CHECK_OK(f.exec->ops->submit(f.exec, &spec, &err), err);
    CHECK_INT(wait_ended(&f, dir).exit_code, 0);
    fixture_close(&f);
}
