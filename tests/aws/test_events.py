"""EventBridge's events of pipelines, steps, jobs, model packages and models: one for each change of
a state, with the detail that AWS documents ("Events that Amazon SageMaker sends to Amazon
EventBridge")."""

import json
import re
import sqlite3
import uuid

import pytest
from support import (
    BUCKET,
    IMAGE,
    create_pipeline,
    done_execution,
    name,
    processing_step,
    run_training,
    shell,
    start_pipeline,
    steps_of,
    until,
)

EXECUTION = "SageMaker Model Building Pipeline Execution Status Change"
STEP = "SageMaker Model Building Pipeline Execution Step Status Change"
ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def events(engine, arn, detail_type=None):
    """Details of an ARN's events, oldest first."""
    db = sqlite3.connect(f"file:{engine.data}/meta.db?mode=ro", uri=True)
    try:
        rows = db.execute(
            "SELECT detail_type, detail, account, region FROM events WHERE arn = ? ORDER BY seq",
            (arn,),
        ).fetchall()
    finally:
        db.close()
    assert {r[2:] for r in rows} <= {("123456789012", "us-east-1")}
    return [json.loads(r[1]) for r in rows if detail_type in (None, r[0])]


def statuses(details, now, before):
    return [(d.get(before), d[now]) for d in details]


def test_an_execution_and_its_steps(engine, sagemaker):
    gate = {
        "Name": "Gate",
        "Type": "Condition",
        "Arguments": {
            "Conditions": [{"Type": "Equals", "LeftValue": 1, "RightValue": 2}],
            "IfSteps": [],
            "ElseSteps": [{"Name": "No", "Type": "Fail", "Arguments": {"ErrorMessage": "no"}}],
        },
        "DependsOn": ["Work"],
    }
    pipeline = create_pipeline(sagemaker, processing_step("Work", shell("exit 0")), gate)
    arn = sagemaker.start_pipeline_execution(
        PipelineName=pipeline,
        ClientRequestToken=uuid.uuid4().hex,
        PipelineExecutionDisplayName="shown",
        PipelineExecutionDescription="words",
    )["PipelineExecutionArn"]
    done_execution(sagemaker, arn)
    told = events(engine, arn, EXECUTION)
    now, before = "currentPipelineExecutionStatus", "previousPipelineExecutionStatus"
    assert statuses(told, now, before) == [(None, "Executing"), ("Executing", "Failed")]
    last = told[-1]
    assert last["pipelineExecutionArn"] == arn
    assert last["pipelineArn"] == arn.split("/execution/")[0]
    assert last["pipelineExecutionDisplayName"] == "shown"
    assert last["pipelineExecutionDescription"] == "words"
    assert ISO.fullmatch(last["executionStartTime"]) and ISO.fullmatch(last["executionEndTime"])
    assert "executionEndTime" not in told[0]
    steps = events(engine, arn, STEP)
    of = {n: [d for d in steps if d["stepName"] == n] for n in ("Work", "Gate", "No")}
    now, before = "currentStepStatus", "previousStepStatus"
    assert statuses(of["Work"], now, before) == [
        (None, "Starting"),
        ("Starting", "Executing"),
        ("Executing", "Succeeded"),
    ]
    job = steps_of(sagemaker, arn)["Work"]["Metadata"]["ProcessingJob"]["Arn"]
    work = of["Work"][-1]
    assert work["metadata"] == {"processingJob": {"arn": job}}
    assert work["stepType"] == "Processing" and work["pipelineExecutionArn"] == arn
    assert ISO.fullmatch(work["stepStartTime"]) and ISO.fullmatch(work["stepEndTime"])
    assert "stepEndTime" not in of["Work"][0]
    assert statuses(of["Gate"], now, before) == [(None, "Starting"), ("Starting", "Succeeded")]
    assert of["Gate"][-1]["metadata"] == {"condition": {"outcome": "False"}}
    assert of["No"][-1][now] == "Failed" and of["No"][-1]["failureReason"] == "no"
    # the job's own
    told = events(engine, job)
    assert [d["ProcessingJobStatus"] for d in told][-1] == "Completed"
    assert {d["ProcessingJobStatus"] for d in told} == {"InProgress", "Completed"}
    described = sagemaker.describe_processing_job(ProcessingJobName=job.split("/")[-1])
    last = told[-1]
    for member in ("AppSpecification", "ProcessingResources", "RoleArn", "ProcessingJobArn"):
        assert last[member] == described[member]
    for member in ("CreationTime", "ProcessingStartTime", "ProcessingEndTime", "LastModifiedTime"):
        assert last[member] == round(described[member].timestamp() * 1000), member


def test_a_stop_and_a_retry(engine, sagemaker):
    pipeline = create_pipeline(sagemaker, processing_step("Long", shell("exec sleep 300")))
    arn = start_pipeline(sagemaker, pipeline)
    until(lambda: steps_of(sagemaker, arn).get("Long"), "its step")
    stop = dict(PipelineExecutionArn=arn, ClientRequestToken=uuid.uuid4().hex)
    sagemaker.stop_pipeline_execution(**stop)
    done_execution(sagemaker, arn)
    sagemaker.update_pipeline_execution(
        PipelineExecutionArn=arn, PipelineExecutionDisplayName="again"
    )
    sagemaker.retry_pipeline_execution(**stop)
    sagemaker.update_pipeline_execution(
        PipelineExecutionArn=arn, PipelineExecutionDisplayName="and-again"
    )
    sagemaker.stop_pipeline_execution(**stop)
    done_execution(sagemaker, arn)
    told = events(engine, arn, EXECUTION)
    assert [d["currentPipelineExecutionStatus"] for d in told] == 2 * [
        "Executing",
        "Stopping",
        "Stopped",
    ]
    names = [d.get("pipelineExecutionDisplayName") for d in told]
    assert names == 3 * [None] + ["again"] + 2 * ["and-again"]
    steps = [d["currentStepStatus"] for d in events(engine, arn, STEP)]
    assert steps[-2:] == ["Stopping", "Stopped"] and steps.count("Stopped") == 2


