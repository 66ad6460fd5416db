"""The gradebook, written many submissions at a time, as nbgrader would write it one by one.

A batch is one transaction. What a TA has entered is never read to be written again, so people can
grade at the same time; the statements are SQLAlchemy's own, for any database.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nbgrader.api import (
    Assignment,
    Comment,
    Grade,
    Gradebook,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    new_uuid,
)
from sqlalchemy import Float, Table, Update, bindparam, cast, insert, or_, select, update
from sqlalchemy.exc import SQLAlchemyError

from graders.classroom.database import reason
from graders.classroom.late import Penalty, penalise
from graders.classroom.scores import Entries, Score
from graders.errors import AuthorFault, MachineFault

GRADES, COMMENTS, NOTEBOOKS, SUBMISSIONS = (
    model.__table__ for model in (Grade, Comment, SubmittedNotebook, SubmittedAssignment)
)


def _change(table: Table, **values: Any) -> Update:
    """The change of the row of one cell of one notebook, or of each of many."""
    place = table.c.notebook_id == bindparam("notebook"), table.c.cell_id == bindparam("cell")
    return update(table).where(*place).values(**values)


TRIES = 2
"""How often a batch is tried. What may come in between is over when it has been met: a connection
that was lost, a lock, a TA or another run that has just added the same student."""
SCORE = cast(bindparam("score", type_=Float), Float)  # else PostgreSQL asks what type NULL has
AWAITS_A_TA = or_(GRADES.c.manual_score.is_not(None), SCORE.is_(None))
ENTER_SCORE = _change(GRADES, auto_score=SCORE, needs_manual_grade=AWAITS_A_TA)
ENTER_BONUS = _change(GRADES, extra_credit=bindparam("extra"))
ENTER_COMMENT = _change(COMMENTS, auto_comment=bindparam("comment"))


@dataclass(frozen=True)
class Sheet:
    """What is to be entered for one student's submission."""

    student: str
    entries: Entries
    submitted: datetime | None = None
    """When it was handed in, in UTC; without it, what the gradebook knows stays."""
    missing: tuple[str, ...] = ()
    """Notebooks of the assignment that were not handed in: whatever they ask is worth 0."""


AWAITED = Score(None)
"""What is known of a cell before anything is."""
Cell = tuple[str, str]
"""A cell of one submission: the ids of its notebook and of what it is in the assignment."""
Places = dict[tuple[str, str], str]
"""The ids of notebooks that were handed in, by their students and names."""


class Page:
    """One notebook of an assignment: the cells that have grades, and those that have comments."""

    def __init__(self, notebook: Notebook) -> None:
        self.id, self.name, tasks = notebook.id, notebook.name, notebook.task_cells
        self.graded = {cell.name: cell.id for cell in (*tasks, *notebook.grade_cells)}
        self.commented = {cell.name: cell.id for cell in (*tasks, *notebook.solution_cells)}


