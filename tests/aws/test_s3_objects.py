"""S3: buckets, objects, metadata, keys, copies, transfers."""

import hashlib
import os
import subprocess
import sys
import urllib.request
import uuid
from datetime import datetime, timezone
from pathlib import Path
from urllib.parse import quote

import boto3
import pytest
from s3_support import MIB, NEW_CLIENT, client, digest, fails, keys, keys_of, put, raw


@pytest.fixture
def bucket(s3):
    name = "t-" + uuid.uuid4().hex
    s3.create_bucket(Bucket=name)
    return name


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


def test_tagging(engine, s3, bucket):
    s3.put_object(Bucket=bucket, Key="k", Tagging="a=1&b=x%20y%26z", ContentType="a/b")
    before = s3.get_object(Bucket=bucket, Key="k")
    assert before["TagCount"] == 2
    got = s3.get_object_tagging(Bucket=bucket, Key="k")["TagSet"]
    assert got == [{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "x y&z"}]
    s3.copy_object(Bucket=bucket, Key="c", CopySource={"Bucket": bucket, "Key": "k"})
    assert s3.get_object_tagging(Bucket=bucket, Key="c")["TagSet"] == got
    s3.copy_object(
        Bucket=bucket,
        Key="c",
        CopySource={"Bucket": bucket, "Key": "k"},
        TaggingDirective="REPLACE",
        Tagging="n=1",
    )
    assert s3.get_object_tagging(Bucket=bucket, Key="c")["TagSet"] == [{"Key": "n", "Value": "1"}]
    tags = [{"Key": f"k{i}\u00e4", "Value": "v=&+ "} for i in range(10)]
    s3.put_object_tagging(Bucket=bucket, Key="k", Tagging={"TagSet": tags})
    assert s3.get_object_tagging(Bucket=bucket, Key="k")["TagSet"] == tags
    after = s3.head_object(Bucket=bucket, Key="k")
    assert (after["LastModified"], after["ContentType"]) == (before["LastModified"], "a/b")
    s3.delete_object_tagging(Bucket=bucket, Key="k")
    assert s3.get_object_tagging(Bucket=bucket, Key="k")["TagSet"] == []
    for bad, code in (
        (tags + [{"Key": "more", "Value": ""}], "BadRequest"),
        ([{"Key": "a", "Value": ""}] * 2, "InvalidTag"),
        ([{"Key": "a" * 129, "Value": ""}], "InvalidTag"),
        ([{"Key": "a", "Value": "v" * 257}], "InvalidTag"),
    ):
        fails(400, code, s3.put_object_tagging, Bucket=bucket, Key="k", Tagging={"TagSet": bad})
    many = "&".join(f"k{i}=v" for i in range(11))
    fails(400, "BadRequest", s3.put_object, Bucket=bucket, Key="k", Tagging=many)
    fails(404, "NoSuchKey", s3.get_object_tagging, Bucket=bucket, Key="no")
    fails(404, "NoSuchKey", s3.put_object_tagging, Bucket=bucket, Key="no", Tagging={"TagSet": []})


AWS = Path(sys.executable).parent / "aws"


@pytest.mark.skipif(not AWS.exists(), reason="no AWS CLI in this environment")
def test_cli(engine, s3, bucket, tmp_path):
    def aws(*args):
        done = subprocess.run(
            [sys.executable, str(AWS), *args], env=keys(engine), text=True, capture_output=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    tree = tmp_path / "tree"
    (tree / "sub").mkdir(parents=True)
    (tree / "a").write_bytes(os.urandom(20 * MIB))
    (tree / "sub" / "b c+ä").write_text("b")
    aws("s3", "sync", str(tree), f"s3://{bucket}/tree", "--no-progress")
    assert keys_of(s3.list_objects_v2(Bucket=bucket)) == ["tree/a", "tree/sub/b c+ä"]
    assert "PRE sub/" in aws("s3", "ls", f"s3://{bucket}/tree/")
    aws("s3", "cp", f"s3://{bucket}/tree", str(tmp_path / "back"), "--recursive", "--no-progress")
    assert (tmp_path / "back" / "a").read_bytes() == (tree / "a").read_bytes()
    assert (tmp_path / "back" / "sub" / "b c+ä").read_text() == "b"
    aws("s3", "mv", f"s3://{bucket}/tree/a", f"s3://{bucket}/moved", "--no-progress")
    url = aws("s3", "presign", f"s3://{bucket}/tree/sub/b c+ä").strip()
    with urllib.request.urlopen(url) as reply:
        assert reply.read() == b"b"
    aws("s3", "rb", f"s3://{bucket}", "--force")
    fails(404, "404", s3.head_bucket, Bucket=bucket)
