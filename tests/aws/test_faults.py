"""The engine's own surroundings: directories, ports, disks and clocks that are not as they should be."""

import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import time

import pytest
from harness import FOREIGN, SLIPWAY
from support import (
    BUCKET,
    PROCESSING_LOGS,
    create_pipeline,
    done_execution,
    done_processing,
    done_training,
    error,
    keys_of,
    map_image,
    packed,
    processing,
    processing_step,
    run_processing,
    shell,
    start_pipeline,
    steps_of,
    training,
    until,
    until_said,
)


def serve(*args, env=None, timeout=20):
    """Runs `serve` in the hope that it ends: (exit code, what it said)."""
    full = {k: v for k, v in os.environ.items() if k not in FOREIGN}
    full.update(env or {})
    done = subprocess.run(
        [SLIPWAY, "serve", *args],
        env=full,
        capture_output=True,
        text=True,
        timeout=timeout,
        stdin=subprocess.DEVNULL,
    )
    return done.returncode, done.stdout + done.stderr


def test_the_port_is_taken(tmp_path):
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        s.listen()
        port = s.getsockname()[1]
        code, said = serve("--data", str(tmp_path / "d"), "--listen", f"127.0.0.1:{port}")
    assert code == 4 and str(port) in said and "taken" in said


def test_a_second_engine_on_the_same_directory(fresh_engine):
    e = fresh_engine()
    code, said = serve("--data", e.data, "--listen", "127.0.0.1:0")
    assert code == 1 and e.data in said
    assert "another" in said or "already" in said or "in use" in said
    assert e.client("s3").list_buckets()["Buckets"] == []


@pytest.mark.parametrize(
    "args,word",
    [
        (["--listen", "nowhere"], "listen"),
        (["--listen", "127.0.0.1:99999"], "99999"),
        (["--listen", "0.0.0.0:0"], "tls"),
        (["--listen", "0.0.0.0:0", "--tls", "on", "--auth", "off"], "auth"),
        (["--account", "12"], "12"),
        (["--max-jobs", "many"], "many"),
        (["--colour", "green"], "colour"),
        (["--executor", "cloud"], "cloud"),
    ],
)
def test_settings_that_cannot_be(tmp_path, args, word):
    code, said = serve(
        "--data",
        str(tmp_path / "d"),
        *(["--listen", "127.0.0.1:0"] if "--listen" not in args else []),
        *args,
    )
    assert code == 2 and word in said, (code, said)


def test_a_data_directory_that_is_a_file(tmp_path):
    (tmp_path / "d").write_text("x")
    code, said = serve("--data", str(tmp_path / "d"), "--listen", "127.0.0.1:0")
    assert code in (1, 2) and str(tmp_path / "d") in said


@pytest.mark.skipif(
    os.getuid() == 0 and not shutil.which("unshare"), reason="needs unshare as root"
)
def test_a_data_directory_that_is_read_only(tmp_path):
    d = tmp_path / "d"
    d.mkdir()
    if os.getuid() == 0:
        script = 'mount -t tmpfs -o ro none "$1" && shift && exec "$@"'
        done = subprocess.run(
            [
                "unshare",
                "-m",
                "sh",
                "-c",
                script,
                "sh",
                str(d),
                SLIPWAY,
                "serve",
                "--data",
                str(d),
                "--listen",
                "127.0.0.1:0",
            ],
            capture_output=True,
            text=True,
            timeout=20,
        )
        if "unshare" in done.stderr or "mount:" in done.stderr:
            pytest.skip("no mount namespace can be made here")
        code, said = done.returncode, done.stdout + done.stderr
    else:
        d.chmod(0o500)
        code, said = serve("--data", str(d), "--listen", "127.0.0.1:0")
        d.chmod(0o700)
    assert code == 1 and str(d) in said
    assert "Read-only" in said or "Permission denied" in said


def test_a_database_that_is_none(tmp_path):
    d = tmp_path / "d"
    d.mkdir()
    (d / "meta.db").write_bytes(b"this is no database" * 1000)
    code, said = serve("--data", str(d), "--listen", "127.0.0.1:0")
    assert code == 1 and "meta.db" in said
    assert (d / "meta.db").read_bytes().startswith(b"this is no database")  # it is left as it was


