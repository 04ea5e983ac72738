/* The rows of all commands; each is defined in its cmd_*.c. */
#pragma once
#include "cli/cli.h"

extern const struct cli_command cmd_serve, cmd_up, cmd_down, cmd_env, cmd_exec, cmd_run, cmd_check,
    cmd_ps, cmd_show, cmd_why, cmd_diff, cmd_logs, cmd_stop, cmd_runtime, cmd_doctor, cmd_version,
    cmd_help, cmd_gc, cmd_shell;
