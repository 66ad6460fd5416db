"""The gradebook, written many submissions at a time, as nbgrader would write it one by one.

A batch is one transaction. What a TA has entered is never read to be written again, so people can
grade at the same time; the statements are SQLAlchemy's own, for any database.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
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
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import Float, Table, Update, bindparam, insert, or_, select, update
from sqlalchemy.exc import SQLAlchemyError
from traitlets.config import Config

from graders.classroom.scores import Entries
from graders.errors import AuthorFault, MachineFault

Penalty = Callable[[str, float, float], float | None]
"""What a student loses of a score, by a course's rule for work that is so many seconds late."""

GRADES, COMMENTS, NOTEBOOKS, SUBMISSIONS = (
    model.__table__ for model in (Grade, Comment, SubmittedNotebook, SubmittedAssignment)
)


def _change(table: Table, **values: Any) -> Update:
    """The change of the row of one cell of one notebook, or of each of many."""
    place = table.c.notebook_id == bindparam("notebook"), table.c.cell_id == bindparam("cell")
    return update(table).where(*place).values(**values)


AWAITS_A_TA = or_(GRADES.c.manual_score.is_not(None), bindparam("score", type_=Float).is_(None))
ENTER_SCORE = _change(
    GRADES, auto_score=bindparam("score", type_=Float), needs_manual_grade=AWAITS_A_TA
)
ENTER_BONUS = _change(GRADES, extra_credit=bindparam("extra"))
ENTER_COMMENT = _change(COMMENTS, auto_comment=bindparam("comment"))
ENTER_PENALTY = (
    update(NOTEBOOKS)
    .where(NOTEBOOKS.c.id == bindparam("place"))
    .values(late_submission_penalty=bindparam("penalty"))
)


@dataclass(frozen=True)
class Sheet:
    """What is to be entered for one student's submission."""

    student: str
    entries: Entries
    submitted: datetime | None = None
    """When it was handed in, in UTC; without it, what the gradebook knows stays."""
    missing: tuple[str, ...] = ()
    """Notebooks of the assignment that were not handed in: whatever they ask is worth 0."""


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
        try:
            self._begin(sheets)
            self._date(sheets)
            places = self._places(sheets)
            self._score(sheets, places)
            self._penalise(sheets, places)
            self._db.commit()
        except SQLAlchemyError as error:
            raise MachineFault(f"the gradebook could not be written: {error}") from error
        finally:
            self._db.rollback()  # of nothing, if all went well

    def _begin(self, sheets: list[Sheet]) -> None:
        """Make room for what is handed in for the first time: a grade and a comment per cell."""
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
        grades = [(i, cell) for i, _, page in pages for cell in page.graded.values()]
        comments = [(i, cell) for i, _, page in pages for cell in page.commented.values()]
        for table, cells in ((GRADES, grades), (COMMENTS, comments)):
            self._many(insert(table), [{"notebook_id": i, "cell_id": cell} for i, cell in cells])

    def _date(self, sheets: list[Sheet]) -> None:
        mine = SUBMISSIONS.c.student_id == bindparam("student")
        self._many(
            update(SUBMISSIONS)
            .where(SUBMISSIONS.c.assignment_id == self._id, mine)
            .values(timestamp=bindparam("time")),
            [{"student": s.student, "time": s.submitted} for s in sheets if s.submitted],
        )

    def _places(self, sheets: list[Sheet]) -> dict[tuple[str, str], str]:
        """The id of each notebook that was handed in, by its student and its name."""
        names = {page.id: page.name for page in self._pages.values()}
        found = self._db.execute(
            select(SUBMISSIONS.c.student_id, NOTEBOOKS.c.notebook_id, NOTEBOOKS.c.id)
            .join(SUBMISSIONS, SUBMISSIONS.c.id == NOTEBOOKS.c.assignment_id)
            .where(SUBMISSIONS.c.assignment_id == self._id)
            .where(SUBMISSIONS.c.student_id.in_([sheet.student for sheet in sheets]))
        )
        return {(student, names[notebook]): place for student, notebook, place in found}

    def _score(self, sheets: list[Sheet], places: dict[tuple[str, str], str]) -> None:
        scores, extras, comments = [], [], []
        for sheet in sheets:
            for name in sheet.missing:
                at = places[sheet.student, name]
                cells = self._pages[name].graded.values()
                scores += [{"notebook": at, "cell": cell, "score": 0.0} for cell in cells]
            at, page = places[sheet.student, self._name], self._pages[self._name]
            for name, found in sheet.entries.scores.items():
                row = {"notebook": at, "cell": page.graded[name]}
                scores.append(row | {"score": found.auto_score})
                extras += [row | {"extra": found.extra_credit}] * found.is_bonus
            for name, comment in sheet.entries.comments.items():
                comments.append({"notebook": at, "cell": page.commented[name], "comment": comment})
        self._many(ENTER_SCORE, scores)
        self._many(ENTER_BONUS, extras)
        self._many(ENTER_COMMENT, comments)

    def _penalise(self, sheets: list[Sheet], places: dict[tuple[str, str], str]) -> None:
        """Take from late work what the course's rule takes; it gives back what it took before."""
        ids = [places[sheet.student, self._name] for sheet in sheets]
        self._many(ENTER_PENALTY, [{"place": place, "penalty": None} for place in ids])
        if self._due is None:
            return
        found = self._db.execute(
            select(SUBMISSIONS.c.student_id, SUBMISSIONS.c.timestamp, SUBMISSIONS.c.extension)
            .add_columns(SubmittedNotebook.id, SubmittedNotebook.score)
            .join(SUBMISSIONS, SUBMISSIONS.c.id == SubmittedNotebook.assignment_id)
            .where(SubmittedNotebook.id.in_(ids), SUBMISSIONS.c.timestamp.is_not(None))
        )
        late = []
        for student, submitted, extension, place, score in found:
            seconds = (submitted - self._due - (extension or timedelta())).total_seconds()
            asked = self._penalty(student, score, seconds) if seconds > 0 else None
            if asked is not None:
                late.append({"place": place, "penalty": min(max(asked, 0), score)})
        self._many(ENTER_PENALTY, late)

    def _many(self, statement: Any, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._db.connection().execute(statement, rows)


def penalty_of(config: Config) -> Penalty:
    """The rule for late work that is configured for nbgrader."""
    step = AssignLatePenalties(config=config)
    step.init_plugin()
    return step.plugin_inst.late_submission_penalty
