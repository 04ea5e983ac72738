"""Versions of pipelines: what makes one, what runs of which, how they are listed and named."""

import concurrent.futures
import datetime
import json
import math
import time
import urllib.request
import uuid

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from gc_support import rows
from support import (
    BUCKET,
    ROLE,
    create_pipeline,
    definition,
    done_execution,
    error,
    map_image,
    name,
    processing_step,
    shell,
    start_pipeline,
    steps_of,
    until,
)

HOUR = datetime.timedelta(hours=1)


@pytest.fixture(autouse=True)
def a_client_of_today(sagemaker):
    if not hasattr(sagemaker, "list_pipeline_versions"):
        pytest.skip("this botocore does not know versions of pipelines")


def fails(step):
    """A definition with one step that takes no time: executions of it end at once, as Failed."""
    return definition({"Name": step, "Type": "Fail", "Arguments": {"ErrorMessage": step}})


def create(sagemaker, *steps, **more):
    """A pipeline with a version a step; its name."""
    pipeline = name("versions")
    sagemaker.create_pipeline(
        PipelineName=pipeline,
        PipelineDefinition=fails(steps[0]),
        ClientRequestToken=uuid.uuid4().hex,
        RoleArn=ROLE,
        **more,
    )
    for step in steps[1:]:
        update(sagemaker, pipeline, step)
    return pipeline


def update(sagemaker, pipeline, step):
    """The version that the pipeline has afterwards."""
    done = sagemaker.update_pipeline(PipelineName=pipeline, PipelineDefinition=fails(step))
    return done["PipelineVersionId"]


def delete(sagemaker, pipeline):
    sagemaker.delete_pipeline(PipelineName=pipeline, ClientRequestToken=uuid.uuid4().hex)


def start(sagemaker, pipeline, **how):
    return sagemaker.start_pipeline_execution(
        PipelineName=pipeline, ClientRequestToken=uuid.uuid4().hex, **how
    )["PipelineExecutionArn"]


def versions(sagemaker, pipeline, **how):
    got = sagemaker.list_pipeline_versions(PipelineName=pipeline, **how)
    return got["PipelineVersionSummaries"]


def ids(sagemaker, pipeline, **how):
    return [v["PipelineVersionId"] for v in versions(sagemaker, pipeline, **how)]


def step_of(sagemaker, pipeline, **how):
    """The name of the only step of a version."""
    shown = sagemaker.describe_pipeline(PipelineName=pipeline, **how)
    return json.loads(shown["PipelineDefinition"])["Steps"][0]["Name"]


def reset(engine):
    keys = Credentials(engine.keys["AWS_ACCESS_KEY_ID"], engine.keys["AWS_SECRET_ACCESS_KEY"])
    request = AWSRequest("POST", engine.endpoint + "/_slipway/reset", data=b"")
    SigV4Auth(keys, "slipway", engine.keys["AWS_DEFAULT_REGION"]).add_auth(request)
    call = urllib.request.Request(request.url, b"", dict(request.headers.items()), method="POST")
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(call, timeout=60) as answer:
        assert answer.status == 200


def arn_of(sagemaker, pipeline):
    return sagemaker.describe_pipeline(PipelineName=pipeline)["PipelineArn"]


# --- what makes a version ---


def test_a_new_pipeline_is_version_one(sagemaker):
    pipeline = create(sagemaker, "One")
    made = sagemaker.describe_pipeline(PipelineName=pipeline)
    assert versions(sagemaker, pipeline) == [
        {
            "PipelineArn": made["PipelineArn"],
            "PipelineVersionId": 1,
            "CreationTime": made["CreationTime"],
        }
    ]
    assert step_of(sagemaker, pipeline, PipelineVersionId=1) == "One"


def test_only_another_text_makes_a_version(sagemaker, s3):
    pipeline = create(sagemaker, "One")
    assert update(sagemaker, pipeline, "One") == 1
    assert update(sagemaker, pipeline, "Two") == 2
    assert update(sagemaker, pipeline, "Two") == 2
    described = sagemaker.update_pipeline(PipelineName=pipeline, PipelineDescription="words")
    assert described["PipelineVersionId"] == 2
    assert described["PipelineArn"] == arn_of(sagemaker, pipeline)
    key = name("definition")
    for step, version in (("Two", 2), ("Three", 3)):
        s3.put_object(Bucket=BUCKET, Key=key, Body=fails(step).encode())
        done = sagemaker.update_pipeline(
            PipelineName=pipeline,
            PipelineDefinitionS3Location={"Bucket": BUCKET, "ObjectKey": key},
        )
        assert done["PipelineVersionId"] == version
    assert update(sagemaker, pipeline, "One") == 4, "a text of an older version is new again"
    assert ids(sagemaker, pipeline) == [4, 3, 2, 1]
    assert [step_of(sagemaker, pipeline, PipelineVersionId=v) for v in (1, 2, 3, 4)] == [
        "One",
        "Two",
        "Three",
        "One",
    ]
    assert sagemaker.describe_pipeline(PipelineName=pipeline)["PipelineDescription"] == "words"


