"""The workload for Luigi. A task is done when its target is there, so each leaves an empty file."""

import luigi
from luigi.contrib.external_program import ExternalProgramTask


class Step(ExternalProgramTask):
    run_id = luigi.Parameter()
    index = luigi.IntParameter()
    chained = luigi.BoolParameter()

    def requires(self):
        if self.chained and self.index:
            return Step(run_id=self.run_id, index=self.index - 1, chained=True)
        return []

    def program_args(self):
        return ["/bin/true"]

    def run(self):
        super().run()
        with self.output().open("w"):
            pass

    def output(self):
        return luigi.LocalTarget(f"done/{self.index}")


class Fan(luigi.WrapperTask):
    run_id = luigi.Parameter()
    steps = luigi.IntParameter()

    def requires(self):
        return [Step(run_id=self.run_id, index=i, chained=False) for i in range(self.steps)]
