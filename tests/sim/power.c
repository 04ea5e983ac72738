/* Power cuts: a workload is recorded change by change, cut after each of them, and what the disk
 * then holds is given to a new engine, which must keep every promise and bring everything to an
 * end.
 *
 *   power STATES        until so many different disks were looked at; prints those that failed
 *   power =SEED:CUT:N   looks at one again
 *   power --broken      is the test any good? As if each kind of sync were left out, and as if each
 *                       kind of call were answered before its commit: it must find each of them
 *
 * Of each cut: nothing of what was not synced is there (N 0), all of it (N 1), some (N 2 …). The
 * recorder, the engine of a state and the plan are processes; what they tell lies in `shared`. */
#include "disk.h"
#include "life.h"
#include "plan.h"
#include "world.h"
#include "base/fs.h"
#include "base/text.h"
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define VARIANTS     6  /* of a cut */
#define VARIANTS_MAX 64 /* where something is to be found */
#define SEEN_MAX     (1 << 20)
#define WORKERS      2
#define STARTS       256 /* of jobs, in a plan */
#define BROKEN_BY    12  /* plans in which what is left out must be found */
#define FAILED_MAX   10
#define LACKS_MAX    30 /* syncs of one kind in one plan that are left out */

static struct shared {
    _Atomic uint64_t seen[SEEN_MAX]; /* hashes of images; 0: free */
    _Atomic int64_t states, cuts, failed;
} * shared;

/* Jobs whose program ran, and when. */
static struct {
    char id[64];
    int64_t at;
} starts[STARTS];
static int n_starts;
#define FAILURE_MAX 512
static char base[96]; /* of this process: data/, after/, the boots' ids */
static bool after_cut;

void life_disturb(void)
{
}

void job_started(const char *id)
{
    for (int i = 0; i < n_starts; i++)
        if (str_eq(starts[i].id, id))
            fail("job %s was started twice", id);
    if (n_starts == STARTS)
        fail("more jobs than any plan has");
    snprintf(starts[n_starts].id, sizeof(starts[0].id), "%s", id);
    starts[n_starts++].at = after_cut ? INT64_MAX : disk_len();
}

/* --- one state --- */

/* Text that ends with its line. */
static bool ends_whole(const char *path)
{
    char text[4096];
    FILE *f = fopen(path, "re");
    size_t n = f ? fread(text, 1, sizeof(text), f) : 0;

    if (f)
        fclose(f);
    return n > 0 && text[n - 1] == '\n' && !memchr(text, '\0', n);
}

static bool is_published(const char *name)
{
    static const char *const names[] = {"credentials", "stop", "shim.json", "exit.json"};

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (str_eq(name, names[i]))
            return true;
    return false;
}

/* Files that appear by a rename are whole or not there. */
static void check_files(const char *dir)
{
    struct dirent *e;
    struct stat st;
    char path[512];
    DIR *d = opendir(dir);

    while (d && (e = readdir(d))) {
        snprintf(path, sizeof(path), "%s/%s", dir, e->d_name);
        if (e->d_name[0] == '.' || lstat(path, &st) != 0)
            continue;
        if (S_ISDIR(st.st_mode))
            check_files(path);
        else if (is_published(e->d_name) && !ends_whole(path))
            fail("%s is there and not whole", path + strlen(life.dir) + 1);
    }
    if (d)
        closedir(d);
}

/* The engine that starts on what the cut left. Never returns. */
static _Noreturn void look(int64_t cut)
{
    static struct machine own;
    static struct clients told;

    own = *m;
    m = &own;
    told = *clients;
    clients = &told;
    clients->calm = true;
    clients->actions = 0;
    m->wall_ms += 60000;
    m->mono_ms = 500;
    m->boot_id = arena_printf(arena_create(4096), "%s/boot-2", base);
    int n = 0;
    for (int i = 0; i < n_starts; i++)
        if (starts[i].at <= cut)
            starts[n++] = starts[i];
    n_starts = n;
    after_cut = true;
    sys = machine_sys();
    life.now = NULL;
    jobs_cut_off();
    snprintf(life.dir, sizeof(life.dir), "%s/after", base);
    check_files(life.dir);
    life_begin();
    life_live();
    const char *wrong = promises_check(cut);
    if (wrong)
        fail("%s", wrong);
    life_end();
    wrong = check_all(arena_create((size_t)1 << 30), life.dir);
    if (wrong)
        fail("%s", wrong);
    _exit(0);
}

