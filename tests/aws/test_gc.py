"""`slipway gc`: what goes, what stays, and that the disk has its room back."""

import collections
import contextlib
import json
import os
import pathlib
import threading
import time

import pytest
import support
from gc_support import blob_bytes, check_references, counts, gc, job_dirs, rows, table_sizes
from support import BUCKET, IMAGE, error

IN, OUT = "/opt/ml/processing/in", "/opt/ml/processing/out"
ON = {"Enabled": True, "ExpireAfter": "P30D"}


def engine_of(fresh_engine, **how):
    e = fresh_engine(**how)
    support.map_image(e)
    e.s3, e.sagemaker, e.logs = e.client("s3"), e.client("sagemaker"), e.client("logs")
    return e


@pytest.fixture
def own(fresh_engine):
    """An engine of the test's own: a collection concerns everything."""
    return engine_of(fresh_engine)


def say(step, **more):
    return support.processing_step(step, support.shell(f"echo {step} runs"), **more)


def run(e, pipeline, **parameters):
    arn = support.start_pipeline(e.sagemaker, pipeline, **parameters)
    ended = support.done_execution(e.sagemaker, arn)
    assert ended["PipelineExecutionStatus"] == "Succeeded", ended
    return arn, support.steps_of(e.sagemaker, arn)


def job_of(step):
    """The name of the job that a step ran."""
    (what,) = step["Metadata"].values()
    return what["Arn"].split("/")[-1]


def update(e, pipeline, *steps):
    e.sagemaker.update_pipeline(
        PipelineName=pipeline, PipelineDefinition=support.definition(*steps), RoleArn=support.ROLE
    )


def listed(e, pipeline):
    pages = e.sagemaker.get_paginator("list_pipeline_executions").paginate(PipelineName=pipeline)
    return [x["PipelineExecutionArn"] for p in pages for x in p["PipelineExecutionSummaries"]]


def gone(e, arn, job):
    assert error(e.sagemaker.describe_pipeline_execution, PipelineExecutionArn=arn)[1:] == (
        "ResourceNotFound",
        f"Pipeline execution '{arn}' does not exist.",
    )
    assert error(e.sagemaker.list_pipeline_execution_steps, PipelineExecutionArn=arn)[1] == (
        "ResourceNotFound"
    )
    _, code, message = error(e.sagemaker.describe_processing_job, ProcessingJobName=job)
    assert (code, message[:35]) == ("ValidationException", "Could not find requested job with n")
    assert support.log_lines(e.logs, support.PROCESSING_LOGS, job) == []


def test_a_plan_frees_nothing_and_the_collection_what_it_said(own):
    pipeline = support.create_pipeline(own.sagemaker, say("A"), say("B"))
    for _ in range(3):
        newest, _ = run(own, pipeline)
    before, dirs = table_sizes(own), job_dirs(own)
    plan = gc(own, "--plan", "--keep", 1)
    assert plan["plan"] is True and plan["kept"]["executions"] == 1
    assert counts(plan) == {
        "events": counts(plan)["events"],
        "steps": 4,
        "jobs": 4,
        "executions": 2,
        "job directories": 4,
    }
    assert plan["kinds"]["job directories"][1] > 0
    assert (table_sizes(own), job_dirs(own), len(listed(own, pipeline))) == (before, dirs, 3)
    done = gc(own, "--keep", 1)
    assert done["plan"] is False and done["kinds"] == plan["kinds"]
    assert listed(own, pipeline) == [newest]
    assert len(job_dirs(own)) == 2
    assert not rows(
        own, "SELECT arn FROM events WHERE arn LIKE '%/execution/%' AND arn <> ?", newest
    )
    after = table_sizes(own)
    assert before["events"] - after["events"] == counts(done)["events"]
    assert counts(gc(own, "--keep", 1)) == {}
    check_references(own)
    text = own.cli("gc", "--plan", "--keep", "1").stdout
    assert text.startswith("would free nothing; kept: 1 executions, 2 jobs")