def test_a_definition_that_is_refused_makes_no_version(sagemaker):
    pipeline = create(sagemaker, "One")
    bad = error(sagemaker.update_pipeline, PipelineName=pipeline, PipelineDefinition="{}")
    assert bad[:2] == (400, "ValidationException")
    assert ids(sagemaker, pipeline) == [1]


def test_updates_at_once_have_a_version_each(sagemaker):
    pipeline = create(sagemaker, "Step0")
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda i: update(sagemaker, pipeline, f"Step{i}"), range(1, 25)))
    assert sorted(made) == list(range(2, 26))
    for i, version in enumerate(made, 1):
        assert step_of(sagemaker, pipeline, PipelineVersionId=version) == f"Step{i}"


# --- describing and naming them ---


def test_a_version_is_described(sagemaker):
    pipeline = create(sagemaker, "One", "Two")
    assert step_of(sagemaker, pipeline) == "Two"
    assert step_of(sagemaker, pipeline, PipelineVersionId=1) == "One"
    assert step_of(sagemaker, pipeline, PipelineVersionId=2) == "Two"
    latest, first = (
        sagemaker.describe_pipeline(PipelineName=arn_of(sagemaker, pipeline), **how)
        for how in ({}, {"PipelineVersionId": 1})
    )
    for member in ("PipelineArn", "PipelineName", "CreationTime", "LastModifiedTime", "RoleArn"):
        assert first[member] == latest[member], member
    status, code, message = error(
        sagemaker.describe_pipeline, PipelineName=pipeline, PipelineVersionId=3
    )
    assert (status, code) == (400, "ResourceNotFound")
    assert message == f"Version 3 of pipeline '{arn_of(sagemaker, pipeline)}' does not exist."


def test_a_version_has_a_name_and_a_description(sagemaker):
    pipeline = create(sagemaker, "One", "Two")
    arn = arn_of(sagemaker, pipeline)

    def edit(version, **members):
        done = sagemaker.update_pipeline_version(
            PipelineArn=arn,
            PipelineVersionId=version,
            **{f"PipelineVersion{k}": v for k, v in members.items()},
        )
        assert (done["PipelineArn"], done["PipelineVersionId"]) == (arn, version)

    def shown(**how):
        members = ("PipelineVersionDisplayName", "PipelineVersionDescription")
        got = sagemaker.describe_pipeline(PipelineName=pipeline, **how)
        return tuple(got.get(m) for m in members)

    edit(1, DisplayName="first", Description="the one that we began with")
    edit(1, DisplayName="First")
    edit(2, Description="grüße")
    edit(2)
    assert shown(PipelineVersionId=1) == ("First", "the one that we began with")
    assert shown() == shown(PipelineVersionId=2) == (None, "grüße")
    two, one = versions(sagemaker, pipeline)
    assert one["PipelineVersionDisplayName"] == "First"
    assert one["PipelineVersionDescription"] == "the one that we began with"
    assert two["PipelineVersionDescription"] == "grüße"
    assert "PipelineVersionDisplayName" not in two
    edit(1, Description="")
    assert shown(PipelineVersionId=1) == ("First", "")
    assert update(sagemaker, pipeline, "Three") == 3
    assert shown() == (None, None), "a new version has neither"


