"""HTTP that no client library would send, over raw sockets: a table, and slow peers by the hundred.

For each row: the statuses that may come back (None: the connection is closed without a reply), and
afterwards the engine answers as before. No row may make a second request appear (smuggling)."""

import socket
import statistics
import threading
import time

import pytest
from botocore.auth import S3SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from support import BUCKET, until


def address(engine):
    host, port = engine.endpoint.split("//")[1].split(":")
    return host, int(port)


def talk(engine, data, wait_s=15, half_close=True, pieces=None):
    """Sends bytes, reads until the peer closes; what came back."""
    with socket.create_connection(address(engine), wait_s) as s:
        s.settimeout(wait_s)
        try:
            for piece in pieces or [data]:
                s.sendall(piece)
                if pieces:
                    time.sleep(0.02)
            if half_close:
                s.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # answered before everything was sent
        got = b""
        try:
            while chunk := s.recv(65536):
                got += chunk
        except ConnectionResetError:
            pass
        return got


def statuses(answer):
    """The status codes of all replies in what came back, without those of 1xx."""
    codes, rest = [], b"" if answer[:1] == b"\x15" else answer  # a TLS alert is no reply
    while rest.startswith(b"HTTP/1.1 "):
        head, _, body = rest.partition(b"\r\n\r\n")
        code = int(head.split()[1])
        length = 0
        for line in head.split(b"\r\n")[1:]:
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        if code >= 200:
            codes.append(code)
        rest = body[length:] if code >= 200 else body
    assert not rest, f"bytes after the last reply: {rest[:100]!r}"
    return codes


H = b"Host: localhost\r\n"
GET = b"GET / HTTP/1.1\r\n" + H
BAD = {400}
DENIED = {403}
CHUNKED = b"Transfer-Encoding: chunked\r\n"
PUT = b"PUT /b/k HTTP/1.1\r\n" + H

