"""slipway shell: a prompt, or one command, in what a step's job had."""

import fcntl
import io
import json
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import tarfile
import tempfile
import termios
import time

import pytest
import support
from harness import SLIPWAY
from support import BUCKET, processing_step
from test_cli import clean, define, mine, project  # noqa: F401

LARGE = b"x" * 100_000  # a file of its own; small objects lie in the database


@pytest.fixture(scope="module")
def failed(mine, tmp_path_factory):  # noqa: F811
    """A pipeline whose step Use has failed; its name."""
    s3 = mine.client("s3")
    s3.create_bucket(Bucket=BUCKET)
    name = support.name("shell")
    s3.put_object(Bucket=BUCKET, Key=f"{name}/in/small", Body=b"small one")
    s3.put_object(Bucket=BUCKET, Key=f"{name}/in/deep/large", Body=LARGE)
    use = processing_step(
        "Use",
        ["/bin/sh", "-c", 'echo "$0 says $WORD"; pwd; touch /opt/ml/processing/out/x; exit 3'],
        inputs=[(f"s3://{BUCKET}/{name}/in", "/opt/ml/processing/in")],
        outputs=[("/opt/ml/processing/out", f"s3://{BUCKET}/{name}/out")],
    )
    use["Arguments"]["AppSpecification"]["ContainerArguments"] = ["it's me"]
    use["Arguments"]["Environment"] = {"WORD": 'quote\'s "here"'}
    use["Arguments"]["NetworkConfig"] = {"EnableNetworkIsolation": False}
    after = processing_step("After", ["/bin/true"], depends=["Use"])
    path = define(tmp_path_factory.mktemp("shell"), use, after, name=f"{name}.json")
    assert mine.cli("run", str(path), check=False).returncode == 1
    return name


def shell(engine, *words, check=None, **more):
    got = subprocess.run(
        [SLIPWAY, "shell", *map(str, words)],
        env=clean(SLIPWAY_DATA=engine.data),
        text=True,
        capture_output=True,
        timeout=120,
        **{"stdin": subprocess.DEVNULL, **more} if "input" not in more else more,
    )
    if check is not None:
        assert got.returncode == check, got.stdout + got.stderr
    return got


def shells(engine):
    try:
        return os.listdir(f"{engine.data}/shells")
    except FileNotFoundError:
        return []


def valid(engine, access_key, secret):
    """Whether that key may call."""
    import boto3

    client = boto3.client(
        "sts",
        endpoint_url=engine.endpoint,
        region_name="us-east-1",
        aws_access_key_id=access_key,
        aws_secret_access_key=secret,
    )
    try:
        return bool(client.get_caller_identity()["Arn"])
    except client.exceptions.ClientError:
        return False


# --- one command ---


def test_a_command_finds_what_the_step_had(mine, failed):  # noqa: F811
    code = "cat /opt/ml/processing/in/small; wc -c < /opt/ml/processing/in/deep/large; pwd; env"
    got = shell(mine, failed, "Use", "--", "sh", "-c", code, check=0)
    lines = got.stdout.splitlines()
    assert lines[:2] == ["small one100000", "/"] and got.stderr == ""
    env = dict(line.split("=", 1) for line in lines[2:] if "=" in line)
    assert env["WORD"] == 'quote\'s "here"' and env["HOME"] == "/root"
    assert env["PROCESSING_JOB_NAME"] and env["AWS_ENDPOINT_URL"] == mine.endpoint
    assert "TERM" not in env
    assert shells(mine) == []
    assert not valid(mine, env["AWS_ACCESS_KEY_ID"], env["AWS_SECRET_ACCESS_KEY"])


def test_the_steps_own_command_is_run(mine, failed):  # noqa: F811
    got = shell(mine, failed, "Use", "--", "run", check=3)
    assert got.stdout == "it's me says quote's \"here\"\n/\n"
    # … from anywhere, and with what was changed before it
    code = "cd /tmp && run; echo $?; cat /opt/ml/config/processingjobconfig.json"
    got = shell(mine, failed, "Use", "--", "sh", "-c", code, check=0)
    told = got.stdout.split("\n", 3)
    assert told[1:3] == ["/", "3"]
    assert json.loads(told[3])["AppSpecification"]["ContainerArguments"] == ["it's me"]


