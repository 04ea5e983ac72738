"""Bad input to pipelines, line by line: what AWS refuses, or a clear error; never a hang, never a
wrong success. What the definition alone tells is refused when it is stored, the rest when it runs.
"""

import json
import threading
import uuid

import pytest
from support import (
    BUCKET,
    ROLE,
    create_pipeline,
    definition,
    done_execution,
    error,
    name,
    processing_step,
    run_pipeline,
    shell,
    start_pipeline,
    steps_of,
    training,
)

OUT = ("/opt/ml/processing/out", f"s3://{BUCKET}/faults")


def step(name, env=None, **more):
    s = processing_step(name, shell("exit 0"), outputs=[OUT], **more)
    if env:
        s["Arguments"]["Environment"] = {"X": env}
    return s


def train(name, **more):
    arguments = training(shell("exit 0"), **more)
    del arguments["TrainingJobName"]
    return {"Name": name, "Type": "Training", "Arguments": arguments}


def fail(name, message="no"):
    return {"Name": name, "Type": "Fail", "Arguments": {"ErrorMessage": message}}


def gate(name, yes=(), no=(), conditions=None, **more):
    return {
        "Name": name,
        "Type": "Condition",
        "Arguments": {
            "Conditions": conditions or [{"Type": "Equals", "LeftValue": 1, "RightValue": 1}],
            "IfSteps": list(yes),
            "ElseSteps": list(no),
        },
        **more,
    }


def get(ref):
    return {"Get": ref}


def changed(s, path, value):
    """The step with another value at A.B.0 of its Arguments; None: without it."""
    *way, last = [int(k) if k.isdigit() else k for k in path.split(".")]
    at = s["Arguments"]
    for k in way:
        at = at[k]
    if value is None:
        del at[last]
    else:
        at[last] = value
    return s


def compare(left, right, kind="Equals"):
    return {"Type": kind, "LeftValue": left, "RightValue": right}


def retries(**how):
    return [{"ExceptionType": ["SageMaker.JOB_INTERNAL_ERROR"], **how}]


REPORT = [{"PropertyFileName": "R", "OutputName": "out-0", "FilePath": "r.json"}]
STRING = [{"Name": "P", "Type": "String", "DefaultValue": "x"}]
COUNT = "ProcessingResources.ClusterConfig.InstanceCount"
ARN = "ProcessingJobArn"

