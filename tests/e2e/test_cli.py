"""The command line, as people and CI use it."""

import concurrent.futures
import json
import os
import pathlib
import pty
import re
import select
import shlex
import signal
import socket
import subprocess
import sys
import time

import harness
import pytest
import support
from harness import FOREIGN, ROOT, SLIPWAY, Engine

COMMANDS = """run check ps show why diff logs shell stop env exec runtime up down serve gc doctor help
    version""".split()


def clean(**more):
    env = {k: v for k, v in os.environ.items() if k not in FOREIGN and not k.startswith("SLIPWAY")}
    env.update({k: str(v) for k, v in more.items()})
    return env


def cli(*args, check=False, env=None, **more):
    return subprocess.run(
        [SLIPWAY, *map(str, args)],
        env=env or clean(),
        check=check,
        text=True,
        capture_output=True,
        timeout=120,
        **more,
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project whose interpreter is the one of these tests (it has boto3)."""
    root = tmp_path_factory.mktemp("project")
    (root / ".venv").symlink_to(sys.prefix)
    (root / "requirements.txt").write_text("boto3\n")
    return root


@pytest.fixture(scope="module")
def mine(project):
    """An engine for the commands that run something."""
    e = Engine(args=["--stop-grace", "2s"]).start()
    e.cli("runtime", "add", "slipway-test", support.PYTHON, "--everybody", cwd=project)
    yield e
    e.remove()


@pytest.fixture
def data(tmp_path):
    """A data directory; an engine that was started on it is ended."""
    yield tmp_path / "data"
    cli("down", "--data", tmp_path / "data")


# --- help ---


def test_help_reads_in_80_columns():
    got = cli("help")
    assert got.returncode == 0
    for text in got.stdout, cli("help", "settings").stdout:
        assert [line for line in text.splitlines() if len(line) > 80] == []
    for command in COMMANDS:
        assert re.search(rf"^   {command} +\S", got.stdout, re.M), command


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself(command):
    got = cli(command, "--help")
    assert got.returncode == 0 and got.stderr == ""
    assert f"usage: slipway {command}" in got.stdout
    assert "Exit codes" in got.stdout
    too_long = [line for line in got.stdout.splitlines() if len(line) > 80]
    assert too_long == []
    assert cli("help", command).stdout == got.stdout


def test_slips_of_the_pen():
    got = cli("shwo")
    assert got.returncode == 2 and "did you mean 'show'" in got.stderr
    got = cli("serve", "--lisen", "x")
    assert got.returncode == 2 and "did you mean --listen" in got.stderr
    got = cli("ps", "--max-jobs", "3")
    assert got.returncode == 2 and "no option --max-jobs" in got.stderr
    assert cli().returncode == 2
    assert cli("show", "a", "b").returncode == 2
    assert cli("run", "x.txt").returncode == 2
    assert cli("run").returncode == 2
    assert cli("env", "--format", "xml").returncode == 2


def test_version():
    text = cli("version").stdout
    version = json.loads(cli("version", "--json").stdout)["Version"]
    assert text == f"slipway {version}\n" == cli("--version").stdout


def test_every_setting_is_in_the_table_of_the_docs():
    table = cli("help", "--settings-markdown").stdout
    for flag in re.findall(r"--([a-z-]+)", cli("serve", "--help").stdout):
        if flag != "help":
            assert f"`--{flag}`" in table
    assert table == (ROOT / "docs" / "settings.md").read_text()  # made by this command


def test_a_closed_pipe_is_no_error():
    got = subprocess.run(
        ["sh", "-c", f"'{SLIPWAY}' help --settings-markdown | true"],
        capture_output=True,
        text=True,
        env=clean(),
    )
    assert got.stderr == ""


def test_a_full_disk_is_one():
    with open("/dev/full", "w") as full:
        got = subprocess.run([SLIPWAY, "help"], stdout=full, stderr=subprocess.PIPE, text=True)
    assert got.returncode == 1 and "No space left" in got.stderr


# --- serve: settings and refusals ---


def test_flags_win_over_variables_over_the_file(tmp_path):
    (tmp_path / "slipway.conf").write_text("# mine\nregion = eu-west-1\naccount=111122223333\n")
    got = cli("serve", "--data", tmp_path, env=clean(SLIPWAY_MAX_JOBS="none of your business"))
    assert got.returncode == 2 and "SLIPWAY_MAX_JOBS" in got.stderr
    e = Engine(
        data=str(tmp_path),
        args=["--max-jobs", "3"],
        env={"SLIPWAY_REGION": "eu-north-1", "SLIPWAY_MAX_JOBS": "2"},
    ).start()
    keys = e.credentials
    assert keys["AWS_DEFAULT_REGION"] == "eu-north-1"
    assert json.loads((tmp_path / "run" / "endpoint").read_text())["account"] == "111122223333"
    e.stop()


@pytest.mark.parametrize(
    "args, words",
    [
        (["--listen", "0.0.0.0:0"], ["0.0.0.0", "--tls on"]),
        (["--listen", "0.0.0.0:0", "--tls", "on", "--auth", "off"], ["loopback"]),
        (["--listen", "127.0.0.1:99999"], ["127.0.0.1:99999"]),
        (["--listen", "::1:80"], ["[::1]:80"]),
        (["--account", "12"], ["12 digits"]),
        (["--region", "US East"], ["US East"]),
        (["--max-jobs", "many"], ["max_jobs", "many", "whole number"]),
        (["--executor", "slurm"], ["executor", "slurm", "process dry"]),
        (["--stop-grace", "soon"], ["stop_grace", "soon", "30s"]),
        (["--tls-cert", "/x.pem"], ["tls_key"]),
    ],
)
def test_serve_refuses(tmp_path, args, words):
    got = cli("serve", "--data", tmp_path / "d", *args)
    assert got.returncode == 2
    for word in words:
        assert word in got.stderr
    assert not (tmp_path / "d").exists()


def test_a_broken_conf_is_named_with_its_line(tmp_path):
    (tmp_path / "slipway.conf").write_text("\nmax_jobs 4\n")
    got = cli("serve", "--data", tmp_path)
    assert got.returncode == 2 and "slipway.conf:2" in got.stderr


def test_a_taken_port_is_named(tmp_path):
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        s.listen()
        port = s.getsockname()[1]
        got = cli("serve", "--data", tmp_path, "--listen", f"127.0.0.1:{port}")
    assert got.returncode == 4
    assert str(port) in got.stderr and "--listen" in got.stderr
    assert not (tmp_path / "run" / "endpoint").exists()


def test_a_second_engine_on_the_same_directory_is_refused(mine):
    got = cli("serve", "--data", mine.data, "--listen", "127.0.0.1:0")
    assert got.returncode == 1
    assert "in use by another engine" in got.stderr and str(mine.process.pid) in got.stderr
    assert os.path.exists(os.path.join(mine.data, "run", "endpoint"))


def test_endpoint_is_there_while_it_serves(tmp_path):
    e = Engine(data=str(tmp_path / "d")).start()
    told = json.loads((tmp_path / "d" / "run" / "endpoint").read_text())
    assert told["url"] == e.endpoint and told["pid"] == e.process.pid
    assert os.stat(tmp_path / "d").st_mode & 0o077 == 0
    assert os.stat(tmp_path / "d" / "credentials").st_mode & 0o077 == 0
    assert e.stop() == 0
    assert not (tmp_path / "d" / "run" / "endpoint").exists()


def test_an_endpoint_left_by_a_crash_is_not_believed(tmp_path):
    e = Engine(data=str(tmp_path / "d")).start()
    e.kill()
    assert (tmp_path / "d" / "run" / "endpoint").exists()
    got = cli("down", "--data", tmp_path / "d")
    assert got.returncode == 0 and "no engine runs" in got.stdout


def test_ephemeral_leaves_nothing(tmp_path):
    p = subprocess.Popen(
        [SLIPWAY, "serve", "--ephemeral", "--listen", "127.0.0.1:0"],
        stdout=subprocess.PIPE,
        text=True,
        env=clean(TMPDIR=tmp_path),
    )
    assert p.stdout.readline().startswith("listening on http://127.0.0.1:")
    where = pathlib.Path(p.stdout.readline().removeprefix("data in ").strip())
    assert where.parent == tmp_path and (where / "meta.db").exists()
    keys = json.loads(cli("env", "--json", "--data", where, check=True).stdout)
    assert keys["AWS_ENDPOINT_URL"]
    p.send_signal(signal.SIGTERM)
    assert p.wait(30) == 0
    assert list(tmp_path.iterdir()) == []


def test_ephemeral_takes_no_directory_with_something_in_it(tmp_path):
    (tmp_path / "precious").write_text("x")
    got = cli("serve", "--ephemeral", "--data", tmp_path, "--listen", "127.0.0.1:0")
    assert got.returncode == 1 and "empty" in got.stderr
    assert (tmp_path / "precious").read_text() == "x"


def test_the_log_is_opened_anew(tmp_path):
    log = tmp_path / "log.txt"
    e = Engine(data=str(tmp_path / "d"), args=["--log", str(log)]).start()
    log.rename(tmp_path / "old.txt")
    e.process.send_signal(signal.SIGHUP)
    support.until(log.exists, "the new log")
    e.stop()
    assert "ending" in log.read_text()
    assert "serves" in (tmp_path / "old.txt").read_text()


# --- up and down ---


def alive(pid):
    """A process that nobody has waited for yet counts as gone."""
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_up_and_down(data):
    first = json.loads(cli("up", "--json", "--data", data, "--listen", "127.0.0.1:0").stdout)
    again = json.loads(cli("up", "--json", "--data", data).stdout)
    assert first["Started"] and not again["Started"]
    assert first["Endpoint"] == again["Endpoint"] and first["Pid"] == again["Pid"]
    assert "is down" in cli("down", "--data", data).stdout
    assert not alive(first["Pid"])
    assert "no engine runs" in cli("down", "--data", data).stdout


def test_many_at_once_start_one_engine(data):
    with concurrent.futures.ThreadPoolExecutor(5) as pool:
        got = list(
            pool.map(
                lambda _: cli("up", "--json", "--data", data, "--listen", "127.0.0.1:0"), range(5)
            )
        )
    assert [g.stderr for g in got if g.returncode] == []
    told = [json.loads(g.stdout) for g in got]
    assert len({t["Pid"] for t in told}) == 1
    assert sum(t["Started"] for t in told) == 1


def test_autostart_can_be_off(data):
    got = cli("ps", "--data", data, env=clean(SLIPWAY_AUTOSTART="off"))
    assert got.returncode == 1 and "slipway up" in got.stderr
    assert not data.exists()
    got = cli("ps", "--data", data, env=clean(SLIPWAY_LISTEN="127.0.0.1:0"))
    assert got.returncode == 0 and "started the engine" in got.stderr


def test_tls_on_loopback(tmp_path):
    e = Engine(data=str(tmp_path / "d"), args=["--tls", "on"]).start()
    assert e.endpoint.startswith("https://127.0.0.1:")
    assert e.cli("ps").stdout == "nothing has run here yet\n"
    code = "import boto3; print(boto3.client('s3').list_buckets()['Buckets'])"
    assert e.cli("exec", "--", sys.executable, "-c", code).stdout == "[]\n"
    e.stop()


def test_up_says_why_not(tmp_path):
    (tmp_path / "d").write_text("a file")
    got = cli("up", "--data", tmp_path / "d")
    assert got.returncode == 2 and f"{tmp_path}/d" in got.stderr
    (tmp_path / "e").mkdir()
    (tmp_path / "e" / "meta.db").write_text("no database")
    got = cli("up", "--data", tmp_path / "e")
    assert got.returncode == 1 and "did not start" in got.stderr and "meta.db" in got.stderr


# --- env and exec ---


def evaluated(text, **env):
    """What a shell's environment is after these lines."""
    script = (
        f"{text}\nexec '{sys.executable}' -c 'import json, os; print(json.dumps(dict(os.environ)))'"
    )
    out = subprocess.run(
        ["sh", "-c", script], env=clean(**env), check=True, text=True, capture_output=True
    ).stdout
    return json.loads(out)


def test_env_formats_agree(tmp_path):
    where = tmp_path / 'it\'s a $HOME "dir"'
    e = Engine(data=str(where)).start()
    try:
        keys = json.loads(cli("env", "--format", "json", "--data", where, check=True).stdout)
        for name in (
            "AWS_ENDPOINT_URL",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_DEFAULT_REGION",
            "AWS_CA_BUNDLE",
            "SAGEMAKER_USER_CONFIG_OVERRIDE",
        ):
            assert keys[name]
        assert keys["AWS_ENDPOINT_URL"] == e.endpoint
        shell = evaluated(cli("env", "--data", where).stdout, AWS_SESSION_TOKEN="left over")
        assert "AWS_SESSION_TOKEN" not in shell
        assert {k: shell[k] for k in keys} == keys
        github = cli("env", "--data", where, "--format", "github-actions").stdout
        assert dict(line.split("=", 1) for line in github.splitlines()) == keys
        fish = cli("env", "--data", where, "--format", "fish").stdout
        assert f"set -gx AWS_ENDPOINT_URL '{e.endpoint}'" in fish
        assert "set -e AWS_SESSION_TOKEN" in fish
        dotenv = cli("env", "--data", where, "--format", "dotenv").stdout
        assert {
            k: v
            for k, v in evaluated(
                dotenv.replace("\n", "\nexport ").join(["export ", ""]).removesuffix("export ")
            ).items()
            if k in keys
        } == keys
    finally:
        e.stop()


def test_env_leads_nothing_elsewhere(mine):
    shell = evaluated(
        cli(
            "env",
            "--data",
            mine.data,
            env=clean(
                AWS_ENDPOINT_URL_S3="https://s3.example.com",
                AWS_USE_FIPS_ENDPOINT="true",
                AWS_IGNORE_CONFIGURED_ENDPOINT_URLS="true",
            ),
        ).stdout,
        AWS_ENDPOINT_URL_S3="https://s3.example.com",
        AWS_USE_FIPS_ENDPOINT="true",
        AWS_IGNORE_CONFIGURED_ENDPOINT_URLS="true",
    )
    for name in (
        "AWS_ENDPOINT_URL_S3",
        "AWS_USE_FIPS_ENDPOINT",
        "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
    ):
        assert name not in shell


def test_env_keeps_profiles_and_touches_nothing(mine, tmp_path):
    aws = tmp_path / ".aws"
    aws.mkdir()
    (aws / "config").write_text(
        "[default]\nregion=eu-west-1\n[profile team-a]\nsso_session = s\n"
        '[profile "data science"]\nregion = x\n[sso-session s]\nsso_region = eu-west-1\n'
    )
    (aws / "credentials").write_text("[old]\naws_access_key_id = AKIAREAL\n")
    before = {p.name: (p.read_text(), p.stat().st_mtime_ns) for p in aws.iterdir()}
    env = clean(HOME=tmp_path, AWS_PROFILE="not-even-there")
    keys = json.loads(cli("env", "--json", "--data", mine.data, env=env).stdout)
    assert {p.name: (p.read_text(), p.stat().st_mtime_ns) for p in aws.iterdir()} == before
    assert sorted(p.name for p in tmp_path.iterdir()) == [".aws"]
    config = pathlib.Path(keys["AWS_CONFIG_FILE"]).read_text()
    for section in (
        "[default]",
        "[profile team-a]",
        '[profile "data science"]',
        "[profile old]",
        "[profile not-even-there]",
    ):
        assert section in config
    assert "sso" not in config
    secrets = pathlib.Path(keys["AWS_SHARED_CREDENTIALS_FILE"])
    assert "AKIAREAL" not in secrets.read_text()
    assert secrets.stat().st_mode & 0o077 == 0
    import boto3

    code = (
        "import boto3; print(boto3.Session(profile_name='data science')"
        ".client('sts').get_caller_identity()['Account'])"
    )
    got = subprocess.run(
        [sys.executable, "-c", code], env={**env, **keys}, text=True, capture_output=True
    )
    assert got.stdout.strip() == "123456789012", (boto3.__version__, got.stderr)


def test_env_keeps_the_proxy_that_was_set(tmp_path):
    before = clean(HTTPS_PROXY="http://proxy.example.com:3128", NO_PROXY="intra.net,.amazonaws.com")
    e = Engine(data=str(tmp_path / "d"), env={"HTTPS_PROXY": before["HTTPS_PROXY"]}).start()
    try:
        got = cli("env", "--json", "--data", e.data, env=before)
        once = json.loads(got.stdout)
        assert got.stderr == ""  # the engine knows that proxy
        assert once["HTTPS_PROXY"] == e.endpoint
        assert once["SLIPWAY_UPSTREAM_PROXY"] == "proxy.example.com:3128"
        skip = once["NO_PROXY"].split(",")
        assert "intra.net" in skip and "127.0.0.1" in skip and ".amazonaws.com" not in skip
        assert json.loads(cli("env", "--json", env={**before, **once}).stdout) == once
    finally:
        e.stop()
    e = Engine(data=str(tmp_path / "d2")).start()
    assert "proxy.example.com" in cli("env", "--json", "--data", e.data, env=before).stderr
    e.stop()


def test_projects_have_keys_of_their_own(mine, project, tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "pyproject.toml").touch()
    (tmp_path / "other" / "deep" / "er").mkdir(parents=True)

    def key(where):
        return json.loads(cli("env", "--json", "--data", mine.data, cwd=where).stdout)[
            "AWS_ACCESS_KEY_ID"
        ]

    own = key("/")
    assert len({key(project), key(tmp_path / "other"), own}) == 3
    assert key(tmp_path / "other" / "deep" / "er") == key(tmp_path / "other")


def test_exec_passes_on_what_the_command_says(mine):
    run = lambda *words: cli("exec", "--data", mine.data, "--", *words)
    got = run("sh", "-c", "echo $AWS_ENDPOINT_URL; exit 7")
    assert (got.returncode, got.stdout.strip()) == (7, mine.endpoint)
    assert run("no-such-command-here").returncode == 127
    assert run("/etc/passwd").returncode == 126
    assert cli("exec", "--data", mine.data).returncode == 2
    assert run("sh", "-c", 'echo "$@"', "sh", "--help", "-x").stdout == "--help -x\n"


# --- run ---


def define(where, *steps, name="pipe.json", parameters=()):
    path = where / name
    path.write_text(support.definition(*steps, parameters=parameters))
    return path


def test_run_a_definition(mine, tmp_path):
    step = support.processing_step("Hello", support.shell("echo hello there; sleep 0.3"))
    path = define(tmp_path, step, name="my pipe.json")
    got = mine.cli("run", str(path), check=False)
    assert got.returncode == 0, got.stdout + got.stderr
    assert "Hello" in got.stdout and "Succeeded" in got.stdout
    assert "my-pipe" in mine.cli("ps").stdout
    assert mine.cli("logs", "Hello").stdout == "hello there\n"
    shown = json.loads(mine.cli("show", "--json", "my-pipe").stdout)
    assert shown["Status"] == "Succeeded" and shown["Steps"][0]["Name"] == "Hello"
    assert shown["Steps"][0]["Job"]["ProgramSeconds"] >= 0.3
    # again: the pipeline is updated
    got = json.loads(mine.cli("run", "--json", str(path)).stdout)
    assert got["Started"][0]["Status"] == "Succeeded"
    listed = json.loads(mine.cli("ps", "--json", "my-pipe").stdout)
    assert len(listed) == 2


def test_run_says_why_it_failed(mine, tmp_path):
    code = "import sys; print('about to fail'); sys.exit(3)"
    path = define(tmp_path, support.processing_step("Bad", support.python(code)), name="bad.json")
    got = mine.cli("run", str(path), check=False)
    assert got.returncode == 1
    assert "Bad failed:" in got.stdout and "about to fail" in got.stdout
    shown = mine.cli("show", "bad").stdout
    assert "Failed" in shown and "about to fail" in shown


def test_run_with_parameters(mine, tmp_path):
    echo = support.processing_step("Echo", ["/bin/sh", "-c", "echo $0 $1", "x", "y"])
    echo["Arguments"]["AppSpecification"]["ContainerArguments"] = [{"Get": "Parameters.Word"}]
    echo["Arguments"]["AppSpecification"]["ContainerEntrypoint"] = ["/bin/echo"]
    path = define(
        tmp_path,
        echo,
        name="echo.json",
        parameters=[{"Name": "Word", "Type": "String", "DefaultValue": "none"}],
    )
    assert mine.cli("run", str(path), "-p", "Word=it=works").returncode == 0
    assert mine.cli("logs", "echo", "Echo").stdout == "it=works\n"
    assert json.loads(mine.cli("show", "echo", "--json").stdout)["Parameters"] == {
        "Word": "it=works"
    }
    got = mine.cli("run", str(path), "-p", "Wrod=x", check=False)
    assert got.returncode == 1 and "Wrod" in got.stderr
    assert mine.cli("run", str(path), "-p", "Word", check=False).returncode == 2


def interrupt(engine, path, times=1, after_s=0, **how):
    p = subprocess.Popen(
        [SLIPWAY, "run", str(path)],
        env=clean(SLIPWAY_DATA=engine.data),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **how,
    )
    for line in p.stdout:
        if "Executing" in line:
            break
    time.sleep(after_s)
    for _ in range(times):
        p.send_signal(signal.SIGINT)
        time.sleep(0.3)
    out, err = p.communicate(timeout=60)
    return p.returncode, out, err


def test_an_interrupt_stops_what_runs(mine, tmp_path):
    path = define(tmp_path, support.processing_step("Long", ["/bin/sleep", "60"]), name="long.json")
    rc, out, err = interrupt(mine, path)
    assert rc == 3 and "stopping" in err and "Stopped" in out
    assert json.loads(mine.cli("ps", "--json", "long").stdout)[0]["Status"] == "Stopped"


def test_two_interrupts_stop_waiting(mine, tmp_path):
    stubborn = "import signal, time; signal.signal(15, signal.SIG_IGN); time.sleep(60)"
    path = define(
        tmp_path,
        support.processing_step("Stubborn", support.python(stubborn)),
        name="stubborn.json",
    )
    rc, out, err = interrupt(mine, path, times=2, after_s=1)  # it ignores SIGTERM by then
    assert rc == 130 and "slipway show" in err
    support.until(
        lambda: json.loads(mine.cli("ps", "--json", "stubborn").stdout)[0]["Status"] == "Stopped",
        "the end of what was stopped",
    )


def test_detach_and_stop(mine, tmp_path):
    path = define(
        tmp_path, support.processing_step("Later", ["/bin/sleep", "60"]), name="later.json"
    )
    arn = mine.cli("run", "-d", str(path)).stdout.strip()
    assert arn.startswith("arn:aws:sagemaker:")
    assert "stopping" in mine.cli("stop", arn).stdout
    support.until(
        lambda: json.loads(mine.cli("show", "--json", arn).stdout)["Status"] == "Stopped", "the end"
    )
    assert "ended already" in mine.cli("stop", "later").stdout
    assert "nothing runs" in mine.cli("stop", "--all").stdout


PIPELINE = """
import json, os, uuid, boto3

class Pipeline:
    def __init__(self, name):
        self.name = name

    def definition(self):
        return {definition!r}

    def upsert(self, role_arn):
        assert role_arn.endswith(":role/SlipwayExecutionRole")
        try:
            boto3.client("sagemaker").create_pipeline(
                PipelineName=self.name, PipelineDefinition=self.definition(), RoleArn=role_arn,
                ClientRequestToken=uuid.uuid4().hex)
        except Exception as e:
            if "already exist" not in str(e):
                raise

    def start(self, parameters=None):
        given = [dict(Name=k, Value=v) for k, v in (parameters or {{}}).items()]
        return boto3.client("sagemaker").start_pipeline_execution(
            PipelineName=self.name, PipelineParameters=given,
            ClientRequestToken=uuid.uuid4().hex)

"""


@pytest.fixture(scope="module")
def words():
    step = support.processing_step("Say", ["/bin/echo"])
    step["Arguments"]["AppSpecification"]["ContainerArguments"] = [{"Get": "Parameters.Word"}]
    return PIPELINE.format(
        definition=support.definition(
            step, parameters=[{"Name": "Word", "Type": "String", "DefaultValue": "none"}]
        )
    )


@pytest.mark.parametrize(
    "name, code",
    [
        (
            "function",
            "def get_pipeline():\n    return Pipeline('by-function')\n"
            "if __name__ == '__main__':\n    raise SystemExit('not as a script')\n",
        ),
        (
            "template",
            "def get_pipeline(region, role=None, name='by-template'):\n"
            "    assert region == 'us-east-1' and 'role/' in role\n"
            "    return Pipeline(name)\n",
        ),
        ("module", "pipeline = Pipeline('by-module')\n"),
        (
            "starts",
            "pipeline = Pipeline('by-itself')\npipeline.upsert(os.environ.get('ROLE', "
            "'arn:aws:iam::123456789012:role/SlipwayExecutionRole'))\npipeline.start()\n",
        ),
        (
            "script",
            "def main():\n    p = Pipeline('by-script')\n"
            "    p.upsert('arn:aws:iam::123456789012:role/SlipwayExecutionRole')\n"
            "    p.start({'Word': 'overruled'})\n"
            "if __name__ == '__main__':\n    main()\n",
        ),
    ],
)
def test_run_python(mine, project, words, name, code):
    (project / f"{name}.py").write_text(words + code)
    got = mine.cli("run", "--json", str(project / f"{name}.py"), "-p", "Word=given", check=False)
    assert got.returncode == 0, got.stderr
    started = json.loads(got.stdout)["Started"]
    assert len(started) == 1
    assert mine.cli("logs", started[0]["Arn"], "Say").stdout == "given\n"


@pytest.mark.parametrize(
    "name, code, message",
    [
        ("nothing", "print('hi')\n", "started nothing"),
        ("broken", "def f(:\n", "broken.py:1"),
        ("two", "a = Pipeline('aa')\nb = Pipeline('bb')\n", "--pipeline NAME"),
        ("demands", "def get_pipeline(colour):\n    return None\n", "'colour'"),
        ("raises", "raise ValueError('oh no')\n", "oh no"),
        ("exits", "import sys; sys.exit(5)\n", "exit code 5"),
    ],
)
def test_run_python_that_starts_nothing(mine, project, words, name, code, message):
    (project / f"{name}.py").write_text((words if "Pipeline(" in code else "") + code)
    got = mine.cli("run", str(project / f"{name}.py"), check=False)
    assert got.returncode == 1
    assert message in got.stderr


def test_run_chooses_a_pipeline(mine, project, words):
    (project / "two.py").write_text(words + "a = Pipeline('aa')\nb = Pipeline('bb')\n")
    got = mine.cli("run", "--pipeline", "bb", "-d", str(project / "two.py"))
    assert ":pipeline/bb/execution/" in got.stdout


# --- ps, show, logs ---


def test_things_are_found_by_many_names(mine, tmp_path):
    path = define(
        tmp_path,
        support.processing_step("One", ["/bin/echo", "one"]),
        support.processing_step("Two", ["/bin/echo", "two"], depends=["One"]),
        name="names.json",
    )
    arn = mine.cli("run", "-d", str(path)).stdout.strip()
    run_id = arn.rsplit("/", 1)[1]
    support.until(
        lambda: json.loads(mine.cli("show", "--json", arn).stdout)["Status"] == "Succeeded",
        "the end",
    )
    shown = json.loads(mine.cli("show", "--json", "names").stdout)
    for word in (arn, run_id, run_id[:9], "names"):
        assert json.loads(mine.cli("show", "--json", word).stdout) == shown
    assert mine.cli("logs", "names").stdout == "One | one\nTwo | two\n"
    assert mine.cli("logs", "-f", "names", "Two").stdout == "two\n"
    job = shown["Steps"][0]["Job"]["Name"]
    assert mine.cli("logs", job).stdout == "one\n"
    assert json.loads(mine.cli("show", "--json", job).stdout)["Kind"] == "processing"
    line = json.loads(mine.cli("logs", "--json", "names", "One").stdout)
    assert line["Message"] == "one" and line["Source"] == "One"
    assert any(job == t["Name"] for t in json.loads(mine.cli("ps", "--all", "--json").stdout))
    got = mine.cli("ps", "names", "-s", "Failed")
    assert got.stdout == "nothing of names has the status Failed\n"
    got = mine.cli("show", "no-such-thing", check=False)
    assert got.returncode == 1 and "no-such-thing" in got.stderr
    got = mine.cli("logs", "names", "Three", check=False)
    assert got.returncode == 1 and "Three" in got.stderr


def test_logs_follow_while_it_runs(mine, tmp_path):
    talk = "for i in 1 2 3 4 5; do echo line $i; sleep 0.2; done"
    path = define(tmp_path, support.processing_step("Talk", support.shell(talk)), name="talk.json")
    mine.cli("run", "-d", str(path))
    got = mine.cli("logs", "-f", "talk")
    assert got.stdout.splitlines() == [f"Talk | line {i}" for i in range(1, 6)]
    assert mine.cli("logs", "-n", "2", "talk", "Talk").stdout == "line 4\nline 5\n"


def test_show_tells_what_was_recorded_only(mine, tmp_path):
    step = support.processing_step("Rec", ["/bin/true"])
    path = define(tmp_path, step, name="rec.json")
    mine.cli("run", str(path))
    assert "recorded, not enforced here:" in mine.cli("show", "rec").stdout


def test_runtimes(mine, project):
    run = lambda *words, check=True: mine.cli("runtime", *words, cwd=project, check=check)
    run("add", "team/*:v1", ".venv")
    listed = json.loads(run("list", "--json").stdout)
    assert {"pattern": "team/*:v1", "python": f"{project}/.venv/bin/python"}.items() <= [
        r for r in listed["runtimes"] if r["pattern"] == "team/*:v1"
    ][0].items()
    assert "team/*:v1" in run().stdout
    run("remove", "team/*:v1")
    assert "team/*:v1" not in run("list").stdout
    assert run("add", "x", "/no/python", check=False).returncode == 1
    assert run("remove", "never-there", check=False).returncode == 1
    assert run("add", "x", check=False).returncode == 2


def test_doctor(mine):
    got = mine.cli("doctor", "--json", check=False)
    checks = {c["Check"]: c for c in json.loads(got.stdout)}
    assert {"system", "sandbox", "python", "disk", "engine"} <= set(checks)
    assert got.returncode == any(c["Verdict"] == "missing" for c in checks.values())
    assert mine.endpoint in checks["engine"]["Text"]


def test_a_machine_without_limits(tmp_path, monkeypatch):
    """The engine says it once, at its start, with what would mend it; as doctor does."""
    program = tmp_path / "slipway"
    hidden = f'mount -t tmpfs tmpfs /sys/fs/cgroup && exec {SLIPWAY} "$@"'
    words = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
    if subprocess.run([*words, "mount -t tmpfs tmpfs /sys/fs/cgroup"], check=False).returncode:
        pytest.skip("no mount namespace for this test")
    program.write_text(f"#!/bin/sh\nexec {shlex.join([*words, hidden, 'sh'])} \"$@\"\n")
    program.chmod(0o755)
    monkeypatch.setattr(harness, "SLIPWAY", str(program))
    engine = harness.Engine().start()
    try:
        checks = json.loads(engine.cli("doctor", "--json", check=False).stdout)
        limits = next(c for c in checks if c["Check"] == "limits")
        assert limits["Verdict"] == "note" and "; start it " in limits["Text"]
        assert engine.said().count(limits["Text"]) == 1
    finally:
        engine.remove()


# --- the live view ---


def on_terminal(words, env, columns, send=None, when=None, rows=24):
    """Runs on a terminal of that size; (exit code, what came)."""
    import fcntl
    import struct
    import termios

    pid, fd = pty.fork()
    if pid == 0:
        os.execve(SLIPWAY, [SLIPWAY, *words], env)
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    seen, sent = b"", False
    while True:
        ready, _, _ = select.select([fd], [], [], 60)
        if not ready:
            os.kill(pid, signal.SIGKILL)
            break
        try:
            got = os.read(fd, 65536)
        except OSError:
            break
        if not got:
            break
        seen += got
        if send and not sent and re.search(when, seen):
            os.write(fd, send)
            sent = True
    _, status = os.waitpid(pid, 0)
    os.close(fd)
    return os.waitstatus_to_exitcode(status), seen.decode()


def test_the_live_view_fits_and_gives_the_cursor_back(mine, tmp_path):
    noisy = "for i in $(seq 1 8); do echo %s $i; sleep 0.1; done" % ("much to say " * 10)
    path = define(
        tmp_path,
        *[support.processing_step(f"Step{i}", support.shell(noisy)) for i in range(3)],
        name="live.json",
    )
    env = clean(SLIPWAY_DATA=mine.data, TERM="xterm")
    rc, seen = on_terminal(["run", str(path)], env, columns=50)
    assert rc == 0, seen
    assert "\033[?25l" in seen and seen.rindex("\033[?25h") > seen.rindex("\033[?25l")
    view = seen[: seen.rindex("\033[?25h")]
    for line in re.sub(r"\033\[[0-9;?]*[A-Za-z]", "", view).replace("\r", "").split("\n"):
        assert len(line) < 50, line
    assert re.search(r"\033\[\d+A", seen)


def test_control_c_on_a_terminal(mine, tmp_path):
    path = define(
        tmp_path, support.processing_step("Sleep", ["/bin/sleep", "60"]), name="control-c.json"
    )
    env = clean(SLIPWAY_DATA=mine.data, TERM="xterm")
    rc, seen = on_terminal(["run", str(path)], env, 80, send=b"\x03", when=rb"Executing")
    assert rc == 3 and "Stopped" in seen
    assert seen.rindex("\033[?25h") > seen.rindex("\033[?25l")


def test_no_colour_where_none_is_wanted(mine, tmp_path):
    env = clean(SLIPWAY_DATA=mine.data, TERM="xterm", NO_COLOR="1")
    _, seen = on_terminal(["ps"], env, 80)
    assert "\033" not in seen
    _, seen = on_terminal(["ps"], {**env, "NO_COLOR": ""}, 80)
    assert "\033[" in seen
    assert "\033" not in cli("ps", env=env).stdout


def test_run_goes_on_when_the_engine_comes_back(tmp_path):
    e = Engine(args=["--stop-grace", "2s"]).start()
    try:
        e.cli("runtime", "add", "slipway-test", support.PYTHON, "--everybody")
        path = define(
            tmp_path, support.processing_step("Nap", ["/bin/sleep", "2"]), name="nap.json"
        )
        p = subprocess.Popen(
            [SLIPWAY, "run", str(path)],
            env=clean(SLIPWAY_DATA=e.data),
            stdout=subprocess.PIPE,
            text=True,
        )
        for line in p.stdout:
            if "Executing" in line:
                break
        before = e.endpoint
        e.kill()
        time.sleep(0.5)
        e.start()
        assert e.endpoint != before
        out, _ = p.communicate(timeout=60)
        assert p.returncode == 0 and "Succeeded" in out
    finally:
        e.remove()