def test_a_training_job_that_fails(engine, sagemaker):
    job = run_training(sagemaker, shell("echo broken > /opt/ml/output/failure; exit 1"))
    told = events(engine, job["TrainingJobArn"], "SageMaker Training Job State Change")
    last = told[-1]
    assert (last["TrainingJobStatus"], last["SecondaryStatus"]) == ("Failed", "Failed")
    assert last["FailureReason"] == job["FailureReason"]
    assert last["AlgorithmSpecification"]["TrainingImage"] == IMAGE
    assert last["TrainingEndTime"] == round(job["TrainingEndTime"].timestamp() * 1000)
    for seen, stated in zip(last["SecondaryStatusTransitions"], job["SecondaryStatusTransitions"]):
        assert seen["Status"] == stated["Status"]
        assert seen["StartTime"] == round(stated["StartTime"].timestamp() * 1000)
    assert "FailureReason" not in told[0] and told[0]["TrainingJobStatus"] == "InProgress"


def test_a_model_package(engine, sagemaker):
    group = name("events")
    sagemaker.create_model_package_group(ModelPackageGroupName=group)
    arn = sagemaker.create_model_package(
        ModelPackageGroupName=group,
        InferenceSpecification={
            "Containers": [{"Image": IMAGE, "ModelDataUrl": f"s3://{BUCKET}/m.tar.gz"}],
            "SupportedContentTypes": ["text/csv"],
            "SupportedResponseMIMETypes": ["text/csv"],
        },
    )["ModelPackageArn"]
    sagemaker.update_model_package(
        ModelPackageArn=arn,
        ModelApprovalStatus="Approved",
        ApprovalDescription="good",
        CustomerMetadataProperties={"auc": "0.9"},
    )
    made, approved = events(engine, arn, "SageMaker Model Package State Change")
    assert made["ModelApprovalStatus"] == "PendingManualApproval"
    assert "UpdatedModelPackageFields" not in made
    assert approved["ModelApprovalStatus"] == "Approved"
    assert approved["UpdatedModelPackageFields"] == [
        "ModelApprovalStatus",
        "ApprovalDescription",
        "CustomerMetadataProperties",
    ]
    for d in (made, approved):
        assert (d["ModelPackageGroupName"], d["ModelPackageVersion"]) == (group, 1)
        assert d["ModelPackageArn"] == arn and d["ModelPackageStatus"] == "Completed"
        assert ISO.fullmatch(d["CreationTime"]) and ISO.fullmatch(d["LastModifiedTime"])


def test_a_model(engine, sagemaker):
    model, role = name("events"), "arn:aws:iam::123456789012:role/r"
    container = {"Image": IMAGE, "ModelDataUrl": f"s3://{BUCKET}/m.tar.gz"}
    arn = sagemaker.create_model(
        ModelName=model,
        ExecutionRoleArn=role,
        PrimaryContainer=container,
        Tags=[{"Key": "team", "Value": "blue"}, {"Key": "k", "Value": ""}],
    )["ModelArn"]
    described = sagemaker.describe_model(ModelName=model)
    with pytest.raises(sagemaker.exceptions.ClientError):
        sagemaker.create_model(ModelName=model, ExecutionRoleArn=role, PrimaryContainer=container)
    sagemaker.delete_model(ModelName=model)
    with pytest.raises(sagemaker.exceptions.ClientError):
        sagemaker.delete_model(ModelName=model)
    made, gone = events(engine, arn, "SageMaker Model State Change")
    assert made == {
        "ModelName": model,
        "ModelArn": arn,
        "ExecutionRoleArn": role,
        "PrimaryContainer": container,
        "CreationTime": round(described["CreationTime"].timestamp() * 1000),
        "Tags": {"team": "blue", "k": ""},
    }
    assert gone == {**made, "Tags": {}}
    sagemaker.create_model(ModelName=model, ExecutionRoleArn=role, Containers=[container] * 2)
    assert sagemaker.list_tags(ResourceArn=arn)["Tags"] == []
    last = events(engine, arn)[-1]
    assert last["Containers"] == [container] * 2 and "PrimaryContainer" not in last


def test_a_model_of_a_step(engine, sagemaker):
    model = name("events")
    arguments = {
        "ExecutionRoleArn": "arn:aws:iam::123456789012:role/r",
        "PrimaryContainer": {"Image": IMAGE},
    }
    step = {"Name": "Make", "Type": "Model", "Arguments": {"ModelName": model, **arguments}}
    arn = start_pipeline(sagemaker, create_pipeline(sagemaker, step))
    done_execution(sagemaker, arn)
    made = steps_of(sagemaker, arn)["Make"]["Metadata"]["Model"]["Arn"]
    (told,) = events(engine, made)
    assert told["PrimaryContainer"] == {"Image": IMAGE} and told["ModelArn"] == made


def test_a_cache_hit(engine, sagemaker):
    step = processing_step("Cached", shell("exit 0"), CacheConfig={"Enabled": True})
    pipeline = create_pipeline(sagemaker, step)
    arns = []
    for _ in range(2):
        arns.append(start_pipeline(sagemaker, pipeline))
        done_execution(sagemaker, arns[-1])
    last = events(engine, arns[1], STEP)[-1]
    assert last["currentStepStatus"] == "Succeeded"
    assert last["cacheHitResult"] == {"sourcePipelineExecutionArn": arns[0]}
    assert "cacheHitResult" not in events(engine, arns[0], STEP)[-1]
