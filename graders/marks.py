"""Items put to somebody, and what became of each: its mark.

With this module one can
  * put a paper's items to a student, all in one go (put_all),
  * put one item to anybody (put),
  * stop where a student's code is not to be asked any more (answered).
"""

import functools
import itertools
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from graders.compare import RTOL, Answer
from graders.errors import (
    Died,
    NotDefined,
    OutOfTime,
    StudentFault,
    TimedOut,
    Unreadable,
)
from graders.exam import Exam
from graders.paper import Demand, Item
from graders.sandbox.functions import Reply
from graders.sandbox.student import Student
from graders.shown import show
from graders.understudy import Understudy


@dataclass(frozen=True)
class Mark:
    """What became of an item that was put to somebody."""

    item: Item
    asked: tuple
    """The arguments of the last call."""
    reply: Reply | None
    """What came back of it; None if the call raised, or brought no answer."""
    given: Answer | None
    """What was judged; None if it did not come to that."""
    fault: StudentFault | None
    """Why the answer is not accepted; None if it is."""

    @property
    def answer(self) -> Any:
        """The part of what came back that is looked at first; None if there is none."""
        if self.reply is None:
            return None
        way = self.item.demands[0][:-1] if self.item.demands else []
        try:
            return _follow(Answer(self.reply.value), way).value
        except StudentFault:
            return None

    @property
    def error(self) -> float:
        """The largest error in units of the scale; inf where no error can be measured."""
        error = 0.0
        try:
            for demand in self.item.demands if self.given else []:
                error = max(error, _error(self.given, demand))
        except StudentFault:
            pass  # it cannot be measured any further
        return math.inf if self.fault and error <= RTOL else error

    def witness(self, parameters: tuple[str, ...] = ()) -> dict[str, Any]:
        """The evidence of the fault: the draw that was asked about, and the inputs by name."""
        if isinstance(self.fault, NotDefined | OutOfTime):
            return {}  # nothing was asked
        names = itertools.chain(parameters, itertools.repeat(""))
        inputs = {"inputs": "\n".join(map(_shown, names, self.asked))}
        drawn = self.item.draw.describe() if self.item.draw else {}
        return drawn | inputs | told(self.fault)


class Replies:
    """What several calls have brought, handed out one by one to whoever makes them."""

    def __init__(self, found: Iterable[Reply | StudentFault]) -> None:
        self._left = iter(found)

    def call(self, name: str, *args: Any, views: bool = False) -> Reply:
        """What the next call has brought. Raises the StudentFault if it was one."""
        found = next(self._left)
        if isinstance(found, StudentFault):
            raise found
        return found


def told(fault: StudentFault | None) -> dict[str, Any]:
    """The evidence that a fault brings along, its values in words."""
    evidence = getattr(fault, "evidence", {})
    return evidence | {name: show(evidence[name]) for name in ("got", "want") if name in evidence}


def put_all(items: list[Item], question: str, student: Student | Understudy) -> Iterator[Mark]:
    """Put items to somebody; the marks in the items' order, each as it is asked for.

    Calls are made together, so that the two processes need not wait for each other at each; but not
    with those that are to be refused: who sees a nan to come knows which question this is.
    """
    for refused, group in itertools.groupby(items, key=lambda item: item.manner == "refuses"):
        if refused:
            yield from (put(item, question, student) for item in group)
        else:
            yield from _put_together(list(group), question, student)


def _put_together(
    items: list[Item], question: str, student: Student | Understudy
) -> Iterator[Mark]:
    found = iter(student.call_all(question, [call for item in items for call in item.calls]))
    for item in items:
        replies = list(itertools.islice(found, len(item.calls)))
        whole = len(replies) == len(item.calls)
        yield put(item, question, Replies(replies) if whole else student)


def put(item: Item, question: str, student: Student | Understudy | Replies) -> Mark:
    """Put an item to somebody: the answer's mark. No StudentFault is raised, all are kept."""
    exam, given, fault = Exam(question, student, None), None, None
    refused = {"because": item.because} if item.because else {}
    try:
        given = getattr(exam, item.manner)(*item.args, **refused)
        _accept(given, item.demands)
    except StudentFault as found:
        fault = found.kept()
    return Mark(item, exam.asked, exam.reply, given, fault)


def answered(marks: Iterable[Mark]) -> Iterator[Mark]:
    """The marks until the student's code is not to be asked any more."""
    return itertools.takewhile(
        lambda mark: not isinstance(mark.fault, TimedOut | Died | Unreadable), marks
    )


def _error(answer: Answer, demand: list[Demand]) -> float:
    """How far an answer is from what it should equal, in units of the scale; else 0."""
    *way, (method, args, _) = demand
    return _follow(answer, way).error(*args[:2]) if method == "equals" else 0.0


def _accept(answer: Answer | None, demands: list[list[Demand]]) -> None:
    for *way, (method, args, options) in demands:
        getattr(_follow(answer, way), method)(*args, **options)


def _follow(answer: Answer, way: list[Demand]) -> Answer:
    return functools.reduce(lambda a, step: getattr(a, step[0])(*step[1], **step[2]), way, answer)


def _shown(name: str, value: Any) -> str:
    """An argument with its name before it, and further lines of an array below the first."""
    start = f"{name} = " if name else ""
    return start + show(value).replace("\n", "\n" + " " * len(start))
