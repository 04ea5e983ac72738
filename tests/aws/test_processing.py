"""Processing jobs as boto3 sees them: the container contract, inputs and outputs, ends of all kinds."""

import json
import pathlib
import re
import time

import pytest
from support import (
    BUCKET,
    IMAGE,
    PROCESSING_LOGS,
    ROLE,
    done_processing,
    error,
    keys_of,
    log_lines,
    name,
    processing,
    python,
    run_processing,
    shell,
    text_of,
    until,
    until_said,
)


def test_completes_and_describes_what_was_asked(sagemaker):
    request = processing(shell("exit 0"), Environment={"COLOUR": "green"})
    made = sagemaker.create_processing_job(**request)
    assert made["ProcessingJobArn"] == (
        "arn:aws:sagemaker:us-east-1:123456789012:processing-job/" + request["ProcessingJobName"]
    )
    got = done_processing(sagemaker, request["ProcessingJobName"])
    assert got["ProcessingJobStatus"] == "Completed"
    for member in ("ProcessingJobName", "RoleArn", "AppSpecification", "Environment"):
        assert got[member] == request[member]
    assert got["ProcessingJobArn"] == made["ProcessingJobArn"]
    assert got["CreationTime"] <= got["ProcessingStartTime"] <= got["ProcessingEndTime"]
    assert "FailureReason" not in got


def test_inputs_arguments_environment_outputs(sagemaker, s3):
    at = name("io")
    s3.put_object(Bucket=BUCKET, Key=f"{at}/in/a.txt", Body=b"one")
    s3.put_object(Bucket=BUCKET, Key=f"{at}/in/deep/b.txt", Body=b"two")
    s3.put_object(Bucket=BUCKET, Key=f"{at}/in-not/c.txt", Body=b"three")
    s3.put_object(
        Bucket=BUCKET,
        Key=f"{at}/code/main.py",
        Body=b"""
import json, os, sys
seen = {}
for where, _, files in os.walk("/opt/ml/processing/data"):
    for f in files:
        path = os.path.join(where, f)
        seen[os.path.relpath(path, "/opt/ml/processing/data")] = open(path).read()
os.makedirs("/opt/ml/processing/out/sub", exist_ok=True)
json.dump({"argv": sys.argv[1:], "colour": os.environ["COLOUR"], "files": seen},
          open("/opt/ml/processing/out/seen.json", "w"))
open("/opt/ml/processing/out/sub/empty", "w").close()
""",
    )
    request = processing(
        ["python3", "/opt/ml/processing/input/code/main.py"],
        inputs=[
            (f"s3://{BUCKET}/{at}/in/", "/opt/ml/processing/data"),
            (f"s3://{BUCKET}/{at}/code/main.py", "/opt/ml/processing/input/code"),
        ],
        outputs=[("/opt/ml/processing/out", f"s3://{BUCKET}/{at}/out")],
        Environment={"COLOUR": "green"},
    )
    request["AppSpecification"]["ContainerArguments"] = ["--depth", "3", "a b"]
    sagemaker.create_processing_job(**request)
    assert (
        done_processing(sagemaker, request["ProcessingJobName"])["ProcessingJobStatus"]
        == "Completed"
    )
    assert keys_of(s3, f"{at}/out/") == [f"{at}/out/seen.json", f"{at}/out/sub/empty"]
    seen = json.loads(text_of(s3, f"{at}/out/seen.json"))
    assert seen["argv"] == ["--depth", "3", "a b"]
    assert seen["colour"] == "green"
    assert seen["files"] == {"a.txt": "one", "deep/b.txt": "two"}


def test_a_prefix_without_slash_takes_what_begins_so(sagemaker, s3):
    """S3Prefix is a prefix of keys, not a folder."""
    at = name("prefix")
    for key in ("day-1/x", "day-2/x", "night/x"):
        s3.put_object(Bucket=BUCKET, Key=f"{at}/{key}", Body=b"x")
    got = run_processing(
        sagemaker,
        shell("cd /opt/ml/processing/in && find . -type f | sort > /opt/ml/processing/out/list"),
        inputs=[(f"s3://{BUCKET}/{at}/day-", "/opt/ml/processing/in")],
        outputs=[("/opt/ml/processing/out", f"s3://{BUCKET}/{at}/out")],
    )
    assert got["ProcessingJobStatus"] == "Completed", got
    found = text_of(s3, f"{at}/out/list").split()
    assert len(found) == 2 and all("night" not in f for f in found)