def test_what_is_collected_answers_as_not_there(own):
    pipeline = support.create_pipeline(own.sagemaker, say("A"))
    old, old_steps = run(own, pipeline)
    new, new_steps = run(own, pipeline)
    gc(own, "--keep", 1)
    gone(own, old, job_of(old_steps["A"]))
    job = job_of(new_steps["A"])
    assert own.sagemaker.describe_processing_job(ProcessingJobName=job)
    assert support.log_lines(own.logs, support.PROCESSING_LOGS, job) == ["A runs"]
    own.stop()
    own.start()  # numbers are given on from the newest row
    own.sagemaker = own.client("sagemaker")
    newer, _ = run(own, pipeline)
    assert listed(own, pipeline) == [newer, new]


def test_twenty_of_each_pipeline_are_kept_unless_told(own):
    pass_step = {
        "Name": "C",
        "Type": "Condition",
        "Arguments": {
            "Conditions": [{"Type": "Equals", "LeftValue": 1, "RightValue": 1}],
            "IfSteps": [],
            "ElseSteps": [],
        },
    }
    one, two = (support.create_pipeline(own.sagemaker, pass_step) for _ in range(2))
    arns = [run(own, one)[0] for _ in range(22)]
    other = run(own, two)[0]
    assert counts(gc(own))["executions"] == 2
    assert listed(own, one) == arns[:1:-1]
    assert listed(own, two) == [other]


def test_jobs_of_no_execution_by_kind(own):
    jobs = [
        support.run_processing(own.sagemaker, support.shell("true"))["ProcessingJobName"]
        for _ in range(3)
    ]
    train = support.run_training(own.sagemaker, support.shell("true"))["TrainingJobName"]
    own.sagemaker.add_tags(
        ResourceArn=own.sagemaker.describe_processing_job(ProcessingJobName=jobs[0])[
            "ProcessingJobArn"
        ],
        Tags=[{"Key": "k", "Value": "v"}],
    )
    assert counts(gc(own, "--keep", 1))["jobs"] == 2
    assert not rows(own, "SELECT * FROM tags")
    left = own.sagemaker.list_processing_jobs()["ProcessingJobSummaries"]
    assert [j["ProcessingJobName"] for j in left] == jobs[2:]
    assert own.sagemaker.describe_training_job(TrainingJobName=train)


def package(e, group, **how):
    return e.sagemaker.create_model_package(
        ModelPackageGroupName=group,
        InferenceSpecification={
            "Containers": [{"Image": IMAGE, "ModelDataUrl": how.pop("model")}],
            "SupportedContentTypes": ["text/csv"],
            "SupportedResponseMIMETypes": ["text/csv"],
        },
        **how,
    )["ModelPackageArn"]


def test_the_lineage_of_a_registered_model_survives(own):
    train = support.training(support.shell("echo model > /opt/ml/model/m"))
    del train["TrainingJobName"]
    steps = [
        say("Prepare"),
        {"Name": "Train", "Type": "Training", "Arguments": train, "DependsOn": ["Prepare"]},
    ]
    register = {
        "Name": "Register",
        "Type": "RegisterModel",
        "Arguments": {
            "ModelPackageGroupName": "g",
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
        },
    }
    pipeline = support.create_pipeline(own.sagemaker, *steps, register)
    registered, had = run(own, pipeline)
    update(own, pipeline, *steps)
    by_hand, hand = run(own, pipeline)  # its model is registered by a call of its own
    unused, lost = run(own, pipeline)
    newest, _ = run(own, pipeline)
    model = own.sagemaker.describe_training_job(TrainingJobName=job_of(hand["Train"]))
    package(own, "g", model=model["ModelArtifacts"]["S3ModelArtifacts"])
    report = gc(own, "--keep", 0)
    assert report["kept"]["jobs_of_packages"] == 2
    assert listed(own, pipeline) == [newest, by_hand, registered]
    for steps_then in (had, hand):
        job = job_of(steps_then["Prepare"])
        assert support.log_lines(own.logs, support.PROCESSING_LOGS, job) == ["Prepare runs"]
        assert own.sagemaker.describe_training_job(TrainingJobName=job_of(steps_then["Train"]))
    gone(own, unused, job_of(lost["Prepare"]))
    definition = own.sagemaker.describe_pipeline_definition_for_execution(
        PipelineExecutionArn=registered
    )
    assert "Register" in definition["PipelineDefinition"]
    check_references(own)


