/* The lowest layer of every job's root: mount points, links, the files of /etc that programs need,
 * init and the Python runners. One directory for all jobs that mount the same, since fifteen bind
 * mounts a job cost more than the rest of its sandbox, and so do mount points made for each job;
 * jobs see it through their overlay and cannot change it.
 *
 * It lies at run/skel-BOOT-KEY. KEY covers the modification times of what it was copied from, so a
 * new resolv.conf gives a new one; BOOT makes its durability no question. */
#include "exec/sandbox.h"
#include "exec/embedded.h"
#include "exec/stage.h"
#include "base/fs.h"
#include "base/log.h"
#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char *const box_root_links[] = {"bin", "sbin", "lib", "lib32", "lib64", "libx32", NULL};

/* Shown as they are on the host. Nothing here is secret: /etc/ssl without its private keys. */
static const char *const etc_copies[] = {"alternatives",
                                         "ca-certificates.conf",
                                         "crypto-policies",
                                         "debian_version",
                                         "fonts",
                                         "gai.conf",
                                         "host.conf",
                                         "java-8-openjdk",
                                         "java-11-openjdk",
                                         "java-17-openjdk",
                                         "java-21-openjdk",
                                         "ld.so.cache",
                                         "ld.so.conf",
                                         "ld.so.conf.d",
                                         "locale.alias",
                                         "localtime",
                                         "magic",
                                         "mime.types",
                                         "networks",
                                         "nsswitch.conf",
                                         "os-release",
                                         "pki/ca-trust/extracted",
                                         "pki/tls/certs",
                                         "pki/tls/cert.pem",
                                         "protocols",
                                         "resolv.conf",
                                         "rpc",
                                         "services",
                                         "ssl/certs",
                                         "ssl/openssl.cnf",
                                         "timezone",
                                         NULL};

#define COPY_DEPTH    8
#define COPY_BYTES    (1 << 20)
#define LOOK_EVERY_MS 1000 /* at the files of /etc */

static uint64_t mix(uint64_t key, const void *p, size_t n)
{
    const unsigned char *byte = p;

    for (size_t i = 0; i < n; i++)
        key = (key ^ byte[i]) * 1099511628211u;
    return key;
}

static uint64_t mix_text(uint64_t key, const char *text)
{
    return mix(key, text, strlen(text) + 1);
}

static uint64_t mix_file(uint64_t key, const struct stat *st)
{
    key = mix(key, &st->st_mtim, sizeof(st->st_mtim));
    key = mix(key, &st->st_ino, sizeof(st->st_ino));
    return mix(key, &st->st_size, sizeof(st->st_size));
}

static uint64_t source_key(const struct box *b)
{
    uint64_t key = 14695981039346656037u;
    char path[PATH_MAX];
    struct stat st;

    key = mix_text(mix_text(key, embedded_digest()), b->shim);
    for (const char *const *name = etc_copies; *name; name++) {
        snprintf(path, sizeof(path), "/etc/%s", *name);
        if (sys->stat(path, &st) == 0)
            key = mix_file(key, &st);
    }
    return key;
}

/* Small files are part of the skeleton, since a mount costs a tenth of a millisecond. */
static bool bind_is_copied(const struct job_bind *bind, struct stat *ret)
{
    return !bind->writable && sys->stat(bind->host, ret) == 0 && S_ISREG(ret->st_mode) &&
           ret->st_size <= COPY_BYTES;
}

static uint64_t skeleton_key(struct box *b, const struct job_spec *spec, bool *ret_copied)
{
    int64_t now = sys->mono_ms();
    struct stat st;

    if (b->sources_ms == 0 || now - b->sources_ms >= LOOK_EVERY_MS) {
        b->sources = source_key(b);
        b->sources_ms = now;
    }
    uint64_t key = b->sources;
    for (const char *const *host = spec->hosts; host && *host; host++)
        key = mix_text(key, *host);
    for (size_t i = 0; i < spec->n_binds; i++) {
        key = mix_text(key, spec->binds[i].inside);
        ret_copied[i] = bind_is_copied(&spec->binds[i], &st);
        if (ret_copied[i])
            key = mix_file(mix_text(key, spec->binds[i].host), &st);
    }
    for (size_t i = 0; i < spec->n_layers; i++)
        key = mix_text(key, spec->layers[i].inside);
    return key;
}

static int copy_tree(const char *from, const char *to, int depth, struct err *err);

static int copy_dir(const char *from, const char *to, int depth, struct err *err)
{
    char source[PATH_MAX], target[PATH_MAX];
    int rc = 0;

    if (fs_mkdirs(to, 0755, err) != 0)
        return -1;
    DIR *dir = sys->opendir(from);
    if (!dir)
        return 0;
    for (struct dirent *e = sys->readdir(dir); e && rc == 0; e = sys->readdir(dir)) {
        if (str_eq(e->d_name, ".") || str_eq(e->d_name, ".."))
            continue;
        rc =
            job_path(source, from, e->d_name, err) != 0 || job_path(target, to, e->d_name, err) != 0
                ? -1
                : copy_tree(source, target, depth + 1, err);
    }
    sys->closedir(dir);
    return rc;
}

