/* Jobs without sandbox that have a mount namespace, on a machine where others have none: the link
 * of theirs is not in the way, and what else is in /opt is there. */
#include "job_help.h"
#include "apart.h"

static char dir[PATH_MAX];

__attribute__((constructor)) static void begin(int argc, char **argv)
{
    apart(argv, true);
}

static void sees_its_own(struct fixture *f, const char *id)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct job_input input = {.path = "input/b", .data = "two", .len = 3};
    struct job_spec spec =
        spec_of(f, id, dir,
                ARGV("/bin/sh", "-c",
                     "test -d /opt/ml && ! test -L /opt/ml && cat /opt/ml/input/b /opt/tool/x "
                     "/opt/same/x && echo out >/opt/ml/o"));
    struct err err = {0};
    char *log, *text;
    size_t n;

    spec.sandbox = SANDBOX_OFF;
    spec.inputs = &input;
    spec.n_inputs = 1;
    struct job_status st = run_job(f, &spec, a, &log);
    CHECK_INT(st.cause, JOB_CAUSE_EXIT);
    CHECK_INT(st.exit_code, 0);
    CHECK_STR(log, "twoxx");
    CHECK_OK(job_read_file(dir, a, "o", 10, &text, &n, &err), err);
    CHECK_STR(text, "out\n");
}

TEST(a_link_is_not_in_the_way)
{
    static const char other[] = "/nowhere/jobs/x/upper/opt/ml";
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct exec_report report;
    struct fixture f;
    struct err err = {0};
    char target[PATH_MAX] = "", theirs[PATH_MAX];

    fixture_open(&f, &exec_process);
    exec_probe(a, &report);
    CHECK_INT(report.off, EXEC_OFF_MOUNT);
    CHECK(!report.off_lack);
    CHECK_INT(mkdir("/opt/tool", 0755), 0);
    CHECK_OK(fs_replace("/opt/tool/x", "x", 1, 0644, &err), err);
    CHECK_INT(symlink("tool", "/opt/same"), 0);
    CHECK_INT(symlink(other, "/opt/ml"), 0);
    sees_its_own(&f, "dangling");
    CHECK(readlink("/opt/ml", target, sizeof(target) - 1) > 0);
    CHECK_STR(target, other);
    CHECK_INT(unlink("/opt/ml"), 0);
    snprintf(theirs, sizeof(theirs), "%.1000s/theirs", f.data);
    CHECK_INT(mkdir(theirs, 0755), 0);
    CHECK_INT(symlink(theirs, "/opt/ml"), 0);
    sees_its_own(&f, "standing");
    CHECK_INT(rmdir(theirs), 0); /* empty */
    CHECK_INT(unlink("/opt/ml"), 0);
    sees_its_own(&f, "none");
    fixture_close(&f);
}
