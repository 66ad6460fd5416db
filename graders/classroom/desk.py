"""A student's desk: the notebook that was fetched, and hands to write answers into it."""

import importlib.util
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from graders.errors import AuthorFault

MARK = re.compile(r"### (BEGIN|END) SOLUTION")


@dataclass
class Desk:
    """One student's folder with a fetched assignment, and the instructor's version beside it."""

    folder: Path
    solved: NotebookNode

    def __post_init__(self) -> None:
        self.notebook = nbformat.read(self.file, as_version=4)

    @property
    def file(self) -> Path:
        """The notebook that is to be handed in."""
        return self.folder / f"{self.folder.name}.ipynb"

    @property
    def questions(self) -> list[str]:
        """The questions of the assignment, in the notebook's order."""
        names = [
            cell.metadata.get("nbgrader", {}).get("grade_id", "") for cell in self.solved.cells
        ]
        return [name.removeprefix("test_") for name in names if name.startswith("test_")]

    def cell(self, grade_id: str) -> NotebookNode:
        """The cell of the fetched notebook with this id."""
        return _find(self.notebook, grade_id)

    def solution(self, question: str) -> str:
        """The instructor's answer to a question, as a student would have written it."""
        lines = _find(self.solved, question).source.splitlines()
        return "\n".join(line for line in lines if not MARK.fullmatch(line.strip()))

    def answer(self, **sources: str) -> None:
        """Write `sources` into the solution cells of the questions they are named after."""
        for question, source in sources.items():
            self.cell(question).source = source

    def answer_all(self, *, but: tuple[str, ...] = ()) -> None:
        """Write the instructor's answers into all the student's cells, except those named."""
        for cell in self.solved.cells:
            about = cell.metadata.get("nbgrader", {})
            if about.get("solution") and about["grade_id"] not in but:
                self.cell(about["grade_id"]).source = self.solution(about["grade_id"])

    def add_cell(self, source: str) -> None:
        """Add a code cell of the student's own at the end."""
        self.notebook.cells.append(nbformat.v4.new_code_cell(source))

    def save(self) -> None:
        """Write the notebook back into the folder."""
        nbformat.write(self.notebook, self.file)


@dataclass(frozen=True)
class Actor:
    """One of the cast: what they hand in for an assignment, and what they should earn for it."""

    student: str
    story: str
    work: Callable[[Desk], None]
    lost: dict[str, float] | str
    """Points that should be lost, by question; or "everything"."""
    needs_human: bool
    """Whether their submission should be on the list of what needs a human."""


def cast(folder: Path, assignment: str) -> list[Actor]:
    """The students whose modules are in `folder`, and what they do with an assignment.

    A module's docstring is the story; its function of the assignment's name, or else `work`, is
    given a desk. Who has neither answers rightly. LOST is "everything", or by assignment what is.
    Raises AuthorFault if there is no student.
    """
    paths = [path for path in sorted(folder.glob("*.py")) if path.stem != "__init__"]
    if not paths:
        raise AuthorFault(f"there is no student in {folder}, but there should be one per *.py file")
    return [_actor(path, assignment) for path in paths]


def _actor(path: Path, assignment: str) -> Actor:
    spec = importlib.util.spec_from_file_location(f"cast_{path.stem}", path)
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    work = getattr(module, assignment, None) or getattr(module, "work", None)
    lost = getattr(module, "LOST", {})
    if lost != "everything":
        lost = lost.get(assignment, {})
    return Actor(
        student=getattr(module, "STUDENT", path.stem),
        story=module.__doc__.strip(),
        work=work or _answer_rightly,
        lost=lost,
        needs_human=bool(work) and getattr(module, "NEEDS_HUMAN", False),
    )


def _answer_rightly(desk: Desk) -> None:
    desk.answer_all()
    desk.save()


def _find(notebook: NotebookNode, grade_id: str) -> NotebookNode:
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == grade_id:
            return cell
    raise AuthorFault(f"the notebook has no cell `{grade_id}`")
