"""What the gradebook is told of a graded notebook: cell by cell, a score or a comment."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from nbformat import NotebookNode
from nbgrader.utils import compute_checksum, determine_grade, is_grade, is_solution, is_task

from graders.classroom.feedback import Reveal, advice_on, legible
from graders.classroom.rescue import is_added
from graders.results import Question, Verdict

NO_RESPONSE = "No response."


@dataclass(frozen=True)
class Score:
    """What is entered for a graded cell; without a score it awaits a TA."""

    auto_score: float | None
    is_bonus: bool = False
    extra_credit: float | None = None
    """What a bonus has earned; that of other cells is a TA's to give, and is left alone."""


@dataclass(frozen=True)
class Entries:
    """What is entered for one notebook: scores and comments, by the ids of their cells."""

    scores: dict[str, Score] = field(default_factory=dict)
    comments: dict[str, str | None] = field(default_factory=dict)


def entries(notebook: NotebookNode, questions: Mapping[str, Question], reveal: Reveal) -> Entries:
    """What a graded notebook earned: scores come from results, never from outputs."""
    found, elsewhere = Entries(), wrote_elsewhere(notebook)
    for cell in notebook.cells:
        if is_grade(cell):
            question = questions.get(_name(cell).removeprefix("test_"))
            found.scores[_name(cell)] = score_of(cell, question, elsewhere)
        if is_solution(cell) or is_task(cell):
            found.comments[_name(cell)] = comment_on(cell, questions.get(_name(cell)), reveal)
    return found


def wrote_elsewhere(notebook: NotebookNode) -> bool:
    """Whether a student added cells of text: an answer may be there, and not in its cell."""
    return any(cell.cell_type == "markdown" and is_added(cell) for cell in notebook.cells)


def score_of(cell: NotebookNode, question: Question | None, elsewhere: bool) -> Score:
    """The score of a graded cell: what its question earned, or none yet for a derivation.

    A derivation that was never begun is worth 0 and awaits nobody; others await a TA. So does an
    untouched one if the student may have written it `elsewhere`.
    """
    if question is None:
        auto_score, _ = determine_grade(cell)
        return Score(None if elsewhere else auto_score)
    earned = None if question.verdict is Verdict.COULD_NOT_CHECK else question.score
    if question.bonus:
        return Score(None if earned is None else 0.0, True, earned)
    return Score(earned)


def comment_on(cell: NotebookNode, question: Question | None, reveal: Reveal) -> str | None:
    """What is known of an answer; a TA may write something better."""
    # PostgreSQL refuses text with NUL or half a character in it, and with it all of the batch.
    told = legible(advice_on(question, reveal)) if question else ""
    untouched = cell.metadata.nbgrader.get("checksum") == compute_checksum(cell)
    return told or (NO_RESPONSE if untouched and not is_task(cell) else None)


def _name(cell: NotebookNode) -> str:
    return cell.metadata.nbgrader.grade_id