def test_config_files(sagemaker, s3):
    at = name("config")
    got = run_processing(
        sagemaker,
        shell("cp /opt/ml/config/*.json /opt/ml/processing/out/"),
        outputs=[("/opt/ml/processing/out", f"s3://{BUCKET}/{at}")],
        Environment={"A": "1"},
    )
    assert got["ProcessingJobStatus"] == "Completed", got
    job = json.loads(text_of(s3, f"{at}/processingjobconfig.json"))
    assert job["ProcessingJobName"] == got["ProcessingJobName"]
    assert job["Environment"] == {"A": "1"}
    assert job["AppSpecification"]["ImageUri"] == IMAGE
    resources = json.loads(text_of(s3, f"{at}/resourceconfig.json"))
    assert resources["current_host"] == "algo-1" and resources["hosts"] == ["algo-1"]


def test_exit_code_and_message(sagemaker):
    got = run_processing(
        sagemaker, shell("mkdir -p /opt/ml/output; echo 'no rows' > /opt/ml/output/message; exit 3")
    )
    assert got["ProcessingJobStatus"] == "Failed"
    assert got["ExitMessage"].strip() == "no rows"
    assert "3" in got["FailureReason"]


def test_a_message_of_a_job_that_completes(sagemaker):
    got = run_processing(
        sagemaker, shell("mkdir -p /opt/ml/output; printf '%02000d' 1 > /opt/ml/output/message")
    )
    assert got["ProcessingJobStatus"] == "Completed"
    assert len(got["ExitMessage"]) == 1024


@pytest.mark.parametrize("signal", ["KILL", "SEGV", "TERM"])
def test_exit_by_signal(sagemaker, signal):
    got = run_processing(
        sagemaker, python(f"import os, signal; os.kill(os.getpid(), signal.SIG{signal})")
    )
    assert got["ProcessingJobStatus"] == "Failed"
    assert got["FailureReason"]


def test_a_program_that_is_not_there(sagemaker, logs):
    got = run_processing(sagemaker, ["/nowhere/program"])
    assert got["ProcessingJobStatus"] == "Failed"
    said = log_lines(logs, PROCESSING_LOGS, got["ProcessingJobName"])
    assert "/nowhere/program" in got["FailureReason"] + "".join(said)


def test_a_program_without_a_name(sagemaker):
    got = run_processing(sagemaker, ["", "-c", "exit 0"])
    assert got["ProcessingJobStatus"] == "Failed"
    # a fault of the request, which no retry policy for internal errors takes up
    assert got["FailureReason"].startswith("ClientError: ContainerEntrypoint")


def test_an_input_that_is_not_there(sagemaker):
    got = run_processing(
        sagemaker,
        shell("exit 0"),
        inputs=[(f"s3://{BUCKET}/{name('none')}/", "/opt/ml/processing/in")],
    )
    assert got["ProcessingJobStatus"] == "Failed"
    assert "s3://" in got["FailureReason"]


def test_stop_ends_with_sigterm(sagemaker, logs):
    request = processing(
        python(
            "import signal, sys, time\n"
            "def end(*_):\n"
            "    print('asked', flush=True)\n"
            "    sys.exit(0)\n"
            "signal.signal(signal.SIGTERM, end)\n"
            "print('ready', flush=True)\n"
            "time.sleep(300)\n"
        )
    )
    job = request["ProcessingJobName"]
    sagemaker.create_processing_job(**request)
    until_said(logs, PROCESSING_LOGS, job, "ready")
    began = time.monotonic()
    sagemaker.stop_processing_job(ProcessingJobName=job)
    got = done_processing(sagemaker, job)
    assert got["ProcessingJobStatus"] == "Stopped"
    assert time.monotonic() - began < 20
    assert log_lines(logs, PROCESSING_LOGS, job)[:2] == ["ready", "asked"]


