"""One run through the submissions of an assignment: marked side by side, written by one hand."""

import time
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial

from graders.classroom.course import Course
from graders.classroom.gradebook import Book, Sheet
from graders.classroom.handout import Handout
from graders.classroom.late import penalty_of
from graders.classroom.marking import Marked, Marker
from graders.classroom.shelf import Shelf
from graders.classroom.workers import Crew, Workers
from graders.errors import AuthorFault
from graders.results import Results

BATCH, BATCH_SECONDS = 100, 2.0
"""Submissions that are written together, at most, and how long the first of them may wait."""


@dataclass(frozen=True)
class Outcome:
    """What became of one submission: its results, or why nothing could be kept of it."""

    student: str
    results: Results | None
    fault: str = ""


class Sitting:
    """Grades the submissions of an assignment, and ends where nbgrader's autograde would.

    Workers reach neither the gradebook nor the course's folders: all that is read and written
    there, this process reads and writes. A submission is marked as begun before it is graded, and
    as finished when all of it is kept: a run that ends in between is gone on with by the next.
    """

    def __init__(self, course: Course, assignment: str, *, force: bool = False) -> None:
        self._course, self._assignment = course, assignment
        self._shelf = Shelf(course, assignment, force=force)
        self._rules = course.rules

    def chosen(self, only: list[str]) -> list[str]:
        """Who has handed in: all, or `only` some. Raises AuthorFault if one of these has not."""
        students = self._shelf.students()
        if strangers := sorted(set(only) - set(students)):
            raise AuthorFault(
                f"got --student {' '.join(strangers)}, but {self._assignment} was handed in by: "
                f"{', '.join(students)}"
            )
        return only or students

    def due(self, chosen: list[str], *, resume: bool = False) -> list[str]:
        """Which of them are to be graded; with `resume`, only those that a run has left over."""
        is_due = self._shelf.is_begun if resume else self._shelf.is_due
        return [student for student in chosen if is_due(student)]

    def grade(self, due: list[str], crew: Crew) -> Iterator[Outcome]:
        """Have a crew grade submissions; each is told of when all of it is kept."""
        with closing(self._course.gradebook()) as gradebook:
            book = Book(gradebook, self._assignment, penalty_of(self._course.config))
            marker = Marker(Handout.of(self._course, self._assignment), self._rules)
            welcome = yield from self._turn_away(due, book)
            for student in welcome:
                self._shelf.begin(student)
            scripts = map(self._shelf.script, welcome)
            with closing(Workers(marker, crew).mark(scripts)) as marked:
                for batch in _batches(marked):
                    yield from self._keep(batch, book)

    def _turn_away(self, due: list[str], book: Book) -> Generator[Outcome, None, list[str]]:
        """Refuse those who are not in the gradebook, if the course wants that; the others."""
        strangers = set() if self._shelf.strangers_welcome else set(book.strangers(due))
        for student in sorted(strangers):
            fault = f"{student} is not in the gradebook, and create_student is off"
            yield Outcome(student, None, fault)
        return [student for student in due if student not in strangers]

    def _keep(self, batch: list[Marked], book: Book) -> Iterator[Outcome]:
        """Write a batch: first its files, then the gradebook, then that it is finished."""
        kept, lost = [], []
        for marked in batch:
            try:
                self._shelf.put_back(marked)
                kept.append(marked)
            except OSError as error:
                lost.append(Outcome(marked.student, None, f"cannot be written: {error}"))
        book.enter([self._sheet(marked, book) for marked in kept])
        for marked in kept:
            self._shelf.finish(marked.student)
        yield from (Outcome(marked.student, marked.results) for marked in kept)
        yield from lost

    def _sheet(self, marked: Marked, book: Book) -> Sheet:
        lacks = partial(self._shelf.lacks, marked.student)
        missing = tuple(filter(lacks, book.notebooks))
        submitted = self._shelf.submitted(marked.student)
        return Sheet(marked.student, marked.entries, submitted, missing)


def _batches(marked: Iterator[Marked]) -> Iterator[list[Marked]]:
    """What is marked, in batches that are full, or whose first has waited long enough."""
    batch: list[Marked] = []
    ends = time.monotonic() + BATCH_SECONDS
    for one in marked:
        batch.append(one)
        if len(batch) >= BATCH or time.monotonic() > ends:
            yield batch
            batch, ends = [], time.monotonic() + BATCH_SECONDS
    if batch:
        yield batch
