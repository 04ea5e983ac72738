"""S3 as its clients see it: the worked examples of vectors/s3.json, then what they leave out.

Needs the fixtures `engine` (.endpoint, .env) and `s3` (a boto3 client)."""

import base64
import functools
import hashlib
import http.client
import io
import json
import os
import re
import time
import urllib.error
import urllib.request
import uuid
import zlib
from datetime import datetime, timedelta, timezone
from pathlib import Path
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree

import boto3
import botocore
import pytest
from botocore.auth import S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials
from botocore.exceptions import ClientError

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "s3.json").read_text())
MIB = 1024 * 1024
NEW_CLIENT = tuple(int(n) for n in botocore.__version__.split(".")[:2]) >= (1, 36)
CHECKSUMS = ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"]


@pytest.fixture
def bucket(s3):
    name = "t-" + uuid.uuid4().hex
    s3.create_bucket(Bucket=name)
    return name


@functools.cache
def keys(engine):
    """What clients need, asked once: every look at engine.env runs the program."""
    return dict(engine.env)


def credentials(engine):
    return Credentials(keys(engine)["AWS_ACCESS_KEY_ID"], keys(engine)["AWS_SECRET_ACCESS_KEY"])


def region(engine):
    return keys(engine).get("AWS_DEFAULT_REGION", "us-east-1")


