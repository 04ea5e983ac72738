"""What the tests of S3 share: signed requests written by hand, and looks at errors."""

import base64
import functools
import hashlib
import http.client
import zlib
from urllib.parse import urlsplit
from xml.etree import ElementTree

import boto3
import botocore
import pytest
from botocore.auth import S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.exceptions import ClientError

MIB = 1024 * 1024
NEW_CLIENT = tuple(int(n) for n in botocore.__version__.split(".")[:2]) >= (1, 36)


@functools.cache
def keys(engine):
    """What clients need, asked once: every look at engine.env runs the program."""
    return dict(engine.env)


def credentials(engine):
    return Credentials(keys(engine)["AWS_ACCESS_KEY_ID"], keys(engine)["AWS_SECRET_ACCESS_KEY"])


def region(engine):
    return keys(engine).get("AWS_DEFAULT_REGION", "us-east-1")


def client(engine, where=None, config=None, endpoint=None):
    return boto3.client(
        "s3",
        endpoint_url=endpoint or engine.endpoint,
        region_name=where or region(engine),
        aws_access_key_id=keys(engine)["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=keys(engine)["AWS_SECRET_ACCESS_KEY"],
        config=config,
        verify=keys(engine).get("AWS_CA_BUNDLE"),
    )


class Reply:
    def __init__(self, response):
        self.status = response.status
        self.headers = {k.lower(): v for k, v in response.getheaders()}
        self.body = response.read()
        self.code = self.message = None
        self.error = {}
        if self.status >= 400 and self.body:
            root = ElementTree.fromstring(self.body)
            self.error = {e.tag: e.text for e in root}
            self.code, self.message = self.error["Code"], self.error["Message"]


def raw(engine, method, path, body=b"", headers=None, payload_hash=None, send=None, host=None):
    """One signed request, written by hand. `send`: bytes on the wire in the place of body."""
    parts = urlsplit(engine.endpoint)
    host = host or parts.netloc
    request = AWSRequest(method, f"http://{host}{path}", data=body, headers=dict(headers or {}))
    signer = S3SigV4Auth(credentials(engine), "s3", region(engine))
    if payload_hash:
        signer.payload = lambda r: payload_hash
    signer.add_auth(request)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=30)
    try:
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        connection.putheader("Host", host)
        chunked = False
        for name, value in request.headers.items():
            chunked |= name.lower() == "transfer-encoding"
            connection.putheader(name, value.encode() if isinstance(value, str) else value)
        data = body if send is None else send
        length = "content-length" in {n.lower() for n in request.headers.keys()}
        if not chunked and not length and (data or method in ("PUT", "POST")):
            connection.putheader("Content-Length", str(len(data)))
        connection.endheaders()
        if data:
            connection.send(data)
        return Reply(connection.getresponse())
    finally:
        connection.close()


def fails(status, code, call, *args, **kwargs):
    with pytest.raises(ClientError) as caught:
        call(*args, **kwargs)
    response = caught.value.response
    assert (response["ResponseMetadata"]["HTTPStatusCode"], response["Error"]["Code"]) == (
        status,
        code,
    )
    return response["Error"]


def digest(algorithm, data):
    if algorithm == "CRC32":
        return base64.b64encode(zlib.crc32(data).to_bytes(4, "big")).decode()
    return base64.b64encode(hashlib.new(algorithm.lower(), data).digest()).decode()


def put(engine, bucket, key, body=b"", **headers):
    headers = {k.replace("_", "-"): v for k, v in headers.items()}
    return raw(engine, "PUT", f"/{bucket}/{key}", body, headers)


def keys_of(page):
    return [o["Key"] for o in page.get("Contents", [])]


def prefixes_of(page):
    return [o["Prefix"] for o in page.get("CommonPrefixes", [])]
