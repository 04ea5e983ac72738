/* Fault points: where the process ends, and the list of where it could. */
#include "base/arena.h"
#include "base/fs.h"
#include "test.h"
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* A child that passes a, b, a, b, a, b with this SLIPWAY_FAULT; the signal that ended it. */
static int pass_points(const char *spec, const char *count_file)
{
    int status = 0;
    pid_t pid = fork();

    if (pid == 0) {
        if (spec)
            setenv("SLIPWAY_FAULT", spec, 1);
        setenv("SLIPWAY_FAULT_COUNT", count_file, 1);
        for (int i = 0; i < 3; i++) {
            fault_point("a");
            fault_point("b");
        }
        _exit(0);
    }
    waitpid(pid, &status, 0);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static void check_case(const char *spec, int signal, const char *passed)
{
    cleanup_arena struct arena *a = arena_create(10000);
    char path[] = "/tmp/slipway-fault-XXXXXX", *text = NULL;
    struct err err;
    int fd = mkstemp(path);

    CHECK(fd >= 0);
    close(fd);
    CHECK_INT(pass_points(spec, path), signal);
    CHECK_OK(fs_read(a, path, 1000, &text, NULL, &err), err);
    CHECK_STR(text, passed);
    unlink(path);
}

TEST(points_end_the_process)
{
    check_case(NULL, 0, "a:1\nb:1\na:2\nb:2\na:3\nb:3\n");
    check_case("b:2", SIGKILL, "a:1\nb:1\na:2\nb:2\n");
    check_case("3", SIGKILL, "a:1\nb:1\na:2\n");
    check_case("c:1", 0, "a:1\nb:1\na:2\nb:2\na:3\nb:3\n");
    check_case("a:9", 0, "a:1\nb:1\na:2\nb:2\na:3\nb:3\n");
}