def client(engine, where=None, config=None):
    return boto3.client(
        "s3",
        endpoint_url=engine.endpoint,
        region_name=where or region(engine),
        aws_access_key_id=keys(engine)["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=keys(engine)["AWS_SECRET_ACCESS_KEY"],
        config=config,
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


# ---- the worked examples


@pytest.mark.parametrize("text", VECTORS["etag_and_checksums"])
def test_etags_and_checksums(engine, s3, bucket, text):
    want, body = VECTORS["etag_and_checksums"][text], text.encode()
    for algorithm in CHECKSUMS:
        header = "x-amz-checksum-" + algorithm.lower()
        key = "k-" + algorithm
        got = put(engine, bucket, key, body, **{header: want[algorithm]})
        assert got.status == 200
        assert got.headers["etag"] == want["ETag"]
        assert got.headers[header] == want[algorithm]
        assert got.headers["x-amz-checksum-type"] == "FULL_OBJECT"
        for method in ("GET", "HEAD"):
            got = raw(
                engine, method, f"/{bucket}/{key}", headers={"x-amz-checksum-mode": "ENABLED"}
            )
            assert got.headers[header] == want[algorithm]
            assert header not in raw(engine, method, f"/{bucket}/{key}").headers
        other = VECTORS["etag_and_checksums"]["" if text else "123456789"][algorithm]
        got = put(engine, bucket, key, body, **{header: other})
        assert (got.status, got.code) == (400, "BadDigest")
        assert (
            got.message == f"The {algorithm} you specified did not match the calculated checksum."
        )
        got = put(engine, bucket, key, body, **{header: "AAA="})
        assert (got.status, got.code) == (400, "InvalidRequest")
    got = put(engine, bucket, "md5", body, Content_MD5=want["Content-MD5"])
    assert got.status == 200
    got = raw(engine, "HEAD", f"/{bucket}/md5", headers={"x-amz-checksum-mode": "ENABLED"})
    assert got.headers["x-amz-checksum-crc64nvme"] == want["CRC64NVME"]  # the default


def multipart(s3, bucket, key, bodies, create=None, part=None, named=None, **complete):
    upload = s3.create_multipart_upload(Bucket=bucket, Key=key, **(create or {}))["UploadId"]
    parts = []
    for number, body in enumerate(bodies, 1):
        got = s3.upload_part(
            Bucket=bucket, Key=key, UploadId=upload, PartNumber=number, Body=body, **(part or {})
        )
        parts.append(
            {"PartNumber": number, "ETag": got["ETag"]} | ({named: got[named]} if named else {})
        )
    return s3.complete_multipart_upload(
        Bucket=bucket, Key=key, UploadId=upload, MultipartUpload={"Parts": parts}, **complete
    )


def test_multipart_etags(s3, bucket):
    want = VECTORS["multipart_etag"]
    bodies = [b"a" * 5 * MIB, b"b" * 5 * MIB, b"c" * 10]
    got = multipart(s3, bucket, "plain", bodies)
    assert got["ETag"] == want["etag"]
    assert s3.head_object(Bucket=bucket, Key="plain")["ETag"] == want["etag"]
    assert s3.get_object(Bucket=bucket, Key="plain")["Body"].read() == b"".join(bodies)
    assert multipart(s3, bucket, "one", bodies[2:])["ETag"] == want["one_part_etag"]
    for number, body in enumerate(bodies, 1):
        got = s3.get_object(Bucket=bucket, Key="plain", PartNumber=number)
        assert got["Body"].read() == body
        assert got["PartsCount"] == 3
        assert got["ResponseMetadata"]["HTTPStatusCode"] == 206
    fails(416, "InvalidPartNumber", s3.get_object, Bucket=bucket, Key="plain", PartNumber=4)


@pytest.mark.skipif(not NEW_CLIENT, reason="this botocore does not know types of checksums")
def test_multipart_checksums(s3, bucket):
    want = VECTORS["multipart_etag"]
    bodies = [b"a" * 5 * MIB, b"b" * 5 * MIB, b"c" * 10]
    for algorithm, expected in (("SHA256", "composite_sha256"), ("CRC32", "composite_crc32")):
        got = multipart(
            s3,
            bucket,
            algorithm,
            bodies,
            {"ChecksumAlgorithm": algorithm},
            {"ChecksumAlgorithm": algorithm},
            "Checksum" + algorithm,
        )
        assert got["Checksum" + algorithm] == want[expected]
        assert got["ChecksumType"] == "COMPOSITE"
        got = s3.head_object(Bucket=bucket, Key=algorithm, ChecksumMode="ENABLED")
        assert got["Checksum" + algorithm] == want[expected]
        assert s3.get_object(Bucket=bucket, Key=algorithm)["Body"].read() == b"".join(bodies)
    full = {"ChecksumAlgorithm": "CRC32", "ChecksumType": "FULL_OBJECT"}
    got = multipart(
        s3,
        bucket,
        "full",
        bodies,
        full,
        {"ChecksumAlgorithm": "CRC32"},
        ChecksumCRC32=want["full_object_crc32"],
        ChecksumType="FULL_OBJECT",
        MpuObjectSize=10 * MIB + 10,
    )
    assert got["ChecksumCRC32"] == want["full_object_crc32"]
    assert s3.get_object(Bucket=bucket, Key="full")["Body"].read() == b"".join(bodies)
    error = fails(
        400,
        "BadDigest",
        multipart,
        s3,
        bucket,
        "wrong",
        bodies,
        full,
        {"ChecksumAlgorithm": "CRC32"},
        ChecksumCRC32="AAAAAA==",
    )
    assert error["Message"] == "The CRC32 you specified did not match the calculated checksum."
    fails(
        400,
        "InvalidRequest",
        s3.create_multipart_upload,
        Bucket=bucket,
        Key="x",
        ChecksumAlgorithm="SHA256",
        ChecksumType="FULL_OBJECT",
    )
    fails(
        400,
        "InvalidRequest",
        multipart,
        s3,
        bucket,
        "x",
        [b"x"],
        {"ChecksumAlgorithm": "SHA256"},
        {"ChecksumAlgorithm": "CRC32"},
    )


@pytest.fixture(scope="module")
def listed(engine):
    s3 = client(engine)
    name = "t-" + uuid.uuid4().hex
    s3.create_bucket(Bucket=name)
    for key in reversed(VECTORS["list_v2"]["keys_utf8_order"]):
        s3.put_object(Bucket=name, Key=key, Body=key.encode())
    return s3, name


def keys_of(page):
    return [o["Key"] for o in page.get("Contents", [])]


def prefixes_of(page):
    return [o["Prefix"] for o in page.get("CommonPrefixes", [])]


@pytest.mark.parametrize("case", VECTORS["list_v2"]["cases"], ids=str)
def test_list_v2(listed, case):
    s3, name = listed
    options = {"Prefix": case["prefix"], "MaxKeys": case["max_keys"]}
    if case["delimiter"]:
        options["Delimiter"] = case["delimiter"]
    if case["start_after"]:
        options["StartAfter"] = case["start_after"]
    got = s3.list_objects_v2(Bucket=name, **options)
    assert keys_of(got) == case["Contents"]
    assert prefixes_of(got) == case["CommonPrefixes"]
    assert (got["KeyCount"], got["IsTruncated"]) == (case["KeyCount"], case["IsTruncated"])
    assert got["MaxKeys"] == case["max_keys"]
    for item in got.get("Contents", []):
        assert item["Size"] == len(item["Key"].encode())
        assert item["ETag"] == '"%s"' % hashlib.md5(item["Key"].encode()).hexdigest()


@pytest.mark.parametrize("size", [1, 2, 3, 7])
@pytest.mark.parametrize("delimiter", [None, "/"])
def test_list_pages(listed, size, delimiter):
    """Every page size gives the same whole, by V2's tokens and by V1's markers."""
    s3, name = listed
    options = {"Bucket": name} | ({"Delimiter": delimiter} if delimiter else {})
    whole = s3.list_objects_v2(**options)
    for operation in ("list_objects_v2", "list_objects"):
        keys, prefixes = [], []
        pages = s3.get_paginator(operation).paginate(**options, PaginationConfig={"PageSize": size})
        for page in pages:
            assert len(keys_of(page)) + len(prefixes_of(page)) <= size
            keys += keys_of(page)
            prefixes += prefixes_of(page)
        assert keys == keys_of(whole)
        assert prefixes == prefixes_of(whole)


def test_list_arguments(engine, listed):
    _, name = listed
    for query in (
        "max-keys=x",
        "max-keys=-1",
        "encoding-type=x",
        "continuation-token=%21",
        "max-keys=99999999999",
    ):
        got = raw(engine, "GET", f"/{name}?list-type=2&{query}")
        assert (got.status, got.code) == (400, "InvalidArgument"), query
    got = raw(engine, "GET", f"/{name}?list-type=2&max-keys=2000&fetch-owner=true")
    assert b"<MaxKeys>1000</MaxKeys>" in got.body and b"<Owner><ID>" in got.body
    got = raw(engine, "GET", f"/{name}?list-type=2&encoding-type=url&prefix=a%2B")
    assert b"<Key>a%2Bb</Key>" in got.body and b"<Prefix>a%2B</Prefix>" in got.body


@pytest.mark.parametrize("case", VECTORS["range"], ids=lambda c: f"{c['size']} {c['range']}")
def test_ranges(engine, s3, bucket, case):
    for kind, pad in (("inline", 0), ("file", 20000)):
        body = (b"0123456789" * 100000)[: case["size"]]
        text = case["range"]
        if pad and case["status"] == 206:
            body = b"x" * pad + body  # in a file; ranges count from its end
            text = "bytes=%d-%d" % tuple(
                int(n) + pad for n in re.findall(r"\d+", case["content_range"])[:2]
            )
        key = kind
        s3.put_object(Bucket=bucket, Key=key, Body=body)
        for method in ("GET", "HEAD"):
            got = raw(engine, method, f"/{bucket}/{key}", headers={"Range": text})
            assert got.status == case["status"]
            if case["status"] == 206:
                where = text if pad else case["content_range"]
                first, last = (int(n) for n in re.findall(r"\d+", where)[:2])
                assert got.headers["content-range"] == f"bytes {first}-{last}/{len(body)}"
                assert int(got.headers["content-length"]) == last - first + 1
                assert got.body == (body[first : last + 1] if method == "GET" else b"")
            elif case["status"] == 416 and method == "GET":
                assert got.code == "InvalidRange"
                assert got.error["ActualObjectSize"] == str(len(body))
                assert got.error["RangeRequested"] == text
            elif method == "GET":
                assert got.body == body


def test_conditional_writes(engine, s3, bucket):
    def attempt(key, **headers):
        got = put(engine, bucket, key, b"x", **headers)
        return got.status, got.code

    assert attempt("a", If_None_Match="*") == (200, None)
    assert attempt("a", If_None_Match="*") == (412, "PreconditionFailed")
    assert attempt("a", If_None_Match='"other"') == (501, "NotImplemented")
    etag = s3.head_object(Bucket=bucket, Key="a")["ETag"]
    assert attempt("a", If_Match=etag) == (200, None)
    assert attempt("a", If_Match='"stale"') == (412, "PreconditionFailed")
    assert attempt("missing", If_Match='"x"') == (404, "NoSuchKey")
    large = os.urandom(2 * MIB)  # streamed: refused before its body is read, or after
    got = put(engine, bucket, "a", large, If_None_Match="*")
    assert (got.status, got.code) == (412, "PreconditionFailed")
    assert s3.get_object(Bucket=bucket, Key="a")["Body"].read() == b"x"


def test_conditional_reads(engine, s3, bucket):
    s3.put_object(Bucket=bucket, Key="a", Body=b"x" * 30000)
    head = s3.head_object(Bucket=bucket, Key="a")
    etag, modified = head["ETag"], head["LastModified"]

    def date(delta):
        return (modified + timedelta(seconds=delta)).strftime("%a, %d %b %Y %H:%M:%S GMT")

    cases = [
        ({"If-None-Match": etag}, 304),
        ({"If-None-Match": "*"}, 304),
        ({"If-None-Match": f'"x", {etag}'}, 304),
        ({"If-None-Match": etag.strip('"')}, 304),
        ({"If-None-Match": '"x"'}, 200),
        ({"If-Match": '"stale"'}, 412),
        ({"If-Match": etag}, 200),
        ({"If-Match": "*"}, 200),
        ({"If-Match": etag, "If-Unmodified-Since": date(-100)}, 200),
        ({"If-None-Match": etag, "If-Modified-Since": date(-100)}, 304),
        ({"If-None-Match": '"x"', "If-Modified-Since": date(100)}, 200),
        ({"If-Modified-Since": date(-100)}, 200),
        ({"If-Modified-Since": date(0)}, 304),
        ({"If-Unmodified-Since": date(-100)}, 412),
        ({"If-Unmodified-Since": date(0)}, 200),
        ({"If-Modified-Since": "yesterday"}, 200),
    ]
    for headers, status in cases:
        for method in ("GET", "HEAD"):
            got = raw(engine, method, f"/{bucket}/a", headers=headers)
            assert got.status == status, headers
            if status == 304:
                assert got.body == b"" and got.headers["etag"] == etag
            if status == 412 and method == "GET":
                assert got.code == "PreconditionFailed"
                assert got.error["Condition"] in headers


def test_conditional_copies(s3, bucket):
    s3.put_object(Bucket=bucket, Key="a", Body=b"x")
    head = s3.head_object(Bucket=bucket, Key="a")
    past = head["LastModified"] - timedelta(days=1)
    source = {"Bucket": bucket, "Key": "a"}
    s3.copy_object(
        Bucket=bucket,
        Key="b",
        CopySource=source,
        CopySourceIfMatch=head["ETag"],
        CopySourceIfUnmodifiedSince=past,
    )
    fails(
        412,
        "PreconditionFailed",
        s3.copy_object,
        Bucket=bucket,
        Key="c",
        CopySource=source,
        CopySourceIfNoneMatch=head["ETag"],
        CopySourceIfModifiedSince=past,
    )
    fails(
        412,
        "PreconditionFailed",
        s3.copy_object,
        Bucket=bucket,
        Key="c",
        CopySource=source,
        CopySourceIfMatch='"x"',
    )
    fails(404, "404", s3.head_object, Bucket=bucket, Key="c")
    error = fails(400, "InvalidRequest", s3.copy_object, Bucket=bucket, Key="a", CopySource=source)
    assert error["Message"].startswith("This copy request is illegal because")
    assert (
        s3.delete_object(Bucket=bucket, Key="missing")["ResponseMetadata"]["HTTPStatusCode"] == 204
    )


def test_multipart_rules(engine, s3, bucket):
    def begin(key="k"):
        return s3.create_multipart_upload(Bucket=bucket, Key=key)["UploadId"]

    def part(upload, number, body, key="k"):
        got = s3.upload_part(Bucket=bucket, Key=key, UploadId=upload, PartNumber=number, Body=body)
        return {"PartNumber": number, "ETag": got["ETag"]}

    def complete(upload, parts, key="k"):
        return s3.complete_multipart_upload(
            Bucket=bucket, Key=key, UploadId=upload, MultipartUpload={"Parts": parts}
        )

    upload = begin()
    for number in (0, 10001, -1, 99999999999):
        got = raw(engine, "PUT", f"/{bucket}/k?partNumber={number}&uploadId={upload}", b"x")
        assert (got.status, got.code) == (400, "InvalidArgument")
    big = b"b" * 5 * MIB
    first, second = part(upload, 1, big), part(upload, 2, b"x")
    fails(400, "InvalidPartOrder", complete, upload, [second, first])
    fails(400, "InvalidPart", complete, upload, [first, second | {"ETag": '"%s"' % ("0" * 32)}])
    fails(400, "InvalidPart", complete, upload, [first, {"PartNumber": 3, "ETag": first["ETag"]}])
    for body in (
        b"<CompleteMultipartUpload/>",
        b"",
        b"<x/>",
        b"<CompleteMultipartUpload><Part/></CompleteMultipartUpload>",
    ):
        got = raw(engine, "POST", f"/{bucket}/k?uploadId={upload}", body)
        assert (got.status, got.code) == (400, "MalformedXML"), body
    small = part(upload, 1, big[:-1])
    fails(400, "EntityTooSmall", complete, upload, [small, second])
    first = part(upload, 1, big)  # sent twice: the last one counts
    done = complete(upload, [first, second])
    assert s3.get_object(Bucket=bucket, Key="k")["Body"].read() == big + b"x"
    assert complete(upload, [first, second])["ETag"] == done["ETag"]  # asked again
    fails(404, "NoSuchUpload", part, upload, 3, b"x")

    upload = begin()
    parts = [part(upload, 1, big), part(upload, 3, big), part(upload, 7, b"z")]
    complete(upload, parts)
    assert s3.get_object(Bucket=bucket, Key="k")["Body"].read() == big * 2 + b"z"

    upload = begin()
    s3.abort_multipart_upload(Bucket=bucket, Key="k", UploadId=upload)
    for forged in (upload, "x", quote("../../etc/passwd", safe=""), "%00", "a" * 2000):
        for call in (
            lambda u: raw(engine, "PUT", f"/{bucket}/k?partNumber=1&uploadId={u}", b"x"),
            lambda u: raw(engine, "DELETE", f"/{bucket}/k?uploadId={u}"),
            lambda u: raw(engine, "GET", f"/{bucket}/k?uploadId={u}"),
            lambda u: raw(
                engine,
                "POST",
                f"/{bucket}/k?uploadId={u}",
                b"<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>x</ETag></Part>"
                b"</CompleteMultipartUpload>",
            ),
        ):
            got = call(forged)
            assert (got.status, got.code) == (404, "NoSuchUpload"), forged
    upload = begin("one")
    fails(404, "NoSuchUpload", part, upload, 1, b"x", "another")


def test_multipart_listings(s3, bucket):
    uploads = {}
    for key in ("a", "a", "b/1", "b/2", "ü"):
        uploads.setdefault(key, []).append(
            s3.create_multipart_upload(Bucket=bucket, Key=key)["UploadId"]
        )
    got = s3.list_multipart_uploads(Bucket=bucket)["Uploads"]
    assert [u["Key"] for u in got] == ["a", "a", "b/1", "b/2", "ü"]
    assert {u["UploadId"] for u in got} == {u for ids in uploads.values() for u in ids}
    assert len(s3.list_multipart_uploads(Bucket=bucket, Prefix="b/")["Uploads"]) == 2
    seen = []
    for page in s3.get_paginator("list_multipart_uploads").paginate(
        Bucket=bucket, PaginationConfig={"PageSize": 2}
    ):
        seen += [u["UploadId"] for u in page.get("Uploads", [])]
    assert seen == [u["UploadId"] for u in got]
    upload = uploads["ü"][0]
    for number in range(1, 6):
        s3.upload_part(
            Bucket=bucket, Key="ü", UploadId=upload, PartNumber=number, Body=b"p" * number
        )
    parts = []
    for page in s3.get_paginator("list_parts").paginate(
        Bucket=bucket, Key="ü", UploadId=upload, PaginationConfig={"PageSize": 2}
    ):
        parts += page["Parts"]
    assert [(p["PartNumber"], p["Size"]) for p in parts] == [(n, n) for n in range(1, 6)]
    for key, ids in uploads.items():
        for upload in ids:
            s3.abort_multipart_upload(Bucket=bucket, Key=key, UploadId=upload)
    assert "Uploads" not in s3.list_multipart_uploads(Bucket=bucket)
    s3.delete_bucket(Bucket=bucket)


def test_versioning_is_never_on(engine, s3, bucket):
    assert "Status" not in s3.get_bucket_versioning(Bucket=bucket)
    fails(
        501,
        "NotImplemented",
        s3.put_bucket_versioning,
        Bucket=bucket,
        VersioningConfiguration={"Status": "Enabled"},
    )
    s3.put_object(Bucket=bucket, Key="k", Body=b"v1")
    assert s3.get_object(Bucket=bucket, Key="k", VersionId="null")["Body"].read() == b"v1"
    fails(400, "InvalidArgument", s3.get_object, Bucket=bucket, Key="k", VersionId="x" * 32)
    versions = s3.list_object_versions(Bucket=bucket)["Versions"]
    assert [(v["Key"], v["VersionId"], v["IsLatest"]) for v in versions] == [("k", "null", True)]


# ---- buckets


def test_buckets(engine, s3):
    name = "t-" + uuid.uuid4().hex
    fails(404, "404", s3.head_bucket, Bucket=name)
    s3.create_bucket(Bucket=name)
    s3.create_bucket(Bucket=name)  # us-east-1 says 200 to a repeated one
    assert name in [b["Name"] for b in s3.list_buckets()["Buckets"]]
    assert s3.head_bucket(Bucket=name)["ResponseMetadata"]["HTTPHeaders"]["x-amz-bucket-region"]
    assert s3.get_bucket_location(Bucket=name)["LocationConstraint"] is None
    s3.put_object(Bucket=name, Key="k")
    error = fails(409, "BucketNotEmpty", s3.delete_bucket, Bucket=name)
    assert error["BucketName"] == name
    s3.delete_object(Bucket=name, Key="k")
    s3.delete_bucket(Bucket=name)
    fails(404, "NoSuchBucket", s3.delete_bucket, Bucket=name)
    for call in (
        s3.list_objects_v2,
        s3.list_objects,
        s3.get_bucket_location,
        s3.get_bucket_versioning,
        s3.list_multipart_uploads,
        s3.list_object_versions,
    ):
        assert fails(404, "NoSuchBucket", call, Bucket=name)["BucketName"] == name
    fails(404, "NoSuchBucket", s3.put_object, Bucket=name, Key="k", Body=b"x")
    fails(404, "NoSuchBucket", s3.put_object, Bucket=name, Key="k", Body=b"x" * 3 * MIB)
    fails(404, "NoSuchBucket", s3.get_object, Bucket=name, Key="k")
    fails(404, "NoSuchBucket", s3.delete_object, Bucket=name, Key="k")
    fails(404, "NoSuchBucket", s3.delete_objects, Bucket=name, Delete={"Objects": [{"Key": "k"}]})
    fails(404, "NoSuchBucket", s3.create_multipart_upload, Bucket=name, Key="k")


@pytest.mark.parametrize(
    "name", ["Ab", "ab", "a_b", "a..b", "-ab", "192.168.5.4", "a" * 64, "xn--ab", "%00%00%00"]
)
def test_bucket_names(engine, name):
    got = raw(engine, "PUT", f"/{name}")
    assert got.status == 400 and got.code in ("InvalidBucketName", "InvalidURI")


def test_bucket_regions(engine):
    name = "t-" + uuid.uuid4().hex
    s3 = client(engine, "eu-west-1")
    fails(400, "IllegalLocationConstraintException", s3.create_bucket, Bucket=name)
    here = {"LocationConstraint": "eu-west-1"}
    s3.create_bucket(Bucket=name, CreateBucketConfiguration=here)
    fails(
        409,
        "BucketAlreadyOwnedByYou",
        s3.create_bucket,
        Bucket=name,
        CreateBucketConfiguration=here,
    )
    assert s3.get_bucket_location(Bucket=name)["LocationConstraint"] == "eu-west-1"
    got = raw(
        engine,
        "PUT",
        "/" + "t-" + uuid.uuid4().hex,
        b"<CreateBucketConfiguration><LocationConstraint>us-east-1</LocationConstraint>"
        b"</CreateBucketConfiguration>",
    )
    assert (got.status, got.code) == (400, "InvalidLocationConstraint")


def test_expected_owner(engine, s3, bucket):
    s3.put_object(Bucket=bucket, Key="k", Body=b"x", ExpectedBucketOwner="123456789012")
    for call in (s3.get_object, s3.put_object, s3.delete_object):
        fails(403, "AccessDenied", call, Bucket=bucket, Key="k", ExpectedBucketOwner="210987654321")
    fails(403, "403", s3.head_bucket, Bucket=bucket, ExpectedBucketOwner="210987654321")
    fails(
        403,
        "AccessDenied",
        s3.copy_object,
        Bucket=bucket,
        Key="c",
        CopySource={"Bucket": bucket, "Key": "k"},
        ExpectedSourceBucketOwner="210987654321",
    )


# ---- objects


def test_metadata(engine, s3, bucket):
    want = {
        "ContentType": "text/csv",
        "CacheControl": "no-cache",
        "ContentDisposition": "inline",
        "ContentEncoding": "gzip",
        "ContentLanguage": "de",
        "Metadata": {"one": "1", "two-x": "a, b"},
        "WebsiteRedirectLocation": "/x",
        "StorageClass": "STANDARD_IA",
        "ServerSideEncryption": "aws:kms",
        "SSEKMSKeyId": "alias/k",
    }
    expires = datetime(2030, 1, 2, 3, 4, 5, tzinfo=timezone.utc)
    got = s3.put_object(Bucket=bucket, Key="k", Body=b"x", Expires=expires, **want)
    assert got["ServerSideEncryption"] == "aws:kms"
    for call in (s3.head_object, s3.get_object):
        got = call(Bucket=bucket, Key="k")
        assert {k: got[k] for k in want} == want
        assert got["ResponseMetadata"]["HTTPHeaders"]["expires"] == "Wed, 02 Jan 2030 03:04:05 GMT"
    s3.copy_object(Bucket=bucket, Key="copy", CopySource={"Bucket": bucket, "Key": "k"})
    got = s3.head_object(Bucket=bucket, Key="copy")
    assert got["Metadata"] == want["Metadata"] and got["ContentType"] == "text/csv"
    assert "StorageClass" not in got
    s3.copy_object(
        Bucket=bucket,
        Key="copy",
        CopySource={"Bucket": bucket, "Key": "k"},
        MetadataDirective="REPLACE",
        Metadata={"new": "1"},
    )
    got = s3.head_object(Bucket=bucket, Key="copy")
    assert got["Metadata"] == {"new": "1"} and got["ContentType"] == "binary/octet-stream"
    s3.copy_object(
        Bucket=bucket,
        Key="k",
        CopySource={"Bucket": bucket, "Key": "k"},
        MetadataDirective="REPLACE",
        ContentType="a/b",
    )
    assert s3.head_object(Bucket=bucket, Key="k")["ContentType"] == "a/b"
    s3.put_object(Bucket=bucket, Key="plain", Body=b"x")
    got = s3.head_object(Bucket=bucket, Key="plain")
    assert got["ContentType"] == "binary/octet-stream" and got["Metadata"] == {}
    assert got["AcceptRanges"] == "bytes"
    assert (
        len(s3.put_object(Bucket=bucket, Key="m", Metadata={f"n{i}": "v" for i in range(30)})) > 0
    )
    assert len(s3.head_object(Bucket=bucket, Key="m")["Metadata"]) == 30


def test_metadata_bounds(engine, s3, bucket):
    s3.put_object(Bucket=bucket, Key="k", Metadata={"a": "x" * 2047})
    error = fails(
        400, "MetadataTooLarge", s3.put_object, Bucket=bucket, Key="k", Metadata={"a": "x" * 2048}
    )
    assert (error["Size"], error["MaxSizeAllowed"]) == ("2049", "2048")
    fails(400, "InvalidStorageClass", s3.put_object, Bucket=bucket, Key="k", StorageClass="COLD")
    fails(
        400,
        "AccessControlListNotSupported",
        s3.put_object,
        Bucket=bucket,
        Key="k",
        ACL="public-read",
    )
    s3.put_object(Bucket=bucket, Key="k", ACL="bucket-owner-full-control")
    got = put(engine, bucket, "k", b"", x_amz_server_side_encryption_customer_algorithm="AES256")
    assert (got.status, got.code) == (501, "NotImplemented")
    got = put(engine, bucket, "u", b"", x_amz_meta_a="\u00c4")
    assert got.status == 200  # AWS reads the bytes as ISO 8859-1 and gives them back encoded
    got = raw(engine, "HEAD", f"/{bucket}/u")
    assert got.headers["x-amz-meta-a"] == "=?UTF-8?B?w4PChA==?="


def test_overrides(engine, s3, bucket):
    s3.put_object(Bucket=bucket, Key="k", Body=b"x", ContentType="a/b", CacheControl="no-cache")
    got = s3.get_object(
        Bucket=bucket,
        Key="k",
        ResponseContentType="c/d",
        ResponseCacheControl="max-age=1",
        ResponseContentDisposition='attachment; filename="f"',
        ResponseContentEncoding="identity",
        ResponseContentLanguage="fr",
        ResponseExpires=datetime(2030, 1, 2, tzinfo=timezone.utc),
    )
    assert (got["ContentType"], got["CacheControl"], got["ContentLanguage"]) == (
        "c/d",
        "max-age=1",
        "fr",
    )
    assert got["ContentDisposition"] == 'attachment; filename="f"'
    for value in ("a%0D%0AX-Evil%3A%201", "%E2%82%AC", "a%00b"):
        got = raw(engine, "GET", f"/{bucket}/k?response-content-type={value}")
        assert (got.status, got.code) == (400, "InvalidArgument")
        assert "x-evil" not in got.headers


KEYS = [
    "a",
    "a/b",
    "a/b/",
    "a/b/c",
    "../../etc/passwd",
    "..",
    ".",
    "./x",
    "//",
    "/x",
    "x//y",
    " ",
    " x ",
    "a b",
    "a+b",
    "a%2Fb",
    "%",
    "ä/ö",
    "\u65e5\u672c",
    "\U0001f600",
    "&<>\"'",
    "a?b#c",
    "\x01\x1f",
    "\x7f",
    "line\nbreak\rx",
    "\ufffe",
    "a" * 1024,
    "\u00e9" * 512,
    "~!*'();:@&=$,[]",
    "\\",
    "%00",
]


def test_keys(engine, s3, bucket):
    for number, key in enumerate(KEYS):
        s3.put_object(Bucket=bucket, Key=key, Body=str(number).encode())
    for number, key in enumerate(KEYS):
        assert s3.get_object(Bucket=bucket, Key=key)["Body"].read() == str(number).encode(), key
    got = [
        o["Key"]
        for p in s3.get_paginator("list_objects_v2").paginate(
            Bucket=bucket, PaginationConfig={"PageSize": 3}
        )
        for o in p["Contents"]
    ]
    assert got == sorted(KEYS, key=lambda k: k.encode())
    for key in KEYS[::2]:
        s3.copy_object(Bucket=bucket, Key="copies", CopySource={"Bucket": bucket, "Key": key})
    plain = raw(engine, "GET", f"/{bucket}?prefix={quote(chr(1))}")
    assert b"<Key>&#x1;&#x1f;</Key>" in plain.body
    error = raw(engine, "GET", f"/{bucket}/%01missing")
    assert (error.status, error.code) == (404, "NoSuchKey")
    quiet = [k for k in KEYS if not any(ord(c) < 32 or c == "\ufffe" for c in k)]
    s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": k} for k in quiet], "Quiet": True})
    left = keys_of(s3.list_objects_v2(Bucket=bucket))
    assert set(left) == (set(KEYS) - set(quiet)) | {"copies"}


def test_key_bounds(engine, s3, bucket):
    for key in ("a" * 1025, "\u00e9" * 513):
        error = fails(400, "KeyTooLongError", s3.put_object, Bucket=bucket, Key=key, Body=b"x")
        assert error["MaxSizeAllowed"] == "1024"
        fails(400, "KeyTooLongError", s3.get_object, Bucket=bucket, Key=key)
    for path in ("%ff", "a%c3", "%zz", "%"):
        assert raw(engine, "PUT", f"/{bucket}/{path}", b"x").status == 400


@pytest.mark.parametrize("size", [0, 1, 16384, 16385, MIB - 1, MIB, MIB + 1, 3 * MIB + 7])
def test_sizes(engine, s3, bucket, size):
    body = os.urandom(size)
    got = s3.put_object(Bucket=bucket, Key="k", Body=body)
    assert got["ETag"] == '"%s"' % hashlib.md5(body).hexdigest()
    got = s3.get_object(Bucket=bucket, Key="k")
    assert got["ContentLength"] == size and got["Body"].read() == body
    assert s3.head_object(Bucket=bucket, Key="k")["ContentLength"] == size
    s3.put_object(Bucket=bucket, Key="k", Body=b"small")
    assert s3.get_object(Bucket=bucket, Key="k")["Body"].read() == b"small"


def test_transfers(s3, bucket, tmp_path):
    body = os.urandom(20 * MIB + 5)
    (tmp_path / "in").write_bytes(body)
    s3.upload_file(str(tmp_path / "in"), bucket, "k", ExtraArgs={"Metadata": {"a": "b"}})
    s3.download_file(bucket, "k", str(tmp_path / "out"))
    assert (tmp_path / "out").read_bytes() == body
    s3.copy({"Bucket": bucket, "Key": "k"}, bucket, "k2")
    assert s3.get_object(Bucket=bucket, Key="k2")["Body"].read() == body
    assert s3.head_object(Bucket=bucket, Key="k")["Metadata"] == {"a": "b"}
    config = boto3.s3.transfer.TransferConfig(
        multipart_threshold=5 * MIB, multipart_chunksize=5 * MIB
    )
    s3.copy({"Bucket": bucket, "Key": "k"}, bucket, "k3", Config=config)  # UploadPartCopy
    assert s3.head_object(Bucket=bucket, Key="k3")["ETag"].endswith('-5"')
    assert s3.get_object(Bucket=bucket, Key="k3")["Body"].read() == body


def test_part_copies(s3, bucket):
    s3.put_object(Bucket=bucket, Key="k", Body=b"0123456789")
    upload = s3.create_multipart_upload(Bucket=bucket, Key="c")["UploadId"]
    where = {
        "Bucket": bucket,
        "Key": "c",
        "UploadId": upload,
        "PartNumber": 1,
        "CopySource": {"Bucket": bucket, "Key": "k"},
    }
    got = s3.upload_part_copy(**where, CopySourceRange="bytes=2-5")["CopyPartResult"]
    for bad in ("bytes=2-10", "bytes=-3", "2-5", "bytes=5-2", "bytes=12-13"):
        fails(400, "InvalidArgument", s3.upload_part_copy, **where, CopySourceRange=bad)
    fails(
        404,
        "NoSuchKey",
        s3.upload_part_copy,
        **(where | {"CopySource": {"Bucket": bucket, "Key": "no"}}),
    )
    s3.complete_multipart_upload(
        Bucket=bucket,
        Key="c",
        UploadId=upload,
        MultipartUpload={"Parts": [{"PartNumber": 1, "ETag": got["ETag"]}]},
    )
    assert s3.get_object(Bucket=bucket, Key="c")["Body"].read() == b"2345"


def test_copy_sources(engine, s3, bucket):
    s3.put_object(Bucket=bucket, Key="a b+ä", Body=b"x")
    for source in (
        f"{bucket}/a%20b%2B%C3%A4",
        f"/{bucket}/a%20b%2B%C3%A4",
        f"{bucket}%2Fa%20b%2B%C3%A4",
        f"{bucket}/a%20b%2B%C3%A4?versionId=null",
    ):
        got = put(engine, bucket, "c", b"", x_amz_copy_source=source)
        assert got.status == 200, source
        assert b"<ETag>&quot;9dd4e461268c8034f5c8564e155c67a6&quot;</ETag>" in got.body
    for source in ("x", "/", "//", f"{bucket}/", "/x", f"{bucket}/%zz"):
        got = put(engine, bucket, "c", b"", x_amz_copy_source=source)
        assert (got.status, got.code) == (400, "InvalidArgument"), source
    error = fails(
        404,
        "NoSuchKey",
        s3.copy_object,
        Bucket=bucket,
        Key="c",
        CopySource={"Bucket": bucket, "Key": "no"},
    )
    assert error["Key"] == "no"
    fails(
        404,
        "NoSuchBucket",
        s3.copy_object,
        Bucket=bucket,
        Key="c",
        CopySource={"Bucket": "no-such", "Key": "no"},
    )
    if NEW_CLIENT:
        got = s3.copy_object(
            Bucket=bucket,
            Key="c",
            CopySource={"Bucket": bucket, "Key": "a b+ä"},
            ChecksumAlgorithm="SHA256",
        )
        assert got["CopyObjectResult"]["ChecksumSHA256"] == digest("SHA256", b"x")
        got = s3.head_object(Bucket=bucket, Key="c", ChecksumMode="ENABLED")
        assert got["ChecksumSHA256"] == digest("SHA256", b"x")


def test_delete_objects(engine, s3, bucket):
    for i in range(20):
        s3.put_object(Bucket=bucket, Key=f"k{i}")
    got = s3.delete_objects(
        Bucket=bucket, Delete={"Objects": [{"Key": f"k{i}"} for i in range(10)]}
    )
    assert len(got["Deleted"]) == 10 and "Errors" not in got
    got = s3.delete_objects(
        Bucket=bucket, Delete={"Objects": [{"Key": f"k{i}"} for i in range(5, 25)], "Quiet": True}
    )
    assert "Deleted" not in got
    assert s3.list_objects_v2(Bucket=bucket)["KeyCount"] == 0
    many = "".join(f"<Object><Key>{i}</Key></Object>" for i in range(1001))
    for body in (
        f"<Delete>{many}</Delete>",
        "<Delete/>",
        "<Delete><Object/></Delete>",
        "",
        "<Delete>",
        "<X/>",
        "<Delete><Object><Key></Key></Object></Delete>",
    ):
        got = raw(engine, "POST", f"/{bucket}?delete", body.encode())
        assert (got.status, got.code) == (400, "MalformedXML"), body[:50]
    got = raw(
        engine, "POST", f"/{bucket}?delete", b"<Delete><Object><Key>\xff</Key></Object></Delete>"
    )
    assert (got.status, got.code) == (400, "MalformedXML")


# ---- bodies that do not hold what they announce


def test_wrong_digests(engine, s3, bucket):
    s3.put_object(Bucket=bucket, Key="k", Body=b"before")
    zero = base64.b64encode(bytes(16)).decode()
    got = put(engine, bucket, "k", b"x", Content_MD5=zero)
    assert (got.status, got.code) == (400, "BadDigest")
    assert got.error["ExpectedDigest"] == zero
    assert got.error["CalculatedDigest"] == base64.b64encode(hashlib.md5(b"x").digest()).decode()
    for bad in ("x", "", "AAAA", zero + "A"):
        got = put(engine, bucket, "k", b"x", Content_MD5=bad)
        assert (got.status, got.code) == (400, "InvalidDigest"), bad
    for size in (1, 3 * MIB):
        got = raw(
            engine,
            "PUT",
            f"/{bucket}/k",
            b"x",
            send=b"y" * size,
            headers={"Content-Length": str(size)},
        )
        assert (got.status, got.code) == (400, "XAmzContentSHA256Mismatch")
        assert got.error["ClientComputedContentSHA256"] == hashlib.sha256(b"x").hexdigest()
        assert got.error["S3ComputedContentSHA256"] == hashlib.sha256(b"y" * size).hexdigest()
    got = put(
        engine, bucket, "k", b"x", x_amz_checksum_crc32="AAAAAA==", x_amz_checksum_sha1="AAAA"
    )
    assert (got.status, got.code) == (400, "InvalidRequest")
    got = put(engine, bucket, "k", b"x", x_amz_sdk_checksum_algorithm="CRC32")
    assert (got.status, got.code) == (400, "InvalidRequest")
    got = put(engine, bucket, "k", b"x", x_amz_checksum_xxhash64="AAAAAAAAAAA=")
    assert (got.status, got.code) == (501, "NotImplemented")
    got = put(engine, bucket, "k", b"x", x_amz_trailer="x-amz-checksum-md4")
    assert (got.status, got.code) == (400, "InvalidRequest")
    got = raw(engine, "PUT", f"/{bucket}/k", b"x", payload_hash="nonsense")
    assert got.status in (400, 403)
    assert s3.get_object(Bucket=bucket, Key="k")["Body"].read() == b"before"


def trailer_body(chunks, trailer):
    out = b"".join(b"%x\r\n%s\r\n" % (len(c), c) for c in chunks)
    return out + b"0\r\n" + trailer + b"\r\n"


def put_trailer(engine, bucket, key, wire, length, trailer="x-amz-checksum-crc32", **headers):
    return raw(
        engine,
        "PUT",
        f"/{bucket}/{key}",
        payload_hash="STREAMING-UNSIGNED-PAYLOAD-TRAILER",
        send=wire,
        headers={
            "Content-Encoding": "aws-chunked",
            "X-Amz-Trailer": trailer,
            "X-Amz-Decoded-Content-Length": str(length),
            "Content-Length": str(len(wire)),
        }
        | headers,
    )


@pytest.mark.parametrize("size", [0, 5, 20000, 3 * MIB])
def test_trailers(engine, s3, bucket, size):
    body = os.urandom(size)
    chunks = [body[i : i + 65536] for i in range(0, size, 65536)]
    good = b"x-amz-checksum-crc32:" + digest("CRC32", body).encode() + b"\r\n"
    got = put_trailer(
        engine,
        bucket,
        "k",
        trailer_body(chunks, good),
        size,
        **{"Content-Encoding": "gzip,aws-chunked"},
    )
    assert got.status == 200, got.body
    assert got.headers["x-amz-checksum-crc32"] == digest("CRC32", body)
    head = s3.head_object(Bucket=bucket, Key="k")
    assert (head["ContentLength"], head["ContentEncoding"]) == (size, "gzip")
    assert raw(engine, "GET", f"/{bucket}/k").body == body
    got = put_trailer(engine, bucket, "k2", trailer_body(chunks, good), size)
    assert "ContentEncoding" not in s3.head_object(Bucket=bucket, Key="k2")
    bad = b"x-amz-checksum-crc32:AAAAAQ==\r\n"
    got = put_trailer(engine, bucket, "k3", trailer_body(chunks, bad), size)
    assert (got.status, got.code) == (400, "BadDigest")
    for wire, length in (
        (trailer_body(chunks, good), size + 1),
        (trailer_body(chunks, b""), size),
        (trailer_body(chunks, b"x-amz-checksum-sha1:AAAA\r\n"), size),
        (trailer_body(chunks, b"x-amz-checksum-crc32:AA\r\n"), size),
        (trailer_body(chunks, good)[:-2], size),
        (b"zz\r\n", size),
        (b"fffffffffffffffffffff\r\n", size),
        (b"5\r\nabc", size),
        (b"", size),
    ):
        got = put_trailer(engine, bucket, "k3", wire, length)
        assert got.status in (400, 403) and got.code, wire[:60]
    fails(404, "404", s3.head_object, Bucket=bucket, Key="k3")


def test_announced_lengths(engine, s3, bucket):
    got = raw(
        engine, "PUT", f"/{bucket}/k", headers={"Content-Length": str(5 * 1024**3 + 1)}, send=b""
    )
    assert (got.status, got.code) == (400, "EntityTooLarge")
    assert got.error["MaxSizeAllowed"] == str(5 * 1024**3)
    got = raw(
        engine, "PUT", f"/{bucket}/k", headers={"Transfer-Encoding": "chunked"}, send=b"0\r\n\r\n"
    )
    assert (got.status, got.code) == (501, "NotImplemented")
    got = put_trailer(engine, bucket, "k", b"0\r\n\r\n", "x")
    assert got.status in (400, 411)


def bare(engine, data):
    """Bytes straight to the socket; the status line back."""
    import socket

    parts = urlsplit(engine.endpoint)
    with socket.create_connection((parts.hostname, parts.port), timeout=10) as s:
        s.sendall(data)
        got = b""
        while b"\r\n" not in got:
            more = s.recv(65536)
            if not more:
                break
            got += more
        return got


def test_no_length(engine, bucket):
    request = AWSRequest("PUT", f"{engine.endpoint}/{bucket}/k", data=b"")
    S3SigV4Auth(credentials(engine), "s3", region(engine)).add_auth(request)
    head = f"PUT /{bucket}/k HTTP/1.1\r\nHost: {urlsplit(engine.endpoint).netloc}\r\n"
    for name, value in request.headers.items():
        head += f"{name}: {value.decode() if isinstance(value, bytes) else value}\r\n"
    assert b" 411 " in bare(engine, head.encode() + b"\r\n")


BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]><Delete><Object><Key>&d;</Key></Object></Delete>"""
EXTERNAL = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>
<Delete><Object><Key>&a;</Key></Object></Delete>"""


def test_hostile_xml(engine, bucket):
    deep = b"<Delete>" + b"<a>" * 100000
    wide = b"<Delete>" + b"<Object/>" * 300000 + b"</Delete>"
    for body in (
        BOMB,
        EXTERNAL,
        deep,
        wide,
        b"\x00",
        b"<Delete>\x00</Delete>",
        b"<Delete",
        b"<Delete/><Delete/>",
        b"<!DOCTYPE Delete><Delete/>",
        "<Delete/>".encode("utf-16"),
        b"<Delete>&x;</Delete>",
    ):
        for method, path in (("POST", f"/{bucket}?delete"), ("POST", f"/{bucket}/k?uploadId=x")):
            got = raw(engine, method, path, body)
            assert (got.status, got.code) == (400, "MalformedXML"), body[:60]
    got = raw(engine, "PUT", "/t-" + uuid.uuid4().hex, BOMB)
    assert (got.status, got.code) == (400, "MalformedXML")


# ---- what is not there, and the rest of the protocol


def test_not_there(engine, s3, bucket):
    for call, name in (
        (lambda: s3.get_bucket_acl(Bucket=bucket), "GetBucketAcl"),
        (lambda: s3.get_bucket_policy(Bucket=bucket), "GetBucketPolicy"),
        (lambda: s3.put_bucket_policy(Bucket=bucket, Policy="{}"), "PutBucketPolicy"),
        (
            lambda: s3.get_bucket_lifecycle_configuration(Bucket=bucket),
            "GetBucketLifecycleConfiguration",
        ),
        (lambda: s3.get_object_torrent(Bucket=bucket, Key="k"), "GetObjectTorrent"),
        (
            lambda: s3.restore_object(Bucket=bucket, Key="k", RestoreRequest={"Days": 1}),
            "RestoreObject",
        ),
        (lambda: s3.delete_bucket_website(Bucket=bucket), "DeleteBucketWebsite"),
    ):
        error = fails(501, "NotImplemented", call)
        assert name in error["Message"]
    got = raw(engine, "POST", "/")
    assert (got.status, got.code) == (405, "MethodNotAllowed")
    got = raw(engine, "PATCH", f"/{bucket}/k")
    assert got.status in (405, 501)


def test_errors_look_like_s3(engine, s3, bucket):
    got = raw(engine, "GET", f"/{bucket}/no")
    assert got.headers["content-type"] == "application/xml"
    assert got.message == "The specified key does not exist."
    assert got.error["Key"] == "no"
    assert got.error["RequestId"] == got.headers["x-amz-request-id"]
    assert got.error["HostId"] == got.headers["x-amz-id-2"]
    got = raw(engine, "HEAD", f"/{bucket}/no")
    assert (got.status, got.body) == (404, b"")
    got = raw(engine, "PUT", f"/{bucket}/k", b"x")
    assert got.headers["x-amz-request-id"] and got.headers["x-amz-id-2"]


def test_hosts(engine, s3, bucket):
    s3.put_object(Bucket=bucket, Key="a b", Body=b"x")
    port = urlsplit(engine.endpoint).port
    for host in (
        f"{bucket}.localhost:{port}",
        f"{bucket}.s3.amazonaws.com",
        f"{bucket}.s3.us-east-1.amazonaws.com",
        f"{bucket}.s3-eu-west-1.amazonaws.com",
        f"{bucket}.s3.dualstack.us-east-1.amazonaws.com",
    ):
        assert raw(engine, "GET", "/a%20b", host=host).body == b"x", host
        assert b"<Key>a b</Key>" in raw(engine, "GET", "/?list-type=2", host=host).body
    for host in ("s3.us-east-1.amazonaws.com", "s3.amazonaws.com", f"localhost:{port}"):
        assert raw(engine, "GET", f"/{bucket}/a%20b", host=host).body == b"x", host


@pytest.mark.parametrize("version", ["s3v4", None])
def test_presigned(engine, s3, bucket, version):
    """With no signature version configured boto3 presigns by Version 2."""
    signer = client(engine, config=Config(signature_version=version) if version else None)
    key = "a b+ä/c"
    url = signer.generate_presigned_url(
        "put_object", Params={"Bucket": bucket, "Key": key, "ContentType": "a/b"}
    )
    request = urllib.request.Request(
        url, data=b"body", method="PUT", headers={"Content-Type": "a/b"}
    )
    with urllib.request.urlopen(request) as reply:
        assert reply.status == 200
    url = signer.generate_presigned_url(
        "get_object", Params={"Bucket": bucket, "Key": key, "ResponseContentType": "c/d; x=y"}
    )
    with urllib.request.urlopen(url) as reply:
        assert reply.read() == b"body" and reply.headers["Content-Type"] == "c/d; x=y"
    for broken in (
        url.replace("c%2Fd", "c%2Fe"),
        url.replace("/c?", "/d?"),
        re.sub("Signature=.", "Signature=%2F", url),
    ):
        with pytest.raises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(broken)
        assert caught.value.code == 403
        assert b"<Code>SignatureDoesNotMatch</Code>" in caught.value.read()
    url = signer.generate_presigned_url(
        "get_object", Params={"Bucket": bucket, "Key": key}, ExpiresIn=1
    )
    time.sleep(2.1)
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(url)
    assert caught.value.code == 403 and b"<Code>AccessDenied</Code>" in caught.value.read()
    form = signer.generate_presigned_post(bucket, key)
    assert form  # made by the client alone; posting it is not there
    got = raw(engine, "POST", f"/{bucket}", b"x")
    assert (got.status, got.code) == (501, "NotImplemented")


def test_tagging_header(engine, s3, bucket):
    s3.put_object(Bucket=bucket, Key="k", Tagging="a=1&b=2")
    assert s3.get_object(Bucket=bucket, Key="k")["TagCount"] == 2
    fails(
        400,
        "BadRequest",
        s3.put_object,
        Bucket=bucket,
        Key="k",
        Tagging="&".join(f"k{i}=v" for i in range(11)),
    )


def test_one_key_is_atomic(s3, bucket):
    """Readers see one of the bodies that were written, never a mixture, while a key is overwritten."""
    import threading

    bodies = [bytes([i]) * (200000 if i % 2 else 2000) for i in range(10)]
    s3.put_object(Bucket=bucket, Key="k", Body=bodies[0])
    stop, wrong = threading.Event(), []

    def write():
        while not stop.is_set():
            for body in bodies:
                s3.put_object(Bucket=bucket, Key="k", Body=body)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(150):
            got = s3.get_object(Bucket=bucket, Key="k")["Body"].read()
            if got not in bodies:
                wrong.append(got[:10])
    finally:
        stop.set()
        writer.join()
    assert not wrong
