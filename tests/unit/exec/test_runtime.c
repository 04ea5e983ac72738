/* Runtimes: probing an interpreter, script mode, requirements. */
#include "job_help.h"
#include "exec/runtime.h"
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>

static const char *find_python(void)
{
    static char path[PATH_MAX];
    const char *named = getenv("SLIPWAY_TEST_PYTHON");

    if (named)
        return named;
    snprintf(path, sizeof(path), "/usr/bin/python3");
    return access(path, X_OK) == 0 ? path : NULL;
}

TEST(probes_an_interpreter)
{
    struct fixture f;
    cleanup_arena struct arena *a = arena_create(64 << 20);
    struct runtime_info rt, again;
    struct err err = {0};

    fixture_open(&f, &exec_process);
    CHECK_OK(runtime_probe(f.exec, a, find_python(), &rt, &err), err);
    CHECK(rt.version && rt.version[0] == '3');
    CHECK(rt.prefix && rt.prefix[0] == '/');
    CHECK(json_is(rt.packages, JSON_OBJECT));
    CHECK_OK(runtime_probe(f.exec, a, find_python(), &again, &err), err);
    CHECK_STR(again.version, rt.version);
    CHECK(json_equal(again.packages, rt.packages));
    CHECK(runtime_probe(f.exec, a, "/bin/true", &rt, &err) != 0);
    CHECK_INT(err.code, ERR_INVALID);
    CHECK(runtime_probe(f.exec, a, "/nowhere/python", &rt, &err) != 0);
    CHECK_INT(err.code, ERR_INVALID);
    fixture_close(&f);
}

/* Script mode with these hyperparameters and this code. */
static struct job_status train(struct fixture *f, struct arena *a, const char *id,
                               const char *parameters, const char *code, char dir[PATH_MAX],
                               char **ret_log)
{
    struct runtime_info rt;
    struct runtime_use use;
    struct err err = {0};
    struct job_input inputs[] = {
        {.path = "input/config/hyperparameters.json",
         .data = parameters,
         .len = strlen(parameters)},
        {.path = "input/config/inputdataconfig.json", .data = "{\"train\":{}}", .len = 12},
        {.path = "code/job.py", .data = code, .len = strlen(code)},
    };

    CHECK_OK(runtime_probe(f->exec, a, find_python(), &rt, &err), err);
    CHECK_OK(runtime_use(f->exec, a, &rt, SANDBOX_FULL, &use, &err), err);
    struct job_spec spec = spec_of(f, id, dir, use.train_argv);
    spec.env = use.env;
    spec.layers = use.layers;
    spec.n_layers = use.n_layers;
    spec.binds = use.binds;
    spec.n_binds = use.n_binds;
    spec.inputs = inputs;
    spec.n_inputs = 3;
    return run_job(f, &spec, a, ret_log);
}

TEST(script_mode)
{
    struct fixture f;
    char dir[PATH_MAX], *log, *text;
    cleanup_arena struct arena *a = arena_create(64 << 20);
    struct err err = {0};
    size_t n;

    fixture_open(&f, &exec_process);
    struct job_status st =
        train(&f, a, "train-1",
              "{\"sagemaker_program\":\"\\\"job.py\\\"\",\"n\":\"5\",\"name\":\"\\\"x "
              "y\\\"\",\"w\":\"raw\"}",
              "import os, sys\n"
              "print(sys.argv[1:], os.environ['SM_CHANNEL_TRAIN'], os.environ['SM_HP_N'],\n"
              "      os.environ['SM_HPS'], os.environ['SM_CHANNELS'], os.environ['SM_USER_ARGS'])\n"
              "open(os.environ['SM_MODEL_DIR'] + '/m.txt', 'w').write('model')\n",
              dir, &log);
    CHECK_INT(st.exit_code, 0);
    CHECK(strstr(log, "['-n', '5', '--name', 'x y', '-w', 'raw'] /opt/ml/input/data/train 5 "
                      "{\"n\":5,\"name\":\"x y\",\"w\":\"raw\"} [\"train\"] "
                      "[\"-n\",\"5\",\"--name\",\"x y\",\"-w\",\"raw\"]"));
    CHECK(strstr(log, "Reporting training SUCCESS"));
    CHECK_OK(job_read_file(dir, a, "model/m.txt", 100, &text, &n, &err), err);
    CHECK_STR(text, "model");
    if (st.exit_code != 0)
        printf("%s\n", log);
    fixture_close(&f);
}

