"""./dev demo as a stranger runs it: what it says, what it leaves, and the commands that it names."""

import os
import re
import signal
import subprocess
import time

import pytest
from harness import FOREIGN, ROOT

DEMO = ROOT / "build" / "demo"
ENV = {k: v for k, v in os.environ.items() if k not in FOREIGN} | {"CI": "true"}


def demo_processes():
    """Command lines of processes that have to do with the demo's folder."""
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            line = open(f"/proc/{pid}/cmdline").read().replace("\0", " ")
            where = os.readlink(f"/proc/{pid}/cwd")
        except OSError:
            continue
        if str(DEMO) in line + where and int(pid) != os.getpid():
            found.append(line)
    return found


def gone(look, patience_s=20):
    until = time.monotonic() + patience_s
    while look() and time.monotonic() < until:
        time.sleep(0.2)
    return look()


@pytest.fixture(scope="module")
def said():
    out = subprocess.run(
        ["./dev", "demo"], cwd=ROOT, env=ENV, stdin=subprocess.DEVNULL, text=True, capture_output=True
    )
    assert out.returncode == 0, out.stdout[-4000:] + out.stderr[-4000:]
    return out.stdout


@pytest.fixture(scope="module")
def summary(said):
    return said[said.index("September: ") :].rstrip("\n").split("\n")


def test_the_steps_are_told_line_by_line(said):
    for step in ("Prepare", "Train", "Evaluate", "Gate", "Register-RegisterModel"):
        assert re.search(rf"^{step} +Succeeded", said, re.M), step
    assert "\x1b" not in said, "escape sequences although it is no terminal"


def test_the_summary_is_short_and_answers_the_question(summary):
    assert len(summary) < 25
    assert all(len(line) <= 80 for line in summary if not line.startswith("  cd ")), summary
    text = "\n".join(summary)
    model = int(re.search(r"(\d+)  ranked by the model", text)[1])
    baseline = int(re.search(r"(\d+)  ranked by carrier and hour", text)[1])
    assert model > 1.2 * baseline > 0
    assert ":model-package/flight-delays/1" in text
    assert "recorded, not enforced" in text


def test_no_process_stays_and_the_folder_does(said):
    assert gone(demo_processes) == []
    assert (DEMO / "data" / "meta.db").exists()


def commands(summary):
    lines = summary[summary.index("Try next:") + 1 :]
    return lines[0].strip(), [line.strip() for line in lines[1:]]


@pytest.mark.parametrize(
    "which, code, words", [(0, 1, "Refuse"), (1, 0, "validation"), (2, 0, "")], ids=["gate", "logs", "check"]
)
def test_the_named_commands_work_in_a_new_shell(summary, which, code, words):
    cd, named = commands(summary)
    assert len(named) == 3
    plain = {k: ENV[k] for k in ("PATH", "HOME") if k in ENV}
    out = subprocess.run(
        ["bash", "-c", f"{cd}\n{named[which]}"], env=plain, text=True, capture_output=True, cwd="/"
    )
    subprocess.run([DEMO / "slipway", "down"], env=plain, check=True, capture_output=True)
    assert out.returncode == code, out.stdout + out.stderr
    assert words in out.stdout
    assert gone(demo_processes) == []


def test_ctrl_c_leaves_nothing_running(said):
    p = subprocess.Popen(
        ["./dev", "demo"],
        cwd=ROOT,
        env=ENV,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    for line in p.stdout:
        if line.startswith("Prepare"):
            break
    os.killpg(p.pid, signal.SIGINT)
    p.stdout.read()
    assert p.wait(60) != 0
    assert gone(demo_processes) == []
