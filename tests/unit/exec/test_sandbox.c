/* What a job can reach, by trying: run as root and as an ordinary user. */
#include "job_help.h"
#include "exec/exec_hints.h"
#include "exec/exec_process.h"
#include "base/fs.h"
#include "base/text.h"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/xattr.h>

/* A shell script as a job; its log. */
static struct job_status shell(struct fixture *f, struct arena *a, const char *id,
                               const char *script, bool network, char **ret_log)
{
    static char dir[PATH_MAX];
    struct job_spec spec = spec_of(f, id, dir, ARGV("/bin/sh", "-c", script));

    spec.network = network;
    spec.hosts = ARGV("algo-1");
    return run_job(f, &spec, a, ret_log);
}

/* --- what bubblewrap's refusals mean --- */

static const char *attr, *restricted;

static int hint_open(const char *path, int flags, mode_t mode)
{
    const char *text = str_eq(path, "/proc/self/attr/current") ? attr
                       : str_eq(path, "/proc/sys/kernel/apparmor_restrict_unprivileged_userns")
                           ? restricted
                           : "1\n";
    int fd = memfd_create("hint", MFD_CLOEXEC);
    struct err err;

    CHECK(fd >= 0 && fs_write_all(fd, text, strlen(text), &err) == 0 &&
          lseek(fd, 0, SEEK_SET) == 0);
    return fd;
}

TEST(refusals_name_their_cause)
{
    const char *clone = "bwrap: Creating new namespace failed: Permission denied";
    const char *proc = "bwrap: Can't mount proc on /proc: Operation not permitted";
    const struct {
        const char *attr, *restricted, *said, *begins, *has;
    } cases[] = {
        {"unconfined\n", "1\n", clone, "let AppArmor allow bubblewrap", "doctor"},
        {"bwrap-slipway (unconfined)\n", "1\n", clone, "let AppArmor allow bubblewrap", "doctor"},
        {"unconfined\n", "0\n", clone, "in a container", "apparmor=unconfined --cap-add"},
        {"shell (enforce)\n", "1\n", clone, "let AppArmor's profile \"shell\" allow",
         "in a container"},
        {"unconfined\n", "1\n", proc, "in a container", "systempaths=unconfined"},
    };
    struct sys_ops fake = sys_real;
    char hint[512];

    fake.open = hint_open;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        attr = cases[i].attr;
        restricted = cases[i].restricted;
        sys = &fake;
        bool known = exec_namespace_hint(cases[i].said, hint, sizeof(hint));
        sys = &sys_real;
        CHECK(known && str_starts(hint, cases[i].begins) && strstr(hint, cases[i].has));
    }
}

TEST(sees_only_what_it_was_given)
{
    struct fixture f;
    cleanup_arena struct arena *a = arena_create(64 << 20);
    char *log, script[8192], marker[1100];
    const char *home = getenv("HOME");

    fixture_open(&f, &exec_process);
    snprintf(marker, sizeof(marker), "%.1000s/jobs/secret", f.data);
    close(open(marker, O_WRONLY | O_CREAT, 0644));
    snprintf(script, sizeof(script),
             "ls -A /home /mnt /srv; ls -A /root; ls -A /opt; ls /tmp;"
             "for f in '%s' '%.1000s/jobs' '%.1000s/.bashrc' '%.1000s/.ssh' /etc/shadow "
             "/etc/ssl/private /boot"
             "  /sys /lost+found /var/run/docker.sock /dev/vda /dev/sda /dev/mem /dev/kmsg"
             "  /proc/kcore; do [ -e \"$f\" ] && cat \"$f\" >/dev/null && echo \"sees $f\"; done;"
             "cat /etc/passwd | wc -l; id -u; id -g; hostname; ls /proc | grep -c '^[0-9]'; true",
             marker, f.data, home ? home : "/nowhere", home ? home : "/nowhere");
    struct job_status st = shell(&f, a, "see-1", script, true, &log);
    CHECK_INT(st.exit_code, 0);
    CHECK(!strstr(log, "sees"));
    CHECK(strstr(log, "ml\nslipway\n") == strstr(log, "ml"));
    CHECK(strstr(log, "2\n0\n0\nalgo-1\n"));
    fixture_close(&f);
}

