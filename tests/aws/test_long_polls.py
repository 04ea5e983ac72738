"""Long polls: which Describe calls wait for news, and that thousands of them do no harm."""

import contextlib
import json
import resource
import socket
import struct
import urllib.parse
import urllib.request
import uuid

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from harness import SLIPWAY, Engine
from support import (
    create_pipeline,
    map_image,
    processing,
    processing_step,
    shell,
    start_pipeline,
    training,
    until,
)

DESCRIBE = "DescribePipelineExecution"
AGENT = "Boto3/1.43 Botocore/1.43"


def signed(keys, method, url, service, headers=(), data=None):
    made = AWSRequest(method, url, headers=dict(headers), data=data)
    credentials = Credentials(keys["AWS_ACCESS_KEY_ID"], keys["AWS_SECRET_ACCESS_KEY"])
    SigV4Auth(credentials, service, "us-east-1").add_auth(made)
    return made


def request(engine, body, operation=DESCRIBE, agent=AGENT, keys=None, space="", **headers):
    """The bytes of a call."""
    sent = {
        "Content-Type": "application/x-amz-json-1.1",
        "X-Amz-Target": f"SageMaker.{operation}",
        "Host": urllib.parse.urlparse(engine.endpoint).netloc,
        **({"User-Agent": agent} if agent else {}),
        **{k.replace("_", "-"): v for k, v in headers.items()},
    }
    data = (json.dumps(body) + space).encode()
    made = signed(keys or engine.keys, "POST", engine.endpoint + "/", "sagemaker", sent, data)
    lines = "".join(f"{k}: {v}\r\n" for k, v in made.headers.items())
    return f"POST / HTTP/1.1\r\n{lines}Content-Length: {len(data)}\r\n\r\n".encode() + data


def dial(engine, source=None):
    """A call that was parked against what is expected does not answer in time here."""
    at = urllib.parse.urlparse(engine.endpoint)
    bound = (source, 0) if source else None
    return socket.create_connection((at.hostname, at.port), timeout=12, source_address=bound)


def answer(c):
    """The next answer on the connection."""
    head = b""
    while b"\r\n\r\n" not in head:
        got = c.recv(65536)
        assert got, "the connection was closed"
        head += got
    head, _, body = head.partition(b"\r\n\r\n")
    lengths = [x for x in head.lower().split(b"\r\n") if x.startswith(b"content-length:")]
    while len(body) < int(lengths[0].split(b":")[1]):
        body += c.recv(65536)
    assert head.split()[1] == b"200", body
    return json.loads(body)


def ask(engine, body, source=None, **how):
    with contextlib.closing(dial(engine, source)) as c:
        c.sendall(request(engine, body, **how))
        return answer(c)


def parked(engine):
    made = signed(engine.keys, "GET", engine.endpoint + "/_slipway/status", "slipway")
    with urllib.request.urlopen(
        urllib.request.Request(made.url, headers=dict(made.headers))
    ) as got:
        return json.load(got)["parked"]


def stop(engine, arn):
    sagemaker = engine.client("sagemaker")
    with contextlib.suppress(sagemaker.exceptions.ClientError):
        sagemaker.stop_pipeline_execution(
            PipelineExecutionArn=arn, ClientRequestToken=uuid.uuid4().hex
        )


def start_long(engine):
    sagemaker = engine.client("sagemaker")
    long = processing_step("Long", shell("exec sleep 300"))
    arn = start_pipeline(sagemaker, create_pipeline(sagemaker, long))
    jobs = lambda: sagemaker.list_processing_jobs()["ProcessingJobSummaries"]
    until(jobs, "its job")
    return arn


@pytest.fixture(scope="module")
def polled():
    """An engine of its own: its count of parked calls is ours."""
    e = Engine(args=["--max-jobs", "16"]).start()
    map_image(e)
    yield e
    e.remove()


@pytest.fixture
def running(polled):
    """An execution that goes on until the test has ended: its ARN."""
    arn = start_long(polled)
    yield arn
    stop(polled, arn)


def test_the_second_of_two_equal_calls_waits_for_news(polled, running):
    body = {"PipelineExecutionArn": running}
    assert ask(polled, body)["PipelineExecutionStatus"] == "Executing"
    with contextlib.closing(dial(polled)) as c:
        c.sendall(request(polled, body))
        until(lambda: parked(polled) == 1, "a parked call")
        stop(polled, running)
        assert answer(c)["PipelineExecutionStatus"] in ("Stopping", "Stopped")
    until(lambda: parked(polled) == 0, "nobody parked")


@pytest.mark.parametrize("kind", ["Processing", "Training"])
def test_jobs_are_waited_for_too(polled, kind):
    sagemaker = polled.client("sagemaker")
    make = {"Processing": processing, "Training": training}[kind](shell("exec sleep 300"))
    job = make[f"{kind}JobName"]
    getattr(sagemaker, f"create_{kind.lower()}_job")(**make)
    body, operation = {f"{kind}JobName": job}, f"Describe{kind}Job"
    last = {}

    def stands():  # it is beyond its beginning: nothing more changes by itself
        before = dict(last)
        last.update(ask(polled, body, operation=operation, X_Slipway_Wait="0"))
        return before == last and last[f"{kind}JobStatus"] == "InProgress"

    with contextlib.closing(dial(polled)) as c:
        until(
            lambda: stands() and ("ProcessingStartTime" in last or "TrainingStartTime" in last),
            "it runs",
        )
        ask(polled, body, operation=operation)
        c.sendall(request(polled, body, operation=operation))
        until(lambda: parked(polled) == 1, "a parked call")
        getattr(sagemaker, f"stop_{kind.lower()}_job")(**body)
        assert answer(c)[f"{kind}JobStatus"] in ("Stopping", "Stopped")