def test_streams_are_the_callers(mine, failed):  # noqa: F811
    got = shell(mine, failed, "Use", "--", "sh", "-c", "cat; echo no >&2; kill -9 $$", input="in\n")
    assert (got.stdout, got.stderr, got.returncode) == ("in\n", "no\n", 137)
    assert shell(mine, failed, "Use", "--", "no-such-thing").returncode == 127
    # without a command and without a terminal it reads a script
    got = shell(mine, failed, "Use", input="run\necho $? over\nexit 4\n", check=4)
    assert got.stdout.endswith("3 over\n")


def test_nothing_of_it_stays(mine, failed):  # noqa: F811
    def said():
        listed = mine.client("s3").list_objects_v2(Bucket=BUCKET, Prefix=failed)
        shown = json.loads(mine.cli("show", "--json", failed).stdout)
        del shown["Steps"][0]["Job"]["Details"]  # reads no clock, but names none of this either
        return [(o["Key"], o["ETag"]) for o in listed["Contents"]], shown

    before = said()
    code = "echo changed > /opt/ml/processing/in/small; rm /opt/ml/processing/in/deep/large; run"
    shell(mine, failed, "Use", "--", "sh", "-c", code, check=3)
    assert said() == before
    got = shell(mine, failed, "Use", "--", "cat", "/opt/ml/processing/in/small", check=0)
    assert got.stdout == "small one"


def test_a_terminal_beside_a_pipe_is_as_it_was(mine, failed):  # noqa: F811
    for name, fd in ("stdin", 0), ("stderr", 2):
        user, terminal = pty.openpty()
        before = termios.tcgetattr(terminal)
        code = f"stty raw -echo <&{fd}; stty -a <&{fd}; kill -9 $$"
        streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, name: terminal}
        p = subprocess.Popen(
            [SLIPWAY, "shell", failed, "Use", "--", "sh", "-c", code],
            env=clean(SLIPWAY_DATA=mine.data),
            text=True,
            **streams,
        )
        assert "-icanon" in p.communicate()[0] and p.returncode == 137
        assert termios.tcgetattr(terminal) == before
        os.close(user)
        os.close(terminal)


