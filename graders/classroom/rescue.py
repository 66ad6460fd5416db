"""Mangled notebooks, made whole: every cell of the assignment once, in its place, and no more.

Nobody loses points for a cell that they moved, split, copied or retyped. Locked cells are the
assignment's own again; of a student's cells, none that says anything is lost. Every repair is a
sentence, for the TA to see.
"""

from dataclasses import replace
from typing import Any

import nbformat
from nbformat import NotebookNode

from graders.classroom.definitions import Definition, commented_out, definitions
from graders.classroom.handed_in import Cell, HandedIn, find
from graders.classroom.losses import keep_answers, make_way_for_imports
from graders.classroom.needs import cut_off_answers, move_to_needs
from graders.classroom.order import in_order
from graders.classroom.pieces import join_pieces

__all__ = ["find", "is_added", "restore"]

ADDED = "student-"


def restore(handed_in: HandedIn, release: NotebookNode) -> tuple[NotebookNode, list[str]]:
    """The assignment with a student's answers in it, and every repair that this took."""
    repair = Repair(handed_in, release)
    metadata = nbformat.from_dict(release.metadata)
    return nbformat.v4.new_notebook(cells=repair.cells(), metadata=metadata), repair.notes


def is_added(cell: NotebookNode) -> bool:
    """Whether a restored notebook's cell is neither the assignment's nor asked for by it."""
    return cell.get("id", "").startswith(ADDED)


