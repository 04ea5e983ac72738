"""Speed and size, each beside its floor measured in the same run. `./dev bench` calls it.

A figure is the median of several runs; the machine may be noisy, so read ratios. Nothing is
asserted here: a miss is printed as a miss."""

import hashlib
import http.client
import json
import os
import pathlib
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
from harness import SLIPWAY, Engine  # noqa: E402

LOAD = str(ROOT / "build" / "bench" / "bench_http")
IMAGE = "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3"
ROLE = "arn:aws:iam::123456789012:role/SlipwayExecutionRole"
MIB = 1 << 20


def row(what, got, floor, goal, met):
    print(f"{what:<46} {got:>14} {floor:>20}   {goal:<22} {'' if met else 'MISSED'}".rstrip())
    sys.stdout.flush()


def median(fn, times=5):
    return statistics.median(fn() for _ in range(times))


def timed(fn):
    start = time.perf_counter()
    fn()
    return time.perf_counter() - start


# --- floors ---


def floor_spawn(times=40):
    def run():
        for _ in range(times):
            subprocess.run(["/bin/true"], close_fds=False, check=True)

    return timed(run) / times


def floor_append(times=200):
    """A 4 KiB append and fdatasync, in seconds."""
    with tempfile.NamedTemporaryFile(dir=ROOT / "build") as f:
        took = []
        for _ in range(times):
            start = time.perf_counter()
            os.write(f.fileno(), b"x" * 4096)
            os.fdatasync(f.fileno())
            took.append(time.perf_counter() - start)
    return statistics.median(took)


# --- start, memory, size ---


def first_answer():
    e = Engine(data=tempfile.mkdtemp(dir=ROOT / "build", prefix="bench-"))
    start = time.perf_counter()
    e.start()
    c = http.client.HTTPConnection(e.endpoint.split("//")[1])
    c.request("GET", "/")
    c.getresponse().read()
    took = time.perf_counter() - start
    c.close()
    e.remove()
    return took


def rss_mib(pid):
    for line in open(f"/proc/{pid}/status"):
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024


def start_and_size(e):
    spawn = floor_spawn()
    took = median(first_answer)
    row("start to first answer", f"{took * 1e3:.1f} ms", f"true {spawn * 1e3:.1f} ms", "<= 50 ms", took <= 0.05)
    time.sleep(1)
    rss = rss_mib(e.process.pid)
    row("idle resident memory", f"{rss:.1f} MiB", "", "<= 15 MiB", rss <= 15)
    size = os.path.getsize(SLIPWAY) / MIB
    row("the binary", f"{size:.2f} MiB", "", "<= 5 MiB", size <= 5)


# --- pipelines ---


def step(name, after=None, inputs=None):
    args = {
        "ProcessingResources": {
            "ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 1}
        },
        "AppSpecification": {"ImageUri": IMAGE, "ContainerEntrypoint": ["/bin/true"]},
        "RoleArn": ROLE,
    }
    if inputs:
        args["ProcessingInputs"] = inputs
    s = {"Name": name, "Type": "Processing", "Arguments": args}
    if after:
        s["DependsOn"] = [after]
    return s


def run_pipeline(sm, steps, s3=None):
    """Seconds from the start to the end of an execution of these steps."""
    return prepare_pipeline(sm, steps, s3)()


