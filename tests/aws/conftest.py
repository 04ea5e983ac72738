"""Clients of an engine on which jobs of support.IMAGE run."""

import pytest
import support


@pytest.fixture(scope="session")
def sagemaker(engine):
    support.map_image(engine)
    return engine.client("sagemaker")