TEST(script_mode_failure)
{
    struct fixture f;
    char dir[PATH_MAX], *log, *text;
    cleanup_arena struct arena *a = arena_create(64 << 20);
    struct err err = {0};
    size_t n;

    fixture_open(&f, &exec_process);
    struct job_status st = train(&f, a, "train-2", "{\"sagemaker_program\":\"job.py\"}",
                                 "raise ValueError('no such luck')\n", dir, &log);
    CHECK_INT(st.exit_code, 1);
    CHECK(strstr(log, "Traceback (most recent call last)"));
    CHECK_OK(job_read_file(dir, a, "output/failure", 1024, &text, &n, &err), err);
    CHECK(text && strstr(text, "ExecuteUserScriptError:\nExitCode 1\nErrorMessage \"") == text);
    CHECK(text && strstr(text, "ValueError: no such luck\"\nCommand \""));

    st = train(&f, a, "train-3", "{\"sagemaker_program\":\"other.py\"}", "", dir, &log);
    CHECK_INT(st.exit_code, 1);
    CHECK_OK(job_read_file(dir, a, "output/failure", 1024, &text, &n, &err), err);
    CHECK(text && strstr(text, "'other.py' is not in the source directory"));
    fixture_close(&f);
}

/* A package index on loopback with one wheel, served by a process of the test's. */
static pid_t start_index(const char *data, const char *python, int *ret_port)
{
    char script[PATH_MAX], line[64] = "";
    const char *code =
        "import http.server, os, sys, zipfile\n"
        "os.chdir(sys.argv[1]); os.makedirs('simple/tinydep')\n"
        "name = 'simple/tinydep/tinydep-1.0-py3-none-any.whl'\n"
        "z = zipfile.ZipFile(name, 'w')\n"
        "z.writestr('tinydep.py', 'VALUE = 42')\n"
        "d = 'tinydep-1.0.dist-info/'\n"
        "z.writestr(d + 'METADATA', 'Metadata-Version: 2.1\\nName: tinydep\\nVersion: 1.0\\n')\n"
        "z.writestr(d + 'WHEEL', 'Wheel-Version: 1.0\\nGenerator: t\\nRoot-Is-Purelib: true\\n"
        "Tag: py3-none-any\\n')\n"
        "z.writestr(d + 'RECORD', 'tinydep.py,,\\n%sMETADATA,,\\n%sWHEEL,,\\n%sRECORD,,\\n' % (d, "
        "d, d))\n"
        "z.close()\n"
        "open('simple/tinydep/index.html', 'w').write("
        "'<a href=\"tinydep-1.0-py3-none-any.whl\">tinydep-1.0-py3-none-any.whl</a>')\n"
        "class H(http.server.SimpleHTTPRequestHandler):\n"
        "    def log_message(self, *a): pass\n"
        "s = http.server.ThreadingHTTPServer(('127.0.0.1', 0), H)\n"
        "print(s.server_address[1], flush=True); s.serve_forever()\n";
    int p[2];

    snprintf(script, sizeof(script), "%.1000s/index", data);
    CHECK_INT(mkdir(script, 0755), 0);
    CHECK_INT(pipe(p), 0);
    pid_t pid = fork();
    if (pid == 0) {
        dup2(p[1], 1);
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        execl(python, python, "-c", code, script, (char *)NULL);
        _exit(127);
    }
    close(p[1]);
    CHECK(read(p[0], line, sizeof(line) - 1) > 0);
    close(p[0]);
    *ret_port = (int)strtol(line, NULL, 10);
    return pid;
}

/* A venv of the fixture's, with pip; NULL where this machine cannot make one. */
static char *make_venv(struct fixture *f, struct arena *a)
{
    char *venv = arena_printf(a, "%s/venv", f->data);
    pid_t pid = fork();
    int status = -1;

    if (pid == 0) {
        int null = open("/dev/null", O_RDWR);
        dup2(null, 1);
        dup2(null, 2);
        execl(find_python(), find_python(), "-m", "venv", venv, (char *)NULL);
        _exit(127);
    }
    waitpid(pid, &status, 0);
    return status == 0 ? venv : NULL;
}

