"""What a cell's code defines at its top level, and which cells are Python only together."""

import ast
import re
import warnings
from functools import lru_cache
from typing import NamedTuple

from graders.classroom.handed_in import MAX_CELLS, Cell

MAX_CODE_CHARACTERS = 50_000
MAX_PIECES = 4


class Definition(NamedTuple):
    """A statement that binds names, by definition, assignment or import; lines count from 0."""

    names: set[str]
    begin: int
    end: int
    words: list[str]


@lru_cache(maxsize=MAX_CELLS)
def definitions(source: str) -> list[Definition]:
    """The definitions of Python code, in order; none if it is not Python, or is too long."""
    lines = source.split("\n")
    found = []
    for statement in _statements(source) or []:
        names = _names(statement)
        decorators = [node.lineno for node in getattr(statement, "decorator_list", [])]
        begin, end = min([statement.lineno, *decorators]) - 1, statement.end_lineno
        if names:
            found.append(Definition(names, begin, end, words(lines[begin:end])))
    return found


def names_used(source: str, function: str) -> set[str]:
    """The names that a function looks up, as the code defines it at its top level."""
    found = [node for node in _statements(source) or [] if getattr(node, "name", "") == function]
    inside = (node for definition in found for node in ast.walk(definition))
    return {node.id for node in inside if isinstance(node, ast.Name)}


def words(lines: list[str]) -> list[str]:
    """What code says, without its comments and its layout."""
    return re.sub(r"#.*", "", "\n".join(lines)).split()


def commented_out(source: str, definition: Definition, why: str) -> str:
    """The source with one of its definitions turned into a comment that says why."""
    lines, place = source.split("\n"), slice(definition.begin, definition.end)
    lines[place] = [f"# {line}" for line in (why, *lines[place])]
    return "\n".join(lines)


def join_pieces(cells: list[Cell]) -> list[str]:
    """Make one cell again of neighbours that are Python only together; the names of those cells."""
    names = []
    for k in range(len(cells)):
        while count := _pieces_at(k, cells):
            pieces = cells[k : k + count]
            names.append(max(piece.name for piece in pieces))
            cells[k : k + count] = [Cell("code", "\n".join(p.source for p in pieces), names[-1])]
    return names


def _pieces_at(k: int, cells: list[Cell]) -> int:
    for count in range(2, MAX_PIECES + 1):
        pieces = cells[k : k + count]
        of_one = len({piece.name for piece in pieces} - {""}) <= 1
        if len(pieces) < count or not of_one or any(piece.kind != "code" for piece in pieces):
            break
        if not all(_parses(piece.source) for piece in pieces) and _are_one(
            [piece.source for piece in pieces]
        ):
            return count
    return 0


def _are_one(pieces: list[str]) -> bool:
    """Whether pieces of code are Python together, and are not in any two parts."""
    parts = [("\n".join(pieces[:cut]), "\n".join(pieces[cut:])) for cut in range(1, len(pieces))]
    in_two = any(_parses(one) and _parses(other) for one, other in parts)
    return not in_two and _parses("\n".join(pieces))


@lru_cache(maxsize=MAX_CELLS)
def _parses(source: str) -> bool:
    return _statements(source) is not None


def _statements(source: str) -> list[ast.stmt] | None:
    if len(source) > MAX_CODE_CHARACTERS:
        return None
    # Magics, shell lines and questions are IPython's, not Python's.
    plain = re.sub(r"(?m)^([ \t]*)(?:[%!?].*|[\w.]+\?+)$", r"\1pass", source)
    for code in (source, plain):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return ast.parse(code).body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
    return None


def _names(statement: ast.stmt) -> set[str]:
    names, nodes = set(), [statement]
    for node in nodes:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                names.add(node.name)
            case ast.Name(ctx=ast.Store()):
                names.add(node.id)
            case ast.alias():
                names.add(node.asname or node.name)
            case _:
                nodes += ast.iter_child_nodes(node)
    return names
