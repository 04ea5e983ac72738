/* Jobs from submit to exit.json: status, output, inputs and what they leave. */
#include "job_help.h"
#include <time.h>

TEST(runs_true)
{
    struct fixture f;
    char dir[PATH_MAX];
    cleanup_arena struct arena *a = arena_create(64 << 20);
    char *log;

    fixture_open(&f, &exec_process);
    struct job_spec spec = spec_of(&f, "true-1", dir, ARGV("/bin/true"));
    struct job_status st = run_job(&f, &spec, a, &log);
    CHECK_INT(st.phase, JOB_EXITED);
    CHECK_INT(st.cause, JOB_CAUSE_EXIT);
    CHECK_INT(st.exit_code, 0);
    CHECK_STR(log, "");
    CHECK(st.started_ms > 0 && st.ended_ms >= st.started_ms);

    struct err err = {0};
    CHECK(f.exec->ops->submit(f.exec, &spec, &err) != 0);
    CHECK_INT(err.code, ERR_EXISTS);
    fixture_close(&f);
}

TEST(python_with_inputs)
{
    struct fixture f;
    char dir[PATH_MAX], blob[PATH_MAX];
    cleanup_arena struct arena *a = arena_create(64 << 20);
    struct err err = {0};
    char *log;

    fixture_open(&f, &exec_process);
    snprintf(blob, sizeof(blob), "%.1000s/blob", f.data);
    CHECK_OK(fs_replace(blob, "hello", 5, 0644, &err), err);
    const char *code = "import os\n"
                       "d='/opt/ml/processing/'\n"
                       "s=open(d+'input/x/data.txt').read()\n"
                       "open(d+'output/y.txt','w').write(s.upper())\n"
                       "open(d+'input/x/data.txt','a').write('!')\n"
                       "os.chmod(d+'input/x/data.txt',0o600)\n"
                       "print(s, os.getuid(), os.getcwd(), os.environ['A'])\n";
    struct job_input inputs[] = {
        {.path = "processing/input/x/data.txt", .source = blob},
        {.path = "processing/input/code/a.py", .data = code, .len = strlen(code)},
    };
    struct job_spec spec =
        spec_of(&f, "py-1", dir, ARGV("python3", "/opt/ml/processing/input/code/a.py"));
    spec.inputs = inputs;
    spec.n_inputs = 2;
    spec.env = ARGV("A=b c");
    spec.dirs = ARGV("processing/output");
    struct job_status st = run_job(&f, &spec, a, &log);
    CHECK_INT(st.exit_code, 0);
    CHECK_INT(st.cause, JOB_CAUSE_EXIT);
    CHECK_STR(log, "hello 0 / b c\n");
    char *text;
    size_t n;
    CHECK_OK(job_read_file(dir, a, "processing/output/y.txt", 100, &text, &n, &err), err);
    CHECK_STR(text, "HELLO");
    CHECK_OK(fs_read(a, blob, 100, &text, &n, &err), err);
    CHECK_STR(text, "hello");
    struct stat s;
    CHECK_INT(stat(blob, &s), 0);
    CHECK_INT(s.st_mode & 07777, 0644);
    fixture_close(&f);
}

TEST(speed)
{
    struct fixture f;
    char dir[PATH_MAX], id[32];
    struct err err = {0};
    struct timespec t0, t1;

    fixture_open(&f, &exec_process);
    for (int round = 0; round < 2; round++) {
        double submit = 0, whole = 0;
        for (int i = 0; i < 20; i++) {
            snprintf(id, sizeof(id), "s-%d-%d", round, i);
            struct job_spec spec = spec_of(&f, id, dir, ARGV("/bin/true"));
            int before = f.changes;
            clock_gettime(CLOCK_MONOTONIC, &t0);
            CHECK_OK(f.exec->ops->submit(f.exec, &spec, &err), err);
            clock_gettime(CLOCK_MONOTONIC, &t1);
            submit += (t1.tv_sec - t0.tv_sec) * 1e3 + (t1.tv_nsec - t0.tv_nsec) / 1e6;
            pthread_mutex_lock(&f.lock);
            while (f.changes == before)
                pthread_cond_wait(&f.cond, &f.lock);
            pthread_mutex_unlock(&f.lock);
            clock_gettime(CLOCK_MONOTONIC, &t1);
            whole += (t1.tv_sec - t0.tv_sec) * 1e3 + (t1.tv_nsec - t0.tv_nsec) / 1e6;
        }
        printf("# submit %.2f ms, to changed %.2f ms\n", submit / 20, whole / 20);
    }
    fixture_close(&f);
}
