/* A machine of its own for a test program: a user namespace, in it an /opt that is empty and
 * nobody else's, and, when wanted, no way to mount anything or to make a namespace from then on. */
#pragma once
#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <sched.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <unistd.h>

static inline bool apart_write(const char *path, const char *text)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    bool ok = fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text);

    if (fd >= 0)
        close(fd);
    return ok;
}

static inline bool apart_enter(void)
{
    char uids[64], gids[64];

    snprintf(uids, sizeof(uids), "0 %u 1", geteuid());
    snprintf(gids, sizeof(gids), "0 %u 1", getegid());
    return unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 && apart_write("/proc/self/uid_map", uids) &&
           apart_write("/proc/self/setgroups", "deny") && apart_write("/proc/self/gid_map", gids) &&
           mount(NULL, "/", NULL, MS_REC | MS_SLAVE, NULL) == 0 &&
           mount("tmpfs", "/opt", "tmpfs", 0, "mode=0755") == 0;
}

/* Goes on as a new program, since that is when capabilities go. Where a machine does not let its
 * users have namespaces the test is skipped: 77 says so to Meson. */
static inline void apart(char **argv, bool mounts)
{
    if (getenv("SLIPWAY_TEST_APART"))
        return;
    if (!apart_enter() || (!mounts && (!apart_write("/proc/sys/user/max_user_namespaces", "0") ||
                                       prctl(PR_CAPBSET_DROP, CAP_SYS_ADMIN) != 0 ||
                                       prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE) != 0))) {
        printf("skipped: no namespace for this test: %s\n", strerror(errno));
        exit(77);
    }
    setenv("SLIPWAY_TEST_APART", "1", 1);
    execv("/proc/self/exe", argv);
    perror("exec");
    exit(1);
}
