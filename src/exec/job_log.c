/* Reading a job's log while the shim appends to it: lines and when each was read from the job.
 *
 * The index holds {offset, wall ms} records (shim/shim_log.c); a line's time is that of the last
 * record at or before its first byte. Called by the engine's log tailer, a page at a time. */
#include "exec/job_dir.h"
#include "base/fs.h"
#include "base/text.h"
#include <endian.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>

#define PAGE_MAX     (1 << 20)
#define LINE_MAX_LEN (256 << 10)
#define RECORD       16

struct log_index {
    int fd;
    int64_t n;       /* records */
    int64_t next_at; /* offset of the record after `at`; INT64_MAX at the end */
    int64_t at;      /* record that holds now; -1: none */
    int64_t at_ms;
};

static bool record_read(const struct log_index *x, int64_t i, int64_t *ret_offset, int64_t *ret_ms)
{
    uint64_t record[2];

    if (sys->pread(x->fd, record, RECORD, i * RECORD) != RECORD)
        return false;
    *ret_offset = (int64_t)le64toh(record[0]);
    *ret_ms = (int64_t)le64toh(record[1]);
    return true;
}

/* The last record at or before `offset`. */
static void index_seek(struct log_index *x, int64_t offset)
{
    int64_t low = 0, high = x->n, at, ms; /* low: first record beyond */

    while (low < high) {
        int64_t mid = low + (high - low) / 2;
        if (record_read(x, mid, &at, &ms) && at <= offset)
            low = mid + 1;
        else
            high = mid;
    }
    x->at = low - 1;
    x->at_ms = x->at >= 0 && record_read(x, x->at, &at, &ms) ? ms : 0;
    x->next_at = low < x->n && record_read(x, low, &at, &ms) ? at : INT64_MAX;
}

static int64_t index_time(struct log_index *x, int64_t offset)
{
    int64_t at, ms;

    /* lines come in order: most are covered by this record or one of the next few */
    for (int steps = 0; offset >= x->next_at && steps < 16; steps++) {
        x->at++;
        x->at_ms = record_read(x, x->at, &at, &ms) ? ms : x->at_ms;
        x->next_at = x->at + 1 < x->n && record_read(x, x->at + 1, &at, &ms) ? at : INT64_MAX;
    }
    if (offset >= x->next_at)
        index_seek(x, offset);
    return x->at_ms;
}

/* Length of the valid UTF-8 sequence at p, 0 if there is none. */
static size_t utf8_at(const char *p, size_t n)
{
    unsigned char c = (unsigned char)*p;
    size_t len = c < 0x80 ? 1 : c < 0xc2 ? 0 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : c < 0xf5 ? 4 : 0;

    return len && len <= n && utf8_valid(p, len) ? len : 0;
}

/* U+FFFD for each byte that is not UTF-8, and for NUL, which no string may hold. */
static const char *clean_text(struct arena *a, const char *p, size_t n, size_t *ret_len)
{
    *ret_len = n;
    if (utf8_valid(p, n) && !memchr(p, '\0', n))
        return arena_strndup(a, p, n);
    char *out = arena_alloc(a, 3 * n + 1);
    size_t at = 0;
    for (size_t i = 0; i < n;) {
        size_t len = p[i] == '\0' ? 0 : utf8_at(p + i, n - i);
        if (len == 0) {
            memcpy(out + at, "\xef\xbf\xbd", 3);
            at += 3;
            i++;
        } else {
            memcpy(out + at, p + i, len);
            at += len;
            i += len;
        }
    }
    out[at] = '\0';
    *ret_len = at;
    return out;
}

static int open_part(const char *dir, const char *name, int *ret_fd, int64_t *ret_size,
                     struct err *err)
{
    char path[JOB_PATH_MAX];
    struct stat st;

    *ret_fd = -1;
    *ret_size = 0;
    if (job_path(path, dir, name, err) != 0)
        return -1;
    int fd = sys->open(path, O_RDONLY, 0);
    if (fd < 0)
        return errno == ENOENT ? 0 : err_errno(err, errno, "open %s", path);
    if (sys->fstat(fd, &st) != 0) {
        int rc = err_errno(err, errno, "stat %s", path);
        fd_close(&fd);
        return rc;
    }
    *ret_fd = fd;
    *ret_size = st.st_size;
    return 0;
}

static int read_page(int fd, struct arena *a, int64_t offset, int64_t size, char **ret,
                     size_t *ret_n, struct err *err)
{
    size_t want = size - offset > PAGE_MAX ? PAGE_MAX : (size_t)(size - offset), n = 0;
    char *page = arena_alloc(a, want + 1);

    while (n < want) {
        ssize_t got = sys->pread(fd, page + n, want - n, offset + (int64_t)n);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return err_errno(err, errno, "read a job's log");
        if (got == 0)
            break;
        n += (size_t)got;
    }
    *ret = page;
    *ret_n = n;
    return 0;
}

/* The length of the line at p, and of what ends it; false: not whole yet. A line longer than the
 * limit is given in pieces, cut between two characters. */
static bool line_at(const char *p, size_t n, bool last, size_t *ret_len, size_t *ret_end)
{
    const char *newline = memchr(p, '\n', n > LINE_MAX_LEN ? LINE_MAX_LEN + 1 : n);

    *ret_end = newline != NULL;
    if (newline) {
        *ret_len = (size_t)(newline - p);
        return true;
    }
    if (n <= LINE_MAX_LEN) {
        *ret_len = n;
        return last;
    }
    size_t len = LINE_MAX_LEN;
    for (int back = 0; back < 4 && ((unsigned char)p[len] & 0xc0) == 0x80; back++)
        len--;
    *ret_len = len;
    return true;
}

int job_log_read(const char *dir, struct arena *a, int64_t offset, int max, bool ended,
                 struct job_line **ret, size_t *ret_n, int64_t *ret_next, struct err *err)
{
    cleanup_fd int fd = -1, index_fd = -1;
    int64_t size, index_size;
    char *page;
    size_t n = 0, at = 0, cap = 64;

    *ret = NULL;
    *ret_n = 0;
    *ret_next = offset;
    if (offset < 0)
        return err_set(err, ERR_INVALID, "log offset %lld", (long long)offset);
    if (open_part(dir, "log", &fd, &size, err) != 0 ||
        open_part(dir, "log.idx", &index_fd, &index_size, err) != 0)
        return -1;
    if (fd < 0 || offset >= size || max <= 0)
        return 0;
    if (read_page(fd, a, offset, size, &page, &n, err) != 0)
        return -1;
    bool to_end = offset + (int64_t)n >= size;
    struct log_index index = {.fd = index_fd, .n = index_fd < 0 ? 0 : index_size / RECORD};
    index_seek(&index, offset);

    struct job_line *lines = arena_alloc(a, cap * sizeof(*lines));
    while (at < n && *ret_n < (size_t)max) {
        size_t len, end;
        if (!line_at(page + at, n - at, ended && to_end, &len, &end))
            break;
        if (*ret_n == cap) {
            struct job_line *more = arena_alloc(a, 2 * cap * sizeof(*lines));
            memcpy(more, lines, cap * sizeof(*lines));
            lines = more;
            cap *= 2;
        }
        struct job_line *line = &lines[(*ret_n)++];
        line->offset = offset + (int64_t)at;
        line->at_ms = index_time(&index, line->offset);
        line->text = clean_text(a, page + at, len, &line->len);
        at += len + end;
    }
    *ret = lines;
    *ret_next = offset + (int64_t)at;
    return 0;
}
