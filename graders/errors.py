"""Whose fault it was, in one tree.

UnrolledError
├── StudentFault          costs the student the criterion, and nobody anything else
│   ├── NotDefined        the notebook does not define the function
│   ├── Raised            the function raised an exception
│   ├── TimedOut          the function did not answer in time
│   │   └── OutOfTime     the function was not asked any more
│   ├── Died              the function ended its Python process
│   ├── Unreadable        what came back is no value that may cross the boundary
│   └── WrongAnswer       the function answered, and the answer is not accepted
├── AuthorFault           the assignment or its graders contradict themselves
└── MachineFault          the grading machine cannot do its part
"""

from dataclasses import dataclass, field
from typing import Any, Self


class UnrolledError(Exception):
    """Anything that this project raises on purpose."""


class StudentFault(UnrolledError):
    """What a student's code did. Its words go into the student's feedback."""

    def kept(self) -> Self:
        """Itself as something to keep, without the way that it came.

        That holds on to everything that was at hand there, answers of any size, and often in a
        circle, which only ends when Python looks for garbage.
        """
        self.__cause__ = self.__context__ = None
        return self.with_traceback(None)


class NotDefined(StudentFault):
    """The notebook does not define the function."""


class TimedOut(StudentFault):
    """The student's code did not answer in time."""


class OutOfTime(TimedOut):
    """The function was not asked any more: its question's time was used up before."""


class Died(StudentFault):
    """The student's code ended its own Python process."""


class Unreadable(StudentFault):
    """What came back is no value that may cross the trust boundary."""


class Raised(StudentFault):
    """The student's function raised an exception.

    `kinds` are the names of the exception's class and of its bases, nearest first.
    """

    def __init__(self, kinds: list[str], message: str, line: str = "") -> None:
        self.kinds = kinds
        where = f" at `{line}`" if line else ""
        super().__init__(f"raised {kinds[0]}{where}" + (f": {message}" if message else ""))


@dataclass
class WrongAnswer(StudentFault):
    """The student's function answered, and the answer is not accepted.

    `problem` may be shown at any reveal setting but "verdict"; `expected` only when everything is
    revealed. Both are lines of text. `evidence` has the values themselves, `got` and `want`: most
    faults are seen by nobody, and are not to be put into words.
    """

    problem: str
    expected: str = ""
    evidence: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        """The problem, in words."""
        return self.problem


class AuthorFault(UnrolledError):
    """The assignment or its graders contradict themselves; the instructor must mend them."""


class MachineFault(UnrolledError):
    """The grading machine cannot do its part; no student may lose a point for it."""
