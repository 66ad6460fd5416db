"""What nbgrader's gradebook knows of an assignment: read in a few queries, and never written.

nbgrader's own objects ask the database once per submission and property, and opening them creates
what is missing; a class of a thousand, and a report, want neither.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from nbgrader.api import (
    Assignment,
    BaseCell,
    Grade,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import Row, Select, create_engine, func, make_url, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from graders.classroom.report.rows import CellRow


@dataclass
class Entry:
    """One submission in the gradebook: points, late penalty, and the cells that await a TA."""

    penalty: float
    score: float = 0.0
    awaits: list[str] = field(default_factory=list)

    @property
    def total(self) -> float:
        """The points so far, as nbgrader exports them."""
        return max(0.0, self.score - self.penalty)


@dataclass(frozen=True)
class Book:
    """The gradebook of one assignment."""

    missing: str = ""
    """Why nothing is known, in words; empty if the gradebook was read."""
    max_score: float = 0.0
    entries: dict[str, Entry] = field(default_factory=dict)
    cells: list[CellRow] = field(default_factory=list)
    students: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    """Everything by which a student may be called: ids, names, addresses."""


def read(db_url: str, assignment: str) -> Book:
    """What the gradebook at `db_url`, SQLAlchemy's, knows of an assignment.

    One that is missing or cannot be read is told of, and raises nothing.
    """
    url = make_url(db_url)
    # SQLite would make a file that is missing, and only then find it empty.
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        return Book(missing="There is no gradebook yet.")
    try:
        engine = create_engine(url)
        with Session(engine) as session:
            book = _read(session, assignment)
        engine.dispose()
    except (SQLAlchemyError, ImportError) as error:
        reason = str(getattr(error, "orig", None) or error).partition("\n")[0]
        return Book(missing=f"The gradebook cannot be read: {reason}.")
    return book


def _read(session: Session, assignment: str) -> Book:
    worth = session.scalar(select(Assignment.max_score).where(Assignment.name == assignment))
    if worth is None:
        return Book(missing=f"The gradebook does not know the assignment {assignment}.")
    names = select(Student.id, Student.first_name, Student.last_name, Student.email)
    people = sorted(session.execute(names).all(), key=lambda person: person.id)
    grades = session.execute(_grades(assignment)).all()
    entries = {
        row.student_id: Entry(row.penalty) for row in session.execute(_handed_in(assignment))
    }
    for row in grades:
        entry = entries[row.student_id]
        entry.score += row.score
        entry.awaits += [row.name] * row.needs_manual_grade
    return Book(
        max_score=worth,
        entries=entries,
        cells=_cells(grades, len(entries)),
        students=[person.id for person in people],
        people=[word for person in people for word in person if word],
    )


def _cells(grades: Sequence[Row], submissions: int) -> list[CellRow]:
    """The cells that people grade, most awaited first."""
    awaiting = Counter(row.name for row in grades if row.needs_manual_grade)
    by_hand = (row for row in grades if row.manual_score is not None)
    graded = Counter(row.name for row in by_hand if not row.needs_manual_grade)
    names = sorted({*awaiting, *graded}, key=lambda name: (-awaiting[name], name))
    return [
        CellRow(name, awaiting[name], graded[name], submissions - awaiting[name] - graded[name])
        for name in names
    ]


def _handed_in(assignment: str) -> Select:
    """The query for every submission of an assignment: student_id, penalty."""
    penalty = func.coalesce(func.sum(SubmittedNotebook.late_submission_penalty), 0.0)
    return (
        select(SubmittedAssignment.student_id, penalty.label("penalty"))
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .outerjoin(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .where(Assignment.name == assignment)
        .group_by(SubmittedAssignment.student_id)
    )


def _grades(assignment: str) -> Select:
    """The query for every grade of an assignment: student_id, name of the cell, and scores."""
    return (
        select(
            SubmittedAssignment.student_id,
            BaseCell.name,
            Grade.score,
            Grade.manual_score,
            Grade.needs_manual_grade,
        )
        .join(SubmittedNotebook, SubmittedNotebook.id == Grade.notebook_id)
        .join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .join(BaseCell, BaseCell.id == Grade.cell_id)
        .where(Assignment.name == assignment)
        .order_by(BaseCell.name)
    )
