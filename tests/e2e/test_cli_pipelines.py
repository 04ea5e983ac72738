"""The command line on pipelines that run again: one step alone, why a cache hit, what differs."""

import json
import re

import pytest
import support
from support import BUCKET, processing_step, shell
from test_cli import PIPELINE, cli, clean, define, mine, on_terminal, project  # noqa: F401

WORD = [{"Name": "Word", "Type": "String", "DefaultValue": "none"}]


@pytest.fixture(scope="module", autouse=True)
def bucket(mine):  # noqa: F811
    mine.client("s3").create_bucket(Bucket=BUCKET)


def writes(step, at, **more):
    """A step that leaves the parameter Word, and a number that no other run has, in AT/STEP."""
    s = processing_step(
        step,
        ["/bin/sh", "-c", "echo $0 > /opt/ml/processing/out/word"],
        outputs=[("/opt/ml/processing/out", f"s3://{BUCKET}/{at}/{step}")],
        **more,
    )
    s["Arguments"]["AppSpecification"]["ContainerArguments"] = [{"Get": "Parameters.Word"}]
    return s


def reads(step, at, of, code="cat /opt/ml/processing/in/word; echo $0", **more):
    s = processing_step(
        step,
        ["/bin/sh", "-c", code],
        inputs=[
            (
                {"Get": f"Steps.{of}.ProcessingOutputConfig.Outputs['out-0'].S3Output.S3Uri"},
                "/opt/ml/processing/in",
            )
        ],
        **more,
    )
    s["Arguments"]["AppSpecification"]["ContainerArguments"] = [{"Get": "Parameters.Word"}]
    return s


def run(engine, *words, code=0):
    """What `slipway run --json` says, with this exit code."""
    got = engine.cli("run", "--json", *map(str, words), check=False)
    assert got.returncode == code, got.stdout + got.stderr
    return json.loads(got.stdout)


def arn_of(told):
    return told["Started"][0]["Arn"]


def shown(engine, word):
    return json.loads(engine.cli("show", "--json", word).stdout)


def steps_of(engine, arn):
    return {s["Name"]: s for s in shown(engine, arn)["Steps"]}


# --- run --step ---


@pytest.fixture(scope="module")
def chain(mine, tmp_path_factory):  # noqa: F811
    """(definition, ARN of an execution with Word=first, a newer one's with Word=second)."""
    at = support.name("chain")
    path = define(
        tmp_path_factory.mktemp("chain"),
        writes("Make", at),
        reads("Use", at, "Make"),
        name=f"{at}.json",
        parameters=WORD,
    )
    return (
        path,
        arn_of(run(mine, path, "-p", "Word=first")),
        arn_of(run(mine, path, "-p", "Word=second")),
    )


def test_one_step_runs_alone_on_the_newest(mine, chain):  # noqa: F811
    path, _, newest = chain
    told = run(mine, path, "--step", "Use")
    assert (told["Step"], told["From"]) == ("Use", newest)
    steps, had = steps_of(mine, arn_of(told)), steps_of(mine, newest)
    assert steps["Make"]["Arn"] == had["Make"]["Arn"]
    assert steps["Use"]["Arn"] != had["Use"]["Arn"]
    assert mine.cli("logs", arn_of(told), "Use").stdout == "second\nsecond\n"


def test_one_step_runs_alone_on_a_chosen_execution(mine, chain):  # noqa: F811
    path, first, _ = chain
    pipeline = path.stem
    told = run(mine, pipeline, "--step", "Make", "--from", first.rsplit("/", 1)[1][:9])
    assert told["From"] == first and set(steps_of(mine, arn_of(told))) == {"Make"}
    got = support.text_of(mine.client("s3"), f"{pipeline}/Make/word")
    assert got == "first\n"
    told = run(mine, pipeline, "--step", "Use", "--from", first, "-p", "Word=other")
    assert mine.cli("logs", arn_of(told), "Use").stdout == "first\nother\n"
    assert shown(mine, arn_of(told))["Parameters"] == {"Word": "other"}


