"""Pipeline definitions that must be refused in AWS's form, and one that is just large."""

import json
import uuid

import pytest
from support import (
    ROLE,
    create_pipeline,
    definition,
    done_execution,
    error,
    name,
    processing_step,
    shell,
    start_pipeline,
)


def step(name, **more):
    return processing_step(name, shell("exit 0"), **more)


def condition(name, yes, no, left=1):
    return {
        "Name": name,
        "Type": "Condition",
        "Arguments": {
            "Conditions": [{"Type": "Equals", "LeftValue": left, "RightValue": 1}],
            "IfSteps": yes,
            "ElseSteps": no,
        },
    }


def with_environment(value):
    s = step("A")
    s["Arguments"]["Environment"] = {"X": value}
    return s


def nested(depth):
    """A definition whose value is joins in joins, deeper than Python's own writer goes."""
    mark = "DEEP"
    text = definition(with_environment(mark))
    return text.replace(
        f'"{mark}"', '{"Std:Join": {"On": "", "Values": [' * depth + '"x"' + "]}}" * depth
    )


HOSTILE = [
    ("no json", "{", []),
    ("an array", "[]", []),
    ("no version", json.dumps({"Steps": []}), ["Version"]),
    ("another version", json.dumps({"Version": "1999-01-01", "Steps": []}), ["Version"]),
    ("no steps", json.dumps({"Version": "2020-12-01"}), ["Steps"]),
    ("steps no array", json.dumps({"Version": "2020-12-01", "Steps": {}}), ["Steps"]),
    ("a step no object", json.dumps({"Version": "2020-12-01", "Steps": [1]}), []),
    ("cyclic", definition(step("A", depends=["B"]), step("B", depends=["A"])), ["cycl"]),
    ("on itself", definition(step("A", depends=["A"])), ["A"]),
    ("cyclic by references", definition(
        {**with_environment({"Get": "Steps.B.ProcessingJobArn"}), "Name": "A"},
        {**with_environment({"Get": "Steps.A.ProcessingJobArn"}), "Name": "B"},
    ), ["cycl"]),
    ("a missing step", definition(step("A", depends=["Gone"])), ["Gone"]),
    ("a reference to a missing step", definition(with_environment({"Get": "Steps.Gone.ProcessingJobArn"})), ["Gone"]),
    ("a missing parameter", definition(with_environment({"Get": "Parameters.Gone"})), ["Gone"]),
    ("an unknown root", definition(with_environment({"Get": "Weather.Today"})), ["Weather"]),
    ("a function unknown", definition(with_environment({"Std:Eval": {"Code": "1"}})), ["Std:Eval"]),
    ("a duplicate step", definition(step("A"), step("A")), ["A"]),
    ("a duplicate in a branch", definition(step("A"), condition("C", [step("A")], [])), ["A"]),
    ("a duplicate parameter", definition(step("A"), parameters=[{"Name": "P", "Type": "String"}] * 2), ["P"]),
    ("a parameter of no type", definition(step("A"), parameters=[{"Name": "P", "Type": "Colour"}]), ["P"]),
    ("a default of another type", definition(
        step("A"), parameters=[{"Name": "P", "Type": "Integer", "DefaultValue": "three"}]), ["P"]),
    ("a step of no type", definition({"Name": "A", "Type": "Teleport", "Arguments": {}}), ["Teleport"]),
    ("a step without a name", definition({"Type": "Processing", "Arguments": {}}), ["Name"]),
    ("a step without arguments", definition({"Name": "A", "Type": "Processing"}), ["Arguments"]),
    ("a name with spaces", definition(step("A B")), ["Name"]),
    ("a long name", definition(step("A" * 300)), []),
    ("a condition of no kind", definition({
        "Name": "C", "Type": "Condition",
        "Arguments": {"Conditions": [{"Type": "Maybe"}], "IfSteps": [], "ElseSteps": []}}), ["Maybe"]),
    ("a reference into a branch", definition(
        condition("C", [step("Y")], []), with_environment({"Get": "Steps.Gone.ProcessingJobArn"})), ["Gone"]),
    ("a property file unknown", definition(
        step("M"),
        condition("C", [], [], {"Std:JsonGet": {
            "PropertyFile": {"Get": "Steps.M.PropertyFiles.Gone"}, "Path": "a"}})), ["Gone"]),
    ("nested joins", nested(500), []),
    ("duplicate members", '{"Version": "2020-12-01", "Version": "2020-12-01", "Steps": []}', []),
    ("a NUL", definition(step("A")).replace('"A"', '"A\\u0000"', 1), []),
]