def test_stop_while_outputs_are_read(sagemaker, s3, engine):
    """A sparse file that it would take an hour to read: nothing of it gets into the bucket."""
    out = "/opt/ml/processing/out"
    request = processing(
        shell(f"echo x > {out}/small; truncate -s 2T {out}/large; echo done"),
        outputs=[(out, f"s3://{BUCKET}/too-large")],
    )
    job = request["ProcessingJobName"]
    sagemaker.create_processing_job(**request)
    left = "jobs/*/upper/opt/ml/processing/out/large"
    ends = lambda: [p.parents[5] / "exit.json" for p in pathlib.Path(engine.data).glob(left)]
    until(lambda: any(end.exists() for end in ends()), "the end of its program")
    time.sleep(0.5)
    sagemaker.stop_processing_job(ProcessingJobName=job)
    got = done_processing(sagemaker, job)
    assert got["ProcessingJobStatus"] == "Stopped"
    assert keys_of(s3, "too-large") == []


def test_stop_of_what_has_ended(sagemaker):
    got = run_processing(sagemaker, shell("exit 0"))
    status, code, message = error(
        sagemaker.stop_processing_job, ProcessingJobName=got["ProcessingJobName"]
    )
    assert (status, code) == (400, "ValidationException")
    assert "Completed" in message


def test_max_runtime(sagemaker):
    got = run_processing(
        sagemaker, shell("sleep 100"), StoppingCondition={"MaxRuntimeInSeconds": 1}
    )
    assert got["ProcessingJobStatus"] in ("Stopped", "Failed")
    assert re.search(
        "MaxRuntime|maximum|exceeded", got.get("FailureReason", "") + got.get("ExitMessage", "")
    ), got


def test_network_isolation(sagemaker, s3, engine):
    port = engine.endpoint.rsplit(":", 1)[1]
    code = (
        "import socket, sys\n"
        "try:\n"
        f"    socket.create_connection(('127.0.0.1', {port}), 2)\n"
        "except OSError as e:\n"
        "    sys.exit(7)\n"
    )
    isolated = run_processing(
        sagemaker, python(code), NetworkConfig={"EnableNetworkIsolation": True}
    )
    assert isolated["ProcessingJobStatus"] == "Failed" and "7" in isolated["FailureReason"]
    assert run_processing(sagemaker, python(code))["ProcessingJobStatus"] == "Completed"


