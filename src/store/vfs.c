/* SQLite's files through the syscall table, so that tests can fail writes or cut the power.
 *
 * Every read, write, truncation, sync, creation and deletion of a database, its log and its journal
 * is a call of `sys`. Locks and the log's shared index stay with SQLite's own "unix" VFS: they are
 * worth nothing after a crash, and other programs (the sqlite3 shell) must find them where they
 * look. Only a main database file therefore has an inner "unix" file beside its own descriptor.
 *
 * Readers may look at a database through a mapping instead of copying its pages (xFetch): one
 * mapping for all connections, larger than the file, of which only what lies within the file is
 * given out. Databases here never shrink while they are open, so that stays good. Not under a table
 * of a test.
 *
 * POSIX locks fall when a process closes *any* descriptor of the file. So connections of one
 * database share one descriptor, closed when the last of them is; nothing else in this process may
 * open and close a database file that is in use.
 *
 * Called by SQLite only; db_sqlite.c names the VFS when it opens a connection. */
#include "store/vfs.h"
#include "base/err.h"
#include "base/sys.h"
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* One open database file of this process, shared by its connections. */
struct inode {
    dev_t dev;
    ino_t ino;
    int fd, users;
    bool writable;
    struct inode *next;
    atomic_bool mapping_tried;
    _Atomic(char *) map;      /* MAP_BYTES of addresses, or NULL */
    _Atomic(int64_t) in_file; /* so many of them are backed by the file, at least */
};
#define MAP_BYTES ((int64_t)1 << 30)
static struct inode *inodes;
static pthread_mutex_t inodes_lock = PTHREAD_MUTEX_INITIALIZER;

/* Bytes for the log that it does not have yet. */
#define GATHER_BYTES (64 << 10)
struct gathered {
    sqlite3_int64 at;
    int n;
    bool commits; /* the frame whose page comes next ends a transaction */
    char bytes[GATHER_BYTES];
};
#define LOG_HEAD   32
#define FRAME_HEAD 24 /* its second word: the database's pages after a commit, else 0 */

struct vfile {
    sqlite3_file base;
    const char *path; /* SQLite keeps it while the file is open */
    int fd;
    struct inode *inode; /* main databases */
    sqlite3_file *inner; /* main databases: locks and shared memory */
    bool is_log;
    struct gathered *gathered; /* of a log that was written to */
    bool sync_dir;             /* newly made: its directory has still to be synced */
    bool delete_on_close;
};

static sqlite3_vfs *unix_vfs;

static int sync_dir_of(const char *path)
{
    char dir[4096];
    const char *slash = strrchr(path, '/');
    size_t n = slash ? (size_t)(slash - path) : 0;

    if (n >= sizeof dir)
        return SQLITE_CANTOPEN;
    if (n == 0)
        memcpy(dir, slash ? "/" : ".", 2);
    else {
        memcpy(dir, path, n);
        dir[n] = '\0';
    }
    int fd = sys->open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
    if (fd < 0)
        return SQLITE_CANTOPEN;
    int r = sys->fsync(fd);
    sys->close(fd);
    return r == 0 ? SQLITE_OK : SQLITE_IOERR_DIR_FSYNC;
}

static int vfile_close(sqlite3_file *file)
{
    struct vfile *f = (struct vfile *)file;
    int r = SQLITE_OK;

    free(f->gathered); /* what no transaction ended */
    if (f->inner)
        r = f->inner->pMethods->xClose(f->inner);
    if (f->inode) {
        pthread_mutex_lock(&inodes_lock);
        if (--f->inode->users == 0) {
            struct inode **at = &inodes;
            while (*at != f->inode)
                at = &(*at)->next;
            *at = f->inode->next;
            if (f->inode->map)
                munmap(f->inode->map, MAP_BYTES);
            sys->close(f->inode->fd);
            free(f->inode);
        }
        pthread_mutex_unlock(&inodes_lock);
    } else {
        sys->close(f->fd);
        if (f->delete_on_close)
            sys->unlink(f->path);
    }
    return r;
}

