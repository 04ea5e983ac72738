"""Experiments: what a pipeline's execution and its jobs make of them, and the calls on them."""

import collections
import json
import sqlite3
import uuid

import pytest
import support
from gc_support import gc, rows
from support import BUCKET, IMAGE, ROLE, error, name, processing, shell, training

BY_DEFAULT = {
    "ExperimentName": {"Get": "Execution.PipelineName"},
    "TrialName": {"Get": "Execution.PipelineExecutionId"},
}
ABSENT = object()
ENDED = ("Completed", "Failed", "Stopped")


def named(experiment, trial):
    return {"ExperimentName": experiment, "TrialName": trial}


def get(reference):
    return {"Get": reference}


def train_step(step, command, **more):
    arguments = training(command, **more)
    del arguments["TrainingJobName"]
    return {"Name": step, "Type": "Training", "Arguments": arguments}


def create(sagemaker, config, *steps, parameters=(), pipeline=None):
    pipeline = pipeline or name("tracked")
    definition = json.loads(support.definition(*steps, parameters=parameters))
    definition["PipelineExperimentConfig"] = config
    if config is ABSENT:
        del definition["PipelineExperimentConfig"]
    sagemaker.create_pipeline(
        PipelineName=pipeline,
        PipelineDefinition=json.dumps(definition),
        ClientRequestToken=uuid.uuid4().hex,
        RoleArn=ROLE,
    )
    return pipeline


def run(sagemaker, pipeline, status="Succeeded", **parameters):
    """The execution's ARN, its description and its steps."""
    arn = support.start_pipeline(sagemaker, pipeline, **parameters)
    ended = support.done_execution(sagemaker, arn)
    assert ended["PipelineExecutionStatus"] == status, ended
    return arn, ended, support.steps_of(sagemaker, arn)


def job_arn(step):
    (what,) = step["Metadata"].values()
    return what["Arn"]


def component_of(step):
    kind, job = job_arn(step).split(":")[-1].split("/")
    return f"{job}-aws-{kind}"


def listed(sagemaker, call, **how):
    """Everything that a listing gives, over its pages."""
    (member,) = {
        "list_experiments": ["ExperimentSummaries"],
        "list_trials": ["TrialSummaries"],
        "list_trial_components": ["TrialComponentSummaries"],
    }[call]
    pages = sagemaker.get_paginator(call).paginate(**how)
    return [item for page in pages for item in page[member]]


def components(sagemaker, **how):
    found = listed(sagemaker, "list_trial_components", **how)
    return [c["TrialComponentName"] for c in found]


def trials(sagemaker, **how):
    return [t["TrialName"] for t in listed(sagemaker, "list_trials", **how)]


def missing(sagemaker, call, **how):
    status, code, message = error(getattr(sagemaker, call), **how)
    return (status, code) == (400, "ResourceNotFound") and "does not exist" in message


# --- executions ---


