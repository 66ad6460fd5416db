"""An Understudy answers as a student's process would, without one."""

import numpy as np
import pytest

from graders.errors import Raised, Unreadable
from graders.sandbox.student import Student
from graders.understudy import Understudy

EYE = np.eye(2)
ODD = """
import collections
import numpy as np

def matrix(x): return np.matrix([[1.0, 2.0]])
def half(x): return np.float16(0.1), np.full((2, 1), 0.1, np.float16)
def deque(x): return collections.deque([1.0, 2.0])
def foreign(x): return object()
def types(x): return [int, lambda: 1, 1j, b"b", {1, 2}, {1: 2}, range(3), (k for k in "ab")]
def nested(x): return [[1, (2.5, None)], [[], {"J": [x]}], True]
def none(x): return None
def text(x): return np.str_("vanishing"), "\\ud800", np.array("word")
def masked(x): return np.ma.array([1, 2], mask=[False, True])
def swapped(x): return x.astype(">f8").T
def wide(x): return np.longdouble(1) / 3, 10 ** 100, np.array([object()])
def changes(x): x[0] = np.nan; return x
def prints(x): print("x"); np.log(-1.0); return 1
def mine(x): raise type("Mine", (ValueError,), {})("no")
def missing_key(x): return {}[3]
def silent(x): raise RuntimeError
def deep(x): return eval("[" * 40 + "]" * 40)
"""
NAMES = [line.split("(")[0].removeprefix("def ") for line in ODD.splitlines() if "def " in line]
HARD = """
import sys

def huge(x): return 10 ** 100_000
def leaves(x): sys.exit(1)
"""


@pytest.fixture(scope="module")
def odd_student(zygote):
    """A student in a real process, whose functions answer oddly."""
    with Student(zygote, [ODD, HARD]) as student:
        yield student


@pytest.fixture
def understudy():
    """An Understudy of one of the odd functions, by its name."""

    def understudy(name):
        functions = {}
        exec(ODD + HARD, functions)
        return Understudy(functions[name])

    return understudy


def outcome(answering, name, views):
    """All there is to know of a call: the reply to the last bit, or the exception's kinds."""
    try:
        return exact(vars(answering.call(name, np.array([[0.5, -0.0]]), views=views)))
    except Raised as raised:
        return raised.kinds
    except Unreadable as fault:
        return str(fault)


def exact(value):
    """A value as text that tells its types, too."""
    if isinstance(value, dict):
        return {key: exact(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value).__name__, [exact(item) for item in value]
    if isinstance(value, np.ndarray | np.generic):
        return type(value).__name__, value.dtype.str, value.shape, repr(value.tolist())
    return type(value).__name__, repr(value)


@pytest.mark.parametrize("views", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_what_an_understudy_answers_arrives_as_from_a_student(understudy, odd_student, name, views):
    assert outcome(understudy(name), name, views) == outcome(odd_student, name, views)


# Each of these fails: what an Understudy meets here is neither a Reply nor a StudentFault.
@pytest.mark.parametrize("name", ["huge", "leaves"])
def test_what_hardly_crosses_the_boundary_arrives_as_from_a_student(understudy, odd_student, name):
    assert outcome(understudy(name), name, False) == outcome(odd_student, name, False)


def test_an_understudy_gets_copies():
    given = EYE.copy(), [EYE.copy()]

    def changes(matrix, matrices):
        matrix[0, 0] = matrices[0][0, 0] = 7.0
        matrices.append(3)

    reply = Understudy(changes).call("f", *given)

    assert [given[0][0, 0], given[1][0][0, 0], len(given[1])] == [1.0, 1.0, 1]
    assert [reply.args[0][0, 0], reply.args[1][0][0, 0], len(reply.args[1])] == [7.0, 7.0, 2]


def test_the_views_of_an_understudy_are_read_only():
    with pytest.raises(Raised, match="raised ValueError: assignment destination is read-only"):
        Understudy(lambda x: x.fill(0.0)).call("f", EYE, views=True)


def test_an_understudy_says_and_warns_nothing(capsys, recwarn):
    def loud(x):
        print(x, np.array([1.0]) / 0.0)
        return np.log(np.array([-1.0]))

    Understudy(loud).call("f", 1.0)

    assert (capsys.readouterr().out, [*recwarn]) == ("", [])
