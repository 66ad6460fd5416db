"""What the graders have written down, put to a student: the verdict on each criterion."""

import dataclasses
import logging

from graders.errors import StudentFault
from graders.marks import put_all
from graders.plugin import Section
from graders.quiet import quiet
from graders.results import Criterion, Verdict
from graders.sandbox.student import Student

log = logging.getLogger(__name__)


def examine(papers: dict[str, list[Section]], student: Student) -> dict[str, list[Criterion]]:
    """Put papers to a student: for each question, its criteria and what became of them.

    The first StudentFault fails a criterion. Any other exception is ours: then it is not checked.
    """
    found = {}
    with quiet():
        for question, sections in papers.items():
            student.begin_question()
            found[question] = [_examined(section, question, student) for section in sections]
    return found


def _examined(section: Section, question: str, student: Student) -> Criterion:
    if section.items is None:
        return section.criterion
    try:
        return _judged(section, question, student)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # what pytest's own `fail` raises is no Exception
        log.debug("%s %s", question, section.criterion.name, exc_info=True)
        problem = f"{type(error).__name__}: {error}"
        return dataclasses.replace(section.criterion, problem=problem)


def _judged(section: Section, question: str, student: Student) -> Criterion:
    for mark in put_all(section.items, question, student):
        if mark.fault:
            return _failed(section.criterion, mark.fault, mark.witness(section.parameters))
    return dataclasses.replace(section.criterion, verdict=Verdict.PASSED, problem="")


def _failed(criterion: Criterion, fault: StudentFault, witness: dict) -> Criterion:
    return dataclasses.replace(
        criterion,
        verdict=Verdict.FAILED,
        problem=str(fault),
        fault=type(fault).__name__,
        expected=getattr(fault, "expected", ""),
        evidence=witness,
    )