# what is stored: (name, steps, parameters, what the message says, each with its JSON path)
STORED = [
    # references
    (
        "a step that is nowhere",
        [step("A", get(f"Steps.B.{ARN}"))],
        (),
        ["$.Steps[0].Arguments.Environment.X: there is no step B"],
    ),
    (
        "a step of the other branch",
        [gate("C", [step("Y")], [step("N", get(f"Steps.Y.{ARN}"))])],
        (),
        [
            "$.Steps[0].Arguments.ElseSteps[0]: step N cannot depend on step Y, which is in the other branch of C"
        ],
    ),
    (
        "after a step of the other branch",
        [gate("C", [step("Y")], [step("N", depends=["Y"])])],
        (),
        ["other branch of C"],
    ),
    (
        "deep in the other branch",
        [gate("C", [gate("D", [step("Y")])], [gate("E", [step("N", depends=["Y"])])])],
        (),
        ["other branch of C"],
    ),
    (
        "a property that there is not",
        [step("A"), step("B", get("Steps.A.Nothing"))],
        (),
        ['$.Steps[1].Arguments.Environment.X: step A (Processing) has no property "Nothing"'],
    ),
    (
        "a property of another type of step",
        [step("A"), step("B", get("Steps.A.ModelArtifacts.S3ModelArtifacts"))],
        (),
        ["ModelArtifacts"],
    ),
    ("no property at all", [step("A"), step("B", get("Steps.A"))], (), ["has no property"]),
    (
        "an output that there is not",
        [
            step("A"),
            step("B", get("Steps.A.ProcessingOutputConfig.Outputs['none'].S3Output.S3Uri")),
        ],
        (),
        [
            "step A has no \"ProcessingOutputConfig.Outputs['none'].S3Output.S3Uri\" in its Arguments"
        ],
    ),
    (
        "an output past the last one",
        [step("A"), step("B", get("Steps.A.ProcessingOutputConfig.Outputs[1].S3Output.S3Uri"))],
        (),
        ["Outputs[1]"],
    ),
    (
        "an input that there is not",
        [step("A"), step("B", get("Steps.A.ProcessingInputs['none'].S3Input.S3Uri"))],
        (),
        ["ProcessingInputs['none']"],
    ),
    (
        "a channel that there is not",
        [
            train("T"),
            step("B", get("Steps.T.InputDataConfig['none'].DataSource.S3DataSource.S3Uri")),
        ],
        (),
        ["InputDataConfig['none']"],
    ),
    (
        "a condition's other property",
        [gate("C"), step("B", get("Steps.C.Result"))],
        (),
        ['no property "Result"'],
    ),
    (
        "a Fail step's property",
        [fail("F"), step("B", get("Steps.F.ErrorMessage"))],
        (),
        ["B can not depends on FailStep"],
    ),
    (
        "after a Fail step",
        [fail("F"), step("B", depends=["F"])],
        (),
        ["$.Steps[1].DependsOn[0]: B can not depends on FailStep"],
    ),
    (
        "in a condition",
        [gate("C", conditions=[compare(get("Steps.A.Nothing"), 1)]), step("A")],
        (),
        ["$.Steps[0].Arguments.Conditions[0].LeftValue: step A"],
    ),
    (
        "the name of a job that the step does not make",
        [step("A", get("Execution.TrainingJobName"))],
        (),
        ["Execution.TrainingJobName: a Processing step makes no such job"],
    ),
    # parameters
    (
        "text where a number belongs",
        [changed(step("A"), COUNT, get("Parameters.P"))],
        STRING,
        [
            f"$.Steps[0].Arguments.{COUNT}: Cannot assign property reference [Parameters.P] to argument of type [Integer]"
        ],
    ),
    (
        "a number where text belongs",
        [step("A", get("Parameters.P"))],
        [{"Name": "P", "Type": "Integer", "DefaultValue": 1}],
        ["Cannot assign property reference [Parameters.P] to argument of type [String]"],
    ),
    (
        "a fraction where a whole number belongs",
        [changed(step("A"), COUNT, get("Parameters.P"))],
        [{"Name": "P", "Type": "Float", "DefaultValue": 1.5}],
        ["argument of type [Integer]"],
    ),
    (
        "text where a structure belongs",
        [changed(step("A"), "ProcessingResources", get("Parameters.P"))],
        STRING,
        ["argument of type [Structure]"],
    ),
    (
        "a join where a number belongs",
        [changed(step("A"), COUNT, {"Std:Join": {"On": "", "Values": ["1"]}})],
        (),
        ["[Std:Join] to argument of type [Integer]"],
    ),
    (
        "a property of another type",
        [step("A"), changed(step("B"), COUNT, get(f"Steps.A.{ARN}"))],
        (),
        [f"[Steps.A.{ARN}] to argument of type [Integer]"],
    ),
    (
        "a default that is not among the values",
        [step("A")],
        [{"Name": "P", "Type": "String", "DefaultValue": "x", "EnumValues": ["y"]}],
        ["EnumValues"],
    ),
    (
        "values of another type",
        [step("A")],
        [{"Name": "P", "Type": "Integer", "EnumValues": ["y"]}],
        ["$.Parameters[0]", "EnumValues"],
    ),
    (
        "values that are no list",
        [step("A")],
        [{"Name": "P", "Type": "String", "EnumValues": "y"}],
        ["EnumValues"],
    ),
    (
        "a number beyond numbers",
        [step("A")],
        [{"Name": "P", "Type": "Integer", "DefaultValue": "9" * 30}],
        ["not of its Type"],
    ),
    ("parameters with the same name", [step("A")], STRING * 2, ["duplicate parameter P"]),
    # functions
    (
        "a join of nothing",
        [step("A", {"Std:Join": {"On": "/"}})],
        (),
        ["Std:Join: expected Values"],
    ),
    (
        "a JsonGet without a path",
        [
            step("A", PropertyFiles=REPORT),
            step("B", {"Std:JsonGet": {"PropertyFile": get("Steps.A.PropertyFiles.R")}}),
        ],
        (),
        ["Std:JsonGet: expected Path"],
    ),
    (
        "a JsonGet of no file",
        [step("A", {"Std:JsonGet": {"Path": "x"}})],
        (),
        ["Std:JsonGet: expected PropertyFile"],
    ),
    (
        "a property file of no output",
        [step("A", PropertyFiles=[{**REPORT[0], "OutputName": "none"}])],
        (),
        ["PropertyFiles[0]: the step has no output none"],
    ),
    (
        "a property file without a path",
        [step("A", PropertyFiles=[{"PropertyFileName": "R", "OutputName": "out-0"}])],
        (),
        ["$.Steps[0].PropertyFiles[0]: expected FilePath"],
    ),
    # requests
    (
        "a request without a role",
        [changed(step("A"), "RoleArn", None)],
        (),
        ["$.Steps[0].Arguments.RoleArn: Member must not be null"],
    ),
    (
        "a request with a wrong type",
        [changed(step("A"), COUNT, "one")],
        (),
        [f"$.Steps[0].Arguments.{COUNT}: STRING_VALUE can not be converted to an Integer"],
    ),
    (
        "a request beyond its bounds",
        [changed(step("A"), COUNT, 0)],
        (),
        [COUNT, "greater than or equal to 1"],
    ),
    (
        "a request with a word that is none",
        [changed(step("A"), "ProcessingOutputConfig.Outputs.0.S3Output.S3UploadMode", "Never")],
        (),
        [
            "$.Steps[0].Arguments.ProcessingOutputConfig.Outputs[0].S3Output.S3UploadMode: 'Never': Member must satisfy enum"
        ],
    ),
    (
        "a request in a branch",
        [gate("C", [changed(step("Y"), "RoleArn", None)])],
        (),
        ["$.Steps[0].Arguments.IfSteps[0].Arguments.RoleArn"],
    ),
    # dependencies
    (
        "names that are no list",
        [step("A"), {**step("B"), "DependsOn": "A"}],
        (),
        ["$.Steps[1].DependsOn: expected an array"],
    ),
    ("a name that is no text", [{**step("B"), "DependsOn": [1]}], (), ["$.Steps[0].DependsOn[0]"]),
    (
        "a cycle through a condition",
        [
            gate("C", [step("Y")], conditions=[compare(get(f"Steps.A.{ARN}"), "x")]),
            step("A", depends=["Y"]),
        ],
        (),
        ["cycle"],
    ),
    (
        "a condition on its own branch",
        [gate("C", [step("Y")], conditions=[compare(get(f"Steps.Y.{ARN}"), "x")])],
        (),
        ["cycle"],
    ),
    (
        "a cycle of conditions",
        [gate("C", [gate("D", [step("Y")], DependsOn=["Z"])]), step("Z", depends=["Y"])],
        (),
        ["cycle"],
    ),
    # names
    ("the same name twice", [step("A"), step("A")], (), ["duplicate step name A"]),
    (
        "the same name in a branch",
        [step("A"), gate("C", [step("A")])],
        (),
        ["duplicate step name A"],
    ),
    (
        "the same name in both branches",
        [gate("C", [step("A")], [step("A")])],
        (),
        ["duplicate step name A"],
    ),
    (
        "the same name in two depths",
        [gate("C", [gate("D", [step("A")])], [step("D")])],
        (),
        ["duplicate step name D"],
    ),
    # retry policies
    *[
        (
            f"a retry policy: {k} {v}",
            [step("A", RetryPolicies=retries(**{k: v}))],
            (),
            ["$.Steps[0].RetryPolicies[0]", k],
        )
        for k, v in [
            ("MaxAttempts", 0),
            ("MaxAttempts", 21),
            ("MaxAttempts", "3"),
            ("ExpireAfterMin", 0),
            ("ExpireAfterMin", 14401),
            ("IntervalSeconds", -1),
            ("BackoffRate", -1),
        ]
    ],
    (
        "a retry policy with both ends",
        [step("A", RetryPolicies=retries(MaxAttempts=2, ExpireAfterMin=2))],
        (),
        ["exclude each other"],
    ),
    (
        "a retry policy for an exception that is none",
        [step("A", RetryPolicies=[{"ExceptionType": ["SageMaker.BAD_MOOD"]}])],
        (),
        ["BAD_MOOD"],
    ),
    (
        "attempts that are no whole number",
        [step("A", RetryPolicies=retries(MaxAttempts=2.5))],
        (),
        ["$.Steps[0].RetryPolicies[0]: MaxAttempts"],
    ),
    (
        "an experiment's name where there is none",
        [step("A", get("PipelineExperimentConfig.TrialName"))],
        (),
        ["$.Steps[0].Arguments.Environment.X: PipelineExperimentConfig is null"],
    ),
    (
        "what no experiment has",
        [step("A", get("PipelineExperimentConfig.RunName"))],
        (),
        ["$.Steps[0].Arguments.Environment.X", "no RunName"],
    ),
    # what is not there
    (
        "a type of step that is not there yet",
        [{"Name": "A", "Type": "Tuning", "Arguments": {}}],
        (),
        ["step A", "Tuning"],
    ),
    (
        "in a branch",
        [gate("C", [{"Name": "A", "Type": "Lambda", "Arguments": {}}])],
        (),
        ["$.Steps[0].Arguments.IfSteps[0]", "Lambda"],
    ),
]


