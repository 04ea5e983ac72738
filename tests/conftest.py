"""What every test with real clients shares: a running engine and clients that point at it."""

import pytest
from harness import Engine


@pytest.fixture(scope="session")
def engine():
    """One engine for all tests of a session: tests choose names of their own."""
    e = Engine().start()
    yield e
    e.remove()


@pytest.fixture
def fresh_engine():
    """Makes engines that are gone when the test ends: fresh_engine(args=[…], env={…})."""
    made = []

    def make(**how):
        made.append(Engine(**how).start())
        return made[-1]

    yield make
    for e in made:
        e.remove()


@pytest.fixture(scope="session")
def s3(engine):
    return engine.client("s3")


@pytest.fixture(scope="session")
def sagemaker(engine):
    return engine.client("sagemaker")


@pytest.fixture(scope="session")
def logs(engine):
    return engine.client("logs")


@pytest.fixture(scope="session")
def cloudwatch(engine):
    return engine.client("cloudwatch")


@pytest.fixture(scope="session")
def iam(engine):
    return engine.client("iam")


@pytest.fixture(scope="session")
def sts(engine):
    return engine.client("sts")