def test_other_bytes_are_not_read_for_those_of_a_chosen_execution(mine, tmp_path):  # noqa: F811
    at, s3 = support.name("exact"), mine.client("s3")
    s3.put_object(Bucket=BUCKET, Key=f"{at}/table", Body=b"one")
    use = reads("Use", at, "Make")
    use["Arguments"]["ProcessingInputs"].append(
        {
            "InputName": "table",
            "S3Input": {
                "S3Uri": f"s3://{BUCKET}/{at}/table",
                "LocalPath": "/opt/ml/processing/table",
                "S3DataType": "S3Prefix",
                "S3InputMode": "File",
            },
        }
    )
    late = reads("Late", at, "Make", code="exit 1", DependsOn=["Nap"])
    steps = (writes("Make", at), use, processing_step("Nap", shell("exit $0")), late)
    steps[2]["Arguments"]["AppSpecification"]["ContainerArguments"] = [{"Get": "Parameters.Nap"}]
    path = define(
        tmp_path,
        *steps,
        name=f"{at}.json",
        parameters=WORD + [{"Name": "Nap", "Type": "String", "DefaultValue": "1"}],
    )
    first = arn_of(run(mine, path, "-p", "Word=first", code=1))  # Late never begins
    second = arn_of(run(mine, at, "-p", "Word=second", "-p", "Nap=0", code=1))
    lost = f"s3://{BUCKET}/{at}/Make"
    for step in ("Use", "Late"):
        got = mine.cli("run", at, "--step", step, "--from", first, check=False)
        assert got.returncode == 1 and "--from" in got.stderr
        assert f"what step Make left in execution {first.rsplit('/', 1)[1]}" in got.stderr
        assert lost in got.stderr
    assert "Changed" not in run(mine, at, "--step", "Use", "--from", second)
    s3.put_object(Bucket=BUCKET, Key=f"{at}/table", Body=b"two")
    told = run(mine, at, "--step", "Use", "--from", second)
    assert told["Changed"] == [f"s3://{BUCKET}/{at}/table"]
    s3.put_object(Bucket=BUCKET, Key=f"{at}/Make/word", Body=b"first\n")
    run(mine, at, "--step", "Use", "--from", first)
    s3.delete_object(Bucket=BUCKET, Key=f"{at}/Make/word")
    got = mine.cli("run", at, "--step", "Use", "--from", first, check=False)
    assert got.returncode == 1 and lost in got.stderr


def test_a_changed_step_is_tried_alone(mine, tmp_path):  # noqa: F811
    at = support.name("changed")
    bad = [writes("Make", at), reads("Use", at, "Make", code="exit 3")]
    path = define(tmp_path, *bad, name=f"{at}.json", parameters=WORD)
    failed = arn_of(run(mine, path, "-p", "Word=kept", code=1))
    good = [writes("Make", at), reads("Use", at, "Make", code="cat /opt/ml/processing/in/word")]
    path = define(tmp_path, *good, name=f"{at}.json")  # … which has no parameters any more
    path.write_text(path.read_text().replace('{"Get": "Parameters.Word"}', '"x"'))
    got = mine.cli("run", str(path), "--step", "Use", check=False)
    assert got.returncode == 0, got.stdout + got.stderr
    assert f"execution {failed.rsplit('/', 1)[1]} had (Failed" in got.stderr
    assert "no such parameters now: Word" in got.stderr
    assert mine.cli("logs", at, "Use").stdout == "kept\n"


@pytest.mark.parametrize(
    "code",
    [
        "pipeline = Pipeline({name!r})\n",
        "if __name__ == '__main__':\n    p = Pipeline({name!r})\n"
        "    p.upsert('arn:aws:iam::123456789012:role/SlipwayExecutionRole')\n"
        "    p.start(dict(Word='overruled'))\n    raise SystemExit('it went on')\n",
    ],
)
def test_a_step_of_a_python_file(mine, project, code):  # noqa: F811
    at = support.name("file")
    definition = support.definition(writes("Make", at), reads("Use", at, "Make"), parameters=WORD)
    path = project / f"{at}.py"
    path.write_text(PIPELINE.format(definition=definition) + code.format(name=at))
    got = mine.cli("run", str(path), "--step", "Make", check=False)
    assert got.returncode == 1 and "no execution" in got.stderr
    assert mine.cli("ps", at).stdout == f"{at} has not run yet\n"
    first = arn_of(run(mine, at, "-p", "Word=mine"))  # by its name: the file has made it
    told = run(mine, path, "--step", "Use")
    assert told["From"] == first and set(steps_of(mine, arn_of(told))) == {"Make", "Use"}
    assert mine.cli("logs", arn_of(told), "Use").stdout == "mine\nmine\n"


def test_jobs_are_not_started_for_a_step(mine, project):  # noqa: F811
    path = project / "jobs.py"
    path.write_text("import boto3\nboto3.client('sagemaker').create_processing_job()\n")
    before = mine.cli("ps", "--all", "--json").stdout
    got = mine.cli("run", str(path), "--step", "Use", check=False)
    assert got.returncode == 1 and "jobs of its own" in got.stderr
    assert mine.cli("ps", "--all", "--json").stdout == before


