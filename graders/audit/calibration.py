"""The audit: hidden graders held against every answer that is known to be wrong or right.

A grader is a measuring instrument. Here it is calibrated: each misconception and each variant of
the registry sits the same exams as students do, hundreds of times, each time with other draws.
"""

import functools
import math
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from multiprocessing import get_context

from graders.draws import Draws
from graders.errors import AuthorFault
from graders.grader import load, questions_of
from graders.marks import put
from graders.misconceptions import Misconception, Record, Variant, registry
from graders.paper import Item
from graders.understudy import Understudy

AT_ONCE = 5
"""Exams that a process sits before it tells of them."""


@dataclass
class Calibration:
    """What became of the known answers to one question."""

    question: str
    exams: int = 0
    """How often every answer was graded."""
    draws: int = 0
    """How many random draws every answer was asked about."""
    wrong: int = 0
    """Misconceptions that the registry knows."""
    right: int = 0
    """Variants that the registry knows."""
    paid: Counter[str] = field(default_factory=Counter)
    """How often a wrong answer got full marks, by misconception; none should."""
    refused: Counter[str] = field(default_factory=Counter)
    """How often a right answer lost points, by variant; none should."""
    idle: set[str] = field(default_factory=set)
    """Criteria that no misconception fails: what they check, nothing shows."""
    right_error: float = 0.0
    """The largest error of a right answer, in units of the scale."""
    wrong_error: float = math.inf
    """The smallest error that gave a wrong answer away, the largest of its exam."""

    @property
    def is_sound(self) -> bool:
        """Whether no known answer was judged wrongly, and each criterion caught some."""
        return not self.paid and not self.refused and not self.idle

    @property
    def refused_at_most(self) -> float:
        """95 % upper bound on the rate at which a draw refuses one right answer, if none was."""
        return 3 / self.draws if self.draws else 1.0

    @property
    def paid_at_most(self) -> float:
        """95 % upper bound on the rate at which an exam pays one wrong answer, if none was."""
        return min(3 / self.exams, 1.0) if self.exams else 1.0

    def add(self, other: "Calibration") -> None:
        """Take in what became of the same answers in other exams."""
        self.exams, self.draws = self.exams + other.exams, self.draws + other.draws
        self.wrong, self.right = other.wrong, other.right
        self.right_error = max(self.right_error, other.right_error)
        self.wrong_error = min(self.wrong_error, other.wrong_error)
        self.idle |= other.idle
        self.paid.update(other.paid)
        self.refused.update(other.refused)


def audit(
    assignment: str, draws: int, jobs: int = 1, listen: Callable[[float], None] = lambda _: None
) -> list[Calibration]:
    """Calibrate every question of an assignment on at least `draws` draws.

    `listen` hears the share of the work that is done, from 0 to 1. Raises AuthorFault if there is
    nothing to calibrate: no draws are asked for, or the assignment has no graders, or no known
    answers to one of its questions.
    """
    if draws < 1 or jobs < 1:
        raise AuthorFault(f"got {draws} draws and {jobs} jobs, but at least one of each is needed")
    questions = questions_of(assignment)
    work = [part for question in questions for part in _parts(assignment, question, draws)]
    found = {question: Calibration(question) for question in questions}
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        parts = [pool.submit(calibrate, assignment, *part) for part in work]
        for done, part in enumerate(as_completed(parts), start=1):
            found[part.result().question].add(part.result())
            listen(done / len(work))
    return list(found.values())


def calibrate(assignment: str, question: str, exams: range) -> Calibration:
    """Let every known answer to a question sit some exams."""
    records = [record for record in registry(assignment) if record.question == question]
    found = Calibration(question)
    found.wrong = sum(isinstance(record, Misconception) for record in records)
    found.right = len(records) - found.wrong
    if not found.wrong or not found.right:
        raise AuthorFault(
            f"graders/misconceptions/{assignment}/{question} has {found.wrong} wrong and "
            f"{found.right} right answers, but a grader is calibrated by some of both"
        )
    for exam in exams:
        papers = papers_of(assignment, question, exam)
        items = [item for paper in papers.values() for item in paper]
        found.exams += 1
        found.draws += _drawn(items)
        for record in records:
            _sit(record, items, found)
    if 0 in exams:
        failed = failed_criteria(assignment, question).values()
        found.idle = set(papers_of(assignment, question, 0)).difference(*failed)
    return found


def failed_criteria(assignment: str, question: str) -> dict[str, list[str]]:
    """The criteria that each misconception fails in the first exam."""
    papers = papers_of(assignment, question, 0)
    wrong = [r for r in registry(assignment) if isinstance(r, Misconception)]
    return {
        record.name: [
            criterion
            for criterion, items in papers.items()
            if any(put(item, question, Understudy(record.answer)).fault for item in items)
        ]
        for record in wrong
        if record.question == question
    }


def papers_of(assignment: str, question: str, exam: int) -> dict[str, list[Item]]:
    """What one exam asks; refusals of bad input are the same in all of them, and left out."""
    draws = functools.partial(Draws, b"audit", assignment, question, str(exam))
    papers = load(assignment, question).papers(draws)
    asked = {name: [i for i in paper if i.is_about_values] for name, paper in papers.items()}
    return {name: items for name, items in asked.items() if items or not papers[name]}


def _parts(assignment: str, question: str, draws: int) -> Iterator[tuple[str, range]]:
    """The exams that ask about so many draws, a few at a time; one, if nothing is drawn."""
    items = [item for paper in papers_of(assignment, question, 0).values() for item in paper]
    drawn = _drawn(items)
    exams = math.ceil(draws / drawn) if drawn else 1
    return ((question, range(k, min(k + AT_ONCE, exams))) for k in range(0, exams, AT_ONCE))


def _drawn(items: list[Item]) -> int:
    return len({id(item.draw) for item in items if item.draw is not None})


def _sit(record: Record, items: list[Item], found: Calibration) -> None:
    """Let one answer sit an exam, to its end or until it is plain that it is wrong."""
    understudy, error, right = Understudy(record.answer), 0.0, True
    for item in items:
        mark = put(item, record.question, understudy)
        error, right = max(error, mark.error), right and mark.fault is None
        if math.isinf(error):
            break
    if isinstance(record, Variant):
        found.right_error = max(found.right_error, error)
        found.refused.update([record.name] * (not right))
    else:
        found.wrong_error = min(found.wrong_error, error)
        found.paid.update([record.name] * right)