@pytest.mark.parametrize("text,words", [h[1:] for h in HOSTILE], ids=[h[0] for h in HOSTILE])
def test_hostile(sagemaker, text, words):
    pipeline = name("bad")
    status, code, message = error(
        sagemaker.create_pipeline,
        PipelineName=pipeline,
        PipelineDefinition=text,
        ClientRequestToken=uuid.uuid4().hex,
        RoleArn=ROLE,
    )
    assert (status, code) == (400, "ValidationException"), message
    for word in words:
        assert word in message, message
    assert error(sagemaker.describe_pipeline, PipelineName=pipeline)[1] == "ResourceNotFound"


def test_every_fault_is_told_at_once(sagemaker):
    _, _, message = error(
        create_pipeline, sagemaker, step("A", depends=["Gone"]), {"Name": "B", "Type": "Teleport", "Arguments": {}}
    )
    assert "Gone" in message and "Teleport" in message


@pytest.mark.parametrize("filler", [b"[", b'{"a":', b'{"Std:Join":{"On":"","Values":['], ids=repr)
def test_a_mebibyte_of_nesting(sagemaker, s3, filler):
    from support import BUCKET

    key = name("nested")
    s3.put_object(Bucket=BUCKET, Key=key, Body=b'{"Version":"2020-12-01","Steps":' + filler * ((1 << 20) // len(filler)))
    status, code, _ = error(
        sagemaker.create_pipeline,
        PipelineName=name("nested"),
        PipelineDefinitionS3Location={"Bucket": BUCKET, "ObjectKey": key},
        ClientRequestToken=uuid.uuid4().hex,
        RoleArn=ROLE,
    )
    assert (status, code) == (400, "ValidationException")
    assert sagemaker.list_pipelines(MaxResults=1)["PipelineSummaries"] is not None


def test_an_update_that_is_refused_changes_nothing(sagemaker):
    pipeline = create_pipeline(sagemaker, step("A"))
    before = sagemaker.describe_pipeline(PipelineName=pipeline)["PipelineDefinition"]
    bad = definition(step("A", depends=["A"]))
    assert error(sagemaker.update_pipeline, PipelineName=pipeline, PipelineDefinition=bad)[0] == 400
    assert sagemaker.describe_pipeline(PipelineName=pipeline)["PipelineDefinition"] == before


def test_faults_that_only_a_run_shows(sagemaker):
    """A value that is no number, a path that is not in the file: the step fails and says so."""
    from support import BUCKET, run_pipeline

    at = name("run")
    report = processing_step(
        "M",
        shell("echo '{\"auc\": \"high\"}' > /opt/ml/processing/r/r.json"),
        outputs=[("/opt/ml/processing/r", f"s3://{BUCKET}/{at}")],
        PropertyFiles=[{"PropertyFileName": "R", "OutputName": "out-0", "FilePath": "r.json"}],
    )
    for path in ("loss", "auc.deep", "auc[3]"):
        gate = condition("C", [step("Y")], [step("N")], {
            "Std:JsonGet": {"PropertyFile": {"Get": "Steps.M.PropertyFiles.R"}, "Path": path}})
        ended, steps = run_pipeline(sagemaker, report, gate)
        assert ended["PipelineExecutionStatus"] == "Failed", (path, steps)
        assert steps["C"]["StepStatus"] == "Failed" and steps["C"]["FailureReason"]
        assert set(steps) == {"M", "C"}


def test_a_request_that_a_step_makes_is_checked(sagemaker):
    bad = step("A")
    bad["Arguments"]["ProcessingResources"]["ClusterConfig"]["InstanceCount"] = 3
    try:
        pipeline = create_pipeline(sagemaker, bad)
    except sagemaker.exceptions.ClientError:
        return
    arn = start_pipeline(sagemaker, pipeline)
    assert done_execution(sagemaker, arn)["PipelineExecutionStatus"] == "Failed"


def test_a_large_pipeline(sagemaker):
    steps = [step(f"S{i}", depends=[f"S{i - 1}"] if i else []) for i in range(400)]
    pipeline = create_pipeline(sagemaker, *steps[:200])
    got = sagemaker.describe_pipeline(PipelineName=pipeline)
    assert len(json.loads(got["PipelineDefinition"])["Steps"]) == 200