def test_steps_that_cannot_run_alone(mine, chain, tmp_path):  # noqa: F811
    path, first, _ = chain

    def refused(*words, code=1):
        got = mine.cli("run", *map(str, words), check=False)
        assert got.returncode == code
        return got.stderr

    assert "has no step Uze" in refused(path, "--step", "Uze")
    assert "no-such" in refused("no-such", "--step", "Use")
    assert "no-such" in refused(path, "--step", "Use", "--from", "no-such")
    assert "--step" in refused(path, "--from", first, code=2)
    assert "--pipeline" in refused(path.stem, "--pipeline", "x", "--step", "Use", code=2)
    other = define(tmp_path, processing_step("Use", shell("true")), name="other-one.json")
    assert f"an execution of {path.stem}, not of other-one" in refused(
        other, "--step", "Use", "--from", first
    )
    nap = define(tmp_path, processing_step("Nap", shell("sleep 60")), name="nap-one.json")
    running = mine.cli("run", "-d", str(nap)).stdout.strip()
    assert "has not ended" in refused("nap-one", "--step", "Nap", "--from", running)
    assert "no execution of nap-one has ended" in refused("nap-one", "--step", "Nap")
    mine.cli("stop", running)


def test_a_source_that_has_too_little_is_named(mine, tmp_path):  # noqa: F811
    at = support.name("three")
    middle = reads("B", at, "A", code="cp /opt/ml/processing/in/word /opt/ml/processing/out/")
    middle["Arguments"]["ProcessingOutputConfig"] = writes("B", at)["Arguments"][
        "ProcessingOutputConfig"
    ]
    path = define(
        tmp_path, writes("A", at), middle, reads("C", at, "B"), name=f"{at}.json", parameters=WORD
    )
    whole = arn_of(run(mine, path))
    little = arn_of(run(mine, at, "--step", "A"))
    got = mine.cli("run", at, "--step", "C", check=False)
    assert got.returncode == 1 and little in got.stderr and "--from EXECUTION" in got.stderr
    told = run(mine, at, "--step", "C", "--from", whole)
    assert set(steps_of(mine, arn_of(told))) == {"A", "B", "C"}


# --- run --without ---


def lambda_step(name, **more):
    return {"Name": name, "Type": "Lambda", "Arguments": {}, "FunctionArn": "arn:x", **more}


def test_a_step_is_left_out(mine, tmp_path):  # noqa: F811
    name = support.name("without")
    gate = {
        "Name": "Gate",
        "Type": "Condition",
        "Arguments": {
            "Conditions": [{"Type": "Equals", "LeftValue": 1, "RightValue": 1}],
            "IfSteps": [lambda_step("Tell")],
            "ElseSteps": [],
        },
    }
    say = processing_step("Say", ["/bin/echo", "said"])
    path = define(tmp_path, say, gate, lambda_step("Call", DependsOn=["Say"]), name=f"{name}.json")
    got = mine.cli("run", str(path), check=False)
    assert got.returncode == 1
    for step in "Tell", "Call":  # the refusal names the way on
        assert f"'slipway run --without {step}'" in got.stderr
    got = mine.cli("run", str(path), "--without", "Call", "--without", "Tell")
    assert got.stderr.count("left out, as --without says: Tell (Lambda), Call (Lambda)") == 1
    shown_ = shown(mine, name)
    assert {s["Name"]: s["Status"] for s in shown_["Steps"]} == {
        "Say": "Succeeded",
        "Gate": "Succeeded",
    }
    assert shown_["LeftOut"] == ["Tell", "Call"]
    assert "left out    Tell (run --without)" in mine.cli("show", name).stdout
    uploaded = mine.client("sagemaker").describe_pipeline(PipelineName=name)["PipelineDefinition"]
    assert "Lambda" not in uploaded and "FunctionArn" not in uploaded
    told = run(mine, path, "--without", "Gate", "--without", "Call")
    assert told["LeftOut"] == ["Gate", "Call"] and set(steps_of(mine, arn_of(told))) == {"Say"}


def test_what_cannot_be_left_out_is_refused(mine, tmp_path):  # noqa: F811
    name = support.name("needed")
    after = processing_step("After", ["/bin/true"], depends=["Call"])
    path = define(tmp_path, lambda_step("Call"), after, name=f"{name}.json")

    def refused(*words, code=1):
        got = mine.cli("run", *map(str, words), check=False)
        assert got.returncode == code
        return got.stderr

    assert "depend on it: After" in refused(path, "--without", "Call")
    assert "its steps are Call, After" in refused(path, "--without", "call")
    assert "no step would be left" in refused(path, "--without", "Call", "--without", "After")
    assert "is for files" in refused("a-pipeline", "--without", "Call", code=2)
    got = mine.client("sagemaker").list_pipelines(PipelineNamePrefix=name)
    assert got["PipelineSummaries"] == []


FILES = {
    "module": "pipeline = Pipeline({name!r})\n",
    "script": "if __name__ == '__main__':\n    p = Pipeline({name!r})\n"
    "    p.upsert('arn:aws:iam::123456789012:role/SlipwayExecutionRole')\n    p.start()\n",
}