static bool passes(struct view *v, int64_t cut)
{
    char dir[128];
    struct err err;
    int status;

    snprintf(dir, sizeof(dir), "%s/after", base);
    view_write(v, dir);
    life.failure[0] = '\0';
    pid_t pid = fork();
    if (pid == 0)
        look(cut);
    if (pid < 0 || waitpid(pid, &status, 0) != pid)
        die("fork");
    if (WIFSIGNALED(status))
        snprintf(life.failure, FAILURE_MAX, "ended by signal %d", WTERMSIG(status));
    if (fs_remove_tree(dir, &err) != 0)
        die("%s", err.msg);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static uint64_t image(struct view *v, int n)
{
    return view_image(v,
                      n == 0   ? LOSS_ALL
                      : n == 1 ? LOSS_NONE
                               : LOSS_PART,
                      life.seed * VARIANTS_MAX + (uint64_t)n);
}

/* What was promised and begun by then: a disk that held before may be wrong from here on. */
static uint64_t due(int64_t cut)
{
    uint64_t n = 0;

    for (int i = 0; i < clients->n_promises; i++)
        n += clients->promises[i].kept && clients->promises[i].kept <= cut;
    for (int i = 0; i < n_starts; i++)
        n += starts[i].at <= cut;
    return n;
}

static bool is_new(uint64_t key)
{
    key = key ? key : 1;
    for (uint64_t i = key % SEEN_MAX;; i = (i + 1) % SEEN_MAX) {
        uint64_t have = 0;
        if (atomic_compare_exchange_strong(&shared->seen[i], &have, key))
            return true;
        if (have == key)
            return false;
    }
}

/* --- a plan --- */

static void write_boot(const char *name)
{
    char path[128];

    snprintf(path, sizeof(path), "%s/%s", base, name);
    FILE *f = fopen(path, "we");
    if (!f || fprintf(f, "%s\n", name) < 0 || fclose(f) != 0)
        die("write %s", path);
}

static void record(uint64_t seed)
{
    static char boot[128], run[128];

    life.seed = seed;
    life.files = true;
    life.now = disk_len;
    snprintf(base, sizeof(base), "/dev/shm/slipway-power-%d", (int)getpid());
    snprintf(life.dir, sizeof(life.dir), "%s/data", base);
    if (mkdir(base, 0700) != 0 || mkdir(life.dir, 0700) != 0)
        die("mkdir %s", life.dir);
    write_boot("boot-1");
    write_boot("boot-2");
    /* a plan is a process, and what it knows its own */
    m = xcalloc(1, sizeof(*m));
    clients = xcalloc(1, sizeof(*clients));
    machine_reset(m, seed);
    snprintf(boot, sizeof(boot), "%s/boot-1", base);
    m->boot_id = boot;
    snprintf(run, sizeof(run), "%s/run", base); /* beside the disk: executables only */
    m->run_dir = run;
    disk_record(life.dir);
    sys = disk_sys(machine_sys());
    life_begin();
    client_begin();
    life_live();
    life_end();
    sys = &sys_real;
}

static void forget(void)
{
    struct err err;

    if (fs_remove_tree(base, &err) != 0)
        die("%s", err.msg);
}

static bool look_at(struct view *v, int64_t cut, int n)
{
    if (passes(v, cut))
        return true;
    printf("power =%llu:%lld:%d failed: %s\n", (unsigned long long)life.seed, (long long)cut, n,
           life.failure);
    fflush(stdout);
    return ++shared->failed < FAILED_MAX;
}

static void explore(uint64_t seed, int64_t states)
{
    record(seed);
    struct view *v = view_create(NULL);
    bool going = true;
    for (int64_t cut = 0; cut <= disk_len() && going; cut++) {
        view_advance(v, cut);
        shared->cuts++;
        for (int n = 0; n < VARIANTS && going; n++) {
            uint64_t hash = image(v, n), with = hash ^ due(cut) * 0x9e3779b97f4a7c15u;
            bool other_disk = is_new(hash);
            if (other_disk)
                going = shared->states++ < states;
            /* also one that was looked at when less had been promised */
            if (going && ((with != hash && is_new(with)) || other_disk))
                going = look_at(v, cut, n);
        }
    }
    forget();
}

/* --- is the test any good? --- */

/* Does one of so many disks at this cut not hold? */
static bool breaks(struct view *v, int64_t cut, int variants)
{
    view_advance(v, cut);
    for (int n = 0; n < variants; n++) {
        image(v, n);
        if (!passes(v, cut))
            return true;
    }
    return false;
}

/* As if syncs of this kind were left out: looks at some moments after each of them. */
static bool lack_found(const char *site)
{
    static const int64_t after[] = {1, 2, 3, 4, 6, 8, 16, 64, 256};
    char *close_by = xcalloc(1, (size_t)disk_len() + 1); /* 1: some way after one, 2: next to it */
    struct view *v = view_create(site);
    bool is = false;

    close_by[disk_len()] = 1;
    for (int64_t at = 0, i = 0; at < disk_len() && i < LACKS_MAX; at++) {
        if (disk_synced(site, at + 1) != at)
            continue;
        i++;
        for (size_t k = 0; k < sizeof(after) / sizeof(after[0]); k++)
            if (at + after[k] <= disk_len() && close_by[at + after[k]] < 2)
                close_by[at + after[k]] = k < 2 ? 2 : 1;
    }
    for (int64_t cut = 0; cut <= disk_len() && !is; cut++)
        if (close_by[cut])
            is = breaks(v, cut, close_by[cut] == 2 ? VARIANTS_MAX : VARIANTS);
    view_destroy(v);
    free(close_by);
    return is;
}

/* As if this kind of call were answered before its commit. */
static bool early_found(enum promise_kind kind)
{
    for (int i = 0; i < clients->n_promises; i++) {
        struct promise *p = &clients->promises[i];
        int64_t kept = p->kept, at = disk_synced("meta.db-wal", kept);
        if (p->kind != kind || !kept || at < p->begun)
            continue;
        struct view *v = view_create(NULL);
        p->kept = at;
        bool is = breaks(v, at, VARIANTS);
        p->kept = kept;
        view_destroy(v);
        if (is)
            return true;
    }
    return false;
}

static struct verdict {
    char name[192];
    bool found;
    uint64_t seed;
    char how[FAILURE_MAX];
} * verdicts; /* shared */
static int *n_verdicts;

static struct verdict *verdict_of(const char *name)
{
    for (int i = 0; i < *n_verdicts; i++)
        if (str_eq(verdicts[i].name, name))
            return &verdicts[i];
    struct verdict *v = &verdicts[(*n_verdicts)++];
    snprintf(v->name, sizeof(v->name), "%s", name);
    return v;
}

static void judge(struct verdict *v, bool is_found)
{
    if (!is_found)
        return;
    v->found = true;
    v->seed = life.seed;
    snprintf(v->how, sizeof(v->how), "%s", life.failure);
    printf("%s: %s\n", v->name, v->how);
    fflush(stdout);
}

static void break_plan(uint64_t seed, int64_t ignored)
{
    const char *const *sites;
    char name[192];

    record(seed);
    int n = disk_sites(&sites);
    for (int i = 0; i < n; i++) {
        snprintf(name, sizeof(name), "no sync of %s", sites[i]);
        struct verdict *v = verdict_of(name);
        if (!v->found)
            judge(v, lack_found(sites[i]));
    }
    for (enum promise_kind k = 0; k < PROMISE_KINDS; k++) {
        snprintf(name, sizeof(name), "%s answered before its commit", promise_name(k));
        struct verdict *v = verdict_of(name);
        if (!v->found)
            judge(v, early_found(k));
    }
    forget();
}

/* --- processes --- */

/* Each plan has its own; the engines of its states write it. */
static void failure_open(void)
{
    life.failure =
        mmap(NULL, FAILURE_MAX, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (life.failure == MAP_FAILED)
        die("memory");
}

static void in_process(void (*fn)(uint64_t seed, int64_t states), uint64_t seed, int64_t states)
{
    int status;

    failure_open();
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        fn(seed, states);
        fflush(stdout);
        _exit(0);
    }
    if (pid < 0 || waitpid(pid, &status, 0) != pid)
        die("fork");
    if (status != 0) {
        printf("seed %llu: the recording ended with %d: %s\n", (unsigned long long)seed, status,
               life.failure);
        shared->failed++;
    }
    munmap(life.failure, FAILURE_MAX);
}

static int broken(void)
{
    int missed = 0;

    for (uint64_t seed = 1; seed <= BROKEN_BY; seed++)
        in_process(break_plan, seed, 0);
    for (int i = 0; i < *n_verdicts; i++) {
        const struct verdict *v = &verdicts[i];
        printf("%-60s %s\n", v->name, v->found ? v->how : "NOT FOUND");
        missed += !v->found;
    }
    printf("%d ways to break it, %d not found\n", *n_verdicts, missed);
    return missed || shared->failed;
}

static int many(int64_t states)
{
    for (uint64_t worker = 0; worker < WORKERS; worker++)
        if (fork() == 0) {
            for (uint64_t seed = 1 + worker; shared->states < states && shared->failed < FAILED_MAX;
                 seed += WORKERS)
                in_process(explore, seed, states);
            _exit(0);
        }
    while (wait(NULL) > 0)
        ;
    printf("%lld cuts, %lld different disks, %lld of them failed\n", (long long)shared->cuts,
           (long long)shared->states, (long long)shared->failed);
    return shared->failed != 0;
}

static int one(const char *which)
{
    unsigned long long seed;
    long long cut;
    int n;

    if (sscanf(which, "%llu:%lld:%d", &seed, &cut, &n) != 3)
        die("expected SEED:CUT:N");
    failure_open();
    record(seed);
    struct view *v = view_create(NULL);
    view_advance(v, cut);
    image(v, n);
    bool ok = look_at(v, cut, n);
    forget();
    return ok && !shared->failed ? 0 : 1;
}

int main(int argc, char **argv)
{
    const char *what = argc > 1 ? argv[1] : "1000";

    shared = mmap(NULL, sizeof(*shared) + 200 * sizeof(struct verdict) + sizeof(int),
                  PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        die("memory");
    verdicts = (struct verdict *)(shared + 1);
    n_verdicts = (int *)(verdicts + 200);
    signal(SIGUSR1, SIG_IGN); /* how jobs are told that somebody wants them to end */
    if (what[0] == '=')
        return one(what + 1);
    dup2(open("/dev/null", O_WRONLY | O_CLOEXEC), 2); /* what engines log */
    return str_eq(what, "--broken") ? broken() : many(strtoll(what, NULL, 10));
}
