/* What lies in a job's directory, as engines and shims of other times, or a broken disk, may have
 * left it. The first byte says which file the rest is:
 *
 *   'e' exit.json   's' shim.json   'p' spec
 *   'l' log: a byte n, n records of log.idx, a byte k, the log (k times over)
 *   'o' what a job says: a byte (of the log's limit), a byte (of each piece), its output
 *   'm' why a job ended, in the shim's words */
#include "base/fs.h"
#include "base/text.h"
#include "exec/job_dir.h"
#include "exec/shim/shim.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char dir[64];
static int dir_fd, home_fd;

static void expect(bool so)
{
    if (!so)
        abort();
}

static void remove_dir(void)
{
    struct err err;

    fs_remove_tree(dir, &err);
}

static void make_dir(void)
{
    if (dir[0])
        return;
    snprintf(dir, sizeof(dir), "/dev/shm/slipway-fuzz-XXXXXX");
    expect(mkdtemp(dir) != NULL);
    atexit(remove_dir);
    dir_fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    home_fd = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    expect(dir_fd >= 0 && home_fd >= 0);
}

static void put(const char *name, const void *p, size_t n)
{
    int fd = openat(dir_fd, name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    struct err err;

    expect(fd >= 0 && fs_write_all(fd, p, n, &err) == 0);
    close(fd);
}

static void drop(const char *name)
{
    unlinkat(dir_fd, name, 0);
}

/* --- exit.json, shim.json --- */

static void check_status(const struct job_status *st)
{
    expect(st->phase == JOB_EXITED || st->phase == JOB_LOST);
    expect(*job_cause_name(st->cause));
    expect(memchr(st->message, 0, sizeof(st->message)) != NULL);
}

static void fuzz_exit(const char *text, size_t len)
{
    struct job_status st, again;
    struct err err = {0};

    put("exit.json", text, len);
    if (job_dir_status(dir, false, &st, &err) != 0) {
        expect(err.code == ERR_CORRUPT || err.code == ERR_LIMIT);
        return;
    }
    check_status(&st);
    /* what the engine writes itself is read as it was */
    expect(job_dir_write_exit(dir, &st, &err) == 0);
    expect(job_dir_status(dir, true, &again, &err) == 0);
    expect(again.phase == JOB_EXITED && again.cause == st.cause);
    expect(again.exit_code == st.exit_code && again.signal == st.signal);
    expect(again.ended_ms == st.ended_ms && again.started_ms == st.started_ms);
    if (st.cause != JOB_CAUSE_SETUP && utf8_valid(st.message, strlen(st.message)))
        expect(str_eq(again.message, st.message));
}

static void fuzz_shim(struct arena *a, const char *text, size_t len)
{
    struct job_status st;
    struct err err = {0};
    const char *boot = strstr(text, "BOOT");

    put("shim.json", text, len);
    if (boot) { /* a fuzzer does not guess this one */
        text = arena_printf(a, "%.*s%s%s", (int)(boot - text), text, boot_id(), boot + 4);
        put("shim.json", text, strlen(text));
    }
    if (job_dir_status(dir, true, &st, &err) != 0)
        expect(err.code == ERR_CORRUPT || err.code == ERR_LIMIT);
    else
        expect(st.phase == JOB_LOST);
    int fd = job_dir_pidfd(dir);
    fd_close(&fd);
    drop("shim.json");
    expect(job_dir_status(dir, false, &st, &err) == 0 && st.phase == JOB_STAGED);
    expect(job_dir_status(dir, true, &st, &err) == 0 && st.cause == JOB_CAUSE_NEVER);
}

/* The shim writes, the engine reads. */
static void fuzz_words(const char *text)
{
    static int64_t times; /* it writes nothing when there is no news */
    struct outcome o = {.cause = "signal", .signal = 9, .ended_ms = ++times};
    struct job_status st;
    struct err err = {0};

    snprintf(o.message, sizeof(o.message), "%s", text);
    expect(fchdir(dir_fd) == 0);
    int rc = exit_reserve() != 0 ? -1 : exit_publish(&o);
    expect(fchdir(home_fd) == 0);
    expect(rc == 0 && job_dir_status(dir, false, &st, &err) == 0);
    check_status(&st);
    expect(st.phase == JOB_EXITED && st.cause == JOB_CAUSE_SIGNAL && st.signal == 9);
    close_range((unsigned)(dir_fd > home_fd ? dir_fd : home_fd) + 1, ~0U, 0);
}

/* --- spec --- */

static void check_list(const struct list *l)
{
    for (size_t i = 0; i < l->n; i++)
        expect(l->items[i] != NULL);
    expect(l->n == 0 || l->items[l->n] == NULL);
    free(l->items);
}

static void fuzz_spec(const char *text, size_t len)
{
    int fd = memfd_create("spec", MFD_CLOEXEC);
    struct spec s;
    struct err err;

    expect(fd >= 0 && fs_write_all(fd, text, len, &err) == 0);
    if (spec_load(fd, &s) == 0) {
        const char *texts[] = {s.id,  s.mode,  s.overlay, s.outer, s.skel,
                               s.cwd, s.bwrap, s.self,    s.at,    s.oom_file};
        for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
            expect(texts[i] && strlen(texts[i]) <= len);
        expect(s.args.n > 0 && s.mode[0]);
        for (size_t i = 0; i < s.env.n; i++) {
            char *name = strdup(s.env.items[i]), *equals = strchr(name, '=');
            if (equals)
                *equals = '\0';
            expect(!equals || spec_env(&s, name) != NULL);
            free(name);
        }
    }
    check_list(&s.args);
    check_list(&s.env);
    check_list(&s.bwrap_args);
    check_list(&s.layers);
    check_list(&s.cgroups);
    free(s.text);
    close(fd);
    put("spec", text, len);
    expect(job_dir_overlay(dir) <= OVERLAY_USER);
}

/* --- logs --- */

/* Page by page to the end: lines lie one behind the other, and none is missing. */
static void read_log(struct arena *a, int64_t size)
{
    int64_t at = 0, next;
    struct job_line *lines;
    struct err err = {0};
    size_t n;

    for (int max = 1; at < size; max = max * 3 + 1) {
        expect(job_log_read(dir, a, at, max, true, &lines, &n, &next, &err) == 0);
        expect(n > 0 && n <= (size_t)max && next > at && next <= size);
        expect(lines[0].offset == at);
        for (size_t i = 0; i < n; i++) {
            int64_t end = i + 1 < n ? lines[i + 1].offset : next;
            expect(end > lines[i].offset && strlen(lines[i].text) == lines[i].len);
            expect((int64_t)lines[i].len <= 3 * (end - lines[i].offset));
            expect(utf8_valid(lines[i].text, lines[i].len) && !strchr(lines[i].text, '\n'));
        }
        at = next;
    }
    expect(job_log_read(dir, a, size, 9, true, &lines, &n, &next, &err) == 0 && n == 0);
    expect(job_log_read(dir, a, 0, 99, false, &lines, &n, &next, &err) == 0 && next <= size);
}

static void fuzz_log(struct arena *a, const uint8_t *data, size_t size)
{
    size_t records = size ? (size_t)data[0] * 16 : 0;

    if (records + 2 > size)
        return;
    put("log.idx", data + 1, records);
    int fd = openat(dir_fd, "log", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    size_t times = data[records + 1] % 32 + 1, n = size - records - 2;
    struct err err;
    for (size_t i = 0; i < times; i++)
        expect(fs_write_all(fd, data + records + 2, n, &err) == 0);
    close(fd);
    read_log(a, (int64_t)(n * times));
}

static void fuzz_output(struct arena *a, const uint8_t *data, size_t size)
{
    static struct shim_log log;
    struct err err;
    char *kept;
    size_t len = 0;

    if (size < 2)
        return;
    int64_t cap = data[0] * 64;
    size_t piece = (size_t)data[1] * data[1] + 1;
    data += 2;
    size -= 2;
    shim_log_init(&log, cap);
    expect(fchdir(dir_fd) == 0);
    for (size_t at = 0; at < size; at += piece)
        shim_log_add(&log, (const char *)data + at, size - at < piece ? size - at : piece);
    shim_log_finish(&log);
    expect(fchdir(home_fd) == 0);
    fd_close(&log.fd);
    fd_close(&log.index_fd);
    if (size == 0)
        return;
    expect(fs_read(a, arena_printf(a, "%s/log", dir), (size_t)8 << 20, &kept, &len, &err) == 0);
    bool whole = cap == 0 || (int64_t)size <= cap - cap / 4;
    expect(!whole || (len == size && memcmp(kept, data, size) == 0));
    expect(cap == 0 || (int64_t)len <= cap + 256);
    read_log(a, (int64_t)len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const names[] = {"exit.json", "shim.json", "log", "log.idx"};
    cleanup_arena struct arena *a = arena_create((size_t)64 << 20);

    if (size == 0)
        return 0;
    make_dir();
    char *text = arena_zalloc(a, size);
    memcpy(text, data + 1, size - 1);
    if (data[0] == 'e')
        fuzz_exit(text, size - 1);
    else if (data[0] == 's')
        fuzz_shim(a, text, size - 1);
    else if (data[0] == 'm')
        fuzz_words(text);
    else if (data[0] == 'p')
        fuzz_spec(text, size - 1);
    else if (data[0] == 'l')
        fuzz_log(a, data + 1, size - 1);
    else if (data[0] == 'o')
        fuzz_output(a, data + 1, size - 1);
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        drop(names[i]);
    return 0;
}
