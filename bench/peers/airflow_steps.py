"""The workload for Airflow: one DAG, of the shape that its file is named after."""

import pathlib

from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG

from sizes import STEPS

SHAPE = pathlib.Path(__file__).stem

with DAG(SHAPE, schedule=None, max_active_tasks=STEPS[SHAPE]):
    last = None
    for i in range(STEPS[SHAPE]):
        step = BashOperator(task_id=f"step_{i}", bash_command="/bin/true")
        if last and SHAPE == "chain":
            last >> step
        last = step
