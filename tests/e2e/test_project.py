"""A project with an interpreter of its own (.venv), from `slipway env` to the model: what its jobs
find, and what they do not. ./dev test runs this as root and as an ordinary user."""

import contextlib
import io
import json
import os
import pathlib
import subprocess
import sys
import tarfile

import boto3
import pytest
from botocore.config import Config
from support import BUCKET, done_processing, done_training, log_lines, name, processing, training

IMAGE = "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3"
WORD = "word = 'from the project'\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Its .venv has a module that no other interpreter has."""
    root = tmp_path_factory.mktemp("mine")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", root / ".venv"], check=True)
    [packages] = (root / ".venv").glob("lib/python3*/site-packages")
    (packages / "only_here.py").write_text(WORD)
    (root / "private.txt").write_text("not for jobs\n")
    return root


@pytest.fixture
def mine(project, fresh_engine):
    """An engine, and clients with the project's own key."""
    engine = fresh_engine()
    keys = json.loads(engine.cli("env", "--format", "json", cwd=project).stdout)

    def client(service):
        return boto3.client(
            service,
            endpoint_url=engine.endpoint,
            aws_access_key_id=keys["AWS_ACCESS_KEY_ID"],
            aws_secret_access_key=keys["AWS_SECRET_ACCESS_KEY"],
            region_name=keys["AWS_DEFAULT_REGION"],
            config=Config(retries={"max_attempts": 0}, proxies={}),
        )

    engine.of_project = client
    client("s3").create_bucket(Bucket=BUCKET)
    return engine


def owned_by_others(top):
    """What below a directory does not belong to who runs this test."""
    others = []
    for path in [pathlib.Path(top), *pathlib.Path(top).rglob("*")]:
        with contextlib.suppress(FileNotFoundError):  # the engine sweeps behind its jobs
            if path.lstat().st_uid != os.geteuid():
                others.append(str(path))
    return others


def test_processing(mine, project):
    sagemaker, s3 = mine.of_project("sagemaker"), mine.of_project("s3")
    at, home = name("mine"), os.path.expanduser("~")
    [only_here] = (project / ".venv").glob("lib/python3*/site-packages/only_here.py")
    s3.put_object(Bucket=BUCKET, Key=f"{at}/in/rows.csv", Body=b"a,b\n" * 9000)  # a blob
    s3.put_object(Bucket=BUCKET, Key=f"{at}/in/small", Body=b"1")  # in its row
    code = (
        "import json, os, sys, only_here\n"
        "rows = '/opt/ml/processing/input/rows.csv'\n"
        "os.chmod(rows, 0o600); open(rows, 'a').write('mine')\n"
        "os.unlink('/opt/ml/processing/input/small')\n"
        "def can(path):\n"
        "    try: open(path, 'a').write('x'); return True\n"
        "    except OSError: return False\n"
        "can(only_here.__file__); can('/etc/passwd')\n"
        "json.dump({'prefix': sys.prefix, 'word': only_here.word, 'uid': os.getuid(),\n"
        "           'size': os.path.getsize(rows),\n"
        f"           'seen': [p for p in ({str(project / 'private.txt')!r}, {mine.data + '/meta.db'!r},\n"
        f"                    {home + '/.bashrc'!r}, '/etc/shadow') if os.path.exists(p)],\n"
        "           'written': [p for p in ('/usr/x', '/proc/sys/kernel/core_pattern') if can(p)]},\n"
        "          open('/opt/ml/processing/output/seen.json', 'w'))\n"
    )
    s3.put_object(Bucket=BUCKET, Key=f"{at}/code/look.py", Body=code.encode())
    job = processing(
        ["python3", "/opt/ml/processing/code/look.py"],
        inputs=[
            (f"s3://{BUCKET}/{at}/in/", "/opt/ml/processing/input"),
            (f"s3://{BUCKET}/{at}/code/", "/opt/ml/processing/code"),
        ],
        outputs=[("/opt/ml/processing/output", f"s3://{BUCKET}/{at}/out")],
    )
    job["AppSpecification"]["ImageUri"] = IMAGE
    sagemaker.create_processing_job(**job)
    got = done_processing(sagemaker, job["ProcessingJobName"])
    said = log_lines(
        mine.of_project("logs"), "/aws/sagemaker/ProcessingJobs", job["ProcessingJobName"]
    )
    assert got["ProcessingJobStatus"] == "Completed", (got.get("FailureReason"), said)
    seen = json.loads(s3.get_object(Bucket=BUCKET, Key=f"{at}/out/seen.json")["Body"].read())
    assert seen == {
        "prefix": str(project / ".venv"),
        "word": "from the project",
        "uid": 0,  # as in AWS's images; of a user namespace that has no other
        "size": 4 * 9000 + 4,
        "seen": [],
        "written": [],
    }
    # the objects are as they were, whatever the job did to its inputs
    assert s3.get_object(Bucket=BUCKET, Key=f"{at}/in/rows.csv")["Body"].read() == b"a,b\n" * 9000
    assert s3.get_object(Bucket=BUCKET, Key=f"{at}/in/small")["Body"].read() == b"1"
    assert [only_here] == [p for p in only_here.parent.iterdir() if p.is_file()]
    assert only_here.read_text() == WORD and "x" != pathlib.Path("/etc/passwd").read_text()[-1]
    assert owned_by_others(mine.data) == []


