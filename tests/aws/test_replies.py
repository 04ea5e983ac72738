"""What AWS itself answered, row by row: replies.json says to what, and where it was seen."""

import json
import pathlib

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

TABLE = json.loads((pathlib.Path(__file__).parent / "replies.json").read_text())["replies"]


def client(engine, service, credentials=None):
    ours = engine.credentials
    key, secret = ours["AWS_ACCESS_KEY_ID"], ours["AWS_SECRET_ACCESS_KEY"]
    if credentials == "unknown":
        key = "AKIANOBODYKNOWSTHIS0"
    elif credentials == "wrong":
        secret = "x" * 40
    return boto3.client(
        service,
        endpoint_url=engine.endpoint,
        region_name="us-east-1",
        aws_access_key_id=key,
        aws_secret_access_key=secret,
        # requests that boto3 would not send are what half of the table is about
        config=Config(parameter_validation=False, retries={"max_attempts": 0}, proxies={}),
    )


def filled(value):
    """Placeholders of an input: {account}, @N (a text of N characters), @N entries (a map)."""
    if isinstance(value, dict):
        return {k: filled(v) for k, v in value.items()}
    if isinstance(value, list):
        return [filled(v) for v in value]
    if isinstance(value, str) and value.startswith("@"):
        if value.endswith(" entries"):
            return {f"k{i}": "v" for i in range(int(value[1:].split()[0]))}
        return "x" * int(value[1:])
    if isinstance(value, str):
        return value.replace("{account}", "123456789012")
    return value


def like(message, wanted):
    """Whether the parts between … come one after another, the first and last at the ends."""
    parts = wanted.split("…")
    if not message.startswith(parts[0]) or not message.endswith(parts[-1]):
        return False
    at = 0
    for part in parts:
        found = message.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True


def call(of, operation, how):
    return of._make_api_call(operation, filled(how))


@pytest.mark.parametrize(
    "row", TABLE, ids=[f"{r['service']}-{r['operation']}-{r['code']}-{i}" for i, r in enumerate(TABLE)]
)
def test_reply(engine, row):
    for operation, how in row.get("setup", []):
        call(client(engine, row["service"]), operation, how)
    with pytest.raises(ClientError) as caught:
        call(client(engine, row["service"], row.get("credentials")), row["operation"], row["input"])
    got = caught.value.response
    assert got["ResponseMetadata"]["HTTPStatusCode"] == row["status"]
    assert got["Error"]["Code"] == row["code"]
    wanted = row["message"].replace("{account}", "123456789012").replace("{region}", "us-east-1")
    assert like(got["Error"]["Message"], wanted), got["Error"]["Message"]