def test_what_is_not_there_cannot_be_named(sagemaker):
    pipeline = create(sagemaker, "One")
    arn = arn_of(sagemaker, pipeline)
    how = {"PipelineVersionDisplayName": "other"}
    for where, version, said in (
        (arn, 2, "Version 2 of pipeline"),
        (arn + "x", 1, arn + "x"),
        (arn.replace(":us-east-1:", ":eu-west-1:"), 1, "eu-west-1"),
        (arn.replace("123456789012", "210987654321"), 1, "210987654321"),
    ):
        status, code, message = error(
            sagemaker.update_pipeline_version, PipelineArn=where, PipelineVersionId=version, **how
        )
        assert (status, code) == (400, "ResourceNotFound") and said in message, message
    for name_or_arn in (arn.replace(":us-east-1:", ":eu-west-1:"), arn + "x", pipeline + "x"):
        for call in (sagemaker.list_pipeline_versions, sagemaker.describe_pipeline):
            assert error(call, PipelineName=name_or_arn)[1] == "ResourceNotFound", name_or_arn
    status, code, message = error(
        sagemaker.update_pipeline_version,
        PipelineArn=arn,
        PipelineVersionId=1,
        PipelineVersionAliasOperations={"Add": ["prod"]},
        **how,
    )
    assert (status, code) == (400, "ValidationException") and "Alias" in message
    assert "PipelineVersionDisplayName" not in versions(sagemaker, pipeline)[0]


# --- listing them ---


def test_versions_come_in_pages(sagemaker):
    pipeline = create(sagemaker, *(f"Step{i}" for i in range(1, 6)))
    first = sagemaker.list_pipeline_versions(PipelineName=pipeline, MaxResults=2)
    assert [v["PipelineVersionId"] for v in first["PipelineVersionSummaries"]] == [5, 4]
    assert update(sagemaker, pipeline, "Step6") == 6
    rest = {"NextToken": first["NextToken"], "MaxResults": 3}
    assert ids(sagemaker, pipeline, **rest) == [3, 2, 1], "what is new shifts nothing"
    assert "NextToken" not in sagemaker.list_pipeline_versions(PipelineName=pipeline, **rest)
    for order, expected in (("Ascending", [1, 2, 3, 4, 5, 6]), ("Descending", [6, 5, 4, 3, 2, 1])):
        pages = sagemaker.get_paginator("list_pipeline_versions").paginate(
            PipelineName=pipeline, SortOrder=order, PaginationConfig={"PageSize": 4}
        )
        found = [[v["PipelineVersionId"] for v in p["PipelineVersionSummaries"]] for p in pages]
        assert found == [expected[:4], expected[4:]]
    assert ids(sagemaker, pipeline, MaxResults=1) == [6], "the SDK's way to the latest"
    other = error(versions, sagemaker, pipeline, SortOrder="Ascending", **rest)
    assert other[:2] == (400, "ValidationException")


def test_ten_versions_are_a_page(sagemaker):
    pipeline = create(sagemaker, *(f"Step{i}" for i in range(12)))
    assert ids(sagemaker, pipeline) == list(range(12, 2, -1))
    assert ids(sagemaker, pipeline, MaxResults=100) == list(range(12, 0, -1))


def test_versions_of_a_time(sagemaker):
    pipeline = create(sagemaker, "One")
    made = versions(sagemaker, pipeline)[0]["CreationTime"].timestamp()
    between = math.floor(made) + 1  # boto3 sends whole seconds
    until(lambda: time.time() > between, "the next second")
    update(sagemaker, pipeline, "Two")
    assert ids(sagemaker, pipeline, CreatedAfter=between) == [2]
    assert ids(sagemaker, pipeline, CreatedBefore=between) == [1]
    now = datetime.datetime.now(datetime.timezone.utc)
    assert ids(sagemaker, pipeline, CreatedAfter=now - HOUR, CreatedBefore=now + HOUR) == [2, 1]
    assert ids(sagemaker, pipeline, CreatedAfter=now + HOUR) == []


# --- running them ---


def test_an_execution_runs_the_version_that_it_was_given(sagemaker):
    pipeline = create(sagemaker, "One", "Two")
    for how, version, step in (
        ({"PipelineVersionId": 1}, 1, "One"),
        ({}, 2, "Two"),
        ({"PipelineVersionId": 2}, 2, "Two"),
    ):
        arn = start(sagemaker, pipeline, **how)
        ended = done_execution(sagemaker, arn)
        assert ended["PipelineVersionId"] == version
        assert set(steps_of(sagemaker, arn)) == {step}
        kept = sagemaker.describe_pipeline_definition_for_execution(PipelineExecutionArn=arn)
        assert json.loads(kept["PipelineDefinition"]) == json.loads(fails(step))
    listed = sagemaker.list_pipeline_executions(PipelineName=pipeline)
    assert len(listed["PipelineExecutionSummaries"]) == 3


def test_a_version_that_is_not_there_starts_nothing(sagemaker):
    pipeline = create(sagemaker, "One")
    status, code, message = error(start, sagemaker, pipeline, PipelineVersionId=2)
    assert (status, code) == (400, "ResourceNotFound") and "Version 2" in message
    listed = sagemaker.list_pipeline_executions(PipelineName=pipeline)
    assert listed["PipelineExecutionSummaries"] == []


