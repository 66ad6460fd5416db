"""The graders, calibrated: every misconception loses points, every right variant loses none.

A class is made of each assignment's registry, student k holding the k-th wrong answer to every
question, and graded by nbgrader. Each answer refuses bad input as the instructor's does, so that a
right one can earn full marks, and a wrong one loses its points for what it computes.
"""

import itertools
from functools import cache

import nbformat
import pytest

from graders.classroom.desk import Desk
from graders.misconceptions import Misconception, Variant, registry, source
from graders.results import Verdict
from tests.conftest import ASSIGNMENTS

RECORDS = {assignment: registry(assignment) for assignment in ASSIGNMENTS}
GUARDED = """
{answer}

def _guarded(answer, checked):
    import copy
    def {question}(*args):
        checked(*copy.deepcopy(args))
        return answer(*args)
    return {question}

{question} = _guarded({question}, _right["{question}"])
"""


def by_student(kind, records):
    """The records of a kind, dealt to students: each holds at most one per question."""
    questions = itertools.groupby(
        (record for record in records if isinstance(record, kind)), lambda record: record.question
    )
    hands = itertools.zip_longest(*(list(records) for _, records in questions))
    return {f"{kind.__name__}{k}": [r for r in hand if r] for k, hand in enumerate(hands)}


CLASSES = {
    assignment: by_student(Misconception, records) | by_student(Variant, records)
    for assignment, records in RECORDS.items()
}


@pytest.fixture(scope="module")
def graded(new_classroom):
    """A function that has an assignment's class graded by `nbgrader autograde`, once."""

    @cache
    def graded(assignment):
        classroom = new_classroom(assignment)
        name = f"{assignment}.ipynb"
        solved = nbformat.read(classroom.root / "assignments" / assignment / name, 4)
        for student, hand in CLASSES[assignment].items():
            folder = classroom.folder(student)
            (folder / name).write_text(classroom.release().read_text())
            desk = Desk(folder, solved)
            desk.answer_all()
            write_answers(desk, hand, {record.question for record in RECORDS[assignment]})
            desk.save()
        classroom.nbgrader("autograde", assignment)
        return {
            (record.question, record.name): classroom.results(student)
            for student, hand in CLASSES[assignment].items()
            for record in hand
        }

    return graded


def write_answers(desk, hand, all_questions):
    """Put the records of one hand into a student's notebook, guarded by the right answers."""
    questions = [r.question for r in hand]
    solutions = "\n\n".join(desk.solution(question) for question in all_questions)
    first = min(questions, key=lambda q: desk.notebook.cells.index(desk.cell(q)))
    for record in hand:
        answer = GUARDED.format(answer=source(record), question=record.question)
        desk.answer(**{record.question: answer})
    right = f"import numpy as np\n_right = {{'np': np}}\nexec({solutions!r}, _right)\n"
    desk.answer(**{first: right + desk.cell(first).source})


@pytest.fixture
def failed(graded):
    """A function that names the criteria which a record's answer fails."""

    def failed(assignment, record):
        results = graded(assignment)[record.question, record.name]
        (question,) = (q for q in results.questions if q.name == record.question)
        assert question.verdict is not Verdict.COULD_NOT_CHECK
        return [c.name for c in question.criteria if c.verdict is Verdict.FAILED]

    return failed


def each(kind):
    """The records of a kind, one test for each."""
    found = [(a, r) for a, records in RECORDS.items() for r in records if isinstance(r, kind)]
    names = [f"{record.question}-{record.name}" for _, record in found]
    return pytest.mark.parametrize(("assignment", "record"), found, ids=names)


@each(Misconception)
def test_a_misconception_loses_points_for_what_it_computes(failed, assignment, record):
    assert set(failed(assignment, record)) - {"errors"}


@each(Variant)
def test_a_right_variant_loses_no_point(failed, assignment, record):
    assert failed(assignment, record) == []
