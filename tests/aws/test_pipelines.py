"""Pipelines as boto3 sees them: order, parameters, references, conditions, registration, ends."""

import json
import time
import uuid

import pytest
from support import (
    BUCKET,
    IMAGE,
    ROLE,
    create_pipeline,
    definition,
    done_execution,
    error,
    name,
    processing_step,
    python,
    run_pipeline,
    shell,
    start_pipeline,
    steps_of,
    text_of,
    training,
    until,
)


def training_step(step, command, depends=(), **more):
    arguments = training(command, **more)
    del arguments["TrainingJobName"]
    s = {"Name": step, "Type": "Training", "Arguments": arguments}
    if depends:
        s["DependsOn"] = list(depends)
    return s


def gate(step, left, limit, yes, no, depends=()):
    s = {
        "Name": step,
        "Type": "Condition",
        "Arguments": {
            "Conditions": [
                {"Type": "GreaterThanOrEqualTo", "LeftValue": left, "RightValue": limit}
            ],
            "IfSteps": yes,
            "ElseSteps": no,
        },
    }
    if depends:
        s["DependsOn"] = list(depends)
    return s


def measure(step, at, value, **more):
    """A step that writes {"auc": value} as the property file Report."""
    return processing_step(
        step,
        shell(f"echo '{{\"auc\": {value}}}' > /opt/ml/processing/report/report.json"),
        PropertyFiles=[
            {"PropertyFileName": "Report", "OutputName": "out-0", "FilePath": "report.json"}
        ],
        outputs=[("/opt/ml/processing/report", f"s3://{BUCKET}/{at}/report")],
        **more,
    )


def fail(step, message):
    return {"Name": step, "Type": "Fail", "Arguments": {"ErrorMessage": message}}


def json_get(step, path):
    return {
        "Std:JsonGet": {"PropertyFile": {"Get": f"Steps.{step}.PropertyFiles.Report"}, "Path": path}
    }


def test_steps_follow_their_references(sagemaker, s3):
    at = name("chain")
    first = processing_step(
        "First",
        shell("echo hello > /opt/ml/processing/out/word"),
        outputs=[("/opt/ml/processing/out", f"s3://{BUCKET}/{at}/first")],
    )
    second = processing_step(
        "Second",
        shell("tr a-z A-Z < /opt/ml/processing/in/word > /opt/ml/processing/out/word"),
        inputs=[
            (
                {"Get": "Steps.First.ProcessingOutputConfig.Outputs['out-0'].S3Output.S3Uri"},
                "/opt/ml/processing/in",
            )
        ],
        outputs=[
            (
                "/opt/ml/processing/out",
                {
                    "Std:Join": {
                        "On": "/",
                        "Values": [f"s3://{BUCKET}", at, {"Get": "Parameters.Where"}],
                    }
                },
            )
        ],
    )
    ended, steps = run_pipeline(
        sagemaker,
        second,
        first,
        parameters=[{"Name": "Where", "Type": "String", "DefaultValue": "second"}],
    )
    assert ended["PipelineExecutionStatus"] == "Succeeded", steps
    assert text_of(s3, f"{at}/second/word") == "HELLO\n"
    assert steps["First"]["EndTime"] <= steps["Second"]["EndTime"]
    for s in steps.values():
        assert s["StepStatus"] == "Succeeded" and s["StartTime"] <= s["EndTime"]
        job = sagemaker.describe_processing_job(
            ProcessingJobName=s["Metadata"]["ProcessingJob"]["Arn"].split("/")[-1]
        )
        assert job["ProcessingJobStatus"] == "Completed"