@pytest.mark.parametrize(
    "steps,parameters,says", [x[1:] for x in STORED], ids=[x[0] for x in STORED]
)
def test_refused_when_it_is_stored(sagemaker, steps, parameters, says):
    text = definition(*steps, parameters=parameters)
    pipeline = create_pipeline(sagemaker, step("Fine"))
    made = dict(PipelineName=name("bad"), RoleArn=ROLE, ClientRequestToken=uuid.uuid4().hex)
    for call, how in (
        (sagemaker.create_pipeline, made),
        (sagemaker.update_pipeline, dict(PipelineName=pipeline)),
    ):
        status, code, message = error(call, PipelineDefinition=text, **how)
        assert (status, code) == (400, "ValidationException"), message
        for words in says:
            assert words in message, message
    kept = sagemaker.describe_pipeline(PipelineName=pipeline)["PipelineDefinition"]
    assert json.loads(kept)["Steps"][0]["Name"] == "Fine"


def test_forty_faults_are_told_at_once(sagemaker):
    steps = [step(f"S{i}", get(f"Parameters.Missing{i}")) for i in range(40)]
    _, _, message = error(create_pipeline, sagemaker, *steps)
    for i in range(40):
        assert f"$.Steps[{i}].Arguments.Environment.X: there is no parameter Missing{i}" in message