def prepare_pipeline(sm, steps, s3=None):
    """A function that starts an execution of these steps and gives the seconds that it takes."""
    name = f"bench-{time.monotonic_ns()}"
    body = json.dumps({"Version": "2020-12-01", "Metadata": {}, "Parameters": [], "Steps": steps})
    where = {"PipelineDefinition": body}
    if len(body) > MIB:  # more than a request may hold
        s3.put_object(Bucket="bench-definitions", Key=name, Body=body.encode())
        where = {"PipelineDefinitionS3Location": {"Bucket": "bench-definitions", "ObjectKey": name}}
    sm.create_pipeline(PipelineName=name, RoleArn=ROLE, ClientRequestToken="t" * 32 + name, **where)

    def execution():
        start = time.perf_counter()
        arn = sm.start_pipeline_execution(PipelineName=name)["PipelineExecutionArn"]
        while True:
            d = sm.describe_pipeline_execution(PipelineExecutionArn=arn)
            if d["PipelineExecutionStatus"] not in ("Executing", "Stopping"):
                break
            time.sleep(0.005)
        assert d["PipelineExecutionStatus"] == "Succeeded", d
        return time.perf_counter() - start

    return execution


def chain(sm, n):
    return run_pipeline(sm, [step(f"S{i}", f"S{i - 1}" if i else None) for i in range(n)]) / n


def fan_out(sm, n):
    return n / run_pipeline(sm, [step(f"S{i}") for i in range(n)])


def cpu_s(pid):
    """CPU seconds of a process itself."""
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def cached_chain(n):
    steps = [step(f"S{i}", f"S{i - 1}" if i else None) for i in range(n)]
    for s in steps:
        s["CacheConfig"] = {"Enabled": True}
    return steps


def pipelines(e):
    sm = e.client("sagemaker")
    chain(sm, 5)
    spawn = floor_spawn()
    took = median(lambda: chain(sm, 40))
    row("a step of a chain of 40", f"{took * 1e3:.1f} ms", f"true {spawn * 1e3:.1f} ms", "<= 10 ms", took <= 0.010)
    before = cpu_s(e.process.pid)
    chain(sm, 100)
    row("the engine's CPU time for a step", f"{(cpu_s(e.process.pid) - before) * 10:.1f} ms", "", "", True)
    rate = median(lambda: fan_out(sm, 1000), 3)
    row("1,000 independent steps", f"{rate:.0f} /s", f"true {1 / spawn:.0f} /s", ">= 150 /s", rate >= 150)


def cached(e):
    sm = e.client("sagemaker")
    execution = prepare_pipeline(sm, cached_chain(50))
    execution()
    took = median(execution)
    row("50 steps that are all cached", f"{took * 1e3:.0f} ms", "", "<= 50 ms", took <= 0.05)


def large(e):
    """Without running anything: the engine's own cost by the size of a definition."""
    for n in (50, 500, 5000):
        dry = Engine(data=tempfile.mkdtemp(dir=ROOT / "build", prefix="bench-"), args=["--executor", "dry"]).start()
        sm = dry.client("sagemaker")
        chain(sm, 5)
        idle = rss_mib(dry.process.pid)
        dry.client("s3").create_bucket(Bucket="bench-definitions")
        rate = n / run_pipeline(sm, [step(f"S{i}") for i in range(n)], dry.client("s3"))
        time.sleep(2)  # a quiet second, in which it tidies up
        grown = (rss_mib(dry.process.pid) - idle) * 1024 / n
        row(f"a definition of {n:,} steps, dry", f"{rate:.0f} /s", "", "", True)
        row("  memory for each", f"{grown:.1f} KiB", "", "<= 2 KiB for 5,000", n < 5000 or grown <= 2)
        dry.remove()


def staging(e):
    s3, sm = e.client("s3"), e.client("sagemaker")
    s3.create_bucket(Bucket="bench-staging")
    for i in range(10000):
        s3.put_object(Bucket="bench-staging", Key=f"in/{i:05d}.txt", Body=b"%d" % i)
    job_input = [
        {
            "InputName": "in",
            "S3Input": {
                "S3Uri": "s3://bench-staging/in/",
                "LocalPath": "/opt/ml/processing/in",
                "S3DataType": "S3Prefix",
                "S3InputMode": "File",
            },
        }
    ]
    bare = median(lambda: run_pipeline(sm, [step("A")]), 3)
    took = median(lambda: run_pipeline(sm, [step("A", inputs=job_input)]), 3) - bare
    row("staging 10,000 objects", f"{took:.2f} s", f"no input {bare:.3f} s", "< 0.5 s", took < 0.5)


