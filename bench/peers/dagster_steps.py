"""The workload for Dagster: one job for every shape."""

import subprocess

import dagster as dg

from sizes import CHAIN, FAN, WORKERS

processes = dg.multiprocess_executor.configured(
    {"max_concurrent": WORKERS, "start_method": {"forkserver": {}}}
)


@dg.op(ins={"after": dg.In(dg.Nothing)}, out=dg.Out(dg.Nothing))
def step():
    subprocess.run(["/bin/true"], check=True)


def chain_of(name, steps):
    @dg.job(name=name, executor_def=processes)
    def chain():
        last = step.alias("step_0")()
        for i in range(1, steps):
            last = step.alias(f"step_{i}")(last)

    return chain


@dg.job(executor_def=processes)
def fan():
    for i in range(FAN):
        step.alias(f"step_{i}")()


defs = dg.Definitions(jobs=[chain_of("one", 1), chain_of("chain", CHAIN), fan])
