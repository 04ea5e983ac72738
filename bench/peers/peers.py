"""The tools that Slipway is compared with: how each is set up and how it runs a shape.

As its documentation advises for one machine, with a step at a time for each core and else with
its defaults; docs/decisions/peers.md has the reasons. A shape is "one" step, a "chain" or a "fan".
"""

import os
import pathlib
import shutil
import signal
import socket
import sqlite3
import subprocess
import time
import urllib.request

from sizes import STEPS, WORKERS

HERE = pathlib.Path(__file__).resolve().parent
LIMIT_S = int(os.environ.get("SECONDS_EACH", "300"))  # for one run
START_S = 180  # for a server


class TooLong(Exception):
    pass


class Failed(Exception):
    pass


class Session:
    """A command in a session of its own, so that nothing of it outlives it."""

    def __init__(self, args, cwd, env):
        self.log = open(cwd / "log", "ab")
        self.process = subprocess.Popen(
            [str(a) for a in args],
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=self.log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def said(self):
        return pathlib.Path(self.log.name).read_text(errors="replace")[-2000:]

    def wait(self, limit_s):
        try:
            code = self.process.wait(limit_s)
        except subprocess.TimeoutExpired:
            raise TooLong from None
        finally:
            self.kill()
        if code:
            raise Failed(f"{self.process.args} ended with {code}: {self.said()}")

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            pass
        self.kill()

    def members(self):
        for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = stat.read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[3]) == self.process.pid and fields[0] != "Z":
                yield int(stat.parent.name)

    def kill(self):
        """Until there is none: they may start others meanwhile."""
        while pids := list(self.members()):
            for pid in pids:
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
            time.sleep(0.02)
        self.process.wait()
        self.log.close()


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Peer:
    """One tool in its own environment (bin: its commands), with its state below work."""

    def __init__(self, bin, work):
        self.bin, self.work = bin, work
        self.server = None
        self.port = free_port()
        self.runs = 0
        self.env = dict(os.environ, HOME=str(work), USER="bench", PYTHONPATH=str(HERE))
        self.env["PATH"] = f"{bin}:{os.environ['PATH']}"
        self.env.pop("PYTHONDONTWRITEBYTECODE", None)  # else each process would compile everything

    def start(self):
        """Whatever the documentation wants to run before a pipeline does."""

    def stop(self):
        if self.server:
            self.server.stop()

    def args(self, shape):
        """The command that runs a shape."""
        raise NotImplementedError

    def run(self, shape):
        """The seconds that it takes."""
        self.runs += 1
        cwd = self.work / f"run-{self.runs}"
        cwd.mkdir()
        args = self.args(shape)
        begin = time.perf_counter()
        Session([self.bin / args[0], *args[1:]], cwd, self.env).wait(LIMIT_S)
        self.wait(shape, begin)
        return time.perf_counter() - begin

    def wait(self, shape, begin):
        """Until the pipeline is over, where the command returns before."""

    def serve(self, args, ready):
        (self.work / "server").mkdir()
        self.server = Session([self.bin / args[0], *args[1:]], self.work / "server", self.env)
        end = time.monotonic() + START_S
        while not ready():
            if time.monotonic() > end or self.server.process.poll() is not None:
                raise Failed(f"{args[0]} did not start: {self.server.said()}")
            time.sleep(0.2)

    def answers(self, path):
        try:
            return (
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=5).status
                == 200
            )
        except OSError:
            return False


class Luigi(Peer):
    name, package = "Luigi", "luigi"
    how = f"luigid runs; luigi --workers {WORKERS}, tasks are ExternalProgramTasks"

    def start(self):
        args = ["luigid", "--address", "127.0.0.1", "--port", self.port]
        self.serve(args + ["--state-path", self.work / "state"], lambda: self.answers("/"))

    def args(self, shape):
        common = ["--run-id", self.runs, "--workers", WORKERS, "--scheduler-port", self.port]
        what = ["Step", "--index", STEPS[shape] - 1, "--chained"]
        if shape == "fan":
            what = ["Fan", "--steps", STEPS[shape]]
        return ["luigi", "--module", "luigi_steps", *what, *common]


class Snakemake(Peer):
    name, package = "Snakemake", "snakemake"
    how = f"snakemake --cores {WORKERS}, a shell rule that touches its output"

    def args(self, shape):
        config = ["--config", f"steps={STEPS[shape]}", f"shape={shape}"]
        return ["snakemake", "--cores", WORKERS, "--snakefile", HERE / "Snakefile", *config]


