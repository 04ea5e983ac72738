"""The SageMaker Python SDK v3, unmodified and without torch: ModelTrainer, processors, pipelines,
registration. See tests/envs/sdk-v3.txt for which of its parts are installed."""

import json
import time

import pytest

GROUP = "sdk-v3-group"


@pytest.fixture(scope="module")
def session(in_user):
    from sagemaker.core.helper.session_helper import Session

    return Session()


@pytest.fixture(scope="module")
def role(session):
    from sagemaker.core.helper.session_helper import get_execution_role

    return get_execution_role(session)


@pytest.fixture(scope="module")
def pipeline_session(in_user):
    from sagemaker.core.workflow.pipeline_context import PipelineSession

    return PipelineSession()


@pytest.fixture(scope="module")
def image(session):
    from sagemaker.core import image_uris

    return image_uris.retrieve(
        "sklearn", "us-east-1", "1.2-1", py_version="py3", instance_type="ml.m5.large"
    )


def no_torch():
    import sys

    return "torch" not in sys.modules and "mlflow" not in sys.modules


def test_default_bucket_and_role(session, role):
    assert session.default_bucket() == "sagemaker-us-east-1-123456789012"
    assert role.startswith("arn:aws:iam::123456789012:role/")


TRAIN = """\
import json, os
hps = json.loads(os.environ["SM_HPS"])
rows = open(os.path.join(os.environ["SM_CHANNEL_TRAIN"], "rows.csv")).read()
print("validation_auc=0.6;", flush=True)
import helper
with open(os.path.join(os.environ["SM_MODEL_DIR"], "model.json"), "w") as f:
    json.dump({"rows": rows, "depth": hps["depth"], "kind": hps["kind"], "word": helper.word}, f)
"""


def trainer(session, role, image, write, **more):
    from sagemaker.train import ModelTrainer
    from sagemaker.train.configs import Compute, SourceCode

    write("training/train.py", TRAIN)
    write("training/helper.py", "word = 'found'\n")
    return ModelTrainer(
        training_image=image,
        source_code=SourceCode(source_dir="training", entry_script="train.py"),
        compute=Compute(instance_type="ml.m5.large", instance_count=1),
        hyperparameters={"depth": 3, "kind": "two words"},
        base_job_name="v3-train",
        sagemaker_session=session,
        role=role,
        **more,
    )


def test_model_trainer(session, role, image, write):
    from sagemaker.train.configs import InputData

    uri = session.upload_data(write("data/rows.csv", "1,2\n"), key_prefix="v3")
    t = trainer(session, role, image, write)
    began = time.monotonic()
    t.train(
        input_data_config=[InputData(channel_name="train", data_source=uri.rsplit("/", 1)[0])],
        wait=True,
        logs=False,
    )
    assert time.monotonic() - began < 60
    job = t._latest_training_job
    job.refresh()
    assert job.training_job_status == "Completed", job.failure_reason
    import io
    import tarfile

    from sagemaker.core.s3 import S3Downloader

    body = S3Downloader.read_bytes(
        job.model_artifacts.s3_model_artifacts, sagemaker_session=session
    )
    with tarfile.open(fileobj=io.BytesIO(body)) as tar:
        model = json.load(tar.extractfile("model.json"))
    assert model == {"rows": "1,2\n", "depth": 3, "kind": "two words", "word": "found"}
    assert no_torch()


def test_a_trainer_whose_script_fails(session, role, image, write):
    from sagemaker.train import ModelTrainer
    from sagemaker.train.configs import Compute, SourceCode

    write("failing/train.py", "raise ValueError('no rows in August')\n")
    t = ModelTrainer(
        training_image=image,
        source_code=SourceCode(source_dir="failing", entry_script="train.py"),
        compute=Compute(instance_type="ml.m5.large", instance_count=1),
        base_job_name="v3-fail",
        sagemaker_session=session,
        role=role,
    )
    with pytest.raises(Exception) as e:
        t.train(wait=True, logs=False)
    assert "Failed" in str(e.value), e.value