def test_parameters_are_typed(sagemaker, s3):
    at = name("params")
    step = processing_step(
        "Show",
        python("import os; open('/opt/ml/processing/out/seen', 'w').write(os.environ['SEEN'])"),
        outputs=[("/opt/ml/processing/out", {"Get": "Parameters.Out"})],
    )
    step["Arguments"]["Environment"] = {
        "SEEN": {
            "Std:Join": {"On": "|", "Values": [{"Get": "Parameters.N"}, {"Get": "Parameters.S"}]}
        }
    }
    parameters = [
        {"Name": "Out", "Type": "String"},
        {"Name": "N", "Type": "Integer", "DefaultValue": 2},
        {"Name": "S", "Type": "String", "DefaultValue": "x", "EnumValues": ["x", "y"]},
    ]
    pipeline = create_pipeline(sagemaker, step, parameters=parameters)
    arn = start_pipeline(sagemaker, pipeline, Out=f"s3://{BUCKET}/{at}", N="7")
    ended = done_execution(sagemaker, arn)
    assert ended["PipelineExecutionStatus"] == "Succeeded", steps_of(sagemaker, arn)
    assert text_of(s3, f"{at}/seen") == "7|x"
    shown = sagemaker.list_pipeline_parameters_for_execution(PipelineExecutionArn=arn)
    assert {"Name": "N", "Value": "7"} in shown["PipelineParameters"]
    out = {"Out": f"s3://{BUCKET}/{at}"}
    for given in ({}, {**out, "N": "seven"}, {**out, "S": "z"}, {**out, "Other": "1"}):
        status, code, message = error(start_pipeline, sagemaker, pipeline, **given)
        assert (status, code) == (400, "ValidationException"), given
        assert message


def test_enum_values_may_be_texts(sagemaker):
    parameters = [
        {"Name": "I", "Type": "Integer", "EnumValues": ["1", "2"], "DefaultValue": "1"},
        {"Name": "F", "Type": "Float", "EnumValues": ["0.5", 2], "DefaultValue": 2},
        {"Name": "B", "Type": "Boolean", "EnumValues": ["True"], "DefaultValue": True},
    ]
    pipeline = create_pipeline(sagemaker, fail("A", "x"), parameters=parameters)
    done_execution(sagemaker, start_pipeline(sagemaker, pipeline, I="2", F="0.5", B="true"))
    for given in ({"I": "3"}, {"F": "1"}, {"B": "false"}):
        _, code, message = error(start_pipeline, sagemaker, pipeline, **given)
        assert code == "ValidationException" and "EnumValues" in message, given


def test_parameters_of_every_type_are_hyperparameters(sagemaker):
    given = {"Integer": ("7", "7"), "Float": ("0.25", "0.25"), "Boolean": ("True", "true")}
    given["String"] = ("a b", "a b")
    step = training_step("Train", shell("true"))
    step["Arguments"]["HyperParameters"] = {t: {"Get": f"Parameters.{t}"} for t in given}
    ended, steps = run_pipeline(
        sagemaker,
        step,
        parameters=[{"Name": t, "Type": t} for t in given],
        given={t: value for t, (value, _) in given.items()},
    )
    assert ended["PipelineExecutionStatus"] == "Succeeded", steps
    job = steps["Train"]["Metadata"]["TrainingJob"]["Arn"].split("/")[-1]
    described = sagemaker.describe_training_job(TrainingJobName=job)
    assert described["HyperParameters"] == {t: text for t, (_, text) in given.items()}
    step["Arguments"]["HyperParameters"] = {"N": 7}
    assert error(create_pipeline, sagemaker, step)[1] == "ValidationException"


@pytest.mark.parametrize("auc,taken", [(0.9, "Yes"), (0.5, "No")])
def test_a_condition_takes_one_branch(sagemaker, auc, taken):
    at = name("gate")
    ended, steps = run_pipeline(
        sagemaker,
        measure("Measure", at, auc),
        gate(
            "Gate",
            json_get("Measure", "auc"),
            0.7,
            [processing_step("Yes", shell("exit 0"))],
            [processing_step("No", shell("exit 0"))],
        ),
    )
    assert ended["PipelineExecutionStatus"] == "Succeeded", steps
    assert set(steps) == {"Measure", "Gate", taken}  # the other branch is not listed
    assert steps["Gate"]["Metadata"]["Condition"]["Outcome"] == ("True" if auc > 0.7 else "False")


def test_a_fail_step_says_why(sagemaker):
    at = name("gate")
    ended, steps = run_pipeline(
        sagemaker,
        measure("Measure", at, 0.5),
        gate(
            "Gate",
            json_get("Measure", "auc"),
            0.7,
            [processing_step("Yes", shell("exit 0"))],
            [
                fail(
                    "Stop",
                    {
                        "Std:Join": {
                            "On": " ",
                            "Values": ["auc", json_get("Measure", "auc"), "is too low"],
                        }
                    },
                )
            ],
        ),
    )
    assert ended["PipelineExecutionStatus"] == "Failed"
    assert "One or multiple steps failed" in ended["FailureReason"]
    assert steps["Stop"]["StepStatus"] == "Failed"
    assert steps["Stop"]["Metadata"]["Fail"]["ErrorMessage"] == "auc 0.5 is too low"


