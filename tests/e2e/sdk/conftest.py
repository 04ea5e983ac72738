"""A user's machine in small: a HOME with AWS settings of its own, a project with its .venv, and the
environment that `slipway env` prints there.

The modules named after a version of the SDK are for an environment that has it."""

import importlib.metadata
import json
import os
import subprocess
import sys

import pytest
from harness import FOREIGN, SLIPWAY


def sdk():
    """Which of the SDKs is installed here: v2, v3 or none."""
    try:
        return "v" + importlib.metadata.version("sagemaker").split(".")[0]
    except importlib.metadata.PackageNotFoundError:
        return "none"


collect_ignore_glob = [f"test_{v}*" for v in ("v2", "v3") if v != sdk()]

CONFIG = """\
[default]
region = eu-central-1
output = json

[profile work]
region = eu-west-3
role_arn = arn:aws:iam::999999999999:role/RealWork
source_profile = default

[profile "two words"]
region = ap-south-1
"""
KEYS = """\
[default]
aws_access_key_id = AKIAREALREALREALREAL
aws_secret_access_key = real/real/real/real/real/real/real/real/

[only-keys]
aws_access_key_id = AKIAREALREALREALREA2
aws_secret_access_key = real/real/real/real/real/real/real/rea2/
aws_session_token = real-token
"""


class User:
    """Somebody who uses the engine from a project."""

    def __init__(self, root, engine):
        self.engine = engine
        self.home = root / "home"
        self.project = root / "project"
        (self.home / ".aws").mkdir(parents=True)
        (self.home / ".aws" / "config").write_text(CONFIG)
        (self.home / ".aws" / "credentials").write_text(KEYS)
        self.project.mkdir()
        (self.project / ".venv").symlink_to(sys.prefix)

    def environment(self, **more):
        """What the user's shell has before anything of Slipway's."""
        env = {k: v for k, v in os.environ.items() if k not in FOREIGN and not k.startswith("AWS_")}
        for k in (
            "SLIPWAY_DATA",
            "SLIPWAY_UPSTREAM_PROXY",
            "NO_PROXY",
            "no_proxy",
            "SAGEMAKER_USER_CONFIG_OVERRIDE",
            "SAGEMAKER_ADMIN_CONFIG_OVERRIDE",
        ):
            env.pop(k, None)
        env.update(HOME=str(self.home), SLIPWAY_DATA=self.engine.data, PYTHONDONTWRITEBYTECODE="1")
        env.update(more)
        return env

    def variables(self, **more):
        """What `slipway env --format json` gives in the project."""
        done = subprocess.run(
            [SLIPWAY, "env", "--format", "json"],
            cwd=self.project,
            env=self.environment(**more),
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def script(self, text, check=True, timeout=300, **more):
        """Runs a script of the project as a user does: eval "$(slipway env)", then python."""
        path = self.project / "script.py"
        path.write_text(text)
        done = subprocess.run(
            ["bash", "-c", f'eval "$("{SLIPWAY}" env)" && exec .venv/bin/python script.py'],
            cwd=self.project,
            env=self.environment(**more),
            capture_output=True,
            text=True,
            timeout=timeout,
        )
        if check:
            assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
        return done


@pytest.fixture(scope="session")
def user(tmp_path_factory, engine):
    return User(tmp_path_factory.mktemp("user"), engine)


@pytest.fixture(scope="session")
def in_user(user):
    """Makes this process the user's: HOME, the project's folder, the engine's variables."""
    kept, where = dict(os.environ), os.getcwd()
    variables = user.variables()
    os.environ.clear()
    os.environ.update(user.environment())
    os.environ.update({k: v for k, v in variables.items() if v is not None})
    os.chdir(user.project)
    yield user
    os.chdir(where)
    os.environ.clear()
    os.environ.update(kept)


@pytest.fixture
def write(user):
    """write(name, text): a file of the project."""

    def make(name, text):
        path = user.project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return str(path)

    return make