static int write_now(struct vfile *f, const char *p, int n, sqlite3_int64 at)
{
    int done = 0;

    while (done < n) {
        ssize_t r = sys->pwrite(f->fd, p + done, (size_t)(n - done), at + done);
        if (r < 0 && errno == EINTR)
            continue;
        if (r < 0 && (errno == ENOSPC || errno == EDQUOT))
            return SQLITE_FULL;
        if (r <= 0)
            return SQLITE_IOERR_WRITE;
        done += (int)r;
    }
    return SQLITE_OK;
}

static int write_gathered(struct vfile *f)
{
    struct gathered *g = f->gathered;

    if (!g || g->n == 0)
        return SQLITE_OK;
    int n = g->n;
    g->n = 0; /* if it fails, the transaction does */
    return write_now(f, g->bytes, n, g->at);
}

/* SQLite writes a frame's head and its page one by one, and nobody looks at either before the frame
 * that commits: all of a transaction is one write. */
static int gather(struct vfile *f, const char *p, int n, sqlite3_int64 at)
{
    struct gathered *g = f->gathered;
    int r = SQLITE_OK;

    if (!g)
        g = f->gathered = xcalloc(1, sizeof(*g));
    if (g->n > 0 && (at != g->at + g->n || g->n + n > GATHER_BYTES))
        r = write_gathered(f);
    if (r != SQLITE_OK)
        return r;
    if (n > GATHER_BYTES)
        return write_now(f, p, n, at);
    if (g->n == 0)
        g->at = at;
    memcpy(g->bytes + g->n, p, (size_t)n);
    g->n += n;
    if (n == FRAME_HEAD && at >= LOG_HEAD) {
        g->commits = p[4] || p[5] || p[6] || p[7];
        return SQLITE_OK;
    }
    return g->commits ? write_gathered(f) : SQLITE_OK;
}

static int vfile_write(sqlite3_file *file, const void *p, int n, sqlite3_int64 at)
{
    struct vfile *f = (struct vfile *)file;

    return (f->is_log ? gather : write_now)(f, p, n, at);
}

static int vfile_read(sqlite3_file *file, void *p, int n, sqlite3_int64 at)
{
    struct vfile *f = (struct vfile *)file;
    int got = 0, r = write_gathered(f);

    if (r != SQLITE_OK)
        return r;
    while (got < n) {
        ssize_t part = sys->pread(f->fd, (char *)p + got, (size_t)(n - got), at + got);
        if (part < 0 && errno == EINTR)
            continue;
        if (part < 0)
            return SQLITE_IOERR_READ;
        if (part == 0)
            break;
        got += (int)part;
    }
    if (got == n)
        return SQLITE_OK;
    memset((char *)p + got, 0, (size_t)(n - got));
    return SQLITE_IOERR_SHORT_READ;
}

static int vfile_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    struct vfile *f = (struct vfile *)file;
    int r = write_gathered(f);

    if (r != SQLITE_OK)
        return r;
    return sys->ftruncate(f->fd, size) == 0 ? SQLITE_OK : SQLITE_IOERR_TRUNCATE;
}

static int vfile_sync(sqlite3_file *file, int flags)
{
    struct vfile *f = (struct vfile *)file;
    int r = write_gathered(f);

    if (r != SQLITE_OK)
        return r;
    if (sys->fdatasync(f->fd) != 0)
        return errno == ENOSPC || errno == EDQUOT ? SQLITE_FULL : SQLITE_IOERR_FSYNC;
    if (f->sync_dir) {
        r = sync_dir_of(f->path);
        if (r != SQLITE_OK)
            return r;
        f->sync_dir = false;
    }
    return SQLITE_OK;
}

