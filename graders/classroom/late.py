"""Late work: what it loses by the course's own rule, which nbgrader asks for it."""

from collections.abc import Callable
from datetime import datetime, timedelta

from nbgrader.api import Grade, SubmittedAssignment, SubmittedNotebook
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import bindparam, func, select, update
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


def penalise(
    db: Session, notebooks: list[str], cells: list[str], due: datetime | None, penalty: Penalty
) -> None:
    """Take from late notebooks what the rule takes, and give back what it took before.

    `notebooks` are ids of what was handed in, `cells` those of all that is graded in one.
    """
    taken = dict.fromkeys(notebooks)
    late = _late(db, notebooks, due) if due else {}
    scores = _scores(db, list(late), cells)
    for place, (student, seconds) in late.items():
        score = scores.get(place, 0.0)
        asked = penalty(student, score, seconds)
        if asked is not None:
            taken[place] = min(max(asked, 0), score)
    rows = [{"place": place, "penalty": points} for place, points in taken.items()]
    if rows:
        db.connection().execute(ENTER_PENALTY, rows)


def _late(db: Session, notebooks: list[str], due: datetime) -> dict[str, tuple[str, float]]:
    """The notebooks that were late, their students, and by how many seconds."""
    found = db.execute(
        select(SUBMISSIONS.c.student_id, SUBMISSIONS.c.timestamp, SUBMISSIONS.c.extension)
        .add_columns(NOTEBOOKS.c.id)
        .join(NOTEBOOKS, SUBMISSIONS.c.id == NOTEBOOKS.c.assignment_id)
        .where(NOTEBOOKS.c.id.in_(notebooks), SUBMISSIONS.c.timestamp.is_not(None))
    )
    late = {
        place: (student, (submitted - due - (extension or timedelta())).total_seconds())
        for student, submitted, extension, place in found
    }
    return {place: about for place, about in late.items() if about[1] > 0}


def _scores(db: Session, notebooks: list[str], cells: list[str]) -> dict[str, float]:
    """What notebooks have earned so far, by their ids."""
    # nbgrader's own sum names no cells, without which no index helps: it reads everybody's grades.
    found = db.execute(
        select(Grade.notebook_id, func.sum(Grade.score))
        .where(Grade.notebook_id.in_(notebooks), Grade.cell_id.in_(cells))
        .group_by(Grade.notebook_id)
    )
    return dict(found.all())
