"""Training jobs as boto3 sees them: channels, script mode, artefacts, metrics, ends of all kinds."""

import io
import json
import re
import tarfile

from support import (
    BUCKET,
    ROLE,
    TRAINING_LOGS,
    done_training,
    error,
    name,
    packed,
    python,
    run_training,
    shell,
    text_of,
    training,
    until,
    until_said,
)


def unpacked(s3, uri):
    """{name: text} of a .tar.gz at a URI."""
    bucket, key = re.match("s3://([^/]+)/(.*)", uri).groups()
    body = s3.get_object(Bucket=bucket, Key=key)["Body"].read()
    with tarfile.open(fileobj=io.BytesIO(body)) as tar:
        return {
            m.name.removeprefix("./"): tar.extractfile(m).read().decode()
            for m in tar.getmembers()
            if m.isfile()
        }


def test_model_and_output(sagemaker, s3):
    at = name("data")
    s3.put_object(Bucket=BUCKET, Key=f"{at}/rows.csv", Body=b"1,2\n")
    got = run_training(
        sagemaker,
        shell(
            "cp /opt/ml/input/data/train/rows.csv /opt/ml/model/model.txt;"
            "mkdir -p /opt/ml/model/sub; echo deep > /opt/ml/model/sub/x;"
            "mkdir -p /opt/ml/output/data; echo log > /opt/ml/output/data/report"
        ),
        channels=[("train", f"s3://{BUCKET}/{at}/")],
    )
    job = got["TrainingJobName"]
    assert got["TrainingJobStatus"] == got["SecondaryStatus"] == "Completed", got
    assert got["ModelArtifacts"] == {
        "S3ModelArtifacts": f"s3://{BUCKET}/models/{job}/output/model.tar.gz"
    }
    assert unpacked(s3, got["ModelArtifacts"]["S3ModelArtifacts"]) == {
        "model.txt": "1,2\n",
        "sub/x": "deep\n",
    }
    assert unpacked(s3, f"s3://{BUCKET}/models/{job}/output/output.tar.gz") == {"report": "log\n"}
    states = [t["Status"] for t in got["SecondaryStatusTransitions"]]
    assert states[0] == "Starting" and states[-1] == "Completed" and "Training" in states
    assert got["TrainingStartTime"] <= got["TrainingEndTime"]
    assert got["TrainingTimeInSeconds"] >= 0 and got["BillableTimeInSeconds"] >= 0
    assert got["RoleArn"] == ROLE


def test_config_files_and_environment(sagemaker, s3):
    got = run_training(
        sagemaker,
        shell("cp -r /opt/ml/input/config /opt/ml/model/; env > /opt/ml/model/env"),
        hyperparameters={"depth": "3", "loss": '"mae"'},
        Environment={"COLOUR": "green"},
    )
    assert got["TrainingJobStatus"] == "Completed", got
    files = unpacked(s3, got["ModelArtifacts"]["S3ModelArtifacts"])
    hyper = json.loads(files["config/hyperparameters.json"])
    assert hyper["depth"] == "3" and hyper["loss"] == '"mae"'
    assert json.loads(files["config/inputdataconfig.json"]) == {}
    resources = json.loads(files["config/resourceconfig.json"])
    assert resources["current_host"] == "algo-1" and resources["hosts"] == ["algo-1"]
    for member in ("network_interface_name", "current_instance_type", "instance_groups"):
        assert member in resources
    env = dict(line.split("=", 1) for line in files["env"].splitlines() if "=" in line)
    assert env["TRAINING_JOB_NAME"] == got["TrainingJobName"]
    assert env["TRAINING_JOB_ARN"] == got["TrainingJobArn"]
    assert env["COLOUR"] == "green"