static int vfile_size(sqlite3_file *file, sqlite3_int64 *ret)
{
    struct vfile *f = (struct vfile *)file;
    struct stat st;
    int r = write_gathered(f);

    if (r != SQLITE_OK)
        return r;
    if (sys->fstat(f->fd, &st) != 0)
        return SQLITE_IOERR_FSTAT;
    *ret = st.st_size;
    return SQLITE_OK;
}

static int vfile_lock(sqlite3_file *file, int level)
{
    sqlite3_file *inner = ((struct vfile *)file)->inner;

    return inner ? inner->pMethods->xLock(inner, level) : SQLITE_OK;
}

static int vfile_unlock(sqlite3_file *file, int level)
{
    sqlite3_file *inner = ((struct vfile *)file)->inner;

    return inner ? inner->pMethods->xUnlock(inner, level) : SQLITE_OK;
}

static int vfile_check_reserved(sqlite3_file *file, int *ret)
{
    sqlite3_file *inner = ((struct vfile *)file)->inner;

    *ret = 0;
    return inner ? inner->pMethods->xCheckReservedLock(inner, ret) : SQLITE_OK;
}

static int vfile_control(sqlite3_file *file, int op, void *arg)
{
    sqlite3_file *inner = ((struct vfile *)file)->inner;

    /* What would read, grow or map the file behind the syscall table's back is not passed on. */
    if (!inner || op == SQLITE_FCNTL_SIZE_HINT || op == SQLITE_FCNTL_CHUNK_SIZE ||
        op == SQLITE_FCNTL_MMAP_SIZE)
        return SQLITE_NOTFOUND;
    return inner->pMethods->xFileControl(inner, op, arg);
}

static int vfile_sector_size(sqlite3_file *file)
{
    sqlite3_file *inner = ((struct vfile *)file)->inner;

    return inner ? inner->pMethods->xSectorSize(inner) : 4096;
}

