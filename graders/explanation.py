"""What went wrong, looked into once the verdict stands: counterexamples and diagnoses.

The student's function is asked a little more, in its own process and within a time of its own.
Nothing that it answers here changes a point.
"""

import logging
from pathlib import Path

import numpy as np

from graders.counterexample import smallest
from graders.diagnosis import diagnose, further_exams
from graders.errors import Raised, WrongAnswer
from graders.grader import GRADERS, Grader, load
from graders.marks import answered, put_all
from graders.misconceptions import Misconception, registry
from graders.paper import Item
from graders.plugin import Section
from graders.results import Criterion, Diagnosis, Verdict
from graders.sandbox.student import Student

log = logging.getLogger(__name__)
TELLING = {WrongAnswer.__name__, Raised.__name__}
"""The faults after which a function may be asked again: it came to an end."""


def explain(
    found: dict[str, list[Criterion]],
    papers: dict[str, list[Section]],
    assignment: str,
    student: Student,
    course_key: bytes,
    home: Path = GRADERS,
) -> dict[str, Diagnosis]:
    """Give each failed criterion its counterexample; the answer is a diagnosis by question.

    `papers` are those that the student was examined by.
    """
    diagnoses = {}
    for question, criteria in found.items():
        if _tells(criteria):
            student.begin_explanation()
            try:
                with np.errstate(all="ignore"):
                    grader = load(assignment, question, home)
                    _find_counterexamples(criteria, grader, student)
                    items = [item for section in papers[question] for item in section.items]
                    diagnosis = _diagnosis(items, grader, course_key, student)
            except Exception:  # a fault of ours: what was found stands without an explanation
                log.exception("%s %s could not be explained", assignment, question)
            else:
                diagnoses |= {question: diagnosis} if diagnosis else {}
    return diagnoses


def _find_counterexamples(criteria: list[Criterion], grader: Grader, student: Student) -> None:
    for criterion in criteria:
        if criterion.verdict is Verdict.FAILED:
            student.share_room()
            criterion.counterexample = smallest(criterion.name, grader, student)


def _tells(criteria: list[Criterion]) -> bool:
    """Whether something failed, and the function may be asked again: it came to an end so far."""
    faults = {criterion.fault for criterion in criteria if criterion.fault}
    checked = all(criterion.verdict is not Verdict.COULD_NOT_CHECK for criterion in criteria)
    return bool(faults) and checked and faults <= TELLING


def _diagnosis(
    items: list[Item], grader: Grader, course_key: bytes, student: Student
) -> Diagnosis | None:
    known = [record for record in registry(grader.assignment) if record.question == grader.question]
    student.share_room()
    marks = list(answered(put_all(items, grader.question, student)))
    if len(marks) < len(items):
        return None  # it did not come to an end this time: too little is known of it
    exams = further_exams(grader, course_key)
    further = (mark for exam in exams for mark in put_all(exam, grader.question, student))
    wrong = [record for record in known if isinstance(record, Misconception)]
    return diagnose(marks, wrong, further)
