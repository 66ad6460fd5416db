"""A graded notebook that does nothing to whoever reads it.

nbgrader puts Markdown and outputs into the pages of formgrader and of the feedback as they are. So
the notebook itself is cleaned: all that a student wrote, and all that their code put out. What was
written harmlessly stays as it was, to the letter.
"""

import re

from nbformat import NotebookNode
from nbgrader.utils import compute_checksum

from graders.classroom import displays
from graders.classroom.markdown import framed, is_passed_on, page_of, verbatim
from graders.classroom.markup import NAMES, acts, clean, parts, says_something
from graders.classroom.rescue import is_added

NEEDS_A_FRAME = re.compile(
    r"<h[1-6]|\\(?:\[|[hm]?kern|[hmv]?s(?:kip|pace)|lower|raise|move|(?:math)?[rlc]lap|smash"
    r"|[Rr]ule|Space)"
)
"""Headings, of whose words nbconvert makes ids, and commands by which LaTeX leaves its place."""


def make_harmless(notebook: NotebookNode) -> list[str]:
    """Clean a notebook that has been run; a sentence tells which cells could have done something.

    Locked cells, the assignment's prose and answers that were never begun are left alone, for no
    student wrote in them; the LaTeX of a marking scheme keeps its meaning. Outputs of code never
    are left alone.
    """
    ours = [cell.source for cell in notebook.cells if not _is_theirs(cell)]
    taken = {name for source in ours for name in NAMES.findall(source)}
    acted = [cell for cell in notebook.cells if _clean_cell(cell, taken)]
    names = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in acted]
    told = [f"`{name}`" for name in names if name]
    told += [f"{names.count(None)} without a name"] if None in names else []
    words = "Cells shown without what could run in a browser or load something"
    return [f"{words}: {', '.join(told)}."] if told else []


def _clean_cell(cell: NotebookNode, taken: set[str]) -> bool:
    """Clean a cell, as `markup.clean` does; whether there was something in it that acts."""
    if cell.cell_type == "code":
        acting = [displays.make_harmless(output, taken) for output in cell.outputs]
        return any(acting)
    if not cell.source.strip() or not _is_theirs(cell):
        return False
    page = page_of(cell.source, cell.get("attachments")) if cell.cell_type == "markdown" else ""
    cleaned = clean(page, taken)
    if page and parts(cleaned) == parts(page) and not NEEDS_A_FRAME.search(page):
        return False
    block = framed(cleaned)
    readable = says_something(cleaned) and is_passed_on(block)
    cell.cell_type, cell.source = "markdown", block if readable else verbatim(cell.source)
    cell.pop("attachments", None)
    return acts(page)


def _is_theirs(cell: NotebookNode) -> bool:
    """Whether a student wrote in a cell of text."""
    about = cell.metadata.get("nbgrader", {})
    if about.get("solution"):
        return about.get("checksum") != compute_checksum(cell)
    return is_added(cell)
