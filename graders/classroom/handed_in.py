"""What a student handed in, read cell by cell, whatever is in the folder and in the file.

Nothing that is found there can raise: what cannot be read is left out, and a sentence says so.
"""

import json
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graders.classroom.filenames import is_notebook, visible
from graders.classroom.fragments import fragments

MAX_NOTEBOOK_MIB = 32
MAX_CELLS = 1000
MAX_CODE_CHARACTERS = 2_000_000
MAX_DEPTH, MAX_FILES, MAX_LOOKED_AT = 3, 50, 5000
"""How deep in a folder, and among how many files, a notebook is looked for that is missing."""
MAX_NAMED = 5

UNREADABLE_TIME = "timestamp.unreadable"
"""What a `timestamp.txt` is called once it is known that nobody can read it."""


@dataclass(eq=False)
class Cell:
    """A cell that was handed in: its type, its text, and the assignment's cell it claims to be."""

    kind: str
    source: str
    name: str = ""
    attachments: dict[str, Any] = field(default_factory=dict)
    stands: bool = False
    """Whether it is the one cell that is taken for `name`."""


@dataclass
class HandedIn:
    """The cells of what a student handed in, and what had to be done to read them."""

    cells: list[Cell] = field(default_factory=list)
    repairs: list[str] = field(default_factory=list)


def find(folder: Path, name: str) -> HandedIn:
    """The notebook `name` in the folder that a student handed in, or what comes closest to it."""
    found, others = read(folder / name), [path for path in _files(folder) if path != folder / name]
    if not found.cells and others:
        best = max(others, key=lambda other: len(read(other).cells))
        instead = read(best)
        if instead.cells:
            stead = f"`{_shown(best.relative_to(folder))}` was graded in its stead."
            found = HandedIn(instead.cells, [*found.repairs, stead, *instead.repairs])
            others.remove(best)
    others = [path.relative_to(folder) for path in others if is_notebook(path.name)]
    if others:
        names = ", ".join(f"`{_shown(other)}`" for other in others[:MAX_NAMED])
        more = f" and {len(others) - MAX_NAMED} more" if len(others) > MAX_NAMED else ""
        found.repairs.append(f"There are other notebooks, which were not graded: {names}{more}.")
    if (folder / UNREADABLE_TIME).exists():
        found.repairs.append("The time of submission could not be read; none was recorded.")
    return found


def _files(folder: Path) -> list[Path]:
    """The files that may hold a student's work: notebooks by their names come first."""
    found: list[tuple[bool, int, Path]] = []
    for parent, folders, names in os.walk(folder):
        depth = len(Path(parent).relative_to(folder).parts)
        folders[:] = [name for name in folders if name[0] != "." and depth < MAX_DEPTH]
        ours = [name for name in names if name[0] != "."]
        found += [(not is_notebook(name), depth, Path(parent, name)) for name in ours]
        if len(found) > MAX_LOOKED_AT:
            break
    return [path for *_, path in sorted(found)[:MAX_FILES]]


def read(path: Path) -> HandedIn:
    """The cells of a file that should be a notebook, whatever it is."""
    name = _shown(path.name)
    try:
        if not os.path.lexists(path):
            return HandedIn(repairs=[f"`{name}` is missing."])
        # A link could lead to another student's work; a pipe could be read for ever.
        if path.is_symlink() or not path.is_file():
            return HandedIn(repairs=[f"`{name}` is not a file."])
        if path.stat().st_size > MAX_NOTEBOOK_MIB << 20:
            return HandedIn(repairs=[f"`{name}` is larger than {MAX_NOTEBOOK_MIB} MiB."])
        data = path.read_bytes()
    except OSError as error:
        return HandedIn(repairs=[f"`{name}` cannot be read: {error.strerror}."])
    if not data.strip():
        return HandedIn(repairs=[f"`{name}` is an empty file."])
    text = data.decode(json.detect_encoding(data), errors="replace")
    try:
        return _cells_of(_dict(json.loads(text, parse_int=_number)), name)
    except (ValueError, RecursionError) as error:
        fault = f"`{name}` is not a notebook: {error}."
    if cells := fragments(text, MAX_CELLS):
        found = _cells_of({"cells": cells}, name)
        found.repairs.insert(0, f"{fault[:-1]}; the cells in it that can be read were taken.")
        return found
    return HandedIn(repairs=[fault])


def _cells_of(content: dict[str, Any], name: str) -> HandedIn:
    cells, repairs = _list(content.get("cells")), []
    if not cells and "worksheets" in content:
        repairs.append(f"`{name}` is in an old notebook format; it was read as format 4.")
        sheets = map(_dict, _list(content["worksheets"]))
        cells = [cell for sheet in sheets for cell in _list(sheet.get("cells"))]
    whole = [cell for cell in cells[:MAX_CELLS] if isinstance(cell, dict)]
    if not whole:
        repairs.append(f"`{name}` is not a notebook: it holds no cells.")
    elif len(whole) < len(cells):
        repairs.append(
            f"Cells that are broken or too many were left out: {len(cells) - len(whole)}."
        )
    read = [_cell(cell) for cell in whole]
    kept = _within_bounds(read)
    if len(kept) < len(read):
        words = (
            f"There are more than {MAX_CODE_CHARACTERS:,} characters of code; left out were cells"
        )
        repairs.append(f"{words}: {len(read) - len(kept)}.")
    return HandedIn(kept, repairs)


def _within_bounds(cells: list[Cell]) -> list[Cell]:
    """The cells without code that is more than anybody writes: to look through it takes hours."""
    kept, left = [], MAX_CODE_CHARACTERS
    for cell in cells:
        size = len(cell.source) if cell.kind == "code" else 0
        if size <= left:
            kept.append(cell)
            left -= size
    return kept


def _cell(found: dict[str, Any]) -> Cell:
    # Until 2014 the text of a code cell was its `input`, and headings were cells of their own.
    kind, source = found.get("cell_type"), _text(found.get("source", found.get("input")))
    if kind == "heading" and isinstance(found.get("level"), int) and "\n" not in source:
        source = f"{'#' * min(found['level'], 6)} {source}"
    attachments = {
        _text(file): {_text(mime): _text(data) for mime, data in bundle.items()}
        for file, bundle in _dict(found.get("attachments")).items()
        if isinstance(bundle, dict)
    }
    claimed = _dict(_dict(found.get("metadata")).get("nbgrader")).get("grade_id")
    kind = kind if kind in ("code", "raw") else "markdown"
    return Cell(kind, source, _text(claimed), attachments)


def _list(value: Any) -> list:
    return value if isinstance(value, list) else []


def _dict(value: Any) -> dict:
    return value if isinstance(value, dict) else {}


def _number(digits: str) -> float:
    """A number of any length, which Python does not read for fear of the time it takes."""
    return int(digits) if len(digits) < 20 else float(digits)


def _shown(name: Path | str) -> str:
    return visible(_text(str(name)))


def _text(value: Any) -> str:
    """A text, or the pieces of one, with what no file can hold and no reader can show replaced."""
    pieces = value if isinstance(value, list) else [value]
    text = "".join(str(piece) for piece in pieces if isinstance(piece, str | int | float))
    return re.sub(r"\r\n?", "\n", text.encode(errors="replace").decode())
