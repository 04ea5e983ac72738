"""The workload for Airflow: one DAG for every shape."""

from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG

from sizes import CHAIN, FAN


def dag(name, steps, chained):
    with DAG(name, schedule=None, max_active_tasks=FAN):
        last = None
        for i in range(steps):
            step = BashOperator(task_id=f"step_{i}", bash_command="/bin/true")
            if chained and last:
                last >> step
            last = step


dag("one", 1, False)
dag("chain", CHAIN, True)
dag("fan", FAN, False)