def test_processor(session, role, image, write):
    from sagemaker.core.processing import ScriptProcessor
    from sagemaker.core.s3 import S3Downloader
    from sagemaker.core.shapes import (
        ProcessingInput,
        ProcessingOutput,
        ProcessingS3Input,
        ProcessingS3Output,
    )

    uri = session.upload_data(write("data/in.txt", "hello\n"), key_prefix="v3-in")
    out = f"s3://{session.default_bucket()}/v3-out"
    code = write(
        "shout.py",
        "import sys\n"
        "text = open('/opt/ml/processing/input/data/in.txt').read().upper()\n"
        "open('/opt/ml/processing/out/out.txt', 'w').write(text + ' '.join(sys.argv[1:]))\n",
    )
    processor = ScriptProcessor(
        image_uri=image,
        command=["python3"],
        role=role,
        instance_type="ml.m5.large",
        instance_count=1,
        base_job_name="v3-shout",
        sagemaker_session=session,
    )
    processor.run(
        code=code,
        arguments=["--loud", "yes"],
        inputs=[
            ProcessingInput(
                input_name="in",
                s3_input=ProcessingS3Input(
                    s3_uri=uri,
                    s3_data_type="S3Prefix",
                    s3_input_mode="File",
                    local_path="/opt/ml/processing/input/data",
                ),
            )
        ],
        outputs=[
            ProcessingOutput(
                output_name="out",
                s3_output=ProcessingS3Output(
                    s3_uri=out, local_path="/opt/ml/processing/out", s3_upload_mode="EndOfJob"
                ),
            )
        ],
        wait=True,
        logs=False,
    )
    assert (
        S3Downloader.read_file(out + "/out.txt", sagemaker_session=session) == "HELLO\n--loud yes"
    )


def make_pipeline(session, role, image, write, name, auc):
    from sagemaker.core.model_metrics import MetricsSource, ModelMetrics
    from sagemaker.core.processing import ScriptProcessor
    from sagemaker.core.shapes import (
        ProcessingInput,
        ProcessingOutput,
        ProcessingS3Input,
        ProcessingS3Output,
    )
    from sagemaker.core.workflow.conditions import ConditionGreaterThanOrEqualTo
    from sagemaker.core.workflow.functions import Join, JsonGet
    from sagemaker.core.workflow.parameters import ParameterFloat
    from sagemaker.core.workflow.properties import PropertyFile
    from sagemaker.mlops.workflow import (
        ConditionStep,
        FailStep,
        ModelStep,
        Pipeline,
        ProcessingStep,
        TrainingStep,
    )
    from sagemaker.serve.model_builder import ModelBuilder
    from sagemaker.train.configs import InputData

    minimum = ParameterFloat(name="Minimum", default_value=0.7)
    where = f"s3://{session.default_bucket()}/{name}"

    def processor():
        return ScriptProcessor(
            image_uri=image,
            command=["python3"],
            role=role,
            instance_type="ml.m5.large",
            instance_count=1,
            sagemaker_session=session,
        )

    def output(output_name, path):
        return ProcessingOutput(
            output_name=output_name,
            s3_output=ProcessingS3Output(
                s3_uri=f"{where}/{output_name}", local_path=path, s3_upload_mode="EndOfJob"
            ),
        )

    prepare = ProcessingStep(
        name="Prepare",
        step_args=processor().run(
            code=write(
                "prepare.py", "open('/opt/ml/processing/out/rows.csv', 'w').write('1,2\\n')"
            ),
            outputs=[output("rows", "/opt/ml/processing/out")],
        ),
    )
    train = TrainingStep(
        name="Train",
        step_args=trainer(session, role, image, write).train(
            input_data_config=[
                InputData(
                    channel_name="train",
                    data_source=prepare.properties.ProcessingOutputConfig.Outputs[
                        "rows"
                    ].S3Output.S3Uri,
                )
            ]
        ),
    )
    report = PropertyFile(name="Report", output_name="report", path="report.json")
    evaluate = ProcessingStep(
        name="Evaluate",
        step_args=processor().run(
            code=write(
                "evaluate.py",
                "import json, os\n"
                "assert os.path.exists('/opt/ml/processing/model/model.tar.gz')\n"
                f"json.dump({{'auc': {auc}}}, open('/opt/ml/processing/report/report.json', 'w'))\n",
            ),
            inputs=[
                ProcessingInput(
                    input_name="model",
                    s3_input=ProcessingS3Input(
                        s3_uri=train.properties.ModelArtifacts.S3ModelArtifacts,
                        s3_data_type="S3Prefix",
                        s3_input_mode="File",
                        local_path="/opt/ml/processing/model",
                    ),
                )
            ],
            outputs=[output("report", "/opt/ml/processing/report")],
        ),
        property_files=[report],
    )
    builder = ModelBuilder(
        s3_model_data_url=train.properties.ModelArtifacts.S3ModelArtifacts,
        image_uri=image,
        sagemaker_session=session,
        role_arn=role,
    )
    register = ModelStep(
        name="Register",
        step_args=builder.register(
            model_package_group_name=GROUP,
            content_types=["text/csv"],
            response_types=["text/csv"],
            inference_instances=["ml.m5.large"],
            approval_status="PendingManualApproval",
            model_metrics=ModelMetrics(
                model_statistics=MetricsSource(
                    s3_uri=f"{where}/report/report.json", content_type="application/json"
                )
            ),
        ),
    )
    fail = FailStep(name="TooLow", error_message=Join(on=" ", values=["auc is below", minimum]))
    gate = ConditionStep(
        name="Gate",
        conditions=[
            ConditionGreaterThanOrEqualTo(
                left=JsonGet(step_name="Evaluate", property_file=report, json_path="auc"),
                right=minimum,
            )
        ],
        if_steps=[register],
        else_steps=[fail],
    )
    return Pipeline(
        name=name,
        parameters=[minimum],
        steps=[prepare, train, evaluate, gate],
        sagemaker_session=session,
    )


