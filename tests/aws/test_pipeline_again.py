"""Steps and executions that run again: retry policies, RetryPipelineExecution, selected steps."""

import os
import pathlib
import signal
import sqlite3
import threading
import time
import uuid

import pytest
from gc_support import rows
from support import (
    BUCKET,
    create_pipeline,
    done_execution,
    error,
    map_image,
    name,
    processing_step,
    run_pipeline,
    shell,
    start_pipeline,
    steps_of,
    text_of,
    until,
)


def out(at, step):
    return [("/opt/ml/processing/out", f"s3://{BUCKET}/{at}/{step}")]


def writes(step, at, text, **more):
    return processing_step(
        step, shell(f"echo {text} > /opt/ml/processing/out/word"), outputs=out(at, step), **more
    )


def reads(step, at, of, **more):
    return processing_step(
        step,
        shell("tr a-z A-Z < /opt/ml/processing/in/word > /opt/ml/processing/out/word"),
        inputs=[
            (
                {"Get": f"Steps.{of}.ProcessingOutputConfig.Outputs['out-0'].S3Output.S3Uri"},
                "/opt/ml/processing/in",
            )
        ],
        outputs=out(at, step),
        **more,
    )


def policy(*exceptions, **how):
    return [{"ExceptionType": list(exceptions), **how}]


def kill_supervisor(engine, needle):
    """SIGKILL for the supervisor of the job whose program has this in its arguments."""

    def find():
        for spec in pathlib.Path(engine.data, "jobs").glob("*/spec"):
            try:
                if needle.encode() not in spec.read_bytes():
                    continue
                import json

                return json.loads((spec.parent / "shim.json").read_text())["pid"]
            except (FileNotFoundError, ValueError):
                continue
        return None

    os.kill(until(find, "the job's supervisor"), signal.SIGKILL)


# --- retry policies ---


def test_an_internal_error_is_retried_and_counted(engine, sagemaker):
    mark = name("mark")
    # the first attempt waits for its end, the second finds what the first has left
    s = processing_step(
        "Once",
        ["/bin/sh", "-c", f"echo {mark}; test -e /opt/ml/processing/in/go || sleep 300"],
        inputs=[(f"s3://{BUCKET}/{mark}/", "/opt/ml/processing/in")],
        RetryPolicies=policy("SageMaker.JOB_INTERNAL_ERROR", MaxAttempts=2, IntervalSeconds=1),
    )
    s3 = engine.client("s3")
    s3.put_object(Bucket=BUCKET, Key=f"{mark}/other", Body=b"")
    arn = start_pipeline(sagemaker, create_pipeline(sagemaker, s))
    until(
        lambda: steps_of(sagemaker, arn)["Once"]["StepStatus"] == "Executing", "the first attempt"
    )
    s3.put_object(Bucket=BUCKET, Key=f"{mark}/go", Body=b"")
    first = steps_of(sagemaker, arn)["Once"]
    kill_supervisor(engine, mark)
    assert done_execution(sagemaker, arn)["PipelineExecutionStatus"] == "Succeeded"
    last = steps_of(sagemaker, arn)["Once"]
    assert (first["AttemptCount"], last["AttemptCount"]) == (1, 2)
    assert first["Metadata"] != last["Metadata"]
    assert first["StartTime"] == last["StartTime"]


def test_an_error_of_the_program_is_not_retried(sagemaker):
    s = processing_step(
        "Bad", shell("exit 3"), RetryPolicies=policy("SageMaker.JOB_INTERNAL_ERROR")
    )
    ended, steps = run_pipeline(sagemaker, s)
    assert ended["PipelineExecutionStatus"] == "Failed"
    assert steps["Bad"]["AttemptCount"] == 1


def refused_start(**how):
    """A step whose job cannot be created: ResourceLimitExceeded, since it wants two instances."""
    s = processing_step(
        "Two", shell("true"), RetryPolicies=policy("SageMaker.RESOURCE_LIMIT", **how)
    )
    s["Arguments"]["ProcessingResources"]["ClusterConfig"]["InstanceCount"] = 2
    return s