def test_an_execution_has_an_experiment_a_trial_and_a_component_a_job(sagemaker, s3):
    s3.put_object(Bucket=BUCKET, Key="experiments/rows.csv", Body=b"1,2\n")
    pipeline = create(
        sagemaker,
        BY_DEFAULT,
        support.processing_step(
            "Prepare",
            shell("cp /opt/ml/processing/in/rows.csv /opt/ml/processing/out/"),
            inputs=[(f"s3://{BUCKET}/experiments/rows.csv", "/opt/ml/processing/in")],
            outputs=[("/opt/ml/processing/out", f"s3://{BUCKET}/experiments/out")],
        ),
        train_step(
            "Train",
            shell("for v in 4 1 3; do echo loss=$v; done; echo m > /opt/ml/model/m"),
            hyperparameters={"epochs": "20", "rate": "1e-3", "optimizer": '"adam"', "hex": "0x10"},
            channels=[("train", f"s3://{BUCKET}/experiments/rows.csv")],
            AlgorithmSpecification={
                "TrainingImage": IMAGE,
                "TrainingInputMode": "File",
                "ContainerEntrypoint": shell(
                    "for v in 4 1 3; do echo loss=$v; done; echo m > /opt/ml/model/m"
                ),
                "MetricDefinitions": [{"Name": "loss", "Regex": "loss=([0-9.]+)"}],
            },
        ),
    )
    arn, ended, steps = run(sagemaker, pipeline)
    trial = arn.split("/")[-1]
    assert ended["PipelineExperimentConfig"] == named(pipeline, trial)

    experiment = sagemaker.describe_experiment(ExperimentName=pipeline)
    assert experiment["ExperimentArn"].endswith(f":experiment/{pipeline}")
    assert experiment["DisplayName"] == pipeline
    assert experiment["Source"]["SourceArn"] == ended["PipelineArn"]
    described = sagemaker.describe_trial(TrialName=trial)
    assert described["TrialArn"].endswith(f":experiment-trial/{trial}")
    assert described["ExperimentName"] == pipeline
    assert described["Source"]["SourceArn"] == arn
    assert trials(sagemaker, ExperimentName=pipeline) == [trial]
    both = {component_of(s) for s in steps.values()}
    assert len(both) == 2
    assert set(components(sagemaker, TrialName=trial)) == both
    assert set(components(sagemaker, ExperimentName=pipeline)) == both

    prepared = sagemaker.describe_trial_component(TrialComponentName=component_of(steps["Prepare"]))
    job = sagemaker.describe_processing_job(
        ProcessingJobName=job_arn(steps["Prepare"]).split("/")[-1]
    )
    assert job["ExperimentConfig"] == named(pipeline, trial)
    assert prepared["Source"] == {
        "SourceArn": job["ProcessingJobArn"],
        "SourceType": "SageMakerProcessingJob",
    }
    assert prepared["Status"] == {
        "PrimaryStatus": "Completed",
        "Message": "Status: Completed, exit message: null, failure reason: null",
    }
    assert prepared["StartTime"] == job["ProcessingStartTime"]
    assert prepared["EndTime"] == job["ProcessingEndTime"]
    assert prepared["Parameters"] == {
        "SageMaker.InstanceCount": {"NumberValue": 1.0},
        "SageMaker.InstanceType": {"StringValue": "ml.m5.large"},
        "SageMaker.VolumeSizeInGB": {"NumberValue": 1.0},
    }
    assert prepared["InputArtifacts"] == {
        "SageMaker.ImageUri": {"Value": IMAGE},
        "in-0": {"Value": f"s3://{BUCKET}/experiments/rows.csv"},
    }
    assert prepared["OutputArtifacts"] == {"out-0": {"Value": f"s3://{BUCKET}/experiments/out"}}

    trained = sagemaker.describe_trial_component(TrialComponentName=component_of(steps["Train"]))
    job = sagemaker.describe_training_job(TrainingJobName=job_arn(steps["Train"]).split("/")[-1])
    assert job["ExperimentConfig"] == named(pipeline, trial)
    assert trained["Source"]["SourceType"] == "SageMakerTrainingJob"
    assert trained["Status"]["PrimaryStatus"] == "Completed"
    assert trained["Parameters"]["epochs"] == {"NumberValue": 20.0}
    assert trained["Parameters"]["rate"] == {"NumberValue": 0.001}
    assert trained["Parameters"]["optimizer"] == {"StringValue": '"adam"'}
    assert trained["Parameters"]["hex"] == {"StringValue": "0x10"}
    assert trained["InputArtifacts"]["train"]["Value"] == f"s3://{BUCKET}/experiments/rows.csv"
    assert trained["OutputArtifacts"] == {
        "SageMaker.ModelArtifact": {"Value": job["ModelArtifacts"]["S3ModelArtifacts"]}
    }
    (metric,) = trained["Metrics"]
    (final,) = job["FinalMetricDataList"]
    assert set(final) == {"MetricName", "Value", "Timestamp"}
    shown = {k: metric[k] for k in ("MetricName", "Min", "Max", "Last", "Count", "TimeStamp")}
    assert shown == {
        "MetricName": "loss",
        "Min": 1.0,
        "Max": 4.0,
        "Last": 3.0,
        "Count": 3,
        "TimeStamp": final["Timestamp"],
    }
    assert metric["Avg"] == pytest.approx(8 / 3)
    assert metric["StdDev"] == pytest.approx((14 / 6) ** 0.5)


@pytest.mark.parametrize("config", [BY_DEFAULT, ABSENT], ids=["as the SDK gives it", "absent"])
def test_the_names_by_default(sagemaker, config):
    pipeline = create(sagemaker, config, support.processing_step("One", shell("true")))
    arn, ended, steps = run(sagemaker, pipeline)
    assert ended["PipelineExperimentConfig"] == named(pipeline, arn.split("/")[-1])
    assert components(sagemaker, ExperimentName=pipeline) == [component_of(steps["One"])]


def test_null_makes_nothing(sagemaker):
    step = support.processing_step("One", shell("true"))
    step["Arguments"]["ExperimentConfig"] = {"TrialComponentDisplayName": "Shown"}
    pipeline = create(sagemaker, None, step)
    arn, ended, steps = run(sagemaker, pipeline)
    assert "PipelineExperimentConfig" not in ended
    assert missing(sagemaker, "describe_experiment", ExperimentName=pipeline)
    assert missing(sagemaker, "describe_trial", TrialName=arn.split("/")[-1])
    assert components(sagemaker, SourceArn=job_arn(steps["One"])) == []
    job = sagemaker.describe_processing_job(ProcessingJobName=job_arn(steps["One"]).split("/")[-1])
    assert "ExperimentConfig" not in job


