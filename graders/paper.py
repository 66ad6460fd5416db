"""The exam paper: what a hidden grader asks one student, and what it would accept.

A grader asks and judges in one breath. A paper is the same grader with nobody answering: it writes
down every item, so that the items can be put to anybody, many at once: to the student, to the
student once more, to a misconception, to a right variant; and none is left out.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from graders.compare import RTOL, Answer
from graders.draws import Draws
from graders.exam import Exam, calls
from graders.kinds import Draw
from graders.sandbox.functions import Call

Demand = tuple[str, tuple, dict[str, Any]]
"""A method of Answer, and what it is called with."""


@dataclass(frozen=True, eq=False)
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
    def calls(self) -> list[Call]:
        """The calls of the student's function that it takes."""
        return calls(self.manner, self.args)

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
        self._write("equals", (want, scale, rtol), {})

    def __getattr__(self, method: str) -> Callable[..., "Blank"]:
        """A check of Answer, which is written down when it is called."""
        if not hasattr(Answer, method):
            raise AttributeError(
                f"an Answer cannot be asked for `{method}`: what rests on it is for `satisfies`"
            )
        return lambda *args, **options: self._write(method, args, options)

    def _write(self, method: str, args: tuple, options: dict[str, Any]) -> "Blank":
        self.demands.append([*self.way, (method, args, options)])
        return self