@pytest.mark.parametrize("form", FILES)
@pytest.mark.parametrize("padding", [0, 400_000])  # more than a pipe holds
def test_a_step_is_left_out_of_a_python_file(mine, project, form, padding):  # noqa: F811
    name = support.name(form)
    definition = json.loads(
        support.definition(
            processing_step("Say", ["/bin/echo", "said"]),
            lambda_step("Call", DependsOn=["Say"]),
            lambda_step("More", DependsOn=["Call"]),
        )
    )
    definition["Metadata"] = {"padding": "é" * padding}
    path = project / f"{name}.py"
    path.write_text(
        PIPELINE.format(definition=json.dumps(definition)) + FILES[form].format(name=name)
    )
    got = mine.cli("run", str(path), "--without", "Call", check=False)
    assert got.returncode == 1 and "depend on it: More" in got.stderr
    told = run(mine, path, "--without", "Call", "--without", "More")
    assert set(steps_of(mine, arn_of(told))) == {"Say"}
    assert told["LeftOut"] == ["Call", "More"]
    got = mine.cli("run", str(path), "--without", "Say", "--step", "Say", check=False)
    assert got.returncode == 1 and "depend on it: Call" in got.stderr


@pytest.mark.parametrize("how", [(), ("--detach",)])
def test_a_script_that_goes_on_with_another_pipeline(mine, project, how):  # noqa: F811
    name = support.name("goes-on")
    first = support.definition(processing_step("Say", shell("sleep 1")), lambda_step("Call"))
    second = support.definition(processing_step("Say", shell("true")))
    path = project / f"{name}.py"
    path.write_text(
        "import boto3, time, uuid\nc = boto3.client('sagemaker')\n"
        f"for name, text in ('{name}-a', {first!r}), ('{name}-b', {second!r}):\n"
        f"    c.create_pipeline(PipelineName=name, PipelineDefinition=text, RoleArn={support.ROLE!r},"
        "\n                      ClientRequestToken=uuid.uuid4().hex)\n"
        "    c.start_pipeline_execution(PipelineName=name, ClientRequestToken=uuid.uuid4().hex)\n"
        "    time.sleep(1)\n"
    )
    got = mine.cli("run", str(path), "--without", "Call", *how, check=False)
    assert f":pipeline/{name}-a/execution/" in got.stdout
    if not how:
        assert got.returncode == 1 and "no such step; its steps are Say" in got.stderr
    assert f"{name}-b" not in mine.cli("ps", "--all", "--json").stdout


def test_scripts_without_a_definition_are_refused(mine, project):  # noqa: F811
    def things():
        return [t["Arn"] for t in json.loads(mine.cli("ps", "--all", "--json").stdout)]

    before = things()
    for code, said in (
        ("c.create_processing_job()", "calls CreateProcessingJob and has uploaded no definition"),
        (
            "c.create_pipeline(PipelineName='there', RoleArn='r' * 20, ClientRequestToken='t' * 32,"
            " PipelineDefinitionS3Location={'Bucket': 'b', 'ObjectKey': 'k'})",
            "the definition of there lies in S3",
        ),
    ):
        path = project / "no-definition.py"
        path.write_text(f"import boto3\nc = boto3.client('sagemaker')\n{code}\n")
        got = mine.cli("run", str(path), "--without", "Call", check=False)
        assert got.returncode == 1 and said in got.stderr
    assert things() == before


# --- why ---

ON = {"Enabled": True, "ExpireAfter": "P30D"}


def cached(step, at, code="cat /opt/ml/processing/in/* > /opt/ml/processing/out/all", **more):
    """A step that copies AT/in to AT/out-STEP, with a cache, and Word in its environment."""
    s = processing_step(
        step,
        shell(code),
        inputs=[(f"s3://{BUCKET}/{at}/in", "/opt/ml/processing/in")],
        outputs=[("/opt/ml/processing/out", f"s3://{BUCKET}/{at}/out-{step}")],
        **{"CacheConfig": ON, **more},
    )
    s["Arguments"]["Environment"] = {"WORD": {"Get": "Parameters.Word"}, "SAME": "1"}
    return s


def why(engine, *words):
    return json.loads(engine.cli("why", "--json", *words).stdout)


@pytest.fixture
def at(mine):  # noqa: F811
    where = support.name("why")
    mine.client("s3").put_object(Bucket=BUCKET, Key=f"{where}/in/a", Body=b"one\n")
    return where


