"""kill -9 of `slipway serve` at many moments with a pipeline under way, and then a new engine.

What must hold after each: the execution ends Succeeded, every job ran exactly once (each tells a
listener outside of the engine), what was acknowledged is there, outputs are in place. Half of the
moments are enumerated calls of the fault points (a build with -Dfault_points=true), half random.

KILLS: how many (200). SEED: of the random ones. SOAK_SECONDS: random kills for so long instead."""

import collections
import json
import os
import pathlib
import random
import re
import shutil
import socketserver
import tempfile
import threading
import time
import uuid

import pytest
import support
from botocore.exceptions import BotoCoreError, ClientError
from harness import Engine
from support import BUCKET, ROLE

KILLS = int(os.environ.get("KILLS", "200"))
SEED = int(os.environ.get("SEED", str(int(time.time()))))
SOAK_SECONDS = float(os.environ.get("SOAK_SECONDS", "0"))
PIPELINE = "crash"
STEPS = ("Prepare", "Left", "Right", "Train", "Last")
BIG = 300_000  # bytes of an output that is a file of its own in the store


class Runs(socketserver.ThreadingTCPServer):
    """Counts what jobs say when they start."""

    daemon_threads = True

    def __init__(self):
        self.seen = collections.Counter()
        super().__init__(("127.0.0.1", 0), Told)
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Told(socketserver.StreamRequestHandler):
    def handle(self):
        self.server.seen[self.rfile.readline().decode().strip()] += 1


@pytest.fixture(scope="module")
def runs():
    server = Runs()
    yield server
    server.shutdown()
    server.server_close()


def job(port, step, then):
    """A program that reports its start, takes a moment, then does its work."""
    return support.python(
        "import os, socket, time\n"
        f"s = socket.create_connection(('127.0.0.1', {port}))\n"
        f"s.sendall((os.environ['RUN'] + ' {step}\\n').encode()); s.close()\n"
        f"print('{step} runs', flush=True); time.sleep(0.1)\n" + then
    )


def steps(port):
    run = {"RUN": {"Get": "Execution.PipelineExecutionId"}}
    at = {
        "Std:Join": {
            "On": "/",
            "Values": [f"s3://{BUCKET}/runs", {"Get": "Execution.PipelineExecutionId"}],
        }
    }

    def where(name):
        return {"Std:Join": {"On": "/", "Values": [at, name]}}

    def processing(name, then, inputs=(), depends=(), **more):
        step = support.processing_step(
            name,
            job(port, name, then),
            depends,
            inputs,
            [("/opt/ml/processing/out", where(name))],
            **more,
        )
        step["Arguments"]["Environment"] = run
        return step

    def output_of(name):
        return {"Get": f"Steps.{name}.ProcessingOutputConfig.Outputs['out-0'].S3Output.S3Uri"}

    train = support.training(job(port, "Train", "open('/opt/ml/model/m', 'w').write('model')\n"))
    del train["TrainingJobName"]
    train["Environment"] = run
    train["OutputDataConfig"] = {"S3OutputPath": where("models")}
    train["InputDataConfig"] = [
        {
            "ChannelName": "train",
            "DataSource": {
                "S3DataSource": {
                    "S3DataType": "S3Prefix",
                    "S3Uri": output_of("Prepare"),
                    "S3DataDistributionType": "FullyReplicated",
                }
            },
        }
    ]
    copy = "import shutil; shutil.copy('/opt/ml/processing/in/big', '/opt/ml/processing/out/{0}')\n"
    gate = {
        "Name": "Gate",
        "Type": "Condition",
        "Arguments": {
            "Conditions": [
                {
                    "Type": "GreaterThan",
                    "LeftValue": {
                        "Std:JsonGet": {
                            "PropertyFile": {"Get": "Steps.Left.PropertyFiles.Report"},
                            "Path": "auc",
                        }
                    },
                    "RightValue": 0.5,
                }
            ],
            "IfSteps": [
                processing("Last", "pass\n"),
                {
                    "Name": "Register",
                    "Type": "RegisterModel",
                    "Arguments": {
                        "ModelPackageGroupName": "crash-group",
                        "ModelApprovalStatus": "PendingManualApproval",
                        "InferenceSpecification": {
                            "Containers": [
                                {
                                    "Image": support.IMAGE,
                                    "ModelDataUrl": {
                                        "Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts"
                                    },
                                }
                            ],
                            "SupportedContentTypes": ["text/csv"],
                            "SupportedResponseMIMETypes": ["text/csv"],
                        },
                    },
                },
            ],
            "ElseSteps": [],
        },
    }
    return [
        processing(
            "Prepare",
            f"open('/opt/ml/processing/out/big', 'wb').write(b'b' * {BIG})\n"
            "for i in range(5): open(f'/opt/ml/processing/out/small-{i}', 'w').write(str(i))\n",
            inputs=[(f"s3://{BUCKET}/in/", "/opt/ml/processing/in")],
            CacheConfig={"Enabled": True},
        ),
        processing(
            "Left",
            copy.format("left")
            + "open('/opt/ml/processing/out/r.json', 'w').write('{\"auc\": 0.9}')\n",
            inputs=[(output_of("Prepare"), "/opt/ml/processing/in")],
            CacheConfig={"Enabled": True},
            RetryPolicies=[{"ExceptionType": ["Step.SERVICE_FAULT"]}],
            PropertyFiles=[
                {"PropertyFileName": "Report", "OutputName": "out-0", "FilePath": "r.json"}
            ],
        ),
        processing(
            "Right", copy.format("right"), inputs=[(output_of("Prepare"), "/opt/ml/processing/in")]
        ),
        {"Name": "Train", "Type": "Training", "Arguments": train},
        gate,
    ]


