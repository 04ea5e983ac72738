#include "world.h"
#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct machine *m;

uint32_t dice(uint32_t sides)
{
    m->rng ^= m->rng << 13;
    m->rng ^= m->rng >> 7;
    m->rng ^= m->rng << 17;
    return (uint32_t)((m->rng >> 11) % sides);
}

bool chance(int in_1000)
{
    return (int)dice(1000) < in_1000;
}

void machine_reset(struct machine *shared, uint64_t seed)
{
    m = shared;
    memset(m, 0, offsetof(struct machine, taken));
    m->violation[0] = '\0';
    m->run_dir = "/nonexistent";
    m->rng = seed * 0x9e3779b97f4a7c15u + 0x2545f4914f6cdd1du;
    for (int i = 0; i < 8; i++)
        dice(2);
    m->wall_ms = 1800000000000 + (int64_t)dice(1000000);
    m->mono_ms = 1000;
}

/* --- the disk --- */

bool machine_refuses(void)
{
    if (m->dies_in > 0 && --m->dies_in == 0)
        _exit(KILLED); /* kill -9: it does nothing more, and what it wrote stays */
    if (m->full_in_100 && (int)dice(100) < m->full_in_100) {
        errno = dice(4) ? ENOSPC : EIO;
        return true;
    }
    return false;
}

static int sim_open(const char *path, int flags, mode_t mode)
{
    if (m->boot_id && str_eq(path, "/proc/sys/kernel/random/boot_id"))
        path = m->boot_id;
    return (flags & O_CREAT) && machine_refuses() ? -1 : sys_real.open(path, flags, mode);
}

static ssize_t sim_write(int fd, const void *p, size_t n)
{
    return machine_refuses() ? -1 : sys_real.write(fd, p, n);
}

static ssize_t sim_pwrite(int fd, const void *p, size_t n, off_t at)
{
    return machine_refuses() ? -1 : sys_real.pwrite(fd, p, n, at);
}

static int sim_fdatasync(int fd)
{
    return machine_refuses() ? -1 : 0;
}

static int sim_mkdir(const char *path, mode_t mode)
{
    return machine_refuses() ? -1 : sys_real.mkdir(path, mode);
}

static int sim_rename(const char *from, const char *to)
{
    return machine_refuses() ? -1 : sys_real.rename(from, to);
}

static int sim_fallocate(int fd, int mode, off_t at, off_t len)
{
    return 0; /* the ballast: no memory for it */
}

/* The archive helper: it leaves a file of any content, which is written by this process, since the
 * disk knows no other, and hears out what is to be packed. */
static int sim_spawn(const struct sys_spawn *how, pid_t *ret_pid)
{
    char bytes[20000];
    int in = -1, to = -1;

    for (size_t i = 0; i < how->n_fds; i++) {
        in = how->fds[i][1] == 0 ? how->fds[i][0] : in;
        to = how->fds[i][1] == 1 ? how->fds[i][0] : to;
    }
    memset(bytes, 'a' + (int)dice(26), sizeof(bytes));
    if (sys->write(to, bytes, dice(2) ? 200 : sizeof(bytes)) < 0)
        return -1;
    *ret_pid = fork();
    if (*ret_pid == 0) {
        dup2(in, 0);
        close_range(3, ~0u, 0);
        while (read(0, bytes, sizeof(bytes)) > 0)
            ;
        _exit(0);
    }
    return *ret_pid < 0 ? -1 : 0;
}

static int64_t sim_wall(void)
{
    return m->wall_ms;
}

static int64_t sim_mono(void)
{
    return m->mono_ms;
}

static int sim_random(void *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        ((unsigned char *)p)[i] = (unsigned char)dice(256);
    return 0;
}

const struct sys_ops *machine_sys(void)
{
    static struct sys_ops machine_table;

    machine_table = sys_real;
    machine_table.open = sim_open;
    machine_table.write = sim_write;
    machine_table.pwrite = sim_pwrite;
    machine_table.fallocate = sim_fallocate;
    machine_table.fdatasync = sim_fdatasync;
    machine_table.fsync = sim_fdatasync;
    machine_table.syncfs = sim_fdatasync;
    machine_table.mkdir = sim_mkdir;
    machine_table.rename = sim_rename;
    machine_table.spawn = sim_spawn;
    machine_table.wall_ms = sim_wall;
    machine_table.mono_ms = sim_mono;
    machine_table.random = sim_random;
    return &machine_table;
}

/* --- jobs --- */

void job_decide(struct job_status *end, bool cancelled)
{
    uint32_t how = dice(100);

    end->ended_ms = m->wall_ms;
    end->phase = how < 8 ? JOB_LOST : JOB_EXITED;
    end->cause = cancelled && how < 90 ? JOB_CAUSE_STOPPED
                 : how < 12            ? JOB_CAUSE_SETUP
                 : how < 16            ? JOB_CAUSE_MEMORY
                                       : JOB_CAUSE_EXIT;
    end->exit_code = end->cause == JOB_CAUSE_EXIT && how < 25 ? 1 : 0;
}