def test_names_are_evaluated_and_can_be_read(sagemaker, s3):
    step = support.processing_step(
        "Say",
        shell("echo $WHERE > /opt/ml/processing/out/where"),
        outputs=[("/opt/ml/processing/out", f"s3://{BUCKET}/experiments/names")],
    )
    step["Arguments"]["Environment"] = {
        "WHERE": {
            "Std:Join": {
                "On": "/",
                "Values": [
                    get("PipelineExperimentConfig.ExperimentName"),
                    get("PipelineExperimentConfig.TrialName"),
                ],
            }
        }
    }
    step["Arguments"]["ExperimentConfig"] = {"TrialComponentDisplayName": "Spoken"}
    experiment = name("chosen")
    pipeline = create(
        sagemaker,
        named(
            get("Parameters.Experiment"),
            {"Std:Join": {"On": "-", "Values": ["t", get("Execution.PipelineExecutionId")]}},
        ),
        step,
        parameters=[{"Name": "Experiment", "Type": "String", "DefaultValue": "not this"}],
    )
    arn, ended, steps = run(sagemaker, pipeline, Experiment=experiment)
    trial = "t-" + arn.split("/")[-1]
    assert ended["PipelineExperimentConfig"] == named(experiment, trial)
    said = support.text_of(s3, "experiments/names/where").strip()
    assert said == f"{experiment}/{trial}"
    (component,) = listed(sagemaker, "list_trial_components", TrialName=trial)
    assert component["DisplayName"] == "Spoken"
    assert component["TrialComponentSource"]["SourceArn"] == job_arn(steps["Say"])
    assert missing(sagemaker, "describe_experiment", ExperimentName=pipeline)


@pytest.mark.parametrize(
    "bad", ["two words", "-a", "a-", "a_b", "", "x" * 121, 7], ids=lambda v: repr(v)[:9]
)
@pytest.mark.parametrize("member", ["ExperimentName", "TrialName"])
def test_a_name_that_is_none_starts_nothing(sagemaker, member, bad):
    config = {**named(name("fine"), name("fine")), member: bad}
    pipeline = create(sagemaker, config, support.processing_step("One", shell("true")))
    status, code, message = error(support.start_pipeline, sagemaker, pipeline)
    assert (status, code) == (400, "ValidationException")
    assert f"PipelineExperimentConfig.{member}" in message and "[a-zA-Z0-9]" in message
    assert not sagemaker.list_pipeline_executions(PipelineName=pipeline)[
        "PipelineExecutionSummaries"
    ]
    for k, v in config.items():
        if k != member:
            call = {"ExperimentName": "describe_experiment", "TrialName": "describe_trial"}[k]
            assert missing(sagemaker, call, **{k: v})


@pytest.mark.parametrize("config", [ABSENT, BY_DEFAULT], ids=["absent", "the SDK's"])
def test_a_name_too_long_for_an_experiment_is_none_of_the_users(sagemaker, config):
    pipeline = create(
        sagemaker,
        config,
        support.processing_step("One", shell("true")),
        pipeline=name("long") + "x" * 120,
    )
    _, ended, steps = run(sagemaker, pipeline)
    assert "PipelineExperimentConfig" not in ended
    assert missing(
        sagemaker, "describe_trial_component", TrialComponentName=component_of(steps["One"])
    )


def test_half_a_config_starts_nothing(sagemaker):
    step = support.processing_step("One", shell("true"))
    pipeline = create(sagemaker, {"ExperimentName": "e"}, step)
    status, code, message = error(support.start_pipeline, sagemaker, pipeline)
    assert (status, code) == (400, "ValidationException") and "TrialName" in message


def test_what_is_there_is_used_again(sagemaker):
    experiment, trial = name("shared"), name("shared")
    made = sagemaker.create_experiment(
        ExperimentName=experiment, Description="mine", DisplayName="Mine"
    )
    step = support.processing_step("One", shell("true"))
    arns = []
    for _ in range(2):
        pipeline = create(sagemaker, named(experiment, trial), step)
        arns += [component_of(s) for s in run(sagemaker, pipeline)[2].values()]
    described = sagemaker.describe_experiment(ExperimentName=experiment)
    assert described["ExperimentArn"] == made["ExperimentArn"]
    assert (described["Description"], described["DisplayName"]) == ("mine", "Mine")
    assert trials(sagemaker, ExperimentName=experiment) == [trial]
    assert components(sagemaker, TrialName=trial, SortOrder="Ascending") == arns

    other = create(sagemaker, named(name("other"), trial), step)
    status, code, message = error(support.start_pipeline, sagemaker, other)
    assert (status, code) == (400, "ValidationException")
    assert f"belongs to experiment {experiment}" in message
    assert trials(sagemaker, TrialComponentName=arns[0]) == [trial]


def test_a_failed_job_and_its_retry_have_a_component_each(sagemaker):
    step = train_step("Fails", shell("echo no > /opt/ml/output/failure; exit 3"))
    pipeline = create(sagemaker, BY_DEFAULT, step)
    arn, _, steps = run(sagemaker, pipeline, status="Failed")
    first = sagemaker.describe_trial_component(TrialComponentName=component_of(steps["Fails"]))
    assert first["Status"]["PrimaryStatus"] == "Failed"
    assert "secondary status: Failed, failure reason: " in first["Status"]["Message"]
    assert "no" in first["Status"]["Message"]
    sagemaker.retry_pipeline_execution(
        PipelineExecutionArn=arn, ClientRequestToken=uuid.uuid4().hex
    )
    support.done_execution(sagemaker, arn)
    again = component_of(support.steps_of(sagemaker, arn)["Fails"])
    assert again != first["TrialComponentName"]
    trial = arn.split("/")[-1]
    assert components(sagemaker, TrialName=trial) == [again, first["TrialComponentName"]]