def test_training(mine, project):
    sagemaker, s3 = mine.of_project("sagemaker"), mine.of_project("s3")
    at, packed = name("mine"), io.BytesIO()
    script = (
        "import os, only_here\n"
        "rows = open(os.environ['SM_CHANNEL_TRAIN'] + '/rows.csv').read()\n"
        "open(os.environ['SM_MODEL_DIR'] + '/model', 'w').write(f'{len(rows)} {only_here.word}')\n"
        "print('accuracy=0.75;')\n"
    ).encode()
    with tarfile.open(fileobj=packed, mode="w:gz") as tar:
        member = tarfile.TarInfo("train.py")
        member.size = len(script)
        tar.addfile(member, io.BytesIO(script))
    s3.put_object(Bucket=BUCKET, Key=f"{at}/code.tar.gz", Body=packed.getvalue())
    s3.put_object(Bucket=BUCKET, Key=f"{at}/in/rows.csv", Body=b"a,b\n" * 9000)
    job = training(
        channels=[("train", f"s3://{BUCKET}/{at}/in/")],
        hyperparameters={
            "sagemaker_program": '"train.py"',
            "sagemaker_submit_directory": f'"s3://{BUCKET}/{at}/code.tar.gz"',
        },
    )
    job["AlgorithmSpecification"] = {
        "TrainingImage": IMAGE,
        "TrainingInputMode": "File",
        "MetricDefinitions": [{"Name": "accuracy", "Regex": "accuracy=([0-9.]+);"}],
    }
    sagemaker.create_training_job(**job)
    got = done_training(sagemaker, job["TrainingJobName"])
    said = log_lines(mine.of_project("logs"), "/aws/sagemaker/TrainingJobs", job["TrainingJobName"])
    assert got["TrainingJobStatus"] == "Completed", (got.get("FailureReason"), said)
    assert [(m["MetricName"], m["Value"]) for m in got["FinalMetricDataList"]] == [
        ("accuracy", 0.75)
    ]
    bucket, _, key = got["ModelArtifacts"]["S3ModelArtifacts"].removeprefix("s3://").partition("/")
    model = io.BytesIO(s3.get_object(Bucket=bucket, Key=key)["Body"].read())
    with tarfile.open(fileobj=model) as tar:
        assert tar.extractfile("model").read() == b"36000 from the project"
    assert owned_by_others(mine.data) == []
    assert not list((project / ".venv").rglob("__pycache__/only_here*"))