TEST(has_no_privileges)
{
    struct fixture f;
    cleanup_arena struct arena *a = arena_create(64 << 20);
    char *log;

    fixture_open(&f, &exec_process);
    shell(&f, a, "priv-1",
          "grep -E '^(CapEff|CapPrm|CapBnd|NoNewPrivs|Seccomp):' /proc/self/status;"
          "t() { \"$@\" >/dev/null 2>&1 && echo \"allowed: $*\"; };"
          "t unshare -U true; t unshare -m true; t mount -t tmpfs x /mnt; t umount /usr;"
          "t touch /usr/x; t touch /usr/bin/x; t sh -c 'echo 1 > /proc/sys/kernel/panic';"
          "t sh -c 'cat /proc/sys/kernel/core_pattern > /proc/sys/kernel/core_pattern';"
          "t sh -c 'echo 0 > /proc/sys/vm/drop_caches'; t sh -c 'echo x > /proc/sysrq-trigger';"
          "for f in $(find /proc -path '/proc/[0-9]*' -prune -o -type f -print 2>/dev/null); do"
          "  [ -w $f ] && echo \"allowed: write $f\"; done;"
          " t chroot / true; t mknod /tmp/d c 1 1;"
          "t chown 1:1 /tmp; t nsenter -t 1 -m true; t dmesg; t keyctl show; true",
          true, &log);
    CHECK(strstr(log, "CapPrm:\t0000000000000000"));
    CHECK(strstr(log, "CapEff:\t0000000000000000"));
    CHECK(strstr(log, "CapBnd:\t0000000000000000"));
    CHECK(strstr(log, "NoNewPrivs:\t1"));
    CHECK(strstr(log, "Seccomp:\t2"));
    CHECK(!strstr(log, "allowed"));
    if (strstr(log, "allowed"))
        printf("%s", log);
    fixture_close(&f);
}

TEST(system_calls_are_refused)
{
    struct fixture f;
    char dir[PATH_MAX], *log;
    cleanup_arena struct arena *a = arena_create(64 << 20);
    /* clone(CLONE_NEWUSER), clone3, keyctl, bpf, perf_event_open, TIOCSTI, unshare, userfaultfd,
     * open_by_handle_at, mount, io_uring_setup; by number, for x86-64 and arm64 */
    const char *code = "import ctypes, errno, platform, os\n"
                       "libc = ctypes.CDLL(None, use_errno=True)\n"
                       "arm = platform.machine() == 'aarch64'\n"
                       "def call(name, x86, aarch, *args):\n"
                       "    rc = libc.syscall(ctypes.c_long(aarch if arm else x86), "
                       "*[ctypes.c_long(a) for a in args])\n"
                       "    print(name, rc if rc >= 0 else errno.errorcode[ctypes.get_errno()])\n"
                       "call('clone', 56, 220, 0x10000000 | 17, 0, 0, 0, 0)\n"
                       "call('clone3', 435, 435, 0, 0)\n"
                       "call('unshare', 272, 97, 0x10000000)\n"
                       "call('keyctl', 250, 219, 0, -3, 0)\n"
                       "call('bpf', 321, 280, 0, 0, 0)\n"
                       "call('perf', 298, 241, 0, 0, -1, -1, 0)\n"
                       "call('userfaultfd', 323, 282, 0)\n"
                       "call('handle', 304, 265, 0, 0, 0)\n"
                       "call('mount', 165, 40, 0, 0, 0, 0, 0)\n"
                       "call('uring', 425, 425, 1, 0)\n"
                       "call('tiocsti', 16, 29, 0, 0x5412, 0)\n"
                       "call('tiocsti64', 16, 29, 0, 0x100005412, 0)\n"
                       "call('kexec', 246, 104, 0, 0, 0, 0)\n"
                       "pid = os.fork()\n"
                       "if pid == 0: os._exit(7)\n"
                       "print('fork', os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))\n";

    fixture_open(&f, &exec_process);
    struct job_spec spec = spec_of(&f, "calls-1", dir, ARGV("/usr/bin/python3", "-c", code));
    run_job(&f, &spec, a, &log);
    CHECK_STR(log,
              "clone EPERM\nclone3 ENOSYS\nunshare EPERM\nkeyctl EPERM\nbpf EPERM\nperf EPERM\n"
              "userfaultfd EPERM\nhandle EPERM\nmount EPERM\nuring EPERM\ntiocsti EPERM\n"
              "tiocsti64 EPERM\nkexec EPERM\nfork 7\n");
    fixture_close(&f);
}

