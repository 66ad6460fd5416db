"""A hidden grader as a thing: the criteria of one question, without running them."""

import functools
import importlib.util
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import numpy as np

from graders.draws import Draws
from graders.errors import AuthorFault
from graders.exam import Exam
from graders.paper import Item, Paper

GRADERS = Path(__file__).parent


@dataclass(frozen=True, eq=False)
class Grader:
    """The criteria of one question, by name, and the names of the function's parameters."""

    assignment: str
    question: str
    criteria: dict[str, Callable[[Exam], None]]
    parameters: tuple[str, ...]

    @property
    def name(self) -> tuple[str, str]:
        """The assignment and the question."""
        return self.assignment, self.question

    def sentence(self, criterion: str) -> str:
        """What a student reads of a criterion."""
        return (self.criteria[criterion].__doc__ or criterion).strip()

    def papers(self, draws: Callable[[str], Draws]) -> dict[str, list[Item]]:
        """What each criterion asks if its random questions come from `draws(criterion)`."""
        papers = {name: Paper(self.question, draws(name)) for name in self.criteria}
        with np.errstate(all="ignore"):
            for name, paper in papers.items():
                self.criteria[name](paper)
        return {name: paper.items for name, paper in papers.items()}


@functools.cache
def load(assignment: str, question: str, home: Path = GRADERS) -> Grader:
    """The grader in `home/<assignment>/test_<question>.py`. Raises AuthorFault if there is none."""
    path = home / assignment / f"test_{question}.py"
    if not path.exists():
        known = sorted(p.stem.removeprefix("test_") for p in path.parent.glob("test_*.py"))
        raise AuthorFault(
            f"there is no question `{question}` in `{assignment}`: {path} is missing"
            + (f"; its questions are {', '.join(known)}" if known else "")
        )
    spec = importlib.util.spec_from_file_location(f"graders.{assignment}.test_{question}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    tests = {name: test for name, test in vars(module).items() if name.startswith("test_")}
    criteria = {name.removeprefix("test_"): test for name, test in tests.items()}
    return Grader(assignment, question, criteria, parameters_of(module, question))


def questions_of(assignment: str, home: Path = GRADERS) -> list[str]:
    """The questions of an assignment that have a grader. Raises AuthorFault if none has."""
    found = sorted(p.stem.removeprefix("test_") for p in (home / assignment).glob("test_*.py"))
    if not found:
        raise AuthorFault(f"there are no graders graders/{assignment}/test_*.py")
    return found


def parameters_of(module: ModuleType, question: str) -> tuple[str, ...]:
    """What the reference, if the grader imports one, calls the arguments of the question."""
    answer = getattr(getattr(module, "reference", None), question, None)
    return tuple(inspect.signature(answer).parameters) if answer else ()
