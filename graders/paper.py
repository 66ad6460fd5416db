"""The exam paper: what a hidden grader asks one student, and what it would accept.

A grader asks and judges in one breath, and stops at the first wrong answer. A paper is the same
grader with nobody answering: it writes down every item, so that the items can be put to anybody,
to the student once more, to a misconception, to a right variant, and none is left out.
"""

import functools
import math
import warnings
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from io import StringIO
from typing import Any

import numpy as np

from graders.compare import RTOL, Answer
from graders.draws import Draws
from graders.errors import Raised, StudentFault, Unreadable
from graders.exam import Exam
from graders.kinds import Draw
from graders.sandbox import randomness, wire
from graders.sandbox.student import Reply, Student

Demand = tuple[str, tuple, dict[str, Any]]
"""A method of Answer, and what it is called with."""


@dataclass(frozen=True)
class Item:
    """One call of the student's function, and what is demanded of the answer."""

    manner: str
    """The method of Exam that asks: ask, ask_with_views, leaves_alone, repeats, varies, answers or
    refuses."""
    args: tuple
    draw: Draw | None = None
    """The draw that the arguments come from; None for an edge case."""
    because: str = ""
    """Why the arguments are to be refused."""
    demands: list[list[Demand]] = field(default_factory=list)
    """Each is a way into the answer: items taken from it, and at its end a check."""

    @property
    def is_about_values(self) -> bool:
        """Whether an answer is wanted, rather than a refusal."""
        return self.manner not in ("refuses", "answers")

    @property
    def scale(self) -> float:
        """How large rounding in the answer may be, in units of the tolerance."""
        checks = (demand[-1] for demand in self.demands)
        return max((args[1] for method, args, _ in checks if method == "equals"), default=1.0)

    @property
    def want(self) -> Any:
        """What the answer should equal, if that is what is demanded first, else None."""
        method, args, _ = self.demands[0][-1] if self.demands else ("", (), {})
        return args[0] if method in ("equals", "says", "counts") else None


@dataclass(frozen=True)
class Mark:
    """What became of an item that was put to somebody."""

    item: Item
    reply: Reply | None
    """What came back; None if the call raised, or brought no answer."""
    fault: StudentFault | None
    """Why the answer is not accepted; None if it is."""
    error: float
    """The largest error in units of the scale; inf where no error can be measured."""

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


class Paper(Exam):
    """An exam that writes its items down. What it hands a grader in reply demands, and is blank."""

    def __init__(self, question: str, draws: Draws) -> None:
        super().__init__(question, None, draws)
        self.items: list[Item] = []

    def ask(self, *args: Any) -> "Blank":
        """Write down a plain question."""
        return self._write("ask", args)

    def answers(self, *args: Any) -> "Blank":
        """Write down a question without which refusals prove nothing."""
        return self._write("answers", args)

    def leaves_alone(self, *args: Any) -> "Blank":
        """Write down a question after which the arguments are looked at."""
        return self._write("leaves_alone", args)

    def ask_with_views(self, *args: Any) -> "Blank":
        """Write down a question about arrays that are read-only and not contiguous."""
        return self._write("ask_with_views", args)

    def repeats(self, *args: Any) -> "Blank":
        """Write down a question whose answer is the same whenever its seeds are."""
        return self._write("repeats", args)

    def varies(self, *args: Any) -> "Blank":
        """Write down a question whose answer is another one if its seeds are."""
        return self._write("varies", args)

    def refuses(self, *args: Any, because: str) -> None:
        """Write down arguments that are to be refused."""
        self._write("refuses", args, because)

    def _write(self, manner: str, args: tuple, because: str = "") -> "Blank":
        self.items.append(Item(manner, args, self._draws.current, because))
        return Blank(self.items[-1].demands, [])


@dataclass
class Blank:
    """An answer that nobody has given: it writes down what is demanded of it."""

    demands: list[list[Demand]]
    way: list[Demand]

    def item(self, *args: Any, **options: Any) -> "Blank":
        """Write down the way to an entry of the answer."""
        return Blank(self.demands, [*self.way, ("item", args, options)])

    def block(self, *args: Any) -> "Blank":
        """Write down the way to a block of the answer."""
        return Blank(self.demands, [*self.way, ("block", args, {})])

    def equals(self, want: Any, scale: float = 1.0, rtol: float = RTOL) -> None:
        """Write down what the answer should equal."""
        self.demands.append([*self.way, ("equals", (want, scale, rtol), {})])

    def __getattr__(self, method: str) -> Callable[..., None]:
        """A check of Answer, which is written down when it is called."""
        if not hasattr(Answer, method):
            raise AttributeError(f"an Answer cannot be asked for `{method}`")
        return lambda *args, **options: self.demands.append([*self.way, (method, args, options)])


class Understudy:
    """Stands in for a Student: a function of ours, called in this process.

    Its answers are what would have arrived, had they crossed the trust boundary.
    """

    def __init__(self, answer: Callable) -> None:
        self._answer = answer

    def call(self, name: str, *args: Any, views: bool = False) -> Reply:
        """The answer to copies of `args`. Raises Raised."""
        args, seeds = randomness.plain(args)
        given = wire.as_views(args) if views else wire.crossed(args)
        given, before = randomness.with_generators(given, seeds), randomness.shared()
        with warnings.catch_warnings(), redirect_stdout(StringIO()), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            try:
                value = self._answer(*given)
            except (Exception, SystemExit) as error:  # whatever a student's code may raise
                raise _raised(error) from None
            return _arrived(value, given, seeds, randomness.shared() != before)


def _arrived(value: Any, given: tuple, seeds: list[int], drew: bool) -> Reply:
    after = tuple(wire.crossed(arg) if k in seeds else arg for k, arg in enumerate(given))
    try:
        # As deep as an answer that comes from a student.
        return Reply(wire.crossed({"value": value})["value"], after, drew)
    except Unreadable:
        raise
    except Exception:  # an integer too long for text, a dict that changes while it is read
        return Reply(wire.Foreign("value that cannot be sent"))


def _raised(error: BaseException) -> Raised:
    try:
        words = str(error)
    except Exception:  # a student's own class may raise anything
        words = ""
    return Raised([kind.__name__ for kind in type(error).__mro__], words)


def put(item: Item, question: str, student: Student | Understudy) -> Mark:
    """Put an item to somebody: the answer's mark. No StudentFault is raised, all are kept."""
    exam, error = Exam(question, student, None), 0.0
    refused = {"because": item.because} if item.because else {}
    try:
        answer = getattr(exam, item.manner)(*item.args, **refused)
        for demand in item.demands:
            error = max(error, _error(answer, demand))
        _accept(answer, item.demands)
    except StudentFault as fault:
        return Mark(item, exam.reply, fault, error if error > RTOL else math.inf)
    return Mark(item, exam.reply, None, error)


def _error(answer: Answer, demand: list[Demand]) -> float:
    """How far an answer is from what it should equal, in units of the scale; else 0."""
    *way, (method, args, _) = demand
    return _follow(answer, way).error(*args[:2]) if method == "equals" else 0.0


def _accept(answer: Answer, demands: list[list[Demand]]) -> None:
    for *way, (method, args, options) in demands:
        getattr(_follow(answer, way), method)(*args, **options)


def _follow(answer: Answer, way: list[Demand]) -> Answer:
    return functools.reduce(lambda a, step: getattr(a, step[0])(*step[1], **step[2]), way, answer)
