"""The SageMaker Python SDK v2, unmodified: jobs one by one and a whole pipeline."""

import json
import time

import pytest
import sagemaker

IMAGE_VERSION = "1.2-1"


@pytest.fixture(scope="module")
def session(in_user):
    return sagemaker.Session()


@pytest.fixture(scope="module")
def role(session):
    return sagemaker.get_execution_role(session)


@pytest.fixture(scope="module")
def pipeline_session(in_user):
    from sagemaker.workflow.pipeline_context import PipelineSession

    return PipelineSession()


def test_default_bucket(session):
    assert session.default_bucket() == "sagemaker-us-east-1-123456789012"
    assert sagemaker.Session().default_bucket() == session.default_bucket()


def test_get_execution_role(role):
    assert role.startswith("arn:aws:iam::123456789012:role/")


def test_account_id(session):
    assert session.account_id() == "123456789012"


def test_upload_and_download(session, write, tmp_path):
    path = write("data/rows.csv", "1,2\n")
    uri = session.upload_data(path, key_prefix="up")
    assert uri == f"s3://{session.default_bucket()}/up/rows.csv"
    session.download_data(str(tmp_path), session.default_bucket(), "up/rows.csv")
    assert (tmp_path / "rows.csv").read_text() == "1,2\n"
    assert session.read_s3_file(session.default_bucket(), "up/rows.csv") == "1,2\n"
    assert session.list_s3_files(session.default_bucket(), "up/") == ["up/rows.csv"]


def test_processor_with_logs(session, role, write, capsys):
    from sagemaker.processing import ProcessingInput, ProcessingOutput
    from sagemaker.sklearn.processing import SKLearnProcessor

    write("data/in.txt", "hello\n")
    code = write(
        "shout.py",
        "import sys, sklearn\n"
        "text = open('/opt/ml/processing/input/in.txt').read().upper()\n"
        "open('/opt/ml/processing/out/out.txt', 'w').write(text + ' '.join(sys.argv[1:]))\n"
        "print('shouted', text.strip())\n",
    )
    processor = SKLearnProcessor(
        framework_version=IMAGE_VERSION,
        role=role,
        instance_type="ml.m5.large",
        instance_count=1,
        base_job_name="shout",
        sagemaker_session=session,
        env={"COLOUR": "green"},
    )
    processor.run(
        code=code,
        arguments=["--loud", "yes"],
        inputs=[ProcessingInput(source="data/in.txt", destination="/opt/ml/processing/input")],
        outputs=[ProcessingOutput(output_name="out", source="/opt/ml/processing/out")],
        wait=True,
        logs=True,
    )
    uri = processor.latest_job.outputs[0].destination
    assert sagemaker.s3.S3Downloader.read_file(uri + "/out.txt", session) == "HELLO\n--loud yes"
    assert "shouted HELLO" in capsys.readouterr().out
    assert processor.latest_job.describe()["ProcessingJobStatus"] == "Completed"


def test_script_processor_that_fails(session, role, write):
    from sagemaker.processing import ScriptProcessor

    image = sagemaker.image_uris.retrieve("sklearn", "us-east-1", IMAGE_VERSION)
    processor = ScriptProcessor(
        image_uri=image,
        command=["python3"],
        role=role,
        instance_type="ml.m5.large",
        instance_count=1,
        sagemaker_session=session,
    )
    with pytest.raises(sagemaker.exceptions.UnexpectedStatusException) as e:
        processor.run(code=write("bad.py", "raise SystemExit('no rows today')"), logs=False)
    assert "Failed" in str(e.value)


def test_framework_processor_with_source_dir(session, role, write):
    from sagemaker.processing import FrameworkProcessor, ProcessingOutput
    from sagemaker.sklearn import SKLearn

    write(
        "src/main.py", "import helper\nopen('/opt/ml/processing/out/x', 'w').write(helper.word)\n"
    )
    write("src/helper.py", "word = 'found'\n")
    processor = FrameworkProcessor(
        estimator_cls=SKLearn,
        framework_version=IMAGE_VERSION,
        role=role,
        instance_type="ml.m5.large",
        instance_count=1,
        sagemaker_session=session,
    )
    processor.run(
        code="main.py",
        source_dir="src",
        outputs=[ProcessingOutput(output_name="out", source="/opt/ml/processing/out")],
        logs=False,
    )
    uri = processor.latest_job.outputs[0].destination
    assert sagemaker.s3.S3Downloader.read_file(uri + "/x", session) == "found"