def test_a_hit_of_the_cache_has_no_job_and_no_component(sagemaker):
    step = support.processing_step("One", shell("true"))
    step["CacheConfig"] = {"Enabled": True, "ExpireAfter": "P30D"}
    pipeline = create(sagemaker, BY_DEFAULT, step)
    first, _, steps = run(sagemaker, pipeline)
    second, _, steps_again = run(sagemaker, pipeline)
    assert "CacheHitResult" in steps_again["One"]
    assert components(sagemaker, TrialName=first.split("/")[-1]) == [component_of(steps["One"])]
    assert components(sagemaker, TrialName=second.split("/")[-1]) == []


def test_a_token_that_comes_again_makes_nothing(sagemaker):
    pipeline = create(sagemaker, BY_DEFAULT, support.processing_step("One", shell("true")))
    token = uuid.uuid4().hex
    arns = {
        sagemaker.start_pipeline_execution(PipelineName=pipeline, ClientRequestToken=token)[
            "PipelineExecutionArn"
        ]
        for _ in range(2)
    }
    assert trials(sagemaker, ExperimentName=pipeline) == [a.split("/")[-1] for a in arns]


def test_a_trial_that_went_meanwhile_is_not_made_again(sagemaker):
    """Nobody can be told any more; the component is there, and in no trial."""
    config = named(name("short"), name("short"))
    first = support.processing_step("First", shell("sleep 1.5"))
    second = support.processing_step("Second", shell("true"), depends=["First"])
    arn = support.start_pipeline(sagemaker, create(sagemaker, config, first, second))
    (component,) = support.until(
        lambda: components(sagemaker, TrialName=config["TrialName"]), "the first component"
    )
    sagemaker.disassociate_trial_component(
        TrialComponentName=component, TrialName=config["TrialName"]
    )
    sagemaker.delete_trial(TrialName=config["TrialName"])
    assert support.done_execution(sagemaker, arn)["PipelineExecutionStatus"] == "Succeeded"
    last = component_of(support.steps_of(sagemaker, arn)["Second"])
    assert sagemaker.describe_trial_component(TrialComponentName=last)["Status"]
    assert trials(sagemaker, TrialComponentName=last) == []
    assert missing(sagemaker, "describe_trial", TrialName=config["TrialName"])


# --- crashes, garbage ---


def test_a_crash_leaves_all_of_it_and_nothing_twice(fresh_engine):
    e = fresh_engine()
    support.map_image(e)
    sagemaker = e.client("sagemaker")
    steps = [
        support.processing_step(f"S{i}", shell("sleep 1"), depends=[f"S{i - 1}"] if i else ())
        for i in range(3)
    ]
    pipeline = create(sagemaker, BY_DEFAULT, *steps)
    arn = support.start_pipeline(sagemaker, pipeline)
    trial = arn.split("/")[-1]
    for _ in range(2):
        e.kill()
        e.start()
        sagemaker = e.client("sagemaker")
        assert trials(sagemaker, ExperimentName=pipeline) == [trial]
        running = listed(sagemaker, "list_trial_components", TrialName=trial)
        states = collections.Counter(c["Status"]["PrimaryStatus"] for c in running)
        assert set(states) <= {"InProgress", "Completed"}
    assert support.done_execution(sagemaker, arn)["PipelineExecutionStatus"] == "Succeeded"
    made = {component_of(s) for s in support.steps_of(sagemaker, arn).values()}
    assert len(made) == 3
    found = listed(sagemaker, "list_trial_components", TrialName=trial)
    assert sorted(c["TrialComponentName"] for c in found) == sorted(made)
    assert {c["Status"]["PrimaryStatus"] for c in found} == {"Completed"}
    assert len(components(sagemaker)) == 3
    # what is in the directory: no component without its job, no job without its component
    assert rows(e, "SELECT COUNT(*) FROM jobs") == [(3,)]
    links = rows(e, "SELECT parent, child FROM experiment_members")
    assert len(links) == len(set(links)) == 1 + 2 * 3


def test_an_execution_of_before_there_were_experiments_goes_on(fresh_engine):
    e = fresh_engine()
    support.map_image(e)
    sagemaker = e.client("sagemaker")
    read = {m: get(f"PipelineExperimentConfig.{m}") for m in BY_DEFAULT}
    second = support.processing_step("Second", shell("true"), depends=["First"])
    second["Arguments"]["Environment"] = read
    pipeline = create(
        sagemaker, BY_DEFAULT, support.processing_step("First", shell("sleep 2")), second
    )
    arn = support.start_pipeline(sagemaker, pipeline)
    e.kill()
    db = sqlite3.connect(f"{e.data}/meta.db")
    with db:
        db.execute("UPDATE executions SET doc = json_remove(doc, '$.experiment')")
        db.execute("DELETE FROM experiment_members WHERE parent LIKE '%:experiment/%'")
        db.execute("DELETE FROM resources WHERE kind IN ('Experiment', 'Trial')")
    db.close()
    e.start()
    sagemaker = e.client("sagemaker")
    assert support.done_execution(sagemaker, arn)["PipelineExecutionStatus"] == "Succeeded"
    job = job_arn(support.steps_of(sagemaker, arn)["Second"]).split("/")[-1]
    described = sagemaker.describe_processing_job(ProcessingJobName=job)
    assert described["Environment"] == named(pipeline, arn.split("/")[-1])
    assert "ExperimentConfig" not in described
    assert rows(e, "SELECT name FROM resources WHERE kind = 'Trial'") == []