class Prefect(Peer):
    name, package = "Prefect", "prefect"
    how = f"prefect server runs; tasks in turn or mapped, ThreadPoolTaskRunner({WORKERS})"

    def start(self):
        self.env["PREFECT_API_URL"] = f"http://127.0.0.1:{self.port}/api"
        self.env["PREFECT_SERVER_ANALYTICS_ENABLED"] = "false"
        args = ["prefect", "server", "start", "--host", "127.0.0.1", "--port", self.port]
        self.serve(args, lambda: self.answers("/api/health"))

    def args(self, shape):
        flow = "fan" if shape == "fan" else "chain"
        return ["python", HERE / "prefect_steps.py", flow, STEPS[shape]]


class Dagster(Peer):
    name, package = "Dagster", "dagster"
    how = f"dagster job execute, multiprocess executor of {WORKERS}, forkserver"

    def start(self):
        home = self.work / "home"
        home.mkdir()
        (home / "dagster.yaml").write_text("telemetry:\n  enabled: false\n")
        self.env["DAGSTER_HOME"] = str(home)

    def args(self, shape):
        self.env["SHAPE"] = shape
        return ["dagster", "job", "execute", "-m", "dagster_steps"]


class Metaflow(Peer):
    name, package = "Metaflow", "metaflow"
    how = f"run --max-workers {WORKERS}, local; the 500 are a foreach, 3 steps around it"

    def start(self):
        for shape, source in metaflow_sources().items():
            (self.work / f"{shape}.py").write_text(source)

    def args(self, shape):
        return [
            "python",
            self.work / f"{shape}.py",
            "run",
            "--max-workers",
            WORKERS,
            "--max-num-splits",
            STEPS["fan"],
        ]


def metaflow_sources():
    """Metaflow reads its graph from the source, so a chain is written out. A flow has at least two
    steps: the one that is asked for and an end that does nothing."""
    head = "import subprocess\n\nfrom metaflow import FlowSpec, step\n\n\nclass Steps(FlowSpec):\n"
    tail = '\n\nif __name__ == "__main__":\n    Steps()\n'
    true = 'subprocess.run(["/bin/true"], check=True)'

    def step(name, does, following="", takes="self"):
        following = following and f"\n        self.next({following})"
        return f"    @step\n    def {name}({takes}):\n        {does}{following}\n\n"

    names = ["start", *(f"step_{i}" for i in range(1, STEPS["chain"] - 1)), "end"]
    chain = [step(a, true, f"self.{b}") for a, b in zip(names, names[1:])] + [step("end", true)]
    fan = [
        step("start", f"self.items = list(range({STEPS['fan']}))", 'self.each, foreach="items"'),
        step("each", true, "self.join"),
        step("join", "pass", "self.end", "self, inputs"),
        step("end", "pass"),
    ]
    one = [step("start", true, "self.end"), step("end", "pass")]
    return {k: head + "".join(v) + tail for k, v in (("one", one), ("chain", chain), ("fan", fan))}


class Airflow(Peer):
    name, package = "Airflow", "apache-airflow"
    how = f"standalone runs (LocalExecutor of {WORKERS}, SQLite); airflow dags trigger"

    def start(self):
        self.home = self.work / "home"
        (self.home / "dags").mkdir(parents=True)
        for shape in STEPS:
            shutil.copy(HERE / "airflow_steps.py", self.home / "dags" / f"{shape}.py")
        self.env |= {
            "AIRFLOW_HOME": str(self.home),
            "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
            "AIRFLOW__USAGE_DATA_COLLECTION__ENABLED": "False",
            "AIRFLOW__CORE__PARALLELISM": str(WORKERS),
            "AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION": "False",
            "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"http://127.0.0.1:{self.port}/execution/",
            "AIRFLOW__API__HOST": "127.0.0.1",
            "AIRFLOW__API__PORT": str(self.port),
            "AIRFLOW__API__BASE_URL": f"http://127.0.0.1:{self.port}",
        }
        self.serve(["airflow", "standalone"], self.has_dags)

    def select(self, sql, *values):
        db = sqlite3.connect(f"file:{self.home}/airflow.db?mode=ro", uri=True, timeout=60)
        try:
            return db.execute(sql, values).fetchone()[0]
        finally:
            db.close()

    def has_dags(self):
        try:
            return self.select("SELECT count(*) FROM serialized_dag") == len(STEPS)
        except (sqlite3.OperationalError, TypeError):
            return False

    def args(self, shape):
        return ["airflow", "dags", "trigger", shape, "--run-id", f"run-{self.runs}"]

    def wait(self, shape, begin):
        while True:
            state = self.select("SELECT state FROM dag_run WHERE run_id = ?", f"run-{self.runs}")
            if state == "success":
                return
            if state == "failed":
                raise Failed(f"the run failed: {self.server.said()}")
            if time.perf_counter() - begin > LIMIT_S:
                raise TooLong
            time.sleep(0.1)


PEERS = {p.name.lower(): p for p in (Luigi, Snakemake, Prefect, Dagster, Metaflow, Airflow)}