def test_a_directory_of_a_newer_slipway(fresh_engine):
    import sqlite3

    e = fresh_engine()
    e.stop()
    db = sqlite3.connect(os.path.join(e.data, "meta.db"))
    tables = [r[0] for r in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version:
        db.execute(f"PRAGMA user_version = {version + 1000}")
    else:
        table = [t for t in tables if "schema" in t or "migration" in t][0]
        columns = [r[1] for r in db.execute(f"PRAGMA table_info({table})")]
        column = [c for c in columns if c in ("version", "applied", "n", "number")][0]
        db.execute(f"UPDATE {table} SET {column} = {column} + 1000")
    db.commit()
    db.close()
    code, said = serve("--data", e.data, "--listen", "127.0.0.1:0")
    assert code == 1 and "newer" in said


def test_a_full_disk(small_disk, fresh_engine):
    """Writes are refused with a server's fault, reads go on; with room again all is well."""
    where = small_disk(120)
    e = fresh_engine(data=str(where / "data"), env={"SLIPWAY_DISK_RESERVE": "10 MiB"})
    s3 = e.client("s3", read_timeout=30)
    s3.create_bucket(Bucket=BUCKET)
    kept = {}
    refused = None
    for i in range(200):
        body = os.urandom(1 << 20)
        try:
            s3.put_object(Bucket=BUCKET, Key=f"k{i}", Body=body)
            kept[f"k{i}"] = body
        except s3.exceptions.ClientError as err:
            refused = err.response
            break
    assert refused, "the disk was never full"
    assert refused["ResponseMetadata"]["HTTPStatusCode"] in (500, 503, 507)
    assert sorted(keys_of(s3, "")) == sorted(kept)
    for key in list(kept)[:3]:
        assert s3.get_object(Bucket=BUCKET, Key=key)["Body"].read() == kept[key]
    s3.delete_objects(Bucket=BUCKET, Delete={"Objects": [{"Key": k} for k in list(kept)[:40]]})

    def writes():
        try:
            return s3.put_object(Bucket=BUCKET, Key="after", Body=bytes(1 << 20))
        except s3.exceptions.ClientError:
            return None

    until(writes, "room after deleting")
    e.kill()
    e.start()
    s3 = e.client("s3")
    left = sorted(list(kept)[40:] + ["after"])
    assert sorted(keys_of(s3, "")) == left


def test_no_job_starts_below_the_reserve(small_disk, fresh_engine):
    where = small_disk(150)
    e = fresh_engine(data=str(where / "data"), env={"SLIPWAY_DISK_RESERVE": "60 MiB"})
    map_image(e)
    sagemaker = e.client("sagemaker")
    filler = where / "filler"
    with open(filler, "wb") as f:
        f.write(bytes(100 << 20))
    request = processing(["/bin/true"])
    try:
        sagemaker.create_processing_job(**request)
    except sagemaker.exceptions.ClientError as err:
        assert err.response["Error"]["Message"]
        return
    time.sleep(2)
    got = sagemaker.list_processing_jobs(NameContains=request["ProcessingJobName"])
    assert got["ProcessingJobSummaries"][0]["ProcessingJobStatus"] == "InProgress"
    filler.unlink()
    assert (
        done_processing(sagemaker, request["ProcessingJobName"])["ProcessingJobStatus"]
        == "Completed"
    )


def test_restart_keeps_everything(fresh_engine):
    e = fresh_engine()
    map_image(e)
    sagemaker, s3 = e.client("sagemaker"), e.client("s3")
    s3.put_object(Bucket=BUCKET, Key="small", Body=b"s")
    s3.put_object(Bucket=BUCKET, Key="large", Body=b"l" * 500_000)
    job = run_processing(sagemaker, shell("echo words"))["ProcessingJobName"]
    pipeline = create_pipeline(sagemaker, processing_step("A", shell("sleep 3")))
    arn = start_pipeline(sagemaker, pipeline)
    until(
        lambda: steps_of(sagemaker, arn).get("A", {}).get("StepStatus") == "Executing", "Executing"
    )
    assert e.stop() == 0
    e.start()
    sagemaker, s3 = e.client("sagemaker"), e.client("s3")
    assert sorted(keys_of(s3, "")) == ["large", "small"]
    assert (
        sagemaker.describe_processing_job(ProcessingJobName=job)["ProcessingJobStatus"]
        == "Completed"
    )
    assert done_execution(sagemaker, arn)["PipelineExecutionStatus"] == "Succeeded"


def test_what_ended_while_no_engine_ran(fresh_engine):
    e = fresh_engine()
    map_image(e)
    sagemaker = e.client("sagemaker")
    request = processing(
        shell("echo ready; sleep 1; echo here > /opt/ml/processing/out/x; exit 0"),
        outputs=[("/opt/ml/processing/out", f"s3://{BUCKET}/late")],
    )
    sagemaker.create_processing_job(**request)
    until_said(e.client("logs"), PROCESSING_LOGS, request["ProcessingJobName"], "ready")
    e.kill()
    time.sleep(2.5)
    e.start()
    got = done_processing(e.client("sagemaker"), request["ProcessingJobName"])
    assert got["ProcessingJobStatus"] == "Completed", got
    assert keys_of(e.client("s3"), "late") == ["late/x"]


def test_the_engine_ends_beside_a_large_output(fresh_engine):
    """Reading or packing what a job left may take long: the next engine does it."""
    e = fresh_engine()
    map_image(e)
    sagemaker = e.client("sagemaker")
    large = "mkdir -p {0} && truncate -s 200G {0}/f"
    out = "/opt/ml/processing/out"
    job = processing(shell(large.format(out)), outputs=[(out, f"s3://{BUCKET}/large")])
    train = training(shell(large.format("/opt/ml/model")))
    sagemaker.create_processing_job(**job)
    sagemaker.create_training_job(**train)

    def states():
        d = sagemaker.describe_training_job(TrainingJobName=train["TrainingJobName"])
        p = sagemaker.describe_processing_job(ProcessingJobName=job["ProcessingJobName"])
        return p["ProcessingJobStatus"], d["TrainingJobStatus"], d["SecondaryStatus"]

    until(lambda: states()[2] == "Uploading", "Uploading")
    assert e.stop() == 0  # in the time that the harness gives it
    e.start()
    sagemaker = e.client("sagemaker")
    assert states()[:2] == ("InProgress", "InProgress")


def test_the_engine_ends_while_pip_waits(fresh_engine):
    with socket.socket() as index:  # takes connections and never answers
        index.bind(("127.0.0.1", 0))
        index.listen()
        url = f"http://127.0.0.1:{index.getsockname()[1]}/simple"
        e = fresh_engine(env={"PIP_INDEX_URL": url, "PIP_RETRIES": "0"})
        map_image(e)
        code = {"train.py": "print(1)", "requirements.txt": "nothing-of-this-name==1\n"}
        e.client("s3").put_object(Bucket=BUCKET, Key="code.tar.gz", Body=packed(code))
        uri = f"s3://{BUCKET}/code.tar.gz"
        job = training(
            None,
            {
                "sagemaker_program": json.dumps("train.py"),
                "sagemaker_submit_directory": json.dumps(uri),
            },
        )
        e.client("sagemaker").create_training_job(**job)
        index.settimeout(60)
        with index.accept()[0]:
            assert e.stop() == 0
            assert e.others() == []
    e.start()  # nobody listens there any more
    got = done_training(e.client("sagemaker"), job["TrainingJobName"])
    assert got["TrainingJobStatus"] == "Failed" and "nothing-of-this-name" in got["FailureReason"]


def test_sighup_opens_the_log_anew(fresh_engine, tmp_path):
    log = tmp_path / "log"
    e = fresh_engine(args=["--log", str(log)])
    assert log.exists()
    log.rename(tmp_path / "old")
    e.process.send_signal(signal.SIGHUP)
    until(log.exists, "a new log file", 10)
    assert e.client("s3").list_buckets()["Buckets"] == []


FAKETIME = next(
    (str(p) for p in pathlib.Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1")), None
)


@pytest.mark.skipif(not FAKETIME, reason="libfaketime is not installed")
@pytest.mark.skipif(
    b"__asan_init" in pathlib.Path(SLIPWAY).read_bytes(),
    reason="the sanitizer must be preloaded first",
)
def test_the_clock_set_back_an_hour(fresh_engine, tmp_path):
    """Between two runs of the engine on one directory, and while it runs."""
    offset = tmp_path / "offset"

    def shift(text):
        # by rename: libfaketime reads it at every call, and ends a process that finds it empty
        (tmp_path / "next").write_text(text)
        (tmp_path / "next").rename(offset)

    shift("+0\n")
    env = {
        "LD_PRELOAD": FAKETIME,
        "FAKETIME_TIMESTAMP_FILE": str(offset),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "FAKETIME_DONT_RESET": "1",
    }
    e = fresh_engine(env=env)
    map_image(e)
    sagemaker = e.client("sagemaker")
    pipeline = create_pipeline(
        sagemaker,
        processing_step("A", shell("sleep 2")),
        processing_step("B", shell("exit 0"), depends=["A"]),
    )
    first = start_pipeline(sagemaker, pipeline)
    assert done_execution(sagemaker, first)["PipelineExecutionStatus"] == "Succeeded"
    second = start_pipeline(sagemaker, pipeline)
    shift("-3600\n")
    # our own requests are now an hour ahead of the engine's clock: refused, in AWS's words
    assert error(sagemaker.list_pipelines)[1] in (
        "InvalidSignatureException",
        "RequestTimeTooSkewed",
    )
    time.sleep(3)
    shift("+0\n")
    assert done_execution(sagemaker, second)["PipelineExecutionStatus"] == "Succeeded"
    shift("-3600\n")
    e.stop()
    e.start()
    shift("+0\n")
    sagemaker = e.client("sagemaker")
    listed = sagemaker.list_pipeline_executions(PipelineName=pipeline)["PipelineExecutionSummaries"]
    assert [x["PipelineExecutionArn"] for x in listed] == [second, first]  # seq orders, not time


def test_leftovers_of_an_engine_that_was_killed(fresh_engine):
    e = fresh_engine()
    for _ in range(3):
        e.kill()
        e.start()
    assert e.client("s3").list_buckets()["Buckets"] == []
