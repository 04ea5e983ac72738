"""Clients of an engine on which jobs of support.IMAGE run; file systems small enough to fill."""

import os
import pathlib
import shutil
import subprocess
import tempfile

import pytest
import support


@pytest.fixture(scope="session")
def sagemaker(engine):
    support.map_image(engine)
    return engine.client("sagemaker")


@pytest.fixture
def small_disk():
    """small_disk(MiB): a new file system of that size; only root can make one."""
    made = []

    def make(mebibytes):
        if os.getuid() != 0:
            pytest.skip("only root can mount a file system")
        where = pathlib.Path(tempfile.mkdtemp(prefix="slipway-disk-"))
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={mebibytes}m", "slipway-test", str(where)],
            capture_output=True,
            text=True,
        )
        if done.returncode != 0:
            where.rmdir()
            pytest.skip(f"no file system can be mounted here: {done.stderr.strip()}")
        made.append(where)
        (where / "data").mkdir()
        return where

    yield make
    for where in made:
        subprocess.run(["umount", "-l", str(where)], check=False)
        shutil.rmtree(where, ignore_errors=True)
