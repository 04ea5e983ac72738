"""Runs a project's Python file and starts the pipeline that it defines. Runs in the project's own
interpreter, started by `slipway run` as `python -c`; imports nothing that the project has not.

Arguments: the file, a JSON object {"fd", "parameters", "role", "pipeline", "region", "quiet",
"hold", "without", "answers"}, then those of the file.
Writes to the descriptor `fd` one JSON object a line: {"started": ARN}, {"fault": text},
{"ready": {"seconds": …}}, {"pipeline": NAME}, {"definition": text}. Standard output and error
belong to the project's file.

A file with get_pipeline() or a module-level `x = ...Pipeline(...)` is loaded under another name
than __main__, so that what it does "when run as a script" stays undone; the pipeline is created or
updated, then started. Any other file runs as a script. Either way each execution and job that is
started by this process is noticed where botocore sends the request, and if the file starts
something by itself, nothing else is started; parameters are put into its request then.

With "hold" nothing is started: the pipeline is created or updated and its name reported, and a file
that goes on to start it by itself ends there.

With "without" each definition that is about to be uploaded is reported, and the one to upload instead
is read from the descriptor `answers` as {"definition": text}; none: what was asked for cannot be.
"""
import ast
import importlib
import inspect
import json
import logging
import os
import runpy
import sys
import time
import warnings

BEGAN = time.monotonic()


class Refused(Exception):
    pass


class Held(BaseException):
    """Ends a file that is about to start what shall not be started."""


def report(**message):
    line = (json.dumps(message) + "\n").encode()
    while line:
        line = line[os.write(OPTIONS["fd"], line):]


def watch(started):
    """Notices what is started, and hands parameters to the first execution that is."""
    try:
        client = importlib.import_module("botocore.client")
    except ImportError:
        return
    send = client.BaseClient._make_api_call
    arns = {
        "StartPipelineExecution": "PipelineExecutionArn",
        "CreateTrainingJob": "TrainingJobArn",
        "CreateProcessingJob": "ProcessingJobArn",
    }

    def call(self, operation, arguments):
        if OPTIONS["without"]:
            arguments = leave_out(operation, arguments, operation in arns)
        if OPTIONS["hold"] and operation in arns:
            hold(operation, arguments)
        if operation == "StartPipelineExecution" and OPTIONS["parameters"] and not started:
            given = {p["Name"]: p for p in arguments.get("PipelineParameters") or []}
            for name, value in OPTIONS["parameters"].items():
                given[name] = {"Name": name, "Value": value}
            arguments = dict(arguments, PipelineParameters=list(given.values()))
        answer = send(self, operation, arguments)
        if operation in arns and arns[operation] in answer:
            if not started:
                report(ready={"seconds": round(time.monotonic() - BEGAN, 3)})
            started.append(answer[arns[operation]])
            report(started=answer[arns[operation]])
        return answer

    client.BaseClient._make_api_call = call


LEFT_OUT = []


def leave_out(operation, arguments, starts):
    """The arguments of a call that uploads a definition, without the steps that are not wanted."""
    if operation in ("CreatePipeline", "UpdatePipeline"):
        if "PipelineDefinitionS3Location" in arguments:
            report(fault="--without: the definition of %s lies in S3 and is not changed there; "
                   "give it as PipelineDefinition" % arguments.get("PipelineName"))
            raise Held()
        if "PipelineDefinition" in arguments:
            report(definition=arguments["PipelineDefinition"])
            answer = json.loads(ANSWERS.readline() or "{}")
            if "definition" not in answer:
                raise Held()
            LEFT_OUT.append(arguments.get("PipelineName"))
            return dict(arguments, PipelineDefinition=answer["definition"])
    elif starts and not LEFT_OUT:
        report(fault="--without: it calls %s and has uploaded no definition to leave a step out of"
               % operation)
        raise Held()
    return arguments


def hold(operation, arguments):
    if operation != "StartPipelineExecution":
        report(fault="it starts jobs of its own (%s); --step runs a step of a pipeline" % operation)
    else:
        report(pipeline=arguments["PipelineName"])
    raise Held()


def hush():
    """The SDKs say a hundred lines about themselves; errors stay, and all that others say."""
    handle = logging.Logger.handle

    def sieve(self, record):
        chatter = record.name.split(".")[0] in ("sagemaker", "botocore", "boto3", "urllib3")
        if not chatter or record.levelno >= logging.ERROR:
            handle(self, record)

    logging.Logger.handle = sieve
    warnings.filterwarnings("ignore", module=r"(sagemaker|boto3|botocore)(\.|$)")
    os.environ.setdefault("SAGEMAKER_SUPPRESS_V2_WARNING", "1")