def test_whoever_wrote_last_before_the_registration_is_its_maker(own):
    """Jobs that write to the same place, each with what the one before it had read."""

    def write(text):
        own.s3.put_object(Bucket=BUCKET, Key="raw/a", Body=b"raw")
        first = support.run_processing(
            own.sagemaker,
            support.shell(f"echo {text} > {OUT}/x"),
            outputs=[(OUT, f"s3://{BUCKET}/prepared")],
        )
        second = support.run_processing(
            own.sagemaker,
            support.shell(f"cp {IN}/x {OUT}/model.tar.gz"),
            inputs=[(f"s3://{BUCKET}/prepared/", IN)],
            outputs=[(OUT, f"s3://{BUCKET}/models/")],
        )
        return first["ProcessingJobName"], second["ProcessingJobName"]

    own.sagemaker.create_model_package_group(ModelPackageGroupName="g")
    write("one")
    two = write("two")
    package(own, "g", model=f"s3://{BUCKET}/models/model.tar.gz")
    write("three")
    support.run_processing(own.sagemaker, support.shell("true"))  # the newest row stays anyway
    report = gc(own, "--keep", 0)
    assert report["kept"] == {"executions": 0, "jobs": 3, "jobs_of_packages": 2}
    for job in two:
        assert own.sagemaker.describe_processing_job(ProcessingJobName=job)
    assert support.text_of(own.s3, "models/model.tar.gz") == "three\n"  # objects are users' data


def test_a_cache_entry_of_a_kept_execution_still_hits(own):
    own.s3.put_object(Bucket=BUCKET, Key="in/a", Body=b"one\n")
    step = support.processing_step(
        "A",
        support.shell(f"cat {IN}/* > {OUT}/all"),
        inputs=[(f"s3://{BUCKET}/in", IN)],
        outputs=[(OUT, f"s3://{BUCKET}/out")],
        CacheConfig=ON,
    )
    pipeline = support.create_pipeline(own.sagemaker, step)
    source, _ = run(own, pipeline)
    run(own, pipeline)
    newest, steps = run(own, pipeline)
    assert steps["A"]["CacheHitResult"]["SourcePipelineExecutionArn"] == source
    gc(own, "--keep", 1)  # what the newest one shows is the source's job
    assert listed(own, pipeline) == [newest, source]
    assert own.sagemaker.describe_processing_job(ProcessingJobName=job_of(steps["A"]))
    _, steps = run(own, pipeline)
    assert steps["A"]["CacheHitResult"]["SourcePipelineExecutionArn"] == source
    # two new ones push it out, and the entry with it
    update(own, pipeline, say("B"))
    run(own, pipeline)
    run(own, pipeline)
    assert counts(gc(own, "--keep", 1))["cache entries"] == 1
    assert not rows(own, "SELECT * FROM cache_entries")
    update(own, pipeline, step)
    assert "CacheHitResult" not in run(own, pipeline)[1]["A"]
    check_references(own)


BIG = 8 << 20


