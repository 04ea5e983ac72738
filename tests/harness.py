"""One engine for a test: starting it, finding its clients, ending it.

SLIPWAY names the program under test (default: build/slipway)."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SLIPWAY = os.environ.get("SLIPWAY", str(ROOT / "build" / "slipway"))

# What must not leak from the machine's own settings into a test.
FOREIGN = (
    "AWS_PROFILE",
    "AWS_SESSION_TOKEN",
    "AWS_CA_BUNDLE",
    "HTTPS_PROXY",
    "HTTP_PROXY",
    "https_proxy",
    "http_proxy",
    "SLIPWAY_UPSTREAM_PROXY",
)


class Engine:
    """One `slipway serve` on a directory of its own."""

    def __init__(self, data=None, args=(), env=None):
        self.data = data or tempfile.mkdtemp(prefix="slipway-test-")
        self.args = list(args)
        self.extra_env = env or {}
        self.process = None
        self.endpoint = None
        self._keys = None

    def start(self, check=True):
        env = {k: v for k, v in os.environ.items() if k not in FOREIGN}
        env.update(self.extra_env)
        self.close_log()
        self.log = open(self.data.rstrip("/") + ".log", "ab")
        self.process = subprocess.Popen(
            [SLIPWAY, "serve", "--data", self.data, "--listen", "127.0.0.1:0", *self.args],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=self.log,
            env=env,
            text=True,
        )
        line = self.process.stdout.readline()
        if not line.startswith("listening on "):
            self.process.wait(10)
            self.process = None
            if check:
                raise RuntimeError(f"serve said {line!r}; its log: {self.said()}")
            return self
        self.endpoint = line.split()[-1]
        return self

    def cli(self, *args, check=True, env=None, **more):
        """Runs a command of the program on this engine's directory."""
        full = {k: v for k, v in os.environ.items() if k not in FOREIGN}
        full["SLIPWAY_DATA"] = self.data
        full.update(env or {})
        return subprocess.run(
            [SLIPWAY, *args], env=full, check=check, text=True, capture_output=True, **more
        )

    @property
    def credentials(self):
        """The variables that `slipway env` prints."""
        out = self.cli("env", "--data", self.data, "--format", "json").stdout
        return json.loads(out)

    @property
    def keys(self):
        """The same, asked for once: keys outlast engines, and `env` would start one that is dead."""
        if not self._keys:
            self._keys = self.credentials
        return self._keys

    @property
    def env(self):
        """A whole environment in which clients find this engine."""
        full = {k: v for k, v in os.environ.items() if k not in FOREIGN}
        full.update(self.credentials)
        return full

    def client(self, service, **config):
        import boto3
        from botocore.config import Config

        keys = self.keys
        return boto3.client(
            service,
            endpoint_url=self.endpoint,
            aws_access_key_id=keys["AWS_ACCESS_KEY_ID"],
            aws_secret_access_key=keys["AWS_SECRET_ACCESS_KEY"],
            region_name=keys["AWS_DEFAULT_REGION"],
            config=Config(retries={"max_attempts": 0}, proxies={}, **config),
        )

    def close_log(self):
        if getattr(self, "log", None):
            self.log.close()

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process = None

    def said(self, n=4000):
        """The end of its log."""
        with open(self.log.name, errors="replace") as f:
            return f.read()[-n:]

    def stop(self):
        """Asks it to end and gives its exit code; None when it does not run."""
        process, self.process = self.process, None
        if not process:
            return None
        if process.poll() is not None:
            raise AssertionError(
                f"the engine ended by itself ({process.returncode}): {self.said()}"
            )
        process.send_signal(signal.SIGTERM)
        try:
            return process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise AssertionError(f"the engine did not end when asked: {self.said()}") from None

    def others(self):
        """Process ids of what else works on this directory: supervisors of jobs, other engines."""
        found = []
        for p in pathlib.Path("/proc").iterdir():
            if p.name.isdigit():
                try:
                    words = (p / "cmdline").read_bytes().split(b"\0")
                except OSError:
                    continue
                if b"slipway" in words[0].rsplit(b"/", 1)[-1] and any(
                    w.startswith(self.data.encode()) for w in words
                ):
                    found.append(int(p.name))
        return found

    def remove(self):
        try:
            code = self.stop()
            # sanitizers speak up here, too
            assert code in (0, None), f"the engine ended with {code}: {self.said()}"
        finally:
            for pid in self.others():
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
            shutil.rmtree(self.data, ignore_errors=True)
            if hasattr(self, "log"):
                self.log.close()
                os.unlink(self.log.name)