def test_a_component_outlives_its_forgotten_job(fresh_engine):
    e = fresh_engine()
    support.map_image(e)
    sagemaker = e.client("sagemaker")
    step = train_step("Train", shell("echo loss=2; echo m > /opt/ml/model/m"))
    step["Arguments"]["AlgorithmSpecification"]["MetricDefinitions"] = [
        {"Name": "loss", "Regex": "loss=([0-9.]+)"}
    ]
    pipeline = create(sagemaker, BY_DEFAULT, step)
    first, _, steps = run(sagemaker, pipeline)
    kept = component_of(steps["Train"])
    sagemaker.update_trial_component(
        TrialComponentName=kept,
        Parameters={"mine": {"StringValue": "yes"}},
        ParametersToRemove=["SageMaker.VolumeSizeInGB"],
    )
    before = sagemaker.describe_trial_component(TrialComponentName=kept)
    assert before["Parameters"]["mine"] == {"StringValue": "yes"}
    assert "SageMaker.VolumeSizeInGB" not in before["Parameters"]
    second, _, others = run(sagemaker, pipeline)
    untouched = {"TrialComponentName": component_of(others["Train"])}
    ended = sagemaker.describe_trial_component(**untouched)
    run(sagemaker, pipeline)
    gc(e, "--keep", 1)
    job = job_arn(steps["Train"])
    assert (
        error(sagemaker.describe_training_job, TrainingJobName=job.split("/")[-1])[1]
        == "ValidationException"
    )
    after = sagemaker.describe_trial_component(TrialComponentName=kept)
    still = sagemaker.describe_trial_component(**untouched)
    for members in (before, after, ended, still):
        members.pop("ResponseMetadata")
    assert after == before
    assert still == ended
    sagemaker.update_trial_component(
        TrialComponentName=kept, Status={"PrimaryStatus": "InProgress"}, EndTime=1
    )
    again = sagemaker.describe_trial_component(TrialComponentName=kept)
    assert (again["Status"], again["EndTime"]) == (before["Status"], before["EndTime"])
    assert components(sagemaker, SourceArn=job) == [kept]
    assert components(sagemaker, TrialName=first.split("/")[-1]) == [kept]
    assert sorted(trials(sagemaker, ExperimentName=pipeline)) == sorted(
        x.split("/")[-1] for x in (first, second, *executions(sagemaker, pipeline))
    )


def executions(sagemaker, pipeline):
    listed = sagemaker.list_pipeline_executions(PipelineName=pipeline)
    return [x["PipelineExecutionArn"] for x in listed["PipelineExecutionSummaries"]]


def test_a_job_with_a_forgotten_ones_name_has_a_component_of_its_own(fresh_engine):
    e = fresh_engine()
    support.map_image(e)
    sagemaker = e.client("sagemaker")
    sagemaker.create_experiment(ExperimentName="twice")
    job = name("again")
    for n, trial in enumerate(("one", "two")):
        sagemaker.create_trial(TrialName=trial, ExperimentName="twice")
        request = processing(
            shell(f"exit {n}"), ProcessingJobName=job, ExperimentConfig=named("twice", trial)
        )
        sagemaker.create_processing_job(**request)
        support.done_processing(sagemaker, job)
        support.run_processing(sagemaker, shell("true"))
        gc(e, "--keep", 1)
        e.kill()  # names of the last minutes are kept in memory
        e.start()
        sagemaker = e.client("sagemaker")
        (found,) = listed(sagemaker, "list_trial_components")
        assert found["Status"]["PrimaryStatus"] == ENDED[n]
        assert trials(sagemaker, TrialComponentName=found["TrialComponentName"]) == [trial]


# --- jobs by themselves ---


def test_a_job_with_an_experiment_config(sagemaker):
    experiment, trial = name("direct"), name("direct")
    sagemaker.create_experiment(ExperimentName=experiment)
    sagemaker.create_trial(TrialName=trial, ExperimentName=experiment)
    config = {**named(experiment, trial), "TrialComponentDisplayName": "Shown", "RunName": "run"}
    request = processing(shell("sleep 1"), ExperimentConfig=config)
    arn = sagemaker.create_processing_job(**request)["ProcessingJobArn"]
    component = request["ProcessingJobName"] + "-aws-processing-job"
    described = sagemaker.describe_trial_component(TrialComponentName=component)
    assert described["Status"]["PrimaryStatus"] in ("InProgress", "Completed")
    assert described["DisplayName"] == "Shown"
    assert described["Source"]["SourceArn"] == arn
    # a tracker in the job writes back what it read; the status is the job's all the same
    sagemaker.update_trial_component(
        TrialComponentName=component,
        Status={"PrimaryStatus": "InProgress"},
        Parameters={"p1": {"NumberValue": 1.0}},
    )
    job = support.done_processing(sagemaker, request["ProcessingJobName"])
    assert job["ExperimentConfig"] == config
    ended = sagemaker.describe_trial_component(TrialComponentName=described["TrialComponentArn"])
    assert ended["Status"]["PrimaryStatus"] == "Completed"
    assert ended["EndTime"] == job["ProcessingEndTime"]
    assert ended["Parameters"]["p1"] == {"NumberValue": 1.0}
    assert components(sagemaker, TrialName=trial) == [component]
    # the SDK asks for it in small letters
    assert components(sagemaker, SourceArn=arn.lower()) == [component]


