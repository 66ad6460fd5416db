"""The cells of an assignment in its order, with a student's own ones where they were."""

from collections.abc import Collection

from nbformat import NotebookNode

from graders.classroom.handed_in import Cell


def in_order(
    cells: list[Cell], parts: dict[str, NotebookNode], asked: Collection[str]
) -> tuple[list[Cell], list[str], list[str]]:
    """Cells in the order of the assignment's `parts`; which were moved for it, which were missing.

    Of its cells only those that it asked for are moved or put back. What is in order stays.
    """
    ranks = {name: rank for rank, name in enumerate(asked)}
    there = [cell.name for cell in cells if cell.stands and cell.name in ranks]
    rising = _longest_rising([ranks[name] for name in there])
    moved = [name for name in there if ranks[name] not in rising]
    missing = [name for name in asked if name not in there]
    ordered, place = [cell for cell in cells if cell.name not in moved], 0
    for name, part in parts.items():
        group = [cell for cell in cells if cell.name == name and name in moved]
        if name in missing:
            group = [Cell(part.cell_type, part.source, name, stands=True)]
        ordered[place:place] = group
        place = _after(name, ordered, place + len(group), asked)
    return ordered, moved, missing


def _after(name: str, ordered: list[Cell], place: int, asked: Collection[str]) -> int:
    """The place after the cell `name`, if no other that was asked for comes before it."""
    for k, cell in enumerate(ordered[place:], place):
        if cell.stands and cell.name == name:
            return k + 1
        if cell.stands and cell.name in asked:
            break
    return place


def _longest_rising(ranks: list[int]) -> list[int]:
    best: list[list[int]] = [[]]
    for rank in ranks:
        best.append([*max((run for run in best if run[-1:] < [rank]), key=len), rank])
    return max(best, key=len)
