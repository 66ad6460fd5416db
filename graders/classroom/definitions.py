"""What a cell's code defines at its top level, what it needs, and what it deletes."""

import ast
import re
import warnings
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from graders.classroom.handed_in import MAX_CELLS

MAX_CODE_CHARACTERS = 50_000

FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)
MAGIC = r"(?:%\s*|get_ipython\(\)\.(?:run_line_)?(?:magic\(\W*)?)"
MAGICS = re.compile(r"(?m)^([ \t]*)(?:[%!?].*|[\w.]+\?+|[\w.,][\w., ]*= *[%!].*)$")
"""No two parts in a row take spaces: to share many between them takes the square of the time."""
OTHERS = re.compile(r"\s*%%(?!(?:capture|prun|time)\b)")
"""How a cell begins whose text is not run here: it goes into a file, or to another program."""
FORGETS_ALL = re.compile(rf"{MAGIC}reset\b|(?:globals|locals|vars)\(\)\.clear\(")
FORGETS_SOME = re.compile(rf"{MAGIC}(?:xdel|reset_selective)\b")
"""How code begins that makes IPython forget what was defined."""


class Definition(NamedTuple):
    """A statement that binds names, by definition, assignment or import; lines count from 0."""

    names: set[str]
    begin: int
    end: int
    words: list[str]
    begun: bool = True
    """Whether it does more than to say that it is not implemented."""
    assigns: bool = False
    """Whether it is nothing but an assignment."""


class Step(NamedTuple):
    """A statement: its lines, what it binds, what it looks up at once, and what by calls, too."""

    begin: int
    end: int
    binds: set[str]
    needs: set[str]
    uses: set[str]


@lru_cache(maxsize=MAX_CELLS)
def definitions(source: str) -> list[Definition]:
    """The definitions of Python code, in order; none if it is not Python, or is too long."""
    lines = source.split("\n")
    found = []
    for statement in statements_of(source) or []:
        names = _names(statement)
        decorators = [node.lineno for node in getattr(statement, "decorator_list", [])]
        begin, end = min([statement.lineno, *decorators]) - 1, statement.end_lineno
        if names:
            text = words(lines[begin:end])
            assigns = isinstance(statement, ast.Assign | ast.AnnAssign | ast.AugAssign)
            found.append(Definition(names, begin, end, text, not _is_stub(statement), assigns))
    return found


def names_used(source: str, function: str) -> set[str] | None:
    """The names that a function looks up outside of itself; None if the code defines none.

    Of several definitions at the top level of the code the last one counts.
    """
    found = [node for node in statements_of(source) or [] if getattr(node, "name", "") == function]
    if not found:
        return None
    inside = list(ast.walk(found[-1]))
    own = {node.name for node in inside[1:] if hasattr(node, "name")}
    own |= {node.arg for node in inside if isinstance(node, ast.arg)}
    return {node.id for node in inside if isinstance(node, ast.Name)} - own


@lru_cache(maxsize=MAX_CELLS)
def steps(source: str) -> list[Step]:
    """The statements of Python code, in order; none if it is not Python, or is too long."""
    found = []
    for statement in statements_of(source) or []:
        binds = _names(statement)
        own = set() if isinstance(statement, FUNCTION) else binds
        needs = _looked_up(statement, by_calls=False) - own
        uses = _looked_up(statement, by_calls=True) - binds
        found.append(Step(statement.lineno - 1, statement.end_lineno, binds, needs, uses))
    return found


def names_needed(source: str, *, by_calls: bool) -> set[str]:
    """The names of others that code looks up while it runs; `by_calls` of its functions, too."""
    needed: set[str] = set()
    bound: set[str] = set()
    for step in steps(source):
        needed |= (step.uses if by_calls else step.needs) - bound
        bound |= step.binds
    return needed


def deletions(source: str, names: Collection[str]) -> list[Definition]:
    """The statements at a cell's top level after which some of `names` are gone."""
    lines, found = source.split("\n"), []
    for statement in statements_of(source) or []:
        begin, end = statement.lineno - 1, statement.end_lineno
        text = "\n".join(lines[begin:end])
        targets = statement.targets if isinstance(statement, ast.Delete) else []
        gone = {node.id for node in targets if isinstance(node, ast.Name)} & {*names}
        if isinstance(statement, ast.Expr | ast.Pass):  # magics are read as `pass`
            if FORGETS_ALL.match(text.strip()):
                gone = {*names}
            elif FORGETS_SOME.match(text.strip()):
                gone = {name for name in names if re.search(rf"\b{name}\b", text)}
        if gone:
            found.append(Definition(gone, begin, end, words(lines[begin:end])))
    return found


def words(lines: list[str]) -> list[str]:
    """What code says, without its comments and its layout."""
    return re.sub(r"#.*", "", "\n".join(lines)).split()


def commented_out(source: str, definition: Definition, why: str) -> str:
    """The source with one of its definitions turned into a comment that says why."""
    lines, place = source.split("\n"), slice(definition.begin, definition.end)
    lines[place] = [f"# {line}" for line in (why, *lines[place])]
    return "\n".join(lines)


def statements_of(source: str) -> list[ast.stmt] | None:
    """The statements of a cell, its magics read as `pass`; None if it is not Python."""
    if len(source) > MAX_CODE_CHARACTERS:
        return None
    if OTHERS.match(source):
        return []
    # Magics, shell lines and questions are IPython's, not Python's.
    plain = MAGICS.sub(r"\1pass", source)
    for code in (source, plain):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return ast.parse(code).body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
    return None


def _is_stub(statement: ast.stmt) -> bool:
    """Whether it is a function that says first that it is not implemented: the rest is not run."""
    body = statement.body if isinstance(statement, ast.FunctionDef) else []
    said = [one for one in body if not _is_idle(one)]
    raised = said[0].exc if said and isinstance(said[0], ast.Raise) else None
    raised = raised.func if isinstance(raised, ast.Call) else raised
    return isinstance(raised, ast.Name) and raised.id == "NotImplementedError"


def _is_idle(statement: ast.stmt) -> bool:
    constant = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    return constant or isinstance(statement, ast.Pass)


def _looked_up(statement: ast.stmt, *, by_calls: bool) -> set[str]:
    names: set[str] = set()
    nodes: list[ast.AST] = [statement]
    for node in nodes:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
                around = [*getattr(node, "decorator_list", []), getattr(node, "returns", None)]
                nodes += [node.args, *filter(None, around)]
                names |= _names_inside(node) if by_calls else set()
            case ast.Name(ctx=ast.Load()):
                names.add(node.id)
            case _:
                nodes += ast.iter_child_nodes(node)
    return names


def _names_inside(function: ast.AST) -> set[str]:
    nodes = [node for node in ast.walk(function) if isinstance(node, ast.Name)]
    own = {node.id for node in nodes if isinstance(node.ctx, ast.Store)}
    own |= {node.arg for node in ast.walk(function) if isinstance(node, ast.arg)}
    return {node.id for node in nodes} - own


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