# what a run shows: (name, what the file holds, the condition on it, what the step says)
def read(path):
    return {"Std:JsonGet": {"PropertyFile": get("Steps.M.PropertyFiles.R"), "Path": path}}


RUN = [
    ("no file", "true", compare(read("a"), 1), "r.json"),
    ("no such path", "echo '{\"a\": 1}' > $F", compare(read("b"), 1), 'there is no "b"'),
    ("a path into a number", "echo '{\"a\": 1}' > $F", compare(read("a.b"), 1), "a.b"),
    ("a path past the end", "echo '{\"a\": [1]}' > $F", compare(read("a[1]"), 1), "a[1]"),
    ("no JSON", "echo 'a = 1' > $F", compare(read("a"), 1), "not JSON"),
    ("an empty file", ": > $F", compare(read("a"), 1), "not JSON"),
    ("a file of 1 GiB", "truncate -s 1G $F", compare(read("a"), 1), "r.json"),
    ("text and a number", 'echo \'{"a": "1"}\' > $F', compare(read("a"), 1), "different types"),
    (
        "text and a boolean",
        'echo \'{"a": "true"}\' > $F',
        compare(read("a"), True),
        "different types",
    ),
    (
        "a number and a boolean",
        "echo '{\"a\": 1}' > $F",
        compare(True, read("a")),
        "different types",
    ),
    ("a list", "echo '{\"a\": [1]}' > $F", compare(read("a"), 1), "different types"),
    ("null", "echo '{\"a\": null}' > $F", compare(read("a"), 1), "different types"),
    (
        "text that is more than a number",
        'echo \'{"a": "x"}\' > $F',
        compare(read("a"), 1, "GreaterThan"),
        "different types",
    ),
]


