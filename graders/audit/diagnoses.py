"""How far a diagnosis can be trusted: wrong answers that nobody wrote down are diagnosed.

A diagnosis says what somebody had in mind. Whether it is right is found out at length: a stranger
is a misconception if it cannot be told from it by hundreds of exams, each with its own draws.
"""

import functools
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context

from graders.audit.strangers import Stranger, strangers
from graders.counterexample import put_all
from graders.diagnosis import agrees, diagnose
from graders.draws import Draws
from graders.grader import load, questions_of
from graders.misconceptions import Misconception, registry
from graders.paper import Item, Understudy, put

STUDENTS = 3
"""Students whose exams the strangers sit in turn, one exam each."""
EXAMS = 200
"""Exams that tell a stranger from a misconception, if anything does."""


@dataclass
class Naming:
    """What became of the strangers to one question."""

    question: str
    wrong: int = 0
    """Strangers that lost points."""
    known: int = 0
    """Those of them that are misconceptions of the registry."""
    rightly: int = 0
    """Those that were given the name of a misconception that they are."""
    wrongly: list[tuple[str, str]] = field(default_factory=list)
    """Those that were given another name: how they were made, and the name."""

    @property
    def named(self) -> int:
        """Those that were given a name."""
        return self.rightly + len(self.wrongly)

    @property
    def precision(self) -> float:
        """The share of names that are right."""
        return self.rightly / self.named if self.named else 1.0

    @property
    def recall(self) -> float:
        """The share of known misconceptions that are named."""
        return self.rightly / self.known if self.known else 1.0


def name_all(
    assignment: str,
    count: int,
    jobs: int = 1,
    exams: int = EXAMS,
    listen: Callable[[float], None] = lambda _: None,
) -> list[Naming]:
    """Diagnose at most `count` strangers of each kind and question, and look who they are.

    `listen` hears the share of the work that is done, from 0 to 1. Raises AuthorFault if the
    assignment has no graders, MachineFault if there is no cosmic-ray.
    """
    questions, found = questions_of(assignment), []
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        work = functools.partial(name, assignment, count, exams)
        for naming in pool.map(work, questions):
            found.append(naming)
            listen(len(found) / len(questions))
    return found


def name(assignment: str, count: int, exams: int, question: str) -> Naming:
    """Diagnose the strangers to one question."""
    found = Naming(question)
    for k, stranger in enumerate(strangers(assignment, question, count)):
        student = f"student {k % STUDENTS}"
        understudy = _understudy(stranger)
        items = _items(assignment, question, b"graded", student)
        marks = list(put_all(items, question, understudy))
        if not any(mark.fault for mark in marks) or not any(mark.reply for mark in marks):
            continue  # it is right, or nobody's answer
        known = [r for r in registry(assignment) if r.question == question]
        known = [record for record in known if isinstance(record, Misconception)]
        diagnosis = diagnose(marks, known)
        truth = who_is(assignment, question, understudy, known, exams)
        found.wrong += 1
        found.known += bool(truth)
        if diagnosis and diagnosis.name in truth:
            found.rightly += 1
        elif diagnosis:
            found.wrongly.append((stranger.made, diagnosis.name))
    return found


def who_is(assignment, question, understudy, known, exams) -> set[str]:
    left, wrong = known, False
    for k in range(exams):
        for item in _items(assignment, question, b"truth", str(k)):
            if item.draw is not None:
                mark = put(item, question, understudy)
                wrong = wrong or mark.fault is not None
                left = [one for one in left if agrees(one, mark)]
                if not left: return set()
    if wrong:
        return {one.known_as for one in left}
    for item in _items(assignment, question, b"truth", "0"):
        if item.draw is None:
            mark = put(item, question, understudy)
            left = [one for one in left if agrees(one, mark)]
    return {one.known_as for one in left}


def _understudy(stranger: Stranger) -> Understudy:
    return Understudy(stranger.answer())


@functools.cache
def _items(assignment: str, question: str, key: bytes, student: str) -> list[Item]:
    papers = load(assignment, question).papers(
        functools.partial(Draws, key, assignment, question, student)
    )
    items = [item for paper in papers.values() for item in paper]
    return items if key == b"graded" else [i for i in items if i.is_about_values]
