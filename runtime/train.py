"""Runs a training script the way AWS's framework images do ("script mode").

The engine starts it as the job's program, with the runtime's interpreter and flags -I -S, so that it
starts in a few milliseconds. It reads /opt/ml/input/config, exports SM_*, installs requirements.txt
unless that was done before, and runs the entry point in /opt/ml/code as a process of its own. What
follows from a failure, and its wording, is that of sagemaker-training-toolkit.

Environment that it looks at besides AWS's: SLIPWAY_REQUIREMENTS=done (they are installed).
"""
import json
import os
import re
import shlex
import signal
import subprocess
import sys
import threading
import time

BASE = os.environ.get("SAGEMAKER_BASE_DIR", "/opt/ml")
CODE = os.path.join(BASE, "code")
INPUT = os.path.join(BASE, "input")
CONFIG = os.path.join(INPUT, "config")
OUTPUT = os.path.join(BASE, "output")

# Hyperparameters that speak to the toolkit, not to the script; so do all others "sagemaker_…".
OWN_PARAMETERS = ("default_user_module_name", "_tuning_objective_metric")
ENTRY_POINT = re.compile(r"^[A-Za-z0-9._][A-Za-z0-9._+-]*(/[A-Za-z0-9._+-]+)*$")
ERROR_LINE = re.compile(r"\b\w*(Error|Exception|Warning: OutOfMemory)\b|KeyboardInterrupt|Invalid requirement")
CAPTURE_MAX = 64 * 1024


class UserError(Exception):
    """The script's fault, or its author's: told without our own traceback."""


class ScriptError(UserError):
    def __init__(self, kind, code, message, command):
        extra = ""
        if code in (137, -signal.SIGKILL):
            extra = '\nExtraInfo "OutOfMemory: Process killed by SIGKILL (signal 9)"'
        text = '%s:\nExitCode %s\nErrorMessage "%s"%s\nCommand "%s"' % (
            kind, code, message, extra, " ".join(command))
        super().__init__(text.strip())


def log(level, text):
    now = time.time()
    stamp = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(now))
    sys.stdout.write("%s,%03d sagemaker-training-toolkit %-8s %s\n"
                     % (stamp, int(now * 1000) % 1000, level, text))
    sys.stdout.flush()


def read_json(name):
    with open(os.path.join(CONFIG, name), encoding="utf-8") as file:
        return json.load(file)


def read_json_or(name, otherwise):
    try:
        return read_json(name)
    except FileNotFoundError:
        return otherwise


def decoded(value):
    """Hyperparameters are JSON in strings; a plain word stands for itself."""
    try:
        return json.loads(value)
    except (ValueError, TypeError):
        return value


def as_env(value):
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def as_arguments(parameters):
    arguments = []
    for name in sorted(parameters):
        value = parameters[name]
        if isinstance(value, dict):
            value = ",".join("%s=%s" % pair for pair in sorted(value.items()))
        arguments.append(("--%s" if len(name) > 1 else "-%s") % name)
        arguments.append("" if value is None else str(value))
    return arguments


def count_gpus():
    try:
        return sum(1 for name in os.listdir("/dev") if re.match(r"^nvidia[0-9]+$", name))
    except OSError:
        return 0