/* A server on loopback that the job may or may not reach. */
TEST(network_only_when_given)
{
    struct fixture f;
    cleanup_arena struct arena *a = arena_create(64 << 20);
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t len = sizeof(at);
    char *log, script[512];

    fixture_open(&f, &exec_process);
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    CHECK(bind(fd, (struct sockaddr *)&at, len) == 0 && listen(fd, 5) == 0);
    CHECK(getsockname(fd, (struct sockaddr *)&at, &len) == 0);
    snprintf(script, sizeof(script),
             "python3 -c \"import socket; socket.create_connection(('algo-1', %d), 2)\" 2>/dev/null"
             " && echo reached; grep -c : /proc/net/dev",
             ntohs(at.sin_port));
    shell(&f, a, "net-1", script, true, &log);
    CHECK(strstr(log, "reached"));
    shell(&f, a, "net-2", script, false, &log);
    CHECK_STR(log, "1\n");
    close(fd);
    fixture_close(&f);
}

/* The host's abstract Unix sockets are in the network's namespace. */
TEST(abstract_sockets)
{
    struct fixture f;
    cleanup_arena struct arena *a = arena_create(64 << 20);
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    char *log, script[512];

    if (syscall(SYS_landlock_create_ruleset, NULL, 0, 1) < 6) {
        printf("skipped: Landlock scopes no sockets before Linux 6.12\n");
        return;
    }
    fixture_open(&f, &exec_process);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    snprintf(at.sun_path + 1, sizeof(at.sun_path) - 1, "slipway-test-%d", (int)getpid());
    CHECK(bind(fd, (struct sockaddr *)&at, sizeof(at.sun_family) + 1 + strlen(at.sun_path + 1)) ==
              0 &&
          listen(fd, 5) == 0);
    snprintf(script, sizeof(script),
             "python3 -c \"import socket as s; a=s.socket(s.AF_UNIX); a.bind('\\0own'); a.listen();"
             "b=s.socket(s.AF_UNIX); b.connect('\\0own'); print('own');"
             "s.socket(s.AF_UNIX).connect('\\0%s'); print('host')\" 2>/dev/null",
             at.sun_path + 1);
    shell(&f, a, "abs-1", script, true, &log);
    CHECK_STR(log, "own\n");
    close(fd);
    fixture_close(&f);
}

