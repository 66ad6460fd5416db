"""How hard each question and criterion is, and how well it tells who knows from who does not.

The *difficulty* is the mean share of the points that is earned, from 0 to 1: the classical item
difficulty p, so an easy question has a high one.

The *discrimination index* D is the mean share in the best 27 % of the class minus that in the worst
27 %, best and worst by the share of the points of all *other* questions, the bonus left out: from
-1 to 1. Who ties at the border belongs to it in part, so D depends on nobody's name. It takes
SMALLEST_CLASS submissions; of fewer, and without another question, there is none.

What could not be checked is left out of every number.
"""

from collections.abc import Iterable, Sequence
from itertools import chain, groupby
from operator import itemgetter
from statistics import fmean

from graders.classroom.report.rows import CriterionRow, QuestionRow
from graders.results import Question, Results, Verdict

PART_OF_CLASS = 0.27
"""The share that tells best and worst apart most reliably if scores are normal (Kelley, 1939)."""
SMALLEST_CLASS = 10

Rest = float | None
"""The share of the points of all other questions, or None if there are none."""


def questions(results: Sequence[Results]) -> list[QuestionRow]:
    """A row for each question, in the order of the notebook."""
    names = _in_order([question.name for question in one.questions] for one in results)
    return [_question(name, results) for name in names]


def discrimination(shares: Sequence[tuple[Rest, float]]) -> float | None:
    """The discrimination index of pairs: a submission's rest, and its share of the item."""
    known = sorted((pair for pair in shares if pair[0] is not None), key=itemgetter(0))
    if len(known) < SMALLEST_CLASS:
        return None
    return _mean_of_first(known[::-1]) - _mean_of_first(known)


def _mean_of_first(ranked: Sequence[tuple[Rest, float]]) -> float:
    """The mean share in the first 27 %, to which those who tie at the end belong in part."""
    size = room = PART_OF_CLASS * len(ranked)
    total = 0.0
    for _, tied in groupby(ranked, key=itemgetter(0)):
        shares = [share for _, share in tied]
        taken = min(room, len(shares))
        total += taken * fmean(shares)
        room -= taken
    return total / size


def _question(name: str, results: Sequence[Results]) -> QuestionRow:
    asked = [(_rest(one, name), q) for one in results for q in one.questions if q.name == name]
    checked = [(rest, q) for rest, q in asked if q.verdict is not Verdict.COULD_NOT_CHECK]
    passed = sum(q.verdict is Verdict.PASSED for _, q in checked)
    nothing = sum(q.verdict is Verdict.FAILED and not q.score for _, q in checked)
    shares = [(rest, q.score / q.max_score) for rest, q in checked if q.max_score]
    criteria = _in_order([criterion.name for criterion in q.criteria] for _, q in asked)
    return QuestionRow(
        name=name,
        bonus=any(q.bonus for _, q in asked),
        max_score=max(q.max_score for _, q in asked),
        checked=len(checked),
        unchecked=len(asked) - len(checked),
        passed=passed,
        partly=len(checked) - passed - nothing,
        nothing=nothing,
        pass_rate=passed / len(checked) if checked else None,
        difficulty=fmean(share for _, share in shares) if shares else None,
        discrimination=discrimination(shares),
        criteria=[_criterion(name, criterion, asked) for criterion in criteria],
    )


def _criterion(question: str, name: str, asked: Sequence[tuple[Rest, Question]]) -> CriterionRow:
    found = [(rest, c) for rest, q in asked for c in q.criteria if c.name == name]
    checked = [(rest, c) for rest, c in found if c.verdict is not Verdict.COULD_NOT_CHECK]
    shares = [(rest, float(c.verdict is Verdict.PASSED)) for rest, c in checked]
    rate = fmean(share for _, share in shares) if shares else None
    return CriterionRow(
        question=question,
        name=name,
        sentence=found[-1][1].sentence,
        points=found[-1][1].points,
        checked=len(checked),
        unchecked=len(found) - len(checked),
        passed=round(sum(share for _, share in shares)),
        pass_rate=rate,
        difficulty=rate,
        discrimination=discrimination(shares),
    )


def _rest(results: Results, name: str) -> Rest:
    """The share of the points of the questions but `name`: those that could be checked."""
    others = [
        q
        for q in results.questions
        if q.name != name and not q.bonus and q.verdict is not Verdict.COULD_NOT_CHECK
    ]
    worth = sum(question.max_score for question in others)
    # Rounded, so that equal shares tie in whatever order their points were added up.
    return round(sum(question.score for question in others) / worth, 9) if worth else None


def _in_order(lists: Iterable[list[str]]) -> list[str]:
    """All the names, in the order of the longest lists: the shorter ones lack something."""
    return list(dict.fromkeys(chain.from_iterable(sorted(lists, key=len, reverse=True))))