static int vfile_characteristics(sqlite3_file *file)
{
    sqlite3_file *inner = ((struct vfile *)file)->inner;

    return inner ? inner->pMethods->xDeviceCharacteristics(inner)
                 : SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

static int vfile_shm_map(sqlite3_file *file, int page, int size, int extend, void volatile **ret)
{
    sqlite3_file *inner = ((struct vfile *)file)->inner;

    return inner->pMethods->xShmMap(inner, page, size, extend, ret);
}

static int vfile_shm_lock(sqlite3_file *file, int offset, int n, int flags)
{
    sqlite3_file *inner = ((struct vfile *)file)->inner;

    return inner->pMethods->xShmLock(inner, offset, n, flags);
}

static void vfile_shm_barrier(sqlite3_file *file)
{
    sqlite3_file *inner = ((struct vfile *)file)->inner;

    inner->pMethods->xShmBarrier(inner);
}

static int vfile_shm_unmap(sqlite3_file *file, int delete)
{
    sqlite3_file *inner = ((struct vfile *)file)->inner;

    return inner->pMethods->xShmUnmap(inner, delete);
}

/* Reading in place */

static char *inode_map(struct inode *i)
{
    pthread_mutex_lock(&inodes_lock);
    if (!i->mapping_tried && sys == &sys_real) {
        void *p = mmap(NULL, MAP_BYTES, PROT_READ, MAP_SHARED, i->fd, 0);
        if (p != MAP_FAILED)
            i->map = p;
    }
    i->mapping_tried = true;
    pthread_mutex_unlock(&inodes_lock);
    return i->map;
}

static int vfile_fetch(sqlite3_file *file, sqlite3_int64 at, int n, void **ret)
{
    struct inode *i = ((struct vfile *)file)->inode;
    char *map = i->map ? i->map : i->mapping_tried ? NULL : inode_map(i);
    struct stat st;

    *ret = NULL; /* then SQLite reads */
    if (!map || at + n > MAP_BYTES)
        return SQLITE_OK;
    if (at + n > i->in_file && sys->fstat(i->fd, &st) == 0)
        i->in_file = st.st_size;
    if (at + n <= i->in_file)
        *ret = map + at;
    return SQLITE_OK;
}

static int vfile_unfetch(sqlite3_file *file, sqlite3_int64 at, void *p)
{
    return SQLITE_OK;
}

#define FILE_METHODS                                                                               \
    .xClose = vfile_close, .xRead = vfile_read, .xWrite = vfile_write,                             \
    .xTruncate = vfile_truncate, .xSync = vfile_sync, .xFileSize = vfile_size,                     \
    .xLock = vfile_lock, .xUnlock = vfile_unlock, .xCheckReservedLock = vfile_check_reserved,      \
    .xFileControl = vfile_control, .xSectorSize = vfile_sector_size,                               \
    .xDeviceCharacteristics = vfile_characteristics

static const sqlite3_io_methods main_methods = {
    .iVersion = 3,
    FILE_METHODS,
    .xShmMap = vfile_shm_map,
    .xShmLock = vfile_shm_lock,
    .xShmBarrier = vfile_shm_barrier,
    .xShmUnmap = vfile_shm_unmap,
    .xFetch = vfile_fetch,
    .xUnfetch = vfile_unfetch,
};
static const sqlite3_io_methods other_methods = {.iVersion = 1, FILE_METHODS};

static int inode_open(const char *path, bool writable, struct inode **ret, bool *ret_created)
{
    struct stat st;
    struct inode *i;

    *ret_created = sys->stat(path, &st) != 0;
    if (!*ret_created) {
        for (i = inodes; i; i = i->next) {
            if (i->dev == st.st_dev && i->ino == st.st_ino && (i->writable || !writable)) {
                i->users++;
                *ret = i;
                return SQLITE_OK;
            }
        }
    } else if (!writable)
        return SQLITE_CANTOPEN;
    int fd = sys->open(path, (writable ? O_RDWR | O_CREAT : O_RDONLY) | O_CLOEXEC, 0600);
    if (fd < 0)
        return SQLITE_CANTOPEN;
    if (sys->fstat(fd, &st) != 0) {
        sys->close(fd);
        return SQLITE_IOERR_FSTAT;
    }
    i = xcalloc(1, sizeof *i);
    i->dev = st.st_dev;
    i->ino = st.st_ino;
    i->fd = fd;
    i->users = 1;
    i->writable = writable;
    i->next = inodes;
    inodes = i;
    *ret = i;
    return SQLITE_OK;
}

static int open_main(struct vfile *f, const char *path, int flags, int *ret_flags)
{
    bool created = false;
    sqlite3_file *inner = (sqlite3_file *)(f + 1);

    pthread_mutex_lock(&inodes_lock);
    int r = inode_open(path, flags & SQLITE_OPEN_READWRITE, &f->inode, &created);
    pthread_mutex_unlock(&inodes_lock);
    if (r != SQLITE_OK)
        return r;
    f->fd = f->inode->fd;
    f->sync_dir = created;
    r = unix_vfs->xOpen(unix_vfs, path, inner, flags, ret_flags);
    if (r == SQLITE_OK) {
        f->inner = inner;
        f->base.pMethods = &main_methods;
    } else
        vfile_close(&f->base);
    return r;
}

static int vfs_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags,
                    int *ret_flags)
{
    struct vfile *f = (struct vfile *)file;
    const int ours = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL |
                     SQLITE_OPEN_SUPER_JOURNAL;

    if (!path || !(flags & ours)) /* temporary files: nothing of them outlives the process */
        return unix_vfs->xOpen(unix_vfs, path, file, flags, ret_flags);
    memset(f, 0, sizeof *f);
    f->path = path;
    f->fd = -1;
    if (flags & SQLITE_OPEN_MAIN_DB)
        return open_main(f, path, flags, ret_flags);

    int how = flags & SQLITE_OPEN_READWRITE ? O_RDWR : O_RDONLY;
    struct stat st;
    if (flags & SQLITE_OPEN_CREATE) {
        how |= O_CREAT;
        f->sync_dir = sys->stat(path, &st) != 0;
    }
    if (flags & SQLITE_OPEN_EXCLUSIVE)
        how |= O_EXCL;
    f->fd = sys->open(path, how | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (f->fd < 0)
        return SQLITE_CANTOPEN;
    f->is_log = flags & SQLITE_OPEN_WAL;
    f->delete_on_close = flags & SQLITE_OPEN_DELETEONCLOSE;
    if (ret_flags)
        *ret_flags = flags;
    f->base.pMethods = &other_methods;
    return SQLITE_OK;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *path, int sync_dir)
{
    if (sys->unlink(path) != 0)
        return errno == ENOENT ? SQLITE_IOERR_DELETE_NOENT : SQLITE_IOERR_DELETE;
    return sync_dir ? sync_dir_of(path) : SQLITE_OK;
}

static int vfs_access(sqlite3_vfs *vfs, const char *path, int flags, int *ret)
{
    struct stat st;

    if (flags != SQLITE_ACCESS_EXISTS)
        return unix_vfs->xAccess(unix_vfs, path, flags, ret);
    /* As the unix VFS: an empty journal is as good as none. */
    *ret = sys->stat(path, &st) == 0 && (!S_ISREG(st.st_mode) || st.st_size > 0);
    return SQLITE_OK;
}

static int vfs_full_path(sqlite3_vfs *vfs, const char *path, int n, char *ret)
{
    return unix_vfs->xFullPathname(unix_vfs, path, n, ret);
}

static int vfs_randomness(sqlite3_vfs *vfs, int n, char *ret)
{
    return sys->random(ret, (size_t)n) == 0 ? n : 0;
}

static int vfs_sleep(sqlite3_vfs *vfs, int us)
{
    return unix_vfs->xSleep(unix_vfs, us);
}

static int vfs_last_error(sqlite3_vfs *vfs, int n, char *ret)
{
    return errno;
}

static int vfs_time_ms(sqlite3_vfs *vfs, sqlite3_int64 *ret)
{
    *ret = sys->wall_ms() + 210866760000000; /* since the Julian epoch */
    return SQLITE_OK;
}

static int vfs_time(sqlite3_vfs *vfs, double *ret)
{
    sqlite3_int64 ms;

    vfs_time_ms(vfs, &ms);
    *ret = (double)ms / 86400000.0;
    return SQLITE_OK;
}

static sqlite3_vfs slipway_vfs = {
    .iVersion = 2,
    .zName = "slipway",
    .xOpen = vfs_open,
    .xDelete = vfs_delete,
    .xAccess = vfs_access,
    .xFullPathname = vfs_full_path,
    .xRandomness = vfs_randomness,
    .xSleep = vfs_sleep,
    .xCurrentTime = vfs_time,
    .xGetLastError = vfs_last_error,
    .xCurrentTimeInt64 = vfs_time_ms,
};

static void vfs_register(void)
{
    /* Statistics of memory are counted under one lock of the process: contention for nothing. */
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    if (sqlite3_initialize() != SQLITE_OK)
        die("SQLite does not start");
    unix_vfs = sqlite3_vfs_find("unix");
    if (!unix_vfs)
        die("SQLite has no \"unix\" VFS");
    slipway_vfs.mxPathname = unix_vfs->mxPathname;
    slipway_vfs.szOsFile = (int)sizeof(struct vfile) + unix_vfs->szOsFile;
    if (sqlite3_vfs_register(&slipway_vfs, 0) != SQLITE_OK)
        die("SQLite refuses the VFS");
}

const char *vfs_name(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    pthread_once(&once, vfs_register);
    return slipway_vfs.zName;
}
