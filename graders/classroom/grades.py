"""What the gradebook knows of graded work, for its pages of feedback: read once for everybody."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    Gradebook,
    GradeCell,
    Notebook,
    SubmittedAssignment,
    SubmittedNotebook,
    TaskCell,
)
from sqlalchemy import Row, Select, func, select


@dataclass
class Grades:
    """What was entered for one notebook: the sums, and by the names of cells the rest."""

    score: float = 0.0
    """What the cells have earned together, late or not."""
    max_score: float = 0.0
    late_penalty: float | None = None
    cells: dict[str, tuple[float, float]] = field(default_factory=dict)
    """The scores of graded cells, and the points that they are worth."""
    comments: dict[str, str | None] = field(default_factory=dict)


Places = dict[tuple[str, str], Grades]
"""What was entered, by the names of student and notebook."""


def grades_in(gradebook: Gradebook, assignment: str) -> Places:
    """All that is entered for an assignment. What nbgrader's GetGrades asks cell by cell."""
    db = gradebook.db
    found, places = {}, {}
    for place, student, notebook, most, penalty in db.execute(_notebooks(assignment)):
        places[place] = found[student, notebook] = Grades(0.0, most, penalty)
    points = {**_points(db, GradeCell, assignment), **_points(db, TaskCell, assignment)}
    for place, score in db.execute(_sums(points)):
        places[place].score = score
    for place, cell, name, score in db.execute(_of_cells(Grade, Grade.score, assignment)):
        places[place].cells[name] = score, points[cell]
    for place, _, name, comment in db.execute(_of_cells(Comment, Comment.comment, assignment)):
        places[place].comments[name] = comment
    db.rollback()  # nothing was written
    return found


def _notebooks(assignment: str) -> Select:
    """The notebooks that were handed in."""
    return (
        select(
            SubmittedNotebook.id,
            SubmittedAssignment.student_id,
            Notebook.name,
            Notebook.max_score,
            SubmittedNotebook.late_submission_penalty,
        )
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Notebook, SubmittedNotebook.notebook_id == Notebook.id)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .where(Assignment.name == assignment)
    )


def _points(db, kind: type[BaseCell], assignment: str) -> dict[str, float]:
    """What cells of a kind are worth, by their ids."""
    asked = select(kind.id, kind.max_score).join(Notebook, kind.notebook_id == Notebook.id)
    rows: Iterable[Row] = db.execute(
        asked.join(Assignment, Notebook.assignment_id == Assignment.id).where(
            Assignment.name == assignment
        )
    )
    return {cell: points or 0.0 for cell, points in rows}


def _sums(cells: Iterable[str]) -> Select:
    """What notebooks have earned; the database adds up, for nbgrader's sums are its sums, too."""
    return (
        select(Grade.notebook_id, func.sum(Grade.score))
        .where(Grade.cell_id.in_(list(cells)))
        .group_by(Grade.notebook_id)
    )


def _of_cells(table: type[Grade] | type[Comment], column, assignment: str) -> Select:
    """A column of all cells of an assignment, in every notebook that was handed in."""
    return (
        select(table.notebook_id, BaseCell.id, BaseCell.name, column)
        .join(BaseCell, table.cell_id == BaseCell.id)
        .join(Notebook, BaseCell.notebook_id == Notebook.id)
        .join(Assignment, Notebook.assignment_id == Assignment.id)
        .where(Assignment.name == assignment)
    )
