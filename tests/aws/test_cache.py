"""The cache of steps: hits on equal bytes alone, never on changed or lost ones."""

import gzip
import io
import json
import pathlib
import random
import tarfile
import threading
import time
import uuid

import pytest
from support import (
    BUCKET,
    ROLE,
    create_pipeline,
    definition,
    done_execution,
    error,
    keys_of,
    name,
    processing_step,
    shell,
    start_pipeline,
    steps_of,
    text_of,
    training,
)

ON = {"Enabled": True, "ExpireAfter": "P30D"}


def cached(step, at, prefix="in", command=None, **more):
    """A step that copies what lies below AT/PREFIX to AT/out-STEP."""
    return processing_step(
        step,
        shell(command or "cat /opt/ml/processing/in/* > /opt/ml/processing/out/all"),
        inputs=[(f"s3://{BUCKET}/{at}/{prefix}", "/opt/ml/processing/in")],
        outputs=[("/opt/ml/processing/out", f"s3://{BUCKET}/{at}/out-{step}")],
        CacheConfig=more.pop("config", ON),
        **more,
    )


def run(sagemaker, pipeline, **parameters):
    arn = start_pipeline(sagemaker, pipeline, **parameters)
    ended = done_execution(sagemaker, arn)
    assert ended["PipelineExecutionStatus"] == "Succeeded", ended
    return arn, steps_of(sagemaker, arn)


def update(sagemaker, pipeline, *steps, **more):
    sagemaker.update_pipeline(
        PipelineName=pipeline, PipelineDefinition=definition(*steps, **more), RoleArn=ROLE
    )


def hit(step):
    return step.get("CacheHitResult", {}).get("SourcePipelineExecutionArn")


@pytest.fixture
def at(s3):
    where = name("cache")
    s3.put_object(Bucket=BUCKET, Key=f"{where}/in/a", Body=b"one\n")
    return where


def test_equal_bytes_hit_and_their_outputs_serve(sagemaker, s3, at):
    after = processing_step(
        "After",
        shell("cat /opt/ml/processing/in/all"),
        inputs=[
            (
                {"Get": "Steps.A.ProcessingOutputConfig.Outputs['out-0'].S3Output.S3Uri"},
                "/opt/ml/processing/in",
            )
        ],
    )
    pipeline = create_pipeline(sagemaker, cached("A", at), after)
    first, had = run(sagemaker, pipeline)
    assert hit(had["A"]) is None
    second, steps = run(sagemaker, pipeline)
    assert hit(steps["A"]) == first
    assert steps["A"]["Metadata"] == had["A"]["Metadata"]
    assert hit(steps["After"]) is None  # it has no CacheConfig
    # an upsert of the same definition and a newer hit change nothing: the source is who ran it
    update(sagemaker, pipeline, cached("A", at), after)
    assert hit(run(sagemaker, pipeline)[1]["A"]) == first


def test_changed_bytes_under_the_same_name_miss(sagemaker, s3, at):
    pipeline = create_pipeline(sagemaker, cached("A", at))
    run(sagemaker, pipeline)
    s3.put_object(Bucket=BUCKET, Key=f"{at}/in/a", Body=b"two\n")
    _, steps = run(sagemaker, pipeline)
    assert hit(steps["A"]) is None
    assert text_of(s3, f"{at}/out-A/all") == "two\n"
    s3.put_object(Bucket=BUCKET, Key=f"{at}/in/b", Body=b"more\n")
    assert hit(run(sagemaker, pipeline)[1]["A"]) is None


def test_the_same_bytes_under_a_new_prefix_hit(sagemaker, s3, at):
    pipeline = create_pipeline(sagemaker, cached("A", at, "in"))
    first, _ = run(sagemaker, pipeline)
    s3.put_object(Bucket=BUCKET, Key=f"{at}/2026-11-23-10-00-00/a", Body=b"one\n")
    update(sagemaker, pipeline, cached("A", at, "2026-11-23-10-00-00"))
    assert hit(run(sagemaker, pipeline)[1]["A"]) == first


