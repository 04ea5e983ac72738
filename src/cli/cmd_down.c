/* slipway down: ends the engine of a data directory. */
#include "cli/api.h"
#include "cli/commands.h"
#include "base/sys.h"
#include <errno.h>
#include <inttypes.h>
#include <poll.h>
#include <signal.h>

static int end_engine(const struct endpoint *e, int64_t timeout_ms, struct err *err)
{
    int64_t until = sys->mono_ms() + timeout_ms;

    if (kill((pid_t)e->pid, SIGTERM) != 0)
        return errno == ESRCH ? 0
                              : err_errno(err, errno, "end the engine (pid %" PRId64 ")", e->pid);
    while (process_start(e->pid) == e->pid_start) {
        if (sys->mono_ms() >= until)
            return err_set(err, ERR_TIMEOUT,
                           "the engine (pid %" PRId64 ") has not ended after %" PRId64
                           " s; 'kill -9 %" PRId64 "' loses nothing that it has acknowledged",
                           e->pid, timeout_ms / 1000, e->pid);
        poll(NULL, 0, 10);
    }
    return 0;
}

static int run_down(struct cli *cli)
{
    struct endpoint e;
    const char *dir;
    struct err err;

    if (cli_want_args(cli, 0, 0) != CLI_OK)
        return CLI_USAGE;
    if (cli_data_dir(cli, &dir, &err) != 0)
        return cli_fail(cli, &err);
    if (endpoint_read(cli->arena, dir, &e, &err) != 0) {
        printf("%s\n", err.msg);
        return CLI_OK;
    }
    if (end_engine(&e, 30000, &err) != 0)
        return cli_fail(cli, &err);
    printf("the engine is down\n");
    return CLI_OK;
}

const struct cli_command cmd_down = {
    .name = "down",
    .group = "the engine",
    .summary = "End the engine; running jobs go on",
    .usage = "[--data DIR]",
    .about = "Asks the engine to end and waits until it has. Running jobs go on under their "
             "supervisors; the next engine on the data directory takes them up again. To end "
             "them too, use 'slipway stop --all' first.",
    .settings = "data",
    .examples = "slipway down",
    .run = run_down,
};
