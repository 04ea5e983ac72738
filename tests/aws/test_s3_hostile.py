"""S3: bodies and requests that do not hold what they announce, and what is not there."""

import base64
import hashlib
import hmac
import http.client
import io
import os
import re
import time
import urllib.error
import urllib.request
import uuid
from datetime import datetime, timezone
from urllib.parse import urlsplit

import pytest
from botocore.auth import S3SigV4Auth, S3SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from s3_support import MIB, Reply, client, credentials, digest, fails, keys, put, raw, region


@pytest.fixture
def bucket(s3):
    name = "t-" + uuid.uuid4().hex
    s3.create_bucket(Bucket=name)
    return name


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


def signed_chunks(engine, path, body, trailer=None, spoil=None):
    """PUT with a signature in each chunk, as the Java and the old .NET SDKs send it."""
    kind = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" + ("-TRAILER" if trailer else "")
    now = datetime.now(timezone.utc).strftime("%Y%m%dT%H%M%SZ")
    secret, key = keys(engine)["AWS_SECRET_ACCESS_KEY"], keys(engine)["AWS_ACCESS_KEY_ID"]
    scope = f"{now[:8]}/{region(engine)}/s3/aws4_request"
    host = urlsplit(engine.endpoint).netloc
    headers = {
        "content-encoding": "aws-chunked",
        "host": host,
        "x-amz-content-sha256": kind,
        "x-amz-date": now,
        "x-amz-decoded-content-length": str(len(body)),
    }
    if trailer:
        headers["x-amz-trailer"] = trailer[0]
    names = ";".join(headers)

    def mac(by, text):
        return hmac.new(by, text.encode(), hashlib.sha256).digest()

    def sha(data):
        return hashlib.sha256(data).hexdigest()

    signing = mac(
        mac(mac(mac(b"AWS4" + secret.encode(), now[:8]), region(engine)), "s3"), "aws4_request"
    )
    canonical = (
        f"PUT\n{path}\n\n"
        + "".join(f"{n}:{v}\n" for n, v in headers.items())
        + f"\n{names}\n{kind}"
    )
    last = mac(signing, f"AWS4-HMAC-SHA256\n{now}\n{scope}\n{sha(canonical.encode())}").hex()
    headers["authorization"] = (
        f"AWS4-HMAC-SHA256 Credential={key}/{scope},SignedHeaders={names},Signature={last}"
    )
    wire = b""
    chunks = [body[i : i + 65536] for i in range(0, len(body), 65536)] + [b""]
    for number, chunk in enumerate(chunks):
        text = f"AWS4-HMAC-SHA256-PAYLOAD\n{now}\n{scope}\n{last}\n{sha(b'')}\n{sha(chunk)}"
        last = mac(signing, text).hex()
        sent = "0" * 64 if spoil == number else last
        wire += f"{len(chunk):x};chunk-signature={sent}\r\n".encode() + chunk
        wire += b"\r\n" if chunk or not trailer else b""
    if trailer:
        text = f"{trailer[0]}:{trailer[1]}\n"
        last = mac(
            signing, f"AWS4-HMAC-SHA256-TRAILER\n{now}\n{scope}\n{last}\n{sha(text.encode())}"
        ).hex()
        sent = "0" * 64 if spoil == "trailer" else last
        wire += f"{trailer[0]}:{trailer[1]}\r\nx-amz-trailer-signature:{sent}\r\n\r\n".encode()
    connection = http.client.HTTPConnection(host, timeout=30)
    try:
        connection.request("PUT", path, wire, headers)
        return Reply(connection.getresponse())
    finally:
        connection.close()


@pytest.mark.parametrize("size", [0, 10, 200000, 3 * MIB])
def test_signed_chunks(engine, s3, bucket, size):
    body = os.urandom(size)
    got = signed_chunks(engine, f"/{bucket}/k", body)
    assert got.status == 200, got.body
    assert s3.get_object(Bucket=bucket, Key="k")["Body"].read() == body
    trailer = ("x-amz-checksum-crc32", digest("CRC32", body))
    got = signed_chunks(engine, f"/{bucket}/t", body, trailer)
    assert got.status == 200, got.body
    assert got.headers["x-amz-checksum-crc32"] == trailer[1]
    for spoil in (0, "trailer"):
        got = signed_chunks(engine, f"/{bucket}/no", body, trailer, spoil)
        assert (got.status, got.code) == (403, "SignatureDoesNotMatch")
    fails(404, "404", s3.head_object, Bucket=bucket, Key="no")


def test_trailers_over_tls(engine, bucket):
    """Over TLS boto3 sends its checksums in trailers, in unsigned chunks."""
    endpoint = engine.endpoint.replace("http://", "https://")
    s3 = client(engine, endpoint=endpoint)
    for size in (0, 10, MIB - 1, 3 * MIB + 5):
        body = os.urandom(size)
        s3.put_object(Bucket=bucket, Key="k", Body=body, ContentEncoding="gzip")
        got = s3.get_object(Bucket=bucket, Key="k")
        assert got["Body"].read() == body
        assert got["ContentEncoding"] == "gzip"
    body = os.urandom(17 * MIB)
    s3.upload_fileobj(io.BytesIO(body), bucket, "big")
    got = io.BytesIO()
    s3.download_fileobj(bucket, "big", got)
    assert got.getvalue() == body
    assert len(s3.list_objects_v2(Bucket=bucket)["Contents"]) == 2


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
        re.sub("Signature=(.)", lambda m: "Signature=" + ("1" if m[1] == "0" else "0"), url),
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


def test_presigned_metadata(engine, s3, bucket):
    """Metadata may stand in the query; it comes back as a header, so its name must be one's."""

    def put_with(name):
        request = AWSRequest("PUT", f"{engine.endpoint}/{bucket}/k?{name}=v")
        S3SigV4QueryAuth(credentials(engine), "s3", region(engine)).add_auth(request)
        request = urllib.request.Request(request.prepare().url, data=b"x", method="PUT")
        try:
            with urllib.request.urlopen(request) as reply:
                return reply.status
        except urllib.error.HTTPError as e:
            assert b"<Code>InvalidArgument</Code>" in e.read()
            return e.code

    assert put_with("x-amz-meta-a") == 200
    assert s3.head_object(Bucket=bucket, Key="k")["Metadata"] == {"a": "v"}
    for odd in ("a%20b", "a%3A%20b", "%0d%0aa", "%C3%A4"):
        assert put_with(f"x-amz-meta-{odd}") == 400, odd
    assert s3.head_object(Bucket=bucket, Key="k")["Metadata"] == {"a": "v"}


def test_a_parameter_that_ends_early(engine, s3, bucket):
    """Who verifies a signature and who acts must see the same names."""
    for query in ("list-type%00=2", "%00", "uploads%00x"):
        got = raw(engine, "GET", f"/{bucket}?{query}")
        assert (got.status, got.code) == (400, "InvalidURI"), query
    params = {"Bucket": bucket, "Key": "k", "ContentType": "a/b"}
    url = client(engine).generate_presigned_url("put_object", params)
    assert "AWSAccessKeyId" in url
    s3.put_object(Bucket=bucket, Key="other", Body=b"other")
    for more in (f"X-Amz-Copy-Source=/{bucket}/other", f"%78-amz-copy-source={bucket}/other"):
        request = urllib.request.Request(
            f"{url}&{more}", data=b"", method="PUT", headers={"Content-Type": "a/b"}
        )
        with pytest.raises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(request)
        assert b"<Code>SignatureDoesNotMatch</Code>" in caught.value.read()


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
