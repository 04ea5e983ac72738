"""Requests that no client library makes: what is not there, malformed bodies, broken shapes."""

import datetime
import gzip
import json
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree as ET

import pytest
from botocore.auth import S3SigV4Auth, SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from support import BUCKET, error, name, processing, shell


def send(engine, service, body, headers, method="POST", path="/"):
    """A well signed request: (status, headers, body)."""
    keys = engine.credentials
    url = engine.endpoint + path
    request = AWSRequest(method, url, data=body, headers=headers)
    auth = (S3SigV4Auth if service == "s3" else SigV4Auth)(
        Credentials(keys["AWS_ACCESS_KEY_ID"], keys["AWS_SECRET_ACCESS_KEY"]), service, "us-east-1"
    )
    auth.add_auth(request)
    call = urllib.request.Request(
        url, data=body, headers=dict(request.headers.items()), method=method
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(call, timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as e:
        return e.code, e.headers, e.read()


def send_json(engine, body, target="SageMaker.ListPipelines", service="sagemaker", **more):
    headers = {"X-Amz-Target": target, "Content-Type": "application/x-amz-json-1.1", **more}
    status, headers, body = send(engine, service, body, headers)
    answer = json.loads(body) if body else {}
    assert headers.get("x-amzn-requestid")
    return (
        status,
        answer.get("__type", "").split("#")[-1],
        answer.get("message", answer.get("Message", "")),
    )


def send_query(engine, form, service="sts"):
    status, headers, body = send(
        engine,
        service,
        form if isinstance(form, bytes) else urllib.parse.urlencode(form).encode(),
        {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"},
    )
    root = ET.fromstring(body)
    space = root.tag.split("}")[0] + "}" if root.tag.startswith("{") else ""
    e = root.find(f"{space}Error")
    return status, e.findtext(f"{space}Code") if e is not None else None, body.decode()


# --- what is not there ---


@pytest.mark.parametrize(
    "service,target",
    [
        ("sagemaker", "SageMaker.CreateEndpoint"),
        ("sagemaker", "SageMaker.NeverHeardOf"),
        ("sagemaker", "SageMaker."),
        ("logs", "Logs_20140328.PutRetentionPolicy"),
        ("monitoring", "GraniteServiceVersion20100801.PutMetricAlarm"),
        ("ecr", "AmazonEC2ContainerRegistry_V20150921.DescribeRepositories"),
        ("sagemaker", "no dot at all"),
        ("sagemaker", "A" * 4000),
    ],
)
def test_unknown_operations_json(engine, service, target):
    status, code, message = send_json(engine, b"{}", target, service)
    assert (status, code) == (400, "UnknownOperationException")
    operation = target.split(".")[-1]
    if 0 < len(operation) < 100 and " " not in operation:
        assert operation in message


@pytest.mark.parametrize(
    "service,version,action",
    [
        ("sts", "2011-06-15", "DecodeAuthorizationMessage"),
        ("iam", "2010-05-08", "CreateUser"),
        ("sns", "2010-03-31", "ListTopics"),
        ("monitoring", "2010-08-01", "PutMetricAlarm"),
    ],
)
def test_unknown_operations_query(engine, service, version, action):
    status, code, body = send_query(engine, {"Action": action, "Version": version}, service)
    assert (status, code) == (400, "InvalidAction") and action in body


def test_a_query_without_action(engine):
    status, code, _ = send_query(engine, {"Version": "2011-06-15"})
    assert status == 400 and code in ("MissingAction", "InvalidAction")


def test_unknown_operations_s3(engine, s3):
    s3.create_bucket(Bucket="protocol")
    for path in ("/protocol?website", "/protocol/key?torrent", "/protocol?analytics&id=1"):
        status, _, body = send(engine, "s3", None, {}, "GET", path)
        assert status == 501 and b"<Code>NotImplemented</Code>" in body, (path, body)
    status, _, body = send(engine, "s3", None, {}, "PATCH", "/protocol")
    assert status in (405, 501), body


# --- bodies ---

HOSTILE_JSON = [
    (b"", None),
    (b"{", "SerializationException"),
    (b"[]", "SerializationException"),
    (b"null", None),
    (b'"text"', "SerializationException"),
    (b"{}{}", "SerializationException"),
    (b'{"MaxResults": "5"}', "SerializationException"),
    (b'{"MaxResults": 1e400}', "SerializationException"),
    (b'{"MaxResults": 5.5}', "SerializationException"),
    (b'{"MaxResults": 0}', "ValidationException"),
    (b'{"MaxResults": 99999999999999999999}', None),
    (b'{"MaxResults": 1, "MaxResults": 2}', "SerializationException"),
    (b'{"PipelineNamePrefix": 5}', "SerializationException"),
    (b'{"PipelineNamePrefix": "a b"}', "ValidationException"),
    (b'{"PipelineNamePrefix": "\\ud800"}', None),
    (b'{"PipelineNamePrefix": "\xff\xfe"}', "SerializationException"),
    (b'{"PipelineNamePrefix": "a\x00b"}', "SerializationException"),
    (b'{"PipelineNamePrefix": "' + b"a" * 300 + b'"}', "ValidationException"),
    (b'{"NextToken": "' + b"a" * 9000 + b'"}', "ValidationException"),
    (b'{"SortBy": "Colour"}', "ValidationException"),
    (b'{"x": ' + b"[" * 100000 + b"]" * 100000 + b"}", "SerializationException"),
    (b'{"a":' * 50000 + b"1" + b"}" * 50000, "SerializationException"),
    (b'{"unknown": {"deep": [1, 2, {"x": null}]}}', "ok"),
    (b"\xef\xbb\xbf{}", None),
    (b" \r\n\t{ } \n", "ok"),
]


@pytest.mark.parametrize("body,code", HOSTILE_JSON, ids=lambda v: repr(v)[:40])
def test_hostile_json(engine, body, code):
    status, got, message = send_json(engine, body)
    if code == "ok":
        assert status == 200, message
    elif code:
        assert (status, got) == (400, code), (status, got, message)
        assert len(message) < 2000
    else:
        assert status == 200 or (status == 400 and got), (status, got)


def test_a_body_that_is_too_large(engine):
    body = b'{"PipelineNamePrefix": "' + b"a" * (12 << 20) + b'"}'
    try:
        status, code, _ = send_json(engine, body)
        assert status in (400, 413) and code
    except (ConnectionError, urllib.error.URLError):
        pass  # answered and closed before the body was read
    assert send_json(engine, b"{}")[0] == 200


def test_gzip_bodies(engine):
    ok = send_json(engine, gzip.compress(b'{"MaxResults": 1}'), **{"Content-Encoding": "gzip"})
    assert ok[0] == 200
    for body in (
        b"not gzip",
        gzip.compress(b"{}")[:-9],
        gzip.compress(b"{}" + b" " * (200 << 20), 9),
    ):
        status, code, _ = send_json(engine, body, **{"Content-Encoding": "gzip"})
        assert status in (400, 413) and code, body[:20]
    status, code, _ = send_json(engine, b"{}", **{"Content-Encoding": "br"})
    assert status in (400, 415) and code


HOSTILE_FORMS = [
    b"&&&=&=",
    b"Action",
    b"Action=GetCallerIdentity",
    b"Action=GetCallerIdentity&Version=1999-01-01",
    b"Action=GetCallerIdentity&Action=GetSessionToken&Version=2011-06-15",
    b"Action=GetSessionToken&Version=2011-06-15&DurationSeconds=soon",
    b"Action=GetSessionToken&Version=2011-06-15&DurationSeconds=1",
    b"Action=GetSessionToken&Version=2011-06-15&DurationSeconds=99999999999999999999",
    b"Action=AssumeRole&Version=2011-06-15",
    b"Action=AssumeRole&Version=2011-06-15&RoleArn=%zz&RoleSessionName=x",
    b"Action=AssumeRole&Version=2011-06-15&RoleArn=%00&RoleSessionName=x",
    b"Action=AssumeRole&Version=2011-06-15&RoleArn=notanarn&RoleSessionName=x",
    b"Action=AssumeRole&Version=2011-06-15&Tags.member.99999999.Key=a",
    b"Action=AssumeRole&Version=2011-06-15&Tags.member.0.Key=a&Tags.member.-1.Key=b",
    b"Action=AssumeRole&Version=2011-06-15&" + b"a.member.1." * 2000 + b"x=1",
    b"Action=AssumeRole&Version=2011-06-15" + b"&Tags.member.1.Key=a" * 5000,
    b"Action=AssumeRole&Version=2011-06-15&\xff\xfe=\xff",
]


@pytest.mark.parametrize("form", HOSTILE_FORMS, ids=lambda v: repr(v)[:50])
def test_hostile_forms(engine, form):
    status, code, body = send_query(engine, form)
    assert status == 200 or (status in (400, 403, 413) and code), body
    assert send_query(engine, {"Action": "GetCallerIdentity", "Version": "2011-06-15"})[0] == 200


HOSTILE_XML = [
    b"<",
    b"not xml",
    b"<Delete>",
    b"<Delete></Other>",
    b"<Delete><Object></Object></Delete>",
    b"<Delete><Object><Key></Key></Object></Delete>",
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><Delete><Object><Key>&c;</Key></Object></Delete>',
    b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><Delete><Object><Key>&x;</Key></Object></Delete>',
    b"<Delete>" + b"<a>" * 20000 + b"</a>" * 20000 + b"</Delete>",
    b"<Delete>" + b"<Object><Key>k</Key></Object>" * 1001 + b"</Delete>",
    b"<Delete><Object><Key>" + b"k" * 2000 + b"</Key></Object></Delete>",
    b"<Delete><Object><Key>\xff\xfe</Key></Object></Delete>",
    b"<Delete a='1' a='2'><Object><Key>k</Key></Object></Delete>",
]


@pytest.mark.parametrize("body", HOSTILE_XML, ids=lambda v: repr(v)[:50])
def test_hostile_xml(engine, sagemaker, body):
    import base64
    import hashlib

    md5 = base64.b64encode(hashlib.md5(body).digest()).decode()
    status, _, answer = send(engine, "s3", body, {"Content-MD5": md5}, "POST", f"/{BUCKET}?delete")
    if body.startswith(b"<Delete><Object><Key>kkk"):
        assert status in (200, 400)  # AWS answers per key
    else:
        assert status == 400, answer[:300]
    root = ET.fromstring(answer)
    assert b"root:" not in answer and b"aaaaaaaaaaaaaaa" not in answer
    assert root is not None


# --- shapes: AWS's words ---


def test_missing_members_are_named_together(engine):
    status, code, message = send_json(engine, b"{}", "SageMaker.CreatePipeline")
    assert (status, code) == (400, "ValidationException")
    assert message.startswith("3 validation errors detected: ") or "validation error" in message
    for member in ("pipelineName", "clientRequestToken", "roleArn"):
        assert member in message, message


def test_a_pattern_that_does_not_match(engine):
    body = json.dumps({"PipelineName": "has space"}).encode()
    status, code, message = send_json(engine, body, "SageMaker.DescribePipeline")
    assert (status, code) == (400, "ValidationException")
    assert (
        "1 validation error detected: Value 'has space' at 'pipelineName' failed to satisfy constraint"
        in message
    )
    assert "regular expression pattern" in message


def test_enums_lengths_and_ranges(sagemaker):
    request = processing(shell("exit 0"))
    request["ProcessingResources"]["ClusterConfig"]["InstanceType"] = "ml.huge.99xlarge"
    status, code, message = error(sagemaker.create_processing_job, **request)
    assert (status, code) == (400, "ValidationException")
    assert "Member must satisfy enum value set" in message and "ml.huge.99xlarge" in message
    request = processing(shell("exit 0"), ProcessingJobName="x" * 64)
    status, code, message = error(sagemaker.create_processing_job, **request)
    assert code == "ValidationException" and "length less than or equal to 63" in message
    # the client checks minima itself
    from botocore.exceptions import ParamValidationError

    with pytest.raises((ParamValidationError, sagemaker.exceptions.ClientError)):
        sagemaker.create_processing_job(
            **processing(shell("exit 0"), StoppingCondition={"MaxRuntimeInSeconds": 0})
        )


def test_refused_members_are_named(sagemaker):
    request = processing(shell("exit 0"))
    request["ProcessingInputs"] = [
        {
            "InputName": "d",
            "DatasetDefinition": {
                "LocalPath": "/opt/ml/processing/d",
                "AthenaDatasetDefinition": {
                    "Catalog": "c",
                    "Database": "d",
                    "QueryString": "select 1",
                    "OutputS3Uri": "s3://b/k",
                    "OutputFormat": "PARQUET",
                },
            },
        }
    ]
    status, code, message = error(sagemaker.create_processing_job, **request)
    assert (status, code) == (400, "ValidationException")
    assert "DatasetDefinition" in message


def test_times_are_epoch_seconds(engine, sagemaker):
    group = name("group")
    sagemaker.create_model_package_group(ModelPackageGroupName=group)
    body = json.dumps({"ModelPackageGroupName": group}).encode()
    _, headers, answer = send(
        engine,
        "sagemaker",
        body,
        {
            "X-Amz-Target": "SageMaker.DescribeModelPackageGroup",
            "Content-Type": "application/x-amz-json-1.1",
        },
    )
    assert headers["Content-Type"] == "application/x-amz-json-1.1"
    made = json.loads(answer)["CreationTime"]
    now = datetime.datetime.now(datetime.timezone.utc).timestamp()
    assert isinstance(made, (int, float)) and abs(made - now) < 60
