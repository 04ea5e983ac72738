"""SDK v2: functions as steps (@step), and models that are repacked on their way to the registry."""

import io
import tarfile

import pytest
import sagemaker

IMAGE_VERSION = "1.2-1"


@pytest.fixture(scope="module")
def session(in_user):
    from sagemaker.workflow.pipeline_context import PipelineSession

    return PipelineSession()


@pytest.fixture(scope="module")
def role(session):
    return sagemaker.get_execution_role(session)


@pytest.fixture(scope="module")
def image(session):
    return sagemaker.image_uris.retrieve("sklearn", session.boto_region_name, IMAGE_VERSION)


def run(pipeline, role, **parameters):
    """Upserts, starts, waits: (the execution, its steps by name)."""
    pipeline.upsert(role_arn=role)
    execution = pipeline.start(parameters=parameters)
    try:
        execution.wait(delay=1, max_attempts=120)
    except Exception:  # a WaiterError: the caller looks at the state
        pass
    return execution, {s["StepName"]: s for s in execution.list_steps()}


def log_of(session, step):
    job = step["Metadata"]["TrainingJob"]["Arn"].split("/")[-1]
    logs = session.boto_session.client("logs")
    got = logs.filter_log_events(
        logGroupName="/aws/sagemaker/TrainingJobs", logStreamNamePrefix=job + "/"
    )
    return "\n".join(e["message"] for e in got["events"])


def test_functions_are_steps(session, role, image):
    from sagemaker.workflow.conditions import ConditionGreaterThan
    from sagemaker.workflow.condition_step import ConditionStep
    from sagemaker.workflow.fail_step import FailStep
    from sagemaker.workflow.function_step import step
    from sagemaker.workflow.parameters import ParameterInteger
    from sagemaker.workflow.pipeline import Pipeline

    how = dict(image_uri=image, instance_type="ml.m5.large", role=role)

    @step(name="Numbers", **how)
    def numbers(n):
        return {"numbers": list(range(n)), "n": n}

    @step(name="Sum", **how)
    def add(found, more):
        print("adding", found)
        return sum(found) + more

    n = ParameterInteger(name="N", default_value=4)
    found = numbers(n)
    total = add(found["numbers"], found["n"])
    gate = ConditionStep(
        name="Gate",
        conditions=[ConditionGreaterThan(left=total, right=5)],
        if_steps=[],
        else_steps=[FailStep(name="TooSmall", error_message="too small")],
    )
    pipeline = Pipeline(name="functions", parameters=[n], steps=[gate], sagemaker_session=session)
    execution, steps = run(pipeline, role)
    for s in steps.values():
        assert s["StepStatus"] == "Succeeded", (s, log_of(session, s))
    assert set(steps) == {"Numbers", "Sum", "Gate"}
    assert execution.result("Sum") == 10  # 0 + 1 + 2 + 3, and 4
    assert "adding [0, 1, 2, 3]" in log_of(session, steps["Sum"])


def test_a_function_that_raises(session, role, image):
    from sagemaker.workflow.function_step import step
    from sagemaker.workflow.pipeline import Pipeline

    @step(name="Bad", image_uri=image, instance_type="ml.m5.large", role=role)
    def bad():
        raise ValueError("no rows today")

    pipeline = Pipeline(name="function-bad", steps=[bad()], sagemaker_session=session)
    _, steps = run(pipeline, role)
    assert steps["Bad"]["StepStatus"] == "Failed"
    assert "no rows today" in steps["Bad"]["FailureReason"], steps


def archive(**files):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as tar:
        for name, text in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(text)
            tar.addfile(info, io.BytesIO(text.encode()))
    return out.getvalue()


def test_a_model_is_repacked_and_registered(session, role, write):
    """The SDK puts the code of an entry point into model.tar.gz by a training job of its own."""
    from sagemaker.pytorch import PyTorchModel
    from sagemaker.workflow.model_step import ModelStep
    from sagemaker.workflow.parameters import ParameterString
    from sagemaker.workflow.pipeline import Pipeline

    s3, bucket = session.boto_session.client("s3"), session.default_bucket()
    s3.put_object(Bucket=bucket, Key="repack/model.tar.gz", Body=archive(weights="1 2 3"))
    write("serve/inference.py", "import helper\n")
    write("serve/helper.py", "word = 'found'\n")
    data = ParameterString("Data", default_value=f"s3://{bucket}/repack/model.tar.gz")
    model = PyTorchModel(
        model_data=data,
        role=role,
        entry_point="inference.py",
        source_dir="serve",
        framework_version="2.0",
        py_version="py310",
        sagemaker_session=session,
    )
    register = ModelStep(
        name="Model",
        step_args=model.register(
            content_types=["text/csv"],
            response_types=["text/csv"],
            inference_instances=["ml.m5.large"],
            transform_instances=["ml.m5.large"],
            model_package_group_name="repacked",
            approval_status="PendingManualApproval",
        ),
    )
    create = ModelStep(name="Again", step_args=model.create(instance_type="ml.m5.large"))
    pipeline = Pipeline(
        name="repack", parameters=[data], steps=[register, create], sagemaker_session=session
    )
    execution, steps = run(pipeline, role)
    for s in steps.values():
        assert s["StepStatus"] == "Succeeded", (s, log_of(session, s))
    assert set(steps) == {
        "Model-RepackModel-0",
        "Model-RegisterModel",
        "Again-RepackModel-0",
        "Again-CreateModel",
    }
    package = session.sagemaker_client.describe_model_package(
        ModelPackageName=steps["Model-RegisterModel"]["Metadata"]["RegisterModel"]["Arn"]
    )
    (container,) = package["InferenceSpecification"]["Containers"]
    job = steps["Model-RepackModel-0"]["Metadata"]["TrainingJob"]["Arn"].split("/")[-1]
    assert container["ModelDataUrl"].endswith(f"/{job}/output/model.tar.gz")
    key = container["ModelDataUrl"].split("/", 3)[3]
    packed = s3.get_object(Bucket=bucket, Key=key)["Body"].read()
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        members = {m.name.removeprefix("./"): m for m in tar.getmembers()}
        assert {"weights", "code/inference.py", "code/helper.py"} <= set(members)
        assert tar.extractfile(members["weights"]).read() == b"1 2 3"
    name = steps["Again-CreateModel"]["Metadata"]["Model"]["Arn"].split("/")[-1]
    made = session.sagemaker_client.describe_model(ModelName=name)["PrimaryContainer"]
    assert made["ModelDataUrl"].endswith("/output/model.tar.gz")
    assert made["Environment"]["SAGEMAKER_PROGRAM"] == "inference.py"