def test_a_training_job_without_a_trial_gets_one(sagemaker):
    experiment = name("direct")
    sagemaker.create_experiment(ExperimentName=experiment)
    job = support.run_training(
        sagemaker, shell("true"), ExperimentConfig={"ExperimentName": experiment}
    )
    (trial,) = trials(sagemaker, ExperimentName=experiment)
    assert components(sagemaker, TrialName=trial) == [job["TrainingJobName"] + "-aws-training-job"]


def test_what_a_job_names_must_be_there(sagemaker):
    experiment, trial, other = name("direct"), name("direct"), name("other")
    for made in (experiment, other):
        sagemaker.create_experiment(ExperimentName=made)
    sagemaker.create_trial(TrialName=trial, ExperimentName=experiment)
    for config, code in (
        (named("nowhere", trial), "ResourceNotFound"),
        (named(experiment, "nowhere"), "ResourceNotFound"),
        ({"TrialName": "nowhere"}, "ResourceNotFound"),
        (named(other, trial), "ValidationException"),
    ):
        request = processing(shell("true"), ExperimentConfig=config)
        assert error(sagemaker.create_processing_job, **request)[:2] == (400, code), config
        request = training(shell("true"), ExperimentConfig=config)
        assert error(sagemaker.create_training_job, **request)[:2] == (400, code), config
        assert error(sagemaker.describe_training_job, TrainingJobName=request["TrainingJobName"])[
            :2
        ] == (400, "ValidationException")
    assert components(sagemaker, ExperimentName=experiment) == []


@pytest.mark.parametrize("kind", ["processing", "training"])
def test_a_component_of_the_users_own_stays(sagemaker, kind):
    experiment, own = name("direct"), name("own")
    sagemaker.create_experiment(ExperimentName=experiment)
    component = f"{own}-aws-{kind}-job"
    sagemaker.create_trial_component(TrialComponentName=component, DisplayName="Mine")
    make, call, member = {
        "processing": (processing, sagemaker.create_processing_job, "ProcessingJobName"),
        "training": (training, sagemaker.create_training_job, "TrainingJobName"),
    }[kind]
    request = make(shell("true"), ExperimentConfig={"ExperimentName": experiment})
    request[member] = own
    status, code, message = error(call, **request)
    assert (status, code) == (400, "ValidationException") and component in message
    described = sagemaker.describe_trial_component(TrialComponentName=component)
    assert described["DisplayName"] == "Mine" and "Source" not in described
    del request["ExperimentConfig"]  # without one there is no component
    call(**request)


def test_a_job_without_a_config_has_no_component(sagemaker):
    job = support.run_processing(sagemaker, shell("true"))
    assert components(sagemaker, SourceArn=job["ProcessingJobArn"]) == []


# --- the resources themselves ---


def test_names_are_unique(sagemaker):
    same = name("same")
    sagemaker.create_experiment(ExperimentName=same)
    sagemaker.create_trial(TrialName=same, ExperimentName=same)
    sagemaker.create_trial_component(TrialComponentName=same)
    for call, how, kind in (
        ("create_experiment", {"ExperimentName": same}, "Experiment"),
        ("create_trial", {"TrialName": same, "ExperimentName": same}, "Trial"),
        ("create_trial_component", {"TrialComponentName": same}, "TrialComponent"),
    ):
        assert error(getattr(sagemaker, call), **how) == (
            400,
            "ValidationException",
            f"{kind} names must be unique within an AWS account and region. "
            f"{kind} with name ({same}) already exists.",
        )


def test_what_is_not_there(sagemaker):
    sagemaker.create_trial_component(TrialComponentName=(component := name("alone")))
    sagemaker.create_experiment(ExperimentName=(experiment := name("empty")))
    sagemaker.create_trial(TrialName=(trial := name("empty")), ExperimentName=experiment)
    for call, how in (
        ("describe_experiment", {"ExperimentName": "nowhere"}),
        ("update_experiment", {"ExperimentName": "nowhere"}),
        ("delete_experiment", {"ExperimentName": "nowhere"}),
        ("describe_trial", {"TrialName": "nowhere"}),
        ("update_trial", {"TrialName": "nowhere"}),
        ("delete_trial", {"TrialName": "nowhere"}),
        ("describe_trial_component", {"TrialComponentName": "nowhere"}),
        ("update_trial_component", {"TrialComponentName": "nowhere"}),
        ("delete_trial_component", {"TrialComponentName": "nowhere"}),
        ("create_trial", {"TrialName": "orphan", "ExperimentName": "nowhere"}),
        ("list_trials", {"ExperimentName": "nowhere"}),
        ("list_trials", {"TrialComponentName": "nowhere"}),
        ("list_trial_components", {"ExperimentName": "nowhere"}),
        ("list_trial_components", {"TrialName": "nowhere"}),
        ("associate_trial_component", {"TrialComponentName": component, "TrialName": "nowhere"}),
        ("associate_trial_component", {"TrialComponentName": "nowhere", "TrialName": trial}),
    ):
        assert missing(sagemaker, call, **how), (call, how)
    assert missing(sagemaker, "describe_trial", TrialName="orphan")
    status, code, message = error(
        sagemaker.disassociate_trial_component, TrialComponentName=component, TrialName=trial
    )
    assert (status, code) == (400, "ResourceNotFound") and "is not linked" in message