def test_a_step_that_fails_ends_the_execution(sagemaker):
    ended, steps = run_pipeline(
        sagemaker,
        processing_step("Bad", shell("echo bad luck >&2; exit 4")),
        processing_step("After", shell("exit 0"), depends=["Bad"]),
    )
    assert ended["PipelineExecutionStatus"] == "Failed"
    assert "One or multiple steps failed" in ended["FailureReason"]
    assert steps["Bad"]["StepStatus"] == "Failed" and "4" in steps["Bad"]["FailureReason"]
    assert "After" not in steps


def test_train_and_register(sagemaker, s3):
    at, group = name("register"), name("group")
    train = training_step("Train", shell("echo m > /opt/ml/model/m"))
    train["Arguments"]["OutputDataConfig"]["S3OutputPath"] = f"s3://{BUCKET}/{at}"
    register = {
        "Name": "Register",
        "Type": "RegisterModel",
        "Arguments": {
            "ModelPackageGroupName": group,
            "ModelApprovalStatus": "PendingManualApproval",
            "InferenceSpecification": {
                "Containers": [
                    {
                        "Image": IMAGE,
                        "ModelDataUrl": {"Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts"},
                    }
                ],
                "SupportedContentTypes": ["text/csv"],
                "SupportedResponseMIMETypes": ["text/csv"],
            },
            "ModelMetrics": {
                "ModelQuality": {
                    "Statistics": {
                        "ContentType": "application/json",
                        "S3Uri": f"s3://{BUCKET}/{at}/report/report.json",
                    }
                }
            },
        },
    }
    ended, steps = run_pipeline(sagemaker, measure("Measure", at, 0.9), train, register)
    assert ended["PipelineExecutionStatus"] == "Succeeded", steps
    arn = steps["Register"]["Metadata"]["RegisterModel"]["Arn"]
    assert arn.endswith(f":model-package/{group}/1")
    package = sagemaker.describe_model_package(ModelPackageName=arn)
    assert package["ModelApprovalStatus"] == "PendingManualApproval"
    url = package["InferenceSpecification"]["Containers"][0]["ModelDataUrl"]
    job = steps["Train"]["Metadata"]["TrainingJob"]["Arn"].split("/")[-1]
    assert url == f"s3://{BUCKET}/{at}/{job}/output/model.tar.gz"
    assert package["ModelMetrics"]["ModelQuality"]["Statistics"]["S3Uri"].endswith("/report.json")
    assert package["MetadataProperties"] == {"GeneratedBy": ended["PipelineExecutionArn"]}


def test_stop_ends_what_runs(sagemaker):
    pipeline = create_pipeline(
        sagemaker,
        processing_step("Long", shell("exec sleep 300")),
        processing_step("After", shell("exit 0"), depends=["Long"]),
    )
    arn = start_pipeline(sagemaker, pipeline)
    until(
        lambda: steps_of(sagemaker, arn).get("Long", {}).get("StepStatus") == "Executing",
        "Executing",
    )
    time.sleep(0.3)
    sagemaker.stop_pipeline_execution(PipelineExecutionArn=arn, ClientRequestToken=uuid.uuid4().hex)
    ended = done_execution(sagemaker, arn)
    assert ended["PipelineExecutionStatus"] == "Stopped"
    assert {k: s["StepStatus"] for k, s in steps_of(sagemaker, arn).items()} == {"Long": "Stopped"}
    again = error(
        sagemaker.stop_pipeline_execution,
        PipelineExecutionArn=arn,
        ClientRequestToken=uuid.uuid4().hex,
    )
    assert again[:2] == (400, "ValidationException")


