"""Mangled notebooks, made whole: every cell of the assignment once, in its place, and no more.

Nobody loses points for a cell that they moved, split, copied or retyped. Locked cells are the
assignment's own again; of a student's cells, none that says anything is lost. Every repair is a
sentence, for the TA to see.
"""

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

MAX_NOTEBOOK_MIB = 64
ADDED = "student-"


@dataclass
class HandedIn:
    """The cells of what a student handed in, and what had to be done to read them."""

    cells: list[dict[str, Any]] = field(default_factory=list)
    repairs: list[str] = field(default_factory=list)


def find(folder: Path, name: str) -> HandedIn:
    """The notebook `name` in the folder that a student handed in, or what comes closest to it."""
    wanted = folder / name
    others = sorted(path for path in folder.glob("*.ipynb") if path != wanted)
    if wanted.exists():
        found = read(wanted)
        if others:
            names = ", ".join(f"`{path.name}`" for path in others)
            found.repairs.append(f"There are other notebooks, which were not graded: {names}.")
        return found
    if not others:
        return HandedIn(repairs=[f"No notebook was handed in: `{name}` is missing."])
    best = max(others, key=lambda path: len(read(path).cells))
    found = read(best)
    found.repairs.insert(0, f"`{name}` is missing; `{best.name}` was graded in its stead.")
    return found


def read(path: Path) -> HandedIn:
    """The cells of a file that should be a notebook, whatever it is."""
    if path.stat().st_size > MAX_NOTEBOOK_MIB << 20:
        return HandedIn(repairs=[f"`{path.name}` is larger than {MAX_NOTEBOOK_MIB} MiB."])
    text = path.read_bytes().decode("utf-8-sig", errors="replace")
    if not text.strip():
        return HandedIn(repairs=[f"`{path.name}` is an empty file."])
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        return HandedIn(repairs=[f"`{path.name}` is not a notebook: {error}."])
    return _cells_of(content, path.name)


def _cells_of(content: Any, name: str) -> HandedIn:
    if not isinstance(content, dict):
        return HandedIn(repairs=[f"`{name}` is not a notebook: it holds no cells."])
    version, repairs = content.get("nbformat"), []
    if "worksheets" in content:
        repairs.append(f"`{name}` was in notebook format {version}; it was read as format 4.")
        content = _upgraded(content)
    cells = content.get("cells")
    if not isinstance(cells, list) or not cells:
        return HandedIn(repairs=[*repairs, f"`{name}` holds no cells."])
    whole = [cell for cell in cells if isinstance(cell, dict)]
    if len(whole) < len(cells):
        repairs.append(f"{len(cells) - len(whole)} broken cells were left out.")
    return HandedIn(whole, repairs)


def _upgraded(content: dict[str, Any]) -> dict[str, Any]:
    try:
        return nbformat.convert(nbformat.from_dict(content), 4)
    except Exception:
        # A mangled old notebook can fail in any way in the converter; its cells still count.
        sheets = content["worksheets"] if isinstance(content["worksheets"], list) else []
        cells = [c for sheet in sheets if isinstance(sheet, dict) for c in sheet.get("cells") or []]
        for cell in cells:
            if isinstance(cell, dict):
                cell.setdefault("source", cell.get("input", ""))
        return {"cells": cells}


def restore(handed_in: HandedIn, release: NotebookNode) -> tuple[NotebookNode, list[str]]:
    """The assignment with a student's answers in it, and every repair that this took."""
    repair = Repair(handed_in, release)
    cells = repair.cells()
    notebook = nbformat.v4.new_notebook(cells=cells, metadata=release.metadata)
    notebook.nbformat_minor = 5
    _name_cells(cells, release)
    return notebook, repair.notes


def is_added(cell: NotebookNode) -> bool:
    """Whether a restored notebook's cell is neither the assignment's nor asked for by it."""
    return cell.get("id", "").startswith(ADDED)


