"""Late work: what it loses by the course's own rule, which nbgrader asks for it."""

from collections.abc import Callable
from datetime import datetime, timedelta

from nbgrader.api import SubmittedAssignment, SubmittedNotebook
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session
from traitlets.config import Config

Penalty = Callable[[str, float, float], float | None]
"""What a student loses of a score, by a course's rule for work that is so many seconds late."""

SUBMISSIONS, NOTEBOOKS = SubmittedAssignment.__table__, SubmittedNotebook.__table__
ENTER_PENALTY = (
    update(NOTEBOOKS)
    .where(NOTEBOOKS.c.id == bindparam("place"))
    .values(late_submission_penalty=bindparam("penalty"))
)


def penalty_of(config: Config) -> Penalty:
    """The rule for late work that is configured for nbgrader."""
    step = AssignLatePenalties(config=config)
    step.init_plugin()
    return step.plugin_inst.late_submission_penalty


def penalise(db: Session, notebooks: list[str], due: datetime | None, penalty: Penalty) -> None:
    """Take from late notebooks what the rule takes, and give back what it took before."""
    taken = dict.fromkeys(notebooks)
    for student, submitted, extension, place, score in _dated(db, notebooks) if due else ():
        seconds = (submitted - due - (extension or timedelta())).total_seconds()
        asked = penalty(student, score, seconds) if seconds > 0 else None
        if asked is not None:
            taken[place] = min(max(asked, 0), score)
    rows = [{"place": place, "penalty": points} for place, points in taken.items()]
    if rows:
        db.connection().execute(ENTER_PENALTY, rows)


def _dated(db: Session, notebooks: list[str]) -> list:
    """Whose work was handed in when, with what extension; its notebook, and the score of that."""
    return db.execute(
        select(SUBMISSIONS.c.student_id, SUBMISSIONS.c.timestamp, SUBMISSIONS.c.extension)
        .add_columns(SubmittedNotebook.id, SubmittedNotebook.score)
        .join(SUBMISSIONS, SUBMISSIONS.c.id == SubmittedNotebook.assignment_id)
        .where(SubmittedNotebook.id.in_(notebooks), SUBMISSIONS.c.timestamp.is_not(None))
    ).all()
