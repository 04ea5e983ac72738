"""`eval "$(slipway env)"` and a script that has no word of Slipway in it, on a machine with AWS
settings of its own. Runs under SDK v2 and v3 alike."""

import http.server
import os
import socket
import socketserver
import subprocess
import threading

import pytest
from harness import SLIPWAY

pytest.importorskip("sagemaker")

# The same names in both SDKs.
IMPORTS = """\
try:
    from sagemaker import Session, get_execution_role
except ImportError:
    from sagemaker.core.helper.session_helper import Session, get_execution_role
import boto3
"""


def tree(folder):
    """Everything below a folder, to compare before and after."""
    import pathlib

    seen = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        st = path.lstat()
        if path.is_symlink():
            what = os.readlink(path)
        else:
            what = path.read_bytes() if path.is_file() else b""
        seen[str(path.relative_to(folder))] = (
            st.st_mode,
            st.st_mtime_ns if path.is_file() else 0,
            what,
        )
    return seen


BASICS = (
    IMPORTS
    + """\
session = Session()
print("bucket", session.default_bucket())
print("account", session.account_id())
print("role", get_execution_role(session))
print("identity", boto3.client("sts").get_caller_identity()["Account"])
print("region", session.boto_region_name)
"""
)
BASICS_SAY = [
    "bucket sagemaker-us-east-1-123456789012",
    "account 123456789012",
    "role arn:aws:iam::123456789012:role/SlipwayExecutionRole",
    "identity 123456789012",
    "region us-east-1",
]


def said(done):
    return [
        line
        for line in done.stdout.splitlines()
        if line.split(" ")[0] in ("bucket", "account", "role", "identity", "region", "profile")
    ]


def test_a_script_without_a_word_of_slipway(user):
    assert said(user.script(BASICS)) == BASICS_SAY


def test_nothing_is_written_elsewhere_and_aws_settings_stay(user, tmp_path):
    before_home, before_project = tree(user.home), tree(user.project)
    user.script(BASICS, TMPDIR=str(tmp_path))
    user.script(BASICS, TMPDIR=str(tmp_path))
    after = tree(user.home)
    changed = {k for k in before_home.keys() | after.keys() if before_home.get(k) != after.get(k)}
    # the SDK itself may cache below ~/.cache and ~/.config; Slipway writes nothing, and ~/.aws stays
    assert not [k for k in changed if ".aws" in k or "slipway" in k.lower()], changed
    grown = {
        k for k in tree(user.project).keys() - before_project.keys() if not k.startswith(".venv/")
    }
    assert grown <= {"script.py"}, grown
    assert os.listdir(tmp_path) == []


def test_profiles_of_ones_own(user):
    script = (
        IMPORTS
        + """\
for name in ("default", "work", "two words", "only-keys"):
    session = Session(boto_session=boto3.Session(profile_name=name))
    print("profile", name, session.account_id(), session.default_bucket())
"""
    )
    done = user.script(script)
    assert said(done) == [
        f"profile {name} 123456789012 sagemaker-us-east-1-123456789012"
        for name in ("default", "work", "two words", "only-keys")
    ]


def test_aws_profile_is_set(user):
    assert said(user.script(BASICS, AWS_PROFILE="work")) == BASICS_SAY


def test_leftovers_of_another_account(user):
    left = dict(
        AWS_SESSION_TOKEN="left over",
        AWS_SECURITY_TOKEN="left over",
        AWS_ACCESS_KEY_ID="AKIALEFTOVERLEFTOVER",
        AWS_SECRET_ACCESS_KEY="left",
        AWS_DEFAULT_REGION="eu-west-3",
        AWS_REGION="eu-west-3",
        AWS_ENDPOINT_URL_S3="http://127.0.0.1:9",
        AWS_ENDPOINT_URL_STS="http://127.0.0.1:9",
    )
    assert said(user.script(BASICS, **left)) == BASICS_SAY


