"""The AWS CLI, as a program of its own: version 1 beside the interpreter that runs the tests, and
the system's where that is version 2 (the package awscli of Debian 12 and 13; not on PyPI)."""

import json
import os
import pathlib
import shutil
import subprocess
import sys

import pytest
from support import BUCKET, name, processing, shell

AWS = pathlib.Path(sys.executable).parent / "aws"
if not AWS.exists():
    pytest.skip("no AWS CLI in this environment", allow_module_level=True)


def version_2():
    """The system's program, or None."""
    found = shutil.which("aws", path="/usr/local/bin:/usr/bin")
    said = subprocess.run([found, "--version"], capture_output=True, text=True) if found else None
    return found if said and said.stdout.startswith("aws-cli/2.") else None


PROGRAMS = {"1": [sys.executable, str(AWS)]}
if version_2():
    PROGRAMS["2"] = [version_2()]


@pytest.fixture(scope="module", params=PROGRAMS)
def aws(request, engine, sagemaker, tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    env = dict(engine.env, HOME=str(home), AWS_MAX_ATTEMPTS="1", AWS_PAGER="")
    program = PROGRAMS[request.param]
    if request.param == "2":  # Debian 12's is older than the variable
        program = [*program, "--endpoint-url", env["AWS_ENDPOINT_URL"]]

    def run(*words, check=True, **more):
        done = subprocess.run(
            [*program, *words],
            env=env,
            capture_output=True,
            text=True,
            timeout=100,
            **more,
        )
        if check:
            assert done.returncode == 0, done.stderr
        return done

    return run


def test_identity(aws):
    assert json.loads(aws("sts", "get-caller-identity").stdout)["Account"] == "123456789012"


def test_s3_copies_and_syncs(aws, tmp_path):
    bucket = name("cli-bucket")
    aws("s3", "mb", f"s3://{bucket}")
    (tmp_path / "a" / "deep").mkdir(parents=True)
    (tmp_path / "a" / "one.txt").write_text("one")
    (tmp_path / "a" / "deep" / "two words.bin").write_bytes(os.urandom(9 << 20))  # multipart
    aws("s3", "sync", str(tmp_path / "a"), f"s3://{bucket}/a")
    listed = aws("s3", "ls", "--recursive", f"s3://{bucket}/").stdout
    assert "a/one.txt" in listed and "a/deep/two words.bin" in listed
    aws("s3", "sync", f"s3://{bucket}/a", str(tmp_path / "b"))
    same = (tmp_path / "b" / "deep" / "two words.bin").read_bytes()
    assert same == (tmp_path / "a" / "deep" / "two words.bin").read_bytes()
    assert aws("s3", "cp", f"s3://{bucket}/a/one.txt", "-").stdout == "one"
    url = aws("s3", "presign", f"s3://{bucket}/a/one.txt").stdout.strip()
    import urllib.request

    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    assert opener.open(url, timeout=20).read() == b"one"
    aws("s3", "rb", "--force", f"s3://{bucket}")
    assert bucket not in aws("s3", "ls").stdout


def test_a_job_and_its_log(aws):
    request = processing(shell("echo from the job"))
    job = request["ProcessingJobName"]
    aws("sagemaker", "create-processing-job", "--cli-input-json", json.dumps(request))
    aws("sagemaker", "wait", "processing-job-completed-or-stopped", "--processing-job-name", job)
    got = json.loads(
        aws("sagemaker", "describe-processing-job", "--processing-job-name", job).stdout
    )
    assert got["ProcessingJobStatus"] == "Completed"
    group = "/aws/sagemaker/ProcessingJobs"
    events = json.loads(
        aws(
            "logs", "filter-log-events", "--log-group-name", group, "--log-stream-name-prefix", job
        ).stdout
    )["events"]
    assert [e["message"] for e in events] == ["from the job"]


def test_errors_are_shown(aws):
    failed = aws("sagemaker", "describe-pipeline", "--pipeline-name", "never-made", check=False)
    assert failed.returncode in (254, 255) and "ResourceNotFound" in failed.stderr
    failed = aws("sagemaker", "list-endpoints", check=False)
    assert failed.returncode in (254, 255) and "UnknownOperationException" in failed.stderr
    assert "ListEndpoints" in failed.stderr
    failed = aws(
        "s3api", "get-object", "--bucket", BUCKET, "--key", "never", os.devnull, check=False
    )
    assert failed.returncode in (254, 255) and "NoSuchKey" in failed.stderr


def test_metrics(aws):
    space = name("cli")
    aws("cloudwatch", "put-metric-data", "--namespace", space, "--metric-name", "m", "--value", "2")
    got = json.loads(aws("cloudwatch", "list-metrics", "--namespace", space).stdout)["Metrics"]
    assert [m["MetricName"] for m in got] == ["m"]


def test_roles(aws):
    got = json.loads(aws("iam", "get-role", "--role-name", "Anybody").stdout)["Role"]
    assert got["Arn"] == "arn:aws:iam::123456789012:role/Anybody"