@pytest.mark.parametrize("how", ["deleted", "replaced"])
def test_lost_outputs_miss(sagemaker, s3, at, how):
    pipeline = create_pipeline(sagemaker, cached("A", at))
    run(sagemaker, pipeline)
    if how == "deleted":
        s3.delete_object(Bucket=BUCKET, Key=f"{at}/out-A/all")
    else:
        s3.put_object(Bucket=BUCKET, Key=f"{at}/out-A/all", Body=b"not\n")
    _, steps = run(sagemaker, pipeline)
    assert hit(steps["A"]) is None
    assert text_of(s3, f"{at}/out-A/all") == "one\n"


def test_what_counts_and_what_does_not(sagemaker, at):
    base = cached("A", at)
    pipeline = create_pipeline(sagemaker, base)
    first, _ = run(sagemaker, pipeline)

    def changed(change):
        other = json.loads(json.dumps(base))
        change(other["Arguments"])
        update(sagemaker, pipeline, other)
        return hit(run(sagemaker, pipeline)[1]["A"])

    def size(a):
        a["ProcessingResources"]["ClusterConfig"]["InstanceType"] = "ml.m5.4xlarge"

    def role(a):
        a["RoleArn"] = ROLE + "Other"

    def where(a):
        a["ProcessingOutputConfig"]["Outputs"][0]["S3Output"]["S3Uri"] += "-elsewhere"

    def environment(a):
        a["Environment"] = {"X": uuid.uuid4().hex}

    def command(a):
        a["AppSpecification"]["ContainerEntrypoint"] = shell(
            "echo other > /opt/ml/processing/out/all"
        )

    assert [changed(c) for c in (size, role, where)] == [first] * 3
    assert changed(environment) is None
    assert changed(command) is None
    update(sagemaker, pipeline, base)
    # the command wrote to the same place: what the first left is not there any more
    assert hit(run(sagemaker, pipeline)[1]["A"]) is None


def test_failures_are_no_entries_and_age_counts(engine, sagemaker, s3, at):
    bad = cached("A", at, command="test -e /opt/ml/processing/in/ok")
    pipeline = create_pipeline(sagemaker, bad)
    arn = start_pipeline(sagemaker, pipeline)
    assert done_execution(sagemaker, arn)["PipelineExecutionStatus"] == "Failed"
    s3.put_object(Bucket=BUCKET, Key=f"{at}/in/ok", Body=b"")
    short = cached("A", at, command="true", config={"Enabled": True, "ExpireAfter": "T1S"})
    update(sagemaker, pipeline, short)
    first, _ = run(sagemaker, pipeline)
    time.sleep(1.1)
    second, steps = run(sagemaker, pipeline)
    assert hit(steps["A"]) is None
    why = engine.cli("why", second, "A").stdout
    assert "older than ExpireAfter" in why and first.rsplit("/", 1)[1] in why
    update(sagemaker, pipeline, cached("A", at, command="true", config={"Enabled": True}))
    assert hit(run(sagemaker, pipeline)[1]["A"]) == second
    update(sagemaker, pipeline, cached("A", at, command="true", config={"Enabled": False}))
    assert hit(run(sagemaker, pipeline)[1]["A"]) is None


def test_an_input_that_changed_before_it_was_read_makes_no_entry(sagemaker, s3, at):
    """The step is looked at while its job still waits: what it then reads is something else."""
    blocker = processing_step("Slots", shell("sleep 2"))
    pipelines = [create_pipeline(sagemaker, blocker) for _ in range(4)]
    running = [start_pipeline(sagemaker, p) for p in pipelines]
    pipeline = create_pipeline(sagemaker, cached("A", at))
    arn = start_pipeline(sagemaker, pipeline)
    time.sleep(0.5)
    s3.put_object(Bucket=BUCKET, Key=f"{at}/in/a", Body=b"later\n")
    assert done_execution(sagemaker, arn)["PipelineExecutionStatus"] == "Succeeded"
    for r in running:
        done_execution(sagemaker, r)
    ran = text_of(s3, f"{at}/out-A/all")
    s3.put_object(Bucket=BUCKET, Key=f"{at}/in/a", Body=b"one\n")
    _, steps = run(sagemaker, pipeline)
    assert ran == "later\n" and hit(steps["A"]) is None
    assert text_of(s3, f"{at}/out-A/all") == "one\n"


