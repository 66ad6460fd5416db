"""What a student reads: one table per question, made from results and nothing else."""

import re
from collections.abc import Iterator
from enum import StrEnum

import nbformat
from jinja2 import Environment, PackageLoader
from nbformat import NotebookNode

from graders.results import Criterion, Question, Results, Verdict

MARKS = {Verdict.PASSED: "✓", Verdict.FAILED: "✗", Verdict.COULD_NOT_CHECK: "?"}
COLOURS = {
    Verdict.PASSED: "#2e8540",
    Verdict.FAILED: "#d1493f",
    Verdict.COULD_NOT_CHECK: "#b07d12",
}
UNCHECKED = "This could not be checked. It costs you nothing: a person will look at it."
MAX_CHARACTERS = 2000
FOLDERS = re.compile(r"(?<![\w./:])/(?:[\w.+@-]+/)+")
"""The folders of an absolute path, which tell of the machine and nothing of the answer."""

_pages = Environment(
    loader=PackageLoader("graders.classroom"), autoescape=True, trim_blocks=True, lstrip_blocks=True
)
_pages.filters["points"] = lambda points: f"{points:.4g}"
_pages.filters["earned"] = lambda judged: (
    "?" if judged.verdict is Verdict.COULD_NOT_CHECK else f"{judged.score:.4g}"
)


class Reveal(StrEnum):
    """How much of what was found students are shown."""

    VERDICT = "verdict"
    """Which criteria passed, and no more."""
    PROBLEM = "problem"
    """Also what was got and where it differs, without the expected values."""
    EVERYTHING = "everything"
    """Also the expected values."""


def output_of(question: Question, reveal: Reveal) -> NotebookNode:
    """The one output of a graded cell: a table for people, and its score for nbgrader.

    nbgrader reads the score of a cell from the plain text of its result; a bonus, which is worth
    nothing there, is entered as extra credit.
    """
    template = _pages.get_template("question.html.j2")
    page = template.render(
        question=question,
        rows=list(zip(question.criteria, _said_once(question.criteria, reveal), strict=True)),
        marks=MARKS,
        colours=COLOURS,
    )
    score = 0.0 if question.bonus else question.score
    return nbformat.v4.new_output(
        "execute_result",
        {"text/plain": repr(score), "text/html": page},
        execution_count=None,
    )


def _said_once(criteria: list[Criterion], reveal: Reveal) -> Iterator[list[tuple[str, str]]]:
    """The details of each criterion; those that repeat the ones before are not said again."""
    before: list[tuple[str, str]] = []
    for criterion in criteria:
        found = details(criterion, reveal)
        yield [("", "As above.")] if found and found == before else found
        before = found or before


def details(criterion: Criterion, reveal: Reveal) -> list[tuple[str, str]]:
    """What a student may know of a criterion that did not pass: pairs of label and text."""
    if criterion.verdict is Verdict.PASSED or reveal is Reveal.VERDICT:
        return []
    if criterion.verdict is Verdict.COULD_NOT_CHECK:
        return [("", UNCHECKED)]
    evidence = criterion.evidence
    rows = [("", criterion.problem)]
    if reveal is Reveal.EVERYTHING and criterion.expected:
        rows.append(("", criterion.expected))
    shown = ["inputs", "got"] + ["want"] * (reveal is Reveal.EVERYTHING)
    labels = {"inputs": "inputs", "got": "returned", "want": "expected"}
    rows += [(labels[key], evidence[key]) for key in shown if evidence.get(key)]
    sizes = ", ".join(f"{key} = {evidence[key]}" for key in ("d", "n", "C") if key in evidence)
    if "seed" in evidence:
        rows.append(("draw", f"{evidence['family']}, {sizes}, seed {evidence['seed']}"))
    return [(label, legible(text)) for label, text in rows]


def legible(text: str) -> str:
    """`text` as a page may show it: of bounded length, printable, and without folders of ours."""
    if len(text) > MAX_CHARACTERS:
        text = text[:MAX_CHARACTERS] + " …"
    text = FOLDERS.sub("…/", text)
    return "".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in text)


def add_notes(notebook: NotebookNode, results: Results) -> None:
    """Put what had to be repaired or stopped at the top of the notebook, if anything had to."""
    notes = [*results.repairs, *results.stopped_cells]
    if not notes:
        return
    # A blank line would end the HTML, and what follows would be read as Markdown.
    lines = [" ".join(legible(note).split()) for note in notes]
    page = _pages.get_template("notes.html.j2").render(notes=lines)
    notebook.cells.insert(0, nbformat.v4.new_markdown_cell(page, id="grading-notes"))