@pytest.fixture(scope="module")
def base(runs, tmp_path_factory):
    """A data directory with everything but an execution; each kill gets a copy of it."""
    where = tmp_path_factory.mktemp("base") / "data"
    where.mkdir()
    e = Engine(data=str(where)).start()
    try:
        support.map_image(e)
        s3, sagemaker = e.client("s3"), e.client("sagemaker")
        for i in range(10):
            s3.put_object(Bucket=BUCKET, Key=f"in/{i}", Body=os.urandom(i * 5000))
        sagemaker.create_model_package_group(ModelPackageGroupName="crash-group")
        sagemaker.create_pipeline(
            PipelineName=PIPELINE,
            PipelineDefinition=support.definition(*steps(runs.server_address[1])),
            ClientRequestToken=uuid.uuid4().hex,
            RoleArn=ROLE,
        )
    finally:
        e.stop()
    yield e
    e.remove()


class Writer(threading.Thread):
    """Writes objects and groups until the engine is gone; remembers what was acknowledged."""

    def __init__(self, engine):
        super().__init__(daemon=True)
        self.s3 = engine.client("s3", read_timeout=10)
        self.sagemaker = engine.client("sagemaker", read_timeout=10)
        self.objects, self.groups, self.deleted = {}, set(), set()
        self.over = False
        self.odd = []

    def run(self):
        n = 0
        while not self.over:
            n += 1
            try:
                body = os.urandom(100 if n % 3 else 40_000)
                self.s3.put_object(Bucket=BUCKET, Key=f"w/{n}", Body=body)
                self.objects[f"w/{n}"] = body
                if n % 5 == 0:
                    self.objects.pop(f"w/{n - 1}")  # there or not, until this is answered
                    self.s3.delete_object(Bucket=BUCKET, Key=f"w/{n - 1}")
                    self.deleted.add(f"w/{n - 1}")
                if n % 4 == 0:
                    self.sagemaker.create_model_package_group(ModelPackageGroupName=f"w-{n}")
                    self.groups.add(f"w-{n}")
            except (BotoCoreError, ClientError, OSError) as e:
                if isinstance(e, ClientError):
                    self.odd.append(e)
                return
            time.sleep(0.002)


def check(engine, arn, writer, runs):
    """Everything that must hold once the execution has ended."""
    sagemaker, s3 = engine.client("sagemaker"), engine.client("s3")
    ended = support.done_execution(sagemaker, arn, 60)
    found = support.steps_of(sagemaker, arn)
    told = {n: (s["StepStatus"], s.get("FailureReason")) for n, s in found.items()}
    assert ended["PipelineExecutionStatus"] == "Succeeded", (ended.get("FailureReason"), told)
    assert set(found) == {*STEPS, "Gate", "Register"}, told
    run = arn.split("/")[-1]
    ran = {s: runs.seen[f"{run} {s}"] for s in STEPS}
    assert ran == dict.fromkeys(STEPS, 1), f"jobs that did not run exactly once: {ran}"
    at = f"runs/{run}"
    keys = {k.removeprefix(f"{at}/") for k in support.keys_of(s3, f"{at}/")}
    model = [k for k in keys if k.startswith("models/")]
    assert len(model) == 1, keys
    assert keys - set(model) == {
        "Prepare/big",
        *(f"Prepare/small-{i}" for i in range(5)),
        "Left/left",
        "Left/r.json",
        "Right/right",
    }
    for key in ("Prepare/big", "Left/left", "Right/right"):
        assert s3.get_object(Bucket=BUCKET, Key=f"{at}/{key}")["Body"].read() == b"b" * BIG
    packages = sagemaker.list_model_packages(ModelPackageGroupName="crash-group")[
        "ModelPackageSummaryList"
    ]
    assert len(packages) == 1
    assert not writer.odd, writer.odd
    for key, body in writer.objects.items():
        assert s3.get_object(Bucket=BUCKET, Key=key)["Body"].read() == body, key
    there = set(support.keys_of(s3, "w/"))
    assert not there & writer.deleted
    for group in writer.groups:
        sagemaker.describe_model_package_group(ModelPackageGroupName=group)
    listed = sagemaker.list_pipeline_executions(PipelineName=PIPELINE)["PipelineExecutionSummaries"]
    assert [x["PipelineExecutionArn"] for x in listed] == [arn]


def begin(engine, token):
    """Starts the execution; None when the engine dies meanwhile."""
    try:
        return engine.client("sagemaker", read_timeout=10).start_pipeline_execution(
            PipelineName=PIPELINE, ClientRequestToken=token
        )["PipelineExecutionArn"]
    except (BotoCoreError, OSError):
        return None


