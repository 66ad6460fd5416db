"""One row for each submission: its scores, and how each of its questions fared."""

from collections.abc import Sequence

from graders.classroom.report.failures import failed_criteria, kind_of
from graders.classroom.report.gradebook import Book
from graders.classroom.report.roster import Roster
from graders.classroom.report.rows import AnswerCell, StudentRow
from graders.results import Question, Results, Verdict


def rows(results: Sequence[Results], book: Book, roster: Roster) -> list[StudentRow]:
    """The rows of a class, in the roster's order."""
    return [_row(one, book, roster) for one in results]


def awaits_somebody(row: StudentRow) -> bool:
    """Whether a TA has to grade something: a cell, or a question that could not be checked."""
    unchecked = any(answer.verdict == Verdict.COULD_NOT_CHECK for answer in row.answers)
    return bool(row.awaits) or unchecked


def _row(results: Results, book: Book, roster: Roster) -> StudentRow:
    entry = book.entries.get(results.student)
    return StudentRow(
        student=roster.call(results.student),
        score=results.score,
        max_score=results.max_score,
        total=entry and entry.total,
        total_max=entry and book.max_score,
        penalty=entry and entry.penalty,
        awaits=entry.awaits if entry else [],
        seconds=results.seconds,
        repairs=len(results.repairs),
        stopped_cells=len(results.stopped_cells),
        answers=[_answer(question, roster) for question in results.questions],
    )


def _answer(question: Question, roster: Roster) -> AnswerCell:
    return AnswerCell(
        question=question.name,
        score=question.score,
        max_score=question.max_score,
        verdict=question.verdict.value,
        failed=[criterion.name for criterion in failed_criteria(question)],
        kind=roster.quote(kind_of(question)),
    )
