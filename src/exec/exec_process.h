/* The open executor of this machine, for the other files of exec/. Private to exec/. */
#pragma once
#include "exec/exec.h"
#include "exec/sandbox.h"

struct watch;

struct process_exec {
    struct exec base; /* first */
    struct exec_config config;
    struct box box;
    pthread_t thread;
    bool thread_runs;
    pthread_mutex_t lock; /* of the next three */
    bool closing;
    int64_t say_turn_ms;   /* not before that again that a job waits for /opt/ml */
    struct watch *watches; /* only the thread takes any away */
    int epoll_fd, wake_fd, null_fd;
};
