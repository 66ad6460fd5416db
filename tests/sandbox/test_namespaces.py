"""The second wall: a network of one's own, where the machine lets one have it."""

import os

import pytest

from graders.sandbox import namespaces
from graders.sandbox.limits import Limits
from graders.sandbox.student import Student

WHERE = "import os\ndef where(kind): return os.readlink(f'/proc/self/ns/{kind}')"
allowed = pytest.mark.skipif(
    not namespaces.are_allowed(), reason="this machine allows namespaces to nobody but root"
)


def ours(kind):
    return os.readlink(f"/proc/self/ns/{kind}")


@allowed
@pytest.mark.parametrize("kind", ["net", "ipc", "user"])
def test_a_confined_process_has_its_own(zygote, kind):
    with Student(zygote, [WHERE]) as student:
        assert student.call("where", kind).value != ours(kind)


@pytest.mark.parametrize("kind", ["net", "ipc", "user"])
def test_a_process_that_is_not_confined_has_ours(zygote, kind):
    with Student(zygote, [WHERE], Limits(confined=False)) as student:
        assert student.call("where", kind).value == ours(kind)


def test_to_ask_changes_nothing_here():
    before = ours("net")
    namespaces.are_allowed()

    assert ours("net") == before