TRAIN = """\
import argparse, json, os, time
p = argparse.ArgumentParser()
p.add_argument("--depth", type=int, default=1)
p.add_argument("--kind", default="")
a = p.parse_args()
rows = open(os.path.join(os.environ["SM_CHANNEL_TRAIN"], "rows.csv")).read()
for i in range(2):
    print(f"validation_auc={0.5 + i / 10};", flush=True)
with open(os.path.join(os.environ["SM_MODEL_DIR"], "model.json"), "w") as f:
    json.dump({"rows": rows, "depth": a.depth, "kind": a.kind}, f)
"""
METRICS = [{"Name": "validation:auc", "Regex": r"validation_auc=([0-9.]+);"}]


def estimator(session, role, write, **more):
    from sagemaker.sklearn import SKLearn

    write("training/train.py", TRAIN)
    return SKLearn(
        entry_point="train.py",
        source_dir="training",
        framework_version=IMAGE_VERSION,
        role=role,
        instance_type="ml.m5.large",
        instance_count=1,
        sagemaker_session=session,
        hyperparameters={"depth": 3, "kind": "two words"},
        metric_definitions=METRICS,
        **more,
    )


def test_estimator(session, role, write, capsys, tmp_path):
    uri = session.upload_data(write("data/rows.csv", "1,2\n"), key_prefix="train")
    e = estimator(session, role, write)
    began = time.monotonic()
    e.fit({"train": uri.rsplit("/", 1)[0]}, wait=True, logs="All")
    took = time.monotonic() - began
    assert took < 30, took
    said = capsys.readouterr().out
    assert "validation_auc=0.6" in said and "Completed" in said
    session.download_data(str(tmp_path), session.default_bucket(), e.model_data.split("/", 3)[3])
    import tarfile

    with tarfile.open(tmp_path / "model.tar.gz") as tar:
        model = json.load(tar.extractfile("model.json"))
    assert model == {"rows": "1,2\n", "depth": 3, "kind": "two words"}
    described = e.latest_training_job.describe()
    assert described["FinalMetricDataList"][0]["MetricName"] == "validation:auc"
    assert abs(described["FinalMetricDataList"][0]["Value"] - 0.6) < 1e-6
    frame = e.training_job_analytics.dataframe()
    assert list(frame["metric_name"].unique()) == ["validation:auc"]
    again = type(e).attach(e.latest_training_job.name, sagemaker_session=session)
    assert again.model_data == e.model_data


def test_register_a_model(session, role, write):
    """register() asks Search for the group, makes it, and repacks nothing without an entry point."""
    from sagemaker.model import Model

    image = sagemaker.image_uris.retrieve("sklearn", "us-east-1", IMAGE_VERSION)
    uri = session.upload_data(write("data/model.tar.gz", "x"), key_prefix="reg")
    model = Model(image_uri=image, model_data=uri, role=role, sagemaker_session=session)
    package = model.register(
        content_types=["text/csv"],
        response_types=["text/csv"],
        inference_instances=["ml.m5.large"],
        transform_instances=["ml.m5.large"],
        model_package_group_name="sdk-v2-group",
        approval_status="PendingManualApproval",
    )
    assert package.model_package_arn.split("/")[-2] == "sdk-v2-group"
    described = session.sagemaker_client.describe_model_package(
        ModelPackageName=package.model_package_arn
    )
    assert described["ModelApprovalStatus"] == "PendingManualApproval"
    package.update_approval_status("Approved")
    listed = session.sagemaker_client.list_model_packages(
        ModelPackageGroupName="sdk-v2-group", ModelApprovalStatus="Approved"
    )["ModelPackageSummaryList"]
    assert package.model_package_arn in [p["ModelPackageArn"] for p in listed]


# --- pipelines ---