def test_attempts_end(sagemaker):
    ended, steps = run_pipeline(sagemaker, refused_start(MaxAttempts=2, IntervalSeconds=0))
    assert ended["PipelineExecutionStatus"] == "Failed"
    assert steps["Two"]["AttemptCount"] == 3
    assert "InstanceCount" in steps["Two"]["FailureReason"]


def test_pauses_grow(sagemaker):
    began = time.monotonic()
    ended, steps = run_pipeline(
        sagemaker, refused_start(MaxAttempts=2, IntervalSeconds=0.25, BackoffRate=3)
    )
    assert steps["Two"]["AttemptCount"] == 3
    assert time.monotonic() - began >= 1.0  # 0.25 + 0.75


def test_a_step_that_waits_for_its_retry_can_be_stopped(sagemaker):
    arn = start_pipeline(
        sagemaker, create_pipeline(sagemaker, refused_start(ExpireAfterMin=60, IntervalSeconds=600))
    )
    until(lambda: steps_of(sagemaker, arn).get("Two", {}).get("FailureReason"), "the first failure")
    assert steps_of(sagemaker, arn)["Two"]["StepStatus"] == "Starting"
    sagemaker.stop_pipeline_execution(PipelineExecutionArn=arn, ClientRequestToken=uuid.uuid4().hex)
    assert done_execution(sagemaker, arn)["PipelineExecutionStatus"] == "Stopped"


def test_a_retry_outlives_the_engine(fresh_engine):
    e = fresh_engine()
    map_image(e)
    sm = e.client("sagemaker")
    arn = start_pipeline(
        sm, create_pipeline(sm, refused_start(MaxAttempts=3, IntervalSeconds=1, BackoffRate=1))
    )
    until(
        lambda: steps_of(sm, arn).get("Two", {}).get("AttemptCount", 0) >= 1
        and steps_of(sm, arn)["Two"].get("FailureReason"),
        "the first failure",
    )
    e.kill()
    e.start()
    sm = e.client("sagemaker")
    assert done_execution(sm, arn)["PipelineExecutionStatus"] == "Failed"
    assert steps_of(sm, arn)["Two"]["AttemptCount"] == 4


def test_an_execution_that_cannot_be_read_does_not_keep_the_engine_from_starting(fresh_engine):
    e = fresh_engine()
    map_image(e)
    sagemaker = e.client("sagemaker")
    step = processing_step("Slow", shell("sleep 3"))
    pipeline = create_pipeline(sagemaker, step)
    bad, good = [start_pipeline(sagemaker, pipeline) for _ in range(2)]
    until(lambda: len(steps_of(sagemaker, bad)) == 1, "the step begins")
    e.kill()
    db = sqlite3.connect(f"{e.data}/meta.db")
    with db:
        assert db.execute("UPDATE executions SET doc = '{' WHERE arn = ?", [bad]).rowcount == 1
    db.close()
    e.start()
    sagemaker = e.client("sagemaker")
    assert done_execution(sagemaker, good)["PipelineExecutionStatus"] == "Succeeded"
    listed = sagemaker.list_pipeline_executions(PipelineName=pipeline)
    states = {
        x["PipelineExecutionArn"]: x["PipelineExecutionStatus"]
        for x in listed["PipelineExecutionSummaries"]
    }
    assert states == {bad: "Failed", good: "Succeeded"}
    (why,) = rows(e, "SELECT failure_reason FROM executions WHERE arn = ?", bad)[0]
    assert "could not be read when the engine started" in why
    assert rows(e, "SELECT DISTINCT status FROM steps WHERE failure_reason = ?", why) == [
        ("Failed",)
    ]


@pytest.mark.parametrize(
    "policies, says",
    [
        (policy("SageMaker.NO_SUCH"), "NO_SUCH"),
        ([{"MaxAttempts": 2}], "ExceptionType"),
        (policy("Step.THROTTLING", MaxAttempts=21), "MaxAttempts: expected a number from 1 to 20"),
        (
            policy("Step.THROTTLING", ExpireAfterMin=14401),
            "ExpireAfterMin: expected a number from 1 to 14400",
        ),
        (policy("Step.THROTTLING", MaxAttempts=1, ExpireAfterMin=1), "exclude each other"),
        (policy("Step.THROTTLING", BackoffRate="fast"), "BackoffRate"),
        ({}, "expected an array"),
    ],
)
def test_policies_are_checked(sagemaker, policies, says):
    s = processing_step("A", shell("true"), RetryPolicies=policies)
    status, code, message = error(create_pipeline, sagemaker, s)
    assert (status, code) == (400, "ValidationException")
    assert says in message and "$.Steps[0]" in message