static bool has_file(const char *dir, const char *name)
{
    char path[PATH_MAX];

    snprintf(path, sizeof(path), "%.3000s/%s", dir, name);
    return fs_exists(path);
}

static struct job_spec runtime_spec(struct fixture *f, const char *id, char dir[PATH_MAX],
                                    const char *const *argv, const struct runtime_use *use)
{
    struct job_spec spec = spec_of(f, id, dir, argv);

    spec.env = use->env;
    spec.layers = use->layers;
    spec.n_layers = use->n_layers;
    spec.binds = use->binds;
    spec.n_binds = use->n_binds;
    return spec;
}

static const char import_code[] = "import tinydep; print('value', tinydep.VALUE)";

/* Inside the job, as AWS does it. */
static void check_in_job(struct fixture *f, struct arena *a, const struct runtime_info *rt,
                         const char *file)
{
    struct runtime_use use;
    struct err err = {0};
    char dir[PATH_MAX], *log;
    struct job_input inputs[] = {
        {.path = "input/config/hyperparameters.json",
         .data = "{\"sagemaker_program\":\"job.py\"}",
         .len = 30},
        {.path = "code/job.py", .data = import_code, .len = strlen(import_code)},
        {.path = "code/requirements.txt", .source = file},
    };

    CHECK_OK(runtime_use(f->exec, a, rt, SANDBOX_FULL, &use, &err), err);
    struct job_spec spec = runtime_spec(f, "req-1", dir, use.train_argv, &use);
    spec.inputs = inputs;
    spec.n_inputs = 3;
    CHECK_INT(run_job(f, &spec, a, &log).exit_code, 0);
    CHECK(strstr(log, "Successfully installed tinydep-1.0"));
    CHECK(strstr(log, "value 42"));
    CHECK(!has_file(rt->purelib, "tinydep.py"));
}

/* Once for all jobs. */
static void check_cached(struct fixture *f, struct arena *a, const struct runtime_info *rt,
                         const char *file)
{
    const char *over = NULL, *again = NULL;
    struct runtime_use use;
    struct err err = {0};
    char dir[PATH_MAX], *log;

    CHECK_OK(runtime_requirements(f->exec, a, rt, file, NULL, NULL, &over, &err), err);
    CHECK(over != NULL);
    CHECK_OK(runtime_requirements(f->exec, a, rt, file, NULL, NULL, &again, &err), err);
    CHECK_STR(again, over);
    CHECK_OK(runtime_use(f->exec, a, rt, SANDBOX_FULL, &use, &err), err);
    use.layers[0].over = over;
    struct job_spec spec = runtime_spec(f, "req-2", dir, ARGV("python", "-c", import_code), &use);
    CHECK_INT(run_job(f, &spec, a, &log).exit_code, 0);
    CHECK_STR(log, "value 42\n");
    CHECK(!has_file(rt->purelib, "tinydep.py"));
}

static void write_text(const char *file, const char *text)
{
    struct err err = {0};
    CHECK_OK(fs_replace(file, text, strlen(text), 0644, &err), err);
}

static bool at_once(void *ctx)
{
    (void)ctx;
    return true;
}

static void check_refused(struct fixture *f, struct arena *a, const struct runtime_info *rt,
                          const char *file)
{
    const char *over = NULL;
    struct err err = {0};

    write_text(file, "nosuchthing==9\n");
    CHECK(runtime_requirements(f->exec, a, rt, file, NULL, NULL, &over, &err) != 0);
    CHECK_INT(err.code, ERR_INVALID);
    CHECK(strstr(err.msg, "nosuchthing") != NULL);
    CHECK(runtime_requirements(f->exec, a, rt, file, at_once, NULL, &over, &err) != 0);
    CHECK_INT(err.code, ERR_CANCELLED);
    write_text(file, "-r other.txt\n");
    CHECK_OK(runtime_requirements(f->exec, a, rt, file, NULL, NULL, &over, &err), err);
    CHECK(over == NULL);
}

static bool in_env(const struct runtime_use *use, const char *word)
{
    for (const char *const *e = use->env; *e; e++)
        if (strcmp(*e, word) == 0)
            return true;
    return false;
}

