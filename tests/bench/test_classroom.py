"""The class of the benchmark: the same work in both courses, alike whatever its size."""

import nbformat
import pytest
from nbgrader.api import Gradebook

from graders.bench.classroom import Classroom
from graders.errors import MachineFault

ASSIGNMENT = "rnn_gradients"
MOST = 64


def opened(folder, students, *, alone=False):
    folder.mkdir()
    return Classroom.opened(folder, ASSIGNMENT, students, alone=alone)


def answers(course, number):
    """What a student has written into the cells of the questions."""
    name = f"student{number:05}/{ASSIGNMENT}/{ASSIGNMENT}.ipynb"
    cells = nbformat.read(course.root / "course/submitted" / name, as_version=4).cells
    solved = (cell for cell in cells if cell.metadata.get("nbgrader", {}).get("solution"))
    return {cell.metadata.nbgrader.grade_id: cell.source for cell in solved}


def scores(course):
    """What the gradebook says of each student's functions, without a bonus."""
    with Gradebook(f"sqlite:///{course.root}/course/gradebook.db") as gradebook:
        handed_in = gradebook.assignment_submissions(ASSIGNMENT)
        grades = {one.student.id: [g for n in one.notebooks for g in n.grades] for one in handed_in}
        return {who: sum(grade.auto_score or 0 for grade in found) for who, found in grades.items()}


def test_both_courses_get_the_same_work_and_tell_the_right_from_the_wrong(tmp_path):
    ours, alone = opened(tmp_path / "ours", 2), opened(tmp_path / "alone", 2, alone=True)
    ours.run("unrolled", "grade", ASSIGNMENT)
    alone.run("nbgrader", "autograde", ASSIGNMENT)

    assert [answers(ours, n) for n in range(2)] == [answers(alone, n) for n in range(2)]
    for found in (scores(ours), scores(alone)):
        assert found["student00000"] == MOST
        assert found["student00001"] < MOST

    ours.forget()

    assert scores(ours) == {}
    assert not (ours.root / "course/autograded").exists()


def test_a_larger_class_begins_with_the_smaller_one(tmp_path):
    small, large = opened(tmp_path / "small", 4), opened(tmp_path / "large", 7)

    assert [answers(small, n) for n in range(4)] == [answers(large, n) for n in range(4)]
    assert answers(large, 0) == answers(large, 6)
    assert len({str(answers(large, n)) for n in range(6)}) == 4


def test_a_command_that_fails_says_what_it_said(tmp_path):
    course = opened(tmp_path / "course", 0)

    with pytest.raises(MachineFault, match=r"(?s)`unrolled grade nothing` failed: .*nothing"):
        course.run("unrolled", "grade", "nothing")