def test_script_mode(sagemaker, s3):
    """A script with hyperparameters as the SDK's frameworks send them."""
    at = name("script")
    s3.put_object(
        Bucket=BUCKET,
        Key=f"{at}/sourcedir.tar.gz",
        Body=packed(
            {
                "train.py": (
                    "import argparse, json, os, helper\n"
                    "p = argparse.ArgumentParser()\n"
                    "p.add_argument('--depth', type=int)\n"
                    "p.add_argument('--name')\n"
                    "p.add_argument('--train', default=os.environ['SM_CHANNEL_TRAIN'])\n"
                    "p.add_argument('--model-dir', default=os.environ['SM_MODEL_DIR'])\n"
                    "a = p.parse_args()\n"
                    "json.dump({'depth': a.depth, 'name': a.name, 'help': helper.word,\n"
                    "           'rows': open(a.train + '/rows').read(),\n"
                    "           'sm': {k: v for k, v in os.environ.items() if k.startswith('SM_')}},\n"
                    "          open(a.model_dir + '/seen.json', 'w'))\n"
                ),
                "helper.py": "word = 'found'\n",
            }
        ),
    )
    s3.put_object(Bucket=BUCKET, Key=f"{at}/in/rows", Body=b"12")
    got = run_training(
        sagemaker,
        hyperparameters={
            "sagemaker_program": '"train.py"',
            "sagemaker_submit_directory": f'"s3://{BUCKET}/{at}/sourcedir.tar.gz"',
            "sagemaker_container_log_level": "20",
            "sagemaker_region": '"us-east-1"',
            "sagemaker_job_name": '"x"',
            "depth": "4",
            "name": '"two words"',
        },
        channels=[("train", f"s3://{BUCKET}/{at}/in/")],
    )
    assert got["TrainingJobStatus"] == "Completed", got
    seen = json.loads(unpacked(s3, got["ModelArtifacts"]["S3ModelArtifacts"])["seen.json"])
    assert (seen["depth"], seen["name"], seen["help"], seen["rows"]) == (
        4,
        "two words",
        "found",
        "12",
    )
    assert json.loads(seen["sm"]["SM_HPS"]) == {"depth": 4, "name": "two words"}
    assert seen["sm"]["SM_CHANNEL_TRAIN"] == "/opt/ml/input/data/train"
    assert seen["sm"]["SM_MODEL_DIR"] == "/opt/ml/model"
    assert seen["sm"]["SM_CURRENT_HOST"] == "algo-1"
    assert json.loads(seen["sm"]["SM_HOSTS"]) == ["algo-1"]
    assert seen["sm"]["SM_NUM_CPUS"].isdigit() and seen["sm"]["SM_NUM_GPUS"].isdigit()


def test_a_script_that_fails_says_why(sagemaker, s3):
    at = name("script")
    s3.put_object(
        Bucket=BUCKET,
        Key=f"{at}/s.tar.gz",
        Body=packed({"train.py": "raise ValueError('no rows in August')\n"}),
    )
    got = run_training(
        sagemaker,
        hyperparameters={
            "sagemaker_program": '"train.py"',
            "sagemaker_submit_directory": f'"s3://{BUCKET}/{at}/s.tar.gz"',
        },
    )
    assert got["TrainingJobStatus"] == got["SecondaryStatus"] == "Failed"
    assert "no rows in August" in got["FailureReason"]


def test_failure_file(sagemaker):
    got = run_training(
        sagemaker,
        shell("mkdir -p /opt/ml/output; echo 'cannot fit' > /opt/ml/output/failure; exit 1"),
    )
    assert got["TrainingJobStatus"] == "Failed"
    assert "cannot fit" in got["FailureReason"] and len(got["FailureReason"]) <= 1024


def test_a_long_failure_is_cut(sagemaker):
    got = run_training(
        sagemaker,
        python(
            "import os; os.makedirs('/opt/ml/output', exist_ok=True)\n"
            "open('/opt/ml/output/failure', 'w').write('\u00e9' * 5000); raise SystemExit(1)"
        ),
    )
    assert got["TrainingJobStatus"] == "Failed" and 400 < len(got["FailureReason"]) <= 1024


def test_metrics_of_a_job(sagemaker, cloudwatch):
    request = training(
        python(
            "import time\n"
            "for i in range(3):\n"
            "    print(f'epoch {i} validation:auc={0.5 + i / 10}; loss: {1e-3 * (3 - i)}', flush=True)\n"
        )
    )
    request["AlgorithmSpecification"]["MetricDefinitions"] = [
        {"Name": "validation:auc", "Regex": r"validation:auc=([0-9.]+);"},
        {"Name": "loss", "Regex": r"loss: (\S+)"},
        {"Name": "never", "Regex": r"never=(\d+)"},
    ]
    sagemaker.create_training_job(**request)
    got = done_training(sagemaker, request["TrainingJobName"])
    assert got["TrainingJobStatus"] == "Completed", got
    final = {m["MetricName"]: m["Value"] for m in got["FinalMetricDataList"]}
    assert set(final) == {"validation:auc", "loss"}
    assert abs(final["validation:auc"] - 0.7) < 1e-6 and abs(final["loss"] - 1e-3) < 1e-9

    def listed():
        return cloudwatch.list_metrics(
            Namespace="/aws/sagemaker/TrainingJobs",
            MetricName="validation:auc",
            Dimensions=[{"Name": "TrainingJobName", "Value": request["TrainingJobName"]}],
        )["Metrics"]

    assert len(until(listed, "the metric")) == 1
    at = got["TrainingEndTime"].timestamp()
    stats = cloudwatch.get_metric_statistics(
        Namespace="/aws/sagemaker/TrainingJobs",
        MetricName="validation:auc",
        Dimensions=[{"Name": "TrainingJobName", "Value": request["TrainingJobName"]}],
        StartTime=at - 600,
        EndTime=at + 600,
        Period=3600,
        Statistics=["SampleCount", "Maximum", "Minimum"],
    )["Datapoints"]
    assert sum(p["SampleCount"] for p in stats) == 3
    assert max(p["Maximum"] for p in stats) == 0.7 and min(p["Minimum"] for p in stats) == 0.5