# --- calls ---


def load(e, connections, seconds, service, method, path, headers=(), body=b""):
    """Requests a second and the median latency in seconds."""
    k = e.credentials
    out = subprocess.run(
        [LOAD, e.endpoint, k["AWS_ACCESS_KEY_ID"], k["AWS_SECRET_ACCESS_KEY"], k["AWS_DEFAULT_REGION"],
         str(connections), str(seconds), service, method, path, *headers],
        input=body, capture_output=True,
    )
    rate, p50, p99, failed = out.stdout.split()
    if int(failed):
        print(f"  {failed.decode()} answers were errors: {out.stderr.decode()[:300]}")
    return float(rate), float(p50) / 1e6


def calls(e):
    sm, s3 = e.client("sagemaker"), e.client("s3")
    s3.create_bucket(Bucket="bench-calls")
    s3.put_object(Bucket="bench-calls", Key="k", Body=b"x" * 1000)
    sm.create_model_package_group(ModelPackageGroupName="bench")
    target = lambda op: ["content-type:application/x-amz-json-1.1", f"x-amz-target:SageMaker.{op}"]
    describe = json.dumps({"ModelPackageGroupName": "bench"}).encode()
    os.sched_setaffinity(e.process.pid, {0})
    for task in os.listdir(f"/proc/{e.process.pid}/task"):
        os.sched_setaffinity(int(task), {0})
    rate, _ = load(e, 16, 3, "sagemaker", "POST", "/", target("DescribeModelPackageGroup"), describe)
    row("Describe on one core", f"{rate:.0f} /s", "", ">= 10,000 /s", rate >= 10000)
    rate, _ = load(e, 16, 3, "s3", "HEAD", "/bench-calls/k")
    row("HeadObject on one core", f"{rate:.0f} /s", "", ">= 10,000 /s", rate >= 10000)
    for task in os.listdir(f"/proc/{e.process.pid}/task"):
        os.sched_setaffinity(int(task), range(os.cpu_count()))
    arn = sm.describe_model_package_group(ModelPackageGroupName="bench")["ModelPackageGroupArn"]
    tags = json.dumps({"ResourceArn": arn, "Tags": [{"Key": "k%d", "Value": "v"}]}).encode()
    floor = floor_append()
    _, p50 = load(e, 1, 3, "sagemaker", "POST", "/", target("AddTags"), tags)
    row("a write (AddTags)", f"{p50 * 1e6:.0f} us", f"append {floor * 1e6:.0f} us", "<= 1.5 x", p50 <= 1.5 * floor)
    puts = {}
    for size, times in ((4096, 1.5), (16384, 1.5), (65536, 3.5), (MIB, 3.5)):
        floor = floor_append()
        rate, p50 = load(e, 1, 3, "s3", "PUT", f"/bench-calls/p{size}-%i", (), b"x" * size)
        puts[size] = rate
        row(f"PutObject of {size // 1024} KiB", f"{p50 * 1e6:.0f} us", f"append {floor * 1e6:.0f} us",
            f"<= {times} x: {p50 / floor:.2f}", p50 <= times * floor)
    body = b"x" * MIB
    md5 = median(lambda: timed(lambda: hashlib.md5(body)))
    row("  MD5 of 1 MiB alone", f"{md5 * 1e6:.0f} us", f"append {floor * 1e6:.0f} us", f"{md5 / floor:.2f} x", True)
    rate, _ = load(e, 64, 3, "s3", "PUT", "/bench-calls/p64-%i", (), b"x" * 4096)
    row("64 writers against one", f"{rate:.0f} /s", f"one {puts[4096]:.0f} /s", f">= 4 x: {rate / puts[4096]:.1f}",
        rate >= 4 * puts[4096])