def make_pipeline(session, role, write, name, auc):
    """Prepare, Train, Evaluate, then register or fail."""
    from sagemaker.inputs import TrainingInput
    from sagemaker.model import Model
    from sagemaker.model_metrics import MetricsSource, ModelMetrics
    from sagemaker.processing import ProcessingInput, ProcessingOutput
    from sagemaker.sklearn.processing import SKLearnProcessor
    from sagemaker.workflow.condition_step import ConditionStep
    from sagemaker.workflow.conditions import ConditionGreaterThanOrEqualTo
    from sagemaker.workflow.fail_step import FailStep
    from sagemaker.workflow.functions import Join, JsonGet
    from sagemaker.workflow.model_step import ModelStep
    from sagemaker.workflow.parameters import ParameterFloat, ParameterString
    from sagemaker.workflow.pipeline import Pipeline
    from sagemaker.workflow.properties import PropertyFile
    from sagemaker.workflow.steps import ProcessingStep, TrainingStep

    minimum = ParameterFloat(name="Minimum", default_value=0.7)
    approval = ParameterString(name="Approval", default_value="PendingManualApproval")
    processor = SKLearnProcessor(
        framework_version=IMAGE_VERSION,
        role=role,
        instance_type="ml.m5.large",
        instance_count=1,
        sagemaker_session=session,
    )
    prepare = ProcessingStep(
        name="Prepare",
        step_args=processor.run(
            code=write(
                "prepare.py", "open('/opt/ml/processing/out/rows.csv', 'w').write('1,2\\n')"
            ),
            outputs=[ProcessingOutput(output_name="rows", source="/opt/ml/processing/out")],
        ),
    )
    train = TrainingStep(
        name="Train",
        step_args=estimator(session, role, write).fit(
            {
                "train": TrainingInput(
                    prepare.properties.ProcessingOutputConfig.Outputs["rows"].S3Output.S3Uri
                )
            }
        ),
    )
    report = PropertyFile(name="Report", output_name="report", path="report.json")
    evaluate = ProcessingStep(
        name="Evaluate",
        step_args=processor.run(
            code=write(
                "evaluate.py",
                "import json, tarfile\n"
                "tarfile.open('/opt/ml/processing/model/model.tar.gz').extractall('/tmp')\n"
                "assert json.load(open('/tmp/model.json'))['depth'] == 3\n"
                f"json.dump({{'metrics': {{'auc': {{'value': {auc}}}}}}}, open('/opt/ml/processing/report/report.json', 'w'))\n",
            ),
            inputs=[
                ProcessingInput(
                    source=train.properties.ModelArtifacts.S3ModelArtifacts,
                    destination="/opt/ml/processing/model",
                )
            ],
            outputs=[ProcessingOutput(output_name="report", source="/opt/ml/processing/report")],
        ),
        property_files=[report],
    )
    write("inference/serve.py", "def model_fn(folder): return None\n")
    model = Model(  # with code of its own, so the SDK adds a step that repacks the archive
        image_uri=sagemaker.image_uris.retrieve("sklearn", "us-east-1", IMAGE_VERSION),
        model_data=train.properties.ModelArtifacts.S3ModelArtifacts,
        entry_point="serve.py",
        source_dir="inference",
        role=role,
        sagemaker_session=session,
    )
    register = ModelStep(
        name="Register",
        step_args=model.register(
            content_types=["text/csv"],
            response_types=["text/csv"],
            inference_instances=["ml.m5.large"],
            transform_instances=["ml.m5.large"],
            model_package_group_name=name,
            approval_status=approval,
            model_metrics=ModelMetrics(
                model_statistics=MetricsSource(
                    s3_uri=Join(
                        on="/",
                        values=[
                            evaluate.properties.ProcessingOutputConfig.Outputs[
                                "report"
                            ].S3Output.S3Uri,
                            "report.json",
                        ],
                    ),
                    content_type="application/json",
                )
            ),
        ),
    )
    fail = FailStep(
        name="TooLow",
        error_message=Join(on=" ", values=["auc is below", minimum]),
    )
    gate = ConditionStep(
        name="Gate",
        conditions=[
            ConditionGreaterThanOrEqualTo(
                left=JsonGet(
                    step_name="Evaluate", property_file=report, json_path="metrics.auc.value"
                ),
                right=minimum,
            )
        ],
        if_steps=[register],
        else_steps=[fail],
    )
    return Pipeline(
        name=name,
        parameters=[minimum, approval],
        steps=[prepare, train, evaluate, gate],
        sagemaker_session=session,
    )