def is_pipeline(value):
    return not inspect.isclass(value) and all(
        callable(getattr(value, name, None)) for name in ("upsert", "start", "definition"))


def calls_pipeline(node):
    if not isinstance(node, ast.Call):
        return False
    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
    return name == "Pipeline" or name == "get_pipeline"


def defines_pipeline(source, path):
    """Whether the text says that there is one at module level. Decides without running anything."""
    for node in ast.parse(source, path).body:
        if isinstance(node, ast.FunctionDef) and node.name == "get_pipeline":
            return True
        if isinstance(node, ast.ImportFrom):
            if any((a.asname or a.name) == "get_pipeline" for a in node.names):
                return True
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None:
            if calls_pipeline(node.value):
                return True
    return False


def load(path):
    """The file as a module of its own name, as an import would do it."""
    name = os.path.splitext(os.path.basename(path))[0]
    if not name.isidentifier() or name in sys.modules:
        name = "slipway_project"
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    try:
        # functions that the SDK sends to jobs travel by value, as those of a script do
        importlib.import_module("cloudpickle").register_pickle_by_value(module)
    except (ImportError, AttributeError):
        pass
    return vars(module)


def pipeline_session():
    for name in ("sagemaker.workflow.pipeline_context",
                 "sagemaker.core.workflow.pipeline_context"):
        try:
            return importlib.import_module(name).PipelineSession()
        except ImportError:
            continue
    raise Refused("get_pipeline() wants a session, and the SageMaker SDK is not installed")


def fill(function):
    """Arguments for what get_pipeline() demands: the names that SageMaker's templates use."""
    values = {
        "region": lambda: OPTIONS["region"],
        "role": lambda: OPTIONS["role"],
        "role_arn": lambda: OPTIONS["role"],
        "execution_role": lambda: OPTIONS["role"],
        "default_bucket": lambda: pipeline_session().default_bucket(),
        "bucket": lambda: pipeline_session().default_bucket(),
        "session": pipeline_session,
        "sagemaker_session": pipeline_session,
    }
    arguments = {}
    for name, parameter in inspect.signature(function).parameters.items():
        if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
            continue
        if name in values and (parameter.default in (parameter.empty, None)):
            arguments[name] = values[name]()
        elif parameter.default is parameter.empty:
            raise Refused("get_pipeline() demands %r, which slipway cannot know: give it a default"
                          % name)
    return function(**arguments)


def find(names):
    wanted = OPTIONS["pipeline"]
    found = []
    if callable(names.get("get_pipeline")):
        found = [fill(names["get_pipeline"])]
        if not is_pipeline(found[0]):
            raise Refused("get_pipeline() returned %s, not a Pipeline" % type(found[0]).__name__)
    for value in names.values():
        if is_pipeline(value) and not any(value is other for other in found):
            found.append(value)
    if wanted:
        found = [p for p in found if p.name == wanted]
        if not found:
            raise Refused("the file has no pipeline named %s" % wanted)
    if len(found) > 1 and not callable(names.get("get_pipeline")):
        raise Refused("the file has %d pipelines (%s): choose one with --pipeline NAME"
                      % (len(found), ", ".join(str(p.name) for p in found)))
    return found[0] if found else None


def start(pipeline):
    pipeline.upsert(role_arn=OPTIONS["role"])
    if OPTIONS["hold"]:
        report(pipeline=str(pipeline.name))
        return
    pipeline.start(parameters=OPTIONS["parameters"] or None)


def main(path):
    started = []
    sys.argv = [path] + sys.argv[3:]
    sys.path.insert(0, os.path.dirname(path))
    if OPTIONS["quiet"]:
        hush()
    watch(started)
    with open(path, "rb") as file:
        source = file.read()
    if defines_pipeline(source, path):
        names = load(path)
    else:
        names = runpy.run_path(path, run_name="__main__")
    if started:
        return
    pipeline = find(names)
    if pipeline is None:
        raise Refused("it started nothing: no pipeline and no job, and there is no Pipeline or "
                      "get_pipeline() in it")
    start(pipeline)


OPTIONS = json.loads(sys.argv[2])
ANSWERS = os.fdopen(OPTIONS["answers"], encoding="utf-8")
sys.path[:] = [entry for entry in sys.path if entry != ""]  # -c puts the current directory there
try:
    main(os.path.abspath(sys.argv[1]))
except Held:
    pass
except Refused as fault:
    report(fault=str(fault))
    sys.exit(1)
except SyntaxError as fault:
    report(fault="%s:%s: %s" % (fault.filename, fault.lineno, fault.msg))
    sys.exit(1)
