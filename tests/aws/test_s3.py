"""S3 by the worked examples of vectors/s3.json: what clients see of each."""

import hashlib
import json
import os
import re
import uuid
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from botocore.config import Config
from s3_support import MIB, NEW_CLIENT, client, fails, keys_of, prefixes_of, put, raw

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "s3.json").read_text())
CHECKSUMS = ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"]


@pytest.fixture
def bucket(s3):
    name = "t-" + uuid.uuid4().hex
    s3.create_bucket(Bucket=name)
    return name


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


def test_one_connection_for_bodies_of_all_sizes(engine, bucket):
    """Older clients confuse the answers of a connection when one of them comes without the
    "100 Continue" that they waited for: to an empty body, or to a refusal."""
    config = Config(max_pool_connections=1, read_timeout=10, retries={"max_attempts": 0})
    s3 = client(engine, config=config)
    sizes = [0, 3, 0, 70_000, 2_000_000, 3]
    for n, size in enumerate(sizes):
        s3.put_object(Bucket=bucket, Key=f"k{n}", Body=b"x" * size)
        fails(404, "NoSuchBucket", s3.put_object, Bucket="none-" + bucket, Key="k", Body=b"x" * size)
    got = s3.list_objects_v2(Bucket=bucket)["Contents"]
    assert [o["Size"] for o in got] == sizes
