"""Cells of code that are Python only together."""

import re
from functools import lru_cache

from graders.classroom.definitions import statements_of
from graders.classroom.handed_in import MAX_CELLS, Cell

MAX_PIECES = 4
MAX_BETWEEN = 2
"""Cells of text among the pieces of one of code."""


def join_pieces(cells: list[Cell]) -> list[str]:
    """Make one cell again of those nearby that are Python only together; the names of those cells.

    Text that was put between them comes to stand below. Code that is indented as a whole, which
    IPython runs as well, is not any more.
    """
    names = []
    for k in range(len(cells)):
        while places := _pieces_at(k, cells):
            pieces = [cells[place] for place in places]
            names.append(max(piece.name for piece in pieces))
            cells[k] = Cell("code", "\n".join(piece.source for piece in pieces), names[-1])
            for place in reversed(places[1:]):
                del cells[place]
    for cell in cells:
        cell.source = _dedented(cell.source) if cell.kind == "code" else cell.source
    return names


def _pieces_at(k: int, cells: list[Cell]) -> list[int]:
    near = range(k, min(k + MAX_PIECES + MAX_BETWEEN, len(cells)))
    code = [place for place in near if cells[place].kind == "code"][:MAX_PIECES]
    for count in range(2, len(code) + 1) if code[:1] == [k] else ():
        pieces = [cells[place] for place in code[:count]]
        if len({piece.name for piece in pieces} - {""}) > 1:
            break
        sources = [piece.source for piece in pieces]
        if not all(map(_parses, sources)) and _are_one(sources):
            return code[:count]
    return []


def _are_one(pieces: list[str]) -> bool:
    """Whether pieces of code are Python together, and are not in any two parts."""
    parts = [("\n".join(pieces[:cut]), "\n".join(pieces[cut:])) for cut in range(1, len(pieces))]
    in_two = any(_parses(one) and _parses(other) for one, other in parts)
    return not in_two and _parses("\n".join(pieces))


def _dedented(source: str) -> str:
    indent = re.match(r"[ \t]*", source)[0]
    plain = "\n".join(line.removeprefix(indent) for line in source.split("\n"))
    return plain if indent and _parses(plain) else source


@lru_cache(maxsize=MAX_CELLS)
def _parses(source: str) -> bool:
    return statements_of(source) is not None
