"""How far a diagnosis can be trusted: wrong answers that nobody wrote down are diagnosed.

A diagnosis says what somebody had in mind. Whether it is right is found out at length: a stranger
is a misconception if hundreds of other exams cannot tell it from one.
"""

import functools
import itertools
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from multiprocessing import get_context

from graders.audit.strangers import KINDS, Stranger, strangers
from graders.diagnosis import agrees, diagnose, further_exams
from graders.draws import Draws
from graders.errors import Raised
from graders.grader import load, questions_of
from graders.marks import Mark, answered, put_all
from graders.misconceptions import Misconception, registry
from graders.paper import Item
from graders.results import Diagnosis
from graders.understudy import Understudy

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
    wrongly: list[str] = field(default_factory=list)
    """Those that were given another name: how they were made, and what they were called."""
    missed: list[str] = field(default_factory=list)
    """Known ones that were given no name: how they were made, and what they are."""

    @property
    def named(self) -> int:
        """How many were given a name."""
        return self.rightly + len(self.wrongly)

    @property
    def precision(self) -> float:
        """The share of names that are right."""
        return self.rightly / self.named if self.named else 1.0

    @property
    def recall(self) -> float:
        """The share of the known that were rightly named."""
        return self.rightly / self.known if self.known else 1.0

    def add(self, other: "Naming") -> None:
        """Take in what became of other strangers."""
        self.wrong, self.known = self.wrong + other.wrong, self.known + other.known
        self.rightly += other.rightly
        self.wrongly += other.wrongly
        self.missed += other.missed


def name_all(
    assignment: str,
    count: int,
    jobs: int = 1,
    exams: int = EXAMS,
    listen: Callable[[float], None] = lambda _: None,
) -> list[Naming]:
    """Diagnose at most `count` strangers of each kind to each question, and look who they are.

    `listen` hears the share of the work that is done, from 0 to 1. Raises AuthorFault if the
    assignment has no graders, MachineFault if there is no cosmic-ray.
    """
    found = {question: Naming(question) for question in questions_of(assignment)}
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        parts = [
            pool.submit(name, assignment, question, kind, count, exams)
            for question in found
            for kind in KINDS
        ]
        for done, part in enumerate(as_completed(parts), start=1):
            found[part.result().question].add(part.result())
            listen(done / len(parts))
    return list(found.values())


def name(assignment: str, question: str, kind: str, count: int, exams: int) -> Naming:
    """Diagnose the strangers of one kind to one question, and hold each name to the truth."""
    found, known = Naming(question), _misconceptions(assignment, question)
    graded, more = _graded(assignment, question)
    for stranger in strangers(assignment, question, kind, count):
        try:
            understudy = Understudy(stranger.answer())
        except Exception:  # a change may break what happens while a function is defined
            continue
        marks = list(answered(put_all(graded, question, understudy)))
        if any(mark.fault for mark in marks) and any(mark.reply for mark in marks):
            drawn = any(mark.fault and mark.item.draw is not None for mark in marks)
            truth = who_is(understudy, known, _asked(assignment, question, exams, drawn))
            further = answered(put_all(more, question, understudy))
            _count(stranger, diagnose(marks, known, further), truth, found)
    return found


def who_is(understudy: Understudy, known: list[Misconception], items: Iterable[Item]) -> set[str]:
    """The names of the misconceptions that no item tells from an answer."""
    left = known
    for item in items:
        mark = _mark(understudy, known[0].question, item)
        left = [one for one in left if agrees(one, mark)]
        if not left:
            break
    return {one.known_as for one in left}


def _count(stranger: Stranger, diagnosis: Diagnosis | None, truth: set[str], found: Naming) -> None:
    found.wrong += 1
    found.known += bool(truth)
    if diagnosis and diagnosis.name in truth:
        found.rightly += 1
    elif diagnosis:
        found.wrongly.append(f"{stranger.made} was called {diagnosis.name}")
    elif truth:
        found.missed.append(f"{stranger.made} is {' or '.join(sorted(truth))}")


def _mark(understudy: Understudy, question: str, item: Item) -> Mark:
    """What came back; whether it is right does not matter here."""
    views = item.manner == "ask_with_views"
    try:
        reply = understudy.call(question, *item.args, views=views)
        return Mark(item, item.args, reply, None, None)
    except Raised as fault:
        return Mark(item, item.args, None, None, fault)


def _asked(assignment: str, question: str, exams: int, drawn: bool) -> Iterator[Item]:
    """What tells one answer from another, if it is not right on random draws; else edges too.

    Edges are handled in many ways, whatever the misconception.
    """
    for exam in range(exams):
        for item in _truth(assignment, question, exam):
            if item.draw is not None or not (drawn or exam):
                yield item


@functools.cache
def _graded(assignment: str, question: str) -> tuple[list[Item], list[Item]]:
    """What one student is asked, and what more before a diagnosis is given."""
    draws = functools.partial(Draws, b"graded", assignment, question, "a stranger")
    grader = load(assignment, question)
    graded, further = grader.papers(draws).values(), further_exams(grader, b"graded")
    return [*itertools.chain(*graded)], [*itertools.chain(*further)]


@functools.cache
def _truth(assignment: str, question: str, exam: int) -> list[Item]:
    """Everything that one exam asks about values; no student sits it."""
    draws = functools.partial(Draws, b"truth", assignment, question, str(exam))
    papers = load(assignment, question).papers(draws)
    return [item for item in itertools.chain(*papers.values()) if item.is_about_values]


@functools.cache
def _misconceptions(assignment: str, question: str) -> list[Misconception]:
    known = [record for record in registry(assignment) if record.question == question]
    return [record for record in known if isinstance(record, Misconception)]