def wait_for_death(engine, arn, seconds):
    """Until the engine is dead, the execution over, or the time is up."""
    end = time.monotonic() + seconds
    client = engine.client("sagemaker", read_timeout=10) if arn else None
    while time.monotonic() < end and engine.process.poll() is None:
        try:
            answer = client and client.list_pipeline_executions(PipelineName=PIPELINE)
            if (
                answer
                and answer["PipelineExecutionSummaries"][0]["PipelineExecutionStatus"]
                != "Executing"
            ):
                return
        except (BotoCoreError, OSError):
            pass
        time.sleep(0.01)


def one_kill(base, runs, env=None, after_s=None, again_s=None):
    """A copy of the base, an execution, a kill (at a fault point or after a time; maybe a second one
    while the next engine takes up the work), a new engine, and the checks."""
    where = pathlib.Path(tempfile.mkdtemp(prefix="slipway-crash-")) / "data"
    shutil.copytree(base.data, where, symlinks=True)
    e = Engine(data=str(where), env=env or {})
    e._keys = base.keys
    token, arn, writer = uuid.uuid4().hex, None, None
    try:
        e.start(check=False)
        if e.process:  # not killed before it listened
            writer = Writer(e)
            writer.start()
            arn = begin(e, token)
            wait_for_death(e, arn, after_s if after_s is not None else 30)
            e.kill()
            writer.over = True
            writer.join()
        e.extra_env = {}
        if again_s is not None:
            e.start()
            time.sleep(again_s)
            e.kill()
        e.start()
        if arn is None:
            arn = begin(e, token)
        check(e, arn, writer or Writer(e), runs)
    except BaseException:
        print(f"the engine's log:\n{e.said()}")
        print(f"the data directory: {where}" if os.environ.get("KEEP") else "")
        raise
    finally:
        if os.environ.get("KEEP"):
            e.stop()
        else:
            e.remove()
            shutil.rmtree(where.parent, ignore_errors=True)


@pytest.fixture(scope="module")
def points(base, runs):
    """The hits of fault points in a run without a kill: ["name:n", …]."""
    with tempfile.NamedTemporaryFile("r", prefix="slipway-points-") as f:
        one_kill(base, runs, env={"SLIPWAY_FAULT_COUNT": f.name})
        return f.read().split()


def chosen(points, n):
    """n hits: the first and last of each name before any in between, in a fixed order."""
    by_name = collections.defaultdict(list)
    for p in points:
        name, hit = p.rsplit(":", 1)
        by_name[name].append(int(hit))
    last = {name: max(hits) for name, hits in by_name.items()}
    shares = (0.0, 0.9, 0.5, 0.25, 0.75, 0.1, 0.4, 0.6)
    wanted = []
    for share in shares:
        for name in sorted(last):
            hit = f"{name}:{max(1, round(last[name] * share))}"
            if hit not in wanted:
                wanted.append(hit)
    return wanted[:n]


def names_in_sources():
    """The fault points that there are, for a look at which were never reached."""
    sources = pathlib.Path(__file__).resolve().parents[2] / "src"
    found = set()
    for path in sources.rglob("*.c"):
        found |= set(re.findall(r'fault_point\("([^"]+)"\)', path.read_text()))
    return found


if not SOAK_SECONDS:

    def test_fault_points_are_reached(points):
        if not points:
            pytest.skip("this build has no fault points")
        reached = {p.rsplit(":", 1)[0] for p in points}
        print(json.dumps({"never reached": sorted(names_in_sources() - reached)}))
        assert len(reached) >= 10

    @pytest.mark.parametrize("i", range(KILLS // 2))
    def test_enumerated(base, runs, points, i):
        if not points:
            pytest.skip("this build has no fault points")
        wanted = chosen(points, KILLS // 2)
        if i >= len(wanted):
            pytest.skip("no more points than that")
        print(f"SLIPWAY_FAULT={wanted[i]}")
        one_kill(base, runs, env={"SLIPWAY_FAULT": wanted[i]})

    @pytest.mark.parametrize("i", range(KILLS - KILLS // 2))
    def test_random(base, runs, i):
        dice = random.Random(f"{SEED} {i}")
        after, again = dice.uniform(0, 1.6), dice.uniform(0, 0.5) if dice.random() < 0.3 else None
        print(f"SEED={SEED}: kill after {after:.3f} s, again after {again}")
        one_kill(base, runs, after_s=after, again_s=again)

else:

    @pytest.mark.timeout(SOAK_SECONDS + 600)
    def test_soak(base, runs):
        dice, end, kills = random.Random(SEED), time.monotonic() + SOAK_SECONDS, 0
        while time.monotonic() < end:
            after, again = (
                dice.uniform(0, 2.0),
                dice.uniform(0, 0.7) if dice.random() < 0.4 else None,
            )
            print(f"SEED={SEED} kill {kills}: after {after:.3f} s, again after {again}")
            one_kill(base, runs, after_s=after, again_s=again)
            kills += 1
        print(f"{kills} kills")