def test_pipeline(pipeline_session, role, write):
    pipeline = make_pipeline(pipeline_session, role, write, "sdk-v2-pipeline", 0.9)
    pipeline.upsert(role_arn=role)
    pipeline.upsert(
        role_arn=role, tags=[{"Key": "team", "Value": "crew"}]
    )  # there already: an update
    execution = pipeline.start()
    began = time.monotonic()
    execution.wait(delay=30, max_attempts=4)
    took = time.monotonic() - began
    steps = {s["StepName"]: s for s in execution.list_steps()}
    assert {n: s["StepStatus"] for n, s in steps.items()} == {
        "Prepare": "Succeeded",
        "Train": "Succeeded",
        "Evaluate": "Succeeded",
        "Gate": "Succeeded",
        "Register-RepackModel-0": "Succeeded",
        "Register-RegisterModel": "Succeeded",
    }, {n: s.get("FailureReason") for n, s in steps.items()}
    assert took < 60
    assert execution.describe()["PipelineExecutionStatus"] == "Succeeded"
    package = pipeline_session.sagemaker_client.describe_model_package(
        ModelPackageName=steps["Register-RegisterModel"]["Metadata"]["RegisterModel"]["Arn"]
    )
    assert package["ModelApprovalStatus"] == "PendingManualApproval"
    assert package["ModelMetrics"]["ModelQuality"]["Statistics"]["S3Uri"].endswith("/report.json")
    # the repacked archive holds the model and the code that serves it
    url = package["InferenceSpecification"]["Containers"][0]["ModelDataUrl"]
    import io
    import tarfile

    body = sagemaker.s3.S3Downloader.read_bytes(url, sagemaker_session=pipeline_session)
    with tarfile.open(fileobj=io.BytesIO(body)) as tar:
        names = {m.name.removeprefix("./") for m in tar.getmembers()}
    assert {"model.json", "code/serve.py"} <= names


def test_an_unchanged_upsert_hits(pipeline_session, role, write):
    """The SDK packs source_dir anew each time, with other times in the archive."""
    from sagemaker.sklearn import SKLearn
    from sagemaker.workflow.pipeline import Pipeline
    from sagemaker.workflow.steps import CacheConfig, TrainingStep

    write("again/train.py", "import os\nopen(os.environ['SM_MODEL_DIR'] + '/m', 'w').write('m')\n")

    def sources():
        estimator = SKLearn(
            entry_point="train.py",
            source_dir="again",
            framework_version="1.2-1",
            role=role,
            instance_type="ml.m5.large",
            instance_count=1,
            sagemaker_session=pipeline_session,
        )
        step = TrainingStep(
            name="Train",
            step_args=estimator.fit(),
            cache_config=CacheConfig(enable_caching=True, expire_after="30d"),
        )
        pipeline = Pipeline(name="sdk-v2-again", steps=[step], sagemaker_session=pipeline_session)
        pipeline.upsert(role_arn=role)
        execution = pipeline.start()
        execution.wait(delay=1, max_attempts=60)
        found = execution.list_steps()[0].get("CacheHitResult", {})
        return execution.arn, found.get("SourcePipelineExecutionArn")

    first, none = sources()
    assert none is None
    time.sleep(1.1)  # a gzip's time is in seconds
    assert sources()[1] == first
    write("again/train.py", "import os\nopen(os.environ['SM_MODEL_DIR'] + '/m', 'w').write('n')\n")
    assert sources()[1] is None


def test_the_gate_says_no(pipeline_session, role, write):
    from botocore.exceptions import WaiterError

    pipeline = make_pipeline(pipeline_session, role, write, "sdk-v2-gate", 0.9)
    pipeline.upsert(role_arn=role)
    execution = pipeline.start(parameters={"Minimum": 0.95})
    with pytest.raises(WaiterError):
        execution.wait(delay=30, max_attempts=4)
    steps = {s["StepName"]: s for s in execution.list_steps()}
    assert steps["TooLow"]["StepStatus"] == "Failed"
    assert steps["TooLow"]["Metadata"]["Fail"]["ErrorMessage"] == "auc is below 0.95"
    assert execution.describe()["PipelineExecutionStatus"] == "Failed"
    assert execution.list_parameters()["PipelineParameters"]


