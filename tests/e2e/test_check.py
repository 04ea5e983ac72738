"""slipway check: what of a project will not work here, told before anything runs."""

import json

import support
from test_cli import cli, mine, project  # noqa: F401

STAYS = """
import boto3
from sagemaker.workflow.steps import ProcessingStep, TuningStep
from sagemaker.sklearn import SKLearn
from sagemaker.tuner import HyperparameterTuner

sm = boto3.client("sagemaker")
sm.create_training_job()
sm.create_auto_ml_job()
boto3.client("s3").upload_file("a", "b", "c")
boto3.Session().client("dynamodb").get_item()
boto3.client("secretsmanager").get_secret_value(SecretId="prod/db")

class Job:
    def __init__(self):
        self.logs = boto3.client("logs")

    def run(self):
        self.logs.get_log_events()
        self.logs.put_metric_filter()
        for page in sm.get_paginator("list_clusters").paginate():
            pass

ProcessingStep(name="a")
TuningStep(name="b", cache_config=cached)
SKLearn(instance_count=1)
SKLearn(instance_count=4)
estimator.deploy()
DATA = "s3://team-data/raw"
IMAGE = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/train:3"
FINE = "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3"
"""


def lines_of(text):
    return {line.strip(): str(n) for n, line in enumerate(text.splitlines(), 1)}


def test_check_python(tmp_path):
    (tmp_path / "pipeline.py").write_text(STAYS)
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "x.py").write_text("import boto3; boto3.client('ec2').run_instances()")
    got = cli("check", "--json", tmp_path)
    assert got.returncode == 1, got.stderr
    found = {f["What"]: (f["Line"], f["Verdict"]) for f in json.loads(got.stdout)["Findings"]}
    at = lines_of(STAYS)
    secret = at['boto3.client("secretsmanager").get_secret_value(SecretId="prod/db")']
    assert found == {
        "sagemaker:create_auto_ml_job": (at["sm.create_auto_ml_job()"], "not here"),
        "dynamodb:get_item": (at['boto3.Session().client("dynamodb").get_item()'], "not here"),
        "secretsmanager:get_secret_value": (secret, "not here"),
        "the secret prod/db": (secret, "not here"),
        "logs:put_metric_filter": (at["self.logs.put_metric_filter()"], "not here"),
        "sagemaker:list_clusters": (
            at['for page in sm.get_paginator("list_clusters").paginate():'],
            "not here",
        ),
        "step type Tuning": (at['TuningStep(name="b", cache_config=cached)'], "not here"),
        "4 instances for one job": (at["SKLearn(instance_count=4)"], "not here"),
        ".deploy() calls sagemaker:CreateEndpoint": (at["estimator.deploy()"], "not here"),
        "bucket team-data": (at['DATA = "s3://team-data/raw"'], "note"),
        "image 111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/train:3": (
            at[STAYS.splitlines()[-2]],
            "not here",
        ),
    }
    text = cli("check", tmp_path).stdout
    assert f"pipeline.py:{at['estimator.deploy()']} not here:" in text


def test_check_what_is_fine(tmp_path):
    (tmp_path / "a.py").write_text("print(1)\n")
    got = cli("check", tmp_path / "a.py")
    assert got.returncode == 0 and "1 file read: 0 things" in got.stdout


def test_check_a_notebook_and_a_broken_file(tmp_path):
    cell = [
        "%pip install x\n",
        "import boto3\n",
        "boto3.client('athena').start_query_execution()\n",
    ]
    (tmp_path / "n.ipynb").write_text(
        json.dumps(
            {
                "cells": [
                    {"cell_type": "markdown", "source": []},
                    {"cell_type": "code", "source": cell},
                ]
            }
        )
    )
    (tmp_path / "b.py").write_text("def f(:\n")
    found = json.loads(cli("check", "--json", tmp_path).stdout)["Findings"]
    assert {(f["What"][:32], f["Line"]) for f in found} >= {
        ("athena:start_query_execution", "cell 2, line 3")
    }
    assert any("not Python" in f["What"] for f in found)


def test_check_a_definition(tmp_path):
    step = support.processing_step(
        "P", ["x"], inputs=[("s3://elsewhere/x", "/opt/ml/processing/x")]
    )
    step["Arguments"]["ProcessingResources"]["ClusterConfig"]["InstanceCount"] = 2
    definition = json.loads(support.definition(step))
    definition["Steps"].append({"Name": "L", "Type": "Lambda", "Arguments": {}})
    (tmp_path / "d.json").write_text(json.dumps(definition))
    (tmp_path / "other.json").write_text('{"a": 1}')
    out = json.loads(cli("check", "--json", tmp_path).stdout)
    found = {f["What"]: f.get("Line") for f in out["Findings"]}
    assert out["Files"] == 1
    assert found["step type Lambda"] == "L"
    assert found["2 instances for one job"] == "P"
    assert found["bucket elsewhere"] == "P"


def test_check_knows_the_operations_of_s3(tmp_path):
    calls = [
        "import boto3",
        "s3 = boto3.client('s3')",
        "s3.put_object_tagging(Bucket='b', Key='k', Tagging={})",
        "s3.upload_file('f', 'b', 'k')",
        "s3.put_bucket_versioning(Bucket='b')",
    ]
    (tmp_path / "x.py").write_text("\n".join(calls) + "\n")
    out = json.loads(cli("check", "--json", tmp_path).stdout)
    absent = [f["What"] for f in out["Findings"] if f["Verdict"] == "not here"]
    assert absent == ["s3:put_bucket_versioning"]


def test_check_passes_over_nothing_that_was_named(tmp_path):
    (tmp_path / "cut.json").write_text('{"Version": "2020-12-01", "Steps": [')
    (tmp_path / "other.json").write_text('{"a": 1}')
    (tmp_path / "fine.py").write_text("print(1)\n")
    (tmp_path / "notes.txt").write_text("words")
    got = cli("check", *sorted(tmp_path.iterdir()))
    assert got.returncode == 1 and "cut.json" in got.stdout and "other.json" not in got.stdout
    assert cli("check", tmp_path / "fine.py", tmp_path / "other.json").returncode == 0
    assert cli("check", tmp_path / "other.json").returncode == 1
    got = cli("check", tmp_path / "notes.txt")
    assert got.returncode == 1 and "notes.txt" in got.stderr
    assert cli("check", tmp_path).returncode == 0  # one of many files that are no definitions


def test_check_knows_the_buckets_of_the_engine(mine, tmp_path):  # noqa: F811
    mine.client("s3").create_bucket(Bucket="known-bucket")
    (tmp_path / "a.py").write_text("A = 's3://known-bucket/x'\nB = 's3://unknown-bucket/x'\n")
    found = json.loads(mine.cli("check", "--json", str(tmp_path)).stdout)["Findings"]
    assert [f["What"] for f in found] == ["bucket unknown-bucket"]