def test_why_a_hit(mine, tmp_path, at):  # noqa: F811
    path = define(tmp_path, cached("A", at), name=f"{at}.json", parameters=WORD)
    first = arn_of(run(mine, path))
    told = why(mine, at, "A")
    assert (told["How"], told["Why"]) == ("miss", "no earlier success")
    assert "ComparedWith" not in told and told["Differs"] == []
    second = arn_of(run(mine, path))
    told = why(mine, second, "A")
    assert (told["How"], told["ComparedWith"], told["Differs"]) == ("hit", first, [])
    parts = {e["Part"]: e["Values"] for e in told["Equal"]}
    assert {"AppSpecification", "Environment", "ProcessingInputs", "Runtime"} == parts.keys()
    assert parts["Environment"] == 2
    text = mine.cli("why", second.rsplit("/", 1)[1], "A").stdout
    assert "taken from the cache" in text and first.rsplit("/", 1)[1] in text
    assert "Environment (2 values)" in text and "differs" not in text
    assert max(map(len, text.splitlines())) <= 80


def test_why_a_miss(mine, tmp_path, at):  # noqa: F811
    path = define(tmp_path, cached("A", at), name=f"{at}.json", parameters=WORD)
    first = arn_of(run(mine, path))
    mine.client("s3").put_object(Bucket=BUCKET, Key=f"{at}/in/a", Body=b"two\n")
    run(mine, path, "-p", "Word=new")
    told = why(mine, at, "A")
    assert (told["How"], told["ComparedWith"]) == ("miss", first)
    differs = {d["Part"]: (d["Here"], d["There"]) for d in told["Differs"]}
    here, there = differs.pop("ProcessingInputs[in-0].S3Input.Content")
    assert here != there
    assert told["Cache"]["content"] == {f"s3://{BUCKET}/{at}/in": here}
    assert told["ComparedCache"]["content"] == {f"s3://{BUCKET}/{at}/in": there}
    assert differs == {"Environment.WORD": ("new", "none")}
    assert {e["Part"] for e in told["Equal"]} == {"AppSpecification", "Runtime"}
    text = mine.cli("why", at, "A").stdout
    assert "not taken from the cache" in text
    assert "  Environment.WORD\n    here  new\n    there none\n" in text
    assert f"    here  {here[:12]}…  s3://{BUCKET}/{at}/in\n    there {there[:12]}…" in text
    assert "AppSpecification (" in text


def test_why_parts_that_one_side_has_not(mine, tmp_path, at):  # noqa: F811
    path = define(tmp_path, cached("A", at), name=f"{at}.json", parameters=WORD)
    run(mine, path)
    step = cached("A", at)
    del step["Arguments"]["Environment"]
    step["Arguments"]["AppSpecification"]["ContainerArguments"] = ["x"]
    define(tmp_path, step, name=f"{at}.json", parameters=WORD)
    run(mine, path)
    differs = {d["Part"]: (d.get("Here"), d.get("There")) for d in why(mine, at, "A")["Differs"]}
    assert differs == {
        "AppSpecification.ContainerArguments": (["x"], None),
        "Environment": (None, {"WORD": "none", "SAME": "1"}),
    }
    assert "there (not there)" in mine.cli("why", at, "A").stdout


def test_why_an_output_is_gone(mine, tmp_path, at):  # noqa: F811
    path = define(tmp_path, cached("A", at), name=f"{at}.json", parameters=WORD)
    run(mine, path)
    mine.client("s3").delete_object(Bucket=BUCKET, Key=f"{at}/out-A/all")
    run(mine, path)
    told = why(mine, at, "A")
    assert told["How"] == "miss" and told["Differs"] == [] and len(told["Equal"]) == 4
    assert told["Why"] == f"its output s3://{BUCKET}/{at}/out-A/all is gone or has changed"


def test_why_without_a_cache(mine, tmp_path, at):  # noqa: F811
    path = define(
        tmp_path,
        cached("Off", at, CacheConfig={"Enabled": False}),
        cached("On", at),
        reads("Plain", at, "Off"),
        name=f"{at}.json",
        parameters=WORD,
    )
    whole = arn_of(run(mine, path))
    assert "has no CacheConfig" in mine.cli("why", at, "Plain").stdout
    assert why(mine, at, "Off")["Why"] == "its CacheConfig is not enabled, so it runs every time"
    run(mine, at, "--step", "Plain")
    told = why(mine, at, "Off")
    assert (told["How"], told["ComparedWith"]) == ("selective", whole)
    text = mine.cli("why", at, "Off").stdout
    assert "taken from another execution" in text and whole.rsplit("/", 1)[1] in text
    assert why(mine, at, "On")["Why"] == "it never began in this execution"
    got = mine.cli("why", at, "Plein", check=False)
    assert got.returncode == 1 and "did you mean Plain" in got.stderr and not got.stdout
    got = mine.cli("why", at, "Something", check=False)
    assert got.returncode == 1 and "its steps are Off, On, Plain" in got.stderr
    assert mine.cli("why", at, check=False).returncode == 2
    job = shown(mine, whole)["Steps"][0]["Job"]["Name"]
    got = mine.cli("why", job, "Plain", check=False)
    assert got.returncode == 1 and "not an execution" in got.stderr