def test_a_version_tells_its_last_execution(sagemaker):
    pipeline = create(sagemaker, "One", "Two", "Three")

    def last():
        return [
            v.get("LastExecutionPipelineExecutionArn")
            for v in versions(sagemaker, pipeline, SortOrder="Ascending")
        ]

    assert last() == [None, None, None]
    start(sagemaker, pipeline, PipelineVersionId=1)
    third = start(sagemaker, pipeline)
    first = start(sagemaker, pipeline, PipelineVersionId=1)
    assert last() == [first, None, third]


def test_parameters_are_those_of_the_version(sagemaker):
    def with_parameter(parameter):
        message = {"Get": f"Parameters.{parameter}"}
        step = {"Name": "End", "Type": "Fail", "Arguments": {"ErrorMessage": message}}
        return definition(step, parameters=[{"Name": parameter, "Type": "String"}])

    pipeline = create(sagemaker, "One")
    for parameter in ("Old", "New"):
        sagemaker.update_pipeline(
            PipelineName=pipeline, PipelineDefinition=with_parameter(parameter)
        )
    given = [{"Name": "Old", "Value": "x"}]
    refused = error(start, sagemaker, pipeline, PipelineParameters=given)
    assert refused[:2] == (400, "ValidationException")
    arn = start(sagemaker, pipeline, PipelineParameters=given, PipelineVersionId=2)
    done_execution(sagemaker, arn)
    assert steps_of(sagemaker, arn)["End"]["FailureReason"] == "x"


def test_an_update_leaves_what_runs_alone(fresh_engine):
    """… even when the engine dies in between: the execution goes on with its own definition."""
    engine = fresh_engine()
    sagemaker = engine.client("sagemaker")
    map_image(engine)
    pipeline = create_pipeline(
        sagemaker,
        processing_step("One", shell("sleep 2")),
        processing_step("Then", shell("exit 0"), depends=["One"]),
    )
    arn = start_pipeline(sagemaker, pipeline)
    assert update(sagemaker, pipeline, "Other") == 2
    engine.kill()
    engine.start()
    sagemaker = engine.client("sagemaker")
    running = sagemaker.describe_pipeline_execution(PipelineExecutionArn=arn)
    assert running["PipelineVersionId"] == 1
    ended = done_execution(sagemaker, arn)
    assert ended["PipelineExecutionStatus"] == "Succeeded", steps_of(sagemaker, arn)
    assert ended["PipelineVersionId"] == 1
    assert set(steps_of(sagemaker, arn)) == {"One", "Then"}
    assert ids(sagemaker, pipeline) == [2, 1]
    assert versions(sagemaker, pipeline)[1]["LastExecutionPipelineExecutionArn"] == arn
    assert step_of(sagemaker, pipeline) == "Other"


# --- their end ---


def test_a_deletion_finds_its_jobs_without_reading_all(engine):
    found = rows(
        engine,
        "EXPLAIN QUERY PLAN UPDATE jobs SET execution = NULL WHERE execution IN (SELECT seq FROM "
        "executions WHERE account = '1' AND region = 'r' AND pipeline = 'p')",
    )
    said = [detail for *_, detail in found]
    assert any("USING INDEX jobs_execution" in s for s in said), said
    assert not any(s.startswith("SCAN") for s in said), said


def test_versions_end_with_their_pipeline(sagemaker):
    pipeline = create(sagemaker, "One", "Two", Tags=[{"Key": "k", "Value": "v"}])
    arn = arn_of(sagemaker, pipeline)
    sagemaker.update_pipeline_version(
        PipelineArn=arn, PipelineVersionId=1, PipelineVersionDisplayName="first"
    )
    old = start(sagemaker, pipeline, PipelineVersionId=1)
    done_execution(sagemaker, old)
    delete(sagemaker, pipeline)
    assert error(versions, sagemaker, pipeline)[:2] == (400, "ResourceNotFound")
    gone = error(
        sagemaker.update_pipeline_version,
        PipelineArn=arn,
        PipelineVersionId=1,
        PipelineVersionDisplayName="x",
    )
    assert gone[1] == "ResourceNotFound"
    sagemaker.create_pipeline(
        PipelineName=pipeline,
        PipelineDefinition=fails("New"),
        ClientRequestToken=uuid.uuid4().hex,
        RoleArn=ROLE,
    )
    (only,) = versions(sagemaker, pipeline)
    assert set(only) == {"PipelineArn", "PipelineVersionId", "CreationTime"}, "nothing of the old"
    assert only["PipelineVersionId"] == 1
    assert sagemaker.list_tags(ResourceArn=arn)["Tags"] == []