def steps_of(execution):
    return {s["StepName"]: s for s in execution.list_steps()}


def test_pipeline(pipeline_session, role, image, write):
    pipeline = make_pipeline(pipeline_session, role, image, write, "sdk-v3-pipeline", 0.9)
    pipeline.upsert(role_arn=role)
    pipeline.upsert(role_arn=role)
    execution = pipeline.start()
    began = time.monotonic()
    try:
        execution.wait(delay=30, max_attempts=4)
    finally:
        steps = steps_of(execution)
        print({n: (s["StepStatus"], s.get("FailureReason")) for n, s in steps.items()})
    assert time.monotonic() - began < 60
    assert all(s["StepStatus"] == "Succeeded" for s in steps.values())
    assert {"Prepare", "Train", "Evaluate", "Gate"} < set(steps)
    registered = [s for s in steps.values() if "RegisterModel" in s.get("Metadata", {})]
    package = pipeline_session.sagemaker_client.describe_model_package(
        ModelPackageName=registered[0]["Metadata"]["RegisterModel"]["Arn"]
    )
    assert package["ModelPackageGroupName"] == GROUP
    assert package["ModelApprovalStatus"] == "PendingManualApproval"


def test_the_gate_says_no(pipeline_session, role, image, write):
    from botocore.exceptions import WaiterError

    pipeline = make_pipeline(pipeline_session, role, image, write, "sdk-v3-gate", 0.9)
    pipeline.upsert(role_arn=role)
    execution = pipeline.start(parameters={"Minimum": 0.95})
    with pytest.raises(WaiterError):
        execution.wait(delay=30, max_attempts=4)
    assert steps_of(execution)["TooLow"]["Metadata"]["Fail"]["ErrorMessage"] == "auc is below 0.95"


def test_resources_read_back(session):
    """v3 parses answers with pydantic: every member that the model calls required must be there."""
    from sagemaker.core.resources import (
        ModelPackage,
        ModelPackageGroup,
        Pipeline,
        ProcessingJob,
        TrainingJob,
    )

    boto = session.boto_session
    for kind in (Pipeline, TrainingJob, ProcessingJob, ModelPackageGroup):
        seen = list(kind.get_all(session=boto))
        assert seen, kind
        seen[0].refresh()
    packages = list(ModelPackage.get_all(model_package_group_name=GROUP, session=boto))
    assert packages and packages[0].refresh() is not None


def test_nothing_imported_torch():
    assert no_torch()