class Book:
    """The gradebook's part on one assignment, whose notebook is called like the assignment."""

    def __init__(self, gradebook: Gradebook, assignment: str, penalty: Penalty) -> None:
        self._db, self._name, self._penalty = gradebook.db, assignment, penalty
        found = self._db.scalar(select(Assignment).where(Assignment.name == assignment))
        pages = [Page(notebook) for notebook in found.notebooks] if found else []
        if assignment not in {page.name for page in pages}:
            raise AuthorFault(
                f"the gradebook has no assignment {assignment} with a notebook of that name: run "
                f"`nbgrader generate_assignment {assignment}` first"
            )
        self._pages = {page.name: page for page in pages}
        self._id, self._due = found.id, found.duedate
        self._db.commit()

    @property
    def notebooks(self) -> list[str]:
        """The names of the assignment's notebooks."""
        return [*self._pages]

    def strangers(self, students: Iterable[str]) -> list[str]:
        """Those of the students who are not in the gradebook."""
        known = set(self._db.scalars(select(Student.id)))
        self._db.commit()
        return [student for student in students if student not in known]

    def enter(self, sheets: list[Sheet]) -> None:
        """Enter what students have earned: everything, or nothing if that fails."""
        for attempt in range(1, TRIES + 1):
            try:
                self._enter(sheets)
                return
            except (SQLAlchemyError, UnicodeError) as error:
                if attempt == TRIES:
                    why = reason(error)
                    raise MachineFault(f"the gradebook could not be written: {why}") from error
            finally:
                self._db.rollback()  # of nothing, if all went well

    def _enter(self, sheets: list[Sheet]) -> None:
        new = self._begin(sheets)
        self._date(sheets)
        places = self._places(sheets)
        self._score(self._scores(sheets, places, new), new)
        self._comment(self._comments(sheets, places, new), new)
        notebooks = [places[sheet.student, self._name] for sheet in sheets]
        cells = list(self._pages[self._name].graded.values())
        penalise(self._db, notebooks, cells, self._due, self._penalty)
        self._db.commit()

    def _begin(self, sheets: list[Sheet]) -> dict[str, Page]:
        """Make room for what is handed in for the first time; the notebooks in it, by their ids."""
        students = [sheet.student for sheet in sheets]
        enrolled = set(self._db.scalars(select(Student.id).where(Student.id.in_(students))))
        self._many(
            insert(Student.__table__), [{"id": one} for one in students if one not in enrolled]
        )
        here = SUBMISSIONS.c.assignment_id == self._id, SUBMISSIONS.c.student_id.in_(students)
        known = set(self._db.scalars(select(SUBMISSIONS.c.student_id).where(*here)))
        begun = {student: new_uuid() for student in students if student not in known}
        pages = [(new_uuid(), one, page) for one in begun.values() for page in self._pages.values()]
        self._many(
            insert(SUBMISSIONS),
            [{"id": i, "assignment_id": self._id, "student_id": s} for s, i in begun.items()],
        )
        self._many(
            insert(NOTEBOOKS),
            [{"id": i, "assignment_id": one, "notebook_id": page.id} for i, one, page in pages],
        )
        return {i: page for i, _, page in pages}

    def _date(self, sheets: list[Sheet]) -> None:
        mine = SUBMISSIONS.c.student_id == bindparam("student")
        self._many(
            update(SUBMISSIONS)
            .where(SUBMISSIONS.c.assignment_id == self._id, mine)
            .values(timestamp=bindparam("time")),
            [{"student": s.student, "time": s.submitted} for s in sheets if s.submitted],
        )

    def _places(self, sheets: list[Sheet]) -> Places:
        """The id of each notebook that was handed in, by its student and its name."""
        names = {page.id: page.name for page in self._pages.values()}
        found = self._db.execute(
            select(SUBMISSIONS.c.student_id, NOTEBOOKS.c.notebook_id, NOTEBOOKS.c.id)
            .join(SUBMISSIONS, SUBMISSIONS.c.id == NOTEBOOKS.c.assignment_id)
            .where(SUBMISSIONS.c.assignment_id == self._id)
            .where(SUBMISSIONS.c.student_id.in_([sheet.student for sheet in sheets]))
        )
        return {(student, names[notebook]): place for student, notebook, place in found}

    def _scores(
        self, sheets: list[Sheet], places: Places, new: dict[str, Page]
    ) -> dict[Cell, Score]:
        """The scores by notebook and cell; of what is new, all cells."""
        found = {(at, cell): AWAITED for at, page in new.items() for cell in page.graded.values()}
        for sheet in sheets:
            for name in sheet.missing:
                cells = self._pages[name].graded.values()
                found |= {(places[sheet.student, name], cell): Score(0.0) for cell in cells}
            at, cells = places[sheet.student, self._name], self._pages[self._name].graded
            found |= {(at, cells[name]): score for name, score in sheet.entries.scores.items()}
        return found

    def _score(self, scores: dict[Cell, Score], new: dict[str, Page]) -> None:
        self._many(
            insert(GRADES),
            [_grade(*cell, score) for cell, score in scores.items() if cell[0] in new],
        )
        known = [(at, cell, score) for (at, cell), score in scores.items() if at not in new]
        rows = [{"notebook": at, "cell": c, "score": s.auto_score} for at, c, s in known]
        self._many(ENTER_SCORE, rows)
        bonus = [(at, cell, score.extra_credit) for at, cell, score in known if score.is_bonus]
        self._many(ENTER_BONUS, [{"notebook": at, "cell": c, "extra": x} for at, c, x in bonus])

    def _comments(
        self, sheets: list[Sheet], places: Places, new: dict[str, Page]
    ) -> dict[Cell, str | None]:
        """The comments by notebook and cell; of what is new, all cells."""
        found = {(at, cell): None for at, page in new.items() for cell in page.commented.values()}
        cells = self._pages[self._name].commented
        for sheet in sheets:
            at, comments = places[sheet.student, self._name], sheet.entries.comments
            found |= {(at, cells[name]): comment for name, comment in comments.items()}
        return found

    def _comment(self, comments: dict[Cell, str | None], new: dict[str, Page]) -> None:
        for statement, names, is_new in (
            (insert(COMMENTS), ("notebook_id", "cell_id", "auto_comment"), True),
            (ENTER_COMMENT, ("notebook", "cell", "comment"), False),
        ):
            rows = [(*c, words) for c, words in comments.items() if (c[0] in new) is is_new]
            self._many(statement, [dict(zip(names, row, strict=True)) for row in rows])

    def _many(self, statement: Any, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._db.connection().execute(statement, rows)


def _grade(notebook: str, cell: str, score: Score) -> dict[str, Any]:
    """The row of a grade that is entered for the first time."""
    return {
        "notebook_id": notebook,
        "cell_id": cell,
        "auto_score": score.auto_score,
        "extra_credit": score.extra_credit,
        "needs_manual_grade": score.auto_score is None,
    }
