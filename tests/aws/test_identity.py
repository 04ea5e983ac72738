"""IAM and STS as boto3 sees them, and who gets in."""

import datetime
import http.client
import json

import boto3
import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials
from support import error, name

TRUST = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Principal": {"Service": "sagemaker.amazonaws.com"},
            "Action": "sts:AssumeRole",
        }
    ],
}


def client(engine, service, key=None, secret=None, token=None, region="us-east-1"):
    ours = engine.credentials
    return boto3.client(
        service,
        endpoint_url=engine.endpoint,
        region_name=region,
        aws_access_key_id=key or ours["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=secret or ours["AWS_SECRET_ACCESS_KEY"],
        aws_session_token=token,
        config=Config(retries={"max_attempts": 0}, proxies={}),
    )


def test_caller_identity(sts):
    got = sts.get_caller_identity()
    assert got["Account"] == "123456789012"
    assert got["Arn"].startswith("arn:aws:") and ":123456789012:" in got["Arn"]
    assert got["UserId"]


def test_session_tokens_work(engine, sts):
    got = sts.get_session_token(DurationSeconds=900)["Credentials"]
    assert got["Expiration"] > datetime.datetime.now(datetime.timezone.utc)
    other = client(engine, "sts", got["AccessKeyId"], got["SecretAccessKey"], got["SessionToken"])
    assert other.get_caller_identity()["Account"] == "123456789012"


def test_assume_role(engine, sts, iam):
    role = name("role")
    arn = iam.create_role(RoleName=role, AssumeRolePolicyDocument=json.dumps(TRUST))["Role"]["Arn"]
    got = sts.assume_role(RoleArn=arn, RoleSessionName="me")
    assert got["AssumedRoleUser"]["Arn"].endswith(f":assumed-role/{role}/me")
    keys = got["Credentials"]
    other = client(
        engine, "sts", keys["AccessKeyId"], keys["SecretAccessKey"], keys["SessionToken"]
    )
    assert other.get_caller_identity()["Arn"].endswith(f":assumed-role/{role}/me")


def test_roles(iam):
    role = name("role")
    made = iam.create_role(
        RoleName=role, AssumeRolePolicyDocument=json.dumps(TRUST), Description="d"
    )["Role"]
    assert made["Arn"] == f"arn:aws:iam::123456789012:role/{role}"
    got = iam.get_role(RoleName=role)["Role"]
    assert got["AssumeRolePolicyDocument"] == TRUST and got["Description"] == "d"
    assert role in [r["RoleName"] for r in iam.list_roles()["Roles"]]
    assert error(iam.create_role, RoleName=role, AssumeRolePolicyDocument=json.dumps(TRUST))[
        :2
    ] == (409, "EntityAlreadyExists")
    policy = {"Version": "2012-10-17", "Statement": []}
    iam.put_role_policy(RoleName=role, PolicyName="p", PolicyDocument=json.dumps(policy))
    assert iam.get_role_policy(RoleName=role, PolicyName="p")["PolicyDocument"] == policy
    assert iam.list_role_policies(RoleName=role)["PolicyNames"] == ["p"]
    full = "arn:aws:iam::aws:policy/AmazonSageMakerFullAccess"
    iam.attach_role_policy(RoleName=role, PolicyArn=full)
    attached = iam.list_attached_role_policies(RoleName=role)["AttachedPolicies"]
    assert attached == [{"PolicyName": "AmazonSageMakerFullAccess", "PolicyArn": full}]
    assert error(iam.delete_role, RoleName=role)[:2] == (409, "DeleteConflict")
    iam.detach_role_policy(RoleName=role, PolicyArn=full)
    iam.delete_role_policy(RoleName=role, PolicyName="p")
    iam.delete_role(RoleName=role)


def test_any_role_of_the_account_can_be_assumed_by_jobs(iam):
    """SDK v3 asks before every job; a role that nobody made answers with SageMaker's trust."""
    got = iam.get_role(RoleName=name("never-made"))["Role"]
    services = json.dumps(got["AssumeRolePolicyDocument"])
    assert "sagemaker.amazonaws.com" in services
    answer = iam.simulate_principal_policy(
        PolicySourceArn=got["Arn"], ActionNames=["s3:GetObject", "sagemaker:CreateTrainingJob"]
    )
    assert [r["EvalDecision"] for r in answer["EvaluationResults"]] == ["allowed", "allowed"]


# --- who gets in ---


@pytest.mark.parametrize(
    "service,call,code",
    [
        ("s3", "list_buckets", "SignatureDoesNotMatch"),
        ("sagemaker", "list_pipelines", "InvalidSignatureException"),
        ("logs", "describe_log_groups", "InvalidSignatureException"),
        ("sts", "get_caller_identity", "SignatureDoesNotMatch"),
        ("iam", "list_roles", "SignatureDoesNotMatch"),
    ],
)
def test_a_wrong_secret(engine, service, call, code):
    got = error(getattr(client(engine, service, secret="x" * 40), call))
    assert got[0] in (400, 403) and got[1] == code, got


@pytest.mark.parametrize(
    "service,call,code",
    [
        ("s3", "list_buckets", "InvalidAccessKeyId"),
        ("sagemaker", "list_pipelines", "UnrecognizedClientException"),
        ("sts", "get_caller_identity", "InvalidClientTokenId"),
    ],
)
def test_an_unknown_key(engine, service, call, code):
    got = error(getattr(client(engine, service, key="AKIAUNKNOWN000000000"), call))
    assert got[0] in (400, 403) and got[1] == code, got


def test_a_leftover_session_token_does_no_harm(engine):
    c = client(engine, "sts", token="left over from another account")
    assert c.get_caller_identity()["Account"] == "123456789012"


def test_no_signature_at_all(engine):
    from botocore import UNSIGNED

    c = boto3.client(
        "s3",
        endpoint_url=engine.endpoint,
        region_name="us-east-1",
        config=Config(signature_version=UNSIGNED, retries={"max_attempts": 0}, proxies={}),
    )
    assert error(c.list_buckets)[:2] == (403, "AccessDenied")


def raw(engine, date=None, body=b"{}", tamper=None, target="SageMaker.ListPipelines"):
    """A signed request whose parts can be changed after signing: (status, code)."""
    import urllib.error
    import urllib.request

    ours = engine.credentials
    request = AWSRequest(
        "POST",
        engine.endpoint + "/",
        data=body,
        headers={"X-Amz-Target": target, "Content-Type": "application/x-amz-json-1.1"},
    )
    keys = Credentials(ours["AWS_ACCESS_KEY_ID"], ours["AWS_SECRET_ACCESS_KEY"])
    auth = SigV4Auth(keys, "sagemaker", "us-east-1")
    if date:
        shifted_sign(auth, request, date)
    else:
        auth.add_auth(request)
    headers = dict(request.headers.items())
    if tamper:
        body = tamper(headers, body) or body
    call = urllib.request.Request(engine.endpoint + "/", data=body, headers=headers, method="POST")
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(call, timeout=20) as answer:
            return answer.status, None
    except urllib.error.HTTPError as e:
        return e.code, json.loads(e.read())["__type"].split("#")[-1]


def shifted_sign(auth, request, date):
    """Signs as a machine would whose clock shows `date`."""
    request.context["timestamp"] = date.strftime("%Y%m%dT%H%M%SZ")
    request.headers["X-Amz-Date"] = request.context["timestamp"]
    canonical = auth.canonical_request(request)
    text = auth.string_to_sign(request, canonical)
    signature = auth.signature(text, request)
    headers = auth.headers_to_sign(request)
    request.headers["Authorization"] = (
        f"AWS4-HMAC-SHA256 Credential={auth.scope(request)}, "
        f"SignedHeaders={auth.signed_headers(headers)}, Signature={signature}"
    )


def now(**off):
    return datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(**off)


def test_clock_skew(engine):
    assert raw(engine)[0] == 200
    assert raw(engine, now(minutes=-4))[0] == 200
    assert raw(engine, now(minutes=4))[0] == 200
    for minutes in (-20, 20, 60 * 24):
        status, code = raw(engine, now(minutes=minutes))
        assert status in (400, 403)
        assert code in (
            "InvalidSignatureException",
            "RequestTimeTooSkewed",
            "SignatureDoesNotMatch",
        )


def change(name, value):
    def tamper(headers, body):
        headers[name] = value(headers[name]) if callable(value) else value

    return tamper


@pytest.mark.parametrize(
    "tamper",
    [
        lambda headers, body: b'{"MaxResults": 1}',
        change("X-Amz-Target", "SageMaker.ListModels"),
        change("X-Amz-Date", "20200101T000000Z"),
        change("X-Amz-Date", "yesterday"),
        change("Authorization", lambda a: a[:-2] + ("00" if a[-2:] != "00" else "11")),
        change("Authorization", lambda a: a.replace("us-east-1", "us-west-9")),
        change("Authorization", lambda a: a.replace("aws4_request", "aws5_request")),
        change("Authorization", lambda a: a.replace("Signature=", "Sig=")),
        change("Authorization", "AWS4-HMAC-SHA256 Credential="),
        change("Authorization", "AWS4-HMAC-SHA256 " + "A" * 8000),
        change("Authorization", "Basic dXNlcjpwYXNz"),
        change("Authorization", ""),
        change("Authorization", lambda a: a.replace("host;", "")),
        change("Authorization", lambda a: a.split(", Signature")[0]),
        change("Authorization", lambda a: a + ", Signature=" + "0" * 64),
        change("Authorization", lambda a: a.replace("Credential=", "Credential=//")),
    ],
)
def test_what_was_changed_after_signing_stays_out(engine, tamper):
    status, code = raw(engine, tamper=tamper)
    assert status in (400, 403) and code, (status, code)
    assert raw(engine)[0] == 200


def test_without_authentication(fresh_engine):
    """Any credentials do, and names of keys that are not there; web pages do not get in."""
    e = fresh_engine(args=["--auth", "off"])
    s3 = client(e, "s3", "AKIAMADEUP", "whatever")
    s3.create_bucket(Bucket="open")
    s3.put_object(Bucket="open", Key="k", Body=b"x")
    got = client(e, "sts", "AKIAMADEUP", "whatever").get_caller_identity()
    assert got["Account"] == "123456789012"
    assert client(e, "sagemaker", "other", "x").list_pipelines()["PipelineSummaries"] == []

    def ask(method="GET", path="/open/k", **headers):
        host, port = e.endpoint.split("//")[1].split(":")
        c = http.client.HTTPConnection(host, int(port), timeout=10)
        c.request(method, path, headers=headers)
        r = c.getresponse()
        return r.status, r.read()

    for host in ("localhost", "localhost:80", "open.localhost", "127.0.0.1", "[::1]:9"):
        assert ask(Host=host, path="/k" if host[0] == "o" else "/open/k") == (200, b"x"), host
    for headers in (
        {"Host": "rebound.example"},
        {"Host": "127.0.0.1.example:80"},
        {"Origin": "http://a-page.example"},
        {"Origin": "null"},
    ):
        status, body = ask(**headers)
        assert status == 403 and b"<Code>AccessDenied</Code>" in body, headers
        status, body = ask("POST", "/", **headers, **{"X-Amz-Target": "SageMaker.ListPipelines"})
        assert status == 403 and b"AccessDeniedException" in body, headers
        status, body = ask("POST", "/_slipway/reset", **headers)
        assert status == 403, (headers, body)