def test_stop_uploads_what_is_there(sagemaker, s3, logs):
    request = training(
        python(
            "import signal, sys, time\n"
            "signal.signal(signal.SIGTERM, lambda *_: (open('/opt/ml/model/last', 'w').write('kept'), sys.exit(0)))\n"
            "print('ready', flush=True); time.sleep(300)\n"
        )
    )
    job = request["TrainingJobName"]
    sagemaker.create_training_job(**request)
    until_said(logs, TRAINING_LOGS, job, "ready")
    sagemaker.stop_training_job(TrainingJobName=job)
    got = done_training(sagemaker, job)
    assert got["TrainingJobStatus"] == got["SecondaryStatus"] == "Stopped", got
    assert unpacked(s3, got["ModelArtifacts"]["S3ModelArtifacts"]) == {"last": "kept"}


def test_max_runtime(sagemaker):
    got = run_training(sagemaker, shell("sleep 60"), StoppingCondition={"MaxRuntimeInSeconds": 1})
    assert got["TrainingJobStatus"] == "Stopped" and got["SecondaryStatus"] == "MaxRuntimeExceeded"


def test_checkpoints_come_back(sagemaker, s3):
    at = name("checkpoints")
    where = {"S3Uri": f"s3://{BUCKET}/{at}", "LocalPath": "/opt/ml/checkpoints"}
    first = run_training(
        sagemaker, shell("echo 1 > /opt/ml/checkpoints/epoch"), CheckpointConfig=where
    )
    assert first["TrainingJobStatus"] == "Completed", first
    assert text_of(s3, f"{at}/epoch") == "1\n"
    second = run_training(
        sagemaker, shell("cp /opt/ml/checkpoints/epoch /opt/ml/model/"), CheckpointConfig=where
    )
    assert unpacked(s3, second["ModelArtifacts"]["S3ModelArtifacts"]) == {"epoch": "1\n"}


def test_more_than_one_instance(sagemaker):
    request = training(shell("exit 0"))
    request["ResourceConfig"]["InstanceCount"] = 4
    assert error(sagemaker.create_training_job, **request)[:2] == (400, "ResourceLimitExceeded")


def test_the_same_name_again(sagemaker):
    request = training(shell("exit 0"))
    sagemaker.create_training_job(**request)
    assert error(sagemaker.create_training_job, **request)[:2] == (400, "ResourceInUse")


def test_lists(sagemaker):
    word = name("kinds")
    for i in range(3):
        sagemaker.create_training_job(**training(shell("exit 0"), TrainingJobName=f"{word}-{i}"))
        done_training(sagemaker, f"{word}-{i}")
    page = sagemaker.list_training_jobs(NameContains=word, SortBy="Name", SortOrder="Descending")
    assert [j["TrainingJobName"] for j in page["TrainingJobSummaries"]] == [
        f"{word}-{i}" for i in (2, 1, 0)
    ]
    assert page["TrainingJobSummaries"][0]["TrainingJobStatus"] == "Completed"


def test_waiter(sagemaker):
    request = training(shell("sleep 1"))
    sagemaker.create_training_job(**request)
    asked = []
    sagemaker.meta.events.register(
        "before-send.sagemaker.DescribeTrainingJob", lambda request, **_: asked.append(request)
    )
    sagemaker.get_waiter("training_job_completed_or_stopped").wait(
        TrainingJobName=request["TrainingJobName"], WaiterConfig={"Delay": 1, "MaxAttempts": 20}
    )
    if b" m/" in asked[0].headers["User-Agent"]:  # it says that it is a waiter
        assert len(asked) == 1