/* Links below the top stay links, files that we may not read are left out. */
static int copy_tree(const char *from, const char *to, int depth, struct err *err)
{
    struct stat st;
    struct err why;
    char link[PATH_MAX];

    if ((depth ? sys->lstat : sys->stat)(from, &st) != 0 || depth > COPY_DEPTH)
        return 0;
    if (S_ISDIR(st.st_mode))
        return copy_dir(from, to, depth, err);
    if (S_ISLNK(st.st_mode)) {
        ssize_t n = readlink(from, link, sizeof(link) - 1);
        if (n <= 0)
            return 0;
        link[n] = '\0';
        return sys->symlink(link, to) == 0 ? 0 : err_errno(err, errno, "symlink %s", to);
    }
    if (!S_ISREG(st.st_mode) || access(from, R_OK) != 0)
        return 0;
    if (stage_copy(from, to, 0644, &why) != 0) {
        *err = why;
        return -1;
    }
    return 0;
}

static int write_text(const char *dir, const char *name, const char *text, struct err *err)
{
    char path[PATH_MAX];

    if (job_path(path, dir, name, err) != 0)
        return -1;
    cleanup_fd int fd = sys->open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (fd < 0)
        return err_errno(err, errno, "create %s", path);
    return fs_write_all(fd, text, strlen(text), err);
}

static int make_etc(const char *etc, const char *const *hosts, struct err *err)
{
    char from[PATH_MAX], to[PATH_MAX];
    cleanup_buf struct buf text = {0};

    for (const char *const *name = etc_copies; *name; name++) {
        snprintf(from, sizeof(from), "/etc/%s", *name);
        if (job_path(to, etc, *name, err) != 0)
            return -1;
        char *slash = strrchr(to, '/');
        *slash = '\0';
        if (strchr(*name, '/') && fs_exists(from) && fs_mkdirs(to, 0755, err) != 0)
            return -1;
        *slash = '/';
        if (copy_tree(from, to, 0, err) != 0)
            return -1;
    }
    buf_init(&text, 65536);
    buf_adds(&text, "127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\n");
    for (const char *const *host = hosts; host && *host; host++)
        buf_addf(&text, "127.0.0.1\t%s\n", *host);
    const char *shell = access("/bin/bash", X_OK) == 0 ? "/bin/bash" : "/bin/sh";
    snprintf(from, sizeof(from),
             "root:x:0:0:root:/root:%s\nnobody:x:65534:65534:nobody:/nonexistent:/bin/false\n",
             shell);
    if (write_text(etc, "hosts", text.data, err) != 0 ||
        write_text(etc, "passwd", from, err) != 0 ||
        write_text(etc, "group", "root:x:0:\nnogroup:x:65534:\n", err) != 0)
        return -1;
    return write_text(etc, "hostname", hosts && *hosts ? *hosts : "localhost", err);
}

static int make_root_links(const char *root, struct err *err)
{
    char host[64], path[PATH_MAX], target[PATH_MAX];
    struct stat st;

    for (const char *const *name = box_root_links; *name; name++) {
        snprintf(host, sizeof(host), "/%s", *name);
        if (sys->lstat(host, &st) != 0 || job_path(path, root, *name, err) != 0)
            continue;
        if (!S_ISLNK(st.st_mode)) {
            if (fs_mkdirs(path, 0755, err) != 0)
                return -1;
            continue;
        }
        ssize_t n = readlink(host, target, sizeof(target) - 1);
        if (n <= 0)
            continue;
        target[n] = '\0';
        if (sys->symlink(target, path) != 0)
            return err_errno(err, errno, "symlink %s", path);
    }
    return 0;
}

static int make_dirs(const char *root, struct err *err)
{
    static const struct {
        const char *name;
        mode_t mode;
    } dirs[] = {{"dev", 0755},     {"etc", 0755},  {"home", 0755},     {"mnt", 0755},
                {"opt/ml", 0755},  {"proc", 0755}, {"root", 0700},     {"run", 0755},
                {"srv", 0755},     {"tmp", 01777}, {"usr", 0755},      {"var/lib", 0755},
                {"var/log", 0755}, {"var", 0755},  {"var/tmp", 01777}, {"opt/slipway", 0755}};
    char path[PATH_MAX];

    for (size_t i = 0; i < sizeof(dirs) / sizeof(dirs[0]); i++) {
        if (job_path(path, root, dirs[i].name, err) != 0 || fs_mkdirs(path, 0755, err) != 0)
            return -1;
        if (chmod(path, dirs[i].mode) != 0)
            return err_errno(err, errno, "chmod %s", path);
    }
    return 0;
}