class Environment:
    """What the job was given, and from it SM_*."""

    def __init__(self):
        given = {k: decoded(v) for k, v in read_json_or("hyperparameters.json", {}).items()}
        own = {k: v for k, v in given.items()
               if k.startswith("sagemaker_") or k in OWN_PARAMETERS}
        self.parameters = {k: v for k, v in given.items() if k not in own}
        self.program = os.environ.get("SAGEMAKER_PROGRAM") or own.get("sagemaker_program")
        self.submit_dir = (own.get("sagemaker_submit_directory")
                           or os.environ.get("SAGEMAKER_SUBMIT_DIRECTORY") or CODE)
        self.region = own.get("sagemaker_region") or os.environ.get("AWS_REGION") \
            or os.environ.get("AWS_DEFAULT_REGION") or ""
        self.job = own.get("sagemaker_job_name") or os.environ.get("TRAINING_JOB_NAME") or ""
        self.log_level = own.get("sagemaker_container_log_level",
                                 decoded(os.environ.get("SAGEMAKER_CONTAINER_LOG_LEVEL", "20")))
        known = ("sagemaker_program", "sagemaker_submit_directory", "sagemaker_region",
                 "sagemaker_job_name", "sagemaker_container_log_level", "sagemaker_s3_output",
                 "sagemaker_enable_cloudwatch_metrics") + OWN_PARAMETERS
        self.framework = {k: v for k, v in own.items() if k not in known}
        self.resources = read_json_or("resourceconfig.json",
                                      {"current_host": "algo-1", "hosts": ["algo-1"]})
        self.channels = read_json_or("inputdataconfig.json", {})
        self.arguments = as_arguments(self.parameters)

    def properties(self):
        resources = self.resources
        group = resources.get("current_group_name", "homogeneousCluster")
        groups = {g["instance_group_name"]: g for g in resources.get("instance_groups", [])}
        host = resources["current_host"]
        program = self.program
        name = program[:-3] if program and program.endswith(".py") else program
        return {
            "additional_framework_parameters": self.framework,
            "channel_input_dirs": {c: os.path.join(INPUT, "data", c) for c in self.channels},
            "current_host": host,
            "current_instance_group": group,
            "current_instance_group_hosts": groups.get(group, {}).get("hosts", []),
            "current_instance_type": resources.get("current_instance_type", "local"),
            "distribution_hosts": [],
            "distribution_instance_groups": [],
            "framework_module": os.environ.get("SAGEMAKER_TRAINING_MODULE"),
            "hosts": resources["hosts"],
            "hyperparameters": self.parameters,
            "input_config_dir": CONFIG,
            "input_data_config": self.channels,
            "input_dir": INPUT,
            "instance_groups": sorted(groups),
            "instance_groups_dict": groups,
            "is_hetero": len(groups) > 1,
            "is_master": host == resources["hosts"][0],
            "job_name": self.job,
            "log_level": self.log_level,
            "master_hostname": resources["hosts"][0],
            "model_dir": os.path.join(BASE, "model"),
            "module_dir": self.submit_dir,
            "module_name": name,
            "network_interface_name": resources.get("network_interface_name", "eth0"),
            "num_cpus": os.cpu_count() or 1,
            "num_gpus": count_gpus(),
            "num_neurons": 0,
            "output_data_dir": os.path.join(OUTPUT, "data"),
            "output_dir": OUTPUT,
            "output_intermediate_dir": os.path.join(OUTPUT, "intermediate"),
            "resource_config": resources,
            "user_entry_point": program,
        }

    def variables(self):
        properties = self.properties()
        values = dict(properties)
        for name in ("additional_framework_parameters", "channel_input_dirs", "hyperparameters",
                     "distribution_hosts", "is_master", "job_name", "master_hostname"):
            del values[name]
        values["channels"] = sorted(self.channels)
        values["framework_params"] = self.framework
        values["hps"] = self.parameters
        values["training_env"] = properties
        values["user_args"] = self.arguments
        for name, path in properties["channel_input_dirs"].items():
            values["channel_" + name] = path
        for name, value in self.parameters.items():
            values["hp_" + name] = value
        return {"SM_" + name.upper(): as_env(value) for name, value in values.items()}


def fetch_code(env):
    """The engine has unpacked the source directory; this is for one that it could not see."""
    if os.path.isdir(CODE) and os.listdir(CODE):
        return
    os.makedirs(CODE, exist_ok=True)
    source = str(env.submit_dir)
    if source == CODE or not source:
        return
    if source.startswith("s3://"):
        bucket, _, key = source[len("s3://"):].partition("/")
        target = os.path.join("/tmp", "sourcedir.tar.gz")
        fetch = ("import boto3, os, sys; boto3.client('s3', endpoint_url="
                 "os.environ.get('S3_ENDPOINT_URL') or None).download_file(*sys.argv[1:])")
        command = [sys.executable, "-c", fetch, bucket, key, target]
        if subprocess.call(command) != 0:
            raise UserError("The source directory %s could not be fetched." % source)
        source = target
    if os.path.isdir(source):
        import shutil
        shutil.copytree(source, CODE, dirs_exist_ok=True)
    elif os.path.exists(source):
        import tarfile
        with tarfile.open(source) as archive:
            archive.extractall(CODE)
    else:
        raise UserError("The source directory %s is not there." % source)


def check_entry_point(program):
    if not program:
        raise UserError("The training entry point name is empty. Set the 'sagemaker_program' "
                        "hyperparameter to the name of the script to run, relative to your "
                        "source directory -- for example 'train.py' or 'train.sh'.")
    if not ENTRY_POINT.match(program) or any(p in (".", "..") for p in program.split("/")):
        raise UserError("The training entry point %r cannot be used: it must be a path inside "
                        "your source directory, of letters, digits and '. _ + - /'." % program)
    if not os.path.exists(os.path.join(CODE, program)):
        raise UserError("The training entry point %r is not in the source directory %s, which "
                        "has: %s" % (program, CODE, ", ".join(sorted(os.listdir(CODE))[:20])))