@pytest.mark.parametrize("how", ["replaced", "deleted", "replaced, and a new engine"])
def test_bytes_of_lost_objects_leave_the_disk(own, how):
    own.s3.put_object(Bucket=BUCKET, Key="data", Body=os.urandom(BIG))
    request = {"inputs": [(f"s3://{BUCKET}/data", IN)]}
    support.run_processing(own.sagemaker, support.shell(f"wc -c {IN}/data"), **request)
    if how == "deleted":
        own.s3.delete_object(Bucket=BUCKET, Key="data")
    else:
        new = os.urandom(BIG // 2)
        own.s3.put_object(Bucket=BUCKET, Key="data", Body=new)
    support.run_processing(own.sagemaker, support.shell("true"))
    if how.endswith("new engine"):
        own.stop()
        own.start()
        own.s3 = own.client("s3")
    time.sleep(2)  # directories of ended jobs are swept after a quiet second
    before = blob_bytes(own)
    assert counts(gc(own)) == {}  # the job that was given it is among the last ones
    assert blob_bytes(own) == before >= BIG
    plan = gc(own, "--plan", "--keep", 1)
    assert plan["kinds"]["blobs"] == (1, BIG)
    done = gc(own, "--keep", 1)
    assert done["kinds"]["blobs"] == (1, BIG)
    freed = before - blob_bytes(own)
    print(f"{how}: {freed} bytes are free again")
    assert BIG <= freed <= BIG + 4096
    if how != "deleted":
        assert own.s3.get_object(Bucket=BUCKET, Key="data")["Body"].read() == new
    check_references(own)


def test_what_runs_is_untouched(fresh_engine):
    own = engine_of(fresh_engine, args=["--max-jobs", "4"])
    body = os.urandom(1 << 20)
    own.s3.put_object(Bucket=BUCKET, Key="data", Body=body)
    wait = support.shell(f"echo begun; sleep 4; cp {IN}/data {OUT}/copy")

    def ends(at):
        return {
            "inputs": [(f"s3://{BUCKET}/data", IN)],
            "outputs": [(OUT, f"s3://{BUCKET}/{at}")],
        }

    request = support.processing(wait, **ends("job"))
    name = request["ProcessingJobName"]
    own.sagemaker.create_processing_job(**request)
    step = support.processing_step("Slow", wait, **ends("step"))
    arn = support.start_pipeline(own.sagemaker, support.create_pipeline(own.sagemaker, step))

    def metadata():
        return support.steps_of(own.sagemaker, arn).get("Slow", {}).get("Metadata")

    slow = job_of({"Metadata": support.until(metadata, "the step's job")})
    for job in (name, slow):
        support.until_said(own.logs, support.PROCESSING_LOGS, job, "begun")
    own.s3.delete_object(Bucket=BUCKET, Key="data")
    others = [support.run_processing(own.sagemaker, support.shell("true")) for _ in range(2)]
    report = gc(own, "--keep", 0)
    assert (counts(report)["jobs"], counts(report)["job directories"]) == (1, 1)
    assert "blobs" not in counts(report) and "executions" not in counts(report)
    assert rows(own, "SELECT COUNT(*) FROM jobs WHERE ended_ms IS NULL") == [(2,)]  # it was early
    assert support.done_execution(own.sagemaker, arn)["PipelineExecutionStatus"] == "Succeeded"
    for job, at in ((name, "job"), (slow, "step")):
        ended = support.done_processing(own.sagemaker, job)
        assert ended["ProcessingJobStatus"] == "Completed", ended
        assert own.s3.get_object(Bucket=BUCKET, Key=f"{at}/copy")["Body"].read() == body
        assert support.log_lines(own.logs, support.PROCESSING_LOGS, job) == ["begun"]
    assert others[0] and own.sagemaker.describe_processing_job(
        ProcessingJobName=others[1]["ProcessingJobName"]
    )


def test_definitions_layers_and_skeletons(own):
    pipeline = support.create_pipeline(own.sagemaker, say("A"))
    kept = support.create_pipeline(own.sagemaker, say("B"))
    run(own, pipeline)
    run(own, kept)
    own.sagemaker.delete_pipeline(PipelineName=pipeline)
    at = pathlib.Path(own.data, "run")
    for name, days in (("old", 61), ("new", 59), ("tmp-left", 2), ("tmp-now", 0)):
        (at / "layers" / name).mkdir(parents=True)
        (at / "layers" / name / "file").write_bytes(bytes(100_000))
        long_ago = time.time() - days * 86400
        os.utime(at / "layers" / name, (long_ago, long_ago))
    (at / "skel-00000000-0123456789abcdef").mkdir()
    now = {p.name for p in at.glob("skel-*")} - {"skel-00000000-0123456789abcdef"}
    report = gc(own, "--keep", 0)
    assert counts(report)["definitions"] == 1
    assert counts(report)["requirement layers"] == 2 and counts(report)["skeletons"] == 1
    assert report["kinds"]["requirement layers"][1] >= 200_000
    assert {p.name for p in (at / "layers").iterdir()} == {"new", "tmp-now"}
    assert {p.name for p in at.glob("skel-*")} == now != set()
    run(own, kept)


def test_executions_go_on_while_it_collects(own):
    """Hits, retries, selections and starts name old rows while these go."""
    own.s3.put_object(Bucket=BUCKET, Key="in/a", Body=b"one\n")
    step = support.processing_step(
        "A",
        support.shell("cat /opt/ml/processing/in/*"),
        inputs=[(f"s3://{BUCKET}/in", IN)],
        CacheConfig=ON,
    )
    fails = support.processing_step("Fails", support.shell("exit 3"), depends=["A"])
    pipeline = support.create_pipeline(own.sagemaker, step, fails)
    over, faults = threading.Event(), []

    def collect():
        while not over.is_set():
            try:
                gc(own, "--keep", 0)
            except Exception as fault:  # noqa: BLE001
                faults.append(fault)

    thread = threading.Thread(target=collect)
    thread.start()
    allowed = ("ResourceNotFound", "ConflictException")
    try:
        for _ in range(12):
            arn = support.start_pipeline(own.sagemaker, pipeline)
            try:
                ended = support.done_execution(own.sagemaker, arn)
                own.sagemaker.retry_pipeline_execution(
                    PipelineExecutionArn=arn, ClientRequestToken="x" * 32
                )
                ended = support.done_execution(own.sagemaker, arn)
                assert ended["PipelineExecutionStatus"] == "Failed", ended
                own.sagemaker.start_pipeline_execution(
                    PipelineName=pipeline,
                    ClientRequestToken=support.name("t" * 32),
                    SelectiveExecutionConfig={
                        "SourcePipelineExecutionArn": arn,
                        "SelectedSteps": [{"StepName": "Fails"}],
                    },
                )
            except own.sagemaker.exceptions.ClientError as fault:
                assert fault.response["Error"]["Code"] in allowed, fault
    finally:
        over.set()
        thread.join()
    assert not faults, faults
    for arn in listed(own, pipeline):
        support.done_execution(own.sagemaker, arn)
    check_references(own)


def test_hits_name_no_job_that_goes(fresh_engine):
    """Each execution takes over what an older one did while that is about to go."""
    e = fresh_engine(args=["--executor", "dry", "--max-jobs", "16"])
    support.map_image(e)
    sagemaker = e.client("sagemaker", max_pool_connections=8)
    steps = [say(f"S{i}", CacheConfig=ON) for i in range(8)]
    pipeline = support.create_pipeline(sagemaker, *steps)
    over, answers = threading.Event(), collections.Counter()

    def collect():
        with own_session(e) as call:
            while not over.is_set():
                answers[call({"keep": 0})[0]] += 1

    thread = threading.Thread(target=collect)
    thread.start()
    lost = (
        "SELECT s.execution, s.name FROM steps s WHERE s.metadata IS NOT NULL AND "
        "json_extract(s.metadata, '$.ProcessingJob.Arn') NOT IN (SELECT arn FROM jobs)"
    )
    hits = 0
    try:
        end = time.monotonic() + 8
        while time.monotonic() < end:
            arns = [support.start_pipeline(sagemaker, pipeline) for _ in range(4)]
            for _ in range(10):
                assert rows(e, lost) == []
            with contextlib.suppress(sagemaker.exceptions.ResourceNotFound):
                support.done_execution(sagemaker, arns[-1])
                hits += sum(
                    "CacheHitResult" in s for s in support.steps_of(sagemaker, arns[-1]).values()
                )
    finally:
        over.set()
        thread.join()
    assert hits > 0 and set(answers) == {200}, (hits, answers)
    print(f"{hits} hits beside {answers[200]} collections")


def test_bad_input(own):
    for args in (("--keep", "-1"), ("--keep", "x"), ("--keep", ""), ("what",)):
        done = own.cli("gc", *args, check=False)
        assert done.returncode == 2, (args, done)
    for body in ({"keep": -1}, {"keep": "3"}, {"keep": 1.5}, {"plan": "yes"}, {"keep": 1 << 40}):
        with own_session(own) as call:
            status, answer = call(body)
        assert (status, answer["__type"]) == (400, "ValidationException"), (body, answer)


@contextlib.contextmanager
def own_session(e):
    """call(body): (status, answer) of POST /_slipway/gc, over one connection."""
    import botocore.auth
    import botocore.awsrequest
    import botocore.credentials
    import botocore.httpsession

    keys, session = e.keys, botocore.httpsession.URLLib3Session()
    signer = botocore.auth.SigV4Auth(
        botocore.credentials.Credentials(keys["AWS_ACCESS_KEY_ID"], keys["AWS_SECRET_ACCESS_KEY"]),
        "sagemaker",
        keys["AWS_DEFAULT_REGION"],
    )

    def call(body):
        request = botocore.awsrequest.AWSRequest(
            "POST", f"{e.endpoint}/_slipway/gc", data=json.dumps(body).encode()
        )
        signer.add_auth(request)
        answer = session.send(request.prepare())
        return answer.status_code, json.loads(answer.content)

    yield call
    session.close()