def test_what_holds_something_cannot_be_deleted(sagemaker):
    experiment, trial, component = name("full"), name("full"), name("full")
    sagemaker.create_experiment(ExperimentName=experiment)
    sagemaker.create_trial(TrialName=trial, ExperimentName=experiment)
    made = sagemaker.create_trial_component(TrialComponentName=component)
    pair = {"TrialComponentName": component, "TrialName": trial}
    for _ in range(2):
        done = sagemaker.associate_trial_component(**pair)
        assert done["TrialComponentArn"] == made["TrialComponentArn"]
        assert done["TrialArn"].endswith(f":experiment-trial/{trial}")
    assert components(sagemaker, TrialName=trial) == [component]

    assert error(sagemaker.delete_trial_component, TrialComponentName=component) == (
        400,
        "ValidationException",
        f"TrialComponent '{made['TrialComponentArn']}' is linked to 1 or more trials and cannot be "
        "deleted.",
    )
    for call, how in (
        ("delete_trial", {"TrialName": trial}),
        ("delete_experiment", {"ExperimentName": experiment}),
    ):
        status, code, message = error(getattr(sagemaker, call), **how)
        assert (status, code) == (400, "ValidationException")
        assert "is linked to 1 or more" in message

    sagemaker.disassociate_trial_component(**pair)
    done = sagemaker.delete_trial_component(TrialComponentName=component)
    assert done["TrialComponentArn"] == made["TrialComponentArn"]
    sagemaker.delete_trial(TrialName=trial)
    sagemaker.delete_experiment(ExperimentName=experiment)
    assert missing(sagemaker, "describe_experiment", ExperimentName=experiment)
    sagemaker.create_experiment(ExperimentName=experiment)
    assert trials(sagemaker, ExperimentName=experiment) == []


def test_updates(sagemaker):
    experiment, trial, component = name("edit"), name("edit"), name("edit")
    sagemaker.create_experiment(ExperimentName=experiment, Description="first")
    sagemaker.create_trial(
        TrialName=trial, ExperimentName=experiment, MetadataProperties={"CommitId": "abc"}
    )
    sagemaker.create_trial_component(
        TrialComponentName=component,
        Status={"PrimaryStatus": "InProgress", "Message": "runs"},
        StartTime=1_600_000_000,
        Parameters={"a": {"NumberValue": 1.5}, "b": {"StringValue": "x"}},
        InputArtifacts={"i": {"MediaType": "text/csv", "Value": "s3://b/i"}},
        OutputArtifacts={"o": {"Value": "s3://b/o"}},
    )
    sagemaker.update_experiment(ExperimentName=experiment, DisplayName="Second")
    sagemaker.update_trial(TrialName=trial, DisplayName="Second")
    sagemaker.update_trial_component(
        TrialComponentName=component,
        Status={"PrimaryStatus": "Completed"},
        EndTime=1_600_000_060,
        Parameters={"b": {"StringValue": "y"}, "c": {"StringValue": "z"}},
        ParametersToRemove=["a"],
        InputArtifactsToRemove=["i"],
        OutputArtifacts={"p": {"Value": "s3://b/p"}},
    )
    described = sagemaker.describe_experiment(ExperimentName=experiment)
    assert (described["DisplayName"], described["Description"]) == ("Second", "first")
    described = sagemaker.describe_trial(TrialName=trial)
    assert described["DisplayName"] == "Second"
    assert described["ExperimentName"] == experiment
    assert described["MetadataProperties"] == {"CommitId": "abc"}
    described = sagemaker.describe_trial_component(TrialComponentName=component)
    assert described["Status"] == {"PrimaryStatus": "Completed"}
    assert described["StartTime"].timestamp() == 1_600_000_000
    assert described["EndTime"].timestamp() == 1_600_000_060
    assert described["Parameters"] == {"b": {"StringValue": "y"}, "c": {"StringValue": "z"}}
    assert described["InputArtifacts"] == {}
    assert described["OutputArtifacts"] == {
        "o": {"Value": "s3://b/o"},
        "p": {"Value": "s3://b/p"},
    }
    assert "Source" not in described
    for many in range(3):
        how = {
            "TrialComponentName": component,
            "Parameters": {f"{many}-{i}": {"NumberValue": i} for i in range(140)},
        }
        if many < 2:
            sagemaker.update_trial_component(**how)
    status, code, message = error(sagemaker.update_trial_component, **how)
    assert (status, code) == (400, "ValidationException") and "at most 300" in message


