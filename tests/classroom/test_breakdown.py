"""Where the time of grading goes: every part is told, and the course stays as it was."""

import pytest

from graders.classroom.breakdown import PARTS, grade_a_copy, tell
from tests.classroom.courses import ASSIGNMENT, Class


@pytest.fixture(scope="module")
def course(new_classroom):
    course = Class(new_classroom())
    course.hand_in("ada", lambda desk: desk.answer_all() or desk.save())
    return course


@pytest.fixture(scope="module")
def told(course):
    return grade_a_copy(course.root, ASSIGNMENT, None)


def test_the_parts_are_told_with_their_sum_and_the_floor(told):
    parts, count = told
    lines = tell(dict(parts), count).splitlines()

    assert lines[0] == "per submission, of 1"
    assert parts["cells"] > 0
    assert parts.keys() & {*PARTS.values()}
    assert lines[-2].startswith("all of it")
    assert lines[-1].startswith("the floor")


def test_the_course_is_left_alone(course, told):
    assert not (course.root / "course/autograded").exists()
    assert not (course.root / "course/results").exists()
