"""boto3 scripts that name no endpoint, in the environment of `slipway exec`: those of today by
AWS_ENDPOINT_URL, those before botocore 1.31 by the proxy, which ends what goes to AWS's names."""

import os
import subprocess
import sys

import pytest
from harness import FOREIGN, SLIPWAY
from support import name

SCRIPT = """
import boto3, sys
bucket = sys.argv[1]
print(boto3.client("sts").get_caller_identity()["Account"])
s3 = boto3.client("s3")
s3.create_bucket(Bucket=bucket)
s3.put_object(Bucket=bucket, Key="a key/with+signs%41", Body=b"x" * 100000)
print(len(s3.get_object(Bucket=bucket, Key="a key/with+signs%41")["Body"].read()))
print([o.key for o in boto3.resource("s3").Bucket(bucket).objects.all()])
s3.upload_fileobj(open(sys.argv[2], "rb"), bucket, "large")
print(s3.head_object(Bucket=bucket, Key="large")["ContentLength"])
print(boto3.client("sagemaker").list_pipelines(PipelineNamePrefix="never")["PipelineSummaries"])
print(boto3.client("logs").describe_log_groups(logGroupNamePrefix="/never")["logGroups"])
boto3.client("cloudwatch").put_metric_data(Namespace="n", MetricData=[{"MetricName": "m", "Value": 1}])
print(boto3.client("iam").get_role(RoleName="Anybody")["Role"]["RoleName"])
"""
SAYS = """\
123456789012
100000
['a key/with+signs%41']
20000000
[]
[]
Anybody
"""


def run(engine, home, *words, **more):
    env = {k: v for k, v in os.environ.items() if k not in FOREIGN and not k.startswith("AWS_")}
    env.update(SLIPWAY_DATA=engine.data, HOME=str(home), **more)
    return subprocess.run(
        [SLIPWAY, "exec", "--", sys.executable, *words],
        env=env,
        cwd=home,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("ignore", ["", "true"])
def test_a_script_that_names_no_endpoint(engine, tmp_path, ignore):
    """With AWS_ENDPOINT_URL, and without it, as clients do that do not know the variable."""
    script, large = tmp_path / "script.py", tmp_path / "large"
    script.write_text(
        ("import os; os.environ.pop('AWS_ENDPOINT_URL')\n" if ignore else "") + SCRIPT
    )
    large.write_bytes(bytes(20_000_000))
    done = run(engine, tmp_path, str(script), name("unmodified"), str(large))
    assert done.returncode == 0, done.stderr
    assert done.stdout == SAYS


def test_a_name_of_aws_that_is_not_here(engine, tmp_path):
    """A service that does not exist here says so; nothing goes to AWS."""
    code = (
        "import boto3\n"
        "try: boto3.client('sns').list_topics()\n"
        "except Exception as e: print(type(e).__name__, e)\n"
    )
    done = run(engine, tmp_path, "-c", code)
    assert done.returncode == 0, done.stderr
    assert "InvalidAction" in done.stdout and "ListTopics" in done.stdout
