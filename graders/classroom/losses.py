"""What stands below an answer in a notebook and would take it away before it is asked.

nbgrader's own tests would have asked above that place; ours ask when the whole notebook has run.
"""

import builtins
import re
from collections.abc import Callable, Collection

from graders.classroom.definitions import (
    Definition,
    commented_out,
    definitions,
    deletions,
    names_needed,
)
from graders.classroom.handed_in import Cell

BRINGS = re.compile(r"(?m)^[ \t]*(?:%run\b|from[ \t]+\S+[ \t]+import[ \t]*\*)")
"""Code that defines what is not written in it."""
WHY = "not run, for what is above needs it:"


def keep_answers(
    ordered: list[Cell],
    asked: Collection[str],
    runs: Callable[[Cell], bool],
    given: Callable[[Cell], bool],
) -> list[str]:
    """Set aside what deletes functions that are asked for, or what was given for them to use.

    `runs` tells the student's cells, `given` those of the assignment that define something. The
    answer is what was set aside, in sentences.
    """
    tools = {name for cell in filter(given, ordered) for name in _defined(cell)} | {*dir(builtins)}
    told: list[str] = []
    used: set[str] = set()
    for cell in filter(runs, ordered):
        redefined = [one for one in definitions(cell.source) if one.assigns and one.names & used]
        found = [*deletions(cell.source, used | {*asked}), *redefined]
        for one in sorted(found, key=lambda one: one.begin, reverse=True):
            names = ", ".join(f"`{name}`" for name in sorted(one.names & {*asked} or one.names))
            told.append(f"A cell deletes or redefines {names}; that was not done.")
            cell.source = commented_out(cell.source, one, WHY)
        if _defined(cell) & {*asked}:
            needed = names_needed(cell.source, by_calls=True) | _defined(cell)
            used |= needed & tools - {*asked}
    return told


def make_way_for_imports(
    name: str,
    ordered: list[Cell],
    runs: Callable[[Cell], bool],
    unwritten: Callable[[Definition, str], bool],
) -> None:
    """Set untouched stubs of a function aside below code that may bring the answer along."""
    brought, why = False, f"`{name}` may be defined by an import above; not run:"
    for cell in filter(runs, ordered):
        for one in reversed(definitions(cell.source)):
            if brought and name in one.names and unwritten(one, name):
                cell.source = commented_out(cell.source, one, why)
        brought = brought or BRINGS.search(cell.source) is not None


def _defined(cell: Cell) -> set[str]:
    return {name for one in definitions(cell.source) for name in one.names}
