"""What a hidden grader may ask, and in which words it tells what was wrong."""

import numpy as np
import pytest

from graders.draws import Draws
from graders.errors import WrongAnswer
from graders.exam import Exam
from graders.sandbox.limits import Limits
from graders.sandbox.randomness import Seed
from graders.sandbox.student import Student


@pytest.fixture
def exam(zygote):
    """A function that makes an exam of `f`, defined by a cell."""
    students = []

    def exam(source):
        student = Student(zygote, ["import numpy as np", source], Limits(call_seconds=0.5))
        students.append(student)
        return Exam("f", student, Draws(b"key", "a", "f", "ada"))

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
            s.sendall(wire.pack({"value": 1.0, "args": ()}))
    while True: pass
"""
    assert words(exam(swallows).leaves_alone, 1.0) == (
        "its arguments could not be read after the call"
    )


# ---- random answers, and dicts


def seeded(exam, source):
    return exam(f"def f(d, rng): return {source}")


def test_an_answer_that_rests_on_the_seed_alone_repeats_and_varies(exam):
    asked = seeded(exam, "rng.random((d, d))")

    asked.repeats(2, Seed(7)).array(2, 2)
    asked.varies(2, Seed(7)).array(2, 2)


def test_an_answer_that_is_another_one_each_time_is_named(exam):
    assert words(seeded(exam, "np.random.random((d, d))").repeats, 2, Seed(7)) == (
        "the result is another one when the same is asked again with the same seed: "
        "take every random number from the generator that is given"
    )


def test_the_random_numbers_that_all_code_shares_are_named(exam):
    source = "(np.random.seed(rng.integers(9)), np.random.random((d, d)))[1]"

    assert words(seeded(exam, source).repeats, 2, Seed(7)) == (
        "used the random numbers that all code shares, those of np.random: "
        "take every one from the generator that is given"
    )


def test_an_answer_that_is_not_random_is_named(exam):
    assert words(seeded(exam, "np.eye(d)").varies, 2, Seed(7)) == (
        "entry [0, 0] is 1 for two different seeds: every entry should be random"
    )


def test_a_generator_may_be_used_and_a_dict_may_not_be_changed(exam):
    P = {"W": np.zeros(2)}

    exam("def f(P, rng): return P['W'] + rng.random()").leaves_alone(P, Seed(7)).array(2)
    for change in ("P['W'][0] = 7", "P['b'] = 7", "P.clear()", "P['W'] = [0, 0]"):
        asked = exam(f"def f(P, rng): {change}")

        assert words(asked.leaves_alone, P, Seed(7)) == (
            "changed its argument number 1: work on a copy instead"
        )


def test_the_arrays_of_a_dict_are_read_only_views_where_that_is_asked_for(exam):
    asked = exam("def f(P): return [float(P['W'].flags.writeable), P['W'].sum()]")

    asked.ask_with_views({"W": np.ones(2)}).equals([0.0, 2.0])
    asked.ask({"W": np.ones(2)}).equals([1.0, 2.0])