def test_training_hits_too(sagemaker, s3, at):
    arguments = training(
        ["/bin/sh", "-c", "echo model > /opt/ml/model/m"], hyperparameters={"depth": "3"}
    )
    del arguments["TrainingJobName"]
    step = {"Name": "T", "Type": "Training", "Arguments": arguments, "CacheConfig": ON}
    pipeline = create_pipeline(sagemaker, step)
    first, _ = run(sagemaker, pipeline)
    assert hit(run(sagemaker, pipeline)[1]["T"]) == first
    arguments["HyperParameters"]["depth"] = "4"
    update(sagemaker, pipeline, step)
    assert hit(run(sagemaker, pipeline)[1]["T"]) is None


def test_checkpoints_of_others_are_input(sagemaker, s3, at):
    """A training goes on from what lies there: from its own checkpoints it would come to the same."""
    where = {"S3Uri": f"s3://{BUCKET}/{at}/ckpt", "LocalPath": "/opt/ml/checkpoints"}
    command = "mkdir -p /opt/ml/checkpoints; cat /opt/ml/checkpoints/* > /opt/ml/model/m; "
    command += "echo 9 > /opt/ml/checkpoints/epoch-9"
    arguments = training(["/bin/sh", "-c", command + "; true"], CheckpointConfig=where)
    del arguments["TrainingJobName"]
    step = {"Name": "T", "Type": "Training", "Arguments": arguments, "CacheConfig": ON}
    s3.put_object(Bucket=BUCKET, Key=f"{at}/ckpt/epoch-1", Body=b"1")
    pipeline = create_pipeline(sagemaker, step)
    first, _ = run(sagemaker, pipeline)
    assert keys_of(s3, f"{at}/ckpt") == [f"{at}/ckpt/epoch-1", f"{at}/ckpt/epoch-9"]
    assert hit(run(sagemaker, pipeline)[1]["T"]) == first
    s3.put_object(Bucket=BUCKET, Key=f"{at}/ckpt/epoch-10", Body=b"better")
    second, steps = run(sagemaker, pipeline)
    assert hit(steps["T"]) is None
    assert hit(run(sagemaker, pipeline)[1]["T"]) == second
    s3.put_object(Bucket=BUCKET, Key=f"{at}/ckpt/epoch-1", Body=b"other")
    assert hit(run(sagemaker, pipeline)[1]["T"]) is None


def packed(mtime, mode=0o644, **files):
    """A folder as the SDKs pack it: the archive's bytes depend on when."""
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=mtime) as zipped:
        with tarfile.open(fileobj=zipped, mode="w") as tar:
            for path, data in files.items():
                info = tarfile.TarInfo(path)
                info.size, info.mtime, info.mode = len(data), mtime, mode
                tar.addfile(info, io.BytesIO(data))
    return out.getvalue()


