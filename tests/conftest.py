"""What tests of the kit share: a zygote, and a course of their own."""

import pytest

from graders.sandbox.parent import Zygote


@pytest.fixture(scope="session")
def zygote():
    """One zygote for all tests: starting it takes most of a second."""
    with Zygote() as zygote:
        yield zygote
