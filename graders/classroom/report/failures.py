"""What goes wrong, and with whom: known misconceptions, and groups that fail in the same way."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from graders.classroom.report.roster import Roster, line
from graders.classroom.report.rows import GroupRow, MisconceptionRow
from graders.results import Criterion, Question, Results, Verdict

WORDS = {
    "NotDefined": "not defined",
    "TimedOut": "ran out of time",
    "OutOfTime": "ran out of time",
    "Died": "ended its process",
    "Raised": "raised an exception",
    "Unreadable": "returned what cannot be read",
    "WrongAnswer": "wrong answer",
}
"""The faults of graders/errors.py, as a person says them."""
EXCEPTION = re.compile(r"raised [\w.]+")


def misconceptions(results: Sequence[Results], roster: Roster) -> list[MisconceptionRow]:
    """A row for each known misconception that somebody has, the most frequent first."""
    checked, having = Counter(), defaultdict(list)
    for student, question in _answers(results):
        checked[question.name] += question.verdict is not Verdict.COULD_NOT_CHECK
        if told := question.diagnosis:
            having[question.name, told.name].append((student, told))
    rows = [
        MisconceptionRow(
            question=question,
            name=line(name),
            staff=line(those[0][1].staff),
            student=line(those[0][1].student),
            count=len(those),
            share=len(those) / max(checked[question], len(those)),
            students=[roster.call(student) for student, _ in those],
        )
        for (question, name), those in having.items()
    ]
    return sorted(rows, key=lambda row: (-row.count, row.question, row.name))


def groups(results: Sequence[Results], roster: Roster) -> list[GroupRow]:
    """A row for each way to fail a question that two submissions or more share, biggest first.

    Two fail in the same way if the same criteria fail, and either have the same known misconception
    or, where none is known, the same kinds of fault and the same answers to the small inputs that
    the feedback shows.
    """
    alike = defaultdict(list)
    for student, question in _answers(results):
        if failed_criteria(question):
            alike[_way(question)].append((student, question))
    rows = [_group(those, roster) for those in alike.values() if len(those) > 1]
    return sorted(rows, key=lambda row: (-row.count, row.question, row.failed))


def failed_criteria(question: Question) -> list[Criterion]:
    """The criteria that failed, in the grader's order."""
    return [c for c in question.criteria if c.verdict is Verdict.FAILED]


def kind_of(question: Question) -> str:
    """How a question failed: the misconception's name, or the kinds of fault in words."""
    if question.diagnosis:
        return question.diagnosis.name
    if question.rests_on:
        return f"calls {', '.join(question.rests_on)}, which failed too"
    return ", ".join(dict.fromkeys(filter(None, map(_fault, failed_criteria(question)))))


def _fault(criterion: Criterion) -> str:
    """A fault in words; which exception was raised tells one mistake from another."""
    raised = EXCEPTION.match(criterion.problem)
    is_raised = criterion.fault in ("Raised", "")
    return raised[0] if raised and is_raised else WORDS.get(criterion.fault, criterion.fault)


def _answers(results: Sequence[Results]) -> Iterator[tuple[str, Question]]:
    return ((one.student, question) for one in results for question in one.questions)


def _way(question: Question) -> tuple:
    """What two answers have in common if they fail in the same way."""
    failed = tuple(criterion.name for criterion in failed_criteria(question))
    return question.name, failed, question.diagnosis is not None, kind_of(question), _seen(question)


def _seen(question: Question) -> tuple:
    """What an answer that nobody knows returns for the counterexamples in its feedback."""
    examples = (criterion.counterexample for criterion in failed_criteria(question))
    shown = tuple((example.code, example.returned) for example in examples if example)
    return () if question.diagnosis else shown


def _group(those: list[tuple[str, Question]], roster: Roster) -> GroupRow:
    question = those[0][1]
    problems = Counter(failed_criteria(answer)[0].problem for _, answer in those)
    return GroupRow(
        question=question.name,
        failed=[criterion.name for criterion in failed_criteria(question)],
        kind=roster.quote(kind_of(question)),
        diagnosed=question.diagnosis is not None,
        staff=line(question.diagnosis.staff) if question.diagnosis else "",
        problem=roster.quote(problems.most_common(1)[0][0]),
        count=len(those),
        students=[roster.call(student) for student, _ in those],
    )