@pytest.mark.parametrize("more", [b"", random.Random(1).randbytes(50000)], ids=["small", "large"])
def test_code_that_is_packed_anew_is_the_same(engine, sagemaker, s3, at, more):
    archive = f"{at}/code/sourcedir.tar.gz"
    work = processing_step(
        "Work",
        shell("tar xzf /opt/ml/processing/code/sourcedir.tar.gz -C /tmp && test -s /tmp/main.py"),
        inputs=[(f"s3://{BUCKET}/{archive}", "/opt/ml/processing/code")],
        CacheConfig=ON,
    )
    arguments = training(
        hyperparameters={
            "sagemaker_program": '"main.py"',
            "sagemaker_submit_directory": f'"s3://{BUCKET}/{archive}"',
        }
    )
    del arguments["TrainingJobName"]
    train = {"Name": "Train", "Type": "Training", "Arguments": arguments, "CacheConfig": ON}
    pipeline = create_pipeline(sagemaker, work, train)

    def hits(body):
        s3.put_object(Bucket=BUCKET, Key=archive, Body=body)
        arn, steps = run(sagemaker, pipeline)
        assert hit(steps["Work"]) == hit(steps["Train"])
        return arn, hit(steps["Work"])

    main = {"main.py": b"print('one')\n", "more": more}
    first, none = hits(packed(1000, **main))
    assert none is None
    assert hits(packed(2000, **main))[1] == first
    second, none = hits(packed(2000, **dict(main, **{"main.py": b"print('two')\n"})))
    assert none is None
    why = engine.cli("why", second, "Train").stdout
    assert "sagemaker_submit_directory" in why and f"s3://{BUCKET}/{archive}" in why
    for other in (
        packed(2000, 0o755, **main),
        packed(2000, **main, extra=b""),
        packed(2000, **{"main.py": main["main.py"], "less": more}),
    ):
        assert hits(other)[1] is None
    assert not list(pathlib.Path(engine.data, "run").glob("digest-*"))


def test_what_is_no_archive_counts_by_its_bytes(sagemaker, s3, at):
    key = f"{at}/in/sourcedir.tar.gz"
    pipeline = create_pipeline(sagemaker, cached("A", at))
    found = []
    for body in (b"one", b"two", b"one"):
        s3.put_object(Bucket=BUCKET, Key=key, Body=body)
        found.append(hit(run(sagemaker, pipeline)[1]["A"]) is not None)
    # the second has replaced what the first left
    assert found == [False, False, False]
    assert hit(run(sagemaker, pipeline)[1]["A"])


def test_a_recreated_pipeline_begins_anew(sagemaker, at):
    pipeline = create_pipeline(sagemaker, cached("A", at))
    run(sagemaker, pipeline)
    sagemaker.delete_pipeline(PipelineName=pipeline, ClientRequestToken=uuid.uuid4().hex)
    sagemaker.create_pipeline(
        PipelineName=pipeline,
        PipelineDefinition=definition(cached("A", at)),
        ClientRequestToken=uuid.uuid4().hex,
        RoleArn=ROLE,
    )
    assert hit(run(sagemaker, pipeline)[1]["A"]) is None


def test_other_pipelines_that_are_deleted_make_no_misses(sagemaker, at):
    """Deletions without end, while many hits are looked for."""
    pipeline = create_pipeline(sagemaker, cached("A", at))
    first, _ = run(sagemaker, pipeline)
    over = threading.Event()

    def delete():
        while not over.is_set():
            other = create_pipeline(sagemaker, cached("A", at))
            sagemaker.delete_pipeline(PipelineName=other, ClientRequestToken=uuid.uuid4().hex)

    busy = [threading.Thread(target=delete) for _ in range(3)]
    for t in busy:
        t.start()
    try:
        found = [hit(run(sagemaker, pipeline)[1]["A"]) for _ in range(40)]
    finally:
        over.set()
        for t in busy:
            t.join()
    assert found == [first] * 40


@pytest.mark.parametrize(
    "config, says",
    [
        ({"Enabled": True, "ExpireAfter": "soon"}, "ExpireAfter: expected a duration"),
        ({"Enabled": True, "ExpireAfter": 30}, "ExpireAfter: expected a duration"),
        ({"Enabled": "yes"}, "Enabled: expected true or false"),
    ],
)
def test_the_configuration_is_checked(sagemaker, at, config, says):
    status, code, message = error(create_pipeline, sagemaker, cached("A", at, config=config))
    assert (status, code) == (400, "ValidationException") and says in message
