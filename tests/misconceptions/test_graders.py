"""The graders, calibrated: every misconception loses points, every right variant loses none.

A class is made of the registry, student k holding the k-th wrong answer to every question, and
graded by nbgrader. Each answer refuses bad input as the instructor's does, so that a right one can
earn full marks, and a wrong one loses its points for what it computes.
"""

import itertools

import nbformat
import pytest

from graders.classroom.desk import Desk
from graders.misconceptions import Misconception, Variant, registry, source
from graders.results import Verdict

RECORDS = registry("rnn_gradients")
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


def by_student(kind):
    """The records of a kind, dealt to students: each holds at most one per question."""
    questions = itertools.groupby(
        (record for record in RECORDS if isinstance(record, kind)), lambda record: record.question
    )
    hands = itertools.zip_longest(*(list(records) for _, records in questions))
    return {f"{kind.__name__}{k}": [r for r in hand if r] for k, hand in enumerate(hands)}


CLASS = by_student(Misconception) | by_student(Variant)
STUDENT = {(record.question, record.name): s for s, hand in CLASS.items() for record in hand}


@pytest.fixture(scope="module")
def graded(new_classroom):
    """The class, graded by `nbgrader autograde`."""
    classroom = new_classroom()
    solved = nbformat.read(classroom.root / "assignments/rnn_gradients/rnn_gradients.ipynb", 4)
    for student, hand in CLASS.items():
        folder = classroom.folder(student)
        (folder / "rnn_gradients.ipynb").write_text(classroom.release().read_text())
        desk = Desk(folder, solved)
        desk.answer_all()
        write_answers(desk, hand)
        desk.save()
    classroom.nbgrader("autograde", "rnn_gradients")
    return {student: classroom.results(student) for student in CLASS}


def write_answers(desk, hand):
    """Put the records of one hand into a student's notebook, guarded by the right answers."""
    questions = [r.question for r in hand]
    solutions = "\n\n".join(desk.solution(question) for question in {r.question for r in RECORDS})
    first = min(questions, key=lambda q: desk.notebook.cells.index(desk.cell(q)))
    for record in hand:
        answer = GUARDED.format(answer=source(record), question=record.question)
        desk.answer(**{record.question: answer})
    right = f"import numpy as np\n_right = {{'np': np}}\nexec({solutions!r}, _right)\n"
    desk.answer(**{first: right + desk.cell(first).source})


@pytest.fixture
def failed(graded):
    """A function that names the criteria which a record's answer fails."""

    def failed(record):
        results = graded[STUDENT[record.question, record.name]]
        (question,) = (q for q in results.questions if q.name == record.question)
        assert question.verdict is not Verdict.COULD_NOT_CHECK
        return [c.name for c in question.criteria if c.verdict is Verdict.FAILED]

    return failed


def named(kind):
    records = [record for record in RECORDS if isinstance(record, kind)]
    return [pytest.param(record, id=f"{record.question}-{record.name}") for record in records]


@pytest.mark.parametrize("record", named(Misconception))
def test_a_misconception_loses_points_for_what_it_computes(failed, record):
    assert set(failed(record)) - {"errors"}


@pytest.mark.parametrize("record", named(Variant))
def test_a_right_variant_loses_no_point(failed, record):
    assert failed(record) == []