# --- diff ---


def trains(step, metric, seconds=0):
    arguments = support.training(
        ["/bin/sh", "-c", f"sleep {seconds}; echo loss=$0"],
        hyperparameters={"x": "1"},
    )
    del arguments["TrainingJobName"]
    arguments["AlgorithmSpecification"]["ContainerArguments"] = [metric]
    arguments["AlgorithmSpecification"]["MetricDefinitions"] = [
        {"Name": "loss", "Regex": "loss=([0-9.]+)"}
    ]
    return {"Name": step, "Type": "Training", "Arguments": arguments}


def diff(engine, *words):
    told = json.loads(engine.cli("diff", "--json", *words).stdout)
    return told, {
        (d["What"], d.get("Step"), d.get("Name")): tuple(d["Values"]) for d in told["Differences"]
    }


def test_diff_of_two_executions(mine, tmp_path, at):  # noqa: F811
    definition = [cached("A", at), trains("T", {"Get": "Parameters.Word"})]
    path = define(tmp_path, *definition, name=f"{at}.json", parameters=WORD)
    first = arn_of(run(mine, path, "-p", "Word=0.5"))
    told, differences = diff(mine, first, at)
    assert differences == {} and told["Executions"] == [first, first]
    assert "nothing differs\nequal: 1 pipeline" in mine.cli("diff", first, first).stdout
    mine.client("s3").put_object(Bucket=BUCKET, Key=f"{at}/in/a", Body=b"two\n")
    definition.append(reads("Bad", at, "A", code="exit 1"))
    definition[1] = trains("T", {"Get": "Parameters.Word"}, seconds=3)
    define(tmp_path, *definition, name=f"{at}.json", parameters=WORD)
    second = arn_of(run(mine, path, "-p", "Word=0.25", code=1))
    told, differences = diff(mine, first, second)
    inputs = differences.pop(("input", "A", "in-0"))
    assert len(set(inputs)) == 2
    durations = {k: differences.pop(k) for k in list(differences) if k[0] == "duration"}
    assert ("duration", "T", None) in durations
    assert isinstance(differences.pop(("input", "Bad", "in-0"))[1], str)
    assert differences == {
        ("version", None, None): (1, 2),
        ("status", None, None): ("Succeeded", "Failed"),
        ("parameter", None, "Word"): ("0.5", "0.25"),
        ("metric", "T", "loss"): (0.5, 0.25),
        ("status", "Bad", None): (None, "Failed"),
        ("ran", "Bad", None): (None, "ran"),
    }
    told["Equal"].pop("duration", 0)
    assert told["Equal"] == {"pipeline": 1, "status": 2, "ran": 2}
    text = mine.cli("diff", first.rsplit("/", 1)[1], second).stdout
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert max(map(len, text.splitlines())) <= 80
    for line in (
        "version 1 2",
        "parameter Word 0.5 0.25",
        "T",
        "metric loss 0.5 0.25",
        "Bad",
        "status - Failed",
        f"input in-0 {inputs[0][:12]}… {inputs[1][:12]}…",
    ):
        assert line in lines, text
    assert lines[-1].startswith("equal: 1 pipeline, 2 statuses, 2 ways of running")


def test_diff_tells_cached_from_run(mine, tmp_path, at):  # noqa: F811
    """The same bytes from another prefix are the same input."""
    path = define(tmp_path, cached("A", at), name=f"{at}.json", parameters=WORD)
    first = arn_of(run(mine, path))
    mine.client("s3").put_object(Bucket=BUCKET, Key=f"{at}-2/in/a", Body=b"one\n")
    step = cached("A", at)
    step["Arguments"]["ProcessingInputs"][0]["S3Input"]["S3Uri"] = f"s3://{BUCKET}/{at}-2/in"
    define(tmp_path, step, name=f"{at}.json", parameters=WORD)
    second = arn_of(run(mine, path))
    _, differences = diff(mine, first, second)
    assert differences.pop(("ran", "A", None)) == ("ran", "cached")
    assert {k for k in differences if k[0] != "duration"} == {("version", None, None)}
    step["Arguments"]["Environment"]["SAME"] = "2"
    define(tmp_path, step, name=f"{at}.json", parameters=WORD)
    third = arn_of(run(mine, path))
    told, differences = diff(mine, first, third)
    assert {k for k in differences if k[0] != "duration"} == {("version", None, None)}
    assert told["Equal"]["input"] == 1
    got = mine.cli("diff", first, "no-such", check=False)
    assert got.returncode == 1 and "no-such" in got.stderr and got.stdout == ""
    assert mine.cli("diff", first, check=False).returncode == 2


