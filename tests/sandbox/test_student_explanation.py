"""What is asked for an explanation has time of its own, and no patience."""

import pytest

from graders.errors import OutOfTime, TimedOut
from graders.sandbox.limits import Limits
from graders.sandbox.student import Student

SOURCE = "def f(): return 1\ndef endless():\n    while True: pass"


@pytest.fixture
def student(zygote):
    """A function that gives a student with limits of their own."""
    students = []

    def student(**limits):
        students.append(Student(zygote, [SOURCE], Limits(call_seconds=0.2, **limits)))
        return students[-1]

    yield student
    for one in students:
        one.__exit__()


def test_an_explanation_has_time_when_the_question_has_none_left(student):
    asked = student(question_seconds=0.0)
    with pytest.raises(OutOfTime):
        asked.call("f")

    asked.begin_explanation()

    assert asked.call("f").value == 1


def test_an_explanation_takes_none_of_the_next_questions_time(student):
    asked = student(explanation_seconds=0.0)
    asked.begin_explanation()
    with pytest.raises(OutOfTime, match="was not called any more"):
        asked.call("f")

    asked.begin_question()

    assert asked.call("f").value == 1


def test_a_call_of_an_explanation_ends_with_its_time(student):
    asked = student(explanation_seconds=0.05)
    asked.begin_explanation()

    with pytest.raises(TimedOut, match=r"did not finish within 0\.05 s and was stopped"):
        asked.call("endless")


def test_what_hangs_once_in_an_explanation_is_not_asked_again(student):
    asked = student(question_timeouts=9)
    asked.begin_explanation()
    with pytest.raises(TimedOut):
        asked.call("endless")

    with pytest.raises(OutOfTime, match="was not called any more"):
        asked.call("f")

    asked.begin_explanation()

    assert asked.call("f").value == 1
