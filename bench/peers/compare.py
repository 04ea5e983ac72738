"""The same two pipelines in Slipway and in tools of its kind. `./dev bench peers` calls it.

    compare.py TOOL=ENVIRONMENT …

A chain of 40 steps and 500 independent ones, every step a process that runs `true`. What is
measured is what a user waits for: from the start of the command that runs the pipeline to its end,
while the servers that the tool's documentation wants run already. Nothing is asserted: what fails
or takes too long is printed as that."""

import json
import os
import pathlib
import platform
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile

from peers import LIMIT_S, PEERS, Failed, Peer, TooLong
from sizes import CHAIN, FAN, STEPS

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "bench")]
import run as bench  # noqa: E402
from harness import SLIPWAY, Engine  # noqa: E402

QUICK_S = 20  # what takes less runs three times, and the median counts


class Over(float):
    """The seconds after which a run was ended: it takes longer."""


def measured(fn):
    """The seconds that fn() tells, the median of three where quick; None if it fails."""
    try:
        took = fn()
        return statistics.median([took, fn(), fn()]) if took < QUICK_S else took
    except TooLong:
        return Over(LIMIT_S)
    except Failed as e:
        print(e, file=sys.stderr)
        return None


def scratch():
    return pathlib.Path(tempfile.mkdtemp(dir=ROOT / "build", prefix="bench-"))


# --- Slipway and the floor ---


def floor():
    """fork, exec and wait, one after the other."""
    return {s: measured(lambda: bench.floor_spawn(n) * n) for s, n in STEPS.items()}


class Slipway(Peer):
    """Its command, on an engine that runs already: what is measured of the others."""

    def __init__(self, engine, work):
        super().__init__(pathlib.Path(SLIPWAY).parent, work)
        self.env["SLIPWAY_DATA"] = engine.data
        for shape in STEPS:
            body = {
                "Version": "2020-12-01",
                "Metadata": {},
                "Parameters": [],
                "Steps": steps(shape),
            }
            (work / f"{shape}.json").write_text(json.dumps(body))

    def args(self, shape):
        return [pathlib.Path(SLIPWAY).name, "run", self.work / f"{shape}.json"]


def steps(shape):
    chained = shape == "chain"
    return [
        bench.step(f"S{i}", f"S{i - 1}" if chained and i else None) for i in range(STEPS[shape])
    ]


def slipway():
    """Its rows: the command, and the API alone as ./dev bench measures it."""
    e = Engine(data=str(scratch())).start()
    work = scratch()
    try:
        e.cli("runtime", "add", "*", sys.executable, "--data", e.data, check=False)
        sm = e.client("sagemaker")
        bench.chain(sm, 5)
        api = {s: measured(lambda: bench.run_pipeline(sm, steps(s))) for s in STEPS}
        command = Slipway(e, work)
        return {s: measured(lambda: command.run(s)) for s in STEPS}, api
    finally:
        e.remove()
        shutil.rmtree(work)


# --- the others ---


def version(env, package):
    code = f"from importlib.metadata import version; print(version({package!r}))"
    return subprocess.check_output([env / "bin" / "python", "-c", code], text=True).strip()


def peer(kind, env):
    work = scratch()
    p = kind(env / "bin", work)
    try:
        p.start()
        p.run("one")  # compiles what is imported, makes databases
        return {s: measured(lambda: p.run(s)) for s in STEPS}
    except (Failed, TooLong) as e:
        print(f"{kind.name}: {e}", file=sys.stderr)
        return dict.fromkeys(STEPS)
    finally:
        p.stop()
        shutil.rmtree(work)


# --- the table ---


def digits(x):
    return f"{x:,.0f}" if x >= 100 else f"{x:.2g}" if x < 10 else f"{x:.0f}"


def cells(took, own):
    """One step; a step of the chain; steps a second; in how many times Slipway's time."""

    def show(shape, fn, over="> "):
        seconds = took[shape]
        if seconds is None:
            return "failed"
        return (over if isinstance(seconds, Over) else "") + fn(seconds)

    return (
        show("one", lambda t: f"{t:.1f} s" if t >= 1 else f"{digits(t * 1e3)} ms"),
        show("chain", lambda t: f"{digits(t / CHAIN * 1e3)} ms"),
        show("chain", lambda t: digits(t / own["chain"])),
        show("fan", lambda t: f"{digits(FAN / t)} /s", "< "),
        show("fan", lambda t: digits(t / own["fan"])),
    )


HEADS = ("", "one step", f"chain of {CHAIN}", "times", f"fan of {FAN}", "times")


def line(row):
    return f"{row[0]:<25}" + "".join(f"{c:>{w}}" for c, w in zip(row[1:], (10, 13, 9, 13, 9)))


def markdown(rows):
    yield "| | one step | a step of a chain of 40 | × | 500 independent steps | × |"
    yield "|---|--:|--:|--:|--:|--:|"
    for row in rows:
        yield "| " + " | ".join(row) + " |"


def machine():
    named = [l for l in open("/proc/cpuinfo") if l.startswith("model name")]
    model = named[0].split(":")[1].strip() if named else platform.machine()
    kernel = os.uname().release.split("-")[0]
    load = os.getloadavg()[0]
    return f"{os.cpu_count()} cores of {model}, Linux {kernel}, load {load:.1f} at the start"


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # servers end, too
    print(f"{machine()}\n\n{line(HEADS)}", flush=True)
    rows, notes = [], []

    def tell(name, took, own):
        rows.append((name, *cells(took, own)))
        print(line(rows[-1]), flush=True)

    spawned = floor()
    own, api = slipway()
    release = (ROOT / "VERSION").read_text().strip()
    tell("fork, exec, wait", spawned, own)
    tell(f"Slipway {release}", own, own)
    tell("  by its API", api, own)
    for arg in sys.argv[1:]:
        name, env = arg.split("=", 1)
        kind, env = PEERS[name], pathlib.Path(env).resolve()
        tell(f"{kind.name} {version(env, kind.package)}", peer(kind, env), own)
        notes.append(f"{kind.name}: {kind.how}")
    print("\n" + "\n".join(notes) + "\n\nAs Markdown:\n")
    print("\n".join(markdown(rows)))


if __name__ == "__main__":
    main()