@pytest.mark.parametrize("writes,condition,says", [x[1:] for x in RUN], ids=[x[0] for x in RUN])
def test_fails_when_it_runs(sagemaker, writes, condition, says):
    measure = processing_step(
        "M",
        shell(f"F=/opt/ml/processing/out/r.json; {writes}"),
        outputs=[(OUT[0], f"s3://{BUCKET}/{name('fault')}")],
        PropertyFiles=REPORT,
    )
    ended, steps = run_pipeline(
        sagemaker, measure, gate("C", [step("Y")], [step("N")], conditions=[condition])
    )
    assert ended["PipelineExecutionStatus"] == "Failed", steps
    assert steps["C"]["StepStatus"] == "Failed" and says in steps["C"]["FailureReason"]
    assert set(steps) == {"M", "C"}


# --- starts, tokens ---


@pytest.fixture(scope="module")
def three(sagemaker):
    """A pipeline with a parameter of each type."""
    parameters = [
        {"Name": "I", "Type": "Integer", "DefaultValue": 1},
        {"Name": "F", "Type": "Float", "DefaultValue": 1},
        {"Name": "B", "Type": "Boolean", "DefaultValue": True},
        {"Name": "S", "Type": "String", "DefaultValue": "x", "EnumValues": ["x", "y"]},
    ]
    return create_pipeline(sagemaker, fail("A"), parameters=parameters)


@pytest.mark.parametrize(
    "given",
    [
        {"I": "one"},
        {"I": "1.5"},
        {"I": ""},
        {"I": "9" * 30},
        {"F": "much"},
        {"F": "nan"},
        {"B": "1"},
        {"S": "z"},
        {"T": "x"},
    ],
    ids=str,
)
def test_a_start_with_a_wrong_parameter(sagemaker, three, given):
    status, code, message = error(start_pipeline, sagemaker, three, **given)
    assert (status, code) == (400, "ValidationException")
    assert list(given)[0] in message


def test_a_parameter_that_is_given_twice(sagemaker, three):
    twice = [{"Name": "I", "Value": v} for v in ("1", "2")]
    status, code, message = error(
        sagemaker.start_pipeline_execution,
        PipelineName=three,
        ClientRequestToken=uuid.uuid4().hex,
        PipelineParameters=twice,
    )
    assert (status, code) == (400, "ValidationException") and "I is given twice" in message


def test_one_token_for_two_different_starts(sagemaker, three):
    how = dict(PipelineName=three, ClientRequestToken=uuid.uuid4().hex)
    arn = sagemaker.start_pipeline_execution(**how)["PipelineExecutionArn"]
    for other in (
        {"PipelineParameters": [{"Name": "I", "Value": "2"}]},
        {"PipelineExecutionDisplayName": "other"},
        {"ParallelismConfiguration": {"MaxParallelExecutionSteps": 1}},
    ):
        status, code, message = error(sagemaker.start_pipeline_execution, **how, **other)
        assert (status, code) == (400, "ConflictException") and arn in message
    assert sagemaker.start_pipeline_execution(**how)["PipelineExecutionArn"] == arn