AT_ONCE = {
    "another program": (dict(), dict(agent="Boto3/1.0")),
    "no program": (dict(), dict(agent=None)),
    "another address": (dict(), dict(source="127.0.0.2")),
    "another body": (dict(), dict(space=" ")),
    "the AWS CLI": 2 * (dict(agent="aws-cli/2.36.0 md/awscrt"),),
    "a browser": 2 * (dict(agent="Mozilla/5.0 (X11; Linux)"),),
    "a call that will not wait": 2 * (dict(X_Slipway_Wait="0"),),
    "a waiter that will not": 2 * (dict(agent=AGENT + " m/B", X_Slipway_Wait="0"),),
    "no waiter": (dict(agent=AGENT + " m/Z,BA"), dict(agent=AGENT + " cfg/m/B")),
}


@pytest.mark.parametrize("first,second", AT_ONCE.values(), ids=AT_ONCE.keys())
def test_everything_else_answers_at_once(polled, running, first, second):
    body = {"PipelineExecutionArn": running}
    for how in (first, second):
        assert ask(polled, body, **how)["PipelineExecutionStatus"] == "Executing"


def test_the_first_look_at_something_new_answers_at_once(polled):
    arn = start_long(polled)
    assert ask(polled, {"PipelineExecutionArn": arn})["PipelineExecutionStatus"] == "Executing"
    stop(polled, arn)


@pytest.mark.parametrize("uses", ["B", "Z,B", "B,b"])
def test_a_waiter_hears_of_the_end_only(polled, running, uses):
    with contextlib.closing(dial(polled)) as c:
        agent = f"Boto3/1.43 md/Botocore#1.43 m/{uses} cfg/retry-mode#legacy"
        c.sendall(request(polled, {"PipelineExecutionArn": running}, agent=agent))
        until(lambda: parked(polled) == 1, "a parked call")
        stop(polled, running)  # Stopping comes first
        assert answer(c)["PipelineExecutionStatus"] == "Stopped"


def test_another_key_is_another_caller(polled, running, tmp_path):
    keys = json.loads(polled.cli("env", "--format", "json", cwd=tmp_path).stdout)
    body = {"PipelineExecutionArn": running}
    ask(polled, body)
    other = {k: keys[k] for k in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")}
    assert other["AWS_ACCESS_KEY_ID"] != polled.keys["AWS_ACCESS_KEY_ID"]
    assert ask(polled, body, keys=other)["PipelineExecutionStatus"] == "Executing"


def test_what_changed_since_is_told_at_once(polled, running):
    body = {"PipelineExecutionArn": running}
    ask(polled, body)
    polled.client("sagemaker").update_pipeline_execution(
        PipelineExecutionArn=running, PipelineExecutionDisplayName="renamed"
    )
    assert ask(polled, body)["PipelineExecutionDisplayName"] == "renamed"


@pytest.mark.parametrize("setting", ["0", "500ms"])
def test_how_long_is_a_setting(fresh_engine, setting):
    engine = fresh_engine(args=["--long-poll", setting])
    map_image(engine)
    arn = start_long(engine)
    for _ in range(3):
        told = ask(engine, {"PipelineExecutionArn": arn})
        assert told["PipelineExecutionStatus"] == "Executing"
    refused = engine.cli("serve", "--long-poll", "21s", check=False)
    assert refused.returncode != 0 and "long_poll" in refused.stderr


MANY = 10000


def resident(engine):
    with open(f"/proc/{engine.process.pid}/status") as f:
        return next(int(line.split()[1]) * 1024 for line in f if line.startswith("VmRSS"))


def is_sanitized():
    """Whether the engine keeps what it has freed, to find its own mistakes."""
    with open(SLIPWAY, "rb") as f:
        return b"__asan_init" in f.read()


def test_ten_thousand_at_once(polled, running):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < MANY * 8 // 7 + 1000:
        pytest.skip(f"the system gives {hard} descriptors")
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    text = request(polled, {"PipelineExecutionArn": running})
    sockets = []
    try:
        ask(polled, {"PipelineExecutionArn": running})
        before = resident(polled)
        for _ in range(MANY):
            sockets.append(dial(polled))
            sockets[-1].sendall(text)
            if len(sockets) % 1000 == 0:  # no more than the system lets wait for an accept
                until(lambda: parked(polled) == len(sockets), "all of them parked")
        each = (resident(polled) - before) / MANY
        assert each < 3000 or is_sanitized(), each
        # others are served meanwhile
        assert ask(polled, {"PipelineExecutionArn": running}, agent="another")
        stop(polled, running)
        for c in sockets:
            assert answer(c)["PipelineExecutionStatus"] in ("Stopping", "Stopped")
    finally:
        for c in sockets:  # with a reset: no port is left waiting
            c.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            c.close()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    until(lambda: parked(polled) == 0, "nobody parked")
