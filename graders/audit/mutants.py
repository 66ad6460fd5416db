"""Mutants: what cosmic-ray makes of the reference, graded as if students had handed it in.

A mutant that keeps all its points shows that a grader does not look at what was changed: either a
better draw is missing, or nobody needs one, and `graders.audit.equivalents` says why.
"""

import ast
import importlib
import inspect
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache, partial
from multiprocessing import get_context

from graders.audit.equivalents import reason
from graders.audit.mutations import Mutation, mutations
from graders.draws import Draws
from graders.grader import load, questions_of
from graders.marks import put
from graders.paper import Item
from graders.understudy import Understudy
from reference.source import in_one_piece

SHARED = "arguments"
"""The module of the reference that belongs to no assignment: it is changed with each of them."""
EXAMS = 3
"""Exams, each with its own draws: a mutant is killed if it loses points in all of them."""
AT_ONCE = 8
"""Mutants that a process takes at a time."""


@dataclass(frozen=True)
class Mutant:
    """The reference's answer to a question, after one change somewhere in it."""

    assignment: str
    question: str
    mutation: Mutation
    """The function that was changed, which is the question's or one that it calls."""
    module: str
    """The module of the reference that has that function: the assignment's, or `arguments`."""
    starts: int
    """The line of that module in which that function starts."""

    @property
    def line(self) -> int:
        """The line of that module that changed."""
        return self.starts + self.mutation.line - 1

    @property
    def reason(self) -> str:
        """Why it may keep its points; nothing, if no reason is known."""
        return reason(self.assignment, self.question, self.mutation)

    def answer(self) -> Callable:
        """The function that answers the question, and calls the changed one."""
        namespace = {"__name__": "mutant"}
        exec(_compiled(self.assignment), namespace)
        exec(self.mutation.text, namespace)  # what calls the function finds this one
        return namespace[self.question]


@dataclass
class Reckoning:
    """What became of the mutants of one question."""

    question: str
    killed: list[Mutant] = field(default_factory=list)
    """Those that lost points in every exam."""
    survivors: list[Mutant] = field(default_factory=list)
    """Those that kept all their points in some exam."""

    @property
    def open(self) -> list[Mutant]:
        """The survivors that nobody has a reason for."""
        return [mutant for mutant in self.survivors if not mutant.reason]


def reckon(
    assignment: str, jobs: int = 1, listen: Callable[[float], None] = lambda _: None
) -> list[Reckoning]:
    """Let every mutant of the reference sit exams on all questions that it may answer differently.

    `listen` hears the share of the work that is done, from 0 to 1. Raises AuthorFault if the
    assignment has no graders, MachineFault if there is no cosmic-ray.
    """
    found = {question: Reckoning(question) for question in questions_of(assignment)}
    mutants = [mutant for question in found for mutant in mutants_of(assignment, question)]
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        verdicts = pool.map(survives, mutants, chunksize=AT_ONCE)
        for done, (mutant, lives) in enumerate(zip(mutants, verdicts, strict=True), start=1):
            reckoning = found[mutant.question]
            (reckoning.survivors if lives else reckoning.killed).append(mutant)
            listen(done / len(mutants))
    return list(found.values())


def mutants_of(assignment: str, question: str) -> Iterator[Mutant]:
    """The mutants of a question's function and of all that it calls, there or in `arguments`."""
    own, shared = _functions(assignment), _functions(SHARED)
    for name in _called(question, shared | own):
        module, functions = (assignment, own) if name in own else (SHARED, shared)
        for mutation in _mutations(module, name):
            starts = _first_line(functions[name])
            yield Mutant(assignment, question, mutation, module, starts)


def survives(mutant: Mutant) -> bool:
    """Whether there is an exam in which a mutant keeps all its points."""
    try:
        understudy = Understudy(mutant.answer())
    except Exception:  # a change may break what happens while a function is defined
        return False
    exams = (_items(mutant.assignment, mutant.question, k) for k in range(EXAMS))
    return any(
        all(put(item, mutant.question, understudy).fault is None for item in items)
        for items in exams
    )


@cache
def _items(assignment: str, question: str, exam: int) -> list[Item]:
    """Everything that one exam asks, bad input included."""
    draws = partial(Draws, b"mutants", assignment, question, str(exam))
    papers = load(assignment, question).papers(draws)
    return [item for paper in papers.values() for item in paper]


@cache
def _compiled(assignment: str) -> object:
    return compile(in_one_piece(assignment), f"reference/{assignment}.py", "exec")


@cache
def _text(module: str) -> str:
    return inspect.getsource(importlib.import_module(f"reference.{module}"))


@cache
def _functions(module: str) -> dict[str, ast.FunctionDef]:
    nodes = ast.parse(_text(module)).body
    return {node.name: node for node in nodes if isinstance(node, ast.FunctionDef)}


@cache
def _mutations(module: str, name: str) -> list[Mutation]:
    """The mutations of one function of the reference, its decorators included."""
    function, lines = _functions(module)[name], _text(module).splitlines()
    return [*mutations("\n".join(lines[_first_line(function) - 1 : function.end_lineno]) + "\n")]


def _called(name: str, functions: dict[str, ast.FunctionDef]) -> list[str]:
    """A function and all those of `functions` that it calls, directly or through others."""
    found = [name]
    for caller in found:  # which grows meanwhile
        names = {n.id for n in ast.walk(functions[caller]) if isinstance(n, ast.Name)}
        found += sorted(names & functions.keys() - {*found})
    return found


def _first_line(function: ast.FunctionDef) -> int:
    return min(node.lineno for node in (function, *function.decorator_list))