ROWS = [
    # name, bytes, statuses allowed for the first reply (0: closed without one), replies at most
    ("plain", GET + b"\r\n", DENIED, 1),
    ("nothing", b"", {0}, 0),
    ("empty lines first", b"\r\n\r\n" + GET + b"\r\n", DENIED | BAD, 1),
    ("lines of line feeds", b"GET / HTTP/1.1\nHost: x\n\n", BAD | DENIED, 1),
    ("random bytes", bytes(range(1, 21)) + b"\r\n\r\n", BAD | {0}, 1),
    ("half a TLS hello", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", {0}, 0),
    ("garbage TLS", b"\x16\x03\x01" + b"\xff" * 600, {0}, 0),
    ("HTTP/0.9", b"GET /\r\n\r\n", BAD, 1),
    ("HTTP/1.0", b"GET / HTTP/1.0\r\n\r\n", DENIED | BAD | {505}, 1),
    ("HTTP/2.0", b"GET / HTTP/2.0\r\n\r\n", BAD | {505}, 1),
    ("an HTTP/2 preface", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", BAD | {505, 403}, 1),
    ("HTTP/1.10", b"GET / HTTP/1.10\r\n" + H + b"\r\n", BAD | {505}, 1),
    ("lower-case version", b"GET / http/1.1\r\n" + H + b"\r\n", BAD | {505}, 1),
    ("no host", b"GET / HTTP/1.1\r\n\r\n", BAD, 1),
    ("two hosts", GET + b"Host: other\r\n\r\n", BAD, 1),
    ("two equal hosts", GET + H + b"\r\n", BAD, 1),
    ("a host of spaces", b"GET / HTTP/1.1\r\nHost: a b\r\n\r\n", BAD, 1),
    ("a host with a path", b"GET / HTTP/1.1\r\nHost: a/../b\r\n\r\n", BAD, 1),
    ("a target without slash", b"GET x HTTP/1.1\r\n" + H + b"\r\n", BAD, 1),
    ("a target with a NUL", b"GET /\0 HTTP/1.1\r\n" + H + b"\r\n", BAD, 1),
    ("a target with bytes above 127", b"GET /\xff HTTP/1.1\r\n" + H + b"\r\n", BAD | DENIED, 1),
    ("two spaces", b"GET  / HTTP/1.1\r\n" + H + b"\r\n", BAD, 1),
    ("a tab", b"GET\t/ HTTP/1.1\r\n" + H + b"\r\n", BAD, 1),
    ("an unknown method", b"BREW / HTTP/1.1\r\n" + H + b"\r\n", BAD | {403, 405, 501}, 1),
    (
        "a method of 10,000",
        b"A" * 10000 + b" / HTTP/1.1\r\n" + H + b"\r\n",
        BAD | {403, 414, 431, 501},
        1,
    ),
    (
        "a target of 20,000",
        b"GET /" + b"a" * 20000 + b" HTTP/1.1\r\n" + H + b"\r\n",
        {414, 431, 400},
        1,
    ),
    ("a head of 20,000", GET + b"X: " + b"a" * 20000 + b"\r\n\r\n", {431}, 1),
    ("65 headers", GET + b"".join(b"X-%d: 1\r\n" % i for i in range(70)) + b"\r\n", {431}, 1),
    ("a space before the colon", GET + b"X : 1\r\n\r\n", BAD, 1),
    ("a header without colon", GET + b"X\r\n\r\n", BAD, 1),
    ("a header without a name", GET + b": 1\r\n\r\n", BAD, 1),
    ("a name with a space", GET + b"X Y: 1\r\n\r\n", BAD, 1),
    ("a name with a NUL", GET + b"X\0: 1\r\n\r\n", BAD, 1),
    ("a value with a NUL", GET + b"X: a\0b\r\n\r\n", BAD, 1),
    ("a value with a bare CR", GET + b"X: a\rb\r\n\r\n", BAD, 1),
    ("a folded header", GET + b"X: a\r\n b\r\n\r\n", BAD, 1),
    ("the first header folded", b"GET / HTTP/1.1\r\n X: 1\r\n" + H + b"\r\n", BAD, 1),
    ("two lengths", PUT + b"Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc", BAD, 1),
    (
        "two equal lengths",
        PUT + b"Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
        BAD | DENIED,
        1,
    ),
    ("a list of lengths", PUT + b"Content-Length: 3, 4\r\n\r\nabc", BAD, 1),
    ("a negative length", PUT + b"Content-Length: -1\r\n\r\n", BAD, 1),
    ("a length with a sign", PUT + b"Content-Length: +3\r\n\r\nabc", BAD, 1),
    ("a hexadecimal length", PUT + b"Content-Length: 0x3\r\n\r\nabc", BAD, 1),
    ("a length of nothing", PUT + b"Content-Length: \r\n\r\nabc", BAD, 1),
    (
        "a length past 64 bits",
        PUT + b"Content-Length: 99999999999999999999999\r\n\r\n",
        BAD | {413},
        1,
    ),
    ("length and chunked", PUT + b"Content-Length: 3\r\n" + CHUNKED + b"\r\n0\r\n\r\n", BAD, 1),
    ("chunked twice", PUT + CHUNKED + CHUNKED + b"\r\n0\r\n\r\n", BAD | {501}, 1),
    ("gzip, chunked", PUT + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", BAD | {501}, 1),
    (
        "chunked, identity",
        PUT + b"Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        BAD | {501},
        1,
    ),
    ("xchunked", PUT + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", BAD | {501}, 1),
    (
        "chunked by vertical tab",
        PUT + b"Transfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n",
        BAD | {501},
        1,
    ),
    (
        "chunked in HTTP/1.0",
        b"PUT /b/k HTTP/1.0\r\n" + CHUNKED + b"\r\n0\r\n\r\n",
        BAD | {501, 505, 403},
        1,
    ),
    ("a chunk size of letters", PUT + CHUNKED + b"\r\nxyz\r\nabc\r\n0\r\n\r\n", BAD | DENIED, 1),
    (
        "a chunk size past 64 bits",
        PUT + CHUNKED + b"\r\nfffffffffffffffff\r\nabc\r\n0\r\n\r\n",
        BAD | DENIED,
        1,
    ),
    ("a negative chunk", PUT + CHUNKED + b"\r\n-1\r\nabc\r\n0\r\n\r\n", BAD | DENIED, 1),
    ("a chunk without its end", PUT + CHUNKED + b"\r\n3\r\nabcX0\r\n\r\n", BAD | DENIED, 1),
    (
        "a chunk extension without end",
        PUT + CHUNKED + b"\r\n3;" + b"x" * 100000 + b"\r\nabc\r\n0\r\n\r\n",
        BAD | DENIED | {431, 413},
        1,
    ),
    (
        "trailers without end",
        PUT + CHUNKED + b"\r\n0\r\n" + b"X: y\r\n" * 20000 + b"\r\n",
        BAD | DENIED | {431, 413},
        1,
    ),
    (
        "a length in the trailer",
        PUT + CHUNKED + b"\r\n0\r\nContent-Length: 5\r\n\r\n",
        BAD | DENIED,
        1,
    ),
    (
        "expect something else",
        PUT + b"Expect: 200-maybe\r\nContent-Length: 0\r\n\r\n",
        {417, 403, 400},
        1,
    ),
    ("upgrade", GET + b"Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\n\r\n", DENIED, 1),
    (
        "connect without a port",
        b"CONNECT sts.us-east-1.amazonaws.com HTTP/1.1\r\nHost: x\r\n\r\n",
        BAD | {403, 405},
        1,
    ),
    (
        "connect to port 0",
        b"CONNECT localhost:0 HTTP/1.1\r\nHost: localhost:0\r\n\r\n",
        BAD | {403, 405, 502, 503, 504},
        1,
    ),
    (
        "connect with a long name",
        b"CONNECT " + b"a" * 5000 + b":443 HTTP/1.1\r\nHost: x\r\n\r\n",
        BAD | {403, 405, 414, 431, 502},
        1,
    ),
    (
        "connect, then no TLS",
        b"CONNECT sts.us-east-1.amazonaws.com:443 HTTP/1.1\r\nHost: sts.us-east-1.amazonaws.com:443\r\n\r\n",
        {200},
        1,
    ),
    ("an absolute target", b"GET http://localhost/ HTTP/1.1\r\n" + H + b"\r\n", DENIED | BAD, 1),
    (
        "an absolute target elsewhere",
        b"GET http://example.com/ HTTP/1.1\r\nHost: example.com\r\n\r\n",
        DENIED | BAD | {502, 405, 501, 403},
        1,
    ),
    ("the asterisk", b"OPTIONS * HTTP/1.1\r\n" + H + b"\r\n", BAD | {403, 405, 501, 200}, 1),
    (
        "a path that climbs",
        b"GET /../../../../etc/passwd HTTP/1.1\r\n" + H + b"\r\n",
        BAD | DENIED,
        1,
    ),
    (
        "an escape that climbs",
        b"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\n" + H + b"\r\n",
        BAD | DENIED,
        1,
    ),
    ("an escape cut short", b"GET /a%2 HTTP/1.1\r\n" + H + b"\r\n", BAD | DENIED, 1),
    (
        "a query of 5,000 names",
        b"GET /?" + b"a&" * 5000 + b" HTTP/1.1\r\n" + H + b"\r\n",
        BAD | DENIED | {414},
        1,
    ),
    (
        "smuggling: CL.TE",
        PUT
        + b"Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /admin HTTP/1.1\r\n"
        + H
        + b"\r\n",
        BAD,
        1,
    ),
    (
        "smuggling: TE with a space",
        PUT + b"Transfer-Encoding : chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n" + GET + b"\r\n",
        BAD,
        1,
    ),
    (
        "smuggling: a bare LF in the chunk size",
        PUT + CHUNKED + b"\r\n0\n\n" + GET + b"\r\n",
        BAD | DENIED,
        1,
    ),
    (
        "a body longer than its length",
        PUT + b"Connection: close\r\nContent-Length: 1\r\n\r\nabc",
        BAD | DENIED,
        1,
    ),
    (
        "a body shorter than its length",
        PUT + b"Content-Length: 100\r\n\r\nabc",
        BAD | DENIED | {0, 408},
        1,
    ),
    ("pipelined", GET + b"\r\n" + GET + b"\r\n" + GET + b"Connection: close\r\n\r\n", DENIED, 3),
]


@pytest.mark.parametrize("data,allowed,most", [r[1:] for r in ROWS], ids=[r[0] for r in ROWS])
def test_rows(engine, data, allowed, most):
    codes = statuses(talk(engine, data))
    assert (codes[0] if codes else 0) in allowed, codes
    assert len(codes) <= most, codes
    assert statuses(talk(engine, GET + b"Connection: close\r\n\r\n")) == [403]


def test_one_byte_at_a_time(engine):
    data = GET + b"Connection: close\r\n\r\n"
    with socket.create_connection(address(engine), 15) as s:
        s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for i in range(len(data)):
            s.sendall(data[i : i + 1])
        got = b""
        while chunk := s.recv(65536):
            got += chunk
    assert statuses(got) == [403]


def test_a_head_that_never_ends_is_cut_off(engine):
    """A deadline from the head's first byte on, whatever still trickles in."""
    with socket.create_connection(address(engine), 60) as s:
        s.settimeout(0.5)
        began = time.monotonic()
        s.sendall(GET)
        while time.monotonic() - began < 40:
            try:
                s.sendall(b"X: 1\r\n" if (time.monotonic() - began) % 4 < 0.5 else b"")
                got = s.recv(1000)
                assert got == b"" or got.startswith(b"HTTP/1.1 408"), got
                break
            except TimeoutError:
                continue
            except OSError:
                break
        else:
            raise AssertionError("still open after 40 s")


def test_a_thousand_idle_connections(engine, sagemaker):
    held = []
    try:
        for _ in range(1000):
            held.append(socket.create_connection(address(engine), 10))
        sagemaker.list_pipelines(MaxResults=1)
    finally:
        for s in held:
            s.close()


def presigned(engine, method, key):
    keys = engine.credentials
    request = AWSRequest(method, f"{engine.endpoint}/{BUCKET}/{key}")
    S3SigV4QueryAuth(
        Credentials(keys["AWS_ACCESS_KEY_ID"], keys["AWS_SECRET_ACCESS_KEY"]),
        "s3",
        "us-east-1",
        600,
    ).add_auth(request)
    return request.url.split(engine.endpoint)[1]


def first_line(s):
    """What has come of a reply so far, unread; b"" when none has."""
    try:
        return s.recv(16, socket.MSG_PEEK)
    except BlockingIOError:
        return b""


def describe_times(client, pipelines, n):
    took = []
    for _ in range(n):
        began = time.monotonic()
        client.describe_pipeline(PipelineName=pipelines)
        took.append(time.monotonic() - began)
    return took


def p99(took):
    return statistics.quantiles(took, n=100)[98] * 1000


def test_slow_uploads_and_downloads_beside_describe(engine, sagemaker, s3, capsys):
    """200 peers at one byte a second each way, large bodies: Describe is answered all the while."""
    from support import create_pipeline, processing_step, shell

    pipeline = create_pipeline(sagemaker, processing_step("A", shell("exit 0")))
    client = engine.client("sagemaker")
    s3.put_object(Bucket=BUCKET, Key="slow/down", Body=bytes(32 << 20))
    alone = describe_times(client, pipeline, 200)
    host = engine.endpoint.split("//")[1].encode()
    up = [
        f"PUT {presigned(engine, 'PUT', f'slow/up-{i}')} HTTP/1.1\r\n".encode()
        + b"Host: "
        + host
        + b"\r\nContent-Length: 3000000\r\n\r\n"
        for i in range(100)
    ]
    down = (
        f"GET {presigned(engine, 'GET', 'slow/down')} HTTP/1.1\r\n".encode()
        + b"Host: "
        + host
        + b"\r\n\r\n"
    )
    peers, over = [], threading.Event()
    try:
        for i in range(200):
            s = socket.socket()
            s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            s.connect(address(engine))
            s.sendall(up[i // 2] if i % 2 else down)
            s.setblocking(False)
            peers.append((s, i % 2))

        def trickle():
            while not over.wait(1):
                for s, uploads in peers:
                    try:
                        s.send(b"x") if uploads else s.recv(1)
                    except OSError:
                        pass

        thread = threading.Thread(target=trickle)
        thread.start()
        time.sleep(1)
        # all of them are at it: bodies of one kind are awaited, of the other kind sent
        assert {first_line(s) for s, uploads in peers if uploads} == {b""}
        until(lambda: all(first_line(s) for s, uploads in peers if not uploads), "downloads")
        beside = []
        end = time.monotonic() + 14  # past the time in which the minimum rate is judged
        while time.monotonic() < end:
            beside += describe_times(client, pipeline, 20)
        assert s3.put_object(Bucket=BUCKET, Key="slow/beside", Body=b"x" * 100)
        assert s3.get_object(Bucket=BUCKET, Key="slow/beside")["Body"].read() == b"x" * 100
        over.set()
        thread.join()
        # those who sent less than the minimum rate were told so
        assert {first_line(s)[:12] for s, uploads in peers if uploads} == {b"HTTP/1.1 400"}
    finally:
        over.set()
        for s, _ in peers:
            s.close()
    with capsys.disabled():
        print(
            f"[Describe p99 {p99(alone):.1f} ms alone, {p99(beside):.1f} ms beside 200 slow peers]",
            end=" ",
        )
    # what they began is not there
    assert not s3.list_objects_v2(Bucket=BUCKET, Prefix="slow/up-").get("Contents")
    # a large upload finds a thread again
    s3.put_object(Bucket=BUCKET, Key="slow/after", Body=bytes(3 << 20))


def test_uploads_that_break_off_leave_nothing(engine, sagemaker, s3):
    host = engine.endpoint.split("//")[1].encode()

    def upload(key, sent):
        head = f"PUT {presigned(engine, 'PUT', key)} HTTP/1.1\r\n".encode()
        return head + b"Host: " + host + b"\r\nContent-Length: 5000000\r\n\r\n" + bytes(sent)

    for i in range(20):
        with socket.create_connection(address(engine), 10) as s:
            s.sendall(upload(f"broken/{i}", 100_000 * (i + 1)))
    time.sleep(0.3)
    assert "Contents" not in s3.list_objects_v2(Bucket=BUCKET, Prefix="broken/")
    assert statuses(talk(engine, upload("broken/whole", 5_000_000))) == [200]