class Repair:
    """The repair of one notebook: which of its cells stand for the assignment's, and where."""

    def __init__(self, handed_in: HandedIn, release: NotebookNode) -> None:
        parts = enumerate(nbformat.from_dict(release).cells)
        self._parts = {_about(part).get("grade_id") or f"prose {k}": part for k, part in parts}
        self._asked = {n: part for n, part in self._parts.items() if _about(part).get("grade_id")}
        self._stubs = {n: stub for n, part in self._asked.items() if (stub := _stub(n, part))}
        self._cells = [replace(cell) for cell in handed_in.cells]
        for cell in self._cells:
            cell.name = cell.name if cell.name in self._asked else ""
        self._given: dict[str, set[str]] = {}
        self.notes = list(handed_in.repairs)

    def cells(self) -> list[NotebookNode]:
        """The assignment's cells and the student's own ones, in order."""
        for name in join_pieces(self._cells):
            what = f"`{name}`" if name else "A cell"
            self._note(f"{what} had been split; its pieces are one cell again.")
        self._recognise()
        for name, part in self._asked.items():
            claims = [cell for cell in self._cells if cell.name == name]
            if claims:
                self._note_changes(part, claims)
                self._choose(part, claims) if _is_answer(part) else self._lock(part, claims)
        ordered = self._in_order()
        for name in self._stubs:
            self._let_the_answer_win(name, ordered)
        for name in cut_off_answers(ordered, self._stubs, self._defines):
            self._note(f"`{name}` was cut off from the code above it in its cell.")
        for words in keep_answers(ordered, self._stubs, self._runs, self._is_given):
            self._note(words)
        return [self._built(number, cell) for number, cell in enumerate(ordered)]

    def _recognise(self) -> None:
        """Know cells that have lost their metadata, or have wrong ones, by what is in them."""
        texts = {name for name, part in self._asked.items() if part.cell_type != "code"}
        for cell in self._cells:
            if cell.kind == "code" and cell.name in texts and self._gives(cell):
                cell.name = ""
        claimed = {cell.name for cell in self._cells}
        for name, part in self._parts.items():
            unnamed = [cell for cell in self._cells if not cell.name]
            if name not in self._asked:
                same = [c for c in unnamed if _same(c, part) and c.kind == part.cell_type]
                for cell in same[:1]:
                    cell.name, cell.stands = name, True
            elif name not in claimed:
                alike = [cell for cell in unnamed if self._resembles(cell, name, part)]
                for cell in [c for c in alike if c.kind == part.cell_type] or alike:
                    cell.name = name
                    self._note("Cells without metadata were recognised by what is in them.")

    def _resembles(self, cell: Cell, name: str, part: NotebookNode) -> bool:
        if _same(cell, part) or name in self._gives(cell):
            return True
        # What begins like one derivation, and like no other, is an answer to it.
        begins = part.source.strip().split("\n")[0]
        alike = [other for other in self._asked.values() if other.source.startswith(begins)]
        return _is_answer(part) and len(alike) == 1 and cell.source.lstrip().startswith(begins)

    def _choose(self, part: NotebookNode, claims: list[Cell]) -> None:
        """Take the last answer that is whole, or at least begun; keep what else was written."""
        begun = [cell for cell in claims if not _same(cell, part)]
        whole = [cell for cell in begun if cell.name in self._gives(cell)]
        best = [cell for cell in whole if cell.kind == "code"] or whole or begun or claims
        last = best[-1]
        copies = [c for c in claims if (c.source, c.attachments) == (last.source, last.attachments)]
        others = {cell for cell in self._cells if last.name in self._gives(cell)}.union(best)
        chosen = best[0] if others <= set(copies) else last
        chosen.stands = True
        for cell in claims:
            if cell is not chosen and (cell in copies or cell not in begun):
                self._cells.remove(cell)

    def _lock(self, part: NotebookNode, claims: list[Cell]) -> None:
        """Put the assignment's text back; what a student wrote into it becomes a cell of theirs."""
        home = next((cell for cell in claims if _same(cell, part)), claims[0])
        for cell in claims:
            text, given = cell.source.strip(), part.source.strip()
            added = "" if text in given else text.replace(given, "", 1).strip()
            own = replace(cell, source=added)
            # Code that changes what was given would break it; a copy may have been written over.
            changes = given not in text and (cell is home or _has_lines_of(text, given))
            worth = not changes or cell.kind != "code" or self._gives(own)
            kept = [own] if added and worth else []
            if cell is home:
                kept.insert(0, Cell(part.cell_type, part.source, cell.name, stands=True))
            at = self._cells.index(cell)
            self._cells[at : at + 1] = kept

    def _note_changes(self, part: NotebookNode, claims: list[Cell]) -> None:
        name = claims[0].name
        kinds = [cell.kind for cell in claims if cell.kind != part.cell_type]
        if len(claims) > 1:
            self._note(f"There was more than one `{name}`; one was taken.")
        if kinds:
            self._note(f"`{name}` had become a {kinds[0]} cell.")
        if not _is_answer(part) and not all(_same(cell, part) for cell in claims):
            self._note(f"`{name}` had been edited; it is the assignment's own again.")

    def _in_order(self) -> list[Cell]:
        ordered, moved, missing = in_order(self._cells, self._parts, self._asked)
        self._note_cells("Cells had been moved and are in their places again", moved)
        if self._cells:
            self._note_cells("Cells were missing and have been put back", missing)
        answers = [cell for cell in ordered if self._runs(cell) and self._gives(cell)]
        if move_to_needs(ordered, self._cells, answers, self._defines, self._is_own):
            self._note("Cells were moved to where what they need is defined.")
        return ordered

    def _let_the_answer_win(self, name: str, ordered: list[Cell]) -> None:
        """Set aside what overrides an answer: untouched stubs, older answers that came below it.

        The last definition in the student's notebook is the one that counts.
        """
        answers = [cell for cell in self._cells if self._runs(cell) and name in self._gives(cell)]
        # Code that became text may have done so in order not to be run.
        answers = [cell for cell in answers if cell.kind == "code"] or answers
        if not answers:
            make_way_for_imports(name, ordered, self._runs, self._is_unwritten)
            return
        if answers[-1].name != name:
            self._note(f"`{name}` is defined in another cell.")
        place, why = ordered.index(answers[-1]), f"`{name}` is defined elsewhere; not run:"
        for k, cell in enumerate(ordered):
            found = definitions(cell.source) if self._runs(cell) else []
            for one in reversed(found):
                unwritten = k == place and self._is_unwritten(one, name)
                if name in one.names and (k > place or unwritten):
                    cell.source = commented_out(cell.source, one, why)

    def _built(self, number: int, cell: Cell) -> NotebookNode:
        if cell.stands:
            built = self._parts[cell.name]
            built.setdefault("id", f"cell-{number}")
        else:
            make = {"code": nbformat.v4.new_code_cell, "raw": nbformat.v4.new_raw_cell}
            built = make.get(cell.kind, nbformat.v4.new_markdown_cell)(id=f"{ADDED}{number}")
        built.source = cell.source
        if cell.attachments and built.cell_type == "markdown":
            built.attachments = nbformat.from_dict(cell.attachments)
        return built

    def _runs(self, cell: Cell) -> bool:
        """Whether it is the student's own code that will run."""
        if not cell.stands:
            return cell.kind == "code"
        return self._parts[cell.name].cell_type == "code" and _is_answer(self._parts[cell.name])

    def _defines(self, cell: Cell) -> bool:
        """Whether others find what a cell defines."""
        return self._runs(cell) or self._is_given(cell)

    def _is_given(self, cell: Cell) -> bool:
        """Whether it is code of the assignment, for the answers to use."""
        part = self._parts[cell.name] if cell.stands else {}
        return part.get("cell_type") == "code" and not {"grade", "solution"} & {
            key for key, value in _about(part).items() if value
        }

    def _is_own(self, cell: Cell) -> bool:
        return not (cell.stands and cell.name in self._asked)

    def _gives(self, cell: Cell) -> set[str]:
        """Which functions that are asked for a cell defines; an untouched stub is no answer."""
        if cell.source not in self._given:
            self._given[cell.source] = {
                name
                for found in definitions(cell.source)
                for name in found.names & self._stubs.keys()
                if not self._is_unwritten(found, name)
            }
        return self._given[cell.source]

    def _is_unwritten(self, found: Definition, name: str) -> bool:
        return not found.begun or found.words == self._stubs[name]

    def _note_cells(self, words: str, names: list[str]) -> None:
        if names:
            self._note(f"{words}: {', '.join(f'`{name}`' for name in names)}.")

    def _note(self, words: str) -> None:
        if words not in self.notes:
            self.notes.append(words)


def _same(cell: Cell, part: NotebookNode) -> bool:
    # To take a text of many megabytes to pieces would take memory for nothing.
    alike = len(cell.source) < 2 * len(part.source) + 100
    return alike and cell.source.split() == part.source.split() != []


def _has_lines_of(text: str, given: str) -> bool:
    lines = {line.strip() for line in text.split("\n")}
    return len(lines & {line.strip() for line in given.split("\n")}) > len(lines) / 2


def _stub(name: str, part: NotebookNode) -> list[str]:
    code = part.source if _is_answer(part) and part.cell_type == "code" else ""
    return next((one.words for one in definitions(code) if name in one.names), [])


def _is_answer(part: NotebookNode) -> bool:
    return bool(_about(part).get("solution"))


def _about(part: NotebookNode) -> dict[str, Any]:
    return part.metadata.get("nbgrader", {})
