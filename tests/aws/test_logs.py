"""CloudWatch Logs as boto3 sees it: a job's output while it runs, and logs of one's own."""

import time

import pytest
from support import (
    done_processing,
    error,
    log_lines,
    name,
    processing,
    python,
    run_processing,
    run_training,
    shell,
    until_said,
)

PROCESSING = "/aws/sagemaker/ProcessingJobs"
TRAINING = "/aws/sagemaker/TrainingJobs"


def now_ms():
    return int(time.time() * 1000)


def test_output_arrives_while_the_job_runs(sagemaker, logs, s3):
    request = processing(
        python(
            "import sys, time\n"
            "print('first', flush=True)\n"
            "print('to stderr', file=sys.stderr, flush=True)\n"
            "time.sleep(4)\n"
            "print('last', flush=True)\n"
        )
    )
    job = request["ProcessingJobName"]
    sagemaker.create_processing_job(**request)
    until_said(logs, PROCESSING, job, "first")
    status = sagemaker.list_processing_jobs(NameContains=job)["ProcessingJobSummaries"][0]
    assert status["ProcessingJobStatus"] == "InProgress"
    done_processing(sagemaker, job)
    assert log_lines(logs, PROCESSING, job) == ["first", "to stderr", "last"]


def test_streams_of_jobs(sagemaker, logs):
    got = run_training(sagemaker, shell("echo training"))
    job = got["TrainingJobName"]
    streams = logs.describe_log_streams(logGroupName=TRAINING, logStreamNamePrefix=f"{job}/")
    assert len(streams["logStreams"]) == 1
    stream = streams["logStreams"][0]
    assert stream["logStreamName"].startswith(f"{job}/algo-1")
    assert stream["firstEventTimestamp"] <= stream["lastEventTimestamp"] <= now_ms() + 1000
    groups = logs.describe_log_groups(logGroupNamePrefix="/aws/sagemaker/")["logGroups"]
    assert TRAINING in [g["logGroupName"] for g in groups]
    assert (
        logs.filter_log_events(logGroupName=TRAINING, logStreamNamePrefix=job)["events"][0][
            "message"
        ]
        == "training"
    )


def test_pages_keep_their_order_and_end(sagemaker, logs):
    got = run_processing(sagemaker, python("for i in range(2500): print('line', i)"))
    job = got["ProcessingJobName"]
    assert log_lines(logs, PROCESSING, job) == [f"line {i}" for i in range(2500)]
    stream = logs.describe_log_streams(logGroupName=PROCESSING, logStreamNamePrefix=f"{job}/")[
        "logStreams"
    ][0]["logStreamName"]
    where = dict(logGroupName=PROCESSING, logStreamName=stream)
    tail = logs.get_log_events(**where, limit=10)
    assert [e["message"] for e in tail["events"]] == [f"line {i}" for i in range(2490, 2500)]
    before = logs.get_log_events(**where, limit=10, nextToken=tail["nextBackwardToken"])
    assert [e["message"] for e in before["events"]] == [f"line {i}" for i in range(2480, 2490)]
    end = logs.get_log_events(**where, nextToken=tail["nextForwardToken"])
    assert end["events"] == [] and end["nextForwardToken"] == tail["nextForwardToken"]


def test_filter_pages(sagemaker, logs):
    got = run_processing(
        sagemaker, python("for i in range(300): print('ERROR' if i % 3 == 0 else 'fine', i)")
    )
    stream = f"{got['ProcessingJobName']}/"
    seen, token = [], {}
    while True:
        page = logs.filter_log_events(
            logGroupName=PROCESSING,
            logStreamNamePrefix=stream,
            filterPattern="ERROR",
            limit=30,
            **token,
        )
        seen += [e["message"] for e in page["events"]]
        if "nextToken" not in page:
            break
        token = {"nextToken": page["nextToken"]}
    assert seen == [f"ERROR {i}" for i in range(0, 300, 3)]


def test_times_bound_what_is_given(sagemaker, logs):
    got = run_processing(
        sagemaker,
        python("import time\nprint('a', flush=True)\ntime.sleep(1.2)\nprint('b', flush=True)"),
    )
    prefix = f"{got['ProcessingJobName']}/"
    events = logs.filter_log_events(logGroupName=PROCESSING, logStreamNamePrefix=prefix)["events"]
    assert [e["message"] for e in events] == ["a", "b"]
    assert events[1]["timestamp"] - events[0]["timestamp"] >= 1000
    late = logs.filter_log_events(
        logGroupName=PROCESSING, logStreamNamePrefix=prefix, startTime=events[1]["timestamp"]
    )["events"]
    assert [e["message"] for e in late] == ["b"]


@pytest.fixture
def group(logs):
    group = "/test/" + name("group")
    logs.create_log_group(logGroupName=group)
    yield group
    try:
        logs.delete_log_group(logGroupName=group)
    except logs.exceptions.ResourceNotFoundException:
        pass


def test_logs_of_ones_own(logs, group):
    logs.create_log_stream(logGroupName=group, logStreamName="s")
    where = dict(logGroupName=group, logStreamName="s")
    at = now_ms()
    logs.put_log_events(
        **where, logEvents=[{"timestamp": at + i, "message": f"m{i} é"} for i in range(3)]
    )
    got = logs.get_log_events(**where, startFromHead=True)["events"]
    assert [(e["timestamp"], e["message"]) for e in got] == [(at + i, f"m{i} é") for i in range(3)]
    logs.delete_log_stream(**where)
    assert logs.describe_log_streams(logGroupName=group)["logStreams"] == []


def test_errors(logs, group):
    assert error(logs.create_log_group, logGroupName=group)[1] == "ResourceAlreadyExistsException"
    for call in (
        lambda: logs.describe_log_streams(logGroupName="/test/none"),
        lambda: logs.create_log_stream(logGroupName="/test/none", logStreamName="s"),
        lambda: logs.get_log_events(logGroupName=group, logStreamName="none"),
        lambda: logs.put_log_events(
            logGroupName=group,
            logStreamName="none",
            logEvents=[{"timestamp": now_ms(), "message": "m"}],
        ),
        lambda: logs.delete_log_group(logGroupName="/test/none"),
    ):
        assert error(call)[:2] == (400, "ResourceNotFoundException")
    logs.create_log_stream(logGroupName=group, logStreamName="s")
    where = dict(logGroupName=group, logStreamName="s")
    at = now_ms()
    backwards = [{"timestamp": at, "message": "a"}, {"timestamp": at - 1, "message": "b"}]
    assert (
        error(logs.put_log_events, **where, logEvents=backwards)[1] == "InvalidParameterException"
    )
    assert (
        error(logs.get_log_events, **where, nextToken="f/nonsense")[1]
        == "InvalidParameterException"
    )