static const char *bound_at(const struct runtime_use *use, const char *inside)
{
    for (size_t i = 0; i < use->n_binds; i++)
        if (strcmp(use->binds[i].inside, inside) == 0)
            return use->binds[i].host;
    return "";
}

TEST(pip_has_the_users_configuration_proxy_and_certificates)
{
    struct fixture f;
    cleanup_arena struct arena *a = arena_create(64 << 20);
    struct runtime_info rt;
    struct runtime_use use;
    struct err err = {0};

    fixture_open(&f, &exec_process);
    const char *conf = arena_printf(a, "%s/pip.conf", f.data);
    const char *ca = arena_printf(a, "%s/ca.pem", f.data);
    write_text(conf, "[global]\n");
    write_text(ca, "none\n");
    setenv("PIP_CONFIG_FILE", conf, 1);
    setenv("PIP_CERT", ca, 1);
    setenv("PIP_EXTRA_INDEX_URL", "http://index.example/simple", 1);
    setenv("HTTPS_PROXY", "http://proxy.example:3128", 1);
    CHECK_OK(runtime_probe(f.exec, a, find_python(), &rt, &err), err);
    CHECK_OK(runtime_use(f.exec, a, &rt, SANDBOX_FULL, &use, &err), err);
    CHECK_STR(bound_at(&use, "/root/.config/pip/pip.conf"), conf);
    CHECK_STR(bound_at(&use, "/opt/slipway/ca.pem"), ca);
    CHECK(in_env(&use, "PIP_CERT=/opt/slipway/ca.pem"));
    CHECK(in_env(&use, "PIP_EXTRA_INDEX_URL=http://index.example/simple"));
    CHECK(in_env(&use, "PIP_PROXY=http://proxy.example:3128"));
    CHECK(!in_env(&use, "HTTPS_PROXY=http://proxy.example:3128"));
    /* in a shell that `slipway env` has been in, HTTPS_PROXY is an engine */
    setenv("SLIPWAY_UPSTREAM_PROXY", "real.example:3128", 1);
    CHECK_OK(runtime_use(f.exec, a, &rt, SANDBOX_FULL, &use, &err), err);
    CHECK(in_env(&use, "PIP_PROXY=real.example:3128"));
    setenv("SLIPWAY_UPSTREAM_PROXY", "", 1);
    CHECK_OK(runtime_use(f.exec, a, &rt, SANDBOX_FULL, &use, &err), err);
    for (const char *const *e = use.env; *e; e++)
        CHECK(strncmp(*e, "PIP_PROXY=", 10) != 0);
    static const char *const names[] = {"PIP_CONFIG_FILE", "PIP_CERT", "PIP_EXTRA_INDEX_URL",
                                        "HTTPS_PROXY", "SLIPWAY_UPSTREAM_PROXY"};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        unsetenv(names[i]);
    fixture_close(&f);
}

TEST(requirements)
{
    struct fixture f;
    cleanup_arena struct arena *a = arena_create(64 << 20);
    struct runtime_info rt;
    struct err err = {0};
    int port = 0;

    fixture_open(&f, &exec_process);
    char *venv = make_venv(&f, a);
    if (!venv) {
        printf("skipped: this Python makes no venv with pip (apt-get install python3-venv)\n");
        fixture_close(&f);
        return;
    }
    pid_t index = start_index(f.data, find_python(), &port);
    setenv("PIP_INDEX_URL", arena_printf(a, "http://127.0.0.1:%d/simple", port), 1);
    setenv("PIP_CONFIG_FILE", "/dev/null", 1);
    const char *file = arena_printf(a, "%s/requirements.txt", f.data);
    write_text(file, "tinydep==1.0\n");
    CHECK_OK(runtime_probe(f.exec, a, arena_printf(a, "%s/bin/python", venv), &rt, &err), err);
    check_in_job(&f, a, &rt, file);
    check_cached(&f, a, &rt, file);
    check_refused(&f, a, &rt, file);
    kill(index, SIGKILL);
    waitpid(index, NULL, 0);
    unsetenv("PIP_INDEX_URL");
    unsetenv("PIP_CONFIG_FILE");
    fixture_close(&f);
}