def test_one_token_for_two_different_pipelines(sagemaker):
    made = dict(PipelineName=name("token"), RoleArn=ROLE, ClientRequestToken=uuid.uuid4().hex)
    for _ in range(2):
        made_once = sagemaker.create_pipeline(**made, PipelineDefinition=definition(step("A")))
        assert made_once["PipelineArn"].endswith(made["PipelineName"])
    status, code, message = error(
        sagemaker.create_pipeline, **made, PipelineDefinition=definition(step("B"))
    )
    assert (status, code) == (400, "ValidationException") and "already exists" in message


# --- what happens at the same time ---


def stop(sagemaker, arn):
    sagemaker.stop_pipeline_execution(PipelineExecutionArn=arn, ClientRequestToken=uuid.uuid4().hex)


def retry(sagemaker, arn):
    sagemaker.retry_pipeline_execution(
        PipelineExecutionArn=arn, ClientRequestToken=uuid.uuid4().hex
    )


def delete(sagemaker, pipeline):
    sagemaker.delete_pipeline(PipelineName=pipeline, ClientRequestToken=uuid.uuid4().hex)


LONG = processing_step("Long", shell("exec sleep 300"))


def test_a_stop_during_a_start(sagemaker):
    pipeline = create_pipeline(sagemaker, LONG, processing_step("After", ["/bin/true"], ["Long"]))
    for _ in range(5):
        arn = start_pipeline(sagemaker, pipeline)
        stop(sagemaker, arn)
        assert done_execution(sagemaker, arn)["PipelineExecutionStatus"] == "Stopped"
        steps = steps_of(sagemaker, arn)
        assert set(steps) <= {"Long"} and all(s["StepStatus"] == "Stopped" for s in steps.values())


def test_a_retry_of_what_runs(sagemaker):
    arn = start_pipeline(sagemaker, create_pipeline(sagemaker, LONG))
    status, code, message = error(retry, sagemaker, arn)
    assert (status, code) == (400, "ValidationException") and "Executing" in message
    stop(sagemaker, arn)
    done_execution(sagemaker, arn)


def test_a_retry_of_what_succeeded(sagemaker):
    arn = start_pipeline(sagemaker, create_pipeline(sagemaker, step("A")))
    done_execution(sagemaker, arn)
    status, code, message = error(retry, sagemaker, arn)
    assert (status, code) == (400, "ValidationException") and "Succeeded" in message


def test_a_pipeline_with_running_executions_is_not_deleted(sagemaker):
    pipeline = create_pipeline(sagemaker, LONG)
    arn = start_pipeline(sagemaker, pipeline)
    status, code, message = error(delete, sagemaker, pipeline)
    assert (status, code) == (400, "ConflictException") and pipeline in message
    stop(sagemaker, arn)
    done_execution(sagemaker, arn)
    delete(sagemaker, pipeline)
    assert error(delete, sagemaker, pipeline)[1] == "ResourceNotFound"


def test_executions_end_with_their_pipeline(sagemaker):
    """Nothing of them is left under the name but their jobs, and a token of theirs starts anew."""
    pipeline = create_pipeline(sagemaker, step("A"))
    how = dict(PipelineName=pipeline, ClientRequestToken=uuid.uuid4().hex)
    arn = sagemaker.start_pipeline_execution(**how)["PipelineExecutionArn"]
    done_execution(sagemaker, arn)
    job = steps_of(sagemaker, arn)["A"]["Metadata"]["ProcessingJob"]["Arn"].split("/")[-1]
    delete(sagemaker, pipeline)
    for call in (
        sagemaker.describe_pipeline_execution,
        sagemaker.list_pipeline_execution_steps,
        sagemaker.list_pipeline_parameters_for_execution,
        sagemaker.describe_pipeline_definition_for_execution,
    ):
        assert error(call, PipelineExecutionArn=arn)[:2] == (400, "ResourceNotFound")
    assert error(retry, sagemaker, arn)[1] == "ResourceNotFound"
    assert error(stop, sagemaker, arn)[1] == "ResourceNotFound"
    status = sagemaker.describe_processing_job(ProcessingJobName=job)["ProcessingJobStatus"]
    assert status == "Completed"
    sagemaker.create_pipeline(
        PipelineName=pipeline,
        PipelineDefinition=definition(step("A")),
        ClientRequestToken=uuid.uuid4().hex,
        RoleArn=ROLE,
    )
    listed = sagemaker.list_pipeline_executions(PipelineName=pipeline)
    assert listed["PipelineExecutionSummaries"] == []
    again = sagemaker.start_pipeline_execution(**how)["PipelineExecutionArn"]
    assert again != arn
    assert done_execution(sagemaker, again)["PipelineExecutionStatus"] == "Succeeded"