def test_lists(sagemaker):
    mark = name("list")
    experiments = [f"{mark}-{c}" for c in "bac"]
    for e in experiments:
        sagemaker.create_experiment(ExperimentName=e)
    made = [f"{mark}-{c}{i}" for c in "ba" for i in range(4)]
    for i, t in enumerate(made):
        sagemaker.create_trial(TrialName=t, ExperimentName=experiments[i // 4])
        sagemaker.create_trial_component(TrialComponentName=t)
        sagemaker.associate_trial_component(TrialComponentName=t, TrialName=t)
    everywhere = made[0]
    for t in made[1:]:
        sagemaker.associate_trial_component(TrialComponentName=everywhere, TrialName=t)
    for i in range(3):
        sagemaker.create_trial_component(TrialComponentName=f"{mark}-alone-{i}")

    def mine(call, member, **how):
        return [x[member] for x in listed(sagemaker, call, **how) if mark in x[member]]

    found = lambda **how: mine("list_experiments", "ExperimentName", **how)  # noqa: E731
    assert found() == experiments[::-1], "the newest first"
    assert found(SortOrder="Ascending") == experiments
    assert found(SortBy="Name", SortOrder="Ascending") == sorted(experiments)
    assert found(SortBy="Name") == sorted(experiments, reverse=True)
    times = [x for x in listed(sagemaker, "list_experiments") if mark in x["ExperimentName"]]
    middle = times[1]["CreationTime"]
    assert experiments[2] not in found(CreatedBefore=middle)
    # whole seconds: an old botocore sends no others
    assert found(CreatedAfter=middle.timestamp() - 60) == experiments[::-1]
    assert found(CreatedAfter=middle.timestamp() + 60) == []

    for size in (1, 3, 100):
        paging = {"PaginationConfig": {"PageSize": size}}
        assert trials(sagemaker, ExperimentName=experiments[0], **paging) == made[3::-1]
        ordered = {"SortBy": "Name", "SortOrder": "Ascending", **paging}
        assert trials(sagemaker, TrialComponentName=everywhere, **ordered) == sorted(made)
        assert components(sagemaker, ExperimentName=experiments[0], **ordered) == sorted(made[:4])
        ordered["SortOrder"] = "Descending"
        both = sorted([everywhere, *made[4:]], reverse=True)
        assert components(sagemaker, ExperimentName=experiments[1], **ordered) == both
        assert components(sagemaker, TrialName=made[5], **paging) == [made[5], everywhere]
    within = {"TrialComponentName": everywhere, "ExperimentName": experiments[1]}
    assert sorted(trials(sagemaker, **within)) == sorted(made[4:])
    assert trials(sagemaker, ExperimentName=experiments[2]) == []

    assert len(sagemaker.list_trial_components(MaxResults=2)["TrialComponentSummaries"]) == 2
    assert len(sagemaker.list_trial_components()["TrialComponentSummaries"]) == 10
    status, code, message = error(
        sagemaker.list_trial_components, ExperimentName=experiments[0], TrialName=made[0]
    )
    assert (status, code) == (400, "ValidationException") and "Only one" in message
    token = sagemaker.list_trials(ExperimentName=experiments[0], MaxResults=1)["NextToken"]
    status, code, _ = error(
        sagemaker.list_trials, ExperimentName=experiments[1], NextToken=token, MaxResults=1
    )
    assert (status, code) == (400, "ValidationException")


def test_tags_and_search(sagemaker):
    experiment, trial, component = name("find"), name("find"), name("find")
    arns = [
        sagemaker.create_experiment(
            ExperimentName=experiment, Tags=[{"Key": "team", "Value": experiment}]
        )["ExperimentArn"],
        sagemaker.create_trial(TrialName=trial, ExperimentName=experiment)["TrialArn"],
        sagemaker.create_trial_component(
            TrialComponentName=component, Parameters={"rate": {"NumberValue": 0.5}}
        )["TrialComponentArn"],
    ]
    sagemaker.associate_trial_component(TrialComponentName=component, TrialName=trial)
    for arn in arns[1:]:
        sagemaker.add_tags(ResourceArn=arn, Tags=[{"Key": "team", "Value": experiment}])
    for arn in arns:
        tags = sagemaker.list_tags(ResourceArn=arn)["Tags"]
        assert tags == [{"Key": "team", "Value": experiment}]

    def search(resource, member, *filters):
        found = sagemaker.search(
            Resource=resource,
            SearchExpression={
                "Filters": [{"Name": n, "Operator": o, "Value": v} for n, o, v in filters]
            },
        )
        return [record[member] for record in found["Results"]]

    tagged = ("Tags.team", "Equals", experiment)
    (found,) = search("Experiment", "Experiment", tagged)
    assert found["ExperimentName"] == experiment
    (found,) = search("ExperimentTrial", "Trial", tagged)
    assert found["ExperimentName"] == experiment
    assert [c["TrialComponentName"] for c in found["TrialComponentSummaries"]] == [component]
    (found,) = search(
        "ExperimentTrialComponent",
        "TrialComponent",
        ("Parents.ExperimentName", "Equals", experiment),
        ("Parameters.rate.NumberValue", "GreaterThan", "0.4"),
    )
    assert found["TrialComponentName"] == component
    assert found["Parents"] == [named(experiment, trial)]
    assert found["Tags"] == [{"Key": "team", "Value": experiment}]