TEST(an_input_never_changes)
{
    struct fixture f;
    char dir[PATH_MAX], blob[PATH_MAX], *log, *text;
    cleanup_arena struct arena *a = arena_create(64 << 20);
    struct err err = {0};
    struct stat before, after;
    size_t n;

    fixture_open(&f, &exec_process);
    snprintf(blob, sizeof(blob), "%.1000s/blob", f.data);
    CHECK_OK(fs_replace(blob, "immutable", 9, 0644, &err), err);
    stat(blob, &before);
    struct job_input inputs[] = {
        {.path = "input/data/a", .source = blob}, {.path = "input/data/b", .source = blob},
        {.path = "input/data/c", .source = blob}, {.path = "input/data/d", .source = blob},
        {.path = "input/data/e", .source = blob}, {.path = "input/data/f", .source = blob},
    };
    const char *code =
        "import os, mmap\n"
        "os.chdir('/opt/ml/input/data')\n"
        "os.chmod('a', 0o4777)\n"
        "open('a', 'a').write('more')\n"
        "os.truncate('b', 3)\n"
        "os.unlink('c')\n"
        "os.utime('d', (1, 1))\n"
        "f = open('e', 'r+b'); m = mmap.mmap(f.fileno(), 0); m[0:4] = b'XXXX'; m.flush()\n"
        "os.link('f', 'g'); open('g', 'w').write('other')\n"
        "try: os.setxattr('d', 'user.x', b'1')\n"
        "except OSError: pass\n"
        "print(open('e').read(), open('f').read(), sorted(os.listdir('.')))\n";
    struct job_spec spec = spec_of(&f, "blob-1", dir, ARGV("/usr/bin/python3", "-c", code));
    spec.inputs = inputs;
    spec.n_inputs = 6;
    run_job(&f, &spec, a, &log);
    CHECK_STR(log, "XXXXtable other ['a', 'b', 'd', 'e', 'f', 'g']\n");
    CHECK_OK(fs_read(a, blob, 100, &text, &n, &err), err);
    CHECK_STR(text, "immutable");
    stat(blob, &after);
    CHECK_INT(after.st_mode, before.st_mode);
    CHECK_INT(after.st_uid, before.st_uid);
    CHECK_INT(after.st_mtime, before.st_mtime);
    char value[8];
    CHECK(getxattr(blob, "user.x", value, sizeof(value)) < 0);
    fixture_close(&f);
}

TEST(dies_as_a_whole)
{
    struct fixture f;
    cleanup_arena struct arena *a = arena_create(64 << 20);
    char *log;

    fixture_open(&f, &exec_process);
    struct job_status st = shell(
        &f, a, "outlive-1",
        "(setsid nohup sleep 98761 >/dev/null 2>&1 &) ; (trap '' TERM HUP; sleep 98762) & exit 4",
        true, &log);
    CHECK_INT(st.cause, JOB_CAUSE_EXIT);
    CHECK_INT(st.exit_code, 4);
    CHECK_INT(system_has_process("sleep", "9876"), 0);
    fixture_close(&f);
}

TEST(kill_all_hits_nobody_else)
{
    struct fixture f;
    cleanup_arena struct arena *a = arena_create(64 << 20);
    char *log;

    fixture_open(&f, &exec_process);
    struct job_status st = shell(&f, a, "killall-1", "kill -9 -1; kill -9 1; exit 5", true, &log);
    CHECK_INT(st.phase, JOB_EXITED);
    CHECK_INT(st.exit_code, 5);
    fixture_close(&f);
}

TEST(dev_and_tmp_work)
{
    struct fixture f;
    cleanup_arena struct arena *a = arena_create(64 << 20);
    char *log;

    fixture_open(&f, &exec_process);
    struct job_status st =
        shell(&f, a, "dev-1",
              "set -e; echo x >/dev/null; head -c 4 /dev/urandom | wc -c; echo y >/dev/shm/a;"
              "echo z >/tmp/a; cat /tmp/a; echo $HOME $TMPDIR; echo q >$HOME/a; mkdir /data;"
              "echo here >out; cat /out; python3 -c 'import multiprocessing as m;"
              "q=m.Queue(); q.put(3); print(q.get()); print(len(m.Pool(2).map(str, [1,2])))'",
              true, &log);
    CHECK_INT(st.exit_code, 0);
    CHECK_STR(log, "4\nz\n/root /tmp\nhere\n3\n2\n");
    fixture_close(&f);
}

