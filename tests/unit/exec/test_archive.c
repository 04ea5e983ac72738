/* Archives through the helper: a round trip, and what strangers pack. */
#include "job_help.h"
#include <sys/wait.h>

static void make(const char *file, const char *python)
{
    char code[8192];
    const char *argv[] = {"/usr/bin/python3", "-c", code, NULL};

    snprintf(code, sizeof(code),
             "import tarfile, io\n"
             "t = tarfile.open('%s', 'w:gz')\n"
             "def add(name, data=b'x', **k):\n"
             "    i = tarfile.TarInfo(name); i.size = len(data)\n"
             "    for a, b in k.items(): setattr(i, a, b)\n"
             "    t.addfile(i, io.BytesIO(data))\n"
             "S, L, D, F = tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE\n"
             "%s\n"
             "t.close()\n",
             file, python);
    pid_t pid = fork();
    if (pid == 0) {
        execv(argv[0], (char *const *)argv);
        _exit(127);
    }
    int status = -1;
    waitpid(pid, &status, 0);
    CHECK_INT(status, 0);
}

static int mode_of(const char *base, const char *name)
{
    char path[PATH_MAX];
    struct stat st;

    snprintf(path, sizeof(path), "%.2000s/%s", base, name);
    return lstat(path, &st) == 0 ? (int)st.st_mode : -1;
}

TEST(unpacks_what_is_fine)
{
    struct fixture f;
    char tar[PATH_MAX], to[PATH_MAX];
    struct err err = {0};

    fixture_open(&f, &exec_process);
    snprintf(tar, sizeof(tar), "%.1000s/a.tar.gz", f.data);
    snprintf(to, sizeof(to), "%.1000s/out", f.data);
    make(tar,
         "add('./train.py', b'print(1)', mode=0o4755); add('pkg/sub/käse.txt'); add('empty/', b'', "
         "type=tarfile.DIRTYPE); add('pkg/link', b'', type=S, linkname='../train.py')\n"
         "add('pkg/hard', b'', type=L, linkname='pkg/sub/käse.txt'); add('train.py', b'two')\n"
         "add('pkg/again', b'', type=L, linkname='pkg/link')");
    CHECK_OK(archive_unpack(f.exec, tar, to, 1 << 20, &err), err);
    CHECK_INT(mode_of(to, "train.py"), S_IFREG | 0644);
    CHECK_INT(mode_of(to, "pkg/sub/käse.txt"), S_IFREG | 0644);
    CHECK_INT(mode_of(to, "pkg/hard"), S_IFREG | 0644);
    CHECK_INT(mode_of(to, "pkg/link") & S_IFMT, S_IFLNK);
    CHECK_INT(mode_of(to, "pkg/again") & S_IFMT, S_IFLNK);
    CHECK_INT(mode_of(to, "empty"), S_IFDIR | 0755);
    fixture_close(&f);
}

TEST(refuses_what_is_not)
{
    static const struct {
        const char *python, *names;
        enum err_code code;
    } cases[] = {
        {"add('../evil')", "../evil", ERR_INVALID},
        {"add('ok/../../evil')", "ok/../../evil", ERR_INVALID},
        {"add('/etc/evil')", "/etc/evil", ERR_INVALID},
        {"add('l', b'', type=S, linkname='/etc'); add('l/passwd')", "\"l\"", ERR_INVALID},
        {"add('l', b'', type=S, linkname='../x')", "\"l\"", ERR_INVALID},
        {"add('d/l', b'', type=S, linkname='../../x')", "\"d/l\"", ERR_INVALID},
        {"add('l', b'', type=S, linkname='a/../..')", "\"l\"", ERR_INVALID},
        {"add('d/x'); add('l', b'', type=S, linkname='d'); add('l/y')", "\"l/y\"", ERR_INVALID},
        {"add('l', b'', type=L, linkname='../../etc/passwd')", "\"l\"", ERR_INVALID},
        {"add('l', b'', type=L, linkname='/etc/passwd')", "\"l\"", ERR_INVALID},
        {"add('d/e/l', b'', type=S, linkname='../../x'); add('m', b'', type=L, linkname='d/e/l')",
         "\"m\"", ERR_INVALID},
        {"add('dev', b'', type=D, devmajor=1, devminor=3)", "\"dev\"", ERR_INVALID},
        {"add('pipe', b'', type=F)", "\"pipe\"", ERR_INVALID},
        {"add('a'); add('a/b')", "\"a/b\"", ERR_INVALID},
        {"add('x' * 300)", "xxx", ERR_INVALID},
        {"add('/'.join('d' * 200))", "d/d/d", ERR_INVALID},
        {"add('zeros', bytes(3000000))", "\"zeros\"", ERR_LIMIT},
        {"for i in range(5): add('z%d' % i, bytes(300000))", "\"z3\"", ERR_LIMIT},
        {"for i in range(3): add('h', b'1\\n400000\\n1\\n'.ljust(512, b'\\0') + b'x', pax_headers={"
         "'GNU.sparse.major': '1', 'GNU.sparse.minor': '0', 'GNU.sparse.name': 'holes%d' % i, "
         "'GNU.sparse.realsize': '400001'})",
         "\"holes2\"", ERR_LIMIT},
    };
    struct fixture f;
    char tar[PATH_MAX], to[PATH_MAX], evil[PATH_MAX];
    struct err err = {0};

    fixture_open(&f, &exec_process);
    snprintf(evil, sizeof(evil), "%.1000s/evil", f.data);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        snprintf(tar, sizeof(tar), "%.1000s/%zu.tar.gz", f.data, i);
        snprintf(to, sizeof(to), "%.1000s/out%zu", f.data, i);
        make(tar, cases[i].python);
        int rc = archive_unpack(f.exec, tar, to, 1 << 20, &err);
        CHECK(rc != 0);
        CHECK_INT(err.code, cases[i].code);
        CHECK(strstr(err.msg, cases[i].names) != NULL);
        CHECK(!fs_exists(to));
        if (rc == 0 || err.code != cases[i].code || !strstr(err.msg, cases[i].names))
            printf("  %s: %s\n", cases[i].python, rc ? err.msg : "unpacked");
    }
    CHECK(!fs_exists(evil));
    fixture_close(&f);
}

