"""kill -9 in the middle of `slipway gc`: at each of its fault points, and then a new engine.

What must hold after each: no row names what is gone, what is kept is whole, and the next collection
takes what the first one left. Needs a build with -Dfault_points=true."""

import os
import pathlib
import shutil

import pytest
import support
from gc_support import blob_bytes, check_references, counts, gc, job_dirs, rows
from harness import Engine
from support import BUCKET

FAKETIME = next(
    (str(p) for p in pathlib.Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1")), None
)
IN, OUT = "/opt/ml/processing/in", "/opt/ml/processing/out"
BIG = 1 << 20
# Each hit that a collection of the directory below comes to, first and later ones.
POINTS = (
    "gc.decided:1",
    "gc.events:1",
    "gc.rows:1",
    "gc.rows:2",
    "gc.directory:1",
    "gc.directory:7",
    "gc.definition:1",
    "gc.blobs:1",
    "blob.remove.before:1",
    "gc.run:1",
    "gc.run:2",
)


def fill(e):
    """Executions of a pipeline that is there, one of a deleted one, jobs of their own, a package's
    makers, replaced and deleted objects, an old layer and an old skeleton."""
    s3, sagemaker = e.client("s3"), e.client("sagemaker")
    s3.put_object(Bucket=BUCKET, Key="data", Body=os.urandom(BIG))
    at = {"inputs": [(f"s3://{BUCKET}/data", IN)]}
    steps = [
        support.processing_step(f"S{i}", support.shell("echo runs"), **(at if i == 0 else {}))
        for i in range(8)
    ]
    lost = support.create_pipeline(sagemaker, steps[0])
    support.done_execution(sagemaker, support.start_pipeline(sagemaker, lost))
    sagemaker.delete_pipeline(PipelineName=lost)
    maker = support.run_processing(
        sagemaker,
        support.shell(f"cp {IN}/data {OUT}/model.tar.gz"),
        outputs=[(OUT, f"s3://{BUCKET}/model")],
        **at,
    )
    sagemaker.create_model_package_group(ModelPackageGroupName="g")
    sagemaker.create_model_package(
        ModelPackageGroupName="g",
        InferenceSpecification={
            "Containers": [
                {"Image": support.IMAGE, "ModelDataUrl": f"s3://{BUCKET}/model/model.tar.gz"}
            ],
            "SupportedContentTypes": ["text/csv"],
            "SupportedResponseMIMETypes": ["text/csv"],
        },
    )
    s3.put_object(Bucket=BUCKET, Key="data", Body=os.urandom(BIG))
    pipeline = support.create_pipeline(sagemaker, *steps)
    for _ in range(10):
        arn = support.start_pipeline(sagemaker, pipeline)
        support.done_execution(sagemaker, arn)
    s3.put_object(Bucket=BUCKET, Key="other", Body=os.urandom(BIG))
    for _ in range(3):
        support.run_processing(
            sagemaker, support.shell("true"), inputs=[(f"s3://{BUCKET}/other", IN)]
        )
    s3.delete_object(Bucket=BUCKET, Key="other")
    support.run_processing(sagemaker, support.shell("true"))
    layer = pathlib.Path(e.data, "run", "layers", "old")
    layer.mkdir(parents=True)
    os.utime(layer, (0, 0))
    (layer.parent.parent / "skel-00000000-0123456789abcdef").mkdir()
    return pipeline, arn, maker["ProcessingJobName"]


# Two hours later, seen by an engine whose files keep their times.
LATER = {"LD_PRELOAD": FAKETIME, "FAKETIME": "+2h", "NO_FAKE_STAT": "1"}


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    where = tmp_path_factory.mktemp("gc") / "data"
    where.mkdir()
    counted = where.parent / "points"
    e = Engine(data=str(where), env={"SLIPWAY_FAULT_COUNT": str(counted)}).start()
    try:
        support.map_image(e)
        e.filled = fill(e)
        assert e.keys  # asked for while it runs
    finally:
        e.stop()
    e.extra_env = {}
    if not counted.exists():
        pytest.skip("this build has no fault points")
    yield e
    e.remove()


@pytest.mark.parametrize("point", POINTS)
def test_kill_in_a_collection(base, tmp_path, point):
    where = tmp_path / "data"
    shutil.copytree(base.data, where, symlinks=True)
    pipeline, newest, maker = base.filled
    e = Engine(data=str(where), env={"SLIPWAY_FAULT": point})
    e._keys = base.keys
    try:
        e.start()
        before = blob_bytes(e)
        done = e.cli("gc", "--keep", "1", check=False)
        assert done.returncode != 0, "the point was never reached"
        assert e.process.wait(10) != 0
        check_references(e)
        e.process, e.extra_env = None, {}
        e.start()
        first = counts(gc(e, "--keep", 1))
        check_references(e)
        assert counts(gc(e, "--plan", "--keep", 1)) == {}, first
        whole(e, pipeline, newest, maker)
        # A blob whose pin went before the kill is an orphan, and young ones are left alone.
        assert before - blob_bytes(e) == (
            BIG if first.get("blobs") or point.startswith("gc.run") else 0
        )
        if FAKETIME:
            e.stop()
            e.extra_env = LATER
            e.start()
            support.until(lambda: before - blob_bytes(e) == BIG, "the orphan's end")
            e.stop()
            e.extra_env = {}
            e.start()
        ended = support.done_execution(
            e.client("sagemaker"), support.start_pipeline(e.client("sagemaker"), pipeline)
        )
        assert ended["PipelineExecutionStatus"] == "Succeeded"
    finally:
        e.remove()


def whole(e, pipeline, newest, maker):
    sagemaker, s3, logs = e.client("sagemaker"), e.client("s3"), e.client("logs")
    listed = sagemaker.list_pipeline_executions(PipelineName=pipeline)["PipelineExecutionSummaries"]
    assert [x["PipelineExecutionArn"] for x in listed] == [newest]
    steps = support.steps_of(sagemaker, newest)
    assert len(steps) == 8
    for step in steps.values():
        job = step["Metadata"]["ProcessingJob"]["Arn"].split("/")[-1]
        assert support.log_lines(logs, support.PROCESSING_LOGS, job) == ["runs"]
    assert sagemaker.describe_processing_job(ProcessingJobName=maker)
    model = s3.get_object(Bucket=BUCKET, Key="model/model.tar.gz")["Body"].read()
    assert len(model) == BIG
    assert rows(e, "SELECT COUNT(*) FROM executions") == [(1,)]
    assert len(job_dirs(e)) == rows(e, "SELECT COUNT(*) FROM jobs")[0][0] == 10
    run = pathlib.Path(e.data, "run")
    assert not list((run / "layers").iterdir())
    assert not list(run.glob("skel-00000000-*"))