def _name_cells(cells: list[NotebookNode], release: NotebookNode) -> None:
    """Give every cell an id of its own; text that came with the assignment keeps its id."""
    prose = {cell.source: cell.id for cell in release.cells if not grade_id(cell)}
    for number, cell in enumerate(cells):
        if not grade_id(cell):
            cell.id = prose.pop(cell.source, f"{ADDED}{number}")


def grade_id(cell: NotebookNode) -> str:
    """The nbgrader id of a cell, or "" for a cell that has none."""
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))


def is_solution(cell: NotebookNode) -> bool:
    """Whether the cell is the student's to write."""
    return bool(cell.metadata.get("nbgrader", {}).get("solution", False))


def parses(source: str) -> bool:
    """Whether this is Python code by itself."""
    return _statements(source) is not None


def defines(source: str, name: str) -> bool:
    """Whether Python code defines, assigns or imports `name` at its top level."""
    return name in set(_names(_statements(source) or []))


def _statements(source: str) -> list[ast.stmt] | None:
    # Magics and shell lines are IPython's, not Python's.
    plain = re.sub(r"(?m)^\s*[%!].*$", "", source)
    try:
        return ast.parse(plain).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _names(statements: list[ast.stmt]) -> Iterator[str]:
    for node in statements:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from (alias.asname or alias.name for alias in node.names)