class Proxy(socketserver.ThreadingTCPServer):
    """A CONNECT proxy that notes whom it was asked for and lets all of it fail or through."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self):
        self.asked = []
        super().__init__(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_address[1]}"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_CONNECT(self):
        self.server.asked.append(self.path)
        name, _, port = self.path.rpartition(":")
        if name != "other.test":
            self.send_error(403)
            return
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"from the other side")
        self.wfile.flush()
        self.close_connection = True

    def do_GET(self):
        self.server.asked.append(self.path)
        self.send_error(403)

    def log_message(self, *args):
        pass


@pytest.fixture
def proxy():
    p = Proxy()
    yield p
    p.shutdown()
    p.server_close()


@pytest.mark.parametrize("spelling", ["HTTPS_PROXY", "https_proxy"])
def test_a_proxy_that_is_set_sees_nothing_of_it(user, proxy, spelling):
    how = {spelling: proxy.url, spelling.replace("S_", "_").replace("s_", "_"): proxy.url}
    assert said(user.script(BASICS, **how)) == BASICS_SAY
    assert not [a for a in proxy.asked if "amazonaws" in a or "127.0.0.1" in a], proxy.asked


def test_a_dead_proxy(user):
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        dead = f"http://127.0.0.1:{s.getsockname()[1]}"
    assert (
        said(
            user.script(
                BASICS, HTTP_PROXY=dead, HTTPS_PROXY=dead, http_proxy=dead, https_proxy=dead
            )
        )
        == BASICS_SAY
    )


def test_no_proxy_of_everything(user):
    assert said(user.script(BASICS, NO_PROXY="*")) == BASICS_SAY


def test_other_hosts_go_through_the_users_proxy(user, proxy, fresh_engine):
    """CONNECT to another host is tunnelled unread, through the proxy that was there before."""
    e = fresh_engine(env={"HTTPS_PROXY": proxy.url})
    host, port = e.endpoint.split("//")[1].split(":")
    with socket.create_connection((host, int(port)), 10) as s:
        s.settimeout(10)
        s.sendall(b"CONNECT other.test:443 HTTP/1.1\r\nHost: other.test:443\r\n\r\n")
        got = b""
        while b"other side" not in got:
            chunk = s.recv(4096)
            if not chunk:
                break
            got += chunk
    assert got.startswith(b"HTTP/1.1 200") and got.endswith(b"from the other side")
    assert proxy.asked == ["other.test:443"]


def test_formats(user):
    def env(*args):
        done = subprocess.run(
            [SLIPWAY, "env", *args],
            cwd=user.project,
            env=user.environment(),
            capture_output=True,
            text=True,
            timeout=60,
        )
        return done.returncode, done.stdout

    code, text = env("--format", "json")
    assert code == 0
    import json

    variables = json.loads(text)
    for name in (
        "AWS_ENDPOINT_URL",
        "AWS_ACCESS_KEY_ID",
        "AWS_SECRET_ACCESS_KEY",
        "AWS_DEFAULT_REGION",
    ):
        assert variables[name]
    shells = {
        "sh": f"export AWS_ACCESS_KEY_ID='{variables['AWS_ACCESS_KEY_ID']}'",
        "fish": f"set -gx AWS_ACCESS_KEY_ID '{variables['AWS_ACCESS_KEY_ID']}'",
        "dotenv": f"AWS_ACCESS_KEY_ID={variables['AWS_ACCESS_KEY_ID']}",
        "github-actions": f"AWS_ACCESS_KEY_ID={variables['AWS_ACCESS_KEY_ID']}",
    }
    for form, line in shells.items():
        code, text = env("--format", form)
        assert code == 0 and line in text.splitlines(), form
    assert env("--format", "tea")[0] == 2


def test_a_key_per_project(user, tmp_path):
    other = tmp_path / "other"
    (other / ".venv" / "bin").mkdir(parents=True)
    (other / ".venv" / "bin" / "python").symlink_to("/usr/bin/python3")
    mine = user.variables()["AWS_ACCESS_KEY_ID"]
    done = subprocess.run(
        [SLIPWAY, "env", "--format", "dotenv"],
        cwd=other,
        env=user.environment(),
        capture_output=True,
        text=True,
        timeout=60,
    )
    theirs = [
        x.split("=", 1)[1] for x in done.stdout.splitlines() if x.startswith("AWS_ACCESS_KEY_ID=")
    ][0]
    assert theirs != mine
    assert user.variables()["AWS_ACCESS_KEY_ID"] == mine


def test_secrets_are_private(user):
    user.variables()
    for where, _, files in os.walk(user.engine.data):
        for f in files:
            path = os.path.join(where, f)
            if (
                "credentials" in f
                or f.endswith(".key")
                or "key.pem" in f
                or f.startswith("meta.db")
            ):
                mode = os.stat(path).st_mode
                parents = os.stat(user.engine.data).st_mode
                assert mode & 0o077 == 0 or parents & 0o077 == 0, path
    assert os.stat(os.path.join(user.engine.data, "credentials")).st_mode & 0o777 == 0o600


def test_exec_gives_the_same_to_one_command(user):
    path = user.project / "script.py"
    path.write_text(BASICS)
    done = subprocess.run(
        [SLIPWAY, "exec", "--", ".venv/bin/python", "script.py"],
        cwd=user.project,
        env=user.environment(AWS_SESSION_TOKEN="left over"),
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert said(done) == BASICS_SAY