def test_a_definition_that_goes_by_s3(pipeline_session, role, write):
    """From 100 KiB on the SDK uploads the definition and names its place."""
    from sagemaker.sklearn.processing import SKLearnProcessor
    from sagemaker.workflow.pipeline import Pipeline
    from sagemaker.workflow.steps import ProcessingStep

    processor = SKLearnProcessor(
        framework_version=IMAGE_VERSION,
        role=role,
        instance_type="ml.m5.large",
        instance_count=1,
        sagemaker_session=pipeline_session,
        env={f"V{i}": "x" * 250 for i in range(99)},
    )
    code = write("nothing.py", "pass\n")
    steps = [ProcessingStep(name=f"S{i}", step_args=processor.run(code=code)) for i in range(6)]
    pipeline = Pipeline(name="sdk-v2-big", steps=steps, sagemaker_session=pipeline_session)
    assert len(pipeline.definition()) > 100 * 1024
    pipeline.upsert(role_arn=role)
    execution = pipeline.start()
    execution.wait(delay=30, max_attempts=4)
    assert len(execution.list_steps()) == 6


def test_stop(pipeline_session, role, write):
    from sagemaker.sklearn.processing import SKLearnProcessor
    from sagemaker.workflow.pipeline import Pipeline
    from sagemaker.workflow.steps import ProcessingStep

    processor = SKLearnProcessor(
        framework_version=IMAGE_VERSION,
        role=role,
        instance_type="ml.m5.large",
        instance_count=1,
        sagemaker_session=pipeline_session,
    )
    step = ProcessingStep(
        name="Long", step_args=processor.run(code=write("long.py", "import time; time.sleep(300)"))
    )
    pipeline = Pipeline(name="sdk-v2-stop", steps=[step], sagemaker_session=pipeline_session)
    pipeline.upsert(role_arn=role)
    execution = pipeline.start()
    time.sleep(1.5)
    execution.stop()
    client = pipeline_session.sagemaker_client
    for _ in range(100):
        got = client.describe_pipeline_execution(PipelineExecutionArn=execution.arn)
        if got["PipelineExecutionStatus"] == "Stopped":
            break
        time.sleep(0.2)
    assert got["PipelineExecutionStatus"] == "Stopped"


def test_bad_pipelines_are_told_by_the_engine(pipeline_session, role):
    from botocore.exceptions import ClientError

    client = pipeline_session.sagemaker_client
    step = {"Name": "A", "Type": "Fail", "Arguments": {"ErrorMessage": "x"}}
    for steps, word in (
        ([{**step, "DependsOn": ["B"]}, {**step, "Name": "B", "DependsOn": ["A"]}], "A"),
        ([{**step, "DependsOn": ["Gone"]}], "Gone"),
        ([step, step], "A"),
    ):
        with pytest.raises(ClientError) as e:
            client.create_pipeline(
                PipelineName="sdk-v2-bad",
                PipelineDefinition=json.dumps({"Version": "2020-12-01", "Steps": steps}),
                RoleArn=role,
            )
        assert e.value.response["Error"]["Code"] == "ValidationException"
        assert word in e.value.response["Error"]["Message"]


def test_lists_and_describes(pipeline_session):
    from sagemaker.workflow.pipeline import Pipeline

    pipeline = Pipeline(name="sdk-v2-pipeline", sagemaker_session=pipeline_session)
    assert pipeline.describe()["PipelineStatus"] == "Active"
    executions = pipeline.list_executions()["PipelineExecutionSummaries"]
    assert executions and executions[0]["PipelineExecutionStatus"] in ("Succeeded", "Failed")
    names = [
        p["PipelineName"]
        for p in pipeline_session.sagemaker_client.list_pipelines()["PipelineSummaries"]
    ]
    assert "sdk-v2-pipeline" in names


