"""Reads Python files and notebooks of a project and says what they ask AWS for. Started by `slipway
check` as `python -c`; imports and runs nothing of the project.

Arguments: files. Prints one JSON object a line: {"file", "line", "kind", "name", …}; what works here
and what does not is decided by who reads it. Kinds:
  step        a pipeline step: name = its type in the definition
  operation   a call of an AWS service: service, name (a boto3 method or an operation)
  image       an image URI or the framework it is made for
  bucket      a bucket named in an s3:// URI
  secret      a secret or parameter that is read from AWS
  instances   more than one instance
  feature     something of the SDK that is recorded or not there: name
  fault       a file that cannot be read: name = why
"""
import ast
import json
import os
import re
import sys

STEPS = {
    "ProcessingStep": "Processing", "TrainingStep": "Training", "TuningStep": "Tuning",
    "TransformStep": "Transform", "CreateModelStep": "Model", "ConditionStep": "Condition",
    "FailStep": "Fail", "RegisterModel": "RegisterModel", "CallbackStep": "Callback",
    "LambdaStep": "Lambda", "QualityCheckStep": "QualityCheck", "ClarifyCheckStep": "ClarifyCheck",
    "EMRStep": "EMR", "EMRServerlessStep": "EMRServerless", "AutoMLStep": "AutoML",
    "NotebookJobStep": "Training", "MonitorBatchTransformStep": "Transform",
    "EndpointStep": "Endpoint", "EndpointConfigStep": "EndpointConfig",
}
# What the SDK's classes and methods call. ModelStep depends on its arguments: register or create.
CLASSES = {
    "HyperparameterTuner": ("sagemaker", "CreateHyperParameterTuningJob"),
    "Transformer": ("sagemaker", "CreateTransformJob"),
    "DefaultModelMonitor": ("sagemaker", "CreateMonitoringSchedule"),
    "ModelQualityMonitor": ("sagemaker", "CreateMonitoringSchedule"),
    "ModelBiasMonitor": ("sagemaker", "CreateMonitoringSchedule"),
    "ModelExplainabilityMonitor": ("sagemaker", "CreateMonitoringSchedule"),
    "FeatureGroup": ("sagemaker", "CreateFeatureGroup"),
    "AutoML": ("sagemaker", "CreateAutoMLJob"), "AutoMLV2": ("sagemaker", "CreateAutoMLJobV2"),
    "Experiment": ("sagemaker", "CreateExperiment"), "ModelCard": ("sagemaker", "CreateModelCard"),
    "Predictor": ("sagemaker", "InvokeEndpoint"), "ModelBuilder": ("sagemaker", "CreateEndpoint"),
    "AsyncInferenceConfig": ("sagemaker", "InvokeEndpointAsync"),
    "JumpStartModel": ("sagemaker", "CreateEndpoint"),
    "JumpStartEstimator": ("sagemaker", "DescribeHubContent"),
}
METHODS = {
    "deploy": ("sagemaker", "CreateEndpoint"), "transformer": ("sagemaker", "CreateTransformJob"),
    "create_monitoring_schedule": ("sagemaker", "CreateMonitoringSchedule"),
    "put_triggers": ("scheduler", "CreateSchedule"),
}
FRAMEWORKS = {
    "SKLearn": "sagemaker-scikit-learn", "SKLearnProcessor": "sagemaker-scikit-learn",
    "SKLearnModel": "sagemaker-scikit-learn", "XGBoost": "sagemaker-xgboost",
    "XGBoostModel": "sagemaker-xgboost", "XGBoostProcessor": "sagemaker-xgboost",
    "PyTorch": "pytorch-training", "PyTorchProcessor": "pytorch-training",
    "PyTorchModel": "pytorch-inference", "TensorFlow": "tensorflow-training",
    "TensorFlowProcessor": "tensorflow-training", "TensorFlowModel": "tensorflow-inference",
    "HuggingFace": "huggingface-pytorch-training",
    "HuggingFaceProcessor": "huggingface-pytorch-training",
    "HuggingFaceModel": "huggingface-pytorch-inference", "MXNet": "mxnet-training",
    "PySparkProcessor": "sagemaker-spark-processing",
    "SparkJarProcessor": "sagemaker-spark-processing",
    "SageMakerClarifyProcessor": "sagemaker-clarify-processing",
}
RETRIEVED = {
    "sklearn": "sagemaker-scikit-learn", "xgboost": "sagemaker-xgboost",
    "pytorch": "pytorch-training", "tensorflow": "tensorflow-training", "mxnet": "mxnet-training",
    "huggingface": "huggingface-pytorch-training", "spark": "sagemaker-spark-processing",
    "clarify": "sagemaker-clarify-processing", "model-monitor": "sagemaker-model-monitor-analyzer",
}
IMAGE = re.compile(r"^\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?/\S+$")
BUCKET = re.compile(r"\bs3a?://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?=/|$)")


def literal(node):
    return node.value if isinstance(node, ast.Constant) else None


def last_name(node):
    return getattr(node, "id", getattr(node, "attr", None))