def test_jobs_have_credentials_of_their_own(sagemaker, engine, s3):
    at = name("keys")
    got = run_processing(
        sagemaker,
        shell("env > /opt/ml/processing/out/env"),
        outputs=[("/opt/ml/processing/out", f"s3://{BUCKET}/{at}")],
    )
    assert got["ProcessingJobStatus"] == "Completed", got
    env = dict(line.split("=", 1) for line in text_of(s3, f"{at}/env").splitlines() if "=" in line)
    assert env["AWS_ENDPOINT_URL"].endswith(engine.endpoint.split("//")[1])
    assert env["AWS_ACCESS_KEY_ID"] != engine.credentials["AWS_ACCESS_KEY_ID"]
    assert env["AWS_SECRET_ACCESS_KEY"] != engine.credentials["AWS_SECRET_ACCESS_KEY"]
    assert env["AWS_DEFAULT_REGION"] == env["AWS_REGION"] == "us-east-1"
    # a job's key ends with the job
    import boto3

    late = boto3.client(
        "s3",
        endpoint_url=engine.endpoint,
        region_name="us-east-1",
        aws_access_key_id=env["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=env["AWS_SECRET_ACCESS_KEY"],
    )
    assert error(late.list_buckets)[0] == 403


def test_more_than_one_instance(sagemaker):
    request = processing(shell("exit 0"))
    request["ProcessingResources"]["ClusterConfig"]["InstanceCount"] = 2
    status, code, message = error(sagemaker.create_processing_job, **request)
    assert (status, code) == (400, "ResourceLimitExceeded")
    assert "Number of instances" in message


def test_the_same_name_again(sagemaker):
    request = processing(shell("exit 0"))
    sagemaker.create_processing_job(**request)
    status, code, message = error(sagemaker.create_processing_job, **request)
    assert (status, code) == (400, "ResourceInUse")
    assert request["ProcessingJobName"] in message or "already" in message


def test_an_unknown_image(sagemaker):
    request = processing(shell("exit 0"))
    request["AppSpecification"]["ImageUri"] = "example.com/never-heard-of:9"
    try:
        sagemaker.create_processing_job(**request)
    except sagemaker.exceptions.ClientError as e:
        message = e.response["Error"]["Message"]
    else:
        message = done_processing(sagemaker, request["ProcessingJobName"])["FailureReason"]
    assert "never-heard-of" in message and "slipway runtime add" in message


def test_describe_what_is_not_there(sagemaker):
    status, code, message = error(
        sagemaker.describe_processing_job, ProcessingJobName="no-such-job"
    )
    assert (status, code) == (400, "ResourceNotFound") or code == "ValidationException"
    assert "Could not find" in message


def test_list_filters_and_pages(sagemaker):
    word = name("listed")
    for i in range(5):
        request = processing(shell("exit 0" if i else "exit 1"))
        request["ProcessingJobName"] = f"{word}-{i}"
        sagemaker.create_processing_job(**request)
        done_processing(sagemaker, request["ProcessingJobName"])
    names, token = [], {}
    while True:
        page = sagemaker.list_processing_jobs(NameContains=word, MaxResults=2, **token)
        assert len(page["ProcessingJobSummaries"]) <= 2
        names += [j["ProcessingJobName"] for j in page["ProcessingJobSummaries"]]
        if "NextToken" not in page:
            break
        token = {"NextToken": page["NextToken"]}
    assert names == [f"{word}-{i}" for i in (4, 3, 2, 1, 0)]
    failed = sagemaker.list_processing_jobs(NameContains=word, StatusEquals="Failed")
    assert [j["ProcessingJobName"] for j in failed["ProcessingJobSummaries"]] == [f"{word}-0"]
    up = sagemaker.list_processing_jobs(NameContains=word, SortBy="Name", SortOrder="Ascending")
    assert [j["ProcessingJobName"] for j in up["ProcessingJobSummaries"]] == [
        f"{word}-{i}" for i in range(5)
    ]


def test_a_token_of_another_list_is_refused(sagemaker):
    status, code, _ = error(sagemaker.list_processing_jobs, NextToken="bm90IG9uZSBvZiBvdXJz")
    assert (status, code) == (400, "ValidationException")


def test_waiter(sagemaker):
    request = processing(shell("sleep 1"))
    sagemaker.create_processing_job(**request)
    asked = []
    sagemaker.meta.events.register(
        "before-send.sagemaker.DescribeProcessingJob", lambda request, **_: asked.append(request)
    )
    waiter = sagemaker.get_waiter("processing_job_completed_or_stopped")
    waiter.wait(
        ProcessingJobName=request["ProcessingJobName"], WaiterConfig={"Delay": 1, "MaxAttempts": 20}
    )
    if b" m/" in asked[0].headers["User-Agent"]:  # it says that it is a waiter
        assert len(asked) == 1


def test_tags_of_a_job(sagemaker):
    request = processing(shell("exit 0"), Tags=[{"Key": "team", "Value": "crew"}])
    arn = sagemaker.create_processing_job(**request)["ProcessingJobArn"]
    assert sagemaker.list_tags(ResourceArn=arn)["Tags"] == [{"Key": "team", "Value": "crew"}]
    sagemaker.add_tags(ResourceArn=arn, Tags=[{"Key": "cost", "Value": "1"}])
    sagemaker.delete_tags(ResourceArn=arn, TagKeys=["team"])
    assert sagemaker.list_tags(ResourceArn=arn)["Tags"] == [{"Key": "cost", "Value": "1"}]
    assert (
        ROLE
        in sagemaker.describe_processing_job(ProcessingJobName=request["ProcessingJobName"])[
            "RoleArn"
        ]
    )