TEST(refuses_junk)
{
    struct fixture f;
    char tar[PATH_MAX], to[PATH_MAX];
    struct err err = {0};

    fixture_open(&f, &exec_process);
    snprintf(tar, sizeof(tar), "%.1000s/junk", f.data);
    snprintf(to, sizeof(to), "%.1000s/out", f.data);
    CHECK(archive_unpack(f.exec, tar, to, 1 << 20, &err) != 0);
    CHECK_OK(fs_replace(tar, "\x1f\x8bjunkjunkjunkjunk", 18, 0644, &err), err);
    CHECK(archive_unpack(f.exec, tar, to, 1 << 20, &err) != 0);
    CHECK_INT(err.code, ERR_INVALID);
    CHECK_OK(fs_replace(tar, "PK\3\4not a tar at all", 20, 0644, &err), err);
    CHECK(archive_unpack(f.exec, tar, to, 1 << 20, &err) != 0);
    CHECK_INT(err.code, ERR_INVALID);
    fixture_close(&f);
}

TEST(packs_what_a_job_left)
{
    struct fixture f;
    char dir[PATH_MAX], tar[PATH_MAX], again[PATH_MAX], to[PATH_MAX], path[PATH_MAX];
    struct err err = {0};
    cleanup_arena struct arena *a = arena_create(8 << 20);
    char *x, *y;
    size_t nx, ny;

    fixture_open(&f, &exec_process);
    struct job_spec spec = spec_of(
        &f, "pack-1", dir,
        ARGV(
            "/bin/sh", "-ec",
            "mkdir -p /opt/ml/model/code; cd /opt/ml/model; echo weights >w.bin; echo x >code/a.py;"
            "chmod 755 code/a.py; ln -s /etc/passwd l; : >empty; head -c 3000000 /dev/zero >big"));
    CHECK_INT(run_job(&f, &spec, NULL, NULL).exit_code, 0);
    snprintf(tar, sizeof(tar), "%.1000s/model.tar.gz", f.data);
    snprintf(again, sizeof(again), "%.1000s/again.tar.gz", f.data);
    snprintf(to, sizeof(to), "%.1000s/out", f.data);
    CHECK_OK(archive_pack(f.exec, dir, "model", tar, &err), err);
    /* what an earlier engine's helper still writes to is left alone */
    int earlier = open(again, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    CHECK_INT(write(earlier, "half", 4), 4);
    CHECK_OK(archive_pack(f.exec, dir, "model", again, &err), err);
    CHECK_INT(write(earlier, "more", 4), 4);
    close(earlier);
    CHECK_OK(fs_read(a, tar, 1 << 20, &x, &nx, &err), err);
    CHECK_OK(fs_read(a, again, 1 << 20, &y, &ny, &err), err);
    CHECK(nx == ny && memcmp(x, y, nx) == 0);
    CHECK_OK(archive_unpack(f.exec, tar, to, 8 << 20, &err), err);
    CHECK_INT(mode_of(to, "code/a.py"), S_IFREG | 0755);
    CHECK_INT(mode_of(to, "empty"), S_IFREG | 0644);
    CHECK_INT(mode_of(to, "l"), -1);
    snprintf(path, sizeof(path), "%.2000s/w.bin", to);
    CHECK_OK(fs_read(a, path, 100, &x, &nx, &err), err);
    CHECK_STR(x, "weights\n");
    /* nothing there is an empty archive, as AWS makes it */
    snprintf(path, sizeof(path), "%.1000s/none.tar.gz", f.data);
    CHECK_OK(archive_pack(f.exec, dir, "output/data", path, &err), err);
    snprintf(to, sizeof(to), "%.1000s/none", f.data);
    CHECK_OK(archive_unpack(f.exec, path, to, 1000, &err), err);
    CHECK(archive_pack(f.exec, dir, "model", "/no/such/dir/x.tar.gz", &err) != 0);
    fixture_close(&f);
}
