"""Small jobs and how to wait for them: what the tests with boto3 share.

Jobs run /usr/bin/python3 or /bin/sh and need nothing but the standard library, so that a test
takes as long as what it looks at."""

import io
import json
import os
import sys
import tarfile
import time
import uuid

IMAGE = "example.com/slipway-test:1"  # map_image() maps it to the system's Python
ROLE = "arn:aws:iam::123456789012:role/Tester"
BUCKET = "slipway-tests"
PYTHON = (
    "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else os.path.realpath(sys.executable)
)
PATIENCE_S = float(os.environ.get("PATIENCE_S", "60"))  # sanitizers and loaded machines need more


def name(prefix):
    """A name that no other test uses."""
    return f"{prefix}-{uuid.uuid4().hex[:10]}"


def map_image(engine):
    """Lets jobs of IMAGE run with the system's Python, and makes BUCKET."""
    engine.cli("runtime", "add", "slipway-test", PYTHON)
    engine.client("s3").create_bucket(Bucket=BUCKET)


def until(look, what, patience_s=None):
    """Calls look() until it gives something true; returns that."""
    end = time.monotonic() + (patience_s or PATIENCE_S)
    while True:
        seen = look()
        if seen:
            return seen
        if time.monotonic() > end:
            raise AssertionError(f"not in time: {what}")
        time.sleep(0.05)


# --- processing ---


def processing(command, inputs=(), outputs=(), **more):
    """A CreateProcessingJob request; inputs: (uri, local path), outputs: (local path, uri)."""
    job = {
        "ProcessingJobName": name("job"),
        "RoleArn": ROLE,
        "AppSpecification": {"ImageUri": IMAGE, "ContainerEntrypoint": command},
        "ProcessingResources": {
            "ClusterConfig": {
                "InstanceCount": 1,
                "InstanceType": "ml.m5.large",
                "VolumeSizeInGB": 1,
            }
        },
    }
    if inputs:
        job["ProcessingInputs"] = [
            {
                "InputName": f"in-{i}",
                "S3Input": {
                    "S3Uri": uri,
                    "LocalPath": path,
                    "S3DataType": "S3Prefix",
                    "S3InputMode": "File",
                },
            }
            for i, (uri, path) in enumerate(inputs)
        ]
    if outputs:
        job["ProcessingOutputConfig"] = {
            "Outputs": [
                {
                    "OutputName": f"out-{i}",
                    "S3Output": {"S3Uri": uri, "LocalPath": path, "S3UploadMode": "EndOfJob"},
                }
                for i, (path, uri) in enumerate(outputs)
            ]
        }
    job.update(more)
    return job


def python(code):
    """Runs a program of any length: AWS allows a hundred words of 256 characters each."""
    if len(code) <= 256:
        return ["python3", "-c", code]
    start = "import sys; code = ''.join(sys.argv[1:]); del sys.argv[1:]; exec(code)"
    return ["python3", "-c", start, *(code[i : i + 256] for i in range(0, len(code), 256))]


def shell(code):
    return ["/bin/sh", "-c", code]


def done_processing(sagemaker, job, patience_s=None):
    """Waits until it has ended; DescribeProcessingJob's answer."""

    def look():
        d = sagemaker.describe_processing_job(ProcessingJobName=job)
        return d if d["ProcessingJobStatus"] in ("Completed", "Failed", "Stopped") else None

    return until(look, f"the end of {job}", patience_s)


def run_processing(sagemaker, command, patience_s=None, **how):
    """Creates a job and waits for its end."""
    request = processing(command, **how)
    sagemaker.create_processing_job(**request)
    return done_processing(sagemaker, request["ProcessingJobName"], patience_s)


# --- training ---


def training(command=None, hyperparameters=None, channels=(), **more):
    """A CreateTrainingJob request; channels: (name, uri)."""
    job = {
        "TrainingJobName": name("train"),
        "RoleArn": ROLE,
        "AlgorithmSpecification": {"TrainingImage": IMAGE, "TrainingInputMode": "File"},
        "OutputDataConfig": {"S3OutputPath": f"s3://{BUCKET}/models"},
        "ResourceConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 1},
        "StoppingCondition": {"MaxRuntimeInSeconds": 600},
    }
    if command:
        job["AlgorithmSpecification"]["ContainerEntrypoint"] = command
    if hyperparameters:
        job["HyperParameters"] = hyperparameters
    if channels:
        job["InputDataConfig"] = [
            {
                "ChannelName": channel,
                "DataSource": {
                    "S3DataSource": {
                        "S3DataType": "S3Prefix",
                        "S3Uri": uri,
                        "S3DataDistributionType": "FullyReplicated",
                    }
                },
            }
            for channel, uri in channels
        ]
    job.update(more)
    return job


