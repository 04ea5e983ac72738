"""CloudWatch metrics as boto3 sees them: JSON from current clients, Query from those of 2023."""

import datetime
import math

from support import error, name

MINUTE = 60


def at(minutes_ago=0):
    now = datetime.datetime.now(datetime.timezone.utc).replace(second=0, microsecond=0)
    return now - datetime.timedelta(minutes=minutes_ago)


def put(cloudwatch, space, metric, values, dimensions=(), **more):
    """values: {minutes ago: value}."""
    cloudwatch.put_metric_data(
        Namespace=space,
        MetricData=[
            {
                "MetricName": metric,
                "Dimensions": [{"Name": k, "Value": v} for k, v in dimensions],
                "Timestamp": at(ago),
                "Value": value,
                **more,
            }
            for ago, value in values.items()
        ],
    )


def test_statistics(cloudwatch):
    space = name("space")
    put(cloudwatch, space, "loss", {9: 1.0, 8: 3.0, 3: 7.0}, [("job", "a")], Unit="Seconds")
    got = cloudwatch.get_metric_statistics(
        Namespace=space,
        MetricName="loss",
        Dimensions=[{"Name": "job", "Value": "a"}],
        StartTime=at(10),
        EndTime=at(-1),
        Period=MINUTE,
        Statistics=["Average", "Sum", "SampleCount", "Minimum", "Maximum"],
    )["Datapoints"]
    got.sort(key=lambda p: p["Timestamp"])
    assert [p["Sum"] for p in got] == [1.0, 3.0, 7.0]
    assert all(p["Unit"] == "Seconds" and p["SampleCount"] == 1 for p in got)
    assert got[0]["Timestamp"] == at(9)


def test_a_period_gathers(cloudwatch):
    space = name("space")
    start = at(0) - datetime.timedelta(minutes=at(0).minute % 10 + 10)
    cloudwatch.put_metric_data(
        Namespace=space,
        MetricData=[
            {
                "MetricName": "m",
                "Timestamp": start + datetime.timedelta(minutes=i),
                "Value": float(i),
            }
            for i in range(10)
        ],
    )
    got = cloudwatch.get_metric_statistics(
        Namespace=space,
        MetricName="m",
        StartTime=start,
        EndTime=start + datetime.timedelta(minutes=10),
        Period=600,
        Statistics=["Average", "Sum", "SampleCount", "Minimum", "Maximum"],
    )["Datapoints"]
    assert len(got) == 1
    p = got[0]
    assert (p["Sum"], p["SampleCount"], p["Minimum"], p["Maximum"], p["Average"]) == (
        45,
        10,
        0,
        9,
        4.5,
    )


def test_get_metric_data(cloudwatch):
    space = name("space")
    put(cloudwatch, space, "auc", {5: 0.5, 4: 0.6})
    got = cloudwatch.get_metric_data(
        MetricDataQueries=[
            {
                "Id": "q1",
                "MetricStat": {
                    "Metric": {"Namespace": space, "MetricName": "auc"},
                    "Period": MINUTE,
                    "Stat": "Average",
                },
            }
        ],
        StartTime=at(10),
        EndTime=at(-1),
        ScanBy="TimestampAscending",
    )["MetricDataResults"]
    assert got[0]["Id"] == "q1" and got[0]["Values"] == [0.5, 0.6]
    assert got[0]["Timestamps"] == [at(5), at(4)]


def test_list_metrics(cloudwatch):
    space = name("space")
    put(cloudwatch, space, "a", {1: 1.0}, [("x", "1")])
    put(cloudwatch, space, "a", {1: 1.0}, [("x", "2")])
    put(cloudwatch, space, "b", {1: 1.0})

    def listed(**how):
        found = cloudwatch.list_metrics(Namespace=space, **how)["Metrics"]
        return sorted((m["MetricName"], tuple(d["Value"] for d in m["Dimensions"])) for m in found)

    assert listed() == [("a", ("1",)), ("a", ("2",)), ("b", ())]
    assert listed(MetricName="a", Dimensions=[{"Name": "x", "Value": "2"}]) == [("a", ("2",))]
    assert listed(Dimensions=[{"Name": "x"}]) == [("a", ("1",)), ("a", ("2",))]


def test_values_with_counts_and_statistic_sets(cloudwatch):
    space = name("space")
    cloudwatch.put_metric_data(
        Namespace=space,
        MetricData=[
            {"MetricName": "v", "Timestamp": at(2), "Values": [1.0, 2.0], "Counts": [3.0, 1.0]},
            {
                "MetricName": "s",
                "Timestamp": at(2),
                "StatisticValues": {"SampleCount": 4, "Sum": 10, "Minimum": 1, "Maximum": 4},
            },
        ],
    )

    def stat(metric):
        return cloudwatch.get_metric_statistics(
            Namespace=space,
            MetricName=metric,
            StartTime=at(5),
            EndTime=at(-1),
            Period=MINUTE,
            Statistics=["Sum", "SampleCount", "Minimum", "Maximum"],
        )["Datapoints"][0]

    v, s = stat("v"), stat("s")
    assert (v["Sum"], v["SampleCount"], v["Minimum"], v["Maximum"]) == (5, 4, 1, 2)
    assert (s["Sum"], s["SampleCount"], s["Minimum"], s["Maximum"]) == (10, 4, 1, 4)


def test_a_body_that_the_client_compresses(cloudwatch):
    """PutMetricData is sent gzipped when it is large (by clients that can)."""
    space = name("space")
    cloudwatch.put_metric_data(
        Namespace=space,
        MetricData=[
            {
                "MetricName": "m",
                "Timestamp": at(1),
                "Value": 1.0,
                "Dimensions": [{"Name": "i", "Value": f"{i:060}"}],
            }
            for i in range(300)
        ],
    )
    seen, token = 0, {}
    while True:
        page = cloudwatch.list_metrics(Namespace=space, **token)
        assert len(page["Metrics"]) <= 500
        seen += len(page["Metrics"])
        if "NextToken" not in page:
            break
        token = {"NextToken": page["NextToken"]}
    assert seen == 300


def test_errors(cloudwatch):
    space = name("space")
    for bad in (math.nan, math.inf, 2.0**361):
        status, code, _ = error(put, cloudwatch, space, "m", {1: bad})
        # NaN is no number in JSON; clients send it all the same, and those that
        # speak Query (before 2024) a word
        assert status == 400 and code.startswith(
            ("InvalidParameterValue", "SerializationException", "MalformedInput")
        ), (bad, code)
    how = dict(Namespace=space, MetricName="m", Period=MINUTE, Statistics=["Sum"])
    status, code, _ = error(cloudwatch.get_metric_statistics, **how, StartTime=at(0), EndTime=at(5))
    assert status == 400 and code.startswith("InvalidParameter"), code
    status, code, _ = error(
        cloudwatch.get_metric_statistics, **{**how, "Period": 61}, StartTime=at(5), EndTime=at(0)
    )
    assert status == 400 and code.startswith("InvalidParameter"), code
    # the stream goes on
    put(cloudwatch, space, "m", {1: 1.0})