def test_diff_knows_code_by_its_place(mine, tmp_path, at):  # noqa: F811
    s3 = mine.client("s3")
    s3.put_object(Bucket=BUCKET, Key=f"{at}/code/p.py", Body=b"print(1)\n")
    step = processing_step(
        "P",
        ["/usr/bin/python3", "/opt/ml/processing/input/code/p.py"],
        inputs=[(f"s3://{BUCKET}/{at}/code", "/opt/ml/processing/input/code")],
    )
    path = define(tmp_path, step, name=f"{at}.json")
    first = arn_of(run(mine, path))
    s3.put_object(Bucket=BUCKET, Key=f"{at}/code/p.py", Body=b"print(2)\n")
    _, differences = diff(mine, first, arn_of(run(mine, path)))
    assert [k for k in differences if k[0] != "duration"] == [("code", "P", "in-0")]


# --- show --timeline ---


def bars(text, width=80):
    """{step: (cells before its bar, the bar, what stands behind it)}."""
    lines = text.splitlines()
    assert max(map(len, lines)) <= width, text
    found = {}
    for line in lines[2:]:
        got = re.match(r"(\S+)(\s+)([█▒░▶]+|·.*?)\s{2,}(.*)$", line)
        if got:
            found[got[1]] = (len(got[1] + got[2]), got[3], got[4].strip())
    return found


def test_a_timeline(mine, tmp_path, at):  # noqa: F811
    slow = processing_step("Slow", shell("sleep 1.5"))
    after = processing_step("After", shell("sleep 0.5; exit 1"), depends=["Slow"])
    path = define(tmp_path, cached("A", at), slow, after, name=f"{at}.json", parameters=WORD)
    first = arn_of(run(mine, path, code=1))
    text = mine.cli("show", "--timeline", at).stdout
    head, axis = text.splitlines()[:2]
    assert head.split()[:3] == [at, first.rsplit("/", 1)[1], "Failed"]
    assert axis.split()[0] == "0" and axis.rstrip().endswith(" s")
    got = bars(text)
    assert got.keys() == {"A", "Slow", "After"}
    (start, bar, note), (later, last, end) = got["Slow"], got["After"]
    assert set(bar + last) == {"█"} and len(bar) > len(last) > 2
    assert start + len(bar) - 1 <= later and later > start + 10
    assert note.endswith(" s") and end.endswith("Failed")
    assert "ran" not in text  # all did
    second = arn_of(run(mine, path, code=1))
    got = bars(mine.cli("show", "-t", second).stdout)
    assert set(got["A"][1]) == {"▒"} and got["A"][2].endswith("cached")
    run(mine, at, "--step", "After", code=1)
    text = mine.cli("show", "-t", at).stdout
    got = bars(text)
    assert got["Slow"][1:] == (f"· of execution {second.rsplit('/', 1)[1]}", "reused")
    assert "· not run" in text


def test_a_timeline_of_what_runs(mine, tmp_path):  # noqa: F811
    name = support.name("a-long-name-of-a-pipeline")
    path = define(
        tmp_path,
        processing_step("Quick", shell("true")),
        processing_step("S" * 40, shell("sleep 60")),
        name=f"{name}.json",
    )
    arn = mine.cli("run", "-d", str(path)).stdout.strip()
    support.until(
        lambda: steps_of(mine, arn).get("Quick", {}).get("Status") == "Succeeded"
        and steps_of(mine, arn)["S" * 40]["Status"] == "Executing",
        "the steps",
    )
    env = clean(SLIPWAY_DATA=mine.data, TERM="xterm", NO_COLOR="1")
    for width in (80, 120, 60):
        _, text = on_terminal(["show", "--timeline", arn], env, columns=width)
        got = bars(text.replace("\r", ""), width)
        assert re.fullmatch("█+▶", got["S" * 23 + "…"][1])
        assert got["S" * 23 + "…"][2].endswith("Executing")
        assert set(got["Quick"][1]) == {"█"}
    job = steps_of(mine, arn)["Quick"]["Job"]["Name"]
    got = mine.cli("show", "--timeline", job, check=False)
    assert got.returncode == 1 and "only executions" in got.stderr
    assert mine.cli("show", "--timeline", "--json", arn, check=False).returncode == 2
    mine.cli("stop", arn)


# --- progress, and what to do about a failure ---