def test_a_stop_that_comes_again_finds_it_done(sagemaker):
    pipeline = create_pipeline(sagemaker, processing_step("A", shell("exec sleep 60")))
    arn = start_pipeline(sagemaker, pipeline)
    how = dict(PipelineExecutionArn=arn, ClientRequestToken=uuid.uuid4().hex)
    sagemaker.stop_pipeline_execution(**how)
    assert done_execution(sagemaker, arn)["PipelineExecutionStatus"] == "Stopped"
    assert sagemaker.stop_pipeline_execution(**how)["PipelineExecutionArn"] == arn
    again = dict(how, ClientRequestToken=uuid.uuid4().hex)
    assert error(sagemaker.stop_pipeline_execution, **again)[1] == "ValidationException"
    sagemaker.retry_pipeline_execution(**again)
    sagemaker.stop_pipeline_execution(**how)  # what runs is stopped, whatever the token
    assert done_execution(sagemaker, arn)["PipelineExecutionStatus"] == "Stopped"


def test_steps_have_names_for_people(sagemaker):
    inner = fail("Inner", "x")
    inner["DisplayName"] = "The inner one"
    outer = gate("Outer", 1, 1, [inner], [])
    outer["Description"] = "Decides"
    _, steps = run_pipeline(sagemaker, outer)
    assert steps["Outer"]["StepDescription"] == "Decides"
    assert steps["Inner"]["StepDisplayName"] == "The inner one"
    assert "StepDisplayName" not in steps["Outer"] and "StepDescription" not in steps["Inner"]


def test_the_same_token_starts_once(sagemaker):
    pipeline = create_pipeline(sagemaker, processing_step("One", shell("exit 0")))
    token = uuid.uuid4().hex
    arns = {
        sagemaker.start_pipeline_execution(PipelineName=pipeline, ClientRequestToken=token)[
            "PipelineExecutionArn"
        ]
        for _ in range(3)
    }
    assert len(arns) == 1
    done_execution(sagemaker, arns.pop())
    assert (
        len(sagemaker.list_pipeline_executions(PipelineName=pipeline)["PipelineExecutionSummaries"])
        == 1
    )


def test_create_update_describe_list_delete(sagemaker):
    one = definition(processing_step("One", shell("exit 0")))
    two = definition(processing_step("Two", shell("exit 0")))
    pipeline = name("crud")
    how = dict(PipelineName=pipeline, RoleArn=ROLE)
    made = sagemaker.create_pipeline(
        **how,
        PipelineDefinition=one,
        ClientRequestToken=uuid.uuid4().hex,
        PipelineDisplayName="shown",
        PipelineDescription="words",
        Tags=[{"Key": "k", "Value": "v"}],
    )
    assert made["PipelineArn"].endswith(f":pipeline/{pipeline}")
    again = error(
        sagemaker.create_pipeline,
        **how,
        PipelineDefinition=one,
        ClientRequestToken=uuid.uuid4().hex,
    )
    assert again[1] == "ValidationException" and "already exists" in again[2]
    got = sagemaker.describe_pipeline(PipelineName=pipeline)
    assert got["PipelineDefinition"] == one and got["PipelineDisplayName"] == "shown"
    assert got["PipelineStatus"] == "Active" and got["RoleArn"] == ROLE
    assert sagemaker.describe_pipeline(PipelineName=made["PipelineArn"])["PipelineName"] == pipeline
    assert sagemaker.list_tags(ResourceArn=made["PipelineArn"])["Tags"] == [
        {"Key": "k", "Value": "v"}
    ]
    sagemaker.update_pipeline(PipelineName=pipeline, PipelineDefinition=two)
    got = sagemaker.describe_pipeline(PipelineName=pipeline)
    assert json.loads(got["PipelineDefinition"])["Steps"][0]["Name"] == "Two"
    assert got["LastModifiedTime"] >= got["CreationTime"]
    names = [
        p["PipelineName"]
        for p in sagemaker.list_pipelines(PipelineNamePrefix=pipeline)["PipelineSummaries"]
    ]
    assert names == [pipeline]
    sagemaker.delete_pipeline(PipelineName=pipeline, ClientRequestToken=uuid.uuid4().hex)
    gone = error(sagemaker.describe_pipeline, PipelineName=pipeline)
    assert gone[1] == "ResourceNotFound" and pipeline in gone[2]


def test_an_execution_keeps_its_definition(sagemaker):
    pipeline = create_pipeline(sagemaker, processing_step("One", shell("sleep 1")))
    arn = start_pipeline(sagemaker, pipeline)
    sagemaker.update_pipeline(
        PipelineName=pipeline,
        PipelineDefinition=definition(processing_step("Two", shell("exit 0"))),
    )
    done_execution(sagemaker, arn)
    assert set(steps_of(sagemaker, arn)) == {"One"}
    kept = sagemaker.describe_pipeline_definition_for_execution(PipelineExecutionArn=arn)
    assert json.loads(kept["PipelineDefinition"])["Steps"][0]["Name"] == "One"


