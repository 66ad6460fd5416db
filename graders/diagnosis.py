"""Which known misconception a wrong answer is, if it is exactly one.

A student's function and a misconception are held to be the same if they return the same, or raise
the same, for every draw that the graders ask about. Nothing is named by likeness alone: where two
misconceptions, or none, agree with all that was seen, there is no diagnosis.
"""

from typing import Any

import numpy as np

from graders.compare import RTOL
from graders.errors import Raised
from graders.exam import is_same
from graders.misconceptions import Misconception
from graders.paper import Item, Mark, Understudy
from graders.results import Diagnosis
from graders.sandbox.student import Reply


def diagnose(marks: list[Mark], misconceptions: list[Misconception]) -> Diagnosis | None:
    """The one misconception that gives all these answers; None if none does, or several do."""
    telling = _telling(marks)
    if not any(mark.fault and mark.reply for mark in telling):
        return None  # an exception alone does not say what somebody had in mind
    alike = [one for one in misconceptions if all(agrees(one, mark) for mark in telling)]
    if len({one.known_as for one in alike}) != 1:
        return None
    return Diagnosis(alike[0].known_as, alike[0].student, alike[0].staff)


def _telling(marks: list[Mark]) -> list[Mark]:
    """The marks that have to agree, wrong answers first, for those tell the most apart.

    Edge cases are handled in many ways, whatever the misconception: they are asked about only if
    nothing else went wrong.
    """
    about_values = [mark for mark in marks if mark.item.is_about_values]
    drawn = [mark for mark in about_values if mark.item.draw is not None]
    found = drawn if any(mark.fault for mark in drawn) else about_values
    return sorted(found, key=lambda mark: mark.fault is None)


def agrees(one: Misconception, mark: Mark) -> bool:
    views = mark.item.manner == "ask_with_views"
    try:
        reply = Understudy(one.answer).call(one.question, *mark.item.args, views=views)
    except Raised as raised:
        return isinstance(mark.fault, Raised) and mark.fault.kinds[0] == raised.kinds[0]
    return mark.reply is not None and _alike(mark.reply, reply, mark.item)


def _alike(theirs: Reply, ours: Reply, item: Item) -> bool:
    changed = [_changed(reply, item) for reply in (theirs, ours)]
    return changed[0] == changed[1] and same_value(theirs.value, ours.value, item.scale)


def _changed(reply: Reply, item: Item) -> list[bool]:
    return [not is_same(was, now) for was, now in zip(item.args, reply.args, strict=False)]


def same_value(one: Any, other: Any, scale: float) -> bool:
    """Whether two answers are the same, within rounding; a list may stand for an array."""
    if not _is_numeric(one) or not _is_numeric(other):
        return type(one) is type(other) and one == other
    try:
        a, b = np.asarray(one), np.asarray(other)
    except (ValueError, OverflowError):
        return False  # no arrays: lists that are nested unevenly
    if a.shape != b.shape or {a.dtype.kind, b.dtype.kind} - set("biufc"):
        return False
    return _close(a.astype(complex), b.astype(complex), scale)


def _close(a: np.ndarray, b: np.ndarray, scale: float) -> bool:
    """Whether all entries are equal, both nan, or as near as rounding may leave them."""
    with np.errstate(all="ignore"):
        finite = np.isfinite(a) & np.isfinite(b)
        allowed = RTOL * max(scale, np.abs(b[finite]).max(initial=0.0))
        near = finite & (np.abs(a - b) <= allowed)
        return bool(np.all(near | (a == b) | (np.isnan(a) & np.isnan(b))))


def _is_numeric(value: Any) -> bool:
    return isinstance(value, int | float | complex | list | tuple | np.ndarray | np.generic)
