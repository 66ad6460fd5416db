"""Cells in an order in which each finds what it needs when it runs, and cut where it does not."""

import builtins
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from graders.classroom.definitions import names_needed, steps
from graders.classroom.handed_in import Cell

MAX_MOVES = 50
Test = Callable[[Cell], bool]


def move_to_needs(
    ordered: list[Cell], handed_in: list[Cell], answers: list[Cell], runs: Test, own: Test
) -> int:
    """Move cells in `ordered` so that answers find what they need; the answer is how many.

    Only the student's `own` cells are moved: what an answer needs and had above it when it was
    `handed_in` comes before it again, and an answer in such a cell comes behind what it needs.
    """
    was, moves, waiting = _places(handed_in), 0, list(answers)
    where = Whereabouts(ordered, runs)
    while waiting and moves < MAX_MOVES:
        cell = waiting.pop()
        for provider in list(_late_providers(cell, where, was)):
            was_above = was.get(provider, -1) in range(was.get(cell, -1))
            if own(provider) and (was_above or not own(cell)):
                _move(ordered, provider, ordered.index(cell))
                waiting.append(provider)
            elif own(cell):
                _move(ordered, cell, ordered.index(provider) + 1)
            else:
                continue
            moves, where = moves + 1, Whereabouts(ordered, runs)
    return moves


class Whereabouts:
    """Where cells are, and which are the first of those that run to define a name."""

    def __init__(self, ordered: list[Cell], runs: Test) -> None:
        self.places = _places(ordered)
        self.first: dict[str, Cell] = {}
        for cell in reversed(ordered):
            if runs(cell):
                self.first |= dict.fromkeys(_bound(cell), cell)


def _late_providers(cell: Cell, where: Whereabouts, was: dict[Cell, int]) -> Iterator[Cell]:
    """The cells below from which a cell needs something at once, or had above it."""
    at_once = names_needed(cell.source, by_calls=False)
    for name in sorted(names_needed(cell.source, by_calls=True) - {*dir(builtins)}):
        first = where.first.get(name, cell)
        had_above = was.get(first, -1) in range(was.get(cell, -1))
        if where.places[first] > where.places[cell] and (name in at_once or had_above):
            yield first


def _bound(cell: Cell) -> set[str]:
    return {name for step in steps(cell.source) for name in step.binds}


def _places(cells: list[Cell]) -> dict[Cell, int]:
    return {cell: place for place, cell in enumerate(cells)}


def _move(cells: list[Cell], cell: Cell, place: int) -> None:
    at = cells.index(cell)
    cells.insert(place, cell)
    del cells[at if place > at else at + 1]


def cut_off_answers(ordered: list[Cell], asked: Collection[str], runs: Test) -> list[str]:
    """Cut cells above an answer that what stands above it in its cell would prevent; which answers.

    That is code that needs what is not there, or that calls a function that is asked for.
    """
    told: list[str] = []
    known = {*dir(builtins), "get_ipython", "display"}
    for cell in filter(runs, list(ordered)):
        cuts, may_fail = [0], 0
        for step in steps(cell.source):
            answers = sorted(step.binds & {*asked})
            if answers and may_fail > cuts[-1]:
                cuts.append(may_fail)
                told += answers
            if any(name not in known or name in asked for name in step.needs):
                may_fail = step.end
            known |= step.binds
        if cuts[1:]:
            _cut(cell, ordered, cuts)
    return told


def _cut(cell: Cell, ordered: list[Cell], cuts: list[int]) -> None:
    """Cut a cell before some lines; the piece with its answer, or else the last, stays the cell."""
    lines = cell.source.split("\n")
    sources = ["\n".join(lines[slice(*two)]) for two in zip(cuts, [*cuts[1:], None], strict=True)]
    pieces = [replace(cell, source=source, name="", stands=False) for source in sources]
    homes = [k for k, piece in enumerate(pieces) if cell.name in _bound(piece)]
    home = (homes or [len(pieces) - 1])[-1]
    cell.source, pieces[home] = pieces[home].source, cell
    at = ordered.index(cell)
    ordered[at : at + 1] = pieces
