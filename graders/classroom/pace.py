"""How fast the gradebook is written: the writer alone, with sheets that nobody has earned.

`python -m graders.classroom.pace` measures SQLite, in a file that is gone afterwards; with the URL
of an empty database, as SQLAlchemy has it, that one.
"""

import sys
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from tempfile import TemporaryDirectory

from nbgrader.api import Gradebook

from graders.classroom import database
from graders.classroom.configuration import find_programs_beside_python
from graders.classroom.gradebook import Book, Sheet
from graders.classroom.scores import Entries, Score
from graders.classroom.sitting import BATCH
from graders.errors import AuthorFault, UnrolledError

ASSIGNMENT, COURSE = "homework", "pace"
COUNT = 1000
QUESTIONS = [f"function_{number}" for number in range(8)]
DERIVATIONS = [f"derivation_{number}" for number in range(6)]
"""As many as in `rnn_gradients`."""
DUE = datetime(2026, 11, 20)


@dataclass(frozen=True)
class Pace:
    """Submissions per second: of students who hand in first, and the same graded again."""

    new: float
    again: float


def measure(db_url: str, count: int = COUNT) -> Pace:
    """How fast so many submissions are written. Raises AuthorFault if a gradebook is there."""
    with closing(database.opened(db_url, COURSE)) as gradebook:
        if gradebook.assignments or gradebook.students:
            raise AuthorFault("got a gradebook with people's work, but an empty one is needed")
        _generate(gradebook)
        book = Book(gradebook, ASSIGNMENT, lambda student, score, seconds: score / 10)
        return Pace(*(count / _seconds(book, count, points) for points in (7.0, 8.0)))


def _generate(gradebook: Gradebook) -> None:
    """Enter an assignment, as `nbgrader generate_assignment` would."""
    where = ASSIGNMENT, ASSIGNMENT
    gradebook.add_assignment(ASSIGNMENT, duedate=DUE)
    gradebook.add_notebook(*where)
    for name in QUESTIONS:
        gradebook.add_solution_cell(name, *where)
        gradebook.add_grade_cell(f"test_{name}", *where, cell_type="code", max_score=8)
    for name in DERIVATIONS:
        gradebook.add_solution_cell(name, *where)
        gradebook.add_grade_cell(name, *where, cell_type="markdown", max_score=6)


def _seconds(book: Book, count: int, points: float) -> float:
    """How long it takes to write everybody's sheet; each tenth is late."""
    sheets = [_sheet(number, points) for number in range(count)]
    began = time.perf_counter()
    for first in range(0, count, BATCH):
        book.enter(sheets[first : first + BATCH])
    return time.perf_counter() - began


def _sheet(number: int, points: float) -> Sheet:
    scores = {f"test_{name}": Score(points) for name in QUESTIONS}
    scores |= {name: Score(None) for name in DERIVATIONS}
    comments = dict.fromkeys((*QUESTIONS, *DERIVATIONS), f"Look again: {points}.")
    submitted = DUE + timedelta(hours=1 if number % 10 == 0 else -1)
    return Sheet(f"student{number}", Entries(scores, comments), submitted)


def main(words: list[str]) -> int:
    """Measure and tell; the answer is the exit status."""
    find_programs_beside_python()
    try:
        with TemporaryDirectory(prefix="unrolled-") as folder:
            pace = measure(*(words or [f"sqlite:///{folder}/gradebook.db"]))
    except UnrolledError as fault:
        print(fault, file=sys.stderr)
        return 1
    print(f"{COUNT} submissions: {pace.new:.0f} new, {pace.again:.0f} again, per second")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
