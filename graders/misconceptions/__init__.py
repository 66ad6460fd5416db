"""What students get wrong, and what they get right in their own way.

With this package one can
  * write down a wrong answer (misconception, same_as) or an unusual right one (variant),
  * collect all that are known for an assignment (registry),
  * read one as the cell that a student would hand in (source).

An answer is an ordinary function in `graders/misconceptions/<assignment>/<question>/<topic>.py`, or
in `<question>.py` where there are few. It stands alone: its body uses its arguments and what
`IMPORTS` offers, never a helper, never the reference. Two wrong answers that return the same values
are one misconception, written twice: what is said of it must be true of whoever returns them
(same_as).
"""

import ast
import importlib.util
import inspect
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass

IMPORTS = {
    "math": "import math",
    "reduce": "from functools import reduce",
    "np": "import numpy as np",
}
"""What an answer may use, and the line that a student's notebook needs for it."""


@dataclass(frozen=True)
class Misconception:
    """A wrong answer that students give, and what to say about it.

    `student` points at the mistake without giving the answer away; `staff` names it exactly.
    `same_as` names the misconception whose values these are, if this is another way to them.
    """

    question: str
    name: str
    answer: Callable
    student: str
    staff: str
    same_as: str = ""

    @property
    def known_as(self) -> str:
        """The name under which it is diagnosed and counted."""
        return self.same_as or self.name


@dataclass(frozen=True)
class Variant:
    """A right answer that looks unlike ours, and why it is right."""

    question: str
    name: str
    answer: Callable
    why: str


Record = Misconception | Variant


def misconception(*, student: str, staff: str) -> Callable[[Callable], Misconception]:
    """Turn the wrong answer below into the record of a misconception."""
    return lambda answer: Misconception(*_identity(answer), student, staff)


def same_as(first: Misconception) -> Callable[[Callable], Misconception]:
    """Turn the wrong answer below into another way to the very values of `first`."""
    return lambda answer: Misconception(
        *_identity(answer), first.student, first.staff, first.known_as
    )


def variant(why: str) -> Callable[[Callable], Variant]:
    """Turn the unusual right answer below into the record of a variant."""
    return lambda answer: Variant(*_identity(answer), why)


def registry(assignment: str) -> list[Record]:
    """All records of an assignment: questions and topics by name, then in the order of their file.

    An assignment that has none yet has an empty registry.
    """
    if not importlib.util.find_spec(f"{__name__}.{assignment}"):
        return []
    package = importlib.import_module(f"{__name__}.{assignment}")
    within = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    modules = [importlib.import_module(module.name) for module in within]
    found = ((module.__name__, item) for module in modules for item in vars(module).values())
    return [r for name, r in found if isinstance(r, Record) and r.answer.__module__ == name]


def source(record: Record) -> str:
    """The answer as the cell of a student's notebook: imports, then a def with the question's name.

    The text runs in an empty namespace.
    """
    text = inspect.getsource(record.answer)
    function = ast.parse(text).body[0]
    names = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
    imports = [line for name, line in IMPORTS.items() if name in names]
    undecorated = "\n".join(text.splitlines()[function.lineno - 1 :])
    renamed = undecorated.replace(f"def {record.name}(", f"def {record.question}(", 1)
    return "\n".join([*imports, "", "", renamed]).lstrip("\n") + "\n"


def _identity(answer: Callable) -> tuple[str, str, Callable]:
    """The question (below the assignment in its module's name), the name, the function itself."""
    return answer.__module__.removeprefix(f"{__name__}.").split(".")[1], answer.__name__, answer
