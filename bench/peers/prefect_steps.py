"""The workload for Prefect: prefect_steps.py SHAPE STEPS."""

import subprocess
import sys

from prefect import flow, task
from prefect.task_runners import ThreadPoolTaskRunner

from sizes import WORKERS


@task
def step(after):
    subprocess.run(["/bin/true"], check=True)
    return after


@flow
def chain(steps: int):
    last = 0
    for _ in range(steps):
        last = step(last)


@flow(task_runner=ThreadPoolTaskRunner(max_workers=WORKERS))
def fan(steps: int):
    step.map(range(steps)).result()


if __name__ == "__main__":
    {"chain": chain, "fan": fan}[sys.argv[1]](int(sys.argv[2]))
