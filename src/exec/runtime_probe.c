/* What an interpreter is: its version, its prefixes, its packages. Asked of the interpreter itself
 * (runtime/probe.py), which costs tens of milliseconds, so the answer is kept in run/ under a key
 * of the interpreter's path, size and times and those of its environment's directories. */
#include "exec/embedded.h"
#include "exec/job_dir.h"
#include "base/digest.h"
#include "base/fs.h"
#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define ANSWER_MAX  (4u << 20)
#define PATIENCE_MS 30000

static void key_add(struct buf *key, const char *path)
{
    struct stat st;

    if (sys->stat(path, &st) == 0)
        buf_addf(key, "%s %lld %lld %lld.%09ld\n", path, (long long)st.st_ino,
                 (long long)st.st_size, (long long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec);
}

/* Installing a package changes site-packages' own time. */
static void cache_name(const char *python, const char *site, char ret[2 * DIGEST_MAX + 1])
{
    cleanup_buf struct buf key = {0};
    uint8_t digest[DIGEST_MAX];
    char real[PATH_MAX];

    buf_init(&key, 65536);
    buf_addf(&key, "%s %s\n", python, embedded_digest());
    key_add(&key, python);
    if (realpath(python, real))
        key_add(&key, real);
    if (site)
        key_add(&key, site);
    digest_bytes(DIGEST_SHA256, key.data, key.len, digest);
    hex_encode(digest, 16, ret);
}

/* Reads until the end or PATIENCE_MS; false: it took too long or said too much. */
static bool read_answer(int fd, struct buf *answer)
{
    int64_t deadline = sys->mono_ms() + PATIENCE_MS;
    char chunk[65536];

    for (;;) {
        struct pollfd p = {.fd = fd, .events = POLLIN};
        int64_t left = deadline - sys->mono_ms();
        if (left <= 0 || poll(&p, 1, (int)left) == 0)
            return false;
        ssize_t n = sys->read(fd, chunk, sizeof(chunk));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return n == 0 && !buf_failed(answer);
        buf_add(answer, chunk, (size_t)n);
    }
}

static int ask(struct exec *e, const char *python, struct buf *answer, struct err *err)
{
    char dir[PATH_MAX], script[PATH_MAX];
    char *envp[] = {"PATH=/usr/local/bin:/usr/bin:/bin", "PYTHONIOENCODING=utf-8", NULL};
    int p[2], status = 0;
    pid_t pid;

    if (fs_mkdirs(e->run_dir, 0700, err) != 0 || embedded_runtime(e->run_dir, dir, err) != 0 ||
        job_path(script, dir, "probe.py", err) != 0)
        return -1;
    const char *argv[] = {python, "-I", script, NULL};
    if (pipe2(p, O_CLOEXEC) != 0)
        return err_errno(err, errno, "pipe");
    cleanup_fd int in = p[0], out = p[1], null = sys->open("/dev/null", O_RDWR, 0);
    const int fds[][2] = {{null, 0}, {out, 1}, {null, 2}};
    struct sys_spawn how = {
        .path = python, .argv = (char *const *)argv, .envp = envp, .fds = fds, .n_fds = 3};
    if (sys->spawn(&how, &pid) != 0)
        return err_set(err, ERR_INVALID, "the interpreter %s does not run: %s", python,
                       strerror(errno));
    fd_close(&out);
    bool whole = read_answer(in, answer);
    if (!whole)
        kill(pid, SIGKILL);
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    if (!whole || status != 0)
        return err_set(err, ERR_INVALID,
                       "%s does not answer as a Python interpreter does (3.8 or newer)", python);
    return 0;
}

static int take_answer(struct arena *a, const char *text, size_t len, const char *python,
                       struct runtime_info *ret, struct err *err)
{
    struct json *doc;

    if (json_parse(a, text, len, &doc, err) != 0 || !json_get_str(doc, "version"))
        return err_set(err, ERR_INVALID, "%s does not answer as a Python interpreter does", python);
    ret->python = arena_strdup(a, python);
    ret->version = json_get_str(doc, "version");
    ret->prefix = json_get_str(doc, "prefix");
    ret->base_prefix = json_get_str(doc, "base_prefix");
    ret->platlib = json_get_str(doc, "platlib");
    ret->purelib = json_get_str(doc, "purelib");
    ret->packages = json_get(doc, "packages");
    return 0;
}

/* run/python-KEY of the interpreter alone says where its packages are; run/python-KEY2, with their
 * directory's time in the key, is the answer. */
static bool from_cache(struct exec *e, struct arena *a, const char *python,
                       struct runtime_info *ret)
{
    char key[2 * DIGEST_MAX + 1], path[PATH_MAX], *text;
    struct err err;
    size_t len;

    cache_name(python, NULL, key);
    snprintf(path, sizeof(path), "%.4000s/python-%s", e->run_dir, key);
    if (fs_read(a, path, PATH_MAX, &text, &len, &err) != 0)
        return false;
    cache_name(python, text, key);
    snprintf(path, sizeof(path), "%.4000s/python-%s", e->run_dir, key);
    return fs_read(a, path, ANSWER_MAX, &text, &len, &err) == 0 &&
           take_answer(a, text, len, python, ret, &err) == 0;
}

static void to_cache(struct exec *e, const char *python, const struct runtime_info *info,
                     const struct buf *answer)
{
    char key[2 * DIGEST_MAX + 1], path[PATH_MAX];
    const char *site = info->purelib ? info->purelib : "";
    struct err ignored;

    /* a cache: what cannot be written is asked again */
    cache_name(python, site, key);
    snprintf(path, sizeof(path), "%.4000s/python-%s", e->run_dir, key);
    if (fs_replace(path, answer->data, answer->len, 0600, &ignored) != 0)
        return;
    cache_name(python, NULL, key);
    snprintf(path, sizeof(path), "%.4000s/python-%s", e->run_dir, key);
    (void)fs_replace(path, site, strlen(site), 0600, &ignored);
}

int runtime_probe(struct exec *e, struct arena *a, const char *python, struct runtime_info *ret,
                  struct err *err)
{
    cleanup_buf struct buf answer = {0};

    buf_init(&answer, ANSWER_MAX);
    memset(ret, 0, sizeof(*ret));
    if (!python || python[0] != '/')
        return err_set(err, ERR_INVALID, "interpreter \"%s\": not an absolute path",
                       python ? python : "");
    if (!fs_exists(python))
        return err_set(err, ERR_INVALID, "the interpreter %s is not there", python);
    if (from_cache(e, a, python, ret))
        return 0;
    if (ask(e, python, &answer, err) != 0)
        return -1;
    const char *text = arena_strndup(a, answer.data, answer.len);
    if (take_answer(a, text, answer.len, python, ret, err) != 0)
        return -1;
    to_cache(e, python, ret, &answer);
    return 0;
}
