/* Runtimes: probing an interpreter, script mode, requirements. */
#include "job_help.h"
#include "exec/runtime.h"

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
