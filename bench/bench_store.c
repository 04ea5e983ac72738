/* The store's speed, each figure beside a floor measured in the same run.
 *
 *     bench_store [--dir DIR] [--keys N] [--mib N] [NAME…]      (NAME: commit, writers, put, …)
 * Figures of one run compare; those of different machines or days do not. */
#include "base/fs.h"
#include "store/objects.h"
#include "store/series.h"
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static char dir[256];
static struct store *s;
static struct objects *o;
static struct err err;
static struct store_module modules[2];
static int64_t n_keys = 1000000;
static size_t large_mib = 1024;
static int next_key;

static double now_us(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int compare(const void *x, const void *y)
{
    double d = *(const double *)x - *(const double *)y;

    return (d > 0) - (d < 0);
}

static double median(double *v, size_t n)
{
    qsort(v, n, sizeof *v, compare);
    return v[n / 2];
}

static void must(int r)
{
    if (r < 0) {
        fprintf(stderr, "bench_store: %s\n", err.msg);
        exit(1);
    }
}

static void must_write(int fd, const void *p, size_t n)
{
    must(fs_write_all(fd, p, n, &err));
}

static void open_store(void)
{
    modules[0] = objects_module;
    must(store_open(dir, modules, &s, &err));
    must(objects_open(s, &o, &err));
}

static void close_store(void)
{
    objects_close(o);
    store_close(s);
}

/* The floor: bytes appended to a file and synced. */
struct floor {
    int fd;
    char *p;
    size_t size;
};

static void floor_open(struct floor *f, size_t size)
{
    char path[300];

    snprintf(path, sizeof path, "%s/floor", dir);
    f->fd = open(path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0644);
    f->p = calloc(1, size);
    f->size = size;
    unlink(path);
}

static double floor_once(struct floor *f)
{
    double t = now_us();

    must_write(f->fd, f->p, f->size);
    if (fdatasync(f->fd) != 0)
        exit(1);
    return now_us() - t;
}

static void floor_close(struct floor *f)
{
    close(f->fd);
    free(f->p);
}

static void put(const void *p, size_t n, int number)
{
    struct arena *a = arena_create(1 << 20);
    char key[64];
    int len = snprintf(key, sizeof key, "bench/%08x-%d", (unsigned)number * 2654435761u, number);

    must(object_put_bytes(o, a, "bench", key, (size_t)len, p, n, NULL, NULL, NULL, &err));
    arena_destroy(a);
}

static int small_write(struct db *db, void *arg, struct err *e)
{
    return db_run(db, NULL, e,
                  "UPDATE buckets SET created_ms = created_ms + 1 WHERE name = 'bench'", "");
}

#define RUNS_MAX 1000

/* An operation and its floors in turn, so that what else the machine does falls on all of them.
 * `size` 0: the commit of one row. */
static void beside_floors(const char *name, size_t size, int n)
{
    static double took[RUNS_MAX], small[RUNS_MAX], same[RUNS_MAX];
    char *p = calloc(1, size + 1);
    struct floor f4, fs;

    floor_open(&f4, 4096);
    floor_open(&fs, size ? size : 1);
    for (int i = 0; i < n; i++) {
        small[i] = floor_once(&f4);
        if (size > 4096)
            same[i] = floor_once(&fs);
        double t = now_us();
        if (size)
            put(p, size, next_key++);
        else
            must(store_write(s, small_write, NULL, &err));
        took[i] = now_us() - t;
    }
    double us = median(took, (size_t)n), floor = median(small, (size_t)n);
    printf("%-20s %7.0f us  (worst %7.0f)  %5.2f x 4 KiB appended + fdatasync (%.0f us)", name, us,
           took[n - 1], us / floor, floor);
    if (size > 4096) {
        floor = median(same, (size_t)n);
        printf("  %5.2f x the same bytes (%.0f us)", us / floor, floor);
    }
    putchar('\n');
    floor_close(&f4);
    floor_close(&fs);
    free(p);
}

static void bench_commit(void)
{
    beside_floors("commit of one row", 0, 600);
}

static void bench_put(void)
{
    beside_floors("PutObject 1 KiB", 1024, 600);
    beside_floors("PutObject 4 KiB", 4096, 600);
    beside_floors("PutObject 16 KiB", 16384, 600);
    beside_floors("PutObject 17 KiB", 17000, 300);
    beside_floors("PutObject 64 KiB", 65536, 300);
    beside_floors("PutObject 256 KiB", 1 << 18, 200);
    beside_floors("PutObject 1 MiB", 1 << 20, 100);
}

struct writer {
    pthread_t thread;
    int first, n;
};

static void *write_many(void *arg)
{
    struct writer *w = arg;
    char p[1024] = "";

    for (int i = 0; i < w->n; i++)
        put(p, sizeof p, w->first + i);
    return NULL;
}

static double rate(int threads, int each)
{
    struct writer w[64];
    double t = now_us();

    for (int i = 0; i < threads; i++) {
        w[i] = (struct writer){.first = next_key, .n = each};
        next_key += each;
        if (pthread_create(&w[i].thread, NULL, write_many, &w[i]) != 0)
            exit(1);
    }
    for (int i = 0; i < threads; i++)
        pthread_join(w[i].thread, NULL);
    return threads * each / ((now_us() - t) / 1e6);
}

/* In turn, for the same reason. */
static void bench_writers(void)
{
    double one[5], many[5];

    for (int i = 0; i < 5; i++) {
        one[i] = rate(1, 300);
        many[i] = rate(64, 60);
    }
    double few = median(one, 5), lots = median(many, 5);
    printf("%-20s %7.0f /s  %5.2f x one writer (%.0f /s)\n", "PutObject 1 KiB x 64", lots,
           lots / few, few);
}

/* Rows straight into the tables: only the listing is measured. */
static int fill(struct db *db, void *arg, struct err *e)
{
    int64_t id, first = *(int64_t *)arg;
    char key[64];

    if (db_get_int(db, &id, e, "SELECT id FROM buckets WHERE name = 'list'", "") != 1)
        return -1;
    for (int64_t i = first; i < first + 20000 && i < n_keys; i++) {
        int len = snprintf(key, sizeof key, "data/part-%05lld/file-%05lld.parquet",
                           (long long)(i / 1000), (long long)(i % 1000));
        if (db_run(db, NULL, e,
                   "INSERT INTO objects (bucket, key, size, modified_ms, etag, blob, body)"
                   " VALUES ($1, $2, 123456, 1700000000000, '5eb63bbbe01eeed093cb22bb8f5acdc3',"
                   " 'ab/0123456789abcdef0123456789abcdef', 0)",
                   "ib", id, key, (size_t)len) != 0)
            return -1;
    }
    return 0;
}

static void list_page(const char *what, const char *prefix, const char *delimiter)
{
    double v[50];
    struct object_page page;
    struct object_list l = {.prefix = prefix,
                            .prefix_len = strlen(prefix),
                            .delimiter = delimiter,
                            .delimiter_len = strlen(delimiter),
                            .max = 1000};

    for (int i = 0; i < 50; i++) {
        struct arena *a = arena_create(16 << 20);
        double t = now_us();
        must(object_list(o, a, "list", &l, &page, &err));
        v[i] = now_us() - t;
        arena_destroy(a);
    }
    double first = v[0];
    printf("%-30s %7.0f us   (first %.0f us; %zu keys, %zu prefixes)\n", what, median(v, 50), first,
           page.n_items, page.n_prefixes);
}

static void bench_list(void)
{
    must(bucket_create(o, "list", "us-east-1", &err));
    for (int64_t i = 0; i < n_keys; i += 20000)
        must(store_write(s, fill, &i, &err));
    close_store();
    open_store();
    printf("a bucket of %lld keys:\n", (long long)n_keys);
    list_page("  delimiter, one prefix", "", "/");
    list_page("  delimiter, 1,000 prefixes", "data/", "/");
    list_page("  delimiter, 1,000 keys", "data/part-00500/", "/");
    list_page("  no delimiter, 1,000 keys", "", "");
    double t = now_us();
    for (int i = 0; i < 20000; i++) {
        struct arena *a = arena_create(1 << 20);
        struct object_info info;
        int r = object_head(o, a, "bench", "bench/none", 10, &info, &err);
        if (r == 0)
            exit(1);
        arena_destroy(a);
    }
    printf("%-30s %7.0f /s\n", "HeadObject, one thread", 20000 / ((now_us() - t) / 1e6));
}

static double put_large(unsigned digests)
{
    const size_t piece = 64 * 1024;
    char *p = malloc(piece);
    struct object_writer *w;
    struct arena *a = arena_create(1 << 20);

    memset(p, 'x', piece);
    double t = now_us();
    must(object_writer_create(o, digests, (int64_t)large_mib << 20, &w, &err));
    for (size_t i = 0; i < large_mib * 16; i++)
        must(object_writer_write(w, p, piece, &err));
    double written = now_us() - t;
    must(object_put(o, a, "bench", "large", 5, w, NULL, NULL, NULL, &err));
    t = now_us() - t;
    object_writer_destroy(w);
    arena_destroy(a);
    free(p);
    printf("  put: %.2f s written, %.2f s synced and committed\n", written / 1e6,
           (t - written) / 1e6);
    return t;
}

/* What `cp` does, from a file in the page cache, with its data synced at the end or not. */
static double copy_large(bool sync)
{
    const size_t piece = 256 * 1024;
    char from[300], to[300], *p = malloc(piece);

    memset(p, 'x', piece);
    snprintf(from, sizeof from, "%s/from", dir);
    snprintf(to, sizeof to, "%s/to", dir);
    int in = open(from, O_CREAT | O_TRUNC | O_RDWR | O_CLOEXEC, 0644);
    for (size_t i = 0; i < large_mib * 4; i++)
        must_write(in, p, piece);
    fsync(in);
    int out = open(to, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0644);
    lseek(in, 0, SEEK_SET);
    double t = now_us();
    for (size_t i = 0; i < large_mib * 4; i++) {
        if (read(in, p, piece) != (ssize_t)piece)
            exit(1);
        must_write(out, p, piece);
    }
    if (sync)
        fdatasync(out);
    t = now_us() - t;
    close(in);
    close(out);
    unlink(from);
    unlink(to);
    free(p);
    return t;
}

static double digest_large(unsigned algs)
{
    const size_t piece = 256 * 1024;
    char *p = malloc(piece);
    struct digest_set *d = digest_set_create(algs);
    uint8_t ret[DIGEST_MAX];

    memset(p, 'x', piece);
    double t = now_us();
    for (size_t i = 0; i < large_mib * 4; i++)
        digest_set_update(d, p, piece);
    for (int alg = 0; alg < DIGEST_COUNT; alg++) {
        if (algs & 1u << alg)
            digest_set_final(d, (enum digest_alg)alg, ret);
    }
    t = now_us() - t;
    digest_set_destroy(d);
    free(p);
    return t;
}

static void bench_large(void)
{
    const unsigned md5 = 1u << DIGEST_MD5, crc = md5 | 1u << DIGEST_CRC32,
                   sha = md5 | 1u << DIGEST_SHA256;
    const unsigned algs[] = {md5, crc, sha};
    static const char *const names[] = {"MD5", "MD5 + CRC32", "MD5 + SHA256"};

    printf("PUT of %zu MiB:\n", large_mib);
    for (int i = 0; i < 3; i++) {
        double cp = copy_large(false), cp_sync = copy_large(true), digest = digest_large(algs[i]);
        double us = put_large(algs[i]);
        printf(
            "  %-16s %.2f s; cp %.2f s + digest %.2f s: %.2f x as fast; with cp synced (%.2f s): "
            "%.2f x\n",
            names[i], us / 1e6, cp / 1e6, digest / 1e6, (cp + digest) / us, cp_sync / 1e6,
            (cp_sync + digest) / us);
    }
}

static long resident_kib(void)
{
    char text[4096] = "";
    int fd = open("/proc/self/status", O_RDONLY | O_CLOEXEC);
    ssize_t n = read(fd, text, sizeof text - 1);
    const char *at = n > 0 ? strstr(text, "VmRSS:") : NULL;

    close(fd);
    return at ? strtol(at + 6, NULL, 10) : 0;
}

static void bench_open(void)
{
    double v[20];
    long before = resident_kib();

    close_store();
    for (int i = 0; i < 20; i++) {
        double t = now_us();
        open_store();
        v[i] = now_us() - t;
        close_store();
    }
    printf("%-30s %7.0f us\n", "opening a store that is there", median(v, 20));
    open_store();
    printf("%-30s %7ld KiB (process before: %ld KiB)\n", "resident, store open", resident_kib(),
           before);
}

static void bench_series(void)
{
    struct series *series;
    double v[1000];

    must(series_open(dir, &series, &err));
    for (int i = 0; i < 1000; i++) {
        struct series_point p = {"NS", "loss", "[]", "None", i, 1, 1, 1, 1};
        double t = now_us();
        must(series_put(series, &p, 1, &err));
        v[i] = now_us() - t;
    }
    series_close(series);
    printf("%-30s %7.0f us\n", "a point of a metric", median(v, 1000));
}

static const struct {
    const char *name;
    void (*run)(void);
} benches[] = {{"open", bench_open},       {"commit", bench_commit}, {"put", bench_put},
               {"writers", bench_writers}, {"series", bench_series}, {"list", bench_list},
               {"large", bench_large}};

static bool wanted(const char *name, int n, char **names)
{
    for (int i = 0; i < n; i++) {
        if (strcmp(names[i], name) == 0)
            return true;
    }
    return n == 0;
}

int main(int argc, char **argv)
{
    const char *root = "/tmp";
    int at = 1;

    for (; at + 1 < argc && argv[at][0] == '-'; at += 2) {
        if (strcmp(argv[at], "--dir") == 0)
            root = argv[at + 1];
        else if (strcmp(argv[at], "--keys") == 0)
            n_keys = strtoll(argv[at + 1], NULL, 10);
        else if (strcmp(argv[at], "--mib") == 0)
            large_mib = strtoul(argv[at + 1], NULL, 10);
    }
    setvbuf(stdout, NULL, _IOLBF, 0);
    snprintf(dir, sizeof dir, "%s/bench-store-XXXXXX", root);
    if (!mkdtemp(dir)) {
        perror(dir);
        return 1;
    }
    double t = now_us();
    open_store();
    printf("%-30s %7.0f us\n", "making a store", now_us() - t);
    must(bucket_create(o, "bench", "us-east-1", &err));
    for (size_t i = 0; i < sizeof benches / sizeof *benches; i++) {
        if (wanted(benches[i].name, argc - at, argv + at))
            benches[i].run();
    }
    close_store();
    must(fs_remove_tree(dir, &err));
    return 0;
}
