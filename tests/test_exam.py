"""What a hidden grader may ask, and in which words it tells what was wrong."""

import numpy as np
import pytest

from graders.draws import Draws
from graders.errors import NotDefined, OutOfTime, WrongAnswer
from graders.exam import Exam
from graders.sandbox.limits import Limits
from graders.sandbox.student import Student


@pytest.fixture
def exam(zygote):
    """A function that makes an exam of `f`, defined by a cell."""
    students = []

    def exam(source):
        student = Student(zygote, ["import numpy as np", source], Limits(call_seconds=0.5))
        students.append(student)
        return Exam("f", student, Draws(b"key", "a", "f", "ada"), ("x",))

    yield exam
    for student in students:
        student.__exit__()


def words(ask, *args, **named):
    with pytest.raises(WrongAnswer) as caught:
        ask(*args, **named)
    return str(caught.value)


def test_a_value_error_of_any_kind_is_a_refusal(exam):
    source = "class Mine(ValueError): pass\ndef f(x): raise Mine()"

    exam(source).refuses(1.0, because="x is 1")


def test_an_answer_where_a_refusal_is_due_is_named(exam):
    assert words(exam("def f(x): return x").refuses, 1.0, because="x is 1") == (
        "returned a value, but should raise ValueError: x is 1"
    )


def test_another_exception_where_a_refusal_is_due_is_named(exam):
    assert words(exam("def f(x): raise KeyError(x)").refuses, 1.0, because="x is 1") == (
        "raised KeyError at `def f(x): raise KeyError(x)`: 1.0, but should raise ValueError: x is 1"
    )


def test_refusing_what_is_valid_is_named(exam):
    assert words(exam("def f(x): raise ValueError('never')").answers, 1.0) == (
        "valid input is to be answered before this counts: "
        "raised ValueError at `def f(x): raise ValueError('never')`: never"
    )


@pytest.mark.parametrize(
    ("source", "given"),
    [
        ("def f(x): x[0] = 7", np.zeros(2)),
        ("def f(x): x.reverse()", [1.0, 2.0]),
        ("def f(x): x[0][0] = 7", [np.zeros(2)]),
    ],
)
def test_a_changed_argument_is_named(exam, source, given):
    assert words(exam(source).leaves_alone, given) == (
        "changed its argument number 1: work on a copy instead"
    )


def test_arguments_that_do_not_come_back_are_named(exam):
    swallows = """
import gc, socket
from graders.sandbox import wire
def f(x):
    for s in [s for s in gc.get_objects() if isinstance(s, socket.socket)]:
        if s.fileno() > 2:
            wire.send(s, {"value": 1.0, "args": ()})
    while True: pass
"""
    assert words(exam(swallows).leaves_alone, 1.0) == (
        "its arguments could not be read after the call"
    )


def test_the_witness_names_the_inputs_and_the_draw(exam):
    asked = exam("def f(x): return x + 1")
    for rnn in asked.rnns("gauss1", count=1):
        with pytest.raises(WrongAnswer) as caught:
            asked.ask(rnn.z).equals(rnn.z)
        witness = asked.witness(caught.value)

    assert witness["inputs"].startswith("x = [")
    assert (witness["family"], witness["d"]) == ("gauss1", 2)
    assert witness.keys() >= {"seed", "n", "got", "want"}


def test_what_was_never_asked_has_no_witness(exam):
    asked = exam("")
    asked._asked = (1.0,)

    assert asked.witness(NotDefined("`f` is not defined")) == {}
    assert asked.witness(OutOfTime("was not called any more")) == {}
