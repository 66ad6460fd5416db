"""A generator of random numbers is made where it is used; only its seed crosses the boundary."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graders.errors import Unreadable
from graders.sandbox import wire
from graders.sandbox.randomness import Seed, plain, shared, with_generators
from graders.sandbox.student import Student
from graders.sandbox.wire import Foreign
from graders.understudy import Understudy

numbers = st.integers(0, 2**64)


@pytest.fixture
def student(zygote):
    """A function that makes a student whose notebook defines `f`."""
    students = []

    def student(source):
        students.append(Student(zygote, ["import numpy as np", source]))
        return students[-1]

    yield student
    for one in students:
        one.__exit__()


@given(st.lists(numbers.map(Seed) | numbers | st.text(), max_size=5).map(tuple))
def test_what_is_sent_of_a_seed_is_a_number_and_its_place(args):
    sent, places = plain(args)

    assert [k for k, arg in enumerate(args) if isinstance(arg, Seed)] == places
    assert [arg.number for arg in args if isinstance(arg, Seed)] == [sent[k] for k in places]
    assert wire.crossed(sent) == sent or any(isinstance(arg, str) for arg in sent)


@given(numbers)
@settings(deadline=None)
def test_the_generator_is_that_of_the_seed_and_new_each_time(number):
    for _ in range(2):
        before, rng, after = with_generators(("x", number, number), [1])

        assert (before, after) == ("x", number)
        assert rng.random() == np.random.default_rng(number).random()


def test_a_seed_reads_as_the_code_that_a_student_would_write():
    assert repr(Seed(7)) == "np.random.default_rng(7)"


def test_a_student_gets_a_generator_and_the_same_numbers_for_the_same_seed(student):
    ask = student("def f(x, rng): return [type(rng).__name__, rng.random(), rng.random()]").call

    replies = [ask("f", 1.0, Seed(number)) for number in (3, 3, 4)]

    rng = np.random.default_rng(3)
    assert replies[0].value == replies[1].value == ["Generator", rng.random(), rng.random()]
    assert replies[0].value != replies[2].value


def test_an_argument_next_to_a_seed_is_what_it_was_with_views_too(student):
    ask = student("def f(x, rng, n): return [x.flags.writeable, rng.random() < 1, n]").call

    assert ask("f", np.ones(2), Seed(3), 5, views=True).value == [False, True, 5]


def test_what_comes_back_of_a_generator_is_the_name_of_its_type(student):
    reply = student("def f(rng): return rng").call("f", Seed(3))

    assert reply.value == Foreign("Generator")
    assert reply.args == (Foreign("Generator"),)


def test_no_reply_can_hold_a_generator():
    for tag in (b'{"generator": 7}', b'{"seed": 7}', b'{"args": [7], "seeds": [0]}'):
        with pytest.raises(Unreadable, match="a tag that the grammar lacks"):
            wire.unpack(tag, b"")
    assert wire.crossed(Seed(7)) == Foreign("Seed")


SHARED = {
    "def f(rng): return rng.random()": False,
    "def f(rng): return np.random.default_rng(1).random()": False,
    "def f(rng): return np.random.random()": True,
    "def f(rng): np.random.seed(rng.integers(9)); return 0.5": True,
    "np.random.seed(1)\ndef f(rng): return rng.random()": False,
}


@pytest.mark.parametrize(("source", "drew"), SHARED.items())
def test_whether_the_shared_generator_went_on_is_known(student, source, drew):
    assert student(source).call("f", Seed(3)).drew is drew


def test_whatever_else_a_student_says_of_it_is_no(student):
    lies = """
import gc, socket
from graders.sandbox import wire
def f(x):
    for s in [s for s in gc.get_objects() if isinstance(s, socket.socket)]:
        if s.fileno() > 2:
            s.sendall(wire.pack({"value": 1.0, "args": (1.0,), "drew": "yes"}))
    while True: pass
"""
    assert student(lies).call("f", 1.0).drew is False


@pytest.mark.parametrize(("source", "drew"), SHARED.items())
def test_an_understudy_is_treated_alike(source, drew):
    namespace = {"np": np}
    exec(source, namespace)

    reply = Understudy(namespace["f"]).call("f", Seed(3))

    assert reply.drew is drew
    assert reply.args == (Foreign("Generator"),)


def test_the_shared_state_is_the_same_until_somebody_draws():
    once = shared()
    assert shared() == once

    np.random.standard_normal()

    assert shared() != once
