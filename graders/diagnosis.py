"""Which known misconception a wrong answer is, if it is exactly one.

A student's function and a misconception are held to be the same if they return the same, or raise
the same, for every draw that the graders ask about, and for more draws before a name is given.
Nothing is named by likeness alone: where two misconceptions, or none, agree with all that was seen,
there is no diagnosis.
"""

import functools
import itertools
from collections.abc import Iterable
from typing import Any

import numpy as np

from graders.compare import RTOL
from graders.draws import Draws
from graders.errors import Raised
from graders.grader import Grader
from graders.marks import Mark
from graders.misconceptions import Misconception
from graders.paper import Item
from graders.results import Diagnosis
from graders.sandbox.functions import Reply
from graders.sandbox.wire import Foreign
from graders.shown import first_stranger
from graders.understudy import Understudy

WHOLE = str | Foreign | None
"""What is the same or not, and nothing in between."""
FURTHER = 4
"""How many exams' worth of random draws a name has to stand, beside the exam that was graded."""


def diagnose(
    marks: list[Mark], misconceptions: list[Misconception], further: Iterable[Mark] = ()
) -> Diagnosis | None:
    """The one misconception that gives all these answers; None if none does, or several do.

    `further` is looked at, mark by mark, only while there is a name that it may refute.
    """
    about_values = [mark for mark in marks if mark.item.is_about_values]
    telling = _telling(about_values)
    if not any(mark.fault and mark.reply for mark in telling):
        return None  # an exception alone does not say what somebody had in mind
    alike = [one for one in misconceptions if all(agrees(one, mark) for mark in telling)]
    alike = [one for one in alike if not _refuted(one, about_values)]
    if len(_names(alike)) > 1:
        alike = [one for one in alike if all(agrees(one, mark) for mark in about_values)]
    if len(_names(alike)) != 1:
        return None
    if not all(_is_of(mark, _kept_answer(alike[0], mark.item)) for mark in further):
        return None
    return Diagnosis(alike[0].known_as, alike[0].student, alike[0].staff)


@functools.cache
def further_exams(grader: Grader, course_key: bytes) -> list[list[Item]]:
    """What a name has to stand before it is given: random draws that nobody is graded by.

    One exam may miss how a mistake differs from another that is seldom seen. They are the same for
    all students, and written down once.
    """
    draws = functools.partial(Draws, course_key, *grader.name, "")
    exams = (
        grader.papers(lambda criterion, again=f" {exam + 1}": draws(criterion + again))
        for exam in range(FURTHER)
    )
    return [[item for item in itertools.chain(*e.values()) if _is_drawn(item)] for e in exams]


def _is_drawn(item: Item) -> bool:
    return item.is_about_values and item.draw is not None


def _telling(marks: list[Mark]) -> list[Mark]:
    """The marks that have to agree, wrong answers first, for those tell the most apart.

    Edge cases are handled in many ways, whatever the misconception: they are asked about only if
    nothing else went wrong, or if nothing else tells two misconceptions apart.
    """
    drawn = [mark for mark in marks if mark.item.draw is not None]
    found = drawn if any(mark.fault for mark in drawn) else marks
    return sorted(found, key=lambda mark: mark.fault is None)


def _names(alike: list[Misconception]) -> set[str]:
    return {one.known_as for one in alike}


def agrees(one: Misconception, mark: Mark) -> bool:
    """Whether a misconception returns, raises and changes what was returned, raised and changed."""
    return _is_of(mark, _answer(one, mark.item))


def _is_of(mark: Mark, answer: Reply | Raised) -> bool:
    if isinstance(answer, Raised):
        return isinstance(mark.fault, Raised) and mark.fault.kinds[0] == answer.kinds[0]
    return mark.reply is not None and _alike(mark.reply, answer, mark.item)


def _answer(one: Misconception, item: Item) -> Reply | Raised:
    views = item.manner == "ask_with_views"
    try:
        return Understudy(one.answer).call(one.question, *item.args, views=views)
    except Raised as raised:
        return raised.kept()


_kept_answer = functools.lru_cache(maxsize=1 << 13)(_answer)
"""For the further exams, which are the same for all students; in a class, mistakes come again."""


def _refuted(one: Misconception, marks: list[Mark]) -> bool:
    """Whether a wrong value, be it of an edge case, is not what the misconception returns."""
    wrong = (m for m in marks if m.fault and m.reply and m.reply.value is not None)
    return any(not agrees(one, mark) for mark in wrong)


def _alike(theirs: Reply, ours: Reply, item: Item) -> bool:
    """Whether the same came back, and the same was left of the arguments."""
    after = zip(theirs.args, ours.args, strict=False)
    return same_value(theirs.value, ours.value, item.scale) and all(
        same_value(a, b, 1.0) for a, b in after
    )


def same_value(one: Any, other: Any, scale: float) -> bool:
    """Whether two answers are the same, within rounding; a list may stand for an array."""
    if isinstance(one, WHOLE) or isinstance(other, WHOLE):
        return type(one) is type(other) and one == other
    if first_stranger(one) is not None or first_stranger(other) is not None:
        return _same_items(one, other, scale)
    try:
        a, b = np.asarray(one), np.asarray(other)
    except (ValueError, OverflowError):
        return _same_items(one, other, scale)
    if not {a.dtype.kind, b.dtype.kind} <= set("biufc"):
        return _same_items(one, other, scale)
    if a.shape != b.shape:
        return False
    return np.array_equal(a, b) or _close(a.astype(complex), b.astype(complex), scale)


def _same_items(one: Any, other: Any, scale: float) -> bool:
    """As `same_value`, of what is no array: items of different shapes, words, or a dict."""
    if isinstance(one, dict) and isinstance(other, dict):
        pairs = ((one[key], other.get(key)) for key in one)
        return one.keys() == other.keys() and all(same_value(a, b, scale) for a, b in pairs)
    listed = isinstance(one, list | tuple) and isinstance(other, list | tuple)
    return (
        listed
        and len(one) == len(other)
        and all(same_value(a, b, scale) for a, b in zip(one, other, strict=True))
    )


def _close(a: np.ndarray, b: np.ndarray, scale: float) -> bool:
    """Whether all entries are equal, both nan, or as near as rounding may leave them."""
    with np.errstate(all="ignore"):
        finite = np.isfinite(a) & np.isfinite(b)
        allowed = RTOL * max(scale, np.abs(b[finite]).max(initial=0.0))
        near = finite & (np.abs(a - b) <= allowed)
        return bool(np.all(near | (a == b) | (np.isnan(a) & np.isnan(b))))