def test_definition_from_s3(sagemaker, s3):
    steps = [processing_step("Last", shell("exit 0"))]
    text = definition(
        *steps,
        parameters=[
            {"Name": f"P{i}", "Type": "String", "DefaultValue": "x" * 1000} for i in range(150)
        ],
    )
    assert len(text) > 100 * 1024
    key = name("definition")
    s3.put_object(Bucket=BUCKET, Key=key, Body=text.encode())
    pipeline = name("big")
    sagemaker.create_pipeline(
        PipelineName=pipeline,
        PipelineDefinitionS3Location={"Bucket": BUCKET, "ObjectKey": key},
        ClientRequestToken=uuid.uuid4().hex,
        RoleArn=ROLE,
    )
    arn = start_pipeline(sagemaker, pipeline)
    assert done_execution(sagemaker, arn)["PipelineExecutionStatus"] == "Succeeded"
    missing = error(
        sagemaker.create_pipeline,
        PipelineName=name("big"),
        PipelineDefinitionS3Location={"Bucket": BUCKET, "ObjectKey": "not/there"},
        ClientRequestToken=uuid.uuid4().hex,
        RoleArn=ROLE,
    )
    assert missing[0] == 400 and "not/there" in missing[2]


def test_executions_are_listed_newest_first(sagemaker):
    pipeline = create_pipeline(sagemaker, processing_step("One", shell("exit 0")))
    arns = []
    for _ in range(3):
        arns.append(start_pipeline(sagemaker, pipeline))
        done_execution(sagemaker, arns[-1])
    page = sagemaker.list_pipeline_executions(PipelineName=pipeline, MaxResults=2)
    seen = [x["PipelineExecutionArn"] for x in page["PipelineExecutionSummaries"]]
    page = sagemaker.list_pipeline_executions(PipelineName=pipeline, NextToken=page["NextToken"])
    seen += [x["PipelineExecutionArn"] for x in page["PipelineExecutionSummaries"]]
    assert seen == arns[::-1] and "NextToken" not in page


def test_steps_are_listed_newest_first(sagemaker):
    pipeline = create_pipeline(
        sagemaker,
        processing_step("A", shell("exit 0")),
        processing_step("B", shell("exit 0"), depends=["A"]),
        processing_step("C", shell("exit 0"), depends=["B"]),
    )
    arn = start_pipeline(sagemaker, pipeline)
    done_execution(sagemaker, arn)
    answer = sagemaker.list_pipeline_execution_steps(PipelineExecutionArn=arn)
    assert [s["StepName"] for s in answer["PipelineExecutionSteps"]] == ["C", "B", "A"]
    answer = sagemaker.list_pipeline_execution_steps(
        PipelineExecutionArn=arn, SortOrder="Ascending"
    )
    assert [s["StepName"] for s in answer["PipelineExecutionSteps"]] == ["A", "B", "C"]


def test_many_steps_at_once(sagemaker):
    steps = [processing_step(f"S{i}", ["/bin/true"]) for i in range(30)]
    last = processing_step("Last", ["/bin/true"], depends=[s["Name"] for s in steps])
    ended, seen = run_pipeline(sagemaker, *steps, last)
    assert ended["PipelineExecutionStatus"] == "Succeeded"
    assert len(seen) == 31 and all(s["StepStatus"] == "Succeeded" for s in seen.values())


def test_the_engines_own_variables(sagemaker, s3):
    at = name("vars")
    step = processing_step(
        "Show",
        python("import os; open('/opt/ml/processing/out/seen', 'w').write(os.environ['SEEN'])"),
        outputs=[("/opt/ml/processing/out", f"s3://{BUCKET}/{at}")],
    )
    roots = ("PipelineName", "PipelineExecutionId", "PipelineExecutionArn", "PipelineArn")
    step["Arguments"]["Environment"] = {
        "SEEN": {"Std:Join": {"On": " ", "Values": [{"Get": f"Execution.{r}"} for r in roots]}}
    }
    pipeline = create_pipeline(sagemaker, step)
    arn = start_pipeline(sagemaker, pipeline)
    assert done_execution(sagemaker, arn)["PipelineExecutionStatus"] == "Succeeded"
    assert text_of(s3, f"{at}/seen").split() == [
        pipeline,
        arn.split("/")[-1],
        arn,
        arn.split("/execution/")[0],
    ]