class Capture:
    """Passes stderr on and keeps what a failure message quotes: from the first error on."""

    def __init__(self, pipe):
        self.pipe = pipe
        self.lines = []
        self.kept = 0
        self.rest = b""
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()

    def run(self):
        while True:
            data = os.read(self.pipe, 65536)
            if not data:
                break
            view = memoryview(data)
            while view:
                view = view[os.write(2, view):]
            self.take(data)
        self.line(self.rest)

    def take(self, data):
        lines = (self.rest + data).split(b"\n")
        self.rest = lines.pop()[-CAPTURE_MAX:]
        for line in lines:
            self.line(line)

    def line(self, line):
        text = line.decode("utf-8", "replace").strip(" :\r\n")
        if not text or self.kept > CAPTURE_MAX or text in self.lines:
            return
        if self.lines or ERROR_LINE.search(text):
            self.lines.append(text)
            self.kept += len(text)

    def text(self):
        # whoever outlived the script may hold the pipe open
        self.thread.join(1.0)
        return "\n".join(self.lines)


def run(kind, command, env):
    """Runs it to its end; SIGTERM goes through to it, so that it can save what it has."""
    reader, writer = os.pipe()
    child = subprocess.Popen(command, cwd=CODE, env=env, stderr=writer)
    os.close(writer)
    stopping = []

    def stop(number, _frame):
        stopping.append(number)
        child.send_signal(number)

    signal.signal(signal.SIGTERM, stop)
    capture = Capture(reader)
    code = child.wait()
    if code != 0:
        raise ScriptError(kind, code, capture.text(), command)
    return stopping


def install_requirements(env):
    path = os.path.join(CODE, "requirements.txt")
    package = os.path.exists(os.path.join(CODE, "setup.py"))
    what = ["."] if package else []
    if os.path.exists(path) and os.environ.get("SLIPWAY_REQUIREMENTS") != "done":
        what += ["-r", "requirements.txt"]
    if not what:
        return
    log("INFO", "Installing module with the following command:" if package
        else "Installing dependencies from requirements.txt")
    command = [sys.executable, "-m", "pip", "install"] + what
    run("InstallModuleError" if package else "InstallRequirementsError", command, env)


def command_for(program, arguments):
    if program.endswith(".sh") or not (program.endswith(".py")
                                       or os.path.exists(os.path.join(CODE, "setup.py"))):
        os.chmod(os.path.join(CODE, program), 0o777)
        words = ["./" + shlex.quote(program)] + [shlex.quote(a) for a in arguments]
        return ["/bin/sh", "-c", " ".join(words)]
    if os.path.exists(os.path.join(CODE, "setup.py")):
        return [sys.executable, "-m", re.sub(r"\.py$", "", program)] + arguments
    return [sys.executable, program] + arguments


def train():
    env = Environment()
    fetch_code(env)
    check_entry_point(env.program)
    variables = dict(os.environ)
    variables.update(env.variables())
    variables["CURRENT_HOST"] = env.resources["current_host"]
    variables["SAGEMAKER_JOB_NAME"] = env.job
    variables["SAGEMAKER_REGION"] = env.region
    variables.setdefault("PYTHONUNBUFFERED", "TRUE")
    variables["PYTHONPATH"] = os.pathsep.join(
        p for p in (CODE, os.environ.get("PYTHONPATH")) if p)
    for directory in ("model", "output/data"):
        os.makedirs(os.path.join(BASE, directory), exist_ok=True)
    if not env.program.endswith(".sh"):
        install_requirements(variables)
    command = command_for(env.program, env.arguments)
    log("INFO", "Invoking script with the following command:\n\n%s\n" % " ".join(command))
    run("ExecuteUserScriptError", command, variables)


def write_failure(text):
    os.makedirs(OUTPUT, exist_ok=True)
    path = os.path.join(OUTPUT, "failure")
    if not os.path.exists(path):
        with open(path, "w", encoding="utf-8", errors="replace") as file:
            file.write(text)


def main():
    try:
        train()
    except UserError as error:
        text = str(error)
    except Exception as error:  # our own fault, or the machine's
        import traceback
        text = "Framework Error: \n%s\n%s" % (traceback.format_exc(), error)
    else:
        log("INFO", "Reporting training SUCCESS")
        return 0
    write_failure(text)
    log("ERROR", "Reporting training FAILURE")
    log("ERROR", text)
    return 1


if __name__ == "__main__":
    sys.exit(main())