class Repair:
    """The repair of one notebook: the student's cells, claimed one by one for the assignment's."""

    def __init__(self, handed_in: HandedIn, release: NotebookNode) -> None:
        self.notes = list(handed_in.repairs)
        self._release = [cell for cell in release.cells if grade_id(cell)]
        self._known = {grade_id(cell) for cell in self._release}
        self._cells = [_tidied(cell) for cell in handed_in.cells]
        # An empty hand-in has had its note already; that every cell is missing adds nothing.
        self._silent = not self._cells

    def cells(self) -> list[NotebookNode]:
        """The assignment's cells and the student's own ones, in order."""
        placed = {grade_id(cell): self._restored(cell) for cell in self._release}
        kept = [cell for cell in self._cells if cell is not None]
        order = [grade_id(cell) for cell in kept if cell.get("stands_for")]
        if order != [name for name in placed if name in order]:
            self._note("Cells had been moved; they are in the assignment's order again.")
            kept = self._in_order(kept)
        for cell in kept:
            if not cell.get("stands_for"):
                cell.metadata = NotebookNode()
        kept = self._with_missing(kept, placed)
        for cell in kept:
            cell.pop("stands_for", None)
        return kept

    def _restored(self, original: NotebookNode) -> NotebookNode:
        """The cell that stands for `original`, left in the place where the student has it."""
        name = grade_id(original)
        claims = [k for k, cell in enumerate(self._cells) if cell and grade_id(cell) == name]
        chosen = self._chosen(original, claims)
        if chosen is None:
            return self._absent(original)
        cell = self._cells[chosen]
        restored = nbformat.from_dict(original)
        if cell.cell_type != original.cell_type:
            self._note(f"`{name}` had become a {cell.cell_type} cell.")
        if is_solution(original):
            restored.source = self._answer(original, cell.source)
            if "attachments" in cell and original.cell_type == "markdown":
                restored.attachments = cell.attachments
        elif _differs(cell.source, original.source):
            self._note(f"`{name}` had been edited; it is the assignment's own again.")
        restored.stands_for = True
        for other in claims:
            self._set_aside(other, original, chosen)
        self._cells[chosen] = restored
        return restored

    def _chosen(self, original: NotebookNode, claims: list[int]) -> int | None:
        if not is_solution(original) or not claims:
            return claims[0] if claims else None
        changed = [k for k in claims if _differs(self._cells[k].source, original.source)]
        if original.cell_type != "code":
            return (changed or claims)[-1]
        name = grade_id(original)
        whole = [k for k in changed if defines(self._cells[k].source, name)]
        chosen = (whole or changed[:1] or claims)[-1]
        self._join_halves(name, chosen)
        return chosen

    def _join_halves(self, name: str, first: int) -> None:
        """Give cell `first` the cells after it that are Python only together with it."""
        source = self._cells[first].source
        for last in range(first + 1, min(first + 4, len(self._cells))):
            cell = self._cells[last]
            if cell is None or cell.cell_type != "code" or grade_id(cell) not in ("", name):
                return
            source += "\n" + cell.source
            if defines(source, name) and not parses(cell.source):
                self._note(f"`{name}` had been split over cells; they are joined again.")
                self._cells[first].source = source
                self._cells[first + 1 : last + 1] = [None] * (last - first)
                return

    def _set_aside(self, other: int, original: NotebookNode, chosen: int) -> None:
        """Keep a second copy of a cell as a cell of the student's own, if it says anything."""
        cell = self._cells[other]
        if other == chosen or cell is None:
            return
        name = grade_id(original)
        self._note(f"There was more than one `{name}`; one was taken.")
        worthless = not is_solution(original) or not _differs(cell.source, original.source)
        cell.metadata = NotebookNode()
        if worthless or cell.source == self._cells[chosen].source or defines(cell.source, name):
            self._cells[other] = None

    def _absent(self, original: NotebookNode) -> NotebookNode:
        self._note(f"`{grade_id(original)}` was missing.")
        restored = nbformat.from_dict(original)
        if is_solution(original):
            restored.source = self._answer(original, original.source)
        return restored

    def _answer(self, original: NotebookNode, source: str) -> str:
        """The student's answer; a stub gives way to the same function in another cell."""
        name = grade_id(original)
        if original.cell_type != "code" or _differs(source, original.source):
            return source
        others = (c for c in self._cells if c and c.cell_type == "code" and grade_id(c) != name)
        if not any(defines(other.source, name) for other in others):
            return source
        self._note(f"`{name}` is defined in another cell.")
        return f"# `{name}` is defined in another cell."

    def _in_order(self, kept: list[NotebookNode]) -> list[NotebookNode]:
        """The assignment's cells in its order, each followed by the student's cells after it."""
        groups: dict[str, list[NotebookNode]] = {"": []}
        anchor = ""
        for cell in kept:
            anchor = grade_id(cell) if cell.get("stands_for") else anchor
            groups.setdefault(anchor, []).append(cell)
        names = ["", *(grade_id(cell) for cell in self._release)]
        return [cell for name in names for cell in groups.get(name, [])]

    def _with_missing(
        self, kept: list[NotebookNode], placed: dict[str, NotebookNode]
    ) -> list[NotebookNode]:
        """`kept`, with each missing cell put after the one that precedes it in the assignment."""
        before = ""
        for name, cell in placed.items():
            if not cell.get("stands_for"):
                places = [k for k, other in enumerate(kept) if grade_id(other) == before]
                kept.insert(places[0] + 1 if places and before else 0, cell)
            before = name
        return kept

    def _note(self, words: str) -> None:
        if not self._silent and words not in self.notes:
            self.notes.append(words)


def _differs(one: str, other: str) -> bool:
    return one.split() != other.split()


def _tidied(cell: dict[str, Any]) -> NotebookNode:
    """A cell of nbformat 4 with the text, the type and the claimed id of a student's cell."""
    kind, source = cell.get("cell_type"), cell.get("source", "")
    source = "".join(map(str, source)) if isinstance(source, list) else str(source)
    make = {"code": nbformat.v4.new_code_cell, "raw": nbformat.v4.new_raw_cell}
    tidy = make.get(kind, nbformat.v4.new_markdown_cell)(source)
    metadata = cell.get("metadata")
    claimed = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    if isinstance(claimed, dict) and isinstance(claimed.get("grade_id"), str):
        tidy.metadata.nbgrader = NotebookNode(grade_id=claimed["grade_id"])
    if tidy.cell_type == "markdown" and isinstance(cell.get("attachments"), dict):
        tidy.attachments = nbformat.from_dict(cell["attachments"])
    return tidy