def test_describe_waits_instead_of_being_asked_again(sagemaker):
    pipeline = create_pipeline(sagemaker, processing_step("One", shell("sleep 1.5")))
    arn = start_pipeline(sagemaker, pipeline)
    calls, began = 0, time.monotonic()
    while True:
        calls += 1
        got = sagemaker.describe_pipeline_execution(PipelineExecutionArn=arn)
        if got["PipelineExecutionStatus"] != "Executing":
            break
        assert time.monotonic() - began < 30
    assert got["PipelineExecutionStatus"] == "Succeeded" and calls <= 3


def test_a_step_knows_the_name_of_its_job(sagemaker, s3):
    at = name("names")
    write = "import os; open('/opt/ml/%s', 'w').write(os.environ['SEEN'])"
    work = processing_step(
        "Work_it",
        python(write % "processing/out/seen"),
        outputs=[("/opt/ml/processing/out", f"s3://{BUCKET}/{at}")],
    )
    work["Arguments"]["Environment"] = {"SEEN": {"Get": "Execution.ProcessingJobName"}}
    train = training_step("Train", python(write % "output/data/seen"))
    train["Arguments"]["Environment"] = {"SEEN": {"Get": "Execution.TrainingJobName"}}
    train["Arguments"]["OutputDataConfig"]["S3OutputPath"] = f"s3://{BUCKET}/{at}"
    train["Arguments"]["OutputDataConfig"]["CompressionType"] = "NONE"
    ended, steps = run_pipeline(sagemaker, work, train)
    assert ended["PipelineExecutionStatus"] == "Succeeded", steps
    job = steps["Work_it"]["Metadata"]["ProcessingJob"]["Arn"].split("/")[-1]
    assert text_of(s3, f"{at}/seen") == job
    job = steps["Train"]["Metadata"]["TrainingJob"]["Arn"].split("/")[-1]
    assert text_of(s3, f"{at}/{job}/output/data/seen") == job


def peak(steps):
    """How many of them ran at once, by their times."""
    return max(
        sum(o["StartTime"] <= s["StartTime"] < o["EndTime"] for o in steps.values())
        for s in steps.values()
    )


@pytest.mark.parametrize("own,most", [(None, 1), (3, 3)], ids=["the pipeline's", "its own"])
def test_the_execution_s_parallelism_precedes_the_pipeline_s(sagemaker, own, most):
    steps = [processing_step(f"S{i}", shell("sleep 0.3")) for i in range(3)]
    pipeline = name("parallel")
    sagemaker.create_pipeline(
        PipelineName=pipeline,
        PipelineDefinition=definition(*steps),
        ClientRequestToken=uuid.uuid4().hex,
        RoleArn=ROLE,
        ParallelismConfiguration={"MaxParallelExecutionSteps": 1},
    )
    setting = {"ParallelismConfiguration": {"MaxParallelExecutionSteps": own}} if own else {}
    arn = sagemaker.start_pipeline_execution(
        PipelineName=pipeline, ClientRequestToken=uuid.uuid4().hex, **setting
    )["PipelineExecutionArn"]
    ended = done_execution(sagemaker, arn)
    assert ended["ParallelismConfiguration"]["MaxParallelExecutionSteps"] == most
    assert peak(steps_of(sagemaker, arn)) == most


@pytest.mark.parametrize("bad", [fail("Bad", "no"), processing_step("Bad", shell("exit 1"))])
def test_a_failure_lets_what_runs_finish_and_begins_nothing(sagemaker, bad):
    ended, steps = run_pipeline(
        sagemaker,
        processing_step("Long", shell("sleep 1.5")),
        bad,
        processing_step("After", shell("exit 0"), depends=["Long"]),
    )
    assert ended["PipelineExecutionStatus"] == "Failed"
    assert {k: s["StepStatus"] for k, s in steps.items()} == {
        "Long": "Succeeded",
        "Bad": "Failed",
    }
    assert steps["Bad"]["EndTime"] <= steps["Long"]["EndTime"]