def test_starts_and_deletes_at_once(sagemaker):
    """Whoever comes second is refused: no execution is ever without its pipeline."""
    for _ in range(20):
        pipeline = create_pipeline(sagemaker, fail("A"))
        told = {}

        def call(key, fn, *args):
            try:
                told[key] = fn(*args)
            except sagemaker.exceptions.ClientError as e:
                told[key] = e.response["Error"]["Code"]

        threads = [
            threading.Thread(target=call, args=("start", start_pipeline, sagemaker, pipeline)),
            threading.Thread(target=call, args=("delete", delete, sagemaker, pipeline)),
        ]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        arn, refused = told["start"], told["delete"]
        if not arn.startswith("arn:"):
            assert (arn, refused) == ("ResourceNotFound", None)
        elif refused:
            assert refused == "ConflictException"
            assert done_execution(sagemaker, arn)["PipelineExecutionStatus"] == "Failed"
        else:  # it had ended before
            gone = error(sagemaker.describe_pipeline_execution, PipelineExecutionArn=arn)
            assert gone[1] == "ResourceNotFound"


def test_the_outcome_of_a_condition_is_read(sagemaker):
    ended, steps = run_pipeline(
        sagemaker,
        gate("First"),
        gate("Second", [fail("Yes")], conditions=[compare(get("Steps.First.Outcome"), "True")]),
    )
    assert steps["Yes"]["StepStatus"] == "Failed" and set(steps) == {"First", "Second", "Yes"}


def test_conditions_nest(sagemaker):
    inner = gate("Inner", [step("Never")], [step("Taken")], conditions=[compare(1, 2)])
    ended, steps = run_pipeline(sagemaker, gate("Outer", [inner], [step("Not")]))
    assert ended["PipelineExecutionStatus"] == "Succeeded"
    assert set(steps) == {"Outer", "Inner", "Taken"}


BOTH = [
    ("In, as the SDKs have it", {"Type": "In", "QueryValue": "b", "Values": ["a", "b"]}),
    ("In, as the schema has it", {"Type": "In", "Value": "b", "In": ["a", "b"]}),
    ("not In", {"Type": "NotIn", "Value": "c", "In": ["a", "b"]}),
    ("Not", {"Type": "Not", "Condition": compare(1, 2)}),
    ("Not, as the schema has it", {"Type": "Not", "Expression": compare(1, 2)}),
    ("not Equals", compare(1, 2, "NotEquals")),
    ("Or", {"Type": "Or", "Conditions": [compare(1, 2), compare(1, 1)]}),
    ("GreaterThan", compare(2, 1, "GreaterThan")),
    ("GreaterThanOrEqualTo", compare(2, 2, "GreaterThanOrEqualTo")),
    ("LessThan", compare(1, 2, "LessThan")),
    ("LessThanOrEqualTo", compare(2.0, 2, "LessThanOrEqualTo")),
]


def test_conditions_in_both_spellings(sagemaker):
    gates = [gate(f"C{i}", conditions=[c]) for i, (_, c) in enumerate(BOTH)]
    ended, steps = run_pipeline(sagemaker, *gates)
    assert ended["PipelineExecutionStatus"] == "Succeeded"
    for i, (what, _) in enumerate(BOTH):
        assert steps[f"C{i}"]["Metadata"]["Condition"]["Outcome"] == "True", what
