"""kill -9 while the executions of a deleted pipeline are being removed, and then a new engine.

DeletePipeline was acknowledged: nothing of it may be seen again, and in the end nothing is left.
Needs a build with -Dfault_points=true."""

import shutil
import uuid

import pytest
import support
from botocore.exceptions import BotoCoreError, ClientError
from gc_support import check_references, rows
from harness import Engine

EXECUTIONS = 230  # of two rows each: three commits
# The first hit of each is that of the start, which finds nothing to remove.
POINTS = ("remains.before:2", "remains.after:2", "remains.after:3", "remains.after:4")
STEP = {
    "Name": "If",
    "Type": "Condition",
    "Arguments": {
        "Conditions": [{"Type": "Equals", "LeftValue": 1, "RightValue": 1}],
        "IfSteps": [],
        "ElseSteps": [],
    },
}


def token(i):
    return f"{i:032d}"


def start(sagemaker, pipeline, i):
    return sagemaker.start_pipeline_execution(PipelineName=pipeline, ClientRequestToken=token(i))[
        "PipelineExecutionArn"
    ]


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    where = tmp_path_factory.mktemp("deletion") / "data"
    where.mkdir()
    counted = where.parent / "points"
    e = Engine(data=str(where), env={"SLIPWAY_FAULT_COUNT": str(counted)}).start()
    try:
        sagemaker = e.client("sagemaker")
        e.pipeline = support.create_pipeline(sagemaker, STEP)
        e.arns = [start(sagemaker, e.pipeline, i) for i in range(EXECUTIONS)]
        support.done_execution(sagemaker, e.arns[-1])
        e.other = support.start_pipeline(sagemaker, support.create_pipeline(sagemaker, STEP))
        support.done_execution(sagemaker, e.other)
        assert e.keys  # asked for while it runs
    finally:
        e.stop()
    if not counted.exists():
        pytest.skip("this build has no fault points")
    yield e
    e.remove()


def listed(sagemaker, pipeline):
    pages = sagemaker.get_paginator("list_pipeline_executions").paginate(PipelineName=pipeline)
    return [x["PipelineExecutionArn"] for p in pages for x in p["PipelineExecutionSummaries"]]


@pytest.mark.parametrize("point", POINTS)
def test_kill_while_executions_are_removed(base, tmp_path, point):
    where = tmp_path / "data"
    shutil.copytree(base.data, where, symlinks=True)
    e = Engine(data=str(where), env={"SLIPWAY_FAULT": point})
    e._keys = base.keys
    try:
        e.start()
        try:
            e.client("sagemaker").delete_pipeline(
                PipelineName=base.pipeline, ClientRequestToken=uuid.uuid4().hex
            )
        except (BotoCoreError, ClientError):
            pass  # its answer and the kill cross each other: the commit came before both
        assert e.process.wait(20) != 0
        check_references(e)
        e.process, e.extra_env = None, {}
        e.start()
        sagemaker = e.client("sagemaker")
        for arn in (base.arns[0], base.arns[-1]):
            with pytest.raises(ClientError, match="does not exist"):
                sagemaker.describe_pipeline_execution(PipelineExecutionArn=arn)
        with pytest.raises(ClientError, match="does not exist"):
            sagemaker.list_pipeline_executions(PipelineName=base.pipeline)
        sagemaker.create_pipeline(
            PipelineName=base.pipeline,
            PipelineDefinition=support.definition(STEP),
            ClientRequestToken=uuid.uuid4().hex,
            RoleArn=support.ROLE,
        )
        assert listed(sagemaker, base.pipeline) == []
        new = start(sagemaker, base.pipeline, EXECUTIONS - 1)
        assert new not in base.arns and start(sagemaker, base.pipeline, EXECUTIONS - 1) == new
        support.until(
            lambda: rows(
                e, "SELECT (SELECT COUNT(*) FROM executions), COUNT(*) FROM " "deleted_pipelines"
            )
            == [(2, 0)],
            "the end of the others",
        )
        support.done_execution(sagemaker, new)
        assert listed(sagemaker, base.pipeline) == [new]
        assert support.done_execution(sagemaker, base.other)
        check_references(e)
    finally:
        e.remove()
