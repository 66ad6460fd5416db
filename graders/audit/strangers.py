"""Strangers: wrong answers that nobody wrote down, made of those that somebody did.

A student's mistake is seldom exactly one of the registry. What is close to the registry and not
in it is made here in four ways, and always the same:

    a change of the reference                      (changed_references)
    a change of a known answer, wrong or right     (changed_answers)
    a known wrong answer, and something after it   (turned_answers)
    two known wrong answers, half of each          (crossed_answers)
"""

import ast
import builtins
import inspect
import itertools
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from graders.audit.mutants import mutants_of
from graders.audit.mutations import mutations
from graders.misconceptions import IMPORTS, Misconception, Record, registry, source

RESULTS = {
    "transposed": "np.transpose(r)",
    "with the other sign": "np.negative(r)",
    "doubled": "np.multiply(2, r)",
    "halved": "np.divide(r, 2)",
    "plus the identity": "r + np.eye(*np.shape(r))",
    "without signs": "np.abs(r)",
    "squared": "np.square(r)",
    "without its first entry": "r[1:]",
    "backwards": "r[::-1]",
    "with its first entry twice": "[*r[:1], *r[:-1]]",
    "at most 1": "np.minimum(r, 1)",
    "with three digits": "np.round(r, 3)",
    "in single precision": "np.float32(r)",
    "as a list": "np.asarray(r).tolist()",
    "with the words swapped": (
        "{'vanishing': 'may_explode', 'may_explode': 'vanishing'}.get(r, r)"
    ),
    "never borderline": "r.replace('borderline', 'vanishing')",
}
"""What may be done to a result r."""
ARGUMENTS = {
    "backwards": "np.asarray(a)[::-1]",
    "transposed": "np.transpose(a)",
    "halved": "np.divide(a, 2)",
    "without signs": "np.abs(a)",
    "without its first entry": "a[1:]",
    "copied": "np.array(a)",
}
"""What may be done to an argument a before."""


@dataclass(frozen=True)
class Stranger:
    """The source of an answer to a question, and how it was made."""

    question: str
    made: str
    text: str

    def answer(self) -> Callable:
        """The function that the text defines. Raises whatever the text raises."""
        namespace = {"__name__": "stranger"}
        exec(self.text, namespace)
        return namespace[self.question]


def strangers(assignment: str, question: str, kind: str, count: int) -> list[Stranger]:
    """At most `count` strangers of a kind, no two of the same text, in the order of making.

    Raises MachineFault if there is no cosmic-ray.
    """
    made = list({one.text: one for one in KINDS[kind](assignment, question)}.values())
    draw = random.Random(f"{question} {kind}")
    return [made[k] for k in sorted(draw.sample(range(len(made)), min(count, len(made))))]


def changed_references(assignment: str, question: str) -> Iterator[Stranger]:
    """The reference's mutants."""
    reference = inspect.getsource(import_module(f"reference.{assignment}"))
    for one in mutants_of(assignment, question):
        made = f"reference: {_change(one.mutation.before, one.mutation.after)}"
        yield Stranger(question, made, f"{reference}\n\n{one.mutation.text}")


def changed_answers(assignment: str, question: str) -> Iterator[Stranger]:
    """The mutants of known answers, wrong and right."""
    for record in _records(assignment, question):
        for one in mutations(source(record)):
            made = f"{record.name}: {_change(one.before, one.after)}"
            yield Stranger(question, made, one.text)


def turned_answers(assignment: str, question: str) -> Iterator[Stranger]:
    """Known wrong answers with something done to the result, or to an argument before."""
    for record in _records(assignment, question, Misconception):
        calls = [(how, "*args", turn) for how, turn in RESULTS.items()]
        for (how, turn), k in itertools.product(ARGUMENTS.items(), range(2)):
            given = f"*args[:{k}], *(({turn}) for a in args[{k}:{k + 1}]), *args[{k + 1}:]"
            calls.append((f"argument {k + 1} {how}", given, "r"))
        for how, given, turn in calls:
            text = (
                f"{source(record)}\n_answer = {question}\nimport numpy as np\n\n"
                f"def {question}(*args):\n    r = _answer({given})\n    return {turn}\n"
            )
            yield Stranger(question, f"{record.name}: {how}", text)


def crossed_answers(assignment: str, question: str) -> Iterator[Stranger]:
    """Known wrong answers, with one of the values that they compute taken from another."""
    records = _records(assignment, question, Misconception)
    for one, other in itertools.permutations(records, 2):
        for name, text in _crossings(one, other):
            yield Stranger(question, f"{one.name}: {name} of {other.name}", text)


def _crossings(one: Record, other: Record) -> Iterator[tuple[str, str]]:
    """What is crossed, and the text, for each name that both compute, and for what is returned."""
    if _loops(one):
        return
    theirs = dict(_values(_function(other)))
    for k, (name, value) in enumerate(_values(_function(one))):
        if name in theirs and ast.dump(theirs[name]) != ast.dump(value):
            function = ast.parse(ast.unparse(_function(one))).body[0]
            statement = [s for s in function.body if isinstance(s, ast.Assign | ast.Return)][k]
            statement.value = theirs[name]
            if _names(theirs[name], ast.Load) <= _bound(function):
                yield name, "\n".join([*IMPORTS.values(), "", ast.unparse(function), ""])


def _values(function: ast.FunctionDef) -> list[tuple[str, ast.expr]]:
    """What a function computes on its way, and what it returns, each with its name."""
    found = [s for s in function.body if isinstance(s, ast.Assign | ast.Return)]
    names = [ast.unparse(s.targets[0]) if isinstance(s, ast.Assign) else "result" for s in found]
    return [(name, s.value or ast.Constant(None)) for name, s in zip(names, found, strict=True)]


@cache
def _function(record: Record) -> ast.FunctionDef:
    tree = ast.parse(source(record))
    return next(node for node in tree.body if isinstance(node, ast.FunctionDef))


def _loops(record: Record) -> bool:
    """Whether it may depend on a value whether an answer comes to an end."""
    return any(isinstance(node, ast.While) for node in ast.walk(_function(record)))


def _bound(function: ast.FunctionDef) -> set[str]:
    parameters = {argument.arg for argument in function.args.args}
    return parameters | _names(function, ast.Store) | {*IMPORTS, *dir(builtins)}


def _names(tree: ast.AST, context: type) -> set[str]:
    nodes = (node for node in ast.walk(tree) if isinstance(node, ast.Name))
    return {node.id for node in nodes if isinstance(node.ctx, context)}


def _change(before: str, after: str) -> str:
    return f"`{before}` -> `{after}`"


def _records(assignment: str, question: str, kind: type = Record) -> list[Record]:
    records = registry(assignment)
    return [
        record for record in records if record.question == question and isinstance(record, kind)
    ]


KINDS = {
    "changed reference": changed_references,
    "changed answer": changed_answers,
    "turned answer": turned_answers,
    "crossed answers": crossed_answers,
}
