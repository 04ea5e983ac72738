"""What model/marks/s3.toml calls refused is refused. (The other services' marks are in the tables
that check their requests.)"""

import datetime
import json
import pathlib

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

tomllib = pytest.importorskip("tomllib")
MODEL = pathlib.Path(__file__).resolve().parent.parent.parent / "model"
MARKS = tomllib.loads((MODEL / "marks/s3.toml").read_text())
OPERATIONS = tomllib.loads((MODEL / "operations.toml").read_text())["s3"]
BUCKET = "marks-of-s3"
WHEN = datetime.datetime(2030, 1, 1)
KEY = {"SSECustomerAlgorithm": "AES256", "SSECustomerKey": "k" * 32}
SOURCE_KEY = {"CopySourceSSECustomerAlgorithm": "AES256", "CopySourceSSECustomerKey": "k" * 32}
# What the three members of a customer's key need beside them, and values for the others.
SAMPLES = {
    "ACL": "public-read",
    "CopySourceSSECustomerAlgorithm": SOURCE_KEY,
    "CopySourceSSECustomerKey": SOURCE_KEY,
    "CopySourceSSECustomerKeyMD5": SOURCE_KEY,
    "IfMatchInitiatedTime": WHEN,
    "IfMatchLastModifiedTime": WHEN,
    "IfMatchSize": 1,
    "ObjectLockEnabledForBucket": True,
    "ObjectLockEventHold": "ON",
    "ObjectLockEventHoldDurationDays": 1,
    "ObjectLockEventHoldDurationYears": 1,
    "ObjectLockLegalHoldStatus": "ON",
    "ObjectLockMode": "GOVERNANCE",
    "ObjectLockRetainUntilDate": WHEN,
    "SSECustomerAlgorithm": KEY,
    "SSECustomerKey": KEY,
    "SSECustomerKeyMD5": KEY,
    "WriteOffsetBytes": 1,
}
PARTS = {"Parts": [{"PartNumber": 1, "ETag": '"0"'}]}
CALLS = {
    "AbortMultipartUpload": {"Bucket": BUCKET, "Key": "k", "UploadId": ""},
    "CompleteMultipartUpload": {
        "Bucket": BUCKET,
        "Key": "k",
        "UploadId": "",
        "MultipartUpload": PARTS,
    },
    "CopyObject": {"Bucket": BUCKET, "Key": "copy", "CopySource": f"{BUCKET}/k"},
    "CreateBucket": {"Bucket": f"{BUCKET}-more"},
    "CreateMultipartUpload": {"Bucket": BUCKET, "Key": "k"},
    "DeleteObject": {"Bucket": BUCKET, "Key": "k"},
    "DeleteObjectTagging": {"Bucket": BUCKET, "Key": "k"},
    "GetObject": {"Bucket": BUCKET, "Key": "k"},
    "GetObjectTagging": {"Bucket": BUCKET, "Key": "k"},
    "HeadObject": {"Bucket": BUCKET, "Key": "k"},
    "ListParts": {"Bucket": BUCKET, "Key": "k", "UploadId": ""},
    "PutObject": {"Bucket": BUCKET, "Key": "k", "Body": b"body"},
    "PutObjectTagging": {"Bucket": BUCKET, "Key": "k", "Tagging": {"TagSet": []}},
    "UploadPart": {"Bucket": BUCKET, "Key": "k", "UploadId": "", "PartNumber": 1, "Body": b"b"},
    "UploadPartCopy": {
        "Bucket": BUCKET,
        "Key": "k",
        "UploadId": "",
        "PartNumber": 1,
        "CopySource": f"{BUCKET}/k",
    },
}


def refused():
    shapes = boto3.client("s3", region_name="us-east-1").meta.service_model
    for operation in OPERATIONS:
        shape = shapes.operation_model(operation).input_shape
        for member in shape.members if shape else ():
            mark = MARKS.get(operation, {}).get(member) or MARKS["*"].get(member)
            if mark.startswith("refused"):
                yield operation, member, mark


@pytest.fixture(scope="module")
def client(engine):
    ours = engine.credentials
    s3 = boto3.client(
        "s3",
        endpoint_url=engine.endpoint,
        region_name="us-east-1",
        aws_access_key_id=ours["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=ours["AWS_SECRET_ACCESS_KEY"],
        config=Config(parameter_validation=False, retries={"max_attempts": 0}, proxies={}),
    )
    s3.create_bucket(Bucket=BUCKET)
    return s3


def call(client, operation, member, value):
    client.put_object(Bucket=BUCKET, Key="k", Body=b"body")
    how = dict(CALLS[operation])
    if "UploadId" in how:
        how["UploadId"] = client.create_multipart_upload(Bucket=BUCKET, Key="k")["UploadId"]
    how.update(value if isinstance(value, dict) else {member: value})
    return client._make_api_call(operation, how)


@pytest.mark.parametrize("operation,member,mark", list(refused()))
def test_refused(client, operation, member, mark):
    with pytest.raises(ClientError) as caught:
        call(client, operation, member, SAMPLES.get(member, "value"))
    status = caught.value.response["ResponseMetadata"]["HTTPStatusCode"]
    assert status in (400, 501), caught.value
    _, _, accepted = mark.partition(" except ")
    if accepted:
        call(client, operation, member, json.loads(accepted))
