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
import itertools
import random
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from graders.audit.mutants import mutants_of
from graders.audit.mutations import Mutation, mutations
from graders.misconceptions import IMPORTS, Misconception, Record, registry, source
from reference.source import in_one_piece

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
    """At most `count` strangers of a kind, no two of the same text, made of all records in turn.

    Raises MachineFault if there is no cosmic-ray.
    """
    rng = random.Random(f"{question} {kind}")
    piles = [_shuffled(pile, rng) for pile in KINDS[kind](assignment, question)]
    rng.shuffle(piles)
    found: dict[str, Stranger] = {}
    for stranger in _in_turn(piles):
        if len(found) == count:
            break
        found.setdefault(stranger.text, stranger)
    return list(found.values())


def changed_references(assignment: str, question: str) -> list[Iterator[Stranger]]:
    """The reference's mutants."""
    text = in_one_piece(assignment)
    changes = (mutant.mutation for mutant in mutants_of(assignment, question))
    return [(Stranger(question, _made("reference", m), text + m.text) for m in changes)]


def changed_answers(assignment: str, question: str) -> list[Iterator[Stranger]]:
    """The mutants of known answers, wrong and right."""
    return [_changed(record) for record in _records(assignment, question)]


def turned_answers(assignment: str, question: str) -> list[Iterator[Stranger]]:
    """Known wrong answers with something done to the result, or to an argument before."""
    return [_turned(record) for record in _records(assignment, question, Misconception)]


def crossed_answers(assignment: str, question: str) -> list[Iterator[Stranger]]:
    """Known wrong answers, with one of the values that they compute taken from another."""
    records = _records(assignment, question, Misconception)
    return [_crossed(one, [other for other in records if other != one]) for one in records]


def _changed(record: Record) -> Iterator[Stranger]:
    for one in mutations(source(record)):
        yield Stranger(record.question, _made(record.name, one), one.text)


def _turned(record: Record) -> Iterator[Stranger]:
    calls = [(how, "*args", turn) for how, turn in RESULTS.items()]
    for (how, turn), k in itertools.product(ARGUMENTS.items(), range(2)):
        given = f"*args[:{k}], *(({turn}) for a in args[{k}:{k + 1}]), *args[{k + 1}:]"
        calls.append((f"argument {k + 1} {how}", given, "r"))
    for how, given, turn in calls:
        text = (
            f"{source(record)}\n_answer = {record.question}\nimport numpy as np\n\n"
            f"def {record.question}(*args):\n    r = _answer({given})\n    return {turn}\n"
        )
        yield Stranger(record.question, f"{record.name}: {how}", text)


def _crossed(one: Record, others: list[Record]) -> Iterator[Stranger]:
    """One for each name that two records both compute, and for what they return."""
    if any(isinstance(node, ast.While) for node in ast.walk(_function(one))):
        return  # it may depend on that value whether it comes to an end
    for k, (name, value) in enumerate(_values(_function(one))):
        for other in others:
            theirs = dict(_values(_function(other))).get(name, value)
            function = ast.parse(ast.unparse(_function(one))).body[0]
            if ast.dump(theirs) != ast.dump(value) and _names(theirs, ast.Load) <= _bound(function):
                statements = [s for s in function.body if isinstance(s, ast.Assign | ast.Return)]
                statements[k].value = theirs
                text = "\n".join([*IMPORTS.values(), "", ast.unparse(function), ""])
                yield Stranger(one.question, f"{one.name}: {name} of {other.name}", text)


def _values(function: ast.FunctionDef) -> list[tuple[str, ast.expr]]:
    """What a function computes on its way, and what it returns, each with its name."""
    found = [s for s in function.body if isinstance(s, ast.Assign | ast.Return)]
    names = [ast.unparse(s.targets[0]) if isinstance(s, ast.Assign) else "result" for s in found]
    return [(name, s.value or ast.Constant(None)) for name, s in zip(names, found, strict=True)]


@cache
def _function(record: Record) -> ast.FunctionDef:
    tree = ast.parse(source(record))
    return next(node for node in tree.body if isinstance(node, ast.FunctionDef))


def _bound(function: ast.FunctionDef) -> set[str]:
    parameters = {argument.arg for argument in function.args.args}
    return parameters | _names(function, ast.Store) | {*IMPORTS, *dir(builtins)}


def _names(tree: ast.AST, context: type) -> set[str]:
    nodes = (node for node in ast.walk(tree) if isinstance(node, ast.Name))
    return {node.id for node in nodes if isinstance(node.ctx, context)}


def _made(of: str, mutation: Mutation) -> str:
    return f"{of}: `{mutation.before}` -> `{mutation.after}`"


def _shuffled(pile: Iterator[Stranger], rng: random.Random) -> Iterator[Stranger]:
    """A pile in random order, which is made when the first of it is wanted."""
    made = list(pile)
    rng.shuffle(made)
    yield from made


def _in_turn(piles: list[Iterator[Stranger]]) -> Iterator[Stranger]:
    """The first of each pile, the second of each pile, and so on."""
    left = deque(piles)
    while left:
        pile = left.popleft()
        for stranger in itertools.islice(pile, 1):
            yield stranger
            left.append(pile)


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
