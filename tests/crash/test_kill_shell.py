"""kill -9 of the engine while a shell is opened or closed: nothing of it may stay behind.

Needs a build with -Dfault_points=true."""

import os
import subprocess

import pytest
import support
from gc_support import rows
from harness import SLIPWAY, Engine

# What an engine comes to that opens one shell and closes it.
POINTS = (
    "shell.key:1",
    "exec.begin:1",
    "exec.made:1",
    "exec.staged:1",
    "shell.staged:1",
    "shell.removed:1",
)


@pytest.fixture
def engine_with_a_job(tmp_path):
    e = Engine(env={"SLIPWAY_FAULT_COUNT": str(tmp_path / "points")}).start()
    support.map_image(e)
    job = support.run_processing(e.client("sagemaker"), ["/bin/true"])["ProcessingJobName"]
    assert e.keys
    e.stop()
    if not (tmp_path / "points").exists():
        e.remove()
        pytest.skip("this build has no fault points")
    yield e, job
    e.remove()


def shell(e, job):
    return subprocess.run(
        [SLIPWAY, "shell", job, "--", "echo", "inside"],
        env={**os.environ, "SLIPWAY_DATA": str(e.data), "SLIPWAY_AUTOSTART": "off"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )


def left(e):
    where = f"{e.data}/shells"
    names = os.listdir(where) if os.path.exists(where) else []
    return names + rows(e, "SELECT job FROM access_keys WHERE kind = 'job'")


@pytest.mark.parametrize("point", POINTS)
def test_kill_around_a_shell(engine_with_a_job, point):
    e, job = engine_with_a_job
    e.extra_env = {"SLIPWAY_FAULT": point}
    e.start()
    got = shell(e, job)
    assert e.process.wait(10) != 0, "the point was never reached"
    # once it is put together, no engine is needed
    assert got.stdout == ("inside\n" if point == "shell.removed:1" else "")
    for name in os.listdir(f"{e.data}/shells") if os.path.exists(f"{e.data}/shells") else ():
        os.utime(f"{e.data}/shells/{name}", (0, 0))  # made long ago
    e.process, e.extra_env = None, {}
    e.start()
    support.until(lambda: left(e) == [], f"nothing of it, but {left(e)}")
    assert shell(e, job).stdout == "inside\n"
    support.until(lambda: left(e) == [], "nothing of the second")
