"""--sandbox off where nothing can be mounted: jobs run one at a time behind a link at /opt/ml.

The engines of a test run on a machine of its own: a user namespace in which /opt is an empty
directory that the host does not see, no capability to mount is left, and no further namespace can
be made. The host's /opt stays as it is."""

import io
import json
import os
import shlex
import signal
import subprocess
import sys
import tarfile
import time
import zipfile

import harness
import pytest
import support
from support import BUCKET, done_processing, name, processing, run_processing, shell, until

MAKE = "mount -t tmpfs tmpfs /opt && echo 0 >/proc/sys/user/max_user_namespaces && echo ready && cat"
DROPPED = "-sys_admin,-dac_override"


class Machine:
    def __init__(self, tmp):
        self.holder = subprocess.Popen(
            ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", MAKE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        if self.holder.stdout.readline() != "ready\n":
            pytest.skip(f"no namespace for this test: {self.holder.stderr.read().strip()}")
        self.enter = ["nsenter", "-t", str(self.holder.pid), "-U", "-m", "--preserve-credentials"]
        self.program = tmp / "slipway"
        words = shlex.join(
            [*self.enter, "setpriv", "--bounding-set", DROPPED, "--inh-caps", DROPPED]
        )
        self.program.write_text(f'#!/bin/sh\nexec {words} {shlex.quote(harness.SLIPWAY)} "$@"\n')
        self.program.chmod(0o755)

    def sh(self, command):
        """On this machine, as one who may do anything there."""
        got = subprocess.run([*self.enter, "sh", "-c", command], text=True, capture_output=True)
        assert got.returncode == 0, got.stderr
        return got.stdout

    def link(self):
        return self.sh("readlink /opt/ml || true").strip()

    def end(self):
        self.holder.kill()
        self.holder.wait()


@pytest.fixture
def machine(tmp_path, monkeypatch):
    it = Machine(tmp_path)
    monkeypatch.setattr(harness, "SLIPWAY", str(it.program))
    yield it
    it.end()


@pytest.fixture
def make(machine):
    """make(): an engine on that machine, on which jobs of support.IMAGE run."""
    made = []

    def one():
        made.append(harness.Engine(args=["--sandbox", "off", "--max-jobs", "4"]).start())
        support.map_image(made[-1])
        return made[-1]

    yield one
    for e in made:
        e.remove()


def put(engine, key, body):
    engine.client("s3").put_object(Bucket=BUCKET, Key=key, Body=body)


def create(sagemaker, command, **how):
    request = processing(command, **how)
    sagemaker.create_processing_job(**request)
    return request["ProcessingJobName"]


def status(sagemaker, job):
    """Now: Describe would wait for news."""
    found = sagemaker.list_processing_jobs(NameContains=job)["ProcessingJobSummaries"]
    return found[0]["ProcessingJobStatus"]


def stopped(sagemaker, job, within_s):
    began = time.monotonic()
    sagemaker.stop_processing_job(ProcessingJobName=job)
    assert done_processing(sagemaker, job)["ProcessingJobStatus"] == "Stopped"
    assert time.monotonic() - began < within_s


def test_jobs_take_turns(machine, make):
    engine = make()
    sagemaker, s3 = engine.client("sagemaker"), engine.client("s3")
    put(engine, "in/word", b"given")
    at = name("out")
    command = shell(
        "cd /opt/ml/processing; mkdir out; date +%s.%N >out/$(cat in/word); sleep 0.3;"
        "date +%s.%N >>out/given; test $(ls out) = given"
    )
    jobs = [
        create(
            sagemaker,
            command,
            inputs=[(f"s3://{BUCKET}/in/", "/opt/ml/processing/in")],
            outputs=[("/opt/ml/processing/out", f"s3://{BUCKET}/{at}/{i}")],
        )
        for i in range(4)
    ]
    for job in jobs:
        got = done_processing(sagemaker, job)
        assert got["ProcessingJobStatus"] == "Completed", got
    assert machine.link() == ""
    times = sorted(
        [float(t) for t in support.text_of(s3, f"{at}/{i}/given").split()] for i in range(4)
    )
    for (_, end), (begin, _) in zip(times, times[1:]):
        assert begin > end


def test_a_job_that_waits_can_be_stopped(machine, make):
    engine = make()
    sagemaker = engine.client("sagemaker")
    first = create(sagemaker, shell("sleep 1000"))
    until(machine.link, "the link")
    second = create(sagemaker, ["/bin/true"])
    shown = json.loads(engine.cli("show", "--json", second).stdout)
    assert "slot" in shown["Details"]["waiting"]
    stopped(sagemaker, second, 5)
    assert status(sagemaker, first) == "InProgress"
    stopped(sagemaker, first, 10)
    assert machine.link() == ""
    assert run_processing(sagemaker, ["/bin/true"])["ProcessingJobStatus"] == "Completed"


def test_two_engines(machine, make):
    x, y = make(), make()
    mine, theirs = x.client("sagemaker"), y.client("sagemaker")
    first = create(mine, shell("while ! test -e /opt/ml/go; do sleep 0.05; done"))
    leads = until(machine.link, "the link")
    assert leads.startswith(x.data)
    second, third = create(theirs, ["/bin/true"]), create(theirs, ["/bin/true"])
    until(lambda: "waits for its turn" in y.said(), "that the other engine says why it waits")
    assert machine.link() == leads
    stopped(theirs, third, 5)
    assert status(theirs, second) == "InProgress"
    machine.sh("touch /opt/ml/go")
    assert done_processing(mine, first)["ProcessingJobStatus"] == "Completed"
    assert done_processing(theirs, second)["ProcessingJobStatus"] == "Completed"
    # also one that waits for another engine
    first = create(mine, shell("sleep 1000"))
    until(machine.link, "the link")
    fourth = create(theirs, ["/bin/true"])
    time.sleep(1)
    stopped(theirs, fourth, 8)
    stopped(mine, first, 10)
    assert machine.link() == ""


def test_the_engine_killed_while_the_link_stands(machine, make):
    engine = make()
    command = shell("while ! test -e /opt/ml/go; do sleep 0.05; done; echo on >/opt/ml/processing/out/x")
    at = name("out")
    job = create(
        engine.client("sagemaker"),
        command,
        outputs=[("/opt/ml/processing/out", f"s3://{BUCKET}/{at}")],
    )
    leads = until(machine.link, "the link")
    engine.kill()
    other = make()
    assert machine.link() == leads
    waiting = create(other.client("sagemaker"), ["/bin/true"])
    engine.start()
    sagemaker = engine.client("sagemaker")
    machine.sh("touch /opt/ml/go")
    got = done_processing(sagemaker, job)
    assert got["ProcessingJobStatus"] == "Completed", got
    assert support.text_of(engine.client("s3"), f"{at}/x") == "on\n"
    assert (
        done_processing(other.client("sagemaker"), waiting)["ProcessingJobStatus"] == "Completed"
    )
    assert machine.link() == ""


def test_everything_killed_while_the_link_stands(machine, make):
    engine = make()
    job = create(engine.client("sagemaker"), shell("exec sleep 1000"))
    until(machine.link, "the link")
    until(lambda: status(engine.client("sagemaker"), job) == "InProgress", "the start")
    supervisors = [p for p in engine.others() if p != engine.process.pid]
    assert supervisors
    children = [
        int(c)
        for p in supervisors
        for c in open(f"/proc/{p}/task/{p}/children").read().split()
    ]
    engine.kill()
    for pid in supervisors:
        os.kill(pid, signal.SIGSTOP)
    for pid in children + supervisors:
        os.kill(pid, signal.SIGKILL)
    assert machine.link()  # it leads to nobody's directory
    engine.start()
    sagemaker = engine.client("sagemaker")
    assert done_processing(sagemaker, job)["ProcessingJobStatus"] == "Failed"
    assert run_processing(sagemaker, ["/bin/true"])["ProcessingJobStatus"] == "Completed"
    assert machine.link() == ""


def doctor(engine):
    checks = json.loads(engine.cli("doctor", "--json", check=False).stdout)
    return {c["Check"]: c for c in checks}["off"]


def test_refused_with_cause_and_fix(machine, make):
    engine = make()
    sagemaker = engine.client("sagemaker")
    assert "one at a time" in engine.said()
    told = doctor(engine)
    assert told["Verdict"] == "note" and "one at a time" in told["Text"]
    machine.sh("mkdir /opt/ml; echo mine >/opt/ml/data")
    got = run_processing(sagemaker, ["/bin/true"])
    assert got["ProcessingJobStatus"] == "Failed"
    for text in (got["FailureReason"], doctor(engine)["Text"]):
        assert "/opt/ml is there" in text and "sudo mv /opt/ml" in text
        assert "no mount namespace" in text and "user.max_user_namespaces" in text
    assert "refused" in doctor(engine)["Text"]
    assert machine.sh("cat /opt/ml/data") == "mine\n"
    machine.sh("rm -r /opt/ml; chmod 555 /opt")
    got = run_processing(sagemaker, ["/bin/true"])
    for text in (got["FailureReason"], doctor(engine)["Text"]):
        assert "write to /opt: Permission denied" in text and "as a user who may" in text
    machine.sh("chmod 755 /opt")
    assert run_processing(sagemaker, ["/bin/true"])["ProcessingJobStatus"] == "Completed"


def test_doctor_where_mounts_are_possible(fresh_engine):
    engine = fresh_engine()
    told = doctor(engine)
    got = subprocess.run(
        ["unshare", "--user", "--map-root-user", "--mount", "true"], capture_output=True
    )
    if got.returncode != 0:
        pytest.skip("no namespaces here")
    assert told["Verdict"] == "ok" and "of its own" in told["Text"]


def wheel():
    """A package of one line."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        z.writestr("tinyword.py", "word = 'installed'\n")
        z.writestr(
            "tinyword-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tinyword\nVersion: 1.0\n"
        )
        z.writestr(
            "tinyword-1.0.dist-info/WHEEL",
            "Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        )
        z.writestr(
            "tinyword-1.0.dist-info/RECORD",
            "tinyword.py,,\ntinyword-1.0.dist-info/METADATA,,\n"
            "tinyword-1.0.dist-info/WHEEL,,\ntinyword-1.0.dist-info/RECORD,,\n",
        )
    return out.getvalue()


def test_requirements_stay_out_of_the_environment(make, tmp_path):
    engine = make()
    venv = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
    before = sorted(p.relative_to(venv) for p in venv.rglob("*"))
    engine.cli("runtime", "add", "slipway-test", f"{venv}/bin/python")
    source, at = io.BytesIO(), name("source")
    with tarfile.open(fileobj=source, mode="w:gz") as tar:
        for path, body in {
            "train.py": b"import os, tinyword\n"
            b"open(os.environ['SM_MODEL_DIR'] + '/word', 'w').write(tinyword.word)\n",
            "requirements.txt": b"./tinyword-1.0-py3-none-any.whl\n",
            "tinyword-1.0-py3-none-any.whl": wheel(),
        }.items():
            info = tarfile.TarInfo(path)
            info.size = len(body)
            tar.addfile(info, io.BytesIO(body))
    put(engine, f"{at}/sourcedir.tar.gz", source.getvalue())
    got = support.run_training(
        engine.client("sagemaker"),
        hyperparameters={
            "sagemaker_program": '"train.py"',
            "sagemaker_submit_directory": f'"s3://{BUCKET}/{at}/sourcedir.tar.gz"',
        },
        OutputDataConfig={"S3OutputPath": f"s3://{BUCKET}/models", "CompressionType": "NONE"},
    )
    assert got["TrainingJobStatus"] == "Completed", got
    key = f"models/{got['TrainingJobName']}/output/model/word"
    assert support.text_of(engine.client("s3"), key) == "installed"
    assert sorted(p.relative_to(venv) for p in venv.rglob("*")) == before
