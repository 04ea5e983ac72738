/* The link at /opt/ml, behind which jobs without sandbox run one at a time.
 *
 *   /opt       its flock is the right to the link: taken by submit, handed on to the supervisor and
 *              to init, so it is free when the last process of the job is dead
 *   /opt/ml -> DIR/upper/opt/ml     made and removed under that lock
 *
 * Nothing is recorded, so nothing has to be recovered: whoever holds the lock knows that a link of
 * ours which stands there is of a job that is over, and puts its own in its place. Anything else at
 * /opt/ml is somebody's own and stays. The lock lies on the directory itself: engines of different
 * users and data directories meet there, and nothing is left behind. */
#include "exec/opt_link.h"
#include "exec/exec_hints.h"
#include "base/fs.h"
#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#define OPT     "/opt"
#define LINK    OPT "/ml"
#define INSIDE  "/upper" LINK
#define WAIT_MS 2000 /* a job that has ended keeps its lock for a moment */
#define LOOK_MS 5

/* Puts why there is no mount namespace before what err says of the link, and the way out behind. */
static int refused(const struct box *b, struct err *err)
{
    struct err why = *err;
    char hint[300];
    bool known = exec_namespace_hint(b->overlay_lack, hint, sizeof(hint));

    return err_set(err, ERR_UNSUPPORTED,
                   "a job without sandbox needs an /opt/ml of its own; this machine gives no mount "
                   "namespace (%s), and no link can stand there: %.400s%s%s",
                   b->overlay_lack, why.msg, known ? "; or " : "", known ? hint : "");
}

bool opt_link_target(const char *dir, char ret[PATH_MAX])
{
    int n = snprintf(ret, PATH_MAX, "%s%s", dir, INSIDE);

    return n > 0 && n < PATH_MAX;
}

/* *ret_target is "" when there is nothing; anything but a link of ours is an error. */
static int look(char ret_target[PATH_MAX], struct err *err)
{
    struct stat st;
    ssize_t n = 0;

    ret_target[0] = '\0';
    if (sys->lstat(LINK, &st) != 0)
        return errno == ENOENT ? 0 : err_errno(err, errno, "look at " LINK);
    if (S_ISLNK(st.st_mode))
        n = readlink(LINK, ret_target, PATH_MAX - 1);
    ret_target[n > 0 ? n : 0] = '\0';
    if (ret_target[0] == '/' && str_ends(ret_target, INSIDE))
        return 0;
    return err_set(err, ERR_UNSUPPORTED,
                   LINK " is there and no link of Slipway's: move it away (sudo mv " LINK " " LINK
                        ".before)");
}

/* Whether a link could be made now, told without making one. */
static int check(struct err *err)
{
    char target[PATH_MAX];
    struct stat st;

    if (sys->stat(OPT, &st) != 0 || !S_ISDIR(st.st_mode))
        return err_set(err, ERR_UNSUPPORTED, "there is no directory " OPT ": sudo mkdir " OPT);
    if (look(target, err) != 0)
        return -1;
    if (access(OPT, W_OK | X_OK) != 0)
        return err_set(err, ERR_UNSUPPORTED,
                       "write to " OPT ": %s: run slipway as a user who may, or make " OPT
                       " writable for this one",
                       strerror(errno));
    return 0;
}

int opt_link_check(const struct box *b, struct err *err)
{
    return check(err) == 0 ? 0 : refused(b, err);
}

static int await_lock(const struct box *b, int fd, struct err *err)
{
    const struct timespec pause = {0, LOOK_MS * 1000000L};
    int64_t until = sys->mono_ms() + WAIT_MS;
    char target[PATH_MAX];
    struct err ignored;

    while (sys->flock(fd, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR) {
            err_errno(err, errno, "lock " OPT);
            return refused(b, err);
        }
        if (sys->mono_ms() >= until) {
            bool known = look(target, &ignored) == 0 && target[0];
            return err_set(err, ERR_NO_SPACE, "another job has " LINK "%s%.600s",
                           known ? ", which leads to " : "", known ? target : "");
        }
        nanosleep(&pause, NULL);
    }
    return 0;
}

int opt_link_take(const struct box *b, int *ret_fd, struct err *err)
{
    if (opt_link_check(b, err) != 0)
        return -1;
    int fd = sys->open(OPT, O_RDONLY | O_DIRECTORY, 0);
    if (fd < 0) {
        err_errno(err, errno, "open " OPT);
        return refused(b, err);
    }
    if (await_lock(b, fd, err) != 0) {
        fd_close(&fd);
        return -1;
    }
    *ret_fd = fd;
    return 0;
}

int opt_link_make(const struct box *b, const char *dir, struct err *err)
{
    char target[PATH_MAX], old[PATH_MAX];

    if (!opt_link_target(dir, target))
        return err_set(err, ERR_INVALID, "%.64s…: longer than a path may be", dir);
    if (look(old, err) != 0)
        return refused(b, err);
    if (old[0] && sys->unlink(LINK) != 0) {
        err_set(err, ERR_IO, "remove the link of a job that is over: %s: sudo rm " LINK,
                strerror(errno));
        return refused(b, err);
    }
    if (sys->symlink(target, LINK) != 0) {
        err_errno(err, errno, "link " LINK " to %s", target);
        return err->code == ERR_NO_SPACE ? -1 : refused(b, err);
    }
    return 0;
}

void opt_link_remove(const char *dir)
{
    char target[PATH_MAX], found[PATH_MAX];
    struct err ignored;

    if (opt_link_target(dir, target) && look(found, &ignored) == 0 && str_eq(found, target))
        (void)sys->unlink(LINK);
}