# --- RetryPipelineExecution ---


def needs(step, at, key, **more):
    """Fails until s3://BUCKET/AT/KEY is there."""
    return processing_step(
        step,
        shell(f"test -e /opt/ml/processing/in/{key}"),
        inputs=[(f"s3://{BUCKET}/{at}/in/", "/opt/ml/processing/in")],
        **more,
    )


def test_a_retry_goes_on_from_what_failed(sagemaker, s3):
    at = name("retry")
    s3.put_object(Bucket=BUCKET, Key=f"{at}/in/other", Body=b"")
    ended, before = run_pipeline(
        sagemaker,
        writes("First", at, "hello"),
        needs("Second", at, "go", depends=["First"]),
        reads("Third", at, "First", depends=["Second"]),
    )
    arn = ended["PipelineExecutionArn"]
    assert ended["PipelineExecutionStatus"] == "Failed"
    s3.put_object(Bucket=BUCKET, Key=f"{at}/in/go", Body=b"")
    token = uuid.uuid4().hex
    for _ in range(2):  # the same token again changes nothing
        got = sagemaker.retry_pipeline_execution(PipelineExecutionArn=arn, ClientRequestToken=token)
        assert got["PipelineExecutionArn"] == arn
    ended = done_execution(sagemaker, arn)
    after = steps_of(sagemaker, arn)
    assert ended["PipelineExecutionStatus"] == "Succeeded"
    assert "FailureReason" not in ended
    assert after["First"] == before["First"]
    assert after["Second"]["AttemptCount"] == 2
    assert after["Second"]["Metadata"] != before["Second"]["Metadata"]
    assert text_of(s3, f"{at}/Third/word") == "HELLO\n"
    assert sagemaker.retry_pipeline_execution(PipelineExecutionArn=arn, ClientRequestToken=token)
    assert error(
        sagemaker.retry_pipeline_execution,
        PipelineExecutionArn=arn,
        ClientRequestToken=uuid.uuid4().hex,
    )[1:] == (
        "ValidationException",
        f"Pipeline execution with ARN {arn} is in status Succeeded: only executions in status Failed or Stopped can be retried.",
    )


def test_a_stopped_execution_goes_on(sagemaker, s3):
    at = name("again")
    s3.put_object(Bucket=BUCKET, Key=f"{at}/in/other", Body=b"")
    slow = processing_step(
        "Slow",
        shell("test -e /opt/ml/processing/in/go || sleep 300"),
        inputs=[(f"s3://{BUCKET}/{at}/in/", "/opt/ml/processing/in")],
    )
    arn = start_pipeline(
        sagemaker, create_pipeline(sagemaker, slow, writes("Last", at, "x", depends=["Slow"]))
    )
    until(lambda: steps_of(sagemaker, arn)["Slow"]["StepStatus"] == "Executing", "the step")
    again = {"PipelineExecutionArn": arn, "ClientRequestToken": uuid.uuid4().hex}
    assert "in status Executing" in error(sagemaker.retry_pipeline_execution, **again)[2]
    sagemaker.stop_pipeline_execution(PipelineExecutionArn=arn, ClientRequestToken=uuid.uuid4().hex)
    assert done_execution(sagemaker, arn)["PipelineExecutionStatus"] == "Stopped"
    s3.put_object(Bucket=BUCKET, Key=f"{at}/in/go", Body=b"")
    sagemaker.retry_pipeline_execution(**again)
    assert done_execution(sagemaker, arn)["PipelineExecutionStatus"] == "Succeeded"
    assert text_of(s3, f"{at}/Last/word") == "x\n"