def test_progress_and_the_time_left(mine, tmp_path, at):  # noqa: F811
    """The second run is compared with the first, which took about four seconds."""
    gate = {
        "Name": "Gate",
        "Type": "Condition",
        "DependsOn": ["Slow"],
        "Arguments": {
            "Conditions": [
                {"Type": "Equals", "LeftValue": {"Get": "Parameters.Word"}, "RightValue": "go"}
            ],
            "IfSteps": [processing_step("Yes", shell("sleep 1"))],
            "ElseSteps": [processing_step(f"No{i}", shell("true")) for i in range(5)],
        },
    }
    slow = processing_step("Slow", shell("sleep 3"), depends=["A"])
    path = define(tmp_path, cached("A", at), slow, gate, name=f"{at}.json", parameters=WORD)
    text = mine.cli("run", str(path), "-p", "Word=go").stdout
    ended = {w[0]: line for line in text.splitlines() if (w := line.split()) and "done" in line}
    assert ended.keys() == {"A", "Slow", "Gate", "Yes"}
    assert "(1 of 9 steps done" in ended["A"], text  # both branches count yet
    assert "(4 of 4 steps done)" in ended["Yes"] and "left" not in text
    arn = mine.cli("run", "-d", str(path), "-p", "Word=go").stdout.strip()

    def listed():
        return next(t for t in json.loads(mine.cli("ps", "--json", at).stdout) if t["Arn"] == arn)

    def slow_runs():
        told = listed()["Progress"]
        return told if told["Done"] == 1 and told["Running"] == 1 else None

    told = support.until(slow_runs, "the second step")
    assert (told["Total"], told["Cached"]) == (9, 1)
    assert 2 < told["SecondsLeft"] < 20
    line = mine.cli("ps", at).stdout.splitlines()[-1]
    assert re.fullmatch(
        rf"{at}: 1 of 9 steps done, 1 running, 1 cached, about \d+ s left", line
    ), line
    table = mine.cli("ps", at).stdout.splitlines()
    assert table[0].split() == ["KIND", "STATUS", "STARTED", "TOOK", "STEPS", "NAME"]
    assert " 4/4 " in table[2] and " 1/9 " in table[1]
    less = support.until(
        lambda: (p := listed()["Progress"])["Done"] == 1
        and p["SecondsLeft"] < told["SecondsLeft"] - 0.5
        and p,
        "the time going by",
    )
    assert less["Total"] == 9
    support.until(lambda: listed()["Status"] == "Succeeded", "the end")
    assert listed()["Progress"] == {"Done": 4, "Total": 4, "Running": 0, "Cached": 1}


def test_a_run_says_what_came_from_where(mine, tmp_path, at):  # noqa: F811
    path = define(
        tmp_path,
        cached("A", at),
        reads("B", at, "A", code="true"),
        name=f"{at}.json",
        parameters=WORD,
    )
    first = arn_of(run(mine, path)).rsplit("/", 1)[1]
    text = mine.cli("run", str(path)).stdout
    assert f"from the cache, of execution {first}" in text
    assert re.search(rf"^{at}: Succeeded in .*, 1 of 2 steps from the cache$", text, re.M)
    got = mine.cli("run", at, "--step", "A")
    assert "from the cache" not in got.stdout and "A " in got.stdout  # asked for, so it runs
    got = mine.cli("run", at, "--step", "B", "--from", first)
    assert re.search(rf"-  not run, of execution {first}  \(1 of 2 steps done", got.stdout)
    steps = steps_of(mine, at)
    assert steps["A"]["ReusedFrom"].endswith(first) and "ReusedFrom" not in steps["B"]
    assert "not run     arn:aws:sagemaker" in mine.cli("show", at).stdout


def test_a_failure_says_how_to_try_again(mine, tmp_path, at):  # noqa: F811
    lines = shell("for i in $(seq 1 30); do echo line $i; done; exit 3")
    stop = {"Name": "Stop", "Type": "Fail", "Arguments": {"ErrorMessage": "enough"}}
    path = define(tmp_path, processing_step("Bad", lines), stop, name=f"{at}.json")
    got = mine.cli("run", str(path), check=False)
    execution = got.stdout.splitlines()[-1].rsplit("/", 1)[1]
    again = f"slipway run {at} --step Bad --from {execution}"
    report = got.stdout[got.stdout.index("Bad failed:") :].splitlines()
    assert report[1:12] == [f"  line {i}" for i in range(21, 31)] + [f"again, alone: {again}"]
    assert "--step Stop" not in got.stdout
    assert f"again       {again}" in mine.cli("show", at).stdout
    repeated = mine.cli(*again.split()[1:], check=False)
    assert repeated.returncode == 1 and "Bad failed:" in repeated.stdout


def test_the_live_view_shows_progress(mine, tmp_path):  # noqa: F811
    path = define(
        tmp_path,
        processing_step("One", shell("sleep 1")),
        processing_step("Two", shell("sleep 1"), depends=["One"]),
        name="live-progress.json",
    )
    env = clean(SLIPWAY_DATA=mine.data, TERM="xterm", NO_COLOR="1")
    on_terminal(["run", str(path)], env, 80)
    _, seen = on_terminal(["run", str(path)], env, 80)
    assert "1 of 2 steps done, 1 running, about" in seen
    assert "2 of 2 steps done" in seen
