"""What stands in the way of a grade: slow and crashing code, and what only a person can decide."""

from collections import defaultdict
from collections.abc import Sequence

from graders.classroom.report.failures import WORDS
from graders.classroom.report.roster import Roster
from graders.classroom.report.rows import CrashRow, RepairRow, SlowRow, UncheckedRow
from graders.results import Question, Results, Verdict

CRASHES = ("TimedOut", "OutOfTime", "Died")
SLOWEST = 10


def slowest(results: Sequence[Results], roster: Roster) -> list[SlowRow]:
    """The submissions that took longest to grade, slowest first; none if times are not known."""
    ranked = sorted(results, key=lambda one: -one.seconds)
    return [SlowRow(roster.call(r.student), r.seconds) for r in ranked[:SLOWEST] if r.seconds]


def crashes(results: Sequence[Results], roster: Roster) -> list[CrashRow]:
    """The submissions that had to be stopped or ended their process, the worst first."""
    rows = [
        CrashRow(
            roster.call(one.student),
            [f"{q.name} {_crash(q)}" for q in one.questions if _crash(q)],
            [roster.quote(sentence) for sentence in one.stopped_cells],
        )
        for one in results
    ]
    troubled = [row for row in rows if row.questions or row.stopped_cells]
    return sorted(troubled, key=lambda row: -len(row.questions) - len(row.stopped_cells))


def _crash(question: Question) -> str:
    """What happened during a question, in words; "" if nothing did."""
    faults = (WORDS[c.fault] for c in question.criteria if c.fault in CRASHES)
    return " and ".join(dict.fromkeys(faults))


def unchecked(results: Sequence[Results], roster: Roster) -> list[UncheckedRow]:
    """The questions that could not be checked, by reason, those of most submissions first."""
    waiting = defaultdict(dict)
    for one in results:
        for question in one.questions:
            for reason in reasons(question):
                waiting[question.name, reason][one.student] = None
    rows = [
        UncheckedRow(question, roster.quote(reason), [roster.call(s) for s in students])
        for (question, reason), students in waiting.items()
    ]
    return sorted(rows, key=lambda row: (-len(row.students), row.question))


def reasons(question: Question) -> list[str]:
    """Why a question could not be checked; empty if it could."""
    broken = [c.problem for c in question.criteria if c.verdict is Verdict.COULD_NOT_CHECK]
    return broken if question.criteria else ["it has no criteria"]


def repaired(results: Sequence[Results], roster: Roster) -> list[RepairRow]:
    """The submissions that had to be mended, in the roster's order."""
    return [
        RepairRow(roster.call(one.student), [roster.quote(repair) for repair in one.repairs])
        for one in results
        if one.repairs
    ]