/* Sets what the machine was found to give. */
static void force(struct fixture *f, enum overlay overlay, enum outer outer)
{
    struct box *b = &((struct process_exec *)f->exec)->box;

    box_probe_overlay(b);
    b->overlay = overlay;
    b->outer = outer;
}

/* An input and an output, with whatever mounts there are. */
static void check_files(struct fixture *f, const char *id, enum job_sandbox sandbox)
{
    static char dir[PATH_MAX];
    cleanup_arena struct arena *a = arena_create(64 << 20);
    char blob[PATH_MAX], *log, *text;
    struct err err = {0};
    size_t n;

    snprintf(blob, sizeof(blob), "%.1000s/blob", f->data);
    CHECK_OK(fs_replace(blob, "12345", 5, 0644, &err), err);
    struct job_input inputs[] = {{.path = "in/a", .source = blob},
                                 {.path = "in/b", .source = blob},
                                 {.path = "in/c", .data = "c", .len = 1}};
    struct job_spec spec = spec_of(f, id, dir,
                                   ARGV("/bin/sh", "-c",
                                        "cd /opt/ml; cat in/*; echo 6 >>in/b; echo o >o; "
                                        "cat /proc/self/uid_map | tr -s ' '; echo t >$TMPDIR/t"));
    spec.inputs = inputs;
    spec.n_inputs = 3;
    spec.sandbox = sandbox;
    struct job_status st = run_job(f, &spec, a, &log);
    CHECK_INT(st.cause, JOB_CAUSE_EXIT);
    CHECK_INT(st.exit_code, 0);
    CHECK(str_starts(log, "1234512345c"));
    if (st.cause != JOB_CAUSE_EXIT || !str_starts(log, "1234512345c"))
        printf("%s: %s %s\n", id, st.message, log);
    CHECK_OK(job_read_file(dir, a, "in/b", 100, &text, &n, &err), err);
    CHECK_STR(text, "123456\n");
    CHECK_OK(job_read_file(dir, a, "o", 100, &text, &n, &err), err);
    CHECK_STR(text, "o\n");
    CHECK_OK(fs_read(a, blob, 100, &text, &n, &err), err);
    CHECK_STR(text, "12345");
}

TEST(other_ways_to_mount)
{
    struct fixture f;

    fixture_open(&f, &exec_process);
    check_files(&f, "way-found", SANDBOX_FULL);
    force(&f, OVERLAY_USER, OUTER_USERNS);
    check_files(&f, "way-userns", SANDBOX_FULL);
    check_files(&f, "way-userns-off", SANDBOX_OFF);
    force(&f, OVERLAY_USER, OUTER_BWRAP);
    check_files(&f, "way-bwrap", SANDBOX_FULL);
    check_files(&f, "way-bwrap-off", SANDBOX_OFF);
    force(&f, OVERLAY_NONE, OUTER_NONE);
    check_files(&f, "way-none", SANDBOX_FULL);
    force(&f, OVERLAY_NONE, geteuid() == 0 ? OUTER_NONE : OUTER_USERNS);
    check_files(&f, "way-none-off", SANDBOX_OFF);
    fixture_close(&f);
}

/* The environment of a job must not steer the programs that make its sandbox. */
TEST(environment_stays_inside)
{
    struct fixture f;
    char dir[PATH_MAX], *log;
    cleanup_arena struct arena *a = arena_create(64 << 20);

    fixture_open(&f, &exec_process);
    struct job_spec spec = spec_of(&f, "env-1", dir, ARGV("env"));
    spec.env = ARGV("LD_PRELOAD=/nowhere/evil.so", "LD_DEBUG=all", "ODD=a=b\nc", "EMPTY=");
    struct job_status st = run_job(&f, &spec, a, &log);
    CHECK_INT(st.cause, JOB_CAUSE_EXIT);
    CHECK(strstr(log, "ODD=a=b\nc\n"));
    CHECK(strstr(log, "EMPTY=\n"));
    CHECK(strstr(log, "HOME=/root\n"));
    fixture_close(&f);
}