def test_requirements_go_into_an_overlay(session, role, write, user):
    """A requirements.txt in source_dir installs for the job alone, never into the user's .venv."""
    import importlib.metadata
    import subprocess
    import sys

    before = sorted(d.metadata["Name"] for d in importlib.metadata.distributions())
    wheel = user.project / "tinydep-1.0-py3-none-any.whl"
    import zipfile

    with zipfile.ZipFile(wheel, "w") as z:
        z.writestr("tinydep.py", "word = 'installed'\n")
        z.writestr(
            "tinydep-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tinydep\nVersion: 1.0\n"
        )
        z.writestr(
            "tinydep-1.0.dist-info/WHEEL",
            "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        )
        z.writestr("tinydep-1.0.dist-info/RECORD", "")
    write("with_deps/requirements.txt", "./tinydep-1.0-py3-none-any.whl\n")
    (user.project / "with_deps" / wheel.name).write_bytes(wheel.read_bytes())
    write(
        "with_deps/train.py",
        "import os, tinydep\nopen(os.environ['SM_MODEL_DIR'] + '/x', 'w').write(tinydep.word)\n",
    )
    from sagemaker.sklearn import SKLearn

    e = SKLearn(
        entry_point="train.py",
        source_dir="with_deps",
        framework_version=IMAGE_VERSION,
        role=role,
        instance_type="ml.m5.large",
        instance_count=1,
        sagemaker_session=session,
    )
    e.fit(logs=False)
    assert e.latest_training_job.describe()["TrainingJobStatus"] == "Completed"
    after = subprocess.run(
        [sys.executable, "-c", "import tinydep"], capture_output=True, text=True, cwd="/"
    )
    assert after.returncode != 0
    assert before == sorted(d.metadata["Name"] for d in importlib.metadata.distributions())


# --- experiments ---


def test_a_pipeline_in_an_experiment(pipeline_session, session, role, write):
    from sagemaker.analytics import ExperimentAnalytics
    from sagemaker.processing import ProcessingOutput
    from sagemaker.sklearn.processing import SKLearnProcessor
    from sagemaker.workflow.execution_variables import ExecutionVariables
    from sagemaker.workflow.parameters import ParameterString
    from sagemaker.workflow.pipeline import Pipeline
    from sagemaker.workflow.pipeline_experiment_config import (
        PipelineExperimentConfig,
        PipelineExperimentConfigProperties,
    )
    from sagemaker.workflow.steps import ProcessingStep

    processor = SKLearnProcessor(
        framework_version=IMAGE_VERSION,
        role=role,
        instance_type="ml.m5.large",
        instance_count=1,
        sagemaker_session=pipeline_session,
    )
    code = write(
        "say.py", "import sys; open('/opt/ml/processing/out/said', 'w').write(sys.argv[1])"
    )
    experiment = ParameterString(name="Experiment", default_value="sdk-v2-tracked")
    pipeline = Pipeline(
        name="sdk-v2-experiment",
        parameters=[experiment],
        pipeline_experiment_config=PipelineExperimentConfig(
            experiment, ExecutionVariables.PIPELINE_EXECUTION_ID
        ),
        steps=[
            ProcessingStep(
                name="Say",
                step_args=processor.run(
                    code=code,
                    arguments=[PipelineExperimentConfigProperties.TRIAL_NAME],
                    outputs=[ProcessingOutput(output_name="out", source="/opt/ml/processing/out")],
                ),
            )
        ],
        sagemaker_session=pipeline_session,
    )
    pipeline.upsert(role_arn=role)
    execution = pipeline.start()
    execution.wait(delay=30, max_attempts=4)
    trial = execution.arn.split("/")[-1]
    client = session.sagemaker_client
    (component,) = client.list_trial_components(TrialName=trial)["TrialComponentSummaries"]
    name = component["TrialComponentName"]
    out = client.describe_trial_component(TrialComponentName=name)["OutputArtifacts"]["out"]
    bucket, key = out["Value"].removeprefix("s3://").split("/", 1)
    assert session.read_s3_file(bucket, f"{key}/said") == trial
    pytest.importorskip("pandas")
    (row,) = (
        ExperimentAnalytics(experiment_name="sdk-v2-tracked", sagemaker_session=session)
        .dataframe()
        .to_dict("records")
    )
    assert row["TrialComponentName"] == name
    assert row["SageMaker.InstanceType"] == "ml.m5.large"
    assert row["Trials"] == [trial] and row["Experiments"] == ["sdk-v2-tracked"]


def test_runs_of_an_experiment(session):
    from sagemaker.experiments import Run, list_runs, load_run

    which = {"experiment_name": "sdk-v2-runs", "sagemaker_session": session}
    for run_name in ("first", "second"):
        with Run(run_name=run_name, **which) as run:
            run.log_parameters({"rate": 0.5, "kind": run_name})
    with load_run(run_name="first", **which) as run:
        run.log_parameter("more", 2)
    found = {r.run_name: r._trial_component.parameters for r in list_runs(**which)}
    assert found == {
        "first": {"rate": 0.5, "kind": "first", "more": 2.0},
        "second": {"rate": 0.5, "kind": "second"},
    }