def test_what_a_fail_step_ended_stays_ended(sagemaker):
    ended, _ = run_pipeline(
        sagemaker, {"Name": "No", "Type": "Fail", "Arguments": {"ErrorMessage": "no"}}
    )
    status, code, message = error(
        sagemaker.retry_pipeline_execution,
        PipelineExecutionArn=ended["PipelineExecutionArn"],
        ClientRequestToken=uuid.uuid4().hex,
    )
    assert code == "ValidationException" and "Fail step No" in message


# --- UpdatePipelineExecution ---


def test_a_retry_at_once_with_an_update_keeps_it(sagemaker):
    """Each reads the execution's row and writes it."""
    ended, _ = run_pipeline(sagemaker, processing_step("A", shell("exit 1")))
    arn = ended["PipelineExecutionArn"]

    def retry():
        both.wait()
        sagemaker.retry_pipeline_execution(
            PipelineExecutionArn=arn, ClientRequestToken=uuid.uuid4().hex
        )

    for n in range(15):
        both = threading.Barrier(2)
        beside = threading.Thread(target=retry)
        beside.start()
        both.wait()
        sagemaker.update_pipeline_execution(
            PipelineExecutionArn=arn, PipelineExecutionDisplayName=f"name-{n}"
        )
        beside.join()
        assert done_execution(sagemaker, arn)["PipelineExecutionDisplayName"] == f"name-{n}"


def test_an_execution_can_be_renamed_and_widened(sagemaker, s3):
    at = name("wide")
    s3.put_object(Bucket=BUCKET, Key=f"{at}/in/other", Body=b"")
    slow = [processing_step(f"S{i}", shell("sleep 300")) for i in range(2)]
    pipeline = create_pipeline(sagemaker, *slow)
    arn = sagemaker.start_pipeline_execution(
        PipelineName=pipeline,
        ClientRequestToken=uuid.uuid4().hex,
        ParallelismConfiguration={"MaxParallelExecutionSteps": 1},
    )["PipelineExecutionArn"]
    until(lambda: len(steps_of(sagemaker, arn)) == 1, "the first step")
    sagemaker.update_pipeline_execution(
        PipelineExecutionArn=arn,
        PipelineExecutionDisplayName="wide",
        PipelineExecutionDescription="two at once",
        ParallelismConfiguration={"MaxParallelExecutionSteps": 2},
    )
    until(lambda: len(steps_of(sagemaker, arn)) == 2, "the second step")
    d = sagemaker.describe_pipeline_execution(PipelineExecutionArn=arn)
    assert (d["PipelineExecutionDisplayName"], d["PipelineExecutionDescription"]) == (
        "wide",
        "two at once",
    )
    assert d["ParallelismConfiguration"] == {"MaxParallelExecutionSteps": 2}
    sagemaker.stop_pipeline_execution(PipelineExecutionArn=arn, ClientRequestToken=uuid.uuid4().hex)
    assert done_execution(sagemaker, arn)["PipelineExecutionStatus"] == "Stopped"


# --- SelectiveExecutionConfig ---


def select(sagemaker, pipeline, *steps, source=None):
    operation = sagemaker.meta.service_model.operation_model("StartPipelineExecution")
    known = operation.input_shape.members.get("SelectiveExecutionConfig")
    if not known or (not source and known.required_members[:1] == ["SourcePipelineExecutionArn"]):
        pytest.skip("this botocore does not know selected steps without a source")
    config = {"SelectedSteps": [{"StepName": s} for s in steps]}
    if source:
        config["SourcePipelineExecutionArn"] = source
    return sagemaker.start_pipeline_execution(
        PipelineName=pipeline, ClientRequestToken=uuid.uuid4().hex, SelectiveExecutionConfig=config
    )["PipelineExecutionArn"]


@pytest.fixture(scope="module")
def chain(sagemaker):
    """(pipeline, where its outputs are, an execution that succeeded): A -> B -> C, and D alone."""
    at = name("select")
    pipeline = create_pipeline(
        sagemaker,
        writes("A", at, "word"),
        reads("B", at, "A"),
        reads("C", at, "B"),
        writes("D", at, "other"),
    )
    arn = start_pipeline(sagemaker, pipeline)
    assert done_execution(sagemaker, arn)["PipelineExecutionStatus"] == "Succeeded"
    return pipeline, at, arn


