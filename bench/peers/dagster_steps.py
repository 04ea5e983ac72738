"""The workload for Dagster: the job of the shape that SHAPE names, since each step loads them all."""

import os
import subprocess

import dagster as dg

from sizes import STEPS, WORKERS

SHAPE = os.environ["SHAPE"]
processes = dg.multiprocess_executor.configured(
    {"max_concurrent": WORKERS, "start_method": {"forkserver": {}}}
)


@dg.op(ins={"after": dg.In(dg.Nothing)}, out=dg.Out(dg.Nothing))
def step():
    subprocess.run(["/bin/true"], check=True)


@dg.job(executor_def=processes)
def pipeline():
    last = None
    for i in range(STEPS[SHAPE]):
        following = step.alias(f"step_{i}")
        last = following(last) if last and SHAPE == "chain" else following()