static int make_slipway(struct box *b, const char *root, struct err *err)
{
    char runtime[PATH_MAX], to[PATH_MAX];

    if (embedded_runtime(b->run_dir, runtime, err) != 0 ||
        job_path(to, root, "opt/slipway", err) != 0 || copy_tree(runtime, to, 0, err) != 0 ||
        job_path(to, root, "opt/slipway/init", err) != 0)
        return -1;
    if (sys->link(b->shim, to) == 0)
        return 0;
    return stage_copy(b->shim, to, 0755, err);
}

/* A file, or the directory over which another will be mounted. */
static int make_bind(const char *root, const struct job_bind *bind, struct err *err)
{
    char path[PATH_MAX];
    struct stat st;

    if (job_path(path, root, bind->inside + 1, err) != 0)
        return -1;
    if (sys->stat(bind->host, &st) == 0 && S_ISDIR(st.st_mode))
        return fs_mkdirs(path, 0755, err);
    char *slash = strrchr(path, '/');
    *slash = '\0';
    if (fs_mkdirs(path, 0755, err) != 0)
        return -1;
    *slash = '/';
    /* a bundle of certificates may be among those of /etc */
    return bind_is_copied(bind, &st) && !fs_exists(path) ? stage_copy(bind->host, path, 0644, err)
                                                         : 0;
}

static int make_skeleton(struct box *b, const struct job_spec *spec, const char *root,
                         struct err *err)
{
    char path[PATH_MAX];

    if (fs_mkdirs(root, 0755, err) != 0 || make_dirs(root, err) != 0 ||
        make_root_links(root, err) != 0 || make_slipway(b, root, err) != 0 ||
        job_path(path, root, "etc", err) != 0 || make_etc(path, spec->hosts, err) != 0)
        return -1;
    for (size_t i = 0; i < spec->n_layers; i++)
        if (job_path(path, root, spec->layers[i].inside + 1, err) != 0 ||
            fs_mkdirs(path, 0755, err) != 0)
            return -1;
    for (size_t i = 0; i < spec->n_binds; i++)
        if (make_bind(root, &spec->binds[i], err) != 0)
            return -1;
    return 0;
}

/* Those of other boots: no job can be using them. */
static void remove_old(const char *run_dir, const char *boot)
{
    char path[PATH_MAX];
    struct err err;
    DIR *dir = sys->opendir(run_dir);

    if (!dir)
        return;
    for (struct dirent *e = sys->readdir(dir); e; e = sys->readdir(dir))
        if (str_starts(e->d_name, "skel-") && strncmp(e->d_name + 5, boot, strlen(boot)) != 0 &&
            job_path(path, run_dir, e->d_name, &err) == 0 && fs_remove_tree(path, &err) != 0)
            log_warn("%s", err.msg);
    sys->closedir(dir);
}

static int skeleton_locked(struct box *b, const struct job_spec *spec, uint64_t key,
                           struct err *err)
{
    cleanup_arena struct arena *a = arena_create(4096);
    char *boot, path[PATH_MAX], temporary[PATH_MAX], id[9];

    if (fs_read(a, "/proc/sys/kernel/random/boot_id", 128, &boot, NULL, err) != 0)
        return -1;
    boot[8] = '\0';
    snprintf(path, sizeof(path), "%.4000s/skel-%s-%016llx", b->run_dir, boot,
             (unsigned long long)key);
    if (!fs_exists(path)) {
        id_random(id, 8);
        snprintf(temporary, sizeof(temporary), "%.4000s/skel-%s-tmp-%s", b->run_dir, boot, id);
        int rc = make_skeleton(b, spec, temporary, err);
        if (rc == 0 && sys->rename(temporary, path) != 0 && !fs_exists(path))
            rc = err_errno(err, errno, "rename %s to %s", temporary, path);
        struct err ignored;
        fs_remove_tree(temporary, &ignored);
        if (rc != 0)
            return -1;
        remove_old(b->run_dir, boot);
    }
    memcpy(b->skel, path, sizeof(path));
    b->skel_key = key;
    return 0;
}

int box_skeleton(struct box *b, const struct job_spec *spec, char ret[PATH_MAX], bool *ret_copied,
                 struct err *err)
{
    int rc = 0;

    pthread_mutex_lock(&b->lock);
    uint64_t key = skeleton_key(b, spec, ret_copied);
    if (!b->skel[0] || b->skel_key != key)
        rc = skeleton_locked(b, spec, key, err);
    if (rc == 0)
        memcpy(ret, b->skel, PATH_MAX);
    pthread_mutex_unlock(&b->lock);
    return rc;
}
