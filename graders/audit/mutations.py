"""Small changes of a function's source, one at a time, as cosmic-ray makes them.

cosmic-ray knows operators, such as "replace + by −" or "add 1 to a number", and applies each of
them at every place where it can. Here they are applied to one function at a time, in memory.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from graders.errors import MachineFault


@dataclass(frozen=True)
class Mutation:
    """A text with one change in it."""

    operator: str
    """What was done, in cosmic-ray's words."""
    line: int
    """The first line that changed, from 1."""
    before: str
    """The lines that changed, without the blanks around them."""
    after: str
    """What stands there now; nothing, if a line was removed."""
    text: str
    """The whole text, changed."""


def mutations(text: str) -> Iterator[Mutation]:
    """Every change that cosmic-ray can make to a text, in the order of its operators.

    There is none of a text with a `while`: a change might leave it without an end, where a `for`
    over what was given ends whatever is changed. Raises MachineFault if there is no cosmic-ray.
    """
    if any(isinstance(node, ast.While) for node in ast.walk(ast.parse(text))):
        return
    for name, operator in _operators():
        for occurrence in range(_places(operator, text)):
            yield _mutation(name.removeprefix("core/"), text, _changed(text, operator, occurrence))


def _operators() -> list[tuple[str, Any]]:
    """The operators that need to be told nothing: the others draw numbers of their own."""
    try:
        from cosmic_ray.plugins import get_operator, operator_names  # for this audit only
    except ImportError:
        raise MachineFault(
            "this audit needs cosmic-ray, which is not installed: run `make setup`"
        ) from None
    return [(n, get_operator(n)()) for n in operator_names() if not get_operator(n).arguments()]


def _places(operator: Any, text: str) -> int:
    """How often an operator can be applied to a text."""
    return sum(1 for node in _nodes(text) for _ in operator.mutation_positions(node))


@lru_cache(maxsize=1)
def _nodes(text: str) -> list[Any]:
    from cosmic_ray.ast import ast_nodes, get_ast

    return list(ast_nodes(get_ast(text)))


def _changed(text: str, operator: Any, occurrence: int) -> str:
    from cosmic_ray.mutating import mutate_code

    return mutate_code(text, operator, occurrence)


def _mutation(operator: str, text: str, changed: str) -> Mutation:
    was, now = text.splitlines(), changed.splitlines()
    start = _alike(was, now)
    end = _alike(was[start:][::-1], now[start:][::-1])
    before, after = (
        "\n".join(line.strip() for line in lines[start : len(lines) - end]) for lines in (was, now)
    )
    return Mutation(operator, start + 1, before, after, changed)


def _alike(one: list[str], other: list[str]) -> int:
    """How many lines are the same, from the first on."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((k for k, (a, b) in pairs if a != b), min(len(one), len(other)))