def done_training(sagemaker, job, patience_s=None):
    def look():
        d = sagemaker.describe_training_job(TrainingJobName=job)
        return d if d["TrainingJobStatus"] in ("Completed", "Failed", "Stopped") else None

    return until(look, f"the end of {job}", patience_s)


def run_training(sagemaker, command=None, patience_s=None, **how):
    request = training(command, **how)
    sagemaker.create_training_job(**request)
    return done_training(sagemaker, request["TrainingJobName"], patience_s)


# --- pipelines ---


def processing_step(step, command, depends=(), inputs=(), outputs=(), **more):
    arguments = processing(command, inputs, outputs)
    del arguments["ProcessingJobName"]
    s = {"Name": step, "Type": "Processing", "Arguments": arguments}
    if depends:
        s["DependsOn"] = list(depends)
    s.update(more)
    return s


def definition(*steps, parameters=()):
    return json.dumps(
        {
            "Version": "2020-12-01",
            "Metadata": {},
            "Parameters": list(parameters),
            "PipelineExperimentConfig": None,
            "Steps": list(steps),
        }
    )


def create_pipeline(sagemaker, *steps, parameters=()):
    pipeline = name("pipe")
    sagemaker.create_pipeline(
        PipelineName=pipeline,
        PipelineDefinition=definition(*steps, parameters=parameters),
        ClientRequestToken=uuid.uuid4().hex,
        RoleArn=ROLE,
    )
    return pipeline


def start_pipeline(sagemaker, pipeline, **parameters):
    return sagemaker.start_pipeline_execution(
        PipelineName=pipeline,
        ClientRequestToken=uuid.uuid4().hex,
        PipelineParameters=[{"Name": k, "Value": v} for k, v in parameters.items()],
    )["PipelineExecutionArn"]


def done_execution(sagemaker, arn, patience_s=None):
    def look():
        d = sagemaker.describe_pipeline_execution(PipelineExecutionArn=arn)
        over = d["PipelineExecutionStatus"] in ("Succeeded", "Failed", "Stopped")
        return d if over else None

    return until(look, f"the end of {arn}", patience_s)


def steps_of(sagemaker, arn):
    """The steps of an execution by name."""
    pages = sagemaker.get_paginator("list_pipeline_execution_steps")
    found = pages.paginate(PipelineExecutionArn=arn, PaginationConfig={"PageSize": 100})
    return {s["StepName"]: s for page in found for s in page["PipelineExecutionSteps"]}


def run_pipeline(sagemaker, *steps, parameters=(), given=None, patience_s=None):
    """Creates, starts, waits: (DescribePipelineExecution's answer, steps by name)."""
    arn = start_pipeline(
        sagemaker, create_pipeline(sagemaker, *steps, parameters=parameters), **(given or {})
    )
    ended = done_execution(sagemaker, arn, patience_s)
    return ended, steps_of(sagemaker, arn)


# --- what jobs and objects say ---


def text_of(s3, key, bucket=BUCKET):
    return s3.get_object(Bucket=bucket, Key=key)["Body"].read().decode()


def keys_of(s3, prefix, bucket=BUCKET):
    return [o["Key"] for o in s3.list_objects_v2(Bucket=bucket, Prefix=prefix).get("Contents", [])]


def log_lines(logs, group, job):
    """Every line of a job's log, in order."""
    lines, token = [], {}
    streams = logs.describe_log_streams(logGroupName=group, logStreamNamePrefix=f"{job}/")[
        "logStreams"
    ]
    for stream in streams:
        token = {}
        while True:
            page = logs.get_log_events(
                logGroupName=group,
                logStreamName=stream["logStreamName"],
                startFromHead=True,
                **token,
            )
            lines += [e["message"] for e in page["events"]]
            if token and token["nextToken"] == page["nextForwardToken"]:
                break
            token = {"nextToken": page["nextForwardToken"]}
    return lines


def until_said(logs, group, job, line):
    """Waits for a line in a job's log (Describe would keep the call until the job has ended)."""

    def look():
        try:
            return line in log_lines(logs, group, job)
        except logs.exceptions.ResourceNotFoundException:
            return False

    until(look, f"{line!r} from {job}")


PROCESSING_LOGS = "/aws/sagemaker/ProcessingJobs"
TRAINING_LOGS = "/aws/sagemaker/TrainingJobs"


def error(call, *args, **how):
    """(status, code, message) of the error that a call must end in."""
    from botocore.exceptions import ClientError

    try:
        got = call(*args, **how)
    except ClientError as e:
        return (
            e.response["ResponseMetadata"]["HTTPStatusCode"],
            e.response["Error"]["Code"],
            e.response["Error"]["Message"],
        )
    raise AssertionError(f"no error but {got}")


def packed(files):
    """A .tar.gz of {name: text}."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as tar:
        for path, text in files.items():
            info = tarfile.TarInfo(path)
            info.size = len(text.encode())
            tar.addfile(info, io.BytesIO(text.encode()))
    return out.getvalue()