def test_a_pipeline_that_runs_cannot_be_deleted(sagemaker):
    pipeline = create_pipeline(sagemaker, processing_step("Wait", shell("sleep 60")))
    arn = start_pipeline(sagemaker, pipeline)
    assert update(sagemaker, pipeline, "Other") == 2
    status, code, message = error(delete, sagemaker, pipeline)
    assert (status, code) == (400, "ConflictException") and pipeline in message
    assert ids(sagemaker, pipeline) == [2, 1]
    sagemaker.stop_pipeline_execution(PipelineExecutionArn=arn, ClientRequestToken=uuid.uuid4().hex)
    assert done_execution(sagemaker, arn)["PipelineExecutionStatus"] == "Stopped"
    delete(sagemaker, pipeline)
    assert error(versions, sagemaker, pipeline)[1] == "ResourceNotFound"


def test_a_reset_forgets_versions(fresh_engine):
    engine = fresh_engine(args=["--ephemeral"])
    sagemaker = engine.client("sagemaker")
    how = {"PipelineName": "again", "PipelineDefinition": fails("One"), "RoleArn": ROLE}
    for _ in range(2):
        sagemaker.create_pipeline(**how, ClientRequestToken=uuid.uuid4().hex)
        assert ids(sagemaker, "again") == [1]
        assert update(sagemaker, "again", "Two") == 2
        reset(engine)
        assert error(versions, sagemaker, "again")[1] == "ResourceNotFound"


def search(sagemaker, resource, pipeline, *filters):
    arn = arn_of(sagemaker, pipeline)
    wanted = [{"Name": "PipelineArn", "Operator": "Equals", "Value": arn}, *filters]
    found = sagemaker.search(
        Resource=resource,
        SearchExpression={"Filters": wanted},
        SortBy="CreationTime",
        SortOrder="Ascending",
    )
    return [r[resource] for r in found["Results"]]


def test_versions_are_searched(sagemaker):
    pipeline = create(sagemaker, "One", "Two", "Three")
    arn = start(sagemaker, pipeline, PipelineVersionId=2, PipelineExecutionDisplayName="shown")
    done_execution(sagemaker, arn)
    sagemaker.update_pipeline_version(
        PipelineArn=arn_of(sagemaker, pipeline),
        PipelineVersionId=2,
        PipelineVersionDisplayName="second",
    )
    found = search(sagemaker, "PipelineVersion", pipeline)
    assert [v["PipelineVersionId"] for v in found] == [1, 2, 3]
    assert found[1]["PipelineVersionDisplayName"] == "second"
    assert found[1]["LastExecutedPipelineExecutionArn"] == arn
    assert found[1]["LastExecutedPipelineExecutionStatus"] == "Failed"
    assert found[1]["LastExecutedPipelineExecutionDisplayName"] == "shown"
    assert "LastExecutedPipelineExecutionArn" not in found[0]
    run = {
        "Name": "LastExecutedPipelineExecutionStatus",
        "Operator": "Equals",
        "Value": "Failed",
    }
    (only,) = search(sagemaker, "PipelineVersion", pipeline, run)
    assert only["PipelineVersionId"] == 2


def test_pipelines_and_executions_are_searched(sagemaker):
    pipeline = create(sagemaker, "One", "Two", Tags=[{"Key": "team", "Value": "crew"}])
    arns = [start(sagemaker, pipeline, PipelineVersionId=v) for v in (1, 2)]
    for arn in arns:
        done_execution(sagemaker, arn)
    (found,) = search(sagemaker, "Pipeline", pipeline)
    assert found["PipelineName"] == pipeline and found["LastRunTime"]
    assert found["Tags"] == [{"Key": "team", "Value": "crew"}]
    found = search(sagemaker, "PipelineExecution", pipeline)
    assert [x["PipelineExecutionArn"] for x in found] == arns
    assert [x["PipelineVersionId"] for x in found] == [1, 2]
    delete(sagemaker, pipeline)
    for resource in ("Pipeline", "PipelineVersion", "PipelineExecution"):
        gone = sagemaker.search(
            Resource=resource,
            SearchExpression={
                "Filters": [
                    {
                        "Name": "PipelineArn",
                        "Operator": "Equals",
                        "Value": arns[0].split("/execution/")[0],
                    }
                ]
            },
        )
        assert gone["Results"] == []