def test_two_at_once(mine, failed):  # noqa: F811
    code = "mkdir /opt/ml/processing/mine && echo in && cat"
    words = [SLIPWAY, "shell", failed, "Use", "--", "sh", "-c", code]
    both = [
        subprocess.Popen(
            words,
            env=clean(SLIPWAY_DATA=mine.data),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    assert [p.stdout.readline() for p in both] == ["in\n", "in\n"]
    assert len(shells(mine)) == 2
    assert [p.communicate("x")[0] for p in both] == ["x", "x"]
    assert shells(mine) == [] and [p.returncode for p in both] == [0, 0]


def test_an_interrupt_is_the_programs(mine, failed):  # noqa: F811
    code = "trap 'echo caught; exit 5' INT; echo ready; while :; do sleep 0.1; done"
    p = subprocess.Popen(
        [SLIPWAY, "shell", failed, "Use", "--", "sh", "-c", code],
        env=clean(SLIPWAY_DATA=mine.data),
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert p.stdout.readline() == "ready\n"
    os.killpg(p.pid, signal.SIGINT)
    assert p.communicate()[0] == "caught\n" and p.returncode == 5


def test_a_failure_names_the_command(mine, failed, tmp_path):  # noqa: F811
    got = mine.cli("show", failed).stdout
    words = re.search(r"^shell +slipway shell (\S+ Use)$", got, re.M)[1].split()
    assert shell(mine, *words, "--", "echo", "here", check=0).stdout == "here\n"
    step = json.loads(mine.cli("show", "--json", failed).stdout)["Steps"][0]
    assert step["Shell"] == f"slipway shell {words[0]} Use"
    path = tmp_path / "again.json"
    path.write_text(support.definition(processing_step("Fails", ["/bin/false"])))
    got = mine.cli("run", str(path), check=False).stdout
    words = re.search(r"^a shell in it: slipway shell (.*)$", got, re.M)[1].split()
    assert shell(mine, *words, "--", "run").returncode == 1


def test_a_job_opens_no_shells(mine, failed):  # noqa: F811
    from botocore.auth import SigV4Auth
    from botocore.awsrequest import AWSRequest
    from botocore.credentials import Credentials
    from botocore.httpsession import URLLib3Session

    code = "echo $AWS_ACCESS_KEY_ID $AWS_SECRET_ACCESS_KEY $PROCESSING_JOB_NAME; exec cat"
    words = [SLIPWAY, "shell", failed, "Use", "--", "sh", "-c", code]
    p = subprocess.Popen(
        words,
        env=clean(SLIPWAY_DATA=mine.data),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    *its, job = p.stdout.readline().split()
    ours = mine.keys["AWS_ACCESS_KEY_ID"], mine.keys["AWS_SECRET_ACCESS_KEY"]

    def refused(method, body, key=ours):
        url = f"{mine.endpoint}/_slipway/shell"
        request = AWSRequest(method, url, data=json.dumps(body).encode())
        SigV4Auth(Credentials(*key), "slipway", "us-east-1").add_auth(request)
        got = URLLib3Session().send(request.prepare())
        assert got.status_code in (400, 403), got.content
        told = json.loads(got.content)
        return told.get("message") or told["Message"]

    named = {"kind": "processing", "name": job}
    open_now = {"id": shells(mine)[0]}
    assert "A job may not open shells" in refused("POST", named, its)
    assert "A job may not open shells" in refused("DELETE", open_now, its)
    assert "somebody is in it" in refused("DELETE", open_now)
    for wrong in "../jobs", "shell-/../../jobs", "shell-../x":
        assert "not a shell" in refused("DELETE", {"id": wrong})
    assert "ould not find requested job" in refused("POST", {**named, "name": "no-such-job"})
    assert "expected strings" in refused("POST", {**named, "command": [1]})
    assert "a job's name is required" in refused("POST", {})
    p.communicate("")
    assert p.returncode == 0 and shells(mine) == []


# --- which steps ---


def test_steps_without_a_sandbox_are_refused(mine, failed, tmp_path):  # noqa: F811
    got = shell(mine, failed, "After", check=1)
    assert "step After has not begun in execution" in got.stderr
    got = shell(mine, failed, "Us", check=1)
    assert "did you mean Use?" in got.stderr
    assert shell(mine, failed, check=1).stderr.count("name one of its steps") == 1
    assert shell(mine, check=2).stderr.count("it wants an execution and a step") == 1
    assert shell(mine, failed, "Use", "more", check=2)
    gate = {
        "Name": "Gate",
        "Type": "Condition",
        "Arguments": {
            "Conditions": [{"Type": "Equals", "LeftValue": 1, "RightValue": 1}],
            "IfSteps": [{"Name": "No", "Type": "Fail", "Arguments": {"ErrorMessage": "no"}}],
            "ElseSteps": [],
        },
    }
    name = support.name("gate")
    assert mine.cli("run", str(define(tmp_path, gate, name=f"{name}.json")), check=False)
    for step, kind in ("Gate", "Condition"), ("No", "Fail"):
        got = shell(mine, name, step, check=1)
        assert f"{step} is a step of Type {kind}: it runs no program" in got.stderr
    assert shells(mine) == []


def test_steps_of_all_ends(mine, tmp_path):  # noqa: F811
    name = support.name("ends")
    arguments = support.training(["/bin/sh", "-c", "echo trained"], {"depth": "3"})
    del arguments["TrainingJobName"]
    train = {"Name": "Train", "Type": "Training", "Arguments": arguments}
    sleep = processing_step("Sleep", support.shell("echo up; exec sleep 60"), depends=["Train"])
    path = define(tmp_path, train, sleep, name=f"{name}.json")
    arn = mine.cli("run", "--detach", str(path)).stdout.strip()
    sagemaker = mine.client("sagemaker")

    def begun():
        metadata = support.steps_of(sagemaker, arn).get("Sleep", {}).get("Metadata", {})
        return metadata.get("ProcessingJob", {}).get("Arn")

    job = support.until(begun, "Sleep").split("/")[1]
    support.until_said(mine.client("logs"), support.PROCESSING_LOGS, job, "up")
    got = shell(mine, name, "Train", "--", "cat", "/opt/ml/input/config/hyperparameters.json")
    assert json.loads(got.stdout) == {"depth": "3"}
    assert shell(mine, name, "Train", "--", "run").stdout == "trained\n"
    got = shell(mine, name, "Sleep", "--", "echo", "beside it", check=0)
    assert got.stdout == "beside it\n" and "Sleep still runs (InProgress)" in got.stderr
    assert json.loads(mine.cli("show", "--json", name).stdout)["Status"] == "Executing"
    mine.cli("stop", name)
    support.done_execution(sagemaker, arn)
    got = shell(mine, name, "Sleep", "--", "echo", "stopped", check=0)
    assert (got.stdout, got.stderr) == ("stopped\n", "")
    assert shell(mine, job, "--", "echo", "by the job's name", check=0).stdout


def test_script_mode(mine, tmp_path):  # noqa: F811
    name, s3 = support.name("script"), mine.client("s3")
    s3.create_bucket(Bucket=BUCKET)  # fine if it is there

    def upload(code):
        archive = io.BytesIO()
        with tarfile.open(fileobj=archive, mode="w:gz") as tar:
            entry = tarfile.TarInfo("go.py")
            entry.size = len(code)
            tar.addfile(entry, io.BytesIO(code))
        s3.put_object(Bucket=BUCKET, Key=f"{name}/code.tar.gz", Body=archive.getvalue())
        return archive.getvalue()

    first = upload(b"import sys\nprint(sys.argv[1:])\nsys.exit('no model')\n")
    arguments = support.training(
        hyperparameters={
            "sagemaker_program": '"go.py"',
            "sagemaker_submit_directory": json.dumps(f"s3://{BUCKET}/{name}/code.tar.gz"),
            "depth": "3",
        }
    )
    del arguments["TrainingJobName"]
    train = {"Name": "Train", "Type": "Training", "Arguments": arguments}
    path = define(tmp_path, train, name=f"{name}.json")
    assert mine.cli("run", str(path), check=False).returncode == 1
    got = shell(mine, name, "Train", "--", "run", check=1)
    assert "['--depth', '3']" in got.stdout and "no model" in got.stderr + got.stdout
    code = "sed -i s/sys.exit.*// /opt/ml/code/go.py; run && echo mended"
    assert "mended" in shell(mine, name, "Train", "--", "sh", "-c", code, check=0).stdout
    upload(b"print('other')")
    got = shell(mine, name, "Train", check=1)
    assert "it was replaced since" in got.stderr and "code.tar.gz" in got.stderr
    s3.delete_object(Bucket=BUCKET, Key=f"{name}/code.tar.gz")
    assert "code.tar.gz" in shell(mine, name, "Train", check=1).stderr
    s3.put_object(Bucket=BUCKET, Key=f"{name}/code.tar.gz", Body=first)
    shell(mine, name, "Train", "--", "test", "-f", "/opt/ml/code/go.py", check=0)
    assert shells(mine) == []


def test_inputs_that_were_replaced_are_named(mine, tmp_path):  # noqa: F811
    name, s3 = support.name("gone"), mine.client("s3")
    for key, body in ("small", b"one"), ("large", LARGE):
        s3.put_object(Bucket=BUCKET, Key=f"{name}/{key}", Body=body)
    step = processing_step(
        "Use", ["/bin/true"], inputs=[(f"s3://{BUCKET}/{name}", "/opt/ml/processing/in")]
    )
    path = define(tmp_path, step, name=f"{name}.json")
    assert mine.cli("run", str(path)).returncode == 0
    # what is a file is kept for the step, whatever becomes of the object
    s3.put_object(Bucket=BUCKET, Key=f"{name}/large", Body=b"replaced")
    s3.put_object(Bucket=BUCKET, Key=f"{name}/more", Body=b"not there then")
    code = "cd /opt/ml/processing/in && ls && wc -c < large"
    assert shell(mine, name, "Use", "--", "sh", "-c", code).stdout == "large\nsmall\n100000\n"
    s3.put_object(Bucket=BUCKET, Key=f"{name}/small", Body=b"two")
    got = shell(mine, name, "Use", check=1)
    assert "is not there any more" in got.stderr and f"s3://{BUCKET}/{name}/small" in got.stderr
    s3.put_object(Bucket=BUCKET, Key=f"{name}/small", Body=b"one")
    shell(mine, name, "Use", "--", "true", check=0)
    assert shells(mine) == []


def test_a_job_that_never_got_its_inputs(mine, tmp_path):  # noqa: F811
    name, s3 = support.name("never"), mine.client("s3")
    step = processing_step(
        "Use", ["/bin/true"], inputs=[(f"s3://{BUCKET}/{name}", "/opt/ml/processing/in")]
    )
    path = define(tmp_path, step, name=f"{name}.json")
    assert mine.cli("run", str(path), check=False).returncode == 1
    assert "No S3 objects found" in shell(mine, name, "Use", check=1).stderr
    s3.put_object(Bucket=BUCKET, Key=f"{name}/late", Body=b"late")
    got = shell(mine, name, "Use", "--", "cat", "/opt/ml/processing/in/late", check=0)
    assert got.stdout == "late" and "these are what S3 has now" in got.stderr


def test_what_gc_has_removed_is_said(mine, tmp_path):  # noqa: F811
    name = support.name("old")
    path = define(tmp_path, processing_step("Use", ["/bin/true"]), name=f"{name}.json")
    first = json.loads(mine.cli("run", "--json", str(path)).stdout)["Started"][0]["Arn"]
    mine.cli("run", str(path))
    mine.cli("gc", "--keep", "1")
    assert "does not exist" in shell(mine, first, "Use", check=1).stderr


def test_an_isolated_step_stays_isolated(mine, tmp_path):  # noqa: F811
    name = support.name("alone")
    step = processing_step("Use", ["/bin/true"], NetworkConfig=None)
    del step["NetworkConfig"]
    step["Arguments"]["NetworkConfig"] = {"EnableNetworkIsolation": True}
    path = define(tmp_path, step, name=f"{name}.json")
    mine.cli("run", str(path))
    got = shell(mine, name, "Use", "--", "sh", "-c", "grep -c : /proc/net/dev; env", check=0)
    assert got.stdout.startswith("1\n") and "AWS_ACCESS_KEY_ID" not in got.stdout


# --- a terminal ---


class Terminal:
    """`slipway shell` on a terminal of its own, and what it shows."""

    def __init__(self, engine, *words, rows=24, columns=80):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            env = clean(SLIPWAY_DATA=engine.data, TERM="xterm", NO_COLOR="1")
            os.execve(SLIPWAY, [SLIPWAY, "shell", *words], env)
        self.seen = ""

    def type(self, text):
        os.write(self.fd, text.encode())

    def read(self):
        if not select.select([self.fd], [], [], support.PATIENCE_S)[0]:
            raise AssertionError(f"nothing more came behind {self.seen!r}")
        try:
            got = os.read(self.fd, 65536).decode()
        except OSError:
            got = ""
        self.seen += got
        return got

    def until(self, pattern):
        """Reads until it matches; gives what came up to there, and keeps what is behind it."""
        while not (found := re.search(pattern, self.seen)):
            assert self.read(), f"ended without {pattern!r}: {self.seen!r}"
        came, self.seen = self.seen[: found.end()], self.seen[found.end() :]
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]\r?", "", came)

    def resize(self, rows, columns):
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def settings(self):
        return termios.tcgetattr(self.fd)

    def end(self):
        while self.read():
            pass
        _, status = os.waitpid(self.pid, 0)
        os.close(self.fd)
        return os.waitstatus_to_exitcode(status)


PROMPT = r"\(Use\) \S+# $"


def test_a_prompt_with_everything_at_hand(mine, failed):  # noqa: F811
    t = Terminal(mine, failed, "Use")
    said = t.until(PROMPT)
    assert f"Use of {failed}, execution " in said and "Failed: AlgorithmError" in said
    assert "run runs its command: /bin/sh -c" in said and "nothing is uploaded" in said
    assert "2 files of its inputs below /opt/ml; Python " in said
    t.type("\x1b[A\r")  # up: the step's command is ready
    assert t.until(PROMPT).startswith("run\r\nit's me says quote's")
    t.type("echo got $?\r")
    t.until("got 3\r\n")
    t.until(PROMPT)
    t.type("cd /opt/ml/processing && ls\r")
    assert t.until(r"\(Use\) /opt/ml/processing# $").split("\r\n")[1].split() == ["in", "out"]
    t.type("exit 9\r")
    assert t.end() == 9
    assert shells(mine) == []


def test_keys_reach_the_program_inside(mine, failed):  # noqa: F811
    t = Terminal(mine, failed, "Use")
    t.until(PROMPT)
    t.type("trap 'echo shell hit' USR1; sleep 1000\r")
    t.until("sleep 1000\r\n")
    time.sleep(0.3)  # it runs
    t.type("\x03")
    t.until(PROMPT)
    t.type("echo $?\r")
    t.until("130\r\n")
    t.until(PROMPT)
    t.type("sleep 1000\r")
    t.until("sleep 1000\r\n")
    time.sleep(0.3)
    t.type("\x1a")
    t.until("Stopped")
    t.until(PROMPT)
    t.type('jobs; kill %1; stty size; tty </dev/tty >/dev/null; echo "tty $?"\r')
    assert "24 80" in t.until(r"tty \d\r\n")
    t.until(PROMPT)
    t.resize(31, 99)
    t.type("\r")
    t.until(PROMPT)
    t.type("stty size\r")
    t.until("31 99\r\n")
    t.until(PROMPT)
    t.type("\x04")
    assert t.end() == 0


def test_nothing_can_be_typed_for_the_user(mine, failed):  # noqa: F811
    code = (
        "import fcntl, os\n"
        "for name in ('/dev/tty', '/dev/console'):\n"
        "    try:\n"
        "        fcntl.ioctl(os.open(name, os.O_RDWR), 0x5412, b'x')\n"
        "        print(name, 'typed')\n"
        "    except OSError as e: print(name, e.strerror)\n"
        "print(os.path.exists('/dev/console'))\n"
    )
    t = Terminal(mine, failed, "Use", "--", "python3", "-c", code)
    said = t.until(r"(True|False)\r\n")
    assert "typed" not in said and "/dev/tty Operation not permitted" in said
    assert t.end() == 0


def test_a_jobs_words_give_a_terminal_no_orders(mine, tmp_path):  # noqa: F811
    name = support.name("words")
    code = r"printf 'bad\033]0;t\007\r\302\2332Jend' > /opt/ml/output/failure; exit 1"
    arguments = support.training(["/bin/sh", "-c", code])
    del arguments["TrainingJobName"]
    path = define(
        tmp_path, {"Name": "Use", "Type": "Training", "Arguments": arguments}, name=f"{name}.json"
    )
    told = [mine.cli("run", str(path), check=False).stdout, mine.cli("show", name).stdout]
    t = Terminal(mine, name, "Use")
    while "run runs its command" not in t.seen:
        assert t.read()
    told.append(t.seen.split("run runs")[0].replace("\r\n", "\n"))
    t.until(PROMPT)
    t.type("exit\r")
    t.end()
    for text in told:
        assert "bad ]0;t" in text and "2Jend" in text
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", text), text


# --- ends that nobody wanted ---


def ready(fresh_engine, tmp_path, **how):
    """An engine of its own with a pipeline that has run once."""
    e = fresh_engine(**how)
    e.cli("runtime", "add", "slipway-test", support.PYTHON, "--everybody")
    name = support.name("own")
    path = define(tmp_path, processing_step("Use", ["/bin/true"]), name=f"{name}.json")
    e.cli("run", str(path))
    return e, name


def test_it_ends_with_the_command_line(fresh_engine, tmp_path):
    e, name = ready(fresh_engine, tmp_path)
    code = "echo $AWS_ACCESS_KEY_ID $AWS_SECRET_ACCESS_KEY; exec sleep 98765"
    t = Terminal(e, name, "Use", "--", "sh", "-c", code)
    key = t.until(r"AKIA\S+ \S+\r\n").split()
    assert valid(e, *key)
    assert t.settings()[3] & termios.ICANON == 0
    os.kill(t.pid, signal.SIGKILL)
    os.waitpid(t.pid, 0)

    def gone():
        return not subprocess.run(["pgrep", "-f", "sleep 98765"], capture_output=True).stdout

    support.until(gone, "the end of what ran in it")
    support.until(lambda: t.settings()[3] & termios.ICANON, "the terminal as it was")
    support.until(lambda: shells(e) == [], "its directory to go")
    support.until(lambda: not valid(e, *key), "its key to go")
    os.close(t.fd)


def test_it_goes_on_without_the_engine(fresh_engine, tmp_path):
    e, name = ready(fresh_engine, tmp_path)
    p = subprocess.Popen(
        [
            SLIPWAY,
            "shell",
            name,
            "Use",
            "--",
            "sh",
            "-c",
            "echo $AWS_ACCESS_KEY_ID $AWS_SECRET_ACCESS_KEY; while read x; do echo $x; done; exit 8",
        ],
        env=clean(SLIPWAY_DATA=e.data),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    )
    key = p.stdout.readline().split()
    e.kill()
    p.stdin.write("alone\n")
    assert p.stdout.readline() == "alone\n"
    e.start()
    assert valid(e, *key)  # whoever is in it can go on
    time.sleep(4)  # it has been looked at
    assert len(shells(e)) == 1
    p.stdin.write("still\n")
    assert p.stdout.readline() == "still\n"
    assert e.cli("ps", "--all", "--json").stdout.count('"processing"') <= 1  # and is no job
    e.kill()
    out, _ = p.communicate()
    assert (out, p.returncode) == ("", 8)
    e.start()
    support.until(lambda: shells(e) == [], "its directory to go")
    support.until(lambda: not valid(e, *key), "its key to go")


def test_without_a_sandbox(fresh_engine, tmp_path):
    """As jobs have it: an /opt/ml of its own and no more."""
    e, name = ready(fresh_engine, tmp_path, args=["--sandbox", "off"])
    got = shell(
        e, name, "Use", "--", "sh", "-c", "ls -d /opt/ml/config; test -e $HOME/.slipway/run; run"
    )
    if "all jobs share the one /opt/ml" in got.stderr:
        pytest.skip("nothing can be mounted here")
    assert got.returncode == 0 and got.stdout == "/opt/ml/config\n", got.stderr
    assert shells(e) == []


def test_where_no_program_runs(fresh_engine, tmp_path):
    e, name = ready(fresh_engine, tmp_path, args=["--executor", "dry"])
    assert "runs no programs" in shell(e, name, "Use", check=1).stderr


@pytest.mark.skipif(os.geteuid() != 0, reason="two users are needed")
def test_another_users_engine():
    """Not even root runs what is another user's; that user does."""
    where, name = pathlib.Path(tempfile.mkdtemp(prefix="slipway-test-")), support.name("theirs")
    data = where / "data"
    where.chmod(0o755)
    data.mkdir()
    os.chown(data, 65534, 65534)
    path = define(where, processing_step("Use", ["/bin/true"]), name=f"{name}.json")
    them = "setpriv --reuid 65534 --regid 65534 --clear-groups".split()
    env = clean(SLIPWAY_DATA=data, HOME="/nonexistent", SLIPWAY_LISTEN="127.0.0.1:0")

    def slipway(*words, by=them):
        return subprocess.run(
            [*by, SLIPWAY, *map(str, words)],
            env=env,
            text=True,
            capture_output=True,
            timeout=120,
            stdin=subprocess.DEVNULL,
            cwd=where,
        )

    try:
        slipway("runtime", "add", "slipway-test", support.PYTHON, "--everybody")
        got = slipway("run", path)
        assert got.returncode == 0, got.stdout + got.stderr
        got = slipway("shell", name, "Use", "--", "id", "-u")
        assert (got.stdout, got.returncode) == ("0\n", 0), got.stderr  # of its own namespace
        got = slipway("shell", name, "Use", "--", "id", "-u", by=[])
        assert got.returncode == 1 and "as another user (id 65534)" in got.stderr
        assert os.listdir(data / "shells") == []
    finally:
        slipway("down")
        shutil.rmtree(where)