def test_one_step_runs_on_what_a_source_has(sagemaker, s3, chain):
    pipeline, at, source = chain
    s3.put_object(Bucket=BUCKET, Key=f"{at}/A/word", Body=b"changed")
    arn = select(sagemaker, pipeline, "B", source=source)
    ended = done_execution(sagemaker, arn)
    steps, had = steps_of(sagemaker, arn), steps_of(sagemaker, source)
    assert ended["PipelineExecutionStatus"] == "Succeeded"
    assert ended["SelectiveExecutionConfig"] == {
        "SourcePipelineExecutionArn": source,
        "SelectedSteps": [{"StepName": "B"}],
    }
    assert set(steps) == {"A", "B"}
    assert steps["A"]["SelectiveExecutionResult"] == {"SourcePipelineExecutionArn": source}
    assert steps["A"]["Metadata"] == had["A"]["Metadata"]
    assert "SelectiveExecutionResult" not in steps["B"]
    assert steps["B"]["Metadata"] != had["B"]["Metadata"]
    assert text_of(s3, f"{at}/B/word") == "CHANGED"


def test_steps_without_dependencies_need_no_source(sagemaker, chain):
    arn = select(sagemaker, chain[0], "D")
    assert done_execution(sagemaker, arn)["PipelineExecutionStatus"] == "Succeeded"
    assert set(steps_of(sagemaker, arn)) == {"D"}


def test_a_source_need_not_have_read_what_is_read_now(sagemaker, s3, chain):
    """The source's own steps read nothing of C, so its properties have to be found elsewhere."""
    pipeline, at, source = chain
    d = [writes("A", at, "word"), reads("B", at, "A"), reads("C", at, "B"), reads("New", at, "C")]
    from support import ROLE, definition

    sagemaker.update_pipeline(
        PipelineName=pipeline, PipelineDefinition=definition(*d), RoleArn=ROLE
    )
    arn = select(sagemaker, pipeline, "New", source=source)
    assert done_execution(sagemaker, arn)["PipelineExecutionStatus"] == "Succeeded"
    assert set(steps_of(sagemaker, arn)) == {"A", "B", "C", "New"}
    d.append(writes("D", at, "other"))
    sagemaker.update_pipeline(
        PipelineName=pipeline, PipelineDefinition=definition(*d[:3], d[4]), RoleArn=ROLE
    )


def test_bad_selections_are_refused(sagemaker, chain):
    pipeline, _, source = chain
    for steps, how, says in (
        (["B"], {}, "SourcePipelineExecutionArn is required, because step B depends on step A"),
        (["A", "C"], {"source": source}, "step B lies between"),
        (["A", "D"], {}, "not connected"),
        (["No"], {}, "has no step No"),
        (["A", "A"], {}, "selected twice"),
        (["B"], {"source": source[:-1] + ("a" if source[-1] != "a" else "b")}, "does not exist"),
    ):
        status, code, message = error(select, sagemaker, pipeline, *steps, **how)
        assert code in ("ValidationException", "ResourceNotFound") and says in message, message


def test_a_selected_step_of_a_branch_runs_whatever_its_condition_said(sagemaker):
    yes = processing_step("Yes", shell("true"))
    gate = {
        "Name": "Gate",
        "Type": "Condition",
        "Arguments": {
            "Conditions": [{"Type": "Equals", "LeftValue": 1, "RightValue": 2}],
            "IfSteps": [yes],
            "ElseSteps": [],
        },
    }
    pipeline = create_pipeline(sagemaker, gate)
    source = start_pipeline(sagemaker, pipeline)
    assert done_execution(sagemaker, source)["PipelineExecutionStatus"] == "Succeeded"
    assert set(steps_of(sagemaker, source)) == {"Gate"}
    arn = select(sagemaker, pipeline, "Yes", source=source)
    assert done_execution(sagemaker, arn)["PipelineExecutionStatus"] == "Succeeded"
    assert steps_of(sagemaker, arn)["Yes"]["StepStatus"] == "Succeeded"