# --- a gibibyte ---


def copy_and_digest(source, copy, at_once):
    """Seconds for cp, durable, and the MD5 that an ETag is: one after the other or at once."""

    def run():
        with open(source, "rb") as f:
            copier = subprocess.Popen(["sh", "-c", f"cp {source} {copy} && sync {copy}"])
            if not at_once:
                copier.wait()
            subprocess.run(["openssl", "md5"], stdin=f, stdout=subprocess.DEVNULL, check=True)
            copier.wait()

    took = timed(run)
    os.unlink(copy)
    return took


def bare_server(source):
    """The URL of a server that does nothing but sendfile: what HTTP costs at least."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve():
        while True:
            conn, _ = listener.accept()
            with conn, open(source, "rb") as f:
                conn.recv(65536)
                conn.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % os.path.getsize(source))
                conn.sendfile(f)

    threading.Thread(target=serve, daemon=True).start()
    return f"http://127.0.0.1:{listener.getsockname()[1]}/"


def gibibyte(e):
    source = ROOT / "build" / "bench-1g"
    subprocess.run(["dd", "if=/dev/urandom", f"of={source}", "bs=1M", "count=1024", "status=none"], check=True)
    copy = ROOT / "build" / "bench-copy"
    received = pathlib.Path("/dev/shm/slipway-bench-copy")  # the client's disk is not measured
    s3 = e.client("s3", request_checksum_calculation="when_required")
    s3.create_bucket(Bucket="bench-large")
    url = s3.generate_presigned_url("put_object", Params={"Bucket": "bench-large", "Key": "k"}, ExpiresIn=3600)
    get = s3.generate_presigned_url("get_object", Params={"Bucket": "bench-large", "Key": "k"}, ExpiresIn=3600)
    bare = bare_server(source)

    def fresh(*command):
        received.unlink(missing_ok=True)
        return timed(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL))

    def puts():
        took = fresh("curl", "-sf", "-T", str(source), url)
        return copy_and_digest(source, copy, False) / took, copy_and_digest(source, copy, True) / took

    def gets():
        took = fresh("curl", "-sf", "-o", str(received), get)
        copied = fresh("cp", str(source), str(received))
        bare_took = fresh("curl", "-sf", "-o", str(received), bare)
        return copied / took, bare_took / took, copied / fresh("curl", "-sf", "-o", "/dev/null", get)

    before = rss_mib(e.process.pid)
    one_by_one, at_once = map(statistics.median, zip(*(puts() for _ in range(5))))
    row("PUT of 1 GiB against cp, sync, then MD5", f"{one_by_one:.2f} x", "", ">= 0.8 x", one_by_one >= 0.8)
    row("  against both at once, a core each", f"{at_once:.2f} x", "", "", True)
    copied, bare_got, thrown_away = map(statistics.median, zip(*(gets() for _ in range(5))))
    row("GET of 1 GiB against cp", f"{copied:.2f} x", "", ">= 0.8 x", copied >= 0.8)
    row("  when the client throws it away", f"{thrown_away:.2f} x", "", "", True)
    row("  against a server that only calls sendfile", f"{bare_got:.2f} x", "", "", True)
    grown = rss_mib(e.process.pid) - before
    row("memory grown by it", f"{grown:.1f} MiB", "", "flat", grown < 16)
    received.unlink(missing_ok=True)
    source.unlink()


def main():
    e = Engine(data=tempfile.mkdtemp(dir=ROOT / "build", prefix="bench-")).start()
    e.cli("runtime", "add", "*", sys.executable, "--data", e.data, check=False)
    print(f"{'':<46} {'measured':>14} {'floor':>20}   goal")
    wanted = sys.argv[1:]
    for part in (start_and_size, pipelines, cached, large, calls, staging, gibibyte):
        if not wanted or part.__name__ in wanted:
            part(e)
    e.remove()


if __name__ == "__main__":
    main()