def dotted(node):
    """"self.client" of that expression, or None."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        owner = dotted(node.value)
        return owner and owner + "." + node.attr
    return None


class Reader(ast.NodeVisitor):
    def __init__(self, path, lines):
        self.path, self.lines = path, lines
        self.clients = {}  # "self.client" -> service
        self.sdk = False  # the file has something of sagemaker
        self.boto3_step_functions = set()

    def found(self, node, kind, name, **more):
        line = self.lines[node.lineno - 1] if self.lines else node.lineno
        print(json.dumps(dict(file=self.path, line=line, kind=kind, name=name, **more)))

    def visit_Import(self, node):
        self.sdk = self.sdk or any(a.name.split(".")[0] == "sagemaker" for a in node.names)

    def visit_ImportFrom(self, node):
        if (node.module or "").split(".")[0] != "sagemaker":
            return
        self.sdk = True
        for alias in node.names:
            if node.module.endswith(("function_step", "remote_function")) and \
                    alias.name in ("step", "remote"):
                self.boto3_step_functions.add(alias.asname or alias.name)
            if node.module.startswith("sagemaker.local"):
                self.found(node, "feature", "local mode")

    def service_of(self, node):
        """The service of boto3.client("x"), session.resource("x"), or of a variable of one."""
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and \
                node.func.attr in ("client", "resource"):
            first = node.args[0] if node.args else next(
                (k.value for k in node.keywords if k.arg == "service_name"), None)
            return literal(first) if first is not None else None
        return self.clients.get(dotted(node) or "")

    def visit_Assign(self, node):
        service = self.service_of(node.value)
        for target in node.targets:
            if isinstance(service, str) and dotted(target):
                self.clients[dotted(target)] = service
        self.generic_visit(node)

    def visit_FunctionDef(self, node):
        for decorator in node.decorator_list:
            name = last_name(decorator.func if isinstance(decorator, ast.Call) else decorator)
            if name in self.boto3_step_functions:
                self.found(decorator, "step", "Training")
        self.generic_visit(node)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Call(self, node):
        name = last_name(node.func)
        if isinstance(node.func, ast.Attribute):
            self.method(node, name)
        if self.sdk:
            self.construct(node, name)
            self.keywords(node)
        self.generic_visit(node)

    def method(self, node, name):
        service = self.service_of(node.func.value)
        if isinstance(service, str):
            if name in ("get_paginator", "get_waiter"):
                named = literal(node.args[0]) if node.args else None
                if not isinstance(named, str) or name == "get_waiter":
                    return
                name = named
            self.found(node, "operation", name, service=service)
            if service in ("secretsmanager", "ssm") and name.startswith("get_"):
                which = next((literal(k.value) for k in node.keywords
                              if k.arg in ("SecretId", "Name")), None)
                self.found(node, "secret", which if isinstance(which, str) else "?",
                           service=service)
        elif self.sdk and name in METHODS and not isinstance(node.func.value, ast.Constant):
            service, operation = METHODS[name]
            self.found(node, "operation", operation, service=service, via=".%s()" % name)
        elif name == "retrieve" and last_name(node.func.value) == "image_uris":
            named = literal(node.args[0]) if node.args else next(
                (literal(k.value) for k in node.keywords if k.arg == "framework"), None)
            if isinstance(named, str):
                self.found(node, "image", RETRIEVED.get(named, named), via="image_uris.retrieve")

    def construct(self, node, name):
        if name in STEPS:
            self.found(node, "step", STEPS[name])
        elif name in CLASSES:
            service, operation = CLASSES[name]
            self.found(node, "operation", operation, service=service, via=name)
        elif name in FRAMEWORKS:
            self.found(node, "image", FRAMEWORKS[name], via=name)

    def keywords(self, node):
        for keyword in node.keywords:
            value = literal(keyword.value)
            if keyword.arg == "instance_count" and isinstance(value, int) and value > 1:
                self.found(node, "instances", str(value))

    def visit_Constant(self, node):
        if not isinstance(node.value, str):
            return
        if IMAGE.match(node.value):
            self.found(node, "image", node.value)
        for match in BUCKET.finditer(node.value):
            self.found(node, "bucket", match.group(1))


def notebook(path):
    """The code cells as one text, and the line in the file's own counting: "cell.line"."""
    with open(path, encoding="utf-8") as file:
        cells = json.load(file).get("cells", [])
    text, lines = [], []
    for number, cell in enumerate(cells, 1):
        if cell.get("cell_type") != "code":
            continue
        source = cell.get("source", [])
        source = source.splitlines() if isinstance(source, str) else source
        for at, line in enumerate(source, 1):
            line = line.rstrip("\n")
            magic = line.lstrip().startswith(("%", "!", "?"))
            text.append("" if magic else line)
            lines.append("cell %d, line %d" % (number, at))
    return "\n".join(text) + "\n", lines


def read(path):
    lines = None
    try:
        if path.endswith(".ipynb"):
            source, lines = notebook(path)
        else:
            with open(path, "rb") as file:
                source = file.read()
        tree = ast.parse(source, path)
    except SyntaxError as fault:
        print(json.dumps(dict(file=path, line=fault.lineno or 1, kind="fault",
                              name="not Python as %d.%d reads it: %s"
                              % (sys.version_info[0], sys.version_info[1], fault.msg))))
        return
    except (OSError, ValueError, RecursionError) as fault:
        print(json.dumps(dict(file=path, line=1, kind="fault", name=str(fault))))
        return
    reader = Reader(path, lines)
    for node in ast.walk(tree):  # a file is of the SDK wherever it imports it
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else \
                [node.module or ""]
            reader.sdk = reader.sdk or any(n.split(".")[0] == "sagemaker" for n in names)
    try:
        reader.visit(tree)
    except RecursionError:
        pass


for argument in sys.argv[1:]:
    read(os.fsdecode(argument) if isinstance(argument, bytes) else argument)
